"""OPD side by side in one year: measures as rows, OPD as columns, the highest named where comparing means something.

Only figures of the same year stand beside each other; where an OPD has none, the cell names the years that have one.
The regency as a whole is a reference beside them and never competes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.nilai.angka import format_persen, format_rupiah_ringkas
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.kalimat import kecil
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.rupa import Rupa, rupa_pita
from kinerja.telaah.capaian.predikat import dari
from kinerja.telaah.capaian.ringkasan import ringkas
from kinerja.telaah.opd.posisi import PosisiOpd, posisi_akip, posisi_ikm
from kinerja.telaah.opd.profil import profil_opd, tahun_berisi

PALING_BANYAK = 4
"""So many OPD fit side by side."""
CATATAN = "★ tertinggi pada barisnya, hanya pada ukuran yang skalanya sama. Semua angka dari tahun yang sama."


@dataclass(frozen=True, slots=True)
class KolomOpd:
    """A column: an OPD, or the whole as the reference (`acuan`)."""

    kode: str
    nama: str
    acuan: bool
    terpilih: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SelBanding:
    """A figure of one OPD.

    Attributes:
        teks: the figure; empty where it is missing and `keterangan` says which year has it.
        keterangan: what stands under it.
        rupa: the look of its grade, None where it has none.
        sebaran: instead of one grade, how many of which, each with its look.
        angka: what it is compared by, None where it is not compared.
        tertinggi: whether it is the highest of its row.
    """

    teks: str
    keterangan: str = ""
    rupa: Rupa | None = None
    sebaran: tuple[tuple[str, Rupa], ...] = ()
    angka: Decimal | None = None
    tertinggi: bool = False


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """A measure across the OPD; `terbanding` tells whether at least two of them have it and differ."""

    nama: str
    terbanding: bool
    sel: tuple[SelBanding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerbandinganOpd(Pandangan):
    """The table, its finding, what must be known to read it, and where its figures are printed."""

    kolom: tuple[KolomOpd, ...]
    baris: tuple[BarisBanding, ...]
    catatan: tuple[str, ...]


def pilihan_banding(dataset: Dataset) -> tuple[str, ...]:
    """Return the OPD that can be compared: all but the whole."""
    return tuple(o.kode_opd for o in dataset.urutan_opd if not o.keseluruhan)


def bawaan_banding(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[str, ...]:
    """Return whom to compare at first: the chosen OPD and those with IKU in that year, at least two if there are."""
    semua = pilihan_banding(dataset)
    ber_iku = [k for k in semua if tahun in dataset.tahun_ber_iku(k)]
    lain = sorted(semua, key=lambda k: tahun not in tahun_berisi(dataset, k))
    pilihan = list(dict.fromkeys(k for k in (kode_opd, *ber_iku, *lain) if k in semua))
    return tuple(pilihan[: max(2, min(PALING_BANYAK, len({kode_opd, *ber_iku} & set(semua))))])


@ingat(256)
def perbandingan_opd(dataset: Dataset, kode: tuple[str, ...], tahun: int, terpilih: str = "") -> PerbandinganOpd | None:
    """Set OPD beside each other in a year; None when nothing stands about any of them."""
    if not any(tahun in tahun_berisi(dataset, k) for k in kode):
        return None
    kolom = tuple(_kolom(dataset, kode, terpilih))
    baris = tuple(_baris(dataset, u, kolom, tahun) for u in UKURAN)
    sumber = (s for k in kolom if (p := profil_opd(dataset, k.kode, tahun)) for s in p.sumber)
    banding = [b for b in baris if b.terbanding]
    if banding:
        # Who is highest most often among what can be compared, and the first of it in figures.
        unggul = {k.nama: sum(b.sel[i].tertinggi for b in banding) for i, k in enumerate(kolom) if not k.acuan}
        paling = max(unggul.values())
        nama = [n for n, jumlah in unggul.items() if jumlah == paling]
        kata = "masing-masing tertinggi" if len(nama) > 1 else "tertinggi"
        awal = f"{' dan '.join(nama)} {kata} pada {kecil(dari(paling, len(banding)))} ukuran"
        judul = f"{awal}; {_isi_baris(kolom, banding[0])}"
    else:
        judul = _tanpa_banding([k.nama for k in kolom if not k.acuan and tahun in tahun_berisi(dataset, k.kode)], tahun)
    hasil = PerbandinganOpd(
        judul=judul,
        kolom=kolom,
        baris=baris,
        catatan=tuple(_catatan(dataset, kolom, tahun)),
        sumber=tempat_cetak(sumber),
    )
    return replace(hasil, butir=butir_banding(hasil))


def tahun_terbanding(dataset: Dataset, kode: Sequence[str]) -> tuple[int, ...]:
    """Return the years in which something stands about any of the OPD, newest first."""
    return tuple(t for t in dataset.tahun if any(t in tahun_berisi(dataset, k) for k in kode))


def judul_kurang(tahun: int) -> str:
    """Ask for a second OPD where fewer than two are chosen."""
    return f"Pilih paling sedikit 2 perangkat daerah untuk dibandingkan pada {tahun}"


def _kolom(dataset: Dataset, kode: Sequence[str], terpilih: str) -> Iterator[KolomOpd]:
    for k in kode:
        yield KolomOpd(k, dataset.opd[k].nama_pendek, acuan=False, terpilih=k == terpilih)
    for o in dataset.opd.values():
        if o.keseluruhan:
            yield KolomOpd(o.kode_opd, o.nama_pendek, acuan=True, terpilih=False)


# --- measures ---------------------------------------------------------------------------------------------------------


def _tercapai(dataset: Dataset, kode: str, tahun: int) -> SelBanding | None:
    r = ringkas(dataset, kode, tahun)
    if r is None:
        return None
    n, belum = len(r.iku), len(r.iku) - r.terbanding
    if not r.terbanding:
        return SelBanding(teks="Belum dapat dinilai", keterangan=f"{n} IKU")
    keterangan = f"{belum} belum dapat dinilai" if belum else ""
    return SelBanding(teks=f"{r.tercapai} dari {n}", keterangan=keterangan, angka=Decimal(r.tercapai) / n)


def _rata(dataset: Dataset, kode: str, tahun: int) -> SelBanding | None:
    r = ringkas(dataset, kode, tahun)
    if r is None or r.rata_rata.nilai is None:
        return None
    skala = r.distribusi.skala
    pita = skala.peringkat_capaian(r.rata_rata.nilai).pita
    predikat = f"{rupa_pita(skala, pita).simbol} {pita.predikat}, " if pita else ""
    return SelBanding(
        teks=format_persen(r.rata_rata.nilai), keterangan=f"{predikat}{r.rata_rata.keterangan}", angka=r.rata_rata.nilai
    )


def _sebaran(dataset: Dataset, kode: str, tahun: int) -> SelBanding | None:
    p = profil_opd(dataset, kode, tahun)
    if p is None or p.ringkasan is None:
        return None
    sebaran = tuple((f"{s.jumlah} {s.predikat}", s.rupa) for s in p.sebaran)
    teks = ", ".join(t for t, _ in sebaran)
    return SelBanding(teks=teks, keterangan=f"skala {p.ringkasan.distribusi.skala.nama}", sebaran=sebaran)


def _akip(dataset: Dataset, kode: str, tahun: int) -> SelBanding | None:
    return _sel_posisi(posisi_akip(dataset, kode, tahun))


def _ikm(dataset: Dataset, kode: str, tahun: int) -> SelBanding | None:
    return _sel_posisi(posisi_ikm(dataset, kode, tahun))


def _sel_posisi(posisi: PosisiOpd) -> SelBanding | None:
    if posisi.nilai is None:
        return None
    urutan = "tanpa angka" if not posisi.nilai.nilai else ""
    if posisi.dari > 1:
        urutan = f"peringkat {posisi.peringkat} dari {posisi.dari}"
    keterangan = ", ".join(t for t in (urutan, posisi.catatan) if t)
    return SelBanding(teks=posisi.nilai.teks, keterangan=keterangan, rupa=posisi.nilai.rupa, angka=posisi.nilai.angka)


def _pagu(dataset: Dataset, kode: str, tahun: int) -> SelBanding | None:
    j = dataset.jumlah_anggaran.get((kode, tahun))
    return None if j is None or j.pagu is None else SelBanding(teks=format_rupiah_ringkas(j.pagu))


def _serapan(dataset: Dataset, kode: str, tahun: int) -> SelBanding | None:
    j = dataset.jumlah_anggaran.get((kode, tahun))
    if j is None or j.serapan is None:
        return None
    asal = " (Belanja APBD)" if j.dari_apbd else ""
    return SelBanding(
        teks=format_persen(j.serapan),
        keterangan=f"realisasi {format_rupiah_ringkas(j.realisasi)}{asal}",
        angka=j.serapan,
    )


@dataclass(frozen=True, slots=True)
class _Ukuran:
    """A measure: the name of its row, and how an OPD's cell is made."""

    nama: str
    sel: Callable[[Dataset, str, int], SelBanding | None]


