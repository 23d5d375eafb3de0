"""Tables as offices and agencies really print them: every figure right, or asked about; never silently another.

The grids are built here, no file is read: what a reader makes of a file has tests of its own.
"""

from decimal import Decimal

import pandas as pd
import pytest
from pembangun_kantor import dasar

from kinerja.buku.katalog.katalog import Kode
from kinerja.susun.acuan import Acuan
from kinerja.susun.jenis.judul import kelipatan
from kinerja.susun.kisi import BukuKisi, Kisi
from kinerja.susun.mesin import susun
from kinerja.susun.model import Jawaban, Tanya

_OPD = {"opd": "DINKES", "tahun": "2025"}
_UKUR = {"ukuran": "Jumlah Penduduk", "satuan": "Jiwa", "arah": "Netral"}
_POHON = (
    ("1.02.02", "PROGRAM PEMENUHAN UPAYA KESEHATAN"),
    ("1.02.02.2.01", "Penyediaan Fasilitas Pelayanan Kesehatan"),
    ("1.02.02.2.01.0006", "Pengembangan Puskesmas"),
)
_SAKIP, _TENAGA, _PUSKESMAS = (
    "Nilai SAKIP perangkat daerah",
    "Rasio tenaga kesehatan sesuai standar",
    "Jumlah puskesmas yang ditingkatkan sarananya",
)
"""Indicators of the base: the last is added over its quarters."""


@pytest.fixture(scope="module")
def acuan():
    """The names of the base of all tables."""
    isi = {
        n: [dict(zip(j, ["" if s is None else str(s) for s in b], strict=False)) for b in t]
        for n, (j, *t) in dasar().items()
    }
    return Acuan(lembar={n: tuple(b) for n, b in isi.items()})


@pytest.fixture
def jalan(acuan):
    """Make a part of rows of cells; `gabung` are merged cells, `kolom` what was said about columns."""

    def jalankan(baris, isi, gabung=(), kolom=None, acuan_lain=None, nama=None):
        lebar = max(map(len, baris))
        sel = [[*b, *[None] * (lebar - len(b))] for b in baris]
        sel = pd.DataFrame(sel, index=range(1, len(sel) + 1), columns=range(1, lebar + 1), dtype=object)
        sel = sel.where(sel.notna(), None)
        kisi = Kisi(nama="Tabel", tersembunyi=False, sel=sel, gabungan=tuple(gabung))
        jawaban = Jawaban(isi={Tanya(k): v for k, v in isi.items()}, kolom=kolom or {}, nama=nama or {})
        return susun(BukuKisi("tabel.xlsx", (kisi,), ()), acuan_lain or acuan, jawaban)

    return jalankan


def _lra(judul, uang, kop=()):
    return [*([k] for k in kop), ["Kode", "Uraian", *judul], *([*p, *uang] for p in _POHON)]


def _kinerja(judul, *angka, kop=()):
    nama = (_SAKIP, _TENAGA, _PUSKESMAS)
    return [
        *([k] for k in kop),
        ["Indikator", "Satuan", *judul],
        *([n, "Nilai", *a] for n, a in zip(nama, angka, strict=False)),
    ]


def _uang(hasil):
    return {(b.get("Periode", ""), b.get("Pagu"), b.get("Realisasi")) for b in hasil.bagian["Anggaran"]}


def _galat(hasil):
    return {t.kode for t in hasil.galat}


# --- money in thousands -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("judul", "kop", "kali"),
    [
        (("Anggaran (Rp. 000)", "Realisasi (Rp. 000)"), (), 1_000),
        (("Anggaran (Jutaan Rp)", "Realisasi (juta rupiah)"), (), 1_000_000),
        (("Anggaran ribuan", "Realisasi ribuan"), (), 1_000),
        (("Anggaran", "Realisasi"), ("LAPORAN REALISASI ANGGARAN", "(dalam ribuan rupiah)"), 1_000),
        (("Anggaran", "Realisasi"), ("Pengadaan di atas Rp 1.000.000 dan 5 miliar rupiah",), 1),
    ],
)
def test_money_printed_in_a_multiple_is_written_in_rupiah(jalan, judul, kop, kali):
    hasil = jalan(_lra(judul, (5_000, "4.000"), kop), _OPD)
    assert hasil.siap
    assert _uang(hasil) == {("", str(5_000 * kali), str(4_000 * kali))}
    assert (Kode.SUSUN_KELIPATAN in {t.kode for t in hasil.temuan}) is (kali > 1)


