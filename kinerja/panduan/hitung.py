"""Formulas and scales of the guide; every result is computed by the functions the dashboard itself uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kinerja.model.istilah import Akumulasi, Arah
from kinerja.nilai.angka import format_angka, format_persen, format_rupiah
from kinerja.nilai.baca import baca_nilai
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN
from kinerja.nilai.skala import SKALA_BAWAAN_CAPAIAN
from kinerja.panduan.buku import batas_pita, skala_bawaan
from kinerja.rumus.hitung import efisiensi, gabung_triwulan, hitung_capaian, rata_rata, serapan

_PAGU, _REALISASI = Decimal(1_200_000_000), Decimal(1_068_000_000)
_TRIWULAN = ("20", "45", "70", "95")
_CAPAIAN = ("104,50", "98,23", "76,00", "WDP")


@dataclass(frozen=True, slots=True)
class ContohRumus:
    """A formula, an example of it, and what the code makes of the example."""

    nama: str
    rumus: str
    contoh: str
    hasil: str


@dataclass(frozen=True, slots=True)
class SkalaPanduan:
    """One grade of a scale as the guide tells it."""

    predikat: str
    batas: str


@dataclass(frozen=True, slots=True)
class PanduanSkala:
    """One built-in scale with its regulation."""

    nama: str
    dasar_hukum: str
    pita: tuple[SkalaPanduan, ...]


@cache
def contoh_rumus() -> tuple[ContohRumus, ...]:
    """Return every formula with an example."""
    return (*_rumus_capaian(), *_rumus_gabungan(), *_rumus_anggaran())


def _rumus_capaian() -> Iterator[ContohRumus]:
    naik = "Realisasi ÷ target × 100"
    turun = "(2 × target − realisasi) ÷ target × 100"
    yield _capaian("Capaian, Arah Naik", naik, "72,93", "72,97", Arah.NAIK)
    yield _capaian("Capaian, Arah Turun", turun, "8,00", "7,50", Arah.TURUN)
    yield _capaian("Target berupa rentang", "Titik tengah rentang menjadi target", "5,8-5,5", "5,75", Arah.TURUN)
    urutan = "Dibandingkan menurut urutan predikat, tanpa persentase"
    yield _capaian("Target berupa predikat", urutan, target="WTP", realisasi="WDP", arah=Arah.NAIK, skala="Opini BPK")
    yield _capaian("Nilai di celah skala", "Diberi predikat di bawahnya dan ditandai", "100", "90,5", Arah.NAIK)
    yield _capaian("Target 0, Arah Turun", "Realisasi 0 dinilai 100", "0", "0", Arah.TURUN)
    yield _capaian("Target 0, Arah Naik", "Tidak dapat dibagi", "0", "5", Arah.NAIK)


def _capaian(nama: str, rumus: str, target: str, realisasi: str, arah: Arah, skala: str = "") -> ContohRumus:
    s = skala_bawaan(skala)
    hasil = hitung_capaian(baca_nilai(target, "", s), baca_nilai(realisasi, "", s), arah, s)
    isi: tuple[str | None, ...] = (hasil.status, hasil.alasan)
    if hasil.persen is not None:
        tingkat = skala_bawaan(SKALA_BAWAAN_CAPAIAN)
        peringkat = tingkat.peringkat_capaian(hasil.persen) if tingkat else None
        predikat = (peringkat.predikat, peringkat.catatan) if peringkat else ()
        isi = (format_persen(hasil.persen), hasil.status, *predikat)
    return ContohRumus(nama, rumus, f"Target {target}; realisasi {realisasi}", "; ".join(b for b in isi if b))


def _rumus_gabungan() -> Iterator[ContohRumus]:
    persen = [baca_nilai(t, "", skala_bawaan("Opini BPK")).angka for t in _CAPAIAN]
    for batasi in (False, True):
        rata = rata_rata(persen, batasi=batasi)
        hasil = f"{format_persen(rata.nilai)}; {rata.keterangan}"
        nama = "Rata-rata capaian" + (", dibatasi 100%" if batasi else "")
        rumus = "Jumlah capaian IKU yang dapat dihitung ÷ banyaknya"
        yield ContohRumus(nama, rumus, "Capaian " + "; ".join(_CAPAIAN), hasil)
    for cara in Akumulasi:
        tahun = gabung_triwulan([baca_nilai(t, "", None) for t in _TRIWULAN], cara)
        hasil = "Tidak tersedia" if tahun is None else format_angka(tahun)
        yield ContohRumus(f"Triwulan, {cara}", _CARA[cara], "TW I sampai IV: " + "; ".join(_TRIWULAN), hasil)


_CARA = {
    Akumulasi.TERAKHIR: "Triwulan IV menjadi angka tahun",
    Akumulasi.JUMLAH: "Keempat triwulan dijumlahkan",
    Akumulasi.RATA_RATA: "Keempat triwulan dirata-ratakan",
}


def _rumus_anggaran() -> Iterator[ContohRumus]:
    serap = serapan(_PAGU, _REALISASI)
    uang = f"Pagu {format_rupiah(_PAGU)}; realisasi {format_rupiah(_REALISASI)}"
    yield ContohRumus("Serapan", "Realisasi anggaran ÷ pagu × 100", uang, format_persen(serap))
    capaian = Decimal("98.23")
    hasil = efisiensi(capaian, serap)
    keduanya = f"Capaian {format_persen(capaian)}; serapan {format_persen(serap)}"
    poin = format_angka(hasil.poin, 2) if hasil else ""
    rasio = format_angka(hasil.rasio, 2) if hasil and hasil.rasio is not None else ""
    yield ContohRumus("Efisiensi, selisih", "Capaian − serapan", keduanya, f"{poin} poin")
    yield ContohRumus("Efisiensi, rasio", "Capaian ÷ serapan", keduanya, rasio)


@cache
def panduan_skala() -> tuple[PanduanSkala, ...]:
    """Return the built-in scales, best grade first."""
    return tuple(
        PanduanSkala(s.nama, s.dasar_hukum, tuple(SkalaPanduan(p.predikat, batas_pita(p)) for p in s.pita))
        for s in SKALA_BAWAAN
    )
