"""Run by alembic for every migration; works on the connection, and in the transaction, it is handed."""

from alembic import context

from kpi.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
