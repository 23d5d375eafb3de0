"""What is asked about an office's table, as one form: questions, names, columns, a total that does not fit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import streamlit as st

from components.dasar.teks import md
from kinerja.model.istilah import Periode
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.angka import format_angka
from kinerja.susun.model import BARU, Jawaban, JenisTabel, KolomTabel, NamaBelumPasti, Pertanyaan, Tanya, tanpa_baru
from kinerja.unggah.kantor.hasil import HasilKantor

NAMA_JENIS = {
    JenisTabel.LRA: "realisasi anggaran (LRA)",
    JenisTabel.WILAYAH: "wilayah menurut tahun (BPS)",
    JenisTabel.PENGUKURAN: "pengukuran kinerja (Renja)",
    JenisTabel.RENCANA_AKSI: "rencana aksi",
    JenisTabel.UMUM: "umum (kolom dipilih sendiri)",
}
LABEL = {
    Tanya.OPD: "OPD pemilik tabel",
    Tanya.TAHUN: "Tahun",
    Tanya.PERIODE: "Periode",
    Tanya.UKURAN: "Nama ukuran",
    Tanya.SATUAN: "Satuan",
    Tanya.ARAH: "Arah yang baik",
    Tanya.SUMBER: "Sumber (boleh kosong)",
    Tanya.KUMULATIF: "Angka triwulan sudah memuat triwulan sebelumnya",
}
DARI = {"tabel": "terbaca dari tabel", "bawaan": "tabel tidak menyebutnya", "jawaban": "sudah dijawab"}
NAMA_SEKALIGUS = 60
"""Names asked about at a time; the others follow when these are answered."""
BARU_SEKALIGUS = frozenset({"Wilayah"})
"""Kinds of names that may be accepted as new all at once; an indicator is accepted one by one, under its code."""
LEWATI = ""


def betulkan(hasil: HasilKantor, kunci: str) -> Jawaban | None:
    """Draw what was found, to be corrected: kind, sheet, first and last row; return the answer when it is sent."""
    jawaban, jenis = hasil.jawaban, hasil.hasil.jenis
    with st.form(f"betulkan_{kunci}", border=False):
        kiri, kanan = st.columns(2)
        semua = list(JenisTabel)
        letak = semua.index(jenis) if jenis else None
        pilihan = kiri.selectbox("Jenis tabel", semua, letak, format_func=NAMA_JENIS.__getitem__, key=f"jenis_{kunci}")
        lembar = hasil.hasil.lembar or jawaban.lembar
        urut = hasil.lembar.index(lembar) if lembar in hasil.lembar else None
        tempat = kanan.selectbox("Lembar", hasil.lembar, urut, key=f"lembar_{kunci}")
        awal = kiri.number_input(
            "Baris pertama judul kolom", 1, None, jawaban.baris_awal, key=f"awal_{kunci}", placeholder="dicari sendiri"
        )
        akhir = kanan.number_input(
            "Baris terakhir tabel", 1, None, jawaban.baris_akhir, key=f"akhir_{kunci}", placeholder="dicari sendiri"
        )
        if not st.form_submit_button("Baca ulang", icon=":material/refresh:"):
            return None
    baru = replace(jawaban, baris_awal=awal, baris_akhir=akhir, lembar=tempat or "", jenis=pilihan)
    # Columns and names were those of another table.
    lain = (tempat or "") != lembar or pilihan is not jenis
    return replace(baru, kolom={}, nama={}) if lain else baru


def isian(hasil: HasilKantor, kunci: str) -> Jawaban | None:
    """Draw all that is asked; return the answer when it is sent."""
    with st.form(f"jawab_{kunci}", border=False):
        isi = _pertanyaan(hasil, kunci)
        nama = _nama(hasil, kunci)
        kolom = _kolom(hasil, kunci)
        beda = any(not u.cocok for u in hasil.hasil.jumlah)
        terima = beda and st.checkbox(
            "Jumlah tercetaknya yang keliru; pakai jumlah barisnya", hasil.jawaban.terima_beda, key=f"beda_{kunci}"
        )
        if not st.form_submit_button("Pakai jawaban ini", type="secondary" if hasil.siap else "primary"):
            return None
    return replace(hasil.jawaban, isi=isi, nama=nama, kolom=kolom, terima_beda=terima)


def _pertanyaan(hasil: HasilKantor, kunci: str) -> dict[Tanya, str]:
    isi = dict(hasil.jawaban.isi)
    lajur = st.columns(2)
    for n, p in enumerate(hasil.hasil.pertanyaan):
        with lajur[n % 2]:
            jawab = _tanya(hasil, p, kunci)
        # What the table says itself is no answer: next month's says something else.
        if jawab and (jawab != p.jawaban or p.dari == "jawaban"):
            isi[p.apa] = jawab
        elif not jawab:
            isi.pop(p.apa, None)
    return isi


def _tanya(hasil: HasilKantor, tanya: Pertanyaan, kunci: str) -> str:
    usulan = hasil.usulan(tanya)
    label = f"{LABEL[tanya.apa]} (dari ingatan, periksa dahulu)" if usulan else sebut_tanya(tanya)
    nilai = usulan or tanya.jawaban
    if not tanya.pilihan:
        return (st.text_input(label, nilai, key=f"{tanya.apa}_{kunci}", max_chars=200) or "").strip()
    letak = tanya.pilihan.index(nilai) if nilai in tanya.pilihan else None
    return (
        st.selectbox(
            label,
            tanya.pilihan,
            letak,
            format_func=lambda k: hasil.opd.get(k, k) if tanya.apa is Tanya.OPD else k,
            key=f"{tanya.apa}_{kunci}",
            placeholder="Pilih",
        )
        or ""
    )


def sebut_tanya(tanya: Pertanyaan) -> str:
    """Name a question with where its answer comes from."""
    return LABEL[tanya.apa] + (f" ({DARI[tanya.dari]})" if tanya.dari else "")


# --- names ------------------------------------------------------------------------------------------------------------


def _nama(hasil: HasilKantor, kunci: str) -> dict[str, dict[str, str]]:
    semua = hasil.hasil.nama
    nama = {j: dict(isi) for j, isi in hasil.jawaban.nama.items()}
    if not semua:
        return nama
    st.markdown("**Nama yang belum dikenal**")
    sisa = f"; {format_angka(hasil.jumlah_nama - NAMA_SEKALIGUS)} lagi menyusul" if len(semua) > NAMA_SEKALIGUS else ""
    st.caption(f"Kiri: seperti tertulis pada tabel. Kanan: nama yang dimaksud{sisa}.")
    baru = [n for n in semua if n.jenis in BARU_SEKALIGUS]
    setuju = len(baru) > 1 and st.checkbox(
        f"Setujui semua {format_angka(len(baru))} sebagai nama baru", key=f"semua_{kunci}"
    )
    for nomor, satu in enumerate(semua[:NAMA_SEKALIGUS]):
        if dipilih := _pilih_nama(satu, hasil.pilihan.get(satu.jenis, ()), f"nama_{nomor}_{kunci}"):
            nama.setdefault(satu.jenis, {})[satu.tertulis] = dipilih
    if setuju:
        for satu in baru:
            nama.setdefault(satu.jenis, {})[satu.tertulis] = _nama_baru(satu)
    return nama


def _nama_baru(nama: NamaBelumPasti) -> str:
    if nama.kode:
        return f"{BARU}{nama.kode}"
    return nama.usulan if nama.baru else nama.tertulis


def _pilih_nama(nama: NamaBelumPasti, ada: Sequence[str], kunci: str) -> str:
    baru = _nama_baru(nama) if nama.kode or nama.jenis in BARU_SEKALIGUS else ""
    # First: a long list is drawn as far as it is scrolled.
    pilihan = [*([baru] if baru and baru not in ada else []), *ada]
    letak = pilihan.index(nama.usulan) if not nama.baru and nama.usulan in pilihan else None
    kiri, kanan = st.columns(2, vertical_alignment="center")
    kiri.markdown(f"{md(nama.tertulis)} :small[{md(nama.jenis)}, {md(nama.sel)}]")
    return (
        kanan.selectbox(
            f"Yang dimaksud dengan {md(nama.tertulis)}",
            pilihan,
            letak,
            format_func=lambda n: n if n in ada else f"baru: {tanpa_baru(n)}",
            key=kunci,
            label_visibility="collapsed",
            placeholder="Pilih nama",
        )
        or ""
    )


# --- columns ----------------------------------------------------------------------------------------------------------


def _kolom(hasil: HasilKantor, kunci: str) -> dict[str, str]:
    kolom = dict(hasil.jawaban.kolom)
    pilihan = tujuan_kolom(hasil.hasil.kolom, umum=hasil.hasil.jenis in (None, JenisTabel.UMUM))
    with st.expander("Kolom tabel dan tujuannya", expanded=hasil.hasil.jenis is JenisTabel.UMUM):
        lajur = st.columns(3)
        for n, k in enumerate(hasil.hasil.kolom):
            kini = k.tujuan.alamat if k.tujuan else LEWATI
            dipilih = lajur[n % 3].selectbox(
                md(f"{k.huruf} · {k.judul or '(tanpa judul)'}{' (tersembunyi)' if k.tersembunyi else ''}"),
                pilihan,
                pilihan.index(kini),
                format_func=sebut_tujuan,
                key=f"kolom_{k.huruf}_{kunci}",
            )
            if dipilih != kini:
                kolom[k.huruf] = dipilih
    return kolom


def tujuan_kolom(kolom: Iterable[KolomTabel], *, umum: bool) -> list[str]:
    """Return the places where a column may go: where others of this table go, all sheets for one of no known kind."""
    kini = [k.tujuan for k in kolom if k.tujuan]
    dipakai = {t.lembar for t in kini}
    lembar = [s for s in SEMUA_LEMBAR if umum or s.nama in dipakai]
    periode = [f"@{p.value}" for p in Periode] if any(t.periode for t in kini) else []
    alamat = [f"{s.nama}.{k.nama}{ekor}" for s in lembar for k in s.kolom for ekor in ("", *periode)]
    return list(dict.fromkeys([LEWATI, *(t.alamat for t in kini), *alamat]))


def sebut_tujuan(alamat: str) -> str:
    """Say where a column goes."""
    return alamat.replace(".", " · ", 1).replace("@", " · ") if alamat else "lewati"
