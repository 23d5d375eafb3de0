"""The realisation of the budget by code, as SIPD exports it, becomes lines of Anggaran.

Levels follow the national nomenclature (Permendagri 90/2019): program 1.02.01, kegiatan 1.02.01.2.01, sub kegiatan
1.02.01.2.01.0001; an account begins 5.1, a unit has eight parts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel
from kinerja.buku.rapi.jumlah import kunci_baris_uang, nama_jumlah
from kinerja.model.istilah import Periode
from kinerja.model.skema import ANGGARAN
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.susun.isi import berangka, tahun_dalam, teks_sel
from kinerja.susun.jenis.judul import ada, kata, sampai
from kinerja.susun.jenis.kerja import Kerja, teks_angka
from kinerja.susun.model import Tanya, Tujuan, UjiJumlah
from kinerja.susun.temukan import Blok

NAMA = ANGGARAN.nama
KODE, PAGU, REALISASI, PAGU_AWAL, URAIAN = "Kode", "Pagu", "Realisasi", "Pagu awal", "Sub kegiatan"


class Jenjang(StrEnum):
    """What a code stands for."""

    URUSAN = "urusan"
    UNIT = "perangkat daerah"
    PROGRAM = "Program"
    KEGIATAN = "Kegiatan"
    SUB_KEGIATAN = "Sub kegiatan"
    REKENING = "rekening belanja di bawah sub kegiatan"
    TANPA_KODE = "tanpa kode"


TINGKAT = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
"""The levels of a budget line, from above."""
TAMBAH, UJI = "tambah", "uji"
"""A column that is added to others of its destination, and one that such a sum is tested against."""
_JENIS_BELANJA = ("operasi", "modal", "terduga", "btt", "transfer")
_BUKAN_UANG: tuple[str, ...] = (
    "persen",
    "persentase",
    "prosentase",
    "%",
    "sisa",
    "selisih",
    "lebih",
    "kurang",
    "bertambah",
    "berkurang",
)
_BUKAN_UANG += ("fisik", "serapan", "penyerapan", "tingkat", "bobot", "volume", "lalu", "kas", "sebelumnya")
_PEMBUKA = re.compile(r"^(?:grand |sub ?)?(?:jumlah|total)\b[\s:.]*")
_UMUM: frozenset[str] = frozenset(
    ("belanja", "anggaran", "daerah", "seluruh", "keseluruhan", "pagu", "skpd", "opd", "apbd", "dan", "realisasi")
)
_JUDUL_TINGKAT = {
    Jenjang.PROGRAM: r"\bprogram\b",
    Jenjang.KEGIATAN: r"(?<!sub)(?<!sub )(?<!sub-)\bkegiatan\b",
    Jenjang.SUB_KEGIATAN: r"\bsub[ -]?kegiatan\b",
}
_AWALAN = (
    (Jenjang.SUB_KEGIATAN, re.compile(r"sub[ -]?kegiatan\b")),
    (Jenjang.KEGIATAN, re.compile(r"kegiatan\b")),
    (Jenjang.PROGRAM, re.compile(r"program\b")),
)
_KODE_NAMA = re.compile(r"(\d{1,2}(?:\.\d{1,4}){1,9})\.?\s+(?=\S)")
"""A code that stands before the name in one cell."""
_LEBAR_KODE = (1, 2, 2, 1, 2, 4)
"""Digits of the parts of a code at least, down to the sub kegiatan."""
_KODE = re.compile(r"(?:\d{1,4}|x{1,2})(?:\.(?:\d{1,4}|x{1,2}))*\.?", re.IGNORECASE)
_UNIT = re.compile(r"\d\.\d\d\.\d\.\d\d\.\d\.\d\d\.\d\d\.\d{4}(?:\.\d{4})?|\d\.\d\d\.\d\.\d\d\.\d\.\d\d\.\d+")


def jenjang(kode: str) -> Jenjang | None:
    """Return what a code stands for; None where it follows no form of the nomenclature."""
    bagian = kode.split(".")
    if _UNIT.fullmatch(kode):
        return Jenjang.UNIT
    # An account of one digit after its first: 5.1; a field of work has two: 5.01.
    if bagian[0] in ("4", "5", "6") and len(bagian) > 1 and len(bagian[1]) == 1:
        return Jenjang.REKENING
    if len(bagian) <= 2:
        return Jenjang.URUSAN
    if len(bagian) == 3:
        return Jenjang.PROGRAM
    if len(bagian) == 5 and len(bagian[3]) == 1:
        return Jenjang.KEGIATAN
    if len(bagian) == 6 and len(bagian[3]) == 1:
        return Jenjang.SUB_KEGIATAN
    return Jenjang.REKENING if len(bagian) > 6 else None


def cocok(blok: Blok) -> int:
    """Return how many of the columns of such a table stand in a header."""
    semua = list(blok.nama_judul.values())
    kode = any(ada(j, "kode", "rekening") for j in semua)
    uang = [any(_uang(j) == apa for j in semua) for apa in (PAGU, REALISASI)]
    lain = any(ada(j, "indikator", "kinerja", "target") for j in semua)
    return 0 if lain or not uang[0] or not any(map(_nama, semua)) else 1 + sum(uang) + 2 * kode


def petakan(blok: Blok) -> dict[int, Tujuan]:
    """Propose where the columns go."""
    hasil: dict[int, Tujuan] = {}
    judul = blok.nama_judul
    kode = [k for k, j in judul.items() if ada(j, "kode", "rekening") and not _uang(j)]
    nama = [k for k, j in judul.items() if k not in kode and _uang(j) is None and _nama(j)]
    tingkat = {k: t for k in nama if (t := _tingkat_judul(judul[k]))}
    if len(set(tingkat.values())) > 1:
        hasil |= {k: Tujuan(lembar=NAMA, kolom=t.value) for k, t in tingkat.items()}
    elif nama:
        hasil[nama[0]] = Tujuan(lembar=NAMA, kolom=URAIAN)
    # Parts of a code may stand under no header of their own.
    sela = [k for k in judul if kode and nama and kode[0] < k < nama[0] and (not judul[k] or k in kode)]
    hasil |= {k: Tujuan(lembar=NAMA, kolom=KODE, rincian=TAMBAH) for k in {*kode, *sela}}
    uang = _tahun_ini({k: j for k, j in judul.items() if _uang(j)})
    for apa in (PAGU_AWAL, PAGU, REALISASI):
        hasil |= _pilih(apa, {k: j for k, j in uang.items() if _uang(j) == apa})
    return hasil


def _nama(judul: str) -> bool:
    return ada(judul, "uraian", "nama", "nomenklatur", "program", "kegiatan", "subkegiatan")


def _tingkat_judul(judul: str) -> Jenjang | None:
    """Return the one level whose names a column holds by its header."""
    teks = samakan(judul)
    ada_tingkat = [t for t, pola in _JUDUL_TINGKAT.items() if re.search(pola, teks)]
    return ada_tingkat[0] if len(ada_tingkat) == 1 else None


def _uang(judul: str) -> str | None:
    """Return the column of money that a header means."""
    if {"bulan", "ini"} <= set(kata(judul)) and not sampai(judul):
        return None  # of one month; what stands with us reaches from the start of the year
    if not ada(judul, *_BUKAN_UANG, "kode") or (ada(judul, "bertambah") and ada(judul, "setelah")):
        if ada(judul, "realisasi"):
            return REALISASI
        if ada(judul, "anggaran", "pagu", "apbd", "dpa", "alokasi"):
            return PAGU_AWAL if ada(judul, "sebelum", "murni", "awal", "semula") else PAGU
    return None


def _tahun_ini(uang: Mapping[int, str]) -> dict[int, str]:
    """Keep the amounts of the newest year where those of earlier ones stand beside them for comparison."""
    tahun = {k: max(tahun_dalam(j), default=0) for k, j in uang.items()}
    terbaru = max((t for k, t in tahun.items() if _uang(uang[k]) == REALISASI), default=0)
    return {k: j for k, j in uang.items() if tahun[k] in (0, terbaru)} if terbaru else dict(uang)


def _pilih(apa: str, calon: Mapping[int, str]) -> dict[int, Tujuan]:
    """Choose among the columns that may hold one amount: the sum of the kinds, else up to now, else all kinds added."""
    jumlah = [k for k, j in calon.items() if ada(j, "jumlah", "total") and not _belanja(j)]
    bagian = [k for k, j in calon.items() if _belanja(j)]
    hingga = [k for k, j in calon.items() if apa == REALISASI and sampai(j)]
    if len(calon) > 1 and len(jumlah) == 1:
        utama = jumlah
    elif len(calon) > 1 and len(hingga) == 1 and not bagian:
        utama = hingga
    else:
        utama = [k for k in calon if k not in bagian]
    if utama and bagian:
        uji = {k: Tujuan(lembar=NAMA, kolom=apa, rincian=UJI) for k in bagian}
        return {k: Tujuan(lembar=NAMA, kolom=apa) for k in utama} | uji
    if len(bagian) > 1:
        return {k: Tujuan(lembar=NAMA, kolom=apa, rincian=TAMBAH) for k in bagian}
    if bagian:
        return {}  # one kind of belanja is not all of it
    return {k: Tujuan(lembar=NAMA, kolom=apa) for k in utama}


def _belanja(judul: str) -> bool:
    return ada(judul, *_JENIS_BELANJA)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lajur:
    """A line of the table: its names from above, its code where it has one, its amounts."""

    baris: int
    opd: str
    kode: str
    jenjang: Jenjang
    nama: tuple[str, ...]
    uang: Mapping[str, Decimal | None]

    @property
    def kunci(self) -> tuple[str, ...]:
        """What tells it apart from others, so that a parent's key begins that of its children."""
        bagian = self.kode.split(".")
        if self.kode:
            return (self.opd, *(".".join(bagian[:n]) for n in (3, 5, 6) if n <= len(bagian)))
        return (self.opd, *(kunci_baris_uang(n) for n in self.nama))


