"""The list of commands, and the click group that imports a command's module only when that command runs.

A new command is a row in DAFTAR and a function of the same name under `@perintah` in the module the row names.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from kinerja import __version__
from kinerja.perintah.bahasa import BANTUAN, PenulisBantuan

PROGRAM = "python -m kinerja"


@dataclass(frozen=True, slots=True)
class BarisPerintah:
    """A command: the module of kinerja.perintah that holds it, and what it does in one sentence."""

    modul: str
    bantuan: str


DAFTAR: Mapping[str, BarisPerintah] = {
    "periksa": BarisPerintah("buku", "Periksa sebuah buku kerja dan sebutkan semua yang salah"),
    "hitung": BarisPerintah("buku", "Hitung capaian, serapan, dan ukuran regional sebuah buku kerja"),
    "audit": BarisPerintah(
        "audit", "Uji konsistensi: angka tercetak sebuah buku kerja yang tidak mengikuti angka lainnya"
    ),
    "templat": BarisPerintah("buku", "Tulis buku kerja kosong dengan pilihan, format, dan catatan"),
    "bangun": BarisPerintah("buku", "Tulis buku kerja dari berkas CSV, satu berkas untuk satu lembar"),
    "impor": BarisPerintah("versi", "Periksa, bandingkan, dan terbitkan buku kerja"),
    "susun": BarisPerintah("susun", "Susun tabel kantor (LRA, wilayah, pengukuran) menjadi bagian untuk perbarui"),
    "versi": BarisPerintah("versi", "Sebutkan semua versi, terbaru di atas"),
    "pulihkan": BarisPerintah("versi", "Jadikan versi lama aktif kembali"),
    "log": BarisPerintah("versi", "Sebutkan semua peristiwa, terbaru di atas"),
    "kunci": BarisPerintah("versi", "Kunci satu tahun atau triwulan; tanpa tahun, sebutkan yang terkunci"),
    "buka-kunci": BarisPerintah("versi", "Buka kunci satu tahun atau triwulan"),
    "cadangkan": BarisPerintah("versi", "Tulis cadangan seluruh gudang data ke satu berkas"),
    "pulihkan-cadangan": BarisPerintah("versi", "Pulihkan cadangan ke gudang data yang kosong"),
    "pindah": BarisPerintah("versi", "Salin seluruh gudang data ke gudang lain (SQLite atau PostgreSQL)"),
    "ekspor": BarisPerintah("ekspor", "Tulis versi aktif sebagai berkas: paparan, tabel, atau bab laporan"),
    "isian": BarisPerintah("isian", "Tulis buku kerja yang diisi sebuah OPD; kembali lewat impor --mode perbarui"),
    "sandi": BarisPerintah("sandi", "Buat sidik sandi (argon2id) untuk sebuah akun"),
}
"""Every command, in the order of the help, which is written from here and imports none of them."""


class Konteks(click.Context):
    """A run whose help is written in Indonesian."""

    formatter_class = PenulisBantuan


class Perintah(click.Command):
    """One command; its help is written in Indonesian."""

    context_class = Konteks

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; click's parser alone does not say in which command a fault was."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as salah:
            salah.ctx = salah.ctx or ctx
            raise


class Kelompok(Perintah, click.Group):
    """All commands; click's lazy group, told by DAFTAR what there is."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands without importing one."""
        return list(DAFTAR)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, after importing its module, in which `@perintah` enters it here."""
        if cmd_name in DAFTAR:
            import_module(f"kinerja.perintah.{DAFTAR[cmd_name].modul}")
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does."""
        with formatter.section("Perintah"):
            formatter.write_dl([(nama, baris.bantuan) for nama, baris in DAFTAR.items()])


akar = Kelompok(PROGRAM, help="Dasbor Kinerja dari baris perintah", options_metavar="[OPSI]")
akar.subcommand_metavar = "PERINTAH ..."
BANTUAN(akar)
click.version_option(__version__, message="Dasbor Kinerja %(version)s", help="Tampilkan versi program")(akar)


def perintah(nama: str, rincian: str = "") -> Callable[[Callable[..., int]], click.Command]:
    """Make a function the command of that name in DAFTAR.

    Args:
        nama: its name there; what it does is written there too.
        rincian: what its own help says besides.

    Returns:
        A decorator. The function takes its arguments by name and returns the exit code: 0 fine, 1 the answer is no,
        2 wrong use.
    """
    bantuan = "\n\n".join(filter(None, (DAFTAR[nama].bantuan, rincian)))

    def pasang(fungsi: Callable[..., Any]) -> click.Command:
        return akar.command(nama, cls=Perintah, help=bantuan, options_metavar="[OPSI]")(BANTUAN(fungsi))

    return pasang
