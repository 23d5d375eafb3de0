"""How the IKU of an OPD rate: distribution by predikat, what stays below the best, the heat table over the years."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.nilai.angka import format_angka, format_persen
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Pita, Skala
from kinerja.rumus.capaian import CapaianIndikator, JenisTanda, Tanda
from kinerja.rumus.hitung import persen_dari
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa, rupa_pita, rupa_predikat, simbol_status
from kinerja.sajian.salinan import secukupnya
from kinerja.telaah.capaian.ringkasan import Distribusi, Ringkasan

CELAH_TERKECIL = Decimal("0.01")
"""Capaian is graded at two decimals: bands that leave no more than this between them have no gap."""


class TampilanPredikat(StrEnum):
    """The three views of the page."""

    INDIKATOR = "Indikator"
    SASARAN = "Sasaran dan OPD"
    SKALA = "AKIP dan IKM"

    @property
    def alamat(self) -> str:
        """How the view stands in the URL."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisDistribusi:
    """A predikat with how many IKU the report gives it, how many the calculation does, and their share of all IKU."""

    predikat: str
    rupa: Rupa
    dilaporkan: int
    bagian_dilaporkan: str
    dihitung: int
    bagian_dihitung: str


def tabel_distribusi(distribusi: Distribusi) -> tuple[BarisDistribusi, ...]:
    """Return the distribution as report 000 prints it in Tabel 3.5, reported beside computed, with the total."""
    n = distribusi.jumlah
    baris = [
        _baris_distribusi(p.predikat, rupa_predikat(distribusi.skala, p.predikat), p.dilaporkan, p.dihitung, n)
        for p in distribusi.pita
    ]
    if distribusi.tanpa_predikat or distribusi.tanpa_laporan:
        tanpa = (distribusi.tanpa_laporan, distribusi.tanpa_predikat)
        baris.append(_baris_distribusi("Tanpa predikat", TAK_TERSEDIA, *tanpa, n))
    return (*baris, _baris_distribusi("Jumlah IKU", TAK_TERSEDIA, n, n, n))


def _baris_distribusi(predikat: str, rupa: Rupa, lapor: int, hitung: int, semua: int) -> BarisDistribusi:
    return BarisDistribusi(
        predikat=predikat,
        rupa=rupa,
        dilaporkan=lapor,
        bagian_dilaporkan=_bagian(lapor, semua),
        dihitung=hitung,
        bagian_dihitung=_bagian(hitung, semua),
    )


def _bagian(jumlah: int, semua: int) -> str:
    return format_persen(persen_dari(jumlah, semua), 1)


def judul_indikator(ringkasan: Ringkasan) -> str:
    """State how the IKU rate by the report, and whether the calculation agrees."""
    d = ringkasan.distribusi
    lapor = next((p for p in d.pita if p.dilaporkan), None)
    hitung = next((p for p in d.pita if p.dihitung), None)
    if lapor is not None:
        awal = f"{dari(lapor.dilaporkan, d.jumlah)} IKU {lapor.predikat} menurut laporan"
        pasangan = [(c.predikat, c.baris.predikat_dilaporkan) for c in ringkasan.iku]
        terbanding = [(p, q) for c, (p, q) in zip(ringkasan.iku, pasangan, strict=True) if p and q and c.skala.cari(q)]
        if not terbanding:
            return f"{awal}; belum ada yang dapat dihitung ulang"
        beda = sum(samakan(p) != samakan(q) for p, q in terbanding)
        hasil = f"mengubah {beda} predikat" if beda else "memberi hasil yang sama"
        return f"{awal}; hitung ulang atas {len(terbanding)} IKU {hasil}"
    if hitung is not None:
        awal = f"{dari(hitung.dihitung, d.jumlah)} IKU {hitung.predikat} menurut hitungan"
        return f"{awal}; tabel laporan tidak memuat predikat"
    return f"{d.jumlah} IKU belum berpredikat: belum ada capaian yang dapat dihitung"


def dari(bagian: int, semua: int) -> str:
    """Write "15 dari 20", or "Semua 3" where nothing is left out."""
    return f"Semua {semua}" if bagian == semua and semua > 1 else f"{bagian} dari {semua}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiBawahPuncak:
    """An IKU below the best predikat: what it reached, how far down it stands, what the report says."""

    kode_indikator: str
    judul: str
    teks: str
    bobot: Decimal
    catatan: str = ""


