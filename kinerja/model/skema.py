"""The workbook's form as data (DESIGN section 4): sheets, columns, kinds, keys.

Reader, checks, template, guide and the CSV builder all read these declarations.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from kinerja.model.istilah import (
    JENIS_KESELURUHAN,
    Akumulasi,
    Arah,
    AturanRentang,
    BatasCapaian,
    Hubungan,
    JenisAnalisis,
    JenisOpd,
    KelompokApbd,
    LantaiCapaian,
    Peran,
    Periode,
    StatusAksi,
    TandaAngka,
    Tingkat,
    TingkatWilayah,
    Ukuran,
)
from kinerja.model.kolom import Jenis, Kolom, Lembar, Pemilik
from kinerja.nilai.nama import JenisNama, samakan


def _teks(nama: str, bantuan: str, *, wajib: bool = False, tambahan: bool = False, prosa: bool = False) -> Kolom:
    return Kolom(nama=nama, bantuan=bantuan, wajib=wajib, tambahan=tambahan, prosa=prosa)


def _daftar(
    nama: str,
    bantuan: str,
    pilihan: type[StrEnum],
    *,
    wajib: bool = False,
    bawaan: str = "",
    tambahan: bool = False,
) -> Kolom:
    return Kolom(
        nama=nama,
        bantuan=bantuan,
        jenis=Jenis.DAFTAR,
        wajib=wajib,
        pilihan=tuple(p.value for p in pilihan),
        bawaan=bawaan,
        tambahan=tambahan,
    )


def _tahun(nama: str = "Tahun", bantuan: str = "Tahun empat angka", *, wajib: bool = True) -> Kolom:
    return Kolom(nama=nama, bantuan=bantuan, jenis=Jenis.TAHUN, wajib=wajib)


def _uang(nama: str, bantuan: str, *, minimum: int | None = None, tambahan: bool = False) -> Kolom:
    return Kolom(nama=nama, bantuan=bantuan, jenis=Jenis.UANG, minimum=minimum, tambahan=tambahan)


def _nilai(
    nama: str,
    bantuan: str,
    *,
    target: bool = False,
    berskala: bool = True,
    pengganti: str = "",
    bertanda: bool = False,
    tambahan: bool = False,
) -> Kolom:
    return Kolom(
        nama=nama,
        bantuan=bantuan,
        jenis=Jenis.NILAI,
        target=target,
        berskala=berskala,
        pengganti=pengganti,
        bertanda=bertanda,
        tambahan=tambahan,
    )


TANDA = "Tanda"
_TANDA = Kolom(
    nama=TANDA,
    bantuan="Yang perlu diketahui tentang angka ini, dipisah titik koma; Patah: mulai di sini diukur dengan cara lain",
    jenis=Jenis.DAFTAR,
    pilihan=tuple(t.value for t in TandaAngka),
    jamak=True,
    tambahan=True,
)
_SUMBER = "Asal angka: nomor laporan, lalu tabel atau bagian"
_KODE_INDIKATOR = _teks("Kode indikator", "Kode dari lembar Indikator", wajib=True)
_KODE_OPD = _teks("Kode OPD", "Kode dari lembar OPD", wajib=True)
_MILIK_OPD = (("Kode OPD", Pemilik.OPD),)
_MILIK_INDIKATOR = (("Kode indikator", Pemilik.INDIKATOR),)

PROFIL = Lembar(
    nama="Profil",
    bantuan="Jati diri pemilik buku kerja",
    kolom=(_teks("Kunci", "Nama keterangan", wajib=True), _teks("Nilai", "Isinya", prosa=True)),
    kunci=("Kunci",),
)
ISI_PROFIL = (
    _teks("Pemerintah daerah", "Nama resmi pemerintah daerah atau lembaga"),
    _teks("Provinsi", "Provinsi yang wilayahnya diperingkatkan dan dipetakan; bagi provinsi namanya sendiri"),
    _teks("Wilayah", "Nama wilayah sendiri pada lembar Regional; lembaga tidak mempunyai wilayah"),
    _teks("Wilayah pembanding", "Wilayah lain yang dibandingkan, dipisah titik koma"),
    _teks("Dokumen perencanaan", "Nama dokumennya, misalnya RPJMD 2025-2029"),
    _teks("Tahun awal", "Tahun pertama dokumen perencanaan"),
    _teks("Tahun akhir", "Tahun terakhir dokumen perencanaan"),
    replace(
        _daftar("Jenis pemerintah", "Jenis pemiliknya, sama dengan di OPD", JenisOpd, bawaan=JenisOpd.KABUPATEN.value),
        pilihan=tuple(j.value for j in JenisOpd if j in JENIS_KESELURUHAN),
    ),
    _daftar(
        "Aturan rentang",
        "Capaian bila target berupa rentang. Tengah: terhadap titik tengahnya. Batas: di dalam rentang 100%, "
        "di luarnya terhadap batas yang dilewati",
        AturanRentang,
        bawaan=AturanRentang.TENGAH.value,
    ),
    _daftar(
        "Batas capaian",
        "Capaian paling tinggi, dalam persen; status tetap menurut angka sebelum dibatasi",
        BatasCapaian,
        bawaan=BatasCapaian.TANPA.value,
    ),
    _daftar(
        "Lantai capaian",
        "Nol: capaian tidak pernah di bawah 0. Tanpa: capaian dapat di bawah 0",
        LantaiCapaian,
        bawaan=LantaiCapaian.NOL.value,
    ),
)
"""What each key of Profil holds: its name, its words and what they mean."""
KUNCI_PROFIL = tuple(k.nama for k in ISI_PROFIL)
ATURAN_CAPAIAN = tuple(k for k in ISI_PROFIL if k.nama in ("Aturan rentang", "Batas capaian", "Lantai capaian"))
"""The keys from which every capaian follows."""
_ISI_PROFIL = {samakan(k.nama): k for k in ISI_PROFIL if k.pilihan}


def kolom_baris(lembar: Lembar, kolom: Kolom, isi: Mapping[str, object]) -> Kolom:
    """Return how a cell of a row is read: Nilai of Profil by its key, where that has words of its own."""
    if lembar is not PROFIL or kolom.nama != "Nilai":
        return kolom
    milik = _ISI_PROFIL.get(samakan(str(isi.get("Kunci") or "")))
    return kolom if milik is None else replace(milik, nama=kolom.nama, sebutan=milik.nama, bawaan="")


OPD = Lembar(
    nama="OPD",
    bantuan="Perangkat daerah dan unit kerja; keseluruhannya berjenis Kabupaten, Kota, Provinsi, atau Lembaga",
    kolom=(
        _teks("Kode OPD", "Kode tetap tanpa spasi, misalnya DINKES", wajib=True),
        _teks("Nama OPD", "Nama resmi", wajib=True),
        _teks("Singkatan", "Nama pendek untuk grafik"),
        _daftar("Jenis", "Jenis unit", JenisOpd, wajib=True),
        _teks("Skala capaian", "Nama skala predikat capaian; kosong berarti Permendagri 86/2017"),
        _teks("Pendahulu", "Kode OPD sebelum penataan kelembagaan, dipisah titik koma", tambahan=True, prosa=True),
    ),
    kunci=("Kode OPD",),
    wajib=True,
)

INDIKATOR = Lembar(
    nama="Indikator",
    bantuan="Satu baris untuk setiap indikator",
    kolom=(
        _teks("Kode indikator", "Kode tetap, tidak pernah berganti arti", wajib=True),
        _KODE_OPD,
        _daftar("Tingkat", "Tujuan dan Sasaran adalah IKU; Pendukung melengkapi", Tingkat, wajib=True),
        _teks("Misi", "Misi yang didukung"),
        _teks("Tujuan", "Tujuan yang didukung"),
        _teks("Sasaran", "Sasaran yang diukur"),
        _teks("Indikator", "Nama indikator", wajib=True),
        _teks("Satuan", "Misalnya Persen, Tahun, Nilai, Rupiah", wajib=True),
        _daftar("Arah", "Naik: makin tinggi makin baik; Turun: sebaliknya; Netral: tidak dinilai", Arah, wajib=True),
        _teks("Skala nilai", "Skala bagi nilai yang berpredikat, misalnya AKIP atau Opini BPK"),
        _teks("Padanan", "Nama ukuran yang sama pada lembar Regional atau OPD lain", prosa=True),
        _teks("Penanggung jawab", "Kode OPD, dipisah titik koma", prosa=True),
        Kolom(nama="Bobot", bantuan="Bobot indikator", jenis=Jenis.BILANGAN, minimum=0),
        _daftar("Akumulasi", "Cara triwulan menjadi tahun", Akumulasi, bawaan=Akumulasi.TERAKHIR.value),
        _teks("Formula", "Rumus indikator", prosa=True),
        _teks("Sumber data", "Pemilik data", prosa=True),
        _nilai("Target akhir", "Target pada akhir dokumen perencanaan", target=True),
        _tahun("Tahun target akhir", "Tahun target akhir", wajib=False),
    ),
    pemilik=_MILIK_OPD,
    kunci=("Kode indikator",),
    wajib=True,
)

CAPAIAN = Lembar(
    nama="Capaian",
    bantuan="Target dan realisasi setiap indikator dan tahun",
    kolom=(
        _KODE_INDIKATOR,
        _tahun(),
        replace(
            _daftar("Periode", "Tahunan atau triwulan", Periode, bawaan=Periode.TAHUNAN.value),
            berparuh=True,
        ),
        _nilai("Target", "Target sebagaimana diperjanjikan", target=True, pengganti="Target hitung"),
        _nilai("Target hitung", "Target yang dipakai menghitung bila Target bermakna ganda", target=True),
        _nilai("Realisasi", "Realisasi", bertanda=True),
        Kolom(
            nama="Capaian dilaporkan",
            bantuan="Capaian sebagaimana tertulis di laporan, atau kata statusnya",
            jenis=Jenis.CAPAIAN,
        ),
        _teks("Predikat dilaporkan", "Predikat sebagaimana tertulis di laporan"),
        _teks("Sumber", _SUMBER, prosa=True),
        _teks("Catatan", "Keterangan bagi pembaca", prosa=True),
        _nilai(
            "Target rencana",
            "Target RPJMD atau Renstra tahun itu, bila berbeda dari perjanjian",
            target=True,
            tambahan=True,
        ),
        _TANDA,
    ),
    pemilik=_MILIK_INDIKATOR,
    kunci=("Kode indikator", "Tahun", "Periode"),
    wajib=True,
)

SUSUNAN = Lembar(
    nama="Susunan",
    bantuan="Bagian dan keseluruhan di antara indikator",
    kolom=(
        _teks("Induk", "Kode indikator atau nama ukuran Regional", wajib=True),
        _teks("Bagian", "Kode indikator atau nama ukuran Regional", wajib=True),
        _daftar("Hubungan", "Arti bagian bagi induknya", Hubungan, wajib=True),
    ),
    kunci=("Induk", "Bagian", "Hubungan"),
)

KUTIPAN = Lembar(
    nama="Kutipan",
    bantuan="Setiap tempat laporan mencetak sebuah angka, persis seperti tercetak",
    kolom=(
        _teks("Kode indikator", "Alamat: kode indikator"),
        _teks("Indikator", "Alamat: nama ukuran pada lembar Regional"),
        _teks("Wilayah", "Alamat: wilayah pada lembar Regional"),
        _teks("Kode OPD", "Alamat: kode OPD"),
        _teks("Uraian", "Bersama Kode OPD: sasaran, predikat, baris anggaran, atau apa yang dirujuk", prosa=True),
        _tahun(bantuan="Tahun angka itu sebagaimana tercetak"),
        _daftar("Ukuran", "Arti angka itu; Rujukan: nomor, tahun, periode, atau peraturan", Ukuran, wajib=True),
        Kolom(nama="Tercetak", bantuan="Persis seperti di laporan", jenis=Jenis.APA_ADANYA, prosa=True, wajib=True),
        _teks("Sumber", _SUMBER, wajib=True, prosa=True),
        _teks("Catatan", "Keterangan bagi pembaca", prosa=True),
    ),
    pemilik=(
        *_MILIK_INDIKATOR,
        ("Indikator", Pemilik.PENGELOLA),
        ("Wilayah", Pemilik.PENGELOLA),
        *_MILIK_OPD,
    ),
    kunci=(
        "Kode indikator",
        "Indikator",
        "Wilayah",
        "Kode OPD",
        "Uraian",
        "Tahun",
        "Ukuran",
        "Tercetak",
        "Sumber",
        "Catatan",
    ),
    menurut_isi=True,
)

ANALISIS = Lembar(
    nama="Analisis",
    bantuan="Penjelasan atas capaian: pendorong, penghambat, solusi, tindak lanjut",
    kolom=(
        _teks("Kode indikator", "Indikator yang dijelaskan"),
        _teks("Kode OPD", "OPD yang dijelaskan bila bukan satu indikator"),
        _tahun(),
        _daftar("Jenis", "Jenis penjelasan", JenisAnalisis, wajib=True),
        _teks("Uraian", "Kalimat penjelasan", wajib=True, prosa=True),
        _teks("Penanggung jawab", "Jabatan atau OPD, bukan nama orang", prosa=True),
        Kolom(nama="Tenggat", bantuan="Batas waktu", jenis=Jenis.TANGGAL),
        _teks("Status", "Keadaan tindak lanjut", prosa=True),
        _teks("Sumber", _SUMBER, prosa=True),
    ),
    pemilik=(*_MILIK_INDIKATOR, *_MILIK_OPD),
    kunci=(
        "Kode indikator",
        "Kode OPD",
        "Tahun",
        "Jenis",
        "Uraian",
        "Penanggung jawab",
        "Tenggat",
        "Status",
        "Sumber",
    ),
    menurut_isi=True,
)

ANGGARAN = Lembar(
    nama="Anggaran",
    bantuan="Pagu dan realisasi pada tingkat terdalam yang tersedia, beserta induk dan jumlahnya",
    kolom=(
        _KODE_OPD,
        _tahun(),
        _daftar("Peran", "Pembanding: uang yang sama menurut sudut lain", Peran, bawaan=Peran.ANGGARAN.value),
        _teks("Kelompok", "Bagian atau sasaran"),
        _teks("Program", "Nama program"),
        _teks("Kegiatan", "Nama kegiatan"),
        _teks("Sub kegiatan", "Nama sub kegiatan"),
        _uang("Pagu", "Rupiah, angka", minimum=0),
        _uang("Realisasi", "Rupiah, angka"),
        _teks("Kode indikator", "Indikator yang didukung, dipisah titik koma", prosa=True),
        _teks("Sumber", _SUMBER, prosa=True),
        _daftar(
            "Periode",
            "Tahunan, atau triwulan yang angkanya kumulatif dan tidak pernah dijumlahkan ke setahun",
            Periode,
            bawaan=Periode.TAHUNAN.value,
            tambahan=True,
        ),
        _teks("Kode", "Kode nomenklatur nasional; bila terisi, inilah nama baris itu pada kunci", tambahan=True),
        _uang("Pagu awal", "Pagu sebelum perubahan; disimpan, tidak dijumlahkan", minimum=0, tambahan=True),
        _teks("Catatan", "Keterangan bagi pembaca", tambahan=True, prosa=True),
    ),
    pemilik=_MILIK_OPD,
    kunci=("Kode OPD", "Tahun", "Periode", "Peran", "Kelompok", "Program", "Kegiatan", "Sub kegiatan"),
)

NAMA_ANGGARAN = ("Program", "Kegiatan", "Sub kegiatan")
"""The names of a budget line, from above."""

ANGGARAN_INDIKATOR = Lembar(
    nama="Anggaran indikator",
    bantuan="Anggaran yang laporan kaitkan dengan satu indikator (tabel efisiensi)",
    kolom=(
        _KODE_INDIKATOR,
        _tahun(),
        _uang("Pagu", "Rupiah, angka", minimum=0),
        _uang("Realisasi", "Rupiah, angka"),
        _teks("Pagu bersama", "Kode indikator yang pagunya dipakai bersama", prosa=True),
        Kolom(nama="Serapan dilaporkan", bantuan="Serapan sebagaimana tertulis", jenis=Jenis.APA_ADANYA, prosa=True),
        Kolom(
            nama="Efisiensi dilaporkan", bantuan="Efisiensi sebagaimana tertulis", jenis=Jenis.APA_ADANYA, prosa=True
        ),
        _teks("Sumber", _SUMBER, prosa=True),
    ),
    pemilik=_MILIK_INDIKATOR,
    kunci=("Kode indikator", "Tahun"),
)

APBD = Lembar(
    nama="APBD",
    bantuan="Anggaran pendapatan dan belanja daerah; Uraian kosong adalah jumlah kelompoknya",
    kolom=(
        _teks("Kode OPD", "Kosong berarti keseluruhannya"),
        _tahun(),
        _daftar("Kelompok", "Kelompok APBD", KelompokApbd, wajib=True),
        _teks("Uraian", "Rincian; kosong berarti jumlah kelompok"),
        _uang("Anggaran", "Rupiah, angka"),
        _uang("Realisasi", "Rupiah, angka"),
        _teks("Sumber", _SUMBER, prosa=True),
    ),
    pemilik=_MILIK_OPD,
    kunci=("Kode OPD", "Tahun", "Kelompok", "Uraian"),
)

REGIONAL = Lembar(
    nama="Regional",
    bantuan="Ukuran wilayah sendiri, wilayah lain, provinsi, dan nasional",
    kolom=(
        _teks("Indikator", "Nama ukuran, sama untuk semua wilayah", wajib=True),
        _teks("Wilayah", "Nama wilayah tanpa kata Kabupaten; negara ditulis Nasional", wajib=True),
        _daftar("Tingkat wilayah", "Tingkat wilayah", TingkatWilayah, wajib=True),
        _teks("Provinsi", "Kosong berarti provinsi pada lembar Profil"),
        _tahun(),
        _nilai("Nilai", "Nilai ukuran", berskala=False, bertanda=True),
        _teks("Satuan", "Satuan ukuran"),
        _daftar("Arah", "Arah yang baik", Arah),
        _teks("Sumber", _SUMBER, prosa=True),
        _teks("Catatan", "Keterangan bagi pembaca", prosa=True),
        _TANDA,
    ),
    kunci=("Indikator", "Wilayah", "Tahun"),
)

SKALA = Lembar(
    nama="Skala",
    bantuan="Skala predikat milik daerah; nama yang sama menggantikan skala bawaan",
    kolom=(
        _teks("Skala", "Nama skala", wajib=True),
        Kolom(nama="Urutan", bantuan="1 adalah yang terbaik", jenis=Jenis.BILANGAN, wajib=True, minimum=1),
        _teks("Predikat", "Kata predikat", wajib=True),
        Kolom(nama="Batas bawah", bantuan="Kosong bila hanya berurutan", jenis=Jenis.BILANGAN),
        Kolom(nama="Batas atas", bantuan="Sebagaimana tercetak", jenis=Jenis.BILANGAN),
        Kolom(
            nama="Batas termasuk",
            bantuan="Apakah Batas bawah termasuk",
            jenis=Jenis.DAFTAR,
            pilihan=("Ya", "Tidak"),
            bawaan="Ya",
        ),
        _teks("Dasar hukum", "Peraturan asal skala", prosa=True),
        _tahun("Berlaku sejak", "Tahun mulai berlaku", wajib=False),
    ),
    kunci=("Skala", "Urutan", "Berlaku sejak"),
)

LAPORAN = Lembar(
    nama="Laporan",
    bantuan="Laporan yang dikutip: nomor di depan Sumber, dan sebutannya di layar",
    kolom=(
        _teks("Nomor", "Nomor laporan, seperti awal kolom Sumber", wajib=True),
        _teks("Judul", "Judul laporan", wajib=True),
        _tahun(bantuan="Tahun laporan", wajib=False),
        _teks("Penerbit", "Yang menerbitkan"),
        _teks("Tautan", "Alamat berkasnya", prosa=True),
    ),
    kunci=("Nomor",),
)

NAMA_LAIN = Lembar(
    nama="Nama lain",
    bantuan="Ejaan lain dari satu nama, juga menurut BPS dan SIPD; dibaca sebagai Nama",
    kolom=(
        _daftar("Jenis", "Nama apa", JenisNama, wajib=True),
        _teks("Nama", "Nama yang dipakai buku kerja ini", wajib=True),
        _teks("Nama lain", "Ejaan lain dari nama itu", wajib=True),
    ),
    kunci=("Jenis", "Nama", "Nama lain"),
)

RENCANA_AKSI = Lembar(
    nama="Rencana aksi",
    bantuan="Apa yang dikerjakan menuju target, kapan, dan oleh siapa",
    kolom=(
        _KODE_INDIKATOR,
        _tahun(),
        _daftar("Periode", "Kapan dikerjakan", Periode, wajib=True),
        _teks("Aksi", "Apa yang dikerjakan", wajib=True, prosa=True),
        _teks("Keluaran", "Apa yang dihasilkan", prosa=True),
        _teks("Penanggung jawab", "Kode OPD, dipisah titik koma", prosa=True),
        Kolom(nama="Tenggat", bantuan="Batas waktu", jenis=Jenis.TANGGAL),
        _daftar("Status", "Keadaan aksi itu", StatusAksi),
        _teks("Catatan", "Keterangan bagi pembaca", prosa=True),
    ),
    pemilik=_MILIK_INDIKATOR,
    kunci=(
        "Kode indikator",
        "Tahun",
        "Periode",
        "Aksi",
        "Keluaran",
        "Penanggung jawab",
        "Tenggat",
        "Status",
        "Catatan",
    ),
    menurut_isi=True,
)

SEMUA_LEMBAR: tuple[Lembar, ...] = (
    PROFIL,
    OPD,
    INDIKATOR,
    CAPAIAN,
    SUSUNAN,
    KUTIPAN,
    ANALISIS,
    ANGGARAN,
    ANGGARAN_INDIKATOR,
    APBD,
    REGIONAL,
    SKALA,
    LAPORAN,
    NAMA_LAIN,
    RENCANA_AKSI,
)


def kunci_baris(lembar: Lembar, isi: Mapping[str, object]) -> tuple[str, ...]:
    """Return the key columns of a row.

    A Pembanding row of Anggaran is told apart by its Sumber too; where its Kode stands, that is the line's name.
    """
    if lembar is not ANGGARAN:
        return lembar.kunci
    nama = lembar.kunci
    if isi.get("Kode"):
        nama = (*(k for k in nama if k not in NAMA_ANGGARAN), "Kode")
    return (*nama, "Sumber") if isi.get("Peran") == Peran.PEMBANDING else nama
