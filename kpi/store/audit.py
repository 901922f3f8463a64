"""The audit trail: who did what to which plan, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from kpi.store.tables import audit_entries as entries


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done. `at` is in UTC; `plan` is None for what concerns no plan; `detail` is JSON data."""

    id: int
    at: datetime
    actor: str
    action: str
    plan: str | None
    subject: str
    detail: dict[str, Any]


def append_audit(
    connection: Connection,
    at: datetime,
    actor: str,
    action: str,
    plan: str | None,
    subject: str,
    detail: Mapping[str, Any],
) -> None:
    """Appends an entry, in the transaction of the deed itself, so that neither is stored without the other."""
    row = {"at": at, "actor": actor, "action": action, "plan": plan, "subject": subject}
    connection.execute(insert(entries).values(row | {"detail": dict(detail)}))


def audit_entries(connection: Connection, plan: str | None = None, limit: int = 200) -> list[AuditEntry]:
    """The newest entries first, at most `limit`; of one plan or of everything."""
    query = select(entries).order_by(entries.c.id.desc()).limit(limit)
    if plan is not None:
        query = query.where(entries.c.plan == plan)
    return [AuditEntry(*row) for row in connection.execute(query)]
