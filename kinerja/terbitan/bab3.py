"""The draft of Bab III of an LKjIP for one OPD as data: headings, sentences, gaps and tables in their order.

Every figure and finding is made elsewhere in kinerja; here they only find their place. What the reports do not print is
a gap in brackets, so that who goes on writing sees it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kinerja.dataset import Dataset
from kinerja.model.baris import Analisis
from kinerja.model.istilah import JenisAnalisis
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.nilai.nama import samakan
from kinerja.sajian.tabel_terbit import TabelTerbit
from kinerja.telaah.capaian.ringkasan import butir_ringkasan, ringkas
from kinerja.telaah.kisah.kisah import Kisah, kisah
from kinerja.terbitan.capaian import multi_tahun, pengukuran, predikat, sasaran
from kinerja.terbitan.kumpulan import yang_ada
from kinerja.terbitan.uang import anggaran, apbd, efisiensi

SEBAB = (JenisAnalisis.PENDORONG, JenisAnalisis.PENGHAMBAT)
TINDAKAN = (JenisAnalisis.SOLUSI, JenisAnalisis.TINDAK_LANJUT)
TANPA_SASARAN = "Indikator tanpa sasaran tercetak"


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading; level 1 is the chapter."""

    tingkat: int
    teks: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph.

    Attributes:
        teks: what it says.
        awal: what it is about, set apart before it.
        butir: whether it is an item of a list.
        titik: whether a full stop ends what it is about; without one the text goes on with it.
    """

    teks: str
    awal: str = ""
    butir: bool = False
    titik: bool = True


@dataclass(frozen=True, slots=True)
class Belum:
    """A gap: what the reports do not print, each a phrase."""

    apa: tuple[str, ...]
    awal: str = ""

    @property
    def teks(self) -> str:
        """The marker as it stands in the draft."""
        return f"[belum tercetak: {'; '.join(self.apa)}]"


@dataclass(frozen=True, slots=True)
class TabelBab:
    """A table with its number within the chapter."""

    nomor: int
    tabel: TabelTerbit

    @property
    def judul(self) -> str:
        """Its caption."""
        return f"Tabel 3.{self.nomor} {self.tabel.judul}"


Unsur = Judul | Alinea | Belum | TabelBab


@dataclass
class _Penomor:
    """Numbers tables through the chapter."""

    jumlah: int = field(default=0)

    def beri(self, tabel: Iterable[TabelTerbit | None]) -> Iterator[TabelBab]:
        for t in yang_ada(tabel):
            self.jumlah += 1
            yield TabelBab(self.jumlah, t)


def susun_bab3(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[Unsur, ...]:
    """Return the draft of an OPD and a year; empty where it has no IKU in that year.

    Args:
        dataset: the version.
        kode_opd: whose chapter.
        tahun: the year.

    Raises:
        KeyError: when there is no such OPD.
    """
    if ringkas(dataset, kode_opd, tahun) is None:
        return ()
    nomor = _Penomor()
    return (
        Judul(1, "BAB III AKUNTABILITAS KINERJA"),
        *_capaian(dataset, kode_opd, tahun, nomor),
        *_uang(dataset, kode_opd, tahun, nomor),
    )


# --- 3.1 --------------------------------------------------------------------------------------------------------------


def _capaian(dataset: Dataset, kode_opd: str, tahun: int, nomor: _Penomor) -> Iterator[Unsur]:
    yield Judul(2, "3.1 Capaian Kinerja Organisasi")
    r = ringkas(dataset, kode_opd, tahun)
    if r is not None:
        yield Alinea(f"{r.judul}.")
        yield from (Alinea(b, butir=True) for b in butir_ringkasan(r, batasi=False))
    yield from nomor.beri(buat(dataset, kode_opd, tahun) for buat in (pengukuran, predikat, sasaran, multi_tahun))
    bernama = ((c.indikator.sasaran or c.indikator.tujuan, c.kode) for c in dataset.capaian_opd(kode_opd, tahun))
    kelompok = list(himpun((f"Sasaran: {nama}" if nama else TANPA_SASARAN, kode) for nama, kode in bernama).items())
    for n, (nama, kode) in enumerate(kelompok, 1):
        yield Judul(3, f"3.1.{n} {nama}")
        for k in kode:
            yield from _indikator(kisah(dataset, k, tahun))
    milik = [a for a in dataset.analisis("") if samakan(a.kode_opd) == samakan(kode_opd) and a.tahun == tahun]
    if milik:
        yield Judul(3, f"3.1.{len(kelompok) + 1} Analisis tingkat perangkat daerah")
        yield from _analisis(milik)


def _indikator(k: Kisah) -> Iterator[Unsur]:
    yield Judul(4, k.indikator.indikator)
    yield Alinea(f"{k.judul.rstrip('.')}.")
    for b in k.bagian:
        if b.kalimat:
            yield Alinea(" ".join(kalimat.teks for kalimat in b.kalimat), b.nama)
        if b.kurang:
            yield Belum(b.kurang, "" if b.kalimat else b.nama)
    # The report of another year is named as such.
    if k.tahun_penjelasan not in (None, k.tahun):
        yield Alinea(f"Laporan tahun {k.tahun} tidak mencetak analisis; yang berikut dari tahun {k.tahun_penjelasan}.")
    yield from _analisis(k.penjelasan)
    ada = {a.jenis for a in k.penjelasan if a.tahun == k.tahun}
    kurang = (("faktor pendorong atau penghambat", SEBAB), ("solusi atau tindak lanjut", TINDAKAN))
    apa = tuple(f"{nama} {k.tahun}" for nama, jenis in kurang if not ada & set(jenis))
    if apa:
        yield Belum(apa, "Analisis")
    if k.sumber:
        yield Alinea(f"{'; '.join(k.sumber)}.", "Sumber: laporan", titik=False)


def _analisis(semua: Sequence[Analisis]) -> Iterator[Unsur]:
    milik = menurut(semua, lambda a: a.jenis)
    for jenis in filter(milik.__contains__, JenisAnalisis):
        yield Alinea("", jenis.value)
        yield from (Alinea(_uraian(a), butir=True) for a in milik[jenis])


def _uraian(analisis: Analisis) -> str:
    rinci = (
        ("penanggung jawab", analisis.penanggung_jawab),
        ("tenggat", analisis.tenggat),
        ("status", analisis.status),
    )
    teks = "; ".join(f"{nama} {isi}" for nama, isi in rinci if isi)
    return f"{analisis.uraian.rstrip('.')}{f' ({teks})' if teks else ''}."


# --- 3.2 --------------------------------------------------------------------------------------------------------------


def _uang(dataset: Dataset, kode_opd: str, tahun: int, nomor: _Penomor) -> Iterator[Unsur]:
    yield Judul(2, "3.2 Realisasi Anggaran")
    tabel = list(nomor.beri(buat(dataset, kode_opd, tahun) for buat in (anggaran, efisiensi, apbd)))
    yield from (Alinea(f"{t.tabel.judul} (Tabel 3.{t.nomor}).") for t in tabel)
    ada = {t.tabel.kode for t in tabel}
    kurang = (("anggaran", f"anggaran {tahun} menurut program"), ("efisiensi", f"anggaran {tahun} menurut indikator"))
    apa = tuple(teks for kode, teks in kurang if kode not in ada)
    if apa:
        yield Belum(apa)
    yield from tabel
