"""Reading a value, for any number and any text: round trips, refusals, and no other exception than the one promised."""

from decimal import Decimal
from string import ascii_letters

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kinerja.nilai.angka import format_angka, format_persen, format_rupiah, format_rupiah_ringkas
from kinerja.nilai.baca import KELIPATAN, JenisNilai, NilaiTakTerbaca, baca_nilai, nilai_persen
from kinerja.nilai.kata import tak_tersedia
from kinerja.nilai.kumpulan_skala import KumpulanSkala

cukup = settings(max_examples=60, deadline=None)
banyak = settings(max_examples=150, deadline=None)

SKALA = KumpulanSkala()
angka = st.integers(0, 6).flatmap(lambda n: st.decimals(-(10**15), 10**15, places=n))
tak_negatif = angka.map(abs)
rupiah = st.one_of(st.integers(-(10**15), 10**15).map(Decimal), st.decimals(-(10**13), 10**13, places=2))
skala = st.sampled_from([None, *SKALA.semua])
satuan = st.sampled_from(["", "Tahun", "Persen", "%", "Rupiah", "Indeks", "Per 100.000 KH", "poin"]) | st.text()
potongan = st.sampled_from(
    [
        *"0123456789.,-+%/:() ='e\n\u00a0\u2013\u0663\u00b2",
        *["≥", "<", "min.", "s.d.", "*", "1)", " r", "(", "…", "TAD", "sampai"],
        *["Rp", "Rp.", ",-", "juta", "Triliun", "persen", "skor", "N/A", "#REF!", "WTP", "BB", "Tinggi", "poin"],
    ]
)
sebarang = st.text() | st.lists(potongan, max_size=12).map("".join)
KATA_TAK_TERSEDIA = (
    *("", "-", "…", "...", "n/a", "na", "n.a.", "tad", "belum rilis", "belum dirilis", "belum tersedia"),
    *("tidak tersedia", "Tidak Tersedia.", "n. a."),
)
spasi = st.text(" \t\n\u00a0\u200b", max_size=3)
kelompok = st.text("0123456789", min_size=1, max_size=6)


def baca_atau_tolak(isi, *pilihan):
    try:
        return baca_nilai(isi, *pilihan)
    except NilaiTakTerbaca as galat:
        return galat


@given(angka)
@banyak
def test_a_formatted_number_reads_back(x):
    nilai = baca_nilai(format_angka(x))
    assert (nilai.jenis, nilai.angka, nilai.gaya_inggris) == (JenisNilai.ANGKA, x, False)


@given(angka)
@cukup
def test_a_formatted_number_reads_back_with_its_printed_decimals(x):
    assert baca_nilai(format_angka(x)).desimal == -x.as_tuple().exponent


@given(rupiah)
@banyak
def test_formatted_money_reads_back(x):
    assert baca_nilai(format_rupiah(x)).angka == x


@given(angka, st.sampled_from(["%", " %", " persen", "  Persen"]))
@cukup
def test_a_percentage_reads_as_its_number(x, tanda):
    assert baca_nilai(format_angka(x) + tanda).angka == x


@given(st.decimals(-1000, 1000, places=2))
@cukup
def test_a_formatted_percentage_reads_back(x):
    assert baca_nilai(format_persen(x)).angka == x


@given(angka, st.sampled_from(["Tahun", "jiwa", "Rupiah", "Indeks", "Per 100.000 KH", "km/jam"]), st.booleans())
@cukup
def test_the_satuan_may_follow_in_any_case(x, kata, besar):
    assert baca_nilai(f"{format_angka(x)} {kata.upper() if besar else kata.lower()}", kata).angka == x


@given(tak_negatif, st.sampled_from(["({})", "(Rp {})", "Rp ({})", "-{}", "\u2212{}", "-Rp {}", "Rp -{}"]))
@cukup
def test_parentheses_and_minus_are_negative(x, pola):
    assert baca_nilai(pola.format(format_angka(x))).angka == -x


@given(st.decimals(0, 10**6, places=2), st.sampled_from(sorted(KELIPATAN)), st.sampled_from(["{} {}", "Rp {} {}"]))
@cukup
def test_a_multiple_multiplies(x, kata, pola):
    assert baca_nilai(pola.format(format_angka(x), kata.title())).angka == x * KELIPATAN[kata]


@given(st.integers(10**6, 10**15))
@cukup
def test_english_thousands_read_as_the_same_number_and_are_marked(x):
    nilai = baca_nilai(f"{x:,}")
    assert (nilai.angka, nilai.gaya_inggris) == (x, True)


@given(st.integers(0, 999), st.text("0123456789", min_size=1).filter(lambda t: len(t) != 3))
@cukup
def test_one_dot_before_other_than_three_digits_is_decimal(utuh, pecahan):
    assume(len(pecahan) < 20)
    assert baca_nilai(f"{utuh}.{pecahan}").angka == Decimal(f"{utuh}.{pecahan}")


