"""Any table file as grids of cells: read by a child with limits, never by the process that asks."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja.buku.arsip.dengar import Melampaui, dengarkan
from kinerja.buku.batas import Batas
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel, SelKhusus, hasil_anak
from kinerja.buku.temuan import BukuDitolak, TemuanBuku, potong, temuan
from kinerja.susun.berkas import JenisBerkas, kenali

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Kisi:
    """A sheet as a grid, nothing interpreted.

    Attributes:
        nama: its name.
        tersembunyi: the sheet is hidden.
        sel: the cells, each an `IsiSel`, None when it is empty or only space. Rows are numbered as in the sheet from 1
            to the last filled one, columns from 1 to the last filled one; both are none where nothing is filled.
        gabungan: merged cells as first row, first column, last row, last column, within `sel`; only the first cell
            holds the value.
        baris_sembunyi, kolom_sembunyi: numbers of hidden rows and columns within `sel`.
    """

    nama: str
    tersembunyi: bool
    sel: "pd.DataFrame"
    gabungan: tuple[tuple[int, int, int, int], ...] = ()
    baris_sembunyi: frozenset[int] = frozenset()
    kolom_sembunyi: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class BukuKisi:
    """All sheets of a file that could be read, and what was noticed; a galat names a sheet that is missing here."""

    berkas: str
    lembar: tuple[Kisi, ...]
    temuan: tuple[TemuanBuku, ...]


def baca_kisi(berkas: Path, batas: Batas | None = None) -> BukuKisi:
    """Read every sheet of a table file.

    Args:
        berkas: the file; what it is shows in its content.
        batas: limits, by default those of the environment.

    Raises:
        BukuDitolak: when the file is none that can be read, is not safe, or could not be read within the limits, or
            nothing of it is left.
    """
    batas = batas or Batas.dari_lingkungan()
    jenis, catatan_jenis = kenali(berkas, batas)
    hasil = _jalankan_anak(berkas, jenis, batas)
    if "ditolak" in hasil:
        raise BukuDitolak(temuan(Kode(hasil["ditolak"]), **hasil["isi"]))
    if "terlalu_banyak" in hasil:
        raise BukuDitolak(temuan(Kode.LEMBAR_TERLALU_BANYAK, jumlah=hasil["terlalu_banyak"], batas=batas.lembar))
    hilang = [t for data in hasil["lembar"] if (t := _tak_terbaca(data, batas))]
    if not any(data["baris"] for data in hasil["lembar"]):
        nama = ", ".join(potong(data["nama"]) for data in hasil["lembar"]) or "tidak ada"
        raise BukuDitolak(*(hilang or (temuan(Kode.BERKAS_TANPA_ISI, lembar=nama),)))
    utuh = (data for data in hasil["lembar"] if not data["jauh"] and "luas" not in data)
    catatan = [temuan(Kode(kode), "", sel, **isi) for kode, sel, isi in hasil.get("catatan", ())]
    semua = (*([catatan_jenis] if catatan_jenis else ()), *catatan, *hilang)
    return BukuKisi(berkas.name, tuple(map(_kisi, utuh)), semua)


def _jalankan_anak(berkas: Path, jenis: JenisBerkas, batas: Batas) -> dict[str, Any]:
    isi = {"lembar": batas.lembar, "kolom": batas.kolom, "baris": batas.baris, "unsur": batas.unsur}
    aturan = {"jenis": jenis, "isi": isi, "memori": batas.memori, "detik": batas.detik}
    perintah = [sys.executable, "-m", "kinerja.susun.baca.anak", str(berkas.resolve()), json.dumps(aturan)]
    try:
        return hasil_anak(*dengarkan(perintah, batas.detik, batas.hasil))
    except Melampaui as galat:
        raise BukuDitolak(temuan(Kode.PEMBACA_TERHENTI, sebab=str(galat))) from galat


def _tak_terbaca(data: dict[str, Any], batas: Batas) -> TemuanBuku | None:
    """Say why nothing of a sheet is here, None when it could be read."""
    nama, jauh = data["nama"], data["jauh"]
    if jauh:
        return temuan(Kode.SEL_DI_LUAR_BATAS, nama, jauh, alamat=jauh, baris=batas.baris, kolom=batas.kolom)
    if "luas" in data:
        baris, kolom = data["luas"]
        return temuan(Kode.LEMBAR_TERLALU_LUAS, nama, nama=nama, baris=baris, kolom=kolom)
    return None


def _kisi(data: dict[str, Any]) -> Kisi:
    # The server loads this module and needs no pandas for it.
    import pandas as pd

    tinggi, lebar = data["ukuran"]
    baris: list[list[IsiSel]] = [[None] * lebar] * tinggi
    for nomor, isi in data["baris"]:
        sel = [SelKhusus(*s) if isinstance(s, list) else s for s in isi]
        baris[nomor - 1] = sel + [None] * (lebar - len(sel))
    return Kisi(
        nama=data["nama"],
        tersembunyi=data["tersembunyi"],
        sel=pd.DataFrame(baris, index=range(1, tinggi + 1), columns=range(1, lebar + 1), dtype=object),
        gabungan=tuple((r1, k1, r2, k2) for r1, k1, r2, k2 in data["gabungan"]),
        baris_sembunyi=frozenset(data["baris_sembunyi"]),
        kolom_sembunyi=frozenset(data["kolom_sembunyi"]),
    )
