"""Accounts and sessions; the audit trail chained by hash; more steps than closed and reopened."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

from kpi.store.columns import JsonText, UtcTimestamp

revision = "0004"
down_revision = "0003"

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
STEPS = "action IN ('submitted', 'returned', 'approved', 'closed', 'reopened', 'changed')"
ROLES = "role IN ('viewer', 'official', 'approver', 'administrator')"


def upgrade() -> None:
    _chain_the_audit_trail()
    _allow_more_steps()
    _create_accounts()
    _create_sessions()
    _create_login_failures()


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _on_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _chain_the_audit_trail() -> None:
    _let_change("audit_entries")
    for name in ("origin", "hash"):
        op.add_column("audit_entries", sa.Column(name, sa.Text, nullable=False, server_default=""))
    count, last = _hash_entries()
    _refuse_changes("audit_entries")
    head = op.create_table("audit_head", sa.Column("count", sa.BigInteger, nullable=False), *_texts("hash"))
    op.bulk_insert(head, [{"count": count, "hash": last}])


def _hash_entries() -> tuple[int, str]:
    """Chains the entries already there, in their order; how many there are, and the last hash."""
    entries = sa.table(
        "audit_entries",
        *(sa.column(n) for n in ("id", "actor", "action", "plan", "subject", "hash")),
        sa.column("at", UtcTimestamp()),
        sa.column("detail", JsonText()),
    )
    seen, before, count = entries.c, "", 0
    fields = (seen.id, seen.at, seen.actor, seen.action, seen.plan, seen.subject, seen.detail)
    for row in op.get_bind().execute(sa.select(*fields).order_by(seen.id)).all():
        hashed = [before, row.at.isoformat(), row.actor, "", row.action, row.plan, row.subject, row.detail]
        before, count = _sha256(hashed), count + 1
        op.execute(entries.update().where(seen.id == row.id).values(hash=before))
    return count, before


def _sha256(fields: list[object]) -> str:
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _allow_more_steps() -> None:
    if not _on_sqlite():
        op.drop_constraint("closures_know_their_action", "closures")
        op.create_check_constraint("closures_know_their_step", "closures", STEPS)
        return
    # SQLite can't change a constraint: the rows move to a new table, their triggers and index go with the old one.
    op.drop_index("closures_by_plan", "closures")
    _let_change("closures")
    op.rename_table("closures", "closures_before")
    op.create_table(
        "closures",
        sa.Column("id", ROW_ID, primary_key=True, autoincrement=True),
        *_texts("plan", "period", "action"),
        sa.Column("at", INSTANT, nullable=False),
        *_texts("by", "why"),
        sa.CheckConstraint(STEPS, name="closures_know_their_step"),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO closures SELECT * FROM closures_before ORDER BY id")
    op.drop_table("closures_before")
    op.create_index("closures_by_plan", "closures", ["plan", "period"])
    _refuse_changes("closures")


def _let_change(table: str) -> None:
    if not _on_sqlite():
        op.execute(f"DROP TRIGGER {table}_refuse_change ON {table}")
        return
    for change in ("update", "delete"):
        op.execute(f"DROP TRIGGER {table}_refuse_{change}")


def _refuse_changes(table: str) -> None:
    if not _on_sqlite():
        op.execute(
            f"CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuse_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _create_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", ROW_ID, primary_key=True, autoincrement=True),
        *_texts("name", "full_name", "role", "units", "password_hash"),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.UniqueConstraint("name", name="accounts_have_names_of_their_own"),
        sa.CheckConstraint(ROLES, name="accounts_know_their_role"),
        sqlite_autoincrement=True,
    )


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("token_sha256", sa.Text, primary_key=True),
        *_texts("account"),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
    )
    op.create_index("sessions_by_account", "sessions", ["account"])


def _create_login_failures() -> None:
    op.create_table(
        "login_failures",
        sa.Column("id", ROW_ID, primary_key=True, autoincrement=True),
        *_texts("account", "address"),
        sa.Column("at", INSTANT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("login_failures_by_account", "login_failures", ["account"])
    op.create_index("login_failures_by_address", "login_failures", ["address"])
