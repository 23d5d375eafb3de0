"""Every page in one table: its widgets and its headline; no page fails on any OPD, year or address."""

import json
import re
from dataclasses import dataclass

import pytest
from alat_halaman import buka, html, isi, judul, kata, keterangan, kosong, kunci, lihat, wajar
from kiriman import kiriman
from tampilan import BATUBARA, SEGMEN, TAB

from components.bingkai.navigasi import (
    ANGGARAN,
    CAPAIAN,
    HALAMAN,
    INDIKATOR,
    KELENGKAPAN,
    KELOLA,
    NOTULEN,
    OPD,
    PANDUAN,
    PAPARAN,
    POHON,
    PREDIKAT,
    REGIONAL,
    RINGKASAN,
    SKENARIO,
    UJI,
)
from kinerja.model.istilah import JenisOpd

PANJANG = "x" * 10_000


@dataclass(frozen=True, kw_only=True)
class Harapan:
    """What a page shows of the whole regency in 2024: widgets by key, and what its headline says."""

    widget: frozenset
    judul: str
    milik_opd: bool = True
    berdata: bool = True
    akhir: str = "· 2024"


HARAPAN = {
    RINGKASAN: Harapan(widget=frozenset({"opd", "tahun", "batasi"}), judul=r"15 dari 20 IKU berpredikat Sangat Tinggi"),
    CAPAIAN: Harapan(
        widget=frozenset({"opd", "tahun", "urutan", "cakupan", "indikator", "gambar"}),
        judul=r"dari \d+ IKU mencapai target, terendah .+%",
    ),
    INDIKATOR: Harapan(
        widget=frozenset({"opd", "tahun", "indikator"}), judul=r"Usia Harapan Hidup 72,97 tahun pada 2024"
    ),
    PREDIKAT: Harapan(
        widget=frozenset({"opd", "tahun", "tampilan"}), judul=r"15 dari 20 IKU Sangat Tinggi menurut laporan"
    ),
    POHON: Harapan(
        widget=frozenset({"opd", "tahun", "batasi", "bentuk"}),
        judul=r"6 misi berpredikat Sangat Tinggi; terlemah sasaran .+%",
    ),
    SKENARIO: Harapan(
        widget=frozenset({"opd", "tahun", "skala", "pusat", "batasi"}),
        judul=r"15 dari 20 IKU Sangat Tinggi, rata-rata 96,79%; 2 skala lain tidak mengubah satu predikat pun",
    ),
    NOTULEN: Harapan(
        widget=frozenset({"notulen_opd", "notulen_status"}),
        judul=r"^0 keputusan rapat tercatat$",
        milik_opd=False,
        berdata=False,
    ),
    ANGGARAN: Harapan(widget=frozenset({"opd", "tahun", "lihat"}), judul=r"Rp 1,34 T"),
    OPD: Harapan(
        widget=frozenset({"opd", "tahun", "lihat_opd"}), judul=r"8 dari 20 IKU mencapai target, AKIP B \(62,83\)"
    ),
    REGIONAL: Harapan(widget=frozenset({"ukuran", "tahun_ukuran"}), judul=r"peringkat \d+ dari 33", milik_opd=False),
    PAPARAN: Harapan(
        widget=frozenset({"opd", "tahun", "susunan"}), judul=r"28 slaid siap ditayangkan, 20 di antaranya untuk IKU"
    ),
    UJI: Harapan(
        widget=frozenset({"uji_opd", "uji_tahun", "aturan", "keyakinan", "status"}),
        judul=r"^\d+ ketidaksesuaian, .+; terbanyak pada Pemkab .+ \(\d+\)$",
        milik_opd=False,
        akhir="· semua tahun",
    ),
    KELENGKAPAN: Harapan(
        widget=frozenset({"opd", "tahun", "lihat_data", "semua_indikator", "tahun_isian_2024", "periode_isian"}),
        judul=r"29 dari 35 IKU terisi pada 2024; yang kosong: 3 pada",
    ),
    KELOLA: Harapan(widget=frozenset({"urusan"}), judul=r"Versi \d+ aktif, terbit", milik_opd=False, berdata=False),
    PANDUAN: Harapan(widget=frozenset({"bagian"}), judul=r"Sepuluh langkah", milik_opd=False, berdata=False),
}
"""A new page is one more row."""
MILIK_OPD = [h for h in HALAMAN if h not in HARAPAN or HARAPAN[h].milik_opd]
BERDATA = [h for h in HALAMAN if h not in HARAPAN or HARAPAN[h].berdata]
setiap_halaman = pytest.mark.parametrize("halaman", HALAMAN, ids=lambda h: h.jalur)
setiap_halaman_opd = pytest.mark.parametrize("halaman", MILIK_OPD, ids=lambda h: h.jalur)
setiap_halaman_data = pytest.mark.parametrize("halaman", BERDATA, ids=lambda h: h.jalur)


