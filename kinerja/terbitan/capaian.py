"""Tables of capaian as Bab III of an LKjIP prints them: measurement, predikat, sasaran, the years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset
from kinerja.model.baris import Indikator
from kinerja.nilai.skala import Skala
from kinerja.panduan.buku import batas_pita
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.rumus.hitung import persen_dari
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.rupa import rupa_predikat
from kinerja.sajian.tabel_terbit import KOSONG, Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.telaah.capaian.pandangan import pandangan_capaian, pandangan_predikat, pandangan_sasaran
from kinerja.telaah.capaian.predikat import BarisDistribusi, aturan_skala, dari
from kinerja.telaah.capaian.sasaran import BarisSasaran
from kinerja.telaah.indikator.deret import TitikTahun, deret
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, Cakupan, Urutan, tabel_capaian
from kinerja.terbitan.sel import (
    TANPA_ANGKA,
    catatan_tanda,
    legenda,
    sel_capaian,
    sel_nilai,
    sel_nomor,
    sel_persen,
    sel_predikat,
)

TAHUN_TERBANYAK = 5
NOMOR = KolomTerbit("No.", Rata.KANAN, Format.BULAT)


# --- measurement ------------------------------------------------------------------------------------------------------

_KOLOM_PENGUKURAN = (
    NOMOR,
    KolomTerbit("Sasaran", lebar=3),
    KolomTerbit("Indikator", lebar=3),
    KolomTerbit("Satuan"),
    KolomTerbit("Target", Rata.KANAN, Format.UMUM),
    KolomTerbit("Realisasi", Rata.KANAN, Format.UMUM),
    KolomTerbit("Capaian", Rata.KANAN, Format.PERSEN),
    KolomTerbit("Predikat", lebar=2),
    KolomTerbit("Status", lebar=2),
)


def pengukuran(
    dataset: Dataset,
    kode_opd: str,
    tahun: int,
    urutan: Urutan = Urutan.DOKUMEN,
    cakupan: Cakupan = Cakupan.IKU,
) -> TabelTerbit | None:
    """Return the measurement table of an OPD and a year (report 000, Tabel 3.4); None without an indicator."""
    pandangan = pandangan_capaian(dataset, kode_opd, tahun, urutan, cakupan)
    if pandangan is None:
        return None
    bernomor = list(enumerate(pandangan.baris, 1))
    return TabelTerbit(
        kode="pengukuran",
        judul=pandangan.judul,
        kolom=_KOLOM_PENGUKURAN,
        baris=tuple(_baris_pengukuran(n, b, dataset.tahunan(b.kode, tahun)) for n, b in bernomor),
        sumber=pandangan.sumber,
        catatan=(legenda(pandangan.skala), *catatan_tanda((f"No. {n} {b.indikator}", b.tanda) for n, b in bernomor)),
    )


def _baris_pengukuran(nomor: int, baris: BarisTabelCapaian, capaian: CapaianIndikator | None) -> tuple[Sel, ...]:
    nama = (Sel(baris.sasaran or TANPA_ANGKA.teks), Sel(baris.indikator), Sel(baris.satuan))
    if capaian is None:
        return (sel_nomor(nomor), *nama, KOSONG, KOSONG, TANPA_ANGKA, TANPA_ANGKA, Sel(baris.status))
    angka = (_sel_target(capaian), sel_nilai(capaian.baris.realisasi), sel_persen(baris.persen))
    kata = f"{baris.predikat} (menurut laporan)" if baris.predikat_dilaporkan else baris.predikat
    return (
        sel_nomor(nomor),
        *nama,
        *angka,
        sel_predikat(kata, baris.rupa),
        Sel(f"{baris.simbol_status} {baris.status}"),
    )


def _sel_target(capaian: CapaianIndikator) -> Sel:
    """The target as it was agreed; one that only says what to calculate with stands in its place."""
    return sel_nilai(capaian.baris.target if capaian.baris.target.teks else capaian.baris.target_hitung)


# --- predikat ---------------------------------------------------------------------------------------------------------

_KOLOM_PREDIKAT = (
    KolomTerbit("Predikat", lebar=2),
    KolomTerbit("Batas bawah", lebar=2),
    KolomTerbit("IKU, menurut laporan", Rata.KANAN, Format.BULAT),
    KolomTerbit("Bagian, menurut laporan", Rata.KANAN, Format.PERSEN),
    KolomTerbit("IKU, dihitung", Rata.KANAN, Format.BULAT),
    KolomTerbit("Bagian, dihitung", Rata.KANAN, Format.PERSEN),
)


def predikat(dataset: Dataset, kode_opd: str, tahun: int) -> TabelTerbit | None:
    """Return how many IKU have which predikat, reported and computed (report 000, Tabel 3.5); None without IKU."""
    pandangan = pandangan_predikat(dataset, kode_opd, tahun)
    if pandangan is None:
        return None
    sebaran = pandangan.ringkasan.distribusi
    *isi, jumlah = pandangan.sebaran
    return TabelTerbit(
        kode="predikat",
        judul=pandangan.judul,
        kolom=_KOLOM_PREDIKAT,
        baris=tuple(_baris_predikat(b, sebaran.skala, sebaran.jumlah, tebal=b is jumlah) for b in (*isi, jumlah)),
        sumber=pandangan.sumber,
        catatan=(aturan_skala(sebaran.skala),),
    )


def _baris_predikat(baris: BarisDistribusi, skala: Skala, semua: int, *, tebal: bool) -> tuple[Sel, ...]:
    pita = skala.cari(baris.predikat)
    nama = Sel(baris.predikat, rupa=rupa_predikat(skala, baris.predikat) if pita else None, tebal=tebal)
    lapor, hitung = (baris.dilaporkan, baris.bagian_dilaporkan), (baris.dihitung, baris.bagian_dihitung)
    angka = (
        s
        for n, teks in (lapor, hitung)
        for s in (Sel(str(n), Decimal(n), tebal=tebal), Sel(teks, persen_dari(n, semua), tebal=tebal))
    )
    return (nama, Sel(batas_pita(pita) if pita else "", tebal=tebal), *angka)


# --- sasaran ----------------------------------------------------------------------------------------------------------

_KOLOM_SASARAN = (
    NOMOR,
    KolomTerbit("Sasaran", lebar=4),
    KolomTerbit("Rata-rata capaian", Rata.KANAN, Format.PERSEN),
    KolomTerbit("Dasar", lebar=2),
    KolomTerbit("Predikat", lebar=2),
    KolomTerbit("IKU mencapai target"),
    KolomTerbit("Menurut laporan", lebar=2),
)


def sasaran(dataset: Dataset, kode_opd: str, tahun: int, *, batasi: bool = False) -> TabelTerbit | None:
    """Return the sasaran of an OPD and a year with mean and predikat; None without IKU."""
    pandangan = pandangan_sasaran(dataset, kode_opd, tahun, batasi=batasi)
    if pandangan is None:
        return None
    batas = ("Capaian di atas 100% dihitung 100% dalam rata-rata.",) if batasi else ()
    return TabelTerbit(
        kode="sasaran",
        judul=pandangan.judul,
        kolom=_KOLOM_SASARAN,
        baris=tuple(_baris_sasaran(n, b) for n, b in enumerate(pandangan.baris, 1)),
        sumber=pandangan.sumber,
        catatan=(*batas, *catatan_tanda((b.sasaran, b.tanda) for b in pandangan.baris)),
    )


def _baris_sasaran(nomor: int, baris: BarisSasaran) -> tuple[Sel, ...]:
    sama = {True: " (sama)", False: " (berbeda)", None: ""}[baris.sama]
    return (
        sel_nomor(nomor),
        Sel(baris.sasaran),
        sel_persen(baris.rata.nilai) if baris.capaian else Sel("Belum dapat dihitung"),
        Sel(baris.rata.keterangan),
        sel_predikat(baris.predikat, baris.rupa),
        Sel(baris.tercapai or TANPA_ANGKA.teks),
        Sel(f"{baris.dilaporkan}{sama}" if baris.dilaporkan else "Tidak tercetak"),
    )


# --- the years --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lajur:
    """A column of a year: its head, its format, and the cell of an indicator's year."""

    kolom: KolomTerbit
    sel: tuple[Sel, ...]

    @property
    def kosong(self) -> bool:
        return all(s in (KOSONG, TANPA_ANGKA) for s in self.sel)


