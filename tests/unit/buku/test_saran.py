"""Every advice of the catalogue works: the finding is shown, its advice is followed, the workbook is accepted.

A row is a kind of finding, or one way in which it comes about: the workbook, the cell and the words that the user sees,
and the workbook as it is once someone did what the message says and nothing else.
"""

import datetime as dt
from dataclasses import dataclass

import pytest
from contoh_gudang import ADMIN, OPERATOR, gudang_baru, terbit
from openpyxl.utils import get_column_letter
from pembangun import BUKU_KECIL as B
from pembangun import (
    Galat,
    Isi,
    Rumus,
    Ubahan,
    gabungkan,
    ganti_nama_lembar,
    ringkas,
    sel,
    sembunyikan_baris,
    sembunyikan_lembar,
    tambah_baris,
    tambah_lembar,
    tanpa_isi,
    tanpa_kolom,
    tanpa_lembar,
    tulis,
    ubah,
    ulang_baris,
)

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.templat.pengenal import JUDUL_PETUNJUK, TANDA_BARIS, sidik_baris
from kinerja.model.kolom import Jenis
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.unggah.impor import Mode, rancang

NIP = "196801011990031001"


@dataclass(frozen=True, kw_only=True)
class Nasihat:
    """A workbook with a finding, what the user reads of it, and the workbook after its advice."""

    isi: Isi
    sel: str
    pesan: str
    saran: str
    ikut: Isi
    ubahan: tuple[Ubahan, ...] = ()


def satu_sel(lembar, alamat, isi, ikut, *, pesan, saran, di=""):
    """Return a row about one cell of the small workbook: what stands there, what is written instead; `di` is named."""
    return Nasihat(
        isi=sel(lembar, **{alamat: isi}),
        sel=f"{lembar}!{di or alamat}",
        pesan=pesan,
        saran=saran,
        ikut=sel(lembar, **{alamat: ikut}),
    )


TRIWULAN = tambah_baris(
    B, "Capaian", *(["IMUN", 2024, p, None, None, 20] for p in ("TW I", "TW II", "TW III", "TW IV"))
)
LEMBAGA_BERWILAYAH = ubah(ubah(B, "Profil", A2="Jenis pemerintah", B2="Lembaga"), "OPD", D2="Lembaga")
PROVINSI_LAIN = ubah(
    tambah_baris(
        ubah(ubah(B, "OPD", D2="Provinsi"), "Regional", C2="Provinsi"),
        "Regional",
        ["Umur Harapan Hidup", "Seberang", "Provinsi", None, 2024, "70,00", "Tahun", "Naik", "000, Tabel 3.6"],
    ),
    "Profil",
    A2="Jenis pemerintah",
    B2="Provinsi",
    B3="Seberang",
)

LEMBAR_DAN_KOLOM = {
    "tanpa-isi": Nasihat(
        isi=ganti_nama_lembar({"Capaian": B["Capaian"], **tanpa_lembar(B, *B)}, "Capaian", "Capaian (2)"),
        sel="!",
        pesan="lembar yang ada: Capaian (2) (maksud Anda Capaian?)",
        saran="salin datanya ke templat",
        ikut=B,
    ),
    "templat-kosong": Nasihat(
        isi={"Petunjuk": [[JUDUL_PETUNJUK]], **{nama: [tabel[0]] for nama, tabel in B.items()}},
        sel="!",
        pesan="Templat ini belum diisi",
        saran="Isi mulai baris 2 pada lembar OPD, lalu Indikator, lalu Capaian",
        ikut={"Petunjuk": [[JUDUL_PETUNJUK]], **B},
    ),
    "lembar-hilang": Nasihat(
        isi=tanpa_lembar(B, "OPD"),
        sel="OPD!",
        pesan="Lembar OPD tidak ada",
        saran="Tambahkan lembar OPD",
        ikut=tambah_lembar(tanpa_lembar(B, "OPD"), "OPD", *B["OPD"]),
    ),
    "lembar-mirip": Nasihat(
        isi=ganti_nama_lembar(B, "APBD", "Sheet1"),
        sel="Sheet1!",
        pesan="Lembar APBD tidak ada, sedangkan lembar “Sheet1” memuat kolom-kolomnya (maksud Anda APBD?)",
        saran="Ganti nama lembar Sheet1 menjadi APBD",
        ikut=B,
    ),
    "lembar-kembar": Nasihat(
        isi=tambah_lembar(B, " capaian", B["Capaian"][0], ["UHH", 2023, None, 72]),
        sel=" capaian!",
        pesan="Lembar Capaian ada lebih dari satu",
        saran="Gabungkan menjadi satu lembar Capaian",
        ikut=tambah_baris(B, "Capaian", ["UHH", 2023, None, 72]),
    ),
    "lembar-tak-dikenal": Nasihat(
        isi=tambah_lembar(tanpa_lembar(B, "Analisis"), "Analisis 2024", ["Uraian"], ["Layanan makin dekat"]),
        sel="Analisis 2024!",
        pesan="Lembar Analisis 2024 tidak dikenal dan tidak dibaca",
        saran="Bila lembar ini berisi data, ganti namanya menjadi Analisis;",
        ikut=B,
    ),
    "lembar-tak-dikenal: no data": Nasihat(
        isi=tambah_lembar(B, "Rapat", ["x"]),
        sel="Rapat!",
        pesan="Lembar Rapat tidak dikenal",
        saran="nama lembar pada templat; bila tidak, hapus",
        ikut=B,
    ),
    "lembar-tersembunyi": Nasihat(
        isi=B,
        ubahan=(sembunyikan_lembar("Capaian"),),
        sel="Capaian!",
        pesan="Lembar Capaian tersembunyi",
        saran="Tampilkan lembar itu",
        ikut=B,
    ),
    "baris-tersembunyi": Nasihat(
        isi=B,
        ubahan=(sembunyikan_baris("Capaian", 3, 4),),
        sel="Capaian!A3",
        pesan="2 baris tersembunyi",
        saran="Tampilkan baris itu",
        ikut=B,
    ),
    "judul-digabung": Nasihat(
        isi=sel("Capaian", J1=None),
        ubahan=(gabungkan("Capaian", "I1:J1"),),
        sel="Capaian!I1",
        pesan="Sel judul I1:J1 digabung",
        saran="Unmerge Cells) dan tulis satu judul pada setiap kolom",
        ikut=B,
    ),
    "sel-gabungan": Nasihat(
        isi=sel("Anggaran", I3=None),
        ubahan=(gabungkan("Anggaran", "H3:I3"),),
        sel="Anggaran!H3",
        pesan="Sel H3:I3 digabung (“600”) untuk kolom Pagu dan Realisasi",
        saran="Unmerge Cells), lalu tulis isinya pada sel yang memilikinya saja",
        ikut=sel("Anggaran"),
    ),
    "kolom-hilang": Nasihat(
        isi=tanpa_kolom(B, "OPD", "Jenis"),
        sel="OPD!A1",
        pesan="Kolom Jenis tidak ada",
        saran="Tambahkan judul Jenis di baris 1, lalu isi kolomnya",
        ikut=B,
    ),
    "kolom-kembar": Nasihat(
        isi=sel("Capaian", M1="target "),
        sel="Capaian!M1",
        pesan="Judul Target tertulis lebih dari satu kali (juga di D1)",
        saran="Hapus salah satu kolom itu",
        ikut=sel("Capaian", M1=None),
    ),
    "kolom-tak-dikenal": Nasihat(
        isi=sel("Analisis", F1="Pengampu"),
        sel="Analisis!F1",
        pesan="Kolom Pengampu tidak dikenal",
        saran="tulis judulnya seperti pada templat",
        ikut=sel("Analisis"),
    ),
    "tanpa-baris": Nasihat(
        isi=tanpa_isi(B, "Capaian"),
        sel="Capaian!A2",
        pesan="Lembar Capaian tidak berisi satu baris pun",
        saran="Isi lembar Capaian mulai baris 2",
        ikut=B,
    ),
}

