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
from kinerja.telaah.wilayah.perbandingan import JenisWilayah

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
class Bahan:
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
class Temuan:
    """What a rule found: the sentence and its weight among those of its rule."""

    teks: str
    bobot: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Aturan:
    """A rule: code, name, list, fact; `tingkat` ranks rules, highest first; `syarat` says when it speaks."""

    kode: str
    nama: str
    nada: Nada
    fakta: Fakta
    tingkat: int
    cari: Callable[[Bahan], Temuan | None]
    syarat: str


def _realisasi(c: CapaianIndikator) -> str:
    return bersatuan(c.indikator, c.baris.realisasi)


def _target(c: CapaianIndikator) -> str:
    return bersatuan(c.indikator, c.baris.target if c.baris.target.ada else c.target)


def _capaian_rendah(b: Bahan) -> Temuan | None:
    c = b.kini
    if c.persen is None or c.tercapai or bulatkan(c.persen) >= BATAS_RENDAH:
        return None
    return Temuan(
        f"Capaian {format_persen(c.persen)}: realisasi {_realisasi(c)}, target {_target(c)}.", SERATUS - c.persen
    )


def _predikat_meleset(b: Bahan) -> Temuan | None:
    c = b.kini
    if c.persen is not None or c.tercapai is not False:
        return None
    return Temuan(f"Target {_target(c)} tidak tercapai: realisasi {_realisasi(c)}.", Decimal(50))


def _tanpa_angka(b: Bahan) -> Temuan | None:
    c = b.kini
    if c.tercapai is not None or c.indikator.arah is Arah.NETRAL:
        return None
    ada = f"; targetnya {_target(c)}" if c.target.ada and not c.baris.realisasi.ada else ""
    return Temuan(f"{c.hasil.alasan}{ada}.", Decimal(1))


def _turun_walau_tercapai(b: Bahan) -> Temuan | None:
    if b.baik is not False or not b.kini.tercapai or b.lalu is None:
        return None
    capai = f"capaiannya {format_persen(b.kini.persen)}" if b.kini.persen is not None else "targetnya tercapai"
    return Temuan(f"Memburuk walaupun {capai}: {_kalimat_gerak(b, b.lalu)}.", b.gerak)


def _kalimat_gerak(b: Bahan, lalu: CapaianIndikator) -> str:
    arah = kata_arah(pasti(b.selisih, "perubahan"))
    return f"{arah} dari {_realisasi(lalu)} pada {lalu.tahun} menjadi {_realisasi(b.kini)} pada {b.kini.tahun}"


def _target_dilonggarkan(b: Bahan) -> Temuan | None:
    if b.target is None or not (b.target.longgar or b.target.di_bawah):
        return None
    return Temuan(kalimat_target(b.indikator, b.target), Decimal(bool(b.target.longgar) + bool(b.target.di_bawah)))


def _jauh_dari_akhir(b: Bahan) -> Temuan | None:
    if b.lintasan.vonis is Vonis.TIDAK_TERCAPAI and b.lintasan.kini is not None:
        nilai = bersatuan(b.indikator, b.lintasan.kini.realisasi)
        teks = f"Target akhir {tulis_target(b.indikator, b.lintasan)} tidak tercapai: realisasi {nilai}."
        return Temuan(teks, Decimal(2))
    if b.lintasan.vonis is not Vonis.SULIT:
        return None
    awal = f"Sulit mencapai target akhir {tulis_target(b.indikator, b.lintasan)}."
    return Temuan(f"{awal} {kalimat_laju(b.indikator, b.lintasan)}", Decimal(1))


def _dana_terserap(b: Bahan) -> Temuan | None:
    d = b.dana
    if d is None or d.kuadran is not Kuadran.DITINJAU or d.capaian is None or d.capaian >= BATAS_RENDAH:
        return None
    capaian, terserap = format_persen(d.capaian), format_persen(d.serapan)
    return Temuan(f"Target belum tercapai (capaian {capaian}) walaupun {terserap} pagu terserap.", SERATUS - d.capaian)


def _hemat(b: Bahan) -> Temuan | None:
    d = b.dana
    if d is None or not b.kini.tercapai or d.capaian is None or d.serapan is None or d.serapan > BATAS_HEMAT:
        return None
    teks = f"Target tercapai (capaian {format_persen(d.capaian)}) dengan serapan {format_persen(d.serapan)}."
    return Temuan(teks, SERATUS - d.serapan)


def _di_bawah_provinsi(b: Bahan) -> Temuan | None:
    lawan = kalah_dari(b.sebaya, JenisWilayah.PROVINSI)
    p = b.sebaya.wilayah
    if lawan is None or p is None or p.sendiri is None or lawan.selisih is None:
        return None
    letak = "di bawah" if lawan.selisih > 0 else "di atas"
    awal = f"{p.sendiri.bersatuan} pada {p.tahun}, {jarak_satuan(lawan.selisih, p.satuan)} {letak}"
    arti = "" if p.arah is Arah.NAIK else "; makin rendah makin baik"
    teks = f"Tertinggal dari {lawan.wilayah}: {awal} {lawan.bersatuan}{arti}{_peringkat(b.sebaya)}."
    return Temuan(teks, abs(lawan.selisih) / abs(lawan.nilai) if lawan.nilai else abs(lawan.selisih))


