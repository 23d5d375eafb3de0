"""Rows of a printed form that are no data: what stands above the header, numbers of columns, totals, signatures.

A total is tested against what it adds and left out; rows of formulas without a result are left out; the rest is an
error that names it. What is left out is always said.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import BukuMentah, IsiSel, LembarMentah, SelKhusus, berisi, tanpa_isi
from kinerja.buku.rapi.jumlah import (
    Baris,
    Sebutan,
    berkode,
    menurut_nama_uang,
    nama_jumlah,
    penyebut,
    sebutan_jumlah,
    uji_jumlah,
)
from kinerja.buku.rapi.sela import nomor_kolom, sela
from kinerja.buku.sel import BERANGKA, teks_polos
from kinerja.buku.tafsir import LembarTafsir, huruf_kolom, letak_kolom
from kinerja.buku.temuan import BukuDitolak, TemuanBuku, temuan
from kinerja.model.kolom import Jenis, Lembar
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.nama import samakan
from kinerja.sajian.kalimat import daftar

DISEBUT = frozenset({Kode.NOMOR_KOLOM, Kode.BARIS_SELA, Kode.BARIS_KAKI})
"""Rows that are named: a sheet that holds only such ones is not called empty."""
JUDUL_TERJAUH = 20
"""Rows looked through for the header."""
JUMLAH_TERBANYAK = 200
"""Where more rows are called like totals, they are lines unless the word stands alone, and add what is above them."""
KAKI_TERISI = 3
"""A row with more filled cells is no signature."""
Rentang = tuple[int, int, int, int]
_BERKATA = re.compile(r"[^\W\d].*[\s,:]")
_KATA_KAKI = re.compile(
    r"(?:mengetahui|menyetujui|kepala|plt\b|plh\b|pj\b|bupati|wali ?kota|gubernur|sekretaris|camat|lurah|nip\b"
    r"|a\.?n\.? |ttd\b|pejabat|disusun|dibuat|diperiksa|dicetak|halaman\b|sumber\s*:|keterangan\s*:?$|catatan\s*:"
    r"|ket\.?\s*:|\*+\s?\)|[a-z\d]\)\s)|[^\d]*,\s*\d{1,2}\s+[^\W\d]+\s+\d{4}$|[^\W\d][\w ]*,$",
    re.IGNORECASE,
)
"""How the lines of a signature and of notes begin, or the place before its date."""
_BERHURUF = re.compile(r"[^\W\d_]")
NIP_TERKECIL = 10**14
"""A number of so many digits is no figure of ours."""
_BERKALIMAT = frozenset({Jenis.TAHUN, Jenis.UANG, Jenis.BILANGAN, Jenis.DAFTAR, Jenis.NILAI})


@dataclass(slots=True, kw_only=True)
class _Tersaring:
    """A sheet being looked through: its columns by name, the rows left, what was found."""

    skema: Lembar
    nama: str
    letak: dict[str, int]
    baris: list[Baris]
    temuan: list[TemuanBuku]

    def isi(self, sel: Sequence[IsiSel], kolom: str) -> IsiSel:
        letak = self.letak.get(kolom, len(sel))
        return sel[letak] if letak < len(sel) else None

    def wajib(self, sel: Sequence[IsiSel]) -> list[IsiSel]:
        """Return the cells that must be filled, of the columns that stand: one that is gone is named elsewhere."""
        return [self.isi(sel, k.nama) for k in self.skema.kolom if k.wajib and k.nama in self.letak]

    def catat(self, kode: Kode, nomor: int, letak: int = 0, **rincian: object) -> None:
        self.temuan.append(temuan(kode, self.nama, f"{huruf_kolom(letak)}{nomor}", **rincian))


def saring(mentah: BukuMentah) -> BukuMentah:
    """Return a workbook without the rows that are no data, with findings about them.

    Raises:
        BukuDitolak: when no row is left.
    """
    skema = {samakan(s.nama): s for s in SEMUA_LEMBAR}
    catatan, lembar = list(mentah.temuan), []
    for satu in mentah.lembar:
        if not satu.utuh or not satu.baris:
            lembar.append(satu)
            continue
        bersih, baru = _saring_lembar(skema[samakan(satu.nama)], satu)
        if any(t.kode is Kode.JUDUL_DI_BARIS for t in baru):
            # Merged cells of a title are none of the header's.
            catatan = [t for t in catatan if t.kode is not Kode.JUDUL_DIGABUNG or t.lembar != satu.nama]
        lembar.append(bersih)
        catatan += baru
    if all(s.utuh and not berisi(s) for s in lembar) and all(t.kode not in DISEBUT for t in catatan):
        raise BukuDitolak(tanpa_isi({s.nama: () for s in lembar}))
    return BukuMentah(tuple(lembar), tuple(catatan))


def _saring_lembar(skema: Lembar, lembar: LembarMentah) -> tuple[LembarMentah, list[TemuanBuku]]:
    semua = list(lembar.baris)
    # Return the place of the row that knows most of the sheet's headers; the first one unless another knows more.
    nilai = [_cocok(skema, sel) for _, sel in semua[:JUDUL_TERJAUH]]
    terbaik = max(range(len(nilai)), key=lambda i: (nilai[i], -i))
    letak_judul = terbaik if nilai[terbaik] > 1 else 0
    judul = semua[letak_judul]
    tafsir = LembarTafsir(lembar=skema)
    letak_kolom(tafsir, judul[1])
    isi = _Tersaring(skema=skema, nama=lembar.nama, letak=tafsir.letak, baris=semua[letak_judul + 1 :], temuan=[])
    if judul[0] != 1 and _cocok(skema, judul[1]) > 1:
        atas = f"baris 1 sampai {judul[0] - 1}" if judul[0] > 2 else "baris 1"
        isi.catat(Kode.JUDUL_DI_BARIS, judul[0], baris=judul[0], atas=atas)
        judul = (1, judul[1])
    elif judul[0] != 1:
        return lembar, []  # no header at all: the columns that are missing are named
    melintang = _rapatkan(isi, lembar.bentuk.gabungan)
    _tanpa_nomor_kolom(isi)
    _tanpa_rumus_kosong(isi, lembar.bentuk.rumus)
    _tanpa_kaki(isi)
    _tanpa_jumlah(isi)
    _tanpa_sela(isi)
    _tolak_gabungan(isi, lembar.bentuk.gabungan, melintang)
    return replace(lembar, baris=(judul, *isi.baris)), isi.temuan


def _cocok(skema: Lembar, sel: Sequence[IsiSel]) -> int:
    dikenal = {samakan(j) for j in skema.judul}
    return sum(isinstance(isi, str) and samakan(isi) in dikenal for isi in sel)


def _terisi(sel: Sequence[IsiSel]) -> list[tuple[int, IsiSel]]:
    return [(i, isi) for i, isi in enumerate(sel) if isi is not None and isi != ""]


def _rapatkan(isi: _Tersaring, gabungan: Sequence[Rentang]) -> dict[Rentang, list[str]]:
    """Leave what merged cells say to their first cell, where it cannot be meant for every column they lie over.

    That is a figure beside anything that is not a target like itself, and two parts of a key.

    Returns:
        Those merged cells, with the columns they lie over.
    """
    melintang: dict[Rentang, list[str]] = {}
    for rentang in gabungan:
        _, k1, _, k2 = rentang
        kolom = [isi.skema.cari(n) for n, i in sorted(isi.letak.items(), key=lambda x: x[1]) if k1 <= i + 1 <= k2]
        berangka = any(k.jenis in BERANGKA for k in kolom) and not all(k.target for k in kolom)
        kunci = 0 if isi.skema.menurut_isi else sum(k.nama in isi.skema.kunci for k in kolom)
        if len(kolom) > 1 and (berangka or kunci > 1):
            melintang[rentang] = [k.nama for k in kolom]
    tutup: defaultdict[int, set[int]] = defaultdict(set)
    for rentang in melintang:
        for i in _letak_baris(isi, rentang):
            tutup[i].update(range(rentang[1], rentang[3]))
    for i, kosong in tutup.items():
        nomor, sel = isi.baris[i]
        isi.baris[i] = (nomor, tuple(None if k in kosong else satu for k, satu in enumerate(sel)))
    return melintang


def _letak_baris(isi: _Tersaring, rentang: Rentang) -> range:
    """Return where the rows of merged cells stand among those that are left."""
    awal = bisect_left(isi.baris, rentang[0], key=itemgetter(0))
    return range(awal, bisect_right(isi.baris, rentang[2], key=itemgetter(0)))


def _tolak_gabungan(isi: _Tersaring, gabungan: Sequence[Rentang], melintang: Mapping[Rentang, Sequence[str]]) -> None:
    """Name merged cells that cannot count for all they cover: over several columns, or one amount for several rows.

    A row that holds nothing else is the heading of a part, and goes.
    """
    uang = {isi.letak[k.nama]: k.nama for k in isi.skema.kolom if k.jenis is Jenis.UANG and k.nama in isi.letak}
    judul: set[int] = set()
    for rentang in gabungan:
        r1, k1, r2, k2 = rentang
        if rentang not in melintang and not (r2 > r1 and k1 - 1 in uang):
            continue
        baris = [isi.baris[i] for i in _letak_baris(isi, rentang)]
        teks = teks_polos(baris[0][1][k1 - 1]) if baris and len(baris[0][1]) >= k1 else ""
        if not teks or (rentang not in melintang and len(baris) < 2):
            continue
        apa = f"kolom {daftar(melintang[rentang])}" if rentang in melintang else f"{uang[k1 - 1]} {len(baris)} baris"
        letak = f"{huruf_kolom(k1 - 1)}{r1}:{huruf_kolom(k2 - 1)}{r2}"
        isi.catat(Kode.SEL_GABUNGAN, r1, k1 - 1, rentang=letak, isi=teks, apa=apa)
        judul |= {nomor for nomor, sel in baris if all(k == k1 - 1 for k, _ in _terisi(sel))}
    isi.baris = [b for b in isi.baris if b[0] not in judul]


def _tanpa_nomor_kolom(isi: _Tersaring) -> None:
    """Name a row 1 2 3 ... under the header; a row of data has words in it."""
    if not isi.baris:
        return
    nomor, sel = isi.baris[0]
    urutan = nomor_kolom(isi.skema, sel)
    if urutan:
        isi.catat(Kode.NOMOR_KOLOM, nomor, baris=nomor, isi=urutan)
        del isi.baris[0]


def _tanpa_sela(isi: _Tersaring) -> None:
    """Name the rows between the lines that are a header once more, units, or the heading of a group."""
    ditemukan = set()
    for nomor, sel in isi.baris:
        if temu := sela(isi.skema, isi.letak, sel):
            letak, teks = _terisi(sel)[0]
            isi.catat(Kode.BARIS_SELA, nomor, letak, baris=nomor, apa=temu.apa, isi=teks_polos(teks), cara=temu.cara)
            ditemukan.add(nomor)
    isi.baris = [b for b in isi.baris if b[0] not in ditemukan]


def _tanpa_rumus_kosong(isi: _Tersaring, rumus: frozenset[int]) -> None:
    """Leave out rows of pulled-down formulas without a result, of numbers beside our columns, and of spaces."""
    wajib = {isi.letak[k.nama] for k in isi.skema.kolom if k.wajib and k.nama in isi.letak}

    def tanpa_hasil(sel: Sequence[IsiSel]) -> bool:
        if any(isinstance(satu, SelKhusus) and satu.jenis == "rumus" for satu in sel):
            return False  # nobody knows what comes out of it
        return all(map(_hampa, isi.wajib(sel)[:1])) and all(_hampa(s) for i, s in enumerate(sel) if i not in wajib)

    dikenal = set(isi.letak.values())
    kosong = [nomor for nomor, sel in isi.baris if nomor in rumus and tanpa_hasil(sel)]
    asing = [nomor for nomor, sel in isi.baris if _hanya_nomor(dikenal, sel)]
    for apa, nomor in (("rumus tanpa hasil", kosong), ("angka di luar kolom yang dikenal", asing)):
        if nomor:
            isi.catat(Kode.RUMUS_KOSONG, nomor[0], jumlah=len(nomor), baris=_rentang(nomor), apa=apa)
    spasi = (nomor for nomor, sel in isi.baris if all(isinstance(s, str) and not s.strip() for _, s in _terisi(sel)))
    dibuang = {*kosong, *asing, *spasi}
    isi.baris = [b for b in isi.baris if b[0] not in dibuang]


def _hanya_nomor(dikenal: Collection[int], sel: Sequence[IsiSel]) -> bool:
    """Tell whether a row holds only numbers, in columns that are not ours: a column No that goes on below the lines."""
    return bool(sel) and all(
        satu is None or (isinstance(satu, int | float) and i not in dikenal) for i, satu in enumerate(sel)
    )


def _hampa(isi: IsiSel) -> bool:
    """Tell whether a formula's result says nothing: empty, 0, false or an error."""
    if isinstance(isi, SelKhusus):
        return isi.jenis == "galat" or (isi.jenis in ("persen", "logis") and not isi.nilai)
    return not (isi.strip(" -") if isinstance(isi, str) else isi)


