"""A decision in a real browser: its draft outlives a reload, what is saved is there for the next server too."""

import re
from datetime import timedelta

from alat_peramban import buka, isi, jalankan, judul, kini, menunggu, pindah, tayang, utama

from kinerja.nilai.angka import format_tanggal
from kinerja.nilai.waktu import hari_ini

BESOK = hari_ini() + timedelta(1)
BATUBARA = {"opd": "BATUBARA", "tahun": 2024}
UHH = {**BATUBARA, "indikator": "BB-UHH"}


def kotak_isian(halaman, nama):
    return halaman.get_by_role("textbox", name=re.compile(f"^{nama}"))


def tulis(halaman, nama, teks):
    with menunggu(halaman):
        kotak_isian(halaman, nama).fill(teks)
        halaman.keyboard.press("Tab")


def catat_di_halaman(server, halaman):
    """Note a decision on the page of an indicator, with a reload in between."""
    buka(halaman, server.url("indikator", **UHH))
    utama(halaman).get_by_text("Catat keputusan").click()
    tulis(halaman, "Keputusan", "Cocokkan <b>angka</b> dengan rilis BPS")
    tulis(halaman, "Penanggung jawab", "Bappeda")
    buka(halaman, server.url("indikator", **UHH))
    assert kotak_isian(halaman, "Keputusan").input_value() == "Cocokkan <b>angka</b> dengan rilis BPS"
    assert kotak_isian(halaman, "Penanggung jawab").input_value() == "Bappeda"
    halaman.get_by_role("spinbutton", name=re.compile("^tanggal")).click()
    halaman.keyboard.type(f"{BESOK:%d%m%Y}")
    # The date is sent when the field is left, which this click does as well.
    halaman.get_by_role("button", name="Simpan keputusan").click()
    utama(halaman).get_by_text(f"Keputusan 1 tersimpan: Bappeda, paling lambat {format_tanggal(BESOK)}.").wait_for()


def catat_di_slaid(server, halaman):
    """Note a decision on a slide, with a reload in between."""
    tayang(halaman, server, "indikator-BB-RLS")
    halaman.keyboard.press("n")
    isian = halaman.locator("#notulen")
    isian.get_by_label("Keputusan", exact=True).fill("Sekolah berasrama di pesisir")
    isian.get_by_label("Penanggung jawab").fill("Dinas Pendidikan")
    halaman.reload()
    halaman.keyboard.press("n")
    assert isian.get_by_label("Keputusan", exact=True).input_value() == "Sekolah berasrama di pesisir"
    isian.get_by_label("Tenggat").fill("2099-12-24")
    isian.get_by_role("button", name="Simpan keputusan").click()
    isian.get_by_text("✓ Tersimpan").wait_for()
    isian.locator(".ada li", has_text="Sekolah berasrama").wait_for()
    assert isian.get_by_label("Keputusan", exact=True).input_value() == ""


def test_decisions_noted_on_a_page_and_on_a_slide_outlive_a_reload_and_the_server(halaman, tmp_path):
    with jalankan(tmp_path) as server:
        catat_di_halaman(server, halaman)
        catat_di_slaid(server, halaman)
        halaman.goto("about:blank")
    with jalankan(tmp_path) as server:  # the first one has ended
        tayang(halaman, server)
        assert kini(halaman) == "tindak-lanjut"
        slaid = halaman.locator(".slaid:not([hidden])").inner_text()
        assert "2 keputusan menunggu dari 2" in slaid
        assert "Dinas Pendidikan" in slaid
        assert "24 Desember 2099" in slaid
        buka(halaman, server.url("notulen"))
        assert judul(halaman) == "2 keputusan menunggu dari 2, tidak ada yang terlambat"
        assert "Cocokkan <b>angka</b> dengan rilis BPS" in isi(halaman)
        with menunggu(halaman):
            utama(halaman).get_by_role("link", name="Usia Harapan Hidup").click()
        assert "Cocokkan <b>angka</b> dengan rilis BPS" in isi(halaman)
        pindah(halaman, server.url("indikator", **BATUBARA, indikator="BB-RLS"))
        assert "Sekolah berasrama di pesisir" in isi(halaman)
        halaman.goto("about:blank")