@given(st.text("0123456789", min_size=1, max_size=20))
@cukup
def test_one_dot_after_a_leading_zero_is_decimal(pecahan):
    assert baca_nilai(f"0.{pecahan}").angka == Decimal(f"0.{pecahan}")


@given(st.integers(1, 999), st.integers(0, 999))
@cukup
def test_one_dot_before_three_digits_is_a_thousands_separator(depan, belakang):
    assert baca_nilai(f"{depan}.{belakang:03}").angka == depan * 1000 + belakang


@given(st.lists(kelompok, min_size=3, max_size=6), st.sampled_from(["{}", "Rp {}", "({})", "-{}", "{}%", "{} juta"]))
@banyak
@pytest.mark.parametrize("pemisah", [".", ","])
def test_a_thousands_separator_without_exactly_three_digits_is_refused(pemisah, bagian, pola):
    assume(any(len(b) != 3 for b in bagian[1:]))
    with pytest.raises(NilaiTakTerbaca):
        baca_nilai(pola.format(pemisah.join(bagian)))


@given(st.integers(0, 999), kelompok, kelompok)
@cukup
def test_a_thousands_separator_before_a_decimal_comma_needs_three_digits(depan, tengah, pecahan):
    assume(len(tengah) != 3)
    with pytest.raises(NilaiTakTerbaca):
        baca_nilai(f"{depan}.{tengah},{pecahan}")


@given(st.integers(0, 999), kelompok, kelompok)
@cukup
def test_a_dot_behind_one_comma_is_refused(depan, tengah, pecahan):
    with pytest.raises(NilaiTakTerbaca):
        baca_nilai(f"{depan},{tengah}.{pecahan}")


POLA_RENTANG = ("{}-{}", "{} - {}", "{}%-{}%", "{}\u2013{}", "{} s.d. {}", "{} s/d {}", "{}% sampai dengan {}%")
POLA_PREDIKAT = ("{k} ({x})", "{k}({x})", "{k} (skor {x})", "{x} ({k})", "{k} {x}", "{x} {k}", "{k}: {x}")


@given(tak_negatif, tak_negatif, st.sampled_from(POLA_RENTANG))
@cukup
def test_a_range_keeps_both_ends_in_order_and_its_middle(a, b, pola):
    nilai = baca_nilai(pola.format(format_angka(a), format_angka(b)))
    assert (nilai.jenis, nilai.bawah, nilai.atas) == (JenisNilai.RENTANG, min(a, b), max(a, b))
    assert nilai.angka * 2 == a + b


@given(tak_negatif, st.sampled_from(["≥ {}", "> {}", "min. {}", "≤ {}", "< {}%", "maks. {}", "Minimal {} tahun"]))
@cukup
def test_a_bound_is_calculated_with_its_number_and_reached_on_one_side_only(x, pola):
    nilai = baca_nilai(pola.format(format_angka(x)), "Tahun")
    assert (nilai.jenis, nilai.angka) == (JenisNilai.BATAS, x)
    assert nilai.batas.dicapai(x + 1, x) is not nilai.batas.dicapai(x - 1, x)


@given(
    tak_negatif,
    st.sampled_from(["*", " *", "**", " 1)", " 12)", " r)", " r", "e", "\u00b9", "\u00b2\u207e"]),
    st.sampled_from(["", "%"]),
)
@banyak
def test_a_mark_beside_a_figure_never_joins_its_digits(x, tanda, ekor):
    nilai = baca_nilai(format_angka(x) + ekor + tanda)
    assert (nilai.angka, nilai.teks, nilai.tanda) == (x, format_angka(x) + ekor, tanda.strip())
    assert baca_nilai(nilai.teks).angka == x


@given(st.integers(0, 9999), st.integers(0, 9999))
@cukup
def test_a_level_is_numerator_and_denominator(atas, bawah):
    nilai = baca_nilai(f"{atas}/{bawah}")
    assert (nilai.jenis, nilai.angka, nilai.penyebut) == (JenisNilai.LEVEL, atas, bawah)


@given(tak_negatif, tak_negatif)
@cukup
def test_a_ratio_is_kept_as_text_and_has_no_number(a, b):
    teks = f"{format_angka(a)}:{format_angka(b)}"
    nilai = baca_nilai(teks)
    assert (nilai.jenis, nilai.teks, nilai.angka) == (JenisNilai.RASIO, teks, None)


@given(st.data(), st.decimals(0, 100, places=2), st.sampled_from(SKALA.semua))
@cukup
def test_a_number_with_a_grade_reads_in_every_order(data, x, pilihan):
    kata = data.draw(st.sampled_from(pilihan.predikat))
    pola = data.draw(st.sampled_from(POLA_PREDIKAT))
    nilai = baca_nilai(pola.format(k=kata.swapcase(), x=format_angka(x)), skala=pilihan)
    assert (nilai.jenis, nilai.angka, nilai.predikat) == (JenisNilai.ANGKA, x, kata)


