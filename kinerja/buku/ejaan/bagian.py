"""Names in the parts of an update brought to those of the base, before rows are matched by their keys."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja.buku.banding.beda import Kunci, baris_berkunci, kunci_isi
from kinerja.buku.banding.kanonik import teks_mentah
from kinerja.buku.ejaan.ejaan import KOLOM_DILIHAT, KOLOM_NAMA, Ejaan, Sumber, tingkat_baris
from kinerja.buku.pembaca import IsiSel, LembarMentah
from kinerja.buku.tafsir import LembarTafsir, huruf_kolom, letak_kolom
from kinerja.buku.temuan import Kode, TemuanBuku, temuan
from kinerja.model.istilah import Peran, TingkatWilayah
from kinerja.model.kolom import Lembar
from kinerja.model.skema import ANGGARAN, KUTIPAN, NAMA_ANGGARAN, REGIONAL, SEMUA_LEMBAR, SUSUNAN
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.nilai.nama import JENIS_ANGGARAN, kunci_nama, samakan

SEPARUH = 0.5
"""Of the words of the shorter name, how many two budget lines of one pagu must share to be one line."""
KUNCI_ANGGARAN = (*ANGGARAN.kunci, "Kode", "Pagu", "Sumber")


@dataclass(frozen=True, slots=True)
class Bagian:
    """One file of an update: its name and its sheets as read."""

    nama: str
    lembar: tuple[LembarMentah, ...]


class _Tabel:
    """A sheet whose cells can be looked at by column and rewritten."""

    def __init__(self, skema: Lembar, lembar: LembarMentah, berkas: str) -> None:
        self.skema, self.lembar, self.berkas = skema, lembar, berkas
        tafsir = LembarTafsir(lembar=skema)
        self.judul = list(lembar.baris[0][1]) if lembar.baris and lembar.baris[0][0] == 1 else []
        letak_kolom(tafsir, tuple(self.judul))
        self.letak = dict(tafsir.letak)
        self.baris = [(nomor, list(sel)) for nomor, sel in lembar.baris[1:]] if self.judul else []

    def teks(self, sel: list[IsiSel], kolom: str) -> str:
        i = self.letak.get(kolom)
        return teks_mentah(self.skema, kolom, sel[i]) if i is not None and i < len(sel) else ""

    def isi(self, sel: list[IsiSel], kolom: Sequence[str]) -> dict[str, str]:
        return {k: self.teks(sel, k) for k in kolom}

    def tulis(self, sel: list[IsiSel], kolom: str, nama: str) -> None:
        if kolom not in self.letak:
            self.letak[kolom] = len(self.judul)
            self.judul.append(kolom)
        i = self.letak[kolom]
        sel.extend([None] * (i + 1 - len(sel)))
        sel[i] = nama

    def selesai(self) -> LembarMentah:
        if not self.judul:
            return self.lembar
        baris = ((1, tuple(self.judul)), *((nomor, tuple(sel)) for nomor, sel in self.baris))
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
        # Write the names that stand into the cells of a part.
        milik_samakan = [(k, j) for s, k, j in KOLOM_NAMA if s == satu.skema.nama and s != SUSUNAN.nama]
        for _, sel in satu.baris:
            for kolom, jenis in milik_samakan:
                if tertulis := satu.teks(sel, kolom):
                    _tulis(satu, sel, kolom, tertulis, ejaan.nama(jenis, tertulis))
            if satu.skema in (REGIONAL, KUTIPAN) and (tertulis := satu.teks(sel, "Wilayah")):
                tingkat = tingkat_baris(satu.isi(sel, ("Tingkat wilayah",))) if satu.skema is REGIONAL else None
                _tulis(satu, sel, "Wilayah", tertulis, ejaan.nama_wilayah(tertulis, tingkat))
            if satu.skema is REGIONAL and (tertulis := satu.teks(sel, "Provinsi")):
                _tulis(satu, sel, "Provinsi", tertulis, ejaan.nama_wilayah(tertulis, TingkatWilayah.PROVINSI))
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
    dilihat = (t for t in tabel if t.skema.nama in KOLOM_DILIHAT)
    return Sumber({t.skema.nama: [t.isi(sel, KOLOM_DILIHAT[t.skema.nama]) for _, sel in t.baris] for t in dilihat})


def _tulis(tabel: _Tabel, sel: list[IsiSel], kolom: str, tertulis: str, nama: str) -> None:
    if nama != tertulis:
        tabel.tulis(sel, kolom, nama)


def _tanpa_kode(isi: Mapping[str, str]) -> Kunci:
    return kunci_isi(ANGGARAN, {**isi, "Kode": ""})


def _samakan_kode(tabel: _Tabel, dasar: dict[Kunci, dict[str, str]]) -> None:
    """Give a line its Kode where only one side has it, and the names of the base where both have it."""
    bernama = menurut(dasar.values(), _tanpa_kode)
    for _, sel in tabel.baris:
        isi = tabel.isi(sel, KUNCI_ANGGARAN)
        sama = dasar.get(kunci_isi(ANGGARAN, isi)) if isi["Kode"] else None
        if sama is not None:
            for kolom in NAMA_ANGGARAN:
                if sama.get(kolom) and isi[kolom]:
                    _tulis(tabel, sel, kolom, isi[kolom], sama[kolom])
            continue
        senama = bernama.get(_tanpa_kode(isi), [])
        if len(senama) == 1 and isi["Kode"] and not senama[0].get("Kode"):
            senama[0]["Kode"] = isi["Kode"]
        elif len(senama) == 1 and not isi["Kode"] and senama[0].get("Kode"):
            tabel.tulis(sel, "Kode", senama[0]["Kode"])


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
    pagu: str
    nomor: int = 0
    sel: list[IsiSel] | None = None

    @property
    def dalam(self) -> int:
        return max((i for i, n in enumerate(self.nama) if n), default=-1)

    def kunci(self, sampai: int) -> tuple[str, ...]:
        return tuple(kunci_nama(j, n) for j, n in zip(JENIS_ANGGARAN[:sampai], self.nama, strict=False))


def _lajur(isi: Mapping[str, str], nomor: int = 0, sel: list[IsiSel] | None = None) -> _Lajur:
    milik = tuple(samakan(isi.get(k) or "") for k in ("Kode OPD", "Tahun", "Kelompok"))
    periode = samakan(isi.get("Periode") or "Tahunan")
    nama = [isi.get(k) or "" for k in NAMA_ANGGARAN]
    return _Lajur(milik=(*milik, periode), nama=nama, pagu=isi.get("Pagu") or "", nomor=nomor, sel=sel)


def _samakan_uang(tabel: _Tabel, dasar: Mapping[Kunci, Mapping[str, str]]) -> Iterator[TemuanBuku]:
    """Rename the lines of a part that are lines of the base by parent, pagu and most of their words."""
    isi = ((n, sel, tabel.isi(sel, (*KUNCI_ANGGARAN,))) for n, sel in tabel.baris)
    sini = [
        _lajur(b, n, sel)
        for n, sel, b in isi
        if samakan(b["Peran"] or Peran.ANGGARAN) == samakan(Peran.ANGGARAN) and not b["Kode"]
    ]
    sana = [_lajur(b) for b in dasar.values() if samakan(b.get("Peran") or Peran.ANGGARAN) == samakan(Peran.ANGGARAN)]
    for tingkat, kolom in enumerate(NAMA_ANGGARAN):
        for lama, baru in _padanan(sini, sana, tingkat):
            tertulis = baru.nama[tingkat]
            yield tabel.temuan(
                Kode.NAMA_DISAMAKAN,
                kolom,
                baru.nomor,
                jenis=kolom,
                isi=tertulis,
                ejaan=tertulis,
                nama=lama.nama[tingkat],
            )
            kunci = baru.kunci(tingkat + 1)
            for satu in sini:
                if satu.milik == baru.milik and satu.kunci(tingkat + 1) == kunci and satu.sel is not None:
                    satu.nama[tingkat] = lama.nama[tingkat]
                    tabel.tulis(satu.sel, kolom, lama.nama[tingkat])


def _padanan(sini: Sequence[_Lajur], sana: Sequence[_Lajur], tingkat: int) -> list[tuple[_Lajur, _Lajur]]:
    """Pair the lines of a level that only one side names, where pagu and parent leave no choice and words agree."""
    per_induk: defaultdict[tuple[object, ...], tuple[list[_Lajur], list[_Lajur]]] = defaultdict(lambda: ([], []))
    for sisi, semua in enumerate((sini, sana)):
        for satu in semua:
            if satu.dalam == tingkat:
                per_induk[satu.milik, satu.kunci(tingkat)][sisi].append(satu)
    hasil: list[tuple[_Lajur, _Lajur]] = []
    for baru, lama in per_induk.values():
        ada = [{satu.kunci(tingkat + 1) for satu in sisi} for sisi in (baru, lama)]
        sisa = [
            [x for x in sisi if x.kunci(tingkat + 1) not in lain] for sisi, lain in ((baru, ada[1]), (lama, ada[0]))
        ]
        banyak = [Counter(x.pagu for x in sisi) for sisi in sisa]
        per_pagu = himpun((x.pagu, x) for x in sisa[1])
        for satu in sisa[0]:
            if satu.pagu not in ("", "0") and banyak[0][satu.pagu] == banyak[1][satu.pagu] == 1:
                lawan = per_pagu[satu.pagu][0]
                if _sekata(satu.nama[tingkat], lawan.nama[tingkat]):
                    hasil.append((lawan, satu))
    return hasil


def _sekata(satu: str, lain: str) -> bool:
    a, b = (set(samakan(n).replace("/", " ").replace(",", " ").split()) for n in (satu, lain))
    return len(a & b) >= SEPARUH * min(len(a), len(b))
