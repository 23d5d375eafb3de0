"""Lists of findings, each a link to the indicator it speaks of."""

from collections.abc import Sequence

import streamlit as st

from components.navigasi import CAPAIAN, tautan
from components.saringan import Saringan
from components.teks import kalimat, md
from kinerja.ringkasan import Ringkasan, Sorotan

DITAMPILKAN = 5


def daftar_sorotan(saringan: Saringan, ringkasan: Ringkasan) -> None:
    """Draw what needs attention, what improved and what fell, side by side."""
    bagian = (
        (":material/priority_high: Perlu perhatian", ringkasan.perhatian, "Tidak ada IKU dengan capaian di bawah 90%."),
        (":material/trending_up: Membaik", ringkasan.membaik, "Tidak ada IKU yang dapat dibandingkan membaik."),
        (":material/trending_down: Memburuk", ringkasan.menurun, "Tidak ada IKU yang dapat dibandingkan memburuk."),
    )
    for wadah, (judul, sorotan, kosong) in zip(st.columns(3), bagian, strict=True):
        with wadah:
            st.subheader(judul, anchor=False)
            _daftar(saringan, sorotan, kosong)


def _daftar(saringan: Saringan, sorotan: Sequence[Sorotan], kosong: str) -> None:
    if not sorotan:
        st.text(kosong)
    for s in sorotan[:DITAMPILKAN]:
        opd, tahun = saringan.opd.kode_opd, saringan.tahun
        tautan(CAPAIAN, f"**{md(s.judul)}**", opd=opd, tahun=tahun, indikator=s.kode_indikator)
        st.caption(md(f"{kalimat(s.teks)} {kalimat(s.catatan)}"))
    if len(sorotan) > DITAMPILKAN:
        st.caption(f"dan {len(sorotan) - DITAMPILKAN} lagi pada halaman Capaian")
