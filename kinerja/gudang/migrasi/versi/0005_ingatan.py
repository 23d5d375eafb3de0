"""Forms of tables of offices that are remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; written out, because a migration must not change when the schema does."""
    op.create_table(
        "ingatan_tabel",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kode_opd", sa.Text, nullable=False),
        sa.Column("sidik", sa.String(64), nullable=False),
        sa.Column("jenis", sa.String(32), nullable=False),
        sa.Column("berkas", sa.Text, nullable=False),
        sa.Column("isi", sa.JSON, nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("oleh", sa.Text, nullable=False),
        sa.UniqueConstraint("kode_opd", "sidik"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("ingatan_tabel")
