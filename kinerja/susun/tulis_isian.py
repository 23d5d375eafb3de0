"""The form as a workbook: what to fill stands out, what stands is grey, each row is marked with what it was sent with.

It is a valid workbook by itself: sheets OPD, Indikator and Skala come along for the codes and grades it uses.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from kinerja.buku.banding.kanonik import teks_kanonik
from kinerja.buku.teks_sel import isi_teks
from kinerja.buku.templat.bentuk import BERTEKS, pasang_bantuan, pasang_judul
from kinerja.buku.templat.pengenal import (
    JUDUL_BANTU,
    JUDUL_ISIAN,
    JUDUL_NAMA,
    PETUNJUK,
    SATUAN,
    TAHUN_LALU,
    TANDA_BARIS,
    TERCATAT,
    sidik_baris,
)
from kinerja.buku.templat.rujukan import HURUF, Letak
from kinerja.buku.tulis import tulis_sel
from kinerja.dataset import Dataset
from kinerja.model.istilah import Arah
from kinerja.model.kolom import Jenis, Kolom, Lembar
from kinerja.model.skema import ANGGARAN, CAPAIAN, INDIKATOR, NAMA_ANGGARAN, OPD, SKALA, TANDA
from kinerja.nilai.nama import samakan
from kinerja.sajian.warna import BIRU_TUA
from kinerja.susun.isian import BukuIsian, kalimat_isian, nama_isian

BARIS_TAMBAHAN = 50
"""Rows below those asked for that carry dropdowns too."""
KUNING, PUCAT, ABU = "FFE699", "FFF7DF", "EDEDED"
"""Ground of a figure to fill, of what is told beside it, and of what stands."""
TINTA = "595959"
UTAMA = frozenset({"Realisasi", "Target", "Pagu"})
_LEBAR_PETUNJUK = 110
_LEBAR = {
    "Kode indikator": 25,
    JUDUL_NAMA[INDIKATOR.nama]: 48,
    SATUAN: 12,
    "Tahun": 8,
    "Periode": 12,
    TAHUN_LALU: 16,
    "Target": 16,
    TERCATAT: 18,
    "Kelompok": 32,
    **dict.fromkeys(NAMA_ANGGARAN, 36),
    "Sumber": 30,
    "Catatan": 34,
}
_TINGGI = 15
"""Points of a line of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tabel:
    """A sheet of the form.

    Attributes:
        lembar, kolom: which one, and its columns.
        baris: the texts of its cells, as they are stored.
        diisi: for each row the columns that are to be filled.
        dikoreksi: for each row the columns that may be corrected.
    """

    lembar: Lembar
    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[str, ...], ...]
    diisi: tuple[frozenset[str], ...] = ()
    dikoreksi: tuple[frozenset[str], ...] = ()


