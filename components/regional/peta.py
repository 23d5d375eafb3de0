"""The map of the ranked regions beside a ranking: figure, key of its colours, where the borders come from."""

import streamlit as st
from markupsafe import Markup

from components.dasar.grafik import gambar
from components.dasar.tabel import cip
from components.regional.grafik_peta import grafik_peta
from kinerja.dataset import Dataset
from kinerja.model.istilah import Arah
from kinerja.sajian.rupa import PERINGKAT
from kinerja.telaah.wilayah.kalimat import kalimat_peringkat
from kinerja.telaah.wilayah.pandangan import peta_dataset
from kinerja.telaah.wilayah.perbandingan import Perbandingan
from kinerja.telaah.wilayah.peta import Peta
from kinerja.telaah.wilayah.ukuran import CUKUP_DIPETAKAN

_KUNCI = Markup('<div class="dk-legenda">{}<div class="dk-teks__redup">{}</div></div>')


def peta_untuk(dataset: Dataset, perbandingan: Perbandingan) -> Peta | None:
    """Return the map a comparison can be drawn on; None without one or with too few regions on it.

    Of a province that has fewer regions than are mapped otherwise, all are enough.
    """
    peta = peta_dataset(dataset, perbandingan.lingkup)
    if peta is None or len(perbandingan.wilayah) < min(CUKUP_DIPETAKAN, len(peta.darat)):
        return None
    return peta if peta.milik([b.wilayah for b in perbandingan.wilayah]) else None


def peta_wilayah(dataset: Dataset, peta: Peta, perbandingan: Perbandingan) -> None:
    """Draw the map with its key and attribution."""
    # A province draws two on one page, the provinces and its own regencies.
    alt = f"Peta. {kalimat_peringkat(perbandingan)}"
    gambar(
        grafik_peta(peta, perbandingan),
        f"regional_peta_{perbandingan.lingkup.tingkat.name.lower()}",
        alt,
        dataset,
        perbandingan.sumber,
    )
    kata = "urutan" if perbandingan.arah is Arah.NETRAL else "peringkat"
    kosong = "; bergaris miring tidak tersedia" if len(perbandingan.wilayah) < perbandingan.jumlah_wilayah else ""
    catatan = f"Warna menurut {kata}{kosong}. {peta.atribusi}" + ("." if peta.atribusi else "")
    kelas = []
    for nomor, rupa in enumerate(PERINGKAT):
        urutan = [b.peringkat for b in perbandingan.wilayah if b.kelas == nomor and b.peringkat is not None]
        if urutan:
            awal, akhir = min(urutan), max(urutan)
            kelas.append(cip(str(awal) if awal == akhir else f"{awal}–{akhir}", rupa))
    st.html(str(_KUNCI.format(Markup(" ").join(kelas), catatan)))
