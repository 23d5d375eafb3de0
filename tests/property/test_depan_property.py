"""Readers of what strangers send: whatever comes in, a value, the default or a refusal; never another exception."""

import asyncio
import json
from datetime import date, timedelta
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
import streamlit
from contoh_akun import KUNCI, satu
from hypothesis import example, given, settings
from hypothesis import strategies as st
from starlette.requests import Request

from components.bingkai.versi import _nomor_diminta
from components.dasar.keadaan import VERSI
from components.rapat import rute_notulen
from components.rapat.rute_tayang import bagian_dari
from components.server.badan import BadanDitolak, baca_badan
from components.server.jati_diri import klaim_cookie, pengguna_oidc
from components.server.jurnal import satu_baris
from components.server.keamanan import ke_awal
from components.server.lokal import nama_host, setempat
from components.server.masuk import _formulir, asal_cocok, kembali_aman
from components.server.nama_server import _penolakan, nama_dikenal, nama_pengaturan
from kinerja.akun.akses import PeranPengguna
from kinerja.akun.pengaturan import Akun, Hak, Pengaturan, PengaturanAkunSalah, baca_pengaturan
from kinerja.akun.sandi import periksa_sandi
from kinerja.akun.tiket import Loket
from kinerja.model.catatan import IsiNotulen
from kinerja.model.istilah import Periode
from kinerja.nilai.waktu import format_waktu
from kinerja.paparan.model import BagianPaparan
from kinerja.telaah.kelengkapan.tenggat import jatuh_tempo

teks = st.text(max_size=80)
alamat = st.lists(
    st.sampled_from(["/", "//", "\\", ":", "@", "?", "#", "http:", "javascript:", "x.id", "[", "]", "..", "%2f", " "])
    | st.text(max_size=3)
).map("".join)
nilai = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | teks | st.dates()
bersarang = st.recursive(nilai, lambda s: st.lists(s, max_size=3) | st.dictionaries(teks, s, max_size=3), max_leaves=8)
json_apa_pun = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | teks,
    lambda s: st.lists(s, max_size=3) | st.dictionaries(teks, s, max_size=3),
    max_leaves=8,
)
tajuk = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"), max_size=60)
sedikit = settings(max_examples=30, deadline=None)

PENGATURAN = baca_pengaturan({**satu(), "masuk": {"kunci_cookie": KUNCI}})


def permintaan(tajuk=(), badan=b"", kueri="", jalur=None):
    """Return a request as Starlette hands it to a route."""

    async def terima():
        return {"type": "http.request", "body": badan, "more_body": False}

    isi = [(k.encode("latin-1"), v.encode("latin-1")) for k, v in tajuk]
    lingkup = {"type": "http", "method": "POST", "path": "/", "headers": isi, "query_string": kueri.encode()}
    return Request({**lingkup, "path_params": jalur or {}}, terima)


def coba(kerjakan, jenis):
    """Return what comes out, also where that is a refusal of this kind."""
    try:
        return kerjakan()
    except jenis as galat:
        return galat


# --- who asks ---------------------------------------------------------------------------------------------------------


@given(teks | st.binary().map(lambda b: b.decode("latin-1")))
@example("a.b")
@sedikit
def test_no_text_is_a_login_or_ends_in_an_error(isi):
    loket = Loket()
    assert loket.akun(PENGATURAN, isi) is None
    loket.cabut(PENGATURAN, isi)


@given(json_apa_pun | st.lists(json_apa_pun, min_size=3, max_size=4))
@example("000")
@example("0000")
@example(["siti", 10**400, "", ""])
@sedikit
def test_nor_is_anything_that_was_signed_with_our_key_for_something_else(isi):
    loket = Loket()
    tertanda = loket._penanda(PENGATURAN).dumps(isi)
    assert loket.akun(PENGATURAN, tertanda) is None
    loket.cabut(PENGATURAN, tertanda)


