"""The page of one OPD: cards with its standing, its indicators, what needs attention; OPD side by side."""

from collections.abc import Sequence
from decimal import Decimal
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
from components.capaian.tabel import capaian
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, Kolom, atau_kosong, bertanda, cip, gerak, redup, tabel_html
from components.dasar.teks import kalimat, md
from components.opd.lajur import lajur_html
from components.predikat.bagian import unit_html
from kinerja.nilai.angka import format_persen, format_rupiah_ringkas
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.sajian.rupa import TAK_TERSEDIA
from kinerja.telaah.capaian.ringkasan import Ringkasan
from kinerja.telaah.capaian.skala_nilai import NilaiSkala
from kinerja.telaah.indikator.tabel import BarisTabelCapaian
from kinerja.telaah.opd.posisi import Gerak, Posisi, PosisiUang
from kinerja.telaah.opd.profil import ProfilOpd

PERHATIAN_DITAMPILKAN = 4


class Tampilan(StrEnum):
    """The two views of the page."""

    PROFIL = "Profil"
    BANDING = "Banding"

    @property
    def alamat(self) -> str:
        """How it stands in the URL."""
        return self.name.lower()


def pilih_tampilan() -> Tampilan:
    """Draw the choice of view; it stands in the URL."""
    return pilih_segmen("Tampilan", sesi.LIHAT_OPD, list(Tampilan), tulis=lambda t: t.alamat)


# --- cards ------------------------------------------------------------------------------------------------------------

_PAPAN = Markup('<section class="dk-opd__papan"><h3>{}</h3>{}</section>')
_BARIS = Markup("<div>{}</div>")
_UTAMA = Markup('<div class="dk-opd__utama">{}</div>')
_HILANG = Markup('<div class="dk-opd__hilang dk-teks__redup">{}</div>')


def papan(profil: ProfilOpd) -> None:
    """Draw the cards: IKU, AKIP, IKM, budget; what is missing says so, in one card where that is most of it."""
    ada = [_papan_iku(profil.ringkasan, profil)] if profil.ringkasan else []
    ada += [_papan_posisi(p, p.nilai) for p in (profil.akip, profil.ikm) if p.nilai]
    ada += [_papan_uang(profil.uang, profil.uang.jumlah)] if profil.uang.jumlah else []
    hilang = [_HILANG.format(kalimat(t)) for t in profil.hilang]
    if hilang:
        ada.append(_PAPAN.format("Tidak tersedia", Markup("").join(hilang)))
    st.html(str(Markup('<div class="dk-opd__kisi">{}</div>').format(Markup("").join(ada))))


def _papan_iku(r: Ringkasan, p: ProfilOpd) -> Markup:
    rata = r.rata_rata
    belum = len(r.iku) - r.terbanding
    tercapai = Markup("{} dari {} <small>mencapai target</small>").format(r.tercapai, len(r.iku))
    baris = (
        _UTAMA.format(tercapai if r.terbanding else Markup("{} <small>IKU</small>").format(len(r.iku))),
        _sambungan(p),
        _teks(f"Rata-rata capaian {format_persen(rata.nilai)}, {rata.keterangan}" if rata.nilai is not None else ""),
        _gerak(p.gerak),
        _teks(f"{belum} IKU belum dapat dinilai" if belum else "", samar=True),
    )
    return _PAPAN.format("IKU menurut predikat", Markup("").join(baris))


def _sambungan(p: ProfilOpd) -> Markup:
    """The IKU as one bar in the colours of their predikat, with its words under it."""
    ruas = (
        Markup('<span style="flex:{};background:{};color:{}">{}</span>').format(
            s.jumlah, s.rupa.warna, s.rupa.warna_teks, s.jumlah
        )
        for s in p.sebaran
    )
    kata = Markup("").join(cip(f"{s.jumlah} {s.predikat}", s.rupa) for s in p.sebaran)
    batang = Markup('<div class="dk-opd__sambung" aria-hidden="true">{}</div>').format(Markup("").join(ruas))
    return Markup('{}<div class="dk-cip__deret">{}</div>').format(batang, kata)


def _papan_posisi(p: Posisi, n: NilaiSkala) -> Markup:
    nilai = Markup("{} {}").format(n.nilai, cip(n.predikat, n.rupa) if n.predikat else "")
    baris = (
        _UTAMA.format(bertanda(nilai, n.tanda)),
        _teks(p.urutan),
        _teks(p.sejenis),
        _gerak(p.gerak),
        _teks(p.catatan, samar=True),
        lajur_html(p, p.lajur) if p.lajur else Markup(""),
    )
    return _PAPAN.format(p.nama, Markup("").join(baris))


