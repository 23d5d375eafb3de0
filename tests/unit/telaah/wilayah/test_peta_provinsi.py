"""The maps that come with the program: every province by any of its names, for a workbook without a file beside it."""

import csv
import json
import zipfile
from collections import Counter

import pytest
from contoh import dataset as buat
from contoh import profil, wilayah

from components.regional.grafik_peta import TINGGI_PETA, grafik_peta
from components.regional.peta import peta_untuk
from kinerja.model.baris import NamaLain
from kinerja.nilai.nama import JenisNama
from kinerja.pemasangan import AKAR
from kinerja.sajian.rupa import PERINGKAT
from kinerja.telaah.wilayah import peta as modul
from kinerja.telaah.wilayah.pandangan import pandangan_regional, peta_dataset
from kinerja.telaah.wilayah.perbandingan import perbandingan
from kinerja.telaah.wilayah.peta import DAFTAR, PETA_PROVINSI, peta_aktif, peta_bawaan

BATAS = 3_000_000
"""Bytes that the maps may take together, unpacked."""
JUMLAH = {
    "Aceh": 23,
    "Sumatera Utara": 33,
    "Sumatera Barat": 19,
    "Riau": 12,
    "Jambi": 11,
    "Sumatera Selatan": 17,
    "Bengkulu": 10,
    "Lampung": 15,
    "Kepulauan Bangka Belitung": 7,
    "Kepulauan Riau": 7,
    "DKI Jakarta": 6,
    "Jawa Barat": 27,
    "Jawa Tengah": 35,
    "DI Yogyakarta": 5,
    "Jawa Timur": 38,
    "Banten": 8,
    "Bali": 9,
    "Nusa Tenggara Barat": 10,
    "Nusa Tenggara Timur": 22,
    "Kalimantan Barat": 14,
    "Kalimantan Tengah": 14,
    "Kalimantan Selatan": 13,
    "Kalimantan Timur": 10,
    "Kalimantan Utara": 5,
    "Sulawesi Utara": 15,
    "Sulawesi Tengah": 13,
    "Sulawesi Selatan": 24,
    "Sulawesi Tenggara": 17,
    "Gorontalo": 6,
    "Sulawesi Barat": 6,
    "Maluku": 11,
    "Maluku Utara": 10,
    "Papua": 9,
    "Papua Barat": 7,
    "Papua Selatan": 4,
    "Papua Tengah": 8,
    "Papua Pegunungan": 8,
    "Papua Barat Daya": 6,
}
"""Kabupaten and kota of each province."""


@pytest.fixture(autouse=True)
def _tanpa_berkas(tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path))
    peta_bawaan.cache_clear()
    yield
    peta_bawaan.cache_clear()


def daftar(nama):
    with (AKAR / "data" / "batas" / f"{nama}.csv").open(encoding="utf-8", newline="") as aliran:
        return list(csv.DictReader(aliran))


def buku(provinsi, nilai, sendiri="", **lain):
    return buat(
        profil=profil(provinsi=provinsi, wilayah=sendiri or next(iter(nilai))),
        regional=[wilayah(n, isi) for n, isi in nilai.items()],
        **lain,
    )


# --- the archive ------------------------------------------------------------------------------------------------------


def test_every_province_has_its_kabupaten_and_kota_and_all_fit():
    with zipfile.ZipFile(PETA_PROVINSI) as arsip:
        isi = {n: arsip.read(n) for n in arsip.namelist()}
    assert sum(map(len, isi.values())) < BATAS
    peta = {p["provinsi"]: json.loads(isi.pop(p["berkas"])) for p in json.loads(isi.pop(DAFTAR))}
    assert isi == {}
    jenis = {p: Counter(f["properties"]["jenis"] for f in k["features"]) for p, k in peta.items()}
    assert {p: hitung["wilayah"] for p, hitung in jenis.items()} == {**JUMLAH, "Indonesia": 38}
    assert sum(JUMLAH.values()) == 514
    assert {f["properties"]["wilayah"] for f in peta["Indonesia"]["features"]} == set(JUMLAH)
    for provinsi, koleksi in peta.items():
        assert "geoBoundaries, CC BY 3.0 IGO" in koleksi["atribusi"]
        nama = [f["properties"]["wilayah"] for f in koleksi["features"]]
        assert len(set(nama)) == len(nama)
        assert {f["properties"]["provinsi"] for f in koleksi["features"]} == {provinsi}
        for f in koleksi["features"]:
            bentuk = f["geometry"]
            poligon = bentuk["coordinates"] if bentuk["type"] == "MultiPolygon" else [bentuk["coordinates"]]
            assert all(c[0] == c[-1] and len(c) >= 4 for p in poligon for c in p)
            assert all(95 <= x <= 141.1 and -11.1 <= y <= 6.1 for p in poligon for c in p for x, y in c)


