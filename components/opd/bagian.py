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
from components.dasar.tabel import Baris, Kolom, atau_kosong, bertanda, cip, gerak, redup, tabel_html
from components.dasar.teks import kalimat, md
from components.opd.lajur import lajur_html
from components.predikat.bagian import pasang_gaya_predikat, unit_html
from kinerja.nilai.angka import format_persen, format_rupiah_ringkas
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.sajian.rupa import TAK_TERSEDIA
from kinerja.telaah.capaian.ringkasan import Ringkasan
from kinerja.telaah.capaian.skala_nilai import NilaiSkala
from kinerja.telaah.indikator.tabel import BarisTabelCapaian
from kinerja.telaah.opd.posisi import Gerak, Posisi, PosisiUang
from kinerja.telaah.opd.profil import ProfilOpd

PERHATIAN_DITAMPILKAN = 4

_GAYA = """
<style>
.dk-kisi { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.5rem), 1fr)); gap: .8rem; }
.dk-papan { border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: .5rem;
  padding: .7rem .9rem .8rem; display: flex; flex-direction: column; gap: .25rem; font-size: .9rem; line-height: 1.35; }
.dk-papan h3 { font-size: .95rem; font-weight: 600; margin: 0; padding: 0; opacity: .8; }
.dk-papan .dk-utama { font-size: 1.6rem; font-weight: 650; line-height: 1.2; display: flex; flex-wrap: wrap;
  align-items: baseline; gap: .2rem .6rem; font-variant-numeric: tabular-nums; }
.dk-papan .dk-utama .dk-cip { font-size: 1rem; } .dk-papan .dk-utama small { font-size: .9rem; font-weight: 400; }
.dk-papan .dk-hilang { font-size: 1rem; font-weight: 500; line-height: 1.4; }
.dk-sambung { display: flex; height: 1.5rem; gap: 2px; margin: .2rem 0; }
.dk-sambung > span { display: flex; align-items: center; justify-content: center; min-width: 1.8rem;
  border-radius: .2rem; font-weight: 600; font-size: .82rem; white-space: nowrap; overflow: hidden; }
.dk-cipan { display: flex; flex-wrap: wrap; gap: .25rem; }
.dk-lajur { position: relative; height: 2.7rem; margin: 1.5rem .5rem 0; }
.dk-lajur > i { position: absolute; top: 0; height: 1.5rem; border-left: 1px solid
  color-mix(in srgb, currentColor 40%, transparent); background: color-mix(in srgb, currentColor 5%, transparent); }
.dk-lajur > i:nth-of-type(even) { background: color-mix(in srgb, currentColor 11%, transparent); }
.dk-lajur > i > em { position: absolute; top: 1.55rem; left: 0; right: 0; text-align: center; font-style: normal;
  font-size: .78rem; opacity: .75; }
.dk-lajur > b { position: absolute; top: .75rem; width: .6rem; height: .6rem; border-radius: 50%;
  transform: translate(-50%, -50%); background: color-mix(in srgb, currentColor 42%, transparent); }
.dk-lajur > b.dk-utuh { border-radius: 0; transform: translate(-50%, -50%) rotate(45deg); background: transparent;
  border: 2px solid currentColor; }
.dk-lajur > b.dk-milik { width: 1rem; height: 1rem; background: light-dark(#08519C, #8CC2EA); border: 2px solid
  light-dark(#FFFFFF, #10171F); box-shadow: 0 0 0 1.5px currentColor; }
.dk-lajur > span { position: absolute; top: -1.45rem; font-size: .8rem; font-weight: 600; white-space: nowrap; }
.dk-lajur > small { position: absolute; top: 1.55rem; font-size: .76rem; opacity: .75; }
.dk-arti { font-size: .8rem; opacity: .75; }
.dk-palang { height: .7rem; border-radius: .2rem; margin: .35rem 0 .2rem;
  background: color-mix(in srgb, currentColor 14%, transparent); }
.dk-palang > span { display: block; height: 100%; border-radius: .2rem; background: #4292C6; }
.dk-rapat .dk-tabel th, .dk-rapat .dk-tabel td { padding: .3rem .28rem; }
.dk-rapat .dk-tabel tbody th { font-weight: 400; }
.dk-berdampingan .dk-tabel tbody th { white-space: nowrap; } .dk-berdampingan td b { font-size: 1.08rem; }
.dk-berdampingan .dk-tabel thead th { white-space: normal; }
.dk-utuh-baris { white-space: nowrap; }
.dk-bintang { font-size: .82rem; font-weight: 600; white-space: nowrap; }
@media (max-width: 640px) {
  .dk-berdampingan .dk-tabel td[data-judul] { border-top: 1px dotted
    color-mix(in srgb, currentColor 25%, transparent); }
  .dk-berdampingan .dk-tabel td[data-judul]::before { flex: 0 1 34%; }
  .dk-berdampingan .dk-tabel td[data-judul] > div { flex: 1; }
  .dk-berdampingan .dk-cipan { justify-content: flex-end; }
  .dk-berdampingan .dk-tabel tbody th { font-weight: 700; font-size: 1rem; }
}
</style>
"""


class Tampilan(StrEnum):
    """The two views of the page."""

    PROFIL = "Profil"
    BANDING = "Banding"

    @property
    def alamat(self) -> str:
        """How it stands in the URL."""
        return self.name.lower()


def pasang_gaya_opd() -> None:
    """Put this page's style sheets in place; they hold no data."""
    pasang_gaya_predikat()
    st.html(_GAYA)


def pilih_tampilan() -> Tampilan:
    """Draw the choice of view; it stands in the URL."""
    return pilih_segmen("Tampilan", "lihat_opd", list(Tampilan), tulis=lambda t: t.alamat)


# --- cards ------------------------------------------------------------------------------------------------------------

_PAPAN = Markup('<section class="dk-papan"><h3>{}</h3>{}</section>')
_BARIS = Markup("<div>{}</div>")
_UTAMA = Markup('<div class="dk-utama">{}</div>')
_HILANG = Markup('<div class="dk-hilang dk-redup">{}</div>')


def papan(profil: ProfilOpd) -> None:
    """Draw the cards: IKU, AKIP, IKM, budget; what is missing says so, in one card where that is most of it."""
    ada = [_papan_iku(profil.ringkasan, profil)] if profil.ringkasan else []
    ada += [_papan_posisi(p, p.nilai) for p in (profil.akip, profil.ikm) if p.nilai]
    ada += [_papan_uang(profil.uang, profil.uang.jumlah)] if profil.uang.jumlah else []
    hilang = [_HILANG.format(kalimat(t)) for t in profil.hilang]
    if hilang:
        ada.append(_PAPAN.format("Tidak tersedia", Markup("").join(hilang)))
    st.html(str(Markup('<div class="dk-kisi">{}</div>').format(Markup("").join(ada))))


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
    batang = Markup('<div class="dk-sambung" aria-hidden="true">{}</div>').format(Markup("").join(ruas))
    return Markup('{}<div class="dk-cipan">{}</div>').format(batang, kata)


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
    batang = Markup('<div class="dk-palang" aria-hidden="true"><span style="width:{:.1f}%"></span></div>')
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
    st.html(str(Markup('<div class="dk-rapat">{}</div>').format(isi)))


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
    status = Markup('<span class="dk-utuh-baris">{}</span>').format(redup(f"{b.simbol_status} {b.status}"))
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
