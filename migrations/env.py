"""Runs the migrations inside the transaction that `kiosk.store.migrate` has opened."""

from alembic import context

from kiosk.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
