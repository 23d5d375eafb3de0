"""Whose row it is: role x sheet x column x moment. Only the schema's columns say it, before and after the change."""

from dataclasses import replace

import pytest
from contoh_gudang import ADMIN, INSPEKTORAT, OPERATOR, PIMPINAN, draf, gudang_baru, lembar, terbit
from pembangun import BUKU_KECIL, tambah_baris, tulis, ubah

from kinerja.akun.akses import Pengguna, PeranPengguna, TidakBerhak
from kinerja.buku.banding.kunci import baris_berkunci
from kinerja.buku.pembaca import LembarMentah
from kinerja.model.kolom import Pemilik
from kinerja.model.skema import CAPAIAN, SEMUA_LEMBAR
from kinerja.unggah.impor import Mode, rancang, simpan, terbitkan

OPD, INDIKATOR, PENGELOLA = Pemilik.OPD, Pemilik.INDIKATOR, Pemilik.PENGELOLA
ATURAN = {
    "Profil": {},
    "OPD": {},
    "Indikator": {"Kode OPD": OPD},
    "Capaian": {"Kode indikator": INDIKATOR},
    "Susunan": {},
    "Kutipan": {"Kode indikator": INDIKATOR, "Indikator": PENGELOLA, "Wilayah": PENGELOLA, "Kode OPD": OPD},
    "Analisis": {"Kode indikator": INDIKATOR, "Kode OPD": OPD},
    "Anggaran": {"Kode OPD": OPD},
    "Anggaran indikator": {"Kode indikator": INDIKATOR},
    "APBD": {"Kode OPD": OPD},
    "Regional": {},
    "Skala": {},
    "Laporan": {},
    "Nama lain": {},
    "Rencana aksi": {"Kode indikator": INDIKATOR},
}
"""Who owns the rows of every sheet, said a second time: a new one is the manager's until it is said otherwise here."""

LAIN = {
    "Profil": (["Provinsi", "Provinsi Lain"], ["Tahun awal", "2020"]),
    "OPD": (["DINKES", "Dinas Kesehatan Lain", "Dinkes", "Dinas"], ["BARU", "Dinas Baru", "Baru", "Dinas"]),
    "Indikator": (
        ["UHH", "KAB", "Pendukung"],
        ["LAJU", "KAB", "Sasaran", None, None, "Sehat", "Laju", "Persen", "Naik"],
    ),
    "Capaian": (["UHH", 2024, "Tahunan", None, None, "99"], ["UHH", 2023, "Tahunan", 70, None, "99"]),
    "Susunan": (None, ["UHH", "OPINI", "Mendukung"]),
    "Kutipan": (None, [None, "Umur Harapan Hidup", "Contoh", None, None, 2024, "Nilai", "73", "000, x"]),
    "Analisis": (None, ["UHH", None, 2024, "Solusi", "Serahkan kepada kami"]),
    "Anggaran": (None, ["KAB", 2024, None, None, "Program Umum", None, None, 5, 4]),
    "Anggaran indikator": (["UHH", 2024, 1, 1], ["UHH", 2023, 1, 1]),
    "APBD": ([None, 2024, "Belanja", None, 1, 1], [None, 2023, "Belanja", None, 1, 1]),
    "Regional": (
        ["Umur Harapan Hidup", "Contoh", "Kabupaten/Kota", None, 2024, "80"],
        ["Umur Harapan Hidup", "Contoh", "Kabupaten/Kota", None, 2023, "80"],
    ),
    "Skala": (["Kesehatan", 1, "Sempurna", 50], ["Kesehatan", 3, "Parah", -10, -1]),
    "Laporan": (["000", "Judul lain", 2024], ["009", "Judul lain", 2024]),
    "Nama lain": (None, ["Ukuran", "Umur Harapan Hidup", "UHH lain"]),
    "Rencana aksi": (None, ["UHH", 2025, "TW II", "Aksi lain"]),
}
"""Of every sheet a row that is not the operator's, changed and added; None where the whole row is its key."""
MILIK = {
    "Indikator": ["IMUN", "DINKES", "Pendukung"],
    "Capaian": ["IMUN", 2024, "Tahunan", None, None, "95"],
    "Kutipan": ["IMUN", None, None, None, None, 2024, "Target", "100", "001, x"],
    "Analisis": ["IMUN", "dinkes", 2024, "Solusi", "Jemput bola"],
    "Anggaran": ["DINKES", 2024, None, None, "Program Baru", None, None, 5, 4, "UHH"],
    "Anggaran indikator": ["imun", 2024, 1, 1],
    "APBD": ["DINKES", 2024, "Pendapatan", "Retribusi", 50, 45],
    "Rencana aksi": ["IMUN", 2025, "TW II", "Aksi", None, "KAB"],
}
TAMBAHAN = {"": "", "Kode OPD": "DINKES", "Kode indikator": "IMUN", "Pemilik": "DINKES"}
"""A column that the sheet does not have, with what an operator would write into it."""
TABEL = [
    (nama, jenis, kolom)
    for nama, bentuk in LAIN.items()
    for jenis, baris in zip(("ubah", "tambah"), bentuk, strict=True)
    for kolom in TAMBAHAN
    if baris is not None and kolom not in BUKU_KECIL[nama][0]
]


