"""Finding the table in a sheet: titles passed, header of one to four rows joined, repeated headers and the tail cut.

Rows and columns keep the numbers they have in the sheet, so that every message can name the cell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kinerja.buku.anak import huruf
from kinerja.buku.pembaca import IsiSel
from kinerja.nilai.nama import samakan
from kinerja.susun.isi import berangka, kata_sel, tahun_sel, teks_sel
from kinerja.susun.kisi import Kisi
from kinerja.susun.model import BarisDilewati

if TYPE_CHECKING:
    import pandas as pd

JUDUL_MAKS = 4
"""Rows of a header at most."""
SEL_JUDUL_MAKS = 90
"""Letters of a header's cell at most; longer ones are sentences."""
KATA_JUDUL = frozenset(
    {
        *("no", "nomor", "urut", "kode", "rekening", "uraian", "program", "kegiatan", "sub", "subkegiatan"),
        *("sasaran", "tujuan", "indikator", "iku", "kinerja", "satuan", "target", "realisasi", "anggaran", "pagu"),
        *("apbd", "dpa", "alokasi", "capaian", "persen", "persentase", "%", "triwulan", "tw", "periode", "tahun"),
        *("tahunan", "k", "rp", "rupiah", "kabupaten", "kota", "provinsi", "wilayah", "daerah", "nama", "operasi"),
        *("modal", "transfer", "terduga", "btt", "jumlah", "total", "sisa", "lebih", "kurang", "kendala", "hambatan"),
        *("penghambat", "pendorong", "permasalahan", "masalah", "solusi", "upaya", "rencana", "tindak", "lanjut"),
        *("rtl", "pic", "penanggung", "batas", "waktu", "tenggat", "keterangan", "ket", "formula", "sumber", "data"),
        *("renja", "renstra", "rpjmd", "skpd", "opd", "unit", "bertambah", "berkurang", "selisih", "fisik"),
        *("keuangan", "bobot", "aksi", "keluaran", "output", "outcome", "status", "bulan", "semester", "region"),
        *("regency", "municipality", "province", "district", "year", "serapan", "penyerapan", "tingkat", "evaluasi"),
        *("faktor", "rekomendasi", "jawab", "organisasi", "urusan", "bidang", "kelompok", "jenis", "objek"),
        *("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober"),
        *("november", "desember"),
        *("belanja", "volume", "lokasi", "i", "ii", "iii", "iv", "akhir", "awal", "murni", "perubahan"),
    }
)
"""Words of which the headers of such tables are made."""
_NOMOR = re.compile(r"\(?\s*(?:kolom\s*)?(\d{1,2}|[a-z]|[ivx]{1,5})\s*\)?(?:\s*[=(:].*)?", re.IGNORECASE)
_KELIRU = re.compile(r"20\d{3}|20\d|2\d{4}")
_LABEL = re.compile(r":\s*$|^\s*:")


@dataclass(frozen=True, kw_only=True, eq=False)
class Blok:
    """A table found in a sheet.

    Attributes:
        kisi: the sheet.
        judul_awal, judul_akhir: first and last row of its header.
        data: its rows below the header, numbered as in the sheet, columns of the table only; empty rows are not there.
        judul: header of each column, from the top down.
        atas: the rows above the header as texts, by number.
        dilewati: rows within the table that are none of its lines.
    """

    kisi: Kisi
    judul_awal: int
    judul_akhir: int
    data: "pd.DataFrame"
    judul: dict[int, tuple[str, ...]]
    atas: tuple[tuple[int, str], ...] = ()
    dilewati: tuple[BarisDilewati, ...] = field(default=())

    @property
    def rentang(self) -> str:
        """The range of the table: A6:M9."""
        kolom = list(self.judul)
        akhir = int(self.data.index[-1]) if len(self.data) else self.judul_akhir
        return f"{huruf(kolom[0])}{self.judul_awal}:{huruf(kolom[-1])}{akhir}"

    @property
    def rentang_judul(self) -> str:
        """The range of its header: A6:M9."""
        kolom = list(self.judul)
        return f"{huruf(kolom[0])}{self.judul_awal}:{huruf(kolom[-1])}{self.judul_akhir}"

    @cached_property
    def nama_judul(self) -> dict[int, str]:
        """Header of each column in one text: Operasi · Realisasi."""
        return {k: " · ".join(v) for k, v in self.judul.items()}

    def baris(self) -> Iterator[tuple[int, dict[int, IsiSel]]]:
        """Yield the rows with their number, each as the filled cells by column."""
        kolom = [int(k) for k in self.data.columns]
        for nomor, isi in zip(self.data.index, self.data.to_numpy(), strict=True):
            yield int(nomor), {k: sel for k, sel in zip(kolom, isi, strict=True) if sel is not None}

    def sel(self, baris: int, kolom: int) -> str:
        """Name a cell: F12."""
        return f"{huruf(kolom)}{baris}"


