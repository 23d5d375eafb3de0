"""The audit of wholes and parts, means, counts, differences, regions and targets: a hit and a miss for every rule."""

from dataclasses import replace

import pytest
from contoh import apbd, capaian, dataset, indikator, nilai, opd, profil, wilayah

from kinerja.model.baris import BarisSusunan, Kutipan
from kinerja.model.istilah import Hubungan, TingkatWilayah, Ukuran
from kinerja.sumber import versi as sumber
from kinerja.uji.aturan.jumlah import baca_jumlah
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.mesin import ATURAN, uji
from kinerja.uji.model import Keyakinan, Temuan, TidakDiuji

CARI = {a.kode: a.cari for a in ATURAN}
PASTI, PATUT = Keyakinan.PASTI, Keyakinan.PATUT_DICEK


def hasil(kode, **tabel):
    return [h for h in CARI[kode](Bukti(dataset(**tabel))) if isinstance(h, Temuan)]


def alasan(kode, **tabel):
    return [h.alasan for h in CARI[kode](Bukti(dataset(**tabel))) if isinstance(h, TidakDiuji)]


def ind(kode, satuan="Orang", nama="", **isi):
    return replace(indikator(kode, **isi), satuan=satuan, indikator=nama or f"Indikator {kode}")


def baris(kode, realisasi, tahun=2024, sumber="000, Tabel 1", **isi):
    return capaian(kode, tahun, realisasi=realisasi, sumber=sumber, **isi)


def susun(induk, bagian, hubungan="Jumlah"):
    return [BarisSusunan(induk, b, Hubungan(hubungan)) for b in bagian]


def kutip(ukuran, tercetak, tahun=2024, sumber="000, Bab III", **isi):
    return Kutipan(tahun=tahun, ukuran=Ukuran(ukuran), tercetak=tercetak, sumber=sumber, **isi)


# --- U30 --------------------------------------------------------------------------------------------------------------


def jumlah(utuh, a, b, satuan="Orang", sumber="000, Tabel 1"):
    return {
        "indikator": [ind(k, satuan) for k in ("T", "A", "B")],
        "capaian": [baris("T", utuh, sumber=sumber), baris("A", a), baris("B", b)],
        "susunan": susun("T", ["A", "B"]),
    }


@pytest.mark.parametrize(
    ("isi", "yakin", "benar"),
    [
        (("12", "5", "6"), PASTI, "11"),
        (("11", "5", "6"), None, ""),
        (("12", "5,4", "6,1", "Ton"), None, ""),  # 11,5 rounds to 12
        (("12", "5,7", "7,2", "Ton"), PATUT, "12,9"),  # cut, not rounded
        (("12", "5", "6", "Orang", "000, Tabel 2"), PATUT, "11"),
        (("12", "5", None), None, ""),  # only when all parts have a number
    ],
)
def test_a_whole_is_the_sum_of_its_parts(isi, yakin, benar):
    (temuan,) = hasil("U30", **jumlah(*isi)) or (None,)
    assert (temuan and temuan.keyakinan, temuan.seharusnya if temuan else "") == (yakin, benar)
    if temuan is not None:
        assert temuan.alamat.kode_indikator == "T"
        assert len(temuan.masukan) == 3
        assert temuan.sumber[0] == ("000, Tabel 2" if "000, Tabel 2" in isi else "000, Tabel 1")


def test_a_second_print_of_a_part_may_make_the_sum_right():
    tabel = jumlah("12", "5", "6", sumber="000, Tabel 2")
    assert not hasil("U30", **tabel, kutipan=[kutip("Realisasi", "7", kode_indikator="B")])


def test_a_print_that_only_its_own_table_contradicts_is_certain():
    """5 + 6 is not 12 where all three stand together, and another place prints 7."""
    (temuan,) = hasil("U30", **jumlah("12", "5", "6"), kutipan=[kutip("Realisasi", "7", kode_indikator="B")])
    assert (temuan.alamat.kode_indikator, temuan.tercetak, temuan.seharusnya) == ("B", "6", "7")
    assert temuan.keyakinan is PASTI
    assert any("12" in m for m in temuan.masukan)
    lain = [
        kutip("Realisasi", n, sumber="000, Bab IV", kode_indikator=k) for k, n in (("T", "13"), ("A", "5"), ("B", "7"))
    ]
    (utuh,) = hasil("U30", **jumlah("12", "5", "7"), kutipan=lain)
    assert (utuh.alamat.kode_indikator, utuh.tercetak, utuh.seharusnya, utuh.sumber[0]) == (
        "T",
        "13",
        "12",
        "000, Bab IV",
    )