@given(st.dictionaries(st.sampled_from(["_streamlit_user", "_streamlit_user_0", "a"]), teks, max_size=3))
@sedikit
def test_no_cookie_is_a_claim(cookies):
    assert klaim_cookie(cookies) == {}


@given(st.dictionaries(st.sampled_from(["email", "iat", "email_verified", "x"]), bersarang), st.floats(0, 1e12))
@sedikit
def test_claims_of_any_kind_name_nobody(klaim, kini):
    oidc = Pengaturan(oidc={"a@x.id": Hak(PeranPengguna.ADMIN)}, penyedia=("",))
    assert pengguna_oidc(oidc, klaim, kini) is None


AKUN_KIRA = st.dictionaries(
    st.sampled_from(["akun", "peran_oidc", "masuk", "auth"]),
    bersarang
    | st.dictionaries(
        teks | st.sampled_from(["siti", "a@b", "kunci_cookie", "umur_menit", "cookie_secret", "client_id"]),
        bersarang | st.dictionaries(st.sampled_from(["sandi", "peran", "kode_opd", "x"]), bersarang),
        max_size=4,
    ),
)


@given(AKUN_KIRA)
@sedikit
def test_settings_of_accounts_are_read_or_refused_with_a_sentence(rahasia):
    hasil = coba(lambda: baca_pengaturan(rahasia), PengaturanAkunSalah)
    assert isinstance(hasil, Pengaturan) or str(hasil)


@given(teks | st.sampled_from(["$argon2id$", "$argon2id$v=19$m=64,t=1,p=1$", "$argon2id$v=19$m=0,t=0,p=0$AA$AA"]), teks)
@sedikit
def test_no_hash_lets_a_password_in_that_it_was_not_made_of(sidik, sandi):
    akun = Pengaturan(akun={"siti": Akun("siti", sidik, Hak(PeranPengguna.ADMIN))})
    assert periksa_sandi(akun, "siti", sandi) is None


# --- addresses --------------------------------------------------------------------------------------------------------


@given(alamat | teks)
@example("/\\x.id")
@example("/\t/x.id")
@example("///x.id")
@sedikit
def test_after_logging_in_one_stays_on_this_server(isi):
    tujuan = kembali_aman(isi)
    assert tujuan.startswith("/")
    assert not tujuan.startswith(("//", "/\\"))
    assert tujuan.isprintable()
    assert urlsplit(urljoin("http://sini.id/akun/masuk", tujuan)).netloc == "sini.id"


@given(st.dictionaries(teks.filter(lambda t: t.isprintable()), alamat, max_size=3))
@sedikit
def test_the_first_page_s_name_leads_to_the_first_of_this_server(kueri):
    minta = permintaan(kueri=urlencode(kueri, errors="replace"))
    tujuan = asyncio.run(ke_awal(minta)).headers["location"]
    assert tujuan == "/" or tujuan.startswith("/?")
    assert tujuan.isprintable()
    assert urlsplit(urljoin("http://sini.id/x", tujuan)).netloc == "sini.id"


@given(tajuk | alamat.filter(lambda t: t.isascii()), tajuk, st.sampled_from(["origin", "referer"]))
@sedikit
def test_a_foreign_origin_is_never_ours(asal, host, nama):
    cocok = asal_cocok(permintaan([(nama, asal), ("host", host)]))
    assert isinstance(cocok, bool)
    assert not cocok or asal.partition("//")[2].casefold().startswith(host.casefold())


@given(alamat | teks, st.none() | teks, st.lists(st.tuples(teks, alamat), max_size=4))
@sedikit
def test_names_of_hosts_are_read_or_are_none(isi, klien, tajuk_lain):
    assert isinstance(nama_host(isi), str)
    assert isinstance(nama_dikenal(isi), bool)
    assert all(nama_pengaturan(isi))
    assert setempat("127.0.0.1", klien, [*tajuk_lain, ("Host", "x.id")]) is False


