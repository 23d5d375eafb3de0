"""Whatever a stranger's text or bytes are: a value or a refusal in words, never another exception."""

import io
import json
import re
import zipfile

import pytest
from contoh import capaian, dataset, indikator, opd, profil, wilayah
from contoh_gudang import gudang_baru
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from kinerja.buku.aman import DAFTAR_TIPE, periksa_berkas
from kinerja.buku.anak import isi_sel, nomor_kolom, pindai, tempat_persen
from kinerja.buku.batas import Batas, PengaturanSalah
from kinerja.buku.pembaca import LembarMentah, SelKhusus, hasil_anak
from kinerja.buku.sel import SelSalah, baca_isi
from kinerja.buku.temuan import BukuDitolak, temuan
from kinerja.gudang.mesin import GudangTerkendala
from kinerja.gudang.parket import dari_parket, ke_parket
from kinerja.gudang.salin import pulihkan_cadangan
from kinerja.model.baris import Kutipan
from kinerja.model.istilah import Status, Ukuran
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.baca import Nilai
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN
from kinerja.nilai.satuan import dengan_satuan
from kinerja.sajian.berkas_csv import PEMICU, aman_csv, aman_terpisah
from kinerja.telaah.indikator.lintasan import lintasan
from kinerja.telaah.kelengkapan.isian import isian_tahun
from kinerja.telaah.wilayah.peta import _muat
from kinerja.terbitan.sampul import nama_berkas
from kinerja.uji.aturan.kata_status import baca_status
from kinerja.uji.aturan.terbaca import bacaan, digit_tak_terbaca
from kinerja.uji.bukti.cetakan import Angka
from kinerja.uji.bukti.terbilang import baca_terbilang
from kinerja.uji.bukti.uang import angka_saja
from kinerja.uji.mesin import uji

cepat = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
sedikit = settings(cepat, max_examples=25)

KATA = (
    *("tidak", "belum", "mencapai", "melampaui", "target", "kenaikan", "turun", "lebih baik", "terbanyak", "sedikit"),
    *("disebut peringkat ke-", "disebut tertinggi", "satuan tercetak juta", "dikurangi", "terhadap target akhir"),
    *("puluh", "ratus", "belas", "ribu", "juta", "koma", "nol", "se", "tujuh", "persen", "rupiah", "metode"),
    *(
        "(A)",
        "(Sangat Tinggi)",
        "WTP",
        "seluruh indikator",
        "Rp",
        "72,93",
        "1.000",
        "9/9",
        "1:26",
        "100%",
        "0",
        "-",
        "=",
    ),
    *("\u0661\u0662", "²", "½", "١", "Ⅷ", "\u200b", "\u00a0", "9" * 5000, f"0,{'0' * 400}1", "1e999999", "x 100%", ";"),
)
"""Words that the readers look for, and digits that are none or too many."""
NASKAH = st.lists(st.sampled_from(KATA) | st.text(max_size=8), max_size=8).flatmap(
    lambda b: st.sampled_from(("", " ", ", ", " / ")).map(lambda pisah: pisah.join(b))
)


def atau_ditolak(galat, pembaca, *isi):
    """Return what a reader returns, or its refusal."""
    try:
        return pembaca(*isi)
    except galat as ditolak:
        return ditolak


# --- words of a report ------------------------------------------------------------------------------------------------


@cepat
@given(NASKAH)
def test_words_of_a_report_are_read_or_not(teks):
    assert baca_status(teks) in (None, *Status)
    terbilang = baca_terbilang(teks)
    assert terbilang is None or terbilang >= 0
    assert set(angka_saja(teks)) <= set(angka_saja(angka_saja(teks)) + teks)
    digit = digit_tak_terbaca(Angka(teks=teks, nilai=Nilai(teks=teks, jenis=capaian().target.jenis), sumber="000"))
    assert all(n.angka is not None for n in bacaan(digit)) if digit else digit == ""


