"""The rows of a workbook as the domain sees them, one frozen class a sheet (DESIGN section 4).

Field names are the headers in snake case; `baris` is the row in the sheet, so that a finding still says "Capaian!E17".
Money is rupiah as Decimal, None is not available.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model.istilah import (
    JENIS_KESELURUHAN,
    TINGKAT_IKU,
    Akumulasi,
    Arah,
    Hubungan,
    JenisAnalisis,
    JenisOpd,
    KelompokApbd,
    Peran,
    Periode,
    Semester,
    TandaAngka,
    Tingkat,
    TingkatWilayah,
    Ukuran,
    triwulan_dari,
)
from kinerja.nilai.baca import KOSONG, Nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.nilai.nama import JenisNama, samakan
from kinerja.nilai.skala import Pita, Skala


@dataclass(frozen=True, slots=True)
class BarisProfil:
    """A key and its value."""

    kunci: str
    nilai: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opd:
    """A perangkat daerah or unit."""

    kode_opd: str
    nama_opd: str
    jenis: JenisOpd
    singkatan: str = ""
    skala_capaian: str = ""
    baris: int = 0

    @property
    def nama_pendek(self) -> str:
        """The short name for charts, else the full one."""
        return self.singkatan or self.nama_opd

    @property
    def keseluruhan(self) -> bool:
        """Whether this is the whole government, never added to the others."""
        return self.jenis in JENIS_KESELURUHAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """An indicator; the code never changes its meaning."""

    kode_indikator: str
    kode_opd: str
    tingkat: Tingkat
    indikator: str
    satuan: str
    arah: Arah
    misi: str = ""
    tujuan: str = ""
    sasaran: str = ""
    skala_nilai: str = ""
    padanan: str = ""
    penanggung_jawab: tuple[str, ...] = ()
    bobot: Decimal | None = None
    akumulasi: Akumulasi = Akumulasi.TERAKHIR
    formula: str = ""
    sumber_data: str = ""
    target_akhir: Nilai = KOSONG
    tahun_target_akhir: int | None = None
    baris: int = 0

    @property
    def iku(self) -> bool:
        """Whether counts, means and headlines take it."""
        return self.tingkat in TINGKAT_IKU


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisCapaian:
    """Target and realisasi of an indicator in a period."""

    kode_indikator: str
    tahun: int
    periode: Periode = Periode.TAHUNAN
    target: Nilai = KOSONG
    target_hitung: Nilai = KOSONG
    realisasi: Nilai = KOSONG
    capaian_dilaporkan: Nilai = KOSONG
    predikat_dilaporkan: str = ""
    tanda: tuple[TandaAngka, ...] = ()
    sumber: str = ""
    catatan: str = ""
    baris: int = 0
    dari_triwulan: bool = False
    semester: Semester | None = None
    """The half whose two quarters the row stands for together; `periode` is then the last of them."""

    @property
    def nama_periode(self) -> str:
        """The period as the workbook writes it."""
        return (self.semester or self.periode).value

    @property
    def triwulan(self) -> tuple[str, ...]:
        """The periods that the row stands for."""
        return triwulan_dari(self.nama_periode)


@dataclass(frozen=True, slots=True)
class BarisSusunan:
    """What a part is to its whole."""

    induk: str
    bagian: str
    hubungan: Hubungan
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kutipan:
    """A printed figure, verbatim, with its place."""

    tahun: int
    ukuran: Ukuran
    tercetak: str
    sumber: str
    kode_indikator: str = ""
    indikator: str = ""
    wilayah: str = ""
    kode_opd: str = ""
    uraian: str = ""
    catatan: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Analisis:
    """An explanation: factor, solution, follow-up."""

    tahun: int
    jenis: JenisAnalisis
    uraian: str
    kode_indikator: str = ""
    kode_opd: str = ""
    penanggung_jawab: str = ""
    tenggat: str = ""
    status: str = ""
    sumber: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAnggaran:
    """A budget line, parent or total of an OPD."""

    kode_opd: str
    tahun: int
    peran: Peran = Peran.ANGGARAN
    kelompok: str = ""
    program: str = ""
    kegiatan: str = ""
    sub_kegiatan: str = ""
    pagu: Decimal | None = None
    realisasi: Decimal | None = None
    kode_indikator: tuple[str, ...] = ()
    sumber: str = ""
    periode: Periode = Periode.TAHUNAN
    kode: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranIndikator:
    """Budget a report ties to one indicator; never added to Anggaran."""

    kode_indikator: str
    tahun: int
    pagu: Decimal | None = None
    realisasi: Decimal | None = None
    pagu_bersama: str = ""
    serapan_dilaporkan: str = ""
    efisiensi_dilaporkan: str = ""
    sumber: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisApbd:
    """A line of the regional budget; an empty uraian is the printed total of its kelompok."""

    tahun: int
    kelompok: KelompokApbd
    kode_opd: str = ""
    uraian: str = ""
    anggaran: Decimal | None = None
    realisasi: Decimal | None = None
    sumber: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRegional:
    """A measure of one region in one year."""

    indikator: str
    wilayah: str
    tingkat_wilayah: TingkatWilayah
    tahun: int
    nilai: Nilai = KOSONG
    provinsi: str = ""
    satuan: str = ""
    arah: Arah | None = None
    tanda: tuple[TandaAngka, ...] = ()
    sumber: str = ""
    catatan: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSkala:
    """One grade of a scale of the workbook."""

    skala: str
    urutan: Decimal
    predikat: str
    batas_bawah: Decimal | None = None
    batas_atas: Decimal | None = None
    batas_termasuk: str = "Ya"
    dasar_hukum: str = ""
    berlaku_sejak: int | None = None
    baris: int = 0


@dataclass(frozen=True, slots=True)
class NamaLain:
    """Another spelling of a name."""

    jenis: JenisNama
    nama: str
    nama_lain: str
    baris: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BukuKerja:
    """All rows of a workbook that passed the checks.

    `anggaran` holds whole years only; quarterly rows, whose figures are cumulative, stand in `anggaran_triwulan`.
    """

    profil: tuple[BarisProfil, ...] = ()
    opd: tuple[Opd, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    capaian: tuple[BarisCapaian, ...] = ()
    susunan: tuple[BarisSusunan, ...] = ()
    kutipan: tuple[Kutipan, ...] = ()
    analisis: tuple[Analisis, ...] = ()
    anggaran: tuple[BarisAnggaran, ...] = ()
    anggaran_triwulan: tuple[BarisAnggaran, ...] = ()
    anggaran_indikator: tuple[AnggaranIndikator, ...] = ()
    apbd: tuple[BarisApbd, ...] = ()
    regional: tuple[BarisRegional, ...] = ()
    skala: tuple[BarisSkala, ...] = ()
    nama_lain: tuple[NamaLain, ...] = ()


def skala_dari_baris(baris: Iterable[BarisSkala]) -> KumpulanSkala:
    """Build the scales a workbook's rows describe."""
    kelompok = menurut(baris, lambda b: (samakan(b.skala), b.berlaku_sejak))
    return KumpulanSkala(_satu_skala(sorted(g, key=lambda b: b.urutan)) for g in kelompok.values())


def _satu_skala(baris: list[BarisSkala]) -> Skala:
    pita = (
        Pita(
            urutan=int(b.urutan),
            predikat=b.predikat,
            bawah=b.batas_bawah,
            atas=b.batas_atas,
            termasuk=b.batas_termasuk != "Tidak",
        )
        for b in baris
    )
    dasar = next((b.dasar_hukum for b in baris if b.dasar_hukum), "")
    return Skala(baris[0].skala, tuple(pita), dasar, baris[0].berlaku_sejak)
