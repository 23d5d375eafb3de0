"""Commands on the store: impor, versi, pulihkan, kunci, buka-kunci, cadangkan, pulihkan-cadangan, pindah, log."""

import argparse
import getpass
import sys
from datetime import datetime
from typing import Any

from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.gudang.gudang import DasarBerubah, Gudang, Versi
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.pintu import gudang
from kinerja.gudang.riwayat import teks_rincian
from kinerja.nilai.waktu import format_waktu, waktu_setempat
from kinerja.perintah.keluaran import cetak_json, teks_temuan
from kinerja.sumber.versi import gudang_terisi
from kinerja.tindak.penolakan import PeriodeTerkunci
from kinerja.uji.banding import kalimat_banding
from kinerja.unggah import impor as alur


def pengguna() -> Pengguna:
    """Return who runs the command: whoever may open the store by hand is its admin."""
    try:
        return Pengguna(getpass.getuser(), PeranPengguna.ADMIN)
    except (OSError, KeyError):
        return Pengguna("baris perintah", PeranPengguna.ADMIN)


def impor(pilihan: argparse.Namespace) -> int:
    """Check, compare and publish workbooks; 1 when they are refused."""
    gudang, oleh = gudang_terisi(), pengguna()
    rancangan = alur.rancang(gudang, pilihan.berkas, alur.Mode(pilihan.mode), oleh)
    status, nomor = _jalankan(gudang, rancangan, oleh, pilihan.catatan)
    if pilihan.json:
        cetak_json(_json_impor(rancangan, status, nomor))
    else:
        sys.stdout.write(_teks_impor(rancangan, status, nomor))
    return 1 if status == "ditolak" else 0


def _jalankan(gudang: Gudang, rancangan: alur.Rancangan, oleh: Pengguna, catatan: str) -> tuple[str, int | None]:
    if not rancangan.sah:
        alur.catat_penolakan(gudang, rancangan, oleh)
        return "ditolak", None
    if rancangan.identik:
        return "identik", rancangan.dasar
    draf = alur.simpan(gudang, rancangan, oleh)
    try:
        return "diterbitkan", alur.terbitkan(gudang, draf, oleh, catatan)
    except DasarBerubah as berubah:
        sebab = f"Versi {berubah.aktif} terbit sementara itu; jalankan perintah ini sekali lagi"
    except PeriodeTerkunci as terkunci:
        sebab = str(terkunci)
    gudang.buang_draf(draf)
    sys.stderr.write(f"{sebab}.\n")
    return "ditolak", None


def _json_impor(rancangan: alur.Rancangan, status: str, nomor: int | None) -> dict[str, Any]:
    temuan = [t.json() for t in rancangan.temuan]
    return {"status": status, "nomor": nomor, "temuan": temuan, "perubahan": rancangan.beda.hitung()}


def _teks_impor(rancangan: alur.Rancangan, status: str, nomor: int | None) -> str:
    jumlah = rancangan.beda.hitung()
    isi = f"{jumlah['tambah']} baris ditambah, {jumlah['ubah']} diubah, {jumlah['hapus']} dihapus"
    kepala = {
        "diterbitkan": f"Diterbitkan sebagai versi {nomor}: {isi}.",
        "identik": f"Identik dengan versi {nomor}; tidak ada yang diterbitkan.",
        "ditolak": "Ditolak; versi aktif tidak berubah.",
    }[status]
    uji = f"uji konsistensi: {kalimat_banding(rancangan.uji.json()['jumlah'])}"
    rincian = [f"  {k}" for k in (*rancangan.dampak, uji)] if status == "diterbitkan" else []
    perhatian = [f"Perhatian: {p.kalimat}" for p in rancangan.pengaman] if status == "diterbitkan" else []
    return "\n".join([kepala, *rincian, *perhatian, *teks_temuan(rancangan.temuan)]) + "\n"


def versi(pilihan: argparse.Namespace) -> int:
    """List the versions, newest first."""
    _tampilkan_versi(gudang_terisi(), json=pilihan.json)
    return 0


