"""OPD side by side: the choice of them, the table, the way onward."""

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import PREDIKAT, tautan
from components.bingkai.saringan import Saringan, lepas_alamat, pilih_banyak
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, cip, redup, tabel_html
from kinerja.dataset import Dataset
from kinerja.nilai.angka import TIDAK_TERSEDIA
from kinerja.telaah.opd.banding import PALING_BANYAK, PerbandinganOpd, SelBanding, bawaan_banding, pilihan_banding


def pilih_banding(dataset: Dataset, saringan: Saringan) -> tuple[str, ...]:
    """Draw the choice of OPD to compare; it stands in the URL and belongs to the OPD of the page."""
    kode = saringan.opd.kode_opd
    return pilih_banyak(
        f"Bandingkan 2 sampai {PALING_BANYAK} perangkat daerah",
        sesi.BANDING,
        pilihan_banding(dataset),
        bawaan_banding(dataset, kode, saringan.tahun),
        milik=kode,
        paling_banyak=PALING_BANYAK,
        tampil=lambda k: dataset.opd[k].nama_pendek,
    )


def lepas_banding() -> None:
    """Take the choice of the comparison out of the URL, where it is not drawn."""
    lepas_alamat(sesi.BANDING)


def tabel_banding(banding: PerbandinganOpd) -> None:
    """Draw the measures as rows and the OPD as columns; at phone width every measure is a card."""
    kolom = [KolomTabel("Ukuran"), *(KolomTabel(f"{k.nama} (acuan)" if k.acuan else k.nama) for k in banding.kolom)]
    baris = (Baris((b.nama, *(_sel_banding(s) for s in b.sel))) for b in banding.baris)
    isi = tabel_html(kolom, baris, " ".join(banding.catatan))
    st.html(str(Markup('<div class="dk-opd__banding">{}</div>').format(isi)))


def _sel_banding(sel: SelBanding) -> Markup:
    if not sel.teks:
        return redup(sel.keterangan or TIDAK_TERSEDIA)
    utama = cip(sel.teks, sel.rupa) if sel.rupa else Markup("<b>{}</b>").format(sel.teks)
    if sel.sebaran:
        utama = Markup('<div class="dk-cip__deret">{}</div>').format(Markup("").join(cip(t, r) for t, r in sel.sebaran))
    puncak = Markup(' <span class="dk-opd__bintang">★ tertinggi</span>') if sel.tertinggi else ""
    bawah = Markup("<div>{}</div>").format(redup(sel.keterangan)) if sel.keterangan else ""
    return Markup("{}{}{}").format(utama, puncak, bawah)


def tautan_matriks(saringan: Saringan) -> None:
    """Draw the way to the matrix of every OPD with IKU over the years."""
    alamat: dict[str, str | int] = {"opd": saringan.opd.kode_opd, "tahun": saringan.tahun}
    tautan(PREDIKAT, "Semua OPD yang memiliki IKU menurut tahun", **alamat, tampilan="sasaran")
