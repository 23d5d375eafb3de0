"""The same figures and the same files wherever a store stands: restored into a new folder, moved there and back."""

import pytest
from contoh_gudang import ADMIN, buku, gudang_baru, terbit
from openpyxl import load_workbook
from pembangun import BUKU_KECIL, tambah_baris

from kinerja.buku.tulis import tulis_kanonik
from kinerja.dataset import Dataset
from kinerja.gudang import pintu
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.riwayat import beda_versi, csv_beda, csv_log
from kinerja.gudang.salin import salin
from kinerja.perintah.buku import hasil_hitung
from kinerja.perintah.utama import main
from kinerja.sumber import versi as sumber
from kinerja.unggah.impor import kunci_periode, pulihkan

ANEH = tambah_baris(
    BUKU_KECIL,
    "Capaian",
    ["IMUN", 2023, "TW I", "1:26", None, "-", "Tidak tercapai", None, "0“x”", "é"],
    ["UHH", 2023, None, "85,83 %", None, "(12,5)", None, None, "tabel 1", None],
)


@pytest.fixture
def asal(tmp_path):
    """A SQLite store with three versions, the second active, and a lock."""
    (tmp_path / "asal").mkdir()
    gudang = gudang_baru(tmp_path / "asal")
    for isi in (buku(1), ANEH, buku(3)):
        terbit(gudang, isi)
    pulihkan(gudang, 2, ADMIN, "angka rapat")
    kunci_periode(gudang, 2023, "TW I", ADMIN, "rapat")
    return gudang


def hitungan(gudang):
    """Return what `hitung` says of every version."""
    return [hasil_hitung(Dataset(gudang.muat(v.nomor).buku)) for v in gudang.versi()]


def sel(berkas):
    """Return every cell of a workbook as it stands there, formats included."""
    buku_ = load_workbook(berkas)
    return {s.title: [[(c.value, c.number_format) for c in b] for b in s.iter_rows()] for s in buku_}


def ekspor(gudang, folder, monkeypatch):
    """Write everything that can be taken out of the active version and its difference; return it by name."""
    folder.mkdir()
    monkeypatch.setenv("KINERJA_DATABASE_URL", gudang.mesin.url.render_as_string(hide_password=False))
    pintu._gudang.cache_clear()
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())
    assert main(["ekspor", "xlsx", "-o", str(folder / "terbitan.xlsx")]) == 0
    pintu._gudang.cache_clear()
    tulis_kanonik(gudang.lembar(gudang.aktif()), folder / "buku.xlsx")
    return {
        "terbitan": sel(folder / "terbitan.xlsx"),
        "buku": sel(folder / "buku.xlsx"),
        "csv": csv_beda(beda_versi(gudang, 1, 2)),
        "log": csv_log(gudang.log()),
        "hitung": hitungan(gudang),
    }


def test_a_backup_restored_into_a_new_folder_computes_the_same(asal, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(asal.mesin.url))
    tujuan = f"sqlite:///{tmp_path / 'baru' / 'dalam' / 'g.db'}"
    assert main(["cadangkan", "-o", str(tmp_path / "c.db")]) == 0
    assert main(["pulihkan-cadangan", str(tmp_path / "c.db"), "--ke", tujuan]) == 0
    pulih = Gudang(buka_mesin(tujuan))
    assert hitungan(pulih) == hitungan(asal)
    assert len({str(h) for h in hitungan(asal)}) == 3, "the versions must differ for this to say anything"
    sebelum, sesudah = (ekspor(g, tmp_path / n, monkeypatch) for g, n in ((asal, "a"), (pulih, "b")))
    assert sesudah == sebelum


def test_from_sqlite_to_postgresql_and_back_every_export_is_equal(asal, basis_jadi, tmp_path, monkeypatch):
    sebelum = ekspor(asal, tmp_path / "a", monkeypatch)
    seberang = buka_mesin(basis_jadi)
    salin(asal.mesin, seberang)
    assert ekspor(Gudang(seberang), tmp_path / "b", monkeypatch) == sebelum
    (tmp_path / "pulang").mkdir()
    pulang = gudang_baru(tmp_path / "pulang")
    salin(seberang, pulang.mesin)
    seberang.dispose()
    assert ekspor(pulang, tmp_path / "c", monkeypatch) == sebelum
    assert sebelum["csv"].count(b"\n") > 3
