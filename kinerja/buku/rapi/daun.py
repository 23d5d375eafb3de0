"""A line of Anggaran that is really a printed total: it equals the sum of the others, and would double the budget."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.tafsir import BarisTafsir, LembarTafsir
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.model.istilah import Peran
from kinerja.model.skema import ANGGARAN
from kinerja.nilai.angka import format_angka
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import jumlah_ada
from kinerja.rumus.anggaran import Jalur, leluhur

LAINNYA = 2
"""So many other lines with money must there be: of two equal lines neither is a total."""


def tanpa_daun_jumlah(tafsir: Mapping[str, LembarTafsir]) -> list[TemuanBuku]:
    """Leave out each line that equals all the others of its OPD, year and quarter together, and say so.

    A line whose pagu does and whose realisasi does not stays, and is warned of: one of the two was printed wrong.
    """
    lembar = tafsir.get(ANGGARAN.nama)
    if lembar is None:
        return []
    anggaran = (b for b in lembar.baris if not b.cacat and b.isi["Peran"] == Peran.ANGGARAN)
    hasil: list[TemuanBuku] = []
    for sekelompok in menurut(
        anggaran, lambda b: (samakan(b.isi["Kode OPD"]), b.isi["Tahun"], b.isi["Periode"])
    ).values():
        for b, lain in _jumlah(sekelompok):
            realisasi = jumlah_ada(x.isi["Realisasi"] for x in lain)
            cocok = b.isi["Realisasi"] == realisasi
            kolom = next(k for k in ("Sub kegiatan", "Kegiatan", "Program", "Kelompok") if b.isi.get(k))
            rincian = {
                "isi": b.isi[kolom],
                "kolom": kolom,
                "pagu": format_angka(b.isi["Pagu"]),
                "tertulis": _tulis(b.isi["Realisasi"]),
                "dihitung": _tulis(realisasi),
            }
            kode = Kode.DAUN_JUMLAH if cocok else Kode.DAUN_RAGU
            hasil.append(temuan(kode, ANGGARAN.nama, lembar.alamat("Pagu", b.nomor), "Pagu", **rincian))
            if cocok:
                lembar.baris.remove(b)
    return hasil


def _tulis(angka: Decimal | None) -> str:
    return "kosong" if angka is None else format_angka(angka)


def _jumlah(baris: Iterable[BarisTafsir]) -> Iterator[tuple[BarisTafsir, list[BarisTafsir]]]:
    """Yield the deepest lines whose pagu is that of all the other deepest lines together, with those."""
    semua = [(b, _jalur(b)) for b in baris]
    induk = {atas for _, jalur in semua for atas in leluhur(jalur)}
    daun = [b for b, jalur in semua if any(jalur) and jalur not in induk and b.isi["Pagu"]]
    total = sum((b.isi["Pagu"] for b in daun), Decimal(0))
    if len(daun) > LAINNYA:
        yield from ((b, [x for x in daun if x is not b]) for b in daun if b.isi["Pagu"] * 2 == total)


def _jalur(baris: BarisTafsir) -> Jalur:
    k, p, g, s = (samakan(baris.isi.get(kolom) or "") for kolom in ("Kelompok", "Program", "Kegiatan", "Sub kegiatan"))
    return k, p, g, s