SEL = {
    "sel-kosong": satu_sel(
        "OPD", "B2", None, "Pemerintah Kabupaten Contoh", pesan="Nama OPD wajib diisi", saran="Isi Nama OPD: "
    ),
    "sel-kosong: a word of a list": satu_sel(
        "Susunan",
        "C2",
        None,
        "Mendukung",
        pesan="Hubungan wajib",
        saran="Isi Hubungan: salah satu dari Jumlah, Rata-rata",
    ),
    "sel-kosong: a rank": satu_sel("Skala", "B2", None, 1, pesan="Urutan wajib", saran="Isi Urutan: 1 adalah"),
    "galat-rumus": satu_sel(
        "Capaian", "F2", Galat("#N/A"), "72,97", pesan="galat #N/A", saran="tulis hasilnya langsung tanpa rumus"
    ),
    "galat-rumus: in a name": satu_sel(
        "OPD", "C3", Galat("#REF!"), "Dinkes", pesan="galat #REF!", saran="tulis hasilnya langsung tanpa rumus"
    ),
    "rumus-tanpa-nilai": satu_sel(
        "Capaian", "F2", Rumus("=72+0.97"), Rumus("=72+0.97", "72.97"), pesan="belum", saran="Buka dan simpan berkas"
    ),
    "rumus-tanpa-nilai: typed instead": satu_sel(
        "Capaian", "F2", Rumus("=72+0.97"), "72,97", pesan="belum memiliki nilai", saran="tulis hasilnya langsung"
    ),
    "benar-salah": satu_sel("Skala", "F2", True, "Ya", pesan="Berisi BENAR, bukan pilihan", saran="misalnya Ya"),
    "batas-bukan-target": satu_sel(
        "Capaian", "F2", "> 70", 71, pesan="“> 70”, sebuah batas", saran="Tulis angka yang dicapai"
    ),
    "batas-bukan-target: not known yet": satu_sel(
        "Regional", "F2", "≤ 3", None, pesan="Nilai adalah hasil", saran="kosongkan sel bila belum tersedia"
    ),
    "bukan-uang": satu_sel(
        "Anggaran", "H3", "banyak", 1343185299386, pesan="“banyak”, bukan jumlah rupiah", saran="misalnya 1343185299386"
    ),
    "bukan-uang: not known yet": satu_sel(
        "Anggaran", "H3", "menyusul", None, pesan="“menyusul”", saran="kosongkan sel bila belum tersedia"
    ),
    "negatif": satu_sel(
        "Anggaran", "H3", -600, 0, pesan="Tertulis -600, padahal Pagu", saran="Tulis angka 0 atau lebih"
    ),
    "negatif: a rank": satu_sel("Skala", "B2", 0, 1, pesan="Urutan tidak boleh", saran="Tulis angka 1 atau lebih"),
    "tahun-salah": satu_sel("Capaian", "B2", "2023/2024", 2024, pesan="“2023/2024”", saran="misalnya 2024"),
    "teks-panjang": satu_sel(
        "OPD", "B3", "Dinas " * 99, "Dinas " * 83, pesan="Berisi 593 huruf (“Dinas", saran="paling banyak 500 huruf"
    ),
    "teks-panjang: sentences": satu_sel(
        "Capaian", "J2", "k" * 9_000, "k" * 5_000, pesan="batas Catatan 5.000 huruf", saran="paling banyak 5.000 huruf"
    ),
    "kode-angka": satu_sel(
        "Anggaran",
        "M2",
        2.16,
        "2.16",
        pesan="Kode tersimpan sebagai angka 2,16",
        saran="Ubah format kolom Kode menjadi Text",
    ),
    "kode-tak-dikenal": satu_sel(
        "Capaian",
        "A2",
        "XX",
        "UHH",
        pesan="Kode indikator “XX” tidak ada pada lembar Indikator",
        saran="Tulis yang ada pada lembar Indikator",
    ),
    "kode-tak-dikenal: a row is added": Nasihat(
        isi=sel("Anggaran", A2="BARU"),
        sel="Anggaran!A2",
        pesan="Kode OPD “BARU” tidak ada pada lembar OPD",
        saran="atau tambahkan barisnya di sana",
        ikut=tambah_baris(sel("Anggaran", A2="BARU"), "OPD", ["BARU", "Badan Baru", None, "Badan"]),
    ),
    "kode-tak-dikenal: a region": Nasihat(
        isi=sel("Kutipan", C3="Siak"),
        sel="Kutipan!C3",
        pesan="Wilayah “Siak” tidak ada pada lembar Regional",
        saran="tambahkan barisnya di sana",
        ikut=tambah_baris(
            sel("Kutipan", C3="Siak"), "Regional", ["Umur Harapan Hidup", "Siak", "Kabupaten/Kota", "Riau", 2024, 70]
        ),
    ),
    "kode-tak-dikenal: a part": satu_sel(
        "Susunan", "B2", "XX", "IMUN", pesan="Bagian “XX” tidak ada", saran="Tulis yang ada pada lembar Indikator atau"
    ),
    "skala-tak-dikenal": satu_sel(
        "OPD", "E3", "Entah", "Kesehatan", pesan="Skala “Entah” tidak dikenal", saran="Kesehatan"
    ),
    "skala-tak-dikenal: a scale is added": Nasihat(
        isi=sel("OPD", E3="Entah"),
        sel="OPD!E3",
        pesan="Skala “Entah” tidak dikenal",
        saran="atau tambahkan skala itu pada lembar Skala",
        ikut=tambah_baris(sel("OPD", E3="Entah"), "Skala", ["Entah", 1, "Baik", 0]),
    ),
    "skala-cacat": satu_sel(
        "Skala",
        "D3",
        60,
        0,
        pesan="Batas bawah Buruk tidak lebih kecil daripada Batas bawah Baik",
        saran="Batas bawah yang makin kecil",
    ),
    "skala-cacat: overlap": satu_sel(
        "Skala",
        "E3",
        60,
        49,
        pesan="bertumpang tindih",
        saran="Batas atas di bawah Batas bawah predikat sebelumnya",
    ),
    "skala-cacat: a word twice": satu_sel(
        "Skala", "C3", "Baik", "Buruk", pesan="tertulis dua kali", saran="Tulis setiap predikat satu kali"
    ),
    "alamat-kutipan": satu_sel(
        "Kutipan", "A2", None, "UHH", pesan="Alamat kutipan kosong", saran="Isi salah satu saja: Kode indikator"
    ),
    "alamat-kutipan: two": Nasihat(
        isi=sel("Kutipan", D2="KAB"),
        sel="Kutipan!A2",
        pesan="lebih dari satu",
        saran="Isi salah satu saja",
        ikut=sel("Kutipan"),
    ),
    "alamat-kutipan: half": Nasihat(
        isi=sel("Kutipan", C3=None),
        sel="Kutipan!A3",
        pesan="tidak lengkap",
        saran="Indikator dan Wilayah",
        ikut=sel("Kutipan"),
    ),
    "alamat-analisis": satu_sel(
        "Analisis", "A2", None, "UHH", pesan="Kode indikator dan Kode OPD sama-sama kosong", saran="Isi salah satunya"
    ),
    "program-kosong": satu_sel(
        "Anggaran", "E3", None, "Program Kesehatan", pesan="Program kosong pada baris", saran="Isi Program"
    ),
    "kunci-ganda": Nasihat(
        isi=ulang_baris(B, "Capaian", 2),
        sel="Capaian!A5",
        pesan="berkunci sama dengan baris 2",
        saran="Hapus salah satu baris",
        ikut=B,
    ),
    "kunci-ganda: told apart": Nasihat(
        isi=ulang_baris(B, "Capaian", 2),
        sel="Capaian!A5",
        pesan="berkunci sama",
        saran="bedakan kuncinya (Kode indikator, Tahun, Periode)",
        ikut=ubah(ulang_baris(B, "Capaian", 2), "Capaian", B5=2023),
    ),
    "ribuan-inggris": satu_sel(
        "Indikator",
        "Q2",
        "1,234,567",
        "1.234.567",
        pesan="“1,234,567” dengan pemisah ribuan koma",
        saran="Tulis 1.234.567",
    ),
    "nama-serupa": satu_sel(
        "OPD",
        "B3",
        "PemerintahKabupaten Contoh",
        "Dinas Kesehatan",
        pesan="sama dengan baris 2 yang berkode KAB",
        saran="bila bukan, bedakan namanya",
    ),
    "nama-serupa: one unit": Nasihat(
        isi=tambah_baris(B, "OPD", ["DINKES2", "DINAS KESEHATAN", None, "Dinas"]),
        sel="OPD!B4",
        pesan="Nama “DINAS KESEHATAN” sama dengan baris 3 yang berkode DINKES",
        saran="Bila keduanya unit yang sama, hapus salah satu barisnya",
        ikut=B,
    ),
    "nomor-pribadi": satu_sel(
        "Capaian", "J2", f"oleh {NIP}", "oleh Kepala Dinas", pesan="menyerupai NIP", saran="tulis jabatan atau OPD"
    ),
    "profil-tak-dikenal": satu_sel(
        "Profil", "A2", "Bupati", "Pemerintah daerah", pesan="“Bupati” tidak dikenal", saran="Pemerintah daerah"
    ),
    "di-luar-daftar: a key of Profil": Nasihat(
        isi=tambah_baris(B, "Profil", ["Batas capaian", 125]),
        sel=f"Profil!B{len(B['Profil']) + 1}",
        pesan="“125”, tidak ada dalam daftar Batas capaian",
        saran="Tulis salah satu: Tanpa, 100, 110, 120",
        ikut=tambah_baris(B, "Profil", ["Batas capaian", 120]),
    ),
    "jenis-pemerintah": Nasihat(
        isi=tambah_baris(B, "Profil", ["Jenis pemerintah", "Kota"]),
        sel=f"Profil!B{len(B['Profil']) + 1}",
        pesan="Jenis pemerintah tertulis “Kota”, sedangkan",
        saran="Tulis Kabupaten bila lembar OPD benar",
        ikut=tambah_baris(B, "Profil", ["Jenis pemerintah", "Kabupaten"]),
    ),
    "jenis-pemerintah: the sheet OPD is wrong": Nasihat(
        isi=tambah_baris(B, "Profil", ["Jenis pemerintah", "Kota"]),
        sel=f"Profil!B{len(B['Profil']) + 1}",
        pesan="berjenis Kabupaten di OPD!D2",
        saran="ubah D2 pada lembar OPD menjadi Kota",
        ikut=ubah(tambah_baris(B, "Profil", ["Jenis pemerintah", "Kota"]), "OPD", D2="Kota"),
    ),
    "jenis-pemerintah-kosong": Nasihat(
        isi=ubah(B, "OPD", D2="Kota"),
        sel="OPD!D2",
        pesan="KAB berjenis Kota, sedangkan Jenis pemerintah pada Profil tidak tertulis, yang berarti Kabupaten",
        saran="Tambahkan kunci Jenis pemerintah dengan nilai Kota pada lembar Profil",
        ikut=ubah(tambah_baris(B, "Profil", ["Jenis pemerintah", "Kota"]), "OPD", D2="Kota"),
    ),
    "jenis-pemerintah-kosong: the sheet OPD is wrong": Nasihat(
        isi=ubah(tambah_baris(B, "Profil", ["Jenis pemerintah", None]), "OPD", D2="Lembaga"),
        sel="OPD!D2",
        pesan="KAB berjenis Lembaga, sedangkan Jenis pemerintah pada Profil tidak tertulis",
        saran="atau ubah D2 menjadi Kabupaten",
        ikut=tambah_baris(B, "Profil", ["Jenis pemerintah", None]),
    ),
    "semester-ganda": Nasihat(
        isi=tambah_baris(TRIWULAN, "Capaian", ["IMUN", 2024, "Semester I", None, None, 40]),
        sel="Capaian!C9",
        pesan="Semester I mencakup TW I dan TW II, padahal TW I juga terisi pada baris 5",
        saran="atau tulis TW I dan TW II masing-masing",
        ikut=ubah(TRIWULAN, "Capaian", F4=80),
    ),
    "tahunan-beda-tw": Nasihat(
        isi=TRIWULAN,
        sel="Capaian!F4",
        pesan="Realisasi Tahunan 90 berbeda dari jumlah triwulan 80",
        saran="Tulis 80 pada Tahunan bila triwulannya benar",
        ikut=ubah(TRIWULAN, "Capaian", F4=80),
    ),
}

