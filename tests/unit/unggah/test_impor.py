"""Importing: what a file does to the active version, what is refused with which cells, nothing half done."""

import pytest
from contoh_gudang import ADMIN, OPERATOR, gudang_baru, jumlah_isi, lembar, terbit
from pembangun import BUKU_KECIL as B
from pembangun import (
    Persen,
    balik_kolom,
    gabungkan,
    ganti_nama_lembar,
    sembunyikan_lembar,
    tambah_baris,
    tanpa_kolom,
    tanpa_lembar,
    tulis,
    ubah,
    ulang_baris,
)

from kinerja.akun.akses import TidakBerhak
from kinerja.gudang.riwayat import baris_beda
from kinerja.unggah.impor import (
    PENGELOLA_SISTEM,
    HilangBelumDisetujui,
    Mode,
    catat_penolakan,
    rancang,
    simpan,
    terbitkan,
)


@pytest.fixture
def gudang(tmp_path):
    """A store whose active version is the small workbook."""
    hasil = gudang_baru(tmp_path)
    terbit(hasil)
    return hasil


@pytest.fixture
def kirim(gudang, muat_di_sini, tmp_path):
    """Check workbooks as their sender does: `kirim(isi, ..., mode=)`; several are called a.xlsx, b.xlsx."""

    def rancangan(*buku, mode=Mode.PERBARUI, pengguna=ADMIN, ubahan=()):
        berkas = [tulis(isi, tmp_path / f"{huruf}.xlsx", *ubahan) for huruf, isi in zip("abc", buku, strict=False)]
        return rancang(gudang, berkas, mode, pengguna)

    return rancangan


def bagian(nama, *baris, judul=None):
    """A workbook of one sheet."""
    return {nama: [list(judul or B[nama][0]), *(list(b) for b in baris)]}


def capaian(*baris, kolom=("Kode indikator", "Tahun", "Realisasi")):
    return bagian("Capaian", *baris, judul=kolom)


def jadi(rancangan):
    """The sheets of the version to be, which must be valid."""
    assert rancangan.sah, rancangan.temuan
    return rancangan.lembar


def ringkas(rancangan):
    return [f"{t.kode} {t.berkas}{t.lembar}!{t.sel}" for t in rancangan.temuan]


# --- ganti and perbarui -----------------------------------------------------------------------------------------------


def test_ganti_is_the_whole_and_removes_what_is_absent(kirim):
    isi = tanpa_lembar(B, "APBD")
    rancangan = kirim(isi, mode=Mode.GANTI)
    assert jadi(rancangan) == lembar(isi)
    assert rancangan.beda.hitung() == {"tambah": 0, "ubah": 0, "hapus": 2}


def test_perbarui_leaves_absent_sheets_columns_and_rows_as_they_are(kirim):
    rancangan = kirim(capaian(["IMUN", 2024, 95]))
    assert jadi(rancangan) == lembar(ubah(B, "Capaian", F4=95))
    assert rancangan.beda.hitung() == {"tambah": 0, "ubah": 1, "hapus": 0}


SEMUA_KOLOM = B["Capaian"][0]


def test_perbarui_keeps_what_stands_behind_an_empty_cell_and_says_so(kirim):
    """The template leads there: one column filled in, the others left as they came."""
    rancangan = kirim(capaian(["UHH", 2024, None, None, None, 73], ["OPINI", 2024], kolom=SEMUA_KOLOM))
    assert jadi(rancangan) == lembar(ubah(B, "Capaian", F2=73))
    assert rancangan.hilang == ()
    assert {t.kode for t in rancangan.temuan} == {"sel-tetap"}
    satu = rancangan.temuan[0]
    assert (satu.lembar, satu.sel, satu.kolom, satu.tingkat) == ("Capaian", "D2", "Target", "peringatan")
    assert satu.pesan == (
        "2 sel kosong pada kolom Target, isinya tidak berubah: D2 (UHH · 2024 · Tahunan, Usia Harapan Hidup) tetap "
        "“72,93”, D3 (OPINI · 2024 · Tahunan, Opini BPK) tetap “WTP”"
    )
    assert "tulis KOSONG" in satu.saran
    assert [(t.kolom, t.sel) for t in rancangan.temuan[-2:]] == [("Sumber", "I2"), ("Realisasi", "F3")]


ISI_LAIN = {"Kutipan": ("J2", "dibulatkan"), "Analisis": ("F2", None), "Rencana aksi": ("E2", None)}


