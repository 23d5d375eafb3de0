"""What an OPD has still to hand in for a year: a list by kind, each piece with the place where it is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.istilah import JenisAnalisis, Periode
from kinerja.nilai.angka import format_tanggal
from kinerja.nilai.nama import samakan
from kinerja.sajian.kalimat import sebagian
from kinerja.sajian.salinan import secukupnya
from kinerja.telaah.kelengkapan.isian import Isian, Realisasi, isian_tahun, isian_triwulan, lewat
from kinerja.telaah.kelengkapan.matriks import NAMA_DISEBUT, MatriksLengkap
from kinerja.telaah.kelengkapan.tenggat import berakhir, jatuh_tempo

MENJELASKAN = frozenset(
    {JenisAnalisis.PENGHAMBAT, JenisAnalisis.SOLUSI, JenisAnalisis.TINDAK_LANJUT, JenisAnalisis.REKOMENDASI}
)
"""Kinds of Analisis that explain a missed target; what drove a success does not."""
ATURAN_KURANG = (
    "Penjelasan diminta untuk IKU yang tidak mencapai target: sedikitnya satu Faktor penghambat, Solusi, Tindak lanjut "
    "atau Rekomendasi. Pagu indikator diminta untuk IKU yang ada realisasinya dan tidak disebut di lembar Anggaran "
    "maupun Anggaran indikator. Realisasi baru diminta setelah tahun atau triwulannya berakhir."
)


class JenisKurang(StrEnum):
    """Kinds of missing pieces, in the order in which they are asked for."""

    BARIS = "Belum ada baris sama sekali"
    REALISASI = "Realisasi kosong"
    TRIWULAN = "Realisasi triwulan kosong"
    TARGET = "Target kosong"
    PENJELASAN = "Target tidak tercapai tanpa penjelasan"
    SUMBER = "Sumber kosong"
    PAGU = "Pagu indikator kosong"
    DINYATAKAN = "Realisasi dinyatakan tidak tersedia"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kurang:
    """One missing piece: of which indicator, what is expected, where to write it, and since when it is late."""

    jenis: JenisKurang
    kode: str
    indikator: str
    diharapkan: str
    tempat: str
    tenggat: str = ""
    terlambat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarKurang:
    """What an OPD has still to hand in for a year.

    Attributes:
        kode_opd, nama_opd, tahun: whose list it is.
        butir: the missing pieces, by kind.
        terisi, diharapkan: realisasi that stand, of those expected.
        tenggat: the day by which the year's figures are due; `lewat` whether it is over.
        sebutan: what is counted, IKU or indicators.
        ber_iku: whether the OPD has such indicators at all.
    """

    kode_opd: str
    nama_opd: str
    tahun: int
    butir: tuple[Kurang, ...]
    terisi: int
    diharapkan: int
    tenggat: date
    lewat: bool
    sebutan: str
    ber_iku: bool

    def kelompok(self) -> tuple[tuple[JenisKurang, tuple[Kurang, ...]], ...]:
        """Return the pieces by kind; kinds of which nothing is missing are left out."""
        semua = ((j, tuple(b for b in self.butir if b.jenis is j)) for j in JenisKurang)
        return tuple((j, b) for j, b in semua if b)


@ingat(512)
def daftar_kurang(dataset: Dataset, kode_opd: str, tahun: int, hari: date, *, semua: bool = False) -> DaftarKurang:
    """List what an OPD has still to hand in for a year, as of a day."""
    isian = [i for i in isian_tahun(dataset, tahun, semua=semua) if i.kode_opd == kode_opd]
    triwulan = [i for i in isian_triwulan(dataset, tahun, semua=semua) if i.kode_opd == kode_opd]
    butir = [k for i in isian for k in _kurang_tahun(dataset, i, hari)]
    butir += [k for i in triwulan for k in _kurang_triwulan(i, hari)]
    return DaftarKurang(
        kode_opd=kode_opd,
        nama_opd=dataset.opd[kode_opd].nama_opd,
        tahun=tahun,
        butir=tuple(sorted(butir, key=lambda k: list(JenisKurang).index(k.jenis))),
        terisi=sum(i.realisasi is Realisasi.ADA for i in isian),
        diharapkan=len(isian),
        tenggat=jatuh_tempo(tahun),
        lewat=hari > jatuh_tempo(tahun),
        sebutan="indikator" if semua else "IKU",
        ber_iku=bool(dataset.indikator_opd[kode_opd] if semua else dataset.iku(kode_opd)),
    )


# --- the pieces ------------------------------------------------------------------------------------------------------


def _kurang_tahun(dataset: Dataset, i: Isian, hari: date) -> Iterable[Kurang]:
    if not i.berbaris:
        yield _butir_baris(i, hari)
        return
    if i.realisasi is Realisasi.KOSONG and berakhir(i.tahun, i.periode, hari) and not _bertriwulan(dataset, i):
        yield _butir(JenisKurang.REALISASI, i, _diharapkan_realisasi(i), "kolom Realisasi", hari)
    if not i.bertarget:
        yield _butir(JenisKurang.TARGET, i, f"Target {i.tahun}{_satuan(i)}", "kolom Target")
    if i.capaian is not None and not i.capaian.baris.dari_triwulan:
        yield from _kurang_baris(i)
    c = i.capaian
    if c is None:
        return
    if i.indikator.iku and c.tercapai is False and not _dijelaskan(dataset, i):
        teks = f"Sebab dan tindak lanjut: realisasi {c.baris.realisasi.teks}, target {c.target_teks}"
        tempat = _tempat(i, "jenis Faktor penghambat, Solusi atau Tindak lanjut", "Analisis")
        yield Kurang(
            jenis=JenisKurang.PENJELASAN, kode=c.kode, indikator=c.indikator.indikator, diharapkan=teks, tempat=tempat
        )
    if i.indikator.iku and i.realisasi is Realisasi.ADA and not _berpagu(dataset, i):
        tempat = _tempat(i, "kolom Pagu dan Realisasi", "Anggaran indikator")
        yield Kurang(
            jenis=JenisKurang.PAGU,
            kode=c.kode,
            indikator=c.indikator.indikator,
            diharapkan=f"Pagu dan realisasi anggaran {i.tahun}",
            tempat=tempat,
        )


def _kurang_triwulan(i: Isian, hari: date) -> Iterable[Kurang]:
    if i.realisasi is Realisasi.KOSONG and berakhir(i.tahun, i.periode, hari):
        yield _butir(JenisKurang.TRIWULAN, i, _diharapkan_realisasi(i), "kolom Realisasi", hari)
    yield from _kurang_baris(i)


def _kurang_baris(i: Isian) -> Iterable[Kurang]:
    """Look at a row as it stands in the sheet: a figure that is said to be missing, and its source."""
    if i.capaian is None:
        return
    if i.realisasi is Realisasi.DINYATAKAN:
        baris = i.capaian.baris
        sebab = f" ({baris.catatan.rstrip('.')})" if baris.catatan else ""
        tertulis = f"Tertulis “{baris.realisasi.teks}”{sebab}; isi bila angkanya sudah terbit"
        yield _butir(JenisKurang.DINYATAKAN, i, tertulis, "kolom Realisasi")
    if not i.capaian.baris.sumber:
        yield _butir(JenisKurang.SUMBER, i, "Nama laporan dan nomor tabelnya", "kolom Sumber")


def _bertriwulan(dataset: Dataset, i: Isian) -> bool:
    """Tell whether the year is asked for by its quarters, each of which is listed itself."""
    dari_triwulan = i.capaian is None or i.capaian.baris.dari_triwulan
    return dari_triwulan and i.indikator.kode_indikator in _triwulan_kosong(dataset, i.tahun)


@ingat(64)
def _triwulan_kosong(dataset: Dataset, tahun: int) -> frozenset[str]:
    semua = isian_triwulan(dataset, tahun, semua=True)
    return frozenset(t.indikator.kode_indikator for t in semua if t.realisasi is not Realisasi.ADA)


def _dijelaskan(dataset: Dataset, i: Isian) -> bool:
    semua = dataset.analisis(i.indikator.kode_indikator)
    return any(a.tahun == i.tahun and a.jenis in MENJELASKAN for a in semua)


def _berpagu(dataset: Dataset, i: Isian) -> bool:
    uang = dataset.anggaran_indikator.get((i.indikator.kode_indikator, i.tahun))
    return (uang is not None and uang.pagu is not None) or (i.indikator.kode_indikator, i.tahun) in _didukung(dataset)


@ingat(1)
def _didukung(dataset: Dataset) -> frozenset[tuple[str, int]]:
    """Return the indicators that a budget line with a pagu names, with its year."""
    semua = ((k, b.tahun) for b in dataset.buku.anggaran if b.pagu is not None for k in b.kode_indikator)
    return frozenset((dataset.kode_indikator(k) or samakan(k), tahun) for k, tahun in semua)


def _butir(jenis: JenisKurang, i: Isian, diharapkan: str, kolom: str, hari: date | None = None) -> Kurang:
    """Make a piece that is written into the row of Capaian; with `hari` it falls due."""
    tenggat = format_tanggal(jatuh_tempo(i.tahun, i.periode)) if hari else ""
    tempat = _tempat(i, kolom)
    kode, nama = i.indikator.kode_indikator, i.indikator.indikator
    return Kurang(
        jenis=jenis,
        kode=kode,
        indikator=nama,
        diharapkan=diharapkan,
        tempat=tempat,
        tenggat=tenggat,
        terlambat=hari is not None and lewat(i, hari),
    )


def _butir_baris(i: Isian, hari: date) -> Kurang:
    """Make the piece of an indicator without a row; while its year runs only the target is asked for."""
    if berakhir(i.tahun, i.periode, hari):
        teks = f"Target dan realisasi {i.tahun}{_satuan(i)}"
        return _butir(JenisKurang.BARIS, i, teks, "kolom Target dan Realisasi (baris baru)", hari)
    return _butir(JenisKurang.BARIS, i, f"Target {i.tahun}{_satuan(i)}", "kolom Target (baris baru)")


def _diharapkan_realisasi(i: Isian) -> str:
    kapan = str(i.tahun) if i.periode is Periode.TAHUNAN else f"{i.periode.value} {i.tahun}"
    target = f", target {i.capaian.target_teks}" if i.capaian and i.capaian.target_teks else ""
    return f"Realisasi {kapan}{_satuan(i)}{target}"


def _satuan(i: Isian) -> str:
    return f" ({i.indikator.satuan})" if i.indikator.satuan else ""


def _tempat(i: Isian, kolom: str, lembar: str = "Capaian") -> str:
    periode = "" if i.periode is Periode.TAHUNAN else f", periode {i.periode.value}"
    return f"lembar {lembar}, kode {i.indikator.kode_indikator}, tahun {i.tahun}{periode}, {kolom}"


# --- what is said of it ----------------------------------------------------------------------------------------------


def judul_daftar(daftar: DaftarKurang) -> str:
    """State what an OPD has still to hand in."""
    if not daftar.diharapkan:
        return f"{daftar.nama_opd}: tidak ada {daftar.sebutan} yang diharapkan pada {daftar.tahun}"
    if not daftar.butir:
        return f"{daftar.nama_opd}: data {daftar.tahun} lengkap"
    terlambat = sum(b.terlambat for b in daftar.butir)
    ujung = f", {terlambat} di antaranya terlambat" if terlambat else ""
    return f"{daftar.nama_opd}: {len(daftar.butir)} hal perlu dilengkapi untuk {daftar.tahun}{ujung}"


def alasan_tanpa(daftar: DaftarKurang) -> str:
    """Say why nothing is expected of an OPD in a year, and what to write if something should be."""
    if daftar.ber_iku:
        return f"{daftar.sebutan} OPD ini belum memiliki baris di lembar Capaian pada atau sebelum {daftar.tahun}."
    return (
        f"OPD ini belum memiliki {daftar.sebutan} di buku kerja. Bila seharusnya ada, tulis di lembar Indikator dengan "
        f"Kode OPD {daftar.kode_opd} dan Tingkat Tujuan atau Sasaran."
    )


def butir_kelengkapan(matriks: MatriksLengkap, daftar: DaftarKurang) -> tuple[str, ...]:
    """Return for a message what stands of each OPD in a year, and what the chosen one has still to hand in."""
    baris = ((b.nama, s) for b in matriks.baris for s in b.sel if s.tahun == daftar.tahun and s.diharapkan)
    isi = [f"{nama}: {s.teks} {daftar.sebutan} terisi" for nama, s in baris]
    kurang = (
        f"{jenis.value}: {len(butir)} ({sebagian([b.indikator for b in butir], NAMA_DISEBUT)})"
        for jenis, butir in daftar.kelompok()
    )
    return secukupnya((judul_daftar(daftar), *kurang, *isi), "baris")