def susun(kerja: Kerja) -> None:
    """Make the lines of Anggaran, test the printed totals against the leaves."""
    semua = _lajur(kerja)
    lajur = [b for b in semua if b.jenjang in TINGKAT]
    induk = {b.kunci[:n] for b in lajur for n in range(1, len(b.kunci))}
    daun = [b for b in lajur if b.kunci not in induk]
    periode = kerja.isi.get(Tanya.PERIODE, "")
    tetap = {"Tahun": kerja.isi.get(Tanya.TAHUN, ""), "Sumber": kerja.isi.get(Tanya.SUMBER, "")}
    tetap |= {"Periode": "" if periode == Periode.TAHUNAN else periode}
    for satu in lajur:
        isi = {"Kode OPD": satu.opd, **tetap, "Kode": satu.kode}
        isi |= dict(zip((t.value for t in TINGKAT), satu.nama, strict=False))
        isi |= {k: "" if v is None else teks_angka(v) for k, v in satu.uang.items()}
        kerja.tulis(NAMA, satu.baris, isi)
    _uji_induk(kerja, [b for b in lajur if b.kunci in induk], daun)
    _uji_unit(kerja, semua, daun)
    _uji_jumlah(kerja, daun)


def _lajur(kerja: Kerja) -> list[_Lajur]:
    """Read the lines; all other rows are left out with a reason, or asked about where they hold figures."""
    hasil: list[_Lajur] = []
    opd, berunit = kerja.isi.get(Tanya.OPD, ""), _berunit(kerja)
    kini: dict[Jenjang, tuple[str, str]] = {}
    atas = [""] * len(kerja.lajur(NAMA, KODE))
    dilihat: dict[tuple[str, ...], int] = {}
    for nomor, isi in kerja.blok.baris():
        kode, nama, derajat = _kenali(kerja, nomor, isi, atas)
        if derajat is None:
            continue
        if derajat is Jenjang.UNIT and berunit:
            opd, kini = _unit(kerja, nomor, nama), {}
        if derajat in (Jenjang.UNIT, Jenjang.URUSAN):
            kerja.lewati(nomor, f"baris {derajat.value}, di atas program")
            uang = _uang_baris(kerja, nomor, isi)
            hasil.append(_Lajur(baris=nomor, opd=opd, kode=kode, jenjang=derajat, nama=(nama,), uang=uang))
            continue
        _isi_atas(kerja, isi, kini, derajat)
        jalur = _jalur(kini, derajat, kode, nama)
        if jalur is None:
            kerja.salah(Kode.SUSUN_BARIS_RAGU, nomor, _kolom_pertama(kerja), apa="baris induknya tidak ada di atasnya")
            continue
        uang = _uang_baris(kerja, nomor, isi)
        satu = _Lajur(baris=nomor, opd=opd, kode=kode, jenjang=derajat, nama=jalur, uang=uang)
        if satu.kunci in dilihat:
            sebutan, baris = kode or nama, dilihat[satu.kunci]
            kerja.salah(Kode.SUSUN_KODE_GANDA, nomor, _kolom_pertama(kerja), isi=sebutan, baris=baris)
            continue
        dilihat[satu.kunci] = nomor
        hasil.append(satu)
    return hasil