@pytest.mark.parametrize(("nama", "sel"), ISI_LAIN.items(), ids=ISI_LAIN)
def test_a_row_that_is_its_own_key_is_found_though_a_cell_of_it_is_empty(kirim, gudang, nama, sel):
    """It would stand there twice: once whole, once without that cell."""
    alamat, isi = sel
    if isi:
        terbit(gudang, ubah(B, nama, **{alamat: isi}))
    baris = list(B[nama][1])
    baris["ABCDEFGHIJ".index(alamat[0])] = None
    rancangan = kirim(bagian(nama, baris))
    assert rancangan.identik
    assert ringkas(rancangan) == [f"sel-tetap {nama}!{alamat}"]


def test_a_shorter_row_is_a_new_one_where_two_could_be_meant(kirim, gudang):
    dua = tambah_baris(B, "Analisis", ["UHH", None, 2024, "Faktor pendorong", "Layanan makin dekat", "KAB"])
    terbit(gudang, dua)
    rancangan = kirim(bagian("Analisis", ["UHH", None, 2024, "Faktor pendorong", "Layanan makin dekat"]))
    assert rancangan.beda.hitung() == {"tambah": 1, "ubah": 0, "hapus": 0}


def test_the_word_of_a_default_never_fills_an_empty_cell_over_what_stands(kirim):
    """KES-2 of the collection: Jumlah became Terakhir, and quarters were added otherwise from then on."""
    indikator = ["IMUN", "DINKES", "Sasaran", None, None, None, "Cakupan imunisasi dasar", "Persen", "Naik"]
    rancangan = kirim(bagian("Indikator", [*indikator, *[None] * 9]))
    assert jadi(rancangan) == lembar(ubah(B, "Indikator", G4="Cakupan imunisasi dasar"))
    assert [t.kolom for t in rancangan.temuan] == ["Sasaran", "Akumulasi"]


@pytest.mark.parametrize("kata", ["KOSONG", "kosong", " Kosong  "])
def test_only_the_word_kosong_empties_a_cell_and_the_loss_is_named(kirim, kata):
    isi = capaian(["UHH", 2024, 73, kata], kolom=("Kode indikator", "Tahun", "Realisasi", "Capaian dilaporkan"))
    rancangan = kirim(isi)
    assert jadi(rancangan) == lembar(ubah(B, "Capaian", F2=73, G2=None))
    (hilang,) = rancangan.hilang
    assert hilang.sebutan == "UHH · 2024 · Tahunan (Usia Harapan Hidup): 100,05"
    (tanya,) = rancangan.tanya_hilang
    assert (tanya.sel, tanya.pesan) == (
        "D2",
        f"1 angka Capaian dilaporkan akan hilang karena selnya dikosongkan: {hilang.sebutan}",
    )


def test_kosong_empties_an_unknown_column_and_a_default_and_a_required_cell_is_refused(kirim, gudang):
    kolom = ("Kode indikator", "Tahun", "Warna")
    rancangan = kirim(capaian(["IMUN", 2024, "merah"], kolom=kolom))
    terbitkan(gudang, simpan(gudang, rancangan, ADMIN), ADMIN, "uji")
    assert jadi(kirim(capaian(["IMUN", 2024, "kosong"], kolom=kolom))) == lembar(B)
    rancangan = kirim(bagian("Indikator", ["IMUN", "KOSONG"], judul=("Kode indikator", "Akumulasi")))
    assert [(s.lama, s.baru) for b in rancangan.beda.baris for s in b.sel] == [("Jumlah", "Terakhir"), ("merah", "")][
        :1
    ]
    assert ringkas(kirim(bagian("Indikator", ["IMUN", "KOSONG"], judul=("Kode indikator", "Satuan")))) == [
        "sel-kosong Indikator!B2"
    ]


def test_kosong_is_as_good_as_an_empty_cell_where_the_file_is_the_whole(kirim):
    assert jadi(kirim(ubah(B, "Capaian", G2="KOSONG", C2="KOSONG"), mode=Mode.GANTI)) == lembar(
        ubah(B, "Capaian", G2=None)
    )


def test_a_print_is_quoted_whatever_it_says(kirim):
    isi = ubah(B, "Kutipan", H2="Kosong")
    assert [b[1][7] for s in jadi(kirim(isi, mode=Mode.GANTI)) if s.nama == "Kutipan" for b in s.baris][1] == "Kosong"


