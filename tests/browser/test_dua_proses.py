"""Two processes on one PostgreSQL behind nginx with the shipped configuration, as an office of many runs them."""

import os
import signal
import tempfile
from pathlib import Path
from urllib.parse import urlencode

import pytest
from alat_kelola import terbitkan, unggah
from alat_kumpulan import Kumpulan, minta, nginx, program_nginx, tunggu
from alat_peramban import UKURAN, buka, diam, isi, judul, konteks_terekam, menu, saringan
from peladen_pg import basis
from pembangun import buku_kecil, tulis, ubah

from kinerja.akun.sandi import buat_sidik

pytestmark = pytest.mark.browser

SANDI = "kata-sandi-uji-coba"
RAHASIA = '[masuk]\nkunci_cookie = "{kunci}"\n\n[akun.siti]\nsandi = "{sidik}"\nperan = "admin"\n'
PILIHAN = {"opd": "DINKES", "tahun": "2024", "urutan": "Capaian terendah"}
LAMA, BARU = "72,97", "71,00"
JEDA_HENTI, BATAS_HENTI = 4, 60
"""Long enough to be asked meanwhile, also by a busy machine."""


@pytest.fixture(scope="module")
def kumpulan(postgres):
    """Two dashboards that were started at the same moment on an empty database, with one account."""
    program_nginx()
    # Not pytest's own folder: no other user, such as nginx's, may enter that.
    with tempfile.TemporaryDirectory(prefix="kinerja-dua-") as nama, basis(postgres) as url:
        folder = Path(nama)
        data = folder / "data"
        data.mkdir()
        tulis(buku_kecil(), data / "buku.xlsx")
        rahasia = folder / "secrets.toml"
        rahasia.write_text(RAHASIA.format(kunci=os.urandom(24).hex(), sidik=buat_sidik(SANDI)))
        rahasia.chmod(0o600)
        lain = {"KINERJA_LOG": "json", "KINERJA_HENTI_JEDA": str(JEDA_HENTI), "KINERJA_HENTI_BATAS": str(BATAS_HENTI)}
        pilihan = {"gudang": url, "data": data, "tambahan": ("--secrets.files", rahasia), **lain}
        hasil = Kumpulan(folder=folder, pilihan=pilihan)
        try:
            hasil.hidupkan(*hasil.port)
            with nginx(hasil):
                yield hasil
        finally:
            hasil.selesai()


@pytest.fixture(scope="module")
def orang(peramban):
    """Open a browser of somebody else; what is recorded is not judged, because processes are killed here."""
    terbuka = []

    def buat():
        konteks, rekaman = konteks_terekam(peramban, *UKURAN["laptop"])
        terbuka.append(konteks)
        return konteks.new_page(), rekaman

    yield buat
    for konteks in terbuka:
        konteks.close()


def proses_dari(halaman):
    """Return the port of the process that holds a browser's session."""
    return next(c["value"] for c in halaman.context.cookies() if c["name"] == "dk_proses")


def terpilih(halaman):
    """Return the filters of the address that were chosen here."""
    return {k: v for k, v in saringan(halaman).items() if k in PILIHAN}


@pytest.fixture(scope="module")
def berdua(kumpulan, orang):
    """An admin who is logged in, and a reader; each page and its record."""
    admin, catatan_admin = orang()
    admin.goto(f"{kumpulan.alamat}/akun/masuk?kembali=/kelola")
    admin.get_by_label("Nama akun").fill("siti")
    admin.get_by_label("Sandi").fill(SANDI)
    admin.get_by_role("button", name="Masuk").click()
    diam(admin, hening=300)
    pembaca, catatan_pembaca = orang()
    # Whoever comes first is sent anywhere; here it must be the other process.
    lain = next(p for p in kumpulan.port if p != proses_dari(admin))
    pembaca.context.add_cookies([{"name": "dk_proses", "value": lain, "url": kumpulan.alamat}])
    buka(pembaca, f"{kumpulan.alamat}/capaian?opd=KAB&tahun=2024")
    assert [catatan_admin.gagal, catatan_pembaca.gagal, catatan_pembaca.konsol] == [[], [], []]
    return admin, pembaca


def test_processes_that_start_together_make_one_first_version(kumpulan):
    for port in kumpulan.port:
        status, tajuk, badan = minta(kumpulan.langsung(port), "/sehat/siap")
        assert (status, badan) == (200, b'{"hidup":true,"siap":true,"versi":1,"sebab":""}')
        assert tajuk["cache-control"] == "no-store"


def test_nginx_compresses_doubles_no_header_and_keeps_health_to_itself(kumpulan):
    status, tajuk, _ = minta(kumpulan.alamat, "/", **{"Accept-Encoding": "gzip"})
    assert status == 200
    for nama in ("content-security-policy", "x-content-type-options", "referrer-policy"):
        assert len(tajuk.get_all(nama)) == 1, nama
    _, tajuk, _ = minta(kumpulan.alamat, "/dk/dasbor.js", **{"Accept-Encoding": "gzip"})
    assert tajuk["content-encoding"] == "gzip"
    assert minta(kumpulan.alamat, "/sehat/siap")[0] == 404


def test_who_has_no_session_is_sent_to_every_process(kumpulan):
    for nomor in range(8):
        assert minta(kumpulan.alamat, f"/dk/dasbor.js?{nomor}")[0] == 200
    assert {tanya[0] for _, tanya, _, j in kumpulan.akses() if "dasbor.js?" in j} == set(kumpulan.port)


