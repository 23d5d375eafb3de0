"""Difference between two canonical workbooks: added, changed (old to new), removed, by sheet, key and OPD."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from kinerja.buku.banding.kunci import Isi, baris_berkunci, nama_kunci
from kinerja.buku.banding.pemilik import pemilik_baris, pemilik_indikator
from kinerja.buku.pembaca import LembarMentah
from kinerja.model.kolom import Jenis, Lembar
from kinerja.model.skema import ANALISIS, INDIKATOR, OPD, SEMUA_LEMBAR
from kinerja.nilai.baca import Nilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan


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
        kode_opd: which OPD it is about, "" for rows of none (profile, regions, scales).
        sel: the cells that changed; all filled ones of a row added or removed.
        nama: what the code in the key is called: the indicator, or the OPD for short.
    """

    lembar: str
    jenis: JenisBeda
    kunci: str
    kode_opd: str
    sel: tuple[PerubahanSel, ...]
    nama: str = ""

    @property
    def sebutan(self) -> str:
        """The key with the name of its code."""
        return f"{self.kunci} ({self.nama})" if self.nama else self.kunci

    def json(self) -> dict[str, Any]:
        """Return the row as a draft keeps it."""
        sel = [[s.kolom, s.lama, s.baru] for s in self.sel]
        isi = {"lembar": self.lembar, "jenis": self.jenis.value, "kunci": self.kunci, "nama": self.nama}
        return {**isi, "opd": self.kode_opd, "sel": sel}

    @classmethod
    def dari_json(cls, isi: Mapping[str, Any]) -> "BarisRingkas":
        """Read the row back."""
        return BarisRingkas(
            lembar=isi["lembar"],
            jenis=JenisBeda(isi["jenis"]),
            kunci=isi["kunci"],
            kode_opd=isi["opd"],
            nama=isi.get("nama", ""),
            sel=tuple(PerubahanSel(*s) for s in isi["sel"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PerubahanBaris(BarisRingkas):
    """One row that was added, changed or removed, with all of it.

    Attributes:
        isi: the row as it is now; as it was when removed.
        semula: the row as it was; empty when added.
        pemilik: whose it was and is, as `pemilik_baris` says.
        baris: row number in the new canonical sheet, 0 when removed.
    """

    isi: Isi
    semula: Isi
    pemilik: frozenset[str]
    baris: int = 0

    def ringkas(self) -> BarisRingkas:
        """Return what people are shown of it."""
        return BarisRingkas(
            lembar=self.lembar,
            jenis=self.jenis,
            kunci=self.kunci,
            nama=self.nama,
            kode_opd=self.kode_opd,
            sel=self.sel,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebutan:
    """What codes stand for in both workbooks: of an indicator its OPD, name and unit; of an OPD its short name."""

    pemilik: Mapping[str, str] = field(default_factory=dict)
    indikator: Mapping[str, str] = field(default_factory=dict)
    satuan: Mapping[str, str] = field(default_factory=dict)
    opd: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def dari(cls, *buku: Iterable[LembarMentah]) -> "Sebutan":
        """Take the names from canonical workbooks; those of a later one count."""
        semua = [s for lembar in buku for s in lembar]
        ind = [b for s in semua if s.nama == INDIKATOR.nama for b in baris_berkunci(INDIKATOR, s).values()]
        opd = [b for s in semua if s.nama == OPD.nama for b in baris_berkunci(OPD, s).values()]
        return cls(
            pemilik={samakan(b["Kode indikator"]): b["Kode OPD"] for b in ind},
            indikator={samakan(b["Kode indikator"]): b["Indikator"] for b in ind},
            satuan={samakan(b["Kode indikator"]): b["Satuan"] for b in ind},
            opd={samakan(b["Kode OPD"]): b["Singkatan"] or b["Nama OPD"] for b in opd},
        )

    def nama(self, skema: Lembar, isi: Isi) -> str:
        """Return what the code in a row's key is called; "" where the key holds none."""
        indikator = self.indikator.get(samakan(isi.get("Kode indikator", "")), "")
        opd = self.opd.get(samakan(isi.get("Kode OPD", "")), "")
        return (indikator if "Kode indikator" in skema.kunci else "") or (opd if "Kode OPD" in skema.kunci else "")


@dataclass(frozen=True, slots=True)
class Beda:
    """All differences, in the order of the sheets.

    Attributes:
        baris: rows of which something is said otherwise.
        penulisan: rows whose figures are only written otherwise (71,00 and 71).
        sebutan: the names of the codes.
    """

    baris: tuple[PerubahanBaris, ...] = ()
    penulisan: tuple[PerubahanBaris, ...] = ()
    sebutan: Sebutan = field(default_factory=Sebutan)

    @property
    def semua(self) -> tuple[PerubahanBaris, ...]:
        """Every row that is no longer letter by letter what it was; what a lock and a role look at."""
        return (*self.baris, *self.penulisan)

    def hitung(self) -> dict[str, int]:
        """Count rows added, changed and removed, as `impor --json` prints them."""
        return {jenis.value: sum(b.jenis is jenis for b in self.baris) for jenis in JenisBeda}

    def per_lembar(self) -> dict[str, dict[str, int]]:
        """Count by sheet."""
        return _kelompok((b.lembar, b) for b in self.baris)

    def per_opd(self) -> dict[str, dict[str, int]]:
        """Count by code of the OPD; rows of no OPD stand under ""."""
        return _kelompok((b.kode_opd, b) for b in self.baris)

    def nama_opd(self) -> dict[str, str]:
        """Return the short names of those codes."""
        return {k: self.sebutan.opd.get(samakan(k), "") for k in self.per_opd() if k}


def _kelompok(baris: Iterable[tuple[str, PerubahanBaris]]) -> dict[str, dict[str, int]]:
    return {kunci: Beda(tuple(isi)).hitung() for kunci, isi in himpun(baris).items()}


def bandingkan_buku(lama: Iterable[LembarMentah], baru: Iterable[LembarMentah]) -> Beda:
    """Compare two canonical workbooks."""
    lama, baru = tuple(lama), tuple(baru)
    dari, ke = ({s.nama: s for s in sisi} for sisi in (lama, baru))
    sebutan, pemilik = Sebutan.dari(lama, baru), (pemilik_indikator(lama), pemilik_indikator(baru))
    semua = [p for s in SEMUA_LEMBAR for p in _lembar(s, dari.get(s.nama), ke.get(s.nama), sebutan, pemilik)]
    isi = [(p, _berarti(p, sebutan)) for p in semua]
    return Beda(
        tuple(replace(p, sel=sel) for p, sel in isi if sel), tuple(p for p, sel in isi if not sel), sebutan=sebutan
    )


def _berarti(baris: PerubahanBaris, sebutan: Sebutan) -> tuple[PerubahanSel, ...]:
    """Return the changed cells without the figures that are only written otherwise."""
    if baris.jenis is not JenisBeda.UBAH:
        return baris.sel
    satuan = baris.isi.get("Satuan") or sebutan.satuan.get(samakan(baris.isi.get("Kode indikator", "")), "")
    bernilai = _BERNILAI[baris.lembar]
    return tuple(s for s in baris.sel if s.kolom not in bernilai or not nilai_sama(s.lama, s.baru, satuan))


_BERNILAI = {
    s.nama: frozenset(k.nama for k in s.kolom if k.jenis in (Jenis.NILAI, Jenis.CAPAIAN)) for s in SEMUA_LEMBAR
}


def nilai_sama(lama: str, baru: str, satuan: str = "") -> bool:
    """Tell whether two texts of a value column mean one figure, however each is written."""
    try:
        dari, ke = (_tanpa_tulisan(baca_nilai(teks, satuan)) for teks in (lama, baru))
    except NilaiTakTerbaca:
        return False
    return dari.ada and ke.ada and dari == ke


def _tanpa_tulisan(nilai: Nilai) -> Nilai:
    return replace(nilai, teks="", desimal=0, gaya_inggris=False)


def _lembar(
    skema: Lembar,
    lama: LembarMentah | None,
    baru: LembarMentah | None,
    sebutan: Sebutan,
    pemilik: tuple[Mapping[str, str], Mapping[str, str]],
) -> Iterator[PerubahanBaris]:
    dari, ke = baris_berkunci(skema, lama), baris_berkunci(skema, baru)
    nomor = {k: n for n, k in enumerate(ke, 2)}
    for k in (*ke, *(k for k in dari if k not in ke)):
        semula, isi = dari.get(k, {}), ke.get(k, {})
        if not (sel := _sel(semula, isi)):
            continue
        kini = isi or semula
        sisi = zip((semula, isi), pemilik, strict=True)
        yield PerubahanBaris(
            lembar=skema.nama,
            jenis=JenisBeda.UBAH if semula and isi else JenisBeda.TAMBAH if isi else JenisBeda.HAPUS,
            kunci=nama_kunci(skema, kini),
            nama=sebutan.nama(skema, kini),
            kode_opd=_kode_opd(skema, kini, sebutan),
            isi=kini,
            semula=semula,
            pemilik=frozenset(p for baris, milik in sisi if baris for p in pemilik_baris(skema, baris, milik)),
            sel=sel,
            baris=nomor.get(k, 0),
        )


def _kode_opd(skema: Lembar, isi: Isi, sebutan: Sebutan) -> str:
    """Return the OPD that a row is about, by the columns of its sheet; another column of that name says nothing."""
    ada = {k: isi.get(k, "") if k in skema.judul else "" for k in ("Kode OPD", "Kode indikator")}
    indikator = sebutan.pemilik.get(samakan(ada["Kode indikator"]), "")
    # An explanation of an indicator is about its OPD, whatever OPD stands beside it.
    return indikator or ada["Kode OPD"] if skema is ANALISIS else ada["Kode OPD"] or indikator


def _sel(lama: Isi, baru: Isi) -> tuple[PerubahanSel, ...]:
    kolom = dict.fromkeys((*lama, *baru))
    beda = ((k, lama.get(k, ""), baru.get(k, "")) for k in kolom)
    return tuple(PerubahanSel(*b) for b in beda if b[1] != b[2])
