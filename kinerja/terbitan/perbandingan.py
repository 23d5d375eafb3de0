"""Tables that hold units against each other: regions by a measure, OPD by AKIP, units by IKM."""

import re
from collections.abc import Iterator

from kinerja.dataset import Dataset
from kinerja.nilai.baca import baca_angka
from kinerja.nilai.satuan import tak_disebut
from kinerja.sajian.kalimat import besar
from kinerja.sajian.tabel_terbit import KOSONG, Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.telaah.capaian.skala_nilai import (
    BarisUnit,
    akip_terpilih,
    catatan_ikm,
    judul_akip,
    judul_ikm,
    peringkat_ikm,
    tabel_akip,
)
from kinerja.telaah.wilayah.kalimat import ATURAN, judul_bawahan
from kinerja.telaah.wilayah.pandangan import pandangan_regional
from kinerja.telaah.wilayah.perbandingan import (
    BarisWilayah,
    JenisWilayah,
    Perbandingan,
    perbandingan,
    perbandingan_bawahan,
)
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
    return _tabel_regional(pandangan.banding, pandangan.judul) if pandangan.banding.semua else None


def regional_bawahan(dataset: Dataset, ukuran: str, tahun: int) -> TabelTerbit | None:
    """Return the regions that belong to the own one by a measure in a year; None where none has a value."""
    p = perbandingan_bawahan(dataset, ukuran, tahun)
    return _tabel_regional(p, judul_bawahan(p), "kabupaten-kota") if p else None


def _tabel_regional(perbandingan: Perbandingan, judul: str, kode: str = "regional") -> TabelTerbit:
    nama = perbandingan.sendiri.wilayah if perbandingan.sendiri and len(perbandingan.semua) > 1 else ""
    kata = f"Selisih: nilai wilayah dikurangi nilai {nama}." if nama else ""
    tanda = catatan_tanda((b.wilayah, b.tanda) for b in perbandingan.semua)
    skala = (legenda(perbandingan.skala),) if perbandingan.skala else ()
    return TabelTerbit(
        kode=f"{kode}-{re.sub('[^A-Za-z0-9]+', '-', perbandingan.ukuran).strip('-')}".rstrip("-"),
        judul=judul,
        kolom=tuple(_kolom_regional(perbandingan, nama)),
        baris=tuple(tuple(_sel_regional(perbandingan, b, nama)) for b in perbandingan.semua),
        sumber=perbandingan.sumber,
        catatan=(
            f"{perbandingan.ukuran}, {perbandingan.tahun}. {ATURAN[perbandingan.arah]}",
            *((kata,) if kata else ()),
            *skala,
            *tanda,
        ),
    )


def regional_terbanding(dataset: Dataset, tahun: int) -> Iterator[TabelTerbit]:
    """Yield the measures by which regions can be ranked in a year, without the parts of another measure."""
    for ukuran in dataset.ukuran_regional:
        if bagian_ukuran(ukuran) is not None:
            continue
        for banding, buat in ((perbandingan, regional), (perbandingan_bawahan, regional_bawahan)):
            p = banding(dataset, ukuran, tahun)
            tabel = buat(dataset, ukuran, tahun) if p and p.terbanding else None
            if tabel is not None:
                yield tabel


def _kolom_regional(perbandingan: Perbandingan, nama: str) -> Iterator[KolomTerbit]:
    yield KolomTerbit("Peringkat", Rata.KANAN, Format.BULAT)
    yield KolomTerbit("Wilayah", lebar=3)
    yield KolomTerbit("Keterangan", lebar=2)
    satuan = "" if tak_disebut(perbandingan.satuan) else f" ({perbandingan.satuan.lower()})"
    yield KolomTerbit(f"Nilai{satuan}", Rata.KANAN, Format.UMUM, 2)
    if perbandingan.skala:
        yield KolomTerbit("Predikat", lebar=2)
    if nama:
        yield KolomTerbit("Selisih", Rata.KANAN, Format.UMUM, 2)


def _sel_regional(perbandingan: Perbandingan, baris: BarisWilayah, nama: str) -> Iterator[Sel]:
    tebal = baris.jenis is JenisWilayah.SENDIRI and bool(nama)
    yield sel_nomor(baris.peringkat) if baris.peringkat and perbandingan.terbanding else TANPA_ANGKA
    yield Sel(baris.wilayah, tebal=tebal)
    yield Sel(SEBUTAN.get(baris.jenis, ""), tebal=tebal)
    yield Sel(baris.teks, baris.nilai if baris.hanya_angka else None, tebal=tebal) if baris.teks else KOSONG
    if perbandingan.skala:
        yield sel_predikat(baris.predikat, baris.rupa)
    if nama:
        yield TANPA_ANGKA if baris.selisih is None or tebal else Sel(bertanda_arah(baris.selisih), baris.selisih)


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
        kolom=(KolomTerbit("OPD", lebar=3), *(KolomTerbit(str(t), Rata.KANAN) for t in tabel.tahun)),
        baris=tuple(
            (Sel(b.nama, tebal=b.keseluruhan), *(sel_predikat(n.teks, n.rupa) if n else KOSONG for n in b.sel))
            for b in tabel.baris
        ),
        sumber=tuple(dict.fromkeys(n.sumber for _, n in reversed(nilai) if n.sumber)),
        catatan=(legenda(tabel.skala), *catatan_tanda((f"{nama} {n.tahun}", n.tanda) for nama, n in nilai)),
    )


def ikm(dataset: Dataset, tahun: int) -> TabelTerbit | None:
    """Return the units by IKM in a year, best first; None where too few have a value for a ranking."""
    p = peringkat_ikm(dataset, tahun)
    if not p.cukup or p.skala is None:
        return None
    unit = (*p.unit, *p.tanpa)
    catatan = (f"{u.nama}: {u.catatan.rstrip('.')}." for u in unit if u.catatan)
    tanda = catatan_tanda((u.nama, u.nilai.tanda) for u in unit if u.nilai)
    catatan_unit = (legenda(p.skala), *catatan, *tanda)
    return TabelTerbit(
        kode="IKM",
        judul=besar(judul_ikm(p)),
        kolom=_KOLOM_IKM if p.ada_responden else _KOLOM_IKM[:-1],
        baris=tuple(tuple(_sel_unit(u, responden=p.ada_responden)) for u in (*p.unit, *p.tanpa)),
        sumber=tuple(dict.fromkeys(u.nilai.sumber for u in p.unit if u.nilai and u.nilai.sumber)),
        catatan=(catatan_ikm(p), *catatan_unit),
    )


_KOLOM_IKM = (
    KolomTerbit("Peringkat", Rata.KANAN, Format.BULAT),
    KolomTerbit("Unit", lebar=4),
    KolomTerbit("IKM", Rata.KANAN, Format.UMUM),
    KolomTerbit("Predikat"),
    KolomTerbit("Responden", Rata.KANAN, Format.BULAT),
)


def _sel_unit(baris: BarisUnit, *, responden: bool) -> Iterator[Sel]:
    yield sel_nomor(baris.peringkat) if baris.peringkat else TANPA_ANGKA
    yield Sel(baris.nama)
    yield Sel(baris.nilai.nilai, baris.nilai.angka) if baris.nilai else KOSONG
    yield sel_predikat(baris.nilai.predikat, baris.nilai.rupa) if baris.nilai else TANPA_ANGKA
    if responden:
        yield Sel(baris.responden, baca_angka(baris.responden)) if baris.responden else TANPA_ANGKA
