"""Figures of thousands of digits or decimals, or beyond all range: read, or refused in words, never a crash."""

from decimal import Decimal

import pytest
from contoh import capaian, dataset, indikator, nilai, profil, wilayah
from pembangun import BUKU_KECIL, ubah

from kinerja.buku.anak import DESIMAL_EXCEL, tempat_persen
from kinerja.buku.batas import Batas, PengaturanSalah
from kinerja.buku.tulis import SumberSalah, baca_sumber
from kinerja.model.baris import Kutipan
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import bulatkan, format_persen
from kinerja.nilai.baca import DESIMAL_MAKS, NilaiTakTerbaca, baca_nilai, nilai_persen
from kinerja.rumus.hitung import serapan
from kinerja.telaah.indikator.lintasan import lintasan
from kinerja.telaah.kelengkapan.isian import isian_tahun
from kinerja.uji.mesin import uji

RIBUAN = "9" * 5000
"""More digits than Python turns into a whole number."""


def berakhir(tahun_akhir):
    """One indicator with a target of the plan and two years, and the years that Profil names."""
    i = indikator(target_akhir=nilai("65"))
    baris = [capaian(tahun=t, realisasi=r, target="50") for t, r in ((2023, "50"), (2024, "55"))]
    return dataset(indikator=[i], capaian=baris, profil=profil(tahun_akhir=tahun_akhir))


@pytest.mark.parametrize(
    ("teks", "tahun"),
    [("2026", 2026), (" 2026 ", 2026), (RIBUAN, None), ("20266", None), ("²026", None), ("", None)],
    ids=["year", "spaces", "digits", "five", "superscript", "empty"],
)
def test_the_year_of_the_target_is_four_digits_or_not_known(teks, tahun):
    assert lintasan(berakhir(teks), "UHH", 2024).tahun_target == tahun


def test_an_end_of_the_plan_of_thousands_of_digits_leaves_the_expected_years_as_they_are():
    assert len(isian_tahun(berakhir(RIBUAN), 2024, semua=True)) == 1


@pytest.mark.parametrize(
    "sebutan", [f"peringkat {RIBUAN}", f"peringkat ke-{RIBUAN}", "peringkat 9999"], ids=["digits", "ke-", "four"]
)
def test_a_rank_of_thousands_of_digits_does_not_stop_the_audit(sebutan):
    regional = [wilayah("Nias", "70"), wilayah("Siak", "80")]
    k = Kutipan(
        tahun=2024,
        ukuran=Ukuran.NILAI,
        tercetak="70",
        sumber="000",
        indikator="IPM",
        wilayah="Nias",
        catatan=f"disebut {sebutan}",
    )
    assert len(uji(dataset(regional=regional, kutipan=[k])).temuan) == (RIBUAN not in sebutan)


@pytest.mark.parametrize(
    "isi",
    [RIBUAN, f"0,{'0' * 5000}1", f"0,{'0' * 5000}", f"1,{RIBUAN}", f"{RIBUAN}/9", f"1-{RIBUAN}", f"{RIBUAN} juta"],
    ids=["digits", "decimals", "zeros", "both", "a level", "a range", "a multiple"],
)
def test_a_text_of_thousands_of_digits_is_refused_in_a_short_sentence(isi):
    with pytest.raises(NilaiTakTerbaca) as galat:
        baca_nilai(isi)
    assert len(galat.value.pesan) < 200


@pytest.mark.parametrize(
    "angka",
    [1e-300, 10**4000, Decimal("1e-999999"), Decimal("1e999999")],
    ids=["fine", "digits", "finest", "largest"],
)
def test_a_number_cell_that_no_division_could_be_written_of_is_refused(angka):
    with pytest.raises(NilaiTakTerbaca) as galat:
        baca_nilai(angka)
    assert len(galat.value.pesan) < 200


def test_the_noise_of_a_sum_is_a_number():
    """What Excel leaves of 0,1 + 0,2 - 0,3."""
    assert baca_nilai(5.55111512312578e-17).angka == Decimal("5.55111512312578e-17")


def test_the_largest_figure_over_the_finest_one_can_be_written():
    terbesar, terhalus = baca_nilai(9e29).angka, baca_nilai(f"0,{'0' * (DESIMAL_MAKS - 1)}1").angka
    persen = serapan(terhalus, terbesar)
    assert bulatkan(persen).adjusted() == 91
    assert format_persen(persen).startswith("90.000.000.")


def test_a_percent_format_of_thousands_of_decimals_shows_what_excel_shows():
    tempat = tempat_persen(f"0.{'0' * 5000}%")
    assert tempat == DESIMAL_EXCEL
    assert nilai_persen(Decimal("9e27"), tempat).angka == Decimal("9e29")


@pytest.mark.parametrize("kolom", ["Pagu", "Realisasi"])
@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        pytest.param(1e-300, "bukan-uang", id="cell"),
        pytest.param(f"0,{'0' * 4000}1", "bukan-uang", id="decimals"),
        pytest.param(f"0,{'0' * 5000}1", "teks-panjang", id="longer than any text"),
        pytest.param(RIBUAN, "bukan-uang", id="digits"),
    ],
)
def test_money_of_thousands_of_digits_names_its_cell(muat_isi, kolom, isi, kode):
    sel = {"Pagu": "H3", "Realisasi": "I3"}[kolom]
    (temuan,) = muat_isi(ubah(BUKU_KECIL, "Anggaran", **{sel: isi})).temuan
    assert (temuan.sel, temuan.kode.value) == (sel, kode)


def test_a_limit_of_thousands_of_digits_is_no_limit(monkeypatch):
    monkeypatch.setenv("KINERJA_MAKS_BARIS", RIBUAN)
    with pytest.raises(PengaturanSalah):
        Batas.dari_lingkungan()


@pytest.mark.parametrize("isi", ["inf", "nan", "1e999"])
def test_a_source_of_what_is_no_figure_is_named(tmp_path, isi):
    (tmp_path / "capaian.csv").write_text(f"Kode indikator,Tahun\nUHH,{isi}\n", encoding="utf-8")
    with pytest.raises(SumberSalah, match="baris 2: Tahun"):
        baca_sumber(tmp_path)
