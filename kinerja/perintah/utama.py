"""Entry point: parses the arguments, runs the command, turns its outcome into an exit code (0, 1, 2)."""

import errno
import io
import os
import sys
from collections.abc import Sequence

import click

from kinerja.buku.batas import PengaturanSalah
from kinerja.nilai.galat import Ditolak
from kinerja.perintah.bahasa import salah_pakai
from kinerja.perintah.daftar import PROGRAM, akar


def main(argumen: Sequence[str] | None = None) -> int:
    """Run one command; 0 fine, 1 when its answer is no, 2 wrong use."""
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, io.TextIOWrapper):
            aliran.reconfigure(errors="backslashreplace")  # a letter the terminal lacks is no reason to fail
    try:
        # Not click's own main: it would answer a closed pipe with 1, and speak English.
        with akar.make_context(PROGRAM, list(sys.argv[1:] if argumen is None else argumen)) as konteks:
            kode: int = akar.invoke(konteks)
            return kode
    except click.exceptions.Exit as selesai:
        return selesai.exit_code
    except click.UsageError as salah:
        sys.stderr.write(salah_pakai(salah))
        return 2
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
        lain = f"{galat.strerror or 'galat sistem'}. Periksa disk dan hak aksesnya, lalu ulangi"
        sebab = _SEBAB.get(galat.errno or 0, lain)
        sys.stderr.write(f"Berkas tidak dapat dibaca atau ditulis: {sebab}.\n")
        return 1


_HABIS = "ruang penyimpanan habis. Sediakan ruang, lalu ulangi"
_TERTUTUP = "haknya tidak ada. Periksa hak akses berkas dan foldernya"
_BUKAN_FOLDER = "foldernya ternyata sebuah berkas. Pilih letak yang lain"
_SEBAB = {
    errno.ENOSPC: _HABIS,
    errno.EDQUOT: _HABIS,
    errno.EACCES: _TERTUTUP,
    errno.EPERM: _TERTUTUP,
    errno.EROFS: _TERTUTUP,
    errno.ENOENT: "berkas atau foldernya tidak ada. Periksa nama dan letaknya",
    errno.EISDIR: "nama itu milik sebuah folder. Pilih nama berkas yang lain",
    errno.EEXIST: _BUKAN_FOLDER,
    errno.ENOTDIR: _BUKAN_FOLDER,
}
