"""The page Uji konsistensi: its filters, counts by rule and OPD, the list with its reasoning, what was not tested."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import INDIKATOR, UJI, alamat_halaman, tautan_html
from components.bingkai.saringan import Saringan, bawa_saringan, pilih
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, cip, redup, tabel_html
from components.dasar.teks import md
from components.dasar.unduh import tombol_unduh
from kinerja.dataset import Dataset
from kinerja.uji.berkas import csv_uji, nama_berkas
from kinerja.uji.daftar import (
    RUPA_KEYAKINAN,
    MatriksUji,
    SaringUji,
    SelUji,
    aturan_berkode,
    hitungan,
    sebutan,
    tercetak_di,
)
from kinerja.uji.mesin import ATURAN, uji
from kinerja.uji.model import Keyakinan, Temuan
from kinerja.uji.penutupan import Penutupan, StatusTemuan, kata_penutupan, menurut_status
from kinerja.uji.tanda.indikator import temuan_angka

SEMUA = "semua"
DITAMPILKAN = 250
ATURAN_LANGSUNG = 8
"""Rows of counts that stand open; more push the findings themselves off the screen."""
TEMPAT_DISEBUT = 2
_BUNGKUS = Markup('<div class="{}">{}</div>')
_KECIL = Markup('<div class="dk-teks__redup">{}</div>')
_TIADA = Markup('<span class="dk-uji__tiada dk-teks__redup">·</span>')
_CETAK = Markup('<div class="dk-uji__cetak">{}</div>')
_LANGKAH = Markup("<details><summary>Penalaran langkah demi langkah</summary><ol>{}</ol>{}</details>")
_ISI = Markup("<div>{}</div>")
_TUTUP = Markup('<div class="dk-uji__tutup">{}</div>')
_BUTIR = Markup("<li>{}</li>")


# --- the filters ------------------------------------------------------------------------------------------------------


def bilah_uji(dataset: Dataset, temuan: Iterable[Temuan]) -> SaringUji:
    """Draw the filters, all of them open at first; OPD and year of the other pages stay in the URL."""
    bawa_saringan(dataset)
    kolom = st.columns([4, 2, 4, 2, 2])
    with kolom[0]:
        opd = _pilih("OPD", sesi.UJI_OPD, {o.kode_opd: o.nama_opd for o in dataset.urutan_opd})
    with kolom[1]:
        tahun = sorted({*dataset.tahun, *(t.alamat.tahun for t in temuan)}, reverse=True)
        tahun_dipilih = _pilih("Tahun", sesi.UJI_TAHUN, {str(t): str(t) for t in tahun})
    with kolom[2]:
        aturan = _pilih("Aturan", sesi.UJI_ATURAN, {a.kode: f"{a.kode} {a.nama}" for a in ATURAN})
    with kolom[3]:
        yakin = _pilih("Keyakinan", sesi.UJI_KEYAKINAN, {k.value: k.value.capitalize() for k in Keyakinan})
    with kolom[4]:
        status = _pilih(
            "Status", sesi.UJI_STATUS, {s.value: s.value.capitalize() for s in StatusTemuan}, StatusTemuan.TERBUKA.value
        )
    return SaringUji(
        kode_opd=opd,
        tahun=int(tahun_dipilih) if tahun_dipilih else None,
        aturan=aturan,
        keyakinan=Keyakinan(yakin) if yakin else None,
        status=StatusTemuan(status) if status else None,
    )


def _pilih(label: str, kunci: str, pilihan: dict[str, str], bawaan: str = SEMUA) -> str | None:
    nilai = pilih(label, kunci, [SEMUA, *pilihan], bawaan, tampil=lambda k: pilihan.get(k, "Semua"))
    return None if nilai == SEMUA else nilai


def alamat_uji(saring: SaringUji) -> str:
    """Return the address of the page with these filters, in this session's OPD and year."""
    bersama = {sesi.OPD: st.session_state[sesi.OPD], sesi.TAHUN: st.session_state[sesi.TAHUN]}
    isi = {sesi.UJI_OPD: saring.kode_opd, sesi.UJI_TAHUN: saring.tahun, sesi.UJI_ATURAN: saring.aturan}
    isi |= {sesi.UJI_KEYAKINAN: saring.keyakinan, sesi.UJI_STATUS: saring.status}
    return alamat_halaman(UJI, **bersama, **{k: str(v or SEMUA) for k, v in isi.items()})


# --- counts -----------------------------------------------------------------------------------------------------------


