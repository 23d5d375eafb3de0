"""What people say about findings and figures: closed findings of the audit, notes about wrong figures."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the two tables; written out, because a migration must not change when the schema does."""
    op.create_table(
        "tutupan",
        sa.Column("temuan", sa.String(32), primary_key=True),
        sa.Column("seharusnya", sa.Text, nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("oleh", sa.Text, nullable=False),
        sa.Column("alasan", sa.Text, nullable=False),
    )
    op.create_table(
        "laporan",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("oleh", sa.Text, nullable=False),
        sa.Column("kode_opd", sa.Text, nullable=False),
        sa.Column("kode_indikator", sa.Text, nullable=False),
        sa.Column("tahun", sa.Integer, nullable=False),
        sa.Column("ukuran", sa.String(32), nullable=False),
        sa.Column("isi", sa.Text, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("selesai_waktu", sa.DateTime(timezone=True)),
        sa.Column("selesai_oleh", sa.Text, nullable=False),
        sa.Column("selesai_catatan", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("laporan")
    op.drop_table("tutupan")
