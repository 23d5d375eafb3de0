"""What the running server answers: headers on everything, private endpoints closed, the index page in Indonesian."""

import http.client
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from alat_peramban import UKURAN, konteks_terekam

from components.bingkai.navigasi import HALAMAN

AKAR = Path(__file__).resolve().parents[2]
TAJUK = ("content-security-policy", "x-content-type-options", "referrer-policy")


@pytest.fixture
def minta(server):
    """Ask the server for a raw path, which no client tidies up on the way."""

    def kirim(jalur, **tajuk):
        bagian = urlsplit(server.alamat)
        sambungan = http.client.HTTPConnection(bagian.hostname, bagian.port, timeout=120)
        try:
            sambungan.request("GET", jalur, headers=tajuk)
            jawaban = sambungan.getresponse()
            return jawaban.status, {k.lower(): v for k, v in jawaban.getheaders()}, jawaban.read()
        finally:
            sambungan.close()

    return kirim


@pytest.mark.parametrize("jalur", ["/", *(f"/{h.jalur}" for h in HALAMAN[1:]), "/?opd=SETDA"])
def test_every_path_of_a_page_answers_with_our_index(minta, jalur):
    status, tajuk, isi = minta(jalur)
    assert status == 200
    assert [t for t in TAJUK if t not in tajuk] == []
    assert b'<html lang="id">' in isi
    assert b"<title>Dasbor Kinerja</title>" in isi
    assert b"http://" not in isi.replace(b"http://www.apache.org", b""), "nothing is fetched from outside"


@pytest.mark.parametrize(
    ("jalur", "tujuan"),
    [
        (f"/{HALAMAN[0].jalur}", "/"),
        (f"/{HALAMAN[0].jalur}?opd=SETDA&tahun=2022", "/?opd=SETDA&tahun=2022"),
        (f"/{HALAMAN[0].jalur}?opd=//x.invalid%0d%0aa:b", "/?opd=%2F%2Fx.invalid%0D%0Aa%3Ab"),
    ],
)
def test_the_first_page_by_its_name_leads_to_where_it_opens_with_the_filters(minta, jalur, tujuan):
    status, tajuk, _ = minta(jalur)
    assert (status, tajuk["location"]) == (307, tujuan)
    assert [t for t in TAJUK if t not in tajuk] == []


@pytest.mark.parametrize(
    "jalur",
    [
        "/tidak-ada",
        "/index.html",
        "/capaian/lagi",
        "/sehatxyz",
        "/sehat/lain",
        "/_stcore/lain",
        "/static/tidak-ada.js",
        "/oauth2callback",
        "/media/x.png",
        "/component/x/y.js",
    ],
)
def test_what_is_not_there_is_not_found_and_says_nothing_of_the_server(minta, jalur):
    """Streamlit answers any path with its index page."""
    status, _, isi = minta(jalur, Accept="text/html")
    assert status == 404
    assert str(AKAR).encode() not in isi
    assert b"site-packages" not in isi


def test_a_page_that_is_not_there_leads_to_the_first_with_its_filters(minta):
    _, tajuk, isi = minta("/tidak-ada?opd=%22%3E%3Cb%3E", Accept="text/html")
    assert tajuk["content-type"].startswith("text/html")
    assert b'href="/?opd=%22%3E%3Cb%3E"' in isi
    assert b"Halaman tidak ditemukan" in isi


def test_every_file_of_the_screen_is_served(minta):
    """What the index page asks for, and what one of its scripts loads later."""
    berkas = re.findall(rb'(?:src|href)="\./([^"]+)"', minta("/")[2])
    assert len(berkas) > 2
    assert {minta(f"/{b.decode()}")[0] for b in (*berkas, b"favicon.png", b"manifest.json")} == {200}


@pytest.mark.parametrize("jalur", ["/capaian/", "/sehat/"])
def test_a_slash_behind_a_path_is_taken_away(minta, jalur):
    status, tajuk, _ = minta(jalur)
    assert (status, tajuk["location"]) == (301, jalur.rstrip("/"))


@pytest.mark.parametrize("jalur", ["/_stcore/health", "/_stcore/host-config", "/static/tidak-ada.js", "/media/x.png"])
def test_other_answers_carry_the_headers_too(minta, jalur):
    _, tajuk, _ = minta(jalur)
    assert [t for t in TAJUK if t not in tajuk] == []


@pytest.mark.parametrize(
    "jalur",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/%6detrics",
        "/%5fstcore/metrics",
        "//_stcore/metrics",
        "/_stcore/../_stcore/metrics",
        "/_stcore/metrics?x=1",
        "/_stcore/metrics%2f",
        "/capaian/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/agent/mcp",
    ],
)
def test_private_endpoints_say_nothing_however_they_are_asked(minta, jalur):
    status, _, isi = minta(jalur)
    assert status == 404
    assert len(isi) < 50, "neither a page nor figures"


@pytest.mark.parametrize(
    "jalur", ["/media/../app.py", "/media/../../etc/passwd", "/static/../app.py", "//host/x", "/%5c%5chost", "/%00"]
)
def test_paths_that_lead_elsewhere_are_refused(minta, jalur):
    status, tajuk, isi = minta(jalur)
    assert 400 <= status < 500
    assert "location" not in tajuk
    assert b"root:" not in isi
    assert b"import " not in isi


def test_health_answers(minta):
    assert minta("/_stcore/health")[::2] == (200, b"ok")


def test_the_document_is_indonesian_and_its_policy_is_in_force(server, peramban):
    konteks, rekaman = konteks_terekam(peramban, *UKURAN["laptop"])
    halaman = konteks.new_page()
    buka_polos(halaman, server.url())
    assert halaman.locator("html").get_attribute("lang") == "id"
    assert "Dasbor Kinerja" in halaman.title()
    ditolak = halaman.evaluate(
        """() => new Promise(selesai => {
            document.addEventListener('securitypolicyviolation', p => selesai(p.effectiveDirective), {once: true});
            document.body.appendChild(document.createElement('img')).src = 'http://x.invalid/b.png';
        })"""
    )
    assert ditolak == "img-src"
    # What `Rekaman.periksa` refuses after every other test on every page.
    assert any("Content Security Policy" in keluhan for keluhan in rekaman.konsol)
    konteks.close()


def buka_polos(halaman, url):
    """Open a page whose record is not judged: this one provokes the policy."""
    halaman.goto(url)
    halaman.get_by_test_id("stMain").get_by_role("heading", level=1).wait_for()


@pytest.mark.parametrize(
    ("host", "asal", "status"), [("penyerang.example", None, 400), (None, "http://x.example", 403)]
)
def test_a_forged_host_or_origin_is_refused_by_the_running_server(server, host, asal, status):
    bagian = urlsplit(server.alamat)
    sambungan = http.client.HTTPConnection(bagian.hostname, bagian.port, timeout=120)
    tajuk = {"Host": host or bagian.netloc} | ({"Origin": asal} if asal else {})
    sambungan.request("POST", "/masuk", headers=tajuk)
    assert sambungan.getresponse().status == status
    sambungan.close()
