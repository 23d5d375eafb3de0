"""Messages about a file as a whole, by code: each keeps it out, and no cell of it is at fault."""

BERKAS: dict[str, tuple[str, str]] = {
    "berkas-tidak-ada": ("Berkas {nama} tidak ditemukan", "Periksa nama dan letak berkas"),
    "berkas-kosong": ("Berkas kosong", "Pilih buku kerja Excel (.xlsx) yang berisi data"),
    "satu-berkas": (
        "Mode ganti menerima satu buku kerja, yang dikirim {jumlah}",
        "Kirim satu buku kerja lengkap, atau pilih mode perbarui",
    ),
    "bukan-excel": (
        "Berkas ini {lain}bukan buku kerja Excel",
        "Buka datanya di Excel, lalu simpan sebagai Excel Workbook (.xlsx)",
    ),
    "excel-lama": (
        "Berkas ini Excel lama (.xls) atau dilindungi kata sandi",
        "Buka di Excel, hapus kata sandinya bila ada, lalu simpan sebagai Excel Workbook (.xlsx)",
    ),
    "berkas-rusak": (
        "Berkas rusak atau terpotong: {sebab}",
        "Salin ulang berkas dari asalnya, atau buka dan simpan kembali di Excel",
    ),
    "berkas-makro": (
        "Berkas memuat makro ({nama})",
        "Simpan sebagai Excel Workbook (.xlsx), bukan Excel Macro-Enabled Workbook (.xlsm)",
    ),
    "tautan-luar": (
        "Berkas memuat tautan atau objek dari luar ({nama})",
        "Di Excel pilih Data, Edit Links, Break Link, hapus objek yang disisipkan, lalu simpan kembali. Bila tautannya "
        "tidak tampak di sana, hapus nama yang menunjuk ke berkas lain (Formulas, Name Manager) dan aturannya (Data, "
        "Data Validation), atau pindahkan lembar ke buku kerja baru (Move or Copy)",
    ),
    "kontrol-formulir": (
        "Berkas memuat kontrol formulir, misalnya kotak centang atau tombol ({nama})",
        "Hapus kontrol itu (Home, Find & Select, Selection Pane), atau pindahkan lembar ke buku kerja baru (Move or "
        "Copy), lalu simpan kembali",
    ),
    "bagian-asing": (
        "Berkas memuat {apa} ({nama})",
        "{cara}, lalu simpan salinannya sebagai Excel Workbook (.xlsx) dan unggah salinan itu",
    ),
    "berkas-besar": (
        "Berkas berukuran {ukuran}, batasnya {batas}",
        "Hapus gambar dan lembar yang tidak diperlukan, atau bagi data menurut OPD",
    ),
    "terlalu-besar": (
        "Isi berkas terlalu besar: {ukuran} setelah dibuka, batasnya {batas}",
        "Hapus gambar dan lembar yang tidak diperlukan, atau bagi data menurut OPD",
    ),
    "isi-mencurigakan": (
        "Susunan berkas tidak wajar: {sebab}",
        "Salin data ke buku kerja baru dari templat, atau tabel kantor ke buku kerja baru, lalu simpan",
    ),
    "pembaca-terhenti": (
        "Berkas tidak selesai dibaca: {sebab}",
        "Kurangi isi yang tidak diperlukan, simpan kembali di Excel, lalu coba lagi",
    ),
    "lembar-terlalu-banyak": (
        "Buku kerja berisi {jumlah} lembar, batasnya {batas}",
        "Hapus lembar yang tidak diperlukan",
    ),
    "kata-sandi": (
        "Berkas dilindungi kata sandi",
        "Buka di Excel, hapus kata sandinya (File, Info, Protect Workbook, Encrypt with Password), lalu "
        "simpan dan unggah lagi",
    ),
    "bukan-tabel": (
        "Berkas ini {lain}bukan tabel yang dapat dibaca",
        "Unggah tabelnya sebagai Excel (.xlsx atau .xls), OpenDocument (.ods), CSV, atau halaman web; dari dokumen "
        "atau gambar, salin dahulu tabelnya ke Excel",
    ),
    "web-tanpa-tabel": (
        "Berkas ini halaman web yang tidak memuat tabel",
        "Buka berkas ini di peramban: bila yang tampak halaman masuk atau pesan galat, masuk dan unduh lagi; bila yang "
        "tampak tabel, salin ke Excel dan simpan sebagai Excel Workbook (.xlsx)",
    ),
    "petik-terbuka": (
        "Tanda petik ganda pada baris {baris} tidak ditutup, sehingga baris sesudahnya terbaca sebagai satu sel",
        "Hapus atau tutup tanda petik itu, atau buka datanya di Excel lalu simpan sebagai Excel Workbook (.xlsx)",
    ),
    "berkas-tanpa-isi": (
        "Tidak satu sel pun terisi pada berkas ini; lembar yang ada: {lembar}",
        "Pilih berkas yang memuat tabelnya",
    ),
    "lembar-terlalu-luas": (
        "Lembar {nama} membentang {baris} baris dan {kolom} kolom, terlalu luas untuk dibaca sebagai tabel",
        "Hapus sel yang jauh dari tabelnya (Ctrl+End menunjukkan yang terakhir), atau salin tabelnya saja ke buku "
        "kerja baru",
    ),
    "sel-di-luar-batas": (
        "Ada isi di sel {alamat}, di luar batas {baris} baris dan {kolom} kolom",
        "Hapus baris dan kolom sesudah data, atau bagi data menurut OPD",
    ),
    "tanpa-isi": (
        "Tidak satu baris pun terbaca dari berkas ini; lembar yang ada: {lembar}",
        "{cara} datanya ke templat dari Kelola data: nama lembar seperti pada templat, judul kolom di baris 1, data "
        "mulai baris 2",
    ),
    "templat-kosong": (
        "Templat ini belum diisi. Tidak satu baris pun terbaca; lembar yang ada: {lembar}",
        "Isi mulai baris 2 pada lembar {dahulu}; lembar Petunjuk memuat urutan dan contoh baris setiap lembar",
    ),
}
