"""Accounts and their sessions. The only rows that change in place; the audit trail says what was done to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, update

from kpi.domain.actor import Role
from kpi.store.tables import accounts, login_failures, sessions


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may log in. `name` is unique; `units` are the ids an official answers for.

    `must_change`: the password is one that somebody else knows.
    """

    name: str
    full_name: str
    role: Role
    units: tuple[str, ...]
    password_hash: str
    active: bool = True
    must_change: bool = False


@dataclass(frozen=True, slots=True)
class LoginFailures:
    of_account: int
    from_address: int
    of_account_from_address: int


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A login that has not ended. Times are in UTC. `limited`: good for changing the password alone."""

    account: str
    begun_at: datetime
    seen_at: datetime
    limited: bool = False


def put_account(connection: Connection, account: Account) -> None:
    """Stores an account, in the place of an earlier one of the same name."""
    row = {
        "name": account.name,
        "full_name": account.full_name,
        "role": account.role.value,
        "units": list(account.units),
        "password_hash": account.password_hash,
        "active": account.active,
        "must_change": account.must_change,
    }
    changed = connection.execute(update(accounts).where(accounts.c.name == account.name).values(row))
    if not changed.rowcount:
        connection.execute(insert(accounts).values(row))


def account(connection: Connection, name: str) -> Account | None:
    row = connection.execute(select(accounts).where(accounts.c.name == name)).first()
    return None if row is None else _account(row)


def all_accounts(connection: Connection) -> list[Account]:
    """Every account by name, disabled ones too."""
    # Sorted here: PostgreSQL would order names by the rules of a language, SQLite by their bytes.
    return sorted((_account(row) for row in connection.execute(select(accounts))), key=lambda a: a.name)


def any_account(connection: Connection) -> bool:
    """Whether there is an account at all, even a disabled one."""
    return bool(connection.execute(select(exists(select(accounts.c.id)))).scalar_one())


def begin_session(
    connection: Connection, token_sha256: str, name: str, at: datetime, *, limited: bool = False
) -> None:
    row = {"token_sha256": token_sha256, "account": name, "begun_at": at, "seen_at": at, "limited": limited}
    connection.execute(insert(sessions).values(row))


def open_session(connection: Connection, token_sha256: str) -> OpenSession | None:
    seen = sessions.c
    query = select(seen.account, seen.begun_at, seen.seen_at, seen.limited)
    row = connection.execute(query.where(seen.token_sha256 == token_sha256)).first()
    return None if row is None else OpenSession(*row)


def mark_seen(connection: Connection, token_sha256: str, at: datetime) -> None:
    connection.execute(update(sessions).where(sessions.c.token_sha256 == token_sha256).values(seen_at=at))


def end_session(connection: Connection, token_sha256: str) -> None:
    connection.execute(delete(sessions).where(sessions.c.token_sha256 == token_sha256))


def end_sessions_of(connection: Connection, name: str) -> None:
    connection.execute(delete(sessions).where(sessions.c.account == name))


def end_sessions_unseen_since(connection: Connection, moment: datetime) -> None:
    connection.execute(delete(sessions).where(sessions.c.seen_at < moment))


def add_login_failure(connection: Connection, name: str, address: str, at: datetime) -> None:
    connection.execute(insert(login_failures).values(account=name, address=address, at=at))


def login_failures_since(connection: Connection, moment: datetime, name: str, address: str) -> LoginFailures:
    """How many logins failed since then."""
    seen = login_failures.c
    recent = select(func.count()).where(seen.at >= moment)
    of_account, from_address = recent.where(seen.account == name), recent.where(seen.address == address)
    counts = (of_account, from_address, of_account.where(seen.address == address))
    return LoginFailures(*(connection.execute(count).scalar_one() for count in counts))


def forget_login_failures(connection: Connection, name: str, before: datetime) -> None:
    """Forgets those of an account that has now logged in, and all from before a moment."""
    seen = login_failures.c
    connection.execute(delete(login_failures).where((seen.account == name) | (seen.at < before)))


def _account(row: Row[tuple[object, ...]]) -> Account:
    found = row._mapping
    return Account(
        found["name"],
        found["full_name"],
        Role(found["role"]),
        tuple(found["units"]),
        found["password_hash"],
        found["active"],
        found["must_change"],
    )
