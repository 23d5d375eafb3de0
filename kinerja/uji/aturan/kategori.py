"""Rule on letters and words that grade a value: they follow from the value on its own scale."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import format_angka
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Pita, Skala
from kinerja.uji.aturan.kata_status import baca_status
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan

DALAM_KURUNG = re.compile(r"\(([^\d()]+)\)")


def kategori_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find letters beside or about a value, and what a letter is called, that its own scale does not give."""
    for i in bukti.dataset.indikator.values():
        for tahun in bukti.dataset.tahun:
            skala = bukti.dataset.skala_nilai(i, tahun)
            if skala is not None and skala.berbatas:
                yield from _uji_kategori(bukti, i, tahun, skala)


def _uji_kategori(bukti: Bukti, i: Indikator, tahun: int, skala: Skala) -> Iterator[Temuan]:
    angka = bukti.cetakan(i.kode_indikator, tahun, Ukuran.REALISASI)
    nilai = [a for a in angka if a.nilai.angka is not None]
    if not nilai:
        return
    boleh = {samakan(p.predikat) for a in nilai if (p := _pita(skala, a))}
    kategori = bukti.cetakan(i.kode_indikator, tahun, Ukuran.KATEGORI)
    huruf = [(a.nilai.predikat or "", a) for a in angka if a.nilai.predikat]
    huruf += [(p.predikat, a) for a in kategori if (p := _huruf(a.teks, skala))]
    salah = himpun((kata, a) for kata, a in huruf if kata and samakan(kata) not in boleh)
    for kata, kelompok in salah.items():
        yield _temuan(bukti, i, tahun=tahun, skala=skala, kata=kata, kelompok=kelompok, acuan=nilai[0])
    for kelompok in menurut(kategori, lambda a: samakan(a.teks)).values():
        yield from _uji_sebutan(bukti, i, tahun=tahun, skala=skala, kelompok=kelompok, acuan=nilai[0], boleh=boleh)


def _huruf(teks: str, skala: Skala) -> Pita | None:
    """Return the grade a print names: the whole of it, or what stands before a bracket."""
    return skala.cari(teks) or skala.cari(teks.partition("(")[0])


def _uji_sebutan(
    bukti: Bukti, i: Indikator, tahun: int, skala: Skala, kelompok: Sequence[Angka], acuan: Angka, boleh: set[str]
) -> Iterator[Temuan]:
    """Test what a letter is called, with the letter beside it or alone."""
    teks = kelompok[0].teks
    huruf = _huruf(teks, skala)
    kurung = DALAM_KURUNG.search(teks)
    sebutan = skala.cari_sebutan(kurung[1] if huruf and kurung else teks)
    if huruf is not None:
        if sebutan is not None and sebutan is not huruf:
            isi = f"{huruf.predikat} pada skala {skala.nama} disebut {huruf.sebutan}"
            yield _temuan_sebutan(
                bukti, i, tahun=tahun, skala=skala, kelompok=kelompok, acuan=acuan, isi=isi, huruf=huruf
            )
    elif sebutan is not None and samakan(sebutan.predikat) not in boleh:
        yield _temuan(bukti, i, tahun=tahun, skala=skala, kata=teks, kelompok=kelompok, acuan=acuan)
    elif sebutan is None and _di_luar(teks, skala):
        isi = f"skala {skala.nama} hanya mengenal {', '.join(skala.sebutan or skala.predikat)}"
        yield _temuan_sebutan(bukti, i, tahun=tahun, skala=skala, kelompok=kelompok, acuan=acuan, isi=isi, huruf=None)


def _di_luar(teks: str, skala: Skala) -> bool:
    """Tell whether words grade without any word of the scale; words on reaching a target are no grade."""
    kata = f" {samakan(teks)} "
    milik = any(f" {samakan(k)} " in kata for k in (*skala.predikat, *skala.sebutan))
    return kata.replace(" ", "").isalpha() and not milik and baca_status(teks) is None


def tulis_pita(pita: Pita | None) -> str:
    """Write a grade with what it is called: ``BB (Sangat Baik)``."""
    if pita is None:
        return "di bawah skala"
    return f"{pita.predikat} ({pita.sebutan})" if pita.sebutan else pita.predikat


def _pita(skala: Skala, angka: Angka) -> Pita | None:
    return skala.peringkat(angka.nilai.bilangan).pita


def _temuan(
    bukti: Bukti, i: Indikator, tahun: int, skala: Skala, kata: str, kelompok: Sequence[Angka], acuan: Angka
) -> Temuan:
    """A grade that is not the one of the value: what is printed is wrong."""
    milik = next((a for a in kelompok if a.nilai.angka is not None), acuan)
    pita = _pita(skala, milik)
    benar = tulis_pita(pita) if skala.cari_sebutan(kata) else (pita.predikat if pita else tulis_pita(None))
    isi = f"menurut skala {skala.nama} berarti {benar}"
    return _susun(
        _alamat(bukti, i, tahun),
        f"{i.indikator} {tahun}",
        skala=skala,
        kata=kata,
        kelompok=kelompok,
        acuan=milik,
        benar=benar,
        isi=isi,
    )


def _temuan_sebutan(
    bukti: Bukti,
    i: Indikator,
    tahun: int,
    skala: Skala,
    kelompok: Sequence[Angka],
    acuan: Angka,
    isi: str,
    huruf: Pita | None,
) -> Temuan:
    """A word that the scale does not have, or not for the right letter beside it: a naming, worth a look."""
    benar = tulis_pita(huruf or _pita(skala, acuan))
    kata = kelompok[0].teks
    alamat = _alamat(bukti, i, tahun)
    temuan = _susun(
        alamat, f"{i.indikator} {tahun}", skala=skala, kata=kata, kelompok=kelompok, acuan=acuan, benar=benar, isi=isi
    )
    return replace(temuan, keyakinan=Keyakinan.PATUT_DICEK)


def _alamat(bukti: Bukti, i: Indikator, tahun: int) -> Alamat:
    return Alamat(
        kode_opd=bukti.opd(i).kode_opd, kode_indikator=i.kode_indikator, tahun=tahun, ukuran=Ukuran.KATEGORI.value
    )


def _susun(
    alamat: Alamat, nama: str, skala: Skala, kata: str, kelompok: Sequence[Angka], acuan: Angka, benar: str, isi: str
) -> Temuan:
    nilai = format_angka(acuan.nilai.bilangan)
    return Temuan(
        aturan="U03",
        keyakinan=Keyakinan.PASTI,
        alamat=alamat,
        cetakan=(kelompok[0].teks,),
        seharusnya=benar,
        uraian=f"{nama} sebesar {nilai} tercetak {kata}, padahal {isi}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in kelompok)),
        langkah=(f"Nilai {acuan.masukan}", f"Skala {skala.nama}, {skala.dasar_hukum}: {benar}", f"Tercetak {kata}"),
        masukan=tuple(f"Kategori {alamat.tahun}: {a.masukan}" for a in kelompok),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U03",
        nama="Huruf atau kategori tidak mengikuti nilainya",
        syarat="huruf tercetak (AKIP, IKM, IDM, IPM, IP ASN), atau sebutannya, bukan yang diberikan skala nilainya",
        alasan="Huruf hasil evaluasi ditetapkan peraturan, bukan dipilih.",
        cari=kategori_tidak_mengikuti,
    ),
)