def test_the_keys_of_profil_that_the_template_brings_along_say_nothing(kirim):
    profil = [["Kunci", "Nilai"], ["Provinsi", None], ["Dokumen perencanaan", None], ["Pemerintah daerah", "Lain"]]
    rancangan = kirim({"Profil": profil})
    assert (rancangan.beda.hitung(), rancangan.temuan) == ({"tambah": 0, "ubah": 1, "hapus": 0}, ())


def test_a_file_of_empty_cells_changes_nothing_and_says_what_stays(kirim):
    rancangan = kirim(capaian(["UHH", 2024, None, None, None, None], kolom=SEMUA_KOLOM[:6]))
    assert (rancangan.identik, rancangan.sah) == (True, True)
    assert [t.kolom for t in rancangan.temuan] == ["Target", "Realisasi"]


def test_what_was_not_read_is_not_said_to_be_the_same(kirim):
    rancangan = kirim({**capaian(["IMUN", 2024, 90]), "Rekap": [["Kode"], ["IMUN"]]})
    assert (rancangan.identik, rancangan.tak_terbaca) == (True, ("Rekap",))
    assert rancangan.kalimat_tak_terbaca == "yang terbaca sama dengan versi 1, tetapi lembar “Rekap” tidak dibaca"


# --- figures that go --------------------------------------------------------------------------------------------------

HILANG = {
    "a cell is empty": (ubah(B, "Capaian", F2=None), ["Capaian Realisasi 72,97: selnya dikosongkan"]),
    "not available": (ubah(B, "Capaian", F2="n/a"), ["Capaian Realisasi 72,97: ditulis tidak tersedia"]),
    "a row is gone": (
        {**B, "Anggaran": [b for i, b in enumerate(B["Anggaran"]) if i != 1]},
        ["Anggaran Pagu 1.000: barisnya", "Anggaran Realisasi 890: barisnya"],
    ),
    "a column is gone": (
        tanpa_kolom(B, "Capaian", "Realisasi"),
        [f"Capaian Realisasi {r}: kolomnya tidak ada" for r in ("72,97", "WDP", "90")],
    ),
    "a sheet is gone": (
        tanpa_lembar(B, "Anggaran indikator"),
        [f"Anggaran indikator {k}" for k in ("Pagu 600: lembarnya", "Realisasi 500", "Serapan", "Efisiensi")],
    ),
    "a print is corrected": (ubah(B, "Kutipan", H2="72,94"), []),
    "a print is gone": (
        {**B, "Kutipan": [b for i, b in enumerate(B["Kutipan"]) if i != 1]},
        ["Kutipan Tercetak 72,93: barisnya"],
    ),
    "a figure is written otherwise": (ubah(B, "Capaian", F2="72,970"), []),
    "a word is emptied": (ubah(B, "Capaian", I2=None), ["Capaian Sumber 000, Tabel 3.4: selnya dikosongkan"]),
    "a column of words is gone": (
        tanpa_kolom(B, "OPD", "Singkatan"),
        ["OPD Singkatan Pemkab: kolomnya tidak ada", "OPD Singkatan Dinkes: kolomnya tidak ada"],
    ),
    "a row is gone with its words": (
        {**B, "Capaian": B["Capaian"][:-1]},
        ["Capaian Target 100: barisnya", "Capaian Realisasi 90: barisnya"],
    ),
    "a plain number is emptied": (
        ubah(B, "Indikator", M2=None),
        ["Indikator Bobot 1: selnya dikosongkan"],
    ),
}


@pytest.mark.parametrize(("isi", "harapan"), HILANG.values(), ids=HILANG)
def test_figures_that_go_are_named_with_the_reason(kirim, isi, harapan):
    hilang = [f"{h.lembar} {h.kolom} {h.lama}: {h.sebab.value}" for h in kirim(isi, mode=Mode.GANTI).hilang]
    assert [h.startswith(harap) for h, harap in zip(hilang, harapan, strict=True)] == [True] * len(harapan)


def test_a_draft_that_loses_figures_is_published_by_whoever_agreed_to_their_number(kirim, gudang):
    draf = simpan(gudang, kirim(ubah(B, "Capaian", F2=None, D2=None), mode=Mode.GANTI), ADMIN)
    assert gudang.draf(draf).rincian.jumlah_hilang == 2
    for setuju in (0, 1):
        with pytest.raises(
            HilangBelumDisetujui, match="2 angka yang kini ada akan hilang: 1 Target pada lembar Capaian"
        ):
            terbitkan(gudang, draf, ADMIN, "uji", setuju_hilang=setuju)
    assert terbitkan(gudang, draf, ADMIN, "uji", setuju_hilang=2) == 2


