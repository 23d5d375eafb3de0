"""Moving a store from SQLite to PostgreSQL and back: the same versions, bytes, times and next number."""

import pytest
from contoh_gudang import buku, byte, draf, gudang_baru, jumlah_isi, lembar, tanpa_unggah, terbit

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import GudangTerkendala, buka_mesin
from kinerja.gudang.salin import cadangkan, pulihkan_cadangan, salin
from kinerja.perintah.utama import main


@pytest.fixture
def asal(tmp_path):
    """A SQLite store with history: three versions, the second active, a lock, a refusal, a draft."""
    (tmp_path / "asal").mkdir()
    gudang = gudang_baru(tmp_path / "asal")
    for n in (1, 2, 3):
        terbit(gudang, buku(n), nama=f"{n}.xlsx")
    gudang.pulihkan(2, "ani", "angka rapat")
    gudang.kunci_periode(2023, "TW I", "ani", "rapat")
    gudang.catat("tolak", "budi", galat=3)
    draf(gudang, buku(4))
    return gudang


def keadaan(gudang):
    """Everything a store tells, drafts apart."""
    isi = [(gudang.lembar(v.nomor), gudang.asli(v.nomor)) for v in gudang.versi()]
    return gudang.aktif(), gudang.versi(), gudang.kunci(), gudang.log(), isi


def test_from_sqlite_to_postgresql_and_back_through_the_command_line(asal, basis_baru, tmp_path, monkeypatch, capsys):
    basis, kembali = basis_baru, f"sqlite:///{tmp_path / 'kembali.db'}"
    for dari, ke in ((f"sqlite:///{tmp_path / 'asal' / 'gudang.db'}", basis), (basis, kembali)):
        monkeypatch.setenv("KINERJA_DATABASE_URL", dari)
        assert main(["pindah", "--ke", ke]) == 0
        assert capsys.readouterr().out == "3 versi disalin\n"
        tujuan = Gudang(buka_mesin(ke))
        assert keadaan(tujuan) == keadaan(asal)
        tujuan.mesin.dispose()
    assert Gudang(buka_mesin(kembali)).asli(3) == (("3.xlsx", byte(buku(3))),)


def test_after_a_move_the_next_version_has_the_next_number(asal, mesin):
    assert salin(asal.mesin, mesin) == 3
    gudang = Gudang(mesin)
    assert terbit(gudang, buku(5)) == 4
    assert gudang.lembar(4) == lembar(buku(5))
    assert [b["peristiwa"] for b in tanpa_unggah(gudang.log())][:2] == ["terbit", "tolak"]


def test_a_backup_of_either_engine_restores_into_either(asal, mesin, tmp_path):
    salin(asal.mesin, mesin)
    assert cadangkan(mesin, tmp_path / "cadangan.db") == 3
    baru = buka_mesin(f"sqlite:///{tmp_path / 'baru.db'}")
    assert pulihkan_cadangan(tmp_path / "cadangan.db", baru) == 3
    assert keadaan(Gudang(baru)) == keadaan(asal)


def test_drafts_stay_behind(asal, mesin):
    salin(asal.mesin, mesin)
    assert (jumlah_isi(asal.mesin)["draf"], jumlah_isi(mesin)["draf"]) == (1, 0)


def test_a_filled_store_is_never_moved_into(asal, mesin):
    terbit(Gudang(mesin), buku(9))
    sebelum = keadaan(Gudang(mesin))
    with pytest.raises(GudangTerkendala, match="sudah berisi versi"):
        salin(asal.mesin, mesin)
    assert keadaan(Gudang(mesin)) == sebelum


def test_a_move_that_breaks_off_leaves_the_target_empty(asal, mesin, monkeypatch):
    from kinerja.gudang import salin as modul

    def putus(_):
        raise OSError("putus")

    monkeypatch.setattr(modul, "_lanjutkan_nomor", putus)
    with pytest.raises(OSError, match="putus"):
        salin(asal.mesin, mesin)
    assert set(jumlah_isi(mesin).values()) == {0}
