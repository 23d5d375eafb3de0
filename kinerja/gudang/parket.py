"""Canonical sheets as Parquet bytes and back; every cell is text. pyarrow is loaded when it is used."""

import io

from kinerja.buku.pembaca import LembarMentah
from kinerja.gudang.mesin import PULIHKAN, GudangTerkendala


def ke_parket(lembar: LembarMentah) -> bytes:
    """Write a canonical sheet; its header becomes the column names."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    judul, *baris = (sel for _, sel in lembar.baris)
    kolom = [pa.array([b[i] for b in baris], pa.string()) for i in range(len(judul))]
    wadah = io.BytesIO()
    pq.write_table(pa.table(kolom, names=[str(j) for j in judul]), wadah, compression="zstd")
    return wadah.getvalue()


def dari_parket(nama: str, isi: bytes) -> LembarMentah:
    """Read a canonical sheet back.

    Raises:
        GudangTerkendala: when the bytes are no such sheet any more.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        # Not pq.read_table: it imports the dataset API and with it pandas, half a second of every start.
        tabel = pq.ParquetFile(io.BytesIO(isi)).read(use_threads=False)
        kolom = [k.to_pylist() for k in tabel.columns]
    except (pa.ArrowException, OSError, ValueError, MemoryError) as galat:
        raise GudangTerkendala("Gudang data rusak", PULIHKAN) from galat
    baris = zip(*kolom, strict=True) if kolom else ()
    return LembarMentah(nama, ((1, tuple(tabel.column_names)), *enumerate((tuple(b) for b in baris), 2)))
