"""The command line as its users meet it: its exit code, what it prints, and never a traceback.

Each command runs as a process of its own at least once; the rest calls its entry point, with the same streams.
"""

import io
import json
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module

import pytest
from berkas_buruk import BERKAS_BURUK, SEL_DI_LUAR, berkas_berisi, bom_zip
from openpyxl import load_workbook
from pembangun import BUKU_KECIL as B
from pembangun import Galat, tambah_baris, tanpa_lembar, tulis, ubah

from kinerja import __version__
from kinerja.buku.muat import muat
from kinerja.buku.templat.pengenal import JUDUL_NAMA
from kinerja.dataset import Dataset
from kinerja.model.kolom import Jenis
from kinerja.model.skema import ISI_PROFIL, PROFIL, SEMUA_LEMBAR
from kinerja.pemasangan import AKAR
from kinerja.perintah.buku import hasil_hitung
from kinerja.perintah.daftar import DAFTAR, BarisPerintah, akar
from kinerja.perintah.utama import main

NAMA_ANEH = ("\u202etxt.xlsx", "\U0001f600 a'b;c $(x).xlsx", "-x.xlsx", "\udcff.xlsx")
BAHASA_CLICK = re.compile(r"usage|options|arguments|commands|error|missing|invalid|such|required|show|try ", re.I)
"""Words of click's own texts, none of them Indonesian."""
PERIKSA = {"sah", "jumlah_baris", "temuan"}
TEMUAN = {"tingkat", "lembar", "sel", "kolom", "pesan", "saran"}
CAPAIAN = {
    "kode_opd",
    "opd",
    "kode_indikator",
    "indikator",
    "tingkat",
    "sasaran",
    "tahun",
    "periode",
    "satuan",
    "arah",
    "target",
    "realisasi",
    "target_angka",
    "realisasi_angka",
    "capaian_persen",
    "status",
    "predikat",
    "capaian_dilaporkan",
    "predikat_dilaporkan",
    "sumber",
}
ANGGARAN = {"kode_opd", "opd", "tahun", "pagu", "realisasi", "serapan_persen"}
REGIONAL = {"indikator", "wilayah", "tingkat", "tahun", "nilai", "satuan"}


def wajar(selesai):
    """Hold what every run must hold: exit 0, 1 or 2, and no traceback."""
    assert "Traceback" not in selesai.stderr + selesai.stdout, selesai.stderr
    assert selesai.returncode in (0, 1, 2), selesai.stderr
    return selesai


def proses(*argumen, **lingkungan):
    """Run `python -m kinerja`."""
    perintah = [sys.executable, "-m", "kinerja", *map(os.fsencode, argumen)]
    lingkungan = {**os.environ, "PYTHONIOENCODING": "utf-8", **lingkungan}
    pilihan = {"capture_output": True, "encoding": "utf-8", "errors": "replace", "check": False}
    return wajar(subprocess.run(perintah, cwd=AKAR, env=lingkungan, **pilihan))


def jalankan(*argumen, **lingkungan):
    """Do what that process does without starting one: an error that is not caught fails the test itself."""
    keluar, galat = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as mp, redirect_stdout(keluar), redirect_stderr(galat):
        mp.chdir(AKAR)
        for nama, nilai in lingkungan.items():
            mp.setenv(nama, nilai)
        kode = main([str(a) for a in argumen])
    teks = []
    for aliran in (keluar, galat):
        aliran.flush()
        teks.append(aliran.buffer.getvalue().decode())
    return wajar(subprocess.CompletedProcess(argumen, kode, *teks))


def jalankan_json(*argumen):
    selesai = jalankan(*argumen, "--json")
    assert selesai.stderr == ""
    return json.loads(selesai.stdout)


@pytest.fixture(scope="module")
def sah(tmp_path_factory):
    isi = tambah_baris(B, "Capaian", ["UHH", 2023, None, "72,5", None, "-"])
    isi = tambah_baris(isi, "Anggaran", ["KAB", 2023, None, None, "Program Umum", None, None, 2000, 1500])
    return tulis(isi, tmp_path_factory.mktemp("sah") / "buku.xlsx")


@pytest.fixture(scope="module")
def hasil(sah):
    return jalankan_json("hitung", sah)


