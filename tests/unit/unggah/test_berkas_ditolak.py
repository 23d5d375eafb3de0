"""Every bad file, imported: nothing stored, the active version unchanged, the refusal logged, and words that help."""

import os
import tempfile
import time
import tracemalloc

import pytest
from berkas_buruk import BERKAS_BURUK, SEL_DI_LUAR, banyak_baris, mengaku_kecil
from contoh_gudang import ADMIN, gudang_baru, jumlah_isi, terbit
from pembangun import BUKU_KECIL, Rumus, sel

from kinerja.buku.aman import periksa_berkas
from kinerja.buku.batas import MIB, Batas
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.muat import muat
from kinerja.buku.temuan import BukuDitolak
from kinerja.unggah.impor import Mode, catat_penolakan, rancang
from kinerja.unggah.kirim import unggah

lengkap = pytest.mark.skipif(not os.environ.get("KINERJA_UJI_LENGKAP"), reason="script/endurance runs it")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("gudang")


@pytest.fixture(scope="module")
def gudang(folder):
    """One store for all: what is refused leaves it as it was, but for a line of the log."""
    hasil = gudang_baru(folder)
    terbit(hasil)
    return hasil


def satu_baris_log(gudang, sebelum, galat):
    """Nothing but one more line in the log: who, how many faults, and the first three of them in words."""
    assert jumlah_isi(gudang.mesin) == {**sebelum, "log": sebelum["log"] + 1}
    assert gudang.aktif() == 1
    (tolak,) = gudang.log(1)
    assert (tolak["peristiwa"], tolak["oleh"]) == ("tolak", ADMIN.nama)
    assert tolak["rincian"]["sebab"] == [t.pesan for t in galat[:3]]


# --- the store --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", BERKAS_BURUK)
def test_a_bad_file_is_refused_logged_and_leaves_everything_as_it_was(gudang, berkas_jadi, muat_di_sini, nama):
    buat, kode = BERKAS_BURUK[nama]
    sebelum = jumlah_isi(gudang.mesin)
    for mode in Mode:
        rancangan = rancang(gudang, [berkas_jadi(buat)], mode, ADMIN)
        assert [(t.kode.value, t.lembar, t.sel) for t in rancangan.temuan] == [(kode, "", "")]
        assert (rancangan.sah, rancangan.lembar) == (False, ())
        assert jumlah_isi(gudang.mesin) == sebelum
    catat_penolakan(gudang, rancangan, ADMIN)
    satu_baris_log(gudang, sebelum, rancangan.temuan)


@lengkap
@pytest.mark.parametrize("nama", [*BERKAS_BURUK, *SEL_DI_LUAR])
def test_a_bad_file_is_refused_by_the_process_that_takes_uploads(
    gudang, folder, berkas_jadi, tmp_path, monkeypatch, nama
):
    buat, harapan = (BERKAS_BURUK | SEL_DI_LUAR)[nama]
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{folder / 'gudang.db'}")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    isi, sebelum = berkas_jadi(buat).read_bytes(), jumlah_isi(gudang.mesin)
    hasil = unggah([("buku.xlsx", isi)], Mode.GANTI, ADMIN, lambda _: None)
    assert {t.kode.value for t in hasil.temuan} == {harapan} or [f"{t.lembar}!{t.sel}" for t in hasil.temuan] == [
        harapan
    ]
    assert (hasil.draf, hasil.dasar, hasil.identik) == (None, 1, False)
    satu_baris_log(gudang, sebelum, hasil.temuan)
    assert list(tmp_path.iterdir()) == []


# --- the words --------------------------------------------------------------------------------------------------------

