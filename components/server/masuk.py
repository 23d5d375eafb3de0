"""Routes of the login: a form, a signed cookie, a way out; nothing here needs a script in the browser."""

import asyncio
import unicodedata
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from components.server.badan import BadanDitolak, baca_badan
from components.server.jati_diri import COOKIE, LOKET, pengaturan_atau_tertutup
from components.server.laman_masuk import laman_keluar, laman_masuk, laman_pesan
from components.server.lokal import jaringan
from components.server.peristiwa import GAGAL, KELUAR, MASUK, catat
from kinerja.akun.pembatas import PembatasMasuk
from kinerja.akun.pengaturan import PANJANG_NAMA, SANDI_TERPANJANG, Akun, Pengaturan, kunci_nama
from kinerja.akun.sandi import periksa_sandi

JALUR_MASUK = "/akun/masuk"
JALUR_KELUAR = "/akun/keluar"
BATAS_FORMULIR = 4096
KEMBALI_TERPANJANG = 1000
PEMBATAS = PembatasMasuk()
_GILIRAN = asyncio.Semaphore(2)
"""argon2id takes 64 MB and a core for a moment; more than two at once would starve the readers."""


def rute_masuk() -> list[Route]:
    """Return the routes of logging in and out."""
    return [
        Route(JALUR_MASUK, tampilkan_masuk, methods=["GET"]),
        Route(JALUR_MASUK, terima_masuk, methods=["POST"]),
        Route(JALUR_KELUAR, tampilkan_keluar, methods=["GET"]),
        Route(JALUR_KELUAR, terima_keluar, methods=["POST"]),
    ]


def kembali_aman(alamat: str) -> str:
    """Return a path of this server to go back to; "/" for whatever could lead elsewhere."""
    janggal = any(unicodedata.category(h)[0] in "CZ" for h in alamat) or "\\" in alamat
    if janggal or len(alamat) > KEMBALI_TERPANJANG or not alamat.startswith("/") or alamat.startswith("//"):
        return "/"
    return alamat


def asal_cocok(permintaan: Request) -> bool:
    """Tell whether a form was sent by a page of this server: Origin, else Referer, names the host that was asked."""
    tajuk = permintaan.headers
    asal = tajuk.get("origin") or tajuk.get("referer") or ""
    try:
        return bool(tajuk.get("host")) and urlsplit(asal).netloc.casefold() == tajuk["host"].casefold()
    except ValueError:
        return False


async def tampilkan_masuk(permintaan: Request) -> Response:
    """Show the login form."""
    pengaturan = pengaturan_atau_tertutup()
    if pengaturan is None or not pengaturan.akun:
        return _tanpa_akun(pengaturan)
    return laman_masuk(kembali_aman(permintaan.query_params.get("kembali", "/")))


async def terima_masuk(permintaan: Request) -> Response:
    """Check name and password; on success set the cookie and go back."""
    pengaturan = pengaturan_atau_tertutup()
    if pengaturan is None or not pengaturan.akun:
        return _tanpa_akun(pengaturan)
    if not asal_cocok(permintaan):
        return _asal_asing()
    try:
        isi = await _formulir(permintaan)
    except BadanDitolak as galat:
        return laman_pesan("Masuk", "Formulir tidak dapat dibaca.", galat.status)
    return await _coba(permintaan, pengaturan, isi)


async def _coba(permintaan: Request, pengaturan: Pengaturan, isi: Mapping[str, str]) -> Response:
    nama, sandi = isi.get("nama", "")[:PANJANG_NAMA].strip(), isi.get("sandi", "")[: SANDI_TERPANJANG + 1]
    kembali = kembali_aman(isi.get("kembali", "/"))
    kunci, klien, dikenal = kunci_nama(nama), jaringan(_klien(permintaan)), pengaturan.cari(nama) is not None
    if tunggu := PEMBATAS.sisa(kunci, klien, dikenal=dikenal):
        return _ditahan(kembali, nama, tunggu)
    # Counted before the check, so that attempts sent at the same moment do not slip through together.
    PEMBATAS.catat(kunci, klien, dikenal=dikenal)
    async with _GILIRAN:
        akun = await run_in_threadpool(periksa_sandi, pengaturan, nama, sandi)
    if akun is None:
        return await _gagal(permintaan, pengaturan, nama, kembali)
    PEMBATAS.berhasil(kunci, klien)
    await run_in_threadpool(catat, MASUK, akun.nama, cara="akun", klien=_klien(permintaan))
    return _berhasil(permintaan, pengaturan, akun, kembali)


