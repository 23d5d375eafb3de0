"""Who asks: the rule of this machine, the secrets, the cookie of OpenID Connect, and the guard of the upload path."""

import asyncio
import base64
import json
import os
import time
import warnings
from dataclasses import replace

import pytest
import streamlit as st
from asgi import minta
from contoh_akun import AUTH, KUNCI, SIDIK, Jam, satu
from itsdangerous import TimestampSigner
from starlette.applications import Starlette
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route
from streamlit import auth_util, config
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_routes import BASE_ROUTE_UPLOAD_FILE
from streamlit.web.server.starlette.starlette_server_config import SESSION_COOKIE_NAME

from components.server import jati_diri, penjaga
from components.server.jati_diri import (
    COOKIE,
    LOKET,
    Pengunjung,
    klaim_cookie,
    pengaturan_atau_tertutup,
    pengaturan_kini,
    pengguna_oidc,
)
from components.server.keamanan import LAPISAN
from components.server.lokal import setempat
from components.server.penjaga import JALUR_UNGGAH, PENJAGA
from components.server.peristiwa import pasang_pencatat
from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.akun.pembatas import Pembatas
from kinerja.akun.pengaturan import PengaturanAkunSalah, baca_pengaturan
from kinerja.akun.tiket import Loket

UNGGAH = f"{JALUR_UNGGAH}/sesi/berkas"
SUREL = "kepala@kab.go.id"
OIDC = {"auth": AUTH, "peran_oidc": {SUREL: "admin"}}

# --- the rule of this machine -----------------------------------------------------------------------------------------

SINI = ("127.0.0.1", "127.0.0.1", [("Host", "127.0.0.1:8501")])


@pytest.mark.parametrize("alamat", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
@pytest.mark.parametrize("klien", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.9.10"])
@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "LOCALHOST", "[::1]:8501", "127.0.0.1"])
def test_at_this_machine(alamat, klien, host):
    assert setempat(alamat, klien, [("Host", host), ("Accept", "*/*"), ("Origin", f"http://{host}")])


@pytest.mark.parametrize("alamat", [None, "", "0.0.0.0", "::", "192.168.1.5", "kab.go.id", "unix:///tmp/x"])
def test_a_server_that_others_can_reach_is_not_this_machine(alamat):
    assert not setempat(alamat, *SINI[1:])


@pytest.mark.parametrize("klien", [None, "", "10.0.0.1", "::ffff:10.0.0.1", "2001:db8::1", "-", "localhost.jahat"])
def test_another_client_is_not_this_machine(klien):
    assert not setempat(SINI[0], klien, SINI[2])


@pytest.mark.parametrize(
    "nama",
    [
        "Forwarded",
        "X-Forwarded-For",
        "x-forwarded-host",
        "X-FORWARDED-PROTO",
        "X-Forwarded-Apa-Saja",
        "X-Real-IP",
        "Via",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-Client-IP",
    ],
)
@pytest.mark.parametrize("isi", ["127.0.0.1", "", "for=127.0.0.1"])
def test_whatever_was_forwarded_is_not_this_machine(nama, isi):
    assert not setempat(*SINI[:2], [*SINI[2], (nama, isi)])


@pytest.mark.parametrize(
    "host",
    [
        "dasbor.kab.go.id",
        "dasbor.kab.go.id:8501",
        "127.0.0.1.jahat.example",
        "localhost.jahat.example",
        "localhost.",
        "jahat@127.0.0.1",
        "127.0.0.1@jahat.example",
        "127.0.0.1/x",
        "127.0.0.1:x",
        "127.0.0.1?x",
        "[::1",
        "0.0.0.0",
        "2130706433",
        "0x7f.1",
        "",
    ],
)
def test_a_name_that_was_made_to_point_here_is_not_this_machine(host):
    assert not setempat(*SINI[:2], [("Host", host)])


@pytest.mark.parametrize(
    "tajuk",
    [
        [],
        [("Host", "127.0.0.1"), ("Host", "127.0.0.1")],
        [("Host", "127.0.0.1"), ("Origin", "http://jahat.example")],
        [("Host", "127.0.0.1"), ("Origin", "null")],
    ],
)
def test_no_host_two_hosts_and_a_page_of_another_origin_are_not_this_machine(tajuk):
    assert not setempat(*SINI[:2], tajuk)


