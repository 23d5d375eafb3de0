"""The page Anggaran: drill-down, comparison, APBD and quadrant, against the figures the five reports print."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

import pytest

from components.anggaran.bagian import menjorok, persen_berbatang, selisih, uang
from components.anggaran.grafik import alt_apbd, grafik_apbd, grafik_uang
from components.anggaran.kuadran import grafik_kuadran
from components.anggaran.letak import LEBAR_BIDANG, TINGGI_BIDANG, TINGGI_LABEL, Kotak, letak_label
from kinerja.dataset import Dataset
from kinerja.model.baris import BarisAnggaran, BarisApbd, BukuKerja, Indikator, Opd
from kinerja.model.istilah import Arah, JenisOpd, KelompokApbd, Peran, Tingkat
from kinerja.nilai.angka import bulatkan, format_persen
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.sumber.versi import aktif
from kinerja.telaah.anggaran.apbd import tabel_apbd, tahun_apbd
from kinerja.telaah.anggaran.banding import banding_opd, cetakan_lain
from kinerja.telaah.anggaran.efisiensi import Kuadran, tabel_efisiensi, tahun_efisiensi, teks_poin, teks_rasio
from kinerja.telaah.anggaran.rincian import (
    BarisUang,
    baris_grafik,
    judul_uang,
    rincian_anggaran,
    semua_jalur,
    tahun_anggaran,
)

BB, SETDA, DKPP, BKPSDM, KLPP = (
    ("BATUBARA", 2024),
    ("SETDA", 2024),
    ("DISNAKERPERINDAG", 2025),
    ("BKPSDM", 2024),
    ("KEC-LIMA-PULUH-PESISIR", 2023),
)
SEMUA = (BB, SETDA, DKPP, BKPSDM, KLPP)
KESEMPATAN_KERJA = "terciptanya-peningkatan-kesempatan-kerja"
PELATIHAN = f"{KESEMPATAN_KERJA}/program-pelatihan-kerja-dan-produktivitas-tenaga-kerja"


@pytest.fixture(scope="module")
def data():
    return aktif().dataset


def buku(anggaran=(), apbd=(), indikator=(), jenis=JenisOpd.DINAS):
    """Build a dataset of one OPD in memory."""
    opd = (Opd(kode_opd="DINAS", nama_opd="Dinas Contoh", jenis=jenis),)
    return Dataset(BukuKerja(opd=opd, anggaran=tuple(anggaran), apbd=tuple(apbd), indikator=tuple(indikator)))


def lajur(program, kegiatan="", pagu=None, realisasi=None, **lain):
    angka = [None if n is None else Decimal(n) for n in (pagu, realisasi)]
    return BarisAnggaran(
        kode_opd="DINAS", tahun=2024, program=program, kegiatan=kegiatan, pagu=angka[0], realisasi=angka[1], **lain
    )


# Rincian


@pytest.mark.parametrize(
    ("opd", "judul"),
    [
        (BB, "Serapan 95,79%: Rp 1,29 T dari Rp 1,34 T, tersisa Rp 56,5 M"),
        (SETDA, "Serapan 93,98%: Rp 60,56 M dari Rp 64,44 M, tersisa Rp 3,88 M"),
        (DKPP, "Serapan 94,41%: Rp 9,07 M dari Rp 9,6 M, tersisa Rp 536,32 jt"),
        (BKPSDM, "Serapan 93,35%: Rp 5,21 M dari Rp 5,58 M, tersisa Rp 370,93 jt"),
        (KLPP, "Serapan 92,63%: Rp 2,05 M dari Rp 2,22 M, tersisa Rp 163,32 jt"),
    ],
)
def test_judul_menyebut_serapan_dan_uangnya(data, opd, judul):
    assert rincian_anggaran(data, *opd).judul == judul


@pytest.mark.parametrize(
    ("opd", "pagu", "realisasi"),
    [
        (BB, "1343185299386", "1286683521452.43"),
        (SETDA, "64440768486", "60563391303"),
        (DKPP, "9601606273", "9065287929"),
        (BKPSDM, "5581000815", "5210070860"),
        (KLPP, "2216552780", "2053237731"),
    ],
)
def test_jumlah_sama_dengan_total_tercetak(data, opd, pagu, realisasi):
    jumlah = rincian_anggaran(data, *opd).jumlah
    assert (jumlah.pagu, jumlah.realisasi) == (Decimal(pagu), Decimal(realisasi))


@pytest.mark.parametrize("opd", SEMUA)
def test_setiap_tingkat_berjumlah_induknya_dan_tidak_dihitung_dua_kali(data, opd):
    for jalur in semua_jalur(data, *opd):
        rincian = rincian_anggaran(data, *opd, jalur)
        assert sum(b.jumlah.pagu for b in rincian.baris) == rincian.jumlah.pagu
        if not rincian.hanya_pagu:
            assert sum(b.jumlah.realisasi for b in rincian.baris) == rincian.jumlah.realisasi
        assert bulatkan(sum(b.bagian for b in rincian.baris if b.bagian is not None)) in (0, 100)


def test_turun_dari_opd_sampai_sub_kegiatan(data):
    tingkat = [
        (r.tingkat, len(r.baris), format_persen(r.jumlah.serapan))
        for jalur in ("", KESEMPATAN_KERJA, PELATIHAN, f"{PELATIHAN}/pelaksanaan-pelatihan-berdasarkan-unit-kompetensi")
        for r in (rincian_anggaran(data, *DKPP, jalur),)
    ]
    assert tingkat == [
        ("sasaran", 4, "94,41%"),
        ("program", 3, "93,89%"),
        ("kegiatan", 2, "96,00%"),
        ("sub kegiatan", 2, "93,19%"),
    ]


def test_remah_menyebut_jalan_kembali(data):
    remah = rincian_anggaran(data, *DKPP, PELATIHAN).remah
    assert [r.jalur for r in remah] == [KESEMPATAN_KERJA, PELATIHAN]
    assert remah[0].nama == "Terciptanya peningkatan kesempatan kerja"


def test_hanya_baris_berisi_yang_dapat_dibuka(data):
    assert all(not b.jalur for b in rincian_anggaran(data, *SETDA).baris)
    for baris in rincian_anggaran(data, *DKPP).baris:
        assert rincian_anggaran(data, *DKPP, baris.jalur).remah[-1].nama == baris.nama


def test_jalur_atau_tahun_tanpa_data_tidak_membuka_apa_pun(data):
    assert rincian_anggaran(data, *DKPP, "tidak-ada") is None
    assert rincian_anggaran(data, "SETDA", 2020) is None
    assert semua_jalur(data, "SETDA", 2020) == ()
    assert tahun_anggaran(data, "SETDA") == (2024,)


def test_program_kabupaten_hanya_berpagu_dan_realisasi_tidak_dikarang(data):
    rincian = rincian_anggaran(data, *BB)
    assert len(rincian.baris) == 107
    assert rincian.hanya_pagu
    assert all(b.jumlah.serapan is None for b in rincian.baris)
    assert "Belanja dalam APBD" in rincian.asal
    assert [s.split(",")[1] for s in rincian.sumber] == [" Tabel 2.5", " Bab III B"]
    pagu = [b.jumlah.pagu for b in rincian.baris]
    assert pagu == sorted(pagu, reverse=True)
    assert format_persen(rincian.baris[0].bagian) == "47,22%"


def test_sorotan_kabupaten_menunjuk_letak_uangnya(data):
    terbesar, sepuluh, iku = rincian_anggaran(data, *BB).sorotan
    assert terbesar.teks == "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"
    assert sepuluh.angka == "90,16%"
    assert (iku.angka, iku.teks[:16]) == ("Rp 256,97 M (19,13%)", "35 dari 107 bari")


def test_sorotan_opd_menunjuk_sisa_serapan_terendah_dan_yang_tidak_terserap(data):
    sisa, rendah, belum = rincian_anggaran(data, *KLPP).sorotan
    assert sisa.angka == "Rp 144,56 jt (88,52% dari sisa)"
    assert (rendah.angka, rendah.jalur) == ("63,08%", "program-penyelenggaraan-pemerintahan-dan-pelayanan-publik")
    assert belum.angka == "2 sub kegiatan, Rp 23,27 jt"


def test_program_menyebut_iku_yang_didukung(data):
    pendidikan = next(b for b in rincian_anggaran(data, *BB).baris if b.nama == "Program Pengelolaan Pendidikan")
    assert pendidikan.dukung == ("Rata-Rata Lama Sekolah", "Harapan Lama Sekolah")


@pytest.mark.parametrize(
    ("pagu", "realisasi", "judul"),
    [
        ("100", "100", "Serapan 100,00%: Rp 100 dari Rp 100, tanpa sisa"),
        ("100", "120", "Serapan 120,00%: Rp 120 dari Rp 100, melampaui pagu Rp 20"),
        ("100", None, "Pagu Rp 100, realisasi tidak tersedia"),
        ("0", "0", "Pagu Rp 0, realisasi Rp 0"),
        (None, None, "Pagu tidak tersedia"),
    ],
)
def test_judul_pada_tepi(pagu, realisasi, judul):
    jumlah = JumlahAnggaran(*(None if n is None else Decimal(n) for n in (pagu, realisasi)))
    assert judul_uang(jumlah) == judul


def test_realisasi_yang_hilang_sebagian_disebut():
    data = buku([lajur("A", pagu=100, realisasi=50), lajur("B", pagu=100)])
    rincian = rincian_anggaran(data, "DINAS", 2024)
    assert rincian.catatan[0] == "1 dari 2 baris terdalam tidak memiliki realisasi; serapan terbaca lebih rendah."


def test_induk_yang_tidak_sama_dengan_rinciannya_diberi_tanda():
    baris = [lajur("A", pagu=90, realisasi=50), lajur("A", "x", 60, 30), lajur("A", "y", 40, 20), lajur("B", pagu=1)]
    satu, dua = rincian_anggaran(buku(baris), "DINAS", 2024).baris
    assert satu.jumlah.pagu == 100
    assert [t.penjelasan for t in satu.tanda] == ["Pagu: rinciannya berjumlah Rp 100, tercetak Rp 90"]
    assert dua.tanda == ()


def test_nama_yang_mirip_tetap_memiliki_alamat_sendiri():
    baris = [lajur(p, k, 10, 5) for p in ("Program A/B", "Program A-B") for k in ("x", "y")]
    assert semua_jalur(buku(baris), "DINAS", 2024) == ("", "program-a-b", "program-a-b-2")


def test_grafik_menggabungkan_yang_kecil(data):
    baris = baris_grafik(rincian_anggaran(data, *BB))
    assert len(baris) == 11
    assert baris[-1].nama == "97 program lainnya"
    assert sum(b.jumlah.pagu for b in baris) == Decimal(1343185299386)
    assert baris[-1].jumlah.realisasi is None


# Comparison


def test_opd_dibandingkan_menurut_serapan_dan_keseluruhan_tidak_ikut(data):
    banding = banding_opd(data, *SETDA)
    assert [(b.kode_opd, b.tahun) for b in banding.baris] == [BB, DKPP, SETDA, BKPSDM, KLPP]
    assert [b.kode_opd for b in banding.baris if b.terpilih] == ["SETDA"]
    assert banding.judul == "Serapannya urutan 2 dari 4 OPD yang memiliki anggaran"
    assert banding_opd(data, *BB).judul == "Serapan 4 OPD yang memiliki anggaran: 92,63% sampai 94,41%"
    assert banding_opd(data, *KLPP).judul.startswith("Serapannya terendah")


@pytest.mark.parametrize(
    ("opd", "sumber", "temuan"),
    [
        (BB, "000, Tabel 2.6", "Total Rp 1.343.185.299.386, sama dengan Anggaran; baris yang sama namanya cocok"),
        (
            SETDA,
            "001, Tabel 2.5",
            "Total Rp 64.440.768.486, sama dengan Anggaran; rincian yang tercetak hanya berjumlah Rp 47.334.153.328",
        ),
        (DKPP, "002, Tabel 2.3", "Total Rp 9.601.606.273, sama dengan Anggaran; baris yang sama namanya cocok"),
        (
            BB,
            "000, Bab III, sasaran Kualitas Pendidikan, tabel program pendukung",
            "Sebagian anggaran: Rp 115.383.277.063; 2 baris berbeda dari Anggaran",
        ),
    ],
)
def test_cetakan_lain_dibandingkan_bukan_dijumlahkan(data, opd, sumber, temuan):
    cetakan = {c.sumber: c for c in cetakan_lain(data, *opd)}
    assert cetakan[sumber].temuan == temuan


def test_selisih_cetakan_lain_per_program(data):
    pendidikan = cetakan_lain(data, *BB)[2]
    assert [(b.pagu, b.anggaran) for b in pendidikan.baris] == [
        (Decimal(115083277063), Decimal(127723071800)),
        (Decimal(300000000), Decimal(975000000)),
    ]


def test_total_cetakan_lain_yang_berbeda_disebut_selisihnya():
    lain = lajur("", pagu=90, peran=Peran.PEMBANDING, sumber="x")
    (cetakan,) = cetakan_lain(buku([lajur("A", pagu=100), lain]), "DINAS", 2024)
    assert cetakan.temuan == "Total Rp 90, kurang Rp 10 dari Anggaran"


# APBD


def test_apbd_kedua_tahun(data):
    tabel = tabel_apbd(data, *BB)
    assert tabel.judul == "Surplus Rp 29,2 M: pendapatan terealisasi 98,11%, belanja 95,79%"
    assert tabel.tahun_lalu == 2023
    isi = {b.nama: b for b in tabel.baris}
    assert [b.nama for b in tabel.baris if b.total] == [
        "Pendapatan",
        "Belanja",
        "Surplus/Defisit",
        "Pembiayaan netto",
        "SiLPA",
    ]
    assert format_persen(isi["Belanja Operasi"].persen) == "94,65%"
    assert format_persen(isi["Belanja Modal"].selisih_persen) == "-41,04%"
    assert isi["SiLPA"].realisasi == Decimal("31113799912.76")
    assert isi["Surplus/Defisit"].lalu == Decimal("-39613425313.58")


def test_perubahan_dari_nilai_negatif_tidak_memakai_persen(data):
    isi = {b.nama: b for b in tabel_apbd(data, *BB).baris}
    assert isi["Surplus/Defisit"].selisih == Decimal("68813286511.78")
    assert isi["Surplus/Defisit"].selisih_persen is None
    assert isi["Surplus/Defisit"].persen is None


def test_grafik_apbd_memuat_arus_dan_saldo_tanpa_menghitung_dua_kali(data):
    tabel = tabel_apbd(data, *BB)
    assert [b.nama for b in tabel.arus] == [
        "Pendapatan",
        "Belanja Operasi",
        "Belanja Modal",
        "Belanja Tidak Terduga",
        "Belanja Transfer",
    ]
    assert [b.nama for b in tabel.saldo] == ["Surplus/Defisit", "Pembiayaan netto", "SiLPA"]
    belanja = sum(b.realisasi for b in tabel.arus[1:])
    assert belanja == next(b.realisasi for b in tabel.baris if b.nama == "Belanja")


def test_apbd_tahun_tanpa_anggaran(data):
    tabel = tabel_apbd(data, "BATUBARA", 2023)
    assert tabel.judul == "Defisit Rp 39,61 M: pendapatan Rp 1,27 T, belanja Rp 1,31 T"
    assert not tabel.ada_anggaran
    assert tabel.tahun_lalu is None
    assert tabel.catatan[0] == "Anggaran 2023 tidak tersedia; laporan hanya mencetak realisasinya."
    assert "2024" in tabel.catatan[1]


def test_pendapatan_opd(data):
    tabel = tabel_apbd(data, *DKPP)
    assert tabel.judul == "Pendapatan terealisasi 44,31%: Rp 310,17 jt dari Rp 700 jt"
    assert [b.nama for b in tabel.baris] == ["Pendapatan", "Retribusi Kios"]
    assert tabel_apbd(data, *SETDA) is None
    assert tahun_apbd(data, "DISNAKERPERINDAG") == (2025,)
    assert tahun_apbd(data, "BATUBARA") == (2024, 2023)


def test_total_apbd_yang_tidak_sama_dengan_rinciannya_diberi_tanda():
    def baris(uraian, anggaran):
        return BarisApbd(tahun=2024, kelompok=KelompokApbd.BELANJA, uraian=uraian, anggaran=Decimal(anggaran))

    apbd = [baris("", 100), baris("Belanja Operasi", 60), baris("Belanja Modal", 30)]
    total = tabel_apbd(buku(apbd=apbd, jenis=JenisOpd.KABUPATEN), "DINAS", 2024).baris[0]
    assert [t.penjelasan for t in total.tanda] == ["Anggaran: rinciannya Rp 90, tercetak Rp 100"]


# Capaian and serapan


@pytest.mark.parametrize(
    ("opd", "judul", "jumlah"),
    [
        (BB, "6 dari 12 IKU belum mencapai target walaupun dananya terserap", (2, 3, 1, 6)),
        (SETDA, "2 dari 6 IKU belum mencapai target walaupun dananya terserap", (1, 2, 1, 2)),
        (DKPP, "1 dari 2 IKU belum mencapai target walaupun dananya terserap", (0, 0, 1, 1)),
        (KLPP, "1 dari 2 IKU belum mencapai target walaupun dananya terserap", (0, 0, 1, 1)),
    ],
)
def test_kuadran_menghitung_iku(data, opd, judul, jumlah):
    tabel = tabel_efisiensi(data, *opd)
    assert tabel.judul == judul
    assert tuple(n for _, n in tabel.jumlah) == jumlah
    assert sum(jumlah) == len(tabel.titik)


@pytest.mark.parametrize(
    ("opd", "label", "serapan", "poin", "rasio", "tercetak", "kuadran"),
    [
        (BB, "UHH", "91,57%", "+8,48", "1,09", "0,99", Kuadran.HEMAT),
        (BB, "INOVASI", "99,82%", "-14,35", "0,86", "0,84", Kuadran.DITINJAU),
        (BB, "MISKIN", "96,61%", "+4,21", "1,04", "0,0004", Kuadran.SEJALAN),
        (BB, "TANI", "89,88%", "+8,12", "1,09", "0,97", Kuadran.TERTAHAN),
        (SETDA, "IKM-UNIT", "93,59%", "-17,32", "0,81", "0,77", Kuadran.TERTAHAN),
        (SETDA, "UKPBJ", "99,85%", "+0,15", "1,00", "1,00", Kuadran.SEJALAN),
        (DKPP, "AKIP", "94,10%", "+2,22", "1,02", "Efisien", Kuadran.TERTAHAN),
        (KLPP, "AKIP", "91,68%", "+5,01", "1,05", "5,01", Kuadran.TERTAHAN),
    ],
)
def test_efisiensi_dihitung_dan_yang_tercetak_di_sebelahnya(data, opd, label, serapan, poin, rasio, tercetak, kuadran):
    b = next(b for b in tabel_efisiensi(data, *opd).baris if b.label == label)
    hasil = (format_persen(b.serapan), teks_poin(b.efisiensi), teks_rasio(b.efisiensi), b.tercetak, b.kuadran)
    assert hasil == (serapan, poin, rasio, tercetak, kuadran)


def test_pagu_bersama_ditandai_dan_memakai_cetakannya_sendiri(data):
    tabel = tabel_efisiensi(data, *BB)
    hls = next(b for b in tabel.baris if b.label == "HLS")
    assert (hls.bersama, hls.pagu, hls.tercetak) == ("RLS", Decimal(113228007338), "0,98")
    assert "Pagu bersama, dihitung sekali: HLS dengan RLS." in tabel.catatan


def test_rentang_yang_tercapai_tidak_dihukum_oleh_persentasenya(data):
    tabel = tabel_efisiensi(data, *BB)
    tpt = next(b for b in tabel.baris if b.label == "TPT")
    assert (format_persen(tpt.capaian), tpt.kuadran) == ("98,23%", Kuadran.HEMAT)
    assert any(c.startswith("TPT tercapai") for c in tabel.catatan)


def test_yang_tidak_dapat_ditempatkan_disebut_alasannya(data):
    tabel = tabel_efisiensi(data, *SETDA)
    assert "Tidak digambar: LPPD (realisasi tidak tersedia)." in tabel.catatan
    assert len(tabel.titik) == len(tabel.baris) - 1


def test_serapan_yang_hanya_dilaporkan_ditandai(data):
    ikm = next(b for b in tabel_efisiensi(data, *KLPP).baris if b.label == "IKM")
    assert (ikm.dilaporkan, ikm.pagu, format_persen(ikm.serapan)) == (True, None, "92,63%")
    assert "menurut laporan" in ikm.tanda[0].penjelasan


def test_serapan_yang_berbeda_dari_cetakan_ditandai(data):
    b = next(b for b in tabel_efisiensi(data, *BB).baris if b.label == "INVESTASI")
    assert [t.penjelasan for t in b.tanda] == ["Dihitung 99,18%, laporan mencetak 99,19"]


def test_opd_tanpa_anggaran_indikator(data):
    assert tabel_efisiensi(data, *BKPSDM) is None
    assert tahun_efisiensi(data, "BKPSDM") == ()
    assert tahun_efisiensi(data, "SETDA") == (2024,)


# Charts


def test_grafik_uang_memuat_pagu_realisasi_dan_alamat(data):
    baris = rincian_anggaran(data, *DKPP).baris
    pagu, realisasi = grafik_uang(baris).data
    assert list(pagu.text) == ["94,10%", "93,89%", "99,36%", "99,82%"]
    assert list(realisasi.x) == [float(b.jumlah.realisasi) for b in baris]
    assert [c[0] for c in pagu.customdata] == [b.jalur for b in baris]


def test_grafik_pagu_menulis_rupiah_bila_realisasi_tidak_ada(data):
    pagu, realisasi = grafik_uang(baris_grafik(rincian_anggaran(data, *BB))).data
    assert pagu.text[0] == "Rp 634,25 M"
    assert set(realisasi.x) == {None}


def test_nama_dari_buku_kerja_tidak_menjadi_html():
    baris = (BarisUang(jalur="", nama="<b onclick=x>A</b> & B", jumlah=JumlahAnggaran(Decimal(1), Decimal(1))),)
    fig = grafik_uang(baris)
    assert fig.layout.annotations[0].text == "&lt;b onclick=x&gt;A&lt;/b&gt; &amp; B"
    assert "<b onclick" not in fig.data[0].hovertext[0]
    assert "<script>" not in menjorok("<script>", 1)


def test_each_apbd_figure_is_told_by_its_own_lines(data):
    tabel = tabel_apbd(data, "BATUBARA", 2024)
    assert alt_apbd(tabel.arus, 2024).startswith("Pendapatan 2024 Rp 1,32 T, anggaran Rp 1,34 T; Belanja Operasi")
    assert alt_apbd(tabel.saldo, 2024).endswith("SiLPA 2024 Rp 31,11 M, anggaran Rp 0")


def test_grafik_apbd_menulis_uang_di_samping_batang(data):
    tabel = tabel_apbd(data, *BB)
    arus, saldo = grafik_apbd(tabel.arus, 2024), grafik_apbd(tabel.saldo, 2024)
    assert [t.text[0] for t in arus.data] == ["Anggaran Rp 1,34 T", "2024 Rp 1,32 T", "2023 Rp 1,27 T"]
    assert saldo.data[2].text[0] == "2023 -Rp 39,61 M"
    assert saldo.layout.xaxis.range[0] < -39613425313
    assert len(grafik_apbd(tabel_apbd(data, "BATUBARA", 2023).arus, 2023).data) == 1


def test_grafik_kuadran_memberi_label_setiap_titik(data):
    tabel = tabel_efisiensi(data, *BB)
    fig = grafik_kuadran(tabel)
    teks = [a.text for a in fig.layout.annotations]
    assert set(teks) >= {b.label for b in tabel.titik}
    assert sum("Perlu ditinjau: 6" in t for t in teks) == 1
    assert len(fig.data[0].x) == 12
    batas = [s.x0 for s in fig.layout.shapes if s.x0 == s.x1]
    assert batas == [95.79]


def test_label_berdekatan_tidak_bertumpuk_pada_lebar_apa_pun():
    pusat = [(0.2, 100.0), (0.22, 104.0), (0.21, 250.0), (0.9, 250.0), (0.5, 400.0)]
    label = ["SATU", "DUA", "TIGA", "EMPAT", "LIMA"]
    hasil = letak_label(label, pusat)
    kotak = [
        Kotak(
            pangkal=x,
            x0=g[0] - (len(t) * 8 if g[0] < 0 else 0),
            x1=g[0] + (len(t) * 8 if g[0] > 0 else 0),
            y0=y + g[1] - 8,
            y1=y + g[1] + 8,
        )
        for t, (x, y), g in zip(label, pusat, hasil, strict=True)
        if g is not None
    ]
    assert len(kotak) >= 4
    assert not any(a.bertemu(b) for a, b in combinations(kotak, 2))


def test_label_tanpa_tempat_masuk_lajur():
    padat = [(0.5, 200.0 + i) for i in range(12)]
    hasil = letak_label(["SANGAT-PANJANG"] * 12, padat)
    assert hasil.count(None) >= 8


def test_label_dalam_lajur_menjaga_jarak(data):
    tabel = tabel_efisiensi(data, *BB)
    padat = replace(tabel, baris=tuple(replace(b, serapan=Decimal(97), capaian=Decimal(101)) for b in tabel.titik))
    lajur = sorted((a for a in grafik_kuadran(padat).layout.annotations if a.axref == "x"), key=lambda a: a.ay)
    kiri, atas = grafik_kuadran(padat).layout.yaxis.range
    piksel = [a.ay / (atas - kiri) * TINGGI_BIDANG for a in lajur]
    assert len(lajur) >= 6
    assert min(b - a for a, b in pairwise(piksel)) >= TINGGI_LABEL - 1e-6


def test_kotak_bertemu_pada_lebar_tertentu_saja():
    kiri, kanan = Kotak(pangkal=0.2, x0=10, x1=60, y0=0, y1=10), Kotak(pangkal=0.4, x0=-5, x1=5, y0=0, y1=10)
    assert kiri.bertemu(kanan)
    assert not Kotak(pangkal=0.2, x0=10, x1=20, y0=0, y1=10).bertemu(kanan)
    assert min(LEBAR_BIDANG) * 0.2 + 10 < 60


# Cells


def test_sel_uang_dan_batang():
    assert uang(Decimal(-1913938714)) == "-1.913.938.714"
    assert "Tidak tersedia" in uang(None)
    assert "120,00%" in persen_berbatang(Decimal(120))
    assert "width:100.0%" in persen_berbatang(Decimal(120))
    assert "–" in persen_berbatang(None)
    assert (selisih(Decimal(5)), selisih(Decimal(-5)), selisih(Decimal(0))) == ("+5", "-5", "0, cocok")


def test_indikator_bukan_iku_tidak_disebut_didukung():
    indikator = Indikator(
        kode_indikator="K-1",
        kode_opd="DINAS",
        tingkat=Tingkat.KEGIATAN,
        indikator="Jumlah dokumen",
        satuan="Dokumen",
        arah=Arah.NAIK,
    )
    data = buku([lajur("A", pagu=1, kode_indikator=("K-1",)), lajur("B", pagu=2)], indikator=[indikator])
    assert all(b.dukung == () for b in rincian_anggaran(data, "DINAS", 2024).baris)
