"""The formulas hold their promises for any figure: never below 0, monotone, and status in step with the percentage."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kinerja.model.istilah import Akumulasi, Arah, Status
from kinerja.nilai.baca import JenisNilai, Nilai, baca_nilai
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.rumus.hitung import (
    efisiensi,
    gabung_triwulan,
    hitung_capaian,
    median,
    persen_capaian,
    rata_rata,
    serapan,
    status_capaian,
)

cukup = settings(max_examples=60, deadline=None)
banyak = settings(max_examples=150, deadline=None)

SKALA = KumpulanSkala()
TELITI = Fraction(1, 10**12)
target = st.decimals("0.01", 10**6, places=2)
realisasi = st.decimals(-(10**6), 10**6, places=2)
positif = st.decimals(0, 10**6, places=2)
persen = st.decimals(0, 10**4, places=4)
sekitar_seratus = st.decimals(99, 101, places=4)
arah = st.sampled_from([Arah.NAIK, Arah.TURUN])
URUTAN_STATUS = [Status.TIDAK_TERCAPAI, Status.SESUAI, Status.MELEBIHI]


def angka(x):
    return Nilai(teks=str(x), jenis=JenisNilai.ANGKA, angka=x)


def sen(x):
    """Round half up to hundredths with integers alone."""
    return floor(Fraction(x) * 100 + Fraction(1, 2))


@given(st.decimals(-(10**6), 10**6, places=2), realisasi, st.sampled_from(Arah))
@banyak
def test_a_capaian_is_never_below_zero(t, r, a):
    hasil = persen_capaian(t, r, a)
    assert hasil is None or hasil >= 0


@given(target, realisasi, arah)
@banyak
def test_a_capaian_is_the_formula_in_exact_fractions(t, r, a):
    atas = Fraction(r) if a is Arah.NAIK else 2 * Fraction(t) - Fraction(r)
    assert abs(Fraction(persen_capaian(t, r, a)) - max(Fraction(0), atas / Fraction(t) * 100)) < TELITI


@given(target, realisasi, realisasi)
@cukup
def test_more_is_never_worse_where_higher_is_better(t, r, s):
    rendah, tinggi = sorted((r, s))
    assert persen_capaian(t, rendah, Arah.NAIK) <= persen_capaian(t, tinggi, Arah.NAIK)


@given(target, realisasi, realisasi)
@cukup
def test_more_is_never_better_where_lower_is_better(t, r, s):
    rendah, tinggi = sorted((r, s))
    assert persen_capaian(t, rendah, Arah.TURUN) >= persen_capaian(t, tinggi, Arah.TURUN)


@given(target, arah)
@cukup
def test_a_realisasi_equal_to_its_target_is_exactly_one_hundred(t, a):
    hasil = hitung_capaian(angka(t), angka(t), a)
    assert (hasil.persen, hasil.status) == (100, Status.SESUAI)


@given(target, positif)
@cukup
def test_the_two_directions_mirror_each_other_around_one_hundred(t, r):
    assume(r <= 2 * t)
    jumlah = persen_capaian(t, r, Arah.NAIK) + persen_capaian(t, r, Arah.TURUN)
    assert abs(Fraction(jumlah) - 200) < TELITI


@given(realisasi, st.sampled_from(Arah))
@cukup
def test_a_target_of_zero_is_computable_only_for_zero_where_lower_is_better(r, a):
    assert persen_capaian(Decimal(0), r, a) == (100 if r == 0 and a is Arah.TURUN else None)


@given(st.just(Decimal(0)) | realisasi, realisasi, st.sampled_from(Arah))
@banyak
def test_a_percentage_or_a_reason_always_one_and_never_both(t, r, a):
    hasil = hitung_capaian(angka(t), angka(r), a)
    assert (hasil.persen is None) == bool(hasil.alasan) == (hasil.status is None)


@given(persen | sekitar_seratus)
@banyak
def test_status_agrees_with_the_percentage_at_two_decimals(p):
    beda = (sen(p) > 10000) - (sen(p) < 10000)
    assert status_capaian(p) is URUTAN_STATUS[beda + 1]


@given(target, realisasi, arah)
@banyak
def test_the_status_of_a_capaian_is_that_of_its_percentage(t, r, a):
    hasil = hitung_capaian(angka(t), angka(r), a)
    assert hasil.status is status_capaian(hasil.persen)


@given(persen | sekitar_seratus, persen | sekitar_seratus)
@cukup
def test_a_higher_percentage_never_has_a_worse_status(p, q):
    rendah, tinggi = (URUTAN_STATUS.index(status_capaian(x)) for x in sorted((p, q)))
    assert rendah <= tinggi


@given(st.sampled_from(["72,93", "0", "5,8-5,5", "9/9", "1:26", "B (70,00)", ""]), realisasi)
@cukup
def test_a_netral_indicator_has_neither_percentage_nor_status(t, r):
    hasil = hitung_capaian(baca_nilai(t), angka(r), Arah.NETRAL)
    assert (hasil.persen, hasil.status) == (None, None)


@given(target, target, realisasi, arah)
@banyak
def test_a_range_is_reached_exactly_inside_it(a, b, r, ke):
    rendah, tinggi = sorted((a, b))
    hasil = hitung_capaian(
        Nilai(teks="", jenis=JenisNilai.RENTANG, angka=(a + b) / 2, bawah=rendah, atas=tinggi), angka(r), ke
    )
    assert (hasil.status is Status.DALAM_RENTANG) == (rendah <= r <= tinggi)


@given(target, target, st.integers(0, 100), arah)
@cukup
def test_any_point_of_a_range_is_inside_it(a, b, letak, ke):
    rendah, tinggi = sorted((a, b))
    r = rendah + (tinggi - rendah) * letak / 100
    hasil = hitung_capaian(
        Nilai(teks="", jenis=JenisNilai.RENTANG, angka=(a + b) / 2, bawah=rendah, atas=tinggi), angka(r), ke
    )
    assert hasil.status is Status.DALAM_RENTANG


@given(target, target, realisasi, arah)
@cukup
def test_a_range_is_measured_from_its_midpoint(a, b, r, ke):
    hasil = hitung_capaian(
        Nilai(teks="", jenis=JenisNilai.RENTANG, angka=(a + b) / 2, bawah=min(a, b), atas=max(a, b)), angka(r), ke
    )
    assert hasil.persen == persen_capaian((a + b) / 2, r, ke)


@given(st.sampled_from(SKALA.semua), st.data(), arah)
@cukup
def test_grades_are_compared_by_their_order_alone(skala, data, a):
    t, r = (data.draw(st.sampled_from(skala.pita)) for _ in range(2))
    hasil = hitung_capaian(
        *(Nilai(teks=p.predikat, jenis=JenisNilai.PREDIKAT, predikat=p.predikat) for p in (t, r)), a, skala
    )
    beda = (r.urutan < t.urutan) - (r.urutan > t.urutan)
    assert (hasil.persen, hasil.status) == (None, URUTAN_STATUS[beda + 1])


@given(st.sampled_from([s for s in SKALA.semua if s.berbatas]), st.data(), st.decimals(0, 100, places=2))
@cukup
def test_a_number_beside_a_grade_counts_as_its_own_grade(skala, data, x):
    lain, milik = data.draw(st.sampled_from(skala.predikat)), skala.peringkat(x).predikat
    assume(milik is not None)
    t, r = (Nilai(teks=k, jenis=JenisNilai.PREDIKAT, predikat=k) for k in (lain, milik))
    assert hitung_capaian(t, angka(x), Arah.NAIK, skala) == hitung_capaian(t, r, Arah.NAIK, skala)
    assert hitung_capaian(angka(x), t, Arah.NAIK, skala) == hitung_capaian(r, t, Arah.NAIK, skala)


@given(*(st.integers(1, 20) for _ in range(4)))
@cukup
def test_levels_are_compared_when_their_denominators_agree(a, b, c, d):
    hasil = hitung_capaian(baca_nilai(f"{a}/{b}"), baca_nilai(f"{c}/{d}"), Arah.NAIK)
    assert hasil.persen == (persen_capaian(Decimal(a), Decimal(c), Arah.NAIK) if b == d else None)


@given(positif, positif, realisasi, st.booleans(), st.sampled_from(Arah))
@cukup
def test_a_ratio_is_never_calculated_with(a, b, r, balik, ke):
    sisi = [Nilai(teks=f"{a}:{b}", jenis=JenisNilai.RASIO), angka(r)]
    hasil = hitung_capaian(*(reversed(sisi) if balik else sisi), ke)
    assert (hasil.persen, hasil.status) == (None, None)
    assert hasil.alasan


@given(st.lists(st.none() | persen, max_size=8), st.booleans())
@banyak
def test_a_mean_lies_between_the_lowest_and_the_highest_it_counts(semua, batasi):
    ada = [min(c, 100) if batasi else c for c in semua if c is not None]
    hasil = rata_rata(semua, batasi=batasi)
    assert (hasil.dihitung, hasil.jumlah) == (len(ada), len(semua))
    assert hasil.nilai is None if not ada else min(ada) <= hasil.nilai <= max(ada)


@given(st.lists(persen, min_size=1, max_size=8))
@cukup
def test_a_mean_is_the_plain_one_in_exact_fractions(semua):
    assert abs(Fraction(rata_rata(semua).nilai) - sum(map(Fraction, semua)) / len(semua)) < TELITI


@given(st.lists(persen, min_size=1, max_size=8))
@cukup
def test_a_capped_mean_is_at_most_one_hundred_and_at_most_the_plain_one(semua):
    assert rata_rata(semua, batasi=True).nilai <= min(100, rata_rata(semua).nilai)


@given(st.lists(st.none() | persen, max_size=8), st.integers(0, 5))
@cukup
def test_what_is_not_computable_does_not_move_the_mean(semua, kosong):
    assert rata_rata([*semua, *[None] * kosong]).nilai == rata_rata(semua).nilai


@given(st.lists(st.none() | persen, max_size=9), st.booleans())
@banyak
def test_a_median_lies_between_the_lowest_and_the_highest_and_counts_as_the_mean_does(semua, batasi):
    ada = [min(c, 100) if batasi else c for c in semua if c is not None]
    hasil = median(semua, batasi=batasi)
    assert (hasil.dihitung, hasil.jumlah) == (len(ada), len(semua))
    assert hasil.nilai is None if not ada else min(ada) <= hasil.nilai <= max(ada)


@given(st.lists(persen, min_size=1, max_size=2), st.booleans())
@cukup
def test_of_one_or_two_values_the_median_is_the_mean(semua, batasi):
    assert median(semua, batasi=batasi) == rata_rata(semua, batasi=batasi)


@given(st.lists(persen, min_size=1, max_size=9), st.randoms())
@cukup
def test_a_median_has_as_many_below_as_above_in_whatever_order_they_come(semua, acak):
    hasil = median(semua).nilai
    assert 2 * sum(c < hasil for c in semua) <= len(semua) >= 2 * sum(c > hasil for c in semua)
    assert median(acak.sample(semua, len(semua))).nilai == hasil


@given(st.lists(persen, min_size=3, max_size=9), persen)
@cukup
def test_however_high_the_highest_it_does_not_move_the_median(semua, lebih):
    naik = [*sorted(semua)[:-1], max(semua) + lebih]
    assert median(naik).nilai == median(semua).nilai


@given(st.none() | positif, st.none() | positif)
@cukup
def test_serapan_is_the_exact_share_or_not_computable(pagu, r):
    hasil = serapan(pagu, r)
    if not pagu or r is None:
        assert hasil is None
    else:
        assert abs(Fraction(hasil) - Fraction(r) / Fraction(pagu) * 100) < TELITI


@given(persen, persen)
@cukup
def test_efisiensi_gives_capaian_back_by_points_and_by_ratio(capaian, serap):
    hasil = efisiensi(capaian, serap)
    assert hasil.poin + serap == capaian
    if serap:
        assert abs(Fraction(hasil.rasio) * Fraction(serap) - Fraction(capaian)) < TELITI
    else:
        assert hasil.rasio is None


@given(st.lists(realisasi, min_size=1, max_size=4))
@cukup
def test_the_mean_of_the_quarters_times_their_number_is_their_sum(triwulan):
    rata, jumlah = (gabung_triwulan(list(map(angka, triwulan)), c) for c in (Akumulasi.RATA_RATA, Akumulasi.JUMLAH))
    assert (rata * len(triwulan)).quantize(Decimal("0.01")) == jumlah == sum(triwulan)


@given(st.lists(st.none() | realisasi, min_size=1, max_size=4), st.sampled_from(Akumulasi))
@cukup
def test_a_year_is_available_exactly_when_a_quarter_is(triwulan, cara):
    nilai = [Nilai(teks="", jenis=JenisNilai.KOSONG) if r is None else angka(r) for r in triwulan]
    assert (gabung_triwulan(nilai, cara) is None) == all(r is None for r in triwulan)
