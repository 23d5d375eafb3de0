"""The five comparisons of an indicator in words: what the figures say, and which figure is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja.dataset import Dataset
from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah
from kinerja.nilai.angka import format_persen, format_rupiah_ringkas
from kinerja.nilai.pasti import pasti
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import CapaianIndikator, membaik
from kinerja.sajian.kalimat import bersatuan, besar, daftar, jarak, kata_baik
from kinerja.telaah.anggaran.efisiensi import teks_poin, teks_rasio
from kinerja.telaah.indikator.deret import TitikTahun
from kinerja.telaah.indikator.dukungan import Dukungan
from kinerja.telaah.indikator.lintasan import (
    ATURAN_VONIS,
    Lintasan,
    Vonis,
    kalimat_jarak,
    kalimat_laju,
    kalimat_proyeksi,
)
from kinerja.telaah.indikator.sebaya import Sebaya, peringkat_sendiri
from kinerja.telaah.indikator.target import kalimat_target, ubah_target
from kinerja.telaah.wilayah.kalimat import JenisKalimat, Kalimat, temuan_regional
from kinerja.telaah.wilayah.perbandingan import perkembangan

UNIT_DISEBUT = 3
LAIN_DISEBUT = 5


@dataclass(frozen=True, slots=True)
class BagianKisah:
    """One comparison.

    Attributes:
        nama: what is compared.
        kalimat: what the figures say.
        kurang: the figures that would be needed and are not there, each a phrase.
        aturan: rules that could be otherwise, in words.
    """

    nama: str
    kalimat: tuple[Kalimat, ...]
    kurang: tuple[str, ...]
    aturan: str = ""

    @property
    def teks_kurang(self) -> str:
        """Name what is missing in one sentence; empty where nothing is."""
        return f"Tidak tercetak: {'; '.join(self.kurang)}." if self.kurang else ""


# --- 1. target and realisasi of the year ------------------------------------------------------------------------------


def bagian_target(dataset: Dataset, i: Indikator, tahun: int, capaian: CapaianIndikator | None) -> BagianKisah:
    """Hold realisasi against the target of the year, and the target against what came before."""
    kalimat = tuple(_kalimat_capaian(capaian)) if capaian else ()
    ubah = ubah_target(dataset, i.kode_indikator, tahun)
    teks = kalimat_target(i, ubah) if ubah else ""
    if ubah and teks:
        kalimat = (*kalimat, Kalimat(teks, False if ubah.longgar or ubah.di_bawah else None))
    kurang = [
        nama
        for nama, ada in (
            (f"target {tahun}", capaian is not None and capaian.target.ada),
            (f"realisasi {tahun}", capaian is not None and capaian.baris.realisasi.ada),
        )
        if not ada
    ]
    return BagianKisah(f"Target dan realisasi {tahun}", kalimat, tuple(kurang), capaian.hasil.aturan if capaian else "")


def _kalimat_capaian(capaian: CapaianIndikator) -> Iterator[Kalimat]:
    if capaian.persen is not None:
        predikat = f", predikat {capaian.predikat} pada skala {capaian.skala.nama}" if capaian.predikat else ""
        status = f"{capaian.status.value}: " if capaian.status else ""
        yield Kalimat(f"{status}capaian {format_persen(capaian.persen)}{predikat}.", capaian.tercapai)
    elif capaian.status is not None:
        yield Kalimat(
            f"{capaian.status.value}; predikat dibandingkan menurut urutannya, tanpa persentase.", capaian.tercapai
        )
    elif capaian.hasil.alasan:
        yield Kalimat(f"{capaian.hasil.alasan}.")


# --- 2. earlier years -------------------------------------------------------------------------------------------------


def bagian_tahun(i: Indikator, tahun: int, deret: Sequence[TitikTahun], skala: Skala | None) -> BagianKisah:
    """Hold the year against the ones before it, and count the targets reached."""
    sampai = [t for t in deret if t.tahun <= tahun]
    kalimat = (
        *_kalimat_perubahan(i, tahun, sampai, skala),
        *_kalimat_puncak(i, tahun, sampai),
        *_kalimat_target(sampai),
    )
    return BagianKisah("Dibandingkan tahun-tahun sebelumnya", kalimat, tuple(_kurang_tahun(tahun, sampai)))


def _kalimat_perubahan(i: Indikator, tahun: int, deret: Sequence[TitikTahun], skala: Skala | None) -> Iterator[Kalimat]:
    ada = [t for t in deret if t.realisasi.ada]
    if ada and ada[-1].tahun != tahun:
        yield Kalimat(f"Terakhir {bersatuan(i, ada[-1].realisasi)} pada {ada[-1].tahun}{_asal(ada[-1])}.")
    if len(ada) < 2 or ada[-1].tahun != tahun:
        return
    lalu, kini = ada[-2], ada[-1]
    dari = f"{bersatuan(i, lalu.realisasi)} pada {lalu.tahun}{_asal(lalu)}"
    if kini.angka is None or lalu.angka is None:
        yield _kalimat_predikat(i, lalu, kini, skala)
        return
    selisih = kini.angka - lalu.angka
    if not selisih:
        yield Kalimat(f"Sama dengan {lalu.tahun}: {bersatuan(i, kini.realisasi)}.")
        return
    baik = kini.capaian.membaik(selisih) if kini.capaian else membaik(selisih, i.arah)
    arah = "naik" if selisih > 0 else "turun"
    kata = f"{besar(kata_baik(baik))}: {arah}" if baik is not None else besar(arah)
    beda = "; cara ukurnya berubah, jadi tidak dinilai" if kini.capaian and kini.capaian.disesuaikan else ""
    yield Kalimat(f"{kata} {jarak(i, selisih)} dari {dari}{beda}.", baik)


def _kalimat_predikat(i: Indikator, lalu: TitikTahun, kini: TitikTahun, skala: Skala | None) -> Kalimat:
    pita = [skala.cari(t.realisasi.predikat) if skala and t.realisasi.predikat else None for t in (lalu, kini)]
    isi = f"{bersatuan(i, lalu.realisasi)} pada {lalu.tahun}, {bersatuan(i, kini.realisasi)} pada {kini.tahun}"
    if pita[0] is None or pita[1] is None or i.arah is Arah.NETRAL:
        return Kalimat(f"{isi}.")
    if pita[0] == pita[1]:
        return Kalimat(f"Tetap {bersatuan(i, kini.realisasi)}, sama dengan {lalu.tahun}.")
    baik = pita[1].urutan < pita[0].urutan
    return Kalimat(f"{besar(kata_baik(baik))}: {isi}.", baik)


def _asal(titik: TitikTahun) -> str:
    return f" (menurut {titik.asal})" if titik.asal else ""


def _kalimat_puncak(i: Indikator, tahun: int, deret: Sequence[TitikTahun]) -> Iterator[Kalimat]:
    """Say that the year is the best or the worst of at least three."""
    ada = [t for t in deret if t.angka is not None]
    if len(ada) < 3 or ada[-1].tahun != tahun or i.arah is Arah.NETRAL:
        return
    nilai = [pasti(t.angka, "realisasi") for t in ada]
    terbaik, terburuk = (max, min) if i.arah is Arah.NAIK else (min, max)
    for ujung, kata, baik in ((terbaik(nilai), "terbaik", True), (terburuk(nilai), "terburuk", False)):
        if nilai[-1] == ujung and nilai.count(ujung) == 1:
            yield Kalimat(f"Nilai {kata} dari {len(ada)} tahun yang tercetak ({ada[0].tahun}–{tahun}).", baik)


def _kalimat_target(deret: Sequence[TitikTahun]) -> Iterator[Kalimat]:
    hasil = [
        t.capaian.tercapai for t in deret if t.capaian is not None and not t.asal and t.capaian.tercapai is not None
    ]
    if len(hasil) > 1:
        yield Kalimat(f"Target tercapai pada {sum(hasil)} dari {len(hasil)} tahun yang dapat dinilai.")


def _kurang_tahun(tahun: int, deret: Sequence[TitikTahun]) -> Iterator[str]:
    lampau = [t for t in deret if t.tahun < tahun]
    if not any(t.realisasi.ada for t in lampau):
        yield f"realisasi tahun sebelum {tahun}"
    tanpa = [str(t.tahun) for t in lampau if not t.target.ada]
    if tanpa:
        yield f"target {daftar(tanpa)}"
    ada = {t.tahun for t in lampau if t.realisasi.ada}
    kosong = [str(t) for t in range(lampau[0].tahun, tahun) if t not in ada] if ada else []
    if kosong:
        yield f"realisasi {daftar(kosong)}"


# --- 3. the end of the plan -------------------------------------------------------------------------------------------


def bagian_rencana(i: Indikator, jalan: Lintasan) -> BagianKisah:
    """Hold the value against the end-of-plan target: distance, needed change, trend, verdict."""
    nama = f"Menuju target akhir {jalan.tahun_target}" if jalan.tahun_target else "Menuju target akhir rencana"
    kurang = (jalan.alasan,) if jalan.alasan and jalan.vonis is Vonis.BELUM else ()
    if not jalan.target.ada:
        return BagianKisah(nama, (), ("target akhir rencana",))
    isi = (kalimat_jarak(i, jalan), kalimat_laju(i, jalan), kalimat_proyeksi(i, jalan))
    # What was reached is said by the distance itself.
    tersirat = jalan.vonis in (Vonis.BELUM, Vonis.TERCAPAI)
    vonis = () if tersirat else (Kalimat(f"{jalan.vonis.value}.", jalan.vonis.baik),)
    kalimat = (*vonis, *(Kalimat(k, jalan.vonis.baik if tersirat else None) for k in isi if k))
    if kurang and not kalimat:
        return BagianKisah(nama, (Kalimat(f"Target akhir {bersatuan(i, jalan.target)}. {kurang[0]}."),), ())
    catatan = tuple(Kalimat(f"{k}.") for k in kurang)
    return BagianKisah(nama, (*kalimat, *catatan), (), ATURAN_VONIS if jalan.perlu is not None else "")


# --- 4. elsewhere -----------------------------------------------------------------------------------------------------


def bagian_sebaya(dataset: Dataset, i: Indikator, tahun: int, sebaya: Sebaya) -> BagianKisah:
    """Hold the value against province, nation and neighbours, or against the other units."""
    kalimat: list[Kalimat] = []
    if sebaya.wilayah is not None:
        kalimat += _kalimat_wilayah(dataset, i, tahun, sebaya)
    if sebaya.unit:
        kalimat += _kalimat_unit(sebaya, tahun)
    kalimat += [
        Kalimat(f"{nama} {teks} pada {tahun}, tanpa angka.") for nama, teks in sebaya.tanpa_angka[:LAIN_DISEBUT]
    ]
    for t in sebaya.lain_tahun[:LAIN_DISEBUT]:
        kalimat.append(Kalimat(f"{t.wilayah} {t.teks} pada {t.tahun} (tahun lain)."))
    for nama, teks in sebaya.pelapor:
        kalimat.append(Kalimat(f"{nama} melaporkan ukuran yang sama: {teks}."))
    nama = (
        "Dibandingkan unit lain"
        if sebaya.unit and sebaya.wilayah is None
        else f"Dibandingkan {daftar(dataset.profil.sebutan.acuan)}"
    )
    return BagianKisah(nama, tuple(kalimat), sebaya.kurang)


def _kalimat_wilayah(dataset: Dataset, i: Indikator, tahun: int, sebaya: Sebaya) -> Iterator[Kalimat]:
    p = sebaya.wilayah
    if p is None:
        return
    letak = peringkat_sendiri(sebaya)
    lain = f" (data wilayah {p.tahun})" if p.tahun != tahun else ""
    if letak and p.sendiri:
        seri = f" bersama {letak[1]} lainnya" if letak[1] else ""
        yield Kalimat(
            f"Peringkat {letak[0]}{seri} dari {letak[2]} {p.kata} yang tercetak: {p.sendiri.bersatuan}{lain}."
        )
    elif lain and p.sendiri and any(b.nilai is not None for b in p.acuan):
        yield Kalimat(f"Dibandingkan dengan {p.sendiri.bersatuan}{lain}.")
    if not p.lingkup.sendiri:
        yield from (Kalimat(f"{b.wilayah} {b.bersatuan}{lain}.") for b in p.acuan)
    terpilih = temuan_regional(p, perkembangan(dataset, i.padanan))
    # The change against last year stands in the comparison of years.
    sisanya = (k for k in terpilih if k.jenis is not JenisKalimat.TAHUN_LALU)
    yield from (Kalimat(f"{k.teks}.", k.baik, k.jenis) for k in sisanya)


def _kalimat_unit(sebaya: Sebaya, tahun: int) -> Iterator[Kalimat]:
    letak = peringkat_sendiri(sebaya)
    if letak is None:
        yield from (Kalimat(f"{u.nama} {u.teks} pada {tahun}.") for u in sebaya.unit[:LAIN_DISEBUT] if not u.sendiri)
        return
    seri = f" bersama {letak[1]} lainnya" if letak[1] else ""
    tengah = (letak[2] + 1) / 2
    yield Kalimat(f"Peringkat {letak[0]}{seri} dari {letak[2]} unit yang bernilai pada {tahun}.", letak[0] < tengah)
    ujung = ", ".join(f"{u.nama} {u.teks}" for u in sebaya.unit[:UNIT_DISEBUT] if not u.sendiri)
    if ujung:
        yield Kalimat(f"Terbaik: {ujung}.")


# --- 5. programs and budget -------------------------------------------------------------------------------------------


def bagian_dukungan(i: Indikator, tahun: int, dukungan: Dukungan) -> BagianKisah:
    """Say which programs and how much money serve the indicator, and with what efisiensi."""
    kalimat = (*_kalimat_program(dukungan), *_kalimat_anggaran(dukungan))
    kurang = []
    if not dukungan.program:
        kurang.append(f"program pendukung {tahun}")
    elif any(p.jumlah.realisasi is None for p in dukungan.program):
        kurang.append("realisasi anggaran setiap program")
    if dukungan.anggaran is None:
        kurang.append(f"anggaran indikator ini {tahun}")
    if dukungan.tahun_lain and not dukungan.ada:
        kurang.append(f"tersedia untuk {daftar([str(t) for t in dukungan.tahun_lain])}")
    return BagianKisah("Program dan anggaran pendukung", tuple(kalimat), tuple(kurang))


def _kalimat_program(dukungan: Dukungan) -> Iterator[Kalimat]:
    if not dukungan.program:
        return
    n = len(dukungan.program)
    if dukungan.jumlah is None:
        yield Kalimat(f"{n} program menurut cetakan pembanding mendukung indikator ini; dananya tidak dijumlahkan.")
        return
    uang = (
        f"pagu {format_rupiah_ringkas(dukungan.jumlah.pagu)}"
        if dukungan.jumlah.pagu is not None
        else "tanpa pagu tercetak"
    )
    serap = f", serapan {format_persen(dukungan.jumlah.serapan)}" if dukungan.jumlah.serapan is not None else ""
    yield Kalimat(f"{n} program mendukung indikator ini: {uang}{serap}.")
    bersama = sum(p.bersama for p in dukungan.program)
    if bersama:
        kata = "Semuanya" if bersama == n and n > 1 else (f"{bersama} di antaranya" if n > 1 else "Program ini")
        yield Kalimat(f"{kata} juga mendukung indikator lain, jadi dananya tidak untuk indikator ini saja.")


def _kalimat_anggaran(dukungan: Dukungan) -> Iterator[Kalimat]:
    a = dukungan.anggaran
    if a is None:
        return
    pagu = f"pagu {format_rupiah_ringkas(a.pagu)}, " if a.pagu is not None else ""
    serap = (
        f"serapan {format_persen(a.serapan)}{' menurut laporan' if a.dilaporkan else ''}"
        if a.serapan is not None
        else ""
    )
    bersama = f", milik bersama dengan {dukungan.bersama}" if dukungan.bersama else ""
    yield Kalimat(f"Anggaran indikator menurut laporan: {pagu}{serap or 'realisasi tidak tersedia'}{bersama}.")
    if a.efisiensi is not None:
        kuadran = f"; {a.kuadran.value}: {a.kuadran.arti}" if a.kuadran else ""
        rasio = f" (rasio {teks_rasio(a.efisiensi)})" if a.efisiensi.rasio is not None else ""
        baik = a.kuadran.tercapai if a.kuadran else None
        yield Kalimat(f"Efisiensi {teks_poin(a.efisiensi)} poin{rasio}{kuadran}.", baik)
