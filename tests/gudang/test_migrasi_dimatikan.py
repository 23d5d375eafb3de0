"""A migration killed half way leaves the old store whole, its copy beside it, and the next start loses nothing."""

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from contoh_gudang import buku, jumlah_isi, lembar, mesin_lama, terbit
from pembangun import BUKU_KECIL
from pengganggu import buka_sampai
from sqlalchemy import inspect

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import REVISI, _revisi, _titik_pulih, buka_mesin

LAMA = "0001"
LANGKAH = {
    "when the copy was made": ("kinerja.gudang.mesin:_titik_pulih+", True),
    "while the copy is made": ("kinerja.gudang.titik_pulih:_baru+", False),
    "before the first table": ("alembic.op:create_table", True),
    "between two tables": ("alembic.op:create_table+", True),
    "between two revisions": ("alembic.runtime.migration:HeadMaintainer.update_to_step", True),
    "before the commit": ("alembic.command:upgrade+", True),
}


@pytest.fixture
def lama(url_kosong):
    """The engine of a store of an older revision: two versions, the first active, a lock."""
    mesin = mesin_lama(url_kosong, LAMA)
    gudang = Gudang(mesin)
    terbit(gudang)
    terbit(gudang, buku(1))
    gudang.pulihkan(1, "ani", "uji")
    gudang.kunci_periode(2023, "Tahunan", "ani", "audit")
    yield mesin
    mesin.dispose()


def keadaan(gudang):
    isi = [(gudang.lembar(v.nomor), gudang.asli(v.nomor)) for v in gudang.versi()]
    return gudang.aktif(), gudang.versi(), gudang.kunci(), gudang.log(), isi


def periksa_salinan(berkas):
    """Check that the restore point is a sound store of the older revision with both versions."""
    with closing(sqlite3.connect(berkas)) as koneksi:
        assert koneksi.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert koneksi.execute("SELECT version_num FROM alembic_version").fetchall() == [(LAMA,)]
        assert koneksi.execute("SELECT nomor FROM versi ORDER BY nomor").fetchall() == [(1,), (2,)]


@pytest.mark.parametrize(("langkah", "tersalin"), LANGKAH.values(), ids=LANGKAH)
def test_a_migration_that_is_killed_is_as_if_it_had_not_begun_and_the_next_succeeds(
    url_kosong, lama, langkah, tersalin
):
    sebelum = keadaan(Gudang(lama))
    salinan = Path(f"{lama.url.database}.sebelum-{LAMA}")
    di_berkas = lama.dialect.name == "sqlite"
    if "titik_pulih:" in langkah and not di_berkas:
        pytest.skip("a store on a server is copied by the means of the server")
    lama.dispose()
    assert buka_sampai(langkah, url_kosong) == -signal.SIGKILL
    assert _revisi(lama) == LAMA
    assert not {"tutupan", "laporan", "notulen"} & set(inspect(lama).get_table_names())
    assert keadaan(Gudang(lama)) == sebelum
    assert salinan.exists() == (di_berkas and tersalin)
    baru = buka_mesin(url_kosong)
    assert _revisi(baru) == REVISI
    assert keadaan(Gudang(baru)) == sebelum
    assert jumlah_isi(baru)["notulen"] == 0
    assert terbit(Gudang(baru), buku(2)) == 3
    if di_berkas:
        periksa_salinan(salinan)
        assert not list(salinan.parent.glob("*.sebagian"))
    baru.dispose()


def test_the_copy_that_a_killed_migration_leaves_opens_as_a_store_of_its_own(tmp_path):
    mesin = mesin_lama(f"sqlite:///{tmp_path / 'g.db'}", LAMA)
    terbit(Gudang(mesin))
    mesin.dispose()
    assert buka_sampai("alembic.op:create_table+", f"sqlite:///{tmp_path / 'g.db'}") == -signal.SIGKILL
    gudang = Gudang(buka_mesin(f"sqlite:///{tmp_path / f'g.db.sebelum-{LAMA}'}"))
    assert (gudang.aktif(), gudang.lembar(1)) == (1, lembar(BUKU_KECIL))


def test_a_copy_of_what_another_process_has_changed_already_is_no_copy_of_before(tmp_path):
    mesin = buka_mesin(f"sqlite:///{tmp_path / 'g.db'}")
    lama = tmp_path / f"g.db.sebelum-{LAMA}"
    lama.write_bytes(b"the copy that the faster process made")
    _titik_pulih(mesin.url, LAMA)
    assert lama.read_bytes() == b"the copy that the faster process made"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["g.db", lama.name]