NILAI = {
    "tanggal": satu_sel("Capaian", "D4", dt.date(2024, 9, 9), "9/9", pesan="tanggal atau waktu", saran="misalnya"),
    "tak-terbaca": satu_sel("Capaian", "D2", "1,234.5", "1.234,56", pesan="“1,234.5”", saran="misalnya 1.234,56"),
    "tak-terbaca: two meanings": Nasihat(
        isi=sel("Capaian", D2="81,48 /60"),
        sel="Capaian!D2",
        pesan="“81,48 /60”",
        saran="Target hitung",
        ikut=sel("Capaian", D2="81,48 /60", E2=60),
    ),
    "tak-terbaca: a status": satu_sel(
        "Capaian", "G3", "Bagus", "Tidak tercapai", pesan="“Bagus”", saran="tulis salah satu: Tidak tercapai"
    ),
    "koma-ganda": satu_sel(
        "Anggaran", "H3", "600,000", "600.000", pesan="“600,000”: koma di depan", saran="Tulis 600.000 bila ribuan"
    ),
    "koma-ganda: decimals": satu_sel(
        "Anggaran", "H3", "600,000", "600,0000", pesan="“600,000”", saran="atau 600,0000 bila desimal"
    ),
    "tanda-kaki": satu_sel(
        "Capaian", "F2", "72,93 1)", "72,93", pesan="Tanda “1)” di samping angka", saran="Hapus tandanya"
    ),
    "tak-terbaca: a word": satu_sel(
        "Capaian", "F4", "menyusul", None, pesan="sebuah kata", saran="kosongkan sel bila nilainya belum tersedia"
    ),
    "tak-terbaca: a grade without a scale": Nasihat(
        isi=sel("Capaian", F4="BB"),
        sel="Capaian!F4",
        pesan="“BB”, sebuah kata, sedangkan indikatornya tidak memiliki Skala nilai",
        saran="tambahkan skala: isi kolom Skala nilai pada lembar Indikator",
        ikut=ubah(sel("Capaian", F4="BB"), "Indikator", J4="AKIP"),
    ),
    "tak-terbaca: off the scale": satu_sel(
        "Capaian",
        "F3",
        "WTPX",
        "WTP",
        pesan="“WTPX”, tidak ada pada skala Opini BPK",
        saran="Tulis salah satu predikat: WTP,",
    ),
    "tak-terbaca: a footnote": satu_sel(
        "Capaian", "F2", "72,931)", "72,93", pesan="“72,931)”", saran="Hapus tanda catatan kaki"
    ),
    "tak-terbaca: infinite": satu_sel("Capaian", "F2", 1e308, "1.234,56", pesan="bukan angka yang", saran="1.234,56"),
    "tak-terbaca: a weight": satu_sel("Indikator", "M2", "9/9", 1, pesan="bukan angka", saran="misalnya 1"),
}


