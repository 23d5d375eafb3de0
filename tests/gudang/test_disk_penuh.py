"""A disk that is full during upload, import, backup and deck: a clear message, reading goes on, and it resumes.

The disk is a small tmpfs, which only root may mount; elsewhere the tests say so and are skipped (test_kerusakan.py
fills a store by SQLite's own limit, everywhere).
"""

import os
import re
import subprocess
from contextlib import contextmanager

import pytest
from contoh_gudang import buku, draf, lembar, terbit
from pembangun import BUKU_KECIL, tulis

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.nilai.galat import Ditolak
from kinerja.perintah.utama import main


@pytest.fixture
def disk(tmp_path):
    """A folder on a disk of 3 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    pasang = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if os.name != "posix" or subprocess.run(pasang, capture_output=True, check=False).returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def penuh(folder, sisa=0):
    """Fill the disk but for so many bytes, for the length of a block."""
    isi = folder / "isi"
    with isi.open("wb") as f:
        ruang = os.statvfs(folder)
        f.write(bytes(max(0, ruang.f_bavail * ruang.f_frsize - sisa)))
    try:
        yield
    finally:
        isi.unlink()


def jalan(capsys, *perintah):
    kode = main([str(p) for p in perintah])
    hasil = capsys.readouterr()
    return kode, hasil.out + hasil.err


def test_an_import_says_so_changes_nothing_and_succeeds_when_there_is_room(disk, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{disk / 'g.db'}")
    gudang = Gudang(buka_mesin())
    terbit(gudang)
    berkas = tulis(buku(1), tmp_path / "b.xlsx")
    with penuh(disk):
        kode, teks = jalan(capsys, "impor", berkas)
        assert kode == 1
        assert "Sediakan ruang" in teks
        assert "Traceback" not in teks
        assert gudang.lembar(gudang.aktif()) == lembar(BUKU_KECIL)
        assert jalan(capsys, "versi")[0] == 0
    assert [v.nomor for v in gudang.versi()] == [1]
    assert jalan(capsys, "impor", berkas)[0] == 0
    assert gudang.lembar(2) == lembar(buku(1))


def test_a_publication_without_room_for_its_copy_is_refused_and_kept(disk):
    gudang = Gudang(buka_mesin(f"sqlite:///{disk / 'g.db'}"))
    terbit(gudang)
    nomor = draf(gudang, buku(1))
    with penuh(disk, sisa=50_000), pytest.raises(Ditolak, match="Sediakan ruang"):
        gudang.terbitkan(nomor, "ani", "coba")
    assert gudang.aktif() == 1
    assert not list((disk / "cadangan").glob("*"))
    assert gudang.terbitkan(nomor, "ani", "coba") == 2


def test_a_backup_and_a_deck_leave_no_half_file(disk, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path / 'g.db'}")
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "kosong"))
    terbit(Gudang(buka_mesin()))
    for perintah in (("cadangkan", "-o", disk / "c.db"), ("ekspor", "pptx", "-o", disk / "d.pptx")):
        with penuh(disk, sisa=4096):
            kode, teks = jalan(capsys, *perintah)
        assert kode == 1, perintah
        assert "Traceback" not in teks
        assert re.fullmatch(
            r"[^\n]*ruang penyimpanan[^\n]* habis[^\n]*\. Sediakan ruang, lalu ulangi\.\n", teks, re.I
        ), teks
        assert not list(disk.iterdir()), perintah
        assert jalan(capsys, *perintah)[0] == 0
        perintah[-1].unlink()


def test_a_store_that_cannot_grow_is_still_read(disk):
    gudang = Gudang(buka_mesin(f"sqlite:///{disk / 'g.db'}"))
    terbit(gudang)
    with penuh(disk):
        assert Gudang(buka_mesin(f"sqlite:///{disk / 'g.db'}")).lembar(1) == lembar(BUKU_KECIL)
        with pytest.raises(Ditolak, match="habis"):
            draf(gudang, buku(1))
