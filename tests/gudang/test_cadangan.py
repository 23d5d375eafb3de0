"""A backup is one moment of the store whoever publishes meanwhile, its owner's alone, and only read when restored."""

import hashlib
import os
import stat
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from contoh_gudang import buku, gudang_baru, lembar, mesin_lama, terbit
from sqlalchemy import text

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.salin import cadangkan, pulihkan_cadangan, salin

PUTARAN = 40 if os.environ.get("KINERJA_UJI_LENGKAP") else 4
LAMA = 600


@contextmanager
def penerbit(url):
    """Somebody who publishes one version after the other beside the block."""
    henti, terbitan, galat = Event(), [], []

    def jalan():
        gudang = Gudang(buka_mesin(url))
        try:
            while not henti.is_set():
                terbitan.append(terbit(gudang, buku(len(terbitan))))
        except Exception as g:
            galat.append(g)
        gudang.mesin.dispose()

    utas = Thread(target=jalan)
    utas.start()
    try:
        yield terbitan
    finally:
        henti.set()
        utas.join(LAMA)
    assert galat == []


def utuh(gudang):
    """Check that a store is one moment of another: the active version is the last, and each has its rows and bytes."""
    nomor = [v.nomor for v in gudang.versi()]
    assert gudang.aktif() == max(nomor)
    assert nomor == list(range(max(nomor), 0, -1))
    for n in nomor:
        assert gudang.lembar(n)
        assert gudang.asli(n)
    terbit_dicatat = [b["rincian"]["nomor"] for b in gudang.log() if b["peristiwa"] == "terbit"]
    assert terbit_dicatat == nomor


@pytest.mark.parametrize("jalan", ["cadangkan", "pindah"])
def test_a_copy_that_is_made_while_somebody_publishes_is_one_moment(gudang, url_gudang, tmp_path, jalan, monkeypatch):
    monkeypatch.setenv("KINERJA_CADANGAN_SIMPAN", "1")
    terbit(gudang)
    salinan = [tmp_path / str(n) / "gudang.db" for n in range(PUTARAN)]
    with penerbit(url_gudang) as terbitan:
        for berkas in salinan:
            sudah, folder = len(terbitan), _folder(tmp_path, berkas.parent.name)
            if jalan == "cadangkan":
                cadangkan(gudang.mesin, berkas)
            else:
                tujuan = gudang_baru(folder)
                salin(gudang.mesin, tujuan.mesin)
                tujuan.mesin.dispose()
            while len(terbitan) == sudah:  # the publisher goes on between two copies
                Event().wait(0.01)
    for berkas in salinan:
        hasil = Gudang(buka_mesin(f"sqlite:///{berkas}"))
        utuh(hasil)
        hasil.mesin.dispose()


def _folder(induk, nama):
    (induk / str(nama)).mkdir()
    return induk / str(nama)


def test_a_publication_between_two_tables_is_not_in_the_copy_at_all(basis_jadi, tmp_path, monkeypatch):
    """Without luck: another process publishes at the very moment when the versions were copied and the pointer not."""
    from kinerja.gudang import salin as modul

    asal, lain = Gudang(buka_mesin(basis_jadi)), Gudang(buka_mesin(basis_jadi))
    terbit(asal)
    asli, baru = modul._per_bagian, []

    def per_bagian(sumber, pilih):
        if "FROM penunjuk" in str(pilih):
            baru.append(terbit(lain, buku(1)))
        return asli(sumber, pilih)

    monkeypatch.setattr(modul, "_per_bagian", per_bagian)
    assert cadangkan(asal.mesin, tmp_path / "c.db") == 1
    assert baru == [2]
    salinan = Gudang(buka_mesin(f"sqlite:///{tmp_path / 'c.db'}"))
    utuh(salinan)
    assert salinan.aktif() == 1
    for g in (asal, lain, salinan):
        g.mesin.dispose()


# --- rights -----------------------------------------------------------------------------------------------------------


def hak(berkas):
    return stat.S_IMODE(berkas.stat().st_mode)


@pytest.fixture
def umask():
    """What most machines have: others may read what is made."""
    lama = os.umask(0o022)
    yield
    os.umask(lama)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other means than modes")
