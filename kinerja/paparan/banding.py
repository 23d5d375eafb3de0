"""Slides of comparison: the own region among the others, or an OPD among the units that are rated alike."""

from collections.abc import Iterator, Sequence

from kinerja.model.istilah import Arah
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.paparan.bahan import CATATAN_TERBANYAK, Bahan, Hasil, catatan, ringkas_butir
from kinerja.paparan.model import BARIS_TERBANYAK, AngkaKunci, BagianPaparan, Deret, Grafik, JenisGrafik, Slaid, Titik
from kinerja.sajian.kalimat import kecil
from kinerja.sajian.lajur import TitikUnit
from kinerja.sajian.rupa import LAIN, PALET, SENDIRI, Rupa
from kinerja.sajian.tabel_terbit import Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.sajian.warna import HITAM, PUTIH
from kinerja.telaah.opd.posisi import PosisiOpd, posisi_akip, posisi_ikm
from kinerja.telaah.wilayah.kalimat import judul_bawahan, temuan_bawahan, temuan_regional
from kinerja.telaah.wilayah.pandangan import PandanganRegional, pandangan_regional
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, JenisWilayah, Perbandingan, perbandingan_bawahan

MILIK = Rupa(SENDIRI, PUTIH, "◆")
ACUAN = Rupa(PALET[3].warna, PALET[3].warna_teks, "○")


def slaid_regional(bahan: Bahan) -> Hasil:
    """Return the measures of the region for the whole; for an OPD its own measures, else its place among the units."""
    ukuran, bawahan = _ukuran(bahan), _slaid_bawahan(bahan)
    if ukuran or bawahan:
        daftar = _daftar_ukuran(bahan, ukuran) if len(ukuran) > 1 else ()
        return (*(_slaid_wilayah(bahan, u) for u in ukuran[:1]), *bawahan, *daftar)
    posisi = [
        p
        for p in (
            posisi_akip(bahan.dataset, bahan.kode, bahan.tahun),
            posisi_ikm(bahan.dataset, bahan.kode, bahan.tahun),
        )
        if p.nilai
    ]
    digambar = [p for p in posisi if p.lajur is not None]
    hasil = tuple(_slaid_posisi(bahan, p) for p in digambar or posisi[:1])
    return hasil or "Laporan tidak mencetak ukuran wilayah maupun nilai AKIP atau IKM unit ini"


def _ukuran(bahan: Bahan) -> list[PandanganRegional]:
    """The measures with a value of the own region, ranked ones first; newest year up to the deck's."""
    d = bahan.dataset
    milik = {samakan(i.padanan) for i in d.iku(bahan.kode) if i.padanan}
    nama = [u for u in d.ukuran_regional if bahan.opd.keseluruhan or samakan(u) in milik]
    tahun = ((n, next((t for t in d.tahun_regional(n) if t <= bahan.tahun), None)) for n in nama)
    semua = (pandangan_regional(d, n, t) for n, t in tahun if t is not None)
    ada = [u for u in semua if u and u.banding.sendiri is not None and (u.banding.terbanding or u.banding.acuan)]
    return sorted(ada, key=lambda u: (not u.banding.terbanding, -u.banding.tahun, -len(u.banding.wilayah)))


def _slaid_bawahan(bahan: Bahan) -> tuple[Slaid, ...]:
    """The regions that belong to the whole, by the newest measure that most of them have."""
    d = bahan.dataset
    tahun = ((n, next((t for t in d.tahun_regional(n) if t <= bahan.tahun), None)) for n in d.ukuran_regional)
    semua = (perbandingan_bawahan(d, n, t) for n, t in tahun if t is not None and bahan.opd.keseluruhan)
    p = max((p for p in semua if p and p.terbanding), key=lambda p: (p.tahun, len(p.wilayah)), default=None)
    if p is None:
        return ()
    temuan = [k.teks for k in temuan_bawahan(p)]
    slaid = Slaid(
        kode="kabupaten-kota",
        bagian=BagianPaparan.REGIONAL,
        judul=judul_bawahan(p),
        topik=f"{bahan.opd.nama_opd} · {p.ukuran} {p.tahun}",
        versi=d.versi,
        butir=ringkas_butir(f"{t}." for t in temuan),
        grafik=_peringkat(p),
        catatan=catatan((*temuan, *(f"{x.wilayah}: {x.bersatuan}" for x in p.semua if x.teks))),
        sumber=p.sumber,
    )
    return (slaid,)


