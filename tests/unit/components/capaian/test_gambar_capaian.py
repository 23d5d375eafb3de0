"""Dumbbells, slopes and small multiples: their tables say what the figures say, and what lacks a figure is named."""

import re
from base64 import b64decode
from decimal import Decimal
from itertools import pairwise

import pytest
from contoh import capaian, indikator
from contoh import dataset as buat

from components.capaian.grafik import BATAS_BATANG
from components.capaian.grafik_lereng import TANDA_BEDA, grafik_lereng, teks_label
from components.capaian.grafik_perubahan import grafik_perubahan
from components.capaian.tren_kecil import lukis, tren_html
from kinerja.sajian.asal import kalimat_asal
from kinerja.sajian.rupa import PALET
from kinerja.sumber import versi as sumber
from kinerja.telaah.capaian.gambar import perubahan_sasaran, tabel_perubahan, tabel_tren
from kinerja.telaah.indikator.gambar import titik_deret

JAHAT = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


def dua_tahun(lalu, kini, arah="Naik", skala="", **isi):
    """One indicator with target and realisasi of 2023 and 2024; None leaves the year out."""
    baris = [
        capaian(tahun=tahun, target=n[0], realisasi=n[1], skala=skala, sumber=f"000, {tahun}")
        for tahun, n in ((2023, lalu), (2024, kini))
        if n
    ]
    return buat(indikator=[indikator(arah=arah, skala_nilai=skala, **isi)], capaian=baris)


def semua_tanpa(tabel):
    return [(t.alasan, [nama for _, nama in t.isi]) for t in tabel.tanpa]


# --- two years --------------------------------------------------------------------------------------------------------


def test_the_regency_moved_as_the_reports_print_it(data):
    t = tabel_perubahan(data, "BATUBARA", 2024)
    isi = {b.kode: (b.lalu, b.kini, b.teks, b.panah) for b in t.baris}
    assert len(isi) == 12
    assert isi["BB-PAD"] == (Decimal("69.13"), Decimal("101.14"), "+32,01", "↑")
    assert isi["BB-INOVASI"] == (Decimal("118.16"), Decimal("85.47"), "-32,69", "↓")
    assert isi["BB-RUANG"] == (100, 100, "0,00", "=")
    selisih = [b.selisih for b in t.baris]
    assert selisih == sorted(selisih, reverse=True)
    assert t.judul == (
        "Dari 12 indikator yang terbanding dengan 2023, capaian 7 naik, 4 turun, dan 1 tetap; naik terbesar Proporsi "
        "PAD terhadap Pendapatan (69,13% menjadi 101,14%); turun terbesar Indeks Inovasi Daerah (118,16% menjadi "
        "85,47%)"
    )


def test_nobody_is_dropped_without_a_word(data):
    t = tabel_perubahan(data, "BATUBARA", 2024)
    tanpa = dict(semua_tanpa(t))
    assert tanpa["2023 dan 2024 predikat tidak memiliki persentase"] == ["Opini BPK"]
    assert "Usia Harapan Hidup" in tanpa["2023 target tidak tersedia"]
    assert "Indeks Kualitas Lingkungan Hidup" in tanpa["2023 belum dilaporkan"]
    disebut = {b.kode for b in t.baris} | {kode for a in t.tanpa for kode, _ in a.isi}
    assert disebut == {i.kode_indikator for i in data.iku("BATUBARA")}


def test_the_sources_are_those_of_what_is_drawn_this_years_first():
    t = tabel_perubahan(dua_tahun(("10", "9"), ("10", "11")), "KAB", 2024)
    assert t.sumber == ("000, 2024", "000, 2023")
    assert tabel_perubahan(dua_tahun(None, ("10", "11")), "KAB", 2024).sumber == ()


