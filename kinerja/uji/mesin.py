"""The audit itself: every rule over the whole dataset, each printed error once, worst first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from kinerja.dataset import Dataset
from kinerja.istilah import Ukuran
from kinerja.skala import samakan
from kinerja.uji import (
    aturan_anggaran,
    aturan_anggaran_indikator,
    aturan_apbd,
    aturan_capaian,
    aturan_cetakan,
    aturan_deret,
    aturan_efisiensi,
    aturan_jumlah,
    aturan_kata,
    aturan_kategori,
    aturan_perubahan,
    aturan_predikat,
    aturan_ringkasan,
    aturan_rujukan,
    aturan_serapan,
    aturan_status,
    aturan_susunan,
    aturan_target,
    aturan_terbaca,
    aturan_wilayah,
)
from kinerja.uji.bukti import Bukti
from kinerja.uji.model import Aturan, Keyakinan, Temuan, TidakDiuji

_SEMUA = (
    *aturan_capaian.ATURAN,
    *aturan_kategori.ATURAN,
    *aturan_status.ATURAN,
    *aturan_cetakan.ATURAN,
    *aturan_terbaca.ATURAN,
    *aturan_kata.ATURAN,
    *aturan_anggaran.ATURAN,
    *aturan_serapan.ATURAN,
    *aturan_efisiensi.ATURAN,
    *aturan_apbd.ATURAN,
    *aturan_anggaran_indikator.ATURAN,
    *aturan_susunan.ATURAN,
    *aturan_ringkasan.ATURAN,
    *aturan_jumlah.ATURAN,
    *aturan_rujukan.ATURAN,
    *aturan_predikat.ATURAN,
    *aturan_perubahan.ATURAN,
    *aturan_wilayah.ATURAN,
    *aturan_target.ATURAN,
    *aturan_deret.ATURAN,
)
ATURAN: tuple[Aturan, ...] = tuple(sorted(_SEMUA, key=lambda a: a.kode))
"""Every rule, in the order in which they are listed; where two doubt the same print, the earlier one speaks."""


@dataclass(frozen=True, slots=True)
class HasilUji:
    """What the audit says: findings worst first, and what could not be tested."""

    temuan: tuple[Temuan, ...]
    tidak_diuji: tuple[TidakDiuji, ...]


@lru_cache(maxsize=16)
def uji(dataset: Dataset) -> HasilUji:
    """Run every rule."""
    bukti = Bukti(dataset)
    hasil = [h for aturan in ATURAN for h in aturan.cari(bukti)]
    temuan = tanpa_gema(sekali(h for h in hasil if isinstance(h, Temuan)))
    tidak = tuple(dict.fromkeys(h for h in hasil if isinstance(h, TidakDiuji)))
    return HasilUji(tuple(sorted(temuan, key=_urutan)), tidak)


def _urutan(t: Temuan) -> tuple[bool, int, str, str, int]:
    nomor = [a.kode for a in ATURAN].index(t.aturan)
    return t.keyakinan is not Keyakinan.PASTI, nomor, t.alamat.kode_opd, t.alamat.kode_indikator, -t.alamat.tahun


def sekali(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Keep one finding for each printed figure: the surest, of the first rule; the places of the others join it."""
    hasil: dict[tuple[str, ...], Temuan] = {}
    for t in temuan:
        a = t.alamat
        kunci = (a.kode_opd, a.kode_indikator, str(a.tahun), a.ukuran, samakan(a.uraian), samakan(t.tercetak))
        lama = hasil.get(kunci)
        if lama is None:
            hasil[kunci] = t
            continue
        utama, lain = (t, lama) if _lebih_pasti(t, lama) else (lama, t)
        hasil[kunci] = replace(utama, sumber=tuple(dict.fromkeys((*utama.sumber, *lain.sumber))))
    return list(hasil.values())


def tanpa_gema(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Drop "printed differently" where one print is already proved wrong and nothing but it differs from the rest."""
    semua = list(temuan)
    salah: dict[tuple[str, str, int, str, str], set[str]] = {}
    for t in semua:
        if t.keyakinan is Keyakinan.PASTI and ";" not in t.tercetak:
            salah.setdefault(_figur(t), set()).add(samakan(t.tercetak))
    return [t for t in semua if not _gema(t, salah.get(_figur(t), set()))]


def _figur(t: Temuan) -> tuple[str, str, int, str, str]:
    """What a finding is about; without an indicator, capaian is another name for the mean of an OPD or a sasaran."""
    a = t.alamat
    if a.kode_indikator:
        return a.kode_opd, a.kode_indikator, a.tahun, a.ukuran, ""
    rata = a.ukuran == Ukuran.CAPAIAN.value
    return a.kode_opd, "", a.tahun, Ukuran.RATA_RATA.value if rata else a.ukuran, samakan(a.uraian)


def _gema(t: Temuan, salah: set[str]) -> bool:
    cetakan = [samakan(c) for c in t.tercetak.split(";")]
    return len(cetakan) > 1 and sum(c not in salah for c in cetakan) <= 1


def _lebih_pasti(satu: Temuan, lain: Temuan) -> bool:
    return satu.keyakinan is Keyakinan.PASTI and lain.keyakinan is not Keyakinan.PASTI
