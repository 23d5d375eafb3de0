"""Which name a spelling means: by the rule of names, by sheet Nama lain, and by the names that stand beside it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kinerja.model.istilah import JenisOpd, TingkatWilayah
from kinerja.model.pemerintah import SEBUTAN
from kinerja.model.skema import ANGGARAN, INDIKATOR, KUTIPAN, NAMA_LAIN, OPD, PROFIL, REGIONAL, SUSUNAN
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import NEGARA, JenisNama, SebutanWilayah, kunci_nama, pisah_wilayah, samakan, tanpa_nomor

Isi = Mapping[str, str]
"""A row as text, by column."""

KOLOM_NAMA: tuple[tuple[str, str, JenisNama], ...] = (
    (ANGGARAN.nama, "Program", JenisNama.PROGRAM),
    (ANGGARAN.nama, "Kegiatan", JenisNama.KEGIATAN),
    (ANGGARAN.nama, "Sub kegiatan", JenisNama.SUB_KEGIATAN),
    (REGIONAL.nama, "Indikator", JenisNama.UKURAN),
    (INDIKATOR.nama, "Padanan", JenisNama.UKURAN),
    (KUTIPAN.nama, "Indikator", JenisNama.UKURAN),
    (SUSUNAN.nama, "Induk", JenisNama.UKURAN),
    (SUSUNAN.nama, "Bagian", JenisNama.UKURAN),
)
"""Columns that hold a name, by sheet; regions, whose name depends on more than the cell, stand apart."""
KOLOM_DILIHAT: Mapping[str, tuple[str, ...]] = {
    ANGGARAN.nama: ("Program", "Kegiatan", "Sub kegiatan"),
    REGIONAL.nama: ("Indikator", "Wilayah", "Tingkat wilayah", "Provinsi", "Tahun", "Nilai"),
    INDIKATOR.nama: ("Padanan",),
    KUTIPAN.nama: ("Indikator",),
    NAMA_LAIN.nama: ("Jenis", "Nama", "Nama lain"),
    OPD.nama: ("Kode OPD", "Nama OPD", "Singkatan"),
    PROFIL.nama: ("Kunci", "Nilai"),
}
"""Sheets and columns from which names are learned."""
LANGKAH = 4
"""How many rows of Nama lain a spelling is followed through."""

KunciWilayah = tuple[TingkatWilayah, str, bool]
"""Level, rest of the name, and whether it is the city beside a regency of the same name."""


@dataclass(frozen=True, slots=True)
class Sumber:
    """Rows of one place (the base, or one file) by sheet; the rows of earlier places decide first."""

    lembar: Mapping[str, Sequence[Isi]]

    def baris(self, nama: str) -> Sequence[Isi]:
        """Return the rows of a sheet."""
        return self.lembar.get(nama, ())


@dataclass(slots=True, kw_only=True)
class Ejaan:
    """The names that stand, and what leads to them."""

    lain: dict[tuple[JenisNama, str], str] = field(default_factory=dict)
    tetap: dict[tuple[JenisNama, str], str] = field(default_factory=dict)
    opd: dict[str, str] = field(default_factory=dict)
    """Code of each unit, by all it is called."""
    kode_opd: frozenset[str] = frozenset()
    """Codes that the first place defines: what stands there is no other spelling."""
    wilayah: dict[KunciWilayah, str] = field(default_factory=dict)
    kota: set[tuple[TingkatWilayah, str]] = field(default_factory=set)
    _dibaca: dict[tuple[JenisNama, str], str] = field(default_factory=dict)

    @classmethod
    def dari(cls, sumber: Sequence[Sumber]) -> "Ejaan":
        """Learn the names of workbooks that belong together."""
        ejaan = cls()
        for b in (b for s in sumber for b in s.baris(NAMA_LAIN.nama)):
            jenis = next((j for j in JenisNama if samakan(j) == samakan(b.get("Jenis", ""))), None)
            if jenis is not None and b.get("Nama") and b.get("Nama lain"):
                ejaan.lain.setdefault((jenis, kunci_nama(jenis, b["Nama lain"])), b["Nama"])
        for jenis, nama in dict.fromkeys((j, n) for (j, _), n in ejaan.lain.items()):
            ejaan.tetap.setdefault((jenis, kunci_nama(jenis, nama)), nama)
        for s in sumber:
            for lembar, kolom, jenis in KOLOM_NAMA:
                baris = s.baris(lembar) if lembar != SUSUNAN.nama else ()
                for nama in filter(None, dict.fromkeys(b.get(kolom, "") for b in baris)):
                    ejaan.tetap.setdefault((jenis, ejaan.kunci(jenis, nama)), nama)
        ejaan._satukan_bernomor()
        ejaan._pelajari_opd(sumber)
        ejaan._pelajari_wilayah(sumber)
        return ejaan

    def kunci(self, jenis: JenisNama, nama: str) -> str:
        """Return what a name comes down to once its other spellings are followed."""
        kunci = kunci_nama(jenis, nama)
        for _ in range(LANGKAH):
            if (jenis, kunci) not in self.lain:
                break
            kunci = kunci_nama(jenis, self.lain[jenis, kunci])
        return kunci

    def nama(self, jenis: JenisNama, tertulis: str) -> str:
        """Return the name that stands for a spelling; the spelling itself where it differs in nothing that counts."""
        if (ada := self._dibaca.get((jenis, tertulis))) is not None:
            return ada
        tetap = self.tetap.get((jenis, self.kunci(jenis, tertulis)), tertulis)
        return self._dibaca.setdefault((jenis, tertulis), tertulis if samakan(tetap) == samakan(tertulis) else tetap)

    def kode(self, tertulis: str) -> str:
        """Return the code of the unit that sheet Nama lain says is meant; any other text as it stands."""
        asal = kunci_nama(JenisNama.OPD, tertulis)
        if (JenisNama.OPD, asal) not in self.lain or samakan(tertulis) in self.kode_opd:
            return tertulis
        return self.opd.get(self.kunci(JenisNama.OPD, tertulis), tertulis)

    def nama_wilayah(self, tertulis: str, tingkat: TingkatWilayah | None) -> str:
        """Return the region that a spelling means, also where only case differs; an unknown spelling as it is.

        Without a level it is the region of just this name, else one of the lowest level that the spelling can mean.
        """
        semua = tuple(reversed(TingkatWilayah)) if tingkat is None else (tingkat,)
        ada = [n for t in semua if (n := self.wilayah.get(self.kunci_wilayah(tertulis, t))) is not None]
        sama = (n for n in ada if samakan(n) == samakan(tertulis))
        return next(sama, ada[0] if ada else tertulis)

    def kunci_wilayah(self, tertulis: str, tingkat: TingkatWilayah) -> KunciWilayah:
        """Return what tells a region of a level from the others of that level."""
        sebutan, sisa = pisah_wilayah(self.tanpa_lain(tertulis))
        if tingkat is TingkatWilayah.NASIONAL and sisa in NEGARA:
            return tingkat, "nasional", False
        return tingkat, sisa, sebutan is SebutanWilayah.KOTA and (tingkat, sisa) in self.kota

    def tanpa_lain(self, tertulis: str) -> str:
        """Follow Nama lain, also where the spelling stands behind the word Kabupaten or Provinsi."""
        for _ in range(LANGKAH):
            sebutan, sisa = pisah_wilayah(tertulis)
            lain = self.lain.get((JenisNama.WILAYAH, kunci_nama(JenisNama.WILAYAH, tertulis)))
            if lain is None and sebutan is not SebutanWilayah.KOTA:
                lain = self.lain.get((JenisNama.WILAYAH, sisa))
            if lain is None or lain == tertulis:
                break
            tertulis = lain
        return tertulis

    def _satukan_bernomor(self) -> None:
        """Let 1.02 Program A and Program A be one name, the earlier one, where no other number stands before it."""
        urutan = {kunci: i for i, kunci in enumerate(self.tetap)}
        bernomor = himpun(
            ((jenis, self.kunci(jenis, sisa)), (jenis, kunci))
            for (jenis, kunci), nama in self.tetap.items()
            if (sisa := tanpa_nomor(nama))
        )
        for polos, semua in bernomor.items():
            if polos in urutan and len(semua) == 1:
                dahulu, lain = sorted((polos, semua[0]), key=urutan.__getitem__)
                self.tetap[lain] = self.tetap[dahulu]

    def _pelajari_opd(self, sumber: Sequence[Sumber]) -> None:
        baris = [b for s in sumber for b in s.baris(OPD.nama) if b.get("Kode OPD")]
        self.kode_opd = frozenset(samakan(b["Kode OPD"]) for s in sumber[:1] for b in s.baris(OPD.nama))
        for kolom in KOLOM_DILIHAT[OPD.nama]:
            for b in baris:
                if sebutan := b.get(kolom):
                    self.opd.setdefault(kunci_nama(JenisNama.OPD, sebutan), b["Kode OPD"])

    def _pelajari_wilayah(self, sumber: Sequence[Sumber]) -> None:
        """Learn where city and regency share a name, then which spelling of each region stands.

        A city is a region of its own where the word Kabupaten stands before the same name, or where both stand in one
        table with different figures. The name of Nama lain comes first, then Profil's, then those without a word before
        them and not in capitals; one that is taken on another level stands back.
        """
        self.kota |= _kota_sendiri(self, sumber)
        profil = list(_wilayah_profil(sumber))
        baris = [(b.get("Wilayah", ""), tingkat_baris(b)) for s in sumber for b in s.baris(REGIONAL.nama)]
        provinsi = [(b.get("Provinsi", ""), TingkatWilayah.PROVINSI) for s in sumber for b in s.baris(REGIONAL.nama)]
        urut = [(n, t) for n, t in dict.fromkeys((*baris, *provinsi)) if n]
        urut.sort(key=lambda b: (pisah_wilayah(b[0])[0] is not SebutanWilayah.TANPA, b[0].isupper()))
        urut.sort(key=lambda b: b[1] is TingkatWilayah.NASIONAL and samakan(b[0]) != "nasional")
        berdiri = [*profil, *urut]
        lain = ((self.tanpa_lain(n), t) for n, t in berdiri)
        dipakai = {samakan(n) for (jenis, _), n in self.lain.items() if jenis is JenisNama.WILAYAH}
        semua = [*((n, t) for n, t in lain if samakan(n) in dipakai), *berdiri]
        milik: dict[str, TingkatWilayah] = {}
        bebas = [(n, t) for n, t in semua if milik.setdefault(samakan(n), t) is t]
        for nama, tingkat in (*bebas, *semua):
            self.wilayah.setdefault(self.kunci_wilayah(nama, tingkat), nama)


def tingkat_baris(baris: Isi) -> TingkatWilayah:
    """Return the level of a row of Regional, the lowest where none can be read."""
    kata = samakan(baris.get("Tingkat wilayah", ""))
    return next((t for t in TingkatWilayah if samakan(t) == kata), TingkatWilayah.KABUPATEN_KOTA)


def tingkat_profil(baris: Iterable[Isi]) -> Mapping[str, TingkatWilayah]:
    """Return the keys of Profil that name a region, with its level: the own one and its likes by the kind of owner."""
    kata = next((b.get("Nilai", "") for b in baris if samakan(b.get("Kunci", "")) == "jenis pemerintah"), "")
    jenis = next((j for j in SEBUTAN if samakan(j) == samakan(kata or "")), JenisOpd.KABUPATEN)
    sendiri = SEBUTAN[jenis].tingkat or TingkatWilayah.KABUPATEN_KOTA
    return {"wilayah": sendiri, "wilayah pembanding": sendiri, "provinsi": TingkatWilayah.PROVINSI}


def _wilayah_profil(sumber: Iterable[Sumber]) -> Iterable[tuple[str, TingkatWilayah]]:
    """Yield the regions that Profil names, with their level; who the owner is may stand in another place."""
    profil = [s.baris(PROFIL.nama) for s in sumber]
    tingkat = tingkat_profil(b for baris in profil for b in baris)
    for baris in profil:
        isi = {samakan(b.get("Kunci", "")): b.get("Nilai", "") for b in baris}
        for kunci, tingkat_kunci in tingkat.items():
            yield from ((n.strip(), tingkat_kunci) for n in isi.get(kunci, "").split(";") if n.strip())


def _kota_sendiri(ejaan: Ejaan, sumber: Iterable[Sumber]) -> set[tuple[TingkatWilayah, str]]:
    sebutan: defaultdict[tuple[TingkatWilayah, str], set[SebutanWilayah]] = defaultdict(set)
    nilai: defaultdict[tuple[tuple[TingkatWilayah, str], tuple[int, str, str]], dict[bool, str]] = defaultdict(dict)
    for letak, s in enumerate(sumber):
        for b in s.baris(REGIONAL.nama):
            kata, sisa = pisah_wilayah(ejaan.tanpa_lain(b.get("Wilayah", "")))
            milik = (tingkat_baris(b), sisa)
            sebutan[milik].add(kata)
            tempat = (letak, samakan(b.get("Indikator", "")), b.get("Tahun", ""))
            nilai[milik, tempat].setdefault(kata is SebutanWilayah.KOTA, b.get("Nilai", ""))
    keduanya = {k for k, v in sebutan.items() if {SebutanWilayah.KABUPATEN, SebutanWilayah.KOTA} <= v}
    return keduanya | {milik for (milik, _), v in nilai.items() if len(set(v.values())) > 1}
