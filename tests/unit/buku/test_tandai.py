"""A workbook given back with its findings: what is coloured, noted and listed, and what stays as it was."""

import pytest
from berkas_buruk import BERKAS_BURUK, SEL_DI_LUAR
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from pembangun import BUKU_KECIL as B
from pembangun import Rumus, gabungkan, tambah_lembar, tanpa_kolom, tanpa_lembar, tulis, ubah

from kinerja.buku.batas import Batas
from kinerja.buku.katalog.katalog import Berat, Kode
from kinerja.buku.muat import muat
from kinerja.buku.tanda.penanda import CATATAN_MAKS, JUDUL, PENULIS
from kinerja.buku.tanda.tandai import PenandaanGagal, tandai, tandai_di_anak
from kinerja.buku.temuan import TemuanBuku
from kinerja.buku.tulis import tulis_templat
from kinerja.model.skema import SEMUA_LEMBAR

GALAT, PERINGATAN = "FFC7CE", "FFEB9C"
SALAH = ubah(B, "Capaian", D2="81,48 /60", B3=20244, J4="oleh 196801011990031001", K1="Warna")
JAHAT = '=HYPERLINK("http://x.invalid","klik")'


@pytest.fixture
def tanda(muat_isi, tmp_path):
    """Write a workbook, mark it with its own findings, open it again: `tanda(isi, *ubahan)`."""

    def jalan(isi, *ubahan):
        hasil = muat_isi(isi, *ubahan)
        tandai(tmp_path / "buku.xlsx", hasil.temuan, tmp_path / "ditandai.xlsx")
        return load_workbook(tmp_path / "ditandai.xlsx"), hasil.temuan

    return jalan


def warna(sel):
    return sel.fill.fgColor.rgb[2:] if sel.fill.patternType else None


def temuan(pesan="Pesan", saran="Saran", lembar="Capaian", sel="D2", tingkat=Berat.GALAT):
    return TemuanBuku(
        kode=Kode.TAK_TERBACA, tingkat=tingkat, lembar=lembar, sel=sel, kolom="Target", pesan=pesan, saran=saran
    )


# --- the cells --------------------------------------------------------------------------------------------------------


def test_bad_cells_are_coloured_by_weight_and_say_what_to_write(tanda):
    buku, semua = tanda(SALAH)
    ws = buku["Capaian"]
    assert {s: warna(ws[s]) for s in ("D2", "B3", "J4", "K1", "D3")} == {
        "D2": GALAT,
        "B3": GALAT,
        "J4": PERINGATAN,
        "K1": PERINGATAN,
        "D3": None,
    }
    assert ws["D2"].comment.text.startswith("Galat: ")
    assert ws["J4"].comment.text.startswith("Peringatan: ")
    for t in semua:
        assert f"{t.pesan}.\nSaran: {t.saran}." in ws[t.sel].comment.text
    assert ws["D3"].comment is None


def test_several_findings_of_a_cell_stand_in_one_note_worst_first(tmp_path):
    ringan = temuan("Ringan", tingkat=Berat.PERINGATAN)
    semua = [ringan, *(temuan(f"Berat {n}") for n in range(CATATAN_MAKS + 2))]
    tandai(tulis(B, tmp_path / "a.xlsx"), semua, tmp_path / "b.xlsx")
    sel = load_workbook(tmp_path / "b.xlsx")["Capaian"]["D2"]
    assert sel.comment.text.startswith("Galat: Berat 0.\nSaran: Saran.\n\nGalat: Berat 1.")
    assert sel.comment.text.endswith("Dan 3 temuan lain pada sel ini.")
    assert warna(sel) == GALAT


def test_what_else_the_workbook_holds_stays(tmp_path):
    tulis_templat(tmp_path / "a.xlsx")
    buku = load_workbook(tmp_path / "a.xlsx")
    ws = buku["Capaian"]
    letak = {s.value: s.column_letter for s in ws[1]}
    target, capaian, predikat = (
        f"{letak[j]}{n}" for j, n in (("Target", 2), ("Capaian dilaporkan", 3), ("Predikat dilaporkan", 2))
    )
    ws["A2"], ws[target], ws[capaian] = "UHH", "81,48 /60", 0.5
    ws["A2"].font, ws["A2"].fill, ws[capaian].number_format = Font(italic=True), PatternFill("solid", "00FF00"), "0.0%"
    ws[predikat], ws[predikat].data_type = JAHAT, "s"
    buku.save(tmp_path / "a.xlsx")
    tandai(tmp_path / "a.xlsx", muat(tmp_path / "a.xlsx").temuan, tmp_path / "b.xlsx")
    hasil = load_workbook(tmp_path / "b.xlsx")["Capaian"]
    assert (hasil["A2"].font.italic, warna(hasil[target]), hasil[target].number_format) == (True, GALAT, "@")
    assert (hasil[capaian].value, hasil[capaian].number_format) == (0.5, "0.0%")
    assert (hasil[predikat].value, hasil[predikat].data_type) == (JAHAT, "s")
    assert [a.formula1 for a in hasil.data_validations.dataValidation] == [
        a.formula1 for a in ws.data_validations.dataValidation
    ]
    assert len(list(hasil.conditional_formatting)) == len(list(ws.conditional_formatting))
    assert (hasil.freeze_panes, hasil["B1"].comment.text) == ("A2", ws["B1"].comment.text)


