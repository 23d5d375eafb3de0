"""First schema: versions, blobs, drafts, locks, pointer, log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; written out, because a migration must not change when the schema does."""
    _versi()
    op.create_table("blob", *_blob("nomor", sa.ForeignKey("versi.nomor")))
    op.create_table(
        "draf",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("oleh", sa.Text, nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("dasar", sa.Integer, sa.ForeignKey("versi.nomor")),
        sa.Column("sidik", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("berkas", sa.Text, nullable=False),
        sa.Column("rincian", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table("blob_draf", *_blob("draf", sa.ForeignKey("draf.id", ondelete="CASCADE")))
    _kunci()
    op.create_table(
        "penunjuk",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("nomor", sa.Integer, sa.ForeignKey("versi.nomor"), nullable=False),
        sa.CheckConstraint("id = 1"),
    )
    op.create_table(
        "log",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("peristiwa", sa.String(32), nullable=False),
        sa.Column("oleh", sa.Text, nullable=False),
        sa.Column("rincian", sa.JSON, nullable=False),
    )


def _versi() -> None:
    op.create_table(
        "versi",
        sa.Column("nomor", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("sidik", sa.String(64), nullable=False),
        sa.Column("berkas", sa.Text, nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("oleh", sa.Text, nullable=False),
        sa.Column("catatan", sa.Text, nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("dasar", sa.Integer, sa.ForeignKey("versi.nomor")),
        sa.Column("perubahan", sa.JSON, nullable=False),
        sa.Column("dampak", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )


def _kunci() -> None:
    op.create_table(
        "kunci",
        sa.Column("tahun", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("periode", sa.String(16), primary_key=True),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("oleh", sa.Text, nullable=False),
        sa.Column("alasan", sa.Text, nullable=False),
    )


def _blob(induk: str, acuan: sa.ForeignKey) -> tuple[sa.schema.SchemaItem, ...]:
    """Files that belong to a version or a draft: originals and rows as Parquet."""
    return (
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column(induk, sa.Integer, acuan, nullable=False),
        sa.Column("jenis", sa.String(16), nullable=False),
        sa.Column("nama", sa.Text, nullable=False),
        sa.Column("isi", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint(induk, "jenis", "nama"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for nama in ("log", "penunjuk", "kunci", "blob_draf", "draf", "blob", "versi"):
        op.drop_table(nama)