def temukan(kisi: Kisi, baris_awal: int | None = None, baris_akhir: int | None = None) -> list[Blok]:
    """Find the tables of a sheet, from the top.

    Args:
        kisi: the sheet.
        baris_awal: first row of the header, where a person has said so.
        baris_akhir: last row of the table, the same way.
    """
    isi = [list(b) for b in kisi.sel.to_numpy()]
    if baris_akhir:
        isi = isi[:baris_akhir]
    awal = [baris_awal - 1] if baris_awal else _awal_tabel(isi)
    kepala = [_kepala(kisi, isi, n, tetap=bool(baris_awal)) for n in awal if n < len(isi)]
    kepala = [k for k in dict.fromkeys(kepala) if k[1] < len(isi) - 1]
    satu: list[tuple[int, int]] = []
    for pertama, terakhir in kepala:
        if satu and pertama <= satu[-1][1]:
            satu[-1] = (min(pertama, satu[-1][0]), max(terakhir, satu[-1][1]))
        else:
            satu.append((pertama, terakhir))
    tabel: list[tuple[int, int, int]] = []
    for n, (pertama, terakhir) in enumerate(satu):
        batas = satu[n + 1][0] if n + 1 < len(satu) else len(isi)
        tabel.append((pertama, terakhir, batas))
    return [b for t in tabel if (b := _blok(kisi, isi, t)) is not None]


def _awal_tabel(isi: Sequence[Sequence[IsiSel]]) -> list[int]:
    """Return the rows, from 0, at which the header of a table begins to be seen.

    The best row tells what a header is here; a later one is another table where its words are others and a row above
    it is empty or a title.
    """
    nilai = [_mutu_judul(b) for b in isi]
    terbaik = max(nilai, default=0)
    if terbaik == 0:
        return []
    hasil: list[int] = []
    for n, mutu in enumerate(nilai):
        if mutu == 0 or mutu * 2 <= terbaik:
            continue
        if not hasil or (_terisi(isi[n - 1]) <= 1 and _kunci(isi[n]) not in {_kunci(isi[h]) for h in hasil}):
            hasil.append(n)
    return hasil


def _mutu_judul(baris: Sequence[IsiSel]) -> int:
    """Return how many cells of a row look like a header's, 0 where the row is none."""
    ada = [s for s in baris if s is not None]
    if len(ada) < 2 or (len(ada) == 2 and tahun_sel(ada[1]) and "tahun" in kata_sel(ada[0])):
        return 0
    # A figure that is no year makes a line of it; most rows are seen off by their first cells.
    if any(map(_angka, ada)) and not _tahun_keliru(ada):
        return 0
    cocok = sum(map(_tampak_judul, ada))
    if cocok < 2 or cocok * 5 < len(ada) * 3:
        return 0
    return cocok if len({teks_sel(s) for s in ada}) > 1 else 0


def _tampak_judul(isi: IsiSel) -> bool:
    if tahun_sel(isi):
        return True
    teks = teks_sel(isi)
    if not teks or len(teks) > SEL_JUDUL_MAKS or _LABEL.search(teks):
        return False
    kata = kata_sel(isi)
    return bool(kata) and (kata[0] in KATA_JUDUL or (len(kata) <= 6 and any(k in KATA_JUDUL for k in kata)))