def test_a_note_below_says_the_multiple_and_a_negative_amount_does_not(jalan):
    tabel = _lra(("Anggaran", "Realisasi"), (5_000, "(1.000)"))
    assert _uang(jalan(tabel, _OPD)) == {("", "5000", "-1000")}
    assert _uang(jalan([*tabel, ["*) dalam ribuan rupiah"]], _OPD)) == {("", "5000000", "-1000000")}


@pytest.mark.parametrize(
    ("teks", "kali"),
    [
        ("(Rp 000.000)", 1_000_000),
        ("Pagu (Rp Miliar)", 10**9),
        ("Pagu (Rp.1.000,-)", 1_000),
        ("dalam Jutaan Rupiah", 10**6),
        ("Anggaran Rp 5 miliar rupiah", None),
        ("Rp. 1.000.500", None),
        ("Angka kematian per 1.000 kelahiran (1.000 jiwa)", None),
        ("Pagu (Rp)", None),
    ],
)
def test_a_multiple_is_one_only_where_the_words_say_so(teks, kali):
    terbaca = kelipatan(teks)
    assert (terbaca and terbaca[1]) == (kali and Decimal(kali))


# --- years and periods that a column's own header says ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("realisasi", "periode"),
    [
        ("Realisasi s/d 30 Juni 2025", "TW II"),
        ("Realisasi Triwulan I", "TW I"),
        ("Realisasi s.d. Bulan Juli", None),
        ("Realisasi Bulan Juni", None),
    ],
)
def test_the_period_of_a_column_is_that_of_the_table_or_is_asked(jalan, realisasi, periode):
    hasil = jalan(_lra(("Anggaran", realisasi), (5_000, 4_000)), _OPD)
    if periode:
        assert _uang(hasil) == {(periode, "5000", "4000")}
    else:
        assert [p.apa for p in hasil.pertanyaan if p.terbuka] == [Tanya.PERIODE]


def test_what_is_of_one_month_alone_is_no_realisasi_so_far(jalan):
    hasil = jalan(_lra(("Anggaran", "Realisasi Bulan Ini"), (5_000, 4_000), ("Bulan Juni 2025",)), _OPD)
    assert _uang(hasil) == {("TW II", "5000", None)}
    assert Kode.SUSUN_KOLOM_LEWAT in {t.kode for t in hasil.temuan}


def test_pagu_is_not_what_may_be_spent_up_to_now(jalan):
    hasil = jalan(_lra(("Pagu", "Anggaran Kas s.d. TW II", "Realisasi"), (5_000, 2_000, 1_000)), _OPD)
    assert _uang(hasil) == {("", "5000", "1000")}


@pytest.mark.parametrize(
    "judul",
    [
        ("Anggaran 2025", "Realisasi 2025", "%", "Realisasi 2024"),
        ("Anggaran 2025", "Realisasi 2025", "Anggaran 2024", "Realisasi 2024"),
    ],
)
def test_an_earlier_year_beside_it_is_left_out_and_named(jalan, judul):
    tabel = _lra(judul, (5_000, 4_000, 80, 3_000))
    hasil = jalan(tabel, {"opd": "DINKES", "tahun": "2025"})
    assert _uang(hasil) == {("", "5000", "4000")}
    assert {b["Tahun"] for b in hasil.bagian["Anggaran"]} == {"2025"}
    assert _galat(jalan(tabel, {"opd": "DINKES", "tahun": "2024"})) == {Kode.SUSUN_KOLOM_TAHUN}


