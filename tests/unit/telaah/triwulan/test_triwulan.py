"""Progress by quarters: the year so far by Akumulasi, the verdict, the year's own row against its quarters."""

from decimal import Decimal

import pytest
from contoh import capaian, dataset, indikator
from contoh_triwulan import CAPAIAN, bertriwulan, triwulan

from kinerja.model.istilah import Akumulasi
from kinerja.nilai.angka import bulatkan
from kinerja.nilai.baca import KOSONG, baca_nilai
from kinerja.sajian.kalimat import teks_nilai
from kinerja.sumber import versi as sumber
from kinerja.telaah.triwulan.jejak import gabungkan
from kinerja.telaah.triwulan.kemajuan import Jalur, catatan_triwulan, judul_triwulan, kemajuan_triwulan, tabel_triwulan
from kinerja.telaah.triwulan.kemajuan import tahun_bertriwulan as tahun_tw
from kinerja.telaah.triwulan.petunjuk import contoh_isian

DATA = bertriwulan()


def kemajuan(kode, data=DATA):
    return kemajuan_triwulan(data, kode, 2025)


def satu(target, realisasi, akumulasi="Terakhir", arah="Naik", tahunan=None, **isi):
    """Return the progress of one indicator alone."""
    baris = triwulan("X", target, realisasi)
    if tahunan:
        baris.append(capaian("X", 2025, *tahunan))
    data = dataset(indikator=(indikator("X", akumulasi=akumulasi, arah=arah, **isi),), capaian=baris)
    return kemajuan_triwulan(data, "X", 2025)


# --- the year so far --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "sampai", "realisasi", "target", "bagian", "jalur", "persen"),
    [
        # 220 + 240 + 260 = 720 of 700; 720 of the year's own target 1.000
        ("VAKSIN", "TW III", "720", "700", "72,00% dari target tahun", Jalur.DI_ATAS, "102.86"),
        # the latest: (2 x 18 - 18,4) / 18; (2 x 17 - 18,4) / 17
        ("STUNTING", "TW III", "18,4", "18", "91,76% terhadap target tahun", Jalur.DI_BAWAH, "97.78"),
        # (78 + 83) / 2 against 80
        ("IKM", "TW III", "80,5", "80", "", Jalur.DI_ATAS, "100.63"),
        ("OPINI", "TW II", "WTP", "WTP", "", Jalur.SESUAI, None),
        # the year's own row beats the sum 39: (2 x 40 - 42) / 40
        ("ADUAN", "Tahunan", "42", "40", "105,00% dari batas tahun terpakai", Jalur.DI_BAWAH, "95.00"),
        ("KUNJUNGAN", "TW II", "8.430", "", "", Jalur.TIDAK_DINILAI, None),
    ],
)
def test_the_year_so_far_by_akumulasi(kode, sampai, realisasi, target, bagian, jalur, persen):
    k = kemajuan(kode)
    assert (k.sampai, k.realisasi, k.target, k.bagian, k.jalur) == (sampai, realisasi, target, bagian, jalur)
    assert (k.persen and bulatkan(k.persen)) == (persen and Decimal(persen))


def test_each_quarter_is_a_cell_also_one_without_a_row():
    sel = kemajuan("VAKSIN").sel
    assert [s.periode for s in sel] == ["TW I", "TW II", "TW III", "TW IV"]
    assert [(s.target, s.realisasi, s.capaian) for s in sel] == [
        ("200", "220", "110,00%"),
        ("250", "240", "96,00%"),
        ("250", "260", "104,00%"),
        ("", "", ""),
    ]
    assert [s.ada for s in sel] == [True, True, True, False]
    assert (sel[0].predikat, sel[0].rupa.simbol, sel[0].simbol) == ("Sangat Tinggi", "▲▲", "✓")
    assert sel[1].simbol == "✗"


def test_a_quarter_that_stands_without_a_figure_is_not_one_without_a_row():
    kosong = kemajuan("STUNTING").sel[3]
    assert (kosong.ada, kosong.target, kosong.realisasi, kosong.status) == (True, "17", "", "Realisasi tidak tersedia")


def test_grades_have_a_status_and_no_percentage():
    sel = kemajuan("OPINI").sel
    assert [(s.capaian, s.simbol, s.status) for s in sel[:2]] == [
        ("", "✗", "Tidak tercapai"),
        ("", "✓", "Tercapai sesuai target"),
    ]