def test_the_lists_name_each_region_once_and_the_law_of_each_new_province():
    semua, provinsi = daftar("wilayah"), {p["kode"]: p for p in daftar("provinsi")}
    assert Counter(provinsi[w["kode"][:2]]["provinsi"] for w in semua) == JUMLAH
    assert len({w["kode"] for w in semua}) == len({w["nama_asal"] for w in semua}) == 514
    assert {p["provinsi"]: p["dasar"] for p in provinsi.values() if p["dasar"]} == {
        "Papua Selatan": "UU 14/2022",
        "Papua Tengah": "UU 15/2022",
        "Papua Pegunungan": "UU 16/2022",
        "Papua Barat Daya": "UU 29/2022",
    }
    # The last two digits of a kota's code begin at 71.
    assert all((w["jenis"] == "Kota") == (w["kode"][3:] > "70") for w in semua)


def test_every_region_is_found_by_the_name_of_today_and_by_the_older_one_of_the_source():
    for p in daftar("provinsi"):
        peta = peta_bawaan(p["provinsi"])
        milik = [w for w in daftar("wilayah") if w["kode"].startswith(p["kode"])]
        for nama in ([f"{w['jenis']} {w['wilayah']}" for w in milik], [w["nama_asal"] for w in milik]):
            assert sorted(peta.milik(nama).values()) == sorted(nama)


# --- the province that is asked for -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tertulis", "wilayah_"),
    [
        ("Jawa Barat", "Cimahi"),
        ("PROVINSI JAWA  BARAT", "Cimahi"),
        ("Jabar", "Cimahi"),
        ("Daerah Istimewa Yogyakarta", "Sleman"),
        ("D.I. Yogyakarta", "Sleman"),
        ("Prov. DKI Jakarta", "Kepulauan Seribu"),
        ("Daerah Khusus Jakarta", "Kepulauan Seribu"),
        ("Papua", "Keerom"),
        ("Kep. Riau", "Natuna"),
        ("Riau", "Kampar"),
    ],
)
def test_a_province_is_found_by_any_of_its_names(tertulis, wilayah_):
    assert wilayah_ in {b.wilayah for b in peta_aktif(tertulis).bidang}


@pytest.mark.parametrize("tertulis", ["", "Contoh", "Jawa", "Timor-Leste"])
def test_what_is_no_province_has_no_map(tertulis):
    assert peta_aktif(tertulis) is None


def test_only_the_province_in_question_is_unpacked(monkeypatch):
    dibaca = []
    asli = zipfile.ZipFile.read
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda arsip, nama: dibaca.append(nama) or asli(arsip, nama))
    assert peta_aktif("Bali") is peta_aktif("Bali")
    assert dibaca == [DAFTAR, "51.geojson"]


@pytest.mark.parametrize("isi", [None, b"", b"bukan arsip"])
def test_an_archive_that_is_gone_or_broken_leaves_the_ranking_alone(isi, tmp_path, monkeypatch, caplog):
    berkas = tmp_path / "peta.zip"
    if isi is not None:
        berkas.write_bytes(isi)
    monkeypatch.setattr(modul, "PETA_PROVINSI", berkas)
    assert peta_aktif("Bali") is None
    assert "peta peta.zip tidak dapat dibaca" in caplog.text


def test_the_data_folders_own_map_wins_where_it_has_the_province(tmp_path):
    sifat = {"wilayah": "Milik sendiri", "provinsi": "Provinsi Bali", "titik": [1, 1]}
    bentuk = {"type": "Polygon", "coordinates": [[[0, 0], [0, 4], [4, 4], [0, 0]]]}
    isi = {"features": [{"properties": sifat, "geometry": bentuk}]}
    (tmp_path / "peta.geojson").write_text(json.dumps(isi), encoding="utf-8")
    assert [b.wilayah for b in peta_aktif("Bali").bidang] == ["Milik sendiri"]
    assert len(peta_aktif("Banten").bidang) == 8


# --- a workbook of another province -----------------------------------------------------------------------------------

SORONG = {"Kota Sorong": 80, "Sorong": 70, "Raja Ampat": 65, "Maybrat": 60, "Tambrauw": 55, "Sorong Selatan": 50}


