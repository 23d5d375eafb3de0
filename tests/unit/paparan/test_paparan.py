"""The deck as data: five decks of the shipped reports, what a slide may hold, what a choice without data says."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from contoh import capaian, dataset, indikator, opd
from contoh_notulen import HARI, notulen

from kinerja.buku.muat import muat
from kinerja.dataset import Dataset
from kinerja.model.catatan import Tutupan
from kinerja.paparan.bahan import baris_sumber, skala_rupiah
from kinerja.paparan.model import BARIS_TERBANYAK, BagianPaparan, JenisGrafik
from kinerja.paparan.susun import BAWAAN, susun_paparan
from kinerja.pemasangan import AKAR
from kinerja.telaah.capaian.ringkasan import ringkas
from kinerja.telaah.kisah.kisah import judul_kisah
from kinerja.uji.mesin import uji

BUKU = AKAR / "data" / "kinerja_batu_bara.xlsx"
DEK = [
    ("BATUBARA", 2024),
    ("SETDA", 2024),
    ("DISNAKERPERINDAG", 2025),
    ("BKPSDM", 2024),
    ("KEC-LIMA-PULUH-PESISIR", 2023),
]
setiap_dek = pytest.mark.parametrize(("kode", "tahun"), DEK, ids=[k for k, _ in DEK])


@pytest.fixture(scope="module")
def data():
    return Dataset(muat(BUKU).buku, "7")


@setiap_dek
def test_a_deck_has_six_slides_or_more_and_one_for_each_iku_of_the_year(data, kode, tahun):
    p = susun_paparan(data, kode, tahun)
    iku = [c.kode for c in data.capaian_opd(kode, tahun)]
    assert tahun == data.tahun_bawaan(kode), "the newest year with data"
    assert [s.kode_indikator for s in p.slaid if s.kode_indikator] == iku
    assert sum(not s.kode_indikator for s in p.slaid) >= 6
    assert len({s.kode for s in p.slaid}) == len(p.slaid)


@setiap_dek
def test_no_slide_is_without_a_finding_and_none_holds_more_than_is_read(data, kode, tahun):
    for s in susun_paparan(data, kode, tahun).slaid:
        assert any(h.isdigit() for h in s.judul) or "IKU" in s.judul or "WTP" in s.judul or "BB" in s.judul, s.judul
        assert s.grafik or s.tabel or s.butir or s.angka
        assert not (s.grafik and s.tabel)
        assert len(s.angka) <= 4
        assert len(s.butir) <= 4
        assert s.versi == "7"
        assert s.sumber, s.kode
        assert s.catatan, s.kode
        if s.tabel:
            assert 1 <= len(s.tabel.baris) <= BARIS_TERBANYAK


@setiap_dek
def test_a_chart_has_a_point_for_each_category_and_says_in_words_what_it_shows(data, kode, tahun):
    for g in (s.grafik for s in susun_paparan(data, kode, tahun).slaid if s.grafik):
        assert all(len(d.titik) == len(g.kategori) for d in g.deret)
        assert g.nilai
        assert any(h.isdigit() for h in g.alt)
        if g.jenis is JenisGrafik.BATANG:
            assert len(g.kategori) <= BARIS_TERBANYAK
        assert all(t.x is not None for d in g.deret for t in d.titik) is (g.jenis is JenisGrafik.SEBARAN)


def test_headlines_are_those_of_the_pages(data):
    p = susun_paparan(data, "BATUBARA", 2024)
    judul = {s.kode: s.judul for s in p.slaid}
    assert judul["ringkasan"] == ringkas(data, "BATUBARA", 2024).judul
    assert judul["ringkasan"].startswith("15 dari 20 IKU berpredikat Sangat Tinggi")
    for s in (s for s in p.slaid if s.kode_indikator):
        assert s.judul == judul_kisah(data, data.indikator[s.kode_indikator], 2024)


def slaid(data, kode, bagian, opd="BATUBARA", tahun=2024):
    return next(s for s in susun_paparan(data, opd, tahun, [bagian]).slaid if s.kode == kode)


def test_the_figures_of_uhh_are_those_of_tabel_3_4(data):
    s = slaid(data, "indikator-BB-UHH", BagianPaparan.INDIKATOR)
    assert [(a.label, a.nilai) for a in s.angka] == [
        ("Realisasi 2024", "72,97 tahun"),
        ("Target 2024", "72,93 tahun"),
        ("Capaian", "100,05%"),
    ]
    realisasi, target = s.grafik.deret
    assert dict(zip(s.grafik.kategori, (t.nilai for t in realisasi.titik), strict=True))["2024"] == Decimal("72.97")
    assert target.target
    assert target.titik[-1].nilai == Decimal("72.71")
    assert s.grafik.kategori[-1] == "2026 (akhir rencana)"


def test_a_measure_in_grades_has_its_years_as_a_table(data):
    s = slaid(data, "indikator-BB-OPINI", BagianPaparan.INDIKATOR)
    assert s.grafik is None
    assert [[sel.teks for sel in b] for b in s.tabel.baris] == [
        ["2023", "WTP", "WDP", "✗ belum tercapai"],
        ["2024", "WTP", "WDP", "✗ belum tercapai"],
    ]


def test_the_lowest_and_the_highest_stand_in_order_with_the_symbol_of_their_predikat(data):
    s = slaid(data, "tertinggi-terendah", BagianPaparan.TERBAIK_TERENDAH)
    assert s.grafik.kategori[0] == "▲▲ Indeks Gini"
    assert s.grafik.kategori[-1] == "▲ Indeks Kualitas Lingkungan Hidup"
    nilai = [t.nilai for t in s.grafik.deret[0].titik]
    assert nilai == sorted(nilai, reverse=True)


def test_the_budget_is_drawn_in_a_unit_that_makes_short_numbers(data):
    s = slaid(data, "anggaran", BagianPaparan.ANGGARAN, "SETDA")
    assert s.grafik.satuan == "Rp miliar"
    assert s.grafik.deret[0].titik[0].teks.startswith("Rp ")
    assert max(s.grafik.nilai) < 1000
    assert s.judul.startswith("Serapan 93,98%")


@pytest.mark.parametrize(
    ("angka", "satuan"),
    [("1.3e12", "Rp triliun"), ("9e9", "Rp miliar"), ("5e6", "Rp juta"), ("900", "Rp"), ("0", "Rp")],
)
def test_the_unit_of_money_follows_the_largest_amount(angka, satuan):
    assert skala_rupiah([Decimal(0), Decimal(angka)])[0] == satuan


def test_the_own_region_is_always_among_the_drawn_ones(data):
    g = slaid(data, "wilayah", BagianPaparan.REGIONAL).grafik
    assert "Batu Bara" in g.kategori[g.sorot]
    assert len(g.kategori) == BARIS_TERBANYAK


def test_a_closed_finding_is_not_shown_again(data):
    semua = [t for t in uji(data).temuan if (t.alamat.kode_opd, t.alamat.tahun) == ("BATUBARA", 2024)]
    tutup = {
        t.id: Tutupan(
            temuan=t.id,
            seharusnya=t.seharusnya,
            waktu=datetime(2026, 1, 5, tzinfo=UTC),
            oleh="Inspektorat",
            alasan="Sudah diperbaiki",
        )
        for t in semua
    }
    p = susun_paparan(data, "BATUBARA", 2024, [BagianPaparan.UJI], tutup)
    assert p.slaid[0].judul.startswith("Tidak ada ketidaksesuaian")
    assert p.slaid[0].tabel is None


# --- what earlier meetings decided ------------------------------------------------------------------------------------


def test_the_first_slide_takes_up_what_was_decided_and_is_late(data):
    keputusan = [
        notulen(1, date(2026, 11, 1), kode_indikator="BB-UHH"),
        notulen(2, date(2026, 12, 24)),
        notulen(3, date(2026, 1, 1), selesai=datetime(2026, 1, 1, tzinfo=UTC)),
    ]
    p = susun_paparan(data, "BATUBARA", 2024, keputusan=keputusan, hari_ini=HARI)
    awal = p.slaid[0]
    assert (awal.kode, awal.judul) == ("tindak-lanjut", "1 keputusan terlambat dari 3")
    assert [b[0].teks for b in awal.tabel.baris] == ["Keputusan ke-1", "Keputusan ke-2"], "what is done is done"
    assert [b[4].teks for b in awal.tabel.baris] == ["! Terlambat", "○ Terbuka"]
    uhh = next(s for s in p.slaid if s.kode_indikator == "BB-UHH")
    assert uhh.catatan[0].startswith("Usia Harapan Hidup: Keputusan ke-1 (Dinas Kesehatan, tenggat 1 November 2026")


def test_more_decisions_than_a_slide_holds_are_counted(data):
    keputusan = [notulen(n, date(2026, 12, n)) for n in range(1, 11)]
    (s,) = susun_paparan(data, "SETDA", 2024, [BagianPaparan.TINDAK_LANJUT], keputusan=keputusan, hari_ini=HARI).slaid
    assert len(s.tabel.baris) == BARIS_TERBANYAK
    assert s.butir == ("Dan 3 keputusan lain yang belum selesai.",)


# --- the choice -------------------------------------------------------------------------------------------------------


def test_sections_come_in_the_order_in_which_they_were_chosen_each_once(data):
    pilihan = [BagianPaparan.ANGGARAN, BagianPaparan.RINGKASAN, BagianPaparan.ANGGARAN]
    assert [s.bagian for s in susun_paparan(data, "SETDA", 2024, pilihan).slaid] == [
        BagianPaparan.ANGGARAN,
        BagianPaparan.RINGKASAN,
    ]


def test_a_section_without_data_says_why_and_makes_no_slide(data):
    p = susun_paparan(data, "BKPSDM", 2024)
    assert p.tanpa == (
        (BagianPaparan.TINDAK_LANJUT, "Belum ada keputusan rapat yang dicatat"),
        (BagianPaparan.KUADRAN, "Anggaran per indikator tidak tercetak dalam laporan"),
    )
    assert BagianPaparan.KUADRAN not in {s.bagian for s in p.slaid}


def test_a_year_without_anything_gives_no_slide_and_a_reason_for_each_section(data):
    p = susun_paparan(data, "BKPSDM", 2018)
    assert p.slaid == ()
    assert {b for b, _ in p.tanpa} == set(BAWAAN)
    assert all(alasan for _, alasan in p.tanpa)
    assert p.temuan == "Belum ada bagian yang dipilih"


def test_an_unknown_opd_is_an_error(data):
    with pytest.raises(KeyError):
        susun_paparan(data, "TIDAK-ADA", 2024)


def test_one_indicator_without_target_or_other_years_still_has_its_slide():
    data = dataset(capaian=[capaian(realisasi="5", sumber="000, Tabel 1")])
    (s,) = susun_paparan(data, "KAB", 2024, [BagianPaparan.INDIKATOR]).slaid
    assert s.grafik is None
    assert [sel.teks for sel in s.tabel.baris[0]][:3] == ["2024", "Tidak tersedia", "5%"]


def test_two_hundred_indicators_give_two_hundred_slides():
    kode = [f"I{n:03}" for n in range(200)]
    data = dataset(
        opd=[opd()],
        indikator=[indikator(k) for k in kode],
        capaian=[capaian(k, target="10", realisasi=str(n)) for n, k in enumerate(kode)],
    )
    p = susun_paparan(data, "KAB", 2024)
    assert [s.kode_indikator for s in p.slaid if s.kode_indikator] == kode
    assert (
        len(next(s for s in p.slaid if s.bagian is BagianPaparan.TERBAIK_TERENDAH).grafik.kategori) == BARIS_TERBANYAK
    )


def test_the_line_under_a_slide_names_three_sources_and_counts_the_others(data):
    s = slaid(data, "capaian-serapan", BagianPaparan.KUADRAN)
    assert baris_sumber(s).startswith("Sumber: laporan 000, ")
    assert f"dan {len(s.sumber) - 3} sumber lain. Versi data 7" in baris_sumber(s)
