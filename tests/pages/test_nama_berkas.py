"""File names that strangers chose: stored safely, read back whole, shown as text (CASES 20)."""

from html import escape
from pathlib import Path

import pytest
from alat_halaman import buka
from contoh_gudang import ADMIN, buku, gudang_baru, terbit
from hypothesis import given
from hypothesis import strategies as st
from pembangun import tulis
from test_racun import berbahaya, simpul

from components.bingkai import akses
from components.bingkai.navigasi import KELOLA
from kinerja.unggah.impor import (
    BYTE_MAKS,
    NAMA_ALAT,
    NAMA_MAKS,
    Mode,
    catat_penolakan,
    nama_aman,
    rancang,
    simpan,
    terbitkan,
)
from kinerja.unggah.kirim import _tulis

NAMA = {
    "..\\..\\con.xlsx": "_con.xlsx",
    "<img src=x onerror=alert(1)>.xlsx": "img src=x onerror=alert(1).xlsx",
    "![g](http:x) **t** $x^2$ :red[m].xlsx": "![g](httpx) t $x^2$ red[m].xlsx",
    "a" * 300 + ".xlsx": "a" * 115 + ".xlsx",
    "😀" * 300 + ".xlsx": "😀" * 58 + ".xlsx",
    "\u202excod\u200f.xlsx": "xcod.xlsx",
    "x" * 200 + "con." + "y" * 111 + ".xlsx": "_con." + "y" * 111 + ".xlsx",
    "COM¹.xlsx": "_COM¹.xlsx",
    "con .xlsx": "_con .xlsx",
}


@given(st.text(st.characters(codec=None), max_size=400))
def test_any_name_becomes_one_that_every_file_system_takes(nama):
    aman = nama_aman(nama)
    assert Path(aman).name == aman != ""
    assert len(aman) <= NAMA_MAKS + 1
    assert len(aman.encode()) <= BYTE_MAKS + 1
    assert not NAMA_ALAT.match(aman)
    assert aman.isprintable()
    assert nama_aman(aman) == aman


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    hasil = gudang_baru(tmp_path)
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(hasil.mesin.url))
    return hasil


@pytest.fixture
def terima(gudang, tmp_path, muat_di_sini):
    """Take files under these names as an upload does: `terima(nama, ...)` publishes each and returns their versions."""

    def terbitan(*nama):
        hasil = []
        for urutan, satu in enumerate(nama, gudang.aktif() or 0):
            isi = tulis(buku(urutan), tmp_path / "buku.xlsx").read_bytes()
            berkas = _tulis(tmp_path / f"k{urutan}", satu, isi)
            rancangan = rancang(gudang, [berkas], Mode.GANTI, ADMIN)
            hasil.append(terbitkan(gudang, simpan(gudang, rancangan, ADMIN), ADMIN, "uji"))
        return hasil

    return terbitan


def tolak(gudang, folder, nama):
    """Refuse an empty file of this name, as an upload does."""
    rancangan = rancang(gudang, [_tulis(folder / f"t{len(nama)}{hash(nama)}", nama, b"")], Mode.GANTI, ADMIN)
    catat_penolakan(gudang, rancangan, ADMIN)


def test_a_name_is_stored_safely_and_read_back_from_versions_and_log(gudang, terima, tmp_path):
    for (nama, aman), nomor in zip(list(NAMA.items())[:4], terima(*list(NAMA)[:4]), strict=True):
        assert (gudang.ambil(nomor).berkas, gudang.nama_asli(nomor)) == (aman, (aman,))
        assert gudang.asli(nomor)[0][0] == aman
        tolak(gudang, tmp_path, nama)
        assert gudang.log(1)[0]["rincian"]["berkas"] == [aman]


def test_a_name_is_shown_as_text_in_history_and_log(gudang, monkeypatch):
    monkeypatch.setattr(akses, "pengguna_kini", lambda: ADMIN)
    apa_adanya = list(NAMA)[1:3]  # as a store from elsewhere may hold them
    for nomor, nama in enumerate((*NAMA.values(), *apa_adanya)):
        terbit(gudang, buku(nomor), nama=nama)
        gudang.catat("tolak", nama, berkas=[nama], sebab=[nama])
    for urusan in ("riwayat", "log"):
        at = buka(KELOLA, urusan=urusan)
        assert [e.message for e in at.exception] == []
        semua = [*simpul(at.main), *simpul(at.sidebar)]
        tabel = "".join(h.proto.body for h in at.get("html"))
        assert [n for n in (*NAMA.values(), *apa_adanya) if escape(n) not in tabel] == []
        assert [b for e in semua for b in berbahaya(e)] == []
