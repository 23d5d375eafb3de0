"""Rows that are called a total: told from lines by their name, tested against the lines they add."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.buku.pembaca import IsiSel
from kinerja.buku.sel import SelSalah, baca_isi
from kinerja.model.istilah import Peran
from kinerja.model.kolom import Jenis, Kolom, Lembar
from kinerja.model.skema import ANGGARAN, APBD, INDIKATOR, OPD, REGIONAL, SEMUA_LEMBAR
from kinerja.nilai.angka import bulatkan, format_angka, jumlah_desimal
from kinerja.nilai.baca import Nilai
from kinerja.nilai.nama import JenisNama, kunci_nama, samakan

Baris = tuple[int, tuple[IsiSel, ...]]
_JUMLAH = re.compile(
    r"(?:grand|sub)?-?(?:jumlah|total|σ|∑)(?:jumlah|total|keseluruhan|seluruhnya|semua(?:nya)?|umum|akhir)?[:.=]*"
)
_AWAL_JUMLAH = re.compile(r"(?:grand |sub[- ]?)?(?:jumlah|total|jml\.?|jlh\.?|(rata-?rata|rerata))(?: (?=\S)|$)")
"""The words before what is added: Jumlah Program A, TOTAL BELANJA; a mean is one only where no line could be meant."""
_UMUM = frozenset(
    {
        *("belanja", "pagu", "anggaran", "realisasi", "program", "kegiatan", "sub", "apbd", "daerah", "opd", "skpd"),
        *("dinas", "badan", "kabupaten", "kota", "total", "jumlah", "dan", "tahun", "halaman", "ini", "seluruh"),
        *("keseluruhan", "i", "ii", "iii", "iv", "v"),
    }
)
"""Words that name no line of a budget."""
"""The words alone, without spaces (also J U M L A H); a name that only begins so ("Jumlah penduduk") is a name."""
PANJANG_NAMA = 40
_AWAL = frozenset("jtgsrJTGSRΣ")
_JENJANG = {"Kelompok": None, "Program": JenisNama.PROGRAM, "Kegiatan": JenisNama.KEGIATAN}
_JENJANG |= {"Sub kegiatan": JenisNama.SUB_KEGIATAN}


_NAMA: Mapping[str, Collection[str]] = {ANGGARAN.nama: tuple(_JENJANG), APBD.nama: ("Kelompok", "Uraian")}
"""Columns that say what a line of money is."""
_ASAL: Mapping[str, Collection[str]] = {s.nama: s.kunci for s in (OPD, INDIKATOR)}
"""Columns that define codes: what stands there is one, whatever it is called."""
NAMA_TERPANJANG = 160
LAINNYA = 2
"""So many lines must there be for a total that only its figures tell."""
_KALIMAT = frozenset({"Sumber", "Catatan"})
"""Columns of text that may stand in a key and name no row."""


def berkode(kolom: Kolom) -> bool:
    """Tell whether a code stands in a column, which a spreadsheet must not take for a number."""
    return kolom.nama.startswith("Kode") or kolom.nama in ("Induk", "Bagian", "Pagu bersama", "Pendahulu")


def penyebut(skema: Lembar, kolom: Kolom) -> bool:
    """Tell whether a column names its row: a code, a key of text, or the year, but no sentence."""
    sebutan = kolom.nama in skema.kunci and kolom.nama not in _KALIMAT and not skema.menurut_isi
    bernama = kolom.jenis is Jenis.TEKS or kolom.nama in _NAMA.get(skema.nama, ())
    return berkode(kolom) or kolom.jenis is Jenis.TAHUN or (sebutan and bernama)


_PENYEBUT = {s.nama: tuple(k for k in s.kolom if penyebut(s, k)) for s in SEMUA_LEMBAR}


def nama_jumlah(teks: str) -> bool:
    """Tell whether a text is the name of a total and nothing else."""
    # Nearly every text of a workbook is told by its length or first letter; signs that nobody sees may come before.
    mungkin = len(teks) < PANJANG_NAMA and (teks[:1] in _AWAL or not teks[:1].isalnum())
    return mungkin and _JUMLAH.fullmatch(samakan(teks).replace(" ", "")) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebutan:
    """How a row calls itself a total.

    Attributes:
        kolom: where its name stands.
        nama: the name.
        kelompok: key of the line or group that it says it adds; empty for all.
        pasti: whether it is one by its name alone; else only when its figures agree.
        rerata: whether it is a mean, which no sum tests.
    """

    kolom: int
    nama: str
    kelompok: str = ""
    pasti: bool = True
    rerata: bool = False


def sebutan_jumlah(
    skema: Lembar, letak: Mapping[str, int], sel: Sequence[IsiSel], nama_baris: Callable[[], Collection[str]]
) -> Sebutan | None:
    """Return how a row names itself a total with more than the word: Jumlah Program A, TOTAL BELANJA.

    Args:
        skema: its sheet.
        letak: the columns of the sheet.
        sel: the row.
        nama_baris: what the lines and groups of the sheet are called, as `menurut_nama_uang` has it.
    """
    for kolom in _PENYEBUT[skema.nama]:
        teks = _isi(letak, sel, kolom.nama)
        if not isinstance(teks, str) or teks[:1] not in _AWAL:
            continue
        awal = _AWAL_JUMLAH.match(samakan(teks)) if len(teks) <= NAMA_TERPANJANG else None
        bernama = kolom.nama in _NAMA.get(skema.nama, ())
        kunci = kolom.kode or kolom.jenis is Jenis.TAHUN or (skema is REGIONAL and kolom.nama == "Wilayah")
        tetap = kunci and kolom.nama not in _ASAL.get(skema.nama, ())
        if awal is None or not (tetap or (bernama and not awal[1])):
            continue
        sisa = samakan(teks)[awal.end() :].rstrip(" :.=")
        kelompok = kunci_baris_uang(sisa) if kunci_baris_uang(sisa) in nama_baris() else ""
        umum = all(k in _UMUM or k.isdecimal() for k in re.findall(r"\w+", sisa))
        pasti = tetap or umum or bool(kelompok)
        return Sebutan(kolom=letak[kolom.nama], nama=teks, kelompok=kelompok, pasti=pasti, rerata=bool(awal[1]))
    if skema.nama not in _NAMA or _isi(letak, sel, skema.kunci[0]) is not None:
        return None
    uang = {letak[k.nama] for k in skema.kolom if k.jenis is Jenis.UANG and k.nama in letak}
    terisi = [i for i, isi in enumerate(sel) if isi is not None]
    if terisi and uang.issuperset(terisi):
        return Sebutan(kolom=terisi[0], nama="tanpa nama", pasti=False)
    return None


def kunci_baris_uang(teks: str) -> str:
    """Return what the name of a line or group comes down to, without the word for its level."""
    return kunci_nama(JenisNama.PROGRAM, teks)


def menurut_nama_uang(skema: Lembar, letak: Mapping[str, int], baris: Iterable[Baris]) -> dict[str, list[Baris]]:
    """Return the lines by what a total may say that it adds: their own names, their groups and their OPD."""
    hasil: dict[str, list[Baris]] = {}
    for satu in baris if skema.nama in _NAMA else ():
        nama = (_isi(letak, satu[1], k) for k in ("Kode OPD", *_NAMA[skema.nama]))
        for kunci in {kunci_baris_uang(n) for n in nama if isinstance(n, str)}:
            hasil.setdefault(kunci, []).append(satu)
    return hasil


def uji_jumlah(
    skema: Lembar, letak: Mapping[str, int], jumlah: Sequence[IsiSel], baris: Sequence[Baris], sebutan: Sebutan
) -> tuple[str, bool | None]:
    """Test a total against the lines it adds: those that agree with it in every key it fills.

    Returns:
        What was found in words, and whether it agrees; None where no figure could be tested.
    """
    sejajar: list[Sequence[IsiSel]] = [sel for _, sel in baris if _cakup(skema, letak, jumlah, sel, sebutan)]
    if skema is ANGGARAN:
        sejajar = _tanpa_induk(letak, sejajar)
    if skema is APBD:
        sejajar = [sel for sel in sejajar if _isi(letak, sel, "Uraian")] or sejajar
    if sebutan.rerata or (not sebutan.pasti and len(sejajar) < LAINNYA):
        return "tidak ada angka yang dapat diuji", None
    sama, beda = [], []
    for kolom in (k for k in skema.kolom if k.jenis in (Jenis.UANG, Jenis.NILAI) and k.nama in letak):
        tercetak = _angka(kolom, letak, jumlah)
        isi = [a for a in (_angka(kolom, letak, sel) for sel in sejajar) if a is not None]
        if tercetak is None or not isi:
            continue
        dihitung = sum(isi, Decimal(0))
        if bulatkan(dihitung, jumlah_desimal(tercetak)) == tercetak:
            sama.append(f"{kolom.nama} {format_angka(tercetak)}")
        else:
            beda.append(f"{kolom.nama} tertulis {format_angka(tercetak)}, jumlah barisnya {format_angka(dihitung)}")
    if beda:
        return "; ".join(beda), False
    if sama:
        return f"sama dengan jumlah barisnya: {', '.join(sama)}", True
    return "tidak ada angka yang dapat diuji", None


def _tanpa_induk(letak: Mapping[str, int], baris: Sequence[Sequence[IsiSel]]) -> list[Sequence[IsiSel]]:
    """Keep the lines of Anggaran that have nothing deeper under them: only those are added."""
    jalur = []
    for sel in baris:
        isi = {k: str(_isi(letak, sel, k) or "") for k in ("Kode OPD", "Tahun", "Periode", *_JENJANG)}
        jenjang = (kunci_nama(jenis, isi[k]) if jenis else samakan(isi[k]) for k, jenis in _JENJANG.items())
        jalur.append((*(samakan(isi[k]) for k in ("Kode OPD", "Tahun", "Periode")), *jenjang))
    induk = {(*j[:i], *("",) * (len(j) - i)) for j in jalur for i in range(3, len(j)) if any(j[i:])}
    return [sel for sel, j in zip(baris, jalur, strict=True) if j not in induk]


def _isi(letak: Mapping[str, int], sel: Sequence[IsiSel], kolom: str) -> IsiSel:
    i = letak.get(kolom, len(sel))
    return sel[i] if i < len(sel) else None


def _cakup(
    skema: Lembar, letak: Mapping[str, int], jumlah: Sequence[IsiSel], sel: Sequence[IsiSel], sebutan: Sebutan
) -> bool:
    """Tell whether a line belongs to what the total adds."""
    for kolom in skema.kunci:
        milik, lain = _isi(letak, jumlah, kolom), _isi(letak, sel, kolom)
        tanpa = milik is None or milik == sebutan.nama or nama_jumlah(str(milik))
        if kolom == "Peran":
            milik, lain = Peran.ANGGARAN.value if tanpa else milik, lain or Peran.ANGGARAN.value
        elif tanpa:
            continue
        if samakan(str(milik)) != samakan(str(lain or "")):
            return False
    return True


def _angka(kolom: Kolom, letak: Mapping[str, int], sel: Sequence[IsiSel]) -> Decimal | None:
    try:
        nilai = baca_isi(kolom, _isi(letak, sel, kolom.nama), lambda: ("", None))
    except SelSalah:
        return None
    return nilai.angka if isinstance(nilai, Nilai) else nilai
