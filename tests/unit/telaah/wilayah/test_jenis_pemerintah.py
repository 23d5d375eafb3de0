"""Who the owner is decides among whom it ranks: city, province and lembaga beside the regency."""

import pytest
from contoh import anggaran, apbd, capaian, dataset, indikator, opd, profil, wilayah

from components.regional.peta import peta_untuk
from kinerja.model.istilah import JENIS_KESELURUHAN
from kinerja.model.pemerintah import JUMLAH_PROVINSI, SEBUTAN
from kinerja.telaah.indikator.deret import deret
from kinerja.telaah.kisah.kisah import kisah
from kinerja.telaah.opd.banding import pilihan_banding
from kinerja.telaah.sorotan.sorotan import sorotan_indikator
from kinerja.telaah.wilayah.kalimat import keterangan_cakupan, temuan_regional
from kinerja.telaah.wilayah.pandangan import pandangan_regional
from kinerja.telaah.wilayah.perbandingan import JenisWilayah, perkembangan
from kinerja.telaah.wilayah.ukuran import daftar_ukuran, tahun_terdekat

KOTA = {"jenis_pemerintah": "Kota", "provinsi": "Cendana", "wilayah": "Melati"}
PROVINSI = {"jenis_pemerintah": "Provinsi", "provinsi": "Cendana"}
LEMBAGA = {"jenis_pemerintah": "Lembaga", "pemerintah_daerah": "Lembaga Teladan"}
DAERAH = (
    wilayah("Melati", 75, provinsi="Cendana"),
    wilayah("Anyelir", 78, provinsi="Cendana"),
    wilayah("Dahlia", 70, provinsi="Cendana"),
    wilayah("Randu", 90, provinsi="Jati"),
    wilayah("Cendana", 74, tingkat="Provinsi"),
    wilayah("Jati", 76, tingkat="Provinsi"),
    wilayah("Meranti", 72, tingkat="Provinsi"),
    wilayah("Nasional", 73, tingkat="Nasional"),
    wilayah("Cendana", 71, tahun=2023, tingkat="Provinsi"),
    wilayah("Nasional", 70, tahun=2023, tingkat="Nasional"),
)


def lihat(isi, baris=DAERAH, tahun=2024):
    data = dataset(profil=profil(**isi), regional=baris)
    return data, pandangan_regional(data, "IPM", tahun)


def urutan(perbandingan):
    return [(b.peringkat, b.wilayah, b.jenis) for b in perbandingan.wilayah]


def test_every_kind_of_the_whole_has_its_words():
    assert set(SEBUTAN) == JENIS_KESELURUHAN
    assert {s.kepala for s in SEBUTAN.values()} == {"Bupati", "Wali Kota", "Gubernur", "Pimpinan"}


def test_a_city_ranks_among_regencies_and_cities_of_its_province_and_is_called_a_city():
    data, p = lihat(KOTA)
    assert urutan(p.banding) == [
        (1, "Anyelir", JenisWilayah.LAIN),
        (2, "Kota Melati", JenisWilayah.SENDIRI),
        (3, "Dahlia", JenisWilayah.LAIN),
    ]
    assert [b.wilayah for b in p.banding.acuan] == ["Cendana", "Nasional"]
    assert p.judul == "IPM 75 (Tinggi): peringkat 2 dari 3, 1 poin di atas Cendana"
    assert (p.bawahan, data.profil.nama_wilayah) == (None, "Kota Melati")
    assert perkembangan(data, "IPM")[0].wilayah == "Kota Melati"


def test_a_city_that_carries_its_word_is_not_called_so_twice():
    baris = (wilayah("Kota Melati", 75, provinsi="Cendana"), *DAERAH[1:3])
    data, p = lihat({**KOTA, "wilayah": "Kota Melati"}, baris)
    assert (data.profil.nama_wilayah, p.banding.sendiri.wilayah) == ("Kota Melati", "Kota Melati")


