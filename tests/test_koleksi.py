"""Looking for tests writes nothing: who only lists them finds the checkout as it was."""

import os
import subprocess
import sys

import pytest

from kinerja.pemasangan import AKAR

INGATAN = {".git", ".venv", "__pycache__", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", "potret"}
"""What the tools of development keep for themselves."""
MEMBUKA = "from kinerja.sumber import versi\n\nNAMA = [o.kode_opd for o in versi.aktif().dataset.opd_ber_iku]\n"


def isi_folder():
    return {b for b in AKAR.rglob("*") if not INGATAN & set(b.relative_to(AKAR).parts)}


def daftar(*tempat):
    perintah = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", "-p", "no:cacheprovider"]
    isi = {k: v for k, v in os.environ.items() if k != "KINERJA_DATABASE_URL"} | {"PYTHONPATH": str(AKAR / "tests")}
    return subprocess.run(
        [*perintah, *map(str, tempat)], cwd=AKAR, env=isi, capture_output=True, text=True, check=False
    )


def test_listing_tests_leaves_the_checkout_as_it_was():
    sebelum = isi_folder()
    selesai = daftar("tests/unit/telaah", "tests/pages")
    assert selesai.returncode == 0, selesai.stdout
    assert isi_folder() == sebelum


@pytest.mark.parametrize(("isi", "kode"), [(MEMBUKA, 2), ("", 5)], ids=["opens a store", "opens none"])
def test_a_module_that_opens_a_store_when_it_is_imported_cannot_be_collected(tmp_path, isi, kode):
    (tmp_path / "test_membuka.py").write_text(isi)
    assert daftar("-p", "conftest", f"--rootdir={tmp_path}", tmp_path).returncode == kode
