"""Write docs/buku-kerja.md, the guide to the workbook, from the schema, the reader and the catalogue of findings.

`--check` writes nothing and exits 1 when the guide no longer says what the program does.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(AKAR))  # this file is run as a script

from dokumen import jalankan, tabel  # noqa: E402

from kinerja.buku.batas import Batas  # noqa: E402
from kinerja.buku.katalog.katalog import KATALOG  # noqa: E402
from kinerja.nilai.angka import format_angka  # noqa: E402
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN  # noqa: E402
from kinerja.panduan.buku import PanduanLembar, contoh_ditolak, contoh_nilai, panduan_lembar, teks_pita  # noqa: E402
from kinerja.panduan.teks import BAB  # noqa: E402

PEMBUKA = """# Panduan buku kerja

<!-- Dibuat oleh tools/buat_panduan.py; jangan disunting dengan tangan. -->

Buku kerja adalah satu berkas Excel (.xlsx) yang memuat seluruh angka dasbor. Mulailah dari templat, isi, lalu periksa:

    python -m kinerja templat -o buku_kerja.xlsx
    python -m kinerja periksa buku_kerja.xlsx

`periksa` menyebut setiap kesalahan sekaligus: lembar, sel, apa yang tertulis, dan apa yang sebaiknya ditulis.

Pada templat, lembar Petunjuk memuat urutan mengisi dan contoh satu baris untuk setiap lembar. Kode ditawarkan pada
selnya sejauh sudah ditulis pada lembar OPD dan Indikator, dan namanya tampil di sebelahnya, pada kolom (nama OPD) dan
(nama indikator). Lembar Petunjuk dan kedua kolom itu tidak dibaca. Sel kode berformat teks, agar 1.10 tetap 1.10.

Untuk meminta realisasi kepada satu OPD, kirim isian: buku kerja yang nama dan targetnya tercantum, realisasinya kosong.

    python -m kinerja isian --opd DINKES --tahun 2025 --periode "TW III" -o isian_dinkes.xlsx
    python -m kinerja isian --tahun 2025 -o isian.zip
    python -m kinerja impor isian_dinkes.xlsx --mode perbarui

Isian memuat indikator OPD itu, IKU pemerintah daerah yang menyebutnya pada Penanggung jawab, dan baris anggarannya yang
terdalam; yang belum berealisasi berdiri di atas. Baris yang kembali seperti saat dikirim tidak mengubah apa pun, juga
bila sementara itu angkanya diperbarui. Kolom berjudul dalam kurung, seperti (satuan), (realisasi tahun lalu) dan
(realisasi tercatat), membantu mengisi dan tidak dibaca; kolom tersembunyi (isian) menandai isi baris saat dikirim.

## Aturan umum

- Judul kolom berdiri di baris 1. Huruf besar dan spasi berlebih diabaikan; urutan kolom bebas. Kolom yang tidak dikenal
  disimpan dan diperingatkan; yang mirip kolom yang hilang adalah kesalahan.
- Sel yang digabung berlaku untuk setiap sel yang dicakupnya; satu angka untuk kolom yang berbeda arti, atau satu jumlah
  uang untuk beberapa baris, adalah kesalahan. Baris bernama Jumlah atau Total diuji terhadap barisnya,
  lalu tidak dibaca; begitu pula baris yang hanya berisi rumus tanpa hasil.
- Kolom wajib harus ada dan selnya terisi. Sel lain boleh kosong; kosong berarti tidak tersedia, tidak pernah nol. Hanya
  pada kolom uang tanda `-` berarti 0.
