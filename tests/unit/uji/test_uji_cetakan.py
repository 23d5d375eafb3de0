"""The audit of prints: unreadable ones, those of an OPD, formulas, one pair in two years, words, letters."""

from dataclasses import replace

import pytest
from contoh import capaian, dataset, indikator, nilai, profil, wilayah

from kinerja.model.baris import BarisSusunan, Kutipan
from kinerja.model.istilah import Hubungan, Ukuran
from kinerja.sumber import versi as sumber
from kinerja.uji.aturan.terbaca import bacaan, digit_tak_terbaca
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.mesin import ATURAN, uji
from kinerja.uji.model import Keyakinan, Temuan, TidakDiuji

CARI = {a.kode: a.cari for a in ATURAN}
PASTI, PATUT = Keyakinan.PASTI, Keyakinan.PATUT_DICEK
TEMPAT = "000, Tabel 3"


def hasil(kode, **tabel):
    return [h for h in CARI[kode](Bukti(dataset(**tabel))) if isinstance(h, Temuan)]


def kutip(ukuran, tercetak, tahun=2024, sumber="000, Bab III", kode="UHH", **isi):
    isi = isi if isi.get("kode_opd") or isi.get("wilayah") else {"kode_indikator": kode, **isi}
    return Kutipan(tahun=tahun, ukuran=Ukuran(ukuran), tercetak=tercetak, sumber=sumber, **isi)


def baris(kode="UHH", tahun=2024, **isi):
    return capaian(kode, tahun, sumber=TEMPAT, **isi)


# --- U08 --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "digit"),
    [
        ("11,760,46", "11,760,46"),
        ("101,14,36%", "101,14,36"),
        ("51.870.10 Ton", "51.870.10"),
        ("62.380.799 .000", "62.380.799 .000"),
        ("Rp. 1.23.4", "1.23.4"),
        ("52.590 jiwa", ""),  # a unit nobody expected, but a number
        ("81,48 /60", ""),  # two targets in a cell
        ("hampir 100%", ""),
        ("Pake data 2023", ""),
        ("-", ""),
    ],
)
def test_digits_that_are_no_number_are_told_from_words(teks, digit):
    assert digit_tak_terbaca(Angka(teks=teks, nilai=nilai(None), sumber=TEMPAT)) == digit


def test_a_readable_print_is_left_alone():
    assert digit_tak_terbaca(Angka(teks="1.234,56", nilai=nilai("1.234,56"), sumber=TEMPAT)) == ""


@pytest.mark.parametrize(
    ("digit", "mungkin"),
    [
        ("11,760,46", ["11760,46", "11,760", "1176046"]),
        ("101,14,36", ["10114,36", "101,14", "1011436"]),
        ("11764.429", ["11764429", "11764,429"]),
    ],
)
def test_what_unreadable_digits_may_mean(digit, mungkin):
    assert [n.teks for n in bacaan(digit)] == mungkin


def test_a_second_print_or_a_capaian_shows_what_is_meant():
    tabel = [baris(target="100", realisasi="95")]
    (lain,) = hasil(
        "U08", capaian=[replace(tabel[0], capaian_dilaporkan=nilai("95%"))], kutipan=[kutip("Capaian", "95,0,0%")]
    )
    assert (lain.keyakinan, lain.seharusnya) == (PASTI, "95,0%")
    assert lain.sumber == ("000, Bab III", TEMPAT)
    (hitung,) = hasil("U08", capaian=tabel, kutipan=[kutip("Capaian", "95,0,0%")])
    assert (hitung.keyakinan, hitung.seharusnya) == (PASTI, "95,0%")
    assert "realisasi 95 terhadap target 100" in hitung.uraian
    (bab,) = hasil("U08", capaian=tabel, kutipan=[kutip("Capaian", "95,0,0%", sumber="001, Bab III")])
    assert bab.keyakinan is PATUT


