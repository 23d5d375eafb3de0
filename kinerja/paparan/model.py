"""A slide as data: its finding, its figures, one chart or table, what the speaker says, where it is from.

Screen, pptx and pdf draw these classes and add nothing: no figure and no sentence is made in a drawer.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.sajian.rupa import Rupa
from kinerja.sajian.tabel_terbit import Format, TabelTerbit

BARIS_TERBANYAK = 7
"""Rows or bars on a slide; more are not read from the last seat (docs/paparan.md)."""


class BagianPaparan(StrEnum):
    """A section of a deck, in the order of a meeting."""

    TINDAK_LANJUT = "Tindak lanjut"
    RINGKASAN = "Ringkasan"
    PREDIKAT = "Predikat"
    TERBAIK_TERENDAH = "Tertinggi dan terendah"
    INDIKATOR = "Indikator"
    ANGGARAN = "Anggaran"
    KUADRAN = "Capaian dan serapan"
    REGIONAL = "Perbandingan wilayah"
    UJI = "Uji konsistensi"

    @property
    def alamat(self) -> str:
        """How the section stands in the URL."""
        return self.name.lower().replace("_", "-")


class JenisGrafik(StrEnum):
    """Form of a chart: lying bars, standing bars, lines over years, points on two axes."""

    BATANG = "batang"
    KOLOM = "kolom"
    GARIS = "garis"
    SEBARAN = "sebaran"


@dataclass(frozen=True, slots=True)
class Titik:
    """A value of a series; None is a gap. `x` only on two axes. `rupa` is the look where it is not the series'."""

    nilai: Decimal | None
    teks: str = ""
    rupa: Rupa | None = None
    x: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Deret:
    """A series: its name, one point a category, its colour; `target` is drawn apart (dashed line, hollow mark)."""

    nama: str
    titik: tuple[Titik, ...]
    warna: str
    target: bool = False


@dataclass(frozen=True, slots=True)
class AcuanGrafik:
    """A line across a chart at a value, named: the boundary of 100%, a mean. `tegak`: on the axis of x."""

    nama: str
    nilai: Decimal
    tegak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafik:
    """A chart.

    Attributes:
        jenis: its form.
        kategori: names of the categories (of the points, where it has two axes).
        deret: its series, at least one.
        satuan: unit of the values.
        format: number format of the values, also inside a pptx.
        alt: the finding in words, for who does not see it.
        acuan: lines across.
        sumbu: names of the two axes (x, y), empty where the labels say it.
        sorot: index of the category that the slide is about, None where there is none.
    """

    jenis: JenisGrafik
    kategori: tuple[str, ...]
    deret: tuple[Deret, ...]
    satuan: str
    format: Format
    alt: str
    acuan: tuple[AcuanGrafik, ...] = ()
    sumbu: tuple[str, str] = ("", "")
    sorot: int | None = None

    @property
    def nilai(self) -> tuple[Decimal, ...]:
        """Every value that is drawn, with the lines across (those on the axis of the values)."""
        isi = (t.nilai for d in self.deret for t in d.titik)
        return tuple(n for n in (*isi, *(a.nilai for a in self.acuan if not a.tegak)) if n is not None)


@dataclass(frozen=True, slots=True)
class AngkaKunci:
    """A key figure: what it is, the figure as read, a remark, the look of its grade."""

    label: str
    nilai: str
    keterangan: str = ""
    rupa: Rupa | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slaid:
    """A slide.

    Attributes:
        kode: its name within the deck, stable from version to version: part of its address.
        bagian: the section it belongs to.
        judul: the finding.
        topik: what it is about: OPD, year.
        angka: at most four key figures.
        butir: at most four sentences.
        grafik, tabel: at most one of them.
        catatan: what the speaker may say: explanations that are too long for the screen.
        sumber: where the figures are printed.
        versi: the version of the data.
        kode_indikator: the indicator it is about, to which a decision can be noted.
    """

    kode: str
    bagian: BagianPaparan
    judul: str
    topik: str
    versi: str
    angka: tuple[AngkaKunci, ...] = ()
    butir: tuple[str, ...] = ()
    grafik: Grafik | None = None
    tabel: TabelTerbit | None = None
    catatan: tuple[str, ...] = ()
    sumber: tuple[str, ...] = ()
    kode_indikator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paparan:
    """A deck: whose, of which year and version, its slides, and the sections that have nothing to show, with why."""

    pemerintah: str
    kode_opd: str
    opd: str
    tahun: int
    versi: str
    slaid: tuple[Slaid, ...]
    tanpa: tuple[tuple[BagianPaparan, str], ...] = ()

    @property
    def judul(self) -> str:
        """What the deck is, for its master and its file."""
        return f"Kinerja {self.opd} {self.tahun}"

    @property
    def temuan(self) -> str:
        """What the page that offers the deck says of it."""
        if not self.slaid:
            return "Belum ada bagian yang dipilih"
        iku = sum(bool(s.kode_indikator) for s in self.slaid)
        rinci = f", {iku} di antaranya untuk IKU" if iku else ""
        return f"{len(self.slaid)} slaid siap ditayangkan{rinci}"

    def nomor(self, kode: str) -> int | None:
        """Return the place of a slide, counted from 1; None where the deck has none of that name."""
        return next((n for n, s in enumerate(self.slaid, 1) if s.kode == kode), None)
