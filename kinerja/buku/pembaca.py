"""Reading a workbook: safety first, then a child process with limits, never a parser in the server process."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja.buku.arsip.dengar import Melampaui, dengarkan
from kinerja.buku.batas import Batas
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.rapi.mirip import nama_dimaksud
from kinerja.buku.tanda.daftar import daftar_kami
from kinerja.buku.templat.pengenal import petunjuk_kami, tanpa_kolom_bantu
from kinerja.buku.temuan import BukuDitolak, TemuanBuku, potong, temuan
from kinerja.model.skema import PROFIL, SEMUA_LEMBAR
from kinerja.nilai.nama import samakan

JUDUL_SEDIKIT = 2
"""So many of its columns at least tell a sheet."""


@dataclass(frozen=True, slots=True)
class SelKhusus:
    """A cell that is neither text nor plain number: persen, tanggal, galat, rumus, logis, kaki, panjang.

    A kaki is a text with a raised mark, a panjang the beginning of one too long. `rincian` is the number format of a
    tanggal, and the mark of a kaki; `tempat` how many letters a panjang has.
    """

    jenis: str
    nilai: Any = None
    tempat: int = 0
    rincian: str = ""


IsiSel = str | int | float | SelKhusus | None


@dataclass(frozen=True, slots=True)
class Bentuk:
    """How a sheet was made.

    Attributes:
        rumus: numbers of the rows that hold formulas only.
        gabungan: merged cells below row 1: first row and column, last row and column, all from 1.
        terkirim: numbers of the rows of a form that came back as they were sent.
    """

    rumus: frozenset[int] = frozenset()
    gabungan: tuple[tuple[int, int, int, int], ...] = ()
    terkirim: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """A sheet as it stands: rows of cells with their row number, nothing interpreted."""

    nama: str
    baris: tuple[tuple[int, tuple[IsiSel, ...]], ...]
    utuh: bool = True
    """False when a cell lies beyond the limits: then nothing of the sheet was read."""
    bentuk: Bentuk = Bentuk()


@dataclass(frozen=True, slots=True)
class BukuMentah:
    """A workbook as it stands, and what was noticed while reading."""

    lembar: tuple[LembarMentah, ...]
    temuan: tuple[TemuanBuku, ...]


def baca_mentah(berkas: Path, batas: Batas | None = None) -> BukuMentah:
    """Read all known sheets of a workbook.

    Raises:
        BukuDitolak: when the file is no workbook, not safe, or could not be read within the limits.
    """
    # With the first file: who shows what the store holds looks into none.
    from kinerja.buku.aman import periksa_berkas

    batas = batas or Batas.dari_lingkungan()
    periksa_berkas(berkas, batas)
    hasil = _jalankan_anak(berkas, batas)
    if "terlalu_banyak" in hasil:
        raise BukuDitolak(temuan(Kode.LEMBAR_TERLALU_BANYAK, jumlah=hasil["terlalu_banyak"], batas=batas.lembar))
    semua = [tanpa_kolom_bantu(data) for data in hasil["lembar"]]
    lembar = tuple(_lembar(data) for data in semua if data["dibaca"])
    if all(s.utuh and not berisi(s) for s in lembar):
        petunjuk = any(petunjuk_kami(data["nama"], data["judul"]) for data in semua)
        raise BukuDitolak(tanpa_isi({data["nama"]: data["judul"] for data in semua}, petunjuk=petunjuk))
    berjudul = _lembar_berjudul(semua)
    catatan = [t for data in semua for t in _catatan_lembar(data, batas, berjudul.get(data["nama"]))]
    return BukuMentah(lembar, tuple(catatan))


def berisi(lembar: LembarMentah) -> bool:
    """Tell whether any row below the header says something; a key of Profil without its value does not."""
    paling_sedikit = 2 if samakan(lembar.nama) == samakan(PROFIL.nama) else 1
    return any(n > 1 and sum(map(_terisi, sel)) >= paling_sedikit for n, sel in lembar.baris)


def _terisi(isi: IsiSel) -> bool:
    return isi is not None and not (isinstance(isi, str) and not isi.strip())


def tanpa_isi(judul: Mapping[str, Sequence[str | None]], *, petunjuk: bool = False) -> TemuanBuku:
    """Name the sheets that stand, given by name with their first row, each with the one of ours that was meant.

    `petunjuk` stands in a template only.
    """
    nama = list(judul)
    milik = {samakan(s.nama) for s in SEMUA_LEMBAR}
    if petunjuk and {samakan(s.nama) for s in SEMUA_LEMBAR if s.wajib} <= {*map(samakan, nama)}:
        ada = ", ".join(f"{potong(n)} (kosong)" if samakan(n) in milik else potong(n) for n in nama)
        return temuan(Kode.TEMPLAT_KOSONG, lembar=ada, dahulu=", lalu ".join(s.nama for s in SEMUA_LEMBAR if s.wajib))
    dimaksud = {n: None if samakan(n) in milik else _lembar_dimaksud(n, judul[n]) for n in nama}
    sebutan = (
        f"{potong(n)} (kosong)" if samakan(n) in milik else f"{potong(n)} (maksud Anda {m}?)" if m else potong(n)
        for n, m in dimaksud.items()
    )
    ganti = "; ".join(f"lembar {potong(n)} menjadi {m}" for n, m in dimaksud.items() if m)
    cara = f"Ganti nama {ganti}; atau salin" if ganti else "Salin"
    return temuan(Kode.TANPA_ISI, lembar=", ".join(sebutan) or "tidak ada", cara=cara)


def _lembar_dimaksud(nama: str, judul: Sequence[str | None]) -> str | None:
    """Return the sheet of ours that another one resembles by its name, else by its columns."""
    return nama_dimaksud(nama, (s.nama for s in SEMUA_LEMBAR)) or _menurut_judul(judul)


def _menurut_judul(judul: Sequence[str | None]) -> str | None:
    """Return the sheet of ours whose required columns all stand in a first row, of several the one it knows best."""
    ada = {samakan(j) for j in judul if j}
    cocok = {
        s.nama: sum(samakan(j) in ada for j in s.judul)
        for s in SEMUA_LEMBAR
        if all(samakan(k.nama) in ada for k in s.kolom if k.wajib)
    }
    terbaik = max(cocok, key=lambda n: cocok[n], default="")
    return terbaik if cocok.get(terbaik, 0) >= JUDUL_SEDIKIT else None


def _lembar_berjudul(semua: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return the unread sheets that have the columns of one of ours that is missing, with that one's name."""
    ada = {samakan(data["nama"]) for data in semua if data["dibaca"]}
    lain = {data["nama"]: _menurut_judul(data["judul"]) for data in semua if not data["dibaca"]}
    return {nama: m for nama, m in lain.items() if m and samakan(m) not in ada}