def test_without_a_second_figure_it_is_worth_a_look():
    (sendiri,) = hasil("U08", kutipan=[kutip("Realisasi", "1.23.45")])
    assert (sendiri.keyakinan, sendiri.seharusnya, sendiri.dugaan) == (PATUT, "", "Mungkin 123,45.")
    # The same place entered in Capaian as it is meant is no second print.
    (sama,) = hasil("U08", capaian=[baris(realisasi="123,45")], kutipan=[kutip("Realisasi", "1.23.45", sumber=TEMPAT)])
    assert sama.keyakinan is PATUT


def keluarga(**cetak):
    return {
        "indikator": [replace(indikator(k), satuan="Ton") for k in "TAB"],
        "susunan": [BarisSusunan("T", b, Hubungan.JUMLAH) for b in "AB"],
        "capaian": [baris(k, realisasi=v) for k, v in cetak.items()],
    }


@pytest.mark.parametrize(
    ("kode", "tercetak", "isi", "benar"),
    [
        ("T", "1.234.56", {"A": "1.000,50", "B": "234,06"}, "1.234,56"),
        ("A", "1,000,5", {"T": "1.234,56", "B": "234,06"}, "1.000,5"),
        ("A", "1,000,5", {"T": "1.234,56"}, ""),  # the other part is missing
        ("T", "1.234.56", {"A": "1.000,50", "B": "300,06"}, ""),
    ],
)
def test_a_sum_shows_what_is_meant(kode, tercetak, isi, benar):
    (temuan,) = hasil("U08", **keluarga(**isi), kutipan=[kutip("Jumlah", tercetak, kode=kode)])
    assert (temuan.seharusnya, temuan.keyakinan) == (benar, PASTI if benar else PATUT)


def test_money_is_left_to_its_own_rule():
    assert not hasil("U08", kutipan=[kutip("Pagu", "3.825.976.29,00")])
    jumlah = [kutip("Jumlah", "3.825.976.29"), kutip("Jumlah", "Rp 3.825.976.229")]
    assert not hasil("U08", kutipan=jumlah)
    assert hasil("U25", kutipan=jumlah)


def test_figures_of_an_opd_and_of_a_region_are_read_too():
    opd_ = kutip("Rata-rata", "98,9,8", kode_opd="KAB", uraian="Sasaran")
    daerah = kutip("Nilai", "7,31,4", indikator="IPM", wilayah="X")
    satu, dua = hasil("U08", kutipan=[opd_, daerah], regional=[wilayah("X", "73,14")], profil=profil(wilayah="X"))
    assert (satu.alamat.uraian, dua.alamat.uraian) == ("sasaran", "IPM, X")
    assert dua.seharusnya == "73,14" or dua.dugaan
    assert not hasil("U08", kutipan=[replace(opd_, kode_opd="LAIN")])


# --- U06 --------------------------------------------------------------------------------------------------------------


def sasaran(*cetak):
    i = replace(indikator(), sasaran="Sehat")
    return {
        "indikator": [i],
        "capaian": [baris(target="100", realisasi="98,985", cetak="98,985")],
        "kutipan": [
            kutip(u, t, sumber=f"000, Bab {n}", kode_opd="KAB", uraian="Sehat") for n, (u, t) in enumerate(cetak)
        ],
    }


@pytest.mark.parametrize(
    ("cetak", "yakin"),
    [
        ([("Rata-rata", "98,98"), ("Rata-rata", "98,99")], PATUT),
        ([("Rata-rata", "98,98"), ("Capaian", "98,99")], PATUT),  # one figure by two names
        ([("Rata-rata", "98,99"), ("Capaian", "99")], None),
        ([("Realisasi", "90"), ("Realisasi", "80")], PASTI),
        ([("Realisasi", "90"), ("Target", "80")], None),
    ],
)
def test_two_prints_of_a_sasaran_agree(cetak, yakin):
    (temuan,) = hasil("U06", **sasaran(*cetak)) or (None,)
    assert (temuan and temuan.keyakinan) == yakin


@pytest.mark.parametrize("ukuran", ["Rata-rata", "Capaian"])
def test_a_print_that_the_mean_proves_wrong_is_named_once(ukuran):
    semua = uji(dataset(**sasaran(("Rata-rata", "98,98"), (ukuran, "90")))).temuan
    assert [(t.aturan, t.tercetak) for t in semua] == [("U35", "90")]


