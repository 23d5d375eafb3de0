"""Names in the parts of an update brought to those of the base, before rows are matched by their keys."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.buku.banding.kanonik import teks_mentah
from kinerja.buku.banding.kunci import Kunci, baris_berkunci, kunci_isi
from kinerja.buku.ejaan.ejaan import KOLOM_DILIHAT, KOLOM_NAMA, Ejaan, Sumber, tingkat_baris
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel, LembarMentah
from kinerja.buku.tafsir import LembarTafsir, huruf_kolom, letak_kolom
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.model.istilah import Peran, Periode, TingkatWilayah
from kinerja.model.kolom import Lembar
from kinerja.model.skema import ANALISIS, ANGGARAN, APBD, KUTIPAN, NAMA_ANGGARAN, REGIONAL, SEMUA_LEMBAR, SUSUNAN
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.nilai.nama import JENIS_ANGGARAN, kunci_nama, samakan

SEPARUH = 0.5
"""Of the words of the shorter name, how many two budget lines of one pagu must share to be one line."""
_KATA = re.compile(r"\w+")
_ANGKA = re.compile(r"\d+(?:\.\d+)?")
DIBACA = {
    **KOLOM_DILIHAT,
    ANGGARAN.nama: (*ANGGARAN.kunci, "Kode", "Pagu", "Sumber"),
    KUTIPAN.nama: ("Indikator", "Wilayah", "Kode OPD"),
    **{s.nama: ("Kode OPD",) for s in (ANALISIS, APBD)},
}
"""Sheets and columns of a part that are looked at."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """One file of an update: its name and its sheets as read."""

    nama: str
    lembar: tuple[LembarMentah, ...]


@dataclass(slots=True)
class _Baris:
    """A row of a part: its number, its cells, and as text those that names and budget keys are made of."""

    nomor: int
    sel: list[IsiSel]
    isi: dict[str, str]


class _Tabel:
    """A sheet whose names can be looked at and rewritten."""

    def __init__(self, skema: Lembar, lembar: LembarMentah, berkas: str) -> None:
        self.skema, self.lembar, self.berkas = skema, lembar, berkas
        tafsir = LembarTafsir(lembar=skema)
        self.judul = list(lembar.baris[0][1]) if lembar.baris and lembar.baris[0][0] == 1 else []
        letak_kolom(tafsir, tuple(self.judul))
        self.letak = dict(tafsir.letak)
        self.berubah = False
        dibaca = DIBACA.get(skema.nama, ())
        baris = lembar.baris[1:] if self.judul and dibaca else ()
        self.baris = [_Baris(nomor, list(sel), {k: self._teks(sel, k) for k in dibaca}) for nomor, sel in baris]

    def _teks(self, sel: Sequence[IsiSel], kolom: str) -> str:
        i = self.letak.get(kolom)
        return teks_mentah(self.skema, kolom, sel[i]) if i is not None and i < len(sel) else ""

    def tulis(self, baris: _Baris, kolom: str, nama: str) -> None:
        if baris.isi.get(kolom) == nama:
            return
        if kolom not in self.letak:
            self.letak[kolom] = len(self.judul)
            self.judul.append(kolom)
        i = self.letak[kolom]
        baris.sel.extend([None] * (i + 1 - len(baris.sel)))
        baris.sel[i] = baris.isi[kolom] = nama
        self.berubah = True

    def selesai(self) -> LembarMentah:
        if not self.berubah:
            return self.lembar
        baris = ((1, tuple(self.judul)), *((b.nomor, tuple(b.sel)) for b in self.baris))
        return replace(self.lembar, baris=baris)

    def temuan(self, kode: Kode, kolom: str, nomor: int, **isi: object) -> TemuanBuku:
        sel = f"{huruf_kolom(self.letak.get(kolom, 0))}{nomor}"
        return replace(temuan(kode, self.lembar.nama, sel, kolom, **isi), berkas=self.berkas)


def samakan_bagian(
    dasar: Sequence[LembarMentah], bagian: Sequence[Bagian]
) -> tuple[tuple[LembarMentah, ...], list[Bagian], list[TemuanBuku]]:
    """Return base and parts under the names of the base.

    The parts' names become those that stand in the base. A budget line that has a Kode on one side only gets it on the
    other. A line of a part that is new by its name alone, while one line of the base under the same parent has its
    pagu and most of its words, is that line: it is named, never added beside it.
    """
    lama = {s.nama: s for s in dasar}
    skema = {samakan(s.nama): s for s in SEMUA_LEMBAR}
    tabel = [[_Tabel(skema[samakan(s.nama)], s, b.nama) for s in b.lembar] for b in bagian]
    sumber_dasar = Sumber(
        {s.nama: list(baris_berkunci(s, lama.get(s.nama)).values()) for s in SEMUA_LEMBAR if s.nama in KOLOM_DILIHAT}
    )
    ejaan = Ejaan.dari([sumber_dasar, *(_sumber_tabel(t) for t in tabel)])
    for satu in (t for milik in tabel for t in milik):
        _samakan(satu, ejaan)
    catatan: list[TemuanBuku] = []
    anggaran = {k: dict(v) for k, v in baris_berkunci(ANGGARAN, lama.get(ANGGARAN.nama)).items()}
    for satu in (t for milik in tabel for t in milik if t.skema is ANGGARAN):
        _samakan_kode(satu, anggaran)
        catatan += _samakan_uang(satu, anggaran)
    baru = [Bagian(b.nama, tuple(t.selesai() for t in milik)) for b, milik in zip(bagian, tabel, strict=True)]
    if ANGGARAN.nama in lama:
        lama[ANGGARAN.nama] = _berkode(lama[ANGGARAN.nama], anggaran)
    return tuple(lama.values()), baru, catatan


def _sumber_tabel(tabel: Sequence[_Tabel]) -> Sumber:
    return Sumber({t.skema.nama: [b.isi for b in t.baris] for t in tabel if t.skema.nama in KOLOM_DILIHAT})


def _samakan(tabel: _Tabel, ejaan: Ejaan) -> None:
    """Write the names that stand into the cells of a part."""
    milik = [(k, j) for s, k, j in KOLOM_NAMA if s == tabel.skema.nama and s != SUSUNAN.nama]
    for b in tabel.baris:
        if tertulis := b.isi.get("Kode OPD"):
            tabel.tulis(b, "Kode OPD", ejaan.kode(tertulis))
        for kolom, jenis in milik:
            if tertulis := b.isi[kolom]:
                tabel.tulis(b, kolom, ejaan.nama(jenis, tertulis))
        if tabel.skema in (REGIONAL, KUTIPAN) and (tertulis := b.isi["Wilayah"]):
            tingkat = tingkat_baris(b.isi) if tabel.skema is REGIONAL else None
            tabel.tulis(b, "Wilayah", ejaan.nama_wilayah(tertulis, tingkat))
        if tabel.skema is REGIONAL and (tertulis := b.isi["Provinsi"]):
            tabel.tulis(b, "Provinsi", ejaan.nama_wilayah(tertulis, TingkatWilayah.PROVINSI))


def _tanpa_kode(isi: Mapping[str, str]) -> Kunci:
    return kunci_isi(ANGGARAN, {**isi, "Kode": ""})


def _samakan_kode(tabel: _Tabel, dasar: dict[Kunci, dict[str, str]]) -> None:
    """Give a line its Kode where only one side has it, and the names of the base where both have it."""
    bernama = menurut(dasar.values(), _tanpa_kode)
    for b in tabel.baris:
        sama = dasar.get(kunci_isi(ANGGARAN, b.isi)) if b.isi["Kode"] else None
        if sama is not None:
            for kolom in NAMA_ANGGARAN:
                if sama.get(kolom) and b.isi[kolom]:
                    tabel.tulis(b, kolom, sama[kolom])
            continue
        senama = bernama.get(_tanpa_kode(b.isi), [])
        if len(senama) == 1 and b.isi["Kode"] and not senama[0].get("Kode"):
            senama[0]["Kode"] = b.isi["Kode"]
        elif len(senama) == 1 and not b.isi["Kode"] and senama[0].get("Kode"):
            tabel.tulis(b, "Kode", senama[0]["Kode"])


def _berkode(lembar: LembarMentah, baris: Mapping[Kunci, dict[str, str]]) -> LembarMentah:
    """Return the base's budget with the codes that parts gave its lines."""
    if not any(b.get("Kode") for b in baris.values()):
        return lembar
    judul = tuple(dict.fromkeys((*lembar.baris[0][1], "Kode")))
    isi = ((n, tuple(b.get(str(j)) or None for j in judul)) for n, b in enumerate(baris.values(), 2))
    return replace(lembar, baris=((1, judul), *isi))


