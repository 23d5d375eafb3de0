"""Copying a whole store: backup, restore, and the move between SQLite and PostgreSQL are one function."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, insert, select, text

from kinerja.gudang.gudang import berzona, jumlah_versi
from kinerja.gudang.mesin import GudangTerkendala, buka_mesin, url_berkas
from kinerja.gudang.skema import CABUTAN, INGATAN, KUNCI, LAPORAN, LOG, NOTULEN, TUTUPAN, URUTAN_SALIN
from kinerja.gudang.titik_pulih import berkas_gudang

SEKALIGUS = 20
"""Rows copied at once; a blob can be megabytes."""


def salin(dari: Engine, ke: Engine) -> int:
    """Copy every row of a store into an empty one, in one transaction; returns the number of versions.

    Raises:
        GudangTerkendala: when the target already holds versions.
    """
    if jumlah_versi(ke):
        raise GudangTerkendala("Gudang tujuan sudah berisi versi", "Pilih gudang tujuan yang kosong")
    with _sekejap(dari) as sumber, ke.execution_options(menulis=True).begin() as tujuan:
        # A store without versions may still have a log; it is written behind the other's.
        jejak = tujuan.execute(select(LOG).order_by(LOG.c.id))
        sendiri = [{k: v for k, v in b._mapping.items() if k != "id"} for b in jejak]
        for tabel in (LOG, KUNCI, TUTUPAN, LAPORAN, NOTULEN, CABUTAN, INGATAN):
            tujuan.execute(delete(tabel))
        for tabel in URUTAN_SALIN:
            kunci = next(iter(tabel.primary_key.columns))
            for bagian in _per_bagian(sumber, select(tabel).order_by(kunci)):
                tujuan.execute(insert(tabel), bagian)
        _lanjutkan_nomor(tujuan)
        if sendiri:
            tujuan.execute(insert(LOG), sendiri)
    return jumlah_versi(ke)


def _sekejap(dari: Engine) -> Connection:
    """Connect to a store as it stands at one moment, whoever publishes meanwhile."""
    pilihan: dict[str, Any] = {"sabar": True}
    if dari.dialect.name == "postgresql":  # a transaction of SQLite sees nothing else anyhow
        pilihan |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return dari.connect().execution_options(**pilihan)


def _per_bagian(sumber: Connection, pilih: Select[Any]) -> Iterator[list[dict[str, object]]]:
    hasil = sumber.execute(pilih, execution_options={"yield_per": SEKALIGUS})
    for bagian in hasil.partitions():
        yield [berzona(dict(b._mapping)) for b in bagian]


def _lanjutkan_nomor(tujuan: Connection) -> None:
    """PostgreSQL counts by sequences that know nothing of copied numbers."""
    if tujuan.dialect.name != "postgresql":
        return
    for tabel in URUTAN_SALIN:
        kolom = next(iter(tabel.primary_key.columns)).name
        urutan = tujuan.execute(text("SELECT pg_get_serial_sequence(:t, :k)"), {"t": tabel.name, "k": kolom}).scalar()
        if urutan:
            terakhir = f"SELECT setval('{urutan}', GREATEST((SELECT COALESCE(MAX({kolom}), 1) FROM {tabel.name}), 1))"  # noqa: S608 - names of our own tables
            tujuan.execute(text(terakhir))


def cadangkan(dari: Engine, berkas: Path) -> int:
    """Write a backup: a SQLite file of its own, complete or not there at all."""
    if berkas.exists():
        raise GudangTerkendala(f"Berkas {berkas.name} sudah ada", "Pilih nama berkas cadangan yang lain")
    sementara = berkas.with_name(berkas.name + ".sebagian")
    sementara.unlink(missing_ok=True)
    try:
        jumlah = _ke_berkas(dari, sementara)
        sementara.replace(berkas)
    finally:
        sementara.unlink(missing_ok=True)
    return jumlah


def _ke_berkas(dari: Engine, berkas: Path) -> int:
    mesin = buka_mesin(url_berkas(berkas))
    try:
        return salin(dari, mesin)
    finally:
        mesin.dispose()


def pulihkan_cadangan(berkas: Path, ke: Engine) -> int:
    """Restore a backup into an empty store; returns the number of versions. The backup itself is only read.

    Raises:
        GudangTerkendala: when it is none, cannot be read, or the target holds versions.
    """
    if not berkas.is_file():
        raise GudangTerkendala(f"Berkas cadangan {berkas.name} tidak ditemukan", "Periksa nama dan letak berkas")
    # An older backup is brought up to date, one with a journal rolled back: in a copy, where the store will lie.
    tujuan = berkas_gudang(ke)
    with TemporaryDirectory(prefix="kinerja-pulih-", dir=tujuan and tujuan.parent) as folder:
        salinan = Path(folder) / "cadangan.db"
        try:
            copyfile(berkas, salinan)
            jurnal = berkas.with_name(f"{berkas.name}-journal")
            if jurnal.exists():
                copyfile(jurnal, salinan.with_name(f"{salinan.name}-journal"))
        except OSError as galat:
            saran = "Periksa hak baca berkas itu dan ruang di folder gudang tujuan, lalu ulangi"
            raise GudangTerkendala(f"Berkas cadangan {berkas.name} tidak dapat disalin", saran) from galat
        mesin = buka_mesin(url_berkas(salinan), harus_ada=True)
        try:
            return salin(mesin, ke)
        finally:
            mesin.dispose()