def test_what_one_sentence_prints_is_certain_though_a_table_comes_first():
    tempat = {"T": ("12", ""), "A": ("5", ", baris A"), "B": ("6", "")}
    lain = [
        kutip("Realisasi", n, sumber=f"000, Bab III{baris_}", kode_indikator=k) for k, (n, baris_) in tempat.items()
    ]
    tabel = jumlah("12", "5", "6", sumber="000, Tabel 2")
    (temuan,) = hasil("U30", **tabel, kutipan=lain)
    assert (temuan.keyakinan, temuan.sumber[0]) == (PASTI, "000, Bab III")
    assert hasil("U30", **tabel)[0].keyakinan is PATUT


def test_a_part_left_out_or_a_wrong_digit_is_guessed():
    (lupa,) = hasil("U30", **jumlah("5", "5", "6"))
    (digit,) = hasil("U30", **jumlah("112", "40", "62"))
    assert "Indikator B (6) tidak ikut dijumlahkan" in lupa.dugaan
    assert "salah cetak" in digit.dugaan


def test_sums_of_regional_measures_are_tested_in_each_region():
    daerah = [
        wilayah(w, n, ukuran=u) for w, n, u in [("X", "9", "T"), ("X", "4", "A"), ("X", "4", "B"), ("Y", "8", "T")]
    ]
    daerah += [wilayah("Y", "4", ukuran="A"), wilayah("Y", "4", ukuran="B")]
    # Indices are measured: 9 may be 4,4 + 4,4 rounded up, so the parts are printed with decimals.
    assert not hasil("U30", regional=daerah, susunan=susun("T", ["A", "B"]))
    tepat = [replace(d, nilai=nilai(f"{d.nilai.teks},0")) for d in daerah]
    (temuan,) = hasil("U30", regional=tepat, susunan=susun("T", ["A", "B"]))
    assert temuan.alamat.uraian == "T, X"


@pytest.mark.parametrize(
    "kode", ["U30", "U31", "U32", "U35", "U36", "U37", "U38", "U39", "U40", "U41", "U42", "U43", "U44"]
)
def test_a_rule_without_anything_to_test_says_so(kode):
    assert alasan(kode)


# --- U31 --------------------------------------------------------------------------------------------------------------


def rata(utuh, formula=""):
    return {
        "indikator": [ind("T", "Nilai", formula=formula), ind("A", "Nilai"), ind("B", "Nilai")],
        "capaian": [baris("T", utuh), baris("A", "70,0"), baris("B", "80,0")],
        "susunan": susun("T", ["A", "B"], "Rata-rata"),
    }


def test_a_mean_lies_between_its_parts_and_is_the_mean_where_it_says_so():
    (luar,) = hasil("U31", **rata("81,2"))
    (bukan,) = hasil("U31", **rata("72,0", "Rata-rata nilai unit"))
    assert (luar.keyakinan, luar.seharusnya) == (PASTI, "antara 70,0 dan 80,0")
    assert (bukan.keyakinan, bukan.seharusnya) == (PATUT, "75,0")
    assert not hasil("U31", **rata("72,0"))
    assert not hasil("U31", **rata("75,0", "Rata-rata nilai unit"))


# --- U32 --------------------------------------------------------------------------------------------------------------


def rasio(utuh, atas, bawah, sumber="000, Tabel 1", satuan="Persen"):
    return {
        "indikator": [ind("T", satuan), ind("A"), ind("B")],
        "capaian": [baris("T", utuh), baris("A", atas), baris("B", bawah, sumber=sumber)],
        "susunan": [*susun("T", ["A"], "Pembilang"), *susun("T", ["B"], "Penyebut")],
    }


@pytest.mark.parametrize(
    ("isi", "yakin", "benar"),
    [
        (("56,76%", "36", "90"), PASTI, "40,00%"),
        (("40%", "36", "90"), None, ""),
        (("0,4", "36", "90", "000, Tabel 1", "Indeks"), None, ""),
        (("12,08%", "469", "3.880"), PATUT, "12,09%"),
        (("56,76%", "36", "90", "000, Tabel 2"), PATUT, "40,00%"),
    ],
)
def test_a_percentage_is_numerator_over_denominator(isi, yakin, benar):
    (temuan,) = hasil("U32", **rasio(*isi)) or (None,)
    assert (temuan and temuan.keyakinan, temuan.seharusnya if temuan else "") == (yakin, benar)


