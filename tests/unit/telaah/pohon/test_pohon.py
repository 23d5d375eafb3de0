"""The page Pohon kinerja: figures of the five reports, money counted once, levels that are missing, the drawing."""

import re
from dataclasses import replace
from decimal import Decimal

import contoh
import pytest

from components.pohon import pohon_html
from kinerja.model.baris import AnggaranIndikator, BarisSusunan
from kinerja.model.istilah import Hubungan
from kinerja.rumus.capaian import JenisTanda
from kinerja.sumber import versi as sumber
from kinerja.telaah.anggaran.efisiensi import tabel_efisiensi
from kinerja.telaah.anggaran.rincian import CATATAN_APBD
from kinerja.telaah.capaian.sasaran import tabel_sasaran
from kinerja.telaah.indikator.program import uang_iku
from kinerja.telaah.pohon.cabang import JenisCabang, ratakan
from kinerja.telaah.pohon.pohon import CATATAN_BATAS, CATATAN_LAPORAN, CATATAN_UANG, pohon_kinerja, tahun_pohon


@pytest.fixture(scope="module")
def data():
    dataset = sumber.aktif().dataset
    assert dataset is not None
    return dataset


def cari(pohon, nama, jenis=None):
    """Return the first node whose name begins so."""
    return next(c for _, c in ratakan(pohon.akar) if c.nama.startswith(nama) and jenis in (None, c.jenis))


def jenis(pohon):
    return [(n, c.jenis.value) for n, c in ratakan(pohon.akar)]


# --- the five reports -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opd", "tahun", "judul"),
    [
        (
            "BATUBARA",
            2024,
            "Semua 6 misi berpredikat Sangat Tinggi; terlemah sasaran Meningkatnya Kualitas Lingkungan Hidup (84,31%), "
            "belum ada program yang terhubung",
        ),
        (
            "SETDA",
            2024,
            "3 dari 6 sasaran berpredikat Sangat Tinggi, 1 belum dapat dihitung; terlemah sasaran Meningkatnya "
            "Kepuasan Masyarakat terhadap Pelayanan Publik Sekretariat Daerah (76,26%), "
            "pagu Rp 59,49 M menurut tabel per indikator, serapan 93,59%",
        ),
        (
            "DISNAKERPERINDAG",
            2025,
            "1 dari 2 misi berpredikat Sangat Tinggi; terlemah sasaran Meningkatnya pertumbuhan industri kecil "
            "menengah (IKM) (65,83%), pagu Rp 113,35 jt, serapan 99,82%",
        ),
        (
            "BKPSDM",
            2024,
            "1 dari 2 tujuan berpredikat Sangat Tinggi, 1 belum dapat dihitung; terendah sasaran Meningkatnya kualitas "
            "pelayanan administrasi kepegawaian (95,35%)",
        ),
        ("BATUBARA", 2018, "1 IKU belum memiliki capaian yang dapat dihitung"),
    ],
)
def test_judul_menyebut_cabang_terlemah_dan_uang_yang_bergantung_padanya(data, opd, tahun, judul):
    assert pohon_kinerja(data, opd, tahun).judul == judul


def test_setiap_sasaran_memakai_rata_rata_yang_sama_dengan_halaman_predikat(data):
    for opd, tahun in (("BATUBARA", 2024), ("SETDA", 2023), ("KEC-LIMA-PULUH-PESISIR", 2023)):
        for batasi in (False, True):
            pohon = pohon_kinerja(data, opd, tahun, batasi=batasi)
            sasaran = {c.nama: c for _, c in ratakan(pohon.akar) if c.jenis is JenisCabang.SASARAN}
            tabel = tabel_sasaran(data, opd, tahun, batasi=batasi)
            assert len(sasaran) == len(tabel) > 1
            for b in tabel:
                c = sasaran[b.sasaran]
                assert (c.capaian, c.predikat, c.rata, c.tercapai) == (b.capaian, b.predikat, b.rata, b.tercapai)
                assert c.tanda == b.tanda


def test_setiap_iku_kabupaten_berdiri_sekali_di_bawah_misi_tujuan_dan_sasarannya(data):
    pohon = pohon_kinerja(data, "BATUBARA", 2024)
    iku = [c.kode for _, c in ratakan(pohon.akar) if c.kode]
    assert sorted(iku) == sorted(i.kode_indikator for i in data.iku("BATUBARA"))
    jumlah = {j: sum(c.jenis is j for _, c in ratakan(pohon.akar)) for j in JenisCabang}
    assert [jumlah[j] for j in list(JenisCabang)[:4]] == [6, 9, 18, 20]


