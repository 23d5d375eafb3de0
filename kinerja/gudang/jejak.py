"""The trace a SQLite store leaves beside itself, so that one that went away is missed and not made anew, empty."""

from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from kinerja.gudang.mesin import PULIHKAN, GudangTerkendala
from kinerja.gudang.titik_pulih import berkas_gudang, cadangan_terbaru

_ISI = (
    "Gudang data {nama} pernah dibuat di folder ini. Selama berkas ini ada, dasbor tidak membuat gudang kosong\n"
    "sebagai gantinya. Hapus berkas ini hanya bila memang hendak mulai dari gudang kosong.\n"
)


def _jejak(berkas: Path) -> Path:
    return berkas.with_name(f"{berkas.name}.jejak")


def tinggalkan_jejak(mesin: Engine) -> None:
    """Note beside a store that it is there; where nothing can be written, nothing is noted."""
    berkas = berkas_gudang(mesin)
    if berkas is not None and not _jejak(berkas).exists():
        with suppress(OSError):
            _jejak(berkas).write_text(_ISI.format(nama=berkas.name), encoding="utf-8")


def tolak_bila_hilang(berkas: Path | None) -> None:
    """Refuse to make a store where there was one.

    Raises:
        GudangTerkendala: when its file is gone or empty; the text names the newest copy there is.
    """
    if berkas is None or not _jejak(berkas).exists() or (berkas.exists() and berkas.stat().st_size):
        return
    cadangan = cadangan_terbaru(berkas)
    cara = PULIHKAN if cadangan is None else PULIHKAN.replace("BERKAS", str(cadangan))
    lain = f"atau hapus {_jejak(berkas).name} untuk mulai dari gudang kosong"
    raise GudangTerkendala(f"Berkas gudang data {berkas.name} hilang", f"{cara}, {lain}", f"{PULIHKAN}, {lain}")
