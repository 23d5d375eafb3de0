"""Tables that hold units against each other: regions by a measure, OPD by AKIP, units by IKM."""

import re
from collections.abc import Iterator

from kinerja.dataset import Dataset
from kinerja.nilai.baca import baca_angka
from kinerja.nilai.satuan import tak_disebut
from kinerja.nilai.skala import Skala
from kinerja.sajian.kalimat import besar
from kinerja.sajian.tabel_terbit import KOSONG, Format, Kolom, Rata, Sel, TabelTerbit
from kinerja.telaah.capaian.skala_nilai import (
    BarisUnit,
    NilaiSkala,
    akip_terpilih,
    catatan_ikm,
    judul_akip,
    judul_ikm,
    peringkat_ikm,
    tabel_akip,
)
from kinerja.telaah.wilayah.kalimat import ATURAN
from kinerja.telaah.wilayah.pandangan import pandangan_regional
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, JenisWilayah, Perbandingan, perbandingan
from kinerja.telaah.wilayah.ukuran import bagian_ukuran, bertanda_arah
from kinerja.terbitan.sel import TANPA_ANGKA, catatan_tanda, legenda, sel_nomor, sel_predikat

SEBUTAN = {
    JenisWilayah.SENDIRI: "wilayah sendiri",
    JenisWilayah.PEMBANDING: "pembanding",
    JenisWilayah.PROVINSI: "provinsi",
    JenisWilayah.NASIONAL: "nasional",
    JenisWilayah.LUAR: "di luar provinsi, tidak diperingkat",
}


# --- regions ----------------------------------------------------------------------------------------------------------


def regional(dataset: Dataset, ukuran: str, tahun: int) -> TabelTerbit | None:
    """Return the regions by a measure in a year, best first, then the references; None without any value."""
    pandangan = pandangan_regional(dataset, ukuran, tahun)
    if pandangan is None:
        return None
    p = pandangan.banding
    nama = p.sendiri.wilayah if p.sendiri and len(p.semua) > 1 else ""
    kata = f"Selisih: nilai wilayah dikurangi nilai {nama}." if nama else ""
    tanda = catatan_tanda((b.wilayah, b.tanda) for b in p.semua)
    skala = (legenda(p.skala),) if p.skala else ()
    return TabelTerbit(
        kode=_kode(p.ukuran),
        judul=pandangan.judul,
        kolom=tuple(_kolom_regional(p, nama)),
        baris=tuple(tuple(_sel_regional(p, b, nama)) for b in p.semua),
        sumber=p.sumber,
        catatan=(f"{p.ukuran}, {tahun}. {ATURAN[p.arah]}", *((kata,) if kata else ()), *skala, *tanda),
    )


def regional_terbanding(dataset: Dataset, tahun: int) -> Iterator[TabelTerbit]:
    """Yield the measures by which regions can be ranked in a year, without the parts of another measure."""
    for ukuran in dataset.ukuran_regional:
        p = None if bagian_ukuran(ukuran) is not None else perbandingan(dataset, ukuran, tahun)
        tabel = regional(dataset, ukuran, tahun) if p and p.terbanding else None
        if tabel is not None:
            yield tabel


def _kode(ukuran: str) -> str:
    return f"regional-{re.sub(r'[^A-Za-z0-9]+', '-', ukuran).strip('-')}".rstrip("-")


def _kolom_regional(p: Perbandingan, nama: str) -> Iterator[Kolom]:
    yield Kolom("Peringkat", Rata.KANAN, Format.BULAT)
    yield Kolom("Wilayah", lebar=3)
    yield Kolom("Keterangan", lebar=2)
    satuan = "" if tak_disebut(p.satuan) else f" ({p.satuan.lower()})"
    yield Kolom(f"Nilai{satuan}", Rata.KANAN, Format.UMUM, 2)
    if p.skala:
        yield Kolom("Predikat", lebar=2)
    if nama:
        yield Kolom("Selisih", Rata.KANAN, Format.UMUM, 2)