def _tahun_keliru(ada: Sequence[IsiSel]) -> bool:
    """Tell whether years head the columns and one of them is written wrongly: 20244 beside 2023."""
    if berangka(ada[0]) or not any(map(tahun_sel, ada)):
        return False
    return all(tahun_sel(s) or _KELIRU.fullmatch(teks_sel(s)) for s in ada if berangka(s))


def _angka(isi: IsiSel) -> bool:
    return berangka(isi) and not tahun_sel(isi)


def _terisi(baris: Sequence[IsiSel]) -> int:
    return sum(s is not None for s in baris)


def _kunci(baris: Sequence[IsiSel]) -> tuple[str, ...]:
    return tuple(samakan(teks_sel(s)) for s in baris)


def _kepala(kisi: Kisi, isi: Sequence[Sequence[IsiSel]], mulai: int, *, tetap: bool) -> tuple[int, int]:
    """Return the first and last row, from 0, of the header that was seen at `mulai`."""
    pertama, terakhir = mulai, mulai
    while not tetap and pertama > 0 and terakhir - pertama + 1 < JUDUL_MAKS:
        if not _bagian_atas(kisi, isi, pertama - 1, range(pertama, terakhir + 1)):
            break
        pertama -= 1
    while terakhir + 1 < len(isi) and terakhir - pertama + 1 < JUDUL_MAKS:
        if not _bagian_bawah(kisi, isi[terakhir + 1], terakhir + 1):
            break
        terakhir += 1
    return pertama, terakhir


