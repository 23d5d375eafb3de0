"""Roles: each does what it may and nothing else; an operator only for the own OPD."""

import pytest
from contoh_gudang import ADMIN, INSPEKTORAT, OPERATOR, PIMPINAN, buku, draf, gudang_baru, jumlah_isi, lembar, terbit
from pembangun import BUKU_KECIL, tulis, ubah

from kinerja.akun.akses import Pengguna, PeranPengguna, TidakBerhak
from kinerja.unggah.impor import Mode, buka_kunci, catat_penolakan, kunci_periode, pulihkan, rancang, simpan, terbitkan


@pytest.fixture
def gudang(tmp_path):
    """A store with one version."""
    hasil = gudang_baru(tmp_path)
    terbit(hasil)
    return hasil


@pytest.fixture
def kirim(gudang, muat_di_sini, tmp_path):
    """Check a workbook as its sender does: `kirim(isi, mode, pengguna)`."""

    def rancangan(isi, mode=Mode.GANTI, pengguna=ADMIN):
        return rancang(gudang, [tulis(isi, tmp_path / "kiriman.xlsx")], mode, pengguna)

    return rancangan


MILIK = ubah(BUKU_KECIL, "Capaian", F4=95)
"""A workbook that changes nothing but a figure of the operator's OPD."""
TINDAKAN = {
    "uploads the whole": lambda g, kirim, p: kirim(buku(2), Mode.GANTI, p),
    "uploads a part": lambda g, kirim, p: kirim(buku(2), Mode.PERBARUI, p),
    "publishes the whole": lambda g, kirim, p: terbitkan(g, draf(g, buku(2), oleh=p.nama), p, "uji"),
    "publishes a part": lambda g, kirim, p: terbitkan(g, draf(g, MILIK, oleh=p.nama, mode="perbarui"), p, "uji"),
    "publishes another's part": lambda g, kirim, p: terbitkan(g, draf(g, buku(2), oleh="x", mode="perbarui"), p, "uji"),
    "rolls back": lambda g, kirim, p: pulihkan(g, 1, p, "uji"),
    "locks": lambda g, kirim, p: kunci_periode(g, 2024, "Tahunan", p, "uji"),
    "unlocks": lambda g, kirim, p: buka_kunci(g, 2022, "Tahunan", p, "uji"),
}
BOLEH = {
    PIMPINAN: set(),
    INSPEKTORAT: set(),
    OPERATOR: {"uploads a part", "publishes a part"},
    ADMIN: set(TINDAKAN),
}


@pytest.mark.parametrize("tindakan", TINDAKAN)
@pytest.mark.parametrize("pengguna", BOLEH, ids=lambda p: p.peran.value)
def test_a_role_does_what_it_may_and_nothing_else(gudang, kirim, pengguna, tindakan):
    gudang.kunci_periode(2022, "Tahunan", "ani", "uji")
    sebelum = (gudang.aktif(), gudang.kunci())
    if tindakan in BOLEH[pengguna]:
        TINDAKAN[tindakan](gudang, kirim, pengguna)
        return
    with pytest.raises(TidakBerhak, match=f"Peran {pengguna.peran.value} tidak berhak "):
        TINDAKAN[tindakan](gudang, kirim, pengguna)
    assert (gudang.aktif(), gudang.kunci()) == sebelum


def test_an_operator_publishes_what_was_checked_for_the_own_opd(gudang, kirim):
    bagian = {"Capaian": [["Kode indikator", "Tahun", "Realisasi"], ["IMUN", 2024, 95]]}
    rancangan = kirim(bagian, Mode.PERBARUI, OPERATOR)
    assert terbitkan(gudang, simpan(gudang, rancangan, OPERATOR), OPERATOR, "uji") == 2
    assert gudang.lembar(2) == lembar(ubah(BUKU_KECIL, "Capaian", F4=95))


@pytest.mark.parametrize(
    "kini",
    [
        Pengguna("ani", PeranPengguna.OPERATOR, "DINKES"),
        Pengguna("ani", PeranPengguna.INSPEKTORAT),
        Pengguna("ani", PeranPengguna.PIMPINAN),
    ],
    ids=lambda p: p.peran.value,
)
def test_what_was_checked_as_an_admin_is_not_published_once_the_role_has_dropped(gudang, kirim, kini):
    nomor = simpan(gudang, kirim(bagian("Capaian", baris("Capaian", 2, F2="73,10")), Mode.PERBARUI, ADMIN), ADMIN)
    assert ADMIN.nama == kini.nama
    with pytest.raises(TidakBerhak):
        terbitkan(gudang, nomor, kini, "uji")
    assert [v.nomor for v in gudang.versi()] == [1]
    assert gudang.log()[0]["peristiwa"] == "tolak"


def test_what_was_checked_for_one_opd_is_not_published_for_another(gudang, kirim):
    nomor = simpan(gudang, kirim(bagian("Capaian", baris("Capaian", 4, F4=95)), Mode.PERBARUI, OPERATOR), OPERATOR)
    with pytest.raises(TidakBerhak, match="perangkat daerah lain"):
        terbitkan(gudang, nomor, Pengguna(OPERATOR.nama, PeranPengguna.OPERATOR, "SETDA"), "uji")
    assert gudang.aktif() == 1


# --- an operator's own rows -------------------------------------------------------------------------------------------


def lain(rancangan):
    return [f"{t.lembar}!{t.sel}" for t in rancangan.temuan if t.kode == "baris-opd-lain"]


def bagian(nama, *baris):
    return {nama: [list(BUKU_KECIL[nama][0]), *(list(b) for b in baris)]}


