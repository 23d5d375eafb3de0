"""Where the dataset of this installation comes from: a version in the store, loaded once and kept ready.

This is the only place that knows the store for those who read; pages ask for the active dataset (DESIGN section 3).
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from kinerja.buku.temuan import TemuanBuku
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang, TidakAda, Versi
from kinerja.gudang.mesin import GudangTerkendala, url_bawaan
from kinerja.gudang.pintu import gudang
from kinerja.pemasangan import berkas_bawaan
from kinerja.unggah.awal import isi_awal

DISIMPAN = 4
"""Versions kept in memory: the active one, and those that somebody compares with."""


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
    """

    dataset: Dataset | None = None
    versi: Versi | None = None
    nomor_aktif: int | None = None
    berkas: Path | None = None
    temuan: tuple[TemuanBuku, ...] = ()
    kendala: GudangTerkendala | None = None
    terlihat: datetime | None = None


_KUNCI = Lock()
_DITOLAK: dict[tuple[str, str, int, int], tuple[TemuanBuku, ...]] = {}
_TERMUAT: OrderedDict[tuple[str, int], tuple[Dataset, Versi]] = OrderedDict()
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
    return any(url == url_bawaan() for url, _ in list(_TERMUAT))


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
            if n is not None and (termuat := _TERMUAT.get((url, n))):
                dataset, versi = termuat
                return Aktif(dataset=dataset, versi=versi, nomor_aktif=kini, kendala=kendala, terlihat=saat)
        return Aktif(kendala=kendala)


def _aktif(isi: Gudang, nomor: int | None) -> Aktif:
    with _KUNCI:
        kini = isi.aktif()
        if kini is None:
            # The workbook of the data folder is tried again only when the file has changed.
            berkas = berkas_bawaan()
            temuan: tuple[TemuanBuku, ...] = ()
            if berkas is not None:
                keadaan = berkas.stat()
                kunci = (url_bawaan(), str(berkas), keadaan.st_mtime_ns, keadaan.st_size)
                if kunci not in _DITOLAK:
                    _DITOLAK.clear()
                    _DITOLAK[kunci] = isi_awal(isi)
                temuan = _DITOLAK[kunci]
            kini = isi.aktif()
            if kini is None:
                return Aktif(berkas=berkas, temuan=temuan)
        try:
            dataset, versi = _muat(isi, nomor or kini)
        except TidakAda:
            dataset, versi = _muat(isi, kini)
        _TERLIHAT[url_bawaan()] = kini, datetime.now(UTC)
    return Aktif(dataset=dataset, versi=versi, nomor_aktif=kini)


def _muat(isi: Gudang, nomor: int) -> tuple[Dataset, Versi]:
    kunci = (url_bawaan(), nomor)
    if kunci not in _TERMUAT:
        versi = isi.ambil(nomor)
        buku = isi.muat(nomor).buku
        if buku is None:
            raise GudangTerkendala(
                f"Versi {nomor} tidak terbaca oleh program ini", "Perbarui program, atau pulihkan versi lain"
            )
        _TERMUAT[kunci] = (Dataset(buku, str(nomor)), versi)
        while len(_TERMUAT) > DISIMPAN:
            _TERMUAT.popitem(last=False)
    _TERMUAT.move_to_end(kunci)
    return _TERMUAT[kunci]
