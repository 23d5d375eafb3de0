"""The look shared by every page: style sheet of our own HTML, and the base layout of every Plotly figure."""

from typing import Any

import streamlit as st

HURUF = '"Source Sans", "Source Sans 3", sans-serif'
ABU = "rgba(128,128,128,0.35)"
SIMPAN = "Simpan grafik sebagai gambar (PNG)"
KONFIGURASI_GRAFIK: dict[str, Any] = {
    "displayModeBar": "hover",
    "displaylogo": False,
    "responsive": True,
    # One button: the chart as a picture, made by the browser itself.
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "png", "scale": 2, "filename": "grafik"},
    "locale": "id",
    "locales": {"id": {"dictionary": {"Download plot as a PNG": SIMPAN, "Download plot": SIMPAN}, "format": {}}},
}

_GAYA = """
<style>
[data-testid=stMainBlockContainer] { padding: 2.6rem clamp(1rem, 3vw, 3.5rem) 3rem; max-width: 1760px; }
[data-testid=stPageLink] a { padding: .1rem 0; line-height: 1.35; }
[data-testid=stPageLink] a > span:has([data-testid=stIconMaterial]) { display: none; }
[data-testid=stPageLink] p { white-space: normal; text-decoration: underline; text-underline-offset: .2em;
  text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
[data-testid=stElementContainer]:has([data-testid=stPageLink]) { margin-bottom: -.7rem; }
[data-testid=stMetricLabel] p { white-space: normal; }
.js-plotly-plot svg :is(.annotation-text, .xtick text, .ytick text, .xtitle, .ytitle, .textpoint text,
  .bartext-outside) {
  fill: currentColor !important; }
.js-plotly-plot .modebar-group { background: transparent !important; }
.st-key-grafik_dan_tabel [data-testid=stHorizontalBlock] { flex-wrap: wrap; }
.st-key-grafik_dan_tabel [data-testid=stColumn]:first-child { min-width: min(100%, 24rem); }
.st-key-grafik_dan_tabel [data-testid=stColumn]:last-child { min-width: min(100%, 46rem); }
[data-testid=stCaptionContainer][data-testid] { opacity: .8; }
.stMultiSelect [data-tag] { background: #08519C; color: #FFFFFF; }
.stButtonGroup [role=radio][aria-checked=true] { color: light-dark(#08519C, #8CC2EA) !important; }
.dk-tabel a { color: inherit; text-underline-offset: .2em; }
a.dk-tautan { color: inherit; text-underline-offset: .2em;
  text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
a.dk-tautan:hover { text-decoration-color: currentColor; }
.dk-gulir { overflow-x: auto; }
.dk-tabel { width: 100%; border-collapse: collapse; font-size: 0.92rem; line-height: 1.35; }
.dk-tabel caption { text-align: left; padding: 0 0 .4rem; opacity: .8; }
.dk-tabel th, .dk-tabel td { padding: .4rem .45rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid color-mix(in srgb, currentColor 16%, transparent); }
.dk-tabel thead th { font-weight: 600; white-space: nowrap; border-bottom-width: 2px; }
.dk-tabel .dk-angka { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.dk-tabel .dk-kelompok th { padding-top: 1rem; font-weight: 600; opacity: .85;
  background: color-mix(in srgb, currentColor 5%, transparent); }
.dk-tabel .dk-jumlah td, .dk-tabel .dk-jumlah th { font-weight: 700; border-top: 2px solid currentColor; }
.dk-tabel .dk-terpilih { background: color-mix(in srgb, #4292C6 18%, transparent); }
.dk-redup { opacity: .68; font-weight: 400; }
.dk-cip { display: inline-block; padding: .1rem .5rem; border-radius: .3rem; white-space: nowrap; font-size: .84rem;
  font-weight: 600; border: 1px solid color-mix(in srgb, currentColor 35%, transparent); }
.dk-baik { color: light-dark(#08519C, #8CC2EA); } .dk-buruk { color: light-dark(#8C2D04, #F0A070); }
.dk-legenda { display: flex; flex-wrap: wrap; gap: .35rem; } .dk-legenda > div { flex-basis: 100%; font-size: .88rem; }
.dk-tanda { display: inline-block; margin-left: .25rem; }
.dk-tanda summary { cursor: pointer; list-style: none; display: inline-block; min-width: 1.5rem; text-align: center;
  border: 1px solid currentColor; border-radius: .3rem; font-size: .8rem; padding: 0 .25rem; }
.dk-tanda summary::-webkit-details-marker { display: none; }
.dk-tanda[open] { display: block; white-space: normal; text-align: left; max-width: 22rem; margin-left: auto; }
.dk-tanda ul { margin: .3rem 0 0; padding-left: 1.1rem; font-size: .88rem; }
.dk-tombol { display: inline-block; padding: .35rem .8rem; border: 1px solid currentColor; border-radius: .4rem; }
#dk-kembali { position: fixed; right: 1.2rem; bottom: 1.2rem; z-index: 1000; text-decoration: none; }
.dk-utama { background: #08519C; color: #FFFFFF !important; font-weight: 600; }
a.dk-tombol { color: inherit; text-decoration: none; } a.dk-tombol:hover { text-decoration: underline; }
.dk-sumber { font-size: .8rem; opacity: .75; margin-top: -.5rem; overflow-wrap: anywhere; }
.dk-tombol[data-salin] { display: none; font: inherit; font-weight: 600; color: inherit; background: transparent;
  cursor: pointer; }
.dk-naskah .dk-tombol[data-salin] { display: inline-block; }
.dk-tombol[data-salin]:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
.dk-salin pre { margin: 0 0 .6rem; padding: .7rem .8rem; max-height: min(16rem, 28vh); overflow-y: auto;
  white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-size: .88rem; border-radius: .4rem;
  background: color-mix(in srgb, currentColor 6%, transparent); }
.st-key-kaki [data-testid=stPopover] { flex: none; }
.dk-kaki { font-size: .85rem; opacity: .75; border-top: 1px solid color-mix(in srgb, currentColor 16%, transparent);
  padding-top: .5rem; margin-top: .5rem; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  .st-key-spanduk_gudang, .st-key-spanduk_versi { margin-top: 1.2rem; }
  .dk-tabel thead { display: none; }
  .dk-tabel, .dk-tabel tbody, .dk-tabel tr, .dk-tabel td, .dk-tabel th { display: block; width: auto; }
  .dk-tabel tbody tr { border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: .5rem;
    margin-bottom: .7rem; padding: .3rem .2rem; }
  .dk-tabel tbody tr.dk-kelompok { border: 0; margin-bottom: .3rem; }
  .dk-tabel td, .dk-tabel tbody th { border: 0; padding: .2rem .6rem; }
  .dk-tabel td[data-judul] { display: flex; justify-content: space-between; gap: 1rem; text-align: right; }
  .dk-tabel td[data-judul]::before { content: attr(data-judul); opacity: .7; text-align: left; flex: none; }
  .dk-tabel caption { display: block; }
  .dk-tabel .dk-angka { white-space: normal; }
}
@media print { [data-testid=stSidebar], [data-testid=stHeader], .stSelectbox { display: none !important; } }
</style>
"""


def pasang_gaya() -> None:
    """Put the style sheet on the page; it holds no data."""
    st.html(_GAYA)


def tata_letak(tinggi: int, **tambahan: Any) -> dict[str, Any]:
    """Return the base layout of a figure: Indonesian separators, our type, no clutter; `tambahan` overrides."""
    dasar: dict[str, Any] = {
        # Streamlit puts its own theme on in the browser; the default template is five kilobytes of every figure sent.
        "template": "none",
        "height": tinggi,
        "margin": {"l": 8, "r": 24, "t": 8, "b": 32},
        "separators": ",.",
        "font": {"family": HURUF, "size": 15},
        "showlegend": False,
        "hoverlabel": {"font": {"family": HURUF, "size": 14}},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
    }
    return {**dasar, **tambahan}


def sumbu(**tambahan: Any) -> dict[str, Any]:
    """Return the base of an axis: quiet grid, no zoom by accident on a projector or a phone."""
    return {"gridcolor": ABU, "zeroline": False, "fixedrange": True, "automargin": True, **tambahan}
