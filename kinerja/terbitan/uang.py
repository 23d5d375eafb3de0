"""Tables of money: what each indicator cost, the budget down to its last line, APBD."""

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.dataset import Dataset
from kinerja.nilai.angka import SERATUS, format_angka
from kinerja.sajian.tabel_terbit import KOSONG, Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.telaah.anggaran.apbd import LajurApbd, TabelApbd, tabel_apbd
from kinerja.telaah.anggaran.efisiensi import ATURAN_EFISIENSI, BarisEfisiensi, tabel_efisiensi, teks_poin, teks_rasio
from kinerja.telaah.anggaran.rincian import BarisUang, RincianAnggaran, rincian_anggaran
from kinerja.terbitan.sel import TANPA_ANGKA, catatan_tanda, menjorok, sel_persen, sel_uang


def _uang(judul: str) -> KolomTerbit:
    return KolomTerbit(f"{judul} (Rp)", Rata.KANAN, Format.BULAT, 2)


def _persen(judul: str) -> KolomTerbit:
    return KolomTerbit(judul, Rata.KANAN, Format.PERSEN)


# --- efisiensi --------------------------------------------------------------------------------------------------------

_KOLOM_EFISIENSI = (
    KolomTerbit("Indikator", lebar=4),
    _uang("Pagu"),
    _uang("Realisasi"),
    _persen("Serapan"),
    _persen("Capaian"),
    KolomTerbit("Efisiensi (poin)", Rata.KANAN, Format.ANGKA),
    KolomTerbit("Rasio", Rata.KANAN, Format.ANGKA),
    KolomTerbit("Efisiensi tercetak", Rata.KANAN),
    KolomTerbit("Kuadran", lebar=2),
)


def efisiensi(dataset: Dataset, kode_opd: str, tahun: int) -> TabelTerbit | None:
    """Return capaian against serapan of the indicators of an OPD and a year; None when none carries a budget."""
    tabel = tabel_efisiensi(dataset, kode_opd, tahun)
    if tabel is None:
        return None
    tanda = ((b.label, (*b.tanda, *b.tanda_capaian)) for b in tabel.baris)
    arti = "; ".join(f"{k.rupa.simbol} {k.value}: {k.arti}" for k, n in tabel.jumlah if n)
    return TabelTerbit(
        kode="efisiensi",
        judul=tabel.judul,
        kolom=_KOLOM_EFISIENSI,
        baris=tuple(_baris_efisiensi(b) for b in tabel.baris),
        sumber=tabel.sumber,
        catatan=(
            ATURAN_EFISIENSI,
            tabel.aturan,
            *((f"{arti}.",) if arti else ()),
            *tabel.catatan,
            *catatan_tanda(tanda),
        ),
    )


def _baris_efisiensi(baris: BarisEfisiensi) -> tuple[Sel, ...]:
    e = baris.efisiensi
    return (
        Sel(f"{baris.label} {baris.indikator}"),
        sel_uang(baris.pagu),
        sel_uang(baris.realisasi),
        KOSONG if baris.serapan is None else sel_persen(baris.serapan),
        KOSONG if baris.capaian is None else sel_persen(baris.capaian),
        Sel(teks_poin(e), e.poin) if e else TANPA_ANGKA,
        Sel(teks_rasio(e), e.rasio) if e and e.rasio is not None else TANPA_ANGKA,
        Sel(baris.tercetak) if baris.tercetak else TANPA_ANGKA,
        Sel(baris.kuadran.value, rupa=baris.kuadran.rupa) if baris.kuadran else Sel(baris.alasan),
    )


# --- the budget -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _BarisTurun:
    """A line of the budget with its level: how deep it lies, and what lines there are called."""

    dalam: int
    tingkat: str
    baris: BarisUang


def anggaran(dataset: Dataset, kode_opd: str, tahun: int) -> TabelTerbit | None:
    """Return the budget of an OPD and a year, every level under the one above it; None without a budget."""
    akar = rincian_anggaran(dataset, kode_opd, tahun)
    if akar is None:
        return None
    semua = list(_turun(dataset, kode_opd, tahun, akar, 0))
    hanya_pagu = akar.hanya_pagu
    jumlah = BarisUang(jalur="", nama=f"Jumlah {len(akar.baris)} {akar.tingkat}", jumlah=akar.jumlah, bagian=SERATUS)
    baris = [_baris_uang(b, hanya_pagu=hanya_pagu) for b in semua]
    baris.append(_baris_uang(_BarisTurun(0, "", jumlah), hanya_pagu=hanya_pagu, tebal=True))
    tanda = [(b.baris.nama, b.baris.tanda) for b in semua] + [(jumlah.nama, akar.tanda)]
    return TabelTerbit(
        kode="anggaran",
        judul=akar.judul,
        kolom=_KOLOM_PAGU if hanya_pagu else _KOLOM_UANG,
        baris=tuple(baris),
        sumber=akar.sumber,
        catatan=(*((akar.asal,) if akar.asal else ()), *akar.catatan, *catatan_tanda(tanda)),
    )