def test_rata_rata_misi_adalah_rata_rata_iku_nya_bukan_rata_rata_sasaran(data):
    misi = pohon_kinerja(data, "BATUBARA", 2024).akar[0]
    # Capaian of UHH, RLS and HLS in Tabel 3.4; the mean of the two sasaran would be 99,52.
    assert misi.capaian == "99,34%"
    assert misi.rata.keterangan == "3 dari 3 dihitung"
    assert misi.tercapai == "1 dari 3"


def test_program_yang_mendukung_dua_iku_dihitung_sekali_pada_setiap_cabang(data):
    pohon = pohon_kinerja(data, "BATUBARA", 2024)
    pendidikan = cari(pohon, "Meningkatnya Kualitas Pendidikan")
    rls, hls = pendidikan.anak
    assert rls.uang.pagu == hls.uang.pagu == pendidikan.uang.pagu == Decimal(131_482_987_625)
    assert pendidikan.catatan == ("5 program mendukung lebih dari satu IKU di cabang ini dan dihitung sekali",)
    kesehatan = cari(pohon, "Meningkatnya Kualitas Kesehatan")
    assert kesehatan.uang.pagu == Decimal(87_950_930_865)
    assert pohon.akar[0].uang.pagu == Decimal(219_433_918_490)
    assert cari(pohon, "Program Pengelolaan Pendidikan").cakupan == "juga mendukung Harapan Lama Sekolah"


def test_cetakan_pembanding_menjadi_tanda_pada_program_yang_sama_hanya_bila_berbeda(data):
    pohon = pohon_kinerja(data, "BATUBARA", 2024)
    (tanda,) = cari(pohon, "Program Pengelolaan Pendidikan").tanda
    assert tanda.jenis is JenisTanda.BEDA_CETAK
    assert "Rp 115.083.277.063; tidak dijumlahkan" in tanda.penjelasan
    assert cari(pohon, "Program Pengendalian Penduduk").tanda == ()


def test_realisasi_yang_tidak_tercetak_tidak_pernah_menjadi_nol(data):
    pohon = pohon_kinerja(data, "BATUBARA", 2024)
    program = [c for _, c in ratakan(pohon.akar) if c.jenis is JenisCabang.PROGRAM]
    assert len(program) > 35
    assert {c.serapan for c in program} == {None}
    assert CATATAN_APBD in pohon.catatan
    fakta = {f.nama: f for f in pohon.fakta}
    assert fakta["Serapan seluruh anggaran"].angka == "95,79%"
    assert fakta["Serapan seluruh anggaran"].keterangan.endswith("realisasi Belanja APBD")
    assert fakta["Pagu program pendukung IKU"].angka == "Rp 256,97 M"
    assert fakta["Pagu program pendukung IKU"].keterangan == "19,13% dari pagu Rp 1,34 T, untuk 14 dari 20 IKU"


def test_anggaran_per_indikator_tampil_pada_iku_tanpa_program_dan_tidak_dijumlahkan_ke_atas(data):
    pohon = pohon_kinerja(data, "BATUBARA", 2024)
    jalan = cari(pohon, "Persentase Panjang Jalan")
    assert (jalan.uang.pagu, jalan.serapan) == (Decimal(62_380_799_000), jalan.uang.serapan)
    assert jalan.cakupan == "menurut tabel per indikator, tidak dijumlahkan"
    sasaran = cari(pohon, "Meningkatnya Kualitas Jaringan Jalan")
    assert sasaran.uang is None
    assert sasaran.cakupan == "anggaran hanya tercetak per indikator"
    misi = cari(pohon, "Mewujudkan Pelayanan Prasarana", JenisCabang.MISI)
    assert misi.uang.pagu == Decimal(875_326_912)
    assert misi.cakupan == "program untuk 1 dari 3 IKU"


def test_anggaran_per_indikator_di_samping_program_dan_pagu_bersama_disebut(data):
    pohon = pohon_kinerja(data, "BATUBARA", 2024)
    assert cari(pohon, "Usia Harapan Hidup").cakupan == (
        "menurut tabel per indikator: Rp 80,65 M dari Rp 88,08 M, serapan 91,57%"
    )
    assert cari(pohon, "Harapan Lama Sekolah").cakupan.endswith(
        "milik bersama dengan Rata-Rata Lama Sekolah, dihitung sekali"
    )
    # The same figure as its programs is not said twice.
    assert cari(pohon_kinerja(data, "DISNAKERPERINDAG", 2025), "Tingkat partisipasi").cakupan == ""


