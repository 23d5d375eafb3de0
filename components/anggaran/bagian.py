"""Building blocks of the budget: the way down and back up, findings, tables with bars of serapan."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import partial

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from components.anggaran.grafik import grafik_uang
from components.bingkai import bingkai
from components.bingkai.navigasi import ANGGARAN, tautan
from components.bingkai.saringan import Saringan, peringatan_alamat, pilih_segmen, serap_alamat, tulis_alamat
from components.dasar import keadaan as sesi
from components.dasar.grafik import gambar
from components.dasar.lipatan import lipatan
from components.dasar.tabel import Baris, KolomTabel, atau_kosong, bertanda, cip, redup, tabel
from components.dasar.teks import md
from kinerja.dataset import Dataset
from kinerja.nilai.angka import SERATUS, format_angka, format_persen, format_uang
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.salinan import Salinan, Topik
from kinerja.telaah.anggaran.apbd import LajurApbd, TabelApbd
from kinerja.telaah.anggaran.banding import BandingOpd, BarisCetakan, Cetakan
from kinerja.telaah.anggaran.efisiensi import BarisEfisiensi, TabelEfisiensi, teks_poin, teks_rasio
from kinerja.telaah.anggaran.rincian import BarisUang, RincianAnggaran, SorotanUang, baris_grafik, semua_jalur

TahunAda = Callable[[Dataset, str], Sequence[int]]
BARIS_TAMPIL = 15
"""A longer level shows so many lines; the others open on request."""
_BATANG = Markup('<div class="dk-anggaran__batang"><div style="width:{}%"></div></div>')
_KARTU = Markup('<div class="dk-teks__redup dk-anggaran__judul">{}</div><div class="dk-anggaran__angka">{}</div>')
_DALAM = Markup('<span class="dk-anggaran__dalam" style="padding-left:{}rem;font-weight:{}">{}</span>')


class TampilanAnggaran(StrEnum):
    """The three views of the page."""

    RINCIAN = "Rincian"
    APBD = "APBD"
    KUADRAN = "Capaian dan serapan"

    @property
    def alamat(self) -> str:
        """How it stands in the URL."""
        return self.name.lower()


def kepala(wadah: DeltaGenerator, pandangan: Pandangan, tentang: Topik) -> Salinan:
    """Draw the title of a view at the top of the page, and return it to be copied."""
    with wadah:
        peringatan_alamat()
        return bingkai.kepala(pandangan, tentang)


def kosong(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator, apa: str, tahun_ada: TahunAda) -> None:
    """Say at the top that a view has no data here; `tahun_ada` returns the years an OPD has it."""
    with wadah:
        peringatan_alamat()
        ada = (o for o in dataset.opd if saringan.tahun in tahun_ada(dataset, o))
        bingkai.tanpa_data(dataset, saringan, apa, tahun_ada(dataset, saringan.opd.kode_opd), ada)


def pilih_tampilan() -> TampilanAnggaran:
    """Draw the choice of view; it stands in the URL."""
    return pilih_segmen("Tampilan", sesi.LIHAT_ANGGARAN, list(TampilanAnggaran), tulis=lambda t: t.alamat)


def jalur_terbuka(dataset: Dataset, saringan: Saringan) -> str:
    """Return the address of the level that is open, kept in the URL while it is not the OPD itself."""
    lalu = st.session_state.get(sesi.tertulis(sesi.JALUR), "baru dibuka")
    if lalu not in (None, "baru dibuka") and sesi.JALUR not in st.query_params:
        # The reader went back to where nothing was open, or came anew by the menu.
        st.session_state[sesi.JALUR] = ""
    serap_alamat(sesi.JALUR, semua_jalur(dataset, saringan.opd.kode_opd, saringan.tahun) or ("",), "")
    jalur = str(st.session_state[sesi.JALUR])
    if not jalur:
        lepas_jalur()
        return ""
    if lalu not in (jalur, "baru dibuka"):
        # A link to the page that is open changes the parameters here but not the address bar; writing them anew does.
        st.query_params[sesi.JALUR] = jalur
    tulis_alamat(sesi.JALUR, jalur)
    return jalur


def lepas_jalur() -> None:
    """Take the address out of the URL; the session keeps it."""
    if sesi.JALUR in st.query_params:
        del st.query_params[sesi.JALUR]
    st.session_state[sesi.tertulis(sesi.JALUR)] = None


def remah(saringan: Saringan, rincian: RincianAnggaran) -> None:
    """Draw the way from the OPD to the level that is open; every step is a link back up."""
    if not rincian.remah:
        return
    langkah = [("", saringan.opd.nama_pendek), *((r.jalur, r.nama) for r in rincian.remah[:-1])]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for jalur, nama in langkah:
            _tautan_jalur(saringan, jalur, f"↑ {md(nama)}")
    st.markdown(f"**{md(rincian.nama)}**")


def _tautan_jalur(saringan: Saringan, jalur: str, teks: str) -> None:
    tautan(
        ANGGARAN,
        teks,
        opd=saringan.opd.kode_opd,
        tahun=saringan.tahun,
        lihat=TampilanAnggaran.RINCIAN.alamat,
        jalur=jalur,
    )


def kartu_sorotan(saringan: Saringan, sorotan: Sequence[SorotanUang]) -> None:
    """Draw the findings of a level side by side; one about a line that can be opened is a link to it."""
    if not sorotan:
        return
    for wadah, s in zip(st.columns(len(sorotan)), sorotan, strict=True):
        with wadah.container(border=True, height="stretch"):
            st.html(str(_KARTU.format(s.judul, s.angka)))
            if s.jalur:
                _tautan_jalur(saringan, s.jalur, md(s.teks))
            else:
                st.text(s.teks)


def buka_rincian(rincian: RincianAnggaran) -> None:
    """Draw the choice that opens a line of the level."""
    nama = {b.jalur: b.nama for b in rincian.baris if b.jalur}
    if not nama:
        return
    kunci = sesi.rincian_dibuka(_jalur(rincian))
    st.selectbox(
        f"Buka {rincian.tingkat}",
        list(nama),
        index=None,
        key=kunci,
        format_func=lambda j: nama.get(j, ""),
        placeholder="Pilih, atau klik batangnya",
        on_change=_pindah,
        args=(kunci,),
    )


def _jalur(rincian: RincianAnggaran) -> str:
    return rincian.remah[-1].jalur if rincian.remah else ""


def _pindah(kunci: str) -> None:
    tujuan = st.session_state.get(kunci)
    if tujuan:
        st.session_state[sesi.JALUR] = tujuan
        st.session_state[kunci] = None


def grafik_rincian(dataset: Dataset, rincian: RincianAnggaran) -> None:
    """Draw the chart of a level; choosing a bar opens its line."""
    kunci = sesi.grafik_rincian(_jalur(rincian))
    gambar(
        grafik_uang(baris_grafik(rincian)),
        kunci,
        f"{rincian.judul}. Pagu dan realisasi menurut {rincian.tingkat}.",
        dataset,
        rincian.sumber,
        on_select=lambda: _pindah_dari_grafik(kunci),
        selection_mode="points",
    )
    st.caption(_KATA_PAGU if rincian.hanya_pagu else _KATA_SERAPAN)


_KATA_PAGU = "Batang dan angka: pagu."
_KATA_SERAPAN = "Batang terang: pagu. Batang gelap: realisasi. Angka: serapan."


def _pindah_dari_grafik(kunci: str) -> None:
    titik = st.session_state[kunci]["selection"]["points"]
    tujuan = next((t["customdata"][0] for t in titik if t.get("customdata")), "")
    if tujuan:
        st.session_state[sesi.JALUR] = tujuan


def uang(angka: Decimal | None) -> str | Markup:
    """Return an amount of rupiah without the word, or that it is not available."""
    return atau_kosong("" if angka is None else format_uang(angka))


def persen_berbatang(persen: Decimal | None) -> str | Markup:
    """Return a percentage with its bar, which stops at 100."""
    if persen is None:
        return redup("–")
    lebar = format(min(max(persen, Decimal(0)), SERATUS), ".1f")
    return Markup("{}{}").format(format_persen(persen), _BATANG.format(lebar))


def tabel_rincian(rincian: RincianAnggaran) -> None:
    """Draw the lines of a level and their sum; a long level shows the largest, the others on request."""
    semua = list(rincian.baris)
    lajur, buat = (_KOLOM_PAGU, _sel_pagu) if rincian.hanya_pagu else (_KOLOM_UANG, _sel_uang)
    kolom = (KolomTabel(rincian.tingkat.capitalize()), *lajur)
    jumlah = BarisUang(
        jalur="",
        nama=f"Jumlah {len(semua)} {rincian.tingkat}",
        jumlah=rincian.jumlah,
        bagian=SERATUS,
        tanda=rincian.tanda,
    )
    tampil = semua if len(semua) <= BARIS_TAMPIL + 5 else semua[:BARIS_TAMPIL]
    isi = [Baris(buat(b)) for b in tampil]
    tabel(kolom, [*isi, Baris(buat(jumlah), "jumlah")], f"Rupiah, menurut {rincian.tingkat}; pagu terbesar dahulu")
    sisa = semua[len(tampil) :]
    if sisa:
        isi_sisa = [Baris(buat(b)) for b in sisa]
        lipatan(f"{len(sisa)} {rincian.tingkat} lainnya", "anggaran_lain", partial(tabel, kolom, isi_sisa))


_KOLOM_UANG = (
    KolomTabel("Pagu", angka=True),
    KolomTabel("Realisasi", angka=True),
    KolomTabel("Serapan", angka=True),
    KolomTabel("Sisa", angka=True),
)
_KOLOM_PAGU = (KolomTabel("Pagu", angka=True), KolomTabel("Bagian", angka=True), KolomTabel("IKU yang didukung"))


def _sel_uang(baris: BarisUang) -> tuple[str | Markup, ...]:
    j = baris.jumlah
    return (
        baris.nama,
        bertanda(uang(j.pagu), baris.tanda),
        uang(j.realisasi),
        persen_berbatang(j.serapan),
        uang(j.sisa),
    )


def _sel_pagu(baris: BarisUang) -> tuple[str | Markup, ...]:
    return (
        baris.nama,
        bertanda(uang(baris.jumlah.pagu), baris.tanda),
        persen_berbatang(baris.bagian),
        redup("; ".join(baris.dukung) or "–"),
    )


def tabel_opd(banding: BandingOpd) -> None:
    """Draw the OPD that have a budget side by side."""
    st.subheader(md(banding.judul), anchor=False)
    kolom = (KolomTabel("OPD"), KolomTabel("Tahun"), *_KOLOM_UANG)
    tabel(kolom, _baris_opd(banding), banding.catatan)


def _baris_opd(banding: BandingOpd) -> Iterator[Baris]:
    for b in banding.baris:
        nama = Markup("{} {}").format(b.nama, redup("(keseluruhan)")) if b.keseluruhan else b.nama
        j = b.jumlah
        sel = (nama, str(b.tahun), uang(j.pagu), uang(j.realisasi), persen_berbatang(j.serapan), uang(j.sisa))
        yield Baris(sel, "terpilih" if b.terpilih else "")


def cetakan_lain(cetakan: Sequence[Cetakan]) -> None:
    """Draw the other prints of the same money, each closed until somebody asks."""
    if not cetakan:
        return
    st.subheader("Cetakan lain dari uang yang sama", anchor=False)
    st.caption("Dibandingkan dengan anggaran di atas, tidak pernah ditambahkan kepadanya.")
    for nomor, c in enumerate(cetakan):
        lipatan(md(f"{c.sumber}: {c.temuan}"), f"cetakan_{nomor}", partial(_tabel_cetakan, c))


def _tabel_cetakan(cetakan: Cetakan) -> None:
    ada_realisasi = any(b.realisasi is not None for b in cetakan.baris)
    ada_acuan = any(b.anggaran is not None for b in cetakan.baris)
    kolom = [KolomTabel("Uraian"), KolomTabel("Pagu", angka=True)]
    kolom += [KolomTabel("Realisasi", angka=True)] if ada_realisasi else []
    kolom += [KolomTabel("Pada anggaran", angka=True), KolomTabel("Selisih", angka=True)] if ada_acuan else []
    baris = [Baris(_sel_cetakan(b, ada_realisasi, ada_acuan)) for b in cetakan.baris]
    kosong = (Markup(""),) * (len(kolom) - 2)
    baris.append(Baris(("Jumlah rincian terdalam", uang(cetakan.rincian), *kosong), "jumlah"))
    if cetakan.total is not None:
        baris.append(Baris(("Total tercetak", uang(cetakan.total), *kosong), "jumlah"))
    tabel(kolom, baris)


def _sel_cetakan(baris: BarisCetakan, ada_realisasi: bool, ada_acuan: bool) -> tuple[str | Markup, ...]:
    sel: list[str | Markup] = [menjorok(baris.nama, baris.dalam), uang(baris.pagu)]
    if ada_realisasi:
        sel.append(uang(baris.realisasi))
    if ada_acuan:
        sel += [uang(baris.anggaran), redup("–") if baris.selisih is None else selisih(baris.selisih)]
    return tuple(sel)


def menjorok(nama: str, dalam: int) -> Markup:
    """Return a name moved in by its depth; only the top stands in bold."""
    tebal = 600 if dalam == 0 else 400
    return _DALAM.format(dalam, tebal, nama)


def selisih(angka: Decimal) -> str:
    """Write a difference in rupiah with its sign; nothing at all is said as such."""
    return f"{'+' if angka > 0 else ''}{format_uang(angka)}" if angka else "0, cocok"


def tabel_apbd(isi: TabelApbd) -> None:
    """Draw APBD: anggaran, realisasi, percentage, last year's realisasi and the change; columns without figures go."""
    kolom = [KolomTabel("Uraian")]
    kolom += [KolomTabel(f"Anggaran {isi.tahun}", angka=True)] if isi.ada_anggaran else []
    kolom += [KolomTabel(f"Realisasi {isi.tahun}", angka=True)]
    kolom += [KolomTabel("Persentase", angka=True)] if isi.ada_anggaran else []
    if isi.tahun_lalu:
        kolom += [KolomTabel(f"Realisasi {isi.tahun_lalu}", angka=True), KolomTabel("Perubahan", angka=True)]
    keterangan = "Rupiah; persentase adalah realisasi per anggaran" if isi.ada_anggaran else "Rupiah"
    tabel(kolom, (Baris(tuple(_sel_apbd(b, isi))) for b in isi.baris), keterangan)


