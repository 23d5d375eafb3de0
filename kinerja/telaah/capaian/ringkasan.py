"""What a leader learns first about an OPD and a year: headline, distribution, means, movers, what needs attention."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.nilai.angka import TIDAK_TERSEDIA, format_persen, format_rupiah_ringkas
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.nilai.satuan import tak_disebut
from kinerja.nilai.skala import Skala
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.rumus.capaian import CapaianIndikator, rata_capaian
from kinerja.rumus.hitung import RataRata
from kinerja.sajian.kalimat import kecil
from kinerja.sajian.salinan import secukupnya
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, Urutan, urutkan
from kinerja.telaah.sorotan.aturan import Nada
from kinerja.telaah.sorotan.sorotan import KelompokSorotan, kelompok_sorotan


@dataclass(frozen=True, slots=True)
class JumlahPredikat:
    """How many IKU have a predikat: computed here, and as the report prints it."""

    predikat: str
    dihitung: int
    dilaporkan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribusi:
    """IKU by predikat, best first.

    Attributes:
        skala: the scale in force.
        pita: one entry a grade.
        tanpa_predikat: IKU without a computed predikat: graded by order only, not computable, or below the scale.
        tanpa_laporan: IKU for which the report prints none.
        jumlah: all IKU of the year.
    """

    skala: Skala
    pita: tuple[JumlahPredikat, ...]
    tanpa_predikat: int
    tanpa_laporan: int
    jumlah: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TahunOpd:
    """A year in the trend of an OPD: mean capaian in percent, IKU reached, serapan in percent."""

    tahun: int
    rata_rata: RataRata
    rata_rata_dibatasi: RataRata
    tercapai: int
    terbanding: int
    serapan: Decimal | None
    sumber: tuple[str, ...] = ()

    def rata(self, *, batasi: bool) -> RataRata:
        """Return the mean, of capaian capped at 100 when `batasi`."""
        return self.rata_rata_dibatasi if batasi else self.rata_rata


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringkasan:
    """The overview of an OPD and a year; `judul` states the finding."""

    judul: str
    iku: tuple[CapaianIndikator, ...]
    distribusi: Distribusi
    rata_rata: RataRata
    rata_rata_dibatasi: RataRata
    tercapai: int
    terbanding: int
    anggaran: JumlahAnggaran | None
    perhatian: tuple[KelompokSorotan, ...]
    dini: tuple[KelompokSorotan, ...]
    baik: tuple[KelompokSorotan, ...]
    tren: tuple[TahunOpd, ...]

    @property
    def sumber(self) -> tuple[str, ...]:
        """Where the IKU of the year are printed."""
        return _sumber(self.iku)

    def rata(self, *, batasi: bool) -> RataRata:
        """Return the mean, of capaian capped at 100 when `batasi`."""
        return self.rata_rata_dibatasi if batasi else self.rata_rata


@ingat(512)
def ringkas(dataset: Dataset, kode_opd: str, tahun: int) -> Ringkasan | None:
    """Sum up an OPD and a year; None when it has no IKU figure in that year."""
    iku = dataset.capaian_opd(kode_opd, tahun)
    if not iku:
        return None
    distribusi = hitung_distribusi(iku, dataset.skala_capaian(kode_opd, tahun))
    return Ringkasan(
        judul=_judul(distribusi, iku),
        iku=iku,
        distribusi=distribusi,
        rata_rata=rata_capaian(iku, batasi=False),
        rata_rata_dibatasi=rata_capaian(iku, batasi=True),
        tercapai=sum(c.tercapai is True for c in iku),
        terbanding=sum(c.tercapai is not None for c in iku),
        anggaran=dataset.jumlah_anggaran.get((kode_opd, tahun)),
        perhatian=kelompok_sorotan(dataset, kode_opd, tahun, Nada.PERHATIAN),
        dini=kelompok_sorotan(dataset, kode_opd, tahun, Nada.DINI),
        baik=kelompok_sorotan(dataset, kode_opd, tahun, Nada.BAIK),
        tren=tren(dataset, kode_opd),
    )


def _sumber(iku: Iterable[CapaianIndikator]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.baris.sumber for c in iku if c.baris.sumber))


def hitung_distribusi(iku: Sequence[CapaianIndikator], skala: Skala) -> Distribusi:
    """Count IKU by predikat, computed and as reported (report 000, Tabel 3.5)."""
    dihitung = _hitung_kata(c.predikat for c in iku)
    dilaporkan = _hitung_kata(c.baris.predikat_dilaporkan for c in iku)
    pita = tuple(JumlahPredikat(p, dihitung.get(samakan(p), 0), dilaporkan.get(samakan(p), 0)) for p in skala.predikat)
    return Distribusi(
        skala=skala,
        pita=pita,
        tanpa_predikat=len(iku) - sum(p.dihitung for p in pita),
        tanpa_laporan=len(iku) - sum(p.dilaporkan for p in pita),
        jumlah=len(iku),
    )


def _hitung_kata(kata: Iterable[str | None]) -> dict[str, int]:
    hasil: dict[str, int] = {}
    for k in kata:
        if k:
            hasil[samakan(k)] = hasil.get(samakan(k), 0) + 1
    return hasil


def _judul(distribusi: Distribusi, iku: Sequence[CapaianIndikator]) -> str:
    n = distribusi.jumlah
    tercapai = sum(c.tercapai is True for c in iku)
    terisi = [p for p in distribusi.pita if p.dihitung]
    if not terisi:
        ada_status = any(c.status is not None for c in iku)
        return f"{_dari(tercapai, n)} IKU mencapai target" if ada_status else f"{n} IKU belum dapat dihitung"
    awal = f"{_dari(terisi[0].dihitung, n)} IKU berpredikat {terisi[0].predikat}"
    return f"{awal}, {tercapai if tercapai else 'belum ada yang'} mencapai target"


def _dari(bagian: int, semua: int) -> str:
    """Write "15 dari 20", or "Semua 3" where nothing is left out."""
    return f"Semua {semua}" if bagian == semua and semua > 1 else f"{bagian} dari {semua}"


@ingat(512)
def tren(dataset: Dataset, kode_opd: str) -> tuple[TahunOpd, ...]:
    """Return the OPD's years that have a computable capaian, oldest first."""
    semua = (_titik(dataset, kode_opd, t) for t in sorted(dataset.tahun_ber_iku(kode_opd)))
    return tuple(t for t in semua if t.rata_rata.dihitung)