def multi_tahun(dataset: Dataset, kode_opd: str, tahun: int) -> TabelTerbit | None:
    """Return target, realisasi and capaian of the IKU over at most five years up to `tahun`, and the end of the plan.

    A column in which nothing stands is left out and named below; None where the IKU have no year at all.
    """
    iku = dataset.iku(kode_opd)
    titik = {i.kode_indikator: {t.tahun: t for t in deret(dataset, i.kode_indikator)} for i in iku}
    semua = sorted({t for milik in titik.values() for t in milik if t <= tahun})[-TAHUN_TERBANYAK:]
    if not semua:
        return None
    lajur = [j for t in semua for j in _lajur_tahun(dataset, iku, titik, t)]
    ada = [*(j for j in lajur if not j.kosong), *_lajur_akhir(iku)]
    return TabelTerbit(
        kode="multi-tahun",
        judul=_judul_tahun(dataset, kode_opd, semua),
        kolom=(KolomTerbit("Indikator", lebar=3), KolomTerbit("Satuan"), *(j.kolom for j in ada)),
        baris=tuple((Sel(i.indikator), Sel(i.satuan), *(j.sel[n] for j in ada)) for n, i in enumerate(iku)),
        sumber=tempat_cetak(t.sumber for m in titik.values() for n, t in sorted(m.items(), reverse=True) if n in semua),
        catatan=tuple(
            _catatan_tahun(
                dataset,
                kode_opd,
                tahun=tahun,
                kosong=[j.kolom.judul for j in lajur if j.kosong],
                titik=titik,
                semua=semua,
            )
        ),
    )


