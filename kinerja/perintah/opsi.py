"""Arguments that several commands take, each a decorator."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kinerja.model.istilah import PARUH, Periode
from kinerja.perintah.bahasa import BerkasAda

F = TypeVar("F", bound=Callable[..., Any])

berkas = click.argument("berkas", type=Path, metavar="FILE")
json = click.option("--json", is_flag=True, help="cetak satu objek JSON")


class OpsiWajib(click.Option):
    """An option that must be given; its help says so."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """Say that it is required; a range is told by the help itself."""
        return {"required": "wajib"}


def wajib(*nama: str, **sifat: Any) -> Callable[[F], F]:
    """Return an option that must be given."""
    return click.option(*nama, cls=OpsiWajib, required=True, **sifat)


def keluaran() -> Callable[[F], F]:
    """Return the options for the file that is written: its name, and whether it may replace one that stands."""

    def pasang(fungsi: F) -> F:
        # Eager: it is known before the name is looked at, wherever it stands.
        timpa = click.option(
            "--timpa",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_ingat_timpa,
            help="ganti berkas yang ada",
        )
        berkas = wajib("-o", "--keluaran", type=Path, metavar="FILE", callback=_belum_ada, help="berkas yang ditulis")
        return berkas(timpa(fungsi))

    return pasang


def _ingat_timpa(konteks: click.Context, parameter: click.Parameter, timpa: bool) -> None:
    konteks.meta[_TIMPA] = timpa


def _belum_ada(konteks: click.Context, parameter: click.Parameter, berkas: Path) -> Path:
    """Refuse the name of a file that stands, before any work is done; a folder is refused where it is opened."""
    if os.path.lexists(berkas) and not berkas.is_dir() and not konteks.meta[_TIMPA]:
        raise BerkasAda(
            f"berkas {berkas} sudah ada. Pilih nama lain, atau tambahkan --timpa untuk menggantinya", konteks
        )
    return berkas


_TIMPA = "kinerja.timpa"


def saringan(opd: str = "hanya OPD berkode K", tahun: str = "hanya tahun T") -> Callable[[F], F]:
    """Return the options for an OPD and a year."""

    def pasang(fungsi: F) -> F:
        return click.option("--opd", metavar="K", help=opd)(
            click.option("--tahun", type=int, metavar="T", help=tahun)(fungsi)
        )

    return pasang


class _PilihanPeriode(click.Choice[str]):
    """Whole year or quarter by any of the names that a workbook takes: TW II, tw-2, Triwulan II, Semester I."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name of the period as it is written in our sheets; half a year is its last quarter."""
        from kinerja.buku.sel import SelSalah, baca_isi
        from kinerja.model.skema import CAPAIAN

        try:
            kata = str(baca_isi(CAPAIAN.cari("Periode"), str(value), lambda: ("", None)))
        except SelSalah:
            kata = str(value)
        return super().convert(PARUH[kata][-1].value if kata in PARUH else kata, param, ctx)


def periode() -> Callable[[F], F]:
    """Return the option for a whole year or a quarter."""
    pilihan = [p.value for p in Periode]
    bawaan = Periode.TAHUNAN.value
    bantuan = f"{', '.join(pilihan)}; bawaan {bawaan}"
    return click.option("--periode", type=_PilihanPeriode(pilihan), default=bawaan, metavar="P", help=bantuan)


def catatan(bawaan: str) -> Callable[[F], F]:
    """Return the option for the reason that the history keeps."""
    bantuan = f"alasan untuk riwayat, bawaan “{bawaan}”"
    return click.option("--catatan", type=_teks, default=bawaan, metavar="S", help=bantuan)


def _teks(argumen: str) -> str:
    """Return an argument without the bytes that were no letters in the terminal's encoding; no database takes them."""
    return argumen.encode(errors="replace").decode()
