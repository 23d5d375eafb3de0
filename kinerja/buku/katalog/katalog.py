"""The catalogue of messages, each with a stable code (DESIGN section 9, `periksa`)."""

from enum import StrEnum

from kinerja.buku.katalog.berkas import BERKAS
from kinerja.buku.katalog.pemilik import PEMILIK
from kinerja.buku.katalog.susun import SUSUN_GALAT, SUSUN_PERINGATAN


class Berat(StrEnum):
    """A galat keeps the workbook out; a peringatan does not."""

    GALAT = "galat"
    PERINGATAN = "peringatan"


class Kode(StrEnum):
    """Stable code of each kind of finding; the message lives in `KATALOG`."""

    BERKAS_TIDAK_ADA = "berkas-tidak-ada"
    BERKAS_KOSONG = "berkas-kosong"
    SATU_BERKAS = "satu-berkas"
    BUKAN_EXCEL = "bukan-excel"
    EXCEL_LAMA = "excel-lama"
    BERKAS_RUSAK = "berkas-rusak"
    BERKAS_MAKRO = "berkas-makro"
    TAUTAN_LUAR = "tautan-luar"
    KONTROL_FORMULIR = "kontrol-formulir"
    BAGIAN_ASING = "bagian-asing"
    BERKAS_BESAR = "berkas-besar"
    TERLALU_BESAR = "terlalu-besar"
    ISI_MENCURIGAKAN = "isi-mencurigakan"
    PEMBACA_TERHENTI = "pembaca-terhenti"
    LEMBAR_TERLALU_BANYAK = "lembar-terlalu-banyak"
    KATA_SANDI = "kata-sandi"
    BUKAN_TABEL = "bukan-tabel"
    WEB_TANPA_TABEL = "web-tanpa-tabel"
    PETIK_TERBUKA = "petik-terbuka"
    BERKAS_TANPA_ISI = "berkas-tanpa-isi"
    JENIS_LAIN = "jenis-lain"
    CSV_TANPA_PEMISAH = "csv-tanpa-pemisah"
    LEMBAR_TERLALU_LUAS = "lembar-terlalu-luas"
    SEL_DI_LUAR_BATAS = "sel-di-luar-batas"
    TANPA_ISI = "tanpa-isi"
    TEMPLAT_KOSONG = "templat-kosong"
    LEMBAR_HILANG = "lembar-hilang"
    LEMBAR_MIRIP = "lembar-mirip"
    LEMBAR_KEMBAR = "lembar-kembar"
    LEMBAR_TAK_DIKENAL = "lembar-tak-dikenal"
    LEMBAR_TERSEMBUNYI = "lembar-tersembunyi"
    BARIS_TERSEMBUNYI = "baris-tersembunyi"
    JUDUL_DIGABUNG = "judul-digabung"
    SEL_GABUNGAN = "sel-gabungan"
    JUDUL_DI_BARIS = "judul-di-baris"
    NOMOR_KOLOM = "nomor-kolom"
    RUMUS_KOSONG = "rumus-kosong"
    BARIS_KAKI = "baris-kaki"
    BARIS_SELA = "baris-sela"
    BARIS_JUMLAH = "baris-jumlah"
    BARIS_JUMLAH_BEDA = "baris-jumlah-beda"
    DAUN_JUMLAH = "daun-jumlah"
    DAUN_RAGU = "daun-ragu"
    KOLOM_HILANG = "kolom-hilang"
    KOLOM_MIRIP = "kolom-mirip"
    KOLOM_KEMBAR = "kolom-kembar"
    KOLOM_TAK_DIKENAL = "kolom-tak-dikenal"
    TANPA_BARIS = "tanpa-baris"
    SEL_KOSONG = "sel-kosong"
    GALAT_RUMUS = "galat-rumus"
    RUMUS_TANPA_NILAI = "rumus-tanpa-nilai"
    TANGGAL = "tanggal"
    BENAR_SALAH = "benar-salah"
    TAK_TERBACA = "tak-terbaca"
    BATAS_BUKAN_TARGET = "batas-bukan-target"
    BUKAN_UANG = "bukan-uang"
    KOMA_GANDA = "koma-ganda"
    TANDA_KAKI = "tanda-kaki"
    NEGATIF = "negatif"
    TAHUN_SALAH = "tahun-salah"
    DI_LUAR_DAFTAR = "di-luar-daftar"
    TEKS_PANJANG = "teks-panjang"
    TEMUAN_LAIN = "temuan-lain"
    KODE_ANGKA = "kode-angka"
    KODE_TAK_DIKENAL = "kode-tak-dikenal"
    SKALA_TAK_DIKENAL = "skala-tak-dikenal"
    SKALA_CACAT = "skala-cacat"
    ALAMAT_KUTIPAN = "alamat-kutipan"
    ALAMAT_ANALISIS = "alamat-analisis"
    PROGRAM_KOSONG = "program-kosong"
    KUNCI_GANDA = "kunci-ganda"
    PAGU_GANDA = "pagu-ganda"
    NAMA_SERUPA = "nama-serupa"
    NAMA_MIRIP = "nama-mirip"
    NAMA_DISAMAKAN = "nama-disamakan"
    NAMA_SEPAGU = "nama-sepagu"
    NAMA_LAIN_BENTROK = "nama-lain-bentrok"
    EJAAN_KEMBAR = "ejaan-kembar"
    EJAAN_BENTROK = "ejaan-bentrok"
    RIBUAN_INGGRIS = "ribuan-inggris"
    NOMOR_PRIBADI = "nomor-pribadi"
    TAHUNAN_BEDA_TW = "tahunan-beda-tw"
    SEMESTER_GANDA = "semester-ganda"
    BESARAN_JANGGAL = "besaran-janggal"
    KELIPATAN_GANDA = "kelipatan-ganda"
    PECAHAN_ORANG = "pecahan-orang"
    UANG_PECAHAN = "uang-pecahan"
    TRIWULAN_KUMULATIF = "triwulan-kumulatif"
    KUMULATIF_TURUN = "kumulatif-turun"
    WILAYAH_TANPA_DATA = "wilayah-tanpa-data"
    PROFIL_TAK_DIKENAL = "profil-tak-dikenal"
    JENIS_PEMERINTAH = "jenis-pemerintah"
    JENIS_PEMERINTAH_KOSONG = "jenis-pemerintah-kosong"
    WILAYAH_LEMBAGA = "wilayah-lembaga"
    WILAYAH_BUKAN_PROVINSI = "wilayah-bukan-provinsi"
    BAGIAN_BENTROK = "bagian-bentrok"
    SEL_TETAP = "sel-tetap"
    ISIAN_TETAP = "isian-tetap"
    ANGKA_HILANG = "angka-hilang"
    BARIS_OPD_LAIN = "baris-opd-lain"
    PERIODE_TERKUNCI = "periode-terkunci"
    SUSUN_TANPA_TABEL = "susun-tanpa-tabel"
    SUSUN_PILIH_LEMBAR = "susun-pilih-lembar"
    SUSUN_DUA_TABEL = "susun-dua-tabel"
    SUSUN_JENIS = "susun-jenis"
    SUSUN_KOLOM_HILANG = "susun-kolom-hilang"
    SUSUN_KOLOM_KEMBAR = "susun-kolom-kembar"
    SUSUN_KOLOM_SALAH = "susun-kolom-salah"
    SUSUN_TANYA = "susun-tanya"
    SUSUN_NAMA = "susun-nama"
    SUSUN_KODE = "susun-kode"
    SUSUN_KODE_GANDA = "susun-kode-ganda"
    SUSUN_BARIS_RAGU = "susun-baris-ragu"
    SUSUN_TAHUN = "susun-tahun"
    SUSUN_JUMLAH_BEDA = "susun-jumlah-beda"
    SUSUN_BAGIAN_BEDA = "susun-bagian-beda"
    SUSUN_KUNCI_GANDA = "susun-kunci-ganda"
    SUSUN_PECAH = "susun-pecah"
    SUSUN_SEMBUNYI = "susun-sembunyi"
    SUSUN_TANPA_NILAI = "susun-tanpa-nilai"
    SUSUN_KOLOM_LEWAT = "susun-kolom-lewat"
    SUSUN_TAK_TERUJI = "susun-tak-teruji"
    SUSUN_KELIPATAN = "susun-kelipatan"
    SUSUN_KOLOM_TAHUN = "susun-kolom-tahun"
    SUSUN_SATUAN_BEDA = "susun-satuan-beda"

    @property
    def sebutan(self) -> str:
        """The kind in words."""
        return self.value.replace("-", " ")


