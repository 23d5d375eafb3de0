"""Tables of BPS: regions by years, with provinces in capitals, the nation last, dots where nothing is known yet."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from kantor.bentuk import Bentuk, Gaya, Kisi, TabelKantor, cetak_nilai

PROVINSI = "Sumatera Utara"
TETANGGA = {"Aceh": ("Simeulue", "Aceh Singkil", "Kota Banda Aceh"), "Riau": ("Kuantan Singingi", "Kota Dumai")}
"""Other provinces and some of their regions, as BPS prints them."""
EJAAN = {
    "Nias": ("Nias", "Kab. Nias"),
    "Mandailing Natal": ("Mandailing Natal", "Kab. Mandailing Natal"),
    "Tapanuli Selatan": ("Tapanuli Selatan", "Kabupaten Tapanuli Selatan"),
    "Toba": ("Toba Samosir", "Kab. Toba Samosir"),
    "Labuhanbatu": ("Labuhan Batu", "KAB. LABUHANBATU"),
    "Asahan": ("Asahan", "Kab. Asahan"),
    "Karo": ("Karo", "Kab. Karo"),
    "Pakpak Bharat": ("Pakpak Bharat", "Kab. Pakpak Bharat"),
    "Batu Bara": ("Batu Bara", "Kab. Batubara"),
    "Tanjungbalai": ("Kota Tanjung Balai", "Kota Tanjungbalai"),
    "Pematangsiantar": ("Kota Pematang Siantar", "Kota Pematangsiantar"),
    "Medan": ("Kota Medan", "Kota Medan"),
    "Padangsidimpuan": ("Kota Padang Sidempuan", "Kota Padangsidimpuan"),
    "Gunungsitoli": ("Kota Gunung Sitoli", "Kota Gunungsitoli"),
}
"""Each region of the province, and its names at BPS and SIPD."""
NAMA_LAIN = (("Toba", "Toba Samosir"), ("Padangsidimpuan", "Kota Padang Sidempuan"))
"""The spellings that no rule joins: the base workbook says them in Nama lain."""


@dataclass(frozen=True, kw_only=True)
class RagamWilayah:
    """What varies in such a table besides its shape."""

    ukuran: str = "Umur Harapan Hidup"
    satuan: str = "Tahun"
    arah: str = "Naik"
    tahun: tuple[int, ...] = (2022, 2023, 2024)
    ejaan: int = 0
    """0 BPS, 1 SIPD."""
    provinsi: str = "tiada"
    """`tiada`, `awal` (the own in capitals first), `akhir` (last), `campur` (several, each before its regions)."""
    nasional: bool = False
    kosong: str = ""
    """What stands in a cell without a value; empty draws no such cell."""
    kode: bool = False
    """A column of BPS codes before the names."""
    no: bool = False
    peringkat: bool = False
    """A last column that is no year."""
    tahun_teks: str = "{}"
    sumber: bool = False
    ribuan: bool = False
    """Values of millions instead of tens."""
    desimal: bool = False
    """Values of thousands with two decimals."""
    nama_kolom: str = "Kabupaten/Kota"


KOP = (
    "{ukuran} Menurut Kabupaten/Kota ({satuan})",
    "Provinsi Sumatera Utara",
    "Tabel 4.1.3",
    "Diperbarui 5 Maret 2025",
    "Badan Pusat Statistik",
    "Unduhan tabel dinamis",
    ("Satuan", ":", "{satuan}"),
    "",
)


def bangun_wilayah(benih: int, bentuk: Bentuk, ragam: RagamWilayah, folder: Path) -> TabelKantor:
    """Draw the table of a seed in a shape."""
    return Wilayah(Random(benih), bentuk, ragam).tabel(folder / "bps.xlsx")


def kanon(nama: str) -> str:
    """Return the base workbook's name of a region, whichever spelling of this module stands there."""
    return _KANON.get(_rapat(nama), nama)


def _rapat(nama: str) -> str:
    return "".join(c for c in nama.casefold() if c.isalnum())


_KANON = {_rapat(e): n for n, semua in EJAAN.items() for e in (n, *semua)}
_KANON |= {_rapat(e): e for isi in TETANGGA.values() for e in isi}
_KANON |= {_rapat(p): p for p in (PROVINSI, *TETANGGA)} | {"indonesia": "Nasional", "nasional": "Nasional"}


