"""The guide's own words: its parts, the ten steps of an upload, and the terms; the chapters stand in `bab`."""

from dataclasses import dataclass
from enum import StrEnum

from kinerja.panduan.bab import BAB_BPS, BAB_MULAI, BAB_SATU, BAB_SIPD, Bab
from kinerja.panduan.buku import panduan_lembar
from kinerja.panduan.hitung import contoh_rumus, panduan_skala


class BagianPanduan(StrEnum):
    """The parts of the guide."""

    LANGKAH = "Langkah"
    MULAI = "Mulai dari nol"
    SIPD = "Dari SIPD"
    BPS = "Dari BPS"
    SATU = "Satu angka saja"
    LEMBAR = "Buku kerja"
    RUMUS = "Rumus dan skala"
    ISTILAH = "Istilah"

    @property
    def alamat(self) -> str:
        """How the part stands in the URL."""
        return self.name.lower()


BAB: dict[BagianPanduan, Bab] = {
    BagianPanduan.MULAI: BAB_MULAI,
    BagianPanduan.SIPD: BAB_SIPD,
    BagianPanduan.BPS: BAB_BPS,
    BagianPanduan.SATU: BAB_SATU,
}
"""The chapters for those who begin, and for whom it is about one figure."""


@dataclass(frozen=True, slots=True)
class LangkahPanduan:
    """One step: what to do, why or how, and the name of its picture."""

    judul: str
    uraian: str
    gambar: str
    tampak: str


@dataclass(frozen=True, slots=True)
class Istilah:
    """A word of the field and what it means here."""

    kata: str
    arti: str


def judul_panduan(bagian: BagianPanduan) -> str:
    """State what a part teaches."""
    if bab := BAB.get(bagian):
        return f"{bab.judul} dalam {len(bab.langkah)} langkah"
    lembar, skala = panduan_lembar(), panduan_skala()
    wajib = sum(s.wajib for s in lembar)
    return {
        BagianPanduan.LANGKAH: "Sepuluh langkah memperbarui data",
        BagianPanduan.LEMBAR: f"Buku kerja memuat {len(lembar)} lembar; {wajib} lembar wajib ada",
        BagianPanduan.RUMUS: f"Semua angka mengikuti {len(contoh_rumus())} aturan hitung dan {len(skala)} skala bawaan",
        BagianPanduan.ISTILAH: f"Arti {len(ISTILAH)} istilah yang dipakai dasbor",
    }[bagian]


LANGKAH: tuple[LangkahPanduan, ...] = (
    LangkahPanduan(
        "Unduh buku kerja aktif",
        "Pada halaman Kelola data, pilih Unduh buku kerja. Berkas ini memuat semua angka yang sedang ditampilkan. "
        "Untuk memulai dari awal, unduh templat.",
        "01_unduh",
        "Tombol unduh dengan anak panah ke arah berkas Excel",
    ),
    LangkahPanduan(
        "Ubah sel di Excel",
        "Judul kolom tetap di baris 1. Sel jingga bergaris tepi wajib diisi; sel Realisasi bergaris miring masih "
        "menunggu angka. Kosong berarti tidak tersedia, bukan nol.",
        "02_ubah",
        "Lembar Capaian dengan satu sel Realisasi yang sedang diisi",
    ),
    LangkahPanduan(
        "Simpan sebagai .xlsx",
        "Di Excel pilih Simpan Sebagai, lalu Excel Workbook. Berkas .xls, .xlsm, .csv, dan berkas berkata sandi "
        "ditolak. Batas ukuran berkas 20 MB.",
        "03_simpan",
        "Jendela simpan dengan jenis berkas xlsx",
    ),
    LangkahPanduan(
        "Buka Kelola data",
        "Pilih Kelola data pada menu. Melihat dasbor terbuka bagi semua; mengelola data memerlukan akun.",
        "04_kelola",
        "Menu dasbor dengan halaman Kelola data terpilih",
    ),
    LangkahPanduan(
        "Pilih Ganti atau Perbarui",
        "Ganti: buku kerja ini adalah keseluruhan data; baris yang tidak ada dan isi sel yang kosong akan dihapus. "
        "Perbarui: baris di dalamnya ditambahkan atau mengisi baris berkunci sama; yang lain tetap, juga isi yang "
        "selnya kosong. Tulis KOSONG pada sel yang harus dikosongkan. Bila ragu, pilih Perbarui.",
        "05_cara",
        "Dua pilihan: Ganti dan Perbarui",
    ),
    LangkahPanduan(
        "Unggah berkas",
        "Seret berkas ke kotak unggah. Kemajuan tampil setahap demi setahap: diterima, aman, dibaca, diperiksa, "
        "dibandingkan.",
        "06_unggah",
        "Berkas ditarik ke kotak unggah, dengan tahap kemajuan di bawahnya",
    ),
    LangkahPanduan(
        "Baca temuan",
        "Setiap temuan menyebut lembar, sel, yang tertulis, dan yang sebaiknya ditulis. Galat harus diperbaiki; "
        "peringatan perlu dibaca. Buku kerja bertanda dapat diunduh: sel yang salah berwarna dan bercatatan.",
        "07_temuan",
        "Daftar temuan dengan nama sel, dan sel yang diberi tanda",
    ),
    LangkahPanduan(
        "Lihat perbedaan",
        "Bandingkan dengan versi aktif: baris yang ditambah, diubah, dan dihapus, serta akibatnya pada predikat dan "
        "rata-rata. Pastikan tidak ada yang hilang tanpa sengaja.",
        "08_beda",
        "Tabel angka lama dan angka baru berdampingan",
    ),
    LangkahPanduan(
        "Isi catatan",
        "Tulis apa yang berubah dan dari dokumen mana, misalnya “Realisasi TW III dari Dinas Kesehatan”. Catatan "
        "tersimpan bersama versinya.",
        "09_catatan",
        "Kotak catatan dengan beberapa baris tulisan",
    ),
    LangkahPanduan(
        "Terbitkan",
        "Setelah diterbitkan, semua halaman menampilkan versi baru. Buka halaman Capaian dan periksa satu angka "
        "yang baru saja diubah.",
        "10_terbit",
        "Versi baru bertanda aktif di atas versi lama",
    ),
)

