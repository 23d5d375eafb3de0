"""Command `ekspor` as its users meet it: exit code, JSON, words; a file that stands whole or not at all."""

import json
import subprocess
import sys

import pytest
from docx import Document
from openpyxl import load_workbook
from pembangun import BUKU_KECIL, tulis
from pptx import Presentation
from pypdf import PdfReader
from test_perintah_gudang import AKAR, jalan, proses, url  # noqa: F401 - fixtures

from kinerja.nilai.galat import Ditolak
from kinerja.perintah.ekspor import PENULIS
from kinerja.perintah.keluaran import tulis_utuh


@pytest.fixture
def terisi(jalan, tmp_path):  # noqa: F811
    """A store with one version; returns `jalan`."""
    assert jalan("impor", tulis(BUKU_KECIL, tmp_path / "buku.xlsx"))[0] == 0
    return jalan


def test_ekspor_writes_the_tables_of_the_regency_and_its_default_year(terisi, tmp_path):
    berkas = tmp_path / "baru" / "tabel.xlsx"
    kode, keluar, galat = terisi("ekspor", "xlsx", "-o", berkas, "--json")
    assert (kode, galat) == (0, "")
    buku = load_workbook(berkas)
    isi = json.loads(keluar)
    assert isi == {"berkas": str(berkas), "ukuran_byte": berkas.stat().st_size, "tabel": len(buku.sheetnames) - 2}
    assert "2024" in [s.value for b in buku["Sampul"].iter_rows() for s in b]
    assert isi["tabel"] > 1


def test_ekspor_takes_an_opd_by_its_code_and_a_year(terisi, tmp_path):
    berkas = tmp_path / "tabel.xlsx"
    kode, keluar, _ = terisi("ekspor", "xlsx", "-o", berkas, "--opd", "dinkes", "--tahun", "2024")
    assert (kode, keluar.endswith(" tabel\n")) == (0, True)
    teks = [s.value for b in load_workbook(berkas)["Sampul"].iter_rows() for s in b]
    assert "Dinas Kesehatan" in teks


def test_an_unknown_opd_is_wrong_use_and_names_those_there_are(terisi, tmp_path):
    kode, keluar, galat = terisi("ekspor", "xlsx", "-o", tmp_path / "a.xlsx", "--opd", "TIADA")
    assert (kode, keluar) == (2, "")
    assert galat.startswith("OPD berkode TIADA tidak ada. Kode yang ada: KAB, ")
    assert not (tmp_path / "a.xlsx").exists()


def test_a_year_without_data_says_which_years_there_are(terisi, tmp_path):
    kode, keluar, galat = terisi("ekspor", "xlsx", "-o", tmp_path / "a.xlsx", "--tahun", "1999")
    assert (kode, keluar) == (1, "")
    assert galat.startswith("Belum ada data ")
    assert "tahun 1999. Tahun yang tersedia: 2024" in galat
    assert not [b for b in tmp_path.iterdir() if b.name.endswith("a.xlsx")]


def test_an_empty_store_has_nothing_to_export(jalan, tmp_path):  # noqa: F811
    kode, _, galat = jalan("ekspor", "xlsx", "-o", tmp_path / "a.xlsx")
    assert kode == 1
    assert galat.startswith("Belum ada versi yang terbit.")


def test_an_unknown_kind_of_file_is_wrong_use(tmp_path):
    assert proses("ekspor", "doc", "-o", tmp_path / "a.doc").returncode == 2
    assert set(PENULIS) == {"pptx", "pdf", "xlsx", "lampiran", "docx"}


@pytest.mark.parametrize(
    ("jenis", "hitungan", "buka"),
    [
        ("pptx", "slaid", lambda b: len(Presentation(b).slides)),
        ("pdf", "slaid", lambda b: len(PdfReader(b).pages)),
        ("lampiran", "tabel", lambda b: len(PdfReader(b).outline)),
        ("docx", "tabel", lambda b: len(Document(b).tables)),
    ],
)
def test_deck_lampiran_and_chapter_are_written_and_counted(terisi, tmp_path, jenis, hitungan, buka):
    berkas = tmp_path / f"a.{jenis}"
    kode, keluar, galat = terisi("ekspor", jenis, "-o", berkas, "--json")
    assert (kode, galat) == (0, "")
    isi = json.loads(keluar)
    assert isi == {"berkas": str(berkas), "ukuran_byte": berkas.stat().st_size, hitungan: buka(str(berkas))}
    assert isi[hitungan] > 1


@pytest.mark.parametrize("jenis", ["pptx", "pdf", "lampiran", "docx"])
def test_no_kind_of_file_is_left_behind_for_a_year_without_data(terisi, tmp_path, jenis):
    kode, keluar, galat = terisi("ekspor", jenis, "-o", tmp_path / "a", "--tahun", "1999")
    assert (kode, keluar) == (1, "")
    assert galat.startswith("Belum ada data ")
    assert [b.name for b in tmp_path.iterdir() if b.name.endswith("a")] == []


def test_a_file_that_stands_is_replaced_only_by_a_whole_one(tmp_path):
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(b"lama")

    def gagal(sementara):
        sementara.write_bytes(b"separuh")
        raise Ditolak("tidak jadi")

    with pytest.raises(Ditolak):
        tulis_utuh(berkas, gagal)
    assert [b.name for b in tmp_path.iterdir()] == ["a.xlsx"]
    assert berkas.read_bytes() == b"lama"
    assert tulis_utuh(berkas, lambda s: s.write_bytes(b"baru")) == 4
    assert berkas.read_bytes() == b"baru"


def test_a_folder_in_place_of_the_file_is_refused_in_words(terisi, tmp_path):
    kode, _, galat = terisi("ekspor", "xlsx", "-o", tmp_path)
    assert kode == 1
    assert galat.startswith("Berkas tidak dapat dibaca atau ditulis")


def test_the_parser_loads_neither_the_store_nor_a_writer():
    kode = (
        "import sys; import kinerja.perintah.utama; "
        "print([m for m in sys.modules if m.startswith(('openpyxl', 'sqlalchemy', 'kinerja.ekspor.x'))])"
    )
    selesai = subprocess.run([sys.executable, "-c", kode], cwd=AKAR, capture_output=True, text=True, check=True)
    assert selesai.stdout == "[]\n"
