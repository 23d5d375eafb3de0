"""Write docs/buku-kerja.md, the guide to the workbook, from the schema, the reader and the catalogue of findings.

`--check` writes nothing and exits 1 when the guide no longer says what the program does.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(AKAR))  # this file is run as a script

from kinerja.angka import format_angka  # noqa: E402
from kinerja.buku.pembaca import Batas  # noqa: E402
from kinerja.buku.temuan import KATALOG  # noqa: E402
from kinerja.nilai import JenisNilai, Nilai, NilaiTakTerbaca, baca_nilai  # noqa: E402
from kinerja.skala import SKALA_BAWAAN, Pita, Skala  # noqa: E402
from kinerja.skema import (  # noqa: E402
    ANGGARAN,
    ANGGARAN_INDIKATOR,
    APBD,
    KUNCI_PROFIL,
    PROFIL,
    SEMUA_LEMBAR,
    Jenis,
    Kolom,
    Lembar,
)

PANDUAN = AKAR / "docs" / "buku-kerja.md"

PEMBUKA = """# Panduan buku kerja

<!-- Dibuat oleh tools/buat_panduan.py; jangan disunting dengan tangan. -->

Buku kerja adalah satu berkas Excel (.xlsx) yang memuat seluruh angka dasbor. Mulailah dari templat, isi, lalu periksa:

    python -m kinerja templat -o buku_kerja.xlsx
    python -m kinerja periksa buku_kerja.xlsx

`periksa` menyebut setiap kesalahan sekaligus: lembar, sel, apa yang tertulis, dan apa yang sebaiknya ditulis.

## Aturan umum

- Judul kolom berdiri di baris 1. Huruf besar dan spasi berlebih diabaikan; urutan kolom bebas. Kolom yang tidak dikenal
  disimpan dan diperingatkan.
- Kolom wajib harus ada dan selnya terisi. Sel lain boleh kosong; kosong berarti tidak tersedia, tidak pernah nol. Hanya
  pada kolom uang tanda `-` berarti 0.