def _isi_atas(kerja: Kerja, isi: Mapping[int, IsiSel], kini: dict[Jenjang, tuple[str, str]], derajat: Jenjang) -> None:
    """Enter the names of the levels above that stand in the same row, where each level has a column of its own."""
    if len(_kolom_nama(kerja)) < 2:
        return
    for letak, tingkat in enumerate(TINGKAT[: TINGKAT.index(derajat)]):
        teks = next((t for k in kerja.lajur(NAMA, tingkat.value) if (t := teks_sel(isi.get(k.nomor)))), "")
        if teks and kini.get(tingkat, ("", ""))[1] != teks:
            for bawah in TINGKAT[letak:]:
                kini.pop(bawah, None)
            kini[tingkat] = ("", teks)


def _jalur(kini: dict[Jenjang, tuple[str, str]], derajat: Jenjang, kode: str, nama: str) -> tuple[str, ...] | None:
    """Return the names of a line from above, after entering it; None where its parent did not come before it."""
    letak = TINGKAT.index(derajat)
    for bawah in TINGKAT[letak:]:
        kini.pop(bawah, None)
    kini[derajat] = (kode, nama)
    jalur = [kini.get(t) for t in TINGKAT[: letak + 1]]
    if any(j is None or (kode and j[0] and not f"{kode}.".startswith(f"{j[0]}.")) for j in jalur):
        return None
    return tuple(j[1] for j in jalur if j)


