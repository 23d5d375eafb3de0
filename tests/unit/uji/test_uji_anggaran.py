"""Rules on money: each with a hit and a miss on small datasets, and what they find in the shipped reports."""

from dataclasses import replace
from decimal import Decimal

import pytest
from contoh import anggaran, apbd, capaian, dataset, indikator, opd, rupiah

from kinerja.model.baris import AnggaranIndikator, Kutipan
from kinerja.model.istilah import Ukuran
from kinerja.sumber import versi as sumber
from kinerja.uji.aturan import anggaran as aturan_anggaran
from kinerja.uji.aturan import anggaran_indikator as aturan_anggaran_indikator
from kinerja.uji.aturan import apbd as aturan_apbd
from kinerja.uji.aturan import efisiensi as aturan_efisiensi
from kinerja.uji.aturan import serapan as aturan_serapan
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.bukti.uang import indeks_uang
from kinerja.uji.mesin import ATURAN, uji
from kinerja.uji.model import Keyakinan, Temuan, TidakDiuji

MODUL = (aturan_anggaran, aturan_serapan, aturan_efisiensi, aturan_apbd, aturan_anggaran_indikator)
CARI = {a.kode: a.cari for m in MODUL for a in m.ATURAN}
PASTI, PATUT = Keyakinan.PASTI, Keyakinan.PATUT_DICEK


def hasil(kode, **tabel):
    """Return the findings of a rule on a small dataset, and why parts were not tested."""
    semua = list(CARI[kode](Bukti(dataset(**tabel))))
    return [h for h in semua if isinstance(h, Temuan)], [h.alasan for h in semua if isinstance(h, TidakDiuji)]


def temuan(kode, **tabel):
    return hasil(kode, **tabel)[0]


def satu(kode, **tabel):
    (t,) = temuan(kode, **tabel)
    return t


def kutip(ukuran, tercetak, uraian="", kode_opd="DINKES", tahun=2024, sumber_="001, uraian", catatan="", indikator_=""):
    isi = {"kode_indikator": indikator_} if indikator_ else {"kode_opd": kode_opd, "uraian": uraian}
    return Kutipan(tahun=tahun, ukuran=Ukuran(ukuran), tercetak=tercetak, sumber=sumber_, catatan=catatan, **isi)


def garis(alamat, pagu, realisasi=None, sumber_="001, Tabel 1", **isi):
    return replace(anggaran(alamat, pagu, realisasi, **isi), sumber=sumber_)


def uang(kode="UHH", pagu=None, realisasi=None, tahun=2024, **isi):
    return AnggaranIndikator(
        kode_indikator=kode,
        tahun=tahun,
        pagu=rupiah(pagu),
        realisasi=rupiah(realisasi),
        sumber="000, tabel efisiensi",
        **isi,
    )


def test_the_rules_are_registered():
    assert set(CARI) <= {a.kode for a in ATURAN}
    assert len(CARI) == 10


# --- U20 --------------------------------------------------------------------------------------------------------------

POHON = [
    garis("", 100, 60),
    garis("/P", 100, 60),
    garis("/P/G", 70, 40),
    garis("/P/G/A", 30, 20),
    garis("/P/G/B", 40, 20),
    garis("/P/H", 30, 20),
]


def test_parents_that_add_up_are_fine():
    assert hasil("U20", anggaran=POHON) == ([], [])


def test_a_total_that_is_not_the_level_below():
    t = satu("U20", anggaran=[garis("", 110, 60), *POHON[1:]])
    assert (t.keyakinan, t.alamat.uraian, t.alamat.ukuran) == (PASTI, "", "Pagu")
    assert (t.tercetak, t.seharusnya) == ("Rp 110", "Rp 100")
    assert t.sumber == ("001, Tabel 1",)
    assert "Pagu total seluruh anggaran Nama DINKES 2024 tercetak Rp 110" in t.uraian
    assert t.masukan == ("Pagu seluruh anggaran 2024: Rp 110 (001, Tabel 1)", "Pagu P 2024: Rp 100 (001, Tabel 1)")


def test_realisasi_is_tested_like_pagu():
    t = satu("U20", anggaran=[garis("", 100, 61), *POHON[1:]])
    assert (t.alamat.ukuran, t.tercetak) == ("Realisasi anggaran", "Rp 61")


