"""Difference between two canonical workbooks: added, changed (old to new), removed, by sheet, key and OPD."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from kinerja.buku.pembaca import LembarMentah
from kinerja.model.kolom import Jenis, Lembar
from kinerja.model.skema import ANALISIS, INDIKATOR, OPD, SEMUA_LEMBAR, kunci_baris
from kinerja.nilai.baca import Nilai, NilaiTakTerbaca, baca_nilai
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
        baris: row number in the new canonical sheet, 0 when removed.
    """

    isi: Isi
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
    lama, baru = tuple(lama), tuple(baru)
    dari, ke = ({s.nama: s for s in sisi} for sisi in (lama, baru))
    sebutan = Sebutan.dari(lama, baru)
    semua = [p for s in SEMUA_LEMBAR for p in _lembar(s, dari.get(s.nama), ke.get(s.nama), sebutan)]
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
    skema: Lembar, lama: LembarMentah | None, baru: LembarMentah | None, sebutan: Sebutan
) -> Iterator[PerubahanBaris]:
    dari, ke = baris_berkunci(skema, lama), baris_berkunci(skema, baru)
    for nomor, (k, isi) in enumerate(ke.items(), 2):
        if sel := _sel(dari.get(k, {}), isi):
            jenis = JenisBeda.UBAH if k in dari else JenisBeda.TAMBAH
            yield _baris(skema, jenis, isi, sel=sel, sebutan=sebutan, nomor=nomor)
    for k, isi in dari.items():
        if k not in ke:
            yield _baris(skema, JenisBeda.HAPUS, isi, sel=_sel(isi, {}), sebutan=sebutan, nomor=0)


def _baris(
    skema: Lembar, jenis: JenisBeda, isi: Isi, sel: tuple[PerubahanSel, ...], sebutan: Sebutan, nomor: int
) -> PerubahanBaris:
    # An explanation of an indicator is its OPD's row, whatever OPD stands beside it.
    sendiri = isi.get("Kode OPD", "")
    indikator = sebutan.pemilik.get(samakan(isi.get("Kode indikator", "")), "")
    opd = indikator or sendiri if skema is ANALISIS else sendiri or indikator
    return PerubahanBaris(
        lembar=skema.nama,
        jenis=jenis,
        kunci=nama_kunci(skema, isi),
        nama=sebutan.nama(skema, isi),
        kode_opd=opd,
        isi=isi,
        sel=sel,
        baris=nomor,
    )


def _sel(lama: Isi, baru: Isi) -> tuple[PerubahanSel, ...]:
    kolom = dict.fromkeys((*lama, *baru))
    beda = ((k, lama.get(k, ""), baru.get(k, "")) for k in kolom)
    return tuple(PerubahanSel(*b) for b in beda if b[1] != b[2])