BILA_KELIRU = (
    "Tidak ada versi yang hilang. Pada riwayat di halaman Kelola data, pilih versi lama, tulis alasannya, lalu pilih "
    "Pulihkan: versi itu menjadi aktif kembali, dan versi yang keliru tetap tersimpan."
)

ISTILAH: tuple[Istilah, ...] = (
    Istilah(
        "Akumulasi",
        "Cara angka triwulan menjadi angka tahun: Terakhir, Jumlah, atau Rata-rata.",
    ),
    Istilah("APBD", "Anggaran Pendapatan dan Belanja Daerah."),
    Istilah(
        "Arah",
        "Naik: makin tinggi makin baik. Turun: makin rendah makin baik. Netral: digambarkan, tidak dinilai.",
    ),
    Istilah("Buku kerja", "Satu berkas Excel (.xlsx) yang memuat seluruh angka dasbor."),
    Istilah("Capaian", "Perbandingan realisasi dengan target, dalam persen."),
    Istilah(
        "Di celah skala",
        "Nilai di antara batas atas satu predikat dan batas bawah predikat berikutnya; diberi predikat yang lebih "
        "rendah.",
    ),
    Istilah(
        "Efisiensi",
        "Capaian dibandingkan dengan serapan: selisihnya dalam poin dan perbandingannya sebagai rasio.",
    ),
    Istilah("Galat", "Kesalahan yang membuat buku kerja belum dapat diterbitkan."),
    Istilah("IKU", "Indikator kinerja utama: indikator bertingkat Tujuan atau Sasaran."),
    Istilah("Kunci", "Kolom yang bersama-sama mengenali satu baris; tidak boleh berdiri dua kali dalam satu lembar."),
    Istilah(
        "Kutipan",
        "Angka persis seperti tercetak di laporan, beserta tempatnya. Dasbor menampilkan angka hasil hitungan dan "
        "memberi tanda bila kutipannya berbeda.",
    ),
    Istilah("Lembar", "Satu sheet di dalam buku kerja."),
    Istilah(
        "Notulen rapat",
        "Keputusan yang dicatat saat paparan atau pada halaman Indikator: apa, OPD atau jabatan yang mengerjakannya, "
        "dan tenggatnya. Terlambat bila belum selesai sesudah tenggatnya.",
    ),
    Istilah("OPD", "Organisasi perangkat daerah: sekretariat, dinas, badan, kecamatan, dan unit kerja lain."),
    Istilah(
        "Padanan",
        "Nama bersama bagi ukuran yang sama, sehingga satu indikator dapat dibandingkan antarwilayah dan antar-OPD.",
    ),
    Istilah("Pagu", "Batas tertinggi belanja yang dianggarkan."),
    Istilah(
        "Pembanding", "Uang yang sama menurut sudut lain, misalnya menurut bagian; dibandingkan, tidak dijumlahkan."
    ),
    Istilah(
        "Perbarui",
        "Cara unggah yang menambah atau mengisi baris berkunci sama; yang lain tetap, juga isi yang selnya kosong.",
    ),
    Istilah("Predikat", "Kata penilaian menurut skala, misalnya Sangat Tinggi atau BB."),
    Istilah("Realisasi", "Hasil yang dicapai, atau uang yang dibelanjakan."),
    Istilah("SAKIP", "Sistem Akuntabilitas Kinerja Instansi Pemerintah."),
    Istilah("Serapan", "Realisasi anggaran dibagi pagu, dalam persen."),
    Istilah("Skala capaian", "Skala yang memberi predikat pada capaian sebuah OPD."),
    Istilah("Skala nilai", "Skala yang memberi predikat pada nilainya sendiri, misalnya AKIP atau IKM."),
    Istilah("Target", "Hasil yang diperjanjikan untuk satu tahun atau triwulan."),
    Istilah(
        "Target hitung",
        "Target yang dipakai menghitung bila target tercetak bermakna ganda; ditandai “target disesuaikan”.",
    ),
    Istilah("Temuan", "Hasil pemeriksaan buku kerja: galat atau peringatan, dengan sel dan sarannya."),
    Istilah("Versi", "Keadaan data sesudah satu kali terbit; setiap versi tersimpan dan dapat dipulihkan."),
)
