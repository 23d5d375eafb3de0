"""Tables of the store. A version never changes once it stands; only the pointer moves.

A draft is an import that was checked and compared but not published; publishing copies it inside the database.
"""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

VERSI = Table(
    "versi",
    METADATA,
    Column("nomor", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), nullable=False),
    Column("sidik", String(64), nullable=False),
    Column("berkas", Text, nullable=False),
    Column("waktu", DateTime(timezone=True), nullable=False),
    Column("oleh", Text, nullable=False),
    Column("catatan", Text, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("dasar", Integer, ForeignKey("versi.nomor")),
    Column("perubahan", JSON, nullable=False),
    Column("dampak", JSON, nullable=False),
    sqlite_autoincrement=True,
)

BLOB = Table(
    "blob",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("nomor", Integer, ForeignKey("versi.nomor"), nullable=False),
    Column("jenis", String(16), nullable=False),
    Column("nama", Text, nullable=False),
    Column("isi", LargeBinary, nullable=False),
    UniqueConstraint("nomor", "jenis", "nama"),
)

DRAF = Table(
    "draf",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("waktu", DateTime(timezone=True), nullable=False),
    Column("oleh", Text, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("dasar", Integer, ForeignKey("versi.nomor")),
    Column("sidik", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("berkas", Text, nullable=False),
    Column("rincian", JSON, nullable=False),
    sqlite_autoincrement=True,
)

BLOB_DRAF = Table(
    "blob_draf",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("draf", Integer, ForeignKey("draf.id", ondelete="CASCADE"), nullable=False),
    Column("jenis", String(16), nullable=False),
    Column("nama", Text, nullable=False),
    Column("isi", LargeBinary, nullable=False),
    UniqueConstraint("draf", "jenis", "nama"),
)

KUNCI = Table(
    "kunci",
    METADATA,
    Column("tahun", Integer, primary_key=True, autoincrement=False),
    Column("periode", String(16), primary_key=True),
    Column("waktu", DateTime(timezone=True), nullable=False),
    Column("oleh", Text, nullable=False),
    Column("alasan", Text, nullable=False),
)

PENUNJUK = Table(
    "penunjuk",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("nomor", Integer, ForeignKey("versi.nomor"), nullable=False),
    CheckConstraint("id = 1"),
)

LOG = Table(
    "log",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("waktu", DateTime(timezone=True), nullable=False),
    Column("peristiwa", String(32), nullable=False),
    Column("oleh", Text, nullable=False),
    Column("rincian", JSON, nullable=False),
)

TUTUPAN = Table(
    "tutupan",
    METADATA,
    Column("temuan", String(32), primary_key=True),
    Column("seharusnya", Text, nullable=False),
    Column("waktu", DateTime(timezone=True), nullable=False),
    Column("oleh", Text, nullable=False),
    Column("alasan", Text, nullable=False),
)
"""Findings of the audit that were closed: valid as long as the same figure is printed and the same one follows."""

LAPORAN = Table(
    "laporan",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("waktu", DateTime(timezone=True), nullable=False),
    Column("oleh", Text, nullable=False),
    Column("kode_opd", Text, nullable=False),
    Column("kode_indikator", Text, nullable=False),
    Column("tahun", Integer, nullable=False),
    Column("ukuran", String(32), nullable=False),
    Column("isi", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("selesai_waktu", DateTime(timezone=True)),
    Column("selesai_oleh", Text, nullable=False),
    Column("selesai_catatan", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Notes to the managers about a figure that looks wrong, by its address."""

NOTULEN = Table(
    "notulen",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kunci", String(40), nullable=False, unique=True),
    Column("kode_opd", Text, nullable=False),
    Column("kode_indikator", Text, nullable=False),
    Column("tahun", Integer, nullable=False),
    Column("slaid", Text, nullable=False),
    Column("keputusan", Text, nullable=False),
    Column("penanggung_jawab", Text, nullable=False),
    Column("tenggat", Date, nullable=False),
    Column("waktu", DateTime(timezone=True), nullable=False),
    Column("oleh", Text, nullable=False),
    Column("selesai_waktu", DateTime(timezone=True)),
    Column("selesai_oleh", Text, nullable=False),
    Column("selesai_catatan", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Decisions of a meeting; `kunci` is the sender's own name for one, so that what is sent twice stands once."""

CABUTAN = Table(
    "cabutan",
    METADATA,
    Column("tanda", String(64), primary_key=True),
    Column("waktu", DateTime(timezone=True), nullable=False),
)
"""Logins that were ended before their time; `tanda` is a hash that opens nothing."""

INGATAN = Table(
    "ingatan_tabel",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kode_opd", Text, nullable=False),
    Column("sidik", String(64), nullable=False),
    Column("jenis", String(32), nullable=False),
    Column("berkas", Text, nullable=False),
    Column("isi", JSON, nullable=False),
    Column("waktu", DateTime(timezone=True), nullable=False),
    Column("oleh", Text, nullable=False),
    UniqueConstraint("kode_opd", "sidik"),
    sqlite_autoincrement=True,
)
"""How tables of offices were read: the next one of the same form, known by its fingerprint, is read the same way."""

URUTAN_SALIN = (VERSI, BLOB, PENUNJUK, KUNCI, TUTUPAN, LAPORAN, NOTULEN, CABUTAN, INGATAN, LOG)
"""Order in which the tables are copied from store to store: what is pointed at comes first. Drafts stay behind."""
