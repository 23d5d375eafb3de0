"""The commands on the store as their users meet them: exit code, JSON, words; each runs as a process at least once."""

import getpass
import io
import json
import os
import re
import subprocess
import sys

import pytest
from contoh_gudang import buku, lembar, tanpa_unggah
from pembangun import BUKU_KECIL, tulis, ubah

from kinerja.gudang import pintu
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.pemasangan import AKAR
from kinerja.perintah.utama import main

WIB = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00"
VERSI = {"nomor", "sha256", "berkas", "waktu", "oleh", "catatan", "aktif"}
CONTOH = {"a": BUKU_KECIL, "b": buku(1), "c": buku(2), "salah": ubah(BUKU_KECIL, "Capaian", B2=20244, A3="TIADA")}


@pytest.fixture(scope="module")
def berkas(tmp_path_factory):
    """Workbooks by name: two valid ones more than the first, and one with two mistakes."""
    folder = tmp_path_factory.mktemp("berkas")
    return {nama: tulis(isi, folder / f"{nama}.xlsx") for nama, isi in CONTOH.items()}


@pytest.fixture
def url(tmp_path, monkeypatch):
    """A store that was never opened, and no workbook to fill it with."""
    url = f"sqlite:///{tmp_path / 'gudang.db'}"
    monkeypatch.setenv("KINERJA_DATABASE_URL", url)
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "data"))
    pintu._gudang.cache_clear()
    return url


@pytest.fixture
def jalan(url, muat_di_sini, capsys):
    """Run a command in this process: `jalan("versi")` returns exit code, output and errors."""

    def jalankan(*argumen):
        kode = main([str(a) for a in argumen])
        keluar = capsys.readouterr()
        return kode, keluar.out, keluar.err

    return jalankan


@pytest.fixture
def terisi(jalan, berkas):
    """A store with two versions; returns `jalan`."""
    assert jalan("impor", berkas["a"], "--catatan", "pertama")[0] == 0
    assert jalan("impor", berkas["b"])[0] == 0
    return jalan


def proses(*argumen, **lingkungan):
    perintah = [sys.executable, "-m", "kinerja", *map(os.fsencode, argumen)]
    pilihan = {"capture_output": True, "encoding": "utf-8", "check": False, "cwd": AKAR}
    selesai = subprocess.run(perintah, env={**os.environ, "PYTHONIOENCODING": "utf-8", **lingkungan}, **pilihan)
    assert "Traceback" not in selesai.stderr, selesai.stderr
    return selesai


def nyala(isi):
    return {v["nomor"]: v["aktif"] for v in isi["versi"]}


# --- as a process -----------------------------------------------------------------------------------------------------


def test_a_version_goes_in_out_and_back_through_the_command_line(url, berkas, tmp_path):
    satu = json.loads(proses("impor", berkas["a"], "--json").stdout)
    assert set(satu) == {"status", "nomor", "temuan", "perubahan"}
    assert (satu["status"], satu["nomor"], satu["temuan"]) == ("diterbitkan", 1, [])
    dua = proses("impor", berkas["b"], "--catatan", "koreksi BPS")
    assert dua.stdout.startswith(
        "Diterbitkan sebagai versi 2: 0 baris ditambah, 1 diubah, 0 dihapus.\n  1 angka berubah\n"
    )
    assert nyala(json.loads(proses("pulihkan", "1", "--json").stdout)) == {2: False, 1: True}
    cadangan, baru = tmp_path / "cadangan.db", f"sqlite:///{tmp_path / 'baru.db'}"
    assert proses("cadangkan", "-o", cadangan).stdout == f"2 versi dicadangkan ke {cadangan}\n"
    assert proses("pulihkan-cadangan", cadangan, "--ke", baru).returncode == 0
    assert Gudang(buka_mesin(baru)).versi() == Gudang(buka_mesin(url)).versi()


def test_an_empty_store_takes_the_workbook_of_the_data_folder_at_the_first_command(url, tmp_path):
    (tmp_path / "data").mkdir()
    tulis(BUKU_KECIL, tmp_path / "data" / "buku.xlsx")
    (satu,) = json.loads(proses("versi", "--json").stdout)["versi"]
    assert (satu["nomor"], satu["oleh"], satu["berkas"]) == (1, "sistem", "buku.xlsx")


