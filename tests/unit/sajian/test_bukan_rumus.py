"""CSV of whatever a workbook, a file name or a person wrote: no cell of it is a formula (CASES 18)."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from contoh import capaian, dataset, indikator, opd
from contoh_notulen import notulen

import kinerja
from kinerja.buku import teks_sel
from kinerja.buku.banding.beda import Beda, JenisBeda, PerubahanBaris, PerubahanSel
from kinerja.gudang.riwayat import csv_beda, csv_log
from kinerja.sajian.berkas_csv import PEMICU, aman_csv, aman_terpisah, tulis_csv
from kinerja.telaah.kelengkapan.kekurangan import daftar_kurang
from kinerja.telaah.kelengkapan.permintaan import csv_kurang
from kinerja.telaah.notulen import csv_notulen
from kinerja.uji.berkas import csv_uji
from kinerja.uji.model import Alamat, Keyakinan, Temuan

HARI = date(2026, 11, 21)
RUMUS = (
    '=HYPERLINK("http://x.invalid","klik")',
    "=cmd|' /C calc'!A0",
    "+62811",
    "+62 811-2345",
    "-62-811",
    "-0811234567",
    "-3 text",
    "-3+cmd|'/C calc'!A0",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\uff1d1+1",
    "\uff0b62811",
    "\uff0d3 text",
    "\uff20SUM(A1)",
    " =1+1",
    "\u00a0=1+1",
)
ANGKA = ("-1", "-1,5", "-1.234.567,89", "-12,5%", "-0,5", "0", "1.234", "62811", "12,5%", "72,97 tahun", "")


@pytest.mark.parametrize("teks", RUMUS, ids=ascii)
def test_what_looks_like_a_formula_begins_with_an_apostrophe(teks):
    assert aman_csv(teks) == f"'{teks}"


@pytest.mark.parametrize("teks", ANGKA)
def test_a_figure_stays_a_figure(teks):
    assert aman_csv(teks) == teks


def test_every_trigger_of_a_sheet_is_one_of_a_csv():
    assert teks_sel.PEMICU is PEMICU
    assert all(aman_csv(p) == f"'{p}" for p in PEMICU)


def isi(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_header_is_neutralised_like_a_row():
    # What follows a break of lines is a cell of its own to an Excel that takes commas for columns.
    assert isi(tulis_csv(RUMUS, [RUMUS])) == [[aman_terpisah(f"'{t}") for t in RUMUS]] * 2
    assert aman_terpisah("'\n=1+1") == "'\n'=1+1"


DALAM = (
    "nama,=1+1",
    "nama, =1+1",
    'a,"=1+1"',
    'a,"" =1+1',
    "a;=1+1",
    "a\n=1+1",
    "a\r\n@SUM(A1)",
    "a,+62811",
    "1,-2+3",
    "a,,=1",
)
BIASA = ("Rp5.000,-", "naik 1,5%, turun -2", "a, b; c", "-1.234.567,89", "12,-5", "=1+1", "a = b, c = d", "'=1,2")


@pytest.mark.parametrize("teks", DALAM)
def test_an_excel_with_commas_for_columns_finds_no_formula_either(teks):
    """Our quotes mean nothing to it behind a semicolon: it is read as that Excel reads it, unquoted and quoted."""
    for sel in (("x", teks), (teks, "x"), (teks, teks)):
        data = tulis_csv(sel, [sel]).decode("utf-8-sig")
        for kutip in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            baris = csv.reader(io.StringIO(data, newline=""), delimiter=",", quoting=kutip)
            for s in (s for b in baris for s in b):
                assert s.lstrip('" \u00a0')[:1] not in PEMICU or s.lstrip('" ')[1:2].isdigit(), s


@pytest.mark.parametrize("teks", BIASA)
def test_what_people_write_with_commas_stays_as_it_is(teks):
    assert aman_terpisah(teks) == teks


def data(teks):
    """A workbook that writes a text wherever it may."""
    return dataset(
        opd=[opd(teks, nama=teks)],
        indikator=[indikator(teks, teks)],
        capaian=[capaian(teks, target="1", sumber=teks)],
    )


def ketidaksesuaian(teks):
    alamat = Alamat(kode_opd=teks, kode_indikator=teks, tahun=2024, ukuran=teks)
    return Temuan(
        aturan="U01",
        keyakinan=Keyakinan.PASTI,
        alamat=alamat,
        cetakan=(teks,),
        seharusnya=teks,
        uraian=teks,
        sumber=(teks,),
        langkah=(teks,),
        dugaan=teks,
    )


def beda(teks):
    sel = PerubahanSel(teks, teks, teks)
    isi = {"isi": {}, "semula": {}, "pemilik": frozenset()}
    return Beda((PerubahanBaris(lembar=teks, jenis=JenisBeda.UBAH, kunci=teks, kode_opd=teks, sel=(sel,), **isi),))


def kejadian(teks):
    return [{"waktu": datetime(2026, 11, 1, tzinfo=UTC), "peristiwa": teks, "oleh": teks, "rincian": {teks: teks}}]


PENULIS = {
    "the list of what is missing": lambda t: csv_kurang(daftar_kurang(data(t), t, 2024, HARI)),
    "findings": lambda t: csv_uji(data(t), [ketidaksesuaian(t)], {}),
    "decisions": lambda t: csv_notulen(data(t), [notulen(1, kode_opd=t, keputusan=t, penanggung_jawab=t)], HARI),
    "a difference": lambda t: csv_beda(beda(t)),
    "the log": lambda t: csv_log(kejadian(t)),
}


@pytest.mark.parametrize("teks", ["=1+1", "+62811", "-3 text", "@SUM(A1)", "\t=1+1", "\uff1d1+1"], ids=ascii)
@pytest.mark.parametrize("nama", PENULIS)
def test_no_cell_of_any_csv_is_a_formula(nama, teks):
    sel = [s for b in isi(PENULIS[nama](teks)) for s in b]
    assert any(teks in s for s in sel)
    assert [s for s in sel if s[:1] in PEMICU] == []


def test_there_is_one_writer_of_csv():
    akar = Path(kinerja.__file__).parents[1]
    berkas = [b for f in ("kinerja", "components", "pages") for b in (akar / f).rglob("*.py")]
    penulis = {b.name for b in berkas if "csv.writer(" in b.read_text(encoding="utf-8")}
    assert penulis == {"berkas_csv.py"}