KATA = {
    "an empty file": ("Berkas kosong", "Pilih buku kerja Excel (.xlsx)"),
    "a file of four bytes": ("rusak atau terpotong", "Salin ulang berkas"),
    "a file of 21 MB": ("berukuran 22 MB, batasnya 20 MB", "bagi data menurut OPD"),
    "HTML renamed .xlsx": ("bukan buku kerja Excel", "simpan sebagai Excel Workbook (.xlsx)"),
    "CSV renamed .xlsx": ("bukan buku kerja Excel", "simpan sebagai Excel Workbook (.xlsx)"),
    "an old .xls or a password": ("Excel lama (.xls) atau dilindungi kata sandi", "hapus kata sandinya bila ada"),
    "encrypted entries": ("dilindungi kata sandi", "simpan sebagai Excel Workbook (.xlsx)"),
    "half a zip": ("rusak atau terpotong: arsipnya tidak utuh", "Salin ulang berkas"),
    "a whole zip with a spoiled sheet": ("rusak atau terpotong: isinya", "buka dan simpan kembali di Excel"),
    "a zip that is no workbook": ("bukan buku kerja Excel", "Buka datanya di Excel"),
    "a zip without [Content_Types].xml": ("bukan buku kerja Excel", "Buka datanya di Excel"),
    "a macro": ("makro (xl/vbaProject.bin)", "(.xlsx), bukan Excel Macro-Enabled Workbook (.xlsm)"),
    "a macro in capitals": ("makro (xl/VBAPROJECT.BIN)", "(.xlsx), bukan"),
    "a macro under another name": ("makro (ms-office.vbaProject)", "(.xlsx), bukan"),
    "a macro sheet of Excel 4.0": ("makro (ms-excel.macrosheet)", "(.xlsx), bukan"),
    "an .xlsm under the name .xlsx": ("makro (macroEnabled)", "(.xlsx), bukan"),
    "the same with its parts listed in UTF-16": ("makro (macroEnabled)", "(.xlsx), bukan"),
    "the same with a letter written as a number": ("makro (macroEnabled)", "(.xlsx), bukan"),
    "a DDE link": ("tautan atau objek dari luar (xl/externalLinks/externalLink1.xml)", "Edit Links, Break Link"),
    "a DDE link under another name": ("tautan atau objek dari luar (spreadsheetml.externalLink)", "Break Link"),
    "a link to another workbook": ("(xl/externalLinks/externalLink1.xml)", "Break Link"),
    "an embedded object": ("(xl/embeddings/oleObject1.bin)", "hapus objek yang disisipkan"),
    "an ActiveX control": ("(xl/activeX/activeX1.xml)", "hapus objek yang disisipkan"),
    "a zip of 3 MB that inflates to 600 MB": ("terlalu besar: 601 MB setelah dibuka, batasnya 400 MB", "bagi data"),
    "a sheet of 200 MB that says 1,000 bytes": ("rusak atau terpotong", "Salin ulang berkas"),
    "a list of parts that does so": ("rusak atau terpotong", "Salin ulang berkas"),
    "10,000 entries": ("tidak wajar: berisi 100", "buku kerja baru dari templat"),
    "an entry ../../x": ("menunjuk ke luar berkas", "buku kerja baru dari templat"),
    "an entry ..\\..\\x": ("menunjuk ke luar berkas", "buku kerja baru dari templat"),
    "an entry /etc/x": ("menunjuk ke luar berkas", "buku kerja baru dari templat"),
    "an entry C:x": ("menunjuk ke luar berkas", "buku kerja baru dari templat"),
    "two entries of one name": ("bagian bernama sama", "buku kerja baru dari templat"),
    "billion laughs in a sheet": ("rusak atau terpotong", "buka dan simpan kembali di Excel"),
    "billion laughs in sharedStrings": ("rusak atau terpotong", "buka dan simpan kembali di Excel"),
    "XXE in a sheet": ("rusak atau terpotong", "buka dan simpan kembali di Excel"),
    "XXE in sharedStrings": ("rusak atau terpotong", "buka dan simpan kembali di Excel"),
    "Strict Open XML with XXE in a sheet": ("rusak atau terpotong", "buka dan simpan kembali di Excel"),
    "Strict Open XML with billion laughs": ("rusak atau terpotong", "buka dan simpan kembali di Excel"),
    "Strict Open XML with XXE in its properties": ("rusak atau terpotong", "buka dan simpan kembali di Excel"),
    "odd styles and XXE in a sheet": ("rusak atau terpotong", "buka dan simpan kembali di Excel"),
    "a workbook part of another name with a macro": ("makro (buku/vbaProject.bin)", "(.xlsx), bukan"),
    "a workbook part of another name with a link": ("(spreadsheetml.externalLink)", "Name Manager"),
    "an embedded object in another folder": ("(buku/embeddings/x.bin)", "hapus objek yang disisipkan"),
    "a tick box": ("kontrol formulir, misalnya kotak centang", "Selection Pane"),
    "a tick box under another name": ("kotak centang atau tombol (ms-excel.controlproperties)", "buku kerja baru"),
    "a connection": ("sambungan data ke luar (xl/connections.xml)", "Queries & Connections"),
    "a query table": ("tabel kueri yang mengambil data dari luar (xl/queryTables", "Queries & Connections"),
    "a connection as plain XML, known by its relation": ("sambungan data ke luar (xl/_rels", "Queries & Connections"),
    "a picture from a network drive": (
        r"gambar yang diambil dari luar berkas (xl/worksheets/_rels",
        "Insert, Pictures",
    ),
    "a picture from a website": ("https://x.example/a.png", "simpan salinannya sebagai Excel Workbook"),
    "a sheet that lies outside": ("rujukan ke luar berkas (xl/_rels", "Move or Copy"),
    "the same without saying so": ("rujukan ke luar berkas (xl/_rels", "Move or Copy"),
    "a link to a network drive": ("hyperlink ke berkas di komputer atau jaringan (xl/", "Remove Hyperlink"),
    "a web extension": ("tambahan web (add-in) (xl/webextensions/w1.xml)", "tekan Delete"),
    "live data of a program": ("data langsung dari program lain (RTD) (xl/vol", "Paste Values"),
    "a part of no kind": ("bagian yang tidak dikenal (xl/media/alat.exe)", "Move or Copy"),
    "a program as a picture": ("program atau berkas lain di dalamnya (xl/media/gambar.xml)", "unggah salinan itu"),
    "an archive as a part": ("program atau berkas lain di dalamnya (xl/media/isi.xml)", "unggah salinan itu"),
    "a PDF": ("adalah dokumen PDF, bukan buku kerja Excel", "simpan sebagai Excel Workbook (.xlsx)"),
    "a page saved by a browser": ("adalah halaman web, bukan", "simpan sebagai Excel Workbook (.xlsx)"),
    "an .ods": ("adalah buku kerja OpenDocument (.ods), bukan", "simpan sebagai Excel Workbook (.xlsx)"),
    "a document of Word": ("adalah dokumen Word, bukan", "Buka datanya di Excel"),
    "a binary workbook": ("adalah buku kerja biner (.xlsb), bukan", "simpan sebagai Excel Workbook (.xlsx)"),
}
"""What the message of each bad file names, and what its advice tells to do."""


