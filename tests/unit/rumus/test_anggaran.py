"""Budget arithmetic: what is added, what is a parent, what is the same money printed another way."""

from decimal import Decimal
from itertools import permutations

import pytest
from contoh import anggaran, apbd

from kinerja.model.istilah import KelompokApbd
from kinerja.rumus.anggaran import JumlahAnggaran, baris_terdalam, jumlahkan, kedalaman, pohon_anggaran, total_apbd


def alamat(baris):
    return sorted("/".join((b.kelompok, b.program, b.kegiatan, b.sub_kegiatan)).rstrip("/") for b in baris)


@pytest.mark.parametrize(
    ("isi", "dalam"), [("", 0), ("K", 1), ("/P", 2), ("K/P", 2), ("/P/G", 3), ("/P/G/S", 4), ("/P//S", 4)]
)
def test_a_line_knows_its_level(isi, dalam):
    assert kedalaman(anggaran(isi)) == dalam


ADA_DI_BAWAH = {
    "a grand total over programs": (["", "/P1", "/P2"], ["/P1", "/P2"]),
    "a program over its kegiatan": (["/P", "/P/G1", "/P/G2"], ["/P/G1", "/P/G2"]),
    "a kegiatan over its sub kegiatan": (["/P", "/P/G", "/P/G/S"], ["/P/G/S"]),
    "a program over a sub kegiatan whose kegiatan is not printed": (["/P", "/P//S"], ["/P//S"]),
    "a kelompok over its programs": (["K", "K/P"], ["K/P"]),
    "a program over the kegiatan of its kelompok": (["/P", "K1/P/G", "K2/P/G"], ["K1/P/G", "K2/P/G"]),
    "a grand total over kelompok": (["", "K1", "K2"], ["K1", "K2"]),
    "names that differ in case and spaces": (["/Program  Satu", "/program satu/G"], ["/program satu/G"]),
    "one program of two has details": (["/P1", "/P1/G", "/P2"], ["/P1/G", "/P2"]),
    "a kegiatan of the same name elsewhere": (["/P1/G", "/P2/G/S"], ["/P1/G", "/P2/G/S"]),
    "a program of the same name in two kelompok": (["K1/P", "K2/P/G"], ["K1/P", "K2/P/G"]),
    "a grand total alone": ([""], [""]),
}


@pytest.mark.parametrize(("isi", "terdalam"), ADA_DI_BAWAH.values(), ids=ADA_DI_BAWAH)
def test_only_lines_with_nothing_deeper_under_them_are_added(isi, terdalam):
    for urutan in permutations(isi):
        assert alamat(baris_terdalam(anggaran(a) for a in urutan)) == sorted(terdalam)


def test_parents_and_totals_are_never_added():
    baris = [
        anggaran("", 1000, 900),
        anggaran("/P", 1000, 900),
        anggaran("/P/G1", 600, 500),
        anggaran("/P/G2", 400, 400),
    ]
    assert jumlahkan(baris) == JumlahAnggaran(Decimal(1000), Decimal(900))


def test_a_total_that_disagrees_does_not_replace_the_sum_of_its_lines():
    assert jumlahkan([anggaran("", 5000), anggaran("/P1", 600), anggaran("/P2", 400)]).pagu == 1000


def test_pembanding_is_never_added():
    baris = [anggaran("/P", 1000, 900), anggaran("Bagian Umum", 1000, 900, peran="Pembanding")]
    assert jumlahkan(baris) == JumlahAnggaran(Decimal(1000), Decimal(900))


def test_a_deeper_pembanding_does_not_make_a_line_a_parent():
    assert jumlahkan([anggaran("/P", 1000), anggaran("/P/G", 700, peran="Pembanding")]).pagu == 1000


def test_pembanding_alone_adds_up_to_nothing():
    assert jumlahkan([anggaran("/P", 1000, 900, peran="Pembanding")]) == JumlahAnggaran(None, None)


def test_a_missing_figure_is_not_zero():
    jumlah = jumlahkan([anggaran("/P", 1000, None)])
    assert (jumlah.realisasi, jumlah.serapan, jumlah.sisa) == (None, None, None)


def test_a_realisasi_of_zero_is_a_figure():
    jumlah = jumlahkan([anggaran("/P", 1000, 0)])
    assert (jumlah.realisasi, jumlah.serapan, jumlah.sisa) == (0, 0, 1000)


