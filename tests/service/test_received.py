"""Reports without figures: who owes them, keeping them, and the gap report that names who has not sent."""

from __future__ import annotations

from datetime import date

import pytest
from sent_workbooks import BINH, PLAN

from kpi.domain.paper import paper_reports, periods_of
from kpi.domain.period import Period
from kpi.present.paper_form import write_paper_form
from kpi.present.words import words_for
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.received import papers_not_sent, receive_report, received_reports
from kpi.service.refusal import Refused, Why
from kpi.service.reports import gap_report

LISTS, VIOLATIONS = "HT-N41", "HT-N18"
Q3, YEAR = Period(2017, "Q3"), Period(2017)
TODAY = date(2018, 2, 15)
SON = "huyen-huong-son"


def send(
    program: Program, task: str = LISTS, sender: str = SON, period: Period = Q3, content: bytes = b"x"
) -> int:
    return receive_report(program, PLAN, task, sender, period, "danh sách.xlsx", content, BINH)


def test_the_plan_asks_for_violations_twice_and_lists_four_times_a_year(program: Program) -> None:
    asked = {t.id: [str(p) for p in periods_of(t, 2017)] for t in paper_reports(program.plan(PLAN))}
    assert asked[LISTS] == ["2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4"]
    assert asked[VIOLATIONS] == ["2017-H1", "2017"]


def test_who_has_sent_is_no_longer_missing(program: Program) -> None:
    send(program)
    missing = {(n.task.id, str(n.period)): (len(n.senders), n.expected) for n in _not_sent(program)}
    assert missing[LISTS, "2017-Q2"] == (13, 13)
    assert missing[LISTS, "2017-Q3"] == (12, 13)
    assert missing[VIOLATIONS, "2017-H1"] == (1, 1)


def test_a_duty_all_have_met_is_left_out(program: Program) -> None:
    send(program, VIOLATIONS, "Sở Lao động - Thương binh và Xã hội", YEAR)
    assert (VIOLATIONS, YEAR) not in {(n.task.id, n.period) for n in _not_sent(program)}


def test_a_period_not_over_is_owed_by_nobody(program: Program) -> None:
    assert papers_not_sent(program, PLAN, Period(2018), TODAY) == []


def test_the_gap_report_names_who_has_not_sent(program: Program) -> None:
    report = gap_report(program, know(program, PLAN), YEAR)
    assert {n.task.id for n in report.not_sent} == {LISTS, VIOLATIONS}


@pytest.mark.parametrize(
    ("sender", "period", "content", "why"),
    [
        ("huyen-nam-dan", Q3, b"x", Why.NOT_A_SENDER),
        (SON, Period(2017, "H1"), b"x", Why.NOT_A_SENDER),
        (SON, Q3, b"", Why.FILE_UNFIT),
    ],
)
def test_what_nobody_owes_is_refused_and_not_kept(
    program: Program, sender: str, period: Period, content: bytes, why: Why
) -> None:
    with pytest.raises(Refused) as refused:
        send(program, LISTS, sender, period, content)
    assert refused.value.why is why
    assert received_reports(program, PLAN) == []


def test_a_duty_that_asks_for_no_such_report_is_refused(program: Program) -> None:
    with pytest.raises(Refused) as refused:
        send(program, "HT-N14")
    assert refused.value.why is Why.UNKNOWN_TASK


def test_each_kind_of_report_has_its_form(program: Program) -> None:
    plan, words = program.plan(PLAN), words_for("vi")
    for task in paper_reports(plan):
        (entry, *_) = [n for n in _not_sent(program) if n.task.id == task.id]
        assert write_paper_form(task, entry.senders[0], entry.period, words)[:2] == b"PK"


def _not_sent(program: Program) -> list:  # type: ignore[type-arg]
    return papers_not_sent(program, PLAN, YEAR, TODAY)
