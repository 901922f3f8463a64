"""Submitted, approved, closed: each step follows from the one before, and a change of figures goes back to open."""

from __future__ import annotations

import pytest
from sent_workbooks import BINH, DUC_THO, PLAN, row, send

from kpi.domain.actor import Actor, Role
from kpi.domain.closing import PeriodState, Step, StepTaken
from kpi.domain.period import Period
from kpi.service import settings
from kpi.service.closing import standing, take_step
from kpi.service.program import Program
from kpi.service.records import undo
from kpi.service.refusal import Refused, Why
from kpi.store import closures

YEAR = Period(2017)
AN, LAN = Actor("an", Role.ADMINISTRATOR), Actor("lan", Role.ADMINISTRATOR)


@pytest.fixture(autouse=True)
def _figures_of_the_year(program: Program) -> None:
    send(program, row("Toàn tỉnh", 1, 2))


def state(program: Program) -> PeriodState:
    return standing(program, PLAN, YEAR).state


def test_a_period_goes_from_submitted_over_approved_to_closed(program: Program) -> None:
    for step, actor in ((Step.SUBMITTED, AN), (Step.APPROVED, LAN), (Step.CLOSED, LAN)):
        assert take_step(program, PLAN, YEAR, step, actor).state.value == step.value
    steps = standing(program, PLAN, YEAR).steps
    assert [(s.step.value, s.by) for s in steps] == [
        ("submitted", "an"),
        ("approved", "lan"),
        ("closed", "lan"),
    ]


@pytest.mark.parametrize(
    ("taken", "then", "why"),
    [
        ([], Step.APPROVED, Why.PERIOD_NOT_SUBMITTED),
        ([], Step.CLOSED, Why.PERIOD_NOT_SUBMITTED),
        ([], Step.RETURNED, Why.PERIOD_NOT_SUBMITTED),
        ([], Step.REOPENED, Why.PERIOD_NOT_CLOSED),
        ([Step.SUBMITTED], Step.SUBMITTED, Why.ALREADY_SUBMITTED),
        ([Step.SUBMITTED], Step.CLOSED, Why.PERIOD_NOT_APPROVED),
        ([Step.SUBMITTED, Step.APPROVED], Step.SUBMITTED, Why.ALREADY_SUBMITTED),
        ([Step.SUBMITTED, Step.APPROVED, Step.CLOSED], Step.SUBMITTED, Why.ALREADY_CLOSED),
        ([Step.SUBMITTED, Step.APPROVED, Step.CLOSED], Step.RETURNED, Why.ALREADY_CLOSED),
    ],
)
def test_a_step_that_does_not_follow_is_refused(
    program: Program, taken: list[Step], then: Step, why: Why
) -> None:
    for step in taken:
        take_step(program, PLAN, YEAR, step, AN if step is Step.SUBMITTED else LAN)
    with pytest.raises(Refused) as refusal:
        take_step(program, PLAN, YEAR, then, LAN, "vì sao")
    assert refusal.value.why is why


def test_whoever_is_alone_closes_at_once(program: Program) -> None:
    assert take_step(program, PLAN, YEAR, Step.CLOSED, BINH).state is PeriodState.CLOSED


def test_a_period_without_figures_is_not_submitted(program: Program) -> None:
    with pytest.raises(Refused) as refusal:
        take_step(program, PLAN, Period(2016), Step.SUBMITTED, AN)
    assert refusal.value.why is Why.PERIOD_EMPTY


def test_who_answers_for_a_district_alone_does_not_submit_the_province_s_period(program: Program) -> None:
    of_a_district = Actor("ba", Role.OFFICIAL, frozenset({DUC_THO}))
    with pytest.raises(Refused) as refusal:
        take_step(program, PLAN, YEAR, Step.SUBMITTED, of_a_district)
    assert refusal.value.why is Why.NOT_YOUR_UNITS
    assert state(program) is PeriodState.OPEN


def test_nobody_approves_figures_that_changed_since_they_looked(program: Program) -> None:
    seen = take_step(program, PLAN, YEAR, Step.SUBMITTED, AN)
    send(program, row("Toàn tỉnh", 2, 2))
    take_step(program, PLAN, YEAR, Step.SUBMITTED, AN)
    with pytest.raises(Refused) as refusal:
        take_step(program, PLAN, YEAR, Step.APPROVED, LAN, seen=seen)
    assert refusal.value.why is Why.PERIOD_CHANGED
    now = standing(program, PLAN, YEAR)
    assert take_step(program, PLAN, YEAR, Step.APPROVED, LAN, seen=now).state is PeriodState.APPROVED


def test_whoever_submits_between_look_and_approval_does_not_approve(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two-person rule is asked in the transaction that approves, not before it."""
    take_step(program, PLAN, YEAR, Step.SUBMITTED, AN)
    slipped_in = []

    def with_another_step_first(connection: object, plan: str) -> list[StepTaken]:
        if not slipped_in:
            slipped_in.append(True)
            for step in (Step.RETURNED, Step.SUBMITTED):
                closures.append_step(connection, plan, StepTaken(YEAR, step, settings.now(), "lan", "vì"))
        return log(connection, plan)

    log = closures.step_log
    monkeypatch.setattr(closures, "step_log", with_another_step_first)
    with pytest.raises(Refused) as refusal:
        take_step(program, PLAN, YEAR, Step.APPROVED, LAN)
    assert refusal.value.why is Why.OWN_SUBMISSION


@pytest.mark.parametrize("step", [Step.RETURNED, Step.REOPENED])
def test_going_back_needs_a_reason_that_is_kept(program: Program, step: Step) -> None:
    way = [Step.SUBMITTED] if step is Step.RETURNED else [Step.SUBMITTED, Step.APPROVED, Step.CLOSED]
    for before in way:
        take_step(program, PLAN, YEAR, before, AN if before is Step.SUBMITTED else LAN)
    with pytest.raises(Refused) as refusal:
        take_step(program, PLAN, YEAR, step, LAN, " ")
    assert refusal.value.why is Why.REASON_MISSING
    assert take_step(program, PLAN, YEAR, step, LAN, " thiếu huyện ").steps[-1].why == "thiếu huyện"


@pytest.mark.parametrize("approved", [False, True])
def test_new_figures_take_a_submitted_period_back_to_open(program: Program, approved: bool) -> None:
    send(program, row())
    take_step(program, PLAN, YEAR, Step.SUBMITTED, AN)
    if approved:
        take_step(program, PLAN, YEAR, Step.APPROVED, LAN)
    later = send(program, row(part=701))
    assert state(program) is PeriodState.OPEN
    assert standing(program, PLAN, YEAR).steps[-1].why == f"#{later.submission}"


def test_the_same_figures_again_change_nothing_of_its_state(program: Program) -> None:
    send(program, row())
    take_step(program, PLAN, YEAR, Step.SUBMITTED, AN)
    send(program, row(), row(year=2016))
    assert state(program) is PeriodState.SUBMITTED


def test_taking_back_takes_a_submitted_period_back_to_open(program: Program) -> None:
    sent = send(program, row()).submission or 0
    take_step(program, PLAN, YEAR, Step.SUBMITTED, AN)
    undo(program, sent, BINH)
    assert state(program) is PeriodState.OPEN
