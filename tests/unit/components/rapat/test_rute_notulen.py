"""The route of decisions: who may, from which page, how much; kept once, listed as it is read, never a traceback."""

import json

import pytest
from asgi import minta
from contoh_akun import satu
from contoh_notulen import HARI
from sqlalchemy import delete
from starlette.applications import Starlette

from components.rapat import rute_notulen
from components.rapat.rute_notulen import BATAS_BADAN, JALUR_NOTULEN
from components.server import jati_diri
from components.server.jati_diri import COOKIE, LOKET
from components.server.keamanan import LAPISAN
from kinerja.akun.pengaturan import PengaturanAkunSalah, baca_pengaturan
from kinerja.gudang.notulen import daftar_notulen
from kinerja.gudang.skema import NOTULEN
from kinerja.sumber import versi as sumber

LUAR = {"host": "dasbor.kab.go.id", "origin": "https://dasbor.kab.go.id"}
ISI = {
    "kunci": "a1",
    "kode_opd": "BATUBARA",
    "kode_indikator": "BB-UHH",
    "tahun": 2024,
    "slaid": "indikator-BB-UHH",
    "keputusan": "Verifikasi <b>data</b> kelahiran",
    "penanggung_jawab": "Dinas Kesehatan",
    "tenggat": "2026-11-30",
}


@pytest.fixture
def aplikasi(monkeypatch):
    monkeypatch.setattr(rute_notulen, "hari_ini", lambda: HARI)
    yield Starlette(routes=rute_notulen.rute_notulen(), middleware=LAPISAN)
    with sumber.gudang_terisi().menulis() as koneksi:
        koneksi.execute(delete(NOTULEN))


@pytest.fixture
def sebagai(monkeypatch):
    """Configure one account of a role and return the headers of its login; None for a reader."""

    def masuk(peran):
        isi = satu(**({"peran": peran} if peran else {}), **({"kode_opd": "SETDA"} if peran == "operator" else {}))
        pengaturan = baca_pengaturan(isi)
        monkeypatch.setattr(jati_diri, "pengaturan_kini", lambda: pengaturan)
        if peran is None:
            return {}
        return {"cookie": f"{COOKIE}={LOKET.terbitkan(pengaturan, pengaturan.akun['siti'])}"}

    return masuk


def kirim(aplikasi, tajuk, isi=ISI, **ubah):
    """Post a decision as the page does; returns status and answer."""
    badan = isi if isinstance(isi, bytes) else json.dumps({**isi, **ubah}).encode()
    semua = {**LUAR, "content-type": "application/json", "x-dasbor": "1", **tajuk}
    jawaban = minta(aplikasi, JALUR_NOTULEN, "POST", [(k, v) for k, v in semua.items() if v is not None], badan)
    assert "Traceback" not in jawaban.isi
    assert jawaban.tajuk["cache-control"] == "no-store"
    assert "content-security-policy" in jawaban.tajuk
    return jawaban.status, json.loads(jawaban.isi)


def tersimpan():
    return daftar_notulen(sumber.gudang_terisi())


# --- who --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("peran", ["operator", "inspektorat", "admin"])
def test_who_may_write_notes_notes_a_decision_and_it_is_confirmed(aplikasi, sebagai, peran):
    status, isi = kirim(aplikasi, sebagai(peran))
    (satu_,) = tersimpan()
    assert (status, isi["id"]) == (201, satu_.id)
    assert isi["kalimat"] == f"Keputusan {satu_.id} tersimpan: Dinas Kesehatan, paling lambat 30 November 2026."
    assert (satu_.oleh, satu_.slaid, satu_.keputusan) == (
        "siti",
        "indikator-BB-UHH",
        "Verifikasi <b>data</b> kelahiran",
    )


@pytest.mark.parametrize(("peran", "galat"), [(None, "Masuk terlebih dahulu"), ("pimpinan", "tidak berhak menulis")])
def test_nobody_else_does(aplikasi, sebagai, peran, galat):
    status, isi = kirim(aplikasi, sebagai(peran))
    assert status == 403
    assert galat in isi["galat"][0]
    assert tersimpan() == ()


def test_with_broken_settings_nobody_notes_anything(aplikasi, monkeypatch):
    def salah():
        raise PengaturanAkunSalah("rusak")

    monkeypatch.setattr(jati_diri, "pengaturan_kini", salah)
    assert kirim(aplikasi, {})[0] == 403


# --- from where -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tajuk",
    [
        {"x-dasbor": None},
        {"x-dasbor": "0"},
        {"origin": "https://jahat.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "https://dasbor.kab.go.id:8443"},
        {"host": None},
    ],
    ids=lambda t: "-".join(f"{k} {v}" for k, v in t.items()),
)
def test_a_page_of_somebody_else_notes_nothing_with_a_login_that_is_open(aplikasi, sebagai, tajuk):
    status, isi = kirim(aplikasi, {**sebagai("admin"), **tajuk})
    assert status == 403
    assert "muat ulang halaman" in isi["galat"][0]
    assert tersimpan() == ()


def test_without_an_origin_the_header_of_our_own_is_enough(aplikasi, sebagai):
    assert kirim(aplikasi, {**sebagai("admin"), "origin": None})[0] == 201


# --- what -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jenis", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None])
def test_what_a_form_could_send_is_refused(aplikasi, sebagai, jenis):
    assert kirim(aplikasi, {**sebagai("admin"), "content-type": jenis})[0] == 415
    assert tersimpan() == ()


