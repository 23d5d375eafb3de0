"""Sorotan: what is worth saying about an OPD and a year, ranked, each said once, each sentence made from its figures.

Two rules that speak of the same fact of an indicator are one finding: the graver one is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.sajian.kalimat import besar
from kinerja.telaah.indikator.dukungan import dukungan
from kinerja.telaah.indikator.lintasan import lintasan
from kinerja.telaah.indikator.sebaya import sebaya
from kinerja.telaah.indikator.target import ubah_target
from kinerja.telaah.sorotan.aturan import ATURAN, AturanSorotan, BahanSorotan, Fakta, Kandidat, Nada


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorotan:
    """A finding of an indicator and year.

    Attributes:
        aturan, nama: code and name of the rule.
        nada, fakta: how it is meant and what it speaks of.
        kode_opd, kode_indikator, tahun: where its link leads.
        judul: the indicator's name.
        teks: the sentence.
        peringkat: the place among all, smaller first.
        catatan: remark of the row that qualifies the figures.
    """

    aturan: str
    nama: str
    nada: Nada
    fakta: Fakta
    kode_opd: str
    kode_indikator: str
    tahun: int
    judul: str
    teks: str
    peringkat: tuple[int, Decimal]
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class KelompokSorotan:
    """All findings of an indicator in one list: the gravest, then what else there is."""

    utama: Sorotan
    lain: tuple[Sorotan, ...]

    @property
    def teks(self) -> str:
        """The gravest finding as a sentence, what qualifies its figures, and the names of the others."""
        s = self.utama
        catatan = f"{besar(s.catatan.rstrip('.'))}." if s.catatan else ""
        juga = f"Juga: {', '.join(lain.nama.lower() for lain in self.lain)}." if self.lain else ""
        return " ".join(b for b in (s.teks, catatan, juga) if b)


def bahan(dataset: Dataset, kini: CapaianIndikator) -> BahanSorotan:
    """Collect what the rules look at."""
    kode, tahun = kini.kode, kini.tahun
    return BahanSorotan(
        kini=kini,
        lalu=dataset.tahunan(kode, tahun - 1),
        target=ubah_target(dataset, kode, tahun),
        lintasan=lintasan(dataset, kode, tahun),
        dana=dukungan(dataset, kode, tahun).anggaran,
        sebaya=sebaya(dataset, kode, tahun),
    )


@ingat(2048)
def sorotan_indikator(dataset: Dataset, kode: str, tahun: int) -> tuple[Sorotan, ...]:
    """Return the findings of an indicator in a year, gravest first, each fact once."""
    kini = dataset.tahunan(kode, tahun)
    if kini is None:
        return ()
    isi = bahan(dataset, kini)
    return tuple(_sekali(_sorotan(a, isi, t) for a in ATURAN if (t := a.cari(isi)) is not None))


def _sorotan(aturan: AturanSorotan, bahan: BahanSorotan, temuan: Kandidat) -> Sorotan:
    c = bahan.kini
    gerak = aturan.fakta is Fakta.GERAK
    catatan = c.baris.catatan or (bahan.lalu.baris.catatan if gerak and bahan.lalu else "")
    return Sorotan(
        aturan=aturan.kode,
        nama=temuan.nama or aturan.nama,
        nada=aturan.nada,
        fakta=aturan.fakta,
        kode_opd=c.opd.kode_opd,
        kode_indikator=c.kode,
        tahun=c.tahun,
        judul=c.indikator.indikator,
        teks=temuan.teks,
        peringkat=(-aturan.tingkat, -temuan.bobot),
        catatan=catatan,
    )


def _sekali(semua: Iterable[Sorotan]) -> Iterator[Sorotan]:
    """Keep the gravest finding of each fact."""
    dilihat: set[tuple[str, Fakta]] = set()
    for s in sorted(semua, key=lambda s: s.peringkat):
        if (s.kode_indikator, s.fakta) not in dilihat:
            dilihat.add((s.kode_indikator, s.fakta))
            yield s


@ingat(512)
def sorotan(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[Sorotan, ...]:
    """Return the findings of an OPD's IKU in a year, gravest first; each fact of an indicator once.

    Two IKU of the same name and the same sentence (a measure that the report lists twice) are one finding.
    """
    semua = (s for c in dataset.capaian_opd(kode_opd, tahun) for s in sorotan_indikator(dataset, c.kode, tahun))
    hasil: dict[tuple[str, str], Sorotan] = {}
    for s in sorted(semua, key=lambda s: s.peringkat):
        hasil.setdefault((samakan(s.judul), s.teks), s)
    return tuple(hasil.values())


@ingat(512)
def kelompok_sorotan(dataset: Dataset, kode_opd: str, tahun: int, nada: Nada) -> tuple[KelompokSorotan, ...]:
    """Return one list of findings by indicator, the gravest indicator first."""
    senada = (s for s in sorotan(dataset, kode_opd, tahun) if s.nada is nada)
    per_indikator = menurut(senada, lambda s: s.kode_indikator)
    return tuple(KelompokSorotan(utama, tuple(lain)) for utama, *lain in per_indikator.values())
