"""Accounts: who may log in, in which role, for which units. Administrators alone change them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kpi.domain.actor import LOCAL_USER, Actor, Deed, Role
from kpi.domain.record import Done
from kpi.service.passwords import hashed, is_weak
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.rights import require
from kpi.store import accounts
from kpi.store.accounts import Account
from kpi.store.database import Connection

_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{1,63}")


def account_name(text: str) -> str:
    """The written form of a name: case and outer spaces make no other person. Refused if it can't be one."""
    name = text.strip().casefold()
    if not _NAME.fullmatch(name) or name == LOCAL_USER:
        raise Refused(Why.ACCOUNT_NAME_UNFIT, name=text)
    return name


def list_accounts(program: Program, actor: Actor) -> list[Account]:
    """Every account by name, disabled ones too."""
    require(program, actor, Deed.MANAGE_ACCOUNTS)
    with program.database.read() as connection:
        return accounts.all_accounts(connection)


def add_account(
    program: Program,
    actor: Actor,
    name: str,
    role: Role,
    password: str,
    *,
    full_name: str = "",
    units: Iterable[str] = (),
) -> Account:
    """Makes an account, whose owner changes the password first of all.

    The first must be an administrator's; an official needs at least one unit.
    """
    require(program, actor, Deed.MANAGE_ACCOUNTS, name)
    name, chosen = account_name(name), _units_for(program, role, units)
    _require_strong(password, name, full_name)
    made = Account(name, full_name.strip(), role, chosen, hashed(password), must_change=True)
    with program.database.write() as connection:
        if accounts.account(connection, name):
            raise Refused(Why.ACCOUNT_EXISTS, name=name)
        if role is not Role.ADMINISTRATOR and not accounts.any_account(connection):
            raise Refused(Why.FIRST_IS_ADMINISTRATOR)
        accounts.put_account(connection, made)
        write_down(connection, actor, Done.USER_ADD, name, detail={"after": _facts(made)})
    return made


def change_account(
    program: Program,
    actor: Actor,
    name: str,
    *,
    role: Role | None = None,
    units: Iterable[str] | None = None,
    active: bool | None = None,
) -> Account:
    """Gives an account another role or other units, disables it or enables it again; ends its sessions."""
    require(program, actor, Deed.MANAGE_ACCOUNTS, name)
    with program.database.write() as connection:
        before = _existing(connection, name)
        chosen = before.role if role is None else role
        after = replace(
            before,
            role=chosen,
            units=_units_for(program, chosen, before.units if units is None else units),
            active=before.active if active is None else active,
        )
        _keep_an_administrator(connection, before, after)
        accounts.put_account(connection, after)
        accounts.end_sessions_of(connection, after.name)
        detail = {"before": _facts(before), "after": _facts(after)}
        write_down(connection, actor, Done.USER_CHANGE, after.name, detail=detail)
    return after


def set_password(program: Program, actor: Actor, name: str, password: str) -> Account:
    """Gives an account another password and ends its sessions. Everyone may change their own.

    One that somebody else gave is changed by its owner first of all.
    """
    name = account_name(name)
    if name != actor.name:
        require(program, actor, Deed.MANAGE_ACCOUNTS, name)
    with program.database.read() as connection:
        before = _existing(connection, name)
    _require_strong(password, name, before.full_name)
    made = hashed(password)
    with program.database.write() as connection:
        after = replace(_existing(connection, name), password_hash=made, must_change=name != actor.name)
        accounts.put_account(connection, after)
        accounts.end_sessions_of(connection, name)
        write_down(connection, actor, Done.USER_PASSWORD, name)
    return after


def _existing(connection: Connection, name: str) -> Account:
    found = accounts.account(connection, name.strip().casefold())
    if found is None:
        known = ", ".join(a.name for a in accounts.all_accounts(connection))
        raise Refused(Why.UNKNOWN_ACCOUNT, name=name, known=known)
    return found


def _units_for(program: Program, role: Role, units: Iterable[str]) -> tuple[str, ...]:
    """The units an official answers for, each known; other roles have none."""
    if role is not Role.OFFICIAL:
        return ()
    chosen = tuple(sorted(set(units)))
    unknown = [u for u in chosen if u not in program.units]
    if unknown or not chosen:
        provinces = [u.id for u in program.units.values() if u.parent is None]
        raise Refused(Why.UNITS_MISSING, unit=", ".join(unknown) or "–", known=", ".join(provinces))
    return chosen


def _require_strong(password: str, *known_of_them: str) -> None:
    if is_weak(password, *known_of_them):
        raise Refused(Why.PASSWORD_WEAK)


def _keep_an_administrator(connection: Connection, before: Account, after: Account) -> None:
    """Nobody could make accounts any more without one."""
    others = (a for a in accounts.all_accounts(connection) if a.name != before.name)
    if not any(_administers(a) for a in (*others, after)):
        raise Refused(Why.LAST_ADMINISTRATOR)


def _administers(account: Account) -> bool:
    return account.active and account.role is Role.ADMINISTRATOR


def _facts(account: Account) -> dict[str, Any]:
    """What the record says of an account: never its password's hash."""
    return {"role": account.role.value, "units": list(account.units), "active": account.active}
