"""One office's programs down to sub kegiatan, in the words of the national nomenclature, each with its indicator."""

from dataclasses import dataclass
from random import Random

OPD = "DINKES"
NAMA_OPD = "Dinas Kesehatan"


@dataclass(frozen=True, kw_only=True)
class Ukur:
    """An indicator of the base workbook."""

    kode: str
    nama: str
    satuan: str
    arah: str = "Naik"
    akumulasi: str = "Terakhir"
    tingkat: str = "Sasaran"
    skala: str = ""


@dataclass(frozen=True, kw_only=True)
class Simpul:
    """A program, kegiatan or sub kegiatan."""

    kode: str
    nama: str
    ukur: Ukur
    anak: tuple["Simpul", ...] = ()


def _ukur(kode: str, nama: str, satuan: str, tingkat: str, arah: str = "Naik") -> Ukur:
    cara = "Terakhir" if satuan in ("Persen", "Nilai") else "Jumlah"
    return Ukur(kode=kode, nama=nama, satuan=satuan, arah=arah, akumulasi=cara, tingkat=tingkat)


def _sub(kode: str, nama: str, ukuran: str, satuan: str) -> Simpul:
    return Simpul(kode=kode, nama=nama, ukur=_ukur("S" + kode[5:].replace(".", ""), ukuran, satuan, "Sub kegiatan"))


def _keg(kode: str, nama: str, ukuran: str, satuan: str, *anak: Simpul) -> Simpul:
    ukur = _ukur("K" + kode[5:].replace(".", ""), ukuran, satuan, "Kegiatan")
    return Simpul(kode=kode, nama=nama, ukur=ukur, anak=anak)


def _prog(kode: str, nama: str, ukur: Ukur, *anak: Simpul) -> Simpul:
    return Simpul(kode=kode, nama=nama, ukur=ukur, anak=anak)


PROGRAM = (
    _prog(
        "1.02.01",
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
        _ukur("P01", "Nilai SAKIP perangkat daerah", "Nilai", "Program"),
        _keg(
            "1.02.01.2.01",
            "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
            "Persentase dokumen perencanaan dan evaluasi tersusun tepat waktu",
            "Persen",
            _sub(
                "1.02.01.2.01.0001",
                "Penyusunan Dokumen Perencanaan Perangkat Daerah",
                "Jumlah dokumen perencanaan perangkat daerah",
                "Dokumen",
            ),
            _sub(
                "1.02.01.2.01.0006",
                "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD",
                "Jumlah laporan capaian kinerja dan ikhtisar realisasi kinerja SKPD",
                "Laporan",
            ),
        ),
        _keg(
            "1.02.01.2.02",
            "Administrasi Keuangan Perangkat Daerah",
            "Persentase pelayanan administrasi keuangan",
            "Persen",
            _sub(
                "1.02.01.2.02.0001",
                "Penyediaan Gaji dan Tunjangan ASN",
                "Jumlah orang yang menerima gaji dan tunjangan ASN",
                "Orang",
            ),
            _sub(
                "1.02.01.2.02.0005",
                "Koordinasi dan Penyusunan Laporan Keuangan Akhir Tahun SKPD",
                "Jumlah laporan keuangan akhir tahun SKPD",
                "Laporan",
            ),
        ),
    ),
    _prog(
        "1.02.02",
        "PROGRAM PEMENUHAN UPAYA KESEHATAN PERORANGAN DAN UPAYA KESEHATAN MASYARAKAT",
        _ukur("P02", "Angka kematian bayi per 1.000 kelahiran hidup", "Nilai", "Program", "Turun"),
        _keg(
            "1.02.02.2.01",
            "Penyediaan Fasilitas Pelayanan Kesehatan untuk UKM dan UKP Kewenangan Daerah Kabupaten/Kota",
            "Persentase fasilitas pelayanan kesehatan sesuai standar",
            "Persen",
            _sub("1.02.02.2.01.0006", "Pengembangan Puskesmas", "Jumlah puskesmas yang ditingkatkan sarananya", "Unit"),
            _sub("1.02.02.2.01.0023", "Pengadaan Obat, Bahan Habis Pakai", "Jumlah paket obat yang tersedia", "Paket"),
        ),
        _keg(
            "1.02.02.2.02",
            "Penyediaan Layanan Kesehatan untuk UKM dan UKP Rujukan Tingkat Daerah Kabupaten/Kota",
            "Cakupan pelayanan kesehatan semua usia",
            "Persen",
            _sub(
                "1.02.02.2.02.0001",
                "Pengelolaan Pelayanan Kesehatan Ibu Hamil",
                "Jumlah ibu hamil yang mendapatkan pelayanan sesuai standar",
                "Orang",
            ),
            _sub(
                "1.02.02.2.02.0015",
                "Pengelolaan Pelayanan Kesehatan Gizi Masyarakat",
                "Jumlah dokumen hasil pengelolaan pelayanan gizi masyarakat",
                "Dokumen",
            ),
        ),
    ),
    _prog(
        "1.02.03",
        "PROGRAM PENINGKATAN KAPASITAS SUMBER DAYA MANUSIA KESEHATAN",
        _ukur("P03", "Rasio tenaga kesehatan sesuai standar", "Persen", "Program"),
        _keg(
            "1.02.03.2.02",
            "Perencanaan Kebutuhan dan Pendayagunaan Sumber Daya Manusia Kesehatan",
            "Persentase puskesmas dengan sembilan jenis tenaga kesehatan",
            "Persen",
            _sub(
                "1.02.03.2.02.0002",
                "Pemenuhan Kebutuhan Sumber Daya Manusia Kesehatan sesuai Standar",
                "Jumlah tenaga kesehatan yang terpenuhi",
                "Orang",
            ),
        ),
    ),
    _prog(
        "1.02.05",
        "PROGRAM PEMBERDAYAAN MASYARAKAT BIDANG KESEHATAN",
        _ukur("P05", "Persentase rumah tangga berperilaku hidup bersih dan sehat", "Persen", "Program"),
        _keg(
            "1.02.05.2.02",
            "Pelaksanaan Sehat dalam rangka Promotif Preventif Tingkat Daerah Kabupaten/Kota",
            "Persentase desa yang melaksanakan gerakan masyarakat hidup sehat",
            "Persen",
            _sub(
                "1.02.05.2.02.0001",
                "Penyelenggaraan Promosi Kesehatan dan Gerakan Hidup Bersih dan Sehat",
                "Jumlah kegiatan promosi kesehatan",
                "Kegiatan",
            ),
        ),
    ),
)

