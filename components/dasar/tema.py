"""The look shared by every page: style sheet of our own HTML, and the base layout of every Plotly figure."""

from typing import Any

from kinerja.sajian.warna import KELABU_SEDANG, tembus

HURUF = '"Source Sans", "Source Sans 3", sans-serif'
ABU = tembus(KELABU_SEDANG, 0.35)
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