def test_words_that_go_are_counted_apart_and_agreed_to_with_the_figures(kirim, gudang):
    """An emptied Sumber is lost like a figure; it passed without a question."""
    rancangan = kirim(ubah(B, "Capaian", F2=None, I2=None, I3=None), mode=Mode.GANTI)
    assert [(h.kolom, h.keterangan) for h in rancangan.hilang] == [
        ("Realisasi", False),
        ("Sumber", True),
        ("Sumber", True),
    ]
    assert rancangan.perubahan() == {"tambah": 0, "ubah": 2, "hapus": 0, "hilang": 1, "keterangan_hilang": 2}
    assert [t.pesan.split(" akan hilang")[0] for t in rancangan.tanya_hilang] == [
        "1 angka Realisasi",
        "2 keterangan Sumber",
    ]
    beda = [s for b in baris_beda(rancangan.rincian().baris) for s in b.sel]
    assert ("Sumber", "000, Tabel 3.4", "(dikosongkan)") in beda
    draf = simpan(gudang, rancangan, ADMIN)
    rincian = gudang.draf(draf).rincian
    assert (rincian.jumlah_hilang, rincian.kata_hilang) == (3, "1 angka dan 2 keterangan")
    with pytest.raises(HilangBelumDisetujui, match="1 angka dan 2 keterangan yang kini ada akan hilang"):
        terbitkan(gudang, draf, ADMIN, "uji", setuju_hilang=1)
    assert terbitkan(gudang, draf, ADMIN, "uji", setuju_hilang=3) == 2


def test_words_alone_are_asked_about_too(kirim):
    rincian = kirim(ubah(B, "Indikator", F2=None), mode=Mode.GANTI).rincian()
    assert (rincian.kata_hilang, rincian.perubahan.get("hilang")) == ("1 keterangan", None)
    assert rincian.kalimat_hilang.startswith("1 keterangan yang kini ada akan hilang: 1 Sasaran pada lembar Indikator")


def test_a_changed_word_and_a_default_are_no_loss(kirim):
    assert kirim(ubah(B, "Capaian", I2="000, Tabel 9"), mode=Mode.GANTI).hilang == ()
    assert kirim(ubah(B, "Indikator", N2=None), mode=Mode.GANTI).hilang == ()


def test_the_first_workbook_of_another_government_over_the_one_of_the_installation_loses_nothing(
    tmp_path, muat_di_sini
):
    """What the program brought along nobody published; a workbook with any of its indicators is asked about."""
    gudang = gudang_baru(tmp_path)
    bawaan = rancang(gudang, [tulis(B, tmp_path / "bawaan.xlsx")], Mode.GANTI, PENGELOLA_SISTEM)
    terbitkan(gudang, simpan(gudang, bawaan, PENGELOLA_SISTEM), PENGELOLA_SISTEM, "bawaan")
    lain = {
        "OPD": [B["OPD"][0], ["DINKES", "Dinas Kesehatan", "Dinkes", "Dinas"]],
        "Indikator": [B["Indikator"][0], ["LAIN-1", *B["Indikator"][3][1:]]],
        "Capaian": [B["Capaian"][0], ["LAIN-1", 2024, None, 1, None, 1]],
    }
    kurang = ubah(B, "Capaian", F2=None)
    hilang = [
        len(rancang(gudang, [tulis(isi, tmp_path / "baru.xlsx")], Mode.GANTI, ADMIN).hilang) for isi in (lain, kurang)
    ]
    assert hilang == [0, 1]


def test_the_difference_never_writes_emptied_for_filled(kirim):
    rancangan = kirim(ubah(ubah(B, "Capaian", F2=None, E4=99), "Anggaran", H2=1234567), mode=Mode.GANTI)
    sel = [s for b in baris_beda(rancangan.rincian().baris) for s in b.sel]
    assert sel == [
        ("Realisasi", "72,97", "(dikosongkan)"),
        ("Target hitung", "(kosong)", "99"),
        ("Pagu", "1.000", "1.234.567"),
    ]
    assert [b.nama for b in rancangan.beda.baris] == ["Usia Harapan Hidup", "Cakupan imunisasi", "Dinkes"]