def _sel_apbd(lajur: LajurApbd, isi: TabelApbd) -> Iterator[str | Markup]:
    yield menjorok(lajur.nama, 0 if lajur.total else 1)
    if isi.ada_anggaran:
        yield uang(lajur.anggaran)
    yield bertanda(uang(lajur.realisasi), lajur.tanda)
    if isi.ada_anggaran:
        yield persen_berbatang(lajur.persen)
    if isi.tahun_lalu:
        yield uang(lajur.lalu)
        if lajur.selisih is None:
            yield redup("–")
            return
        panah = "↑" if lajur.selisih > 0 else ("↓" if lajur.selisih < 0 else "=")
        tanda = "+" if lajur.selisih > 0 else ""
        persen = "" if lajur.selisih_persen is None else f"{tanda}{format_angka(lajur.selisih_persen, 2)}%"
        beda = selisih(lajur.selisih) if lajur.selisih else "0"
        yield Markup("{} {}<br>{}").format(panah, beda, redup(persen))


def kata_kuadran(isi: TabelEfisiensi) -> None:
    """Draw the rule of the quadrant in words, with how many IKU stand in each."""
    baris = (
        Markup("<li>{} {}</li>").format(cip(f"{kuadran.value}: {jumlah}", kuadran.rupa), kuadran.arti)
        for kuadran, jumlah in isi.jumlah
    )
    daftar = Markup('<ul class="dk-anggaran__kuadran">{}</ul>').format(Markup("").join(baris))
    st.html(str(daftar))
    st.caption(md(" ".join((isi.aturan, *isi.catatan))))