@pytest.fixture(scope="module")
def salah(tmp_path_factory):
    isi = ubah(B, "Capaian", D2="81,48 /60", D3="81,48 /60", J2="oleh 196801011990031001")
    return tulis(isi, tmp_path_factory.mktemp("salah") / "buku.xlsx")


# --- exit codes and wrong use -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "argumen",
    [
        (),
        ("entah",),
        ("periksa",),
        ("hitung", "a.xlsx", "--tahun", "dua ribu"),
        ("hitung", "a.xlsx", "--entah"),
        ("hitung", "a.xlsx", "--tahun"),
        ("hitung", "a.xlsx", "--json=ya"),
        ("hitung", "a.xlsx", "b.xlsx"),
        ("--",),
    ],
    ids=" ".join,
)
def test_wrong_use_exits_2_and_says_how_in_indonesian(argumen):
    selesai = (jalankan if argumen else proses)(*argumen)
    assert selesai.returncode == 2
    assert selesai.stderr.startswith("Pemakaian: python -m kinerja ")
    assert not BAHASA_CLICK.search(selesai.stderr)
    assert selesai.stdout == ""


@pytest.mark.parametrize(
    ("argumen", "galat"),
    [
        (("entah",), "perintah entah tidak dikenal. Pilihannya: periksa, hitung, "),
        (("periksa",), "argumen FILE wajib diisi."),
        (("templat",), "opsi -o / --keluaran wajib diisi."),
        (("hitung", "a.xlsx", "--tahun", "dua ribu"), "nilai opsi --tahun harus berupa bilangan bulat."),
        (("kunci", "2024", "--periode", "TW V"), "nilai opsi --periode tidak dikenal. Pilihannya: Tahunan, TW I, "),
        (("hitung", "a.xlsx", "--entah"), "opsi --entah tidak dikenal."),
        (("hitung", "a.xlsx", "--tahun"), "opsi --tahun memerlukan nilai."),
        (("hitung", "a.xlsx", "--json=ya"), "opsi --json tidak memakai nilai."),
        (("hitung", "a.xlsx", "b.xlsx"), "argumennya terlalu banyak."),
        (("--",), "sebutkan sebuah perintah."),
    ],
    ids=lambda isi: " ".join(isi) if isinstance(isi, tuple) else "",
)
def test_wrong_use_names_the_fault(argumen, galat):
    assert jalankan(*argumen).stderr.splitlines()[-1].startswith(f"Galat: {galat}")


@pytest.mark.parametrize("argumen", [("--help",), *((nama, "-h") for nama in DAFTAR)], ids=" ".join)
def test_help_is_indonesian_and_exits_0(argumen):
    selesai = jalankan(*argumen)
    assert (selesai.returncode, selesai.stderr) == (0, "")
    assert selesai.stdout.startswith("Pemakaian: python -m kinerja ")
    assert not BAHASA_CLICK.search(selesai.stdout)
    assert DAFTAR.get(argumen[0], BarisPerintah("", "Dasbor Kinerja")).bantuan in " ".join(selesai.stdout.split())


def test_the_program_names_its_version():
    assert jalankan("--version").stdout == f"Dasbor Kinerja {__version__}\n"


def test_the_help_lists_every_command_and_imports_none():
    kode = (
        "import sys; from kinerja.perintah.utama import main; main(['--help']); "
        "print([m for m in sys.modules if m.startswith(('kinerja.dataset', 'kinerja.gudang', 'kinerja.perintah.'))])"
    )
    selesai = subprocess.run([sys.executable, "-c", kode], cwd=AKAR, capture_output=True, text=True, check=True)
    assert [n for n in DAFTAR if f"\n  {n} " not in selesai.stdout] == []
    assert selesai.stdout.splitlines()[-1] == str([f"kinerja.perintah.{m}" for m in ("bahasa", "daftar", "utama")])


def test_the_list_of_commands_and_their_modules_agree():
    for baris in DAFTAR.values():
        import_module(f"kinerja.perintah.{baris.modul}")
    assert set(akar.commands) == set(DAFTAR)
    for nama, satu in akar.commands.items():
        assert satu.callback.__module__ == f"kinerja.perintah.{DAFTAR[nama].modul}"


@pytest.mark.parametrize("perintah", ["periksa", "hitung"])
def test_a_valid_workbook_exits_0(sah, perintah):
    selesai = proses(perintah, sah)
    assert (selesai.returncode, selesai.stderr) == (0, "")