UKURAN = (
    _Ukuran("IKU mencapai target", _tercapai),
    _Ukuran("Rata-rata capaian", _rata),
    _Ukuran("IKU menurut predikat", _sebaran),
    _Ukuran("AKIP", _akip),
    _Ukuran("IKM", _ikm),
    _Ukuran("Pagu", _pagu),
    _Ukuran("Serapan", _serapan),
)


def _baris(dataset: Dataset, ukuran: _Ukuran, kolom: Sequence[KolomOpd], tahun: int) -> BarisBanding:
    sel = [ukuran.sel(dataset, k.kode, tahun) or _kosong(dataset, ukuran, k.kode, tahun) for k in kolom]
    angka = [s.angka for s, k in zip(sel, kolom, strict=True) if s.angka is not None and not k.acuan]
    puncak = max(angka) if len(set(angka)) > 1 else None
    return BarisBanding(
        ukuran.nama,
        puncak is not None,
        tuple(
            replace(s, tertinggi=puncak is not None and s.angka == puncak and not k.acuan)
            for s, k in zip(sel, kolom, strict=True)
        ),
    )


def _kosong(dataset: Dataset, ukuran: _Ukuran, kode: str, tahun: int) -> SelBanding:
    ada = [str(t) for t in dataset.tahun if ukuran.sel(dataset, kode, t) is not None]
    ekor = f"; ada untuk {', '.join(ada)}" if ada else ""
    return SelBanding(teks="", keterangan=f"Tidak tersedia untuk {tahun}{ekor}")


