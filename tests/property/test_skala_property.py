"""Scales are total and monotone, mark exactly their gaps, and the one in force is found for any year."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN, KumpulanSkala
from kinerja.nilai.skala import DI_BAWAH, DI_CELAH, Pita, Skala, cacat_skala

cukup = settings(max_examples=60, deadline=None)

BERBATAS = [s for s in SKALA_BAWAAN if s.berbatas]
bawaan = pytest.mark.parametrize("skala", BERBATAS, ids=lambda s: s.nama)
nilai = st.decimals(0, 150, places=4) | st.sampled_from([p.bawah for s in BERBATAS for p in s.pita])
KATA = ("Istimewa", "Sangat Baik", "Baik", "Cukup", "Kurang", "Buruk")


@st.composite
def skala_sah(draw):
    """Bands from 0 up, some with a printed upper bound that leaves a gap, some whose own bound does not belong."""
    batas = sorted(draw(st.sets(st.integers(1, 149), min_size=1, max_size=5)), reverse=True)
    pita, ruang = [], 150
    for urutan, bawah in enumerate([*batas, 0], 1):
        atas, termasuk = draw(st.none() | st.integers(bawah, ruang).map(Decimal)), bawah == 0 or draw(st.booleans())
        pita.append(Pita(urutan=urutan, predikat=KATA[urutan - 1], bawah=Decimal(bawah), atas=atas, termasuk=termasuk))
        ruang = bawah - termasuk
    return Skala("Uji", tuple(pita))


def urutan(skala, angka):
    return skala.peringkat(angka).pita.urutan


def pita_menurut_definisi(skala, angka):
    """Return the last band reached when climbing from the worst."""
    hasil = None
    for pita in reversed(skala.pita):
        if angka > pita.bawah or (angka == pita.bawah and pita.termasuk):
            hasil = pita
    return hasil


@bawaan
@given(nilai)
@cukup
def test_every_value_from_the_lowest_bound_up_has_a_grade_of_a_built_in_scale(skala, x):
    assume(x >= skala.pita[-1].bawah)
    assert skala.peringkat(x).predikat in skala.predikat


@bawaan
@given(nilai, nilai)
@cukup
def test_a_higher_value_never_has_a_worse_grade_on_a_built_in_scale(skala, x, y):
    rendah, tinggi = sorted((max(x, skala.pita[-1].bawah), max(y, skala.pita[-1].bawah)))
    assert urutan(skala, tinggi) <= urutan(skala, rendah)


@bawaan
def test_every_grade_of_a_built_in_scale_can_be_reached(skala):
    sedikit = Decimal("0.00001")
    assert tuple(skala.peringkat(p.bawah + sedikit).predikat for p in skala.pita) == skala.predikat


@bawaan
@given(st.decimals(0, 1, places=6))
@cukup
def test_a_value_below_the_lowest_bound_has_no_grade_and_is_marked(skala, x):
    peringkat = skala.peringkat(skala.pita[-1].bawah - x - Decimal("0.000001"))
    assert (peringkat.pita, peringkat.catatan) == (None, DI_BAWAH)


@given(skala_sah(), nilai)
@cukup
def test_any_sound_scale_gives_the_best_band_that_the_value_reaches(skala, x):
    assert skala.peringkat(x).pita == pita_menurut_definisi(skala, x)


@given(skala_sah(), nilai, nilai)
@cukup
def test_any_sound_scale_is_total_and_monotone(skala, x, y):
    rendah, tinggi = sorted((x, y))
    assert urutan(skala, tinggi) <= urutan(skala, rendah)


@given(skala_sah(), nilai)
@cukup
def test_a_value_is_marked_exactly_when_it_lies_above_its_own_band_and_below_a_better_one(skala, x):
    pita = skala.peringkat(x).pita
    celah = pita is not skala.pita[0] and pita.atas is not None and x > pita.atas
    assert skala.peringkat(x).catatan == (DI_CELAH if celah else "")


@given(skala_sah(), st.decimals(0, 10**6, places=2))
@cukup
def test_nothing_above_the_top_is_in_a_gap(skala, lebih):
    puncak = max(p.atas or p.bawah for p in skala.pita) + lebih + 1
    assert (skala.peringkat(puncak).pita, skala.peringkat(puncak).catatan) == (skala.pita[0], "")


@given(skala_sah(), st.integers(0, 15000), st.decimals("-0.005", "0.004999", places=6))
@cukup
def test_a_capaian_is_graded_by_its_two_decimals_half_up(skala, sen, geser):
    bulat = Decimal(sen) / 100
    assume(bulat + geser >= 0)
    assert skala.peringkat_capaian(bulat + geser) == skala.peringkat(bulat)


@given(skala_sah())
@cukup
def test_a_sound_scale_is_accepted(skala):
    assert cacat_skala(skala) is None


@given(skala_sah(), st.data())
@cukup
def test_two_bands_in_the_wrong_order_are_refused(skala, data):
    i = data.draw(st.integers(0, len(skala.pita) - 2))
    pita = list(skala.pita)
    pita[i], pita[i + 1] = (replace(pita[i + 1], urutan=i + 1), replace(pita[i], urutan=i + 2))
    assert cacat_skala(replace(skala, pita=tuple(pita))) is not None


@given(skala_sah(), st.data(), st.integers(1, 50))
@cukup
def test_a_band_that_reaches_into_the_better_one_is_refused(skala, data, lebih):
    i = data.draw(st.integers(1, len(skala.pita) - 1))
    pita = list(skala.pita)
    pita[i] = replace(pita[i], atas=pita[i - 1].bawah + lebih)
    assert cacat_skala(replace(skala, pita=tuple(pita))) is not None


@given(skala_sah(), st.data())
@cukup
def test_a_word_that_stands_twice_is_refused(skala, data):
    i = data.draw(st.integers(1, len(skala.pita) - 1))
    pita = list(skala.pita)
    pita[i] = replace(pita[i], predikat=f" {pita[0].predikat.upper()} ")
    assert cacat_skala(replace(skala, pita=tuple(pita))) is not None


@given(st.sets(st.integers(1990, 2100), min_size=1, max_size=5), st.integers(1980, 2110), st.randoms())
@cukup
def test_the_newest_scale_not_younger_than_the_year_is_in_force_else_the_earliest(sejak, tahun, acak):
    daftar = [Skala("Uji", (Pita(urutan=1, predikat="A", bawah=Decimal(0)),), berlaku_sejak=t) for t in sejak]
    acak.shuffle(daftar)
    harap = max((t for t in sejak if t <= tahun), default=min(sejak))
    assert KumpulanSkala(daftar).ambil("Uji", tahun).berlaku_sejak == harap


@given(st.sampled_from(SKALA_BAWAAN), st.text(" \t\u00a0", max_size=3), st.booleans())
@cukup
def test_a_scale_is_found_by_its_name_in_any_case_and_spacing(skala, spasi, besar):
    nama = spasi.join(("", (skala.nama.upper() if besar else skala.nama.lower()).replace(" ", f" {spasi}"), ""))
    assert KumpulanSkala().ambil(nama) is skala


@given(st.text(), st.none() | st.integers(1990, 2100))
@cukup
def test_any_name_gives_a_scale_of_that_name_or_none(nama, tahun):
    skala = KumpulanSkala().ambil(nama, tahun)
    assert skala is None or skala.nama.casefold() == " ".join(nama.split()).casefold()
