"""The map of the own province, read from a GeoJSON file that an installation may have (tools/buat_peta.py)."""

import json
import logging
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kinerja.skala import samakan
from kinerja.sumber import folder_data

BERKAS = "peta.geojson"
BAGIAN_KECIL = 0.001
"""A region that covers less than this share of the map's frame is a few pixels and gets a dot."""

_CATATAN = logging.getLogger("dasbor")

Titik = tuple[float, float]
Garis = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Bidang:
    """An area of the map.

    Attributes:
        wilayah: its name as in Regional.
        air: whether it is a lake or reservoir.
        x, y: its rings one after the other, None between two rings.
        titik: a point well inside it.
        kecil: whether it needs a dot to be seen.
    """

    wilayah: str
    air: bool
    x: Garis
    y: Garis
    titik: Titik
    kecil: bool


# Compared by identity: every map is read once, and thousands of coordinates need not be hashed for a cached figure.
@dataclass(frozen=True, slots=True, eq=False)
class Peta:
    """The areas of a province, large ones first, with their frame and where they come from."""

    bidang: tuple[Bidang, ...]
    atribusi: str
    barat: float
    timur: float
    selatan: float
    utara: float

    @property
    def rasio(self) -> float:
        """How much longer a degree of latitude is than one of longitude here."""
        return 1 / math.cos(math.radians((self.selatan + self.utara) / 2))

    def memuat(self, wilayah: Iterable[str]) -> bool:
        """Tell whether any of these regions is on the map."""
        ada = {samakan(b.wilayah) for b in self.bidang if not b.air}
        return any(samakan(w) in ada for w in wilayah)


def peta_aktif(provinsi: str) -> Peta | None:
    """Return the map of a province; None when this installation has none or it cannot be read."""
    berkas = folder_data() / BERKAS
    try:
        keadaan = berkas.stat()
    except OSError:
        return None
    return _muat(berkas, keadaan.st_mtime_ns, keadaan.st_size, provinsi)


@lru_cache(maxsize=8)
def _muat(berkas: Path, waktu: int, ukuran: int, provinsi: str) -> Peta | None:
    """Read a map once for each state of its file."""
    try:
        return baca_peta(json.loads(berkas.read_text(encoding="utf-8")), provinsi)
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        _CATATAN.warning("peta %s tidak dapat dibaca", berkas.name, exc_info=True)
        return None


def baca_peta(isi: dict[str, Any], provinsi: str) -> Peta | None:
    """Read the features of a province from a FeatureCollection; None when it has none of them."""
    fitur = [f for f in isi["features"] if samakan(f["properties"].get("provinsi") or provinsi) == samakan(provinsi)]
    if not fitur:
        return None
    cincin = [list(_cincin(f["geometry"])) for f in fitur]
    sudut = [titik for daftar in cincin for garis in daftar for titik in garis]
    barat, timur = min(x for x, _ in sudut), max(x for x, _ in sudut)
    selatan, utara = min(y for _, y in sudut), max(y for _, y in sudut)
    batas = BAGIAN_KECIL * (timur - barat) * (utara - selatan)
    # Large ones first: a town inside a regency is drawn over it.
    urut = sorted(zip(fitur, cincin, strict=True), key=lambda pasangan: -_luas(pasangan[1]))
    bidang = tuple(_bidang(f["properties"], daftar, batas) for f, daftar in urut)
    return Peta(bidang, str(isi.get("atribusi") or ""), barat, timur, selatan, utara)


def _cincin(geometri: dict[str, Any]) -> Iterable[list[Titik]]:
    """Return the rings of a polygon or of several."""
    titik = geometri["coordinates"]
    for poligon in titik if geometri["type"] == "MultiPolygon" else [titik]:
        for cincin in poligon:
            yield [(float(t[0]), float(t[1])) for t in cincin]


def _luas(cincin: Iterable[Sequence[Titik]]) -> float:
    """Return the area of all rings; holes are wound the other way and so are taken off."""
    return abs(sum(_luas_cincin(c) for c in cincin))


def _luas_cincin(c: Sequence[Titik]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(c, [*c[1:], c[0]], strict=True)) / 2


def _bidang(sifat: dict[str, Any], cincin: list[list[Titik]], batas: float) -> Bidang:
    x, y = sifat["titik"]
    air = sifat.get("jenis") == "air"
    kecil = not air and _luas(cincin) < batas
    sumbu_x, sumbu_y = _sambung(cincin, 0), _sambung(cincin, 1)
    return Bidang(str(sifat["wilayah"]), air, sumbu_x, sumbu_y, (float(x), float(y)), kecil)


def _sambung(cincin: list[list[Titik]], sumbu: int) -> Garis:
    """Put one axis of all rings into one line, broken by None."""
    hasil: list[float | None] = []
    for nomor, garis in enumerate(cincin):
        hasil.extend([None] if nomor else [])
        hasil.extend(titik[sumbu] for titik in garis)
    return tuple(hasil)