@cepat
@given(NASKAH, NASKAH)
@example("5", "\u200b")
@example("5", "\u00a0")
def test_a_figure_with_any_unit_keeps_the_figure(teks, satuan):
    assert teks in dengan_satuan(teks, satuan)


UKURAN = st.sampled_from(list(Ukuran))


@st.composite
def kutipan(draw):
    """A print of anything about an indicator, a region or an OPD."""
    alamat = draw(
        st.sampled_from(
            ({"kode_indikator": "UHH"}, {"indikator": "IPM", "wilayah": "Nias"}, {"kode_opd": "KAB", "uraian": "IKU"})
        )
    )
    uraian = {"uraian": draw(NASKAH)} if "kode_opd" in alamat else {}
    return Kutipan(
        tahun=2024,
        ukuran=draw(UKURAN),
        tercetak=draw(NASKAH),
        sumber=draw(st.sampled_from(("000", "001, Tabel 2.1"))),
        **alamat | uraian,
        catatan=draw(NASKAH),
    )


PERINGKAT = Kutipan(
    tahun=2024,
    ukuran=Ukuran.NILAI,
    tercetak="70",
    sumber="000",
    indikator="IPM",
    wilayah="Nias",
    catatan=f"disebut peringkat {'9' * 5000}",
)


@sedikit
@given(st.lists(kutipan(), min_size=1, max_size=8), NASKAH, NASKAH, st.sampled_from(SKALA_BAWAAN))
@example([PERINGKAT], "", "9" * 5000, SKALA_BAWAAN[0])
def test_the_audit_of_any_prints_and_remarks_ends(cetakan, catatan, satuan, skala):
    i = indikator(formula=satuan, skala_nilai=skala.nama, padanan="IPM")
    baris = [capaian(tahun=t, target="72,93", realisasi="72,97", catatan=catatan) for t in (2023, 2024)]
    data = dataset(
        opd=[opd(), opd("DINKES", "Dinas", nama=catatan)],
        indikator=[i],
        capaian=baris,
        kutipan=cetakan,
        regional=[wilayah("Nias", "70"), wilayah("Siak", "80")],
        profil=profil(wilayah="Nias", tahun_akhir=satuan),
    )
    assert uji(data) is not None


@cepat
@given(NASKAH)
def test_any_end_of_the_plan_is_a_year_or_none(teks):
    i = indikator(target_akhir=capaian(target="65").target)
    data = dataset(indikator=[i], capaian=[capaian(realisasi="50")], profil=profil(tahun_akhir=teks))
    assert lintasan(data, "UHH", 2024).tahun_target in (None, *range(10_000))
    assert len(isian_tahun(data, 2024, semua=True)) == 1


# --- cells ------------------------------------------------------------------------------------------------------------

KOLOM = [k for s in SEMUA_LEMBAR for k in s.kolom]
ANGKA = st.integers() | st.floats()
SEL = (
    NASKAH
    | ANGKA
    | st.none()
    | st.builds(SelKhusus, st.just("persen"), ANGKA, st.integers(0, 30))
    | st.builds(SelKhusus, st.sampled_from(("tanggal", "galat")), NASKAH)
    | st.builds(SelKhusus, st.sampled_from(("tanggal", "kaki")), NASKAH, st.just(0), NASKAH)
    | st.builds(SelKhusus, st.just("logis"), st.booleans())
    | st.just(SelKhusus("rumus"))
)


@cepat
@given(st.sampled_from(KOLOM), SEL, NASKAH, st.none() | st.sampled_from(SKALA_BAWAAN))
def test_any_cell_of_any_column_is_read_or_refused(kolom, isi, satuan, skala):
    hasil = atau_ditolak(SelSalah, baca_isi, kolom, isi, lambda: (satuan, skala))
    assert not isinstance(hasil, SelSalah) or temuan(hasil.kode, **hasil.isi).pesan


