"""Building blocks of Regional: its filters, the findings in words, the tables, the links to indicators."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache, partial

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import INDIKATOR, tautan
from components.bingkai.saringan import bawa_saringan, pilih, pilih_tahun
from components.dasar import keadaan as sesi
from components.dasar.grafik import gambar, sumber_gambar
from components.dasar.lipatan import lipatan
from components.dasar.tabel import Baris, KolomTabel, atau_kosong, bertanda, cip, gerak, redup, tabel, tabel_html
from components.dasar.teks import KELAS_NADA, kalimat, md
from components.regional.grafik import grafik_acuan, grafik_komposisi, grafik_perkembangan
from components.regional.peringkat import BANYAK, peringkat_html
from components.regional.peta import peta_untuk, peta_wilayah
from kinerja.dataset import Dataset
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import terbesar_dulu
from kinerja.nilai.satuan import tak_disebut
from kinerja.sajian.rupa import panah
from kinerja.sajian.salinan import Topik
from kinerja.telaah.wilayah.kalimat import (
    ATURAN,
    Kalimat,
    kalimat_perkembangan,
    keterangan_cakupan,
    temuan_bawahan,
    temuan_regional,
)
from kinerja.telaah.wilayah.komposisi import Komponen, Komposisi
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, GarisUkuran, JenisWilayah, Perbandingan
from kinerja.telaah.wilayah.peta import Peta
from kinerja.telaah.wilayah.ukuran import bertanda_arah, daftar_ukuran, sebutan, tahun_semua_ukuran, tahun_terdekat


def pilih_ukuran(dataset: Dataset) -> tuple[str, int]:
    """Draw the choice of a measure and of a year; keep OPD and year of the other pages in the URL.

    The year is that of the other pages where the measure has it, else the nearest the measure has. Choosing another
    here chooses it for the other pages too.
    """
    bersama = bawa_saringan(dataset)
    pilihan = {u.nama: u.label for u in daftar_ukuran(dataset)}
    kiri, kanan = st.columns([5, 1])
    with kiri:
        ukuran = pilih(
            "Ukuran",
            sesi.UKURAN,
            list(pilihan),
            next(iter(pilihan)),
            tampil=lambda u: pilihan.get(u, u),
            saat_ubah=lambda: _sesuaikan_tahun(dataset),
        )
    if sesi.TAHUN_UKURAN not in st.query_params:
        st.session_state[sesi.TAHUN_UKURAN] = tahun_terdekat(dataset, ukuran, bersama)
    semua = tahun_semua_ukuran(dataset)
    with kanan:
        tahun = pilih("Tahun", sesi.TAHUN_UKURAN, semua, semua[0], saat_ubah=lambda: _bagikan_tahun(dataset))
    return ukuran, tahun


def _sesuaikan_tahun(dataset: Dataset) -> None:
    """After another measure was chosen, go to the year that was asked for last, or the nearest the measure has."""
    st.session_state[sesi.TAHUN_UKURAN] = tahun_terdekat(
        dataset, st.session_state[sesi.UKURAN], st.session_state[sesi.TAHUN]
    )


def _bagikan_tahun(dataset: Dataset) -> None:
    if st.session_state[sesi.TAHUN_UKURAN] in dataset.tahun:
        pilih_tahun(st.session_state[sesi.TAHUN_UKURAN])


def tentang(dataset: Dataset, tahun: int) -> Topik:
    """Say under the headline what is looked at."""
    profil = dataset.profil
    nama = profil.nama_wilayah or profil.provinsi or profil.pemerintah_daerah
    return Topik("Regional", (nama, str(tahun)))


def tanpa_ukuran(dataset: Dataset) -> None:
    """Say that the workbook holds no regional figures, and what to do."""
    bawa_saringan(dataset)
    st.title("Belum ada data regional", anchor=False)
    st.text("Isi lembar Regional pada buku kerja dengan nilai wilayah sendiri, wilayah lain, provinsi, dan nasional.")


def tanpa_tahun(dataset: Dataset, ukuran: str, tahun: int) -> None:
    """Say that a measure has no value in a year, and offer the years that have one."""
    st.title(md(f"{sebutan(ukuran)} tidak tersedia untuk tahun {tahun}"), anchor=False)
    _tahun_tersedia(dataset, dataset.tahun_regional(ukuran), "Tahun yang tersedia:")


def tawaran_tahun(dataset: Dataset, perbandingan: Perbandingan, garis: Sequence[GarisUkuran]) -> None:
    """Where a year lacks the own region or others to compare it with, offer the years that have them."""
    tahun = [t for t in dataset.tahun_regional(perbandingan.ukuran) if t != perbandingan.tahun]
    if perbandingan.sendiri is None and dataset.profil.sendiri:
        milik = next((g for g in garis if g.jenis is JenisWilayah.SENDIRI), None)
        ada = {t.tahun for t in milik.titik} if milik else set()
        _tahun_tersedia(dataset, [t for t in tahun if t in ada], f"{dataset.profil.nama_wilayah} tersedia untuk:")
    elif not perbandingan.terbanding:
        lain = [t for t in tahun if len(dataset.banding(perbandingan.ukuran, t).posisi) > 1]
        _tahun_tersedia(dataset, lain, "Perbandingan antarwilayah tersedia untuk:")


def _tahun_tersedia(dataset: Dataset, tahun: Sequence[int], keterangan: str) -> None:
    if tahun:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(keterangan)
            for t in tahun:
                st.button(str(t), key=f"tahun_ukuran_{t}", on_click=_pilih_tahun_ukuran, args=(dataset, t))


def _pilih_tahun_ukuran(dataset: Dataset, tahun: int) -> None:
    st.session_state[sesi.TAHUN_UKURAN] = tahun
    _bagikan_tahun(dataset)


def peringkat(dataset: Dataset, perbandingan: Perbandingan, peta: Peta | None = None) -> None:
    """Draw a ranking, and the map beside it where one is given, or below it where it is wide; a phone stacks them."""
    berdampingan = peta is not None and not peta.melebar
    kiri, kanan = st.columns([11, 5], gap="small") if berdampingan else (st.container(), st.container())
    with kiri:
        st.html(peringkat_html(perbandingan))
        st.caption(md(f"{ATURAN[perbandingan.arah]}{' ◆ wilayah pembanding.' if perbandingan.pembanding else ''}"))
        sumber_gambar(dataset, perbandingan.sumber)
    if peta:
        with kanan:
            peta_wilayah(dataset, peta, perbandingan)


def acuan(dataset: Dataset, perbandingan: Perbandingan) -> None:
    """Draw the own region beside province and nation."""
    alt = "; ".join(f"{b.wilayah} {b.bersatuan}" for b in perbandingan.semua)
    gambar(grafik_acuan(perbandingan), "regional_acuan", alt, dataset, perbandingan.sumber)


def bertahun(garis: Iterable[GarisUkuran]) -> bool:
    """Tell whether there is a trend to draw; a single year is none."""
    return any(len(g.titik) > 1 for g in garis)


def grafik_tahun(dataset: Dataset, garis: tuple[GarisUkuran, ...], *, rinci: bool) -> None:
    """Draw the years of the own region against province and nation; `rinci` adds them as a table."""
    st.subheader("Perkembangan", anchor=False)
    sumber = (s for g in garis for s in g.sumber)
    gambar(grafik_perkembangan(garis), "regional_perkembangan", kalimat_perkembangan(garis), dataset, sumber)
    milik = next((g for g in garis if g.jenis is JenisWilayah.SENDIRI or len(garis) == 1), None)
    if milik and rinci:
        tabel_tahun(milik)


def komposisi(dataset: Dataset, k: Komposisi, tahun: int) -> None:
    """Draw the parts of a measure; the heading says which is the largest."""
    st.subheader(md(f"{k.nama} {tahun}: {k.judul}"), anchor=False)
    alt = f"{k.nama}: " + "; ".join(f"{b.nama} {b.label}" for b in k.bagian)
    gambar(grafik_komposisi(k), "regional_komposisi", alt, dataset, k.sumber)
    if k.keseluruhan:
        st.caption(md(f"Keseluruhan: {k.keseluruhan}."))


def posisi(dataset: Dataset, perbandingan: Perbandingan, garis: Sequence[GarisUkuran]) -> None:
    """Say in words where the own region stands, and how many regions the comparison covers."""
    nama = dataset.profil.nama_wilayah
    if nama:
        st.subheader(md(f"Posisi {nama} {perbandingan.tahun}"), anchor=False)
        daftar_kalimat(temuan_regional(perbandingan, garis))
    st.caption(md(keterangan_cakupan(perbandingan, nama)))


_BUTIR = Markup('<li><span class="{}" title="{}">{}</span><span>{}</span></li>')
_ARTI = {True: ("baik", "▲"), False: ("perlu perhatian", "▼"), None: ("", "●")}


def daftar_kalimat(isi: Iterable[Kalimat]) -> None:
    """Draw findings as a list; the sign before each says whether it is good."""
    butir = Markup("").join(_BUTIR.format(KELAS_NADA[k.baik], *_ARTI[k.baik], kalimat(k.teks)) for k in isi)
    if butir:
        st.html(str(Markup('<ul class="dk-regional__temuan">{}</ul>').format(butir)))


def wilayah_sendiri(dataset: Dataset, perbandingan: Perbandingan, *, bertahun: bool) -> None:
    """Where no other region can be ranked: the own one beside province and nation, unless its years say it all."""
    if perbandingan.acuan and not bertahun:
        acuan(dataset, perbandingan)
    if perbandingan.acuan or not bertahun:
        tabel_wilayah(perbandingan)


def tabel_wilayah(perbandingan: Perbandingan) -> None:
    """Draw the regions with rank, value and gap to the own one; of many, the telling ones first and all on request."""
    if len(perbandingan.wilayah) <= BANYAK:
        st.html(_tabel(perbandingan, lengkap=True))
        return
    st.html(_tabel(perbandingan, lengkap=False))
    label = f"Tabel lengkap {len(perbandingan.wilayah)} {perbandingan.kata}"
    # A province draws two on one page, its own ranking and that of its regencies.
    kunci = perbandingan.lingkup.tingkat.name.lower()
    lipatan(label, f"wilayah_{kunci}", partial(_tabel_lengkap, perbandingan))


def bawahan(dataset: Dataset, perbandingan: Perbandingan) -> None:
    """Draw the regencies and cities of an owner that is a province: their ranking, the map, the table."""
    st.subheader(md(f"Kabupaten/kota di {dataset.profil.nama_wilayah} {perbandingan.tahun}"), anchor=False)
    if perbandingan.terbanding:
        peringkat(dataset, perbandingan, peta_untuk(dataset, perbandingan))
        st.caption(md(keterangan_cakupan(perbandingan, "")))
    daftar_kalimat(temuan_bawahan(perbandingan))
    tabel_wilayah(perbandingan)


def _tabel_lengkap(perbandingan: Perbandingan) -> None:
    st.html(_tabel(perbandingan, lengkap=True))


def pilihan_wilayah(perbandingan: Perbandingan) -> tuple[BarisWilayah, ...]:
    """Return the best, the last, the own region with those beside it in rank, the neighbours and the references."""
    milik = [i for i, b in enumerate(perbandingan.wilayah) if b.jenis is JenisWilayah.SENDIRI]
    letak = {0, len(perbandingan.wilayah) - 1} | {j for i in milik for j in (i - 1, i, i + 1)}
    letak |= {i for i, b in enumerate(perbandingan.wilayah) if b.jenis is JenisWilayah.PEMBANDING}
    return (
        *(perbandingan.wilayah[i] for i in sorted(letak) if 0 <= i < len(perbandingan.wilayah)),
        *perbandingan.acuan,
    )


@lru_cache(maxsize=256)
def _tabel(perbandingan: Perbandingan, *, lengkap: bool) -> str:
    nama = perbandingan.sendiri.wilayah if perbandingan.sendiri and len(perbandingan.semua) > 1 else ""
    kolom = [KolomTabel("Wilayah"), KolomTabel(_judul_nilai(perbandingan.satuan), angka=True)]
    kolom += [KolomTabel("Predikat")] if perbandingan.skala else []
    kolom += [KolomTabel("Selisih", angka=True)] if nama else []
    sorot = JenisWilayah.SENDIRI if nama else None
    baris = perbandingan.semua if lengkap else pilihan_wilayah(perbandingan)
    isi = (Baris(_sel(perbandingan, b, bool(nama)), "terpilih" if b.jenis is sorot else "") for b in baris)
    nomor = "Nomor adalah peringkat. " if perbandingan.terbanding else ""
    return str(tabel_html(kolom, isi, f"{nomor}Selisih: nilai wilayah dikurangi nilai {nama}." if nama else ""))


def _judul_nilai(satuan: str) -> str:
    return "Nilai" if tak_disebut(satuan) else f"Nilai ({satuan.lower()})"


def _sel(perbandingan: Perbandingan, baris: BarisWilayah, ada_sendiri: bool) -> tuple[str | Markup, ...]:
    nama = f"{baris.peringkat}. {baris.wilayah}" if baris.peringkat and perbandingan.terbanding else baris.wilayah
    sebutan = {JenisWilayah.PEMBANDING: "◆ pembanding", JenisWilayah.LUAR: "di luar provinsi, tidak diperingkat"}
    catatan = sebutan.get(baris.jenis, "")
    sebut = Markup("{} {}").format(nama, redup(catatan)) if catatan else nama
    sel: list[str | Markup] = [sebut, bertanda(atau_kosong(baris.teks), baris.tanda)]
    if perbandingan.skala:
        sel.append(cip(baris.predikat, baris.rupa) if baris.predikat else redup("–"))
    if ada_sendiri:
        sel.append(
            redup("–") if baris.selisih is None or baris.jenis is JenisWilayah.SENDIRI else bertanda_arah(baris.selisih)
        )
    return tuple(sel)


def tabel_tahun(garis: GarisUkuran) -> None:
    """Draw the own region's years, newest first, each with the change since the one before."""
    kolom = (
        KolomTabel("Tahun"),
        KolomTabel(_judul_nilai(garis.satuan), angka=True),
        KolomTabel("Perubahan", angka=True),
    )
    titik = garis.titik
    pasangan = zip(titik, (None, *titik), strict=False)
    baris = [
        Baris((str(t.tahun), bertanda(t.teks, t.tanda), _ubah(None if lalu is None else t.nilai - lalu.nilai)))
        for t, lalu in pasangan
    ]
    tabel(kolom, reversed(baris))


