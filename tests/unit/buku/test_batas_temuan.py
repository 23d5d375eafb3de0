"""Findings are bounded where they leave an upload's process, quotations everywhere; texts have a longest length."""

import pytest
from berkas_berat import baris_salah
from hypothesis import given
from hypothesis import strategies as st
from pembangun import BUKU_KECIL, sel, tambah_lembar, tulis

from kinerja.buku.katalog.katalog import KATALOG, Berat, Kode
from kinerja.buku.temuan import KUTIPAN_MAKS, TEMUAN_MAKS, UTUH_MAKS, batasi, temuan
from kinerja.model.kolom import NAMA_MAKS, PROSA_MAKS
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.angka import format_angka

JENIS = [Kode.SEL_KOSONG, Kode.TAHUN_SALAH, Kode.KOLOM_TAK_DIKENAL, Kode.NOMOR_PRIBADI]
BIDANG = dict.fromkeys(("isi", "bantuan", "nama"), "x")


def satu(kode, lembar="Capaian", kolom="Tahun", nomor=2):
    return temuan(kode, lembar, f"A{nomor}", kolom, **BIDANG)


# --- how many ---------------------------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.sampled_from(JENIS), st.sampled_from(["Capaian", "OPD"])), max_size=300),
    st.integers(5, 60),
)
def test_of_many_findings_every_kind_is_shown_and_the_rest_is_counted(pilihan, batas):
    semua = [satu(kode, lembar, nomor=n) for n, (kode, lembar) in enumerate(pilihan, 2)]
    tampil = batasi(semua, batas)
    if len(semua) <= batas:
        assert tampil == tuple(semua)
        return
    *sisanya, penutup = tampil
    assert len(tampil) == batas
    assert [semua.index(t) for t in sisanya] == sorted(semua.index(t) for t in sisanya)
    assert {t.kode for t in sisanya} == {t.kode for t in semua}
    hilang = [t for t in semua if t not in sisanya]
    assert f"{len(hilang)} temuan lain" in penutup.pesan
    for kode in {t.kode for t in hilang}:
        assert f"{sum(t.kode is kode for t in hilang)} {kode.sebutan}" in penutup.pesan
    assert (penutup.tingkat is Berat.GALAT) == any(t.tingkat is Berat.GALAT for t in hilang)


def test_a_galat_comes_before_a_warning_of_the_same_standing():
    semua = [
        *(satu(Kode.NOMOR_PRIBADI, nomor=n) for n in range(2, 52)),
        *(satu(Kode.SEL_KOSONG, nomor=n) for n in range(50)),
    ]
    tampil = batasi(semua, 20)
    assert sum(t.kode is Kode.SEL_KOSONG for t in tampil) == 18
    assert "49 nomor pribadi" in tampil[-1].pesan


def test_whoever_reads_the_file_himself_is_told_everything(muat_di_sini, tmp_path):
    """The command line prints what `muat` says; only what leaves an upload's process is cut (test_unggah)."""
    hasil = muat_di_sini(baris_salah(tmp_path / "b.xlsx", 600))
    assert len(hasil.temuan) > TEMUAN_MAKS
    assert Kode.TEMUAN_LAIN not in {t.kode for t in hasil.temuan}


# --- how long a finding is --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", Kode)
def test_whatever_is_filled_in_a_finding_stays_readable(kode):
    """Nothing that a stranger wrote makes a message long, in whichever of its places it stands."""
    _, pesan, saran = KATALOG[kode]
    bidang = {b for teks in (pesan, saran) for b in teks.replace("}", "{").split("{")[1::2]} - {"kolom"}
    panjang = temuan(kode, "L" * 9_999, "A1", "K" * 9_999, **dict.fromkeys(bidang, "x" * 99_999))
    for teks in (panjang.lembar, panjang.kolom):
        assert len(teks) <= UTUH_MAKS
        assert teks.endswith("…")
    for teks in (panjang.pesan, panjang.saran):
        assert len(teks) <= len(pesan + saran) + (teks.count("…") or 1) * UTUH_MAKS
    assert len(temuan(Kode.TAHUN_SALAH, isi="x" * 999).pesan) < KUTIPAN_MAKS + 60


# --- how long a text is -----------------------------------------------------------------------------------------------

PANJANG = {
    "a name one letter too long": ("OPD", "B2", "n" * (NAMA_MAKS + 1), NAMA_MAKS),
    "a sentence one letter too long": ("Capaian", "J2", "k" * (PROSA_MAKS + 1), PROSA_MAKS),
    "what the reading child does not hand over": ("Capaian", "J2", "k" * 20_000, PROSA_MAKS),
    "a name that it does not": ("OPD", "B2", "n" * 20_000, NAMA_MAKS),
    "a print": ("Kutipan", "H2", "9" * (PROSA_MAKS + 1), PROSA_MAKS),
    "a code": ("Indikator", "A4", "K" * (NAMA_MAKS + 1), NAMA_MAKS),
    "a cell of a column that is not ours": ("OPD", "G2", "l" * (PROSA_MAKS + 1), PROSA_MAKS),
    "a header": ("OPD", "G1", "j" * (NAMA_MAKS + 1), NAMA_MAKS),
    "a header that it does not": ("OPD", "G1", "j" * 20_000, NAMA_MAKS),
}


@pytest.mark.parametrize("nama", PANJANG)
def test_a_text_too_long_is_named_with_its_cell_and_its_limit(muat_isi, nama):
    lembar, alamat, isi, batas = PANJANG[nama]
    tambahan = {"G1": "Lain"} if alamat == "G2" else {}
    semua = [t for t in muat_isi(sel(lembar, **tambahan, **{alamat: isi})).temuan if t.kode is Kode.TEKS_PANJANG]
    assert [(t.lembar, t.sel) for t in semua] == [(lembar, alamat)]
    assert format_angka(len(isi)) in semua[0].pesan
    assert format_angka(batas) in semua[0].saran
    assert len(semua[0].pesan) < 300


def test_a_text_as_long_as_may_be_is_taken(muat_isi):
    hasil = muat_isi(sel("Capaian", J2="k" * PROSA_MAKS))
    assert hasil.sah
    assert len(hasil.buku.capaian[0].catatan) == PROSA_MAKS
    assert muat_isi(sel("OPD", B2="n" * NAMA_MAKS)).sah


def test_columns_of_sentences_and_lists_are_known():
    prosa = {k.nama for s in SEMUA_LEMBAR for k in s.kolom if k.prosa}
    assert prosa >= {"Catatan", "Sumber", "Uraian", "Tercetak", "Formula", "Penanggung jawab", "Aksi"}
    assert not prosa & {"Nama OPD", "Program", "Indikator", "Wilayah", "Satuan"}


def test_a_sheet_s_name_beyond_all_measure_is_refused(muat_di_sini, tmp_path):
    (satu_temuan,) = muat_di_sini(tulis(tambah_lembar(BUKU_KECIL, "N" * 300, ["a"]), tmp_path / "b.xlsx")).temuan
    assert satu_temuan.kode is Kode.ISI_MENCURIGAKAN
    assert "255 huruf" in satu_temuan.pesan
