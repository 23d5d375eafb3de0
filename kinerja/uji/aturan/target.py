"""Rules on how targets are set and figures run over the years: what is possible, but worth a question."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.model.baris import Indikator
from kinerja.model.istilah import STATUS_TERCAPAI, Arah, Ukuran
from kinerja.nilai.angka import format_persen
from kinerja.nilai.baca import Nilai
from kinerja.nilai.nama import samakan
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.rumus.hitung import hitung_capaian
from kinerja.sajian.kalimat import bersatuan
from kinerja.telaah.indikator.lintasan import lintasan, tulis_target
from kinerja.telaah.indikator.target import ubah_target
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.presisi import selang_bulat
from kinerja.uji.bukti.tahunan import isi_masukan, sumber_tahun, tahunan_dinilai, temuan_target
from kinerja.uji.model import Aturan, Hasil, Temuan, TidakDiuji

BILANGAN = re.compile(r"\d[\d.,]*")
PERJANJIAN = re.compile(r"perjanjian kinerja|\btabel 2\.\d")


# --- U50 target below last year's realisasi ---------------------------------------------------------------------------


def target_di_bawah_realisasi_lalu(bukti: Bukti) -> Iterator[Hasil]:
    """Find targets that are easier than what was reached the year before."""
    ada = False
    for c in tahunan_dinilai(bukti):
        u = ubah_target(bukti.dataset, c.kode, c.tahun)
        if u is None or u.di_bawah is None or u.realisasi_lalu is None:
            continue
        ada = True
        if u.di_bawah:
            lalu, kata = u.realisasi_lalu, "di bawah" if c.indikator.arah is Arah.NAIK else "di atas"
            masukan = (
                isi_masukan("Target", c.tahun, c.target, c.baris.sumber),
                isi_masukan("Realisasi", c.tahun - 1, lalu, sumber_tahun(bukti, c.kode, c.tahun - 1)),
            )
            uraian = (
                f"Target {c.indikator.indikator} {c.tahun} ({bersatuan(c.indikator, c.target)}) {kata} realisasi "
                f"{c.tahun - 1} ({bersatuan(c.indikator, lalu)})."
            )
            yield temuan_target(
                "U50", c, ukuran=Ukuran.TARGET, isi=((c.target.teks,), "", uraian), langkah=masukan, masukan=masukan
            )
    if not ada:
        yield TidakDiuji("U50", "Tidak ada target yang dapat dibandingkan dengan realisasi tahun sebelumnya")


# --- U51 end-of-plan target -------------------------------------------------------------------------------------------


def target_akhir_terlampaui(bukti: Bukti) -> Iterator[Hasil]:
    """Find end-of-plan targets that are already passed, or easier than a year's target before them."""
    milik = [i for i in bukti.dataset.indikator.values() if i.target_akhir.ada and i.arah is not Arah.NETRAL]
    if not milik:
        yield TidakDiuji("U51", "Tidak ada target akhir rencana")
    for i in milik:
        baris = [c for t in bukti.dataset.tahun if (c := bukti.dataset.tahunan(i.kode_indikator, t))]
        yield from _uji_akhir(bukti, i, baris)


def _uji_akhir(bukti: Bukti, i: Indikator, baris: Sequence[CapaianIndikator]) -> Iterator[Temuan]:
    akhir = lintasan(bukti.dataset, i.kode_indikator, max((c.tahun for c in baris), default=0))
    tahun = akhir.tahun_target
    kini = next((c for c in baris if c.baris.realisasi.ada and (tahun is None or c.tahun < tahun)), None)
    if kini is not None and _melampaui(bukti, i, kini.baris.realisasi, kini.tahun):
        yield _temuan_akhir(bukti, kini, Ukuran.REALISASI, kini.baris.realisasi, "sudah dilampaui realisasi")
        return
    kini = next((c for c in baris if c.target.ada and (tahun is None or c.tahun < tahun)), None)
    if kini is not None and _melampaui(bukti, i, kini.target, kini.tahun):
        yield _temuan_akhir(bukti, kini, Ukuran.TARGET, kini.target, "lebih mudah daripada target")


def _melampaui(bukti: Bukti, i: Indikator, nilai: Nilai, tahun: int) -> bool:
    """Tell whether a value is better than the whole end-of-plan target, not just as good."""
    akhir = i.target_akhir
    if nilai.angka is not None and akhir.angka is not None and nilai.penyebut == akhir.penyebut:
        if i.arah is Arah.NAIK:
            return (nilai.bawah or nilai.angka) > (akhir.atas or akhir.angka)
        return (nilai.atas or nilai.angka) < (akhir.bawah or akhir.angka)
    return False


def _temuan_akhir(bukti: Bukti, capaian: CapaianIndikator, ukuran: Ukuran, nilai: Nilai, kata: str) -> Temuan:
    i = capaian.indikator
    akhir = lintasan(bukti.dataset, capaian.kode, capaian.tahun)
    masukan = (
        isi_masukan(ukuran.value, capaian.tahun, nilai, capaian.baris.sumber),
        isi_masukan("Target akhir", akhir.tahun_target, i.target_akhir),
    )
    uraian = f"Target akhir {i.indikator} ({tulis_target(i, akhir)}) {kata} {capaian.tahun} ({bersatuan(i, nilai)})."
    return temuan_target(
        "U51", capaian, ukuran=ukuran, isi=((nilai.teks,), "", uraian), langkah=masukan, masukan=masukan
    )


# --- U52 reached because it was lowered -------------------------------------------------------------------------------


