"""Update by parts: a row of a part is added to the base or replaces its key; what the parts lack stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinerja.buku.banding.beda import Kunci, baris_berkunci, kunci_isi, nama_kunci
from kinerja.buku.banding.kanonik import teks_kanonik
from kinerja.buku.pembaca import IsiSel, LembarMentah, SelKhusus
from kinerja.buku.tafsir import LembarTafsir, SelSalah, baca_isi, huruf_kolom, letak_kolom
from kinerja.buku.temuan import Berat, Kode, TemuanBuku, temuan
from kinerja.model.skema import SEMUA_LEMBAR, Lembar
from kinerja.nilai.baca import rapikan
from kinerja.nilai.nama import samakan


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
    temuan: list[TemuanBuku] = field(default_factory=list)

    def kembalikan(self, temuan_: Iterable[TemuanBuku]) -> tuple[TemuanBuku, ...]:
        """Translate findings to the cells of the parts; unknown columns were named already, each in its part."""
        return tuple(self._satu(t) for t in temuan_ if not self.asal or t.kode is not Kode.KOLOM_TAK_DIKENAL)

    def _satu(self, temuan: TemuanBuku) -> TemuanBuku:
        nomor = int("".join(c for c in temuan.sel if c.isdigit()) or 0)
        asal = self.asal.get((temuan.lembar, nomor))
        if asal is None:
            return temuan
        return replace(temuan, lembar=asal.lembar, sel=asal.sel(temuan.kolom), berkas=asal.berkas)


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
        # Find the columns of a part; none when its header is wrong. Columns that are no part of the key may be absent.
        tafsir = LembarTafsir(lembar=skema)
        letak_kolom(tafsir, lembar.baris[0][1] if lembar.baris[0][0] == 1 else ())
        salah = [t for t in tafsir.temuan if t.kode is not Kode.KOLOM_HILANG or t.kolom in skema.kunci]
        hasil.temuan += [replace(t, lembar=lembar.nama, berkas=berkas) for t in salah]
        letak = {} if any(t.tingkat is Berat.GALAT for t in salah) else {**tafsir.letak, **tafsir.letak_lain}
        huruf = {j: huruf_kolom(i) for j, i in letak.items()}
        berkunci = [j for j in letak if j in (*skema.kunci, "Kode", "Sumber")]
        for nomor, sel in lembar.baris[1:] if letak else ():
            baris_sisipkan = {j: sel[i] if i < len(sel) else None for j, i in letak.items()}
            if all(s is None or (isinstance(s, str) and not s.strip()) for s in baris_sisipkan.values()):
                continue
            teks = {j: _teks(skema, j, baris_sisipkan[j]) for j in berkunci}
            asal, k_sisipkan = Asal(berkas, lembar.nama, nomor, huruf), kunci_isi(skema, teks)
            if k_sisipkan in kini.asal:
                _catat_bentrok(
                    skema,
                    kini,
                    k=k_sisipkan,
                    baris=baris_sisipkan,
                    asal=asal,
                    nama=nama_kunci(skema, teks),
                    hasil=hasil,
                )
            kini.isi[k_sisipkan] = {**kini.isi.get(k_sisipkan, {}), **baris_sisipkan}
            kini.asal[k_sisipkan] = asal
    hasil.asal |= {(skema.nama, n): kini.asal[k] for n, k in enumerate(kini.isi, 2) if k in kini.asal}
    kolom = list(dict.fromkeys((*skema.judul, *(j for b in kini.isi.values() for j in b))))
    baris = ((n, tuple(b.get(j) for j in kolom)) for n, b in enumerate(kini.isi.values(), 2))
    return LembarMentah(skema.nama, ((1, tuple(kolom)), *baris))


def _catat_bentrok(
    skema: Lembar, kini: _Lembar, k: Kunci, baris: Mapping[str, IsiSel], asal: Asal, nama: str, hasil: Gabungan
) -> None:
    """Name a key that stands twice in one file, or that two files fill differently."""
    lain, lama = kini.asal[k], kini.isi[k]
    if lain.berkas == asal.berkas:
        kolom = skema.kunci[0]
        rincian = {"kunci": nama, "baris": lain.baris, "kolom_kunci": ", ".join(skema.kunci)}
        ganda = temuan(Kode.KUNCI_GANDA, asal.lembar, asal.sel(kolom), kolom, **rincian)
        hasil.temuan.append(replace(ganda, berkas=asal.berkas))
        return
    for kolom in (j for j in baris if j in lain.huruf):
        di_sini, di_sana = _teks(skema, kolom, baris[kolom]), _teks(skema, kolom, lama.get(kolom))
        if di_sini != di_sana:
            rincian = {"kunci": nama, "lain": f"{lain.berkas} {lain.lembar}!{lain.sel(kolom)}"}
            isi = {"isi": di_sini, "isi_lain": di_sana}
            bentrok = temuan(Kode.BAGIAN_BENTROK, asal.lembar, asal.sel(kolom), kolom, **rincian, **isi)
            hasil.temuan.append(replace(bentrok, berkas=asal.berkas))
            return


def _teks(skema: Lembar, kolom: str, isi: IsiSel) -> str:
    """Write a cell as the text it will be stored as, for keys and comparisons; one that cannot be read as it stands."""
    dikenal = next((k for k in skema.kolom if k.nama == kolom), None)
    if dikenal is not None:
        try:
            return teks_kanonik(baca_isi(dikenal, isi, lambda: ("", None)))
        except SelSalah:
            pass  # it becomes a finding, or is a value that is read by its satuan or scale
    if isinstance(isi, SelKhusus):
        return "" if isi.nilai is None else str(isi.nilai)
    return "" if isi is None else rapikan(str(isi))