@given(st.lists(st.tuples(st.sampled_from(["host", "origin", "Host"]), tajuk), max_size=3), teks)
@sedikit
def test_a_request_is_passed_on_or_refused_whatever_its_headers(isi, jalur):
    minta = permintaan([("host", "x.example"), *isi])
    penolakan = _penolakan({**minta.scope, "path": f"/{jalur}"})
    assert penolakan is None or penolakan.status_code in (400, 403)
    assert penolakan is not None or jalur.startswith(("sehat", "_stcore/health"))


# --- bodies -----------------------------------------------------------------------------------------------------------


@given(st.binary(max_size=200), tajuk | st.just("application/x-www-form-urlencoded"))
@example(b"a=%ff", "application/x-www-form-urlencoded")
@example(b"&" * 20 + b"a=1", "application/x-www-form-urlencoded")
@sedikit
def test_a_form_is_read_or_refused_with_its_status(badan, jenis):
    isi = coba(lambda: asyncio.run(_formulir(permintaan([("content-type", jenis)], badan))), BadanDitolak)
    if isinstance(isi, BadanDitolak):
        assert isi.status in (400, 413, 415)
    else:
        assert all(isinstance(k, str) and isinstance(v, str) for k, v in isi.items())


@given(st.binary(max_size=100), st.integers(0, 100))
@sedikit
def test_a_body_is_never_longer_than_its_limit(badan, batas):
    minta = permintaan([("content-type", "a/b; c=d")], badan)
    isi = coba(lambda: asyncio.run(baca_badan(minta, "a/b", batas)), BadanDitolak)
    assert isi == badan if len(badan) <= batas else isi.status == 413


ISIAN = st.dictionaries(st.sampled_from([*IsiNotulen.__annotations__, "x"]), json_apa_pun, max_size=8)


@given(st.binary(max_size=60) | (json_apa_pun | ISIAN).map(lambda i: json.dumps(i).encode()))
@example(b"[" * 100_000)
@example(b'{"tahun": ' + b"9" * 5000 + b"}")
@example(b'{"tenggat": "2024-W01-1"}')
@sedikit
def test_a_decision_is_read_or_is_no_decision(badan):
    try:
        isi = rute_notulen._isi(badan)
    except (ValueError, RecursionError):
        return
    assert isinstance(isi, IsiNotulen)
    assert isinstance(isi.tahun, int)
    assert isi.tenggat is None or isinstance(isi.tenggat, date)


# --- what addresses choose --------------------------------------------------------------------------------------------


@given(teks | st.lists(st.sampled_from([b.alamat for b in BagianPaparan]), max_size=6).map(",".join))
@sedikit
def test_sections_of_an_address_are_some_that_exist_each_once(isi):
    bagian = bagian_dari(isi)
    assert bagian
    assert len(set(bagian)) == len(bagian)
    assert set(bagian) <= set(BagianPaparan)


@given(teks | st.integers().map(str) | st.sampled_from(["²", "٣", "1" * 5000, "१२"]))
@sedikit
def test_a_version_of_an_address_is_a_number_or_the_active_one(isi):
    with pytest.MonkeyPatch.context() as mp:
        mp.setattr(streamlit, "query_params", {VERSI: isi})
        mp.setattr(streamlit, "session_state", {})
        nomor = _nomor_diminta()
    assert nomor is None or 0 <= nomor < 10**9


# --- what is written --------------------------------------------------------------------------------------------------


@given(st.text())
@sedikit
def test_the_log_stays_one_line_an_event(isi):
    baris = satu_baris(isi)
    assert len(baris.splitlines()) <= 1
    assert baris.isprintable()


@given(st.integers(2000, 2100), st.sampled_from(list(Periode)))
@sedikit
def test_a_due_date_lies_behind_its_period_and_within_four_months(tahun, periode):
    hari = jatuh_tempo(tahun, periode)
    assert date(tahun, 4, 1) <= hari <= date(tahun + 1, 3, 31)
    assert (hari + timedelta(days=1)).day == 1


@given(st.datetimes(timezones=st.timezones()))
@sedikit
def test_a_time_is_told_in_jakarta_whatever_its_zone(waktu):
    assert format_waktu(waktu).endswith(" WIB")