def test_a_column_of_another_year_than_the_table_is_asked_about(jalan):
    dua = jalan(_lra(("Anggaran 2025", "Realisasi 2025"), (5_000, 4_000), ("RENJA 2026",)), {"opd": "DINKES"})
    assert _galat(dua) == {Kode.SUSUN_KOLOM_TAHUN}
    satu = jalan(_kinerja(("Target", "Realisasi 2024"), (80, 70), kop=("Renja 2025",)), {"opd": "DINKES"})
    assert _galat(satu) == {Kode.SUSUN_KOLOM_TAHUN}
    pilih = jalan(_kinerja(("Target", "Realisasi 2024"), (80, 70)), _OPD, kolom={"D": "Capaian.Realisasi@2024"})
    assert {(b["Tahun"], b.get("Target"), b.get("Realisasi")) for b in pilih.bagian["Capaian"]} == {
        ("2025", "80", None),
        ("2024", None, "70"),
    }


def test_money_of_two_years_is_not_mixed(jalan):
    judul = (
        "Program",
        "Target 2025",
        "Realisasi 2025",
        "Pagu 2025",
        "Realisasi Anggaran 2025",
        "Realisasi Anggaran 2024",
    )
    hasil = jalan(_kinerja(judul, ("Program A", 80, 75, 200, 150, 100)), _OPD)
    assert _galat(hasil) == {Kode.SUSUN_KOLOM_TAHUN}


# --- money under quarters ---------------------------------------------------------------------------------------------


def test_money_by_quarter_is_none_of_the_indicator(jalan):
    judul = [
        ["Indikator", "Satuan", "Program", "Target", "Realisasi", "Pagu", "Realisasi Keuangan", None],
        [None, None, None, None, None, None, "TW I", "TW II"],
    ]
    baris = [*judul, [_SAKIP, "Nilai", "Program A", 80, 75, 9_000, 1_000, 3_000]]
    gabung = [*((1, k, 2, k) for k in range(1, 7)), (1, 7, 1, 8)]
    hasil = jalan(baris, {**_OPD, "kumulatif": "ya"}, gabung)
    assert hasil.siap
    assert [(b.get("Periode", ""), b["Target"], b["Realisasi"]) for b in hasil.bagian["Capaian"]] == [("", "80", "75")]
    assert _uang(hasil) == {("TW I", "9000", "1000"), ("TW II", "9000", "3000")}


# --- regions ----------------------------------------------------------------------------------------------------------


def test_a_table_as_bps_downloads_it(jalan):
    judul = "[Metode Baru] Indeks Pembangunan Manusia menurut Kabupaten/Kota"
    baris = [
        ["Kabupaten/Kota", judul, None],
        [None, "2023", "2024*"],
        ["Asahan", 70.1, "70,25"],
        ["Karo", "71.2", "-"],
        ["Catatan: *Angka sementara"],
    ]
    isi = {"ukuran": "Indeks Pembangunan Manusia", "satuan": "Nilai", "arah": "Naik"}
    hasil = jalan(baris, isi, [(1, 1, 2, 1), (1, 2, 1, 3)])
    assert hasil.siap
    assert [(b["Wilayah"], b["Tahun"], b["Nilai"]) for b in hasil.bagian["Regional"]] == [
        ("Asahan", "2023", "70,1"),
        ("Asahan", "2024", "70,25"),
        ("Karo", "2023", "71.2"),
    ]


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        (
            [["Kabupaten/Kota", "IPM", "Kemiskinan"], [None, 2024, 2023], ["Asahan", 70, 8], ["Karo", 71, 7]],
            Kode.SUSUN_KOLOM_KEMBAR,
        ),
        (
            [["Kabupaten/Kota", "2023", "2024", "2025 Triwulan I"], ["Asahan", 1, 2, 3], ["Karo", 1, 2, 3]],
            Kode.SUSUN_KOLOM_KEMBAR,
        ),
        (
            [["Kabupaten/Kota", "2023", None, "Kabupaten/Kota", "2024"], ["Asahan", 1, None, "Karo", 2]],
            Kode.SUSUN_KOLOM_KEMBAR,
        ),
        ([["Provinsi", "Kabupaten/Kota", "2023"], ["Aceh", "Pidie", 1]], Kode.SUSUN_KOLOM_KEMBAR),
        ([["Jumlah Penduduk (Ribu Jiwa)"], ["Kabupaten/Kota", "2023"], ["Asahan", 1.5]], Kode.SUSUN_SATUAN_BEDA),
        ([["Kabupaten/Kota", "2023"], [None, "(Persen)"], ["Asahan", 1.5]], Kode.SUSUN_SATUAN_BEDA),
    ],
    ids=["dua ukuran", "triwulan", "berdampingan", "provinsi di sebelah", "ribu jiwa", "persen"],
)
def test_columns_of_regions_that_are_not_one_measure_are_asked_about(jalan, baris, kode):
    hasil = jalan(baris, _UKUR)
    assert not hasil.siap
    assert kode in _galat(hasil)


