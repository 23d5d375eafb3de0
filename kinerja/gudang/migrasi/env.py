"""Alembic environment: runs on the connection that the program hands over."""

from alembic import context

from kinerja.gudang.skema import METADATA

context.configure(connection=context.config.attributes["koneksi"], target_metadata=METADATA, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