def baris(nama, nomor, **sel):
    return ubah(BUKU_KECIL, nama, **sel)[nama][nomor - 1]


def test_rows_of_another_opd_are_refused_each_with_its_cell(kirim):
    uhh = baris("Capaian", 2, F2="73,10")
    opini = baris("Capaian", 3, F3="WTP")
    rancangan = kirim(bagian("Capaian", baris("Capaian", 4, F4=95), uhh, opini), Mode.PERBARUI, OPERATOR)
    assert lain(rancangan) == ["Capaian!F3", "Capaian!F4"]
    assert rancangan.temuan[0].pesan == (
        "Baris UHH · 2024 · Tahunan milik Pemerintah Kabupaten Contoh, sedangkan akun ini hanya untuk Dinas Kesehatan"
    )
    assert not rancangan.sah


def test_rows_of_another_opd_are_logged_and_nothing_of_the_upload_is_kept(gudang, kirim):
    milik, lain_punya = baris("Capaian", 4, F4=95), baris("Capaian", 2, F2="73,10")
    sebelum = jumlah_isi(gudang.mesin)
    rancangan = kirim(bagian("Capaian", milik, lain_punya), Mode.PERBARUI, OPERATOR)
    with pytest.raises(ValueError, match="tidak sah"):
        simpan(gudang, rancangan, OPERATOR)
    catat_penolakan(gudang, rancangan, OPERATOR)
    assert jumlah_isi(gudang.mesin) == {**sebelum, "log": sebelum["log"] + 1}
    assert gudang.aktif() == 1
    (tolak,) = gudang.log(1)
    assert (tolak["peristiwa"], tolak["oleh"]) == ("tolak", OPERATOR.nama)
    assert tolak["rincian"]["sebab"] == [t.pesan for t in rancangan.temuan] != []


def test_unchanged_rows_of_others_may_come_along(kirim):
    isi = ubah(BUKU_KECIL, "Capaian", F4=95)
    assert kirim(isi, Mode.PERBARUI, OPERATOR).sah


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("Profil", ["Provinsi", "Provinsi Lain"]),
        ("OPD", ["DINKES", "Dinas Kesehatan dan Keluarga", "Dinkes", "Dinas", "Kesehatan"]),
        ("OPD", ["BARU", "Dinas Baru", "Baru", "Dinas", None]),
        ("Regional", ["Umur Harapan Hidup", "Contoh", "Kabupaten/Kota", None, 2025, "73"]),
        ("Skala", ["Kesehatan", 2, "Kurang", 0, 49]),
        ("Susunan", ["UHH", "IMUN", "Pembilang"]),
        ("APBD", [None, 2025, "Belanja", None, 1, 1]),
    ],
    ids=["Profil", "its own OPD row", "a new OPD", "Regional", "Skala", "Susunan", "APBD of the regency"],
)
def test_rows_of_no_opd_are_the_managers(kirim, nama, isi):
    rancangan = kirim(bagian(nama, isi), Mode.PERBARUI, OPERATOR)
    assert len(lain(rancangan)) == 1
    assert "milik pengelola" in rancangan.temuan[-1].pesan


def test_an_indicator_of_another_opd_cannot_be_taken_over(kirim):
    isi = {**bagian("Indikator", baris("Indikator", 2, B2="DINKES")), **bagian("Capaian", baris("Capaian", 2, F2=99))}
    rancangan = kirim(isi, Mode.PERBARUI, OPERATOR)
    # Its figures are those of its OPD until it has moved: before and after must be the operator's.
    assert lain(rancangan) == ["Indikator!B2", "Capaian!F2"]
    assert not rancangan.sah


def test_an_indicator_of_another_opd_cannot_be_explained_in_the_own_name(kirim):
    salah = bagian("Analisis", ["UHH", "DINKES", 2024, "Solusi", "Serahkan kepada kami"])
    assert lain(kirim(salah, Mode.PERBARUI, OPERATOR)) == ["Analisis!A2"]
    assert kirim(bagian("Analisis", ["IMUN", None, 2024, "Solusi", "Jemput bola"]), Mode.PERBARUI, OPERATOR).sah


def test_a_new_indicator_of_the_own_opd_is_welcome_with_its_figures(kirim):
    baru = ["GIZI", "DINKES", "Sasaran", None, None, "Sehat", "Gizi baik", "Persen", "Naik"]
    isi = {**bagian("Indikator", baru), **bagian("Capaian", ["gizi", 2024, None, 80, None, 81])}
    assert kirim(isi, Mode.PERBARUI, OPERATOR).sah


def test_an_operator_without_opd_may_change_nothing(kirim):
    tanpa = Pengguna("tono", PeranPengguna.OPERATOR)
    assert len(lain(kirim(bagian("Capaian", baris("Capaian", 4, F4=95)), Mode.PERBARUI, tanpa))) == 1
    assert len(lain(kirim(bagian("Profil", ["Provinsi", "X"]), Mode.PERBARUI, tanpa))) == 1


# --- refusals are remembered ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["uploads the whole", "publishes another's part", "rolls back", "locks", "unlocks"])
def test_who_was_refused_what_stands_in_the_log(gudang, kirim, nama):
    with pytest.raises(TidakBerhak):
        TINDAKAN[nama](gudang, kirim, OPERATOR)
    terakhir = gudang.log(1)[0]
    assert (terakhir["peristiwa"], terakhir["oleh"]) == ("tolak", OPERATOR.nama)
    assert "tidak berhak" in terakhir["rincian"]["sebab"][0]
