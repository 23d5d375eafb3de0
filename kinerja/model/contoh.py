"""What a filled cell and a filled row look like, by sheet and column: for the guide and for the template's Petunjuk."""

from kinerja.model.istilah import JenisOpd
from kinerja.model.kolom import Jenis, Kolom, Lembar
from kinerja.model.pemerintah import SEBUTAN
from kinerja.model.skema import (
    ANALISIS,
    ANGGARAN,
    ANGGARAN_INDIKATOR,
    APBD,
    CAPAIAN,
    INDIKATOR,
    KUTIPAN,
    OPD,
    REGIONAL,
    RENCANA_AKSI,
    SKALA,
    SUSUNAN,
)

CONTOH_KOLOM = {
    "Kunci": "Provinsi",
    "Kode OPD": "DINKES",
    "Nama OPD": "Dinas Kesehatan",
    "Singkatan": "Dinkes",
    "Skala capaian": "Permendagri 86/2017",
    "Kode indikator": "UHH",
    "Misi": "Misi 1: sumber daya manusia unggul",
    "Tujuan": "Meningkatnya derajat kesehatan",
    "Sasaran": "Meningkatnya usia harapan hidup",
    "Indikator": "Usia Harapan Hidup",
    "Satuan": "Tahun",
    "Skala nilai": "AKIP",
    "Padanan": "Usia Harapan Hidup",
    "Bobot": "1",
    "Formula": "Rata-rata umur pada saat lahir",
    "Sumber data": "BPS",
    "Target akhir": "73,5",
    "Tahun target akhir": "2026",
    "Tahun": "2024",
    "Target": "72,93",
    "Target hitung": "72,93",
    "Realisasi": "72,97",
    "Capaian dilaporkan": "100,05",
    "Predikat dilaporkan": "Sangat Tinggi",
    "Sumber": "000, Tabel 3.4",
    "Catatan": "Angka sementara",
    "Induk": "UHH",
    "Bagian": "UHH-L",
    "Wilayah": "Contoh",
    "Provinsi": "Provinsi Contoh",
    "Tercetak": "72,97 tahun",
    "Tenggat": "31 Desember 2025",
    "Status": "Selesai",
    "Kelompok": "Sasaran 1",
    "Program": "Program Pemenuhan Upaya Kesehatan",
    "Kegiatan": "Penyediaan Layanan Kesehatan",
    "Sub kegiatan": "Pengelolaan Pelayanan Kesehatan Gizi",
    "Pagu": "1343185299386",
    "Anggaran": "1343185299386",
    "Serapan dilaporkan": "89,00 %",
    "Efisiensi dilaporkan": "9,23",
    "Nilai": "72,97",
    "Skala": "Kesehatan",
    "Urutan": "1",
    "Predikat": "Baik",
    "Batas bawah": "91",
    "Batas atas": "100",
    "Dasar hukum": "Peraturan {kepala} Nomor 1 Tahun 2024",
    "Berlaku sejak": "2024",
    "Pendahulu": "DINKES",
    "Target rencana": "73",
    "Kode": "1.02.02.2.02.0001",
    "Pagu awal": "1200000000000",
    "Nomor": "000",
    "Judul": "LKjIP {jenis} Contoh 2024",
    "Penerbit": "Bagian Organisasi",
    "Tautan": "https://contoh.go.id/lkjip-2024.pdf",
    "Nama": "Contoh",
    "Nama lain": "Kab. Contoh",
    "Aksi": "Menambah jadwal posyandu",
    "Keluaran": "12 jadwal posyandu",
    "Penanggung jawab": "DINKES",
}
"""What a filled cell looks like, by column, for an owner of a kind; columns with a list show their first word."""
CONTOH_LEMBAR = {
    ("Profil", "Nilai"): "Provinsi Contoh",
    ("Indikator", "Penanggung jawab"): "DINKES;RSUD",
    ("Analisis", "Penanggung jawab"): "Kepala Dinas Kesehatan",
    ("Kutipan", "Uraian"): "Sasaran sehat",
    ("Analisis", "Uraian"): "Layanan kesehatan makin dekat dengan warga",
    ("APBD", "Uraian"): "Pendapatan Asli Daerah",
    ("Anggaran", "Realisasi"): "1195434916453",
    ("Anggaran", "Kode indikator"): "UHH;IMUN",
    ("Anggaran indikator", "Realisasi"): "1195434916453",
    ("Anggaran indikator", "Pagu bersama"): "IMUN",
    ("APBD", "Realisasi"): "1195434916453",
}
"""Columns whose name means something else in one sheet."""