@cepat
@given(st.text('0#?.%;\\"[]@ dmy', max_size=30))
def test_any_number_format_shows_no_or_a_few_decimals(format_angka):
    assert tempat_persen(format_angka) in (None, *range(31))


@cepat
@given(
    NASKAH | st.integers() | st.floats() | st.booleans() | st.datetimes() | st.dates() | st.times() | st.timedeltas()
)
def test_any_cell_of_openpyxl_becomes_json(nilai):
    sel = Workbook().active.cell(1, 1)
    sel._value = nilai
    assert json.loads(json.dumps(isi_sel(sel))) is not None


@cepat
@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=3))
def test_any_letters_are_a_column(huruf):
    assert 1 <= nomor_kolom(huruf) <= 18278


TAG = (
    '<c r="',
    'A1"',
    'XFD1048576"',
    "<row ",
    'hidden="1" ',
    'r="3"',
    '<mergeCell ref="A1:B1"/>',
    ' t="str"',
    "<f>",
    ">",
)


@cepat
@given(st.lists(st.sampled_from(TAG) | st.text(max_size=4), max_size=12).map("".join))
def test_any_bytes_of_a_sheet_are_looked_over(xml):
    assert pindai(xml.encode(), 200_000, 200).keys() >= {"jauh", "baris_sembunyi"}


# --- bytes ------------------------------------------------------------------------------------------------------------


def aman(berkas, isi):
    """Look a file of these bytes over; what is refused is refused with one finding."""
    berkas.write_bytes(isi)
    hasil = atau_ditolak(BukuDitolak, periksa_berkas, berkas, Batas())
    assert hasil is None or len(hasil.temuan) == 1
    return hasil is None


@cepat
@given(st.sampled_from((b"", b"PK\x03\x04", b"PK\x05\x06", b"PK\x01\x02")), st.binary(max_size=300))
def test_any_bytes_are_no_workbook(tmp_path_factory, awal, sisa):
    assert not aman(tmp_path_factory.getbasetemp() / "byte.xlsx", awal + sisa)


NAMA_ENTRI = st.sampled_from((DAFTAR_TIPE, "xl/workbook.xml", "../x", "/x", "xl/vbaProject.bin")) | st.text(max_size=20)


@cepat
@given(st.dictionaries(NAMA_ENTRI, st.binary(max_size=30), max_size=5))
def test_a_zip_with_any_names_is_taken_or_refused(tmp_path_factory, entri):
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, isi in entri.items():
            arsip.writestr(zipfile.ZipInfo(nama), isi)
    lolos = aman(tmp_path_factory.getbasetemp() / "zip.xlsx", wadah.getvalue())
    assert not lolos or {DAFTAR_TIPE, "xl/workbook.xml"} <= entri.keys()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda isi: st.lists(isi, max_size=3) | st.dictionaries(st.text(max_size=5), isi, max_size=3),
    max_leaves=8,
)


@cepat
@given(st.binary(max_size=60) | JSON.map(lambda i: json.dumps(i).encode()), st.integers(-9, 9))
@example(b"[]", 0)
@example(b"3", 0)
@example(b"[" * 100_000, 0)
@example(b"1" * 5000, 0)
def test_any_answer_of_the_reading_child_is_taken_or_told(keluaran, kode):
    hasil = atau_ditolak(BukuDitolak, hasil_anak, keluaran, kode)
    assert isinstance(hasil, dict) or len(hasil.temuan) == 1


@cepat
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20) | st.sampled_from(KATA[-12:]))
def test_any_limit_of_the_environment_is_a_number_or_named(isi):
    with pytest.MonkeyPatch.context() as mp:
        mp.setenv("KINERJA_MAKS_BARIS", isi)
        hasil = atau_ditolak(PengaturanSalah, Batas.dari_lingkungan)
    assert "KINERJA_MAKS_BARIS" in str(hasil) if isinstance(hasil, PengaturanSalah) else hasil.baris >= 0


