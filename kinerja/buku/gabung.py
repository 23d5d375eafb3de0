"""Update by parts: a row of a part is added to the base or replaces its key; what the parts lack stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinerja.buku.beda import Kunci, baris_berkunci, kunci_isi, nama_kunci
from kinerja.buku.pembaca import IsiSel, LembarMentah, SelKhusus
from kinerja.buku.tafsir import huruf_kolom
from kinerja.buku.temuan import Kode, Temuan, temuan
from kinerja.nilai import rapikan
from kinerja.skala import samakan
from kinerja.skema import SEMUA_LEMBAR, Lembar


@dataclass(frozen=True, slots=True)
class Bagian:
    """One file of an update: its name and its sheets as read."""

    nama: str
    lembar: tuple[LembarMentah, ...]


@dataclass(frozen=True, slots=True)
class Asal:
    """Where a row of the merged workbook came from: file, row, and the letters of its columns."""

    berkas: str
    lembar: str
    baris: int
    huruf: Mapping[str, str]

    def sel(self, kolom: str) -> str:
        """Return the address of a cell, the row's first when the part has no such column."""
        return f"{self.huruf.get(kolom, 'A')}{self.baris}"


@dataclass(slots=True)
class Gabungan:
    """Base and parts as one workbook, where the parts' rows came from, and what contradicts."""

    lembar: tuple[LembarMentah, ...] = ()
    asal: dict[tuple[str, int], Asal] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)

    def kembalikan(self, temuan_: Iterable[Temuan]) -> tuple[Temuan, ...]:
        """Translate findings to the cells of the parts."""
        return tuple(self._satu(t) for t in temuan_)

    def _satu(self, t: Temuan) -> Temuan:
        nomor = int("".join(c for c in t.sel if c.isdigit()) or 0)
        asal = self.asal.get((t.lembar, nomor))
        if asal is None:
            return t
        return replace(t, lembar=asal.lembar, sel=asal.sel(t.kolom), berkas=asal.berkas)


@dataclass(slots=True)
class _Lembar:
    """A sheet being merged: rows by key, and for each key the place of the part it was last taken from."""

    isi: dict[Kunci, dict[str, IsiSel]]
    asal: dict[Kunci, Asal] = field(default_factory=dict)


def gabungkan(dasar: Iterable[LembarMentah], bagian: Sequence[Bagian]) -> Gabungan:
    """Merge parts into the canonical base; a key that two places fill differently is named."""
    lama = {s.nama: s for s in dasar}
    hasil = Gabungan()
    lembar = (_gabung_lembar(s, lama.get(s.nama), bagian, hasil) for s in SEMUA_LEMBAR)
    hasil.lembar = tuple(s for s in lembar if s is not None)
    return hasil


def _gabung_lembar(
    skema: Lembar, lama: LembarMentah | None, bagian: Sequence[Bagian], hasil: Gabungan
) -> LembarMentah | None:
    milik = [(b.nama, s) for b in bagian for s in b.lembar if samakan(s.nama) == samakan(skema.nama) and s.baris]
    if not milik:
        return lama
    kini = _Lembar({k: dict(v) for k, v in baris_berkunci(skema, lama).items()})
    for berkas, lembar in milik:
        _sisipkan(skema, kini, berkas, lembar, hasil)
    hasil.asal |= {(skema.nama, n): kini.asal[k] for n, k in enumerate(kini.isi, 2) if k in kini.asal}
    kolom = list(dict.fromkeys((*skema.judul, *(j for b in kini.isi.values() for j in b))))
    baris = ((n, tuple(b.get(j) for j in kolom)) for n, b in enumerate(kini.isi.values(), 2))
    return LembarMentah(skema.nama, ((1, tuple(kolom)), *baris))


def _sisipkan(skema: Lembar, kini: _Lembar, berkas: str, lembar: LembarMentah, hasil: Gabungan) -> None:
    judul = _judul(skema, lembar)
    huruf = {j: huruf_kolom(i) for i, j in enumerate(judul) if j}
    for nomor, sel in lembar.baris[1:]:
        baris = {j: sel[i] if i < len(sel) else None for i, j in enumerate(judul) if j}
        teks = {j: _teks(s) for j, s in baris.items()}
        if not any(teks.values()):
            continue
        asal, k = Asal(berkas, lembar.nama, nomor, huruf), kunci_isi(skema, teks)
        if k in kini.asal:
            _catat_bentrok(skema, kini, k, baris, asal, hasil)
        kini.isi[k] = {**kini.isi.get(k, {}), **baris}
        kini.asal[k] = asal


def _catat_bentrok(
    skema: Lembar, kini: _Lembar, k: Kunci, baris: Mapping[str, IsiSel], asal: Asal, hasil: Gabungan
) -> None:
    """Name a key that was filled before: always within one file, else where the two files differ."""
    lain, lama = kini.asal[k], kini.isi[k]
    kolom = next((j for j, s in baris.items() if j in lain.huruf and _teks(s) != _teks(lama.get(j))), None)
    if kolom is None and lain.berkas != asal.berkas:
        return
    kolom = kolom or skema.kunci[0]
    rincian = {
        "kunci": nama_kunci(skema, {j: _teks(s) for j, s in baris.items()}),
        "lain": f"{lain.berkas} {lain.lembar}!{lain.sel(kolom)}",
        "isi": _teks(baris.get(kolom)),
        "isi_lain": _teks(lama.get(kolom)),
    }
    bentrok = temuan(Kode.BAGIAN_BENTROK, asal.lembar, asal.sel(kolom), kolom, **rincian)
    hasil.temuan.append(replace(bentrok, berkas=asal.berkas))


def _judul(skema: Lembar, lembar: LembarMentah) -> list[str]:
    dikenal = {samakan(j): j for j in skema.judul}
    teks = (rapikan(j) if isinstance(j, str) else str(j or "") for j in lembar.baris[0][1])
    return [dikenal.get(samakan(t), t) for t in teks]


def _teks(isi: IsiSel) -> str:
    """Write a raw cell as text for keys and comparisons; special cells by their value."""
    if isi is None:
        return ""
    if isinstance(isi, SelKhusus):
        return str(isi.nilai or "")
    return rapikan(isi) if isinstance(isi, str) else format(isi, ".15g" if isinstance(isi, float) else "d")
