"""Decisions of a meeting."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; written out, because a migration must not change when the schema does."""
    op.create_table(
        "notulen",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kunci", sa.String(40), nullable=False, unique=True),
        sa.Column("kode_opd", sa.Text, nullable=False),
        sa.Column("kode_indikator", sa.Text, nullable=False),
        sa.Column("tahun", sa.Integer, nullable=False),
        sa.Column("slaid", sa.Text, nullable=False),
        sa.Column("keputusan", sa.Text, nullable=False),
        sa.Column("penanggung_jawab", sa.Text, nullable=False),
        sa.Column("tenggat", sa.Date, nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("oleh", sa.Text, nullable=False),
        sa.Column("selesai_waktu", sa.DateTime(timezone=True)),
        sa.Column("selesai_oleh", sa.Text, nullable=False),
        sa.Column("selesai_catatan", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("notulen")
