"""The dataset of one version: every row indexed and computed once, at import, so that a page only looks up.

Everything a page, slide, sheet or command shows comes from here (DESIGN section 3).
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import ref

from kinerja.model.baris import (
    Analisis,
    AnggaranIndikator,
    BarisAnggaran,
    BarisApbd,
    BarisCapaian,
    BarisRegional,
    BukuKerja,
    Indikator,
    Kutipan,
    Opd,
    skala_dari_baris,
)
from kinerja.model.istilah import KelompokApbd, Peran, Periode, Ukuran
from kinerja.model.profil import Profil
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala
from kinerja.rumus.anggaran import JumlahAnggaran, jumlahkan, total_apbd
from kinerja.rumus.capaian import CapaianIndikator, baris_tahunan, lengkapi_tahunan, susun_capaian
from kinerja.rumus.peringkat import BandingRegional, bandingkan

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Dataset:
    """All figures of one version of the workbook; read-only and shared by every session."""

    def __init__(self, buku: BukuKerja, versi: str = "") -> None:
        self.buku = buku
        self.versi = versi
        self.profil = Profil.dari_baris(buku.profil)
        self.skala: KumpulanSkala = skala_dari_baris(buku.skala)
        self.opd: Mapping[str, Opd] = {o.kode_opd: o for o in buku.opd}
        self.indikator: Mapping[str, Indikator] = {i.kode_indikator: i for i in buku.indikator}
        self._kode = {samakan(k): k for k in self.indikator}
        self._kode_opd = {samakan(k): k for k in self.opd}
        self.capaian: tuple[CapaianIndikator, ...] = tuple(self._hitung(b) for b in buku.capaian)
        self._sendiri = {(c.kode, c.tahun): c for c in self.capaian if c.baris.periode is Periode.TAHUNAN}
        self._tahunan = self._susun_tahunan()
        self._ingatan: dict[Callable[..., Any], Callable[..., Any]] = {}

    def ingatan(self, fungsi: Callable[Concatenate["Dataset", P], T], paling: int) -> Callable[P, T]:
        """Return `fungsi` of this dataset, remembering its last `paling` results; the same one every time.

        It knows the dataset by a weak reference only: a circle would keep a version that nobody reads until the
        collector comes by. Who calls it holds the dataset.
        """
        if (ada := self._ingatan.get(fungsi)) is not None:
            return ada
        milik: Callable[[], Any] = ref(self)

        @lru_cache(maxsize=paling)
        def hitung(*isi: P.args, **bernama: P.kwargs) -> T:
            return fungsi(milik(), *isi, **bernama)

        return self._ingatan.setdefault(fungsi, hitung)

    def _hitung(self, baris: BarisCapaian) -> CapaianIndikator:
        indikator = self.indikator[self._kode[samakan(baris.kode_indikator)]]
        return susun_capaian(indikator, self.pemilik(indikator), baris, self.skala, self.profil.aturan)

    def pemilik(self, indikator: Indikator) -> Opd:
        """Return the OPD that reports an indicator."""
        return self.opd[self._kode_opd[samakan(indikator.kode_opd)]]

    @cached_property
    def keseluruhan(self) -> Opd | None:
        """The regency itself, whose figures are those of the whole; None where the workbook lists none."""
        return next((o for o in self.opd.values() if o.keseluruhan), None)

    @cached_property
    def kode_keseluruhan(self) -> str:
        """Its code, to which budget lines and regional figures without an OPD belong; empty where there is none."""
        return self.keseluruhan.kode_opd if self.keseluruhan else ""

    def kode_opd(self, kode: str) -> str | None:
        """Return a kode OPD as the workbook spells it, None when it stands nowhere."""
        return self._kode_opd.get(samakan(kode))

    def kode_indikator(self, kode: str) -> str | None:
        """Return a kode indikator as the workbook spells it, None when it stands nowhere."""
        return self._kode.get(samakan(kode))

    def _susun_tahunan(self) -> dict[tuple[str, int], CapaianIndikator]:
        hasil = dict(self._sendiri)
        triwulan = himpun(((c.kode, c.tahun), c.baris) for c in self.capaian if c.baris.periode is not Periode.TAHUNAN)
        for kunci, baris in triwulan.items():
            susunan = baris_tahunan(self.indikator[kunci[0]], baris)
            tahunan = lengkapi_tahunan(hasil[kunci].baris, susunan) if kunci in hasil else susunan
            if tahunan is not None and tahunan.dari_triwulan:
                hasil[kunci] = self._hitung(tahunan)
        return hasil

    def tahunan(self, kode_indikator: str, tahun: int) -> CapaianIndikator | None:
        """Return an indicator's year (Tahunan, completed by or made of its quarters), None where nothing is."""
        return self._tahunan.get((kode_indikator, tahun))

    def tahunan_sendiri(self, kode_indikator: str, tahun: int) -> CapaianIndikator | None:
        """Return the year's own row as it is written, whatever its quarters say; None when there is none."""
        return self._sendiri.get((kode_indikator, tahun))

    @cached_property
    def indikator_opd(self) -> Mapping[str, tuple[Indikator, ...]]:
        """Indicators by kode OPD, in the order of the workbook; every OPD is present."""
        hasil: dict[str, list[Indikator]] = {k: [] for k in self.opd}
        for i in self.indikator.values():
            hasil[self.pemilik(i).kode_opd].append(i)
        return {k: tuple(v) for k, v in hasil.items()}

    def iku(self, kode_opd: str) -> tuple[Indikator, ...]:
        """Return the IKU of an OPD."""
        return tuple(i for i in self.indikator_opd[kode_opd] if i.iku)

    @cached_property
    def masa(self) -> Mapping[str, tuple[int, int | None]]:
        """First and last year in which an indicator with rows is expected, by code; None where nothing ends it.

        After the last year of the plan there may be other indicators; one that has a row beyond it goes on.
        """
        tahun, akhir = himpun((c.kode, c.tahun) for c in self.capaian), self.profil.akhir_rencana
        return {k: (min(t), akhir if akhir and max(t) <= akhir else None) for k, t in tahun.items()}

    @cached_property
    def opd_ber_iku(self) -> tuple[Opd, ...]:
        """OPD that have IKU, the regency first, then in the order of the workbook."""
        ada = [o for o in self.opd.values() if self.iku(o.kode_opd)]
        return tuple(sorted(ada, key=lambda o: not o.keseluruhan))

    @cached_property
    def urutan_opd(self) -> tuple[Opd, ...]:
        """Every OPD for the filter: those with IKU first."""
        depan = self.opd_ber_iku
        return (*depan, *(o for o in self.opd.values() if o not in depan))

    def capaian_opd(self, kode_opd: str, tahun: int, *, hanya_iku: bool = True) -> tuple[CapaianIndikator, ...]:
        """Return the computed year of an OPD's indicators; one without a row in that year is left out."""
        daftar = self.iku(kode_opd) if hanya_iku else self.indikator_opd[kode_opd]
        ada = (self.tahunan(i.kode_indikator, tahun) for i in daftar)
        return tuple(c for c in ada if c is not None)

    @cached_property
    def tahun(self) -> tuple[int, ...]:
        """Every year that any figure of an OPD stands for, newest first; options of the filter never shrink."""
        semua = {c.tahun for c in self.capaian} | {b.tahun for b in self.buku.anggaran}
        semua |= {b.tahun for b in self.buku.apbd}
        return tuple(sorted(semua, reverse=True))

    @cached_property
    def _tahun_opd(self) -> Mapping[str, tuple[int, ...]]:
        hasil: dict[str, set[int]] = {k: set() for k in self.opd}
        for c in self._tahunan.values():
            if c.indikator.iku and (c.baris.realisasi.ada or c.target.ada):
                hasil[c.opd.kode_opd].add(c.tahun)
        return {k: tuple(sorted(v, reverse=True)) for k, v in hasil.items()}

    def tahun_ber_iku(self, kode_opd: str) -> tuple[int, ...]:
        """Return the years in which an OPD has IKU figures, newest first."""
        return self._tahun_opd[kode_opd]

    @cached_property
    def _tahun_bawaan(self) -> Mapping[str, int]:
        iku: dict[str, int] = {}
        lain: dict[str, int] = {}
        for c in self._tahunan.values():
            if c.baris.realisasi.ada:
                tujuan = iku if c.indikator.iku else lain
                tujuan[c.opd.kode_opd] = max(tujuan.get(c.opd.kode_opd, 0), c.tahun)
        return {**lain, **iku}

    def tahun_bawaan(self, kode_opd: str) -> int | None:
        """Return the newest year with an annual realisasi of the OPD, of its IKU where it has any."""
        return self._tahun_bawaan.get(kode_opd, self.tahun[0] if self.tahun else None)

    @property
    def opd_bawaan(self) -> Opd | None:
        """The OPD shown first: the regency itself, else the first with IKU, else the first."""
        return next(iter(self.urutan_opd), None)

    @cached_property
    def _anggaran(self) -> Mapping[tuple[str, int], tuple[BarisAnggaran, ...]]:
        return _kelompok(self.buku.anggaran, lambda b: (self._kode_opd[samakan(b.kode_opd)], b.tahun))

    def baris_anggaran(self, kode_opd: str, tahun: int) -> tuple[BarisAnggaran, ...]:
        """Return the budget lines of an OPD and year, every Peran."""
        return self._anggaran.get((kode_opd, tahun), ())

    @cached_property
    def jumlah_anggaran(self) -> Mapping[tuple[str, int], JumlahAnggaran]:
        """Pagu, realisasi and serapan by OPD and year; nothing is counted twice."""
        hasil = {}
        for (kode, tahun), baris in self._anggaran.items():
            if any(b.peran is Peran.ANGGARAN for b in baris):
                hasil[kode, tahun] = self._lengkapi(kode, tahun, jumlahkan(baris))
        return hasil

    def _lengkapi(self, kode: str, tahun: int, jumlah: JumlahAnggaran) -> JumlahAnggaran:
        """Take the regency's realisasi from Belanja of APBD where its programs carry none."""
        if jumlah.realisasi is not None or not self.opd[kode].keseluruhan:
            return jumlah
        belanja = total_apbd(self.apbd(tahun), KelompokApbd.BELANJA)
        return JumlahAnggaran(jumlah.pagu, belanja.realisasi, dari_apbd=belanja.realisasi is not None)

    def apbd(self, tahun: int, kode_opd: str = "") -> tuple[BarisApbd, ...]:
        """Return the APBD lines of a year: of the regency (empty code), or the revenue of an OPD."""
        return tuple(b for b in self.buku.apbd if b.tahun == tahun and samakan(b.kode_opd) == samakan(kode_opd))

    @cached_property
    def anggaran_indikator(self) -> Mapping[tuple[str, int], AnggaranIndikator]:
        """Budget that a report ties to an indicator, by code and year; the money of a shared pagu is its bearer's."""
        asal = {(self._kode[samakan(b.kode_indikator)], b.tahun): b for b in self.buku.anggaran_indikator}
        return {k: self._bersama(b, asal) for k, b in asal.items()}

    def _bersama(
        self, anggaran: AnggaranIndikator, asal: Mapping[tuple[str, int], AnggaranIndikator]
    ) -> AnggaranIndikator:
        pemikul = (
            asal.get((self._kode.get(samakan(anggaran.pagu_bersama), ""), anggaran.tahun))
            if anggaran.pagu_bersama
            else None
        )
        return replace(anggaran, pagu=pemikul.pagu, realisasi=pemikul.realisasi) if pemikul else anggaran

    @cached_property
    def _regional(self) -> Mapping[str, tuple[BarisRegional, ...]]:
        return _kelompok(self.buku.regional, lambda b: samakan(b.indikator))

    @cached_property
    def ukuran_regional(self) -> tuple[str, ...]:
        """Names of the regional measures, those with the most regions first, then in the order of the workbook."""
        nama = {samakan(b.indikator): b.indikator for b in reversed(self.buku.regional)}
        urut = sorted(self._regional, key=lambda k: -len({b.wilayah for b in self._regional[k]}))
        return tuple(nama[k] for k in urut)

    def regional(self, ukuran: str) -> tuple[BarisRegional, ...]:
        """Return every row of a measure, empty when there is no such measure."""
        return self._regional.get(samakan(ukuran), ())

    def tahun_regional(self, ukuran: str) -> tuple[int, ...]:
        """Return the years of a measure, newest first."""
        return tuple(sorted({b.tahun for b in self.regional(ukuran)}, reverse=True))

    def banding(self, ukuran: str, tahun: int) -> BandingRegional:
        """Rank the own region among its likes by a measure in a year."""
        return bandingkan(ukuran, tahun, self.regional(ukuran), self.profil.lingkup)

    def banding_bawahan(self, ukuran: str, tahun: int) -> BandingRegional | None:
        """Rank the regions that belong to the own one by a measure in a year; None where none can belong to it."""
        lingkup = self.profil.lingkup_bawahan
        return bandingkan(ukuran, tahun, self.regional(ukuran), lingkup) if lingkup else None

    def skala_capaian(self, kode_opd: str, tahun: int) -> Skala:
        """Return the capaian scale of an OPD in force in a year."""
        return self.skala.capaian(self.opd[kode_opd].skala_capaian, tahun)

    def skala_nilai(self, indikator: Indikator, tahun: int) -> Skala | None:
        """Return the scale that grades an indicator's own values in a year; None where it has none."""
        return self.skala.ambil(indikator.skala_nilai, tahun)

    def kutipan(self, kode_indikator: str) -> tuple[Kutipan, ...]:
        """Return the printed places of an indicator's figures."""
        return self._kutipan.get(kode_indikator, ())

    @cached_property
    def _kutipan(self) -> Mapping[str, tuple[Kutipan, ...]]:
        angka = (k for k in self.buku.kutipan if k.ukuran is not Ukuran.RUJUKAN)
        return _kelompok(angka, lambda k: self._kode.get(samakan(k.kode_indikator), ""))

    def analisis(self, kode_indikator: str) -> tuple[Analisis, ...]:
        """Return the explanations of an indicator."""
        return self._analisis.get(kode_indikator, ())

    @cached_property
    def _analisis(self) -> Mapping[str, tuple[Analisis, ...]]:
        return _kelompok(self.buku.analisis, lambda a: self._kode.get(samakan(a.kode_indikator), ""))


def _kelompok(baris: Iterable[T], kunci: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    return {k: tuple(v) for k, v in menurut(baris, kunci).items()}


def ingat(paling: int) -> Callable[[Callable[Concatenate[Dataset, P], T]], Callable[Concatenate[Dataset, P], T]]:
    """Remember what a function makes of a dataset: kept by the dataset, gone with it.

    For each dataset the `paling` results used last stay; 1 for a function of the dataset alone. As with `lru_cache`,
    the other arguments must be hashable, exceptions are not kept, and threads may call at once.
    """

    def hias(fungsi: Callable[Concatenate[Dataset, P], T]) -> Callable[Concatenate[Dataset, P], T]:
        @wraps(fungsi)
        def ambil(dataset: Dataset, /, *isi: P.args, **bernama: P.kwargs) -> T:
            return dataset.ingatan(fungsi, paling)(*isi, **bernama)

        return ambil

    return hias
