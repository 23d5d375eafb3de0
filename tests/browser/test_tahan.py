"""Abuse and crowds against a running server: it goes on, answers for its health, and keeps its memory."""

import os
import tempfile
import threading
from pathlib import Path

import pytest
from alat_kelola import TUNGGU, jalankan_kecil, siapkan, unggah
from alat_peramban import SINI, buka, hidupkan, isi, judul, konteks_terekam, menunggu, port_kosong, tunggu_siap, utama
from alat_sesi import diawasi, proses, serentak
from berkas_berat import SUSUNAN_BERAT, baris_salah, sel_berisi
from berkas_buruk import banyak_baris, berkas_berisi, bom_zip, entri_rusak, sel_terjauh
from pembangun import bedah, buku_kecil, tulis, ubah

from kinerja.buku.folder_kerja import AWALAN

LENGKAP = bool(os.environ.get("KINERJA_UJI_LENGKAP"))
lengkap = pytest.mark.skipif(not LENGKAP, reason="script/endurance runs it")
NAIK_MAKS, TETAP_MAKS, SEHAT_MAKS = 50, 15, 1.0

BERAT = {
    "beginnings of cells without end": "Berkas rusak",
    "empty cells of one row": "Susunan berkas tidak wajar",
    "merged headers": "Susunan berkas tidak wajar",
    "cell formats": "Susunan berkas tidak wajar",
    "conditional formats": "Susunan berkas tidak wajar",
    "runs of a text": "Susunan berkas tidak wajar",
}
"""Kinds of `berkas_berat` that took minutes or gigabytes once; test_padat tries them all."""


def berat_sekali(berkas):
    """Write a workbook of nearly the size that may be sent, which a part of no kind fills."""
    return bedah(tulis(buku_kecil(), berkas), {"xl/isi.bin": os.urandom(19 * 2**20)})


JAHAT = {
    "a bomb of 600 MB": (bom_zip, "setelah dibuka, batasnya"),
    "a spoiled sheet": (entri_rusak, "Berkas rusak"),
}
if LENGKAP:
    JAHAT |= {
        "300,000 rows": (banyak_baris, "A200001"),
        "a cell at the far corner": (sel_terjauh, "XFD1048576"),
        "HTML by another name": (berkas_berisi(b"<html><script>alert(1)</script>"), "bukan buku kerja Excel"),
    }

BESAR = {
    "100,000 wrong rows": (lambda b: baris_salah(b, 100_000), "temuan lain yang tidak ditampilkan"),
    "one text of 48 million letters in 60 cells": (
        lambda b: sel_berisi(lambda n: "a" * n, 60)(b, 48_000_000),
        "Berisi 48.000.000 huruf",
    ),
    "a file of 19 MB": (berat_sekali, "tidak dikenal (xl/isi.bin)"),
    **{nama: (lambda b, k=SUSUNAN_BERAT[nama]: k.bangun(b, k.banyak), kata) for nama, kata in BERAT.items()},
}
"""What filled the server or kept its processes busy for minutes once."""


@pytest.fixture(scope="module")
def kecil(tmp_path_factory):
    with jalankan_kecil(tmp_path_factory.mktemp("tahan")) as server:
        yield server


def sementara():
    """The working folders of uploads that lie about."""
    return set(Path(tempfile.gettempdir()).glob(f"{AWALAN}*"))


def test_hostile_uploads_cost_the_server_nothing_and_leave_nothing(kecil, halaman, tmp_path):
    buka(halaman, kecil.url("kelola"))
    unggah(halaman, tulis(ubah(buku_kecil(), "Capaian", F2="71,00"), tmp_path / "biasa.xlsx"))
    sebelum = sementara()
    with diawasi(kecil) as pengawas:
        for n, (bangun, kata) in enumerate(JAHAT.values()):
            buka(halaman, kecil.url("kelola"))
            unggah(halaman, bangun(tmp_path / f"{n}.xlsx"))
            teks = isi(halaman)
            assert "Belum dapat diterbitkan" in teks
            assert kata in teks
            assert "Traceback" not in teks
            assert judul(halaman).startswith("Versi 1 aktif")
    assert pengawas.gagal == []
    assert pengawas.terlama < SEHAT_MAKS
    assert pengawas.naik < NAIK_MAKS
    assert sementara() <= sebelum
    print(f"\n{len(JAHAT)} unggahan: memori naik {pengawas.naik:.0f} MB, /sehat paling lama {pengawas.terlama:.2f} s")


@lengkap
@pytest.mark.parametrize("nama", BESAR)
def test_an_upload_of_any_kind_costs_the_server_next_to_nothing(kecil, halaman, tmp_path, nama):
    bangun, kata = BESAR[nama]
    berkas = bangun(tmp_path / "b.xlsx")
    buka(halaman, kecil.url("kelola"))
    with diawasi(kecil) as pengawas:
        unggah(halaman, berkas)
        assert kata in isi(halaman)
    assert pengawas.gagal == []
    assert pengawas.terlama < SEHAT_MAKS
    assert pengawas.naik < NAIK_MAKS
    print(f"\n{nama}: memori naik {pengawas.naik:.0f} MB, /sehat paling lama {pengawas.terlama:.2f} s")