def test_what_is_published_on_one_shows_on_the_other_with_its_next_page(kumpulan, berdua, tmp_path):
    admin, pembaca = berdua
    assert LAMA in isi(pembaca)
    unggah(admin, tulis(ubah(buku_kecil(), "Capaian", F2=BARU), tmp_path / "baru.xlsx"))
    terbitkan(admin, "Angka diperbaiki")
    buka(pembaca, pembaca.url)
    assert BARU in isi(pembaca)
    peristiwa = {b["peristiwa"]: b for b in kumpulan.jurnal(proses_dari(admin))}
    assert (peristiwa["terbit"]["versi"], peristiwa["terbit"]["oleh"]) == (2, "siti")
    assert peristiwa["unggah"]["berkas"] == "baru.xlsx"
    masuk = [b for p in kumpulan.port for b in kumpulan.jurnal(p) if b["peristiwa"] == "masuk"]
    assert [(b["oleh"], b["klien"]) for b in masuk] == [("siti", "127.0.0.1")]
    assert SANDI not in "".join(kumpulan.catatan(p).read_text() for p in kumpulan.port)


def test_a_logout_on_one_process_counts_in_a_window_that_the_other_serves(kumpulan, orang):
    halaman, _ = orang()
    halaman.goto(f"{kumpulan.alamat}/akun/masuk?kembali=/notulen%3Fopd%3DKAB")
    halaman.get_by_label("Nama akun").fill("siti")
    halaman.get_by_label("Sandi").fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    diam(halaman, hening=300)
    halaman.get_by_text("Catat keputusan").click()
    halaman.get_by_label("Keputusan (wajib)").fill("Keputusan sesudah keluar")
    tiket = next(c["value"] for c in halaman.context.cookies() if c["name"] == "dasbor_masuk")
    lain = kumpulan.langsung(next(p for p in kumpulan.port if p != proses_dari(halaman)))
    tajuk = {"Cookie": f"dasbor_masuk={tiket}", "Origin": lain, "Content-Type": "application/x-www-form-urlencoded"}
    assert minta(lain, "/akun/keluar", "POST", **tajuk)[0] == 303
    halaman.get_by_role("button", name="Simpan keputusan").click()
    halaman.get_by_text("masuknya sudah berakhir").first.wait_for()
    assert minta(lain, "/dk/notulen?opd=KAB")[2] == b'{"boleh_mencatat":false,"notulen":[]}'


def test_a_session_stays_on_its_process_over_pages_and_reloads(kumpulan, berdua):
    _, pembaca = berdua
    milik = proses_dari(pembaca)
    for nama in ("Predikat", "Anggaran"):
        menu(pembaca, nama)
    buka(pembaca, pembaca.url)
    assert proses_dari(pembaca) == milik
    assert {proses_dari(h) for h in berdua} == set(kumpulan.port)
    diminta = [(cookie, tanya) for cookie, tanya, _, _ in kumpulan.akses() if cookie != "-" and tanya]
    assert {c for c, _ in diminta} == set(kumpulan.port)
    assert all(tanya == [cookie] for cookie, tanya in diminta)
    assert any(j.startswith("/_stcore/upload_file") for _, _, _, j in kumpulan.akses())


def test_when_a_process_is_killed_the_other_goes_on_and_its_users_keep_their_filters(kumpulan, berdua):
    admin, pembaca = berdua
    milik, lain = proses_dari(pembaca), proses_dari(admin)
    buka(pembaca, f"{kumpulan.alamat}/capaian?{urlencode(PILIHAN)}")
    kepala = judul(pembaca)
    assert terpilih(pembaca) == PILIHAN
    kumpulan.bunuh(milik)
    # The page itself comes back, before anybody touches it.
    tunggu(lambda: proses_dari(pembaca) == lain, "the session did not move")
    menu(admin, "Ringkasan")
    assert (judul(pembaca), terpilih(pembaca)) == (kepala, PILIHAN)
    buka(pembaca, pembaca.url)
    assert (judul(pembaca), terpilih(pembaca)) == (kepala, PILIHAN)
    # The process is back, but the session is where it went.
    kumpulan.hidupkan(milik)
    buka(pembaca, pembaca.url)
    assert proses_dari(pembaca) == lain


def test_a_process_that_is_asked_to_end_refuses_sessions_ends_in_time_and_its_users_move(kumpulan, berdua):
    _, pembaca = berdua
    milik = proses_dari(pembaca)
    kumpulan.proses[milik].send_signal(signal.SIGTERM)
    tunggu(lambda: minta(kumpulan.langsung(milik), "/sehat/siap")[0] == 503, "it still says that it is ready")
    status, _, badan = minta(kumpulan.langsung(milik), "/sehat/siap")
    assert (status, b"server sedang berhenti" in badan) == (503, True)
    assert minta(kumpulan.langsung(milik), "/sehat")[0] == 200
    tunggu(lambda: proses_dari(pembaca) != milik, "the session did not move")
    kumpulan.proses[milik].wait(BATAS_HENTI + 60)
    assert terpilih(pembaca) == PILIHAN
    peristiwa = [b["peristiwa"] for b in kumpulan.jurnal(milik)]
    assert peristiwa[-1] == "berhenti"
    assert "berhenti paksa" not in peristiwa
