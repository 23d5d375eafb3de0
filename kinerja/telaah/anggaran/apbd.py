"""APBD as a table: a year's anggaran and realisasi beside last year's realisasi; and the revenue of an OPD."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisApbd
from kinerja.model.istilah import KelompokApbd
from kinerja.nilai.angka import format_persen, format_rupiah, format_rupiah_ringkas
from kinerja.nilai.nama import samakan
from kinerja.rumus.anggaran import total_apbd
from kinerja.rumus.capaian import JenisTanda, Tanda
from kinerja.rumus.hitung import persen_dari, serapan
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.salinan import secukupnya

NAMA_TOTAL = {KelompokApbd.PEMBIAYAAN: "Pembiayaan netto"}
BERPERSEN = frozenset({KelompokApbd.PENDAPATAN, KelompokApbd.BELANJA})
"""Kelompok whose realisasi is measured in percent of the anggaran; a balance is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LajurApbd:
    """A line of the table: a kelompok's total, or a detail under it.

    Attributes:
        kelompok: its block.
        nama: what is shown.
        total: whether it is the total of its block.
        anggaran, realisasi, lalu: rupiah of the year, and last year's realisasi.
        tanda: marks, where the printed total is not the sum of its details.
    """

    kelompok: KelompokApbd
    nama: str
    total: bool
    anggaran: Decimal | None
    realisasi: Decimal | None
    lalu: Decimal | None
    tanda: tuple[Tanda, ...] = ()

    @property
    def persen(self) -> Decimal | None:
        """Realisasi in percent of the anggaran, for revenue and spending."""
        return serapan(self.anggaran, self.realisasi) if self.kelompok in BERPERSEN else None

    @property
    def selisih(self) -> Decimal | None:
        """Change of realisasi against last year."""
        return None if self.realisasi is None or self.lalu is None else self.realisasi - self.lalu

    @property
    def selisih_persen(self) -> Decimal | None:
        """Change in percent; None where last year was zero or below, which a percentage cannot say."""
        return persen_dari(self.selisih, self.lalu) if self.lalu is not None and self.lalu > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelApbd(Pandangan):
    """APBD of a year; `judul` states the finding. `tahun_lalu` is None when no figure of last year stands there."""

    tahun: int
    tahun_lalu: int | None
    ada_anggaran: bool
    baris: tuple[LajurApbd, ...]
    catatan: tuple[str, ...]

    @property
    def keterangan(self) -> str:
        """What the bars are, in words."""
        warna = ["abu-abu anggaran"] if self.ada_anggaran else []
        warna.append(f"biru tua realisasi {self.tahun}")
        warna += [f"biru muda realisasi {self.tahun_lalu}"] if self.tahun_lalu else []
        return f"Batang: {', '.join(warna)}."

    @property
    def arus(self) -> tuple[LajurApbd, ...]:
        """What comes in and goes out: totals of Pendapatan, and Belanja by its details where it has some."""
        rinci = {b.kelompok for b in self.baris if not b.total and b.kelompok is KelompokApbd.BELANJA}
        return tuple(b for b in self.baris if b.kelompok in BERPERSEN and (b.kelompok in rinci) != b.total)

    @property
    def saldo(self) -> tuple[LajurApbd, ...]:
        """What is left: surplus, net financing, SiLPA."""
        return tuple(b for b in self.baris if b.kelompok not in BERPERSEN and b.total)


def tahun_apbd(dataset: Dataset, kode_opd: str) -> tuple[int, ...]:
    """Return the years for which the whole has an APBD, or an OPD a revenue; newest first."""
    return tuple(t for t in dataset.tahun if dataset.apbd(t, _kode(dataset, kode_opd)))


def _kode(dataset: Dataset, kode_opd: str) -> str:
    """The whole stands in the sheet under an empty code."""
    return "" if dataset.opd[kode_opd].keseluruhan else kode_opd


@ingat(256)
def tabel_apbd(dataset: Dataset, kode_opd: str, tahun: int) -> TabelApbd | None:
    """Return APBD of the whole, or the revenue of an OPD; None when nothing stands there."""
    kini = dataset.apbd(tahun, _kode(dataset, kode_opd))
    if not kini:
        return None
    lalu = dataset.apbd(tahun - 1, _kode(dataset, kode_opd))
    baris = tuple(b for k in KelompokApbd for b in _kelompok(k, kini, lalu))
    hasil = TabelApbd(
        judul=_judul(baris),
        tahun=tahun,
        tahun_lalu=tahun - 1 if any(b.lalu is not None for b in baris) else None,
        ada_anggaran=any(b.anggaran is not None for b in baris),
        baris=baris,
        catatan=tuple(_catatan(baris, tahun, bool(dataset.apbd(tahun + 1, _kode(dataset, kode_opd))))),
        sumber=tempat_cetak(b.sumber for b in (*kini, *lalu)),
    )
    return replace(hasil, butir=butir_apbd(hasil))


