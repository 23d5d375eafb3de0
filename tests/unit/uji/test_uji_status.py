"""The audit of words: reached or not, and what letters are called."""

from dataclasses import replace

import pytest
from contoh import capaian, dataset, indikator, nilai

from kinerja.model.baris import Kutipan
from kinerja.model.istilah import Status, Ukuran
from kinerja.sumber import versi as sumber
from kinerja.uji.aturan.kata_status import baca_status
from kinerja.uji.aturan.kategori import kategori_tidak_mengikuti
from kinerja.uji.aturan.status import status_tidak_mengikuti
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.mesin import uji
from kinerja.uji.model import Keyakinan, Temuan, TidakDiuji

PASTI, PATUT = Keyakinan.PASTI, Keyakinan.PATUT_DICEK


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


@pytest.mark.parametrize(
    ("teks", "status"),
    [
        ("sesuai target", Status.SESUAI),
        ("Tercapai", Status.SESUAI),
        ("mencapai target", Status.SESUAI),
        ("melampaui target", Status.MELEBIHI),
        ("melebihi target", Status.MELEBIHI),
        ("Tidak Tercapai", Status.TIDAK_TERCAPAI),
        ("tidak memenuhi target", Status.TIDAK_TERCAPAI),
        ("belum dapat mencapai target", Status.TIDAK_TERCAPAI),
        ("belum tercapainya target kinerja", Status.TIDAK_TERCAPAI),
        ("masih dibawah target", Status.TIDAK_TERCAPAI),
        ("tidak melampaui target", None),
        ("hampir mencapai target", None),
        ("mencapai 98%", None),
        ("belum dapat diukur", None),
        ("kurang berhasil", None),
        ("N/A", None),
        ("Sedang", None),
    ],
)
def test_words_on_reaching_a_target_are_read(teks, status):
    assert baca_status(teks) is status


def kutip(ukuran, tercetak, sumber="000, Bab III", **isi):
    isi = isi or {"kode_indikator": "UHH"}
    return Kutipan(tahun=2024, ukuran=Ukuran(ukuran), tercetak=tercetak, sumber=sumber, **isi)


def hasil(kata, target="80", realisasi="60", lain=(), **isi):
    ind = replace(indikator(**{k: v for k, v in isi.items() if k in ("arah", "skala_nilai")}), satuan="Persen")
    nilai_ = (nilai(target, isi.get("skala_nilai", "")), nilai(realisasi, isi.get("skala_nilai", "")))
    baris = [capaian(target=nilai_[0], realisasi=nilai_[1], sumber="000, Tabel 1")]
    semua = dataset(
        indikator=[ind],
        capaian=isi.get("baris", baris),
        kutipan=[*(kutip("Capaian", k) for k in kata), *lain],
    )
    return [t for t in status_tidak_mengikuti(Bukti(semua)) if isinstance(t, Temuan)]


@pytest.mark.parametrize(
    ("kata", "target", "realisasi", "isi", "yakin"),
    [
        ("sesuai target", "80", "60", {}, PASTI),
        ("sesuai target", "80", "80", {}, None),
        ("sesuai target", "80", "90", {}, None),
        ("melebihi target", "80", "90", {}, None),
        ("melebihi target", "80", "70", {}, PASTI),
        ("melebihi target", "80", "80", {}, PATUT),  # 80 may have been 80,4
        ("tidak tercapai", "80", "60", {}, None),
        ("tidak tercapai", "80", "90", {}, PASTI),
        ("sesuai target", "88,37", "88", {}, PATUT),
        ("sesuai target", "10", "12,0", {"arah": "Turun"}, PASTI),
        ("tidak tercapai", "10", "12,0", {"arah": "Turun"}, None),
        ("tercapai", "80", "60", {"arah": "Netral"}, None),
        ("tercapai", "80", "NA", {}, None),
        ("tercapai", "WTP", "WDP", {"skala_nilai": "Opini BPK"}, PASTI),
        ("tidak tercapai", "WTP", "WDP", {"skala_nilai": "Opini BPK"}, None),
        ("tidak tercapai", "5-6", "5,5", {"arah": "Turun"}, PASTI),
        ("mencapai target", "5-6", "5,5", {"arah": "Turun"}, None),
    ],
)
def test_a_word_is_held_against_target_and_realisasi(kata, target, realisasi, isi, yakin):
    (temuan,) = hasil([kata], target, realisasi, **isi) or (None,)
    assert (temuan and temuan.keyakinan) == yakin
    if temuan is not None:
        assert (temuan.tercetak, temuan.alamat.kode_indikator) == (kata, "UHH")
        assert realisasi in temuan.uraian
        assert len(temuan.masukan) == 3


