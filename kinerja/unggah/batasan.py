"""What an import may not touch: rows of another OPD for an operator, figures of a locked period for everybody."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.buku.banding.beda import Beda, JenisBeda, PerubahanBaris, PerubahanSel
from kinerja.buku.banding.kunci import baris_berkunci
from kinerja.buku.banding.pemilik import PENGELOLA
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import LembarMentah
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.gudang.gudang import Kunci
from kinerja.model.istilah import Periode, triwulan_dari
from kinerja.model.skema import ANGGARAN, ATURAN_CAPAIAN, CAPAIAN, INDIKATOR, PROFIL
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan

TAK_TERKUNCI = frozenset({"Regional", "Analisis", "Rencana aksi"})
"""Sheets of a year that a lock leaves open: figures of the statistics office, explanations and plans come later."""
SETAHUN = Periode.TAHUNAN.value
PENENTU = frozenset({"Kode OPD", "Satuan", "Arah", "Skala nilai", "Bobot", "Akumulasi"})
"""Columns of Indikator from which capaian, predikat and means follow."""

Alamat = Callable[[str, int, str], str]
"""From sheet, canonical row and column to the cell in the file that was sent."""


@dataclass(frozen=True, slots=True)
class Terkunci:
    """What is locked: years and quarters, and the years in which each indicator has figures (by normalised code)."""

    periode: frozenset[tuple[int, str]]
    tahun_indikator: Mapping[str, frozenset[int]]

    @classmethod
    def dari(cls, kunci: Iterable[Kunci], lama: Iterable[LembarMentah]) -> "Terkunci":
        """Take the locks, and the figures of the version that is to be changed."""
        capaian = next((s for s in lama if s.nama == CAPAIAN.nama), None)
        baris = baris_berkunci(CAPAIAN, capaian).values()
        tahun = himpun((samakan(b["Kode indikator"]), int(b["Tahun"])) for b in baris)
        return cls(frozenset((k.tahun, k.periode) for k in kunci), {k: frozenset(v) for k, v in tahun.items()})

    def kena(self, perubahan: PerubahanBaris) -> str | None:
        """Name the locked period a changed row touches.

        A year covers its rows in every sheet but `TAK_TERKUNCI`, and what its capaian follow from in Indikator and
        Profil; a quarter covers its own rows of Capaian and Anggaran, and the row of Capaian of its half.
        """
        if perubahan.lembar == INDIKATOR.nama:
            return self._kena_indikator(perubahan)
        if perubahan.lembar == PROFIL.nama:
            return self._kena_profil(perubahan)
        tahun = perubahan.isi.get("Tahun", "")
        if perubahan.lembar in TAK_TERKUNCI or not tahun.isdecimal():
            return None
        berperiode = perubahan.lembar in (CAPAIAN.nama, ANGGARAN.nama)
        periode = (perubahan.isi.get("Periode") or SETAHUN) if berperiode else SETAHUN
        if (int(tahun), SETAHUN) in self.periode:
            return f"tahun {tahun}"
        return next((f"{p} {tahun}" for p in triwulan_dari(periode) if (int(tahun), p) in self.periode), None)

    def _kena_profil(self, perubahan: PerubahanBaris) -> str | None:
        """Name the first locked year where a rule of capaian changes; writing a default down changes none."""
        aturan = next((k for k in ATURAN_CAPAIAN if samakan(k.nama) == samakan(perubahan.isi.get("Kunci", ""))), None)
        nilai = next((s for s in perubahan.sel if s.kolom == "Nilai"), None)
        if aturan is None or nilai is None or (nilai.lama or aturan.bawaan) == (nilai.baru or aturan.bawaan):
            return None
        return next((f"tahun {t}" for t, p in sorted(self.periode) if p == SETAHUN), None)

    def _kena_indikator(self, perubahan: PerubahanBaris) -> str | None:
        if perubahan.jenis is not JenisBeda.UBAH or not any(s.kolom in PENENTU for s in perubahan.sel):
            return None
        berangka = self.tahun_indikator.get(samakan(perubahan.isi["Kode indikator"]), frozenset())
        return next((f"tahun {t}" for t in sorted(berangka) if (t, SETAHUN) in self.periode), None)


def periksa_batasan(
    beda: Beda, pengguna: Pengguna, terkunci: Terkunci, nama_opd: Mapping[str, str], alamat: Alamat
) -> list[TemuanBuku]:
    """Return a finding for every row that may not change, with its cell; `nama_opd` is by normalised code."""
    semua = [t for b in beda.semua for t in _kunci(b, terkunci, alamat)]
    if pengguna.peran is PeranPengguna.OPERATOR:
        semua += [t for b in beda.semua for t in _opd_lain(b, pengguna.kode_opd, nama_opd, alamat)]
    return semua


def _kunci(perubahan: PerubahanBaris, terkunci: Terkunci, alamat: Alamat) -> Iterable[TemuanBuku]:
    periode = terkunci.kena(perubahan)
    for s in _sel_terkunci(perubahan) if periode else ():
        isi = {
            "kunci": perubahan.kunci,
            "kolom": s.kolom,
            "lama": _isi(perubahan, s.lama),
            "isi": _isi(perubahan, s.baru),
            "periode": periode,
        }
        yield temuan(Kode.PERIODE_TERKUNCI, perubahan.lembar, _sel(perubahan, s.kolom, alamat), s.kolom, **isi)


def _sel_terkunci(perubahan: PerubahanBaris) -> Iterable[PerubahanSel]:
    """Return the cells to name: one of a row that came or went, of an indicator those that its capaian follow from."""
    if perubahan.jenis is not JenisBeda.UBAH:
        return perubahan.sel[:1]
    return [s for s in perubahan.sel if perubahan.lembar != INDIKATOR.nama or s.kolom in PENENTU]


def _isi(perubahan: PerubahanBaris, teks: str) -> str:
    if perubahan.jenis is JenisBeda.UBAH or teks:
        return teks
    return "baris tidak ada"


def _opd_lain(
    perubahan: PerubahanBaris, milik: str, nama_opd: Mapping[str, str], alamat: Alamat
) -> Iterable[TemuanBuku]:
    asing = pemilik_lain(perubahan, milik)
    if asing is None:
        return
    kolom = perubahan.sel[0].kolom
    pemilik = nama_opd.get(asing, asing) or "pengelola"
    isi = {"kunci": perubahan.kunci, "pemilik": pemilik, "opd": nama_opd.get(samakan(milik), milik)}
    yield temuan(Kode.BARIS_OPD_LAIN, perubahan.lembar, _sel(perubahan, kolom, alamat), kolom, **isi)


def pemilik_lain(perubahan: PerubahanBaris, milik: str) -> str | None:
    """Return another owner of a changed row, as `pemilik_baris` says it; None when it was and is all of `milik`."""
    return next((p for p in sorted(perubahan.pemilik) if p == PENGELOLA or p != samakan(milik)), None)


def _sel(perubahan: PerubahanBaris, kolom: str, alamat: Alamat) -> str:
    return alamat(perubahan.lembar, perubahan.baris, kolom) if perubahan.baris else ""
