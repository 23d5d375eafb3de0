"""Accounts: what the secrets may say, passwords, the throttle and the ticket in the cookie."""

import base64
import hashlib
import io
import json

import pytest
from contoh_akun import AUTH, KUNCI, RINGAN, SANDI, SIDIK, Jam, satu
from itsdangerous import URLSafeSerializer

from kinerja.akun import sandi as modul_sandi
from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.akun.pembatas import ASING_MAKS, LUPA, Pembatas, PembatasMasuk
from kinerja.akun.pengaturan import Akun, Hak, Pengaturan, PengaturanAkunSalah, baca_pengaturan
from kinerja.akun.sandi import SandiDitolak, buat_sidik, periksa_sandi
from kinerja.akun.tiket import CabutanIngatan, Loket
from kinerja.perintah.utama import main

# --- settings ---------------------------------------------------------------------------------------------------------


def test_without_secrets_nothing_is_configured():
    assert baca_pengaturan({}) == Pengaturan()
    assert baca_pengaturan({"lain": 1}).kosong


def test_settings_are_read():
    p = baca_pengaturan(
        {
            "akun": {
                "Siti": {"sandi": SIDIK, "peran": "operator", "kode_opd": " SETDA "},
                "ani": {"sandi": SIDIK, "peran": "inspektorat"},
            },
            "auth": AUTH,
            "peran_oidc": {"A@kab.go.id": "admin", "b@kab.go.id": {"peran": "operator", "kode_opd": "DIKBUD"}},
            "masuk": {"kunci_cookie": KUNCI, "umur_menit": 60},
        }
    )
    assert p.akun["siti"] == Akun("Siti", SIDIK, Hak(PeranPengguna.OPERATOR, "SETDA"))
    assert p.akun["ani"].hak.pengguna("ani") == Pengguna("ani", PeranPengguna.INSPEKTORAT)
    assert p.oidc == {
        "a@kab.go.id": Hak(PeranPengguna.ADMIN),
        "b@kab.go.id": Hak(PeranPengguna.OPERATOR, "DIKBUD"),
    }
    assert (p.penyedia, p.kunci_cookie, p.umur_detik, p.kosong) == (("",), KUNCI, 3600, False)


def test_providers_may_have_names():
    umum = {"redirect_uri": AUTH["redirect_uri"], "cookie_secret": KUNCI}
    bernama = {"client_id": "a", "server_metadata_url": "http://y"}
    assert baca_pengaturan({"auth": {**umum, "satu": bernama, "dua": bernama}}).penyedia == ("satu", "dua")
    assert baca_pengaturan({"auth": {**AUTH, "satu": bernama, "client_kwargs": {}}}).penyedia == ("", "satu")


