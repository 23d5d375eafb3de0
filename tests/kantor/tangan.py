"""The same figures typed into the contract by hand: what a table says, as rows of the workbook."""

from datetime import date
from decimal import Decimal
from typing import Any

from pembangun import Isi, tambah_baris, ubah

from kantor.bentuk import TabelKantor
from kantor.hakim import NAMA, kunci
from kantor.rencana import BULAN
from kinerja.model.skema import SEMUA_LEMBAR

JUDUL = {s.nama: s.judul for s in SEMUA_LEMBAR}


def ketik(dasar: Isi, tabel: TabelKantor, bagian: dict[str, list[dict[str, Any]]]) -> Isi:
    """Return the base with the rows of the truth, and of what else may stand, those that the part holds too."""
    isi = dasar
    for lembar, benar in tabel.kebenaran.items():
        ada = {kunci(lembar, b): b for b in bagian.get(lembar, [])}
        baris: dict[Any, dict[str, Any]] = {}
        for b in (*tabel.boleh.get(lembar, []), *benar):
            if (k := kunci(lembar, b)) in ada:
                baris.setdefault(k, {}).update({j: s for j, s in b.items() if j in ada[k] or j in (*NAMA, "Periode")})
        lama = [b for b in isi[lembar][1:] if kunci(lembar, dict(zip(isi[lembar][0], b, strict=False))) not in baris]
        isi = {**isi, lembar: [isi[lembar][0], *lama]}
        isi = tambah_baris(isi, lembar, *([_sel(b.get(j)) for j in JUDUL[lembar]] for b in baris.values()))
    return isi


def bagian_benar(tabel: TabelKantor) -> Isi:
    """Return the part that says just the truth: what a faultless engine would write."""
    return {
        lembar: [list(JUDUL[lembar]), *([_sel(b.get(j)) for j in JUDUL[lembar]] for b in baris)]
        for lembar, baris in tabel.kebenaran.items()
    }


def rusak(bagian: Isi) -> list[tuple[str, Isi]]:
    """Return copies of a part, each with one fault that no judge may overlook."""
    lembar = next(iter(bagian))
    judul, *baris = bagian[lembar]
    hasil = [("a row too few", {**bagian, lembar: [judul, *baris[1:]]})]
    hasil.append(("a row twice", {**bagian, lembar: [judul, *baris, baris[0]]}))
    for letak, isi in enumerate(baris[0]):
        if isinstance(isi, (int, float)) and judul[letak] != "Tahun":
            alamat = f"{chr(65 + letak)}2"
            hasil.append((f"{judul[letak]} ten times as large", ubah(bagian, lembar, **{alamat: isi * 10 + 1})))
    return hasil


def _sel(isi: Any) -> Any:
    if isinstance(isi, Decimal):
        return int(isi) if isi == isi.to_integral_value() else float(isi)
    if isinstance(isi, date):
        return f"{isi.day} {BULAN[isi.month - 1]} {isi.year}"
    return isi or None
