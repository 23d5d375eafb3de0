"""Versions: publish, list, load, roll back; each change is one transaction together with the pointer and the log."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import BoundedSemaphore
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, func, insert, literal, select, update

from kinerja.buku.banding.kanonik import sidik_kanonik
from kinerja.buku.banding.rincian import RincianUnggahan
from kinerja.buku.muat import HasilMuat, muat_tersimpan
from kinerja.buku.pembaca import LembarMentah
from kinerja.gudang.mesin import GudangTerkendala, sedang_dipakai
from kinerja.gudang.parket import dari_parket, ke_parket
from kinerja.gudang.sambungan import TUNGGU_MS
from kinerja.gudang.skema import BLOB, BLOB_DRAF, DRAF, KUNCI, LOG, PENUNJUK, VERSI
from kinerja.gudang.titik_pulih import sebelum_terbit
from kinerja.nilai.galat import Ditolak

ASLI, PARKET = "asli", "parket"
UMUR_DRAF = timedelta(days=1)
NOMOR_MAKS = 2**31 - 1
PENULIS = 8
"""Writers that hold a connection at a time, of fifteen: where all of them wait for a lock, readers still have some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versi:
    """A published version, as the history shows it; `waktu` is UTC, `dampak` sentences about what it changed."""

    nomor: int
    sha256: str
    sidik: str
    berkas: str
    waktu: datetime
    oleh: str
    catatan: str
    mode: str
    dasar: int | None
    perubahan: Mapping[str, int]
    dampak: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiDraf:
    """What a draft holds.

    Attributes:
        oleh: who sent it.
        mode: ganti or perbarui.
        dasar: number of the version it was compared with; None for the first.
        sidik: hash of the canonical sheets.
        sha256, berkas: hash and name of the original (of the first file where there are several).
        rincian: everything else that people are shown.
    """

    oleh: str
    mode: str
    dasar: int | None
    sidik: str
    sha256: str
    berkas: str
    rincian: RincianUnggahan


