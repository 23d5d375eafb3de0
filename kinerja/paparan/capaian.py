"""Slides on all IKU of an OPD and a year: the overview, the predikat, the highest and the lowest."""

from collections.abc import Sequence
from decimal import Decimal

from kinerja.nilai.angka import SERATUS, TIDAK_TERSEDIA, format_persen, format_rupiah_ringkas
from kinerja.nilai.pasti import pasti
from kinerja.paparan.bahan import Bahan, Hasil, catatan, ringkas_butir
from kinerja.paparan.model import (
    BARIS_TERBANYAK,
    AcuanGrafik,
    AngkaKunci,
    BagianPaparan,
    Deret,
    Grafik,
    JenisGrafik,
    Slaid,
    Titik,
)
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.sajian.rupa import LAIN, SENDIRI, TAK_TERSEDIA, rupa_predikat
from kinerja.sajian.tabel_terbit import Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.telaah.capaian.pandangan import pandangan_predikat
from kinerja.telaah.capaian.predikat import di_bawah_puncak
from kinerja.telaah.capaian.ringkasan import Ringkasan, butir_ringkasan, ringkas
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, tabel_capaian

GARIS_SERATUS = AcuanGrafik("100%", SERATUS)
TANPA_IKU = "Tidak ada angka IKU pada tahun ini"
TITIK_TAHUN = 5
BARIS_DAFTAR = 5
"""Rows below three key figures."""


def slaid_ringkasan(bahan: Bahan) -> Hasil:
    """Return the overview: headline, key figures, the mean over the years, what needs attention."""
    r = ringkas(bahan.dataset, bahan.kode, bahan.tahun)
    if r is None:
        return TANPA_IKU
    sorotan = [*r.perhatian[:3], *r.dini[:1], *r.baik[:1]]
    butir = ringkas_butir((f"{k.utama.judul}: {k.utama.teks}" for k in sorotan), 3)
    catatan_sorotan = (f"{k.utama.judul}: {k.teks}" for k in (*r.perhatian, *r.dini, *r.baik))
    rata, uang = r.rata(batasi=False), r.anggaran
    serapan = format_persen(uang.serapan) if uang else TIDAK_TERSEDIA
    angka = (
        AngkaKunci("IKU mencapai target", f"{r.tercapai} dari {r.terbanding}", f"{len(r.iku)} IKU pada tahun ini"),
        AngkaKunci(
            "Rata-rata capaian",
            format_persen(rata.nilai),
            ", ".join((f"dari {rata.dihitung} IKU yang dapat dihitung", *rata.khusus)),
        ),
        AngkaKunci("Serapan anggaran", serapan, f"pagu {format_rupiah_ringkas(uang.pagu)}" if uang else ""),
    )
    return (
        Slaid(
            kode="ringkasan",
            bagian=BagianPaparan.RINGKASAN,
            judul=r.judul,
            topik=bahan.topik,
            versi=bahan.dataset.versi,
            angka=angka,
            butir=butir or ("Tidak ada indikator yang memerlukan perhatian menurut aturan sorotan.",),
            grafik=_tren(r),
            tabel=_daftar_iku(bahan, r) if _tren(r) is None else None,
            catatan=catatan((*butir_ringkasan(r, batasi=False), *catatan_sorotan)),
            sumber=r.sumber,
        ),
    )


def _tren(ringkasan: Ringkasan) -> Grafik | None:
    """The mean over the newest years; a single year is the key figure already."""
    tahun = ringkasan.tren[-TITIK_TAHUN:]
    if len(tahun) < 2:
        return None
    nilai = [t.rata_rata.nilai for t in tahun]
    titik = tuple(Titik(n, format_persen(n)) for n in nilai)
    isi = "; ".join(f"{t.tahun} {p.teks}" for t, p in zip(tahun, titik, strict=True))
    return Grafik(
        jenis=JenisGrafik.KOLOM,
        kategori=tuple(str(t.tahun) for t in tahun),
        deret=(Deret("Rata-rata capaian IKU", titik, SENDIRI),),
        satuan="persen",
        format=Format.PERSEN,
        alt=f"Rata-rata capaian IKU per tahun: {isi}",
        acuan=(GARIS_SERATUS,),
    )


_KOLOM_IKU = (
    KolomTerbit("Indikator", lebar=5),
    KolomTerbit("Target", Rata.KANAN, lebar=2),
    KolomTerbit("Realisasi", Rata.KANAN, lebar=2),
    KolomTerbit("Capaian", Rata.KANAN, lebar=2),
    KolomTerbit("Predikat", lebar=3),
)


def _daftar_iku(bahan: Bahan, ringkasan: Ringkasan) -> TabelTerbit:
    """The IKU of a year that has no other to be held against; where they are many, those first in the document."""
    baris = tabel_capaian(bahan.dataset, bahan.kode, bahan.tahun)[:BARIS_DAFTAR]
    return TabelTerbit(
        kode="ringkasan",
        judul=ringkasan.judul,
        kolom=_KOLOM_IKU,
        baris=tuple(map(_sel_iku, baris)),
        sumber=ringkasan.sumber,
    )


def _sel_iku(x: BarisTabelCapaian) -> tuple[Sel, ...]:
    predikat = f"{x.rupa.simbol} {x.predikat}" if x.predikat else f"{x.simbol_status} {x.status}"
    return (Sel(x.indikator), Sel(x.target), Sel(x.realisasi), Sel(x.capaian or "–", x.persen), Sel(predikat))