def test_a_quarter_without_realisasi_or_target_is_left_out_of_the_comparison_and_named():
    assert kemajuan("IKM").catatan == "Jalur dihitung tanpa TW II, yang target atau realisasinya kosong"
    assert kemajuan("VAKSIN").catatan == ""
    tanpa = satu(("10", None, "10"), ("5", "5", "15"), "Jumlah")
    assert (tanpa.realisasi, tanpa.target, tanpa.persen) == ("25", "20", Decimal(100))
    assert "TW II" in tanpa.catatan


def test_the_target_of_the_year_is_its_own_else_made_of_the_quarters():
    def asal(k):
        return k.target_tahun, k.asal_target

    assert asal(kemajuan("VAKSIN")) == ("1.000", "target Tahunan")
    assert asal(kemajuan("STUNTING")) == ("17", "target TW IV")
    empat = ("10", "20", "30", "40")
    assert asal(satu(empat, ("1", "", "", ""), "Jumlah")) == ("100", "jumlah target TW")
    assert asal(satu(empat, ("1", "", "", ""), "Rata-rata")) == ("25", "rata-rata target TW")
    assert asal(satu(empat[:3], ("1", "1", "1"), "Jumlah")) == ("", "")
    assert satu(empat[:3], ("1", "1", "1"), "Jumlah").bagian == ""


# --- what cannot be judged --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("k", "alasan"),
    [
        (satu(("10", "10"), ("", "N/A")), "Belum ada realisasi triwulan"),
        (satu((None, None), ("1", "2"), "Jumlah"), "Target triwulan tidak tersedia"),
        (satu(("10", None), ("1", "2")), "Target triwulan tidak tersedia"),
        (satu(("0", "0"), ("1", "2"), "Jumlah"), "Target 0 atau negatif: persentase tidak dapat dihitung"),
        (satu(("10",), ("10",), arah="Netral"), "Indikator netral: digambarkan, tidak dinilai"),
    ],
    ids=["no realisasi", "no target", "no target of the latest", "target 0", "netral"],
)
def test_without_a_verdict_the_reason_stands_there(k, alasan):
    assert (k.jalur, k.alasan, k.persen) == (Jalur.TIDAK_DINILAI, alasan, None)


def test_grades_are_not_added():
    baris = triwulan("X", ("WTP", "WTP"), ("WTP", "WDP"), skala="Opini BPK")
    i = indikator("X", akumulasi="Jumlah", skala_nilai="Opini BPK")
    k = kemajuan_triwulan(dataset(indikator=(i,), capaian=baris), "X", 2025)
    assert (k.jalur, k.alasan) == (Jalur.TIDAK_DINILAI, "Predikat tidak dapat dijumlahkan atau dirata-ratakan")
    assert k.realisasi == ""


def test_a_declining_indicator_with_target_0_reached_is_on_its_way():
    assert satu(("0", "0"), ("0", "0"), "Jumlah", "Turun").jalur is Jalur.SESUAI


def test_without_quarters_there_is_nothing():
    assert kemajuan_triwulan(DATA, "UHH", 2024) is None
    assert kemajuan_triwulan(DATA, "VAKSIN", 2024) is None
    assert kemajuan_triwulan(DATA, "TIDAK ADA", 2025) is None


def test_the_shipped_data_have_no_quarters():
    data = sumber.aktif().dataset
    assert [o for o in data.opd if tahun_tw(data, o, semua=True)] == []


# --- the year's own row beats its quarters ----------------------------------------------------------------------------


def test_a_year_that_disagrees_with_its_quarters_is_warned_of():
    assert kemajuan("ADUAN").peringatan == (
        "Baris Tahunan mencatat realisasi 42 (dari triwulan 39); yang dipakai untuk tahun ini adalah baris Tahunan."
    )
    empat = ("10", "10", "10", "10")
    beda = satu(empat, ("5", "5", "5", "5"), "Jumlah", tahunan=("50", "25"))
    assert "target 50 (dari triwulan 40) dan realisasi 25 (dari triwulan 20)" in beda.peringatan