def test_a_workbook_of_another_province_gets_its_map_without_a_file():
    data = buku("Provinsi Papua Barat Daya", SORONG)
    p = perbandingan(data, "IPM", 2024)
    grafik = grafik_peta(peta_untuk(data, p), p)
    warna = {t.name: t.fillcolor for t in grafik.data if t.fill == "toself"}
    assert warna["Kota Sorong"] == PERINGKAT[0].warna
    assert warna["Kabupaten Sorong"] == warna["Kota Sorong"]  # of six, two share the first class
    assert warna["Sorong Selatan"] == PERINGKAT[4].warna
    assert [a.text for a in grafik.layout.annotations] == ["<b>Kota Sorong</b>"]


def test_a_city_without_a_figure_takes_none_from_the_regency_of_its_name():
    data = buku("Papua Barat Daya", {n: v for n, v in SORONG.items() if n != "Kota Sorong"}, "Sorong")
    p = perbandingan(data, "IPM", 2024)
    grafik = grafik_peta(peta_untuk(data, p), p)
    assert [t.name for t in grafik.data if t.fillpattern.shape] == ["Kota Sorong"]
    assert [a.text for a in grafik.layout.annotations] == ["<b>Sorong</b>"]


def test_all_regions_of_a_small_province_are_enough_for_its_map():
    nilai = {"Merauke": 70, "Asmat": 50, "Mappi": 60, "Boven Digoel": 65}
    data = buku("Papua Selatan", nilai)
    assert len(peta_untuk(data, perbandingan(data, "IPM", 2024)).darat) == 4
    kurang = buku("Papua Selatan", {"Merauke": 70, "Asmat": 50})
    assert peta_untuk(kurang, perbandingan(kurang, "IPM", 2024)) is None


def test_a_name_of_the_sheet_nama_lain_is_the_one_on_the_map():
    lain = NamaLain(jenis=JenisNama.WILAYAH, nama="Tanah Mandar Utara", nama_lain="Kabupaten Mamuju Utara")
    sama = NamaLain(jenis=JenisNama.WILAYAH, nama="Polman", nama_lain="Polewali  mandar")
    data = buku("Sulawesi Barat", {"Polman": 60, "Mamuju Utara": 50}, nama_lain=[sama, lain])
    peta = peta_dataset(data, data.profil.lingkup)
    assert peta is peta_dataset(data, data.profil.lingkup)
    assert peta.milik(["Polman", "Mamuju Utara"]) == {"Polman": "Polman", "Pasangkayu": "Mamuju Utara"}


def test_a_province_is_mapped_among_the_provinces_and_its_regencies_by_themselves():
    nilai = {"Prov. Kalimantan Utara": 70, "DIY": 80, "Banten": 72, "Papua": 60, "Aceh": 71}
    baris = [wilayah(n, v, tingkat="Provinsi") for n, v in nilai.items()]
    baris += [wilayah(n, 60 + i) for i, n in enumerate(("Bulungan", "Malinau", "Nunukan", "Tana Tidung", "Tarakan"))]
    isi = profil(jenis_pemerintah="Provinsi", provinsi="Prov. Kalimantan Utara")
    data = buat(profil=isi, regional=baris)
    p = pandangan_regional(data, "IPM", 2024)
    milik = peta_untuk(data, p.banding).milik([b.wilayah for b in p.banding.wilayah])
    assert milik == {
        "Kalimantan Utara": "Prov. Kalimantan Utara",
        "DI Yogyakarta": "DIY",
        **{n: n for n in ("Banten", "Papua", "Aceh")},
    }
    assert len(peta_untuk(data, p.bawahan).darat) == 5
    assert (peta_untuk(data, p.banding).melebar, peta_untuk(data, p.bawahan).melebar) == (True, False)


@pytest.mark.parametrize(
    ("provinsi", "tinggi"), [("Sumatera Utara", TINGGI_PETA), ("Bali", 302), ("Nusa Tenggara Barat", 242)]
)
def test_a_wide_province_is_drawn_lower(provinsi, tinggi):
    semua = [b.wilayah for b in peta_aktif(provinsi).darat]
    data = buku(provinsi, {n: 60 + i for i, n in enumerate(semua)})
    p = perbandingan(data, "IPM", 2024)
    assert grafik_peta(peta_untuk(data, p), p).layout.height == tinggi


def test_small_towns_and_islands_of_a_few_pixels_get_a_dot():
    assert {b.wilayah for b in peta_aktif("Jawa Barat").bidang if b.kecil} == {
        "Kota Sukabumi",
        "Cimahi",
        "Kota Cirebon",
    }
    # Many islands are as hard to see as one small town.
    assert "Kepulauan Anambas" in {b.wilayah for b in peta_aktif("Kepulauan Riau").bidang if b.kecil}
