"""The audit log: uploads, refusals, publications, roll backs, locks, logins."""

from components.bingkai.akses import dijaga
from components.dasar.tabel import Baris, KolomTabel, tabel
from components.dasar.unduh import tombol_unduh
from kinerja.akun.akses import Izin
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.riwayat import csv_log, teks_rincian
from kinerja.nilai.angka import format_angka
from kinerja.nilai.waktu import format_waktu

DITAMPILKAN = 200
KOLOM = (KolomTabel("Waktu"), KolomTabel("Oleh"), KolomTabel("Peristiwa"), KolomTabel("Rincian"))


def log(gudang: Gudang) -> None:
    """Draw the newest events and offer all of them as CSV; whoever reaches this may read it (checked by the page)."""
    isi = gudang.log(DITAMPILKAN)
    baris = [Baris((format_waktu(b["waktu"]), b["oleh"], b["peristiwa"], teks_rincian(b))) for b in isi]
    tabel(KOLOM, baris, f"{format_angka(len(isi))} peristiwa terbaru")
    tombol_unduh("Unduh seluruh log (CSV)", dijaga(Izin.MELIHAT_LOG, lambda: csv_log(gudang.log())), "log.csv")
