"""Command `isian` as its users meet it: whose form, of when, where to, and what is wrong with the question."""

import json
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pembangun import BUKU_KECIL, tulis
from test_perintah_gudang import jalan, url  # noqa: F401 - fixtures


@pytest.fixture
def isian(jalan, tmp_path):  # noqa: F811
    """Run the command on a store with one version; the file is `isian.xlsx` unless another is named."""
    assert jalan("impor", tulis(BUKU_KECIL, tmp_path / "buku.xlsx"))[0] == 0
    return lambda *argumen, ke="isian.xlsx": jalan("isian", "-o", tmp_path / ke, *argumen)


def test_it_writes_the_form_and_says_what_it_asks_for(isian, tmp_path):
    kode, keluar, galat = isian("--opd", "dinkes", "--tahun", "2025")
    assert (kode, galat) == (0, "")
    assert "isian Dinas Kesehatan\n2 realisasi indikator 2025 diminta.\n" in keluar
    assert load_workbook(tmp_path / "isian.xlsx").sheetnames == ["Petunjuk", "Capaian", "Indikator", "OPD", "Skala"]


def test_json_counts_what_stands_in_it(isian, tmp_path):
    kode, keluar, _ = isian("--opd", "DINKES", "--tahun", "2024", "--json")
    assert (kode, json.loads(keluar)) == (
        0,
        {
            "berkas": str(tmp_path / "isian.xlsx"),
            "isian": [
                {
                    "kode_opd": "DINKES",
                    "opd": "Dinas Kesehatan",
                    "tahun": 2024,
                    "periode": "Tahunan",
                    "baris": {"Capaian": 2, "Anggaran": 2},
                    "diminta": {"Capaian": 0, "Anggaran": 0},
                    "ditinggalkan": [],
                }
            ],
        },
    )


@pytest.mark.parametrize("kata", ["TW II", "tw-2", "Triwulan II", "Semester I"])
def test_a_quarter_has_the_names_that_a_workbook_takes(isian, tmp_path, kata):
    assert isian("--opd", "DINKES", "--tahun", "2025", "--periode", kata)[0] == 0
    ws = load_workbook(tmp_path / "isian.xlsx")["Capaian"]
    assert [s.value for s in ws["E"]] == ["Periode", "TW II", "TW II"]


def test_without_an_opd_every_form_that_lacks_something_stands_in_one_zip(isian, tmp_path):
    kode, keluar, _ = isian("--tahun", "2025", ke="semua.zip")
    assert (kode, keluar) == (0, f"{tmp_path / 'semua.zip'}: isian 2 OPD yang realisasinya belum lengkap\n")
    with ZipFile(tmp_path / "semua.zip") as arsip:
        assert arsip.namelist() == ["isian_kab_2025.xlsx", "isian_dinkes_2025.xlsx"]
    kode, _, galat = isian("--tahun", "2024", ke="lengkap.zip")
    assert (kode, galat) == (1, "Tidak ada realisasi 2024 yang kurang pada satu OPD pun.\n")


@pytest.mark.parametrize(
    ("argumen", "kode", "sebab"),
    [
        (
            ("--opd", "DINKS", "--tahun", "2025"),
            2,
            "OPD berkode DINKS tidak ada. Maksud Anda DINKES? Kode yang ada: KAB",
        ),
        (("--opd", "Dinas Kesehatan", "--tahun", "2025"), 2, "Maksud Anda DINKES?"),
        (("--tahun", "2025"), 2, "Sebutkan OPD dengan --opd K"),
        (("--opd", "DINKES"), 2, "opsi --tahun wajib diisi"),
        (("--opd", "DINKES", "--tahun", "1850"), 2, "opsi --tahun harus berupa bilangan bulat dari 1990 sampai 2100"),
        (("--opd", "DINKES", "--tahun", "2025", "--periode", "kwartal"), 2, "Pilihannya: Tahunan, TW I, TW II"),
        (("--opd", "DINKES", "--tahun", "2000"), 1, "2 indikator tidak disertakan (baru diukur pada tahun sesudahnya)"),
    ],
)
def test_a_wrong_question_says_what_to_write(isian, tmp_path, argumen, kode, sebab):
    hasil, keluar, galat = isian(*argumen)
    assert (hasil, keluar) == (kode, "")
    assert sebab in galat
    assert not (tmp_path / "isian.xlsx").exists()