@pytest.mark.parametrize("perintah", ["periksa", "hitung"])
def test_an_invalid_workbook_exits_1_with_its_findings(salah, perintah):
    selesai = proses(perintah, salah)
    assert selesai.returncode == 1
    assert "Capaian D2" in selesai.stdout


def test_a_workbook_with_warnings_only_exits_0(tmp_path):
    selesai = jalankan("periksa", tulis(ubah(B, "Capaian", K1="Warna"), tmp_path / "buku.xlsx"))
    assert selesai.returncode == 0
    assert "[peringatan] Capaian K1" in selesai.stdout


# --- periksa ----------------------------------------------------------------------------------------------------------


def test_periksa_prints_one_json_object_with_the_promised_keys(salah):
    isi = jalankan_json("periksa", salah)
    assert set(isi) >= PERIKSA
    assert isi["sah"] is False
    assert isi["jumlah_baris"]["Capaian"] == 3
    assert [set(t) >= TEMUAN for t in isi["temuan"]] == [True] * 3


def test_periksa_groups_nothing_in_json(salah):
    galat = [t for t in jalankan_json("periksa", salah)["temuan"] if t["tingkat"] == "galat"]
    assert [(t["lembar"], t["sel"], t["kolom"]) for t in galat] == [
        ("Capaian", "D2", "Target"),
        ("Capaian", "D3", "Target"),
    ]


def test_periksa_cuts_nothing_in_json(tmp_path):
    isi = ubah(B, "Capaian", **{f"B{n}": 20244 for n in range(2, 302)})
    temuan = jalankan_json("periksa", tulis(isi, tmp_path / "buku.xlsx"))["temuan"]
    assert sum(t["kolom"] == "Tahun" for t in temuan) == 300


def test_periksa_tells_people_alike_faults_once_galat_before_peringatan(salah):
    kepala, galat, peringatan = jalankan("periksa", salah).stdout.splitlines()
    assert "2 galat, 1 peringatan" in kepala
    assert galat.startswith("[galat] Capaian D2, D3: ")
    assert peringatan.startswith("[peringatan] Capaian J2: ")


def test_periksa_of_a_valid_workbook_says_so(sah):
    isi = jalankan_json("periksa", sah)
    assert (isi["sah"], isi["temuan"], isi["jumlah_baris"]["Kutipan"]) == (True, [], 3)


@pytest.mark.parametrize("nama", BERKAS_BURUK)
def test_periksa_of_a_file_that_is_no_workbook_says_so_once(berkas_jadi, nama):
    selesai = jalankan("periksa", berkas_jadi(BERKAS_BURUK[nama][0]))
    assert (selesai.returncode, selesai.stderr) == (1, "")
    assert [b.startswith("[galat] ") for b in selesai.stdout.splitlines() if b.startswith("[")] == [True]


@pytest.mark.parametrize("perintah", ["periksa", "hitung"])
def test_a_file_that_is_no_workbook_is_told_in_one_line(berkas_jadi, perintah):
    assert len(jalankan(perintah, berkas_jadi(berkas_berisi(b"PK"))).stdout.splitlines()) == 1


@pytest.mark.parametrize(("pembuat", "harapan"), SEL_DI_LUAR.values(), ids=SEL_DI_LUAR)
def test_periksa_of_a_sheet_beyond_the_limits_names_the_cell_and_nothing_else(berkas_jadi, pembuat, harapan):
    """CASES 9 asks for 5 seconds; a clock is no test, so only the finding is held."""
    temuan = jalankan_json("periksa", berkas_jadi(pembuat))["temuan"]
    assert [f"{t['lembar']}!{t['sel']}" for t in temuan] == [harapan]
    assert "di luar batas 200000 baris dan 200 kolom" in temuan[0]["pesan"]


@pytest.mark.parametrize("berkas", ["tidak ada.xlsx", ".", "x" * 300 + ".xlsx", "\udcff.xlsx"], ids=ascii)
def test_periksa_of_no_file_is_told_in_words(berkas):
    selesai = jalankan("periksa", berkas)
    assert selesai.returncode == 1
    assert selesai.stdout + selesai.stderr


@pytest.mark.parametrize("nama", NAMA_ANEH, ids=ascii)
def test_a_strange_file_name_does_no_harm(tmp_path, nama):
    assert proses("periksa", tulis(B, tmp_path / nama)).returncode == 0


