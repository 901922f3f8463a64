"""What can go wrong in the store, in words the rest of the program understands."""

from __future__ import annotations

from enum import StrEnum


class StoreError(Exception):
    """Any refusal of the store."""


class StoreUnavailable(StoreError):
    """The environment failed: no connection, disk full, read-only, damaged or locked too long.

    Nothing of the transaction it interrupted was stored. `cause` is one short line, without secrets.
    """

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class DiskFull(StoreUnavailable):
    """No room is left on the disk of the database."""

    def __init__(self) -> None:
        super().__init__("the disk is full")


class SchemaTooNew(StoreUnavailable):
    """A later version of the program has migrated this database; this one must not touch it."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(f"the database has schema {found}, this program knows {known} and older")
        self.found = found
        self.known = known


class UnknownSubmission(StoreError):
    def __init__(self, submission_id: int) -> None:
        super().__init__(f"there is no submission {submission_id}")
        self.submission_id = submission_id


class AlreadyWithdrawn(StoreError):
    def __init__(self, submission_id: int) -> None:
        super().__init__(f"submission {submission_id} has already been withdrawn")
        self.submission_id = submission_id


class BackupFault(StrEnum):
    FOREIGN = "foreign"  # no backup of this program
    DAMAGED = "damaged"
    TOO_NEW = "too-new"  # of a later version of the program


class UnusableBackup(StoreError):
    def __init__(self, fault: BackupFault) -> None:
        super().__init__(f"the backup is {fault}")
        self.fault = fault


class NotAsWritten(StoreUnavailable):
    """What was read back from a table is not what had been written to it."""

    def __init__(self, table: str) -> None:
        super().__init__(f"table {table} does not hold what was written to it")
