"""What commands on published data begin with: the active version, and an OPD of it by its code."""

import sys
from typing import TYPE_CHECKING

from kinerja.nilai.galat import Ditolak
from kinerja.sajian.kalimat import sebagian

if TYPE_CHECKING:
    from kinerja.dataset import Dataset

KODE_DISEBUT = 12


def dataset_terbit() -> "Dataset":
    """Return the active version.

    Raises:
        Ditolak: when there is none, or it cannot be read.
    """
    from kinerja.sumber.versi import aktif

    keadaan = aktif()
    if keadaan.kendala is not None:
        raise keadaan.kendala
    if keadaan.dataset is None:
        raise Ditolak("Belum ada versi yang terbit. Impor buku kerja dahulu: python -m kinerja impor FILE.")
    return keadaan.dataset


def cari_opd(dataset: "Dataset", tertulis: str) -> str | None:
    """Return the code of an OPD as the workbook spells it; where there is none, say which one may be meant."""
    from kinerja.buku.rapi.mirip import nama_dimaksud

    kode = dataset.kode_opd(tertulis)
    if kode is None:
        semua = [o.kode_opd for o in dataset.urutan_opd]
        nama = {n: o.kode_opd for o in dataset.urutan_opd for n in (o.nama_opd, o.nama_pendek)}
        dimaksud = nama_dimaksud(tertulis, semua) or nama.get(nama_dimaksud(tertulis, nama) or "")
        maksud = f" Maksud Anda {dimaksud}?" if dimaksud else ""
        ada = sebagian(semua, KODE_DISEBUT)
        sys.stderr.write(f"OPD berkode {tertulis} tidak ada.{maksud} Kode yang ada: {ada}.\n")
    return kode
