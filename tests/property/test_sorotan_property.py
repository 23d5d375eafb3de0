"""No sentence claims what the figures do not say: for any two years of any indicator, Naik, Turun or Netral."""

import re
from dataclasses import replace
from decimal import Decimal

from contoh import capaian, dataset, indikator, profil, rupiah, wilayah
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.model.baris import AnggaranIndikator
from kinerja.model.istilah import Arah
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import baca_angka, nilai_angka
from kinerja.rumus.hitung import hitung_capaian
from kinerja.telaah.indikator.lintasan import Vonis, lintasan
from kinerja.telaah.kisah.kisah import judul_kisah, kisah
from kinerja.telaah.sorotan.aturan import Nada
from kinerja.telaah.sorotan.sorotan import sorotan, sorotan_indikator

sedang = settings(max_examples=120, deadline=None)
angka = st.decimals(-100, 1000, places=2)
mungkin = st.none() | angka
PERSEN = re.compile(r"-?[\d.]+(?:,\d+)?(?=%)")


@st.composite
def indikator_acak(draw):
    """Draw a dataset with the indicator UHH: three years, an end-of-plan target, money, a province."""
    arah = draw(st.sampled_from(["Naik", "Turun", "Netral"]))
    akhir = draw(mungkin)
    ind = replace(
        indikator(arah=arah, padanan="Ukuran"),
        target_akhir=nilai_angka(akhir) if akhir is not None else indikator().target_akhir,
        tahun_target_akhir=draw(st.none() | st.integers(2022, 2028)),
    )
    baris = [capaian(tahun=t, target=_teks(draw(mungkin)), realisasi=_teks(draw(mungkin))) for t in (2022, 2023, 2024)]
    pagu, realisasi = draw(st.integers(0, 100)), draw(st.integers(0, 100))
    daerah = [
        wilayah("Sini", _teks(draw(angka)), ukuran="Ukuran", arah=arah),
        wilayah("Provinsi", _teks(draw(angka)), ukuran="Ukuran", arah=arah, tingkat="Provinsi"),
    ]
    return dataset(
        indikator=[ind],
        capaian=baris,
        regional=[replace(d, satuan="Persen") for d in daerah],
        anggaran_indikator=[
            AnggaranIndikator(kode_indikator="UHH", tahun=2024, pagu=rupiah(pagu), realisasi=rupiah(realisasi))
        ],
        profil=profil(wilayah="Sini", provinsi="Provinsi"),
    )


def _teks(a):
    return None if a is None else format_angka(a)


def bilangan(teks):
    return [baca_angka(m) for m in PERSEN.findall(teks)]


def milik(data, tahun):
    c = data.tahunan("UHH", tahun)
    return c.baris.realisasi.angka if c else None


@given(indikator_acak())
@sedang
def test_a_movement_names_the_two_values_and_the_direction_between_them(data):
    for s in sorotan_indikator(data, "UHH", 2024):
        if s.aturan in ("S05", "S09", "S10"):
            arah, dari, menjadi = re.search(r"(naik|turun) dari (\S+)% .* menjadi (\S+)%", s.teks.lower()).groups()
            assert (baca_angka(dari), baca_angka(menjadi)) == (milik(data, 2023), milik(data, 2024))
            assert (arah == "naik") == (milik(data, 2024) > milik(data, 2023))


@given(indikator_acak())
@sedang
def test_good_news_is_good_and_bad_news_is_bad_by_the_direction_of_the_indicator(data):
    arah = data.indikator["UHH"].arah
    for s in sorotan_indikator(data, "UHH", 2024):
        if s.aturan in ("S05", "S09", "S10"):
            membaik = (milik(data, 2024) > milik(data, 2023)) == (arah is Arah.NAIK)
            assert membaik == (s.nada is Nada.BAIK)


@given(indikator_acak())
@sedang
def test_nothing_is_judged_of_an_indicator_that_is_not_to_be_judged(data):
    if data.indikator["UHH"].arah is Arah.NETRAL:
        assert sorotan_indikator(data, "UHH", 2024) == ()
        assert lintasan(data, "UHH", 2024).vonis is Vonis.BELUM
        assert not re.search("membaik|memburuk|target akhir .* dicapai", judul_kisah(data, data.indikator["UHH"], 2024))