def tabel_kuadran(isi: TabelEfisiensi, keterangan: str) -> None:
    """Draw the indicators with money, capaian, efisiensi computed and as printed, and their quadrant."""
    tabel(_KOLOM_KUADRAN, (Baris(tuple(_sel_kuadran(b))) for b in isi.baris), keterangan)


_KOLOM_KUADRAN = (
    KolomTabel("Indikator"),
    KolomTabel("Pagu", angka=True),
    KolomTabel("Realisasi", angka=True),
    KolomTabel("Serapan", angka=True),
    KolomTabel("Capaian", angka=True),
    KolomTabel("Efisiensi (poin)", angka=True),
    KolomTabel("Rasio", angka=True),
    KolomTabel("Tercetak", angka=True),
    KolomTabel("Kuadran"),
)


def _sel_kuadran(baris: BarisEfisiensi) -> Iterable[str | Markup]:
    yield Markup("{} {}").format(
        baris.label, Markup('<span class="dk-anggaran__nama">{}</span>').format(baris.indikator)
    )
    yield uang(baris.pagu)
    yield uang(baris.realisasi)
    yield bertanda(atau_kosong("" if baris.serapan is None else format_persen(baris.serapan)), baris.tanda)
    yield bertanda(atau_kosong("" if baris.capaian is None else format_persen(baris.capaian)), baris.tanda_capaian)
    yield teks_poin(baris.efisiensi) or redup("–")
    yield teks_rasio(baris.efisiensi) or redup("–")
    yield baris.tercetak or redup("–")
    yield cip(baris.kuadran.value, baris.kuadran.rupa) if baris.kuadran else redup(baris.alasan)