# --- the secrets ------------------------------------------------------------------------------------------------------


@pytest.fixture
def rahasia(tmp_path, monkeypatch):
    """Let Streamlit read this text as its secrets; None takes the file away."""
    berkas = tmp_path / "secrets.toml"
    lama = config.get_option("secrets.files")
    monkeypatch.setattr(st.secrets, "_file_watchers_installed", True)
    jati_diri._sebut_sekali.cache_clear()

    def tulis(teks, mode=0o600):
        berkas.unlink(missing_ok=True)
        if teks is not None:
            berkas.write_bytes(teks)
            berkas.chmod(mode)
        st.secrets._reset()

    config.set_option("secrets.files", [str(berkas)])
    tulis(None)
    yield tulis
    config.set_option("secrets.files", lama)
    st.secrets._reset()


def toml(tabel, awalan=""):
    """Write nested tables of text as TOML."""
    nilai = [f"{json.dumps(k)} = {json.dumps(v)}" for k, v in tabel.items() if not isinstance(v, dict)]
    anak = [toml(v, f"{awalan}{json.dumps(k)}.") for k, v in tabel.items() if isinstance(v, dict)]
    kepala = [f"[{awalan[:-1]}]"] if awalan else []
    return "\n".join([*kepala, *nilai, *anak])


@pytest.mark.parametrize("mode", [0o604, 0o644, 0o602, 0o606, 0o777])
def test_secrets_that_strangers_may_read_or_write_close_managing(rahasia, caplog, mode):
    rahasia(toml(satu()).encode(), mode)
    assert jati_diri.pengaturan_atau_tertutup() is None
    assert "chmod o-rwx" in caplog.text


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o640])
def test_secrets_of_the_user_or_its_group_are_read(rahasia, mode):
    rahasia(toml(satu()).encode(), mode)
    assert set(pengaturan_kini().akun) == {"siti"}


def test_no_secrets_are_no_noise_and_nothing_is_configured(rahasia, caplog, capsys):
    assert pengaturan_kini().kosong
    assert caplog.text == ""
    assert capsys.readouterr() == ("", "")


def test_accounts_are_read_from_the_secrets_and_read_anew(rahasia):
    rahasia(toml(satu()).encode())
    assert set(pengaturan_kini().akun) == {"siti"}
    rahasia(toml({"akun": {"ani": {"sandi": SIDIK, "peran": "pimpinan"}}}).encode())
    assert set(pengaturan_kini().akun) == {"ani"}
    rahasia(b"")
    assert pengaturan_kini().kosong


@pytest.mark.parametrize("isi", [b"[akun", b"\xff\xfe", b"akun = 1", b"[akun.siti]\nperan = 'admin'"])
def test_broken_secrets_close_managing_and_say_so_once(rahasia, isi, caplog):
    rahasia(isi)
    with pytest.raises(PengaturanAkunSalah):
        pengaturan_kini()
    assert [pengaturan_atau_tertutup() for _ in range(3)] == [None] * 3
    assert caplog.text.count("pengelolaan ditutup") == 1


# --- OpenID Connect ---------------------------------------------------------------------------------------------------

PENGATURAN = baca_pengaturan({**OIDC, "masuk": {"umur_menit": 60}})


def klaim(**isi):
    return {"email": SUREL, "email_verified": True, "iat": 1000, **isi}


@pytest.mark.parametrize("surel", [SUREL, SUREL.upper(), f" {SUREL} "])
def test_an_email_with_a_role_is_a_person(surel):
    assert pengguna_oidc(PENGATURAN, klaim(email=surel), 1000) == Pengguna(surel, PeranPengguna.ADMIN)


@pytest.mark.parametrize(
    ("isi", "kini"),
    [
        ({"email": "lain@kab.go.id"}, 1000),
        ({"email": None}, 1000),
        ({"email": [SUREL]}, 1000),
        ({"email_verified": False}, 1000),
        ({"iat": None}, 1000),
        ({"iat": "1000"}, 1000),
        ({"iat": True}, 1000),
        ({}, 1000 + 3601),
        ({}, 1000 - 61),
    ],
)
def test_without_role_verified_email_or_recent_login_there_is_nobody(isi, kini):
    assert pengguna_oidc(PENGATURAN, klaim(**isi), kini) is None


