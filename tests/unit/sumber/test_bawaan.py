"""Workbooks in the data folder beside what is shown: said, on the command line and the page, and never imported."""

import json

import pytest
from contoh_gudang import buku, gudang_baru
from pembangun import BUKU_KECIL, tulis, ubah

from kinerja.perintah.utama import main
from kinerja.sumber.bawaan import keadaan_bawaan
from kinerja.sumber.versi import gudang_terisi


@pytest.fixture
def folder(tmp_path, monkeypatch, muat_di_sini):
    """A data folder whose workbook is the first version of the store."""
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setenv("KINERJA_DATA", str(data))
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(gudang_baru(tmp_path).mesin.url))
    tulis(BUKU_KECIL, data / "buku.xlsx")
    assert gudang_terisi().aktif() == 1
    return data


def kalimat():
    return keadaan_bawaan(gudang_terisi().versi()).kalimat


def keluaran(capsys, *argumen):
    capsys.readouterr()
    assert main(list(argumen)) == 0
    return capsys.readouterr().out


def test_the_workbook_of_the_first_version_needs_no_word(folder, capsys):
    (folder / "~$buku.xlsx").write_bytes(b"kunci Excel")
    assert kalimat() == ()
    assert set(json.loads(keluaran(capsys, "versi", "--json"))) == {"versi"}


def test_the_same_rows_in_other_bytes_need_no_word(folder):
    (folder / "buku.xlsx").unlink()
    tulis({**BUKU_KECIL, "Rapat": [["x"]]}, folder / "buku.xlsx")
    assert kalimat() == ()


def test_a_newer_workbook_is_said_and_not_imported(folder, capsys):
    tulis(buku(1), folder / "buku.xlsx")
    (satu,) = kalimat()
    assert satu.startswith("Buku kerja buku.xlsx di folder data belum pernah diterbitkan")
    assert "impor" in satu
    assert f"Perhatian: {satu}.\n  python -m kinerja impor {folder}/buku.xlsx\n" in keluaran(capsys, "versi")
    isi = json.loads(keluaran(capsys, "versi", "--json"))
    assert isi["pemasangan"] == {"buku": ["buku.xlsx"], "menunggu": [{"berkas": "buku.xlsx", "galat": 0}]}
    assert [v["nomor"] for v in isi["versi"]] == [1]


def test_a_faulty_workbook_is_said_with_its_findings(folder, capsys):
    tulis(ubah(BUKU_KECIL, "Capaian", B2=20244), folder / "buku.xlsx")
    (satu,) = kalimat()
    assert satu.startswith("Buku kerja buku.xlsx di folder data belum dapat dipakai: 1 galat")
    assert "[galat] Capaian B2: " in keluaran(capsys, "versi")


def test_two_workbooks_are_named_and_each_that_waits(folder):
    tulis(buku(1), folder / "cadangan.xlsx")
    banyak, satu = kalimat()
    assert banyak.startswith("Folder data memuat 2 buku kerja: buku.xlsx dan cadangan.xlsx. Gudang yang kosong hanya")
    assert satu.startswith("Buku kerja cadangan.xlsx")
