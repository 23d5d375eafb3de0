"""The door of a page: who passes, what the others read, and the line that says who is logged in."""

import pytest
from contoh_akun import AUTH, satu
from streamlit.testing.v1 import AppTest

from components.bingkai import akses
from components.bingkai.akses import pengguna_kini
from components.server import jati_diri
from components.server.jati_diri import PENGELOLA_LOKAL, Pengunjung
from kinerja.akun.akses import PeranPengguna
from kinerja.akun.pengaturan import PengaturanAkunSalah, baca_pengaturan


def halaman():
    import streamlit as st

    from components.bingkai.akses import baris_pengguna, perlu_masuk
    from kinerja.akun.akses import Izin

    st.query_params["opd"] = "A&B"
    perlu_masuk(Izin.MENGUNGGAH)
    st.title("Kelola data")
    baris_pengguna()


@pytest.fixture
def atur(monkeypatch):
    """Set the secrets and who visits: a local account, an e-mail, or somebody at this machine."""

    def pasang(rahasia, akun=None, surel=None, sini=False):
        def kini():
            if isinstance(rahasia, Exception):
                raise rahasia
            return baca_pengaturan(rahasia)

        monkeypatch.setattr(jati_diri, "pengaturan_kini", kini)
        cookies = {jati_diri.COOKIE: jati_diri.LOKET.terbitkan(kini(), kini().akun[akun])} if akun else {}
        klaim = {"email": surel, "iat": jati_diri.time.time(), "is_logged_in": True} if surel else {}
        tajuk = (("Host", "127.0.0.1" if sini else "dasbor.kab.go.id"),)
        pengunjung = Pengunjung(cookies, "127.0.0.1", tajuk, klaim)
        monkeypatch.setattr(akses, "dari_sesi", lambda: pengunjung)
        monkeypatch.setattr("streamlit.get_option", lambda _: "127.0.0.1")
        return AppTest.from_function(halaman, default_timeout=120).run()

    return pasang


def judul(t):
    assert not t.exception
    return t.title[0].value


def html(t):
    return " ".join(h.proto.body for h in t.get("html"))


def test_an_operator_passes_and_is_named(atur):
    t = atur(satu(peran="operator", kode_opd="SETDA"), akun="siti")
    assert judul(t) == "Kelola data"
    assert t.caption[0].value.replace("\\", "") == "Masuk sebagai siti (operator, SETDA)"
    assert 'href="/akun/keluar"' in html(t)


def test_somebody_at_this_machine_passes_while_nothing_is_configured_and_the_page_says_so(atur):
    t = atur({}, sini=True)
    assert judul(t) == "Kelola data"
    assert "terbuka tanpa akun" in t.caption[0].value
    assert html(t) == ""
    assert pengguna_kini() is PENGELOLA_LOKAL


def test_elsewhere_one_reads_how_to_configure(atur):
    t = atur({})
    assert judul(t) == "Masuk untuk mengelola data"
    assert "secrets.toml" in t.info[0].value
    assert (html(t), len(t.button)) == ("", 0)


def test_a_reader_is_led_to_the_form_and_back_with_the_filters(atur):
    t = atur(satu(), sini=True)
    assert judul(t) == "Masuk untuk mengelola data"
    assert "mengunggah buku kerja memerlukan akun" in t.text[0].value
    assert 'href="/akun/masuk?kembali=%2F%3Fopd%3DA%2526B"' in html(t)
    assert len(t.button) == 0


def test_a_role_without_the_right_is_told_so(atur):
    t = atur(satu(peran="pimpinan"), akun="siti")
    assert judul(t) == "Peran Anda tidak mencakup halaman ini"
    assert t.text[0].value == "Peran pimpinan tidak berhak mengunggah buku kerja."
    assert 'href="/akun/keluar"' in html(t)


def test_wrong_settings_close_the_page_also_at_this_machine(atur):
    t = atur(PengaturanAkunSalah("[akun.siti] sandi bukan sidik"), sini=True)
    assert judul(t) == "Masuk untuk mengelola data"
    assert "belum benar" in t.warning[0].value
    assert "siti" not in t.warning[0].value


OIDC = {"auth": AUTH, "peran_oidc": {"a@kab.go.id": "admin"}}


def test_with_openid_connect_there_is_its_button(atur):
    assert [b.label for b in atur(OIDC).button] == ["Masuk dengan akun dinas"]
    dua = {k: {"client_id": "a", "server_metadata_url": "http://y"} for k in ("satu", "dua")}
    t = atur({"auth": {"redirect_uri": "http://x/oauth2callback", "cookie_secret": "k" * 32, **dua}})
    assert [b.label for b in t.button] == ["Masuk dengan akun dinas (satu)", "Masuk dengan akun dinas (dua)"]


def test_an_email_with_a_role_passes_and_logs_out_by_streamlit(atur):
    t = atur(OIDC, surel="a@kab.go.id")
    assert judul(t) == "Kelola data"
    assert pengguna_kini().peran is PeranPengguna.ADMIN
    assert ([b.label for b in t.button], html(t)) == (["Keluar"], "")


def test_an_email_without_a_role_is_told_so(atur):
    t = atur(OIDC, surel="b@kab.go.id")
    assert "belum memiliki peran" in t.warning[0].value
    assert [b.label for b in t.button] == ["Keluar dari akun dinas", "Masuk dengan akun dinas"]


def test_without_a_connection_there_is_nobody():
    assert jati_diri.dari_sesi().setempat is False
