"""The deck as a PowerPoint: what stands in the file is what the deck says, native, readable, and only text."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import unescape
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from kinerja.buku.muat import muat
from kinerja.dataset import Dataset
from kinerja.ekspor.pptx import tulis_pptx
from kinerja.ekspor.pptx.huruf import bersih
from kinerja.ekspor.pptx.label import kode_format
from kinerja.paparan.model import (
    AcuanGrafik,
    AngkaKunci,
    BagianPaparan,
    Deret,
    Grafik,
    JenisGrafik,
    Paparan,
    Slaid,
    Titik,
)
from kinerja.paparan.susun import PENYUSUN, susun_paparan
from kinerja.pemasangan import AKAR
from kinerja.sajian.rupa import PALET, SENDIRI, TARGET
from kinerja.sajian.tabel_terbit import Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.sajian.ukur import baris, potong

BUKU = next((AKAR / "data").glob("*.xlsx"))
JENIS = {
    JenisGrafik.BATANG: "BAR_CLUSTERED",
    JenisGrafik.KOLOM: "COLUMN_CLUSTERED",
    JenisGrafik.GARIS: "LINE_MARKERS",
    JenisGrafik.SEBARAN: "XY_SCATTER",
}


def tulis(paparan, kemajuan=None):
    berkas = BytesIO()
    tulis_pptx(paparan, berkas, kemajuan)
    return Presentation(BytesIO(berkas.getvalue()))


@pytest.fixture(scope="module")
def dek():
    """The five shipped decks with their files, in the newest year of each OPD."""
    d = Dataset(muat(BUKU).buku, "7")
    isi = [susun_paparan(d, o.kode_opd, d.tahun_bawaan(o.kode_opd), tuple(PENYUSUN)) for o in d.opd_ber_iku]
    return [(p, tulis(p)) for p in isi]


@pytest.fixture(scope="module")
def pasangan(dek):
    return [(s, slaid) for p, prs in dek for s, slaid in zip(p.slaid, prs.slides, strict=True)]


def grafik_dari(slaid):
    return [b for b in slaid.shapes if b.has_chart]


def tabel_dari(slaid):
    return [b for b in slaid.shapes if b.has_table]


def teks_dari(slaid):
    """Every text of a slide, also of its tables."""
    tabel = (s.text for b in tabel_dari(slaid) for r in b.table.rows for s in r.cells)
    return [*(b.text_frame.text for b in slaid.shapes if b.has_text_frame), *tabel]


# --- the five shipped decks -------------------------------------------------------------------------------------------


def test_five_decks_hold_exactly_their_slides(dek):
    assert [len(prs.slides) for _, prs in dek] == [len(p.slaid) for p, _ in dek]
    assert len(dek) == 5
    assert len(dek[0][0].slaid) == 28


def test_the_title_of_every_slide_is_its_finding(pasangan):
    assert [slaid.shapes.title.text for _, slaid in pasangan] == [s.judul for s, _ in pasangan]


def test_sentences_figures_and_topic_stand_whole_on_every_slide(pasangan):
    kurang = []
    for s, slaid in pasangan:
        isi = teks_dari(slaid)
        butir = next((t.splitlines() for t in isi if s.butir and t.startswith(s.butir[0])), [])
        kurang += [s.kode] if tuple(butir) != s.butir or s.topik not in isi else []
        for a in s.angka:
            kartu = [t for t in isi if t.startswith(f"{a.label}\n")]
            ada = len(kartu) == 1 and a.nilai in kartu[0] and a.keterangan in kartu[0]
            kurang += [] if ada and (not a.rupa or a.rupa.simbol in kartu[0]) else [f"{s.kode} {a.label}"]
    assert kurang == []


def test_every_chart_is_native_and_of_its_kind_with_its_alternative_text(pasangan):
    for s, slaid in pasangan:
        bingkai = grafik_dari(slaid)
        assert len(bingkai) == (s.grafik is not None), s.kode
        for b in bingkai:
            assert b.chart.chart_type.name == JENIS[s.grafik.jenis]
            assert b._element.nvGraphicFramePr.cNvPr.get("descr") == s.grafik.alt
    assert not [b for _, slaid in pasangan for b in slaid.shapes if b.shape_type == 13], "a picture"


def test_categories_and_values_of_bars_and_lines_are_those_of_the_slide(pasangan):
    banding = 0
    for s, slaid in pasangan:
        if s.grafik is None or s.grafik.jenis is JenisGrafik.SEBARAN:
            continue
        g, plot = s.grafik, grafik_dari(slaid)[0].chart.plots[0]
        assert tuple(plot.categories) == g.kategori
        for d, seri in zip(g.deret, plot.series, strict=True):
            assert seri.name == d.nama
            for titik, nilai in zip(d.titik, seri.values, strict=True):
                assert (titik.nilai is None) is (nilai is None)
                assert nilai is None or abs(Decimal(str(nilai)) - titik.nilai) <= Decimal("0.005")
                banding += 1
    assert banding > 250


def test_points_on_two_axes_keep_their_values_names_and_colours(pasangan):
    semua = [(s.grafik, b) for s, b in pasangan if s.grafik and s.grafik.jenis is JenisGrafik.SEBARAN]
    assert len(semua) == 4
    for g, slaid in semua:
        seri = {x.name: x for x in grafik_dari(slaid)[0].chart.plots[0].series}
        titik, xml = g.deret[0].titik, seri[g.deret[0].nama]._element
        assert [label.find(f".//{qn('a:t')}").text for label in xml.findall(f".//{qn('c:dLbl')}")] == [
            t.teks for t in titik
        ]
        assert [float(round(t.nilai, 2)) for t in titik] == pytest.approx(
            list(seri[g.deret[0].nama].values), abs=0.0051
        )
        warna = [p.find(f".//{qn('a:srgbClr')}").get("val") for p in xml.findall(qn("c:dPt"))]
        assert warna == [t.rupa.warna[1:] for t in titik]
        assert set(seri) == {g.deret[0].nama, *(a.nama for a in g.acuan)}


def cetak(nilai, kode):
    """Print a value by a number format as an Indonesian Office does: literals and one number."""
    bagian = kode.split('"')
    polos = next(b for n, b in enumerate(bagian) if n % 2 == 0 and b)
    desimal = len(polos.partition(".")[2])
    angka = f"{Decimal(str(nilai)):,.{desimal}f}" if "," in polos else f"{Decimal(str(nilai)):.{desimal}f}"
    angka = angka.translate(str.maketrans(",.", ".,"))
    return "".join(angka if n % 2 == 0 and b else b for n, b in enumerate(bagian))


def test_every_label_of_bars_and_lines_reads_as_on_the_slide(pasangan):
    hidup = tetap = 0
    for s, slaid in pasangan:
        if s.grafik is None or s.grafik.jenis is JenisGrafik.SEBARAN:
            continue
        for d, seri in zip(s.grafik.deret, grafik_dari(slaid)[0].chart.plots[0].series, strict=True):
            label = {int(x.find(qn("c:idx")).get("val")): x for x in seri._element.findall(f".//{qn('c:dLbl')}")}
            for n, t in enumerate(d.titik):
                if t.nilai is None or not t.teks:
                    assert label[n].find(qn("c:delete")) is not None
                elif label[n].find(qn("c:numFmt")) is not None:
                    assert cetak(t.nilai, label[n].find(qn("c:numFmt")).get("formatCode")) == t.teks
                    hidup += 1
                else:
                    assert label[n].find(f".//{qn('a:t')}").text == t.teks
                    tetap += 1
    assert hidup > 250, "labels follow an edited value"
    assert tetap < 20


def test_tables_are_native_and_say_what_the_slide_says(pasangan):
    for s, slaid in pasangan:
        bingkai = tabel_dari(slaid)
        assert len(bingkai) == (s.tabel is not None)
        for b in bingkai:
            baris_ = [[sel.text for sel in r.cells] for r in b.table.rows]
            assert baris_[0] == [k.judul for k in s.tabel.kolom]
            assert baris_[1:] == [[sel.teks for sel in r] for r in s.tabel.baris]
            assert b._element.nvGraphicFramePr.cNvPr.get("descr") == s.tabel.judul
            assert b.table.first_row


def test_notes_hold_the_explanations_every_source_and_the_version(pasangan):
    for s, slaid in pasangan:
        catatan = slaid.notes_slide.notes_text_frame.text.splitlines()
        sumber = [f"Sumber: {'; '.join(s.sumber)}"] if s.sumber else []
        assert catatan == [*s.catatan, *sumber, "Versi data 7"]


def test_source_version_footer_and_number_stand_on_every_slide(dek):
    for p, prs in dek:
        for s, slaid in zip(p.slaid, prs.slides, strict=True):
            isi = teks_dari(slaid)
            assert f"{p.pemerintah} · {p.judul}" in isi
            assert any(t.endswith("Versi data 7") and (not s.sumber or s.sumber[0] in t) for t in isi)
            assert slaid._element.find(f".//{qn('a:fld')}").get("type") == "slidenum"


def test_master_and_layouts_are_indonesian_wide_and_carry_the_name(dek):
    p, prs = dek[0]
    assert (prs.slide_width, prs.slide_height) == (Pt(960), Pt(540))
    assert [t.name for t in prs.slide_layouts] == [
        "Sampul",
        "Temuan dengan grafik",
        "Temuan dengan tabel",
        "Temuan",
    ]
    for tempat in (prs.slide_master, *prs.slide_layouts):
        assert f"{p.pemerintah} · {p.judul}" in [b.text_frame.text for b in tempat.placeholders]
    assert prs.core_properties.title == p.judul
    assert prs.core_properties.language == "id-ID"


def kecil(slaid):
    """Yield every size of type on a slide with what it is for, in points."""
    for b in slaid.shapes:
        if b.has_text_frame:
            bawah = 12 if b.is_placeholder and b.placeholder_format.idx in (13, 20, 21) else 18
            yield from ((b.name, int(x) / 100, bawah) for x in b._element.xpath(".//a:rPr/@sz"))
        elif b.has_table:
            yield from (("tabel", int(x) / 100, 18) for x in b._element.xpath(".//a:rPr/@sz"))
        elif b.has_chart:
            yield from (("grafik", int(x) / 100, 14) for x in b.chart._chartSpace.xpath(".//@sz"))


def test_nothing_is_smaller_than_it_may_be(pasangan):
    ukuran = [(s.kode, *k) for s, slaid in pasangan for k in kecil(slaid)]
    assert len(ukuran) > 1000
    assert [u for u in ukuran if u[2] < u[3]] == []


def pojok(bentuk):
    return bentuk.left, bentuk.top, bentuk.left + bentuk.width, bentuk.top + bentuk.height


def menimpa(a, b):
    (ax, ay, ax2, ay2), (bx, by, bx2, by2) = a, b
    return min(ax2, bx2) - max(ax, bx) > Pt(1) and min(ay2, by2) - max(ay, by) > Pt(1)


def salah_letak(slaid):
    """Return shapes that leave the slide or lie on one another."""
    bentuk = [(b.name, pojok(b)) for b in slaid.shapes]
    keluar = [nama for nama, (x, y, x2, y2) in bentuk if x < 0 or y < 0 or x2 > Pt(960) or y2 > Pt(540)]
    return keluar + [f"{a} / {b}" for n, (a, pa) in enumerate(bentuk) for b, pb in bentuk[:n] if menimpa(pa, pb)]


def test_no_shape_leaves_the_slide_or_lies_on_another(pasangan):
    assert [(s.kode, x) for s, slaid in pasangan if (x := salah_letak(slaid))] == []


def test_a_line_at_a_hundred_is_the_step_of_a_bar_axis_that_starts_at_zero(pasangan):
    batang = [(s, b) for s, b in pasangan if s.grafik and s.grafik.jenis in (JenisGrafik.BATANG, JenisGrafik.KOLOM)]
    assert len(batang) > 15
    for s, slaid in batang:
        sumbu = grafik_dari(slaid)[0].chart.value_axis
        assert sumbu.minimum_scale == 0
        assert sumbu.has_major_gridlines is bool(s.grafik.acuan)
        if s.grafik.acuan:
            assert (sumbu.major_unit, sumbu.maximum_scale) == (100, 120)


def test_a_legend_only_where_there_are_two_series(pasangan):
    for s, slaid in pasangan:
        for b in grafik_dari(slaid):
            assert b.chart.has_legend is (len(s.grafik.deret) > 1)


def test_targets_are_dashed_with_hollow_marks_and_gaps_stay_gaps(pasangan):
    s, slaid = next((s, b) for s, b in pasangan if s.kode.endswith("-UHH"))
    realisasi, target = grafik_dari(slaid)[0].chart.plots[0].series
    assert target.format.line.dash_style is not None
    assert realisasi.format.line.dash_style is None
    assert str(target.marker.format.fill.fore_color.rgb) == "FFFFFF"
    assert target.values[0] is None
    assert [d.target for d in s.grafik.deret] == [False, True]


# --- made decks -------------------------------------------------------------------------------------------------------


def slaid(**isi):
    dasar = Slaid(
        kode="uji",
        bagian=BagianPaparan.RINGKASAN,
        judul="Judul temuan",
        topik="OPD · 2024",
        versi="1",
        sumber=("000, Tabel 1",),
    )
    return replace(dasar, **isi)


def paparan(*isi):
    return Paparan(
        pemerintah="Kabupaten Contoh",
        kode_opd="KAB",
        opd="Pemerintah Kabupaten Contoh",
        tahun=2024,
        versi="1",
        slaid=isi,
    )


def grafik(jenis=JenisGrafik.BATANG, nama=("Satu", "Dua"), nilai=(95, 80), **isi):
    titik = tuple(Titik(Decimal(n), f"{n},00%", PALET[0], x=Decimal(n)) for n in nilai)
    isi = {"sumbu": ("x", "y"), **isi}
    return Grafik(
        jenis=jenis,
        kategori=tuple(nama),
        deret=(Deret("Capaian", titik, SENDIRI),),
        satuan="persen",
        format=Format.PERSEN,
        alt="alt",
        **isi,
    )


def lembar(bentuk):
    """Return the sheet of a chart's own workbook."""
    return load_workbook(BytesIO(bentuk.chart.part.chart_workbook.xlsx_part.blob)).active


