"""Pictures of views at a quarter of their size, held tile by tile against those that somebody has looked at.

A view is taken as high as it is (up to TINGGI), made smaller four times on each side, and compared by the mean colour
of tiles of 16 x 16 pixels of the page, in CIE Lab, where equal steps look about equally far apart. The edges of letters
that another Chromium draws otherwise cancel out in a mean; a band, a missing chart, a column that moved does not.

The server's clock stands still and letters are set by their true widths, so that lines break alike on every machine.
"""

import io
import re
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from alat_peramban import AKAR, buka, jalankan, pindah, tayang
from PIL import Image, ImageChops, ImageCms, ImageDraw

from components.bingkai.navigasi import PANDUAN

DISETUJUI = Path(__file__).parent / "gambar_disetujui"
FOLDER_BEDA = AKAR / "var" / "potret-beda"
LEBAR, TINGGI = 1366, 4000
"""Pixels of the window. What stands lower is the rest of a long table, drawn by the same code as its beginning."""
SKALA = 4
UBIN = 4
"""Pixels of a small picture on each side of a tile."""
TOLERANSI = 6.0
"""Distance in CIE Lab, black to white being 100."""
BATAS_BITA = 2_000_000
"""All pictures together."""
DISEBUT = 6
"""Places that a message names, from the top."""
_MULAI = Path(__file__).with_name("mulai_tetap.py")
_POJOK = (LEBAR - 2, 2)
"""Where the pointer rests: over the menu it would open a button there."""
_LEBAR_HURUF = """() => document.head.insertAdjacentHTML(
    'beforeend', '<style>* { text-rendering: geometricPrecision !important }</style>')"""
"""Otherwise each machine rounds the widths of letters by its own hinting, and lines break elsewhere."""
_LAB = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
_DASAR_ISI = """() => document.querySelector('[data-testid=stMainBlockContainer]')?.getBoundingClientRect().bottom
    ?? innerHeight"""
_SEBUT = """titik => titik.map(([x, y]) => {
    const el = document.elementFromPoint(x, y);
    const teks = e => e?.innerText?.trim().replace(/\\s+/g, ' ').slice(0, 50) ?? '';
    const milik = el?.closest('[class*=dk-], [data-testid]') ?? el?.closest('figure, section, ul, table, h1') ?? el;
    if (!milik) return 'luar halaman';
    const nama = milik.getAttribute('class')?.match(/dk-[\\w-]+/)?.[0] ?? milik.dataset.testid ?? milik.localName;
    const kepala = document.querySelectorAll(':is([data-testid=stMain], .slaid) :is(h1, h2, h3, summary)');
    const di_atas = [...kepala].filter(j => teks(j) && j.checkVisibility() && !milik.contains(j)
        && j.getBoundingClientRect().top <= y && j.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
    return `${nama} “${teks(milik)}”` + (di_atas.length ? ` di bawah “${teks(di_atas.at(-1))}”` : '');
})"""
"""What stands at a point: its block or its kind of widget, what that says, and the heading above it."""


@dataclass(frozen=True)
class Bagian:
    """A place that looks different, in pixels of the page: its corners, the middle of its farthest tile and how far."""

    kotak: tuple[int, int, int, int]
    titik: tuple[int, int]
    jarak: float


@contextmanager
def server_gambar(folder):
    """Run the dashboard on the shipped data, on a day that does not pass."""
    with jalankan(folder, mulai=(str(_MULAI),)) as berjalan:
        yield berjalan


class Layar:
    """Where the views are looked at: a window as high as any page, and another with the deck on the full screen."""

    def __init__(self, halaman, server):
        self.halaman, self._server, self._tayang = halaman, server, None
        halaman.set_viewport_size({"width": LEBAR, "height": TINGGI})
        # A page without charts: those measure their texts once, before the widths of letters are set.
        buka(halaman, server.url(PANDUAN.jalur))
        halaman.evaluate(_LEBAR_HURUF)
        halaman.mouse.move(*_POJOK)

    def buka(self, tampilan):
        """Go to a view within the session; return the window that shows it, drawn."""
        if tampilan.slaid:
            return self._buka_slaid(tampilan)
        pindah(self.halaman, self._server.url(tampilan.jalur, **tampilan.alamat))
        if tampilan.tab:
            nama = re.compile(f"^{tampilan.tab}")
            self.halaman.get_by_role("tab", name=nama).click()
            self.halaman.mouse.move(*_POJOK)
            self.halaman.get_by_role("tabpanel", name=nama).wait_for()
        return self.halaman

    def _buka_slaid(self, tampilan):
        if self._tayang is None:
            self._tayang = self.halaman.context.new_page()
            tayang(self._tayang, self._server)
            self._tayang.evaluate(_LEBAR_HURUF)
        self._tayang.evaluate("slaid => { location.hash = slaid; }", tampilan.slaid)
        self._tayang.locator(f".slaid:not([hidden])[id='{tampilan.slaid}'] h1").wait_for()
        # The controls go once the pointer has rested; some Chromium moves it when a window opens.
        self._tayang.wait_for_function("() => !document.querySelector('.gerak')")
        return self._tayang