def opd_dan_tahun():
    """Every OPD with IKU and its years."""
    dataset = kiriman()
    return [(o.kode_opd, t) for o in dataset.opd_ber_iku for t in dataset.tahun_ber_iku(o.kode_opd)]


def test_every_page_of_the_menu_has_a_row_in_the_table():
    assert set(HARAPAN) == set(HALAMAN)


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda h: h.jalur)
def test_the_table_of_views_knows_every_choice_of_a_page(halaman):
    at = lihat(halaman, opd="BATUBARA", tahun=2024)
    ditawarkan = {b.key: len(b.options) for b in at.button_group}
    kunci_segmen, pilihan = SEGMEN.get(halaman, ("", ()))
    assert ditawarkan == ({kunci_segmen: len(pilihan)} if pilihan else {})
    assert [re.sub(r" \(\d+\)$", "", t.label) for t in at.tabs] == list(TAB.get(halaman, ()))
    for p in pilihan:
        lain = lihat(halaman, **BATUBARA, **{kunci_segmen: p})
        assert lain.query_params[kunci_segmen] == p
        assert not lain.warning


# --- the frame --------------------------------------------------------------------------------------------------------


@setiap_halaman
def test_a_page_opens_on_the_whole_regency_with_its_widgets_and_a_finding_as_its_title(halaman):
    at = lihat(halaman, opd="BATUBARA", tahun=2024)
    wajar(at)
    assert kunci(at) == HARAPAN[halaman].widget
    assert re.search(HARAPAN[halaman].judul, judul(at))
    assert not at.warning


@setiap_halaman
def test_a_page_without_an_address_opens_on_the_defaults_and_writes_them_into_the_address(halaman):
    bawaan, diminta = lihat(halaman), lihat(halaman, opd="BATUBARA", tahun=2024)
    wajar(bawaan)
    assert isi(bawaan) == isi(diminta)
    assert bawaan.query_params == diminta.query_params
    assert (bawaan.query_params["opd"], bawaan.query_params["tahun"]) == ("BATUBARA", "2024")


@setiap_halaman_data
def test_a_page_names_what_it_is_about_its_sources_and_the_version_of_the_data(halaman, dataset):
    at = lihat(halaman, opd="BATUBARA", tahun=2024)
    tentang = keterangan(at)[0]
    assert tentang.startswith(halaman.judul)
    assert tentang.endswith(HARAPAN[halaman].akhir)
    nama = dataset.opd["BATUBARA"].nama_opd if HARAPAN[halaman].milik_opd else dataset.profil.wilayah
    assert nama in tentang
    assert "Sumber: laporan 000, " in kata(at)
    assert f"Versi data {dataset.versi}." in kata(at)


@setiap_halaman
def test_every_figure_of_a_page_says_in_words_what_it_shows(halaman):
    at = lihat(halaman, opd="BATUBARA", tahun=2024)
    for g in at.get("plotly_chart"):
        assert re.search(r"\d", g.proto.alt), g.key


