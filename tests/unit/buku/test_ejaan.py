"""One spelling for one name: in a workbook as it is read, and in the parts of an update against their base."""

from decimal import Decimal

import pytest
from kiriman import kiriman
from pembangun import buku_kecil, ringkas, tambah_baris, ubah

from kinerja.buku.banding.beda import bandingkan_buku
from kinerja.buku.banding.gabung import gabungkan
from kinerja.buku.ejaan.bagian import Bagian
from kinerja.buku.muat import muat_mentah, muat_tersimpan
from kinerja.buku.pembaca import BukuMentah, LembarMentah
from kinerja.dataset import Dataset
from kinerja.telaah.wilayah.perbandingan import perbandingan, perbandingan_bawahan

B = buku_kecil()
UHH = "Umur Harapan Hidup"
BPS = {
    "Medan": "Kota Medan",
    "Binjai": "KOTA BINJAI",
    "Pematangsiantar": "Kota Pematang Siantar",
    "Tanjungbalai": "Kota Tanjung Balai",
    "Labuhanbatu": "Labuhan Batu",
    "Labuhanbatu Utara": "Labuhan Batu Utara",
    "Toba": "Toba Samosir",
    "Nasional": "INDONESIA",
    "Sumatera Utara": "SUMATERA UTARA",
}


def wilayah(nama, tingkat="Kabupaten/Kota", tahun=2024, nilai="70"):
    return [UHH, nama, tingkat, None, tahun, nilai, "Tahun", "Naik", "BPS"]


def regional(*baris):
    return tambah_baris({**B, "Regional": B["Regional"][:1], "Kutipan": B["Kutipan"][:2]}, "Regional", *baris)


def terbaca(hasil):
    assert hasil.sah, hasil.temuan
    return [(b.wilayah, b.tahun) for b in hasil.buku.regional]


def part(lembar, *baris):
    judul = tuple(B[lembar][0])
    isi = ((n, (*b, *[None] * (len(judul) - len(b)))) for n, b in enumerate(baris, 2))
    return Bagian("", (LembarMentah(lembar, ((1, judul), *isi)),))


def perbarui(muat_isi, isi, *bagian):
    gabungan = gabungkan(muat_isi(isi).kanonik(), bagian)
    return muat_mentah(BukuMentah(gabungan.lembar, ())), [*gabungan.temuan]


# --- regions ----------------------------------------------------------------------------------------------------------


def test_a_region_has_one_name_whatever_stands_before_it(muat_isi):
    hasil = muat_isi(
        regional(
            wilayah("Contoh", tahun=2023),
            wilayah("Kab. Contoh"),
            wilayah("KABUPATEN TETANGGA", tahun=2023),
            wilayah("Tetangga"),
            wilayah("Kota Jauh"),
            wilayah("Jauh", tahun=2023),
            wilayah("Prov. Contoh", "Provinsi"),
            wilayah("INDONESIA", "Nasional"),
            wilayah("Nasional", "Nasional", 2023),
        )
    )
    nama = ["Contoh", "Tetangga", "Tetangga", "Jauh", "Jauh"]
    assert [n for n, _ in terbaca(hasil)] == ["Contoh", *nama, "Provinsi Contoh", "Nasional", "Nasional"]


@pytest.mark.parametrize("regency", ["Contoh", "Kab. Contoh"])
def test_a_city_beside_the_regency_of_its_name_stays_its_own(muat_isi, regency):
    hasil = muat_isi(regional(wilayah(regency, nilai="70"), wilayah("Kota Contoh", nilai="78")))
    assert [n for n, _ in terbaca(hasil)] == ["Contoh", "Kota Contoh"]


def test_a_province_and_a_city_of_one_name_stay_apart(muat_isi):
    hasil = muat_isi(regional(wilayah("Jambi", "Provinsi"), wilayah("Kota Jambi")))
    assert [n for n, _ in terbaca(hasil)] == ["Jambi", "Kota Jambi"]


def test_a_province_as_owner_and_its_neighbours_are_looked_for_among_provinces(muat_isi):
    isi = regional(wilayah("CENDANA", "Provinsi"), wilayah("JATI", "Provinsi"), wilayah("Kota Jati"))
    isi = tambah_baris({**isi, "Profil": isi["Profil"][:2]}, "Profil", ["Jenis pemerintah", "Provinsi"])
    isi = tambah_baris(isi, "Profil", ["Provinsi", "Prov. Cendana"], ["Wilayah pembanding", "Provinsi Jati"])
    hasil = muat_isi({**isi, "OPD": [*isi["OPD"][:1], [*isi["OPD"][1][:3], "Provinsi", None, None], *isi["OPD"][2:]]})
    assert hasil.temuan == ()
    data = Dataset(hasil.buku)
    p = perbandingan(data, UHH, 2024)
    assert {b.jenis.name for b in p.wilayah} == {"SENDIRI", "PEMBANDING"}
    assert [b.wilayah for b in perbandingan_bawahan(data, UHH, 2024).wilayah] == ["Kota Jati"]


