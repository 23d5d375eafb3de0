"""Rows that speak of an indicator: its name found among ours, two in one cell parted, merged cells filled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel
from kinerja.buku.rapi.jumlah import nama_jumlah
from kinerja.model.skema import ANGGARAN, CAPAIAN, NAMA_ANGGARAN
from kinerja.nilai.nama import samakan, tanpa_nomor
from kinerja.susun.acuan import terdekat
from kinerja.susun.isi import baris_teks, berangka, teks_sel
from kinerja.susun.jenis.baru import tulis_baru, usulan_kode
from kinerja.susun.jenis.judul import ada
from kinerja.susun.jenis.kerja import Kerja
from kinerja.susun.jenis.lra import tampak_jumlah
from kinerja.susun.model import BARU, Tanya, Tujuan
from kinerja.susun.temukan import Blok

KOLOM = "Kode indikator"
_BUKAN_NAMA = ("target", "realisasi", "kode", "satuan")
_TINGKAT = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "outcome", "output")
"""Levels of which a column of indicators says one."""
_BERNOMOR = re.compile(r"^\s*(?:\d{1,2}|[a-z])\s*[.)]\s*|^\s*[-•–]\s*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lajur:
    """A row, or the part of one that speaks of one indicator.

    Attributes:
        baris: its number in the sheet.
        kode: code of the indicator with us; empty where the row names none, or one that must be decided first.
        nama: the indicator as written.
        isi: its cells by column, figures of a parted cell already parted.
        jumlah: it is a total.
    """

    baris: int
    kode: str
    nama: str
    isi: Mapping[int, IsiSel]
    jumlah: bool = False


def kolom_indikator(blok: Blok) -> dict[int, Tujuan]:
    """Find the column that names the indicator."""
    for cari in ("indikator", "iku", "ukuran"):
        calon = [k for k, j in blok.nama_judul.items() if ada(j, cari) and not ada(j, *_BUKAN_NAMA)]
        if calon:
            # Indicators of two levels side by side: whose the figures are must be decided.
            bertingkat = [k for k in calon if ada(blok.nama_judul[k], *_TINGKAT)]
            semua = bertingkat if calon[0] in bertingkat else calon[:1]
            return dict.fromkeys(semua, Tujuan(lembar=CAPAIAN.nama, kolom=KOLOM))
    return {}


def baca_lajur(kerja: Kerja) -> Iterator[Lajur]:
    """Yield the rows below the header that speak of indicators; others are left out with a reason."""
    kolom = next((k.nomor for k in kerja.lajur(CAPAIAN.nama, KOLOM)), None)
    gabungan = _gabungan(kerja.blok)
    dipetakan = [k.nomor for k in kerja.kolom if k.tujuan and k.nomor != kolom]
    terakhir = _terakhir(kerja, dipetakan)
    for nomor, isi_baris in kerja.blok.baris():
        isi = isi_baris | {k: s for k, s in gabungan.get(nomor, {}).items() if k not in isi_baris}
        if _berjumlah(kerja, kolom, isi_baris):
            yield Lajur(baris=nomor, kode="", nama="", isi=isi, jumlah=True)
        elif nomor > terakhir or (kolom is not None and isi.get(kolom) is None and not _berisi(isi, dipetakan)):
            kerja.lewati(nomor, "bukan baris data: judul kelompok, tanda tangan, atau catatan")
        elif kolom is None or isi.get(kolom) is None:
            yield Lajur(baris=nomor, kode="", nama="", isi=isi)
        else:
            yield from _pecah(kerja, nomor, kolom, isi)


def _berjumlah(kerja: Kerja, kolom: int | None, isi: Mapping[int, IsiSel]) -> bool:
    """Tell whether a row is a total: many an indicator begins with the word, and so does many a formula."""
    if kolom is not None and isi.get(kolom) is not None:
        return nama_jumlah(teks_sel(isi[kolom]))
    nama = {k.nomor for n in NAMA_ANGGARAN for k in kerja.lajur(ANGGARAN.nama, n)}
    depan = (s for k, s in isi.items() if kolom is None or k < kolom or k in nama)
    return tampak_jumlah(*(teks_sel(s) for s in depan if isinstance(s, str)))


def _berisi(isi: Mapping[int, IsiSel], kolom: list[int]) -> bool:
    return any(isi.get(k) is not None for k in kolom)


def _terakhir(kerja: Kerja, kolom: list[int]) -> int:
    """Return the last row that may be a line: with a number, or with words in two columns that go somewhere."""
    akhir = 0
    for nomor, isi in kerja.blok.baris():
        terisi = [k for k in kolom if isi.get(k) is not None]
        nama = any(isi.get(k.nomor) is not None for k in kerja.lajur(CAPAIAN.nama, KOLOM))
        if (nama and terisi) or any(berangka(isi.get(k)) for k in terisi):
            akhir = nomor
    return akhir


def _gabungan(blok: Blok) -> dict[int, dict[int, IsiSel]]:
    """Return what merged cells of words say for the rows below their first; an amount stays where it is printed."""
    hasil: dict[int, dict[int, IsiSel]] = {}
    for r1, k1, r2, _ in blok.kisi.gabungan:
        if r1 <= blok.judul_akhir or r1 not in blok.data.index or k1 not in blok.judul:
            continue
        isi: IsiSel = dict(blok.data.loc[r1]).get(k1)
        if isi is None or berangka(isi):
            continue
        for r in range(r1 + 1, r2 + 1):
            hasil.setdefault(r, {})[k1] = isi
    return hasil


def _pecah(kerja: Kerja, nomor: int, kolom: int, isi: Mapping[int, IsiSel]) -> Iterator[Lajur]:
    """Part a cell that names several indicators, each on its line, with the figures beside them."""
    nama = baris_teks(isi[kolom])
    utuh = " ".join(nama)
    satu = Lajur(baris=nomor, kode="", nama=utuh, isi=isi)
    bernomor = len(nama) > 1 and sum(bool(_BERNOMOR.match(n)) for n in nama) > 1
    dikenal = len(nama) > 1 and all(_kode(kerja, _BERNOMOR.sub("", n)) for n in nama)
    if not (bernomor or dikenal) or _kode(kerja, utuh):
        yield replace(satu, kode=_cari(kerja, nomor, kolom, utuh, isi))
        return
    if bernomor:
        nama = _satukan(nama)
    bagian: dict[int, list[str]] = {}
    for k, sel in isi.items():
        teks = baris_teks(sel) if k != kolom else []
        if len(teks) > 1 and all(berangka(_BERNOMOR.sub("", t)) or berangka(t) for t in teks):
            if len(teks) != len(nama):
                kerja.salah(Kode.SUSUN_PECAH, nomor, k, jumlah=len(nama), lain=len(teks))
                return
            bernomor_sel = all(_BERNOMOR.match(t) for t in teks)
            bagian[k] = [_BERNOMOR.sub("", t) if bernomor_sel else t for t in teks]
        elif berangka(sel) and any(j.nomor == k and j.tujuan and j.tujuan.lembar == CAPAIAN.nama for j in kerja.kolom):
            kerja.salah(Kode.SUSUN_PECAH, nomor, k, jumlah=len(nama), lain=1)
            return
        elif len(teks) == len(nama):
            bagian[k] = teks
    for n, satu_nama in enumerate(nama):
        polos = _BERNOMOR.sub("", satu_nama)
        milik: dict[int, IsiSel] = {k: s for k, s in isi.items() if n == 0 or not berangka(s) or k in bagian}
        milik |= {k: teks[n] for k, teks in bagian.items()}
        yield Lajur(baris=nomor, kode=_cari(kerja, nomor, kolom, polos, {}), nama=polos, isi=milik)


def _satukan(nama: list[str]) -> list[str]:
    """Join the lines of a wrapped name to the numbered line they go on from."""
    hasil: list[str] = []
    for satu in nama:
        if hasil and not _BERNOMOR.match(satu):
            hasil[-1] = f"{hasil[-1]} {satu}"
        else:
            hasil.append(satu)
    return hasil


def _kode(kerja: Kerja, nama: str) -> str | None:
    """Return the code of the indicator of that name or code, of the OPD where it is known."""
    milik = _milik(kerja)
    kunci = {samakan(nama), tanpa_nomor(nama)}
    for kode, isi in milik.items():
        if samakan(kode) == samakan(nama) or samakan(isi) in kunci:
            return kode
    return None


def _milik(kerja: Kerja) -> Mapping[str, str]:
    opd = kerja.isi.get(Tanya.OPD, "")
    semua = {k: b["Indikator"] for k, b in kerja.acuan.indikator.items()}
    return kerja.acuan.indikator_opd(opd) if opd else semua


def _kode_tertulis(kerja: Kerja, isi: Mapping[int, IsiSel]) -> str | None:
    """Return the code of ours that a column of codes writes beside the name."""
    kode = {samakan(k): k for k in _milik(kerja)}
    kolom = (k for k, j in kerja.blok.nama_judul.items() if ada(j, "kode"))
    return next((kode[t] for k in kolom if (t := samakan(teks_sel(isi.get(k)))) in kode), None)


def _cari(kerja: Kerja, nomor: int, kolom: int, nama: str, isi: Mapping[int, IsiSel]) -> str:
    """Return the code of an indicator; one that is not known is asked about, with the nearest."""
    dijawab = kerja.dijawab("Indikator", nama)
    if dijawab is not None and dijawab.startswith(BARU):
        return tulis_baru(kerja, nomor, kolom, nama, dijawab, isi)
    kode = _kode(kerja, dijawab or nama) or _kode_tertulis(kerja, isi)
    if kode is None:
        milik = _milik(kerja)
        dekat = terdekat(nama, list(milik.values()))
        sel = kerja.blok.sel(nomor, kolom)
        kerja.belum_pasti("Indikator", nama, dekat, sel, kode=usulan_kode(kerja, nama))
    return kode or ""
