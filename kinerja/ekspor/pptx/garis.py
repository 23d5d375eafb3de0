"""Lines over years: values with full marks, targets dashed with hollow ones, gaps where nothing is printed."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.util import Pt

from kinerja.ekspor.pptx.batang import LABEL, SUMBU, NamaBatang, ukuran_label
from kinerja.ekspor.pptx.huruf import rgb
from kinerja.ekspor.pptx.label import Huruf, pasang_label
from kinerja.ekspor.pptx.legenda import pasang_legenda, tinggi_legenda
from kinerja.ekspor.pptx.sumbu import atur_skala, garis, skala_rentang, sumbu_angka, sumbu_nama, tata_plot
from kinerja.paparan.model import Deret, Grafik
from kinerja.sajian.ukur import Kotak, lebar
from kinerja.sajian.warna import PUTIH


def rias_garis(bagan: Any, grafik: Grafik, k: Kotak, nama: NamaBatang) -> None:
    """Style a line chart."""
    atas = tinggi_legenda(grafik, k.w, 8.0)
    h = k.h - atas - nama.ruang
    # Room above and below the lines for their labels.
    skala = skala_rentang(grafik.nilai, min(0.6, LABEL * 1.7 / max(h, 1)))
    sumbu_nama(bagan.category_axis, SUMBU)
    sumbu_angka(bagan.value_axis, SUMBU)
    atur_skala(bagan.value_axis, skala)
    bagan.value_axis.tick_labels.number_format = "General"
    bagan.value_axis.tick_labels.number_format_is_linked = False
    # The numbers of the axis stand left of it.
    banyak = round((skala.atas - skala.bawah) / skala.langkah) + 1
    kiri = max(lebar(f"{skala.bawah + n * skala.langkah:.8g}", SUMBU) for n in range(banyak)) + 10
    label = ukuran_label(grafik, (k.w - kiri) / max(1, len(nama.teks)))
    for seri, d in zip(bagan.plots[0].series, grafik.deret, strict=True):
        seri.smooth = False
        garis(seri.format.line, d.warna, 2.25 if d.target else 3, putus=d.target)
        tanda = seri.marker
        tanda.style = XL_MARKER_STYLE.DIAMOND if d.target else XL_MARKER_STYLE.CIRCLE
        tanda.size = 10
        tanda.format.fill.solid()
        tanda.format.fill.fore_color.rgb = rgb(PUTIH if d.target else d.warna)
        tanda.format.line.color.rgb, tanda.format.line.width = rgb(d.warna), Pt(1.75)
        posisi = [_satu_posisi(grafik.deret, d, n) for n in range(len(d.titik))]
        pasang_label(seri, d.titik, posisi, Huruf(label))
    pasang_legenda(bagan, grafik)
    tata_plot(bagan, kiri / k.w, atas / k.h, (k.w - kiri - 10) / k.w, h / k.h)


def _satu_posisi(semua: Sequence[Deret], deret: Deret, urutan: int) -> str:
    """The highest of a year above, the lowest below, one between beside its mark; of equals the first series above."""
    nilai = deret.titik[urutan].nilai
    lain = [(s.titik[urutan].nilai, s.target) for s in semua if s is not deret]
    ada = [(v, target) for v, target in lain if v is not None]
    if nilai is None:
        return "t"  # no point, no label
    if not ada:
        # Where the line goes up on one side and not down on the other, the label is free below.
        tetangga = (*deret.titik[max(0, urutan - 1) : urutan], *deret.titik[urutan + 1 : urutan + 2])
        selisih = [t.nilai - nilai for t in tetangga if t.nilai is not None]
        isi = [t.nilai for t in deret.titik if t.nilai is not None]
        seperlima = (max(isi) - min(isi)) / 5
        return "b" if selisih and max(selisih) > seperlima and min(selisih) > -seperlima else "t"
    di_bawah = any(v > nilai or (v == nilai and deret.target and not target) for v, target in ada)
    di_atas = any(v < nilai or (v == nilai and target and not deret.target) for v, target in ada)
    return "r" if di_bawah and di_atas else ("b" if di_bawah else "t")