_URAIAN = (KolomTerbit("Uraian", lebar=5), KolomTerbit("Tingkat"))
_KOLOM_UANG = (*_URAIAN, _uang("Pagu"), _uang("Realisasi"), _persen("Serapan"), _uang("Sisa"))
_KOLOM_PAGU = (*_URAIAN, _uang("Pagu"), _persen("Bagian"), KolomTerbit("IKU yang didukung", lebar=4))


def _turun(dataset: Dataset, kode_opd: str, tahun: int, tempat: RincianAnggaran, dalam: int) -> Iterator[_BarisTurun]:
    """Every line under a place, each followed by what lies under it."""
    for b in tempat.baris:
        yield _BarisTurun(dalam, tempat.tingkat, b)
        anak = rincian_anggaran(dataset, kode_opd, tahun, b.jalur) if b.jalur else None
        if anak is not None:
            yield from _turun(dataset, kode_opd, tahun, anak, dalam + 1)


def _baris_uang(baris: _BarisTurun, *, hanya_pagu: bool, tebal: bool = False) -> tuple[Sel, ...]:
    j, tebal = baris.baris.jumlah, tebal or (baris.dalam == 0 and bool(baris.baris.jalur))
    nama = (Sel(menjorok(baris.baris.nama, baris.dalam), tebal=tebal), Sel(baris.tingkat.capitalize(), tebal=tebal))
    pagu = sel_uang(j.pagu, tebal=tebal)
    if hanya_pagu:
        dukung = "; ".join(baris.baris.dukung) or ("" if tebal else TANPA_ANGKA.teks)
        return (*nama, pagu, sel_persen(baris.baris.bagian, tebal=tebal), Sel(dukung))
    return (
        *nama,
        pagu,
        sel_uang(j.realisasi, tebal=tebal),
        sel_persen(j.serapan, tebal=tebal),
        sel_uang(j.sisa, tebal=tebal),
    )


# --- APBD -------------------------------------------------------------------------------------------------------------


def apbd(dataset: Dataset, kode_opd: str, tahun: int) -> TabelTerbit | None:
    """Return APBD of the whole, or the revenue of an OPD; None when nothing stands there."""
    tabel = tabel_apbd(dataset, kode_opd, tahun)
    if tabel is None:
        return None
    keterangan_apbd = ("Persentase adalah realisasi per anggaran.",) if tabel.ada_anggaran else ()
    return TabelTerbit(
        kode="APBD",
        judul=tabel.judul,
        kolom=tuple(_kolom_apbd(tabel)),
        baris=tuple(tuple(_sel_apbd(b, tabel)) for b in tabel.baris),
        sumber=tabel.sumber,
        catatan=(*keterangan_apbd, *tabel.catatan, *catatan_tanda((b.nama, b.tanda) for b in tabel.baris)),
    )


def _kolom_apbd(tabel: TabelApbd) -> Iterator[KolomTerbit]:
    yield KolomTerbit("Uraian", lebar=4)
    if tabel.ada_anggaran:
        yield _uang(f"Anggaran {tabel.tahun}")
    yield _uang(f"Realisasi {tabel.tahun}")
    if tabel.ada_anggaran:
        yield _persen("Persentase")
    if tabel.tahun_lalu:
        yield from (_uang(f"Realisasi {tabel.tahun_lalu}"), _uang("Perubahan"), _persen("Perubahan (%)"))


def _sel_apbd(lajur: LajurApbd, tabel: TabelApbd) -> Iterator[Sel]:
    yield Sel(menjorok(lajur.nama, 0 if lajur.total else 1), tebal=lajur.total)
    if tabel.ada_anggaran:
        yield sel_uang(lajur.anggaran, tebal=lajur.total)
    yield sel_uang(lajur.realisasi, tebal=lajur.total)
    if tabel.ada_anggaran:
        yield sel_persen(lajur.persen, tebal=lajur.total)
    if tabel.tahun_lalu:
        yield sel_uang(lajur.lalu, tebal=lajur.total)
        uang = TANPA_ANGKA if lajur.selisih is None else sel_uang(lajur.selisih, tebal=lajur.total)
        yield Sel(f"+{uang.teks}", uang.angka, tebal=lajur.total) if lajur.selisih and lajur.selisih > 0 else uang
        persen = lajur.selisih_persen
        tanda = "+" if persen is not None and persen > 0 else ""
        yield TANPA_ANGKA if persen is None else Sel(f"{tanda}{format_angka(persen, 2)}%", persen, tebal=lajur.total)