def _kelompok(kelompok: KelompokApbd, kini: Sequence[BarisApbd], lalu: Sequence[BarisApbd]) -> Iterator[LajurApbd]:
    """A block: its total, then its details in the order of the sheet."""
    isi = [b for b in kini if b.kelompok is kelompok]
    if not isi:
        return
    total, dulu = total_apbd(kini, kelompok), total_apbd(lalu, kelompok)
    nama = NAMA_TOTAL.get(kelompok, kelompok.value)
    yield LajurApbd(
        kelompok=kelompok,
        nama=nama,
        total=True,
        anggaran=total.pagu,
        realisasi=total.realisasi,
        lalu=dulu.realisasi,
        tanda=_tanda(kelompok, isi),
    )
    for b in isi:
        if b.uraian:
            yield LajurApbd(
                kelompok=kelompok,
                nama=b.uraian,
                total=False,
                anggaran=b.anggaran,
                realisasi=b.realisasi,
                lalu=_dulu(b, lalu),
            )


def _dulu(baris: BarisApbd, lalu: Iterable[BarisApbd]) -> Decimal | None:
    kunci = (baris.kelompok, samakan(baris.uraian))
    return next((b.realisasi for b in lalu if (b.kelompok, samakan(b.uraian)) == kunci), None)


def _tanda(kelompok: KelompokApbd, isi: Sequence[BarisApbd]) -> tuple[Tanda, ...]:
    """Test a printed total against its details; without all of them there is nothing to test."""
    cetak = next((b for b in isi if not b.uraian), None)
    rinci = [b for b in isi if b.uraian]
    if cetak is None or not rinci:
        return ()
    hitung = total_apbd(rinci, kelompok)
    pasangan = (
        ("Anggaran", cetak.anggaran, hitung.pagu, [b.anggaran for b in rinci]),
        ("Realisasi", cetak.realisasi, hitung.realisasi, [b.realisasi for b in rinci]),
    )
    return tuple(
        Tanda(JenisTanda.BEDA_CETAK, f"{nama}: rinciannya {format_rupiah(h)}, tercetak {format_rupiah(c)}")
        for nama, c, h, rincian in pasangan
        if c is not None and None not in rincian and c != h
    )


def _judul(baris: Sequence[LajurApbd]) -> str:
    """State the balance and how far revenue and spending came; of revenue alone, the money too."""
    total = {b.kelompok: b for b in baris if b.total}
    arus = [total[k] for k in (KelompokApbd.PENDAPATAN, KelompokApbd.BELANJA) if k in total]
    saldo = total.get(KelompokApbd.SURPLUS_DEFISIT)
    if saldo is None or saldo.realisasi is None:
        return "; ".join(_teks_lengkap(b) for b in arus) or "APBD tanpa pendapatan dan belanja"
    kata = "Surplus" if saldo.realisasi >= 0 else "Defisit"
    # "pendapatan terealisasi 98,11%, belanja 95,79%"; the money where there is no anggaran to measure by.
    persen = all(b.persen is not None for b in arus)
    angka = [format_persen(b.persen) if persen else format_rupiah_ringkas(b.realisasi) for b in arus]
    nama = [f"{b.nama.lower()} terealisasi" if persen and n == 0 else b.nama.lower() for n, b in enumerate(arus)]
    isi = ", ".join(f"{n} {a}" for n, a in zip(nama, angka, strict=True))
    return f"{kata} {format_rupiah_ringkas(abs(saldo.realisasi))}: {isi}"


def _teks_lengkap(lajur: LajurApbd) -> str:
    if lajur.persen is None:
        return (
            f"{lajur.nama}: anggaran {format_rupiah_ringkas(lajur.anggaran)}, realisasi "
            f"{format_rupiah_ringkas(lajur.realisasi)}"
        )
    uang = f"{format_rupiah_ringkas(lajur.realisasi)} dari {format_rupiah_ringkas(lajur.anggaran)}"
    return f"{lajur.nama} terealisasi {format_persen(lajur.persen)}: {uang}"


def _catatan(baris: Sequence[LajurApbd], tahun: int, ada_sesudah: bool) -> Iterator[str]:
    if all(b.anggaran is None for b in baris):
        yield f"Anggaran {tahun} tidak tersedia; laporan hanya mencetak realisasinya."
    if ada_sesudah and all(b.lalu is None for b in baris):
        yield f"Perbandingan dengan {tahun + 1} terbaca dengan memilih tahun {tahun + 1}."
    if any(b.kelompok is KelompokApbd.PEMBIAYAAN for b in baris):
        yield "Pembiayaan netto = penerimaan - pengeluaran pembiayaan; SiLPA = surplus + pembiayaan netto."
    if any(b.selisih is not None and b.selisih_persen is None for b in baris):
        yield "Perubahan dari nilai nol atau negatif ditulis dalam rupiah saja."


def butir_apbd(tabel: TabelApbd) -> tuple[str, ...]:
    """Return the totals for a message, of a single block its details."""
    total = [b for b in tabel.baris if b.total]
    return secukupnya(map(_teks_lengkap, total if len(total) > 1 else tabel.baris), "baris")