def daun(program, pagu, realisasi, kegiatan=None):
    """Return a line of Anggaran of the small workbook's OPD."""
    return ["DINKES", 2024, None, None, program, kegiatan, None, pagu, realisasi]


JUMLAH = ["JUMLAH", *[None] * 6, 1000, 890]
CETAK = {
    "judul-di-baris": Nasihat(
        isi={**B, "OPD": [["Daftar"], [], *B["OPD"]]},
        sel="OPD!A3",
        pesan="Judul tampaknya di baris 3",
        saran="Hapus baris 1 sampai 2",
        ikut=B,
    ),
    "nomor-kolom": Nasihat(
        isi={**B, "OPD": [B["OPD"][0], [1, 2, 3, 4, 5], *B["OPD"][1:]]},
        sel="OPD!A2",
        pesan="nomor kolom (1 2 3 4 5)",
        saran="Hapus baris 2",
        ikut=B,
    ),
    "baris-sela: the header once more": Nasihat(
        isi={**B, "OPD": [*B["OPD"][:2], B["OPD"][0], *B["OPD"][2:]]},
        sel="OPD!A3",
        pesan="judul yang terulang (“Kode OPD”)",
        saran="Hapus baris itu",
        ikut=B,
    ),
    "baris-sela": Nasihat(
        isi={**B, "Capaian": [B["Capaian"][0], ["Sasaran 1: Sehat"], *B["Capaian"][1:]]},
        sel="Capaian!A2",
        pesan="judul kelompok atau catatan di antara baris data (“Sasaran 1: Sehat”)",
        saran="Hapus baris itu, atau lengkapi kolom wajibnya",
        ikut=B,
    ),
    "rumus-kosong": Nasihat(
        isi=tambah_baris(B, "Capaian", [None, None, None, Rumus("=0", "0")]),
        sel="Capaian!A5",
        pesan="Baris 5 hanya berisi rumus tanpa hasil",
        saran="Hapus isi baris itu bila memang bukan data",
        ikut=B,
    ),
    "baris-kaki": Nasihat(
        isi=tambah_baris(B, "Capaian", [None, None, None, "Kota Contoh, 31 Desember 2024"]),
        sel="Capaian!D5",
        pesan="“Kota Contoh, 31 Desember 2024”",
        saran="Hapus baris itu",
        ikut=B,
    ),
    "baris-jumlah": Nasihat(
        isi=tambah_baris(B, "Anggaran", JUMLAH),
        sel="Anggaran!A6",
        pesan="sama dengan jumlah barisnya: Pagu 1.000",
        saran="Hapus baris ini",
        ikut=B,
    ),
    "baris-jumlah-beda": Nasihat(
        isi=tambah_baris(ubah(B, "Anggaran", H4=300), "Anggaran", JUMLAH),
        sel="Anggaran!A6",
        pesan="Pagu tertulis 1.000, jumlah barisnya 900",
        saran="Perbaiki baris yang salah atau tambahkan yang hilang, lalu hapus baris jumlah ini",
        ikut=B,
    ),
    "daun-jumlah": Nasihat(
        isi=tambah_baris(B, "Anggaran", daun("Belanja", 1000, 890)),
        sel="Anggaran!H6",
        pesan="Pagu 1.000 dan realisasi 890 pada “Belanja”",
        saran="Hapus baris ini, atau kosongkan Kelompok",
        ikut=tambah_baris(B, "Anggaran", daun(None, 1000, 890)),
    ),
    "daun-jumlah: a line of its own": Nasihat(
        isi=tambah_baris(B, "Anggaran", daun("Belanja", 1000, 890)),
        sel="Anggaran!H6",
        pesan="tidak ikut dijumlahkan",
        saran="tulis rinciannya di bawahnya, sedikitnya dua baris",
        ikut=tambah_baris(
            B,
            "Anggaran",
            daun("Belanja", 1000, 890),
            daun("Belanja", 700, 600, "Satu"),
            daun("Belanja", 300, 290, "Dua"),
        ),
    ),
    "daun-ragu": Nasihat(
        isi=tambah_baris(B, "Anggaran", daun("Belanja", 1000, 900)),
        sel="Anggaran!H6",
        pesan="tetapi realisasinya 900, bukan 890",
        saran="Hapus baris ini bila memang jumlah",
        ikut=B,
    ),
    "kolom-mirip": Nasihat(
        isi=ubah(B, "Capaian", F1="Realisasi 2024"),
        sel="Capaian!F1",
        pesan="“Realisasi 2024” (maksud Anda Realisasi?)",
        saran="Ubah judul di F1 menjadi Realisasi",
        ikut=B,
    ),
}

