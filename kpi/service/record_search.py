"""The record, for those who may read it: searched, and held against the chain."""

from __future__ import annotations

from dataclasses import replace

from kpi.domain.actor import Actor, Deed
from kpi.domain.record import AuditEntry, ChainReport
from kpi.service.program import Program
from kpi.service.rights import require
from kpi.service.texts import storable
from kpi.store import audit
from kpi.store.audit import AuditQuery

__all__ = ["AuditQuery", "examine_record", "search_record"]


def search_record(
    program: Program, actor: Actor, query: AuditQuery, limit: int | None = 200
) -> list[AuditEntry]:
    """The entries that fit, the newest first, at most `limit`; None for all."""
    require(program, actor, Deed.SEE_RECORD)
    with program.database.read() as connection:
        return audit.audit_entries(connection, replace(query, text=storable(query.text)), limit)


def examine_record(program: Program) -> ChainReport:
    """Whether every entry is there and as it was written."""
    with program.database.read() as connection:
        return audit.verify_chain(connection)