SeluruhKunci = frozenset[tuple[int, str]]
"""Every locked period: its year, and Tahunan or a quarter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kunci:
    """A locked year, or a quarter of it; `periode` is Tahunan for the whole year."""

    tahun: int
    periode: str
    waktu: datetime
    oleh: str
    alasan: str


class DasarBerubah(Ditolak):
    """Somebody published meanwhile; carries the number of the version that is active now."""

    def __init__(self, aktif: int | None) -> None:
        super().__init__(f"Versi {aktif} terbit sementara itu; periksa dan bandingkan sekali lagi")
        self.aktif = aktif


class KeadaanBerubah(Ditolak):
    """What was asked for was checked against other locks, or another active version, than those that hold now."""

    def __init__(self) -> None:
        super().__init__("Periode dikunci atau versi lain diaktifkan sementara itu; ulangi sebentar lagi")


class TidakAda(Ditolak):
    """There is no version, draft or lock of that name."""

    def __init__(self, nama: str) -> None:
        super().__init__(f"{nama} tidak ada")


class IsiBerubah(Ditolak):
    """What a draft holds is not what was checked: somebody changed it in the database."""

    def __init__(self) -> None:
        super().__init__("Isi unggahan ini berubah sesudah diperiksa; tidak ada yang terbit. Unggah dan periksa lagi")


class Gudang:
    """The store of versions."""

    def __init__(self, mesin: Engine) -> None:
        self.mesin = mesin
        self._penulis = BoundedSemaphore(PENULIS)

    # --- reading ------------------------------------------------------------------------------------------------------

    def aktif(self) -> int | None:
        """Return the number of the active version, None in an empty store."""
        with self.mesin.connect() as koneksi:
            return _aktif(koneksi)

    def versi(self) -> tuple[Versi, ...]:
        """Return every version, newest first (by number, never by clock)."""
        with self.mesin.connect() as koneksi:
            baris = koneksi.execute(select(VERSI).order_by(VERSI.c.nomor.desc()))
            return tuple(_versi(dict(b._mapping)) for b in baris)

    def ambil(self, nomor: int) -> Versi:
        """Return one version.

        Raises:
            TidakAda: when there is none of that number.
        """
        return _versi(self._satu(VERSI, VERSI.c.nomor, nomor, "Versi"))

    def draf(self, nomor: int) -> IsiDraf:
        """Return a draft.

        Raises:
            TidakAda: when it was published or dropped.
        """
        baris = self._satu(DRAF, DRAF.c.id, nomor, "Draf")
        isi = {k: baris[k] for k in IsiDraf.__dataclass_fields__}
        return IsiDraf(**{**isi, "rincian": RincianUnggahan.dari_json(baris["rincian"])})

    def _satu(self, tabel: Table, kolom: Any, nomor: int, sebutan: str) -> dict[str, Any]:
        with self.mesin.connect() as koneksi:
            # A number that no column could hold is not even asked for.
            baris = koneksi.execute(select(tabel).where(kolom == nomor)).first() if 0 < nomor <= NOMOR_MAKS else None
        if baris is None:
            raise TidakAda(f"{sebutan} {nomor}")
        return dict(baris._mapping)

    def lembar(self, nomor: int) -> tuple[LembarMentah, ...]:
        """Return the canonical sheets of a version, from Parquet, never from the workbook."""
        return tuple(dari_parket(nama, isi) for nama, isi in self._blob(BLOB, BLOB.c.nomor, nomor, PARKET))

    def lembar_draf(self, nomor: int) -> tuple[LembarMentah, ...]:
        """Return the canonical sheets of a draft."""
        return _lembar_terperiksa(self._blob(BLOB_DRAF, BLOB_DRAF.c.draf, nomor, PARKET))

    def asli(self, nomor: int) -> tuple[tuple[str, bytes], ...]:
        """Return the original files of a version, byte for byte."""
        return self._blob(BLOB, BLOB.c.nomor, nomor, ASLI)

    def nama_asli(self, nomor: int) -> tuple[str, ...]:
        """Return the names of a version's original files, without reading them."""
        pilih = select(BLOB.c.nama).where(BLOB.c.nomor == nomor, BLOB.c.jenis == ASLI).order_by(BLOB.c.id)
        with self.mesin.connect() as koneksi:
            return tuple(koneksi.execute(pilih).scalars())

    def _blob(self, tabel: Table, induk: Any, nomor: int, jenis: str) -> tuple[tuple[str, bytes], ...]:
        pilih = select(tabel.c.nama, tabel.c.isi).where(induk == nomor, tabel.c.jenis == jenis).order_by(tabel.c.id)
        with self.mesin.connect() as koneksi:
            return tuple((nama, isi) for nama, isi in koneksi.execute(pilih))

    def muat(self, nomor: int) -> HasilMuat:
        """Load a version's rows."""
        return muat_tersimpan(self.lembar(nomor))

    def kunci(self) -> tuple[Kunci, ...]:
        """Return the locked periods, newest year first."""
        urut = select(KUNCI).order_by(KUNCI.c.tahun.desc(), KUNCI.c.periode)
        with self.mesin.connect() as koneksi:
            return tuple(Kunci(**berzona(dict(b._mapping))) for b in koneksi.execute(urut))

    def terkunci(self) -> SeluruhKunci:
        """Return the locked periods alone."""
        return frozenset((k.tahun, k.periode) for k in self.kunci())

    def log(self, batas: int | None = None) -> tuple[Mapping[str, Any], ...]:
        """Return the audit log, newest first."""
        pilih = select(LOG).order_by(LOG.c.id.desc()).limit(batas)
        with self.mesin.connect() as koneksi:
            return tuple(berzona(dict(b._mapping)) for b in koneksi.execute(pilih))

    # --- writing ------------------------------------------------------------------------------------------------------

    def simpan_draf(self, isi: IsiDraf, lembar: Iterable[LembarMentah], asli: Iterable[tuple[str, bytes]]) -> int:
        """Keep a checked import until it is published; drafts that nobody published within a day go."""
        with self.menulis() as koneksi:
            basi = select(DRAF.c.id).where(DRAF.c.waktu < kini() - UMUR_DRAF)
            koneksi.execute(delete(BLOB_DRAF).where(BLOB_DRAF.c.draf.in_(basi)))
            koneksi.execute(delete(DRAF).where(DRAF.c.waktu < kini() - UMUR_DRAF))
            nilai = {k: getattr(isi, k) for k in IsiDraf.__dataclass_fields__} | {"rincian": isi.rincian.json()}
            nomor = int(koneksi.execute(insert(DRAF).values(**nilai, waktu=kini()).returning(DRAF.c.id)).scalar_one())
            koneksi.execute(insert(BLOB_DRAF), list(_baris_blob(nomor, lembar, asli)))
            catat(koneksi, "unggah", isi.oleh, {"berkas": isi.berkas, "mode": isi.mode, "dasar": isi.dasar})
        return nomor

    def buang_draf(self, nomor: int) -> None:
        """Drop a draft."""
        with self.menulis() as koneksi:
            _buang_draf(koneksi, nomor)

    def terbitkan(self, draf: int, oleh: str, catatan: str, terperiksa: SeluruhKunci | None = None) -> int:
        """Publish a draft: version, blobs, pointer and log in one transaction; returns the new number.

        `terperiksa` are the locks that the draft was held against; None where nobody asks.

        Raises:
            TidakAda: when there is no such draft (it was published already).
            DasarBerubah: when another version became active since the comparison; nothing is written.
            KeadaanBerubah: when other locks hold than those it was held against; nothing is written.
            IsiBerubah: when its files or rows no longer match their fingerprints; nothing is written.
            TitikPulihGagal: when the copy that is made before cannot be written; nothing is written either.
        """
        isi = self.draf(draf)
        if isi.dasar is not None:
            sebelum_terbit(self.mesin)
        with self.menulis() as koneksi:
            aktif = _aktif(koneksi, kunci=True)
            if aktif != isi.dasar:
                raise DasarBerubah(aktif)
            _pastikan_kunci(koneksi, terperiksa)
            nomor = _jadikan_versi(koneksi, draf, isi, oleh, catatan)
            if not _buang_draf(koneksi, draf):
                raise TidakAda(f"Draf {draf}")
            _tunjuk(koneksi, nomor, ada=aktif is not None)
            rincian = {"nomor": nomor, "dasar": aktif, "berkas": isi.berkas, "catatan": catatan}
            catat(koneksi, "terbit", oleh, rincian)
        return nomor

    def pulihkan(
        self, nomor: int, oleh: str, catatan: str, terperiksa: tuple[int | None, SeluruhKunci] | None = None
    ) -> None:
        """Make an older version the active one.

        `terperiksa` are the active version and the locks that it was held against; None where nobody asks.

        Raises:
            TidakAda: when there is none of that number.
            KeadaanBerubah: when another version is active or other locks hold; nothing is written.
        """
        self.ambil(nomor)
        with self.menulis() as koneksi:
            lalu = _aktif(koneksi, kunci=True)
            if terperiksa is not None and terperiksa[0] != lalu:
                raise KeadaanBerubah
            _pastikan_kunci(koneksi, terperiksa[1] if terperiksa else None)
            _tunjuk(koneksi, nomor, ada=lalu is not None)
            catat(koneksi, "pulih", oleh, {"nomor": nomor, "dari": lalu, "catatan": catatan})

    def kunci_periode(self, tahun: int, periode: str, oleh: str, alasan: str) -> None:
        """Lock a year or a quarter; locking again renews the reason. It waits for a publication that runs."""
        with self.menulis() as koneksi:
            _aktif(koneksi, kunci=True)
            koneksi.execute(delete(KUNCI).where(KUNCI.c.tahun == tahun, KUNCI.c.periode == periode))
            isi = {"tahun": tahun, "periode": periode, "oleh": oleh, "alasan": alasan}
            koneksi.execute(insert(KUNCI).values(**isi, waktu=kini()))
            catat(koneksi, "kunci", oleh, {"tahun": tahun, "periode": periode, "alasan": alasan})

    def buka_kunci(self, tahun: int, periode: str, oleh: str, alasan: str) -> None:
        """Unlock a year or a quarter.

        Raises:
            TidakAda: when it is not locked.
        """
        with self.menulis() as koneksi:
            _aktif(koneksi, kunci=True)
            hasil = koneksi.execute(delete(KUNCI).where(KUNCI.c.tahun == tahun, KUNCI.c.periode == periode))
            if not hasil.rowcount:
                raise TidakAda(f"Kunci {periode} {tahun}")
            catat(koneksi, "buka kunci", oleh, {"tahun": tahun, "periode": periode, "alasan": alasan})

    def catat(self, peristiwa: str, oleh: str, **rincian: Any) -> None:
        """Write an event that changes no version: a refusal, a login."""
        with self.menulis() as koneksi:
            catat(koneksi, peristiwa, oleh, rincian)

    @contextmanager
    def menulis(self) -> Iterator[Connection]:
        """Begin a transaction that writes; on SQLite it takes the lock at once.

        Raises:
            GudangTerkendala: when others hold what is to be written, or too many wait for that already.
        """
        if not self._penulis.acquire(timeout=TUNGGU_MS / 1000):
            raise sedang_dipakai()
        try:
            with self.mesin.execution_options(menulis=True).begin() as koneksi:
                yield koneksi
        finally:
            self._penulis.release()