_JUMLAH = tambah_baris(B, "Capaian", ["IMUN", 2023, "TW I", 20, None, 20], ["IMUN", 2023, "TW II", 60, None, 50])
_ANGGARAN_TW = [dict(zip(B["Anggaran"][0], B["Anggaran"][2], strict=True)) | {"Periode": p} for p in ("TW I", "TW II")]


def triwulan_anggaran(*realisasi):
    """Return the small workbook with quarters of a budget line."""
    baris = (list((b | {"Realisasi": n}).values()) for b, n in zip(_ANGGARAN_TW, realisasi, strict=True))
    return tambah_baris(B, "Anggaran", *baris)


WAJAR = {
    "besaran-janggal": satu_sel(
        "Capaian", "F4", "0,9025", "90,25", pesan="“0,9025”, jauh di bawah target 100", saran="tulis 90,25 bila itu"
    ),
    "besaran-janggal: far above": satu_sel(
        "Capaian", "F2", 7297, "72,97", pesan="jauh di atas target 72,93", saran="tulis 72,97 bila itu"
    ),
    "kelipatan-ganda": Nasihat(
        isi=ubah(ubah(B, "Indikator", H4="Juta Rupiah"), "Capaian", D4="54 Juta"),
        sel="Capaian!D4",
        pesan="kata Juta mengalikan dua kali",
        saran="Hapus kata Juta dari angkanya",
        ikut=ubah(ubah(B, "Indikator", H4="Juta Rupiah"), "Capaian", D4="54"),
    ),
    "pecahan-orang": Nasihat(
        isi=ubah(ubah(B, "Indikator", H4="Orang"), "Capaian", F4="90,5"),
        sel="Capaian!F4",
        pesan="padahal Orang tidak dapat berupa pecahan",
        saran="ubah Satuan",
        ikut=ubah(ubah(B, "Indikator", H4="Indeks"), "Capaian", F4="90,5"),
    ),
    "uang-pecahan": satu_sel(
        "Anggaran", "H3", "600,5", "600.500.000", pesan="Pagu tertulis “600,5”", saran="tulis 600.500.000 bila"
    ),
    "triwulan-kumulatif": Nasihat(
        isi=tambah_baris(_JUMLAH, "Capaian", ["IMUN", 2023, "Tahunan", 60]),
        sel="Capaian!D6",
        pesan="Jumlah target TW I sampai TW II (80) melebihi target tahun (60)",
        saran="ubah Akumulasi menjadi Terakhir",
        ikut=ubah(tambah_baris(_JUMLAH, "Capaian", ["IMUN", 2023, "Tahunan", 60]), "Indikator", N4="Terakhir"),
    ),
    "kumulatif-turun": Nasihat(
        isi=triwulan_anggaran(300, 200),
        sel="Anggaran!I7",
        pesan="Realisasi TW II (200) lebih kecil daripada TW I (300)",
        saran="sejak awal tahun",
        ikut=triwulan_anggaran(300, 500),
    ),
    "wilayah-tanpa-data": Nasihat(
        isi=ubah(B, "Profil", B4="Kontoh"),
        sel="Profil!B4",
        pesan="“Kontoh” pada Profil",
        saran="Samakan ejaannya",
        ikut=B,
    ),
    "wilayah-lembaga": Nasihat(
        isi=LEMBAGA_BERWILAYAH,
        sel="Profil!B4",
        pesan="Wilayah tertulis “Contoh”, sedangkan Jenis pemerintah Lembaga tidak mempunyai wilayah",
        saran="Hapus baris itu",
        ikut=ubah(LEMBAGA_BERWILAYAH, "Profil", A4=None, B4=None),
    ),
    "wilayah-bukan-provinsi": Nasihat(
        isi=PROVINSI_LAIN,
        sel="Profil!B4",
        pesan="Wilayah tertulis “Contoh”, sedangkan Provinsi tertulis “Seberang” dan Jenis pemerintah Provinsi",
        saran="Tulis Seberang",
        ikut=ubah(PROVINSI_LAIN, "Profil", B4="Seberang"),
    ),
}


