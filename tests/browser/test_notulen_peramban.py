"""A decision in a real browser: its draft outlives a reload, what is saved outlives the server."""

import re
from datetime import timedelta

from alat_peramban import buka, isi, jalankan, judul, menunggu, utama

from kinerja.angka import format_tanggal
from kinerja.waktu import hari_ini

BESOK = hari_ini() + timedelta(1)
UHH = {"opd": "BATUBARA", "tahun": 2024, "indikator": "BB-UHH"}


def kotak_isian(halaman, nama):
    return halaman.get_by_role("textbox", name=re.compile(f"^{nama}"))


def tulis(halaman, nama, teks):
    with menunggu(halaman):
        kotak_isian(halaman, nama).fill(teks)
        halaman.keyboard.press("Tab")


def test_a_decision_is_never_lost_by_a_reload_or_a_restart(halaman, tmp_path):
    with jalankan(tmp_path) as server:
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
        halaman.goto("about:blank")
    with jalankan(tmp_path) as server:
        buka(halaman, server.url("notulen"))
        assert judul(halaman) == "1 keputusan menunggu dari 1, tidak ada yang terlambat"
        assert "Cocokkan <b>angka</b> dengan rilis BPS" in isi(halaman)
        with menunggu(halaman):
            utama(halaman).get_by_role("link", name="Usia Harapan Hidup").click()
        assert "Cocokkan <b>angka</b> dengan rilis BPS" in isi(halaman)
        halaman.goto("about:blank")
