"""What people read about versions: the headline, the table of the history, rows of a difference, the log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from kinerja.buku.banding.beda import BarisRingkas, Beda, JenisBeda, bandingkan_buku
from kinerja.buku.banding.hilang import tulisan
from kinerja.gudang.gudang import Gudang, Versi
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.angka import format_angka
from kinerja.nilai.waktu import format_waktu, waktu_setempat
from kinerja.sajian.berkas_csv import tulis_csv

SEL_DISEBUT = 6
"""Cells of a row that are named; a row added or removed may have twenty."""
BELUM_BERISI, DIKOSONGKAN = "(kosong)", "(dikosongkan)"
KATA_JENIS = {JenisBeda.TAMBAH: "+ Ditambah", JenisBeda.UBAH: "~ Diubah", JenisBeda.HAPUS: "− Dihapus"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisBeda:
    """A changed row as people read it: kind, key with the name of its code, and each cell from old to new."""

    lembar: str
    jenis: str
    kunci: str
    nama: str
    kode_opd: str
    sel: tuple[tuple[str, str, str], ...]
    lagi: int


def judul_versi(versi: Versi | None) -> str:
    """Return the headline of Kelola data: the active version and since when."""
    if versi is None:
        return "Belum ada versi; unggah buku kerja pertama"
    return f"Versi {versi.nomor} aktif, terbit {format_waktu(versi.waktu)} oleh {versi.oleh}"


def kalimat_perubahan(perubahan: Mapping[str, int]) -> str:
    """Write counts of rows: "2 baris ditambah, 1 diubah, 0 dihapus"."""
    n = {k: format_angka(perubahan.get(k, 0)) for k in ("tambah", "ubah", "hapus")}
    return f"{n['tambah']} baris ditambah, {n['ubah']} diubah, {n['hapus']} dihapus"


def baris_beda(baris: Iterable[BarisRingkas]) -> tuple[BarisBeda, ...]:
    """Make the rows of a difference as people read them."""
    return tuple(
        BarisBeda(
            lembar=b.lembar,
            jenis=KATA_JENIS[b.jenis],
            kunci=b.kunci,
            nama=b.nama,
            kode_opd=b.kode_opd,
            sel=sel[:SEL_DISEBUT],
            lagi=max(0, len(sel) - SEL_DISEBUT),
        )
        for b in baris
        for sel in (_sel_disebut(b),)
    )


def _sel_disebut(baris: BarisRingkas) -> tuple[tuple[str, str, str], ...]:
    """Return the cells to name; those of the key stand in the row's name already.

    Of a row that stays both sides are named, also where nothing stood or nothing will stand.
    """
    skema = next((s for s in SEMUA_LEMBAR if s.nama == baris.lembar), None)
    kolom = {k.nama: k for k in skema.kolom} if skema else {}
    kosong = (BELUM_BERISI, DIKOSONGKAN) if baris.jenis is JenisBeda.UBAH else ("", "")
    sel = ((s.kolom, *(tulisan(kolom.get(s.kolom), isi) for isi in (s.lama, s.baru))) for s in baris.sel)
    return tuple(
        (nama, lama or kosong[0], baru or kosong[1])
        for nama, lama, baru in sel
        if skema is None or nama not in skema.kunci or baris.jenis is JenisBeda.UBAH
    )


def kalimat_sementara(lain: Versi, beda: Beda) -> str:
    """Say what somebody else published meanwhile."""
    isi = kalimat_perubahan(beda.hitung())
    return f"{lain.oleh} menerbitkan versi {lain.nomor} sementara itu ({isi}): {lain.catatan}."


def kalimat_versi_lama(versi: Versi, aktif: int | None) -> str:
    """Say that an older version is looked at, and which is active."""
    kapan = f"Anda melihat versi {versi.nomor}, terbit {format_waktu(versi.waktu)}: {versi.catatan}"
    return f"{kapan}. Versi aktif adalah versi {aktif}."


def kalimat_ditunda(nomor: int) -> str:
    """Say that an older version has to wait, because too many others are looked at."""
    return f"Versi {nomor} menunggu: terlalu banyak versi lama sedang dilihat. Buka lagi beberapa menit lagi."


def kalimat_terkendala(versi: Versi, kendala: str, terlihat: datetime) -> str:
    """Say that the store is in trouble, which version goes on being shown, and when the store last answered."""
    ditampilkan = f"Yang ditampilkan adalah versi {versi.nomor}, terakhir diperiksa {format_waktu(terlihat)}"
    return f"{kendala}. {ditampilkan}. Dasbor mencoba lagi dengan sendirinya."


@lru_cache(maxsize=16)
def beda_versi(gudang: Gudang, dari: int, ke: int) -> Beda:
    """Compare any two versions; kept, because versions never change.

    Raises:
        TidakAda: when one of them does not exist.
    """
    gudang.ambil(dari), gudang.ambil(ke)
    return bandingkan_buku(gudang.lembar(dari), gudang.lembar(ke))


def csv_beda(beda: Beda) -> bytes:
    """Write a whole difference as CSV, one line a cell."""
    kepala = ("Lembar", "Perubahan", "Kunci", "Kode OPD", "Kolom", "Lama", "Baru")
    baris = ((b.lembar, b.jenis.value, b.kunci, b.kode_opd, s.kolom, s.lama, s.baru) for b in beda.baris for s in b.sel)
    return tulis_csv(kepala, baris)


def csv_log(log: Sequence[Mapping[str, Any]]) -> bytes:
    """Write the audit log as CSV, times in Asia/Jakarta."""
    baris = (
        (waktu_setempat(b["waktu"]).isoformat(timespec="seconds"), b["peristiwa"], b["oleh"], teks_rincian(b))
        for b in log
    )
    return tulis_csv(("Waktu", "Peristiwa", "Oleh", "Rincian"), baris)


def teks_rincian(baris: Mapping[str, Any]) -> str:
    """Write the details of an event as one line."""
    isi = ((k, v if isinstance(v, list) else [v]) for k, v in baris["rincian"].items() if v not in (None, ""))
    return ", ".join(f"{k.replace('_', ' ')}: {'; '.join(map(str, v))}" for k, v in isi)
