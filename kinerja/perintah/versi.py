"""Commands on the store: impor, versi, pulihkan, kunci, buka-kunci, cadangkan, pulihkan-cadangan, pindah, log."""

import getpass
import shlex
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.buku.banding.hilang import banyak_hilang, kalimat_hilang, kata_hilang
from kinerja.gudang.gudang import DasarBerubah, Gudang, Versi
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.pintu import gudang
from kinerja.gudang.riwayat import teks_rincian
from kinerja.nilai.waktu import format_waktu, waktu_setempat
from kinerja.perintah import opsi
from kinerja.perintah.daftar import perintah
from kinerja.perintah.keluaran import cetak_json, teks_temuan, tulis_utuh
from kinerja.sumber.bawaan import keadaan_bawaan
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


@perintah("impor")
@click.argument("berkas", type=Path, nargs=-1, required=True, metavar="FILE ...")
@click.option(
    "--mode",
    type=click.Choice(("ganti", "perbarui")),
    default="ganti",
    metavar="ganti/perbarui",
    help="ganti seluruhnya, atau perbarui",
)
@click.option("--setuju-hilang", is_flag=True, help="terbitkan walaupun ada angka atau keterangan yang hilang")
@opsi.catatan("Impor dari baris perintah")
@opsi.json
def impor(berkas: tuple[Path, ...], mode: str, setuju_hilang: bool, catatan: str, json: bool) -> int:
    """Check, compare and publish workbooks; 1 when they are refused, or figures or words would go and nobody agreed."""
    gudang, oleh = gudang_terisi(), pengguna()
    rancangan = alur.rancang(gudang, berkas, alur.Mode(mode), oleh)
    if rancangan.sah and rancangan.hilang and not (setuju_hilang or _ditanya(rancangan, json=json)):
        rancangan = replace(rancangan, temuan=(*rancangan.temuan, *rancangan.tanya_hilang))
    status, nomor = _jalankan(gudang, rancangan, oleh, catatan)
    if json:
        temuan = [t.json() for t in rancangan.temuan]
        json_impor = {"status": status, "nomor": nomor, "temuan": temuan, "perubahan": rancangan.perubahan()}
        cetak_json(json_impor)
    else:
        jumlah = rancangan.beda.hitung()
        isi = f"{jumlah['tambah']} baris ditambah, {jumlah['ubah']} diubah, {jumlah['hapus']} dihapus"
        kepala = {
            "diterbitkan": f"Diterbitkan sebagai versi {nomor}: {isi}.",
            "identik": f"Identik dengan versi {nomor}; tidak ada yang diterbitkan.",
            "ditolak": "Ditolak; versi aktif tidak berubah.",
        }[status]
        if status == "ditolak" and rancangan.identik:
            kepala = f"Ditolak: {rancangan.kalimat_tak_terbaca}."
        elif status == "ditolak" and set(rancangan.tanya_hilang) & set(rancangan.temuan):
            kata = kata_hilang(*banyak_hilang(rancangan.hilang))
            kepala = f"Ditolak; {kata} akan hilang. Versi aktif tidak berubah."
        uji = f"uji konsistensi: {kalimat_banding(rancangan.uji.ringkas())}"
        rincian = [f"  {k}" for k in (*rancangan.dampak, uji)] if status == "diterbitkan" else []
        perhatian = [f"Perhatian: {p.kalimat}" for p in rancangan.pengaman] if status == "diterbitkan" else []
        teks_impor = "\n".join([kepala, *rincian, *perhatian, *teks_temuan(rancangan.temuan)]) + "\n"
        sys.stdout.write(teks_impor)
    return 1 if status == "ditolak" else 0


def _ditanya(rancangan: alur.Rancangan, *, json: bool) -> bool:
    """Ask whoever sits at a terminal whether what is lost may go; nobody sits behind a script, or a reader of JSON."""
    if json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    for t in teks_temuan(replace(t, saran="Lengkapi berkasnya bila tidak dimaksud") for t in rancangan.tanya_hilang):
        sys.stderr.write(f"{t}\n")
    tanya = f"{kalimat_hilang(rancangan.hilang)}. Terbitkan juga?"
    return bool(click.prompt(tanya, type=click.Choice(["ya", "tidak"]), default="tidak", err=True) == "ya")


def _jalankan(gudang: Gudang, rancangan: alur.Rancangan, oleh: Pengguna, catatan: str) -> tuple[str, int | None]:
    if not rancangan.sah:
        alur.catat_penolakan(gudang, rancangan, oleh)
        return "ditolak", None
    if rancangan.identik and rancangan.tak_terbaca:
        alur.catat_penolakan(gudang, rancangan, oleh)
        return "ditolak", None
    if rancangan.identik:
        return "identik", rancangan.dasar
    draf = alur.simpan(gudang, rancangan, oleh)
    try:
        nomor = alur.terbitkan(gudang, draf, oleh, catatan, setuju_hilang=len(rancangan.hilang))
        return "diterbitkan", nomor
    except DasarBerubah as berubah:
        sebab = f"Versi {berubah.aktif} terbit sementara itu; jalankan perintah ini sekali lagi"
    except PeriodeTerkunci as terkunci:
        sebab = str(terkunci)
    gudang.buang_draf(draf)
    sys.stderr.write(f"{sebab}.\n")
    return "ditolak", None