def test_a_terminal_that_knows_few_letters_does_no_harm(tmp_path):
    berkas = tulis(ubah(B, "Capaian", D2="\u2192 \U0001f600"), tmp_path / "buku.xlsx")
    assert proses("periksa", berkas, PYTHONIOENCODING="cp1252").returncode == 1


@pytest.mark.parametrize(
    "lingkungan", [{"KINERJA_MAKS_MEMORI": str(1024**2)}, {"KINERJA_MAKS_DETIK": "0"}], ids=["memory", "time"]
)
def test_a_reading_child_that_does_not_finish_is_told_in_words(sah, lingkungan):
    selesai = proses("periksa", sah, **lingkungan)
    assert selesai.returncode == 1
    assert "tidak selesai dibaca" in selesai.stdout


def test_a_limit_that_is_no_number_is_told_in_words(sah):
    assert "KINERJA_MAKS_BARIS" in jalankan("periksa", sah, KINERJA_MAKS_BARIS="banyak").stderr


def test_limits_can_be_set(sah):
    assert "di luar batas 2 baris" in jalankan("periksa", sah, KINERJA_MAKS_BARIS="2").stdout


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this platform does not tell a process's memory")
def test_a_zip_bomb_is_refused_before_it_is_unpacked(berkas_jadi):
    naik = _memori("periksa", berkas_jadi(bom_zip)) - _memori("periksa", berkas_jadi(berkas_berisi(b"")))
    assert naik < 50 * 1024**2


def _memori(*argumen):
    anak = subprocess.Popen([sys.executable, "-m", "kinerja", *argumen], cwd=AKAR, stdout=subprocess.DEVNULL)
    _, _, pakai = os.wait4(anak.pid, 0)
    anak.returncode = 1
    return pakai.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


# --- hitung -----------------------------------------------------------------------------------------------------------


def test_hitung_prints_one_json_object_with_the_promised_keys(hasil):
    assert set(hasil) >= {"capaian", "anggaran", "regional"}
    assert all(set(c) >= CAPAIAN for c in hasil["capaian"])
    assert all(set(a) >= ANGGARAN for a in hasil["anggaran"])
    assert all(set(r) >= REGIONAL for r in hasil["regional"])
    assert (len(hasil["capaian"]), len(hasil["anggaran"]), len(hasil["regional"])) == (4, 2, 2)


def test_hitung_gives_text_as_read_and_numbers_as_numbers(hasil):
    uhh = hasil["capaian"][0]
    assert (uhh["target"], uhh["realisasi"]) == ("72,93", "72,97")
    assert (uhh["target_angka"], uhh["realisasi_angka"]) == (72.93, 72.97)
    assert round(uhh["capaian_persen"], 2) == 100.05
    assert (uhh["status"], uhh["predikat"]) == ("Melebihi target", "Sangat Tinggi")
    assert (uhh["kode_opd"], uhh["opd"], uhh["periode"]) == ("KAB", "Pemerintah Kabupaten Contoh", "Tahunan")


def test_hitung_gives_null_where_nothing_can_be_computed(hasil):
    opini, lalu = hasil["capaian"][1], hasil["capaian"][3]
    assert (opini["capaian_persen"], opini["predikat"], opini["target_angka"]) == (None, None, None)
    assert (opini["status"], opini["capaian_dilaporkan"]) == ("Tidak tercapai", "Tidak tercapai")
    assert (lalu["realisasi_angka"], lalu["capaian_persen"], lalu["status"]) == (None, None, None)


def test_hitung_gives_rupiah_as_numbers_each_counted_once(hasil):
    dinkes = next(a for a in hasil["anggaran"] if a["kode_opd"] == "DINKES")
    assert (dinkes["opd"], dinkes["tahun"]) == ("Dinas Kesehatan", 2024)
    assert (dinkes["pagu"], dinkes["realisasi"], dinkes["serapan_persen"]) == (1000, 890, 89)


def test_hitung_gives_the_target_that_is_calculated_with(tmp_path):
    berkas = tulis(ubah(B, "Capaian", D4="12/60", E4=60), tmp_path / "buku.xlsx")
    imun = jalankan_json("hitung", berkas)["capaian"][2]
    assert (imun["target"], imun["target_angka"], imun["capaian_persen"]) == ("12/60", 60, 150)


