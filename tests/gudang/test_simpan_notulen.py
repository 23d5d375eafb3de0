"""Decisions of a meeting in the store: by right, once, whole or not at all, there after a kill; on both engines."""

import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier

import pytest
from contoh import capaian, dataset, indikator, opd
from contoh_gudang import ADMIN, INSPEKTORAT, OPERATOR, PIMPINAN, terbit
from contoh_notulen import HARI, LUSA, isi

from kinerja.akun.akses import TidakBerhak
from kinerja.gudang import notulen as simpanan
from kinerja.gudang.gudang import Gudang, TidakAda
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.notulen import daftar_notulen
from kinerja.gudang.salin import cadangkan, pulihkan_cadangan, salin
from kinerja.model.catatan import StatusNotulen
from kinerja.nilai.galat import IsianDitolak
from kinerja.tindak import notulen as tindak_notulen
from kinerja.tindak.notulen import CATATAN_MAKS, KEPUTUSAN_MAKS, PENANGGUNG_MAKS

DATA = dataset(
    opd=[opd(), opd("DINKES", "Dinas")],
    indikator=[indikator(), indikator("AKI", "DINKES"), indikator("TPT")],
    capaian=[capaian(target=100, realisasi=90)],
)


def catat(gudang, pengguna=INSPEKTORAT, **ubah):
    return tindak_notulen.catat(gudang, DATA, isi(**ubah), pengguna, HARI)


def peristiwa(gudang):
    return [(b["peristiwa"], b["oleh"]) for b in gudang.log()]


# --- noting -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pengguna", [INSPEKTORAT, OPERATOR, ADMIN], ids=lambda p: p.peran)
def test_a_decision_is_kept_with_name_and_time_and_logged(gudang, pengguna):
    n = catat(gudang, pengguna, keputusan="  Verifikasi\ndata 😀\u202e ", slaid="indikator-UHH")
    assert daftar_notulen(gudang) == (n,)
    assert simpanan.ambil(gudang, n.id) == n
    assert (n.keputusan, n.penanggung_jawab, n.tenggat) == ("Verifikasi data 😀", "Dinas Kesehatan", LUSA)
    assert (n.kode_opd, n.kode_indikator, n.tahun, n.slaid) == ("KAB", "UHH", 2024, "indikator-UHH")
    assert (n.oleh, n.selesai_waktu, n.selesai_oleh) == (pengguna.nama, None, "")
    assert n.waktu.utcoffset() == timedelta(0)
    assert n.status(HARI) is StatusNotulen.TERBUKA
    assert peristiwa(gudang) == [("catat keputusan", pengguna.nama)]
    assert gudang.log()[0]["rincian"]["tenggat"] == "2026-11-23"


def test_a_decision_may_be_about_the_opd_as_a_whole(gudang):
    assert catat(gudang, kode_indikator="", slaid="").kode_indikator == ""


def test_who_lacks_the_right_is_refused_and_the_log_says_so(gudang):
    n = catat(gudang)
    for tindakan in (
        lambda: catat(gudang, PIMPINAN),
        lambda: tindak_notulen.selesaikan(gudang, n.id, PIMPINAN, "beres"),
        lambda: tindak_notulen.buka_kembali(gudang, n.id, PIMPINAN, "belum"),
        lambda: tindak_notulen.ubah_tenggat(gudang, n.id, LUSA, PIMPINAN, HARI),
    ):
        with pytest.raises(TidakBerhak, match="menulis catatan"):
            tindakan()
        assert peristiwa(gudang)[0] == ("tolak", PIMPINAN.nama)
    assert daftar_notulen(gudang) == (n,)


def test_everything_that_is_missing_is_named_at_once(gudang):
    with pytest.raises(IsianDitolak) as ditolak:
        catat(gudang, keputusan=" \n", penanggung_jawab="\x00\u202e", tenggat=None)
    assert ditolak.value.galat == ("Keputusan belum diisi", "Penanggung jawab belum diisi", "Tenggat belum diisi")
    assert daftar_notulen(gudang) == ()
    assert peristiwa(gudang) == []


