"""Write the floors of the code into docs/arsitektur.md; tests/test_arsitektur.py holds the code to the same lists.

`--check` writes nothing and exits 1 when the document no longer shows the floors.
"""

import ast
import sys
from collections.abc import Sequence

from dokumen import AKAR, jalankan, tabel

Lantai = tuple[tuple[str, ...], ...]

KINERJA: Lantai = (
    ("nilai", "pemasangan"),
    ("akun", "model"),
    ("rumus", "sajian"),
    ("dataset", "buku", "panduan"),
    ("gudang", "telaah", "susun"),
    ("uji",),
    ("tindak", "terbitan", "paparan"),
    ("unggah", "ekspor"),
    ("sumber",),
    ("perintah",),
    ("__main__",),
)
"""Rooms of kinerja from the ground up: a room may import those of lower floors, none of its own floor."""
TELAAH: Lantai = (
    ("wilayah", "anggaran", "triwulan", "notulen"),
    ("indikator", "kelengkapan"),
    ("sorotan",),
    ("kisah", "capaian"),
    ("pohon", "opd", "skenario"),
)
"""Rooms of telaah, the same way."""
KOMPONEN: Lantai = (
    ("dasar",),
    ("server",),
    ("bingkai",),
    (
        "regional",
        "capaian",
        "anggaran",
        "predikat",
        "uji",
        "kelola",
        "rapat",
        "pohon",
        "kelengkapan",
        "panduan",
        "triwulan",
    ),
    ("indikator", "opd", "skenario", "siap", "ubah"),
)
"""Rooms of components, the same way; all of them may import kinerja."""

DOKUMEN = "docs/arsitektur.md"
AWAL, AKHIR = "<!-- lantai: tools/buat_arsitektur.py -->", "<!-- /lantai -->"


def tugas(induk: str, nama: str) -> str:
    """Return what a room is for: the first line of its docstring."""
    tempat = AKAR / induk / nama
    berkas = tempat / "__init__.py" if tempat.is_dir() else tempat.with_suffix(".py")
    return (ast.get_docstring(ast.parse(berkas.read_text(encoding="utf-8"))) or "").partition("\n")[0].rstrip(".")


def gambar(judul: str, induk: str, lantai: Lantai) -> str:
    """Write the floors of a part, the highest on top."""
    baris: list[Sequence[str]] = []
    for nomor, kamar in reversed(list(enumerate(lantai, 1))):
        baris += [(str(nomor), f"`{nama}`", tugas(induk, nama)) for nama in kamar]
    return f"### {judul}\n\n{tabel(('floor', 'room', 'what'), baris)}"


def susun() -> str:
    """Return the document with its floors as they are now."""
    teks = (AKAR / DOKUMEN).read_text(encoding="utf-8")
    depan, _, sisa = teks.partition(AWAL)
    _, _, belakang = sisa.partition(AKHIR)
    isi = "\n".join(
        (
            gambar("kinerja", "kinerja", KINERJA),
            gambar("kinerja/telaah", "kinerja/telaah", TELAAH),
            gambar("components", "components", KOMPONEN),
        )
    )
    return f"{depan}{AWAL}\n\n{isi}\n{AKHIR}{belakang}"


if __name__ == "__main__":
    sys.exit(jalankan("tools/buat_arsitektur.py", DOKUMEN, susun))
