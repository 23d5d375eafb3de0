"""Arguments of the commands on the store; their code, and the database behind it, is loaded when one runs."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.model.istilah import Periode

if TYPE_CHECKING:
    Anak = argparse._SubParsersAction[argparse.ArgumentParser]


def tambah_perintah_gudang(anak: "Anak") -> None:
    """Add the commands on the store to the parser."""
    _tambah_impor(anak)
    _tambah_riwayat(anak)
    _tambah_kunci(anak)
    _tambah_salin(anak)


def _perintah(anak: "Anak", nama: str, bantuan: str, *, json: bool = False) -> argparse.ArgumentParser:
    p: argparse.ArgumentParser = anak.add_parser(nama, help=bantuan, description=bantuan)
    p.set_defaults(jalankan=_saat_dipakai(nama.replace("-", "_")))
    if json:
        p.add_argument("--json", action="store_true", help="cetak satu objek JSON")
    return p


def _saat_dipakai(fungsi: str) -> Callable[[argparse.Namespace], int]:
    def jalankan(pilihan: argparse.Namespace) -> int:
        kode: int = getattr(import_module("kinerja.perintah.versi"), fungsi)(pilihan)
        return kode

    return jalankan


def _catatan(p: argparse.ArgumentParser, bawaan: str) -> None:
    p.add_argument(
        "--catatan", type=_teks, default=bawaan, metavar="S", help=f"alasan untuk riwayat, bawaan “{bawaan}”"
    )


def _teks(argumen: str) -> str:
    """Return an argument without the bytes that were no letters in the terminal's encoding; no database takes them."""
    return argumen.encode(errors="replace").decode()


def _tambah_impor(anak: "Anak") -> None:
    p = _perintah(anak, "impor", "Periksa, bandingkan, dan terbitkan buku kerja", json=True)
    p.add_argument("berkas", type=Path, nargs="+", metavar="FILE")
    p.add_argument("--mode", choices=("ganti", "perbarui"), default="ganti", help="ganti seluruhnya, atau perbarui")
    _catatan(p, "Impor dari baris perintah")


def _tambah_riwayat(anak: "Anak") -> None:
    _perintah(anak, "versi", "Sebutkan semua versi, terbaru di atas", json=True)
    p = _perintah(anak, "pulihkan", "Jadikan versi lama aktif kembali", json=True)
    p.add_argument("nomor", type=int, metavar="N")
    _catatan(p, "Dipulihkan dari baris perintah")
    _perintah(anak, "log", "Sebutkan semua peristiwa, terbaru di atas", json=True)


def _tambah_kunci(anak: "Anak") -> None:
    for nama, bantuan, wajib in (
        ("kunci", "Kunci satu tahun atau triwulan; tanpa tahun, sebutkan yang terkunci", False),
        ("buka-kunci", "Buka kunci satu tahun atau triwulan", True),
    ):
        p = _perintah(anak, nama, bantuan)
        p.add_argument("tahun", type=int, metavar="T", nargs=None if wajib else "?")
        p.add_argument("--periode", choices=[p.value for p in Periode], default=Periode.TAHUNAN.value)
        _catatan(p, "Dari baris perintah")


def _tambah_salin(anak: "Anak") -> None:
    p = _perintah(anak, "cadangkan", "Tulis cadangan seluruh gudang data ke satu berkas")
    p.add_argument("-o", "--keluaran", type=Path, required=True, metavar="FILE")
    p = _perintah(anak, "pulihkan-cadangan", "Pulihkan cadangan ke gudang data yang kosong")
    p.add_argument("berkas", type=Path, metavar="FILE")
    p.add_argument("--ke", metavar="URL", help="gudang tujuan; bawaan gudang pemasangan ini")
    p = _perintah(anak, "pindah", "Salin seluruh gudang data ke gudang lain (SQLite atau PostgreSQL)")
    p.add_argument("--ke", metavar="URL", required=True, help="gudang tujuan, harus kosong")