# --- predikat ---------------------------------------------------------------------------------------------------------


def slaid_predikat(bahan: Bahan) -> Hasil:
    """Return the distribution of predikat, computed beside reported."""
    pandangan = pandangan_predikat(bahan.dataset, bahan.kode, bahan.tahun)
    if pandangan is None:
        return TANPA_IKU
    bawah = di_bawah_puncak(pandangan.ringkasan)
    butir = ringkas_butir(f"{d.judul}: {d.teks}" for d in bawah)
    semua = pandangan.sebaran[:-1]
    dilaporkan = any(x.dilaporkan for x in semua if x.rupa is not TAK_TERSEDIA)
    baris = [x for x in semua if x.rupa is not TAK_TERSEDIA or x.dihitung or (dilaporkan and x.dilaporkan)]
    nama = tuple(f"{x.rupa.simbol} {x.predikat}" for x in baris)
    hitung = tuple(Titik(Decimal(x.dihitung), str(x.dihitung), x.rupa) for x in baris)
    deret = [Deret("Dihitung", hitung, SENDIRI)]
    if dilaporkan:
        lapor = tuple(Titik(Decimal(x.dilaporkan), str(x.dilaporkan)) for x in baris)
        deret.append(Deret("Menurut laporan", lapor, LAIN))
    isi = "; ".join(f"{x.predikat} {x.dihitung} dihitung, {x.dilaporkan} menurut laporan" for x in baris)
    distribusi = Grafik(
        jenis=JenisGrafik.BATANG,
        kategori=nama,
        deret=tuple(deret),
        satuan="IKU",
        format=Format.BULAT,
        alt=f"IKU menurut predikat: {isi}",
    )
    return (
        Slaid(
            kode="predikat",
            bagian=BagianPaparan.PREDIKAT,
            judul=pandangan.judul,
            topik=bahan.topik,
            versi=bahan.dataset.versi,
            butir=butir or ("Semua IKU yang dapat dihitung berada pada predikat tertinggi.",),
            grafik=distribusi,
            catatan=catatan((*pandangan.butir, *(d.catatan for d in bawah))),
            sumber=pandangan.sumber,
        ),
    )


# --- the highest and the lowest ---------------------------------------------------------------------------------------


def slaid_terbaik_terendah(bahan: Bahan) -> Hasil:
    """Return the IKU of the highest and the lowest capaian; all of them where they fit."""
    semua = [c for c in bahan.dataset.capaian_opd(bahan.kode, bahan.tahun) if c.persen is not None]
    if not semua:
        return "Belum ada capaian IKU yang dapat dihitung dalam persen"
    urut = sorted(semua, key=lambda c: pasti(c.persen, "capaian"), reverse=True)
    dipilih = urut if len(urut) <= BARIS_TERBANYAK else [*urut[:3], *urut[-(BARIS_TERBANYAK - 3) :]]
    lain = len(urut) - len(dipilih)
    butir = [f"Digambar 3 tertinggi dan {BARIS_TERBANYAK - 3} terendah dari {len(urut)} IKU."] if lain else []
    butir += [_kalimat(c) for c in (urut[-1], urut[0])[: len(urut)]]
    atas, bawah = urut[0], urut[-1]
    ujung = (f"{c.indikator.indikator} ({format_persen(c.persen)})" for c in (bawah, atas))
    judul = "Capaian terendah {}, tertinggi {}".format(*ujung)
    if len(urut) == 1:
        judul = f"{atas.indikator.indikator} satu-satunya IKU yang dapat dihitung: {format_persen(atas.persen)}"
    elif atas.persen == bawah.persen:
        judul = f"Semua {len(urut)} IKU bercapaian {format_persen(atas.persen)}"
    return (
        Slaid(
            kode="tertinggi-terendah",
            bagian=BagianPaparan.TERBAIK_TERENDAH,
            judul=judul,
            topik=bahan.topik,
            versi=bahan.dataset.versi,
            butir=ringkas_butir(butir),
            grafik=_urutan(dipilih),
            catatan=catatan(_kalimat(c) for c in urut),
            sumber=tuple(dict.fromkeys(c.baris.sumber for c in dipilih if c.baris.sumber)),
        ),
    )


def _kalimat(capaian: CapaianIndikator) -> str:
    predikat = f", {capaian.predikat}" if capaian.predikat else ""
    nilai = f"realisasi {capaian.baris.realisasi.teks}, target {capaian.target_teks}"
    isi = "; ".join((nilai, *capaian.hasil.khusus))
    return f"{capaian.indikator.indikator}: capaian {format_persen(capaian.persen)}{predikat}; {isi}."


def _urutan(dipilih: Sequence[CapaianIndikator]) -> Grafik:
    titik = tuple(Titik(c.persen, format_persen(c.persen), rupa_predikat(c.skala, c.predikat)) for c in dipilih)
    # The symbol of the grade: the colour of a bar does not stand alone.
    nama = tuple(f"{rupa_predikat(c.skala, c.predikat).simbol} {c.indikator.indikator}" for c in dipilih)
    isi = "; ".join(f"{c.indikator.indikator} {t.teks}" for c, t in zip(dipilih, titik, strict=True))
    deret = (Deret("Capaian", titik, SENDIRI),)
    return Grafik(
        jenis=JenisGrafik.BATANG,
        kategori=nama,
        deret=deret,
        satuan="persen",
        format=Format.PERSEN,
        alt=f"Capaian IKU: {isi}",
        acuan=(GARIS_SERATUS,),
    )
