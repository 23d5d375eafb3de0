"""What a restarted server loads: a version's Parquet rows, never the workbook and never the library that reads it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from components.bingkai.navigasi import HALAMAN
from kinerja.sumber import versi as sumber

AKAR = Path(__file__).resolve().parents[2]
BUKA_SEMUA = """
import sys
from streamlit.testing.v1 import AppTest
from components.bingkai.navigasi import HALAMAN
for halaman in HALAMAN:
    at = AppTest.from_file("app.py", default_timeout=120)
    at.switch_page(halaman.berkas)
    at.run()
    assert not at.exception, halaman
    print(halaman.jalur, at.title[0].value)
print(sorted(n for n in sys.modules if n.split(".")[0] == "openpyxl"))
"""

MULAI = """
import sys
import app
from components import siap
assert siap._muat()
print(sorted(n for n in sys.modules if n.startswith(tuple(sys.argv[1:]))))
"""
BERKAS = ("openpyxl", "xlsxwriter", "pptx", "docx", "typst", "lxml", "xml", "defusedxml")
ALAT = ("pandas", "alembic", "psycopg", "difflib")
UNGGAH = (
    *("kinerja.unggah.impor", "kinerja.buku.rapi.saring", "kinerja.buku.rapi.jumlah", "kinerja.buku.ejaan"),
    *("kinerja.buku.kewajaran", "kinerja.buku.anak", "kinerja.buku.tanda.penanda", "kinerja.buku.tulis"),
    "kinerja.buku.aman",
)
LAIN = ("kinerja.ekspor", "kinerja.perintah", "kinerja.paparan.gambar", "kinerja.telaah.skenario")


@pytest.mark.parametrize("asing", [BERKAS, ALAT, UNGGAH, LAIN], ids=["files", "tools", "uploads", "other rooms"])
def test_a_start_loads_nothing_that_only_uploads_and_files_need(asing):
    assert sumber.aktif().dataset is not None  # the store is filled before the new process starts
    perintah = [sys.executable, "-c", MULAI, *asing]
    selesai = subprocess.run(perintah, cwd=AKAR, env=dict(os.environ), capture_output=True, text=True, check=True)
    assert selesai.stdout.splitlines()[-1] == "[]"


def test_the_app_is_there_before_the_server_below_it_and_the_templates_are_loaded():
    kode = "import sys, app; print([n for n in ('uvicorn', 'h11', 'jinja2') if n in sys.modules])"
    selesai = subprocess.run([sys.executable, "-c", kode], cwd=AKAR, capture_output=True, text=True, check=True)
    assert selesai.stdout == "[]\n"


def test_every_page_opens_after_a_restart_without_the_library_that_reads_workbooks():
    assert sumber.aktif().dataset is not None  # the store is filled before the new process starts
    selesai = subprocess.run(
        [sys.executable, "-c", BUKA_SEMUA], cwd=AKAR, env=dict(os.environ), capture_output=True, text=True, check=True
    )
    *judul, pustaka = selesai.stdout.splitlines()
    assert len(judul) == len(HALAMAN)
    assert pustaka == "[]"
