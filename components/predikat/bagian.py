"""Tables of the page Predikat: distribution, heat table, sasaran, OPD by year, AKIP, ranking of IKM."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import INDIKATOR, tautan
from components.bingkai.saringan import Saringan, pilih_segmen, pilih_tahun
from components.dasar import keadaan as sesi
from components.dasar.grafik import gambar
from components.dasar.legenda import legenda_skala
from components.dasar.tabel import Baris, KolomTabel, bertanda, cip, redup, tabel_html
from components.dasar.teks import KELAS_NADA, md
from components.predikat.grafik import grafik_akip, grafik_ikm
from kinerja.dataset import Dataset
from kinerja.nilai.angka import TIDAK_TERSEDIA
from kinerja.nilai.skala import Skala
from kinerja.telaah.capaian.predikat import (
    BarisDistribusi,
    JenisSel,
    PetaPredikat,
    SelPredikat,
    TampilanPredikat,
    aturan_skala,
    di_bawah_puncak,
    tanpa_di_bawah,
)
from kinerja.telaah.capaian.ringkasan import Ringkasan
from kinerja.telaah.capaian.sasaran import BarisSasaran, Matriks, SelMatriks
from kinerja.telaah.capaian.skala_nilai import (
    BarisUnit,
    NilaiSkala,
    PeringkatIkm,
    TabelNilai,
    akip_terpilih,
    catatan_ikm,
)

SOROTAN_DITAMPILKAN = 6
TANPA_DIRINCI = 10
"""Up to this many units without a value get a row of their own; more are counted in one sentence."""

_BUNGKUS = Markup('<div class="{}">{}</div>')
_SEL = Markup(
    '<span class="dk-predikat__sel{}"{} title="{}"><span aria-hidden="true">{}</span> {}'
    '<span class="dk-teks__dengar">: {}</span></span>'
)
_KELAS_SEL = {
    JenisSel.STATUS: "is-status",
    JenisSel.REALISASI: "is-realisasi",
    JenisSel.KOSONG: "is-kosong",
    JenisSel.TIADA: "dk-predikat__tiada",
}


def legenda_predikat(skala: Skala) -> None:
    """Explain how a capaian becomes a predikat on a scale."""
    legenda_skala(skala, aturan_skala(skala))


def pilih_tampilan() -> TampilanPredikat:
    """Draw the choice among the views; it stands in the URL."""
    return pilih_segmen("Tampilan", sesi.LIHAT_PREDIKAT, list(TampilanPredikat), tulis=lambda t: t.alamat)


def _html(kelas: str, kolom: Sequence[KolomTabel], baris: Iterable[Baris], keterangan: str = "") -> str:
    return str(_BUNGKUS.format(kelas, tabel_html(kolom, baris, keterangan)))


@lru_cache(maxsize=256)
def sebaran_html(baris: tuple[BarisDistribusi, ...]) -> str:
    """Return the distribution, reported beside computed, each count with its share of all IKU and a bar."""
    kolom = (KolomTabel("Predikat"), KolomTabel("Menurut laporan"), KolomTabel("Dihitung"))
    *isi, jumlah = baris
    semua = [Baris((cip(b.predikat, b.rupa), *_batang_sebaran(b, jumlah.dihitung))) for b in isi]
    total = Baris(
        (jumlah.predikat, *(_BATANG.format("", str(n)) for n in (jumlah.dilaporkan, jumlah.dihitung))), "jumlah"
    )
    return _html("dk-mini", kolom, [*semua, total])


_BATANG = Markup('<div class="dk-predikat__batang"><span aria-hidden="true">{}</span><span>{}</span></div>')
_ISI_BATANG = Markup('<span style="width:{}%;background:{}"></span>')


def _batang_sebaran(baris: BarisDistribusi, semua: int) -> Iterable[Markup]:
    for n, bagian in ((baris.dilaporkan, baris.bagian_dilaporkan), (baris.dihitung, baris.bagian_dihitung)):
        isi = _ISI_BATANG.format(round(100 * n / semua), baris.rupa.warna) if n else ""
        yield _BATANG.format(isi, f"{n} ({bagian})")


def daftar_di_bawah(saringan: Saringan, ringkasan: Ringkasan) -> None:
    """Draw the IKU that stay below the best predikat, each a link to its details."""
    st.subheader(md(f"IKU di bawah {ringkasan.distribusi.skala.predikat[0]}"), anchor=False)
    sorotan = di_bawah_puncak(ringkasan)
    if not sorotan:
        st.text(tanpa_di_bawah(ringkasan))
    for s in sorotan[:SOROTAN_DITAMPILKAN]:
        opd, tahun = saringan.opd.kode_opd, saringan.tahun
        tautan(INDIKATOR, f"**{md(s.judul)}**", opd=opd, tahun=tahun, indikator=s.kode_indikator)
        st.caption(md(f"{s.teks}, {s.catatan}" if s.catatan else s.teks))
    if len(sorotan) > SOROTAN_DITAMPILKAN:
        st.caption(f"dan {len(sorotan) - SOROTAN_DITAMPILKAN} lagi pada halaman Capaian")


# --- heat table -------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def peta_html(peta: PetaPredikat, tahun: int) -> str:
    """Return IKU by year, one coloured cell a year; the chosen year has a tinted column."""
    kolom = (KolomTabel("Indikator"), *(KolomTabel(str(t)) for t in peta.tahun))
    keterangan = f"Capaian tiap IKU diwarnai menurut predikat; kolom {tahun} diberi latar"
    return _html("dk-predikat__panas", kolom, _baris_peta(peta, tahun), keterangan)


def _baris_peta(peta: PetaPredikat, tahun: int) -> Iterable[Baris]:
    lalu = None
    for b in peta.baris:
        if b.sasaran and b.sasaran != lalu:
            yield Baris((b.sasaran,), "kelompok")
        lalu = b.sasaran
        sel_peta = (sel_html(s, kini=t == tahun) for t, s in zip(peta.tahun, b.sel, strict=True))
        yield Baris((b.indikator, *sel_peta))


def sel_html(sel: SelPredikat, *, kini: bool = False) -> Markup:
    """Return a cell of the heat table: symbol and figure, the meaning as title and for a screen reader."""
    warna = Markup(' style="background:{};color:{}"').format(sel.rupa.warna, sel.rupa.warna_teks) if sel.rupa else ""
    nada = KELAS_NADA[bool(sel.tercapai)] if sel.jenis is JenisSel.STATUS else ""
    kelas = "".join(f" {k}" for k in (_KELAS_SEL.get(sel.jenis), nada, "is-kini" if kini else "") if k)
    teks = sel.teks or {JenisSel.KOSONG: TIDAK_TERSEDIA, JenisSel.TIADA: "·"}.get(sel.jenis, "")
    return bertanda(_SEL.format(kelas, warna, sel.arti, sel.simbol, teks, sel.arti), sel.tanda)


_CONTOH = (
    (
        SelPredikat(jenis=JenisSel.STATUS, simbol="✓", teks="WTP", arti="contoh", tercapai=True),
        "predikat yang mencapai target",
    ),
    (
        SelPredikat(jenis=JenisSel.STATUS, simbol="✗", teks="WDP", arti="contoh", tercapai=False),
        "predikat yang tidak mencapai target",
    ),
    (
        SelPredikat(jenis=JenisSel.REALISASI, simbol="", teks="12,3", arti="contoh"),
        "realisasi yang belum dapat dinilai",
    ),
    (SelPredikat(jenis=JenisSel.KOSONG, simbol="–", teks="", arti="contoh"), "target tanpa realisasi"),
)


def legenda_peta() -> None:
    """Explain the cells that carry no predikat."""
    isi = Markup("").join(Markup("<span>{} {}</span>").format(sel_html(s), arti) for s, arti in _CONTOH)
    akhir = Markup("<span>· tidak ada data tahun itu</span><span>※ tanda: buka untuk penjelasan</span>")
    st.html(str(Markup('<div class="dk-predikat__contoh">{}{}</div>').format(isi, akhir)))


# --- sasaran and OPD --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def sasaran_html(baris: tuple[BarisSasaran, ...]) -> str:
    """Return the sasaran with mean capaian, predikat and what the report prints."""
    kolom = (
        KolomTabel("Sasaran"),
        KolomTabel("Rata-rata capaian", angka=True),
        KolomTabel("Predikat"),
        KolomTabel("IKU mencapai target"),
        KolomTabel("Menurut laporan"),
    )
    return str(tabel_html(kolom, (Baris(_sel_sasaran(b)) for b in baris)))


def _sel_sasaran(baris: BarisSasaran) -> tuple[str | Markup, ...]:
    rata = Markup("{}<br>{}").format(baris.capaian or redup("Belum dapat dihitung"), redup(baris.rata.keterangan))
    kata = cip(baris.predikat, baris.rupa) if baris.predikat else redup("–")
    sama = {True: " (sama)", False: " (berbeda)", None: ""}[baris.sama]
    lapor = f"{baris.dilaporkan}{sama}" if baris.dilaporkan else redup("Tidak tercetak")
    return (baris.sasaran, bertanda(rata, baris.tanda), kata, baris.tercapai or redup("–"), lapor)


@lru_cache(maxsize=128)
def matriks_html(matriks: Matriks, kode_opd: str) -> str:
    """Return OPD by year: mean capaian with its predikat, and how many IKU have which."""
    kolom = (KolomTabel("OPD"), *(KolomTabel(str(t)) for t in matriks.tahun))
    baris = (
        Baris((b.nama, *(_sel_matriks(s) for s in b.sel)), "terpilih" if b.kode == kode_opd else "")
        for b in matriks.baris
    )
    return _html("dk-predikat__matriks", kolom, baris, KETERANGAN_MATRIKS)


KETERANGAN_MATRIKS = (
    "Rata-rata capaian IKU dan jumlah IKU per predikat (– tanpa predikat); setiap OPD dinilai dengan skalanya sendiri"
)
_TIADA = Markup('<span class="dk-predikat__tiada dk-teks__redup" title="tidak ada IKU">·</span>')
_SEBARAN = Markup('<div class="dk-predikat__sebaran" title="{}">{}</div>')


def _sel_matriks(sel: SelMatriks | None) -> Markup:
    if sel is None:
        return _TIADA
    awal = cip(sel.teks, sel.rupa) if sel.teks else redup("Belum dapat dihitung")
    arti = ", ".join(f"{n} {kata}" for _, kata, n in sel.sebaran)
    sebaran = _SEBARAN.format(arti, " · ".join(f"{simbol} {n}" for simbol, _, n in sel.sebaran))
    return Markup("{}{}").format(awal, sebaran)


# --- AKIP and IKM -----------------------------------------------------------------------------------------------------


def gambar_akip(dataset: Dataset, tabel: TabelNilai, kode_opd: str) -> None:
    """Draw the AKIP history of an OPD, or of the regency, with its scale."""
    baris = akip_terpilih(tabel, kode_opd)
    if baris is None or tabel.skala is None:
        st.subheader("AKIP", anchor=False)
        st.text("Belum ada nilai AKIP.")
        return
    st.subheader(md(f"AKIP {baris.nama}"), anchor=False)
    if not baris.bernilai:
        st.text(f"{', '.join(f'{n.tahun}: {n.teks}' for n in baris.sel if n)}. Nilai angkanya tidak tercetak.")
        legenda_skala(tabel.skala)
        return
    pembanding = next((b for b in tabel.baris if b.keseluruhan and b is not baris), None)
    grafik = grafik_akip(baris, pembanding, tabel.skala)
    alt = f"AKIP {baris.nama}: " + ", ".join(f"{n.tahun} {n.teks}" for n in baris.sel if n)
    sumber = (n.sumber for b in (baris, pembanding) if b for n in reversed(b.sel) if n)
    gambar(grafik, "akip", alt, dataset, sumber)
    legenda_skala(tabel.skala)


def gambar_ikm(dataset: Dataset, ikm: PeringkatIkm, kode_opd: str) -> None:
    """Draw every unit of IKM on its scale; without a value in the year, offer the years that have one."""
    st.subheader(f"IKM unit {ikm.tahun}", anchor=False)
    if not ikm.cukup or ikm.skala is None:
        st.text(catatan_ikm(ikm))
        tahun_ada = (t for t in ikm.tahun_ada if t != ikm.tahun)
        with st.container(horizontal=True):
            for tahun in tahun_ada:
                st.button(str(tahun), key=f"tahun_ikm_{tahun}", on_click=pilih_tahun, args=(tahun,))
        return
    sumber = (u.nilai.sumber for u in ikm.unit if u.nilai)
    gambar(grafik_ikm(ikm, kode_opd), "ikm", catatan_ikm(ikm), dataset, sumber)
    legenda_skala(ikm.skala, catatan_ikm(ikm))


@lru_cache(maxsize=128)
def akip_html(tabel: TabelNilai, kode_opd: str) -> str:
    """Return AKIP of every OPD over the years, graded on its scale."""
    kolom = (KolomTabel("OPD"), *(KolomTabel(str(t)) for t in tabel.tahun))
    baris = (
        Baris((b.nama, *(_sel_nilai(s) for s in b.sel)), "terpilih" if b.kode_opd == kode_opd else "")
        for b in tabel.baris
    )
    return _html("dk-predikat__matriks", kolom, baris)


def _sel_nilai(nilai: NilaiSkala | None) -> Markup:
    if nilai is None:
        return Markup('<span class="dk-predikat__tiada dk-teks__redup" title="{0}">–</span>').format(TIDAK_TERSEDIA)
    isi = Markup('<span title="{}">{}</span>').format(nilai.arti, cip(nilai.teks, nilai.rupa))
    return bertanda(isi, nilai.tanda)


def tabel_skala(akip: TabelNilai, ikm: PeringkatIkm, kode_opd: str, tahun: int) -> None:
    """Draw the tables of what is rated on scales of its own, each where it has rows."""
    if akip.baris:
        st.subheader("AKIP menurut OPD dan tahun", anchor=False)
        st.html(akip_html(akip, kode_opd))
    if ikm.cukup:
        st.subheader(f"Peringkat IKM unit {tahun}", anchor=False)
        tabel_peringkat(ikm, kode_opd)


def tabel_peringkat(ikm: PeringkatIkm, kode_opd: str) -> None:
    """Draw the ranking of units in two columns, those without a value at the end."""
    rinci = ikm.tanpa if len(ikm.tanpa) <= TANPA_DIRINCI else ()
    semua = [*ikm.unit, *rinci]
    tengah = (len(semua) + 1) // 2
    for wadah, bagian in zip(st.columns(2, gap="medium"), (semua[:tengah], semua[tengah:]), strict=True):
        with wadah:
            st.html(unit_html(tuple(bagian), kode_opd, responden=ikm.ada_responden))
    if ikm.tanpa and not rinci:
        st.text(f"{len(ikm.tanpa)} unit lain tidak memiliki nilai IKM tahun {ikm.tahun}.")


@lru_cache(maxsize=256)
def unit_html(unit: tuple[BarisUnit, ...], kode_opd: str, *, responden: bool) -> str:
    """Return a part of the ranking."""
    kolom = [KolomTabel("Unit"), KolomTabel("IKM"), *([KolomTabel("Responden", angka=True)] if responden else [])]
    baris = (Baris(_sel_unit(u, responden=responden), "terpilih" if u.kode_opd == kode_opd else "") for u in unit)
    return _html("dk-mini", kolom, baris)


_UNIT = Markup('<div class="dk-predikat__unit"><span>{}</span><span>{}{}</span></div>')


def _sel_unit(baris: BarisUnit, *, responden: bool) -> tuple[str | Markup, ...]:
    catatan = Markup("<br>{}").format(redup(baris.catatan)) if baris.catatan and baris.nilai is None else ""
    nama = _UNIT.format(baris.peringkat or "–", baris.nama, catatan)
    nilai = cip(baris.nilai.teks, baris.nilai.rupa) if baris.nilai else redup(TIDAK_TERSEDIA)
    orang = f"{baris.responden} !" if baris.sedikit and baris.nilai else baris.responden
    return (nama, nilai, *([orang or redup("–")] if responden else []))
