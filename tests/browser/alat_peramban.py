"""A running dashboard and a Chromium that may speak to this machine only; helpers that wait for states, never sleep."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from porta import SINI, port_kosong

LENGKAP = bool(os.environ.get("KINERJA_UJI_LENGKAP"))
"""Set by script/endurance: what takes too long for every commit is looked at too."""
AKAR = Path(__file__).resolve().parents[2]
STREAMLIT = ("-m", "streamlit")
BATAS_MULAI = 180
BATAS_TUNGGU = 120_000
UKURAN = {"proyektor": (1920, 1080), "laptop": (1366, 768), "ponsel": (390, 844)}
SAKELAR = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Whatever would leave this machine fails and is seen, also on a machine that has no network.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {SINI}",
)
TAK_TAMPAK = str.maketrans("", "", "\u2060\u200b")
CATAT_PESAN = """() => {
    window.__selesai = 0;
    window.__akan = false;
    window.__terakhir = 0;
    const bidang = (data) => {
        const isi = new Uint8Array(data);
        const ada = new Map();
        let i = 0;
        const angka = () => {
            let hasil = 0, kali = 1, bita;
            do { bita = isi[i++]; hasil += (bita & 127) * kali; kali *= 128; } while (bita & 128);
            return hasil;
        };
        while (i < isi.length) {
            const tanda = angka(), lebar = tanda % 8;
            const nilai = lebar === 0 || lebar === 2 ? angka() : 0;
            ada.set(Math.floor(tanda / 8), nilai);
            i += { 1: 8, 2: nilai, 5: 4 }[lebar] ?? 0;
        }
        return ada;
    };
    const Asli = window.WebSocket;
    window.WebSocket = class extends Asli {
        constructor(...isi) {
            super(...isi);
            this.addEventListener('message', ({ data }) => {
                const ada = bidang(data);
                // 2: it ended early, because another run follows at once.
                window.__akan = ada.get(6) === 2;
                window.__selesai += ada.has(6) && !window.__akan;
                window.__terakhir = performance.now();
            });
        }
    };
}"""
"""Counts the runs of the script by what the server says (field 6 of ForwardMsg: script_finished): a fast run begins and
ends within one drawing, and the page itself shows no state of it."""
DIAM = """([sesudah, hening]) => {
    const app = document.querySelector('[data-testid=stApp]');
    return window.__selesai > sesudah && !window.__akan && performance.now() - window.__terakhir > hening && app
        && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid=stMain] h1, [data-testid=stAlert]')
        && !document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton], [data-stale=true]')
        && [...document.querySelectorAll('.js-plotly-plot')].every(g => g.querySelector('.main-svg'));
}"""

MELUAS = """() => [...document.querySelectorAll('.js-plotly-plot')].every(g =>
    Math.abs(g.querySelector('.main-svg')?.clientWidth - g.parentElement.clientWidth) <= 1)"""
"""Every chart has taken the width that the window now gives it."""
PINDAH = """(url) => {
    history.pushState({}, '', url);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
}"""


# --- the server -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Server:
    """A dashboard of our own: its address and what it wrote."""

    alamat: str
    catatan: Path
    gudang: str

    def url(self, jalur="", **saringan):
        return f"{self.alamat}/{jalur}" + (f"?{urlencode(saringan)}" if saringan else "")

    def galat(self):
        """Return the lines of the log that speak of a failure."""
        return [b for b in self.catatan.read_text().splitlines() if re.search(r"Traceback|ERROR|galat ", b)]


@contextmanager
def jalankan(folder, data=None, skrip="app.py", gudang=None, tambahan=(), mulai=STREAMLIT):
    """Run the dashboard on a free port, with a store of its own in `folder`; ends only what it started.

    `data` is another data folder, `gudang` the URL of another store, `tambahan` are further options of Streamlit, which
    `mulai` starts.
    """
    port = port_kosong()
    url = gudang or f"sqlite:///{folder / 'kinerja.db'}"
    catatan = folder / f"server-{port}.log"
    proses = hidupkan(port, catatan, url, data, skrip, tambahan, mulai)
    try:
        tunggu_siap(f"http://{SINI}:{port}", proses, catatan)
        yield Server(f"http://{SINI}:{port}", catatan, url)
        assert proses.poll() is None, f"the dashboard ended by itself with {proses.returncode}"
    finally:
        proses.terminate()
        try:
            proses.wait(10)
        except subprocess.TimeoutExpired:
            proses.kill()
            proses.wait()


def hidupkan(port, catatan, gudang, data=None, skrip="app.py", tambahan=(), mulai=STREAMLIT, **lain):
    """Start a dashboard on a port and return its process; `lain` are further variables of its environment."""
    perintah = [sys.executable, *mulai, "run", str(skrip), "--server.address", SINI, "--server.port", port]
    lingkungan = {k: v for k, v in os.environ.items() if k != "KINERJA_DATA" and not k.startswith("STREAMLIT_")}
    lingkungan |= {"KINERJA_DATABASE_URL": gudang, **lain}
    if data is not None:
        lingkungan["KINERJA_DATA"] = str(data)
    with catatan.open("ab") as keluaran:
        return subprocess.Popen([*perintah, *tambahan], cwd=AKAR, env=lingkungan, stdout=keluaran, stderr=keluaran)


def tunggu_siap(alamat, proses, catatan):
    """Wait until a server that was started answers."""
    batas = time.monotonic() + BATAS_MULAI
    while time.monotonic() < batas and proses.poll() is None:
        try:
            urllib.request.urlopen(f"{alamat}/_stcore/health", timeout=2).read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the dashboard did not start:\n{catatan.read_text()[-2000:]}")


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The one dashboard on the shipped data that most tests share."""
    with jalankan(tmp_path_factory.mktemp("server")) as berjalan:
        yield berjalan
        assert berjalan.galat() == []


