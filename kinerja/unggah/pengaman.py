"""Questions before publishing: what looks like a mistake is asked about, not refused."""

from collections.abc import Iterable

from kinerja.buku.banding.beda import Beda, JenisBeda
from kinerja.buku.banding.rincian import Pengaman
from kinerja.dataset import Dataset

BAGIAN_BESAR = 0.1
"""A replacement that removes more than this part of the rows is asked about."""
MIRIP = 0.9
"""A year whose figures equal last year's in at least this part of its indicators is asked about."""
PALING_SEDIKIT = 5
"""Fewer figures than this may be equal by chance."""


def pengaman(lama: Dataset | None, baru: Dataset, beda: Beda, jumlah_lama: int) -> tuple[Pengaman, ...]:
    """Return the questions an import raises; none for the first version."""
    if lama is None:
        return ()
    return (*_hilang(lama, baru, beda, jumlah_lama), *_tahun_lalu(lama, baru))


def _hilang(lama: Dataset, baru: Dataset, beda: Beda, jumlah_lama: int) -> Iterable[Pengaman]:
    hapus = sum(b.jenis is JenisBeda.HAPUS for b in beda.baris)
    opd = [lama.opd[k].nama_opd for k in lama.opd if k not in baru.opd]
    tahun = [str(t) for t in sorted(set(lama.tahun) - set(baru.tahun))]
    sebab = [f"menghilangkan OPD {', '.join(opd)}"] if opd else []
    sebab += [f"menghilangkan tahun {', '.join(tahun)}"] if tahun else []
    sebab += (
        [f"menghapus lebih dari sepersepuluh dari {jumlah_lama} baris"] if hapus > jumlah_lama * BAGIAN_BESAR else []
    )
    if sebab:
        yield Pengaman(f"Buku kerja ini {' dan '.join(sebab)}. Ketik {hapus} untuk menghapus {hapus} baris.", hapus)


def _tahun_lalu(lama: Dataset, baru: Dataset) -> Iterable[Pengaman]:
    if baru.tahun and lama.tahun and max(baru.tahun) < max(lama.tahun):
        yield Pengaman(f"Tahun terbaru di dalamnya {max(baru.tahun)}, padahal versi aktif memuat {max(lama.tahun)}.")
    for tahun in baru.tahun:
        sama, semua = _kembar(baru, tahun)
        if semua >= PALING_SEDIKIT and sama >= semua * MIRIP and _kembar(lama, tahun) != (sama, semua):
            yield Pengaman(f"Realisasi {tahun} sama dengan {tahun - 1} pada {sama} dari {semua} indikator.")


def _kembar(dataset: Dataset, tahun: int) -> tuple[int, int]:
    """Count the indicators whose realisasi equals last year's, and those that have both."""
    pasangan = [(c, dataset.tahunan(c.kode, tahun - 1)) for c in dataset.capaian if c.tahun == tahun]
    nilai = [(c.baris.realisasi.angka, d.baris.realisasi.angka) for c, d in pasangan if d]
    ada = [(a, b) for a, b in nilai if a is not None and b is not None]
    return sum(a == b for a, b in ada), len(ada)