def _uang_baris(kerja: Kerja, nomor: int, isi: Mapping[int, IsiSel]) -> dict[str, Decimal | None]:
    return {apa: _jumlah(kerja, nomor, isi, apa) for apa in (PAGU_AWAL, PAGU, REALISASI) if kerja.lajur(NAMA, apa)}


def _kolom_nama(kerja: Kerja) -> list[int]:
    return [k.nomor for t in TINGKAT for k in kerja.lajur(NAMA, t.value)]


def _kolom_pertama(kerja: Kerja) -> int:
    return next(iter([k.nomor for k in kerja.lajur(NAMA, KODE)] or _kolom_nama(kerja)))


def _kenali(kerja: Kerja, nomor: int, isi: Mapping[int, IsiSel], atas: list[str]) -> tuple[str, str, Jenjang | None]:
    """Return code, name and level of a row; no level where it is no line of the budget."""
    kode = _kode(isi, [k.nomor for k in kerja.lajur(NAMA, KODE)], atas)
    tertulis = [(t, teks) for t in TINGKAT for k in kerja.lajur(NAMA, t.value) if (teks := teks_sel(isi.get(k.nomor)))]
    tingkat, nama = tertulis[-1] if tertulis else (None, "")
    if not kode and (depan := _KODE_NAMA.match(nama)) and (depan[1].count(".") > 1 or jenjang(depan[1])):
        kode, nama = depan[1], nama[depan.end() :]
    derajat = _golongkan(kerja, nomor, isi, kode)
    if derajat is None or derajat is not Jenjang.TANPA_KODE:
        return kode, nama, derajat
    if len(kerja.lajur(NAMA, URAIAN)) == len(_kolom_nama(kerja)):
        # One column for all levels: the word before the name says which.
        tingkat = next((t for t, pola in _AWALAN if pola.match(samakan(nama))), None)
    if tingkat is None:
        kerja.salah(
            Kode.SUSUN_BARIS_RAGU, nomor, _kolom_pertama(kerja), apa="tanpa kode dan tanpa kata Program atau Kegiatan"
        )
    return "", nama, tingkat


