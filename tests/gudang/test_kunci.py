"""Locks: what may not change is refused with its cells, in whichever way it would change."""

import pytest
from contoh_gudang import ADMIN, buku, draf, jumlah_isi, terbit
from pembangun import BUKU_KECIL, tambah_baris, tulis, ubah

from kinerja.gudang.gudang import TidakAda
from kinerja.tindak.penolakan import PeriodeTerkunci
from kinerja.unggah.impor import Mode, buka_kunci, kunci_periode, pulihkan, rancang, terbitkan


@pytest.fixture
def kirim(gudang, muat_di_sini, tmp_path):
    """Check a workbook as its sender does: `kirim(isi, mode, pengguna)`."""

    def rancangan(isi, mode=Mode.GANTI, pengguna=ADMIN):
        return rancang(gudang, [tulis(isi, tmp_path / "kiriman.xlsx")], mode, pengguna)

    return rancangan


def terkunci(rancangan):
    return [f"{t.lembar}!{t.sel}" for t in rancangan.temuan if t.kode == "periode-terkunci"]


@pytest.fixture
def terisi(gudang):
    """A store whose active version has quarters."""
    terbit(gudang, BERTRIWULAN)
    return gudang


BERTRIWULAN = tambah_baris(
    BUKU_KECIL,
    "Capaian",
    ["IMUN", 2023, "TW I", 20, None, 21],
    ["IMUN", 2023, "TW II", 40, None, 42],
    ["IMUN", 2023, None, 90, None, 91],
)


# --- what a lock holds ------------------------------------------------------------------------------------------------


def test_a_locked_year_refuses_changed_added_and_removed_figures_with_their_cells(terisi, kirim):
    kunci_periode(terisi, 2024, "Tahunan", ADMIN, "audit")
    isi = ubah(BERTRIWULAN, "Capaian", F2="73,10", G2="100,23")
    isi = tambah_baris(isi, "Anggaran", ["KAB", 2024, None, None, "Program Umum", None, None, 5, 4])
    del isi["APBD"][2]
    rancangan = kirim(isi)
    assert terkunci(rancangan) == ["Capaian!F2", "Capaian!G2", "Anggaran!A6", "APBD!"]
    assert not rancangan.sah
    pesan = rancangan.temuan[0].pesan
    assert (
        pesan == "UHH · 2024 · Tahunan (Pemerintah Kabupaten Contoh): "
        "Realisasi berubah dari “72,97” menjadi “73,10”, sedangkan tahun 2024 terkunci"
    )


def test_a_locked_year_holds_what_its_capaian_follow_from_in_sheet_indikator(terisi, kirim):
    kunci_periode(terisi, 2023, "Tahunan", ADMIN, "audit")
    assert terkunci(kirim(ubah(BERTRIWULAN, "Indikator", I4="Turun"))) == ["Indikator!I4"]
    assert kirim(ubah(BERTRIWULAN, "Indikator", I2="Turun")).sah, "UHH has no figure in 2023"
    assert kirim(ubah(BERTRIWULAN, "Indikator", G4="Cakupan imunisasi dasar")).sah, "a name moves no figure"


def test_a_lock_leaves_the_other_years_open(terisi, kirim):
    kunci_periode(terisi, 2024, "Tahunan", ADMIN, "audit")
    assert kirim(ubah(BERTRIWULAN, "Capaian", F5=22)).sah


@pytest.mark.parametrize(
    ("lembar_", "sel"), [("Regional", {"F2": "73,00"}), ("Analisis", {"E2": "Layanan lebih dekat"})]
)
def test_regional_and_analisis_stay_open_in_a_locked_year(terisi, kirim, lembar_, sel):
    kunci_periode(terisi, 2024, "Tahunan", ADMIN, "audit")
    assert kirim(ubah(BERTRIWULAN, lembar_, **sel)).sah


@pytest.mark.parametrize(
    ("sel", "sah"), [({"F5": 22}, False), ({"F6": 43}, True), ({"F7": 92}, True)], ids=["TW I", "TW II", "Tahunan"]
)
def test_a_locked_quarter_holds_only_its_own_capaian(terisi, kirim, sel, sah):
    kunci_periode(terisi, 2023, "TW I", ADMIN, "rapat triwulan")
    rancangan = kirim(ubah(BERTRIWULAN, "Capaian", **sel))
    assert (rancangan.sah, len(terkunci(rancangan))) == (sah, 0 if sah else 1)


def test_a_locked_quarter_leaves_the_money_of_its_year_open(terisi, kirim):
    kunci_periode(terisi, 2024, "TW I", ADMIN, "rapat triwulan")
    assert kirim(ubah(BERTRIWULAN, "Anggaran", I3=550)).sah


