"""Deck, Lampiran and printed page as PDF: every word of the model, a page a slide, nothing cut, nothing as markup."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader
from teks_pdf import di_luar, rapat, teks_halaman

from kinerja.ekspor.lebar_kolom import JEDA, KOLOM_TERLEBAR, bagi_lebar, paling_sempit, pecah
from kinerja.ekspor.pdf import tulis_pdf_halaman, tulis_pdf_lampiran, tulis_pdf_paparan
from kinerja.paparan.bahan import baris_sumber
from kinerja.paparan.model import AngkaKunci, BagianPaparan, Paparan, Slaid
from kinerja.paparan.susun import susun_paparan
from kinerja.pemasangan import AKAR
from kinerja.sajian.rupa import PALET
from kinerja.sajian.salinan import Salinan
from kinerja.sajian.tabel_terbit import KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.sumber.versi import aktif
from kinerja.terbitan.cetakan import Cetakan
from kinerja.terbitan.kumpulan import lampiran
from kinerja.terbitan.sampul import LAMPIRAN, Petunjuk, Sampul, sampul

HARI = date(2026, 11, 21)
SAMPUL = Sampul(
    judul="Lampiran",
    pemerintah="Kabupaten & Kota",
    opd="Dinas Contoh",
    tahun=2024,
    versi="3",
    dibuat=HARI,
    petunjuk=(Petunjuk("b.", "A"),),
)
TEKS, ANGKA = KolomTerbit("Nama", lebar=3), KolomTerbit("Nilai", Rata.KANAN)
SETARA = str.maketrans("●○✚✗", "•◉+×")
"""Symbols in charts whose like the font has."""


def tabel(*baris, kode="uji", kolom=(TEKS, ANGKA), **isi):
    return TabelTerbit(kode=kode, judul="Judul tabel", kolom=kolom, baris=tuple(baris), **isi)


def cetakan(tabel=None, judul="Temuan halaman", butir=("Satu: 1", "Dua: 2"), **isi):
    salinan = Salinan(judul, "Capaian · Dinas Contoh · 2024", butir)
    bawaan = {"sumber": ("000, Tabel 3.4",), "versi": "3", "alamat": "http://contoh/capaian?opd=A", "dibuat": HARI}
    bawaan |= {"saringan": (("OPD", "Dinas Contoh"), ("Urutan", "Dokumen")), "pemerintah": "Kabupaten & Kota"}
    return Cetakan(salinan=salinan, tabel=tabel, **(bawaan | isi))


def pdf(tulis, *isi):
    berkas = BytesIO()
    tulis(*isi, berkas)
    berkas.seek(0)
    return berkas


def ukuran(berkas):
    return [tuple(round(n) for n in h.mediabox[2:]) for h in PdfReader(berkas).pages]


@pytest.fixture(scope="module")
def data():
    return aktif().dataset


# --- the deck ---------------------------------------------------------------------------------------------------------


def kata_slaid(s):
    """What a slide says: the words of the model, as every drawer writes them."""
    yield from (s.judul, s.topik, *s.butir, baris_sumber(s))
    yield from (t for a in s.angka for t in (a.label, a.nilai, a.keterangan))
    if s.tabel:
        yield from (k.judul for k in s.tabel.kolom)
        yield from (sel.teks for b in s.tabel.baris for sel in b)


@pytest.mark.parametrize(
    ("kode", "tahun"),
    [
        ("BATUBARA", 2024),
        ("SETDA", 2024),
        ("DISNAKERPERINDAG", 2025),
        ("BKPSDM", 2024),
        ("KEC-LIMA-PULUH-PESISIR", 2023),
    ],
)
def test_the_deck_has_a_page_for_each_slide_with_every_word_and_figure(data, kode, tahun):
    p = susun_paparan(data, kode, tahun)
    berkas = pdf(tulis_pdf_paparan, p)
    halaman = teks_halaman(berkas)
    assert len(halaman) == len(p.slaid)
    assert set(ukuran(berkas)) == {(960, 540)}
    for n, (s, teks) in enumerate(zip(p.slaid, halaman, strict=True), 1):
        assert [k for k in kata_slaid(s) if rapat(k) not in teks] == []
        assert f"{n}dari{len(p.slaid)}" in teks
        titik = [t.teks for d in s.grafik.deret for t in d.titik if t.nilai is not None] if s.grafik else []
        assert [t for t in titik if rapat(t.translate(SETARA)) not in teks] == []


def test_the_deck_names_itself_its_language_and_its_slides(data):
    p = susun_paparan(data, "BKPSDM", 2024)
    isi = PdfReader(pdf(tulis_pdf_paparan, p))
    assert isi.metadata.title == p.judul
    assert isi.metadata.author == p.pemerintah
    assert isi.root_object["/Lang"].lower() == "id-id"
    assert [rapat(o.title) for o in isi.outline] == [rapat(s.judul) for s in p.slaid]


def test_equal_decks_make_equal_files(data):
    p = susun_paparan(data, "BKPSDM", 2024)
    assert pdf(tulis_pdf_paparan, p).getvalue() == pdf(tulis_pdf_paparan, p).getvalue()


def test_a_deck_without_a_slide_says_so():
    assert teks_halaman(
        pdf(tulis_pdf_paparan, Paparan(pemerintah="P", kode_opd="K", opd="O", tahun=2024, versi="1", slaid=()))
    ) == [rapat("Tidak ada slaid untuk pilihan ini")]


PANJANG = "Meningkatnya kualitas pelayanan publik yang sangat panjang " * 12


@pytest.mark.parametrize(
    "teks", [PANJANG, "x" * 700, "#set page(width: 1pt) $a$ *b* [c] @d \\ `e`", "=cmd|' /C calc'!A0", "<script>&amp;"]
)
def test_whatever_a_slide_says_stands_whole_on_its_one_page(teks):
    angka = tuple(AngkaKunci(teks[:90], teks[:60], teks[:90], PALET[0]) for _ in range(4))
    isi = tabel(*[(Sel(teks), Sel("1", Decimal(1)))] * 3)
    semua = (
        Slaid(
            kode="a",
            bagian=BagianPaparan.UJI,
            judul=teks,
            topik=teks,
            versi="1",
            angka=angka,
            butir=(teks,) * 4,
            sumber=(teks,),
        ),
        Slaid(
            kode="b",
            bagian=BagianPaparan.UJI,
            judul=teks,
            topik=teks,
            versi="1",
            angka=angka,
            butir=(teks,) * 2,
            tabel=isi,
        ),
        Slaid(kode="c", bagian=BagianPaparan.UJI, judul=teks, topik=teks, versi="1", tabel=isi),
    )
    berkas = pdf(
        tulis_pdf_paparan, Paparan(pemerintah=teks, kode_opd="K", opd=teks, tahun=2024, versi="1", slaid=semua)
    )
    assert di_luar(berkas) == []
    halaman = teks_halaman(berkas)
    assert len(halaman) == 3
    for s, isi_halaman in zip(semua, halaman, strict=True):
        assert [k for k in kata_slaid(s) if rapat(k) not in isi_halaman] == []


def test_control_characters_and_emoji_do_not_stop_a_deck():
    s = Slaid(
        kode="a",
        bagian=BagianPaparan.UJI,
        judul="Naik \x00\x07\u202e 😀 \ud800 turun\n\tlagi",
        topik="t",
        versi="1",
        butir=("😀" * 90,),
    )
    (teks,) = teks_halaman(
        pdf(tulis_pdf_paparan, Paparan(pemerintah="P", kode_opd="K", opd="O", tahun=2024, versi="1", slaid=(s,)))
    )
    assert "turunlagi" in teks


# --- Lampiran ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kode", "tahun"), [("BATUBARA", 2024), ("KEC-LIMA-PULUH-PESISIR", 2023)])
def test_the_lampiran_has_every_cell_remark_and_source_of_its_tables(data, kode, tahun):
    isi = lampiran(data, kode, tahun)
    berkas = pdf(tulis_pdf_lampiran, isi, sampul(data, kode, tahun, HARI, LAMPIRAN))
    teks = "".join(teks_halaman(berkas)[1:])
    for t in isi:
        kata = [t.judul, *(k.judul for k in t.kolom), *(s.teks for b in t.baris for s in b), *t.sumber, *t.catatan]
        # A remark can go on over the foot of a page.
        hilang = [k for k in kata if rapat(k) not in teks]
        assert [k for k in hilang if rapat(k)[:20] not in teks] == []
        assert not {s.teks for b in t.baris for s in b} & set(hilang)


def test_the_cover_tells_whose_when_and_lists_the_tables_with_bookmarks(data):
    isi = lampiran(data, "BATUBARA", 2024)
    berkas = pdf(tulis_pdf_lampiran, isi, sampul(data, "BATUBARA", 2024, HARI, LAMPIRAN))
    depan = teks_halaman(berkas)[0]
    for kata in (
        LAMPIRAN,
        "21 November 2026",
        "2024",
        data.versi,
        data.profil.pemerintah_daerah,
        *(t.judul for t in isi),
    ):
        assert rapat(kata) in depan
    tanda = [rapat(o.title) for o in PdfReader(berkas).outline]
    assert tanda == [rapat(f"Tabel {n}. {t.judul}") for n, t in enumerate(isi, 1)]


def test_pages_are_a4_numbered_and_wide_tables_lie():
    lebar = tabel(*[(Sel("a"),) * 4], kolom=(KolomTerbit("A", lebar=4),) * 4)
    berkas = pdf(tulis_pdf_lampiran, [tabel((Sel("a"), Sel("1"))), lebar], SAMPUL)
    assert ukuran(berkas) == [(595, 842), (595, 842), (842, 595)]
    assert [f"Halaman{n}dari3" in t for n, t in enumerate(teks_halaman(berkas), 1)] == [True] * 3


def test_four_hundred_rows_have_their_head_on_every_page_and_no_row_is_lost():
    isi = tabel(*[(Sel(f"Baris ke-{n} akhir"), Sel(str(n), Decimal(n))) for n in range(400)])
    halaman = teks_halaman(pdf(tulis_pdf_lampiran, [isi], SAMPUL))[1:]
    assert len(halaman) > 5
    assert all("NamaNilai" in h for h in halaman)
    semua = "".join(halaman)
    assert [n for n in range(400) if f"Bariske-{n}akhir" not in semua] == []


def test_two_hundred_indicators_of_very_long_names_stand_whole():
    isi = tabel(*[(Sel(f"{n} {PANJANG}akhir{n}"), Sel("x" * 80)) for n in range(200)])
    semua = "".join(teks_halaman(pdf(tulis_pdf_lampiran, [isi], SAMPUL)))
    assert [n for n in range(200) if f"akhir{n}" not in semua] == []
    assert semua.count("x" * 80) == 200
    assert di_luar(pdf(tulis_pdf_lampiran, [isi], SAMPUL)) == []


def test_a_row_that_is_taller_than_a_page_goes_on_over_the_next_ones():
    isi = tabel((Sel(f"{PANJANG * 30} akhir"), Sel("1")))
    halaman = teks_halaman(pdf(tulis_pdf_lampiran, [isi], SAMPUL))
    assert len(halaman) > 2
    assert "akhir" in "".join(halaman)
    assert rapat("".join(halaman)).count("Meningkatnya") == 360


def test_without_tables_or_rows_it_says_so():
    assert rapat("Tidak ada tabel untuk pilihan ini.") in teks_halaman(pdf(tulis_pdf_lampiran, [], SAMPUL))[0]
    assert rapat("Tanpa baris.") in teks_halaman(pdf(tulis_pdf_lampiran, [tabel()], SAMPUL))[1]


def test_a_grade_has_its_symbol_and_word():
    isi = tabel((Sel("Sangat Rendah", rupa=PALET[4]), Sel("▲ Tinggi", rupa=PALET[1])))
    teks = teks_halaman(pdf(tulis_pdf_lampiran, [isi], SAMPUL))[1]
    assert "▼▼SangatRendah" in teks
    assert teks.count("▲Tinggi") == 1


def test_it_can_be_written_to_a_path(tmp_path):
    tulis_pdf_lampiran([tabel((Sel("a"), Sel("1")))], SAMPUL, tmp_path / "a.pdf")
    assert len(PdfReader(tmp_path / "a.pdf").pages) == 2


# --- a page -----------------------------------------------------------------------------------------------------------


def test_a_view_is_one_page_with_all_that_belongs_to_it():
    c = cetakan(tabel((Sel("a"), Sel("1")), catatan=("Catatan bawah.",)))
    (teks,) = teks_halaman(pdf(tulis_pdf_halaman, c))
    kata = (c.salinan.judul, c.salinan.topik, *c.salinan.butir, "OPD: Dinas Contoh; Urutan: Dokumen", c.alamat)
    kata += ("Sumber: laporan 000, Tabel 3.4. Versi data 3. Dicetak 21 November 2026.", "Halaman 1 dari 1")
    for k in (*kata, "Catatan bawah.", c.pemerintah):
        assert rapat(k) in teks


def test_a_view_without_table_or_figures_is_one_page_too():
    assert len(teks_halaman(pdf(tulis_pdf_halaman, cetakan(butir=())))) == 1


@pytest.mark.parametrize(("baris", "halaman"), [(10, 1), (45, 1), (60, 1), (400, 6)])
def test_type_becomes_smaller_to_stay_on_one_page_and_more_goes_on_to_further_ones(baris, halaman):
    isi = tabel(*[(Sel(f"Baris ke-{n} akhir"), Sel(str(n))) for n in range(baris)])
    teks = teks_halaman(pdf(tulis_pdf_halaman, cetakan(isi)))
    assert (len(teks) == 1) is (halaman == 1)
    assert len(teks) >= halaman
    assert [n for n in range(baris) if f"Bariske-{n}akhir" not in "".join(teks)] == []
    assert all("NamaNilai" in t for t in teks[:-1])
    assert f"Halaman1dari{len(teks)}" in teks[0]


@pytest.mark.parametrize("kode", ["pengukuran", "predikat", "sasaran", "efisiensi", "APBD"])
def test_the_tables_of_the_regency_fit_on_one_page(data, kode):
    (t,) = [t for t in lampiran(data, "BATUBARA", 2024) if t.kode == kode]
    assert len(teks_halaman(pdf(tulis_pdf_halaman, cetakan(t)))) == 1


# --- columns ----------------------------------------------------------------------------------------------------------


def test_columns_fill_the_width_and_no_word_is_broken_where_there_is_room(data):
    for t in lampiran(data, "BATUBARA", 2024):
        lebar = bagi_lebar(t, 95)
        assert sum(lebar) == pytest.approx(95, rel=0.02)
        if sum(paling_sempit(t, 0)) <= 95:
            assert all(w >= min(p, 95 * KOLOM_TERLEBAR) - 0.01 for w, p in zip(lebar, paling_sempit(t, 0), strict=True))


def test_only_a_word_that_is_too_wide_may_break_anywhere():
    assert pecah("kata biasa yang pendek", 8) == "kata biasa yang pendek"
    assert pecah("a " + "x" * 30, 8) == "a " + JEDA.join("x" * 30)


# --- what is loaded ---------------------------------------------------------------------------------------------------


def test_typst_is_loaded_only_by_who_prints():
    impor = "import sys; import kinerja.ekspor.pdf, kinerja.ekspor.docx"
    kode = f"{impor}; print({{'typst', 'docx', 'lxml'}} & set(sys.modules))"
    selesai = subprocess.run([sys.executable, "-c", kode], cwd=AKAR, capture_output=True, text=True, check=True)
    assert selesai.stdout == "set()\n"
