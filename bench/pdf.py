"""Measure the PDF of a table of 400 rows against a bare typst table with the same cells, both beyond start-up.

`python bench/pdf.py [WORKBOOK] [ROUNDS]` repeats the measurement table of the regency up to 400 rows, writes it by
turns bare, as a Lampiran and as a printed page in one process, after one of each to warm up, and prints medians and
ratios.
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

AKAR = Path(__file__).resolve().parents[1]
sys.path[0] = str(AKAR)  # the product, instead of this folder

import typst  # noqa: E402 - the path first

from kinerja.buku.muat import muat  # noqa: E402
from kinerja.dataset import Dataset  # noqa: E402
from kinerja.ekspor.pdf import tulis_pdf_halaman, tulis_pdf_lampiran  # noqa: E402
from kinerja.salinan import Salinan  # noqa: E402
from kinerja.tabel_terbit import TabelTerbit  # noqa: E402
from kinerja.terbitan.capaian import pengukuran  # noqa: E402
from kinerja.terbitan.cetakan import Cetakan  # noqa: E402
from kinerja.terbitan.sampul import Sampul, sampul  # noqa: E402

BARIS = 400
HARI = date(2026, 1, 1)
POLOS = b"""#set page("a4", flipped: true)
#let d = json(bytes(sys.inputs.data))
#table(columns: d.kepala.len(), table.header(..d.kepala), ..d.sel)
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
    salinan = Salinan(tabel.judul, depan.topik, ("Satu: 1",))
    tulis_pdf_halaman(Cetakan(salinan, (), tabel, tabel.sumber, depan.versi, "", depan.pemerintah, HARI), BytesIO())


def lama(kerja: Callable[..., None], *isi: object) -> float:
    """Run a job and return its wall time in seconds."""
    mulai = time.perf_counter()
    kerja(*isi)
    return time.perf_counter() - mulai


def bahan(buku: Path) -> tuple[TabelTerbit, Sampul]:
    """Return the measurement table of the whole, repeated, every row with its own number, and its cover."""
    dataset = Dataset(muat(buku).buku, "1")
    kode = next(o.kode_opd for o in dataset.opd_ber_iku if o.keseluruhan)
    tahun = dataset.tahun_bawaan(kode)
    tabel = pengukuran(dataset, kode, tahun)
    isi = islice(cycle(tabel.baris), BARIS)
    baris = tuple((replace(b[0], teks=str(n)), *b[1:]) for n, b in enumerate(isi, 1))
    return replace(tabel, baris=baris), sampul(dataset, kode, tahun, HARI)


def main() -> None:
    """Print medians and ratios."""
    buku = Path(sys.argv[1]) if len(sys.argv) > 1 else next((AKAR / "data").glob("*.xlsx"))
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    tabel, depan = bahan(buku)
    kerja = {"typst polos": (polos, tabel), "lampiran": (lampiran, tabel, depan), "halaman": (halaman, tabel, depan)}
    for isi in kerja.values():
        isi[0](*isi[1:])
    hasil = [[lama(*isi) for isi in kerja.values()] for _ in range(putaran)]
    dasar, *kita = (statistics.median(h[n] for h in hasil) for n in range(len(kerja)))
    sys.stdout.write(f"{len(tabel.baris)} baris, {len(tabel.kolom)} kolom: typst polos {dasar:.3f} s")
    for nama, waktu in zip(list(kerja)[1:], kita, strict=True):
        sys.stdout.write(f"; {nama} {waktu:.3f} s, nisbah {waktu / dasar:.2f}")
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