def test_without_openid_connect_its_cookie_means_nothing():
    assert pengguna_oidc(baca_pengaturan(satu()), klaim(), 1000) is None


def cookie_oidc(kunci=KUNCI, nama="_streamlit_user", **isi):
    lengkap = {**klaim(iat=time.time()), "origin": "http://x", "is_logged_in": True, **isi}
    return create_signed_value(kunci, nama, json.dumps(lengkap)).decode()


def test_the_cookie_of_streamlit_is_verified(rahasia):
    rahasia(toml(OIDC).encode())
    assert klaim_cookie({"_streamlit_user": cookie_oidc()})["email"] == SUREL


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        "x",
        "é",
        cookie_oidc("l" * 32),
        cookie_oidc(""),
        cookie_oidc(nama="_streamlit_user_tokens"),
        cookie_oidc(origin="http://lain"),
        cookie_oidc(is_logged_in=False),
        cookie_oidc(is_logged_in="ya"),
    ],
)
def test_a_forged_cookie_of_streamlit_is_refused(rahasia, cookie):
    rahasia(toml(OIDC).encode())
    assert klaim_cookie({"_streamlit_user": cookie}) == {}


def test_a_cookie_of_streamlit_in_pieces_is_put_together(rahasia):
    rahasia(toml(OIDC).encode())
    jar = {}

    def simpan(nama, isi):
        jar[nama] = create_signed_value(KUNCI, nama, isi).decode()

    def tanda(nama, isi):
        return create_signed_value(KUNCI, nama, isi)

    isi = {**klaim(), "origin": "http://x", "is_logged_in": True, "catatan": os.urandom(6000).hex()}
    auth_util.set_cookie_with_chunks(simpan, tanda, "_streamlit_user", isi, cookie_attr_size=80)
    assert len(jar) > 2
    assert klaim_cookie(jar)["email"] == SUREL
    del jar["_streamlit_user_2"]
    assert klaim_cookie(jar) == {}


# --- the upload path --------------------------------------------------------------------------------------------------


@pytest.fixture
def aplikasi(monkeypatch, rahasia):
    monkeypatch.setattr(
        "streamlit.get_option", lambda n: "127.0.0.1" if n == "server.address" else config.get_option(n)
    )

    def pulang(permintaan):
        jawaban = RedirectResponse("/")
        if permintaan.query_params.get("berhasil"):
            jawaban.set_cookie("_streamlit_user", cookie_oidc(email=permintaan.query_params["berhasil"]))
        return jawaban

    semua = ["PUT", "POST", "DELETE", "OPTIONS", "GET"]
    return Starlette(
        routes=[
            Route(f"{JALUR_UNGGAH}/{{sesi}}/{{berkas}}", lambda r: PlainTextResponse("diterima"), methods=semua),
            Route("/lain", lambda r: PlainTextResponse("lain"), methods=semua),
            Route("/oauth2callback", pulang),
            Route("/auth/logout", lambda r: RedirectResponse("/")),
        ],
        middleware=[*LAPISAN, *PENJAGA],
    )


LUAR = [("host", "dasbor.kab.go.id")]
PULANG_SAH = "/oauth2callback?state=abc_1&code=x"


def berlangsung(kunci=KUNCI, lama=3600, isi=None):
    """Return the session cookie of a browser that began a login, as Starlette signs it."""
    sesi = {"_state_default_abc_1": {"data": {}, "exp": time.time() + lama}} if isi is None else isi
    tanda = TimestampSigner(kunci).sign(base64.b64encode(json.dumps(sesi).encode()))
    return "cookie", f"{SESSION_COOKIE_NAME}={tanda.decode()}"


def test_the_path_is_the_one_streamlit_uploads_to():
    assert f"/{BASE_ROUTE_UPLOAD_FILE}" == JALUR_UNGGAH


@pytest.mark.parametrize("metode", ["PUT", "POST", "DELETE", "GET"])
def test_an_upload_without_login_is_refused_before_it_is_read(aplikasi, rahasia, metode):
    rahasia(toml(satu()).encode())
    jawaban = minta(aplikasi, UNGGAH, metode, LUAR, b"x" * 5000)
    assert (jawaban.status, "diterima" in jawaban.isi) == (401, False)
    assert "content-security-policy" in jawaban.tajuk
    assert minta(aplikasi, f"/dasar{UNGGAH}", metode, LUAR).status == 401


