"""Decisions for the tests: `isi(keputusan="...")` is a request, `notulen(...)` one that was kept."""

from datetime import UTC, date, datetime
from itertools import count

from kinerja.model.catatan import IsiNotulen, Notulen

HARI = date(2026, 11, 21)
LUSA = date(2026, 11, 23)
_NOMOR = count(1)


def isi(**ubah):
    """Return a decision to be noted about the example indicator UHH of KAB, under a key of its own."""
    bawaan = {
        "kunci": f"kunci-{next(_NOMOR)}",
        "kode_opd": "KAB",
        "kode_indikator": "UHH",
        "tahun": 2024,
        "slaid": "indikator-UHH",
        "keputusan": "Verifikasi data kelahiran",
        "penanggung_jawab": "Dinas Kesehatan",
        "tenggat": LUSA,
    }
    return IsiNotulen(**bawaan | ubah)


def notulen(nomor=1, tenggat=LUSA, selesai=None, **ubah):
    """Return a decision as the store gives it; `selesai` is when it was settled."""
    bawaan = {
        "kode_opd": "KAB",
        "kode_indikator": "UHH",
        "tahun": 2024,
        "slaid": "",
        "keputusan": f"Keputusan ke-{nomor}",
        "penanggung_jawab": "Dinas Kesehatan",
        "waktu": datetime(2026, 11, 1, 3, tzinfo=UTC),
        "oleh": "ani",
        "selesai_waktu": selesai,
        "selesai_oleh": "ira" if selesai else "",
        "selesai_catatan": "beres" if selesai else "",
    }
    return Notulen(id=nomor, tenggat=tenggat, **bawaan | ubah)
