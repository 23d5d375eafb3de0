"""Documents that cannot lie: what is generated is current, what is named is there, decisions say when and what else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
DOKUMEN = sorted([*AKAR.glob("*.md"), *(AKAR / "docs").rglob("*.md")])
KEPUTUSAN = sorted((AKAR / "docs" / "adr").glob("*.md"))
JALUR = re.compile(r"`((?:kinerja|components|pages|tools|tests|bench|deploy|script|docs|data)/[\w./*<>-]+)`")
KAMAR = "|".join(b.stem for p in ("kinerja", "components") for b in (AKAR / p).iterdir() if not b.stem.startswith("_"))
MODUL = re.compile(rf"`((?:kinerja|components)\.(?:{KAMAR})(?:\.\w+)*)(?:\(\))?`")
TAUTAN = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@pytest.mark.parametrize("alat", ["buat_arsitektur", "buat_aturan_uji", "buat_glosarium", "buat_panduan"])
def test_a_generated_document_is_current(alat):
    perintah = [sys.executable, f"tools/{alat}.py", "--check"]
    selesai = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)
    assert selesai.returncode == 0, selesai.stderr


def ada(jalur):
    """Look whether a path is there; `<section>` and `X` stand for any name."""
    return any(AKAR.glob(re.sub(r"<\w+>|\bX\b", "*", jalur.rstrip("/"))))


def modul_ada(nama):
    """Look whether a module is there, or a module with such a name in it."""
    bagian = nama.split(".")
    tempat = [AKAR.joinpath(*bagian), AKAR.joinpath(*bagian).with_suffix(".py")]
    if any(t.exists() for t in tempat):
        return True
    induk = AKAR.joinpath(*bagian[:-1])
    isi = [b for b in (induk.with_suffix(".py"), induk / "__init__.py") if b.is_file()]
    return any(re.search(rf"(?m)^(def |class |)\b{bagian[-1]}\b", b.read_text(encoding="utf-8")) for b in isi)


@pytest.mark.parametrize("berkas", DOKUMEN, ids=lambda b: b.name)
def test_what_a_document_names_is_there(berkas):
    teks = berkas.read_text(encoding="utf-8")
    hilang = [j for j in JALUR.findall(teks) if not ada(j)]
    hilang += [m for m in MODUL.findall(teks) if not modul_ada(m)]
    hilang += [t for t in TAUTAN.findall(teks) if not (berkas.parent / t).exists()]
    assert hilang == []


@pytest.mark.parametrize("berkas", KEPUTUSAN, ids=lambda b: b.stem)
def test_a_decision_says_when_it_was_taken_and_what_else_was_possible(berkas):
    teks = berkas.read_text(encoding="utf-8")
    assert re.match(rf"# {int(berkas.name[:4])}\. \S.*\n\nAccepted, \d{{1,2}} [A-Z][a-z]+ 20\d\d[.;]", teks)
    assert len(re.findall(r"(?m)^- \*\*", teks.partition("## Alternatives considered\n")[2])) >= 2


def test_the_numbers_of_the_decisions_are_each_used_once():
    assert [int(b.name[:4]) for b in KEPUTUSAN] == list(range(1, len(KEPUTUSAN) + 1))
