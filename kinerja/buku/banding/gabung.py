"""Update by parts: a row of a part is added to the base or fills its key; what the parts lack stays as it is.

An empty cell lacks its value too: only the word KOSONG empties what stands (DESIGN section 4, "Perbarui").
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinerja.buku.banding.beda import Sebutan
from kinerja.buku.banding.hilang import tulisan
from kinerja.buku.banding.kanonik import teks_mentah
from kinerja.buku.banding.kunci import Kunci, baris_berkunci, kunci_isi, nama_kunci
from kinerja.buku.ejaan.bagian import Bagian, samakan_bagian
from kinerja.buku.katalog.katalog import Berat, Kode
from kinerja.buku.pembaca import IsiSel, LembarMentah
from kinerja.buku.rapi.kode import selaraskan_kode
from kinerja.buku.rapi.semester import selaraskan_semester
from kinerja.buku.sel import KATA_KOSONG, dikosongkan, kutip
from kinerja.buku.tafsir import LembarTafsir, huruf_kolom, letak_kolom
from kinerja.buku.temuan import TemuanBuku, potong, temuan
from kinerja.model.kolom import Lembar
from kinerja.model.skema import ANGGARAN, CAPAIAN, PROFIL, SEMUA_LEMBAR, kunci_baris
from kinerja.nilai.angka import format_angka
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan, samakan_teks
from kinerja.sajian.kalimat import sebagian

TETAP_DISEBUT = 3
"""How many empty cells of a column are named with what stays there."""


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
    """Base and parts as one workbook, where each cell of the parts came from, and what contradicts or stays.

    Attributes:
        lembar: the merged sheets.
        asal: of each row that a part names, the place of its cells by column; under "" that of the row.
        temuan: contradictions, and empty cells whose value stays.
    """

    lembar: tuple[LembarMentah, ...] = ()
    asal: dict[tuple[str, int], Mapping[str, Asal]] = field(default_factory=dict)
    temuan: list[TemuanBuku] = field(default_factory=list)

    def kembalikan(self, temuan_: Iterable[TemuanBuku]) -> tuple[TemuanBuku, ...]:
        """Translate findings to the cells of the parts; unknown columns were named already, each in its part."""
        return tuple(self._satu(t) for t in temuan_ if not self.asal or t.kode is not Kode.KOLOM_TAK_DIKENAL)

    def _satu(self, t: TemuanBuku) -> TemuanBuku:
        nomor = int("".join(c for c in t.sel if c.isdigit()) or 0)
        baris = self.asal.get((t.lembar, nomor))
        if baris is None:
            return t
        asal = baris.get(t.kolom, baris[""])
        return replace(t, lembar=asal.lembar, sel=asal.sel(t.kolom), berkas=asal.berkas)


@dataclass(slots=True)
class _Lembar:
    """A sheet being merged: rows by key, the place of each cell that parts filled, and the empty cells passed over."""

    isi: dict[Kunci, dict[str, IsiSel]]
    asal: dict[Kunci, dict[str, Asal]] = field(default_factory=dict)
    tetap: dict[tuple[str, str, str], list[tuple[str, str]]] = field(default_factory=dict)
    """By file, sheet and column: each empty cell, and what goes on standing there."""
    menurut_wajib: Mapping[tuple[str, ...], Sequence[Kunci]] = field(default_factory=dict)
    """Rows of the base by their required cells, where the whole row is the key."""


def gabungkan(dasar: Iterable[LembarMentah], bagian: Sequence[Bagian]) -> Gabungan:
    """Merge parts into the canonical base; a key that two places fill differently is named, and so is what stays."""
    dasar = tuple(dasar)
    bagian, isian = _terjawab(bagian) if dasar else (bagian, [])
    bagian = [replace(b, lembar=selaraskan_semester(selaraskan_kode(b.lembar, dasar), dasar)) for b in bagian]
    dasar, bagian, catatan = samakan_bagian(dasar, bagian)
    lama = {s.nama: s for s in dasar}
    hasil, sebutan = Gabungan(temuan=[*isian, *catatan]), Sebutan.dari(dasar)
    lembar = (_gabung_lembar(s, lama.get(s.nama), bagian, hasil, sebutan) for s in SEMUA_LEMBAR)
    hasil.lembar = tuple(s for s in lembar if s is not None)
    return hasil


def _terjawab(bagian: Iterable[Bagian]) -> tuple[list[Bagian], list[TemuanBuku]]:
    """Leave out the rows of a form that came back as they were sent: what they say may be older than the base.

    Counted are those of the sheets that a form is there for; on the others it only says what its codes mean.
    """
    hasil, catatan = [], []
    for b in bagian:
        lembar = [replace(s, baris=tuple(r for r in s.baris if r[0] not in s.bentuk.terkirim)) for s in b.lembar]
        hasil.append(replace(b, lembar=tuple(lembar)))
        for s in (s for s in b.lembar if s.bentuk.terkirim and samakan(s.nama) in map(samakan, _DITANYAKAN)):
            isi = {"jumlah": format_angka(len(s.bentuk.terkirim)), "semua": format_angka(len(s.baris) - 1)}
            sel = f"A{min(s.bentuk.terkirim)}"
            catatan.append(replace(temuan(Kode.ISIAN_TETAP, s.nama, sel, **isi), berkas=b.nama))
    return hasil, catatan


_DITANYAKAN = (CAPAIAN.nama, ANGGARAN.nama)


def _gabung_lembar(
    skema: Lembar, lama: LembarMentah | None, bagian: Sequence[Bagian], hasil: Gabungan, sebutan: Sebutan
) -> LembarMentah | None:
    milik = [(b.nama, s) for b in bagian for s in b.lembar if samakan(s.nama) == samakan(skema.nama) and s.baris]
    if not milik:
        return lama
    kini = _Lembar({k: dict(v) for k, v in baris_berkunci(skema, lama).items()})
    if skema.menurut_isi:
        kini.menurut_wajib = himpun((_wajib(skema, isi), k) for k, isi in kini.isi.items())
    for berkas, lembar in milik:
        _sisipkan(skema, kini, berkas=berkas, lembar=lembar, hasil=hasil, sebutan=sebutan)
    hasil.temuan += [_temuan_tetap(tempat, sel) for tempat, sel in kini.tetap.items()]
    hasil.asal |= {(skema.nama, n): kini.asal[k] for n, k in enumerate(kini.isi, 2) if k in kini.asal}
    kolom = list(dict.fromkeys((*skema.judul, *(j for b in kini.isi.values() for j in b))))
    baris = ((n, tuple(b.get(j) for j in kolom)) for n, b in enumerate(kini.isi.values(), 2))
    return LembarMentah(skema.nama, ((1, tuple(kolom)), *baris))


def _sisipkan(
    skema: Lembar, kini: _Lembar, berkas: str, lembar: LembarMentah, hasil: Gabungan, sebutan: Sebutan
) -> None:
    # Find the columns of a part; none when its header is wrong. Columns that are no part of the key may be absent.
    tafsir = LembarTafsir(lembar=skema)
    letak_kolom(tafsir, lembar.baris[0][1] if lembar.baris[0][0] == 1 else ())
    salah = [t for t in tafsir.temuan if t.kode is not Kode.KOLOM_HILANG or t.kolom in skema.kunci]
    hasil.temuan += [replace(t, lembar=lembar.nama, berkas=berkas) for t in salah]
    letak = {} if any(t.tingkat is Berat.GALAT for t in salah) else {**tafsir.letak, **tafsir.letak_lain}
    huruf = {j: huruf_kolom(i) for j, i in letak.items()}
    berkunci = [j for j in letak if j in (*skema.kunci, "Kode", "Sumber")]
    for nomor, sel in lembar.baris[1:] if letak else ():
        baris = {j: sel[i] if i < len(sel) else None for j, i in letak.items()}
        teks = {j: teks_mentah(skema, j, baris[j]) for j in berkunci}
        kunci = kunci_baris(skema, teks)
        terisi = {j: None if dikosongkan(s) and j not in kunci else s for j, s in baris.items() if not _kosong(s)}
        # The template brings the keys of Profil along; one without its value says nothing.
        if not terisi or (skema is PROFIL and terisi.keys() <= set(kunci)):
            continue
        asal, k = Asal(berkas, lembar.nama, nomor, huruf), _kunci_dimaksud(skema, kini, teks)
        _catat_bentrok(skema, kini, k, baris=terisi, asal=asal, nama=nama_kunci(skema, teks), hasil=hasil)
        semula = kini.isi.get(k, {})
        _catat_tetap(skema, kini, k, baris=baris, asal=asal, sebutan=sebutan)
        # A key is known by its base: another spelling of it is no other name.
        kini.isi[k] = {**baris, **semula, **{j: s for j, s in terisi.items() if not semula or j not in kunci}}
        kini.asal[k] = {**kini.asal.get(k, {}), "": asal, **dict.fromkeys(terisi, asal)}


def _wajib(skema: Lembar, isi: Mapping[str, IsiSel]) -> tuple[str, ...]:
    return tuple(samakan_teks(str(isi.get(k.nama) or "")) for k in skema.kolom if k.wajib)


def _kunci_dimaksud(skema: Lembar, kini: _Lembar, teks: Mapping[str, str]) -> Kunci:
    """Return the key of a row of a part.

    Where the whole row is the key, a row with empty cells is the only one of the base that says the same in the others.
    """
    k = kunci_isi(skema, teks)
    if not skema.menurut_isi or k in kini.isi:
        return k
    tertulis = {j: samakan_teks(t) for j, t in teks.items() if t and j in skema.kunci}
    calon = [
        ada
        for ada in kini.menurut_wajib.get(_wajib(skema, teks), ())
        if ada not in kini.asal and all(samakan_teks(str(kini.isi[ada].get(j) or "")) == t for j, t in tertulis.items())
    ]
    return calon[0] if len(calon) == 1 else k


def _kosong(isi: IsiSel) -> bool:
    return isi is None or (isinstance(isi, str) and not isi.strip())


def _catat_tetap(
    skema: Lembar, kini: _Lembar, k: Kunci, baris: Mapping[str, IsiSel], asal: Asal, sebutan: Sebutan
) -> None:
    """Note the empty cells of a row behind which something stands; the word of a column's default is nothing."""
    semula, diisi = kini.isi.get(k, {}), kini.asal.get(k, {})
    bawaan, kunci = {j.nama: j.bawaan for j in skema.kolom}, kunci_baris(skema, semula)
    for kolom, isi in baris.items():
        lama = semula.get(kolom)
        berkunci = kolom in kunci and not skema.menurut_isi
        if not _kosong(isi) or berkunci or kolom in diisi or _kosong(lama) or lama == bawaan.get(kolom):
            continue
        teks = {j: kutip(s) for j, s in semula.items()}
        nama = sebutan.nama(skema, teks)
        tulis = tulisan(next((j for j in skema.kolom if j.nama == kolom), None), kutip(lama))
        sel = f"{asal.sel(kolom)} ({nama_kunci(skema, teks)}{', ' if nama else ''}{nama}) tetap “{potong(tulis, 40)}”"
        kini.tetap.setdefault((asal.berkas, asal.lembar, kolom), []).append((asal.sel(kolom), sel))