@pytest.mark.parametrize(
    ("lalu", "kini", "isi", "alasan"),
    [
        (None, ("10", "11"), {}, "2023 belum dilaporkan"),
        (("10", "11"), None, {}, "2024 belum dilaporkan"),
        ((None, "9"), (None, "9"), {}, "2023 dan 2024 target tidak tersedia"),
        (("10", "11"), ("10", "N/A"), {}, "2024 realisasi tidak tersedia"),
        (("WTP", "WDP"), ("WTP", "WTP"), {"skala": "Opini BPK"}, "2023 dan 2024 predikat tidak memiliki persentase"),
        (("10", "1"), ("0", "1"), {"arah": "Turun"}, "2024 target 0 atau negatif: persentase tidak dapat dihitung"),
        (("1", "1"), ("1", "1"), {"arah": "Netral"}, "2023 dan 2024 indikator netral: digambarkan, tidak dinilai"),
        (("10", None), (None, "9"), {}, "2023 realisasi tidak tersedia; 2024 target tidak tersedia"),
    ],
)
def test_what_cannot_be_compared_says_why(lalu, kini, isi, alasan):
    t = tabel_perubahan(dua_tahun(lalu, kini, **isi), "KAB", 2024)
    assert t.baris == ()
    assert semua_tanpa(t) == [(alasan, ["Indikator UHH"])]
    assert t.judul == "Belum ada indikator yang capaiannya dapat dibandingkan antara 2023 dan 2024"


def test_a_turun_indicator_with_target_and_realisasi_0_stands_at_100():
    t = tabel_perubahan(dua_tahun(("10", "12"), ("0", "0"), arah="Turun"), "KAB", 2024)
    assert [(b.lalu, b.kini, b.membaik) for b in t.baris] == [(80, 100, True)]
    assert t.judul == "Capaian Indikator UHH naik 20,00 poin dari 2023 ke 2024: 80,00% menjadi 100,00%"


def test_the_change_follows_from_the_figures_that_are_shown():
    # 33,333 -> 33,33 and 66,666 -> 66,67
    t = tabel_perubahan(dua_tahun(("30", "10"), ("30", "20")), "KAB", 2024)
    assert t.baris[0].teks == "+33,34"
    tetap = tabel_perubahan(dua_tahun(("30", "10"), ("3", "1")), "KAB", 2024)
    assert (tetap.baris[0].membaik, tetap.judul) == (
        None,
        "Capaian Indikator UHH tetap dari 2023 ke 2024: 33,33% menjadi 33,33%",
    )


def test_without_any_row_there_is_no_table(data):
    assert tabel_perubahan(buat(capaian=[]), "KAB", 2024) is None
    assert tabel_perubahan(data, "INSPEKTORAT", 2024) is None


def test_a_dumbbell_stops_at_120_and_writes_the_true_figures(data):
    t = tabel_perubahan(data, "SETDA", 2024)
    fig = grafik_perubahan(t)
    lalu, kini = fig.data[-2:]
    urut = [b.kode for b in t.baris]
    hukum = urut.index("SETDA-HUKUM")
    assert (lalu.x[hukum], kini.x[hukum]) == (BATAS_BATANG, 85.83)
    assert list(kini.customdata) == list(lalu.customdata) == urut
    teks = [a.text for a in fig.layout.annotations]
    assert "148,29%" in teks
    assert any(re.fullmatch(r"<b>85,83%</b> ▲", a) for a in teks)
    assert any(a.startswith("↓ <b>-62,46</b> Persentase Identifikasi") for a in teks)


def test_the_figures_of_a_dumbbell_stand_outside_it(data):
    t = tabel_perubahan(data, "SETDA", 2024)
    angka = [a for a in grafik_perubahan(t).layout.annotations if a.xref != "paper"]
    for b, (lalu, kini) in zip(t.baris, zip(angka[::2], angka[1::2], strict=True), strict=True):
        di_kanan = kini if b.kini >= b.lalu else lalu
        assert di_kanan.xanchor == "left"
        assert {lalu.xanchor, kini.xanchor} == {"left", "right"}


