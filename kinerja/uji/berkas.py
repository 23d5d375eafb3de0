"""Findings as a table for the OPD concerned."""

import re
from collections.abc import Iterable

from kinerja.dataset import Dataset
from kinerja.sajian.berkas_csv import tulis_csv
from kinerja.uji.daftar import SaringUji, aturan_berkode, nama_indikator, nama_opd
from kinerja.uji.model import Temuan
from kinerja.uji.penutupan import Penutupan, StatusTemuan, kata_penutupan, tertutup

KEPALA = (
    "Id",
    "Aturan",
    "Keyakinan",
    "OPD",
    "Kode indikator",
    "Indikator",
    "Tahun",
    "Angka",
    "Tercetak",
    "Seharusnya",
    "Penjelasan",
    "Penalaran",
    "Dugaan",
    "Sumber",
    "Status",
    "Keterangan status",
)


def csv_uji(dataset: Dataset, temuan: Iterable[Temuan], penutupan: Penutupan) -> bytes:
    """Write findings as CSV."""
    return tulis_csv(KEPALA, (_baris(dataset, t, penutupan) for t in temuan))


def _baris(dataset: Dataset, temuan: Temuan, penutupan: Penutupan) -> tuple[str, ...]:
    a = temuan.alamat
    return (
        temuan.id,
        f"{temuan.aturan} {aturan_berkode(temuan.aturan).nama}",
        temuan.keyakinan.value,
        nama_opd(dataset, temuan),
        a.kode_indikator,
        nama_indikator(dataset, temuan),
        str(a.tahun),
        " ".join(b for b in (a.ukuran, a.uraian) if b),
        temuan.tercetak,
        temuan.seharusnya,
        temuan.uraian,
        " > ".join(b for b in temuan.langkah if b),
        temuan.dugaan,
        "; ".join(temuan.sumber),
        (StatusTemuan.DITUTUP if tertutup(temuan, penutupan) else StatusTemuan.TERBUKA).value,
        kata_penutupan(temuan, penutupan),
    )


def nama_berkas(saring: SaringUji) -> str:
    """Return the file name of the CSV; a code may hold what no file name may."""
    bagian = (saring.kode_opd, str(saring.tahun or ""), saring.aturan)
    aman = (re.sub(r"[^a-z0-9]+", "-", (b or "").lower()).strip("-") for b in bagian)
    return "_".join(("uji_konsistensi", *(b for b in aman if b))) + ".csv"
