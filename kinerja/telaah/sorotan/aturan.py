"""The rules of Sorotan: each looks at one indicator's year and may find one thing, a sentence made from its figures.

Rules are data (`ATURAN`): what they look for, how grave it is, which fact they speak of, and when they speak, in words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah
from kinerja.nilai.angka import SERATUS, bulatkan, format_persen
from kinerja.nilai.pasti import pasti
from kinerja.nilai.satuan import jarak_satuan
from kinerja.rumus.capaian import CapaianIndikator, perubahan
from kinerja.sajian.kalimat import bersatuan, besar, kata_arah
from kinerja.telaah.anggaran.efisiensi import BarisEfisiensi, Kuadran
from kinerja.telaah.indikator.lintasan import Lintasan, Vonis, kalimat_laju, tulis_target
from kinerja.telaah.indikator.sebaya import Sebaya, kalah_dari, peringkat_sendiri
from kinerja.telaah.indikator.target import UbahTarget, kalimat_target

BATAS_RENDAH = Decimal(90)
"""Below this capaian an indicator needs attention."""
BATAS_HEMAT = Decimal(90)
"""A target reached with no more than this serapan is worth a look."""


class Nada(StrEnum):
    """How a finding is meant: in which list it stands."""

    PERHATIAN = "Perlu perhatian"
    DINI = "Peringatan dini"
    BAIK = "Kabar baik"


class Fakta(StrEnum):
    """What a finding speaks of; of an indicator each is said once."""

    CAPAIAN = "capaian"
    GERAK = "perubahan"
    TARGET = "target"
    LINTASAN = "target akhir"
    DANA = "dana"
    WILAYAH = "wilayah"


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanSorotan:
    """What the rules look at: an indicator's year with everything it is held against."""

    kini: CapaianIndikator
    lalu: CapaianIndikator | None
    target: UbahTarget | None
    lintasan: Lintasan
    dana: BarisEfisiensi | None
    sebaya: Sebaya

    @property
    def indikator(self) -> Indikator:
        """Whose year it is."""
        return self.kini.indikator

    @property
    def selisih(self) -> Decimal | None:
        """Realisasi minus last year's."""
        return perubahan(self.kini.baris.realisasi, self.lalu.baris.realisasi) if self.lalu else None

    @property
    def baik(self) -> bool | None:
        """Whether the realisasi moved for the better."""
        return self.kini.membaik(self.selisih)

    @property
    def gerak(self) -> Decimal:
        """The size of the change as a part of last year's value; of a change from 0, its size itself."""
        beda = abs(pasti(self.selisih, "perubahan"))
        asal = self.lalu.baris.realisasi.angka if self.lalu else None
        return beda / abs(asal) if asal else beda


@dataclass(frozen=True, slots=True)
class Kandidat:
    """What a rule found: the sentence, its weight among those of its rule, and its name where the rule has several."""

    teks: str
    bobot: Decimal
    nama: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanSorotan:
    """A rule: code, name, list, fact; `tingkat` ranks rules, highest first; `syarat` says when it speaks."""

    kode: str
    nama: str
    nada: Nada
    fakta: Fakta
    tingkat: int
    cari: Callable[[BahanSorotan], Kandidat | None]
    syarat: str


def _realisasi(capaian: CapaianIndikator) -> str:
    return bersatuan(capaian.indikator, capaian.baris.realisasi)


def _target(capaian: CapaianIndikator) -> str:
    return bersatuan(capaian.indikator, capaian.baris.target if capaian.baris.target.ada else capaian.target)


def _capaian_rendah(bahan: BahanSorotan) -> Kandidat | None:
    c = bahan.kini
    if c.persen is None or c.tercapai or bulatkan(c.persen) >= BATAS_RENDAH:
        return None
    return Kandidat(
        f"Capaian {format_persen(c.persen)}: realisasi {_realisasi(c)}, target {_target(c)}.", SERATUS - c.persen
    )


def _predikat_meleset(bahan: BahanSorotan) -> Kandidat | None:
    c = bahan.kini
    if c.persen is not None or c.tercapai is not False:
        return None
    return Kandidat(f"Target {_target(c)} tidak tercapai: realisasi {_realisasi(c)}.", Decimal(50))


def _tanpa_angka(bahan: BahanSorotan) -> Kandidat | None:
    c = bahan.kini
    if c.tercapai is not None or c.indikator.arah is Arah.NETRAL:
        return None
    ada = f"; targetnya {_target(c)}" if c.target.ada and not c.baris.realisasi.ada else ""
    return Kandidat(f"{c.hasil.alasan}{ada}.", Decimal(1))


