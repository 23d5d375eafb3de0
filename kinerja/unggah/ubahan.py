"""Figures changed by hand: the table of what stands, and what was typed over it as a part for perbarui.

Only cells that were typed are in the part, so that it says what one who fills a workbook would say and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.sel import KATA_KOSONG
from kinerja.buku.teks_sel import isi_teks
from kinerja.buku.temuan import TemuanBuku
from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisCapaian, Indikator
from kinerja.model.istilah import Periode
from kinerja.model.skema import CAPAIAN
from kinerja.nilai.kelompok import himpun

DIUBAH = ("Target", "Realisasi", "Tanda", "Catatan")
"""Columns of Capaian that are changed by hand, as they stand in the table."""
SUMBER = "Sumber"
TEMPAT = "Yang diubah"
"""What findings call the table, in place of the sheet of a file that nobody sees."""
_LEMBAR = CAPAIAN.nama.upper()
"""The part's sheet: read as Capaian, and told apart from it where a finding is about a row that was not typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisUbah:
    """A row of the table.

    Attributes:
        kode, tahun, periode: the key of its row in Capaian.
        indikator, satuan: what the code means.
        isi: the texts of `DIUBAH` as they stand in the workbook; empty where nothing does.
        nomor: its row in Capaian, 0 where it has none.
    """

    kode: str
    tahun: int
    periode: str
    indikator: str
    satuan: str
    isi: tuple[str, ...]
    nomor: int = 0

    @property
    def sebutan(self) -> str:
        """What a finding calls it."""
        return f"{self.indikator}, {self.tahun if self.periode == Periode.TAHUNAN else f'{self.periode} {self.tahun}'}"


@dataclass(frozen=True, slots=True)
class TabelUbah:
    """The table.

    Attributes:
        tentang: what it is about, in a word for the name of its part.
        versi: the version it shows.
        baris: its rows.
        per_periode: whether they are the periods of one indicator, else indicators of one period.
    """

    tentang: str
    versi: str
    baris: tuple[BarisUbah, ...]
    per_periode: bool = False


@dataclass(frozen=True, slots=True)
class Ubahan:
    """What was typed, as a part.

    Attributes:
        tabel: over what.
        isi: the workbook of the part.
        baris: what each of its rows is called, from its second on.
    """

    tabel: TabelUbah
    isi: bytes
    baris: tuple[str, ...]

    @property
    def berkas(self) -> str:
        """The name of the part, as history and log know it."""
        return f"ubah_angka_{self.tabel.tentang}.xlsx"

    def pada_tabel(self, temuan: Sequence[TemuanBuku], dasar: int | None) -> tuple[TemuanBuku, ...]:
        """Return findings with the row of the table in place of the cell; cells that nobody typed are not told of.

        `dasar` is the version it was compared with: rows that were not typed are known where the table shows that one.
        """
        sebutan = {(_LEMBAR, nomor): nama for nomor, nama in enumerate(self.baris, 2)}
        if str(dasar) == self.tabel.versi:
            sebutan |= {(CAPAIAN.nama, b.nomor): b.sebutan for b in self.tabel.baris if b.nomor}
        return tuple(_bernama(t, sebutan) for t in temuan if t.kode is not Kode.SEL_TETAP)


def _bernama(t: TemuanBuku, sebutan: Mapping[tuple[str, int], str]) -> TemuanBuku:
    nama = sebutan.get((t.lembar, int("".join(c for c in t.sel if c.isdecimal()) or 0)))
    return replace(t, lembar=TEMPAT, sel=nama, berkas="") if nama else t


def tabel_indikator(dataset: Dataset, kode: str, tahun: int) -> TabelUbah:
    """Return an indicator's year: Tahunan, the quarters, and the halves that stand."""
    indikator, ada = dataset.indikator[kode], _baris_capaian(dataset)
    periode = dict.fromkeys((*(p.value for p in Periode), *(p for k, t, p in ada if (k, t) == (kode, tahun))))
    baris = tuple(_baris(indikator, tahun, p, ada.get((kode, tahun, p))) for p in periode)
    return TabelUbah(f"{kode}_{tahun}", dataset.versi, baris, per_periode=True)


def tabel_opd(dataset: Dataset, kode_opd: str, tahun: int, periode: str, *, semua: bool) -> TabelUbah:
    """Return the indicators of an OPD for one period, all of them or its IKU."""
    ada = _baris_capaian(dataset)
    milik = dataset.indikator_opd[kode_opd] if semua else dataset.iku(kode_opd)
    baris = tuple(_baris(i, tahun, periode, ada.get((i.kode_indikator, tahun, periode))) for i in milik)
    return TabelUbah(f"{kode_opd}_{tahun}_{periode}".replace(" ", "_"), dataset.versi, baris)


@ingat(1)
def _baris_capaian(dataset: Dataset) -> Mapping[tuple[str, int, str], BarisCapaian]:
    return {(c.kode, c.tahun, c.baris.nama_periode): c.baris for c in dataset.capaian}


def _baris(indikator: Indikator, tahun: int, periode: str, ada: BarisCapaian | None) -> BarisUbah:
    isi = (ada.target.teks, ada.realisasi.teks, "; ".join(ada.tanda), ada.catatan) if ada else ("",) * len(DIUBAH)
    return BarisUbah(
        kode=indikator.kode_indikator,
        tahun=tahun,
        periode=periode,
        indikator=indikator.indikator,
        satuan=indikator.satuan,
        isi=isi,
        nomor=ada.baris if ada else 0,
    )


def susun_ubahan(tabel: TabelUbah, ketikan: Mapping[str, Sequence[str | None]], sumber: str) -> Ubahan | None:
    """Return what was typed over a table as a part; None when nothing was.

    Args:
        tabel: what stood.
        ketikan: each of `DIUBAH` with its cells as they are now, in the order of the rows; a cell that was emptied
            empties what stands, which is asked about before it is published, as of every upload.
        sumber: where the new figures come from; empty keeps the sources that stand.
    """
    sel = [
        (nomor, kolom, baru)
        for nomor, b in enumerate(tabel.baris)
        for kolom, lama in zip(DIUBAH, b.isi, strict=True)
        if (baru := (ketikan[kolom][nomor] or "").strip()) != lama
    ]
    if not sel:
        return None
    sel += [(nomor, SUMBER, sumber.strip()) for nomor in dict.fromkeys(n for n, *_ in sel) if sumber.strip()]
    kolom = [k for k in (*DIUBAH, SUMBER) if any(k == j for _, j, _ in sel)]
    baris = [
        (tabel.baris[nomor], {k: teks or KATA_KOSONG.upper() for k, teks in isi})
        for nomor, isi in sorted(himpun((n, (k, teks)) for n, k, teks in sel).items())
    ]
    isi_baris: list[Sequence[str | int]] = [
        (b.kode, b.tahun, b.periode, *(isi.get(k, "") for k in kolom)) for b, isi in baris
    ]
    return Ubahan(tabel, _buku([(*CAPAIAN.kunci, *kolom), *isi_baris]), tuple(b.sebutan for b, _ in baris))


def _buku(isi: Sequence[Sequence[str | int]]) -> bytes:
    from openpyxl import Workbook

    buku, berkas = Workbook(), BytesIO()
    ws = buku.worksheets[0]
    ws.title = _LEMBAR
    for nomor, baris in enumerate(isi, 1):
        for ke, teks in enumerate(baris, 1):
            if isinstance(teks, int):
                ws.cell(nomor, ke).value = teks
            elif teks:
                isi_teks(ws.cell(nomor, ke), teks)
    buku.save(berkas)
    return berkas.getvalue()
