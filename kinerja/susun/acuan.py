"""The names that stand with us, by which those of an office's table are known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kinerja.buku.ejaan.ejaan import Ejaan, Sumber
from kinerja.buku.pembaca import LembarMentah
from kinerja.model.istilah import JENIS_KESELURUHAN, TingkatWilayah
from kinerja.model.skema import INDIKATOR, OPD, PROFIL, REGIONAL
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.nilai.nama import JenisNama, kunci_nama, mirip, samakan, tanpa_nomor
from kinerja.nilai.skala import Skala
from kinerja.susun.model import Baris

KATA_KESAMAAN = 0.6
"""Share of the words of two names that must be the same for one to be proposed for the other."""


@dataclass(frozen=True, kw_only=True)
class Acuan:
    """The rows of the version that is in force, by sheet, as texts by column."""

    lembar: Mapping[str, tuple[Baris, ...]] = field(default_factory=dict)
    skala: KumpulanSkala = field(default_factory=KumpulanSkala)

    @classmethod
    def dari(cls, lembar: Iterable[LembarMentah], skala: KumpulanSkala | None = None) -> "Acuan":
        """Take the canonical sheets of a version, and its scales."""
        return cls(lembar={s.nama: tuple(_baris(s)) for s in lembar}, skala=skala or KumpulanSkala())

    @cached_property
    def ejaan(self) -> Ejaan:
        """The one rule of names, taught by these rows."""
        return Ejaan.dari([Sumber(self.lembar)])

    @cached_property
    def opd(self) -> dict[str, str]:
        """Name of each OPD by its code."""
        return {b["Kode OPD"]: b["Nama OPD"] for b in self.lembar.get(OPD.nama, ())}

    @cached_property
    def keseluruhan(self) -> frozenset[str]:
        """Codes of what is no OPD but the whole."""
        return frozenset(b["Kode OPD"] for b in self.lembar.get(OPD.nama, ()) if b["Jenis"] in JENIS_KESELURUHAN)

    @cached_property
    def indikator(self) -> dict[str, Baris]:
        """Row of each indicator by its code."""
        return {b["Kode indikator"]: b for b in self.lembar.get(INDIKATOR.nama, ())}

    @cached_property
    def profil(self) -> dict[str, str]:
        """What Profil says."""
        return {b["Kunci"]: b.get("Nilai", "") for b in self.lembar.get(PROFIL.nama, ())}

    @cached_property
    def wilayah(self) -> dict[TingkatWilayah, tuple[str, ...]]:
        """Names of the regions of each level, each once."""
        semua = [(TingkatWilayah(b["Tingkat wilayah"]), b["Wilayah"]) for b in self.lembar.get(REGIONAL.nama, ())]
        return {t: tuple(dict.fromkeys(w for s, w in semua if s is t)) for t in TingkatWilayah}

    @cached_property
    def ukuran(self) -> dict[str, Baris]:
        """A row of each measure of Regional by its key, the newest."""
        baris = sorted(self.lembar.get(REGIONAL.nama, ()), key=lambda b: b.get("Tahun", ""))
        return {self.ejaan.kunci(JenisNama.UKURAN, b["Indikator"]): b for b in baris}

    def kode_opd(self, tertulis: str) -> str | None:
        """Return the code of an OPD that is written as code or name; None where no such one stands."""
        kode = self.ejaan.kode(tertulis)
        if kode in self.opd:
            return kode
        kunci = kunci_nama(JenisNama.OPD, tertulis)
        return next((k for k, n in self.opd.items() if kunci in (kunci_nama(JenisNama.OPD, s) for s in (k, n))), None)

    def indikator_opd(self, kode_opd: str) -> dict[str, str]:
        """Return the indicators that an OPD reports or answers for: name by code."""
        milik = {k: b["Indikator"] for k, b in self.indikator.items() if b["Kode OPD"] == kode_opd}
        ikut = {
            k: b["Indikator"]
            for k, b in self.indikator.items()
            if kode_opd in [self.ejaan.kode(p.strip()) for p in b.get("Penanggung jawab", "").split(";") if p.strip()]
        }
        return milik | ikut

    def skala_nilai(self, kode: str) -> Skala | None:
        """Return the scale on which the grades of an indicator stand, where it is a built-in one or one of ours."""
        nama = self.indikator.get(kode, {}).get("Skala nilai", "")
        return self.skala.ambil(nama) if nama else None


def _baris(lembar: LembarMentah) -> Iterable[Baris]:
    if not lembar.baris:
        return
    (_, judul), *isi = lembar.baris
    for _, sel in isi:
        yield {str(j): "" if s is None else str(s) for j, s in zip(judul, sel, strict=False)}


def terdekat(tertulis: str, nama: Sequence[str]) -> str | None:
    """Return the name that is meant most likely: a letter or two apart, else most of its words; None where none is."""
    polos = tanpa_nomor(tertulis) or samakan(tertulis)
    for satu in nama:
        if samakan(satu) == polos or mirip(satu, polos):
            return satu
    kata = set(polos.split())
    nilai = {n: len(kata & (k := set(samakan(n).split()))) / max(1, len(kata | k)) for n in nama}
    terbaik = max(nilai, key=lambda n: nilai[n], default=None)
    return terbaik if terbaik is not None and nilai[terbaik] >= KATA_KESAMAAN else None
