"""The routes of the login: form, cookie, redirect, throttle, other people's pages; and the way out."""

import re

import pytest
from asgi import formulir, minta
from contoh_akun import KUNCI, SANDI, Jam, satu
from starlette.applications import Starlette

from components.server import jati_diri, masuk
from components.server.keamanan import LAPISAN
from components.server.masuk import kembali_aman, rute_masuk
from components.server.peristiwa import catat, pasang_pencatat
from kinerja.akun.pembatas import PembatasMasuk
from kinerja.akun.pengaturan import PengaturanAkunSalah, baca_pengaturan
from kinerja.akun.tiket import Loket

MASUK = "/akun/masuk"
KELUAR = "/akun/keluar"


@pytest.fixture
def jam(monkeypatch):
    jam = Jam()
    monkeypatch.setattr(masuk, "PEMBATAS", PembatasMasuk(jam))
    monkeypatch.setattr(masuk, "LOKET", Loket())
    return jam


@pytest.fixture
def atur(monkeypatch):
    def pasang(rahasia):
        pengaturan = rahasia if isinstance(rahasia, Exception) else baca_pengaturan(rahasia)

        def kini():
            if isinstance(pengaturan, Exception):
                raise pengaturan
            return pengaturan

        monkeypatch.setattr(jati_diri, "pengaturan_kini", kini)
        return pengaturan

    return pasang


@pytest.fixture
def aplikasi(jam, atur):
    atur({**satu(), "masuk": {"kunci_cookie": KUNCI}})
    return Starlette(routes=rute_masuk(), middleware=LAPISAN)


@pytest.fixture
def peristiwa():
    hasil = []
    pasang_pencatat(lambda p, oleh, **rincian: hasil.append((p, oleh, rincian)))
    yield hasil
    pasang_pencatat(None)


def coba(aplikasi, nama="siti", sandi=SANDI, kembali="/kelola", **pilihan):
    return formulir(aplikasi, MASUK, {"nama": nama, "sandi": sandi, "kembali": kembali}, **pilihan)


def nilai_cookie(jawaban):
    return re.match(r"dasbor_masuk=([^;]*)", jawaban.cookies[0])[1].strip('"')


# --- the form ---------------------------------------------------------------------------------------------------------


def test_the_form_needs_nothing_from_outside_and_no_script(aplikasi):
    jawaban = minta(aplikasi, f"{MASUK}?kembali=/kelola")
    assert jawaban.status == 200
    assert jawaban.tajuk["cache-control"] == "no-store"
    assert "content-security-policy" in jawaban.tajuk
    assert not re.search(r"<script|<link|<img|src=|https?:|url\(| on\w+=", jawaban.isi)
    assert '<html lang="id">' in jawaban.isi
    assert 'name="kembali" value="/kelola"' in jawaban.isi


def test_what_comes_with_the_address_is_escaped(aplikasi):
    jawaban = minta(aplikasi, f"{MASUK}?kembali=/%22%3E%3Cb%3E")
    assert "<b>" not in jawaban.isi
    jawaban = coba(aplikasi, nama='"><b>x', sandi="salah")
    assert "<b>" not in jawaban.isi


# --- success ----------------------------------------------------------------------------------------------------------


