"""Accounts: the list, making one, changing one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kpi.domain.actor import Role
from kpi.present.sentences import term
from kpi.present.words import Words
from kpi.service import accounts
from kpi.service.passwords import made_password
from kpi.store.accounts import Account
from kpi.ui.frame import View
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import Markup, element, show
from kpi.ui.session import actor
from kpi.ui.states import attempt, tell_after_reload
from kpi.ui.tables import table

_FIRST = "python -m kpi user add quan-tri --role administrator"


def show_accounts(view: View) -> None:
    """The accounts there are, a form for a new one and one to change one; what to do while there are none."""
    words, who = view.words, view.who
    if who.alone:
        show(quiet(words("admin.alone")))
        show(element("pre", _FIRST))
        return
    found = accounts.list_accounts(view.program, who)
    show(_listed(view, found))
    _add(view)
    _change(view, found)


def _listed(view: View, found: Sequence[Account]) -> Markup:
    words = view.words
    headings = [words(f"admin.{name}") for name in ("name", "full-name", "role", "units", "state")]
    headings[3] = words("page.choose.unit")
    rows = [
        [
            a.name,
            a.full_name,
            term(a.role, words),
            ", ".join(_unit_name(view, unit) for unit in a.units),
            words("account.active" if a.active else "account.disabled"),
        ]
        for a in found
    ]
    return table(headings, rows)


def _add(view: View) -> None:
    words = view.words
    show(heading(words("admin.add")))
    with st.form("add-account", border=True):
        left, middle, right = st.columns(3)
        name = left.text_input(words("admin.name"), max_chars=64)
        full_name = middle.text_input(words("admin.full-name"), max_chars=100)
        role = right.selectbox(words("admin.role"), list(Role), format_func=lambda r: term(r, words))
        units = _choose_units(view, "add", ())
        sent = st.form_submit_button(words("admin.add"), type="primary")
    if sent:
        password = made_password()
        made = attempt(
            lambda: accounts.add_account(
                view.program, actor(), name, role, password, full_name=full_name, units=units
            ),
            words,
        )
        if made is not None:
            done = words("account.added", name=made.name, role=term(made.role, words))
            tell_after_reload(words("admin.password-made", done=done, password=password))


def _change(view: View, found: Sequence[Account]) -> None:
    words, by_name = view.words, {a.name: a for a in found}
    show(heading(words("admin.edit")))
    chosen = by_name[st.selectbox(words("admin.which"), list(by_name), key="account")]
    with st.form(f"change-{chosen.name}", border=True):
        left, right = st.columns(2)
        roles = list(Role)
        role = left.selectbox(
            words("admin.role"), roles, roles.index(chosen.role), format_func=lambda r: term(r, words)
        )
        active = right.checkbox(words("admin.active"), chosen.active)
        units = _choose_units(view, chosen.name, chosen.units)
        saved = st.form_submit_button(words("admin.save"), type="primary")
    if saved:
        changed = attempt(
            lambda: accounts.change_account(
                view.program, actor(), chosen.name, role=role, units=units, active=active
            ),
            words,
        )
        if changed is not None:
            tell_after_reload(words("account.changed", account=changed.name))
    if st.button(words("admin.new-password"), key=f"new-password.{chosen.name}"):
        _new_password(view, chosen.name, words)


def _new_password(view: View, name: str, words: Words) -> None:
    password = made_password()
    changed = attempt(lambda: accounts.set_password(view.program, actor(), name, password), words)
    if changed is not None:
        done = words("account.password-set", name=name)
        tell_after_reload(words("admin.password-made", done=done, password=password))


def _choose_units(view: View, key: str, chosen: Sequence[str]) -> list[str]:
    found: list[str] = st.multiselect(
        view.words("admin.units"),
        list(view.program.units),
        chosen,
        format_func=lambda unit: _unit_name(view, unit),
        placeholder="",
        key=f"units.{key}",
    )
    return found


def _unit_name(view: View, unit_id: str) -> str:
    """With its province, as several provinces may have a district of one name."""
    unit = view.program.units[unit_id]
    parent = view.program.units.get(unit.parent or "")
    return f"{unit.name} ({parent.name})" if parent else unit.name
