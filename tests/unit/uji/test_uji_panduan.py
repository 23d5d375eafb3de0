"""The rules of the audit in words: complete, of one form, and the same in code, document and guide."""

import re
import subprocess
import sys

import pytest

from kinerja.pemasangan import AKAR
from kinerja.uji.mesin import ATURAN
from kinerja.uji.model import ARTI_KEYAKINAN, CARA_MEMBACA, Keyakinan


def test_the_document_of_the_rules_is_current():
    selesai = subprocess.run(
        [sys.executable, "tools/buat_aturan_uji.py", "--check"], cwd=AKAR, capture_output=True, text=True, check=False
    )
    assert selesai.returncode == 0, selesai.stderr


def test_the_document_names_every_rule_with_when_it_speaks_and_why():
    teks = (AKAR / "docs" / "aturan-uji.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (\w+) ", teks, re.MULTILINE) == [a.kode for a in ATURAN]
    assert all(a.nama in teks and a.syarat in teks and a.alasan in teks for a in ATURAN)


def test_codes_and_names_are_used_once():
    assert len({a.kode for a in ATURAN}) == len({a.nama for a in ATURAN}) == len(ATURAN)


@pytest.mark.parametrize("aturan", ATURAN, ids=lambda a: a.kode)
def test_a_rule_is_worded_as_the_guide_puts_it(aturan):
    assert re.fullmatch(r"[A-Z]\d\d", aturan.kode)
    assert aturan.nama[0].isupper()
    assert not aturan.nama.endswith(".")
    awal = aturan.syarat.split()[0]
    assert awal.islower() or awal.isupper(), "in the middle of a sentence; an abbreviation keeps its capitals"
    assert not aturan.syarat.endswith(".")
    assert re.fullmatch(r"[A-Z].+\.", aturan.alasan)


def test_every_degree_of_certainty_is_explained():
    assert set(ARTI_KEYAKINAN) == set(Keyakinan)
    assert all(t.endswith(".") for t in (*ARTI_KEYAKINAN.values(), *CARA_MEMBACA))
