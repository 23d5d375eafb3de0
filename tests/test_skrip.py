"""script/test runs all whatever fails, results come last, no fault and no signal leaves anything behind; script/run
says what it installs and how far it is.

The programs it starts are stand-ins here; the scripts are the real ones, in a folder of their own.
"""

import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from hashlib import sha256

import psutil
import pytest

from kinerja.pemasangan import AKAR

PYTHON = r"""#!/bin/sh
# A stand-in for the environment's Python: what it is asked goes into a list, what it says is in the environment.
printf '%s\n' "$*" >>"$CATATAN"
case "$*" in
*"ruff check"*) exit "${RUFF:-0}" ;;
*"-m mypy"*) exit "${MYPY:-0}" ;;
*"-m pip install"*)
    [ "${PIP:-0}" != lama ] || exec sleep 300
    printf "$KATA_PIP" && exit "${PIP:-0}"
    ;;
*"--format=total"*) echo 97.1 && exit 0 ;;
*"--fail-under=95"*) exit "${CAKUPAN:-0}" ;;
*"-m pytest"*"-n 0 tests/browser"*) isi=$PERAMBAN ;;
*"-m pytest"*) isi=$LUAR ;;
"- "*) exec python3 "$@" ;;
*) exit 0 ;;
esac
if [ "$isi" = lama ]; then
    (cd "$TMPDIR" && exec sleep 300) &
    touch "$TMPDIR/berkas"
    echo mulai
    wait
fi
for a; do case "$a" in --junitxml=*) laporan=${a#*=} ;; esac; done
set -- $isi
[ -z "$2" ] || echo "<x><testsuite tests='$2' failures='$3' errors='$4' skipped='$5'/></x>" >"$laporan"
exit "$1"
"""
BAIK = {"LUAR": "0 10 0 0 2", "PERAMBAN": "0 5 0 0 0"}
"""Exit code, and what stands in the report: tests, failures, errors, skipped."""
CAP = ".terpasang-requirements-dev.txt"


@pytest.fixture
def kerja(tmp_path):
    """A checkout with nothing but the scripts, and an environment of stand-ins that counts as complete."""
    shutil.copytree(AKAR / "script", tmp_path / "proyek" / "script")
    for nama in ("requirements.txt", "requirements-dev.txt", "requirements.lock"):
        (tmp_path / "proyek" / nama).write_text("")
    _program(tmp_path / "proyek" / ".venv" / "bin" / "python", PYTHON)
    (tmp_path / "proyek" / ".venv" / "pyvenv.cfg").write_text("")
    (tmp_path / "proyek" / ".venv" / CAP).write_text(f"{sha256().hexdigest()}  -\n")
    for nama in ("chromium", "nginx"):
        _program(tmp_path / "bin" / nama, "#!/bin/sh\n")
    for nama in ("apt-get", "apt-cache", "sudo"):  # a test never installs anything
        _program(tmp_path / "bin" / nama, "#!/bin/sh\nexit 1\n")
    (tmp_path / "sementara").mkdir()
    return tmp_path


def _program(berkas, isi):
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi)
    berkas.chmod(0o755)


def lingkungan(kerja, **lain):
    isi = {k: v for k, v in os.environ.items() if not k.startswith("KINERJA_")}
    isi |= {"PATH": f"{kerja / 'bin'}:{isi['PATH']}", "TMPDIR": str(kerja / "sementara"), "KATA_PIP": ""}
    return isi | {"CATATAN": str(kerja / "catatan")} | BAIK | lain


def jalankan(kerja, *argumen, **lain):
    perintah = [kerja / "proyek" / "script" / "test", *argumen]
    pilihan = {"capture_output": True, "text": True, "check": False, "timeout": 240}
    return subprocess.run(perintah, env=lingkungan(kerja, **lain), **pilihan)


def bersih(kerja):
    """Tell whether no file of a run is left, and no process."""
    sementara = str(kerja / "sementara")
    milik = [p for p in psutil.process_iter(["environ"]) if sementara in (p.info["environ"] or {}).get("TMPDIR", "")]
    return (os.listdir(sementara), milik) == ([], [])