@setiap_halaman
def test_no_figure_carries_the_default_template(halaman):
    at = lihat(halaman, opd="BATUBARA", tahun=2024)
    for g in at.get("plotly_chart"):
        assert len(json.dumps(json.loads(g.proto.spec)["layout"]["template"])) < 100, g.key


@setiap_halaman_data
def test_every_figure_says_where_it_is_printed_and_which_version_it_draws(halaman, dataset):
    at = lihat(halaman, opd="BATUBARA", tahun=2024)
    baris = re.findall(r'<div class="dk-sumber">([^<]*)</div>', html(at))
    gambar = [g.key for g in at.get("plotly_chart")]
    gambar += re.findall(r'class="(dk-bidang|dk-sebaya|dk-peringkat)"', html(at))
    assert len(baris) == len(gambar)
    assert all(b.startswith("Sumber: laporan 0") and b.endswith(f"Versi data {dataset.versi}.") for b in baris)


@setiap_halaman_data
def test_options_of_a_filter_never_shrink_with_another(halaman):
    def pilihan(at):
        tetap = ("opd", "tahun", "ukuran", "tahun_ukuran", "uji_opd", "uji_tahun")
        return {w.key: w.options for w in at.selectbox if w.key in tetap}

    lengkap = pilihan(lihat(halaman, opd="BATUBARA", tahun=2024))
    assert lengkap
    assert pilihan(lihat(halaman, opd="BKPSDM", tahun=2018)) == lengkap
    assert pilihan(lihat(halaman, opd="INSPEKTORAT", tahun=2025)) == lengkap


# --- every OPD and year -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("opd", "tahun"), opd_dan_tahun())
@setiap_halaman_opd
def test_every_opd_with_iku_opens_in_each_of_its_years(halaman, opd, tahun, dataset):
    at = lihat(halaman, opd=opd, tahun=tahun)
    wajar(at)
    assert not at.warning
    assert (at.query_params["opd"], at.query_params["tahun"]) == (opd, str(tahun))
    assert at.selectbox(key="opd").value == opd
    assert at.selectbox(key="tahun").value == tahun
    assert re.search(r"\d", judul(at)), judul(at)
    if halaman in (RINGKASAN, CAPAIAN, PREDIKAT, POHON, SKENARIO):
        assert not kosong(at)
    if not kosong(at):
        assert keterangan(at)[0].startswith(f"{halaman.judul}")
        assert dataset.opd[opd].nama_opd in keterangan(at)[0]
        assert str(tahun) in keterangan(at)[0]
        assert f"Versi data {dataset.versi}." in kata(at)


@setiap_halaman_opd
def test_two_opd_never_share_a_page(halaman):
    semua = [isi(lihat(halaman, opd=opd, tahun=2024)) for opd in ("BATUBARA", "SETDA", "BKPSDM")]
    assert all(a != b for n, a in enumerate(semua) for b in semua[:n])


@setiap_halaman_opd
def test_two_years_never_share_a_page(halaman):
    assert isi(lihat(halaman, opd="SETDA", tahun=2024)) != isi(lihat(halaman, opd="SETDA", tahun=2023))


@pytest.mark.parametrize("jenis", JenisOpd, ids=lambda j: j.name.lower())
@setiap_halaman_data
def test_an_opd_of_any_kind_opens_also_one_without_iku(halaman, jenis, dataset):
    tanpa_iku = [o for o in dataset.opd.values() if o.jenis is jenis and not dataset.iku(o.kode_opd)]
    for opd in tanpa_iku[:2]:
        at = lihat(halaman, opd=opd.kode_opd)
        wajar(at)
        assert not at.warning
        assert at.query_params["opd"] == opd.kode_opd
        assert re.search(r"\d", judul(at))