# --- quarters of what is added ----------------------------------------------------------------------------------------


def _capaian(hasil):
    return [(b.get("Periode", ""), b.get("Target"), b.get("Realisasi")) for b in hasil.bagian["Capaian"]]


@pytest.mark.parametrize(
    ("judul", "angka", "harus"),
    [
        (
            ("Target s.d. TW I", "Realisasi s.d. TW I", "Target s.d. TW II", "Realisasi s.d. TW II"),
            (5, 4, 10, 9),
            [("TW I", "5", "4"), ("TW II", "5", "5")],
        ),
        (
            ("Target", "Target TW I", "Target TW II", "Target TW III", "Target TW IV", "Realisasi TW I"),
            (10, 2, 3, 5, 10, 2),
            [("", "10", None), ("TW I", "2", "2"), ("TW II", "1", None), ("TW III", "2", None), ("TW IV", "5", None)],
        ),
        (
            ("Target", "Target TW I", "Target TW II", "Target TW III", "Target TW IV", "Realisasi TW I"),
            (10, 2, 3, 3, 2, 2),
            [("", "10", None), ("TW I", "2", "2"), ("TW II", "3", None), ("TW III", "3", None), ("TW IV", "2", None)],
        ),
    ],
    ids=["sampai dengan", "kumulatif menurut setahun", "sendiri menurut setahun"],
)
def test_cumulated_targets_are_parted_as_their_realisasi_is(jalan, judul, angka, harus):
    assert _capaian(jalan([["Indikator", *judul], [_PUSKESMAS, *angka]], _OPD)) == harus


@pytest.mark.parametrize(
    ("kop", "realisasi", "harus"),
    [
        ([], "Realisasi s.d. TW II", [("", "10", None), ("TW II", None, "5")]),
        (["Keadaan s.d. Triwulan II 2025"], "Realisasi", [("TW II", "10", "5")]),
        (["Triwulan II 2025"], "Realisasi", [("TW II", "10", "9")]),
    ],
)
def test_a_quarter_that_says_it_holds_those_before_is_not_added_to_them(acuan, jalan, kop, realisasi, harus):
    milik = acuan.lembar["Capaian"]
    kode = next(k for k, b in acuan.indikator.items() if b["Indikator"] == _PUSKESMAS)
    satu = {"Kode indikator": kode, "Tahun": "2025", "Periode": "TW I", "Realisasi": "4"}
    tersimpan = Acuan(lembar={**acuan.lembar, "Capaian": (*milik, satu)})
    tabel = [*([k] for k in kop), ["Indikator", "Target", realisasi], [_PUSKESMAS, 10, 9]]
    assert _capaian(jalan(tabel, _OPD, acuan_lain=tersimpan)) == harus


def test_the_target_of_the_year_in_a_form_of_a_quarter_is_none_of_the_quarter(jalan):
    kop = ["Triwulan II 2025"]
    satu = jalan([kop, ["Indikator", "Target Tahunan", "Realisasi"], [_SAKIP, 80, 74]], _OPD)
    assert _capaian(satu) == [("", "80", None), ("TW II", None, "74")]
    dua = jalan(
        [kop, ["Indikator", "Target", "Target TW I", "Target TW II", "Realisasi"], [_SAKIP, 80, 70, 75, 74]], _OPD
    )
    assert _capaian(dua) == [("", "80", None), ("TW I", "70", None), ("TW II", "75", "74")]