def _sel_regional(p: Perbandingan, b: BarisWilayah, nama: str) -> Iterator[Sel]:
    tebal = b.jenis is JenisWilayah.SENDIRI and bool(nama)
    yield sel_nomor(b.peringkat) if b.peringkat and p.terbanding else TANPA_ANGKA
    yield Sel(b.wilayah, tebal=tebal)
    yield Sel(SEBUTAN.get(b.jenis, ""), tebal=tebal)
    yield Sel(b.teks, b.nilai if b.hanya_angka else None, tebal=tebal) if b.teks else KOSONG
    if p.skala:
        yield sel_predikat(b.predikat, b.rupa)
    if nama:
        yield TANPA_ANGKA if b.selisih is None or tebal else Sel(bertanda_arah(b.selisih), b.selisih)


# --- AKIP and IKM -----------------------------------------------------------------------------------------------------


def akip(dataset: Dataset, kode_opd: str, tahun: int) -> TabelTerbit | None:
    """Return AKIP of every OPD over the years, headed by that of one up to a year; None where nobody prints one."""
    tabel = tabel_akip(dataset)
    if not tabel.baris or tabel.skala is None:
        return None
    nilai = [(b.nama, n) for b in tabel.baris for n in b.sel if n is not None]
    return TabelTerbit(
        kode="AKIP",
        judul=judul_akip(akip_terpilih(tabel, kode_opd), tahun),
        kolom=(Kolom("OPD", lebar=3), *(Kolom(str(t), Rata.KANAN) for t in tabel.tahun)),
        baris=tuple((Sel(b.nama, tebal=b.keseluruhan), *(_sel_skala(n) for n in b.sel)) for b in tabel.baris),
        sumber=tuple(dict.fromkeys(n.sumber for _, n in reversed(nilai) if n.sumber)),
        catatan=(legenda(tabel.skala), *catatan_tanda((f"{nama} {n.tahun}", n.tanda) for nama, n in nilai)),
    )


def _sel_skala(n: NilaiSkala | None) -> Sel:
    return KOSONG if n is None else sel_predikat(n.teks, n.rupa)


def ikm(dataset: Dataset, tahun: int) -> TabelTerbit | None:
    """Return the units by IKM in a year, best first; None where too few have a value for a ranking."""
    p = peringkat_ikm(dataset, tahun)
    if not p.cukup or p.skala is None:
        return None
    return TabelTerbit(
        kode="IKM",
        judul=besar(judul_ikm(p)),
        kolom=_KOLOM_IKM if p.ada_responden else _KOLOM_IKM[:-1],
        baris=tuple(tuple(_sel_unit(u, responden=p.ada_responden)) for u in (*p.unit, *p.tanpa)),
        sumber=tuple(dict.fromkeys(u.nilai.sumber for u in p.unit if u.nilai and u.nilai.sumber)),
        catatan=(catatan_ikm(p), *_catatan_unit(p.skala, (*p.unit, *p.tanpa))),
    )


_KOLOM_IKM = (
    Kolom("Peringkat", Rata.KANAN, Format.BULAT),
    Kolom("Unit", lebar=4),
    Kolom("IKM", Rata.KANAN, Format.UMUM),
    Kolom("Predikat"),
    Kolom("Responden", Rata.KANAN, Format.BULAT),
)


def _catatan_unit(skala: Skala, unit: tuple[BarisUnit, ...]) -> tuple[str, ...]:
    catatan = (f"{u.nama}: {u.catatan.rstrip('.')}." for u in unit if u.catatan)
    tanda = catatan_tanda((u.nama, u.nilai.tanda) for u in unit if u.nilai)
    return (legenda(skala), *catatan, *tanda)


def _sel_unit(u: BarisUnit, *, responden: bool) -> Iterator[Sel]:
    yield sel_nomor(u.peringkat) if u.peringkat else TANPA_ANGKA
    yield Sel(u.nama)
    yield Sel(u.nilai.nilai, u.nilai.angka) if u.nilai else KOSONG
    yield sel_predikat(u.nilai.predikat, u.nilai.rupa) if u.nilai else TANPA_ANGKA
    if responden:
        yield Sel(u.responden, baca_angka(u.responden)) if u.responden else TANPA_ANGKA
