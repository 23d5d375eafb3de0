"""The guide to the workbook as data, from the schema and the reader itself: tools/buat_panduan.py and page Panduan.

Whatever is said here about a column, a value or a scale comes from the code that reads it.
"""

from dataclasses import dataclass
from functools import cache

from kinerja.model.contoh import contoh
from kinerja.model.istilah import JenisOpd
from kinerja.model.kolom import Jenis, Kolom
from kinerja.model.skema import (
    ANGGARAN,
    ANGGARAN_INDIKATOR,
    APBD,
    CAPAIAN,
    ISI_PROFIL,
    KUNCI_PROFIL,
    PROFIL,
    SEMUA_LEMBAR,
)
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import JenisNilai, Nilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN
from kinerja.nilai.skala import Pita, Skala


def keterangan(kolom: Kolom) -> str:
    """Write what a column means, with its words, its default and its lower bound."""
    bagian = [kolom.bantuan]
    if kolom.pilihan:
        bagian.append(f"Pilihan: {', '.join(kolom.pilihan)}")
    if kolom.bawaan:
        bagian.append(f"Kosong berarti {kolom.bawaan}")
    if kolom.minimum is not None:
        bagian.append(f"Paling kecil {kolom.minimum}")
    return ". ".join(bagian)


def _catatan_profil() -> str:
    berpilihan = " ".join(f"{k.nama}: {keterangan(k)}." for k in ISI_PROFIL if k.pilihan)
    return (
        f"Kunci yang dikenal: {', '.join(KUNCI_PROFIL)}. {berpilihan} Aturan yang bukan bawaan disebut pada angkanya."
    )


