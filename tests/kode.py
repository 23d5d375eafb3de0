"""The product's code as the tests of its order read it: every module with its path and its tree, parsed once."""

import ast
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
FOLDER_KODE = ("kinerja", "components", "pages")
KODE = sorted(b for f in FOLDER_KODE for b in (AKAR / f).rglob("*.py")) + sorted(AKAR.glob("app.py"))
"""The product's code: what the size rules and the import rules hold for."""


def nama_modul(berkas):
    bagian = berkas.relative_to(AKAR).with_suffix("").parts
    return ".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian)


MODUL = {nama_modul(b): b for b in KODE}
POHON = {nama: ast.parse(berkas.read_text(encoding="utf-8")) for nama, berkas in MODUL.items()}
