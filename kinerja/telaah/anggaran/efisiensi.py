"""Capaian against serapan, indicator by indicator: in which quadrant each stands, with the rule in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import AnggaranIndikator, Indikator
from kinerja.nilai.angka import SERATUS, bulatkan, format_angka, format_persen
from kinerja.nilai.baca import KOSONG, Nilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.pasti import pasti
from kinerja.rumus.capaian import CapaianIndikator, JenisTanda, Kecocokan, Tanda, cocokkan
from kinerja.rumus.hitung import Efisiensi, efisiensi, rata_rata, serapan
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.kalimat import kecil
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.rupa import Rupa
from kinerja.sajian.salinan import secukupnya
from kinerja.sajian.warna import BIRU, BIRU_TUA, COKELAT, HITAM, JINGGA, PUTIH

ATURAN_EFISIENSI = (
    "Efisiensi (poin) = capaian - serapan; rasio = capaian / serapan. "
    "Poin di atas 0 atau rasio di atas 1: persentase hasil lebih besar daripada persentase dana yang terserap."
)
CATATAN_JUMLAH = "Pagu antarindikator tidak dijumlahkan: satu program dapat mendukung beberapa indikator."


class Kuadran(StrEnum):
    """Where an indicator stands, by its status and its serapan."""

    HEMAT = "Hemat"
    SEJALAN = "Sejalan"
    TERTAHAN = "Tertahan"
    DITINJAU = "Perlu ditinjau"

    @property
    def tercapai(self) -> bool:
        """Whether the target was reached."""
        return self in (Kuadran.HEMAT, Kuadran.SEJALAN)

    @property
    def rupa(self) -> Rupa:
        """Colour and symbol."""
        return _RUPA[self]

    @property
    def arti(self) -> str:
        """The rule, and what to do next."""
        return _ARTI[self]


_RUPA = {
    Kuadran.HEMAT: Rupa(BIRU_TUA, PUTIH, "◆"),
    Kuadran.SEJALAN: Rupa(BIRU, HITAM, "●"),
    Kuadran.TERTAHAN: Rupa(JINGGA, HITAM, "■"),
    Kuadran.DITINJAU: Rupa(COKELAT, PUTIH, "✚"),
}
_ARTI = {
    Kuadran.HEMAT: "target tercapai, serapan di bawah garis tegak: pelajari caranya",
    Kuadran.SEJALAN: "target tercapai, serapan pada atau di atas garis tegak: pertahankan",
    Kuadran.TERTAHAN: "target belum tercapai, serapan di bawah garis tegak: periksa hambatan pelaksanaan",
    Kuadran.DITINJAU: "target belum tercapai walaupun dana terserap: tinjau apakah programnya tepat sasaran",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisEfisiensi:
    """An indicator with its money.

    Attributes:
        kode, label, indikator: its code, the code without the part all share, its name.
        iku: whether counts and the headline take it.
        pagu, realisasi: rupiah; of the indicator that `bersama` names where the pagu is shared.
        bersama: label of the indicator whose pagu this one shares; empty otherwise.
        serapan: in percent; the reported one where `dilaporkan`, because there is no pagu to compute it from.
        capaian, tercapai: computed capaian in percent and whether the target was reached.
        efisiensi: points and ratio; None where one side is missing.
        tercetak: efisiensi as the report prints it.
        kuadran: None where `alasan` says why it cannot be placed.
    """

    kode: str
    label: str
    indikator: str
    iku: bool
    pagu: Decimal | None
    realisasi: Decimal | None
    bersama: str
    serapan: Decimal | None
    dilaporkan: bool
    capaian: Decimal | None
    tercapai: bool | None
    efisiensi: Efisiensi | None
    tercetak: str
    kuadran: Kuadran | None
    alasan: str
    tanda: tuple[Tanda, ...]
    tanda_capaian: tuple[Tanda, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelEfisiensi(Pandangan):
    """Indicators of an OPD and a year by quadrant; `judul` states the finding.

    `batas` is the serapan that parts left from right, `aturan` the rule in words.
    """

    batas: Decimal
    aturan: str
    baris: tuple[BarisEfisiensi, ...]
    jumlah: tuple[tuple[Kuadran, int], ...]
    catatan: tuple[str, ...]

    @property
    def titik(self) -> tuple[BarisEfisiensi, ...]:
        """The indicators that can be drawn."""
        return tuple(b for b in self.baris if b.kuadran is not None)


@ingat(1)
def _baris_opd(dataset: Dataset) -> Mapping[tuple[str, int], tuple[AnggaranIndikator, ...]]:
    hasil: dict[tuple[str, int], tuple[AnggaranIndikator, ...]] = {}
    for b in dataset.buku.anggaran_indikator:
        kode = dataset.kode_indikator(b.kode_indikator)
        if kode is not None:
            kunci = (dataset.pemilik(dataset.indikator[kode]).kode_opd, b.tahun)
            hasil[kunci] = (*hasil.get(kunci, ()), b)
    return hasil


def tahun_efisiensi(dataset: Dataset, kode_opd: str) -> tuple[int, ...]:
    """Return the years in which indicators of an OPD carry a budget, newest first."""
    return tuple(sorted((t for k, t in _baris_opd(dataset) if k == kode_opd), reverse=True))


@ingat(256)
def tabel_efisiensi(dataset: Dataset, kode_opd: str, tahun: int) -> TabelEfisiensi | None:
    """Place the indicators of an OPD and a year; None when none carries a budget."""
    uang = _baris_opd(dataset).get((kode_opd, tahun))
    if uang is None:
        return None
    awalan = _awalan([b.kode_indikator for b in uang])
    mentah = [_ukur(dataset, b, awalan) for b in uang]
    # The serapan that parts left from right: of the whole OPD, else the mean of its indicators.
    jumlah = dataset.jumlah_anggaran.get((kode_opd, tahun))
    if jumlah is not None and jumlah.serapan is not None:
        batas, asal = bulatkan(jumlah.serapan), f"serapan seluruh anggaran {dataset.opd[kode_opd].nama_pendek}"
    else:
        mean = rata_rata(b.serapan for b in mentah).nilai
        batas, asal = bulatkan(SERATUS if mean is None else mean), "rata-rata serapan indikator di bawah ini"
    baris = tuple(_tempatkan(b, batas) for b in mentah)
    hasil = TabelEfisiensi(
        judul=_judul(baris),
        batas=batas,
        aturan=f"Garis datar: capaian 100%. Garis tegak: serapan {format_persen(batas)}, yaitu {asal}.",
        baris=baris,
        jumlah=tuple((k, sum(b.iku and b.kuadran is k for b in baris)) for k in Kuadran),
        catatan=tuple(_catatan(baris)),
        sumber=tempat_cetak(b.sumber for b in uang),
    )
    return replace(hasil, butir=butir_efisiensi(hasil))


def _awalan(kode: Sequence[str]) -> str:
    """The leading parts that all codes share; something of each code is left."""
    bagian = [k.split("-") for k in kode]
    n = 0
    while all(len(b) > n + 1 for b in bagian) and len({b[n] for b in bagian}) == 1:
        n += 1
    return "".join(f"{b}-" for b in bagian[0][:n])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terukur:
    uang: AnggaranIndikator
    pemikul: AnggaranIndikator
    label: str
    bersama: str
    indikator: Indikator
    capaian: CapaianIndikator | None
    serapan: Decimal | None
    dilaporkan: bool


def _ukur(dataset: Dataset, anggaran: AnggaranIndikator, awalan: str) -> _Terukur:
    kode = dataset.kode_indikator(anggaran.kode_indikator) or anggaran.kode_indikator
    pemikul = dataset.anggaran_indikator[kode, anggaran.tahun]
    hitung = serapan(pemikul.pagu, pemikul.realisasi)
    lapor = _angka(anggaran.serapan_dilaporkan).angka
    bersama = dataset.kode_indikator(anggaran.pagu_bersama) or ""
    return _Terukur(
        uang=anggaran,
        pemikul=pemikul,
        label=kode.removeprefix(awalan),
        bersama=bersama.removeprefix(awalan),
        indikator=dataset.indikator[kode],
        capaian=dataset.tahunan(kode, anggaran.tahun),
        serapan=lapor if hitung is None else hitung,
        dilaporkan=hitung is None and lapor is not None,
    )


def _angka(teks: str) -> Nilai:
    try:
        return baca_nilai(teks, "persen")
    except NilaiTakTerbaca:
        return KOSONG


def _tempatkan(terukur: _Terukur, batas: Decimal) -> BarisEfisiensi:
    c = terukur.capaian
    persen = c.persen if c else None
    tercapai = c.tercapai if c else None
    alasan = "" if terukur.serapan is not None else "Serapan tidak tersedia"
    if persen is None:
        alasan = c.hasil.alasan if c else "Capaian tidak tersedia"
    return BarisEfisiensi(
        kode=terukur.uang.kode_indikator,
        label=terukur.label,
        indikator=terukur.indikator.indikator,
        iku=terukur.indikator.iku,
        pagu=terukur.pemikul.pagu,
        realisasi=terukur.pemikul.realisasi,
        bersama=terukur.bersama,
        serapan=terukur.serapan,
        dilaporkan=terukur.dilaporkan,
        capaian=persen,
        tercapai=tercapai,
        efisiensi=efisiensi(persen, terukur.serapan),
        tercetak=terukur.uang.efisiensi_dilaporkan,
        kuadran=None if alasan else _kuadran(bool(tercapai), pasti(terukur.serapan, "serapan"), batas),
        alasan=alasan,
        tanda=tuple(_tanda_serapan(terukur)),
        tanda_capaian=c.tanda if c else (),
    )


def _kuadran(tercapai: bool, serap: Decimal, batas: Decimal) -> Kuadran:
    tinggi = bulatkan(serap) >= batas
    if tercapai:
        return Kuadran.SEJALAN if tinggi else Kuadran.HEMAT
    return Kuadran.DITINJAU if tinggi else Kuadran.TERTAHAN


def _tanda_serapan(terukur: _Terukur) -> Iterator[Tanda]:
    lapor = _angka(terukur.uang.serapan_dilaporkan)
    if terukur.dilaporkan:
        yield Tanda(JenisTanda.CATATAN, f"Serapan {lapor.teks}% menurut laporan; pagu indikator ini tidak tersedia")
    elif terukur.serapan is not None and lapor.angka is not None:
        cocok = cocokkan(lapor, terukur.serapan)
        if cocok is not Kecocokan.COCOK:
            jenis = JenisTanda.DIPOTONG if cocok is Kecocokan.DIPOTONG else JenisTanda.BEDA_CETAK
            yield Tanda(jenis, f"Dihitung {format_persen(terukur.serapan)}, laporan mencetak {lapor.teks}")
    if terukur.bersama:
        yield Tanda(
            JenisTanda.CATATAN, f"Pagu dan realisasi ini milik bersama dengan {terukur.bersama}; dihitung sekali"
        )


def _judul(baris: Sequence[BarisEfisiensi]) -> str:
    iku = [b for b in baris if b.iku]
    titik = [b for b in iku if b.kuadran is not None]
    if not titik:
        return f"Belum ada capaian yang dapat dihitung dari {len(iku)} IKU beranggaran"
    n = len(titik)
    tinjau = sum(b.kuadran is Kuadran.DITINJAU for b in titik)
    if tinjau:
        return f"{tinjau} dari {n} IKU belum mencapai target walaupun dananya terserap"
    tercapai = sum(b.kuadran is not None and b.kuadran.tercapai for b in titik)
    return f"{tercapai} dari {n} IKU beranggaran mencapai target"


def _catatan(baris: Sequence[BarisEfisiensi]) -> Iterator[str]:
    tercapai = [b for b in baris if b.kuadran is not None and b.kuadran.tercapai]
    rentang = [b.label for b in tercapai if b.capaian is not None and bulatkan(b.capaian) < 100]
    if rentang:
        yield f"{', '.join(rentang)} tercapai: realisasinya di dalam rentang target, walau persentasenya di bawah 100%."
    luar = [f"{b.label} ({kecil(b.alasan)})" for b in baris if b.kuadran is None]
    if luar:
        yield f"Tidak digambar: {', '.join(luar)}."
    bersama = [f"{b.label} dengan {b.bersama}" for b in baris if b.bersama]
    if bersama:
        yield f"Pagu bersama, dihitung sekali: {', '.join(bersama)}."
    if any(b.dilaporkan for b in baris):
        yield "Tanda kosong pada grafik: serapan menurut laporan, karena pagunya tidak tersedia."
    yield CATATAN_JUMLAH


def teks_poin(efisiensi: Efisiensi | None) -> str:
    """Write an efisiensi in points with its sign: ``+8,48``; empty where there is none."""
    if efisiensi is None:
        return ""
    return f"{'+' if bulatkan(efisiensi.poin) > 0 else ''}{format_angka(efisiensi.poin, 2)}"


def teks_rasio(efisiensi: Efisiensi | None) -> str:
    """Write an efisiensi as a ratio: ``1,09``; empty where there is none."""
    return "" if efisiensi is None or efisiensi.rasio is None else format_angka(efisiensi.rasio, 2)


def butir_efisiensi(tabel: TabelEfisiensi) -> tuple[str, ...]:
    """Return the quadrants for a message, then the IKU that spent their money and missed their target."""
    isi = (f"{k.rupa.simbol} {k.value}: {n} IKU, {_arti_singkat(k, tabel.batas)}" for k, n in tabel.jumlah if n)
    tinjau = (b for b in tabel.titik if b.iku and b.kuadran is Kuadran.DITINJAU)
    rinci = (f"{b.indikator}: capaian {format_persen(b.capaian)}, serapan {format_persen(b.serapan)}" for b in tinjau)
    return secukupnya((*isi, *rinci), "IKU")


def _arti_singkat(k: Kuadran, batas: Decimal) -> str:
    """The rule of a quadrant without the chart beside it."""
    serap = "di bawah" if k in (Kuadran.HEMAT, Kuadran.TERTAHAN) else "sedikitnya"
    return f"target {'tercapai' if k.tercapai else 'belum tercapai'}, serapan {serap} {format_persen(batas)}"
