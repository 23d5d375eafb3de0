"""Bounds of a session and a connection against the running server: messages of a browser, half a request."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
import websockets
from alat_peramban import LENGKAP
from alat_sesi import diawasi, serentak
from streamlit.proto.BackMsg_pb2 import BackMsg

NAIK_MAKS = 50
lengkap = pytest.mark.skipif(not LENGKAP, reason="script/endurance runs it")


def kirim(server, megabita):
    """Send a message of that size in a session of its own and return with which code the server ends it."""

    async def satu():
        jalur = f"ws://{urlsplit(server.alamat).netloc}/_stcore/stream"
        async with websockets.connect(jalur, subprotocols=["streamlit"], max_size=None, open_timeout=180) as ws:
            pesan = BackMsg()
            keadaan = pesan.rerun_script.widget_states.widgets.add()
            keadaan.id, keadaan.string_value = "x", "x" * (megabita * 1_000_000)
            try:
                await ws.send(pesan.SerializeToString())
                while True:
                    await asyncio.wait_for(ws.recv(), 180)
            except websockets.ConnectionClosed as tutup:
                return tutup.rcvd.code if tutup.rcvd else None

    # In a thread: where a browser runs, this one has an event loop already.
    with ThreadPoolExecutor(1) as benang:
        return benang.submit(asyncio.run, satu()).result()


def test_a_message_beyond_a_megabyte_ends_its_session_and_no_other(server_tulis):
    assert serentak(server_tulis, 3) == []  # what the first pages load is no matter of messages
    with diawasi(server_tulis) as pengawas:
        assert {kirim(server_tulis, mb) for mb in (2, 10, 25, 100)} <= {1009, None}
        assert serentak(server_tulis, 1) == []
    assert pengawas.gagal == []
    assert pengawas.naik < NAIK_MAKS


@lengkap
@pytest.mark.parametrize("potongan", [b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"], ids=["nothing", "half"])
def test_half_a_request_is_closed_by_the_running_server(server_tulis, potongan):
    alamat = urlsplit(server_tulis.alamat)
    with socket.create_connection((alamat.hostname, alamat.port), timeout=120) as s:
        s.sendall(potongan)
        with suppress(ConnectionResetError):
            assert s.recv(100) == b""