@lengkap
def test_of_twelve_uploads_at_once_two_are_checked_and_the_others_see_their_place(kecil, peramban, tmp_path):
    """Two of those that wait go away; the others get their verdict, and the server is as light as before."""
    berkas = baris_salah(tmp_path / "salah.xlsx", 20_000)
    konteks, _ = konteks_terekam(peramban, 1366, 768)
    try:
        semua = [konteks.new_page() for _ in range(12)]
        for h in semua:
            h.bring_to_front()  # what lies behind is drawn late
            buka(h, kecil.url("kelola"))
            siapkan(h, berkas)
        with diawasi(kecil, "kinerja.unggah.pekerja") as pengawas:
            for h in semua:
                h.bring_to_front()
                h.get_by_role("button", name="Periksa berkas").click()
            semua[-1].get_by_text("berkas di depan").wait_for(timeout=TUNGGU)
            menunggu_giliran = [h for h in semua if h.get_by_text("berkas di depan").count()]
            for h in menunggu_giliran[-3:-1]:
                h.close()
                semua.remove(h)
            for h in semua:
                h.bring_to_front()
                utama(h).get_by_text("temuan lain yang tidak ditampilkan").wait_for(timeout=10 * TUNGGU)
    finally:
        konteks.close()
    assert pengawas.gagal == []
    assert pengawas.terlama < SEHAT_MAKS
    assert pengawas.naik < NAIK_MAKS
    assert pengawas.serentak == 2
    print(f"\n12 unggahan: memori naik {pengawas.naik:.0f} MB, /sehat paling lama {pengawas.terlama:.2f} s")


@lengkap
@pytest.mark.parametrize("jeda", [0.0, 0.1], ids=["at once", "over ten seconds"])
def test_a_hundred_sessions_while_somebody_uploads(server_tulis, halaman, tmp_path, jeda):
    serentak(server_tulis, 100)  # what a first crowd leaves ready is the base; a second one may not add to it
    hasil = []
    with diawasi(server_tulis) as pengawas:
        ramai = threading.Thread(target=lambda: hasil.extend(serentak(server_tulis, 100, jeda=jeda)))
        ramai.start()
        buka(halaman, server_tulis.url("kelola"))
        unggah(halaman, entri_rusak(tmp_path / "rusak.xlsx"))
        assert "Belum dapat diterbitkan" in isi(halaman)
        ramai.join()
    assert hasil == []
    assert pengawas.gagal == []
    assert pengawas.terlama < SEHAT_MAKS
    assert pengawas.naik < NAIK_MAKS
    print(f"\n100 sesi, jeda {jeda}: naik {pengawas.naik:.0f} MB, /sehat paling lama {pengawas.terlama:.2f} s")


@lengkap
@pytest.mark.parametrize(
    ("pemanasan", "kerja"),
    [
        # Sessions that closed are kept for a while, 128 at most; what comes after those may add nothing.
        ([{"banyak": 1, "putaran": 300}], [{"banyak": 1, "putaran": 1000}]),
        ([{"banyak": 50, "putaran": 1}] * 4, [{"banyak": 50, "putaran": 1}] * 10),
    ],
    ids=["1,000 views of one session", "500 sessions opened and closed"],
)
def test_what_people_did_leaves_no_memory_behind(server_tulis, pemanasan, kerja):
    for pilihan in pemanasan:
        assert serentak(server_tulis, **pilihan) == []
    awal = proses(server_tulis).memory_info().rss
    for pilihan in kerja:
        assert serentak(server_tulis, **pilihan) == []
    naik = (proses(server_tulis).memory_info().rss - awal) / 2**20
    assert naik < TETAP_MAKS
    print(f"\n{sum(p['banyak'] * p['putaran'] for p in kerja)} tampilan: memori naik {naik:.1f} MB")


@lengkap
def test_twenty_open_tabs_come_back_after_a_restart_with_their_filters(peramban, tmp_path):
    port, catatan, url = port_kosong(), tmp_path / "server.log", f"sqlite:///{tmp_path / 'g.db'}"
    proses = hidupkan(port, catatan, url)
    tunggu_siap(f"http://{SINI}:{port}", proses, catatan)
    konteks = peramban.new_context(viewport={"width": 1366, "height": 768})
    try:
        tab = [konteks.new_page() for _ in range(20)]
        for n, t in enumerate(tab):
            t.goto(f"http://{SINI}:{port}/capaian?opd=SETDA&tahun={2022 + n % 3}")
            t.get_by_role("heading", level=1).wait_for(timeout=60_000)
        lama = [t.get_by_role("heading", level=1).inner_text() for t in tab]
        proses.kill()
        proses.wait()
        proses = hidupkan(port, catatan, url)
        tunggu_siap(f"http://{SINI}:{port}", proses, catatan)
        for n, t in enumerate(tab):
            t.wait_for_function(
                "() => document.querySelector('[data-testid=stApp]')?.dataset.testConnectionState === 'CONNECTED'",
                timeout=60_000,
            )
            assert f"tahun={2022 + n % 3}" in t.url
            assert "opd=SETDA" in t.url
            assert t.get_by_role("heading", level=1).inner_text() == lama[n]
    finally:
        konteks.close()
        proses.terminate()
        proses.wait(30)


@lengkap
def test_a_press_while_a_bad_upload_is_checked_is_not_lost(kecil, halaman, tmp_path):
    """Another page opened while an upload is read shows itself; the upload is simply gone."""
    buka(halaman, kecil.url("kelola"))
    with menunggu(halaman):
        halaman.get_by_role("radio", name="Ganti seluruhnya").click()
    with menunggu(halaman):
        halaman.locator("input[type=file]").set_input_files([str(banyak_baris(tmp_path / "b.xlsx"))])
    halaman.get_by_role("button", name="Periksa berkas").click()
    buka(halaman, kecil.url("capaian"))
    assert "Versi data 1" in isi(halaman)