KAB_CONTOH = ["Umur Harapan Hidup", "Kab. Contoh", "Kabupaten/Kota", None, 2024]
KOTA_CONTOH = ["Umur Harapan Hidup", "Kota Contoh", "Kabupaten/Kota", None, 2024]
AIR_BERSIH = ["DINKES", 2024, None, None, "Program Kesehatn", "Air bersih", None, 10, 5]
PAGU_LAMA = ["DINKES", 2024, None, None, "Program Kesehatan", None, None, 900, None]
LAIN_GANDA = ["Wilayah", "Lain", "KAB. CONTOH LAMA"]
NAMA = {
    "ejaan-kembar": Nasihat(
        isi=tambah_baris(B, "Regional", [*KAB_CONTOH, "72,97", "Tahun", "Naik"]),
        sel="Regional!B4",
        pesan="“Kab. Contoh” sama dengan “Contoh” pada baris 2 dengan angka yang sama",
        saran="Hapus salah satu baris",
        ikut=B,
    ),
    "ejaan-bentrok": Nasihat(
        isi=tambah_baris(B, "Regional", [*KAB_CONTOH, "75", "Tahun", "Naik"]),
        sel="Regional!B4",
        pesan="“Kab. Contoh” sama dengan “Contoh” pada baris 2, tetapi angkanya berbeda",
        saran="Hapus baris yang keliru",
        ikut=B,
    ),
    "ejaan-bentrok: a city": Nasihat(
        isi=tambah_baris(B, "Regional", [*KAB_CONTOH, "75", "Tahun", "Naik"]),
        sel="Regional!B4",
        pesan="tetapi angkanya berbeda",
        saran="untuk wilayah: kata Kabupaten dan Kota di depan nama",
        ikut=tambah_baris(B, "Regional", [*KOTA_CONTOH, "75", "Tahun", "Naik"]),
    ),
    "nama-mirip": Nasihat(
        isi=tambah_baris(B, "Anggaran", AIR_BERSIH),
        sel="Anggaran!E6",
        pesan="Program “Program Kesehatn” mirip dengan “Program Kesehatan” di Anggaran!E2",
        saran="tulis dengan satu ejaan",
        ikut=tambah_baris(B, "Anggaran", [*AIR_BERSIH[:4], "Program Kesehatan", *AIR_BERSIH[5:]]),
    ),
    "nama-mirip: Nama lain": Nasihat(
        isi=tambah_baris(B, "Anggaran", AIR_BERSIH),
        sel="Anggaran!E6",
        pesan="mirip",
        saran="Nama lain: Jenis Program, Nama “Program Kesehatan”, Nama lain “Program Kesehatn”",
        ikut=tambah_baris(
            tambah_baris(B, "Anggaran", AIR_BERSIH),
            "Nama lain",
            ["Program", "Program Kesehatan", "Program Kesehatn"],
        ),
    ),
    "nama-lain-bentrok": Nasihat(
        isi=tambah_baris(B, "Nama lain", LAIN_GANDA),
        sel="Nama lain!C3",
        pesan="sudah berarti “Contoh” pada baris 2",
        saran="Hapus salah satu baris",
        ikut=B,
    ),
    "pagu-ganda": Nasihat(
        isi=tambah_baris(B, "Anggaran", PAGU_LAMA),
        sel="Anggaran!A6",
        pesan="berkunci sama dengan baris 2, dengan pagu lain",
        saran="yang sebelum perubahan pada kolom Pagu awal",
        ikut=sel("Anggaran", N2=900),
    ),
    "pagu-ganda: Pembanding": Nasihat(
        isi=tambah_baris(B, "Anggaran", PAGU_LAMA),
        sel="Anggaran!A6",
        pesan="berkunci sama dengan baris 2, dengan pagu lain",
        saran="beri baris yang lama Peran Pembanding",
        ikut=tambah_baris(B, "Anggaran", [*PAGU_LAMA[:2], "Pembanding", *PAGU_LAMA[3:]]),
    ),
}

