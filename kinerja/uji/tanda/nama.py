"""Marks of findings beside figures that belong to no indicator: budget lines, APBD, sasaran, regions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from kinerja.dataset import Dataset, ingat
from kinerja.model.istilah import Ukuran
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.rumus.capaian import JenisTanda, Tanda
from kinerja.telaah.anggaran.apbd import TabelApbd
from kinerja.telaah.anggaran.rincian import RincianAnggaran
from kinerja.telaah.capaian.sasaran import BarisSasaran
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, Perbandingan
from kinerja.uji.mesin import uji
from kinerja.uji.model import Temuan
from kinerja.uji.penutupan import Penutupan, tertutup
from kinerja.uji.tanda.indikator import tanda_dari

UKURAN_UANG = frozenset(
    u.value
    for u in (
        Ukuran.PAGU,
        Ukuran.REALISASI_ANGGARAN,
        Ukuran.SERAPAN,
        Ukuran.SELISIH,
        Ukuran.PERUBAHAN,
        Ukuran.EFISIENSI,
    )
)
UKURAN_RATA = frozenset({Ukuran.RATA_RATA.value, Ukuran.CAPAIAN.value, Ukuran.PREDIKAT.value})
_SUDAH_DIKATAKAN = frozenset({JenisTanda.BEDA_CETAK, JenisTanda.DIPOTONG})
"""Marks of a table's own that a finding on the same figure says better."""


class _Bertanda(Protocol):
    @property
    def tanda(self) -> tuple[Tanda, ...]: ...


B = TypeVar("B", bound=_Bertanda)


@ingat(1)
def _menurut_nama(dataset: Dataset) -> Mapping[tuple[str, int, str], tuple[Temuan, ...]]:
    bernama = (t for t in uji(dataset).temuan if not t.alamat.kode_indikator)
    milik = menurut(bernama, lambda t: (t.alamat.kode_opd, t.alamat.tahun, samakan(t.alamat.uraian)))
    return {k: tuple(v) for k, v in milik.items()}


class TandaNama:
    """The open findings of an OPD and year on figures that have a name; `ukuran` narrows them to some kinds."""

    def __init__(
        self, dataset: Dataset, kode_opd: str, tahun: int, penutupan: Penutupan, ukuran: Iterable[str] = ()
    ) -> None:
        self._semua, self._milik = _menurut_nama(dataset), (kode_opd, tahun)
        self._penutupan, self._ukuran = penutupan, frozenset(ukuran)

    def ambil(self, nama: str) -> tuple[Tanda, ...]:
        """Return the marks of what carries a name; the empty one is the OPD as a whole."""
        temuan = self._semua.get((*self._milik, samakan(nama)), ())
        tentang = (t for t in temuan if not self._ukuran or t.alamat.ukuran in self._ukuran)
        return tuple(tanda_dari(t) for t in tentang if tertutup(t, self._penutupan) is None)

    def lengkapi(self, baris: Sequence[B], nama: Callable[[B], str]) -> tuple[B, ...]:
        """Return rows with the marks of the findings on them first, and nothing said twice."""
        return tuple(self._baris(b, self.ambil(nama(b))) for b in baris)

    @staticmethod
    def _baris(baris: B, tanda: tuple[Tanda, ...]) -> B:
        if not tanda:
            return baris
        lain = (t for t in baris.tanda if t.jenis not in _SUDAH_DIKATAKAN)
        return replace(baris, tanda=(*tanda, *lain))  # type: ignore[type-var]


def rincian_bertanda(
    dataset: Dataset, kode_opd: str, tahun: int, rincian: RincianAnggaran, penutupan: Penutupan
) -> RincianAnggaran:
    """Return a level of the budget with the findings on its lines and, where it is the whole, on their sum."""
    tanda = TandaNama(dataset, kode_opd, tahun, penutupan, UKURAN_UANG)
    jumlah = () if rincian.remah else tanda.ambil("")
    return replace(rincian, baris=tanda.lengkapi(rincian.baris, lambda b: b.nama), tanda=jumlah)


def apbd_bertanda(dataset: Dataset, kode_opd: str, tabel: TabelApbd, penutupan: Penutupan) -> TabelApbd:
    """Return the table of APBD with the findings on its lines."""
    tanda = TandaNama(dataset, kode_opd, tabel.tahun, penutupan, UKURAN_UANG)
    return replace(tabel, baris=tanda.lengkapi(tabel.baris, lambda b: b.nama))


def sasaran_bertanda(
    dataset: Dataset, kode_opd: str, tahun: int, baris: Sequence[BarisSasaran], penutupan: Penutupan
) -> tuple[BarisSasaran, ...]:
    """Return the sasaran with the findings on their means."""
    return TandaNama(dataset, kode_opd, tahun, penutupan, UKURAN_RATA).lengkapi(baris, lambda b: b.sasaran)


def regional_bertanda(dataset: Dataset, perbandingan: Perbandingan, penutupan: Penutupan) -> Perbandingan:
    """Return a comparison of regions with the findings on their values."""
    tanda = TandaNama(dataset, dataset.kode_keseluruhan, perbandingan.tahun, penutupan)

    def nama(baris: BarisWilayah) -> str:
        return f"{perbandingan.ukuran}, {baris.tertulis}"

    wilayah, acuan, lain = (
        tanda.lengkapi(b, nama) for b in (perbandingan.wilayah, perbandingan.acuan, perbandingan.lain)
    )
    return replace(perbandingan, wilayah=wilayah, acuan=acuan, lain=lain)