RUMUS = (
    "=cmd|'/c calc'!A1",
    "+62 811",
    "+62811",
    "-3 text",
    "@SUM(A1)",
    "-1+1",
    "https://contoh.test/x",
    "{=1+1}",
    "007",
)


@pytest.mark.parametrize("jenis", list(JenisGrafik))
def test_no_name_becomes_a_formula_a_link_or_a_number_in_the_chart_s_workbook(jenis):
    g = grafik(jenis, RUMUS, range(60, 60 + len(RUMUS)))
    g = replace(g, deret=(replace(g.deret[0], nama='=HYPERLINK("http://x")'),))
    isi = lembar(grafik_dari(tulis(paparan(slaid(grafik=g))).slides[0])[0])
    sel = [s for r in isi.iter_rows() for s in r if s.value is not None]
    assert {s.data_type for s in sel} == {"s", "n"}
    assert not [s for s in sel if s.hyperlink]
    assert {*RUMUS, '=HYPERLINK("http://x")'} <= {s.value for s in sel}


def test_the_chart_s_workbook_has_short_real_numbers_and_their_format():
    g = grafik(nilai=(Decimal("96.78505168479886659598840921"), 80))
    isi = lembar(grafik_dari(tulis(paparan(slaid(grafik=g))).slides[0])[0])
    assert (isi["B2"].value, isi["B2"].number_format) == (96.79, '0.00"%"')