def test_a_denominator_of_zero_is_not_tested_and_guesses_are_made():
    assert "nol" in alasan("U32", **rasio("40%", "36", "0"))[0]
    assert "rasio terbalik" in hasil("U32", **rasio("250%", "36", "90"))[0].dugaan
    assert "299 / 3.880" in hasil("U32", **rasio("7,70%", "229", "3.880"))[0].dugaan


def test_percentages_of_one_table_that_are_all_cut_are_one_finding():
    tabel = {"indikator": [ind("B")], "capaian": [baris("B", "365")], "susunan": []}
    for kode, atas, persen in (("S", "7", "1,91"), ("P", "216", "59,17"), ("W", "70", "19,17")):
        tabel["indikator"] += [ind(kode, "Persen"), ind(f"A{kode}")]
        tabel["capaian"] += [baris(kode, persen), baris(f"A{kode}", atas)]
        tabel["susunan"] += [*susun(kode, [f"A{kode}"], "Pembilang"), *susun(kode, ["B"], "Penyebut")]
    (temuan,) = hasil("U32", **tabel)
    assert temuan.keyakinan is PATUT
    assert "3 persentase 2024" in temuan.uraian
    assert sum("1,91" in m for m in temuan.masukan) == 1


def test_a_ratio_that_is_no_percentage_says_what_it_is_multiplied_with():
    (persen,) = hasil("U32", **rasio("56,76%", "36", "90"))
    (indeks,) = hasil("U32", **rasio("56,76", "36", "90", satuan="Indeks"))
    assert "padahal 36 / 90 adalah 40,00%" in persen.uraian
    assert "padahal 36 / 90 x 100 adalah 40,00," in indeks.uraian


# --- U35 --------------------------------------------------------------------------------------------------------------


def rerata(tercetak, *cetak, lain=(), **isi):
    kode = [f"I{n}" for n in range(len(cetak))]
    return {
        "indikator": [ind(k, sasaran="Sehat") for k in kode],
        "capaian": [
            *(baris(k, c, target="100", cetak=c) for k, c in zip(kode, cetak, strict=True)),
            *(baris(k, c, 2023, target="100", cetak=c) for k, c in zip(kode, lain, strict=False)),
        ],
        "kutipan": [kutip("Rata-rata", tercetak, kode_opd="KAB", **isi)],
    }


@pytest.mark.parametrize(
    ("tercetak", "yakin", "dugaan"),
    [
        ("95,00", None, ""),
        ("95", None, ""),
        ("93,33", PATUT, "di atas 100 dihitung 100"),
        ("90,00", PASTI, "Indikator I2 tidak ikut dihitung"),
        ("61,11", PASTI, ""),
    ],
)
def test_a_printed_mean_fits_the_printed_or_the_computed_capaian(tercetak, yakin, dugaan):
    (temuan,) = hasil("U35", **rerata(tercetak, "80,00", "100,00", "105,00")) or (None,)
    assert (temuan and temuan.keyakinan) == yakin
    assert dugaan in (temuan.dugaan if temuan else "")


def test_a_mean_with_last_years_figure_for_a_missing_one_is_guessed():
    isi = rerata("86,67", "80,00", "90,00", "NA", lain=("70,00", "75,00", "90,00"))
    (temuan,) = hasil("U35", **isi)
    assert "memakai capaian 2023 (Indikator I2 90,00)" in temuan.dugaan
    assert temuan.keyakinan is PASTI  # the missing one is printed as not available


def test_a_mean_of_a_sasaran_or_of_nothing():
    assert hasil("U35", **rerata("50", "80,00", "100,00", uraian="SEHAT"))[0].alamat.uraian == "sehat"
    assert alasan("U35", **rerata("50", "80,00", uraian="Lain"))


def test_the_capaian_of_a_sasaran_is_the_mean_of_its_iku():
    isi = rerata("80", "80,00", uraian="Sehat")
    isi["indikator"] += [ind("L", sasaran="Lain")]
    isi["capaian"] += [baris("L", "91", target="100", cetak="91,00")]
    isi["kutipan"] = [replace(isi["kutipan"][0], ukuran=Ukuran.CAPAIAN)]
    assert not hasil("U35", **isi)
    isi["kutipan"] = [replace(isi["kutipan"][0], tercetak="91,00")]
    (temuan,) = hasil("U35", **isi)
    assert (temuan.alamat.ukuran, temuan.dugaan) == ("Capaian", "Mungkin capaian Indikator L.")


