"""Capaian of indicators that are graded by letters alone: a grade below the target is no 100 percent."""

from collections.abc import Iterator, Sequence

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah, Ukuran
from kinerja.nilai.angka import SERATUS
from kinerja.nilai.skala import Skala
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.nama import sedokumen
from kinerja.uji.model import Alamat, Keyakinan, Temuan


def capaian_huruf_tidak_mengikuti(
    bukti: Bukti, i: Indikator, tahun: int, kelompok: Sequence[Angka]
) -> Iterator[Temuan]:
    """Find a printed capaian of 100 or more where no printed grade reaches the target, and less where all do."""
    skala = bukti.dataset.skala_nilai(i, tahun)
    tercetak = kelompok[0].nilai.angka
    if skala is None or tercetak is None or i.arah is Arah.NETRAL:
        return
    target, realisasi = (_peringkat(bukti, i, tahun, u, skala) for u in (Ukuran.TARGET, Ukuran.REALISASI))
    if not target or not realisasi:
        return
    tercapai = {r <= t for t, _ in target for r, _ in realisasi}
    if len(tercapai) == 1 and tercapai != {tercetak >= SERATUS}:
        yield _temuan(
            bukti, i, tahun=tahun, kelompok=kelompok, skala=skala, target=target[0][1], realisasi=realisasi[0][1]
        )


def _peringkat(bukti: Bukti, i: Indikator, tahun: int, ukuran: Ukuran, skala: Skala) -> list[tuple[int, Angka]]:
    """The place of each printed grade on its scale, 1 the best; empty where a number stands beside or instead of it."""
    hasil = []
    for a in bukti.cetakan(i.kode_indikator, tahun, ukuran):
        if a.nilai.angka is not None:
            return []
        pita = skala.cari(a.nilai.predikat or a.teks)
        hasil += [(pita.urutan, a)] if pita is not None else []
    return hasil


def _temuan(
    bukti: Bukti, i: Indikator, tahun: int, kelompok: Sequence[Angka], skala: Skala, target: Angka, realisasi: Angka
) -> Temuan:
    cetak = kelompok[0]
    tercapai = cetak.nilai.bilangan < SERATUS
    benar = "tercapai" if tercapai else "tidak tercapai"
    hubungan = "mencapai" if tercapai else "di bawah"
    semua = (("Target", target), ("Realisasi", realisasi), ("Capaian", cetak))
    return Temuan(
        aturan="U01",
        keyakinan=Keyakinan.PASTI if sedokumen(a for _, a in semua) else Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=bukti.opd(i).kode_opd, kode_indikator=i.kode_indikator, tahun=tahun, ukuran=Ukuran.CAPAIAN.value
        ),
        cetakan=(cetak.teks,),
        seharusnya=benar,
        uraian=(
            f"Capaian {i.indikator} {tahun} tercetak {cetak.teks}, padahal realisasi {realisasi.teks} "
            f"{hubungan} target "
            f"{target.teks}."
        ),
        sumber=tuple(dict.fromkeys(a.sumber for a in (*kelompok, target, realisasi))),
        langkah=(
            f"Target {target.masukan}",
            f"Realisasi {realisasi.masukan}",
            f"Skala {skala.nama}, terbaik dahulu: {', '.join(skala.predikat)}",
            f"Tercetak {cetak.masukan}",
        ),
        masukan=tuple(f"{nama} {tahun}: {a.masukan}" for nama, a in semua),
    )
