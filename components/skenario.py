"""The page Skenario: the three choices, both sides beside each other, what changes, every OPD and every scale."""

from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from components.bingkai.navigasi import INDIKATOR, SKENARIO, alamat_halaman, tautan_html
from components.bingkai.saringan import Saringan, pilih, saklar
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, cip, redup, tabel_html
from components.dasar.teks import kalimat, md
from kinerja.dataset import Dataset
from kinerja.telaah.skenario.kalimat import ATURAN, judul_beda, judul_ganti
from kinerja.telaah.skenario.skenario import (
    BAKU,
    KOMBINASI,
    SKALA_SENDIRI,
    BarisOpd,
    BarisSebaran,
    BedaIku,
    HasilSkenario,
    Kata,
    Pilihan,
    Pusat,
    Sisi,
    SkalaSkenario,
    skala_pilihan,
)

SENDIRI = "sendiri"
"""How the OPD's own scale stands in the URL."""
_BUNGKUS = Markup('<div class="dk-skenario {}">{}</div>')
_SISI = Markup("<section><h3>{}</h3><p>{} {}</p><div>{}</div></section>")


def pilih_skenario(dataset: Dataset, kolom: Sequence[DeltaGenerator]) -> Pilihan:
    """Draw the three choices; each stands in the URL."""
    with kolom[0]:
        skala = pilih(
            "Skala",
            sesi.SKALA,
            [SKALA_SENDIRI, *skala_pilihan(dataset)],
            SKALA_SENDIRI,
            tulis=lambda s: s or SENDIRI,
            tampil=lambda s: s or "Skala setiap OPD",
        )
    with kolom[1]:
        pusat = pilih("Angka ringkas", sesi.PUSAT, list(Pusat), Pusat.RATA, tulis=lambda p: p.alamat)
    with kolom[2]:
        batasi = saklar("Batasi pada 100%", sesi.BATASI, bantuan="Capaian di atas 100% dihitung 100%.")
    return Pilihan(skala, batasi, pusat, dataset.profil.aturan.batas)


def spanduk(pilihan: Pilihan) -> None:
    """Name the scenario above its figures."""
    st.info(md(pilihan.spanduk), icon=":material/tune:")


# --- both sides -------------------------------------------------------------------------------------------------------


def dua_sisi(h: HasilSkenario) -> None:
    """Draw the figure before and after with its grade."""
    isi = _sisi("Semula", h.semula) + _sisi("Skenario" if h.menjadi.pilihan != BAKU else "Sekarang", h.menjadi)
    st.html(str(Markup('<div class="dk-skenario__dua">{}</div>').format(isi)))


def _sisi(nama: str, sisi: Sisi) -> Markup:
    keterangan = f"{sisi.angka.keterangan}; skala {sisi.skala.nama}{', dibatasi 100%' if sisi.pilihan.batasi else ''}"
    return _SISI.format(f"{nama}: {sisi.pilihan.pusat.lower()} capaian", sisi.teks, _kata(sisi.kata), keterangan)


def _kata(k: Kata) -> Markup:
    catatan = Markup(" {}").format(redup(k.catatan)) if k.catatan else Markup("")
    return cip(k.predikat, k.rupa) + catatan


def tabel_sebaran(sebaran: Sequence[BarisSebaran]) -> None:
    """Draw how many IKU have which grade before and after."""
    kolom = (
        KolomTabel("Predikat"),
        KolomTabel("Semula", angka=True),
        KolomTabel("Skenario", angka=True),
        KolomTabel("Selisih", angka=True),
    )
    baris = (Baris((cip(b.predikat, b.rupa), _jumlah(b.semula), _jumlah(b.menjadi), _selisih(b))) for b in sebaran)
    _gambar(kolom, baris, "dk-mini")


def _jumlah(banyak: int | None) -> str | Markup:
    return redup("tidak ada") if banyak is None else str(banyak)


def _selisih(baris: BarisSebaran) -> str | Markup:
    if baris.semula is None or baris.menjadi is None or baris.semula == baris.menjadi:
        return redup("–")
    return f"{'+' if baris.menjadi > baris.semula else '−'}{abs(baris.menjadi - baris.semula)}"


def tabel_beda(h: HasilSkenario, saringan: Saringan) -> None:
    """Draw the IKU whose grade changes, each a link to its page, and on request those that only change the word."""
    st.subheader(judul_beda(h), anchor=False)
    if h.berubah:
        _tabel_beda([b for b in h.beda if b.terbanding], saringan)
    elif not h.berganti:
        st.text("Setiap IKU mempertahankan predikatnya dalam skenario ini.")
    if h.berganti:
        with st.expander(judul_ganti(h)):
            _tabel_beda([b for b in h.beda if not b.terbanding], saringan)


