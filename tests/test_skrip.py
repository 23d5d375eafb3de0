"""script/test itself: all of it runs whatever fails, results come last, no fault and no signal leaves anything behind.

The programs it starts are stand-ins here; the scripts are the real ones, in a folder of their own.
"""

import os
import re
import shutil
import signal
import subprocess
import time
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
*"-m pip install"*) exit "${PIP:-0}" ;;
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
    isi |= {"PATH": f"{kerja / 'bin'}:{isi['PATH']}", "TMPDIR": str(kerja / "sementara")}
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


def test_without_a_network_at_the_first_run_no_half_environment_stays(kerja):
    shutil.rmtree(kerja / "proyek" / ".venv")
    _program(kerja / "bin" / "buat", PYTHON)
    isi = '#!/bin/sh\ncase "$*" in "-m venv"*) mkdir -p "$4/bin" && cp "${0%/*}/buat" "$4/bin/python" ;; esac\n'
    _program(kerja / "bin" / "python3", isi)
    selesai = jalankan(kerja, PIP="1")
    assert selesai.returncode == 1
    assert "Pustaka gagal dipasang. Periksa sambungan ke indeks paket Python" in selesai.stderr
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
