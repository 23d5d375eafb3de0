# shellcheck shell=bash
# What script/run, script/test and script/screenshots share: makes the machine ready, then they start something.
# Sourced, never run. Everything here is idempotent: a second run finds all in place and asks the network nothing.

# shellcheck source=script/kemajuan.sh
. script/kemajuan.sh

VENV="${KINERJA_VENV:-$PWD/.venv}"
PAKET_CHROMIUM=(chromium chromium-sandbox fonts-liberation fonts-dejavu-core)

kabar() { printf '%s\n' "$*" >&2; }

gagal() {
    kabar "$*"
    exit 1
}

# saat_keluar COMMAND: something to do when the script ends, however it ends.
SAAT_KELUAR=()
saat_keluar() {
    SAAT_KELUAR+=("$1")
    trap 'for kerjakan in "${SAAT_KELUAR[@]}"; do "$kerjakan"; done' EXIT
}

# Prints the first Python that is new enough; pyproject.toml (requires-python) names the same version.
cari_python() {
    local nama
    for nama in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$nama" >/dev/null && cukup_baru "$nama"; then
            command -v "$nama"
            return
        fi
    done
    return 1
}

cukup_baru() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Installs Debian packages as root or by sudo that asks no password; otherwise says what to type.
pasang_paket() {
    local -a angkat=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || gagal "Belum terpasang. Pasang dahulu: sudo apt-get install $*"
        angkat=(sudo -n)
    fi
    command -v apt-get >/dev/null || gagal "Belum terpasang, dan apt-get tidak ada di sini. Pasang dahulu: $*"
    kabar "Memasang paket Debian: $*"
    # A new machine has no package lists; one that stood long has lists of versions that are gone.
    apt_pasang "$@" || { apt_perbarui && apt_pasang "$@"; } || gagal "Gagal memasang: $*"
}

apt_pasang() {
    apt-cache show "$@" >/dev/null 2>&1 || return 1
    kerjakan 0 "${angkat[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
        apt-get install -y -q --no-install-recommends "$@"
}

apt_perbarui() {
    kabar "Memperbarui daftar paket Debian"
    kerjakan 0 "${angkat[@]}" env LC_ALL=C apt-get update -q
}

venv_sehat() { [ -x "$VENV/bin/python" ] && cukup_baru "$VENV/bin/python" && "$VENV/bin/python" -m pip --version >/dev/null 2>&1; }

# Debian's own Python comes without ensurepip, which a venv needs.
bisa_membuat_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# siapkan FILE N: an environment with what a requirements file names; N steps of the caller's follow. Nothing is said where
# all is there.
siapkan() {
    local berkas=$1 lain=$2 dasar=2
    if venv_sehat; then
        if lengkap "$berkas"; then return; fi
        dasar=0
    fi
    LANGKAH_SEMUA=$((dasar + 1 + lain))
    [ "$dasar" -eq 0 ] || siapkan_venv
    pasang_pustaka "$berkas"
}

siapkan_venv() {
    local python
    # Only what is a venv may be replaced: KINERJA_VENV may by mistake name a folder that somebody needs.
    if [ ! -e "$VENV/pyvenv.cfg" ] && [ -n "$(ls -A "$VENV" 2>/dev/null)" ]; then
        gagal "$VENV ada, tetapi bukan lingkungan Python. Pindahkan, atau atur KINERJA_VENV ke folder lain."
    fi
    langkah "mencari Python 3.11 atau lebih baru"
    python=$(cari_python) || {
        pasang_paket python3 python3-venv
        hash -r
        python=$(cari_python) || gagal "Diperlukan Python 3.11 atau lebih baru; paket python3 di sini lebih lama."
    }
    bisa_membuat_venv "$python" || pasang_paket "$(paket_venv "$python")"
    kabar "  ada: $python"
    langkah "membuat lingkungan Python di $VENV"
    saat_keluar buang_venv_setengah
    kerjakan 0 "$python" -m venv --clear "$VENV" ||
        gagal "Lingkungan Python di $VENV tidak dapat dibuat. Periksa ruang kosong dan hak tulis folder itu."
}

