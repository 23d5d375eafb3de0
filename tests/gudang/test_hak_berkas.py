"""A store whose file its user may not write or not read: it is read as far as it can be, and it says how to mend that.

Root may write everywhere; a process of root's becomes another user first.
"""

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from contoh_gudang import gudang_baru, terbit
from pengganggu import KONTEKS

BUKAN_SIAPA = 65_534


@pytest.fixture
def folder():
    """A folder that other users can reach, unlike pytest's own."""
    letak = Path(tempfile.mkdtemp(prefix="kinerja-hak-"))
    letak.chmod(0o755)
    yield letak
    letak.chmod(0o755)
    shutil.rmtree(letak)


def _jalan(url, perintah, hasil):
    from kinerja.perintah.utama import main
    from kinerja.sumber import versi as sumber  # noqa: F401 - what the other user may not read must be loaded before

    os.environ["KINERJA_DATABASE_URL"] = url
    if not os.getuid():
        os.setuid(BUKAN_SIAPA)
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    hasil.put((main(perintah), sys.stdout.getvalue() + sys.stderr.getvalue()))


def jalan(url, *perintah):
    """Run a command as somebody who does not own the store."""
    hasil = KONTEKS.Queue()
    proses = KONTEKS.Process(target=_jalan, args=(url, perintah, hasil))
    proses.start()
    jawab = hasil.get(timeout=240)
    proses.join(240)
    return jawab


def test_a_file_that_may_not_be_written_is_read_and_says_how_to_mend_it(folder):
    gudang = gudang_baru(folder)
    terbit(gudang, catatan="pertama")
    gudang.mesin.dispose()
    berkas = folder / "gudang.db"
    berkas.chmod(0o444)
    folder.chmod(0o555)
    isi = berkas.read_bytes()
    kode, teks = jalan(f"sqlite:///{berkas}", "versi")
    assert (kode, teks.startswith("* versi 1")) == (0, True), teks
    kode, teks = jalan(f"sqlite:///{berkas}", "kunci", "2024", "--catatan", "audit")
    assert (kode, teks) == (1, "Gudang data hanya dapat dibaca. Periksa hak tulis pada folder var.\n")
    assert berkas.read_bytes() == isi
    assert [b.name for b in folder.iterdir()] == ["gudang.db"]


def test_a_file_that_may_not_be_read_is_named_and_left_alone(folder):
    gudang = gudang_baru(folder)
    terbit(gudang)
    gudang.mesin.dispose()
    berkas = folder / "gudang.db"
    isi = berkas.read_bytes()
    berkas.chmod(0)
    folder.chmod(0o555)
    kode, teks = jalan(f"sqlite:///{berkas}", "versi")
    assert (kode, teks) == (1, "Gudang data tidak dapat dibuka. Periksa letak berkasnya dan hak aksesnya.\n")
    folder.chmod(0o755)
    berkas.chmod(0o600)
    assert berkas.read_bytes() == isi
