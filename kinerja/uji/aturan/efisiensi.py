"""Rule on printed efisiensi: from which formula it can follow, and whether its word fits the sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Self

from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import SERATUS, bulatkan, format_angka, format_persen, format_rupiah
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.rumus.capaian import Kecocokan
from kinerja.rumus.hitung import efisiensi, persen_dari
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.nama import tempat
from kinerja.uji.bukti.pokok import (
    Pokok,
    baca_persen,
    cetakan_dan_lapor,
    masukan_lajur,
    menurut_angka,
    persen_serapan,
    sisa,
)
from kinerja.uji.bukti.presisi import bandingkan, tepat
from kinerja.uji.bukti.uang import dugaan_ketik, sumber_unik, uang
from kinerja.uji.model import Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

RUMUS = "capaian - serapan, capaian / serapan, serapan / capaian, dan 100 - serapan"
TIDAK_EFISIEN = ("tidak efisien", "kurang efisien", "belum efisien", "inefisien")


@dataclass(frozen=True, slots=True)
class Dasar:
    """What an efisiensi can be computed from: every capaian and serapan, printed or computed, the printed first."""

    capaian: tuple[Decimal, ...]
    serapan: tuple[Decimal, ...]

    @classmethod
    def dari(cls, bukti: Bukti, pokok: Pokok, sumber: str) -> Self:
        """Collect them for an efisiensi printed in `sumber`; a capaian beside it counts before one elsewhere."""
        kode, tahun = pokok.kode_indikator, pokok.tahun
        lapor = bukti.dataset.anggaran_indikator.get((kode, tahun))
        serapan = [baca_persen(lapor.serapan_dilaporkan).angka if lapor is not None else None]
        serapan += [persen_serapan(b) for b in pokok.pasangan]
        serapan += [a.nilai.angka for a in bukti.cetakan(kode, tahun, Ukuran.SERAPAN)]
        cetak = [a for a in bukti.cetakan(kode, tahun, Ukuran.CAPAIAN) if a.nilai.angka is not None]
        sebelah = [a for a in cetak if tempat(a.sumber) == tempat(sumber)]
        c = bukti.dataset.tahunan(kode, tahun)
        hitung = c.persen if c is not None else None
        if (
            sebelah
            and hitung is not None
            and all(bandingkan(a.nilai, tepat(hitung)) is Kecocokan.BEDA for a in sebelah)
        ):
            # The capaian printed beside it is not the computed one.
            hitung = None
        return cls(_ada([*(a.nilai.angka for a in sebelah or cetak), hitung]), _ada(serapan))

    def hasil(self) -> Iterator[Decimal]:
        """Every figure that a stated formula gives; ratios as a number and in percent."""
        for s in self.serapan:
            yield SERATUS - s
        for c, s in product(self.capaian, self.serapan):
            yield c - s
            for atas, bawah in ((c, s), (s, c)):
                if (persen := persen_dari(atas, bawah)) is not None:
                    yield from (atas / bawah, persen)


def efisiensi_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed efisiensi that follow from no stated formula, or whose word contradicts the figures."""
    ada = False
    for p, angka in cetakan_dan_lapor(bukti, Ukuran.EFISIENSI, "efisiensi_dilaporkan"):
        ada = True
        if not p.kode_indikator:
            yield from _uji_opd(bukti, p, angka)
            continue
        dasar = Dasar.dari(bukti, p, angka[0].sumber)
        if not dasar.capaian or not dasar.serapan:
            yield TidakDiuji("U23", f"Efisiensi {p.nama} {p.tahun}: capaian atau serapan tidak tersedia")
            continue
        for kelompok in menurut_angka(angka):
            yield from _uji_rumus(p, kelompok, dasar)
        for a in angka:
            kata = samakan(a.teks)
            if a.nilai.angka is not None or "efisien" not in kata:
                continue
            tidak = any(t in kata for t in TIDAK_EFISIEN)
            poin = [bulatkan(pasti(efisiensi(*cs), "efisiensi").poin) for cs in product(dasar.capaian, dasar.serapan)]
            if all(x >= 0 if tidak else x < 0 for x in poin):
                yield _temuan_kata(p, a, dasar, poin[0])
    if not ada:
        yield TidakDiuji("U23", "Tidak ada efisiensi tercetak")


def _ada(angka: Sequence[Decimal | None]) -> tuple[Decimal, ...]:
    return tuple(dict.fromkeys(a for a in angka if a is not None))


def _uji_rumus(pokok: Pokok, kelompok: Sequence[Angka], dasar: Dasar) -> Iterator[Temuan]:
    cetak = kelompok[0].nilai
    if any(bandingkan(cetak, tepat(h)) is Kecocokan.COCOK for h in dasar.hasil()):
        return
    c, s = dasar.capaian[0], dasar.serapan[0]
    e = pasti(efisiensi(c, s), "efisiensi")
    rasio = format_angka(e.rasio, 2) if e.rasio is not None else "tidak terhitung"
    poin = format_angka(e.poin, 2)
    # Often the units are mixed: percent and fractions of one.
    persen, serap, pecahan = format_angka(c), format_angka(bulatkan(s)), format_angka(bulatkan(s / SERATUS, 4))
    calon = (
        ((c - s / SERATUS) / SERATUS, f"({persen} - {pecahan}) / 100: persen dan pecahan tercampur"),
        ((c - s) / SERATUS, f"({persen} - {serap}) / 100: persen dan pecahan tercampur"),
        ((c - s) / SERATUS**2, f"({persen} - {serap}) / 100 / 100: persen dan pecahan tercampur"),
        (c / SERATUS, f"{persen} / 100, tanpa serapan"),
    )
    cocok = (isi for angka, isi in calon if cetak.angka and bandingkan(cetak, tepat(angka)) is Kecocokan.COCOK)
    isi = next(cocok, "")
    yield Temuan(
        aturan="U23",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=pokok.alamat(Ukuran.EFISIENSI),
        cetakan=(kelompok[0].teks,),
        seharusnya=f"{poin} poin atau rasio {rasio}",
        uraian=f"Efisiensi {pokok.nama} {pokok.tahun} tercetak {kelompok[0].teks}, padahal capaian {format_persen(c)} "
        f"dan serapan {format_persen(s)} memberi selisih {poin} poin atau rasio {rasio}.",
        sumber=sumber_unik(a.sumber for a in kelompok),
        langkah=(f"Capaian {format_persen(c)}", f"Serapan {format_persen(s)}", f"Rumus yang dicoba: {RUMUS}"),
        dugaan=f"Mungkin dihitung dari {isi}." if isi else "",
        masukan=_masukan(pokok, kelompok[0], c, s),
    )


