"""Where the dataset of this installation comes from: a version in the store, loaded once and kept ready.

This is the only place that knows the store for those who read; pages ask for the active dataset (DESIGN section 3).
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary, WeakSet

from kinerja.buku.temuan import TemuanBuku
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang, TidakAda, Versi
from kinerja.gudang.mesin import GudangTerkendala, url_bawaan
from kinerja.gudang.pintu import gudang
from kinerja.pemasangan import berkas_bawaan
from kinerja.sumber.simpanan import Simpanan
from kinerja.uji.mesin import uji
from kinerja.unggah.awal import isi_awal
from kinerja.unggah.contoh import berisi_contoh

DISIMPAN = 4
"""Versions kept in memory: the active one, and those that somebody looked at last."""
LAMA_HIDUP = 6
"""Older versions that may be in memory at a time, however many people ask for how many."""
LAMA_ANTRE, LAMA_SABAR = 8, 20.0
"""How many may wait for an older version to be loaded, and for how many seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aktif:
    """The dataset that is shown, or why there is none.

    Attributes:
        dataset: ready to be shown; None when there is none.
        versi: the version it comes from.
        nomor_aktif: number of the active version, which may be another one.
        berkas: the workbook in the data folder that could not be taken, with `temuan`.
        kendala: what is wrong with the store.
        terlihat: when the store last answered, where it is in trouble and `dataset` was loaded before.
        ditunda: number of the older version that was asked for and has to wait: too many others are looked at.
        contoh: whether what is shown holds figures of the example.
    """

    dataset: Dataset | None = None
    versi: Versi | None = None
    nomor_aktif: int | None = None
    berkas: Path | None = None
    temuan: tuple[TemuanBuku, ...] = ()
    kendala: GudangTerkendala | None = None
    terlihat: datetime | None = None
    ditunda: int | None = None
    contoh: bool = False


def simpanan_baru() -> Simpanan[tuple[str, int], Dataset]:
    """Return a memory for the versions of stores, by URL and number."""
    return Simpanan(disimpan=DISIMPAN, hidup=LAMA_HIDUP, antre=LAMA_ANTRE, sabar=LAMA_SABAR)


SIMPANAN = simpanan_baru()
_KUNCI = Lock()
_DITOLAK: dict[tuple[str, str, int, int], tuple[TemuanBuku, ...]] = {}
_VERSI: WeakKeyDictionary[Dataset, Versi] = WeakKeyDictionary()
_CONTOH: WeakSet[Dataset] = WeakSet()
"""Datasets with figures of the example."""
_TERLIHAT: dict[str, tuple[int, datetime]] = {}
"""Number of the active version of a store, and when the store last said so."""


def gudang_terisi() -> Gudang:
    """Return the store; an empty one first takes the workbook of the data folder, when that is valid."""
    hasil = gudang()
    if hasil.aktif() is None:
        isi_awal(hasil)
    return hasil


def ada_termuat() -> bool:
    """Tell whether this process holds a version of its store ready; waits for nobody."""
    return any(url == url_bawaan() for url, _ in SIMPANAN.kunci())


def aktif(nomor: int | None = None) -> Aktif:
    """Return the dataset of a version, by default the active one; an unknown number gives the active one too.

    While the store is in trouble, what this process holds ready goes on being shown, with `kendala` and `terlihat`.
    """
    try:
        return _aktif(gudang(), nomor)
    except GudangTerkendala as kendala:
        url = url_bawaan()
        kini, saat = _TERLIHAT.get(url, (None, None))
        for n in (nomor, kini):
            if n is not None and (dataset := SIMPANAN.ada((url, n))):
                return replace(_tampil(dataset), nomor_aktif=kini, kendala=kendala, terlihat=saat)
        return Aktif(kendala=kendala)


def _aktif(isi: Gudang, nomor: int | None) -> Aktif:
    kini = isi.aktif()
    if kini is None:
        berkas, temuan = _isi_awal(isi)
        kini = isi.aktif()
        if kini is None:
            return Aktif(berkas=berkas, temuan=temuan)
    url = url_bawaan()
    dataset = ditunda = None
    if nomor is not None and nomor != kini:
        try:
            if SIMPANAN.ada((url, nomor)) is None:
                isi.ambil(nomor)  # what is not there is told as such, also where there is no room
            dataset = SIMPANAN.lain((url, nomor), partial(_muat_lama, isi, nomor))
            ditunda = nomor if dataset is None else None
        except TidakAda:
            pass
    if dataset is None:
        dataset = SIMPANAN.utama((url, kini), partial(_muat, isi, kini))
    _TERLIHAT[url] = kini, datetime.now(UTC)
    return replace(_tampil(dataset), nomor_aktif=kini, ditunda=ditunda)


def _tampil(dataset: Dataset) -> Aktif:
    return Aktif(dataset=dataset, versi=_VERSI[dataset], contoh=dataset in _CONTOH)


def _isi_awal(isi: Gudang) -> tuple[Path | None, tuple[TemuanBuku, ...]]:
    """Give an empty store the workbook of the data folder; it is tried again only when the file has changed."""
    berkas = berkas_bawaan()
    if berkas is None:
        return None, ()
    keadaan = berkas.stat()
    kunci = (url_bawaan(), str(berkas), keadaan.st_mtime_ns, keadaan.st_size)
    with _KUNCI:
        if kunci not in _DITOLAK and isi.aktif() is None:
            _DITOLAK.clear()
            _DITOLAK[kunci] = isi_awal(isi)
        return berkas, _DITOLAK.get(kunci, ())


def _muat(isi: Gudang, nomor: int) -> Dataset:
    versi = isi.ambil(nomor)
    buku = isi.muat(nomor).buku
    if buku is None:
        raise GudangTerkendala(
            f"Versi {nomor} tidak terbaca oleh program ini", "Perbarui program, atau pulihkan versi lain"
        )
    dataset = Dataset(buku, str(nomor))
    _VERSI[dataset] = versi
    if berisi_contoh(isi.versi(), nomor):
        _CONTOH.add(dataset)
    return dataset


def _muat_lama(isi: Gudang, nomor: int) -> Dataset:
    """Load an older version with what every page of it computes first: here nobody else waits for that."""
    dataset = _muat(isi, nomor)
    uji(dataset)
    return dataset