def test_a_wrong_part_is_not_reported_again_through_its_total():
    t = satu("U20", anggaran=[*POHON[:2], garis("/P/G", 75, 40), *POHON[3:]])
    assert (t.alamat.uraian, t.tercetak, t.seharusnya) == ("G", "Rp 75", "Rp 70")
    assert "P tercetak Rp 100 cocok dengan jumlah itu, bukan dengan 2 barisnya yang tercetak (Rp 105)" in t.uraian


def test_a_wrong_leaf_is_said_once_at_its_parent():
    t = satu("U20", anggaran=[*POHON[:3], garis("/P/G/A", 33, 20), *POHON[4:]])
    assert (t.alamat.uraian, t.tercetak, t.seharusnya) == ("G", "Rp 70", "Rp 73")
    assert "Pagu A 2024: Rp 33 (001, Tabel 1)" in t.masukan


def test_two_wrong_levels_are_two_findings():
    baris = [garis("", 200, 60), POHON[1], garis("/P/G", 75, 40), *POHON[3:]]
    assert [t.alamat.uraian for t in temuan("U20", anggaran=baris)] == ["", "G"]


@pytest.mark.parametrize(("total", "dugaan"), [(140, "Mungkin B terjumlah dua kali."), (60, "Mungkin B tidak ikut")])
def test_the_guess_names_the_part_that_makes_the_difference(total, dugaan):
    baris = [garis("", total), garis("/A", 60), garis("/B", 40)]
    assert satu("U20", anggaran=baris).dugaan.startswith(dugaan)


def test_a_line_that_is_not_printed_is_guessed_from_another_print():
    lain = garis("", 100, peran="Pembanding", sumber_="001, Tabel 2")
    sini = [garis("", 100), garis("/A", 60), garis("/B", 30)]
    assert (
        "Rp 10 yang tidak tercetak: jumlah yang sama ada di 001, Tabel 2" in satu("U20", anggaran=[*sini, lain]).dugaan
    )


def test_prints_are_not_mixed():
    lain = [garis("", 50, peran="Pembanding", sumber_=s) for s in ("001, A", "001, B")]
    rinci = [garis("Operasi", 50, peran="Pembanding", sumber_=s) for s in ("001, A", "001, B")]
    assert temuan("U20", anggaran=[*POHON, *lain, *rinci]) == []


def test_less_than_a_rupiah_is_rounding():
    assert temuan("U20", anggaran=[garis("", "100.5"), garis("/A", 60), garis("/B", 40)]) == []


@pytest.mark.parametrize(
    ("baris", "alasan"),
    [
        ([], "Tidak ada baris anggaran"),
        ([garis("/A", 1), garis("/B", 2)], "tidak memiliki baris induk atau jumlah"),
        ([garis("", 3), garis("/A", 1), garis("/B", None)], "tidak lengkap atau jumlahnya tidak tercetak"),
        ([garis("", None), garis("/A", 1)], "tidak lengkap atau jumlahnya tidak tercetak"),
    ],
)
def test_what_cannot_be_added_is_said(baris, alasan):
    salah, tidak = hasil("U20", anggaran=baris)
    assert salah == []
    assert alasan in tidak[0]


def test_a_total_of_zero_and_a_single_row_are_tested():
    assert temuan("U20", anggaran=[garis("", 0, 0), garis("/A", 0, 0)]) == []
    assert satu("U20", anggaran=[garis("", 0), garis("/A", 5)]).seharusnya == "Rp 5"


# --- U21 --------------------------------------------------------------------------------------------------------------


def pembanding(alamat, pagu, realisasi=None, sumber_="001, Tabel 9", **isi):
    return garis(alamat, pagu, realisasi, sumber_=sumber_, peran="Pembanding", **isi)


def test_another_print_that_agrees_is_fine():
    assert hasil("U21", anggaran=[*POHON, pembanding("", 100), pembanding("/P", 100, 60)]) == ([], [])


def test_another_total_and_another_line():
    total, baris = temuan("U21", anggaran=[*POHON, pembanding("", 99), pembanding("/P", 98)])
    assert (total.keyakinan, total.alamat.uraian, total.tercetak) == (PATUT, "", "Rp 99; Rp 100")
    assert (baris.alamat.uraian, baris.tercetak) == ("P", "Rp 98; Rp 100")
    assert baris.sumber == ("001, Tabel 9", "001, Tabel 1")


