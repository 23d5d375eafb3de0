"""Versions in the store: published whole, in order, never overwritten; the same on SQLite and PostgreSQL."""

import hashlib
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from contoh_gudang import buku, byte, draf, jumlah_isi, lembar, tanpa_unggah, terbit
from pembangun import BUKU_KECIL, tambah_baris
from sqlalchemy import select, update

from kinerja.buku.banding.kanonik import sidik_kanonik
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import DasarBerubah, Gudang, TidakAda
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.skema import DRAF, VERSI
from kinerja.nilai.waktu import format_waktu

RONDE = 10


def peristiwa(gudang):
    return [b["peristiwa"] for b in tanpa_unggah(gudang.log())]


# --- publishing -------------------------------------------------------------------------------------------------------


def test_a_store_that_was_never_opened_is_made_ready(url_kosong):
    mesin = buka_mesin(url_kosong)
    assert terbit(Gudang(mesin)) == 1
    mesin.dispose()


def test_a_draft_kept_by_the_version_before_is_still_published(gudang):
    nomor = draf(gudang)
    lama = {
        "perubahan": {"tambah": 3, "ubah": 0, "hapus": 0},
        "per_lembar": {"OPD": {"tambah": 3, "ubah": 0, "hapus": 0}},
        "per_opd": {"": {"tambah": 3, "ubah": 0, "hapus": 0}},
        "baris": [{"lembar": "OPD", "jenis": "tambah", "kunci": "A", "opd": "", "sel": [["Nama OPD", "", "A"]]}],
        "dampak": ["Versi pertama: 1 OPD, 1 IKU"],
        "pengaman": [{"kalimat": "Tahun 2024 hilang.", "ketik": 3}],
        "temuan": [{"tingkat": "peringatan", "lembar": "OPD", "sel": "A1", "kolom": "", "pesan": "p", "saran": ""}],
        "uji": {"jumlah": {"baru": 0, "hilang": 0, "sama": 4}, "baru": [], "hilang": []},
    }
    with gudang.mesin.begin() as koneksi:
        koneksi.execute(update(DRAF).where(DRAF.c.id == nomor).values(rincian=lama))
    rincian = gudang.draf(nomor).rincian
    assert (rincian.jumlah_baris, rincian.baris[0].sel[0].baru, rincian.pengaman[0].ketik) == (3, "A", 3)
    versi = gudang.ambil(gudang.terbitkan(nomor, "ani", "uji"))
    assert (dict(versi.perubahan), versi.dampak) == (lama["perubahan"], ("Versi pertama: 1 OPD, 1 IKU",))


def test_processes_that_open_an_empty_database_together_make_the_schema_once(url_kosong):
    with ThreadPoolExecutor(6) as bersama:
        mesin = list(bersama.map(buka_mesin, [url_kosong] * 6))
    assert [jumlah_isi(m)["versi"] for m in mesin] == [0] * 6
    for m in mesin:
        m.dispose()


def test_an_empty_store_has_no_version_no_lock_and_no_log(gudang):
    assert (gudang.aktif(), gudang.versi(), gudang.kunci(), gudang.log()) == (None, (), (), ())


def test_what_is_published_is_the_active_version_with_all_that_was_said_of_it(gudang):
    nomor = terbit(gudang, catatan="Laporan tahun 2024", nama="kinerja 2024.xlsx")
    (v,) = gudang.versi()
    assert (nomor, v.nomor, gudang.aktif()) == (1, 1, 1)
    assert (v.oleh, v.catatan, v.berkas) == ("ani", "Laporan tahun 2024", "kinerja 2024.xlsx")
    assert (v.mode, v.dasar) == ("ganti", None)
    assert v.perubahan["tambah"] == sum(len(t) - 1 for t in BUKU_KECIL.values())
    assert v.dampak == ("1 angka berubah",)
    assert v.sha256 == hashlib.sha256(byte(BUKU_KECIL)).hexdigest()
    assert v.sidik == sidik_kanonik(lembar())


def test_versions_are_listed_by_number_newest_first_whatever_the_clock_said(gudang, mesin):
    for n in range(1, 5):
        terbit(gudang, buku(n))
    with mesin.begin() as koneksi:
        koneksi.execute(update(VERSI).where(VERSI.c.nomor == 2).values(waktu=datetime(2031, 1, 1, tzinfo=UTC)))
        koneksi.execute(update(VERSI).where(VERSI.c.nomor == 4).values(waktu=datetime(2001, 1, 1, tzinfo=UTC)))
    assert [v.nomor for v in gudang.versi()] == [4, 3, 2, 1]
    assert [v.dasar for v in gudang.versi()] == [3, 2, 1, None]


def test_rows_come_back_equal_and_compute_the_same(gudang):
    isi = tambah_baris(
        BUKU_KECIL, "Capaian", ["IMUN", 2023, "TW I", "1:26", None, "-", "Tidak tercapai", None, "0\u200b“x”", "é"]
    )
    nomor = terbit(gudang, isi)
    assert gudang.lembar(nomor) == lembar(isi)
    hasil = gudang.muat(nomor)
    assert hasil.sah
    assert sidik_kanonik(hasil.kanonik()) == gudang.ambil(nomor).sidik
    assert Dataset(hasil.buku).tahunan("IMUN", 2024).persen == 90


