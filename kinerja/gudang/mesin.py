"""Opening the store: engine, SQLite's manners, migrations; a broken or newer store is refused, never written over."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

from kinerja.gudang.hak_berkas import berkas_sendiri, buat_folder
from kinerja.gudang.sambungan import ajari_postgresql, ajari_sqlite
from kinerja.gudang.titik_pulih import berkas_alamat, berkas_gudang, salin_terperiksa
from kinerja.nilai.galat import Ditolak
from kinerja.pemasangan import ALAMAT_GUDANG, tempat

if TYPE_CHECKING:
    from alembic.config import Config

MIGRASI = Path(__file__).resolve().parent / "migrasi"
REVISI = "0005"
"""The newest migration; written here so that a start whose store is up to date does not load alembic."""
PULIHKAN = "Pulihkan dengan: python -m kinerja pulihkan-cadangan BERKAS --ke URL"
TUNGGU_KOLAM = 2
"""Seconds that a page waits for a free connection; PENULIS of kinerja.gudang.gudang never take all of them."""
SIBUK = ("Gudang data sedang dipakai proses lain", "Ulangi sebentar lagi")
KUNCI_MIGRASI = 20_261_121
"""Number of PostgreSQL's advisory lock under which one process at a time changes the schema."""


class GudangTerkendala(Ditolak):
    """The store cannot be used; `pesan` says why, `saran` which command helps.

    Where `saran` names a place on the server, `saran_umum` is what others than its manager read instead.
    """

    def __init__(self, pesan: str, saran: str, saran_umum: str = "") -> None:
        super().__init__(f"{pesan}. {saran}.")
        self.pesan = pesan
        self.saran = saran
        self.saran_umum = saran_umum or saran

    @property
    def umum(self) -> str:
        """Return what a stranger may read of it."""
        return f"{self.pesan}. {self.saran_umum}."


def sedang_dipakai() -> GudangTerkendala:
    """Return what is said where others hold what is asked for, or all connections."""
    return GudangTerkendala(*SIBUK)


class _Kolam(QueuePool):
    """Says in words that every connection is taken."""

    def connect(self) -> PoolProxiedConnection:
        try:
            return super().connect()
        except PoolTimeout as galat:
            raise sedang_dipakai() from galat


def url_bawaan() -> str:
    """Return the URL of this installation's store: KINERJA_DATABASE_URL, else SQLite under var/."""
    return os.environ.get(ALAMAT_GUDANG) or f"sqlite:///{tempat() / 'var' / 'kinerja.db'}"


def buka_mesin(url: str | URL | None = None, *, harus_ada: bool = False) -> Engine:
    """Open the store and bring its schema up to date; one that must be there already is never made.

    Raises:
        GudangTerkendala: when it is unreachable, damaged, or newer than this program; and so does whatever the engine
            is asked for later.
    """
    alamat, mesin = _mesin(url or url_bawaan())
    if mesin.dialect.name == "sqlite":
        ajari_sqlite(mesin, berkas_gudang(mesin))
    else:
        ajari_postgresql(mesin, sedang_dipakai)
    event.listen(mesin, "handle_error", _terjemahkan)  # the last: no listener behind one that raises is called
    if harus_ada and _revisi(mesin) is None:
        raise GudangTerkendala("Berkas ini bukan cadangan gudang data", "Pilih berkas yang ditulis oleh cadangkan")
    _periksa_keutuhan(mesin)
    _migrasikan(mesin, alamat)
    return mesin


def url_berkas(berkas: Path) -> URL:
    """Return the URL of a SQLite file, whatever signs its name holds."""
    return URL.create("sqlite", database=str(berkas.resolve()))


def baca_alamat(url: str | URL) -> URL:
    """Return a URL in its parts.

    Raises:
        GudangTerkendala: when it is none.
    """
    try:
        return make_url(url)
    except ArgumentError as galat:
        raise _tidak_dikenal() from galat


def _tidak_dikenal() -> GudangTerkendala:
    saran = "Tulis sqlite:///LETAK/BERKAS.db atau postgresql://NAMA@SERVER/BASIS"
    return GudangTerkendala("Alamat gudang data tidak dikenal", saran)


def _mesin(url: str | URL) -> tuple[URL, Engine]:
    alamat = baca_alamat(url)
    try:
        if berkas := berkas_alamat(alamat):
            buat_folder(berkas.parent)
            berkas_sendiri(berkas)
        # A plain postgresql:// would ask for a driver that is not installed.
        polos = alamat.drivername in ("postgres", "postgresql")
        lengkap = alamat.set(drivername="postgresql+psycopg") if polos else alamat
        kolam: dict[str, Any] = {"poolclass": _Kolam, "pool_timeout": TUNGGU_KOLAM}
        if alamat.get_backend_name() == "sqlite" and berkas is None:
            kolam = {}  # one in memory has a single connection
        return alamat, create_engine(lengkap, pool_pre_ping=True, hide_parameters=True, **kolam)
    except (ArgumentError, ImportError) as galat:
        raise _tidak_dikenal() from galat
    except OSError as galat:
        raise GudangTerkendala("Folder gudang data tidak dapat dibuat", "Periksa letak dan hak tulisnya") from galat


