"""The judge: holds a part against the truth of its table, by rules of its own and not by those of the engine."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kantor.bentuk import TabelKantor
from kantor.rencana import BULAN
from kantor.wilayah import PROVINSI, kanon

ANGKA = {
    "Capaian": ("Target", "Target hitung", "Target rencana", "Realisasi", "Capaian dilaporkan"),
    "Anggaran": ("Pagu", "Pagu awal", "Realisasi"),
    "Regional": ("Nilai",),
    "Rencana aksi": (),
    "Analisis": (),
}
"""The columns of each sheet that hold figures: nothing may stand in them that the table does not say."""
TEKS = {
    "Capaian": (),
    "Anggaran": ("Kode",),
    "Regional": ("Tingkat wilayah", "Provinsi"),
    "Rencana aksi": ("Penanggung jawab", "Tenggat"),
    "Analisis": ("Penanggung jawab", "Tenggat"),
}
"""The columns whose words must be right too."""
_SATUAN = r"(?:%|persen|dokumen|laporan|orang|unit|paket|kegiatan|tahun|nilai|jiwa|rp\.?)"


def baca_bagian(berkas: Path) -> dict[str, list[dict[str, Any]]]:
    """Read a part as plain rows, sheet by sheet; percent cells as the user sees them."""
    hasil = {}
    for ws in load_workbook(berkas):
        baris = [[_isi(s) for s in b] for b in ws.iter_rows()]
        judul = [str(j or "").strip() for j in baris[0]] if baris else []
        isi = [{j: s for j, s in zip(judul, b, strict=False) if j and s not in (None, "")} for b in baris[1:]]
        hasil[ws.title] = [b for b in isi if b]
    return hasil


def _isi(sel: Any) -> Any:
    if isinstance(sel.value, (int, float)) and "%" in str(sel.number_format):
        return float(Decimal(str(sel.value)) * 100)
    return sel.value.strip() if isinstance(sel.value, str) else sel.value


def angka(isi: Any) -> Decimal | str:
    """Read a figure in plain Indonesian style, with or without its unit; what is no figure stays a text."""
    if isinstance(isi, (int, float, Decimal)):
        return Decimal(str(isi))
    teks = re.sub(rf"^(?:rp\.?\s*)|\s*{_SATUAN}$", "", str(isi).strip(), flags=re.IGNORECASE).strip()
    polos = teks
    if "," in teks:
        polos = teks.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3})+", teks) and not teks.startswith("0"):
        polos = teks.replace(".", "")
    try:
        return Decimal(polos)
    except InvalidOperation:
        return rapat(isi)


def rapat(isi: Any) -> str:
    """Return a text without case, spaces and signs; bounds, signs and separators of figures stay."""
    return re.sub(r"[^\w≥≤<>,+%-]", "", str(isi or "").casefold().replace("–", "-"))


def nama(isi: Any) -> str:
    """Return the key of a budget line's name."""
    return re.sub(r"^(sub ?kegiatan|kegiatan|program)", "", re.sub(r"[^\w]", "", str(isi or "").casefold()))


def _hari(isi: Any) -> Any:
    if isinstance(isi, datetime):
        return isi.date()
    if isinstance(isi, date) or not isi:
        return isi
    if cocok := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:[ T].*)?", str(isi)):
        return date(*map(int, cocok.groups()))
    if cocok := re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", str(isi)):
        return date(int(cocok[3]), BULAN.index(cocok[2].capitalize()) + 1, int(cocok[1]))
    return isi