def test_a_province_ranks_among_the_provinces_that_stand_and_says_that_others_do_not():
    data, p = lihat(PROVINSI)
    assert urutan(p.banding) == [
        (1, "Jati", JenisWilayah.LAIN),
        (2, "Cendana", JenisWilayah.SENDIRI),
        (3, "Meranti", JenisWilayah.LAIN),
    ]
    assert [(b.wilayah, b.jenis) for b in p.banding.acuan] == [("Nasional", JenisWilayah.NASIONAL)]
    assert p.judul == "IPM 74 (Tinggi): peringkat 2 dari 3 provinsi yang tercetak, 1 poin di atas Nasional"
    assert keterangan_cakupan(p.banding, data.profil.nama_wilayah) == (
        "35 dari 38 provinsi tidak tercetak untuk ukuran dan tahun ini."
    )
    teks = [k.teks for k in temuan_regional(p.banding)]
    assert "2 poin di bawah Jati, yang tertinggi di antara 3 provinsi yang tercetak (76)" in teks
    assert [(g.wilayah, [t.tahun for t in g.titik]) for g in p.garis] == [
        ("Cendana", [2023, 2024]),
        ("Nasional", [2023, 2024]),
    ]


def test_a_province_ranks_among_all_only_where_all_stand():
    lain = [wilayah(f"Provinsi {i}", 50 + i, tingkat="Provinsi") for i in range(JUMLAH_PROVINSI - 1)]
    _, p = lihat(PROVINSI, (wilayah("Cendana", 99, tingkat="Provinsi"), *lain))
    assert p.judul == "IPM 99 (Sangat Tinggi): peringkat 1 dari 38 provinsi"
    assert keterangan_cakupan(p.banding, "Provinsi Cendana") == ""


def test_a_province_shows_its_regencies_and_none_of_them_is_the_own():
    _, p = lihat(PROVINSI)
    assert urutan(p.bawahan) == [
        (1, "Anyelir", JenisWilayah.LAIN),
        (2, "Melati", JenisWilayah.LAIN),
        (3, "Dahlia", JenisWilayah.LAIN),
    ]
    assert [(b.wilayah, b.jenis) for b in p.bawahan.acuan] == [
        ("Cendana", JenisWilayah.PROVINSI),
        ("Nasional", JenisWilayah.NASIONAL),
    ]
    assert [(b.wilayah, b.jenis) for b in p.bawahan.lain] == [("Randu", JenisWilayah.LUAR)]
    assert (p.bawahan.sendiri, p.banding.lain) == (None, ())


def test_a_measure_of_its_regencies_alone_speaks_of_them():
    _, p = lihat(PROVINSI, DAERAH[:3])
    assert p.judul == "IPM 2024: Anyelir 78, tertinggi dari 3 kabupaten/kota"
    assert p.banding.semua == ()
    assert p.butir[0].startswith("Anyelir")


def test_a_regency_named_as_its_province_is_not_the_own_region_of_either():
    baris = (wilayah("Cendana", 60), wilayah("Dahlia", 65))
    _, p = lihat({**PROVINSI, "wilayah": "Cendana"}, baris)
    assert p.banding.sendiri is None
    data = dataset(profil=profil(**PROVINSI), regional=baris, indikator=[indikator(padanan="IPM")])
    assert deret(data, "UHH") == ()


def test_a_lembaga_has_no_region_and_sees_the_nation():
    baris = [b for b in DAERAH if b.tingkat_wilayah == "Nasional"]
    data, p = lihat({**LEMBAGA, "wilayah": "Nasional"}, baris)
    assert p.judul == "IPM: Nasional 73"
    assert (p.banding.sendiri, p.banding.wilayah, p.bawahan) == (None, (), None)
    assert [g.jenis for g in p.garis] == [JenisWilayah.NASIONAL]
    assert temuan_regional(p.banding, p.garis) == ()
    assert [u.label for u in daftar_ukuran(data)] == ["IPM · nilai nasional"]


def test_a_lembaga_sees_the_provinces_where_they_stand_without_a_rank_of_its_own():
    _, p = lihat(LEMBAGA)
    assert p.judul == "IPM: Jati 76, tertinggi dari 3 provinsi yang tercetak"
    assert {b.jenis for b in p.banding.wilayah} == {JenisWilayah.LAIN}


