"""Times as people in the regency read them: Asia/Jakarta, whatever the server's clock says."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from kinerja.nilai.angka import format_tanggal

ZONA = ZoneInfo("Asia/Jakarta")


def waktu_setempat(waktu: datetime) -> datetime:
    """Return a time in Asia/Jakarta."""
    return waktu.astimezone(ZONA)


def format_waktu(waktu: datetime) -> str:
    """Write a time as ``21 November 2026 09.30 WIB``."""
    lokal = waktu_setempat(waktu)
    return f"{format_tanggal(lokal.date())} {lokal:%H.%M} WIB"


def hari_ini() -> date:
    """Return today's date in Asia/Jakarta; what depends on it gets it as an argument."""
    return waktu_setempat(datetime.now(UTC)).date()
