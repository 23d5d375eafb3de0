"""An indicator's year, computed: capaian, status, predikat, and the marks a reader must be able to open."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from kinerja.model.baris import BarisCapaian, Indikator, Opd
from kinerja.model.istilah import STATUS_TERCAPAI, Akumulasi, Arah, Periode, Status, TandaAngka
from kinerja.model.profil import BAKU, AturanHitung
from kinerja.nilai.angka import bulatkan, format_persen
from kinerja.nilai.baca import KOSONG, JenisNilai, Nilai, nilai_angka
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import DI_BAWAH, DI_CELAH, Peringkat, Skala
from kinerja.rumus.hitung import (
    HasilCapaian,
    RataRata,
    cukup_triwulan,
    gabung_triwulan,
    hitung_capaian,
    khusus_batas,
    rata_rata,
)


class JenisTanda(StrEnum):
    """Why a figure carries a mark."""

    UJI = "ketidaksesuaian"
    BEDA_CETAK = "beda dari cetakan"
    DIPOTONG = "dipotong, bukan dibulatkan"
    PREDIKAT_BEDA = "predikat beda dari cetakan"
    TARGET_DISESUAIKAN = "target disesuaikan"
    DI_CELAH = DI_CELAH
    DI_BAWAH = DI_BAWAH
    DALAM_RENTANG = "dalam rentang"
    ATURAN_KHUSUS = "aturan khusus"
    DARI_TRIWULAN = "dari triwulan"
    CATATAN = "catatan"


@dataclass(frozen=True, slots=True)
class Tanda:
    """A mark beside a figure, with the sentence that opens under it."""

    jenis: JenisTanda
    penjelasan: str


class Kecocokan(StrEnum):
    """How a printed figure agrees with the computed one at the printed precision."""

    COCOK = "cocok"
    DIPOTONG = "dipotong"
    BEDA = "beda"


def cocokkan(tercetak: Nilai, dihitung: Decimal) -> Kecocokan:
    """Compare a printed number with a computed one: 86 agrees with 85,83; a figure that was cut is told apart."""
    if tercetak.angka is None:
        return Kecocokan.BEDA
    if bulatkan(dihitung, tercetak.desimal) == tercetak.angka:
        return Kecocokan.COCOK
    potong = dihitung.quantize(Decimal(1).scaleb(-tercetak.desimal), ROUND_DOWN)
    return Kecocokan.DIPOTONG if potong == tercetak.angka else Kecocokan.BEDA


@dataclass(frozen=True, slots=True, kw_only=True)
class CapaianIndikator:
    """One row of Capaian with everything that follows from it.

    Attributes:
        indikator: whose it is.
        opd: who reports it.
        baris: the row as read.
        hasil: capaian and status.
        peringkat: predikat on the OPD's Skala capaian; None where there is no percentage.
        skala: that scale.
        aturan: the rules of Profil by which it was computed.
        tanda: marks, in the order in which they are shown.
    """

    indikator: Indikator
    opd: Opd
    baris: BarisCapaian
    hasil: HasilCapaian
    peringkat: Peringkat | None
    skala: Skala
    tanda: tuple[Tanda, ...]
    aturan: AturanHitung = BAKU

    @property
    def tahun(self) -> int:
        """The year."""
        return self.baris.tahun

    @property
    def kode(self) -> str:
        """Kode indikator."""
        return self.indikator.kode_indikator

    @property
    def target(self) -> Nilai:
        """The target that is calculated with."""
        return self.baris.target_hitung if self.baris.target_hitung.ada else self.baris.target

    @property
    def disesuaikan(self) -> bool:
        """Whether the target is calculated with another number than the one agreed: another way of measuring."""
        tertulis = self.baris.target.angka
        return tertulis is not None and self.target.angka is not None and tertulis != self.target.angka

    def membaik(self, selisih: Decimal | None) -> bool | None:
        """Tell whether a change since last year is for the better; None also where it was measured another way."""
        return None if self.disesuaikan else membaik(selisih, self.indikator.arah)

    @property
    def target_teks(self) -> str:
        """The target as the user reads it."""
        return self.baris.target.teks or self.baris.target_hitung.teks

    @property
    def persen(self) -> Decimal | None:
        """Capaian in percent, unrounded."""
        return self.hasil.persen

    @property
    def status(self) -> Status | None:
        """Reached or not."""
        return self.hasil.status

    @property
    def predikat(self) -> str | None:
        """Computed predikat; None where there is no percentage or it lies below the scale."""
        return self.peringkat.predikat if self.peringkat else None

    @property
    def tercapai(self) -> bool | None:
        """Whether the target was reached, None when it cannot be told."""
        return None if self.status is None else self.status in STATUS_TERCAPAI


def susun_capaian(
    indikator: Indikator, opd: Opd, baris: BarisCapaian, skala: KumpulanSkala, aturan: AturanHitung = BAKU
) -> CapaianIndikator:
    """Compute a row of Capaian by the rules of Profil."""
    target = baris.target_hitung if baris.target_hitung.ada else baris.target
    skala_nilai = skala.ambil(indikator.skala_nilai, baris.tahun)
    hasil = hitung_capaian(target, baris.realisasi, indikator.arah, skala_nilai, aturan)
    skala_capaian = skala.capaian(opd.skala_capaian, baris.tahun)
    peringkat = None if hasil.persen is None else skala_capaian.peringkat_capaian(hasil.persen)
    semua = [_tanda_cetak(baris, hasil), _tanda_predikat(baris, peringkat, skala_capaian)]
    hitung = baris.target_hitung
    if hitung.ada and hitung.angka != baris.target.angka:
        teks = f"Target tertulis {baris.target.teks}, dihitung dengan {hitung.teks}"
        semua.append(Tanda(JenisTanda.TARGET_DISESUAIKAN, teks))
    semua.append(_tanda_skala(hasil, peringkat, skala_capaian))
    if hasil.status is Status.DALAM_RENTANG:
        teks = f"Realisasi {baris.realisasi.teks} berada di dalam rentang target {baris.target.teks}; {hasil.aturan}"
        semua.append(Tanda(JenisTanda.DALAM_RENTANG, teks))
    elif hasil.khusus:
        semua.append(Tanda(JenisTanda.ATURAN_KHUSUS, f"Menurut aturan pada Profil: {hasil.aturan}"))
    if baris.catatan:
        jenis = JenisTanda.DARI_TRIWULAN if baris.dari_triwulan else JenisTanda.CATATAN
        semua.append(Tanda(jenis, baris.catatan))
    tanda = tuple(t for t in semua if t is not None)
    return CapaianIndikator(
        indikator=indikator,
        opd=opd,
        baris=baris,
        hasil=hasil,
        peringkat=peringkat,
        skala=skala_capaian,
        tanda=tanda,
        aturan=aturan,
    )


def rata_capaian(
    capaian: Iterable[CapaianIndikator], *, batasi: bool, rumus: Callable[..., RataRata] = rata_rata
) -> RataRata:
    """Return the mean (or by `rumus` the median) of capaian in percent; `batasi` caps each at 100 first.

    Rules of Profil that moved one of them are named with it; the cap at 100 takes the place of its own.
    """
    semua = tuple(capaian)
    hasil = rumus((c.persen for c in semua), batasi=batasi)
    khusus = dict.fromkeys(k for c in semua for k in c.hasil.khusus if not (batasi and _pembatas(c, k)))
    return replace(hasil, khusus=tuple(khusus))


def _pembatas(capaian: CapaianIndikator, khusus: str) -> bool:
    return capaian.aturan.batas is not None and khusus == khusus_batas(capaian.aturan.batas)


def baris_tahunan(indikator: Indikator, triwulan: list[BarisCapaian]) -> BarisCapaian | None:
    """Make the year's row from its quarters, when they are enough for the indicator's Akumulasi; else None."""
    if not cukup_triwulan([b.nama_periode for b in triwulan], indikator.akumulasi):
        return None
    urut = sorted(triwulan, key=lambda b: list(Periode).index(b.periode))
    banyak = [len(b.triwulan) for b in urut]
    target = _gabung([b.target for b in urut], indikator.akumulasi, banyak)
    hitung = [b.target_hitung if b.target_hitung.ada else b.target for b in urut]
    realisasi = _gabung([b.realisasi for b in urut], indikator.akumulasi, banyak)
    dipakai = urut[-1:] if indikator.akumulasi is Akumulasi.TERAKHIR else urut
    tanda = tuple(t for t in TandaAngka if any(t in b.tanda for b in dipakai))
    return BarisCapaian(
        kode_indikator=indikator.kode_indikator,
        tahun=urut[-1].tahun,
        target=target,
        target_hitung=_gabung(hitung, indikator.akumulasi, banyak)
        if any(b.target_hitung.ada for b in urut)
        else KOSONG,
        realisasi=realisasi,
        tanda=tanda,
        sumber=urut[-1].sumber,
        catatan=f"Disusun dari triwulan: {indikator.akumulasi.value.lower()}",
        baris=urut[-1].baris,
        dari_triwulan=True,
    )


def _gabung(nilai: list[Nilai], cara: Akumulasi, banyak: list[int]) -> Nilai:
    if cara is Akumulasi.TERAKHIR:
        return nilai[-1]
    # A sum or a mean of some quarters would pass for the year.
    angka = None if any(n.angka is None for n in nilai) else gabung_triwulan(nilai, cara, banyak)
    return KOSONG if angka is None else nilai_angka(angka)


def lengkapi_tahunan(tahunan: BarisCapaian, susunan: BarisCapaian | None) -> BarisCapaian:
    """Fill a year's own row whose realisasi is an empty cell from its quarters; what it says itself stays."""
    if susunan is None or tahunan.realisasi.teks or not susunan.realisasi.ada:
        return tahunan
    target = tahunan.target.ada or tahunan.target_hitung.ada
    return replace(
        tahunan,
        target=tahunan.target if target else susunan.target,
        target_hitung=tahunan.target_hitung if target else susunan.target_hitung,
        realisasi=susunan.realisasi,
        tanda=susunan.tanda,
        sumber=tahunan.sumber or susunan.sumber,
        catatan="; ".join(c for c in (tahunan.catatan, susunan.catatan) if c),
        dari_triwulan=True,
    )