def test_what_is_only_written_otherwise_is_a_version_that_says_so_and_touches_a_lock(kirim, gudang):
    isi = ubah(B, "Capaian", D2="72,930")
    rancangan = kirim(isi, mode=Mode.GANTI)
    assert (rancangan.identik, rancangan.beda.hitung()["ubah"], len(rancangan.beda.penulisan)) == (False, 0, 1)
    assert rancangan.dampak == ("1 angka hanya berganti penulisan (72,93 menjadi 72,930), nilainya tetap",)
    gudang.kunci_periode(2024, "Tahunan", "ani", "audit")
    assert ringkas(kirim(isi, mode=Mode.GANTI)) == ["periode-terkunci Capaian!D2"]


BERPERIODE = ("Kode indikator", "Tahun", "Periode", "Target", "Realisasi")


@pytest.mark.parametrize("triwulan", ["TW I", "TW II"])
def test_a_locked_quarter_locks_its_half_too(kirim, gudang, triwulan):
    isi = capaian(["IMUN", 2024, "Semester I", 40, 38], kolom=BERPERIODE)
    assert kirim(isi).sah
    gudang.kunci_periode(2024, triwulan, "ani", "audit")
    assert {t.kode for t in kirim(isi).temuan} == {"periode-terkunci"}
    assert kirim(capaian(["IMUN", 2024, "Semester II", 40, 38], kolom=BERPERIODE)).sah


@pytest.mark.parametrize(("kode", "periode"), [("UHH", "TW II"), ("IMUN", "Semester I")])
def test_half_a_year_finds_its_row_in_the_base(kirim, gudang, kode, periode):
    terbit(gudang, tambah_baris(B, "Capaian", [kode, 2025, "Semester I", 40, None, 38]))
    rancangan = kirim(capaian([kode, 2025, "smt 1", None, 39], kolom=BERPERIODE))
    (baris,) = rancangan.beda.baris
    assert (baris.jenis, baris.kunci) == ("ubah", f"{kode} · 2025 · {periode}")
    assert [(s.kolom, s.lama, s.baru) for s in baris.sel] == [("Realisasi", "38", "39")]


@pytest.mark.parametrize(
    ("kunci", "isi"), [("Aturan rentang", "Batas"), ("Batas capaian", 110), ("lantai capaian", "Tanpa")]
)
def test_a_locked_year_holds_the_rules_its_capaian_follow_from(kirim, gudang, kunci, isi):
    baru = bagian("Profil", [kunci, isi])
    assert kirim(baru).sah
    gudang.kunci_periode(2024, "TW I", "ani", "audit")
    assert kirim(baru).sah
    gudang.kunci_periode(2024, "Tahunan", "ani", "audit")
    assert ringkas(kirim(baru)) == ["periode-terkunci Profil!A2"]


@pytest.mark.parametrize(
    ("kunci", "isi"), [("Aturan rentang", "Tengah"), ("Batas capaian", "Tanpa"), ("Jenis pemerintah", "Kabupaten")]
)
def test_what_moves_no_figure_is_open_in_a_locked_year(kirim, gudang, kunci, isi):
    gudang.kunci_periode(2024, "Tahunan", "ani", "audit")
    assert kirim(bagian("Profil", [kunci, isi])).sah


def test_perbarui_adds_new_rows_behind_the_old_ones(kirim):
    assert jadi(kirim(capaian(["UHH", 2025, "73,2"]))) == lembar(
        tambah_baris(B, "Capaian", ["UHH", 2025, *[None] * 3, "73,2"])
    )


def test_codes_of_a_part_resolve_against_the_active_version(kirim):
    assert kirim(capaian(["IMUN", 2025, 95])).sah
    assert ringkas(kirim(capaian(["TIADA", 2025, 95]))) == ["kode-tak-dikenal Capaian!A2"]


def test_codes_of_a_part_resolve_against_its_own_new_rows(kirim):
    isi = {
        **bagian("OPD", ["DISDIK", "Dinas Pendidikan", "Disdik", "Dinas"]),
        **bagian("Indikator", ["APS", "DISDIK", "Sasaran", None, None, "Cerdas", "APS SMP", "Persen", "Naik"]),
        **capaian(["APS", 2024, 99]),
    }
    rancangan = kirim(isi)
    assert rancangan.beda.per_opd() == {"DISDIK": {"tambah": 3, "ubah": 0, "hapus": 0}}


