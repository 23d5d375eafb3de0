"""Noting a decision from the full-screen paparan: its own JavaScript asks here, no script of Streamlit runs."""

import json
from datetime import date
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from components.server.badan import BadanDitolak, baca_badan
from components.server.jati_diri import dari_permintaan, pengaturan_atau_tertutup
from components.server.masuk import asal_cocok
from kinerja.akun.akses import Izin, Pengguna, TidakBerhak
from kinerja.dataset import Dataset
from kinerja.gudang.notulen import daftar_notulen
from kinerja.model.catatan import IsiNotulen, Notulen
from kinerja.nilai.angka import format_tanggal
from kinerja.nilai.galat import Ditolak, IsianDitolak
from kinerja.nilai.waktu import hari_ini
from kinerja.sajian.salinan import polos
from kinerja.sumber import versi as sumber
from kinerja.telaah.notulen import RUPA_STATUS, kalimat_tersimpan, kata_sisa, perihal
from kinerja.tindak import notulen as tindak_notulen

JALUR_NOTULEN = "/dk/notulen"
BATAS_BADAN = 20_000
_BUKAN_HALAMAN_INI = "Permintaan ini tidak dikirim dari halaman dasbor; muat ulang halaman, lalu coba lagi"
_TANPA_MASUK = "Masuk terlebih dahulu untuk mencatat keputusan"
_BADAN = {
    413: "Isi yang dikirim terlalu panjang",
    415: "Isi yang dikirim bukan JSON",
}


def rute_notulen() -> list[Route]:
    """Return the routes of decisions: POST notes one, GET lists them for the panel."""
    return [
        Route(JALUR_NOTULEN, terima_notulen, methods=["POST"]),
        Route(JALUR_NOTULEN, tampilkan_notulen, methods=["GET"]),
    ]


async def terima_notulen(permintaan: Request) -> JSONResponse:
    """Note a decision: 201 with its number and a confirmation, else the faults in `galat`.

    The sender names each decision by a random `kunci` and sends again under the same one while no answer comes; after
    a refusal it takes a new one.
    """
    if not _dari_halaman_ini(permintaan):
        return _tolak(403, _BUKAN_HALAMAN_INI)
    try:
        isi = _isi(await baca_badan(permintaan, "application/json", BATAS_BADAN))
    except BadanDitolak as galat:
        return _tolak(galat.status, _BADAN[galat.status])
    except (ValueError, RecursionError):
        return _tolak(400, _BADAN[415])
    return await run_in_threadpool(_catat, permintaan, isi)


async def tampilkan_notulen(permintaan: Request) -> JSONResponse:
    """List the decisions of `opd` and `indikator`, as they are read, and say whether the asker may note one."""
    return await run_in_threadpool(_daftar, permintaan)


def _dari_halaman_ini(permintaan: Request) -> bool:
    """Tell whether a page of this server asks: a header that no form can set, and an Origin, if any, that is ours."""
    tajuk = permintaan.headers
    return tajuk.get("x-dasbor") == "1" and ("origin" not in tajuk or asal_cocok(permintaan))


def _isi(badan: bytes) -> IsiNotulen:
    """Read a decision; what is of another kind than it should be counts as not filled in.

    Raises:
        ValueError, RecursionError: when this is no JSON object.
    """
    data = json.loads(badan)
    if not isinstance(data, dict):
        raise ValueError("bukan objek JSON")
    tahun = data.get("tahun")
    return IsiNotulen(
        kunci=_teks(data, "kunci"),
        kode_opd=_teks(data, "kode_opd"),
        kode_indikator=_teks(data, "kode_indikator"),
        tahun=tahun if isinstance(tahun, int) else 0,
        slaid=_teks(data, "slaid"),
        keputusan=_teks(data, "keputusan"),
        penanggung_jawab=_teks(data, "penanggung_jawab"),
        tenggat=_tanggal(_teks(data, "tenggat")),
    )


def _teks(data: dict[str, Any], nama: str) -> str:
    nilai = data.get(nama)
    return nilai if isinstance(nilai, str) else ""


def _tanggal(teks: str) -> date | None:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None


def _catat(permintaan: Request, isi: IsiNotulen) -> JSONResponse:
    try:
        # The store first: while it is away nobody's login can be looked up, and to log in again would not help.
        gudang = sumber.gudang_terisi()
        pengguna = _pengguna(permintaan)
        if pengguna is None:
            return _tolak(403, _TANPA_MASUK)
        n = tindak_notulen.catat(gudang, _dataset(), isi, pengguna, hari_ini())
    except TidakBerhak as ditolak:
        return _tolak(403, ditolak.umum)
    except IsianDitolak as ditolak:
        return _tolak(400, *ditolak.galat)
    except Ditolak as ditolak:
        return _tolak(503, f"Keputusan belum tersimpan. {ditolak.umum}")
    return _jawab(201, {"id": n.id, "kalimat": kalimat_tersimpan(n)})


def _daftar(permintaan: Request) -> JSONResponse:
    kueri, pengguna = permintaan.query_params, _pengguna(permintaan)
    opd, indikator = (None if (isi := kueri.get(k)) is None else polos(isi) for k in ("opd", "indikator"))
    try:
        dataset = _dataset()
        notulen = daftar_notulen(sumber.gudang_terisi(), opd, indikator)
    except Ditolak as ditolak:
        return _tolak(503, ditolak.umum)
    boleh = pengguna is not None and pengguna.boleh(Izin.MENULIS_CATATAN)
    return _jawab(200, {"boleh_mencatat": boleh, "notulen": [_baris(dataset, n, hari_ini()) for n in notulen]})


def _baris(dataset: Dataset, notulen: Notulen, hari: date) -> dict[str, Any]:
    """Return a decision as the panel shows it; every text is plain and still to be escaped."""
    status = notulen.status(hari)
    isi = {k: getattr(notulen, k) for k in ("id", "kode_opd", "kode_indikator", "tahun", "slaid", "keputusan")}
    return isi | {
        "perihal": perihal(dataset, notulen),
        "penanggung_jawab": notulen.penanggung_jawab,
        "tenggat": notulen.tenggat.isoformat(),
        "tenggat_teks": format_tanggal(notulen.tenggat),
        "status": status.value,
        "simbol": RUPA_STATUS[status].simbol,
        "keterangan": kata_sisa(notulen, hari),
    }


def _pengguna(permintaan: Request) -> Pengguna | None:
    pengaturan = pengaturan_atau_tertutup()
    return dari_permintaan(permintaan).pengguna(pengaturan) if pengaturan else None


def _dataset() -> Dataset:
    """Return the active dataset.

    Raises:
        Ditolak: when there is none.
    """
    keadaan = sumber.aktif()
    if keadaan.dataset is None:
        raise keadaan.kendala or Ditolak("Belum ada buku kerja yang terbit")
    return keadaan.dataset


def _tolak(status: int, *galat: str) -> JSONResponse:
    return _jawab(status, {"galat": list(galat)})


def _jawab(status: int, isi: dict[str, Any]) -> JSONResponse:
    return JSONResponse(isi, status, headers={"cache-control": "no-store"})