def test_the_right_password_sets_the_cookie_and_leads_back(aplikasi, peristiwa):
    jawaban = coba(aplikasi)
    assert (jawaban.status, jawaban.tajuk["location"]) == (303, "/kelola")
    atribut = {a.strip().lower() for a in jawaban.cookies[0].split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/", "max-age=28800"} <= atribut
    assert "secure" not in atribut
    assert peristiwa == [("masuk", "siti", {"cara": "akun", "klien": "127.0.0.1"})]
    assert masuk.LOKET.akun(jati_diri.pengaturan_kini(), nilai_cookie(jawaban)).nama == "siti"


@pytest.mark.parametrize(("skema", "tajuk"), [("https", {}), ("http", {"x-forwarded-proto": "https, http"})])
def test_over_https_the_cookie_is_secure(aplikasi, skema, tajuk):
    assert "secure" in coba(aplikasi, skema=skema, tajuk=tajuk).cookies[0].lower()


@pytest.mark.parametrize(
    ("alamat", "aman"),
    [
        ("/", "/"),
        ("/kelola", "/kelola"),
        ("/kelola?opd=SETDA&tahun=2024", "/kelola?opd=SETDA&tahun=2024"),
        ("/%5c%5chost", "/%5c%5chost"),
        ("/a//b", "/a//b"),
        ("", "/"),
        ("kelola", "/"),
        ("//host/x", "/"),
        ("///host", "/"),
        ("/\\host", "/"),
        ("\\\\host", "/"),
        ("/a\\..\\b", "/"),
        ("http://host", "/"),
        ("https:host", "/"),
        ("javascript:alert(1)", "/"),
        (" //host", "/"),
        ("/\t/host", "/"),
        ("/\n/host", "/"),
        ("/a\r\nSet-Cookie: x=y", "/"),
        ("/\u2028/host", "/"),
        ("/" + "a" * 1000, "/"),
    ],
)
def test_the_way_back_never_leads_elsewhere(aplikasi, alamat, aman):
    assert kembali_aman(alamat) == aman
    assert coba(aplikasi, kembali=alamat).tajuk["location"] == aman


# --- failure ----------------------------------------------------------------------------------------------------------


def test_a_wrong_password_and_an_unknown_name_are_told_alike(aplikasi, peristiwa):
    salah, asing = coba(aplikasi, sandi="salah"), coba(aplikasi, nama="kata-sandi-saya", sandi="salah")
    assert (salah.status, asing.status, salah.cookies, asing.cookies) == (401, 401, [], [])
    assert salah.isi == asing.isi.replace("kata-sandi-saya", "siti")
    assert "Nama akun atau sandi salah." in salah.isi
    assert [(p, oleh) for p, oleh, _ in peristiwa] == [("masuk gagal", "siti"), ("masuk gagal", "(tidak dikenal)")]
    assert not re.search("salah'|kata-sandi", repr(peristiwa))


def test_twenty_wrong_passwords_are_throttled_and_even_the_right_one_waits(aplikasi, jam, peristiwa):
    """From one address: counted for everybody at once, one stranger locked the account for its owner (seen)."""
    jawaban = [coba(aplikasi, sandi="salah") for _ in range(20)]
    assert [j.status for j in jawaban] == [401] * 5 + [429] * 15
    assert jawaban[-1].tajuk["retry-after"] == "15"
    assert "Coba lagi setelah 15 detik" in jawaban[-1].isi
    assert len(peristiwa) == 5
    assert peristiwa[-1][2]["tunggu"] == "15"
    assert coba(aplikasi).status == 429
    jam.kini += 15
    assert coba(aplikasi).status == 303
    assert coba(aplikasi, sandi="salah").status == 401


AKHIRAN = [" " * 80 + "x", " " * 76 + "yz", "\t" * 90 + "a", "\u3000" * 78 + "b", "\u2003" * 80 + "c", "\xa0" * 99]
"""White space and a letter behind a name: cut at its longest, the name is the account's again."""


@pytest.mark.parametrize("depan", ["", " ", "\u2003"])
def test_no_spelling_of_a_name_gives_an_account_another_count(aplikasi, peristiwa, depan):
    nama = [f"{depan}{n}{akhir}" for n in ("siti", "SITI", "Siti") for akhir in AKHIRAN]
    status = [coba(aplikasi, nama=n, sandi="salah").status for n in nama]
    assert status == [401] * 5 + [429] * (len(nama) - 5)
    assert {oleh for _, oleh, _ in peristiwa} == {"siti"}
    assert coba(aplikasi).status == 429


def test_one_address_never_locks_an_account_for_its_owner_elsewhere(aplikasi, jam):
    for _ in range(200):
        jam.kini += 901
        coba(aplikasi, sandi="salah", klien="10.0.0.66")
    assert coba(aplikasi, klien="10.0.0.66").status == 429
    assert coba(aplikasi, klien="10.0.0.7").status == 303


def test_many_addresses_together_are_throttled_for_an_account_too(aplikasi, jam):
    status = [coba(aplikasi, sandi="salah", klien=f"10.0.0.{i}").status for i in range(30)]
    assert status == [401] * 20 + [429] * 10
    assert coba(aplikasi, klien="10.0.1.1").status == 429
    jam.kini += 15
    assert coba(aplikasi, klien="10.0.1.1").status == 303


@pytest.mark.parametrize("banyak_alamat", [False, True], ids=["one address", "many"])
def test_the_throttle_does_not_tell_which_names_exist(aplikasi, banyak_alamat):
    def urutan(nama, jaringan):
        klien = (f"{jaringan}.{i if banyak_alamat else 1}" for i in range(25))
        return [(j.status, j.tajuk.get("retry-after")) for j in (coba(aplikasi, nama, "x", klien=k) for k in klien)]

    for n in range(9):
        coba(aplikasi, nama=f"asing{n}", sandi="x", klien=f"10.9.0.{n}")
    assert urutan("siti", "10.1.0") == urutan("bukan-akun", "10.2.0")


def test_one_client_that_tries_many_names_is_throttled(aplikasi):
    status = [coba(aplikasi, nama=f"n{i}", sandi="x", klien=f"2001:db8::{i:x}").status for i in range(25)]
    assert status == [401] * 20 + [429] * 5
    assert coba(aplikasi, klien="2001:db8:0:1::1").status == 303


def test_a_success_does_not_pardon_the_client(aplikasi):
    status = []
    for i in range(30):
        status.append(coba(aplikasi, nama=f"n{i}", sandi="x").status)
        coba(aplikasi)
    assert status[-1] == 429


@pytest.mark.parametrize(
    "tajuk",
    [
        {"origin": "http://jahat.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://[rusak"},
        {"origin": None},
        {"origin": None, "referer": "http://jahat.example/127.0.0.1:8501"},
        {"host": None, "origin": None},
    ],
)
@pytest.mark.parametrize("jalur", [MASUK, KELUAR])
def test_a_form_from_another_page_is_refused(aplikasi, jalur, tajuk):
    jawaban = formulir(aplikasi, jalur, {"nama": "siti", "sandi": SANDI}, tajuk)
    assert (jawaban.status, jawaban.cookies) == (403, [])


def test_a_referer_stands_in_for_a_missing_origin(aplikasi):
    tajuk = {"origin": None, "referer": "http://127.0.0.1:8501/akun/masuk"}
    assert coba(aplikasi, tajuk=tajuk).status == 303


@pytest.mark.parametrize(
    ("tajuk", "badan", "status"),
    [
        ({"content-type": "application/json"}, b"{}", 415),
        ({"content-type": "multipart/form-data; boundary=x"}, b"", 415),
        ({}, b"nama=siti&sandi=" + b"a" * 5000, 413),
        ({}, b"nama=\xff", 400),
        ({}, b"nama=%ff", 400),
        ({}, b"&".join(b"a%d=1" % i for i in range(20)), 400),
        ({}, b"", 401),
    ],
)
def test_a_body_that_is_no_form_is_refused(aplikasi, tajuk, badan, status):
    dasar = {
        "host": "h",
        "origin": "http://h",
        "content-type": "application/x-www-form-urlencoded; charset=utf-8",
        **tajuk,
    }
    assert minta(aplikasi, MASUK, "POST", list(dasar.items()), badan).status == status


@pytest.mark.parametrize(("rahasia", "status"), [({}, 404), (PengaturanAkunSalah("x"), 503)])
def test_without_usable_accounts_there_is_no_form(aplikasi, atur, rahasia, status):
    atur(rahasia)
    assert minta(aplikasi, MASUK).status == status
    assert "<form" not in minta(aplikasi, MASUK).isi
    assert coba(aplikasi).status == status


# --- the way out ------------------------------------------------------------------------------------------------------


def test_logging_out_clears_the_cookie_and_revokes_it(aplikasi, peristiwa):
    tiket = nilai_cookie(coba(aplikasi))
    cookie = {"cookie": f"dasbor_masuk={tiket}"}
    assert "Anda masuk sebagai siti" in minta(aplikasi, KELUAR, tajuk=cookie.items()).isi
    jawaban = formulir(aplikasi, KELUAR, {}, cookie)
    assert (jawaban.status, jawaban.tajuk["location"]) == (303, "/")
    assert "max-age=0" in jawaban.cookies[0].lower()
    assert masuk.LOKET.akun(jati_diri.pengaturan_kini(), tiket) is None
    assert [p for p, _, _ in peristiwa] == ["masuk", "keluar"]
    assert formulir(aplikasi, KELUAR, {}, cookie).status == 303
    assert len(peristiwa) == 2


def test_a_link_alone_logs_nobody_out(aplikasi):
    jawaban = minta(aplikasi, KELUAR)
    assert (jawaban.status, jawaban.cookies) == (200, [])


# --- the log ----------------------------------------------------------------------------------------------------------


def test_an_event_is_one_line_of_bounded_length_and_a_failing_log_stops_nobody(aplikasi, peristiwa, caplog):
    catat("masuk gagal", "a\nb" + "c" * 500, klien="x\ry")
    assert peristiwa[0][1].startswith("a b")
    assert len(peristiwa[0][1]) == 120
    assert peristiwa[0][2] == {"klien": "x y"}

    def gagal(*_, **__):
        raise OSError

    pasang_pencatat(gagal)
    assert coba(aplikasi).status == 303
    assert "tidak tercatat" in caplog.text