def catat(koneksi: Connection, peristiwa: str, oleh: str, rincian: Mapping[str, Any]) -> None:
    """Write an event into the log, in the transaction of what it tells of."""
    koneksi.execute(insert(LOG).values(waktu=kini(), peristiwa=peristiwa, oleh=oleh, rincian=dict(rincian)))


def jumlah_versi(mesin: Engine) -> int:
    """Count the versions of a store."""
    with mesin.connect() as koneksi:
        return int(koneksi.execute(select(func.count()).select_from(VERSI)).scalar_one())


def _jadikan_versi(koneksi: Connection, draf: int, isi: IsiDraf, oleh: str, catatan: str) -> int:
    nilai = {
        "sha256": isi.sha256,
        "sidik": isi.sidik,
        "berkas": isi.berkas,
        "waktu": kini(),
        "oleh": oleh,
        "catatan": catatan,
        "mode": isi.mode,
        "dasar": isi.dasar,
        "perubahan": dict(isi.rincian.perubahan),
        "dampak": list(isi.rincian.dampak),
    }
    nomor = int(koneksi.execute(insert(VERSI).values(**nilai).returning(VERSI.c.nomor)).scalar_one())
    d = BLOB_DRAF.c
    isi_blob = select(literal(nomor), d.jenis, d.nama, d.isi).where(d.draf == draf).order_by(d.id)
    koneksi.execute(insert(BLOB).from_select(["nomor", "jenis", "nama", "isi"], isi_blob))
    # What now stands as a version must be what was checked; of several originals the first is known.
    pilih = select(BLOB.c.nama, BLOB.c.isi).where(BLOB.c.nomor == nomor)
    asli = koneksi.execute(pilih.where(BLOB.c.jenis == ASLI).order_by(BLOB.c.id)).first()
    parket = koneksi.execute(pilih.where(BLOB.c.jenis == PARKET).order_by(BLOB.c.id))
    if asli is None or hashlib.sha256(asli.isi).hexdigest() != isi.sha256:
        raise IsiBerubah
    if sidik_kanonik(_lembar_terperiksa(parket)) != isi.sidik:
        raise IsiBerubah
    return nomor