def gambar_hitungan(matriks: MatriksUji, saring: SaringUji) -> None:
    """Draw the counts; of many rules only their sum, the rest on request."""
    if len(matriks.baris) <= ATURAN_LANGSUNG:
        st.html(matriks_html(matriks, saring))
        return
    *aturan, jumlah = matriks.baris
    st.html(matriks_html(replace(matriks, baris=(replace(jumlah, nama="Semua aturan"),)), saring))
    with st.expander(f"Menurut {len(aturan)} aturan"):
        st.html(matriks_html(matriks, saring))


def matriks_html(matriks: MatriksUji, saring: SaringUji) -> str:
    """Return the counts by rule and OPD; each opens its list, within the year and degree that are looked at."""
    kolom = (KolomTabel("Aturan"), *(KolomTabel(nama, angka=True) for _, nama in matriks.opd))
    kata = "Jumlah ketidaksesuaian; tiap angka membuka daftarnya"
    isi = tabel_html(kolom, (_baris_matriks(matriks, b.kode, b.nama, b.sel, saring) for b in matriks.baris), kata)
    return str(_BUNGKUS.format("dk-uji__hitungan", isi))


def _baris_matriks(matriks: MatriksUji, kode: str, nama: str, sel: Sequence[SelUji], saring: SaringUji) -> Baris:
    isi = (_sel_matriks(s, opd, kode, saring) for s, (opd, _) in zip(sel, matriks.opd, strict=True))
    return Baris((f"{kode} {nama}".strip(), *isi), "" if kode else "jumlah")


def _sel_matriks(sel: SelUji, opd: str, aturan: str, saring: SaringUji) -> Markup:
    if not sel.jumlah:
        return _TIADA
    pasti = redup(f"{sel.pasti} pasti") if sel.pasti < sel.jumlah else ""
    alamat = alamat_uji(replace(saring, kode_opd=opd or saring.kode_opd, aturan=aturan or saring.aturan))
    return Markup("{} {}").format(tautan_html(alamat, str(sel.jumlah)), pasti)


# --- the list ---------------------------------------------------------------------------------------------------------

_KOLOM = (KolomTabel("Angka yang diuji"), KolomTabel("Tercetak"), KolomTabel("Seharusnya"), KolomTabel("Penjelasan"))


def daftar_temuan(dataset: Dataset, temuan: Sequence[Temuan], penutupan: Penutupan) -> None:
    """Draw findings, worst first, under the names of their rules: what is proved, then on request what is worth a look.

    Of very many, the first.
    """
    pasti = [t for t in temuan[:DITAMPILKAN] if t.keyakinan is Keyakinan.PASTI]
    lain = temuan[len(pasti) : DITAMPILKAN]
    if pasti:
        st.html(daftar_html(dataset, pasti, penutupan))
    if lain:
        with st.expander(f"{len(lain)} temuan yang patut dicek", expanded=not pasti):
            st.html(daftar_html(dataset, lain, penutupan))
    if len(temuan) > DITAMPILKAN:
        st.text(f"{DITAMPILKAN} dari {len(temuan)} ditampilkan; saring, atau unduh daftarnya untuk melihat semuanya.")


def daftar_html(dataset: Dataset, temuan: Sequence[Temuan], penutupan: Penutupan) -> str:
    """Return the list as a table; each row opens its reasoning, each indicator its own page."""
    return str(_BUNGKUS.format("dk-uji__daftar", tabel_html(_KOLOM, _baris_daftar(dataset, temuan, penutupan))))


def _baris_daftar(dataset: Dataset, temuan: Sequence[Temuan], penutupan: Penutupan) -> Iterator[Baris]:
    for (yakin, kode), kelompok in groupby(temuan, lambda t: (t.keyakinan, t.aturan)):
        isi = list(kelompok)
        yield Baris((f"{yakin.value.capitalize()} · {kode} {aturan_berkode(kode).nama} ({len(isi)})",), "kelompok")
        yield from (Baris(_sel_temuan(dataset, t, penutupan)) for t in isi)


def _sel_temuan(dataset: Dataset, temuan: Temuan, penutupan: Penutupan) -> tuple[str | Markup, ...]:
    cetak = Markup("").join(_CETAK.format(c) for c in temuan.cetakan)
    return (
        _angka(dataset, temuan),
        cetak,
        temuan.seharusnya or redup("Tidak dapat ditentukan"),
        penjelasan(temuan, penutupan),
    )