def test_a_region_is_never_ranked_twice(muat_isi):
    hasil = muat_isi(
        regional(wilayah("Contoh"), wilayah("Kabupaten Contoh"), wilayah("Batu Raja"), wilayah("Baturaja"))
    )
    assert [n for n, _ in terbaca(hasil)] == ["Contoh", "Batu Raja"]
    assert ringkas(hasil) == ["ejaan-kembar Regional!B3", "ejaan-kembar Regional!B5"]


def test_two_figures_of_one_region_are_an_error_that_shows_both_spellings(muat_isi):
    hasil = muat_isi(regional(wilayah("Contoh"), wilayah("Kabupaten Contoh", nilai="71")))
    (temuan,) = hasil.temuan
    assert ringkas(hasil) == ["ejaan-bentrok Regional!B3"]
    assert "“Kabupaten Contoh” sama dengan “Contoh” pada baris 2" in temuan.pesan
    diikuti = muat_isi(regional(wilayah("Kabupaten Contoh"), wilayah("Kota Contoh", nilai="71")))
    assert diikuti.temuan == ()


def test_nama_lain_names_the_others(muat_isi):
    lain = tambah_baris(
        regional(wilayah("Toba Samosir"), wilayah("Toba", tahun=2023)), "Nama lain", ["Wilayah", "Toba", "Toba Samosir"]
    )
    assert terbaca(muat_isi(lain)) == [("Toba", 2024), ("Toba", 2023)]


def test_a_spelling_of_two_names_is_an_error(muat_isi):
    isi = tambah_baris(B, "Nama lain", ["Wilayah", "Lain", "KAB. CONTOH LAMA"])
    assert ringkas(muat_isi(isi)) == ["nama-lain-bentrok Nama lain!C3"]


def test_the_shipped_figures_sent_again_under_the_names_of_bps_change_nothing():
    d = kiriman()
    dasar = muat_tersimpan_kiriman()
    baris = [
        [b.indikator, BPS.get(b.wilayah, b.wilayah), b.tingkat_wilayah.value, None, b.tahun, b.nilai.teks]
        for b in d.regional("IPM")
        if b.tahun == 2024
    ]
    assert {b[1] for b in baris} & set(BPS.values())
    gabungan = gabungkan(dasar, [part("Regional", *baris)])
    hasil = muat_mentah(BukuMentah(gabungan.lembar, ()))
    banding = Dataset(hasil.buku).banding("IPM", 2024)
    assert (banding.sendiri.peringkat, len(banding.posisi)) == (26, 33)
    assert len(hasil.buku.regional) == len(d.buku.regional)
    assert bandingkan_buku(dasar, hasil.kanonik()).baris == ()


def muat_tersimpan_kiriman():
    from kinerja.buku.muat import muat
    from kinerja.pemasangan import AKAR

    return muat(next((AKAR / "data").glob("*.xlsx"))).kanonik()


# --- budget lines -----------------------------------------------------------------------------------------------------


def anggaran(*baris):
    isi = [["DINKES", 2024, None, None, *nama, pagu, None] for *nama, pagu in baris]
    return tambah_baris({**B, "Anggaran": B["Anggaran"][:1]}, "Anggaran", *isi)


def pagu(hasil):
    assert hasil.sah, hasil.temuan
    return Dataset(hasil.buku).jumlah_anggaran["DINKES", 2024].pagu


@pytest.mark.parametrize(
    ("induk", "anak"),
    [
        (("Program Kesehatan Kabupaten/Kota", None), ("PROGRAM KESEHATAN KABUPATEN / KOTA", "Gizi")),
        (("Program Kesehatan", None), ("Kesehatan", "Gizi")),
        (("Program \u201cSehat\u201d", None), ("Program 'Sehat'", "Gizi")),
        (("Program Rawat\u2013Inap", None), ("Program Rawat - Inap", "Gizi")),
        (("Program Ke\u200bsehatan", None), ("Program Kesehatan_x000D_", "Gizi")),
    ],
)
def test_parent_and_child_of_two_spellings_are_counted_once(muat_isi, induk, anak):
    hasil = muat_isi(anggaran((*induk, None, 1000), (*anak, None, 1000)))
    assert pagu(hasil) == Decimal(1000)


