"""What to write into the workbook so that there are quarters to look at."""

from kinerja.dataset import Dataset
from kinerja.model.baris import Opd
from kinerja.telaah.triwulan.jejak import URUTAN

PETUNJUK = (
    "Tambahkan satu baris per triwulan di lembar Capaian: kolom Periode diisi TW I, TW II, TW III atau TW IV, kolom "
    "Target dan Realisasi diisi angka triwulan itu. Bila baris Tahunan juga ada, baris itu menjadi angka tahun.",
    "Di lembar Indikator, kolom Akumulasi mengatur cara triwulan menjadi angka tahun: Terakhir (keadaan pada triwulan "
    "terakhir, bawaan bila kosong), Jumlah (dijumlahkan) atau Rata-rata.",
    "Unggah buku kerja di halaman Kelola data; halaman ini lalu menunjukkan kemajuan tiap indikator.",
)
KEPALA_CONTOH = ("Kode indikator", "Tahun", "Periode", "Target", "Realisasi", "Sumber")
KETERANGAN_CONTOH = "Contoh isian lembar Capaian; angkanya rekaan, bukan data"


def contoh_isian(dataset: Dataset, opd: Opd, tahun: int) -> tuple[tuple[str, ...], ...]:
    """Return rows as they would stand in the sheet, with a code of the OPD and figures that are plainly invented."""
    kode = next((i.kode_indikator for i in dataset.indikator_opd[opd.kode_opd]), f"{opd.kode_opd}-IKU")
    angka = (("25", "24,5"), ("50", "51"), ("75", ""))
    return tuple(
        (kode, str(tahun), p.value, *isi, f"Laporan {p.value}") for p, isi in zip(URUTAN[:3], angka, strict=True)
    )
