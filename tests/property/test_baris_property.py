"""A row means the same whatever stands above it: what is remembered of a cell says nothing about another row."""

from hypothesis import given
from hypothesis import strategies as st
from pembangun import BUKU_KECIL

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.muat import _konteks
from kinerja.buku.pembaca import LembarMentah, SelKhusus
from kinerja.buku.tafsir import LembarTafsir, tafsirkan
from kinerja.model.skema import ANGGARAN, CAPAIAN, INDIKATOR, OPD, PROFIL, REGIONAL, SKALA

SEL = (
    *(
        None,
        "",
        " ",
        "-",
        "KOSONG",
        "n.a.",
        "72*",
        "72,5 **",
        "72,5",
        "*",
        "Sementara",
        "72 r)",
        "Kabupaten",
        "600,000",
        "1,5",
    ),
    *("1.234.567", "Rp 5 juta", "5 s.d. 6", "≥ 70", "9/9", "BB (75,2)", "Tercapai", "100,05%", "belum rilis", "TW III"),
    *("2024", 2024, 2024.0, 1.1, 0, "1.1", "198501012010011001", "entah", "Ya", "a" * 30),
    *(SelKhusus("persen", 0.5, 1), SelKhusus("galat", "#N/A"), SelKhusus("rumus"), SelKhusus("logis", True)),
    *(SelKhusus("tanggal", "2024-09-09", 0, "d-mmm"), SelKhusus("kaki", "70,10", 0, "1")),
)


def tafsir(skema, baris):
    judul = tuple(BUKU_KECIL[skema.nama][0])
    dahulu: dict[str, LembarTafsir] = {}
    for s in (SKALA, INDIKATOR):
        isi = enumerate(map(tuple, BUKU_KECIL.get(s.nama, ())), 1)
        dahulu[s.nama] = tafsirkan(s, LembarMentah(s.nama, tuple(isi)), _konteks(s, dahulu))
    return tafsirkan(skema, LembarMentah(skema.nama, ((1, judul), *baris)), _konteks(skema, dahulu))


@st.composite
def lembar(draw):
    """Rows of a sheet as they stand in a small workbook, with some cells changed; cells come again in other rows."""
    skema = draw(st.sampled_from((PROFIL, OPD, INDIKATOR, CAPAIAN, ANGGARAN, REGIONAL)))
    judul, *isi = BUKU_KECIL[skema.nama]
    baris = []
    for nomor in range(2, 2 + draw(st.integers(2, 5))):
        sel = list(draw(st.sampled_from(isi)))
        for letak in draw(st.lists(st.integers(0, len(judul) - 1), max_size=4)):
            sel[letak : letak + 1] = [draw(st.sampled_from(SEL))]
        baris.append((nomor, tuple(sel)))
    return skema, baris


@given(lembar())
def test_every_row_reads_as_it_would_alone(isi):
    skema, baris = isi
    bersama = tafsir(skema, baris)
    sendiri = [tafsir(skema, [b]) for b in baris]
    assert bersama.baris == [b for s in sendiri for b in s.baris]
    kepala = tafsir(skema, []).temuan
    assert [t for t in bersama.temuan if t not in kepala] == [t for s in sendiri for t in s.temuan if t not in kepala]


def test_a_row_whose_commas_separate_thousands_is_not_read_as_the_rows_above():
    letak = {j: i for i, j in enumerate(BUKU_KECIL[CAPAIAN.nama][0])}
    biasa = list(BUKU_KECIL[CAPAIAN.nama][1])
    biasa[letak["Capaian dilaporkan"]] = "100,125"
    berkoma = list(biasa)
    berkoma[letak["Target"]] = "1,000,000"
    hasil = tafsir(CAPAIAN, [(2, tuple(biasa)), (3, tuple(berkoma)), (4, tuple(biasa))])
    alamat = hasil.alamat("Capaian dilaporkan", 3)
    assert [(t.kode, t.sel) for t in hasil.temuan if t.kolom == "Capaian dilaporkan"] == [(Kode.KOMA_GANDA, alamat)]
