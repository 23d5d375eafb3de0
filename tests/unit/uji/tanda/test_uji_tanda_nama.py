"""Marks of findings beside figures that have a name instead of an indicator, on the shipped data."""

from datetime import UTC, datetime

import pytest

from kinerja.model.catatan import Tutupan
from kinerja.rumus.capaian import JenisTanda
from kinerja.sumber.versi import aktif
from kinerja.telaah.anggaran.apbd import tabel_apbd
from kinerja.telaah.anggaran.rincian import rincian_anggaran
from kinerja.telaah.capaian.sasaran import tabel_sasaran
from kinerja.telaah.wilayah.perbandingan import perbandingan
from kinerja.uji.mesin import uji
from kinerja.uji.tanda.nama import apbd_bertanda, regional_bertanda, rincian_bertanda, sasaran_bertanda


@pytest.fixture(scope="module")
def data():
    return aktif().dataset


def bertanda(baris, nama):
    """Return the names of the rows with a mark of a finding, and what it says."""
    return {nama(b): t.penjelasan for b in baris for t in b.tanda if t.jenis is JenisTanda.UJI}


def test_the_total_of_setda_that_does_not_add_up_is_marked_on_the_sum_of_the_whole(data):
    rincian = rincian_bertanda(data, "SETDA", 2024, rincian_anggaran(data, "SETDA", 2024, ""), {})
    assert any("(U20, pasti)" in t.penjelasan for t in rincian.tanda)
    assert rincian_bertanda(data, "SETDA", 2024, rincian, {}).tanda == rincian.tanda


def test_a_program_printed_otherwise_is_marked_on_its_line(data):
    rincian = rincian_bertanda(data, "BATUBARA", 2024, rincian_anggaran(data, "BATUBARA", 2024, ""), {})
    ada = bertanda(rincian.baris, lambda b: b.nama)
    assert "(U21, patut dicek)" in ada["Program Pengelolaan Pendidikan"]
    lain = [b for b in rincian.baris if b.nama not in ada]
    assert lain
    semula = {b.nama: b for b in rincian_anggaran(data, "BATUBARA", 2024, "").baris}
    assert all(semula[b.nama] is b for b in lain)


def test_apbd_lines_carry_what_was_found_of_serapan_and_change(data):
    ada = bertanda(apbd_bertanda(data, "BATUBARA", tabel_apbd(data, "BATUBARA", 2024), {}).baris, lambda b: b.nama)
    assert "(U22, pasti)" in ada["Belanja Modal"]
    assert "(U24, pasti)" in ada["Belanja Operasi"]


def test_a_sasaran_whose_mean_follows_from_nothing_is_marked_once(data):
    baris = sasaran_bertanda(data, "BATUBARA", 2024, tabel_sasaran(data, "BATUBARA", 2024), {})
    (kemiskinan,) = [b for b in baris if "Kemiskinan" in b.sasaran]
    jenis = [t.jenis for t in kemiskinan.tanda]
    assert jenis.count(JenisTanda.UJI) == 1
    assert JenisTanda.BEDA_CETAK not in jenis


def test_a_region_printed_otherwise_elsewhere_is_marked_and_no_other(data):
    p = regional_bertanda(data, perbandingan(data, "IPM", 2024), {})
    assert set(bertanda(p.semua, lambda b: b.wilayah)) == {"Nias Barat"}


def test_what_was_closed_marks_nothing(data):
    semua = [t for t in uji(data).temuan if t.alamat.uraian == "Belanja Modal"]
    waktu = datetime(2026, 11, 21, tzinfo=UTC)
    ditutup = {
        t.id: Tutupan(temuan=t.id, seharusnya=t.seharusnya, waktu=waktu, oleh="siti", alasan="Sudah diralat")
        for t in semua
    }
    tabel = apbd_bertanda(data, "BATUBARA", tabel_apbd(data, "BATUBARA", 2024), ditutup)
    assert "Belanja Modal" not in bertanda(tabel.baris, lambda b: b.nama)
