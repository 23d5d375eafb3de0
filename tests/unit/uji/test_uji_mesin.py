"""The audit as a whole: what it costs when the data grow."""

import cProfile
import pstats

from audit import lipat

from kinerja.dataset import Dataset
from kinerja.sumber.versi import aktif
from kinerja.uji.mesin import uji

KALI = 4


def panggilan(buku):
    """Return how many calls an audit makes: a measure of work that no other work on the machine disturbs."""
    dataset, catatan = Dataset(buku), cProfile.Profile()
    catatan.enable()
    hasil = uji(dataset)
    catatan.disable()
    return pstats.Stats(catatan).total_calls, len(hasil.temuan)


def test_work_and_findings_grow_no_faster_than_the_data():
    buku = aktif().dataset.buku
    satu, temuan = panggilan(buku)
    banyak, temuan_banyak = panggilan(lipat(buku, KALI))
    assert banyak <= KALI * satu * 1.05
    # A few more: figures that are equal by chance across copies are printed twice as well.
    assert temuan <= temuan_banyak <= KALI * temuan * 1.02
