"""Every use case × every role: who may, who may not, and that a refusal is written down."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from importlib import import_module
from inspect import signature
from pathlib import Path
from pkgutil import iter_modules
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sent_workbooks import BINH, DUC_THO, HUONG_SON, PLAN, row, send, upload

import kpi.service
from kpi.domain.actor import Actor, Role
from kpi.domain.closing import Step
from kpi.domain.period import Period
from kpi.service.accounts import add_account, change_account, list_accounts, set_password
from kpi.service.backups import back_up, restore
from kpi.service.closing import standing, take_step
from kpi.service.demo import fill_with_illustrative_data
from kpi.service.duties import mark_done, undo_done
from kpi.service.imports import import_workbook
from kpi.service.program import Program
from kpi.service.received import SentReport, receive_report, undo_report
from kpi.service.record_search import search_record
from kpi.service.records import list_submissions, undo
from kpi.service.refusal import Refused, Why
from kpi.store.audit import AuditQuery

YEAR = Period(2017)
ALL_UNITS = frozenset({"ha-tinh"})
LIST_OF_Q3 = SentReport(PLAN, "HT-N41", HUONG_SON, Period(2017, "Q3"), "x.xlsx", b"x")
PASSWORD = "khoai lang nuong chay"
UseCase = Callable[[Program, Actor], Any]


@pytest.fixture(autouse=True)
def _after_the_years_of_the_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_TODAY", "2026-02-15")


def someone(role: Role, units: frozenset[str] = ALL_UNITS, name: str = "an") -> Actor:
    return Actor(name, role, units, "10.0.0.7")


def _send_and(deed: Callable[[Program, Actor, int], Any]) -> UseCase:
    def use(program: Program, actor: Actor) -> Any:
        sent = import_workbook(program, upload(row()), Actor(actor.name, Role.ADMINISTRATOR))
        return deed(program, actor, sent.submission or 0)

    return use


def _after(*steps: tuple[Step, str], then: Step) -> UseCase:
    """The step, after others taken by an administrator of another name."""

    def use(program: Program, actor: Actor) -> Any:
        send(program, row())
        for step, why in steps:
            take_step(program, PLAN, YEAR, step, Actor("quan-tri", Role.ADMINISTRATOR), why)
        return take_step(program, PLAN, YEAR, then, actor, "vì sao")

    return use


def _approved(program: Program) -> None:
    send(program, row())
    take_step(program, PLAN, YEAR, Step.SUBMITTED, Actor("can-bo", Role.ADMINISTRATOR))
    take_step(program, PLAN, YEAR, Step.APPROVED, Actor("truong-phong", Role.ADMINISTRATOR))


def _close(program: Program, actor: Actor) -> Any:
    _approved(program)
    return take_step(program, PLAN, YEAR, Step.CLOSED, actor)


def _reopen(program: Program, actor: Actor) -> Any:
    _close(program, Actor("quan-tri", Role.ADMINISTRATOR))
    return take_step(program, PLAN, YEAR, Step.REOPENED, actor, "sai số")


def _change(program: Program, actor: Actor) -> Any:
    for name in ("mot", "hai"):
        add_account(program, BINH, name, Role.ADMINISTRATOR, PASSWORD)
    return change_account(program, actor, "hai", role=Role.VIEWER)


def _password_of_another(program: Program, actor: Actor) -> Any:
    add_account(program, BINH, "mot", Role.ADMINISTRATOR, PASSWORD)
    return set_password(program, actor, "mot", PASSWORD + "!")


def _undo_report(program: Program, actor: Actor) -> Any:
    kept = receive_report(program, LIST_OF_Q3, Actor(actor.name, Role.ADMINISTRATOR))
    return undo_report(program, kept.number, actor)


def _undo_done(program: Program, actor: Actor) -> Any:
    by = Actor(actor.name, Role.ADMINISTRATOR)
    status = mark_done(program, PLAN, program.plan(PLAN).tasks[0].id, date(2018, 1, 1), "", by)
    return undo_done(program, next(o.record for o in status.occurrences if o.record), actor)


def _backup(program: Program, actor: Actor) -> Any:
    with TemporaryDirectory() as folder:
        return back_up(program, Path(folder) / "kpi.backup", actor)


def _restore(program: Program, actor: Actor) -> Any:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "kpi.backup"
        back_up(program, file, BINH)
        return restore(program, file, actor)


OFFICIAL, APPROVER, ADMINISTRATOR = Role.OFFICIAL, Role.APPROVER, Role.ADMINISTRATOR
USE_CASES: dict[str, tuple[UseCase, set[Role]]] = {
    "import": (lambda p, a: import_workbook(p, upload(row()), a), {OFFICIAL, ADMINISTRATOR}),
    "undo": (_send_and(lambda p, a, sent: undo(p, sent, a)), {OFFICIAL, ADMINISTRATOR}),
    "receive-report": (
        lambda p, a: receive_report(p, LIST_OF_Q3, a),
        {OFFICIAL, ADMINISTRATOR},
    ),
    "undo-report": (_undo_report, {OFFICIAL, ADMINISTRATOR}),
    "mark-done": (
        lambda p, a: mark_done(p, PLAN, p.plan(PLAN).tasks[0].id, date(2018, 1, 1), "", a),
        {OFFICIAL, APPROVER, ADMINISTRATOR},
    ),
    "undo-task-done": (_undo_done, {OFFICIAL, APPROVER, ADMINISTRATOR}),
    "submit": (_after(then=Step.SUBMITTED), {OFFICIAL, ADMINISTRATOR}),
    "approve": (_after((Step.SUBMITTED, ""), then=Step.APPROVED), {APPROVER, ADMINISTRATOR}),
    "return": (_after((Step.SUBMITTED, ""), then=Step.RETURNED), {APPROVER, ADMINISTRATOR}),
    "close": (_close, {APPROVER, ADMINISTRATOR}),
    "reopen": (_reopen, {APPROVER, ADMINISTRATOR}),
    "see-record": (lambda p, a: search_record(p, a, AuditQuery()), {ADMINISTRATOR}),
    "list-accounts": (lambda p, a: list_accounts(p, a), {ADMINISTRATOR}),
    "add-account": (
        lambda p, a: add_account(p, a, "moi", Role.ADMINISTRATOR, PASSWORD),
        {ADMINISTRATOR},
    ),
    "change-account": (_change, {ADMINISTRATOR}),
    "password-of-another": (_password_of_another, {ADMINISTRATOR}),
    "backup": (_backup, {ADMINISTRATOR}),
    "restore": (_restore, {ADMINISTRATOR}),
    "made-up-figures": (lambda p, a: fill_with_illustrative_data(p, a), {ADMINISTRATOR}),
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", USE_CASES)
def test_each_use_case_is_open_to_its_roles_alone(program: Program, name: str, role: Role) -> None:
    use, allowed = USE_CASES[name]
    if role in allowed:
        use(program, someone(role))
        return
    with pytest.raises(Refused) as refusal:
        use(program, someone(role))
    assert refusal.value.why is Why.NOT_ALLOWED
    newest = search_record(program, BINH, AuditQuery(), limit=1)[0]
    assert (newest.action, newest.actor, newest.origin) == ("refused", "an", "10.0.0.7")


def test_no_use_case_that_acts_for_someone_is_left_out_of_the_walk() -> None:
    rooms = [import_module(f"kpi.service.{m.name}") for m in iter_modules(kpi.service.__path__)]
    acting = {
        name
        for room in rooms
        for name, found in inspect.getmembers(room, inspect.isfunction)
        if not name.startswith("_")
        and found.__module__ == room.__name__
        and "actor" in signature(found).parameters
    }
    assert acting - _HELPERS == {name for use, _ in USE_CASES.values() for name in _called(use)} & acting


# They serve use cases, after these have asked.
_HELPERS = {"require", "require_units", "foreign_units", "refuse", "write_down", "reopen_where_submitted"}


def _called(use: Any) -> set[str]:
    """The names a use case's function mentions, those of the function it closes over too."""
    inner = [cell.cell_contents for cell in use.__closure__ or () if callable(cell.cell_contents)]
    return set(use.__code__.co_names).union(*(_called(each) for each in inner))