def _titik(dataset: Dataset, kode_opd: str, tahun: int) -> TahunOpd:
    iku = dataset.capaian_opd(kode_opd, tahun)
    jumlah = dataset.jumlah_anggaran.get((kode_opd, tahun))
    return TahunOpd(
        tahun=tahun,
        rata_rata=rata_capaian(iku, batasi=False),
        rata_rata_dibatasi=rata_capaian(iku, batasi=True),
        tercapai=sum(c.tercapai is True for c in iku),
        terbanding=sum(c.tercapai is not None for c in iku),
        serapan=jumlah.serapan if jumlah else None,
        sumber=_sumber(iku),
    )


def judul_capaian(baris: Sequence[BarisTabelCapaian], sebutan: str) -> str:
    """State the finding of a table of capaian: how many reached their target, and which is farthest from it."""
    tercapai = sum(b.tercapai is True for b in baris)
    terbanding = sum(b.tercapai is not None for b in baris)
    if not terbanding:
        return (
            f"{len(baris)} indikator digambarkan, tidak ada yang memiliki target"
            if len(baris) > 1
            else ("1 indikator digambarkan tanpa target")
        )
    awal = f"{_dari(tercapai, terbanding)} {sebutan} mencapai target"
    rendah = min((b for b in baris if b.persen is not None), key=lambda b: pasti(b.persen, "capaian"), default=None)
    if rendah is None or rendah.tercapai or terbanding < 2:
        return awal
    return f"{awal}, terendah {rendah.indikator} ({rendah.capaian})"


def butir_ringkasan(ringkasan: Ringkasan, *, batasi: bool) -> tuple[str, ...]:
    """Return the key figures of an overview for a message: mean, targets reached, serapan, the first findings."""
    rata = ringkasan.rata(batasi=batasi)
    batas = ", capaian dibatasi 100%" if batasi else ""
    temuan = (*ringkasan.perhatian[:2], *ringkasan.dini[:1], *ringkasan.baik[:1])
    jumlah, serapan = ringkasan.anggaran, TIDAK_TERSEDIA
    if jumlah is not None and jumlah.serapan is not None:
        asal = ", realisasi Belanja APBD" if jumlah.dari_apbd else ""
        uang = f"{format_rupiah_ringkas(jumlah.realisasi)} dari {format_rupiah_ringkas(jumlah.pagu)}"
        serapan = f"{format_persen(jumlah.serapan)} ({uang}{asal})"
    return (
        f"Rata-rata capaian: {format_persen(rata.nilai)} ({rata.keterangan}{batas})",
        f"Mencapai target: {ringkasan.tercapai} dari {len(ringkasan.iku)} IKU",
        f"Serapan anggaran: {serapan}",
        *(f"{k.utama.nada.value}: {k.utama.judul}. {k.utama.teks}" for k in temuan),
    )


def butir_capaian(baris: Sequence[BarisTabelCapaian]) -> tuple[str, ...]:
    """Return target, realisasi and capaian of indicators for a message, worst first."""
    return secukupnya((_teks_indikator(b) for b in urutkan(baris, Urutan.TERENDAH)), "indikator")


def _teks_indikator(baris: BarisTabelCapaian) -> str:
    kosong = TIDAK_TERSEDIA.lower()
    angka = f"realisasi {baris.realisasi or kosong}, target {baris.target or kosong}"
    hasil = f"capaian {baris.capaian}" if baris.capaian else kecil(baris.status)
    satuan = "" if tak_disebut(baris.satuan) else f" ({baris.satuan.lower()})"
    return f"{baris.indikator}{satuan}: {angka}, {hasil}"
