"""Lists of findings, each a link to the indicator it speaks of."""

from collections.abc import Sequence

import streamlit as st

from components.bingkai.navigasi import INDIKATOR, tautan
from components.dasar.teks import md
from kinerja.telaah.capaian.ringkasan import Ringkasan
from kinerja.telaah.sorotan.aturan import Nada
from kinerja.telaah.sorotan.sorotan import KelompokSorotan

DITAMPILKAN = 5
IKON = {
    Nada.PERHATIAN: ":material/priority_high:",
    Nada.DINI: ":material/notifications:",
    Nada.BAIK: ":material/trending_up:",
}
TANPA = {
    Nada.PERHATIAN: "Tidak ada IKU dengan capaian di bawah 90%, predikat yang meleset, atau angka yang kosong.",
    Nada.DINI: "Tidak ada IKU yang memburuk, dilonggarkan targetnya, atau jauh dari target akhirnya.",
    Nada.BAIK: "Tidak ada IKU yang dapat dibandingkan membaik.",
}


def daftar_sorotan(ringkasan: Ringkasan) -> None:
    """Draw what needs attention, what warns early and what is good news, side by side."""
    bagian = ((Nada.PERHATIAN, ringkasan.perhatian), (Nada.DINI, ringkasan.dini), (Nada.BAIK, ringkasan.baik))
    for wadah, (nada, sorotan) in zip(st.columns(3), bagian, strict=True):
        with wadah:
            st.subheader(f"{IKON[nada]} {nada.value}", anchor=False)
            daftar_kelompok(sorotan, TANPA[nada])


def daftar_kelompok(sorotan: Sequence[KelompokSorotan], kosong: str, batas: int = DITAMPILKAN) -> None:
    """Draw findings by indicator, the first ones open, the others on request; `kosong` is said where there is none."""
    if not sorotan:
        st.text(kosong)
    for k in sorotan[:batas]:
        _satu(k)
    if lain := sorotan[batas:]:
        with st.expander(f"{len(lain)} IKU lagi"):
            for k in lain:
                _satu(k)


def _satu(k: KelompokSorotan) -> None:
    s = k.utama
    tautan(INDIKATOR, f"**{md(s.judul)}**", opd=s.kode_opd, tahun=s.tahun, indikator=s.kode_indikator)
    st.caption(md(k.teks))
