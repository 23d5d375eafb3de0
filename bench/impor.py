"""Measure `impor` against the bare openpyxl pass, and what an upload ten times as large costs the server's memory.

`python bench/impor.py [ROUNDS] [TIMES ...]` prints the medians and their ratio for the shipped workbook (each round
into a store of its own that holds one version already, with one figure changed), then the growth of the process that
hands over a workbook with ten times the rows, from check to publication, then the time of importing workbooks so many
times as long (1, 10 and 100), with the limits raised by configuration.
"""

import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(AKAR))
BUKU = next((AKAR / "data").glob("*.xlsx"))
POLOS = """
import sys
from openpyxl import load_workbook
for lembar in load_workbook(sys.argv[1], read_only=True):
    for baris in lembar.iter_rows(values_only=True):
        pass
"""
MEMORI = """
import sys
from pathlib import Path
import psutil
from kinerja.unggah import impor; from kinerja.sumber import versi as sumber; from kinerja.unggah import kirim as unggah
gudang, oleh = sumber.gudang_terisi(), impor.PENGELOLA_SISTEM
isi = Path(sys.argv[1]).read_bytes()
proses, awal, puncak = psutil.Process(), psutil.Process().memory_info().rss, [0]
def lapor(_):
    puncak[0] = max(puncak[0], proses.memory_info().rss)
hasil = unggah.unggah([("sepuluh.xlsx", isi)], impor.Mode.GANTI, oleh, lapor)
impor.terbitkan(gudang, hasil.draf, oleh, "ukur")
lapor(None)
print((puncak[0] - awal) / 1e6, sum(hasil.rincian["perubahan"].values()))
"""


def lama(perintah: list[str], **lingkungan: str) -> float:
    """Run a command and return its wall time in seconds."""
    mulai = time.perf_counter()
    subprocess.run(perintah, cwd=AKAR, check=True, stdout=subprocess.DEVNULL, env=_env(**lingkungan))
    return time.perf_counter() - mulai


def _env(**lingkungan: str) -> dict[str, str]:
    return {**os.environ, **lingkungan}


def ubahan(folder: Path) -> Path:
    """Write the shipped workbook with one figure changed."""
    from openpyxl import load_workbook

    buku = load_workbook(BUKU)
    buku["Capaian"]["F2"].value = "73,01"
    buku.save(folder / "ubahan.xlsx")
    return folder / "ubahan.xlsx"


def berlipat(folder: Path, kali: int) -> tuple[Path, int]:
    """Write a workbook with so many times the rows: the Kutipan of the shipped one again and again, from other places.

    Returns:
        the workbook and how many rows it has.
    """
    from kinerja.buku.tulis import baca_sumber, nama_sumber, tulis_buku
    from kinerja.model.skema import KUTIPAN, SEMUA_LEMBAR

    sumber = baca_sumber(AKAR / "data" / "sumber")
    judul, *kutipan = sumber[KUTIPAN.nama]
    semua = sum(len(isi) - 1 for isi in sumber.values())
    letak = judul.index("Sumber")
    for n in range(-(-(kali - 1) * semua // len(kutipan))):
        sumber[KUTIPAN.nama] += [[*b[:letak], f"{b[letak]} ({n})", *b[letak + 1 :]] for b in kutipan]
    for lembar in SEMUA_LEMBAR:
        with (folder / nama_sumber(lembar)).open("w", encoding="utf-8", newline="") as f:
            csv.writer(f).writerows(sumber.get(lembar.nama, [list(lembar.judul)]))
    tulis_buku(folder, folder / f"{kali}.xlsx")
    return folder / f"{kali}.xlsx", sum(len(isi) - 1 for isi in sumber.values())


def nisbah(folder: Path, putaran: int) -> str:
    """Measure importing against the bare pass and return the line to print."""
    berkas, hasil = ubahan(folder), []
    for n in range(putaran):
        gudang = f"sqlite:///{folder / f'{n}.db'}"
        lama([sys.executable, "-m", "kinerja", "versi"], KINERJA_DATABASE_URL=gudang)
        polos = lama([sys.executable, "-c", POLOS, str(BUKU)])
        impor = [sys.executable, "-m", "kinerja", "impor", str(berkas)]
        hasil.append((polos, lama(impor, KINERJA_DATABASE_URL=gudang)))
    dasar, kita = (statistics.median(h[i] for h in hasil) for i in (0, 1))
    return f"openpyxl polos {dasar:.2f} s, impor {kita:.2f} s, nisbah {kita / dasar:.2f}\n"


def memori(folder: Path) -> str:
    """Measure what the large upload costs the process that hands it over and return the line to print."""
    perintah = [sys.executable, "-c", MEMORI, str(berlipat(folder, 10)[0])]
    gudang = _env(KINERJA_DATABASE_URL=f"sqlite:///{folder / 'memori.db'}")
    keluaran = subprocess.run(perintah, cwd=AKAR, check=True, stdout=subprocess.PIPE, text=True, env=gudang).stdout
    naik, baris = keluaran.split()
    return f"sepuluh kali lipat ({baris} baris berubah): memori server naik {float(naik):.0f} MB\n"


LUAS = {
    "KINERJA_MAKS_BERKAS": str(2**30),
    "KINERJA_MAKS_ISI": str(8 * 2**30),
    "KINERJA_MAKS_BARIS": "1000000",
    "KINERJA_MAKS_MEMORI": str(16 * 2**30),
    "KINERJA_MAKS_DETIK": "3600",
}
"""Limits for a workbook that no office would send."""


def tumbuh(folder: Path, kali: Sequence[int]) -> Iterator[str]:
    """Measure importing longer and longer workbooks into an empty store, and yield a line for each."""
    for k in kali:
        berkas, baris = berlipat(folder, k)
        gudang = f"sqlite:///{folder / f'tumbuh{k}.db'}"
        perintah = [sys.executable, "-m", "kinerja", "impor", str(berkas), "--mode", "ganti", "--catatan", "ukur"]
        detik = lama(perintah, KINERJA_DATABASE_URL=gudang, KINERJA_DATA=str(folder / "kosong"), **LUAS)
        mb = berkas.stat().st_size / 1e6
        per_seribu = detik / baris * 1000
        yield f"{k} kali: {baris} baris, {mb:.1f} MB, impor {detik:.1f} s, {per_seribu:.2f} s per seribu baris\n"


def main() -> None:
    """Print the ratio and the growth."""
    with tempfile.TemporaryDirectory() as nama:
        sys.stdout.write(nisbah(Path(nama), int(sys.argv[1]) if len(sys.argv) > 1 else 5))
        sys.stdout.write(memori(Path(nama)))
        for baris in tumbuh(Path(nama), [int(n) for n in sys.argv[2:]] or [1, 10, 100]):
            sys.stdout.write(baris)


if __name__ == "__main__":
    main()