def _golongkan(kerja: Kerja, nomor: int, isi: Mapping[int, IsiSel], kode: str) -> Jenjang | None:
    """Tell what a row is; one that is no line is left out with a reason, or asked about where it holds figures."""
    nama = [teks_sel(isi.get(k)) for k in _kolom_nama(kerja)]
    if not kode and tampak_jumlah(*nama, *(teks_sel(isi.get(k.nomor)) for k in kerja.kolom[:3])):
        return None  # tested when all lines are known
    derajat = jenjang(kode) if _KODE.fullmatch(kode) else None
    if derajat is Jenjang.REKENING:
        kerja.lewati(nomor, derajat.value)
        return None
    berisi = [k.nomor for a in (PAGU, REALISASI) for k in kerja.lajur(NAMA, a) if berangka(isi.get(k.nomor))]
    if derajat is None and not kode and any(nama) and (berisi or _bernama(kerja, nama)):
        return Jenjang.TANPA_KODE
    if derajat is None and not berisi:
        kerja.lewati(nomor, "bukan baris data: tanpa kode dan tanpa angka")
    elif not kode:
        kerja.salah(Kode.SUSUN_BARIS_RAGU, nomor, berisi[0], apa="tanpa nama")
    elif derajat is None:
        kerja.salah(Kode.SUSUN_KODE, nomor, _kolom_pertama(kerja), isi=kode)
    return derajat


def _bernama(kerja: Kerja, nama: list[str]) -> bool:
    """Tell whether a row without figures heads those below it: where no codes stand, by the word before its name."""
    return not kerja.lajur(NAMA, KODE) and any(p.match(samakan(n)) for n in nama for _, p in _AWALAN)


def _kode(isi: Mapping[int, IsiSel], kolom: list[int], atas: list[str]) -> str:
    """Join the parts of a code; what stands above is filled down into the columns before the first that is filled."""
    bagian = [_bagian_kode(isi.get(k)) for k in kolom]
    terisi = [n for n, b in enumerate(bagian) if b]
    if not terisi or not all(_KODE.fullmatch(bagian[n]) for n in terisi):
        return ".".join(filter(None, bagian)) if terisi and any(c.isdigit() for b in bagian for c in b) else ""
    pertama, terakhir = terisi[0], terisi[-1]
    if pertama == terakhir and (jenjang(bagian[pertama]) is Jenjang.REKENING or bagian[pertama].count(".") > 1):
        # Whole already, in the column of its level.
        atas[:] = [*[""] * pertama, bagian[pertama], *[""] * (len(kolom) - pertama - 1)]
        return bagian[pertama]
    utuh = [*atas[:pertama], *bagian[pertama : terakhir + 1]]
    atas[:] = [*utuh, *[""] * (len(kolom) - len(utuh))]
    kode = ".".join(filter(None, utuh))
    return kode if all(isinstance(isi[kolom[n]], str) for n in terisi) else _bernol(kode)