def _peringkat(s: Sebaya) -> str:
    letak = peringkat_sendiri(s)
    return f"; peringkat {letak[0]} dari {letak[2]}" if letak else ""


def _membaik(b: Bahan) -> Temuan | None:
    if not b.baik or b.lalu is None:
        return None
    return Temuan(f"{besar(_kalimat_gerak(b, b.lalu))}.", b.gerak)


def _memburuk(b: Bahan) -> Temuan | None:
    if b.baik is not False or b.lalu is None:
        return None
    return Temuan(f"{besar(_kalimat_gerak(b, b.lalu))}.", b.gerak)


def _target_akhir_dicapai(b: Bahan) -> Temuan | None:
    if b.lintasan.vonis is not Vonis.TERCAPAI or b.lintasan.kini is None:
        return None
    nilai = bersatuan(b.indikator, b.lintasan.kini.realisasi)
    return Temuan(f"Target akhir {tulis_target(b.indikator, b.lintasan)} sudah dicapai: {nilai}.", Decimal(1))


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="S01",
        nama="Capaian di bawah 90%",
        nada=Nada.PERHATIAN,
        fakta=Fakta.CAPAIAN,
        tingkat=100,
        cari=_capaian_rendah,
        syarat="target berangka belum tercapai dan capaiannya di bawah 90%",
    ),
    Aturan(
        kode="S02",
        nama="Predikat di bawah target",
        nada=Nada.PERHATIAN,
        fakta=Fakta.CAPAIAN,
        tingkat=90,
        cari=_predikat_meleset,
        syarat="target berupa predikat dan realisasinya lebih rendah menurut urutan skala",
    ),
    Aturan(
        kode="S03",
        nama="Tidak dapat dinilai",
        nada=Nada.PERHATIAN,
        fakta=Fakta.CAPAIAN,
        tingkat=40,
        cari=_tanpa_angka,
        syarat="target atau realisasi tidak tersedia, atau persentasenya tidak dapat dihitung",
    ),
    Aturan(
        kode="S04",
        nama="Dana terserap, target belum tercapai",
        nada=Nada.PERHATIAN,
        fakta=Fakta.DANA,
        tingkat=80,
        cari=_dana_terserap,
        syarat="capaian di bawah 90% dan serapan indikator pada atau di atas serapan OPD",
    ),
    Aturan(
        kode="S05",
        nama="Memburuk walaupun target tercapai",
        nada=Nada.DINI,
        fakta=Fakta.GERAK,
        tingkat=75,
        cari=_turun_walau_tercapai,
        syarat="target tercapai, tetapi realisasi memburuk dari tahun lalu menurut arah indikator",
    ),
    Aturan(
        kode="S06",
        nama="Target dilonggarkan",
        nada=Nada.DINI,
        fakta=Fakta.TARGET,
        tingkat=70,
        cari=_target_dilonggarkan,
        syarat="target lebih mudah daripada target sebelumnya atau daripada realisasi tahun lalu",
    ),
    Aturan(
        kode="S07",
        nama="Jauh dari target akhir",
        nada=Nada.DINI,
        fakta=Fakta.LINTASAN,
        tingkat=65,
        cari=_jauh_dari_akhir,
        syarat="perubahan per tahun kurang dari setengah yang diperlukan, atau rencana berakhir tanpa tercapai",
    ),
    Aturan(
        kode="S08",
        nama="Tertinggal dari provinsi",
        nada=Nada.DINI,
        fakta=Fakta.WILAYAH,
        tingkat=60,
        cari=_di_bawah_provinsi,
        syarat="nilai provinsi pada tahun yang sama lebih baik menurut arah ukurannya",
    ),
    Aturan(
        kode="S09",
        nama="Memburuk",
        nada=Nada.DINI,
        fakta=Fakta.GERAK,
        tingkat=55,
        cari=_memburuk,
        syarat="realisasi memburuk dari tahun lalu, target belum tercapai",
    ),
    Aturan(
        kode="S10",
        nama="Membaik",
        nada=Nada.BAIK,
        fakta=Fakta.GERAK,
        tingkat=50,
        cari=_membaik,
        syarat="realisasi membaik dari tahun lalu menurut arah indikator",
    ),
    Aturan(
        kode="S11",
        nama="Target akhir sudah dicapai",
        nada=Nada.BAIK,
        fakta=Fakta.LINTASAN,
        tingkat=45,
        cari=_target_akhir_dicapai,
        syarat="realisasi terakhir sudah mencapai target akhir rencana",
    ),
    Aturan(
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