# --- U36 --------------------------------------------------------------------------------------------------------------


def cacah(uraian, tercetak, *persen, ukuran="Jumlah"):
    kode = [f"I{n}" for n in range(len(persen))]
    return {
        "indikator": [ind(k, sasaran=f"S{n % 2}") for n, k in enumerate(kode)],
        "capaian": [baris(k, p, target="100") for k, p in zip(kode, persen, strict=True)],
        "kutipan": [kutip(ukuran, tercetak, kode_opd="KAB", uraian=uraian)],
    }


@pytest.mark.parametrize(
    ("uraian", "tercetak", "yakin"),
    [
        ("Sangat Tinggi", "2", None),
        ("Sangat Tinggi", "3", PASTI),
        ("Sangat Tinggi", "tiga", PASTI),
        ("Melebihi target", "1", None),
        ("Melebihi target", "2", PASTI),
        ("Jumlah indikator kinerja utama", "3", None),
        ("Jumlah indikator kinerja utama", "4", PATUT),
        ("Jumlah sasaran", "2", None),
        ("Jumlah sasaran", "5", PATUT),
        ("S0", "2", None),
        ("S0", "1", PATUT),
    ],
)
def test_a_printed_count_is_the_counted_one(uraian, tercetak, yakin):
    (temuan,) = hasil("U36", **cacah(uraian, tercetak, "95", "101", "80")) or (None,)
    assert (temuan and temuan.keyakinan) == yakin


def test_what_has_no_predikat_may_have_been_counted():
    (temuan,) = hasil("U36", **cacah("Sangat Tinggi", "3", "95", "101", "NA"))
    assert temuan.keyakinan is PATUT
    assert hasil("U36", **cacah("Sangat Tinggi", "4", "95", "101", "NA"))[0].keyakinan is PASTI


def test_a_share_of_a_predikat_is_the_counted_one():
    assert not hasil("U36", **cacah("Sangat Tinggi", "66,67%", "95", "101", "80", ukuran="Nilai"))
    (temuan,) = hasil("U36", **cacah("Sangat Tinggi", "33%", "95", "101", "80", ukuran="Nilai"))
    assert (temuan.seharusnya, temuan.dugaan) == ("66,67%", "Mungkin dihitung dari 1 dari 3.")


@pytest.mark.parametrize(("teks", "n"), [("7", 7), ("enam belas", 16), ("Tiga", 3), ("banyak", None), ("2,5", None)])
def test_counts_are_read_in_digits_and_words(teks, n):
    angka = nilai(teks) if teks[0].isdigit() else nilai(None)
    assert baca_jumlah(Angka(teks=teks, nilai=angka, sumber="")) == n


# --- U39 --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tercetak", "catatan", "yakin"),
    [
        ("Sangat Tinggi", "", None),
        ("Tinggi", "", PASTI),
        ("sangat baik", "", PATUT),
        ("Sangat Tinggi", "Tercetak untuk seluruh IKU", PASTI),
    ],
)
def test_the_predikat_of_an_opd_follows_from_its_iku(tercetak, catatan, yakin):
    isi = rerata("95", "105,00", "80,00")
    isi["kutipan"] = [kutip("Predikat", tercetak, kode_opd="KAB", catatan=catatan)]
    (temuan,) = hasil("U39", **isi) or (None,)
    assert (temuan and temuan.keyakinan) == yakin


# --- U37, U38 ---------------------------------------------------------------------------------------------------------


def beda(ukuran, tercetak, catatan="", arah="Naik", **isi):
    i = ind("UHH", "Persen", arah=arah, target_akhir=nilai("90"), tahun_target_akhir=2026)
    return {
        "indikator": [i],
        "capaian": [
            baris("UHH", "0,235", 2023, sumber="000, Tabel 3", target="0,250"),
            baris("UHH", "0,230", 2024, sumber="000, Tabel 3", target="0,300"),
        ],
        "kutipan": [kutip(ukuran, tercetak, kode_indikator="UHH", catatan=catatan, **isi)],
    }


