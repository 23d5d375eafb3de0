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
from kinerja.nilai.nama import samakan
from kinerja.susun.isi import berangka, teks_sel
from kinerja.susun.jenis.judul import ada
from kinerja.susun.jenis.kerja import Kerja, teks_angka
from kinerja.susun.model import Tanya, Tujuan, UjiJumlah
from kinerja.susun.temukan import Blok

NAMA = ANGGARAN.nama
KODE, PAGU, REALISASI, PAGU_AWAL, URAIAN = "Kode", "Pagu", "Realisasi", "Pagu awal", "Sub kegiatan"
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
_BUKAN_UANG += ("fisik", "serapan", "penyerapan", "tingkat", "bobot", "volume", "lalu")
_PEMBUKA = re.compile(r"^(?:grand |sub ?)?(?:jumlah|total)\b[\s:.]*")
_UMUM: frozenset[str] = frozenset(
    ("belanja", "anggaran", "daerah", "seluruh", "keseluruhan", "pagu", "skpd", "opd", "apbd", "dan", "realisasi")
)
_KODE = re.compile(r"(?:\d{1,4}|x{1,2})(?:\.(?:\d{1,4}|x{1,2}))*\.?", re.IGNORECASE)
_UNIT = re.compile(r"\d\.\d\d\.\d\.\d\d\.\d\.\d\d\.\d\d\.\d{4}(?:\.\d{4})?|\d\.\d\d\.\d\.\d\d\.\d\.\d\d\.\d+")


class Jenjang(StrEnum):
    """What a code stands for."""

    URUSAN = "urusan"
    UNIT = "perangkat daerah"
    PROGRAM = "Program"
    KEGIATAN = "Kegiatan"
    SUB_KEGIATAN = "Sub kegiatan"
    REKENING = "rekening belanja di bawah sub kegiatan"


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
    uraian = any(ada(j, "uraian", "nama", "program", "kegiatan", "nomenklatur") for j in semua)
    lain = any(ada(j, "indikator", "kinerja") for j in semua)
    return 0 if lain or not (kode and uang[0]) else 2 + sum(uang) + uraian


def petakan(blok: Blok) -> dict[int, Tujuan]:
    """Propose where the columns go."""
    hasil: dict[int, Tujuan] = {}
    judul = blok.nama_judul
    kode = [k for k, j in judul.items() if ada(j, "kode", "rekening") and not _uang(j)]
    uraian = [k for k, j in judul.items() if k not in kode and _uang(j) is None and _nama(j)]
    if uraian:
        hasil[uraian[0]] = Tujuan(lembar=NAMA, kolom=URAIAN)
    # Parts of a code may stand under no header of their own.
    sela = [k for k in judul if kode and uraian and kode[0] < k < uraian[0] and (not judul[k] or k in kode)]
    hasil |= {k: Tujuan(lembar=NAMA, kolom=KODE, rincian=TAMBAH) for k in {*kode, *sela}}
    for apa in (PAGU_AWAL, PAGU, REALISASI):
        hasil |= _pilih(apa, {k: j for k, j in judul.items() if _uang(j) == apa})
    return hasil


def _nama(judul: str) -> bool:
    return ada(judul, "uraian", "nama", "nomenklatur", "program", "kegiatan")


def _uang(judul: str) -> str | None:
    """Return the column of money that a header means."""
    if not ada(judul, *_BUKAN_UANG, "kode") or (ada(judul, "bertambah") and ada(judul, "setelah")):
        if ada(judul, "realisasi"):
            return REALISASI
        if ada(judul, "anggaran", "pagu", "apbd", "dpa", "alokasi"):
            return PAGU_AWAL if ada(judul, "sebelum", "murni", "awal", "semula") else PAGU
    return None


def _pilih(apa: str, calon: Mapping[int, str]) -> dict[int, Tujuan]:
    """Choose among the columns that may hold one amount: the sum of the kinds, else up to now, else all kinds added."""
    jumlah = [k for k, j in calon.items() if ada(j, "jumlah", "total") and not _belanja(j)]
    bagian = [k for k, j in calon.items() if _belanja(j)]
    sampai = [k for k, j in calon.items() if re.search(r"s\s*[./]\s*d|sampai|kumulatif", samakan(j))]
    if len(calon) > 1 and len(jumlah) == 1:
        utama = jumlah
    elif len(calon) > 1 and len(sampai) == 1 and not bagian:
        utama = sampai
    else:
        utama = [k for k in calon if k not in bagian]
    if utama and bagian:
        uji = {k: Tujuan(lembar=NAMA, kolom=apa, rincian=UJI) for k in bagian}
        return {k: Tujuan(lembar=NAMA, kolom=apa) for k in utama} | uji
    if bagian:
        return {k: Tujuan(lembar=NAMA, kolom=apa, rincian=TAMBAH) for k in bagian}
    return {k: Tujuan(lembar=NAMA, kolom=apa) for k in utama}