TABEL = WAJAR | LEMBAR_DAN_KOLOM | SEL | NILAI | CETAK | NAMA


@pytest.mark.parametrize(("nama", "nasihat"), TABEL.items(), ids=TABEL)
def test_the_advice_works_when_it_is_followed(muat_isi, nama, nasihat):
    kode = nama.partition(":")[0]
    temuan = next((t for t in muat_isi(nasihat.isi, *nasihat.ubahan).temuan if t.kode == kode), None)
    assert temuan, "the finding does not come about"
    assert f"{temuan.lembar}!{temuan.sel}" == nasihat.sel
    assert nasihat.pesan in temuan.pesan
    assert nasihat.saran in temuan.saran
    hasil = muat_isi(nasihat.ikut)
    assert ringkas(hasil) == []
    assert hasil.sah


DAFTAR = [
    (s.nama, f"{get_column_letter(i)}2", k)
    for s in SEMUA_LEMBAR
    for i, k in enumerate(s.kolom, 1)
    if k.jenis is Jenis.DAFTAR
]


@pytest.mark.parametrize(("lembar", "alamat", "kolom"), DAFTAR, ids=[f"{n}!{a}" for n, a, _ in DAFTAR])
def test_every_word_that_a_list_advises_is_accepted(muat_isi, lembar, alamat, kolom):
    (temuan,) = (t for t in muat_isi(sel(lembar, **{alamat: "Entah"})).temuan if t.kode is Kode.DI_LUAR_DAFTAR)
    assert (temuan.sel, temuan.pesan) == (alamat, f"Tertulis “Entah”, tidak ada dalam daftar {kolom.nama}")
    kata = temuan.saran.removeprefix("Tulis salah satu: ").split(", ")
    assert kata == list(kolom.pilihan)
    for satu in kata:
        assert f"di-luar-daftar {lembar}!{alamat}" not in ringkas(muat_isi(sel(lembar, **{alamat: satu})))


BERTANGGAL = [
    (s.nama, f"{get_column_letter(i)}2", k)
    for s in SEMUA_LEMBAR
    for i, k in enumerate(s.kolom, 1)
    if k.jenis is not Jenis.TANGGAL and k.nama not in s.kunci
]


@pytest.mark.parametrize(("lembar", "alamat", "kolom"), BERTANGGAL, ids=[f"{n}!{a}" for n, a, _ in BERTANGGAL])
@pytest.mark.parametrize(
    ("isi", "kode"),
    [(dt.date(2024, 9, 9), Kode.TANGGAL), (dt.time(7, 15), Kode.TANGGAL), (True, Kode.BENAR_SALAH)],
    ids=["date", "time", "true"],
)
def test_the_example_for_a_date_or_a_truth_fits_its_column(muat_isi, lembar, alamat, kolom, isi, kode):
    """What the advice says after "misalnya" is read by that column: 2024 in Tahun, a word of the list in a list."""
    (temuan,) = (t for t in muat_isi(sel(lembar, **{alamat: isi})).temuan if t.sel == alamat and t.kode is kode)
    contoh = temuan.saran.partition("misalnya ")[2].partition(", atau ")[0].split(", ")[0]
    assert contoh
    ditulis = int(contoh) if "General" in temuan.saran else contoh
    sisa = {t.kode for t in muat_isi(sel(lembar, **{alamat: ditulis})).temuan if t.sel == alamat}
    # A code or a scale is one that stands: which, the next finding says. An example of money is larger than our pagu.
    # A bound that is an example is none of our scale, which is said at the bound itself.
    assert sisa <= {Kode.KODE_TAK_DIKENAL, Kode.SKALA_TAK_DIKENAL, Kode.BESARAN_JANGGAL, Kode.SKALA_CACAT}


# --- imports ----------------------------------------------------------------------------------------------------------

JUDUL = ("Kode indikator", "Tahun", "Target", "Realisasi")


def capaian(*baris):
    """Return a part that updates Capaian."""
    return {"Capaian": [list(JUDUL), *(list(b) for b in baris)]}


def gizi(nama, *lain):
    """Return a part that updates lines of Anggaran, the first one under a name."""
    awal = ["DINKES", 2024, "Anggaran", None, "Program Kesehatan"]
    return {"Anggaran": [B["Anggaran"][0][:9], [*awal, nama, None, 600, 550], *([*awal, *b] for b in lain)]}


IMUNISASI = ("Imunisasi", None, 400, 390)


@dataclass(frozen=True, kw_only=True)
class NasihatKiriman:
    """Files that are sent together, what the user reads, and the files after the advice."""

    kirim: tuple[Isi, ...]
    sel: str
    pesan: str
    saran: str
    ikut: tuple[Isi, ...]
    mode: Mode = Mode.PERBARUI


def isian(realisasi):
    """A form with one row: the mark of what it was sent with, and an answer."""
    judul, baris = ["Kode indikator", "Tahun", "Target", "Realisasi", TANDA_BARIS], ["IMUN", 2024, 100, None]
    return {"Capaian": [judul, [*baris[:3], realisasi, sidik_baris(judul, baris)]]}


