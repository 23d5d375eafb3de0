"""The names under which one part of the screen leaves something for another: in the session, and in the address.

A session entry is named here and nowhere else (tests/test_keadaan.py): two parts that took the same word for two
things would overwrite each other without a fault. What only Streamlit reads (the key of a widget whose value is taken
where it is drawn) needs no name here.
"""

# --- filters: the entry and its name in the address -------------------------------------------------------------------

OPD, TAHUN = "opd", "tahun"
"""Kode OPD and year: on every page."""
INDIKATOR = "indikator"
VERSI = "versi"
"""Number of the version looked at; there only while it is not the active one."""
JALUR = "jalur"
"""Anggaran: the level that is open."""
UKURAN, TAHUN_UKURAN = "ukuran", "tahun_ukuran"
"""Regional: the measure, and its year."""
BATASI, SKALA, PUSAT = "batasi", "skala", "pusat"
"""The choices of a scenario; the cap also on Ringkasan, Predikat and Pohon kinerja."""
URUTAN, CAKUPAN, GAMBAR = "urutan", "cakupan", "gambar"
"""Capaian: order, which indicators, which picture."""
BANDING = "banding"
"""Perangkat daerah: the OPD beside each other."""
NOTULEN_OPD, NOTULEN_STATUS = "notulen_opd", "notulen_status"
UJI_OPD, UJI_TAHUN, UJI_ATURAN, UJI_KEYAKINAN, UJI_STATUS = "uji_opd", "uji_tahun", "aturan", "keyakinan", "status"
SEMUA_INDIKATOR = "semua_indikator"

# The view of a page that is open.
LIHAT_ANGGARAN, LIHAT_OPD, LIHAT_DATA, LIHAT_PREDIKAT = "lihat", "lihat_opd", "lihat_data", "tampilan"
BENTUK_POHON, BAGIAN_PANDUAN, URUSAN_KELOLA = "bentuk", "bagian", "urusan"


# --- what is remembered about a filter --------------------------------------------------------------------------------


def tertulis(kunci: str) -> str:
    """Name what this session last wrote into the address for a filter."""
    return f"alamat_{kunci}"


def halaman_pemilik(kunci: str) -> str:
    """Name the page on which a filter was last drawn."""
    return f"halaman_{kunci}"


def terbaca(kunci: str) -> str:
    """Name what a filter says to a reader: label and choice."""
    return f"sebut_{kunci}"


def terpilih(kunci: str) -> str:
    """Name what somebody chose in a box for several; None while it is the default."""
    return f"daftar_{kunci}"


def milik(kunci: str) -> str:
    """Name what a choice belongs to; for another owner it starts anew."""
    return f"milik_{kunci}"


def rincian_dibuka(jalur: str) -> str:
    """Name the line of Anggaran that somebody picks below a level."""
    return f"buka_{jalur}"


def grafik_rincian(jalur: str) -> str:
    """Name the chart of a level of Anggaran, whose bars can be clicked."""
    return f"grafik_{jalur}"


def bidang_konsep(nama: str, konsep: str) -> str:
    """Name a field of a draft; a sent draft leaves its fields behind, empty ones follow."""
    return f"{nama}_{konsep}"


TAHUN_DIPILIH = "tahun_dipilih"
"""True once somebody chose a year; until then it follows the OPD."""
OPD_LALU = "opd_lalu"
ALAMAT_DITOLAK = "alamat_ditolak"
"""True when the address carried a choice that does not exist, until it is said."""
PASANGAN_INDIKATOR = "indikator_dan_opd"
"""The OPD and the indicator that were last drawn together."""

# --- around the page --------------------------------------------------------------------------------------------------

HALAMAN_KINI = "halaman_kini"
"""The page that is open; app.py writes it."""
OBJEK_HALAMAN = "objek_halaman"
"""Streamlit's pages of this session, by path."""
INDIKATOR_DIKLIK = "indikator_diklik"
"""The mark of a chart that was clicked last."""

# --- what became of an action, said on the next run -------------------------------------------------------------------

PESAN_KELOLA, PESAN_UJI = "unggah_pesan", "uji_pesan"
PESAN_LAPORAN, PESAN_NOTULEN = "laporan_pesan", "notulen_pesan"

# --- an upload under way ----------------------------------------------------------------------------------------------

UNGGAH_HASIL, UNGGAH_BERKAS = "unggah_hasil", "unggah_berkas"
UNGGAH_KE = "unggah_ke"
"""How many uploads this session finished: a new number gives an empty form."""
UNGGAH_CATATAN = "catatan"
UNGGAH_ULANG = "unggah_ulang"
"""True once it is to be compared anew, until that run."""
CARA_UNGGAH, CARA_SUSUN = "mode", "susun"
"""How to upload, and the way by an office's table: who leads there chooses it beforehand."""
SUSUN_HASIL, SUSUN_JAWABAN = "susun_hasil", "susun_jawaban"
"""What came of an office's table as it was read last, and what was answered before that; none before the first."""
SUSUN_KE = "susun_ke"
"""How many readings this session has had: the form of each is its own."""
UNGGAH_UBAHAN = "unggah_ubahan"
"""The table from which the upload was typed; none while it is of files, on Kelola data."""