def _tabel_beda(beda: Iterable[BedaIku], saringan: Saringan) -> None:
    kolom = (KolomTabel("Indikator"), KolomTabel("Capaian", angka=True), KolomTabel("Semula"), KolomTabel("Menjadi"))
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    isi = (
        Baris(
            (
                tautan_html(alamat_halaman(INDIKATOR, opd=opd, tahun=tahun, indikator=b.kode), b.indikator),
                b.capaian,
                _kata(b.semula),
                _kata(b.menjadi),
            )
        )
        for b in beda
    )
    _gambar(kolom, isi)


def daftar_belum(h: HasilSkenario) -> None:
    """Name the IKU that no scenario can compute."""
    if h.belum:
        nama = "; ".join(h.belum)
        st.caption(md(kalimat(f"{len(h.belum)} dari {h.jumlah} IKU tidak dapat dihitung, semula maupun kini: {nama}")))


# --- every OPD, every scale -------------------------------------------------------------------------------------------


def tabel_opd(baris: Iterable[BarisOpd], saringan: Saringan, pilihan: Pilihan) -> None:
    """Draw every OPD with IKU in the year, before and after; its name opens it in the same scenario."""
    kolom = (
        KolomTabel("OPD"),
        KolomTabel("Semula", angka=True),
        KolomTabel("Predikat semula"),
        KolomTabel("Skenario", angka=True),
        KolomTabel("Predikat skenario"),
        KolomTabel("Predikat berubah"),
    )
    isi = (
        Baris(
            (
                tautan_html(_alamat(b.kode, saringan.tahun, pilihan), b.nama),
                *_sel(b.hasil.semula),
                *_sel(b.hasil.menjadi),
                _ubahan(b.hasil),
            ),
            "terpilih" if b.kode == saringan.opd.kode_opd else "",
        )
        for b in baris
    )
    _gambar(kolom, isi)


def _alamat(kode_opd: str, tahun: int, pilihan: Pilihan) -> str:
    batasi = "ya" if pilihan.batasi else "tidak"
    skala = pilihan.skala or SENDIRI
    return alamat_halaman(SKENARIO, opd=kode_opd, tahun=tahun, skala=skala, batasi=batasi, pusat=pilihan.pusat.alamat)


def _sel(sisi: Sisi) -> tuple[Markup, Markup]:
    angka = sisi.teks if sisi.angka.nilai is not None else redup(sisi.teks)
    return Markup("{}<br>{}").format(angka, redup(sisi.angka.keterangan)), _kata(sisi.kata)


def _ubahan(h: HasilSkenario) -> str | Markup:
    ganti = f"{h.berganti} berganti istilah" if h.berganti else ""
    if not h.semula.angka.dihitung:
        return redup("–")
    return "; ".join(t for t in (f"{h.berubah} dari {h.jumlah}", ganti) if t)


def tabel_skala(semua: Sequence[SkalaSkenario], saringan: Saringan, pilihan: Pilihan) -> None:
    """Draw every combination of choices: scales as rows, mean and median without and with cap as columns."""
    judul = (f"{p}{', dibatasi' if b else ''}" for p, b in KOMBINASI)
    kolom = (KolomTabel("Skala"), *(KolomTabel(j) for j in judul), KolomTabel("Predikat berubah"))
    _gambar(kolom, (_baris_skala(b, saringan, pilihan) for b in semua))


def _baris_skala(baris: SkalaSkenario, saringan: Saringan, pilihan: Pilihan) -> Baris:
    milik = Markup("{} {}").format(baris.nama, redup("skala OPD ini")) if baris.sendiri else baris.nama
    ganti = f"{baris.berganti} berganti istilah" if baris.berganti else ""
    ubah = redup("–") if baris.sendiri else "; ".join(t for t in (str(baris.berubah), ganti) if t)
    return Baris((milik, *(_sel_skala(baris, s, saringan, pilihan) for s in baris.sisi), ubah))


def _sel_skala(baris: SkalaSkenario, sisi: Sisi, saringan: Saringan, pilihan: Pilihan) -> Markup:
    p = sisi.pilihan
    sama = (p.batasi, p.pusat) == (pilihan.batasi, pilihan.pusat)
    ini = sama and (p.skala == pilihan.skala or (baris.sendiri and pilihan.skala == baris.nama))
    isi = Markup('<span class="dk-tabel__angka{}" title="{}">{} {}</span>').format(
        Markup(" is-dipilih") if ini else "", sisi.kata.predikat, sisi.kata.rupa.simbol, sisi.teks
    )
    return isi if ini else tautan_html(_alamat(saringan.opd.kode_opd, saringan.tahun, p), isi)


def aturan() -> None:
    """Say what each choice means."""
    isi = Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(nama, kalimat(arti)) for nama, arti in ATURAN)
    with st.expander("Aturan di balik setiap pilihan"):
        st.html(str(Markup('<dl class="dk-skenario__aturan">{}</dl>').format(isi)))


def _gambar(kolom: Sequence[KolomTabel], baris: Iterable[Baris], kelas: str = "") -> None:
    st.html(str(_BUNGKUS.format(kelas, tabel_html(kolom, baris))))