def _belanja(judul: str) -> bool:
    return ada(judul, *_JENIS_BELANJA)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lajur:
    """A line of the table that has a code of ours."""

    baris: int
    opd: str
    kode: str
    jenjang: Jenjang
    nama: str
    uang: Mapping[str, Decimal | None]


def susun(kerja: Kerja) -> None:
    """Make the lines of Anggaran, test the printed totals against the leaves."""
    lajur = _lajur(kerja)
    terpakai = [b for b in lajur if b.jenjang in (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)]
    nama = {(b.opd, b.kode): b.nama for b in terpakai}
    # A code that begins another is its parent.
    induk = {(b.opd, ".".join(b.kode.split(".")[:n])) for b in terpakai for n in (3, 5) if n < len(b.kode.split("."))}
    daun = [b for b in terpakai if (b.opd, b.kode) not in induk]
    for satu in terpakai:
        bagian = satu.kode.split(".")
        jalur = [nama.get((satu.opd, ".".join(bagian[:n])), "") for n in (3, 5, 6) if n <= len(bagian)]
        if "" in jalur:
            kerja.salah(Kode.SUSUN_BARIS_RAGU, satu.baris, _kolom_kode(kerja), apa="baris induk kodenya tidak ada")
            continue
        kolom = dict(zip(("Program", "Kegiatan", "Sub kegiatan"), jalur, strict=False))
        periode = kerja.isi.get(Tanya.PERIODE, "")
        isi = {"Kode OPD": satu.opd, "Tahun": kerja.isi.get(Tanya.TAHUN, ""), **kolom, "Kode": satu.kode}
        isi |= {k: "" if v is None else teks_angka(v) for k, v in satu.uang.items()}
        isi |= {"Periode": "" if periode == Periode.TAHUNAN else periode, "Sumber": kerja.isi.get(Tanya.SUMBER, "")}
        kerja.tulis(NAMA, satu.baris, isi)
    _uji_unit(kerja, lajur, daun)
    _uji_jumlah(kerja, daun, nama)


def _kolom_kode(kerja: Kerja) -> int:
    return kerja.lajur(NAMA, KODE)[0].nomor


def _lajur(kerja: Kerja) -> list[_Lajur]:
    """Read the rows that have a code; all others are left out with a reason, or asked about where they hold figures."""
    hasil: list[_Lajur] = []
    kolom_kode = [k.nomor for k in kerja.lajur(NAMA, KODE)]
    kolom_nama = kerja.lajur(NAMA, URAIAN)[0].nomor
    atas = [""] * len(kolom_kode)
    opd = kerja.isi.get(Tanya.OPD, "")
    dilihat: dict[tuple[str, str], int] = {}
    berunit = _berunit(kerja, kolom_kode)
    for nomor, isi in kerja.blok.baris():
        kode = _kode(isi, kolom_kode, atas)
        nama = teks_sel(isi.get(kolom_nama))
        derajat = _golongkan(kerja, nomor, isi, kode)
        if derajat is None:
            continue
        if derajat is Jenjang.UNIT and berunit:
            opd = _unit(kerja, nomor, kolom_nama, nama)
        if derajat in (Jenjang.UNIT, Jenjang.URUSAN):
            kerja.lewati(nomor, f"baris {derajat.value}, di atas program")
        elif (opd, kode) in dilihat:
            kerja.salah(Kode.SUSUN_KODE_GANDA, nomor, kolom_kode[0], isi=kode, baris=dilihat[opd, kode])
            continue
        dilihat.setdefault((opd, kode), nomor)
        uang = {apa: _jumlah(kerja, nomor, isi, apa) for apa in (PAGU_AWAL, PAGU, REALISASI) if kerja.lajur(NAMA, apa)}
        hasil.append(_Lajur(baris=nomor, opd=opd, kode=kode, jenjang=derajat, nama=nama, uang=uang))
    return hasil


def _golongkan(kerja: Kerja, nomor: int, isi: Mapping[int, IsiSel], kode: str) -> Jenjang | None:
    """Tell what a row is; one that is no line is left out with a reason, or asked about where it holds figures."""
    kolom_kode = [k.nomor for k in kerja.lajur(NAMA, KODE)]
    kolom_nama = kerja.lajur(NAMA, URAIAN)[0].nomor
    if not kode and tampak_jumlah(*(teks_sel(isi.get(k)) for k in (kolom_nama, *kolom_kode))):
        return None  # tested when all lines are known
    derajat = jenjang(kode) if _KODE.fullmatch(kode) else None
    if derajat is Jenjang.REKENING:
        kerja.lewati(nomor, derajat.value)
        return None
    berisi = [k.nomor for a in (PAGU, REALISASI) for k in kerja.lajur(NAMA, a) if berangka(isi.get(k.nomor))]
    if derajat is None and not berisi:
        kerja.lewati(nomor, "bukan baris data: tanpa kode dan tanpa angka")
    elif not kode:
        kerja.salah(Kode.SUSUN_BARIS_RAGU, nomor, berisi[0], apa="tanpa kode")
    elif derajat is None:
        kerja.salah(Kode.SUSUN_KODE, nomor, kolom_kode[0], isi=kode)
    return derajat


