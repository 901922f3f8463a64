"""The audit trail: who did what to which plan, when and from where; chained, so that a gap or an edit shows.

Each entry's hash covers its own content and the hash before it. `audit_head` holds how many entries there are
and the last hash, so that entries cut off at the end are missed as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, Text, insert, select, type_coerce, update

from kpi.domain.record import AuditEntry, ChainReport
from kpi.store.tables import audit_entries as entries
from kpi.store.tables import audit_head as head

_NOTHING_BEFORE = ""
_APART = "\n"


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """What to look for. Times are aware, `until` itself excluded; `text` is sought in who, from where and on what."""

    plan: str | None = None
    action: str | None = None
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None


def append_audit(
    connection: Connection,
    at: datetime,
    actor: str,
    action: str,
    plan: str | None,
    subject: str,
    detail: Mapping[str, Any],
    origin: str = "",
) -> None:
    """Appends an entry, in the transaction of the deed itself, so that neither is stored without the other."""
    count, before = connection.execute(select(head.c.count, head.c.hash)).one()
    row: dict[str, Any] = {
        "at": at.astimezone(UTC),
        "actor": actor,
        "origin": origin,
        "action": action,
        "plan": plan,
        "subject": subject,
        "detail": dict(detail),
    }
    hashed = entry_hash(before, **row)
    connection.execute(insert(entries).values(row | {"hash": hashed}))
    connection.execute(update(head).values(count=count + 1, hash=hashed))


def entry_hash(
    before: str,
    *,
    at: datetime,
    actor: str,
    origin: str,
    action: str,
    plan: str | None,
    subject: str,
    detail: Mapping[str, Any],
) -> str:
    """SHA-256, in hex, of the hash before and every field, as JSON text; `at` in UTC."""
    fields = [before, at.isoformat(), actor, origin, action, plan, subject, detail]
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def audit_entries(
    connection: Connection, query: AuditQuery | None = None, limit: int | None = 200
) -> list[AuditEntry]:
    """The entries that fit, the newest first, at most `limit`; None for all."""
    chosen = _matching(query or AuditQuery()).order_by(entries.c.id.desc()).limit(limit)
    return [AuditEntry(*row) for row in connection.execute(chosen)]


def has_acted(connection: Connection, actor: str, action: str, origin: str, since: datetime) -> bool:
    """Whether there is an entry of this, by this person, from there, since then."""
    same = (entries.c.actor == actor) & (entries.c.action == action) & (entries.c.origin == origin)
    found = select(entries.c.id).where(same & (entries.c.at >= since)).limit(1)
    return connection.execute(found).first() is not None


def verify_chain(connection: Connection, since: ChainReport | None = None) -> ChainReport:
    """Walks the whole trail and works every hash out anew; or only what came `since` a walk that found all whole."""
    before, walked, last_id = (
        (since.last_hash, since.entries, since.last_id) if since else (_NOTHING_BEFORE, 0, 0)
    )
    broken_at = None
    for entry in _in_order(connection, last_id):
        if broken_at is None and entry.hash != _hash_after(before, entry):
            broken_at = entry.id
        before, walked, last_id = entry.hash, walked + 1, entry.id
    found = connection.execute(select(head.c.count, head.c.hash)).one()
    return ChainReport(walked, before, broken_at, tuple(found) != (walked, before), last_id)


def _hash_after(before: str, entry: AuditEntry) -> str:
    return entry_hash(
        before,
        at=entry.at,
        actor=entry.actor,
        origin=entry.origin,
        action=entry.action,
        plan=entry.plan,
        subject=entry.subject,
        detail=entry.detail,
    )


def _in_order(connection: Connection, after: int) -> Iterator[AuditEntry]:
    newer = _columns().where(entries.c.id > after).order_by(entries.c.id)
    rows = connection.execute(newer, execution_options={"yield_per": 1000})
    return (AuditEntry(*row) for row in rows)


def _matching(query: AuditQuery) -> Select[*tuple[Any, ...]]:
    chosen, seen = _columns(), entries.c
    if query.plan is not None:
        chosen = chosen.where(seen.plan == query.plan)
    if query.action is not None:
        chosen = chosen.where(seen.action == query.action)
    if query.since is not None:
        chosen = chosen.where(seen.at >= query.since)
    if query.until is not None:
        chosen = chosen.where(seen.at < query.until)
    if query.text:
        searched = (
            seen.actor
            + _APART
            + seen.origin
            + _APART
            + seen.subject
            + _APART
            + type_coerce(seen.detail, Text)
        )
        chosen = chosen.where(searched.icontains(query.text, autoescape=True))
    return chosen


def _columns() -> Select[*tuple[Any, ...]]:
    """In the order of AuditEntry."""
    seen = entries.c
    return select(
        *(seen.id, seen.at, seen.actor, seen.origin, seen.action, seen.plan, seen.subject),
        *(seen.detail, seen.hash),
    )