def di_bawah_puncak(ringkasan: Ringkasan) -> tuple[DiBawahPuncak, ...]:
    """Return the IKU that do not reach the best predikat or their target grade, worst first."""
    hasil = [s for c in ringkasan.iku if (s := _di_bawah(c)) is not None]
    return tuple(sorted(hasil, key=lambda s: -s.bobot))


def tanpa_di_bawah(ringkasan: Ringkasan) -> str:
    """Say why no IKU stays below the best predikat: all have it, or none could be computed."""
    if not ringkasan.rata_rata.dihitung:
        return "Belum ada IKU yang capaiannya dapat dihitung."
    return f"Tidak ada: semua IKU yang dapat dihitung {ringkasan.distribusi.skala.predikat[0]}."


def _di_bawah(capaian: CapaianIndikator) -> DiBawahPuncak | None:
    if capaian.persen is None:
        if capaian.tercapai is not False:
            return None
        teks = f"✗ {capaian.baris.realisasi.teks}, target {capaian.target_teks}"
        return DiBawahPuncak(
            kode_indikator=capaian.kode,
            judul=capaian.indikator.indikator,
            teks=teks,
            bobot=Decimal(0),
            catatan=_menurut_laporan(capaian),
        )
    if capaian.peringkat and capaian.peringkat.pita == capaian.skala.pita[0]:
        return None
    rupa = rupa_pita(capaian.skala, capaian.peringkat.pita if capaian.peringkat else None)
    teks = f"{rupa.simbol} {capaian.predikat or 'Di bawah skala'}, {format_persen(capaian.persen)}"
    return DiBawahPuncak(
        kode_indikator=capaian.kode,
        judul=capaian.indikator.indikator,
        teks=teks,
        bobot=Decimal(1000) - capaian.persen,
        catatan=_menurut_laporan(capaian),
    )


def _menurut_laporan(capaian: CapaianIndikator) -> str:
    lapor = capaian.baris.predikat_dilaporkan
    return f"menurut laporan {lapor}" if lapor and samakan(lapor) != samakan(capaian.predikat or "") else ""


class JenisSel(StrEnum):
    """What a cell of the heat table holds."""

    CAPAIAN = "capaian"
    STATUS = "status"
    REALISASI = "realisasi"
    KOSONG = "kosong"
    TIADA = "tiada"


