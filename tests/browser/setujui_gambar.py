"""Renews the approved pictures after somebody has looked at what moved: script/screenshots --setujui [page ...]."""

import sys
import tempfile
from pathlib import Path

from alat_gambar import DISETUJUI, Layar, banding, server_gambar, setujui
from alat_peramban import UKURAN, buka_peramban, konteks_terekam
from tampilan import SLAID, TAMPILAN

SEMUA = (*TAMPILAN, *SLAID)


def perbarui(dipilih):
    """Look at the views of the pages (all when empty), keep what moved, and say so."""
    with tempfile.TemporaryDirectory() as folder, server_gambar(Path(folder)) as server, buka_peramban() as browser:
        konteks, _ = konteks_terekam(browser, *UKURAN["laptop"])
        layar = Layar(konteks.new_page(), server)
        for tampilan in (t for t in SEMUA if not dipilih or t.halaman.jalur in dipilih):
            beda, baru = banding(layar.buka(tampilan), tampilan.nama)
            if beda:
                setujui(tampilan.nama, baru)
            print(f"{tampilan.nama}: {'diperbarui' if beda else 'tetap'}", *beda, sep="\n    ", flush=True)


def buang_yatim():
    """Delete the pictures of views that are no more."""
    for berkas in DISETUJUI.glob("*"):
        if berkas.stem not in {t.nama for t in SEMUA}:
            berkas.unlink()
            print(f"{berkas.stem}: dibuang")


if __name__ == "__main__":
    perbarui(sys.argv[1:])
    buang_yatim()
