"""The list of cases names tests that exist, and every case of the list has one."""

import ast
import re
from pathlib import Path

import pytest

AKAR = Path(__file__).parent
TEKS = (AKAR.parent / "docs" / "kasus.md").read_text(encoding="utf-8")
NAMA = re.findall(r"`([a-z_/]+)::(test_\w+)`", TEKS)


@pytest.mark.parametrize(("berkas", "nama"), sorted(set(NAMA)), ids="::".join)
def test_a_test_that_is_named_exists(berkas, nama):
    pohon = ast.parse((AKAR / f"{berkas}.py").read_text(encoding="utf-8"))
    assert nama in {f.name for f in pohon.body if isinstance(f, ast.FunctionDef)}


@pytest.mark.parametrize(("bagian", "banyak"), [("Abuse", 25), ("Faults", 18)])
def test_every_case_is_listed_with_a_test(bagian, banyak):
    isi = TEKS.split(f"## {bagian}\n")[1].split("\n## ")[0]
    kasus = set()
    for nomor, uji in re.findall(r"^\| ([\d, to]+?):.*\| ([^|]+) \|$", isi, re.MULTILINE):
        assert "::" in uji or uji == "the same"
        for a, b in re.findall(r"(\d+)(?: to (\d+))?", nomor):
            kasus |= set(range(int(a), int(b or a) + 1))
    assert kasus == set(range(1, banyak + 1))
