"""Working folders: gone with their job; what a killed process left is taken away at the next start, nothing else is."""

import os
import tempfile
import time

import pytest

from kinerja.buku.folder_kerja import AWALAN, USANG, buang_sisa, folder_kerja


@pytest.fixture(autouse=True)
def sementara(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def tua(jalur, detik=USANG + 60):
    os.utime(jalur, (time.time() - detik,) * 2, follow_symlinks=False)
    return jalur


def test_a_folder_is_gone_with_its_job_even_when_that_fails(sementara):
    def kerja():
        with folder_kerja() as folder:
            (folder / "a.xlsx").write_bytes(b"isi")
            assert [p.name for p in sementara.rglob("*.xlsx")] == ["a.xlsx"]
            raise KeyError

    with pytest.raises(KeyError):
        kerja()
    assert list(sementara.iterdir()) == []


def test_what_a_killed_process_left_goes_and_what_works_stays(sementara):
    lama, baru = sementara / f"{AWALAN}lama", sementara / f"{AWALAN}baru"
    for folder in (lama, baru):
        folder.mkdir()
        (folder / "a.xlsx").write_bytes(b"isi")
    tua(lama)
    tua(baru, USANG - 60)
    buang_sisa()
    assert list(sementara.iterdir()) == [baru]


def test_nothing_but_our_own_folders_goes(sementara):
    rumah = sementara / "rumah"
    rumah.mkdir()
    (rumah / "penting").write_text("x")
    pintasan = sementara / f"{AWALAN}pintas"
    pintasan.symlink_to(rumah)
    berkas = sementara / f"{AWALAN}berkas"
    berkas.write_text("x")
    lain = sementara / "kinerja-pg-x"
    lain.mkdir()
    for jalur in (pintasan, berkas, lain, rumah):
        tua(jalur)
    buang_sisa()
    assert sorted(p.name for p in sementara.iterdir()) == sorted(p.name for p in (rumah, pintasan, berkas, lain))
    assert (rumah / "penting").exists()


def test_what_belongs_to_somebody_else_stays(sementara, monkeypatch):
    lama = sementara / f"{AWALAN}lama"
    lama.mkdir()
    tua(lama)
    monkeypatch.setattr(os, "getuid", lambda: 12345, raising=False)
    buang_sisa()
    assert lama.exists()
