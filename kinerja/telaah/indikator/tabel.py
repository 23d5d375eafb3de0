"""Tables ready to draw: the same rows for screen, slide and sheet, with text, sort order, colour and marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import Tingkat
from kinerja.nilai.angka import format_angka, format_persen
from kinerja.rumus.capaian import CapaianIndikator, Tanda, perubahan
from kinerja.sajian.rupa import Rupa, panah, rupa_predikat, simbol_status


class Urutan(StrEnum):
    """Order of the rows of Capaian."""

    DOKUMEN = "Urutan dokumen"
    TERENDAH = "Capaian terendah"


class Cakupan(StrEnum):
    """Which indicators a table takes."""

    IKU = "IKU"
    KEGIATAN = "Program dan kegiatan"
    PENDUKUNG = "Pendukung"
    SEMUA = "Semua indikator"

    def memuat(self, indikator: Indikator) -> bool:
        """Tell whether an indicator belongs to this scope."""
        kegiatan = indikator.tingkat in (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN)
        return {
            Cakupan.IKU: indikator.iku,
            Cakupan.KEGIATAN: kegiatan,
            Cakupan.PENDUKUNG: indikator.tingkat is Tingkat.PENDUKUNG,
            Cakupan.SEMUA: True,
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTabelCapaian:
    """One indicator and year, every cell as the reader sees it.

    Attributes:
        kode: kode indikator.
        sasaran, indikator, satuan: names.
        target, realisasi, capaian: texts; empty target and realisasi mean not available.
        persen: capaian in percent for charts, None where not computable.
        status: word of the status, or why there is none.
        predikat: computed predikat with its look; the reported one where none can be computed.
        predikat_dilaporkan: whether `predikat` is the reported one.
        lalu: last year's realisasi.
        selisih, perubahan: the change, as text and as number; `panah` its arrow, `membaik` whether for the better.
        tanda: marks that open beside the figure.
    """

    kode: str
    sasaran: str
    indikator: str
    satuan: str
    target: str
    realisasi: str
    capaian: str
    persen: Decimal | None
    tercapai: bool | None
    simbol_status: str
    status: str
    predikat: str
    predikat_dilaporkan: bool
    rupa: Rupa
    lalu: str
    selisih: str
    panah: str
    membaik: bool | None
    tanda: tuple[Tanda, ...]
    sumber: str
    perubahan: Decimal | None = None


@ingat(512)
def tabel_capaian(
    dataset: Dataset,
    kode_opd: str,
    tahun: int,
    urutan: Urutan = Urutan.DOKUMEN,
    cakupan: Cakupan = Cakupan.IKU,
) -> tuple[BarisTabelCapaian, ...]:
    """Return the table of Capaian of an OPD and a year."""
    semua = dataset.capaian_opd(kode_opd, tahun, hanya_iku=cakupan is Cakupan.IKU)
    baris = [baris_capaian(c, dataset.tahunan(c.kode, tahun - 1)) for c in semua if cakupan.memuat(c.indikator)]
    return tuple(urutkan(baris, urutan))


def urutkan(baris: Sequence[BarisTabelCapaian], urutan: Urutan) -> list[BarisTabelCapaian]:
    """Order rows: as the document has them, or worst first with what is not computable at the head of it."""
    if urutan is Urutan.DOKUMEN:
        return list(baris)
    return sorted(baris, key=lambda b: (b.persen is not None, b.persen))


def baris_capaian(capaian: CapaianIndikator, lalu: CapaianIndikator | None) -> BarisTabelCapaian:
    """Make the row of an indicator's year."""
    selisih = perubahan(capaian.baris.realisasi, lalu.baris.realisasi) if lalu else None
    lapor = capaian.predikat is None and bool(capaian.baris.predikat_dilaporkan)
    predikat = capaian.baris.predikat_dilaporkan if lapor else (capaian.predikat or "")
    return BarisTabelCapaian(
        kode=capaian.kode,
        sasaran=capaian.indikator.sasaran,
        indikator=capaian.indikator.indikator,
        satuan=capaian.indikator.satuan,
        target=capaian.target_teks,
        realisasi=capaian.baris.realisasi.teks,
        capaian="" if capaian.persen is None else format_persen(capaian.persen),
        persen=capaian.persen,
        tercapai=capaian.tercapai,
        simbol_status=simbol_status(capaian.status),
        status=capaian.status.value if capaian.status else capaian.hasil.alasan,
        predikat=predikat,
        predikat_dilaporkan=lapor,
        rupa=rupa_predikat(capaian.skala, predikat),
        lalu=lalu.baris.realisasi.teks if lalu else "",
        selisih=teks_selisih(capaian, lalu),
        panah="" if selisih is None else panah(None if selisih == 0 else selisih > 0),
        perubahan=selisih,
        membaik=capaian.membaik(selisih),
        tanda=capaian.tanda,
        sumber=capaian.baris.sumber,
    )


def teks_selisih(capaian: CapaianIndikator, lalu: CapaianIndikator | None) -> str:
    """Write the change of realisasi against last year as ``+0,34``; empty where there is none."""
    selisih = perubahan(capaian.baris.realisasi, lalu.baris.realisasi) if lalu else None
    if selisih is None:
        return ""
    tanda = "+" if selisih > 0 else ""
    return f"{tanda}{format_angka(selisih)}"