def test_the_total_is_compared_with_the_sum_where_none_is_printed():
    assert satu("U21", anggaran=[garis("/A", 60), garis("/B", 40), pembanding("", 90)]).tercetak == "Rp 90; Rp 100"


def test_a_name_that_stands_twice_is_not_compared():
    assert temuan("U21", anggaran=[*POHON, pembanding("X/P", 5), pembanding("Y/P", 6)]) == []


def test_the_whole_is_compared_with_spending_in_apbd():
    belanja = [replace(apbd("Belanja", "Modal", 40), sumber="000, APBD")]
    t = satu("U21", anggaran=[garis("/A", 60, kode="KAB"), pembanding("Modal", 41, kode="KAB")], apbd=belanja)
    assert (t.tercetak, t.sumber) == ("Rp 41; Rp 40", ("001, Tabel 9", "000, APBD"))


def test_without_another_print_or_budget_there_is_nothing_to_compare():
    assert hasil("U21", anggaran=POHON)[1] == ["Tidak ada cetakan anggaran pembanding"]
    assert "tidak ada anggaran DINKES 2024" in hasil("U21", anggaran=[pembanding("", 5)])[1][0]


# --- U22 --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", ["60", "60,0", "60,00 %", "60 persen"])
def test_serapan_as_printed_agrees(teks):
    assert temuan("U22", anggaran=POHON, kutipan=[kutip("Serapan", teks), kutip("Serapan", "57,14", "G")]) == []


def test_serapan_of_a_line_that_does_not_follow():
    t = satu("U22", anggaran=POHON, kutipan=[kutip("Serapan", "57,41%", "G")])
    assert (t.keyakinan, t.alamat.uraian, t.tercetak, t.seharusnya) == (PASTI, "G", "57,41%", "57,14%")
    assert t.sumber == ("001, uraian", "001, Tabel 1")
    assert "padahal Rp 40 dari Rp 70 adalah 57,14%" in t.uraian


def test_serapan_that_is_cut():
    t = satu("U22", anggaran=[garis("", 300, 200)], kutipan=[kutip("Serapan", "66,66")])
    assert (t.keyakinan, t.seharusnya) == (PATUT, "66,67%")


@pytest.mark.parametrize(
    ("teks", "dugaan"),
    [("66,77", "Mungkin salah ketik satu angka: 66,67."), ("50,11", ""), ("66,68", "")],
)
def test_the_guess_behind_a_wrong_percentage(teks, dugaan):
    baris = [garis("", 300, 200)]
    t = satu("U22", anggaran=baris, kutipan=[kutip("Serapan", teks)])
    assert t.dugaan == ("Mungkin salah ketik satu angka: 66,67." if teks == "66,68" else dugaan)


def test_a_percentage_that_is_rounded_up():
    t = satu("U22", anggaran=[garis("", 300, 100)], kutipan=[kutip("Serapan", "33,34")])
    assert t.dugaan == "Mungkin dibulatkan ke atas."


def test_serapan_agrees_with_pagu_and_realisasi_of_the_same_text():
    k = [kutip("Pagu", "Rp 200"), kutip("Realisasi anggaran", "Rp 100"), kutip("Serapan", "50%")]
    assert temuan("U22", anggaran=POHON, kutipan=k) == []


def test_serapan_of_an_indicator():
    salah = [uang(pagu=300, realisasi=200, serapan_dilaporkan="66,76")]
    t = satu("U22", anggaran_indikator=salah)
    assert (t.alamat.kode_indikator, t.alamat.kode_opd, t.seharusnya) == ("UHH", "KAB", "66,67%")
    assert temuan("U22", anggaran_indikator=[replace(salah[0], serapan_dilaporkan="66,67")]) == []


def test_serapan_of_a_shared_pagu_is_its_bearers():
    dua = [indikator(), indikator("HLS")]
    baris = [uang(pagu=300, realisasi=200), uang("HLS", pagu_bersama="UHH", serapan_dilaporkan="66,67")]
    assert temuan("U22", indikator=dua, anggaran_indikator=baris) == []


