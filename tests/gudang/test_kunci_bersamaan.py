"""Locks hold while others publish: two real connections, two processes, and an upload's own process."""

import os
import sys
from threading import Thread

import pytest
from contoh_gudang import ADMIN, OPERATOR, buku, draf, terbit
from pembangun import BUKU_KECIL, tulis, ubah
from pengganggu import KONTEKS

from kinerja.gudang import gudang as modul_gudang
from kinerja.gudang import sambungan
from kinerja.gudang.gudang import Gudang, KeadaanBerubah
from kinerja.gudang.mesin import GudangTerkendala, buka_mesin
from kinerja.tindak.penolakan import PeriodeTerkunci
from kinerja.unggah.impor import Mode, kunci_periode, pulihkan, terbitkan
from kinerja.unggah.kirim import unggah


@pytest.fixture
def lain(url_gudang, mesin, monkeypatch):
    """The same store on another connection, which waits for nobody."""
    monkeypatch.setattr(sambungan, "TUNGGU_MS", 1)
    hasil = buka_mesin(url_gudang)
    yield Gudang(hasil)
    hasil.dispose()


def mengubah(gudang):
    """Return ways of changing 2024: publishing a draft, rolling back."""
    terbit(gudang, BUKU_KECIL)
    terbit(gudang, buku(1))
    nomor = draf(gudang, buku(2))
    return {
        "terbitkan": lambda: terbitkan(gudang, nomor, ADMIN, "uji"),
        "pulihkan": lambda: pulihkan(gudang, 1, ADMIN, "uji"),
    }


@pytest.mark.parametrize("cara", ["terbitkan", "pulihkan"])
def test_a_lock_set_after_the_check_and_before_the_transaction_holds(gudang, lain, monkeypatch, cara):
    lakukan, asli, sudah = mengubah(gudang)[cara], gudang.menulis, []

    def menulis():
        if not sudah:
            sudah.append(True)
            kunci_periode(lain, 2024, "Tahunan", ADMIN, "sementara itu")
        return asli()

    monkeypatch.setattr(gudang, "menulis", menulis)
    with pytest.raises(PeriodeTerkunci, match="tahun 2024"):
        lakukan()
    assert (gudang.aktif(), len(gudang.versi())) == (2, 2)


@pytest.mark.parametrize("cara", ["terbitkan", "pulihkan"])
def test_while_the_pointer_moves_nobody_locks(gudang, lain, monkeypatch, cara):
    """Who locks waits until it has moved: a lock that stands was there before, or nothing moved after it."""
    lakukan, asli, ditolak = mengubah(gudang)[cara], modul_gudang._tunjuk, []

    def tunjuk(*isi, **lagi):
        def kunci():
            try:
                kunci_periode(lain, 2024, "Tahunan", ADMIN, "sementara itu")
            except GudangTerkendala as galat:
                ditolak.append(galat.pesan)

        utas = Thread(target=kunci)
        utas.start()
        utas.join()
        asli(*isi, **lagi)

    monkeypatch.setattr(modul_gudang, "_tunjuk", tunjuk)
    lakukan()
    assert ditolak == ["Gudang data sedang dipakai proses lain"]
    assert (gudang.kunci(), gudang.aktif()) == ((), 3 if cara == "terbitkan" else 1)
    monkeypatch.setattr(modul_gudang, "_tunjuk", asli)
    kunci_periode(lain, 2024, "Tahunan", ADMIN, "sesudahnya")
    with pytest.raises(PeriodeTerkunci):
        terbitkan(gudang, draf(gudang, buku(5)), ADMIN, "uji")


def test_a_lock_of_nothing_that_changes_lets_the_publication_through(gudang, lain, monkeypatch):
    lakukan, asli, sudah = mengubah(gudang)["terbitkan"], gudang.menulis, []

    def menulis():
        if not sudah:
            sudah.append(True)
            kunci_periode(lain, 2019, "Tahunan", ADMIN, "sementara itu")
        return asli()

    monkeypatch.setattr(gudang, "menulis", menulis)
    assert lakukan() == 3


def test_locks_that_never_rest_end_in_words(gudang, lain, monkeypatch):
    lakukan, asli, nomor = mengubah(gudang)["terbitkan"], gudang.menulis, iter(range(1990, 2020))

    def menulis():
        kunci_periode(lain, next(nomor), "Tahunan", ADMIN, "sementara itu")
        return asli()

    monkeypatch.setattr(gudang, "menulis", menulis)
    with pytest.raises(KeadaanBerubah, match="ulangi sebentar lagi"):
        lakukan()
    assert gudang.aktif() == 2


def test_a_roll_back_is_held_against_the_version_that_is_active_then(gudang, lain, monkeypatch):
    """From version 2 nothing of 2024 would change; version 3, which comes in between, is another matter."""
    terbit(gudang, BUKU_KECIL)
    terbit(gudang, ubah(BUKU_KECIL, "Indikator", G4="Nama lain"))
    nomor, asli, sudah = draf(gudang, buku(3)), gudang.menulis, []

    def menulis():
        if not sudah:
            sudah.append(True)
            terbitkan(lain, nomor, ADMIN, "sementara itu")
            kunci_periode(lain, 2024, "Tahunan", ADMIN, "sementara itu")
        return asli()

    monkeypatch.setattr(gudang, "menulis", menulis)
    with pytest.raises(PeriodeTerkunci):
        pulihkan(gudang, 1, ADMIN, "uji")
    assert gudang.aktif() == 3


def _impor(url, berkas, sampai, lanjut):
    """Import in a process of its own that stops before its transaction until it may go on."""
    from kinerja.gudang import gudang as modul
    from kinerja.perintah.utama import main

    def tunggu(mesin):
        sampai.set()
        lanjut.wait(240)

    modul.sebelum_terbit = tunggu
    os.environ["KINERJA_DATABASE_URL"] = url
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - for the short life of this process
    sys.exit(main(["impor", str(berkas)]))


def test_a_lock_set_while_another_process_publishes_holds(gudang, url_gudang, tmp_path):
    terbit(gudang, BUKU_KECIL)
    sampai, lanjut = KONTEKS.Event(), KONTEKS.Event()
    proses = KONTEKS.Process(target=_impor, args=(url_gudang, tulis(buku(1), tmp_path / "buku.xlsx"), sampai, lanjut))
    proses.start()
    assert sampai.wait(240)
    kunci_periode(gudang, 2024, "Tahunan", ADMIN, "sementara itu")
    lanjut.set()
    proses.join(240)
    assert proses.exitcode == 1
    assert (gudang.aktif(), [b["peristiwa"] for b in gudang.log(2)]) == (1, ["tolak", "kunci"])


def test_through_the_upload_s_own_process_rights_and_locks_are_the_same(gudang, url_gudang, tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_DATABASE_URL", url_gudang)
    terbit(gudang)
    kunci_periode(gudang, 2024, "Tahunan", ADMIN, "audit")
    bagian = {"Skala": [[*BUKU_KECIL["Skala"][0], "Kode OPD"], ["Kesehatan", 1, "Utama", *[None] * 5, "DINKES"]]}
    byte = tulis(bagian, tmp_path / "bagian.xlsx").read_bytes()
    for siapa, kode in ((OPERATOR, {"baris-opd-lain", "periode-terkunci"}), (ADMIN, {"periode-terkunci"})):
        hasil = unggah([("bagian.xlsx", byte)], Mode.PERBARUI, siapa, lambda _: None)
        assert ({t.kode.value for t in hasil.temuan if t.tingkat == "galat"}, hasil.draf) == (kode, None)
    assert gudang.aktif() == 1
