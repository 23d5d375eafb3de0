"""Command on an office's table: susun."""

import json as berkas_json
import sys
from functools import partial
from pathlib import Path

import click

from kinerja.buku.temuan import BukuDitolak
from kinerja.model.istilah import Arah, Periode
from kinerja.perintah import opsi
from kinerja.perintah.daftar import perintah
from kinerja.perintah.keluaran import cetak_json, teks_temuan, tulis_utuh
from kinerja.sumber.versi import gudang_terisi
from kinerja.susun.model import HasilSusun, Jawaban, JenisTabel, Tanya
from kinerja.susun.peta import PetaSalah, dari_peta, dengan
from kinerja.unggah.kantor.acuan import acuan


@perintah("susun", "Keluarnya 1 bila ada yang harus diputuskan dahulu; kemudian tidak ada yang ditulis.")
@opsi.berkas
@click.option("--lembar", default="", metavar="S", help="lembar yang berisi tabel")
@click.option("--jenis", type=click.Choice([j.value for j in JenisTabel]), metavar="JENIS", help=", ".join(JenisTabel))
@opsi.saringan("OPD pemilik tabel: kode atau nama", "tahun tabel")
@click.option("--periode", type=click.Choice([p.value for p in Periode]), metavar="P", help=", ".join(Periode))
@click.option("--ukuran", default="", metavar="N", help="nama ukuran pada tabel wilayah")
@click.option("--satuan", default="", metavar="S", help="satuan ukuran itu")
@click.option(
    "--arah", type=click.Choice([a.value for a in Arah]), metavar="A", help=f"arah yang baik: {', '.join(Arah)}"
)
@click.option("--sumber", default="", metavar="S", help="asal angkanya, untuk kolom Sumber")
@click.option(
    "--peta", type=Path, metavar="FILE", help="jawaban, kolom, dan nama yang sudah diputuskan, dari berkas JSON"
)
@opsi.keluaran()
@opsi.json
def susun(
    berkas: Path,
    lembar: str,
    jenis: str | None,
    opd: str | None,
    tahun: int | None,
    periode: str | None,
    ukuran: str,
    satuan: str,
    arah: str | None,
    sumber: str,
    peta: Path | None,
    keluaran: Path,
    json: bool,
) -> int:
    """Make a part of an office's table; 1 when something must be decided first, and nothing is written."""
    kata = {Tanya.OPD: opd, Tanya.TAHUN: tahun and str(tahun), Tanya.PERIODE: periode, Tanya.UKURAN: ukuran}
    kata |= {Tanya.SATUAN: satuan, Tanya.ARAH: arah, Tanya.SUMBER: sumber}
    dikatakan = {k: v for k, v in kata.items() if v}
    jawaban = _baca_peta(peta) if peta else Jawaban()
    jawaban = dengan(jawaban, lembar=lembar, jenis=JenisTabel(jenis) if jenis else None, isi=dikatakan)
    from kinerja.susun.bagian import tulis_bagian
    from kinerja.susun.kisi import baca_kisi
    from kinerja.susun.mesin import susun as kerjakan

    try:
        buku = baca_kisi(berkas)
    except BukuDitolak as ditolak:
        return _cetak(HasilSusun(temuan=ditolak.temuan), keluaran, json=json)
    hasil = kerjakan(buku, acuan(gudang_terisi()), jawaban)
    if hasil.siap:
        tulis_utuh(keluaran, partial(tulis_bagian, hasil.bagian))
    return _cetak(hasil, keluaran, json=json)


def _baca_peta(berkas: Path) -> Jawaban:
    try:
        return dari_peta(berkas_json.loads(berkas.read_text(encoding="utf-8-sig")))
    except (ValueError, PetaSalah) as galat:
        raise click.BadParameter(f"{berkas} bukan berkas peta: {galat}", param_hint="--peta") from galat


def _cetak(hasil: HasilSusun, keluaran: Path, *, json: bool) -> int:
    if json:
        cetak_json(hasil.json())
    else:
        kepala = (
            f"{hasil.jenis or 'tabel'} pada lembar {hasil.lembar}, {hasil.judul}" if hasil.judul else "Tidak ada tabel"
        )
        isi = [f"{kepala}: {hasil.baris_dipakai} baris dipakai, {len(hasil.dilewati)} dilewati"]
        isi += [f"  Jumlah {j.kalimat}" for j in hasil.jumlah]
        isi += [f"Ditulis ke {keluaran}"] if hasil.siap else ["Belum ditulis: ada yang harus diputuskan dahulu"]
        sys.stdout.write("\n".join([*isi, *teks_temuan(hasil.temuan)]) + "\n")
    return 0 if hasil.siap else 1
