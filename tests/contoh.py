"""Small rows and datasets made of the model's classes, for tests that need no workbook."""

from decimal import Decimal

from kinerja.dataset import Dataset
from kinerja.model import baris as model
from kinerja.model.istilah import (
    Akumulasi,
    Arah,
    JenisOpd,
    KelompokApbd,
    Peran,
    Periode,
    Tingkat,
    TingkatWilayah,
    Ukuran,
)
from kinerja.nilai.baca import Nilai, baca_nilai
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN

SKALA = {s.nama: s for s in SKALA_BAWAAN}


def nilai(isi, skala=""):
    """Read a value as the workbook would; what is a Nilai already stays."""
    return isi if isinstance(isi, Nilai) else baca_nilai(isi, "", SKALA.get(skala))


def rupiah(angka):
    return None if angka is None else Decimal(str(angka))


def opd(kode="KAB", jenis="Kabupaten", nama="", skala=""):
    return model.Opd(kode, nama or f"Nama {kode}", JenisOpd(jenis), skala_capaian=skala)


def indikator(kode="UHH", kode_opd="KAB", tingkat="Sasaran", arah="Naik", akumulasi="Terakhir", **isi):
    return model.Indikator(
        kode,
        kode_opd,
        Tingkat(tingkat),
        f"Indikator {kode}",
        "Persen",
        Arah(arah),
        akumulasi=Akumulasi(akumulasi),
        **isi,
    )


def capaian(kode="UHH", tahun=2024, target=None, realisasi=None, periode="Tahunan", hitung=None, cetak=None, **isi):
    skala = isi.pop("skala", "")
    return model.BarisCapaian(
        kode,
        tahun,
        Periode(periode),
        nilai(target, skala),
        nilai(hitung, skala),
        nilai(realisasi, skala),
        nilai(cetak),
        **isi,
    )


def anggaran(alamat="", pagu=None, realisasi=None, kode="DINKES", tahun=2024, peran="Anggaran"):
    """Make a budget line; `alamat` is kelompok/program/kegiatan/sub kegiatan, as far as it goes."""
    bagian = [*alamat.split("/"), "", "", "", ""][:4]
    return model.BarisAnggaran(kode, tahun, Peran(peran), *bagian, pagu=rupiah(pagu), realisasi=rupiah(realisasi))


def apbd(kelompok, uraian="", pagu=None, realisasi=None, tahun=2024, kode=""):
    return model.BarisApbd(tahun, KelompokApbd(kelompok), kode, uraian, rupiah(pagu), rupiah(realisasi))


def wilayah(nama, isi, tahun=2024, ukuran="IPM", tingkat="Kabupaten/Kota", provinsi="", arah="Naik", sumber=""):
    arah_ = Arah(arah) if arah else None
    return model.BarisRegional(
        ukuran, nama, TingkatWilayah(tingkat), tahun, nilai(isi), provinsi, "Indeks", arah_, sumber
    )


def profil(**isi):
    return tuple(model.BarisProfil(k.replace("_", " ").capitalize(), v) for k, v in isi.items())


def dataset(**tabel):
    """Make a dataset; without any OPD or indicator there are the regency KAB and its IKU UHH."""
    tabel = {"opd": (opd(), opd("DINKES", "Dinas")), "indikator": (indikator(),), **tabel}
    return Dataset(model.BukuKerja(**{k: tuple(v) for k, v in tabel.items()}))


def baris_rujukan(tercetak, tempat="000, Bab I", uraian="Periode RPD", tahun=2024, catatan=""):
    """Make a printed reference of the regency."""
    return model.Kutipan(tahun, Ukuran.RUJUKAN, tercetak, tempat, kode_opd="KAB", uraian=uraian, catatan=catatan)