def test_the_cell_of_a_locked_figure_is_that_of_the_part_that_was_sent(terisi, kirim):
    kunci_periode(terisi, 2023, "TW II", ADMIN, "rapat triwulan")
    bagian = {"capaian": [["Realisasi", "Periode", "Tahun", "Kode indikator"], [50, "tw ii", 2023, "imun"]]}
    # Only the figure: a code that is found by another spelling keeps its own (DESIGN section 4, "Names").
    assert terkunci(kirim(bagian, Mode.PERBARUI)) == ["capaian!A2"]


# --- locking and unlocking --------------------------------------------------------------------------------------------


def test_what_is_unlocked_may_change_again(terisi, kirim):
    kunci_periode(terisi, 2024, "Tahunan", ADMIN, "audit")
    assert not kirim(ubah(BERTRIWULAN, "Capaian", F2=73)).sah
    buka_kunci(terisi, 2024, "Tahunan", ADMIN, "koreksi BPS")
    assert kirim(ubah(BERTRIWULAN, "Capaian", F2=73)).sah


def test_locking_again_renews_the_reason(gudang):
    kunci_periode(gudang, 2024, "Tahunan", ADMIN, "pertama")
    kunci_periode(gudang, 2024, "Tahunan", ADMIN, "kedua")
    assert [(k.tahun, k.periode, k.alasan, k.oleh) for k in gudang.kunci()] == [(2024, "Tahunan", "kedua", "ani")]


def test_no_year_is_no_lock(gudang, mesin):
    for tahun in (0, -5, 1989, 2101, 10**12):
        with pytest.raises(TidakAda):
            kunci_periode(gudang, tahun, "Tahunan", ADMIN, "uji")
        with pytest.raises(TidakAda):
            buka_kunci(gudang, tahun, "Tahunan", ADMIN, "uji")
    assert set(jumlah_isi(mesin).values()) == {0}


def test_what_is_not_locked_cannot_be_unlocked(gudang):
    kunci_periode(gudang, 2024, "TW I", ADMIN, "uji")
    with pytest.raises(TidakAda, match="Kunci Tahunan 2024 tidak ada"):
        buka_kunci(gudang, 2024, "Tahunan", ADMIN, "uji")
    assert len(gudang.kunci()) == 1


# --- locks that come later --------------------------------------------------------------------------------------------


def test_a_lock_between_draft_and_publishing_also_holds_the_direction_of_an_indicator(terisi):
    nomor = draf(terisi, ubah(BERTRIWULAN, "Indikator", I4="Turun"))
    kunci_periode(terisi, 2023, "Tahunan", ADMIN, "audit")
    with pytest.raises(PeriodeTerkunci, match="tahun 2023"):
        terbitkan(terisi, nomor, ADMIN, "uji")


def test_a_lock_between_draft_and_publishing_refuses_the_publishing(terisi, mesin):
    nomor = draf(terisi, ubah(BERTRIWULAN, "Capaian", F2="73,10"))
    kunci_periode(terisi, 2024, "Tahunan", ADMIN, "audit")
    sebelum = jumlah_isi(mesin)
    with pytest.raises(PeriodeTerkunci, match="tahun 2024"):
        terbitkan(terisi, nomor, ADMIN, "uji")
    assert (terisi.aktif(), jumlah_isi(mesin)) == (1, {**sebelum, "log": sebelum["log"] + 1})
    assert terisi.log(1)[0]["peristiwa"] == "tolak"
    buka_kunci(terisi, 2024, "Tahunan", ADMIN, "koreksi")
    assert terbitkan(terisi, nomor, ADMIN, "uji") == 2


def test_a_lock_of_another_period_does_not_hold_up_publishing(terisi):
    nomor = draf(terisi, ubah(BERTRIWULAN, "Capaian", F2="73,10"))
    kunci_periode(terisi, 2023, "TW I", ADMIN, "uji")
    assert terbitkan(terisi, nomor, ADMIN, "uji") == 2


def test_rolling_back_over_a_locked_period_is_refused(gudang):
    terbit(gudang, BUKU_KECIL)
    terbit(gudang, buku(1))
    kunci_periode(gudang, 2024, "Tahunan", ADMIN, "audit")
    with pytest.raises(PeriodeTerkunci, match="tahun 2024"):
        pulihkan(gudang, 1, ADMIN, "uji")
    assert gudang.aktif() == 2
    buka_kunci(gudang, 2024, "Tahunan", ADMIN, "koreksi")
    pulihkan(gudang, 1, ADMIN, "uji")
    assert gudang.aktif() == 1
