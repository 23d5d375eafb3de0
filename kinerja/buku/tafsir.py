"""From cells to typed values: finds the columns of a sheet, reads each cell by its column's kind, keeps its address."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel, LembarMentah, SelKhusus
from kinerja.buku.rapi.mirip import nama_dimaksud
from kinerja.buku.sel import BERANGKA, SelSalah, baca_sel, isi_akhir, kutip, nilai_kosong, teks_polos, tertulis
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.model.istilah import TandaAngka
from kinerja.model.kolom import Jenis, Kolom, Lembar
from kinerja.model.skema import PROFIL, TANDA, kolom_baris
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import JenisNilai, Nilai, memakai_koma_ribuan, rapikan, tampak_koma_ribuan
from kinerja.nilai.kata import tanda_sementara
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala

_INGGRIS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_TUKAR = str.maketrans(",.", ".,")
_NIP = re.compile(r"(?<!\d)(\d{18}|\d{8} \d{6} \d \d{3})(?!\d)")

Konteks = Callable[[Mapping[str, Any]], tuple[str, Skala | None]]
"""Tells satuan and Skala nilai for the value columns of a row."""


@dataclass(slots=True)
class BarisTafsir:
    """A row with typed values by column name, `cacat` when a cell could not be read; `lain` are unknown columns."""

    nomor: int
    isi: dict[str, Any] = field(default_factory=dict)
    cacat: bool = False
    lain: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class LembarTafsir:
    """A sheet with typed rows, the letters of its columns and the findings made on the way."""

    lembar: Lembar
    baris: list[BarisTafsir] = field(default_factory=list)
    letak: dict[str, int] = field(default_factory=dict)
    letak_lain: dict[str, int] = field(default_factory=dict)
    """Columns that are not ours, by header: their cells are kept and looked at for personal numbers only."""
    temuan: list[TemuanBuku] = field(default_factory=list)
    koma_ribuan: frozenset[str] = frozenset()
    """Columns whose commas separate thousands."""
    kolom_ragu: frozenset[str] = frozenset()
    baris_ragu: frozenset[int] = frozenset()
    """Columns, and rows by number, of which some figure shows or seems to show so: one style is meant for all."""

    @property
    def lengkap(self) -> bool:
        """Whether every required column stands."""
        return all(k.nama in self.letak for k in self.lembar.kolom if k.wajib)

    def alamat(self, kolom: str, nomor: int) -> str:
        """Return the address of a cell, the row's first cell when the column does not stand."""
        return f"{huruf_kolom(self.letak.get(kolom, 0))}{nomor}"

    def catat(self, kode: Kode, kolom: str, nomor: int, /, **isi: object) -> None:
        """Record a finding about one cell."""
        self.temuan.append(temuan(kode, self.lembar.nama, self.alamat(kolom, nomor), kolom, **isi))


def huruf_kolom(letak: int) -> str:
    """Return the letters of the column at `letak`, 0 is A."""
    huruf, sisa = "", letak + 1
    while sisa:
        sisa, angka = divmod(sisa - 1, 26)
        huruf = chr(65 + angka) + huruf
    return huruf


def tafsirkan(lembar: Lembar, mentah: LembarMentah, konteks: Konteks) -> LembarTafsir:
    """Read a sheet: its header, then every row; what cannot be read becomes a finding, never an exception."""
    hasil = LembarTafsir(lembar=lembar)
    baris = list(mentah.baris)
    judul = baris[0][1] if baris and baris[0][0] == 1 else ()
    letak_kolom(hasil, judul)
    _gaya_angka(hasil, baris)
    lajur = _lajur(hasil)
    for nomor, sel in baris[1:] if judul else baris:
        hasil.baris.append(_baris(hasil, lajur, nomor, sel, konteks))
    if lembar.wajib and not hasil.baris:
        hasil.temuan.append(temuan(Kode.TANPA_BARIS, lembar.nama, "A2", nama=lembar.nama))
    return hasil