@pytest.mark.parametrize(
    ("opd", "tahun", "capaian", "anggaran"),
    [
        ("KAB", None, [("UHH", 2024), ("OPINI", 2024), ("UHH", 2023)], [("KAB", 2023)]),
        (" dinkes ", None, [("IMUN", 2024)], [("DINKES", 2024)]),
        (None, 2023, [("UHH", 2023)], [("KAB", 2023)]),
        ("KAB", 2024, [("UHH", 2024), ("OPINI", 2024)], []),
        ("ENTAH", None, [], []),
        (None, 1999, [], []),
    ],
)
def test_hitung_takes_filters(sah, opd, tahun, capaian, anggaran):
    isi = hasil_hitung(Dataset(muat(sah).buku), opd, tahun)
    assert [(c["kode_indikator"], c["tahun"]) for c in isi["capaian"]] == capaian
    assert [(a["kode_opd"], a["tahun"]) for a in isi["anggaran"]] == anggaran


def test_hitung_takes_both_filters_from_the_command_line(sah):
    isi = jalankan_json("hitung", sah, "--opd", "KAB", "--tahun", "2024")
    assert [c["kode_indikator"] for c in isi["capaian"]] == ["UHH", "OPINI"]
    assert (isi["anggaran"], len(isi["regional"])) == ([], 2)


def test_hitung_filters_regional_by_year(sah):
    assert hasil_hitung(Dataset(muat(sah).buku), tahun=2023)["regional"] == []


def test_hitung_of_an_invalid_workbook_prints_the_findings_of_periksa(salah):
    assert jalankan_json("hitung", salah) == jalankan_json("periksa", salah)


def test_hitung_of_the_required_sheets_alone_has_no_budget_and_no_regions(tmp_path):
    isi = tanpa_lembar(ubah(B, "OPD", E3=None), *(s.nama for s in SEMUA_LEMBAR if not s.wajib))
    hasil = jalankan_json("hitung", tulis(isi, tmp_path / "buku.xlsx"))
    assert (len(hasil["capaian"]), hasil["anggaran"], hasil["regional"]) == (3, [], [])


# --- templat ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def templat(tmp_path_factory):
    berkas = tmp_path_factory.mktemp("templat") / "folder baru" / "templat.xlsx"
    assert proses("templat", "-o", berkas).returncode == 0
    return berkas


@pytest.fixture(scope="module")
def buku_templat(templat):
    return load_workbook(templat)


def test_the_template_lacks_rows_and_nothing_else(templat):
    """One finding for the whole file: an empty template that comes back is no workbook without changes."""
    (temuan,) = jalankan_json("periksa", templat)["temuan"]
    assert (temuan["lembar"], temuan["tingkat"]) == ("", "galat")
    assert "Templat ini belum diisi. Tidak satu baris pun terbaca" in temuan["pesan"]
    assert "Isi mulai baris 2 pada lembar OPD, lalu Indikator, lalu Capaian; lembar Petunjuk" in temuan["saran"]
    assert all(f"{s.nama} (kosong)" in temuan["pesan"] for s in SEMUA_LEMBAR)


@pytest.mark.parametrize("lembar", SEMUA_LEMBAR, ids=lambda s: s.nama)
def test_the_template_has_every_column_under_a_frozen_header(buku_templat, lembar):
    ws = buku_templat[lembar.nama]
    assert tuple(judul_milik(ws)) == lembar.judul
    assert ws.freeze_panes == "A2"


def judul_milik(ws):
    """Return the header cells by header, without the names beside codes, which are for the eye only."""
    return {s.value: s for s in ws[1] if s.value not in JUDUL_NAMA.values()}


@pytest.mark.parametrize("lembar", SEMUA_LEMBAR, ids=lambda s: s.nama)
def test_the_template_explains_every_column_in_a_comment(buku_templat, lembar):
    for sel, kolom in zip(judul_milik(buku_templat[lembar.nama]).values(), lembar.kolom, strict=True):
        assert kolom.bantuan in sel.comment.text
        assert ("Wajib diisi" in sel.comment.text) == kolom.wajib


