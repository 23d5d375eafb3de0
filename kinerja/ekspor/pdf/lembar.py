"""Tables on A4 as the templates read them: which way the paper lies, how large the type is, what stands around."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from kinerja.ekspor.lebar_kolom import paling_sempit
from kinerja.ekspor.pdf.tabel import isi_tabel, kalimat, pendek
from kinerja.nilai.angka import format_tanggal
from kinerja.sajian.asal import kalimat_asal
from kinerja.sajian.salinan import polos
from kinerja.sajian.tabel_terbit import TabelTerbit
from kinerja.terbitan.cetakan import Cetakan
from kinerja.terbitan.sampul import Sampul

TEGAK, DATAR = 510.0, 756.0
"""Width of the type area of A4 in points, standing and lying."""
LEBAR_TEGAK = 10
"""A table of more parts (Kolom.lebar) lies."""
HURUF_TEGAK, HURUF_DATAR = (9.0, 8.0), (9.0, 8.0, 7.0)
BARIS_PENDEK = 12
HURUF_HALAMAN = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
HURUF_TERUS = 8.5
"""Size of type of what takes several pages anyhow."""
BARIS_SEHALAMAN = 90
"""More rows never fit on a page."""
HURUF_KAKI = 90
TANPA_TABEL = "Tidak ada tabel untuk pilihan ini."


@dataclass(frozen=True, slots=True)
class _Kertas:
    """Which way the paper lies and how large the type is, in points."""

    mendatar: bool
    huruf: float

    @property
    def ruang(self) -> float:
        """Width of the type area in parts of the size of type."""
        return (DATAR if self.mendatar else TEGAK) / self.huruf


def _letak_wajar(tabel: TabelTerbit) -> tuple[bool, ...]:
    """How a table may lie: a narrow one stands if it can."""
    return (False, True) if sum(k.lebar for k in tabel.kolom) <= LEBAR_TEGAK else (True,)


def _pilih_kertas(tabel: TabelTerbit, letak: Sequence[bool]) -> _Kertas:
    """Choose the paper on which no word of a table breaks; where none is wide enough, the widest."""
    calon = [_Kertas(mendatar, huruf) for mendatar in letak for huruf in (HURUF_DATAR if mendatar else HURUF_TEGAK)]
    sempit = sum(paling_sempit(tabel))
    return next((k for k in calon if sempit <= k.ruang), calon[-1])


# --- Lampiran ---------------------------------------------------------------------------------------------------------


def isi_lampiran(tabel: Sequence[TabelTerbit], sampul: Sampul) -> dict[str, Any]:
    """Return a Lampiran for its template: tables that lie the same way follow each other on the same pages."""
    kelompok = groupby(_berkertas(tabel), key=lambda pasangan: pasangan[0].mendatar)
    return {
        "judul": kalimat(sampul.judul),
        "topik": pendek(sampul.topik, HURUF_KAKI),
        "pemerintah": pendek(sampul.pemerintah, HURUF_KAKI),
        "tanggal": _tanggal(sampul.dibuat),
        "keterangan": [[nama, kalimat(isi)] for nama, isi in sampul.keterangan],
        "asal": kalimat(sampul.asal),
        "petunjuk": [kalimat(p.kalimat) for p in sampul.petunjuk],
        "kosong": TANPA_TABEL,
        "kelompok": [
            {"mendatar": mendatar, "tabel": [{"huruf": k.huruf, **isi_tabel(t, k.ruang)} for k, t in isi]}
            for mendatar, isi in kelompok
        ],
    }


def _berkertas(tabel: Sequence[TabelTerbit]) -> Iterator[tuple[_Kertas, TabelTerbit]]:
    """Each table with its paper; a short one lies as the one before it, so that no page is turned for it."""
    mendatar = False
    for t in tabel:
        ikut = mendatar and len(t.baris) <= BARIS_PENDEK
        kertas = _pilih_kertas(t, (True,) if ikut else _letak_wajar(t))
        mendatar = kertas.mendatar
        yield kertas, t


def _tanggal(hari: date) -> list[int]:
    return [hari.year, hari.month, hari.day]


# --- a page -----------------------------------------------------------------------------------------------------------


def isi_halaman(cetakan: Cetakan) -> dict[str, Any]:
    """Return a page for its template: the ways of setting it that are tried, the best first."""
    return {
        "judul": kalimat(cetakan.salinan.judul),
        "topik": kalimat(str(cetakan.salinan.topik)),
        "pemerintah": pendek(cetakan.pemerintah, HURUF_KAKI),
        "tanggal": _tanggal(cetakan.dibuat),
        "saringan": [[polos(nama), kalimat(isi)] for nama, isi in cetakan.saringan],
        "butir": [kalimat(b) for b in cetakan.salinan.butir],
        "letak": [_letak(cetakan.tabel, mendatar) for mendatar in _urutan_letak(cetakan.tabel)],
        "huruf": [] if cetakan.tabel and len(cetakan.tabel.baris) > BARIS_SEHALAMAN else HURUF_HALAMAN,
        "huruf_terus": HURUF_TERUS,
        "catatan": [kalimat(t) for t in cetakan.tabel.catatan] if cetakan.tabel else [],
        "asal": kalimat(
            f"{kalimat_asal(cetakan.sumber, cetakan.versi, None)} Dicetak {format_tanggal(cetakan.dibuat)}."
        ),
        "alamat": kalimat(cetakan.alamat, 12),
    }


def _urutan_letak(tabel: TabelTerbit | None) -> Iterator[bool]:
    """Which way the paper lies: as the table wants it first; standing only where that breaks no word."""
    if tabel is None:
        yield False
        return
    mendatar = _pilih_kertas(tabel, _letak_wajar(tabel)).mendatar
    yield mendatar
    if mendatar and sum(paling_sempit(tabel)) <= _Kertas(mendatar=False, huruf=HURUF_TERUS).ruang:
        yield False
    if not mendatar:
        yield True


def _letak(tabel: TabelTerbit | None, mendatar: bool) -> dict[str, Any]:
    ruang = _Kertas(mendatar, HURUF_TERUS).ruang
    return {"mendatar": mendatar, "tabel": isi_tabel(tabel, ruang) if tabel else None}
