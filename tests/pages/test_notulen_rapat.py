"""Decisions as a session: noted on Indikator, kept over a reload, settled, opened again, listed, filtered."""

from dataclasses import replace
from datetime import timedelta

import pytest
from alat_halaman import buka, html, judul, kata, kunci, wajar
from contoh_notulen import isi
from sqlalchemy import delete

from components.bingkai import akses, laporan_angka
from components.bingkai.navigasi import INDIKATOR, NOTULEN
from components.rapat import konsep
from components.rapat import notulen as komponen
from components.server.jati_diri import PENGELOLA_LOKAL
from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.gudang import notulen as simpanan
from kinerja.gudang.mesin import GudangTerkendala
from kinerja.gudang.notulen import daftar_notulen
from kinerja.gudang.skema import NOTULEN as TABEL
from kinerja.nilai.waktu import hari_ini
from kinerja.sumber import versi as sumber

UHH = {"opd": "BATUBARA", "tahun": 2024, "indikator": "BB-UHH"}
HARI = hari_ini()
LUSA = HARI + timedelta(2)
PIMPINAN = Pengguna("bupati", PeranPengguna.PIMPINAN)


@pytest.fixture
def gudang():
    """The store of these tests; decisions are taken away again, drafts too."""
    hasil = sumber.gudang_terisi()
    yield hasil
    konsep._KONSEP.clear()
    with hasil.menulis() as koneksi:
        koneksi.execute(delete(TABEL))


@pytest.fixture
def sebagai(monkeypatch):
    """Look at the pages as somebody: `sebagai(pengguna)`."""

    def masuk(pengguna):
        for modul in (akses, laporan_angka):
            monkeypatch.setattr(modul, "pengguna_kini", lambda: pengguna)

    return masuk


def simpan(gudang, **ubah):
    """Keep a decision about the regency's UHH, also one whose day has gone."""
    bawaan = {"kode_opd": "BATUBARA", "kode_indikator": "BB-UHH", "tenggat": LUSA}
    return simpanan.simpan(gudang, isi(**bawaan | ubah), "ani")


def bidang(at, nama):
    """Return a field of the form that notes a decision."""
    semua = (*at.text_area, *at.text_input, *at.date_input, *at.selectbox)
    return next(w for w in semua if w.key and w.key.startswith(f"{nama}_") and "notulen" not in w.key)


def tulis(at, keputusan="Verifikasi data", siapa="Dinas Kesehatan", tenggat=LUSA):
    bidang(at, "keputusan").set_value(keputusan)
    bidang(at, "penanggung_jawab").set_value(siapa)
    bidang(at, "tenggat").set_value(tenggat)
    return at.run()


def bagian(at):
    return [s.value for s in at.subheader]


# --- on Indikator -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pengguna", [None, PIMPINAN], ids=["reader", "pimpinan"])
def test_who_may_not_note_sees_decisions_where_there_are_some_and_nothing_else(sebagai, gudang, pengguna):
    sebagai(pengguna)
    at = buka(INDIKATOR, **UHH)
    assert "Keputusan rapat" not in bagian(at)
    simpan(gudang, keputusan="<b>Cocokkan</b> [angka](x)", tenggat=HARI - timedelta(3))
    at = buka(INDIKATOR, **UHH)
    wajar(at)
    assert "Keputusan rapat" in bagian(at)
    assert "<b>Cocokkan</b> [angka](x) 2024 · dicatat oleh ani" in kata(at)
    assert "<b>Cocokkan" not in html(at)
    assert "! Terlambat lewat 3 hari" in kata(at)
    assert not at.text_area
    assert "Keputusan rapat" not in bagian(buka(INDIKATOR, **{**UHH, "indikator": "BB-TPT"}))


def test_a_decision_is_noted_confirmed_and_listed(sebagai, gudang):
    sebagai(PENGELOLA_LOKAL)
    at = buka(INDIKATOR, **UHH)
    assert "Belum ada keputusan tentang indikator ini." in [t.value for t in at.text]
    at = tulis(at).button(key="simpan_keputusan").click().run()
    wajar(at)
    (n,) = daftar_notulen(gudang, "BATUBARA", "BB-UHH")
    assert (n.keputusan, n.penanggung_jawab, n.tenggat, n.tahun) == ("Verifikasi data", "Dinas Kesehatan", LUSA, 2024)
    assert n.oleh == "Pengelola lokal"
    assert f"Keputusan {n.id} tersimpan" in at.success[0].value
    assert "○ Terbuka 2 hari lagi" in kata(at)
    assert bidang(at, "keputusan").value == "", "the next one begins empty"
    assert bidang(at, "tenggat").value is None
    assert not at.run().success, "confirmed once"
    assert len(daftar_notulen(gudang)) == 1


