"""The page of one OPD: cards with its standing, its indicators, what needs attention; OPD side by side."""

from collections.abc import Sequence
from enum import StrEnum

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import (
    ANGGARAN,
    CAPAIAN,
    INDIKATOR,
    PREDIKAT,
    RINGKASAN,
    alamat_halaman,
    tautan,
    tautan_html,
)
from components.bingkai.saringan import Saringan, pilih_segmen
from components.capaian.sorotan import daftar_kelompok
from components.capaian.tabel import KOLOM_ANGKA, capaian
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, atau_kosong, cip, gerak, redup, tabel_html
from components.dasar.teks import md
from components.dasar.templat import makro
from components.predikat.bagian import unit_html
from kinerja.sajian.rupa import TAK_TERSEDIA
from kinerja.telaah.indikator.tabel import BarisTabelCapaian
from kinerja.telaah.opd.profil import ProfilOpd

PERHATIAN_DITAMPILKAN = 4


class TampilanOpd(StrEnum):
    """The two views of the page."""

    PROFIL = "Profil"
    BANDING = "Banding"

    @property
    def alamat(self) -> str:
        """How it stands in the URL."""
        return self.name.lower()


def pilih_tampilan() -> TampilanOpd:
    """Draw the choice of view; it stands in the URL."""
    return pilih_segmen("Tampilan", sesi.LIHAT_OPD, list(TampilanOpd), tulis=lambda t: t.alamat)


# --- cards ------------------------------------------------------------------------------------------------------------

_PAPAN = makro("opd.html", "papan")


def papan(profil: ProfilOpd) -> None:
    """Draw the cards: IKU, AKIP, IKM, budget; what is missing says so, in one card where that is most of it."""
    st.html(str(_PAPAN(profil)))


# --- indicators, attention, links -------------------------------------------------------------------------------------

_KOLOM = (KolomTabel("Indikator"), *KOLOM_ANGKA, KolomTabel("Predikat"), KolomTabel("Perubahan", angka=True))


def tabel_ringkas(saringan: Saringan, profil: ProfilOpd) -> None:
    """Draw the indicators of an OPD, the ones that do not fit at once behind a click."""
    st.subheader(md(profil.judul_tabel), anchor=False)
    _tabel_indikator(saringan, profil.tabel)
    if profil.sisa:
        with st.expander(f"{len(profil.sisa)} IKU lainnya"):
            _tabel_indikator(saringan, profil.sisa)


def _tabel_indikator(saringan: Saringan, baris: Sequence[BarisTabelCapaian]) -> None:
    isi = tabel_html(_KOLOM, (Baris(_sel(saringan, b)) for b in baris))
    st.html(str(Markup('<div class="dk-opd__rapat">{}</div>').format(isi)))


def _sel(saringan: Saringan, baris: BarisTabelCapaian) -> tuple[str | Markup, ...]:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    tautan_indikator = tautan_html(
        alamat_halaman(INDIKATOR, opd=opd, tahun=tahun, indikator=baris.kode), baris.indikator
    )
    nama = Markup("{} {}").format(tautan_indikator, redup(baris.satuan))
    # A word that is no grade of the scale is left to the page of the indicator.
    kata = cip(baris.predikat, baris.rupa) if baris.predikat and baris.rupa is not TAK_TERSEDIA else Markup("")
    lapor = redup(" menurut laporan") if kata and baris.predikat_dilaporkan else ""
    status = Markup('<span class="dk-teks__sebaris">{}</span>').format(redup(f"{baris.simbol_status} {baris.status}"))
    predikat = Markup("{}{} {}").format(kata, lapor, status)
    return (
        nama,
        atau_kosong(baris.target),
        atau_kosong(baris.realisasi),
        capaian(baris),
        predikat,
        gerak(baris.selisih, baris.panah, baris.membaik) or redup("–"),
    )


def unit_sejenis(saringan: Saringan, profil: ProfilOpd) -> None:
    """Draw the units around an OPD in the ranking of IKM."""
    st.subheader(md(profil.judul_sejenis), anchor=False)
    ada_responden = any(u.responden for u in profil.sejenis)
    st.html(unit_html(profil.sejenis, saringan.opd.kode_opd, responden=ada_responden))


def daftar_perhatian(profil: ProfilOpd) -> None:
    """Draw what needs attention and what warns early, each a link to its indicator."""
    st.subheader("Perlu perhatian", anchor=False)
    sorotan = (*profil.ringkasan.perhatian, *profil.ringkasan.dini) if profil.ringkasan else ()
    tanpa_perhatian = (
        "Belum ada IKU yang dapat dinilai." if profil.ringkasan is None else "Tidak ada IKU yang perlu perhatian."
    )
    daftar_kelompok(sorotan, tanpa_perhatian, PERHATIAN_DITAMPILKAN)


def tautan_lanjut(saringan: Saringan, profil: ProfilOpd) -> None:
    """Draw the ways onward; only to pages that have figures of this OPD and year."""
    alamat: dict[str, str | int] = {"opd": saringan.opd.kode_opd, "tahun": saringan.tahun}
    with st.container(horizontal=True):
        if profil.ringkasan:
            tautan(RINGKASAN, "Ringkasan", **alamat)
            tautan(CAPAIAN, "Capaian", **alamat)
        if profil.uang.jumlah:
            tautan(ANGGARAN, "Anggaran", **alamat)
        tautan(PREDIKAT, "AKIP dan IKM semua unit", **alamat, tampilan="skala")