@given(st.data(), st.sampled_from(SKALA.semua), spasi, spasi)
@cukup
def test_a_grade_reads_on_its_scale_in_any_case_and_spacing(data, pilihan, kiri, kanan):
    kata = data.draw(st.sampled_from(pilihan.predikat))
    nilai = baca_nilai(kiri + kata.swapcase() + kanan, skala=pilihan)
    assert (nilai.jenis, nilai.predikat) == (JenisNilai.PREDIKAT, kata)


@given(st.lists(st.text(ascii_letters, min_size=1, max_size=9), min_size=1, max_size=3), st.sampled_from(SKALA.semua))
@cukup
def test_a_word_off_the_scale_is_refused_naming_those_allowed(bagian, pilihan):
    kata = " ".join(bagian)
    assume(pilihan.cari(kata) is None and not tak_tersedia(kata))
    with pytest.raises(NilaiTakTerbaca) as galat:
        baca_nilai(kata, skala=pilihan)
    assert kata in galat.value.pesan
    assert ", ".join(pilihan.predikat) in galat.value.saran


@given(st.sampled_from(KATA_TAK_TERSEDIA), spasi, spasi, st.booleans(), satuan, skala)
@cukup
def test_a_missing_word_is_missing_in_any_case_and_spacing(kata, kiri, kanan, besar, ukur, pilihan):
    nilai = baca_nilai(kiri + (kata.upper() if besar else kata) + kanan, ukur, pilihan)
    assert (nilai.ada, nilai.angka) == (False, None)


@given(angka, spasi, spasi)
@cukup
def test_spare_spaces_do_not_count(x, kiri, kanan):
    assert baca_nilai(kiri + format_angka(x) + kanan).angka == x


@given(sebarang, satuan, skala)
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_or_refused_in_words_and_nothing_else(teks, ukur, pilihan):
    hasil = baca_atau_tolak(teks, ukur, pilihan)
    if isinstance(hasil, NilaiTakTerbaca):
        assert all((hasil.pesan, hasil.saran))
    else:
        # The mark of a footnote is no part of what is shown.
        assert hasil.tanda or hasil.teks == " ".join(teks.split())


@given(st.from_regex(r"-?[0-9]{1,3}([.,][0-9]{1,4}){0,3}( (juta|triliun)| ?%)?(-[0-9]{1,3})?", fullmatch=True))
@cukup
def test_whatever_was_read_as_a_number_can_be_shown_and_read_again(teks):
    hasil = baca_atau_tolak(teks)
    if not isinstance(hasil, NilaiTakTerbaca):
        assert baca_nilai(format_angka(hasil.angka)).angka == hasil.angka


@given(st.text("0123456789", min_size=26, max_size=45), st.sampled_from(["{}", "0,{}", "{}-1", "B ({})", "Rp {}"]))
@cukup
def test_a_very_long_number_is_refused_or_kept_to_the_last_digit_wherever_it_stands(digit, pola):
    hasil = baca_atau_tolak(pola.format(digit))
    if not isinstance(hasil, NilaiTakTerbaca):
        besar = hasil.angka if hasil.atas is None else hasil.atas
        assert besar == Decimal(f"0.{digit}" if pola.startswith("0") else digit)


@given(st.floats() | st.floats(1e26, 1e31) | st.integers(-(10**31), 10**31))
@example(1e28)
@banyak
def test_any_number_cell_is_taken_as_excel_shows_it_or_refused(sel):
    hasil = baca_atau_tolak(sel)
    if not isinstance(hasil, NilaiTakTerbaca):
        assert hasil.angka == Decimal(format(sel, ".15g") if isinstance(sel, float) else sel)


@given(st.decimals(-10, 10, places=6), st.integers(0, 6))
@cukup
def test_a_percent_cell_shows_what_it_is_calculated_with(pecahan, tempat):
    nilai = nilai_persen(pecahan, tempat)
    assert baca_nilai(nilai.teks).angka == nilai.angka
    assert abs(nilai.angka - pecahan * 100) * 2 <= Decimal(10) ** -tempat


@given(rupiah)
@banyak
def test_short_money_is_within_half_of_its_last_decimal(x):
    faktor = next(f for f in (10**12, 10**9, 10**6, 10**3, 1) if abs(x) >= f or f == 1)
    teks = format_rupiah_ringkas(x).replace("-Rp ", "-").removeprefix("Rp ")
    for singkatan, panjang in (("T", "triliun"), ("M", "miliar")):
        teks = teks.removesuffix(singkatan) + panjang if teks.endswith(f" {singkatan}") else teks
    assert abs(baca_nilai(teks).angka - x) <= faktor * Decimal("0.005")
