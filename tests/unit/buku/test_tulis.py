"""A version written as a workbook: it reads back to the same sheets, helps in Excel, and holds no formula of data."""

import re
import zipfile

import pytest
from openpyxl import load_workbook
from pembangun import BUKU_KECIL as B
from pembangun import Persen, tambah_baris, tanpa_lembar, ubah

from kinerja.buku.banding.kanonik import sidik_kanonik
from kinerja.buku.muat import muat
from kinerja.buku.pembaca import LembarMentah
from kinerja.buku.templat.pengenal import JUDUL_NAMA, PETUNJUK
from kinerja.buku.tulis import tulis_kanonik, tulis_templat
from kinerja.model.kolom import Jenis
from kinerja.model.skema import CAPAIAN, ISI_PROFIL, PROFIL, SEMUA_LEMBAR
from kinerja.pemasangan import AKAR

KIRIMAN = AKAR / "data" / "kinerja_batu_bara.xlsx"
RUMUS_KAMI = re.compile(
    r"AND\(LEN\(TRIM\([A-Z]+2\)\)=0,"
    r"(COUNTA\(\$[A-Z]+2:\$[A-Z]+2(?:,\$[A-Z]+2:\$[A-Z]+2)*\)|LEN\(TRIM\([A-Z]+2\)\))>0\)"
)


@pytest.fixture(scope="module")
def kiriman():
    return muat(KIRIMAN)


@pytest.fixture(scope="module")
def tertulis(kiriman, tmp_path_factory):
    berkas = tmp_path_factory.mktemp("versi") / "folder baru" / "versi.xlsx"
    tulis_kanonik(kiriman.kanonik(), berkas)
    return berkas


@pytest.fixture
def bolak_balik(muat_isi, muat_di_sini, tmp_path):
    """Load a workbook, write its canonical sheets, load them again: `(first, second)`."""

    def jalan(isi):
        satu = muat_isi(isi)
        assert satu.sah, satu.temuan
        tulis_kanonik(satu.kanonik(), tmp_path / "versi.xlsx")
        return satu, muat_di_sini(tmp_path / "versi.xlsx")

    return jalan


def isi_kolom(lembar: LembarMentah, judul):
    letak = lembar.baris[0][1].index(judul)
    return [sel[letak] for _, sel in lembar.baris[1:]]


# --- round trip -------------------------------------------------------------------------------------------------------


def test_the_shipped_data_read_back_to_the_same_version(kiriman, tertulis):
    lagi = muat(tertulis)
    assert lagi.kanonik() == kiriman.kanonik()
    assert sidik_kanonik(lagi.kanonik()) == sidik_kanonik(kiriman.kanonik())
    assert lagi.buku == kiriman.buku
    assert lagi.temuan == ()


@pytest.mark.parametrize(
    "nilai",
    [72.93, "72,93", "5,8-5,5", "9/9", "1:26", "94,76 %", Persen(0.9476), "0.976", 1e-7, 12345678901234567890, "-0,5"],
    ids=str,
)
def test_a_value_however_written_reads_back_to_the_same(bolak_balik, nilai):
    satu, dua = bolak_balik(ubah(B, "Capaian", D2=nilai, F2=nilai))
    assert dua.kanonik() == satu.kanonik()
    assert dua.buku == satu.buku


@pytest.mark.parametrize(
    "uang", [0, "-", 1343185299386, "1.343.185.299.386,25", "123456789012345678901,25", 0.1, "54 Triliun"], ids=str
)
def test_money_reads_back_to_the_same_also_when_excel_could_not_hold_it(bolak_balik, uang):
    satu, dua = bolak_balik(ubah(B, "Anggaran", I2=uang))
    assert dua.kanonik() == satu.kanonik()
    assert dua.buku.anggaran[0].realisasi == satu.buku.anggaran[0].realisasi is not None


def test_unknown_columns_are_kept_after_ours(bolak_balik):
    satu, dua = bolak_balik(ubah(B, "Capaian", K1="=Warna", L1="Kepala", K3="+merah", L2="007"))
    capaian = next(s for s in dua.kanonik() if s.nama == "Capaian")
    assert dua.kanonik() == satu.kanonik()
    assert isi_kolom(capaian, "=Warna")[1] == "+merah"
    assert isi_kolom(capaian, "Kepala")[0] == "007"


def test_a_printed_text_of_several_lines_keeps_them(bolak_balik):
    satu, dua = bolak_balik(ubah(B, "Kutipan", H2="72,93\r\nTahun"))
    assert dua.kanonik() == satu.kanonik()
    assert dua.buku.kutipan[0].tercetak == "72,93\nTahun"


def test_sheets_a_version_lacks_stand_empty_and_change_nothing(bolak_balik, tmp_path):
    isi = ubah(tanpa_lembar(B, *(s.nama for s in SEMUA_LEMBAR if not s.wajib)), "OPD", E3=None)
    satu, dua = bolak_balik(isi)
    assert [s.nama for s in satu.kanonik()] == ["OPD", "Indikator", "Capaian"]
    assert dua.kanonik() == satu.kanonik()
    assert load_workbook(tmp_path / "versi.xlsx").sheetnames == [s.nama for s in SEMUA_LEMBAR]


