"""Reading one cell by its column (DESIGN section 5): footnotes, quarters by many names, one style of numbers, dates."""

import re
from decimal import Decimal

import pytest
from openpyxl.utils import get_column_letter
from pembangun import BUKU_KECIL as B
from pembangun import Tinggi, bedah, jalur_lembar, ringkas, sel, tanpa_kolom, tulis, ubah

from kinerja.buku.muat import muat_mentah
from kinerja.buku.pembaca import BukuMentah
from kinerja.buku.tanggal_sel import tanggal_terlihat


@pytest.mark.parametrize(
    ("sel_", "dibaca"),
    [
        pytest.param(Tinggi("70,10", "1"), "70,10", id="a digit"),
        pytest.param(Tinggi("70,10", "*)"), "70,10", id="a star"),
        pytest.param(Tinggi("70,10", "a", " tahun"), "70,10 tahun", id="before the unit"),
    ],
)
def test_a_raised_footnote_never_joins_the_digits(muat_isi, sel_, dibaca):
    hasil = muat_isi(sel("Regional", F2=sel_))
    assert (hasil.buku.regional[0].nilai.teks, str(hasil.buku.regional[0].nilai.angka)) == (dibaca, "70.10")


@pytest.mark.parametrize(
    ("sel_", "tanda", "temuan"),
    [
        pytest.param("72,97*", ("Sementara",), [], id="star"),
        pytest.param("72,97**", ("Sementara",), [], id="two stars"),
        pytest.param(Tinggi("72,97", "*)"), ("Sementara",), [], id="raised star"),
        pytest.param("72,97 r", (), ["tanda-kaki Capaian!F2"], id="revised"),
        pytest.param("72,97", (), [], id="none"),
    ],
)
def test_a_star_is_kept_as_sementara_and_another_mark_is_warned_of(muat_isi, sel_, tanda, temuan):
    hasil = muat_isi(sel("Capaian", F2=sel_))
    assert (hasil.buku.capaian[0].tanda, ringkas(hasil)) == (tanda, temuan)
    assert hasil.buku.capaian[0].realisasi.teks == "72,97"
    assert muat_mentah(BukuMentah(hasil.kanonik(), ())).buku.capaian[0].tanda == tanda


def test_a_star_joins_the_words_of_column_tanda(muat_isi):
    huruf = get_column_letter(B["Capaian"][0].index("Tanda") + 1)
    hasil = muat_isi(sel("Capaian", F2="72,97*", **{f"{huruf}2": " patah ; perkiraan"}))
    assert (ringkas(hasil), hasil.buku.capaian[0].tanda) == ([], ("Sementara", "Perkiraan", "Patah"))


def test_a_star_in_regional_is_kept_without_a_column_tanda(muat_isi):
    isi = tanpa_kolom(sel("Regional", F2="72,97*"), "Regional", "Tanda")
    assert muat_isi(isi).buku.regional[0].tanda == ("Sementara",)


def test_a_star_beside_a_target_is_only_warned_of(muat_isi):
    hasil = muat_isi(sel("Capaian", D2="72,93*"))
    assert (ringkas(hasil), hasil.buku.capaian[0].tanda) == (["tanda-kaki Capaian!D2"], ())


def test_an_unknown_word_in_column_tanda_is_refused(muat_isi):
    huruf = get_column_letter(B["Capaian"][0].index("Tanda") + 1)
    assert ringkas(muat_isi(sel("Capaian", **{f"{huruf}2": "Sementara; entah"}))) == [
        f"di-luar-daftar Capaian!{huruf}2"
    ]


def test_a_raised_footnote_in_an_inline_string_never_joins_the_digits(muat_di_sini, tmp_path):
    raga = "<r><t>70,10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>"
    xml = r'<c r="F2"[^>]*>.*?</c>'

    def ganti(lama):
        baru = re.sub(xml, f'<c r="F2" t="inlineStr"><is>{raga}</is></c>', lama.decode(), count=1, flags=re.S)
        assert raga in baru
        return baru.encode()

    berkas = bedah(tulis(B, tmp_path / "kaki.xlsx"), {jalur_lembar("Regional"): ganti})
    hasil = muat_di_sini(berkas)
    assert (ringkas(hasil), hasil.buku.regional[0].nilai.teks) == (["tanda-kaki Regional!F2"], "70,10")