_Titik = dict[str, dict[int, TitikTahun]]


def _lajur_tahun(dataset: Dataset, iku: Sequence[Indikator], titik: _Titik, tahun: int) -> Iterator[_Lajur]:
    milik = [titik[i.kode_indikator].get(tahun) for i in iku]
    hitung = [dataset.tahunan(i.kode_indikator, tahun) for i in iku]
    target = tuple(_sel_target(c) if c else KOSONG for c in hitung)
    yield _Lajur(KolomTerbit(f"Target {tahun}", Rata.KANAN, Format.UMUM), target)
    realisasi = tuple(sel_nilai(t.realisasi) if t else KOSONG for t in milik)
    yield _Lajur(KolomTerbit(f"Realisasi {tahun}", Rata.KANAN, Format.UMUM), realisasi)
    capaian = tuple(sel_capaian(c) if c else TANPA_ANGKA for c in hitung)
    yield _Lajur(KolomTerbit(f"Capaian {tahun}", Rata.KANAN, Format.PERSEN), capaian)


def _lajur_akhir(iku: Sequence[Indikator]) -> Iterator[_Lajur]:
    """The end-of-plan target; its year stands in the head where all have the same, else in a column of its own."""
    tahun = [i.tahun_target_akhir for i in iku if i.target_akhir.ada]
    if not tahun:
        return
    satu = tahun[0] if len(set(tahun)) == 1 else None
    judul = f"Target akhir {satu}" if satu else "Target akhir"
    yield _Lajur(KolomTerbit(judul, Rata.KANAN, Format.UMUM), tuple(sel_nilai(i.target_akhir) for i in iku))
    if satu is None:
        isi = (str(i.tahun_target_akhir) if i.tahun_target_akhir else "tidak tercetak" for i in iku)
        yield _Lajur(KolomTerbit("Tahun target akhir", Rata.TENGAH), tuple(Sel(t) for t in isi))


def _judul_tahun(dataset: Dataset, kode_opd: str, semua: Sequence[int]) -> str:
    """State how many IKU are better than the year before; where none can be held against it, what the table is."""
    tahun = semua[-1]
    terbanding = [b for b in tabel_capaian(dataset, kode_opd, tahun) if b.membaik is not None or b.perubahan == 0]
    if not terbanding:
        rentang = str(semua[0]) if len(semua) == 1 else f"{semua[0]}-{semua[-1]}"
        return f"Target, realisasi, dan capaian IKU {rentang}"
    baik = sum(b.membaik is True for b in terbanding)
    awal = f"{dari(baik, len(terbanding))} IKU" if baik else f"Tidak ada dari {len(terbanding)} IKU"
    return f"{awal} yang terbanding membaik dari {tahun - 1} ke {tahun}"


def _catatan_tahun(
    dataset: Dataset, kode_opd: str, tahun: int, kosong: Sequence[str], titik: _Titik, semua: Sequence[int]
) -> Iterator[str]:
    yield legenda(dataset.skala_capaian(kode_opd, tahun))
    if kosong:
        yield f"Tidak tersedia untuk semua IKU: {', '.join(kosong)}."
    for kode, milik in titik.items():
        asal = ", ".join(f"{t} ({milik[t].asal})" for t in semua if t in milik and milik[t].asal)
        if asal:
            yield f"{dataset.indikator[kode].indikator}: realisasi berasal dari tempat lain untuk {asal}."
