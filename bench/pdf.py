"""Measure the PDF of a table of 400 rows against a bare typst table with the same cells, both beyond start-up.

`python bench/pdf.py [WORKBOOK] [ROUNDS]` repeats the measurement table of the regency up to 400 rows, writes it by
turns bare, as a Lampiran and as a printed page in one process, after a round to warm up, and prints medians and ratios.
Every round has other texts: typst remembers what it has set before. The bare columns are the cheapest there are (1fr).
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

import typst
from bahan import AKAR, baca

from kinerja.ekspor.pdf import tulis_pdf_halaman, tulis_pdf_lampiran
from kinerja.sajian.salinan import Salinan, Topik
from kinerja.sajian.tabel_terbit import TabelTerbit
from kinerja.terbitan.capaian import pengukuran
from kinerja.terbitan.cetakan import Cetakan
from kinerja.terbitan.sampul import Sampul, sampul

BARIS = 400
HARI = date(2026, 1, 1)
POLOS = b"""#set page("a4", flipped: true)
#let d = json(bytes(sys.inputs.data))
#table(columns: (1fr,) * d.kepala.len(), table.header(..d.kepala), ..d.sel)
"""


def polos(tabel: TabelTerbit) -> None:
    """Write the bare table: the same texts and columns, nothing set."""
    isi = {"kepala": [k.judul for k in tabel.kolom], "sel": [s.teks for b in tabel.baris for s in b]}
    typst.compile(POLOS, format="pdf", ignore_system_fonts=True, sys_inputs={"data": json.dumps(isi)})


def lampiran(tabel: TabelTerbit, depan: Sampul) -> None:
    """Write it as a Lampiran."""
    tulis_pdf_lampiran([tabel], depan, BytesIO())


def halaman(tabel: TabelTerbit, depan: Sampul) -> None:
    """Write it as a printed page, which goes on to further ones."""
    salinan = Salinan(tabel.judul, Topik(depan.topik), ("Satu: 1",))
    tulis_pdf_halaman(
        Cetakan(
            salinan=salinan,
            saringan=(),
            tabel=tabel,
            sumber=tabel.sumber,
            versi=depan.versi,
            alamat="",
            pemerintah=depan.pemerintah,
            dibuat=HARI,
        ),
        BytesIO(),
    )


def lama(kerja: Callable[..., None], *isi: object) -> float:
    """Run a job and return its wall time in seconds."""
    mulai = time.perf_counter()
    kerja(*isi)
    return time.perf_counter() - mulai


def bahan(buku: Path) -> tuple[TabelTerbit, Sampul]:
    """Return the measurement table of the whole, repeated, every row with its own number, and its cover."""
    dataset = baca(buku)
    kode = next(o.kode_opd for o in dataset.opd_ber_iku if o.keseluruhan)
    tahun = dataset.tahun_bawaan(kode)
    if tahun is None or (tabel := pengukuran(dataset, kode, tahun)) is None:
        sys.exit(f"{buku} tidak berisi capaian {kode}")
    baris = tuple(islice(cycle(tabel.baris), BARIS))
    return replace(tabel, baris=baris), sampul(dataset, kode, tahun, HARI)


def seputaran(tabel: TabelTerbit, tanda: str) -> TabelTerbit:
    """Return the table with other texts: every cell carries its row and a mark of the round."""
    baris = (tuple(replace(s, teks=f"{s.teks} {n}{tanda}") for s in b) for n, b in enumerate(tabel.baris, 1))
    return replace(tabel, baris=tuple(baris))


def ukur(tabel: TabelTerbit, depan: Sampul, tanda: int) -> list[float]:
    """Time each job once, each with texts of its own."""
    kerja = (("a", polos), ("b", lambda t: lampiran(t, depan)), ("c", lambda t: halaman(t, depan)))
    return [lama(buat, seputaran(tabel, f"{nama}{tanda}")) for nama, buat in kerja]


def main() -> None:
    """Print medians and ratios."""
    buku = Path(sys.argv[1]) if len(sys.argv) > 1 else next((AKAR / "data").glob("*.xlsx"))
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    tabel, depan = bahan(buku)
    hasil = [ukur(tabel, depan, n) for n in range(putaran + 1)][1:]
    dasar, kita, cetak = (statistics.median(h[n] for h in hasil) for n in range(3))
    nisbah = f"lampiran {kita:.2f} s, nisbah {kita / dasar:.2f}; halaman {cetak:.2f} s, nisbah {cetak / dasar:.2f}"
    sys.stdout.write(f"{len(tabel.baris)} baris, {len(tabel.kolom)} kolom: typst polos {dasar:.2f} s; {nisbah}\n")


if __name__ == "__main__":
    main()
