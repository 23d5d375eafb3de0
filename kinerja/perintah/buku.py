"""Commands on a workbook file: periksa, hitung, templat, bangun."""

import sys
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import click

from kinerja.buku.muat import muat
from kinerja.dataset import Dataset
from kinerja.nilai.angka import bulatkan, format_persen, format_rupiah
from kinerja.perintah import opsi
from kinerja.perintah.daftar import perintah
from kinerja.perintah.keluaran import cetak_json, cetak_periksa, tulis_utuh
from kinerja.rumus.capaian import CapaianIndikator


@perintah("periksa")
@opsi.berkas
@opsi.json
def periksa(berkas: Path, json: bool) -> int:
    """Check a workbook; 1 when it is not valid."""
    hasil = muat(berkas)
    cetak_periksa(hasil, berkas, json=json)
    return 0 if hasil.sah else 1


@perintah("hitung")
@opsi.berkas
@opsi.saringan()
@opsi.json
def hitung(berkas: Path, opd: str | None, tahun: int | None, json: bool) -> int:
    """Compute a workbook; 1 when it is not valid, with the findings of `periksa`."""
    hasil = muat(berkas)
    if hasil.buku is None:
        cetak_periksa(hasil, berkas, json=json)
        return 1
    isi = hasil_hitung(Dataset(hasil.buku), opd, tahun)
    cetak_json(isi) if json else sys.stdout.write(_teks_hitung(isi))
    return 0


def hasil_hitung(dataset: Dataset, opd: str | None = None, tahun: int | None = None) -> dict[str, Any]:
    """Compute what `hitung --json` prints; `opd` is a code, empty filters take everything."""
    kode = None if opd is None else dataset.kode_opd(opd) or opd

    def cocok(k: str, t: int) -> bool:
        return (kode is None or k == kode) and (tahun is None or t == tahun)

    return {
        "capaian": [_baris_capaian(c) for c in dataset.capaian if cocok(c.opd.kode_opd, c.tahun)],
        "anggaran": [_baris_anggaran(dataset, *k) for k in sorted(dataset.jumlah_anggaran) if cocok(*k)],
        "regional": [
            {
                "indikator": b.indikator,
                "wilayah": b.wilayah,
                "tingkat": b.tingkat_wilayah.value,
                "tahun": b.tahun,
                "nilai": bilangan(b.nilai.angka),
                "satuan": b.satuan,
            }
            for b in dataset.buku.regional
            if tahun is None or b.tahun == tahun
        ],
    }


def bilangan(angka: Decimal | None, tempat: int | None = None) -> int | float | None:
    """Turn a Decimal into a JSON number, whole ones without decimals."""
    if angka is None:
        return None
    nilai = angka if tempat is None else bulatkan(angka, tempat)
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)


def _baris_capaian(capaian: CapaianIndikator) -> dict[str, Any]:
    return {
        "kode_opd": capaian.opd.kode_opd,
        "opd": capaian.opd.nama_opd,
        "kode_indikator": capaian.kode,
        "indikator": capaian.indikator.indikator,
        "tingkat": capaian.indikator.tingkat.value,
        "sasaran": capaian.indikator.sasaran,
        "tahun": capaian.tahun,
        "periode": capaian.baris.nama_periode,
        "satuan": capaian.indikator.satuan,
        "arah": capaian.indikator.arah.value,
        "target": capaian.target_teks,
        "realisasi": capaian.baris.realisasi.teks,
        "target_angka": bilangan(capaian.target.angka),
        "realisasi_angka": bilangan(capaian.baris.realisasi.angka),
        "capaian_persen": bilangan(capaian.persen, 6),
        "status": capaian.status.value if capaian.status else None,
        "predikat": capaian.predikat,
        "capaian_dilaporkan": capaian.baris.capaian_dilaporkan.teks,
        "predikat_dilaporkan": capaian.baris.predikat_dilaporkan,
        "sumber": capaian.baris.sumber,
        "alasan": capaian.hasil.alasan,
        "tanda": [t.jenis.value for t in capaian.tanda],
        # Only where a rule of Profil moved the figure: what is read without one stays as it always was.
        **({"aturan": list(capaian.hasil.khusus)} if capaian.hasil.khusus else {}),
    }


def _baris_anggaran(dataset: Dataset, kode: str, tahun: int) -> dict[str, Any]:
    jumlah = dataset.jumlah_anggaran[kode, tahun]
    return {
        "kode_opd": kode,
        "opd": dataset.opd[kode].nama_opd,
        "tahun": tahun,
        "pagu": bilangan(jumlah.pagu),
        "realisasi": bilangan(jumlah.realisasi),
        "serapan_persen": bilangan(jumlah.serapan, 6),
    }


def _teks_hitung(isi: dict[str, Any]) -> str:
    baris = [_teks_capaian(c) for c in isi["capaian"]]
    for a in isi["anggaran"]:
        serap = format_persen(a["serapan_persen"])
        uang = f"pagu {format_rupiah(a['pagu'])}, realisasi {format_rupiah(a['realisasi'])}"
        baris.append(f"{a['opd']} {a['tahun']}: {uang}, serapan {serap}")
    baris.append(f"{len(isi['capaian'])} capaian, {len(isi['anggaran'])} anggaran, {len(isi['regional'])} regional")
    return "\n".join(baris) + "\n"


def _teks_capaian(c: dict[str, Any]) -> str:
    hasil = c["alasan"] if c["capaian_persen"] is None else format_persen(c["capaian_persen"])
    rincian = [hasil, c["status"], c["predikat"], *c.get("aturan", ())]
    nama = f"{c['kode_indikator']} {c['tahun']} {c['periode']}"
    angka = f"target {c['target'] or '-'}, realisasi {c['realisasi'] or '-'}"
    return f"{nama}: {angka}: {', '.join(r for r in rincian if r)}"


@perintah("templat")
@opsi.keluaran()
def templat(keluaran: Path) -> int:
    """Write the empty workbook."""
    from kinerja.buku.tulis import tulis_templat

    tulis_utuh(keluaran, tulis_templat)
    sys.stdout.write(f"Templat ditulis ke {keluaran}\n")
    return 0


@perintah("bangun")
@click.argument("folder", type=Path, metavar="FOLDER")
@opsi.keluaran()
def bangun(folder: Path, keluaran: Path) -> int:
    """Write the workbook of the CSV sources."""
    from kinerja.buku.tulis import SumberSalah, tulis_buku

    try:
        tulis_utuh(keluaran, partial(tulis_buku, folder))
    except SumberSalah as galat:
        sys.stderr.write(f"{galat}\n")
        return 1
    sys.stdout.write(f"Buku kerja ditulis ke {keluaran}\n")
    return 0
