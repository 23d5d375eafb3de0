"""What a lock holds: the printed rows of its period, and every figure of it, by whatever row or column it would move.

The figures are asked, not the columns: what moved is found by computing both sides, and where the change stands by
trying the changed cells on the old side, a column at a time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja.buku.banding.beda import Beda, JenisBeda, PerubahanBaris, PerubahanSel
from kinerja.buku.banding.kunci import Isi, baris_berkunci, kunci_isi
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.muat import muat_tersimpan
from kinerja.buku.pembaca import LembarMentah
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import SeluruhKunci
from kinerja.model.istilah import triwulan_dari
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.galat import Ditolak
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.unggah.angka_periode import SETAHUN, TAK_ADA, Angka, Geser, Letak, Ukuran, angka_periode, bergeser

TAK_TERKUNCI = frozenset({"Regional", "Analisis", "Rencana aksi"})
"""Sheets of a year that a lock leaves open: figures of the statistics office, explanations and plans come later."""
TAK_BERANGKA = frozenset({"Kutipan", "Analisis", "Rencana aksi", "Laporan"})
"""Sheets on which no figure rests; left out where the same figures are computed again and again."""
_SKEMA = {s.nama: s for s in SEMUA_LEMBAR}

Alamat = Callable[[str, int, str], str]
"""From sheet, canonical row and column to the cell in the file that was sent."""


@dataclass(frozen=True)
class Sisi:
    """A version or a workbook to be: its canonical sheets, and what is computed from them."""

    lembar: tuple[LembarMentah, ...]
    dataset: Dataset

    @classmethod
    def dari(cls, lembar: Sequence[LembarMentah]) -> "Sisi":
        """Load the sheets of a version.

        Raises:
            Ditolak: when they cannot be read any more; then nobody could say what moves.
        """
        buku = muat_tersimpan(tuple(lembar)).buku
        if buku is None:
            raise Ditolak("Isi versi ini tidak terbaca, sehingga angka periode yang terkunci tidak dapat dibandingkan")
        return cls(tuple(lembar), Dataset(buku))

    @cached_property
    def nama_opd(self) -> Mapping[str, str]:
        """Names of the OPD by normalised code."""
        return {samakan(o.kode_opd): o.nama_opd for o in self.dataset.opd.values()}


@dataclass(frozen=True, slots=True)
class Tertahan:
    """A changed cell that a lock holds: the period in words, and the finding."""

    periode: str
    temuan: TemuanBuku


def tertahan(kunci: SeluruhKunci, lama: Sisi | None, baru: Sisi, beda: Beda, alamat: Alamat) -> list[Tertahan]:
    """Return every changed cell by which a row or a figure of a locked period would change.

    Args:
        kunci: the locks.
        lama: the active version; None where there is none, and then no figure moves either.
        baru: what is to become the active version.
        beda: the difference.
        alamat: where a cell stands in the file that was sent.
    """
    if not kunci:
        return []
    catat = _Pencatat(kunci, baru, alamat)
    tercetak = [(b, p) for b in beda.semua if (p := terkena(b, kunci))]
    hasil = [catat.tercetak(b, s, p) for b, p in tercetak for s in _disebut(b)]
    if lama is None:
        return hasil
    dulu = angka_periode(lama.dataset, kunci)
    geser = bergeser(dulu, angka_periode(baru.dataset, kunci))
    if geser:
        milik = {id(b) for b, _ in tercetak}
        lain = [b for b in beda.semua if id(b) not in milik and not _dibiarkan(b, kunci)]
        # Where none moves it alone, all do together; where there is none at all, the order of the rows does.
        bersama = [] if tercetak else [(b, s, geser) for b in lain for s in b.sel]
        sebab = _sebab(lain, lama, dulu, kunci) or bersama
        hasil += [catat.bergeser(b, s, g) for b, s, g in sebab]
        hasil += [] if hasil else [catat.bergeser(None, PerubahanSel("susunannya", "semula", "lain"), geser)]
    return hasil


@dataclass(frozen=True, slots=True)
class _Pencatat:
    """Writes the findings: the locks, the side that is to be, and where its cells stand in the file."""

    kunci: SeluruhKunci
    baru: Sisi
    alamat: Alamat

    def tercetak(self, perubahan: PerubahanBaris, sel: PerubahanSel, periode: str) -> Tertahan:
        """Name a cell of a row of the period."""
        return self._temuan(perubahan, sel, periode, "")

    def bergeser(self, perubahan: PerubahanBaris | None, sel: PerubahanSel, geser: Geser) -> Tertahan:
        """Name a cell that moves a figure of the period, with the first of those that it moves."""
        letak, sisi = next(iter(geser.items()))
        nama = next((a.nama for a in sisi if a), "")
        dari, ke = (a.teks if a else TAK_ADA for a in sisi)
        kapan = f"{letak.tahun}" if letak.periode == SETAHUN else f"{letak.periode} {letak.tahun}"
        akibat = f" dan menggeser {letak.ukuran} {nama} {kapan} dari {dari} menjadi {ke}"
        return self._temuan(perubahan, sel, nama_kunci(letak.tahun, letak.periode, self.kunci) or kapan, akibat)

    def _temuan(self, perubahan: PerubahanBaris | None, sel: PerubahanSel, periode: str, akibat: str) -> Tertahan:
        isi = {"lama": sel.lama, "isi": sel.baru, "akibat": akibat, "periode": periode}
        if perubahan is None:
            return Tertahan(
                periode, temuan(Kode.PERIODE_TERKUNCI, kolom=sel.kolom, kunci="Urutan baris", milik="", **isi)
            )
        if perubahan.jenis is not JenisBeda.UBAH:
            isi |= {k: isi[k] or "baris tidak ada" for k in ("lama", "isi")}
        opd = self.baru.nama_opd.get(samakan(perubahan.kode_opd), perubahan.kode_opd)
        isi |= {"kunci": perubahan.kunci, "milik": f" ({opd})" if opd else ""}
        tempat = self.alamat(perubahan.lembar, perubahan.baris, sel.kolom) if perubahan.baris else ""
        return Tertahan(periode, temuan(Kode.PERIODE_TERKUNCI, perubahan.lembar, tempat, sel.kolom, **isi))


def terkena(perubahan: PerubahanBaris, kunci: SeluruhKunci) -> str | None:
    """Name the locked period that a changed row is or was of.

    A year covers its rows in every sheet but `TAK_TERKUNCI`; a quarter its own rows where the sheet tells quarters, and
    the row of its half.
    """
    if perubahan.lembar in TAK_TERKUNCI:
        return None
    return next((n for t, p in _periode(perubahan) for n in [nama_kunci(t, p, kunci)] if n), None)


def _periode(perubahan: PerubahanBaris) -> Iterable[tuple[int, str]]:
    """Return year and period of a row, before and after; of a sheet without years nothing."""
    judul = _SKEMA[perubahan.lembar].judul
    for isi in (perubahan.semula, perubahan.isi):
        tahun = isi.get("Tahun", "") if "Tahun" in judul else ""
        if tahun.isdecimal():
            yield int(tahun), (isi.get("Periode") or SETAHUN) if "Periode" in judul else SETAHUN


def nama_kunci(tahun: int, periode: str, kunci: SeluruhKunci) -> str | None:
    """Name the lock that holds a period, None where none does."""
    if (tahun, SETAHUN) in kunci:
        return f"tahun {tahun}"
    return next((f"{p} {tahun}" for p in triwulan_dari(periode) if (tahun, p) in kunci), None)


def _dibiarkan(perubahan: PerubahanBaris, kunci: SeluruhKunci) -> bool:
    """Tell whether a row is of a locked period and of a sheet that a lock leaves open."""
    return perubahan.lembar in TAK_TERKUNCI and any(nama_kunci(t, p, kunci) for t, p in _periode(perubahan))


def _disebut(perubahan: PerubahanBaris) -> Sequence[PerubahanSel]:
    """Return the cells to name: one of a row that came or went."""
    return perubahan.sel if perubahan.jenis is JenisBeda.UBAH else perubahan.sel[:1]


def _sebab(
    baris: Sequence[PerubahanBaris], lama: Sisi, dulu: Mapping[Letak, Angka], kunci: SeluruhKunci
) -> list[tuple[PerubahanBaris, PerubahanSel, Geser]]:
    """Try the changes on the old side, a sheet and then a column at a time; return the cells that move a figure."""
    hasil = []
    for nama, milik in himpun((b.lembar, b) for b in baris if b.lembar not in TAK_BERANGKA).items():
        # A sheet whose changes move nothing is passed over whole; one that cannot stand without the others is not.
        if (semua := _dicoba(lama, nama, "", milik, kunci)) is not None and not bergeser(dulu, semua):
            continue
        sel = himpun((s.kolom if b.jenis is JenisBeda.UBAH else "", (b, s)) for b in milik for s in _disebut(b))
        for kolom, ubahan in sel.items():
            kini = _dicoba(lama, nama, kolom, [b for b, _ in ubahan], kunci)
            if kini is not None and (geser := bergeser(dulu, kini)):
                hasil += [(b, s, _bertumpu(b, geser)) for b, s in _terdekat(ubahan, geser)]
    return hasil


def _terdekat(
    sel: Sequence[tuple[PerubahanBaris, PerubahanSel]], geser: Geser
) -> Sequence[tuple[PerubahanBaris, PerubahanSel]]:
    """Return the cells of the rows that the moved figures rest on; where none says so, as in Profil, all of them."""
    tumpuan = frozenset(n for sisi in geser.values() for a in sisi if a for n in a.tumpuan)
    dekat = [m for m in sel if _nama_pertama(m[0]) in tumpuan]
    return dekat or [m for m in sel if samakan(m[0].kode_opd) in tumpuan] or sel


def _bertumpu(perubahan: PerubahanBaris, geser: Geser) -> Geser:
    """Return the figures of a row's indicator, scale or OPD first, most telling first, of one kind the row's own."""
    kunci, opd, urut = _nama_pertama(perubahan), samakan(perubahan.kode_opd), list(Ukuran)

    def nilai(isi: tuple[Letak, tuple[Angka | None, Angka | None]]) -> tuple[bool, int, bool]:
        tumpuan = frozenset(n for a in isi[1] if a for n in a.tumpuan)
        return not tumpuan & {kunci, opd}, urut.index(isi[0].ukuran), kunci not in tumpuan

    return dict(sorted(geser.items(), key=nilai))


def _nama_pertama(perubahan: PerubahanBaris) -> str:
    """Return the first part of a row's key: the code of an indicator or an OPD, the name of a scale or a measure."""
    return samakan(perubahan.isi.get(_SKEMA[perubahan.lembar].kunci[0], ""))


