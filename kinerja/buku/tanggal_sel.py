"""Dates and times as the user sees them in a cell: what Excel made of 70.10 or 5-8, by the cell's number format."""

import re
from datetime import date, datetime, time, timedelta

_BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_BAWAAN = {"mm-dd-yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm"}
"""Formats of Excel that follow the language of the computer, and what they show in Indonesian."""
_POTONG = re.compile(
    r"""(?xi) "(?P<harfiah>[^"]*)" | \\(?P<lepas>.) | _. | \*. | \[(?P<lewat>[hms]+)\] | \[[^\]]*\]
    | (?P<paruh>am/pm|a/p) | (?P<unit>y+|m+|d+|h+|s+) | (?P<pecahan>\.0+) | (?P<lain>.)""",
    re.DOTALL,
)
_LAMA = re.compile(r"(?:(\d{1,7}) days?, )?(\d{1,2}):(\d\d):(\d\d)(?:\.\d+)?", re.ASCII)
PANJANG_MAKS = 60


def tanggal_terlihat(teks: str, format_angka: str) -> str:
    """Write a date, time or duration, given as Python writes it, the way an Indonesian Excel shows it: ``5-Agu``."""
    nilai = _nilai(teks)
    if nilai is None:
        return teks
    pola = _BAWAAN.get(format_angka, format_angka.split(";")[0])
    bagian = [m for m in _POTONG.finditer(pola) if m.lastgroup]
    paruh = any(m["paruh"] for m in bagian)
    terlihat = "".join(_tulis(nilai, bagian, i, paruh=paruh) for i in range(len(bagian)))
    return terlihat.strip()[:PANJANG_MAKS] if any(m["unit"] or m["lewat"] for m in bagian) else teks


def _nilai(teks: str) -> date | time | timedelta | None:
    lama = _LAMA.fullmatch(teks)
    if lama:
        hari, jam, menit, detik = (int(n or 0) for n in lama.groups())
        return timedelta(days=hari, hours=jam, minutes=menit, seconds=detik)
    try:
        return datetime.fromisoformat(teks)
    except ValueError:
        return None


def _tulis(nilai: date | time | timedelta, bagian: list[re.Match[str]], i: int, *, paruh: bool) -> str:
    m = bagian[i]
    if m["lewat"]:
        return f"{_detik(nilai) // {'h': 3600, 'm': 60, 's': 1}[m['lewat'][0].lower()]:0{len(m['lewat'])}}"
    if m["unit"]:
        unit = m["unit"].lower()
        # Tell whether an m is minutes: behind hours, or before seconds.
        unit_menit = [
            (n, (m["unit"] or m["lewat"] or "").lower()[:1]) for n, m in enumerate(bagian) if m["unit"] or m["lewat"]
        ]
        letak = next(n for n, (tempat, _) in enumerate(unit_menit) if tempat == i)
        sebelum = unit_menit[letak - 1][1] if letak else ""
        sesudah = unit_menit[letak + 1][1] if letak + 1 < len(unit_menit) else ""
        menit = sebelum == "h" or sesudah == "s"
        detik = _detik(nilai) % 86400
        if unit[0] == "h":
            jam = detik // 3600
            return f"{(jam % 12 or 12) if paruh else jam:0{len(unit)}}"
        if unit[0] == "s" or (unit[0] == "m" and menit):
            return f"{detik % 60 if unit[0] == 's' else detik // 60 % 60:0{len(unit)}}"
        # A time alone is a part of day 0, which Excel shows as 0 January 1900.
        hari = nilai if isinstance(nilai, date) else date(1900, 1, 1)
        if unit[0] == "y":
            return f"{hari.year}" if len(unit) > 2 else f"{hari.year % 100:02}"
        if len(unit) < 3:
            return f"{hari.month if unit[0] == 'm' else hari.day:0{len(unit)}}"
        nama = _BULAN[hari.month - 1] if unit[0] == "m" else _HARI[hari.weekday()]
        return nama[:3] if len(unit) == 3 else nama
    if m["paruh"]:
        return "AM" if _detik(nilai) % 86400 < 43200 else "PM"
    if m["lain"]:
        return "." if m["lain"] == ":" else m["lain"]
    return m["harfiah"] or m["lepas"] or ""


def _detik(nilai: date | time | timedelta) -> int:
    if isinstance(nilai, timedelta):
        return max(0, int(nilai.total_seconds()))
    if isinstance(nilai, datetime | time):
        return nilai.hour * 3600 + nilai.minute * 60 + nilai.second
    return 0