def kunci(lembar: str, baris: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return by what a row of a sheet is known."""
    tahun, periode = str(baris.get("Tahun", "")), baris.get("Periode") or "Tahunan"
    if lembar == "Capaian":
        return rapat(baris.get("Kode indikator")), tahun, periode
    if lembar == "Anggaran":
        return rapat(baris.get("Kode OPD")), tahun, periode, *(nama(baris.get(k)) for k in NAMA)
    if lembar == "Regional":
        return rapat(baris.get("Indikator")), kanon(str(baris.get("Wilayah", ""))), tahun
    if lembar == "Rencana aksi":
        return rapat(baris.get("Kode indikator")), tahun, periode, rapat(baris.get("Aksi"))
    return rapat(baris.get("Kode indikator")), tahun, baris.get("Jenis"), rapat(baris.get("Uraian"))


NAMA = ("Program", "Kegiatan", "Sub kegiatan")


def salah(tabel: TabelKantor, bagian: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Yield everything that is wrong in a part: figures that miss, differ, or that the table does not say."""
    for lembar in sorted({*tabel.kebenaran, *bagian}):
        if lembar not in ANGKA:
            if bagian[lembar]:
                yield f"{lembar}: {len(bagian[lembar])} rows of a sheet the table says nothing about"
            continue
        yield from _salah_lembar(tabel, lembar, bagian.get(lembar, []))


def _salah_lembar(tabel: TabelKantor, lembar: str, ada: list[dict[str, Any]]) -> Iterator[str]:
    benar = _menurut_kunci(lembar, tabel.kebenaran.get(lembar, []))
    boleh = _menurut_kunci(lembar, tabel.boleh.get(lembar, []))
    dilihat = set()
    for baris in ada:
        k = kunci(lembar, baris)
        if k in dilihat:
            yield f"{lembar} {k}: stands twice"
        dilihat.add(k)
        if k not in benar and k not in boleh:
            if any(kolom in baris for kolom in ANGKA[lembar]) or not ANGKA[lembar]:
                yield f"{lembar} {k}: the table does not say this row: {baris}"
            continue
        harus, boleh_ada = benar.get(k, {}), boleh.get(k, {})
        for kolom in ANGKA[lembar]:
            yield from _salah_angka(f"{lembar} {k} {kolom}", baris.get(kolom), harus.get(kolom), boleh_ada.get(kolom))
        for kolom in TEKS[lembar]:
            yield from _salah_teks(f"{lembar} {k} {kolom}", kolom, baris.get(kolom), {**boleh_ada, **harus}.get(kolom))
    yield from _hilang(lembar, benar, ada)


def _hilang(lembar: str, benar: dict[tuple[Any, ...], dict[str, Any]], ada: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the rows of the truth that do not stand, and budget lines whose pagu stands in no row."""
    dilihat = {kunci(lembar, b) for b in ada}
    pagu = {kunci(lembar, b)[3:] for b in ada if "Pagu" in b}
    for k, baris in benar.items():
        if ANGKA[lembar] and all(baris.get(kolom) is None for kolom in ANGKA[lembar]):
            continue
        if k not in dilihat:
            yield f"{lembar} {k}: is missing"
        elif lembar == "Anggaran" and k[3:] not in pagu:
            yield f"{lembar} {k}: its pagu stands nowhere"


def _menurut_kunci(lembar: str, baris: list[dict[str, Any]]) -> dict[tuple[Any, ...], dict[str, Any]]:
    hasil: dict[tuple[Any, ...], dict[str, Any]] = {}
    for b in baris:
        hasil.setdefault(kunci(lembar, b), {}).update(b)
    return hasil


def _salah_angka(tempat: str, ada: Any, harus: Any, boleh: Any) -> Iterator[str]:
    if ada is None:
        # The pagu of a quarter may stand in the row of the year alone; that it stands at all is asked elsewhere.
        if harus is not None and not (tempat.endswith("Pagu") and "'TW " in tempat):
            yield f"{tempat}: {harus} is missing"
    elif harus is None and boleh is None:
        yield f"{tempat}: {ada} is not said by the table"
    elif angka(ada) not in [angka(x) for x in (harus, boleh) if x is not None]:
        yield f"{tempat}: {ada!r} instead of {harus if harus is not None else boleh}"


def _salah_teks(tempat: str, kolom: str, ada: Any, harus: Any) -> Iterator[str]:
    if kolom == "Provinsi" and (not ada or kanon(str(ada)) == harus):
        # Empty is the own province; of a province or the nation itself it says nothing.
        ada = harus if ada or harus == PROVINSI or "'" + str(harus) + "'" in tempat else ada
    if kolom == "Tenggat":
        ada = _hari(ada)
    if (harus or ada) and rapat(ada) != rapat(harus):
        yield f"{tempat}: {ada!r} instead of {harus!r}"


# --- what the command says about itself -------------------------------------------------------------------------------


def baris_disebut(hasil: Mapping[str, Any]) -> set[int]:
    """Return the rows that were named as left out; a reason must stand with each."""
    semua: set[int] = set()
    for b in hasil["baris_dilewati"]:
        assert str(b["alasan"]).strip(), b
        for bagian in re.split(r"[,;]\s*", str(b["baris"])):
            awal, _, akhir = bagian.replace("–", "-").replace(":", "-").partition("-")
            semua |= set(range(int(awal), int(akhir or awal) + 1))
    return semua


def angka_di(isi: Any) -> set[Decimal]:
    """Return every figure anywhere in a piece of JSON."""
    if isinstance(isi, Mapping):
        return set().union(*map(angka_di, isi.values())) if isi else set()
    if isinstance(isi, list):
        return set().union(*map(angka_di, isi)) if isi else set()
    nilai = angka(isi) if isi is not None and not isinstance(isi, bool) else ""
    return {nilai} if isinstance(nilai, Decimal) else set()