def _tanda_cetak(baris: BarisCapaian, hasil: HasilCapaian) -> Tanda | None:
    cetak = baris.capaian_dilaporkan
    if hasil.persen is None or cetak.jenis is not JenisNilai.ANGKA:
        return None
    cocok = cocokkan(cetak, hasil.persen)
    if cocok is Kecocokan.COCOK:
        return None
    jenis = JenisTanda.DIPOTONG if cocok is Kecocokan.DIPOTONG else JenisTanda.BEDA_CETAK
    return Tanda(jenis, f"Dihitung {format_persen(hasil.persen)}, laporan mencetak {cetak.teks}")


def _tanda_predikat(baris: BarisCapaian, peringkat: Peringkat | None, skala: Skala) -> Tanda | None:
    cetak = baris.predikat_dilaporkan
    dihitung = peringkat.predikat if peringkat else None
    if not cetak or dihitung is None or samakan(cetak) == samakan(dihitung):
        return None
    teks = f"Menurut skala {skala.nama} predikatnya {dihitung}, laporan mencetak {cetak}"
    return Tanda(JenisTanda.PREDIKAT_BEDA, teks)


def _tanda_skala(hasil: HasilCapaian, peringkat: Peringkat | None, skala: Skala) -> Tanda | None:
    if peringkat is None or not peringkat.catatan:
        return None
    persen = format_persen(hasil.persen)
    if peringkat.catatan == DI_BAWAH:
        return Tanda(JenisTanda.DI_BAWAH, f"{persen} lebih rendah daripada pita terbawah skala {skala.nama}")
    teks = f"{persen} jatuh di antara dua pita skala {skala.nama}; dipakai pita yang lebih rendah"
    return Tanda(JenisTanda.DI_CELAH, teks)


def perubahan(kini: Nilai, lalu: Nilai) -> Decimal | None:
    """Return realisasi minus last year's, None when either has no number."""
    if kini.angka is None or lalu.angka is None:
        return None
    return kini.angka - lalu.angka


def membaik(selisih: Decimal | None, arah: Arah) -> bool | None:
    """Tell whether a change is for the better; None when there is none or the indicator is not judged."""
    if not selisih or arah is Arah.NETRAL:
        return None
    return (selisih > 0) == (arah is Arah.NAIK)
