"""The view of a regional measure in a year; page, message, file and slide draw the same one."""

from dataclasses import dataclass

from kinerja.dataset import Dataset, ingat
from kinerja.model.istilah import TingkatWilayah
from kinerja.model.pemerintah import Lingkup
from kinerja.nilai.nama import JenisNama
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.pandangan import Pandangan
from kinerja.telaah.wilayah.kalimat import butir_regional, judul_bawahan, judul_perbandingan
from kinerja.telaah.wilayah.komposisi import Komponen, Komposisi, komponen, komposisi
from kinerja.telaah.wilayah.perbandingan import (
    GarisUkuran,
    Perbandingan,
    perbandingan,
    perbandingan_bawahan,
    perkembangan,
)
from kinerja.telaah.wilayah.peta import INDONESIA, Peta, peta_aktif


@dataclass(frozen=True, slots=True, kw_only=True)
class PandanganRegional(Pandangan):
    """The regions by a measure in a year.

    Attributes:
        banding: the regions, held against each other.
        bawahan: the regions that belong to the own one, among each other; None where none of them has a value.
        garis: the years of the own region and of its references.
        susunan: the parts of the measure for the own region; None where it has none.
        komponen: the measures that support it.
    """

    banding: Perbandingan
    bawahan: Perbandingan | None
    garis: tuple[GarisUkuran, ...]
    susunan: Komposisi | None
    komponen: tuple[Komponen, ...]


@ingat(512)
def pandangan_regional(dataset: Dataset, ukuran: str, tahun: int) -> PandanganRegional | None:
    """Return the regions by a measure in a year; None when no value stands there."""
    banding, garis = perbandingan(dataset, ukuran, tahun), perkembangan(dataset, ukuran)
    if banding is None:
        return None
    bawahan = perbandingan_bawahan(dataset, ukuran, tahun)
    susunan = komposisi(dataset, banding.ukuran, tahun)
    sumber = (*banding.sumber, *(bawahan.sumber if bawahan else ()))
    return PandanganRegional(
        judul=judul_perbandingan(banding, dataset.profil.nama_wilayah, garis)
        if banding.semua or bawahan is None
        else judul_bawahan(bawahan),
        sumber=tempat_cetak((*sumber, *(susunan.sumber if susunan else ()))),
        butir=butir_regional(banding if banding.semua or bawahan is None else bawahan, garis),
        banding=banding,
        bawahan=bawahan,
        garis=garis,
        susunan=susunan,
        komponen=komponen(dataset, banding.ukuran, tahun),
    )


def peta_dataset(dataset: Dataset, lingkup: Lingkup) -> Peta | None:
    """Return the map of the regions that are ranked, in the workbook's spelling; None where there is none."""
    peta = peta_aktif(INDONESIA["provinsi"] if lingkup.tingkat is TingkatWilayah.PROVINSI else lingkup.provinsi)
    return _berejaan(dataset, peta) if peta else None


@ingat(2)
def _berejaan(dataset: Dataset, peta: Peta) -> Peta:
    return peta.menurut_ejaan((n.nama, n.nama_lain) for n in dataset.buku.nama_lain if n.jenis is JenisNama.WILAYAH)