@pytest.mark.parametrize("perintah", ["periksa", "hitung"])
def test_commands_on_a_file_load_neither_the_store_nor_what_speaks_to_networks(berkas, perintah):
    kode = (
        "import sys; from kinerja.perintah.utama import main; "
        f"assert main(['{perintah}', {str(berkas['a'])!r}]) == 0; "
        "asing = 'sqlalchemy alembic pyarrow psycopg pandas jinja2 openpyxl ssl urllib.request'.split(); "
        "print([m for m in asing if m in sys.modules])"
    )
    selesai = subprocess.run([sys.executable, "-c", kode], cwd=AKAR, capture_output=True, text=True, check=True)
    assert selesai.stdout.splitlines()[-1] == "[]"


def test_after_a_restart_the_data_come_from_parquet_without_openpyxl(terisi):
    kode = (
        "import sys; from kinerja.sumber import versi as sumber; a = sumber.aktif(); "
        "print(a.versi.nomor, len(a.dataset.capaian), [m for m in sys.modules if m.startswith('openpyxl')])"
    )
    selesai = subprocess.run([sys.executable, "-c", kode], cwd=AKAR, capture_output=True, text=True, check=True)
    assert selesai.stdout == "2 3 []\n"


SALAH = [
    ("impor",),
    ("impor", "a.xlsx", "--mode", "tambah"),
    ("pulihkan", "satu"),
    ("kunci", "2024", "--periode", "TW V"),
    ("buka-kunci",),
    ("cadangkan",),
    ("pindah",),
]


@pytest.mark.parametrize("argumen", SALAH, ids=" ".join)
def test_wrong_use_exits_2(argumen, capsys):
    assert main(list(argumen)) == 2
    assert capsys.readouterr().err.startswith("Pemakaian: ")


# --- impor ------------------------------------------------------------------------------------------------------------


def test_a_refused_import_exits_1_with_the_findings_and_is_logged(terisi, berkas):
    kode, keluar, _ = terisi("impor", berkas["salah"], "--json")
    isi = json.loads(keluar)
    assert (kode, isi["status"], isi["nomor"]) == (1, "ditolak", None)
    assert [(t["lembar"], t["sel"]) for t in isi["temuan"]] == [("Capaian", "B2"), ("Capaian", "A3")]
    assert set(isi["temuan"][0]) == {"tingkat", "lembar", "sel", "kolom", "pesan", "saran"}
    assert isi["perubahan"] == {"tambah": 0, "ubah": 0, "hapus": 0}
    log = json.loads(terisi("log", "--json")[1])["log"]
    assert (log[0]["peristiwa"], log[0]["rincian"]["berkas"]) == ("tolak", ["salah.xlsx"])
    assert len(json.loads(terisi("versi", "--json")[1])["versi"]) == 2


def test_a_refusal_in_words_names_the_cells_and_says_that_nothing_changed(terisi, berkas):
    kode, keluar, _ = terisi("impor", berkas["salah"])
    assert (kode, keluar.splitlines()[0]) == (1, "Ditolak; versi aktif tidak berubah.")
    assert "Capaian B2: " in keluar
    assert "Capaian A3: " in keluar


KURANG = ubah(buku(1), "Capaian", F2=None, D4=None)


def test_figures_that_go_are_asked_about_before_publishing(terisi, tmp_path):
    """No terminal, nobody to ask: refused with what would go and how to agree; with the agreement published."""
    berkas = tulis(KURANG, tmp_path / "kurang.xlsx")
    kode, keluar, _ = terisi("impor", berkas, "--json")
    isi = json.loads(keluar)
    assert (kode, isi["status"], isi["nomor"]) == (1, "ditolak", None)
    assert isi["perubahan"] == {"tambah": 0, "ubah": 2, "hapus": 0, "hilang": 2}
    assert [(t["tingkat"], t["lembar"], t["sel"], t["kolom"]) for t in isi["temuan"]] == [
        ("galat", "Capaian", "F2", "Realisasi"),
        ("galat", "Capaian", "D4", "Target"),
    ]
    assert isi["temuan"][0]["pesan"].endswith("UHH · 2024 · Tahunan (Usia Harapan Hidup): 71,5")
    assert "--setuju-hilang" in isi["temuan"][0]["saran"]
    assert len(json.loads(terisi("versi", "--json")[1])["versi"]) == 2
    assert json.loads(terisi("log", "--json")[1])["log"][0]["peristiwa"] == "tolak"
    kode, keluar, _ = terisi("impor", berkas)
    assert (kode, keluar.splitlines()[0]) == (1, "Ditolak; 2 angka akan hilang. Versi aktif tidak berubah.")
    kode, keluar, _ = terisi("impor", berkas, "--setuju-hilang", "--json")
    isi = json.loads(keluar)
    assert (kode, isi["status"], isi["nomor"], isi["temuan"]) == (0, "diterbitkan", 3, [])
    assert json.loads(terisi("log", "--json")[1])["log"][0]["peristiwa"] == "terbit"


