"""Tables that mean no good, of every kind but .xlsx (test_periksa): read or refused in words, within bounds."""

import contextlib
import random
from itertools import product

import pytest
from berkas_kisi import LEMBAR_KERJA, Tabel, kemas_ods, naskah_html, tulis_ods, tulis_xls
from pembangun import Persen, bedah

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import BukuDitolak
from kinerja.susun.kisi import baca_kisi

TABEL = Tabel([["Uraian", "Nilai", None], ["A", 1.5, Persen(0.5)], ["B", 2, "x"]])
ANGKA = '<table:table-cell%s office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'


def sifat_ulang(apa, banyak):
    return f' table:number-{apa}-repeated="{banyak}"'


def lembar_ods(kolom, baris):
    isi = ANGKA % sifat_ulang("columns", kolom)
    return f"<table:table><table:table-row{sifat_ulang('rows', baris)}>{isi}</table:table-row></table:table>"


def entitas(badan):
    """Write an XML whose entities grow tenfold nine times."""
    tingkat = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    return (
        f'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa"><!ENTITY luar SYSTEM "file:///etc/passwd">{tingkat}]>{badan}'.encode()
    )


def tulis(folder, nama, naskah):
    berkas = folder / nama
    berkas.write_bytes(naskah if isinstance(naskah, bytes) else naskah.encode())
    return berkas


BERKAS = {
    "an ods that repeats a million rows": (
        lambda f: kemas_ods(lembar_ods(16_384, 1_000_000), f / "t.ods"),
        Kode.SEL_DI_LUAR_BATAS,
    ),
    "an ods that repeats within the limits": (
        lambda f: kemas_ods(lembar_ods(200, 200_000), f / "t.ods"),
        Kode.ISI_MENCURIGAKAN,
    ),
    "an ods of far cells": (
        lambda f: kemas_ods(
            f"<table:table><table:table-row{sifat_ulang('rows', 199_999)}/><table:table-row>"
            f"<table:table-cell{sifat_ulang('columns', 199)}/>{ANGKA % ''}</table:table-row></table:table>",
            f / "t.ods",
        ),
        Kode.LEMBAR_TERLALU_LUAS,
    ),
    "an ods with entities": (
        lambda f: bedah(tulis_ods(TABEL, f / "t.ods"), {"content.xml": entitas("<x>&e9;</x>")}),
        Kode.BERKAS_RUSAK,
    ),
    "an ods that reads another file": (
        lambda f: bedah(tulis_ods(TABEL, f / "t.ods"), {"content.xml": entitas("<x>&luar;</x>")}),
        Kode.BERKAS_RUSAK,
    ),
    "an XML with entities": (
        lambda f: tulis(f, "t.xml", entitas('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')),
        Kode.BUKAN_TABEL,
    ),
    "an ods of deep texts": (
        lambda f: kemas_ods(
            "<table:table><table:table-row><table:table-cell office:value-type='string'><text:p>"
            + f"{'<text:span>' * 20_000}x{'</text:span>' * 20_000}"
            + "</text:p></table:table-cell></table:table-row></table:table>",
            f / "t.ods",
        ),
        Kode.BERKAS_RUSAK,
    ),
    "an archive that unpacks to much": (
        lambda f: kemas_ods(" " * 60 * 1024 * 1024, f / "t.ods"),
        Kode.TERLALU_BESAR,
    ),
    "a page of deep tables": (
        lambda f: tulis(f, "t.xls", "<html>" + "<table><tr><td>" * 6_000),
        Kode.ISI_MENCURIGAKAN,
    ),
    "a page of wide cells": (
        lambda f: tulis(f, "t.xls", "<table>" + "<td colspan=999999 rowspan=99999>1" * 300),
        Kode.SEL_DI_LUAR_BATAS,
    ),
    "lines of 5,000 columns": (lambda f: tulis(f, "t.csv", (";1" * 5_000 + "\n") * 3), Kode.SEL_DI_LUAR_BATAS),
    "lines without end": (lambda f: tulis(f, "t.csv", "1;" * 1_000_000), Kode.SEL_DI_LUAR_BATAS),
    "too many lines": (lambda f: tulis(f, "t.csv", "1\n" * 200_001), Kode.SEL_DI_LUAR_BATAS),
    "a workbook of deep parts": (
        lambda f: tulis(
            f,
            "t.mht",
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n"
            + "".join(f"--b{i}\nContent-Type: multipart/related; boundary=b{i + 1}\n\n" for i in range(2_000)),
        ),
        Kode.BERKAS_RUSAK,
    ),
}


@pytest.mark.parametrize("nama", BERKAS)
def test_a_bad_file_is_refused_in_words(baca_di_sini, tmp_path, nama):
    buat, kode = BERKAS[nama]
    with pytest.raises(BukuDitolak) as galat:
        baca_di_sini(buat(tmp_path))
    assert [t.kode for t in galat.value.temuan] == [kode]


def test_a_page_of_depth_is_read(baca_di_sini, tmp_path):
    berkas = tulis(tmp_path, "t.html", f"<table><tr><td>{'<div>' * 20_000}x")
    assert baca_di_sini(berkas).lembar[0].sel.to_numpy().tolist() == [["x"]]


def test_bytes_changed_at_random_are_read_or_refused(baca_di_sini, tmp_path):
    acak = random.Random(18)
    asal = [LEMBAR_KERJA[a](TABEL, tmp_path / f"asal{a}").read_bytes() for a in (".xls", ".ods", ".xml")]
    asal.append(naskah_html(Tabel([["a", "b"], ["1", "2"]])).encode())
    for nomor, mentah in product(range(25), asal):
        rusak = bytearray(mentah)
        for _ in range(acak.randrange(1, 12)):
            rusak[acak.randrange(8, len(rusak))] = acak.randrange(256)
        berkas = tmp_path / f"{nomor}.xls"
        berkas.write_bytes(rusak)
        with contextlib.suppress(BukuDitolak):
            assert baca_di_sini(berkas).lembar


@pytest.mark.parametrize("tulis_satu", [tulis_xls, tulis_ods])
def test_the_child_reads_other_kinds_by_itself(tmp_path, tulis_satu):
    buku = baca_kisi(tulis_satu(TABEL, tmp_path / "tabel.dat"))
    assert buku.lembar[0].sel.loc[2, 2] == 1.5
    assert [t.kode for t in buku.temuan] == [Kode.JENIS_LAIN]
