"""Rule on words that say whether a target was reached, held against the figures and against each other."""

import re
from collections.abc import Iterator, Sequence

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Ukuran
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.sajian.kalimat import besar
from kinerja.uji.aturan.kata_status import SEBUTAN, Kata, Putusan, baca_kata, lawan, menurut_teks, putuskan
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.iku import ejaan_uraian, iku_milik
from kinerja.uji.bukti.nama import tempat
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

UKURAN_STATUS = (Ukuran.CAPAIAN, Ukuran.KATEGORI)
_SEMUA = re.compile(r"\b(?:seluruh|semua)\b.*\b(?:indikator|iku)\b")
"""What a word is about that is said of every IKU of an OPD."""


def status_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find words on reaching a target that the target and realisasi contradict, or another print of the word."""
    ada = False
    for (kode_i, tahun, ukuran), angka in bukti.angka.items():
        if ukuran in UKURAN_STATUS and (kata := baca_kata(angka)):
            ada = True
            i = bukti.dataset.indikator[kode_i]
            alamat = Alamat(kode_opd=bukti.opd(i).kode_opd, kode_indikator=kode_i, tahun=tahun, ukuran=ukuran.value)
            yield from _uji_indikator(bukti, i, alamat, kata)
    for (kode, uraian, tahun, ukuran), angka in bukti.angka_opd.items():
        if ukuran in UKURAN_STATUS and kode in bukti.dataset.opd and (kata := baca_kata(angka)):
            ada = True
            alamat = Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=ukuran.value, uraian=uraian)
            yield from _uji_opd(bukti, alamat, kata)
    if not ada:
        yield TidakDiuji("U05", "Tidak ada kata tercapai atau tidak tercapai yang tercetak")


# --- an indicator -----------------------------------------------------------------------------------------------------


def _uji_indikator(bukti: Bukti, i: Indikator, alamat: Alamat, kata: Sequence[Kata]) -> Iterator[Temuan]:
    hasil = [(k, _putusan(bukti, i, alamat.tahun, k)) for k in kata]
    if all(p is None for _, p in hasil):
        yield from _uji_berlawanan(alamat, i.indikator, kata)
    salah = {k: p for k, p in hasil if p is not None and not p.cocok}
    for kelompok in menurut_teks(salah):
        p = salah[kelompok[0]]
        dugaan = _dugaan_target(bukti, i, alamat.tahun, kelompok[0], p)
        yield _temuan(
            Keyakinan.PASTI if p.mutlak and not dugaan else Keyakinan.PATUT_DICEK,
            alamat,
            uraian=f"{i.indikator} {alamat.tahun} tercetak “{kelompok[0].angka.teks}”, padahal {p.hitungan}.",
            kelompok=kelompok,
            salah=[p],
            lain=lawan(kata, kelompok[0]),
            dugaan=dugaan,
        )


# --- an indicator -----------------------------------------------------------------------------------------------------


def _putusan(bukti: Bukti, i: Indikator, tahun: int, kata: Kata) -> Putusan | None:
    """Hold a word against the target and realisasi printed beside it, else against the main table's."""
    c = bukti.dataset.tahunan(i.kode_indikator, tahun)
    if c is None:
        return None
    utama = dict(zip((Ukuran.TARGET, Ukuran.REALISASI), _utama(c), strict=True))
    target, realisasi = (_sebelah(bukti, c, u, kata.angka) or [utama[u]] for u in utama)
    skala = bukti.dataset.skala_nilai(i, tahun)
    semua = [p for t in target for r in realisasi if (p := putuskan(kata, i, skala, t, r, aturan=bukti.aturan))]
    return next((p for p in semua if p.cocok), semua[0]) if semua else None


def _putusan_utama(bukti: Bukti, kata: Kata, capaian: CapaianIndikator) -> Putusan | None:
    """Hold a word against the main table's figures."""
    skala = bukti.dataset.skala_nilai(capaian.indikator, capaian.tahun)
    return putuskan(kata, capaian.indikator, skala, *_utama(capaian), aturan=bukti.aturan)


def _utama(capaian: CapaianIndikator) -> tuple[Angka, Angka]:
    """Target and realisasi of the main table, as they are calculated with."""
    return (
        Angka(teks=capaian.target_teks, nilai=capaian.target, sumber=capaian.baris.sumber, utama=True),
        Angka(
            teks=capaian.baris.realisasi.teks, nilai=capaian.baris.realisasi, sumber=capaian.baris.sumber, utama=True
        ),
    )


def _sebelah(bukti: Bukti, capaian: CapaianIndikator, ukuran: Ukuran, kata: Angka) -> list[Angka]:
    """Prints of a figure in the very place of a word; the main table's row speaks for itself."""
    ada = [a for a in bukti.cetakan(capaian.kode, capaian.tahun, ukuran) if not a.utama and a.nilai.ada]
    return [a for a in ada if tempat(a.sumber) == tempat(kata.sumber) != tempat(capaian.baris.sumber)]


