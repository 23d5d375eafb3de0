"""Building blocks of the indicator's page: key figures, the five comparisons, explanations, proofs."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import ANGGARAN, INDIKATOR, REGIONAL, alamat_halaman, tautan, tautan_html
from components.capaian.tabel import KOLOM_ANGKA, KOLOM_CAPAIAN, sel_capaian
from components.dasar.grafik import gambar, sumber_gambar
from components.dasar.tabel import Baris, KolomTabel, bertanda, cip, redup, tabel, tabel_html
from components.dasar.teks import KELAS_NADA, html, md
from components.indikator.gambar import gambar_sebaya, gambar_target
from components.indikator.grafik import alt_deret, grafik_deret
from components.triwulan import tabel_triwulan
from kinerja.dataset import Dataset
from kinerja.model.baris import Analisis
from kinerja.model.istilah import JenisAnalisis
from kinerja.nilai.angka import TIDAK_TERSEDIA, format_persen, format_rupiah_ringkas
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.rumus.capaian import Tanda, perubahan
from kinerja.sajian.asal import sebut_sumber
from kinerja.sajian.kalimat import bersatuan, kata_target
from kinerja.sajian.rupa import rupa_predikat
from kinerja.telaah.indikator.dukungan import UkuranBawah
from kinerja.telaah.indikator.gambar import batang_target, deret_gambar, tangga_predikat, titik_sebaya
from kinerja.telaah.indikator.program import ProgramIku
from kinerja.telaah.indikator.rincian import rincian_indikator
from kinerja.telaah.indikator.tabel import teks_selisih
from kinerja.telaah.kisah.bagian import BagianKisah
from kinerja.telaah.kisah.kisah import Kisah
from kinerja.telaah.sorotan.aturan import Nada
from kinerja.telaah.triwulan.kemajuan import kemajuan_triwulan

_KUNCI = Markup("<div><small>{}</small><strong>{}</strong><small>{}</small></div>")
_BUTIR = Markup('<li><span class="{}" title="{}">{}</span><span>{}</span></li>')
_ARTI = {True: ("baik", "▲"), False: ("perlu perhatian", "▼"), None: ("keterangan", "•")}


# --- key figures ------------------------------------------------------------------------------------------------------


def angka_kunci(k: Kisah, tanda: Sequence[Tanda]) -> None:
    """Draw realisasi, target, capaian with its marks, and the way to the plan's end, side by side."""
    ada = k.kini is not None and k.kini.baris.realisasi.ada
    nilai = bersatuan(k.indikator, k.kini.baris.realisasi) if k.kini and ada else TIDAK_TERSEDIA
    ubah = teks_selisih(k.kini, k.lalu) if k.kini else ""
    gerak = kata_target(k.indikator.arah)
    if ubah and k.kini and k.lalu:
        tetap = perubahan(k.kini.baris.realisasi, k.lalu.baris.realisasi) == 0
        gerak = f"sama dengan {k.tahun - 1}" if tetap else f"{ubah} dari {k.tahun - 1}"
    target = _KUNCI.format(f"Target {k.tahun}", TIDAK_TERSEDIA, "")
    capaian = _KUNCI.format("Capaian", TIDAK_TERSEDIA, "")
    if c := k.kini:
        if c.target.ada:
            tertulis = c.target_teks if c.target_teks != c.target.teks else ""
            catatan = f"{'disesuaikan; ' if c.disesuaikan else ''}tertulis {tertulis}" if tertulis else ""
            target = _KUNCI.format(f"Target {k.tahun}", bersatuan(k.indikator, c.target), catatan)
        status = c.status.value if c.status else TIDAK_TERSEDIA
        angka = status if c.persen is None else format_persen(c.persen)
        kata = cip(c.predikat, rupa_predikat(c.skala, c.predikat)) if c.predikat else html(c.hasil.alasan)
        capaian = _KUNCI.format("Capaian", bertanda(angka, tanda), kata)
    jalan, rencana = k.lintasan, _KUNCI.format("Target akhir rencana", TIDAK_TERSEDIA, "")
    if jalan.target.ada:
        judul = f"Target akhir {jalan.tahun_target}" if jalan.tahun_target else "Target akhir rencana"
        vonis = Markup('<span class="{}"><b>{} {}</b></span>').format(
            KELAS_NADA[jalan.vonis.baik], jalan.vonis.simbol, jalan.vonis.value
        )
        rencana = _KUNCI.format(judul, bersatuan(k.indikator, jalan.target), vonis)
    isi = Markup("").join((_KUNCI.format(f"Realisasi {k.tahun}", nilai, gerak), target, capaian, rencana))
    st.html(str(Markup('<div class="dk-indikator__kunci">{}</div>').format(isi)))


