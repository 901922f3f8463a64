"""The record, for those who may read it: searched, and held against the chain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kpi.domain.actor import Actor, Deed
from kpi.domain.record import AuditEntry, ChainReport
from kpi.service import settings
from kpi.service.program import Program
from kpi.service.rights import require
from kpi.service.texts import storable
from kpi.store import audit
from kpi.store.audit import AuditQuery

__all__ = ["AuditQuery", "Examined", "examine_record", "search_record"]

_ALL_ANEW_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found of the record, and when every entry of it was last walked: later ones have been since."""

    chain: ChainReport
    all_at: datetime


def search_record(
    program: Program, actor: Actor, query: AuditQuery, limit: int | None = 200
) -> list[AuditEntry]:
    """The entries that fit, the newest first, at most `limit`; None for all."""
    require(program, actor, Deed.SEE_RECORD)
    with program.database.read() as connection:
        return audit.audit_entries(connection, replace(query, text=storable(query.text)), limit)


def examine_record(program: Program, known: Examined | None = None) -> Examined:
    """Whether every entry is there and as it was written.

    Of a record found whole within the hour before, only what came since is walked: a hundred thousand entries take
    two seconds. Wherever that does not fit, as after a restore, all is walked before anything is said.
    """
    fresh = known if known and known.chain.whole and settings.now() - known.all_at < _ALL_ANEW_AFTER else None
    with program.database.read() as connection:
        if fresh:
            newer = audit.verify_chain(connection, fresh.chain)
            if newer.whole:
                return Examined(newer, fresh.all_at)
        return Examined(audit.verify_chain(connection), settings.now())
