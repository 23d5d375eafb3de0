"""Command `sandi`: the hash of a password, for an account in the secrets."""

import sys
from getpass import getpass

from kinerja.akun.sandi import SandiDitolak, buat_sidik
from kinerja.perintah.daftar import perintah


@perintah("sandi")
def sandi() -> int:
    """Print the argon2id hash of a password that is asked for, never given as an argument; 1 when it is refused."""
    try:
        if sys.stdin.isatty():
            teks = getpass("Sandi: ")
            if getpass("Ulangi sandi: ") != teks:
                raise SandiDitolak("Kedua sandi tidak sama")
        else:
            teks = sys.stdin.readline().rstrip("\r\n")
        sys.stdout.write(f"{buat_sidik(teks)}\n")
    except SandiDitolak as galat:
        sys.stderr.write(f"{galat}.\n")
        return 1
    return 0
