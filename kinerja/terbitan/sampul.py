"""The cover of published tables: whose they are, of which year and version, how their figures are to be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kinerja.dataset import Dataset
from kinerja.model.profil import Profil
from kinerja.nilai.angka import format_tanggal
from kinerja.nilai.skala import Skala
from kinerja.panduan.buku import batas_pita
from kinerja.panduan.hitung import contoh_rumus
from kinerja.telaah.capaian.predikat import aturan_skala

ASAL = (
    "Target, realisasi, pagu, dan nilai wilayah berasal dari laporan yang disebut di bawah setiap tabel. "
    "Capaian, predikat, status, serapan, dan jumlah dihitung ulang; angka tercetak yang berbeda disebut dalam catatan."
)

LAMPIRAN = "Lampiran: tabel capaian kinerja dan anggaran"
"""What the tables of Bab III are called on their own cover."""


@dataclass(frozen=True, slots=True)
class Petunjuk:
    """How figures are to be read: a sentence, with what it is about where it has a name."""

    isi: str
    nama: str = ""

    @property
    def kalimat(self) -> str:
        """Both as one sentence."""
        return f"{self.nama}: {self.isi}" if self.nama else self.isi


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampul:
    """What stands before published tables.

    Attributes:
        judul: what they are.
        pemerintah: the government whose data they are, empty where the workbook names none.
        opd: the OPD, or in words that there are several.
        tahun: the year, None where there are several.
        versi: the version of the data.
        dibuat: the day on which they were made.
        instansi: what such a government is called.
        asal: where figures are from, in a sentence.
        petunjuk: how figures are to be read.
    """

    judul: str
    pemerintah: str
    opd: str
    tahun: int | None
    versi: str
    dibuat: date
    instansi: str = Profil().sebutan.instansi
    asal: str = ASAL
    petunjuk: tuple[Petunjuk, ...] = ()

    @property
    def topik(self) -> str:
        """What the tables are about, in one line."""
        return " · ".join((self.opd, str(self.tahun or "semua tahun"), f"versi data {self.versi}"))

    @property
    def keterangan(self) -> tuple[tuple[str, str], ...]:
        """What a cover tells, name and value."""
        semua = (
            (self.instansi, self.pemerintah),
            ("Perangkat daerah", self.opd),
            ("Tahun", str(self.tahun or "Semua tahun")),
            ("Versi data", self.versi),
            ("Tanggal dibuat", format_tanggal(self.dibuat)),
        )
        return tuple((nama, isi) for nama, isi in semua if isi)


def sampul(
    dataset: Dataset, kode_opd: str | None, tahun: int | None, dibuat: date, judul: str = "Tabel kinerja"
) -> Sampul:
    """Return the cover of an OPD's tables in a year; None of either takes all."""
    opd = dataset.opd[kode_opd].nama_opd if kode_opd else "Semua perangkat daerah"
    skala = dataset.skala_capaian(kode_opd, tahun) if kode_opd and tahun else None
    pemerintah = dataset.profil.pemerintah_daerah
    return Sampul(
        judul=judul,
        pemerintah=pemerintah,
        instansi=dataset.profil.sebutan.instansi,
        opd=opd,
        tahun=tahun,
        versi=dataset.versi,
        dibuat=dibuat,
        petunjuk=tuple(_petunjuk(skala)),
    )


def _petunjuk(skala: Skala | None) -> Iterator[Petunjuk]:
    yield from (Petunjuk(f"{r.rumus}.", r.nama) for r in contoh_rumus())
    if skala is not None:
        pita = ", ".join(f"{p.predikat} {batas_pita(p)}" for p in skala.pita)
        dasar = f", {skala.dasar_hukum}" if skala.dasar_hukum else ""
        yield Petunjuk(f"{pita}.", f"Skala capaian {skala.nama}{dasar}")
        yield Petunjuk(aturan_skala(skala))
    yield Petunjuk("Yang tidak tersedia ditulis demikian dan tidak pernah berarti nol; “–” tidak dapat dihitung.")


def nama_berkas(jenis: str, kode_opd: str | None, tahun: int | None, versi: str, akhiran: str) -> str:
    """Return the name of a file: ``capaian_KAB_2024_v3.xlsx``; a code may hold what no file name may."""
    bagian = (jenis, kode_opd or "", str(tahun or ""), f"v{versi}" if versi else "")
    aman = (re.sub(r"[^A-Za-z0-9]+", "-", b).strip("-") for b in bagian)
    return f"{'_'.join(b for b in aman if b)}.{akhiran}"