def test_baris_lebih_dalam_dijumlahkan_menjadi_program(data):
    pohon = pohon_kinerja(data, "DISNAKERPERINDAG", 2025)
    program = cari(pohon, "Program Pelatihan Kerja")
    assert program.uang.pagu == Decimal(3_557_321_229)
    assert program.uang.realisasi == Decimal(3_415_008_996)
    assert sum(c.uang.pagu for c in pohon.akar) == data.jumlah_anggaran["DISNAKERPERINDAG", 2025].pagu


def test_indikator_program_yang_mendukung_iku_membawa_programnya(data):
    pohon = pohon_kinerja(data, "KEC-LIMA-PULUH-PESISIR", 2023)
    program = cari(pohon, "Program Penyelenggaraan Pemerintahan dan Pelayanan")
    assert program.uang.pagu == Decimal(3_146_000)
    assert program.cakupan.startswith("melalui indikator Persentase Kepuasan Masyarakat")
    assert cari(pohon, "Indeks Kepuasan").cakupan == "laporan mencetak serapan 92,63% untuk indikator ini"
    # Kegiatan name indicators of their own; the program that names the IKU is still one program.
    assert len(cari(pohon, "Nilai AKIP").anak) == 1


def test_opd_tanpa_hubungan_anggaran_mengatakannya_sekali(data):
    pohon = pohon_kinerja(data, "BKPSDM", 2024)
    assert not pohon.beruang
    assert "Laporan tidak menghubungkan anggaran 2024 dengan IKU." in pohon.catatan
    assert {c.cakupan for _, c in ratakan(pohon.akar)} == {""}
    assert [f.angka for f in pohon.fakta] == ["97,31%", "1 dari 3", "Belum terhubung", "93,35%"]


def test_tanpa_anggaran_tahun_itu_dan_tanpa_iku(data):
    lama = pohon_kinerja(data, "BATUBARA", 2023)
    assert not lama.beruang
    assert [f.angka for f in lama.fakta] == ["96,68%", "4 dari 14", "Tidak tersedia"]
    assert pohon_kinerja(data, "INSPEKTORAT", 2024) is None
    assert tahun_pohon(data, "INSPEKTORAT") == ()
    assert tahun_pohon(data, "SETDA") == (2024, 2023, 2022)


def test_jalan_ke_cabang_terlemah_terbuka_dan_yang_lain_tertutup(data):
    pohon = pohon_kinerja(data, "BATUBARA", 2024)
    buka = [(c.jenis.value, c.terlemah) for _, c in ratakan(pohon.akar) if c.terbuka]
    assert buka == [("Misi", False), ("Tujuan", False), ("Sasaran", True)]
    setda = pohon_kinerja(data, "SETDA", 2022)
    assert setda.akar[0].terbuka
    assert setda.akar[0].anak[0].terbuka


def test_batas_seratus_mengubah_rata_rata_dan_disebut(data):
    lepas, batas = (pohon_kinerja(data, "SETDA", 2022, batasi=b) for b in (False, True))
    assert lepas.akar[0].capaian == "105,11%"
    assert batas.akar[0].persen < 100
    assert CATATAN_BATAS in batas.catatan
    assert CATATAN_BATAS not in lepas.catatan
    hukum = [cari(p, "Persentase Identifikasi").capaian for p in (lepas, batas)]
    assert hukum == ["119,00%", "119,00%"], "the indicator itself keeps its capaian"


def test_uang_setiap_iku_adalah_yang_dikatakan_halaman_anggaran(data):
    """Where the tree shows the budget per indicator, it is the row of Capaian dan serapan."""
    baris = {b.kode: b for b in tabel_efisiensi(data, "SETDA", 2024).baris}
    uang = uang_iku(data, "SETDA", 2024)
    assert len(uang) == 7
    for kode, u in uang.items():
        assert u.daun == ()
        assert (u.jumlah.pagu, u.serapan) == (baris[kode].pagu, baris[kode].serapan)


# --- small workbooks --------------------------------------------------------------------------------------------------


def pagu(alamat, jumlah, realisasi=None, indikator=(), peran="Anggaran", sumber="x"):
    baris = contoh.anggaran(alamat, jumlah, realisasi, kode="KAB", peran=peran)
    return replace(baris, kode_indikator=tuple(indikator), sumber=sumber)


def pohon_kecil(indikator, capaian=None, tahun=2024, batasi=False, **tabel):
    baris = capaian if capaian is not None else [contoh.capaian(i.kode_indikator, 2024, "100", "90") for i in indikator]
    dataset = contoh.dataset(indikator=indikator, capaian=baris, **tabel)
    return pohon_kinerja(dataset, "KAB", tahun, batasi=batasi)