def test_the_word_for_the_level_does_not_count_even_glued_to_the_name(muat_isi):
    a = ("Program A", "Perencanaan", None, 1000)
    b = ("Program A", "Kegiatan Perencanaan", "Sub KegiatanKoordinasi RKA", 400)
    c = ("Program A", "Kegiatan Perencanaan", "Koordinasi RKA", 400)
    hasil = muat_isi(anggaran(a, b, c))
    assert ringkas(hasil) == ["ejaan-kembar Anggaran!G4"]
    assert pagu(hasil) == Decimal(400)


def test_a_look_alike_is_named_with_both_cells_and_its_advice_works(muat_isi):
    dua = (("Program Kesehatan", None, None, 10), ("Program Kesehatn", None, None, 10))
    isi = {**anggaran(*dua), "Nama lain": B["Nama lain"]}
    (temuan,) = muat_isi(isi).temuan
    assert (temuan.kode.value, temuan.sel) == ("nama-mirip", "E3")
    assert "“Program Kesehatn” mirip dengan “Program Kesehatan” di Anggaran!E2" in temuan.pesan
    diikuti = muat_isi(tambah_baris(isi, "Nama lain", ["Program", "Program Kesehatan", "Program Kesehatn"]))
    assert ringkas(diikuti) == ["ejaan-kembar Anggaran!E3"]


def test_lines_of_one_code_have_one_name(muat_isi):
    isi = anggaran(("Program Kesehatan", None, None, 1000), ("Urusan Sehat", "Gizi", None, 1000))
    isi = ubah(isi, "Anggaran", M2="1.02.02", M3="1.02.02.2.01")
    assert pagu(muat_isi(isi)) == Decimal(1000)


def test_pagu_before_the_change_has_its_place(muat_isi):
    dua = [("Program Kesehatan", None, None, 1000), ("Program Kesehatan", None, None, 1250)]
    (temuan,) = muat_isi(anggaran(*dua)).temuan
    assert temuan.kode.value == "pagu-ganda"
    assert "Pagu awal" in temuan.saran
    assert "Peran Pembanding" in temuan.saran
    diikuti = muat_isi(ubah(anggaran(dua[1]), "Anggaran", N2=1000))
    assert (diikuti.temuan, pagu(diikuti)) == ((), Decimal(1250))
    diikuti = muat_isi(ubah(anggaran(*dua), "Anggaran", C2="Pembanding"))
    assert (diikuti.temuan, pagu(diikuti)) == ((), Decimal(1250))


# --- updates ----------------------------------------------------------------------------------------------------------


def test_a_part_under_other_names_fills_the_lines_of_the_base(muat_isi):
    dasar = anggaran(("Program Kesehatan", None, None, 1000), ("Program Kesehatan", "Gizi Balita", None, 1000))
    rekap = [["DINKES", 2024, None, None, "KESEHATAN", None, None, 1000, 900]]
    rekap += [["DINKES", 2024, None, None, "KESEHATAN", "Kegiatan Pelayanan Gizi Balita", None, 1000, 900]]
    hasil, catatan = perbarui(muat_isi, dasar, part("Anggaran", *rekap))
    assert pagu(hasil) == Decimal(1000)
    assert [t.kode.value for t in catatan if t.kode.value == "nama-disamakan"] == ["nama-disamakan"]


def test_a_new_line_of_another_pagu_is_added(muat_isi):
    dasar = anggaran(("Program Kesehatan", None, None, 1000))
    baru = ["DINKES", 2024, None, None, "Program Kesehatan Ibu", None, None, 700, None]
    hasil, _ = perbarui(muat_isi, dasar, part("Anggaran", baru))
    assert pagu(hasil) == Decimal(1700)


@pytest.mark.parametrize("berkode", ["dasar", "bagian", "keduanya"])
def test_a_code_on_either_side_names_the_same_line(muat_isi, berkode):
    dasar = anggaran(("Program Kesehatan", None, None, 1000))
    baris = ["DINKES", 2024, None, None, "Program Kesehatan", None, None, 1200, None, None, None, None, "1.02.02"]
    if berkode != "bagian":
        dasar = ubah(dasar, "Anggaran", M2="1.02.02")
    if berkode == "dasar":
        baris[12] = None
    if berkode == "keduanya":
        baris[4] = "Urusan Sehat"
    hasil, _ = perbarui(muat_isi, dasar, part("Anggaran", baris))
    assert pagu(hasil) == Decimal(1200)
    assert [(b.program, b.kode) for b in hasil.buku.anggaran] == [("Program Kesehatan", "1.02.02")]


