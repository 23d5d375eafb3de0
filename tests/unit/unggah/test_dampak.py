"""What an import changes, in sentences, and the questions it raises: figures from a small workbook."""

import pytest
from contoh_gudang import lembar
from pembangun import BUKU_KECIL as B
from pembangun import tambah_baris, tanpa_isi, tanpa_lembar, ubah

from kinerja.buku.banding.beda import bandingkan_buku
from kinerja.buku.banding.hilang import angka_hilang
from kinerja.buku.muat import muat_mentah
from kinerja.buku.pembaca import BukuMentah
from kinerja.dataset import Dataset
from kinerja.unggah.dampak import dampak
from kinerja.unggah.pengaman import pengaman


def dataset(isi):
    return Dataset(muat_mentah(BukuMentah(lembar(isi), ())).buku)


def ubahan(lama, baru):
    """The sentences about a change."""
    beda = bandingkan_buku(lembar(lama), lembar(baru))
    return dampak(dataset(lama), dataset(baru), beda, len(angka_hilang(beda, {})))


def tanya(lama, baru):
    """The questions about a change, with the number to type."""
    jumlah = sum(len(s.baris) - 1 for s in lembar(lama))
    semua = pengaman(dataset(lama), dataset(baru), bandingkan_buku(lembar(lama), lembar(baru)), jumlah)
    return [(p.kalimat, p.ketik) for p in semua]


# --- sentences --------------------------------------------------------------------------------------------------------


def test_the_first_version_is_counted():
    assert dampak(None, dataset(B), bandingkan_buku((), lembar(B))) == ("Versi pertama: 2 OPD, 3 IKU",)
    assert pengaman(None, dataset(B), bandingkan_buku((), lembar(B)), 0) == ()


def test_a_changed_figure_with_the_mean_it_moves():
    assert ubahan(B, ubah(B, "Capaian", F4=95)) == (
        "1 angka berubah",
        "rata-rata capaian Dinkes 2024 dari 90,00% menjadi 95,00%",
    )


def test_figures_added_and_removed_are_counted_apart():
    baru = tambah_baris(
        tanpa_isi(B, "Anggaran indikator"), "Regional", ["UHH", "Lain", "Kabupaten/Kota", None, 2024, 70]
    )
    # Pagu and Realisasi, and what the report prints of them.
    assert ubahan(B, baru) == ("1 angka ditambah", "4 angka hilang")


def test_a_figure_that_goes_is_none_that_changes_and_one_that_comes_is_added():
    assert ubahan(B, ubah(B, "Capaian", F2=None, E3="WDP"))[:2] == ("1 angka ditambah", "1 angka hilang")


@pytest.mark.parametrize("tulisan", ["72,930", "72,93 Tahun", " 72.93"])
def test_a_figure_that_is_only_written_otherwise_is_no_change(tulisan):
    assert ubahan(B, ubah(B, "Capaian", D2=tulisan)) in (
        (f"1 angka hanya berganti penulisan (72,93 menjadi {tulisan.strip()}), nilainya tetap",),
        ("Hanya urutan baris yang berubah",),
    )


def test_words_that_are_emptied_are_counted_by_column():
    kosong = ubah(B, "Indikator", F2=None, L2=None)
    assert ubahan(B, ubah(kosong, "Capaian", I2=None)) == (
        "3 keterangan dikosongkan: 1 Sasaran, 1 Penanggung jawab, 1 Sumber",
    )


def test_words_that_are_no_figures_are_not_counted():
    assert ubahan(B, ubah(B, "Capaian", J2="catatan", H2="Tinggi")) == ()


def test_money_and_regions_count_as_figures():
    assert ubahan(B, ubah(ubah(ubah(B, "Anggaran", H5=2000), "APBD", F3=45), "Regional", F3=75)) == ("3 angka berubah",)


def berindikator(arah):
    """The small workbook whose IMUN is better the higher (Naik) or the lower (Turun), on the scale of laws."""
    return ubah(ubah(B, "Indikator", I4=arah), "OPD", E3=None)


@pytest.mark.parametrize(
    ("arah", "dari", "ke", "kata"),
    [
        ("Naik", 60, 95, "1 predikat naik"),
        ("Naik", 95, 60, "1 predikat turun"),
        ("Turun", 140, 105, "1 predikat naik"),
        ("Turun", 105, 140, "1 predikat turun"),
    ],
    ids=["higher is better, up", "higher is better, down", "lower is better, up", "lower is better, down"],
)
def test_a_predikat_rises_or_falls_by_what_is_good_not_by_the_figure(arah, dari, ke, kata):
    lama, baru = (ubah(berindikator(arah), "Capaian", F4=r) for r in (dari, ke))
    kalimat = ubahan(lama, baru)
    assert kalimat[:2] == ("1 angka berubah", kata)
    assert len(kalimat) == 3


