"""Decisions of a meeting as data: what was decided about which figure, which office does it by when, and how it stands.

Acting on them is in `kinerja.tindak.notulen`, keeping them in `kinerja.gudang.notulen`; nothing here reads the clock.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from kinerja.dataset import Dataset
from kinerja.model.catatan import Notulen, StatusNotulen
from kinerja.nilai.angka import format_angka, format_tanggal
from kinerja.nilai.waktu import waktu_setempat
from kinerja.sajian.berkas_csv import tulis_csv
from kinerja.sajian.rupa import BAIK, BURUK, PALET, Rupa
from kinerja.sajian.warna import PUTIH

RUPA_STATUS = {
    StatusNotulen.TERLAMBAT: Rupa(BURUK, PUTIH, "!"),
    StatusNotulen.TERBUKA: Rupa(PALET[1].warna, PALET[1].warna_teks, "○"),
    StatusNotulen.SELESAI: Rupa(BAIK, PUTIH, "✓"),
}


def berstatus(notulen: Iterable[Notulen], status: StatusNotulen | None, hari_ini: date) -> tuple[Notulen, ...]:
    """Return the decisions of a status, in their order; None takes all."""
    return tuple(n for n in notulen if status in (None, n.status(hari_ini)))


def hitungan(notulen: Iterable[Notulen], hari_ini: date) -> Mapping[StatusNotulen, int]:
    """Count decisions by status; one that none has counts 0."""
    return Counter(n.status(hari_ini) for n in notulen)


# --- sentences --------------------------------------------------------------------------------------------------------


def judul_notulen(notulen: Sequence[Notulen], hari_ini: date, status: StatusNotulen | None = None) -> str:
    """State the finding: how many are late, else how many wait; of a list of one status, how many it has."""
    if status is not None:
        return f"{format_angka(len(notulen))} keputusan rapat {status.value.lower()}"
    jumlah, n = hitungan(notulen, hari_ini), format_angka(len(notulen))
    if terlambat := jumlah[StatusNotulen.TERLAMBAT]:
        return f"{format_angka(terlambat)} keputusan terlambat dari {n}"
    if terbuka := jumlah[StatusNotulen.TERBUKA]:
        return f"{format_angka(terbuka)} keputusan menunggu dari {n}, tidak ada yang terlambat"
    return f"{n} keputusan rapat, semuanya selesai" if notulen else "0 keputusan rapat tercatat"


def perihal(dataset: Dataset, notulen: Notulen) -> str:
    """Name what a decision is about: the indicator, else the OPD; of what the data no longer hold, the code."""
    if notulen.kode_indikator:
        indikator = dataset.indikator.get(notulen.kode_indikator)
        return indikator.indikator if indikator else notulen.kode_indikator
    return nama_opd(dataset, notulen)


def nama_opd(dataset: Dataset, notulen: Notulen) -> str:
    """Name the OPD of a decision."""
    opd = dataset.opd.get(notulen.kode_opd)
    return opd.nama_opd if opd else notulen.kode_opd


def kata_sisa(notulen: Notulen, hari_ini: date) -> str:
    """Say how far off the due date is, or by whom and when a decision was settled."""
    if notulen.selesai_waktu is not None:
        hari = format_tanggal(waktu_setempat(notulen.selesai_waktu).date())
        return f"Selesai {hari} oleh {notulen.selesai_oleh}: {notulen.selesai_catatan}"
    sisa = (notulen.tenggat - hari_ini).days
    if sisa < 0:
        return f"lewat {format_angka(-sisa)} hari"
    return f"{format_angka(sisa)} hari lagi" if sisa else "hari ini"


def kalimat_tersimpan(notulen: Notulen) -> str:
    """Confirm that a decision is in the store."""
    return (
        f"Keputusan {notulen.id} tersimpan: {notulen.penanggung_jawab}, paling lambat "
        f"{format_tanggal(notulen.tenggat)}."
    )


# --- export -----------------------------------------------------------------------------------------------------------

KEPALA = (
    "Nomor",
    "Status",
    "OPD",
    "Kode indikator",
    "Perihal",
    "Tahun",
    "Slaid",
    "Keputusan",
    "Penanggung jawab",
    "Tenggat",
    "Dicatat",
    "Oleh",
    "Selesai",
    "Diselesaikan oleh",
    "Catatan",
)


def csv_notulen(dataset: Dataset, notulen: Iterable[Notulen], hari_ini: date) -> bytes:
    """Write decisions as CSV; days and times in Asia/Jakarta, as ISO so that a spreadsheet sorts them."""
    return tulis_csv(KEPALA, (_baris(dataset, n, hari_ini) for n in notulen))


def _baris(dataset: Dataset, notulen: Notulen, hari_ini: date) -> tuple[str, ...]:
    return (
        str(notulen.id),
        notulen.status(hari_ini).value,
        nama_opd(dataset, notulen),
        notulen.kode_indikator,
        perihal(dataset, notulen),
        str(notulen.tahun),
        notulen.slaid,
        notulen.keputusan,
        notulen.penanggung_jawab,
        notulen.tenggat.isoformat(),
        _waktu(notulen.waktu),
        notulen.oleh,
        _waktu(notulen.selesai_waktu) if notulen.selesai_waktu else "",
        notulen.selesai_oleh,
        notulen.selesai_catatan,
    )


def _waktu(waktu: datetime) -> str:
    return waktu_setempat(waktu).isoformat(timespec="seconds")
