"""The form of an office: what it asks for, and that it comes back with its answers and nothing else."""

from copy import deepcopy
from zipfile import ZipFile

import pytest
from contoh import anggaran, capaian, dataset, indikator, opd, profil
from contoh_gudang import ADMIN, OPERATOR, gudang_baru, lembar, terbit
from contoh_triwulan import bertriwulan
from openpyxl import load_workbook
from pembangun import BUKU_KECIL, tambah_baris, ubah

from kinerja.buku.katalog.katalog import Berat, Kode
from kinerja.buku.muat import muat_tersimpan
from kinerja.buku.templat.pengenal import JUDUL_BANTU, TAHUN_LALU, TANDA_BARIS, TERCATAT
from kinerja.dataset import Dataset
from kinerja.model.istilah import Periode
from kinerja.susun.isian import Ditinggalkan, buku_isian, kalimat_isian, nama_isian, nama_zip
from kinerja.susun.tulis_isian import tulis_isian, tulis_zip
from kinerja.unggah.impor import Mode, rancang

TW = ("IMUN", 2025, "TW I", "25", None, "24"), ("IMUN", 2025, "TW II", "50", None, None)
DASAR = tambah_baris(
    ubah(BUKU_KECIL, "Indikator", L2="DINKES"), "Capaian", *TW, ("UHH", 2025, "Tahunan", "73,1", None, "n.a.")
)
"""The small workbook; DINKES answers for the regency's UHH, has two quarters of 2025, and UHH 2025 is not out yet."""
KAPAN = [(2024, Periode.TAHUNAN), (2025, Periode.TAHUNAN), (2025, Periode.TW_II), (2026, Periode.TAHUNAN)]


def isian(data, kode="DINKES", tahun=2025, periode="Tahunan"):
    return buku_isian(data, kode, tahun, Periode(periode))


def baris(buku):
    return [(b.indikator.kode_indikator, b.periode, b.target, b.tercatat, b.lalu) for b in buku.capaian]


# --- what is asked for ------------------------------------------------------------------------------------------------


def test_what_is_missing_comes_first_with_last_year_and_what_stands():
    data = dataset(
        indikator=(
            indikator("A", "DINKES"),
            indikator("D", "DINKES", "Program"),
            indikator("B", "DINKES"),
            indikator("C", "DINKES"),
        ),
        capaian=(capaian("A", 2024, "7", "8"), capaian("A", 2025, "9", "10"), capaian("B", 2025, "5", "n.a.")),
    )
    buku = isian(data)
    assert baris(buku) == [
        ("B", "Tahunan", "5", "n.a.", ""),
        ("C", "Tahunan", "", "", ""),
        ("D", "Tahunan", "", "", ""),
        ("A", "Tahunan", "9", "10", "8"),
    ]
    assert (buku.diminta, buku.tercatat) == ((3, 0), 1)
    assert kalimat_isian(buku)[:2] == (
        "3 realisasi indikator (2 IKU) 2025 diminta.",
        "1 lainnya sudah tercatat, diisi hanya bila dikoreksi.",
    )


def test_the_ikus_of_the_whole_are_asked_of_whom_they_name():
    milik = {"penanggung_jawab": ("dinkes",)}
    data = dataset(indikator=(indikator("UHH", **milik), indikator("X", tingkat="Program", **milik), indikator("Y")))
    assert [b.indikator.kode_indikator for b in isian(data).capaian] == ["UHH"]
    assert len(isian(data, "KAB").capaian) == 3


def test_years_before_the_first_row_and_beyond_the_plan_are_left_out():
    data = dataset(capaian=(capaian("UHH", 2024, "1", "1"),), profil=profil(tahun_akhir="2025"))
    assert [dict(isian(data, "KAB", t).ditinggalkan).get("UHH") for t in (2023, 2024, 2025, 2026)] == [
        Ditinggalkan.BELUM_DIUKUR,
        None,
        None,
        Ditinggalkan.RENCANA_BERAKHIR,
    ]


