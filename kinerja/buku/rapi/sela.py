"""Rows between the lines that are no data: numbers of columns, the header once more, units, the heading of a group."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.buku.pembaca import IsiSel
from kinerja.model.kolom import Lembar
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import satuan_persen, satuan_rupiah

NOMOR_PALING_SEDIKIT = 3
_NOMOR = re.compile(
    r"(?:kolom|kol\.?)?\s*[\[(<]?\s*(?:(\d{1,3})|([a-z])|([ivx]{1,5}))\s*[\])>.]*(?:\s*=.*|\s*\(.*\))?", re.IGNORECASE
)
_ROMAWI = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_JUDUL = {s.nama: frozenset(map(samakan, s.judul)) for s in SEMUA_LEMBAR}
_KURUNG = "()[] "
_BERKATA = re.compile(r"[^\W\d].*[\s,:]")


@dataclass(frozen=True, slots=True)
class Sela:
    """What a row is that is no data, and what to do about it."""

    apa: str
    cara: str


def nomor_kolom(skema: Lembar, sel: Sequence[IsiSel]) -> str:
    """Return the numbers or letters of columns that a row lists one by one; empty where it holds anything else."""
    isi = [str(satu).removesuffix(".0") for satu in sel if satu is not None and satu != ""]
    paling_sedikit = min(NOMOR_PALING_SEDIKIT, len(skema.kolom))
    cocok = [_NOMOR.fullmatch(satu.strip()) for satu in isi]
    if len(isi) < paling_sedikit or not all(cocok):
        return ""
    for baca in (_angka, _huruf, _romawi):
        urutan = [baca(m) for m in cocok if m]
        # Some columns are left out; data begins elsewhere or jumps.
        if all(0 < b - a <= 2 for a, b in zip([urutan[0] - 1, *urutan], urutan, strict=False)) and urutan[0] > 0:
            rapat = urutan == list(range(urutan[0], urutan[0] + len(urutan)))
            return " ".join(isi if baca is not _angka else map(str, urutan)) if rapat or urutan[0] == 1 else ""
    return ""


def _angka(cocok: re.Match[str]) -> int:
    return int(cocok[1] or -1)


def _huruf(cocok: re.Match[str]) -> int:
    huruf = (cocok[2] or "").lower()
    return ord(huruf) - 96 if huruf.isascii() and huruf else -1


def _romawi(cocok: re.Match[str]) -> int:
    huruf = (cocok[3] or cocok[2] or "").lower()
    return _ROMAWI.index(huruf) + 1 if huruf in _ROMAWI else -1


def sela(skema: Lembar, letak: Mapping[str, int], sel: Sequence[IsiSel]) -> Sela | None:
    """Tell what a row is instead of data; None for a row that may be data."""
    letak_wajib = [letak[k.nama] for k in skema.kolom if k.wajib and k.nama in letak]
    wajib = [sel[i] if i < len(sel) else None for i in letak_wajib]
    pertama = wajib[0] if wajib else None
    lengkap = wajib and None not in wajib and not (len(wajib) > 1 and pertama == wajib[1])
    if lengkap and not (isinstance(pertama, str) and samakan(pertama) in _JUDUL[skema.nama]):
        return None  # nearly every row
    isi = {i: satu for i, satu in enumerate(sel) if satu is not None and satu != ""}
    teks = [satu for satu in isi.values() if isinstance(satu, str)]
    if not teks or len(teks) < len(isi):
        return None
    if len(teks) > 1 and all(samakan(t) in _JUDUL[skema.nama] for t in teks):
        return _judul_lagi(letak, isi)
    if all(_satuan(t) for t in teks):
        return Sela("baris satuan", "Hapus baris itu; satuannya ditulis di kolom Satuan, dan uang dalam rupiah penuh")
    # Of a sheet of two columns, such as Profil, one filled cell is no heading.
    if len(set(teks)) == 1 and len(skema.kolom) >= NOMOR_PALING_SEDIKIT and _BERKATA.search(teks[0]):
        cara = "Hapus baris itu, atau lengkapi kolom wajibnya bila memang baris data"
        return Sela("judul kelompok atau catatan di antara baris data", cara)
    return None


def _judul_lagi(letak: Mapping[str, int], isi: Mapping[int, IsiSel]) -> Sela:
    menurut_letak = {i: samakan(nama) for nama, i in letak.items()}
    if all(menurut_letak.get(i) == samakan(str(satu)) for i, satu in isi.items()):
        return Sela("judul yang terulang", "Hapus baris itu")
    return Sela("baris kedua dari judul", "Tulis setiap judul di baris 1 pada kolomnya, lalu hapus baris itu")


def _satuan(teks: str) -> bool:
    polos = samakan(teks).strip(_KURUNG)
    return satuan_persen(polos) or satuan_rupiah(polos)