def test_names_are_no_html_in_dumbbells_and_slopes():
    iku = indikator(sasaran=JAHAT)
    baris = [capaian(tahun=t, target="10", realisasi="9") for t in (2023, 2024)]
    d = buat(indikator=[iku], capaian=baris)
    for fig in (grafik_perubahan(tabel_perubahan(d, "KAB", 2024)), grafik_lereng(perubahan_sasaran(d, "KAB", 2024))):
        assert "<img" not in fig.to_json().replace("\\u003c", "<")


# --- sasaran ----------------------------------------------------------------------------------------------------------


def test_the_sasaran_of_setda_moved_as_their_means_did(data):
    t = perubahan_sasaran(data, "SETDA", 2024)
    isi = {b.nama: (b.lalu, b.kini) for b in t.baris}
    assert isi["Meningkatnya Kepuasan Publik yang Prima"] == (Decimal("99.70"), Decimal("100.33"))
    akuntabel = "Meningkatnya Akuntabilitas Keuangan dan Kinerja Perangkat Daerah"
    assert isi[akuntabel] == (Decimal("99.27"), Decimal("100.70"))
    belum = ["Meningkatnya Kinerja Penyelenggaraan Pemerintah Daerah"]
    assert semua_tanpa(t) == [("2023 dan 2024 belum dapat dihitung", belum)]
    assert t.judul.startswith("Dari 5 sasaran yang terbanding dengan 2023, capaian 2 naik, 2 turun, dan 1 tetap")


def test_the_cap_holds_for_the_sasaran_too(data):
    t = perubahan_sasaran(data, "SETDA", 2024, batasi=True)
    assert max(p for b in t.baris for p in (b.lalu, b.kini)) == 100


def test_a_mean_of_other_iku_is_marked(data):
    t = perubahan_sasaran(data, "BATUBARA", 2024)
    beda = [b for b in t.baris if b.isi_beda]
    assert [b.nama for b in beda] == ["Meningkatnya Kualitas Pendidikan Masyarakat"]
    assert TANDA_BEDA in teks_label(beda[0])
    assert not any(TANDA_BEDA in teks_label(b) for b in t.baris if not b.isi_beda)


def test_one_year_has_no_slope_and_says_so(data):
    t = perubahan_sasaran(data, "BKPSDM", 2024)
    assert t.baris == ()
    assert t.judul == "Belum ada sasaran yang capaiannya dapat dibandingkan antara 2023 dan 2024"
    assert perubahan_sasaran(data, "BKPSDM", 2018) is None


def test_labels_of_a_slope_do_not_touch(data):
    t = perubahan_sasaran(data, "BATUBARA", 2024)
    fig = grafik_lereng(t)
    rentang = fig.layout.yaxis.range
    tinggi = fig.layout.height - fig.layout.margin.t - fig.layout.margin.b
    for x, jarak in ((0, 20), (1, 54)):
        y = sorted((a.y - rentang[0]) / (rentang[1] - rentang[0]) * tinggi for a in fig.layout.annotations if a.x == x)
        assert len(y) == 12
        assert all(b - a >= jarak - 0.01 for a, b in pairwise(y))
        assert -0.01 <= y[0] <= y[-1] <= tinggi + 0.01


# --- all years --------------------------------------------------------------------------------------------------------


def test_a_panel_names_the_last_value_and_its_target(data):
    t = tabel_tren(data, ("BB-UHH", "BB-MISKIN", "BB-OPINI"), 2024)
    uhh, miskin, opini = t.panel
    assert (uhh.nilai, uhh.tahun, uhh.target, uhh.tercapai) == ("72,97 tahun", 2024, "72,93 tahun", True)
    assert [p.tahun for p in uhh.titik] == [2020, 2021, 2022, 2023, 2024]
    assert uhh.bersalin
    assert not miskin.bersalin
    assert miskin.arah == "makin rendah makin baik"
    assert (opini.titik, opini.nilai) == ((), "WDP")
    assert opini.kata == "Tanpa angka untuk digambar: 2023 WDP, 2024 WDP"
    assert (t.awal, t.akhir) == (2020, 2024)
    assert t.judul.startswith("Dari 2 indikator dengan angka dua tahun atau lebih, realisasi 2 membaik")