@pytest.mark.parametrize(
    ("ukuran", "tercetak", "catatan", "yakin"),
    [
        ("Perubahan", "0,005", "", None),
        ("Perubahan", "-0,005", "", None),
        ("Perubahan", "2,13%", "", None),
        ("Perubahan", "0,025", "", PASTI),
        ("Perubahan", "penurunan", "", None),
        ("Perubahan", "kenaikan", "", PASTI),
        ("Perubahan", "0,005", "Kenaikan terhadap 2023", PASTI),
        ("Perubahan", "lebih baik", "", PASTI),
        ("Selisih", "0,070", "", None),
        ("Selisih", "0,07", "Terhadap target akhir", PATUT),
        ("Selisih", "23,33%", "", None),
        ("Selisih", "5", "", PATUT),
    ],
)
def test_a_difference_follows_from_two_figures(ukuran, tercetak, catatan, yakin):
    (temuan,) = hasil("U37" if ukuran == "Selisih" else "U38", **beda(ukuran, tercetak, catatan)) or (None,)
    assert (temuan and temuan.keyakinan) == yakin


def test_lower_may_be_better():
    assert not hasil("U38", **beda("Perubahan", "lebih baik", arah="Turun"))


def test_two_words_that_go_both_ways_are_found_without_figures():
    dua = [kutip("Perubahan", kata, kode_indikator="UHH") for kata in ("kenaikan", "penurunan")]
    (temuan,) = hasil("U38", kutipan=dua, capaian=[baris("UHH", "5")])
    assert temuan.tercetak == "kenaikan; penurunan"
    assert alasan("U38", kutipan=dua[:1], capaian=[baris("UHH", "5")])


@pytest.mark.parametrize(("tercetak", "ada"), [("10%", False), ("12%", True)])
def test_a_change_of_the_regional_budget(tercetak, ada):
    baris_apbd = [apbd("Belanja", "Belanja Modal", 200, 110), apbd("Belanja", "Belanja Modal", 200, 100, 2023)]
    k = kutip("Perubahan", tercetak, kode_opd="KAB", uraian="Belanja Modal")
    assert bool(hasil("U38", apbd=baris_apbd, kutipan=[k])) is ada


def test_a_remark_may_name_the_two_figures():
    k = kutip("Selisih", "5,71", kode_opd="KAB", uraian="IP ASN", catatan="72,82 dikurangi 67,11")
    assert not hasil("U37", kutipan=[k])
    assert hasil("U37", kutipan=[replace(k, tercetak="5,17")])


# --- U40 to U44 -------------------------------------------------------------------------------------------------------


def daerah(*isi, ukuran="IPM"):
    return [replace(wilayah(w, n, ukuran=ukuran, sumber="000, Tabel 1.3")) for w, n in isi]


def test_two_prints_of_a_region():
    k = kutip("Nilai", "66,13", indikator="IPM", wilayah="Nias Barat")
    data = daerah(("Nias", "66,13"), ("Nias Barat", "65,66"))
    (temuan,) = hasil("U40", regional=data, kutipan=[k])
    assert (temuan.keyakinan, temuan.dugaan) == (PASTI, "Mungkin angka Nias (66,13).")
    assert not hasil("U40", regional=data, kutipan=[replace(k, tercetak="65,7")])
    tukar = replace(k, tercetak="65,66", wilayah="Nias", catatan="")
    assert hasil("U40", regional=daerah(("Nias", "56,66")), kutipan=[tukar])[0].dugaan == "Mungkin dua digit tertukar."


def test_shares_add_to_a_hundred():
    nama = ["K: A", "K: B"]

    def bagian(*persen):
        return [
            replace(wilayah("X", p, ukuran=n, sumber="0"), satuan="Persen") for n, p in zip(nama, persen, strict=True)
        ]

    isi = susun("K: Jumlah", nama)
    assert hasil("U41", regional=bagian("60,00", "41,00"), susunan=isi)[0].seharusnya == "100%"
    assert not hasil("U41", regional=bagian("60,00", "40,00"), susunan=isi)
    assert not hasil("U41", regional=bagian("60,0", "40,1"), susunan=isi)  # rounding


def test_a_region_called_the_lowest_is_the_lowest():
    k = kutip("Nilai", "65,66", indikator="IPM", wilayah="Nias Barat", catatan="disebut terendah")
    data = daerah(("Nias", "66,13"), ("Nias Barat", "65,66"), ("Medan", "83,23"))
    assert not hasil("U42", regional=data, kutipan=[k])
    assert hasil("U42", regional=data, kutipan=[replace(k, wilayah="Nias")])[0].seharusnya == "Nias Barat (65,66)"
    assert hasil("U42", regional=data, kutipan=[replace(k, wilayah="Nias", catatan="disebut peringkat 3")])
    assert not hasil("U42", regional=data, kutipan=[replace(k, wilayah="Nias", catatan="disebut peringkat ke-2")])