NASKAH = (
    '<b>tebal</b> & "kutip"',
    "😀 Persentase 日本 ﷽",
    "a\x00b\x0bc\x1fd",
    "baris\nbaru",
    "_x0041_",
    "=1+1",
    *('=HYPERLINK("http://x.invalid","klik")', "+62811", "-3 text", "@SUM(A1)", "\t=1+1"),
    "‮kiri",
)


@pytest.mark.parametrize("naskah", NASKAH)
def test_any_text_stays_text_everywhere(naskah):
    tabel = TabelTerbit(
        kode="t",
        judul=naskah,
        kolom=(KolomTerbit(naskah), KolomTerbit("Nilai", Rata.KANAN)),
        baris=((Sel(naskah), Sel("1")),),
    )
    isi = {"judul": naskah, "topik": naskah, "butir": (naskah,), "catatan": (naskah,), "sumber": (naskah,)}
    isi["angka"] = (AngkaKunci(naskah, naskah, naskah, PALET[3]),)
    prs = tulis(
        replace(paparan(slaid(**isi, tabel=tabel), slaid(**isi, grafik=grafik(nama=(naskah, "b")))), opd=naskah)
    )
    bersihnya = bersih(naskah)
    assert "\x00" not in bersihnya
    for s in prs.slides:
        assert s.shapes.title.text == bersihnya
        assert sum(bersihnya in t for t in teks_dari(s)) >= 6
        assert bersihnya in s.notes_slide.notes_text_frame.text
    assert next(iter(grafik_dari(prs.slides[1])[0].chart.plots[0].categories)) == bersihnya