def _angka(dataset: Dataset, temuan: Temuan) -> Markup:
    """Return what is doubted: the indicator as a link, year and kind of figure, the OPD, how sure."""
    a = temuan.alamat
    nama: str | Markup = sebutan(dataset, temuan)
    if a.kode_indikator in dataset.indikator:
        # The year that other pages can open; a target may be of a year that has no figures yet.
        tahun = a.tahun if a.tahun in dataset.tahun else dataset.tahun[0]
        nama = tautan_html(alamat_halaman(INDIKATOR, opd=a.kode_opd, tahun=tahun, indikator=a.kode_indikator), nama)
    opd = dataset.opd.get(a.kode_opd)
    rinci = " · ".join(b for b in (a.ukuran, str(a.tahun), opd.nama_pendek if opd else a.kode_opd) if b)
    return Markup("{}{}{}").format(
        nama, _KECIL.format(rinci), cip(temuan.keyakinan.value, RUPA_KEYAKINAN[temuan.keyakinan])
    )


def penjelasan(temuan: Temuan, penutupan: Penutupan) -> Markup:
    """Return the sentence of a finding, its guess, its places, who closed it, and the reasoning that opens."""
    dugaan = _ISI.format(temuan.dugaan) if temuan.dugaan else ""
    kata = kata_penutupan(temuan, penutupan)
    tutup = _TUTUP.format(kata) if kata else ""
    lain = len(temuan.sumber) - TEMPAT_DISEBUT
    tempat = tercetak_di(temuan.sumber[:TEMPAT_DISEBUT])
    if lain > 0:
        tempat += f"; dan {lain} tempat lain"
    langkah = Markup("")
    if temuan.langkah:
        semua = _KECIL.format(f"Tempat cetak: {'; '.join(temuan.sumber)}") if lain > 0 else ""
        langkah = _LANGKAH.format(Markup("").join(_BUTIR.format(b) for b in temuan.langkah if b), semua)
    return Markup("").join((_ISI.format(temuan.uraian), dugaan, _KECIL.format(tempat), tutup, langkah))


def tautan_temuan(dataset: Dataset, kode_indikator: str, saringan: Saringan, penutupan: Penutupan) -> None:
    """Lead from an indicator's year to what the audit found of it; nothing where it found nothing."""
    _tautan(temuan_angka(dataset, kode_indikator, saringan.tahun, penutupan), saringan)


def tautan_semua_temuan(dataset: Dataset, saringan: Saringan, penutupan: Penutupan) -> None:
    """Lead from an OPD's year to what the audit found in it; nothing where it found nothing."""
    semua = SaringUji(kode_opd=saringan.opd.kode_opd, tahun=saringan.tahun).ambil(uji(dataset).temuan)
    _tautan(menurut_status(semua, penutupan, StatusTemuan.TERBUKA), saringan)


def _tautan(temuan: Sequence[Temuan], saringan: Saringan) -> None:
    if temuan:
        alamat = alamat_uji(SaringUji(kode_opd=saringan.opd.kode_opd, tahun=saringan.tahun))
        st.html(str(tautan_html(alamat, f"{hitungan(temuan, f' pada angka {saringan.tahun}')}: lihat penalarannya")))


# --- around the list --------------------------------------------------------------------------------------------------


def unduhan_uji(dataset: Dataset, temuan: Sequence[Temuan], saring: SaringUji, penutupan: Penutupan) -> None:
    """Offer what is listed as a table for the OPD concerned."""
    label = f"Unduh {len(temuan)} temuan (CSV)"
    tombol_unduh(label, lambda: csv_uji(dataset, temuan, penutupan), nama_berkas(saring), kunci="unduh_uji")


def tanpa_temuan(saring: SaringUji, *, ada_lain: bool) -> None:
    """Say what an empty list means, and lead back to all findings where there are others."""
    if saring.status is not StatusTemuan.DITUTUP:
        st.text("Setiap angka tercetak dalam saringan ini mengikuti angka lainnya, sejauh dapat diuji.")
    if ada_lain:
        st.html(str(tautan_html(alamat_uji(SaringUji()), "Lihat semua temuan")))


def sisa_ditutup(jumlah: int, saring: SaringUji) -> None:
    """Say how many findings somebody closed while only the open ones are shown."""
    if jumlah and saring.status is StatusTemuan.TERBUKA:
        alamat = alamat_uji(replace(saring, status=StatusTemuan.DITUTUP))
        st.html(str(tautan_html(alamat, f"{jumlah} temuan sudah ditutup dan tidak ditampilkan")))


def tidak_diuji(alasan: Sequence[str]) -> None:
    """Say what could not be tested."""
    if alasan:
        st.subheader("Tidak dapat diuji", anchor=False)
        st.markdown("\n".join(f"- {md(a)}" for a in alasan))
