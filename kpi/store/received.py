"""Reports received as they were sent, one row for each; nothing in them is read. Taking one back adds a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from kpi.domain.paper import ReceivedReport
from kpi.domain.period import Period
from kpi.store.tables import received_reports, report_withdrawals


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report to keep: which duty it answers, who sent it for which period, and its bytes. `received_at` is aware."""

    plan: str
    task: str
    sender: str
    period: Period
    file_name: str
    sha256: str
    content: bytes
    received_at: datetime
    received_by: str


def add_received(connection: Connection, new: NewReport) -> int:
    """Stores a report; returns its number. Numbers grow."""
    row = {
        "plan": new.plan,
        "task": new.task,
        "sender": new.sender,
        "period": str(new.period),
        "file_name": new.file_name,
        "sha256": new.sha256,
        "size": len(new.content),
        "received_at": new.received_at,
        "received_by": new.received_by,
        "content": new.content,
    }
    insertion = insert(received_reports).values(row).returning(received_reports.c.id)
    return int(connection.execute(insertion).scalar_one())


def withdraw_report(connection: Connection, report_id: int, at: datetime, by: str) -> None:
    """Takes a report back; the bytes stay. At most once each."""
    connection.execute(insert(report_withdrawals).values(report_id=report_id, at=at, by=by))


def received(connection: Connection, plan: str) -> list[ReceivedReport]:
    """Every report received on the plan, those taken back too, in the order they came."""
    seen = received_reports.c
    rows = connection.execute(_listing().where(seen.plan == plan).order_by(seen.id))
    return [_report(row) for row in rows]


def received_report(connection: Connection, report_id: int) -> ReceivedReport | None:
    """One report; None where there is no such report."""
    row = connection.execute(_listing().where(received_reports.c.id == report_id)).one_or_none()
    return _report(row) if row else None


def received_content(connection: Connection, report_id: int) -> bytes | None:
    """The report's bytes as they were sent; None where there is no such report."""
    seen = received_reports.c
    return connection.execute(select(seen.content).where(seen.id == report_id)).scalar()


def _listing() -> Select[Any]:
    taken = report_withdrawals.c
    columns = [c for c in received_reports.c if c.name != "content"]
    return select(*columns, taken.at.label("withdrawn_at"), taken.by.label("withdrawn_by")).outerjoin_from(
        received_reports, report_withdrawals, taken.report_id == received_reports.c.id
    )


def _report(row: Row[Any]) -> ReceivedReport:
    return ReceivedReport(**(dict(row._mapping) | {"period": Period.parse(row.period)}))
