"""Tables of the page Predikat: distribution, heat table, sasaran, OPD by year, AKIP, ranking of IKM."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import streamlit as st
from markupsafe import Markup

from components.charts.predikat import grafik_akip, grafik_ikm
from components.legenda import legenda_skala
from components.navigasi import CAPAIAN, tautan
from components.saringan import Saringan, pilih_tahun, serap_alamat, tulis_alamat
from components.tabel import Baris, Kolom, bertanda, cip, redup, tabel_html
from components.teks import md
from components.tema import KONFIGURASI_GRAFIK
from kinerja.angka import TIDAK_TERSEDIA
from kinerja.predikat import BarisDistribusi, BarisPeta, JenisSel, PetaPredikat, SelPredikat, Tampilan
from kinerja.ringkasan import Sorotan
from kinerja.sasaran import BarisSasaran, Matriks, SelMatriks
from kinerja.skala_nilai import BarisUnit, NilaiSkala, PeringkatIkm, TabelNilai, akip_terpilih, catatan_ikm

SOROTAN_DITAMPILKAN = 6
TANPA_DIRINCI = 10
"""Up to this many units without a value get a row of their own; more are counted in one sentence."""

_GAYA = """
<style>
.dk-dengar { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.dk-sel { display: inline-block; min-width: 5.9rem; padding: .28rem .4rem; border-radius: .3rem; text-align: center;
  white-space: nowrap; font-variant-numeric: tabular-nums; border: 1px solid transparent; }
.dk-sel-status { border-color: currentColor; font-weight: 600; }
.dk-sel-realisasi { font-style: italic; opacity: .8; white-space: normal; overflow-wrap: anywhere; }
.dk-sel-kosong { border: 1px dashed color-mix(in srgb, currentColor 45%, transparent); opacity: .8;
  white-space: normal; }
.dk-kini { outline: 2px solid currentColor; outline-offset: 1px; }
.dk-panas td { text-align: center; vertical-align: middle; }
.dk-panas thead th:not(:first-child) { text-align: center; }
.dk-panas .dk-tabel th, .dk-panas .dk-tabel td { padding: .25rem .35rem; border-bottom: 0; }
.dk-panas .dk-tabel tbody th { font-weight: 400; vertical-align: middle; min-width: 14rem; }
.dk-panas .dk-tabel .dk-kelompok th { font-size: .84rem; padding: .3rem .4rem; font-weight: 600; }
.dk-panas .dk-tanda, .dk-matriks .dk-tanda { text-align: left; }
.dk-matriks td { white-space: nowrap; }
.dk-matriks .dk-tanda[open] { white-space: normal; margin: 0; }
.dk-sebaran { font-size: .84rem; opacity: .85; }
.dk-mini .dk-tabel th, .dk-mini .dk-tabel td { padding: .22rem .45rem; }
.dk-mini .dk-tabel tbody th { font-weight: 400; }
.dk-mini .dk-nomor { display: inline-block; min-width: 1.7rem; opacity: .7; font-variant-numeric: tabular-nums; }
@media (max-width: 640px) {
  .dk-panas .dk-tabel tbody tr { display: flex; flex-wrap: wrap; gap: .35rem .45rem; padding: .4rem .5rem; }
  .dk-panas .dk-tabel tbody tr.dk-kelompok { padding: 0; }
  .dk-panas .dk-tabel tbody th { flex-basis: 100%; padding: 0; }
  .dk-panas .dk-tabel td[data-judul] { display: block; padding: 0; text-align: center; }
  .dk-panas .dk-tabel td[data-judul]::before { display: block; text-align: center; font-size: .8rem; }
  .dk-panas td:has(.dk-sel-tiada), .dk-matriks td:has(.dk-sel-tiada) { display: none !important; }
  .dk-mini .dk-tabel { display: table; } .dk-mini .dk-tabel thead { display: table-header-group; }
  .dk-mini .dk-tabel tbody { display: table-row-group; } .dk-mini .dk-tabel tr { display: table-row; }
  .dk-mini .dk-tabel th, .dk-mini .dk-tabel td, .dk-mini .dk-tabel td[data-judul] { display: table-cell;
    border-bottom: 1px solid color-mix(in srgb, currentColor 16%, transparent); }
  .dk-mini .dk-tabel thead th { white-space: normal; }
  .dk-mini .dk-tabel td[data-judul]::before { content: none; }
}
</style>
"""
_BUNGKUS = Markup('<div class="{}">{}</div>')
_SEL = Markup(
    '<span class="dk-sel dk-sel-{}{}"{} title="{}"><span aria-hidden="true">{}</span> {}'
    '<span class="dk-dengar">: {}</span></span>'
)


def pasang_gaya_predikat() -> None:
    """Put this page's style sheet in place; it holds no data."""
    st.html(_GAYA)


def pilih_tampilan() -> Tampilan:
    """Draw the choice among the views; it stands in the URL."""
    serap_alamat("tampilan", list(Tampilan), Tampilan.INDIKATOR, lambda t: t.alamat)
    pilihan = st.segmented_control(
        "Tampilan",
        list(Tampilan),
        key="tampilan",
        required=True,
        persist_state="session",
        label_visibility="collapsed",
    )
    tampilan = Tampilan(pilihan or Tampilan.INDIKATOR)
    tulis_alamat("tampilan", tampilan.alamat)
    return tampilan


def _gambar(kelas: str, kolom: Sequence[Kolom], baris: Iterable[Baris], keterangan: str = "") -> None:
    st.html(str(_BUNGKUS.format(kelas, tabel_html(kolom, baris, keterangan))))


def tabel_sebaran(baris: Sequence[BarisDistribusi]) -> None:
    """Draw the distribution, reported beside computed, with the share of all IKU."""
    kolom = (Kolom("Predikat"), Kolom("Menurut laporan", angka=True), Kolom("Dihitung", angka=True))
    *isi, jumlah = baris
    semua = [Baris((cip(b.predikat, b.rupa), *_hitungan(b))) for b in isi]
    total = Baris((jumlah.predikat, str(jumlah.dilaporkan), str(jumlah.dihitung)), "jumlah")
    _gambar("dk-mini", kolom, [*semua, total])


def _hitungan(b: BarisDistribusi) -> tuple[str, str]:
    return (f"{b.dilaporkan} ({b.bagian_dilaporkan})", f"{b.dihitung} ({b.bagian_dihitung})")


def daftar_di_bawah(saringan: Saringan, sorotan: Sequence[Sorotan], puncak: str) -> None:
    """Draw the IKU that stay below the best predikat, each a link to its details."""
    st.subheader(md(f"IKU di bawah {puncak}"), anchor=False)
    if not sorotan:
        st.text(f"Tidak ada: semua IKU yang dapat dihitung {puncak}.")
    for s in sorotan[:SOROTAN_DITAMPILKAN]:
        opd, tahun = saringan.opd.kode_opd, saringan.tahun
        tautan(CAPAIAN, f"**{md(s.judul)}**", opd=opd, tahun=tahun, indikator=s.kode_indikator)
        st.caption(md(f"{s.teks}, {s.catatan}" if s.catatan else s.teks))
    if len(sorotan) > SOROTAN_DITAMPILKAN:
        st.caption(f"dan {len(sorotan) - SOROTAN_DITAMPILKAN} lagi pada halaman Capaian")


# --- heat table -------------------------------------------------------------------------------------------------------


def tabel_peta(peta: PetaPredikat, tahun: int) -> None:
    """Draw IKU by year, one coloured cell a year; the chosen year is framed."""
    kolom = (Kolom("Indikator"), *(Kolom(str(t)) for t in peta.tahun))
    keterangan = f"Capaian menurut predikat; tahun {tahun} berbingkai" if tahun in peta.tahun else ""
    _gambar("dk-panas", kolom, _baris_peta(peta, tahun), keterangan)


def _baris_peta(peta: PetaPredikat, tahun: int) -> Iterable[Baris]:
    lalu = None
    for b in peta.baris:
        if b.sasaran and b.sasaran != lalu:
            yield Baris((b.sasaran,), "kelompok")
        lalu = b.sasaran
        yield Baris((b.indikator, *_sel_peta(b, peta.tahun, tahun)))


def _sel_peta(b: BarisPeta, semua: Sequence[int], tahun: int) -> Iterable[Markup]:
    return (sel_html(s, kini=t == tahun) for t, s in zip(semua, b.sel, strict=True))


def sel_html(s: SelPredikat, *, kini: bool = False) -> Markup:
    """Return a cell of the heat table: symbol and figure, the meaning as title and for a screen reader."""
    warna = Markup(' style="background:{};color:{}"').format(s.rupa.warna, s.rupa.warna_teks) if s.rupa else ""
    kelas = (" dk-baik" if s.tercapai else " dk-buruk") if s.jenis is JenisSel.STATUS else ""
    kelas += " dk-kini" if kini and s.jenis is not JenisSel.TIADA else ""
    teks = s.teks or (TIDAK_TERSEDIA if s.jenis is JenisSel.KOSONG else "")
    return bertanda(_SEL.format(s.jenis, kelas, warna, s.arti, s.simbol, teks, s.arti), s.tanda)


_CONTOH = (
    (SelPredikat(JenisSel.STATUS, "✓", "WTP", "contoh"), "predikat dibandingkan dengan target, tanpa persentase"),
    (SelPredikat(JenisSel.REALISASI, "", "12,3", "contoh"), "realisasi yang belum dapat dinilai"),
    (SelPredikat(JenisSel.KOSONG, "–", "", "contoh"), "target tanpa realisasi"),
)


def legenda_peta() -> None:
    """Explain the cells that carry no predikat."""
    isi = Markup(" ").join(Markup("<span>{} {}</span>").format(sel_html(s), arti) for s, arti in _CONTOH)
    st.html(str(Markup('<div class="dk-legenda" style="gap:.5rem 1.2rem">{}</div>').format(isi)))


# --- sasaran and OPD --------------------------------------------------------------------------------------------------


def tabel_sasaran_html(baris: Sequence[BarisSasaran]) -> None:
    """Draw the sasaran with mean capaian, predikat and what the report prints."""
    kolom = (
        Kolom("Sasaran"),
        Kolom("Rata-rata capaian", angka=True),
        Kolom("Predikat"),
        Kolom("IKU mencapai target"),
        Kolom("Menurut laporan"),
    )
    _gambar("dk-sasaran", kolom, (Baris(_sel_sasaran(b)) for b in baris))


def _sel_sasaran(b: BarisSasaran) -> tuple[str | Markup, ...]:
    rata = Markup("{}<br>{}").format(b.capaian or redup("Belum dapat dihitung"), redup(b.rata.keterangan))
    kata = cip(b.predikat, b.rupa) if b.predikat else redup("–")
    sama = {True: "= ", False: "≠ ", None: ""}[b.sama]
    lapor = f"{sama}{b.dilaporkan}" if b.dilaporkan else redup("Tidak tercetak")
    return (b.sasaran, bertanda(rata, b.tanda), kata, b.tercapai or redup("–"), lapor)


def tabel_matriks(matriks: Matriks, kode_opd: str) -> None:
    """Draw OPD by year: mean capaian with its predikat, and how many IKU have which."""
    kolom = (Kolom("OPD"), *(Kolom(str(t)) for t in matriks.tahun))
    baris = (
        Baris((b.nama, *(_sel_matriks(s) for s in b.sel)), "terpilih" if b.kode == kode_opd else "")
        for b in matriks.baris
    )
    _gambar("dk-matriks", kolom, baris)


_TIADA = Markup('<span class="dk-sel-tiada dk-redup" title="tidak ada IKU">·</span>')
_SEBARAN = Markup('<div class="dk-sebaran" title="{}">{}</div>')


def _sel_matriks(s: SelMatriks | None) -> Markup:
    if s is None:
        return _TIADA
    awal = cip(s.teks, s.rupa) if s.teks else redup("Belum dapat dihitung")
    arti = ", ".join(f"{n} {kata}" for _, kata, n in s.sebaran)
    sebaran = _SEBARAN.format(arti, " · ".join(f"{simbol} {n}" for simbol, _, n in s.sebaran))
    return Markup("{}{}").format(awal, sebaran)


# --- AKIP and IKM -----------------------------------------------------------------------------------------------------


def gambar_akip(tabel: TabelNilai, kode_opd: str) -> None:
    """Draw the AKIP history of an OPD, or of the regency, with its scale."""
    baris = akip_terpilih(tabel, kode_opd)
    if baris is None or tabel.skala is None:
        st.subheader("AKIP", anchor=False)
        st.text("Belum ada nilai AKIP.")
        return
    st.subheader(md(f"AKIP {baris.nama}"), anchor=False)
    pembanding = next((b for b in tabel.baris if b.keseluruhan and b is not baris), None)
    grafik = grafik_akip(baris, pembanding, tabel.skala)
    alt = f"AKIP {baris.nama}: " + ", ".join(f"{n.tahun} {n.teks}" for n in baris.sel if n)
    st.plotly_chart(grafik, key="akip", config=KONFIGURASI_GRAFIK, alt=alt)
    legenda_skala(tabel.skala)


def gambar_ikm(ikm: PeringkatIkm, kode_opd: str) -> None:
    """Draw every unit of IKM on its scale; without a value in the year, offer the years that have one."""
    st.subheader(f"IKM unit {ikm.tahun}", anchor=False)
    if not ikm.unit or ikm.skala is None:
        st.text(f"Belum ada nilai IKM unit untuk tahun {ikm.tahun}.")
        _tahun_lain(ikm.tahun_ada)
        return
    st.plotly_chart(grafik_ikm(ikm, kode_opd), key="ikm", config=KONFIGURASI_GRAFIK, alt=catatan_ikm(ikm))
    legenda_skala(ikm.skala, catatan_ikm(ikm))


def tabel_akip_html(tabel: TabelNilai, kode_opd: str) -> None:
    """Draw AKIP of every OPD over the years, graded on its scale."""
    kolom = (Kolom("OPD"), *(Kolom(str(t)) for t in tabel.tahun))
    baris = (
        Baris((b.nama, *(_sel_nilai(s) for s in b.sel)), "terpilih" if b.kode_opd == kode_opd else "")
        for b in tabel.baris
    )
    _gambar("dk-matriks", kolom, baris)


def _sel_nilai(s: NilaiSkala | None) -> Markup:
    if s is None:
        return Markup('<span class="dk-sel-tiada dk-redup" title="{0}">–</span>').format(TIDAK_TERSEDIA)
    isi = Markup('<span title="{}">{}</span>').format(s.arti, cip(s.teks, s.rupa))
    return bertanda(isi, s.tanda)


def tabel_peringkat(ikm: PeringkatIkm, kode_opd: str) -> None:
    """Draw the ranking of units in two columns, those without a value at the end."""
    rinci = ikm.tanpa if len(ikm.tanpa) <= TANPA_DIRINCI else ()
    semua = [*ikm.unit, *rinci]
    tengah = (len(semua) + 1) // 2
    for wadah, bagian in zip(st.columns(2, gap="medium"), pairwise((0, tengah, len(semua))), strict=True):
        with wadah:
            _bagian_peringkat(semua[slice(*bagian)], kode_opd, responden=ikm.ada_responden)
    if ikm.tanpa and not rinci:
        st.text(f"{len(ikm.tanpa)} unit lain tidak memiliki nilai IKM tahun {ikm.tahun}.")


def _bagian_peringkat(unit: Sequence[BarisUnit], kode_opd: str, *, responden: bool) -> None:
    if not unit:
        return
    kolom = [Kolom("Unit"), Kolom("IKM"), *([Kolom("Responden", angka=True)] if responden else [])]
    baris = (Baris(_sel_unit(u, responden=responden), "terpilih" if u.kode_opd == kode_opd else "") for u in unit)
    _gambar("dk-mini", kolom, baris)


def _sel_unit(u: BarisUnit, *, responden: bool) -> tuple[str | Markup, ...]:
    nama = Markup('<span class="dk-nomor">{}</span> {}').format(u.peringkat or "–", u.nama)
    if u.nilai is None:
        nilai = Markup("{} {}").format(redup(TIDAK_TERSEDIA), redup(f"({u.catatan})") if u.catatan else "")
    else:
        nilai = cip(u.nilai.teks, u.nilai.rupa)
    orang = f"{u.responden} !" if u.sedikit else u.responden
    return (nama, nilai, *([orang or redup("–")] if responden else []))


def _tahun_lain(tahun_ada: Sequence[int]) -> None:
    st.text("Tahun yang tersedia:" if tahun_ada else "Belum ada nilai untuk tahun mana pun.")
    with st.container(horizontal=True):
        for tahun in tahun_ada:
            st.button(str(tahun), key=f"tahun_ikm_{tahun}", on_click=pilih_tahun, args=(tahun,))
