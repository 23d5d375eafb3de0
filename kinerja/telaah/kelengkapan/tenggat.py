"""When a figure should stand; today's date always comes in as an argument, nothing here reads the clock."""

from datetime import date

from kinerja.model.istilah import Periode
from kinerja.nilai.angka import format_tanggal
from kinerja.telaah.triwulan.jejak import URUTAN

ATURAN_TENGGAT = (
    "Terlambat: realisasi setahun belum ada sesudah 31 Maret tahun berikutnya, karena laporan kinerja disampaikan "
    "paling lambat tiga bulan setelah tahun anggaran berakhir (PermenPANRB 53/2014). Realisasi triwulan ditunggu satu "
    "bulan sesudah triwulannya berakhir; batas ini bawaan dasbor, bukan peraturan."
)


def jatuh_tempo(tahun: int, periode: Periode = Periode.TAHUNAN) -> date:
    """Return the day by which a realisasi should stand."""
    if periode is Periode.TAHUNAN:
        return date(tahun + 1, 3, 31)
    return (date(tahun, 4, 30), date(tahun, 7, 31), date(tahun, 10, 31), date(tahun + 1, 1, 31))[URUTAN.index(periode)]


def berakhir(tahun: int, periode: Periode, hari: date) -> bool:
    """Tell whether a period is over on a day: before that no realisasi is asked for."""
    if periode is Periode.TAHUNAN:
        return hari.year > tahun
    bulan = 3 * URUTAN.index(periode) + 4
    return hari >= (date(tahun + 1, 1, 1) if bulan > 12 else date(tahun, bulan, 1))


def keterangan_hari(hari: date) -> str:
    """Say as of which day it was judged what is late."""
    return f"Keterlambatan dinilai per {format_tanggal(hari)} (WIB)."
