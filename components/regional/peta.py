"""The map of the own province beside a ranking: figure, key of its colours, where the borders come from."""

import streamlit as st
from markupsafe import Markup

from components.dasar.grafik import gambar
from components.dasar.tabel import cip
from components.regional.grafik_peta import grafik_peta
from kinerja.dataset import Dataset
from kinerja.model.istilah import Arah
from kinerja.sajian.rupa import PERINGKAT
from kinerja.telaah.wilayah.kalimat import kalimat_peringkat
from kinerja.telaah.wilayah.perbandingan import Perbandingan
from kinerja.telaah.wilayah.peta import Peta, peta_aktif
from kinerja.telaah.wilayah.ukuran import CUKUP_DIPETAKAN

_KUNCI = Markup('<div class="dk-legenda">{}<div class="dk-teks__redup">{}</div></div>')


def peta_untuk(p: Perbandingan, provinsi: str) -> Peta | None:
    """Return the map a comparison can be drawn on; None without a map file or with too few regions on it."""
    if len(p.wilayah) < CUKUP_DIPETAKAN:
        return None
    peta = peta_aktif(provinsi)
    return peta if peta is not None and peta.memuat(b.wilayah for b in p.wilayah) else None


def peta_wilayah(dataset: Dataset, peta: Peta, p: Perbandingan) -> None:
    """Draw the map with its key and attribution."""
    alt = f"Peta. {kalimat_peringkat(p)}"
    gambar(grafik_peta(peta, p), "regional_peta", alt, dataset, p.sumber)
    st.html(str(_KUNCI.format(Markup(" ").join(_kelas(p)), _catatan(peta, p))))


def _kelas(p: Perbandingan) -> list[Markup]:
    """One chip a colour: the ranks it stands for."""
    hasil = []
    for nomor, rupa in enumerate(PERINGKAT):
        urutan = [b.peringkat for b in p.wilayah if b.kelas == nomor and b.peringkat is not None]
        if urutan:
            hasil.append(cip(_rentang(min(urutan), max(urutan)), rupa))
    return hasil


def _rentang(awal: int, akhir: int) -> str:
    return str(awal) if awal == akhir else f"{awal}–{akhir}"


def _catatan(peta: Peta, p: Perbandingan) -> str:
    kata = "urutan" if p.arah is Arah.NETRAL else "peringkat"
    kosong = "; bergaris miring tidak tersedia" if len(p.wilayah) < p.jumlah_wilayah else ""
    return f"Warna menurut {kata}{kosong}. {peta.atribusi}" + ("." if peta.atribusi else "")