@pytest.mark.parametrize(
    ("nama", "kolom", "baris"),
    [
        ("Capaian", ("kode  INDIKATOR", "Tahun", "Periode", "Realisasi"), ["imun", "2024", " tahunan", 90]),
        (
            "Anggaran",
            ("Kode OPD", "Tahun", "Peran", "Kelompok", "Sumber"),
            ["DINKES", 2024, "pembanding", "Bidang  umum", "001, Tabel 3.10"],
        ),
        ("Skala", ("Skala", "Urutan", "Predikat"), ["kesehatan", "1,0", "Baik"]),
        ("Kutipan", B["Kutipan"][0], ["UHH", None, None, None, None, 2024.0, "target", 72.93, "000, Tabel 2.4"]),
        (
            "Kutipan",
            B["Kutipan"][0],
            [*[None] * 3, "DINKES", "sasaran\u00a0sehat", 2024, "Rata-rata", "90 %", "001, Bab III"],
        ),
    ],
    ids=["spaces and case", "a word of a list in small letters", "a number as text", "text as a number", "NBSP"],
)
def test_a_row_is_found_by_its_key_however_it_is_typed(kirim, nama, kolom, baris):
    rancangan = kirim(bagian(nama, baris, judul=kolom))
    assert rancangan.sah, rancangan.temuan
    assert rancangan.beda.hitung()["tambah"] == 0


def test_rows_without_any_content_are_passed_over(kirim):
    assert kirim(capaian([None, None, " "], ["IMUN", 2024, 90])).identik


def test_an_unknown_column_of_a_part_is_kept_and_warned_of_where_it_stands(kirim):
    rancangan = kirim(capaian(["IMUN", 2024, "merah"], kolom=("Kode indikator", "Tahun", "Warna")))
    assert ringkas(rancangan) == ["kolom-tak-dikenal Capaian!C1"]
    (capaian_,) = (s for s in jadi(rancangan) if s.nama == "Capaian")
    assert (capaian_.baris[0][1][-1], capaian_.baris[3][1][-1]) == ("Warna", "merah")


def test_a_part_of_an_empty_store_is_the_first_version(tmp_path, muat_di_sini):
    kosong = gudang_baru(tmp_path)
    berkas = [tulis(B, tmp_path / "a.xlsx"), tulis(capaian(["IMUN", 2025, 95]), tmp_path / "b.xlsx")]
    rancangan = rancang(kosong, berkas, Mode.PERBARUI, ADMIN)
    assert jadi(rancangan) == lembar(tambah_baris(B, "Capaian", ["IMUN", 2025, *[None] * 3, 95]))
    assert rancangan.dampak == ("Versi pertama: 2 OPD, 3 IKU",)


# --- several files ----------------------------------------------------------------------------------------------------


def test_several_files_at_once_are_one_update(kirim, gudang):
    rancangan = kirim(capaian(["IMUN", 2024, 95]), capaian(["UHH", 2024, 73]), bagian("Profil", ["Provinsi", "Baru"]))
    assert jadi(rancangan) == lembar(ubah(ubah(B, "Capaian", F4=95, F2=73), "Profil", B3="Baru"))
    nomor = terbitkan(gudang, simpan(gudang, rancangan, ADMIN), ADMIN, "uji")
    assert [nama for nama, _ in gudang.asli(nomor)] == ["1. a.xlsx", "2. b.xlsx", "3. c.xlsx"]
    assert tuple(isi for _, isi in gudang.asli(nomor)) == tuple(isi for _, isi in rancangan.asli)


def test_a_conflict_names_both_files_and_cells_and_what_stands_there(kirim):
    satu = capaian(["UHH", 2024, 73], ["IMUN", 2024, 95])
    dua = capaian([96, 2024, "imun"], kolom=("Realisasi", "Tahun", "Kode indikator"))
    rancangan = kirim(satu, dua)
    (t,) = rancangan.temuan
    assert (t.kode, t.berkas, t.lembar, t.sel) == ("bagian-bentrok", "b.xlsx", "Capaian", "A2")
    assert t.pesan == "Baris imun · 2024 juga ada pada a.xlsx Capaian!C3 dengan isi lain: di sini “96”, di sana “95”"
    assert not rancangan.sah