@pytest.mark.parametrize(
    ("tabel", "alasan"),
    [
        ({}, "Tidak ada serapan tercetak"),
        ({"kutipan": [kutip("Serapan", "5%", "X")]}, "pagu dan realisasi tidak tersedia atau pagu 0"),
        ({"kutipan": [kutip("Serapan", "0")], "anggaran": [garis("", 0, 0)]}, "tidak tersedia atau pagu 0"),
    ],
)
def test_serapan_that_cannot_be_tested_is_said(tabel, alasan):
    salah, tidak = hasil("U22", **tabel)
    assert salah == []
    assert alasan in tidak[0]


# --- U23 --------------------------------------------------------------------------------------------------------------


def efisien(teks, realisasi="98", serapan_=(1000, 900)):
    dana = [uang(pagu=serapan_[0], realisasi=serapan_[1], efisiensi_dilaporkan=teks)]
    return {"capaian": [capaian(target="100", realisasi=realisasi)], "anggaran_indikator": dana}


@pytest.mark.parametrize("teks", ["8", "8,00", "8,00%", "1,09", "108,89", "0,92", "10%", "Efisien", "NA", "-"])
def test_efisiensi_that_follows_from_a_formula(teks):
    assert temuan("U23", **efisien(teks)) == []


@pytest.mark.parametrize(
    ("teks", "dugaan"),
    [
        ("0,97", "(98,00 - 0,9000) / 100: persen dan pecahan tercampur"),
        ("0,08", "(98,00 - 90,00) / 100:"),
        ("0,0008", "(98,00 - 90,00) / 100 / 100:"),
        ("0,98", "98,00 / 100, tanpa serapan."),
        ("0,5", ""),
    ],
)
def test_efisiensi_that_follows_from_none_is_guessed_at(teks, dugaan):
    t = satu("U23", **efisien(teks))
    assert (t.keyakinan, t.tercetak, t.seharusnya) == (PATUT, teks, "8,00 poin atau rasio 1,09")
    assert dugaan in t.dugaan
    assert bool(dugaan) == bool(t.dugaan)


@pytest.mark.parametrize(("teks", "realisasi"), [("Efisien", "80"), ("Tidak efisien", "98"), ("kurang efisien", "98")])
def test_a_word_against_the_figures(teks, realisasi):
    t = satu("U23", **efisien(teks, realisasi))
    assert (t.keyakinan, t.tercetak) == (PATUT, teks)
    assert "berarti tidak efisien" in t.uraian if teks == "Efisien" else "berarti efisien" in t.uraian


def test_what_an_opd_saved_is_sure_where_the_rupiah_stand_beside_it():
    sisa = kutip("Selisih", "40", sumber_="001, uraian")
    baris = [garis("", 1_000_000, 900_000)]
    t = satu("U23", anggaran=baris, kutipan=[kutip("Efisiensi", "11%"), replace(sisa, tercetak="100.000")])
    assert (t.keyakinan, t.seharusnya) == (PASTI, "10,00%")
    assert satu("U23", anggaran=baris, kutipan=[kutip("Efisiensi", "11%")]).keyakinan is PATUT
    assert temuan("U23", anggaran=baris, kutipan=[kutip("Efisiensi", "10%"), kutip("Efisiensi", "Rp 100.000")]) == []


@pytest.mark.parametrize(
    ("tabel", "alasan"),
    [
        ({}, "Tidak ada efisiensi tercetak"),
        ({"anggaran_indikator": [uang(efisiensi_dilaporkan="0,9")]}, "capaian atau serapan tidak tersedia"),
        ({"kutipan": [kutip("Efisiensi", "5%")]}, "pagu dan realisasi tidak tersedia"),
    ],
)
def test_efisiensi_that_cannot_be_tested_is_said(tabel, alasan):
    salah, tidak = hasil("U23", **tabel)
    assert salah == []
    assert alasan in tidak[0]


# --- U24 --------------------------------------------------------------------------------------------------------------

NERACA = {
    ("Pendapatan", ""): 100,
    ("Belanja", "Operasi"): 60,
    ("Belanja", "Modal"): 30,
    ("Belanja", ""): 90,
    ("Surplus/Defisit", ""): 10,
    ("Pembiayaan", "Penerimaan Pembiayaan"): 8,
    ("Pembiayaan", "Pengeluaran Pembiayaan"): 3,
    ("Pembiayaan", ""): 5,
    ("SiLPA", ""): 15,
}


def neraca(tahun=2024, **ubah):
    isi = {**NERACA, **{tuple(k.rsplit("/", 1)): v for k, v in ubah.items()}}
    return [replace(apbd(k, u, None, v, tahun), sumber="000, APBD") for (k, u), v in isi.items()]


