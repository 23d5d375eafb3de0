"""The map of the own province, read from a GeoJSON file that an installation may have (tools/buat_peta.py)."""

import json
import logging
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from kinerja.nilai.nama import padankan_wilayah, samakan
from kinerja.pemasangan import folder_data

BERKAS = "peta.geojson"
BAGIAN_KECIL = 0.001
"""A region that covers less than this share of the map's frame is a few pixels and gets a dot."""

_CATATAN = logging.getLogger("dasbor")

KISI = 800
"""Steps across the longer side of a map: finer than a screen shows, and a fraction of the digits of degrees."""

Titik = tuple[float, float]
Letak = tuple[int, int]
Garis = tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bidang:
    """An area of the map.

    Attributes:
        wilayah: its name as in Regional.
        air: whether it is a lake or reservoir.
        x, y: its rings one after the other, in steps of the map, None between two rings.
        titik: a point well inside it, in the same steps.
        kecil: whether it needs a dot to be seen.
    """

    wilayah: str
    air: bool
    x: Garis
    y: Garis
    titik: Letak
    kecil: bool


# Compared by identity: every map is read once, and thousands of coordinates need not be hashed for a cached figure.
@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Peta:
    """The areas of a province, large ones first, with where they come from.

    Attributes:
        lebar, tinggi: the frame in steps; its south-west corner is 0, 0.
        rasio: how much longer a degree of latitude is than one of longitude here.
    """

    bidang: tuple[Bidang, ...]
    atribusi: str
    lebar: int
    tinggi: int
    rasio: float

    def milik(self, wilayah: Iterable[str]) -> dict[str, str]:
        """Return which of these regions each area is, by the area's name; areas that are none of them are left out."""
        return padankan_wilayah([b.wilayah for b in self.bidang if not b.air], wilayah)


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
    except (OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError):
        _CATATAN.warning("peta %s tidak dapat dibaca", berkas.name, exc_info=True)
        return None


def baca_peta(isi: dict[str, Any], provinsi: str) -> Peta | None:
    """Read the features of a province from a FeatureCollection; None when it has none of them."""
    fitur = [f for f in isi["features"] if samakan(f["properties"].get("provinsi") or provinsi) == samakan(provinsi)]
    if not fitur:
        return None
    cincin = [list(_cincin(f["geometry"])) for f in fitur]
    bingkai = _Bingkai.dari([titik for daftar in cincin for garis in daftar for titik in garis])
    # Large ones first: a town inside a regency is drawn over it.
    urut = sorted(zip(fitur, cincin, strict=True), key=lambda pasangan: -_luas(pasangan[1]))
    bidang = tuple(_bidang(f["properties"], daftar, bingkai) for f, daftar in urut)
    lebar, tinggi = bingkai.letak((bingkai.timur, bingkai.utara))
    return Peta(bidang=bidang, atribusi=str(isi.get("atribusi") or ""), lebar=lebar, tinggi=tinggi, rasio=bingkai.rasio)


@dataclass(frozen=True, slots=True)
class _Bingkai:
    """The frame of a map in degrees, and the steps it is divided into."""

    barat: float
    selatan: float
    timur: float
    utara: float

    @classmethod
    def dari(cls, titik: Sequence[Titik]) -> "_Bingkai":
        semua_x, semua_y = [x for x, _ in titik], [y for _, y in titik]
        return cls(min(semua_x), min(semua_y), max(semua_x), max(semua_y))

    @property
    def rasio(self) -> float:
        return 1 / math.cos(math.radians((self.selatan + self.utara) / 2))

    @property
    def batas_kecil(self) -> float:
        return BAGIAN_KECIL * (self.timur - self.barat) * (self.utara - self.selatan)

    def letak(self, titik: Titik) -> Letak:
        per_derajat = KISI / max(self.timur - self.barat, self.utara - self.selatan)
        return round((titik[0] - self.barat) * per_derajat), round((titik[1] - self.selatan) * per_derajat)


def _cincin(geometri: dict[str, Any]) -> Iterable[list[Titik]]:
    """Return the rings of a polygon or of several."""
    titik = geometri["coordinates"]
    for poligon in titik if geometri["type"] == "MultiPolygon" else [titik]:
        for cincin in poligon:
            yield [(float(t[0]), float(t[1])) for t in cincin]


def _luas(cincin: Iterable[Sequence[Titik]]) -> float:
    """Return the area of all rings; holes are wound the other way and so are taken off."""
    silang = (x0 * y1 - x1 * y0 for c in cincin for (x0, y0), (x1, y1) in zip(c, [*c[1:], c[0]], strict=True))
    return abs(sum(silang)) / 2


def _bidang(sifat: dict[str, Any], cincin: list[list[Titik]], bingkai: _Bingkai) -> Bidang:
    x, y = sifat["titik"]
    air = sifat.get("jenis") == "air"
    kecil = not air and _luas(cincin) < bingkai.batas_kecil
    # Points that fall on the one before are left out.
    letak = [[titik for titik, _ in groupby(map(bingkai.letak, c))] for c in cincin]
    titik = bingkai.letak((float(x), float(y)))
    return Bidang(
        wilayah=str(sifat["wilayah"]), air=air, x=_sambung(letak, 0), y=_sambung(letak, 1), titik=titik, kecil=kecil
    )


def _sambung(cincin: list[list[Letak]], sumbu: int) -> Garis:
    """Put one axis of all rings into one line, broken by None."""
    hasil: list[int | None] = []
    for nomor, garis in enumerate(cincin):
        hasil.extend([None] if nomor else [])
        hasil.extend(titik[sumbu] for titik in garis)
    return tuple(hasil)