CATATAN_LEMBAR = {
    PROFIL.nama: _catatan_profil(),
    CAPAIAN.nama: (
        "Periode juga membaca Triwulan I, TW 3, Semester I, dan Tahun. Bila Akumulasi Terakhir, Semester I adalah "
        "TW II dan Semester II TW IV; bila Jumlah, Semester I adalah jumlah TW I dan TW II, bila Rata-rata "
        "rata-ratanya. Satu paruh tahun ditulis sebagai semester atau sebagai triwulan, tidak keduanya."
    ),
    ANGGARAN.nama: (
        "Yang dijumlahkan hanya baris Peran Anggaran yang tidak mempunyai rincian di bawahnya. Baris induk dan "
        "jumlah diuji terhadap rinciannya, tidak pernah ikut dijumlahkan. Baris Pembanding adalah uang yang sama "
        "menurut sudut lain; kuncinya ditambah Sumber. Bila Kode terisi, Kode menggantikan Program, Kegiatan, dan Sub "
        "kegiatan pada kunci. Baris triwulan bersifat kumulatif dan tidak pernah dijumlahkan ke setahun; Pagu awal "
        "disimpan tanpa dijumlahkan."
    ),
    ANGGARAN_INDIKATOR.nama: "Tidak pernah dijumlahkan ke lembar Anggaran. Pagu bersama dihitung satu kali.",
    APBD.nama: (
        "Baris tanpa Uraian adalah jumlah tercetak kelompoknya; dipakai bila rinciannya tidak lengkap, selain itu "
        "hanya diuji. Pengeluaran pembiayaan mengurangi."
    ),
}
ATURAN_UMUM = (
    "Judul kolom berdiri di baris 1. Huruf besar dan spasi berlebih diabaikan; urutan kolom bebas.",
    "Kolom wajib harus ada dan selnya terisi. Sel lain boleh kosong; kosong berarti tidak tersedia, tidak pernah nol.",
    "Hanya pada kolom uang tanda - berarti 0.",
    "Kunci yang berdiri dua kali adalah kesalahan. Pada nama dan kode tidak dibedakan: huruf besar, spasi berlebih "
    "(juga di sekitar / dan -), jenis tanda hubung, tanda kutip, dan tanda tak tampak.",
    "Kata Program, Kegiatan, atau Sub kegiatan di depan nama anggaran tidak dihitung; begitu pula Kabupaten, Kota, "
    "atau Provinsi di depan wilayah, kecuali kota dan kabupaten yang senama. Ejaan lain ditulis pada lembar Nama lain.",
    "Kode indikator tidak pernah berganti arti; indikator yang berubah arti mendapat kode baru.",
    "Tulis jabatan atau OPD, tidak pernah nama orang atau NIP.",
)
ARTI_JENIS = {
    Jenis.TEKS: "teks",
    Jenis.DAFTAR: "pilihan",
    Jenis.TAHUN: "tahun, 1990 sampai 2100",
    Jenis.UANG: "rupiah, angka",
    Jenis.BILANGAN: "angka",
    Jenis.NILAI: "nilai",
    Jenis.APA_ADANYA: "teks, persis seperti tercetak",
    Jenis.CAPAIAN: "nilai atau kata status",
    Jenis.TANGGAL: "tanggal",
}
ARTI_NILAI = {
    JenisNilai.ANGKA: "angka",
    JenisNilai.RENTANG: "rentang; dihitung dengan titik tengahnya",
    JenisNilai.LEVEL: "level; dihitung dengan pembilangnya",
    JenisNilai.RASIO: "rasio; ditampilkan, tidak dihitung",
    JenisNilai.PREDIKAT: "predikat; dibandingkan menurut urutannya",
    JenisNilai.BATAS: "batas, sebagai target; tercapai pada sisi yang diminta",
    JenisNilai.TEKS: "teks; dihitung dengan Target hitung",
    JenisNilai.KOSONG: "tidak tersedia",
}
CONTOH: tuple[tuple[str, str], ...] = (
    ("72,93", ""),
    ("85.83 %", ""),
    ("0.976", ""),
    ("1.343.185.299.386", ""),
    ("Rp. 64.440.768.486,-", ""),
    ("(1.913.938.714,00)", ""),
    ("-0,5", ""),
    ("3,825,976", ""),
    ("54 Triliun", ""),
    ("440 ribu", ""),
    ("70,10*", ""),
    ("B (70,00)", "AKIP"),
    ("70,00 B", "AKIP"),
    ("BB (70-80)", "AKIP"),
    ("55,0 (Inovatif)", "Inovasi"),
    ("WTP", "Opini BPK"),
    ("5,8-5,5", ""),
    ("95 s.d. 97", ""),
    ("≥ 70", ""),
    ("maks. 3", ""),
    ("9/9", ""),
    ("1:26", ""),
    ("belum rilis", ""),
    ("TAD", ""),
    ("…", ""),
)
"""What may stand in a cell, and the Skala nilai it needs."""
CONTOH_DITOLAK: tuple[tuple[str, str], ...] = (("81,48 /60", ""), ("101,14,36%", ""), ("inf", ""), ("WTX", "Opini BPK"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKolom:
    """One column as the guide tells it."""

    nama: str
    wajib: bool
    isi: str
    keterangan: str
    contoh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PanduanLembar:
    """One sheet as the guide tells it."""

    nama: str
    wajib: bool
    bantuan: str
    kunci: tuple[str, ...]
    catatan: str
    kolom: tuple[BarisKolom, ...]


@cache
def panduan_lembar(jenis: JenisOpd = JenisOpd.KABUPATEN) -> tuple[PanduanLembar, ...]:
    """Return every sheet with its columns, in the order of the template; examples are those of a kind of owner."""
    return tuple(
        PanduanLembar(
            nama=s.nama,
            wajib=s.wajib,
            bantuan=f"{s.bantuan}.",
            kunci=s.kunci,
            catatan=CATATAN_LEMBAR.get(s.nama, ""),
            kolom=tuple(
                BarisKolom(
                    nama=k.nama,
                    wajib=k.wajib,
                    isi=ARTI_JENIS[k.jenis],
                    keterangan=keterangan(k),
                    contoh=contoh(s, k, jenis),
                )
                for k in s.kolom
            ),
        )
        for s in SEMUA_LEMBAR
    )


def contoh_nilai() -> tuple[tuple[str, str, str], ...]:
    """Return texts that may stand in a cell, the number they are calculated with, and what they are read as."""
    terbaca = ((t, baca_nilai(t, "", skala_bawaan(s))) for t, s in CONTOH)
    return tuple((t, teks_angka(n), arti(n)) for t, n in terbaca)


def contoh_ditolak() -> tuple[tuple[str, str, str], ...]:
    """Return texts that are refused, why, and what to write instead."""
    return tuple((t, *penolakan(t, s)) for t, s in CONTOH_DITOLAK)


def teks_angka(nilai: Nilai) -> str:
    """Write the number that is calculated with."""
    return "" if nilai.angka is None else format_angka(nilai.angka)


def arti(nilai: Nilai) -> str:
    """Write what kind of value was read."""
    if nilai.predikat and nilai.angka is not None:
        return f"{nilai.jenis} dengan predikat {nilai.predikat}"
    tanda = "; ditandai sebagai ribuan cara Inggris" if nilai.gaya_inggris else ""
    kaki = "; tanda catatan kaki tidak ikut dibaca" if nilai.tanda else ""
    return ARTI_NILAI[nilai.jenis] + tanda + kaki


def penolakan(teks: str, nama_skala: str) -> tuple[str, str]:
    """Read a text that must be refused; return what the reader says.

    Raises:
        ValueError: when the reader takes it after all, so that the guide cannot lie.
    """
    try:
        nilai = baca_nilai(teks, "", skala_bawaan(nama_skala))
    except NilaiTakTerbaca as galat:
        return galat.pesan, galat.saran
    raise ValueError(f"{teks} dibaca sebagai {nilai}")


def skala_bawaan(nama: str) -> Skala | None:
    """Return a built-in scale."""
    return next((s for s in SKALA_BAWAAN if s.nama == nama), None)


def teks_pita(pita: Pita) -> str:
    """Write a grade with its lower bound."""
    if pita.bawah is None:
        return pita.predikat
    return f"{pita.predikat} {batas_pita(pita)}"


def batas_pita(pita: Pita) -> str:
    """Write the lower bound of a grade in words; a grade without one has only its place in the order."""
    if pita.bawah is None:
        return f"urutan {pita.urutan}"
    return f"{'mulai' if pita.termasuk else 'di atas'} {format_angka(pita.bawah)}"