def test_an_apbd_that_balances():
    assert hasil("U24", apbd=neraca()) == ([], [])


@pytest.mark.parametrize(
    ("kelompok", "uraian", "angka", "nama", "benar"),
    [
        ("Belanja", "", 95, "Belanja", "Rp 90"),
        ("Belanja", "Modal", 35, "Belanja", "Rp 95"),
        ("Pembiayaan", "", 7, "Pembiayaan netto", "Rp 5"),
        ("SiLPA", "", 20, "SiLPA", "Rp 15"),
        ("Surplus/Defisit", "", 12, "Surplus/Defisit", "Rp 10"),
        ("Pendapatan", "", 105, "Pendapatan", "Rp 100"),
    ],
)
def test_each_wrong_figure_is_said_once(kelompok, uraian, angka, nama, benar):
    baris = [
        replace(b, realisasi=rupiah(angka)) if (b.kelompok.value, b.uraian) == (kelompok, uraian) else b
        for b in neraca()
    ]
    t = satu("U24", apbd=baris)
    assert (t.keyakinan, t.alamat.kode_opd, t.alamat.uraian, t.seharusnya) == (PASTI, "KAB", nama, benar)
    assert any(f"Rp {angka} " in m for m in t.masukan)


def test_incomplete_apbd_is_said():
    baris = [apbd("Belanja", "", None, 5), apbd("Belanja", "Modal", None, None), apbd("Belanja", "Lain", None, 2)]
    assert "rinciannya tidak lengkap" in hasil("U24", apbd=baris)[1][0]
    assert "Pendapatan - Belanja tidak tersedia" in hasil("U24", apbd=[apbd("Surplus/Defisit", "", None, 5)])[1][0]
    assert hasil("U24")[1] == ["Tidak ada baris APBD"]


def test_the_revenue_of_an_opd_is_its_own():
    baris = [apbd("Pendapatan", "", 7, 5, kode="DINKES"), apbd("Pendapatan", "Retribusi", 7, 4, kode="DINKES")]
    t = satu("U24", apbd=baris)
    assert (t.alamat.kode_opd, t.alamat.ukuran, t.seharusnya) == ("DINKES", "Realisasi", "Rp 4")


DUA_TAHUN = [
    *neraca(2023),
    *neraca(2024, **{"Belanja/Modal": 45, "Belanja/": 105, "Surplus/Defisit/": -5, "SiLPA/": 0}),
]


@pytest.mark.parametrize(
    ("ukuran", "teks", "uraian"),
    [
        ("Nilai", "42,86%", "Modal"),
        ("Perubahan", "50%", "Modal"),
        ("Perubahan", "16,67%", "Belanja"),
        ("Perubahan", "Rp 15.000", "Lain"),
    ],
)
def test_shares_and_changes_that_follow(ukuran, teks, uraian):
    assert temuan("U24", apbd=DUA_TAHUN, kutipan=[kutip(ukuran, teks, uraian, "KAB")]) == []


@pytest.mark.parametrize(
    ("ukuran", "teks", "keyakinan", "benar"),
    [
        ("Nilai", "42,68%", PASTI, "42,86%"),
        ("Nilai", "42,85%", PATUT, "42,86%"),
        ("Perubahan", "51%", PASTI, "50,00%"),
        ("Perubahan", "Rp 20.000", PASTI, "Rp 15"),
    ],
)
def test_shares_and_changes_that_do_not_follow(ukuran, teks, keyakinan, benar):
    t = satu("U24", apbd=DUA_TAHUN, kutipan=[kutip(ukuran, teks, "Modal", "KAB")])
    assert (t.keyakinan, t.seharusnya, t.alamat.uraian) == (keyakinan, benar, "Modal")


def test_how_far_realisasi_stays_behind():
    baris = [apbd("Pendapatan", "", 200, 150)]
    assert temuan("U24", apbd=baris, kutipan=[kutip("Selisih", "25%", "Pendapatan", "KAB")]) == []
    assert satu("U24", apbd=baris, kutipan=[kutip("Selisih", "20%", "Pendapatan", "KAB")]).seharusnya == "25,00%"


