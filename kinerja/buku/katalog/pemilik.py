"""Messages about whose workbook it is (sheet Profil), by code; each is only told."""

PEMILIK: dict[str, tuple[str, str]] = {
    "profil-tak-dikenal": ("Kunci profil “{isi}” tidak dikenal", "Tulis salah satu: {pilihan}"),
    "jenis-pemerintah": (
        "Jenis pemerintah tertulis “{isi}”, sedangkan {opd} berjenis {jenis} di OPD!{sel}",
        "Tulis {jenis} bila lembar OPD benar, atau ubah {sel} pada lembar OPD menjadi {isi}",
    ),
    "jenis-pemerintah-kosong": (
        "{opd} berjenis {jenis}, sedangkan Jenis pemerintah pada Profil tidak tertulis, yang berarti {bawaan}",
        "Tambahkan kunci Jenis pemerintah dengan nilai {jenis} pada lembar Profil bila lembar OPD benar, atau ubah "
        "{sel} menjadi {bawaan}",
    ),
    "wilayah-lembaga": (
        "Wilayah tertulis “{isi}”, sedangkan Jenis pemerintah Lembaga tidak mempunyai wilayah: nilainya tidak dipakai",
        "Hapus baris itu, atau tulis Jenis pemerintah yang lain pada lembar Profil",
    ),
    "wilayah-bukan-provinsi": (
        "Wilayah tertulis “{isi}”, sedangkan Provinsi tertulis “{provinsi}” dan Jenis pemerintah Provinsi",
        "Tulis {provinsi}, atau hapus baris itu: wilayah sebuah provinsi adalah provinsi itu sendiri",
    ),
}