def test_a_preflight_and_other_paths_pass(aplikasi, rahasia):
    rahasia(toml(satu()).encode())
    assert minta(aplikasi, UNGGAH, "OPTIONS", LUAR).status == 200
    assert minta(aplikasi, "/lain", "PUT", LUAR).status == 200


@pytest.mark.parametrize(
    ("peran", "status"), [("admin", 200), ("operator", 200), ("inspektorat", 403), ("pimpinan", 403)]
)
def test_only_a_role_that_uploads_passes(aplikasi, rahasia, peran, status):
    isi = satu(peran=peran, **({"kode_opd": "SETDA"} if peran == "operator" else {}))
    rahasia(toml(isi).encode())
    tiket = LOKET.terbitkan(pengaturan_kini(), pengaturan_kini().akun["siti"])
    assert minta(aplikasi, UNGGAH, "PUT", [*LUAR, ("cookie", f"{COOKIE}={tiket}")]).status == status
    assert minta(aplikasi, UNGGAH, "PUT", [*LUAR, ("cookie", f"{COOKIE}={tiket}x")]).status == 401


def test_a_role_dropped_meanwhile_counts_at_once(aplikasi, rahasia):
    rahasia(toml(satu()).encode())
    cookie = ("cookie", f"{COOKIE}={LOKET.terbitkan(pengaturan_kini(), pengaturan_kini().akun['siti'])}")
    assert minta(aplikasi, UNGGAH, "PUT", [*LUAR, cookie]).status == 200
    rahasia(toml(satu(peran="pimpinan")).encode())
    assert minta(aplikasi, UNGGAH, "PUT", [*LUAR, cookie]).status == 403


def test_a_login_by_openid_connect_opens_the_path(aplikasi, rahasia):
    rahasia(toml(OIDC).encode())
    assert minta(aplikasi, UNGGAH, "PUT", [*LUAR, ("cookie", f"_streamlit_user={cookie_oidc()}")]).status == 200
    palsu = cookie_oidc("l" * 32)
    assert minta(aplikasi, UNGGAH, "PUT", [*LUAR, ("cookie", f"_streamlit_user={palsu}")]).status == 401


@pytest.mark.parametrize(
    ("tajuk", "klien", "status"),
    [
        ([("host", "127.0.0.1:8501")], "127.0.0.1", 200),
        ([("host", "[::1]:8501")], "::1", 200),
        ([("host", "127.0.0.1:8501"), ("x-forwarded-for", "127.0.0.1")], "127.0.0.1", 401),
        ([("host", "127.0.0.1:8501")], "10.0.0.1", 401),
        ([("host", "127.0.0.1:8501")], None, 401),
        (LUAR, "127.0.0.1", 401),
    ],
)
def test_with_nothing_configured_only_this_machine_uploads(aplikasi, tajuk, klien, status):
    assert minta(aplikasi, UNGGAH, "PUT", tajuk, klien=klien).status == status


def test_once_accounts_exist_this_machine_has_no_privilege(aplikasi, rahasia):
    rahasia(toml(satu()).encode())
    assert minta(aplikasi, UNGGAH, "PUT", [("host", "127.0.0.1:8501")]).status == 401


def test_with_broken_secrets_nobody_uploads(aplikasi, rahasia):
    rahasia(b"[akun")
    assert minta(aplikasi, UNGGAH, "PUT", [("host", "127.0.0.1:8501")]).status == 401


# --- logins by OpenID Connect reach the log ---------------------------------------------------------------------------


def test_logins_and_logouts_by_openid_connect_are_told(aplikasi, rahasia):
    rahasia(toml(OIDC).encode())
    hasil = []
    pasang_pencatat(lambda p, oleh, **rincian: hasil.append((p, oleh, rincian["cara"])))
    try:
        minta(aplikasi, f"{PULANG_SAH}&berhasil={SUREL}", tajuk=[*LUAR, berlangsung()])
        minta(aplikasi, f"{PULANG_SAH}&berhasil=lain@kab.go.id", tajuk=[*LUAR, berlangsung()])
        minta(aplikasi, PULANG_SAH, tajuk=[*LUAR, berlangsung()])
        minta(aplikasi, "/auth/logout", tajuk=[*LUAR, ("cookie", f"_streamlit_user={cookie_oidc()}")])
        minta(aplikasi, "/auth/logout", tajuk=LUAR)
    finally:
        pasang_pencatat(None)
    assert hasil == [
        ("masuk", SUREL, "oidc"),
        ("masuk gagal", "lain@kab.go.id", "oidc"),
        ("masuk gagal", "(tidak dikenal)", "oidc"),
        ("keluar", SUREL, "oidc"),
    ]


