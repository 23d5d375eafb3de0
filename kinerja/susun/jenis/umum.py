"""Any other table: a person says for each column where it goes; rows become rows of those sheets."""

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel
from kinerja.buku.sel import BERANGKA
from kinerja.model.istilah import Periode
from kinerja.model.kolom import Jenis, Kolom, Lembar
from kinerja.model.skema import REGIONAL, SEMUA_LEMBAR
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.susun.isi import berangka, teks_sel
from kinerja.susun.jenis.kerja import Kerja, teks_angka, teks_nilai
from kinerja.susun.jenis.lra import tampak_jumlah
from kinerja.susun.model import KolomTabel, Tanya, Tujuan
from kinerja.susun.temukan import Blok

_JAWABAN = {
    "Kode OPD": Tanya.OPD,
    "Tahun": Tanya.TAHUN,
    "Periode": Tanya.PERIODE,
    "Satuan": Tanya.SATUAN,
    "Arah": Tanya.ARAH,
    "Sumber": Tanya.SUMBER,
}
"""Columns of ours that an answer about the whole table fills."""


def cocok(_: Blok) -> int:
    """Return 0: no header tells a table of this kind, a person does."""
    return 0


def petakan(blok: Blok) -> dict[int, Tujuan]:
    """Propose a column of one sheet of ours for each header that is called so: the sheet that knows most of them."""
    judul = {k: samakan(j.rpartition(" · ")[2]) for k, j in blok.nama_judul.items()}
    kenal = {
        s.nama: {k: c for k, j in judul.items() if (c := next((c for c in s.judul if samakan(c) == j), None))}
        for s in SEMUA_LEMBAR
    }
    terbaik = max(kenal, key=lambda n: len(kenal[n]))
    return {k: Tujuan(lembar=terbaik, kolom=c) for k, c in kenal[terbaik].items()}


def susun(kerja: Kerja) -> None:
    """Make a row of each sheet from every row that fills a column of it."""
    for lembar in SEMUA_LEMBAR:
        if lajur := [k for k in kerja.kolom if k.tujuan and k.tujuan.lembar == lembar.nama]:
            _susun_lembar(kerja, lembar, lajur)


def _susun_lembar(kerja: Kerja, lembar: Lembar, lajur: list[KolomTabel]) -> None:
    tetap = {k: jawab for k, apa in _JAWABAN.items() if k in lembar.judul and (jawab := kerja.isi.get(apa, ""))}
    if lembar is REGIONAL and (ukuran := kerja.isi.get(Tanya.UKURAN)):
        tetap["Indikator"] = ukuran
    if tetap.get("Periode") == Periode.TAHUNAN:
        del tetap["Periode"]
    for nomor, isi in kerja.blok.baris():
        if tampak_jumlah(*(teks_sel(s) for s in isi.values() if isinstance(s, str))):
            kerja.lewati(nomor, "baris jumlah")
            continue
        baris = dict(tetap)
        for k in lajur:
            tujuan = pasti(k.tujuan, "tujuan")
            if teks := _isi(kerja, lembar.cari(tujuan.kolom), nomor, k.nomor, isi.get(k.nomor)):
                baris |= {tujuan.kolom: teks, **({"Tahun": str(tujuan.tahun)} if tujuan.tahun else {})}
                baris |= {"Periode": tujuan.periode} if tujuan.periode else {}
        kurang = [c.nama for c in lembar.kolom if c.wajib and c.nama not in baris]
        if not kurang and len(baris) > len(tetap):
            kerja.tulis(lembar.nama, nomor, baris)
        elif any(berangka(isi.get(k.nomor)) for k in lajur):
            kerja.salah(Kode.SUSUN_BARIS_RAGU, nomor, lajur[0].nomor, apa=f"{', '.join(kurang)} kosong")
        else:
            kerja.lewati(nomor, "bukan baris data: tanpa angka")


def _isi(kerja: Kerja, kolom: Kolom, nomor: int, k: int, isi: IsiSel) -> str:
    if isi is None:
        return ""
    if kolom.jenis is Jenis.UANG:
        uang = kerja.uang(kolom, nomor, k, isi)
        return "" if uang is None else teks_angka(uang)
    if kolom.jenis in BERANGKA:
        nilai = kerja.baca(kolom, nomor, k, isi)
        return "" if nilai is None else teks_nilai(nilai, isi)
    return teks_sel(isi)
