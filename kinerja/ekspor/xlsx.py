"""Published tables as a workbook: cover, notes, one table a sheet; real numbers, and no formula from data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook

from kinerja.buku.teks_sel import teks_aman
from kinerja.ekspor.gaya_xlsx import (
    TEKS,
    TEKS_REDUP,
    TEKS_TAUTAN,
    TEKS_TEBAL,
    angka_sel,
    gaya_isi,
    gaya_judul,
    gaya_kepala,
    kode_format,
    lebar_kolom,
    pasang_lebar,
    pasang_tinggi,
    siapkan_cetak,
    teks_tampil,
    tinggi_isi,
)
from kinerja.ekspor.lembar_xlsx import HURUF_MAKS, FormatBuku, Lembar, panjang, potong
from kinerja.sajian.asal import sebut_sumber
from kinerja.sajian.kalimat import besar
from kinerja.sajian.tabel_terbit import KolomTerbit, Sel, TabelTerbit
from kinerja.terbitan.sampul import Sampul

SAMPUL, CATATAN = "Sampul", "Catatan"
BARIS_KEPALA = 4
"""Row of the heads: title, what it is about, an empty row, then the table."""
BARIS_MAKS = 1_048_576 - 200
"""Rows of a table: Excel's limit, with room for what stands above and below it."""
NAMA_MAKS = 31
LEBAR_SAMPUL = (26, 84)
TANPA_TABEL = "Tidak ada tabel untuk pilihan ini."
_TERLARANG = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def tulis_xlsx(tabel: Sequence[TabelTerbit], sampul: Sampul, berkas: Path | BinaryIO) -> None:
    """Write tables as a published workbook.

    Args:
        tabel: the tables, one a sheet; without any the cover says so.
        sampul: what stands on the cover.
        berkas: a path, or a file that is open for writing bytes.
    """
    penampung = BytesIO()  # whole before it is written: a full disk is an OSError of ours, not XlsxWriter's own error
    bernama = [_Bernama(t, n) for t, n in zip(tabel, nama_lembar(t.kode for t in tabel), strict=True)]
    with Workbook(penampung, {"in_memory": True}) as buku:
        gaya = FormatBuku(buku)
        lembar = Lembar(buku, SAMPUL, gaya)
        p = _Penulis(lembar, sampul)
        p.judul(sampul.judul, 20)
        for nama, isi in sampul.keterangan:
            p.pasangan(nama, isi)
        p.judul("Isi buku kerja")
        p.pasangan(CATATAN, "Sumber, cara membaca, dan catatan setiap tabel", tertaut=True)
        for satu in bernama:
            p.pasangan(satu.nama, satu.tabel.judul, tertaut=True)
        if not bernama:
            p.kalimat(TANPA_TABEL)
        p.judul("Asal angka")
        p.kalimat(sampul.asal)
        _tulis_catatan(Lembar(buku, CATATAN, gaya), sampul, bernama)
        for satu in bernama:
            _tulis_tabel(Lembar(buku, satu.nama, gaya), satu.tabel, sampul)
        penulis, judul = teks_aman(sampul.pemerintah) or "Dasbor Kinerja", teks_aman(f"{sampul.judul} {sampul.topik}")
        buku.set_properties({"author": penulis, "title": judul})
    berkas.write_bytes(penampung.getvalue()) if isinstance(berkas, Path) else berkas.write(penampung.getvalue())


@dataclass(frozen=True, slots=True)
class _Bernama:
    """A table with the name of its sheet."""

    tabel: TabelTerbit
    nama: str


def nama_lembar(kode: Iterable[str]) -> tuple[str, ...]:
    """Return names of sheets: what Excel allows, at most 31 characters, each once whatever its case."""
    dipakai = {SAMPUL.casefold(), CATATAN.casefold(), "history"}  # Excel keeps the last one for itself
    hasil = []
    for k in kode:
        dasar = potong(" ".join(teks_aman(k).translate(_TERLARANG).split()), NAMA_MAKS).strip() or "Tabel"
        nama, nomor = potong(besar(dasar), NAMA_MAKS), 1
        while nama.casefold() in dipakai:
            nomor += 1
            ekor = f" {nomor}"
            nama = f"{potong(dasar, NAMA_MAKS - len(ekor))}{ekor}"
        dipakai.add(nama.casefold())
        hasil.append(nama)
    return tuple(hasil)


# --- cover and notes --------------------------------------------------------------------------------------------------


