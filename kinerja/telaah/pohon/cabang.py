"""A node of the performance tree, and what a tree of them says: its weakest branch and its headline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from kinerja.nilai.angka import format_persen, format_rupiah_ringkas
from kinerja.nilai.pasti import pasti
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.rumus.capaian import Tanda
from kinerja.rumus.hitung import RataRata
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa
from kinerja.telaah.capaian.predikat import dari


class JenisCabang(StrEnum):
    """What a node of the tree is."""

    MISI = "Misi"
    TUJUAN = "Tujuan"
    SASARAN = "Sasaran"
    INDIKATOR = "Indikator"
    PROGRAM = "Program"


KELOMPOK = (JenisCabang.MISI, JenisCabang.TUJUAN, JenisCabang.SASARAN)
"""The levels above an indicator, from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabang:
    """A node of the tree.

    Attributes:
        jenis, nama: what it is and its name.
        kode: kode indikator of an indicator; empty otherwise.
        capaian, persen: mean of a group, capaian of an indicator; empty and None when nothing can be computed.
        predikat, predikat_dilaporkan, rupa: its grade, whether only the report states it, and its look.
        status: of an indicator, with its symbol, or why there is none.
        rata: of a group, with how many of how many IKU went into it.
        tercapai: of a group, how many IKU reached their target.
        uang, serapan: its money; None is not available.
        cakupan: what the money covers or where it comes from, where that needs saying.
        catatan: remarks on a group, read when it is open.
        tanda: marks of its capaian or, of a program, of its money.
        terlemah, terbuka: whether it is the weakest branch, and whether it is open at first.
    """

    jenis: JenisCabang
    nama: str
    kode: str = ""
    capaian: str = ""
    persen: Decimal | None = None
    predikat: str = ""
    predikat_dilaporkan: bool = False
    rupa: Rupa = TAK_TERSEDIA
    status: str = ""
    rata: RataRata | None = None
    tercapai: str = ""
    uang: JumlahAnggaran | None = None
    serapan: Decimal | None = None
    cakupan: str = ""
    catatan: tuple[str, ...] = ()
    tanda: tuple[Tanda, ...] = ()
    terlemah: bool = False
    terbuka: bool = False
    anak: tuple["Cabang", ...] = ()

    @property
    def kelompok(self) -> bool:
        """Whether it stands above the indicators."""
        return self.jenis in KELOMPOK


def ratakan(akar: Iterable[Cabang], tingkat: int = 0) -> Iterator[tuple[int, Cabang]]:
    """Yield every node with its depth, parents before their children."""
    for c in akar:
        yield tingkat, c
        yield from ratakan(c.anak, tingkat + 1)


def terlemah(akar: Sequence[Cabang]) -> Cabang | None:
    """Return the lowest of the groups right above the indicators, or of the indicators where there is one such group.

    None where there are not two to compare, or all are equal.
    """
    semua = [c for _, c in ratakan(akar)]
    kelompok = [c for c in semua if c.kelompok and not any(a.kelompok for a in c.anak)]
    calon = kelompok if len(kelompok) > 1 else [c for c in semua if c.jenis is JenisCabang.INDIKATOR]
    dihitung = [c for c in calon if c.persen is not None]
    if len({c.persen for c in dihitung}) < 2:
        return None
    return min(dihitung, key=lambda c: pasti(c.persen, "capaian cabang"))


def tandai(cabang: Cabang, lemah: Cabang | None) -> Cabang:
    """Mark the weakest branch and open the way down to it."""
    anak = tuple(tandai(a, lemah) for a in cabang.anak)
    ketemu = cabang is lemah
    return replace(cabang, anak=anak, terlemah=ketemu, terbuka=ketemu or any(a.terlemah or a.terbuka for a in anak))


def buka_tunggal(akar: tuple[Cabang, ...]) -> tuple[Cabang, ...]:
    """Open what has nothing beside it, so that the first choice is seen."""
    if len(akar) != 1 or not akar[0].kelompok:
        return akar
    return (replace(akar[0], terbuka=True, anak=buka_tunggal(akar[0].anak)),)


def judul(akar: Sequence[Cabang], lemah: Cabang | None, *, beruang: bool) -> str:
    """State how many branches of the first level have the best predikat, and the weakest with what hangs on it."""
    tingkat = tingkat_pertama(akar)
    sebutan = "IKU" if tingkat[0].jenis is JenisCabang.INDIKATOR else tingkat[0].jenis.lower()
    dihitung = [c for c in tingkat if c.persen is not None]
    if not dihitung:
        return f"{len(tingkat)} {sebutan} belum memiliki capaian yang dapat dihitung"
    baik = max(dihitung, key=lambda c: pasti(c.persen, "capaian cabang"))
    jumlah = sum(c.predikat == baik.predikat for c in dihitung)
    kata = f"berpredikat {baik.predikat}" if baik.predikat else "berada di bawah skala"
    belum = len(tingkat) - len(dihitung)
    awal = f"{dari(jumlah, len(tingkat))} {sebutan} {kata}" + (f", {belum} belum dapat dihitung" if belum else "")
    return f"{awal}; {_teks_lemah(lemah, baik, beruang=beruang)}" if lemah else awal


def tingkat_pertama(akar: Sequence[Cabang]) -> list[Cabang]:
    """Return the first level with something to choose from; nodes of its first kind."""
    if len(akar) == 1 and akar[0].kelompok:
        return tingkat_pertama(akar[0].anak)
    return [c for c in akar if c.jenis is akar[-1].jenis]


def _teks_lemah(lemah: Cabang, baik: Cabang, *, beruang: bool) -> str:
    kata = "terendah" if lemah.predikat == baik.predikat else "terlemah"
    jenis = "" if lemah.jenis is JenisCabang.INDIKATOR else f"{lemah.jenis.lower()} "
    uang = f", {_uang_lemah(lemah)}" if beruang else ""
    return f"{kata} {jenis}{lemah.nama} ({lemah.capaian}){uang}"


def _uang_lemah(lemah: Cabang) -> str:
    """Say how much money hangs on a branch; of a single indicator also what only the report ties to it."""
    asal = ""
    if lemah.uang is None and len(lemah.anak) == 1:
        lemah, asal = lemah.anak[0], " menurut tabel per indikator"
    if lemah.uang is None or lemah.uang.pagu is None:
        return lemah.cakupan or "pagu tidak tersedia"
    serap = f", serapan {format_persen(lemah.serapan)}" if lemah.serapan is not None else ""
    return f"pagu {format_rupiah_ringkas(lemah.uang.pagu)}{asal}{serap}"