@pytest.mark.parametrize("lain", [95, "95", " 95", 95.0], ids=["equal", "as text", "with a space", "as a float"])
def test_the_same_content_in_two_files_is_no_conflict(kirim, lain):
    assert kirim(capaian(["IMUN", 2024, 95]), capaian(["IMUN", 2024, lain])).sah


def test_two_files_may_fill_other_columns_of_one_row(kirim):
    target = capaian(["IMUN", 2024, 99], kolom=("Kode indikator", "Tahun", "Target"))
    assert jadi(kirim(capaian(["IMUN", 2024, 95]), target)) == lembar(ubah(B, "Capaian", D4=99, F4=95))


@pytest.mark.parametrize("lain", [95, 96], ids=["alike", "unlike"])
def test_a_double_key_inside_one_part_is_named(kirim, lain):
    rancangan = kirim(capaian(["IMUN", 2024, 95], ["UHH", 2024, 73], ["IMUN", 2024, lain]))
    assert ringkas(rancangan) == ["kunci-ganda Capaian!A4"]
    assert rancangan.temuan[0].pesan == "Baris ini berkunci sama dengan baris 2: IMUN · 2024"


def test_findings_name_the_cells_and_the_file_of_their_part(kirim):
    satu = capaian([73, "UHH", 2024], kolom=("Realisasi", "Kode indikator", "Tahun"))
    dua = capaian([95, "IMUN", 2024], ["kira-kira", "UHH", 2025], kolom=("Realisasi", "Kode indikator", "Tahun"))
    assert ringkas(kirim(satu, dua)) == ["tak-terbaca b.xlsxCapaian!A3"]


def test_one_unreadable_file_of_several_is_named_and_refuses_all(kirim, gudang, tmp_path):
    baik, kosong = tulis(capaian(["IMUN", 2024, 95]), tmp_path / "a.xlsx"), tmp_path / "kosong.xlsx"
    kosong.write_bytes(b"")
    rancangan = rancang(gudang, [baik, kosong], Mode.PERBARUI, ADMIN)
    assert ringkas(rancangan) == ["berkas-kosong kosong.xlsx!"]
    assert not rancangan.sah


def test_ganti_takes_one_file(kirim):
    rancangan = kirim(B, B, mode=Mode.GANTI)
    assert [t.kode for t in rancangan.temuan] == ["satu-berkas"]
    assert "yang dikirim 2" in rancangan.temuan[0].pesan
    assert not rancangan.sah


def test_an_operator_may_not_replace_the_whole(kirim):
    with pytest.raises(TidakBerhak, match="mengganti seluruh buku kerja"):
        kirim(B, mode=Mode.GANTI, pengguna=OPERATOR)


# --- identical --------------------------------------------------------------------------------------------------------


def berspasi(isi):
    """The workbook with spare spaces in its sheets' names, headers and texts."""
    longgar = {
        f" {nama.upper()} ": [[f"  {s}\u00a0" if isinstance(s, str) else s for s in b] for b in t]
        for nama, t in isi.items()
    }
    return ubah(longgar, " KUTIPAN ", H2="72,93", H3="72,97", H4="90 %")


def bertukar(isi):
    """The workbook with numbers as text and text as numbers."""
    isi = ubah(isi, "Capaian", B2="2024", D2=72.93, F2=72.97, D4="100", F4="90")
    return ubah(ubah(isi, "Anggaran", H2="1.000", I2="Rp 890,-"), "Skala", D2="50", B2="1")


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(
    "isi", [B, balik_kolom(B), bertukar(B), berspasi(B)], ids=["unchanged", "columns reordered", "text", "spaces"]
)
def test_the_same_content_is_identical_however_it_is_typed(kirim, isi, mode):
    rancangan = kirim(isi, mode=mode)
    assert (rancangan.identik, rancangan.sah, rancangan.dasar) == (True, True, 1)
    assert rancangan.beda.baris == ()


def test_what_changes_nothing_cannot_be_kept(kirim, gudang):
    with pytest.raises(ValueError, match="tidak mengubah"):
        simpan(gudang, kirim(B), ADMIN)


def test_what_is_not_valid_cannot_be_kept(kirim, gudang):
    with pytest.raises(ValueError, match="tidak sah"):
        simpan(gudang, kirim(capaian(["TIADA", 2024, 1])), ADMIN)


