"""Measure `susun` on an LRA of 10,000 rows against a bare `pandas.read_excel` of the same file.

`python bench/susun.py [ROUNDS] [ROWS]` prints the medians and their ratio: each round a process of its own for the bare
pass and for the command, into a store that holds the base of the tables. The issue allows 1.5 times the bare pass and
one second; no test fails on a time.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(AKAR), str(AKAR / "tests")]
POLOS = "import sys, pandas; pandas.read_excel(sys.argv[1], engine='openpyxl', header=None)"


def lama(perintah: list[str], url: str) -> tuple[float, int]:
    """Run a command and return its wall time in seconds and its exit code."""
    mulai = time.perf_counter()
    lingkungan = {**os.environ, "KINERJA_DATABASE_URL": url}
    selesai = subprocess.run(perintah, cwd=AKAR, check=False, stdout=subprocess.DEVNULL, env=lingkungan)
    return time.perf_counter() - mulai, selesai.returncode


def toko(folder: Path) -> str:
    """Make a store with the base of the tables and return its URL."""
    from pembangun import tulis
    from pembangun_kantor import dasar

    url = f"sqlite:///{folder / 'susun.db'}"
    buku = str(tulis(dasar(), folder / "dasar.xlsx"))
    subprocess.run(
        [sys.executable, "-m", "kinerja", "impor", buku],
        cwd=AKAR,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "KINERJA_DATABASE_URL": url, "KINERJA_DATA": str(folder / "kosong")},
    )
    return url


def main() -> None:
    """Print the ratio."""
    from kantor.lra import lra_besar

    putaran, baris = (int(n) for n in (*sys.argv[1:], *("3", "10000")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        berkas, url = str(lra_besar(folder / "lra.xlsx", baris)), toko(folder)
        hasil = []
        for n in range(putaran):
            susun = [sys.executable, "-m", "kinerja", "susun", berkas, "--opd", "DINKES", "--tahun", "2025"]
            polos, _ = lama([sys.executable, "-c", POLOS, berkas], url)
            kita, kode = lama([*susun, "-o", str(folder / f"{n}.xlsx"), "--json"], url)
            if kode:
                sys.exit(f"susun selesai dengan {kode}")
            hasil.append((polos, kita))
    polos, kita = (statistics.median(h[i] for h in hasil) for i in (0, 1))
    batas = 1.5 * polos + 1
    rasio = f"nisbah {kita / polos:.2f}; batas {batas:.2f} s"
    sys.stdout.write(f"{baris} baris: pandas polos {polos:.2f} s, susun {kita:.2f} s, {rasio}\n")


if __name__ == "__main__":
    main()
