"""Uploads in a process of their own: its name for a file, its end by a kill, by time or by memory, and the next one."""

import errno
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Timer
from types import SimpleNamespace

import psutil
import pytest
from berkas_berat import baris_salah
from contoh_gudang import buku
from pembangun import BUKU_KECIL, tulis

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import TEMUAN_MAKS
from kinerja.nilai.galat import Ditolak
from kinerja.pemasangan import lingkungan_gudang
from kinerja.sumber import versi as sumber
from kinerja.unggah import kirim as modul
from kinerja.unggah.ekor import EKOR, Ekor
from kinerja.unggah.impor import PENGELOLA_SISTEM, Langkah, Mode, nama_aman
from kinerja.unggah.kirim import _dengarkan, unggah

PANJANG = "a" * 300 + ".xlsx"


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("baru.xlsx", "baru.xlsx"),
        (r"..\..\con.xlsx", "_con.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("/etc/x.xlsx", "x.xlsx"),
        ("C:\\x.xlsx", "x.xlsx"),
        ("NUL", "_NUL"),
        ("lpt1.tar.gz", "_lpt1.tar.gz"),
        ("konsep.xlsx", "konsep.xlsx"),
        ("\u202excod.xlsx", "xcod.xlsx"),
        ("a\x00b\n.xlsx", "ab.xlsx"),
        ("😀 laporan.xlsx", "😀 laporan.xlsx"),
        ('<img src="x">.xlsx', "img src=x.xlsx"),
        ("..", "buku_kerja.xlsx"),
        ("", "buku_kerja.xlsx"),
        (" . ", "buku_kerja.xlsx"),
        (PANJANG, PANJANG[-120:]),
    ],
)
def test_a_file_is_named_safely_wherever_its_name_comes_from(nama, aman):
    assert nama_aman(nama) == aman
    assert Path(aman).name == aman


# --- the process ------------------------------------------------------------------------------------------------------


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    data = tmp_path / "data"
    data.mkdir()
    tulis(BUKU_KECIL, data / "awal.xlsx")
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path / 'g.db'}")
    monkeypatch.setenv("KINERJA_DATA", str(data))
    monkeypatch.setenv("KINERJA_UJI", str(tmp_path))  # by which the processes of this test are known
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "kerja"))
    (tmp_path / "kerja").mkdir()
    return sumber.gudang_terisi()


@pytest.fixture
def isi(tmp_path):
    return tulis(buku(1), tmp_path / "baru.xlsx").read_bytes()


def kirim(isi, lapor=lambda _: None):
    return unggah([("baru.xlsx", isi)], Mode.GANTI, PENGELOLA_SISTEM, lapor)


def milik(modul):
    """Return the processes that run a module for this test, also those whose parent is gone."""
    semua = psutil.process_iter(["cmdline", "environ"])
    di_sini = f"KINERJA_UJI={os.environ['KINERJA_UJI']}"
    return [p for p in semua if modul in (p.info["cmdline"] or ()) and di_sini in _lingkungan(p)]


def tunggu_milik(modul):
    """Return the processes that run a module for this test, as soon as some do: a reader is there in a moment only."""
    akhir = time.monotonic() + 120
    while not (ada := milik(modul)):
        assert time.monotonic() < akhir, f"{modul} does not run"
        time.sleep(0.005)
    return ada


def _lingkungan(proses):
    return [f"{k}={v}" for k, v in (proses.info["environ"] or {}).items()]


def bersih(gudang, tmp_path):
    """Check that nothing is left: no draft, no process, no file."""
    assert gudang.aktif() == 1
    assert [p for p in psutil.Process().children() if p.status() == psutil.STATUS_ZOMBIE] == []
    akhir = time.monotonic() + 120
    # What was killed goes in its own time.
    while sisa := [
        *milik("kinerja.unggah.pekerja"),
        *milik("kinerja.buku.anak"),
    ]:
        assert time.monotonic() < akhir, f"{sisa} are left"
        time.sleep(0.005)
    assert list((tmp_path / "kerja").iterdir()) == []