_BARIS_LAIN = {
    (OPD.nama, "Jenis"): "Dinas",
    (INDIKATOR.nama, "Tingkat"): "Sasaran",
    (INDIKATOR.nama, "Penanggung jawab"): "DINKES",
    (SUSUNAN.nama, "Bagian"): "IMUN",
    (KUTIPAN.nama, "Ukuran"): "Realisasi",
    (ANGGARAN.nama, "Kode indikator"): "UHH",
    (REGIONAL.nama, "Indikator"): "Usia Harapan Hidup",
    (REGIONAL.nama, "Tingkat wilayah"): "Kabupaten/Kota",
    (REGIONAL.nama, "Arah"): "Naik",
}
"""Cells of the example row that fit the other example rows better than the guide's example of the column."""
_BARIS_KOSONG = frozenset(
    {
        (OPD.nama, "Skala capaian"),
        (INDIKATOR.nama, "Skala nilai"),
        (INDIKATOR.nama, "Bobot"),
        (CAPAIAN.nama, "Target hitung"),
        (KUTIPAN.nama, "Indikator"),
        (KUTIPAN.nama, "Wilayah"),
        (KUTIPAN.nama, "Kode OPD"),
        (KUTIPAN.nama, "Uraian"),
        (ANALISIS.nama, "Kode OPD"),
        (ANGGARAN.nama, "Kelompok"),
        (ANGGARAN_INDIKATOR.nama, "Pagu bersama"),
        (SKALA.nama, "Batas atas"),
        (APBD.nama, "Kode OPD"),
        (KUTIPAN.nama, "Catatan"),
        (RENCANA_AKSI.nama, "Catatan"),
    }
)
"""Cells that stay empty in the example row: another cell of the row says it, or most rows have no need of it."""


def contoh(lembar: Lembar, kolom: Kolom, jenis: JenisOpd = JenisOpd.KABUPATEN) -> str:
    """Return what a filled cell of a column looks like in the workbook of an owner of a kind."""
    if (lembar.nama, kolom.nama) == (OPD.nama, "Jenis"):
        return jenis.value
    if kolom.pilihan:
        return kolom.bawaan or kolom.pilihan[0]
    teks = CONTOH_LEMBAR.get((lembar.nama, kolom.nama)) or CONTOH_KOLOM[kolom.nama]
    return teks.format(kepala=SEBUTAN[jenis].kepala, jenis=jenis.value)


def baris_contoh(lembar: Lembar) -> tuple[tuple[Kolom, str], ...]:
    """Return one filled row of a sheet: the columns that a beginner fills, each with what stands in it.

    Optional columns are left out where they came later or hold a word of a list that has no default.
    """

    def terisi(kolom: Kolom) -> bool:
        if kolom.wajib or (lembar.nama, kolom.nama) in _BARIS_LAIN:
            return True
        tanpa_bawaan = kolom.jenis is Jenis.DAFTAR and not kolom.bawaan
        return not (kolom.tambahan or tanpa_bawaan or (lembar.nama, kolom.nama) in _BARIS_KOSONG)

    return tuple((k, _BARIS_LAIN.get((lembar.nama, k.nama)) or contoh(lembar, k)) for k in lembar.kolom if terisi(k))