KIRIMAN = {
    "satu-berkas": NasihatKiriman(
        kirim=(B, capaian(["IMUN", 2024, None, 95])),
        mode=Mode.GANTI,
        sel="!",
        pesan="yang dikirim 2",
        saran="Kirim satu buku kerja lengkap",
        ikut=(B,),
    ),
    "bagian-bentrok": NasihatKiriman(
        kirim=(capaian(["IMUN", 2024, 100, 95]), capaian(["IMUN", 2024, 100, 96])),
        sel="Capaian!D2",
        pesan="di sini “96”, di sana “95”",
        saran="Samakan keduanya",
        ikut=(capaian(["IMUN", 2024, 100, 95]), capaian(["IMUN", 2024, 100, 95])),
    ),
    "sel-tetap": NasihatKiriman(
        kirim=(capaian(["IMUN", 2024, None, 95]),),
        sel="Capaian!C2",
        pesan="1 sel kosong pada kolom Target",
        saran="tulis KOSONG pada sel yang isinya harus dihapus",
        ikut=(capaian(["IMUN", 2024, "KOSONG", 95]),),
    ),
    "isian-tetap": NasihatKiriman(
        kirim=(isian(None),),
        sel="Capaian!A2",
        pesan="1 dari 1 baris isian kembali seperti saat dikirim",
        saran="Isi Realisasinya bila angkanya sudah ada",
        ikut=(isian(95),),
    ),
    "nama-disamakan": NasihatKiriman(
        kirim=(gizi("Kegiatan Gizi Balita", IMUNISASI),),
        sel="Anggaran!F2",
        pesan="Kegiatan “Kegiatan Gizi Balita” dibaca sebagai “Gizi”: pagunya sama",
        saran="tulis seperti yang sudah ada",
        ikut=(gizi("Gizi", IMUNISASI),),
    ),
    "nama-sepagu": NasihatKiriman(
        kirim=(gizi("Kegiatan Gizi Balita"),),
        sel="Anggaran!F2",
        pesan="“Kegiatan Gizi Balita” baru, sedangkan “Gizi” di bawah induk yang sama berpagu sama",
        saran="tulis seperti yang sudah ada",
        ikut=(gizi("Gizi"),),
    ),
    "angka-hilang": NasihatKiriman(
        kirim=(ubah(B, "Capaian", F4=None),),
        mode=Mode.GANTI,
        sel="Capaian!F4",
        pesan="1 angka Realisasi akan hilang",
        saran="Lengkapi berkasnya",
        ikut=(B,),
    ),
    "baris-opd-lain": NasihatKiriman(
        kirim=(capaian(["UHH", 2024, "72,93", 73], ["IMUN", 2024, 100, 95]),),
        sel="Capaian!D2",
        pesan="sedangkan akun ini hanya untuk Dinas Kesehatan",
        saran="Hapus baris itu dari berkas",
        ikut=(capaian(["IMUN", 2024, 100, 95]),),
    ),
    "periode-terkunci": NasihatKiriman(
        kirim=(capaian(["UHH", 2024, "72,93", 73]),),
        sel="Capaian!D2",
        pesan="Realisasi berubah dari “72,97” menjadi “73”, sedangkan tahun 2024 terkunci",
        saran="Kembalikan isi semula",
        ikut=(capaian(["UHH", 2024, "72,93", "72,97"]),),
    ),
}


@pytest.mark.parametrize(("kode", "nasihat"), KIRIMAN.items(), ids=KIRIMAN)
def test_the_advice_of_an_import_works_when_it_is_followed(muat_di_sini, tmp_path, kode, nasihat):
    gudang = gudang_baru(tmp_path)
    terbit(gudang)
    if kode == "periode-terkunci":
        gudang.kunci_periode(2024, "Tahunan", "ani", "audit")
    oleh = OPERATOR if kode == "baris-opd-lain" else ADMIN

    def kirim(buku):
        berkas = [tulis(isi, tmp_path / f"{i}.xlsx") for i, isi in enumerate(buku)]
        hasil = rancang(gudang, berkas, nasihat.mode, oleh)
        return hasil, (*hasil.temuan, *hasil.tanya_hilang)

    _, semua = kirim(nasihat.kirim)
    temuan = next(t for t in semua if t.kode == kode)
    assert f"{temuan.lembar}!{temuan.sel}" == nasihat.sel
    assert nasihat.pesan in temuan.pesan
    assert nasihat.saran in temuan.saran
    rancangan, sisa = kirim(nasihat.ikut)
    assert rancangan.sah
    # A figure that is emptied on purpose is asked about: that is what follows, not what was advised against.
    assert {t.kode for t in sisa} <= {Kode.ANGKA_HILANG} - {kode}


# --- nothing is left out ----------------------------------------------------------------------------------------------

TANPA_SEL = {
    "berkas-tidak-ada": "there is no file to mend",
    "berkas-kosong": "there is nothing in it",
    "bukan-excel": "another file is to be chosen",
    "excel-lama": "saved again by Excel",
    "berkas-rusak": "copied again from where it came",
    "berkas-makro": "saved again by Excel without its macros",
    "tautan-luar": "saved again by Excel without its links",
    "kontrol-formulir": "saved again by Excel without its controls",
    "bagian-asing": "saved again by Excel without that part",
    "temuan-lain": "the closing one of many",
    "berkas-besar": "a limit of the whole file",
    "terlalu-besar": "a limit of the whole file",
    "isi-mencurigakan": "an archive that no spreadsheet wrote",
    "pembaca-terhenti": "a limit of the reading child",
    "lembar-terlalu-banyak": "a limit of the whole file",
    "sel-di-luar-batas": "a limit of the whole file",
    "kata-sandi": "saved again without it",
    "bukan-tabel": "another file is to be chosen",
    "web-tanpa-tabel": "another file is to be chosen",
    "petik-terbuka": "saved again by Excel",
    "jenis-lain": "a kind of file",
    "csv-tanpa-pemisah": "saved again by Excel",
    "berkas-tanpa-isi": "there is nothing in it",
    "lembar-terlalu-luas": "a limit of the whole file",
}
"""Findings about a file as a whole, which no cell can mend: test_periksa, test_berkas_kantor, test_kisi* try them."""


def test_every_kind_of_the_catalogue_is_tried_by_following_its_advice():
    dicoba = {nama.partition(":")[0] for nama in TABEL} | set(KIRIMAN) | {"di-luar-daftar"}
    assert dicoba.isdisjoint(TANPA_SEL)
    # What is said of an office's table is tried by tables of its own (tests/kantor): no workbook holds them.
    assert {k.value for k in Kode if not k.value.startswith("susun-")} == dicoba | set(TANPA_SEL)
