"""One slide for each IKU: its finding, its figures, its years, the way to the plan's end, its likes, its money."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kinerja.model.istilah import JenisAnalisis
from kinerja.nilai.angka import TIDAK_TERSEDIA, bulatkan, format_persen
from kinerja.nilai.satuan import satuan_rupiah
from kinerja.paparan.bahan import Bahan, Hasil, catatan, ringkas_butir, skala_rupiah
from kinerja.paparan.model import AngkaKunci, BagianPaparan, Deret, Grafik, JenisGrafik, Slaid, Titik
from kinerja.sajian.kalimat import bersatuan
from kinerja.sajian.rupa import LAIN, SENDIRI, TARGET, rupa_predikat, simbol_status
from kinerja.sajian.tabel_terbit import Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.telaah.indikator.gambar import DeretGambar, TitikDeret, deret_gambar, titik_deret
from kinerja.telaah.kisah.kisah import Kisah, kisah
from kinerja.telaah.sorotan.aturan import Fakta
from kinerja.telaah.wilayah.kalimat import Kalimat

TAHUN_TERBANYAK = 5
BANDING = {2: Fakta.LINTASAN, 3: Fakta.WILAYAH, 4: Fakta.DANA}
"""Places in a story of the comparisons of which a sentence stands on the slide, and the fact each speaks of."""
LABEL = 30
"""Shorter texts are words for a verdict, not sentences."""


def slaid_indikator(bahan: Bahan) -> Hasil:
    """Return one slide an IKU of the OPD that has a row in the year, in the order of the document."""
    kode = [c.kode for c in bahan.dataset.capaian_opd(bahan.kode, bahan.tahun)]
    return tuple(satu_indikator(bahan, k) for k in kode) or "Tidak ada angka IKU pada tahun ini"


def kode_slaid(kode_indikator: str) -> str:
    """Return the name of an indicator's slide."""
    return f"indikator-{kode_indikator}"


def satu_indikator(bahan: Bahan, kode: str) -> Slaid:
    """Return the slide of an indicator."""
    k = kisah(bahan.dataset, kode, bahan.tahun)
    gambar = deret_gambar(bahan.dataset, kode, bahan.tahun)
    grafik = _grafik(k, gambar) if gambar else None
    c, i = k.kini, k.indikator
    angka: tuple[AngkaKunci, ...] = ()
    if c is not None:
        realisasi = bersatuan(i, c.baris.realisasi) if c.baris.realisasi.ada else TIDAK_TERSEDIA
        target = bersatuan(i, c.target) if c.target.ada else TIDAK_TERSEDIA
        status = f"{simbol_status(c.status)} {c.status.value}" if c.status else TIDAK_TERSEDIA
        capaian = format_persen(c.persen) if c.persen is not None else status
        rupa = rupa_predikat(c.skala, c.predikat) if c.predikat else None
        kata = f"{rupa.simbol} {c.predikat}" if rupa else c.hasil.alasan
        angka = (
            AngkaKunci(f"Realisasi {k.tahun}", realisasi),
            AngkaKunci(f"Target {k.tahun}", target, "disesuaikan" if c.disesuaikan else ""),
            AngkaKunci(", ".join(("Capaian", *c.hasil.khusus)), capaian, kata, rupa),
        )
    return Slaid(
        kode=kode_slaid(kode),
        bagian=BagianPaparan.INDIKATOR,
        judul=k.judul,
        topik=" · ".join(t for t in (bahan.topik, k.indikator.sasaran or k.indikator.tujuan) if t),
        versi=bahan.dataset.versi,
        angka=angka,
        butir=ringkas_butir(_butir(k), 3),
        grafik=grafik,
        tabel=None if grafik else _tabel(bahan, k),
        catatan=catatan(_catatan(k)),
        sumber=k.sumber,
        kode_indikator=kode,
    )


def _butir(k: Kisah) -> Iterable[str]:
    """The gravest finding, then what the comparisons say that it does not speak of, then causes."""
    utama = k.sorotan[:1]
    yield from (s.teks for s in utama)
    lain = (n for n, fakta in BANDING.items() if fakta not in {s.fakta for s in utama})
    yield from filter(None, (next((t for t in map(_teks, k.bagian[n].kalimat) if len(t) > LABEL), "") for n in lain))
    yield from (f"{a.jenis}: {a.uraian}" for a in k.penjelasan if a.jenis is not JenisAnalisis.PENDORONG)
    yield from (t for b in k.bagian for t in map(_teks, b.kalimat) if len(t) > LABEL)


def _teks(kalimat: Kalimat) -> str:
    return kalimat.teks


