"""No command writes over a file that stands, unless --timpa says so; then it is replaced by a whole one only."""

import sys

import numpy
import pytest
from contoh_gudang import BUKU_KECIL
from pembangun import tulis
from test_perintah_gudang import jalan, url  # noqa: F401 - fixtures

from kinerja.perintah.daftar import DAFTAR, akar
from kinerja.perintah.ekspor import PENULIS

SUMBER = "opd.csv"
PENULIS_BERKAS = {
    "templat": (("templat",), "xlsx"),
    "bangun": (("bangun", "SUMBER"), "xlsx"),
    "cadangkan": (("cadangkan",), "db"),
    "isian": (("isian", "--opd", "DINKES", "--tahun", "2024"), "xlsx"),
    "susun": (("susun", "tabel.csv", "--opd", "DINKES", "--tahun", "2024"), "xlsx"),
    "isian semua": (("isian", "--tahun", "2025"), "zip"),
    **{f"ekspor {jenis}": (("ekspor", jenis), jenis) for jenis in PENULIS},
}
"""Every command that writes a file: its arguments and the ending of what it writes."""


@pytest.fixture
def terisi(jalan, tmp_path):  # noqa: F811
    """A store with one version and a folder of CSV sources; returns `jalan`."""
    assert jalan("impor", tulis(BUKU_KECIL, tmp_path / "buku.xlsx"))[0] == 0
    (tmp_path / "tabel.csv").write_text("Kode;Uraian;Anggaran;Realisasi\n1.02.01;PROGRAM A;100;90\n")
    (tmp_path / "SUMBER").mkdir()
    (tmp_path / "SUMBER" / SUMBER).write_text("Kode OPD,Nama OPD,Jenis\nKAB,Kabupaten Contoh,Kabupaten\n")
    return jalan


def test_the_table_names_every_command_that_writes_a_file():
    penulis = {n for n in DAFTAR if any(p.name == "keluaran" for p in akar.get_command(None, n).params)}
    assert {argumen[0] for argumen, _ in PENULIS_BERKAS.values()} == penulis


@pytest.mark.parametrize(("argumen", "akhiran"), PENULIS_BERKAS.values(), ids=PENULIS_BERKAS)
def test_a_file_that_stands_is_replaced_only_with_timpa(terisi, tmp_path, monkeypatch, argumen, akhiran):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "numpy", numpy)  # a workbook is read here without it
    ada = tmp_path / f"penting.{akhiran}"
    ada.write_text("penting")
    kode, keluar, galat = terisi(*argumen, "-o", ada.name)
    assert (kode, keluar) == (2, "")
    assert f"berkas {ada.name} sudah ada. Pilih nama lain, atau tambahkan --timpa untuk menggantinya." in galat
    assert ada.read_text() == "penting"
    assert terisi(*argumen, "-o", ada.name, "--timpa")[::2] == (0, "")
    assert ada.read_bytes()[:8] != b"penting"
    assert not [b.name for b in tmp_path.iterdir() if b.name != ada.name and b.name.endswith(ada.name)]


def test_a_link_to_nowhere_is_a_file_that_stands(terisi, tmp_path):
    tautan = tmp_path / "tautan.xlsx"
    tautan.symlink_to(tmp_path / "tiada.xlsx")
    assert terisi("templat", "-o", tautan)[0] == 2
    assert terisi("templat", "--timpa", "-o", tautan)[0] == 0
    assert not tautan.is_symlink()


def test_timpa_of_one_run_does_not_reach_the_next(terisi, tmp_path):
    berkas = tmp_path / "a.xlsx"
    assert terisi("templat", "--timpa", "-o", berkas)[0] == 0
    assert terisi("templat", "-o", berkas)[0] == 2


def test_what_fails_half_way_leaves_the_file_that_stood(terisi, tmp_path):
    (tmp_path / "SUMBER" / "anggaran.csv").write_text("Kode OPD,Tahun,Pagu\nKAB,2024,banyak\n")
    berkas = tmp_path / "a.xlsx"
    berkas.write_text("penting")
    assert terisi("bangun", tmp_path / "SUMBER", "-o", berkas, "--timpa")[0] == 1
    assert berkas.read_text() == "penting"
