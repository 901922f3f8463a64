"""Reports without figures: who owes them, keeping them, and the gap report that names who has not sent."""

from __future__ import annotations

from datetime import date

import pytest
from sent_workbooks import BINH, CHI, PLAN

from kpi.domain.actor import Actor, Role
from kpi.domain.closing import Step
from kpi.domain.paper import counting, paper_reports, periods_of
from kpi.domain.period import Period
from kpi.present.paper_form import write_paper_form
from kpi.present.words import words_for
from kpi.service.closing import take_step
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.received import (
    Receipt,
    SentReport,
    papers_not_sent,
    receive_report,
    received_file,
    received_reports,
    undo_report,
)
from kpi.service.refusal import Refused, Why
from kpi.service.reports import gap_report

LISTS, VIOLATIONS = "HT-N41", "HT-N18"
Q3, YEAR = Period(2017, "Q3"), Period(2017)
TODAY = date(2018, 2, 15)
SON = "huyen-huong-son"


def send(
    program: Program, task: str = LISTS, sender: str = SON, period: Period = Q3, content: bytes = b"x"
) -> Receipt:
    return receive_report(program, SentReport(PLAN, task, sender, period, "danh sách.xlsx", content), BINH)


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
        (SON, Period(2017, "H1"), b"x", Why.NOT_A_PERIOD_OF),
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


def test_the_same_file_again_changes_nothing_and_says_so(program: Program) -> None:
    first = send(program)
    assert send(program) == Receipt(first.number, kept=False)
    assert len(received_reports(program, PLAN)) == 1
    assert (send(program, sender="huyen-duc-tho").kept, send(program, period=Period(2017, "Q4")).kept) == (
        True,
        True,
    )


def test_a_different_file_takes_the_place_of_the_first_and_both_are_kept(program: Program) -> None:
    first, second = send(program, content=b"1"), send(program, content=b"2")
    assert second == Receipt(second.number, supersedes=first.number)
    assert _counting(program) == [second.number]
    assert [received_file(program, r.number) for r in (first, second)] == [b"1", b"2"]


def test_the_first_file_sent_once_more_takes_the_place_of_the_second(program: Program) -> None:
    for content in (b"1", b"2"):
        send(program, content=content)
    third = send(program, content=b"1")
    assert third.kept
    assert _counting(program) == [third.number]


def test_a_report_taken_back_lets_the_one_before_it_count_again(program: Program) -> None:
    first, second = send(program, content=b"1"), send(program, content=b"2")
    assert undo_report(program, second.number, BINH).withdrawn_by == "binh"
    assert _counting(program) == [first.number]
    undo_report(program, first.number, CHI)
    assert (LISTS, Q3, 13) in {(n.task.id, n.period, len(n.senders)) for n in _not_sent(program)}
    assert received_file(program, second.number) == b"2"
    assert send(program, content=b"2").kept


def test_a_report_is_taken_back_once(program: Program) -> None:
    number = send(program).number
    undo_report(program, number, BINH)
    for wanted, why in ((number, Why.REPORT_ALREADY_UNDONE), (99, Why.UNKNOWN_REPORT)):
        with pytest.raises(Refused) as refused:
            undo_report(program, wanted, BINH)
        assert refused.value.why is why


def test_an_official_takes_back_what_they_sent_themselves_alone(program: Program) -> None:
    number = send(program).number
    with pytest.raises(Refused) as refused:
        undo_report(program, number, Actor("hoa", Role.OFFICIAL, frozenset({"ha-tinh"})))
    assert refused.value.why is Why.NOT_YOUR_REPORT
    undo_report(program, number, Actor("binh", Role.OFFICIAL, frozenset({"ha-tinh"})))


@pytest.mark.parametrize("closed", [YEAR, Q3])
def test_a_closed_period_takes_no_report_and_gives_none_back(program: Program, closed: Period) -> None:
    number = send(program, content=b"1").number
    take_step(program, PLAN, closed, Step.CLOSED, BINH)
    for deed in (lambda: send(program, content=b"2"), lambda: undo_report(program, number, BINH)):
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.why is Why.PERIOD_CLOSED
    assert _counting(program) == [number]


def _counting(program: Program) -> list[int]:
    return [r.id for r in counting(received_reports(program, PLAN)).values()]


def _not_sent(program: Program) -> list:  # type: ignore[type-arg]
    return papers_not_sent(program, PLAN, YEAR, TODAY)