def _papan_uang(p: PosisiUang, j: JumlahAnggaran) -> Markup:
    uang = f"{format_rupiah_ringkas(j.realisasi)} dari pagu {format_rupiah_ringkas(j.pagu)}"
    baris = (
        _serapan(j.serapan) if j.serapan is not None else _HILANG.format("Serapan tidak dapat dihitung."),
        *(_teks(t) for t in (uang, p.urutan, p.bagian)),
        _gerak(p.gerak),
        _teks(p.catatan, samar=True),
    )
    return _PAPAN.format("Anggaran", Markup("").join(baris))


def _serapan(serapan: Decimal) -> Markup:
    lebar = min(max(float(serapan), 0.0), 100.0)
    utama = _UTAMA.format(Markup("{} <small>terserap</small>").format(format_persen(serapan)))
    batang = Markup('<div class="dk-opd__palang" aria-hidden="true"><span style="width:{:.1f}%"></span></div>')
    return utama + batang.format(lebar)


def _teks(teks: str, *, samar: bool = False) -> Markup:
    return _BARIS.format(redup(teks) if samar else teks) if teks else Markup("")


def _gerak(g: Gerak | None) -> Markup:
    if g is None:
        return Markup("")
    if not g.panah:
        return _teks(g.teks, samar=True)
    kata = {True: "membaik", False: "memburuk", None: "tetap"}[g.membaik]
    return _BARIS.format(gerak(f"{g.teks}, {kata}", g.panah, g.membaik))


# --- indicators, attention, links -------------------------------------------------------------------------------------

_KOLOM = (
    Kolom("Indikator"),
    Kolom("Target", angka=True),
    Kolom("Realisasi", angka=True),
    Kolom("Capaian", angka=True),
    Kolom("Predikat"),
    Kolom("Perubahan", angka=True),
)


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


def _sel(saringan: Saringan, b: BarisTabelCapaian) -> tuple[str | Markup, ...]:
    nama = Markup("{} {}").format(_tautan_indikator(saringan, b.kode, b.indikator), redup(b.satuan))
    return (
        nama,
        atau_kosong(b.target),
        atau_kosong(b.realisasi),
        capaian(b),
        _predikat(b),
        gerak(b.selisih, b.panah, b.membaik) or redup("–"),
    )


def _predikat(b: BarisTabelCapaian) -> Markup:
    """The predikat with its status; a word that is no grade of the scale is left to the page of the indicator."""
    kata = cip(b.predikat, b.rupa) if b.predikat and b.rupa is not TAK_TERSEDIA else Markup("")
    lapor = redup(" menurut laporan") if kata and b.predikat_dilaporkan else ""
    status = Markup('<span class="dk-teks__sebaris">{}</span>').format(redup(f"{b.simbol_status} {b.status}"))
    return Markup("{}{} {}").format(kata, lapor, status)


def _tautan_indikator(saringan: Saringan, kode: str, nama: str) -> Markup:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    return tautan_html(alamat_halaman(INDIKATOR, opd=opd, tahun=tahun, indikator=kode), nama)


def unit_sejenis(saringan: Saringan, profil: ProfilOpd) -> None:
    """Draw the units around an OPD in the ranking of IKM."""
    st.subheader(md(profil.judul_sejenis), anchor=False)
    ada_responden = any(u.responden for u in profil.sejenis)
    st.html(unit_html(profil.sejenis, saringan.opd.kode_opd, responden=ada_responden))


def daftar_perhatian(profil: ProfilOpd) -> None:
    """Draw what needs attention and what warns early, each a link to its indicator."""
    st.subheader("Perlu perhatian", anchor=False)
    sorotan = (*profil.ringkasan.perhatian, *profil.ringkasan.dini) if profil.ringkasan else ()
    daftar_kelompok(sorotan, _tanpa_perhatian(profil), PERHATIAN_DITAMPILKAN)


def _tanpa_perhatian(profil: ProfilOpd) -> str:
    if profil.ringkasan is None:
        return "Belum ada IKU yang dapat dinilai."
    return "Tidak ada IKU yang perlu perhatian."


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