def test_a_quarter_asks_for_what_has_quarters_and_says_what_has_none():
    buku = isian(bertriwulan(), periode="TW IV")
    assert [(k, p, t) for k, p, t, *_ in baris(buku)] == [
        ("VAKSIN", "TW IV", ""),
        ("STUNTING", "TW IV", "17"),
        ("IKM", "TW IV", ""),
        ("OPINI", "TW IV", ""),
        ("KUNJUNGAN", "TW IV", ""),
        ("KEGIATAN", "TW IV", ""),
        ("ADUAN", "TW IV", "10"),
    ]
    tahunan = {"AHH": Ditinggalkan.SETAHUN_SEKALI}
    data = bertriwulan(indikator=(indikator("VAKSIN", "DINKES"), indikator("AHH", "DINKES")), capaian=TW_VAKSIN)
    assert dict(isian(data, periode="TW I").ditinggalkan) == tahunan


TW_VAKSIN = (capaian("VAKSIN", 2025, "2", "1", "TW I"), capaian("AHH", 2024, "2", "1"))


def test_the_first_quarter_of_an_office_asks_for_all_of_them():
    buku = isian(dataset(), "KAB", periode="TW I")
    assert [p for _, p, *_ in baris(buku)] == ["TW I"]
    assert buku.tanpa_triwulan
    assert any("setahun sekali dikosongkan" in k for k in kalimat_isian(buku))


def test_a_year_made_of_quarters_is_not_asked_for_twice():
    buku = isian(bertriwulan())
    assert [k for k, *_ in baris(buku)] == ["VAKSIN", "ADUAN"]
    assert {s for _, s in buku.ditinggalkan} == {Ditinggalkan.DARI_TRIWULAN}


@pytest.mark.parametrize(
    ("periode", "diminta"), [("TW I", None), ("TW II", "Semester I"), ("TW III", None), ("TW IV", "Semester II")]
)
def test_an_indicator_that_is_told_by_halves_is_asked_for_by_halves(periode, diminta):
    paruh = [*BUKU_KECIL["Capaian"][:1], ["IMUN", 2025, "Semester I", "50", None, "48"]]
    data = Dataset(muat_tersimpan(lembar({**BUKU_KECIL, "Capaian": paruh})).buku)
    assert [p for _, p, *_ in baris(isian(data, periode=periode))] == ([diminta] if diminta else [])


def test_budget_lines_are_the_deepest_and_a_quarter_takes_them_from_the_year():
    data = dataset(
        anggaran=(
            anggaran("/P", 9, 8),
            anggaran("/P/A", 5, 4),
            anggaran("/P/B", 4),
            anggaran("/P/C", 1, None, peran="Pembanding"),
        )
    )
    setahun, triwulan = (isian(data, tahun=2024, periode=p).anggaran for p in ("Tahunan", "TW I"))
    assert [(b.kegiatan, b.pagu, b.realisasi) for b in setahun] == [("B", 4, None), ("A", 5, 4)]
    assert [(b.kegiatan, b.pagu, b.realisasi, b.periode) for b in triwulan] == [
        ("A", 5, None, Periode.TW_I),
        ("B", 4, None, Periode.TW_I),
    ]


def test_a_form_says_that_nothing_is_missing_or_that_there_is_nothing_to_ask():
    data = dataset(capaian=(capaian("UHH", 2024, "1", "1"),))
    assert kalimat_isian(isian(data, "KAB", 2024))[0].startswith(
        "Semua 1 realisasi 2024 sudah tercatat; isian ini hanya"
    )
    assert kalimat_isian(isian(data, "DINKES", 2024))[0].startswith("Tidak ada yang dapat diminta dari Nama DINKES")


# --- the workbook -----------------------------------------------------------------------------------------------------


@pytest.fixture
def gudang(tmp_path):
    hasil = gudang_baru(tmp_path)
    terbit(hasil, DASAR)
    return hasil


def dataset_kini(gudang):
    return Dataset(muat_tersimpan(gudang.lembar(gudang.aktif())).buku)


