"""The audit against a list of our own: what arithmetic or a second print proves wrong in the five reports.

`daftar_ketidaksesuaian.csv` was made by reading the reports without looking at the audit; Temuan was filled in
afterwards and is empty for what the audit does not find.
"""

import csv

import pytest

from kinerja.pemasangan import AKAR
from kinerja.sumber.versi import aktif
from kinerja.uji.mesin import uji

DAFTAR = AKAR / "tests" / "daftar_ketidaksesuaian.csv"
PALING_SEDIKIT = 0.9


def daftar():
    with DAFTAR.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


@pytest.fixture(scope="module")
def temuan():
    return {t.id: t for t in uji(aktif().dataset).temuan}


def test_at_least_nine_of_ten_proved_inconsistencies_are_found(temuan):
    semua = daftar()
    ketemu = [b for b in semua if b["Temuan"] in temuan]
    assert len(semua) == 134
    assert len(ketemu) >= PALING_SEDIKIT * len(semua)
    assert [b["Tercetak"] for b in semua if b["Temuan"] and b["Temuan"] not in temuan] == []


@pytest.mark.parametrize("laporan", ["000", "001", "002", "003", "004"])
def test_of_every_report_most_is_found_and_the_finding_names_the_report(temuan, laporan):
    milik = [b for b in daftar() if b["Laporan"] == laporan]
    ketemu = [temuan[b["Temuan"]] for b in milik if b["Temuan"] in temuan]
    assert len(ketemu) >= PALING_SEDIKIT * len(milik)
    assert all(any(s.startswith(laporan) for s in t.sumber) for t in ketemu)
