"""The page Predikat: figures of the five reports, the headlines, the tables and the two charts."""

from decimal import Decimal

import pytest

from components.predikat.bagian import akip_html, matriks_html, peta_html, sasaran_html, sebaran_html, unit_html
from components.predikat.grafik import grafik_akip, grafik_ikm
from kinerja.dataset import Dataset
from kinerja.model.baris import BarisCapaian, BukuKerja, Indikator, Kutipan, Opd
from kinerja.model.istilah import Arah, JenisOpd, Tingkat, Ukuran
from kinerja.nilai.baca import KOSONG, baca_nilai
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN, KumpulanSkala
from kinerja.rumus.capaian import JenisTanda
from kinerja.sumber import versi as sumber
from kinerja.telaah.capaian.predikat import (
    JenisSel,
    TampilanPredikat,
    aturan_skala,
    di_bawah_puncak,
    judul_indikator,
    peta_predikat,
    tabel_distribusi,
    tanpa_di_bawah,
)
from kinerja.telaah.capaian.ringkasan import ringkas
from kinerja.telaah.capaian.sasaran import judul_sasaran, matriks_opd, tabel_sasaran
from kinerja.telaah.capaian.skala_nilai import (
    akip_terpilih,
    catatan_ikm,
    judul_skala,
    kelompok_unit,
    peringkat_ikm,
    sumber_nilai,
    tabel_akip,
)


@pytest.fixture(scope="module")
def data():
    dataset = sumber.aktif().dataset
    assert dataset is not None
    return dataset


@pytest.fixture(scope="module")
def kabupaten(data):
    return next(o.kode_opd for o in data.opd_ber_iku if o.keseluruhan)


def kode(data, singkatan):
    return next(o.kode_opd for o in data.opd.values() if o.nama_pendek == singkatan)


# --- distribution and headline ----------------------------------------------------------------------------------------


def test_sebaran_kabupaten_2024_seperti_tabel_3_5(data, kabupaten):
    *isi, jumlah = tabel_distribusi(ringkas(data, kabupaten, 2024).distribusi)
    assert [b.dilaporkan for b in isi] == [15, 5, 0, 0, 0, 0]
    assert [b.dihitung for b in isi] == [15, 4, 0, 0, 0, 1]
    assert (isi[0].bagian_dilaporkan, isi[1].bagian_dihitung) == ("75,0%", "20,0%")
    assert (jumlah.dilaporkan, jumlah.dihitung) == (20, 20)


def test_sebaran_tanpa_baris_kosong_bila_semua_berpredikat(data):
    kecamatan = kode(data, "Kec. Lima Puluh Pesisir")
    baris = tabel_distribusi(ringkas(data, kecamatan, 2023).distribusi)
    assert baris[0].predikat == "Sangat Baik"
    assert [b.dilaporkan for b in baris if b.predikat == "Tanpa predikat"] == [2]


@pytest.mark.parametrize(
    ("opd", "tahun", "judul"),
    [
        ("Setda", 2024, "4 dari 7 IKU Sangat Tinggi menurut hitungan; tabel laporan tidak memuat predikat"),
        (
            "Disnaker Perindag",
            2025,
            "2 dari 4 IKU Sangat Tinggi menurut laporan; hitung ulang atas 2 IKU mengubah 1 predikat",
        ),
        (
            "BKPSDM",
            2024,
            "Semua 3 IKU Sangat Tinggi menurut laporan; hitung ulang atas 2 IKU memberi hasil yang sama",
        ),
        (
            "Kec. Lima Puluh Pesisir",
            2023,
            "Semua 2 IKU Sangat Baik menurut hitungan; tabel laporan tidak memuat predikat",
        ),
        ("Kec. Lima Puluh Pesisir", 2019, "2 IKU belum berpredikat: belum ada capaian yang dapat dihitung"),
    ],
)
def test_judul_indikator(data, opd, tahun, judul):
    assert judul_indikator(ringkas(data, kode(data, opd), tahun)) == judul


