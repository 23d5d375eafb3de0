"""Many sessions without a browser, over Streamlit's own websocket; and what the server costs meanwhile."""

import asyncio
import multiprocessing
import threading
import time
import urllib.request
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from urllib.parse import urlencode, urlsplit

import psutil
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.bingkai.navigasi import HALAMAN

BIASA = {"opd": "SETDA", "tahun": 2024}


async def sesi(server, nomor, putaran=4, jeda=0.0, alamat_lain=()):
    """Open pages by turns in one session, or those of `alamat_lain` (path and filters); return what went wrong."""
    alamat = urlsplit(server.alamat).netloc
    await asyncio.sleep(jeda * nomor)
    galat = []
    jalur = f"ws://{alamat}/_stcore/stream"
    async with websockets.connect(jalur, subprotocols=["streamlit"], max_size=None, open_timeout=180) as ws:
        biasa = [(HALAMAN[(nomor + n) % 3].jalur if n else "", BIASA) for n in range(putaran)]
        for halaman, saringan in alamat_lain or biasa:
            pesan = BackMsg()
            pesan.rerun_script.page_name, pesan.rerun_script.query_string = halaman, urlencode(saringan)
            await ws.send(pesan.SerializeToString())
            galat += await _satu_jalan(ws, nomor)
    return galat


async def _satu_jalan(ws, nomor):
    """Read one run of the script to its end; return what went wrong in it."""
    kotak, galat = set(), []
    while True:
        jawab = ForwardMsg.FromString(await asyncio.wait_for(ws.recv(), 120))
        jenis = jawab.WhichOneof("type")
        if jenis == "delta":
            unsur = jawab.delta.new_element
            if unsur.WhichOneof("type") == "exception":
                galat.append(unsur.exception.message)
            kotak.add(unsur.selectbox.label)
        elif jenis == "script_finished" and jawab.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return galat + ([] if "OPD" in kotak else [f"session {nomor}: no page was drawn"])


def serentak(server, banyak, **pilihan):
    """Run so many sessions side by side and return what went wrong in any."""
    # In a process of its own: what is measured meanwhile must not wait for this crowd's work.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as lain:
        return lain.submit(_serentak, server, banyak, pilihan).result()


def _serentak(server, banyak, pilihan):
    async def semua():
        return await asyncio.gather(*(sesi(server, n, **pilihan) for n in range(banyak)))

    return [g for milik in asyncio.run(semua()) for g in milik]


def proses(server):
    """Return the process that listens at a server's address."""
    port = urlsplit(server.alamat).port
    milik = psutil.Process().children(recursive=True)
    return next(p for p in milik if any(k.laddr.port == port for k in p.net_connections("inet")))


class Pengawas:
    """Asks `/sehat` ten times a second and reads the server's own memory; `terlama` in seconds, `naik` in megabytes.

    `serentak` is how many of its children ran the module `anak` at the same time, at most.
    """

    def __init__(self, server, anak=""):
        self.server, self.proses, self.anak, self.serentak = server, proses(server), anak, 0
        self.awal = self.puncak = self.proses.memory_info().rss
        self.terlama, self.gagal, self._henti = 0.0, [], threading.Event()

    @property
    def naik(self):
        return (self.puncak - self.awal) / 2**20

    def _awasi(self):
        while not self._henti.wait(0.1):
            self.puncak = max(self.puncak, self.proses.memory_info().rss)
            if self.anak:
                self.serentak = max(self.serentak, sum(map(self._menjalankan, self.proses.children())))
            mulai = time.monotonic()
            try:
                urllib.request.urlopen(self.server.url("sehat"), timeout=10).read()
            except OSError as galat:
                self.gagal.append(repr(galat))
            self.terlama = max(self.terlama, time.monotonic() - mulai)

    def _menjalankan(self, proses_anak):
        with suppress(psutil.Error):
            return self.anak in proses_anak.cmdline()
        return False


@contextmanager
def diawasi(server, anak=""):
    """Watch a server for the length of a block, and how many of its children run a module at the same time."""
    pengawas = Pengawas(server, anak)
    benang = threading.Thread(target=pengawas._awasi)
    benang.start()
    try:
        yield pengawas
    finally:
        pengawas._henti.set()
        benang.join()