def _lembar_terperiksa(blob: Iterable[tuple[str, bytes]]) -> tuple[LembarMentah, ...]:
    """Read the sheets of a draft back; bytes that are none any more are a change like any other."""
    semua = list(blob)  # what the database says of itself is no change
    try:
        return tuple(dari_parket(nama, isi) for nama, isi in semua)
    except GudangTerkendala as rusak:
        raise IsiBerubah from rusak


def _buang_draf(koneksi: Connection, nomor: int) -> bool:
    koneksi.execute(delete(BLOB_DRAF).where(BLOB_DRAF.c.draf == nomor))
    return bool(koneksi.execute(delete(DRAF).where(DRAF.c.id == nomor)).rowcount)


def _baris_blob(
    draf: int, lembar: Iterable[LembarMentah], asli: Iterable[tuple[str, bytes]]
) -> Iterable[dict[str, object]]:
    berkas = list(asli)
    for urutan, (nama, isi) in enumerate(berkas, 1):
        # Several files may bear one name.
        yield {"draf": draf, "jenis": ASLI, "nama": nama if len(berkas) == 1 else f"{urutan}. {nama}", "isi": isi}
    for s in lembar:
        yield {"draf": draf, "jenis": PARKET, "nama": s.nama, "isi": ke_parket(s)}


def _aktif(koneksi: Connection, *, kunci: bool = False) -> int | None:
    if kunci and koneksi.dialect.name == "postgresql":
        # Two first publications have no pointer row to lock yet; the table is locked instead.
        koneksi.exec_driver_sql("LOCK TABLE penunjuk IN EXCLUSIVE MODE")
    return koneksi.execute(select(PENUNJUK.c.nomor).where(PENUNJUK.c.id == 1)).scalar()


def _pastikan_kunci(koneksi: Connection, terperiksa: SeluruhKunci | None) -> None:
    """Refuse what was held against other locks; who locks waits for the pointer, so that none comes in between."""
    if terperiksa is not None and terperiksa != {
        tuple(b) for b in koneksi.execute(select(KUNCI.c.tahun, KUNCI.c.periode))
    }:
        raise KeadaanBerubah


def _tunjuk(koneksi: Connection, nomor: int, *, ada: bool) -> None:
    if ada:
        koneksi.execute(update(PENUNJUK).where(PENUNJUK.c.id == 1).values(nomor=nomor))
    else:
        koneksi.execute(insert(PENUNJUK).values(id=1, nomor=nomor))


def _versi(baris: Mapping[str, Any]) -> Versi:
    isi = berzona({k: baris[k] for k in Versi.__dataclass_fields__})
    return Versi(**{**isi, "dampak": tuple(isi["dampak"])})


def kini() -> datetime:
    """Return the time, as it is stored."""
    return datetime.now(UTC)


def berzona(isi: dict[str, Any]) -> dict[str, Any]:
    """Times come back from SQLite without their zone, from PostgreSQL in the server's; all become UTC."""
    return {k: _utc(v) if isinstance(v, datetime) else v for k, v in isi.items()}


def _utc(waktu: datetime) -> datetime:
    return waktu.replace(tzinfo=UTC) if waktu.tzinfo is None else waktu.astimezone(UTC)
