"""Reports received as they were sent, one row for each; nothing in them is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from kpi.domain.period import Period
from kpi.store.tables import received_reports


@dataclass(frozen=True, slots=True)
class ReceivedReport:
    """One report: which duty it answers, who sent it for which period, and its bytes' hash. Times are in UTC."""

    id: int
    plan: str
    task: str
    sender: str
    period: Period
    file_name: str
    sha256: str
    size: int
    received_at: datetime
    received_by: str


def add_received(
    connection: Connection,
    plan: str,
    task: str,
    sender: str,
    period: Period,
    file_name: str,
    content: bytes,
    at: datetime,
    by: str,
) -> int:
    """Stores a report; returns its number."""
    row = {
        "plan": plan,
        "task": task,
        "sender": sender,
        "period": str(period),
        "file_name": file_name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "received_at": at,
        "received_by": by,
        "content": content,
    }
    added = connection.execute(insert(received_reports).values(row)).inserted_primary_key
    assert added is not None
    return int(added[0])


def received(connection: Connection, plan: str) -> list[ReceivedReport]:
    """Every report received on the plan, in the order they came."""
    seen = received_reports.c
    columns = [c for c in seen if c.name != "content"]
    rows = connection.execute(select(*columns).where(seen.plan == plan).order_by(seen.id))
    return [ReceivedReport(**(dict(row._mapping) | {"period": Period.parse(row.period)})) for row in rows]


def received_content(connection: Connection, report_id: int) -> bytes | None:
    """The report's bytes as they were sent; None where there is no such report."""
    seen = received_reports.c
    return connection.execute(select(seen.content).where(seen.id == report_id)).scalar()
