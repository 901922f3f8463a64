"""Writing down who did what: every entry of the audit trail is made here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kpi.domain.actor import Actor
from kpi.domain.record import Done
from kpi.service import settings
from kpi.store import audit
from kpi.store.database import Connection


def write_down(
    connection: Connection,
    actor: Actor,
    done: Done,
    subject: str,
    plan: str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Appends to the audit trail, in the transaction of the deed itself. `detail` is JSON data."""
    audit.append_audit(
        connection, settings.now(), actor.name, done, plan, subject, detail or {}, origin=actor.origin
    )