def test_judul_indikator_kabupaten(data, kabupaten):
    judul = judul_indikator(ringkas(data, kabupaten, 2024))
    assert judul == "15 dari 20 IKU Sangat Tinggi menurut laporan; hitung ulang atas 19 IKU memberi hasil yang sama"


def test_di_bawah_puncak_terburuk_dahulu(data, kabupaten):
    daftar = di_bawah_puncak(ringkas(data, kabupaten, 2024))
    assert [s.teks for s in daftar] == [
        "▲ Tinggi, 84,31%",
        "▲ Tinggi, 85,47%",
        "▲ Tinggi, 86,14%",
        "▲ Tinggi, 89,76%",
        "✗ WDP, target WTP",
    ]
    assert daftar[-1].catatan == "menurut laporan Tinggi"


def test_di_bawah_puncak_menyebut_predikat_laporan_yang_lain(data):
    (satu,) = di_bawah_puncak(ringkas(data, kode(data, "Disnaker Perindag"), 2025))
    assert (satu.teks, satu.catatan) == ("▼ Rendah, 65,83%", "menurut laporan Sangat Tinggi")


@pytest.mark.parametrize(
    ("tahun", "kalimat"),
    [
        (2019, "Belum ada IKU yang capaiannya dapat dihitung."),
        (2023, "Tidak ada: semua IKU yang dapat dihitung Sangat Baik."),
    ],
)
def test_tanpa_di_bawah(data, tahun, kalimat):
    ringkasan = ringkas(data, kode(data, "Kec. Lima Puluh Pesisir"), tahun)
    assert di_bawah_puncak(ringkasan) == ()
    assert tanpa_di_bawah(ringkasan) == kalimat


def test_alamat_tampilan_tetap():
    assert [t.alamat for t in TampilanPredikat] == ["indikator", "sasaran", "skala"]


# --- heat table -------------------------------------------------------------------------------------------------------


def baris_peta(data, kabupaten, nama):
    return next(b for b in peta_predikat(data, kabupaten).baris if b.indikator == nama)


def test_peta_tahun_dan_urutan(data, kabupaten):
    peta = peta_predikat(data, kabupaten)
    assert peta.tahun == (2018, 2019, 2020, 2021, 2022, 2023, 2024)
    assert len(peta.baris) == 20
    sasaran = [b.sasaran for b in peta.baris]
    assert len([s for i, s in enumerate(sasaran) if i == 0 or s != sasaran[i - 1]]) == len(set(sasaran)) == 18
    assert any(s.startswith("000, Tabel 3.4") for s in peta.sumber)


def test_peta_predikat_menurut_urutan_bukan_persentase(data, kabupaten):
    sel = baris_peta(data, kabupaten, "Opini BPK").sel[-1]
    assert (sel.jenis, sel.simbol, sel.teks, sel.rupa, sel.tercapai) == (JenisSel.STATUS, "✗", "WDP", None, False)
    assert "target WTP" in sel.arti
    assert "menurut laporan Tinggi" in sel.arti


def test_peta_akip_realisasi_tanpa_target_lalu_capaian(data, kabupaten):
    jenis = [s.jenis for s in baris_peta(data, kabupaten, "Nilai Evaluasi AKIP").sel]
    assert jenis == [JenisSel.REALISASI] * 5 + [JenisSel.STATUS, JenisSel.CAPAIAN]
    assert baris_peta(data, kabupaten, "Nilai Evaluasi AKIP").sel[-1].teks == "89,76%"


def test_peta_membedakan_tiada_dan_tidak_tersedia(data, kabupaten):
    assert baris_peta(data, kabupaten, "Usia Harapan Hidup").sel[0].jenis is JenisSel.TIADA
    peta = peta_predikat(data, kode(data, "Setda"))
    lppd = next(b for b in peta.baris if b.indikator == "Nilai LPPD")
    assert [s.jenis for s in lppd.sel] == [JenisSel.KOSONG, JenisSel.STATUS, JenisSel.KOSONG]


