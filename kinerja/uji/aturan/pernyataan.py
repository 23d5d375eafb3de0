"""What a printed difference or change may speak of: every pair of figures that it may be the difference of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from kinerja.model.baris import BarisApbd, Indikator, Kutipan
from kinerja.model.istilah import Arah, Ukuran
from kinerja.nilai.angka import SERATUS, format_rupiah
from kinerja.nilai.baca import KELIPATAN, Nilai, NilaiTakTerbaca, baca_nilai, nilai_angka
from kinerja.nilai.nama import samakan
from kinerja.telaah.indikator.deret import deret
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.nama import DaftarNama
from kinerja.uji.bukti.presisi import Selang, selang_bulat, tepat
from kinerja.uji.model import Alamat

DIKURANGI = re.compile(r"([\d.,]+)\s+dikurangi\s+([\d.,]+)")


class Terhadap(StrEnum):
    """A target that a difference may be taken from, as the sentence calls it."""

    TARGET = "Target"
    TARGET_HITUNG = "Target hitung"
    TARGET_AKHIR = "Target akhir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasangan:
    """Two figures that a difference may be of.

    Attributes:
        nama: what they are, for the reasoning.
        dari: the figure it is counted from (a target, last year).
        ke: the figure it is counted to.
        utama: whether it is the plain reading (this year against last, realisasi against target).
        pasti: whether the first figure is exactly what is printed: a target is a decision, not a measurement.
        terhadap: which target the first figure is, None where it is none.
    """

    nama: str
    dari: Angka
    ke: Angka
    utama: bool = False
    pasti: bool = False
    terhadap: Terhadap | None = None

    @property
    def beda(self) -> Decimal:
        """How far it goes up."""
        return self.ke.nilai.bilangan - self.dari.nilai.bilangan

    def bacaan(self, kali: Sequence[Decimal], *, persen: bool) -> Iterator[Selang]:
        """What may be printed of it, up to sign: the difference in points or units, or in percent of its base."""
        angka = self.dari.nilai.angka
        dari = tepat(angka) if self.pasti and angka is not None else selang_bulat(self.dari.nilai)
        ke = selang_bulat(self.ke.nilai)
        if dari is None or ke is None:
            return
        for k in kali:
            yield _mutlak(Selang((ke.bawah - dari.atas) * k, (ke.atas - dari.bawah) * k))
        if persen and dari.bawah > 0:
            yield _mutlak(Selang((ke.bawah / dari.atas - 1) * SERATUS, (ke.atas / dari.bawah - 1) * SERATUS))


def _mutlak(selang: Selang) -> Selang:
    if selang.bawah <= 0 <= selang.atas:
        return Selang(Decimal(0), max(-selang.bawah, selang.atas))
    return Selang(min(abs(selang.bawah), abs(selang.atas)), max(abs(selang.bawah), abs(selang.atas)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pernyataan:
    """A printed difference or change, with what it is about.

    Attributes:
        nama: of what, for the sentence.
        alamat: whose figure.
        angka: the print.
        pasangan: every pair it may speak of, the plain reading first.
        arah: direction of the thing, for words such as "lebih baik".
        kali: what a difference may be multiplied with (a unit of thousands).
        lain: other pairs, where a remark says which ones are meant: only to guess from.
    """

    nama: str
    alamat: Alamat
    angka: Angka
    pasangan: tuple[Pasangan, ...]
    arah: Arah = Arah.NETRAL
    kali: tuple[Decimal, ...] = (Decimal(1),)
    lain: tuple[Pasangan, ...] = ()


class Pencari:
    """Finds the pairs of figures that a print may be the difference of."""

    def __init__(self, bukti: Bukti) -> None:
        self.bukti = bukti
        self.dataset = bukti.dataset
        self.daftar = DaftarNama(bukti)
        self._ingat: dict[tuple[str, int, bool, str], tuple[tuple[Pasangan, ...], tuple[Pasangan, ...]]] = {}

    def susun(self, k: Kutipan) -> Pernyataan | None:
        """Put a print together with its pairs; None where nobody knows what it is about."""
        if k.kode_indikator:
            kode = self.dataset.kode_indikator(k.kode_indikator)
            return self._indikator(k, self.dataset.indikator[kode]) if kode else None
        return self._wilayah(k) if k.wilayah else self._opd(k)

    def _indikator(self, k: Kutipan, i: Indikator) -> Pernyataan:
        alamat = Alamat(
            kode_opd=self.bukti.opd(i).kode_opd, kode_indikator=i.kode_indikator, tahun=k.tahun, ukuran=k.ukuran.value
        )
        pasangan, lain = self._pasangan(i, k.tahun, k.catatan, perubahan=k.ukuran is Ukuran.PERUBAHAN)
        return Pernyataan(
            nama=i.indikator,
            alamat=alamat,
            angka=_baca(k, i.satuan),
            pasangan=pasangan,
            arah=i.arah,
            kali=_kali(i.satuan),
            lain=lain,
        )

    def _pasangan(
        self, i: Indikator, tahun: int, catatan: str, *, perubahan: bool
    ) -> tuple[tuple[Pasangan, ...], tuple[Pasangan, ...]]:
        """Return the pairs that a print with this remark may speak of, and the others; equal pairs once, the first."""
        kunci = (i.kode_indikator, tahun, perubahan, catatan)
        if kunci not in self._ingat:
            ada = (*self._antartahun(i, tahun, perubahan), *(() if perubahan else self._setahun(i, tahun)))
            semua = _sekali(ada)
            pasangan = semua if perubahan else _disebut_terhadap(catatan, semua)
            lain = () if pasangan == semua else tuple(sorted(semua, key=lambda q: not q.utama))
            self._ingat[kunci] = (pasangan, lain)
        return self._ingat[kunci]

    def _nilai(self, i: Indikator, tahun: int, ukuran: Ukuran) -> tuple[Angka, ...]:
        """Every print of a figure, then what another OPD or the region prints of the same year."""
        ada = [a for a in self.bukti.cetakan(i.kode_indikator, tahun, ukuran) if a.nilai.angka is not None]
        if ukuran is Ukuran.REALISASI and not ada:
            titik = (t for t in deret(self.dataset, i.kode_indikator) if t.tahun == tahun and t.angka is not None)
            ada = [Angka(teks=t.realisasi.teks, nilai=t.realisasi, sumber=t.sumber) for t in titik]
        return tuple(ada)

    def _antartahun(self, i: Indikator, tahun: int, utama: bool) -> Iterator[Pasangan]:
        """This year against the years before it, the nearest first: the values, then the capaian."""
        lampau = sorted({t for t in self._tahun(i) if t < tahun}, reverse=True)
        for ukuran in (Ukuran.REALISASI, Ukuran.CAPAIAN):
            kini = self._nilai(i, tahun, ukuran)
            sebelum = [t for t in lampau if self._nilai(i, t, ukuran)]
            for lalu in sebelum[:1] if utama else sebelum:
                for a in self._nilai(i, lalu, ukuran):
                    for b in kini:
                        yield Pasangan(nama=f"{ukuran.value} {lalu} dan {tahun}", dari=a, ke=b, utama=utama)

    def _tahun(self, i: Indikator) -> Iterator[int]:
        yield from (t.tahun for t in deret(self.dataset, i.kode_indikator))
        yield from (t for t in self.dataset.tahun if self.bukti.cetakan(i.kode_indikator, t, Ukuran.CAPAIAN))

    def _setahun(self, i: Indikator, tahun: int) -> Iterator[Pasangan]:
        """This year's value against its target, the end-of-plan target and other regions; budget against spending."""
        kini = self._nilai(i, tahun, Ukuran.REALISASI)
        for sebutan, acuan, utama in self._acuan(i, tahun):
            nama = f"{sebutan} dan realisasi {tahun}"
            pasti = utama and acuan.nilai.bawah is None
            target = sebutan if isinstance(sebutan, Terhadap) else None
            yield from (Pasangan(nama=nama, dari=acuan, ke=b, utama=utama, pasti=pasti, terhadap=target) for b in kini)
        penuh = Angka(teks="100%", nilai=nilai_angka(SERATUS), sumber="")
        for ukuran in (Ukuran.CAPAIAN, Ukuran.SERAPAN):
            for a in self._nilai(i, tahun, ukuran):
                yield Pasangan(nama=f"100% dan {ukuran.value.lower()} {tahun}", dari=penuh, ke=a, pasti=True)
        yield from self._uang(i, tahun)

    def _acuan(self, i: Indikator, tahun: int) -> Iterator[tuple[str, Angka, bool]]:
        yield from ((Terhadap.TARGET, a, True) for a in self._nilai(i, tahun, Ukuran.TARGET))
        c = self.dataset.tahunan(i.kode_indikator, tahun)
        if c is not None and c.baris.target_hitung.angka is not None:
            yield Terhadap.TARGET_HITUNG, Angka(teks=c.target.teks, nilai=c.target, sumber=c.baris.sumber), True
        akhir = i.tahun_target_akhir
        if akhir and akhir != tahun:  # in the last year itself, its targets are the year's
            yield from ((Terhadap.TARGET_AKHIR, a, True) for a in self._nilai(i, akhir, Ukuran.TARGET))
        if i.target_akhir.angka is not None:
            yield Terhadap.TARGET_AKHIR, Angka(teks=i.target_akhir.teks, nilai=i.target_akhir, sumber=""), True
        for b in self.dataset.regional(i.padanan) if i.padanan else ():
            if b.tahun == tahun and b.nilai.angka is not None:
                yield b.wilayah, Angka(teks=b.nilai.teks, nilai=b.nilai, sumber=b.sumber), False

    def _uang(self, i: Indikator, tahun: int) -> Iterator[Pasangan]:
        b = self.dataset.anggaran_indikator.get((i.kode_indikator, tahun))
        if b is not None and b.pagu is not None and b.realisasi is not None:
            yield _pasangan_uang(b.pagu, b.realisasi, b.sumber)

    def _wilayah(self, k: Kutipan) -> Pernyataan | None:
        kini = self.daftar.ambil(k.indikator, k.tahun, k.wilayah)
        if kini is None:
            return None
        lampau = (self.daftar.ambil(k.indikator, t, k.wilayah) for t in range(k.tahun - 1, k.tahun - 6, -1))
        ada = [c for c in lampau if c is not None]
        pasangan = (
            Pasangan(nama=f"{kini.nama} {c.tahun} dan {k.tahun}", dari=a, ke=b, utama=True)
            for c in (ada[:1] if k.ukuran is Ukuran.PERUBAHAN else ada)
            for a in c.angka
            for b in kini.angka
        )
        alamat = self.daftar.alamat(kini, k.ukuran.value)
        nama = f"{kini.nama} {kini.wilayah}"
        return Pernyataan(
            nama=nama, alamat=alamat, angka=_baca(k, kini.satuan), pasangan=tuple(pasangan), kali=_kali(kini.satuan)
        )

    def _opd(self, k: Kutipan) -> Pernyataan | None:
        kode = self.dataset.kode_opd(k.kode_opd)
        if kode is None:
            return None
        opd = self.dataset.opd[kode]
        nama = f"{k.uraian or 'Anggaran'} {opd.nama_pendek}"
        pasangan = (*_disebut(k), *self._anggaran(kode, k), *self._apbd(kode, k))
        return Pernyataan(
            nama=nama,
            alamat=Alamat(kode_opd=kode, kode_indikator="", tahun=k.tahun, ukuran=k.ukuran.value, uraian=k.uraian),
            angka=_baca(k, ""),
            pasangan=pasangan,
        )

    def _anggaran(self, kode: str, k: Kutipan) -> Iterator[Pasangan]:
        jumlah = self.dataset.jumlah_anggaran.get((kode, k.tahun)) if not k.uraian else None
        if jumlah is not None and jumlah.pagu is not None and jumlah.realisasi is not None:
            yield _pasangan_uang(jumlah.pagu, jumlah.realisasi, k.sumber)

    def _apbd(self, kode: str, k: Kutipan) -> Iterator[Pasangan]:
        kini, lalu = self._baris_apbd(kode, k.tahun, k.uraian), self._baris_apbd(kode, k.tahun - 1, k.uraian)
        if k.ukuran is Ukuran.SELISIH and kini and kini.anggaran is not None and kini.realisasi is not None:
            yield _pasangan_uang(kini.anggaran, kini.realisasi, kini.sumber)
        if kini and lalu and kini.realisasi is not None and lalu.realisasi is not None:
            nama = f"Realisasi {lalu.tahun} dan {kini.tahun}"
            yield Pasangan(
                nama=nama, dari=_uang(lalu.realisasi, lalu.sumber), ke=_uang(kini.realisasi, kini.sumber), utama=True
            )

    def _baris_apbd(self, kode: str, tahun: int, uraian: str) -> BarisApbd | None:
        """Return the line a print names: of that uraian, or the total of that kelompok."""
        milik = "" if self.dataset.opd[kode].keseluruhan else samakan(kode)
        return self._apbd_menurut_nama.get((milik, tahun, samakan(uraian)))

    @cached_property
    def _apbd_menurut_nama(self) -> Mapping[tuple[str, int, str], BarisApbd]:
        """Lines of APBD by OPD, year and uraian; a total by its kelompok."""
        semua = reversed(self.dataset.buku.apbd)
        return {(samakan(b.kode_opd), b.tahun, samakan(b.uraian or b.kelompok.value)): b for b in semua}