def test_a_raised_two_is_part_of_a_unit_and_of_what_was_printed(muat_isi):
    isi = ubah(ubah(B, "Kutipan", H3=Tinggi("72,97", "1")), "Regional", F2=Tinggi("5 km", "2"), G2=Tinggi("km", "2"))
    hasil = muat_isi(isi)
    assert (hasil.buku.regional[0].satuan, hasil.buku.regional[0].nilai.angka) == ("km²", 5)
    assert hasil.buku.kutipan[1].tercetak == "72,97¹"
    assert ringkas(hasil) == []


def test_a_target_in_words_is_shown_and_calculated_by_its_target_hitung(muat_isi):
    baris = muat_isi(sel("Capaian", D2="81,48 /60", E2=60)).buku.capaian[0]
    assert (baris.target.teks, baris.target.ada, baris.target.angka, baris.target_hitung.angka) == (
        "81,48 /60",
        True,
        None,
        60,
    )


@pytest.mark.parametrize(
    ("tertulis", "periode"),
    [
        *((t, "TW I") for t in ("Triwulan I", "TW 1", "TW-I", "tw.i", "Triwulan 1", "Q1", "Kuartal I")),
        *((t, "TW I") for t in ("Triwulan ke-1", "Triwulan pertama", "TRW I", "Januari - Maret", "Jan s.d. Mar")),
        *(
            (t, "TW III")
            for t in ("TRIWULAN III", "TW3", "tw – iii", "Triwulan-3", "Triw. III", "TW \u2162", "Juli–September")
        ),
        *((t, "TW II") for t in ("Semester I", "semester 1", "Smt. I", "TWII")),
        *((t, "TW IV") for t in ("Semester II", "Sem 2", "TW IV", "Triwulan IV")),
        *((t, "Tahunan") for t in ("Tahun", "setahun", "TAHUNAN")),
    ],
)
def test_a_period_is_read_by_every_clear_name(muat_isi, tertulis, periode):
    assert muat_isi(sel("Capaian", C2=tertulis)).buku.capaian[0].periode == periode


@pytest.mark.parametrize("tertulis", ["TW V", "TW 5", "Semester III", "Triwulan", "TW I dan II", "Januari"])
def test_a_period_that_is_none_is_refused(muat_isi, tertulis):
    assert ringkas(muat_isi(sel("Capaian", C2=tertulis))) == ["di-luar-daftar Capaian!C2"]


@pytest.mark.parametrize(
    ("format_angka", "isi", "rupiah"),
    [
        *(('#,##0 "juta"', 54, 54_000_000), ('#,##0.0\\ "Miliar"', 1.5, 1_500_000_000), ('"Rp" 0" jt"', 3, 3_000_000)),
        *(('#,##0,,"jt"', 54_000_000, 54_000_000), ('#,##0.0,,," miliar"', 2_500_000_000, 2_500_000_000)),
        *(('#,##0" juta";-0', "70", 70), ('#,##0 "jutawan"', 5, 5)),
    ],
)
def test_a_multiple_that_the_format_writes_is_read_as_the_eye_sees_it(muat_isi, format_angka, isi, rupiah):
    """A comma at the end of the format divides the number: there it is whole already."""
    hasil = muat_isi(
        sel("Anggaran", H3=isi), lambda buku: setattr(buku["Anggaran"]["H3"], "number_format", format_angka)
    )
    assert hasil.buku.anggaran[1].pagu == rupiah


BERKOMA = ["1,000,000", "1,000,000*", "1,000,000 Opini", "1,000,000 - 2,000,000", Tinggi("1,000,000", "1"), "1,234.56"]
"""Figures that show, or seem to show, that commas separate thousands in their column."""


@pytest.mark.parametrize("lain", BERKOMA, ids=str)
@pytest.mark.parametrize("teks", ["600,000", "600,000*", "600,000 - 700,000", Tinggi("600,000", "1")], ids=str)
def test_one_group_beside_commas_between_thousands_is_never_three_decimals(muat_isi, lain, teks):
    hasil = muat_isi(sel("Indikator", Q2=lain, Q3=teks))
    (ragu,) = (t for t in hasil.temuan if t.sel == "Q3" and t.kode == "koma-ganda")
    assert "Tulis 600.000 bila ribuan, atau 600,0000 bila desimal" in ragu.saran
    for ikut in ("600.000", "600,0000") if lain != "1,000,000" else ("600,0000",):
        diikuti = muat_isi(sel("Indikator", Q2="1.000.000", Q3=ikut))
        assert diikuti.sah


