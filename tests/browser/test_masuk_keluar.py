"""Logging in and out in a real browser: a local account, OpenID Connect, nothing configured; and the upload path."""

import os
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from alat_axe import pelanggaran
from alat_peramban import buka, diam, isi, jalankan, judul, menunggu, utama
from penerbit import KLIEN, jalankan_penerbit

from kinerja.akun.sandi import buat_sidik

pytestmark = pytest.mark.browser

APLIKASI = "tests/browser/aplikasi_masuk.py"
SANDI = "kata-sandi-uji-coba"
SUREL = "kepala@kab.go.id"
RAHASIA = """
[akun.siti]
sandi = "{sidik}"
peran = "operator"
kode_opd = "SETDA"

[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{kunci}"
client_id = "{klien}"
client_secret = "rahasia-klien"
server_metadata_url = "{penerbit}/.well-known/openid-configuration"

[peran_oidc]
"{surel}" = "admin"
"""


@contextmanager
def berjalan(folder, rahasia):
    berkas = folder / "secrets.toml"
    if rahasia:
        berkas.write_text(rahasia)
        berkas.chmod(0o600)
    with jalankan(folder, skrip=APLIKASI, tambahan=("--secrets.files", str(berkas))) as server:
        yield server
        assert server.galat() == []


@pytest.fixture(scope="module")
def penerbit():
    with jalankan_penerbit(SUREL) as p:
        yield p


@pytest.fixture(scope="module")
def server_akun(tmp_path_factory, penerbit):
    rahasia = RAHASIA.format(
        sidik=buat_sidik(SANDI), kunci=os.urandom(24).hex(), klien=KLIEN, penerbit=penerbit.alamat, surel=SUREL
    )
    with berjalan(tmp_path_factory.mktemp("akun"), rahasia) as server:
        yield server


def peristiwa(server):
    awalan = "peristiwa "
    return [b.removeprefix(awalan) for b in server.catatan.read_text().splitlines() if b.startswith(awalan)]


def unggah(halaman):
    with menunggu(halaman):
        halaman.locator("input[type=file]").set_input_files(
            {"name": "a.xlsx", "mimeType": "application/octet-stream", "buffer": b"x" * 10}
        )
    utama(halaman).get_by_text("Diterima 10 bita").wait_for()


def test_a_local_account_logs_in_uploads_and_logs_out(server_akun, halaman):
    buka(halaman, server_akun.url())
    assert judul(halaman) == "Masuk untuk mengelola data"
    halaman.get_by_role("link", name="Masuk dengan akun lokal").click()
    halaman.get_by_label("Nama akun").fill("Siti")
    halaman.get_by_label("Sandi").fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    diam(halaman)
    assert judul(halaman) == "Kelola data"
    assert "Masuk sebagai siti (operator, SETDA)" in isi(halaman)
    unggah(halaman)
    cookie = next(c for c in halaman.context.cookies() if c["name"] == "dasbor_masuk")
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/")

    lain = halaman.context.new_page()
    buka(lain, server_akun.url())
    lain.get_by_role("link", name="Keluar").click()
    lain.get_by_role("button", name="Keluar").click()
    diam(lain)
    assert judul(lain) == "Masuk untuk mengelola data"
    assert "dasbor_masuk" not in {c["name"] for c in halaman.context.cookies()}

    # The first window still has its session, opened with the cookie; what it does next is refused all the same.
    with menunggu(halaman):
        halaman.get_by_role("button", name="Lanjut").click()
    assert judul(halaman) == "Masuk untuk mengelola data"
    assert peristiwa(server_akun)[-2:] == ["masuk siti akun", "keluar siti akun"]


def test_the_pages_of_the_login_break_no_serious_rule_of_accessibility(server_akun, halaman):
    buka(halaman, server_akun.url())
    assert pelanggaran(halaman) == []
    halaman.get_by_role("link", name="Masuk dengan akun lokal").click()
    halaman.get_by_label("Sandi").wait_for()
    assert pelanggaran(halaman) == []


def test_an_account_of_the_issuer_logs_in_with_its_role_and_logs_out(server_akun, halaman):
    buka(halaman, server_akun.url())
    halaman.get_by_role("button", name="Masuk dengan akun dinas").click()
    halaman.get_by_role("button", name="Keluar").wait_for()
    diam(halaman)
    assert f"Masuk sebagai {SUREL} (admin)" in isi(halaman)
    unggah(halaman)
    halaman.get_by_role("button", name="Keluar").click()
    utama(halaman).get_by_text("Masuk untuk mengelola data").wait_for()
    assert peristiwa(server_akun)[-2:] == [f"masuk {SUREL} oidc", f"keluar {SUREL} oidc"]


def test_an_account_of_the_issuer_without_a_role_is_told_so(server_akun, penerbit, halaman, monkeypatch):
    monkeypatch.setattr(penerbit, "surel", "lain@kab.go.id")
    buka(halaman, server_akun.url())
    halaman.get_by_role("button", name="Masuk dengan akun dinas").click()
    utama(halaman).get_by_text("belum memiliki peran").wait_for()
    assert peristiwa(server_akun)[-1] == "masuk gagal lain@kab.go.id oidc"


def test_the_upload_path_is_closed_without_a_login(server_akun):
    permintaan = urllib.request.Request(server_akun.url("_stcore/upload_file/a/b"), b"x", method="PUT")
    with pytest.raises(urllib.error.HTTPError) as galat:
        urllib.request.urlopen(permintaan, timeout=60)
    assert galat.value.code == 401


def test_with_nothing_configured_only_this_machine_manages(tmp_path, halaman):
    with berjalan(tmp_path, "") as server:
        buka(halaman, server.url())
        assert judul(halaman) == "Kelola data"
        assert "Pengelolaan terbuka tanpa akun" in isi(halaman)
        unggah(halaman)
        halaman.goto("about:blank")
