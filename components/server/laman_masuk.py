"""The pages of logging in and out (aset/masuk.html)."""

from starlette.responses import HTMLResponse

from components.dasar.gaya import lembar_sendiri
from components.dasar.templat import templat


def laman_masuk(kembali: str, *, pesan: str = "", nama: str = "", status: int = 200) -> HTMLResponse:
    """Return the login page.

    Args:
        kembali: local path to go to afterwards.
        pesan: why the last attempt failed.
        nama: the name to leave in the form.
        status: status of the answer.
    """
    return _laman(status, jenis="masuk", judul="Masuk", pesan=pesan, kembali=kembali, nama=nama)


def laman_pesan(judul: str, pesan: str, status: int, kembali: str = "/") -> HTMLResponse:
    """Return a page that only says something, with a link to a local path."""
    return _laman(status, jenis="pesan", judul=judul, pesan=pesan, kembali=kembali)


def laman_keluar(siapa: str) -> HTMLResponse:
    """Return the page that asks whether to log out; a link alone must not change anything."""
    return _laman(200, jenis="keluar", judul="Keluar", pesan="", siapa=siapa)


def _laman(status: int, **isi: str) -> HTMLResponse:
    teks = templat().get_template("masuk.html").render(gaya=lembar_sendiri("masuk"), **isi)
    return HTMLResponse(teks, status, headers={"cache-control": "no-store"})