@pytest.fixture(scope="session")
def server_tulis(tmp_path_factory):
    """Another on the shipped data, whose store tests write to: each looks only at what it wrote itself."""
    with jalankan(tmp_path_factory.mktemp("server")) as berjalan:
        yield berjalan
        assert berjalan.galat() == []


@pytest.fixture
def server_baru(tmp_path_factory):
    """Start a dashboard of the test's own: `server_baru(data=folder)`; it ends after the browser has gone."""
    with ExitStack() as tumpukan:
        berjalan = []

        def jalan(**pilihan):
            berjalan.append(tumpukan.enter_context(jalankan(tmp_path_factory.mktemp("server"), **pilihan)))
            return berjalan[-1]

        yield jalan
        assert [s.galat() for s in berjalan if s.galat()] == []


# --- the browser ------------------------------------------------------------------------------------------------------


@dataclass
class Rekaman:
    """What a browser context asked for and what went wrong in it."""

    permintaan: list = field(default_factory=list)
    gagal: list = field(default_factory=list)
    konsol: list = field(default_factory=list)
    dialog: list = field(default_factory=list)

    def pasang(self, konteks):
        konteks.on("request", lambda r: self.permintaan.append(r.url))
        konteks.on("requestfailed", self._catat_gagal)
        konteks.on("response", self._catat_jawaban)
        konteks.on("console", self._catat_konsol)
        konteks.on("weberror", lambda g: self.konsol.append(str(g.error)))
        konteks.on("dialog", self._catat_dialog)
        konteks.on("page", lambda h: h.on("websocket", lambda w: self.permintaan.append(w.url)))

    def _catat_gagal(self, permintaan):
        # A picture that Plotly draws into a canvas is let go by the browser itself when the page moves on; a file that
        # it saves counts as a page that it left.
        disimpan = "/media/" in permintaan.url and "ERR_ABORTED" in (permintaan.failure or "")
        if not permintaan.url.startswith(("data:", "blob:")) and not disimpan:
            self.gagal.append(f"{permintaan.failure} {permintaan.url}")

    def _catat_jawaban(self, jawaban):
        if jawaban.status >= 400:
            self.gagal.append(f"{jawaban.status} {jawaban.url}")

    def _catat_konsol(self, pesan):
        if pesan.type == "error":
            self.konsol.append(f"{pesan.text} {pesan.location.get('url', '')}")

    def _catat_dialog(self, dialog):
        self.dialog.append(dialog.message)
        dialog.dismiss()

    @property
    def ke_luar(self):
        """Requests that leave this machine."""
        jauh = (u for u in self.permintaan if urlsplit(u).scheme not in ("data", "blob"))
        return [u for u in jauh if urlsplit(u).hostname != SINI]

    def kosongkan(self):
        """Forget everything: another test begins."""
        for catatan in (self.permintaan, self.gagal, self.konsol, self.dialog):
            catatan.clear()

    def periksa(self):
        """Fail when anything left the machine, failed, or was complained of."""
        assert self.permintaan, "nothing was recorded"
        assert self.ke_luar == []
        assert self.gagal == []
        assert self.konsol == []
        assert self.dialog == []