@given(st.text(max_size=60), st.text(max_size=400))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_deck_of_any_text_opens_again(pendek, panjang):
    tabel = TabelTerbit(
        kode="t", judul=pendek, kolom=(KolomTerbit(pendek), KolomTerbit(panjang)), baris=((Sel(panjang), Sel(pendek)),)
    )
    s = slaid(judul=panjang, topik=pendek, butir=(pendek, panjang), sumber=(panjang,), versi=pendek, tabel=tabel)
    t = slaid(judul=pendek, angka=(AngkaKunci(pendek, panjang),), grafik=grafik(nama=(pendek, panjang)))
    for isi in tulis(paparan(s, t)).slides:
        seluruh = f"{' '.join(teks_dari(isi))} {isi.notes_slide.notes_text_frame.text}"
        assert bersih(panjang).strip() in seluruh
        assert salah_letak(isi) == []


PANJANG = "Persentase perangkat daerah yang menyusun dokumen perencanaan, penganggaran, dan pelaporan kinerja " * 4


@pytest.mark.parametrize("jenis", list(JenisGrafik))
def test_very_long_names_and_seven_bars_stay_in_their_boxes_and_whole_in_the_notes(jenis):
    nama = [f"{n} {PANJANG}".strip() for n in range(7)]
    butir = tuple(f"{n} {PANJANG}".strip() for n in range(4))
    g = grafik(jenis, nama, range(90, 97))
    g = (
        replace(
            g,
            deret=(
                replace(
                    g.deret[0], titik=tuple(replace(t, teks=n) for t, n in zip(g.deret[0].titik, nama, strict=True))
                ),
            ),
        )
        if jenis is JenisGrafik.SEBARAN
        else g
    )
    satu = tulis(
        paparan(slaid(judul=PANJANG * 3, topik=PANJANG, butir=butir, grafik=g, angka=(AngkaKunci(PANJANG, "1"),) * 4))
    ).slides[0]
    catatan = satu.notes_slide.notes_text_frame.text
    assert salah_letak(satu) == []
    assert all(b in catatan for b in (*nama, *butir, bersih(PANJANG * 3)))
    assert satu.shapes.title.text.endswith("…")
    assert [k for k in kecil(satu) if k[1] < k[2]] == []


