"""Progress by quarters: the table of an OPD's indicators, and the state without any quarter."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from components.dasar.tabel import Baris, KolomTabel, atau_kosong, cip, redup, tabel_html
from kinerja.telaah.triwulan.jejak import URUTAN
from kinerja.telaah.triwulan.kemajuan import Jalur, KemajuanTriwulan, SelTriwulan
from kinerja.telaah.triwulan.petunjuk import KEPALA_CONTOH, KETERANGAN_CONTOH, PETUNJUK

_BUNGKUS = Markup('<div class="{}">{}</div>')
_KECIL = Markup('<div class="dk-triwulan__kecil{}">{}</div>')
_AWAS = Markup('<div class="dk-triwulan__awas">⚠ {}</div>')


def tabel_triwulan(baris: Sequence[KemajuanTriwulan], nama: Callable[[KemajuanTriwulan], str | Markup]) -> str:
    """Return the progress of indicators, one row each; `nama` draws an indicator's name (as a link, or plain)."""
    kolom = (
        KolomTabel("Indikator"),
        *(KolomTabel(p.value) for p in URUTAN),
        KolomTabel("Sampai kini"),
        KolomTabel("Jalur"),
    )
    isi = (
        Baris(
            (
                Markup("{}{}").format(nama(k), _kecil(f"{k.satuan}; {k.arah}; {k.akumulasi}")),
                *(_sel(s) for s in k.sel),
                _sampai(k),
                _jalur(k),
            )
        )
        for k in baris
    )
    return str(_BUNGKUS.format("dk-triwulan", tabel_html(kolom, isi)))


def _kecil(teks: str, *, redupkan: bool = True) -> Markup:
    return _KECIL.format(" dk-teks__redup" if redupkan else "", teks) if teks else Markup("")


def _sel(sel: SelTriwulan) -> Markup:
    if not sel.ada:
        return redup("Belum ada baris")
    target = _kecil(f"target {sel.target}" if sel.target else "tanpa target")
    nilai = Markup("")
    if sel.capaian:
        nilai = Markup("{}{}").format(cip(sel.capaian, sel.rupa), _kecil(sel.predikat or "Di bawah skala"))
    elif sel.dinilai:
        nilai = _kecil(f"{sel.simbol} {sel.status}", redupkan=False)
    return Markup("{}{}{}").format(atau_kosong(sel.realisasi), target, nilai)


def _sampai(k: KemajuanTriwulan) -> Markup:
    if not k.sampai:
        return redup("Belum ada realisasi triwulan")
    target = f"target tahun {k.target_tahun} ({k.asal_target})" if k.target_tahun else "target tahun tidak tersedia"
    awas = _AWAS.format(k.peringatan) if k.peringatan else ""
    awal = Markup("<b>{}</b> {}").format(atau_kosong(k.realisasi), redup(k.kata_sampai))
    return Markup("{}{}{}{}").format(awal, _kecil(k.bagian, redupkan=False), _kecil(target), awas)


def _jalur(k: KemajuanTriwulan) -> Markup:
    if k.jalur is Jalur.TIDAK_DINILAI:
        return Markup("{}{}").format(cip(k.jalur.value, k.jalur.rupa), _kecil(k.alasan))
    target = f"target {k.target} {k.kata_sampai}"
    teks = f"{k.teks_persen} dari {target}" if k.teks_persen else target
    return Markup("{}{}{}").format(cip(k.jalur.value, k.jalur.rupa), _kecil(teks, redupkan=False), _kecil(k.catatan))


def petunjuk_triwulan(contoh: Sequence[Sequence[str]]) -> None:
    """Draw what to write into the workbook so that there are quarters, with example rows."""
    st.subheader("Cara mengisi triwulan", anchor=False)
    butir = Markup("").join(Markup("<li>{}</li>").format(p) for p in PETUNJUK)
    st.html(str(Markup("<ol>{}</ol>").format(butir)))
    kolom = [KolomTabel(k) for k in KEPALA_CONTOH]
    baris = (Baris(tuple(s or redup("(diisi nanti)") for s in b)) for b in contoh)
    st.html(str(_BUNGKUS.format("dk-triwulan__contoh", tabel_html(kolom, baris, KETERANGAN_CONTOH))))
