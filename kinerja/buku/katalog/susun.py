"""Messages about an office's table, by code: what keeps its part from being written, and what is only told."""

SUSUN_GALAT: dict[str, tuple[str, str]] = {
    "susun-tanpa-tabel": (
        "Tidak ada tabel yang dikenali; lembar yang ada: {lembar}",
        "Pastikan tabel berjudul kolom (misalnya Kode, Uraian, Anggaran, Realisasi), atau sebutkan baris judulnya",
    ),
    "susun-pilih-lembar": (
        "Lebih dari satu lembar berisi tabel: {lembar}",
        "Pilih satu lembar (baris perintah: --lembar), lalu susun lembar lain sendiri",
    ),
    "susun-dua-tabel": (
        "Ada {jumlah} tabel pada lembar ini: {tabel}",
        "Pilih baris judul dan baris akhir satu tabel, atau pindahkan tabel lain ke lembar sendiri",
    ),
    "susun-jenis": (
        "Jenis tabel ini belum dapat ditentukan; judulnya: {judul}",
        "Pilih jenisnya: lra, wilayah, pengukuran, rencana-aksi, atau umum",
    ),
    "susun-kolom-hilang": (
        "Kolom {apa} tidak ditemukan; judul yang ada: {judul}",
        "Tentukan kolomnya, atau pilih jenis tabel yang lain",
    ),
    "susun-kolom-kembar": (
        "Kolom {kembar} sama-sama dapat berarti {apa}",
        "Pilih satu kolom yang dipakai, dan lewati yang lain",
    ),
    "susun-kolom-salah": (
        "Tujuan kolom {huruf}, “{tujuan}”, tidak dikenal",
        "Tulis nama lembar dan kolom pada templat, misalnya Capaian.Realisasi atau Regional.Nilai@2024",
    ),
    "susun-tanya": ("{kalimat}", "{cara}"),
    "susun-nama": (
        "{jenis} “{isi}” tidak ada pada data yang berlaku{mirip}",
        "Pastikan namanya: pilih yang sudah ada, atau setujui sebagai nama baru",
    ),
    "susun-kode": (
        "Tertulis “{isi}”, bukan kode program, kegiatan, sub kegiatan, atau rekening",
        "Tulis kode menurut nomenklatur, misalnya 1.02.01.2.01.0001, atau lewati baris ini",
    ),
    "susun-kode-ganda": (
        "Kode {isi} sudah ada di baris {baris}",
        "Gabungkan kedua baris, atau lewati salah satunya",
    ),
    "susun-baris-ragu": (
        "Baris ini berisi angka, tetapi {apa}",
        "Lengkapi baris itu, atau hapus angkanya bila bukan baris data",
    ),
    "susun-tahun": (
        "Judul kolom “{isi}” tampak seperti tahun, tetapi bukan tahun antara 1990 dan 2100",
        "Betulkan tahunnya, atau lewati kolom ini",
    ),
    "susun-jumlah-beda": (
        "{kalimat}",
        "Periksa baris yang kurang atau lebih, betulkan tabelnya; atau setujui bila jumlah tercetaknya yang keliru",
    ),
    "susun-bagian-beda": (
        "{apa} tertulis {isi}, jumlah bagiannya {dihitung}",
        "Betulkan salah satunya: jumlah dan bagiannya harus sama",
    ),
    "susun-kunci-ganda": (
        "{apa} sudah ada di baris {baris}, dengan isi lain",
        "Gabungkan kedua baris, atau lewati salah satunya",
    ),
    "susun-kolom-tahun": (
        "Kolom “{judul}” menyebut tahun {tertulis}, tabel ini tahun {tahun}",
        "Lewati kolom itu, atau sebutkan tahun tabel yang benar dan susun tahun lain sendiri",
    ),
    "susun-satuan-beda": (
        "Tabel menyebut satuan “{tertulis}”, satuannya dijawab {satuan}",
        "Jawab dengan satuan yang tertulis pada tabel, atau ubah angkanya ke satuan itu",
    ),
    "susun-pecah": (
        "Sel indikator berisi {jumlah} nama, sel ini {lain} angka",
        "Tulis satu angka untuk setiap indikator, masing-masing pada barisnya sendiri",
    ),
}

SUSUN_PERINGATAN: dict[str, tuple[str, str]] = {
    "jenis-lain": (
        "Berkas berakhiran {akhiran} ini sebenarnya {jenis}; isinya tetap dibaca",
        "Biarkan bila tabelnya tampak benar; bila tidak, buka di Excel lalu simpan sebagai Excel Workbook (.xlsx)",
    ),
    "csv-tanpa-pemisah": (
        "Pemisah kolom (titik koma, koma, tab, atau |) tidak ditemukan; setiap baris terbaca sebagai satu sel",
        "Buka datanya di Excel (Data, Text to Columns), lalu simpan sebagai Excel Workbook (.xlsx)",
    ),
    "susun-sembunyi": (
        "{apa} tersembunyi ikut dibaca: {mana}",
        "Tampilkan di Excel dan pastikan memang bagian tabel",
    ),
    "susun-tanpa-nilai": (
        "{jumlah} sel tanpa nilai (“{isi}”) tidak ditulis: {sel}",
        "Isi bila nilainya sudah ada; yang berlaku tidak berubah",
    ),
    "susun-kolom-lewat": (
        "Kolom yang tidak dipakai: {kolom}",
        "Tentukan tujuannya bila memang diperlukan",
    ),
    "susun-kelipatan": (
        "Uang tabel ini tertulis dalam {kata} rupiah: setiap angkanya dikalikan {kali}",
        "Pastikan memang begitu; bila tidak, hapus katanya dari judul tabel",
    ),
    "susun-tak-teruji": (
        "Jumlah “{isi}” tidak dapat diuji terhadap barisnya",
        "Periksa sendiri jumlah itu",
    ),
}