def test_when_all_is_well_both_halves_are_counted_last_and_the_code_is_0(kerja):
    selesai = jalankan(kerja)
    assert selesai.stdout.splitlines()[-5:] == [
        "ruff: lulus",
        "format: lulus",
        "mypy: lulus",
        "luar-peramban: 8 passed, 0 failed, 2 skipped",
        "peramban: 5 passed, 0 failed, 0 skipped",
    ]
    assert (selesai.returncode, selesai.stderr) == (0, "")
    assert bersih(kerja)


@pytest.mark.parametrize(
    ("lain", "baris"),
    [
        ({"RUFF": "1"}, "ruff: gagal"),
        ({"MYPY": "1"}, "mypy: gagal"),
        ({"LUAR": "1 10 1 2 0"}, "luar-peramban: 7 passed, 3 failed, 0 skipped"),
        ({"PERAMBAN": "1 5 1 0 1"}, "peramban: 3 passed, 1 failed, 1 skipped"),
        ({"LUAR": "3"}, "luar-peramban: 0 passed, 1 failed, 0 skipped"),
        ({"LUAR": "2 10 0 0 0"}, "luar-peramban: 10 passed, 1 failed, 0 skipped"),
    ],
    ids=["lint", "types", "outside", "browser", "no report", "broken off"],
)
def test_whatever_fails_all_else_runs_and_the_code_is_1(kerja, lain, baris):
    selesai = jalankan(kerja, **lain)
    assert selesai.returncode == 1
    assert baris in selesai.stdout.splitlines()[-5:]
    diminta = (kerja / "catatan").read_text()
    for bagian in ("ruff check", "ruff format", "-m mypy", "--ignore=tests/browser", "-n 0 tests/browser"):
        assert bagian in diminta
    assert bersih(kerja)


def test_named_tests_run_alone_and_are_counted(kerja):
    selesai = jalankan(kerja, "tests/unit/nilai", "-k", "skala", LUAR="1 4 1 0 0")
    assert (selesai.returncode, selesai.stdout.splitlines()[-1]) == (1, "uji: 3 passed, 1 failed, 0 skipped")
    assert (kerja / "catatan").read_text().count("-m pytest") == 1


@pytest.mark.parametrize(("kode", "kata"), [(0, "lulus"), (1, "gagal")])
def test_what_the_tests_reach_is_told_before_the_counts_and_too_little_is_a_failure(kerja, kode, kata):
    selesai = jalankan(kerja, "--cakupan", CAKUPAN=str(kode))
    assert selesai.returncode == kode
    assert selesai.stdout.splitlines()[-6] == f"cakupan: {kata} (kinerja 97.1%, paling sedikit 95%)"
    diminta = (kerja / "catatan").read_text()
    assert "-m coverage run -m pytest" in diminta
    assert re.search(r"^-m pytest .*-n 0 tests/browser$", diminta, re.MULTILINE), "the browser's half is not measured"


# --- what is missing --------------------------------------------------------------------------------------------------


def test_a_temporary_folder_that_is_not_there_is_named(kerja):
    selesai = jalankan(kerja, TMPDIR=str(kerja / "hilang"))
    assert selesai.returncode == 1
    assert selesai.stderr == (
        f"Folder sementara {kerja / 'hilang'} tidak ada, penuh, atau tidak dapat ditulisi. "
        "Kosongkan, atau atur TMPDIR ke folder lain.\n"
    )
    assert not (kerja / "catatan").exists()


def test_a_full_temporary_folder_is_named_with_what_is_needed(kerja):
    _program(kerja / "bin" / "df", "#!/bin/sh\necho Filesystem\necho x 10 9 1 90% /tmp\n")
    selesai = jalankan(kerja)
    assert selesai.returncode == 1
    assert "hanya mempunyai ruang kosong 1 MB; diperlukan" in selesai.stderr
    assert not (kerja / "catatan").exists()
    assert bersih(kerja)


@pytest.fixture
def tanpa_venv(kerja):
    """The same checkout on a machine that has a Python and no environment yet."""
    shutil.rmtree(kerja / "proyek" / ".venv")
    _program(kerja / "bin" / "buat", PYTHON)
    buat = 'mkdir -p "$4/bin" && cp "${0%/*}/buat" "$4/bin/python" && touch "$4/pyvenv.cfg"'
    _program(kerja / "bin" / "python3", f'#!/bin/sh\ncase "$*" in "-m venv"*) {buat} ;; esac\n')
    return kerja


