"""Measure the step to the next slide in a real browser against the floor page's change of page, and making the deck.

`python bench/paparan.py PROBE_FOLDER` takes the folder that holds browser_probe.py, make_workbook.py and apps/; it
starts a dashboard of its own, walks the deck of the regency, and prints medians, p95 and the ratio to the floor.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from peladen import peladen_dasbor
from peramban import dataset_aktif, resep

LANGKAH = """async () => {
    const hasil = [];
    const banyak = document.querySelectorAll('.slaid').length;
    for (let n = 1; n < banyak; n++) {
        const awal = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        hasil.push(performance.now() - awal);
    }
    return hasil;
}"""


def dasar(pengukur: Path) -> float:
    """Return the median milliseconds of the floor page's change of page."""
    with tempfile.TemporaryDirectory() as folder:
        buku, daftar, hasil = (Path(folder) / n for n in ("wb.xlsx", "resep.json", "hasil.json"))
        subprocess.run([sys.executable, str(pengukur / "make_workbook.py"), "--out", str(buku)], check=True)
        daftar.write_text(json.dumps(resep(pengukur, buku)[:1]), encoding="utf-8")
        perintah = [sys.executable, str(pengukur / "browser_probe.py"), "--recipes", str(daftar), "--out", str(hasil)]
        pilihan = ["--rounds", "3", "--loads", "1", "--n", "2", "--switches", "4"]
        subprocess.run([*perintah, *pilihan], check=True, stdout=subprocess.DEVNULL)
        return float(json.loads(hasil.read_text(encoding="utf-8"))["apps"][0]["switch_ms"]["median"])


def langkah() -> list[float]:
    """Return the milliseconds of each step through the deck of the regency, three times."""
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        peladen_dasbor(Path(folder)) as peladen,
    ):
        peramban = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        halaman = peramban.new_page(viewport={"width": 1920, "height": 1080})
        hasil: list[float] = []
        for _ in range(3):
            halaman.goto(f"{peladen.alamat}/tayang")
            hasil += halaman.evaluate(LANGKAH)
        peramban.close()
        return hasil


def membuat() -> tuple[int, float, float]:
    """Return how many slides the deck of the regency has, and the milliseconds of making it and its document."""
    data = dataset_aktif()
    from components.rapat.tayang import dokumen
    from kinerja.paparan.susun import susun_paparan

    awal = time.perf_counter()
    paparan = susun_paparan(data, data.kode_keseluruhan, data.tahun_bawaan(data.kode_keseluruhan) or data.tahun[0])
    tengah = time.perf_counter()
    dokumen(paparan, "/", boleh_menulis=False)
    return len(paparan.slaid), (tengah - awal) * 1000, (time.perf_counter() - tengah) * 1000


def main() -> None:
    """Print the figures."""
    banyak, susun, tulis = membuat()
    sys.stdout.write(f"{banyak} slaid: disusun {susun:.0f} ms, dokumen {tulis:.0f} ms\n")
    acuan, semua = dasar(Path(sys.argv[1]).resolve()), langkah()
    tengah, p95 = statistics.median(semua), statistics.quantiles(semua, n=20)[-1]
    isi = f"slaid berikutnya {tengah:.0f} ms (p95 {p95:.0f}), ganti halaman dasar {acuan:.0f} ms"
    sys.stdout.write(f"{isi}, nisbah {tengah / acuan:.2f}\n")


if __name__ == "__main__":
    main()
