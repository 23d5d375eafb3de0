"""The year and the period of a table's figures, as the headers of its columns say them."""

from collections.abc import Iterable

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.model.istilah import Periode
from kinerja.model.skema import ANGGARAN
from kinerja.susun.isi import tahun_dalam
from kinerja.susun.jenis.judul import bulan_akhir, kata, menyebut_bulan, sampai, triwulan
from kinerja.susun.model import KolomTabel, Tujuan
from kinerja.susun.temukan import Blok

BERTAHUN = frozenset({"Target", "Realisasi", "Pagu", "Nilai", "Uraian", "Aksi"})
"""What is of a year: where every such column says its own, none is asked."""
PERIODE_BULAN = {3: Periode.TW_I, 6: Periode.TW_II, 9: Periode.TW_III, 12: Periode.TAHUNAN}
"""The period of figures up to a month; within a quarter there is none."""


def tahun_lain(blok: Blok, kolom: Iterable[KolomTabel], tahun: str) -> list[TemuanBuku]:
    """Name the columns whose header says another year than the table's; one of indicators that has its own may."""
    return [
        temuan(
            Kode.SUSUN_KOLOM_TAHUN,
            blok.kisi.nama,
            blok.sel(blok.judul_akhir, k.nomor),
            judul=k.judul,
            tertulis=t[-1],
            tahun=tahun,
        )
        for k in kolom
        if tahun and k.tujuan and k.tujuan.kolom in BERTAHUN and (t := tahun_dalam(k.judul))
        if tahun != str(t[-1]) and (not k.tujuan.tahun or k.tujuan.lembar == ANGGARAN.nama)
    ]


def berperiode(angka: Iterable[Tujuan]) -> bool:
    """Tell whether the columns say their quarters themselves: of each sheet those of realisasi, else any."""
    angka = list(angka)
    realisasi = [t for t in angka if t.kolom == "Realisasi"]
    bertw = {t.lembar for t in realisasi if t.periode}
    return {t.lembar for t in realisasi} == bertw if realisasi else any(t.periode for t in angka)


def menurut_kolom(periode: str, kolom: Iterable[KolomTabel], atas: Iterable[str]) -> str:
    """Return the period of a table, where the headers of its figures agree with it or say one themselves."""
    kolom = list(kolom)
    if any(map(_bulan_ini, kolom)) and not any(triwulan(t) or bulan_akhir(t) for t in atas):
        return ""
    judul = _periode_judul(kolom)
    return periode if judul is None else judul if periode in (judul, Periode.TAHUNAN) else ""


def _bulan_ini(kolom: KolomTabel) -> bool:
    """Tell whether a realisasi is so far in a month that its header does not name."""
    realisasi = kolom.tujuan is not None and kolom.tujuan.kolom == "Realisasi"
    return realisasi and {"bulan", "ini"} <= set(kata(kolom.judul))


def _periode_judul(kolom: Iterable[KolomTabel]) -> str | None:
    """Return the period that the headers of figures say: empty where it must be asked, None where they say none.

    The figure of one month alone is that of no period of ours.
    """
    judul = [k.judul for k in kolom if k.tujuan and k.tujuan.kolom == "Realisasi" and not k.tujuan.periode]
    disebut = {(triwulan(j), bulan_akhir(j), sampai(j)) for j in judul if triwulan(j) or menyebut_bulan(j)}
    if not disebut:
        return None
    (tw, bulan, hingga), *lain = disebut
    dari_bulan = PERIODE_BULAN.get(bulan) if bulan and hingga else None
    return "" if lain else tw or dari_bulan or ""
