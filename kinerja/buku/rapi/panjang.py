"""Texts that are longer than a name or a paragraph: every page that shows one would carry it whole."""

from collections.abc import Iterator, Mapping

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel, LembarMentah, SelKhusus
from kinerja.buku.tafsir import LembarTafsir, huruf_kolom
from kinerja.buku.temuan import TemuanBuku, potong, temuan
from kinerja.model.kolom import NAMA_MAKS, PROSA_MAKS
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import Nilai


def periksa_panjang(tafsir: Mapping[str, LembarTafsir], mentah: Mapping[str, LembarMentah]) -> Iterator[TemuanBuku]:
    """Name every header, name and sentence beyond its limit.

    Of the columns that are ours the reader has named those that the reading child did not even hand over.
    """
    for nama, lembar in tafsir.items():
        for baris in lembar.baris:
            for kolom in lembar.lembar.kolom:
                isi = baris.isi.get(kolom.nama)
                teks = isi.teks if isinstance(isi, Nilai) else isi
                if isinstance(teks, str) and len(teks) > kolom.huruf_maks:
                    alamat = lembar.alamat(kolom.nama, baris.nomor)
                    yield _temuan((nama, alamat, kolom.nama), teks, len(teks), kolom.huruf_maks)
        for judul, letak in lembar.letak_lain.items():
            yield from _kolom_lain(nama, judul, letak, mentah[nama])


def _kolom_lain(lembar: str, judul: str, letak: int, mentah: LembarMentah) -> Iterator[TemuanBuku]:
    """Look through a column that is not ours, and its header."""
    huruf, sebutan = huruf_kolom(letak), potong(judul)
    for urutan, (nomor, sel) in enumerate(mentah.baris):
        isi = sel[letak] if letak < len(sel) else None
        batas = PROSA_MAKS if urutan else NAMA_MAKS
        if (jumlah := _huruf(isi)) > batas:
            teks = str(isi.nilai) if isinstance(isi, SelKhusus) else str(isi)
            yield _temuan((lembar, f"{huruf}{nomor}", sebutan), teks, jumlah, batas)


def _huruf(isi: IsiSel) -> int:
    if isinstance(isi, SelKhusus):
        return isi.tempat if isi.jenis == "panjang" else 0
    return len(isi) if isinstance(isi, str) else 0


def _temuan(letak: tuple[str, str, str], isi: str, jumlah: int, batas: int) -> TemuanBuku:
    angka = {"jumlah": format_angka(jumlah), "batas": format_angka(batas)}
    return temuan(Kode.TEKS_PANJANG, *letak, isi=isi, **angka)