def potret(halaman):
    """Take the view as it stands, at a quarter of its size."""
    tinggi = min(int(halaman.evaluate(_DASAR_ISI)), TINGGI)
    bagian = {"x": 0, "y": 0, "width": LEBAR, "height": tinggi}
    bita = halaman.screenshot(animations="disabled", caret="hide", clip=bagian)
    return Image.open(io.BytesIO(bita)).convert("RGB").reduce(SKALA)


def jarak_ubin(lama, baru):
    """Return how far the tiles of two pictures lie from each other; what only one of them has is as far as can be."""
    satu, dua = _ubin(lama), _ubin(baru)
    jarak = np.full(np.maximum(satu.shape, dua.shape)[:2], 100.0)
    tinggi, lebar = np.minimum(satu.shape, dua.shape)[:2]
    jarak[:tinggi, :lebar] = np.linalg.norm(satu[:tinggi, :lebar] - dua[:tinggi, :lebar], axis=2)
    return jarak


def _ubin(gambar):
    lab = np.asarray(ImageCms.applyTransform(gambar.reduce(UBIN), _LAB))
    return np.dstack([lab[..., 0] * (100 / 255), lab[..., 1:].astype(np.int8)])


def bagian_beda(jarak):
    """Gather the tiles beyond the tolerance into places, from the top: tiles that touch are one place."""
    sisa = {(int(b), int(k)) for b, k in np.argwhere(jarak > TOLERANSI)}
    hasil = []
    while sisa:
        tepi, milik = [sisa.pop()], []
        while tepi:
            baris, kolom = tepi.pop()
            milik.append((baris, kolom))
            dekat = {(b, k) for b in range(baris - 1, baris + 2) for k in range(kolom - 1, kolom + 2)} & sisa
            sisa -= dekat
            tepi += dekat
        hasil.append(_bagian(milik, jarak))
    return sorted(hasil, key=lambda b: (b.kotak[1], b.kotak[0]))


def _bagian(ubin, jarak):
    baris, kolom = zip(*ubin, strict=True)
    sisi = SKALA * UBIN
    kotak = (min(kolom) * sisi, min(baris) * sisi, (max(kolom) + 1) * sisi, (max(baris) + 1) * sisi)
    b, k = max(ubin, key=lambda u: jarak[u])
    return Bagian(kotak, (k * sisi + sisi // 2, b * sisi + sisi // 2), float(jarak[b, k]))


def kalimat_beda(halaman, bagian):
    """Say what stands in the open page where it looks different."""
    disebut = bagian[:DISEBUT]
    nama = halaman.evaluate(_SEBUT, [b.titik for b in disebut])
    lagi = [f"dan {len(bagian) - DISEBUT} tempat lagi"] if len(bagian) > DISEBUT else []
    return [*(_kalimat(b, n) for b, n in zip(disebut, nama, strict=True)), *lagi]


def _kalimat(bagian, nama):
    kiri, atas, kanan, bawah = bagian.kotak
    return f"y {atas}–{bawah}, x {kiri}–{kanan}: {nama} (jarak {bagian.jarak:.0f})"


def banding(halaman, nama):
    """Compare the open view with its approved picture; return what moved and what the view looks like now."""
    baru, berkas = potret(halaman), DISETUJUI / f"{nama}.webp"
    if not berkas.exists():
        return ["belum ada gambar yang disetujui"], baru
    lama = Image.open(berkas).convert("RGB")
    if bagian := bagian_beda(jarak_ubin(lama, baru)):
        simpan_beda(nama, lama, baru, bagian)
    tinggi = [f"tinggi {lama.height * SKALA} menjadi {baru.height * SKALA}"] if lama.height != baru.height else []
    return [*tinggi, *kalimat_beda(halaman, bagian)] if bagian else [], baru


def simpan_beda(nama, lama, baru, bagian):
    """Write old, new and difference into FOLDER_BEDA: grey what stayed, in red frames what did not."""
    FOLDER_BEDA.mkdir(parents=True, exist_ok=True)
    ukuran = (max(lama.width, baru.width), max(lama.height, baru.height))
    papan = [Image.new("RGB", ukuran, "white") for _ in range(2)]
    for kosong, gambar in zip(papan, (lama, baru), strict=True):
        kosong.paste(gambar)
    beda = Image.blend(papan[1].convert("L").convert("RGB"), ImageChops.invert(ImageChops.difference(*papan)), 0.5)
    kuas = ImageDraw.Draw(beda)
    for b in bagian:
        kiri, atas, kanan, bawah = (sisi // SKALA for sisi in b.kotak)
        kuas.rectangle((kiri - 1, atas - 1, kanan, bawah), outline="#D00000")
    for akhiran, gambar in (("lama", lama), ("baru", baru), ("beda", beda)):
        gambar.save(FOLDER_BEDA / f"{nama}-{akhiran}.png")


def setujui(nama, gambar):
    """Make a picture the approved one."""
    DISETUJUI.mkdir(exist_ok=True)
    gambar.save(DISETUJUI / f"{nama}.webp", lossless=True)