@pytest.fixture
def tulis(gudang, tmp_path):
    """Write a form of the active version: `tulis(tahun, periode, isi={("Capaian", kode): {kolom: isi}})`."""

    def buat(tahun, periode, isi=(), kode="DINKES"):
        buku = buku_isian(dataset_kini(gudang), kode, tahun, periode)
        berkas = tmp_path / nama_isian(buku)
        tulis_isian(dataset_kini(gudang), buku, berkas)
        if isi:
            kerja = load_workbook(berkas)
            for nama, tabel in dict(isi).items():
                isikan(kerja[nama], tabel)
            kerja.save(berkas)
        return berkas

    return buat


def letak(ws):
    return {s.value: s.column for s in ws[1]}


def isikan(ws, jawaban):
    """Fill cells of the rows that hold a text: {text: {column: content}}."""
    for nomor in range(2, ws.max_row + 1):
        ada = {s.value for s in ws[nomor]}
        for kolom, isi in next((i for k, i in jawaban.items() if k in ada), {}).items():
            ws.cell(nomor, letak(ws)[kolom]).value = isi


def kembali(gudang, berkas, pengguna=ADMIN):
    hasil = rancang(gudang, [berkas], Mode.PERBARUI, pengguna)
    berubah = {(b.kunci, s.kolom): s.baru for b in hasil.beda.baris for s in b.sel}
    return hasil, berubah


@pytest.mark.parametrize(("tahun", "periode"), KAPAN)
def test_a_form_is_a_valid_workbook_with_empty_realisasi(tulis, muat_di_sini, tahun, periode):
    berkas = tulis(tahun, periode)
    hasil = muat_di_sini(berkas)
    assert hasil.temuan == ()
    buku = load_workbook(berkas)
    assert buku.sheetnames[0] == "Petunjuk"
    for nama in {"Capaian", "Anggaran"} & {*buku.sheetnames}:
        kolom = letak(buku[nama])["Realisasi"]
        assert {s.value for (s,) in buku[nama].iter_rows(2, min_col=kolom, max_col=kolom)} == {None}
    assert letak(buku["Capaian"]).keys() >= {
        "Kode indikator",
        "Tahun",
        "Periode",
        "Target",
        "Tanda",
        "Sumber",
        "Catatan",
    }
    assert all(s.data_type != "f" for ws in buku for b in ws.iter_rows() for s in b)


@pytest.mark.parametrize(("tahun", "periode"), KAPAN)
def test_a_form_that_nobody_filled_changes_nothing_and_says_so(gudang, tulis, muat_di_sini, tahun, periode):
    hasil, _ = kembali(gudang, tulis(tahun, periode))
    assert (hasil.sah, hasil.identik) == (True, True)
    assert {t.kode for t in hasil.temuan} == {Kode.ISIAN_TETAP}


def test_answers_come_back_and_nothing_else(gudang, tulis, muat_di_sini):
    jawaban = {"Capaian": {"UHH": {"Realisasi": "73,05", "Sumber": "BPS", "Tanda": "Sementara"}}}
    hasil, berubah = kembali(gudang, tulis(2025, Periode.TAHUNAN, jawaban))
    assert hasil.sah
    assert hasil.hilang == ()
    assert sorted(k for _, k in berubah) == ["Realisasi", "Sumber", "Tanda"]
    assert berubah["UHH · 2025 · Tahunan", "Realisasi"] == "73,05"


def test_a_new_quarter_is_added_with_its_money_as_far_as_it_was_answered(gudang, tulis, muat_di_sini):
    terbit(gudang, ubah(DASAR, "Anggaran", B3=2025, B4=2025, B2=2025, B5=2025))
    jawaban = {"Capaian": {"IMUN": {"Realisasi": 70, "Target": 75}}, "Anggaran": {"Gizi": {"Realisasi": 300}}}
    hasil, _ = kembali(gudang, tulis(2025, Periode.TW_III, jawaban))
    assert hasil.sah
    assert hasil.beda.hitung() == {"tambah": 2, "ubah": 0, "hapus": 0}
    assert [b.pesan for b in hasil.temuan if b.tingkat is Berat.GALAT] == []


