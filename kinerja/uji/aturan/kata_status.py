"""Words that say whether a target was reached: read to a status, and held against a target and a realisasi."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kinerja.model.baris import Indikator
from kinerja.model.istilah import STATUS_TERCAPAI, Status
from kinerja.model.profil import BAKU, AturanHitung
from kinerja.nilai.angka import format_persen
from kinerja.nilai.baca import Nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala
from kinerja.rumus.hitung import hitung_capaian, persen_capaian, status_batas, status_capaian
from kinerja.sajian.kalimat import besar
from kinerja.uji.bukti.cetakan import Angka
from kinerja.uji.bukti.nama import SATUAN_HITUNG
from kinerja.uji.bukti.presisi import Selang, selang_bulat, tepat

_CAPAI = r"(?:mencapai|memenuhi|tercapai(?:nya)?|terpenuhi(?:nya)?|sesuai)"
_TERCAPAI = re.compile(rf"\b{_CAPAI}\b")
_SANGKAL = re.compile(r"\b(?:tidak|belum|gagal|kurang)\b")
_GAGAL = re.compile(rf"\b(?:tidak|belum|gagal|kurang)\b(?: \w+)?? {_CAPAI}\b|\bdi ?bawah target\b")
_LEBIH = re.compile(r"\b(?:melampaui|melebihi|terlampaui)\b|\bdi ?atas target\b")
_LAIN = re.compile(r"\d|\b(?:hampir|mendekati|nyaris|akan|diharapkan|sebagian)\b")
"""What makes words no plain statement: a figure in them, an approximation, a hope."""
SEBUTAN = {
    Status.TIDAK_TERCAPAI: "tidak mencapai target",
    Status.SESUAI: "mencapai target",
    Status.DALAM_RENTANG: "mencapai target",
    Status.MELEBIHI: "melebihi target",
}
"""A computed status as a report says it."""


def baca_status(teks: str) -> Status | None:
    """Read words that say whether a target was reached; None where they say nothing plain of the kind."""
    kata = samakan(teks)
    if _LAIN.search(kata):
        return None
    if _GAGAL.search(kata):
        return Status.TIDAK_TERCAPAI
    if _SANGKAL.search(kata):
        return None
    if _LEBIH.search(kata):
        return Status.MELEBIHI
    return Status.SESUAI if _TERCAPAI.search(kata) else None


@dataclass(frozen=True, slots=True)
class Kata:
    """A printed word on reaching a target."""

    angka: Angka
    status: Status

    @property
    def gagal(self) -> bool:
        """Whether it says that the target was missed."""
        return self.status is Status.TIDAK_TERCAPAI

    def benar(self, hitung: Status) -> bool:
        """Tell whether it may be said of a computed status: "sesuai" also of what reached more than the target."""
        return hitung in STATUS_TERCAPAI if self.status is Status.SESUAI else hitung is self.status


def baca_kata(angka: Iterable[Angka]) -> list[Kata]:
    """Return the prints that are such words."""
    return [Kata(a, s) for a in angka if (s := baca_status(a.teks)) is not None]


def menurut_teks(kata: Iterable[Kata]) -> list[list[Kata]]:
    """Group prints that say the very same words."""
    return list(menurut(kata, lambda k: samakan(k.angka.teks)).values())


def lawan(semua: Iterable[Kata], kata: Kata) -> list[Kata]:
    """Return the prints that say the opposite of one."""
    return [k for k in semua if k.gagal != kata.gagal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Putusan:
    """What a target and a realisasi say of a word.

    Attributes:
        nama: whose figures they are.
        status: what follows from them.
        cocok: whether the word may be said of it.
        mutlak: whether it may not, however the realisasi was rounded.
        hitungan: what follows, in words.
        target, realisasi: the figures.
    """

    nama: str
    status: Status
    cocok: bool
    mutlak: bool
    hitungan: str
    target: Angka
    realisasi: Angka

    @property
    def langkah(self) -> tuple[str, ...]:
        """The reasoning."""
        hitungan = besar(self.hitungan)
        return f"Target {self.target.masukan}", f"Realisasi {self.realisasi.masukan}", hitungan

    def masukan(self, tahun: int) -> tuple[str, ...]:
        """The figures as inputs of a finding."""
        angka = (("Target", self.target), ("Realisasi", self.realisasi))
        return tuple(f"{ukuran} {self.nama} {tahun}: {a.masukan}" for ukuran, a in angka)


def putuskan(
    kata: Kata, i: Indikator, skala: Skala | None, target: Angka, realisasi: Angka, *, aturan: AturanHitung = BAKU
) -> Putusan | None:
    """Hold a word against a target and a realisasi; None where they give no status."""
    hasil = hitung_capaian(target.nilai, realisasi.nilai, i.arah, skala, aturan)
    if hasil.status is None:
        return None
    mungkin = {hasil.status, *_status_selang(i, target.nilai, realisasi.nilai, aturan)}
    nilai = f" adalah {format_persen(hasil.lepas)}" if hasil.lepas is not None else ""
    hitungan = f"realisasi {realisasi.teks} terhadap target {target.teks}{nilai}, jadi {SEBUTAN[hasil.status]}"
    mutlak = not any(kata.benar(s) for s in mungkin)
    return Putusan(
        nama=i.indikator,
        status=hasil.status,
        cocok=kata.benar(hasil.status),
        mutlak=mutlak,
        hitungan=hitungan,
        target=target,
        realisasi=realisasi,
    )


def _status_selang(i: Indikator, target: Nilai, realisasi: Nilai, aturan: AturanHitung) -> Iterator[Status]:
    """The status at both ends of what the realisasi may have been before rounding; what is counted is exact."""
    selang = selang_bulat(realisasi)
    if target.angka is None or selang is None or samakan(i.satuan) in SATUAN_HITUNG:
        return
    rentang = None if target.bawah is None or target.atas is None else Selang(target.bawah, target.atas)
    for r in (selang.bawah, selang.atas):
        persen = persen_capaian(target, r, i.arah, aturan.tanpa_batas)
        if target.batas is not None:
            yield status_batas(target, r, persen)
        elif rentang is not None and rentang.bertemu(tepat(r)):
            yield Status.DALAM_RENTANG
        elif persen is not None:
            yield status_capaian(persen)
