"""What is stored: whether the database answers, has today's tables, is sound and as it was sent; and the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kpi.service import settings
from kpi.service.health.finding import HealthFinding
from kpi.service.settings import BadSetting
from kpi.store import audit, integrity, schema
from kpi.store.database import Connection, Database
from kpi.store.errors import StoreUnavailable

_FIRST_PLAUSIBLE_YEAR = 2024
_CLOCKS_DIFFER_BY = timedelta(minutes=5)  # of two servers with one database


def look() -> list[HealthFinding]:
    try:
        database = Database.connect(settings.database_url())
        try:
            return [_answering(database), *_looked_into(database)]
        finally:
            database.close()
    except StoreUnavailable as failure:
        return [HealthFinding("database", False, failure.cause), _clock(None)]


def _answering(database: Database) -> HealthFinding:
    database.ping()
    return HealthFinding("database", True, _without_secrets(settings.database_url()))


def _without_secrets(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _looked_into(database: Database) -> Iterator[HealthFinding]:
    """In a database not made yet, or with other tables than today's, nothing more can be looked at."""
    with database.read() as connection:
        revision = schema.revision(connection)
        yield HealthFinding("schema", revision in (None, schema.HEAD), f"{revision or '–'} / {schema.HEAD}")
        if revision != schema.HEAD:
            yield _clock(None)
            return
        yield from (look(connection) for look in (_sound, _contents, _record, _clock))


def _sound(connection: Connection) -> HealthFinding:
    damage = integrity.damage(connection)
    return HealthFinding("integrity", not damage, "; ".join(damage) or "–")


def _contents(connection: Connection) -> HealthFinding:
    """Whether the bytes of every file ever sent are those that were sent."""
    changed = integrity.unlike_when_sent(connection)
    return HealthFinding("contents", not changed, ", ".join(changed) or "–")


def _record(connection: Connection) -> HealthFinding:
    chain = audit.verify_chain(connection)
    broken = f" (#{chain.broken_at})" if chain.broken_at else ""
    return HealthFinding("record", chain.whole, f"{chain.entries}{broken}")


def _clock(connection: Connection | None) -> HealthFinding:
    """Whether the day is plausible, and not before what is stored already."""
    try:
        now = settings.now()
    except BadSetting as bad:
        return HealthFinding("clock", False, str(bad))
    newest = integrity.newest_instant(connection) if connection else None
    behind = newest is not None and now < newest - _CLOCKS_DIFFER_BY
    fact = f"{now:%Y-%m-%d %H:%M} < {newest:%Y-%m-%d %H:%M}Z" if behind else f"{now:%Y-%m-%d %H:%M}"
    return HealthFinding("clock", now.year >= _FIRST_PLAUSIBLE_YEAR and not behind, fact)