def test_a_version_of_before_reads_as_it_did(muat_isi):
    isi = regional(wilayah("Contoh"), wilayah("Tetangga", nilai="71"))
    lembar = {s.nama: s for s in muat_isi(isi).kanonik()}
    asal = lembar["Regional"]
    baris = tuple((n, tuple("Kabupaten Contoh" if c == "Tetangga" else c for c in sel)) for n, sel in asal.baris)
    lembar["Regional"] = LembarMentah("Regional", baris)
    hasil = muat_tersimpan(tuple(lembar.values()))
    assert [b.wilayah for b in hasil.buku.regional] == ["Contoh", "Kabupaten Contoh"]


# --- numbers before names, and units under other names ----------------------------------------------------------------


@pytest.mark.parametrize("induk", ["1.02.02 Program Kesehatan", "a. Program Kesehatan", "KESEHATAN.", "Kesehatan :"])
@pytest.mark.parametrize("dahulu", [True, False])
def test_a_number_before_a_name_doubles_no_budget(muat_isi, induk, dahulu):
    baris = [(induk, None, None, 100), ("Program Kesehatan", "Gizi", None, 100)]
    hasil = muat_isi(anggaran(*(baris if dahulu else reversed(baris))))
    assert hasil.temuan == ()
    assert pagu(hasil) == 100


def test_two_numbers_before_one_name_are_two_lines(muat_isi):
    dua = [("Program Kesehatan", f"2.0{n} Administrasi Umum", None, 50) for n in (1, 2)]
    hasil = muat_isi(anggaran(*dua))
    assert (hasil.temuan, pagu(hasil)) == ((), 100)
    ragu = muat_isi(anggaran(*dua, ("Program Kesehatan", "Administrasi Umum", None, 70)))
    assert ringkas(ragu) == ["nama-mirip Anggaran!F4"] * 2


OPD_LAIN = [["OPD", "DINKES", "Dinkes P2KB"], ["OPD", "Pemerintah Kabupaten Contoh", "Pemkab Contoh"]]


def test_a_unit_is_found_under_its_other_name(muat_isi):
    isi = ubah(B, "Anggaran", A2="Dinkes P2KB", A3="DINKES  p2kb", A4="dinkes")
    isi = ubah(isi, "Indikator", B2="Pemkab Contoh", L2="Dinkes P2KB; Pemkab Contoh")
    hasil = muat_isi(tambah_baris(isi, "Nama lain", *OPD_LAIN))
    assert hasil.temuan == ()
    assert {b.kode_opd for b in hasil.buku.anggaran} == {"DINKES"}
    assert (hasil.buku.indikator[0].kode_opd, hasil.buku.indikator[0].penanggung_jawab) == ("KAB", ("DINKES", "KAB"))
    assert pagu(hasil) == 1000


@pytest.mark.parametrize("di_dasar", [True, False])
def test_an_update_finds_a_unit_under_its_other_name(muat_isi, di_dasar):
    dasar = tambah_baris(B, "Nama lain", *OPD_LAIN) if di_dasar else B
    bagian = [part("Anggaran", ["Dinkes P2KB", 2024, None, None, "Program Kesehatan", "Gizi", None, 700])]
    bagian += [] if di_dasar else [part("Nama lain", *OPD_LAIN)]
    hasil, _ = perbarui(muat_isi, dasar, *bagian)
    assert pagu(hasil) == 1100


@pytest.mark.parametrize(
    ("tertulis", "maksud"),
    [
        ("U\u041dH", "(maksud Anda UHH?; sebagian hurufnya dari abjad lain)"),
        ("U-HH", "(maksud Anda UHH?)"),
        ("XX", "Indikator"),
    ],
)
def test_an_unknown_code_says_which_one_is_meant(muat_isi, tertulis, maksud):
    (temuan,) = [t for t in muat_isi(ubah(B, "Capaian", A2=tertulis)).temuan if t.sel == "A2"]
    assert temuan.pesan.endswith(maksud)


def test_no_code_of_digits_is_guessed(muat_isi):
    isi = ubah(ubah(B, "Indikator", A4="1.1"), "Capaian", A4="11")
    assert [t.pesan.endswith("lembar Indikator") for t in muat_isi(isi).temuan if t.sel == "A4"] == [True]


def test_a_reference_is_spelled_as_the_code_it_means(muat_isi):
    hasil = muat_isi(ubah(B, "Capaian", A2="uhh ", A4="imun"))
    assert [b.kode_indikator for b in hasil.buku.capaian] == ["UHH", "OPINI", "IMUN"]