def test_a_title_of_three_hundred_letters_is_whole():
    judul = PANJANG[:320].strip()
    satu = tulis(paparan(slaid(judul=judul, grafik=grafik()))).slides[0]
    assert satu.shapes.title.text == judul
    assert salah_letak(satu) == []


def test_a_table_too_tall_is_shortened_on_the_slide_and_whole_in_the_notes():
    tabel = TabelTerbit(
        kode="t",
        judul="Judul",
        kolom=(KolomTerbit("Nama"), KolomTerbit("Nilai", Rata.KANAN)),
        baris=((Sel(PANJANG), Sel("1")),) * 7,
    )
    satu = tulis(paparan(slaid(tabel=tabel, butir=("Satu kalimat.",)))).slides[0]
    assert salah_letak(satu) == []
    assert tabel_dari(satu)[0].table.cell(1, 0).text.endswith("…")
    assert f"{PANJANG} | 1" in satu.notes_slide.notes_text_frame.text


def test_a_grade_in_a_table_has_its_colour_and_its_symbol():
    tabel = TabelTerbit(
        kode="t",
        judul="J",
        kolom=(KolomTerbit("Predikat"),),
        baris=((Sel("Rendah", rupa=PALET[3]),), (Sel("▲ Tinggi", rupa=PALET[1]),)),
    )
    sel = [tabel_dari(tulis(paparan(slaid(tabel=tabel))).slides[0])[0].table.cell(n, 0) for n in (1, 2)]
    assert [s.text for s in sel] == ["▼ Rendah", "▲ Tinggi"]
    assert [str(s.fill.fore_color.rgb) for s in sel] == ["D9730D", "4292C6"]