def _bagian_atas(kisi: Kisi, isi: Sequence[Sequence[IsiSel]], n: int, sudah: range) -> bool:
    """Tell whether a row above belongs to the header: it heads columns of it, a title does not."""
    baris = isi[n]
    ada = [k for k, s in enumerate(baris) if s is not None]
    if (
        not ada
        or any(berangka(s) and not tahun_sel(s) for s in baris)
        or any(_LABEL.search(teks_sel(s)) for s in baris)
    ):
        return False
    # A cell merged down into the header passes through the rows between, whatever lies beside it there.
    if any(r1 <= n + 1 < r2 for r1, _, r2, _ in kisi.gabungan):
        return True
    judul = [k for k in ada if _tampak_judul(baris[k])]
    if len(ada) >= 2:
        return len(judul) >= 1
    # One cell alone heads a column only where nothing else does, or where it lies over several columns but not all.
    kosong = all(isi[r][ada[0]] is None for r in sudah)
    lebar = next((k2 - k1 + 1 for r1, k1, _, k2 in kisi.gabungan if r1 == n + 1 and k1 == ada[0] + 1), 1)
    kolom = {k for r in sudah for k, s in enumerate(isi[r]) if s is not None}
    if judul and kosong and lebar <= max(1, len(kolom) // 2):
        return True
    # Or where a row above it heads columns that nothing below does: Kode and Uraian over Belanja, nothing merged.
    batas = range(n - 1, max(sudah.stop - JUDUL_MAKS, 0) - 1, -1)
    atas = next((isi[r] for r in batas if _terisi(isi[r]) != 1), ())
    return _terisi(atas) > 1 and any(_tampak_judul(s) and k not in kolom and k != ada[0] for k, s in enumerate(atas))


def _bagian_bawah(kisi: Kisi, baris: Sequence[IsiSel], n: int) -> bool:
    """Tell whether a row below goes on with the header: words of headers, years or units, and no figure."""
    ada = [s for s in baris if s is not None]
    if any(r1 <= n < r2 for r1, _, r2, _ in kisi.gabungan) and not any(map(_angka, ada)):
        return True
    if not ada or any(map(_angka, ada)):
        return False
    cocok = sum(_tampak_judul(s) or _satuan(s) for s in ada)
    return cocok * 2 > len(ada) and all(len(teks_sel(s)) <= SEL_JUDUL_MAKS for s in ada) and _bukan_data(ada)


def _satuan(isi: IsiSel) -> bool:
    teks = teks_sel(isi)
    return len(teks) <= 20 and teks[:1] in "([" and teks[-1:] in ")]"


def _bukan_data(ada: Sequence[IsiSel]) -> bool:
    """Keep a first line of words apart from a second line of the header: that one is short, or repeats itself."""
    teks = [samakan(teks_sel(s)) for s in ada]
    return len(set(teks)) < len(teks) or max(map(len, teks)) <= 40


def _blok(kisi: Kisi, isi: Sequence[Sequence[IsiSel]], tabel: tuple[int, int, int]) -> Blok | None:
    pertama, terakhir, batas = tabel
    judul = _gabung_judul(kisi, isi, pertama, terakhir)
    dilewati: list[BarisDilewati] = []
    dipakai: list[int] = []
    kepala = {_kunci(isi[r]) for r in range(pertama, terakhir + 1)}
    bermula = {k[:1] for k in kepala}
    for n in range(terakhir + 1, batas):
        if _terisi(isi[n]) == 0:
            continue
        if _kunci(isi[n][:1]) in bermula and _kunci(isi[n]) in kepala:
            dilewati.append(BarisDilewati(baris=n + 1, alasan="judul tabel yang berulang"))
        elif nomor_kolom(isi[n]):
            dilewati.append(BarisDilewati(baris=n + 1, alasan="baris nomor kolom"))
        else:
            dipakai.append(n + 1)
    terpakai = [k for k in judul if judul[k] or kisi.sel.loc[dipakai, k].notna().any()]
    if not dipakai or len(terpakai) < 2:
        return None
    return Blok(
        kisi=kisi,
        judul_awal=pertama + 1,
        judul_akhir=terakhir + 1,
        data=kisi.sel.loc[dipakai, terpakai],
        judul={k: judul[k] for k in terpakai},
        atas=tuple((n + 1, t) for n in range(pertama) if (t := " ".join(filter(None, map(teks_sel, isi[n]))))),
        dilewati=tuple(dilewati),
    )


def nomor_kolom(baris: Sequence[IsiSel]) -> bool:
    """Tell whether a row numbers the columns: 1 2 3, (1) (2) (3), 4 = 3/2, and nothing else."""
    ada = [s for s in baris if s is not None]
    if len(ada) < 3 or not _NOMOR.fullmatch(teks_sel(ada[0])):
        return False
    teks = [teks_sel(s) for s in ada]
    cocok = [_NOMOR.fullmatch(t) for t in teks]
    if not all(cocok):
        return False
    angka = [int(m[1]) for m in cocok if m and m[1].isdecimal()]
    naik = all(b - a in (0, 1, 2) for a, b in pairwise(angka))
    return len(angka) >= len(teks) - 1 and naik and angka[0] <= 2


def _gabung_judul(
    kisi: Kisi, isi: Sequence[Sequence[IsiSel]], pertama: int, terakhir: int
) -> dict[int, tuple[str, ...]]:
    """Join the rows of a header downwards, over merged cells and over groups that are only written once."""
    lebar = len(isi[0])
    petak = [[teks_sel(s) for s in isi[r]] for r in range(pertama, terakhir + 1)]
    asal = [[bool(t) for t in b] for b in petak]
    for r1, k1, r2, k2 in kisi.gabungan:
        if pertama <= r1 - 1 <= terakhir:
            for r in range(r1 - 1, min(r2 - 1, terakhir) + 1):
                for k in range(k1 - 1, min(k2, lebar)):
                    petak[r - pertama][k] = petak[r1 - 1 - pertama][k1 - 1]
                    asal[r - pertama][k] = True
    for n, baris in enumerate(petak[:-1]):
        # A group written over its first column only: it goes on while the row below has more columns to head.
        kelompok = ""
        for k in range(lebar):
            bawah = any(petak[m][k] for m in range(n + 1, len(petak)))
            if baris[k]:
                kelompok = baris[k] if bawah and not _sampai_bawah(petak, n, k) else ""
            elif kelompok and bawah and not any(asal[m][k] for m in range(n + 1)):
                baris[k] = kelompok
            elif not bawah:
                kelompok = ""
    return {k + 1: tuple(dict.fromkeys(b[k] for b in petak if b[k])) for k in range(lebar)}


def _sampai_bawah(petak: Sequence[Sequence[str]], n: int, k: int) -> bool:
    """Tell whether a header's cell reaches down to the last row, as one that is merged does."""
    return all(petak[m][k] in (petak[n][k], "") for m in range(n + 1, len(petak)))