def test_serapan_is_realisasi_over_pagu_in_percent():
    jumlah = jumlahkan([anggaran("/P1", 600, 300), anggaran("/P2", 400, 445)])
    assert (jumlah.serapan, jumlah.sisa) == (Decimal("74.5"), 255)


def test_serapan_of_pagu_zero_is_not_computable():
    assert jumlahkan([anggaran("/P", 0, 10)]).serapan is None


# --- APBD -------------------------------------------------------------------------------------------------------------

BELANJA, PEMBIAYAAN = KelompokApbd.BELANJA, KelompokApbd.PEMBIAYAAN


def test_details_of_apbd_are_added_and_the_printed_total_is_not():
    baris = [apbd("Belanja", "Operasi", 70, 60), apbd("Belanja", "Modal", 30, 20), apbd("Belanja", "", 100, 80)]
    assert total_apbd(baris, BELANJA) == JumlahAnggaran(Decimal(100), Decimal(80))


def test_a_printed_total_that_disagrees_with_complete_details_is_tested_and_not_used():
    baris = [apbd("Belanja", "Operasi", 70, 60), apbd("Belanja", "Modal", 30, 20), apbd("Belanja", "", 999, 888)]
    assert total_apbd(baris, BELANJA) == JumlahAnggaran(Decimal(100), Decimal(80))


def test_where_details_are_incomplete_the_printed_total_is_used():
    baris = [apbd("Belanja", "Operasi", 70, 60), apbd("Belanja", "Modal", None, 20), apbd("Belanja", "", 100, 80)]
    assert total_apbd(baris, BELANJA).pagu == 100


def test_a_printed_total_without_details_is_used():
    assert total_apbd([apbd("Belanja", "", 100, 80)], BELANJA) == JumlahAnggaran(Decimal(100), Decimal(80))


def test_details_without_a_printed_total_are_added():
    assert total_apbd([apbd("Belanja", "Operasi", 70, 60)], BELANJA) == JumlahAnggaran(Decimal(70), Decimal(60))


def test_pengeluaran_pembiayaan_is_subtracted():
    baris = [apbd("Pembiayaan", "Penerimaan Pembiayaan", 50, 40), apbd("Pembiayaan", "Pengeluaran Pembiayaan", 20, 30)]
    assert total_apbd(baris, PEMBIAYAAN) == JumlahAnggaran(Decimal(30), Decimal(10))


def test_pengeluaran_is_subtracted_in_pembiayaan_only():
    assert total_apbd([apbd("Belanja", "Pengeluaran tak terduga", 20)], BELANJA).pagu == 20


def test_another_kelompok_is_not_mixed_in():
    assert total_apbd([apbd("Pendapatan", "PAD", 70)], BELANJA) == JumlahAnggaran(None, None)


# --- the tree ---------------------------------------------------------------------------------------------------------


def test_the_tree_shows_every_level_with_the_sum_of_its_deepest_lines():
    (program,) = pohon_anggaran([anggaran("/P", 9999), anggaran("/P/G1/S1", 100, 90), anggaran("/P/G2", 50, 40)])
    assert (program.nama, program.tingkat, program.jumlah.pagu) == ("P", 2, 150)
    assert [(s.nama, s.tingkat, s.jumlah.pagu) for s in program.anak] == [("G1", 3, 100), ("G2", 3, 50)]
    assert [s.nama for s in program.anak[0].anak] == ["S1"]
    assert program.anak[1].anak == ()


def test_the_tree_adds_up_to_the_total():
    baris = [anggaran("K1/P1", 1, 1), anggaran("K1/P2/G", 2, 1), anggaran("K2", 4, 2), anggaran("", 7, 4)]
    assert sum(s.jumlah.pagu for s in pohon_anggaran(baris)) == jumlahkan(baris).pagu == 7


def test_the_tree_starts_at_the_first_level_that_is_printed():
    assert [s.tingkat for s in pohon_anggaran([anggaran("K/P", 1), anggaran("K/P2", 1)])] == [1]
    assert [s.tingkat for s in pohon_anggaran([anggaran("/P", 1)])] == [2]


def test_the_tree_leaves_pembanding_out():
    assert pohon_anggaran([anggaran("/P", 1, peran="Pembanding")]) == ()


def test_the_tree_of_nothing_is_empty():
    assert pohon_anggaran([]) == ()
