"""A clock set back an hour or running a day ahead: order by number, logins not longer, the throttle as it was."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from contoh_gudang import ADMIN, buku, draf, lembar, tanpa_unggah, terbit

from kinerja.akun.pengaturan import baca_pengaturan
from kinerja.akun.tiket import Loket
from kinerja.gudang import gudang as modul_gudang
from kinerja.gudang import titik_pulih
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.riwayat import beda_versi
from kinerja.unggah.impor import pulihkan

AKAR = Path(__file__).resolve().parents[2]
JAM = {"an hour back": timedelta(hours=-1), "a day ahead": timedelta(days=1)}
KINI = datetime(2026, 11, 21, 3, tzinfo=UTC)
MALAM = {
    "2026-12-31T16:59:59+00:00": ["2026-12-31", 2026, False],
    "2026-12-31T17:30:00+00:00": ["2027-01-01", 2027, True],
}


@pytest.fixture
def jam(monkeypatch):
    """The clock of the process that publishes: `jam(selisih)` sets it that far off."""

    class Palsu(datetime):
        kini = KINI

        @classmethod
        def now(cls, tz=None):
            cls.kini += timedelta(seconds=1)
            return cls.kini.astimezone(tz)

    monkeypatch.setattr(modul_gudang, "kini", lambda: Palsu.now(UTC))
    monkeypatch.setattr(titik_pulih, "datetime", Palsu)
    return lambda selisih: setattr(Palsu, "kini", KINI + selisih)


# --- versions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("selisih", JAM.values(), ids=JAM)
def test_versions_log_and_difference_go_by_number_and_a_roll_back_finds_its_version(gudang, jam, selisih):
    jam(timedelta(0))
    terbit(gudang, buku(1))
    jam(selisih)
    terbit(gudang, buku(2))
    jam(timedelta(0))
    terbit(gudang, buku(3))
    versi = gudang.versi()
    assert [v.waktu for v in versi] != sorted((v.waktu for v in versi), reverse=True), "the clock did not shift"
    assert [(v.nomor, v.dasar) for v in versi] == [(3, 2), (2, 1), (1, None)]
    assert [b["rincian"]["nomor"] for b in tanpa_unggah(gudang.log())] == [3, 2, 1]
    (baris,) = beda_versi(gudang, 2, 3).baris
    assert [(s.kolom, s.lama, s.baru) for s in baris.sel] == [("Realisasi", "72,5", "73,5")]
    pulihkan(gudang, 2, ADMIN, "uji")
    assert (gudang.aktif(), gudang.lembar(2)) == (2, lembar(buku(2)))
    assert terbit(gudang, buku(4)) == 4
    assert (gudang.ambil(4).dasar, gudang.versi()[0].nomor) == (2, 4)


@pytest.mark.parametrize("selisih", JAM.values(), ids=JAM)
def test_a_draft_made_while_the_clock_was_wrong_is_published_or_said_to_be_gone(gudang, jam, selisih):
    jam(timedelta(0))
    terbit(gudang)
    jam(selisih)
    nomor = draf(gudang, buku(1))
    jam(timedelta(0))
    assert gudang.terbitkan(nomor, "ani", "uji") == 2


# --- the copies made before -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("selisih", [timedelta(hours=1), timedelta(days=1)], ids=["an hour back", "a day ahead before"])
def test_the_copy_just_made_stays_though_the_others_bear_later_times(tmp_path, jam, selisih, monkeypatch):
    monkeypatch.delenv("KINERJA_CADANGAN", raising=False)
    gudang = Gudang(buka_mesin(f"sqlite:///{tmp_path / 'g.db'}"))
    terbit(gudang)
    jam(selisih)
    dulu = [titik_pulih.sebelum_terbit(gudang.mesin) for _ in range(titik_pulih.SIMPAN)]
    jam(timedelta(0))
    for n in range(1, titik_pulih.SIMPAN + 2):
        baru = titik_pulih.sebelum_terbit(gudang.mesin)
        ada = set((tmp_path / "cadangan").iterdir())
        assert baru in ada
        assert len(ada) == titik_pulih.SIMPAN
        assert len(ada - set(dulu)) == min(n, titik_pulih.SIMPAN), "the newest are those made last"


def test_copies_of_a_store_whose_name_begins_alike_stay(tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_CADANGAN", str(tmp_path / "bersama"))
    monkeypatch.setenv("KINERJA_CADANGAN_SIMPAN", "1")
    for nama in ("g-2026.db", "g.db"):
        titik_pulih.sebelum_terbit(buka_mesin(f"sqlite:///{tmp_path / nama}"))
    assert len(list((tmp_path / "bersama").iterdir())) == 2


# --- logins and the throttle ------------------------------------------------------------------------------------------

PENGATURAN = baca_pengaturan(
    {
        "masuk": {"kunci_cookie": "k" * 32},
        "akun": {"siti": {"sandi": "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA", "peran": "admin"}},
    }
)


@pytest.mark.parametrize("selisih", [-3600, -86_400], ids=["an hour back", "a day ahead before"])
def test_a_login_from_before_the_clock_was_set_back_never_comes_to_life_again(selisih):
    jam = [2_000_000_000]
    loket = Loket(jam=lambda: jam[0])
    teks = loket.terbitkan(PENGATURAN, PENGATURAN.akun["siti"])
    assert loket.akun(PENGATURAN, teks) is not None
    jam[0] += selisih
    for _ in range(0, 2 * 86_400 + PENGATURAN.umur_detik, 1800):
        assert loket.akun(PENGATURAN, teks) is None
        jam[0] += 1800
    assert loket.akun(PENGATURAN, loket.terbitkan(PENGATURAN, PENGATURAN.akun["siti"])) is not None


ANAK = """
import json, sys, time, datetime as modul
geser = [0.0]
asli = time.time
time.time = lambda: asli() + geser[0]
from kinerja.akun.pembatas import Pembatas
p = Pembatas()
for _ in range(6):
    p.catat("siti")
