"""What the tools share that write a document from the code: write it, or say that it is behind."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]


def tabel(judul: Sequence[str], baris: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    garis = [judul, ["---"] * len(judul), *baris]
    return "\n".join("| " + " | ".join(s.replace("|", "\\|") for s in b) + " |" for b in garis) + "\n"


def jalankan(alat: str, berkas: str, susun: Callable[[], str]) -> int:
    """Write the document, or with `--check` compare it with the one that stands: 1 when that is behind.

    Args:
        alat: name of the tool, to say how the document is renewed.
        berkas: the document, seen from the root of the project.
        susun: returns the whole document as it should stand.
    """
    pengurai = argparse.ArgumentParser(alat, description=f"Tulis {berkas}")
    pengurai.add_argument("--check", action="store_true", help="hanya bandingkan; 1 bila tertinggal")
    dokumen = AKAR / berkas
    if not pengurai.parse_args().check:
        dokumen.write_text(susun(), encoding="utf-8")
        return 0
    if dokumen.is_file() and dokumen.read_text(encoding="utf-8") == susun():
        return 0
    sys.stderr.write(f"{berkas} tertinggal; jalankan: python {alat}\n")
    return 1
