"""Details of an upload: what is kept as JSON is read back whole, and what an earlier version kept is still read."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kinerja.buku.banding.beda import BarisRingkas, JenisBeda, PerubahanSel
from kinerja.buku.banding.rincian import Pengaman, RincianUnggahan, TemuanSingkat, UjiUnggahan

TEKS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
HITUNGAN = st.dictionaries(st.sampled_from([j.value for j in JenisBeda]), st.integers(0, 10**6))
SINGKAT = st.builds(TemuanSingkat, id=TEKS, keyakinan=TEKS, opd=TEKS, uraian=TEKS, sumber=TEKS)
BARIS = st.builds(
    BarisRingkas,
    lembar=TEKS,
    jenis=st.sampled_from(JenisBeda),
    kunci=TEKS,
    kode_opd=TEKS,
    sel=st.lists(st.builds(PerubahanSel, TEKS, TEKS, TEKS), max_size=3).map(tuple),
)


def beberapa(isi):
    return st.lists(isi, max_size=3).map(tuple)


RINCIAN = st.builds(
    RincianUnggahan,
    perubahan=HITUNGAN,
    per_lembar=st.dictionaries(TEKS, HITUNGAN, max_size=3),
    per_opd=st.dictionaries(TEKS, HITUNGAN, max_size=3),
    baris=beberapa(BARIS),
    dampak=beberapa(TEKS),
    pengaman=beberapa(st.builds(Pengaman, TEKS, st.none() | st.integers(0, 10**6))),
    uji=st.builds(
        UjiUnggahan,
        jumlah_baru=st.integers(0, 999),
        jumlah_hilang=st.integers(0, 999),
        sama=st.integers(0, 999),
        baru=beberapa(SINGKAT),
        hilang=beberapa(SINGKAT),
    ),
)


@given(RINCIAN)
def test_details_come_back_whole_from_json(rincian):
    assert RincianUnggahan.dari_json(json.loads(json.dumps(rincian.json()))) == rincian


@given(RINCIAN, st.lists(st.dictionaries(TEKS, TEKS, max_size=2), max_size=2))
def test_a_draft_of_the_version_before_is_still_read(rincian, temuan):
    """It held its findings too, and a draft of the first days only what becomes the version's."""
    assert RincianUnggahan.dari_json({**rincian.json(), "temuan": temuan}) == rincian
    pertama = RincianUnggahan.dari_json({k: rincian.json()[k] for k in ("perubahan", "dampak")})
    assert (pertama.perubahan, pertama.dampak, pertama.baris) == (rincian.perubahan, rincian.dampak, ())