def test_after_a_logout_by_openid_connect_windows_that_are_open_are_dead_too(aplikasi, rahasia, monkeypatch, tercatat):
    """Each of them keeps the claims under which it was opened."""
    rahasia(toml(OIDC).encode())
    monkeypatch.setattr(jati_diri, "LOKET", Loket())
    monkeypatch.setattr(penjaga, "LOKET", jati_diri.LOKET)
    cookie = cookie_oidc()
    klaim = klaim_cookie({"_streamlit_user": cookie})
    jendela = Pengunjung({}, "10.0.0.9", (("Host", "dasbor.kab.go.id"),), klaim)
    assert jendela.pengguna(pengaturan_kini()).nama == SUREL
    for _ in range(9):
        minta(aplikasi, "/auth/logout", tajuk=[*LUAR, ("cookie", f"_streamlit_user={cookie}")])
    assert jendela.pengguna(pengaturan_kini()) is None
    assert tercatat == ["keluar"], "a cookie that was kept is told once"
    baru = replace(jendela, klaim={**klaim, "iat": klaim["iat"] + 1})
    assert baru.pengguna(pengaturan_kini()).nama == SUREL


# --- secrets that are there and cannot be reached ---------------------------------------------------------------------


def _tautan_ke_mana_mana(berkas):
    berkas.symlink_to(berkas.with_name("tidak-ada.toml"))


def _tautan_berputar(berkas):
    berkas.symlink_to(berkas)


def _folder(berkas):
    berkas.mkdir(mode=0o700)


def _folder_tautan(berkas):
    berkas.parent.rmdir()
    berkas.parent.symlink_to(berkas.parent.with_name("tidak-ada"))


@pytest.mark.parametrize("buat", [_tautan_ke_mana_mana, _tautan_berputar, _folder, _folder_tautan])
def test_secrets_that_cannot_be_reached_close_managing_and_the_log_says_why(aplikasi, rahasia, tmp_path, caplog, buat):
    """A link that leads nowhere counted as nothing configured: whoever sat at the machine managed without account."""
    berkas = tmp_path / "lain" / "secrets.toml"
    berkas.parent.mkdir()
    buat(berkas)
    config.set_option("secrets.files", [str(berkas)])
    assert pengaturan_atau_tertutup() is None
    assert minta(aplikasi, UNGGAH, "PUT", [("host", "127.0.0.1:8501")]).status == 401
    assert caplog.text.count("pengelolaan ditutup") == 1
    assert str(tmp_path) not in caplog.text


@pytest.mark.parametrize("galat", [PermissionError, OSError])
def test_secrets_that_may_not_even_be_looked_at_close_managing(rahasia, monkeypatch, galat):
    asli = os.lstat

    def lstat(berkas, **lain):
        if str(berkas).endswith("secrets.toml"):
            raise galat
        return asli(berkas, **lain)

    monkeypatch.setattr(jati_diri.os, "lstat", lstat)
    assert pengaturan_atau_tertutup() is None


def test_no_secrets_at_all_are_nothing_configured(rahasia):
    assert pengaturan_kini().kosong


# --- the way back from a provider -------------------------------------------------------------------------------------


@pytest.fixture
def tercatat(monkeypatch):
    """What reached the log; the throttle begins anew."""
    monkeypatch.setattr(penjaga, "PULANG", Pembatas(batas=20, jam=Jam()))
    hasil = []
    pasang_pencatat(lambda p, oleh, **rincian: hasil.append(p))
    yield hasil
    pasang_pencatat(None)


def test_without_openid_connect_there_is_no_way_back_and_nothing_in_the_log(aplikasi, rahasia, tercatat):
    for isi in (None, toml(satu()).encode(), b"[akun"):
        if isi is not None:
            rahasia(isi)
        for jalur in ("/oauth2callback", PULANG_SAH, "/oauth2callback?error=x", "/dasar/oauth2callback"):
            assert {minta(aplikasi, jalur, tajuk=[*LUAR, berlangsung()]).status for _ in range(5)} == {404}
    assert tercatat == []


