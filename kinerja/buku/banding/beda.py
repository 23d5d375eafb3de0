"""Difference between two canonical workbooks: added, changed (old to new), removed, by sheet, key and OPD."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kinerja.buku.pembaca import LembarMentah
from kinerja.model.skema import ANALISIS, INDIKATOR, SEMUA_LEMBAR, Lembar, kunci_baris
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan, samakan_teks

Kunci = tuple[str, ...]
Isi = Mapping[str, str]


class JenisBeda(StrEnum):
    """What happened to a row."""

    TAMBAH = "tambah"
    UBAH = "ubah"
    HAPUS = "hapus"


@dataclass(frozen=True, slots=True)
class PerubahanSel:
    """One cell that changed."""

    kolom: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRingkas:
    """A row that was added, changed or removed, as people are shown it.

    Attributes:
        lembar, jenis: where and what.
        kunci: the key as people read it.
        kode_opd: whose row it is, "" for rows of no OPD (profile, regions, scales).
        sel: the cells that changed; all filled ones of a row added or removed.
    """

    lembar: str
    jenis: JenisBeda
    kunci: str
    kode_opd: str
    sel: tuple[PerubahanSel, ...]

    def json(self) -> dict[str, Any]:
        """Return the row as a draft keeps it."""
        sel = [[s.kolom, s.lama, s.baru] for s in self.sel]
        return {"lembar": self.lembar, "jenis": self.jenis.value, "kunci": self.kunci, "opd": self.kode_opd, "sel": sel}

    @classmethod
    def dari_json(cls, isi: Mapping[str, Any]) -> "BarisRingkas":
        """Read the row back."""
        return BarisRingkas(
            lembar=isi["lembar"],
            jenis=JenisBeda(isi["jenis"]),
            kunci=isi["kunci"],
            kode_opd=isi["opd"],
            sel=tuple(PerubahanSel(*s) for s in isi["sel"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PerubahanBaris(BarisRingkas):
    """One row that was added, changed or removed, with all of it.

    Attributes:
        isi: the row as it is now; as it was when removed.
        baris: row number in the new canonical sheet, 0 when removed.
    """

    isi: Isi
    baris: int = 0

    def ringkas(self) -> BarisRingkas:
        """Return what people are shown of it."""
        return BarisRingkas(
            lembar=self.lembar, jenis=self.jenis, kunci=self.kunci, kode_opd=self.kode_opd, sel=self.sel
        )


@dataclass(frozen=True, slots=True)
class Beda:
    """All differences, in the order of the sheets."""

    baris: tuple[PerubahanBaris, ...] = ()

    def hitung(self) -> dict[str, int]:
        """Count rows added, changed and removed, as `impor --json` prints them."""
        return {jenis.value: sum(b.jenis is jenis for b in self.baris) for jenis in JenisBeda}

    def per_lembar(self) -> dict[str, dict[str, int]]:
        """Count by sheet."""
        return _kelompok((b.lembar, b) for b in self.baris)

    def per_opd(self) -> dict[str, dict[str, int]]:
        """Count by code of the OPD; rows of no OPD stand under ""."""
        return _kelompok((b.kode_opd, b) for b in self.baris)


def _kelompok(baris: Iterable[tuple[str, PerubahanBaris]]) -> dict[str, dict[str, int]]:
    return {kunci: Beda(tuple(isi)).hitung() for kunci, isi in himpun(baris).items()}


def baris_berkunci(skema: Lembar, lembar: LembarMentah | None) -> dict[Kunci, dict[str, str]]:
    """Return the rows of a canonical sheet by key, in its order; cells as text, empty ones as ""."""
    if lembar is None or not lembar.baris:
        return {}
    judul = [str(j) for j in lembar.baris[0][1]]
    hasil = {}
    bawaan = [k for k in skema.kolom if k.tambahan and k.bawaan]
    for _, sel in lembar.baris[1:]:
        isi = {j: "" if s is None else str(s) for j, s in zip(judul, sel, strict=True)}
        isi |= {k.nama: k.bawaan for k in bawaan if not isi.get(k.nama)}
        hasil[kunci_isi(skema, isi)] = isi
    return hasil


def kunci_isi(skema: Lembar, isi: Isi) -> Kunci:
    """Return the normalised key of a row; an empty cell counts as its column's default word."""
    terisi = {k.nama: isi.get(k.nama) or k.bawaan for k in skema.kolom}
    sama = samakan_teks if skema.menurut_isi else samakan
    return (terisi.get("Peran", ""), *(sama(terisi[k]) for k in kunci_baris(skema, terisi)))


def nama_kunci(skema: Lembar, isi: Isi) -> str:
    """Return the key of a row as people read it."""
    return " · ".join(isi[k] for k in kunci_baris(skema, isi) if isi.get(k))


def bandingkan_buku(lama: Iterable[LembarMentah], baru: Iterable[LembarMentah]) -> Beda:
    """Compare two canonical workbooks."""
    dari, ke = ({s.nama: s for s in sisi} for sisi in (lama, baru))
    pemilik = {**_pemilik(dari), **_pemilik(ke)}
    return Beda(tuple(p for s in SEMUA_LEMBAR for p in _lembar(s, dari.get(s.nama), ke.get(s.nama), pemilik)))


def _pemilik(lembar: Mapping[str, LembarMentah]) -> dict[str, str]:
    """Map codes of indicators to the code of their OPD."""
    baris = baris_berkunci(INDIKATOR, lembar.get(INDIKATOR.nama)).values()
    return {samakan(b["Kode indikator"]): b["Kode OPD"] for b in baris}


def _lembar(
    skema: Lembar, lama: LembarMentah | None, baru: LembarMentah | None, pemilik: Mapping[str, str]
) -> Iterator[PerubahanBaris]:
    dari, ke = baris_berkunci(skema, lama), baris_berkunci(skema, baru)
    for nomor, (k, isi) in enumerate(ke.items(), 2):
        if sel := _sel(dari.get(k, {}), isi):
            jenis = JenisBeda.UBAH if k in dari else JenisBeda.TAMBAH
            yield _baris(skema, jenis, isi=isi, sel=sel, pemilik=pemilik, nomor=nomor)
    for k, isi in dari.items():
        if k not in ke:
            yield _baris(skema, JenisBeda.HAPUS, isi=isi, sel=_sel(isi, {}), pemilik=pemilik, nomor=0)


def _baris(
    skema: Lembar,
    jenis: JenisBeda,
    isi: Isi,
    sel: tuple[PerubahanSel, ...],
    pemilik: Mapping[str, str],
    nomor: int,
) -> PerubahanBaris:
    # Return whose row it is: an explanation of an indicator is its OPD's, whatever OPD stands beside it.
    sendiri = isi.get("Kode OPD", "")
    indikator = pemilik.get(samakan(isi.get("Kode indikator", "")), "")
    opd = indikator or sendiri if skema is ANALISIS else sendiri or indikator
    return PerubahanBaris(
        lembar=skema.nama,
        jenis=jenis,
        kunci=nama_kunci(skema, isi),
        kode_opd=opd,
        isi=isi,
        sel=sel,
        baris=nomor,
    )


def _sel(lama: Isi, baru: Isi) -> tuple[PerubahanSel, ...]:
    kolom = dict.fromkeys((*lama, *baru))
    beda = ((k, lama.get(k, ""), baru.get(k, "")) for k in kolom)
    return tuple(PerubahanSel(*b) for b in beda if b[1] != b[2])
