"""Workbooks as offices really make them: what each must say, read from the collection beside the checkout.

A row a file; skipped where the collection is absent. Every kind has its own test on workbooks built in code.
"""

from pathlib import Path

import pytest

from kinerja.buku.banding.gabung import gabungkan
from kinerja.buku.banding.kanonik import kanonik
from kinerja.buku.ejaan.bagian import Bagian
from kinerja.buku.muat import muat, muat_mentah
from kinerja.buku.pembaca import BukuMentah
from kinerja.dataset import Dataset
from kinerja.pemasangan import AKAR
from kinerja.uji.mesin import uji

LAPANGAN = Path(__file__).resolve().parents[4] / "shared" / "lapangan"

DITOLAK = {
    "lembar_capaian_2_saja": ["tanpa-isi: lembar yang ada: Capaian (2) (maksud Anda Capaian?)"],
    "lembar_capaian_tw_iii_saja": ["tanpa-isi: lembar yang ada: Capaian TW III (maksud Anda Capaian?)"],
    "judul_tabel_di_baris_4": ["judul-di-baris: baris 4"],
    "baris_nomor_kolom_di_bawah_judul": ["nomor-kolom: Baris 2 tampak seperti baris nomor kolom"],
    "baris_jumlah_dan_tanda_tangan": ["baris-kaki: 7 sampai 8 tampak seperti tanda tangan", "baris-jumlah: “JUMLAH”"],
    "kolom_realisasi_diganti_nama": ["kolom-mirip: “Realisasi 2024” (maksud Anda Realisasi?)"],
    "kolom_periode_bernama_triwulan": [
        "kolom-mirip: “Triwulan” (maksud Anda Periode?)",
        "kolom-mirip: “Realiasasi” (maksud Anda Realisasi?)",
    ],
    "perbarui_kolom_realisasi_sd_tw_iii": [
        *("lembar-hilang: OPD", "lembar-hilang: Indikator", "lembar-hilang: Capaian"),
        "kolom-mirip: “Realisasi s.d. TW III” (maksud Anda Realisasi?)",
    ],
    "tautan_luar_hanya_di_nama": ["tautan-luar: xl/externalLinks/externalLink1.xml"],
    "kotak_centang_formulir": ["kontrol-formulir: kotak centang"],
    "kode_1.1_dan_1.10_sebagai_angka": [
        *["kode-angka: sehingga 1.10 menjadi 1,1"] * 6,
        *["kunci-ganda: berkunci sama dengan baris 2: 1,1"] * 2,
    ],
    "kode_angka_di_satu_lembar_teks_di_lembar_lain": [
        *(
            "kode-angka: sehingga 1.10 menjadi 1,1",
            "kode-tak-dikenal: “1,1”",
        ),  # 1.2 and 05 can be meant in one way only
    ],
    "kode_menjadi_tanggal_dan_jam": [
        *["tanggal: (2026-01-01), bukan Kode indikator", "tanggal: (1.10.00), bukan Kode indikator"] * 2,
    ],
}
"""Files that must be refused: the findings in their order, each by its kind and a part of its message."""


def berkas(nama):
    """Return the file, or skip the test."""
    asal = LAPANGAN / f"{nama}.xlsx"
    if not asal.is_file():
        pytest.skip("the collection is not here")
    return asal


@pytest.mark.parametrize(("nama", "harapan"), DITOLAK.items())
def test_a_file_is_refused_with_what_is_wrong_in_it(muat_di_sini, nama, harapan):
    hasil = muat_di_sini(berkas(nama))
    assert not hasil.sah
    for harap, temuan in zip(harapan, hasil.temuan, strict=True):
        kode, _, pesan = harap.partition(": ")
        assert temuan.kode.value == kode
        assert pesan in temuan.pesan


SEPERTI_DASAR = (
    "strict_open_xml",
    "gaya_isi_kosong",
    "gaya_warna_fff",
    "gaya_keluarga_huruf_34",
    "properti_tanggal_lokal",
    "carriage_return_di_judul",
    "carriage_return_di_kode",
    "kode_berhuruf_tak_terlihat",
    "kode_bertanda_hubung_lain",
    "sel_berbingkai_kosong_di_baris_terakhir",
    "sel_berbingkai_kosong_di_kolom_terakhir",
    "kolom_uang_bersatuan_rp",
    "tanpa_styles",
    "wps_dimensi_a1_dan_format_59",
    "lembar_grafik_sendiri",
    "nama_rusak_dan_komentar",
    "lembar_dan_struktur_dikunci",
    "tanggal_1904_mac",
    "tanggal_iso_dalam_sel",
)
"""Files that hold the same as the plain one, however they are made."""