# --- U07 --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rumus", "benar"),
    [
        ("55 / 47,01 x 100% = 85,47%", "47,01 / 55"),
        ("47,01 / 55 x 100% = 85,47%", None),
        ("915/1066 x 100 % = 85,83 %", None),
        ("915 : 1066 = 0,86", None),
        ("915 : 1066 = 1,17", "1066 / 915"),
        ("1 / 3 × 100% = 33,4%", "33,33%"),
        ("2 / 3 x 100% = 66%", None),  # cut
        ("1 / 0 x 100% = 5%", None),
        ("1.2.3 / 4 x 100% = 5%", None),
        ("realisasi / target x 100%", None),
    ],
)
def test_a_formula_gives_its_result(rumus, benar):
    (temuan,) = hasil("U07", kutipan=[kutip("Capaian", rumus)]) or (None,)
    assert (temuan and temuan.seharusnya) == benar
    assert temuan is None or temuan.keyakinan is PASTI


@pytest.mark.parametrize("kode", ["U06", "U07", "U09", "U34", "U58"])
def test_a_rule_without_anything_to_test_says_so(kode):
    (sebab,) = CARI[kode](Bukti(dataset()))
    assert isinstance(sebab, TidakDiuji)


# --- U58 --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lalu", "kini", "ada"),
    [
        (("53,17", "118,15"), ("53,17", "118,15"), True),
        (("53,17", "118,15"), ("53,17", "96,67"), False),
        (("53,17", "118,15"), ("47,01", "118,15"), False),
        (("45", "100"), ("45", "100"), False),  # on target twice
    ],
)
def test_one_pair_of_figures_in_two_years(lalu, kini, ada):
    isi = [baris(tahun=t, target="45", realisasi=r, cetak=c) for t, (r, c) in ((2022, lalu), (2023, kini))]
    (temuan,) = hasil("U58", capaian=isi) or (None,)
    assert bool(temuan) == ada
    assert temuan is None or temuan.alamat.tahun == 2022


def test_a_year_with_two_prints_is_another_rules():
    isi = [baris(tahun=t, target="45", realisasi="53,17", cetak="118,15") for t in (2022, 2023)]
    assert not hasil("U58", capaian=isi, kutipan=[kutip("Realisasi", "60", 2023)])


# --- U01 letters ------------------------------------------------------------------------------------------------------


def huruf(target, realisasi, cetak, **isi):
    i = replace(indikator(**isi), skala_nilai="Opini BPK")
    return {
        "indikator": [i],
        "capaian": [baris(target=target, realisasi=realisasi, cetak=cetak, skala="Opini BPK")],
    }


@pytest.mark.parametrize(
    ("target", "realisasi", "cetak", "benar"),
    [
        ("WTP", "WDP", "100", "tidak tercapai"),
        ("WTP", "WTP", "100", None),
        ("WDP", "WTP", "100", None),
        ("WDP", "WTP", "90", "tercapai"),
        ("WTP", "WDP", "75", None),
        ("WTP", None, "100", None),
    ],
)
def test_a_capaian_of_letters_is_a_hundred_only_on_target(target, realisasi, cetak, benar):
    (temuan,) = hasil("U01", **huruf(target, realisasi, cetak)) or (None,)
    assert (temuan and temuan.seharusnya) == benar


def test_a_second_print_that_reaches_the_target_leaves_it_open():
    isi = huruf("WTP", "WDP", "100")
    assert not hasil("U01", **isi, kutipan=[kutip("Realisasi", "WTP")])
    assert hasil("U01", **isi, kutipan=[kutip("Realisasi", "WTD")])  # no grade at all
    assert not hasil("U01", **huruf("WTP", "WDP", "100", arah="Netral"))