def _ubah(selisih: Decimal | None) -> Markup:
    if selisih is None:
        return redup("–")
    return gerak(bertanda_arah(selisih), panah(None if selisih == 0 else selisih > 0), None)


def daftar_komponen(isi: Sequence[Komponen]) -> None:
    """Draw the measures that support an index, the weakest rank first; each opens on a click.

    Buttons, because a page link to the same page leaves the old measure in the address bar (seen on Streamlit 1.67).
    """
    if not isi:
        return
    st.subheader("Komponen pembentuk", anchor=False)
    with st.container(gap=None):
        for k in sorted(isi, key=lambda k: terbesar_dulu(k.baris.peringkat)):
            st.button(md(k.teks), key=f"komponen_{k.ukuran}", type="tertiary", on_click=_buka, args=(k.ukuran,))


def _buka(ukuran: str) -> None:
    st.session_state[sesi.UKURAN] = ukuran


def tautan_indikator(dataset: Dataset, ukuran: str, tahun: int) -> None:
    """Draw links to the IKU that measure the same, in their own OPD and this year."""
    iku = [i for i in dataset.indikator.values() if i.iku and samakan(i.padanan) == samakan(ukuran)]
    ada = [i for i in iku if dataset.tahunan(i.kode_indikator, tahun) is not None]
    if ada:
        st.subheader("IKU dengan ukuran ini", anchor=False)
    for i in ada:
        teks = f"{i.indikator} · {dataset.pemilik(i).nama_pendek} · {tahun}"
        tautan(INDIKATOR, md(teks), opd=i.kode_opd, tahun=tahun, indikator=i.kode_indikator)