# --- U25 --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", ["Rp 70.000.000,-", "70.000.000", "70 Juta", "Rp. 70.000.000,00"])
def test_an_amount_that_is_the_same(teks):
    assert temuan("U25", anggaran=[garis("/G", 70_000_000)], kutipan=[kutip("Pagu", teks, "G")]) == []


def test_an_amount_that_is_another():
    t = satu("U25", anggaran=[garis("/G", 70_000)], kutipan=[kutip("Pagu", "Rp 80.000", "G")])
    assert (t.keyakinan, t.tercetak, t.seharusnya) == (PASTI, "Rp 80.000", "Rp 70.000")
    lain = satu("U25", anggaran=[garis("/G", 70_000)], kutipan=[kutip("Pagu", "Rp 80.000", "G", sumber_="002, Bab I")])
    assert lain.keyakinan is PATUT


def test_a_printed_total_against_the_sum_where_the_table_prints_none():
    baris = [garis("/A", 60_000), garis("/B", 40_000)]
    assert temuan("U25", anggaran=baris, kutipan=[kutip("Jumlah", "Rp 100.000")]) == []
    assert "menurut jumlah rinciannya" in satu("U25", anggaran=baris, kutipan=[kutip("Jumlah", "Rp 90.000")]).uraian


@pytest.mark.parametrize(
    ("teks", "angka", "keyakinan"),
    [
        ("3.825.976.29,00", 3_825_976_229, PASTI),
        ("Rp. 11764.429.034", 11_764_429_034, PATUT),
        ("62.380.799 .000", 62_380_799_000, PATUT),
        ("127,039,000", 127_039_000, PATUT),
    ],
)
def test_separators_in_the_wrong_place(teks, angka, keyakinan):
    t = satu("U25", anggaran=[garis("/G", angka)], kutipan=[kutip("Pagu", teks, "G")])
    assert (t.keyakinan, t.tercetak) == (keyakinan, teks)


def test_two_texts_without_a_table_are_held_against_each_other():
    dua = [kutip("Pagu", "Rp 70.000", "X"), kutip("Pagu", "Rp 80.000", "X", sumber_="001, Bab IV")]
    t = satu("U25", kutipan=dua)
    assert (t.tercetak, t.seharusnya, t.sumber) == ("Rp 80.000", "Rp 70.000", ("001, Bab IV", "001, uraian"))
    assert temuan("U25", kutipan=[dua[0], replace(dua[1], tercetak="70.000")]) == []


def test_a_text_is_not_its_own_witness():
    k = [kutip("Pagu", "Rp 80.000", "G"), kutip("Realisasi anggaran", "Rp 40.000", "G")]
    assert [t.alamat.ukuran for t in temuan("U25", anggaran=[garis("/G", 70_000, 40_000)], kutipan=k)] == ["Pagu"]


def test_a_count_is_no_money_and_a_word_no_amount():
    k = [kutip("Jumlah", "15"), kutip("Pagu", "NA"), kutip("Pagu", "-")]
    assert temuan("U25", anggaran=POHON, kutipan=k) == []
    assert "Tidak ada pagu" in hasil("U25", kutipan=[kutip("Jumlah", "15")])[1][0]


# --- U26, U28, U27 ----------------------------------------------------------------------------------------------------


def milik(alamat, pagu, realisasi=None, kode=("UHH",), **isi):
    return replace(garis(alamat, pagu, realisasi, kode="KAB", **isi), kode_indikator=kode)


def test_an_indicator_against_the_programs_that_name_it():
    baris = [milik("/A", 60), milik("/A/X", 50, kode=()), milik("/A/Y", 10, kode=()), milik("/B", 40)]
    assert temuan("U26", anggaran=baris, anggaran_indikator=[uang(pagu=100)]) == []
    t = satu("U26", anggaran=baris, anggaran_indikator=[uang(pagu=90)])
    assert (t.keyakinan, t.alamat.kode_indikator, t.tercetak, t.seharusnya) == (PATUT, "UHH", "Rp 90", "Rp 100")
    assert len(t.masukan) == 4


def test_any_print_of_the_programs_will_do():
    baris = [milik("/A", 60), milik("/A", 70, peran="Pembanding", sumber_="000, tabel program pendukung")]
    assert temuan("U26", anggaran=baris, anggaran_indikator=[uang(pagu=70)]) == []


def test_an_indicator_without_programs_is_not_compared():
    assert hasil("U26", anggaran_indikator=[uang(pagu=90)]) == ([], [])
    assert hasil("U26")[1] == ["Tidak ada anggaran per indikator"]


