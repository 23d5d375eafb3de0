"""Pictures of many indicators: capaian as bars, its change as dumbbells, realisasi in small; sasaran as slopes."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from components.bingkai.klik import buka_terpilih
from components.bingkai.navigasi import INDIKATOR, alamat_halaman, tautan_html
from components.bingkai.saringan import Saringan, pilih_segmen
from components.capaian.grafik import BATAS_BATANG, grafik_capaian
from components.capaian.grafik_lereng import TANDA_BEDA, grafik_lereng
from components.capaian.grafik_perubahan import grafik_perubahan
from components.capaian.tren_kecil import gambar_tren
from components.dasar import keadaan as sesi
from components.dasar.grafik import gambar, sumber_gambar
from components.dasar.legenda import legenda_skala
from components.dasar.teks import md
from kinerja.dataset import Dataset
from kinerja.telaah.capaian.gambar import (
    Gambar,
    TabelPerubahan,
    TakTerbanding,
    perubahan_sasaran,
    tabel_perubahan,
    tabel_tren,
)
from kinerja.telaah.capaian.pandangan import PandanganCapaian
from kinerja.telaah.capaian.ringkasan import judul_capaian

CATATAN_BATANG = f"Garis putus: target 100%. Batang berhenti di {BATAS_BATANG}%; angkanya nilai sebenarnya."
_TANPA = Markup("<details{}><summary>Tidak dapat dibandingkan: {} {}</summary><ul>{}</ul></details>")
_BUTIR = Markup("<li><b>{}</b>: {}</li>")
SEDIKIT = 12
"""Up to this many that cannot be compared stand open."""


def pilih_gambar() -> Gambar:
    """Draw the choice of picture; it stands in the URL."""
    return pilih_segmen("Gambar", sesi.GAMBAR, list(Gambar), tulis=lambda g: g.alamat)


def gambar_indikator(dataset: Dataset, saringan: Saringan, pandangan: PandanganCapaian) -> None:
    """Draw the choice of picture, and the one chosen."""
    jenis = pilih_gambar()
    if jenis is Gambar.CAPAIAN:
        pilihan = gambar(
            grafik_capaian(pandangan.baris),
            "grafik",
            judul_capaian(pandangan.baris, "indikator"),
            dataset,
            pandangan.sumber,
            on_select="rerun",
            selection_mode="points",
        )
        buka_terpilih(pilihan, saringan.opd.kode_opd, saringan.tahun)
        legenda_skala(pandangan.skala, CATATAN_BATANG)
    elif jenis is Gambar.PERUBAHAN:
        _perubahan(dataset, saringan, pandangan)
    else:
        tabel = tabel_tren(dataset, tuple(b.kode for b in pandangan.baris), saringan.tahun)
        st.markdown(f"**{md(tabel.judul)}**")
        gambar_tren(tabel, saringan.opd.kode_opd)
        asal = "; ○ angka menurut data lain" if any(p.bersalin for p in tabel.panel) else ""
        st.caption(
            md(f"Setiap gambar memakai skalanya sendiri. Garis pendek: target tahun itu; latar: {tabel.tahun}{asal}.")
        )
        sumber_gambar(dataset, tabel.sumber)


def _perubahan(dataset: Dataset, saringan: Saringan, pandangan: PandanganCapaian) -> None:
    kode, tahun = saringan.opd.kode_opd, saringan.tahun
    tabel = tabel_perubahan(dataset, kode, tahun, pandangan.cakupan)
    if tabel is None:
        return
    st.markdown(f"**{md(tabel.judul)}**")
    if tabel.baris:
        fig = grafik_perubahan(tabel)
        pilihan = gambar(
            fig, "perubahan", tabel.judul, dataset, tabel.sumber, on_select="rerun", selection_mode="points"
        )
        buka_terpilih(pilihan, kode, tahun)
    tanpa_perubahan(tabel.tanpa, kode, tahun)
    if tabel.baris:
        catatan_perubahan = (
            f"○ capaian {tabel.lalu}, ● capaian {tabel.tahun} dengan predikatnya; ↑ naik, ↓ turun, dalam poin persen. "
            f"Garis putus: target 100%.{_catatan_batas(tabel)}"
        )
        legenda_skala(pandangan.skala, catatan_perubahan)


def _catatan_batas(tabel: TabelPerubahan) -> str:
    lewat = any(max(b.lalu, b.kini) > BATAS_BATANG for b in tabel.baris)
    return f" Titik berhenti di {BATAS_BATANG}%; angkanya nilai sebenarnya." if lewat else ""


def tanpa_perubahan(tanpa: Sequence[TakTerbanding], kode_opd: str, tahun: int) -> None:
    """Say in words what has no change to draw, and why; an indicator's name is a link to it."""
    if not tanpa:
        return
    isi = Markup("").join(
        _BUTIR.format(t.alasan, Markup(", ").join(_nama(kode, nama, kode_opd, tahun) for kode, nama in t.isi))
        for t in tanpa
    )
    jumlah = sum(len(t.isi) for t in tanpa)
    sebutan = "indikator" if tanpa[0].isi[0][0] else "sasaran"
    st.html(str(_TANPA.format(Markup(" open") if jumlah <= SEDIKIT else "", jumlah, sebutan, isi)))


def _nama(kode: str, nama: str, kode_opd: str, tahun: int) -> str | Markup:
    if not kode:
        return nama
    return tautan_html(alamat_halaman(INDIKATOR, opd=kode_opd, tahun=tahun, indikator=kode), nama)


def gambar_sasaran(dataset: Dataset, kode_opd: str, tahun: int, *, batasi: bool) -> None:
    """Draw how the sasaran of an OPD moved since last year; without two years, say so."""
    tabel = perubahan_sasaran(dataset, kode_opd, tahun, batasi=batasi)
    if tabel is None:
        return
    st.subheader(f"Sasaran {tabel.lalu} dan {tabel.tahun}", anchor=False)
    kiri, kanan = st.columns([7, 5], gap="medium") if tabel.baris else (st.container(), st.container())
    with kiri:
        if tabel.baris:
            gambar(grafik_lereng(tabel), "lereng", tabel.judul, dataset, tabel.sumber)
    with kanan:
        st.text(f"{tabel.judul}.")
        if tabel.baris:
            beda = f" {TANDA_BEDA} rata-rata {tabel.tahun} dihitung dari IKU yang lain daripada {tabel.lalu}."
            catatan_lereng = (
                f"Rata-rata capaian IKU tiap sasaran, ○ {tabel.lalu} dan ● {tabel.tahun} menurut "
                "predikatnya; biru ↑ naik, "
                f"jingga ↓ turun. Garis putus: target 100%.{_catatan_batas(tabel)}"
                f"{beda if any(b.isi_beda for b in tabel.baris) else ''}"
            )
            st.caption(md(catatan_lereng))
        tanpa_perubahan(tabel.tanpa, "", tabel.tahun)