def test_an_official_sends_for_their_units_alone(program: Program) -> None:
    of_duc_tho = someone(Role.OFFICIAL, frozenset({DUC_THO}))
    assert import_workbook(program, upload(row(DUC_THO)), of_duc_tho).committed
    with pytest.raises(Refused) as refusal:
        import_workbook(program, upload(row(DUC_THO, 2), row(HUONG_SON)), of_duc_tho)
    assert refusal.value.why is Why.NOT_YOUR_UNITS
    assert "Hương Sơn" in refusal.value.detail["units"]
    assert len(list_submissions(program, PLAN)) == 1


def test_who_answers_for_the_province_sends_for_all_its_units(program: Program) -> None:
    sent = import_workbook(program, upload(row(DUC_THO), row("Toàn tỉnh", 1, 2)), someone(Role.OFFICIAL))
    assert sent.committed


def test_another_province_is_not_among_them(program: Program) -> None:
    with pytest.raises(Refused):
        import_workbook(program, upload(row()), someone(Role.OFFICIAL, frozenset({"nghe-an"})))


def test_an_official_takes_back_their_own_submission_alone(program: Program) -> None:
    sent = send(program, row()).submission or 0
    with pytest.raises(Refused) as refusal:
        undo(program, sent, someone(Role.OFFICIAL))
    assert refusal.value.why is Why.NOT_YOUR_SUBMISSION
    undo(program, sent, someone(Role.ADMINISTRATOR))


def test_nobody_approves_what_they_submitted(program: Program) -> None:
    both = someone(Role.ADMINISTRATOR)
    send(program, row())
    take_step(program, PLAN, YEAR, Step.SUBMITTED, both)
    with pytest.raises(Refused) as refusal:
        take_step(program, PLAN, YEAR, Step.APPROVED, both)
    assert refusal.value.why is Why.OWN_SUBMISSION
    assert standing(program, PLAN, YEAR).submitted_by == "an"
