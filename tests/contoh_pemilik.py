"""A small workbook for each kind of owner: the same figures for a regency, a city, a province and a lembaga.

Every kind sees the same Regional: six regencies and cities of Cendana, one of another province, three provinces, the
nation. The name of a region tells none of the kinds, so that a word of a kind on a page comes from the program.
"""

from dataclasses import dataclass

from pembangun import BUKU_KECIL, Isi, tambah_baris, tanpa_isi, ubah

KODE = "UTUH"
UHH, IPM = "Umur Harapan Hidup", "IPM"
DAERAH = ("Melati", "Anyelir", "Dahlia", "Kenanga", "Mawar", "Seroja")
PROVINSI = ("Cendana", "Jati", "Meranti")


@dataclass(frozen=True, kw_only=True)
class Pemilik:
    """An owner: its names, what Profil says of its region, and the words that are foreign to it."""

    jenis: str
    nama: str
    profil: tuple[tuple[str, str], ...]
    asing: tuple[str, ...]


_DAERAH = (("Provinsi", "Cendana"), ("Wilayah", "Melati"), ("Wilayah pembanding", "Anyelir;Dahlia"))
_KEPALA = ("bupati", "wali kota", "gubernur")
PEMILIK = {
    p.jenis: p
    for p in (
        Pemilik(jenis="Kabupaten", nama="Pemerintah Kabupaten Melati", profil=_DAERAH, asing=("kota", *_KEPALA[1:])),
        Pemilik(jenis="Kota", nama="Pemerintah Kota Melati", profil=_DAERAH, asing=("kabupaten", "bupati", "gubernur")),
        Pemilik(
            jenis="Provinsi",
            nama="Pemerintah Provinsi Cendana",
            profil=(("Provinsi", "Cendana"), ("Wilayah pembanding", "Jati")),
            asing=("kabupaten", "kota", *_KEPALA[:2]),
        ),
        Pemilik(
            jenis="Lembaga",
            nama="Lembaga Teladan",
            profil=(),
            asing=("kabupaten", "kota", "pemerintah daerah", *_KEPALA),
        ),
    )
}


def buku_pemilik(jenis: str) -> Isi:
    """Return the workbook of an owner of a kind: valid, and without any finding."""
    p = PEMILIK[jenis]
    isi = tanpa_isi(tanpa_isi(BUKU_KECIL, "Profil"), "Regional")
    isi = tambah_baris(isi, "Profil", ["Pemerintah daerah", p.nama], ["Jenis pemerintah", jenis], *map(list, p.profil))
    isi = ubah(isi, "OPD", A2=KODE, B2=p.nama, C2="Keseluruhan", D2=jenis)
    isi = ubah(isi, "Indikator", B2=KODE, B3=KODE)
    isi = ubah(ubah(isi, "Skala", G2="Peraturan 1/2024"), "Laporan", B2="Laporan Kinerja 2024")
    isi = ubah(isi, "Nama lain", B2="Melati", C2="Melati Lama")
    isi = ubah(isi, "Kutipan", C3="Nasional", H3="74,15")
    isi = _ber_ikm(tambah_baris(isi, "Regional", *_regional()))
    return tambah_baris(isi, "Capaian", ["UHH", 2023, "Tahunan", "72,5", None, "72,1", None, None, "000, Tabel 3.4"])


def _regional() -> list[list[object]]:
    wilayah = [(n, "Kabupaten/Kota", "Cendana", i) for i, n in enumerate(DAERAH)]
    wilayah += [("Randu", "Kabupaten/Kota", "Jati", 9)]
    wilayah += [(n, "Provinsi", None, i + 2) for i, n in enumerate(PROVINSI)]
    wilayah += [("Nasional", "Nasional", None, 4.15)]
    return [
        [ukuran, nama, tingkat, provinsi, tahun, _nilai(tambah, tahun), satuan, "Naik", "000, Tabel 3.6"]
        for ukuran, satuan in ((UHH, "Tahun"), (IPM, "Indeks"))
        for nama, tingkat, provinsi, tambah in wilayah
        for tahun in (2023, 2024)
    ]


def _nilai(tambah: float, tahun: int) -> str:
    return f"{70 + tambah - (2024 - tahun) / 2:.2f}".replace(".", ",")


def _ber_ikm(isi: Isi) -> Isi:
    """Give the whole and three of its units a value of IKM."""
    unit = [(f"UNIT{i}", f"Dinas {n}") for i, n in enumerate(("Pangan", "Pasar", "Taman"))]
    isi = tambah_baris(isi, "OPD", *([k, n, None, "Dinas"] for k, n in unit))
    ikm = [("IKM", KODE, "Sasaran", None), *((f"IKM-{k}", k, "Sasaran", "IKM unit") for k, _ in unit)]
    baris = [[k, o, t, None, None, "Puas", "IKM", "Indeks", "Naik", "IKM", padanan] for k, o, t, padanan in ikm]
    isi = tambah_baris(isi, "Indikator", *baris)
    nilai = [[k, 2024, "Tahunan", "80", None, f"8{i},5", None, None, "000, Tabel 3.9"] for i, (k, *_) in enumerate(ikm)]
    return tambah_baris(isi, "Capaian", *nilai)