@given(indikator_acak())
@sedang
def test_a_low_capaian_is_named_with_its_own_figures_and_only_then(data):
    c = data.tahunan("UHH", 2024)
    kena = [s for s in sorotan_indikator(data, "UHH", 2024) if s.aturan == "S01"]
    rendah = c.persen is not None and not c.tercapai and round(c.persen, 2) < 90
    assert bool(kena) == rendah
    if kena:
        capai, realisasi, target = bilangan(kena[0].teks)
        assert (realisasi, target) == (c.baris.realisasi.angka, c.target.angka)
        assert abs(capai - c.persen) <= Decimal("0.005")


@given(indikator_acak())
@sedang
def test_money_is_spoken_of_only_where_target_and_serapan_say_so(data):
    c = data.tahunan("UHH", 2024)
    for s in sorotan_indikator(data, "UHH", 2024):
        if s.aturan == "S04":
            assert c.tercapai is False
            assert c.persen < 90
        if s.aturan == "S12":
            assert c.tercapai
            assert bilangan(s.teks)[-1] <= 90


@given(indikator_acak())
@sedang
def test_who_lags_behind_the_province_does(data):
    arah = data.indikator["UHH"].arah
    sini, sana = (b.nilai.angka for b in data.buku.regional)
    kena = any(s.aturan == "S08" for s in sorotan_indikator(data, "UHH", 2024))
    tertinggal = arah is not Arah.NETRAL and sini != sana and (sana > sini) == (arah is Arah.NAIK)
    assert kena == tertinggal


@given(indikator_acak())
@sedang
def test_a_loosened_target_is_easier_than_the_one_before_or_than_what_was_reached(data):
    c, lalu = data.tahunan("UHH", 2024), data.tahunan("UHH", 2023)
    mudah = (lambda a, b: a < b) if c.indikator.arah is Arah.NAIK else (lambda a, b: a > b)
    for s in sorotan_indikator(data, "UHH", 2024):
        if s.aturan == "S06":
            acuan = [t.target.angka for t in (lalu, data.tahunan("UHH", 2022)) if t.target.angka is not None][:1]
            acuan += [lalu.baris.realisasi.angka] if lalu.baris.realisasi.angka is not None else []
            assert any(mudah(c.target.angka, a) for a in acuan)


@given(indikator_acak())
@sedang
def test_a_verdict_agrees_with_need_and_trend(data):
    hasil = lintasan(data, "UHH", 2024)
    i = data.indikator["UHH"]
    if hasil.vonis in (Vonis.DI_JALUR, Vonis.PERCEPATAN, Vonis.SULIT):
        bagian = hasil.laju / hasil.perlu
        assert {Vonis.DI_JALUR: bagian >= 1, Vonis.PERCEPATAN: Decimal("0.5") <= bagian < 1, Vonis.SULIT: bagian < 0.5}[
            hasil.vonis
        ]
    if hasil.vonis is Vonis.TERCAPAI:
        assert hitung_capaian(hasil.target, hasil.kini.realisasi, i.arah).persen >= Decimal("99.995")


@given(indikator_acak())
@sedang
def test_every_sentence_is_whole_and_every_comparison_says_something(data):
    cerita = kisah(data, "UHH", 2024)
    semua = [s.teks for s in sorotan(data, "KAB", 2024)] + [k.teks for b in cerita.bagian for k in b.kalimat]
    for teks in semua:
        assert re.fullmatch(r"[A-Z0-9-].*\.", teks), teks
        assert not re.search(r"None|  |\(\)|, \.|; \.|\bNaN\b|Decimal", teks), teks
    assert all(b.kalimat or b.kurang for b in cerita.bagian)


@given(indikator_acak())
@sedang
def test_each_fact_is_said_once(data):
    fakta = [s.fakta for s in sorotan_indikator(data, "UHH", 2024)]
    assert len(set(fakta)) == len(fakta)


@given(st.lists(st.decimals(1, 200, places=1), min_size=1, max_size=6))
@sedang
def test_counts_are_right_for_one_and_for_many(realisasi):
    """The overview's lists hold each indicator once, whatever their number."""
    ind = [indikator(f"I{n}") for n in range(len(realisasi))]
    baris = [capaian(f"I{n}", target="100", realisasi=_teks(r)) for n, r in enumerate(realisasi)]
    semua = [s.kode_indikator for s in sorotan(dataset(indikator=ind, capaian=baris), "KAB", 2024)]
    assert sorted(semua) == sorted(f"I{n}" for n, r in enumerate(realisasi) if r < 90)
