"""Arguments that several commands take, each a decorator."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

berkas = click.argument("berkas", type=Path, metavar="FILE")
json = click.option("--json", is_flag=True, help="cetak satu objek JSON")


class OpsiWajib(click.Option):
    """An option that must be given; its help says so."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """Say that it is required."""
        return {**super().get_help_extra(ctx), "required": "wajib"}


def wajib(*nama: str, **sifat: Any) -> Callable[[F], F]:
    """Return an option that must be given."""
    return click.option(*nama, cls=OpsiWajib, required=True, **sifat)


def keluaran(bantuan: str = "") -> Callable[[F], F]:
    """Return the option for the file that is written."""
    return wajib("-o", "--keluaran", type=Path, metavar="FILE", help=bantuan)


def saringan(opd: str = "hanya OPD berkode K", tahun: str = "hanya tahun T") -> Callable[[F], F]:
    """Return the options for an OPD and a year."""

    def pasang(fungsi: F) -> F:
        return click.option("--opd", metavar="K", help=opd)(
            click.option("--tahun", type=int, metavar="T", help=tahun)(fungsi)
        )

    return pasang


def catatan(bawaan: str) -> Callable[[F], F]:
    """Return the option for the reason that the history keeps."""
    bantuan = f"alasan untuk riwayat, bawaan “{bawaan}”"
    return click.option("--catatan", type=_teks, default=bawaan, metavar="S", help=bantuan)


def _teks(argumen: str) -> str:
    """Return an argument without the bytes that were no letters in the terminal's encoding; no database takes them."""
    return argumen.encode(errors="replace").decode()
