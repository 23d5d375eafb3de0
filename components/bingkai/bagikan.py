"""Buttons under a page that hand out what it shows as a file, made only when somebody presses."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

import streamlit as st

from components.bingkai.data import penutupan_kini
from components.bingkai.salin import alamat_kini
from components.bingkai.saringan import Saringan, saringan_terbaca
from components.dasar import keadaan as sesi
from components.dasar.unduh import tombol_unduh
from kinerja.dataset import Dataset
from kinerja.nilai.waktu import hari_ini
from kinerja.sajian.salinan import Salinan
from kinerja.sajian.tabel_terbit import TabelTerbit
from kinerja.telaah.capaian.predikat import TampilanPredikat
from kinerja.telaah.indikator.tabel import Cakupan, Urutan
from kinerja.terbitan import capaian, pemeriksaan, perbandingan, uang
from kinerja.terbitan.cetakan import Cetakan
from kinerja.terbitan.kumpulan import terbitan, yang_ada
from kinerja.terbitan.sampul import nama_berkas, sampul
from kinerja.uji.pandangan import PandanganUji


@dataclass(frozen=True, slots=True)
class Bagikan:
    """What a view can hand out.

    Attributes:
        nama: the view, as the file is named.
        kode_opd: whose figures; None where of several.
        tahun: of which year; None where of several.
        tabel: makes the tables; those without data are None.
    """

    nama: str
    kode_opd: str | None
    tahun: int | None
    tabel: Callable[[], Iterable[TabelTerbit | None]]


def tombol_bagikan(dataset: Dataset, bagikan: Bagikan) -> None:
    """Draw the button that hands out the tables of a view."""
    nama = nama_berkas(bagikan.nama, bagikan.kode_opd, bagikan.tahun, dataset.versi, "xlsx")
    isi = partial(_xlsx, dataset, bagikan)
    tombol_unduh("Unduh tabel (XLSX)", isi, nama, kunci="unduh_xlsx", ikon=":material/table_view:", datar=True)


def tombol_cetak(dataset: Dataset, salinan: Salinan, sumber: Sequence[str], bagikan: Bagikan | None) -> None:
    """Draw the button that hands out the view as a page of A4: its headline, key figures and main table."""
    kode, tahun = (
        (bagikan.kode_opd, bagikan.tahun)
        if bagikan
        else (st.session_state.get(sesi.OPD), st.session_state.get(sesi.TAHUN))
    )
    nama = nama_berkas(salinan.topik.halaman.lower(), kode, tahun, dataset.versi, "pdf")
    # What stands in the address is read now: a press runs nothing but the maker.
    isi = partial(_pdf, dataset, salinan, tuple(sumber), bagikan, saringan_terbaca(), alamat_kini())
    tombol_unduh("Cetak halaman (PDF)", isi, nama, kunci="cetak_pdf", ikon=":material/print:", datar=True)


def _pdf(
    dataset: Dataset,
    salinan: Salinan,
    sumber: tuple[str, ...],
    bagikan: Bagikan | None,
    saringan: tuple[tuple[str, str], ...],
    alamat: str,
) -> bytes:
    from kinerja.ekspor.pdf import tulis_pdf_halaman

    tabel = next(iter(yang_ada(bagikan.tabel())), None) if bagikan else None
    pemerintah = dataset.profil.pemerintah_daerah
    berkas = BytesIO()
    cetakan = Cetakan(
        salinan=salinan,
        saringan=saringan,
        tabel=tabel,
        sumber=sumber,
        versi=dataset.versi,
        alamat=alamat,
        pemerintah=pemerintah,
        dibuat=hari_ini(),
    )
    tulis_pdf_halaman(cetakan, berkas)
    return berkas.getvalue()


def _xlsx(dataset: Dataset, bagikan: Bagikan) -> bytes:
    from kinerja.ekspor.xlsx import tulis_xlsx

    berkas = BytesIO()
    tulis_xlsx(yang_ada(bagikan.tabel()), sampul(dataset, bagikan.kode_opd, bagikan.tahun, hari_ini()), berkas)
    return berkas.getvalue()


# --- what each page hands out -----------------------------------------------------------------------------------------


def berkas_semua(dataset: Dataset, saringan: Saringan) -> Bagikan:
    """Return every table of an OPD and a year."""
    kode, tahun = saringan.opd.kode_opd, saringan.tahun
    return Bagikan("kinerja", kode, tahun, lambda: terbitan(dataset, kode, tahun, penutupan_kini()))


def berkas_capaian(dataset: Dataset, saringan: Saringan, urutan: Urutan, cakupan: Cakupan) -> Bagikan:
    """Return the measurement in the order and scope that are chosen, and the years."""
    kode, tahun = saringan.opd.kode_opd, saringan.tahun

    def buat() -> Iterable[TabelTerbit | None]:
        yield capaian.pengukuran(dataset, kode, tahun, urutan, cakupan)
        yield capaian.multi_tahun(dataset, kode, tahun)

    return Bagikan("capaian", kode, tahun, buat)


def berkas_predikat(
    dataset: Dataset, saringan: Saringan, tampilan: TampilanPredikat, *, batasi: bool = False
) -> Bagikan:
    """Return the table of a view of Predikat."""
    kode, tahun = saringan.opd.kode_opd, saringan.tahun

    def buat() -> Iterable[TabelTerbit | None]:
        if tampilan is TampilanPredikat.SKALA:
            yield from (perbandingan.akip(dataset, kode, tahun), perbandingan.ikm(dataset, tahun))
        elif tampilan is TampilanPredikat.SASARAN:
            yield capaian.sasaran(dataset, kode, tahun, batasi=batasi)
        else:
            yield from (capaian.predikat(dataset, kode, tahun), capaian.multi_tahun(dataset, kode, tahun))

    return Bagikan(f"predikat_{tampilan.alamat}", kode, tahun, buat)


def berkas_uang(
    dataset: Dataset, saringan: Saringan, nama: str, buat: Callable[[Dataset, str, int], TabelTerbit | None]
) -> Bagikan:
    """Return a table of money of an OPD and a year."""
    kode, tahun = saringan.opd.kode_opd, saringan.tahun
    return Bagikan(nama, kode, tahun, lambda: (buat(dataset, kode, tahun),))


berkas_anggaran = partial(berkas_uang, nama="anggaran", buat=uang.anggaran)
berkas_apbd = partial(berkas_uang, nama="apbd", buat=uang.apbd)
berkas_efisiensi = partial(berkas_uang, nama="efisiensi", buat=uang.efisiensi)


def berkas_regional(dataset: Dataset, ukuran: str, tahun: int) -> Bagikan:
    """Return the regions by a measure, with those that belong to the own one."""
    milik = dataset.kode_keseluruhan or None
    buat = (perbandingan.regional, perbandingan.regional_bawahan)
    return Bagikan("regional", milik, tahun, lambda: tuple(b(dataset, ukuran, tahun) for b in buat))


def berkas_uji(dataset: Dataset, pandangan: PandanganUji) -> Bagikan:
    """Return the findings that are listed."""
    saring, buat = pandangan.saring, partial(pemeriksaan.tabel_temuan, dataset, pandangan)
    return Bagikan("uji_konsistensi", saring.kode_opd, saring.tahun, lambda: (buat(),))


def berkas_kelengkapan(dataset: Dataset, tahun: int, *, semua: bool) -> Bagikan:
    """Return what stands of what is expected, of all OPD."""
    buat = partial(pemeriksaan.kelengkapan, dataset, tahun, hari_ini(), semua=semua)
    return Bagikan("kelengkapan", None, tahun, lambda: (buat(),))
