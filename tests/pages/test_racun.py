"""A workbook whose every text is an attack: on no page is any of it HTML, Markdown or a link (CASES "Abuse" 17)."""

import json
import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest
from alat_halaman import buka
from google.protobuf.message import Message

from components.bingkai.navigasi import ANGGARAN, CAPAIAN, HALAMAN, KELENGKAPAN, OPD, POHON, PREDIKAT, UJI
from kinerja.dataset import Dataset
from kinerja.sumber import versi as sumber

RACUN = ' <img src=x onerror=alert(1)> ![g](http://x.invalid/b.png) [a](javascript:1) **t** $x^2$ :red[m] "><script>'
PROSA = frozenset(
    {"nama_opd", "singkatan", "indikator", "misi", "tujuan", "sasaran", "padanan", "formula", "sumber_data", "sumber"}
    | {"catatan", "wilayah", "uraian", "program", "kegiatan", "sub_kegiatan", "provinsi", "penanggung_jawab", "status"}
)
KODE = frozenset({"kode_opd", "kode_indikator", "induk", "bagian", "pagu_bersama"})
RACUN_KODE = '"><img src=x>'
PROFIL = frozenset({"Pemerintah daerah", "Provinsi", "Wilayah"})
POLOS = frozenset({"options", "raw_value", "id", "url", "page_script_hash"})
"""Fields that Streamlit shows as they are, or not at all."""
ANCAMAN = re.compile(r"(?<!\\)(?:<img|<script|!\[g|\]\(javascript|\*\*t\*\*|\$x\^2|:red\[)|//x\\?\.invalid")
"""The last is an address that no word joiner breaks up: the browser would make a link of it."""


def racuni(baris):
    """Return a row with every text of it poisoned, the same text in the same way everywhere."""
    isi = {}
    for f in fields(baris):
        nilai = getattr(baris, f.name)
        akhiran = RACUN if f.name in PROSA else RACUN_KODE if f.name in KODE else ""
        if isinstance(nilai, tuple):
            isi[f.name] = tuple(f"{n}{akhiran}" for n in nilai)
        elif akhiran and isinstance(nilai, str) and nilai and not isinstance(nilai, Enum):
            isi[f.name] = f"{nilai}{akhiran}"
    if type(baris).__name__ == "BarisProfil" and baris.kunci in PROFIL:
        isi["nilai"] = f"{baris.nilai}{RACUN}"
    return replace(baris, **isi)


@pytest.fixture(scope="module")
def teracuni():
    asal = sumber.aktif()
    buku = asal.dataset.buku
    isi = {f.name: tuple(map(racuni, getattr(buku, f.name))) for f in fields(buku) if is_tabel(getattr(buku, f.name))}
    keadaan = sumber.Aktif(dataset=Dataset(replace(buku, **isi), "9"), versi=asal.versi, nomor_aktif=asal.nomor_aktif)
    with pytest.MonkeyPatch.context() as mp:
        mp.setattr(sumber, "aktif", lambda nomor=None: keadaan)
        yield keadaan.dataset


def is_tabel(isi):
    return isinstance(isi, tuple) and bool(isi) and is_dataclass(isi[0])


def teks_proto(pesan, jalur=()):
    """Yield every text of a message with the names of the fields it lies in."""
    for f, nilai in pesan.ListFields():
        di_dalam = (*jalur, f.name)
        for satu in nilai if not isinstance(nilai, (str, bytes, Message)) and hasattr(nilai, "__iter__") else (nilai,):
            if isinstance(satu, Message):
                yield from teks_proto(satu, di_dalam)
            elif isinstance(satu, str):
                yield di_dalam, satu


def simpul(blok):
    for anak in blok.children.values():
        yield anak
        if hasattr(anak, "children"):
            yield from simpul(anak)


def berbahaya(elemen):
    """Return what of an element a browser would take for more than text."""
    jenis = getattr(elemen, "type", "")
    if jenis == "html":
        badan = elemen.proto.body
        return re.findall(r"<(?:img (?!alt=\")|script)[^>]*", badan) + re.findall(
            r'href="(?:javascript|http)[^"]*', badan
        )
    if jenis == "plotly_chart":
        gambar = json.loads(elemen.proto.spec)
        return [t for t in teks_json(gambar) if re.search(r"<(?:img|script)|href", t)]
    if jenis == "text" or not hasattr(elemen, "proto"):
        return []
    teks = ((j, t) for j, t in teks_proto(elemen.proto) if not set(j) & POLOS)
    return [(jenis, j, t) for j, t in teks if ANCAMAN.search(t)]


def teks_json(isi, kunci=""):
    """Yield the texts of a figure that Plotly draws."""
    if isinstance(isi, dict):
        for k, v in isi.items():
            if k not in ("customdata", "ids", "name", "uid"):
                yield from teks_json(v, k)
    elif isinstance(isi, list):
        for v in isi:
            yield from teks_json(v, kunci)
    elif isinstance(isi, str):
        yield isi


TAMPILAN = (
    (PREDIKAT, {"tampilan": "sasaran"}),
    (PREDIKAT, {"tampilan": "skala"}),
    (POHON, {"bentuk": "tabel"}),
    (ANGGARAN, {"lihat": "apbd"}),
    (ANGGARAN, {"lihat": "kuadran"}),
    (OPD, {"lihat_opd": "banding"}),
    (CAPAIAN, {"gambar": "perubahan"}),
    (CAPAIAN, {"gambar": "tren"}),
    (CAPAIAN, {"cakupan": "Semua indikator"}),
    (UJI, {"status": "semua"}),
    (KELENGKAPAN, {"lihat_data": "triwulan"}),
)


@pytest.mark.parametrize("milik", ["BATUBARA", "SETDA"])
@pytest.mark.parametrize(
    ("halaman", "pilihan"), [*((h, {}) for h in HALAMAN), *TAMPILAN], ids=lambda p: getattr(p, "jalur", None)
)
def test_nothing_of_a_poisoned_workbook_is_more_than_text(teracuni, halaman, pilihan, milik):
    opd = next(k for k in teracuni.opd if k.startswith(milik))
    at = buka(halaman, opd=opd, tahun=2024, **pilihan)
    assert [e.message for e in at.exception] == []
    semua = [*simpul(at.main), *simpul(at.sidebar)]
    assert len(semua) > 5
    assert [b for e in semua for b in berbahaya(e)] == []


def test_the_poison_is_on_the_pages_and_the_check_would_find_it(teracuni):
    at = buka(HALAMAN[1], opd=next(iter(teracuni.opd)), tahun=2024)
    semua = "".join(h.proto.body for h in at.get("html"))
    assert "&lt;img src=x onerror=alert(1)&gt;" in semua
    assert ANCAMAN.search("x <img src=y>")
    assert not ANCAMAN.search(r"x \<img \!\[g\]\(http \[a\]\(javascript \*\*t\*\* \$x\^2")
