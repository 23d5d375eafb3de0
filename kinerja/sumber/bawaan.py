"""Workbooks in the data folder that no version came from: said, never imported over what stands."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kinerja.buku.banding.kanonik import sidik_kanonik
from kinerja.buku.katalog.katalog import Berat
from kinerja.buku.muat import muat
from kinerja.buku.temuan import TemuanBuku
from kinerja.gudang.gudang import Versi
from kinerja.pemasangan import buku_bawaan
from kinerja.sajian.kalimat import daftar


@dataclass(frozen=True, slots=True, kw_only=True)
class BukuMenunggu:
    """A workbook of the data folder whose content is in no version; with a galat among `temuan` it never can be."""

    berkas: Path
    temuan: tuple[TemuanBuku, ...]

    @property
    def galat(self) -> int:
        """How many findings keep it out."""
        return sum(t.tingkat is Berat.GALAT for t in self.temuan)

    @property
    def kalimat(self) -> str:
        """Say what it is, and what to do with it."""
        if self.galat:
            tindakan = "Perbaiki berkas itu, atau pindahkan dari folder data"
            return f"Buku kerja {self.berkas.name} di folder data belum dapat dipakai: {self.galat} galat. {tindakan}"
        tindakan = "Terbitkan dengan mengunggahnya pada Kelola data atau dengan perintah impor"
        return (
            f"Buku kerja {self.berkas.name} di folder data belum pernah diterbitkan; yang ditampilkan tetap versi "
            f"aktif. {tindakan}. Bila tidak dipakai, pindahkan dari folder data"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeadaanBawaan:
    """What stands in the data folder beside what is shown: every workbook by name, and those that wait."""

    nama: tuple[str, ...] = ()
    menunggu: tuple[BukuMenunggu, ...] = ()

    @property
    def kalimat(self) -> tuple[str, ...]:
        """Say it in sentences; nothing where there is nothing to do."""
        menunggu = tuple(b.kalimat for b in self.menunggu)
        if len(self.nama) < 2:
            return menunggu
        semua = f"Folder data memuat {len(self.nama)} buku kerja: {daftar(self.nama)}"
        pertama = f"Gudang yang kosong hanya mengambil {self.nama[0]}, yang pertama menurut nama"
        return (f"{semua}. {pertama}; pindahkan yang tidak dipakai", *menunggu)


def keadaan_bawaan(versi: Iterable[Versi]) -> KeadaanBawaan:
    """Look at the data folder; a workbook counts as known when a version has its bytes or its rows."""
    semua = tuple(versi)
    byte, isi = {v.sha256 for v in semua}, {v.sidik for v in semua}
    berkas = buku_bawaan()
    diperiksa = [(b, *_periksa(b, *_sidik_berkas(b))) for b in _belum_dikenal(berkas, byte)]
    menunggu = (BukuMenunggu(berkas=b, temuan=temuan) for b, sidik, temuan in diperiksa if sidik not in isi)
    return KeadaanBawaan(nama=tuple(b.name for b in berkas), menunggu=tuple(menunggu))


def _belum_dikenal(berkas: Sequence[Path], byte: set[str]) -> list[Path]:
    return [b for b in berkas if _sha256(b, *_sidik_berkas(b)) not in byte]


def _sidik_berkas(berkas: Path) -> tuple[int, int]:
    keadaan = berkas.stat()
    return keadaan.st_mtime_ns, keadaan.st_size


@lru_cache(maxsize=8)
def _sha256(berkas: Path, _waktu: int, _ukuran: int) -> str:
    return hashlib.sha256(berkas.read_bytes()).hexdigest()


@lru_cache(maxsize=8)
def _periksa(berkas: Path, _waktu: int, _ukuran: int) -> tuple[str, tuple[TemuanBuku, ...]]:
    """Read a workbook, once as long as the file stays the same; its rows' hash is "" when it is not valid."""
    hasil = muat(berkas)
    return (sidik_kanonik(hasil.kanonik()) if hasil.sah else ""), hasil.temuan
