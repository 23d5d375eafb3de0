"""The workbook inside a chart: real numbers, and texts that stay texts.

XlsxWriter makes a formula of what begins with "=" and a link of what looks like an address; names come from a workbook
that somebody uploaded, so both are off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from pptx.util import lazyproperty
from xlsxwriter import Workbook

from kinerja.ekspor.pptx.huruf import bersih
from kinerja.paparan.model import Grafik
from kinerja.sajian.tabel_terbit import Format

_TEKS_SAJA = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_SAAT = datetime(2000, 1, 1)  # noqa: DTZ001 - a date of no meaning: equal charts make equal bytes
_DESIMAL = {Format.BULAT: 0, Format.RUPIAH: 0, Format.PERSEN: 2, Format.ANGKA: 2}
_DESIMAL_LAIN = 6


@contextmanager
def _buka(berkas: Any) -> Iterator[tuple[Any, Any]]:
    buku = Workbook(berkas, _TEKS_SAJA)
    buku.set_properties({"created": _SAAT})
    yield buku, buku.add_worksheet()
    buku.close()


class _PenulisKategori(CategoryWorkbookWriter):
    def _open_worksheet(self, xlsx_file: Any) -> Any:
        return _buka(xlsx_file)


class _PenulisSebaran(XyWorkbookWriter):
    def _open_worksheet(self, xlsx_file: Any) -> Any:
        return _buka(xlsx_file)

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        """Beside x and y also the name of each point, so that who edits the numbers finds it."""
        super()._populate_worksheet(workbook, worksheet)
        worksheet.write_column(self._chart_data.baris_nama, 2, self._chart_data.nama_titik)


class _DataKategori(CategoryChartData):
    @lazyproperty
    def _workbook_writer(self) -> Any:
        return _PenulisKategori(self)


class _DataSebaran(XyChartData):
    nama_titik: tuple[str, ...] = ()
    baris_nama = 1

    @lazyproperty
    def _workbook_writer(self) -> Any:
        return _PenulisSebaran(self)


def angka(nilai: Decimal | None, bentuk: Format) -> float | None:
    """Return a value as the chart's workbook holds it: rounded half up as its format shows it."""
    if nilai is None:
        return None
    return float(nilai.quantize(Decimal(1).scaleb(-_DESIMAL.get(bentuk, _DESIMAL_LAIN)), ROUND_HALF_UP))


def data_kategori(grafik: Grafik, kategori: tuple[str, ...]) -> Any:
    """Return the chart data of bars and lines, under the names that stand on the axis."""
    data = _DataKategori(number_format=str(grafik.format))
    data.categories = list(kategori)
    for d in grafik.deret:
        data.add_series(bersih(d.nama), [angka(t.nilai, grafik.format) for t in d.titik])
    return data


GarisAcuan = tuple[str, tuple[tuple[float, float], ...]]
"""A line across: its name and its ends."""


def data_sebaran(grafik: Grafik, garis: tuple[GarisAcuan, ...], *, garis_dahulu: bool) -> Any:
    """Return the chart data of points on two axes, lines across as series of their own after or before them."""
    data = _DataSebaran(number_format=str(grafik.format))
    data.nama_titik = tuple(
        bersih(n) for n, t in zip(grafik.kategori, grafik.deret[0].titik, strict=True) if None not in (t.nilai, t.x)
    )
    data.baris_nama = 1 + (sum(len(titik) + 2 for _, titik in garis) if garis_dahulu else 0)
    isi = [
        (
            bersih(d.nama),
            tuple(
                (angka(t.x, grafik.format), angka(t.nilai, grafik.format))
                for t in d.titik
                if None not in (t.nilai, t.x)
            ),
        )
        for d in grafik.deret
    ]
    for nama, titik in (*garis, *isi) if garis_dahulu else (*isi, *garis):
        deret = data.add_series(nama)
        for x, y in titik:
            deret.add_data_point(x, y)
    return data