def _gaya_angka(hasil: LembarTafsir, baris: Sequence[tuple[int, tuple[IsiSel, ...]]]) -> None:
    """Find where figures show that commas separate thousands: within a column, and within a row, the style is one."""
    angka = [(k.nama, hasil.letak[k.nama]) for k in hasil.lembar.kolom if k.jenis in BERANGKA and k.nama in hasil.letak]
    berkoma, tampak = set(), set()
    for nomor, sel in baris:
        for nama, letak in angka:
            isi = sel[letak] if letak < len(sel) else None
            if not isinstance(isi, str | SelKhusus) or (isinstance(isi, str) and "," not in isi):
                continue
            teks = tertulis(isi)
            koma = teks.count(",")
            if koma > 1 and memakai_koma_ribuan(teks):
                berkoma.add((nama, nomor))
            elif koma and "." in teks and tampak_koma_ribuan(teks):
                tampak.add((nama, nomor))
    hasil.koma_ribuan = frozenset(nama for nama, _ in berkoma)
    hasil.kolom_ragu = frozenset(nama for nama, _ in berkoma | tampak)
    hasil.baris_ragu = frozenset(nomor for _, nomor in berkoma | tampak)


def letak_kolom(hasil: LembarTafsir, judul: tuple[IsiSel, ...]) -> None:
    """Find the columns by their headers; what is wrong with those becomes findings.

    A header with its unit (Pagu (Rp)) is the column; one that only resembles a column that is gone is asked about.
    """
    dikenal = {samakan(k.nama): k for k in hasil.lembar.kolom}
    lain: dict[str, int] = {}
    for letak, isi in enumerate(judul):
        teks = rapikan(kutip(isi))
        kolom = dikenal.get(samakan(teks))
        if kolom is None:
            if teks:
                lain.setdefault(teks, letak)
        elif kolom.nama in hasil.letak:
            isi_kembar = {"nama": kolom.nama, "lain": hasil.alamat(kolom.nama, 1)}
            alamat = f"{huruf_kolom(letak)}1"
            hasil.temuan.append(temuan(Kode.KOLOM_KEMBAR, hasil.lembar.nama, alamat, kolom.nama, **isi_kembar))
        else:
            hasil.letak[kolom.nama] = letak
    for teks, letak in lain.items():
        bersatuan = _BERSATUAN.fullmatch(teks)
        kolom = dikenal.get(samakan(bersatuan[1])) if bersatuan else None
        if bersatuan and kolom and kolom.nama not in hasil.letak and _SATUAN_KOLOM[kolom.jenis].fullmatch(bersatuan[2]):
            hasil.letak[kolom.nama] = letak
        else:
            hasil.letak_lain[teks] = letak
    dimaksud = _kolom_dimaksud(hasil)
    for kolom in hasil.lembar.kolom:
        if kolom.wajib and kolom.nama not in hasil.letak and kolom.nama not in dimaksud:
            hasil.temuan.append(temuan(Kode.KOLOM_HILANG, hasil.lembar.nama, "A1", kolom.nama, nama=kolom.nama))


_BERSATUAN = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]")
_RUPIAH = re.compile(r"(?i)(?:dalam\s+)?(?:rp\.?|rupiah|idr)")
_PERSEN = re.compile(r"(?i)%|persen|nilai|angka")
_TANPA_SATUAN = re.compile(r"(?!)")
_SATUAN_KOLOM: dict[Jenis, re.Pattern[str]] = {
    **dict.fromkeys(Jenis, _TANPA_SATUAN),
    Jenis.UANG: _RUPIAH,
    Jenis.NILAI: _PERSEN,
    Jenis.CAPAIAN: _PERSEN,
}
"""The unit that a header may carry behind its name, in parentheses."""
_KELIPATAN = re.compile(r"(?i)\b(ribu|ribuan|juta|jutaan|miliar|milyar|triliun)\b")