def _catatan(k: Kisah) -> Iterable[str]:
    """Everything of the story: the five comparisons with what they lack, the explanations of the report."""
    if k.kini is not None and k.kini.hasil.khusus:
        yield f"Menurut Profil: {k.kini.hasil.aturan}."
    for b in k.bagian:
        yield from (f"{b.nama}: {kalimat.teks}" for kalimat in b.kalimat)
        yield f"{b.nama}: {b.teks_kurang}" if b.teks_kurang else ""
    for a in k.penjelasan:
        yield f"{a.jenis} ({a.tahun}): {a.uraian}"


# --- the years --------------------------------------------------------------------------------------------------------


def _grafik(k: Kisah, gambar: DeretGambar) -> Grafik:
    titik = gambar.titik[-TAHUN_TERBANYAK:]
    akhir = gambar.akhir if gambar.akhir and gambar.akhir[0] > titik[-1].tahun else None
    satuan, bagi = k.indikator.satuan, Decimal(1)
    if satuan_rupiah(satuan):
        satuan, bagi = skala_rupiah(n for t in gambar.titik for n in (t.nilai, t.atas) if n is not None)
    nilai = [Titik(_kecil(t.nilai, bagi), t.label) for t in titik]
    target = [Titik(_kecil(t.atas, bagi), t.target_label) for t in titik]
    bawah = [Titik(_kecil(t.bawah, bagi)) for t in titik]
    deret = [Deret("Realisasi", tuple(_sambung(nilai, akhir)), SENDIRI)]
    if any(t.nilai is not None for t in target) or akhir:
        ujung = Titik(_kecil(akhir[1], bagi), akhir[2]) if akhir else None
        warna = TARGET if len(titik) + bool(akhir) > 1 else LAIN
        deret.append(Deret("Target", tuple((*target, ujung) if ujung else target), warna, target=True))
    if any(t.bawah != t.atas for t in titik):
        deret.append(Deret("Batas lain rentang target", tuple(_sambung(bawah, akhir)), TARGET, target=True))
    tahun = [str(t.tahun) for t in titik] + ([f"{akhir[0]} (akhir rencana)"] if akhir else [])
    # A single year is no line: value and target stand beside each other.
    jenis = JenisGrafik.GARIS if len(tahun) > 1 else JenisGrafik.KOLOM
    isi = "; ".join(t.kata for t in titik)
    rencana = f"; target akhir {akhir[0]}: {akhir[2]}" if akhir else ""
    alt = f"{k.indikator.indikator}. {isi}{rencana}"
    return Grafik(
        jenis=jenis,
        kategori=tuple(tahun),
        deret=tuple(deret),
        satuan=satuan,
        format=Format.UMUM,
        alt=alt,
    )


def _sambung(titik: Sequence[Titik], akhir: tuple[int, Decimal, str] | None) -> Iterable[Titik]:
    """Lengthen a series to the end of the plan, where it has no value."""
    return (*titik, Titik(None)) if akhir else tuple(titik)


def _kecil(angka: Decimal | None, bagi: Decimal) -> Decimal | None:
    """Return a value in the unit of the axis; amounts of money, which are divided, with two decimals."""
    return angka if angka is None or bagi == 1 else bulatkan(angka / bagi)


_KOLOM = (
    KolomTerbit("Tahun", Rata.TENGAH),
    KolomTerbit("Target", Rata.KANAN, lebar=2),
    KolomTerbit("Realisasi", Rata.KANAN, lebar=2),
    KolomTerbit("Hasil", lebar=2),
)


def _tabel(bahan: Bahan, k: Kisah) -> TabelTerbit:
    """The years in words, where there are no two numbers to draw: grades, or a single year."""
    titik = titik_deret(bahan.dataset, k.indikator.kode_indikator)[-TAHUN_TERBANYAK:]
    baris = tuple(tuple(_sel_tahun(k, t)) for t in titik)
    return TabelTerbit(
        kode=kode_slaid(k.indikator.kode_indikator), judul=k.judul, kolom=_KOLOM, baris=baris, sumber=k.sumber
    )


def _sel_tahun(k: Kisah, titik: TitikDeret) -> Iterable[Sel]:
    hasil = {True: "✓ tercapai", False: "✗ belum tercapai", None: TIDAK_TERSEDIA}[titik.tercapai]
    tebal = titik.tahun == k.tahun
    isi = (str(titik.tahun), titik.target_teks or TIDAK_TERSEDIA, titik.teks or TIDAK_TERSEDIA, hasil)
    return (Sel(teks, tebal=tebal) for teks in isi)