def _bagian_kode(isi: IsiSel) -> str:
    """Return a cell of a code; a number has lost the zero behind it: 2.1 is 2.10, for 2.01 keeps its own."""
    if isinstance(isi, float) and isi != int(isi):
        return f"{isi:.2f}"
    return teks_sel(isi).replace(" ", "").replace(",", ".").strip(".")


def _bernol(kode: str) -> str:
    """Return a code of parts with the zeros that cells of numbers lose: 1.2.2 is 1.02.02."""
    if jenjang(kode) is Jenjang.REKENING:
        return kode
    return ".".join(b.zfill(_LEBAR_KODE[n]) if n < len(_LEBAR_KODE) else b for n, b in enumerate(kode.split(".")))


def banyak_unit(blok: Blok) -> tuple[int, int]:
    """Return how many OPD, and how many units of them, have a row of their own in a budget, by their codes."""
    unit = {teks_sel(s).strip(".") for k in list(blok.data)[:2] for s in blok.data[k]}
    unit = {u for u in unit if _UNIT.fullmatch(u)}
    return len({tuple(u.split(".")[:7]) for u in unit}), len(unit)


def _berunit(kerja: Kerja) -> bool:
    """Tell whether the lines are those of the unit above them: always where several OPD stand in the table."""
    opd, unit = banyak_unit(kerja.blok)
    return opd > 1 or (unit > 1 and not kerja.isi.get(Tanya.OPD))


def _unit(kerja: Kerja, nomor: int, nama: str) -> str:
    kode = kerja.acuan.kode_opd(kerja.dijawab("OPD", nama) or nama)
    if kode is None:
        kerja.belum_pasti("OPD", nama, None, kerja.blok.sel(nomor, _kolom_nama(kerja)[0]))
    return kode or ""


def _jumlah(kerja: Kerja, nomor: int, isi: Mapping[int, IsiSel], apa: str) -> Decimal | None:
    """Return an amount of a row: its one column, or the kinds of belanja added; where both stand they are compared."""
    skema, semua = ANGGARAN.cari(apa), kerja.lajur(NAMA, apa)
    baca = {k.nomor: kerja.uang(skema, nomor, k.nomor, isi.get(k.nomor)) for k in semua}
    rincian = {k.nomor: k.tujuan.rincian for k in semua if k.tujuan}
    bagian = [baca[k] for k, r in rincian.items() if r and baca[k] is not None]
    utama = [baca[k] for k, r in rincian.items() if not r]
    jumlah = sum((b for b in bagian if b is not None), Decimal(0))
    if not utama:
        return jumlah if bagian else None
    if bagian and utama[0] is not None and jumlah != utama[0]:
        k = next(k for k, r in rincian.items() if not r)
        kerja.salah(Kode.SUSUN_BAGIAN_BEDA, nomor, k, apa=apa, isi=teks_sel(isi.get(k)), dihitung=teks_angka(jumlah))
    return utama[0] if utama[0] is not None or not bagian else jumlah


def tampak_jumlah(*teks: str) -> bool:
    """Tell whether one of the texts of a row calls it a total."""
    return any(nama_jumlah(t) or _PEMBUKA.match(samakan(t)) for t in teks if t)


