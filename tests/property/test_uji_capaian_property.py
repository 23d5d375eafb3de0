"""A workbook whose prints follow from each other gives no finding; one broken print is found and named."""

from decimal import Decimal

from contoh import capaian, dataset, indikator
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kinerja.model.baris import Kutipan
from kinerja.model.istilah import Arah, Ukuran
from kinerja.nilai.angka import bulatkan, format_angka
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.rumus.hitung import persen_capaian
from kinerja.uji.mesin import uji

sedang = settings(max_examples=80, deadline=None)
SKALA = KumpulanSkala().capaian("")


def temuan_capaian(**isi):
    """Return what the rules on capaian, predikat, letters and second prints find; others have tests of their own."""
    return [t for t in uji(dataset(**isi)).temuan if t.aturan < "U20"]


@st.composite
def buku_selaras(draw):
    """Draw two to four indicators with two years each: every capaian and predikat follows, in several places."""
    arah = [draw(st.sampled_from(["Naik", "Turun"])) for _ in range(draw(st.integers(2, 4)))]
    ind = [indikator(f"I{n}", arah=a) for n, a in enumerate(arah)]
    baris, kutipan = [], []
    for i in ind:
        for tahun in (2023, 2024):
            satu, lain = _tahun(draw, i, tahun)
            baris.append(satu)
            kutipan += lain
    return ind, baris, kutipan


def _tahun(draw, i, tahun):
    target, realisasi = draw(st.decimals(10, 200, places=1)), draw(st.decimals(1, 250, places=2))
    persen = persen_capaian(target, realisasi, i.arah)
    tempat = draw(st.integers(0, 2))
    cetak = format_angka(bulatkan(persen, tempat), tempat)
    predikat = SKALA.peringkat_capaian(persen).predikat
    baris = capaian(
        i.kode_indikator,
        tahun,
        target=format_angka(target, 1),
        realisasi=format_angka(realisasi, 2),
        cetak=cetak,
        predikat_dilaporkan=predikat or "",
        sumber="000, Tabel 3.4",
    )
    kutipan = [
        Kutipan(
            tahun=tahun,
            ukuran=Ukuran.REALISASI,
            tercetak=format_angka(realisasi, draw(st.integers(1, 2))),
            sumber="000, Bab III",
            kode_indikator=i.kode_indikator,
        ),
        Kutipan(
            tahun=tahun,
            ukuran=Ukuran.CAPAIAN,
            tercetak=f"{cetak}%",
            sumber="000, Bab IV",
            kode_indikator=i.kode_indikator,
        ),
    ]
    return baris, kutipan


@given(buku_selaras())
@sedang
def test_a_consistent_workbook_gives_no_finding(buku):
    ind, baris, kutipan = buku
    assert temuan_capaian(indikator=ind, capaian=baris, kutipan=kutipan) == []


@given(buku_selaras(), st.data())
@sedang
def test_one_broken_capaian_is_found_named_and_in_every_finding(buku, data):
    ind, baris, kutipan = buku
    n = data.draw(st.integers(0, len(kutipan) - 1).filter(lambda n: kutipan[n].ukuran is Ukuran.CAPAIAN))
    k = kutipan[n]
    rusak = format_angka(_angka(k.tercetak) + data.draw(st.integers(3, 400)))
    kutipan = [
        *kutipan[:n],
        Kutipan(tahun=k.tahun, ukuran=k.ukuran, tercetak=rusak, sumber=k.sumber, kode_indikator=k.kode_indikator),
        *kutipan[n + 1 :],
    ]
    temuan = temuan_capaian(indikator=ind, capaian=baris, kutipan=kutipan)
    assert temuan
    assert any((t.alamat.kode_indikator, t.alamat.tahun) == (k.kode_indikator, k.tahun) for t in temuan)
    assert all(any(rusak in m for m in t.masukan) for t in temuan)


@given(buku_selaras(), st.data())
@sedang
def test_one_broken_realisasi_is_found_and_named(buku, data):
    ind, baris, kutipan = buku
    n = data.draw(st.integers(0, len(kutipan) - 1).filter(lambda n: kutipan[n].ukuran is Ukuran.REALISASI))
    k = kutipan[n]
    rusak = format_angka(_angka(k.tercetak) + data.draw(st.integers(3, 400)), 2)
    kutipan = [
        *kutipan[:n],
        Kutipan(tahun=k.tahun, ukuran=k.ukuran, tercetak=rusak, sumber=k.sumber, kode_indikator=k.kode_indikator),
        *kutipan[n + 1 :],
    ]
    temuan = temuan_capaian(indikator=ind, capaian=baris, kutipan=kutipan)
    assert any(t.alamat.kode_indikator == k.kode_indikator and rusak in t.tercetak for t in temuan)
    assert all(any(rusak in m for m in t.masukan) for t in temuan)


@given(st.decimals(1, 300, places=4), st.integers(0, 3))
@sedang
def test_a_rounded_print_of_its_own_capaian_is_never_doubted(realisasi, tempat):
    persen = persen_capaian(Decimal(100), realisasi, Arah.NAIK)
    cetak = format_angka(bulatkan(persen, tempat), tempat)
    assume(cetak != "0")
    baris = [capaian(target="100", realisasi=format_angka(realisasi, 4), cetak=cetak)]
    assert temuan_capaian(capaian=baris) == []


def _angka(teks):
    return Decimal(teks.rstrip("%").replace(".", "").replace(",", "."))


@given(st.decimals(10, 200, places=1), st.decimals(1, 250, places=2), st.sampled_from(["Naik", "Turun"]))
@sedang
def test_the_right_word_on_a_target_is_silent_and_its_opposite_is_found(target, realisasi, arah):
    ind = indikator(arah=arah)
    baris = [capaian(target=format_angka(target, 1), realisasi=format_angka(realisasi, 2), sumber="000, Tabel 3.4")]
    gagal = dataset(indikator=[ind], capaian=baris).tahunan("UHH", 2024).tercapai is False
    for teks, benar in (("mencapai target", not gagal), ("tidak mencapai target", gagal)):
        kutipan = [
            Kutipan(tahun=2024, ukuran=Ukuran.CAPAIAN, tercetak=teks, sumber="000, Bab IV", kode_indikator="UHH")
        ]
        temuan = temuan_capaian(indikator=[ind], capaian=baris, kutipan=kutipan)
        assert bool(temuan) is not benar
        assert all(t.alamat.kode_indikator == "UHH" and any(teks in m for m in t.masukan) for t in temuan)