def test_everything_that_is_missing_is_named_at_once_and_nothing_entered_is_lost(sebagai, gudang):
    sebagai(PENGELOLA_LOKAL)
    at = tulis(buka(INDIKATOR, **UHH), siapa="", tenggat=None)
    at.button(key="simpan_keputusan").click().run()
    (galat,) = (e.value for e in at.error)
    assert galat.replace("\\", "") == "Penanggung jawab belum diisi.  \nTenggat belum diisi."
    assert bidang(at, "keputusan").value == "Verifikasi data"
    assert daftar_notulen(gudang) == ()


def test_a_draft_outlives_a_reload_is_its_writers_own_and_goes_when_it_is_sent(sebagai, gudang):
    sebagai(PENGELOLA_LOKAL)
    tulis(buka(INDIKATOR, **UHH))
    lagi = buka(INDIKATOR, **UHH)
    assert [bidang(lagi, b).value for b in ("keputusan", "penanggung_jawab", "tenggat")] == [
        "Verifikasi data",
        "Dinas Kesehatan",
        LUSA,
    ]
    assert bidang(buka(INDIKATOR, **{**UHH, "indikator": "BB-TPT"}), "keputusan").value == ""
    sebagai(Pengguna("ira", PeranPengguna.INSPEKTORAT))
    assert bidang(buka(INDIKATOR, **UHH), "keputusan").value == ""
    sebagai(PENGELOLA_LOKAL)
    lagi.button(key="simpan_keputusan").click().run()
    assert bidang(buka(INDIKATOR, **UHH), "keputusan").value == ""
    assert len(daftar_notulen(gudang)) == 1


def test_drafts_do_not_pile_up(monkeypatch):
    monkeypatch.setattr(konsep, "PALING_BANYAK", 3)
    monkeypatch.setattr(konsep, "_KONSEP", konsep.OrderedDict())
    pertama = konsep.buka_konsep("a")
    for nama in "bcd":
        konsep.buka_konsep(nama)
    assert list(konsep._KONSEP) == [("b",), ("c",), ("d",)]
    assert konsep.buka_konsep("a").kunci != pertama.kunci


def test_a_decision_is_settled_with_a_remark_given_another_day_and_opened_again(sebagai, gudang):
    sebagai(PENGELOLA_LOKAL)
    n = simpan(gudang)
    at = buka(INDIKATOR, **UHH)
    at.selectbox(key="notulen_ditindak").set_value(n.id).run()
    at.button(key="selesai_notulen").click().run()
    assert [e.value for e in at.error] == ["Catatan belum diisi."]
    minggu = LUSA + timedelta(7)
    at.date_input(key=f"tenggat_notulen_{n.id}_{LUSA}").set_value(minggu).run()
    at.button(key="ubah_tenggat").click().run()
    wajar(at)
    assert simpanan.ambil(gudang, n.id) == replace(n, tenggat=minggu)
    at.text_input(key=f"catatan_notulen_{n.id}").set_value("Sudah *terbit*").run()
    at.button(key="selesai_notulen").click().run()
    wajar(at)
    assert at.success[0].value == rf"Keputusan {n.id} selesai\: Sudah \*terbit\*"
    assert "✓ Selesai" in kata(at)
    assert "oleh Pengelola lokal: Sudah *terbit*" in kata(at)
    at.text_input(key=f"alasan_notulen_{n.id}").set_value("Belum lengkap").run()
    at.button(key="buka_notulen").click().run()
    wajar(at)
    assert simpanan.ambil(gudang, n.id) == replace(n, tenggat=minggu)


def test_what_somebody_else_settled_meanwhile_is_said(sebagai, gudang):
    sebagai(PENGELOLA_LOKAL)
    n = simpan(gudang)
    at = buka(INDIKATOR, **UHH)
    at.selectbox(key="notulen_ditindak").set_value(n.id).run()
    at.text_input(key=f"catatan_notulen_{n.id}").set_value("beres").run()
    lama = at.button(key="selesai_notulen")
    with pytest.MonkeyPatch.context() as mp:
        mp.setattr(komponen, "daftar_notulen", lambda *_: (n,))  # the list as it was drawn
        simpanan.selesaikan(gudang, n.id, "ira", "lebih dulu")
        lama.click().run()
    assert [e.value for e in at.error] == [f"Keputusan {n.id} yang terbuka tidak ada"]
    assert simpanan.ambil(gudang, n.id).selesai_catatan == "lebih dulu"


def test_without_its_store_the_page_of_an_indicator_opens_all_the_same(monkeypatch):
    def hilang(*_):
        raise GudangTerkendala("Gudang data rusak", "Pulihkan")

    monkeypatch.setattr(komponen, "daftar_notulen", hilang)
    at = buka(INDIKATOR, **UHH)
    wajar(at)
    assert "Keputusan rapat" not in bagian(at)