def _turun_walau_tercapai(bahan: BahanSorotan) -> Kandidat | None:
    if bahan.baik is not False or not bahan.kini.tercapai or bahan.lalu is None:
        return None
    capai = f"capaiannya {format_persen(bahan.kini.persen)}" if bahan.kini.persen is not None else "targetnya tercapai"
    return Kandidat(f"Memburuk walaupun {capai}: {_kalimat_gerak(bahan, bahan.lalu)}.", bahan.gerak)


def _kalimat_gerak(bahan: BahanSorotan, lalu: CapaianIndikator) -> str:
    arah = kata_arah(pasti(bahan.selisih, "perubahan"))
    return f"{arah} dari {_realisasi(lalu)} pada {lalu.tahun} menjadi {_realisasi(bahan.kini)} pada {bahan.kini.tahun}"


def _target_dilonggarkan(bahan: BahanSorotan) -> Kandidat | None:
    if bahan.target is None or not (bahan.target.longgar or bahan.target.di_bawah):
        return None
    return Kandidat(
        kalimat_target(bahan.indikator, bahan.target), Decimal(bool(bahan.target.longgar) + bool(bahan.target.di_bawah))
    )


def _jauh_dari_akhir(bahan: BahanSorotan) -> Kandidat | None:
    if bahan.lintasan.vonis is Vonis.TIDAK_TERCAPAI and bahan.lintasan.kini is not None:
        nilai = bersatuan(bahan.indikator, bahan.lintasan.kini.realisasi)
        teks = f"Target akhir {tulis_target(bahan.indikator, bahan.lintasan)} tidak tercapai: realisasi {nilai}."
        return Kandidat(teks, Decimal(2))
    if bahan.lintasan.vonis is not Vonis.SULIT:
        return None
    awal = f"Sulit mencapai target akhir {tulis_target(bahan.indikator, bahan.lintasan)}."
    return Kandidat(f"{awal} {kalimat_laju(bahan.indikator, bahan.lintasan)}", Decimal(1))


def _dana_terserap(bahan: BahanSorotan) -> Kandidat | None:
    d = bahan.dana
    if d is None or d.kuadran is not Kuadran.DITINJAU or d.capaian is None or d.capaian >= BATAS_RENDAH:
        return None
    capaian, terserap = format_persen(d.capaian), format_persen(d.serapan)
    return Kandidat(
        f"Target belum tercapai (capaian {capaian}) walaupun {terserap} pagu terserap.", SERATUS - d.capaian
    )


def _hemat(bahan: BahanSorotan) -> Kandidat | None:
    d = bahan.dana
    if d is None or not bahan.kini.tercapai or d.capaian is None or d.serapan is None or d.serapan > BATAS_HEMAT:
        return None
    teks = f"Target tercapai (capaian {format_persen(d.capaian)}) dengan serapan {format_persen(d.serapan)}."
    return Kandidat(teks, SERATUS - d.serapan)


def _di_bawah_acuan(bahan: BahanSorotan) -> Kandidat | None:
    lawan = kalah_dari(bahan.sebaya)
    p = bahan.sebaya.wilayah
    if lawan is None or p is None or p.sendiri is None or lawan.selisih is None:
        return None
    letak = "di bawah" if lawan.selisih > 0 else "di atas"
    awal = f"{p.sendiri.bersatuan} pada {p.tahun}, {jarak_satuan(lawan.selisih, p.satuan)} {letak}"
    arti = "" if p.arah is Arah.NAIK else "; makin rendah makin baik"
    urutan = peringkat_sendiri(bahan.sebaya)
    peringkat = f"; peringkat {urutan[0]} dari {p.dari}" if urutan else ""
    teks = f"Tertinggal dari {lawan.wilayah}: {awal} {lawan.bersatuan}{arti}{peringkat}."
    bobot = abs(lawan.selisih) / abs(lawan.nilai) if lawan.nilai else abs(lawan.selisih)
    return Kandidat(teks, bobot, f"Tertinggal dari {lawan.jenis.value}")


def _membaik(bahan: BahanSorotan) -> Kandidat | None:
    if not bahan.baik or bahan.lalu is None:
        return None
    return Kandidat(f"{besar(_kalimat_gerak(bahan, bahan.lalu))}.", bahan.gerak)


def _memburuk(bahan: BahanSorotan) -> Kandidat | None:
    if bahan.baik is not False or bahan.lalu is None:
        return None
    return Kandidat(f"{besar(_kalimat_gerak(bahan, bahan.lalu))}.", bahan.gerak)


