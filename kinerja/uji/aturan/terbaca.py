"""Rule on prints that hold digits and are no number: what they may mean, by another print or by arithmetic."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Hubungan, Ukuran
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import JenisNilai, Nilai, NilaiTakTerbaca, baca_angka, baca_nilai, rapikan
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.rumus.capaian import Kecocokan
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.nama import UKURAN_NILAI, DaftarNama, alamat_wilayah, sedokumen
from kinerja.uji.bukti.pokok import UANG
from kinerja.uji.bukti.presisi import Selang, bandingkan, selang_bulat, selang_capaian, selang_jumlah
from kinerja.uji.bukti.susunan import susunan
from kinerja.uji.bukti.uang import uang
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan

SEPERTI_ANGKA = re.compile(r"(?:rp\.?\s*)?([+-]?\d[\d.,\s]*\d)\s*(?:%|[^\W\d_]+(?:[ /.][^\W\d_]+)*)?", re.IGNORECASE)
"""Digits and separators, perhaps with a unit behind: what is meant to be a number."""
DESIMAL_PALING_BANYAK = 2


@dataclass(frozen=True, slots=True)
class AcuanTulisan:
    """What an unreadable print may mean: another print of it, or what others give.

    Attributes:
        asal: where it comes from, for the sentence.
        selang: what it may be.
        angka: the prints behind it.
    """

    asal: str
    selang: Selang
    angka: tuple[Angka, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakTerbaca:
    """A print that holds digits and is no number, with what its digits may mean."""

    nama: str
    alamat: Alamat
    angka: Angka
    digit: str
    acuan: tuple[AcuanTulisan, ...]


def angka_tidak_terbaca(bukti: Bukti) -> Iterator[Hasil]:
    """Find prints of digits that are no number; amounts of money are U25's."""
    for tulisan in PencariTakTerbaca(bukti).semua():
        calon = {_tulis(n, tulisan.angka): n for n in bacaan(tulisan.digit)}
        cocok = (
            (b, teks) for b in tulisan.acuan for teks, n in calon.items() if bandingkan(n, b.selang) is Kecocokan.COCOK
        )
        acuan, benar = next(cocok, (None, ""))
        angka = (tulisan.angka, *(acuan.angka if acuan is not None else ()))
        lanjut = f"; menurut {acuan.asal} yang dimaksud {benar}" if acuan is not None else ""
        menurut = (f"Menurut {asal}" for asal in dict.fromkeys(b.asal for b in tulisan.acuan))
        yield Temuan(
            aturan="U08",
            keyakinan=Keyakinan.PASTI if acuan is not None and sedokumen(angka) else Keyakinan.PATUT_DICEK,
            alamat=tulisan.alamat,
            cetakan=(tulisan.angka.teks,),
            seharusnya=benar,
            uraian=f"{tulisan.nama} {tulisan.alamat.tahun} tercetak {tulisan.angka.teks}, "
            f"yang tidak dapat dibaca sebagai angka{lanjut}.",
            sumber=tuple(dict.fromkeys(a.sumber for a in angka)),
            langkah=(f"Tercetak {tulisan.angka.masukan}", *(f"Dapat dibaca {b}" for b in calon), *menurut),
            dugaan="" if acuan is not None or not calon else f"Mungkin {next(iter(calon))}.",
            masukan=tuple(f"{tulisan.alamat.ukuran} {tulisan.alamat.tahun}: {a.masukan}" for a in angka),
        )


def digit_tak_terbaca(angka: Angka) -> str:
    """Return the digits of a print that is meant to be a number and is none; empty for everything else."""
    cocok = SEPERTI_ANGKA.fullmatch(rapikan(angka.teks)) if angka.nilai.jenis is JenisNilai.KOSONG else None
    if cocok is None:
        return ""
    try:
        baca_angka(cocok[1])
    except NilaiTakTerbaca:
        return cocok[1]
    return ""


def bacaan(digit: str) -> list[Nilai]:
    """What unreadable digits may mean, the likeliest first: the last separator the decimal one, or a part too many."""
    bagian = [b for b in re.split(r"[.,]", re.sub(r"[\s+-]", "", digit)) if b]
    calon = [f"{''.join(bagian[:-n])},{bagian[-n]}" for n in (1, 2) if len(bagian) > n]
    ribuan = len(bagian[-1]) > DESIMAL_PALING_BANYAK
    calon.insert(0 if ribuan else len(calon), "".join(bagian))
    hasil = []
    for teks in dict.fromkeys(calon):
        try:
            hasil.append(baca_nilai(teks))
        except NilaiTakTerbaca:
            continue
    return hasil