def test_of_provinces_a_rank_is_refuted_only_as_far_as_those_that_stand_can():
    def uji(nama, sebutan, cari=hasil):
        k = kutip("Nilai", "", indikator="IPM", wilayah=nama, catatan=f"disebut {sebutan}")
        return cari("U42", regional=data, kutipan=[k], profil=profil(jenis_pemerintah="Provinsi", provinsi="Jati"))

    satu = [replace(b, tingkat_wilayah=TingkatWilayah.PROVINSI) for b in daerah(("Jati", "74"), ("Randu", "76"))]
    data = [*satu, *daerah(("Nias", "66,13"), ("Nias Barat", "65,66"))]
    assert uji("Jati", "tertinggi")[0].seharusnya == "Randu (76)"
    assert uji("Jati", "peringkat 1")
    assert not uji("Jati", "peringkat 9")
    assert uji("Jati", "peringkat 9", alasan) == ["IPM 2024: hanya 2 dari 38 provinsi tercetak"]
    assert uji("Nias Barat", "tertinggi")[0].seharusnya == "Nias (66,13)"  # among the regencies, not the provinces


@pytest.mark.parametrize(("nilai_wilayah", "ada"), [("72,97", False), ("73,0", False), ("72,79", True)])
def test_an_indicator_says_what_regional_says_of_the_own_region(nilai_wilayah, ada):
    tabel = {
        "indikator": [ind("UHH", "Indeks", padanan="IPM")],
        "capaian": [baris("UHH", "72,97")],
        "regional": daerah(("Sini", nilai_wilayah)),
        "profil": profil(wilayah="Sini"),
    }
    assert bool(hasil("U43", **tabel)) is ada


@pytest.mark.parametrize(("lain", "ada"), [("18,37", False), ("18,4", False), ("18,73", True)])
def test_two_opd_say_the_same(lain, ada):
    tabel = {
        "indikator": [ind("A", padanan="P"), ind("B", kode_opd="DINKES", padanan="P")],
        "capaian": [baris("A", "18,37"), baris("B", lain, sumber="002, Tabel 3")],
    }
    temuan = hasil("U44", **tabel)
    assert bool(temuan) is ada
    assert all(t.keyakinan is PATUT for t in temuan)


# --- U50 to U57 -------------------------------------------------------------------------------------------------------


def deret_tahun(*baris_tahun, arah="Naik", **isi):
    """Rows of (target, realisasi), the last one of 2024."""
    mulai = 2025 - len(baris_tahun)
    return {
        "indikator": [replace(indikator(arah=arah, **isi), satuan=isi.get("satuan", "Persen"))],
        "capaian": [baris("UHH", r, mulai + n, target=t) for n, (t, r) in enumerate(baris_tahun)],
    }


@pytest.mark.parametrize(
    ("kode", "isi", "ada"),
    [
        ("U50", {"t": [("50", "60"), ("55", "58")]}, True),
        ("U50", {"t": [("50", "60"), ("60", "58")]}, False),
        ("U50", {"t": [("50", "40"), ("45", "38")], "arah": "Turun"}, True),
        ("U51", {"t": [("50", "72")], "target_akhir": nilai("70"), "tahun_target_akhir": 2026}, True),
        ("U51", {"t": [("75", "60")], "target_akhir": nilai("70"), "tahun_target_akhir": 2026}, True),
        ("U51", {"t": [("65", "70")], "target_akhir": nilai("70"), "tahun_target_akhir": 2026}, False),
        ("U51", {"t": [("65", "72")], "target_akhir": nilai("70"), "tahun_target_akhir": 2024}, False),
        ("U52", {"t": [("80", "70"), ("70", "75")]}, True),
        ("U52", {"t": [("80", "70"), ("70", "85")]}, False),
        ("U52", {"t": [("80", "70"), ("85", "86")]}, False),
        ("U55", {"t": [("80", "10"), ("85", "41")]}, True),
        ("U55", {"t": [("80", "10"), ("85", "39")]}, False),
        ("U55", {"t": [("1", "67,1"), ("1", "67,3"), ("1", "67,5"), ("1", "72,6"), ("1", "72,9")]}, True),
        ("U57", {"t": [("10", "21")]}, True),
        ("U57", {"t": [("10", "20")]}, False),
        ("U57", {"t": [("10", "-5")]}, True),
    ],
)
def test_targets_and_runs_of_years(kode, isi, ada):
    temuan = hasil(kode, **deret_tahun(*isi.pop("t"), **isi))
    assert bool(temuan) is ada
    assert all(t.keyakinan is PATUT and t.alamat.kode_indikator == "UHH" and t.masukan for t in temuan)


