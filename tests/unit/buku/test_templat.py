"""The template in the hands of a beginner: its explanations, its dropdowns, the names beside codes; and read back."""

import shutil
import subprocess

import pytest
from openpyxl import load_workbook
from pembangun import BUKU_KECIL as B
from pembangun import Rumus, ringkas

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.muat import muat
from kinerja.buku.templat.pengenal import JUDUL_NAMA, JUDUL_PETUNJUK, PETUNJUK
from kinerja.buku.templat.petunjuk import urutan_isi
from kinerja.buku.tulis import tulis_templat
from kinerja.model.contoh import baris_contoh
from kinerja.model.kolom import Jenis
from kinerja.model.skema import ISI_PROFIL, KUNCI_PROFIL, SEMUA_LEMBAR
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN

LAIN = {
    "OPD": [{"Kode OPD": "1.10", "Nama OPD": "Dinas Sepuluh", "Jenis": "Dinas", "Skala capaian": "Kesehatan"}],
    "Indikator": [
        {
            "Kode indikator": "IMUN",
            "Kode OPD": "1.10",
            "Tingkat": "Sasaran",
            "Indikator": "Cakupan Imunisasi",
            "Satuan": "Persen",
            "Arah": "Naik",
        }
    ],
}
"""What the example rows refer to, and a code that Excel would spoil."""


@pytest.fixture(scope="module")
def templat(tmp_path_factory):
    berkas = tmp_path_factory.mktemp("templat") / "templat.xlsx"
    tulis_templat(berkas)
    return berkas


@pytest.fixture(scope="module")
def buku(templat):
    return load_workbook(templat)


@pytest.fixture(scope="module")
def terisi(templat, tmp_path_factory):
    """The template filled with its own example rows."""
    buku = load_workbook(templat)
    for lembar in (s for s in SEMUA_LEMBAR if s.nama != "Profil"):
        contoh = {k.nama: int(v) if _angka(k) else v for k, v in baris_contoh(lembar)}
        for nomor, isi in enumerate((contoh, *LAIN.get(lembar.nama, ())), 2):
            for judul, nilai in isi.items():
                buku[lembar.nama].cell(nomor, _letak(buku[lembar.nama])[judul]).value = nilai
    isi = {"Pemerintah daerah": "Pemerintah Kabupaten Contoh", "Provinsi": "Provinsi Contoh", "Wilayah": "Contoh"}
    isi |= {k.nama: k.bawaan for k in ISI_PROFIL if k.pilihan}
    for baris in buku["Profil"].iter_rows(min_row=2):
        if baris[0].value in isi:
            baris[1].value = isi[baris[0].value]
    berkas = tmp_path_factory.mktemp("terisi") / "terisi.xlsx"
    buku.save(berkas)
    return berkas


def _angka(kolom):
    return kolom.jenis in (Jenis.TAHUN, Jenis.UANG, Jenis.BILANGAN)


def _letak(ws):
    return {s.value: s.column for s in ws[1]}


# --- Petunjuk ---------------------------------------------------------------------------------------------------------


def test_petunjuk_stands_first_and_tells_every_sheet_in_the_order_of_filling(buku):
    ws = buku[PETUNJUK]
    assert (buku.sheetnames[0], buku.active.title) == (PETUNJUK, PETUNJUK)
    nama = [b[1].value for b in ws.iter_rows() if b[1].hyperlink]
    assert nama == [s.nama for s in urutan_isi()]
    assert nama[:4] == ["Profil", "OPD", "Indikator", "Capaian"]
    assert sorted(nama) == sorted(s.nama for s in SEMUA_LEMBAR)
    assert {f"{s.bantuan}." for s in SEMUA_LEMBAR} <= {b[3].value for b in ws.iter_rows()}


@pytest.mark.parametrize("lembar", SEMUA_LEMBAR, ids=lambda s: s.nama)
def test_every_sheet_has_one_example_row_with_all_that_must_be_filled(buku, lembar):
    ws = buku[PETUNJUK]
    (nomor,) = (b[1].row for b in ws.iter_rows() if b[1].hyperlink and b[1].value == lembar.nama)
    contoh = {k.value: i.value for k, i in zip(ws[nomor][4:], ws[nomor + 1][4:], strict=True) if k.value}
    assert {k.nama for k in lembar.kolom if k.wajib} <= set(contoh) <= set(lembar.judul)
    assert all(i not in (None, "") for i in contoh.values())


def test_profil_holds_its_keys_already(buku):
    assert [s.value for s in buku["Profil"]["A"][1:]][: len(KUNCI_PROFIL)] == list(KUNCI_PROFIL)


@pytest.mark.parametrize("kunci", [k for k in ISI_PROFIL if k.pilihan], ids=lambda k: k.nama)
def test_a_key_of_profil_with_words_of_its_own_offers_and_explains_them(buku, kunci):
    ws = buku["Profil"]
    (nomor,) = (s.row for s in ws["A"] if s.value == kunci.nama)
    (daftar,) = (a for a in ws.data_validations.dataValidation if f"B{nomor}" in a.sqref)
    assert daftar.formula1 == f'"{",".join(kunci.pilihan)}"'
    catatan = ws[f"A{nomor}"].comment.text
    assert kunci.bantuan in catatan
    assert f"Kosong berarti {kunci.bawaan}" in catatan


