"""Take pictures of every page: three sizes, light and dark, into var/potret/ (script/screenshots prepares the machine).

Starts the dashboard on a free port, waits until a page has stopped moving, and says which pages showed an error.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(AKAR))  # the pages' registry; this file is run as a script

from components.bingkai.navigasi import HALAMAN  # noqa: E402

FOLDER = AKAR / "var" / "potret"
CATATAN = FOLDER / "dasbor.log"
UKURAN = ((1920, 1080), (1366, 768), (390, 844))
RUPA: dict[str, Literal["light", "dark"]] = {"terang": "light", "gelap": "dark"}
TINGGI_MAKS = 16_000
"""Chromium draws no taller picture in one piece."""
BATAS_MULAI = 90
BATAS_DIAM = 60_000
# Without these, Chromium asks its maker for updates while the pictures are taken.
SAKELAR = ("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")
DIAM = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.dataset.testScriptState === 'notRunning'
        && document.querySelector('[data-testid=stMainBlockContainer]')
        && !document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton], [data-stale=true]')
        && [...document.querySelectorAll('.js-plotly-plot')].every(g => g.querySelector('.main-svg'));
}"""
TINGGI_ISI = "() => document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0"
GALAT = "[data-testid=stException], [data-testid=stAlertContentError]"


@dataclass(frozen=True, slots=True)
class Potret:
    """One picture: a page, a size, a look."""

    nama: str
    jalur: str
    ukuran: tuple[int, int]
    rupa: str

    @property
    def berkas(self) -> str:
        """Return the picture's file name."""
        return f"{self.nama}-{self.ukuran[0]}x{self.ukuran[1]}-{self.rupa}.png"


def jalur_halaman() -> dict[str, str]:
    """Return the URL path by page name; the first page opens without one."""
    return {h.jalur: "" if h is HALAMAN[0] else h.jalur for h in HALAMAN}


def daftar_potret(halaman: list[str], alamat: str) -> list[Potret]:
    """List the pictures of `halaman` (all when empty); `alamat` is a query string such as opd=SETDA&tahun=2024."""
    semua = jalur_halaman()
    akhiran = f"?{alamat}" if alamat else ""
    dipilih = [h for h in semua if not halaman or h in halaman]
    return [Potret(h, semua[h] + akhiran, u, r) for r in RUPA for u in UKURAN for h in dipilih]


@contextmanager
def dasbor() -> Iterator[str]:
    """Run the dashboard on a free port of this machine and yield its address."""
    port = _port_kosong()
    perintah = [sys.executable, "-m", "streamlit", "run", "app.py"]
    perintah += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    CATATAN.parent.mkdir(parents=True, exist_ok=True)
    with CATATAN.open("wb") as catatan:
        proses = subprocess.Popen(perintah, cwd=AKAR, stdout=catatan, stderr=catatan)
    try:
        alamat = f"http://127.0.0.1:{port}"
        _tunggu_siap(alamat, proses)
        yield alamat
    finally:
        proses.terminate()
        proses.wait(20)


def _port_kosong() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _tunggu_siap(alamat: str, proses: "subprocess.Popen[bytes]") -> None:
    batas = time.monotonic() + BATAS_MULAI
    while time.monotonic() < batas and proses.poll() is None:
        try:
            urllib.request.urlopen(f"{alamat}/_stcore/health", timeout=2).read()  # noqa: S310 - our own server
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    sys.exit(f"Dasbor tidak menjawab; lihat {CATATAN}")


@contextmanager
def peramban() -> Iterator[Browser]:
    """Open Debian's Chromium without a window."""
    chromium = shutil.which("chromium") or sys.exit("Chromium tidak ada; jalankan script/screenshots.")
    # As root, Chromium refuses to start with its sandbox.
    sakelar = [*SAKELAR, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=sakelar)
        yield browser
        browser.close()


