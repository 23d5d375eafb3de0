"""One indicator opened: history, explanation, formula, printed places."""

from collections.abc import Iterator, Sequence

import streamlit as st
from markupsafe import Markup

from components.capaian.tabel import KOLOM_CAPAIAN, sel_capaian
from components.dasar.tabel import Baris, KolomTabel, tabel
from components.dasar.teks import html, md
from kinerja.dataset import Dataset
from kinerja.model.baris import Kutipan
from kinerja.model.istilah import JenisAnalisis
from kinerja.nilai.angka import format_persen, format_rupiah_ringkas
from kinerja.telaah.indikator.rincian import BarisTahun, RincianIndikator, rincian_indikator


def rincian(dataset: Dataset, kode: str, tahun: int) -> None:
    """Draw an indicator's details in a bordered box."""
    isi = rincian_indikator(dataset, kode, tahun)
    with st.container(border=True):
        st.subheader(md(isi.indikator.indikator), anchor=False)
        pasangan = _keterangan(isi)
        baris = Markup("").join(Markup("<div><b>{}</b>: {}</div>").format(n, html(v)) for n, v in pasangan if v)
        st.html(str(baris))
        penjelasan, riwayat, cetakan = st.tabs(["Penjelasan", "Riwayat", f"Tercetak ({len(isi.kutipan)})"])
        with penjelasan:
            if not isi.analisis:
                st.text(f"Belum ada penjelasan untuk tahun {isi.tahun}.")
            for jenis in JenisAnalisis:
                uraian = [a.uraian for a in isi.analisis if a.jenis is jenis]
                if uraian:
                    butir = Markup("").join(Markup("<li>{}</li>").format(u) for u in uraian)
                    st.html(str(Markup("<b>{}</b><ul>{}</ul>").format(jenis.value, butir)))
        with riwayat:
            _riwayat(isi.riwayat)
        with cetakan:
            _kutipan(isi.kutipan)


def _keterangan(isi: RincianIndikator) -> Iterator[tuple[str, str]]:
    i = isi.indikator
    arah = {"Naik": "Makin tinggi makin baik", "Turun": "Makin rendah makin baik"}
    yield "Satuan", i.satuan
    yield "Arah", arah.get(i.arah, "Tidak dinilai")
    yield "Aturan", isi.kini.hasil.aturan if isi.kini else ""
    yield "Rumus", i.formula
    yield "Sumber data", i.sumber_data
    yield "Penanggung jawab", ", ".join(isi.penanggung_jawab)
    if i.target_akhir.ada:
        yield "Target akhir", f"{i.target_akhir.teks} ({i.tahun_target_akhir or 'tahun tidak tercetak'})"
    if isi.anggaran is not None and isi.anggaran.pagu is not None:
        uang = f"{format_rupiah_ringkas(isi.anggaran.realisasi)} dari {format_rupiah_ringkas(isi.anggaran.pagu)}"
        yield "Anggaran", f"{uang}, serapan {format_persen(isi.anggaran.serapan)}"


def _riwayat(riwayat: Sequence[BarisTahun]) -> None:
    kolom = (KolomTabel("Tahun"), *KOLOM_CAPAIAN)
    tabel(kolom, (Baris((str(t.tahun), *sel_capaian(t.baris))) for t in riwayat))


def _kutipan(kutipan: Sequence[Kutipan]) -> None:
    if not kutipan:
        st.text("Laporan tidak mencetak angka indikator ini untuk tahun tersebut.")
        return
    kolom = (KolomTabel("Ukuran"), KolomTabel("Tercetak", angka=True), KolomTabel("Tempat"), KolomTabel("Catatan"))
    tabel(kolom, (Baris((k.ukuran.value, k.tercetak, k.sumber, k.catatan)) for k in kutipan))