def test_store_journal_copies_and_backups_are_the_owner_s_alone(tmp_path, umask, monkeypatch):
    monkeypatch.delenv("KINERJA_CADANGAN", raising=False)
    mesin = buka_mesin(f"sqlite:///{tmp_path / 'a' / 'b' / 'g.db'}")
    gudang, folder = Gudang(mesin), tmp_path / "a" / "b"
    terbit(gudang)
    terbit(gudang, buku(1))
    with gudang.menulis() as koneksi:
        koneksi.execute(text("UPDATE versi SET catatan = 'x'"))
        assert hak(folder / "g.db-journal") == 0o600
    cadangkan(mesin, tmp_path / "c.db")
    baru = buka_mesin(f"sqlite:///{tmp_path / 'baru.db'}")
    pulihkan_cadangan(tmp_path / "c.db", baru)
    rahasia = [folder / "g.db", tmp_path / "c.db", tmp_path / "baru.db", *(folder / "cadangan").iterdir()]
    assert {b.name: hak(b) for b in rahasia} == {b.name: 0o600 for b in rahasia}
    assert {hak(f) for f in (tmp_path / "a", folder, folder / "cadangan")} == {0o700}


@pytest.mark.skipif(os.name != "posix", reason="Windows has other means than modes")
@pytest.mark.parametrize(("lama", "kini"), [(0o644, 0o600), (0o640, 0o640), (0o604, 0o600), (0o600, 0o600)], ids=oct)
def test_an_older_store_is_closed_to_strangers_and_keeps_a_group_let_in_on_purpose(tmp_path, lama, kini):
    gudang = gudang_baru(tmp_path)
    gudang.mesin.dispose()
    (tmp_path / "gudang.db").chmod(lama)
    mesin = buka_mesin(f"sqlite:///{tmp_path / 'gudang.db'}")
    assert hak(tmp_path / "gudang.db") == kini
    terbit(Gudang(mesin))
    mesin.dispose()


# --- a backup is only read --------------------------------------------------------------------------------------------


def _sidik(folder):
    return {b.name: (hashlib.sha256(b.read_bytes()).hexdigest(), b.stat().st_mtime_ns) for b in folder.iterdir()}


@pytest.mark.parametrize("revisi", [None, "0001"], ids=["of this program", "of an older one"])
def test_restoring_leaves_the_backup_and_its_folder_as_they_are(tmp_path, revisi, mesin):
    folder = _folder(tmp_path, "cadangan")
    asal = mesin_lama(f"sqlite:///{folder / 'c.db'}", revisi) if revisi else gudang_baru(folder).mesin
    terbit(Gudang(asal))
    asal.dispose()
    berkas = folder / ("c.db" if revisi else "gudang.db")
    for b in folder.glob("cadangan*"):
        b.unlink()
    sebelum = _sidik(folder)
    folder.chmod(0o555)
    assert pulihkan_cadangan(berkas, mesin) == 1
    folder.chmod(0o755)
    assert _sidik(folder) == sebelum
    assert Gudang(mesin).lembar(1) == lembar()


def test_a_backup_with_a_journal_is_rolled_back_in_the_copy_only(tmp_path):
    folder = _folder(tmp_path, "cadangan")
    gudang = gudang_baru(folder)
    terbit(gudang, catatan="asli")
    with gudang.mesin.connect().execution_options(menulis=True) as koneksi, koneksi.begin() as transaksi:
        koneksi.execute(text("PRAGMA cache_size = 1"))
        koneksi.execute(text("PRAGMA cache_spill = 1"))
        koneksi.execute(text("UPDATE versi SET catatan = 'setengah'"))
        koneksi.execute(text("UPDATE blob SET isi = randomblob(200000)"))
        salinan = _folder(tmp_path, "mati")  # as the disk was when the machine lost power
        for b in folder.glob("gudang.db*"):
            (salinan / b.name).write_bytes(b.read_bytes())
        transaksi.rollback()
    gudang.mesin.dispose()
    assert (salinan / "gudang.db-journal").stat().st_size
    sebelum = _sidik(salinan)
    baru = Gudang(buka_mesin(f"sqlite:///{tmp_path / 'baru.db'}"))
    assert pulihkan_cadangan(salinan / "gudang.db", baru.mesin) == 1
    assert _sidik(salinan) == sebelum
    assert baru.ambil(1).catatan == "asli"
    assert baru.lembar(1) == lembar()
    baru.mesin.dispose()