def _slaid_wilayah(bahan: Bahan, pandangan: PandanganRegional) -> Slaid:
    p = pandangan.banding
    temuan = [k.teks for k in temuan_regional(p, pandangan.garis)]
    return Slaid(
        kode="wilayah",
        bagian=BagianPaparan.REGIONAL,
        judul=pandangan.judul,
        topik=f"{bahan.opd.nama_opd} · {p.ukuran} {p.tahun}",
        versi=bahan.dataset.versi,
        butir=ringkas_butir(f"{t}." for t in temuan),
        grafik=_peringkat(p),
        catatan=catatan((*temuan, *(f"{x.wilayah}: {x.bersatuan}" for x in p.semua if x.teks))),
        sumber=p.sumber,
    )


def _peringkat(perbandingan: Perbandingan) -> Grafik:
    # The two ends, and as many neighbours as there is room for.
    nilai = [x for x in perbandingan.wilayah if x.nilai is not None]
    sendiri = [x for x in perbandingan.semua if x.jenis is JenisWilayah.SENDIRI and x.nilai is not None]
    acuan = [x for x in perbandingan.acuan if x.nilai is not None]
    urut = (*sendiri, *acuan, *nilai[:1], *nilai[-1:], *perbandingan.pembanding, *_sekitar(nilai), *nilai)
    dipilih = list({x.wilayah: x for x in urut if x.nilai is not None}.values())[:BARIS_TERBANYAK]
    turun = perbandingan.arah is Arah.TURUN
    baris = sorted(dipilih, key=lambda x: pasti(x.nilai, "nilai wilayah"), reverse=not turun)
    titik = tuple(Titik(x.nilai, x.teks, _rupa_wilayah(x)) for x in baris)
    nama = tuple(_nama_wilayah(x) for x in baris)
    isi = "; ".join(f"{n} {x.bersatuan}" for n, x in zip(nama, baris, strict=True))
    sorot = next((n for n, x in enumerate(baris) if x.jenis is JenisWilayah.SENDIRI), None)
    deret = (Deret(perbandingan.ukuran, titik, LAIN),)
    alt = f"{perbandingan.ukuran} {perbandingan.tahun}: {isi}"
    return Grafik(
        jenis=JenisGrafik.BATANG,
        kategori=nama,
        deret=deret,
        satuan=perbandingan.satuan,
        format=Format.UMUM,
        alt=alt,
        sorot=sorot,
    )


def _sekitar(nilai: Sequence[BarisWilayah]) -> Iterator[BarisWilayah]:
    milik = next((n for n, x in enumerate(nilai) if x.jenis is JenisWilayah.SENDIRI), None)
    if milik is not None:
        yield from nilai[max(0, milik - 1) : milik + 2]


def _nama_wilayah(x: BarisWilayah) -> str:
    nomor = f"{x.peringkat}. " if x.peringkat else ""
    return f"{_rupa_wilayah(x).simbol} {nomor}{x.wilayah}"


def _rupa_wilayah(x: BarisWilayah) -> Rupa:
    if x.jenis is JenisWilayah.SENDIRI:
        return MILIK
    return ACUAN if x.jenis in (JenisWilayah.PROVINSI, JenisWilayah.NASIONAL) else Rupa(LAIN, HITAM, "●")


_KOLOM = (
    KolomTerbit("Ukuran", lebar=4),
    KolomTerbit("Tahun", Rata.TENGAH),
    KolomTerbit("Nilai", Rata.KANAN, lebar=2),
    KolomTerbit("Peringkat", Rata.KANAN, lebar=2),
    KolomTerbit("Pembanding", Rata.KANAN, lebar=3),
)


def _daftar_ukuran(bahan: Bahan, ukuran: Sequence[PandanganRegional]) -> tuple[Slaid, ...]:
    dipilih = [u.banding for u in ukuran[:BARIS_TERBANYAK]]
    lebih = [p for p in dipilih if _unggul(p)]
    banding = [p for p in dipilih if _unggul(p) is not None]
    judul = _judul_ukuran(bahan.dataset.profil.nama_wilayah, len(lebih), len(banding), len(dipilih))
    tabel = TabelTerbit(kode="ukuran-wilayah", judul=judul, kolom=_KOLOM, baris=tuple(map(_sel_ukuran, dipilih)))
    return (
        Slaid(
            kode="ukuran-wilayah",
            bagian=BagianPaparan.REGIONAL,
            judul=judul,
            topik=bahan.topik,
            versi=bahan.dataset.versi,
            tabel=tabel,
            catatan=catatan(u.judul for u in ukuran[:CATATAN_TERBANYAK]),
            sumber=tuple(dict.fromkeys(s for p in dipilih for s in p.sumber)),
        ),
    )


