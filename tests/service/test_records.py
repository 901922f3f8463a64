"""History: taking back, closing, reopening, and what was known on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sent_workbooks import BINH, CHI, DUC_THO, HUONG_SON, PLAN, counted, row, send, standing, verdicts

from kpi.domain.closing import Step
from kpi.domain.period import Period
from kpi.service.closing import take_step
from kpi.service.evaluations import evaluate, history, know
from kpi.service.program import Program
from kpi.service.records import list_submissions, submission_file, undo
from kpi.service.refusal import Refused, Why
from kpi.store import audit

YEAR = Period(2017)


def refused(action: Any, *asked: Any) -> Why:
    with pytest.raises(Refused) as refusal:
        action(*asked)
    return refusal.value.why


def codes(outcome: Any) -> set[str]:
    return {issue.code.value for issue in outcome.issues}


def test_taking_back_restores_the_very_verdicts_before(program: Program) -> None:
    send(program, row(), row(DUC_THO, 400, 500))
    before = verdicts(program)
    later = send(program, row(part=990), row("Toàn tỉnh", 900, 1000))
    assert verdicts(program) != before
    undo(program, later.submission or 0, BINH)
    assert verdicts(program) == before


def test_taking_back_an_earlier_submission_leaves_the_later_figures(program: Program) -> None:
    first = send(program, row(), row(DUC_THO))
    send(program, row(part=701))
    undo(program, first.submission or 0, BINH)
    assert standing(program) == {(HUONG_SON, "2017"): "701/1000"}


def test_a_submission_is_taken_back_once(program: Program) -> None:
    sent = send(program, row()).submission
    undo(program, sent or 0, BINH)
    assert refused(undo, program, sent, BINH) is Why.ALREADY_UNDONE
    assert refused(undo, program, 4711, BINH) is Why.UNKNOWN_SUBMISSION
    assert refused(submission_file, program, 4711) is Why.UNKNOWN_SUBMISSION


def test_what_was_taken_back_may_be_sent_again(program: Program) -> None:
    undo(program, send(program, row()).submission or 0, BINH)
    again = send(program, row())
    assert (counted(again), again.committed) == ({"new": 1}, True)


def test_history_keeps_what_was_taken_back_and_by_whom(program: Program) -> None:
    undo(program, send(program, row()).submission or 0, CHI)
    (submission,) = list_submissions(program, PLAN)
    assert (submission.is_live, submission.withdrawn_by, submission.observation_count) == (False, "chi", 1)
    assert len(history(program, PLAN, "employers-enrolled", HUONG_SON, YEAR)) == 1


def test_the_latest_submission_is_listed_first(program: Program) -> None:
    sent = [send(program, row(part=part)).submission for part in (1, 2, 3)]
    assert [s.id for s in list_submissions(program, PLAN)] == sent[::-1]


def test_a_closed_period_takes_no_change_and_no_addition(program: Program) -> None:
    send(program, row())
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    for changed in (row(part=701), row(DUC_THO)):
        outcome = send(program, changed, row(year=2016))
        assert (codes(outcome), outcome.committed) == ({"period-closed"}, False)
    assert standing(program) == {(HUONG_SON, "2017"): "700/1000"}


def test_a_closed_period_may_be_sent_again_as_it_stands(program: Program) -> None:
    send(program, row())
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    outcome = send(program, row(), row(year=2016))
    assert (outcome.committed, counted(outcome)) == (True, {"new": 1, "unchanged": 1})


def test_another_year_of_a_closed_one_is_open(program: Program) -> None:
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    assert send(program, row(year=2016)).committed


def test_figures_of_a_closed_period_can_not_be_taken_back(program: Program) -> None:
    sent = send(program, row(), row(year=2016)).submission
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    assert refused(undo, program, sent, BINH) is Why.PERIOD_CLOSED
    take_step(program, PLAN, YEAR, Step.REOPENED, BINH, "sai số")
    undo(program, sent or 0, BINH)
    assert standing(program) == {}


def test_a_reopened_period_warns_of_each_change_to_what_was_closed(program: Program) -> None:
    send(program, row())
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    take_step(program, PLAN, YEAR, Step.REOPENED, BINH, "sai số")
    added, changed = send(program, row(DUC_THO)), send(program, row(part=701))
    assert (codes(added), added.committed) == (set(), True)
    assert ({(i.code.value, i.severity.value) for i in changed.issues}, changed.committed) == (
        {("changes-closed-value", "warning")},
        True,
    )


def test_a_verdict_is_final_only_while_its_period_is_closed(program: Program) -> None:
    send(program, row(), row("Toàn tỉnh", 60, 100, stage="estimate"))

    def final() -> dict[str, bool]:
        return {
            v.unit.id: v.final
            for v in verdicts(program)
            if v.figure and v.indicator.id == "employers-enrolled"
        }

    assert not any(final().values())
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    assert final() == {HUONG_SON: True, "ha-tinh": False}
    take_step(program, PLAN, YEAR, Step.REOPENED, BINH, "sai số")
    assert not any(final().values())


def test_a_period_is_closed_after_its_last_day_and_once(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_TODAY", "2017-12-31")
    assert refused(take_step, program, PLAN, YEAR, Step.CLOSED, BINH) is Why.PERIOD_NOT_OVER
    monkeypatch.setenv("KPI_TODAY", "2018-01-01")
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    assert refused(take_step, program, PLAN, YEAR, Step.CLOSED, BINH) is Why.ALREADY_CLOSED


def test_reopening_needs_a_closed_period_and_a_reason(program: Program) -> None:
    assert refused(take_step, program, PLAN, YEAR, Step.REOPENED, BINH, "sai số") is Why.PERIOD_NOT_CLOSED
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    assert refused(take_step, program, PLAN, YEAR, Step.REOPENED, BINH, "  ") is Why.REASON_MISSING


def test_what_was_known_on_a_day_can_always_be_asked(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(program, row())
    monkeypatch.setenv("KPI_TODAY", "2018-03-01")
    corrected = send(program, row(part=701))
    monkeypatch.setenv("KPI_TODAY", "2018-04-01")
    undo(program, corrected.submission or 0, BINH)
    on = {day: standing(program, known_on=date.fromisoformat(day)) for day in DAYS}
    assert [found.get((HUONG_SON, "2017")) for found in on.values()] == [
        None,
        "700/1000",
        "701/1000",
        "700/1000",
    ]


DAYS = ["2018-02-14", "2018-02-28", "2018-03-31", "2018-04-01"]


def test_an_earlier_knowledge_gives_the_verdict_of_then(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(program, row("Toàn tỉnh", 60, 100))
    monkeypatch.setenv("KPI_TODAY", "2018-03-01")
    send(program, row("Toàn tỉnh", 90, 100))
    then = evaluate(know(program, PLAN, known_on=date(2018, 2, 20)), YEAR, "ha-tinh")
    assert [
        v.verdict.compliance.value
        for v in (*then, *evaluate(know(program, PLAN), YEAR, "ha-tinh"))
        if v.figure
    ] == [
        "missed",
        "met",
    ]


def test_everything_done_is_written_down(program: Program) -> None:
    sent = send(program, row()).submission
    take_step(program, PLAN, YEAR, Step.CLOSED, BINH)
    take_step(program, PLAN, YEAR, Step.REOPENED, CHI, "sai số")
    undo(program, sent or 0, CHI)
    with program.database.read() as connection:
        entries = audit.audit_entries(connection)
    assert [(e.action, e.actor) for e in reversed(entries)] == [
        ("import", "binh"),
        ("close", "binh"),
        ("reopen", "chi"),
        ("undo", "chi"),
    ]