def iku(kode, tingkat="Sasaran", **isi):
    return contoh.indikator(kode, tingkat=tingkat, **isi)


def test_tingkat_yang_tidak_tercetak_sama_sekali_dilewati():
    assert jenis(pohon_kecil([iku("A", sasaran="S"), iku("B", sasaran="S")])) == [
        (0, "Sasaran"),
        (1, "Indikator"),
        (1, "Indikator"),
    ]
    assert jenis(pohon_kecil([iku("A")])) == [(0, "Indikator")]


def test_iku_tanpa_misi_di_antara_yang_bermisi_berdiri_di_cabang_yang_mengatakannya():
    pohon = pohon_kecil([iku("A", misi="M", sasaran="S"), iku("B", sasaran="T"), iku("C", misi="m ", sasaran="U")])
    assert [(c.jenis.value, c.nama) for c in pohon.akar] == [("Misi", "M"), ("Misi", "Misi tidak tercetak")]
    assert [c.nama for c in pohon.akar[0].anak] == ["S", "U"], "case and spare spaces do not make another misi"


def test_indikator_tujuan_berdiri_langsung_di_bawah_tujuannya():
    pohon = pohon_kecil([iku("A", "Tujuan", tujuan="T"), iku("B", tujuan="T", sasaran="S")])
    assert jenis(pohon) == [(0, "Tujuan"), (1, "Indikator"), (1, "Sasaran"), (2, "Indikator")]


def test_hanya_baris_yang_menyebut_iku_dihitung_dan_sebagian_program_disebut():
    baris = [
        pagu("/P", 1000),
        pagu("/P/K", 600, indikator=["A"]),
        pagu("/P/K/S1", 500, 250),
        pagu("/P/K/S2", 100),
        pagu("/P/L", 400),
    ]
    (a,) = pohon_kecil([iku("A")], anggaran=baris).akar
    assert (a.uang.pagu, a.uang.realisasi) == (Decimal(600), Decimal(250))
    (program,) = a.anak
    assert program.cakupan == (
        "2 dari 3 baris terdalam program ini; 1 dari 2 baris terdalam tidak memiliki realisasi; "
        "serapan terbaca lebih rendah"
    )


def test_pembanding_tanpa_kembaran_tampil_dan_tidak_dijumlahkan():
    cetak = pagu("/Q", 700, 70, ["A"], "Pembanding", "000, Bab III")
    pohon = pohon_kecil([iku("A", sasaran="S")], anggaran=[pagu("/P", 100, 50, ["A"]), cetak])
    sasaran = pohon.akar[0]
    assert sasaran.uang.pagu == Decimal(100)
    asli, banding = sasaran.anak[0].anak
    assert (asli.nama, asli.cakupan) == ("P", "")
    assert (banding.uang.pagu, banding.cakupan) == (
        Decimal(700),
        "cetakan pembanding (000, Bab III), tidak dijumlahkan",
    )
    assert CATATAN_LAPORAN in pohon.catatan


def test_hanya_pembanding_tidak_membuat_uang_cabang():
    cetak = pagu("/Q", 700, 70, ["A"], "Pembanding", "000, Bab III")
    pohon = pohon_kecil([iku("A", sasaran="S")], anggaran=[cetak])
    assert pohon.akar[0].uang is None
    assert pohon.akar[0].anak[0].uang is None
    assert CATATAN_UANG not in pohon.catatan
    assert len(pohon.akar[0].anak[0].anak) == 1


def test_pagu_bersama_menyebut_pemikulnya_dan_tidak_dijumlahkan():
    lapor = [
        AnggaranIndikator(kode_indikator="A", tahun=2024, pagu=Decimal(200), realisasi=Decimal(100), sumber="x"),
        AnggaranIndikator(kode_indikator="B", tahun=2024, pagu_bersama="A", sumber="x"),
    ]
    pohon = pohon_kecil([iku("A", sasaran="S"), iku("B", sasaran="S")], anggaran_indikator=lapor)
    sasaran = pohon.akar[0]
    assert sasaran.uang is None
    assert [c.uang.pagu for c in sasaran.anak] == [Decimal(200), Decimal(200)]
    assert sasaran.anak[1].cakupan.endswith("milik bersama dengan Indikator A, dihitung sekali")


def test_susunan_hanya_membawa_indikator_yang_bukan_iku():
    mendukung = [BarisSusunan("A", n, Hubungan.MENDUKUNG) for n in ("B", "P")]
    daftar = [iku("A"), iku("B"), iku("P", "Program")]
    baris = [pagu("/X", 10, indikator=["B"]), pagu("/Y", 5, indikator=["P"])]
    pohon = pohon_kecil(daftar, anggaran=baris, susunan=mendukung)
    assert [[p.nama for p in c.anak] for c in pohon.akar] == [["Y"], ["X"]]


