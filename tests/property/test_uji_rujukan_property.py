"""References that agree give no finding; a broken one gives one, which names it."""

from contoh import baris_rujukan, dataset, opd
from hypothesis import given
from hypothesis import strategies as st

from kinerja.uji.mesin import uji
from kinerja.uji.model import Keyakinan

TAHUN = st.integers(2000, 2050)


def temuan(kutipan):
    return [t for t in uji(dataset(opd=[opd()], kutipan=kutipan)).temuan if t.aturan == "U33"]


@given(st.lists(st.tuples(TAHUN, st.integers(1, 4)), min_size=1, max_size=5), st.data())
def test_only_the_broken_reference_is_found(isi, data):
    baris = [
        baris_rujukan(str(tahun), f"000, Bab {n}", uraian=f"Rujukan {r}")
        for r, (tahun, banyak) in enumerate(isi)
        for n in range(banyak + 1)
    ]
    assert temuan(baris) == []
    pilih = data.draw(st.integers(0, len(baris) - 1))
    asli = baris[pilih]
    salah = baris_rujukan(f"{int(asli.tercetak) + 1}", asli.sumber, uraian=asli.uraian)
    (satu,) = temuan([*baris[:pilih], salah, *baris[pilih + 1 :]])
    assert (satu.keyakinan, satu.alamat.uraian) == (Keyakinan.PASTI, asli.uraian)
    assert f"Rujukan 2024: {salah.tercetak} ({salah.sumber})" in satu.masukan