def test_every_bad_file_has_its_words():
    assert KATA.keys() == BERKAS_BURUK.keys()


@pytest.mark.parametrize("nama", BERKAS_BURUK)
def test_a_message_says_what_the_file_is_and_what_to_do(berkas_jadi, muat_di_sini, nama):
    (temuan,) = muat_di_sini(berkas_jadi(BERKAS_BURUK[nama][0])).temuan
    ada, lakukan = KATA[nama]
    assert ada in temuan.pesan
    assert lakukan in temuan.saran


@pytest.mark.parametrize("nama", [n for n in SEL_DI_LUAR if "rows" not in n])
def test_a_cell_beyond_the_limits_is_named_with_what_to_do(berkas_jadi, muat_di_sini, nama):
    (temuan,) = muat_di_sini(berkas_jadi(SEL_DI_LUAR[nama][0])).temuan
    assert "sel XFD1048576, di luar batas 200000 baris dan 200 kolom" in temuan.pesan
    assert "Hapus baris dan kolom sesudah data" in temuan.saran


# --- what a stranger's archive may cost -------------------------------------------------------------------------------


def test_a_list_of_parts_that_lies_about_its_size_is_not_unpacked(berkas_jadi):
    berkas = berkas_jadi(BERKAS_BURUK["a list of parts that does so"][0])
    tracemalloc.start()
    try:
        with pytest.raises(BukuDitolak):
            periksa_berkas(berkas, Batas())
        assert tracemalloc.get_traced_memory()[1] < 20 * MIB
    finally:
        tracemalloc.stop()


def test_a_sheet_that_lies_about_its_size_costs_the_child_its_memory_and_nobody_else(tmp_path, monkeypatch):
    """Two sizes of lie; the one beyond the child's memory is told, and the caller's memory does not rise."""
    berkas = mengaku_kecil("xl/worksheets/sheet4.xml")(tmp_path / "b.xlsx")
    monkeypatch.setenv("KINERJA_MAKS_MEMORI", str(300 * MIB))
    tracemalloc.start()
    try:
        (temuan,) = muat(berkas).temuan
        assert tracemalloc.get_traced_memory()[1] < 20 * MIB
    finally:
        tracemalloc.stop()
    assert temuan.kode in (Kode.PEMBACA_TERHENTI, Kode.BERKAS_RUSAK)


@lengkap
def test_three_hundred_thousand_rows_are_refused_within_five_seconds(berkas_jadi):
    berkas, mulai = berkas_jadi(banyak_baris), time.monotonic()
    assert [t.sel for t in muat(berkas).temuan] == ["A200001"]
    assert time.monotonic() - mulai < 5


# --- DDE in a cell ----------------------------------------------------------------------------------------------------

DDE = "=cmd|'/C calc'!A0"


def test_a_dde_formula_is_read_as_the_value_it_stored_and_as_text_where_it_is_text(muat_isi):
    hasil = muat_isi(sel("Capaian", J2=Rumus(DDE, "nol", "str"), J3=DDE))
    assert hasil.sah
    assert [b.catatan for b in hasil.buku.capaian[:2]] == ["nol", DDE]


def test_a_dde_formula_without_value_names_its_cell(muat_isi):
    (temuan,) = muat_isi(sel("Capaian", J2=Rumus(DDE))).temuan
    assert (temuan.kode, temuan.sel, BUKU_KECIL["Capaian"][0][9]) == (Kode.RUMUS_TANPA_NILAI, "J2", "Catatan")
