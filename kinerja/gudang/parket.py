"""Canonical sheets as Parquet bytes and back; every cell is text."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from kinerja.buku.pembaca import LembarMentah


def ke_parket(lembar: LembarMentah) -> bytes:
    """Write a canonical sheet; its header becomes the column names."""
    judul, *baris = (sel for _, sel in lembar.baris)
    kolom = [pa.array([b[i] for b in baris], pa.string()) for i in range(len(judul))]
    wadah = io.BytesIO()
    pq.write_table(pa.table(kolom, names=[str(j) for j in judul]), wadah, compression="zstd")
    return wadah.getvalue()


def dari_parket(nama: str, isi: bytes) -> LembarMentah:
    """Read a canonical sheet back."""
    tabel = pq.read_table(io.BytesIO(isi), use_threads=False)
    kolom = [k.to_pylist() for k in tabel.columns]
    baris = zip(*kolom, strict=True) if kolom else ()
    return LembarMentah(nama, ((1, tuple(tabel.column_names)), *enumerate((tuple(b) for b in baris), 2)))
