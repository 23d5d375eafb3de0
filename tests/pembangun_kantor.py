"""Tables of offices by name: every variant the judge knows, the workbook they refer to, and files gone wrong.

`KASUS` is a table of shapes; the figures come from the seed of each, so that no expectation can be tuned to them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kantor.bentuk import Bentuk, Gaya, Jumlah, TabelKantor
from kantor.lra import OPD_LAIN, RagamLra, bangun_lra
from kantor.pengukuran import RagamKinerja, RagamRenja, bangun_kinerja, bangun_renja
from kantor.pohon import OPD, semua_ukur
from kantor.rencana import RagamRencana, bangun_rencana
from kantor.wilayah import EJAAN, NAMA_LAIN, PROVINSI, TETANGGA, RagamWilayah, bangun_wilayah
from pembangun import Isi, buku_kecil, tambah_baris, ubah


@dataclass(frozen=True, kw_only=True)
class Kasus:
    """One variant."""

    nama: str
    benih: int
    bentuk: Bentuk
    ragam: Any
    boleh_tanya: str = ""
    """Why the engine may ask instead of answering; empty where it must answer."""

    def bangun(self, folder: Path) -> TabelKantor:
        """Draw the table into a folder."""
        return _PEMBANGUN[type(self.ragam)](self.benih, self.bentuk, self.ragam, folder)


_PEMBANGUN: dict[type, Callable[[int, Bentuk, Any, Path], TabelKantor]] = {
    RagamLra: bangun_lra,
    RagamWilayah: bangun_wilayah,
    RagamRenja: bangun_renja,
    RagamKinerja: bangun_kinerja,
    RagamRencana: bangun_rencana,
}


@cache
def _dasar() -> Isi:
    buku = ubah(buku_kecil(), "Profil", B3=PROVINSI)
    buku = tambah_baris(buku, "OPD", (OPD_LAIN, "Dinas Pendidikan", "Disdik", "Dinas"))
    ukuran = [
        (
            *(u.kode, OPD, u.tingkat, None, None, sasaran or None, u.nama, u.satuan, u.arah, u.skala or None),
            *(None, None, None, u.akumulasi),
        )
        for sasaran, u in semua_ukur()
    ]
    luar = [(p, "Provinsi", p) for p in TETANGGA] + [
        (n, "Kabupaten/Kota", p) for p, isi in TETANGGA.items() for n in isi
    ]
    sendiri = [(PROVINSI, "Provinsi", None), *((n, "Kabupaten/Kota", None) for n in EJAAN)]
    wilayah = [
        ("Umur Harapan Hidup", n, tingkat, provinsi, 2019, 60 + letak / 10, "Tahun", "Naik", "BPS")
        for letak, (n, tingkat, provinsi) in enumerate([*sendiri, *luar])
    ]
    buku = tambah_baris(tambah_baris(buku, "Indikator", *ukuran), "Regional", *wilayah)
    return tambah_baris(buku, "Nama lain", *(("Wilayah", *pasang) for pasang in NAMA_LAIN))


def dasar(kasus: Kasus | None = None) -> Isi:
    """Return the workbook whose offices, indicators and regions the tables speak of; today one for all variants."""
    return _dasar()


# --- the variants -----------------------------------------------------------------------------------------------------

_MISKIN = {"ukuran": "Persentase Penduduk Miskin", "satuan": "Persen", "arah": "Turun"}
_PENDUDUK = {"ukuran": "Jumlah Penduduk", "satuan": "Jiwa", "arah": "Netral", "ribuan": True}
_KUMULATIF = "Indikator berakumulasi Jumlah dicetak kumulatif: boleh ditanyakan"
_RAGU = "Triwulan yang dijumlahkan tanpa angka setahun: dapat memuat yang sebelumnya, boleh ditanyakan"

_TABEL: list[tuple[str, Bentuk, Any, str]] = [
    # LRA
    ("lra polos", Bentuk(), RagamLra(), ""),
    (
        "lra sipd",
        Bentuk(kop=4, tinggi=3, gaya=Gaya.SIPD, jumlah=Jumlah.ADA, ttd=True),
        RagamLra(uang="belanja", rekening=True, atas=True),
        "",
    ),
    (
        "lra jenis di bawah anggaran",
        Bentuk(kop=3, tinggi=2, nomor_kolom=True, jumlah=Jumlah.ADA),
        RagamLra(uang="jenis", jumlah_kolom=True),
        "",
    ),
    ("lra judul tidak digabung", Bentuk(kop=2, tinggi=2, gabung=False), RagamLra(uang="belanja", atas=True), ""),
    (
        "lra empat baris judul",
        Bentuk(kop=6, tinggi=4, nomor_kolom=True, gaya=Gaya.SIPD, jumlah=Jumlah.ADA),
        RagamLra(uang="jenis", jumlah_kolom=True, rekening=True),
        "",
    ),
    (
        "lra empat baris tidak digabung",
        Bentuk(kop=1, tinggi=4, gabung=False),
        RagamLra(uang="jenis", rekening=True),
        "",
    ),
    ("lra kode tiga kolom", Bentuk(kop=1, tinggi=2, gaya=Gaya.RUPIAH), RagamLra(kode="tiga"), ""),
    (
        "lra kode lima kolom",
        Bentuk(kop=4, tinggi=2, gaya=Gaya.SIPD, jumlah=Jumlah.ADA),
        RagamLra(kode="lima", uang="belanja", atas=True, rekening=True),
        "",
    ),
    ("lra kode di dalam uraian", Bentuk(kop=3, gaya=Gaya.INDONESIA), RagamLra(kode="menyatu"), ""),
    ("lra tanpa kode", Bentuk(kop=5, jumlah=Jumlah.ADA), RagamLra(kode="tanpa", awalan=True), ""),
    ("lra angka inggris", Bentuk(kop=1, gaya=Gaya.INGGRIS), RagamLra(), ""),
    (
        "lra subjumlah dan tanda tangan",
        Bentuk(kop=8, subtotal=True, jumlah=Jumlah.ADA, ttd=True),
        RagamLra(rekening=True),
        "",
    ),
    (
        "lra tersembunyi",
        Bentuk(kop=2, baris_tersembunyi=True, kolom_tersembunyi=True, jumlah=Jumlah.ADA),
        RagamLra(persen=True),
        "",
    ),
    ("lra sela dan kolom kosong", Bentuk(kop=1, kiri=1, jarak=1, sela=True), RagamLra(no=True), ""),
    ("lra induk tanpa uang", Bentuk(jumlah=Jumlah.ADA), RagamLra(induk_kosong=True), ""),
    ("lra jumlah salah", Bentuk(kop=2, jumlah=Jumlah.SALAH), RagamLra(), ""),
    ("lra csv titik koma", Bentuk(kop=2, gaya=Gaya.SIPD, jumlah=Jumlah.ADA, csv="; cp1252"), RagamLra(atas=True), ""),
    ("lra csv koma", Bentuk(gaya=Gaya.INDONESIA, csv=", utf-8-sig"), RagamLra(rekening=True), ""),
    ("lra triwulan", Bentuk(kop=4, nomor_kolom=True), RagamLra(periode="TW II", no=True, persen=True), ""),
    ("lra lembar kedua", Bentuk(kop=2, lembar_lain=True), RagamLra(rekening=True, awalan=True), ""),
    (
        "lra realisasi tiga kolom",
        Bentuk(kop=2, tinggi=2, jumlah=Jumlah.ADA),
        # What is so far "in this month" says no period, nor does a title without a month: it must be answered.
        RagamLra(uang="bulan", periode="TW II"),
        "",
    ),
    (
        "lra inggris dengan sen",
        Bentuk(kop=1, gaya=Gaya.INGGRIS),
        RagamLra(desimal=True),
        "Koma ribuan di depan titik sen: boleh ditanyakan",
    ),
    (
        "lra dua opd",
        Bentuk(kop=4, gaya=Gaya.SIPD, jumlah=Jumlah.ADA),
        RagamLra(dua_opd=True, atas=True),
        "",
    ),
    ("lra nama tiga kolom", Bentuk(kop=2, jumlah=Jumlah.ADA), RagamLra(kode="nama", no=True), ""),
    ("lra ribuan rupiah", Bentuk(kop=3, jumlah=Jumlah.ADA), RagamLra(ribu="judul"), ""),
    ("lra kolom ribuan rupiah", Bentuk(kop=1, gaya=Gaya.INDONESIA), RagamLra(ribu="kolom", atas=True), ""),
    # Regional
    ("wilayah polos", Bentuk(), RagamWilayah(), ""),
    (
        "wilayah dua baris judul",
        Bentuk(kop=3, tinggi=2, nomor_kolom=True),
        RagamWilayah(provinsi="awal", nasional=True, sumber=True),
        "",
    ),
    (
        "wilayah tiga baris judul",
        Bentuk(kop=1, tinggi=3, gaya=Gaya.INDONESIA),
        RagamWilayah(tahun=(2019, 2020, 2021, 2022, 2023), provinsi="akhir"),
        "",
    ),
    ("wilayah empat baris judul", Bentuk(kop=2, tinggi=4, gaya=Gaya.TITIK), RagamWilayah(tahun=(2023, 2024)), ""),
    ("wilayah provinsi lain", Bentuk(kop=3), RagamWilayah(provinsi="campur", nasional=True, kosong="…"), ""),
    ("wilayah provinsi terakhir", Bentuk(tinggi=2), RagamWilayah(provinsi="akhir", nasional=True, kosong="-"), ""),
    ("wilayah sel persen", Bentuk(kop=1, gaya=Gaya.PERSEN), RagamWilayah(**_MISKIN, nasional=True), ""),
    ("wilayah ejaan sipd", Bentuk(kop=2), RagamWilayah(ejaan=1, kode=True, no=True), ""),
    ("wilayah peringkat", Bentuk(kop=1, gaya=Gaya.INDONESIA), RagamWilayah(peringkat=True, no=True), ""),
    ("wilayah tahun bertulisan", Bentuk(kop=1), RagamWilayah(tahun_teks="Tahun {}", provinsi="awal"), ""),
    ("wilayah ribuan indonesia", Bentuk(kop=2, tinggi=2, gaya=Gaya.INDONESIA), RagamWilayah(**_PENDUDUK), ""),
    ("wilayah ribuan inggris", Bentuk(kop=2, gaya=Gaya.INGGRIS), RagamWilayah(**_PENDUDUK, sumber=True), ""),
    (
        "wilayah tersembunyi",
        Bentuk(kop=1, baris_tersembunyi=True, kolom_tersembunyi=True),
        RagamWilayah(tahun=(2021, 2022, 2023, 2024)),
        "",
    ),
    (
        "wilayah sela dan tanda tangan",
        Bentuk(kop=8, kiri=1, jarak=1, sela=True, ttd=True),
        RagamWilayah(provinsi="awal", sumber=True),
        "",
    ),
    ("wilayah csv", Bentuk(kop=1, gaya=Gaya.INDONESIA, csv="; utf-8-sig"), RagamWilayah(nasional=True), ""),
    (
        "wilayah pdrb inggris",
        Bentuk(kop=2, gaya=Gaya.INGGRIS),
        RagamWilayah(ukuran="PDRB ADHK", satuan="Miliar rupiah", desimal=True),
        "Koma ribuan di depan titik desimal: boleh ditanyakan",
    ),
    (
        "wilayah judul tidak digabung",
        Bentuk(kop=1, tinggi=2, gabung=False),
        RagamWilayah(nama_kolom="Provinsi/Kabupaten/Kota", provinsi="campur", kosong="..."),
        "",
    ),
    # the evaluation of Renja
    ("renja polos", Bentuk(kop=4, tinggi=3, nomor_kolom=True), RagamRenja(), ""),
    ("renja dua triwulan", Bentuk(kop=3, tinggi=3, nomor_kolom=True), RagamRenja(hingga=2), ""),
    (
        "renja satuan di belakang angka",
        Bentuk(kop=4, tinggi=3, nomor_kolom=True, gaya=Gaya.SIPD),
        RagamRenja(kode=False, satuan=False),
        "",
    ),
    ("renja kumulatif", Bentuk(kop=4, tinggi=3), RagamRenja(kumulatif=True), _KUMULATIF),
    ("renja dua indikator satu sel", Bentuk(kop=4, tinggi=3, nomor_kolom=True), RagamRenja(ganda=True), ""),
    (
        "renja penutup dan jumlah",
        Bentuk(kop=6, tinggi=3, nomor_kolom=True, jumlah=Jumlah.ADA, ttd=True),
        RagamRenja(penutup=True),
        "",
    ),
    ("renja jumlah salah", Bentuk(kop=2, tinggi=3, nomor_kolom=True, jumlah=Jumlah.SALAH), RagamRenja(), ""),
    ("renja strip", Bentuk(tinggi=3, gaya=Gaya.INDONESIA), RagamRenja(hingga=3, kosong="-"), ""),
    (
        "renja tersembunyi",
        Bentuk(kop=1, tinggi=3, sela=True, baris_tersembunyi=True, kolom_tersembunyi=True),
        RagamRenja(),
        "",
    ),
    ("renja tanpa renstra", Bentuk(kop=1, tinggi=2), RagamRenja(renstra=False, hingga=1), ""),
    (
        "renja volume dan satuan",
        Bentuk(kop=3, tinggi=4, nomor_kolom=True, gaya=Gaya.INDONESIA),
        RagamRenja(volume=True, satuan=False),
        "",
    ),
    # an office's own indicators
    ("kinerja setahun", Bentuk(), RagamKinerja(satuan=False), ""),
    ("kinerja dua baris judul", Bentuk(kop=3, tinggi=2), RagamKinerja(capaian=True), ""),
    ("kinerja triwulan", Bentuk(kop=3, tinggi=2, nomor_kolom=True), RagamKinerja(susunan="triwulan"), ""),
    (
        "kinerja beberapa tahun",
        Bentuk(kop=1, tinggi=2, gaya=Gaya.INDONESIA),
        RagamKinerja(susunan="banyak", tahun=(2023, 2024, 2025)),
        "",
    ),
    ("kinerja sampai triwulan", Bentuk(kop=2, tinggi=2), RagamKinerja(susunan="sd"), _KUMULATIF),
    ("kinerja dua indikator satu sel", Bentuk(kop=1, gaya=Gaya.INDONESIA), RagamKinerja(ganda=True), ""),
    ("kinerja batas", Bentuk(kop=2, ttd=True), RagamKinerja(target="batas"), ""),
    ("kinerja rentang", Bentuk(kop=2, gaya=Gaya.INDONESIA), RagamKinerja(target="rentang"), ""),
    ("kinerja predikat", Bentuk(kop=1, tinggi=2), RagamKinerja(predikat=True), ""),
    ("kinerja sasaran digabung", Bentuk(kop=5, gaya=Gaya.PERSEN, sela=True), RagamKinerja(sasaran_gabung=True), ""),
    # the form of an OPD
    ("rencana polos", Bentuk(), RagamRencana(), "two rising quarters of an added figure, no year: cumulated or not"),
    ("rencana dua baris judul", Bentuk(kop=3, tinggi=2), RagamRencana(tanggal="teks", periode="TW III"), ""),
    ("rencana tanpa angka", Bentuk(kop=2, nomor_kolom=True, ttd=True), RagamRencana(angka=False), ""),
    ("rencana ada yang kosong", Bentuk(kop=4, gaya=Gaya.INDONESIA), RagamRencana(kosong=True), ""),
    ("rencana triwulan ragu", Bentuk(kop=2, tinggi=2), RagamRencana(ragu=True), _RAGU),
    ("rencana aksi", Bentuk(kop=3, ttd=True), RagamRencana(angka=False, aksi=True, tanggal="teks"), ""),
    ("rencana kode opd", Bentuk(kop=1, tinggi=2, sela=True), RagamRencana(pic_kode=True, periode="TW IV"), ""),
]

KASUS = tuple(
    Kasus(nama=nama, benih=1000 + n, bentuk=bentuk, ragam=ragam, boleh_tanya=tanya)
    for n, (nama, bentuk, ragam, tanya) in enumerate(_TABEL)
)
"""Every variant, in the order of the table above."""
