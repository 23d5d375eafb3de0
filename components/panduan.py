"""Page Panduan: steps with pictures, the workbook sheet by sheet, formulas and scales, terms."""

from pathlib import Path

import streamlit as st

from components.bingkai.saringan import pilih_segmen
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, redup, tabel
from components.dasar.teks import kalimat, md
from kinerja.model.istilah import JenisOpd
from kinerja.panduan.bab import Bab
from kinerja.panduan.buku import ATURAN_UMUM, contoh_ditolak, contoh_nilai, panduan_lembar
from kinerja.panduan.hitung import contoh_rumus, panduan_skala
from kinerja.panduan.teks import BILA_KELIRU, ISTILAH, LANGKAH, BagianPanduan
from kinerja.telaah.indikator.lintasan import ATURAN_VONIS
from kinerja.telaah.sorotan.aturan import ATURAN
from kinerja.uji.mesin import ATURAN as ATURAN_UJI
from kinerja.uji.model import ARTI_KEYAKINAN, CARA_MEMBACA

GAMBAR = Path(__file__).parent / "aset" / "panduan"
_KOLOM_LEMBAR = (
    KolomTabel("Kolom"),
    KolomTabel("Wajib"),
    KolomTabel("Isi"),
    KolomTabel("Keterangan"),
    KolomTabel("Contoh"),
)
_KOLOM_KENDALA = (KolomTabel("Yang tampak"), KolomTabel("Yang dilakukan"))
_KOLOM_SOROTAN = (KolomTabel("Kode"), KolomTabel("Sorotan"), KolomTabel("Daftar"), KolomTabel("Bila"))
_KOLOM_UJI = (KolomTabel("Kode"), KolomTabel("Aturan"), KolomTabel("Bila"), KolomTabel("Mengapa diuji"))
_KOLOM_RUMUS = (KolomTabel("Yang dihitung"), KolomTabel("Rumus"), KolomTabel("Contoh"), KolomTabel("Hasil"))


def pilih_bagian() -> BagianPanduan:
    """Draw the choice among the parts; it stands in the URL."""
    return pilih_segmen("Bagian", sesi.BAGIAN_PANDUAN, list(BagianPanduan), tulis=lambda t: t.alamat)


def langkah() -> None:
    """Draw the steps, two beside each other, and what to do after a mistake."""
    bernomor = list(enumerate(LANGKAH, 1))
    for awal in range(0, len(bernomor), 2):
        for kolom, (nomor, satu) in zip(st.columns(2, gap="medium"), bernomor[awal : awal + 2], strict=False):
            with kolom.container(border=True, height="stretch"):
                kiri, kanan = st.columns([4, 5], gap="medium")
                kiri.image(gambar(satu.gambar), alt=satu.tampak, width="stretch")
                kanan.subheader(md(f"{nomor}. {satu.judul}"), anchor=False)
                kanan.text(satu.uraian)
    st.subheader("Bila keliru: kembali ke versi lama", anchor=False)
    st.text(BILA_KELIRU)


def bab(isi: Bab) -> None:
    """Draw a chapter: its steps, two beside each other, what to do when something does not fit, and the commands."""
    st.text(isi.pembuka)
    bernomor = list(enumerate(isi.langkah, 1))
    for awal in range(0, len(bernomor), 2):
        for kolom, (nomor, satu) in zip(st.columns(2, gap="medium"), bernomor[awal : awal + 2], strict=False):
            with kolom.container(border=True, height="stretch"):
                st.subheader(md(f"{nomor}. {satu.judul}"), anchor=False)
                st.text(satu.uraian)
                st.caption(md(f"Yang tampak: {satu.tampak}"))
    st.subheader("Bila tidak sesuai", anchor=False)
    tabel(_KOLOM_KENDALA, (Baris((k.tampak, k.tindakan)) for k in isi.kendala))
    if isi.perintah:
        st.subheader("Dari baris perintah", anchor=False)
        for perintah, arti in isi.perintah:
            st.caption(md(kalimat(arti)))
            st.code(perintah, language=None, wrap_lines=True)


def gambar(nama: str) -> Path:
    """Return a step's picture: a screenshot when there is one, else the drawing."""
    foto = GAMBAR / f"{nama}.png"
    return foto if foto.is_file() else GAMBAR / f"{nama}.svg"


def lembar(jenis: JenisOpd) -> None:
    """Draw the general rules, every sheet with examples of a kind of owner, and how values are read."""
    st.markdown("\n".join(f"- {md(a)}" for a in ATURAN_UMUM))
    for satu in panduan_lembar(jenis):
        ada = "wajib ada" if satu.wajib else "boleh tidak ada"
        with st.expander(f"**{md(satu.nama)}** · {md(f'{ada} · {satu.bantuan}')}"):
            st.text(f"Kunci: {', '.join(satu.kunci)}. {satu.catatan}")
            tabel(
                _KOLOM_LEMBAR,
                (
                    Baris((k.nama, "wajib" if k.wajib else redup("boleh kosong"), k.isi, k.keterangan, k.contoh))
                    for k in satu.kolom
                ),
            )
    st.subheader("Cara nilai dibaca", anchor=False)
    kolom = (KolomTabel("Tertulis"), KolomTabel("Dihitung dengan"), KolomTabel("Dibaca sebagai"))
    tabel(kolom, (Baris((t, a or redup("tidak dihitung"), s)) for t, a, s in contoh_nilai()))
    st.subheader("Yang bermakna ganda ditolak", anchor=False)
    tabel((KolomTabel("Tertulis"), KolomTabel("Temuan"), KolomTabel("Saran")), (Baris(b) for b in contoh_ditolak()))


def rumus() -> None:
    """Draw the formulas with computed examples, and the built-in scales."""
    tabel(_KOLOM_RUMUS, (Baris((r.nama, r.rumus, r.contoh, r.hasil)) for r in contoh_rumus()))
    st.subheader("Aturan sorotan", anchor=False)
    st.caption("Setiap sorotan pada Ringkasan, Indikator, dan Perangkat daerah berasal dari satu aturan ini.")
    tabel(_KOLOM_SOROTAN, (Baris((a.kode, a.nama, a.nada.value, a.syarat)) for a in ATURAN))
    st.subheader("Menuju target akhir", anchor=False)
    st.text(ATURAN_VONIS)
    st.subheader("Uji konsistensi", anchor=False)
    st.caption("Setiap temuan pada halaman Uji konsistensi berasal dari satu aturan ini.")
    keyakinan = (f"{k.value.capitalize()}: {arti}" for k, arti in ARTI_KEYAKINAN.items())
    st.markdown("\n".join(f"- {md(c)}" for c in (*CARA_MEMBACA, *keyakinan)))
    tabel(_KOLOM_UJI, (Baris((a.kode, a.nama, kalimat(a.syarat), a.alasan)) for a in ATURAN_UJI))
    st.subheader("Skala bawaan", anchor=False)
    st.caption("Lembar Skala dapat menambah skala atau menggantikan yang bernama sama.")
    for satu in panduan_skala():
        with st.expander(f"**{md(satu.nama)}** · {md(satu.dasar_hukum)}"):
            tabel((KolomTabel("Predikat"), KolomTabel("Batas")), (Baris((p.predikat, p.batas)) for p in satu.pita))


def istilah() -> None:
    """Draw the terms in the order of the alphabet."""
    tabel((KolomTabel("Istilah"), KolomTabel("Arti")), (Baris((i.kata, i.arti)) for i in ISTILAH))