def test_formulas_stay_formulas(tanda):
    buku, _ = tanda(ubah(SALAH, "Anggaran", H2=Rumus("=400+600", "1000"), I2=Rumus("=A9")))
    assert [buku["Anggaran"][s].value for s in ("H2", "I2")] == ["=400+600", "=A9"]
    assert [buku["Anggaran"][s].data_type for s in ("H2", "I2")] == ["f", "f"]
    assert buku.calculation.fullCalcOnLoad


def test_a_note_of_the_user_stays_above_ours(tanda):
    def catat(buku):
        buku["Capaian"]["D2"].comment = Comment("Tanya Bappeda", "Operator")

    buku, _ = tanda(SALAH, catat)
    assert buku["Capaian"]["D2"].comment.text.startswith("Tanya Bappeda\n\nGalat: ")


def test_a_finding_in_merged_cells_is_told_where_it_can_be_seen(tmp_path):
    berkas = tulis(B, tmp_path / "a.xlsx", gabungkan("Capaian", "C2:E2"))
    tandai(berkas, [temuan(sel="D2")], tmp_path / "b.xlsx")
    ws = load_workbook(tmp_path / "b.xlsx")["Capaian"]
    assert (warna(ws["C2"]), ws["C2"].comment.text[:6]) == (GALAT, "Galat:")


def test_a_sheet_is_found_by_its_name_ignoring_case_and_spare_spaces(tmp_path):
    isi = {"  capaian ": B["Capaian"]}
    tandai(tulis(isi, tmp_path / "a.xlsx"), [temuan()], tmp_path / "b.xlsx")
    assert warna(load_workbook(tmp_path / "b.xlsx").worksheets[1]["D2"]) == GALAT


# --- the list ---------------------------------------------------------------------------------------------------------


def test_all_findings_are_listed_first_with_a_link_to_each_cell(tanda):
    buku, semua = tanda(tanpa_lembar(SALAH, "OPD"))
    ws = buku.worksheets[0]
    baris = [tuple(s.value or "" for s in b) for b in ws.iter_rows()]
    assert (ws.title, baris[0], ws.freeze_panes) == ("Temuan", JUDUL, "A2")
    assert sorted(baris[1:]) == sorted(
        (t.tingkat.capitalize(), t.lembar, t.sel, t.kolom, t.pesan, t.saran) for t in semua
    )
    assert ("Galat", "OPD", "", "") in {b[:4] for b in baris}
    tautan = {b[2].value: b[2].hyperlink.location for b in ws.iter_rows(2) if b[2].hyperlink}
    assert tautan["D2"] == "'Capaian'!D2"
    assert all(b[2].hyperlink.target is None for b in ws.iter_rows(2) if b[2].hyperlink), "inside the workbook"


def test_the_list_is_what_opens_and_no_other_sheet_is_selected_with_it(tanda):
    buku, _ = tanda(SALAH)
    assert buku.active.title == "Temuan"
    assert [ws.title for ws in buku.worksheets if ws.sheet_view.tabSelected] in ([], ["Temuan"])


def test_text_of_the_workbook_is_never_a_formula_in_note_or_list(tmp_path):
    jahat = [temuan(JAHAT, "+1+1", lembar="=Lembar'!", sel="@A1"), temuan(JAHAT, "\x00\x1b=1")]
    tandai(tulis(B, tmp_path / "a.xlsx"), jahat, tmp_path / "b.xlsx")
    buku = load_workbook(tmp_path / "b.xlsx")
    sel = [s for b in buku["Temuan"].iter_rows(2) for s in b if s.value]
    assert {s.data_type for s in sel} == {"s"}
    assert all(s.quotePrefix for s in sel if s.value[0] in "=+-@")
    assert buku["Temuan"]["E2"].value == JAHAT
    assert buku["Temuan"]["C2"].hyperlink is None
    assert buku["Capaian"]["D2"].comment.text == f"Galat: {JAHAT}.\nSaran: =1."