@pytest.mark.parametrize(
    ("akumulasi", "realisasi", "tahunan"),
    [
        ("Jumlah", ("5", "5", "5", "5"), ("40", "20")),
        ("Jumlah", ("5", "5", "5", "5"), ("40", None)),
        ("Jumlah", ("5", "5", "5"), ("40", "99")),
        ("Terakhir", ("1", "2", "3", "4"), ("10", "4,0")),
        # 2,3333 printed as 2,3
        ("Rata-rata", ("2", "2", "3", "2,3333"), ("10", "2,3")),
    ],
    ids=["equal", "no realisasi of the year", "a quarter missing", "last", "rounded"],
)
def test_a_year_that_agrees_or_cannot_be_compared_is_not(akumulasi, realisasi, tahunan):
    target = ("10",) * 4
    assert satu(target, realisasi, akumulasi, tahunan=tahunan).peringatan == ""


def test_a_year_of_another_grade_disagrees():
    baris = triwulan("X", ("WTP",) * 4, ("WDP",) * 4, skala="Opini BPK")
    baris.append(capaian("X", 2025, "WTP", "WTP", skala="Opini BPK"))
    i = indikator("X", skala_nilai="Opini BPK")
    k = kemajuan_triwulan(dataset(indikator=(i,), capaian=baris), "X", 2025)
    assert "realisasi WTP (dari triwulan WDP)" in k.peringatan
    assert k.jalur is Jalur.SESUAI


# --- the table and its headline ---------------------------------------------------------------------------------------


def test_the_table_takes_iku_or_all_in_the_order_of_the_workbook():
    iku = [k.kode for k in tabel_triwulan(DATA, "DINKES", 2025)]
    assert iku == ["VAKSIN", "STUNTING", "IKM", "OPINI", "ADUAN", "KUNJUNGAN"]
    assert [k.kode for k in tabel_triwulan(DATA, "DINKES", 2025, semua=True)] == [*iku, "KEGIATAN"]
    assert tabel_triwulan(DATA, "BADAN", 2025) == ()
    assert tahun_tw(DATA, "DINKES") == (2025,)
    assert tahun_tw(DATA, "KAB") == ()


def test_the_headline_counts_those_behind_and_names_the_farthest():
    judul = judul_triwulan(tabel_triwulan(DATA, "DINKES", 2025), "IKU")
    assert judul == "2 dari 5 IKU di bawah jalur pada 2025, terjauh Indikator ADUAN (95,00%)"


@pytest.mark.parametrize(
    ("baris", "judul"),
    [
        (
            [kemajuan("VAKSIN"), kemajuan("IKM")],
            "Semua 2 IKU yang dapat dinilai sesuai atau di atas jalur sampai TW III",
        ),
        ([kemajuan("OPINI")], "1 IKU yang dapat dinilai sesuai atau di atas jalur sampai TW II 2025"),
        ([kemajuan("KUNJUNGAN")], "1 IKU memiliki baris triwulan 2025, belum ada yang dapat dinilai"),
        (
            [kemajuan("STUNTING"), kemajuan("VAKSIN")],
            "1 dari 2 IKU di bawah jalur sampai TW III 2025, terjauh Indikator STUNTING (97,78%)",
        ),
    ],
)
def test_the_headline_names_the_quarter_all_have_reached(baris, judul):
    assert judul_triwulan(baris, "IKU").startswith(judul)


def test_indicators_with_yearly_figures_only_are_counted():
    assert catatan_triwulan(2, "IKU") == "2 IKU lain hanya memiliki angka tahunan."
    assert catatan_triwulan(0, "IKU") == ""


def test_a_mean_of_many_decimals_is_shown_with_two():
    k = satu(("3", "3", "3"), ("1", "1", "2"), "Rata-rata")
    assert k.realisasi == "1,33"
    assert teks_nilai(baca_nilai("1,2345")) == "1,2345"
    assert teks_nilai(KOSONG) == ""


def test_nothing_is_made_of_nothing():
    assert gabungkan([], Akumulasi.JUMLAH) is KOSONG


# --- how to get there -------------------------------------------------------------------------------------------------


def test_the_example_carries_a_code_of_the_opd_and_reads_as_it_says():
    baris = contoh_isian(DATA, DATA.opd["DINKES"], 2025)
    assert {b[0] for b in baris} == {"VAKSIN"}
    assert [b[2] for b in baris] == ["TW I", "TW II", "TW III"]
    assert all(baca_nilai(b[3]).angka is not None for b in baris)
    assert contoh_isian(DATA, DATA.opd["BADAN"], 2025)[0][0] == "BADAN-IKU"


def test_the_sources_of_the_quarters_are_kept_once():
    assert kemajuan("STUNTING").sumber == ("Laporan triwulan",)
    assert len(CAPAIAN) > 10