def _uji_induk(kerja: Kerja, induk: list[_Lajur], daun: list[_Lajur]) -> None:
    """Note each line that prints another amount than the leaves below it add up to: one of them may be gone."""
    kolom = {apa: k.nomor for apa in (PAGU, REALISASI) for k in kerja.lajur(NAMA, apa)[:1]}
    bawah = himpun((d.kunci[:n], d) for d in daun for n in range(2, len(d.kunci)))
    for satu in induk:
        milik = bawah.get(satu.kunci, [])
        for apa, k in kolom.items():
            if satu.uang.get(apa) not in (None, _dijumlah(milik, apa)):
                _catat(kerja, apa, kerja.blok.sel(satu.baris, k), satu.uang[apa], milik)


def _uji_unit(kerja: Kerja, lajur: list[_Lajur], daun: list[_Lajur]) -> None:
    """Test what a unit's own row prints against the leaves below it."""
    kolom = {apa: k.nomor for apa in (PAGU, REALISASI) for k in kerja.lajur(NAMA, apa)[:1]}
    for satu in (b for b in lajur if b.jenjang is Jenjang.UNIT):
        berikut = next((b.baris for b in lajur if b.jenjang is Jenjang.UNIT and b.baris > satu.baris), None)
        milik = [d for d in daun if d.baris > satu.baris and (berikut is None or d.baris < berikut)]
        for apa, k in kolom.items():
            _catat(kerja, apa, kerja.blok.sel(satu.baris, k), satu.uang.get(apa), milik)


def _uji_jumlah(kerja: Kerja, daun: list[_Lajur]) -> None:
    """Test every row that calls itself a total against the leaves it adds, and leave it out."""
    dilihat = {b.baris for b in daun} | kerja.dipakai | {b.baris for b in kerja.dilewati}
    # Several OPD have programs of one name: the nearest above is meant first.
    menurut_nama = himpun(
        (kunci_baris_uang(b.nama[n]), (b.baris, b.kunci[: n + 2])) for b in daun for n in range(len(b.nama))
    )
    sejak = 0
    for nomor, isi in kerja.blok.baris():
        if nomor in dilihat:
            continue
        teks = next((t for s in isi.values() if isinstance(s, str) and tampak_jumlah(t := teks_sel(s))), "")
        if not teks:
            continue
        sisa = _PEMBUKA.sub("", samakan(teks), count=1).strip(" :.")
        senama = menurut_nama.get(kunci_baris_uang(sisa), []) if sisa else []
        kelompok = dict.fromkeys(k for b, k in sorted(senama, key=lambda s: (s[0] > nomor, abs(s[0] - nomor))))
        if kelompok:
            pilihan = [[d for d in daun if d.kunci[: len(k)] == k] for k in kelompok]
        elif all(k in _UMUM for k in sisa.split()):
            pilihan = [daun, [d for d in daun if sejak < d.baris < nomor], [d for d in daun if d.baris < nomor]]
        else:
            pilihan = []
            kerja.salah(Kode.SUSUN_TAK_TERUJI, nomor, _kolom_pertama(kerja), isi=teks)
        kerja.lewati(nomor, f"baris jumlah (“{teks}”)")
        for apa, tercetak in _uang_baris(kerja, nomor, isi).items():
            cocok = next((p for p in pilihan if _dijumlah(p, apa) == tercetak), pilihan[0] if pilihan else None)
            if cocok is not None:
                _catat(kerja, apa, kerja.blok.sel(nomor, kerja.lajur(NAMA, apa)[0].nomor), tercetak, cocok)
        sejak = nomor


def _dijumlah(baris: list[_Lajur], apa: str) -> Decimal:
    return sum((u for b in baris if (u := b.uang.get(apa)) is not None), Decimal(0))


def _catat(kerja: Kerja, apa: str, sel: str, tercetak: Decimal | None, baris: list[_Lajur]) -> None:
    if tercetak is not None and baris:
        kerja.jumlah.append(UjiJumlah(apa=apa, sel=sel, tercetak=tercetak, dihitung=_dijumlah(baris, apa)))
