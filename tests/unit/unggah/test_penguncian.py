"""A lock holds the figures of its period, by whatever row or column they would move, and names where that stands."""

import pytest
from contoh_gudang import ADMIN, draf, gudang_baru, terbit
from pembangun import BUKU_KECIL, tambah_baris, tulis, ubah

from kinerja.tindak.penolakan import PeriodeTerkunci
from kinerja.unggah.impor import Mode, buka_kunci, kunci_periode, pulihkan, rancang, terbitkan

ISI = ubah(BUKU_KECIL, "Regional", D2="Provinsi Contoh")
ISI = tambah_baris(
    ISI,
    "Regional",
    ["Angka kemiskinan", "Contoh", "Kabupaten/Kota", None, 2023, "9", "Persen", "Turun", "000, x"],
    ["Angka kemiskinan", "Contoh", "Kabupaten/Kota", None, 2024, "8", "Persen", None, "000, x"],
    ["Angka kemiskinan", "Tetangga", "Kabupaten/Kota", None, 2024, "7", "Persen", None, "000, x"],
)
ISI = tambah_baris(
    ISI,
    "Indikator",
    ["GIZI", "DINKES", "Pendukung", None, None, "Sehat", "Gizi baik", "Persen", "Naik"],
    ["TIDUR", "DINKES", "Sasaran", None, None, "Sehat", "Belum diukur", "Persen", "Naik"],
)
ISI = tambah_baris(ISI, "Capaian", ["GIZI", 2024, None, 80, None, 60], ["IMUN", 2023, "TW I", 20, None, 21])
ISI = tambah_baris(ISI, "Skala", ["Cadangan", 1, "Ada", 50], ["Cadangan", 2, "Tiada", 0, 49])


def urut_lain(isi, nama, *nomor):
    """Return a copy in which some rows of a sheet stand in another order, at the end."""
    tabel = isi[nama]
    return {**isi, nama: [b for i, b in enumerate(tabel, 1) if i not in nomor] + [tabel[i - 1] for i in nomor]}


TETAP_MEAN = "rata-rata capaian Dinas Kesehatan 2024 dari 90,00% (1 dari 1 dihitung) menjadi 82,50% (2 dari 2 dihitung)"
MENGGESER = {
    "Tingkat": (ubah(ISI, "Indikator", C5="Sasaran"), ["Indikator!C5"], TETAP_MEAN),
    "Arah": (ubah(ISI, "Indikator", I4="Turun"), ["Indikator!I4"], "capaian IMUN (Dinas Kesehatan) 2024 dari 90,00%"),
    "Satuan": (ubah(ISI, "Indikator", H4="Orang"), ["Indikator!H4"], "satuan IMUN"),
    "Bobot": (ubah(ISI, "Indikator", M4="2"), ["Indikator!M4"], "bobot IMUN (Dinas Kesehatan) 2024 dari tidak ada"),
    "Kode OPD": (
        ubah(ISI, "Indikator", B2="DINKES"),
        ["Indikator!B2"],
        "rata-rata capaian Dinas Kesehatan 2024 dari 90,00% (1 dari 1 dihitung) menjadi 95,03%",
    ),
    "Skala nilai": (ubah(ISI, "Indikator", J4="AKIP"), ["Indikator!J4"], "predikat nilai IMUN"),
    "Akumulasi": (ubah(ISI, "Indikator", N4="Rata-rata"), ["Indikator!N4"], "akumulasi IMUN"),
    "word of a scale": (ubah(ISI, "Skala", C2="Utama"), ["Skala!C2"], "dari Baik menjadi Utama"),
    "bounds of a scale": (ubah(ISI, "Skala", D2="95", E3="94"), ["Skala!D2"], "2024 dari Baik menjadi Buruk"),
    "the OPD's scale": (ubah(ISI, "OPD", E3=None), ["OPD!E3"], "predikat IMUN (Dinas Kesehatan) 2024 dari Baik"),
    "Provinsi of Profil": (
        ubah(ISI, "Profil", B3="Provinsi Lain"),
        ["Profil!B3"],
        "peringkat wilayah menurut Umur Harapan Hidup 2024 dari 1 dari 1 menjadi 0 wilayah",
    ),
    "direction in an open year": (
        ubah(ISI, "Regional", H4="Naik"),
        ["Regional!H4"],
        "peringkat wilayah menurut Angka kemiskinan 2024 dari 2 dari 2 menjadi 1 dari 2",
    ),
    "year of a printed row": (
        ubah(ISI, "Laporan", C2=2025),
        ["Laporan!C2"],
        "Tahun berubah dari “2024” menjadi “2025”",
    ),
}
TETAP = {
    "a name": ubah(ISI, "Indikator", G4="Cakupan imunisasi dasar"),
    "an indicator without a figure in the year": ubah(ISI, "Indikator", C6="Pendukung", I6="Turun"),
    "a new indicator": tambah_baris(
        ISI, "Indikator", ["BARU", "DINKES", "Sasaran", None, None, "Sehat", "Baru", "Persen", "Naik"]
    ),
    "a new OPD": tambah_baris(ISI, "OPD", ["BARU", "Dinas Baru", "Baru", "Dinas"]),
    "a scale that nobody uses": ubah(ISI, "Skala", C4="Penuh", D4="60", E5="59"),
    "a region's value": ubah(ISI, "Regional", F6="9"),
    "an explanation": ubah(ISI, "Analisis", E2="Layanan lebih dekat"),
    "a plan": ubah(ISI, "Rencana aksi", D2="Menambah kader"),
    "another year": ubah(ISI, "Capaian", F6="22"),
    "order of rows": urut_lain(ISI, "Capaian", 2, 3),
}