def test_growth_may_be_negative():
    tabel = deret_tahun(("10", "-5"))
    tabel["indikator"] = [replace(tabel["indikator"][0], indikator="Laju pertumbuhan ekonomi")]
    assert not hasil("U57", **tabel)


@pytest.mark.parametrize(("perjanjian", "ada"), [("80", False), ("80,0", False), ("85", True)])
def test_the_target_is_that_of_the_agreement(perjanjian, ada):
    k = kutip("Target", perjanjian, kode_indikator="UHH", sumber="000, Tabel 2.4")
    assert bool(hasil("U53", **deret_tahun(("80", "70")), kutipan=[k])) is ada
    lain = replace(k, sumber="000, Tabel 3.9")
    assert not hasil("U53", **deret_tahun(("80", "70")), kutipan=[lain])


def test_a_target_calculated_with_that_is_not_the_printed_one():
    (temuan,) = hasil("U53", capaian=[baris("UHH", "59,48", target="81,48", hitung="60")])
    assert temuan.tercetak == "60; 81,48"


def test_one_without_the_other_is_one_finding_an_opd_and_year():
    kode = ["A", "B", "C", "D"]
    isi = [("80", "70"), (None, "5"), (None, "6"), ("9", None)]
    tabel = {
        "indikator": [ind(k) for k in kode],
        "capaian": [baris(k, r, target=t) for k, (t, r) in zip(kode, isi, strict=True)],
    }
    tanpa_target, tanpa_realisasi = hasil("U54", **tabel)
    assert "2 dari 4 IKU" in tanpa_target.uraian
    assert tanpa_realisasi.alamat.kode_indikator == "D"
    tabel["capaian"] = tabel["capaian"][1:]
    assert not hasil("U54", **tabel)  # a year in which nothing was measured


@pytest.mark.parametrize(("sama", "ada"), [(5, True), (3, False)])
def test_a_copied_year(sama, ada):
    kode = [f"I{n}" for n in range(6)]
    baru = [f"{n}1,7" if n < sama else f"{n}2,9" for n in range(1, 7)]
    tabel = {
        "indikator": [ind(k) for k in kode],
        "capaian": [
            *(baris(k, f"{n}1,7", 2023) for n, k in enumerate(kode, 1)),
            *(baris(k, b, 2024) for k, b in zip(kode, baru, strict=True)),
        ],
    }
    assert bool(hasil("U56", **tabel)) is ada


# --- the shipped data -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def temuan():
    return uji(sumber.aktif().dataset).temuan


