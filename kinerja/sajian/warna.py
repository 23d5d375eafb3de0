"""The one palette: every colour of screen, slide and sheet by its name; no other module writes one down.

The theme in .streamlit/config.toml repeats four of them, because Streamlit reads it before any code runs (a test
compares).
"""

PUTIH, HITAM = "#FFFFFF", "#000000"

# Grades, best to worst: told apart by the colour-blind and in print.
BIRU_TUA, BIRU, KELABU, JINGGA, COKELAT = "#08519C", "#4292C6", "#8C8C8C", "#D9730D", "#8C2D04"
KELABU_PUCAT = "#E3E3E3"

# One hue, dark to light, between and beside the two blues of the grades.
BIRU_SEDANG, BIRU_MUDA, BIRU_LEMBUT, BIRU_PUCAT, BIRU_SAMAR = "#3182BD", "#6BAED6", "#9CC6E6", "#A9CDE4", "#D8E7F4"

# What is compared with: others, references, edges.
KELABU_BIRU, KELABU_BIRU_TUA, KELABU_TEPI, KELABU_SEDANG = "#B8C4D0", "#A9B8C6", "#7C8A98", "#808080"
KELABU_LAUT = "#7890A8"
JINGGA_TUA = "#B35806"

# Words on paper, on a slide, in a picture.
TINTA, TINTA_REDUP, KELABU_TUA, KELABU_GAMBAR = "#1B1B1B", "#4A4A4A", "#6B6B6B", "#7A7A7A"

# Slides and sheets.
KELABU_LEMBAR, TAUTAN = "#595959", "#0563C1"
LATAR_KARTU, LATAR_KEPALA, GARIS_KISI, GARIS_SUMBU, UNGU = "#EEF2F7", "#E3EBF3", "#D5D9DE", "#8A9099", "#5B3A8C"

# The same meaning on a light and on a dark ground of the screen.
Pasangan = tuple[str, str]
"""A colour on light, and on dark ground."""
AKSEN: Pasangan = (BIRU_TUA, "#8CC2EA")
AWAS: Pasangan = (COKELAT, "#F0A070")
LATAR: Pasangan = (PUTIH, "#10171F")
LATAR_LUNAK: Pasangan = ("#F3F6F9", "#1A242F")
TULISAN: Pasangan = ("#16202A", "#EDF2F7")
GALAT, LATAR_GALAT = "#B3470B", ("#FDF1E9", "#33241B")
LATAR_SLAID: Pasangan = (PUTIH, "#0E1117")
TINTA_SLAID: Pasangan = ("#1B1F24", "#F2F4F7")
REDUP_SLAID: Pasangan = ("#5A6068", "#AEB6C0")
GARIS_SLAID: Pasangan = ("#D5DAE0", "#3A424D")


def tembus(warna: str, alfa: float) -> str:
    """Return a colour that lets through what is behind it, as Plotly takes it; `alfa` from 0 (nothing) to 1."""
    merah, hijau, biru = bytes.fromhex(warna.removeprefix("#"))
    return f"rgba({merah},{hijau},{biru},{alfa})"
