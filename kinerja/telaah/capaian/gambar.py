"""Small tables that the charts of many indicators draw: capaian of two years, realisasi over all years, sasaran."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah
from kinerja.nilai.angka import bulatkan, format_angka, format_persen
from kinerja.rumus.capaian import CapaianIndikator, membaik
from kinerja.sajian.kalimat import daftar, kata_target, kecil
from kinerja.sajian.rupa import Rupa, panah, rupa_pita
from kinerja.telaah.capaian.predikat import per_sasaran
from kinerja.telaah.capaian.sasaran import RataKelompok, rata_kelompok
from kinerja.telaah.indikator.gambar import TitikDeret, titik_deret
from kinerja.telaah.indikator.tabel import Cakupan


class Gambar(StrEnum):
    """The pictures of the page Capaian."""

    CAPAIAN = "Capaian"
    PERUBAHAN = "Perubahan"
    TREN = "Tren"

    @property
    def alamat(self) -> str:
        """How the picture stands in the URL."""
        return self.name.lower()


# --- two years --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """A percentage last year and this year, both at the two decimals that are shown.

    Attributes:
        kode: kode indikator; empty for a sasaran.
        nama: name of the indicator or sasaran.
        lalu, kini: the percentages.
        predikat: grade of this year's with its look; empty below the scale.
        isi_beda: whether the mean of this year is made of other IKU than last year's.
    """

    kode: str
    nama: str
    lalu: Decimal
    kini: Decimal
    predikat: str
    rupa: Rupa
    isi_beda: bool = False

    @property
    def selisih(self) -> Decimal:
        """The change in points."""
        return self.kini - self.lalu

    @property
    def membaik(self) -> bool | None:
        """Whether capaian rose, which is the better for every arah; None when it stayed."""
        return self.selisih > 0 if self.selisih else None

    @property
    def panah(self) -> str:
        """The arrow of the change."""
        return panah(self.membaik)

    @property
    def teks(self) -> str:
        """The change as ``+8,80``."""
        return f"{'+' if self.selisih > 0 else ''}{format_angka(self.selisih, 2)}"

    @property
    def kalimat(self) -> str:
        """Both figures: ``92,03% menjadi 100,83%``."""
        return f"{format_persen(self.lalu)} menjadi {format_persen(self.kini)}"


@dataclass(frozen=True, slots=True)
class TakTerbanding:
    """Why some have no change, and which: pairs of code and name, the code empty for a sasaran."""

    alasan: str
    isi: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelPerubahan:
    """Two years beside each other, the greatest rise first; what lacks one of them is named in `tanpa`."""

    tahun: int
    judul: str
    baris: tuple[Perubahan, ...]
    tanpa: tuple[TakTerbanding, ...]
    sumber: tuple[str, ...]

    @property
    def lalu(self) -> int:
        """The year before."""
        return self.tahun - 1


Pasangan = tuple[CapaianIndikator | None, CapaianIndikator | None]
"""An indicator last year and this year."""


@ingat(512)
def tabel_perubahan(
    dataset: Dataset, kode_opd: str, tahun: int, cakupan: Cakupan = Cakupan.IKU
) -> TabelPerubahan | None:
    """Return capaian of an OPD's indicators last year and this year; None where there is none in either year."""
    milik = [i for i in dataset.indikator_opd[kode_opd] if cakupan.memuat(i)]
    pasangan = {i: _pasangan(dataset, i, tahun) for i in milik}
    ada = {i: p for i, p in pasangan.items() if any(p)}
    if not ada:
        return None
    baris = [b for i, p in ada.items() if (b := _perubahan(i, p)) is not None]
    terbanding = {b.kode for b in baris}
    lain = [(_alasan(p, tahun), i.kode_indikator, i.indikator) for i, p in ada.items()]
    tanpa = _per_alasan(t for t in lain if t[1] not in terbanding)
    digambar = [p for i, p in ada.items() if i.kode_indikator in terbanding]
    return _susun(tahun, baris, tanpa, digambar, "indikator")


def _pasangan(dataset: Dataset, i: Indikator, tahun: int) -> Pasangan:
    return dataset.tahunan(i.kode_indikator, tahun - 1), dataset.tahunan(i.kode_indikator, tahun)


def _perubahan(i: Indikator, pasangan: Pasangan) -> Perubahan | None:
    lalu, kini = pasangan
    if lalu is None or kini is None or lalu.persen is None or kini.persen is None:
        return None
    rupa = rupa_pita(kini.skala, kini.peringkat.pita if kini.peringkat else None)
    return Perubahan(
        kode=i.kode_indikator,
        nama=i.indikator,
        lalu=bulatkan(lalu.persen),
        kini=bulatkan(kini.persen),
        predikat=kini.predikat or "",
        rupa=rupa,
    )


