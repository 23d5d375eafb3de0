"""Entry point: parses the arguments, runs the command, turns its outcome into an exit code (0, 1, 2)."""

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kinerja.buku.batas import PengaturanSalah
from kinerja.nilai.galat import Ditolak
from kinerja.perintah.audit import audit
from kinerja.perintah.buku import bangun, hitung, periksa, templat
from kinerja.perintah.ekspor import tambah_perintah_ekspor
from kinerja.perintah.pengurai_gudang import tambah_perintah_gudang
from kinerja.perintah.sandi import sandi

Perintah = Callable[[argparse.Namespace], int]


def main(argumen: Sequence[str] | None = None) -> int:
    """Run one command; 0 fine, 1 when its answer is no, 2 wrong use."""
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, io.TextIOWrapper):
            aliran.reconfigure(errors="backslashreplace")  # a letter the terminal lacks is no reason to fail
    pilihan = _pengurai().parse_args(argumen)
    perintah: Perintah = pilihan.jalankan
    try:
        return perintah(pilihan)
    except PengaturanSalah as galat:
        sys.stderr.write(f"{galat}\n")
        return 2
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`); nothing is wrong, and nothing more is to be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Ditolak as galat:
        sys.stderr.write(f"{galat}\n")
        return 1
    except OSError as galat:
        sys.stderr.write(f"Berkas tidak dapat dibaca atau ditulis: {_sebab(galat)}.\n")
        return 1


_HABIS = "ruang penyimpanan habis. Sediakan ruang, lalu ulangi"
_TERTUTUP = "haknya tidak ada. Periksa hak akses berkas dan foldernya"
_SEBAB = {
    errno.ENOSPC: _HABIS,
    errno.EDQUOT: _HABIS,
    errno.EACCES: _TERTUTUP,
    errno.EPERM: _TERTUTUP,
    errno.EROFS: _TERTUTUP,
    errno.ENOENT: "berkas atau foldernya tidak ada. Periksa nama dan letaknya",
    errno.EISDIR: "nama itu milik sebuah folder. Pilih nama berkas yang lain",
    errno.ENOTDIR: "foldernya ternyata sebuah berkas. Pilih letak yang lain",
}


def _sebab(galat: OSError) -> str:
    lain = f"{galat.strerror or 'galat sistem'}. Periksa disk dan hak aksesnya, lalu ulangi"
    return _SEBAB.get(galat.errno or 0, lain)


def _pengurai() -> argparse.ArgumentParser:
    pengurai = argparse.ArgumentParser("python -m kinerja", description="Dasbor Kinerja dari baris perintah")
    anak = pengurai.add_subparsers(title="perintah", required=True, metavar="PERINTAH")
    _tambah_periksa(anak)
    _tambah_hitung(anak)
    _tambah_audit(anak)
    _tambah_templat(anak)
    _tambah_bangun(anak)
    tambah_perintah_gudang(anak)
    tambah_perintah_ekspor(anak)
    _perintah(anak, "sandi", "Buat sidik sandi (argon2id) untuk sebuah akun", sandi)
    return pengurai


def _perintah(
    anak: "argparse._SubParsersAction[argparse.ArgumentParser]",
    nama: str,
    bantuan: str,
    jalankan: Perintah,
) -> argparse.ArgumentParser:
    p = anak.add_parser(nama, help=bantuan, description=bantuan)
    p.set_defaults(jalankan=jalankan)
    return p


def _tambah_periksa(anak: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    p = _perintah(anak, "periksa", "Periksa sebuah buku kerja dan sebutkan semua yang salah", periksa)
    p.add_argument("berkas", type=Path, metavar="FILE")
    p.add_argument("--json", action="store_true", help="cetak satu objek JSON")


def _tambah_hitung(anak: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    bantuan = "Hitung capaian, serapan, dan ukuran regional sebuah buku kerja"
    _tambah_saringan(_perintah(anak, "hitung", bantuan, hitung))


def _tambah_audit(anak: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    bantuan = "Uji konsistensi: angka tercetak sebuah buku kerja yang tidak mengikuti angka lainnya"
    _tambah_saringan(_perintah(anak, "audit", bantuan, audit))


def _tambah_saringan(p: argparse.ArgumentParser) -> None:
    p.add_argument("berkas", type=Path, metavar="FILE")
    p.add_argument("--opd", metavar="K", help="hanya OPD berkode K")
    p.add_argument("--tahun", type=int, metavar="T", help="hanya tahun T")
    p.add_argument("--json", action="store_true", help="cetak satu objek JSON")


def _tambah_templat(anak: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    p = _perintah(anak, "templat", "Tulis buku kerja kosong dengan pilihan, format, dan catatan", templat)
    p.add_argument("-o", "--keluaran", type=Path, required=True, metavar="FILE")


def _tambah_bangun(anak: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    p = _perintah(anak, "bangun", "Tulis buku kerja dari berkas CSV, satu berkas untuk satu lembar", bangun)
    p.add_argument("folder", type=Path, metavar="FOLDER")
    p.add_argument("-o", "--keluaran", type=Path, required=True, metavar="FILE")
