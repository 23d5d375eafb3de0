"""Check that every Tercetak of data/sumber/kutipan.csv stands in the text of the report its Sumber names.

Developer tool. The reports are text files named `<number>_<anything>.txt` (`000_laporan.txt`); the Sumber of a row
begins with that number, up to the first comma:

    python3 tools/periksa_transkripsi.py FOLDER_OF_REPORTS data/sumber

Spaces and markup (bold, tags, LaTeX escapes and fractions) are levelled on both sides. A Tercetak that begins or ends
with a digit does not match inside a longer number. What is not found is printed, a row a line; the exit code is then 1.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

KUTIPAN = "kutipan.csv"
_MARKUP = re.compile(r"</?[a-z][^<>]*>|\*|\\(?=[%&_$#{}*])", re.IGNORECASE)
_RUMUS = (
    (re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}"), r"\1 / \2"),
    (re.compile(r"\\times"), "x"),
    (re.compile(r"\$\$|\\\\\s|\\(?:begin|end)\{aligned\}"), " "),
    (re.compile(r"&\s*="), "="),
)
"""A fraction set in LaTeX as one reads it: ``55 / 47,01 x 100% = 85,47%``."""
_TAK_DIAWALI_ANGKA = r"(?<!\d)(?<!\d[.,])"
_TAK_DISAMBUNG_ANGKA = r"(?!\d)(?![.,]\d)"

Baris = tuple[int, Mapping[str, str]]
"""A row of the CSV with its number, the header being row 1."""


def ratakan(teks: str) -> str:
    """Drop markup, write a formula on one line, and make every run of white space one space."""
    for pola, ganti in _RUMUS:
        teks = pola.sub(ganti, teks)
    return " ".join(_MARKUP.sub("", teks).split())


def baca_laporan(folder: Path) -> dict[str, str]:
    """Read the levelled text of every report, by its number."""
    berkas = sorted(folder.glob("*_*.txt"))
    return {b.name.split("_", 1)[0]: ratakan(b.read_text(encoding="utf-8")) for b in berkas}


def baca_kutipan(folder: Path) -> list[Baris]:
    """Read the rows of Kutipan."""
    with (folder / KUTIPAN).open(encoding="utf-8", newline="") as aliran:
        return list(enumerate(csv.DictReader(aliran), start=2))


def nomor_laporan(sumber: str) -> str:
    """Return the number of the report a Sumber names."""
    return sumber.split(",", 1)[0].strip()


def tercetak_dalam(laporan: str, tercetak: str) -> bool:
    """Whether a print stands in a levelled text, not as part of a longer number."""
    isi = ratakan(tercetak)
    if not isi:
        return False
    awal = _TAK_DIAWALI_ANGKA if isi[0].isdigit() else ""
    akhir = _TAK_DISAMBUNG_ANGKA if isi[-1].isdigit() else ""
    return re.search(awal + re.escape(isi) + akhir, laporan) is not None


def alasan(baris: Mapping[str, str], laporan: Mapping[str, str]) -> str:
    """Return why a row cannot be confirmed, empty when it can."""
    nomor = nomor_laporan(baris["Sumber"])
    if nomor not in laporan:
        return f"laporan “{nomor}” tidak ada"
    return "" if tercetak_dalam(laporan[nomor], baris["Tercetak"]) else "tidak tercetak dalam laporan"


def periksa(kutipan: Iterable[Baris], laporan: Mapping[str, str]) -> list[str]:
    """Return one sentence for every row that cannot be confirmed."""
    hasil = ((nomor, baris, alasan(baris, laporan)) for nomor, baris in kutipan)
    return [f"{KUTIPAN}:{n}: “{b['Tercetak']}” ({b['Sumber']}): {sebab}" for n, b, sebab in hasil if sebab]


def baca_argumen(argumen: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    pengurai = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    pengurai.add_argument("laporan", type=Path, help="folder of the report texts")
    pengurai.add_argument("sumber", type=Path, help=f"folder of the CSV files, with {KUTIPAN}")
    return pengurai.parse_args(argumen)


def main(argumen: Sequence[str] | None = None) -> int:
    """Print what cannot be confirmed; 1 when there is any."""
    pilihan = baca_argumen(argumen)
    kutipan = baca_kutipan(pilihan.sumber)
    temuan = periksa(kutipan, baca_laporan(pilihan.laporan))
    print(*temuan, f"{len(kutipan)} kutipan diperiksa, {len(temuan)} tidak ditemukan", sep="\n")
    return 1 if temuan else 0


if __name__ == "__main__":
    sys.exit(main())
