"""Every page with data gives its headline, key figures and address as a text for a message."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from alat_halaman import buka, judul, keterangan, kosong, lihat, teks_kotak, wajar
from test_halaman import BERDATA, HARAPAN, TAMPILAN
from test_perubahan import KOSONG

from components.bingkai.navigasi import CAPAIAN, HALAMAN, KELENGKAPAN, OPD, PREDIKAT, REGIONAL, RINGKASAN, SKENARIO
from kinerja.sajian.salinan import PALING_BANYAK


def salinan(at):
    """Return the lines of the text that a page offers; the letter of Kelengkapan stands above it."""
    return teks_kotak(at)[-1].split("\n")


def butir(at):
    return [b for b in salinan(at) if b.startswith("- ")]


def sah(at, halaman):
    """Check what holds for the copy of every page in every view."""
    awal, tentang, *_, versi, tautan = salinan(at)
    assert awal == judul(at)
    assert tentang == keterangan(at)[0]
    assert 1 <= len(butir(at)) <= PALING_BANYAK
    assert len(salinan(at)) == len(butir(at)) + 4
    assert re.search(r"Versi data \d+\.$", versi)
    assert re.search(r"\d", " ".join(butir(at)))
    assert "None" not in "".join(salinan(at))
    isi = {k: v[0] for k, v in parse_qs(urlsplit(tautan).query).items()}
    assert isi == at.query_params
    assert {"opd", "tahun"} <= set(isi)
    assert urlsplit(tautan).path == f"/{'' if halaman is HALAMAN[0] else halaman.jalur}"


@pytest.mark.parametrize(("opd", "tahun"), [("BATUBARA", 2024), ("SETDA", 2023), ("DISNAKERPERINDAG", 2025)])
@pytest.mark.parametrize("halaman", BERDATA, ids=lambda h: h.jalur)
def test_a_page_with_data_offers_its_headline_figures_and_address(halaman, opd, tahun):
    at = lihat(halaman, opd=opd, tahun=tahun)
    wajar(at)
    assert not kosong(at) or opd != "BATUBARA"
    if not kosong(at):
        sah(at, halaman)


PANDANGAN = [t[:3] for t in TAMPILAN if t[0] in BERDATA]


@pytest.mark.parametrize(("halaman", "nama", "nilai"), PANDANGAN, ids=lambda p: str(getattr(p, "jalur", p)))
def test_the_copy_speaks_of_the_view_that_is_open(halaman, nama, nilai):
    at, awal = lihat(halaman, opd="SETDA", tahun=2024, **{nama: nilai}), lihat(halaman, opd="SETDA", tahun=2024)
    if not kosong(at):
        sah(at, halaman)
        assert salinan(at) != salinan(awal)
        assert f"{nama}=" in salinan(at)[-1]


@pytest.mark.parametrize("halaman", [h for h in HALAMAN if h not in BERDATA], ids=lambda h: h.jalur)
def test_a_page_without_figures_has_nothing_to_copy(halaman):
    assert not HARAPAN[halaman].berdata
    assert not teks_kotak(lihat(halaman, opd="BATUBARA", tahun=2024))


@pytest.mark.parametrize(("halaman", "alamat"), [k for k in KOSONG if k[1].get("tampilan") != "skala"])
def test_an_empty_state_has_nothing_to_copy(halaman, alamat):
    assert not teks_kotak(lihat(halaman, **alamat))


def test_a_link_carries_what_the_page_wrote_and_nothing_a_stranger_added():
    at = buka(CAPAIAN, opd="SETDA", tahun=2024, utm_source="x" * 5000, urutan="Capaian terendah")
    assert salinan(at)[-1] == "/capaian?opd=SETDA&tahun=2024&urutan=Capaian+terendah&cakupan=IKU&gambar=capaian"


# --- the bullets of the pages -----------------------------------------------------------------------------------------


def test_ringkasan_tells_mean_targets_and_serapan():
    isi = butir(lihat(RINGKASAN, opd="SETDA", tahun=2024))
    assert isi[:3] == [
        "- Rata-rata capaian: 93,97% (6 dari 7 dihitung)",
        "- Mencapai target: 3 dari 7 IKU",
        "- Serapan anggaran: 93,98% (Rp 60,56 M dari Rp 64,44 M)",
    ]
    assert "capaian dibatasi 100%" in butir(lihat(RINGKASAN, opd="SETDA", tahun=2024, batasi="ya"))[0]


def test_capaian_tells_the_worst_first_and_counts_the_rest():
    isi = butir(lihat(CAPAIAN, opd="BATUBARA", tahun=2024))
    assert isi[0] == "- Opini BPK: realisasi WDP, target WTP, tidak tercapai"
    assert isi[1].endswith("capaian 84,31%")
    assert isi[-1] == "- dan 13 indikator lain"


def test_predikat_tells_what_its_view_shows():
    sasaran = butir(lihat(PREDIKAT, opd="SETDA", tahun=2024, tampilan="sasaran"))
    skala = butir(lihat(PREDIKAT, opd="SETDA", tahun=2024, tampilan="skala"))
    assert "76,26%" in sasaran[0]
    assert skala[0].startswith("- AKIP Setda: ")


def test_two_opd_side_by_side_are_told_by_measure():
    isi = butir(lihat(OPD, opd="SETDA", tahun=2024, lihat_opd="banding"))
    assert isi[0].startswith("- IKU mencapai target: Setda 3 dari 7; ")


def test_regional_tells_the_rank_and_kelengkapan_what_is_missing():
    assert any("33" in b for b in [salinan(lihat(REGIONAL, opd="BATUBARA", tahun=2024))[0]])
    assert "hal perlu dilengkapi" in butir(lihat(KELENGKAPAN, opd="SETDA", tahun=2024))[0]


def test_skenario_names_itself_before_its_figures():
    at = buka(SKENARIO, opd="SETDA", tahun=2024, skala="Permendagri 86/2017", batasi="ya", pusat="median")
    nama = "Skenario: skala Permendagri 86/2017, dibatasi 100%, median; bukan angka resmi laporan"
    assert butir(at)[0].startswith(f"- {nama}")
    assert nama in at.info[0].value.replace("\\", "")