@pytest.mark.parametrize(
    ("rahasia", "sebab"),
    [
        (satu(peran="bos"), r"\[akun.siti\] peran tidak dikenal; .*pimpinan, inspektorat, operator, admin"),
        (satu(peran=["admin"]), "peran tidak dikenal"),
        (satu(peran=""), "peran tidak dikenal"),
        (satu(sandi="rahasia"), "bukan sidik argon2id"),
        (satu(sandi=SIDIK.replace("argon2id", "argon2i")), "bukan sidik argon2id"),
        (satu(sandi="$2b$12$abcdefghijklmnopqrstuv"), "bukan sidik argon2id"),
        (satu(sandi=1), "bukan sidik argon2id"),
        (satu(sandi=None), "bukan sidik argon2id"),
        (satu(peran="operator"), "kode_opd wajib untuk operator"),
        (satu(peran="operator", kode_opd=" "), "kode_opd wajib untuk operator"),
        (satu(peran="operator", kode_opd=7), "kode_opd wajib untuk operator"),
        (satu(kode_opd="SETDA"), "hanya untuk operator"),
        (satu(kodeopd="SETDA"), "memuat kodeopd; yang dikenal: sandi, peran, kode_opd"),
        ({"akun": {"siti": SIDIK}}, "harus berupa tabel"),
        ({"akun": "siti"}, r"\[akun\] harus berupa tabel"),
        ({"akun": {"Siti": satu()["akun"]["siti"], "siti": satu()["akun"]["siti"]}}, "dua kali"),
        ({"akun": {" ": satu()["akun"]["siti"]}}, "Nama akun"),
        ({"akun": {"a\nb": satu()["akun"]["siti"]}}, "Nama akun"),
        ({"akun": {"a" * 81: satu()["akun"]["siti"]}}, "Nama akun"),
        ({"masuk": {"kunci_cookie": "pendek"}}, "kunci_cookie harus berupa teks acak, sedikitnya 32"),
        ({"masuk": {"kunci_cookie": ""}}, "kunci_cookie"),
        ({"masuk": {"kunci": KUNCI}}, "memuat kunci"),
        ({"masuk": {"umur_menit": 0}}, "umur_menit"),
        ({"masuk": {"umur_menit": "480"}}, "umur_menit"),
        ({"masuk": {"umur_menit": True}}, "umur_menit"),
        ({"masuk": {"umur_menit": 10**6}}, "umur_menit"),
        ({"peran_oidc": {"a@kab.go.id": "admin"}}, "memerlukan"),
        ({"auth": AUTH, "peran_oidc": {"a": "admin"}}, "alamat surel"),
        ({"auth": AUTH, "peran_oidc": {"a@kab.go.id": "bos"}}, "peran tidak dikenal"),
        ({"auth": AUTH, "peran_oidc": {"a@kab.go.id": "operator"}}, "kode_opd wajib"),
        ({"auth": {**AUTH, "cookie_secret": ""}}, "cookie_secret"),
        ({"auth": {**AUTH, "cookie_secret": "pendek"}}, "cookie_secret"),
        ({"auth": {k: v for k, v in AUTH.items() if k != "cookie_secret"}}, "cookie_secret"),
        ({"auth": {k: v for k, v in AUTH.items() if k != "client_id"}}, "belum memuat client_id"),
        ({"auth": {"redirect_uri": "http://x/oauth2callback"}}, "belum memuat client_id dan server_metadata_url"),
        ({"auth": {**AUTH, "satu": {"client_id": "a"}}}, r"\[auth.satu\] belum memuat server_metadata_url"),
        ({"auth": {**AUTH, "redirect_uri": "http://x/"}}, "redirect_uri"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_place(rahasia, sebab):
    with pytest.raises(PengaturanAkunSalah, match=sebab):
        baca_pengaturan(rahasia)


def test_no_message_and_no_repr_holds_a_secret():
    with pytest.raises(PengaturanAkunSalah) as galat:
        baca_pengaturan(satu(sandi="rahasia-saya"))
    assert "rahasia-saya" not in str(galat.value)
    p = baca_pengaturan({**satu(), "masuk": {"kunci_cookie": KUNCI}})
    assert SIDIK not in repr(p)
    assert KUNCI not in repr(p)


# --- passwords --------------------------------------------------------------------------------------------------------

PENGATURAN = baca_pengaturan({**satu(), "masuk": {"kunci_cookie": KUNCI}})


@pytest.mark.parametrize(
    ("nama", "sandi", "cocok"),
    [
        ("siti", SANDI, True),
        (" SITI ", SANDI, True),
        ("siti", SANDI + " ", False),
        ("siti", SANDI.upper(), False),
        ("siti", "", False),
        pytest.param("siti", SIDIK, False, id="the hash itself"),
        ("ani", SANDI, False),
        ("", "", False),
    ],
)
def test_a_password_is_checked(nama, sandi, cocok):
    assert (periksa_sandi(PENGATURAN, nama, sandi) is not None) == cocok


def test_an_unknown_name_costs_the_same_hashing(monkeypatch):
    diperiksa = []

    class Penyidik:
        def verify(self, sidik, sandi):
            diperiksa.append(modul_sandi.extract_parameters(sidik))
            raise modul_sandi.Argon2Error

    monkeypatch.setattr(modul_sandi, "_PENYIDIK", Penyidik())
    for nama in ("siti", "ani"):
        assert periksa_sandi(PENGATURAN, nama, "x") is None
    assert diperiksa[0] == diperiksa[1]


@pytest.mark.parametrize("sandi", ["", "a" * 11, "a" * 257])
def test_a_new_password_has_a_length(sandi):
    with pytest.raises(SandiDitolak, match="12 sampai 256"):
        buat_sidik(sandi)


def test_the_command_prints_a_hash_that_the_settings_take(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{SANDI}\n"))
    assert main(["sandi"]) == 0
    sidik = capsys.readouterr().out.strip()
    assert periksa_sandi(baca_pengaturan(satu(sandi=sidik)), "siti", SANDI)


def test_the_command_refuses_a_short_password(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("pendek\n"))
    assert main(["sandi"]) == 1
    keluar = capsys.readouterr()
    assert keluar.out == ""
    assert "12 sampai 256" in keluar.err
    assert "pendek" not in keluar.err.replace("terpendek", "")


def test_the_command_asks_twice_at_a_terminal(monkeypatch, capsys):
    jawaban = iter([SANDI, SANDI + "x"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("kinerja.perintah.sandi.getpass", lambda _: next(jawaban))
    assert main(["sandi"]) == 1
    assert "tidak sama" in capsys.readouterr().err


# --- the throttle -----------------------------------------------------------------------------------------------------


def test_five_failures_are_free_then_the_wait_doubles_up_to_its_peak():
    jam = Jam()
    p = Pembatas(jam=jam)
    tunggu = []
    for _ in range(14):
        p.catat("siti")
        tunggu.append(p.sisa("siti"))
        jam.kini += tunggu[-1]
        assert p.sisa("siti") == 0
    assert tunggu == [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900]


def test_a_wait_runs_down_and_holds_only_its_own_key():
    jam = Jam()
    p = Pembatas(jam=jam)
    for _ in range(5):
        p.catat("siti")
    assert p.sisa("ani") == 0
    jam.kini += 14.5
    assert p.sisa("siti") == 1


def test_success_forgets_and_time_forgets():
    jam = Jam()
    p = Pembatas(jam=jam)
    for _ in range(5):
        p.catat("siti")
        p.catat("ani")
    p.lupakan("siti")
    assert p.sisa("siti") == 0
    jam.kini += LUPA + 1
    p.catat("ani")
    assert p.sisa("ani") == 0


def test_a_right_attempt_is_taken_back():
    p = Pembatas(batas=2, jam=Jam())
    for _ in range(9):
        p.catat("k")
        p.tarik("k")
    assert p.sisa("k") == 0
    p.tarik("tidak ada")
    assert len(p) == 0


def test_the_memory_is_bounded_and_very_many_failures_do_not_overflow():
    p = Pembatas(kapasitas=10, jam=Jam())
    for i in range(1000):
        p.catat(str(i))
    assert len(p) == 10
    for _ in range(5000):
        p.catat("999")
    assert p.sisa("999") == 900


def test_strangers_names_drive_no_account_s_count_out_and_their_memory_is_bounded():
    p = PembatasMasuk(Jam())
    for _ in range(5):
        p.catat("siti", "10.0.0.1", dikenal=True)
    for i in range(3 * ASING_MAKS):
        p.catat(f"n{i}", f"2001:db8:{i:x}::/64", dikenal=False)
    assert p.sisa("siti", "10.0.0.1", dikenal=True) == 15
    assert len(p) <= 3 * ASING_MAKS + 1 + 2 * ASING_MAKS + 2


# --- the ticket -------------------------------------------------------------------------------------------------------

SITI = PENGATURAN.akun["siti"]


def test_a_ticket_stands_for_its_account():
    loket = Loket()
    assert loket.akun(PENGATURAN, loket.terbitkan(PENGATURAN, SITI)) == SITI


def test_a_ticket_holds_name_and_start_but_no_role():
    loket = Loket(jam=Jam(2_000_000_000))
    isi = loket._baca(PENGATURAN, loket.terbitkan(PENGATURAN, SITI))
    assert (isi.nama, isi.mulai) == ("siti", 2_000_000_000)
    assert "admin" not in repr(isi)


@pytest.mark.parametrize("rusak", ["", "x", "a.b", "a.b.c", "é", "." * 500])
def test_what_is_no_ticket_is_refused(rusak):
    assert Loket().akun(PENGATURAN, rusak) is None


@pytest.mark.parametrize(
    "isi",
    [
        "0000",
        "siti",
        4,
        None,
        {},
        "000",
        {"nama": "siti", "sidik": "", "nomor": ""},
        [],
        ["siti", SITI.sidik],
        ["siti", SITI.sidik, 4],
        ["siti", SITI.sidik, True],
        ["siti", SITI.sidik, ["n"]],
        ["siti", [], "n"],
        [["siti"], SITI.sidik, "n"],
        [None, None, None],
        ["siti", SITI.sidik, "n", "n"],
        ["siti", 2_000_000_000, SITI.sidik, "n"],
    ],
    ids=lambda isi: repr(isi).replace(SITI.sidik, "sidik"),  # which is another one in each worker
)
def test_what_our_key_signed_in_another_shape_is_no_ticket(isi):
    loket = Loket(jam=Jam(2_000_000_000))
    teks = loket._penanda(PENGATURAN).dumps(isi)
    assert loket.akun(PENGATURAN, teks) is None
    loket.cabut(PENGATURAN, teks)
    assert not loket.cabutan.isi


def test_nor_is_what_is_signed_and_too_deep_to_read():
    penanda = Loket()._penanda(PENGATURAN)
    dalam = penanda.make_signer(penanda.salt).sign(base64.urlsafe_b64encode(b"[" * 100_000 + b"]" * 100_000))
    assert Loket().akun(PENGATURAN, dalam.decode()) is None


CARA = {"key_derivation": "hmac", "digest_method": hashlib.sha256}
"""How tickets are signed, and were before their signature was dated."""


def test_a_ticket_from_before_signatures_were_dated_asks_to_log_in_again():
    lama = URLSafeSerializer(KUNCI, salt="dasbor-kinerja.masuk", signer_kwargs=CARA)
    loket = Loket(jam=Jam(2_000_000_000))
    assert loket._penanda(PENGATURAN).secret_key == lama.secret_key
    teks = lama.dumps(["siti", 2_000_000_000, SITI.sidik, "n"])
    assert loket.akun(PENGATURAN, teks) is None
    assert loket.akun(PENGATURAN, loket.terbitkan(PENGATURAN, SITI)) == SITI


@pytest.mark.parametrize("saat", [10**12, 2**62, 2**64 - 1], ids=["year 33658", "no calendar", "the last"])
def test_a_signature_of_a_second_that_no_calendar_has_is_no_ticket(saat):
    """Only whoever has the key can make one."""
    penanda = Loket()._penanda(PENGATURAN).make_signer("dasbor-kinerja.masuk")
    penanda.get_timestamp = lambda: saat
    isi = base64.urlsafe_b64encode(json.dumps(["siti", SITI.sidik, "n"]).encode()).rstrip(b"=")
    assert Loket().akun(PENGATURAN, penanda.sign(isi).decode()) is None


def test_every_changed_letter_is_noticed():
    loket = Loket()
    teks = loket.terbitkan(PENGATURAN, SITI)
    tukar = [teks[:i] + ("A" if teks[i] != "A" else "B") + teks[i + 1 :] for i in range(len(teks) - 1)]
    assert [t for t in tukar if loket.akun(PENGATURAN, t)] == []


def test_a_ticket_of_another_key_is_refused():
    lain = baca_pengaturan({**satu(), "masuk": {"kunci_cookie": "l" * 32}})
    assert Loket().akun(PENGATURAN, Loket().terbitkan(lain, SITI)) is None


def test_without_a_key_tickets_end_with_the_process():
    tanpa = baca_pengaturan(satu())
    loket = Loket()
    teks = loket.terbitkan(tanpa, SITI)
    assert loket.akun(tanpa, teks) == SITI
    assert Loket().akun(tanpa, teks) is None


@pytest.mark.parametrize(
    ("geser", "sah"), [(0, True), (480 * 60, True), (480 * 60 + 1, False), (-30, True), (-90, False)]
)
def test_a_ticket_runs_out(geser, sah):
    jam = Jam(2_000_000_000)
    loket = Loket(jam=jam)
    teks = loket.terbitkan(PENGATURAN, SITI)
    jam.kini += geser
    assert (loket.akun(PENGATURAN, teks) is not None) == sah


def test_a_removed_account_a_new_password_and_a_new_role_count_at_once():
    loket = Loket()
    teks = loket.terbitkan(PENGATURAN, SITI)
    kunci = {"masuk": {"kunci_cookie": KUNCI}}
    assert loket.akun(baca_pengaturan({**kunci, "akun": {}}), teks) is None
    assert loket.akun(baca_pengaturan({**kunci, **satu(sandi=RINGAN.hash("lain"))}), teks) is None
    assert loket.akun(baca_pengaturan({**kunci, **satu(peran="pimpinan")}), teks).hak.peran is PeranPengguna.PIMPINAN


def test_a_revoked_ticket_is_refused_and_the_list_is_bounded():
    loket = Loket(cabutan=CabutanIngatan(3))
    teks = [loket.terbitkan(PENGATURAN, SITI) for _ in range(5)]
    for t in teks:
        loket.cabut(PENGATURAN, t)
    assert [bool(loket.akun(PENGATURAN, t)) for t in teks] == [True, True, False, False, False]
    loket.cabut(PENGATURAN, "bukan tiket")
    assert len(loket.cabutan.isi) == 3
