"""Kelola data with a login that is none: forged, expired, or of a role that dropped after the preview (CASES 24)."""

import pytest
from alat_halaman import buka
from contoh_akun import KUNCI, Jam, satu
from contoh_gudang import buku, draf, gudang_baru, terbit

from components.bingkai import akses
from components.bingkai.navigasi import KELOLA
from components.dasar.keadaan import UNGGAH_HASIL
from components.server import jati_diri
from components.server.jati_diri import COOKIE, Pengunjung
from kinerja.akun.pengaturan import baca_pengaturan
from kinerja.akun.tiket import Loket
from kinerja.buku.banding.rincian import RincianUnggahan
from kinerja.unggah.kirim import HasilUnggah

BERKUNCI = {**satu(), "masuk": {"kunci_cookie": KUNCI, "umur_menit": 60}}
PINTU = "Masuk untuk mengelola data"


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    """The store of the dashboard, with one version."""
    isi = gudang_baru(tmp_path)
    terbit(isi)
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(isi.mesin.url))
    return isi


@pytest.fixture
def loket(monkeypatch):
    """The counter of the dashboard, by a clock that stands still."""
    hasil = Loket(jam=Jam())
    monkeypatch.setattr(jati_diri, "LOKET", hasil)
    return hasil


@pytest.fixture
def atur(monkeypatch):
    """Set what the secrets say now, and the cookie the visitor brings: `atur(rahasia, tiket)`."""

    def pasang(rahasia, tiket):
        monkeypatch.setattr(jati_diri, "pengaturan_kini", lambda: baca_pengaturan(rahasia))
        pengunjung = Pengunjung({COOKIE: tiket}, "10.0.0.9", (("Host", "dasbor.kab.go.id"),), {})
        monkeypatch.setattr(akses, "dari_sesi", lambda: pengunjung)

    return pasang


def tiket(loket, rahasia=BERKUNCI):
    pengaturan = baca_pengaturan(rahasia)
    return loket.terbitkan(pengaturan, pengaturan.akun["siti"])


def kata(at):
    assert [e.message for e in at.exception] == []
    return [s.value for s in at.subheader]


def test_a_valid_login_sees_the_form(gudang, loket, atur):
    atur(BERKUNCI, tiket(loket))
    at = buka(KELOLA)
    assert PINTU not in kata(at)
    assert [b.label for b in at.button if b.label == "Periksa berkas"]


@pytest.mark.parametrize(
    "ubah",
    [
        lambda t, _: f"{t}x",
        lambda t, _: t.rpartition(".")[0],
        lambda t, _: "WyJzaXRpIiwxMDAwLCJ4IiwieSJd.tanda-tangan",
        lambda t, _: tiket(Loket(jam=Jam()), {**BERKUNCI, "masuk": {"kunci_cookie": "l" * 32}}),
        lambda t, loket: [t, setattr(loket.jam, "kini", 1000.0 + 3601)][0],
        lambda t, loket: [t, setattr(loket.jam, "kini", 1000.0 - 61)][0],
    ],
    ids=["changed", "unsigned", "made up", "of another key", "expired", "from the future"],
)
def test_a_forged_and_an_expired_login_meet_the_door_and_nothing_behind_it(gudang, loket, atur, ubah):
    atur(BERKUNCI, ubah(tiket(loket), loket))
    at = buka(KELOLA)
    assert kata(at) == [PINTU]
    assert not at.error
    assert not at.get("file_uploader")
    assert "Periksa berkas" not in [b.label for b in at.button]


@pytest.mark.parametrize(
    ("turun", "kata_tolak"),
    [
        ({"peran": "pimpinan"}, "Peran pimpinan tidak berhak mengunggah buku kerja."),
        (
            {"peran": "operator", "kode_opd": "DINKES"},
            "Peran operator tidak berhak mengubah baris perangkat daerah lain",
        ),
        (None, PINTU),
    ],
    ids=["pimpinan", "operator", "no account"],
)
def test_a_role_that_dropped_after_the_preview_publishes_nothing(gudang, loket, atur, turun, kata_tolak):
    atur(BERKUNCI, tiket(loket))
    nomor = draf(gudang, buku(2), oleh="siti", mode="perbarui")
    rincian = RincianUnggahan(perubahan={"tambah": 0, "ubah": 1, "hapus": 0})
    at = buka(KELOLA)
    at.session_state[UNGGAH_HASIL] = HasilUnggah(temuan=(), draf=nomor, dasar=1, rincian=rincian)
    at.run()
    at.text_input(key="catatan").set_value("Uji").run()
    terbitkan = next(b for b in at.button if b.label == "Terbitkan")
    assert not terbitkan.disabled
    lain = {"akun": {"ani": satu()["akun"]["siti"]}}
    atur({**BERKUNCI, **(lain if turun is None else satu(**turun))}, tiket(loket))
    terbitkan.click().run()
    tampil = [*kata(at), *(t.value for t in at.text), *(e.value for e in at.error)]
    assert kata_tolak in tampil
    assert (gudang.aktif(), len(gudang.versi())) == (1, 1)