# --- read back --------------------------------------------------------------------------------------------------------


def test_an_empty_template_says_where_to_begin(templat):
    (temuan,) = muat(templat).temuan
    assert temuan.kode is Kode.TEMPLAT_KOSONG
    assert "lembar OPD, lalu Indikator, lalu Capaian" in temuan.saran


def test_the_example_rows_filled_in_are_valid_and_hold_nothing_else(terisi):
    hasil = muat(terisi)
    assert (hasil.sah, hasil.temuan) == (True, ())
    assert hasil.jumlah_baris["Capaian"] == 1
    assert hasil.jumlah_baris["Indikator"] == hasil.jumlah_baris["OPD"] == 2
    assert [o.kode_opd for o in hasil.buku.opd] == ["DINKES", "1.10"]
    assert not any("nama" in str(j) for s in hasil.kanonik() for j in s.baris[0][1] if str(j).startswith("("))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_template_saved_by_another_program_reads_the_same_and_shows_the_names(terisi, tmp_path):
    perintah = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*perintah, "--outdir", str(tmp_path), str(terisi)], check=True, capture_output=True, timeout=180)
    hasil = muat(tmp_path / terisi.name)
    assert (hasil.temuan, hasil.kanonik()) == ((), muat(terisi).kanonik())
    buku = load_workbook(tmp_path / terisi.name, data_only=True)
    assert buku["Capaian"].cell(2, _letak(buku["Capaian"])[JUDUL_NAMA["Indikator"]]).value == "Usia Harapan Hidup"
    assert buku["Indikator"].cell(3, _letak(buku["Indikator"])[JUDUL_NAMA["OPD"]]).value == "Dinas Sepuluh"
    skala = [s.value for s in buku[PETUNJUK]["B"] if s.value]
    assert skala[-1] == "Kesehatan"


@pytest.mark.parametrize("isi", ["Usia Harapan Hidup", Rumus("=B2"), Rumus("=B2", "x", "str"), 7])
def test_whatever_stands_in_a_column_of_names_is_neither_read_nor_warned_of(muat_isi, isi):
    tabel = {
        **B,
        "Capaian": [[JUDUL_NAMA["Indikator"].upper(), *B["Capaian"][0]], *([isi, *b] for b in B["Capaian"][1:])],
    }
    tabel["Capaian"] += [[isi]] * 3
    hasil = muat_isi(tabel)
    assert (hasil.temuan, hasil.kanonik()) == ((), muat_isi(B).kanonik())


def test_another_column_in_brackets_is_kept_and_warned_of(muat_isi):
    tabel = {**B, "Capaian": [[*B["Capaian"][0], "(nama pejabat)"], *B["Capaian"][1:]]}
    assert [t.kode for t in muat_isi(tabel).temuan] == [Kode.KOLOM_TAK_DIKENAL]


@pytest.mark.parametrize("isi", ["Apa saja", "Kode indikator", None])
def test_a_sheet_petunjuk_of_somebody_else_is_not_passed_over_without_a_word(muat_isi, isi):
    """Its name alone tells nothing: figures may stand there."""
    assert ringkas(muat_isi({"petunjuk": [[isi], ["bebas"]], **B})) == ["lembar-tak-dikenal petunjuk!"]
    assert ringkas(muat_isi({"petunjuk": [[JUDUL_PETUNJUK], ["bebas"]], **B})) == []


# --- help in Excel ----------------------------------------------------------------------------------------------------


def test_codes_are_offered_as_far_as_they_are_typed_and_others_are_asked_about_only(buku):
    ws = buku["Capaian"]
    (aturan,) = (a for a in ws.data_validations.dataValidation if a.formula1.startswith("OFFSET("))
    assert (str(aturan.sqref), aturan.errorStyle) == ("A2:A1001", "warning")
    assert aturan.formula1 == "OFFSET('Indikator'!$A$2,0,0,MAX(1,COUNTA('Indikator'!$A$2:$A$1048576)),1)"


@pytest.mark.parametrize(("lembar", "kolom"), [("OPD", "Skala capaian"), ("Indikator", "Skala nilai")])
def test_names_of_scales_are_offered_from_petunjuk(buku, lembar, kolom):
    ws, petunjuk = buku[lembar], buku[PETUNJUK]
    (aturan,) = (a for a in ws.data_validations.dataValidation if PETUNJUK in a.formula1)
    assert str(aturan.sqref).startswith(ws.cell(2, _letak(ws)[kolom]).coordinate)
    mulai = int(aturan.formula1.split("$B$")[1].split(",")[0])
    bawaan = list({s.nama: 0 for s in SKALA_BAWAAN})
    assert [petunjuk.cell(mulai + i, 2).value for i in range(len(bawaan))] == bawaan
    assert f",0,0,{len(bawaan)}+" in aturan.formula1


def test_the_names_beside_codes_are_formulas_where_nothing_can_be_typed(buku):
    ws = buku["Capaian"]
    assert [s.value for s in ws[1]][:2] == ["Kode indikator", JUDUL_NAMA["Indikator"]]
    assert ws["B2"].value.startswith("=IF(A2=")
    assert "'Indikator'!" in ws["B1001"].value
    (aturan,) = (a for a in ws.data_validations.dataValidation if a.type == "custom")
    assert (str(aturan.sqref), aturan.formula1) == ("B2:B1001", "FALSE")
