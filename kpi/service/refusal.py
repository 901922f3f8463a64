"""A use case refused, or the machine failed it: why, in a word the catalogue turns into a sentence."""

from __future__ import annotations

import errno
from enum import StrEnum

from kpi.store.errors import DiskFull, StoreUnavailable

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class Why(StrEnum):
    UNKNOWN_PLAN = "unknown-plan"
    UNKNOWN_UNIT = "unknown-unit"
    UNKNOWN_TASK = "unknown-task"
    UNKNOWN_SUBMISSION = "unknown-submission"
    ALREADY_UNDONE = "already-undone"
    PERIOD_CLOSED = "period-closed"
    PERIOD_NOT_OVER = "period-not-over"
    PERIOD_NOT_CLOSED = "period-not-closed"
    ALREADY_CLOSED = "already-closed"
    REASON_MISSING = "reason-missing"
    UNKNOWN_WARNING = "unknown-warning"
    DATE_IN_FUTURE = "date-in-future"
    NOTHING_TO_FILL_IN = "nothing-to-fill-in"
    NOT_EMPTY = "not-empty"
    SAMPLE_BROKEN = "sample-broken"
    NOT_A_SENDER = "not-a-sender"
    NOT_A_PERIOD_OF = "not-a-period-of"
    UNKNOWN_REPORT = "unknown-report"
    REPORT_ALREADY_UNDONE = "report-already-undone"
    NOT_YOUR_REPORT = "not-your-report"
    UNKNOWN_TASK_RECORD = "unknown-task-record"
    TASK_RECORD_ALREADY_UNDONE = "task-record-already-undone"
    NOT_YOUR_TASK_RECORD = "not-your-task-record"
    FILE_UNFIT = "file-unfit"
    NOT_ALLOWED = "not-allowed"
    NOT_YOUR_UNITS = "not-your-units"
    NOT_YOUR_SUBMISSION = "not-your-submission"
    OWN_SUBMISSION = "own-submission"
    PERIOD_NOT_SUBMITTED = "period-not-submitted"
    PERIOD_NOT_APPROVED = "period-not-approved"
    PERIOD_EMPTY = "period-empty"
    PERIOD_CHANGED = "period-changed"
    PASSWORD_WRONG = "password-wrong"
    ALREADY_SUBMITTED = "already-submitted"
    UNKNOWN_ACCOUNT = "unknown-account"
    ACCOUNT_EXISTS = "account-exists"
    ACCOUNT_NAME_UNFIT = "account-name-unfit"
    FIRST_IS_ADMINISTRATOR = "first-is-administrator"
    LAST_ADMINISTRATOR = "last-administrator"
    UNITS_MISSING = "units-missing"
    PASSWORD_WEAK = "password-weak"
    LOGIN_WRONG = "login-wrong"
    LOGIN_THROTTLED = "login-throttled"
    CHANGED_MEANWHILE = "changed-meanwhile"
    FILE_EXISTS = "file-exists"
    BACKUP_FOREIGN = "backup-foreign"
    BACKUP_DAMAGED = "backup-damaged"
    BACKUP_TOO_NEW = "backup-too-new"


class Refused(Exception):
    """The request can't be met. `detail` fills the sentence `refusal.<why>`."""

    def __init__(self, why: Why, **detail: object) -> None:
        super().__init__(f"{why}: {detail}")
        self.why = why
        self.detail = {name: str(value) for name, value in detail.items()}


def failure_told(failure: StoreUnavailable | OSError) -> tuple[str, dict[str, str]]:
    """The word for a failure of the machine, and what belongs into its sentence."""
    if isinstance(failure, StoreUnavailable):
        full, cause = isinstance(failure, DiskFull), failure.cause
        return ("disk-full", {}) if full else ("store-unavailable", {"cause": cause})
    if failure.errno in _NO_ROOM:
        return "disk-full", {}
    return "environment-failed", {"cause": failure.strerror or type(failure).__name__}
