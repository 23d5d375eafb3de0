"""Acting on the audit: closing a finding with a reason, opening it again, reporting a wrong figure, settling that.

Roles are enforced here, so that every screen obeys the same rules.
"""

from kinerja.akun.akses import Izin, Pengguna, pastikan
from kinerja.dataset import Dataset
from kinerja.gudang import pemeriksaan
from kinerja.gudang.gudang import Gudang
from kinerja.model.catatan import TERBUKA, AlamatAngka
from kinerja.nilai.galat import IsianDitolak, galat_teks
from kinerja.sajian.salinan import polos
from kinerja.tindak.penolakan import mencatat
from kinerja.uji.model import Temuan

ALASAN_MAKS = 300
LAPORAN_MAKS = 1000
PELAPOR_MAKS = 80
PALING_BANYAK_TERBUKA = 500
"""Notes that wait at the same time; more are not read by anybody."""
PEMBACA = "Pembaca"


def tutup(gudang: Gudang, temuan: Temuan, pengguna: Pengguna, alasan: str) -> None:
    """Close a finding; raises TidakBerhak, and IsianDitolak without a reason."""
    with mencatat(gudang, pengguna, f"menutup temuan {temuan.id}"):
        pastikan(pengguna, Izin.MENUTUP_TEMUAN)
    isi = _isian(alasan, "Alasan", ALASAN_MAKS)
    pemeriksaan.tutup(gudang, temuan.id, temuan.seharusnya, pengguna.nama, isi)


def buka(gudang: Gudang, temuan: Temuan, pengguna: Pengguna, alasan: str) -> None:
    """Open a closed finding; raises TidakBerhak, IsianDitolak without a reason, TidakAda when it is not closed."""
    with mencatat(gudang, pengguna, f"membuka temuan {temuan.id}"):
        pastikan(pengguna, Izin.MENUTUP_TEMUAN)
    pemeriksaan.buka(gudang, temuan.id, pengguna.nama, _isian(alasan, "Alasan", ALASAN_MAKS))


def laporkan(
    gudang: Gudang, dataset: Dataset, alamat: AlamatAngka, isi: str, pengguna: Pengguna | None, bagian: str = ""
) -> int:
    """Keep a note about a figure that looks wrong; everybody may, `bagian` is the office of who has not logged in.

    Raises:
        IsianDitolak: without a text, with one too long, about a figure that is nobody's, or when too many wait.
    """
    if alamat.kode_opd not in dataset.opd or alamat.kode_indikator not in ("", *dataset.indikator):
        raise IsianDitolak("Angka yang dilaporkan tidak dikenal")
    teks = _isian(isi, "Uraian", LAPORAN_MAKS)
    menunggu = pemeriksaan.laporan(gudang, TERBUKA)
    if kembar := next((b.id for b in menunggu if (b.alamat, b.isi) == (alamat, teks)), None):
        return kembar  # sent twice, or said by somebody else before
    if len(menunggu) >= PALING_BANYAK_TERBUKA:
        raise IsianDitolak("Terlalu banyak laporan menunggu; hubungi pengelola data")
    oleh = pengguna.nama if pengguna else f"{PEMBACA} {polos(bagian)[:PELAPOR_MAKS]}".strip()
    return pemeriksaan.lapor(gudang, alamat, teks, oleh)


def selesaikan(gudang: Gudang, nomor: int, pengguna: Pengguna, catatan: str) -> None:
    """Settle a note; raises TidakBerhak, IsianDitolak without a remark, TidakAda when it is not open."""
    with mencatat(gudang, pengguna, f"menyelesaikan laporan {nomor}"):
        pastikan(pengguna, Izin.MENUTUP_TEMUAN)
    pemeriksaan.selesaikan(gudang, nomor, pengguna.nama, _isian(catatan, "Catatan", ALASAN_MAKS))


def _isian(teks: str, nama: str, paling_panjang: int) -> str:
    """Return a text on one line, without what no database and no screen takes."""
    isi = polos(teks)
    if galat := galat_teks(isi, nama, paling_panjang):
        raise IsianDitolak(galat)
    return isi