def test_indicators_that_share_out_the_pagu_and_not_the_realisasi():
    tabel = {"indikator": [indikator(kode_opd="DINKES"), indikator("HLS", "DINKES")], "anggaran": [garis("", 100, 60)]}
    dana = [uang(pagu=70, realisasi=40), uang("HLS", pagu=30, realisasi=20)]
    assert temuan("U28", **tabel, anggaran_indikator=dana) == []
    t = satu("U28", **tabel, anggaran_indikator=[dana[0], replace(dana[1], realisasi=rupiah(25))])
    assert (t.keyakinan, t.tercetak, t.alamat.ukuran) == (PASTI, "Rp 65; Rp 60", "Realisasi anggaran")
    t = satu("U28", **tabel, anggaran_indikator=[dana[0], replace(dana[1], pagu=rupiah(25))])
    assert (t.tercetak, t.alamat.ukuran) == ("Rp 95; Rp 100", "Pagu")
    assert "tidak lengkap" in hasil("U28", **tabel, anggaran_indikator=dana[:1])[1][0]


def test_lines_that_are_another_years():
    dulu = [garis("/A", 123_456, tahun=2023), garis("/B", 7, tahun=2023)]
    t = satu("U27", anggaran=[*dulu, garis("/A", 123_456), garis("/B", 8)])
    assert (t.keyakinan, t.alamat.tahun, t.alamat.uraian, t.tercetak) == (PATUT, 2024, "A", "Rp 123.456")
    assert "2023" in t.dugaan


def test_one_round_amount_may_be_the_same_by_chance():
    dulu = [garis("/A", 5_000_000, tahun=2023), garis("/B", 7, tahun=2023), garis("/C", 1, tahun=2023)]
    assert temuan("U27", anggaran=[*dulu, garis("/A", 5_000_000), garis("/B", 8), garis("/C", 2)]) == []
    assert hasil("U27", anggaran=dulu)[1] == ["Anggaran hanya tersedia untuk satu tahun"]


def test_a_program_that_is_last_years_of_the_whole():
    baris = [garis("/A", 123_456, tahun=2023, kode="KAB"), garis("/A", 123_456)]
    assert temuan("U27", anggaran=baris, opd=[opd(), opd("DINKES", "Dinas")])[0].alamat.kode_opd == "DINKES"
    assert temuan("U27", anggaran=baris, opd=[opd("KAB", "Dinas"), opd("DINKES", "Dinas")]) == []


def test_an_indicators_money_that_is_another_years():
    t = satu("U27", anggaran_indikator=[uang(pagu=9, realisasi=5, tahun=2023), uang(pagu=9, realisasi=5)])
    assert (t.alamat.kode_indikator, t.alamat.ukuran, t.tercetak) == ("UHH", "Realisasi anggaran", "Rp 5")
    assert temuan("U27", anggaran_indikator=[uang(pagu=9, realisasi=5, tahun=2023), uang(pagu=9, realisasi=6)]) == []


# --- U29 --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", ["Rp 40.000", "40%", "-40.000", "40,0 %"])
def test_what_was_left_follows(teks):
    assert temuan("U29", anggaran=[garis("", 100_000, 60_000)], kutipan=[kutip("Selisih", teks)]) == []


@pytest.mark.parametrize(("teks", "benar"), [("Rp 41.000", "Rp 40.000"), ("41%", "40,00%")])
def test_what_was_left_does_not_follow(teks, benar):
    t = satu("U29", anggaran=[garis("", 100_000, 60_000)], kutipan=[kutip("Selisih", teks)])
    assert (t.keyakinan, t.tercetak, t.seharusnya) == (PASTI, teks, benar)


def test_a_difference_of_an_indicator_is_money_only_where_the_remark_says_so():
    dana = [uang(pagu=100_000, realisasi=60_000)]
    k = kutip("Selisih", "0,26", indikator_="UHH", catatan="terhadap target akhir")
    assert hasil("U29", anggaran_indikator=dana, kutipan=[k])[0] == []
    t = satu("U29", anggaran_indikator=dana, kutipan=[replace(k, tercetak="41%", catatan="bagian pagu")])
    assert (t.alamat.kode_indikator, t.seharusnya) == ("UHH", "40,00%")
    assert hasil("U29")[1] == ["Tidak ada sisa anggaran tercetak yang mempunyai pagu dan realisasi"]


