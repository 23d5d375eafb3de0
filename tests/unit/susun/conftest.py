"""Reading tables in this process: twenty times faster; the child itself and its limits have tests of their own."""

import json
import sys

import pytest

from kinerja.susun import kisi
from kinerja.susun.baca import anak


def _jalankan_di_sini(perintah, *_):
    *_, berkas, teks = perintah
    aturan = json.loads(teks)
    with pytest.MonkeyPatch.context() as mp:
        mp.setitem(sys.modules, "numpy", None)  # hidden by the child for itself; the grid needs it again
        return json.dumps(anak.baca(berkas, aturan["jenis"], aturan["isi"])).encode(), 0


@pytest.fixture
def baca_di_sini(monkeypatch):
    """`baca_kisi` without a new process."""
    import pandas  # noqa: F401 - loaded before numpy is hidden

    monkeypatch.setattr(kisi, "dengarkan", _jalankan_di_sini)
    return kisi.baca_kisi