_SOROT = Markup('<span class="{}">{} {}</span>')
_NADA_SOROTAN = {Nada.PERHATIAN: (False, "✗"), Nada.DINI: (False, "▼"), Nada.BAIK: (True, "▲")}


def sorotan_singkat(k: Kisah) -> None:
    """Draw the findings about the indicator by name, gravest first; the comparisons below say them in full."""
    if k.sorotan:
        tanda = ((*_NADA_SOROTAN[s.nada], s.nama) for s in k.sorotan)
        isi = Markup("").join(_SOROT.format(KELAS_NADA[baik], simbol, nama) for baik, simbol, nama in tanda)
        st.html(str(Markup('<div class="dk-indikator__sorot">{}</div>').format(isi)))


# --- the five comparisons ---------------------------------------------------------------------------------------------


def perbandingan_lima(dataset: Dataset, k: Kisah) -> None:
    """Draw the five comparisons: pictures with what they say; a missing figure is named in its place."""
    target, tahun, rencana, sebaya, dukungan = k.bagian
    # Two rows rather than two columns: on a phone they follow each other by number.
    _berdampingan(
        lambda: _bagian(1, target, lambda: _gambar_target(dataset, k)),
        lambda: _bagian(2, tahun, lambda: _gambar_tahun(dataset, k)),
    )
    _berdampingan(
        lambda: _bagian(3, rencana),
        lambda: _bagian(4, sebaya, lambda: _gambar_sebaya(dataset, k)),
    )
    _judul_bagian(5, dukungan)
    if not k.dukungan.program:
        st.html(str(kalimat_html(dukungan)))
        return
    kiri, kanan = st.columns([3, 2], gap="large")
    with kiri:
        kolom = (
            KolomTabel("Program"),
            KolomTabel("Pagu", angka=True),
            KolomTabel("Realisasi", angka=True),
            KolomTabel("Serapan", angka=True),
        )
        baris = (Baris((_nama_program(p), *_uang(p.jumlah))) for p in k.dukungan.program)
        jumlah = k.dukungan.jumlah
        akhir = [Baris(("Jumlah", *_uang(jumlah)), "jumlah")] if jumlah else []
        tabel(kolom, chain(baris, akhir))
        if k.dukungan.sumber:
            st.caption(md(sebut_sumber(k.dukungan.sumber)))
    with kanan:
        st.html(str(kalimat_html(dukungan)))
        tautan(ANGGARAN, "Buka anggaran", opd=k.opd.kode_opd, tahun=k.tahun)


def _berdampingan(*lukis: Callable[[], None]) -> None:
    for kolom, satu in zip(st.columns(len(lukis), gap="large"), lukis, strict=True):
        with kolom:
            satu()


def _bagian(nomor: int, bagian: BagianKisah, lukis: Callable[[], None] | None = None) -> None:
    _judul_bagian(nomor, bagian)
    if lukis is not None:
        lukis()
    if bagian.kalimat or bagian.kurang:
        st.html(str(kalimat_html(bagian)))


def _judul_bagian(nomor: int, bagian: BagianKisah) -> None:
    st.subheader(md(f"{nomor}. {bagian.nama}"), anchor=False)


def kalimat_html(bagian: BagianKisah) -> Markup:
    """Return what a comparison says, what it lacks and by which rule, as HTML."""
    butir = Markup("").join(_BUTIR.format(KELAS_NADA[s.baik], *_ARTI[s.baik], s.teks) for s in bagian.kalimat)
    daftar = Markup('<ul class="dk-indikator__kisah">{}</ul>').format(butir) if butir else ""
    kurang = Markup('<div class="dk-indikator__kurang">{}</div>').format(bagian.teks_kurang) if bagian.kurang else ""
    aturan = Markup('<div class="dk-indikator__aturan">{}</div>').format(bagian.aturan) if bagian.aturan else ""
    return Markup("{}{}{}").format(daftar, kurang, aturan)


