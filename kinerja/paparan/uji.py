"""The slide on printed figures that do not follow from each other."""

from textwrap import shorten

from kinerja.paparan.bahan import Bahan, Hasil, catatan
from kinerja.paparan.model import BagianPaparan, Slaid
from kinerja.sajian.tabel_terbit import KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.uji.daftar import SaringUji, kelompok_aturan, sebutan
from kinerja.uji.model import Temuan
from kinerja.uji.pandangan import pandangan_uji
from kinerja.uji.penutupan import StatusTemuan

DITAMPILKAN = 5
"""A finding takes two lines or three."""
HURUF_SEL = 90
_KOLOM = (
    KolomTerbit("Angka", lebar=5),
    KolomTerbit("Tercetak", Rata.KANAN, lebar=2),
    KolomTerbit("Seharusnya", Rata.KANAN, lebar=2),
    KolomTerbit("Tempat", lebar=3),
)


def slaid_uji(bahan: Bahan) -> Hasil:
    """Return what the audit found on the OPD's year and is still open, the worst findings as a table."""
    pandangan = pandangan_uji(
        bahan.dataset, SaringUji(kode_opd=bahan.kode, tahun=bahan.tahun, status=StatusTemuan.TERBUKA), bahan.penutupan
    )
    temuan = pandangan.temuan
    if not temuan and not bahan.berangka:
        return "Tidak ada angka tahun ini yang dapat diuji"
    hitungan = (f"{k.nama}: {len(k.temuan)}" for k in kelompok_aturan(temuan))
    dipilih = temuan[:DITAMPILKAN]
    banyak = len(temuan)
    butir: tuple[str, ...] = ()
    if not banyak:
        butir = ("Setiap angka tercetak mengikuti angka lainnya, sejauh dapat diuji.",)
    elif banyak > DITAMPILKAN:
        butir = (f"Ditampilkan {DITAMPILKAN} terberat dari {banyak} temuan.",)
    baris = tuple(_baris(bahan, t) for t in dipilih)
    tabel = TabelTerbit(kode="uji-konsistensi", judul=pandangan.judul, kolom=_KOLOM, baris=baris)
    return (
        Slaid(
            kode="uji-konsistensi",
            bagian=BagianPaparan.UJI,
            judul=pandangan.judul,
            topik=bahan.topik,
            versi=bahan.dataset.versi,
            butir=butir,
            tabel=tabel if temuan else None,
            catatan=catatan((*hitungan, *(t.uraian for t in temuan))),
            sumber=tuple(dict.fromkeys(t.sumber[0] for t in dipilih if t.sumber)),
        ),
    )


def _baris(bahan: Bahan, temuan: Temuan) -> tuple[Sel, ...]:
    isi = (
        f"{temuan.alamat.ukuran} {sebutan(bahan.dataset, temuan)}",
        temuan.tercetak,
        temuan.seharusnya or "–",
        next(iter(temuan.sumber), "–"),
    )
    return tuple(Sel(shorten(teks, HURUF_SEL, placeholder=" …")) for teks in isi)