def test_a_body_may_be_20_kb_and_no_more(aplikasi, sebagai):
    tajuk = sebagai("admin")
    kosong = len(json.dumps({**ISI, "lain": ""}))
    assert kirim(aplikasi, tajuk, lain="x" * (BATAS_BADAN - kosong))[0] == 201
    assert kirim(aplikasi, tajuk, lain="x" * (BATAS_BADAN - kosong + 1), kunci="a2")[0] == 413
    assert len(tersimpan()) == 1


@pytest.mark.parametrize(
    "badan",
    [b"", b"x", b"[]", b"null", b'"a"', b"\xff\xfe", b"[" * 15_000, b'{"tahun":' + b"9" * 10_000 + b"}"],
    ids=["empty", "word", "list", "null", "text", "bytes", "deep", "digits"],
)
def test_what_is_no_object_is_refused_in_words(aplikasi, sebagai, badan):
    status, isi = kirim(aplikasi, sebagai("admin"), badan)
    assert (status, isi) == (400, {"galat": ["Isi yang dikirim bukan JSON"]})


def test_everything_that_is_missing_is_named_at_once(aplikasi, sebagai):
    status, isi = kirim(aplikasi, sebagai("admin"), {**ISI, "keputusan": "", "penanggung_jawab": " ", "tenggat": ""})
    assert status == 400
    assert isi["galat"] == ["Keputusan belum diisi", "Penanggung jawab belum diisi", "Tenggat belum diisi"]


@pytest.mark.parametrize(
    ("ubah", "galat"),
    [
        ({"tenggat": "2026-11-20"}, "Tenggat sudah lewat"),
        ({"tenggat": "besok"}, "Tenggat belum diisi"),
        ({"tenggat": 20261130}, "Tenggat belum diisi"),
        ({"keputusan": ["x"]}, "Keputusan belum diisi"),
        ({"keputusan": "\ud800"}, "Keputusan belum diisi"),
        ({"tahun": "2024"}, "Tahun tidak dikenal"),
        ({"tahun": True}, "Tahun tidak dikenal"),
        ({"tahun": None}, "Tahun tidak dikenal"),
        ({"kode_opd": "' OR 1=1--"}, "OPD tidak dikenal"),
        ({"kode_indikator": "SETDA-AKIP"}, "Indikator tidak dikenal pada OPD ini"),
        ({"kunci": None}, "Kunci kiriman tidak dikenal"),
    ],
    ids=lambda p: (
        "-".join(f"{k} {v}" for k, v in p.items()).encode("ascii", "replace").decode() if isinstance(p, dict) else ""
    ),
)
def test_what_cannot_be_meant_is_refused(aplikasi, sebagai, ubah, galat):
    status, isi = kirim(aplikasi, sebagai("admin"), **ubah)
    assert status == 400
    assert galat in isi["galat"]
    assert tersimpan() == ()


def test_what_is_sent_twice_is_stored_once_and_confirmed_twice(aplikasi, sebagai):
    tajuk = sebagai("inspektorat")
    assert kirim(aplikasi, tajuk) == kirim(aplikasi, tajuk)
    assert len(tersimpan()) == 1
    assert kirim(aplikasi, tajuk, keputusan="Lain")[0] == 400
    assert kirim(aplikasi, tajuk, keputusan="Lain", kunci="a2")[0] == 201


# --- listing ----------------------------------------------------------------------------------------------------------


def lihat(aplikasi, kueri="", tajuk=None):
    jawaban = minta(aplikasi, f"{JALUR_NOTULEN}?{kueri}", tajuk=[*LUAR.items(), *(tajuk or {}).items()])
    assert "Traceback" not in jawaban.isi
    return jawaban.status, json.loads(jawaban.isi)


def test_decisions_are_read_by_everybody_and_the_answer_says_who_may_add_one(aplikasi, sebagai):
    kirim(aplikasi, sebagai("admin"))
    kirim(aplikasi, sebagai("admin"), kunci="b", kode_indikator="")
    status, isi = lihat(aplikasi, "opd=BATUBARA&indikator=BB-UHH", sebagai("operator"))
    assert (status, isi["boleh_mencatat"]) == (200, True)
    (n,) = isi["notulen"]
    assert (n["perihal"], n["tenggat_teks"]) == ("Usia Harapan Hidup", "30 November 2026")
    assert (n["status"], n["simbol"], n["keterangan"]) == ("Terbuka", "○", "9 hari lagi")
    pembaca = lihat(aplikasi, "opd=BATUBARA&indikator=", sebagai(None))[1]
    assert (pembaca["boleh_mencatat"], [n["kode_indikator"] for n in pembaca["notulen"]]) == (False, [""])
    assert len(lihat(aplikasi, "opd=BATUBARA", sebagai("pimpinan"))[1]["notulen"]) == 2
    assert lihat(aplikasi, "opd=%00%27&indikator=x", sebagai(None))[1]["notulen"] == []


# --- trouble ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["postgresql://x@127.0.0.1:1/x", "entah:///x"], ids=["away", "unknown"])
def test_a_store_that_is_away_is_said_in_a_sentence(aplikasi, sebagai, monkeypatch, url):
    with monkeypatch.context() as mp:
        mp.setenv("KINERJA_DATABASE_URL", url)
        status, isi = kirim(aplikasi, sebagai("admin"))
        assert status == 503
        assert isi["galat"][0].startswith("Keputusan belum tersimpan. ")
        assert lihat(aplikasi)[0] == 503


def test_without_a_workbook_there_is_nothing_to_decide_about(aplikasi, sebagai, monkeypatch):
    monkeypatch.setattr(sumber, "aktif", lambda *_: sumber.Aktif())
    status, isi = kirim(aplikasi, sebagai("admin"))
    assert (status, isi["galat"]) == (503, ["Keputusan belum tersimpan. Belum ada buku kerja yang terbit"])