@pytest.mark.parametrize(
    ("jalur", "cookie"),
    [
        ("/oauth2callback?state=abc_1&code=x", ""),
        ("/oauth2callback?code=x", "sah"),
        ("/oauth2callback?error=access_denied", "sah"),
        ("/oauth2callback?state=lain&code=x", "sah"),
        ("/oauth2callback?state=&code=x", "sah"),
        ("/oauth2callback?state=abc_1&code=x", "kunci lain"),
        ("/oauth2callback?state=abc_1&code=x", "sudah lewat"),
        ("/oauth2callback?state=abc_1&code=x", "bukan objek"),
        ("/oauth2callback?state=abc_1&code=x", "rusak"),
    ],
)
def test_a_return_that_this_browser_waits_for_not_is_refused_and_not_logged(aplikasi, rahasia, tercatat, jalur, cookie):
    rahasia(toml(OIDC).encode())
    tajuk = {
        "": LUAR,
        "sah": [*LUAR, berlangsung()],
        "kunci lain": [*LUAR, berlangsung(kunci="l" * 32)],
        "sudah lewat": [*LUAR, berlangsung(lama=-1)],
        "bukan objek": [*LUAR, berlangsung(isi=[1])],
        "rusak": [*LUAR, ("cookie", f"{SESSION_COOKIE_NAME}=abc.def.ghi")],
    }[cookie]
    jawaban = minta(aplikasi, jalur, tajuk=tajuk)
    assert (jawaban.status, jawaban.cookies, tercatat) == (404, [], [])
    assert "Mulai lagi dari halaman Kelola data" in jawaban.isi


def test_where_a_provider_leads_after_a_logout_is_the_first_page(aplikasi, rahasia, tercatat):
    rahasia(toml(OIDC).encode())
    jawaban = minta(aplikasi, "/oauth2callback", tajuk=LUAR)
    assert (jawaban.status, jawaban.tajuk["location"], tercatat) == (307, "/", [])


def test_one_pending_state_sent_again_and_again_is_throttled(aplikasi, rahasia, tercatat):
    rahasia(toml(OIDC).encode())
    kirim = [minta(aplikasi, PULANG_SAH, tajuk=[*LUAR, berlangsung()], klien=f"2001:db8::{i:x}") for i in range(200)]
    assert [j.status for j in kirim] == [307] * 20 + [429] * 180
    assert tercatat == ["masuk gagal"] * 20
    assert minta(aplikasi, PULANG_SAH, tajuk=[*LUAR, berlangsung()], klien="10.0.0.3").status == 307


def test_logins_that_succeed_are_not_counted(aplikasi, rahasia, tercatat):
    rahasia(toml(OIDC).encode())
    for _ in range(50):
        minta(aplikasi, f"{PULANG_SAH}&berhasil={SUREL}", tajuk=[*LUAR, berlangsung()])
    assert tercatat == ["masuk"] * 50


def test_the_session_is_read_as_starlette_and_authlib_write_it(rahasia):
    """What begins a login is Streamlit's own; its form must still be the one that is read here."""
    with warnings.catch_warnings(record=True):  # Authlib complains of what it imports itself
        from authlib.integrations.starlette_client.integration import StarletteIntegration

    ditulis = []

    async def mulai(scope, receive, send):
        await StarletteIntegration("default").set_state_data(scope["session"], "abc_1", {})
        await PlainTextResponse("")(scope, receive, send)

    async def kirim(pesan):
        ditulis.append(pesan)

    lingkup = {"type": "http", "method": "GET", "path": "/", "headers": []}
    asyncio.run(SessionMiddleware(mulai, KUNCI, SESSION_COOKIE_NAME)(lingkup, None, kirim))
    (isi,) = penjaga._cookie_baru(ditulis[0]).values()
    rahasia(toml(OIDC).encode())
    assert [penjaga.masuk_berlangsung(isi, state) for state in ("abc_1", "abc", "1", "")] == [True, False, False, False]


def test_a_cookie_that_cannot_be_read_is_passed_over():
    pesan = {"headers": [(b"set-cookie", b"a=b; Path=/"), (b"set-cookie", b"\x01\x02=;;"), (b"x", b"y")]}
    assert penjaga._cookie_baru(pesan) == {"a": "b"}
