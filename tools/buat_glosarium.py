"""Write docs/glosarium.md, the Indonesian words of the code in English with the room of each, from the code itself.

`--check` writes nothing and exits 1 when the glossary no longer says what the code does.
"""

import ast
import sys
from collections.abc import Iterator
from enum import EnumMeta
from importlib import import_module
from inspect import getmembers
from pathlib import Path

from buat_arsitektur import KINERJA, TELAAH, Lantai, tugas
from dokumen import AKAR, jalankan, tabel

sys.path.insert(0, str(AKAR))  # this file is run as a script

from kinerja.model import istilah
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.panduan.teks import ISTILAH

PEMBUKA = """# Glossary

<!-- Written by tools/buat_glosarium.py; not to be edited by hand. -->

Nouns of the domain stay Indonesian in code (ADR 0008). Here each stands with its meaning and the room where it lives.

## Words of the field
"""

KATA: tuple[tuple[str, str, str], ...] = (
    (
        "opd, perangkat daerah",
        "a unit of the regency: an office, an agency, a district",
        "kinerja.model.baris:Opd",
    ),
    ("wilayah", "a region: a regency, a city, the province or the nation", "kinerja.telaah.wilayah.perbandingan"),
    ("misi, tujuan, sasaran", "mission, goal, objective: the levels above an indicator", "kinerja.telaah.pohon.pohon"),
    ("indikator", "an indicator; its code never changes its meaning", "kinerja.model.baris:Indikator"),
    ("IKU", "main performance indicator: one of level Tujuan or Sasaran", "kinerja.model.istilah:TINGKAT_IKU"),
    ("target", "what was promised for a year or a quarter", "kinerja.model.baris:BarisCapaian"),
    ("realisasi", "what was reached, or what was spent", "kinerja.model.baris:BarisCapaian"),
    ("capaian", "realisasi against target, in percent", "kinerja.rumus.capaian:CapaianIndikator"),
    ("status", "whether the target was missed, met or passed", "kinerja.model.istilah:Status"),
    ("predikat", "the word of a scale for a value, such as Sangat Tinggi or BB", "kinerja.nilai.skala:Peringkat"),
    ("skala, pita", "a rating scale, and one grade of it with its bounds", "kinerja.nilai.skala:Skala"),
    ("pagu", "the ceiling of a budget line, in rupiah", "kinerja.rumus.anggaran:JumlahAnggaran"),
    ("serapan", "realisasi of a budget over its pagu, in percent", "kinerja.rumus.hitung:serapan"),
    ("efisiensi", "capaian against serapan, as points and as a ratio", "kinerja.rumus.hitung:Efisiensi"),
    ("satuan", "unit of a figure", "kinerja.nilai.satuan"),
    ("triwulan, periode", "a quarter; a quarter or the whole year", "kinerja.model.istilah:Periode"),
    ("buku kerja", "the workbook that holds every figure", "kinerja.model.baris:BukuKerja"),
    ("lembar, kolom", "a sheet and a column of the workbook", "kinerja.model.skema:SEMUA_LEMBAR"),
    ("kutipan, cetakan", "a figure exactly as a report prints it, with its place", "kinerja.model.baris:Kutipan"),
    ("temuan", "a finding: of the check of a workbook, or of the audit", "kinerja.uji.model"),
    ("tanda", "a mark beside a figure, with the sentence that it opens", "kinerja.rumus.capaian:Tanda"),
    ("penutupan, tutupan", "closing a finding of the audit with a reason", "kinerja.model.catatan:Tutupan"),
    ("sorotan", "a ranked finding of a page: what needs attention, what is good", "kinerja.telaah.sorotan.sorotan"),
    ("kisah", "the story of one indicator: five comparisons and a headline", "kinerja.telaah.kisah.kisah"),
    ("lintasan", "the way of an indicator to its target at the end of the plan", "kinerja.telaah.indikator.lintasan"),
    ("sebaya", "indicators that measure the same elsewhere", "kinerja.telaah.indikator.sebaya"),
    ("kelengkapan", "what is filled, empty or late", "kinerja.telaah.kelengkapan.matriks"),
    ("pandangan", "what page, message, file and slide draw of one thing", "kinerja.sajian.pandangan:Pandangan"),
    ("ingat", "remember a result with the dataset that it follows from", "kinerja.dataset:ingat"),
    ("versi", "the data after one publication; every one can be brought back", "kinerja.gudang.gudang"),
    ("gudang", "the store of versions, drafts, locks and notes", "kinerja.gudang.gudang"),
    ("unggahan, draf", "an upload, and what it leaves until it is published", "kinerja.unggah.impor"),
    ("paparan, slaid", "the deck of a meeting, and one slide of it", "kinerja.paparan.model"),
    ("notulen", "a decision noted in a meeting: what, which office, until when", "kinerja.model.catatan:Notulen"),
    ("terbitan", "a page as published tables", "kinerja.terbitan.kumpulan"),
    ("saringan", "the filters of a page, which stand in its address", "components.bingkai.saringan"),
    ("bingkai, kaki", "the frame around a page, and its foot", "components.bingkai.bingkai"),
    ("pemasangan", "this installation: its data folder and its store", "kinerja.pemasangan"),
)
"""Words with their meaning and where they live: a module, or a name in it after a colon."""