def _temuan_tetap(tempat: tuple[str, str, str], sel: Sequence[tuple[str, str]]) -> TemuanBuku:
    berkas, lembar, kolom = tempat
    contoh = sebagian([uraian for _, uraian in sel], TETAP_DISEBUT, "sel lain")
    hasil = temuan(Kode.SEL_TETAP, lembar, sel[0][0], kolom, jumlah=format_angka(len(sel)), kolom=kolom, contoh=contoh)
    return replace(hasil, berkas=berkas)


def _catat_bentrok(
    skema: Lembar, kini: _Lembar, k: Kunci, baris: Mapping[str, IsiSel], asal: Asal, nama: str, hasil: Gabungan
) -> None:
    """Name a key that stands twice in one file, or that two files fill differently; `baris` are its filled cells."""
    diisi, lama = kini.asal.get(k, {}), kini.isi.get(k, {})
    sendiri = next((a for a in diisi.values() if a.berkas == asal.berkas), None)
    if sendiri is not None:
        kolom = skema.kunci[0]
        rincian = {"kunci": nama, "baris": sendiri.baris, "kolom_kunci": ", ".join(skema.kunci)}
        ganda = temuan(Kode.KUNCI_GANDA, asal.lembar, asal.sel(kolom), kolom, **rincian)
        hasil.temuan.append(replace(ganda, berkas=asal.berkas))
        return
    for kolom in (j for j in baris if j in diisi and j not in kunci_baris(skema, lama)):
        di_sini, di_sana = teks_mentah(skema, kolom, baris[kolom]), teks_mentah(skema, kolom, lama.get(kolom))
        if di_sini != di_sana:
            lain = diisi[kolom]
            rincian = {"kunci": nama, "lain": f"{lain.berkas} {lain.lembar}!{lain.sel(kolom)}"}
            isi = {"isi": di_sini or KATA_KOSONG.upper(), "isi_lain": di_sana or KATA_KOSONG.upper()}
            bentrok = temuan(Kode.BAGIAN_BENTROK, asal.lembar, asal.sel(kolom), kolom, **rincian, **isi)
            hasil.temuan.append(replace(bentrok, berkas=asal.berkas))
            return