@pytest.mark.parametrize(
    ("ubah", "galat"),
    [
        ({"keputusan": "x" * (KEPUTUSAN_MAKS + 1)}, "Keputusan paling panjang 500 huruf"),
        ({"penanggung_jawab": "x" * (PENANGGUNG_MAKS + 1)}, "Penanggung jawab paling panjang 120 huruf"),
        ({"penanggung_jawab": "Kabid 19800101 200501 1 001"}, "memuat NIP; tulis jabatan atau OPD"),
        ({"keputusan": "Ditugaskan kepada 198001012005011001"}, "Keputusan memuat NIP"),
        ({"tenggat": HARI - timedelta(1)}, "Tenggat sudah lewat"),
        ({"tenggat": date(2101, 1, 1)}, "Tenggat paling lambat tahun 2100"),
        ({"kode_opd": "ENTAH"}, "OPD tidak dikenal"),
        ({"kode_indikator": "ENTAH"}, "Indikator tidak dikenal"),
        ({"kode_indikator": "AKI"}, "Indikator tidak dikenal pada OPD ini"),
        ({"tahun": 1066}, "Tahun tidak dikenal"),
        ({"slaid": "x" * 1000}, "Slaid tidak dikenal"),
        ({"kunci": ""}, "Kunci kiriman tidak dikenal"),
        ({"kunci": "x" * 41}, "Kunci kiriman tidak dikenal"),
        ({"kunci": "<b>"}, "Kunci kiriman tidak dikenal"),
    ],
    ids=lambda p: "-".join(p) if isinstance(p, dict) else "",
)
def test_what_cannot_be_meant_is_refused(gudang, ubah, galat):
    with pytest.raises(IsianDitolak, match=galat):
        catat(gudang, **ubah)
    assert daftar_notulen(gudang) == ()


def test_a_due_date_of_today_is_in_time(gudang):
    assert catat(gudang, tenggat=HARI).status(HARI) is StatusNotulen.TERBUKA


def test_a_decision_sent_twice_is_stored_once(gudang):
    satu = catat(gudang, kunci="a")
    assert catat(gudang, kunci="a") == satu
    assert catat(gudang, kunci="b").id != satu.id
    assert len(daftar_notulen(gudang)) == 2
    assert len(peristiwa(gudang)) == 2


def test_another_text_under_a_key_that_stands_is_refused_and_not_lost_silently(gudang):
    satu = catat(gudang, kunci="a")
    with pytest.raises(IsianDitolak, match=f"dengan isi lain sebagai keputusan {satu.id}"):
        catat(gudang, kunci="a", keputusan="Lain sama sekali")
    assert daftar_notulen(gudang) == (satu,)


def test_a_decision_sent_at_the_same_moment_by_four_is_stored_once(gudang):
    pagar = Barrier(4)

    def kirim(_):
        pagar.wait()
        return catat(gudang, kunci="sama").id

    with ThreadPoolExecutor(4) as kolam:
        assert len(set(kolam.map(kirim, range(4)))) == 1
    assert len(daftar_notulen(gudang)) == 1


# --- settling ---------------------------------------------------------------------------------------------------------


def test_a_decision_is_settled_opened_again_and_given_another_day(gudang):
    n = catat(gudang)
    tindak_notulen.selesaikan(gudang, n.id, ADMIN, " Sudah\nterbit ")
    selesai = simpanan.ambil(gudang, n.id)
    assert (selesai.selesai_oleh, selesai.selesai_catatan) == (ADMIN.nama, "Sudah terbit")
    assert selesai.selesai_waktu >= n.waktu
    assert selesai.status(date(2030, 1, 1)) is StatusNotulen.SELESAI
    tindak_notulen.buka_kembali(gudang, n.id, INSPEKTORAT, "Belum lengkap")
    assert simpanan.ambil(gudang, n.id) == n
    baru = LUSA + timedelta(7)
    tindak_notulen.ubah_tenggat(gudang, n.id, baru, ADMIN, HARI, "Menunggu BPS")
    assert simpanan.ambil(gudang, n.id) == replace(n, tenggat=baru)
    assert [p for p, _ in peristiwa(gudang)] == [
        "tenggat keputusan",
        "buka keputusan",
        "selesai keputusan",
        "catat keputusan",
    ]
    assert gudang.log()[0]["rincian"] == {"nomor": n.id, "tenggat": "2026-11-30", "alasan": "Menunggu BPS"}


def test_settling_asks_for_a_remark_and_opening_for_a_reason(gudang):
    n = catat(gudang)
    for teks in ("", " \u200b", "x" * (CATATAN_MAKS + 1)):
        with pytest.raises(IsianDitolak, match="Catatan"):
            tindak_notulen.selesaikan(gudang, n.id, ADMIN, teks)
        with pytest.raises(IsianDitolak, match="Alasan"):
            tindak_notulen.buka_kembali(gudang, n.id, ADMIN, teks)
    with pytest.raises(IsianDitolak) as ditolak:
        tindak_notulen.ubah_tenggat(gudang, n.id, HARI - timedelta(1), ADMIN, HARI, "x" * (CATATAN_MAKS + 1))
    assert ditolak.value.galat == ("Tenggat sudah lewat", "Alasan paling panjang 300 huruf")
    assert daftar_notulen(gudang) == (n,)


