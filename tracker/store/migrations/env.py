"""Run by Alembic: the migrations work in the connection, and the transaction, given to them."""

from __future__ import annotations

from alembic import context

from tracker.store.schema import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
with context.begin_transaction():
    context.run_migrations()
