"""What was known of a province's sum then and now, exact, with whose figures changed it."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from sent_workbooks import BINH, CHI, DUC_THO, ENROLLED, HUONG_SON, PLAN, VU_QUANG, row, send

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.records import undo
from kpi.service.total_revisions import TotalRevision, total_revisions

PROVINCE, YEAR = "ha-tinh", Period(2017)


def revised(program: Program) -> list[TotalRevision]:
    indicator = next(i for i in program.plan(PLAN).indicators if i.id == ENROLLED)
    return total_revisions(program, PLAN, indicator, program.units[PROVINCE], YEAR)


def told(revision: TotalRevision) -> tuple[str, str, list[str]]:
    """The sums before and after, and the units that made the difference."""
    before, after = (f"{a.numerator}/{a.denominator}" if a else "" for a in (revision.before, revision.after))
    return before, after, [change.unit.id for change in revision.changes]


def every_district(program: Program, part: int, whole: int) -> list[tuple[object, ...]]:
    return [row(u.name, part, whole) for u in program.units.expected_to_report(PROVINCE, YEAR)]


def test_a_sum_that_grows_as_units_report_is_not_revised(program: Program) -> None:
    send(program, row(HUONG_SON, 700, 1000))
    send(program, row(DUC_THO, 500, 1000))
    assert revised(program) == []


def test_a_corrected_figure_shows_both_sums_and_whose_it_was(program: Program) -> None:
    send(program, *every_district(program, 7, 9))
    send(program, row(HUONG_SON, 8, 9), reason="nhập nhầm")
    (revision,) = revised(program)
    assert told(revision) == ("91/117", "92/117", [HUONG_SON])
    assert (revision.before.percent, str(revision.before.coverage)) == (Fraction(9100, 117), "13/13")
    assert revision.after is not None
    assert revision.after.percent == Fraction(9200, 117)
    assert revision.happening.by == BINH.name


def test_a_unit_that_joins_in_the_same_workbook_is_named_too(program: Program) -> None:
    send(program, row(HUONG_SON, 700, 1000))
    send(program, row(HUONG_SON, 710, 1000), row(DUC_THO, 500, 1000))
    (revision,) = revised(program)
    assert told(revision) == ("700/1000", "1210/2000", [HUONG_SON, DUC_THO])
    assert [c.before is None for c in revision.changes] == [False, True]


def test_taking_a_workbook_back_gives_the_earlier_sum_again_and_says_who_did(program: Program) -> None:
    send(program, row(HUONG_SON, 700, 1000), row(DUC_THO, 500, 1000))
    second = send(program, row(HUONG_SON, 710, 1000)).submission
    assert second is not None
    undo(program, second, CHI)
    corrected, taken_back = revised(program)
    assert told(corrected) == ("1200/2000", "1210/2000", [HUONG_SON])
    assert told(taken_back) == ("1210/2000", "1200/2000", [HUONG_SON])
    assert (taken_back.happening.withdrawn, taken_back.happening.by) == (True, CHI.name)


def test_a_sum_of_which_nothing_is_left_is_revised_to_none(program: Program) -> None:
    only = send(program, row(HUONG_SON, 700, 1000)).submission
    assert only is not None
    undo(program, only, CHI)
    (revision,) = revised(program)
    assert told(revision) == ("700/1000", "", [HUONG_SON])


def test_an_official_figure_revises_the_estimate_and_a_late_estimate_nothing(program: Program) -> None:
    send(program, row(HUONG_SON, 700, 1000, stage="estimate"))
    send(program, row(HUONG_SON, 690, 1000))
    send(program, row(HUONG_SON, 650, 1000, stage="estimate"))
    (revision,) = revised(program)
    assert told(revision) == ("700/1000", "690/1000", [HUONG_SON])
    assert [f.stage for f in (revision.before, revision.after) if f] == [Stage.ESTIMATE, Stage.OFFICIAL]


def test_the_provinces_own_figure_takes_the_place_of_the_sum(program: Program) -> None:
    send(program, row(HUONG_SON, 700, 1000))
    send(program, row("Tỉnh Hà Tĩnh", 9000, 12000))
    send(program, row(HUONG_SON, 710, 1000))  # behind a figure that stands by itself
    (revision,) = revised(program)
    assert told(revision) == ("700/1000", "9000/12000", [PROVINCE])


def test_what_the_province_sent_itself_is_no_sum(program: Program) -> None:
    send(program, row("Tỉnh Hà Tĩnh", 9000, 12000))
    send(program, row("Tỉnh Hà Tĩnh", 9100, 12000))
    assert revised(program) == []


def test_made_up_figures_were_never_known_once_real_ones_came(program: Program) -> None:
    send(program, row(HUONG_SON, 1, 1000), illustrative=True)
    send(program, row(HUONG_SON, 700, 1000))
    assert revised(program) == []
    send(program, row(HUONG_SON, 710, 1000))
    assert [told(r)[:2] for r in revised(program)] == [("700/1000", "710/1000")]


def test_the_last_sum_of_a_day_is_the_one_known_on_that_day(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = date(2018, 2, 15)
    for later, parts in enumerate(((700, 500, 300), (710, 500, 300), (710, 480, 310))):
        monkeypatch.setenv("KPI_TODAY", str(first + timedelta(later)))
        units = (HUONG_SON, DUC_THO, VU_QUANG)
        send(program, *(row(u, part, 1000) for u, part in zip(units, parts, strict=True)))
    for later, revision in enumerate(revised(program), start=1):
        for days, figure in ((later - 1, revision.before), (later, revision.after)):
            known = know(program, PLAN, known_on=first + timedelta(days))
            indicator = next(i for i in known.plan.indicators if i.id == ENROLLED)
            assert known.evaluator.actuals.of(indicator, program.units[PROVINCE], YEAR) == figure
    assert len(revised(program)) == 2