@pytest.mark.parametrize("nama", SEPERTI_DASAR)
def test_a_file_is_read_like_the_plain_one(muat_di_sini, nama):
    harap, hasil = muat_di_sini(berkas("00_dasar_tanpa_kesalahan")), muat_di_sini(berkas(nama))
    assert [t.pesan for t in hasil.temuan] == []
    assert hasil.jumlah_baris == harap.jumlah_baris
    assert hasil.buku.capaian == harap.buku.capaian
    assert hasil.buku.anggaran == harap.buku.anggaran


def test_merged_cells_count_for_all_they_cover(muat_di_sini):
    sasaran = muat_di_sini(berkas("sasaran_digabung_ke_bawah"))
    assert sasaran.temuan == ()
    assert [i.sasaran for i in sasaran.buku.indikator] == ["Sehat", "Sehat", "Cerdas", "Cerdas"]
    target = muat_di_sini(berkas("target_triwulan_digabung"))
    assert [b.target.teks for b in target.buku.capaian] == ["95"] * 4
    kode = muat_di_sini(berkas("kode_dan_tahun_digabung"))
    assert kode.temuan == ()
    assert len({(b.kode_indikator, b.tahun) for b in kode.buku.capaian}) == 1


def test_escapes_are_read_as_what_they_stand_for(muat_di_sini):
    hasil = muat_di_sini(berkas("carriage_return_dalam_teks"))
    assert hasil.temuan == ()
    assert "Puskesmas terakreditasi" in {i.indikator for i in hasil.buku.indikator}
    assert "Posyandu aktif Kader dilatih" in {b.catatan for b in hasil.buku.capaian} | {
        a.uraian for a in hasil.buku.analisis
    }


def test_percent_cells_and_stored_results_are_read_as_they_show(muat_di_sini):
    persen = muat_di_sini(berkas("sel_persen_berbagai_format"))
    assert {"69,5", "70,1", "8,4", "90,25"} <= {str(b.realisasi.angka).replace(".", ",") for b in persen.buku.capaian}
    rumus = muat_di_sini(berkas("rumus_bersama_dan_lintas_lembar"))
    assert "8,4" in {b.realisasi.teks for b in rumus.buku.capaian}


PAGU = {
    "program_sama_dua_ejaan": ("DINKES", 2024, 1_000_000),
    "kegiatan_dengan_dan_tanpa_kata_kegiatan": ("DINKES", 2024, 1_000_000),
    "sipd_lra_sesudah_disusun_ulang": ("KOMINFO", 2026, 10_810_941_900),
}
"""Files whose budget is counted once: OPD, year and rupiah."""


@pytest.mark.parametrize(("nama", "harapan"), PAGU.items())
def test_a_budget_is_counted_once(muat_di_sini, nama, harapan):
    opd, tahun, rupiah = harapan
    assert Dataset(muat_di_sini(berkas(nama)).buku).jumlah_anggaran[opd, tahun].pagu == rupiah


def test_a_recapitulation_under_the_offices_own_names_adds_no_money(muat_di_sini):
    dasar = muat_di_sini(berkas("sipd_lra_sesudah_disusun_ulang")).kanonik()
    rekap = muat_di_sini(berkas("rekap_kantor_dengan_nama_sendiri")).tafsir["Anggaran"]
    mentah = kanonik({"Anggaran": rekap})
    hasil = muat_mentah(BukuMentah(gabungkan(dasar, [Bagian("", mentah)]).lembar, ()))
    assert Dataset(hasil.buku).jumlah_anggaran["KOMINFO", 2026].pagu == 10_810_941_900


@pytest.mark.parametrize(
    ("nama", "peringkat"),
    [
        ("wilayah_kab_kabupaten_indonesia", [("Kota Contoh", 1), ("Tetangga", 2), ("Contoh", 3)]),
        ("wilayah_kembar_dua_ejaan", [("Batu Raja", 1), ("Contoh", 2), ("Tetangga", 3)]),
    ],
)
def test_a_region_is_ranked_once(muat_di_sini, nama, peringkat):
    banding = Dataset(muat_di_sini(berkas(nama)).buku).banding("IPM", 2024)
    assert [(p.wilayah, p.peringkat) for p in banding.posisi] == peringkat
    assert banding.sendiri is not None


def test_the_regions_of_bps_are_those_of_the_dashboard(muat_di_sini):
    dasar = muat(next((AKAR / "data").glob("*.xlsx"))).kanonik()
    mentah = kanonik({"Regional": muat_di_sini(berkas("bps_pengeluaran_sumut_nama_asli_bps")).tafsir["Regional"]})
    hasil = Dataset(muat_mentah(BukuMentah(gabungkan(dasar, [Bagian("", mentah)]).lembar, ())).buku)
    baru = {b.wilayah for b in hasil.regional("Pengeluaran per Kapita")}
    assert len(baru) == 35
    assert baru <= {b.wilayah for b in hasil.regional("IPM")} | {hasil.profil.provinsi, "Nasional"}