# --- the shipped reports ----------------------------------------------------------------------------------------------

SETDA, DKPP, KAB = "SETDA", "DISNAKERPERINDAG", "BATUBARA"
PASTI_TERKIRIM = {
    ("U20", SETDA, "", "Administrasi Umum Perangkat Daerah", "Rp 10.200.016.139", "Rp 10.243.700.264"),
    ("U20", SETDA, "", "", "Rp 64.440.768.486", "Rp 47.334.153.328"),
    ("U22", KAB, "", "Belanja Modal", "97,36%", "97,38%"),
    ("U22", DKPP, "", "Pendapatan", "77,54 persen", "44,31%"),
    ("U22", KAB, "BB-INVESTASI", "", "99,19", "99,18%"),
    ("U23", DKPP, "", "", "5,39%", "5,59%"),
    ("U24", KAB, "", "Belanja Operasi", "10,34%", "10,36%"),
    ("U25", KAB, "BB-TPT", "", "3.825.976.29,00", "Rp 3.825.976.229"),
    ("U28", SETDA, "", "seluruh indikator", "Rp 60.563.441.303; Rp 60.563.391.303", ""),
    ("U29", KAB, "BB-TANI", "", "10,13%", "10,12%"),
}
JUMLAH_PATUT = {"U21": 2, "U23": 18, "U24": 2, "U25": 3, "U26": 4, "U27": 2}


@pytest.fixture(scope="module")
def terkirim():
    return [t for t in uji(sumber.aktif().dataset).temuan if t.aturan in CARI]


def test_what_is_sure_in_the_shipped_reports(terkirim):
    isi = {
        (t.aturan, t.alamat.kode_opd, t.alamat.kode_indikator, t.alamat.uraian, t.tercetak, t.seharusnya)
        for t in terkirim
        if t.keyakinan is PASTI
    }
    assert isi == PASTI_TERKIRIM


def test_what_is_worth_a_look_in_the_shipped_reports(terkirim):
    patut = [t.aturan for t in terkirim if t.keyakinan is PATUT]
    assert {k: patut.count(k) for k in sorted(set(patut))} == JUMLAH_PATUT


def test_the_bagian_total_of_setda_is_named_with_its_figures(terkirim):
    t = next(t for t in terkirim if t.alamat.uraian == "Administrasi Umum Perangkat Daerah")
    assert t.sumber == ("001, Tabel 2.5",)
    assert "Bagian Umum tercetak Rp 24.874.287.410" in t.uraian
    assert "(Rp 24.830.603.285)" in t.uraian
    total = next(t for t in terkirim if t.aturan == "U20" and not t.alamat.uraian)
    assert "Rp 17.106.615.158 yang tidak tercetak: jumlah yang sama ada di 001, Tabel 3.10" in total.dugaan


def test_the_efisiensi_of_two_reports_mixes_percent_and_fractions(terkirim):
    campur = [t for t in terkirim if t.aturan == "U23" and "persen dan pecahan tercampur" in t.dugaan]
    assert {t.alamat.kode_indikator for t in campur} >= {"BB-TANI", "BB-INOVASI", "SETDA-IKM-UNIT", "SETDA-HUKUM"}
    assert len(campur) == 15


def test_the_budget_of_2025_that_is_the_one_of_2024(terkirim):
    uraian = [t.uraian for t in terkirim if t.aturan == "U27"]
    assert any("8 dari 10 angka anggaran Disnaker Perindag 2025" in u for u in uraian)
    assert any("2 anggaran indikator Disnaker Perindag 2025 pagu dan realisasinya sama" in u for u in uraian)


def test_every_finding_is_complete(terkirim):
    for t in terkirim:
        assert t.sumber[0][:3].isdigit()
        assert t.uraian.endswith(".")
        assert t.langkah
        assert t.masukan
        assert not t.dugaan or t.dugaan.startswith("Mungkin ")
    assert len({t.id for t in terkirim}) == len(terkirim)


def test_money_is_found_by_name():
    lajur = indeks_uang(sumber.aktif().dataset)
    assert lajur[KAB, "", 2024][0].pagu == Decimal(1343185299386)
    assert [b.hitung for b in lajur["BKPSDM", "", 2024]] == [False, True]
