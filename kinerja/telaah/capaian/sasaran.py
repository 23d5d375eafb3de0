"""Sasaran of an OPD with their mean capaian and predikat, and every OPD that has IKU over the years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Kutipan
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import format_persen
from kinerja.nilai.baca import KOSONG, Nilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.nilai.skala import DI_CELAH, Skala
from kinerja.rumus.capaian import CapaianIndikator, JenisTanda, Kecocokan, Tanda, cocokkan, rata_capaian
from kinerja.rumus.hitung import RataRata
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa, rupa_pita
from kinerja.sajian.salinan import secukupnya
from kinerja.telaah.capaian.predikat import dari, per_sasaran


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSasaran:
    """A sasaran in a year: mean capaian of its IKU with its predikat, and what the report prints for it.

    Attributes:
        sasaran: its name.
        rata: mean with how many of how many IKU went into it.
        capaian: the mean as text, empty when nothing can be computed.
        predikat: its grade; `rupa` the look.
        tercapai: how many IKU reached their target, of how many that can be told.
        dilaporkan: the predikat printed for the sasaran, with its figure where nothing can be computed.
        sama: whether every printed predikat is the computed one, None when there is nothing to compare.
        tanda: marks of the mean: a gap of the scale, printed figures that differ.
    """

    sasaran: str
    rata: RataRata
    capaian: str
    predikat: str
    rupa: Rupa
    tercapai: str
    dilaporkan: str
    sama: bool | None
    tanda: tuple[Tanda, ...]


@ingat(512)
def tabel_sasaran(dataset: Dataset, kode_opd: str, tahun: int, *, batasi: bool = False) -> tuple[BarisSasaran, ...]:
    """Return the sasaran of an OPD in a year, in the order of the workbook; `batasi` caps each capaian at 100."""
    setahun = (k for k in dataset.buku.kutipan if k.tahun == tahun and k.uraian and k.kode_opd)
    cetakan = menurut((k for k in setahun if samakan(k.kode_opd) == samakan(kode_opd)), lambda k: samakan(k.uraian))
    skala = dataset.skala_capaian(kode_opd, tahun)
    hasil = []
    for grup in per_sasaran(dataset.iku(kode_opd)):
        capaian = [c for i in grup if (c := dataset.tahunan(i.kode_indikator, tahun)) is not None]
        if not capaian:
            continue
        cetak, rata = cetakan.get(samakan(grup[0].sasaran), ()), rata_kelompok(capaian, skala, batasi=batasi)
        kata = list(dict.fromkeys(_rapi(q.tercetak) for q in cetak if q.ukuran is Ukuran.PREDIKAT))
        angka = [q for q in cetak if q.ukuran in (Ukuran.RATA_RATA, Ukuran.CAPAIAN)]
        hasil.append(
            BarisSasaran(
                sasaran=grup[0].sasaran or "Tanpa sasaran",
                rata=rata.rata,
                capaian=rata.capaian,
                predikat=rata.predikat,
                rupa=rata.rupa,
                tercapai=rata.tercapai,
                dilaporkan=", ".join((*kata, *(() if rata.predikat else dict.fromkeys(q.tercetak for q in angka)))),
                sama=all(samakan(p) == samakan(rata.predikat) for p in kata) if kata and rata.predikat else None,
                tanda=(*rata.tanda, *(() if batasi else _tanda_rata(rata.rata, angka))),
            )
        )
    return tuple(hasil)


@dataclass(frozen=True, slots=True, kw_only=True)
class RataKelompok:
    """Mean capaian of a group of IKU with its predikat on a scale, and how many reached their target.

    Attributes:
        rata: mean with how many of how many IKU went into it.
        capaian: the mean as text, empty when nothing can be computed.
        predikat: its grade; `rupa` the look.
        tercapai: how many IKU reached their target, of how many that can be told.
        tanda: the mark of a mean in a gap of the scale.
    """

    rata: RataRata
    capaian: str
    predikat: str
    rupa: Rupa
    tercapai: str
    tanda: tuple[Tanda, ...]


def rata_kelompok(capaian: Sequence[CapaianIndikator], skala: Skala, *, batasi: bool) -> RataKelompok:
    """Average the capaian of a group of IKU and grade the mean; `batasi` caps each capaian at 100."""
    rata = rata_capaian(capaian, batasi=batasi)
    peringkat = None if rata.nilai is None else skala.peringkat_capaian(rata.nilai)
    celah = peringkat is not None and peringkat.catatan == DI_CELAH
    terbanding = sum(c.tercapai is not None for c in capaian)
    return RataKelompok(
        rata=rata,
        capaian="" if rata.nilai is None else format_persen(rata.nilai),
        predikat=(peringkat.predikat or "") if peringkat else "",
        rupa=rupa_pita(skala, peringkat.pita if peringkat else None),
        tercapai=f"{sum(c.tercapai is True for c in capaian)} dari {terbanding}" if terbanding else "",
        tanda=(_tanda_celah(rata, skala),) if celah else (),
    )


def _rapi(predikat: str) -> str:
    """Write a printed grade the way the scales do: report prints mix `sangat tinggi` and `Sangat Tinggi`."""
    return predikat.title() if predikat.islower() else predikat


def _tanda_celah(rata: RataRata, skala: Skala) -> Tanda:
    teks = f"{format_persen(rata.nilai)} jatuh di antara dua pita skala {skala.nama}; dipakai pita yang lebih rendah"
    return Tanda(JenisTanda.DI_CELAH, teks)


def _tanda_rata(rata: RataRata, angka: Iterable[Kutipan]) -> Iterable[Tanda]:
    """Name each printed mean that is not the computed one at its own precision."""
    for k in angka:
        cetak = _baca(k.tercetak)
        if rata.nilai is None or cetak.angka is None or (cocok := cocokkan(cetak, rata.nilai)) is Kecocokan.COCOK:
            continue
        jenis = JenisTanda.DIPOTONG if cocok is Kecocokan.DIPOTONG else JenisTanda.BEDA_CETAK
        yield Tanda(jenis, f"Dihitung {format_persen(rata.nilai)}, laporan mencetak {k.tercetak} ({k.sumber})")


def _baca(teks: str) -> Nilai:
    try:
        return baca_nilai(teks)
    except NilaiTakTerbaca:
        return KOSONG


def judul_sasaran(baris: Sequence[BarisSasaran]) -> str:
    """State how many sasaran have the best predikat in use, and which is the lowest."""
    dihitung = [b for b in baris if b.rata.nilai is not None]
    if not dihitung:
        return f"{len(baris)} sasaran belum berpredikat: belum ada capaian yang dapat dihitung"
    baik = max(dihitung, key=lambda b: pasti(b.rata.nilai, "rata-rata sasaran"))
    jumlah = sum(b.predikat == baik.predikat for b in dihitung)
    awal = f"{dari(jumlah, len(baris))} sasaran {baik.predikat or 'di bawah skala'}"
    if len(dihitung) < 2:
        return awal
    rendah = min(dihitung, key=lambda b: pasti(b.rata.nilai, "rata-rata sasaran"))
    return f"{awal}, terendah {rendah.sasaran} ({rendah.capaian})"


@dataclass(frozen=True, slots=True, kw_only=True)
class SelMatriks:
    """An OPD in a year: mean capaian with its predikat, and how many IKU have which predikat (symbol, word, count)."""

    rata: RataRata
    teks: str
    predikat: str
    rupa: Rupa
    sebaran: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    """An OPD over the years; None where it has no IKU."""

    kode: str
    nama: str
    sel: tuple[SelMatriks | None, ...]


@dataclass(frozen=True, slots=True)
class Matriks:
    """OPD that have IKU by the years in which any mean can be computed, newest last; where they are printed."""

    tahun: tuple[int, ...]
    baris: tuple[BarisMatriks, ...]
    sumber: tuple[str, ...]


@ingat(16)
def matriks_opd(dataset: Dataset, *, batasi: bool = False) -> Matriks:
    """Return mean capaian and distribution of every OPD that has IKU, over the years."""
    semua = {
        o.kode_opd: {t: _sel_matriks(dataset, o.kode_opd, t, batasi=batasi) for t in dataset.tahun_ber_iku(o.kode_opd)}
        for o in dataset.opd_ber_iku
    }
    tahun = sorted({t for sel in semua.values() for t, s in sel.items() if s.rata.dihitung})
    baris = (
        BarisMatriks(o.kode_opd, o.nama_pendek, tuple(semua[o.kode_opd].get(t) for t in tahun))
        for o in dataset.opd_ber_iku
    )
    iku = (c for o in dataset.opd_ber_iku for t in tahun for c in dataset.capaian_opd(o.kode_opd, t))
    return Matriks(tuple(tahun), tuple(baris), tuple(dict.fromkeys(c.baris.sumber for c in iku)))


def _sel_matriks(dataset: Dataset, kode: str, tahun: int, *, batasi: bool) -> SelMatriks:
    iku = dataset.capaian_opd(kode, tahun)
    skala = dataset.skala_capaian(kode, tahun)
    rata = rata_capaian(iku, batasi=batasi)
    pita = None if rata.nilai is None else skala.peringkat_capaian(rata.nilai).pita
    teks = "" if rata.nilai is None else format_persen(rata.nilai)
    jumlah = {p: sum(c.peringkat is not None and c.peringkat.pita == p for c in iku) for p in skala.pita}
    isi = [(rupa_pita(skala, p).simbol, p.predikat, n) for p, n in jumlah.items() if n]
    tanpa = len(iku) - sum(jumlah.values())
    return SelMatriks(
        rata=rata,
        teks=teks,
        predikat=pita.predikat if pita else "",
        rupa=rupa_pita(skala, pita),
        sebaran=(*isi, *([(TAK_TERSEDIA.simbol, "tanpa predikat", tanpa)] if tanpa else ())),
    )


def butir_sasaran(baris: Sequence[BarisSasaran]) -> tuple[str, ...]:
    """Return the sasaran for a message, lowest mean first, those without one at the end."""
    urut = sorted(baris, key=lambda b: (b.rata.nilai is None, b.rata.nilai))
    return secukupnya((_teks_sasaran(b) for b in urut), "sasaran")


def _teks_sasaran(baris: BarisSasaran) -> str:
    if not baris.capaian:
        return f"{baris.sasaran}: belum dapat dihitung"
    return f"{baris.sasaran}: rata-rata {baris.capaian}, {baris.predikat or 'di bawah skala'} ({baris.rata.keterangan})"