TANDA_SEL = frozenset(JenisTanda) - {JenisTanda.CATATAN, JenisTanda.DARI_TRIWULAN}
"""Marks that qualify the figure itself; the others are read on Capaian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelPredikat:
    """An IKU in a year: symbol, figure, what both mean, the look, and the marks that open.

    `rupa` is None where there is no percentage to grade; `tercapai` then tells how grades compared.
    """

    jenis: JenisSel
    simbol: str
    teks: str
    arti: str
    rupa: Rupa | None = None
    tercapai: bool | None = None
    tanda: tuple[Tanda, ...] = ()


TIADA = SelPredikat(jenis=JenisSel.TIADA, simbol="", teks="", arti="tidak ada baris data")


@dataclass(frozen=True, slots=True)
class BarisPeta:
    """An IKU over the years."""

    kode: str
    sasaran: str
    indikator: str
    sel: tuple[SelPredikat, ...]


@dataclass(frozen=True, slots=True)
class PetaPredikat:
    """The heat table of an OPD: IKU grouped by sasaran, years with any figure, newest last; where they are printed."""

    tahun: tuple[int, ...]
    baris: tuple[BarisPeta, ...]
    sumber: tuple[str, ...]


@ingat(256)
def peta_predikat(dataset: Dataset, kode_opd: str) -> PetaPredikat:
    """Return the heat table of an OPD."""
    tahun = tuple(sorted(dataset.tahun_ber_iku(kode_opd)))
    iku = [i for g in per_sasaran(dataset.iku(kode_opd)) for i in g]
    semua = (c for t in reversed(tahun) for c in dataset.capaian_opd(kode_opd, t))
    sumber = tuple(dict.fromkeys(c.baris.sumber for c in semua if c.baris.sumber))
    sel = {i.kode_indikator: tuple(sel_predikat(dataset.tahunan(i.kode_indikator, t)) for t in tahun) for i in iku}
    baris = tuple(BarisPeta(i.kode_indikator, i.sasaran, i.indikator, sel[i.kode_indikator]) for i in iku)
    return PetaPredikat(tahun, baris, sumber)


def per_sasaran(iku: Iterable[Indikator]) -> list[list[Indikator]]:
    """Group indicators by sasaran, in the order in which each sasaran first stands."""
    return list(menurut(iku, lambda i: samakan(i.sasaran)).values())


def sel_predikat(capaian: CapaianIndikator | None) -> SelPredikat:
    """Return the cell of an IKU's year: capaian by predikat, else the status of a grade, else what is there."""
    if capaian is None:
        return TIADA
    realisasi = capaian.baris.realisasi.teks
    if capaian.persen is not None:
        predikat = capaian.predikat or "Di bawah skala"
        rupa = rupa_pita(capaian.skala, capaian.peringkat.pita if capaian.peringkat else None)
        return SelPredikat(
            jenis=JenisSel.CAPAIAN,
            simbol=rupa.simbol,
            teks=format_persen(capaian.persen),
            arti=f"{predikat}; {capaian.status}; target {capaian.target_teks}, realisasi {realisasi}",
            rupa=rupa,
            tercapai=capaian.tercapai,
            tanda=tuple(t for t in capaian.tanda if t.jenis in TANDA_SEL),
        )
    if capaian.status is not None:
        arti = f"{capaian.status}, target {capaian.target_teks}; dibandingkan menurut predikat, tanpa persentase"
        lapor = _menurut_laporan(capaian)
        arti = f"{arti}; {lapor}" if lapor else arti
        return SelPredikat(
            jenis=JenisSel.STATUS,
            simbol=simbol_status(capaian.status),
            teks=realisasi,
            arti=arti,
            tercapai=capaian.tercapai,
        )
    if capaian.baris.realisasi.ada:
        return SelPredikat(
            jenis=JenisSel.REALISASI, simbol="", teks=realisasi, arti=f"Realisasi; {capaian.hasil.alasan}"
        )
    arti = f"{capaian.hasil.alasan}; target {capaian.target_teks}" if capaian.target.ada else capaian.hasil.alasan
    return SelPredikat(jenis=JenisSel.KOSONG, simbol="–", teks="", arti=arti)


def aturan_skala(skala: Skala) -> str:
    """State in words how a capaian becomes a predikat on a scale, its gaps included."""
    awal = "Capaian dibulatkan dua desimal, lalu memperoleh pita terbaik yang batas bawahnya dicapai."
    celah = [teks for baik, buruk in pairwise(skala.pita) if (teks := _celah(baik, buruk))]
    if not celah:
        return f"{awal} Skala ini tidak memiliki celah."
    return f"{awal} Nilai di celah skala ({', '.join(celah)}) memperoleh pita yang lebih rendah dan diberi tanda."


def _celah(baik: Pita, buruk: Pita) -> str:
    if buruk.atas is None or baik.bawah is None or baik.bawah - buruk.atas <= CELAH_TERKECIL:
        return ""
    return f"antara {format_angka(buruk.atas)} dan {format_angka(baik.bawah)}"


def butir_predikat(ringkasan: Ringkasan) -> tuple[str, ...]:
    """Return the distribution for a message, and the IKU that stay farthest below the best predikat."""
    sebaran = [b for b in tabel_distribusi(ringkasan.distribusi)[:-1] if b.dilaporkan or b.dihitung]
    tercetak = ringkasan.distribusi.tanpa_laporan < ringkasan.distribusi.jumlah
    isi = [_teks_sebaran(b, tercetak=tercetak) for b in sebaran]
    return secukupnya((*isi, *(f"{s.judul}: {s.teks}" for s in di_bawah_puncak(ringkasan))), "IKU")


def _teks_sebaran(baris: BarisDistribusi, *, tercetak: bool) -> str:
    lapor = f"{baris.dilaporkan} menurut laporan, " if tercetak else ""
    return f"{baris.predikat}: {lapor}{baris.dihitung} dihitung"