class _Penulis:
    """Writes a sheet of two columns from the top down."""

    def __init__(self, lembar: Lembar, sampul: Sampul) -> None:
        self.lembar = lembar
        self.baris = 0
        pasang_lebar(lembar.ws, LEBAR_SAMPUL)
        lembar.ws.hide_gridlines(2)
        siapkan_cetak(lembar.ws, sampul.topik, mendatar=False)

    def judul(self, teks: str, ukuran: int = 14) -> None:
        """Write a title over both columns, with a row of air above it unless it is the first."""
        self.baris += 2 if self.baris else 1
        self.lembar.lebur(self.baris, teks, LEBAR_SAMPUL, gaya_judul(ukuran))

    def pasangan(self, nama: str, isi: str, *, tertaut: bool = False) -> None:
        """Write a name and what it is; where it is the name of a sheet, it may lead there."""
        self.baris += 1
        if tertaut:
            self.lembar.tautan(self.baris, 1, nama, TEKS_TAUTAN)
        else:
            self.lembar.teks(self.baris, 1, nama, TEKS_TEBAL)
        self.lembar.teks(self.baris, 2, isi, TEKS)
        pasang_tinggi(self.lembar.ws, self.baris, tinggi_isi(LEBAR_SAMPUL, (nama, isi)))

    def kalimat(self, teks: str) -> None:
        """Write a sentence over both columns."""
        self.baris += 1
        self.lembar.lebur(self.baris, teks, LEBAR_SAMPUL, TEKS)


def _tulis_catatan(lembar: Lembar, sampul: Sampul, bernama: Sequence[_Bernama]) -> None:
    p = _Penulis(lembar, sampul)
    p.judul(CATATAN, 20)
    p.judul("Cara membaca")
    for satu_petunjuk in sampul.petunjuk:
        nama = satu_petunjuk.nama
        muat = nama and len(nama) <= HURUF_NAMA
        p.pasangan(nama, satu_petunjuk.isi) if muat else p.kalimat(satu_petunjuk.kalimat)
    p.judul("Asal angka")
    p.kalimat(sampul.asal)
    p.judul("Sumber setiap tabel")
    for satu in bernama:
        p.pasangan(satu.nama, "; ".join(satu.tabel.sumber) or "Tidak disebut", tertaut=True)


HURUF_NAMA = 60
"""A longer name would not fit into the column of names: it stands in the sentence."""


# --- a table ----------------------------------------------------------------------------------------------------------


def _tulis_tabel(lembar: Lembar, tabel: TabelTerbit, sampul: Sampul) -> None:
    lebar, isi = lebar_kolom(tabel), tabel.baris[:BARIS_MAKS]
    pasang_lebar(lembar.ws, lebar)
    lembar.lebur(1, tabel.judul, lebar, gaya_judul())
    lembar.lebur(2, sampul.topik, lebar, TEKS_REDUP)
    pasang_tinggi(lembar.ws, BARIS_KEPALA, tinggi_isi(lebar, (k.judul for k in tabel.kolom), tebal=True) + 4)
    for letak, k in enumerate(tabel.kolom, 1):
        lembar.teks(BARIS_KEPALA, letak, k.judul, gaya_kepala(k.rata))
    # Columns that stay in view: up to the first wide one, which names the row; none where that fills a screen.
    nama = next((n for n, k in enumerate(tabel.kolom, 1) if k.lebar > 1), 1)
    kolom_tetap = nama if len(tabel.kolom) > nama and sum(lebar[:nama]) <= 60 else 0
    lembar.ws.freeze_panes(BARIS_KEPALA, kolom_tetap)
    for nomor, baris in enumerate(isi, BARIS_KEPALA + 1):
        pasang_tinggi(lembar.ws, nomor, tinggi_isi(lebar, map(teks_tampil, baris)))
        for letak, (kolom, s) in enumerate(zip(tabel.kolom, baris, strict=True), 1):
            _tulis_sel(lembar, (nomor, letak), kolom, s)
    di_bawah = list(tabel.catatan)
    if len(tabel.baris) > BARIS_MAKS:
        di_bawah.append(f"Dipotong pada batas Excel: {BARIS_MAKS} dari {len(tabel.baris)} baris.")
    if terlalu_panjang := sum(panjang(teks_tampil(s)) > HURUF_MAKS for b in isi for s in b):
        di_bawah.append(f"{terlalu_panjang} sel dipotong pada batas Excel, yaitu {HURUF_MAKS} huruf.")
    if sumber := sebut_sumber(tabel.sumber):
        di_bawah.append(sumber)
    for nomor, teks in enumerate(di_bawah, BARIS_KEPALA + len(isi) + 2):
        lembar.lebur(nomor, teks, lebar, TEKS_REDUP)
    siapkan_cetak(lembar.ws, sampul.topik, mendatar=True, kepala=BARIS_KEPALA)


def _tulis_sel(lembar: Lembar, letak: tuple[int, int], kolom: KolomTerbit, isi: Sel) -> None:
    angka = angka_sel(kolom, isi)
    if angka is None:
        lembar.teks(*letak, teks_tampil(isi), gaya_isi(kolom.rata, isi.rupa, "", tebal=isi.tebal))
    else:
        lembar.angka(*letak, angka, gaya_isi(kolom.rata, isi.rupa, kode_format(kolom, isi), tebal=isi.tebal))
