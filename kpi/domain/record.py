"""The record: what was done, by whom, when, from where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Done(StrEnum):
    """What was done."""

    IMPORT = "import"
    UNDO = "undo"
    RECEIVE_REPORT = "receive-report"
    UNDO_REPORT = "undo-report"
    TASK_DONE = "task-done"
    UNDO_TASK_DONE = "undo-task-done"
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


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done. `at` is in UTC; `plan` is None for what concerns no plan; `detail` is JSON data.

    `hash` covers the entry and the hash before it.
    """

    id: int
    at: datetime
    actor: str
    origin: str
    action: str
    plan: str | None
    subject: str
    detail: dict[str, Any]
    hash: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a walk along the record found: `broken_at` is the first entry that does not fit, if one doesn't.

    `cut_off`: the last entries are missing. `last_id` is the last entry's, 0 where there is none.
    """

    entries: int
    last_hash: str
    broken_at: int | None
    cut_off: bool
    last_id: int

    @property
    def whole(self) -> bool:
        return self.broken_at is None and not self.cut_off