# A new environment that lacks its packages is no environment: the next start would trip over it.
buang_venv_setengah() {
    compgen -G "$VENV/.terpasang-*" >/dev/null || rm -rf -- "$VENV"
}

# The package that completes this very Python: python3-venv is for the one that the release calls python3.
paket_venv() {
    local versi
    versi=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(basename "$1")" = python3 ]; then versi=python3-venv; fi
    printf '%s\n' "$versi"
}

# Installs a requirements file; a stamp in the venv keeps later starts quick and offline.
pasang_pustaka() {
    local berkas=$1
    langkah "memasang pustaka dari $berkas (sekali saja, beberapa menit)"
    kerjakan "$(banyak_pustaka "$berkas")" "$VENV/bin/python" -m pip install --progress-bar off --no-input \
        --disable-pip-version-check -r "$berkas" -c requirements.lock ||
        gagal "Pustaka gagal dipasang. Periksa sambungan ke indeks paket Python dan ruang kosong, lalu ulangi."
    sidik_pustaka >"$VENV/.terpasang-$berkas"
}

sidik_pustaka() { cat requirements.txt requirements-dev.txt requirements.lock | sha256sum; }

# The development file contains the runtime file, so its stamp answers for both.
lengkap() { tercap "$1" || tercap requirements-dev.txt; }

tercap() { [ -f "$VENV/.terpasang-$1" ] && [ "$(<"$VENV/.terpasang-$1")" = "$(sidik_pustaka)" ]; }

# How many packages a requirements file brings: all of the lock, or as many as the head of the lock says.
banyak_pustaka() {
    local jumlah="" kepala='^# requirements.txt alone: \([0-9]*\) packages.*'
    [ "$1" != requirements.txt ] || jumlah=$(sed -n "s/$kepala/\1/p" requirements.lock)
    printf '%d\n' "${jumlah:-$(grep -c == requirements.lock)}"
}

siapkan_jalan() { siapkan requirements.txt 1; }

# Many tests start processes of the program: kept bytecode spares each of them the compiling.
siapkan_uji() {
    unset PYTHONDONTWRITEBYTECODE
    siapkan requirements-dev.txt 0
}

# What the tests need of Debian, asked for in one go: Chromium (Playwright's own download is not used; the fonts carry the
# symbols that the dashboard draws), PostgreSQL's programs (the tests of the store start a server of their own; what Debian
# starts on its own is left alone) and nginx (the test of two processes starts one of its own).
siapkan_paket_uji() {
    local -a kurang=()
    local nginx_baru=""
    command -v chromium >/dev/null || kurang+=("${PAKET_CHROMIUM[@]}")
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || kurang+=(postgresql)
    command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || { kurang+=(nginx) && nginx_baru=1; }
    [ "${#kurang[@]}" -gt 0 ] || return 0
    pasang_paket "${kurang[@]}"
    [ -z "$nginx_baru" ] || tenangkan_nginx
}

# The nginx that Debian starts when it installs the package would keep port 80 on a machine that only tests, so it is
# stopped; where nginx was there before, nothing is touched.
tenangkan_nginx() {
    local -a angkat=()
    [ -d /run/systemd/system ] || return 0
    if [ "$(id -u)" -ne 0 ]; then angkat=(sudo -n); fi
    "${angkat[@]}" systemctl disable --now nginx >&2
}

# The browser's own needs beyond its package: the program inside the playwright package needs a library that a small Debian
# lacks.
siapkan_chromium() {
    command -v chromium >/dev/null || pasang_paket "${PAKET_CHROMIUM[@]}"
    "$VENV/bin/python" -m playwright --version >/dev/null 2>&1 || pasang_paket libatomic1
}
