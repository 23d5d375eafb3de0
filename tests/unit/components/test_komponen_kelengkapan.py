"""HTML of the page Kelengkapan: everything escaped, links that open what they name, nothing said by colour alone."""

import re
from datetime import date

import pytest
from contoh import capaian, dataset, indikator, opd
from contoh_triwulan import bertriwulan

from components import kelengkapan as gambar
from components.bingkai.saringan import Saringan
from components.triwulan import tabel_triwulan as tabel_html
from kinerja.sumber import versi as sumber
from kinerja.telaah.kelengkapan.kekurangan import daftar_kurang
from kinerja.telaah.kelengkapan.matriks import Keadaan, matriks_tahun
from kinerja.telaah.triwulan.kemajuan import tabel_triwulan

HARI = date(2026, 11, 21)
JAHAT = '<img src=x onerror="alert(1)">'


def matriks(data, kode, tahun, kini=None):
    saringan = Saringan(data.opd[kode], tahun)
    alamat = gambar.alamat_sel(semua=False)
    return gambar.matriks_html(matriks_tahun(data, HARI), saringan, alamat, "Keterangan", kini)


@pytest.fixture(scope="module")
def kirim():
    """The shipped data."""
    return sumber.aktif().dataset


def test_a_cell_says_count_state_and_what_is_late_in_words(kirim):
    html = matriks(kirim, "SETDA", 2024)
    assert "✓ Lengkap" in html
    assert "◐ Sebagian" in html
    assert "○ Kosong" in html
    assert "– Belum ada target" in html
    assert "! 20 terlambat" in html
    assert html.count('title="Tidak diharapkan"') == 4 + 4 + 6 + 1


def test_a_cell_opens_its_opd_and_year(kirim):
    html = matriks(kirim, "SETDA", 2024)
    assert re.search(
        r'href="\./kelengkapan\?opd=BKPSDM&amp;tahun=2025&amp;lihat_data=kelengkapan&amp;[^"]*">0 dari 3<', html
    )


def test_the_chosen_opd_and_year_stand_out(kirim):
    html = matriks(kirim, "SETDA", 2024, 2024)
    assert html.count('class="is-terpilih"') == 1
    assert html.count('class="is-kini"') == 6
    assert 'class="is-kini"' not in matriks(kirim, "SETDA", 2024)


def test_every_state_has_its_symbol_and_an_explanation():
    assert len({k.rupa.simbol for k in Keadaan}) == len(Keadaan)
    assert {k for k, _ in gambar.ARTI_KEADAAN} == set(Keadaan)


def test_the_list_is_grouped_by_kind_and_links_to_the_indicator(kirim):
    html = gambar.daftar_html(daftar_kurang(kirim, "SETDA", 2024, HARI))
    assert "Target tidak tercapai tanpa penjelasan (2)" in html
    assert 'href="./indikator?opd=SETDA&amp;tahun=2024&amp;indikator=SETDA-LPPD"' in html
    assert html.count("dk-tabel__kelompok") == 2
    assert "! Terlambat" not in html
    assert "31 Maret 2025" in gambar.daftar_html(daftar_kurang(kirim, "DISNAKERPERINDAG", 2024, HARI))


def test_text_of_the_workbook_is_never_html():
    jahat = indikator("X")
    object.__setattr__(jahat, "indikator", JAHAT)
    baris = [capaian("X", 2025, "10", "8", "TW I", sumber=JAHAT), capaian("X", 2024, "10", None)]
    data = dataset(opd=[opd("KAB", nama=JAHAT), opd("DINKES", "Dinas")], indikator=[jahat], capaian=baris)
    semua = (
        matriks(data, "KAB", 2024),
        gambar.daftar_html(daftar_kurang(data, "KAB", 2024, HARI)),
        tabel_html(tabel_triwulan(data, "KAB", 2025), lambda k: k.indikator),
    )
    for html in semua:
        assert "&lt;img src=x" in html
        assert "<img" not in html


def kata_baris(html, nama):
    """Return what a row says."""
    (baris,) = [b for b in html.split("<tr>") if nama in b]
    return " ".join(re.sub(r"<[^>]+>", " ", baris).split())


def test_a_row_of_quarters_says_each_figure_the_year_so_far_and_the_verdict():
    html = tabel_html(tabel_triwulan(bertriwulan(), "DINKES", 2025), lambda k: k.kode)
    vaksin = kata_baris(html, "VAKSIN")
    assert "220 target 200 ▲▲ 110,00% Sangat Tinggi" in vaksin
    assert "Belum ada baris 720 sampai TW III 72,00% dari target tahun target tahun 1.000 (target Tahunan)" in vaksin
    assert vaksin.endswith("▲ Di atas jalur 102,86% dari target 700 sampai TW III")
    assert "Tidak tersedia target 17" in kata_baris(html, "STUNTING")
    assert "WDP target WTP ✗ Tidak tercapai" in kata_baris(html, "OPINI")
    assert "⚠ Baris Tahunan mencatat realisasi 42" in kata_baris(html, "ADUAN")
    assert "42 setahun" in kata_baris(html, "ADUAN")
    assert kata_baris(html, "KUNJUNGAN").endswith("– Belum dapat dinilai Indikator netral: digambarkan, tidak dinilai")
    assert html.count("⚠") == 1
