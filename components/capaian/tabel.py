"""The table of capaian: one component shows an indicator's figures with their marks."""

from collections.abc import Sequence

from markupsafe import Markup

from components.bingkai.navigasi import INDIKATOR, alamat_halaman, tautan_html
from components.dasar.tabel import Baris, KolomTabel, atau_kosong, bertanda, cip, gerak, redup, tabel
from kinerja.telaah.indikator.tabel import BarisTabelCapaian

KOLOM_ANGKA = (
    KolomTabel("Target", angka=True),
    KolomTabel("Realisasi", angka=True),
    KolomTabel("Capaian", angka=True),
)
KOLOM_CAPAIAN = (*KOLOM_ANGKA, KolomTabel("Predikat dan status"))
"""What `sel_capaian` fills."""
KOLOM = (KolomTabel("Indikator"), *KOLOM_CAPAIAN, KolomTabel("Tahun lalu", angka=True))


def tabel_indikator(
    baris: Sequence[BarisTabelCapaian], kode_opd: str, tahun: int, *, berkelompok: bool, terpilih: str | None = None
) -> None:
    """Draw the table of an OPD's indicators, each a link to its page; `berkelompok` puts the sasaran between them."""
    isi: list[Baris] = []
    for nomor, b in enumerate(baris):
        if berkelompok and b.sasaran and (nomor == 0 or baris[nomor - 1].sasaran != b.sasaran):
            isi.append(Baris((b.sasaran,), "kelompok"))
        alamat = alamat_halaman(INDIKATOR, opd=kode_opd, tahun=tahun, indikator=b.kode)
        isi.append(Baris(sel_indikator(b, alamat), "terpilih" if b.kode == terpilih else ""))
    tabel(KOLOM, isi, f"Target dan realisasi {tahun}; tahun lalu adalah {tahun - 1}")


def sel_indikator(baris: BarisTabelCapaian, alamat: str) -> tuple[str | Markup, ...]:
    """Return the cells of an indicator's row; its name leads to `alamat`."""
    nama = Markup("{}<br>{}").format(tautan_html(alamat, baris.indikator), redup(baris.satuan))
    return (nama, *sel_capaian(baris), lalu(baris))


def sel_capaian(baris: BarisTabelCapaian) -> tuple[str | Markup, ...]:
    """Return target, realisasi, capaian and predikat of a row."""
    return (atau_kosong(baris.target), atau_kosong(baris.realisasi), capaian(baris), predikat(baris))


def capaian(baris: BarisTabelCapaian) -> Markup:
    """Return the capaian with its marks."""
    return bertanda(baris.capaian or redup("–"), baris.tanda)


def predikat(baris: BarisTabelCapaian) -> Markup:
    """Return predikat and status; a predikat that only the report states is named as such."""
    kata = cip(baris.predikat, baris.rupa) if baris.predikat else Markup("")
    lapor = redup(" menurut laporan") if baris.predikat_dilaporkan else Markup("")
    return Markup("{}{}<div>{} {}</div>").format(kata, lapor, baris.simbol_status, baris.status)


def lalu(baris: BarisTabelCapaian) -> Markup:
    """Return last year's realisasi and the change since."""
    return Markup("{}<br>{}").format(atau_kosong(baris.lalu), gerak(baris.selisih, baris.panah, baris.membaik))
