"""Reading one cell by the kind of its column (DESIGN section 5): what cannot be read says what to write instead."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel, SelKhusus
from kinerja.buku.tanggal_sel import tanggal_terlihat
from kinerja.buku.temuan import potong
from kinerja.model.istilah import Periode, Semester, Status
from kinerja.model.kolom import Jenis, Kolom
from kinerja.nilai.angka import desimal, format_angka, format_tanggal
from kinerja.nilai.baca import (
    KOSONG,
    SARAN_ANGKA,
    SARAN_KOSONG,
    JenisNilai,
    Nilai,
    NilaiTakTerbaca,
    baca_nilai,
    nilai_angka,
    nilai_persen,
    rapikan,
    ribuan_ragu,
)
from kinerja.nilai.kata import hanya_garis, ratakan, tinggikan
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala

TAHUN_AWAL, TAHUN_AKHIR = 1990, 2100
_HARI_NOL = date(1899, 12, 30)
_BUKAN_HURUF = re.compile(r"[\W_]+")
_BERPANGKAT = re.compile(r"(?<![^\W\d_])(?:[kcdh]|da|m)?m$", re.IGNORECASE)
_PERIODE = re.compile(
    r"(?:tw|trw|triw|trwln|triwulan|kuartal|q)(?:ke)?(iv|i{1,3}|[1-4]|pertama|satu|dua|tiga|empat)"
    r"|(?:semester|smt|sem)(?:ke)?(ii?|[12]|pertama|satu|dua)|(tahun|setahun|1tahun)"
)
_URUTAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4}
_BULAN_TRIWULAN = re.compile(
    r"(jan(?:uari)?)@mar(?:et)?|(apr(?:il)?)@juni?|(juli?)@sept?(?:ember)?|(okt(?:ober)?)@des(?:ember)?".replace(
        "@", "(?:sd|sampai(?:dengan)?|hingga)?"
    )
)
"""The months of a quarter, from the first to the last."""

KATA_KOSONG = "kosong"
"""What empties a cell of an update; anywhere else it is as good as an empty cell."""
AmbilKonteks = Callable[[], tuple[str, Skala | None]]


class SelSalah(Exception):  # noqa: N818 - Indonesian for "wrong cell"
    """A cell that cannot be read; carries the code of its finding and what fills the message."""

    def __init__(self, kode: Kode, **isi: object) -> None:
        super().__init__(kode)
        self.kode = kode
        self.isi = isi


def dikosongkan(isi: IsiSel) -> bool:
    """Tell whether a cell says in a word that it is empty: KOSONG, however its letters and spaces are typed."""
    return isinstance(isi, str) and KATA_KOSONG in isi.casefold() and samakan(isi) == KATA_KOSONG


def nilai_kosong(kolom: Kolom) -> Any:
    """What an empty cell of the column stands for."""
    if kolom.jenis in (Jenis.NILAI, Jenis.CAPAIAN):
        return KOSONG
    if kolom.jenis in (Jenis.TAHUN, Jenis.UANG, Jenis.BILANGAN):
        return None
    return kolom.bawaan


def baca_isi(kolom: Kolom, isi: IsiSel, konteks: AmbilKonteks) -> Any:
    """Read one cell by the kind of its column, as it is kept.

    Raises:
        SelSalah: when it cannot be read.
    """
    return isi_akhir(kolom, baca_sel(kolom, isi, konteks))


def isi_akhir(kolom: Kolom, nilai: Any) -> Any:
    """Return what is kept of a cell that was read: of money and plain numbers the number alone."""
    polos = isinstance(nilai, Nilai) and kolom.jenis in (Jenis.UANG, Jenis.BILANGAN)
    return nilai.angka if polos else nilai


def baca_sel(
    kolom: Kolom, isi: IsiSel, konteks: AmbilKonteks, *, koma_ribuan: bool = False, koma_ragu: bool = False
) -> Any:
    """Read one cell; a figure of any kind comes as a `Nilai`, with the mark that stood beside it.

    Args:
        kolom: whose cell it is.
        isi: the cell.
        konteks: tells satuan and Skala nilai of its row.
        koma_ribuan: another cell of the column shows that its commas separate thousands.
        koma_ragu: another cell of the column or row may show so.

    Raises:
        SelSalah: when it cannot be read.
    """
    _tolak_khusus(kolom, isi)
    if isi is None or (isinstance(isi, str) and not isi.strip()):
        return nilai_kosong(kolom)
    # What a report prints is quoted, whatever it says.
    if dikosongkan(isi) and not (kolom.jenis is Jenis.APA_ADANYA and kolom.wajib):
        return nilai_kosong(kolom)
    if kolom.jenis not in BERANGKA:
        # Return a text without the raised mark beside it; a unit keeps its power, a print all that stands there.
        if not isinstance(isi, SelKhusus) or isi.jenis != "kaki":
            tanpa_kaki = isi
        else:
            pangkat = isi.rincian in ("2", "3") and _BERPANGKAT.search(isi.nilai)
            tanpa_kaki = (
                f"{isi.nilai}{tinggikan(isi.rincian)}" if pangkat or kolom.jenis is Jenis.APA_ADANYA else str(isi.nilai)
            )
        return _PEMBACA[kolom.jenis](kolom, tanpa_kaki)
    _tolak_ragu(kolom, isi, koma_ribuan=koma_ribuan, koma_ragu=koma_ragu)
    if kolom.jenis is not Jenis.NILAI:
        return _BACA_ANGKA[kolom.jenis](kolom, isi, koma_ribuan)
    satuan, skala = konteks()
    nilai = _nilai(kolom, isi, satuan, skala, koma_ribuan=koma_ribuan)
    if nilai.batas is not None and not kolom.target:
        raise SelSalah(Kode.BATAS_BUKAN_TARGET, isi=nilai.teks, kolom=kolom.nama)
    return nilai


def _tolak_ragu(kolom: Kolom, isi: IsiSel, *, koma_ribuan: bool, koma_ragu: bool) -> None:
    """Refuse one group of thousands that may as well be three decimals, by the style of its column and row.

    Money whose column shows that commas separate thousands is the one place where 600,000 can be read.
    """
    teks = tertulis(isi)
    uang = kolom.jenis is Jenis.UANG
    ragu = ribuan_ragu(rapikan(teks)) if teks and (uang or koma_ragu) else None
    if ragu is None or (uang and (koma_ribuan or ragu[1] == ".")) or (ragu[1] == "." and not koma_ribuan):
        return
    depan, tanda, belakang = ragu
    rincian = {"tanda": "koma" if tanda == "," else "titik", "desimal": f"{depan},{belakang}0"}
    # Where commas separate thousands a dot is no way to write them clearly.
    ribuan = f"{depan}.{belakang}" if tanda == "," else depan + belakang
    raise SelSalah(Kode.KOMA_GANDA, isi=rapikan(teks), ribuan=ribuan, **rincian)


def tertulis(isi: IsiSel) -> str:
    """Return what is typed in a text cell, without the raised mark beside it."""
    if isinstance(isi, SelKhusus):
        return str(isi.nilai) if isi.jenis == "kaki" else ""
    return isi if isinstance(isi, str) else ""


# --- cells that are more than their value -----------------------------------------------------------------------------


def _tolak_khusus(kolom: Kolom, isi: IsiSel) -> None:
    if not isinstance(isi, SelKhusus):
        return
    if isi.jenis == "rumus":
        raise SelSalah(Kode.RUMUS_TANPA_NILAI)
    if isi.jenis == "galat":
        raise SelSalah(Kode.GALAT_RUMUS, isi=isi.nilai)
    if isi.jenis == "panjang":
        isi_panjang = {"isi": isi.nilai, "jumlah": format_angka(isi.tempat), "batas": format_angka(kolom.huruf_maks)}
        raise SelSalah(Kode.TEKS_PANJANG, kolom=kolom.nama, **isi_panjang)
    if isi.jenis == "logis":
        apa, contoh = _yang_ditulis(kolom)
        raise SelSalah(Kode.BENAR_SALAH, isi=kutip(isi), apa=apa, contoh=contoh)
    if isi.jenis == "tanggal" and kolom.jenis is not Jenis.TANGGAL:
        raise _salah_tanggal(kolom, isi)


def _salah_tanggal(kolom: Kolom, isi: SelKhusus) -> SelSalah:
    """Say what the user sees and what to write in this very column instead."""
    apa, contoh = _yang_ditulis(kolom)
    hari, jam = _hari(str(isi.nilai)), re.search(r"(?:(\d+) days?, )?(\d{1,2}):(\d\d):00", str(isi.nilai))
    if kolom.jenis is Jenis.TAHUN and hari is not None:
        # A year typed into a cell that has a date's format is that many days after 1899.
        angka = hari.year if TAHUN_AWAL <= hari.year <= TAHUN_AKHIR else (hari.date() - _HARI_NOL).days
        contoh = str(angka) if TAHUN_AWAL <= angka <= TAHUN_AKHIR else contoh
    elif hari is None and jam and kolom.jenis in BERANGKA and kolom.jenis is not Jenis.UANG:
        contoh = f"{int(jam[1] or 0) * 24 + int(jam[2])},{jam[3]}"
    bentuk = "General" if kolom.jenis in (Jenis.TAHUN, Jenis.UANG) else "Text"
    return SelSalah(Kode.TANGGAL, isi=kutip(isi), apa=apa, bentuk=bentuk, contoh=contoh)


def _yang_ditulis(kolom: Kolom) -> tuple[str, str]:
    """Return what stands in this column, and an example of it."""
    apa, contoh = _CONTOH.get(kolom.jenis, (kolom.nama, "1.10"))
    return apa, kolom.pilihan[0] if kolom.pilihan else contoh


def _hari(teks: str) -> datetime | None:
    try:
        return datetime.fromisoformat(teks).replace(tzinfo=None)
    except ValueError:
        return None


_CONTOH = {
    Jenis.TAHUN: ("tahun", "2024"),
    Jenis.UANG: ("jumlah rupiah", "1343185299386"),
    Jenis.BILANGAN: ("angka", "1,5"),
    Jenis.NILAI: ("nilai", "8,5, 9/9, atau 1:26"),
    Jenis.CAPAIAN: ("nilai", "100,05"),
    Jenis.APA_ADANYA: ("teks", "9/9"),
    Jenis.DAFTAR: ("pilihan", ""),
}


# --- figures ----------------------------------------------------------------------------------------------------------


def _nilai(kolom: Kolom, isi: IsiSel, satuan: str, skala: Skala | None, *, koma_ribuan: bool) -> Nilai:
    try:
        if isinstance(isi, SelKhusus) and isi.jenis == "kaki":
            # Read a figure with a raised mark; the raised 2 of the row's own unit is none.
            utuh = f"{isi.nilai}{tinggikan(isi.rincian)}"
            if satuan and ratakan(utuh).casefold().endswith(ratakan(satuan).casefold()):
                return baca_nilai(utuh[: len(utuh) - len(satuan)], "", skala, koma_ribuan=koma_ribuan)
            nilai = baca_nilai(isi.nilai, satuan, skala, koma_ribuan=koma_ribuan)
            return replace(nilai, tanda=nilai.tanda or isi.rincian)
        if isinstance(isi, SelKhusus):
            return nilai_persen(desimal(isi.nilai), isi.tempat)
        return baca_nilai(isi, satuan, skala, koma_ribuan=koma_ribuan)
    except NilaiTakTerbaca as galat:
        raise _salah_baca(kolom, isi, galat) from galat


def _salah_baca(kolom: Kolom, isi: IsiSel, galat: NilaiTakTerbaca) -> SelSalah:
    """Say what to write in this very column: where words are no grades, that is a number."""
    pesan, saran = galat.pesan, galat.saran
    if galat.tanpa_skala and not kolom.berskala:
        pesan, saran = f"Tertulis “{potong(kutip(isi))}”, bukan angka", f"{SARAN_ANGKA}; {SARAN_KOSONG}"
        if kolom.jenis is Jenis.CAPAIAN:
            saran = f"{saran}; atau tulis salah satu: {', '.join(Status)}"
    if kolom.pengganti and kolom.pengganti not in saran:
        saran = f"{saran}; bila targetnya memang tertulis begitu, isi {kolom.pengganti} dengan angka yang dipakai"
    return SelSalah(Kode.TAK_TERBACA, pesan=pesan, saran=saran)


def _uang(kolom: Kolom, isi: IsiSel, koma_ribuan: bool) -> Nilai:
    if isinstance(isi, str) and hanya_garis(rapikan(isi)):
        return nilai_angka(Decimal(0))
    persen = isinstance(isi, SelKhusus) and isi.jenis == "persen"
    if persen or (isinstance(isi, str) and "%" in isi):
        raise SelSalah(Kode.BUKAN_UANG, isi=kutip(isi))
    try:
        nilai = _nilai(kolom, isi, "Rupiah", None, koma_ribuan=koma_ribuan)
    except SelSalah as salah:
        raise SelSalah(Kode.BUKAN_UANG, isi=kutip(isi)) from salah
    if nilai.jenis not in (JenisNilai.ANGKA, JenisNilai.KOSONG) or nilai.predikat:
        raise SelSalah(Kode.BUKAN_UANG, isi=kutip(isi))
    return _minimum(kolom, nilai)


def _bilangan(kolom: Kolom, isi: IsiSel, koma_ribuan: bool) -> Nilai:
    nilai = _nilai(kolom, isi, "", None, koma_ribuan=koma_ribuan)
    if nilai.jenis not in (JenisNilai.ANGKA, JenisNilai.KOSONG):
        raise SelSalah(
            Kode.TAK_TERBACA, pesan=f"Tertulis “{nilai.teks}”, bukan angka", saran="Tulis sebuah angka, misalnya 1"
        )
    return _minimum(kolom, nilai)


def _minimum(kolom: Kolom, nilai: Nilai) -> Nilai:
    if nilai.angka is not None and kolom.minimum is not None and nilai.angka < kolom.minimum:
        raise SelSalah(Kode.NEGATIF, isi=format_angka(nilai.angka), kolom=kolom.nama, minimum=kolom.minimum)
    return nilai


def _capaian(kolom: Kolom, isi: IsiSel, koma_ribuan: bool) -> Nilai:
    if isinstance(isi, str):
        status = _cari(tuple(s.value for s in Status), isi)
        if status is not None:
            return Nilai(teks=" ".join(isi.split()), jenis=JenisNilai.PREDIKAT, predikat=status)
    return _nilai(kolom, isi, "Persen", None, koma_ribuan=koma_ribuan)


_BACA_ANGKA: dict[Jenis, Callable[[Kolom, IsiSel, bool], Nilai]] = {
    Jenis.UANG: _uang,
    Jenis.BILANGAN: _bilangan,
    Jenis.CAPAIAN: _capaian,
}
BERANGKA = frozenset({Jenis.NILAI, *_BACA_ANGKA})
"""Kinds of columns that hold figures; those of an indicator are read with its unit and scale."""


# --- words ------------------------------------------------------------------------------------------------------------


def _teks(kolom: Kolom, isi: IsiSel) -> str:
    if isinstance(isi, SelKhusus):
        return _nilai(kolom, isi, "", None, koma_ribuan=False).teks
    if isinstance(isi, str):
        return " ".join(isi.split())
    return format(desimal(isi or 0), "f").replace(".", ",")


def kutip(isi: IsiSel) -> str:
    """Write a cell for a message as the user sees it, whatever it holds; an empty one as nothing."""
    if not isinstance(isi, SelKhusus):
        return "" if isi is None else str(isi)
    if isi.jenis == "tanggal":
        return tanggal_terlihat(str(isi.nilai), isi.rincian)
    if isi.jenis == "logis":
        return "BENAR" if isi.nilai else "SALAH"
    return f"{isi.nilai}{tinggikan(isi.rincian)}" if isi.jenis == "kaki" else teks_polos(isi)


def teks_polos(isi: IsiSel) -> str:
    """Write a cell of an unknown column: kept, never interpreted."""
    if isi is None or dikosongkan(isi) or (isinstance(isi, SelKhusus) and isi.nilai is None):
        return ""
    if isinstance(isi, SelKhusus) and isi.jenis != "persen":
        return str(isi.nilai)
    return _teks(_POLOS, isi)


_POLOS = Kolom(nama="", bantuan="")


def _apa_adanya(kolom: Kolom, isi: IsiSel) -> str:
    """A figure typed as a number reads as Excel shows it, without thousands separators."""
    return "\n".join(isi.strip().splitlines()) if isinstance(isi, str) else _teks(kolom, isi)


def _tanggal(kolom: Kolom, isi: IsiSel) -> str:
    if not isinstance(isi, SelKhusus) or isi.jenis != "tanggal":
        return _teks(kolom, isi)
    hari = _hari(str(isi.nilai))
    if hari is None:
        contoh = "31 Desember 2025"
        raise SelSalah(Kode.TANGGAL, isi=kutip(isi), apa="tanggal", bentuk="Text", contoh=contoh)
    return format_tanggal(hari.date())


def _daftar(kolom: Kolom, isi: IsiSel) -> str:
    teks = _teks(kolom, isi)
    kata = [k for k in teks.split(";") if k.strip()] if kolom.jamak else [teks]
    if kolom.berparuh and (paruh := paruh_tahun(teks)):
        return paruh.value
    cocok = [_cari(kolom.pilihan, k) for k in kata]
    if None in cocok:
        nama = kolom.sebutan or kolom.nama
        raise SelSalah(Kode.DI_LUAR_DAFTAR, isi=teks, kolom=nama, pilihan=", ".join(kolom.pilihan))
    return "; ".join(p for p in kolom.pilihan if p in cocok)


def _cari(pilihan: tuple[str, ...], teks: str) -> str | None:
    """Find a word of a list; case, spaces, dashes and dots do not count, and a quarter has many names.

    Where the words are figures, a figure is compared as one: 110,00% is 110, and 10.0 is not 100.
    """
    if any(p.isdecimal() for p in pilihan) and any(c.isdecimal() for c in teks):
        return _cari_angka(pilihan, teks)
    kunci = _kunci_kata(teks)
    cocok = next((p for p in pilihan if _BUKAN_HURUF.sub("", p).casefold() == kunci), None)
    return cocok or (_periode(kunci) if Periode.TW_I in pilihan else None)


def _kunci_kata(teks: str) -> str:
    return _BUKAN_HURUF.sub("", unicodedata.normalize("NFKC", teks)).casefold()


def _cari_angka(pilihan: tuple[str, ...], teks: str) -> str | None:
    try:
        angka = baca_nilai(teks, "Persen").angka
    except NilaiTakTerbaca:
        return None
    return next((p for p in pilihan if p.isdecimal() and angka == Decimal(p)), None)


def paruh_tahun(teks: str) -> Semester | None:
    """Read half a year by any of its names: ``Semester I``, ``smt 2``; None where it is none."""
    cocok = _PERIODE.fullmatch(_kunci_kata(teks))
    return list(Semester)[_urutan(cocok[2]) - 1] if cocok and cocok[2] else None


def _periode(kunci: str) -> str | None:
    bulan, cocok = _BULAN_TRIWULAN.fullmatch(kunci), _PERIODE.fullmatch(kunci)
    if bulan and bulan.lastindex:
        return list(Periode)[bulan.lastindex].value
    if cocok is None:
        return None
    if cocok[3]:
        return Periode.TAHUNAN.value
    return list(Periode)[_urutan(cocok[1]) if cocok[1] else _urutan(cocok[2]) * 2].value


def _urutan(nomor: str) -> int:
    return _URUTAN.get(nomor) or int(nomor)


def _tahun(kolom: Kolom, isi: IsiSel) -> int:
    teks = _teks(kolom, isi)
    if not re.fullmatch(r"\d{4}", teks) or not TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR:
        raise SelSalah(Kode.TAHUN_SALAH, isi=teks)
    return int(teks)


_PEMBACA: dict[Jenis, Callable[[Kolom, IsiSel], Any]] = {
    Jenis.TEKS: _teks,
    Jenis.DAFTAR: _daftar,
    Jenis.TAHUN: _tahun,
    Jenis.APA_ADANYA: _apa_adanya,
    Jenis.TANGGAL: _tanggal,
}