def test_a_target_printed_beside_the_word_is_the_one_that_is_meant():
    sebelah = [kutip("Target", "50")]
    assert not hasil(["sesuai target"], lain=sebelah)
    (temuan,) = hasil(["sesuai target"], lain=[kutip("Target", "50", "000, Tabel 2")])
    assert (temuan.keyakinan, "target lain: 50" in temuan.dugaan) == (PATUT, True)


def test_the_word_elsewhere_joins_the_reasoning_and_without_figures_the_two_are_held_against_each_other():
    (temuan,) = hasil(["sesuai target", "tidak tercapai"])
    assert (temuan.tercetak, temuan.seharusnya) == ("sesuai target", "tidak mencapai target")
    assert any(langkah.startswith("Di tempat lain tercetak tidak tercapai") for langkah in temuan.langkah)
    (dua,) = hasil(["sesuai target", "tidak tercapai"], baris=())
    assert (dua.keyakinan, dua.tercetak) == (PATUT, "sesuai target; tidak tercapai")
    assert not hasil(["sesuai target", "melampaui target"], baris=())


def opd(uraian, kata, *realisasi):
    kode = [f"I{n}" for n in range(len(realisasi))]
    semua = dataset(
        indikator=[indikator(k, sasaran="Naiknya mutu") for k in kode],
        capaian=[
            capaian(k, target="80", realisasi=r, sumber="000, Tabel 1") for k, r in zip(kode, realisasi, strict=True)
        ],
        kutipan=[kutip("Capaian", k, kode_opd="KAB", uraian=uraian) for k in kata],
    )
    return [*status_tidak_mengikuti(Bukti(semua))]


@pytest.mark.parametrize(
    ("uraian", "kata", "realisasi", "yakin"),
    [
        ("Status capaian seluruh indikator kinerja", "mencapai target", ("60", "70"), PASTI),
        ("", "mencapai target", ("60", "70"), PASTI),
        ("Naiknya mutu", "mencapai target", ("60", "90"), PATUT),
        ("Naiknya mutu", "mencapai target", ("85", "90"), None),
        ("Naiknya mutu", "tidak mencapai target", ("60", "90"), None),
        ("Naiknya mutu", "tidak mencapai target", ("85", "90"), PASTI),
    ],
)
def test_a_word_on_an_opd_is_held_against_its_iku(uraian, kata, realisasi, yakin):
    (temuan,) = opd(uraian, [kata], *realisasi) or (None,)
    assert (temuan and temuan.keyakinan) == yakin


def test_a_word_on_something_else_is_not_tested_but_two_of_them_may_contradict_each_other():
    (tidak,) = opd("Kegiatan", ["mencapai target"], "60")
    assert isinstance(tidak, TidakDiuji)
    assert "tidak diketahui target mana" in tidak.alasan
    _, dua = opd("Kegiatan", ["mencapai target", "tidak tercapai"], "60")
    assert dua.keyakinan is PATUT


def test_without_words_the_rule_says_that_it_could_not_run():
    (tidak,) = status_tidak_mengikuti(Bukti(dataset()))
    assert isinstance(tidak, TidakDiuji)


# --- what letters are called ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("skala", "realisasi", "kategori", "harapan"),
    [
        ("AKIP", "70,20", "Baik", (PASTI, "BB (Sangat Baik)")),
        ("AKIP", "70,20", "sangat baik", None),
        ("AKIP", "70,20", "BB (Sangat Baik)", None),
        ("AKIP", "70,20", "BB (Baik)", (PATUT, "BB (Sangat Baik)")),
        ("AKIP", "70,20", "BB (70,20)", None),
        ("AKIP", "70,20", "B", (PASTI, "BB")),
        ("IKM", "88,12", "memuaskan", (PATUT, "B (Baik)")),
        ("IKM", "88,12", "B (Baik)", None),
        ("IKM", "88,12", "mutu pelayanan Baik", None),
        ("IKM", "88,12", "sesuai target", None),
        ("IKM", "88,40", "Baik", (PASTI, "A (Sangat Baik)")),
        ("IPM", "72", "Menengah", (PATUT, "Tinggi")),
        ("IPM", "72", "Tinggi", None),
    ],
)
def test_a_letter_has_the_name_that_the_regulation_gives_it(skala, realisasi, kategori, harapan):
    semua = dataset(
        indikator=[indikator(skala_nilai=skala)],
        capaian=[capaian(realisasi=realisasi)],
        kutipan=[kutip("Kategori", kategori)],
    )
    ada = [(t.keyakinan, t.seharusnya) for t in kategori_tidak_mengikuti(Bukti(semua))]
    assert ada == ([] if harapan is None else [harapan])