def _alasan(pasangan: Pasangan, tahun: int) -> str:
    """Say why there is no change: of both years at once where they lack the same."""
    kurang = [
        (t, "belum dilaporkan" if c is None else kecil(c.hasil.alasan))
        for t, c in zip((tahun - 1, tahun), pasangan, strict=True)
        if c is None or c.persen is None
    ]
    if len({kata for _, kata in kurang}) == 1:
        return f"{' dan '.join(str(t) for t, _ in kurang)} {kurang[0][1]}"
    return "; ".join(f"{t} {kata}" for t, kata in kurang)


def _per_alasan(semua: Iterable[tuple[str, str, str]]) -> tuple[TakTerbanding, ...]:
    kelompok: dict[str, tuple[tuple[str, str], ...]] = {}
    for alasan, kode, nama in semua:
        kelompok[alasan] = (*kelompok.get(alasan, ()), (kode, nama))
    return tuple(TakTerbanding(alasan, isi) for alasan, isi in kelompok.items())


def _susun(
    tahun: int,
    baris: Sequence[Perubahan],
    tanpa: tuple[TakTerbanding, ...],
    digambar: Sequence[Pasangan],
    sebutan: str,
) -> TabelPerubahan:
    urut = tuple(sorted(baris, key=lambda b: (-b.selisih, -b.kini)))
    semua = (c for urutan in (1, 0) for p in digambar if (c := p[urutan]) is not None)
    sumber = tuple(dict.fromkeys(c.baris.sumber for c in semua if c.baris.sumber))
    return TabelPerubahan(
        tahun=tahun, judul=_judul_perubahan(urut, tahun, sebutan), baris=urut, tanpa=tanpa, sumber=sumber
    )


def _judul_perubahan(baris: Sequence[Perubahan], tahun: int, sebutan: str) -> str:
    """State how many rose, fell or stayed, and the greatest rise and fall."""
    if not baris:
        return f"Belum ada {sebutan} yang capaiannya dapat dibandingkan antara {tahun - 1} dan {tahun}"
    if len(baris) == 1:
        b = baris[0]
        gerak = f"{_ARAH[b.membaik]} {format_angka(abs(b.selisih), 2)} poin" if b.selisih else "tetap"
        return f"Capaian {b.nama} {gerak} dari {tahun - 1} ke {tahun}: {b.kalimat}"
    hitung = [(sum(b.membaik is arah for b in baris), kata) for arah, kata in _ARAH.items()]
    jumlah = daftar([f"{n} {kata}" for n, kata in hitung if n])
    awal = f"Dari {len(baris)} {sebutan} yang terbanding dengan {tahun - 1}, capaian {jumlah}"
    return "; ".join((awal, *_terjauh(baris)))


_ARAH = {True: "naik", False: "turun", None: "tetap"}


def _terjauh(baris: Sequence[Perubahan]) -> Iterator[str]:
    for b, arah, kata in ((baris[0], True, "naik"), (baris[-1], False, "turun")):
        if b.membaik is arah:
            yield f"{kata} terbesar {b.nama} ({b.kalimat})"


# --- sasaran ----------------------------------------------------------------------------------------------------------


@ingat(512)
def perubahan_sasaran(dataset: Dataset, kode_opd: str, tahun: int, *, batasi: bool = False) -> TabelPerubahan | None:
    """Return the mean capaian of the sasaran last year and this year; None where no IKU has a row in either year."""
    grup = [[_pasangan(dataset, i, tahun) for i in g] for g in per_sasaran(dataset.iku(kode_opd))]
    nama = [g[0].sasaran or "Tanpa sasaran" for g in per_sasaran(dataset.iku(kode_opd))]
    ada = [(n, g) for n, g in zip(nama, grup, strict=True) if any(c for p in g for c in p)]
    if not ada:
        return None
    skala_lalu, skala_kini = (dataset.skala_capaian(kode_opd, t) for t in (tahun - 1, tahun))
    baris, lain, digambar = [], [], list[Pasangan]()
    for sasaran, g in ada:
        lalu = rata_kelompok([a for a, _ in g if a], skala_lalu, batasi=batasi)
        kini = rata_kelompok([b for _, b in g if b], skala_kini, batasi=batasi)
        # The means of the two years may be made of different IKU.
        beda = any(_terhitung(a) != _terhitung(b) for a, b in g)
        perubahan = _perubahan_rata(sasaran, lalu, kini, beda=beda)
        if perubahan is None:
            kurang = [str(t) for t, k in ((tahun - 1, lalu), (tahun, kini)) if k.rata.nilai is None]
            lain.append((f"{' dan '.join(kurang)} belum dapat dihitung", "", sasaran))
            continue
        baris.append(perubahan)
        digambar += g
    return _susun(tahun, baris, _per_alasan(lain), digambar, "sasaran")


