"""Uji konsistensi as a session: filters by link, closing and opening a finding, reporting a wrong figure."""

import re
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from alat_halaman import buka, html, judul, kata, kunci, wajar
from sqlalchemy import delete

from components.bingkai import akses, bingkai, laporan_angka
from components.bingkai.navigasi import CAPAIAN, UJI
from components.server.jati_diri import PENGELOLA_LOKAL
from components.uji.bagian import DITAMPILKAN
from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.akun.pembatas import Pembatas
from kinerja.gudang import pemeriksaan, pintu
from kinerja.gudang.skema import LAPORAN, TUTUPAN
from kinerja.uji.mesin import uji

DOKUMEN = {"opd": "BATUBARA", "tahun": 2024}


@pytest.fixture
def gudang():
    """The store of these tests; what is said about findings and figures is taken away again."""
    yield pintu.gudang()
    with pintu.gudang().menulis() as koneksi:
        koneksi.execute(delete(TUTUPAN))
        koneksi.execute(delete(LAPORAN))


@pytest.fixture
def sebagai(monkeypatch):
    """Look at the pages as somebody: `sebagai(pengguna)`."""

    def masuk(pengguna):
        for modul in (akses, laporan_angka):
            monkeypatch.setattr(modul, "pengguna_kini", lambda: pengguna)

    return masuk


@pytest.fixture(autouse=True)
def _pembatas_baru(monkeypatch):
    monkeypatch.setattr(laporan_angka, "PEMBATAS", Pembatas(batas=2, dasar=60.0))
    # A session of these tests has no connection; its client has another name at every run.
    monkeypatch.setattr(laporan_angka, "dari_sesi", lambda: SimpleNamespace(klien="10.0.0.1"))


def tautan_uji(at):
    """Return the addresses of the links to this page."""
    return [a for a in re.findall(r'href="([^"]+)"', html(at)) if urlsplit(a.replace("&amp;", "&")).path == "./uji"]


def alamat(tautan):
    return {k: v[0] for k, v in parse_qs(urlsplit(tautan.replace("&amp;", "&")).query).items()}


# --- reading ----------------------------------------------------------------------------------------------------------


def test_every_number_of_the_matrix_opens_as_many_findings(dataset):
    at = buka(UJI, **DOKUMEN)
    hitungan = re.findall(r'href="\./uji\?([^"]+)">(\d+)</a>', html(at))
    assert len(hitungan) > 8
    for isi, jumlah in hitungan:
        lain = buka(UJI, **alamat(f"./uji?{isi}"))
        wajar(lain)
        assert judul(lain).startswith(f"{jumlah} ketidaksesuaian")
        tampil = saring(dataset, alamat(f"./uji?{isi}"))[:DITAMPILKAN]
        assert html(lain).count("<summary>") == sum(bool(t.langkah) for t in tampil)


def saring(dataset, isi):
    def cocok(t):
        bagian = {"uji_opd": t.alamat.kode_opd, "uji_tahun": str(t.alamat.tahun), "aturan": t.aturan}
        return all(isi[k] in ("semua", v) for k, v in bagian.items())

    return [t for t in uji(dataset).temuan if cocok(t)]


def test_a_finding_shows_print_recomputed_figure_place_and_reasoning(dataset):
    teks = kata(buka(UJI, **DOKUMEN, uji_opd="DISNAKERPERINDAG", aturan="U01"))
    for bagian in ("Persentase pertumbuhan industri", "94,79%", "65,83%", "002, Tabel 3.3", "Mungkin dihitung dari"):
        assert bagian in teks
    assert "Penalaran langkah demi langkah" in teks


def test_without_findings_the_page_says_what_that_means_and_leads_back():
    at = buka(UJI, **DOKUMEN, uji_opd="INSPEKTORAT")
    wajar(at)
    assert re.match(r"Tidak ada ketidaksesuaian pada .+: \d+ aturan diuji", judul(at))
    assert "sejauh dapat diuji" in at.text[0].value
    (kembali,) = tautan_uji(at)
    assert re.match(r"\d+ ketidaksesuaian", judul(buka(UJI, **alamat(kembali))))


# --- closing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pengguna", [None, Pengguna("p", PeranPengguna.PIMPINAN)], ids=["reader", "pimpinan"])
def test_who_may_not_close_sees_no_form(sebagai, gudang, pengguna):
    sebagai(pengguna)
    at = buka(UJI, **DOKUMEN)
    assert "temuan_ditindak" not in kunci(at)
    assert any("Temuan ditutup" in c.value for c in at.caption)


def tindak(at, kode, alasan):
    at.selectbox(key="temuan_ditindak").set_value(kode).run()
    at.text_input(key=f"alasan_uji_{kode}").set_value(alasan).run()
    return at.button(key="tindak_uji").click().run()