@pytest.mark.parametrize("nomor", [99, 0, -1, 2**40])
def test_what_is_not_there_cannot_be_acted_on(gudang, nomor):
    for tindakan in (
        lambda: tindak_notulen.selesaikan(gudang, nomor, ADMIN, "x"),
        lambda: tindak_notulen.buka_kembali(gudang, nomor, ADMIN, "x"),
        lambda: tindak_notulen.ubah_tenggat(gudang, nomor, LUSA, ADMIN, HARI),
        lambda: simpanan.ambil(gudang, nomor),
    ):
        with pytest.raises(TidakAda, match=f"Keputusan {nomor}"):
            tindakan()
    assert peristiwa(gudang) == []


def test_what_is_done_is_settled_once_and_what_is_open_is_not_opened(gudang):
    n = catat(gudang)
    with pytest.raises(TidakAda, match="yang selesai"):
        tindak_notulen.buka_kembali(gudang, n.id, ADMIN, "x")
    tindak_notulen.selesaikan(gudang, n.id, ADMIN, "pertama")
    with pytest.raises(TidakAda, match="yang terbuka"):
        tindak_notulen.selesaikan(gudang, n.id, INSPEKTORAT, "kedua")
    with pytest.raises(TidakAda, match="yang terbuka"):
        tindak_notulen.ubah_tenggat(gudang, n.id, LUSA, ADMIN, HARI)
    assert simpanan.ambil(gudang, n.id).selesai_catatan == "pertama"


# --- listing ----------------------------------------------------------------------------------------------------------


def test_decisions_are_listed_by_opd_and_indicator(gudang):
    uhh, tpt, aki, kab = (
        catat(gudang, kode_indikator=i, kode_opd=o)
        for i, o in (("UHH", "KAB"), ("TPT", "KAB"), ("AKI", "DINKES"), ("", "KAB"))
    )
    assert set(daftar_notulen(gudang)) == {uhh, tpt, aki, kab}
    assert set(daftar_notulen(gudang, "KAB")) == {uhh, tpt, kab}
    assert daftar_notulen(gudang, kode_indikator="AKI") == (aki,)
    assert daftar_notulen(gudang, "KAB", "") == (kab,)
    assert daftar_notulen(gudang, "DINKES", "UHH") == daftar_notulen(gudang, "' OR 1=1--") == ()


# --- the store as a whole ---------------------------------------------------------------------------------------------

_KONTEKS = multiprocessing.get_context("forkserver")


def _catat_lalu_mati(url):
    catat(Gudang(buka_mesin(url)), kunci="mati", keputusan="Tetap ada")
    os.kill(os.getpid(), signal.SIGKILL)


def _mati_sebelum_commit(url):
    simpanan.catat = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    catat(Gudang(buka_mesin(url)), kunci="mati", keputusan="Setengah")


@pytest.mark.parametrize(
    ("kerja", "isi_gudang"), [(_catat_lalu_mati, ["Tetap ada"]), (_mati_sebelum_commit, [])], ids=["after", "before"]
)
def test_a_process_that_is_killed_leaves_the_decision_whole_or_not_at_all(url_gudang, kerja, isi_gudang):
    proses = _KONTEKS.Process(target=kerja, args=(url_gudang,))
    proses.start()
    proses.join(240)
    assert proses.exitcode == -signal.SIGKILL
    mesin = buka_mesin(url_gudang)
    gudang = Gudang(mesin)
    assert [n.keputusan for n in daftar_notulen(gudang)] == isi_gudang
    assert len(gudang.log()) == len(isi_gudang)
    mesin.dispose()


@pytest.fixture
def terisi(gudang):
    """A store with a version, a decision that is done and one that waits."""
    terbit(gudang)
    satu, _ = catat(gudang), catat(gudang, kode_indikator="")
    tindak_notulen.selesaikan(gudang, satu.id, ADMIN, "beres")
    return gudang


def test_a_backup_takes_decisions_along(terisi, mesin, tmp_path):
    cadangkan(mesin, tmp_path / "cadangan.db")
    baru = buka_mesin(f"sqlite:///{tmp_path / 'baru.db'}")
    pulihkan_cadangan(tmp_path / "cadangan.db", baru)
    assert daftar_notulen(Gudang(baru)) == daftar_notulen(terisi)
    assert len(daftar_notulen(terisi)) == 2
    baru.dispose()


def test_after_a_move_the_next_decision_has_the_next_number(terisi, basis_baru):
    tujuan = buka_mesin(basis_baru)
    salin(terisi.mesin, tujuan)
    gudang = Gudang(tujuan)
    assert daftar_notulen(gudang) == daftar_notulen(terisi)
    assert catat(gudang).id == 3
    tujuan.dispose()


def test_publishing_and_rolling_back_leave_decisions_alone(terisi):
    semula = daftar_notulen(terisi)
    terisi.pulihkan(1, "ani", "uji")
    assert daftar_notulen(terisi) == semula