def test_a_sheet_of_that_name_is_left_alone(tanda):
    buku, _ = tanda(tambah_lembar(SALAH, "temuan", ["Milik saya"]))
    assert buku.worksheets[0].title == "Temuan (2)"
    assert buku["temuan"]["A1"].value == "Milik saya"


# --- the workbook comes back ------------------------------------------------------------------------------------------


def test_our_list_is_known_again_and_another_sheet_of_that_name_is_not(tanda, muat_di_sini, tmp_path):
    tanda(SALAH)
    lagi = muat_di_sini(tmp_path / "ditandai.xlsx")
    assert Kode.LEMBAR_TAK_DIKENAL not in {t.kode for t in lagi.temuan}
    assert len(lagi.temuan) == 4
    lain = muat_di_sini(tulis(tambah_lembar(B, "Temuan", ["Tingkat", "Lembar"]), tmp_path / "lain.xlsx"))
    assert [t.kode for t in lain.temuan] == [Kode.LEMBAR_TAK_DIKENAL]


def test_marks_of_last_time_go_when_their_cell_is_mended(tanda, tmp_path):
    buku, _ = tanda(SALAH)
    buku["Capaian"]["D2"] = "72,93"
    buku["Capaian"]["B3"].comment.text = "Tanya Bappeda\n\n" + buku["Capaian"]["B3"].comment.text
    buku.save(tmp_path / "a.xlsx")
    tandai(tmp_path / "a.xlsx", [temuan(sel="J4")], tmp_path / "b.xlsx")
    lagi = load_workbook(tmp_path / "b.xlsx")
    ws = lagi["Capaian"]
    assert lagi.sheetnames == ["Temuan", *(s.nama for s in SEMUA_LEMBAR)]
    assert (warna(ws["D2"]), ws["D2"].comment) == (None, None)
    assert (warna(ws["B3"]), ws["B3"].comment.text) == (None, "Tanya Bappeda")
    assert (warna(ws["J4"]), ws["J4"].comment.text) == (GALAT, "Galat: Pesan.\nSaran: Saran.")
    assert ws["J4"].comment.author == PENULIS


def test_a_missing_column_is_noted_on_the_header(tanda):
    buku, _ = tanda(tanpa_kolom(B, "Capaian", "Tahun"))
    assert "Kolom Tahun tidak ada" in buku["Capaian"]["A1"].comment.text


# --- in the child -----------------------------------------------------------------------------------------------------


def test_the_child_does_the_same_under_any_file_name(tmp_path):
    berkas = tulis(SALAH, tmp_path / "buku.xlsx").rename(tmp_path / "\u202etxt.dat")
    semua = muat(tulis(SALAH, tmp_path / "buku.xlsx")).temuan
    tandai_di_anak(berkas, semua, tmp_path / "baru" / "ditandai.xlsx")
    buku = load_workbook(tmp_path / "baru" / "ditandai.xlsx")
    assert warna(buku["Capaian"]["D2"]) == GALAT
    assert buku["Temuan"].max_row == len(semua) + 1
    assert [b.name for b in (tmp_path / "baru").iterdir()] == ["ditandai.xlsx"]


@pytest.mark.parametrize("nama", BERKAS_BURUK)
def test_a_file_that_is_no_workbook_is_refused_in_words_and_leaves_nothing(nama, berkas_jadi, tmp_path):
    with pytest.raises(PenandaanGagal, match=r"^Berkas tidak "):
        tandai_di_anak(berkas_jadi(BERKAS_BURUK[nama][0]), [temuan()], tmp_path / "baru" / "b.xlsx")
    assert not list(tmp_path.glob("baru/*"))


@pytest.mark.parametrize("batas", [Batas(memori=1024**2), Batas(detik=0)], ids=["memory", "time"])
def test_a_child_that_does_not_finish_is_told_in_words(tmp_path, batas):
    with pytest.raises(PenandaanGagal, match="tidak selesai ditandai"):
        tandai_di_anak(tulis(B, tmp_path / "a.xlsx"), [temuan()], tmp_path / "b.xlsx", batas)
    assert [b.name for b in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize(("pembuat", "harapan"), list(SEL_DI_LUAR.values())[:1])
def test_a_cell_beyond_the_limits_can_be_marked(berkas_jadi, tmp_path, pembuat, harapan):
    lembar, sel = harapan.split("!")
    tandai_di_anak(berkas_jadi(pembuat), [temuan(lembar=lembar, sel=sel)], tmp_path / "b.xlsx")
    assert load_workbook(tmp_path / "b.xlsx")["Temuan"]["C2"].value == sel