def test_rising_is_worse_for_an_indicator_of_which_less_is_better():
    t = tabel_tren(dua_tahun((None, "5"), (None, "6"), arah="Turun"), ("UHH",), 2024)
    assert t.judul.endswith("realisasi 1 memburuk sejak tahun pertamanya")


@pytest.mark.parametrize(
    ("lalu", "kini", "kata"),
    [
        (("10", None), ("10", None), "Realisasi tidak tersedia"),
        ((None, "1:20"), (None, "1:18"), "Tanpa angka untuk digambar: 2023 1:20, 2024 1:18"),
    ],
)
def test_a_panel_without_numbers_speaks_in_words(lalu, kini, kata):
    t = tabel_tren(dua_tahun(lalu, kini), ("UHH",), 2024)
    assert t.panel[0].kata == kata
    assert (t.awal, t.akhir) == (0, 0)
    assert t.judul == "1 indikator digambarkan; belum ada yang memiliki angka dua tahun"
    assert "<img" not in tren_html(t, ("./indikator",))


def test_one_year_is_a_point_in_the_middle_without_a_fault():
    d = dua_tahun(None, ("10", "10"))
    t = tabel_tren(d, ("UHH",), 2024)
    svg = lukis(t.panel[0].titik, t.awal, t.akhir, 2024)
    assert "M100.0 32.0h0" in svg
    assert "nan" not in svg.lower()


def test_a_small_picture_holds_line_targets_band_and_hollow_points(data):
    titik = titik_deret(data, "BB-UHH")
    svg = lukis(titik, 2018, 2024, 2024)
    assert svg.count("h16") == 1, "one target"
    assert svg.count("h0") == 5 + 3, "five years, three of them hollow"
    assert 'opacity=".17"' in svg
    assert 'opacity=".17"' not in lukis(titik, 2018, 2024, 2025)


def test_small_pictures_are_light_named_by_links_and_told_in_words(data):
    kode = tuple(i.kode_indikator for i in data.iku("BATUBARA"))
    t = tabel_tren(data, kode, 2024)
    html = tren_html(t, tuple(f"./indikator?indikator={k}" for k in kode))
    assert len(html) < 36_000
    assert html.count('<a class="dk-tautan"') == len(kode) == 20
    alt = re.findall(r'<img alt="([^"]+)"', html)
    assert len(alt) == 19, "all but the one that has grades only"
    assert "2024: 72,97 tahun, target 72,93 tahun" in alt[0]
    for gambar in re.findall(r"base64,([^\"]+)", html):
        assert b64decode(gambar).startswith(b"<svg ")


def test_no_indicator_is_no_picture(data):
    t = tabel_tren(data, (), 2024)
    assert (t.panel, t.sumber) == ((), ())
    assert tren_html(t, ()) == '<ul class="dk-tren"></ul>'


# --- where it is printed ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dari", "teks"),
    [
        ([], "Versi data {}."),
        (["", "000, Tabel 3.4", "000, Tabel 3.4"], "Sumber: laporan 000, Tabel 3.4. Versi data {}."),
        (["a", "b", "c"], "Sumber: laporan a; b; c. Versi data {}."),
        (["a", "b", "c", "d", "e"], "Sumber: laporan a; b; c; dan 2 sumber lain. Versi data {}."),
    ],
)
def test_the_line_under_a_figure_names_three_sources_and_the_version(data, dari, teks):
    assert kalimat_asal(dari, data.versi) == teks.format(data.versi)


def test_the_colour_of_a_dumbbell_is_that_of_this_years_grade(data):
    t = tabel_perubahan(data, "SETDA", 2024)
    warna = {b.kode: b.rupa for b in t.baris}
    assert warna["SETDA-AKIP"] == PALET[0]
    assert warna["SETDA-HUKUM"] == PALET[1]
