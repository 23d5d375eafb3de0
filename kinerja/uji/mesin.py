"""The audit itself: every rule over the whole dataset, each printed error once, worst first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kinerja.dataset import Dataset, ingat
from kinerja.model.istilah import Ukuran
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.uji.aturan import anggaran as aturan_anggaran
from kinerja.uji.aturan import anggaran_indikator as aturan_anggaran_indikator
from kinerja.uji.aturan import apbd as aturan_apbd
from kinerja.uji.aturan import capaian as aturan_capaian
from kinerja.uji.aturan import cetakan as aturan_cetakan
from kinerja.uji.aturan import deret as aturan_deret
from kinerja.uji.aturan import efisiensi as aturan_efisiensi
from kinerja.uji.aturan import jumlah as aturan_jumlah
from kinerja.uji.aturan import kata as aturan_kata
from kinerja.uji.aturan import kategori as aturan_kategori
from kinerja.uji.aturan import perubahan as aturan_perubahan
from kinerja.uji.aturan import predikat as aturan_predikat
from kinerja.uji.aturan import ringkasan as aturan_ringkasan
from kinerja.uji.aturan import rujukan as aturan_rujukan
from kinerja.uji.aturan import serapan as aturan_serapan
from kinerja.uji.aturan import status as aturan_status
from kinerja.uji.aturan import susunan as aturan_susunan
from kinerja.uji.aturan import target as aturan_target
from kinerja.uji.aturan import terbaca as aturan_terbaca
from kinerja.uji.aturan import wilayah as aturan_wilayah
from kinerja.uji.bukti.cetakan import Bukti
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


@ingat(1)
def uji(dataset: Dataset) -> HasilUji:
    """Run every rule."""
    bukti = Bukti(dataset)
    hasil = [h for aturan in ATURAN for h in aturan.cari(bukti)]
    temuan = tanpa_gema(sekali(h for h in hasil if isinstance(h, Temuan)))
    tidak = tuple(dict.fromkeys(h for h in hasil if isinstance(h, TidakDiuji)))
    return HasilUji(tuple(sorted(temuan, key=_urutan)), tidak)


def _urutan(temuan: Temuan) -> tuple[bool, int, str, str, int]:
    nomor = [a.kode for a in ATURAN].index(temuan.aturan)
    return (
        temuan.keyakinan is not Keyakinan.PASTI,
        nomor,
        temuan.alamat.kode_opd,
        temuan.alamat.kode_indikator,
        -temuan.alamat.tahun,
    )


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
        lebih_pasti = t.keyakinan is Keyakinan.PASTI and lama.keyakinan is not Keyakinan.PASTI
        utama, lain = (t, lama) if lebih_pasti else (lama, t)
        hasil[kunci] = replace(utama, sumber=tuple(dict.fromkeys((*utama.sumber, *lain.sumber))))
    return list(hasil.values())


def tanpa_gema(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Drop "printed differently" where one print is already proved wrong and nothing but it differs from the rest."""
    semua = list(temuan)
    pasti = (t for t in semua if t.keyakinan is Keyakinan.PASTI and len(t.cetakan) == 1)
    salah = himpun((_figur(t), samakan(t.tercetak)) for t in pasti)
    return [t for t in semua if not _gema(t, set(salah.get(_figur(t), ())))]


def _figur(temuan: Temuan) -> tuple[str, str, int, str, str]:
    """What a finding is about; without an indicator, capaian is another name for the mean of an OPD or a sasaran."""
    a = temuan.alamat
    if a.kode_indikator:
        return a.kode_opd, a.kode_indikator, a.tahun, a.ukuran, ""
    rata = a.ukuran == Ukuran.CAPAIAN.value
    return a.kode_opd, "", a.tahun, Ukuran.RATA_RATA.value if rata else a.ukuran, samakan(a.uraian)


def _gema(temuan: Temuan, salah: set[str]) -> bool:
    cetakan = [samakan(c) for c in temuan.cetakan]
    return len(cetakan) > 1 and sum(c not in salah for c in cetakan) <= 1