def _gambar_target(dataset: Dataset, k: Kisah) -> None:
    b = batang_target(dataset, k.indikator.kode_indikator, k.tahun)
    if b is not None:
        st.html(str(gambar_target(b)))
        sumber_gambar(dataset, (c.baris.sumber for c in (k.kini, k.lalu) if c))
    elif tangga := tangga_predikat(dataset, k.indikator.kode_indikator, k.tahun):
        isi = (
            _ANAK_TANGGA.format("is-isi" if a.isi else "", cip(a.predikat, a.rupa), ", ".join(a.isi)) for a in tangga
        )
        st.html(str(Markup('<ol class="dk-indikator__tangga">{}</ol>').format(Markup("").join(isi))))


_ANAK_TANGGA = Markup('<li class="{}"><span class="dk-indikator__anak">{}</span> <b>{}</b></li>')


def _gambar_tahun(dataset: Dataset, k: Kisah) -> None:
    g = deret_gambar(dataset, k.indikator.kode_indikator, k.tahun)
    if g is not None:
        alt = f"{k.indikator.indikator}. {alt_deret(g)}"
        gambar(grafik_deret(g), "deret", alt, dataset, reversed(g.sumber))
        if any(t.asal for t in g.titik):
            asal = dict.fromkeys(t.asal for t in g.titik if t.asal)
            st.caption(md(f"○ angka menurut {', '.join(asal)}; — target tahun itu; ◇ target akhir"))
        elif g.akhir or any(t.atas is not None for t in g.titik):
            st.caption(md("— target tahun itu; ◇ target akhir" if g.akhir else "— target tahun itu"))


def _gambar_sebaya(dataset: Dataset, k: Kisah) -> None:
    titik = titik_sebaya(k.sebaya)
    if len(titik) > 1:
        st.html(str(gambar_sebaya(titik)))
        sumber_gambar(dataset, k.sebaya.sumber)
    if k.sebaya.wilayah is not None:
        p = k.sebaya.wilayah
        opd = k.opd.kode_opd
        tautan(REGIONAL, "Buka peringkat wilayah", opd=opd, tahun=k.tahun, ukuran=p.ukuran, tahun_ukuran=p.tahun)


def _nama_program(program: ProgramIku) -> Markup:
    catatan = Markup("<br>{}").format(redup("; ".join(program.catatan))) if program.catatan else ""
    return bertanda(Markup("{}{}").format(program.nama, catatan), program.tanda)


def _uang(jumlah: JumlahAnggaran) -> tuple[str | Markup, ...]:
    uang = (
        format_rupiah_ringkas(u) if u is not None else redup(TIDAK_TERSEDIA) for u in (jumlah.pagu, jumlah.realisasi)
    )
    return (*uang, format_persen(jumlah.serapan) if jumlah.serapan is not None else redup("–"))


# --- quarters ---------------------------------------------------------------------------------------------------------


def triwulan(dataset: Dataset, k: Kisah) -> None:
    """Draw the progress through the year, where the workbook has quarters."""
    kemajuan = kemajuan_triwulan(dataset, k.indikator.kode_indikator, k.tahun)
    if kemajuan is None:
        return
    st.subheader("Kemajuan triwulan", anchor=False)
    st.html(tabel_triwulan([kemajuan], lambda _: k.indikator.indikator))


# --- explanations -----------------------------------------------------------------------------------------------------

FAKTOR_TERBUKA = 6
_KELOMPOK = (
    ("Faktor pendorong", (JenisAnalisis.PENDORONG, JenisAnalisis.INOVASI)),
    ("Faktor penghambat", (JenisAnalisis.PENGHAMBAT,)),
    ("Solusi dan tindak lanjut", (JenisAnalisis.SOLUSI, JenisAnalisis.TINDAK_LANJUT, JenisAnalisis.REKOMENDASI)),
)


def penjelasan(k: Kisah) -> None:
    """Draw what drove and what held back the indicator, and what is to be done, side by side."""
    tahun = k.tahun_penjelasan
    judul = "Penjelasan" if tahun in (None, k.tahun) else f"Penjelasan dari laporan tahun {tahun}"
    st.subheader(judul, anchor=False)
    if not k.penjelasan:
        st.text(f"Laporan belum memberi penjelasan sampai tahun {k.tahun}.")
        return
    for wadah, (nama, jenis) in zip(st.columns(3, gap="large"), _KELOMPOK, strict=True):
        with wadah:
            isi = [a for j in jenis for a in k.penjelasan if a.jenis is j]
            awal, lain = isi[:FAKTOR_TERBUKA], isi[FAKTOR_TERBUKA:]
            daftar = _butir_faktor(awal, nama) if awal else Markup("<div>{}</div>").format(redup("Tidak tercetak."))
            if lain:
                daftar += Markup("<details><summary>{} lagi</summary>{}</details>").format(
                    len(lain), _butir_faktor(lain, nama)
                )
            faktor = Markup('<div class="dk-indikator__faktor"><b>{} ({})</b>{}</div>').format(nama, len(isi), daftar)
            st.html(str(faktor))


