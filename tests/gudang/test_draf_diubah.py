"""A draft that is no longer what was checked is refused: nothing is stored, the refusal is logged."""

import pytest
from contoh_gudang import ADMIN, buku, byte, draf, jumlah_isi, lembar, terbit
from sqlalchemy import delete, insert, update

from kinerja.gudang.gudang import IsiBerubah
from kinerja.gudang.parket import ke_parket
from kinerja.gudang.skema import BLOB_DRAF, DRAF
from kinerja.unggah.impor import terbitkan

D = BLOB_DRAF.c
LAIN = {s.nama: s for s in lembar(buku(9))}
UBAHAN = {
    "a sheet with another figure": update(BLOB_DRAF).where(D.nama == "Capaian").values(isi=ke_parket(LAIN["Capaian"])),
    "a sheet that is no Parquet": update(BLOB_DRAF).where(D.nama == "Capaian").values(isi=b"bukan parket"),
    "a sheet that is half": update(BLOB_DRAF).where(D.nama == "OPD").values(isi=ke_parket(LAIN["OPD"])[:-40]),
    "a sheet gone": delete(BLOB_DRAF).where(D.nama == "Regional"),
    "a sheet renamed": update(BLOB_DRAF).where(D.nama == "Profil").values(nama="Lain"),
    "another original": update(BLOB_DRAF).where(D.jenis == "asli").values(isi=byte(buku(9))),
    "no original": delete(BLOB_DRAF).where(D.jenis == "asli"),
    "nothing left": delete(BLOB_DRAF),
    "another fingerprint": update(DRAF).values(sidik="0" * 64),
}


@pytest.fixture
def berdraf(gudang):
    """A store with one version and a draft on it."""
    terbit(gudang)
    return gudang, draf(gudang, buku(1))


@pytest.mark.parametrize("ubahan", UBAHAN.values(), ids=UBAHAN)
def test_what_changed_after_the_preview_is_not_published(berdraf, ubahan):
    gudang, nomor = berdraf
    with gudang.mesin.begin() as koneksi:
        assert koneksi.execute(ubahan).rowcount
    sebelum = jumlah_isi(gudang.mesin)
    with pytest.raises(IsiBerubah, match="Unggah dan periksa lagi"):
        terbitkan(gudang, nomor, ADMIN, "uji")
    assert jumlah_isi(gudang.mesin) == {**sebelum, "log": sebelum["log"] + 1}
    assert (gudang.aktif(), gudang.lembar(1)) == (1, lembar())
    catatan = gudang.log()[0]
    assert (catatan["peristiwa"], "berubah sesudah diperiksa" in catatan["rincian"]["sebab"][0]) == ("tolak", True)


def test_a_sheet_put_in_beside_the_others_is_noticed(berdraf):
    gudang, nomor = berdraf
    with gudang.mesin.begin() as koneksi:
        isi = {"draf": nomor, "jenis": "parket", "nama": "Tambahan", "isi": ke_parket(LAIN["OPD"])}
        koneksi.execute(insert(BLOB_DRAF).values(isi))
    with pytest.raises(IsiBerubah):
        gudang.terbitkan(nomor, "ani", "uji")
    assert [v.nomor for v in gudang.versi()] == [1]


def test_an_untouched_draft_is_published_and_the_next_upload_too(berdraf):
    gudang, nomor = berdraf
    assert terbitkan(gudang, nomor, ADMIN, "uji") == 2
    assert terbit(gudang, buku(2)) == 3