def kolom_tambahan(nama, baris, kolom, isi):
    """Return a part with a row of a sheet and one more column."""
    judul = list(BUKU_KECIL[nama][0])
    lebar = [*baris, *[None] * (len(judul) - len(baris))]
    return {nama: [[*judul, kolom], [*lebar, isi]] if kolom else [judul, lebar]}


@pytest.fixture
def gudang(tmp_path):
    """A store with one version."""
    hasil = gudang_baru(tmp_path)
    terbit(hasil)
    return hasil


@pytest.fixture
def kirim(gudang, muat_di_sini, tmp_path):
    """Check a workbook as its sender does: `kirim(isi, pengguna)`."""
    return lambda isi, pengguna=OPERATOR: rancang(
        gudang, [tulis(isi, tmp_path / "kiriman.xlsx")], Mode.PERBARUI, pengguna
    )


def kode(rancangan):
    return {t.kode.value for t in rancangan.temuan if t.tingkat == "galat"}


def test_every_sheet_says_whose_its_rows_are():
    assert {s.nama: dict(s.pemilik) for s in SEMUA_LEMBAR} == ATURAN
    assert all(k in s.judul for s in SEMUA_LEMBAR for k, _ in s.pemilik)


@pytest.mark.parametrize(("nama", "jenis", "kolom"), TABEL)
def test_no_column_makes_a_row_the_operator_s_at_no_moment(gudang, kirim, nama, jenis, kolom):
    baris = LAIN[nama][jenis == "tambah"]
    rancangan = kirim(kolom_tambahan(nama, baris, kolom, TAMBAHAN[kolom]))
    assert kode(rancangan) == {"baris-opd-lain"}
    nomor = simpan(gudang, replace(rancangan, temuan=()), OPERATOR)  # as if nobody had asked before
    for siapa in (OPERATOR, INSPEKTORAT, PIMPINAN):
        with pytest.raises(TidakBerhak):
            terbitkan(gudang, nomor, Pengguna(OPERATOR.nama, siapa.peran, siapa.kode_opd), "uji")
    assert gudang.aktif() == 1
    assert terbitkan(gudang, nomor, ADMIN, "uji") == 2


@pytest.mark.parametrize("kolom", TAMBAHAN)
@pytest.mark.parametrize("nama", MILIK)
def test_the_own_rows_are_welcome_whatever_another_column_says(gudang, kirim, nama, kolom):
    if kolom and kolom in BUKU_KECIL[nama][0]:
        kolom = ""
    # Of another's code in a column that the sheet does not have nothing follows either.
    rancangan = kirim(kolom_tambahan(nama, MILIK[nama], kolom, "KAB"))
    assert rancangan.sah, rancangan.temuan
    assert terbitkan(gudang, simpan(gudang, rancangan, OPERATOR), OPERATOR, "uji") == 2


@pytest.mark.parametrize(
    ("nama", "baris"),
    [
        ("Analisis", ["IMUN", "KAB", 2024, "Solusi", "Menurut kabupaten"]),
        ("Analisis", ["UHH", "DINKES", 2024, "Solusi", "Menurut dinas"]),
        ("Indikator", ["uhh", "dinkes"]),
        ("Indikator", ["IMUN", "KAB"]),
        ("Indikator", [" UHH ", "DINKES", "Sasaran", None, None, "Sehat", "Nama lain", "Persen", "Naik"]),
    ],
    ids=["own indicator, their OPD", "their indicator, own OPD", "theirs to me", "mine to them", "their code"],
)
def test_a_row_of_two_owners_is_refused_whichever_side_is_the_own(kirim, nama, baris):
    assert "baris-opd-lain" in kode(kirim(kolom_tambahan(nama, baris, "", "")))


def test_a_figure_of_an_indicator_that_moves_is_of_both(gudang):
    """Also where the draft was kept before anybody asked: the figure and the indicator change together."""
    for dari, ke in (("UHH", "DINKES"), ("IMUN", "KAB")):
        pindah = ubah(BUKU_KECIL, "Indikator", **{f"B{2 if dari == 'UHH' else 4}": ke})
        pindah = ubah(pindah, "Capaian", **{f"F{2 if dari == 'UHH' else 4}": "80"})
        nomor = draf(gudang, pindah, oleh=OPERATOR.nama, mode="perbarui")
        with pytest.raises(TidakBerhak, match="perangkat daerah lain"):
            terbitkan(gudang, nomor, OPERATOR, "uji")


@pytest.mark.parametrize(("nomor", "boleh"), [(2, False), (3, False), (4, True)], ids=["UHH", "OPINI", "IMUN"])
def test_a_deleted_row_is_whose_it_was(gudang, nomor, boleh):
    isi = {**BUKU_KECIL, "Capaian": [b for i, b in enumerate(BUKU_KECIL["Capaian"], 1) if i != nomor]}
    ke = draf(gudang, isi, oleh=OPERATOR.nama, mode="perbarui")
    if boleh:
        assert terbitkan(gudang, ke, OPERATOR, "uji") == 2
        return
    with pytest.raises(TidakBerhak, match="perangkat daerah lain"):
        terbitkan(gudang, ke, OPERATOR, "uji")