# --- the reports ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aturan", "apa", "tahun", "tercetak", "benar", "yakin", "tempat"),
    [
        ("U05", "BKPSDM-KEPUASAN", 2024, "sesuai target", "tidak mencapai target", PASTI, "003, Bab III.B"),
        ("U05", "KLPP-IKM", 2023, "sesuai target", "tidak mencapai target", PASTI, "004, Bab III 3.1.1"),
        (
            *("U05", "status capaian seluruh indikator kinerja", 2023),
            *("mencapai target", "tidak mencapai target", PASTI, "004, Bab IV"),
        ),
        ("U03", "KLPP-AKIP", 2023, "Baik", "BB (Sangat Baik)", PASTI, "004, Bab IV"),
        ("U03", "KLPP-IKM", 2023, "memuaskan", "B (Baik)", PATUT, "004, Bab IV"),
        ("U03", "DKPP-AKIP", 2025, "BB (Baik)", "BB (Sangat Baik)", PATUT, "002, Bab III"),
        ("U30", "SETDA-HUKUM-DITETAPKAN", 2024, "1084", "915", PASTI, "001, Bab III"),
        ("U32", "SETDA-HUKUM-DIUSULKAN", 2024, "915", "1066", PASTI, "001, Bab III"),
        ("U32", "KLPP-IKM", 2022, "82,48 %", "82,15", PASTI, "004, Bab III 3.1.2"),
        ("U30", "BKPSDM-ASN", 2024, "3.880", "3.955", PASTI, "003, Bab III.B"),
        ("U36", "tinggi", 2024, "15 %", "28,57%", PASTI, "001, Bab IV"),
        ("U23", "SETDA-AKIP", 2024, "0,99", "0,19 poin atau rasio 1,00", PATUT, "001, tabel"),
        ("U04", "BKPSDM-JML-SUBKEGIATAN", 2024, "27", "22", PATUT, "003, Bab III.C"),
    ],
)
def test_what_an_independent_reading_found(data, aturan, apa, tahun, tercetak, benar, yakin, tempat):
    ada = [
        t
        for t in uji(data).temuan
        if (t.aturan, t.alamat.tahun, t.tercetak) == (aturan, tahun, tercetak)
        and (t.alamat.kode_indikator or t.alamat.uraian) == apa
    ]
    assert [(t.seharusnya, t.keyakinan, t.sumber[0].startswith(tempat)) for t in ada] == [(benar, yakin, True)]


def test_a_number_in_words_is_a_second_print_of_the_number(data):
    (satu,) = [t for t in uji(data).temuan if t.alamat.kode_indikator == "DKPP-AKIP" and t.aturan == "U04"]
    assert satu.keyakinan is PASTI
    assert satu.tercetak == "BB (71,27); Tujuh Puluh Tiga Koma Delapan Pulluh Lima"


def test_only_what_is_printed_is_called_printed(data):
    menurut = {t.id[:3] + t.alamat.kode_indikator: t for t in uji(data).temuan}
    assert "padahal terhitung dari baris tabel 22" in menurut["U04BKPSDM-JML-SUBKEGIATAN"].uraian
    assert "sampai rupiah" not in next(t.uraian for t in uji(data).temuan if "3.825.976.29,00, pemisah" in t.uraian)
    assert any("“5 (tiga)”" in t.uraian for t in uji(data).temuan)
    assert "meloncat" not in menurut["U55KLPP-IKM"].uraian
    assert all(len(set(t.langkah)) == len(t.langkah) for t in uji(data).temuan if t.aturan == "U04")