G, P = Berat.GALAT, Berat.PERINGATAN

KATALOG: dict[Kode, tuple[Berat, str, str]] = {
    **{Kode(kode): (G, *isi) for kode, isi in (BERKAS | SUSUN_GALAT).items()},
    **{Kode(kode): (P, *isi) for kode, isi in SUSUN_PERINGATAN.items()},
    Kode.LEMBAR_HILANG: (G, "Lembar {nama} tidak ada", "Tambahkan lembar {nama} seperti pada templat"),
    Kode.LEMBAR_MIRIP: (
        G,
        "Lembar {nama} tidak ada, sedangkan lembar “{isi}” memuat kolom-kolomnya (maksud Anda {nama}?)",
        "Ganti nama lembar {isi} menjadi {nama}; bila tidak untuk dibaca, hapus lembar itu",
    ),
    Kode.LEMBAR_KEMBAR: (G, "Lembar {nama} ada lebih dari satu", "Gabungkan menjadi satu lembar {nama}"),
    Kode.LEMBAR_TAK_DIKENAL: (
        P,
        "Lembar {nama} tidak dikenal dan tidak dibaca",
        "Bila lembar ini berisi data, ganti namanya menjadi {maksud}; bila tidak, hapus atau biarkan",
    ),
    Kode.LEMBAR_TERSEMBUNYI: (
        P,
        "Lembar {nama} tersembunyi, tetapi tetap dibaca",
        "Tampilkan lembar itu, atau hapus bila tidak dipakai",
    ),
    Kode.BARIS_TERSEMBUNYI: (
        P,
        "Ada {jumlah} baris tersembunyi yang tetap dibaca, mulai baris {baris}",
        "Tampilkan baris itu, atau hapus bila tidak dipakai",
    ),
    Kode.JUDUL_DIGABUNG: (
        G,
        "Sel judul {rentang} digabung",
        "Pisahkan sel gabungan (Unmerge Cells) dan tulis satu judul pada setiap kolom",
    ),
    Kode.SEL_GABUNGAN: (
        G,
        "Sel {rentang} digabung (“{isi}”) untuk {apa}",
        "Pisahkan sel gabungan (Unmerge Cells), lalu tulis isinya pada sel yang memilikinya saja; hapus barisnya bila "
        "hanya judul bagian",
    ),
    Kode.JUDUL_DI_BARIS: (G, "Judul tampaknya di baris {baris}, bukan di baris 1", "Hapus {atas}"),
    Kode.NOMOR_KOLOM: (
        G,
        "Baris {baris} tampak seperti baris nomor kolom ({isi}), bukan baris data",
        "Hapus baris {baris}",
    ),
    Kode.RUMUS_KOSONG: (
        P,
        "Baris {baris} hanya berisi {apa}; {jumlah} baris tidak dibaca",
        "Hapus isi baris itu bila memang bukan data; bila data, isi kolom wajibnya",
    ),
    Kode.BARIS_KAKI: (
        G,
        "Baris {baris} tampak seperti tanda tangan atau catatan di bawah tabel (“{isi}”), bukan baris data",
        "Hapus baris itu, atau lengkapi kolom wajibnya bila memang baris data",
    ),
    Kode.BARIS_SELA: (G, "Baris {baris} tampak seperti {apa} (“{isi}”), bukan baris data", "{cara}"),
    Kode.BARIS_JUMLAH: (
        P,
        "Baris ini tampak seperti baris jumlah (“{isi}”) dan tidak dibaca; {hasil}",
        "Hapus baris ini bila tidak diperlukan",
    ),
    Kode.BARIS_JUMLAH_BEDA: (
        P,
        "Baris ini tampak seperti baris jumlah (“{isi}”) dan tidak dibaca; {hasil}",
        "Perbaiki baris yang salah atau tambahkan yang hilang, lalu hapus baris jumlah ini; ia tidak dipakai",
    ),
    Kode.DAUN_JUMLAH: (
        P,
        "Pagu {pagu} dan realisasi {tertulis} pada “{isi}” sama dengan jumlah baris lainnya; baris ini tampak seperti "
        "jumlah dan tidak ikut dijumlahkan",
        "Hapus baris ini, atau kosongkan Kelompok, Program, Kegiatan, dan Sub kegiatannya agar dibaca sebagai jumlah; "
        "bila memang baris tersendiri, tulis rinciannya di bawahnya, sedikitnya dua baris",
    ),
    Kode.DAUN_RAGU: (
        P,
        "Pagu {pagu} pada “{isi}” sama dengan jumlah baris lainnya, tetapi realisasinya {tertulis}, bukan {dihitung}; "
        "baris ini tetap ikut dijumlahkan",
        "Hapus baris ini bila memang jumlah; bila baris tersendiri, biarkan",
    ),
    Kode.KOLOM_MIRIP: (
        G,
        "Kolom {nama} tidak ada, sedangkan ada kolom “{isi}” (maksud Anda {nama}?)",
        "{cara}; bila isinya memang lain, tambahkan kolom {nama}",
    ),
    Kode.KOLOM_HILANG: (G, "Kolom {nama} tidak ada", "Tambahkan judul {nama} di baris 1, lalu isi kolomnya"),
    Kode.KOLOM_KEMBAR: (
        G,
        "Judul {nama} tertulis lebih dari satu kali (juga di {lain})",
        "Hapus salah satu kolom itu, atau ganti judulnya",
    ),
    Kode.KOLOM_TAK_DIKENAL: (
        P,
        "Kolom {nama} tidak dikenal; isinya disimpan tetapi tidak dipakai",
        "Bila kolom ini harus dibaca, tulis judulnya seperti pada templat; bila tidak, hapus atau biarkan",
    ),
    Kode.TANPA_BARIS: (G, "Lembar {nama} tidak berisi satu baris pun", "Isi lembar {nama} mulai baris 2"),
    Kode.SEL_KOSONG: (G, "Sel kosong, padahal {kolom} wajib diisi", "Isi {kolom}: {bantuan}"),
    Kode.GALAT_RUMUS: (
        G,
        "Rumus menghasilkan galat {isi}",
        "Perbaiki rumusnya, atau tulis hasilnya langsung tanpa rumus; kosongkan sel bila nilainya belum tersedia",
    ),
    Kode.RUMUS_TANPA_NILAI: (
        G,
        "Rumus belum memiliki nilai tersimpan",
        "Buka dan simpan berkas di Excel, atau tulis hasilnya langsung tanpa rumus",
    ),
    Kode.TANGGAL: (
        G,
        "Berisi tanggal atau waktu ({isi}), bukan {apa}",
        "Ubah format sel menjadi {bentuk}, lalu tulis kembali isinya, misalnya {contoh}",
    ),
    Kode.BENAR_SALAH: (G, "Berisi {isi}, bukan {apa}", "Tulis yang dimaksud, misalnya {contoh}"),
    Kode.TAK_TERBACA: (G, "{pesan}", "{saran}"),
    Kode.BATAS_BUKAN_TARGET: (
        G,
        "Tertulis “{isi}”, sebuah batas, sedangkan {kolom} adalah hasil, bukan target",
        "Tulis angka yang dicapai, atau kosongkan sel bila belum tersedia",
    ),
    Kode.BUKAN_UANG: (
        G,
        "Tertulis “{isi}”, bukan jumlah rupiah",
        "Tulis jumlah rupiah sebagai angka, misalnya 1343185299386; tulis 0 bila memang nol; kosongkan sel bila belum "
        "tersedia",
    ),
    Kode.KOMA_GANDA: (
        G,
        "Tertulis “{isi}”: {tanda} di depan tiga angka dapat berarti ribuan atau desimal",
        "Tulis {ribuan} bila ribuan, atau {desimal} bila desimal",
    ),
    Kode.TANDA_KAKI: (
        P,
        "Tanda “{isi}” di samping angka tidak ikut dibaca; yang dibaca “{angka}”",
        "Hapus tandanya, lalu tulis artinya di kolom Catatan atau Tanda",
    ),
    Kode.NEGATIF: (
        G,
        "Tertulis {isi}, padahal {kolom} tidak boleh kurang dari {minimum}",
        "Tulis angka {minimum} atau lebih",
    ),
    Kode.TAHUN_SALAH: (
        G,
        "Tertulis “{isi}”, bukan tahun antara 1990 dan 2100",
        "Tulis tahun empat angka, misalnya 2024",
    ),
    Kode.DI_LUAR_DAFTAR: (G, "Tertulis “{isi}”, tidak ada dalam daftar {kolom}", "Tulis salah satu: {pilihan}"),
    Kode.TEKS_PANJANG: (
        G,
        "Berisi {jumlah} huruf (“{isi}”), batas {kolom} {batas} huruf",
        "Persingkat menjadi paling banyak {batas} huruf; penjelasannya dapat ditulis di kolom Catatan, atau dibagi "
        "menjadi beberapa baris",
    ),
    Kode.TEMUAN_LAIN: (
        P,
        "Masih ada {jumlah} temuan lain yang tidak ditampilkan: {rincian}",
        "Perbaiki dahulu yang tampak, lalu unggah lagi",
    ),
    Kode.KODE_ANGKA: (
        P,
        "Kode tersimpan sebagai angka {isi}; Excel membuang nol di belakangnya, sehingga 1.10 menjadi 1,1",
        "Ubah format kolom {kolom} menjadi Text pada semua lembar, lalu tulis kembali kodenya, misalnya 1.10",
    ),
    Kode.KODE_TAK_DIKENAL: (
        G,
        "{kolom} “{isi}” tidak ada pada lembar {tujuan}{maksud}",
        "Tulis yang ada pada lembar {tujuan}, atau tambahkan barisnya di sana",
    ),
    Kode.SKALA_TAK_DIKENAL: (
        G,
        "Skala “{isi}” tidak dikenal",
        "Tulis salah satu: {pilihan}; atau tambahkan skala itu pada lembar Skala",
    ),
    Kode.SKALA_CACAT: (
        G,
        "Skala {nama}: {sebab}",
        "Tulis setiap predikat satu kali, dari yang terbaik (Urutan 1), dengan Batas bawah yang makin kecil dan Batas "
        "atas di bawah Batas bawah predikat sebelumnya",
    ),
    Kode.ALAMAT_KUTIPAN: (
        G,
        "Alamat kutipan {keadaan}",
        "Isi salah satu saja: Kode indikator; Indikator dan Wilayah; atau Kode OPD dan Uraian",
    ),
    Kode.ALAMAT_ANALISIS: (G, "Kode indikator dan Kode OPD sama-sama kosong", "Isi salah satunya"),
    Kode.PROGRAM_KOSONG: (
        G,
        "Program kosong pada baris yang berisi {kolom}",
        "Isi Program, atau Kelompok bila rincian ini tercetak tanpa program",
    ),
    Kode.KUNCI_GANDA: (
        G,
        "Baris ini berkunci sama dengan baris {baris}: {kunci}",
        "Hapus salah satu baris, atau bedakan kuncinya ({kolom_kunci})",
    ),
    Kode.PAGU_GANDA: (
        G,
        "Baris ini berkunci sama dengan baris {baris}, dengan pagu lain: {kunci}",
        "Bila salah satunya pagu sebelum perubahan, satukan menjadi satu baris: yang sebelum perubahan pada kolom Pagu "
        "awal, yang sesudahnya pada kolom Pagu; atau beri baris yang lama Peran Pembanding; selain itu bedakan "
        "kuncinya ({kolom_kunci})",
    ),
    Kode.NAMA_MIRIP: (
        P,
        "{jenis} “{isi}” mirip dengan “{nama}” di {letak}; keduanya dihitung sebagai nama yang berbeda",
        "Bila sama, tulis dengan satu ejaan, atau tambahkan baris pada lembar Nama lain: Jenis {jenis}, Nama “{nama}”, "
        "Nama lain “{ejaan}”; bila memang berbeda, biarkan",
    ),
    Kode.NAMA_DISAMAKAN: (
        P,
        "{jenis} “{isi}” dibaca sebagai “{nama}”: pagunya sama, dan jumlah di bawah induknya pun sama",
        "Bila benar, tulis seperti yang sudah ada, atau tambahkan baris pada lembar Nama lain: Jenis {jenis}, "
        "Nama “{nama}”, Nama lain “{ejaan}”; bila keliru, bedakan pagunya",
    ),
    Kode.NAMA_SEPAGU: (
        P,
        "{jenis} “{isi}” baru, sedangkan “{nama}” di bawah induk yang sama berpagu sama; keduanya dijumlahkan",
        "Bila sama, tulis seperti yang sudah ada, atau tambahkan baris pada lembar Nama lain: Jenis {jenis}, "
        "Nama “{nama}”, Nama lain “{ejaan}”; bila memang berbeda, biarkan",
    ),
    Kode.NAMA_LAIN_BENTROK: (
        G,
        "Nama lain “{isi}” sudah berarti “{nama}” pada baris {baris}",
        "Hapus salah satu baris; satu ejaan hanya berarti satu nama",
    ),
    Kode.EJAAN_KEMBAR: (
        P,
        "“{isi}” sama dengan “{nama}” pada baris {baris} dengan angka yang sama; dihitung satu kali",
        "Hapus salah satu baris",
    ),
    Kode.EJAAN_BENTROK: (
        G,
        "“{isi}” sama dengan “{nama}” pada baris {baris}, tetapi angkanya berbeda",
        "Hapus baris yang keliru; bila keduanya memang berbeda, tulis nama yang membedakannya (untuk wilayah: kata "
        "Kabupaten dan Kota di depan nama)",
    ),
    Kode.NAMA_SERUPA: (
        P,
        "Nama “{isi}” sama dengan baris {baris} yang berkode {lain}",
        "Bila keduanya unit yang sama, hapus salah satu barisnya; bila bukan, bedakan namanya",
    ),
    Kode.RIBUAN_INGGRIS: (
        P,
        "Tertulis “{isi}” dengan pemisah ribuan koma, dibaca {angka}",
        "Tulis {angka}: titik sebagai pemisah ribuan, koma sebagai desimal",
    ),
    Kode.NOMOR_PRIBADI: (
        P,
        "Berisi angka 18 digit yang menyerupai NIP",
        "Hapus nomor induk dan nama orang; tulis jabatan atau OPD",
    ),
    Kode.TAHUNAN_BEDA_TW: (
        P,
        "Realisasi Tahunan {tahunan} berbeda dari {akumulasi} triwulan {triwulan}; yang dipakai adalah Tahunan",
        "Tulis {triwulan} pada Tahunan bila triwulannya benar; bila tidak, perbaiki triwulannya atau kolom Akumulasi "
        "pada lembar Indikator",
    ),
    Kode.SEMESTER_GANDA: (
        G,
        "{isi} mencakup {triwulan}, padahal {lain} juga terisi pada baris {baris}: angkanya terhitung dua kali",
        "Hapus salah satunya: simpan {isi} saja, atau tulis {triwulan} masing-masing",
    ),
    Kode.BESARAN_JANGGAL: (
        P,
        "{kolom} tertulis “{isi}”, {sebab}",
        "Periksa koma desimal dan satuannya; tulis {contoh} bila itu yang dimaksud",
    ),
    Kode.KELIPATAN_GANDA: (
        P,
        "Tertulis “{isi}”, padahal Satuan indikatornya {satuan}: kata {kata} mengalikan dua kali",
        "Hapus kata {kata} dari angkanya, atau ubah Satuan menjadi satuan tanpa kelipatan",
    ),
    Kode.PECAHAN_ORANG: (
        P,
        "Tertulis “{isi}”, padahal {satuan} tidak dapat berupa pecahan",
        "Periksa koma dan titiknya, atau ubah Satuan",
    ),
    Kode.UANG_PECAHAN: (
        P,
        "{kolom} tertulis “{isi}”, pecahan rupiah",
        "Tulis dalam rupiah penuh; tulis {contoh} bila yang dimaksud juta rupiah",
    ),
    Kode.TRIWULAN_KUMULATIF: (
        P,
        "Jumlah {kolom} {awal} sampai {akhir} ({jumlah}) melebihi target tahun ({setahun}): angkanya tampak kumulatif, "
        "sedangkan Akumulasi Jumlah menambahkannya",
        "Tulis angka setiap triwulan sendiri, atau ubah Akumulasi menjadi Terakhir pada lembar Indikator",
    ),
    Kode.KUMULATIF_TURUN: (
        P,
        "Realisasi {periode} ({isi}) lebih kecil daripada {periode_lalu} ({lalu}), padahal angka triwulan anggaran "
        "kumulatif",
        "Tulis realisasi sejak awal tahun sampai triwulan itu",
    ),
    Kode.WILAYAH_TANPA_DATA: (
        P,
        "{kunci} “{isi}” pada Profil tidak ada pada satu baris bertingkat {tingkat} pun di lembar Regional",
        "Samakan ejaannya dengan kolom Wilayah pada lembar Regional, atau tambahkan barisnya",
    ),
    Kode.BAGIAN_BENTROK: (
        G,
        "Baris {kunci} juga ada pada {lain} dengan isi lain: di sini “{isi}”, di sana “{isi_lain}”",
        "Samakan keduanya, atau hapus baris dari salah satu berkas",
    ),
    Kode.SEL_TETAP: (
        P,
        "{jumlah} sel kosong pada kolom {kolom}, isinya tidak berubah: {contoh}",
        "Biarkan bila isinya memang tetap; tulis KOSONG pada sel yang isinya harus dihapus",
    ),
    Kode.ISIAN_TETAP: (
        P,
        "{jumlah} dari {semua} baris isian kembali seperti saat dikirim dan tidak mengubah apa pun",
        "Isi Realisasinya bila angkanya sudah ada; biarkan bila belum, atau bila yang tercatat tetap benar",
    ),
    Kode.ANGKA_HILANG: (
        G,
        "{jumlah} {apa} {kolom} akan hilang karena {sebab}: {contoh}",
        "Lengkapi berkasnya; bila memang harus hilang, ulangi perintah dengan --setuju-hilang",
    ),
    Kode.BARIS_OPD_LAIN: (
        G,
        "Baris {kunci} milik {pemilik}, sedangkan akun ini hanya untuk {opd}",
        "Hapus baris itu dari berkas, atau minta pemiliknya mengirim sendiri",
    ),
    Kode.PERIODE_TERKUNCI: (
        G,
        "{kunci}{milik}: {kolom} berubah dari “{lama}” menjadi “{isi}”{akibat}, sedangkan {periode} terkunci",
        "Kembalikan isi semula, atau minta admin membuka kunci periode itu",
    ),
    **{Kode(kode): (P, *isi) for kode, isi in PEMILIK.items()},
}