def _butir_faktor(isi: Iterable[Analisis], nama: str) -> Markup:
    butir = (Markup("<li>{}{}</li>").format(_awalan(a.jenis, nama), a.uraian) for a in isi)
    return Markup("<ul>{}</ul>").format(Markup("").join(butir))


def _awalan(jenis: JenisAnalisis, nama: str) -> str | Markup:
    sama = jenis.value == nama or (jenis is JenisAnalisis.SOLUSI)
    return "" if sama else Markup("<b>{}:</b> ").format(jenis.value)


# --- proofs -----------------------------------------------------------------------------------------------------------


def bukti(dataset: Dataset, k: Kisah) -> None:
    """Draw what the page stands on: definition, the years, every printed figure with its place, supporting measures."""
    isi = rincian_indikator(dataset, k.indikator.kode_indikator, k.tahun)
    nama = ["Keterangan", "Riwayat", f"Tercetak ({len(k.kutipan)})", f"Ukuran pendukung ({len(k.dukungan.bawah)})"]
    keterangan, riwayat, tercetak, pendukung = st.tabs(nama)
    with keterangan:
        i = k.indikator
        pasangan = (
            ("Kode", i.kode_indikator),
            ("Tingkat", i.tingkat.value),
            ("Misi", i.misi),
            ("Tujuan", i.tujuan),
            ("Sasaran", i.sasaran),
            ("Satuan", i.satuan),
            ("Arah", f"{i.arah.value}: {kata_target(i.arah)}"),
            ("Rumus", i.formula),
            ("Sumber data", i.sumber_data),
            ("Penanggung jawab", ", ".join(isi.penanggung_jawab)),
            ("Ukuran bersama", i.padanan),
            ("Akumulasi triwulan", i.akumulasi.value),
        )
        baris = Markup("").join(Markup("<div><b>{}</b>: {}</div>").format(n, v) for n, v in pasangan if v)
        st.html(str(Markup('<div class="dk-indikator__faktor">{}</div>').format(baris)))
    with riwayat:
        tabel(_KOLOM_RIWAYAT, (Baris((str(t.tahun), *sel_capaian(t.baris), t.baris.sumber)) for t in isi.riwayat))
    with tercetak:
        _tercetak(dataset, k)
    with pendukung:
        _pendukung(k)


_KOLOM_RIWAYAT = (KolomTabel("Tahun"), *KOLOM_CAPAIAN, KolomTabel("Sumber"))


def _tercetak(dataset: Dataset, k: Kisah) -> None:
    if not k.kutipan:
        st.text(f"Laporan tidak mencetak angka indikator ini untuk tahun {k.tahun}.")
        return
    kolom = (KolomTabel("Ukuran"), KolomTabel("Tercetak", angka=True), KolomTabel("Tempat"), KolomTabel("Catatan"))
    baris = (Baris((q.ukuran.value, q.tercetak, f"laporan {q.sumber}", q.catatan)) for q in k.kutipan)
    tabel(kolom, baris, f"Setiap angka yang tercetak untuk {k.tahun}, dari versi data {dataset.versi}")


def _pendukung(k: Kisah) -> None:
    if not k.dukungan.bawah:
        st.text("Tidak ada ukuran pendukung yang tercatat untuk indikator ini.")
        return
    kolom = (KolomTabel("Ukuran"), KolomTabel("Hubungan"), *KOLOM_ANGKA)
    st.html(str(tabel_html(kolom, (Baris(_sel_pendukung(k, u)) for u in k.dukungan.bawah))))


def _sel_pendukung(k: Kisah, ukuran: UkuranBawah) -> tuple[str | Markup, ...]:
    alamat = alamat_halaman(INDIKATOR, opd=k.opd.kode_opd, tahun=k.tahun, indikator=ukuran.kode)
    nama = Markup("{}{}").format(
        tautan_html(alamat, ukuran.nama), redup(f" {ukuran.baris.satuan}") if ukuran.baris else ""
    )
    angka = sel_capaian(ukuran.baris)[:3] if ukuran.baris else ("", "", "")
    return (nama, ukuran.hubungan.value, *(a or redup(TIDAK_TERSEDIA) for a in angka))
