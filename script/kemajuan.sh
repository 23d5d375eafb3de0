# shellcheck shell=bash
# How far an installation is: step n of m, packages x of y, seconds. Sourced by siapkan.sh, never run.
# On a terminal one line is written over; elsewhere (a file, a build server, TERM=dumb) a line comes every few seconds.
# What pip and apt say themselves is kept back, hundreds of English lines; where they fail, their last words are shown.

SELANG=10
LANGKAH_KE=0
LANGKAH_SEMUA=0
PENUTUP="selesai dengan kode"

# langkah WHAT...: the next numbered step begins.
langkah() {
    LANGKAH_KE=$((LANGKAH_KE + 1))
    kabar "Langkah $LANGKAH_KE dari $LANGKAH_SEMUA: $*"
}

# kerjakan N COMMAND...: runs an installer of N packages (0: not known, or of none) and tells how far it is.
kerjakan() {
    local jumlah=$1 kode=0
    shift
    {
        "$@" </dev/null 2>&1 || kode=$?
        printf '\n%s %d\n' "$PENUTUP" "$kode"
    } | ikuti "$jumlah"
}

# ikuti N: counts along what an installer says on standard input; its exit code becomes the own one.
ikuti() {
    local baris="" potongan baca kode=1
    JUMLAH=$1 TAHAP="" KE=0 SEMULA=0
    MULAI=$SECONDS TERAKHIR=$SECONDS TERTULIS=""
    UCAPAN=()
    while true; do
        baca=0
        IFS= read -r -t 1 potongan || baca=$?
        baris+=$potongan
        if [ "$baca" -eq 0 ]; then
            case "$baris" in
            "$PENUTUP "*)
                kode=${baris##* }
                break
                ;;
            esac
            catat_ucapan "$baris"
            baris=""
        elif [ "$baca" -le 128 ]; then # it ended without a word; above 128 only a second went by
            break
        fi
        tulis_maju
    done
    tulis_akhir "$kode"
    return "$kode"
}

# Understands the lines of pip and of apt that stand for a package or for all of them.
catat_ucapan() {
    local naik baru
    case "$1" in
    "Collecting "* | "Requirement already satisfied"* | "Get:"*) tahap diunduh ;;
    "Installing collected packages: "*)
        TAHAP=dipasang KE=0 JUMLAH=${1//[^,]/}
        JUMLAH=$((${#JUMLAH} + 1))
        SEMULA=$(banyak_paket) # from here on pip says nothing, but what is installed can be counted
        ;;
    *" upgraded, "*" newly installed, "*)
        read -r naik _ baru _ <<<"$1"
        JUMLAH=$((naik + baru))
        ;;
    "Unpacking "*) tahap dibuka ;;
    "Setting up "*) tahap disiapkan ;;
    esac
    [ -z "$1" ] || UCAPAN+=("$1")
    if [ "${#UCAPAN[@]}" -gt 20 ]; then UCAPAN=("${UCAPAN[@]:1}"); fi
}

tahap() {
    if [ "$TAHAP" != "$1" ]; then TAHAP=$1 KE=0; fi
    KE=$((KE + 1))
}

banyak_paket() { { compgen -G "$VENV/lib/python*/site-packages/*.dist-info" || true; } | wc -l; }

bisa_timpa() { [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; }

tulis_maju() {
    local kata="berjalan" lama=$((SECONDS - MULAI))
    if [ "$TAHAP" = dipasang ]; then KE=$(($(banyak_paket) - SEMULA)); fi
    if [ "$KE" -gt "$JUMLAH" ]; then KE=$JUMLAH; fi
    if [ "$JUMLAH" -gt 0 ] && [ -n "$TAHAP" ]; then kata="$TAHAP $KE dari $JUMLAH paket"; fi
    if bisa_timpa; then
        if [ "$TERTULIS" != "$kata, $lama" ]; then printf '\r\033[K  %s, %d detik' "$kata" "$lama" >&2; fi
        TERTULIS="$kata, $lama"
    elif [ $((SECONDS - TERAKHIR)) -ge "$SELANG" ]; then
        kabar "  $kata, $lama detik"
        TERAKHIR=$SECONDS
    fi
}

tulis_akhir() {
    local kata="selesai"
    if [ "$1" -ne 0 ]; then kata="gagal"; fi
    if bisa_timpa; then printf '\r\033[K' >&2; fi
    kabar "  $kata, $((SECONDS - MULAI)) detik"
    if [ "$1" -eq 0 ] || [ "${#UCAPAN[@]}" -eq 0 ]; then return; fi
    printf '    %s\n' "${UCAPAN[@]}" | tail -n 5 >&2
}