@dataclass(slots=True, kw_only=True)
class _Lajur:
    """A budget line while names are matched: whose it is, its names from above, its pagu, and its row in the part."""

    milik: tuple[str, ...]
    nama: list[str]
    pagu: Decimal
    baris: _Baris | None = None

    @property
    def dalam(self) -> int:
        return max((i for i, n in enumerate(self.nama) if n), default=-1)

    def kunci(self, sampai: int) -> tuple[object, ...]:
        return self.milik, *(kunci_nama(j, n) for j, n in zip(JENIS_ANGGARAN[:sampai], self.nama, strict=False))


def _lajur(isi: Mapping[str, str], baris: _Baris | None = None) -> _Lajur | None:
    """Return a line that is added up; None for a Pembanding, and for one that goes by its Kode."""
    if samakan(isi.get("Peran") or Peran.ANGGARAN) != samakan(Peran.ANGGARAN) or (baris and isi["Kode"]):
        return None
    milik = tuple(samakan(isi.get(k) or "") for k in ("Kode OPD", "Tahun", "Kelompok"))
    periode = samakan(isi.get("Periode") or Periode.TAHUNAN)
    pagu = isi.get("Pagu", "").replace(",", ".")
    return _Lajur(
        milik=(*milik, periode),
        nama=[isi.get(k) or "" for k in NAMA_ANGGARAN],
        pagu=Decimal(pagu) if _ANGKA.fullmatch(pagu) else Decimal(0),
        baris=baris,
    )