def tercapai_karena_dilonggarkan(bukti: Bukti) -> Iterator[Hasil]:
    """Find targets reached that last year's target would not have been."""
    ada = False
    for c in tahunan_dinilai(bukti):
        u = ubah_target(bukti.dataset, c.kode, c.tahun)
        if u is None or u.lalu is None or u.longgar is None:
            continue
        ada = True
        if not u.longgar or c.status not in STATUS_TERCAPAI:
            continue
        skala = bukti.dataset.skala_nilai(c.indikator, c.tahun)
        lama = hitung_capaian(u.lalu, c.baris.realisasi, c.indikator.arah, skala, c.aturan)
        if lama.status is not None and lama.status not in STATUS_TERCAPAI:
            yield _temuan_longgar(bukti, c, u.lalu, u.tahun_lalu, lama.persen)
    if not ada:
        yield TidakDiuji("U52", "Tidak ada dua target yang dapat dibandingkan")


def _temuan_longgar(
    bukti: Bukti, capaian: CapaianIndikator, lalu: Nilai, tahun: int | None, persen: Decimal | None
) -> Temuan:
    i = capaian.indikator
    kini = format_persen(capaian.persen) if capaian.persen is not None else "tercapai"
    lama = format_persen(persen) if persen is not None else "tidak tercapai"
    masukan = (
        isi_masukan("Target", capaian.tahun, capaian.target, capaian.baris.sumber),
        isi_masukan("Realisasi", capaian.tahun, capaian.baris.realisasi, capaian.baris.sumber),
        isi_masukan("Target", tahun, lalu, sumber_tahun(bukti, capaian.kode, tahun or 0)),
    )
    uraian = (
        f"Capaian {i.indikator} {capaian.tahun} {kini} karena target dilonggarkan dari {bersatuan(i, lalu)} ({tahun}) "
        f"menjadi {bersatuan(i, capaian.target)}; dengan target {tahun} capaiannya {lama}."
    )
    langkah = (*masukan, f"Dengan target {capaian.tahun}: {kini}", f"Dengan target {tahun}: {lama}")
    return temuan_target(
        "U52", capaian, ukuran=Ukuran.CAPAIAN, isi=((kini,), lama, uraian), langkah=langkah, masukan=masukan
    )


# --- U53 another target than the agreement's --------------------------------------------------------------------------


def target_bukan_perjanjian(bukti: Bukti) -> Iterator[Hasil]:
    """Find indicators rated against another target than the one of the agreement, or than the one printed beside it."""
    ada = False
    for c in tahunan_dinilai(bukti):
        perjanjian = [a for a in bukti.cetakan(c.kode, c.tahun, Ukuran.TARGET) if PERJANJIAN.search(samakan(a.sumber))]
        ada = ada or bool(perjanjian)
        if c.disesuaikan:
            tertulis = next(
                iter(perjanjian), Angka(teks=c.baris.target.teks, nilai=c.baris.target, sumber=c.baris.sumber)
            )
            if c.target.teks not in BILANGAN.findall(tertulis.teks):  # "81,48 /60" agrees on both
                yield _temuan_perjanjian(c, tertulis)
        elif c.target.angka is not None and (lain := _tak_sama(c.target, perjanjian)):
            yield _temuan_perjanjian(c, lain)
    if not ada:
        yield TidakDiuji("U53", "Tidak ada target dari Perjanjian Kinerja yang tercetak")


def _tak_sama(target: Nilai, perjanjian: Sequence[Angka]) -> Angka | None:
    """The agreement's target, where none of its prints is the one that is rated with."""
    kini = selang_bulat(target)
    berangka = [(a, s) for a in perjanjian if (s := selang_bulat(a.nilai))]
    if kini is None or not berangka or any(kini.bertemu(s) for _, s in berangka):
        return None
    return berangka[0][0]


def _temuan_perjanjian(capaian: CapaianIndikator, tertulis: Angka) -> Temuan:
    masukan = (
        isi_masukan("Target", capaian.tahun, capaian.target, capaian.baris.sumber),
        f"Target perjanjian {capaian.tahun}: {tertulis.masukan}",
    )
    uraian = (
        f"Capaian {capaian.indikator.indikator} {capaian.tahun} dihitung terhadap target {capaian.target.teks}, "
        f"sedangkan target tercetak {tertulis.teks} ({tertulis.sumber})."
    )
    isi = ((capaian.target.teks, tertulis.teks), tertulis.teks, uraian)
    return temuan_target(
        "U53", capaian, ukuran=Ukuran.TARGET, isi=isi, langkah=masukan, masukan=masukan, sumber=(tertulis.sumber,)
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U50",
        nama="Target lebih mudah daripada realisasi tahun lalu",
        syarat="target lebih rendah daripada realisasi tahun sebelumnya (lebih tinggi, bila makin rendah makin baik)",
        alasan="Evaluasi kementerian menegur target di bawah realisasi tahun sebelumnya tanpa penjelasan.",
        cari=target_di_bawah_realisasi_lalu,
    ),
    Aturan(
        kode="U51",
        nama="Target akhir rencana terlampaui",
        syarat="target akhir rencana sudah dilampaui sebelum tahunnya, atau lebih mudah daripada target tahun ini",
        alasan="Target jangka menengah yang sudah dilampaui tidak lagi mengarahkan kinerja.",
        cari=target_akhir_terlampaui,
    ),
    Aturan(
        kode="U52",
        nama="Tercapai karena target dilonggarkan",
        syarat="target tercapai, tetapi dengan target tahun sebelumnya tidak",
        alasan="Capaian yang naik karena targetnya turun bukan perbaikan kinerja.",
        cari=tercapai_karena_dilonggarkan,
    ),
    Aturan(
        kode="U53",
        nama="Dihitung terhadap target lain",
        syarat="capaian dihitung terhadap target yang bukan target Perjanjian Kinerja",
        alasan="Kinerja dinilai terhadap target yang diperjanjikan.",
        cari=target_bukan_perjanjian,
    ),
)
