"""Tables that must not get in as they are: each says what a person should be told."""

from collections.abc import Callable
from pathlib import Path
from struct import pack
from typing import Any

from pembangun import tulis

Baris = list[list[Any]]
_LRA: Baris = [
    ["Kode", "Uraian", "Anggaran", "Realisasi"],
    ["1.02.02", "PROGRAM PEMENUHAN UPAYA KESEHATAN", 5_000_000, 4_000_000],
    ["1.02.02.2.01", "Penyediaan Fasilitas Pelayanan Kesehatan", 5_000_000, 4_000_000],
    ["1.02.02.2.01.0006", "Pengembangan Puskesmas", 5_000_000, 4_000_000],
]
_BPS: Baris = [["Kabupaten/Kota", 2023, 2024], ["Asahan", 70.1, 70.4], ["Karo", 71.2, 71.3], ["Nias", 69.3, 69.9]]


def _lembar(baris: Baris) -> Callable[[Path], Path]:
    return lambda berkas: tulis({"Tabel": baris}, berkas)


def _html(berkas: Path) -> Path:
    """Write what some systems call an Excel file: a page whose table lies inside."""
    sel = "".join("<tr>" + "".join(f"<td>{s}</td>" for s in b) + "</tr>" for b in _LRA)
    berkas = berkas.with_suffix(".xls")
    berkas.write_text(f"<html><body><table>{sel}</table></body></html>", encoding="utf-8")
    return berkas


def _terkunci(berkas: Path) -> Path:
    """Write what Excel makes of a workbook with a password: a compound file that holds an encrypted package."""
    kepala = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    kepala += pack("<IIIIIiIiI", 0, 1, 1, 0, 4096, -2, 0, -2, 0) + pack("<109i", 0, *[-1] * 108)
    isi = _entri("Root Entry", 5, 1) + _entri("EncryptedPackage", 2, -1) + 2 * _entri("", 0, -1)
    berkas.write_bytes(kepala + pack("<128i", -3, -2, *[-1] * 126) + isi)
    return berkas


def _entri(nama: str, jenis: int, anak: int) -> bytes:
    """Return an entry of the compound file's directory."""
    kata = nama.encode("utf-16-le")
    panjang = len(kata) + 2 if nama else 0
    kepala = kata.ljust(64, b"\0") + pack("<HBBiii", panjang, jenis, 1, -1, -1, anak)
    return kepala.ljust(116, b"\0") + pack("<iII", -2 if jenis else 0, 0, 0)


_OPD = ("--opd", "DINKES", "--tahun", "2025")
_UKUR = ("--ukuran", "Umur Harapan Hidup", "--satuan", "Tahun", "--arah", "Naik")
_GANDA: Baris = [
    ["Kabupaten/Kota", "Laki-laki", None, "Perempuan", None],
    [None, 2023, 2024, 2023, 2024],
    ["Asahan", 68.1, 68.4, 72.1, 72.3],
    ["Karo", 69.2, 69.3, 73.2, 73.4],
]

BURUK: dict[str, tuple[Callable[[Path], Path], tuple[str, ...], str]] = {
    "tanpa tabel": (_lembar([["Surat pengantar"], ["Bersama ini kami sampaikan laporan."]]), _OPD, "tabel"),
    "lembar kosong": (_lembar([[None]]), _OPD, ""),
    "dua tabel satu lembar": (_lembar([*_BPS, [], [], *_LRA]), (*_OPD, *_UKUR), "tabel"),
    "kolom yang sama dua kali": (
        _lembar([[*b[:3], b[2] + 1 if isinstance(b[2], int) else b[2], b[3]] for b in _LRA]),
        _OPD,
        "Anggaran",
    ),
    "tahun yang sama dua kali": (_lembar(_GANDA), _UKUR, "2023"),
    "tahun bukan tahun": (_lembar([["Kabupaten/Kota", 2023, 20244], *_BPS[1:]]), _UKUR, "20244"),
    "koma tiga angka": (
        _lembar([_BPS[0], ["Asahan", "10,420", "10,649"], ["Karo", "9,744", "9,912"]]),
        ("--ukuran", "Pengeluaran per Kapita", "--satuan", "Ribu rupiah", "--arah", "Naik"),
        "10,420",
    ),
    "dua bulan dalam setahun": (
        _lembar([["Kabupaten/Kota", "2024", None], [None, "Maret", "September"], *_BPS[1:]]),
        _UKUR,
        "2024",
    ),
    "kolom opd lain": (
        _lembar([["SKPD", *_LRA[0]], *(["Dinas Kesehatan", *b] for b in _LRA[1:3]), ["Dinas Pendidikan", *_LRA[3]]]),
        _OPD,
        "Dinas Pendidikan",
    ),
    "kolom tahun lain": (_lembar([[*_LRA[0], "Tahun"], *([*b, 2024] for b in _LRA[1:])]), _OPD, "2024"),
    "kolom periode lain": (_lembar([[*_LRA[0], "Periode"], *([*b, "TW II"] for b in _LRA[1:])]), _OPD, "TW II"),
    "hanya pendapatan": (_lembar([_LRA[0], ["4", "PENDAPATAN DAERAH", 9, 8], ["4.1", "PAD", 9, 8]]), _OPD, "baris"),
    "wilayah asing": (_lembar([*_BPS, ["Karawang Baru", 70, 71]]), _UKUR, "Karawang Baru"),
    "indikator asing": (
        _lembar([["Indikator", "Satuan", "Target", "Realisasi"], ["Cakupan layanan purnabakti", "Persen", 80, 79]]),
        _OPD,
        "Cakupan layanan purnabakti",
    ),
    "jumlah tidak cocok": (_lembar([*_LRA, [None, "JUMLAH", 6_000_000, 4_000_000]]), _OPD, "1.000.000"),
    "uang bermakna ganda": (
        _lembar([*_LRA[:3], [*_LRA[3][:2], "5,000", "4,000"]]),
        _OPD,
        "5,000",
    ),
    "kata sandi": (_terkunci, _OPD, "sandi"),
    "opd tidak dikenal": (_lembar(_LRA), ("--opd", "TIADA", "--tahun", "2025"), "TIADA"),
}
"""By name: how the file is written, what is answered beside it, and a word that the message must hold."""
HTML = (_html, _OPD)
"""An HTML table named .xls: its table is read, or it is said what the file is."""
