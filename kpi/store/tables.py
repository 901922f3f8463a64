"""The tables. What is said and done is append-only: a correction, an undo or a reopening is a new row.

Accounts, sessions and failed logins alone change in place; what was done to them stands in the audit trail.

The migrations are authoritative; a test holds these definitions against what they build.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from kpi.store.columns import JsonText, RowId, UtcTimestamp

metadata = MetaData()
_PASSING = {"passing": True}


def kept_tables() -> list[Table]:
    """What is worth keeping, tables others point to first. Who is logged in at the moment is not."""
    return [table for table in metadata.sorted_tables if not table.info.get("passing")]


def _id_column() -> Column[int]:
    return Column("id", RowId, primary_key=True, autoincrement=True)


submissions = Table(
    "submissions",
    metadata,
    _id_column(),
    Column("plan", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("received_at", UtcTimestamp, nullable=False),
    Column("received_by", Text, nullable=False),
    Column("illustrative", Boolean, nullable=False),
    Column("answers", JsonText, nullable=False),
    Column("findings", JsonText, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    # Last, so that SQLite reads the columns before it without walking through the file's bytes.
    Column("content", LargeBinary, nullable=False),
    Index("submissions_by_plan_and_bytes", "plan", "sha256"),
    sqlite_autoincrement=True,
)

observations = Table(
    "observations",
    metadata,
    _id_column(),
    Column(
        "submission_id",
        RowId,
        ForeignKey("submissions.id", name="observations_come_from_a_submission"),
        nullable=False,
    ),
    Column("plan", Text, nullable=False),
    Column("indicator", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("numerator", BigInteger),
    Column("denominator", BigInteger),
    Column("value", Text),
    Column("sheet", Text, nullable=False),
    Column("cell", Text, nullable=False),
    Column("denominator_cell", Text),
    CheckConstraint("stage IN ('estimate', 'official')", name="observations_know_their_stage"),
    Index("observations_by_key", "plan", "indicator", "unit", "period", "stage", "submission_id", "id"),
    Index("observations_by_submission", "submission_id"),
    sqlite_autoincrement=True,
)

# Why a figure was kept although the program warned about it.
kept_reasons = Table(
    "kept_reasons",
    metadata,
    Column(
        "observation_id",
        RowId,
        ForeignKey("observations.id", name="kept_reasons_stand_beside_an_observation"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("reason", Text, nullable=False),
)

withdrawals = Table(
    "withdrawals",
    metadata,
    _id_column(),
    Column(
        "submission_id",
        RowId,
        ForeignKey("submissions.id", name="withdrawals_take_back_a_submission"),
        nullable=False,
    ),
    Column("at", UtcTimestamp, nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("submission_id", name="withdrawals_happen_once"),
    sqlite_autoincrement=True,
)

closures = Table(
    "closures",
    metadata,
    _id_column(),
    Column("plan", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("at", UtcTimestamp, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    CheckConstraint(
        "action IN ('submitted', 'returned', 'approved', 'closed', 'reopened', 'changed')",
        name="closures_know_their_step",
    ),
    Index("closures_by_plan", "plan", "period"),
    sqlite_autoincrement=True,
)

task_progress = Table(
    "task_progress",
    metadata,
    _id_column(),
    Column("plan", Text, nullable=False),
    Column("task", Text, nullable=False),
    Column("done_on", Date, nullable=False),
    Column("year", Integer),
    Column("note", Text, nullable=False),
    Column("at", UtcTimestamp, nullable=False),
    Column("by", Text, nullable=False),
    Index("task_progress_by_plan", "plan", "task"),
    sqlite_autoincrement=True,
)

task_withdrawals = Table(
    "task_withdrawals",
    metadata,
    _id_column(),
    Column(
        "record_id",
        RowId,
        ForeignKey("task_progress.id", name="task_withdrawals_take_back_a_record"),
        nullable=False,
    ),
    Column("at", UtcTimestamp, nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("record_id", name="task_withdrawals_happen_once"),
    sqlite_autoincrement=True,
)

audit_entries = Table(
    "audit_entries",
    metadata,
    _id_column(),
    Column("at", UtcTimestamp, nullable=False),
    Column("actor", Text, nullable=False),
    Column("origin", Text, nullable=False, server_default=""),
    Column("action", Text, nullable=False),
    Column("plan", Text),
    Column("subject", Text, nullable=False),
    Column("detail", JsonText, nullable=False),
    Column("hash", Text, nullable=False, server_default=""),
    Index("audit_entries_by_plan", "plan", "id"),
    sqlite_autoincrement=True,
)

# One row: how many entries there are, and the hash of the last.
audit_head = Table(
    "audit_head",
    metadata,
    Column("count", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    _id_column(),
    Column("name", Text, nullable=False),
    Column("full_name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("units", JsonText, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("must_change", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("name", name="accounts_have_names_of_their_own"),
    CheckConstraint(
        "role IN ('viewer', 'official', 'approver', 'administrator')", name="accounts_know_their_role"
    ),
    sqlite_autoincrement=True,
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_sha256", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("begun_at", UtcTimestamp, nullable=False),
    Column("seen_at", UtcTimestamp, nullable=False),
    Column("limited", Boolean, nullable=False, server_default=false()),
    Index("sessions_by_account", "account"),
    info=_PASSING,
)

login_failures = Table(
    "login_failures",
    metadata,
    _id_column(),
    Column("account", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("at", UtcTimestamp, nullable=False),
    Index("login_failures_by_account", "account"),
    Index("login_failures_by_address", "address"),
    info=_PASSING,
    sqlite_autoincrement=True,
)

received_reports = Table(
    "received_reports",
    metadata,
    _id_column(),
    Column("plan", Text, nullable=False),
    Column("task", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("received_at", UtcTimestamp, nullable=False),
    Column("received_by", Text, nullable=False),
    # Last, for the same reason as a submission's.
    Column("content", LargeBinary, nullable=False),
    Index("received_reports_by_plan", "plan", "period", "task"),
    sqlite_autoincrement=True,
)

report_withdrawals = Table(
    "report_withdrawals",
    metadata,
    _id_column(),
    Column(
        "report_id",
        RowId,
        ForeignKey("received_reports.id", name="report_withdrawals_take_back_a_report"),
        nullable=False,
    ),
    Column("at", UtcTimestamp, nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("report_id", name="report_withdrawals_happen_once"),
    sqlite_autoincrement=True,
)
