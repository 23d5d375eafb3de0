"""The pages of logging in and out: small, without scripts, complete in themselves."""

from markupsafe import Markup
from starlette.responses import HTMLResponse

# Our header no-referrer would make a browser send "Origin: null" with the form; this page tells its own server.
_RANGKA = Markup("""<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>{judul} · Dasbor Kinerja</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin"><meta name="robots" content="noindex">
<style>{gaya}</style></head>
<body><main><h1>{judul}</h1>{isi}</main></body></html>
""")
_GAYA = Markup("""
:root { color-scheme: light dark; font: 100%/1.5 sans-serif; }
body { margin: 0; background: light-dark(#F3F6F9, #10171F); color: light-dark(#16202A, #EDF2F7); }
main { box-sizing: border-box; max-width: 26rem; margin: 12vh auto 2rem; padding: 1.5rem 2rem 2rem;
  border-radius: .4rem; background: light-dark(#FFFFFF, #1A242F); }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input { box-sizing: border-box; width: 100%; padding: .55rem; font: inherit; border-radius: .3rem;
  border: 1px solid currentColor; background: transparent; color: inherit; }
button { margin-top: 1.5rem; width: 100%; padding: .65rem; font: inherit; font-weight: 600; cursor: pointer;
  border: 0; border-radius: .3rem; background: #08519C; color: #FFFFFF; }
a { color: light-dark(#08519C, #8CC2EA); }
:is(a, input, button):focus-visible { outline: 3px solid light-dark(#08519C, #8CC2EA); outline-offset: 2px; }
[role=alert] { padding: .6rem .8rem; border-left: 4px solid #B3470B; background: light-dark(#FDF1E9, #33241B); }
""")
_FORMULIR = Markup("""{pesan}<form method="post" action="/akun/masuk">
<input type="hidden" name="kembali" value="{kembali}">
<label for="nama">Nama akun</label>
<input id="nama" name="nama" value="{nama}" autocomplete="username" autocapitalize="none"
  maxlength="80" required{fokus}>
<label for="sandi">Sandi</label>
<input id="sandi" name="sandi" type="password" autocomplete="current-password" maxlength="256" required>
<button type="submit">Masuk</button></form>
<p>Melihat dasbor tidak memerlukan akun. <a href="{kembali}">Kembali ke dasbor</a></p>""")
_KELUAR = Markup("""<p>{siapa}</p><form method="post" action="/akun/keluar">
<button type="submit">Keluar</button></form><p><a href="/">Kembali ke dasbor</a></p>""")


def laman_masuk(kembali: str, *, pesan: str = "", nama: str = "", status: int = 200) -> HTMLResponse:
    """Return the login page.

    Args:
        kembali: local path to go to afterwards.
        pesan: why the last attempt failed.
        nama: the name to leave in the form.
        status: status of the answer.
    """
    formulir = _FORMULIR.format(
        pesan=_peringatan(pesan), kembali=kembali, nama=nama, fokus="" if nama else Markup(" autofocus")
    )
    return _laman("Masuk", formulir, status)


def laman_pesan(judul: str, pesan: str, status: int) -> HTMLResponse:
    """Return a page that only says something."""
    isi = Markup('{}<p><a href="/">Kembali ke dasbor</a></p>').format(_peringatan(pesan))
    return _laman(judul, isi, status)


def laman_keluar(siapa: str) -> HTMLResponse:
    """Return the page that asks whether to log out; a link alone must not change anything."""
    return _laman("Keluar", _KELUAR.format(siapa=siapa), 200)


def _laman(judul: str, isi: Markup, status: int) -> HTMLResponse:
    teks = _RANGKA.format(judul=judul, gaya=_GAYA, isi=isi)
    return HTMLResponse(teks, status, headers={"cache-control": "no-store"})


def _peringatan(pesan: str) -> Markup:
    return Markup('<p role="alert">{}</p>').format(pesan) if pesan else Markup("")
