"""Command `ekspor`: the active version of an OPD and a year as a file; what writes it is loaded when it runs."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.nilai.galat import Ditolak
from kinerja.perintah import opsi
from kinerja.perintah.daftar import perintah
from kinerja.perintah.keluaran import cetak_json, tulis_utuh
from kinerja.perintah.terbit import cari_opd, dataset_terbit

if TYPE_CHECKING:
    from kinerja.dataset import Dataset
    from kinerja.paparan.model import Paparan


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What is written, and where to; `berkas` does not exist yet and takes its name when all of it stands."""

    dataset: "Dataset"
    kode_opd: str
    tahun: int
    berkas: Path


@dataclass(frozen=True, slots=True)
class Penulis:
    """A kind of file.

    Attributes:
        bantuan: what it is.
        hitungan: what is counted in it, as the JSON names it.
        tulis: writes the file and returns how many there are; raises Ditolak where the choice has no data.
    """

    bantuan: str
    hitungan: str
    tulis: Callable[[Pilihan], int]


def tulis_tabel(pilihan: Pilihan) -> int:
    """Write the tables of an OPD and a year as a workbook; findings that somebody closed are left out."""
    from kinerja.ekspor.xlsx import tulis_xlsx
    from kinerja.gudang.pemeriksaan import tutupan
    from kinerja.nilai.waktu import hari_ini
    from kinerja.sumber.versi import gudang_terisi
    from kinerja.terbitan.kumpulan import terbitan
    from kinerja.terbitan.sampul import sampul

    tabel = terbitan(pilihan.dataset, pilihan.kode_opd, pilihan.tahun, tutupan(gudang_terisi()))
    if not tabel:
        raise TanpaData(pilihan.dataset, pilihan.kode_opd, pilihan.tahun)
    tulis_xlsx(tabel, sampul(pilihan.dataset, pilihan.kode_opd, pilihan.tahun, hari_ini()), pilihan.berkas)
    return len(tabel)


def tulis_dek(pilihan: Pilihan) -> int:
    """Write the deck of the meeting as an editable PowerPoint."""
    from kinerja.ekspor.pptx import tulis_pptx

    paparan = _paparan(pilihan)
    tulis_pptx(paparan, pilihan.berkas)
    return len(paparan.slaid)


def tulis_dek_pdf(pilihan: Pilihan) -> int:
    """Write the deck of the meeting as PDF."""
    from kinerja.ekspor.pdf import tulis_pdf_paparan

    paparan = _paparan(pilihan)
    tulis_pdf_paparan(paparan, pilihan.berkas)
    return len(paparan.slaid)


def _paparan(pilihan: Pilihan) -> "Paparan":
    """The deck with what the store knows of findings and decisions."""
    from kinerja.nilai.waktu import hari_ini
    from kinerja.sumber.rapat import paparan_rapat
    from kinerja.sumber.versi import gudang_terisi

    paparan = paparan_rapat(gudang_terisi(), pilihan.dataset, pilihan.kode_opd, pilihan.tahun, hari_ini())
    if not paparan.slaid:
        raise TanpaData(pilihan.dataset, pilihan.kode_opd, pilihan.tahun)
    return paparan


def tulis_lampiran(pilihan: Pilihan) -> int:
    """Write the tables of Bab III as PDF."""
    from kinerja.ekspor.pdf import tulis_pdf_lampiran
    from kinerja.nilai.waktu import hari_ini
    from kinerja.terbitan.kumpulan import lampiran
    from kinerja.terbitan.sampul import LAMPIRAN, sampul

    tabel = lampiran(pilihan.dataset, pilihan.kode_opd, pilihan.tahun)
    if not tabel:
        raise TanpaData(pilihan.dataset, pilihan.kode_opd, pilihan.tahun)
    tulis_pdf_lampiran(
        tabel, sampul(pilihan.dataset, pilihan.kode_opd, pilihan.tahun, hari_ini(), LAMPIRAN), pilihan.berkas
    )
    return len(tabel)


def tulis_bab(pilihan: Pilihan) -> int:
    """Write the draft of Bab III as a Word document."""
    from kinerja.ekspor.docx import tulis_docx
    from kinerja.nilai.waktu import hari_ini

    if not pilihan.dataset.capaian_opd(pilihan.kode_opd, pilihan.tahun):
        raise TanpaData(pilihan.dataset, pilihan.kode_opd, pilihan.tahun)
    return tulis_docx(pilihan.dataset, pilihan.kode_opd, pilihan.tahun, hari_ini(), pilihan.berkas)


PENULIS: Mapping[str, Penulis] = {
    "pptx": Penulis("paparan rapat sebagai PowerPoint", "slaid", tulis_dek),
    "pdf": Penulis("paparan rapat sebagai PDF", "slaid", tulis_dek_pdf),
    "xlsx": Penulis("semua tabel sebagai buku kerja terbitan", "tabel", tulis_tabel),
    "lampiran": Penulis("tabel Bab III sebagai PDF", "tabel", tulis_lampiran),
    "docx": Penulis("draf Bab III sebagai dokumen Word", "tabel", tulis_bab),
}
"""Every kind of file; another one is one more entry."""


class TanpaData(Ditolak):
    """An OPD has nothing in a year; says in which years it has."""

    def __init__(self, dataset: "Dataset", kode_opd: str, tahun: int) -> None:
        ada = ", ".join(str(t) for t in dataset.tahun_ber_iku(kode_opd))
        saran = f"Tahun yang tersedia: {ada}" if ada else "OPD ini belum memiliki IKU pada tahun mana pun"
        super().__init__(f"Belum ada data {dataset.opd[kode_opd].nama_opd} tahun {tahun}. {saran}.")


@perintah("ekspor", "; ".join(f"{jenis}: {p.bantuan}" for jenis, p in PENULIS.items()))
@click.argument("jenis", type=click.Choice(tuple(PENULIS)), metavar="/".join(PENULIS))
@opsi.keluaran()
@opsi.saringan(
    "OPD berkode K; bawaan OPD keseluruhan, atau yang pertama ber-IKU",
    "tahun T; bawaan tahun terbaru yang memiliki realisasi",
)
@opsi.json
def ekspor(jenis: str, keluaran: Path, opd: str | None, tahun: int | None, json: bool) -> int:
    """Write a file of the active version; 1 where there is no data, 2 where there is no such OPD."""
    dataset = dataset_terbit()
    bawaan = dataset.opd_bawaan.kode_opd if dataset.opd_bawaan else ""
    kode = cari_opd(dataset, bawaan if opd is None else opd)
    if kode is None:
        return 2
    tahun = tahun or dataset.tahun_bawaan(kode)
    if tahun is None:
        raise Ditolak("Belum ada data pada tahun mana pun.")
    penulis, pilihan = PENULIS[jenis], partial(Pilihan, dataset, kode, tahun)
    jumlah = tulis_utuh(keluaran, lambda sementara: penulis.tulis(pilihan(sementara)))
    hitungan = penulis.hitungan
    if json:
        cetak_json({"berkas": str(keluaran), "ukuran_byte": keluaran.stat().st_size, hitungan: jumlah})
    else:
        sys.stdout.write(f"{keluaran}: {jumlah} {hitungan}\n")
    return 0
