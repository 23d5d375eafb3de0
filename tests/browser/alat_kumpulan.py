"""Several dashboards on one PostgreSQL behind an nginx of our own, which runs the files of deploy/ on free ports."""

import http.client
import json
import os
import pwd
import re
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from alat_peramban import AKAR, SINI, hidupkan, port_kosong, tunggu_siap

TUNGGU = 120
BERKAS = ("nginx.conf", "hulu.conf")
UTAMA = """daemon off; worker_processes 1; pid {f}/pid; error_log {f}/galat.log warn;
events {{ worker_connections 256; }}
http {{
    log_format uji '$cookie_dk_proses $upstream_addr $status $request_uri';
    access_log {f}/akses.log uji;
    client_body_temp_path {f}/badan; proxy_temp_path {f}/titip;
    fastcgi_temp_path {f}/a; uwsgi_temp_path {f}/b; scgi_temp_path {f}/c;
    include {f}/nginx.conf; include {f}/hulu.conf;
}}
"""


def program_nginx():
    """Return nginx; skip where it is missing, but not in CI."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("nginx is missing: apt-get install nginx")
    return program


def minta(alamat, jalur, cara="GET", **tajuk):
    """Ask once and return status, headers and body; status 0 where nobody listens."""
    bagian = urlsplit(alamat)
    sambungan = http.client.HTTPConnection(bagian.hostname, bagian.port, timeout=10)
    try:
        sambungan.request(cara, jalur, headers=tajuk)
        jawaban = sambungan.getresponse()
        return jawaban.status, jawaban.headers, jawaban.read()
    except OSError:
        return 0, {}, b""
    finally:
        sambungan.close()


@dataclass(kw_only=True)
class Kumpulan:
    """The dashboards by their ports, and nginx before them."""

    folder: Path
    pilihan: dict
    port: tuple = field(default_factory=lambda: (port_kosong(), port_kosong()))
    proses: dict = field(default_factory=dict)
    alamat: str = field(default_factory=lambda: f"http://{SINI}:{port_kosong()}")

    def catatan(self, port):
        return self.folder / f"server-{port}.log"

    def jurnal(self, port):
        """Return the events of a dashboard."""
        return [json.loads(b) for b in self.catatan(port).read_text().splitlines() if b.startswith("{")]

    def langsung(self, port):
        """Return a dashboard's own address."""
        return f"http://{SINI}:{port}"

    def hidupkan(self, *port):
        """Start dashboards at the same moment and wait until all of them can serve."""
        for p in port:
            self.proses[p] = hidupkan(p, self.catatan(p), **self.pilihan)
        for p in port:
            tunggu_siap(self.langsung(p), self.proses[p], self.catatan(p))
            tunggu(lambda p=p: minta(self.langsung(p), "/sehat/siap")[0] == 200, f"{p} is not ready")

    def bunuh(self, port):
        """End a dashboard as a power cut does."""
        self.proses[port].send_signal(signal.SIGKILL)
        self.proses[port].wait(TUNGGU)

    def akses(self):
        """Return what nginx passed on: the cookie's port, the ports it asked, the status and the path."""
        baris = (b.split(" ") for b in (self.folder / "akses.log").read_text().splitlines())
        pola = re.compile(r":(\d+)")
        return [(b[0], pola.findall(" ".join(b[1:-2])), int(b[-2]), b[-1]) for b in baris]

    def selesai(self):
        for proses in self.proses.values():
            proses.kill()
            proses.wait(TUNGGU)


def tunggu(syarat, pesan, detik=TUNGGU):
    """Wait until something is so, and return after how many seconds it was."""
    mulai = time.monotonic()
    while not syarat():
        assert time.monotonic() - mulai < detik, pesan
        time.sleep(0.05)
    return time.monotonic() - mulai


@contextmanager
def nginx(kumpulan):
    """Run nginx with the shipped files, of which only the ports are changed, as a user without rights."""
    program = program_nginx()
    akun = {"user": "www-data", "group": "www-data", "extra_groups": []} if os.getuid() == 0 else {}
    folder = kumpulan.folder
    for nama in BERKAS:
        (folder / nama).write_text(_dengan_port(AKAR / "deploy" / nama, kumpulan))
    (folder / "utama.conf").write_text(UTAMA.format(f=folder))
    if akun:
        os.chown(folder, pwd.getpwnam("www-data").pw_uid, -1)
    perintah = [program, "-p", str(folder), "-c", str(folder / "utama.conf"), "-e", str(folder / "galat.log")]
    with (folder / "nginx.log").open("wb") as log:
        proses = subprocess.Popen(perintah, stdout=log, stderr=log, cwd=folder, **akun)
    try:
        galat = folder / "galat.log"
        tunggu(lambda: minta(kumpulan.alamat, "/sehat")[0] == 404 or proses.poll() is not None, "nginx is not ready")
        assert proses.poll() is None, galat.read_text() + (folder / "nginx.log").read_text()
        yield
    finally:
        proses.send_signal(signal.SIGTERM)
        proses.wait(TUNGGU)


def _dengan_port(berkas, kumpulan):
    teks = berkas.read_text()
    for lama, baru in zip(("8501", "8502"), kumpulan.port, strict=True):
        teks = teks.replace(lama, baru)
    return teks.replace("listen 80;", f"listen {SINI}:{urlsplit(kumpulan.alamat).port};")