def _terhitung(capaian: CapaianIndikator | None) -> bool:
    return capaian is not None and capaian.persen is not None


def _perubahan_rata(sasaran: str, lalu: RataKelompok, kini: RataKelompok, *, beda: bool) -> Perubahan | None:
    if lalu.rata.nilai is None or kini.rata.nilai is None:
        return None
    return Perubahan(
        kode="",
        nama=sasaran,
        lalu=bulatkan(lalu.rata.nilai),
        kini=bulatkan(kini.rata.nilai),
        predikat=kini.predikat,
        rupa=kini.rupa,
        isi_beda=beda,
    )


# --- all years --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelTren:
    """One indicator's small picture: its years, and the last value in words.

    Attributes:
        kode, nama: the indicator.
        nilai, tahun: the last value with its unit, and its year; empty and None where there is none.
        target, tercapai: the target of that year, empty without one.
        arah: which values are better, said where it is not the higher ones.
        titik: the years to draw; empty where no value is a number.
        kata: what stands in place of a picture.
        alt: what the picture shows, in words.
        sumber: where its values are printed.
    """

    kode: str
    nama: str
    nilai: str
    tahun: int | None
    target: str
    tercapai: bool | None
    arah: str
    titik: tuple[TitikDeret, ...]
    kata: str
    alt: str
    sumber: tuple[str, ...]

    @property
    def bersalin(self) -> bool:
        """Whether a drawn value stands elsewhere than in the indicator's own row."""
        return any(t.asal and t.nilai is not None for t in self.titik)


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelTren:
    """Small pictures over the same span of years, `awal` to `akhir`; both 0 where nothing is drawn."""

    tahun: int
    judul: str
    panel: tuple[PanelTren, ...]
    awal: int
    akhir: int

    @property
    def sumber(self) -> tuple[str, ...]:
        """Where the values are printed."""
        return tuple(dict.fromkeys(s for p in self.panel for s in p.sumber))


@ingat(512)
def tabel_tren(dataset: Dataset, kode: tuple[str, ...], tahun: int) -> TabelTren:
    """Return the years of some indicators as small pictures, in the order of their codes given."""
    panel = tuple(_panel(dataset, k) for k in kode)
    tahun_ada = [t.tahun for p in panel for t in p.titik]
    arah = {k: dataset.indikator[k].arah for k in kode}
    deret = {p.kode: [t.nilai for t in p.titik if t.nilai is not None] for p in panel}
    gerak = [membaik(n[-1] - n[0], arah[k]) for k, n in deret.items() if len(n) > 1 and arah[k] is not Arah.NETRAL]
    judul = f"{len(panel)} indikator digambarkan; belum ada yang memiliki angka dua tahun"
    if gerak:
        hitung = daftar([f"{n} {kata}" for b, kata in _MUTU.items() if (n := gerak.count(b))])
        judul = f"Dari {len(gerak)} indikator dengan angka dua tahun atau lebih, "
        judul += f"realisasi {hitung} sejak tahun pertamanya"
    return TabelTren(
        tahun=tahun,
        judul=judul,
        panel=panel,
        awal=min(tahun_ada, default=0),
        akhir=max(tahun_ada, default=0),
    )


def _panel(dataset: Dataset, kode: str) -> PanelTren:
    i, titik = dataset.indikator[kode], titik_deret(dataset, kode)
    akhir = next((t for t in reversed(titik) if t.teks), None)
    digambar = titik if any(t.nilai is not None for t in titik) else ()
    return PanelTren(
        kode=kode,
        nama=i.indikator,
        nilai=akhir.teks if akhir else "",
        tahun=akhir.tahun if akhir else None,
        target=akhir.target_teks if akhir else "",
        tercapai=akhir.tercapai if akhir else None,
        arah="" if i.arah is Arah.NAIK else kata_target(i.arah),
        titik=tuple(t for t in digambar if t.nilai is not None or t.atas is not None),
        kata="" if digambar else _kata_tanpa(titik),
        alt=f"{i.indikator}: {'; '.join(t.kata for t in titik)}",
        sumber=tuple(dict.fromkeys(t.sumber for t in reversed(titik) if t.sumber)),
    )


def _kata_tanpa(titik: Sequence[TitikDeret]) -> str:
    """Say what there is where nothing is a number."""
    ada = [f"{t.tahun} {t.teks}" for t in titik if t.teks]
    return f"Tanpa angka untuk digambar: {', '.join(ada)}" if ada else "Realisasi tidak tersedia"


_MUTU = {True: "membaik", False: "memburuk", None: "tetap"}