def test_a_finding_is_closed_listed_as_closed_and_opened_again(sebagai, gudang, dataset):
    sebagai(PENGELOLA_LOKAL)
    saringan = {**DOKUMEN, "uji_opd": "DISNAKERPERINDAG"}
    t = next(t for t in uji(dataset).temuan if t.alamat.kode_opd == "DISNAKERPERINDAG")
    at = tindak(buka(UJI, **saringan), t.id, "Ralat *sudah* terbit")
    wajar(at)
    assert [p.alasan for p in pemeriksaan.tutupan(gudang).values()] == ["Ralat *sudah* terbit"]
    assert t.uraian not in kata(at)
    assert "1 temuan sudah ditutup dan tidak ditampilkan" in kata(at)
    tutup = buka(UJI, **alamat(tautan_uji(at)[-1]))
    assert judul(tutup).startswith("1 ketidaksesuaian yang ditutup")
    assert re.search(r"Ditutup .+ oleh Pengelola lokal: Ralat \*sudah\* terbit", kata(tutup))
    at = tindak(tutup, t.id, "Ralat dicabut")
    wajar(at)
    assert pemeriksaan.tutupan(gudang) == {}
    assert t.uraian in kata(buka(UJI, **saringan))


def test_a_closed_finding_opens_again_when_another_figure_follows(gudang, dataset):
    t = uji(dataset).temuan[0]
    pemeriksaan.tutup(gudang, t.id, "99,99%", "ani", "sudah diralat")
    at = buka(UJI, **DOKUMEN, uji_opd=t.alamat.kode_opd)
    assert "Terbuka kembali karena hasil hitungnya berubah (semula 99,99%)" in kata(at)


# --- reporting --------------------------------------------------------------------------------------------------------


@pytest.fixture
def formulir_terbuka(monkeypatch):
    """The form in the page itself: in this kind of test a dialog closes with the next run (the browser opens it)."""
    monkeypatch.setattr(bingkai, "tombol_laporkan", laporan_angka.formulir)


def lapor(at, teks):
    at.text_area[0].set_value(teks)
    kirim = next(b for b in at.button if b.label == "Kirim")
    return kirim.click().run()


def test_the_form_opens_from_the_foot_of_a_page():
    at = buka(CAPAIAN, opd="SETDA", tahun=2024)
    assert not at.text_area
    at.button(key="laporkan").click().run()
    assert [t.label for t in at.text_area] == ["Apa yang keliru (wajib)"]
    assert not at.exception


@pytest.mark.usefixtures("formulir_terbuka")
def test_a_reader_reports_a_figure_and_only_those_who_settle_it_read_the_text(sebagai, gudang):
    sebagai(None)
    at = lapor(buka(CAPAIAN, opd="SETDA", tahun=2024), "Tabel 3.3 <b>mencantumkan</b> 76%")
    assert [s.value for s in at.success] == ["Laporan 1 tersimpan; pengelola melihatnya pada halaman Uji konsistensi."]
    (satu,) = pemeriksaan.laporan(gudang)
    assert (satu.alamat.kode_opd, satu.alamat.tahun, satu.alamat.ukuran) == ("SETDA", 2024, "Realisasi")
    at = buka(UJI, **DOKUMEN)
    assert "1 laporan angka keliru menunggu, 0 selesai" in [s.value for s in at.subheader]
    assert "mencantumkan" not in kata(at)
    sebagai(PENGELOLA_LOKAL)
    at = buka(UJI, **DOKUMEN)
    assert "Tabel 3.3 <b>mencantumkan</b> 76%" in kata(at)
    at.text_input(key=f"catatan_laporan_{satu.id}").set_value("Sudah diralat").run()
    at.button(key="selesai_laporan").click().run()
    wajar(at)
    assert "0 laporan angka keliru menunggu, 1 selesai" in [s.value for s in at.subheader]
    assert "Selesai, Pengelola lokal: Sudah diralat" in kata(at)


@pytest.mark.usefixtures("formulir_terbuka")
def test_whoever_sends_many_reports_waits(sebagai, gudang):
    sebagai(None)
    at = buka(CAPAIAN, opd="SETDA", tahun=2024)
    for n in range(2):
        assert lapor(at, f"keliru {n}").success
    at = lapor(at, "keliru 3")
    assert re.match(r"Terlalu banyak laporan berturut-turut; coba lagi dalam \d+ detik", at.error[0].value)
    assert len(pemeriksaan.laporan(gudang)) == 2


@pytest.mark.usefixtures("formulir_terbuka")
def test_the_addresses_of_one_ipv6_subscriber_are_one(sebagai, gudang, monkeypatch):
    """Each has 2^64 of them."""
    sebagai(None)
    at = buka(CAPAIAN, opd="SETDA", tahun=2024)
    for n in range(3):
        monkeypatch.setattr(laporan_angka, "dari_sesi", lambda n=n: SimpleNamespace(klien=f"2001:db8:1:2:{n}::{n}"))
        at = lapor(at, f"keliru {n}")
    assert "Terlalu banyak laporan" in at.error[0].value
    monkeypatch.setattr(laporan_angka, "dari_sesi", lambda: SimpleNamespace(klien="2001:db8:1:3::1"))
    assert lapor(at, "keliru dari tempat lain").success
    assert len(pemeriksaan.laporan(gudang)) == 3


@pytest.mark.usefixtures("formulir_terbuka")
def test_a_report_without_text_is_refused(sebagai, gudang):
    sebagai(None)
    at = lapor(buka(CAPAIAN, opd="SETDA", tahun=2024), " ")
    assert [e.value for e in at.error] == ["Uraian belum diisi"]
    assert pemeriksaan.laporan(gudang) == ()
