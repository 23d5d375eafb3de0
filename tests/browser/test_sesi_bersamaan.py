"""Many people at once, over Streamlit's own websocket: what one session does, no other one feels."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.navigasi import HALAMAN

BANYAK = 12
PUTARAN = 4


async def satu(server, nomor):
    """Open pages by turns in one session; return what went wrong."""
    alamat = urlsplit(server.alamat).netloc
    galat = []
    async with websockets.connect(f"ws://{alamat}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as ws:
        for putaran in range(PUTARAN):
            pesan = BackMsg()
            pesan.rerun_script.page_name = HALAMAN[(nomor + putaran) % 3].jalur if putaran else ""
            pesan.rerun_script.query_string = urlencode({"opd": "SETDA", "tahun": 2024})
            await ws.send(pesan.SerializeToString())
            kotak = set()
            while True:
                jawab = ForwardMsg.FromString(await asyncio.wait_for(ws.recv(), 60))
                jenis = jawab.WhichOneof("type")
                if jenis == "delta":
                    unsur = jawab.delta.new_element
                    if unsur.WhichOneof("type") == "exception":
                        galat.append(unsur.exception.message)
                    kotak.add(unsur.selectbox.label)
                elif jenis == "script_finished" and jawab.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    break
            galat += [] if "OPD" in kotak else [f"session {nomor}: no page was drawn"]
    return galat


def test_twelve_sessions_at_once_open_pages_and_none_fails(server):
    async def semua():
        return await asyncio.gather(*(satu(server, n) for n in range(BANYAK)))

    # Playwright keeps an event loop of its own in this thread.
    with ThreadPoolExecutor(1) as lain:
        hasil = lain.submit(asyncio.run, semua()).result()
    assert [g for milik in hasil for g in milik] == []