def test_without_a_network_at_the_first_run_no_half_environment_stays(tanpa_venv):
    kerja = tanpa_venv
    ucapan = "Collecting babel==2.18.0\nERROR: No matching distribution found for babel==2.18.0\n"
    selesai = jalankan(kerja, PIP="1", KATA_PIP=ucapan * 20)
    assert selesai.returncode == 1
    assert "Pustaka gagal dipasang. Periksa sambungan ke indeks paket Python" in selesai.stderr
    assert "    ERROR: No matching distribution found for babel==2.18.0" in selesai.stderr
    assert selesai.stderr.count("babel") == 5, "the last words of pip, not all of them"
    assert not (kerja / "proyek" / ".venv").exists()
    assert bersih(kerja)


def test_an_environment_that_was_complete_stays_when_a_new_package_cannot_be_had(kerja):
    (kerja / "proyek" / ".venv" / CAP).write_text("lama\n")
    assert jalankan(kerja, PIP="1").returncode == 1
    assert (kerja / "proyek" / ".venv" / "bin" / "python").exists()


def test_a_user_without_rights_is_told_every_missing_package_at_once(kerja):
    (kerja / "bin" / "chromium").unlink()
    (kerja / "bin" / "nginx").unlink()
    for nama in ("bash", "dirname", "mktemp", "df", "awk", "chmod", "grep", "find", "cut", "sort", "rm", "printf"):
        (kerja / "bin" / nama).symlink_to(shutil.which(nama))
    _program(kerja / "bin" / "id", "#!/bin/sh\necho 1000\n")
    selesai = jalankan(kerja, PATH=str(kerja / "bin"))
    assert selesai.returncode == 1
    paket = "chromium chromium-sandbox fonts-liberation fonts-dejavu-core"
    assert selesai.stderr.startswith(f"Belum terpasang. Pasang dahulu: sudo apt-get install {paket}")
    assert bersih(kerja)


# --- how far it is ----------------------------------------------------------------------------------------------------


def tanpa_detik(teks):
    return re.sub(r"\d+ detik", "N detik", teks)


def test_a_first_start_names_its_steps_and_a_later_one_only_the_address(tanpa_venv):
    proyek = tanpa_venv / "proyek"
    isi = lingkungan(tanpa_venv, KINERJA_PORT="1", KATA_PIP="Collecting babel==2.18.0\n" * 40)
    pilihan = {"env": isi, "capture_output": True, "text": True, "check": True, "timeout": 240}
    alamat = "Dasbor Kinerja: http://127.0.0.1:1 (hentikan dengan Ctrl+C)\n"
    assert tanpa_detik(subprocess.run([proyek / "script" / "run"], **pilihan).stderr) == (
        "Langkah 1 dari 4: mencari Python 3.11 atau lebih baru\n"
        f"  ada: {tanpa_venv / 'bin' / 'python3'}\n"
        f"Langkah 2 dari 4: membuat lingkungan Python di {proyek / '.venv'}\n"
        "  selesai, N detik\n"
        "Langkah 3 dari 4: memasang pustaka dari requirements.txt (sekali saja, beberapa menit)\n"
        "  selesai, N detik\n"
        f"Langkah 4 dari 4: menjalankan dasbor\n{alamat}"
    )
    assert subprocess.run([proyek / "script" / "run"], **pilihan).stderr == alamat
    (proyek / "requirements.lock").write_text("# lain\n")
    lagi = subprocess.run([proyek / "script" / "run"], **pilihan).stderr
    assert re.findall(r"Langkah (\d) dari (\d): (\w+)", lagi) == [("1", "2", "memasang"), ("2", "2", "menjalankan")]