def _rentang(nomor: Sequence[int]) -> str:
    return f"{nomor[0]} sampai {nomor[-1]}" if len(nomor) > 1 else str(nomor[0])


def _tanpa_kaki(isi: _Tersaring) -> None:
    """Name the lines under a table: texts in a few cells, required cells empty, a sentence where a figure belongs."""
    mulai = len(isi.baris)
    while mulai and _mungkin_kaki(isi, isi.baris[mulai - 1][1]):
        mulai -= 1
    kaki = isi.baris[mulai:]
    if not any(_berkalimat(isi, sel) for _, sel in kaki):
        return
    pertama, sel = kaki[0]
    letak, teks = _terisi(sel)[0]
    nomor = [n for n, _ in kaki]
    isi.catat(Kode.BARIS_KAKI, pertama, letak, baris=_rentang(nomor), isi=teks_polos(teks))
    del isi.baris[mulai:]


def _mungkin_kaki(isi: _Tersaring, sel: Sequence[IsiSel]) -> bool:
    terisi = [satu for _, satu in _terisi(sel)]
    if len(terisi) > KAKI_TERISI:
        return False
    berkata = any(isinstance(satu, str) and _KATA_KAKI.match(satu.strip()) for satu in terisi)
    tahun = (isi.isi(sel, k.nama) for k in isi.skema.kolom if k.jenis is Jenis.TAHUN)
    bukan_tahun = any(isinstance(satu, str) and _BERHURUF.search(satu) for satu in tahun)
    return all(_kata(satu, berkata=berkata) for satu in terisi) and (bukan_tahun or None in isi.wajib(sel))


