"""Measure the deck of the regency against a bare python-pptx deck with as many native charts, both beyond start-up.

`python bench/dek.py [WORKBOOK] [ROUNDS]` writes both by turns in one process, after one of each to warm up, and prints
the medians and their ratio.
"""

import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from bahan import AKAR, baca
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from kinerja.ekspor.pptx import tulis_pptx
from kinerja.paparan.model import Paparan
from kinerja.paparan.susun import PENYUSUN, susun_paparan


def polos(grafik: int) -> None:
    """Write a deck of so many slides with a title and a chart each."""
    prs = Presentation()
    for _ in range(grafik):
        slaid = prs.slides.add_slide(prs.slide_layouts[5])
        slaid.shapes.title.text = "Judul"
        data = CategoryChartData()
        data.categories = ["2020", "2021", "2022", "2023", "2024"]
        for nama in ("Realisasi", "Target"):
            data.add_series(nama, (1.0, 2.0, 3.0, 4.0, 5.0))
        slaid.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, 0, Inches(1.5), Inches(9), Inches(5), data)
    prs.save(BytesIO())


def lama(kerja: Callable[..., None], *isi: object) -> float:
    """Run a job and return its wall time in seconds."""
    mulai = time.perf_counter()
    kerja(*isi)
    return time.perf_counter() - mulai


def dek(buku: Path) -> Paparan:
    """Return the deck of the whole regency in its newest year with data."""
    dataset = baca(buku)
    kode = next(o.kode_opd for o in dataset.opd_ber_iku if o.keseluruhan)
    tahun = dataset.tahun_bawaan(kode)
    if tahun is None:
        sys.exit(f"{buku} tidak berisi capaian {kode}")
    return susun_paparan(dataset, kode, tahun, tuple(PENYUSUN))


def main() -> None:
    """Print medians of both and the ratio."""
    buku = Path(sys.argv[1]) if len(sys.argv) > 1 else next((AKAR / "data").glob("*.xlsx"))
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    paparan = dek(buku)
    grafik = sum(s.grafik is not None for s in paparan.slaid)
    polos(grafik)
    tulis_pptx(paparan, BytesIO())
    hasil = [(lama(polos, grafik), lama(tulis_pptx, paparan, BytesIO())) for _ in range(putaran)]
    dasar, kita = (statistics.median(h[i] for h in hasil) for i in (0, 1))
    banyak = f"{len(paparan.slaid)} slaid, {grafik} grafik"
    sys.stdout.write(f"{banyak}: python-pptx polos {dasar:.2f} s, dek {kita:.2f} s, nisbah {kita / dasar:.2f}\n")


if __name__ == "__main__":
    main()