def test_money_without_a_quarter_is_of_the_form_s_even_where_indicators_say_theirs(jalan):
    judul = ["Indikator", "Target", "Realisasi TW I", "Realisasi TW II", "Program", "Pagu", "Realisasi Anggaran"]
    hasil = jalan([["Triwulan II 2025"], judul, [_SAKIP, 80, 74, 75, "Program A", 100, 50]], _OPD)
    assert _uang(hasil) == {("TW II", "100", "50")}


def test_a_row_of_another_opd_is_asked_about(jalan):
    baris = [["Perangkat Daerah", "Indikator", "Target", "Realisasi"], ["Dinas Kesehatan", _SAKIP, 80, 79]]
    assert jalan(baris, _OPD).siap
    assert _galat(jalan([*baris, ["Dinas Pendidikan", _TENAGA, 70, 71]], _OPD)) == {Kode.SUSUN_TANYA}


def test_a_column_of_both_is_neither_target_nor_realisasi(jalan):
    hasil = jalan([["Indikator", "Target/Realisasi", "Target", "Realisasi"], [_SAKIP, "80/79", 80, 79]], _OPD)
    assert _capaian(hasil) == [("", "80", "79")]


# --- a budget whose parts are missing ---------------------------------------------------------------------------------


def test_a_parent_that_prints_more_than_its_leaves_is_told(jalan):
    baris = [["Kode", "Uraian", "Anggaran", "Realisasi"], *([*p, 5_000, 4_000] for p in _POHON)]
    baris[1] = [*_POHON[0], 9_000, 4_000]
    hasil = jalan(baris, _OPD)
    assert _galat(hasil) == {Kode.SUSUN_JUMLAH_BEDA}
    assert [(j.sel, j.tercetak, j.dihitung) for j in hasil.jumlah] == [("C2", Decimal(9_000), Decimal(5_000))]


def test_one_kind_of_belanja_is_not_all_of_it(jalan):
    hasil = jalan(_lra(("Anggaran Belanja Modal", "Realisasi Belanja Modal"), (5_000, 4_000)), _OPD)
    assert _galat(hasil) == {Kode.SUSUN_KOLOM_HILANG}


def test_realisasi_in_a_month_that_is_not_named_is_asked_about(jalan):
    judul = ("Anggaran", "Realisasi s.d. Bulan Lalu", "Realisasi Bulan Ini", "Realisasi s.d. Bulan Ini")
    hasil = jalan(_lra(judul, (9, 1, 2, 3)), _OPD)
    assert [p.apa for p in hasil.pertanyaan if p.terbuka] == [Tanya.PERIODE]
    assert _uang(jalan(_lra(judul, (9, 1, 2, 3), ("Bulan: September 2025",)), _OPD)) == {("TW III", "9", "3")}


def test_a_code_in_cells_of_numbers_gets_its_zeros_back(jalan):
    judul = ["Kode", None, None, None, None, "Uraian", "Anggaran", "Realisasi"]
    depan = [(1, 2, 2, None, None), (1, 2, 2, 2.01, None), (1, 2, 2, 2.01, 6), (1, 2, 2, 2.1, None), (1, 2, 2, 2.1, 6)]
    uang = (10, 5, 5, 5, 5)
    baris = [judul, *([*d, "Nama", u, u] for d, u in zip(depan, uang, strict=True))]
    hasil = jalan(baris, _OPD, [(1, 1, 1, 5)])
    assert hasil.siap
    kode = ("1.02.02", "1.02.02.2.01", "1.02.02.2.01.0006", "1.02.02.2.10", "1.02.02.2.10.0006")
    assert tuple(b["Kode"] for b in hasil.bagian["Anggaran"]) == kode