@perintah("versi")
@opsi.json
def versi(json: bool) -> int:
    """List the versions, newest first."""
    _tampilkan_versi(gudang_terisi(), json=json)
    return 0


@perintah("pulihkan")
@click.argument("nomor", type=int, metavar="N")
@opsi.catatan("Dipulihkan dari baris perintah")
@opsi.json
def pulihkan(nomor: int, catatan: str, json: bool) -> int:
    """Make an older version the active one; 1 when there is no such version."""
    gudang = gudang_terisi()
    alur.pulihkan(gudang, nomor, pengguna(), catatan)
    _tampilkan_versi(gudang, json=json)
    return 0


def _tampilkan_versi(gudang: Gudang, *, json: bool) -> None:
    aktif, semua = gudang.aktif(), gudang.versi()
    bawaan = keadaan_bawaan(semua)
    if json:
        menunggu = [{"berkas": b.berkas.name, "galat": b.galat} for b in bawaan.menunggu]
        cetak_json(
            {
                "versi": [
                    {
                        "nomor": v.nomor,
                        "sha256": v.sha256,
                        "berkas": v.berkas,
                        "waktu": waktu_setempat(v.waktu).isoformat(timespec="seconds"),
                        "oleh": v.oleh,
                        "catatan": v.catatan,
                        "aktif": v.nomor == aktif,
                    }
                    for v in semua
                ],
                **({"pemasangan": {"buku": list(bawaan.nama), "menunggu": menunggu}} if bawaan.kalimat else {}),
            }
        )
        return
    for v in semua:
        sys.stdout.write(f"{'*' if v.nomor == aktif else ' '} {teks_versi(v)}\n")
    for kata in bawaan.kalimat:
        sys.stdout.write(f"Perhatian: {kata}.\n")
    for buku in bawaan.menunggu:
        cara = teks_temuan(buku.temuan) if buku.galat else [f"python -m kinerja impor {shlex.quote(str(buku.berkas))}"]
        sys.stdout.writelines(f"  {kata}\n" for kata in cara)


def teks_versi(v: Versi) -> str:
    """Write a version in one line."""
    p = v.perubahan
    isi = f"+{p.get('tambah', 0)} ~{p.get('ubah', 0)} -{p.get('hapus', 0)}"
    return f"versi {v.nomor}, {format_waktu(v.waktu)}, {v.oleh}, {v.berkas}, {isi}: {v.catatan}"


@perintah("kunci")
@click.argument("tahun", type=int, metavar="[T]", required=False)
@opsi.periode()
@opsi.catatan("Dari baris perintah")
def kunci(tahun: int | None, periode: str, catatan: str) -> int:
    """Lock a year or a quarter, or list what is locked when no year is given."""
    gudang = gudang_terisi()
    if tahun is not None:
        alur.kunci_periode(gudang, tahun, periode, pengguna(), catatan)
    for k in gudang.kunci():
        sys.stdout.write(f"{k.tahun} {k.periode}: dikunci {format_waktu(k.waktu)} oleh {k.oleh}: {k.alasan}\n")
    return 0


@perintah("buka-kunci")
@click.argument("tahun", type=int, metavar="T")
@opsi.periode()
@opsi.catatan("Dari baris perintah")
def buka_kunci(tahun: int, periode: str, catatan: str) -> int:
    """Unlock a year or a quarter."""
    alur.buka_kunci(gudang_terisi(), tahun, periode, pengguna(), catatan)
    sys.stdout.write(f"{periode} {tahun} dibuka\n")
    return 0


@perintah("cadangkan")
@opsi.keluaran()
def cadangkan(keluaran: Path) -> int:
    """Write a backup file of the whole store."""
    from kinerja.gudang.salin import cadangkan as tulis

    jumlah = tulis_utuh(keluaran, partial(tulis, gudang().mesin))
    sys.stdout.write(f"{jumlah} versi dicadangkan ke {keluaran}\n")
    return 0


@perintah("pulihkan-cadangan")
@opsi.berkas
@click.option("--ke", metavar="URL", help="gudang tujuan; bawaan gudang pemasangan ini")
def pulihkan_cadangan(berkas: Path, ke: str | None) -> int:
    """Restore a backup into an empty store."""
    from kinerja.gudang.salin import pulihkan_cadangan as baca

    jumlah = baca(berkas, buka_mesin(ke))
    sys.stdout.write(f"{jumlah} versi dipulihkan dari {berkas}\n")
    return 0


@perintah("pindah")
@opsi.wajib("--ke", metavar="URL", help="gudang tujuan, harus kosong")
def pindah(ke: str) -> int:
    """Copy the whole store into another one, SQLite or PostgreSQL."""
    from kinerja.gudang.salin import salin

    jumlah = salin(gudang().mesin, buka_mesin(ke))
    sys.stdout.write(f"{jumlah} versi disalin\n")
    return 0


@perintah("log")
@opsi.json
def log(json: bool) -> int:
    """Print the audit log, newest first."""
    isi = gudang_terisi().log()
    if json:
        cetak_json({"log": [{**b, "waktu": waktu_setempat(b["waktu"]).isoformat(timespec="seconds")} for b in isi]})
        return 0
    for b in isi:
        sys.stdout.write(f"{format_waktu(b['waktu'])}, {b['oleh']}: {b['peristiwa']} ({teks_rincian(b)})\n")
    return 0
