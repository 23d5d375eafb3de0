"""Workbooks as offices really make them: what each must say, read from the collection beside the checkout.

A row a file; skipped where the collection is absent. Every kind has its own test on workbooks built in code.
"""

from pathlib import Path

import pytest

LAPANGAN = Path(__file__).resolve().parents[4] / "shared" / "lapangan"

DITOLAK = {
    "lembar_capaian_2_saja": ["tanpa-isi: lembar yang ada: Capaian (2) (maksud Anda Capaian?)"],
    "lembar_capaian_tw_iii_saja": ["tanpa-isi: lembar yang ada: Capaian TW III (maksud Anda Capaian?)"],
}
"""Files that must be refused: the findings in their order, each by its kind and a part of its message."""


def berkas(nama):
    """Return the file, or skip the test."""
    asal = LAPANGAN / f"{nama}.xlsx"
    if not asal.is_file():
        pytest.skip("the collection is not here")
    return asal


@pytest.mark.parametrize(("nama", "harapan"), DITOLAK.items())
def test_a_file_is_refused_with_what_is_wrong_in_it(muat_di_sini, nama, harapan):
    hasil = muat_di_sini(berkas(nama))
    assert not hasil.sah
    for harap, temuan in zip(harapan, hasil.temuan, strict=True):
        kode, _, pesan = harap.partition(": ")
        assert temuan.kode.value == kode
        assert pesan in temuan.pesan
