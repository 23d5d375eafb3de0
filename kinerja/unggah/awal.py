"""An empty store takes the workbook of the installation as its first version, or the example when somebody asks."""

from pathlib import Path

from kinerja.akun.akses import Izin, Pengguna, pastikan
from kinerja.buku.folder_kerja import folder_kerja
from kinerja.buku.temuan import TemuanBuku
from kinerja.gudang.gudang import DasarBerubah, Gudang
from kinerja.pemasangan import berkas_bawaan
from kinerja.tindak.penolakan import mencatat
from kinerja.unggah.contoh import BUKU_CONTOH, PENGELOLA_CONTOH

CATATAN_AWAL = "Buku kerja bawaan pemasangan"
CATATAN_CONTOH = "Contoh: nama dan angka rekaan"


def isi_awal(kosong: Gudang) -> tuple[TemuanBuku, ...]:
    """Publish the workbook of the data folder into an empty store; return its findings."""
    berkas = berkas_bawaan()
    if berkas is None:
        return ()
    # A filled store, which nearly every start finds, needs none of this.
    from kinerja.unggah.impor import PENGELOLA_SISTEM

    return _terbitkan(kosong, berkas, PENGELOLA_SISTEM, CATATAN_AWAL)


def isi_contoh(kosong: Gudang, pengguna: Pengguna) -> None:
    """Publish the example into an empty store; one that somebody filled meanwhile stays as it is.

    Raises:
        TidakBerhak: when the person may not fill a store.
    """
    from kinerja.buku.tulis import tulis_buku

    with mencatat(kosong, pengguna, "memuat contoh"):
        pastikan(pengguna, Izin.MENGGANTI)
    if kosong.aktif() is not None:
        return
    kosong.catat("contoh", pengguna.nama)
    with folder_kerja() as folder:
        berkas = folder / "contoh.xlsx"
        tulis_buku(BUKU_CONTOH, berkas)
        _terbitkan(kosong, berkas, PENGELOLA_CONTOH, CATATAN_CONTOH)


def _terbitkan(kosong: Gudang, berkas: Path, oleh: Pengguna, catatan: str) -> tuple[TemuanBuku, ...]:
    from kinerja.unggah.impor import Mode, rancang, simpan, terbitkan

    rancangan = rancang(kosong, [berkas], Mode.GANTI, oleh)
    if rancangan.sah and rancangan.dasar is None:
        draf = simpan(kosong, rancangan, oleh)
        try:
            terbitkan(kosong, draf, oleh, catatan)
        except DasarBerubah:
            kosong.buang_draf(draf)  # another process was first
    return rancangan.temuan