class Wilayah:
    """One table of regions while it is drawn."""

    def __init__(self, acak: Random, bentuk: Bentuk, ragam: RagamWilayah) -> None:
        self.acak, self.bentuk, self.ragam = acak, bentuk, ragam
        self.kisi = Kisi(bentuk)
        self.benar: list[dict[str, Any]] = []
        self.letak: list[int] = []
        self.nomor = 0

    def tabel(self, berkas: Path) -> TabelKantor:
        """Draw everything and return it with its truth."""
        r = self.ragam
        isi = {"ukuran": r.ukuran, "satuan": r.satuan}
        self.kisi.kop([tuple(s.format(**isi) for s in k) if isinstance(k, tuple) else k.format(**isi) for k in KOP])
        jalur = self._jalur()
        judul = self.kisi.judul(jalur, [f"({n})" for n in range(1, len(jalur) + 1)])
        self._semua()
        if r.sumber:
            self.kisi.baris()
            self.kisi.baris("Catatan: Data 2024 merupakan hasil Long Form Sensus Penduduk 2020.")
            self.kisi.baris("Sumber: BPS, Survei Sosial Ekonomi Nasional (Susenas)")
        self.kisi.ttd(len(jalur), "Kepala Bappeda")
        if self.bentuk.baris_tersembunyi:
            self.kisi.baris_tersembunyi.append(self.acak.choice(self.letak))
        if self.bentuk.kolom_tersembunyi:
            self.kisi.kolom_tersembunyi.append(len(jalur) - 1 - self.ragam.peringkat)
        return TabelKantor(
            berkas=self.kisi.tulis(berkas, "Tabel"),
            jenis="wilayah",
            lembar="Tabel",
            jawaban={"ukuran": r.ukuran, "satuan": r.satuan, "arah": r.arah},
            kebenaran={"Regional": self.benar},
            judul=judul,
            tersembunyi=bool(self.kisi.baris_tersembunyi or self.kisi.kolom_tersembunyi),
        )

    def _jalur(self) -> list[tuple[str, ...]]:
        r, tinggi = self.ragam, self.bentuk.tinggi
        atas = {1: (), 2: (f"{r.ukuran} ({r.satuan})",), 3: (r.ukuran, "Tahun")}.get(
            tinggi, ("Indikator", r.ukuran, "Tahun")
        )
        tahun = [(*atas, r.tahun_teks.format(t)) for t in r.tahun]
        awal = [*([("No",)] if r.no else []), *([("Kode Wilayah",)] if r.kode else [])]
        return [*awal, (r.nama_kolom,), *tahun, *([(f"Peringkat {r.tahun[-1]}",)] if r.peringkat else [])]

    def _semua(self) -> None:
        r = self.ragam
        if r.provinsi in ("awal", "campur"):
            self._baris(PROVINSI.upper(), PROVINSI, "Provinsi")
        pilihan = list(EJAAN)
        for nama in [n for n in pilihan if self.acak.random() < 0.75] or pilihan[:3]:
            self._baris(EJAAN[nama][r.ejaan], nama, "Kabupaten/Kota")
        if r.provinsi == "akhir":
            self._baris(PROVINSI.upper(), PROVINSI, "Provinsi")
        if r.provinsi == "campur":
            for provinsi, isi in TETANGGA.items():
                self._baris(provinsi.upper(), provinsi, "Provinsi", provinsi)
                for nama in isi:
                    self._baris(nama, nama, "Kabupaten/Kota", provinsi)
        if r.nasional:
            self._baris("INDONESIA", "Nasional", "Nasional", "Nasional")

    def _baris(self, tertulis: str, nama: str, tingkat: str, provinsi: str = PROVINSI) -> None:
        r = self.ragam
        self.nomor += 1
        sel: list[Any] = [*([self.nomor] if r.no else []), *([1200 + self.nomor] if r.kode else []), tertulis]
        for tahun in r.tahun:
            angka = None if r.kosong and self.acak.random() < 0.1 else self._angka()
            sel.append(cetak_nilai(angka, self.bentuk.gaya, r.satuan, kosong=r.kosong))
            if angka is not None:
                self.benar.append(
                    {
                        "Indikator": r.ukuran,
                        "Wilayah": nama,
                        "Tingkat wilayah": tingkat,
                        "Provinsi": provinsi,
                        "Tahun": tahun,
                        "Nilai": angka,
                        "Satuan": r.satuan,
                    }
                )
        if r.peringkat:
            sel.append(self.acak.randint(1, 33) if tingkat == "Kabupaten/Kota" else None)
        self.letak.append(self.kisi.baris(*sel))
        if self.bentuk.sela and self.acak.random() < 0.2:
            self.kisi.baris()

    def _angka(self) -> Decimal:
        if self.ragam.ribuan:
            return Decimal(self.acak.randrange(1_000_000, 99_000_000))
        if self.ragam.desimal:
            return Decimal(self.acak.randrange(1_000_00, 99_999_99)).scaleb(-2)
        if self.bentuk.gaya is Gaya.PERSEN:
            return Decimal(self.acak.randrange(100, 3000)).scaleb(-2)
        return Decimal(self.acak.randrange(2001, 8999)).scaleb(-2)
