"""Where figures come from, in the one sentence that screen, message, slide, page and sheet write alike."""

from collections.abc import Iterable

from kinerja import __version__

PROGRAM = f"Dasbor Kinerja {__version__}"
"""The program as it names itself under every page."""
SUMBER_DISEBUT = 3
"""Sources named under a figure, on a slide and in a message; more are counted."""


def tempat_cetak(sumber: Iterable[str]) -> tuple[str, ...]:
    """Return the places where figures are printed, each once; a figure that names none adds none."""
    return tuple(dict.fromkeys(s for s in sumber if s))


def sebut_sumber(sumber: Iterable[str], sebanyak: int | None = None) -> str:
    """Name the sources: ``Sumber: laporan 000, Tabel 3.4; dan 2 sumber lain.``; empty where none is known.

    Args:
        sumber: where figures are printed; what stands twice is named once.
        sebanyak: how many are named before the others are counted; None names all.
    """
    semua = tempat_cetak(sumber)
    disebut = semua[:sebanyak]
    lain = [f"dan {len(semua) - len(disebut)} sumber lain"] if len(semua) > len(disebut) else []
    return f"Sumber: laporan {'; '.join([*disebut, *lain])}." if semua else ""


def kalimat_asal(sumber: Iterable[str], versi: str, sebanyak: int | None = SUMBER_DISEBUT, tambahan: str = "") -> str:
    """Write the line under a figure: its sources, what else is to be said of them, and the version of the data."""
    return " ".join(b for b in (sebut_sumber(sumber, sebanyak), tambahan, f"Versi data {versi}.") if b)