def test_another_order_of_rows_is_a_version_that_says_so(kirim):
    rancangan = kirim({**B, "Profil": [B["Profil"][0], *reversed(B["Profil"][1:])]}, mode=Mode.GANTI)
    assert not rancangan.identik
    assert rancangan.dampak == ("Hanya urutan baris yang berubah",)


def test_a_draft_says_what_changes_in_the_audit(kirim, gudang):
    rancangan = kirim(ubah(B, "Capaian", G4="95,00"))
    (baru,) = rancangan.uji.baru
    assert (baru.keyakinan, baru.opd, baru.sumber) == ("pasti", "Dinas Kesehatan", "001, Tabel 3.3")
    isi = gudang.draf(simpan(gudang, rancangan, ADMIN)).rincian.uji
    assert isi == rancangan.uji.ringkas()
    assert (isi.jumlah_baru, isi.jumlah_hilang) == (1, 0)


# --- bad input --------------------------------------------------------------------------------------------------------

ISI_BURUK = {
    "wrong headers": (ubah(B, "Capaian", A1="Kode indikatr"), (), "kolom-mirip Capaian!A1"),
    "a header in row 2": ({**B, "Capaian": [[], *B["Capaian"]]}, (), "judul-di-baris Capaian!A2"),
    "a header twice": (ubah(B, "Capaian", E1="Target"), (), "kolom-kembar Capaian!E1"),
    "merged headers": (B, (gabungkan("Capaian", "D1:E1"),), "judul-digabung Capaian!D1"),
    "a look-alike code": (ubah(B, "Capaian", A2="U\u041dH"), (), "kode-tak-dikenal Capaian!A2"),
    "a double key": (ulang_baris(B, "Capaian", 2), (), "kunci-ganda Capaian!A5"),
    "a percentage in Pagu": (ubah(B, "Anggaran", H3=Persen(0.5)), (), "bukan-uang Anggaran!H3"),
    "a sheet twice": (ganti_nama_lembar(B, "Analisis", "capaian "), (), None),
}


def tak_berubah(gudang, rancangan, sebelum):
    """Refuse as the command line does: one more line in the log, and nothing else."""
    assert not rancangan.sah
    catat_penolakan(gudang, rancangan, ADMIN)
    assert jumlah_isi(gudang.mesin) == {**sebelum, "log": sebelum["log"] + 1}
    assert gudang.aktif() == 1
    (tolak,) = gudang.log(1)
    galat = [t for t in rancangan.temuan if t.tingkat == "galat"]
    assert (tolak["peristiwa"], tolak["oleh"], tolak["rincian"]["galat"]) == ("tolak", "ani", len(galat))
    assert tolak["rincian"]["sebab"] == [t.pesan for t in galat[:3]]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("isi", "ubahan", "harapan"), ISI_BURUK.values(), ids=ISI_BURUK)
def test_a_bad_workbook_is_refused_logged_and_leaves_everything_as_it_was(kirim, gudang, isi, ubahan, harapan, mode):
    sebelum = jumlah_isi(gudang.mesin)
    rancangan = kirim(isi, mode=mode, ubahan=ubahan)
    assert harapan is None or harapan in ringkas(rancangan)
    tak_berubah(gudang, rancangan, sebelum)


def test_a_file_that_is_not_there_is_refused(gudang, tmp_path):
    rancangan = rancang(gudang, [tmp_path / "tidak ada.xlsx"], Mode.GANTI, ADMIN)
    assert ringkas(rancangan) == ["berkas-tidak-ada !"]


def test_two_files_that_contradict_are_refused_logged_and_change_nothing(kirim, gudang):
    sebelum = jumlah_isi(gudang.mesin)
    tak_berubah(gudang, kirim(capaian(["IMUN", 2024, 95]), capaian(["IMUN", 2024, 96])), sebelum)


def test_a_hidden_sheet_is_read_and_warned_of(kirim):
    rancangan = kirim(ubah(B, "APBD", F2=1950), ubahan=[sembunyikan_lembar("APBD")])
    assert ringkas(rancangan) == ["lembar-tersembunyi APBD!"]
    assert rancangan.beda.per_lembar() == {"APBD": {"tambah": 0, "ubah": 1, "hapus": 0}}


def test_a_part_without_its_key_column_is_one_finding_not_one_a_row(kirim):
    isi = tanpa_kolom(capaian(*(["IMUN", t, 1] for t in range(2000, 2010))), "Capaian", "Kode indikator")
    assert ringkas(kirim(isi)) == ["kolom-hilang Capaian!A1"]
