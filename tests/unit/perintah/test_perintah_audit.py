"""Command `audit` as its users meet it: exit codes, the promised JSON, the text by OPD and rule."""

import pytest
from pembangun import BUKU_KECIL as B
from pembangun import tanpa_lembar, tulis, ubah
from test_perintah import jalankan, jalankan_json, proses

from kinerja.buku.muat import muat
from kinerja.dataset import Dataset
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.perintah.audit import hasil_audit
from kinerja.uji.daftar import aturan_berkode

TEMUAN = {
    "id",
    "aturan",
    "keyakinan",
    "kode_opd",
    "opd",
    "kode_indikator",
    "indikator",
    "tahun",
    "tercetak",
    "seharusnya",
    "uraian",
    "sumber",
}


RUNTUT = ubah(tanpa_lembar(B, "Anggaran", "Anggaran indikator", "APBD", "Susunan"), "Capaian", F3="WTP", G3=None)


@pytest.fixture(scope="module")
def runtut(tmp_path_factory):
    """A workbook without any inconsistency."""
    return tulis(RUNTUT, tmp_path_factory.mktemp("runtut") / "buku.xlsx")


@pytest.fixture(scope="module")
def keliru(tmp_path_factory):
    """A workbook in which two capaian, of two OPD, do not follow from target and realisasi."""
    isi = ubah(RUNTUT, "Capaian", G2="110,05", G4="91,00")
    return tulis(isi, tmp_path_factory.mktemp("keliru") / "buku.xlsx")


@pytest.fixture(scope="module")
def hasil(keliru):
    return jalankan_json("audit", keliru)


def test_a_workbook_without_inconsistencies_exits_0_and_says_so(runtut):
    selesai = jalankan("audit", runtut)
    assert (selesai.returncode, selesai.stderr) == (0, "")
    assert selesai.stdout.startswith("buku.xlsx: Tidak ada ketidaksesuaian.")
    assert jalankan_json("audit", runtut)["temuan"] == []


def test_findings_exit_1_as_text_and_as_json(keliru):
    assert [proses("audit", keliru, *pilihan).returncode for pilihan in ((), ("--json",))] == [1, 1]


def test_audit_prints_one_json_object_with_the_promised_keys(hasil):
    assert {"temuan", "tidak_diuji"} <= set(hasil)
    assert all(set(t) >= TEMUAN for t in hasil["temuan"])
    assert all(set(t) == {"aturan", "alasan"} for t in hasil["tidak_diuji"])
    assert all(t["keyakinan"] in ("pasti", "patut dicek") for t in hasil["temuan"])
    assert len({t["id"] for t in hasil["temuan"]}) == len(hasil["temuan"])


def test_a_finding_names_figure_place_and_what_follows_as_text(hasil):
    t = next(t for t in hasil["temuan"] if t["kode_indikator"] == "IMUN")
    assert (t["aturan"], t["keyakinan"], t["tahun"]) == ("U01", "pasti", 2024)
    assert (t["kode_opd"], t["opd"], t["indikator"]) == ("DINKES", "Dinas Kesehatan", "Cakupan imunisasi")
    assert (t["tercetak"], t["seharusnya"], t["sumber"]) == ("91,00", "90,00%", "001, Tabel 3.3")
    assert t["uraian"].endswith(".")
    assert t["langkah"][-1] == "Tercetak 91,00 (001, Tabel 3.3)"


@pytest.mark.parametrize(
    ("opd", "tahun", "indikator"),
    [
        (" dinkes ", None, {"IMUN"}),
        ("KAB", 2024, {"UHH"}),
        (None, 2024, {"UHH", "IMUN"}),
        (None, 1999, set()),
        ("ENTAH", None, set()),
    ],
)
def test_audit_takes_filters(keliru, opd, tahun, indikator):
    temuan = hasil_audit(Dataset(muat(keliru).buku), opd, tahun).temuan
    assert {t.alamat.kode_indikator for t in temuan} == indikator


def test_audit_takes_both_filters_from_the_command_line(keliru):
    isi = jalankan_json("audit", keliru, "--opd", "KAB", "--tahun", "2024")
    assert {t["kode_indikator"] for t in isi["temuan"]} == {"UHH"}
    assert jalankan("audit", keliru, "--tahun", "1999").returncode == 0


def test_an_unknown_opd_has_no_findings_as_it_has_no_figures(keliru):
    assert jalankan("audit", keliru, "--opd", "ENTAH").returncode == 0
    assert jalankan_json("audit", keliru, "--opd", "ENTAH")["temuan"] == []


def test_the_text_groups_by_opd_and_rule_and_says_where(keliru):
    teks = jalankan("audit", keliru).stdout
    nama = aturan_berkode("U01").nama
    for opd, angka, tempat in (
        ("Dinas Kesehatan", "91,00", "001, Tabel 3.3"),
        ("Pemerintah Kabupaten Contoh", "110,05", "000, Tabel 3.4"),
    ):
        bagian = teks.partition(f"\n{opd}: ")[2].partition("\n\n")[0]
        assert f"  U01 {nama} (1)" in bagian
        assert f"tercetak {angka}" in bagian
        assert f"Tercetak di {tempat}. Id U01-" in bagian


def test_audit_of_an_invalid_workbook_prints_the_findings_of_periksa(tmp_path):
    salah = tulis(ubah(B, "Capaian", D2="81,48 /60"), tmp_path / "buku.xlsx")
    assert jalankan_json("audit", salah) == jalankan_json("periksa", salah)
    selesai = jalankan("audit", salah)
    assert selesai.returncode == 1
    assert "Capaian D2" in selesai.stdout


@pytest.mark.parametrize("argumen", [("audit",), ("audit", "a.xlsx", "--tahun", "dua"), ("audit", "a.xlsx", "--x")])
def test_wrong_use_exits_2(argumen):
    selesai = jalankan(*argumen)
    assert (selesai.returncode, selesai.stdout) == (2, "")


def test_audit_of_no_file_is_told_in_words(tmp_path):
    selesai = jalankan("audit", tmp_path / "tidak ada.xlsx")
    assert selesai.returncode == 1
    assert selesai.stdout + selesai.stderr


def test_audit_of_the_required_sheets_alone_says_what_it_could_not_test(tmp_path):
    isi = tanpa_lembar(ubah(B, "OPD", E3=None), *(s.nama for s in SEMUA_LEMBAR if not s.wajib))
    isi = ubah(isi, "Capaian", G2=None, G3=None, F3="WTP", H2=None, H3=None)
    berkas = tulis(isi, tmp_path / "buku.xlsx")
    hasil = jalankan_json("audit", berkas)
    assert {"aturan": "U01", "alasan": "Tidak ada capaian tercetak"} in hasil["tidak_diuji"]
    assert "U01 Tidak ada capaian tercetak" in jalankan("audit", berkas).stdout