def test_originals_come_back_byte_for_byte(gudang):
    pertama, kedua = terbit(gudang, buku(1), nama="a.xlsx"), terbit(gudang, buku(2), nama="b.xlsx")
    assert gudang.asli(pertama) == (("a.xlsx", byte(buku(1))),)
    assert gudang.asli(kedua) == (("b.xlsx", byte(buku(2))),)


def test_several_originals_of_one_name_are_all_kept(gudang):
    isi = replace(gudang.draf(draf(gudang)), sha256=hashlib.sha256(b"satu").hexdigest())
    berkas = [("data.xlsx", b"satu"), ("data.xlsx", b"dua"), ("2. data.xlsx", b"tiga")]
    nomor = gudang.terbitkan(gudang.simpan_draf(isi, lembar(), berkas), "ani", "uji")
    assert [b for _, b in gudang.asli(nomor)] == [b"satu", b"dua", b"tiga"]
    assert len({nama for nama, _ in gudang.asli(nomor)}) == 3


def test_versions_survive_a_restart(gudang, mesin, url_gudang):
    terbit(gudang, buku(1))
    terbit(gudang, buku(2))
    sebelum = (gudang.versi(), gudang.lembar(2), gudang.log())
    mesin.dispose()
    lagi = buka_mesin(url_gudang)
    assert (Gudang(lagi).versi(), Gudang(lagi).lembar(2), Gudang(lagi).log()) == sebelum
    assert Gudang(lagi).aktif() == 2
    lagi.dispose()


def test_what_is_not_there_is_said_to_be_absent(gudang):
    terbit(gudang)
    for nomor in (0, -1, 2, 2**31, -(2**31) - 1, 10**30, -(10**30)):
        for tanya in (gudang.ambil, gudang.draf):
            with pytest.raises(TidakAda, match=f"{nomor} tidak ada"):
                tanya(nomor)


# --- times ------------------------------------------------------------------------------------------------------------


def test_times_are_utc_and_shown_in_wib(gudang, mesin):
    terbit(gudang)
    gudang.kunci_periode(2023, "Tahunan", "ani", "audit selesai")
    semua = [gudang.versi()[0].waktu, gudang.kunci()[0].waktu, gudang.log()[0]["waktu"]]
    assert all(w.utcoffset() == timedelta(0) for w in semua)
    assert all(abs(datetime.now(UTC) - w) < timedelta(minutes=1) for w in semua)
    with mesin.begin() as koneksi:
        koneksi.execute(update(VERSI).values(waktu=datetime(2024, 12, 31, 18, 30, tzinfo=UTC)))
    assert format_waktu(gudang.versi()[0].waktu) == "1 Januari 2025 01.30 WIB"


# --- drafts -----------------------------------------------------------------------------------------------------------


def test_a_draft_shows_nowhere_and_goes_when_it_is_published(gudang, mesin):
    nomor = draf(gudang)
    assert gudang.aktif() is None
    assert gudang.lembar_draf(nomor) == lembar()
    gudang.terbitkan(nomor, "ani", "uji")
    assert gudang.lembar_draf(nomor) == ()
    assert (jumlah_isi(mesin)["draf"], jumlah_isi(mesin)["blob_draf"]) == (0, 0)


def test_publishing_a_draft_twice_is_refused_and_changes_nothing(gudang, mesin):
    nomor = draf(gudang)
    gudang.terbitkan(nomor, "ani", "uji")
    sebelum = jumlah_isi(mesin)
    with pytest.raises(TidakAda, match=f"Draf {nomor} tidak ada"):
        gudang.terbitkan(nomor, "ani", "uji")
    assert jumlah_isi(mesin) == sebelum


def test_a_dropped_draft_is_gone_with_its_files(gudang, mesin):
    gudang.buang_draf(draf(gudang))
    isi = jumlah_isi(mesin)
    assert (isi["draf"], isi["blob_draf"], isi["versi"], isi["blob"]) == (0, 0, 0, 0)


def test_a_draft_of_yesterday_goes_with_the_next_one_a_young_one_stays(gudang, mesin):
    basi, muda = draf(gudang, buku(1)), draf(gudang, buku(2))
    for nomor, umur in ((basi, timedelta(hours=25)), (muda, timedelta(hours=23))):
        with mesin.begin() as koneksi:
            koneksi.execute(update(DRAF).where(DRAF.c.id == nomor).values(waktu=datetime.now(UTC) - umur))
    baru = draf(gudang, buku(3))
    with mesin.connect() as koneksi:
        assert set(koneksi.execute(select(DRAF.c.id)).scalars()) == {muda, baru}
    assert gudang.lembar_draf(basi) == ()


# --- two on the same base ---------------------------------------------------------------------------------------------