def test_peta_tanda_hanya_yang_menyangkut_angka(data, kabupaten):
    sel = baris_peta(data, kabupaten, "Proporsi PAD terhadap Pendapatan").sel
    assert [t.jenis for t in sel[-2].tanda] == [JenisTanda.BEDA_CETAK]
    assert sel[-1].tanda == ()


def test_peta_html_berbicara_tanpa_warna(data, kabupaten):
    isi = peta_html(peta_predikat(data, kabupaten), 2024)
    assert 'title="Sangat Tinggi; Melebihi target; target 72,93, realisasi 72,97"' in isi
    assert '<span class="dk-teks__dengar">: Sangat Tinggi;' in isi
    assert isi.count("is-kini") == 20


@pytest.mark.parametrize(
    ("nama", "celah"),
    [
        ("Permendagri 86/2017", "antara 90 dan 91, antara 75 dan 76, antara 65 dan 66, antara 50 dan 51"),
        ("Sekretariat Daerah", "antara 90 dan 90,1, antara 75 dan 75,1, antara 65 dan 65,1, antara 50 dan 50,1"),
    ],
)
def test_aturan_skala_menyebut_celah(data, nama, celah):
    assert f"({celah}) memperoleh pita yang lebih rendah" in aturan_skala(data.skala.ambil(nama, 2024))


def test_aturan_skala_tanpa_celah_pada_dua_desimal(data, kabupaten):
    assert aturan_skala(data.skala_capaian(kabupaten, 2024)).endswith("Skala ini tidak memiliki celah.")


# --- sasaran and OPD --------------------------------------------------------------------------------------------------


def test_sasaran_kabupaten_2024(data, kabupaten):
    baris = tabel_sasaran(data, kabupaten, 2024)
    assert len(baris) == 18
    judul = "14 dari 18 sasaran Sangat Tinggi, terendah Meningkatnya Kualitas Lingkungan Hidup (84,31%)"
    assert judul_sasaran(baris) == judul
    assert all(b.sama for b in baris)


def test_sasaran_rata_rata_dan_cetakan_yang_beda(data, kabupaten):
    baris = {b.sasaran: b for b in tabel_sasaran(data, kabupaten, 2024)}
    didik = baris["Meningkatnya Kualitas Pendidikan Masyarakat"]
    assert (didik.capaian, didik.rata.keterangan, didik.predikat) == ("98,99%", "2 dari 2 dihitung", "Sangat Tinggi")
    assert [t.jenis for t in didik.tanda] == [JenisTanda.DIPOTONG]
    miskin = baris["Menurunnya Angka Kemiskinan"]
    assert "Dihitung 100,82%, laporan mencetak 100,33%" in miskin.tanda[0].penjelasan
    akuntabel = baris["Meningkatnya Akuntabilitas Keuangan dan Kinerja Birokrasi"]
    assert (akuntabel.capaian, akuntabel.rata.keterangan) == ("89,76%", "1 dari 2 dihitung")
    assert akuntabel.tercapai == "0 dari 2"


def test_sasaran_tanpa_persentase_memakai_cetakan(data):
    baris = tabel_sasaran(data, kode(data, "BKPSDM"), 2024)
    assert (baris[-1].capaian, baris[-1].dilaporkan, baris[-1].sama) == ("", "Sangat Tinggi, 100%", None)


def test_sasaran_dibatasi_seratus(data):
    setda = kode(data, "Setda")
    biasa, batas = (tabel_sasaran(data, setda, 2023, batasi=b) for b in (False, True))
    assert [b.capaian for b in biasa][:2] == ["", "148,29%"]
    assert [b.capaian for b in batas][:2] == ["", "100,00%"]


def test_judul_sasaran_tanpa_hitungan(data):
    baris = tabel_sasaran(data, kode(data, "Kec. Lima Puluh Pesisir"), 2019)
    assert judul_sasaran(baris) == "2 sasaran belum berpredikat: belum ada capaian yang dapat dihitung"


