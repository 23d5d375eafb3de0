"""Closed findings and notes about wrong figures in the store: kept, logged, copied, by right; on both engines."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from contoh import capaian, dataset
from contoh_gudang import ADMIN, mesin_lama, terbit
from sqlalchemy import inspect, select

from kinerja.akun.akses import Pengguna, PeranPengguna, TidakBerhak
from kinerja.gudang import pemeriksaan
from kinerja.gudang.gudang import Gudang, TidakAda
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.salin import cadangkan, pulihkan_cadangan, salin
from kinerja.gudang.skema import LAPORAN, LOG, METADATA
from kinerja.model.catatan import AlamatAngka
from kinerja.nilai.galat import IsianDitolak
from kinerja.tindak import uji as tindak_uji
from kinerja.tindak.uji import ALASAN_MAKS, LAPORAN_MAKS
from kinerja.uji.mesin import uji

AUDITOR = Pengguna("inspektorat", PeranPengguna.INSPEKTORAT)
OPERATOR = Pengguna("operator", PeranPengguna.OPERATOR, "KAB")
PIMPINAN = Pengguna("pimpinan", PeranPengguna.PIMPINAN)
ALAMAT = AlamatAngka("KAB", "UHH", 2024, "Realisasi")


@pytest.fixture
def data():
    return dataset(capaian=(capaian(target=100, realisasi=90, cetak="95", sumber="000, Tabel 1"),))


@pytest.fixture
def temuan(data):
    (satu,) = uji(data).temuan
    return satu


def peristiwa(gudang):
    return [(b["peristiwa"], b["oleh"]) for b in gudang.log()]


# --- closing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pengguna", [AUDITOR, ADMIN], ids=lambda p: p.peran)
def test_a_finding_is_closed_with_reason_and_name_and_opened_again(gudang, temuan, pengguna):
    tindak_uji.tutup(gudang, temuan, pengguna, "  Ralat sudah\nterbit ")
    (satu,) = pemeriksaan.tutupan(gudang).values()
    assert (satu.temuan, satu.seharusnya, satu.oleh, satu.alasan) == (
        temuan.id,
        temuan.seharusnya,
        pengguna.nama,
        "Ralat sudah terbit",
    )
    assert satu.waktu.tzinfo is not None
    tindak_uji.buka(gudang, temuan, pengguna, "Ralat dicabut")
    assert pemeriksaan.tutupan(gudang) == {}
    assert peristiwa(gudang) == [("buka temuan", pengguna.nama), ("tutup temuan", pengguna.nama)]
    assert gudang.log()[1]["rincian"]["alasan"] == "Ralat sudah terbit"


def test_closing_again_renews_the_reason(gudang, temuan):
    tindak_uji.tutup(gudang, temuan, AUDITOR, "pertama")
    tindak_uji.tutup(gudang, temuan, AUDITOR, "kedua")
    assert [t.alasan for t in pemeriksaan.tutupan(gudang).values()] == ["kedua"]


def test_what_is_not_closed_cannot_be_opened(gudang, temuan):
    with pytest.raises(TidakAda, match=temuan.id):
        tindak_uji.buka(gudang, temuan, AUDITOR, "uji")
    assert peristiwa(gudang) == []


@pytest.mark.parametrize("pengguna", [OPERATOR, PIMPINAN], ids=lambda p: p.peran)
def test_who_lacks_the_right_is_refused_and_the_log_says_so(gudang, temuan, pengguna):
    nomor = pemeriksaan.lapor(gudang, ALAMAT, "keliru", "Pembaca")
    for tindakan in (
        lambda: tindak_uji.tutup(gudang, temuan, pengguna, "uji"),
        lambda: tindak_uji.buka(gudang, temuan, pengguna, "uji"),
        lambda: tindak_uji.selesaikan(gudang, nomor, pengguna, "uji"),
    ):
        with pytest.raises(TidakBerhak, match="menutup temuan"):
            tindakan()
        assert peristiwa(gudang)[0] == ("tolak", pengguna.nama)
    assert pemeriksaan.tutupan(gudang) == {}
    assert len(pemeriksaan.laporan(gudang, "terbuka")) == 1


@pytest.mark.parametrize(
    "alasan", ["", "  \n", "\x00\u202e", "x" * (ALASAN_MAKS + 1)], ids=["none", "spaces", "c", "long"]
)
def test_a_reason_is_asked_for_and_has_a_length(gudang, temuan, alasan):
    with pytest.raises(IsianDitolak):
        tindak_uji.tutup(gudang, temuan, AUDITOR, alasan)
    assert pemeriksaan.tutupan(gudang) == {}


# --- notes ------------------------------------------------------------------------------------------------------------


def test_everybody_may_report_a_wrong_figure_by_its_address(gudang, data):
    nomor = tindak_uji.laporkan(gudang, data, ALAMAT, "Tercetak 95\nseharusnya 90 \x00😀", None, "Bagian Umum\u202e")
    (satu,) = pemeriksaan.laporan(gudang)
    assert (satu.id, satu.alamat, satu.status) == (nomor, ALAMAT, "terbuka")
    assert (satu.isi, satu.oleh) == ("Tercetak 95 seharusnya 90 😀", "Pembaca Bagian Umum")
    assert (satu.selesai_waktu, satu.selesai_oleh, satu.selesai_catatan) == (None, "", "")
    assert peristiwa(gudang) == [("lapor angka", "Pembaca Bagian Umum")]


def test_a_note_of_somebody_who_logged_in_bears_the_name(gudang, data):
    tindak_uji.laporkan(gudang, data, AlamatAngka("KAB", "", 2024, "Pagu"), "keliru", PIMPINAN, "lain")
    assert [b.oleh for b in pemeriksaan.laporan(gudang)] == ["pimpinan"]


@pytest.mark.parametrize(
    ("alamat", "isi"),
    [
        (ALAMAT, ""),
        (ALAMAT, " \t"),
        (ALAMAT, "x" * (LAPORAN_MAKS + 1)),
        (AlamatAngka("ENTAH", "UHH", 2024, "Realisasi"), "keliru"),
        (AlamatAngka("KAB", "ENTAH", 2024, "Realisasi"), "keliru"),
    ],
    ids=["none", "spaces", "long", "opd", "indicator"],
)
def test_a_note_without_text_or_of_no_known_figure_is_refused(gudang, data, alamat, isi):
    with pytest.raises(IsianDitolak):
        tindak_uji.laporkan(gudang, data, alamat, isi, None)
    assert pemeriksaan.laporan(gudang) == ()


def test_when_too_many_notes_wait_no_more_are_taken(gudang, data, monkeypatch):
    monkeypatch.setattr(tindak_uji, "PALING_BANYAK_TERBUKA", 2)
    for n in range(2):
        tindak_uji.laporkan(gudang, data, ALAMAT, f"keliru {n}", None)
    with pytest.raises(IsianDitolak, match="Terlalu banyak"):
        tindak_uji.laporkan(gudang, data, ALAMAT, "keliru", None)
    tindak_uji.selesaikan(gudang, 1, AUDITOR, "sudah diralat")
    assert tindak_uji.laporkan(gudang, data, ALAMAT, "keliru", None) == 3


def test_a_note_sent_twice_is_one_note_until_it_is_settled(gudang, data):
    nomor = [tindak_uji.laporkan(gudang, data, ALAMAT, isi, None) for isi in ("keliru", " keliru\n", "keliru sekali")]
    assert nomor == [1, 1, 2]
    tindak_uji.selesaikan(gudang, 1, AUDITOR, "beres")
    assert tindak_uji.laporkan(gudang, data, ALAMAT, "keliru", None) == 3


def test_a_note_is_settled_once_with_name_and_remark(gudang, data):
    nomor = tindak_uji.laporkan(gudang, data, ALAMAT, "keliru", None)
    tindak_uji.selesaikan(gudang, nomor, AUDITOR, "Diralat pada versi 2")
    (satu,) = pemeriksaan.laporan(gudang, "selesai")
    assert (satu.selesai_oleh, satu.selesai_catatan) == ("inspektorat", "Diralat pada versi 2")
    assert satu.selesai_waktu >= satu.waktu
    assert pemeriksaan.laporan(gudang, "terbuka") == ()
    for n in (nomor, 99, 0, -1, 2**40):
        with pytest.raises(TidakAda):
            tindak_uji.selesaikan(gudang, n, AUDITOR, "lagi")


def test_notes_are_listed_newest_first(gudang, data):
    nomor = [tindak_uji.laporkan(gudang, data, ALAMAT, f"ke-{n}", None) for n in range(3)]
    assert [b.id for b in pemeriksaan.laporan(gudang)] == nomor[::-1]


# --- the store as a whole ---------------------------------------------------------------------------------------------


def isi_pemeriksaan(gudang):
    return pemeriksaan.tutupan(gudang), pemeriksaan.laporan(gudang)


@pytest.fixture
def terisi(gudang, data, temuan):
    """A store with a version, a closed finding, a settled note and one that waits."""
    terbit(gudang)
    tindak_uji.tutup(gudang, temuan, AUDITOR, "ralat")
    for isi in ("satu", "dua"):
        tindak_uji.laporkan(gudang, data, ALAMAT, isi, None)
    tindak_uji.selesaikan(gudang, 1, AUDITOR, "beres")
    return gudang


def test_a_backup_and_a_move_take_them_along(terisi, mesin, tmp_path):
    cadangkan(mesin, tmp_path / "cadangan.db")
    baru = buka_mesin(f"sqlite:///{tmp_path / 'baru.db'}")
    pulihkan_cadangan(tmp_path / "cadangan.db", baru)
    assert isi_pemeriksaan(Gudang(baru)) == isi_pemeriksaan(terisi)
    assert pemeriksaan.lapor(Gudang(baru), ALAMAT, "tiga", "Pembaca") == 3
    baru.dispose()


def test_after_a_move_the_next_note_has_the_next_number(terisi, basis_baru):
    tujuan = buka_mesin(basis_baru)
    salin(terisi.mesin, tujuan)
    assert isi_pemeriksaan(Gudang(tujuan)) == isi_pemeriksaan(terisi)
    assert pemeriksaan.lapor(Gudang(tujuan), ALAMAT, "tiga", "Pembaca") == 3
    tujuan.dispose()


def test_publishing_and_rolling_back_leave_them_alone(terisi):
    semula = isi_pemeriksaan(terisi)
    terisi.pulihkan(1, "ani", "uji")
    assert isi_pemeriksaan(terisi) == semula


def test_an_older_store_is_brought_up_to_date_and_keeps_what_it_holds(url_kosong):
    mesin = mesin_lama(url_kosong, "0001")
    assert not inspect(mesin).has_table("laporan")
    Gudang(mesin).catat("masuk", "ani")
    mesin.dispose()
    baru = buka_mesin(url_kosong)
    gudang = Gudang(baru)
    assert peristiwa(gudang) == [("masuk", "ani")]
    assert isi_pemeriksaan(gudang) == ({}, ())
    assert terbit(gudang) == 1
    baru.dispose()


def test_the_migrations_make_exactly_the_tables_of_the_schema(mesin):
    with mesin.connect() as koneksi:
        beda = compare_metadata(MigrationContext.configure(koneksi), METADATA)
        assert [b for b in beda if "alembic_version" not in str(b)] == []
        assert koneksi.execute(select(LAPORAN)).all() == koneksi.execute(select(LOG)).all() == []
