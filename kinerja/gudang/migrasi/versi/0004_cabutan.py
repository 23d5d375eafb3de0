"""Logins that were ended before their time."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; written out, because a migration must not change when the schema does."""
    op.create_table(
        "cabutan",
        sa.Column("tanda", sa.String(64), primary_key=True),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("cabutan")