def test_sasaran_di_celah_skala():
    opd = Opd(kode_opd="A", nama_opd="Dinas A", jenis=JenisOpd.DINAS)
    indikator = Indikator(
        kode_indikator="A1",
        kode_opd="A",
        tingkat=Tingkat.SASARAN,
        indikator="Satu <b>",
        satuan="Persen",
        arah=Arah.NAIK,
        sasaran="Maju & <i>adil</i>",
    )
    capaian = BarisCapaian(kode_indikator="A1", tahun=2024, target=baca_nilai("100"), realisasi=baca_nilai("90,5"))
    cetak = Kutipan(
        tahun=2024,
        ukuran=Ukuran.PREDIKAT,
        tercetak="sangat tinggi",
        sumber="001",
        kode_opd="a",
        uraian="maju & <i>ADIL</i>",
    )
    dataset = Dataset(BukuKerja(opd=(opd,), indikator=(indikator,), capaian=(capaian,), kutipan=(cetak,)))
    (baris,) = tabel_sasaran(dataset, "A", 2024)
    assert (baris.predikat, baris.dilaporkan, baris.sama) == ("Tinggi", "Sangat Tinggi", False)
    assert [t.jenis for t in baris.tanda] == [JenisTanda.DI_CELAH]
    isi = sasaran_html((baris,)) + peta_html(peta_predikat(dataset, "A"), 2024)
    assert "<i>adil" not in isi
    assert "Satu <b>" not in isi


def test_matriks_opd(data, kabupaten):
    matriks = matriks_opd(data)
    assert matriks.tahun == (2020, 2021, 2022, 2023, 2024, 2025)
    baris = {b.kode: dict(zip(matriks.tahun, b.sel, strict=True)) for b in matriks.baris}
    kini = baris[kabupaten][2024]
    assert (kini.teks, kini.predikat, kini.rata.keterangan) == ("96,79%", "Sangat Tinggi", "19 dari 20 dihitung")
    assert kini.sebaran == (("▲▲", "Sangat Tinggi", 15), ("▲", "Tinggi", 4), ("–", "tanpa predikat", 1))
    assert baris[kabupaten][2025] is None
    assert baris[kode(data, "Disnaker Perindag")][2025].predikat == "Tinggi"
    assert "15 Sangat Tinggi, 4 Tinggi, 1 tanpa predikat" in matriks_html(matriks, kabupaten)


# --- AKIP -------------------------------------------------------------------------------------------------------------


def test_akip_kabupaten_seperti_tabel_3_7(data, kabupaten):
    tabel = tabel_akip(data)
    baris = akip_terpilih(tabel, kabupaten)
    assert [s.teks for s in baris.sel if s] == [
        "C 37,05",
        "C 45,02",
        "CC 55,63",
        "CC 56,35",
        "B 60,55",
        "B 61,28",
        "B 62,83",
    ]
    assert baris.sel[tabel.tahun.index(2024)].target == Decimal("70.00")
    assert tabel.baris[0] is baris


def test_akip_predikat_dari_nilai_dengan_tanda(data):
    tabel = tabel_akip(data)
    baris = akip_terpilih(tabel, kode(data, "Kec. Lima Puluh Pesisir"))
    nilai = {s.tahun: s for s in baris.sel if s}
    assert {t: s.teks for t, s in nilai.items()} == {
        2020: "B 66,87",
        2021: "B 69,91",
        2022: "BB 72,59",
        2023: "BB 70,20",
    }
    assert "laporan mencetak B" in nilai[2023].tanda[0].penjelasan
    assert nilai[2021].tanda == ()


def test_akip_predikat_saja_dan_opd_tanpa_akip(data, kabupaten):
    tabel = tabel_akip(data)
    bkpsdm = akip_terpilih(tabel, kode(data, "BKPSDM"))
    assert [s.teks for s in bkpsdm.sel if s] == ["BB"]
    assert not bkpsdm.bernilai
    assert akip_terpilih(tabel, kode(data, "Disdik")).kode_opd == kabupaten
    assert "BB 72,37" in akip_html(tabel, kabupaten)