sisa = []
for geser[0] in (0.0, -3600.0, 86400.0):
    p.catat("ani")
    sisa.append(p.sisa("siti"))
from kinerja.nilai import waktu
from kinerja.model.istilah import Periode
from kinerja.telaah.kelengkapan.tenggat import berakhir; from kinerja.telaah.kelengkapan.tenggat import keterangan_hari
class Palsu(modul.datetime):
    @classmethod
    def now(cls, tz=None):
        return saat.astimezone(tz)
waktu.datetime = Palsu
malam = {}
for teks in sys.argv[1:]:
    saat = modul.datetime.fromisoformat(teks)
    hari = waktu.hari_ini()
    malam[teks] = [hari.isoformat(), hari.year, berakhir(2026, Periode.TAHUNAN, hari)]
    malam[teks] += [waktu.format_waktu(saat), keterangan_hari(hari)]
json.dump([sisa, malam], sys.stdout)
"""


@pytest.fixture(scope="module", params=["UTC", "America/New_York", "Asia/Jayapura"])
def di_zona(request):
    """What a process whose server stands in that time zone says of its throttle and of New Year's Eve."""
    lingkungan = {**os.environ, "TZ": request.param, "PYTHONPATH": str(AKAR)}
    perintah = [sys.executable, "-c", ANAK, *MALAM]
    return json.loads(subprocess.run(perintah, env=lingkungan, check=True, capture_output=True, timeout=240).stdout)


def test_the_throttle_neither_ends_early_nor_lasts_forever_when_the_clock_moves(di_zona):
    assert all(25 <= s <= 30 for s in di_zona[0])


@pytest.mark.parametrize("saat", MALAM)
def test_on_new_years_eve_the_day_the_year_and_the_deadlines_are_those_of_jakarta(di_zona, saat):
    hari, tahun, berakhir, tertulis, keterangan = di_zona[1][saat]
    assert [hari, tahun, berakhir] == MALAM[saat]
    tanggal = "1 Januari 2027" if tahun == 2027 else "31 Desember 2026"
    assert tertulis.startswith(f"{tanggal} ")
    assert keterangan == f"Keterlambatan dinilai per {tanggal} (WIB)."