def _judul_ukuran(wilayah: str, lebih: int, banding: int, semua: int) -> str:
    if not banding:
        return f"{semua} ukuran wilayah tercetak, belum ada yang dapat dibandingkan"
    if not lebih:
        return f"{wilayah} belum lebih baik daripada acuannya pada {banding} ukuran yang dapat dibandingkan"
    return f"{wilayah} lebih baik daripada acuannya pada {lebih} dari {banding} ukuran"


def _unggul(perbandingan: Perbandingan) -> bool | None:
    """Whether the own value is better than the first reference; None where that cannot be said."""
    s, a = perbandingan.sendiri, next((x for x in perbandingan.acuan if x.nilai is not None), None)
    if (
        s is None
        or a is None
        or s.nilai is None
        or a.nilai is None
        or s.nilai == a.nilai
        or perbandingan.arah is Arah.NETRAL
    ):
        return None
    return (s.nilai > a.nilai) is (perbandingan.arah is Arah.NAIK)


def _sel_ukuran(perbandingan: Perbandingan) -> tuple[Sel, ...]:
    s = perbandingan.sendiri
    acuan = next((x for x in perbandingan.acuan if x.nilai is not None), None)
    peringkat = f"{s.peringkat} dari {perbandingan.dari}" if s and s.peringkat and perbandingan.terbanding else "–"
    kata = {True: "✓ ", False: "✗ ", None: ""}[_unggul(perbandingan)]
    lawan = f"{kata}{acuan.wilayah} {acuan.teks}" if acuan else "–"
    return (
        Sel(perbandingan.ukuran),
        Sel(str(perbandingan.tahun)),
        Sel(s.bersatuan if s else "", s.nilai if s else None),
        Sel(peringkat),
        Sel(lawan),
    )


# --- an OPD among the units -------------------------------------------------------------------------------------------


def _slaid_posisi(bahan: Bahan, posisi: PosisiOpd) -> Slaid:
    titik = _pilih_unit(posisi.lajur.titik if posisi.lajur else ())
    nilai = posisi.nilai.teks if posisi.nilai else ""
    gerak = f"{posisi.gerak.panah} {posisi.gerak.teks}".strip() if posisi.gerak else ""
    return Slaid(
        kode=f"unit-{posisi.nama.lower()}",
        bagian=BagianPaparan.REGIONAL,
        judul="; ".join(
            t for t in (f"{posisi.nama} {bahan.opd.nama_pendek} {bahan.tahun} {nilai}", kecil(posisi.urutan)) if t
        ),
        topik=bahan.topik,
        versi=bahan.dataset.versi,
        angka=(AngkaKunci(posisi.nama, nilai, gerak),),
        butir=ringkas_butir(f"{t}." for t in (posisi.urutan, posisi.sejenis, posisi.catatan) if t),
        grafik=_grafik_unit(posisi, titik) if titik else None,
        catatan=catatan((posisi.alt, posisi.catatan)),
        sumber=(posisi.nilai.sumber,) if posisi.nilai and posisi.nilai.sumber else (),
    )


def _pilih_unit(titik: Sequence[TitikUnit]) -> Sequence[TitikUnit]:
    """The own unit, the whole, both ends and the next ones."""
    urut = sorted(titik, key=lambda t: t.angka, reverse=True)
    milik = [n for n, t in enumerate(urut) if t.sendiri]
    letak = [*milik, *(n for n, t in enumerate(urut) if t.keseluruhan), 0, len(urut) - 1]
    letak += [n + d for n in milik for d in (-1, 1, -2, 2)] + list(range(len(urut)))
    sah = list(dict.fromkeys(n for n in letak if 0 <= n < len(urut)))[:BARIS_TERBANYAK]
    return [urut[n] for n in sorted(sah)]


def _grafik_unit(posisi: PosisiOpd, titik: Sequence[TitikUnit]) -> Grafik:
    isi = tuple(Titik(t.angka, t.teks, MILIK if t.sendiri else None) for t in titik)
    nama = tuple(f"{MILIK.simbol if t.sendiri else '●'} {t.nama}" for t in titik)
    return Grafik(
        jenis=JenisGrafik.BATANG,
        kategori=nama,
        deret=(Deret(posisi.nama, isi, LAIN),),
        satuan="",
        format=Format.ANGKA,
        alt=posisi.alt,
    )
