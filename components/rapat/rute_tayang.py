"""The address of the full-screen deck, and of the two files it is drawn with.

What makes and draws slides is loaded with the first deck: the server is up before that.
"""

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from components.bingkai.data import gudang_bila_dapat
from components.bingkai.navigasi import PAPARAN
from components.dasar import keadaan as sesi
from components.dasar.gaya import ASET, lembar_sendiri
from components.server.jati_diri import dari_permintaan, pengaturan_atau_tertutup
from components.server.keamanan import jawab_gaya
from kinerja.akun.akses import Izin
from kinerja.gudang.riwayat import kalimat_ditunda
from kinerja.nilai.waktu import hari_ini
from kinerja.paparan.model import BagianPaparan
from kinerja.sumber import versi as sumber

TAYANG = "/tayang"
SUSUNAN = "susunan"
"""Name in the URL of the sections and their order."""

_PESAN = Markup(
    '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Paparan</title><link rel="icon" href="data:,">'
    '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/dk/paparan.css"></head>'
    '<body><section class="slaid"><header><h1>{}</h1></header><p><a href="{}">{}</a></p></section></body></html>'
)


def alamat_tayang(kode_opd: str, tahun: int, bagian: Sequence[BagianPaparan], versi: int | None = None) -> str:
    """Return the address of a deck on the full screen."""
    isi = {"opd": kode_opd, "tahun": str(tahun), SUSUNAN: ",".join(b.alamat for b in bagian)}
    return f"{TAYANG}?{urlencode(isi | ({sesi.VERSI: str(versi)} if versi else {}))}"


def bagian_dari(teks: str) -> tuple[BagianPaparan, ...]:
    """Return the sections that an address names, in its order; all of them where it names none that exist."""
    from kinerja.paparan.susun import BAWAAN

    dikenal = {b.alamat: b for b in BagianPaparan}
    diminta = dict.fromkeys(b for t in teks.split(",") if (b := dikenal.get(t.strip().lower())))
    return tuple(diminta) or BAWAAN


async def tayang(permintaan: Request) -> Response:
    """Answer with the deck of an address, or say why there is none and where to go."""
    return await run_in_threadpool(_tayang, permintaan)


def _tayang(permintaan: Request) -> Response:
    from components.rapat.tayang import dokumen

    nomor = permintaan.query_params.get(sesi.VERSI, "")
    diminta = int(nomor) if nomor.isdecimal() and len(nomor) < 10 else None
    keadaan = sumber.aktif(diminta)
    kembali = f"/{PAPARAN.jalur}?{urlencode(permintaan.query_params)}"
    if keadaan.dataset is None:
        return _pesan("Belum ada data yang dapat ditayangkan", "/", "Buka dasbor", 503)
    if keadaan.ditunda is not None:
        ulang = f"{TAYANG}?{urlencode(permintaan.query_params)}"
        return _pesan(kalimat_ditunda(keadaan.ditunda), ulang, "Coba lagi", 503)
    if keadaan.versi is not None and diminta not in (None, keadaan.versi.nomor):
        tanpa = {k: v for k, v in permintaan.query_params.items() if k != sesi.VERSI}
        return _pesan(f"Versi {diminta} tidak ada lagi", f"{TAYANG}?{urlencode(tanpa)}", "Tayangkan versi aktif", 404)
    dataset = keadaan.dataset
    from kinerja.sumber.rapat import paparan_rapat

    alamat, paparan = permintaan.query_params, None
    kode, teks = dataset.kode_opd(alamat.get("opd", dataset.kode_keseluruhan)), alamat.get("tahun", "")
    tahun = int(teks) if teks.isdecimal() and len(teks) == 4 else dataset.tahun_bawaan(kode or "")
    if kode is not None and tahun is not None:
        paparan = paparan_rapat(
            gudang_bila_dapat(),
            dataset,
            kode_opd=kode,
            tahun=tahun,
            hari_ini=hari_ini(),
            bagian=bagian_dari(alamat.get(SUSUNAN, "")),
        )
    if paparan is None or not paparan.slaid:
        return _pesan(
            "Tidak ada slaid untuk pilihan ini", kembali, "Pilih perangkat daerah, tahun, dan bagian lain", 404
        )
    isi = dokumen(paparan, kembali, boleh_menulis=boleh_mencatat(permintaan))
    return HTMLResponse(isi, headers={"cache-control": "no-store"})


def boleh_mencatat(permintaan: Request) -> bool:
    """Tell whether a request comes from somebody who may note decisions."""
    pengaturan = pengaturan_atau_tertutup()
    pengguna = dari_permintaan(permintaan).pengguna(pengaturan) if pengaturan else None
    return pengguna is not None and pengguna.boleh(Izin.MENULIS_CATATAN)


def _pesan(judul: str, alamat: str, teks: str, kode: int) -> Response:
    return HTMLResponse(_PESAN.format(judul, alamat, teks), kode)


async def gaya(permintaan: Request) -> Response:
    """Answer with the style sheet of the deck."""
    return jawab_gaya(permintaan, lembar_sendiri("paparan"))


async def skrip(permintaan: Request) -> Response:
    """Answer with the browser code of the deck."""
    return FileResponse(ASET / "paparan.js", media_type="text/javascript", headers={"cache-control": "no-cache"})


def rute_tayang() -> list[Route]:
    """Return the routes of the deck."""
    return [Route(TAYANG, tayang), Route("/dk/paparan.css", gaya), Route("/dk/paparan.js", skrip)]