# --- the page of all decisions ----------------------------------------------------------------------------------------


@pytest.fixture
def terisi(gudang):
    """One late, one open about an OPD as a whole, one done, one about what the data no longer hold."""
    simpan(gudang, keputusan="Sudah lewat", tenggat=HARI - timedelta(1))
    simpan(gudang, keputusan="Menyeluruh", kode_opd="SETDA", kode_indikator="", slaid="")
    simpan(gudang, keputusan="=cmd|calc", kode_indikator="HILANG", kode_opd="LAMA", tahun=1999)
    selesai = simpan(gudang, keputusan="Beres")
    simpanan.selesaikan(gudang, selesai.id, "ira", "cocok")
    return gudang


def baris(at):
    """Return the decisions that are listed, from top to bottom."""
    nama = ("Sudah lewat", "Menyeluruh", "=cmd|calc", "Beres")
    return [n for n in sorted(nama, key=kata(at).find) if n in kata(at)]


@pytest.mark.usefixtures("terisi")
def test_the_headline_counts_what_is_late_and_the_list_begins_with_it(sebagai):
    sebagai(None)
    at = buka(NOTULEN)
    wajar(at)
    assert judul(at) == "1 keputusan terlambat dari 4"
    assert baris(at) == ["Sudah lewat", "Menyeluruh", "=cmd|calc", "Beres"]
    assert 'href="./indikator?opd=BATUBARA&amp;tahun=2024&amp;indikator=BB-UHH"' in html(at)
    assert 'href="./opd?opd=SETDA&amp;tahun=2024"' in html(at)
    assert "HILANG · LAMA · 1999" in kata(at)
    assert any("setelah masuk" in c.value for c in at.caption)
    assert kunci(at) == {"notulen_opd", "notulen_status"}


@pytest.mark.usefixtures("terisi")
@pytest.mark.parametrize(
    ("saring", "judul_", "isi_"),
    [
        ({"notulen_opd": "SETDA"}, "1 keputusan menunggu dari 1, tidak ada yang terlambat", ["Menyeluruh"]),
        ({"notulen_status": "terlambat"}, "1 keputusan rapat terlambat", ["Sudah lewat"]),
        ({"notulen_status": "selesai"}, "1 keputusan rapat selesai", ["Beres"]),
        ({"notulen_opd": "SETDA", "notulen_status": "selesai"}, "0 keputusan rapat selesai", []),
    ],
    ids=["opd", "late", "done", "none"],
)
def test_the_list_follows_its_filters(sebagai, saring, judul_, isi_):
    sebagai(None)
    at = buka(NOTULEN, **saring)
    wajar(at)
    assert judul(at) == judul_
    assert baris(at) == isi_
    assert ("Lihat semua keputusan" in kata(at)) == (not isi_)
    assert [b.label for b in at.get("download_button")] == ([f"Unduh {len(isi_)} keputusan (CSV)"] if isi_ else [])


def test_an_empty_page_says_where_decisions_come_from(sebagai, gudang):
    sebagai(None)
    at = buka(NOTULEN)
    wajar(at)
    assert judul(at) == "0 keputusan rapat tercatat"
    assert "pada slaid yang sedang ditayangkan" in at.text[0].value
    assert "Buka halaman Indikator" in kata(at)


def test_a_decision_about_an_opd_as_a_whole_or_an_indicator_is_noted_here(sebagai, gudang):
    sebagai(PENGELOLA_LOKAL)
    at = buka(NOTULEN, opd="SETDA", tahun=2024)
    assert bidang(at, "opd").value == "SETDA"
    tulis(at).button(key="simpan_keputusan").click().run()
    wajar(at)
    bidang(at, "opd").set_value("BATUBARA").run()
    bidang(at, "indikator").set_value("BB-UHH").run()
    tulis(at, "Yang kedua").button(key="simpan_keputusan").click().run()
    wajar(at)
    tentang = {(n.keputusan, n.kode_opd, n.kode_indikator) for n in daftar_notulen(gudang)}
    assert tentang == {("Verifikasi data", "SETDA", ""), ("Yang kedua", "BATUBARA", "BB-UHH")}


def test_of_very_many_the_first_are_drawn_and_the_rest_is_counted(sebagai, gudang, monkeypatch):
    sebagai(None)
    monkeypatch.setattr(komponen, "DITAMPILKAN", 2)
    for n in range(3):
        simpan(gudang, keputusan=f"Ke-{n}")
    at = buka(NOTULEN)
    assert "2 dari 3 ditampilkan; saring, atau unduh daftarnya untuk melihat semuanya." in [t.value for t in at.text]
    assert "Ke-2" not in kata(at)