def test_at_most_four_means_are_named_the_largest_changes_first():
    tahun = range(2018, 2024)
    lama = tambah_baris(B, "Capaian", *(["IMUN", t, None, 100, None, 80] for t in tahun))
    baru = tambah_baris(B, "Capaian", *(["IMUN", t, None, 100, None, 80 + n] for n, t in enumerate(tahun, 1)))
    kata = [k for k in ubahan(lama, baru) if k.startswith("rata-rata")]
    assert [k.split(" dari ")[0][-4:] for k in kata] == ["2023", "2022", "2021", "2020"]


# --- questions --------------------------------------------------------------------------------------------------------


def test_a_small_change_raises_no_question():
    assert tanya(B, ubah(B, "Capaian", F4=95)) == []


def test_an_opd_that_goes_asks_to_type_the_number_of_rows():
    sisa = tanpa_lembar(B, "Anggaran")
    baru = {n: [b for b in t if "DINKES" not in b[:6] and "IMUN" not in b] for n, t in sisa.items()}
    baru = ubah(baru, "Indikator", L2="KAB")
    ((kalimat, ketik),) = tanya(B, baru)
    assert kalimat.startswith("Buku kerja ini menghilangkan OPD Dinas Kesehatan dan menghapus lebih dari sepersepuluh")
    assert kalimat.endswith(f"Ketik {ketik} untuk menghapus {ketik} baris.")
    assert ketik == bandingkan_buku(lembar(B), lembar(baru)).hitung()["hapus"]


def test_a_year_that_goes_asks_to_type_the_number_of_rows():
    lama = tambah_baris(B, "Capaian", ["IMUN", 2021, None, 80, None, 81])
    assert tanya(lama, B) == [("Buku kerja ini menghilangkan tahun 2021. Ketik 1 untuk menghapus 1 baris.", 1)]


@pytest.mark.parametrize(("hapus", "ditanya"), [(3, False), (4, True)])
def test_more_than_a_tenth_of_the_rows_asks(hapus, ditanya):
    semua = sum(len(t) - 1 for t in B.values())
    tambahan = [["UHH", None, 2024, "Solusi", f"Langkah {n}"] for n in range(39 - semua)]
    lama = tambah_baris(B, "Analisis", *tambahan)
    baru = {**lama, "Analisis": lama["Analisis"][:-hapus]}
    assert sum(len(t) - 1 for t in lama.values()) == 39
    assert [k for _, k in tanya(lama, baru)] == ([hapus] if ditanya else [])


IKU = [[f"I{n}", "DINKES", "Sasaran", None, None, "Sehat", f"Ukuran {n}", "Persen", "Naik"] for n in range(10)]


def bertahun(**isi):
    """The small workbook with ten indicators more; `t2024=[...]` gives their realisasi of a year."""
    baris = [[f"I{n}", int(t[1:]), None, 100, None, r] for t, semua in isi.items() for n, r in enumerate(semua)]
    return tambah_baris(tambah_baris(B, "Indikator", *IKU), "Capaian", *baris)


LALU = list(range(60, 70))


@pytest.mark.parametrize(
    ("beda", "ditanya"), [(0, True), (1, True), (2, False)], ids=["all equal", "nine of ten", "eight of ten"]
)
def test_a_year_that_repeats_last_years_figures_is_questioned(beda, ditanya):
    kini = [r + 1 if n < beda else r for n, r in enumerate(LALU)]
    pertanyaan = tanya(bertahun(t2025=LALU), bertahun(t2025=LALU, t2026=kini))
    assert pertanyaan == (
        [(f"Realisasi 2026 sama dengan 2025 pada {10 - beda} dari 10 indikator.", None)] if ditanya else []
    )


def test_what_repeated_already_in_the_active_version_is_not_asked_again():
    lama = bertahun(t2025=LALU, t2026=LALU)
    assert tanya(lama, ubah(lama, "Capaian", F2=73)) == []


def test_a_few_equal_figures_may_be_chance():
    assert tanya(bertahun(t2025=LALU[:4]), bertahun(t2025=LALU[:4], t2026=LALU[:4])) == []


def test_a_workbook_that_ends_a_year_earlier_is_questioned():
    lama = tambah_baris(B, "Capaian", ["IMUN", 2025, None, 80, None, 81])
    kalimat = [k for k, _ in tanya(lama, B)]
    assert "Tahun terbaru di dalamnya 2024, padahal versi aktif memuat 2025." in kalimat