def _sekali(ada: Iterable[Pasangan]) -> tuple[Pasangan, ...]:
    """Keep the first of the pairs that read alike: a figure printed in many places is held against once."""
    hasil: dict[tuple[str, str, str, bool], Pasangan] = {}
    for q in ada:
        hasil.setdefault((q.nama, q.dari.teks, q.ke.teks, q.utama), q)
    return tuple(hasil.values())


def _uang(rupiah: Decimal, sumber: str) -> Angka:
    return Angka(teks=format_rupiah(rupiah), nilai=nilai_angka(rupiah), sumber=sumber)


def _pasangan_uang(pagu: Decimal, realisasi: Decimal, sumber: str) -> Pasangan:
    return Pasangan(nama="Anggaran dan realisasinya", dari=_uang(pagu, sumber), ke=_uang(realisasi, sumber))


def _disebut_terhadap(catatan: str, semua: tuple[Pasangan, ...]) -> tuple[Pasangan, ...]:
    """Keep the pairs with what a remark says the difference is taken from; all where it says nothing that stands."""
    kata = samakan(catatan.partition(";")[0])
    for sebutan in (Terhadap.TARGET_AKHIR, Terhadap.TARGET):
        if f"terhadap {samakan(sebutan)}" in kata:
            milik = tuple(q for q in semua if q.terhadap is sebutan)
            return milik or semua
    return semua


