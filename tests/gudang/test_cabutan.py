"""Ended logins stand in the store: every process knows of them, and a store that does not answer lets nobody in."""

from contoh_akun import KUNCI, Jam, satu

from kinerja.akun.pengaturan import baca_pengaturan
from kinerja.akun.tiket import Loket
from kinerja.gudang import cabutan
from kinerja.gudang.cabutan import CabutanGudang, cabut, dicabut
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import GudangTerkendala, buka_mesin

PENGATURAN = baca_pengaturan({**satu(), "masuk": {"kunci_cookie": KUNCI}})
SITI = PENGATURAN.akun["siti"]


def tak_menjawab():
    raise GudangTerkendala("Gudang data tidak dapat dihubungi", "Periksa server basis data, lalu ulangi")


def test_a_login_that_ended_in_one_process_is_dead_in_the_other(gudang, url_gudang):
    mesin = buka_mesin(url_gudang)
    di_sini, di_sana = (Loket(jam=Jam(), cabutan=CabutanGudang(lambda g=g: g)) for g in (gudang, Gudang(mesin)))
    tiket, lain = (di_sini.terbitkan(PENGATURAN, SITI) for _ in range(2))
    assert di_sana.akun(PENGATURAN, tiket) == SITI
    di_sini.cabut(PENGATURAN, tiket)
    assert [di.akun(PENGATURAN, tiket) for di in (di_sini, di_sana)] == [None, None]
    assert [di.akun(PENGATURAN, lain) for di in (di_sini, di_sana)] == [SITI, SITI]
    mesin.dispose()


def test_a_revocation_stands_once_and_goes_when_no_login_can_be_that_old(gudang, monkeypatch):
    kini = cabutan.kini()
    for _ in range(2):
        cabut(gudang, "a" * 64)
    assert dicabut(gudang, "a" * 64)
    monkeypatch.setattr(cabutan, "kini", lambda: kini + cabutan.SIMPAN * 2)
    cabut(gudang, "b" * 64)
    assert [dicabut(gudang, h * 64) for h in "ab"] == [False, True]


def test_while_the_store_does_not_answer_no_login_counts_and_a_logout_is_handed_on_later(gudang, caplog):
    keadaan = [tak_menjawab]
    di_sini = Loket(jam=Jam(), cabutan=CabutanGudang(lambda: keadaan[0]()))
    tiket, lain = (di_sini.terbitkan(PENGATURAN, SITI) for _ in range(2))
    assert di_sini.akun(PENGATURAN, tiket) is None
    di_sini.cabutan.tambah("c" * 64)
    assert "belum tersimpan" in caplog.text
    keadaan[0] = lambda: gudang
    assert di_sini.akun(PENGATURAN, lain) == SITI
    assert dicabut(gudang, "c" * 64)


def test_what_waits_to_be_handed_on_is_bounded(monkeypatch):
    monkeypatch.setattr(cabutan, "TERTUNDA_MAKS", 3)
    daftar = CabutanGudang(tak_menjawab)
    for i in range(10):
        daftar.tambah(str(i))
    assert list(daftar._tertunda) == ["7", "8", "9"]
