# shellcheck shell=bash
# What script/test and script/endurance share: a temporary folder of their own, parts that all run, results at the end, and
# nothing that stays behind. Sourced after siapkan.sh, never run.

RUANG_MB=1000
KERJA=""
KINI=""
HASIL=()
KODE=0
PYTEST=(-m pytest)
CAKUPAN_MIN=95

# Takes a folder of this run's own in the temporary folder; everything that the tests write outside of it is a fault.
siapkan_kerja() {
    local induk=${TMPDIR:-/tmp} ruang
    local saran="Kosongkan, atau atur TMPDIR ke folder lain."
    KERJA=$(mktemp -d "$induk/kinerja-suite.XXXXXX" 2>/dev/null) ||
        gagal "Folder sementara $induk tidak ada, penuh, atau tidak dapat ditulisi. $saran"
    saat_keluar bersihkan
    trap 'putus 129' HUP
    trap 'putus 130' INT
    trap 'putus 143' TERM
    ruang=$(df -Pm "$KERJA" | awk 'NR == 2 { print $4 }')
    [ "$ruang" -ge "$RUANG_MB" ] ||
        gagal "Folder sementara $induk hanya mempunyai ruang kosong $ruang MB; diperlukan $RUANG_MB MB. $saran"
    # PostgreSQL and nginx run as users of their own and must get through to what is theirs.
    chmod 711 "$KERJA"
    export TMPDIR=$KERJA
}

# Runs a command in a group of its own, so that a signal to this script reaches it at once.
di_grup() {
    local kode=0
    set -m
    "$@" </dev/null &
    KINI=$!
    set +m
    wait "$KINI" || kode=$?
    KINI=""
    return "$kode"
}

# periksa NAME COMMAND...: a check that passes or fails as a whole; the next one runs whatever this one says.
periksa() {
    local nama=$1 kata=lulus
    shift
    di_grup "$@" || kata=gagal KODE=1
    HASIL+=("$nama: $kata")
}

# pytest_bagian NAME ARGUMENT...: a part of the tests, counted by what pytest wrote down. Its last line stays pytest's own.
pytest_bagian() {
    local nama=$1 kode=0 laporan="$KERJA/$1.xml"
    shift
    # Whoever names tests may want to talk to them (--pdb): that needs the terminal.
    local -a cara=(di_grup)
    if [ "$nama" = uji ]; then cara=(); fi
    "${cara[@]}" "$VENV/bin/python" "${PYTEST[@]}" --junitxml="$laporan" "$@" || kode=$?
    HASIL+=("$nama: $(hitungan "$laporan" "$kode")")
    [ "$kode" -eq 0 ] || KODE=1
}

# From here on every part also notes what it reaches, also in the processes that it starts.
ukur_cakupan() {
    export COVERAGE_FILE="$KERJA/cakupan/data"
    mkdir "$KERJA/cakupan"
    PYTEST=(-m coverage run -m pytest)
}

# nilai_cakupan N: tells what the parts reached up to here, line by line; the domain's share of lines and branches must be
# at least N%.
nilai_cakupan() {
    local paling_sedikit=$1 persen kata=lulus
    local -a kinerja=(--include='kinerja/*')
    PYTEST=(-m pytest)
    "$VENV/bin/python" -m coverage combine -q || true
    rm -f -- "$COVERAGE_FILE".* # halves of what was killed
    "$VENV/bin/python" -m coverage report --fail-under=0 || true
    persen=$("$VENV/bin/python" -m coverage report "${kinerja[@]}" --format=total --precision=1) || persen=0
    "$VENV/bin/python" -m coverage report "${kinerja[@]}" --fail-under="$paling_sedikit" >/dev/null || kata=gagal KODE=1
    # The counts of tests stay the last lines.
    HASIL=("cakupan: $kata (kinerja $persen%, paling sedikit $paling_sedikit%)" "${HASIL[@]}")
}

# Prints "N passed, N failed, N skipped". A run that broke off before anything failed counts as a failure.
hitungan() {
    "$VENV/bin/python" - "$1" "$2" <<'PYTHON'
import sys
from pathlib import Path
from xml.etree import ElementTree

berkas, kode = Path(sys.argv[1]), int(sys.argv[2])
akar = ElementTree.parse(berkas).getroot() if berkas.is_file() else ElementTree.Element("kosong")
jumlah = {n: sum(int(s.get(n, 0)) for s in akar.iter("testsuite")) for n in ("tests", "failures", "errors", "skipped")}
gagal = jumlah["failures"] + jumlah["errors"]
lulus = max(0, jumlah["tests"] - gagal - jumlah["skipped"])
print(f"{lulus} passed, {gagal or int(kode != 0)} failed, {jumlah['skipped']} skipped")
PYTHON
}

# The last lines: every result again, and the exit code.
tutup() {
    printf '\n'
    printf '%s\n' "${HASIL[@]}"
    exit "$KODE"
}

# Ends what is running as Ctrl+C does, gives it time to clear up, and goes.
putus() {
    set +e
    trap '' HUP INT TERM
    if [ -n "$KINI" ]; then
        kill -INT -- "-$KINI" 2>/dev/null
        tunggu_pergi 200 kill -0 "$KINI"
    fi
    exit "$1"
}

# tunggu_pergi N COMMAND...: until a command fails, at most N tenths of a second.
tunggu_pergi() {
    local sisa=$1
    shift
    while [ "$sisa" -gt 0 ] && "$@" >/dev/null 2>&1; do
        sleep 0.1
        sisa=$((sisa - 1))
    done
}

# Prints who is left of this run: they carry its folder in their environment, or stand in it (nginx writes over its own).
sisa() {
    # None of the programs that look may find itself.
    (
        export -n TMPDIR
        grep -lsz "^TMPDIR=$KERJA\$" /proc/[0-9]*/environ
        find /proc/[0-9]*/cwd -maxdepth 0 -lname "$KERJA*" 2>/dev/null
    ) | cut -d/ -f3 | sort -u
}

ada_sisa() { [ -n "$(sisa)" ]; }

bersihkan() {
    local -a milik
    set +e
    mapfile -t milik < <(sisa)
    if [ "${#milik[@]}" -gt 0 ]; then
        kill "${milik[@]}" 2>/dev/null
        tunggu_pergi 50 ada_sisa
        mapfile -t milik < <(sisa)
        [ "${#milik[@]}" -eq 0 ] || kill -KILL "${milik[@]}" 2>/dev/null
    fi
    rm -rf -- "$KERJA"
}
