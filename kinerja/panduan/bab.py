"""The chapters of the guide: from nothing, from a table of SIPD, from a table of BPS, one figure alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LangkahBab:
    """One step: what to do, and what one then sees."""

    judul: str
    uraian: str
    tampak: str


@dataclass(frozen=True, slots=True)
class Kendala:
    """What one may see instead, and what to do about it."""

    tampak: str
    tindakan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bab:
    """One chapter.

    Attributes:
        judul: what it teaches; the number of its steps is written behind it.
        pembuka: for whom it is, and what is needed before.
        langkah: its steps.
        kendala: what to do when something does not fit.
        perintah: the same on the command line, each with what it does.
    """

    judul: str
    pembuka: str
    langkah: tuple[LangkahBab, ...]
    kendala: tuple[Kendala, ...]
    perintah: tuple[tuple[str, str], ...] = ()


BAB_MULAI = Bab(
    judul="Mulai dari nol",
    pembuka=(
        "Untuk pemerintah daerah atau lembaga yang belum memiliki buku kerja. Yang diperlukan: daftar OPD, daftar "
        "indikator dari perjanjian kinerja, serta target dan realisasi sekurang-kurangnya satu tahun."
    ),
    langkah=(
        LangkahBab(
            "Jalankan dasbor",
            "Di folder program, ketik script/run. Pemasangan pertama memerlukan beberapa menit dan sambungan ke indeks "
            "paket Python; yang berikutnya hanya beberapa detik, tanpa jaringan.",
            "“Langkah 1 dari 4” dan seterusnya, banyaknya paket yang sudah dipasang, lalu alamat dasbor.",
        ),
        LangkahBab(
            "Pilih cara memulai",
            "Buka alamat itu di peramban. Bila angka Anda sudah ada dalam tabel SIPD atau BPS, siapkan dahulu OPD dan "
            "indikatornya dengan templat, lalu ikuti bab Dari SIPD atau Dari BPS. Bila ingin melihat dahulu, muat "
            "contoh.",
            "Layar sambutan dengan tiga cara: templat, tabel kantor, contoh.",
        ),
        LangkahBab(
            "Unduh templat",
            "Simpan berkas templat_kinerja.xlsx dan buka di Excel atau LibreOffice.",
            "Lembar Petunjuk dengan urutan mengisi, dan contoh satu baris untuk setiap lembar.",
        ),
        LangkahBab(
            "Isi Profil, OPD, dan Indikator",
            "Tulis nama pemerintah daerah dan provinsinya pada Profil; kota, provinsi, dan lembaga juga menulis Jenis "
            "pemerintah. Beri setiap OPD dan setiap indikator sebuah "
            "kode; kode tidak pernah berganti arti. Tulis jabatan atau OPD, tidak pernah nama orang.",
            "Kode yang sudah ditulis ditawarkan sebagai pilihan pada lembar lain, dengan namanya di sebelahnya.",
        ),
        LangkahBab(
            "Isi Capaian",
            "Satu baris untuk satu indikator dan satu tahun: target dan realisasi seperti tertulis pada dokumennya, "
            "dengan Sumber. Sel kosong berarti tidak tersedia, bukan nol.",
            "Sel wajib berwarna jingga sampai terisi.",
        ),
        LangkahBab(
            "Unggah dan periksa",
            "Pada Kelola data, pilih berkasnya, lalu Periksa berkas. Perbaiki setiap galat pada sel yang disebut dan "
            "unggah lagi; berkas bertanda dapat diunduh.",
            "Kemajuan setahap demi setahap, lalu daftar temuan, atau “Siap diterbitkan”.",
        ),
        LangkahBab(
            "Terbitkan",
            "Tulis catatan versi, lalu pilih Terbitkan. Buka Ringkasan dan periksa satu angka yang Anda kenal.",
            "“Versi 1 terbit” dan semua halaman menampilkan angka Anda.",
        ),
        LangkahBab(
            "Minta angka yang masih kurang",
            "Halaman Kelengkapan data menunjukkan yang belum terisi untuk setiap OPD. Pilih Isian OPD di sana dan "
            "kirim berkasnya: nama dan target sudah tercantum, realisasi kosong; hasilnya kembali lewat cara Perbarui "
            "sebagian.",
            "Tombol untuk isian satu OPD, dan untuk semua OPD yang belum lengkap sebagai satu ZIP.",
        ),
    ),
    kendala=(
        Kendala("Porta 8501 sedang dipakai", "Pilih porta lain: KINERJA_PORT=8502 script/run."),
        Kendala(
            "Pustaka gagal dipasang",
            "Baca baris terakhir di konsol. Periksa sambungan jaringan dan ruang kosong, lalu jalankan script/run "
            "lagi; yang setengah jadi sudah dibersihkan. Tanpa jaringan, ikuti docs/pemasangan.md.",
        ),
        Kendala(
            "Buku kerja belum dapat dipakai",
            "Berkas di folder data bergalat. Setiap baris daftar menyebut lembar, sel, yang tertulis, dan yang "
            "sebaiknya ditulis.",
        ),
        Kendala(
            "Tombol Muat contoh tidak ada",
            "Memuat contoh memerlukan peran admin. Masuk lewat Kelola data, atau mintalah kepada pengelola dasbor.",
        ),
        Kendala(
            "Spanduk “Ini contoh” masih tampil",
            "Selama angka contoh masih ada, spanduk tetap tampil, juga setelah Perbarui sebagian. Unggah buku kerja "
            "Anda dengan cara Ganti seluruhnya.",
        ),
    ),
    perintah=(
        ("python -m kinerja templat -o templat.xlsx", "menulis templat"),
        ("python -m kinerja periksa templat.xlsx", "menyebut semua galat sekaligus"),
        ('python -m kinerja impor templat.xlsx --catatan "Data awal"', "menerbitkannya"),
        ("python -m kinerja isian --opd DINKES --tahun 2026 -o isian.xlsx", "menulis isian untuk satu OPD"),
        ("python -m kinerja isian --tahun 2026 -o isian.zip", "menulis isian semua OPD yang belum lengkap"),
    ),
)

_TEMPAT = "Pada Kelola data, bagian Unggah, pilih Susun dari tabel kantor pada Cara mengunggah."
_PERBEDAAN = LangkahBab(
    "Lihat perbedaan, lalu terbitkan",
    "Pilih Bandingkan dengan data yang berlaku. Hasilnya sama dengan unggahan Perbarui: bacalah perbedaan dengan versi "
    "aktif dan akibatnya, baca atau ganti catatannya, lalu pilih Terbitkan. Unduh hasil susunan memberi bagian itu "
    "sebagai buku kerja.",
    "Baris yang ditambah dan diubah, angka lama di sebelah angka baru.",
)
_KENDALA_TABEL = (
    Kendala(
        "Tabel tidak ditemukan",
        "Pastikan lembarnya memuat judul kolom. Bila tabel ada di lembar lain, pilih lembar itu; bila tempatnya "
        "meleset, tulis baris pertama dan terakhirnya.",
    ),
    Kendala("Dua tabel pada satu lembar", "Pilih salah satu; unggah sekali lagi untuk tabel yang lain."),
    Kendala(
        "Jenis tabel tidak dikenali",
        "Pilih jenisnya, atau pilih tabel umum dan tentukan sendiri arti setiap kolom. Pilihan itu diingat untuk "
        "tabel berikutnya yang judul kolomnya sama.",
    ),
    Kendala(
        "Angka dijumlahkan berbeda dari yang tercetak",
        "Lihat baris yang dilewati beserta sebabnya: sering kali satu baris rincian terpotong atau jumlahnya memuat "
        "baris di luar tabel. Betulkan tabelnya dan unggah lagi, atau setujui bila jumlah tercetaknya yang keliru.",
    ),
    Kendala(
        "Berkas ditolak",
        "Hapus kata sandinya, simpan sebagai .xlsx tanpa makro, dan pastikan besarnya tidak melebihi 20 MB. Berkas "
        ".xls yang sebenarnya halaman web tetap dibaca, dan hal itu dikatakan.",
    ),
)

BAB_SIPD = Bab(
    judul="Dari LRA SIPD ke halaman Anggaran",
    pembuka=(
        "Untuk laporan realisasi anggaran (LRA) yang diekspor dari SIPD: satu tabel untuk satu OPD dan satu periode. "
        "Tidak ada angka yang diketik ulang. Yang diperlukan: OPD itu sudah ada pada lembar OPD, dan akun admin atau "
        "operator OPD itu."
    ),
    langkah=(
        LangkahBab(
            "Ekspor LRA dari SIPD",
            "Pilih rincian sampai sub kegiatan. Simpan apa adanya sebagai .xlsx, .xls, .csv, atau .ods; judul laporan, "
            "sel gabung, dan tanda tangan boleh tetap ada.",
            "Tabel dengan kolom Kode, Uraian, Anggaran, dan Realisasi.",
        ),
        LangkahBab("Buka Susun dari tabel kantor", _TEMPAT, "Kotak unggah untuk tabel kantor."),
        LangkahBab(
            "Unggah berkasnya",
            "Seret berkas ke kotak unggah. Berkas dibaca dalam proses terpisah dengan batas yang sama seperti setiap "
            "unggahan; belum ada yang disimpan.",
            "Jenis tabel, lembar, tempat judul kolomnya, banyaknya baris yang dipakai dan yang dilewati.",
        ),
        LangkahBab(
            "Periksa tempat tabel",
            "Gambar sudut lembar membingkai judul kolom dan menyebut setiap baris: di luar tabel, judul kolom, isi. "
            "Bila meleset, buka Betulkan jenis, lembar, atau baris, isi baris pertama dan terakhirnya, lalu pilih Baca "
            "ulang. Baris dan kolom tersembunyi disebutkan pada Catatan pembacaan.",
            "Tempat judul kolom, misalnya A6:M9.",
        ),
        LangkahBab(
            "Pastikan tabel dikenali sebagai LRA",
            "Jenjang setiap baris dibaca dari kodenya. Rekening di bawah sub kegiatan tidak ditulis; belanja operasi, "
            "modal, tak terduga, dan transfer dijumlahkan menjadi satu pagu dan satu realisasi.",
            "Pada Kolom tabel dan tujuannya: setiap kolom dengan hurufnya dan tempat isinya.",
        ),
        LangkahBab(
            "Jawab yang tidak tertulis",
            "OPD, tahun, dan periode ditanyakan sekali untuk seluruh berkas, bila tabel tidak menyebutnya. Judul tanpa "
            "periode berarti Tahunan; angka triwulan pada LRA bersifat kumulatif. Sumber boleh diisi.",
            "“Masih diperlukan” dengan yang belum dijawab; tanpa jawaban tidak ada yang disusun.",
        ),
        LangkahBab(
            "Pastikan nama",
            "Bila satu tabel memuat beberapa OPD, nama OPD yang belum dikenal tampil di sebelah kotak pilihan: pilih "
            "OPD yang dimaksud.",
            "Nama yang tertulis di sebelah nama yang dimaksud.",
        ),
        LangkahBab(
            "Baca hitungannya",
            "Jumlah semua rincian dibandingkan dengan jumlah yang tercetak pada tabel.",
            "Kata “Cocok”, atau “Tidak cocok” dengan bedanya; yang dilewati disebut dengan sebabnya.",
        ),
        _PERBEDAAN,
        LangkahBab(
            "Bulan berikutnya",
            "Unggah LRA baru dengan judul kolom yang sama. Arti kolom dan jawaban Anda diingat untuk OPD itu.",
            "Langsung tombol Bandingkan, tanpa pertanyaan, bila tahun dan periodenya tertulis di atas tabel. Ingatan "
            "itu ada pada Bentuk tabel yang diingat: dapat diunduh dan dilupakan.",
        ),
    ),
    kendala=(
        Kendala(
            "OPD belum ada",
            "Tambahkan OPD itu dahulu: unduh buku kerja aktif, isi barisnya pada lembar OPD, lalu unggah dengan cara "
            "Perbarui sebagian.",
        ),
        *_KENDALA_TABEL,
    ),
    perintah=(
        (
            'python -m kinerja susun lra.xlsx --jenis lra --opd DINKES --tahun 2026 --periode "TW II" '
            '--sumber "LRA SIPD Juni 2026" -o bagian.xlsx',
            "menyusun bagian dari LRA; kode keluar 1 berarti ada yang harus diputuskan dahulu",
        ),
        (
            'python -m kinerja impor bagian.xlsx --mode perbarui --catatan "LRA TW II"',
            "menerbitkan bagian itu",
        ),
    ),
)

BAB_BPS = Bab(
    judul="Dari tabel BPS ke halaman Regional",
    pembuka=(
        "Untuk tabel BPS yang memuat wilayah sebagai baris dan tahun sebagai kolom, satu ukuran setiap tabel. Yang "
        "diperlukan: nama Provinsi dan Wilayah pada lembar Profil, dan akun berperan admin, sebab lembar Regional "
        "milik seluruh pemerintah daerah."
    ),
    langkah=(
        LangkahBab(
            "Unduh tabel dari BPS",
            "Simpan apa adanya sebagai .xlsx, .xls, .csv, atau .ods. Beberapa tahun dalam satu tabel boleh, juga bila "
            "tahunnya berdiri pada dua baris judul.",
            "Tabel dengan kolom Kabupaten/Kota dan satu kolom untuk setiap tahun.",
        ),
        LangkahBab("Buka Susun dari tabel kantor", _TEMPAT, "Kotak unggah untuk tabel kantor."),
        LangkahBab(
            "Unggah berkasnya",
            "Seret berkas ke kotak unggah; belum ada yang disimpan.",
            "Jenis tabel, lembar, tempat judul kolomnya, banyaknya baris yang dipakai dan yang dilewati.",
        ),
        LangkahBab(
            "Periksa tempat tabel",
            "Gambar sudut lembar membingkai judul kolom; judul tabel berada di luarnya. Bila meleset, buka Betulkan "
            "jenis, lembar, atau baris, isi baris pertama dan terakhirnya, lalu pilih Baca ulang.",
            "Tempat judul kolom, misalnya A3:F3.",
        ),
        LangkahBab(
            "Pastikan tabel dikenali sebagai tabel wilayah",
            "Provinsi yang ditulis dengan huruf besar dan INDONESIA pada baris terakhir dibedakan dari kabupaten dan "
            "kota.",
            "Pada Kolom tabel dan tujuannya: setiap kolom, dan tahun setiap kolom angka.",
        ),
        LangkahBab(
            "Jawab yang tidak tertulis",
            "Ukuran, satuan, dan arah ditanyakan sekali; sumber boleh diisi. Pilih ukuran yang sudah ada bila tabel "
            "ini melanjutkannya, sehingga peringkat dan tren bersambung. Arah Naik: makin tinggi makin baik.",
            "“Masih diperlukan” dengan yang belum dijawab; tanpa jawaban tidak ada yang disusun.",
        ),
        LangkahBab(
            "Pastikan nama wilayah",
            "Kabupaten, Kab., dan Kota di depan nama dikenali. Nama yang hanya mirip tampil berdampingan dengan "
            "usulannya: pilih nama yang dimaksud, atau “baru”. Bila semuanya baru, centang Setujui semua.",
            "Nama yang tertulis di sebelah nama yang dimaksud.",
        ),
        LangkahBab(
            "Baca hitungannya",
            "Periksa banyaknya wilayah dan tahun. Tanda seperti *, **, e, atau … dibaca menurut artinya: angka "
            "sementara, perkiraan, atau tidak tersedia; tidak ada yang menjadi nol.",
            "Banyaknya baris yang dipakai, dan yang dilewati dengan sebabnya.",
        ),
        _PERBEDAAN,
        LangkahBab(
            "Tahun berikutnya",
            "Unggah tabel baru dengan judul tabel dan judul kolom yang sama; arti kolom dan jawaban Anda diingat.",
            "Langsung tombol Bandingkan, tanpa pertanyaan.",
        ),
    ),
    kendala=(
        Kendala(
            "Kolom tahun bukan tahun",
            "Tahun ditulis empat angka, 1990 sampai 2100; tanda catatan kaki di belakangnya boleh. Betulkan judul "
            "kolomnya, atau lepaskan kolom itu.",
        ),
        Kendala(
            "Kota dan kabupaten senama",
            "Tulis Kota atau Kabupaten di depan namanya; tanpa itu keduanya tidak dapat dibedakan.",
        ),
        *_KENDALA_TABEL,
    ),
    perintah=(
        (
            'python -m kinerja susun uhh.xlsx --jenis wilayah --ukuran "Usia Harapan Hidup" --satuan Tahun --arah Naik '
            '--sumber "BPS, 2026" -o bagian.xlsx',
            "menyusun bagian dari tabel BPS",
        ),
        (
            'python -m kinerja impor bagian.xlsx --mode perbarui --catatan "BPS 2025"',
            "menerbitkan bagian itu",
        ),
    ),
)

BAB_SATU = Bab(
    judul="Satu angka saja",
    pembuka=(
        "Untuk beberapa angka yang menyusul atau keliru: target, realisasi, tanda, atau catatan. Tidak perlu Excel. "
        "Yang diperlukan: indikatornya sudah ada pada lembar Indikator, dan akun yang berhak mengunggah. Operator "
        "mengubah angka OPD-nya sendiri."
    ),
    langkah=(
        LangkahBab(
            "Masuk",
            "Masuk lewat Kelola data. Tanpa hak mengunggah, tabelnya tidak ditawarkan.",
            "Nama dan peran Anda di bawah halaman Kelola data.",
        ),
        LangkahBab(
            "Buka halaman angkanya",
            "Satu indikator, semua periodenya: halaman Indikator. Satu OPD, semua indikatornya untuk satu periode: "
            "halaman Kelengkapan data. Pilih OPD dan tahunnya di atas.",
            "Baris Ubah angka yang masih tertutup, di atas Penjelasan atau di bawah daftar kekurangan.",
        ),
        LangkahBab(
            "Buka Ubah angka",
            "Pada Kelengkapan data pilih juga periodenya; nyalakan Semua indikator bila yang dicari bukan IKU.",
            "Tabel kecil dengan isi seperti di buku kerja. Periode yang terkunci disebutkan.",
        ),
        LangkahBab(
            "Ketik angkanya",
            "Ketik seperti di buku kerja: 72,93, 5,8-5,5, WTP, atau BB (70). Yang tidak disentuh tetap seperti semula. "
            "Untuk mengosongkan sebuah sel, hapus isinya. Tulis sumbernya bila berbeda dari yang tertulis.",
            "Angka baru di dalam selnya; belum ada yang disimpan.",
        ),
        LangkahBab(
            "Pilih Periksa perubahan",
            "Angka Anda melewati pemeriksaan yang sama dengan unggahan. Yang tidak terbaca disebut dengan indikator "
            "dan kolomnya: perbaiki pada tabel, lalu periksa lagi.",
            "“Siap diterbitkan”, angka lama di sebelah angka baru, dan akibatnya pada rata-rata, predikat, dan Uji "
            "konsistensi.",
        ),
        LangkahBab(
            "Tulis catatan, lalu terbitkan",
            "Sel yang Anda kosongkan ditanyakan dahulu: setujui kehilangannya, atau pilih Batalkan.",
            "“Versi n terbit” dan halaman itu menampilkan angka baru.",
        ),
    ),
    kendala=(
        Kendala(
            "Ubah angka tidak ada",
            "Anda belum masuk, peran Anda tidak mencakup OPD ini, atau yang dilihat adalah versi lama: pilih Lihat "
            "versi aktif.",
        ),
        Kendala("Belum ada sel yang diubah", "Tekan Enter setelah mengetik, lalu pilih Periksa perubahan lagi."),
        Kendala(
            "Periode terkunci",
            "Mintalah pengelola membuka kuncinya pada Kelola data, bagian Kunci periode.",
        ),
        Kendala(
            "Orang lain menerbitkan versi sementara itu",
            "Baca yang diubahnya, pilih Bandingkan ulang bila ditawarkan, lalu terbitkan. Angkanya tidak tertimpa "
            "kecuali pada sel yang Anda ketik.",
        ),
        Kendala(
            "Indikator atau tahunnya belum ada",
            "Tambahkan barisnya di buku kerja dan unggah dengan cara Perbarui sebagian.",
        ),
    ),
)