def _target_akhir_dicapai(bahan: BahanSorotan) -> Kandidat | None:
    if bahan.lintasan.vonis is not Vonis.TERCAPAI or bahan.lintasan.kini is None:
        return None
    nilai = bersatuan(bahan.indikator, bahan.lintasan.kini.realisasi)
    return Kandidat(f"Target akhir {tulis_target(bahan.indikator, bahan.lintasan)} sudah dicapai: {nilai}.", Decimal(1))


ATURAN: tuple[AturanSorotan, ...] = (
    AturanSorotan(
        kode="S01",
        nama="Capaian di bawah 90%",
        nada=Nada.PERHATIAN,
        fakta=Fakta.CAPAIAN,
        tingkat=100,
        cari=_capaian_rendah,
        syarat="target berangka belum tercapai dan capaiannya di bawah 90%",
    ),
    AturanSorotan(
        kode="S02",
        nama="Predikat di bawah target",
        nada=Nada.PERHATIAN,
        fakta=Fakta.CAPAIAN,
        tingkat=90,
        cari=_predikat_meleset,
        syarat="target berupa predikat dan realisasinya lebih rendah menurut urutan skala",
    ),
    AturanSorotan(
        kode="S03",
        nama="Tidak dapat dinilai",
        nada=Nada.PERHATIAN,
        fakta=Fakta.CAPAIAN,
        tingkat=40,
        cari=_tanpa_angka,
        syarat="target atau realisasi tidak tersedia, atau persentasenya tidak dapat dihitung",
    ),
    AturanSorotan(
        kode="S04",
        nama="Dana terserap, target belum tercapai",
        nada=Nada.PERHATIAN,
        fakta=Fakta.DANA,
        tingkat=80,
        cari=_dana_terserap,
        syarat="capaian di bawah 90% dan serapan indikator pada atau di atas serapan OPD",
    ),
    AturanSorotan(
        kode="S05",
        nama="Memburuk walaupun target tercapai",
        nada=Nada.DINI,
        fakta=Fakta.GERAK,
        tingkat=75,
        cari=_turun_walau_tercapai,
        syarat="target tercapai, tetapi realisasi memburuk dari tahun lalu menurut arah indikator",
    ),
    AturanSorotan(
        kode="S06",
        nama="Target dilonggarkan",
        nada=Nada.DINI,
        fakta=Fakta.TARGET,
        tingkat=70,
        cari=_target_dilonggarkan,
        syarat="target lebih mudah daripada target sebelumnya atau daripada realisasi tahun lalu",
    ),
    AturanSorotan(
        kode="S07",
        nama="Jauh dari target akhir",
        nada=Nada.DINI,
        fakta=Fakta.LINTASAN,
        tingkat=65,
        cari=_jauh_dari_akhir,
        syarat="perubahan per tahun kurang dari setengah yang diperlukan, atau rencana berakhir tanpa tercapai",
    ),
    AturanSorotan(
        kode="S08",
        nama="Tertinggal dari provinsi",
        nada=Nada.DINI,
        fakta=Fakta.WILAYAH,
        tingkat=60,
        cari=_di_bawah_acuan,
        syarat="nilai provinsi (bagi provinsi: nilai nasional) pada tahun yang sama lebih baik menurut arah ukurannya",
    ),
    AturanSorotan(
        kode="S09",
        nama="Memburuk",
        nada=Nada.DINI,
        fakta=Fakta.GERAK,
        tingkat=55,
        cari=_memburuk,
        syarat="realisasi memburuk dari tahun lalu, target belum tercapai",
    ),
    AturanSorotan(
        kode="S10",
        nama="Membaik",
        nada=Nada.BAIK,
        fakta=Fakta.GERAK,
        tingkat=50,
        cari=_membaik,
        syarat="realisasi membaik dari tahun lalu menurut arah indikator",
    ),
    AturanSorotan(
        kode="S11",
        nama="Target akhir sudah dicapai",
        nada=Nada.BAIK,
        fakta=Fakta.LINTASAN,
        tingkat=45,
        cari=_target_akhir_dicapai,
        syarat="realisasi terakhir sudah mencapai target akhir rencana",
    ),
    AturanSorotan(
        kode="S12",
        nama="Target tercapai dengan dana tersisa",
        nada=Nada.BAIK,
        fakta=Fakta.DANA,
        tingkat=35,
        cari=_hemat,
        syarat="target tercapai dengan serapan indikator paling banyak 90%",
    ),
)
"""Every rule, gravest first."""
