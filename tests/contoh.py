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
    return model.Opd(kode_opd=kode, nama_opd=nama or f"Nama {kode}", jenis=JenisOpd(jenis), skala_capaian=skala)


def indikator(kode="UHH", kode_opd="KAB", tingkat="Sasaran", arah="Naik", akumulasi="Terakhir", **isi):
    return model.Indikator(
        kode_indikator=kode,
        kode_opd=kode_opd,
        tingkat=Tingkat(tingkat),
        indikator=f"Indikator {kode}",
        satuan="Persen",
        arah=Arah(arah),
        akumulasi=Akumulasi(akumulasi),
        **isi,
    )


def capaian(kode="UHH", tahun=2024, target=None, realisasi=None, periode="Tahunan", hitung=None, cetak=None, **isi):
    skala = isi.pop("skala", "")
    return model.BarisCapaian(
        kode_indikator=kode,
        tahun=tahun,
        periode=Periode(periode),
        target=nilai(target, skala),
        target_hitung=nilai(hitung, skala),
        realisasi=nilai(realisasi, skala),
        capaian_dilaporkan=nilai(cetak),
        **isi,
    )


def anggaran(alamat="", pagu=None, realisasi=None, kode="DINKES", tahun=2024, peran="Anggaran"):
    """Make a budget line; `alamat` is kelompok/program/kegiatan/sub kegiatan, as far as it goes."""
    kelompok, program, kegiatan, sub_kegiatan = [*alamat.split("/"), "", "", "", ""][:4]
    return model.BarisAnggaran(
        kode_opd=kode,
        tahun=tahun,
        peran=Peran(peran),
        kelompok=kelompok,
        program=program,
        kegiatan=kegiatan,
        sub_kegiatan=sub_kegiatan,
        pagu=rupiah(pagu),
        realisasi=rupiah(realisasi),
    )


def apbd(kelompok, uraian="", pagu=None, realisasi=None, tahun=2024, kode=""):
    return model.BarisApbd(
        tahun=tahun,
        kelompok=KelompokApbd(kelompok),
        kode_opd=kode,
        uraian=uraian,
        anggaran=rupiah(pagu),
        realisasi=rupiah(realisasi),
    )


def wilayah(nama, isi, tahun=2024, ukuran="IPM", tingkat="Kabupaten/Kota", provinsi="", arah="Naik", sumber=""):
    arah_ = Arah(arah) if arah else None
    return model.BarisRegional(
        indikator=ukuran,
        wilayah=nama,
        tingkat_wilayah=TingkatWilayah(tingkat),
        tahun=tahun,
        nilai=nilai(isi),
        provinsi=provinsi,
        satuan="Indeks",
        arah=arah_,
        sumber=sumber,
    )


def profil(**isi):
    return tuple(model.BarisProfil(k.replace("_", " ").capitalize(), v) for k, v in isi.items())


def dataset(**tabel):
    """Make a dataset; without any OPD or indicator there are the regency KAB and its IKU UHH."""
    tabel = {"opd": (opd(), opd("DINKES", "Dinas")), "indikator": (indikator(),), **tabel}
    return Dataset(model.BukuKerja(**{k: tuple(v) for k, v in tabel.items()}))


def baris_rujukan(tercetak, tempat="000, Bab I", uraian="Periode RPD", tahun=2024, catatan=""):
    """Make a printed reference of the regency."""
    return model.Kutipan(
        tahun=tahun,
        ukuran=Ukuran.RUJUKAN,
        tercetak=tercetak,
        sumber=tempat,
        kode_opd="KAB",
        uraian=uraian,
        catatan=catatan,
    )