def tulis_isian(dataset: Dataset, isian: BukuIsian, keluaran: Path | IO[bytes]) -> None:
    """Write the form of an office as a workbook."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    buku = Workbook()
    tabel = [t for t in _tabel(dataset, isian) if t.baris]
    letak = {t.lembar.nama: {k.nama: get_column_letter(i) for i, k in enumerate(t.kolom, 1)} for t in tabel}
    _tulis_petunjuk(buku.worksheets[0], dataset, isian, [t.lembar.nama for t in tabel])
    for t in tabel:
        _tulis_tabel(buku.create_sheet(t.lembar.nama), t, letak)
    buku.active = 1
    buku.worksheets[0].sheet_view.tabSelected = False
    buku.save(keluaran)


def _tabel(dataset: Dataset, isian: BukuIsian) -> Iterator[_Tabel]:
    yield _tabel_capaian(isian)
    yield _tabel_anggaran(isian)
    yield from _tabel_acuan(dataset, isian)


def _bantu(nama: str, bantuan: str, jenis: Jenis = Jenis.TEKS) -> Kolom:
    return Kolom(nama=nama, bantuan=f"{bantuan}; tidak dibaca", jenis=jenis)


_TANDA = _bantu(TANDA_BARIS, "Tanda isi baris saat dikirim")


def _tabel_capaian(isian: BukuIsian) -> _Tabel:
    berhitung = any(b.target_hitung for b in isian.capaian)
    bertercatat = any(b.tercatat for b in isian.capaian)
    sebelum = f"Realisasi {isian.kapan.replace(str(isian.tahun), str(isian.tahun - 1))} sebagai pembanding"
    kolom = (
        CAPAIAN.cari("Kode indikator"),
        _bantu(JUDUL_NAMA[INDIKATOR.nama], "Nama dari kode di kirinya"),
        _bantu(SATUAN, "Satuan indikator"),
        CAPAIAN.cari("Tahun"),
        CAPAIAN.cari("Periode"),
        _bantu(TAHUN_LALU, sebelum),
        CAPAIAN.cari("Target"),
        *([CAPAIAN.cari("Target hitung")] if berhitung else ()),
        *([_bantu(TERCATAT, "Realisasi yang sudah ada; isi Realisasi hanya bila dikoreksi")] if bertercatat else ()),
        *map(CAPAIAN.cari, ("Realisasi", TANDA, "Sumber", "Catatan")),
        _TANDA,
    )
    baris, diisi, dikoreksi = [], [], []
    for b in isian.capaian:
        i = b.indikator
        isi = {
            "Kode indikator": i.kode_indikator,
            JUDUL_NAMA[INDIKATOR.nama]: i.indikator,
            SATUAN: i.satuan,
            "Tahun": str(isian.tahun),
            "Periode": b.periode,
            TAHUN_LALU: b.lalu,
            "Target": b.target,
            "Target hitung": b.target_hitung,
            TERCATAT: b.tercatat,
        }
        baris.append(tuple(isi.get(k.nama, "") for k in kolom))
        bertarget = b.target or i.arah is Arah.NETRAL
        terbuka = frozenset({"Realisasi", TANDA, "Sumber", "Catatan", *(() if bertarget else ("Target",))})
        diisi.append(frozenset() if b.ada else terbuka)
        dikoreksi.append(terbuka)
    return _Tabel(lembar=CAPAIAN, kolom=kolom, baris=tuple(baris), diisi=tuple(diisi), dikoreksi=tuple(dikoreksi))


def _tabel_anggaran(isian: BukuIsian) -> _Tabel:
    bidang = {n: n.lower().replace(" ", "_") for n in ("Kode", "Kelompok", *NAMA_ANGGARAN)}
    ada = [n for n in bidang if any(getattr(b, bidang[n]) for b in isian.anggaran)]
    bertercatat = any(b.realisasi is not None for b in isian.anggaran)
    kolom = (
        *map(ANGGARAN.cari, ("Kode OPD", "Tahun", "Periode", *ada, "Pagu")),
        *([_bantu(TERCATAT, "Realisasi yang sudah ada", Jenis.UANG)] if bertercatat else ()),
        *map(ANGGARAN.cari, ("Realisasi", "Sumber", "Catatan")),
        _TANDA,
    )
    baris, diisi, dikoreksi = [], [], []
    for b in isian.anggaran:
        isi = {
            "Kode OPD": b.kode_opd,
            "Tahun": str(b.tahun),
            "Periode": b.periode.value,
            **{n: getattr(b, bidang[n]) for n in ada},
            "Pagu": teks_kanonik(b.pagu),
            TERCATAT: teks_kanonik(b.realisasi),
        }
        baris.append(tuple(isi.get(k.nama, "") for k in kolom))
        terbuka = frozenset({"Realisasi", "Sumber", "Catatan", *(("Pagu",) if b.pagu is None else ())})
        diisi.append(terbuka if b.realisasi is None else frozenset())
        dikoreksi.append(terbuka)
    return _Tabel(lembar=ANGGARAN, kolom=kolom, baris=tuple(baris), diisi=tuple(diisi), dikoreksi=tuple(dikoreksi))


def _tabel_acuan(dataset: Dataset, isian: BukuIsian) -> Iterator[_Tabel]:
    """Yield what the codes of the form mean, so that it can be checked by itself."""
    indikator = [b.indikator for b in isian.capaian]
    kode = list(dict.fromkeys([isian.opd.kode_opd, *(dataset.pemilik(i).kode_opd for i in indikator)]))
    opd = [dataset.opd[k] for k in kode]
    skala = {samakan(n) for n in (*(o.skala_capaian for o in opd), *(i.skala_nilai for i in indikator)) if n}
    yield _acuan(INDIKATOR, _KOLOM_INDIKATOR, indikator)
    yield _acuan(OPD, ("Kode OPD", "Nama OPD", "Singkatan", "Jenis", "Skala capaian"), opd)
    yield _acuan(SKALA, SKALA.judul, [s for s in dataset.buku.skala if samakan(s.skala) in skala])


_KOLOM_INDIKATOR = (
    "Kode indikator",
    "Kode OPD",
    "Tingkat",
    "Sasaran",
    "Indikator",
    "Satuan",
    "Arah",
    "Skala nilai",
    "Akumulasi",
)


def _acuan(lembar: Lembar, judul: Iterable[str], isi: Iterable[object]) -> _Tabel:
    kolom = tuple(map(lembar.cari, judul))
    bidang = [k.nama.lower().replace(" ", "_") for k in kolom]
    baris = tuple((*(teks_kanonik(getattr(satu, b)) for b in bidang), "") for satu in isi)
    return _Tabel(lembar=lembar, kolom=(*kolom, _TANDA), baris=baris)


# --- as drawn --------------------------------------------------------------------------------------------------------


def _tulis_tabel(ws: Any, tabel: _Tabel, letak: Letak) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    garis = Side("thin", color="BFBFBF")
    tepi = Border(garis, garis, garis, garis)
    rata = Alignment(wrap_text=True, vertical="top")
    gaya: dict[tuple[str, str, bool, bool], Any] = {}
    pasang_judul(ws, tabel.lembar, tabel.kolom)
    judul = [k.nama for k in tabel.kolom]
    for nomor, baris in enumerate(tabel.baris, 2):
        diisi, dikoreksi = (isi[nomor - 2] if isi else frozenset() for isi in (tabel.diisi, tabel.dikoreksi))
        for ke, (k, teks) in enumerate(zip(tabel.kolom, baris, strict=True), 1):
            sel, tetap = ws.cell(nomor, ke), k.nama not in dikoreksi
            latar = ABU if tetap else ""
            if k.nama in diisi:
                latar = KUNING if k.nama in UTAMA else PUCAT
            bentuk = "@" if k.jenis in BERTEKS else "#,##0" if k.jenis is Jenis.UANG else "General"
            rupa = (bentuk, latar, tetap, k.nama in JUDUL_BANTU)
            if rupa not in gaya:
                sel.number_format, sel.alignment, sel.border = bentuk, rata, tepi
                sel.font = Font(name=HURUF, sz=11, italic=rupa[-1], color=TINTA if tetap else "000000")
                if latar:
                    sel.fill = PatternFill("solid", fgColor=latar)
                gaya[rupa] = copy(sel._style)
            sel._style = copy(gaya[rupa])  # openpyxl would search for the same font again in every cell
            if teks:
                tulis_sel(sel, k, teks)
        panjang = (-(-len(t) // (_LEBAR.get(k.nama, 18) - 2)) for k, t in zip(tabel.kolom, baris, strict=True))
        ws.row_dimensions[nomor].height = _TINGGI * max(1, *panjang)
        isi_teks(ws.cell(nomor, len(judul)), sidik_baris(judul, [s.value for s in ws[nomor]]))
    pasang_bantuan(ws, tabel.lembar, tabel.kolom, letak, len(tabel.baris) + 1 + BARIS_TAMBAHAN, warnai=False)
    for nama in judul:
        ws.column_dimensions[letak[tabel.lembar.nama][nama]].width = _LEBAR.get(nama, 18)
    if tabel.lembar is CAPAIAN:
        ws.freeze_panes = "C2"
    ws.row_dimensions[1].height = 2 * _TINGGI
    ws.auto_filter.ref = f"A1:{letak[tabel.lembar.nama][judul[-2]]}{len(tabel.baris) + 1}"
    ws.column_dimensions[letak[tabel.lembar.nama][TANDA_BARIS]].hidden = True
    _siapkan_cetak(ws)


def _siapkan_cetak(ws: Any) -> None:
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", ws.PAPERSIZE_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = "1:1"


def _tulis_petunjuk(ws: Any, dataset: Dataset, isian: BukuIsian, lembar: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font

    ws.title = PETUNJUK
    ws.sheet_view.showGridLines = False
    ws.column_dimensions["A"].width, ws.column_dimensions["B"].width = 5, _LEBAR_PETUNJUK
    ws["A1"] = JUDUL_ISIAN
    ws["A1"].font = Font(name=HURUF, sz=16, bold=True, color=BIRU_TUA[1:])
    isi_teks(ws["A2"], f"{isian.opd.nama_opd}, {isian.periode.value} {isian.tahun}")
    ws["A2"].font = Font(name=HURUF, sz=12, bold=True)
    baris = 4
    for nomor, kalimat in enumerate(_cara(dataset, isian, lembar), 1):
        ws.cell(baris, 1, nomor).alignment = Alignment(horizontal="center", vertical="top")
        isi_teks(ws.cell(baris, 2), kalimat)
        baris += 1
    for kalimat in kalimat_isian(isian):
        baris += 1
        isi_teks(ws.cell(baris, 2), kalimat)
    for (sel,) in ws.iter_rows(min_row=4, min_col=2, max_col=2):
        sel.font = Font(name=HURUF, sz=11)
        sel.alignment = Alignment(wrap_text=True, vertical="top")
        ws.row_dimensions[sel.row].height = _TINGGI * (1 + len(str(sel.value or "")) // _LEBAR_PETUNJUK)
    _siapkan_cetak(ws)


def _cara(dataset: Dataset, isian: BukuIsian, lembar: Sequence[str]) -> Iterator[str]:
    pemda = dataset.profil.pemerintah_daerah
    ditanya = " dan ".join(n for n in lembar if n in (CAPAIAN.nama, ANGGARAN.nama))
    yield (
        f"Isian ini dikirim pengelola data kinerja{f' {pemda}' if pemda else ''} bersama surat permintaan, dan diisi "
        f"oleh {isian.opd.nama_opd}."
    )
    yield (
        f"Isi sel kuning pada lembar {ditanya}: Realisasi, Sumber (nama laporan dan nomor tabelnya), dan Target bila "
        "masih kosong; sel abu-abu sudah tercatat, sel putih diisi hanya bila angka yang tercatat dikoreksi."
    )
    yield (
        "Angka ditulis seperti di laporan, misalnya 72,93 atau B (70,00); yang belum tersedia ditulis n.a. atau -, "
        "bukan 0, dengan sebabnya pada Catatan; pada lembar Anggaran tanda - berarti nol rupiah."
    )
    yield "Sel yang dibiarkan kosong tidak mengubah apa pun; kode, tahun, periode, dan judul kolom tidak diubah."
    yield (
        "Kirim kembali berkas ini kepada pengelola, yang mengunggahnya di halaman Kelola data dengan cara Perbarui: "
        "setiap perubahan dan kesalahan diperlihatkan dengan selnya sebelum diterbitkan."
    )


# --- files -----------------------------------------------------------------------------------------------------------


def tulis_zip(dataset: Dataset, isian: Iterable[BukuIsian], keluaran: Path | IO[bytes]) -> None:
    """Write forms as one zip, each under a name of its own."""
    terpakai: set[str] = set()
    with ZipFile(keluaran, "w", ZIP_DEFLATED) as arsip:
        for satu in isian:
            pokok = nama_isian(satu).removesuffix(".xlsx")
            nama = next(n for n in _calon_nama(pokok) if n not in terpakai)
            terpakai.add(nama)
            berkas = BytesIO()
            tulis_isian(dataset, satu, berkas)
            arsip.writestr(nama, berkas.getvalue())


def _calon_nama(pokok: str) -> Iterator[str]:
    yield f"{pokok}.xlsx"
    yield from (f"{pokok}_{n}.xlsx" for n in range(2, 100_000))
