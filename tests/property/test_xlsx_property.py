"""Any text in any cell comes back from a published workbook as the same text, no formula; numbers as numbers."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO

from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kinerja.ekspor.xlsx import BARIS_KEPALA, nama_lembar, tulis_xlsx
from kinerja.nilai.angka import format_angka
from kinerja.sajian.tabel_terbit import Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.terbitan.sampul import Sampul

SAMPUL = Sampul(judul="Tabel", pemerintah="Pemda", opd="OPD", tahun=2024, versi="1", dibuat=date(2026, 11, 21))
TAK_TERTULIS = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file, so no workbook, can hold."""
potongan = st.sampled_from(
    [*"=+-@＝＋－＠'\"<>&;|!% \u00a0\u200b\u2028\r\n\t\x00\x0b019", "_x000D_", "#N/A", "TRUE", "1E5"]
)
teks = st.text() | st.lists(potongan, max_size=12).map("".join)


def lembar(isi, tajuk="Kolom", judul="Judul"):
    kolom = KolomTerbit(tajuk), KolomTerbit("Angka", Rata.KANAN, Format.UMUM)
    berkas = BytesIO()
    tulis_xlsx(
        [TabelTerbit(kode="t", judul=judul, kolom=kolom, baris=isi, sumber=(judul,), catatan=(judul,))], SAMPUL, berkas
    )
    return load_workbook(berkas)["T"]


@settings(max_examples=40, deadline=None)
@given(isi=teks, tajuk=teks, judul=teks)
@example(isi="=1+1", tajuk="@SUM(A1)", judul="\x00=cmd|' /C calc'!A0")
@example(isi="a\rb\r\nc\t", tajuk="#REF!", judul=" 007 ")
def test_any_text_comes_back_as_text(isi, tajuk, judul):
    ws = lembar(((Sel(isi), Sel(isi)),), tajuk, judul)
    tempat = {"A1": judul, "A4": tajuk, "A5": isi, "B5": isi}
    for alamat, asal in tempat.items():
        assert (ws[alamat].value or "") == TAK_TERTULIS.sub("", asal)
    assert {s.data_type for b in ws.iter_rows() for s in b if s.value is not None} <= {"s"}


@settings(max_examples=40, deadline=None)
@given(angka=st.decimals(-(10**12), 10**12, places=2) | st.integers(-(10**15) + 1, 10**15 - 1).map(Decimal))
def test_any_number_comes_back_as_the_number(angka):
    s = lembar(((Sel("a"), Sel(format_angka(angka), angka)),)).cell(BARIS_KEPALA + 1, 2)
    assert s.data_type == "n"
    assert Decimal(str(s.value)) == angka


@given(kode=st.lists(teks, max_size=20))
def test_any_codes_make_names_of_sheets_that_excel_takes(kode):
    nama = nama_lembar(kode)
    assert len({n.casefold() for n in nama}) == len(kode)
    for n in nama:
        assert 1 <= len(n) <= 31
        assert not re.search(r"[\[\]:*?/\\']", n)
        assert not TAK_TERTULIS.search(n)
        assert n == n.strip()