HARAPAN = [
    ("U30", PASTI, "PDRB ADHK, Batu Bara", 2024, "27614,17", "27.613,77", "000, Tabel 1.1"),
    ("U30", PASTI, "BB-IKAN-TANGKAP", 2023, "62.415,96", "52.415,96", "000, Tabel 3.11"),
    ("U30", PASTI, "BKPSDM-ASN-MENURUT-DIDIK", 2024, "3.880", "3.561", "003, Bab III.B, IP ASN menurut tingkat"),
    ("U30", PASTI, "KLPP-AKIP", 2020, "66,87", "66,56", "004, Tabel 3.5"),
    ("U31", PASTI, "BKPSDM-IPASN", 2024, "75,44", "antara 67,11 dan 72,82", "003, tabel capaian IKU"),
    ("U32", PASTI, "DKPP-PEGAWAI-ASN-PERSEN", 2025, "56,76%", "40,00%", "002, Tabel 1.1"),
    ("U32", PASTI, "BKPSDM-ASN-S2-PORSI", 2024, "7,70%", "5,90%", "003, Bab III.B"),
    ("U32", PASTI, "Kepadatan Penduduk, Batu Bara", 2024, "492,59", "483,29", "000, Bab I B"),
    ("U35", PASTI, "", 2024, "92,74 %", "93,97%", "001, Bab III, uraian Tabel 3.2"),
    ("U35", PASTI, "menurunnya angka kemiskinan", 2024, "100,33%", "100,82%", "000, Bab III, sasaran Kemiskinan"),
    ("U35", PASTI, "meningkatnya pendapatan daerah", 2024, "105,36%", "101,14%", "000, Bab IV"),
    ("U36", PASTI, "sangat tinggi", 2024, "enam belas", "15", "000, Bab IV"),
    ("U36", PASTI, "sangat tinggi", 2024, "7", "4", "001, Bab IV"),
    ("U36", PASTI, "sangat tinggi", 2024, "85 %", "57,14%", "001, Bab IV"),
    ("U39", PASTI, "", 2024, "Sangat Tinggi", "", "001, Bab III, uraian Tabel 3.2"),
    ("U39", PATUT, "", 2025, "sangat baik", "", "002, Bab III"),
    ("U37", PASTI, "BB-IKM", 2024, "3,27", "3,72", "000, Bab III, sasaran Kepuasan"),
    ("U37", PASTI, "BB-RLS", 2024, "0,09", "0,49", "000, Bab III, sasaran Kualitas Pendidikan"),
    ("U38", PASTI, "BB-GINI", 2024, "0,025", "0,005", "000, Bab III, sasaran Pemerataan"),
    ("U38", PASTI, "BB-PAD-RP", 2024, "19,9%", "36.157.844.808,93 (24,12%)", "000, Bab III, sasaran Pendapatan"),
    ("U38", PASTI, "KLPP-AKIP", 2023, "Peningkatan", "turun 2,39", "004, Bab III 3.1.2"),
    ("U40", PASTI, "IPM, Nias Barat", 2024, "65,66; 66,13", "", "000, Tabel 1.3"),
    ("U40", PASTI, "Umur Harapan Hidup, Tebing Tinggi", 2024, "74,29; 74,07", "", "000, Tabel 1.3"),
    ("U50", PATUT, "BB-DAGANG", 2024, "18,00", "", "000, Tabel 3.4"),
    ("U51", PATUT, "BB-UHH", 2024, "72,97", "", "000, Tabel 3.4"),
    ("U52", PATUT, "BB-PAD", 2024, "101,14%", "88,38%", "000, Tabel 3.4"),
    ("U54", PATUT, "SETDA-LPPD", 2024, "1 dari 7 IKU", "", "001, Tabel 3.3"),
    ("U55", PATUT, "BB-UHH", 2023, "72,63", "", "000, Bab III"),
]


@pytest.mark.parametrize(("kode", "yakin", "apa", "tahun", "tercetak", "benar", "tempat"), HARAPAN)
def test_what_the_reports_hold(temuan, kode, yakin, apa, tahun, tercetak, benar, tempat):
    ada = [
        t
        for t in temuan
        if t.aturan == kode
        and (t.alamat.kode_indikator or t.alamat.uraian) == apa
        and (t.alamat.tahun, t.tercetak, t.seharusnya) == (tahun, tercetak, benar)
    ]
    assert [(t.keyakinan, t.sumber[0].startswith(tempat)) for t in ada] == [(yakin, True)]


def test_the_mean_of_sekretariat_daerah_took_last_years_lppd(temuan):
    (rata_setda,) = [t for t in temuan if t.aturan == "U35" and t.alamat.kode_opd == "SETDA"]
    assert rata_setda.dugaan == "Mungkin memakai capaian 2023 (Nilai LPPD 86,22)."


def test_a_difference_from_another_target_is_guessed(temuan):
    rls, _ = [t for t in temuan if t.aturan == "U37" and t.alamat.kode_indikator == "BB-RLS"]
    assert rls.dugaan == "Mungkin selisih target dan realisasi 2024 (8,60)."


def test_a_fall_of_capaian_printed_in_points_is_right(temuan):
    assert not [t for t in temuan if t.alamat.kode_indikator == "SETDA-HUKUM" and t.aturan == "U38"]


def test_how_many_findings_the_reports_give(temuan):
    milik = {k: sum(t.aturan == k for t in temuan) for k in CARI if k >= "U30" and k != "U33"}
    assert sum(milik.values()) < 80
    assert not milik["U41"] + milik["U42"] + milik["U43"] + milik["U44"] + milik["U56"] + milik["U57"]


def test_every_finding_is_complete(temuan):
    nomor = tuple(f"00{n}" for n in range(5))
    for t in temuan:
        assert t.sumber, t
        assert t.sumber[0].startswith(nomor), t
        assert t.masukan, t
        assert t.uraian.endswith("."), t


def test_opd_without_iku_is_no_error():
    k = kutip("Rata-rata", "90", kode_opd="DINKES")
    assert alasan(
        "U35", opd=[opd("DINKES", "Dinas")], indikator=[ind("A", kode_opd="DINKES", tingkat="Program")], kutipan=[k]
    )
