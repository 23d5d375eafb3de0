"""Offices' tables through the command line: every figure right or asked about, none silently wrong, none invented.

The tables, their truth and the judge stand in `kantor`; figures come from seeds, so nothing here was tuned to them.
"""

import json
import os
import shutil
import sys
from dataclasses import replace
from decimal import Decimal

import pytest
from contoh_gudang import gudang_baru, terbit
from kantor.bentuk import Jumlah
from kantor.buruk import BURUK, HTML
from kantor.hakim import angka_di, baca_bagian, baris_disebut, salah
from kantor.tangan import bagian_benar, ketik, rusak
from pembangun import tulis
from pembangun_kantor import KASUS, dasar

from kinerja.buku import anak, pembaca
from kinerja.buku.muat import muat
from kinerja.dataset import Dataset
from kinerja.gudang import pintu
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.perintah.buku import hasil_hitung
from kinerja.perintah.utama import main
from kinerja.sumber import versi as sumber
from kinerja.susun.temukan import temukan

LENGKAP = bool(os.environ.get("KINERJA_UJI_LENGKAP"))
SEMUA = [*KASUS, *(replace(k, benih=k.benih + n * 7919) for k in KASUS for n in range(1, 4) if LENGKAP)]
"""The variants, in the long run with further seeds: other figures, other programs, other regions."""
BANDING = [k for n, k in enumerate(KASUS) if LENGKAP or n % 8 == 1]
"""Those whose figures are followed to the end in the short run: some of each kind."""
HITUNG = (
    "kode_opd",
    "kode_indikator",
    "indikator",
    "wilayah",
    "tahun",
    "periode",
    "satuan",
    "arah",
    "status",
    "predikat",
)
HITUNG += ("tingkat", "target_angka", "realisasi_angka", "capaian_persen", "pagu", "realisasi_rupiah", "nilai")


@pytest.fixture(scope="module")
def toko(tmp_path_factory):
    """Make a store whose active version is the base of the tables."""
    folder = tmp_path_factory.mktemp("toko")
    terbit(gudang_baru(folder), dasar())
    return folder / "gudang.db"


@pytest.fixture
def jalan(toko, tmp_path, monkeypatch, baca_di_sini, capsys):
    """Run a command on a copy of that store: `jalan("susun", ...)` returns its exit code and its JSON."""
    shutil.copy(toko, tmp_path / "gudang.db")
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path / 'gudang.db'}")
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "data"))
    pintu._gudang.cache_clear()
    monkeypatch.setattr(pembaca, "dengarkan", _baca_di_sini)

    def jalankan(*argumen):
        kode = main([str(a) for a in argumen])
        keluar = capsys.readouterr()
        assert kode in (0, 1), keluar.err
        assert keluar.out, keluar.err
        return kode, json.loads(keluar.out)

    return jalankan


def _baca_di_sini(perintah, *_):
    """Do what the reading child of a workbook does; numpy is hidden from it alone, pandas needs it again."""
    *_, berkas, teks = perintah
    aturan = json.loads(teks)
    with pytest.MonkeyPatch.context() as mp:
        mp.setitem(sys.modules, "numpy", None)
        return json.dumps(anak.baca(berkas, aturan["isi"], aturan["nama"])).encode(), 0


def pilihan(tabel):
    return [kata for nama, isi in tabel.jawaban.items() if isi for kata in (f"--{nama}", isi)]


def galat(hasil):
    """Return what stands in the way; each says what, and what to do."""
    semua = [t for t in hasil["temuan"] if t["tingkat"] == "galat"]
    for t in semua:
        assert t["pesan"].strip(), t
        assert t["saran"].strip(), t
    return semua


def terbuka(hasil):
    """Return the questions about the whole table that nobody has answered."""
    return [p for p in hasil["pertanyaan"] if p["jawaban"] is None and p["apa"] != "sumber"]


def keadaan(tmp_path):
    """Return what a store holds that could have changed."""
    gudang = Gudang(buka_mesin(f"sqlite:///{tmp_path / 'gudang.db'}"))
    return gudang.aktif(), len(gudang.versi())


@pytest.mark.parametrize("kasus", [k for k in SEMUA if not k.bentuk.csv], ids=lambda k: f"{k.nama} {k.benih}")
def test_the_header_is_found_where_it_stands(kasus, baca_di_sini, tmp_path):
    tabel = kasus.bangun(tmp_path)
    (kisi,) = [k for k in baca_di_sini(tabel.berkas).lembar if k.nama == tabel.lembar]
    assert [(b.judul_awal, b.judul_akhir) for b in temukan(kisi)] == [tabel.judul]


# --- every variant ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kasus", SEMUA, ids=lambda k: f"{k.nama} {k.benih}")
def test_every_figure_of_a_table_is_right_or_asked_about(kasus, jalan, tmp_path):
    tabel, bagian = kasus.bangun(tmp_path), tmp_path / "bagian.xlsx"
    sebelum = keadaan(tmp_path)
    kode, hasil = jalan("susun", tabel.berkas, *pilihan(tabel), "-o", bagian, "--json")
    assert keadaan(tmp_path) == sebelum
    assert bagian.exists() == (kode == 0)
    if kode == 1:
        assert kasus.boleh_tanya or tabel.cocok is False, (galat(hasil), hasil["nama_belum_pasti"], terbuka(hasil))
        assert galat(hasil) or hasil["nama_belum_pasti"] or terbuka(hasil)
    else:
        assert tabel.cocok is not False
        assert list(salah(tabel, baca_bagian(bagian))) == []
    _laporan(tabel, hasil, kode)


