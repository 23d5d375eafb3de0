"""Two whole imports at once, of one OPD and of two: one waits or is told; no version is ever mixed."""

import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice, product

import pytest
from contoh_gudang import ADMIN, lembar, terbit
from pembangun import BUKU_KECIL, tulis, ubah
from pengganggu import KONTEKS

from kinerja.gudang.gudang import DasarBerubah, Gudang
from kinerja.unggah.impor import Mode, terbitkan
from kinerja.unggah.kirim import unggah

LENGKAP = bool(os.environ.get("KINERJA_UJI_LENGKAP"))
RONDE = 40 if LENGKAP else 3
SEMENTARA = "terbit sementara itu; jalankan perintah ini sekali lagi"
KEPALA = ["Kode indikator", "Tahun", "Target", "Realisasi"]
BARIS = {"UHH": 2, "IMUN": 4}
DUA_OPD, SATU_OPD = ("UHH", "IMUN"), ("UHH", "UHH")


def bagian(kode, nomor):
    """Return what an import of the row of an indicator sends: two cells that belong together."""
    return {"Capaian": [KEPALA, [kode, 2024, 100 + nomor, 50 + nomor]]}


def sesudah(*impor):
    """Return the sheets of the small workbook after imports, one behind the other."""
    isi = BUKU_KECIL
    for kode, nomor in impor:
        isi = ubah(isi, "Capaian", **{f"D{BARIS[kode]}": 100 + nomor, f"F{BARIS[kode]}": 50 + nomor})
    return lembar(isi)


def _pekerja(url, antrean, hasil, mulai):
    from kinerja.perintah.utama import main

    os.environ["KINERJA_DATABASE_URL"] = url
    for urutan, berkas in iter(antrean.get, None):
        sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
        mulai.wait(240)
        hasil.put((urutan, main(["impor", berkas, "--mode", "perbarui"]), sys.stderr.getvalue()))


@pytest.fixture
def berdua(url_gudang):
    """Two processes that import at the same moment: `berdua(a, b)` returns exit code and errors of each."""
    hasil, mulai, antrean = KONTEKS.Queue(), KONTEKS.Barrier(2), [KONTEKS.Queue(), KONTEKS.Queue()]
    proses = [KONTEKS.Process(target=_pekerja, args=(url_gudang, a, hasil, mulai)) for a in antrean]
    for p in proses:
        p.start()

    def bersama(*berkas):
        for n, (a, b) in enumerate(zip(antrean, berkas, strict=True)):
            a.put((n, str(b)))
        return [j[1:] for j in sorted(hasil.get(timeout=240) for _ in antrean)]

    yield bersama
    for a in antrean:
        a.put(None)
    for p in proses:
        p.join(240)


def test_of_two_imports_at_once_both_or_one_are_published_and_never_a_mixture(gudang, berdua, tmp_path):
    terbit(gudang)
    ditolak = 0
    for ronde, kode in enumerate(islice(cycle([DUA_OPD, SATU_OPD]), RONDE)):
        impor = [(k, 2 * ronde + n + 1) for n, k in enumerate(kode)]
        berkas = [tulis(bagian(*i), tmp_path / f"{n}.xlsx") for n, i in enumerate(impor)]
        lalu = gudang.versi()[0].nomor
        jawab = berdua(*berkas)
        baru = [gudang.lembar(v.nomor) for v in reversed(gudang.versi()) if v.nomor > lalu]
        terbit_ = [i for i, (status, _) in zip(impor, jawab, strict=True) if status == 0]
        assert terbit_, "one of the two is always published"
        assert all(SEMENTARA in galat for status, galat in jawab if status)
        assert baru in [[sesudah(*urut[: n + 1]) for n in range(len(urut))] for urut in (terbit_, terbit_[::-1])]
        assert gudang.lembar(gudang.aktif()) == baru[-1]
        ditolak += 2 - len(terbit_)
        gudang.pulihkan(1, "ani", "ronde berikutnya")
    assert ditolak, "the two never met"
    print(f"\n{gudang.mesin.dialect.name}: {RONDE} kali berdua, {ditolak} kali satu diminta mengulang")


@pytest.mark.parametrize("kode", [DUA_OPD, SATU_OPD] if LENGKAP else [DUA_OPD], ids=" ".join)
def test_of_two_uploads_side_by_side_the_second_is_told_and_then_stands_on_the_first(
    gudang, url_gudang, kode, tmp_path, monkeypatch
):
    monkeypatch.setenv("KINERJA_DATABASE_URL", url_gudang)
    terbit(gudang)
    impor = [(k, n + 1) for n, k in enumerate(kode)]
    kiriman = [tulis(bagian(*i), tmp_path / f"{n}.xlsx").read_bytes() for n, i in enumerate(impor)]

    def kirim(isi):
        return unggah([("bagian.xlsx", isi)], Mode.PERBARUI, ADMIN, lambda _: None).draf

    def coba(draf):
        try:
            return terbitkan(Gudang(gudang.mesin), draf, ADMIN, "uji")
        except DasarBerubah:
            return None

    with ThreadPoolExecutor(2) as kolam:
        hasil = list(kolam.map(coba, list(kolam.map(kirim, kiriman))))
    assert sorted(h is None for h in hasil) == [False, True]
    kalah = hasil.index(None)
    assert gudang.lembar(2) == sesudah(impor[1 - kalah])
    assert coba(kirim(kiriman[kalah])) == 3
    assert gudang.lembar(3) == sesudah(impor[1 - kalah], impor[kalah])


def test_a_mixture_would_be_seen():
    semua = [sesudah(*urut) for urut in product([("UHH", 1), ("UHH", 2)], [("IMUN", 1), ("IMUN", 2)])]
    assert len({str(s) for s in semua}) == 4
    assert lembar(ubah(BUKU_KECIL, "Capaian", D2=101, F2=52)) not in (sesudah(("UHH", 1)), sesudah(("UHH", 2)))