def pulihkan(pilihan: argparse.Namespace) -> int:
    """Make an older version the active one; 1 when there is no such version."""
    gudang = gudang_terisi()
    alur.pulihkan(gudang, pilihan.nomor, pengguna(), pilihan.catatan)
    _tampilkan_versi(gudang, json=pilihan.json)
    return 0


def _tampilkan_versi(gudang: Gudang, *, json: bool) -> None:
    aktif, semua = gudang.aktif(), gudang.versi()
    if json:
        cetak_json({"versi": [_json_versi(v, aktif) for v in semua]})
        return
    for v in semua:
        sys.stdout.write(f"{'*' if v.nomor == aktif else ' '} {teks_versi(v)}\n")


def _json_versi(v: Versi, aktif: int | None) -> dict[str, Any]:
    return {
        "nomor": v.nomor,
        "sha256": v.sha256,
        "berkas": v.berkas,
        "waktu": waktu_setempat(v.waktu).isoformat(timespec="seconds"),
        "oleh": v.oleh,
        "catatan": v.catatan,
        "aktif": v.nomor == aktif,
    }


def teks_versi(v: Versi) -> str:
    """Write a version in one line."""
    p = v.perubahan
    isi = f"+{p.get('tambah', 0)} ~{p.get('ubah', 0)} -{p.get('hapus', 0)}"
    return f"versi {v.nomor}, {format_waktu(v.waktu)}, {v.oleh}, {v.berkas}, {isi}: {v.catatan}"


def kunci(pilihan: argparse.Namespace) -> int:
    """Lock a year or a quarter, or list what is locked when no year is given."""
    gudang = gudang_terisi()
    if pilihan.tahun is not None:
        alur.kunci_periode(gudang, pilihan.tahun, pilihan.periode, pengguna(), pilihan.catatan)
    for k in gudang.kunci():
        sys.stdout.write(f"{k.tahun} {k.periode}: dikunci {format_waktu(k.waktu)} oleh {k.oleh}: {k.alasan}\n")
    return 0


def buka_kunci(pilihan: argparse.Namespace) -> int:
    """Unlock a year or a quarter."""
    alur.buka_kunci(gudang_terisi(), pilihan.tahun, pilihan.periode, pengguna(), pilihan.catatan)
    sys.stdout.write(f"{pilihan.periode} {pilihan.tahun} dibuka\n")
    return 0


def cadangkan(pilihan: argparse.Namespace) -> int:
    """Write a backup file of the whole store."""
    from kinerja.gudang.salin import cadangkan as tulis

    jumlah = tulis(gudang().mesin, pilihan.keluaran)
    sys.stdout.write(f"{jumlah} versi dicadangkan ke {pilihan.keluaran}\n")
    return 0


def pulihkan_cadangan(pilihan: argparse.Namespace) -> int:
    """Restore a backup into an empty store."""
    from kinerja.gudang.salin import pulihkan_cadangan as baca

    jumlah = baca(pilihan.berkas, buka_mesin(pilihan.ke))
    sys.stdout.write(f"{jumlah} versi dipulihkan dari {pilihan.berkas}\n")
    return 0


def pindah(pilihan: argparse.Namespace) -> int:
    """Copy the whole store into another one, SQLite or PostgreSQL."""
    from kinerja.gudang.salin import salin

    jumlah = salin(gudang().mesin, buka_mesin(pilihan.ke))
    sys.stdout.write(f"{jumlah} versi disalin\n")
    return 0


def log(pilihan: argparse.Namespace) -> int:
    """Print the audit log, newest first."""
    isi = gudang_terisi().log()
    if pilihan.json:
        cetak_json({"log": [{**b, "waktu": _iso(b["waktu"])} for b in isi]})
        return 0
    for b in isi:
        sys.stdout.write(f"{format_waktu(b['waktu'])}, {b['oleh']}: {b['peristiwa']} ({teks_rincian(b)})\n")
    return 0


def _iso(waktu: datetime) -> str:
    return waktu_setempat(waktu).isoformat(timespec="seconds")