- Batas: {lembar} lembar, {kolom} kolom, dan {baris} baris setiap lembar.
- Nama dan kode dibandingkan tanpa membedakan huruf besar dan spasi. Kunci yang berdiri dua kali adalah kesalahan.
- Kode indikator tidak pernah berganti arti; indikator yang berubah arti mendapat kode baru.
- Tulis jabatan atau OPD, tidak pernah nama orang atau NIP.
"""

ISI_PESAN = {"pesan": "Nilai tidak terbaca", "saran": "Ikuti bagian Cara nilai dibaca"}


def ya(wajib: bool) -> str:
    """Write whether something must stand."""
    return "ya" if wajib else ""


def bagian_lembar() -> Iterator[str]:
    """Write the sheets: an overview, then each with its columns."""
    yield "## Lembar\n"
    yield tabel(("Lembar", "Wajib", "Isi"), ((s.nama, ya(s.wajib), s.bantuan.rstrip(".")) for s in panduan_lembar()))
    for lembar in panduan_lembar():
        yield from satu_lembar(lembar)


def satu_lembar(lembar: PanduanLembar) -> Iterator[str]:
    """Write one sheet."""
    yield f"### {lembar.nama}\n"
    yield f"{lembar.bantuan} Kunci: {', '.join(lembar.kunci)}.\n"
    if lembar.catatan:
        yield lembar.catatan + "\n"
    baris = ((k.nama, ya(k.wajib), k.isi, k.keterangan, k.contoh) for k in lembar.kolom)
    yield tabel(("Kolom", "Wajib", "Isi", "Keterangan", "Contoh"), baris)


def bagian_nilai() -> Iterator[str]:
    """Write how values are read; the reader itself reads the examples."""
    yield "## Cara nilai dibaca\n"
    yield (
        "Koma adalah desimal, titik pemisah ribuan; satu titik sesudah 0 di depan, atau yang diikuti selain tiga "
        "angka, adalah desimal. Sel angka diambil apa adanya; sel berformat persen dibaca seperti "
        "terlihat (0,9476 yang tampil 94,76% dibaca 94,76; 54 yang tampil 54 juta dibaca 54 juta). "
        "Satuan barisnya boleh mengikuti angka.\n"
    )
    yield tabel(("Tertulis", "Dibaca", "Sebagai"), ((f"`{t}`", *lain) for t, *lain in contoh_nilai()))
    yield "Yang dapat berarti lebih dari satu ditolak:\n"
    yield tabel(("Tertulis", "Temuan", "Saran"), ((f"`{t}`", *lain) for t, *lain in contoh_ditolak()))


def bagian_skala() -> Iterator[str]:
    """Write the built-in scales."""
    yield "## Skala bawaan\n"
    yield "Lembar Skala dapat menambah skala atau menggantikan yang bernama sama.\n"
    baris = ((s.nama, "; ".join(teks_pita(p) for p in s.pita), s.dasar_hukum) for s in SKALA_BAWAAN)
    yield tabel(("Skala", "Predikat, terbaik dahulu", "Dasar hukum"), baris)


def bagian_temuan() -> Iterator[str]:
    """Write every finding that `periksa` can make."""
    yield "## Temuan pemeriksaan\n"
    yield "Galat membuat buku kerja belum dapat dipakai; peringatan tidak.\n"
    baris = ((f"`{k.value}`", b.value, isian(p), isian(s)) for k, (b, p, s) in KATALOG.items())
    yield tabel(("Kode", "Tingkat", "Temuan", "Saran"), baris)


def bagian_bab() -> Iterator[str]:
    """Write the chapters for those who begin."""
    for bagian, bab in BAB.items():
        yield f"## {bagian}\n"
        yield bab.pembuka + "\n"
        yield "\n".join(f"{n}. **{s.judul}.** {s.uraian} Yang tampak: {s.tampak}" for n, s in enumerate(bab.langkah, 1))
        yield "\nBila tidak sesuai:\n"
        yield tabel(("Yang tampak", "Yang dilakukan"), ((k.tampak, k.tindakan) for k in bab.kendala))
        if bab.perintah:
            yield "Dari baris perintah:\n"
            yield "".join(f"    {p}  # {a}\n" for p, a in bab.perintah)


def isian(teks: str) -> str:
    """Replace what a message is filled with by an ellipsis."""
    return re.sub(r"\{(\w+)\}", lambda m: ISI_PESAN.get(m[1], "…"), teks)


def susun() -> str:
    """Return the whole guide."""
    batas = Batas()
    pembuka = PEMBUKA.format(lembar=batas.lembar, kolom=batas.kolom, baris=format_angka(batas.baris))
    return "\n".join((pembuka, *bagian_lembar(), *bagian_nilai(), *bagian_skala(), *bagian_temuan(), *bagian_bab()))


if __name__ == "__main__":
    sys.exit(jalankan("tools/buat_panduan.py", "docs/buku-kerja.md", susun))
