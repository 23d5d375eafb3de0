"""Key figures as cards."""

import streamlit as st

from kinerja.nilai.angka import format_angka, format_persen, format_rupiah_ringkas
from kinerja.telaah.capaian.ringkasan import Ringkasan


def kartu_ringkasan(ringkasan: Ringkasan, *, batasi: bool) -> None:
    """Draw the four key figures of an overview: mean capaian, targets reached, serapan, what needs attention."""
    kolom = st.columns(4)
    rata = ringkasan.rata(batasi=batasi)
    tahun, selisih = ringkasan.iku[0].tahun, None
    tren = [t for t in ringkasan.tren if t.tahun <= tahun]
    if len(tren) >= 2:
        lalu, kini = (t.rata(batasi=batasi).nilai for t in tren[-2:])
        if lalu is not None and kini is not None:
            selisih = f"{format_angka(kini - lalu, 2)} poin dari {tren[-2].tahun}"
    kolom[0].metric(
        f"Rata-rata capaian ({rata.keterangan})",
        format_persen(rata.nilai),
        selisih,
        border=True,
        height="stretch",
        help="Rata-rata sederhana dari IKU yang capaiannya dapat dihitung.",
    )
    kolom[1].metric(
        "Mencapai target",
        f"{ringkasan.tercapai} dari {len(ringkasan.iku)}",
        border=True,
        height="stretch",
        help=f"{ringkasan.terbanding} IKU dapat dibandingkan dengan targetnya.",
    )
    _kartu_serapan(kolom[2], ringkasan)
    jumlah = f"{len(ringkasan.perhatian)} IKU"
    kolom[3].metric("Perlu perhatian", jumlah, border=True, height="stretch", help=_BANTUAN_PERHATIAN)


_BANTUAN_PERHATIAN = "Capaian di bawah 90%, target predikat yang tidak tercapai, dan angka yang tidak tersedia."


def _kartu_serapan(wadah: "st.delta_generator.DeltaGenerator", ringkasan: Ringkasan) -> None:
    jumlah = ringkasan.anggaran
    if jumlah is None:
        wadah.metric("Serapan anggaran", "Tidak tersedia", border=True, height="stretch")
        return
    asal = " Realisasi diambil dari Belanja APBD." if jumlah.dari_apbd else ""
    uang = f"{format_rupiah_ringkas(jumlah.realisasi)} dari {format_rupiah_ringkas(jumlah.pagu)}"
    wadah.metric(
        "Serapan anggaran", format_persen(jumlah.serapan), border=True, height="stretch", help=f"{uang}.{asal}"
    )