- Batas: {lembar} lembar, {kolom} kolom, dan {baris} baris setiap lembar.
- Nama dan kode dibandingkan tanpa membedakan huruf besar dan spasi. Kunci yang berdiri dua kali adalah kesalahan.
- Kode indikator tidak pernah berganti arti; indikator yang berubah arti mendapat kode baru.
- Tulis jabatan atau OPD, tidak pernah nama orang atau NIP.
"""

CATATAN_LEMBAR = {
    PROFIL.nama: f"Kunci yang dikenal: {', '.join(KUNCI_PROFIL)}.",
    ANGGARAN.nama: (
        "Yang dijumlahkan hanya baris Peran Anggaran yang tidak mempunyai rincian di bawahnya. Baris induk dan "
        "jumlah diuji terhadap rinciannya, tidak pernah ikut dijumlahkan. Baris Pembanding adalah uang yang sama "
        "menurut sudut lain; kuncinya ditambah Sumber."
    ),
    ANGGARAN_INDIKATOR.nama: "Tidak pernah dijumlahkan ke lembar Anggaran. Pagu bersama dihitung satu kali.",
    APBD.nama: (
        "Baris tanpa Uraian adalah jumlah tercetak kelompoknya; dipakai bila rinciannya tidak lengkap, selain itu "
        "hanya diuji. Pengeluaran pembiayaan mengurangi."
    ),
}
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
    ("B (70,00)", "AKIP"),
    ("55,0 (Inovatif)", "Inovasi"),
    ("WTP", "Opini BPK"),
    ("5,8-5,5", ""),
    ("9/9", ""),
    ("1:26", ""),
    ("belum rilis", ""),
)
"""What may stand in a cell, and the Skala nilai it needs."""
CONTOH_DITOLAK: tuple[tuple[str, str], ...] = (("81,48 /60", ""), ("101,14,36%", ""), ("inf", ""), ("WTX", "Opini BPK"))
ISI_PESAN = {"pesan": "Nilai tidak terbaca", "saran": "Ikuti bagian Cara nilai dibaca"}


def tabel(judul: Sequence[str], baris: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    garis = [judul, ["---"] * len(judul), *baris]
    return "\n".join("| " + " | ".join(s.replace("|", "\\|") for s in b) + " |" for b in garis) + "\n"


def ya(wajib: bool) -> str:
    """Write whether something must stand."""
    return "ya" if wajib else ""


def bagian_lembar() -> Iterator[str]:
    """Write the sheets: an overview, then each with its columns."""
    yield "## Lembar\n"
    yield tabel(("Lembar", "Wajib", "Isi"), ((s.nama, ya(s.wajib), s.bantuan) for s in SEMUA_LEMBAR))
    for lembar in SEMUA_LEMBAR:
        yield from satu_lembar(lembar)


def satu_lembar(lembar: Lembar) -> Iterator[str]:
    """Write one sheet."""
    yield f"### {lembar.nama}\n"
    yield f"{lembar.bantuan}. Kunci: {', '.join(lembar.kunci)}.\n"
    if lembar.nama in CATATAN_LEMBAR:
        yield CATATAN_LEMBAR[lembar.nama] + "\n"
    baris = ((k.nama, ya(k.wajib), ARTI_JENIS[k.jenis], keterangan(k)) for k in lembar.kolom)
    yield tabel(("Kolom", "Wajib", "Isi", "Keterangan"), baris)


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


def bagian_nilai() -> Iterator[str]:
    """Write how values are read; the reader itself reads the examples."""
    yield "## Cara nilai dibaca\n"
    yield (
        "Koma adalah desimal, titik pemisah ribuan; satu titik sesudah 0 di depan, atau yang diikuti selain tiga "
        "angka, adalah desimal. Sel angka diambil apa adanya; sel berformat persen dibaca seperti "
        "terlihat (0,9476 yang tampil 94,76% dibaca 94,76). Satuan barisnya boleh mengikuti angka.\n"
    )
    terbaca = ((t, baca_nilai(t, "", skala(s))) for t, s in CONTOH)
    yield tabel(("Tertulis", "Dibaca", "Sebagai"), ((f"`{t}`", teks_angka(n), arti(n)) for t, n in terbaca))
    yield "Yang dapat berarti lebih dari satu ditolak:\n"
    yield tabel(("Tertulis", "Temuan", "Saran"), ((f"`{t}`", *penolakan(t, s)) for t, s in CONTOH_DITOLAK))


def teks_angka(nilai: Nilai) -> str:
    """Write the number that is calculated with."""
    return "" if nilai.angka is None else format_angka(nilai.angka)


def arti(nilai: Nilai) -> str:
    """Write what kind of value was read."""
    if nilai.jenis is JenisNilai.ANGKA and nilai.predikat:
        return f"angka dengan predikat {nilai.predikat}"
    tanda = "; ditandai sebagai ribuan cara Inggris" if nilai.gaya_inggris else ""
    return ARTI_NILAI[nilai.jenis] + tanda


def skala(nama: str) -> Skala | None:
    """Return a built-in scale."""
    return next((s for s in SKALA_BAWAAN if s.nama == nama), None)


def penolakan(teks: str, nama_skala: str) -> tuple[str, str]:
    """Read a text that must be refused; return what the reader says.

    Raises:
        ValueError: when the reader takes it after all, so that the guide cannot lie.
    """
    try:
        nilai = baca_nilai(teks, "", skala(nama_skala))
    except NilaiTakTerbaca as galat:
        return galat.pesan, galat.saran
    raise ValueError(f"{teks} dibaca sebagai {nilai}")


def bagian_skala() -> Iterator[str]:
    """Write the built-in scales."""
    yield "## Skala bawaan\n"
    yield "Lembar Skala dapat menambah skala atau menggantikan yang bernama sama.\n"
    baris = ((s.nama, "; ".join(teks_pita(p) for p in s.pita), s.dasar_hukum) for s in SKALA_BAWAAN)
    yield tabel(("Skala", "Predikat, terbaik dahulu", "Dasar hukum"), baris)


def teks_pita(pita: Pita) -> str:
    """Write a grade with its lower bound."""
    if pita.bawah is None:
        return pita.predikat
    return f"{pita.predikat} {'mulai' if pita.termasuk else 'di atas'} {format_angka(pita.bawah)}"


def bagian_temuan() -> Iterator[str]:
    """Write every finding that `periksa` can make."""
    yield "## Temuan pemeriksaan\n"
    yield "Galat membuat buku kerja belum dapat dipakai; peringatan tidak.\n"
    baris = ((f"`{k.value}`", b.value, isian(p), isian(s)) for k, (b, p, s) in KATALOG.items())
    yield tabel(("Kode", "Tingkat", "Temuan", "Saran"), baris)


def isian(teks: str) -> str:
    """Replace what a message is filled with by an ellipsis."""
    return re.sub(r"\{(\w+)\}", lambda m: ISI_PESAN.get(m[1], "…"), teks)


def susun() -> str:
    """Return the whole guide."""
    batas = Batas()
    pembuka = PEMBUKA.format(lembar=batas.lembar, kolom=batas.kolom, baris=format_angka(batas.baris))
    return "\n".join((pembuka, *bagian_lembar(), *bagian_nilai(), *bagian_skala(), *bagian_temuan()))


def main() -> int:
    """Write the guide, or compare it with the one that stands."""
    pengurai = argparse.ArgumentParser("tools/buat_panduan.py", description="Tulis docs/buku-kerja.md")
    pengurai.add_argument("--check", action="store_true", help="hanya bandingkan; 1 bila tertinggal")
    if not pengurai.parse_args().check:
        PANDUAN.write_text(susun(), encoding="utf-8")
        return 0
    if PANDUAN.is_file() and PANDUAN.read_text(encoding="utf-8") == susun():
        return 0
    sys.stderr.write("docs/buku-kerja.md tertinggal; jalankan: python tools/buat_panduan.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
