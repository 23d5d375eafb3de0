"""Stores filled without files, for tests that are about versions and not about reading: `terbit(gudang, isi)`."""

import hashlib
import json
import tempfile
from functools import cache
from pathlib import Path

from alembic import command
from pembangun import BUKU_KECIL, ubah
from sqlalchemy import func, select

from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.buku.banding.beda import bandingkan_buku
from kinerja.buku.banding.kanonik import sidik_kanonik
from kinerja.buku.banding.rincian import RincianUnggahan
from kinerja.buku.muat import muat_mentah
from kinerja.buku.pembaca import BukuMentah, LembarMentah
from kinerja.gudang import mesin as modul_mesin
from kinerja.gudang.gudang import Gudang, IsiDraf
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.sambungan import ajari_sqlite
from kinerja.gudang.skema import METADATA

ADMIN = Pengguna("ani", PeranPengguna.ADMIN)
PIMPINAN = Pengguna("bupati", PeranPengguna.PIMPINAN)
INSPEKTORAT = Pengguna("ira", PeranPengguna.INSPEKTORAT)
OPERATOR = Pengguna("budi", PeranPengguna.OPERATOR, "DINKES")


@cache
def _pola():
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "pola.db"
        buka_mesin(f"sqlite:///{berkas}").dispose()
        return berkas.read_bytes()


def url_baru(folder):
    """Make a SQLite store without a row and return its URL; copied, because the schema is made many times slower."""
    (folder / "gudang.db").write_bytes(_pola())
    return f"sqlite:///{folder / 'gudang.db'}"


def gudang_baru(folder):
    """Make the same and open it."""
    return Gudang(buka_mesin(url_baru(folder)))


def mesin_lama(url, revisi):
    """Make a store of an older revision and return its engine, which changes no schema."""
    _, mesin = modul_mesin._mesin(url)
    if mesin.dialect.name == "sqlite":
        ajari_sqlite(mesin, None)
    konfigurasi = modul_mesin._konfigurasi()
    with mesin.connect().execution_options(menulis=True) as koneksi, koneksi.begin():
        konfigurasi.attributes["koneksi"] = koneksi
        command.upgrade(konfigurasi, revisi)
    return mesin


def lembar(isi=BUKU_KECIL):
    """Return the canonical sheets of a workbook of `pembangun`, which must be valid."""
    mentah = tuple(LembarMentah(n, tuple((i, tuple(b)) for i, b in enumerate(t, 1))) for n, t in isi.items())
    hasil = muat_mentah(BukuMentah(mentah, ()))
    assert hasil.sah, hasil.temuan
    return hasil.kanonik()


def buku(nomor):
    """Return a workbook that differs from every other number's in one figure."""
    return ubah(BUKU_KECIL, "Capaian", F2=f"{70 + nomor},5")


def byte(isi):
    """Return bytes that stand for the original file of a workbook, zeros and all."""
    return b"PK\x00\xff" + json.dumps(isi).encode() + bytes(range(256))


def draf(gudang, isi=BUKU_KECIL, dasar=0, oleh="ani", nama="buku.xlsx", mode="ganti"):
    """Keep a workbook as a draft on the active version, or on another base."""
    dasar = gudang.aktif() if dasar == 0 else dasar
    baru, asli = lembar(isi), byte(isi)
    lama = gudang.lembar(dasar) if dasar else ()
    rincian = RincianUnggahan(perubahan=bandingkan_buku(lama, baru).hitung(), dampak=("1 angka berubah",))
    sha256 = hashlib.sha256(asli).hexdigest()
    return gudang.simpan_draf(
        IsiDraf(
            oleh=oleh, mode=mode, dasar=dasar, sidik=sidik_kanonik(baru), sha256=sha256, berkas=nama, rincian=rincian
        ),
        baru,
        [(nama, asli)],
    )


def terbit(gudang, isi=BUKU_KECIL, catatan="uji", **lain):
    """Publish a workbook and return its number."""
    return gudang.terbitkan(draf(gudang, isi, **lain), "ani", catatan)


def jumlah_isi(mesin):
    """Count the rows of every table."""
    with mesin.connect() as koneksi:
        return {
            t.name: koneksi.execute(select(func.count()).select_from(t)).scalar_one() for t in METADATA.tables.values()
        }


def tanpa_unggah(log):
    """Return the log without the uploads: these tests are about what happens to versions."""
    return [b for b in log if b["peristiwa"] != "unggah"]