def _masukan(pokok: Pokok, cetak: Angka, c: Decimal, s: Decimal) -> tuple[str, ...]:
    uang_pokok = masukan_lajur(pokok, pokok.pasangan[0]) if pokok.pasangan else ()
    angka = (f"Capaian {pokok.tahun}: {format_persen(c)}", f"Serapan {pokok.tahun}: {format_persen(s)}")
    return (*angka, *uang_pokok, f"Efisiensi {pokok.tahun}: {cetak.masukan}")


def _temuan_kata(pokok: Pokok, angka: Angka, dasar: Dasar, poin: Decimal) -> Temuan:
    c, s = dasar.capaian[0], dasar.serapan[0]
    benar = "tidak efisien" if poin < 0 else "efisien"
    return Temuan(
        aturan="U23",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=pokok.alamat(Ukuran.EFISIENSI),
        cetakan=(angka.teks,),
        seharusnya=benar,
        uraian=(
            f"Tingkat efisiensi {pokok.nama} {pokok.tahun} tercetak “{angka.teks}”, padahal capaian "
            f"{format_persen(c)} terhadap "
            f"serapan {format_persen(s)} memberi selisih {format_angka(poin, 2)} poin, yang berarti {benar}."
        ),
        sumber=sumber_unik([angka.sumber]),
        langkah=(
            f"Capaian {format_persen(c)}",
            f"Serapan {format_persen(s)}",
            "Efisien bila capaian tidak di bawah serapan",
        ),
        masukan=_masukan(pokok, angka, c, s),
    )


def _uji_opd(bukti: Bukti, pokok: Pokok, angka: Sequence[Angka]) -> Iterator[Hasil]:
    """Test what was saved of an OPD's or a line's budget: there is no capaian, only 100 - serapan, or rupiah."""
    if not pokok.pasangan:
        yield TidakDiuji("U23", f"Efisiensi {pokok.nama} {pokok.tahun}: pagu dan realisasi tidak tersedia atau pagu 0")
        return
    for kelompok in menurut_angka(angka):
        cetak = kelompok[0].nilai
        rupiah = uang(cetak)
        if any(bandingkan(cetak, tepat(sisa(b, not rupiah))) is Kecocokan.COCOK for b in pokok.pasangan):
            continue
        yield _temuan_opd(bukti, pokok, kelompok, rupiah)


def _temuan_opd(bukti: Bukti, pokok: Pokok, kelompok: Sequence[Angka], rupiah: bool) -> Temuan:
    b = pokok.pasangan[0]
    hitung = sisa(b, not rupiah)
    tulis = format_rupiah(hitung) if rupiah else format_persen(hitung)
    cetak = kelompok[0]
    kunci = (pokok.kode_opd, samakan(pokok.uraian), pokok.tahun, Ukuran.SELISIH)
    sisa_tercetak = [a for a in bukti.angka_opd.get(kunci, ()) if a.sumber == cetak.sumber and uang(a.nilai)]
    uang_sisa = f" ({format_rupiah(sisa_tercetak[0].nilai.angka)})" if sisa_tercetak else ""
    return Temuan(
        aturan="U23",
        keyakinan=Keyakinan.PASTI if sisa_tercetak else Keyakinan.PATUT_DICEK,
        alamat=pokok.alamat(Ukuran.EFISIENSI),
        cetakan=(cetak.teks,),
        seharusnya=tulis,
        uraian=(
            f"Efisiensi {pokok.nama} {pokok.tahun} tercetak {cetak.teks}, padahal sisa anggaran{uang_sisa} "
            "dari pagu "
            f"{format_rupiah(b.pagu)} adalah {tulis}."
        ),
        sumber=sumber_unik([*(a.sumber for a in kelompok), b.sumber]),
        langkah=(
            f"Pagu {format_rupiah(b.pagu)}",
            f"Realisasi {format_rupiah(b.realisasi)}",
            f"Sisa {format_rupiah(sisa(b, False))}, yaitu {format_persen(sisa(b, True))} dari pagu",
            f"Tercetak {cetak.masukan}",
        ),
        dugaan="" if rupiah else dugaan_ketik(cetak.nilai, hitung),
        masukan=(
            *masukan_lajur(pokok, b),
            *(f"Selisih {pokok.tahun}: {a.masukan}" for a in sisa_tercetak),
            f"Efisiensi {pokok.tahun}: {cetak.masukan}",
        ),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U23",
        nama="Efisiensi tidak mengikuti rumus mana pun",
        syarat=(
            f"efisiensi tercetak bukan hasil salah satu dari {RUMUS}, atau kata “efisien” berlawanan dengan angkanya"
        ),
        alasan="Efisiensi tanpa rumus tidak dapat dibandingkan antarindikator.",
        cari=efisiensi_tidak_mengikuti,
    ),
)