@pytest.mark.parametrize(("jawab", "kode"), [("ya", 0), ("tidak", 1), ("", 1)])
def test_who_sits_at_a_terminal_is_asked_there(terisi, tmp_path, monkeypatch, jawab, kode):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(f"{jawab}\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    hasil, _, tanya = terisi("impor", tulis(KURANG, tmp_path / "kurang.xlsx"))
    assert hasil == kode
    assert "2 angka yang kini ada akan hilang: 1 Realisasi pada lembar Capaian" in tanya
    assert "Terbitkan juga?" in tanya


def test_the_agreement_is_not_needed_where_nothing_goes(terisi, berkas, tmp_path):
    assert terisi("impor", berkas["c"], "--setuju-hilang")[0] == 0


def test_of_what_was_not_read_nobody_says_that_it_is_the_same(terisi, tmp_path):
    isi = {"Capaian": [["Kode indikator", "Tahun", "Realisasi"], ["IMUN", 2024, 90]], "Rekap": [["Kode"], ["IMUN"]]}
    berkas = tulis(isi, tmp_path / "bagian.xlsx")
    kode, keluar, _ = terisi("impor", berkas, "--mode", "perbarui", "--json")
    isi = json.loads(keluar)
    assert (kode, isi["status"], [t["lembar"] for t in isi["temuan"]]) == (1, "ditolak", ["Rekap"])
    keluar = terisi("impor", berkas, "--mode", "perbarui")[1].splitlines()
    assert keluar[0] == "Ditolak: yang terbaca sama dengan versi 2, tetapi lembar “Rekap” tidak dibaca."
    assert keluar[1].startswith("[peringatan] Rekap")


def test_the_same_file_again_is_identical_and_no_new_version(terisi, berkas):
    kode, keluar, _ = terisi("impor", berkas["b"], "--json")
    assert (kode, json.loads(keluar)["status"], json.loads(keluar)["nomor"]) == (0, "identik", 2)
    assert terisi("impor", berkas["b"])[1] == "Identik dengan versi 2; tidak ada yang diterbitkan.\n"


def test_a_file_that_is_not_there_is_refused(jalan, tmp_path):
    kode, keluar, _ = jalan("impor", tmp_path / "tidak ada.xlsx")
    assert (kode, "tidak ada.xlsx tidak ditemukan" in keluar) == (1, True)


def test_several_parts_at_once(terisi, tmp_path):
    kepala = ["Kode indikator", "Tahun", "Realisasi"]
    satu = tulis({"Capaian": [kepala, ["IMUN", 2025, 91]]}, tmp_path / "satu.xlsx")
    dua = tulis({"Capaian": [kepala, ["IMUN", 2025, 92]]}, tmp_path / "dua.xlsx")
    kode, keluar, _ = terisi("impor", satu, dua, "--mode", "perbarui", "--json")
    (t,) = json.loads(keluar)["temuan"]
    assert (kode, t["berkas"], t["sel"]) == (1, "dua.xlsx", "C2")
    kode, keluar, _ = terisi("impor", satu, "--mode", "perbarui", "--json")
    assert (kode, json.loads(keluar)["perubahan"]) == (0, {"tambah": 1, "ubah": 0, "hapus": 0})


def test_somebody_elses_publication_meanwhile_is_told(terisi, berkas, monkeypatch):
    from kinerja.unggah import impor

    asli = impor.simpan

    def simpan(gudang, rancangan, pengguna):
        nomor = asli(gudang, rancangan, pengguna)
        gudang.pulihkan(1, "lain", "sementara itu")
        return nomor

    monkeypatch.setattr(impor, "simpan", simpan)
    kode, keluar, galat = terisi("impor", berkas["c"], "--json")
    assert (kode, json.loads(keluar)["status"]) == (1, "ditolak")
    assert galat == "Versi 1 terbit sementara itu; jalankan perintah ini sekali lagi.\n"
    assert json.loads(terisi("log", "--json")[1])["log"][0]["peristiwa"] == "tolak"


def test_a_lock_set_meanwhile_is_told_and_the_draft_dropped(terisi, berkas, monkeypatch, url):
    from kinerja.unggah import impor

    asli = impor.simpan

    def simpan(gudang, rancangan, pengguna):
        nomor = asli(gudang, rancangan, pengguna)
        gudang.kunci_periode(2024, "Tahunan", "lain", "sementara itu")
        return nomor

    monkeypatch.setattr(impor, "simpan", simpan)
    kode, keluar, galat = terisi("impor", berkas["c"], "--json")
    assert (kode, json.loads(keluar)["status"]) == (1, "ditolak")
    assert galat == (
        "Perubahan ini menyentuh periode yang terkunci: tahun 2024. Capaian: UHH · 2024 · Tahunan (Pemerintah "
        "Kabupaten Contoh): Realisasi berubah dari “71,5” menjadi “72,5”, sedangkan tahun 2024 terkunci.\n"
    )
    assert json.loads(terisi("log", "--json")[1])["log"][0]["peristiwa"] == "tolak"


# --- versi, pulihkan, log ---------------------------------------------------------------------------------------------


def test_versions_are_listed_newest_first_with_the_promised_keys(terisi, berkas):
    isi = json.loads(terisi("versi", "--json")[1])
    assert set(isi) == {"versi"}
    assert all(set(v) == VERSI for v in isi["versi"])
    assert nyala(isi) == {2: True, 1: False}
    dua, satu = isi["versi"]
    assert (dua["berkas"], dua["oleh"], dua["catatan"]) == ("b.xlsx", getpass.getuser(), "Impor dari baris perintah")
    assert (satu["catatan"], re.fullmatch(WIB, satu["waktu"]) is not None) == ("pertama", True)
    assert terisi("versi")[1].splitlines()[0].startswith("* versi 2, ")


@pytest.mark.parametrize("nomor", [9, 0, 10**25])
def test_an_unknown_version_cannot_be_restored(terisi, nomor):
    assert terisi("pulihkan", nomor) == (1, "", f"Versi {nomor} tidak ada\n")
    assert nyala(json.loads(terisi("versi", "--json")[1]))[2]


def test_rolling_back_lists_the_versions_and_keeps_its_reason(terisi):
    assert nyala(json.loads(terisi("pulihkan", 1, "--catatan", "salah berkas", "--json")[1])) == {2: False, 1: True}
    assert "catatan: salah berkas" in terisi("log")[1].splitlines()[0]


def test_a_note_of_broken_letters_is_kept_as_it_can_be(terisi, berkas):
    assert terisi("impor", berkas["c"], "--catatan", "rusak \udcff")[0] == 0
    assert json.loads(terisi("versi", "--json")[1])["versi"][0]["catatan"] == "rusak ?"


def test_the_log_is_one_json_object_newest_first(terisi):
    log = tanpa_unggah(json.loads(terisi("log", "--json")[1])["log"])
    assert [b["peristiwa"] for b in log] == ["terbit", "terbit"]
    assert re.fullmatch(WIB, log[0]["waktu"])


# --- kunci ------------------------------------------------------------------------------------------------------------


def test_a_year_is_locked_listed_and_unlocked(terisi, berkas):
    assert terisi("kunci") == (0, "", "")
    kode, keluar, _ = terisi("kunci", 2024, "--catatan", "audit BPK")
    assert (kode, keluar.startswith("2024 Tahunan: dikunci "), keluar.endswith(": audit BPK\n")) == (0, True, True)
    assert terisi("impor", berkas["c"])[0] == 1
    assert terisi("pulihkan", 1)[0] == 1
    assert terisi("buka-kunci", 2024) == (0, "Tahunan 2024 dibuka\n", "")
    assert terisi("impor", berkas["c"])[0] == 0


def test_what_is_not_locked_or_no_year_is_said(terisi):
    assert terisi("buka-kunci", 2024) == (1, "", "Kunci Tahunan 2024 tidak ada\n")
    assert terisi("kunci", 20244) == (1, "", "Tahun 20244 tidak ada\n")


# --- backup -----------------------------------------------------------------------------------------------------------


def test_a_backup_restores_the_same_versions_bytes_and_next_number(terisi, berkas, tmp_path, url):
    nama = tmp_path / "cadangan 100% a?b#c.db"
    assert terisi("cadangkan", "-o", nama)[0] == 0
    assert nama.is_file()
    baru = f"sqlite:///{tmp_path / 'baru' / 'gudang.db'}"
    assert terisi("pulihkan-cadangan", nama, "--ke", baru) == (0, f"2 versi dipulihkan dari {nama}\n", "")
    asal, tujuan = Gudang(buka_mesin(url)), Gudang(buka_mesin(baru))
    assert tujuan.versi() == asal.versi()
    assert tujuan.asli(1) == (("a.xlsx", berkas["a"].read_bytes()),)
    assert tujuan.lembar(2) == lembar(buku(1))
    assert (tujuan.aktif(), tujuan.log()) == (2, asal.log())


def test_a_backup_never_overwrites_a_file(terisi, tmp_path):
    ada = tmp_path / "penting.db"
    ada.write_text("penting")
    kode, _, galat = terisi("cadangkan", "-o", ada)
    assert kode == 2  # wrong use, as for every command that writes a file
    assert f"Galat: berkas {ada} sudah ada. Pilih nama lain, atau tambahkan --timpa" in galat
    assert ada.read_text() == "penting"


def test_a_backup_into_no_folder_is_refused_in_words(terisi, tmp_path):
    (tmp_path / "berkas").write_text("")
    kode, _, galat = terisi("cadangkan", "-o", tmp_path / "berkas" / "cadangan.db")
    assert (kode, galat.count("\n")) == (1, 1)


def test_restoring_into_a_filled_store_is_refused(terisi, tmp_path):
    terisi("cadangkan", "-o", tmp_path / "cadangan.db")
    kode, _, galat = terisi("pulihkan-cadangan", tmp_path / "cadangan.db")
    assert (kode, galat) == (1, "Gudang tujuan sudah berisi versi. Pilih gudang tujuan yang kosong.\n")
    assert len(json.loads(terisi("versi", "--json")[1])["versi"]) == 2


def test_a_store_that_refused_an_import_or_was_locked_can_still_be_restored_into(terisi, berkas, tmp_path, monkeypatch):
    terisi("cadangkan", "-o", tmp_path / "cadangan.db")
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path / 'baru.db'}")
    assert terisi("impor", berkas["salah"])[0] == 1
    assert terisi("kunci", 2024)[0] == 0
    assert terisi("pulihkan-cadangan", tmp_path / "cadangan.db")[0] == 0
    peristiwa = [b["peristiwa"] for b in tanpa_unggah(json.loads(terisi("log", "--json")[1])["log"])]
    assert peristiwa == ["kunci", "tolak", "terbit", "terbit"]


@pytest.mark.parametrize("isi", [None, b"", b"bukan cadangan" * 100], ids=["absent", "empty", "another file"])
def test_what_is_no_backup_is_refused_and_left_as_it_is(jalan, tmp_path, isi):
    berkas = tmp_path / "cadangan.db"
    if isi is not None:
        berkas.write_bytes(isi)
    kode, keluar, galat = jalan("pulihkan-cadangan", berkas)
    assert (kode, keluar, galat.count("\n")) == (1, "", 1)
    assert (berkas.read_bytes() if berkas.exists() else None) == isi


def test_a_workbook_is_no_backup(jalan, berkas):
    sebelum = berkas["a"].read_bytes()
    assert jalan("pulihkan-cadangan", berkas["a"])[0] == 1
    assert berkas["a"].read_bytes() == sebelum