# --- U09, U34 ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("realisasi", "kata", "ada"),
    [
        ("0,7093", "belum Maju", True),
        ("0,7093", "belum tercapai yaitu Desa Maju", True),
        ("0,7072", "belum Maju", False),  # the bound itself is not yet of the grade
        ("0,7093", "belum Mandiri", False),
        ("0,7093", "Maju", False),
        ("0,7093", "bukan Tertinggal", False),
        ("0,7093", "belum baik", False),
        (None, "belum Maju", False),
    ],
)
def test_a_grade_said_not_to_be_reached(realisasi, kata, ada):
    i = replace(indikator(), skala_nilai="IDM")
    (temuan,) = hasil(
        "U09", indikator=[i], capaian=[baris(realisasi=realisasi)], kutipan=[kutip("Kategori", kata)]
    ) or (None,)
    assert (temuan and temuan.seharusnya) == ("Maju" if ada else None)


@pytest.mark.parametrize(
    ("kode", "kata", "ada"),
    [
        ("B", "lebih banyak", True),
        ("A", "lebih banyak", False),
        ("A", "terbesar", False),
        ("A", "paling sedikit", True),
        ("B", "sedang", False),
        ("T", "terbanyak", False),  # no part of anything
    ],
)
def test_the_most_among_its_siblings(kode, kata, ada):
    isi = keluarga(T="127", A="83", B="44")
    assert bool(hasil("U34", **isi, kutipan=[kutip("Kategori", kata, kode=kode)])) == ada


# --- U37 --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tercetak", "ada"), [("0,08", True), ("0,09", False), ("0,10", True)])
def test_a_difference_that_only_touches_the_end_is_another(tercetak, ada):
    isi = [baris(target="8,60", realisasi="8,51")]
    k = kutip("Selisih", tercetak, catatan="Terhadap target 2024; indikator tidak disebut")
    assert bool(hasil("U37", capaian=isi, kutipan=[k])) == ada


def test_in_the_last_year_only_its_own_cell_is_the_end_target():
    i = replace(indikator(arah="Turun"), target_akhir=nilai("10,70"), tahun_target_akhir=2024)
    k = kutip("Selisih", "3,27", catatan="Terhadap target akhir")
    (temuan,) = hasil("U37", indikator=[i], capaian=[baris(target="11,03", realisasi="10,94")], kutipan=[k])
    assert temuan.seharusnya == "0,24"


# --- the reports ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def temuan():
    return uji(sumber.aktif().dataset).temuan


@pytest.mark.parametrize(
    ("kode", "tercetak", "yakin", "benar"),
    [
        ("U01", "100", PASTI, "tidak tercapai"),
        ("U06", "98,98%; 98,99", PATUT, ""),
        ("U07", "55 / 47,01 x 100% = 85,47%", PASTI, "47,01 / 55"),
        ("U07", "81,48 / 59,48 x 100% = 73%", PASTI, "59,48 / 81,48"),
        ("U08", "11,760,46", PASTI, "11.760,46"),
        ("U08", "101,14,36%", PASTI, "101,14%"),
        ("U08", "51.870.10", PASTI, "51.870,10"),
        ("U09", "belum tercapai yaitu Desa Maju", PASTI, "Maju"),
        ("U34", "lebih banyak", PASTI, "Jumlah pencari kerja terdaftar laki-laki 83"),
        ("U37", "0,08", PATUT, "0,09"),
        ("U37", "3,27", PATUT, "0,24"),
        ("U38", "menunjukkan kenaikan", PASTI, "turun 0,01"),
        ("U04", "16; 17", PATUT, ""),
        ("U04", "7; 6", PATUT, ""),
        ("U04", "9; 10", PATUT, ""),
        ("U40", "12.432,53 Miliar; 12.432,53 Juta", PATUT, ""),
        ("U58", "53,17 (Inovatif)", PATUT, ""),
    ],
)
def test_what_the_report_of_the_regency_prints_wrong_is_found(temuan, kode, tercetak, yakin, benar):
    milik = [t for t in temuan if t.aturan == kode and t.tercetak == tercetak and t.keyakinan is yakin]
    assert [t.seharusnya for t in milik] == [benar]
    assert milik[0].sumber[0].startswith("000")


def test_how_many_findings_these_rules_give(temuan):
    jumlah = {k: sum(t.aturan == k for t in temuan) for k in ("U06", "U07", "U08", "U09", "U34", "U58")}
    assert jumlah == {"U06": 1, "U07": 3, "U08": 3, "U09": 1, "U34": 1, "U58": 1}
