"""Where everything of a slide stands: boxes, sizes of type, and what had to be shortened. Knows nothing of the file.

Sizes in points on a page of 13.333 x 7.5 inches. Text is at least 18 points; source and footer 12, axes 14. What does
not fit at that size is shortened here with an ellipsis and stands whole in the speaker notes (`Tata.utuh`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.ekspor.pptx.huruf import bersih
from kinerja.ekspor.pptx.tata_tabel import TataTabel, tata_tabel
from kinerja.paparan.model import AngkaKunci, Slaid
from kinerja.sajian.rupa import Rupa
from kinerja.sajian.ukur import TINGGI_BARIS, Kotak, lebar, potong, potong_semua, tinggi

LEBAR, TINGGI = 960.0, 540.0
TEPI = 36.0
ISI = LEBAR - 2 * TEPI
ATAS, BAWAH = 16.0, 504.0
KECIL, TEKS = 12, 18
JARAK = 12.0
JARAK_BUTIR = 6.0
INDEN = 18.0
PAD = 8.0
_JUDUL = ((28, 2), (24, 2), (22, 3), (20, 3), (TEKS, 7))
"""Sizes of a title with the lines it may take."""
_BAGI = ((0.32, 20), (0.36, 20), (0.36, 18), (0.42, 20), (0.42, 18), (0.5, 18), (0.58, 18))
"""Share of the width for the sentences beside a chart, with their size: the first that holds them."""


@dataclass(frozen=True, slots=True)
class Bidang:
    """Text in its box."""

    kotak: Kotak
    ukuran: int
    teks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kartu:
    """A key figure in its box, with the size of its figure; `terpotong` where a text of it is shortened."""

    kotak: Kotak
    label: str
    nilai: str
    keterangan: str
    ukuran: int
    rupa: Rupa | None
    terpotong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tata:
    """A slide laid out; `utuh` holds what is shortened on it."""

    judul: Bidang
    topik: Bidang
    sumber: Bidang
    kartu: tuple[Kartu, ...] = ()
    butir: Bidang | None = None
    grafik: Kotak | None = None
    tabel: TataTabel | None = None
    utuh: tuple[str, ...] = ()


def tata_slaid(slaid: Slaid) -> Tata:
    """Lay out a slide by what it has."""
    isi = potong(bersih(slaid.topik), TEKS, ISI, 2)
    topik = Bidang(Kotak(TEPI, ATAS, ISI, tinggi([isi], TEKS, ISI)), TEKS, (isi,))
    judul = _judul(bersih(slaid.judul), topik.kotak.bawah + 2)
    # The sources with the version on two small lines; what is left out is counted, the notes name it.
    versi = f"Versi data {bersih(slaid.versi)}"
    semua = list(map(bersih, slaid.sumber))
    for n in range(len(semua), -1, -1):
        lain = f"; dan {len(semua) - n} lainnya (lihat catatan)" if n < len(semua) else ""
        isi = f"Sumber: {'; '.join(semua[:n])}{lain}. {versi}" if n else versi
        if potong(isi, KECIL, ISI, 2) == isi:
            break
    isi = potong(isi, KECIL, ISI, 2)
    h = tinggi([isi], KECIL, ISI)
    sumber = Bidang(Kotak(TEPI, BAWAH - h, ISI, h), KECIL, (isi,))
    luas = slaid.grafik is None and slaid.tabel is None
    kartu = _kartu(slaid.angka, judul.kotak.bawah + JARAK, besar=luas)
    atas = (kartu[0].kotak.bawah if kartu else judul.kotak.bawah) + JARAK
    ruang = Kotak(TEPI, atas, ISI, sumber.kotak.y - 6 - atas)
    kalimat = tuple(map(bersih, slaid.butir))
    butir, grafik, tabel = _badan(slaid, kalimat, ruang)
    asal = (bersih(slaid.judul), bersih(slaid.topik), *kalimat)
    tertulis = {*judul.teks, *topik.teks, *(butir.teks if butir else ())}
    angka = (a for a, k in zip(slaid.angka, kartu, strict=True) if k.terpotong)
    asal_kartu = (
        f"{bersih(a.label)}: {' '.join(filter(None, (bersih(a.nilai), bersih(a.keterangan))))}" for a in angka
    )
    utuh = (*(t for t in asal if t not in tertulis), *asal_kartu, *(tabel.utuh if tabel else ()))
    return Tata(
        judul=judul,
        topik=topik,
        sumber=sumber,
        kartu=kartu,
        butir=butir,
        grafik=grafik,
        tabel=tabel,
        utuh=tuple(dict.fromkeys(utuh)),
    )


def _judul(teks: str, atas: float) -> Bidang:
    ukuran, isi = next(
        ((u, teks) for u, n in _JUDUL if potong(teks, u, ISI, n, tebal=True) == teks),
        (TEKS, potong(teks, TEKS, ISI, _JUDUL[-1][1], tebal=True)),
    )
    return Bidang(Kotak(TEPI, atas, ISI, tinggi([isi], ukuran, ISI, tebal=True)), ukuran, (isi,))


# --- key figures ------------------------------------------------------------------------------------------------------


def _kartu(angka: Sequence[AngkaKunci], atas: float, *, besar: bool) -> tuple[Kartu, ...]:
    if not angka:
        return ()
    # A third of the row also for fewer, unless their texts are cut then; a fourth for four.
    banyak = max(3, len(angka))
    w = (ISI - (banyak - 1) * JARAK) / banyak
    if any(_isi_satu(a, w - 2 * PAD) != _teks_kartu(a) for a in angka):
        w = (ISI - (len(angka) - 1) * JARAK) / len(angka)
    dalam = w - 2 * PAD
    isi = [_isi_satu(a, dalam) for a in angka]
    ukuran = _ukuran_angka((n for _, n, _ in isi), dalam, besar=besar)
    h = max(_tinggi_kartu(k, ukuran, dalam) for k in isi)
    return tuple(
        Kartu(
            kotak=Kotak(TEPI + n * (w + JARAK), atas, w, h),
            label=label,
            nilai=nilai,
            keterangan=keterangan,
            ukuran=ukuran,
            rupa=a.rupa,
            terpotong=(label, nilai, keterangan) != _teks_kartu(a),
        )
        for n, ((label, nilai, keterangan), a) in enumerate(zip(isi, angka, strict=True))
    )


def _teks_kartu(angka: AngkaKunci) -> tuple[str, str, str]:
    """Label, figure and remark of a card; the figure has its symbol unless the symbol stands there already."""
    nilai, keterangan = bersih(angka.nilai), bersih(angka.keterangan)
    if angka.rupa and angka.rupa.simbol not in f"{nilai} {keterangan}":
        nilai = f"{angka.rupa.simbol} {nilai}"
    return bersih(angka.label), nilai, keterangan


def _isi_satu(angka: AngkaKunci, dalam: float) -> tuple[str, str, str]:
    label, nilai, keterangan = _teks_kartu(angka)
    return (
        potong(label, TEKS, dalam, 2),
        potong(nilai, TEKS, dalam, 2, tebal=True),
        potong(keterangan, TEKS, dalam, 2),
    )


def _ukuran_angka(nilai: Iterable[str], dalam: float, *, besar: bool) -> int:
    """The largest size in which every figure stands on one line, the smallest where none does."""
    pilihan = (44, 36, 28, 24, 20, TEKS) if besar else (28, 24, 20, TEKS)
    terlebar = max((lebar(n, 1, tebal=True) for n in nilai), default=0)
    return next((u for u in pilihan if terlebar * u <= dalam * 0.97), TEKS)


def _tinggi_kartu(isi: tuple[str, str, str], ukuran: int, dalam: float) -> float:
    label, nilai, keterangan = isi
    bawah = tinggi([keterangan], TEKS, dalam) if keterangan else 0
    return tinggi([label], TEKS, dalam) + tinggi([nilai], ukuran, dalam, tebal=True) + bawah + 2 * PAD


# --- sentences, chart, table ------------------------------------------------------------------------------------------


def _badan(
    slaid: Slaid, kalimat: tuple[str, ...], ruang: Kotak
) -> tuple[Bidang | None, Kotak | None, TataTabel | None]:
    if slaid.grafik and not kalimat:
        return None, ruang, None
    if slaid.grafik:
        # The chart on the left, the sentences beside it.
        calon = ((_kanan(ruang, bagi), u) for bagi, u in _BAGI)
        kotak, ukuran = next(((k, u) for k, u in calon if _muat(kalimat, k, u)), (_kanan(ruang, _BAGI[-1][0]), TEKS))
        kiri = Kotak(ruang.x, ruang.y, kotak.x - 2 * JARAK - ruang.x, ruang.h)
        return _bidang_butir(kalimat, kotak, ukuran), kiri, None
    if slaid.tabel:
        # The sentences below the table leave it at least half of the room.
        sisa = 0.0
        if kalimat:
            minta = tinggi(kalimat, TEKS, ruang.w - INDEN, jarak=JARAK_BUTIR) + JARAK
            sisa = min(minta, max(ruang.h / 2, len(kalimat) * (TEKS * TINGGI_BARIS + JARAK_BUTIR) + JARAK))
        tabel = tata_tabel(slaid.tabel, Kotak(ruang.x, ruang.y, ruang.w, ruang.h - sisa))
        bawah = tabel.kotak.bawah + JARAK
        return _penuh(kalimat, Kotak(ruang.x, bawah, ruang.w, ruang.bawah - bawah), (20, TEKS)), None, tabel
    return _penuh(kalimat, ruang, (28, 24, 20, TEKS)), None, None


def _kanan(ruang: Kotak, bagi: float) -> Kotak:
    w = ruang.w * bagi
    return Kotak(ruang.x + ruang.w - w, ruang.y, w, ruang.h)


def _muat(kalimat: Sequence[str], kotak: Kotak, ukuran: int) -> bool:
    return tinggi(kalimat, ukuran, kotak.w - INDEN, jarak=JARAK_BUTIR) <= kotak.h


def _bidang_butir(kalimat: tuple[str, ...], kotak: Kotak, ukuran: int) -> Bidang:
    if _muat(kalimat, kotak, ukuran):
        return Bidang(kotak, ukuran, kalimat)
    return Bidang(kotak, ukuran, potong_semua(kalimat, ukuran, kotak.w - INDEN, kotak.h, jarak=JARAK_BUTIR))


def _penuh(kalimat: tuple[str, ...], ruang: Kotak, ukuran: Sequence[int]) -> Bidang | None:
    if not kalimat:
        return None
    return _bidang_butir(kalimat, ruang, next((u for u in ukuran if _muat(kalimat, ruang, u)), ukuran[-1]))