@pytest.mark.parametrize("opd", ["BATUBARA", "BKPSDM", "INSPEKTORAT"])
@pytest.mark.parametrize("tahun", [2018, 2025])
@setiap_halaman_opd
def test_a_year_without_data_says_so_and_offers_what_there_is(halaman, opd, tahun):
    at = lihat(halaman, opd=opd, tahun=tahun)
    wajar(at)
    assert at.query_params["tahun"] == str(tahun)
    if kosong(at):
        assert str(tahun) in judul(at)
        assert at.button or "Tidak ada OPD" in at.text[0].value
        assert not at.get("plotly_chart")
        assert "<table" not in html(at)


# --- the views of a page ----------------------------------------------------------------------------------------------

TAMPILAN = [
    (PREDIKAT, "tampilan", "sasaran", "opd"),
    (PREDIKAT, "tampilan", "skala", "AKIP"),
    (POHON, "bentuk", "tabel", "Pohon kinerja"),
    (POHON, "batasi", "ya", "Pohon kinerja"),
    (SKENARIO, "skala", "Permendagri 86/2017", "Skenario"),
    (SKENARIO, "pusat", "median", "Skenario"),
    (SKENARIO, "batasi", "ya", "Skenario"),
    (NOTULEN, "notulen_opd", "SETDA", "Sekretariat Daerah"),
    (NOTULEN, "notulen_status", "terlambat", "Notulen rapat"),
    (ANGGARAN, "lihat", "apbd", "APBD"),
    (ANGGARAN, "lihat", "kuadran", "serapan"),
    (OPD, "lihat_opd", "banding", "Perangkat daerah"),
    (CAPAIAN, "cakupan", "Program dan kegiatan", "Capaian"),
    (CAPAIAN, "cakupan", "Pendukung", "Capaian"),
    (CAPAIAN, "cakupan", "Semua indikator", "Capaian"),
    (CAPAIAN, "urutan", "Capaian terendah", "Capaian"),
    (CAPAIAN, "gambar", "perubahan", "Capaian"),
    (CAPAIAN, "gambar", "tren", "Capaian"),
    (RINGKASAN, "batasi", "ya", "Ringkasan"),
    (PAPARAN, "susunan", "uji,ringkasan", "Paparan"),
    (UJI, "uji_opd", "SETDA", "Sekretariat Daerah"),
    (UJI, "uji_tahun", "2023", "· 2023"),
    (UJI, "aturan", "U04", "Uji konsistensi"),
    (UJI, "keyakinan", "pasti", "Uji konsistensi"),
    (UJI, "status", "semua", "Uji konsistensi"),
    (UJI, "status", "ditutup", "Uji konsistensi"),
    (KELENGKAPAN, "lihat_data", "triwulan", "Triwulan"),
    (KELENGKAPAN, "semua_indikator", "ya", "Kelengkapan"),
    (PANDUAN, "bagian", "lembar", "Buku kerja"),
    (PANDUAN, "bagian", "rumus", "Rumus dan skala"),
    (PANDUAN, "bagian", "istilah", "Istilah"),
]


@pytest.mark.parametrize(("opd", "tahun"), opd_dan_tahun()[::3])
@pytest.mark.parametrize(("halaman", "nama", "nilai", "tentang"), TAMPILAN, ids=lambda p: str(getattr(p, "jalur", p)))
def test_every_view_opens_from_its_address(halaman, nama, nilai, tentang, opd, tahun):
    at = lihat(halaman, opd=opd, tahun=tahun, **{nama: nilai})
    wajar(at)
    assert not at.warning
    assert at.query_params[nama] == nilai
    assert re.search(r"\d", judul(at)), judul(at)
    if not kosong(at):
        assert tentang.casefold() in keterangan(at)[0].casefold()