def test_an_option_of_a_province_counts_provinces_and_regencies():
    data, _ = lihat(PROVINSI)
    assert [u.label for u in daftar_ukuran(data)] == ["IPM · 3 provinsi dan 3 kabupaten/kota"]
    assert tahun_terdekat(data, "IPM", 2022) == 2023


def test_provinces_are_not_looked_up_on_a_map_of_regencies_and_its_regencies_are():
    nama = ("Asahan", "Dairi", "Karo", "Langkat", "Medan", "Nias", "Samosir")
    baris = [wilayah(n, i, tingkat=t) for t in ("Provinsi", "Kabupaten/Kota") for i, n in enumerate(nama)]
    for jenis, provinsi in (("Provinsi", "Sumatera Utara"), ("Lembaga", "")):
        data, p = lihat({"jenis_pemerintah": jenis, "provinsi": provinsi}, baris)
        assert len(p.banding.wilayah) == len(nama)
        assert peta_untuk(data, p.banding) is None
    data, p = lihat({"jenis_pemerintah": "Provinsi", "wilayah": "Sumatera Utara"}, baris)
    assert len(peta_untuk(data, p.bawahan).milik([b.wilayah for b in p.bawahan.wilayah])) == len(nama)


def test_a_province_is_held_against_the_nation_where_a_regency_is_against_its_province():
    isi = {
        "indikator": [indikator(padanan="IPM", arah="Naik")],
        "capaian": [capaian(target="70", realisasi="75")],
        "regional": [
            wilayah("Melati", 75, provinsi="Cendana"),
            wilayah("Cendana", 75, tingkat="Provinsi"),
            wilayah("Nasional", 80, tingkat="Nasional"),
        ],
    }
    milik = dataset(profil=profil(**PROVINSI), **isi)
    (satu,) = (s for s in sorotan_indikator(milik, "UHH", 2024) if s.aturan == "S08")
    assert (satu.nama, satu.teks) == (
        "Tertinggal dari nasional",
        "Tertinggal dari Nasional: 75 pada 2024, 5 poin di bawah 80.",
    )
    kota = dataset(profil=profil(**KOTA), **isi)
    assert [s.aturan for s in sorotan_indikator(kota, "UHH", 2024) if s.aturan == "S08"] == []
    nama = {d.profil.jenis_pemerintah: kisah(d, "UHH", 2024).bagian[3].nama for d in (milik, kota)}
    assert nama == {
        "Provinsi": "Dibandingkan nasional dan provinsi lain",
        "Kota": "Dibandingkan provinsi, nasional, dan daerah lain",
    }


@pytest.mark.parametrize("jenis", sorted(JENIS_KESELURUHAN))
def test_the_whole_of_every_kind_is_counted_alike(jenis):
    """Never added to the units; its serapan from Belanja where its programs carry none; no rank among units."""
    data = dataset(
        profil=profil(jenis_pemerintah=jenis),
        opd=[opd("UTUH", jenis), opd("DINKES", "Dinas")],
        indikator=[indikator("UHH", "UTUH"), indikator("IMUN", "DINKES")],
        capaian=[capaian("UHH", target="80", realisasi="60"), capaian("IMUN", target="80", realisasi="80")],
        anggaran=[anggaran("/P", 100, None, kode="UTUH"), anggaran("/P", 40, 20)],
        apbd=[apbd("Belanja", pagu=100, realisasi=90)],
    )
    assert (data.keseluruhan.kode_opd, data.opd_bawaan.kode_opd) == ("UTUH", "UTUH")
    jumlah = data.jumlah_anggaran["UTUH", 2024]
    assert (jumlah.realisasi, jumlah.dari_apbd) == (90, True)
    assert data.jumlah_anggaran["DINKES", 2024].realisasi == 20
    assert [c.hasil.persen for c in data.capaian] == [75, 100]
    assert pilihan_banding(data) == ("DINKES",)