def _laporan(tabel, hasil, kode):
    """Hold what the command says about the table: its kind, its place, its total, and what it left out."""
    if kode == 1 and tabel.cocok is not False:
        return
    assert (hasil["jenis"], hasil["lembar"]) == (tabel.jenis, tabel.lembar) or tabel.berkas.suffix == ".csv"
    awal, _, akhir = hasil["judul"].partition(":")
    baris = [int("".join(filter(str.isdigit, alamat))) for alamat in (awal, akhir or awal)]
    assert baris[0] == tabel.judul[0]
    assert baris[1] in (tabel.judul[1], tabel.judul[1] + 1)
    assert hasil["baris_dipakai"] > 0
    assert hasil["kolom"]
    assert tabel.dilewati - baris_disebut(hasil) == set()
    if tabel.cocok is not None:
        assert hasil["jumlah"]["cocok"] is tabel.cocok
        assert set(tabel.tercetak.values()) & {Decimal(str(hasil["jumlah"]["dihitung"]))}
    if tabel.cocok is False:
        assert {1_000_000, -1_000_000} & angka_di(hasil["jumlah"]) or "1.000.000" in json.dumps(hasil)
    if tabel.tersembunyi:
        assert "sembunyi" in json.dumps(hasil)


@pytest.mark.parametrize("kasus", BANDING, ids=lambda k: k.nama)
def test_hitung_is_that_of_the_same_figures_typed_by_hand(kasus, jalan, tmp_path):
    tabel, bagian = kasus.bangun(tmp_path), tmp_path / "bagian.xlsx"
    kode, _ = jalan("susun", tabel.berkas, *pilihan(tabel), "-o", bagian, "--json")
    if kode == 1:
        assert kasus.boleh_tanya or tabel.cocok is False
        return
    kode, hasil = jalan("impor", bagian, "--mode", "perbarui", "--json")
    assert (kode, hasil["status"]) == (0, "diterbitkan"), hasil["temuan"]
    diketik = muat(tulis(ketik(dasar(), tabel, baca_bagian(bagian)), tmp_path / "diketik.xlsx"))
    assert diketik.buku is not None, diketik.temuan
    disusun = sumber.aktif().dataset
    assert angka_hitung(disusun) == angka_hitung(Dataset(diketik.buku))


def angka_hitung(dataset):
    """Return what `hitung` computes, without the words that only tell where a figure came from."""
    return {
        nama: sorted(str({k: v for k, v in b.items() if k in HITUNG or nama != "capaian"}) for b in baris)
        for nama, baris in hasil_hitung(dataset).items()
        if nama in ("capaian", "anggaran", "regional")
    }


# --- what must not get in as it is ------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", BURUK)
def test_a_table_that_cannot_be_taken_is_told_with_the_next_step(nama, jalan, tmp_path):
    pembuat, jawaban, kata = BURUK[nama]
    bagian, sebelum = tmp_path / "bagian.xlsx", keadaan(tmp_path)
    kode, hasil = jalan("susun", pembuat(tmp_path / "tabel.xlsx"), *jawaban, "-o", bagian, "--json")
    assert kode == 1
    assert not bagian.exists()
    assert keadaan(tmp_path) == sebelum
    semua = [*galat(hasil), *hasil["nama_belum_pasti"], *terbuka(hasil)]
    assert semua
    assert kata.casefold() in json.dumps(semua, ensure_ascii=False).casefold()


def test_an_html_table_named_xls_is_read_or_named(jalan, tmp_path):
    pembuat, jawaban = HTML
    bagian = tmp_path / "bagian.xlsx"
    kode, hasil = jalan("susun", pembuat(tmp_path / "tabel.xlsx"), *jawaban, "-o", bagian, "--json")
    if kode == 1:
        assert "halaman web" in json.dumps(galat(hasil))
    else:
        uang = [b for b in baca_bagian(bagian)["Anggaran"] if b.get("Sub kegiatan")]
        assert [(b["Pagu"], b["Realisasi"]) for b in uang] == [(5_000_000, 4_000_000)]


# --- the builder and the judge themselves -----------------------------------------------------------------------------


def test_the_table_of_variants_covers_what_it_promises():
    """At most one in ten may ask, each with its reason; the shapes span what offices send."""
    assert len(KASUS) >= 40
    assert sum(bool(k.boleh_tanya) for k in KASUS) <= len(KASUS) / 10
    bentuk = [k.bentuk for k in KASUS]
    assert {b.kop for b in bentuk} == set(range(9)) - {7}
    assert {b.tinggi for b in bentuk} == {1, 2, 3, 4}
    assert {b.jumlah for b in bentuk} == set(Jumlah)
    assert {type(k.ragam) for k in KASUS} == {type(k.ragam) for k in KASUS if k.benih}


@pytest.mark.parametrize("kasus", [k for n, k in enumerate(KASUS) if n % 6 == 0], ids=lambda k: k.nama)
def test_the_judge_takes_the_truth_and_sees_every_fault(kasus, tmp_path):
    tabel = kasus.bangun(tmp_path)
    benar = bagian_benar(tabel)
    assert list(salah(tabel, baca_bagian(tulis(benar, tmp_path / "benar.xlsx")))) == []
    for nama, bagian in rusak(benar):
        assert list(salah(tabel, baca_bagian(tulis(bagian, tmp_path / "rusak.xlsx")))), nama


def test_a_seed_draws_the_same_table_again(tmp_path):
    for kasus in KASUS[::7]:
        for n in "ab":
            (tmp_path / n).mkdir(exist_ok=True)
        a, b = (kasus.bangun(tmp_path / n) for n in "ab")
        assert (a.kebenaran, a.boleh, a.dilewati) == (b.kebenaran, b.boleh, b.dilewati)