def test_measures_of_every_kind_open_in_its_newest_year_and_says_so_where_it_has_none(dataset):
    semua = dataset.ukuran_regional
    for ukuran in (*semua[:6], *semua[6::5]):
        tahun = dataset.tahun_regional(ukuran)
        at = lihat(REGIONAL, ukuran=ukuran, tahun_ukuran=tahun[0])
        wajar(at)
        assert not kosong(at), ukuran
        assert re.search(r"\d", judul(at)), ukuran
        assert keterangan(at)[0].endswith(str(tahun[0]))
    jarang = next(u for u in semua if 2020 not in dataset.tahun_regional(u))
    at = lihat(REGIONAL, ukuran=jarang, tahun_ukuran=2020)
    wajar(at)
    assert kosong(at)
    assert {b.label for b in at.button} >= {str(t) for t in dataset.tahun_regional(jarang)}


# --- addresses nobody wrote in good faith (CASES 19) ------------------------------------------------------------------


@pytest.mark.parametrize(
    "alamat",
    [
        {"opd": "' OR 1=1--", "tahun": "9e9"},
        {"opd": PANJANG, "tahun": PANJANG},
        {"opd": "", "tahun": ""},
        {"opd": "../../etc/passwd", "tahun": "-1"},
        {"opd": "<script>alert(1)</script>", "tahun": "٢٠٢٤"},
        {"opd": "BATUBARA\x00", "tahun": "2024 "},
        {"opd": "None", "tahun": "nan"},
    ],
    ids=["sql", "10kb", "empty", "path", "script", "nul", "none"],
)
@setiap_halaman
def test_an_address_that_says_nothing_known_opens_the_defaults_and_says_so(halaman, alamat):
    at = buka(halaman, **alamat)
    wajar(at)
    assert (at.query_params["opd"], at.query_params["tahun"]) == ("BATUBARA", "2024")
    assert isi(at) == isi(lihat(halaman))
    (peringatan,) = at.warning
    assert "bawaan" in peringatan.value
    assert not any(nilai in peringatan.value for nilai in alamat.values() if nilai)
    assert not at.run().warning, "said once"


@pytest.mark.parametrize("nilai", ["' OR 1=1--", PANJANG, "<img src=x onerror=alert(1)>"], ids=["sql", "10kb", "img"])
@pytest.mark.parametrize(
    ("halaman", "nama"),
    [
        (RINGKASAN, "batasi"),
        (CAPAIAN, "urutan"),
        (CAPAIAN, "cakupan"),
        (CAPAIAN, "indikator"),
        (INDIKATOR, "indikator"),
        (PREDIKAT, "tampilan"),
        (POHON, "bentuk"),
        (POHON, "batasi"),
        (SKENARIO, "skala"),
        (SKENARIO, "pusat"),
        (SKENARIO, "batasi"),
        (NOTULEN, "notulen_opd"),
        (NOTULEN, "notulen_status"),
        (ANGGARAN, "lihat"),
        (ANGGARAN, "jalur"),
        (OPD, "lihat_opd"),
        (REGIONAL, "ukuran"),
        (REGIONAL, "tahun_ukuran"),
        (PAPARAN, "susunan"),
        (UJI, "uji_opd"),
        (UJI, "uji_tahun"),
        (UJI, "aturan"),
        (UJI, "keyakinan"),
        (UJI, "status"),
        (KELENGKAPAN, "lihat_data"),
        (KELENGKAPAN, "semua_indikator"),
        (KELOLA, "urusan"),
        (PANDUAN, "bagian"),
    ],
    ids=lambda p: getattr(p, "jalur", p),
)
def test_every_other_part_of_an_address_is_held_to_its_list(halaman, nama, nilai):
    at = lihat(halaman, opd="BATUBARA", tahun=2024, **{nama: nilai})
    wajar(at)
    assert len(at.warning) == 1
    assert at.query_params.get(nama) != nilai
    assert isi(at) == isi(lihat(halaman, opd="BATUBARA", tahun=2024))


@setiap_halaman
def test_what_an_address_carries_besides_is_let_be(halaman):
    at = lihat(halaman, opd="batubara", tahun=2024, utm_source="x", versi=PANJANG)
    wajar(at)
    assert not at.warning
    assert at.query_params["opd"] == "BATUBARA"
