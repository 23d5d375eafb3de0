"""Messages about a file as a whole, by code: each keeps it out, and no cell of it can be named."""

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
        "Salin data ke buku kerja baru dari templat, lalu simpan",
    ),
    "pembaca-terhenti": (
        "Berkas tidak selesai dibaca: {sebab}",
        "Kurangi isi yang tidak diperlukan, simpan kembali di Excel, lalu coba lagi",
    ),
    "lembar-terlalu-banyak": (
        "Buku kerja berisi {jumlah} lembar, batasnya {batas}",
        "Hapus lembar yang bukan bagian templat",
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
}