def test_an_upload_is_checked_elsewhere_and_leaves_no_file(gudang, isi, tmp_path):
    langkah = []
    hasil = kirim(isi, langkah.append)
    assert hasil.draf is not None
    assert len(langkah) >= 3
    bersih(gudang, tmp_path)


@pytest.mark.parametrize("siapa", ["kinerja.unggah.pekerja", "kinerja.buku.anak"])
def test_no_process_of_an_upload_is_started_with_what_opens_the_store_or_is_secret(gudang, isi, monkeypatch, siapa):
    """Others on the machine, and whatever takes over a reader of foreign files, may read what it was started with."""
    for nama in (
        "PGPASSWORD",
        "PGPASSFILE",
        "AWS_SECRET_ACCESS_KEY",
        "STREAMLIT_SERVER_COOKIE_SECRET",
        "POSTGRES_PASSWORD",
    ):
        monkeypatch.setenv(nama, "rahasia-sekali")
    terlihat = []

    def lihat(langkah):
        if langkah is Langkah.DITERIMA:
            terlihat.extend(_lingkungan(p) for p in tunggu_milik(siapa))

    hasil = kirim(isi, lihat)
    assert hasil.draf is not None, "it reaches the store all the same"
    assert terlihat
    for satu in terlihat:
        assert not [b for b in satu if "rahasia-sekali" in b or "DATABASE_URL" in b or b.startswith("PG")]
        assert [b for b in satu if b.startswith("KINERJA_DATA=")], "what it needs to know passes"


@pytest.mark.parametrize("isi_berkas", [b"", b"bukan buku kerja"], ids=["empty", "no workbook"])
def test_a_process_whose_server_is_gone_before_it_answers_leaves_no_folder(gudang, tmp_path, isi_berkas):
    """Nobody reads what it says any more: it ends at the first word, before it notices that it is alone."""
    folder = tmp_path / "kerja" / "kinerja-kerja-x"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "b.xlsx").write_bytes(isi_berkas)
    tugas = {"server": os.getpid(), "folder": str(folder), "mode": "ganti", "berkas": [str(folder / "b.xlsx")]}
    tugas |= {"nama": "Pengelola", "peran": "admin", "kode_opd": "", "detik": 600, "gudang": lingkungan_gudang()}
    baca, tulis_ = os.pipe()
    os.close(baca)
    perintah = [sys.executable, "-m", "kinerja.unggah.pekerja"]
    with os.fdopen(tulis_, "wb") as keluaran:
        selesai = subprocess.run(
            perintah,
            input=json.dumps(tugas).encode(),
            stdout=keluaran,
            stderr=subprocess.PIPE,
            cwd=modul.AKAR,
            check=False,
        )
    assert b"BrokenPipeError" in selesai.stderr
    assert not folder.exists()


def test_an_error_of_the_process_reaches_the_log_by_kind_and_place(gudang, isi, caplog):
    hasil = unggah([("baru.xlsx", isi)], SimpleNamespace(value="isi rahasia"), PENGELOLA_SISTEM, lambda _: None)
    assert [t.kode for t in hasil.temuan] == [Kode.PEMBACA_TERHENTI]
    (catatan,) = (c for c in caplog.records if c.name == "dasbor.unggah")
    assert (catatan.rincian["jenis"], catatan.rincian["kode"]) == ("ValueError", 1)
    assert any("pekerja.py" in b for b in catatan.rincian["jejak"])
    assert "rahasia" not in str(catatan.__dict__)


def test_a_process_that_says_much_and_answers_late_is_read_to_its_end():
    baca, tulis_ = os.pipe()
    ekor = Ekor(os.fdopen(baca, "rb"))
    with os.fdopen(tulis_, "wb") as aliran:
        for _ in range(200):
            aliran.write(b"x" * 9_999 + b"\n")
        aliran.write(b'Traceback (most recent call last):\n  File "a.py", line 7, in baca\nkinerja.GagalError: isi')
    ekor._utas.join(600)
    assert len(ekor._isi) <= EKOR
    assert ekor._isi.endswith(b"isi")