def _disebut(k: Kutipan) -> Iterator[Pasangan]:
    """The two figures that a remark names: ``72,82 dikurangi 67,11``."""
    cocok = DIKURANGI.search(k.catatan)
    try:
        angka = [baca_nilai(cocok[n].rstrip(".,")) for n in (2, 1)] if cocok else []
    except NilaiTakTerbaca:
        return
    if angka:
        dari, ke = (Angka(teks=a.teks, nilai=a, sumber=k.sumber) for a in angka)
        yield Pasangan(nama="Dua angka yang disebut", dari=dari, ke=ke, utama=True)


def _kali(satuan: str) -> tuple[Decimal, ...]:
    """A difference in thousands may be printed with or without the word."""
    kata = KELIPATAN.get(samakan(satuan).partition(" ")[0])
    return (Decimal(1), kata) if kata else (Decimal(1),)


def _baca(k: Kutipan, satuan: str) -> Angka:
    kosong = nilai_angka(Decimal(0))
    try:
        nilai = baca_nilai(k.tercetak, satuan)
    except NilaiTakTerbaca:
        nilai = Nilai(teks=k.tercetak, jenis=kosong.jenis)
    return Angka(teks=k.tercetak, nilai=nilai, sumber=k.sumber, catatan=k.catatan)