def _kolom_dimaksud(hasil: LembarTafsir) -> set[str]:
    """Name every unknown column, and the one of ours that is gone and was meant by it; return those."""
    hilang = [k.nama for k in hasil.lembar.kolom if k.nama not in hasil.letak]
    dimaksud: dict[str, str | None] = {}
    for teks in hasil.letak_lain:
        lain = nama_dimaksud(teks, [k for k in hilang if k not in dimaksud.values()])
        dimaksud[teks] = lain or nama_dimaksud(teks, filter(None, dimaksud.values()))
    banyak = Counter(dimaksud.values())
    for teks, letak in hasil.letak_lain.items():
        sel, nama = f"{huruf_kolom(letak)}1", dimaksud[teks]
        if nama is None:
            hasil.temuan.append(temuan(Kode.KOLOM_TAK_DIKENAL, hasil.lembar.nama, sel, teks, nama=teks))
            continue
        cara = f"Ubah judul di {sel} menjadi {nama}"
        if banyak[nama] > 1:
            cara = f"Tulis satu baris untuk setiap tahun atau triwulan, angkanya pada satu kolom {nama}"
        if _KELIPATAN.search(teks):
            cara += " dan tulis angkanya dalam satuan penuh"
        hasil.temuan.append(temuan(Kode.KOLOM_MIRIP, hasil.lembar.nama, sel, nama, nama=nama, isi=teks, cara=cara))
    return set(filter(None, dimaksud.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lajur:
    """A column while its sheet is read.

    Attributes:
        kolom: which it is.
        letak: where it stands, None where it does not.
        kosong: what an empty cell stands for; None as a whole where there is something to be said about it.
        tetap: whether a cell says the same in every row, whatever else stands there.
        terbaca: cells that were read without a finding, and what is kept of them; most of a column come again.
    """

    kolom: Kolom
    letak: int | None
    kosong: tuple[Any] | None
    tetap: bool
    terbaca: dict[str | int, Any] = field(default_factory=dict)

    def isi(self, sel: tuple[IsiSel, ...]) -> IsiSel:
        return sel[self.letak] if self.letak is not None and self.letak < len(sel) else None


def _lajur(hasil: LembarTafsir) -> tuple[_Lajur, ...]:
    """Columns of values come last: how they are read depends on the others (code, satuan, scale, Target hitung)."""
    menurut_baris = hasil.lembar is PROFIL
    return tuple(
        _Lajur(
            kolom=k,
            letak=hasil.letak.get(k.nama),
            kosong=None if menurut_baris or (k.wajib and k.nama in hasil.letak) else (nilai_kosong(k),),
            tetap=not menurut_baris and k.jenis is not Jenis.NILAI and not k.bertanda,
        )
        for k in sorted(hasil.lembar.kolom, key=lambda k: (k.jenis is Jenis.NILAI, bool(k.pengganti)))
    )


def _baris(
    hasil: LembarTafsir, lajur: tuple[_Lajur, ...], nomor: int, sel: tuple[IsiSel, ...], konteks: Konteks
) -> BarisTafsir:
    baris, biasa = BarisTafsir(nomor), nomor not in hasil.baris_ragu
    for satu in lajur:
        isi, nama = satu.isi(sel), satu.kolom.nama
        if isi is None and satu.kosong:
            baris.isi[nama] = satu.kosong[0]
        elif not (satu.tetap and biasa and isinstance(isi, str | int)):
            _baca_sel(hasil, baris, kolom_baris(hasil.lembar, satu.kolom, baris.isi), isi, konteks)
        elif isi in satu.terbaca:
            baris.isi[nama] = satu.terbaca[isi]
        else:
            sebelum = len(hasil.temuan)
            _baca_sel(hasil, baris, satu.kolom, isi, konteks)
            if len(hasil.temuan) == sebelum:
                satu.terbaca[isi] = baris.isi[nama]
    for judul, letak in hasil.letak_lain.items():
        if letak < len(sel) and isinstance(sel[letak], str | int) and _NIP.search(str(sel[letak])):
            alamat = f"{huruf_kolom(letak)}{nomor}"
            hasil.temuan.append(temuan(Kode.NOMOR_PRIBADI, hasil.lembar.nama, alamat, judul))
    lain = {j: teks_polos(sel[i]) for j, i in hasil.letak_lain.items() if i < len(sel)}
    baris.lain = {j: t for j, t in lain.items() if t}
    return baris


def _baca_sel(hasil: LembarTafsir, baris: BarisTafsir, kolom: Kolom, isi: IsiSel, konteks: Konteks) -> None:
    try:
        ragu = kolom.nama in hasil.kolom_ragu or baris.nomor in hasil.baris_ragu
        berkoma = kolom.nama in hasil.koma_ribuan
        nilai = baca_sel(kolom, isi, lambda: konteks(baris.isi), koma_ribuan=berkoma, koma_ragu=ragu)
    except SelSalah as salah:
        # Return a text that nobody can calculate with, where another column of its row says the figure that counts.
        pengganti = baris.isi.get(kolom.pengganti)
        if not isinstance(isi, str) or not isinstance(pengganti, Nilai) or not pengganti.ada:
            diganti = None
        else:
            diganti = Nilai(teks=" ".join(isi.split()), jenis=JenisNilai.TEKS)
        nilai = diganti
        if nilai is None:
            nilai = nilai_kosong(kolom)
            baris.cacat = True
            hasil.catat(salah.kode, kolom.nama, baris.nomor, **salah.isi)
    else:
        if kolom.kode and isinstance(isi, float) and not isi.is_integer():
            hasil.catat(Kode.KODE_ANGKA, kolom.nama, baris.nomor, isi=nilai, kolom=kolom.nama)
        if kolom.wajib and nilai in ("", None) and kolom.nama in hasil.letak:
            baris.cacat = True
            bantuan = f"salah satu dari {', '.join(kolom.pilihan)}" if kolom.pilihan else kolom.bantuan
            hasil.catat(Kode.SEL_KOSONG, kolom.nama, baris.nomor, kolom=kolom.nama, bantuan=bantuan)
    if isinstance(nilai, Nilai):
        nilai = _bersihkan(hasil, baris, kolom, nilai)
    elif isinstance(isi, SelKhusus) and isi.jenis == "kaki" and str(nilai) == isi.nilai:
        hasil.catat(Kode.TANDA_KAKI, kolom.nama, baris.nomor, isi=isi.rincian, angka=nilai)
    teks = nilai.teks if isinstance(nilai, Nilai) else nilai
    if isinstance(teks, str) and len(teks) >= 18 and _NIP.search(teks):
        hasil.catat(Kode.NOMOR_PRIBADI, kolom.nama, baris.nomor)
    baris.isi[kolom.nama] = isi_akhir(kolom, nilai)


def _bersihkan(hasil: LembarTafsir, baris: BarisTafsir, kolom: Kolom, nilai: Nilai) -> Nilai:
    """Warn of commas between thousands and of footnotes; what is kept has neither, so that it reads back the same."""
    if nilai.gaya_inggris and nilai.angka is not None:
        hasil.catat(Kode.RIBUAN_INGGRIS, kolom.nama, baris.nomor, isi=nilai.teks, angka=format_angka(nilai.angka))
        nilai = replace(nilai, teks=_INGGRIS.sub(lambda m: m[0].translate(_TUKAR), nilai.teks), gaya_inggris=False)
    if nilai.tanda:
        # Put a star into column Tanda, where the figure is one that this column speaks of.
        if not kolom.bertanda or not tanda_sementara(nilai.tanda):
            tandai_sementara = False
        else:
            ada = [t for t in str(baris.isi.get(TANDA) or "").split("; ") if t]
            pilihan = hasil.lembar.cari(TANDA).pilihan
            baris.isi[TANDA] = "; ".join(p for p in pilihan if p in (*ada, TandaAngka.SEMENTARA))
            tandai_sementara = True
        if not tandai_sementara:
            hasil.catat(Kode.TANDA_KAKI, kolom.nama, baris.nomor, isi=nilai.tanda, angka=nilai.teks)
        nilai = replace(nilai, tanda="")
    return nilai
