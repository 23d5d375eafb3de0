"""The letter that asks an OPD for what is missing, and the same list as CSV."""

import re
from collections.abc import Sequence

from kinerja.dataset import Dataset
from kinerja.nilai.angka import format_tanggal
from kinerja.sajian.berkas_csv import tulis_csv
from kinerja.telaah.kelengkapan.kekurangan import DaftarKurang, JenisKurang, Kurang


def teks_permintaan(dataset: Dataset, daftar: DaftarKurang) -> str:
    """Write the letter that asks an OPD for what is missing: formal, plain text, to the office and to no person."""
    pemda = dataset.profil.pemerintah_daerah
    hari = format_tanggal(daftar.tenggat)
    dasar = "tiga bulan setelah tahun anggaran berakhir (PermenPANRB 53/2014)"
    tenggat = f"Kami mohon data tersebut disampaikan paling lambat {hari}, yaitu {dasar}."
    if daftar.lewat:
        tenggat = f"Batas waktunya, {dasar}, telah lewat pada {hari}. Kami mohon data tersebut segera disampaikan."
    milik = f" {_rata(pemda)}" if pemda else ""
    isi = f"{daftar.terisi} dari {daftar.diharapkan} {daftar.sebutan} sudah memiliki realisasi"
    pembuka = (
        f"Dalam buku kerja kinerja{milik}, data {_rata(daftar.nama_opd)} tahun {daftar.tahun} belum lengkap: {isi}. "
        f"Kami mohon {len(daftar.butir)} hal berikut dilengkapi."
    )
    bagian = [
        f"Yth. Pimpinan {_rata(daftar.nama_opd)}",
        f"Perihal: Permintaan kelengkapan data kinerja tahun {daftar.tahun}",
        "Dengan hormat,",
        pembuka,
        *(_bagian_surat(huruf, jenis, butir) for huruf, (jenis, butir) in zip(_HURUF, daftar.kelompok(), strict=False)),
        _CARA,
        tenggat,
        "Atas perhatian dan kerja samanya kami ucapkan terima kasih.",
        f"Pengelola data kinerja{f' {_rata(pemda)}' if pemda else ''}",
    ]
    return "\n\n".join(bagian)


_HURUF = "ABCDEFGHIJKL"
_CARA = """Cara mengisi
- Bila surat ini disertai isian (berkas Excel), isi sel kuningnya dan kirim kembali berkas itu.
- Tulis pada lembar, kode, tahun dan kolom yang disebut; kode indikator tidak diubah.
- Angka memakai koma sebagai desimal dan titik sebagai pemisah ribuan, misalnya 1.234,56.
- Angka yang memang belum terbit ditulis N/A, dengan alasannya di kolom Catatan; jangan ditulis 0.
- Kolom Sumber diisi nama laporan dan nomor tabelnya."""


def _bagian_surat(huruf: str, jenis: JenisKurang, butir: Sequence[Kurang]) -> str:
    baris = (
        f"{n}. {_rata(b.indikator)}: {_rata(b.diharapkan)}.\n   Tulis di {_rata(b.tempat)}."
        for n, b in enumerate(butir, 1)
    )
    return "\n".join([f"{huruf}. {jenis.value} ({len(butir)})", *baris])


def _rata(teks: str) -> str:
    """Put text of the workbook on one line, so that it cannot look like a line of the letter."""
    return " ".join(teks.split())


def csv_kurang(daftar: DaftarKurang) -> bytes:
    """Write the list as CSV."""
    kepala = ("OPD", "Tahun", "Jenis", "Kode indikator", "Indikator", "Diharapkan", "Tempat", "Tenggat", "Terlambat")
    baris = (
        (
            daftar.nama_opd,
            str(daftar.tahun),
            b.jenis.value,
            b.kode,
            b.indikator,
            b.diharapkan,
            b.tempat,
            b.tenggat,
            "Ya" if b.terlambat else "Tidak",
        )
        for b in daftar.butir
    )
    return tulis_csv(kepala, baris)


def nama_berkas(daftar: DaftarKurang) -> str:
    """Return the file name of the CSV; a code may hold what no file name may."""
    kode = re.sub(r"[^a-z0-9]+", "-", daftar.kode_opd.lower()).strip("-")
    return f"kekurangan_{kode}_{daftar.tahun}.csv"
