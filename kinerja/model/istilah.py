"""The field's closed word lists, as they stand in the workbook (DESIGN section 4)."""

from collections.abc import Mapping
from enum import StrEnum


class Arah(StrEnum):
    """Which direction of an indicator is good; Netral is described, never judged."""

    NAIK = "Naik"
    TURUN = "Turun"
    NETRAL = "Netral"


class Tingkat(StrEnum):
    """Level of an indicator in the cascade of SAKIP."""

    TUJUAN = "Tujuan"
    SASARAN = "Sasaran"
    PROGRAM = "Program"
    KEGIATAN = "Kegiatan"
    SUB_KEGIATAN = "Sub kegiatan"
    PENDUKUNG = "Pendukung"


TINGKAT_IKU = frozenset({Tingkat.TUJUAN, Tingkat.SASARAN})
"""An IKU (indikator kinerja utama) is an indicator of one of these levels."""


class JenisOpd(StrEnum):
    """Kind of a unit; the first four are the whole government and never added to the others."""

    KABUPATEN = "Kabupaten"
    KOTA = "Kota"
    PROVINSI = "Provinsi"
    LEMBAGA = "Lembaga"
    SEKRETARIAT = "Sekretariat"
    INSPEKTORAT = "Inspektorat"
    DINAS = "Dinas"
    BADAN = "Badan"
    SATUAN = "Satuan"
    KECAMATAN = "Kecamatan"
    KELURAHAN = "Kelurahan"
    PUSKESMAS = "Puskesmas"
    RSUD = "RSUD"
    LAINNYA = "Lainnya"


JENIS_KESELURUHAN = frozenset({JenisOpd.KABUPATEN, JenisOpd.KOTA, JenisOpd.PROVINSI, JenisOpd.LEMBAGA})
"""A unit of one of these kinds is the whole."""


class Periode(StrEnum):
    """Whole year or quarter (triwulan)."""

    TAHUNAN = "Tahunan"
    TW_I = "TW I"
    TW_II = "TW II"
    TW_III = "TW III"
    TW_IV = "TW IV"


TRIWULAN = frozenset({Periode.TW_I, Periode.TW_II, Periode.TW_III, Periode.TW_IV})


class Semester(StrEnum):
    """Half a year, where its figure stands for both of its quarters together."""

    I = "Semester I"  # noqa: E741 - the Roman numeral
    II = "Semester II"


PARUH: Mapping[str, tuple[Periode, Periode]] = {
    Semester.I: (Periode.TW_I, Periode.TW_II),
    Semester.II: (Periode.TW_III, Periode.TW_IV),
}
"""The quarters of each half; the last one has its figure where quarters are not added."""


def triwulan_dari(periode: str) -> tuple[str, ...]:
    """Return the quarters that a period stands for: two of a half, else itself."""
    return PARUH.get(periode) or (periode,)


class TandaAngka(StrEnum):
    """What a reader must know of a figure; from PATAH on it is measured another way."""

    SEMENTARA = "Sementara"
    PERKIRAAN = "Perkiraan"
    PATAH = "Patah"


class Akumulasi(StrEnum):
    """How quarters make the year."""

    TERAKHIR = "Terakhir"
    JUMLAH = "Jumlah"
    RATA_RATA = "Rata-rata"


class AturanRentang(StrEnum):
    """What a realisasi is divided by where the target is a range."""

    TENGAH = "Tengah"
    BATAS = "Batas"


class BatasCapaian(StrEnum):
    """Where every capaian stops, in percent."""

    TANPA = "Tanpa"
    SERATUS = "100"
    SERATUS_SEPULUH = "110"
    SERATUS_DUA_PULUH = "120"


class LantaiCapaian(StrEnum):
    """Whether a capaian may fall below 0."""

    NOL = "Nol"
    TANPA = "Tanpa"


class Hubungan(StrEnum):
    """What a part is to its whole."""

    JUMLAH = "Jumlah"
    RATA_RATA = "Rata-rata"
    PEMBILANG = "Pembilang"
    PENYEBUT = "Penyebut"
    MENDUKUNG = "Mendukung"


class Ukuran(StrEnum):
    """What kind of figure a printed place shows; RUJUKAN is no figure: a number of a table, a year, a regulation."""

    TARGET = "Target"
    REALISASI = "Realisasi"
    CAPAIAN = "Capaian"
    PREDIKAT = "Predikat"
    KATEGORI = "Kategori"
    NILAI = "Nilai"
    EFISIENSI = "Efisiensi"
    PAGU = "Pagu"
    REALISASI_ANGGARAN = "Realisasi anggaran"
    SERAPAN = "Serapan"
    RATA_RATA = "Rata-rata"
    JUMLAH = "Jumlah"
    SELISIH = "Selisih"
    PERUBAHAN = "Perubahan"
    RUJUKAN = "Rujukan"


class JenisAnalisis(StrEnum):
    """Kind of explanation attached to an indicator or an OPD."""

    PENDORONG = "Faktor pendorong"
    PENGHAMBAT = "Faktor penghambat"
    SOLUSI = "Solusi"
    TINDAK_LANJUT = "Tindak lanjut"
    REKOMENDASI = "Rekomendasi"
    INOVASI = "Inovasi"


class Peran(StrEnum):
    """Pembanding is the same money printed another way: compared, never added."""

    ANGGARAN = "Anggaran"
    PEMBANDING = "Pembanding"


class KelompokApbd(StrEnum):
    """Blocks of the regional budget."""

    PENDAPATAN = "Pendapatan"
    BELANJA = "Belanja"
    SURPLUS_DEFISIT = "Surplus/Defisit"
    PEMBIAYAAN = "Pembiayaan"
    SILPA = "SiLPA"


class TingkatWilayah(StrEnum):
    """Administrative level of a region."""

    NASIONAL = "Nasional"
    PROVINSI = "Provinsi"
    KABUPATEN_KOTA = "Kabupaten/Kota"


class Status(StrEnum):
    """Status of a capaian (report 000, Tabel 3.1) and of a target given as a range."""

    TIDAK_TERCAPAI = "Tidak tercapai"
    SESUAI = "Tercapai sesuai target"
    MELEBIHI = "Melebihi target"
    DALAM_RENTANG = "Tercapai (dalam rentang)"


STATUS_TERCAPAI = frozenset({Status.SESUAI, Status.MELEBIHI, Status.DALAM_RENTANG})


class StatusAksi(StrEnum):
    """How far a planned action is."""

    BELUM = "Belum"
    BERJALAN = "Berjalan"
    SELESAI = "Selesai"
