"""Slides on money: the budget with its largest lines, and capaian against serapan."""

from collections.abc import Iterable
from decimal import Decimal

from kinerja.nilai.angka import SERATUS, bulatkan, format_persen, format_rupiah_ringkas
from kinerja.nilai.pasti import pasti, terbesar_dulu
from kinerja.paparan.bahan import Bahan, Hasil, catatan, ringkas_butir, skala_rupiah
from kinerja.paparan.model import AcuanGrafik, AngkaKunci, BagianPaparan, Deret, Grafik, JenisGrafik, Slaid, Titik
from kinerja.sajian.rupa import LAIN, SENDIRI
from kinerja.sajian.tabel_terbit import Format
from kinerja.telaah.anggaran.efisiensi import BarisEfisiensi, butir_efisiensi, tabel_efisiensi
from kinerja.telaah.anggaran.rincian import BarisUang, RincianAnggaran, rincian_anggaran

BATANG_TERBANYAK = 5
"""Bar groups on a slide: each has a bar for pagu and one for realisasi."""


def slaid_anggaran(bahan: Bahan) -> Hasil:
    """Return the budget: pagu, realisasi, serapan, and its largest lines."""
    r = rincian_anggaran(bahan.dataset, bahan.kode, bahan.tahun)
    if r is None:
        return "Anggaran tahun ini tidak tercetak dalam laporan"
    sorotan = (f"{s.judul}: {s.angka}; {s.teks}" for s in r.sorotan)
    j = r.jumlah
    angka = (
        AngkaKunci("Pagu", format_rupiah_ringkas(j.pagu)),
        AngkaKunci("Realisasi", format_rupiah_ringkas(j.realisasi)),
        AngkaKunci("Serapan", format_persen(j.serapan)),
    )
    return (
        Slaid(
            kode="anggaran",
            bagian=BagianPaparan.ANGGARAN,
            judul=r.judul,
            topik=bahan.topik,
            versi=bahan.dataset.versi,
            angka=angka,
            butir=ringkas_butir((*sorotan, r.asal), 3),
            grafik=_grafik(r),
            catatan=catatan((r.asal, *r.catatan, *(_kalimat(x) for x in r.baris))),
            sumber=r.sumber,
        ),
    )


def _kalimat(x: BarisUang) -> str:
    j = x.jumlah
    serapan = f", serapan {format_persen(j.serapan)}" if j.serapan is not None else ""
    return f"{x.nama}: pagu {format_rupiah_ringkas(j.pagu)}{serapan}."


def _grafik(rincian: RincianAnggaran) -> Grafik | None:
    baris = sorted((x for x in rincian.baris if x.jumlah.pagu), key=lambda x: terbesar_dulu(x.jumlah.pagu))[
        :BATANG_TERBANYAK
    ]
    if not baris:
        return None
    satuan, bagi = skala_rupiah(pasti(x.jumlah.pagu, "pagu") for x in baris)
    deret = [Deret("Pagu", _titik((x.jumlah.pagu for x in baris), bagi), LAIN)]
    if not rincian.hanya_pagu:
        deret.append(Deret("Realisasi", _titik((x.jumlah.realisasi for x in baris), bagi), SENDIRI))
    isi = " ".join(_kalimat(x) for x in baris)
    alt = f"{len(baris)} {rincian.tingkat} berpagu terbesar. {isi}"
    return Grafik(
        jenis=JenisGrafik.BATANG,
        kategori=tuple(x.nama for x in baris),
        deret=tuple(deret),
        satuan=satuan,
        format=Format.ANGKA,
        alt=alt,
    )


def _titik(angka: Iterable[Decimal | None], bagi: Decimal) -> tuple[Titik, ...]:
    return tuple(
        Titik(None if a is None else bulatkan(a / bagi), "" if a is None else format_rupiah_ringkas(a)) for a in angka
    )


# --- capaian against serapan ------------------------------------------------------------------------------------------


def slaid_kuadran(b: Bahan) -> Hasil:
    """Return the indicators by capaian and serapan."""
    tabel = tabel_efisiensi(b.dataset, b.kode, b.tahun)
    if tabel is None:
        return "Anggaran per indikator tidak tercetak dalam laporan"
    if not tabel.titik:
        return f"{tabel.judul}; tidak ada titik yang dapat digambar"
    butir = butir_efisiensi(tabel)
    titik = tabel.titik
    batas = AcuanGrafik(f"serapan {format_persen(tabel.batas)}", tabel.batas, tegak=True)
    sebaran = Grafik(
        jenis=JenisGrafik.SEBARAN,
        kategori=tuple(t.label for t in titik),
        deret=(Deret("IKU dan indikator beranggaran", tuple(map(_titik_sebaran, titik)), SENDIRI),),
        satuan="persen",
        format=Format.PERSEN,
        alt=f"{tabel.judul}. {' '.join(_kalimat_titik(t) for t in titik)}",
        acuan=(AcuanGrafik("capaian 100%", SERATUS), batas),
        sumbu=("Serapan anggaran (%)", "Capaian kinerja (%)"),
    )
    return (
        Slaid(
            kode="capaian-serapan",
            bagian=BagianPaparan.KUADRAN,
            judul=tabel.judul,
            topik=b.topik,
            versi=b.dataset.versi,
            butir=ringkas_butir(f"{b}." for b in butir),
            grafik=sebaran,
            catatan=catatan((tabel.aturan, *(_kalimat_titik(t) for t in tabel.baris), *tabel.catatan)),
            sumber=tabel.sumber,
        ),
    )


def _titik_sebaran(baris: BarisEfisiensi) -> Titik:
    kuadran = baris.kuadran
    teks = f"{kuadran.rupa.simbol} {baris.label}" if kuadran else baris.label
    return Titik(baris.capaian, teks, kuadran.rupa if kuadran else None, x=baris.serapan)


def _kalimat_titik(baris: BarisEfisiensi) -> str:
    letak = baris.kuadran.value if baris.kuadran else baris.alasan
    return (
        f"{baris.label} {baris.indikator}: capaian {format_persen(baris.capaian)}, serapan "
        f"{format_persen(baris.serapan)} ({letak})."
    )