def _kata(isi: IsiSel, *, berkata: bool) -> bool:
    """Tell whether a cell may belong to a signature: a text, the day, a NIP; a number beside words of one."""
    if isinstance(isi, SelKhusus):
        return isi.jenis in ("kaki", "tanggal")
    if isinstance(isi, int | float):
        return berkata or abs(isi) >= NIP_TERKECIL
    return isinstance(isi, str) and not nama_jumlah(isi)


def _berkalimat(isi: _Tersaring, sel: Sequence[IsiSel]) -> bool:
    """Tell whether words stand where a code, a year, a figure or a word of a list belongs, or all alone in a row."""
    for kolom in isi.skema.kolom:
        teks = isi.isi(sel, kolom.nama)
        if (kolom.jenis in _BERKALIMAT or berkode(kolom)) and isinstance(teks, str) and _BERKATA.search(teks):
            return True
    if any(isinstance(satu, str) and _KATA_KAKI.match(satu.strip()) for satu in sel):
        return True
    wajib = isi.wajib(sel)
    kosong = sum(satu is None for satu in wajib)
    return len(_terisi(sel)) == 1 and (kosong >= KAKI_TERISI or len(wajib) == kosong > 1)


def _tanpa_jumlah(isi: _Tersaring) -> None:
    """Leave out rows that call themselves a total where a name, a year or a number stands; test what each adds."""
    sebutan = {isi.letak[k.nama] for k in isi.skema.kolom if k.nama in isi.letak and penyebut(isi.skema, k)}
    dikenal = set(isi.letak.values())

    def adalah_jumlah(sel: Sequence[IsiSel]) -> bool:
        bernama = [i for i, satu in enumerate(sel) if isinstance(satu, str) and nama_jumlah(satu)]
        if not bernama or any(i in sebutan for i in bernama):
            return bool(bernama)
        tanpa_kunci = all(not isinstance(satu, str) or nama_jumlah(satu) for satu in isi.wajib(sel))
        return tanpa_kunci and any(i not in dikenal for i in bernama)

    polos = {nomor for nomor, sel in isi.baris if adalah_jumlah(sel)}

    @cache
    def menurut_nama() -> dict[str, list[Baris]]:
        return menurut_nama_uang(isi.skema, isi.letak, (b for b in isi.baris if b[0] not in polos))

    jumlah = _sebutan(isi, polos, menurut_nama)
    baris = [b for b in isi.baris if b[0] not in jumlah]
    bukan, sejak = set(), 0
    for nomor, (sel, sebut) in jumlah.items():
        semua = [b for b in menurut_nama()[sebut.kelompok] if b[0] not in jumlah] if sebut.kelompok else baris
        # Those since the total before it, else all that it may add.
        di_atas = semua[bisect_right(semua, sejak, key=itemgetter(0)) : bisect_left(semua, nomor, key=itemgetter(0))]
        sejak = nomor
        hasil, sama = uji_jumlah(isi.skema, isi.letak, sel, di_atas, sebut)
        if not sama and len(jumlah) <= JUMLAH_TERBANYAK:
            hasil, sama = uji_jumlah(isi.skema, isi.letak, sel, semua, sebut)
        if not (sama or sebut.pasti):
            bukan.add(nomor)
            continue
        kode = Kode.BARIS_JUMLAH_BEDA if sama is False else Kode.BARIS_JUMLAH
        isi.catat(kode, nomor, sebut.kolom, isi=" ".join(sebut.nama.split()), hasil=hasil)
    isi.baris = [b for b in isi.baris if b[0] not in jumlah or b[0] in bukan]


def _sebutan(
    isi: _Tersaring, polos: Collection[int], nama_baris: Callable[[], Collection[str]]
) -> dict[int, tuple[Sequence[IsiSel], Sebutan]]:
    """Return the rows that may be totals: those of the word alone, and those that name what they add."""
    hasil: dict[int, tuple[Sequence[IsiSel], Sebutan]] = {}
    for nomor, sel in isi.baris:
        if nomor in polos:
            kolom, nama = next((i, satu) for i, satu in enumerate(sel) if isinstance(satu, str) and nama_jumlah(satu))
            hasil[nomor] = sel, Sebutan(kolom=kolom, nama=nama)
        elif calon := sebutan_jumlah(isi.skema, isi.letak, sel, nama_baris):
            hasil[nomor] = sel, calon
    ragu = [n for n, (_, sebut) in hasil.items() if not sebut.pasti]
    for nomor in ragu if len(ragu) > JUMLAH_TERBANYAK else ():
        del hasil[nomor]
    return hasil
