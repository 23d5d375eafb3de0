"""Slides on all IKU of an OPD and a year: the overview, the predikat, the highest and the lowest."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.nilai.angka import SERATUS, TIDAK_TERSEDIA, format_persen, format_rupiah_ringkas
from kinerja.nilai.pasti import pasti
from kinerja.paparan.bahan import Bahan, Hasil, catatan, ringkas_butir
from kinerja.paparan.model import BARIS_TERBANYAK, Acuan, AngkaKunci, Bagian, Deret, Grafik, JenisGrafik, Slaid, Titik
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.sajian.rupa import LAIN, SENDIRI, TAK_TERSEDIA, rupa_predikat
from kinerja.sajian.tabel_terbit import Format, Kolom, Rata, Sel, TabelTerbit
from kinerja.telaah.capaian.pandangan import pandangan_predikat
from kinerja.telaah.capaian.predikat import BarisDistribusi, di_bawah_puncak
from kinerja.telaah.capaian.ringkasan import Ringkasan, butir_ringkasan, ringkas
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, tabel_capaian

GARIS_SERATUS = Acuan("100%", SERATUS)
TANPA_IKU = "Tidak ada angka IKU pada tahun ini"
TITIK_TAHUN = 5
BARIS_DAFTAR = 5
"""Rows below three key figures."""


def slaid_ringkasan(b: Bahan) -> Hasil:
    """Return the overview: headline, key figures, the mean over the years, what needs attention."""
    r = ringkas(b.dataset, b.kode, b.tahun)
    if r is None:
        return TANPA_IKU
    sorotan = [*r.perhatian[:3], *r.dini[:1], *r.baik[:1]]
    butir = ringkas_butir((f"{k.utama.judul}: {k.utama.teks}" for k in sorotan), 3)
    return (
        Slaid(
            kode="ringkasan",
            bagian=Bagian.RINGKASAN,
            judul=r.judul,
            topik=b.topik,
            versi=b.dataset.versi,
            angka=_angka_ringkasan(r),
            butir=butir or ("Tidak ada indikator yang memerlukan perhatian menurut aturan sorotan.",),
            grafik=_tren(r),
            tabel=_daftar_iku(b, r) if _tren(r) is None else None,
            catatan=catatan((*butir_ringkasan(r, batasi=False), *_catatan_sorotan(r))),
            sumber=r.sumber,
        ),
    )


def _catatan_sorotan(r: Ringkasan) -> Iterator[str]:
    return (f"{k.utama.judul}: {k.teks}" for k in (*r.perhatian, *r.dini, *r.baik))


def _angka_ringkasan(r: Ringkasan) -> tuple[AngkaKunci, ...]:
    rata, dihitung = r.rata(batasi=False), r.rata(batasi=False).dihitung
    uang = r.anggaran
    serapan = format_persen(uang.serapan) if uang else TIDAK_TERSEDIA
    return (
        AngkaKunci("IKU mencapai target", f"{r.tercapai} dari {r.terbanding}", f"{len(r.iku)} IKU pada tahun ini"),
        AngkaKunci("Rata-rata capaian", format_persen(rata.nilai), f"dari {dihitung} IKU yang dapat dihitung"),
        AngkaKunci("Serapan anggaran", serapan, f"pagu {format_rupiah_ringkas(uang.pagu)}" if uang else ""),
    )


def _tren(r: Ringkasan) -> Grafik | None:
    """The mean over the newest years; a single year is the key figure already."""
    tahun = r.tren[-TITIK_TAHUN:]
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
    Kolom("Indikator", lebar=5),
    Kolom("Target", Rata.KANAN, lebar=2),
    Kolom("Realisasi", Rata.KANAN, lebar=2),
    Kolom("Capaian", Rata.KANAN, lebar=2),
    Kolom("Predikat", lebar=3),
)


def _daftar_iku(b: Bahan, r: Ringkasan) -> TabelTerbit:
    """The IKU of a year that has no other to be held against; where they are many, those first in the document."""
    baris = tabel_capaian(b.dataset, b.kode, b.tahun)[:BARIS_DAFTAR]
    return TabelTerbit(
        kode="ringkasan", judul=r.judul, kolom=_KOLOM_IKU, baris=tuple(map(_sel_iku, baris)), sumber=r.sumber
    )


def _sel_iku(x: BarisTabelCapaian) -> tuple[Sel, ...]:
    predikat = f"{x.rupa.simbol} {x.predikat}" if x.predikat else f"{x.simbol_status} {x.status}"
    return (Sel(x.indikator), Sel(x.target), Sel(x.realisasi), Sel(x.capaian or "–", x.persen), Sel(predikat))


# --- predikat ---------------------------------------------------------------------------------------------------------


def slaid_predikat(b: Bahan) -> Hasil:
    """Return the distribution of predikat, computed beside reported."""
    pandangan = pandangan_predikat(b.dataset, b.kode, b.tahun)
    if pandangan is None:
        return TANPA_IKU
    bawah = di_bawah_puncak(pandangan.ringkasan)
    butir = ringkas_butir(f"{d.judul}: {d.teks}" for d in bawah)
    return (
        Slaid(
            kode="predikat",
            bagian=Bagian.PREDIKAT,
            judul=pandangan.judul,
            topik=b.topik,
            versi=b.dataset.versi,
            butir=butir or ("Semua IKU yang dapat dihitung berada pada predikat tertinggi.",),
            grafik=_distribusi(pandangan.sebaran[:-1]),
            catatan=catatan((*pandangan.butir, *(d.catatan for d in bawah))),
            sumber=pandangan.sumber,
        ),
    )


def _distribusi(semua: Sequence[BarisDistribusi]) -> Grafik:
    dilaporkan = any(x.dilaporkan for x in semua if x.rupa is not TAK_TERSEDIA)
    baris = [x for x in semua if x.rupa is not TAK_TERSEDIA or x.dihitung or (dilaporkan and x.dilaporkan)]
    nama = tuple(f"{x.rupa.simbol} {x.predikat}" for x in baris)
    hitung = tuple(Titik(Decimal(x.dihitung), str(x.dihitung), x.rupa) for x in baris)
    deret = [Deret("Dihitung", hitung, SENDIRI)]
    if dilaporkan:
        lapor = tuple(Titik(Decimal(x.dilaporkan), str(x.dilaporkan)) for x in baris)
        deret.append(Deret("Menurut laporan", lapor, LAIN))
    isi = "; ".join(_kata_pita(x) for x in baris)
    return Grafik(
        jenis=JenisGrafik.BATANG,
        kategori=nama,
        deret=tuple(deret),
        satuan="IKU",
        format=Format.BULAT,
        alt=f"IKU menurut predikat: {isi}",
    )


def _kata_pita(x: BarisDistribusi) -> str:
    return f"{x.predikat} {x.dihitung} dihitung, {x.dilaporkan} menurut laporan"


# --- the highest and the lowest ---------------------------------------------------------------------------------------


def slaid_terbaik_terendah(b: Bahan) -> Hasil:
    """Return the IKU of the highest and the lowest capaian; all of them where they fit."""
    semua = [c for c in b.dataset.capaian_opd(b.kode, b.tahun) if c.persen is not None]
    if not semua:
        return "Belum ada capaian IKU yang dapat dihitung dalam persen"
    urut = sorted(semua, key=lambda c: pasti(c.persen, "capaian"), reverse=True)
    dipilih = urut if len(urut) <= BARIS_TERBANYAK else [*urut[:3], *urut[-(BARIS_TERBANYAK - 3) :]]
    lain = len(urut) - len(dipilih)
    butir = [f"Digambar 3 tertinggi dan {BARIS_TERBANYAK - 3} terendah dari {len(urut)} IKU."] if lain else []
    butir += [_kalimat(c) for c in (urut[-1], urut[0])[: len(urut)]]
    return (
        Slaid(
            kode="tertinggi-terendah",
            bagian=Bagian.TERBAIK_TERENDAH,
            judul=_judul_urutan(urut),
            topik=b.topik,
            versi=b.dataset.versi,
            butir=ringkas_butir(butir),
            grafik=_urutan(dipilih),
            catatan=catatan(_kalimat(c) for c in urut),
            sumber=tuple(dict.fromkeys(c.baris.sumber for c in dipilih if c.baris.sumber)),
        ),
    )


def _judul_urutan(urut: Sequence[CapaianIndikator]) -> str:
    atas, bawah = urut[0], urut[-1]
    if len(urut) == 1:
        return f"{atas.indikator.indikator} satu-satunya IKU yang dapat dihitung: {format_persen(atas.persen)}"
    if atas.persen == bawah.persen:
        return f"Semua {len(urut)} IKU bercapaian {format_persen(atas.persen)}"
    ujung = (f"{c.indikator.indikator} ({format_persen(c.persen)})" for c in (bawah, atas))
    return "Capaian terendah {}, tertinggi {}".format(*ujung)


def _kalimat(c: CapaianIndikator) -> str:
    predikat = f", {c.predikat}" if c.predikat else ""
    nilai = f"realisasi {c.baris.realisasi.teks}, target {c.target_teks}"
    return f"{c.indikator.indikator}: capaian {format_persen(c.persen)}{predikat}; {nilai}."


def _urutan(dipilih: Sequence[CapaianIndikator]) -> Grafik:
    titik = tuple(Titik(c.persen, format_persen(c.persen), rupa_predikat(c.skala, c.predikat)) for c in dipilih)
    nama = tuple(_bersimbol(c) for c in dipilih)
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


def _bersimbol(c: CapaianIndikator) -> str:
    """The name with the symbol of its grade, so that the colour of the bar does not stand alone."""
    return f"{rupa_predikat(c.skala, c.predikat).simbol} {c.indikator.indikator}"
