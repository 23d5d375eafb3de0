"""Every view of every page looks as somebody approved it; `alat_gambar` says how that is compared.

`script/screenshots --setujui` renews the pictures, after somebody has looked at what this test wrote.
"""

import pytest
from alat_gambar import (
    BATAS_BITA,
    DISETUJUI,
    FOLDER_BEDA,
    Layar,
    bagian_beda,
    banding,
    jarak_ubin,
    kalimat_beda,
    potret,
    server_gambar,
)
from PIL import Image
from tampilan import SLAID, TAMPILAN

MENURUT_NAMA = {t.nama: t for t in (*TAMPILAN, *SLAID)}
GAYA_SALAH = {
    # fault: the view, what a style sheet does there by mistake, what the message must name
    "blue bands": ("opd-profil", ".dk-opd__utama { background: #08519C }", "dk-opd__utama “8 dari 20"),
    "pale bands": ("opd-profil", ".dk-opd__utama { background: #DCE6F0 }", "dk-opd__utama “8 dari 20"),
    "a column moved": ("opd-profil", ".dk-tabel td:nth-child(3) { position: relative; left: -3rem }", "dk-tabel"),
    "charts gone": ("capaian-capaian", ".js-plotly-plot { visibility: hidden }", "stPlotlyChart"),
    "wider letters": ("ringkasan", "h1 { letter-spacing: .03em }", "stHeading"),
    "a slide without its figure": ("tayang-predikat", "figure { opacity: 0 }", "figure “"),
}
SISIPKAN = "gaya => document.head.insertAdjacentHTML('beforeend', `<style id=salah>${gaya}</style>`)"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A dashboard of its own: on its day everything that shows a date is drawn alike."""
    with server_gambar(tmp_path_factory.mktemp("server")) as berjalan:
        yield berjalan
        assert berjalan.galat() == []


@pytest.fixture(scope="module")
def layar(jendela, server):
    """One session for all views."""
    with jendela("laptop").dipinjam() as satu:
        yield Layar(satu, server)


@pytest.mark.parametrize("tampilan", [*TAMPILAN, *SLAID], ids=lambda t: t.nama)
def test_a_view_looks_as_somebody_approved_it(layar, tampilan):
    beda, _ = banding(layar.buka(tampilan), tampilan.nama)
    kepala = f"{tampilan.halaman.judul}, {tampilan.nama}: lihat {FOLDER_BEDA.name}/{tampilan.nama}-*.png"
    assert not beda, "\n".join([kepala, *beda])


def test_every_picture_belongs_to_a_view_and_all_stay_small():
    ada = {b.stem: b.stat().st_size for b in DISETUJUI.iterdir()}
    assert set(ada) == set(MENURUT_NAMA)
    assert sum(ada.values()) < BATAS_BITA


@pytest.mark.parametrize(("nama", "gaya", "disebut"), GAYA_SALAH.values(), ids=GAYA_SALAH)
def test_a_fault_of_a_style_sheet_is_found_and_named(layar, nama, gaya, disebut):
    halaman = layar.buka(MENURUT_NAMA[nama])
    semula = potret(halaman)
    halaman.evaluate(SISIPKAN, gaya)
    bagian = bagian_beda(jarak_ubin(semula, potret(halaman)))
    kalimat = kalimat_beda(halaman, bagian)
    halaman.evaluate("document.getElementById('salah').remove()")
    assert any(disebut in k for k in kalimat), kalimat
    assert bagian_beda(jarak_ubin(semula, potret(halaman))) == []


def test_a_page_that_grew_differs_below_what_both_have():
    lama, baru = (Image.new("RGB", (40, tinggi), "white") for tinggi in (40, 48))
    (bagian,) = bagian_beda(jarak_ubin(lama, baru))
    assert bagian.kotak == (0, 160, 160, 192)
