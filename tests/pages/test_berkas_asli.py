"""Files as they were uploaded: hidden sheets and authors are for who may see drafts, the tables for everybody."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from alat_halaman import buka
from contoh_gudang import buku, gudang_baru, terbit
from openpyxl import load_workbook
from streamlit.runtime.media_file_manager import MediaFileManager
from test_nama_berkas import KELOLA

from components.bingkai import akses
from kinerja.akun.akses import Pengguna, PeranPengguna

ORANG = {
    "nobody": (None, False),
    **{p.value: (Pengguna("x", p, "DINKES" if p is PeranPengguna.OPERATOR else ""), False) for p in PeranPengguna},
    "inspektorat": (Pengguna("x", PeranPengguna.INSPEKTORAT), True),
    "admin": (Pengguna("x", PeranPengguna.ADMIN), True),
}


@pytest.fixture
def kini(monkeypatch):
    """Who is here: page and maker of a file ask the same."""
    orang = SimpleNamespace(pengguna=None)
    monkeypatch.setattr(akses, "pengguna_kini", lambda: orang.pengguna)
    monkeypatch.setattr(akses, "_orang", lambda _: orang.pengguna)
    return orang


@pytest.fixture
def unduhan(monkeypatch):
    hasil = {}

    def tambah(_, pembuat, jenis, letak, file_name=None, **lain):
        hasil[file_name] = pembuat
        return "0"

    monkeypatch.setattr(MediaFileManager, "add_deferred", tambah)
    return hasil


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    hasil = gudang_baru(tmp_path)
    terbit(hasil, buku(1), nama="asli.xlsx")
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(hasil.mesin.url))
    return hasil


@pytest.mark.parametrize("siapa", ORANG)
def test_the_original_is_offered_and_made_for_those_with_the_right_only(gudang, kini, unduhan, siapa):
    orang, boleh = ORANG[siapa]
    kini.pengguna = ORANG["admin"][0]
    buka(KELOLA, urusan="riwayat")
    asli = unduhan.pop("asli.xlsx")
    kini.pengguna = orang
    unduhan.clear()
    at = buka(KELOLA, urusan="riwayat")
    assert [e.message for e in at.exception] == []
    assert ("asli.xlsx" in unduhan) == boleh
    assert (asli() == gudang.asli(1)[0][1]) == boleh  # a maker that an open window still holds
    terbitan = load_workbook(BytesIO(unduhan["kinerja_versi_1.xlsx"]()))
    assert all(ws.sheet_state == "visible" for ws in terbitan.worksheets)