def _kode(isi: Mapping[int, IsiSel], kolom: list[int], atas: list[str]) -> str:
    """Join the parts of a code; what stands above is filled down into the columns before the first that is filled."""
    bagian = [teks_sel(isi.get(k)).replace(" ", "").replace(",", ".").strip(".") for k in kolom]
    terisi = [n for n, b in enumerate(bagian) if b]
    if not terisi or not all(_KODE.fullmatch(bagian[n]) for n in terisi):
        return ".".join(filter(None, bagian)) if terisi and any(c.isdigit() for b in bagian for c in b) else ""
    pertama, terakhir = terisi[0], terisi[-1]
    if bagian[pertama].count(".") and jenjang(bagian[pertama]) is Jenjang.REKENING and pertama == terakhir:
        return bagian[pertama]
    utuh = [*atas[:pertama], *bagian[pertama : terakhir + 1]]
    atas[:] = [*utuh, *[""] * (len(kolom) - len(utuh))]
    return ".".join(filter(None, utuh))


def _berunit(kerja: Kerja, kolom: list[int]) -> bool:
    """Tell whether the table holds several units, each with its own lines."""
    unit = {teks_sel(isi.get(kolom[0])) for _, isi in kerja.blok.baris()}
    return len([u for u in unit if _UNIT.fullmatch(u.strip("."))]) > 1 and not kerja.isi.get(Tanya.OPD)


def _unit(kerja: Kerja, nomor: int, kolom: int, nama: str) -> str:
    kode = kerja.acuan.kode_opd(kerja.dijawab("OPD", nama) or nama)
    if kode is None:
        kerja.belum_pasti("OPD", nama, None, kerja.blok.sel(nomor, kolom))
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


def _uji_unit(kerja: Kerja, lajur: list[_Lajur], daun: list[_Lajur]) -> None:
    """Test what a unit's own row prints against the leaves below it."""
    kolom = {apa: k.nomor for apa in (PAGU, REALISASI) for k in kerja.lajur(NAMA, apa)[:1]}
    for satu in (b for b in lajur if b.jenjang is Jenjang.UNIT):
        berikut = next((b.baris for b in lajur if b.jenjang is Jenjang.UNIT and b.baris > satu.baris), None)
        milik = [d for d in daun if d.baris > satu.baris and (berikut is None or d.baris < berikut)]
        for apa, k in kolom.items():
            _catat(kerja, apa, kerja.blok.sel(satu.baris, k), satu.uang.get(apa), milik)


def _uji_jumlah(kerja: Kerja, daun: list[_Lajur], nama: Mapping[tuple[str, str], str]) -> None:
    """Test every row that calls itself a total against the leaves it adds, and leave it out."""
    kolom_nama = kerja.lajur(NAMA, URAIAN)[0].nomor
    kolom_kode = [k.nomor for k in kerja.lajur(NAMA, KODE)]
    ada_kode = {b.baris for b in daun} | kerja.dipakai
    kode_nama = {kunci_baris_uang(n): (o, k) for (o, k), n in nama.items()}
    sejak = 0
    for nomor, isi in kerja.blok.baris():
        teks = next((t for k in (kolom_nama, *kolom_kode) if tampak_jumlah(t := teks_sel(isi.get(k)))), "")
        if not teks or nomor in ada_kode:
            continue
        sisa = _PEMBUKA.sub("", samakan(teks), count=1).strip(" :.")
        kelompok = kode_nama.get(kunci_baris_uang(sisa)) if sisa else None
        if kelompok:
            pilihan = [[d for d in daun if d.opd == kelompok[0] and f"{d.kode}.".startswith(f"{kelompok[1]}.")]]
        elif all(k in _UMUM for k in sisa.split()):
            pilihan = [daun, [d for d in daun if sejak < d.baris < nomor], [d for d in daun if d.baris < nomor]]
        else:
            pilihan = []
        kerja.lewati(nomor, f"baris jumlah (“{teks}”)")
        uang = {apa: _jumlah(kerja, nomor, isi, apa) for apa in (PAGU, REALISASI) if kerja.lajur(NAMA, apa)}
        for apa, tercetak in uang.items():
            cocok = next((p for p in pilihan if _dijumlah(p, apa) == tercetak), pilihan[0] if pilihan else None)
            if cocok is not None:
                _catat(kerja, apa, kerja.blok.sel(nomor, kerja.lajur(NAMA, apa)[0].nomor), tercetak, cocok)
        sejak = nomor


def _dijumlah(baris: list[_Lajur], apa: str) -> Decimal:
    return sum((u for b in baris if (u := b.uang.get(apa)) is not None), Decimal(0))


def _catat(kerja: Kerja, apa: str, sel: str, tercetak: Decimal | None, baris: list[_Lajur]) -> None:
    if tercetak is not None and baris:
        kerja.jumlah.append(UjiJumlah(apa=apa, sel=sel, tercetak=tercetak, dihitung=_dijumlah(baris, apa)))