# --- IKM --------------------------------------------------------------------------------------------------------------


def test_ikm_64_unit_2024_seperti_tabel_3_9(data):
    ikm = peringkat_ikm(data, 2024)
    assert len(ikm.unit) + len(ikm.tanpa) == 64
    assert [(kata, n) for kata, _, n in ikm.jumlah] == [("A", 24), ("B", 36), ("C", 3), ("D", 0)]
    assert (ikm.unit[0].nama, ikm.unit[0].nilai.teks) == ("Kec. Tanjung Tiram", "A 99,79")
    assert (ikm.unit[-1].nama, ikm.unit[-1].nilai.teks, ikm.unit[-1].peringkat) == ("Setda", "C 66,35", 63)
    assert [u.nama for u in ikm.tanpa] == ["Disporabudpar"]
    assert "dibaca tidak tersedia" in ikm.tanpa[0].catatan
    assert ikm.keseluruhan.nilai == "86,28"


def test_ikm_nilai_sama_peringkat_sama(data):
    sama = [u.peringkat for u in peringkat_ikm(data, 2024).unit if u.nilai.nilai == "80,48"]
    assert sama == [51, 51, 51]


def test_ikm_kelompok_kecil_disatukan(data):
    kelompok = kelompok_unit(peringkat_ikm(data, 2024))
    assert kelompok == ("Dinas", "Badan", "Kecamatan", "Kelurahan", "Puskesmas", "Unit lain")


def test_ikm_tahun_dengan_satu_unit_tidak_diperingkat(data):
    ikm = peringkat_ikm(data, 2023)
    assert not ikm.cukup
    assert catatan_ikm(ikm) == "Hanya Setda 86,06 (B) yang bernilai pada 2023. Tahun lain yang tersedia:"
    assert ikm.tahun_ada == (2024, 2023, 2022)


@pytest.mark.parametrize(
    ("opd", "tahun", "judul"),
    [
        ("Setda", 2024, "AKIP Setda BB (72,37); 24 dari 63 unit bermutu A pada IKM 2024"),
        ("Setda", 2018, "AKIP Setda belum tersedia sampai 2018; IKM unit belum tersedia untuk 2018"),
        ("BKPSDM", 2025, "AKIP BKPSDM BB pada 2024; IKM unit belum tersedia untuk 2025"),
        ("Setda", 2023, "AKIP Setda BB (72,97); baru 1 dari 64 unit bernilai IKM 2023"),
    ],
)
def test_judul_skala(data, opd, tahun, judul):
    assert judul_skala(tabel_akip(data), peringkat_ikm(data, tahun), kode(data, opd)) == judul


def test_tanpa_akip_dan_ikm():
    dataset = Dataset(BukuKerja(opd=(Opd(kode_opd="A", nama_opd="Dinas A", jenis=JenisOpd.DINAS),)))
    tabel, ikm = tabel_akip(dataset), peringkat_ikm(dataset, 2024)
    assert (tabel.baris, tabel.skala, ikm.unit) == ((), None, ())
    assert judul_skala(tabel, ikm, "A") == "Nilai AKIP belum tersedia; IKM unit belum tersedia untuk 2024"
    assert sumber_nilai(tabel, ikm) == ()