@pytest.mark.parametrize("siapa", ["kinerja.unggah.pekerja", "kinerja.buku.anak"])
def test_a_process_that_is_killed_is_a_finding_and_the_next_upload_works(gudang, isi, tmp_path, siapa):
    def bunuh(_):
        for p in tunggu_milik(siapa):
            p.kill()

    hasil = kirim(isi, lambda langkah: bunuh(langkah) if langkah is Langkah.DITERIMA else None)
    assert [t.kode for t in hasil.temuan] == [Kode.PEMBACA_TERHENTI]
    assert hasil.draf is None
    bersih(gudang, tmp_path)
    assert kirim(isi).draf is not None


def test_a_process_that_is_too_slow_is_ended_with_its_reader_and_the_next_upload_works(
    gudang, isi, tmp_path, monkeypatch
):
    jam = []
    monkeypatch.setattr(modul, "Timer", lambda _, bunuh: jam.append(bunuh) or Timer(3600, bunuh))

    def habis(_):
        tunggu_milik("kinerja.buku.anak")
        jam[0]()

    hasil = kirim(isi, lambda langkah: habis(langkah) if langkah is Langkah.DITERIMA else None)
    assert [t.kode for t in hasil.temuan] == [Kode.PEMBACA_TERHENTI]
    bersih(gudang, tmp_path)
    assert kirim(isi).draf is not None


def test_of_many_findings_the_server_hears_two_thousand_and_how_many_more(gudang, tmp_path):
    hasil = kirim(baris_salah(tmp_path / "salah.xlsx", 600).read_bytes())
    assert len(hasil.temuan) == TEMUAN_MAKS
    assert hasil.temuan[-1].kode is Kode.TEMUAN_LAIN
    assert {t.kode for t in hasil.temuan} >= {Kode.TAHUN_SALAH, Kode.DI_LUAR_DAFTAR, Kode.KODE_TAK_DIKENAL}


def test_the_clock_of_an_upload_ends_it(gudang, isi, tmp_path, monkeypatch):
    monkeypatch.setattr(modul, "TAMBAHAN_DETIK", 0)
    monkeypatch.setenv("KINERJA_MAKS_DETIK", "0")
    assert [t.kode for t in kirim(isi).temuan] == [Kode.PEMBACA_TERHENTI]
    bersih(gudang, tmp_path)


@pytest.mark.parametrize("keluaran", [b"", b'{"langkah": "Mem', b'{"langkah": "X"'], ids=["nothing", "half", "no end"])
def test_a_word_that_was_cut_off_is_no_answer(keluaran):
    assert _dengarkan(io.BytesIO(keluaran), pytest.fail) == {}


def test_without_room_for_a_working_file_the_upload_says_so(gudang, isi, tmp_path, monkeypatch):
    def penuh(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", penuh)
    with pytest.raises(Ditolak, match="kehabisan ruang penyimpanan"):
        kirim(isi)
    monkeypatch.undo()
    bersih_di = tmp_path / "kerja"
    assert list(bersih_di.iterdir()) == []


def test_a_reader_without_memory_is_a_finding(gudang, isi, tmp_path, monkeypatch):
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)  # a megabyte has no room for being measured
    monkeypatch.setenv("KINERJA_MAKS_MEMORI", str(1024**2))
    hasil = kirim(isi)
    assert hasil.draf is None
    assert Kode.PEMBACA_TERHENTI in [t.kode for t in hasil.temuan]
    bersih(gudang, tmp_path)
    monkeypatch.setenv("KINERJA_MAKS_MEMORI", str(2 * 1024**3))
    assert kirim(isi).draf is not None