def test_a_first_start_that_is_ended_says_so_and_leaves_no_half_environment(tanpa_venv):
    perintah, isi = [tanpa_venv / "proyek" / "script" / "run"], lingkungan(tanpa_venv, KINERJA_PORT="1", PIP="lama")
    proses = subprocess.Popen(perintah, env=isi, stderr=subprocess.PIPE, text=True, start_new_session=True)
    catatan, akhir = tanpa_venv / "catatan", time.monotonic() + 240
    while not (catatan.exists() and "-m pip install" in catatan.read_text()) and time.monotonic() < akhir:
        time.sleep(0.05)
    os.killpg(proses.pid, signal.SIGINT)
    assert proses.stderr.read().splitlines()[-1].startswith("Dihentikan; yang setengah jadi dibersihkan.")
    assert proses.wait(240) == 130
    assert not (tanpa_venv / "proyek" / ".venv").exists()


PIP_BERKATA = """Collecting babel==2.18.0
  Downloading babel-2.18.0-py3-none-any.whl (10.2 MB)
Requirement already satisfied: click in x (from y)
Installing collected packages: babel, click, lxml
Successfully installed babel-2.18.0"""
APT_BERKATA = """Reading package lists...
0 upgraded, 2 newly installed, 0 to remove and 3 not upgraded.
Get:1 http://x bookworm/main amd64 a [1 kB]
Get:2 http://x bookworm/main amd64 b [1 kB]
Unpacking a (1) ...
Unpacking b (1) ...
Setting up a (1) ..."""


def ikuti(kerja, ucapan, jumlah, stderr, **lain):
    """Let the scripts follow an installer of which every word is told at once."""
    perintah = f'set -euo pipefail; . script/siapkan.sh; SELANG=0; kerjakan {jumlah} printf "%s\n" "$UCAPAN"'
    isi = lingkungan(kerja, UCAPAN=ucapan, **lain)
    subprocess.run(["bash", "-c", perintah], cwd=kerja / "proyek", env=isi, stderr=stderr, check=True, timeout=240)


@pytest.mark.parametrize(
    ("ucapan", "baris"),
    [
        (PIP_BERKATA, ["diunduh 1 dari 59", "diunduh 2 dari 59", "dipasang 0 dari 3"]),
        (
            APT_BERKATA,
            [*(f"{t} {n} dari 2" for t in ("diunduh", "dibuka") for n in (1, 2)), "disiapkan 1 dari 2"],
        ),
    ],
    ids=["pip", "apt"],
)
def test_packages_are_counted_from_what_the_installer_says(kerja, ucapan, baris):
    with (kerja / "layar").open("w") as layar:
        ikuti(kerja, ucapan, 59 if ucapan is PIP_BERKATA else 0, layar)
    tertulis = [b.strip().partition(",")[0].removesuffix(" paket") for b in (kerja / "layar").read_text().splitlines()]
    # A second that goes by before the first word is told too.
    assert [b for b in dict.fromkeys(tertulis) if b != "berjalan"] == [*baris, "selesai"]


@pytest.mark.parametrize("jenis", ["xterm", "dumb"])
def test_a_terminal_gets_one_line_written_over_and_a_dumb_one_plain_lines(kerja, jenis):
    induk, anak = os.openpty()
    ikuti(kerja, PIP_BERKATA, 59, anak, TERM=jenis)
    os.close(anak)
    layar = ""
    with suppress(OSError):  # how Linux says that nobody holds the other side any more
        while potong := os.read(induk, 65536).decode():
            layar += potong
    os.close(induk)
    assert (layar.count("\n") == 1) is (jenis == "xterm")
    assert ("\r\x1b[K  diunduh 2 dari 59 paket, " in layar) is (jenis == "xterm")
    assert ("\x1b" in layar) is (jenis == "xterm")


# --- a signal ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("sinyal", "kode"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_run_that_is_ended_takes_its_processes_and_files_along(kerja, sinyal, kode):
    perintah = [kerja / "proyek" / "script" / "test"]
    isi = lingkungan(kerja, LUAR="lama")
    proses = subprocess.Popen(perintah, env=isi, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert proses.stdout.readline() == "mulai\n"
    proses.send_signal(sinyal)
    assert proses.wait(240) == kode
    akhir = time.monotonic() + 60
    while not bersih(kerja) and time.monotonic() < akhir:
        time.sleep(0.05)
    assert bersih(kerja)