KELAS = ("nilai", "model", "rumus", "dataset.py", "uji/model.py", "paparan/model.py")
"""What of kinerja has its classes listed: values, rows, results, and what findings and slides are made of."""


def bagian_kata() -> Iterator[str]:
    """Write the words of the field.

    Raises:
        LookupError: when a word no longer lives where it is said to.
    """
    for _, _, tempat in KATA:
        periksa_tempat(tempat)
    yield tabel(("name", "meaning", "room"), ((n, a, f"`{t.partition(':')[0]}`") for n, a, t in KATA))


def periksa_tempat(tempat: str) -> None:
    """Look whether a module, or a name in it, is there."""
    modul, _, nama = tempat.partition(":")
    berkas = AKAR.joinpath(*modul.split("."))
    if not (berkas.with_suffix(".py").is_file() or berkas.is_dir()):
        raise LookupError(f"{modul} tidak ada: perbaiki KATA di tools/buat_glosarium.py")
    if nama and not hasattr(import_module(modul), nama):
        raise LookupError(f"{tempat} tidak ada: perbaiki KATA di tools/buat_glosarium.py")


def bagian_kamar() -> Iterator[str]:
    """Write the rooms of kinerja."""
    yield "## Rooms\n"
    baris = [*kamar("kinerja", KINERJA), *kamar("kinerja/telaah", TELAAH)]
    yield tabel(("name", "meaning", "room"), baris)


def kamar(induk: str, lantai: Lantai) -> Iterator[tuple[str, str, str]]:
    """Yield name, meaning and place of each room, from the ground up."""
    for nama in (n for baris in lantai for n in baris if n != "__main__"):
        yield nama, tugas(induk, nama), f"`{induk.replace('/', '.')}.{nama}`"


def bagian_daftar() -> Iterator[str]:
    """Write the closed word lists of the workbook."""
    yield "## Closed lists of the workbook\n"
    daftar = [k for _, k in getmembers(istilah, lambda k: isinstance(k, EnumMeta) and k.__module__ == istilah.__name__)]
    baris = ((k.__name__, arti(k.__doc__), "; ".join(k), "`kinerja.model.istilah`") for k in daftar)
    yield tabel(("name", "meaning", "words", "room"), baris)


def bagian_lembar() -> Iterator[str]:
    """Write the sheets of the workbook."""
    yield "## Sheets of the workbook\n"
    yield "Their columns stand in [buku-kerja.md](buku-kerja.md).\n"
    baris = ((s.nama, s.bantuan.rstrip("."), "`kinerja.model.skema`") for s in SEMUA_LEMBAR)
    yield tabel(("name", "meaning (as users read it)", "room"), baris)


def bagian_kelas() -> Iterator[str]:
    """Write the classes of the rooms whose data all others pass on."""
    yield "## Classes of values, rows and results\n"
    yield tabel(("name", "meaning", "room"), sorted(b for k in KELAS for b in kelas(AKAR / "kinerja" / k)))


def kelas(tempat: Path) -> Iterator[tuple[str, str, str]]:
    """Yield name, meaning and module of each public class of a file or folder."""
    for berkas in [tempat] if tempat.is_file() else sorted(tempat.glob("*.py")):
        modul = ".".join(berkas.relative_to(AKAR).with_suffix("").parts)
        for simpul in ast.parse(berkas.read_text(encoding="utf-8")).body:
            if isinstance(simpul, ast.ClassDef) and not simpul.name.startswith("_"):
                yield simpul.name, arti(ast.get_docstring(simpul)), f"`{modul}`"


def arti(docstring: str | None) -> str:
    """Return the first line of a docstring, as a cell of a table."""
    return (docstring or "").partition("\n")[0].rstrip(".")


def bagian_istilah() -> Iterator[str]:
    """Write the terms of page Panduan."""
    yield "## As users read them\n"
    yield "Page Panduan explains these (`kinerja.panduan.teks`).\n"
    yield tabel(("istilah", "arti"), ((i.kata, i.arti) for i in ISTILAH))


def susun() -> str:
    """Return the whole glossary."""
    bagian = (bagian_kata, bagian_kamar, bagian_daftar, bagian_lembar, bagian_kelas, bagian_istilah)
    return "\n".join((PEMBUKA, *(teks for b in bagian for teks in b())))


if __name__ == "__main__":
    sys.exit(jalankan("tools/buat_glosarium.py", "docs/glosarium.md", susun))
