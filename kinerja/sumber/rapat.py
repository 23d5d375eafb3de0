"""The deck of a meeting: the figures of a version together with what the store knows of findings and decisions."""

from collections.abc import Sequence
from datetime import date

from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.notulen import daftar_notulen
from kinerja.gudang.pemeriksaan import tutupan
from kinerja.model.catatan import Notulen
from kinerja.nilai.galat import Ditolak
from kinerja.paparan.model import BagianPaparan, Paparan
from kinerja.paparan.susun import BAWAAN, susun_paparan
from kinerja.uji.penutupan import Penutupan


def paparan_rapat(
    gudang: Gudang | None,
    dataset: Dataset,
    kode_opd: str,
    tahun: int,
    hari_ini: date,
    bagian: Sequence[BagianPaparan] = BAWAAN,
) -> Paparan:
    """Make the deck of an OPD and a year; a store in trouble only leaves its part out.

    The meeting of the whole follows up what every OPD has to do, that of an OPD its own.

    Raises:
        KeyError: when there is no such OPD.
    """
    milik = None if dataset.opd[kode_opd].keseluruhan else kode_opd
    ditutup, keputusan = _dari_gudang(gudang, milik)
    return susun_paparan(
        dataset, kode_opd, tahun=tahun, bagian=bagian, penutupan=ditutup, keputusan=keputusan, hari_ini=hari_ini
    )


def _dari_gudang(gudang: Gudang | None, kode_opd: str | None) -> tuple[Penutupan, Sequence[Notulen]]:
    if gudang is None:
        return {}, ()
    try:
        return tutupan(gudang), daftar_notulen(gudang, kode_opd)
    except Ditolak:
        return {}, ()
