"""The first tables, and the triggers that keep them append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
APPEND_ONLY = ("submissions", "observations", "withdrawals", "closures", "task_progress", "audit_entries")


def upgrade() -> None:
    _create_submissions()
    _create_observations()
    _create_withdrawals()
    _create_closures()
    _create_task_progress()
    _create_audit_entries()
    _refuse_changes()


def _id() -> sa.Column[int]:
    return sa.Column("id", ROW_ID, primary_key=True, autoincrement=True)


def _submission(constraint: str) -> sa.Column[int]:
    return sa.Column(
        "submission_id", ROW_ID, sa.ForeignKey("submissions.id", name=constraint), nullable=False
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _create_submissions() -> None:
    op.create_table(
        "submissions",
        _id(),
        *_texts("plan", "file_name", "sha256"),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        *_texts("received_by"),
        sa.Column("illustrative", sa.Boolean, nullable=False),
        *_texts("answers", "findings"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("submissions_by_plan_and_bytes", "submissions", ["plan", "sha256"])


def _create_observations() -> None:
    op.create_table(
        "observations",
        _id(),
        _submission("observations_come_from_a_submission"),
        *_texts("plan", "indicator", "unit", "period", "stage"),
        sa.Column("numerator", sa.BigInteger),
        sa.Column("denominator", sa.BigInteger),
        sa.Column("value", sa.Text),
        *_texts("sheet", "cell"),
        sa.Column("denominator_cell", sa.Text),
        sa.CheckConstraint("stage IN ('estimate', 'official')", name="observations_know_their_stage"),
        sqlite_autoincrement=True,
    )
    key = ["plan", "indicator", "unit", "period", "stage", "submission_id", "id"]
    op.create_index("observations_by_key", "observations", key)
    op.create_index("observations_by_submission", "observations", ["submission_id"])


def _create_withdrawals() -> None:
    op.create_table(
        "withdrawals",
        _id(),
        _submission("withdrawals_take_back_a_submission"),
        sa.Column("at", INSTANT, nullable=False),
        *_texts("by"),
        sa.UniqueConstraint("submission_id", name="withdrawals_happen_once"),
        sqlite_autoincrement=True,
    )


def _create_closures() -> None:
    op.create_table(
        "closures",
        _id(),
        *_texts("plan", "period", "action"),
        sa.Column("at", INSTANT, nullable=False),
        *_texts("by", "why"),
        sa.CheckConstraint("action IN ('closed', 'reopened')", name="closures_know_their_action"),
        sqlite_autoincrement=True,
    )
    op.create_index("closures_by_plan", "closures", ["plan", "period"])


def _create_task_progress() -> None:
    op.create_table(
        "task_progress",
        _id(),
        *_texts("plan", "task"),
        sa.Column("done_on", sa.Date, nullable=False),
        sa.Column("year", sa.Integer),
        *_texts("note"),
        sa.Column("at", INSTANT, nullable=False),
        *_texts("by"),
        sqlite_autoincrement=True,
    )
    op.create_index("task_progress_by_plan", "task_progress", ["plan", "task"])


def _create_audit_entries() -> None:
    op.create_table(
        "audit_entries",
        _id(),
        sa.Column("at", INSTANT, nullable=False),
        *_texts("actor", "action"),
        sa.Column("plan", sa.Text),
        *_texts("subject", "detail"),
        sqlite_autoincrement=True,
    )
    op.create_index("audit_entries_by_plan", "audit_entries", ["plan", "id"])


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _refuse_changes_on_sqlite()
    else:
        _refuse_changes_on_postgresql()


def _refuse_changes_on_sqlite() -> None:
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuse_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _refuse_changes_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
