"""The upload path of a running server, asked without a browser: who may, in which session, how much (CASES 14, 15)."""

import http.client
import time
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from alat_sesi import diawasi, proses
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

MB = 2**20
BESAR, NAIK_MAKS = 21 * MB, 50
BATAS_BAGIAN = b"pemisah-uji"
KEPALA = b'--%b\r\nContent-Disposition: form-data; name="f"; filename="a.xlsx"\r\n\r\n' % BATAS_BAGIAN
EKOR = b"\r\n--%b--\r\n" % BATAS_BAGIAN
DARI_LUAR = {"X-Forwarded-For": "10.1.2.3"}
"""With nothing configured only this machine manages: who is forwarded is nobody."""


def sambung(server):
    bagian = urlsplit(server.alamat)
    return http.client.HTTPConnection(bagian.hostname, bagian.port, timeout=120)


@contextmanager
def sesi_hidup(server):
    """Open a session and yield its id; it ends with the block."""
    alamat = f"ws://{urlsplit(server.alamat).netloc}/_stcore/stream"
    with connect(alamat, subprotocols=["streamlit"], max_size=None, max_queue=None) as ws:
        pesan = BackMsg()
        pesan.rerun_script.query_string = ""
        ws.send(pesan.SerializeToString())
        while (jawab := ForwardMsg.FromString(ws.recv(20))).WhichOneof("type") != "new_session":
            pass
        yield jawab.new_session.initialize.session_id


@pytest.fixture(scope="module")
def sesi(server):
    with sesi_hidup(server) as nama:
        yield nama


@pytest.fixture(scope="module")
def xsrf(server):
    """What the browser takes along: the cookie of Streamlit's own page, and the same once more as a header."""
    sambungan = sambung(server)
    sambungan.request("GET", "/_stcore/health")
    cookie = sambungan.getresponse().getheader("Set-Cookie").partition(";")[0]
    sambungan.close()
    return {"Cookie": cookie, "X-Xsrftoken": cookie.partition("=")[2]}


def kirim(server, sesi, badan=None, berkas="berkas", **tajuk):
    """Send a body as a browser does, or only its head where there is none; return the status."""
    sambungan = sambung(server)
    tajuk = {"Content-Type": f"multipart/form-data; boundary={BATAS_BAGIAN.decode()}", **tajuk}
    try:
        sambungan.putrequest("PUT", f"/_stcore/upload_file/{sesi}/{berkas}")
        for nama, isi in tajuk.items():
            sambungan.putheader(nama, isi)
        sambungan.endheaders()
        try:
            for potongan in badan or ():
                sambungan.send(b"%x\r\n%b\r\n" % (len(potongan), potongan))
            if badan:
                sambungan.send(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            pass  # the server has answered and hung up; its answer lies ready
        return sambungan.getresponse().status
    finally:
        sambungan.close()


def berpotongan(server, sesi, isi, **tajuk):
    """Send a file in pieces, without saying how long it is."""
    return kirim(server, sesi, chain([KEPALA], isi, [EKOR]), **{"Transfer-Encoding": "chunked", **tajuk})


def test_a_living_session_uploads(server, sesi, xsrf):
    assert berpotongan(server, sesi, [b"x" * 100], **xsrf) == 204


def test_nobody_is_asked_to_log_in(server, sesi, xsrf):
    assert berpotongan(server, sesi, [b"x"], **xsrf, **DARI_LUAR) == 401


def test_a_session_that_never_was_and_one_that_ended_are_refused(server, xsrf):
    assert berpotongan(server, "tidak-pernah-ada", [b"x"], **xsrf) == 400
    with sesi_hidup(server) as lama:
        assert berpotongan(server, lama, [b"x"], **xsrf) == 204
    batas = time.monotonic() + 60
    while (status := berpotongan(server, lama, [b"x"], **xsrf)) == 204 and time.monotonic() < batas:
        time.sleep(0.02)
    assert status == 400


@pytest.mark.parametrize("kurang", ["Cookie", "X-Xsrftoken"])
def test_without_the_page_s_own_token_it_is_refused(server, sesi, xsrf, kurang):
    assert berpotongan(server, sesi, [b"x"], **{k: v for k, v in xsrf.items() if k != kurang}) == 403


def test_a_token_that_is_not_the_cookie_s_is_refused(server, sesi, xsrf):
    assert berpotongan(server, sesi, [b"x"], **xsrf | {"X-Xsrftoken": "2|00000000|" + "ab" * 16 + "|1"}) == 403


def test_a_file_that_says_it_is_too_large_is_refused_before_a_byte_of_it(server, sesi, xsrf):
    assert kirim(server, sesi, **{"Content-Length": str(BESAR)}, **xsrf) == 413


def tanpa_nama(server):
    """Return the files without a name that the server holds open: a body beyond a megabyte lies in one meanwhile."""
    return [t for t in map(_arah, Path(f"/proc/{proses(server).pid}/fd").iterdir()) if t.endswith("(deleted)")]


def _arah(tautan):
    try:
        return str(tautan.readlink())
    except OSError:
        return ""  # closed since it was listed


def test_a_file_that_does_not_say_so_is_stopped_at_the_limit_and_nothing_of_it_stays(server, sesi, xsrf):
    terlihat = []

    def potongan():
        for n in range(BESAR // MB):
            yield bytes(MB)
            if n == 10:
                terlihat.extend(tanpa_nama(server))

    sebelum = tanpa_nama(server)
    with diawasi(server) as pengawas:
        assert [berpotongan(server, sesi, potongan(), **xsrf) for _ in range(2)] == [413] * 2
        assert berpotongan(server, sesi, [b"x" * 100], **xsrf) == 204, "the next one"
    assert len(terlihat) > len(sebelum), "this test would see what stays"
    batas = time.monotonic() + 60
    while len(tanpa_nama(server)) > len(sebelum) and time.monotonic() < batas:
        time.sleep(0.05)
    assert tanpa_nama(server) == sebelum
    assert pengawas.gagal == []
    assert pengawas.naik < NAIK_MAKS