@pytest.mark.parametrize("lembar", SEMUA_LEMBAR, ids=lambda s: s.nama)
def test_the_template_has_a_dropdown_for_every_list(buku_templat, lembar):
    aturan = buku_templat[lembar.nama].data_validations.dataValidation
    pilihan = {a.formula1.strip('"') for a in aturan if a.type == "list" and a.formula1.startswith('"')}
    kunci = ISI_PROFIL if lembar is PROFIL else ()
    assert pilihan == {",".join(k.pilihan) for k in (*lembar.kolom, *kunci) if k.pilihan}
    assert all(len(p) <= 255 for p in pilihan), "Excel refuses a longer list"


@pytest.mark.parametrize("lembar", SEMUA_LEMBAR, ids=lambda s: s.nama)
def test_the_template_keeps_values_as_text_and_money_as_a_number(buku_templat, lembar):
    """And every code: Excel makes 1.1 of 1.10, and 0 of 000."""
    ws = buku_templat[lembar.nama]
    for nama, sel in judul_milik(ws).items():
        jenis = lembar.cari(nama).jenis
        kode = jenis is Jenis.TEKS and (nama.startswith("Kode ") or nama in lembar.kunci)
        assert ws.cell(2, sel.column).number_format == "@" or not (
            kode or jenis in (Jenis.NILAI, Jenis.APA_ADANYA, Jenis.CAPAIAN)
        )
        assert (ws.column_dimensions[sel.column_letter].number_format == "@") == (
            jenis in (Jenis.TEKS, Jenis.NILAI, Jenis.APA_ADANYA, Jenis.CAPAIAN)
        )


def test_a_filled_template_is_valid(templat, tmp_path):
    buku = load_workbook(templat)
    for nama, tabel in B.items():
        letak = {s.value: s.column for s in buku[nama][1]}
        for nomor, baris in enumerate(tabel[1:], 2):
            for judul, nilai in zip(tabel[0], baris, strict=False):
                buku[nama].cell(nomor, letak[judul]).value = nilai
    buku.save(tmp_path / "terisi.xlsx")
    assert jalankan_json("periksa", tmp_path / "terisi.xlsx")["temuan"] == []


def test_a_template_that_cannot_be_written_is_told_in_words(tmp_path):
    (tmp_path / "berkas").write_text("x")
    selesai = jalankan("templat", "-o", tmp_path / "berkas" / "templat.xlsx")
    assert selesai.returncode == 1
    assert "tidak dapat" in selesai.stderr


# --- bangun -----------------------------------------------------------------------------------------------------------

CSV_BURUK = {
    "no folder": {},
    "no CSV of ours": {"lain.csv": "a,b\n"},
    "an empty CSV": {"opd.csv": ""},
    "an unknown column": {"opd.csv": "Kode OPD,Warna\nKAB,merah\n"},
    "a row too long": {"profil.csv": "Kunci,Nilai\nProvinsi,Contoh,lebih\n"},
    "text for money": {"anggaran.csv": "Kode OPD,Tahun,Pagu\nKAB,2024,banyak\n"},
    "not UTF-8": {"profil.csv": "Kunci,Nilai\nProvinsi,\udcff\n"},
}


@pytest.mark.parametrize("berkas", CSV_BURUK.values(), ids=CSV_BURUK)
def test_bangun_of_bad_csv_is_told_in_words(tmp_path, berkas):
    for nama, isi in berkas.items():
        (tmp_path / nama).write_bytes(os.fsencode(isi))
    folder = tmp_path if berkas else tmp_path / "tidak ada"
    selesai = jalankan("bangun", folder, "-o", tmp_path / "buku.xlsx")
    assert selesai.returncode == 1
    assert selesai.stderr


def test_bangun_writes_text_that_begins_like_a_formula_as_text(tmp_path):
    (tmp_path / "profil.csv").write_text("Kunci,Nilai\nProvinsi,=1+1\nWilayah,+62\n")
    assert proses("bangun", tmp_path, "-o", tmp_path / "buku.xlsx").returncode == 0
    sel = load_workbook(tmp_path / "buku.xlsx")["Profil"]["B2"]
    assert (sel.value, sel.data_type) == ("=1+1", "s")


def test_an_error_cell_reaches_the_user_with_its_address(tmp_path):
    selesai = jalankan("periksa", tulis(ubah(B, "Regional", F2=Galat("#N/A")), tmp_path / "buku.xlsx"))
    assert "Regional F2: Rumus menghasilkan galat #N/A" in selesai.stdout
