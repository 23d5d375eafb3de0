"""From cells to typed values: finds the columns of a sheet, reads each cell by its column's kind, keeps its address."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from kinerja.buku.pembaca import IsiSel, LembarMentah, SelKhusus
from kinerja.buku.temuan import Kode, TemuanBuku, temuan
from kinerja.model.istilah import Status
from kinerja.model.skema import Jenis, Kolom, Lembar
from kinerja.nilai.angka import desimal, format_angka, format_tanggal
from kinerja.nilai.baca import KOSONG, JenisNilai, Nilai, NilaiTakTerbaca, baca_nilai, nilai_persen, rapikan
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala

TAHUN_AWAL, TAHUN_AKHIR = 1990, 2100
_NIP = re.compile(r"(?<!\d)(\d{18}|\d{8} \d{6} \d \d{3})(?!\d)")

KATA_KOSONG = "kosong"
"""What empties a cell of an update; anywhere else it is as good as an empty cell."""

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


class SelSalah(Exception):  # noqa: N818 - Indonesian for "wrong cell"
    """A cell that cannot be read; carries the code of its finding and what fills the message."""

    def __init__(self, kode: Kode, **isi: object) -> None:
        super().__init__(kode)
        self.kode = kode
        self.isi = isi


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
    for nomor, sel in baris[1:] if judul else baris:
        hasil.baris.append(_baris(hasil, nomor, sel, konteks))
    if lembar.wajib and not hasil.baris:
        hasil.temuan.append(temuan(Kode.TANPA_BARIS, lembar.nama, "A2", nama=lembar.nama))
    return hasil


def letak_kolom(hasil: LembarTafsir, judul: tuple[IsiSel, ...]) -> None:
    """Find the columns by their headers; what is wrong with those becomes findings."""
    dikenal = {samakan(k.nama): k.nama for k in hasil.lembar.kolom}
    for letak, isi in enumerate(judul):
        teks = rapikan(isi) if isinstance(isi, str) else str(isi or "")
        if teks:
            nama = dikenal.get(samakan(teks))
            sel = f"{huruf_kolom(letak)}1"
            if nama is None:
                hasil.letak_lain.setdefault(teks, letak)
                hasil.temuan.append(temuan(Kode.KOLOM_TAK_DIKENAL, hasil.lembar.nama, sel, teks, nama=teks))
            elif nama in hasil.letak:
                lain = hasil.alamat(nama, 1)
                hasil.temuan.append(temuan(Kode.KOLOM_KEMBAR, hasil.lembar.nama, sel, nama, nama=nama, lain=lain))
            else:
                hasil.letak[nama] = letak
    for kolom in hasil.lembar.kolom:
        if kolom.wajib and kolom.nama not in hasil.letak:
            hasil.temuan.append(temuan(Kode.KOLOM_HILANG, hasil.lembar.nama, "A1", kolom.nama, nama=kolom.nama))


def _baris(hasil: LembarTafsir, nomor: int, sel: tuple[IsiSel, ...], konteks: Konteks) -> BarisTafsir:
    baris = BarisTafsir(nomor)
    for kolom in _urutan_baca(hasil.lembar):
        letak = hasil.letak.get(kolom.nama)
        isi = sel[letak] if letak is not None and letak < len(sel) else None
        try:
            nilai = baca_isi(kolom, isi, lambda: konteks(baris.isi))
        except SelSalah as salah:
            nilai = nilai_kosong(kolom)
            baris.cacat = True
            hasil.catat(salah.kode, kolom.nama, baris.nomor, **salah.isi)
        else:
            if kolom.wajib and nilai in ("", None) and kolom.nama in hasil.letak:
                baris.cacat = True
                hasil.catat(Kode.SEL_KOSONG, kolom.nama, baris.nomor, kolom=kolom.nama, bantuan=kolom.bantuan)
        baris.isi[kolom.nama] = nilai
        if isinstance(nilai, Nilai) and nilai.gaya_inggris and nilai.angka is not None:
            hasil.catat(Kode.RIBUAN_INGGRIS, kolom.nama, baris.nomor, isi=nilai.teks, angka=format_angka(nilai.angka))
        teks = nilai.teks if isinstance(nilai, Nilai) else nilai
        if isinstance(teks, str) and len(teks) >= 18 and _NIP.search(teks):
            hasil.catat(Kode.NOMOR_PRIBADI, kolom.nama, baris.nomor)
    for judul, letak in hasil.letak_lain.items():
        if letak < len(sel) and isinstance(sel[letak], str | int) and _NIP.search(str(sel[letak])):
            alamat = f"{huruf_kolom(letak)}{nomor}"
            hasil.temuan.append(temuan(Kode.NOMOR_PRIBADI, hasil.lembar.nama, alamat, judul))
    lain = {j: _teks_lain(sel[i]) for j, i in hasil.letak_lain.items() if i < len(sel)}
    baris.lain = {j: t for j, t in lain.items() if t}
    return baris


def _teks_lain(isi: IsiSel) -> str:
    """Write a cell of an unknown column: kept, never interpreted."""
    if isi is None or dikosongkan(isi) or (isinstance(isi, SelKhusus) and isi.nilai is None):
        return ""
    return (
        str(isi.nilai)
        if isinstance(isi, SelKhusus) and isi.jenis != "persen"
        else _teks(Kolom(nama="", bantuan=""), isi)
    )


def _urutan_baca(lembar: Lembar) -> Iterator[Kolom]:
    """Columns of values come last: how they are read depends on the others (code, satuan, scale)."""
    yield from (k for k in lembar.kolom if k.jenis is not Jenis.NILAI)
    yield from (k for k in lembar.kolom if k.jenis is Jenis.NILAI)


def nilai_kosong(kolom: Kolom) -> Any:
    """What an empty cell of the column stands for."""
    if kolom.jenis in (Jenis.NILAI, Jenis.CAPAIAN):
        return KOSONG
    if kolom.jenis in (Jenis.TAHUN, Jenis.UANG, Jenis.BILANGAN):
        return None
    return kolom.bawaan


def dikosongkan(isi: IsiSel) -> bool:
    """Tell whether a cell says in a word that it is empty: KOSONG, however its letters and spaces are typed."""
    return isinstance(isi, str) and KATA_KOSONG in isi.casefold() and samakan(isi) == KATA_KOSONG


def baca_isi(kolom: Kolom, isi: IsiSel, konteks: Callable[[], tuple[str, Skala | None]]) -> Any:
    """Read one cell by the kind of its column.

    Raises:
        SelSalah: when it cannot be read.
    """
    _tolak_khusus(kolom, isi)
    if isi is None or (isinstance(isi, str) and not isi.strip()):
        return nilai_kosong(kolom)
    # What a report prints is quoted, whatever it says.
    if dikosongkan(isi) and not (kolom.jenis is Jenis.APA_ADANYA and kolom.wajib):
        return nilai_kosong(kolom)
    if kolom.jenis is Jenis.NILAI:
        satuan, skala = konteks()
        nilai = _nilai(isi, satuan, skala)
        if nilai.batas is not None and not kolom.target:
            raise SelSalah(Kode.BATAS_BUKAN_TARGET, isi=nilai.teks, kolom=kolom.nama)
        return nilai
    return _PEMBACA[kolom.jenis](kolom, isi)


def _tolak_khusus(kolom: Kolom, isi: IsiSel) -> None:
    if not isinstance(isi, SelKhusus):
        return
    if isi.jenis == "rumus":
        raise SelSalah(Kode.RUMUS_TANPA_NILAI)
    if isi.jenis == "galat":
        raise SelSalah(Kode.GALAT_RUMUS, isi=isi.nilai)
    if isi.jenis == "logis":
        raise SelSalah(Kode.BENAR_SALAH, isi="BENAR" if isi.nilai else "SALAH")
    if isi.jenis == "tanggal" and kolom.jenis is not Jenis.TANGGAL:
        raise SelSalah(Kode.TANGGAL, isi=isi.nilai)


def _nilai(isi: IsiSel, satuan: str, skala: Skala | None) -> Nilai:
    try:
        if isinstance(isi, SelKhusus):
            return nilai_persen(desimal(isi.nilai), isi.tempat)
        return baca_nilai(isi, satuan, skala)
    except NilaiTakTerbaca as galat:
        raise SelSalah(Kode.TAK_TERBACA, pesan=galat.pesan, saran=galat.saran) from galat


def _teks(kolom: Kolom, isi: IsiSel) -> str:
    if isinstance(isi, SelKhusus):
        return _nilai(isi, "", None).teks
    if isinstance(isi, str):
        return " ".join(isi.split())
    return format(desimal(isi or 0), "f").replace(".", ",")


def _apa_adanya(kolom: Kolom, isi: IsiSel) -> str:
    """A figure typed as a number reads as Excel shows it, without thousands separators."""
    return "\n".join(isi.strip().splitlines()) if isinstance(isi, str) else _teks(kolom, isi)


def _tanggal(kolom: Kolom, isi: IsiSel) -> str:
    if isinstance(isi, SelKhusus) and isi.jenis == "tanggal":
        try:
            return format_tanggal(datetime.fromisoformat(str(isi.nilai)).date())
        except ValueError as galat:
            raise SelSalah(Kode.TANGGAL, isi=isi.nilai) from galat
    return _teks(kolom, isi)


def _daftar(kolom: Kolom, isi: IsiSel) -> str:
    teks = _teks(kolom, isi)
    cocok = next((p for p in kolom.pilihan if samakan(p) == samakan(teks)), None)
    if cocok is None:
        raise SelSalah(Kode.DI_LUAR_DAFTAR, isi=teks, kolom=kolom.nama, pilihan=", ".join(kolom.pilihan))
    return cocok


def _tahun(kolom: Kolom, isi: IsiSel) -> int:
    teks = _teks(kolom, isi)
    if not re.fullmatch(r"\d{4}", teks) or not TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR:
        raise SelSalah(Kode.TAHUN_SALAH, isi=teks)
    return int(teks)


def _uang(kolom: Kolom, isi: IsiSel) -> Decimal | None:
    if isinstance(isi, str) and rapikan(isi) == "-":
        return Decimal(0)
    nilai = KOSONG if isinstance(isi, SelKhusus) else _nilai_uang(isi)
    if isinstance(isi, SelKhusus) or nilai.jenis not in (JenisNilai.ANGKA, JenisNilai.KOSONG) or nilai.predikat:
        raise SelSalah(Kode.BUKAN_UANG, isi=_teks(kolom, isi))
    return _minimum(kolom, nilai.angka)


def _nilai_uang(isi: IsiSel) -> Nilai:
    if isinstance(isi, str) and "%" in isi:
        raise SelSalah(Kode.BUKAN_UANG, isi=isi)
    try:
        return _nilai(isi, "Rupiah", None)
    except SelSalah as salah:
        raise SelSalah(Kode.BUKAN_UANG, isi=isi) from salah


def _bilangan(kolom: Kolom, isi: IsiSel) -> Decimal | None:
    nilai = _nilai(isi, "", None)
    if nilai.jenis not in (JenisNilai.ANGKA, JenisNilai.KOSONG):
        raise SelSalah(Kode.TAK_TERBACA, pesan=f"Tertulis “{nilai.teks}”, bukan angka", saran="Tulis sebuah angka")
    return _minimum(kolom, nilai.angka)


def _minimum(kolom: Kolom, angka: Decimal | None) -> Decimal | None:
    if angka is not None and kolom.minimum is not None and angka < kolom.minimum:
        raise SelSalah(Kode.NEGATIF, isi=format_angka(angka), kolom=kolom.nama, minimum=kolom.minimum)
    return angka


def _capaian(kolom: Kolom, isi: IsiSel) -> Nilai:
    if isinstance(isi, str):
        status = next((s for s in Status if samakan(s.value) == samakan(isi)), None)
        if status is not None:
            return Nilai(teks=" ".join(isi.split()), jenis=JenisNilai.PREDIKAT, predikat=status.value)
    return _nilai(isi, "Persen", None)


_PEMBACA: dict[Jenis, Callable[[Kolom, IsiSel], Any]] = {
    Jenis.TEKS: _teks,
    Jenis.DAFTAR: _daftar,
    Jenis.TAHUN: _tahun,
    Jenis.UANG: _uang,
    Jenis.BILANGAN: _bilangan,
    Jenis.APA_ADANYA: _apa_adanya,
    Jenis.CAPAIAN: _capaian,
    Jenis.TANGGAL: _tanggal,
}