def test_what_was_published_since_is_not_taken_back(gudang, tulis, muat_di_sini):
    berkas = tulis(2025, Periode.TAHUNAN, {"Capaian": {"OPINI": {"Realisasi": "WTP"}}}, kode="KAB")
    lain = ubah(DASAR, "Capaian", D7="73,4")
    terbit(gudang, ubah(lain, "Indikator", G2="Umur Harapan Hidup saat lahir"))
    hasil, berubah = kembali(gudang, berkas)
    assert (hasil.sah, hasil.beda.hitung()) == (True, {"tambah": 1, "ubah": 0, "hapus": 0})
    assert {kunci for kunci, _ in berubah} <= {"OPINI · 2025 · Tahunan"}


@pytest.mark.parametrize("kolom", ["Catatan", "Target"])
def test_any_cell_is_an_answer(gudang, tulis, muat_di_sini, kolom):
    hasil, _ = kembali(gudang, tulis(2026, Periode.TAHUNAN, {"Capaian": {"IMUN": {kolom: "95"}}}))
    assert hasil.beda.hitung() == {"tambah": 1, "ubah": 0, "hapus": 0}


def test_columns_may_be_moved_and_rows_sorted(gudang, tulis, muat_di_sini):
    berkas = tulis(2025, Periode.TAHUNAN)
    buku = load_workbook(berkas)
    ws = buku["Capaian"]
    isi = [[s.value for s in reversed(b)] for b in ws.iter_rows(1, ws.max_row)]
    for nomor, sel in enumerate([isi[0], *reversed(isi[1:])], 1):
        for ke, nilai in enumerate(sel, 1):
            ws.cell(nomor, ke).value = nilai
    buku.save(berkas)
    assert kembali(gudang, berkas)[0].identik


def test_an_operator_sends_back_the_own_rows(gudang, tulis, muat_di_sini):
    jawaban = {"Capaian": {"IMUN": {"Realisasi": "95"}}}
    assert kembali(gudang, tulis(2024, Periode.TAHUNAN, jawaban), OPERATOR)[0].sah
    milik_kabupaten = {"Capaian": {"UHH": {"Realisasi": "73"}}}
    assert not kembali(gudang, tulis(2025, Periode.TAHUNAN, milik_kabupaten), OPERATOR)[0].sah


def test_text_of_the_workbook_stays_text(tmp_path, muat_di_sini):
    isi = deepcopy(BUKU_KECIL)
    for nama, alamat in (("OPD", "B3"), ("Indikator", "G4"), ("Indikator", "H4"), ("Anggaran", "F3")):
        isi = ubah(isi, nama, **{alamat: '=HYPERLINK("http://x","y")'})
    data = Dataset(muat_tersimpan(lembar(isi)).buku)
    tulis_isian(data, isian(data, tahun=2024), tmp_path / "a.xlsx")
    sel = [s for ws in load_workbook(tmp_path / "a.xlsx") for b in ws.iter_rows() for s in b]
    assert sum(str(s.value).startswith("=HYP") for s in sel) >= 4
    assert {s.data_type for s in sel if str(s.value).startswith("=")} == {"s"}


def test_help_columns_are_known_and_hidden_where_nobody_needs_them(tulis):
    ws = load_workbook(tulis(2025, Periode.TAHUNAN))["Capaian"]
    assert {TAHUN_LALU, TERCATAT, TANDA_BARIS} <= letak(ws).keys() <= JUDUL_BANTU | letak(ws).keys()
    assert ws.column_dimensions[ws.cell(1, letak(ws)[TANDA_BARIS]).column_letter].hidden
    assert ws.freeze_panes == "C2"


def test_a_zip_gives_every_office_a_name_of_its_own(tmp_path):
    data = dataset(
        opd=(opd(), opd("A/B", "Dinas"), opd("A B", "Badan")), indikator=(indikator("X", "A/B"), indikator("Y", "A B"))
    )
    tulis_zip(data, [isian(data, k) for k in ("A/B", "A B")], tmp_path / "a.zip")
    with ZipFile(tmp_path / "a.zip") as arsip:
        assert arsip.namelist() == ["isian_a-b_2025.xlsx", "isian_a-b_2025_2.xlsx"]
    triwulan = isian(data, "A B", periode="TW II")
    assert (nama_isian(triwulan), nama_zip(triwulan)) == ("isian_a-b_2025_tw-ii.xlsx", "isian-semua_2025_tw-ii.zip")