def test_pagu_nol_dan_kode_yang_tidak_dikenal():
    baris = [pagu("/P", 0, 0, ["a ", "TIADA"])]
    (a,) = pohon_kecil([iku("A")], anggaran=baris).akar
    assert (a.uang.pagu, a.serapan) == (Decimal(0), None)
    assert len(a.anak) == 1


def test_target_nol_predikat_saja_dan_netral_tidak_mengarang_persentase():
    daftar = [
        iku("NOL", sasaran="S"),
        iku("WTP", sasaran="S", skala_nilai="Opini BPK"),
        contoh.indikator("NET", arah="Netral", sasaran="S"),
    ]
    baris = [
        contoh.capaian("NOL", 2024, "0", "5"),
        contoh.capaian("WTP", 2024, "WTP", "WDP", skala="Opini BPK"),
        contoh.capaian("NET", 2024, "5", "6"),
    ]
    pohon = pohon_kecil(daftar, baris)
    sasaran = pohon.akar[0]
    assert (sasaran.capaian, sasaran.predikat, sasaran.rata.keterangan) == ("", "", "0 dari 3 dihitung")
    assert sasaran.tercapai == "0 dari 1"
    assert [c.persen for c in sasaran.anak] == [None, None, None]
    assert sasaran.anak[1].status == "✗ Tidak tercapai"
    assert sasaran.anak[2].status.startswith("– Indikator netral")
    assert pohon.judul == "3 IKU belum memiliki capaian yang dapat dihitung"


def test_iku_yang_hanya_beruang_tampil_tanpa_capaian():
    (a,) = pohon_kecil([iku("A")], [], anggaran=[pagu("/P", 10, 5, ["A"])]).akar
    assert (a.capaian, a.status) == ("", "– Capaian tahun ini tidak tercetak")
    assert a.serapan == Decimal(50)


def test_cabang_yang_sama_semua_tidak_memiliki_yang_terlemah():
    pohon = pohon_kecil([iku("A", sasaran="S"), iku("B", sasaran="T")])
    assert pohon.judul == "Semua 2 sasaran berpredikat Tinggi"
    assert not any(c.terlemah for _, c in ratakan(pohon.akar))
    satu = [contoh.capaian("A", 2024, "100", "95"), contoh.capaian("B", 2024, "100", "70")]
    pohon = pohon_kecil([iku("A", sasaran="S"), iku("B", sasaran="S")], satu)
    assert pohon.judul == "1 dari 2 IKU berpredikat Sangat Tinggi; terlemah Indikator B (70,00%)"


# --- the drawing ------------------------------------------------------------------------------------------------------


def gambar(pohon):
    kode = [c.kode for _, c in ratakan(pohon.akar) if c.kode]
    return pohon_html(pohon, tuple((k, f"./indikator?indikator={k}") for k in kode))


def test_tidak_ada_yang_dapat_dibuka_atau_diikuti_di_dalam_sebuah_summary(data):
    for opd, tahun in (("BATUBARA", 2024), ("DISNAKERPERINDAG", 2025), ("SETDA", 2024), ("BKPSDM", 2024)):
        isi = gambar(pohon_kinerja(data, opd, tahun))
        ringkas = re.findall(r'<summary class="dk-pohon__baris.*?</summary>', isi, re.DOTALL)
        assert len(ringkas) > 5
        assert not [r for r in ringkas if re.search(r"<(a|details|button)\b", r)]
        assert isi.count("<details") == isi.count("</details>")


def test_setiap_indikator_memiliki_tautan_ke_ceritanya(data):
    pohon = pohon_kinerja(data, "BATUBARA", 2024)
    tautan = re.findall(r'href="\./indikator\?indikator=([\w-]+)"', gambar(pohon))
    assert sorted(tautan) == sorted(i.kode_indikator for i in data.iku("BATUBARA"))


def test_teks_buku_kerja_tidak_pernah_menjadi_html():
    jahat = "<img src=x onerror=alert(1)>"
    indikator = replace(iku("A", misi=jahat, tujuan=jahat, sasaran=jahat), indikator=jahat)
    baris = [pagu(f"/{jahat}".replace("/>", ">"), 10, 5, ["A"], sumber=jahat)]
    isi = gambar(pohon_kecil([indikator], anggaran=baris))
    assert "<img" not in isi
    assert isi.count("&lt;img") >= 5
