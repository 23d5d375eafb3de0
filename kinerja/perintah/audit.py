"""Command `audit`: every printed figure of a workbook that does not follow from the others."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kinerja.buku.muat import muat
from kinerja.dataset import Dataset
from kinerja.perintah import opsi
from kinerja.perintah.daftar import perintah
from kinerja.perintah.keluaran import cetak_json, cetak_periksa
from kinerja.uji.daftar import SaringUji, hitungan, kelompok_opd, nama_indikator, nama_opd, tercetak_di
from kinerja.uji.mesin import HasilUji, uji
from kinerja.uji.model import Temuan


@perintah("audit")
@opsi.berkas
@opsi.saringan()
@opsi.json
def audit(berkas: Path, opd: str | None, tahun: int | None, json: bool) -> int:
    """Audit a workbook; 1 when it has findings, and when it is not valid, with the findings of `periksa`."""
    hasil = muat(berkas)
    if hasil.buku is None:
        cetak_periksa(hasil, berkas, json=json)
        return 1
    dataset = Dataset(hasil.buku)
    diuji = hasil_audit(dataset, opd, tahun)
    if json:
        cetak_json(json_audit(dataset, diuji))
    else:
        sys.stdout.write("\n".join(_teks_audit(dataset, diuji, berkas.name)) + "\n")
    return 1 if diuji.temuan else 0


def hasil_audit(dataset: Dataset, opd: str | None = None, tahun: int | None = None) -> HasilUji:
    """Return the audit of an OPD and a year; `opd` is a code, empty filters take everything."""
    kode = None if opd is None else dataset.kode_opd(opd) or opd
    hasil = uji(dataset)
    return HasilUji(SaringUji(kode_opd=kode, tahun=tahun).ambil(hasil.temuan), hasil.tidak_diuji)


def json_audit(dataset: Dataset, hasil: HasilUji) -> dict[str, Any]:
    """Return what `audit --json` prints."""
    return {
        "temuan": [json_temuan(dataset, t) for t in hasil.temuan],
        "tidak_diuji": [{"aturan": t.aturan, "alasan": t.alasan} for t in hasil.tidak_diuji],
    }


def json_temuan(dataset: Dataset, temuan: Temuan) -> dict[str, Any]:
    """Return a finding as `audit --json` prints it; all text, names empty where the figure is no indicator's."""
    return {
        "id": temuan.id,
        "aturan": temuan.aturan,
        "keyakinan": temuan.keyakinan.value,
        "kode_opd": temuan.alamat.kode_opd,
        "opd": nama_opd(dataset, temuan),
        "kode_indikator": temuan.alamat.kode_indikator,
        "indikator": nama_indikator(dataset, temuan),
        "tahun": temuan.alamat.tahun,
        "ukuran": temuan.alamat.ukuran,
        "tercetak": temuan.tercetak,
        "seharusnya": temuan.seharusnya,
        "uraian": temuan.uraian,
        "sumber": "; ".join(temuan.sumber),
        "langkah": list(temuan.langkah),
        "dugaan": temuan.dugaan,
        "masukan": list(temuan.masukan),
    }


def _teks_audit(dataset: Dataset, hasil: HasilUji, berkas: str) -> Iterator[str]:
    """Write the findings for people: by OPD, in it by rule, worst first."""
    yield f"{berkas}: {hitungan(hasil.temuan)}."
    for opd in kelompok_opd(dataset, hasil.temuan):
        yield f"\n{opd.nama}: {hitungan(opd.temuan)}"
        for aturan in opd.menurut_aturan():
            yield f"  {aturan.kode} {aturan.nama} ({len(aturan.temuan)})"
            for t in aturan.temuan:
                yield f"    [{t.keyakinan.value}] {t.uraian}{f' {t.dugaan}' if t.dugaan else ''}"
                yield f"      {tercetak_di(t.sumber)}. Id {t.id}"
    if hasil.tidak_diuji:
        yield "\nTidak dapat diuji:"
        yield from (f"  {t.aturan} {t.alasan}" for t in hasil.tidak_diuji)
