"""What is remembered of a version belongs to its dataset and goes with it, however many versions there are."""

import ast
import gc
import inspect
from datetime import date
from importlib import import_module
from io import BytesIO
from pathlib import Path
from weakref import ref

import pytest
from contoh_gudang import buku, terbit, url_baru

from kinerja.ekspor.xlsx import tulis_xlsx
from kinerja.gudang.pintu import gudang
from kinerja.model.istilah import Periode, TingkatWilayah
from kinerja.model.pemerintah import Lingkup
from kinerja.paparan.model import BagianPaparan
from kinerja.paparan.susun import susun_paparan
from kinerja.sumber import versi as sumber
from kinerja.telaah.skenario.skenario import Pilihan
from kinerja.telaah.sorotan.aturan import Nada
from kinerja.telaah.wilayah.peta import peta_bawaan
from kinerja.terbitan.kumpulan import terbitan
from kinerja.terbitan.sampul import sampul

AKAR = Path(__file__).resolve().parents[3]
HARI = date(2025, 3, 1)
ISIAN = {
    "kode_opd": "KAB",
    "kode_indikator": "UHH",
    "kode": "UHH",
    "tahun": 2024,
    "ukuran": "Umur Harapan Hidup",
    "hari": HARI,
    "periode": Periode.TAHUNAN,
    "peta": peta_bawaan("Bali"),
    "lingkup": Lingkup(tingkat=TingkatWilayah.KABUPATEN_KOTA),
    "nada": Nada.PERHATIAN,
    "pilihan": Pilihan(batasi=True),
    "bagian": BagianPaparan.RINGKASAN,
}
"""What a memoised function is called with, by the name of the parameter; the others have a value of their own."""
ISIAN_LAIN = {"tabel_tren": {"kode": ("UHH",)}, "perbandingan_opd": {"kode": ("KAB", "DINKES")}}


def _beringatan():
    """Yield every function of the product that `ingat` decorates."""
    for folder in ("kinerja", "components"):
        for berkas in sorted((AKAR / folder).rglob("*.py")):
            pohon = ast.parse(berkas.read_text(encoding="utf-8"))
            nama = [f.name for f in pohon.body if isinstance(f, ast.FunctionDef) and _hias(f) == "ingat"]
            modul = ".".join(berkas.relative_to(AKAR).with_suffix("").parts)
            yield from (getattr(import_module(modul), n) for n in nama)


def _hias(fungsi):
    return next((d.func.id for d in fungsi.decorator_list if isinstance(d, ast.Call) and hasattr(d.func, "id")), "")


BERINGATAN = tuple(_beringatan())


def panggil(fungsi, dataset):
    """Call a memoised function with what its parameters are called."""
    isian = ISIAN | ISIAN_LAIN.get(fungsi.__name__, {})
    nama = list(inspect.signature(fungsi).parameters)[1:]
    return fungsi(dataset, **{n: isian[n] for n in nama if n in isian})


def gambar_semua(dataset):
    """Read everything of a version: each memoised function, the tables as a file, the decks."""
    for fungsi in BERINGATAN:
        panggil(fungsi, dataset)
    for kode in dataset.opd:
        tulis_xlsx(terbitan(dataset, kode, 2024), sampul(dataset, kode, 2024, HARI), BytesIO())
        susun_paparan(dataset, kode, 2024, hari_ini=HARI)


@pytest.fixture
def terbitkan(tmp_path, monkeypatch):
    """Publish a version in a store of the test's own and return its dataset, as the real reader loads it."""
    monkeypatch.setenv("KINERJA_DATABASE_URL", url_baru(tmp_path))
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())

    def terbitkan(nomor):
        terbit(gudang(), buku(nomor))
        return sumber.aktif().dataset

    yield terbitkan
    gudang().mesin.dispose()


def test_twenty_versions_leave_no_more_in_memory_than_the_reader_keeps(terbitkan):
    jejak = []
    for nomor in range(1, 21):
        dataset = terbitkan(nomor)
        gambar_semua(dataset)
        assert set(dataset._ingatan) == {f.__wrapped__ for f in BERINGATAN}, "every one must have been asked"
        jejak.append(ref(dataset))
        del dataset
    gc.collect()
    assert [r().versi for r in jejak if r() is not None] == [str(n) for n in range(21 - sumber.DISIMPAN, 21)]


def test_a_version_that_nobody_holds_goes_at_once(terbitkan):
    """Without the collector of circles, which comes by when it likes."""
    dataset = terbitkan(1)
    gambar_semua(dataset)
    jejak = ref(dataset)
    sumber.SIMPANAN = sumber.simpanan_baru()
    gc.collect()
    gc.disable()
    try:
        del dataset
        assert jejak() is None
    finally:
        gc.enable()