class PencariTakTerbaca:
    """Finds unreadable prints, with the other prints of the same figure and what the figures beside it give."""

    def __init__(self, bukti: Bukti) -> None:
        self.bukti = bukti
        self.daftar = DaftarNama(bukti)

    def semua(self) -> Iterator[TakTerbaca]:
        """Every unreadable print of an indicator, of an OPD, of a region."""
        yield from self._indikator()
        yield from self._opd()
        yield from self._wilayah()

    def _indikator(self) -> Iterator[TakTerbaca]:
        for (kode, tahun, ukuran), semua in self.bukti.angka.items():
            for a, digit in _tak_terbaca(semua, ukuran):
                i = self.bukti.dataset.indikator[kode]
                seukuran = UKURAN_NILAI if ukuran in UKURAN_NILAI else (ukuran,)
                lain = [c for u in seukuran for c in self.bukti.cetakan(kode, tahun, u)]
                hitung = self._capaian(i, tahun) if ukuran is Ukuran.CAPAIAN else self._susunan(kode, tahun, "")
                ada = ukuran in (*UKURAN_NILAI, Ukuran.CAPAIAN)
                alamat = Alamat(
                    kode_opd=self.bukti.opd(i).kode_opd, kode_indikator=kode, tahun=tahun, ukuran=ukuran.value
                )
                acuan = (*_cetakan_lain(a, lain), *(hitung if ada else ()))
                yield TakTerbaca(nama=f"{ukuran.value} {i.indikator}", alamat=alamat, angka=a, digit=digit, acuan=acuan)

    def _opd(self) -> Iterator[TakTerbaca]:
        for (kode, uraian, tahun, ukuran), semua in self.bukti.angka_opd.items():
            if kode not in self.bukti.dataset.opd:
                continue
            for a, digit in _tak_terbaca(semua, ukuran):
                alamat = Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=ukuran.value, uraian=uraian)
                nama = " ".join(filter(None, (ukuran.value, uraian, self.bukti.dataset.opd[kode].nama_pendek)))
                yield TakTerbaca(nama=nama, alamat=alamat, angka=a, digit=digit, acuan=tuple(_cetakan_lain(a, semua)))

    def _wilayah(self) -> Iterator[TakTerbaca]:
        ejaan = {(samakan(k.indikator), samakan(k.wilayah)): k for k in self.bukti.dataset.buku.kutipan if k.wilayah}
        for (ukuran_daerah, wilayah, tahun, ukuran), semua in self.bukti.angka_wilayah.items():
            for a, digit in _tak_terbaca(semua, None):
                k = ejaan[ukuran_daerah, wilayah]
                alamat = alamat_wilayah(self.daftar.dataset, tahun, ukuran.value, k.indikator, k.wilayah)
                hitung = self._susunan(k.indikator, tahun, k.wilayah) if ukuran in UKURAN_NILAI else ()
                nama = f"{k.indikator} {k.wilayah}"
                yield TakTerbaca(
                    nama=nama, alamat=alamat, angka=a, digit=digit, acuan=(*_cetakan_lain(a, semua), *hitung)
                )

    def _capaian(self, i: Indikator, tahun: int) -> Iterator[AcuanTulisan]:
        """The capaian that a printed target and realisasi give."""
        target, realisasi = (self.bukti.cetakan(i.kode_indikator, tahun, u) for u in (Ukuran.TARGET, Ukuran.REALISASI))
        for t in target:
            for r in realisasi:
                if (s := selang_capaian(t.nilai, r.nilai, i.arah, self.bukti.aturan)) is not None:
                    yield AcuanTulisan(f"realisasi {r.teks} terhadap target {t.teks}", s, (t, r))

    def _susunan(self, nama: str, tahun: int, wilayah: str) -> Iterator[AcuanTulisan]:
        """The sum of the parts of a whole, or what the other parts leave of it."""
        for induk, bagian in self._keluarga.get(samakan(nama), ()):
            ada = [c for b in bagian if samakan(b) != samakan(nama) and (c := self.daftar.ambil(b, tahun, wilayah))]
            utuh = self.daftar.ambil(induk, tahun, wilayah)
            jumlah = selang_jumlah([c.selang() for c in ada])
            angka = tuple(c.utama for c in ada)
            if samakan(induk) == samakan(nama) and len(ada) == len(bagian):
                yield AcuanTulisan(f"jumlah {len(ada)} bagiannya", jumlah, angka)
            elif utuh is not None and len(ada) == len(bagian) - 1:
                s = utuh.selang()
                sisa = Selang(s.bawah - jumlah.atas, s.atas - jumlah.bawah)
                asal = f"{utuh.nama} {utuh.utama.teks} dikurangi {len(ada)} bagian lainnya"
                yield AcuanTulisan(asal, sisa, (utuh.utama, *angka))

    @cached_property
    def _keluarga(self) -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
        """The wholes that each name is, or is a part of."""
        utuh = susunan(self.bukti, Hubungan.JUMLAH).values()
        return himpun((samakan(nama), (induk, bagian)) for induk, bagian in utuh for nama in (induk, *bagian))


def _tak_terbaca(semua: Sequence[Angka], ukuran: Ukuran | None) -> Iterator[tuple[Angka, str]]:
    """The prints among those of one figure that cannot be read, where another rule does not speak of them."""
    if ukuran in UANG or (ukuran is Ukuran.JUMLAH and any(uang(a.nilai) for a in semua)):
        return
    for a in semua:
        if digit := digit_tak_terbaca(a):
            yield a, digit


def _cetakan_lain(angka: Angka, semua: Sequence[Angka]) -> Iterator[AcuanTulisan]:
    """Prints of the same figure at another place; a figure entered for the same place is no second print."""
    for a in semua:
        if samakan(a.sumber) != samakan(angka.sumber) and (s := selang_bulat(a.nilai)) is not None:
            yield AcuanTulisan(f"cetakan {a.teks} ({a.sumber})", s, (a,))


def _tulis(nilai: Nilai, cetakan: Angka) -> str:
    return format_angka(nilai.bilangan, max(0, nilai.desimal)) + ("%" if "%" in cetakan.teks else "")


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U08",
        nama="Angka tidak dapat dibaca",
        syarat="cetakan berisi digit yang tidak membentuk angka, misalnya dua koma; jumlah uang diuji U25",
        alasan="Angka yang tidak terbaca tidak dapat diperiksa siapa pun.",
        cari=angka_tidak_terbaca,
    ),
)