def _dicoba(
    lama: Sisi, nama: str, kolom: str, perubahan: Sequence[PerubahanBaris], kunci: SeluruhKunci
) -> dict[Letak, Angka] | None:
    """Return the figures of the old side with some of the changes, of all columns without `kolom`.

    None where it could not stand so.
    """
    skema, dahulu = _SKEMA[nama], next((s for s in lama.lembar if s.nama == nama), None)
    baris: dict[tuple[str, ...], Isi] = dict(baris_berkunci(skema, dahulu))
    for b in perubahan:
        k = kunci_isi(skema, b.semula or b.isi)
        if b.jenis is JenisBeda.HAPUS:
            baris.pop(k, None)
        else:
            baris[k] = {**baris.get(k, {}), **({kolom: b.isi.get(kolom, "")} if kolom else b.isi)}
    judul = tuple(dict.fromkeys((*skema.judul, *(j for b in baris.values() for j in b))))
    isi = ((n, tuple(b.get(j) or None for j in judul)) for n, b in enumerate(baris.values(), 2))
    lain = [s for s in lama.lembar if s.nama != nama and s.nama not in TAK_BERANGKA]
    buku = muat_tersimpan((*lain, LembarMentah(nama, ((1, judul), *isi)))).buku
    return None if buku is None else angka_periode(Dataset(buku), kunci)
