"""A transition test for every widget that changes state: the address carries it, the content follows, nothing fails."""

import re
from itertools import pairwise
from urllib.parse import parse_qs

import pytest
from alat_halaman import buka, grafik, html, isi, judul, kata, kosong, kunci, lihat, wajar
from test_halaman import HARAPAN

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

ALAMAT = {"opd": "SETDA", "tahun": 2024}
PERUBAHAN = [
    # page, the address before, the widget, the new value as the page names it, what the address says then
    (RINGKASAN, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024"}),
    (RINGKASAN, {}, "tahun", 2023, {"opd": "SETDA", "tahun": "2023"}),
    (RINGKASAN, {}, "batasi", True, {"batasi": "ya"}),
    (CAPAIAN, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024"}),
    (CAPAIAN, {}, "tahun", 2022, {"opd": "SETDA", "tahun": "2022"}),
    (CAPAIAN, {}, "urutan", "Capaian terendah", {"urutan": "Capaian terendah"}),
    (CAPAIAN, {"opd": "BATUBARA"}, "cakupan", "Pendukung", {"cakupan": "Pendukung"}),
    (CAPAIAN, {"opd": "BATUBARA"}, "indikator", "BB-UHH", {"indikator": "BB-UHH"}),
    (CAPAIAN, {}, "gambar", "Perubahan", {"gambar": "perubahan"}),
    (CAPAIAN, {}, "gambar", "Tren", {"gambar": "tren", "urutan": "Urutan dokumen"}),
    (INDIKATOR, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024", "indikator": "BKPSDM-KEPUASAN"}),
    (INDIKATOR, {}, "tahun", 2023, {"opd": "SETDA", "tahun": "2023"}),
    (INDIKATOR, {}, "indikator", "BB-TPT", {"opd": "BATUBARA", "tahun": "2024", "indikator": "BB-TPT"}),
    (PREDIKAT, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024"}),
    (PREDIKAT, {}, "tahun", 2023, {"opd": "SETDA", "tahun": "2023"}),
    (PREDIKAT, {}, "tampilan", "Sasaran dan OPD", {"tampilan": "sasaran"}),
    (PREDIKAT, {}, "tampilan", "AKIP dan IKM", {"tampilan": "skala"}),
    (PREDIKAT, {"tampilan": "sasaran"}, "batasi", True, {"batasi": "ya", "tampilan": "sasaran"}),
    (POHON, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024"}),
    (POHON, {}, "tahun", 2023, {"opd": "SETDA", "tahun": "2023"}),
    (POHON, {}, "batasi", True, {"batasi": "ya", "bentuk": "pohon"}),
    (POHON, {}, "bentuk", "Tabel", {"bentuk": "tabel", "batasi": "tidak"}),
    (SKENARIO, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024"}),
    (SKENARIO, {}, "tahun", 2023, {"opd": "SETDA", "tahun": "2023"}),
    (SKENARIO, {}, "skala", "Permendagri 86/2017", {"skala": "Permendagri 86/2017", "pusat": "rata"}),
    (SKENARIO, {}, "pusat", "Median", {"skala": "sendiri", "pusat": "median"}),
    (SKENARIO, {"pusat": "median"}, "batasi", True, {"pusat": "median", "batasi": "ya"}),
    (NOTULEN, {}, "notulen_opd", "BKPSDM", {"notulen_opd": "BKPSDM", "notulen_status": "semua", "opd": "SETDA"}),
    (NOTULEN, {}, "notulen_status", "selesai", {"notulen_opd": "semua", "notulen_status": "selesai"}),
    (ANGGARAN, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024"}),
    (ANGGARAN, {}, "tahun", 2023, {"opd": "SETDA", "tahun": "2023"}),
    (ANGGARAN, {"opd": "BATUBARA"}, "lihat", "APBD", {"lihat": "apbd"}),
    (ANGGARAN, {"opd": "BATUBARA"}, "lihat", "Capaian dan serapan", {"lihat": "kuadran"}),
    (OPD, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024", "lihat_opd": "profil"}),
    (OPD, {}, "tahun", 2023, {"opd": "SETDA", "tahun": "2023"}),
    (OPD, {}, "lihat_opd", "Banding", {"lihat_opd": "banding", "banding": "SETDA,BKPSDM"}),
    (OPD, {"lihat_opd": "banding"}, "banding", ["SETDA", "INSPEKTORAT"], {"banding": "SETDA,INSPEKTORAT"}),
    (REGIONAL, {}, "ukuran", "Gini Ratio", {"ukuran": "Gini Ratio", "tahun_ukuran": "2024", "opd": "SETDA"}),
    (REGIONAL, {}, "tahun_ukuran", 2022, {"ukuran": "IPM", "tahun_ukuran": "2022", "opd": "SETDA"}),
    (UJI, {}, "uji_opd", "SETDA", {"uji_opd": "SETDA", "uji_tahun": "semua", "opd": "SETDA", "tahun": "2024"}),
    (UJI, {"uji_opd": "SETDA"}, "uji_tahun", "2023", {"uji_opd": "SETDA", "uji_tahun": "2023", "tahun": "2024"}),
    (UJI, {"uji_tahun": "2024"}, "aturan", "U01", {"aturan": "U01", "uji_tahun": "2024"}),
    (UJI, {"uji_opd": "SETDA"}, "status", "ditutup", {"uji_opd": "SETDA", "status": "ditutup"}),
    (UJI, {"aturan": "U04"}, "keyakinan", "pasti", {"aturan": "U04", "keyakinan": "pasti"}),
    (PAPARAN, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024"}),
    (PAPARAN, {}, "tahun", 2023, {"opd": "SETDA", "tahun": "2023"}),
    (PAPARAN, {}, "susunan", ["uji", "ringkasan"], {"susunan": "uji,ringkasan"}),
    (KELENGKAPAN, {}, "opd", "BKPSDM", {"opd": "BKPSDM", "tahun": "2024"}),
    (KELENGKAPAN, {}, "tahun", 2022, {"opd": "SETDA", "tahun": "2022"}),
    (KELENGKAPAN, {}, "lihat_data", "Triwulan", {"lihat_data": "triwulan"}),
    (KELENGKAPAN, {}, "semua_indikator", True, {"semua_indikator": "ya"}),
    (KELOLA, {}, "urusan", "Riwayat", {"urusan": "riwayat", "opd": "SETDA", "tahun": "2024"}),
    (PANDUAN, {}, "bagian", "Buku kerja", {"bagian": "lembar", "opd": "SETDA", "tahun": "2024"}),
    (PANDUAN, {"bagian": "lembar"}, "bagian", "Rumus dan skala", {"bagian": "rumus"}),
]

SETEMPAT = [(KELENGKAPAN, "tahun_isian_2024", 2023), (KELENGKAPAN, "periode_isian", "TW II")]
"""Widgets of a form that is handed out: what they say is of the form alone and not part of the address."""


def widget(at, nama):
    """Return a widget by its key, whatever it is."""
    jenis = (at.selectbox, at.toggle, at.button_group, at.multiselect)
    return next(w for kelompok in jenis for w in kelompok if w.key == nama)


def test_every_widget_of_every_page_has_a_transition():
    semua = [*((h, k) for h, _, k, _, _ in PERUBAHAN), *((h, k) for h, k, _ in SETEMPAT)]
    diuji = {h: {k for p, k in semua if p is h} for h in HALAMAN}
    assert {h: HARAPAN[h].widget - diuji[h] for h in HALAMAN} == {h: frozenset() for h in HALAMAN}


@pytest.mark.parametrize(
    ("halaman", "alamat", "nama", "nilai", "hasil"), PERUBAHAN, ids=lambda p: str(getattr(p, "jalur", p))[:40]
)
def test_a_change_shows_in_content_and_address_and_its_link_opens_the_same(halaman, alamat, nama, nilai, hasil):
    at = buka(halaman, **{**ALAMAT, **alamat})
    semula = isi(at)
    widget(at, nama).set_value(nilai).run()
    wajar(at)
    assert hasil.items() <= at.query_params.items()
    assert isi(at) != semula
    assert re.search(r"\d", judul(at))
    assert not at.warning
    # A link copied now opens the same for somebody else.
    lain = lihat(halaman, **at.query_params)
    assert isi(lain) == isi(at)
    assert not lain.warning
    # And going back shows what was there.
    if nama != "indikator":
        asal = next(iter(parse_qs(f"{nama}={semula_nilai(halaman, alamat, nama)}").values()))[0]
        # An indicator belongs to one OPD and takes it along: with another OPD its code is no part of the way back.
        tetap = {k: v for k, v in at.query_params.items() if (nama, k) != ("opd", "indikator")}
        assert isi(lihat(halaman, **{**tetap, nama: asal})) == semula


@pytest.mark.parametrize(("halaman", "nama", "nilai"), SETEMPAT, ids=lambda p: str(getattr(p, "jalur", p)))
def test_a_choice_of_a_form_shows_in_content_and_leaves_the_address(halaman, nama, nilai):
    at = buka(halaman, **ALAMAT)
    semula, alamat = isi(at), dict(at.query_params)
    widget(at, nama).set_value(nilai).run()
    wajar(at)
    assert isi(at) != semula
    assert dict(at.query_params) == alamat


def semula_nilai(halaman, alamat, nama):
    return lihat(halaman, **{**ALAMAT, **alamat}).query_params[nama]


@pytest.mark.parametrize("halaman", [h for h in HALAMAN if HARAPAN[h].milik_opd], ids=lambda h: h.jalur)
def test_the_address_follows_through_a_row_of_changes(halaman):
    at = buka(halaman)
    for nama, nilai in (("opd", "SETDA"), ("tahun", 2023), ("opd", "INSPEKTORAT"), ("opd", "BKPSDM"), ("tahun", 2024)):
        at.selectbox(key=nama).set_value(nilai).run()
        wajar(at)
        assert at.query_params[nama] == str(nilai)
        assert at.query_params["opd"] == at.selectbox(key="opd").value
        assert at.query_params["tahun"] == str(at.selectbox(key="tahun").value)
    assert isi(at) == isi(lihat(halaman, opd="BKPSDM", tahun=2024))


# --- the empty state --------------------------------------------------------------------------------------------------

KOSONG = [
    (RINGKASAN, {"opd": "BKPSDM", "tahun": 2018}),
    (RINGKASAN, {"opd": "INSPEKTORAT", "tahun": 2024}),
    (CAPAIAN, {"opd": "BKPSDM", "tahun": 2018}),
    (CAPAIAN, {"opd": "SETDA", "tahun": 2024, "cakupan": "Program dan kegiatan"}),
    (CAPAIAN, {"opd": "INSPEKTORAT", "tahun": 2024}),
    (INDIKATOR, {"opd": "BKPSDM", "tahun": 2018}),
    (PREDIKAT, {"opd": "BKPSDM", "tahun": 2018}),
    (PREDIKAT, {"opd": "INSPEKTORAT", "tahun": 2024}),
    (PREDIKAT, {"opd": "BKPSDM", "tahun": 2018, "tampilan": "sasaran"}),
    (PREDIKAT, {"opd": "BKPSDM", "tahun": 2018, "tampilan": "skala"}),
    (POHON, {"opd": "BKPSDM", "tahun": 2018}),
    (POHON, {"opd": "INSPEKTORAT", "tahun": 2024}),
    (POHON, {"opd": "BKPSDM", "tahun": 2018, "bentuk": "tabel"}),
    (SKENARIO, {"opd": "BKPSDM", "tahun": 2018}),
    (SKENARIO, {"opd": "INSPEKTORAT", "tahun": 2024, "pusat": "median"}),
    (ANGGARAN, {"opd": "SETDA", "tahun": 2018}),
    (ANGGARAN, {"opd": "INSPEKTORAT", "tahun": 2024}),
    (ANGGARAN, {"opd": "BATUBARA", "tahun": 2018, "lihat": "apbd"}),
    (ANGGARAN, {"opd": "BATUBARA", "tahun": 2018, "lihat": "kuadran"}),
    (OPD, {"opd": "BKPSDM", "tahun": 2018}),
    (OPD, {"opd": "INSPEKTORAT", "tahun": 2018}),
    (OPD, {"opd": "SETDA", "tahun": 2018, "lihat_opd": "banding"}),
    (PAPARAN, {"opd": "BKPSDM", "tahun": 2018}),
    (KELENGKAPAN, {"opd": "SETDA", "tahun": 2024, "lihat_data": "triwulan"}),
    (
        REGIONAL,
        {"opd": "BATUBARA", "tahun": 2024, "ukuran": "Tingkat Partisipasi Angkatan Kerja", "tahun_ukuran": 2020},
    ),
]


@pytest.mark.parametrize(
    ("halaman", "alamat"),
    KOSONG,
    ids=lambda p: getattr(p, "jalur", "-".join(map(str, p.values())) if isinstance(p, dict) else p),
)
def test_every_button_of_an_empty_state_leads_to_figures(halaman, alamat):
    awal = lihat(halaman, **alamat)
    wajar(awal)
    tombol = [b.key for b in awal.button if b.key != "laporkan"]  # that one is no way to figures
    assert tombol or "Tidak ada OPD" in " ".join(t.value for t in awal.text)
    for nama in tombol:
        at = buka(halaman, **alamat)
        at.button(key=nama).click().run()
        wajar(at)
        assert not kosong(at), nama
        assert nama not in {b.key for b in at.button}, nama
        assert grafik(at) or "<table" in html(at) or 'class="dk-pohon"' in html(at)
        sisa = nama.rpartition("_")[2]
        assert sisa in at.query_params.values()
        assert isi(lihat(halaman, **at.query_params)) == isi(at)


@pytest.mark.parametrize(("halaman", "alamat"), [k for k in KOSONG if k[1].get("tampilan") != "skala"])
def test_an_empty_state_is_one(halaman, alamat):
    at = lihat(halaman, **alamat)
    assert kosong(at), judul(at)


# --- links ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("opd", ["BATUBARA", "SETDA", "KEC-LIMA-PULUH-PESISIR"])
@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda h: h.jalur)
def test_every_link_carries_opd_and_year_and_opens_what_it_names(halaman, opd, dataset):
    at = lihat(halaman, opd=opd)
    jalur = {h.jalur: h for h in HALAMAN}
    for tautan in at.page_link:
        alamat = {k: v[0] for k, v in parse_qs(tautan.proto.query_string).items()}
        assert {"opd", "tahun"} <= set(alamat), tautan.value
        tujuan = lihat(jalur[tautan.proto.page or HALAMAN[0].jalur], **alamat)
        wajar(tujuan)
        assert not tujuan.warning, tautan.value
        assert not kosong(tujuan), tautan.value
        for nama, nilai in alamat.items():
            assert tujuan.query_params[nama] == nilai
        if "indikator" in alamat:
            assert tujuan.selectbox(key="indikator").value == alamat["indikator"]
            assert dataset.indikator[alamat["indikator"]].indikator in judul(tujuan)


# --- single rules -----------------------------------------------------------------------------------------------------


def urutan_tabel(at):
    """Return the capaian of the table of Capaian, from top to bottom."""
    angka = re.findall(r'<td data-judul="Capaian"[^>]*><div>\s*([\d.,]+)%', html(at))
    return [float(a.replace(".", "").replace(",", ".")) for a in angka]


def test_the_order_worst_first_begins_with_what_is_missing_and_then_rises():
    at = lihat(CAPAIAN, **{**ALAMAT, "urutan": "Capaian terendah"})
    angka = urutan_tabel(at)
    assert len(angka) > 3
    assert all(a <= b for a, b in pairwise(angka))
    assert "dk-tabel__kelompok" not in html(at)


def test_in_document_order_the_sasaran_stand_as_headings():
    at = lihat(CAPAIAN, **ALAMAT)
    assert html(at).count("dk-tabel__kelompok") > 1
    assert not all(a <= b for a, b in pairwise(urutan_tabel(at)))


def test_an_indicator_opened_shows_its_details_and_closes_again():
    at = buka(CAPAIAN, opd="BATUBARA", tahun=2024)
    at.selectbox(key="indikator").set_value("BB-UHH").run()
    assert [s.value for s in at.subheader] == ["Usia Harapan Hidup"]
    assert [t.label for t in at.tabs][:2] == ["Penjelasan", "Riwayat"]
    assert "Sumber data : Badan Pusat Statistik" in kata(at)
    at.selectbox(key="indikator").set_value(None).run()
    assert not at.subheader
    assert "indikator" not in at.query_params


def test_an_indicator_of_another_opd_in_the_address_is_not_opened(dataset):
    at = lihat(CAPAIAN, opd="SETDA", tahun=2024, indikator="BB-UHH")
    wajar(at)
    assert at.selectbox(key="indikator").value is None
    assert at.warning


def test_an_open_indicator_closes_when_the_opd_changes():
    at = buka(CAPAIAN, opd="BATUBARA", tahun=2024, indikator="BB-UHH")
    at.selectbox(key="opd").set_value("SETDA").run()
    wajar(at)
    assert "indikator" not in at.query_params
    assert not at.subheader


def selisih_rata_rata(tahun):
    return lihat(RINGKASAN, opd="SETDA", tahun=tahun).metric[0]


def test_the_change_of_the_mean_is_against_the_year_before_the_chosen_one():
    def angka(teks):
        return float(teks.split("%")[0].split(" ")[0].replace(".", "").replace(",", "."))

    kini, lalu, dulu = (selisih_rata_rata(t) for t in (2024, 2023, 2022))
    assert kini.delta.endswith("poin dari 2023")
    assert angka(kini.delta) == pytest.approx(angka(kini.value) - angka(lalu.value), abs=0.011)
    assert lalu.delta.endswith("poin dari 2022")
    assert angka(lalu.delta) == pytest.approx(angka(lalu.value) - angka(dulu.value), abs=0.011)
    assert dulu.delta == "", "nothing stands before the first year"


def test_the_cap_lowers_the_mean_to_at_most_100_and_names_it():
    at = buka(RINGKASAN, opd="SETDA", tahun=2023)
    lepas = at.metric[0].value
    at.toggle(key="batasi").set_value(True).run()
    assert (lepas, at.metric[0].value) == ("108,16%", at.metric[0].value)
    assert at.metric[0].value <= "100,00%" or len(at.metric[0].value) < len("100,00%")


def test_drilling_down_opens_a_level_and_the_way_back_up():
    at = buka(ANGGARAN, opd="DISNAKERPERINDAG", tahun=2025)
    semula = judul(at)
    (buka_kotak,) = [s for s in at.selectbox if s.key and s.key.startswith("buka_")]
    buka_kotak.set_value(jalur_pertama(buka_kotak)).run()
    wajar(at)
    assert at.query_params["jalur"]
    assert judul(at) != semula
    assert at.page_link, "a way back up"
    assert isi(lihat(ANGGARAN, **at.query_params)) == isi(at)


def jalur_pertama(kotak):
    from kinerja.sumber import versi as sumber
    from kinerja.telaah.anggaran.rincian import rincian_anggaran

    rincian = rincian_anggaran(sumber.aktif().dataset, "DISNAKERPERINDAG", 2025, "")
    return next(b.jalur for b in rincian.baris if b.jalur and b.nama == kotak.options[0])


def test_no_widget_is_left_without_a_key():
    for halaman in HALAMAN:
        at = lihat(halaman, **ALAMAT)
        assert None not in kunci(at)
        assert None not in {b.key for b in at.button}


def test_the_tree_and_its_table_hold_the_same_rows_and_links(dataset):
    pohon, tabel = (html(lihat(POHON, opd="BATUBARA", tahun=2024, bentuk=b)) for b in ("pohon", "tabel"))
    assert pohon.count('class="dk-pohon__baris') == tabel.count('<th scope="row"') > 60
    tautan = [sorted(re.findall(r"indikator=([\w-]+)", t)) for t in (pohon, tabel)]
    assert tautan[0] == tautan[1] == sorted(i.kode_indikator for i in dataset.iku("BATUBARA"))
    assert "Rp 219.433.918.490" in tabel
    assert "Rp 219,43 M" in pohon