def test_one_group_beside_such_a_figure_in_its_row_is_asked_about_too(muat_isi):
    hasil = muat_isi(sel("Capaian", D2="1,000,000", F2="600,000"))
    assert "koma-ganda Capaian!F2" in ringkas(hasil)


def test_a_dot_between_three_digits_is_asked_about_where_commas_separate_thousands(muat_isi):
    (_, ragu) = muat_isi(sel("Indikator", Q2="1,000,000", Q3="600.000")).temuan
    assert "titik di depan tiga angka" in ragu.pesan
    assert "Tulis 600000 bila ribuan" in ragu.saran
    assert muat_isi(sel("Indikator", Q2="1,000,000", Q3="600000")).sah


@pytest.mark.parametrize("teks", ["600,000*", "Rp 600,000 r)", Tinggi("600,000", "1"), "600,000 rupiah"], ids=str)
def test_money_of_one_group_is_asked_about_with_any_mark(muat_isi, teks):
    assert ringkas(muat_isi(sel("Anggaran", H3=teks))) == ["koma-ganda Anggaran!H3"]


@pytest.mark.parametrize("teks", ["Rp -", "Rp. -,-", "(-)", "\u2015"])
def test_a_dash_in_money_is_zero_however_it_is_written(muat_isi, teks):
    assert muat_isi(sel("Anggaran", H3=teks)).buku.anggaran[1].pagu == 0


def test_money_in_thousands_of_millions_has_three_decimals(muat_isi):
    assert muat_isi(sel("Anggaran", H3="54,123 miliar", H4="1,250 M")).buku.anggaran[1].pagu == 54_123_000_000


def test_figures_with_english_thousands_are_kept_the_indonesian_way(muat_isi):
    hasil = muat_isi(sel("Indikator", Q2="Rp 1,234,567.50", Q3="1,000,000 Opini"))
    assert [i.target_akhir.teks for i in hasil.buku.indikator[:2]] == ["Rp 1.234.567,50", "1.000.000 Opini"]
    ulang = muat_mentah(BukuMentah(hasil.kanonik(), ()))
    assert (ringkas(ulang), ulang.buku.indikator[0].target_akhir) == ([], hasil.buku.indikator[0].target_akhir)


def test_money_with_three_decimals_reads_back_from_its_stored_form(muat_isi):
    hasil = muat_isi(sel("Anggaran", H3=600.125))
    ulang = muat_mentah(BukuMentah(hasil.kanonik(), ()))
    assert ulang.buku.anggaran[1].pagu == hasil.buku.anggaran[1].pagu == Decimal("600.125")


@pytest.mark.parametrize(
    ("teks", "format_angka", "terlihat"),
    [
        ("07:15:00", "h.mm", "7.15"),
        ("01:10:00", "h:mm:ss", "1.10.00"),
        ("2 days, 22:10:00", "[h].mm.ss", "70.10.00"),
        ("0:05:03", "mm:ss.0", "05.03"),
        ("2026-08-05 00:00:00", "d-mmm", "5-Agu"),
        ("2026-08-05 00:00:00", "mm-dd-yy", "05/08/2026"),
        ("2024-01-01 00:00:00", "yyyy", "2024"),
        ("2024-09-09 13:05:00", "[$-421]dd mmmm yyyy hh:mm AM/PM;@", "09 September 2024 01.05 PM"),
        ("2024-09-09", '"tgl" dddd, d\\-mmm-yy', "tgl Senin, 9-Sep-24"),
        ("2024-09-09", "General", "2024-09-09"),
        ("-1 day, 3:00:00", "h:mm", "-1 day, 3:00:00"),
        ("entah", "d", "entah"),
    ],
)
def test_a_date_is_quoted_as_the_user_sees_it(teks, format_angka, terlihat):
    assert tanggal_terlihat(teks, format_angka) == terlihat