@pytest.fixture
def gudang(tmp_path):
    """An empty store."""
    return gudang_baru(tmp_path)


@pytest.fixture
def terisi(gudang):
    """A store with the workbook whose year 2024 is locked."""
    terbit(gudang, ISI)
    kunci_periode(gudang, 2024, "Tahunan", ADMIN, "audit")
    return gudang


@pytest.fixture
def kirim(terisi, muat_di_sini, tmp_path):
    """Check a workbook as its sender does."""
    return lambda isi: rancang(terisi, [tulis(isi, tmp_path / "kiriman.xlsx")], Mode.GANTI, ADMIN)


def tahan(rancangan):
    return [t for t in rancangan.temuan if t.kode == "periode-terkunci"]


# --- what moves a figure ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sebab", MENGGESER)
def test_whatever_moves_a_figure_of_a_locked_year_is_held_where_it_stands(terisi, kirim, sebab):
    isi, sel, kata = MENGGESER[sebab]
    semua = tahan(kirim(isi))
    assert [f"{t.lembar}!{t.sel}" for t in semua] == sel
    assert kata in semua[0].pesan
    assert semua[0].pesan.endswith(", sedangkan tahun 2024 terkunci")
    with pytest.raises(PeriodeTerkunci, match="tahun 2024") as ditolak:
        terbitkan(terisi, draf(terisi, isi), ADMIN, "uji")
    assert kata in str(ditolak.value)


@pytest.mark.parametrize("sebab", TETAP)
def test_what_moves_no_figure_of_it_passes(terisi, kirim, sebab):
    rancangan = kirim(TETAP[sebab])
    assert rancangan.sah, rancangan.temuan
    assert terbitkan(terisi, draf(terisi, TETAP[sebab]), ADMIN, "uji") == 2


@pytest.mark.parametrize("sebab", ["Tingkat", "word of a scale", "Provinsi of Profil"])
def test_rolling_back_moves_them_no_more_than_publishing(terisi, sebab):
    buka_kunci(terisi, 2024, "Tahunan", ADMIN, "uji")
    terbit(terisi, MENGGESER[sebab][0])
    kunci_periode(terisi, 2024, "Tahunan", ADMIN, "audit")
    with pytest.raises(PeriodeTerkunci, match="tahun 2024"):
        pulihkan(terisi, 1, ADMIN, "uji")
    assert terisi.aktif() == 2


def test_only_the_cells_that_move_a_figure_are_named(kirim):
    """Beside them words change in the same row, and a scale that nobody uses: putting the named back is enough."""
    semua = ubah(ISI, "Indikator", G5="Gizi seimbang", C5="Sasaran", G4="Imunisasi dasar")
    semua = ubah(semua, "Skala", C4="Penuh", C2="Utama")
    assert [f"{t.lembar}!{t.sel}" for t in tahan(kirim(semua))] == ["Indikator!C5", "Skala!C2"]
    assert kirim(ubah(ubah(semua, "Indikator", C5="Pendukung"), "Skala", C2="Baik")).sah


def test_what_two_cells_move_together_names_both(kirim):
    """A scale that came with the OPD that is to use it: alone neither could stand, or nothing would move."""
    isi = tambah_baris(ISI, "Skala", ["Ketat", 1, "Lulus", 95], ["Ketat", 2, "Gagal", 0, 94])
    semua = tahan(kirim(ubah(isi, "OPD", E3="Ketat")))
    assert "OPD!E3" in [f"{t.lembar}!{t.sel}" for t in semua]
    assert all("predikat IMUN (Dinas Kesehatan) 2024 dari Baik menjadi Gagal" in t.pesan for t in semua)


def test_an_order_of_rows_that_turns_a_ranking_is_held(gudang, muat_di_sini, tmp_path):
    isi = ubah(ISI, "Regional", H5="Naik")
    terbit(gudang, isi)
    kunci_periode(gudang, 2024, "Tahunan", ADMIN, "audit")
    lain = tulis(urut_lain(isi, "Regional", 4), tmp_path / "urut.xlsx")
    (satu,) = tahan(rancang(gudang, [lain], Mode.GANTI, ADMIN))
    assert (satu.lembar, satu.sel) == ("", "")
    assert satu.pesan.startswith("Urutan baris: susunannya berubah")


def test_a_locked_quarter_holds_its_figure_by_its_indicator_too(gudang, muat_di_sini, tmp_path):
    terbit(gudang, ISI)
    kunci_periode(gudang, 2023, "TW I", ADMIN, "rapat triwulan")
    rancangan = rancang(gudang, [tulis(ubah(ISI, "Indikator", I4="Turun"), tmp_path / "t.xlsx")], Mode.GANTI, ADMIN)
    (satu,) = tahan(rancangan)
    assert satu.pesan.endswith(
        "IMUN (Dinas Kesehatan) TW I 2023 dari 105,00% menjadi 95,00%, sedangkan TW I 2023 terkunci"
    )