@pytest.mark.parametrize("ejaan", ["DINKES", "dinkes", " Dinkes ", "DIN\u00adKES"])
def test_the_own_code_counts_in_any_spelling(kirim, ejaan):
    siapa = Pengguna("budi", PeranPengguna.OPERATOR, ejaan)
    assert kirim(kolom_tambahan("Anggaran", ["dinKES", *MILIK["Anggaran"][1:]], "", ""), siapa).sah
    assert kode(kirim(kolom_tambahan("Capaian", LAIN["Capaian"][0], "", ""), siapa)) == {"baris-opd-lain"}


@pytest.mark.parametrize("ejaan", ["ik-1", "IK - 1", "IK\u20131", "Ik-1 "])
def test_another_s_key_is_another_s_in_any_spelling(gudang, kirim, ejaan):
    isi = tambah_baris(BUKU_KECIL, "Indikator", ["IK-1", "KAB", "Sasaran", None, None, "S", "Angka", "Persen", "Naik"])
    terbit(gudang, tambah_baris(isi, "Capaian", ["IK-1", 2024, None, 80, None, 81]))
    for nama, baris in (
        ("Capaian", [ejaan, 2024, None, None, None, 99]),
        ("Indikator", [ejaan, "DINKES", "Sasaran", None, None, "S", "Milik kami", "Persen", "Naik"]),
        ("Analisis", [ejaan, "DINKES", 2024, "Solusi", "Milik kami"]),
        ("Anggaran indikator", [ejaan, 2024, 5, 4]),
    ):
        assert kode(kirim(kolom_tambahan(nama, baris, "", ""))) == {"baris-opd-lain"}, nama


@pytest.mark.parametrize("isi", ["KOSONG", "tidak tersedia"])
def test_nobody_empties_another_s_cell(kirim, isi):
    assert kode(kirim(kolom_tambahan("Capaian", ["UHH", 2024, None, None, None, isi], "", ""))) == {"baris-opd-lain"}
    assert kirim(kolom_tambahan("Capaian", ["IMUN", 2024, None, None, None, isi], "", "")).sah


def test_a_predecessor_s_rows_stay_its_own(gudang, kirim):
    """An OPD that took over another's work reports under its own code; the history is not its to rewrite."""
    judul = BUKU_KECIL["OPD"][0]
    isi = tambah_baris(BUKU_KECIL, "OPD", ["LAMA", "Dinas Lama", "Lama", "Dinas"])
    isi = ubah(isi, "OPD", **{f"{chr(65 + judul.index('Pendahulu'))}3": "LAMA"})
    terbit(gudang, tambah_baris(isi, "Anggaran", ["LAMA", 2023, None, None, "Program Lama", None, None, 5, 4]))
    lama = ["LAMA", 2023, None, None, "Program Lama", None, None, 6, 4]
    assert kode(kirim(kolom_tambahan("Anggaran", lama, "", ""))) == {"baris-opd-lain"}


def test_who_is_responsible_for_an_indicator_does_not_own_it(kirim):
    """UHH is KAB's, with DINKES as Penanggung jawab."""
    assert kode(kirim(kolom_tambahan("Rencana aksi", ["UHH", 2025, "TW III", "Aksi", None, "DINKES"], "", "")))


def test_an_unknown_sheet_changes_nothing(kirim):
    isi = {**kolom_tambahan("Capaian", MILIK["Capaian"], "", ""), "Realisasi kami": [["Kode OPD"], ["KAB"]]}
    rancangan = kirim(isi)
    assert (rancangan.sah, rancangan.beda.hitung()) == (True, {"tambah": 0, "ubah": 1, "hapus": 0})


def test_an_operator_never_replaces_the_whole(gudang, muat_di_sini, tmp_path):
    berkas = tulis(ubah(BUKU_KECIL, "Capaian", F4=95), tmp_path / "kiriman.xlsx")
    with pytest.raises(TidakBerhak, match="mengganti seluruh"):
        rancang(gudang, [berkas], Mode.GANTI, OPERATOR)
    nomor = draf(gudang, ubah(BUKU_KECIL, "Capaian", F4=95), oleh=OPERATOR.nama, mode="ganti")
    with pytest.raises(TidakBerhak, match="mengganti seluruh"):
        terbitkan(gudang, nomor, OPERATOR, "uji")


def test_two_rows_of_one_key_are_both_seen():
    """A version of an older rule of names may hold them; neither is lost where rows are matched."""
    capaian = next(s for s in lembar() if s.nama == CAPAIAN.nama)
    judul, *baris = capaian.baris
    kembar = LembarMentah(capaian.nama, (judul, *baris, (9, ("uhh", *baris[0][1][1:])), (10, baris[0][1])))
    berkunci = baris_berkunci(CAPAIAN, kembar)
    assert [b["Kode indikator"] for b in berkunci.values()] == ["UHH", "OPINI", "IMUN", "uhh", "UHH"]
    assert len(set(berkunci)) == 5
