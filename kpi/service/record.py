"""Writing down who did what: every entry of the audit trail is made here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from kpi.domain.actor import Actor
from kpi.service import settings
from kpi.store import audit
from kpi.store.database import Connection


class Done(StrEnum):
    """What was done, as the audit trail calls it."""

    IMPORT = "import"
    UNDO = "undo"
    RECEIVE_REPORT = "receive-report"
    TASK_DONE = "task-done"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    CLOSE = "close"
    REOPEN = "reopen"
    USER_ADD = "user-add"
    USER_CHANGE = "user-change"
    USER_PASSWORD = "user-password"
    LOG_IN = "log-in"
    LOG_IN_FAILED = "log-in-failed"
    LOG_OUT = "log-out"
    REFUSED = "refused"
    BACKUP = "backup"
    RESTORE = "restore"


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
