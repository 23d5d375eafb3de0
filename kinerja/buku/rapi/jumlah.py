"""Rows that are called a total: told from lines by their name, tested against the lines they add."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja.buku.pembaca import IsiSel
from kinerja.buku.sel import SelSalah, baca_isi
from kinerja.model.istilah import Peran
from kinerja.model.kolom import Jenis, Kolom, Lembar
from kinerja.model.skema import ANGGARAN
from kinerja.nilai.angka import bulatkan, format_angka, jumlah_desimal
from kinerja.nilai.baca import Nilai
from kinerja.nilai.nama import JenisNama, kunci_nama, samakan

Baris = tuple[int, tuple[IsiSel, ...]]
_JUMLAH = re.compile(
    r"(?:grand|sub)?-?(?:jumlah|total)(?:jumlah|total|keseluruhan|seluruhnya|semua(?:nya)?|umum|akhir)?[:.=]*"
)
"""The words alone, without spaces (also J U M L A H); a name that only begins so ("Jumlah penduduk") is a name."""
PANJANG_NAMA = 40
_AWAL = frozenset("jtgsJTGS")
_JENJANG = {"Kelompok": None, "Program": JenisNama.PROGRAM, "Kegiatan": JenisNama.KEGIATAN}
_JENJANG |= {"Sub kegiatan": JenisNama.SUB_KEGIATAN}


_KALIMAT = frozenset({"Sumber", "Catatan"})
"""Columns of text that may stand in a key and name no row."""


def berkode(kolom: Kolom) -> bool:
    """Tell whether a code stands in a column, which a spreadsheet must not take for a number."""
    return kolom.nama.startswith("Kode") or kolom.nama in ("Induk", "Bagian", "Pagu bersama", "Pendahulu")


def penyebut(skema: Lembar, kolom: Kolom) -> bool:
    """Tell whether a column names its row: a code, a key of text, or the year, but no sentence."""
    sebutan = kolom.nama in skema.kunci and kolom.nama not in _KALIMAT and not skema.menurut_isi
    return berkode(kolom) or kolom.jenis is Jenis.TAHUN or (sebutan and kolom.jenis is Jenis.TEKS)


def nama_jumlah(teks: str) -> bool:
    """Tell whether a text is the name of a total and nothing else."""
    # Nearly every text of a workbook is told by its length or first letter; signs that nobody sees may come before.
    mungkin = len(teks) < PANJANG_NAMA and (teks[:1] in _AWAL or not teks[:1].isalnum())
    return mungkin and _JUMLAH.fullmatch(samakan(teks).replace(" ", "")) is not None


def uji_jumlah(
    skema: Lembar, letak: Mapping[str, int], jumlah: Sequence[IsiSel], baris: Sequence[Baris]
) -> tuple[str, bool | None]:
    """Test a total against the lines it adds: those that agree with it in every key it fills.

    Returns:
        What was found in words, and whether it agrees; None where no figure could be tested.
    """
    sejajar: list[Sequence[IsiSel]] = [sel for _, sel in baris if _cakup(skema, letak, jumlah, sel)]
    if skema is ANGGARAN:
        sejajar = _tanpa_induk(letak, sejajar)
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


def _cakup(skema: Lembar, letak: Mapping[str, int], jumlah: Sequence[IsiSel], sel: Sequence[IsiSel]) -> bool:
    """Tell whether a line belongs to what the total adds."""
    for kolom in skema.kunci:
        milik, lain = _isi(letak, jumlah, kolom), _isi(letak, sel, kolom)
        tanpa = milik is None or nama_jumlah(str(milik))
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