def _periksa_keutuhan(mesin: Engine) -> None:
    """Look the file of a SQLite store over before anything is read from it or written to it."""
    if mesin.dialect.name != "sqlite":
        return
    with mesin.connect() as koneksi:
        hasil = koneksi.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if hasil != "ok":
        raise GudangTerkendala("Gudang data rusak", PULIHKAN)


def _migrasikan(mesin: Engine, alamat: URL) -> None:
    kini = _revisi(mesin)
    if kini == REVISI:
        return
    from alembic.script import ScriptDirectory

    konfigurasi = _konfigurasi()
    naskah = ScriptDirectory.from_config(konfigurasi)
    if kini is not None and kini not in {r.revision for r in naskah.walk_revisions()}:
        raise GudangTerkendala(
            "Gudang data ini dibuat oleh program yang lebih baru",
            f"Perbarui program, atau pulihkan cadangan yang sesuai. {PULIHKAN}",
        )
    _titik_pulih(alamat, kini)
    from alembic import command

    with mesin.connect().execution_options(menulis=True) as koneksi, koneksi.begin():
        if mesin.dialect.name == "postgresql":
            # Processes that start together on an empty database: the second finds the schema made.
            koneksi.exec_driver_sql(f"SELECT pg_advisory_xact_lock({KUNCI_MIGRASI})")
        konfigurasi.attributes["koneksi"] = koneksi
        command.upgrade(konfigurasi, "head")


def skema_sesuai(mesin: Engine) -> bool:
    """Tell whether the schema is still this program's: a newer process may have changed it since this one started."""
    return _revisi(mesin) == REVISI


def _revisi(mesin: Engine) -> str | None:
    with mesin.connect() as koneksi:
        if not inspect(koneksi).has_table("alembic_version"):
            return None
        return koneksi.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _titik_pulih(alamat: URL, kini: str | None) -> None:
    """Keep a verified copy of an existing SQLite store before its schema changes."""
    berkas = berkas_alamat(alamat)
    if kini is None or berkas is None:
        return
    salinan = berkas.with_name(f"{berkas.name}.sebelum-{kini}.baru")
    salin_terperiksa(berkas, salinan)
    with closing(sqlite3.connect(salinan)) as koneksi:
        sama = koneksi.execute("SELECT version_num FROM alembic_version").fetchone() == (kini,)
    if sama:
        salinan.replace(salinan.with_suffix(""))
    else:
        salinan.unlink()  # another process was faster: what it has changed already is no copy of before


def _konfigurasi() -> "Config":
    from alembic.config import Config

    konfigurasi = Config()
    konfigurasi.set_main_option("script_location", str(MIGRASI).replace("%", "%%"))
    konfigurasi.set_main_option("path_separator", "os")
    konfigurasi.set_main_option("version_locations", str(MIGRASI / "versi").replace("%", "%%"))
    return konfigurasi


def _terjemahkan(konteks: ExceptionContext) -> None:
    """Turn what the database cannot do into words; a wrong statement of ours stays a bug."""
    galat = konteks.sqlalchemy_exception
    bug = isinstance(galat, IntegrityError | ProgrammingError)
    if isinstance(galat, DatabaseError) and not bug and not konteks.is_pre_ping:
        raise _terkendala(galat, konteks.dialect.name) from galat


def _terkendala(galat: DatabaseError, jenis: str) -> GudangTerkendala:
    teks = str(galat.orig)
    for tanda, pesan, saran in _KENDALA:
        if tanda in teks:
            return GudangTerkendala(pesan, saran)
    if jenis != "sqlite":
        putus = isinstance(galat, OperationalError)
        pesan = "Gudang data tidak dapat dihubungi" if putus else "Gudang data menolak permintaan ini"
        return GudangTerkendala(pesan, "Periksa server basis data, lalu ulangi")
    return GudangTerkendala("Gudang data rusak", PULIHKAN)


_KENDALA = (
    ("readonly", "Gudang data hanya dapat dibaca", "Periksa hak tulis pada folder var"),
    ("read-only", "Gudang data hanya dapat dibaca", "Periksa hak tulis pada basis data"),
    ("locked", *SIBUK),
    ("lock timeout", *SIBUK),
    ("is full", "Ruang penyimpanan gudang data habis", "Sediakan ruang, lalu ulangi"),
    ("No space left", "Ruang penyimpanan gudang data habis", "Sediakan ruang, lalu ulangi"),
    ("unable to open", "Gudang data tidak dapat dibuka", "Periksa letak berkasnya dan hak aksesnya"),
    ("out of memory", "Memori tidak cukup untuk membaca gudang data", "Tutup program lain, lalu ulangi"),
    ("disk I/O", "Penyimpanan gudang data tidak dapat dibaca atau ditulis", "Periksa ruang dan keadaan disk"),
)
"""What the texts of the databases give away, with what helps."""