def _dugaan_target(bukti: Bukti, i: Indikator, tahun: int, kata: Kata, putusan: Putusan) -> str:
    """Guess another printed target of the year, of which the word would be right."""
    skala = bukti.dataset.skala_nilai(i, tahun)
    for t in bukti.cetakan(i.kode_indikator, tahun, Ukuran.TARGET):
        lain = putuskan(kata, i, skala, t, putusan.realisasi, aturan=bukti.aturan)
        if lain is not None and lain.cocok:
            return f"Mungkin yang dimaksud target lain: {t.masukan}."
    return ""


# --- an OPD or a sasaran ----------------------------------------------------------------------------------------------


def _uji_opd(bukti: Bukti, alamat: Alamat, kata: Sequence[Kata]) -> Iterator[Hasil]:
    iku = iku_milik(bukti, alamat.kode_opd, "" if _SEMUA.search(alamat.uraian) else alamat.uraian)
    hasil = [c for i in iku if (c := bukti.dataset.tahunan(i.kode_indikator, alamat.tahun)) and c.status is not None]
    opd = bukti.dataset.opd[alamat.kode_opd].nama_pendek
    uraian = ejaan_uraian(bukti, alamat)
    nama = f"{besar(uraian)} {opd}".strip()
    if not hasil:
        yield TidakDiuji("U05", f"{nama} {alamat.tahun}: tidak diketahui target mana yang dimaksud")
        yield from _uji_berlawanan(alamat, nama, kata)
    for kelompok in menurut_teks(kata) if hasil else ():
        salah = [p for c in hasil if (p := _putusan_utama(bukti, kelompok[0], c)) and not p.cocok]
        # "Not reached" of several may be said when one of them was missed.
        if salah and (len(salah) == len(hasil) or not kelompok[0].gagal):
            yakin = len(salah) == len(iku) and all(p.mutlak for p in salah)
            keyakinan = Keyakinan.PASTI if yakin else Keyakinan.PATUT_DICEK
            isi = "; ".join(f"{p.nama}: {p.hitungan}" for p in salah)
            banyak = f"{len(salah)} dari {len(iku)} IKU tidak demikian"
            kalimat = f"{nama} {alamat.tahun} tercetak “{kelompok[0].angka.teks}”, padahal {banyak}: {isi}."
            yield _temuan(
                keyakinan, alamat, uraian=kalimat, kelompok=kelompok, salah=salah, lain=lawan(kata, kelompok[0])
            )


# --- findings ---------------------------------------------------------------------------------------------------------


def _temuan(
    yakin: Keyakinan,
    alamat: Alamat,
    uraian: str,
    kelompok: Sequence[Kata],
    salah: Sequence[Putusan],
    lain: Sequence[Kata],
    dugaan: str = "",
) -> Temuan:
    return Temuan(
        aturan="U05",
        keyakinan=yakin,
        alamat=alamat,
        cetakan=(kelompok[0].angka.teks,),
        seharusnya=SEBUTAN[salah[0].status],
        uraian=uraian,
        sumber=tuple(dict.fromkeys(k.angka.sumber for k in kelompok)),
        langkah=(
            *(langkah for p in salah for langkah in p.langkah),
            *(f"Tercetak {k.angka.masukan}" for k in kelompok),
            *(f"Di tempat lain tercetak {k.angka.masukan}" for k in lain),
        ),
        dugaan=dugaan,
        masukan=(
            *(f"{alamat.ukuran} {alamat.tahun}: {k.angka.masukan}" for k in (*kelompok, *lain)),
            *(m for p in salah for m in p.masukan(alamat.tahun)),
        ),
    )


def _uji_berlawanan(alamat: Alamat, nama: str, kata: Sequence[Kata]) -> Iterator[Temuan]:
    """Find words that say both, where no figures tell which is right."""
    lain = lawan(kata, kata[0])
    if lain:
        isi = [kata[0].angka, lain[0].angka]
        yield Temuan(
            aturan="U05",
            keyakinan=Keyakinan.PATUT_DICEK,
            alamat=alamat,
            cetakan=tuple(a.teks for a in isi),
            seharusnya="",
            uraian=f"{nama} {alamat.tahun} tercetak “{isi[0].teks}” dan di tempat lain “{isi[1].teks}”.",
            sumber=tuple(dict.fromkeys(k.angka.sumber for k in kata)),
            langkah=tuple(f"Tercetak {k.angka.masukan}" for k in kata),
            masukan=tuple(f"{alamat.ukuran} {alamat.tahun}: {k.angka.masukan}" for k in kata),
        )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U05",
        nama="Kata tercapai tidak mengikuti angkanya",
        syarat=(
            "target disebut tercapai, terlampaui atau tidak tercapai, padahal target dan realisasinya "
            "mengatakan lain, "
            "atau tempat lain menyebut sebaliknya"
        ),
        alasan="Kesimpulan tercapai atau tidak adalah kalimat yang paling banyak dibaca orang.",
        cari=status_tidak_mengikuti,
    ),
)
