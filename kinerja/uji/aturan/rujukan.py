"""Rules on references and labels: a number, a year, a period or a regulation that is printed in two ways."""

import re
from collections.abc import Iterator, Sequence

from kinerja.model.baris import Kutipan
from kinerja.model.istilah import Ukuran
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

PISAH = re.compile(r"\s*[-\u2010-\u2015]\s*")
"""A hyphen or dash with the spaces around it: ``2024 - 2026`` and ``2024-2026`` are one period."""
ANGKA = re.compile(r"\d+")

Cetakan = Sequence[Sequence[Kutipan]]
"""The prints of one reference: those that say the same together, what is printed most often first."""


def rujukan_berbeda(bukti: Bukti) -> Iterator[Hasil]:
    """Find references of one OPD and year that are printed differently, and numbers given to two headings."""
    semua = [k for k in bukti.dataset.buku.kutipan if k.ukuran is Ukuran.RUJUKAN]
    if not semua:
        yield TidakDiuji("U33", "Tidak ada rujukan tercetak")
    tanpa = sum(not _beralamat(k) for k in semua)
    if tanpa:
        yield TidakDiuji("U33", f"{tanpa} rujukan tanpa Kode OPD atau Uraian")
    kode_opd = bukti.dataset.kode_opd
    beralamat = filter(_beralamat, semua)
    milik = menurut(beralamat, lambda k: (kode_opd(k.kode_opd) or k.kode_opd, samakan(k.uraian), k.tahun))
    for (kode, _, tahun), baris in milik.items():
        cetakan = menurut(baris, lambda k: PISAH.sub("-", samakan(k.tercetak))).values()
        if len(cetakan) > 1 and kode in bukti.dataset.opd:
            yield _temuan(bukti, kode, tahun, sorted(cetakan, key=lambda g: -len(g)))


def _beralamat(k: Kutipan) -> bool:
    return bool(k.kode_opd and k.uraian)


def _terbukti(cetakan: Cetakan) -> bool:
    """Tell whether one report itself prints two different numbers; other words may mean the same thing."""
    menurut: dict[str, set[tuple[str, ...]]] = {}
    for k in (k for g in cetakan for k in g):
        if angka := tuple(ANGKA.findall(k.tercetak)):
            laporan = k.sumber.partition(",")[0].strip()
            menurut.setdefault(laporan, set()).add(angka)
    return any(len(angka) > 1 for angka in menurut.values())


def _temuan(bukti: Bukti, kode: str, tahun: int, cetakan: Cetakan) -> Temuan:
    semua = [k for g in cetakan for k in g]
    isi = " dan sebagai ".join(f"“{g[0].tercetak}” ({'; '.join(_tempat(g))})" for g in cetakan)
    nama = f"{semua[0].uraian} ({bukti.dataset.opd[kode].nama_pendek}, {tahun})"
    return Temuan(
        aturan="U33",
        keyakinan=Keyakinan.PASTI if _terbukti(cetakan) else Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=Ukuran.RUJUKAN.value, uraian=semua[0].uraian
        ),
        cetakan=tuple(g[0].tercetak for g in cetakan),
        seharusnya="",
        uraian=f"{nama} tercetak sebagai {isi}.",
        sumber=_tempat(semua),
        langkah=tuple(f"Tercetak {k.tercetak} ({k.sumber}){f': {k.catatan}' if k.catatan else ''}" for k in semua),
        masukan=tuple(f"{Ukuran.RUJUKAN.value} {tahun}: {k.tercetak} ({k.sumber})" for k in semua),
    )


def _tempat(cetakan: Sequence[Kutipan]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k.sumber for k in cetakan))


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U33",
        nama="Rujukan berbeda",
        syarat="satu rujukan (nomor tabel, nomor sasaran, tahun, tanggal, periode, peraturan) tercetak berbeda "
        "di dua tempat, atau satu nomor dipakai untuk dua judul",
        alasan="Pembaca yang mengikuti rujukan yang salah sampai pada tabel, tahun atau peraturan yang lain.",
        cari=rujukan_berbeda,
    ),
)
