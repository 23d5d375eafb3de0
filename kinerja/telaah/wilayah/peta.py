"""The map of the own province: from a GeoJSON file of this installation, else from those that come with the program.

Both are made by tools/buat_peta.py. Of the shipped archive only the province in question is unpacked.
"""

import json
import logging
import math
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from kinerja.nilai.nama import JenisNama, kunci_nama, padankan_wilayah, pisah_wilayah
from kinerja.pemasangan import folder_data

BERKAS = "peta.geojson"
PETA_PROVINSI = Path(__file__).with_name("peta_provinsi.zip")
DAFTAR = "daftar.json"
"""What says inside the archive which map is whose."""
INDONESIA = {"kode": "00", "provinsi": "Indonesia", "nama_lain": "Nasional"}
"""The map whose regions are the provinces themselves."""
BAGIAN_KECIL = 0.001
"""A region whose largest part covers less than this share of the map's frame is a few pixels and gets a dot."""

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
        lain: other names it goes by, such as one of before.
        air: whether it is a lake or reservoir.
        x, y: its rings one after the other, in steps of the map, None between two rings.
        titik: a point well inside it, in the same steps.
        kecil: whether it needs a dot to be seen.
    """

    wilayah: str
    lain: tuple[str, ...]
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

    @property
    def melebar(self) -> bool:
        """Whether it is more than twice as wide as high, as the nation is: too small to be read in a narrow column."""
        return self.lebar > 2 * self.tinggi * self.rasio

    @property
    def darat(self) -> tuple[Bidang, ...]:
        """The regions: every area but water."""
        return tuple(b for b in self.bidang if not b.air)

    def milik(self, wilayah: Iterable[str]) -> dict[str, str]:
        """Return which of these regions each area is, by the area's name; areas that are none of them are left out."""
        ada = list(wilayah)
        hasil = padankan_wilayah([b.wilayah for b in self.darat], ada)
        lain = {nama: b.wilayah for b in self.darat if b.wilayah not in hasil for nama in b.lain}
        sisa = [n for n in ada if n not in hasil.values()]
        return hasil | {lain[nama]: n for nama, n in padankan_wilayah(lain, sisa).items()}

    def menurut_ejaan(self, nama_lain: Iterable[tuple[str, str]]) -> "Peta":
        """Return the map in a workbook's spelling; sheet Nama lain gives pairs of a name and another of it."""
        ejaan = {kunci_nama(JenisNama.WILAYAH, lain): nama for nama, lain in nama_lain}
        if not ejaan:
            return self
        return replace(self, bidang=tuple(replace(b, wilayah=_terbaca(b, ejaan)) for b in self.bidang))


def _terbaca(bidang: Bidang, ejaan: Mapping[str, str]) -> str:
    kunci = (kunci_nama(JenisNama.WILAYAH, n) for n in (bidang.wilayah, *bidang.lain))
    return next((ejaan[k] for k in kunci if k in ejaan), bidang.wilayah)


def peta_aktif(provinsi: str) -> Peta | None:
    """Return the map of a province: of the data folder where that has it, else the shipped one; None without either."""
    berkas = folder_data() / BERKAS
    try:
        keadaan = berkas.stat()
    except OSError:
        return peta_bawaan(provinsi)
    return _muat(berkas, keadaan.st_mtime_ns, keadaan.st_size, provinsi) or peta_bawaan(provinsi)


@lru_cache(maxsize=8)
def _muat(berkas: Path, waktu: int, ukuran: int, provinsi: str) -> Peta | None:
    """Read a map once for each state of its file."""
    return _terbuka(berkas, lambda: baca_peta(json.loads(berkas.read_text(encoding="utf-8")), provinsi))


@lru_cache(maxsize=8)
def peta_bawaan(provinsi: str) -> Peta | None:
    """Return the map of a province that comes with the program; None where no province is called so."""
    return _terbuka(PETA_PROVINSI, lambda: _dari_arsip(provinsi))


def _terbuka(berkas: Path, baca: Callable[[], Peta | None]) -> Peta | None:
    """Read a map; one that cannot be read is none, and the log says so."""
    try:
        return baca()
    except (
        *(OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError),
        zipfile.BadZipFile,
    ):
        _CATATAN.warning("peta %s tidak dapat dibaca", berkas.name, exc_info=True)
        return None


def _dari_arsip(provinsi: str) -> Peta | None:
    with zipfile.ZipFile(PETA_PROVINSI) as arsip:
        daftar = {p["provinsi"]: p for p in json.loads(arsip.read(DAFTAR))}
        nama = pilih_provinsi(provinsi, {n: p["nama_lain"] for n, p in daftar.items()})
        return baca_peta(json.loads(arsip.read(daftar[nama]["berkas"])), nama) if nama else None


def pilih_provinsi(provinsi: str, daftar: Mapping[str, Iterable[str]]) -> str | None:
    """Return which province a name means, of a list of names with the other names of each."""
    dicari = pisah_wilayah(provinsi)[1]
    return next((n for n, lain in daftar.items() if any(pisah_wilayah(e)[1] == dicari for e in (n, *lain))), None)


def baca_peta(isi: dict[str, Any], provinsi: str) -> Peta | None:
    """Read the features of a province from a FeatureCollection; None when it has none of them."""
    dicari = pisah_wilayah(provinsi)[1]
    fitur = [f for f in isi["features"] if pisah_wilayah(f["properties"].get("provinsi") or provinsi)[1] == dicari]
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
    kecil = not air and max((_luas([c]) for c in cincin), default=0) < bingkai.batas_kecil
    # Points that fall on the one before are left out.
    letak = [[titik for titik, _ in groupby(map(bingkai.letak, c))] for c in cincin]
    titik = bingkai.letak((float(x), float(y)))
    return Bidang(
        wilayah=str(sifat["wilayah"]),
        lain=tuple(map(str, sifat.get("nama_lain", ()))),
        air=air,
        x=_sambung(letak, 0),
        y=_sambung(letak, 1),
        titik=titik,
        kecil=kecil,
    )


def _sambung(cincin: list[list[Letak]], sumbu: int) -> Garis:
    """Put one axis of all rings into one line, broken by None."""
    hasil: list[int | None] = []
    for nomor, garis in enumerate(cincin):
        hasil.extend([None] if nomor else [])
        hasil.extend(titik[sumbu] for titik in garis)
    return tuple(hasil)