def test_the_second_on_the_same_base_is_told_and_nothing_is_overwritten(gudang, mesin):
    terbit(gudang)
    satu, dua = draf(gudang, buku(1)), draf(gudang, buku(2), oleh="budi")
    gudang.terbitkan(satu, "ani", "uji")
    sebelum, isi = jumlah_isi(mesin), gudang.lembar(2)
    with pytest.raises(DasarBerubah, match="Versi 2 terbit sementara itu") as berubah:
        gudang.terbitkan(dua, "budi", "uji")
    assert berubah.value.aktif == 2
    assert jumlah_isi(mesin) == sebelum
    assert (gudang.aktif(), gudang.lembar(2)) == (2, isi)


def test_a_roll_back_meanwhile_counts_as_a_change_of_the_base(gudang):
    terbit(gudang, buku(1))
    terbit(gudang, buku(2))
    nomor = draf(gudang, buku(3))
    gudang.pulihkan(1, "ani", "uji")
    with pytest.raises(DasarBerubah, match="Versi 1"):
        gudang.terbitkan(nomor, "ani", "uji")


def _coba(gudang, nomor, mulai):
    mulai.wait(240)
    try:
        return gudang.terbitkan(nomor, "ani", "uji")
    except DasarBerubah:
        return None


def test_of_two_threads_that_publish_at_once_one_wins_each_time(gudang):
    with ThreadPoolExecutor(2) as kolam:
        for ronde in range(RONDE):
            mulai = Barrier(2)
            pasangan = [draf(gudang, buku(2 * ronde + n)) for n in (0, 1)]
            hasil = [j.result() for j in [kolam.submit(_coba, gudang, n, mulai) for n in pasangan]]
            assert sorted(h is None for h in hasil) == [False, True]
            pemenang = hasil.index(None) ^ 1
            assert gudang.lembar(gudang.aktif()) == lembar(buku(2 * ronde + pemenang))
    assert len(gudang.versi()) == RONDE


def _proses(url, antrean, hasil, mulai):
    gudang = Gudang(buka_mesin(url))
    for nomor in iter(antrean.get, None):
        hasil.put((nomor, _coba(gudang, nomor, mulai)))


def test_of_two_processes_that_publish_at_once_one_wins_each_time(gudang, mesin, url_gudang):
    konteks = multiprocessing.get_context("forkserver")
    mulai, hasil, antrean = konteks.Barrier(2), konteks.Queue(), [konteks.Queue(), konteks.Queue()]
    proses = [konteks.Process(target=_proses, args=(url_gudang, a, hasil, mulai)) for a in antrean]
    for p in proses:
        p.start()
    for ronde in range(RONDE):
        for n, a in enumerate(antrean):
            a.put(draf(gudang, buku(2 * ronde + n)))
        jawab = [hasil.get(timeout=240)[1] for _ in antrean]
        assert sorted(j is None for j in jawab) == [False, True]
    for a in antrean:
        a.put(None)
    for p in proses:
        p.join(240)
    assert (len(gudang.versi()), jumlah_isi(mesin)["penunjuk"]) == (RONDE, 1)
    assert peristiwa(gudang) == ["terbit"] * RONDE


# --- rolling back, log ------------------------------------------------------------------------------------------------


def test_rolling_back_moves_the_pointer_and_loses_nothing(gudang):
    for n in (1, 2, 3):
        terbit(gudang, buku(n))
    gudang.pulihkan(1, "ani", "angka rapat Maret")
    assert gudang.aktif() == 1
    assert [v.nomor for v in gudang.versi()] == [3, 2, 1]
    gudang.pulihkan(3, "ani", "kembali")
    assert gudang.aktif() == 3


def test_after_a_roll_back_the_next_version_has_a_new_number_and_its_base(gudang):
    for n in (1, 2):
        terbit(gudang, buku(n))
    gudang.pulihkan(1, "ani", "uji")
    assert terbit(gudang, buku(3)) == 3
    assert gudang.ambil(3).dasar == 1


def test_rolling_back_to_no_version_is_refused(gudang):
    terbit(gudang)
    with pytest.raises(TidakAda, match="Versi 9 tidak ada"):
        gudang.pulihkan(9, "ani", "uji")
    assert peristiwa(gudang) == ["terbit"]


def test_the_log_tells_what_who_and_why_newest_first(gudang):
    terbit(gudang, catatan="pertama")
    gudang.catat("tolak", "budi", berkas=["x.xlsx"], galat=2)
    terbit(gudang, buku(2), catatan="kedua")
    gudang.pulihkan(1, "ani", "salah berkas")
    gudang.kunci_periode(2024, "Tahunan", "ani", "audit")
    gudang.buka_kunci(2024, "Tahunan", "ani", "koreksi")
    assert peristiwa(gudang) == ["buka kunci", "kunci", "pulih", "terbit", "tolak", "terbit"]
    log = tanpa_unggah(gudang.log())
    assert log[2]["rincian"] == {"nomor": 1, "dari": 2, "catatan": "salah berkas"}
    assert log[3]["rincian"] == {"nomor": 2, "dasar": 1, "berkas": "buku.xlsx", "catatan": "kedua"}
    assert log[4]["oleh"] == "budi"
    assert gudang.log(2) == gudang.log()[:2]