def test_pagu_before_and_after_the_change_is_told_where_it_goes(muat_di_sini):
    (temuan,) = muat_di_sini(berkas("pagu_murni_dan_perubahan")).temuan
    assert temuan.kode.value == "pagu-ganda"


def test_formulas_over_empty_rows_and_totals_are_left_out_and_said(muat_di_sini):
    harap = muat_di_sini(berkas("00_dasar_tanpa_kesalahan")).buku
    rumus, jumlah = (
        muat_di_sini(berkas(n)) for n in ("rumus_ditarik_ke_baris_kosong", "tabel_excel_dengan_baris_total")
    )
    assert [f"{t.kode} {t.lembar}" for t in rumus.temuan] == ["rumus-kosong Capaian", "rumus-kosong Anggaran"]
    assert [f"{t.kode} {t.lembar}!{t.sel}" for t in jumlah.temuan] == ["baris-jumlah-beda Anggaran!A5"]
    assert rumus.buku.anggaran == jumlah.buku.anggaran == harap.anggaran
    assert len(rumus.buku.capaian) == len(harap.capaian)


def test_words_marks_and_bounds_are_read_as_offices_write_them(muat_di_sini):
    kosong = muat_di_sini(berkas("tidak_tersedia_titik_titik_dan_kata"))
    assert kosong.temuan == ()
    assert not any(b.realisasi.ada for b in kosong.buku.capaian)
    bintang = muat_di_sini(berkas("angka_sementara_bertanda_bintang"))
    assert [str(b.nilai.angka) for b in bintang.buku.regional] == ["70.10", "71.20", "70.90", "72.00"]
    assert [b.tanda for b in bintang.buku.regional] == [("Sementara",), ("Sementara",), (), ()]
    assert [f"{t.kode} {t.sel}" for t in bintang.temuan] == ["tanda-kaki F4", "tanda-kaki F5"]
    ganda = muat_di_sini(berkas("target_bermakna_ganda_mengikuti_saran"))
    assert ganda.temuan == ()
    assert (ganda.buku.capaian[0].target.teks, ganda.buku.capaian[0].target_hitung.angka) == ("81,48 /60", 60)
    assert muat_di_sini(berkas("target_bertanda_dengan_target_hitung")).temuan == ()
    bertanda = muat_di_sini(berkas("target_bertanda_dengan_target_hitung")).buku.capaian
    assert [str(b.target.batas or b.target.jenis) for b in bertanda] == [">=", ">", ">=", "rentang", "teks"]
    lebih = muat_di_sini(berkas("target_bertanda_lebih_dari"))
    assert [t.sel for t in lebih.temuan] == ["D6"]
    assert "Target hitung" in lebih.temuan[0].saran


def test_quarters_are_read_by_every_clear_name(muat_di_sini):
    hasil = muat_di_sini(berkas("periode_triwulan_i_tw_3_tw-iv"))
    assert hasil.temuan == ()
    assert [b.periode for b in hasil.buku.capaian] == ["TW I", "TW II", "TW III", "TW IV"]


@pytest.mark.parametrize("nama", ["tanggal_1904_mac", "tanggal_iso_dalam_sel"])
def test_a_due_date_is_read_by_every_calendar(muat_di_sini, nama):
    assert [a.tenggat for a in muat_di_sini(berkas(nama)).buku.analisis] == ["31 Desember 2025"]


def test_a_series_whose_way_of_measuring_changed_is_told_by_the_audit(muat_di_sini):
    temuan = uji(Dataset(muat_di_sini(berkas("uhh_ganti_metode_2023")).buku)).temuan
    assert ["66,4" in t.uraian and "72,9" in t.uraian for t in temuan] == [True]


def test_links_and_controls_are_told_apart_with_the_ways_to_be_rid_of_them(muat_di_sini):
    (tautan,) = muat_di_sini(berkas("tautan_luar_hanya_di_nama")).temuan
    (kontrol,) = muat_di_sini(berkas("kotak_centang_formulir")).temuan
    assert all(kata in tautan.saran for kata in ("Name Manager", "Data Validation", "buku kerja baru"))
    assert "tautan" not in kontrol.pesan


def test_dates_are_quoted_as_the_user_sees_them(muat_di_sini):
    waktu = {t.sel: t for t in muat_di_sini(berkas("angka_menjadi_jam_dan_tanggal")).temuan}
    terlihat = {"F2": ("7.15", "7,15"), "F3": ("70.10.00", "70,10"), "D4": ("5-Agu", "8,5"), "B5": ("2024", "2024")}
    assert set(waktu) == set(terlihat)
    for sel, (dikutip, saran) in terlihat.items():
        assert f"({dikutip})" in waktu[sel].pesan
        assert f"misalnya {saran}" in waktu[sel].saran
    kode = muat_di_sini(berkas("kode_menjadi_tanggal_dan_jam"))
    assert all("Text" in t.saran for t in kode.temuan if t.kode == "tanggal")