def ambil(browser: Browser, alamat: str, potret: Potret, tujuan: Path, *, penuh: bool) -> list[str]:
    """Take one picture; return what went wrong on the page."""
    lebar, tinggi = potret.ukuran
    konteks = browser.new_context(
        viewport={"width": lebar, "height": tinggi},
        color_scheme=RUPA[potret.rupa],
        locale="id-ID",
        has_touch=lebar < 600,
        reduced_motion="reduce",
    )
    halaman = konteks.new_page()
    galat: list[str] = []
    halaman.on("pageerror", lambda g: galat.append(str(g)))
    halaman.on("console", lambda m: galat.append(f"{m.text} {m.location['url']}") if m.type == "error" else None)
    halaman.goto(f"{alamat}/{potret.jalur}")
    tunggu_diam(halaman)
    if penuh:
        halaman.set_viewport_size({"width": lebar, "height": _tinggi_penuh(halaman, tinggi)})
        tunggu_diam(halaman)
    halaman.screenshot(path=tujuan)
    galat += halaman.locator(GALAT).all_inner_texts()
    konteks.close()
    return galat


def tunggu_diam(halaman: Page) -> None:
    """Wait until the script has ended, every chart is drawn and the page has kept its height for a while."""
    halaman.wait_for_function(DIAM, timeout=BATAS_DIAM)
    halaman.evaluate("document.fonts.ready")
    lalu, sama = -1, 0
    while sama < 3:
        halaman.wait_for_timeout(150)
        kini = halaman.evaluate(TINGGI_ISI) if halaman.evaluate(DIAM) else -1
        lalu, sama = kini, sama + 1 if kini == lalu != -1 else 0


def _tinggi_penuh(halaman: Page, tinggi: int) -> int:
    return min(max(tinggi, int(halaman.evaluate(TINGGI_ISI))), TINGGI_MAKS)


def potret_semua(daftar: list[tuple[Potret, Path]], *, penuh: bool) -> int:
    """Take all pictures; 1 when a page showed an error."""
    ada_galat = False
    with dasbor() as alamat, peramban() as browser:
        for potret, tujuan in daftar:
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            galat = ambil(browser, alamat, potret, tujuan, penuh=penuh)
            ada_galat = ada_galat or bool(galat)
            sys.stdout.write(f"{tujuan.relative_to(AKAR) if tujuan.is_relative_to(AKAR) else tujuan}\n")
            sys.stdout.writelines(f"  galat: {g}\n" for g in galat)
    return 1 if ada_galat else 0


def setujui(halaman: list[str]) -> int:
    """Renew the approved pictures of `halaman` (all when empty) as the browser tests take them."""
    perintah = [sys.executable, str(AKAR / "tests" / "browser" / "setujui_gambar.py"), *halaman]
    jalur = os.pathsep.join((str(AKAR), str(AKAR / "tests")))
    return subprocess.run(perintah, check=False, env={**os.environ, "PYTHONPATH": jalur}).returncode


def main() -> int:
    """Read the arguments and take the pictures."""
    pengurai = argparse.ArgumentParser("script/screenshots", description="Potret semua halaman dasbor")
    pengurai.add_argument("halaman", nargs="*", help="jalur halaman, misalnya capaian; kosong berarti semua")
    pengurai.add_argument("--alamat", default="", help="saringan pada URL, misalnya 'opd=SETDA&tahun=2024'")
    pengurai.add_argument("--penuh", action="store_true", help="setinggi isi halaman, bukan setinggi layar")
    pengurai.add_argument("--keluaran", type=Path, default=FOLDER, help="folder gambar")
    pengurai.add_argument("--setujui", action="store_true", help="perbarui gambar yang disetujui, setelah dilihat")
    pengurai.add_argument("--readme", action="store_true", help="hanya perbarui docs/gambar/ringkasan.png")
    pilihan = pengurai.parse_args()
    asing = set(pilihan.halaman) - set(jalur_halaman())
    if asing:
        pengurai.error(f"halaman tidak dikenal: {', '.join(sorted(asing))}; yang ada: {', '.join(jalur_halaman())}")
    if pilihan.setujui:
        return setujui(pilihan.halaman)
    if pilihan.readme:
        gambar = AKAR / "docs" / "gambar" / "ringkasan.png"
        return potret_semua([(Potret("ringkasan", "", (1366, 768), "terang"), gambar)], penuh=False)
    daftar = daftar_potret(pilihan.halaman, pilihan.alamat)
    return potret_semua([(p, pilihan.keluaran / p.berkas) for p in daftar], penuh=pilihan.penuh)


if __name__ == "__main__":
    sys.exit(main())