def survei(*nilai):
    """A dataset of units with IKM and the number of people asked."""
    isi: dict[str, list] = {"opd": [], "indikator": [], "capaian": []}
    for n, (ikm, responden) in enumerate(nilai):
        k = f"U{n}"
        isi["opd"].append(Opd(kode_opd=k, nama_opd=f"Unit {n}", jenis=JenisOpd.PUSKESMAS))
        for akhir, padanan, skala, teks in (("I", "ikm UNIT", "IKM", ikm), ("R", "Responden IKM unit", "", responden)):
            isi["indikator"].append(
                Indikator(
                    kode_indikator=f"{k}{akhir}",
                    kode_opd=k,
                    tingkat=Tingkat.PENDUKUNG,
                    indikator="x",
                    satuan="y",
                    arah=Arah.NAIK,
                    skala_nilai=skala,
                    padanan=padanan,
                )
            )
            isi["capaian"].append(
                BarisCapaian(kode_indikator=f"{k}{akhir}", tahun=2024, realisasi=baca_nilai(teks) if teks else KOSONG)
            )
    return Dataset(BukuKerja(**{k: tuple(v) for k, v in isi.items()}))


def test_responden_sedikit_disebut():
    ikm = peringkat_ikm(survei(("90", "29"), ("80", "30"), ("70", "1.200"), ("", "0")), 2024)
    assert [(u.responden, u.sedikit) for u in ikm.unit] == [("29", True), ("30", False), ("1.200", False)]
    assert "1 unit dinilai oleh kurang dari 30 responden" in catatan_ikm(ikm)
    isi = unit_html((*ikm.unit, *ikm.tanpa), "U1", responden=ikm.ada_responden)
    assert "29 !" in isi
    assert "0 !" not in isi.replace("30 !", "")
    assert "Tidak tersedia" in isi


# --- charts -----------------------------------------------------------------------------------------------------------


def test_grafik_akip_nilai_target_dan_pita(data, kabupaten):
    tabel = tabel_akip(data)
    fig = grafik_akip(akip_terpilih(tabel, kabupaten), None, tabel.skala)
    utama, target = fig.data
    assert list(utama.x) == [2018, 2019, 2020, 2021, 2022, 2023, 2024]
    assert utama.text[-1] == "<b>B</b><br>62,83"
    assert (list(target.y), target.text[-1]) == ([70.0], "target 70,00")
    assert {a.text for a in fig.layout.annotations} == {"▼ C", "▼ CC", "● B", "▲ BB"}


def test_grafik_akip_pembanding_hanya_tahun_yang_sama(data, kabupaten):
    tabel = tabel_akip(data)
    setda = akip_terpilih(tabel, kode(data, "Setda"))
    fig = grafik_akip(setda, akip_terpilih(tabel, kabupaten), tabel.skala)
    assert list(fig.data[0].x) == [2022, 2023, 2024]
    assert fig.data[0].text[-1] == "Pemkab Batu Bara 62,83"


def test_grafik_ikm_setiap_unit_sekali(data):
    ikm = peringkat_ikm(data, 2024)
    fig = grafik_ikm(ikm, kode(data, "Setda"))
    assert sum(len(t.x) for t in fig.data) == 63
    teks = [a.text for a in fig.layout.annotations]
    assert "<b>Unit lain · Setda 66,35</b>" in teks
    assert "Kec. Sei Balai 75,35" in teks
    assert "▲▲ A ≥ 88,31" in teks


def test_grafik_ikm_titik_yang_berdekatan_digeser(data):
    fig = grafik_ikm(peringkat_ikm(data, 2024), "")
    for titik in fig.data:
        letak = list(zip(titik.x, titik.y, strict=True))
        assert len(set(letak)) == len(letak)


def test_sebaran_html_memuat_kata_dan_bagian(data, kabupaten):
    isi = sebaran_html(tabel_distribusi(ringkas(data, kabupaten, 2024).distribusi))
    assert "▲▲ Sangat Tinggi" in isi
    assert "15 (75,0%)" in isi


def test_skala_bawaan_cukup_untuk_akip_dan_ikm():
    skala = KumpulanSkala()
    assert {"AKIP", "IKM"} <= {s.nama for s in SKALA_BAWAAN}
    assert skala.ambil("AKIP").peringkat(Decimal(80)).predikat == "BB"
    assert skala.ambil("IKM").peringkat(Decimal("88.31")).predikat == "A"