SASARAN = (
    ("Meningkatnya derajat kesehatan ibu dan anak", _ukur("IKU-A", "Cakupan kunjungan antenatal", "Persen", "Sasaran")),
    (
        "Meningkatnya derajat kesehatan ibu dan anak",
        _ukur("IKU-B", "Prevalensi balita stunting", "Persen", "Sasaran", "Turun"),
    ),
    ("Meningkatnya mutu layanan kesehatan", _ukur("IKU-C", "Indeks kepuasan masyarakat", "Nilai", "Sasaran")),
    (
        "Meningkatnya mutu layanan kesehatan",
        _ukur("IKU-D", "Jumlah puskesmas terakreditasi paripurna", "Unit", "Sasaran"),
    ),
    (
        "Meningkatnya akuntabilitas kinerja",
        Ukur(kode="IKU-E", nama="Predikat SAKIP dinas", satuan="Predikat", skala="AKIP"),
    ),
    (
        "Meningkatnya akuntabilitas kinerja",
        _ukur("IKU-F", "Persentase temuan pemeriksaan yang ditindaklanjuti", "Persen", "Sasaran"),
    ),
)
"""Sasaran and indicator of the office, pairs of one sasaran beside each other."""

REKENING = (
    ("5.1.02.01.01.0024", "Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor"),
    ("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat"),
    ("5.1.02.04.01.0001", "Belanja Perjalanan Dinas Biasa"),
    ("5.2.02.05.02.0001", "Belanja Modal Mebel"),
)


def pilih_program(acak: Random) -> list[Simpul]:
    """Choose some programs, in their order."""
    banyak = acak.randint(2, len(PROGRAM))
    return [PROGRAM[n] for n in sorted(acak.sample(range(len(PROGRAM)), banyak))]


def semua_ukur() -> list[tuple[str, Ukur]]:
    """Return every indicator with its sasaran, as the base workbook holds them."""
    simpul = [s for p in PROGRAM for k in p.anak for s in (p, k, *k.anak)]
    unik = {s.kode: s for s in simpul}
    return [*SASARAN, *(("", s.ukur) for s in unik.values())]
