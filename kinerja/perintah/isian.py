"""Command `isian`: the workbook that an office fills, or those of all offices as one zip."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kinerja.buku.sel import TAHUN_AKHIR, TAHUN_AWAL
from kinerja.model.istilah import Periode
from kinerja.nilai.galat import Ditolak
from kinerja.perintah import opsi
from kinerja.perintah.daftar import perintah
from kinerja.perintah.keluaran import cetak_json, tulis_utuh
from kinerja.perintah.terbit import cari_opd, dataset_terbit

if TYPE_CHECKING:
    from kinerja.susun.isian import BukuIsian

ZIP = ".zip"


@perintah(
    "isian",
    "Nama dan target tercantum, realisasi kosong. Tanpa --opd, isian semua OPD yang realisasinya belum lengkap ditulis "
    "ke satu berkas .zip.",
)
@opsi.keluaran()
@click.option("--opd", metavar="K", help="OPD berkode K")
@opsi.wajib(
    "--tahun",
    type=click.IntRange(TAHUN_AWAL, TAHUN_AKHIR),
    metavar="T",
    help=f"tahun T, dari {TAHUN_AWAL} sampai {TAHUN_AKHIR}",
)
@opsi.periode()
@opsi.json
def isian(keluaran: Path, opd: str | None, tahun: int, periode: str, json: bool) -> int:
    """Write the form of an OPD, or of all; 1 where nothing can be asked for, 2 where there is no such OPD."""
    from kinerja.susun.isian import buku_isian, kalimat_isian, sebut_kapan, yang_kurang
    from kinerja.susun.tulis_isian import tulis_isian, tulis_zip

    arsip = keluaran.suffix.lower() == ZIP
    if opd is None and not arsip:
        sys.stderr.write(f"Sebutkan OPD dengan --opd K; tanpa itu, berkas keluarannya berakhiran {ZIP}.\n")
        return 2
    dataset, kapan = dataset_terbit(), Periode(periode)
    if opd is None:
        ditulis = yang_kurang(dataset, tahun, kapan)
    elif kode := cari_opd(dataset, opd):
        ditulis = (buku_isian(dataset, kode, tahun, kapan),)
    else:
        return 2
    if not any(b.berisi for b in ditulis):
        kurang = (f"Tidak ada realisasi {sebut_kapan(tahun, kapan)} yang kurang pada satu OPD pun.",)
        raise Ditolak(" ".join(kalimat_isian(ditulis[0]) if ditulis else kurang))
    if arsip:
        tulis_utuh(keluaran, lambda sementara: tulis_zip(dataset, ditulis, sementara))
    else:
        tulis_utuh(keluaran, lambda sementara: tulis_isian(dataset, ditulis[0], sementara))
    if json:
        cetak_json({"berkas": str(keluaran), "isian": [_json(b) for b in ditulis]})
    elif arsip:
        sys.stdout.write(f"{keluaran}: isian {len(ditulis)} OPD yang realisasinya belum lengkap\n")
    else:
        kepala = f"{keluaran}: isian {ditulis[0].opd.nama_opd}"
        sys.stdout.writelines(f"{k}\n" for k in (kepala, *kalimat_isian(ditulis[0])))
    return 0


def _json(isian: "BukuIsian") -> dict[str, Any]:
    indikator, anggaran = isian.diminta
    return {
        "kode_opd": isian.opd.kode_opd,
        "opd": isian.opd.nama_opd,
        "tahun": isian.tahun,
        "periode": isian.periode.value,
        "baris": {"Capaian": len(isian.capaian), "Anggaran": len(isian.anggaran)},
        "diminta": {"Capaian": indikator, "Anggaran": anggaran},
        "ditinggalkan": [{"kode_indikator": k, "alasan": s.value} for k, s in isian.ditinggalkan],
    }