def test_a_slide_of_sentences_alone_has_no_empty_placeholder():
    prs = tulis(paparan(slaid(butir=("Satu.", "Dua.")), slaid(grafik=grafik())))
    assert prs.slides[0].slide_layout.name == "Temuan"
    assert [b.name for s in prs.slides for b in s.placeholders if b.has_text_frame and not b.text_frame.text] == []


def test_a_bar_beyond_the_axis_prints_its_true_value():
    g = grafik(nilai=(400, 80), acuan=(AcuanGrafik("100%", Decimal(100)),))
    bagan = grafik_dari(tulis(paparan(slaid(grafik=g))).slides[0])[0].chart
    assert bagan.value_axis.maximum_scale == 120
    assert bagan.plots[0].series[0].values[0] == 400
    label = bagan._chartSpace.find(f".//{qn('c:dLbl')}")
    assert label.find(qn("c:dLblPos")).get("val") == "inEnd"


def test_a_single_point_is_not_the_shorter_first_series():
    """LibreOffice draws no series that is shorter than a later one."""
    g = grafik(JenisGrafik.SEBARAN, ("A",), (95,), acuan=(AcuanGrafik("capaian 100%", Decimal(100)),))
    seri = grafik_dari(tulis(paparan(slaid(grafik=g))).slides[0])[0].chart.plots[0].series
    assert [s.name for s in seri] == ["capaian 100%", "Capaian"]


def test_two_hundred_indicators_with_progress():
    titik = tuple(Titik(Decimal(n), str(n)) for n in range(5))
    deret = (Deret("Realisasi", titik, SENDIRI), Deret("Target", titik, TARGET, target=True))
    g = Grafik(
        jenis=JenisGrafik.GARIS,
        kategori=tuple(map(str, range(2020, 2025))),
        deret=deret,
        satuan="Persen",
        format=Format.UMUM,
        alt="alt",
    )
    maju = []
    prs = tulis(paparan(*(slaid(kode=f"i{n}", grafik=g) for n in range(200))), lambda n, total: maju.append((n, total)))
    assert maju == [(n, 200) for n in range(1, 201)]
    assert len(prs.slides) == 200


def test_equal_decks_are_equal_files_and_a_path_works_as_well(tmp_path):
    isi = paparan(slaid(grafik=grafik(), angka=(AngkaKunci("A", "1"),)))
    berkas = [tmp_path / "a.pptx", tmp_path / "b.pptx"]
    for b in berkas:
        tulis_pptx(isi, b)
    kiri, kanan = (ZipFile(b) for b in berkas)
    assert kiri.namelist() == kanan.namelist()
    beda = [n for n in kiri.namelist() if kiri.read(n) != kanan.read(n)]
    assert set(beda) <= {"docProps/core.xml"}
    assert unescape(kiri.read("docProps/core.xml").decode()).count("id-ID") == 1


# --- pieces -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nilai", "teks", "kode"),
    [
        ("72.97", "72,97", "0.00"),
        ("96.785", "96,79%", '0.00"%"'),
        ("52.88", "Rp 52,88 T", '"Rp "0.00" T"'),
        ("11373", "Rp 11.373 ribu", '"Rp "#,##0" ribu"'),
        ("9", "9/9", '0"/9"'),
        ("61.28", "B (61,28)", '"B ("0.00")"'),
        ("-0.5", "−0,5", "0.0"),
        ("0.61", "Rp 610,65 jt", None),
        ("45.90", "45.90%", None),
        ("1", "", None),
        ("5", '5 "kutip"', None),
    ],
)
def test_a_label_becomes_a_number_format_where_it_prints_the_value(nilai, teks, kode):
    assert kode_format(Decimal(nilai), teks) == kode


def test_text_is_cut_at_a_word_and_only_where_it_must():
    teks = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
    assert potong(teks, 18, 2000, 1) == teks
    pendek = potong(teks, 18, 200, 1)
    assert pendek.endswith("…")
    assert teks.startswith(f"{pendek[:-1]} ")
    assert baris(pendek, 18, 200) == 1


def test_a_word_longer_than_its_line_takes_more_lines():
    assert baris("m" * 100, 18, 200) >= 8