def test_realisasi_under_a_group_of_money_is_money(jalan):
    judul = [["Indikator", "Kinerja", "Program", "Anggaran", None], [None, "Target", None, "Pagu", "Realisasi"]]
    hasil = jalan([*judul, [_SAKIP, 80, "Program A", 9_000, 8_000]], _OPD, [(1, 4, 1, 5)])
    assert _capaian(hasil) == [("", "80", None)]
    assert _uang(hasil) == {("", "9000", "8000")}


# --- what the words above say -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kop", "periode"),
    [
        ("Periode: 01-01-2025 s/d 30-06-2025", "TW II"),
        ("1 Januari 2025 - 30 September 2025", "TW III"),
        ("Triwulan I s.d. II Tahun 2025", "TW II"),
        ("Dicetak: 12 Agustus 2025", ""),
        ("JUNI 2025", None),
        ("Keadaan s.d. Jun 2025", None),
        ("Perbandingan Triwulan I dan Triwulan II", None),
    ],
)
def test_the_period_above_a_table_is_read_or_asked(jalan, kop, periode):
    hasil = jalan(_lra(("Anggaran", "Realisasi"), (5_000, 4_000), (kop,)), _OPD)
    if periode is None:
        assert [p.apa for p in hasil.pertanyaan if p.terbuka] == [Tanya.PERIODE]
    else:
        assert _uang(hasil) == {(periode, "5000", "4000")}


def test_indicators_of_two_levels_side_by_side_are_asked_about(jalan):
    judul = ["Indikator Sasaran", "Indikator Program", "Target", "Realisasi"]
    assert _galat(jalan([judul, [_SAKIP, _TENAGA, 80, 79]], _OPD)) == {Kode.SUSUN_KOLOM_KEMBAR}
    pilih = jalan([judul, [_SAKIP, _TENAGA, 80, 79]], _OPD, kolom={"A": ""})
    assert [b["Kode indikator"] for b in pilih.bagian["Capaian"]] == ["P03"]


def test_an_indicator_becomes_a_new_one_only_when_it_is_accepted_with_what_the_table_does_not_say(jalan):
    tabel = [["Indikator", "Satuan", "Target", "Realisasi"], ["Cakupan layanan purnabakti", "Persen", 80, 79]]
    tanya = jalan(tabel, _OPD)
    (nama,) = tanya.nama
    assert (nama.tertulis, nama.kode, tanya.siap) == ("Cakupan layanan purnabakti", "DINKES-CLP", False)
    assert tanya.json()["nama_belum_pasti"][0]["baru"] == "baru:DINKES-CLP"
    setuju = {"Indikator": {nama.tertulis: "baru:DINKES-CLP"}}
    terbuka = jalan(tabel, _OPD, nama=setuju)
    assert [(p.apa, p.terbuka) for p in terbuka.pertanyaan if p.terbuka] == [(Tanya.ARAH, True)]
    hasil = jalan(tabel, {**_OPD, "arah": "Naik"}, nama=setuju)
    assert hasil.siap
    assert hasil.bagian["Indikator"] == (
        {
            "Kode indikator": "DINKES-CLP",
            "Kode OPD": "DINKES",
            "Tingkat": "Pendukung",
            "Indikator": "Cakupan layanan purnabakti",
            "Satuan": "Persen",
            "Arah": "Naik",
        },
    )
    assert [(b["Kode indikator"], b["Target"], b["Realisasi"]) for b in hasil.bagian["Capaian"]] == [
        ("DINKES-CLP", "80", "79")
    ]


def test_a_new_indicator_takes_no_code_that_stands(jalan, acuan):
    lama = next(iter(acuan.indikator))
    tabel = [["Indikator", "Satuan", "Target", "Realisasi"], ["Cakupan layanan purnabakti", "Persen", 80, 79]]
    hasil = jalan(tabel, {**_OPD, "arah": "Naik"}, nama={"Indikator": {"Cakupan layanan purnabakti": f"baru:{lama}"}})
    assert [(t.kode, t.sel) for t in hasil.galat] == [(Kode.SUSUN_KODE_GANDA, "A2")]
    assert not hasil.siap