def _samakan_uang(tabel: _Tabel, dasar: Mapping[Kunci, Mapping[str, str]]) -> Iterator[TemuanBuku]:
    """Rename the lines of a part that are lines of the base by parent, pagu and most of their words.

    Only where the part holds all the money of that parent is it the same lines told anew; else both stand, and are
    named.
    """
    sini = [x for b in tabel.baris if (x := _lajur(b.isi, b)) is not None]
    sana = [x for isi in dasar.values() if (x := _lajur(isi)) is not None]
    for tingkat, kolom in enumerate(NAMA_ANGGARAN):
        senama = himpun((x.kunci(tingkat + 1), x) for x in sini)
        for lama, baru, utuh in _padanan(sini, sana, tingkat):
            satu, tetap = baru.nama[tingkat], lama.nama[tingkat]
            kode = Kode.NAMA_DISAMAKAN if utuh else Kode.NAMA_SEPAGU
            nomor = baru.baris.nomor if baru.baris else 0
            yield tabel.temuan(kode, kolom, nomor, jenis=kolom, isi=satu, ejaan=satu, nama=tetap)
            for lajur in senama[baru.kunci(tingkat + 1)] if utuh else ():
                lajur.nama[tingkat] = tetap
                if lajur.baris:
                    tabel.tulis(lajur.baris, kolom, tetap)


def _padanan(sini: Iterable[_Lajur], sana: Iterable[_Lajur], tingkat: int) -> list[tuple[_Lajur, _Lajur, bool]]:
    """Pair lines of a level that only one side names, alone with their pagu under one parent and alike in their words.

    The third of each says whether both sides have the same money under that parent.
    """
    per_induk: defaultdict[tuple[object, ...], tuple[list[_Lajur], list[_Lajur]]] = defaultdict(lambda: ([], []))
    for sisi, semua in enumerate((sini, sana)):
        for satu in semua:
            if satu.dalam == tingkat:
                per_induk[satu.kunci(tingkat)][sisi].append(satu)
    hasil: list[tuple[_Lajur, _Lajur, bool]] = []
    for baru, lama in per_induk.values():
        ada = [{x.kunci(tingkat + 1) for x in sisi} for sisi in (baru, lama)]
        asing = [x for x in baru if x.pagu and x.kunci(tingkat + 1) not in ada[1]]
        sisa = himpun((x.pagu, x) for x in lama if x.kunci(tingkat + 1) not in ada[0])
        banyak = Counter(x.pagu for x in asing)
        utuh = sum(x.pagu for x in baru) == sum(x.pagu for x in lama)
        for satu in asing:
            lawan = sisa.get(satu.pagu, [])
            if len(lawan) == banyak[satu.pagu] == 1 and _sekata(satu.nama[tingkat], lawan[0].nama[tingkat]):
                hasil.append((lawan[0], satu, utuh))
    return hasil


def _sekata(satu: str, lain: str) -> bool:
    a, b = (set(_KATA.findall(samakan(n))) for n in (satu, lain))
    return len(a & b) >= SEPARUH * min(len(a), len(b))
