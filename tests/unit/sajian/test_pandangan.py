"""Page, file and slide say the same of a filter, because they draw the same view."""

from datetime import date

import pytest

from kinerja.paparan.model import BagianPaparan
from kinerja.paparan.susun import susun_paparan
from kinerja.sumber import versi as sumber
from kinerja.telaah.anggaran.apbd import tabel_apbd
from kinerja.telaah.anggaran.efisiensi import tabel_efisiensi
from kinerja.telaah.anggaran.rincian import rincian_anggaran
from kinerja.telaah.capaian.pandangan import (
    pandangan_capaian,
    pandangan_nilai,
    pandangan_predikat,
    pandangan_sasaran,
)
from kinerja.telaah.kelengkapan.pandangan import pandangan_kelengkapan
from kinerja.telaah.kisah.kisah import kisah
from kinerja.telaah.opd.banding import perbandingan_opd
from kinerja.telaah.opd.profil import profil_opd
from kinerja.telaah.pohon.pohon import pohon_kinerja
from kinerja.telaah.skenario.pandangan import pandangan_skenario
from kinerja.telaah.skenario.skenario import Pilihan
from kinerja.telaah.wilayah.pandangan import pandangan_regional
from kinerja.terbitan import capaian, pemeriksaan, perbandingan
from kinerja.uji.daftar import SaringUji
from kinerja.uji.pandangan import pandangan_uji
from kinerja.uji.penutupan import StatusTemuan

TAHUN = 2024


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


def slaid(data, kode, bagian):
    return susun_paparan(data, kode, TAHUN, (bagian,)).slaid[0]


def test_the_measurement_and_the_sasaran_are_the_ones_of_the_page(data):
    kode = data.kode_keseluruhan
    for tabel, pandangan in (
        (capaian.pengukuran(data, kode, TAHUN), pandangan_capaian(data, kode, TAHUN)),
        (capaian.sasaran(data, kode, TAHUN), pandangan_sasaran(data, kode, TAHUN)),
    ):
        assert (tabel.judul, tabel.sumber, len(tabel.baris)) == (
            pandangan.judul,
            pandangan.sumber,
            len(pandangan.baris),
        )


def test_the_predikat_of_page_file_and_slide_are_one(data):
    kode = data.kode_keseluruhan
    pandangan, tabel = pandangan_predikat(data, kode, TAHUN), capaian.predikat(data, kode, TAHUN)
    s = slaid(data, kode, BagianPaparan.PREDIKAT)
    assert {pandangan.judul, tabel.judul, s.judul} == {pandangan.judul}
    assert {pandangan.sumber, tabel.sumber, s.sumber} == {pandangan.sumber}
    assert set(pandangan.butir) <= set(s.catatan)


def test_a_measure_of_page_file_and_slide_is_one(data):
    s = slaid(data, data.kode_keseluruhan, BagianPaparan.REGIONAL)
    ukuran = next(u for u in data.ukuran_regional if f" · {u} " in s.topik)
    tahun = int(s.topik[-4:])
    pandangan = pandangan_regional(data, ukuran, tahun)
    assert {s.judul, perbandingan.regional(data, ukuran, tahun).judul} == {pandangan.judul}
    assert set(s.sumber) <= set(pandangan.sumber)


def test_the_findings_of_page_file_and_slide_are_one(data):
    kode = "SETDA"
    pandangan = pandangan_uji(data, SaringUji(kode_opd=kode, tahun=TAHUN, status=StatusTemuan.TERBUKA), {})
    tabel, s = pemeriksaan.temuan_uji(data, kode, TAHUN), slaid(data, kode, BagianPaparan.UJI)
    assert {tabel.judul, s.judul} == {pandangan.judul}
    assert tabel.sumber == pandangan.sumber
    assert (len(pandangan.temuan), pandangan.sisa) == (len(tabel.baris), 0)


def test_a_view_without_data_is_none(data):
    kosong = (pandangan_capaian, pandangan_predikat, pandangan_sasaran)
    assert [f(data, data.kode_keseluruhan, 1990) for f in kosong] == [None] * 3
    assert pandangan_skenario(data, data.kode_keseluruhan, 1990, Pilihan()) is None
    assert pandangan_regional(data, data.ukuran_regional[0], 1990) is None


def test_every_view_has_a_finding_key_figures_and_each_place_once(data):
    kode = data.kode_keseluruhan
    semua = [
        pandangan_capaian(data, kode, TAHUN),
        pandangan_predikat(data, kode, TAHUN),
        pandangan_sasaran(data, kode, TAHUN),
        pandangan_nilai(data, kode, TAHUN),
        pandangan_kelengkapan(data, TAHUN, date(2025, 3, 1)),
        pandangan_skenario(data, kode, TAHUN, Pilihan()),
        pandangan_uji(data, SaringUji(), {}),
        pohon_kinerja(data, kode, TAHUN),
        profil_opd(data, kode, TAHUN),
        perbandingan_opd(data, ("SETDA", "BKPSDM"), TAHUN),
        rincian_anggaran(data, "SETDA", TAHUN),
        tabel_apbd(data, kode, TAHUN),
        tabel_efisiensi(data, kode, TAHUN),
        *(kisah(data, i.kode_indikator, TAHUN) for i in data.iku(kode)),
        *(pandangan_regional(data, u, data.tahun_regional(u)[0]) for u in data.ukuran_regional),
    ]
    for p in semua:
        assert p.judul, p
        assert all(p.butir), p
        assert len(set(p.sumber)) == len(p.sumber), p
        assert all(p.sumber), p