@pytest.fixture(scope="session")
def peramban():
    """One Chromium for all browser tests, which run last: while Playwright runs, no other test has an event loop."""
    pytest.importorskip("playwright.sync_api")
    with buka_peramban() as browser:
        yield browser


@contextmanager
def buka_peramban():
    """Start Debian's Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=chromium, args=list(SAKELAR))
        yield browser
        browser.close()


def konteks_terekam(peramban, lebar, tinggi, **pilihan):
    """Open a clean browser context of that size, and return it with its record."""
    pilihan = {"locale": "id-ID", "reduced_motion": "reduce", **pilihan}
    konteks = peramban.new_context(viewport={"width": lebar, "height": tinggi}, **pilihan)
    konteks.set_default_timeout(BATAS_TUNGGU)
    konteks.add_init_script(f"({CATAT_PESAN})()")
    rekaman = Rekaman()
    rekaman.pasang(konteks)
    return konteks, rekaman


class Jendela:
    """A window that tests use one after the other: what the browser has read and compiled stays, what a test did goes.

    A clean context costs each test three times the work of a load in a window that has seen the dashboard before.
    """

    def __init__(self, peramban, ukuran, **pilihan):
        self._ukuran = dict(zip(("width", "height"), UKURAN[ukuran], strict=True))
        self._konteks, self.rekaman = konteks_terekam(peramban, *UKURAN[ukuran], **pilihan)
        self._halaman = self._konteks.new_page()
        # Empties the storage of any origin, also of those whose server is gone.
        self._cdp = self._konteks.new_cdp_session(self._halaman)

    @contextmanager
    def dipinjam(self):
        """Lend the page to one test, empty and with a record of its own, which is checked at the end."""
        assert self._halaman.url == "about:blank", "the window is lent already"
        try:
            yield self._halaman
            self._halaman.evaluate("0")  # what happened up to now is recorded then
            self.rekaman.periksa()
        finally:
            self._bersihkan()

    def _bersihkan(self):
        for lain in self._konteks.pages:
            if lain is not self._halaman:
                lain.close()
        self._halaman.evaluate("self.origin === 'null' || sessionStorage.clear()")
        self._halaman.goto("about:blank")
        for asal in {f"http://{urlsplit(u).netloc}" for u in self.rekaman.permintaan if urlsplit(u).scheme == "http"}:
            self._cdp.send("Storage.clearDataForOrigin", {"origin": asal, "storageTypes": "all"})
        self._konteks.clear_cookies()
        self._konteks.clear_permissions()
        self._halaman.emulate_media(color_scheme="light")
        self._halaman.set_viewport_size(self._ukuran)
        self._halaman.mouse.move(0, 0)
        self.rekaman.kosongkan()


@pytest.fixture(scope="session")
def jendela(peramban):
    """Return the one window of that size that all tests share: `jendela("ponsel", has_touch=True).dipinjam()`."""
    ada = {}

    def ambil(ukuran, **pilihan):
        kunci = (ukuran, *sorted(pilihan.items()))
        if kunci not in ada:
            ada[kunci] = Jendela(peramban, ukuran, **pilihan)
        return ada[kunci]

    return ambil


@pytest.fixture
def halaman(jendela, server_baru):
    """The page of a laptop-size browser, without anything that an earlier test left."""
    with jendela("laptop").dipinjam() as satu:
        yield satu


@pytest.fixture
def ponsel(jendela, server_baru):
    """The page of a phone that is touched, without anything that an earlier test left."""
    with jendela("ponsel", has_touch=True).dipinjam() as satu:
        yield satu


# --- helpers ----------------------------------------------------------------------------------------------------------


def diam(halaman, sesudah=0, hening=100):
    """Wait until the script has ended more than `sesudah` times, runs no more, and every chart is drawn."""
    halaman.wait_for_function(DIAM, arg=[sesudah, hening], timeout=BATAS_TUNGGU)


@contextmanager
def menunggu(halaman):
    """Do something that runs the script, and wait for the end of that run."""
    sesudah = halaman.evaluate("window.__selesai")
    yield
    diam(halaman, sesudah)


def buka(halaman, url):
    """Go to an address and wait until it is drawn."""
    halaman.goto(url)
    # A first run can be followed by another.
    diam(halaman, hening=300)


def pindah(halaman, url):
    """Go to an address inside the open session, as a link of the dashboard does: nothing is loaded anew."""
    with menunggu(halaman):
        halaman.evaluate(PINDAH, url)


def tayang(halaman, server, slaid="", **alamat):
    """Open the deck on the full screen, at its first slide or at `slaid`."""
    halaman.goto(server.url("tayang", **{"opd": "BATUBARA", "tahun": 2024, **alamat}) + (f"#{slaid}" if slaid else ""))
    halaman.locator(".slaid:not([hidden]) h1").wait_for()


def kini(halaman):
    """Return the name of the slide that is shown."""
    return halaman.locator(".slaid:not([hidden])").get_attribute("id")


def ubah_ukuran(halaman, lebar, tinggi):
    """Give the window another size, as turning a phone or moving to a projector does, and wait until charts follow."""
    if halaman.viewport_size != {"width": lebar, "height": tinggi}:
        halaman.set_viewport_size({"width": lebar, "height": tinggi})
        halaman.wait_for_function(MELUAS, timeout=BATAS_TUNGGU)


def utama(halaman):
    """Return the part of the page that is not the menu."""
    return halaman.get_by_test_id("stMain")


def tampak(teks):
    """Return a text as it is read: without what is not seen, every run of spaces as one."""
    return " ".join(teks.translate(TAK_TAMPAK).split())


def judul(halaman):
    """Return the headline."""
    return tampak(utama(halaman).get_by_role("heading", level=1).inner_text())


def kembali_ke(halaman, teks):
    """Step back to the page before and wait until its headline reads `teks`.

    Each part of an address that a page writes is a step of its own.
    """
    dari, langkah = urlsplit(halaman.url).path, 0
    while urlsplit(halaman.url).path == dari:
        assert langkah < 4, f"still at {dari}"
        halaman.go_back()
        langkah += 1
    batas = time.monotonic() + BATAS_TUNGGU / 1000
    while judul(halaman) != teks:
        assert time.monotonic() < batas, f"not back at {teks}, but at {judul(halaman)}"
        halaman.wait_for_timeout(50)


def isi(halaman):
    """Return all text of the page but the menu."""
    return tampak(utama(halaman).inner_text())


def saringan(halaman):
    """Return what the address carries."""
    return {k: v[0] for k, v in parse_qs(urlsplit(halaman.url).query).items()}


def kotak(halaman, label):
    """Return a select box by its label."""
    return halaman.get_by_role("combobox", name=re.compile(rf"(^|\b){re.escape(label)}(\b|$)"))


def pilih(halaman, label, nama, ketik=""):
    """Choose an option of a select box as a reader does, after typing a part of it where that is given.

    A run that the page itself asked for draws the box anew and closes its list: a reader opens it again.
    """
    with menunggu(halaman):
        pilih_di_formulir(halaman, label, nama, ketik)


def pilih_di_formulir(halaman, label, nama, ketik=""):
    """Choose an option of a select box of a form, which runs nothing before the form is sent."""
    from playwright.sync_api import TimeoutError as Habis

    opsi = halaman.get_by_role("option", name=nama, exact=True)
    for batas in (5_000, 10_000, 20_000, BATAS_TUNGGU):
        kotak(halaman, label).click()
        if ketik:
            kotak(halaman, label).fill(ketik)
        try:
            opsi.click(timeout=batas)
        except Habis:
            if batas == BATAS_TUNGGU:
                raise
            halaman.keyboard.press("Escape")
        else:
            break


def menu(halaman, nama):
    """Go to another page through the menu."""
    with menunggu(halaman):
        halaman.get_by_test_id("stSidebarNav").get_by_role("link", name=nama).click()