# --- the finding ------------------------------------------------------------------------------------------------------


def _tanpa_banding(nama: Sequence[str], tahun: int) -> str:
    if len(nama) == 1:
        return f"Hanya {nama[0]} yang memiliki angka pada {tahun}; pembandingnya tidak tersedia"
    return f"{' dan '.join(nama)} tidak memiliki ukuran {tahun} yang dapat dibandingkan"


def _isi_baris(kolom: Sequence[KolomOpd], baris: BarisBanding) -> str:
    """Write the figures of a row, highest first."""
    isi = [
        (s.angka, k.nama, s.teks) for s, k in zip(baris.sel, kolom, strict=True) if s.angka is not None and not k.acuan
    ]
    urut = sorted(isi, key=lambda t: -t[0])
    return f"{baris.nama}: {', '.join(f'{nama} {teks}' for _, nama, teks in urut)}"


def _catatan(dataset: Dataset, kolom: Sequence[KolomOpd], tahun: int) -> Iterator[str]:
    yield CATATAN
    skala = {dataset.skala_capaian(k.kode, tahun).nama for k in kolom if ringkas(dataset, k.kode, tahun)}
    if len(skala) > 1:
        yield f"Predikat tidak dibandingkan: setiap OPD dinilai dengan skalanya sendiri ({', '.join(sorted(skala))})."
    acuan = [k.nama for k in kolom if k.acuan]
    if acuan:
        yield f"{acuan[0]} adalah keseluruhan: acuan saja, tidak ikut dibandingkan."


def butir_banding(banding: PerbandinganOpd) -> tuple[str, ...]:
    """Return the measures for a message, each with the OPD that have it."""
    semua = ((b.nama, list(zip(banding.kolom, b.sel, strict=True))) for b in banding.baris)
    ada = ((nama, [f"{k.nama} {s.teks}" for k, s in isi if s.teks]) for nama, isi in semua)
    return tuple(f"{nama}: {'; '.join(isi)}" for nama, isi in ada if isi)
