"""Which schema a database has, and bringing an older one up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from kpi.store.errors import SchemaTooNew

# the newest file under migrations/versions; they are numbered, so that text order is their order
HEAD = "0008"
_MIGRATIONS = Path(__file__).parent / "migrations"


def is_outdated(connection: Connection) -> bool:
    """Whether migrations are missing. Raises SchemaTooNew. Answers without loading alembic."""
    found = revision(connection)
    if found is not None and found > HEAD:
        raise SchemaTooNew(found, HEAD)
    return found != HEAD


def migrate(connection: Connection) -> None:
    """Applies the missing migrations inside the connection's transaction: all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revision(connection: Connection) -> str | None:
    """The revision the database has; None where nothing was made yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