def _jalankan_anak(berkas: Path, batas: Batas) -> dict[str, Any]:
    isi = {"lembar": batas.lembar, "kolom": batas.kolom, "baris": batas.baris, "unsur": batas.unsur}
    nama = [samakan(s.nama) for s in SEMUA_LEMBAR]
    aturan = {"isi": isi, "nama": nama, "memori": batas.memori, "detik": batas.detik}
    perintah = [sys.executable, "-m", "kinerja.buku.anak", str(berkas.resolve()), json.dumps(aturan)]
    try:
        return hasil_anak(*dengarkan(perintah, batas.detik, batas.hasil))
    except Melampaui as galat:
        raise BukuDitolak(temuan(Kode.PEMBACA_TERHENTI, sebab=str(galat))) from galat


def hasil_anak(keluaran: bytes, kode: int) -> dict[str, Any]:
    """Take what a reading child printed, with its exit code.

    Raises:
        BukuDitolak: when it could not read the file, or did not answer.
    """
    try:
        hasil = json.loads(keluaran)
    except (ValueError, RecursionError):
        hasil = None
    if not isinstance(hasil, dict):
        sebab = "pembacanya dihentikan" if kode else "jawabannya tidak utuh"
        raise BukuDitolak(temuan(Kode.PEMBACA_TERHENTI, sebab=sebab))
    if hasil.get("gagal") == "memori":
        raise BukuDitolak(temuan(Kode.PEMBACA_TERHENTI, sebab="memerlukan memori terlalu besar"))
    if hasil.get("gagal") == "padat":
        raise BukuDitolak(temuan(Kode.ISI_MENCURIGAKAN, sebab=hasil["sebab"]))
    if "gagal" in hasil:
        raise BukuDitolak(temuan(Kode.BERKAS_RUSAK, sebab="isinya bukan buku kerja yang utuh"))
    return hasil


def _catatan_lembar(data: dict[str, Any], batas: Batas, berjudul: str | None) -> list[TemuanBuku]:
    nama, hasil = data["nama"], []
    if berjudul:
        hasil.append(temuan(Kode.LEMBAR_MIRIP, nama, nama=berjudul, isi=nama))
    elif not data["dibaca"] and not daftar_kami(nama, data["judul"]) and not petunjuk_kami(nama, data["judul"]):
        maksud = nama_dimaksud(nama, (s.nama for s in SEMUA_LEMBAR)) or "nama lembar pada templat"
        hasil.append(temuan(Kode.LEMBAR_TAK_DIKENAL, nama, nama=nama, maksud=maksud))
    elif data["dibaca"] and data["tersembunyi"]:
        hasil.append(temuan(Kode.LEMBAR_TERSEMBUNYI, nama, nama=nama))
    if data["jauh"]:
        hasil.append(
            temuan(
                Kode.SEL_DI_LUAR_BATAS, nama, data["jauh"], alamat=data["jauh"], baris=batas.baris, kolom=batas.kolom
            )
        )
    if data["baris_sembunyi"] and data["dibaca"]:
        jumlah, mulai = data["baris_sembunyi"]
        hasil.append(temuan(Kode.BARIS_TERSEMBUNYI, nama, f"A{mulai}", jumlah=jumlah, baris=mulai))
    if data["dibaca"]:
        gabung: Sequence[str] = data["judul_gabung"]
        hasil += [temuan(Kode.JUDUL_DIGABUNG, nama, g.split(":")[0], rentang=g) for g in gabung]
    return hasil


def _lembar(data: dict[str, Any]) -> LembarMentah:
    baris = ((nomor, tuple(_sel(s) for s in sel)) for nomor, sel in data["baris"])
    bentuk = Bentuk(
        rumus=frozenset(data["rumus"]),
        gabungan=tuple(tuple(g) for g in data["gabungan"]),
        terkirim=frozenset(data.get("terkirim", ())),
    )
    return LembarMentah(data["nama"], tuple(baris), utuh=not data["jauh"], bentuk=bentuk)


def _sel(isi: Any) -> IsiSel:
    if isinstance(isi, list):
        return SelKhusus(*isi)
    return isi  # type: ignore[no-any-return]