# --- help in Excel ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dibuka(tertulis):
    return load_workbook(tertulis)


@pytest.fixture(scope="module")
def templat(tmp_path_factory):
    berkas = tmp_path_factory.mktemp("templat") / "templat.xlsx"
    tulis_templat(berkas)
    return load_workbook(berkas)


@pytest.mark.parametrize("lembar", SEMUA_LEMBAR, ids=lambda s: s.nama)
def test_a_version_helps_as_the_template_does(dibuka, templat, lembar):
    for buku in (dibuka, templat):
        ws = buku[lembar.nama]
        judul = _judul(ws)
        assert tuple(s.value for s in judul) == lembar.judul
        assert (ws.freeze_panes, ws.auto_filter.ref.split(":")[0]) == ("A2", "A1")
        assert all(k.bantuan in s.comment.text for s, k in zip(judul, lembar.kolom, strict=True))
        aturan = [a.formula1.strip('"') for a in ws.data_validations.dataValidation if a.formula1.startswith('"')]
        # In Profil the words belong to a key, so that its list stands in the row of the key.
        kunci = {s.value for s in ws["A"]} if lembar is PROFIL else set()
        berpilihan = (*lembar.kolom, *(k for k in ISI_PROFIL if k.nama in kunci))
        assert aturan == [",".join(k.pilihan) for k in berpilihan if k.pilihan]
    assert _rujukan(dibuka[lembar.nama]) == _rujukan(templat[lembar.nama])


def _judul(ws):
    """Return the header cells of the sheet's own columns, without those of the names beside codes."""
    return [s for s in ws[1] if s.value not in JUDUL_NAMA.values()]


def _rujukan(ws):
    """Return the columns that offer the codes of another sheet; the names of scales stand in the template only."""
    aturan = [a for a in ws.data_validations.dataValidation if a.formula1.startswith("OFFSET(")]
    judul = {s.column_letter: s.value for s in ws[1]}
    return {judul[str(a.sqref).split("2:")[0]] for a in aturan if PETUNJUK not in a.formula1}


@pytest.mark.parametrize("lembar", SEMUA_LEMBAR, ids=lambda s: s.nama)
def test_a_required_cell_left_empty_is_coloured_by_a_rule_on_cells_alone(dibuka, templat, lembar):
    for buku in (dibuka, templat):
        aturan = {str(r.sqref).split(":")[0]: a for r, a in _aturan(buku[lembar.nama])}
        judul = _judul(buku[lembar.nama])
        wajib = {f"{s.column_letter}2" for s, k in zip(judul, lembar.kolom, strict=True) if k.wajib}
        realisasi = {f"{s.column_letter}2" for s in judul if lembar is CAPAIAN and s.value == "Realisasi"}
        assert set(aturan) - realisasi == wajib
        assert all(RUMUS_KAMI.fullmatch(a.formula[0]) for a in aturan.values())


def _aturan(ws):
    return [(r, a) for r in ws.conditional_formatting for a in r.rules]


def test_the_two_colours_differ_also_in_black_and_white(templat):
    judul = {s.column_letter: s for s in templat["Capaian"][1]}
    rupa = {judul[str(r.sqref)[0]].value: a.dxf for r, a in _aturan(templat["Capaian"])}
    assert rupa["Kode indikator"].border.left.style == "thin"
    assert rupa["Realisasi"].fill.patternType == "lightUp"
    assert "Sel bergaris miring" in next(s for s in judul.values() if s.value == "Realisasi").comment.text


def test_values_are_text_and_years_and_money_numbers(dibuka):
    for ws, lembar in ((dibuka[s.nama], s) for s in SEMUA_LEMBAR):
        for letak, k in enumerate(lembar.kolom, 1):
            sel = [s for (s,) in ws.iter_rows(2, ws.max_row, letak, letak) if s.value is not None]
            berteks = k.jenis in (Jenis.NILAI, Jenis.APA_ADANYA, Jenis.CAPAIAN, Jenis.TEKS)
            assert all((s.number_format == "@", s.data_type) == (True, "s") for s in sel if berteks)
            assert all(s.data_type == "n" for s in sel if k.jenis in (Jenis.TAHUN, Jenis.UANG))


def test_no_cell_is_a_live_formula_and_text_that_looks_like_one_stays_text_after_editing(muat_isi, tmp_path):
    jahat = '=HYPERLINK("http://x.invalid","klik")'
    isi = tambah_baris(B, "Profil", ["Dokumen perencanaan", f" {jahat}"])
    tulis_kanonik(muat_isi(isi).kanonik(), tmp_path / "versi.xlsx")
    sel = load_workbook(tmp_path / "versi.xlsx")["Profil"]["B5"]
    assert (sel.value, sel.data_type, sel.quotePrefix) == (jahat, "s", True)
    with zipfile.ZipFile(tmp_path / "versi.xlsx") as arsip:
        lembar = [arsip.read(n) for n in arsip.namelist() if n.startswith("xl/worksheets/sheet")]
    assert not any(re.search(rb"<f[ >]", isi) for isi in lembar)
