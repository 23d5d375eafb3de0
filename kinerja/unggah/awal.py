"""An empty store takes the workbook of the installation as its first version."""

from kinerja.buku.temuan import TemuanBuku
from kinerja.gudang.gudang import DasarBerubah, Gudang
from kinerja.pemasangan import berkas_bawaan

CATATAN_AWAL = "Buku kerja bawaan pemasangan"


def isi_awal(kosong: Gudang) -> tuple[TemuanBuku, ...]:
    """Publish the workbook of the data folder into an empty store; return its findings."""
    # A filled store, which nearly every start finds, needs none of this.
    from kinerja.unggah.impor import PENGELOLA_SISTEM, Mode, rancang, simpan, terbitkan

    berkas = berkas_bawaan()
    if berkas is None:
        return ()
    rancangan = rancang(kosong, [berkas], Mode.GANTI, PENGELOLA_SISTEM)
    if rancangan.sah and rancangan.dasar is None:
        draf = simpan(kosong, rancangan, PENGELOLA_SISTEM)
        try:
            terbitkan(kosong, draf, PENGELOLA_SISTEM, CATATAN_AWAL)
        except DasarBerubah:
            kosong.buang_draf(draf)  # another process was first
    return rancangan.temuan
