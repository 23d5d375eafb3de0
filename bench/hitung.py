"""Measure `hitung` on a workbook against the bare openpyxl pass over the same file, each in a process of its own.

`python bench/hitung.py [WORKBOOK] [ROUNDS]` runs them by turns and prints the medians and their ratio.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
POLOS = """
import sys
from openpyxl import load_workbook
buku = load_workbook(sys.argv[1], read_only=True)
for lembar in buku:
    for baris in lembar.iter_rows(values_only=True):
        pass
"""


def lama(perintah: list[str]) -> float:
    """Run a command and return its wall time in seconds."""
    mulai = time.perf_counter()
    subprocess.run(perintah, cwd=AKAR, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - mulai


def main() -> None:
    """Print medians of both and the ratio."""
    buku = sys.argv[1] if len(sys.argv) > 1 else str(next((AKAR / "data").glob("*.xlsx")))
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    polos = [sys.executable, "-c", POLOS, buku]
    hitung = [sys.executable, "-m", "kinerja", "hitung", buku, "--json"]
    hasil = [(lama(polos), lama(hitung)) for _ in range(putaran)]
    dasar, kita = (statistics.median(h[i] for h in hasil) for i in (0, 1))
    sys.stdout.write(f"openpyxl polos {dasar:.2f} s, hitung {kita:.2f} s, nisbah {kita / dasar:.2f}\n")


if __name__ == "__main__":
    main()
