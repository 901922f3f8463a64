"""People with accounts, as tests need them: past their first login."""

from __future__ import annotations

from collections.abc import Iterable

from kpi.domain.actor import Actor, Role
from kpi.service.accounts import add_account, set_password
from kpi.service.program import Program

PASSWORD = "khoai lang nuong chay"


def settle_in(
    program: Program,
    by: Actor,
    name: str,
    role: Role,
    *,
    full_name: str = "",
    units: Iterable[str] = (),
) -> Actor:
    """Makes an account whose owner has changed the password already; returns its owner."""
    add_account(program, by, name, role, "ba con vit bau nho", full_name=full_name, units=units)
    owner = Actor(name, role, frozenset(units))
    set_password(program, owner, name, PASSWORD)
    return owner