@cepat
@given(NASKAH)
def test_any_text_is_no_formula_in_a_csv(teks):
    aman_ = aman_csv(teks)
    assert aman_.removeprefix("'") == teks.removeprefix("'")
    assert aman_[:1] not in PEMICU or aman_[1:2].isdigit()
    for bagian in re.split("[,;\r\n]", aman_terpisah(aman_))[1:]:
        assert bagian.lstrip('" ')[:1] not in PEMICU or bagian == "-" or bagian[1:2].isdigit()


@cepat
@given(NASKAH, NASKAH | st.none(), st.integers(0, 9999) | st.none(), NASKAH)
def test_any_code_makes_a_file_name_that_every_system_takes(jenis, kode, tahun, versi):
    nama = nama_berkas(jenis, kode, tahun, versi, "xlsx")
    assert nama.endswith(".xlsx")
    assert not set(nama) & set('/\\:*?"<>|\0\n')


GEOMETRI = st.fixed_dictionaries(
    {
        "properties": st.fixed_dictionaries({"wilayah": st.text(max_size=3), "titik": st.just([1, 2]) | JSON}),
        "geometry": st.fixed_dictionaries(
            {
                "type": st.sampled_from(("Polygon", "MultiPolygon")),
                "coordinates": JSON | st.just([[[1, 2], [1, 2]]]) | st.just([[[0, 0], [1, 0], [1, 1]]]),
            }
        ),
    }
)


@cepat
@given(JSON | st.fixed_dictionaries({"features": st.lists(GEOMETRI | JSON, max_size=3)}))
@example({"features": [{"properties": {"titik": [1, 2]}, "geometry": {"type": "Polygon", "coordinates": [[[1, 2]]]}}]})
@example([[]])
def test_any_map_is_drawn_or_left_out(tmp_path_factory, isi):
    berkas = tmp_path_factory.getbasetemp() / "peta.geojson"
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    _muat.cache_clear()
    peta = _muat(berkas, 0, 0, "Provinsi Contoh")
    assert peta is None or peta.bidang


# --- the store --------------------------------------------------------------------------------------------------------

LEMBAR = LembarMentah("OPD", ((1, ("Kode OPD", "Nama OPD")), (2, ("KAB", "Pemerintah Kabupaten Contoh"))))
PARKET = ke_parket(LEMBAR)


def rusak(utuh):
    """Bytes that were whole once: cut, or with some of them changed."""
    ubahan = st.dictionaries(st.integers(0, len(utuh) - 1), st.integers(0, 255), max_size=6)
    return st.builds(
        lambda isi, sampai: bytes(isi.get(n, b) for n, b in enumerate(utuh[:sampai])),
        ubahan,
        st.integers(0, len(utuh)) | st.just(len(utuh)),
    )


@cepat
@given(st.binary(max_size=60) | rusak(PARKET))
@example(PARKET)
def test_any_bytes_of_a_stored_sheet_are_read_or_refused(isi):
    hasil = atau_ditolak(GudangTerkendala, dari_parket, "OPD", isi)
    assert isinstance(hasil, LembarMentah if isi == PARKET else LembarMentah | GudangTerkendala)


@sedikit
@given(st.sampled_from((b"", b"SQLite format 3\0")), st.binary(max_size=300))
def test_any_bytes_are_no_backup_and_the_store_stays_empty(tmp_path_factory, awal, sisa):
    berkas = tmp_path_factory.mktemp("cadangan") / "cadangan.db"
    berkas.write_bytes(awal + sisa)
    tujuan = gudang_baru(berkas.parent)
    assert isinstance(atau_ditolak(GudangTerkendala, pulihkan_cadangan, berkas, tujuan.mesin), GudangTerkendala)
    assert tujuan.aktif() is None
    assert berkas.read_bytes() == awal + sisa