async def _gagal(permintaan: Request, pengaturan: Pengaturan, nama: str, kembali: str) -> Response:
    # An unknown name is not repeated: people type passwords into the wrong field.
    akun = pengaturan.cari(nama)
    oleh = akun.nama if akun else "(tidak dikenal)"
    tunggu = PEMBATAS.sisa(kunci_nama(nama), jaringan(_klien(permintaan)), dikenal=akun is not None)
    await run_in_threadpool(catat, GAGAL, oleh, cara="akun", klien=_klien(permintaan), tunggu=str(tunggu))
    return laman_masuk(kembali, pesan="Nama akun atau sandi salah.", nama=nama, status=401)


def _ditahan(kembali: str, nama: str, tunggu: int) -> Response:
    lama = f"{tunggu} detik" if tunggu < 120 else f"{-(-tunggu // 60)} menit"
    pesan = f"Terlalu banyak percobaan yang gagal. Coba lagi setelah {lama}."
    jawaban = laman_masuk(kembali, pesan=pesan, nama=nama, status=429)
    jawaban.headers["retry-after"] = str(tunggu)
    return jawaban


def _berhasil(permintaan: Request, pengaturan: Pengaturan, akun: Akun, kembali: str) -> Response:
    jawaban = RedirectResponse(kembali, 303, headers={"cache-control": "no-store"})
    jawaban.set_cookie(
        COOKIE,
        LOKET.terbitkan(pengaturan, akun),
        max_age=pengaturan.umur_detik,
        path="/",
        secure=_https(permintaan),
        httponly=True,
        samesite="strict",
    )
    return jawaban


async def tampilkan_keluar(permintaan: Request) -> Response:
    """Ask whether to log out."""
    pengaturan = pengaturan_atau_tertutup()
    tiket = permintaan.cookies.get(COOKIE, "")
    akun = await run_in_threadpool(LOKET.akun, pengaturan, tiket) if pengaturan else None
    return laman_keluar(f"Anda masuk sebagai {akun.nama}." if akun else "Anda tidak sedang masuk dengan akun lokal.")


async def terima_keluar(permintaan: Request) -> Response:
    """Revoke the login and clear the cookie."""
    if not asal_cocok(permintaan):
        return _asal_asing()
    pengaturan, tiket = pengaturan_atau_tertutup(), permintaan.cookies.get(COOKIE, "")
    if pengaturan and (akun := await run_in_threadpool(LOKET.akun, pengaturan, tiket)):
        await run_in_threadpool(LOKET.cabut, pengaturan, tiket)
        await run_in_threadpool(catat, KELUAR, akun.nama, cara="akun", klien=_klien(permintaan))
    jawaban = RedirectResponse("/", 303, headers={"cache-control": "no-store"})
    jawaban.delete_cookie(COOKIE, path="/", secure=_https(permintaan), httponly=True, samesite="strict")
    return jawaban


async def _formulir(permintaan: Request) -> dict[str, str]:
    badan = await baca_badan(permintaan, "application/x-www-form-urlencoded", BATAS_FORMULIR)
    try:
        isi = parse_qs(badan.decode("ascii"), keep_blank_values=True, max_num_fields=8, errors="strict")
    except ValueError:
        raise BadanDitolak(400) from None
    return {kunci: nilai[0] for kunci, nilai in isi.items()}


def _tanpa_akun(pengaturan: Pengaturan | None) -> Response:
    if pengaturan is None:
        return laman_pesan("Masuk", "Pengaturan akun belum benar. Pengelola dapat melihat sebabnya di log server.", 503)
    return laman_pesan("Masuk", "Belum ada akun lokal pada server ini.", 404)


def _asal_asing() -> Response:
    return laman_pesan("Masuk", "Formulir dikirim dari halaman lain. Buka halaman masuk, lalu coba lagi.", 403)


def _klien(permintaan: Request) -> str:
    return permintaan.client.host if permintaan.client else "-"


def _https(permintaan: Request) -> bool:
    return "https" in (permintaan.url.scheme, permintaan.headers.get("x-forwarded-proto", "").partition(",")[0].strip())
