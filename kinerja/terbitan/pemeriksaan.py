"""Tables of what is checked: findings of the audit, and what is filled, empty or late."""

from datetime import date

from kinerja.dataset import Dataset
from kinerja.sajian.tabel_terbit import Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.telaah.kelengkapan.matriks import ARTI_KEADAAN, Keadaan, SelLengkap
from kinerja.telaah.kelengkapan.pandangan import pandangan_kelengkapan
from kinerja.terbitan.sel import sel_nomor
from kinerja.uji.daftar import RUPA_KEYAKINAN, SaringUji, aturan_berkode, nama_opd, sebutan
from kinerja.uji.model import Temuan
from kinerja.uji.pandangan import PandanganUji, pandangan_uji
from kinerja.uji.penutupan import Penutupan, StatusTemuan

_OPD = KolomTerbit("OPD", lebar=2)
_KOLOM_TEMUAN = (
    KolomTerbit("No.", Rata.KANAN, Format.BULAT),
    _OPD,
    KolomTerbit("Angka yang diuji", lebar=3),
    KolomTerbit("Ukuran"),
    KolomTerbit("Tahun", Rata.TENGAH),
    KolomTerbit("Aturan", lebar=2),
    KolomTerbit("Keyakinan"),
    KolomTerbit("Tercetak"),
    KolomTerbit("Seharusnya"),
    KolomTerbit("Penjelasan", lebar=5),
    KolomTerbit("Tempat cetak", lebar=2),
    KolomTerbit("Id"),
)
TANPA_SEHARUSNYA = "Tidak dapat ditentukan"


def temuan_uji(dataset: Dataset, kode_opd: str, tahun: int, penutupan: Penutupan | None = None) -> TabelTerbit | None:
    """Return the open findings on the figures of an OPD and a year; None where there are none.

    Args:
        dataset: the data.
        kode_opd: whose figures.
        tahun: the year.
        penutupan: findings that somebody closed with a reason; without it all are open.
    """
    saring = SaringUji(kode_opd=kode_opd, tahun=tahun, status=StatusTemuan.TERBUKA)
    return tabel_temuan(dataset, pandangan_uji(dataset, saring, penutupan or {}))


def tabel_temuan(dataset: Dataset, pandangan: PandanganUji) -> TabelTerbit | None:
    """Return findings as a table under the headline of their filter, which names an OPD once; None without findings."""
    if not pandangan.temuan:
        return None
    baris = [_baris_temuan(dataset, n, t) for n, t in enumerate(pandangan.temuan, 1)]
    pakai = [n for n, k in enumerate(_KOLOM_TEMUAN) if k is not _OPD or pandangan.saring.kode_opd is None]
    return TabelTerbit(
        kode="temuan-uji",
        judul=pandangan.judul,
        kolom=tuple(_KOLOM_TEMUAN[n] for n in pakai),
        baris=tuple(tuple(b[n] for n in pakai) for b in baris),
        sumber=pandangan.sumber,
        catatan=(
            "Pasti: dibuktikan oleh hitungan atau cetakan kedua. Patut dicek: mungkin benar, sebaiknya diperiksa.",
        ),
    )


def _baris_temuan(dataset: Dataset, nomor: int, temuan: Temuan) -> tuple[Sel, ...]:
    return (
        sel_nomor(nomor),
        Sel(nama_opd(dataset, temuan)),
        Sel(sebutan(dataset, temuan)),
        Sel(temuan.alamat.ukuran),
        Sel(str(temuan.alamat.tahun)),
        Sel(f"{temuan.aturan} {aturan_berkode(temuan.aturan).nama}"),
        Sel(temuan.keyakinan.value, rupa=RUPA_KEYAKINAN[temuan.keyakinan]),
        Sel(temuan.tercetak),
        Sel(temuan.seharusnya or TANPA_SEHARUSNYA),
        Sel(" ".join(b for b in (temuan.uraian, temuan.dugaan) if b)),
        Sel("; ".join(temuan.sumber)),
        Sel(temuan.id),
    )


def kelengkapan(dataset: Dataset, tahun: int, hari: date, *, semua: bool = False) -> TabelTerbit | None:
    """Return what stands of what is expected, OPD by year, as of a day; None where nothing is expected at all."""
    pandangan = pandangan_kelengkapan(dataset, tahun, hari, semua=semua)
    matriks = pandangan.matriks
    if not matriks.baris:
        return None
    arti = ". ".join(f"{k.rupa.simbol} {k.value}: {teks}" for k, teks in ARTI_KEADAAN)
    return TabelTerbit(
        kode="kelengkapan",
        judul=pandangan.judul,
        kolom=(KolomTerbit("OPD", lebar=4), *(KolomTerbit(k, Rata.TENGAH, lebar=2) for k in matriks.kolom)),
        baris=tuple((Sel(b.nama, tebal=not b.kode_opd), *(_sel_lengkap(s) for s in b.sel)) for b in matriks.baris),
        sumber=pandangan.sumber,
        catatan=(f"{arti}.", *pandangan.catatan),
    )


def _sel_lengkap(sel: SelLengkap) -> Sel:
    if sel.keadaan is Keadaan.TIDAK_DIHARAPKAN:
        return Sel("·")
    return Sel("; ".join((sel.teks, sel.keadaan.value.lower(), *(k.teks for k in sel.rincian))), rupa=sel.keadaan.rupa)
