"""Understanding a workbook ends, whatever stands in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from office_workbooks import OFFICIALLY, Table, codes, figures, long_row, long_table, places, understood

from kpi.domain.observation import Stage
from kpi.intake import context
from kpi.intake.effort import LOOKS_BETWEEN, Effort, EffortSpent
from kpi.intake.tables import find_blocks
from kpi.intake.words.headings import Heading, HeadingKind

PART, WHOLE = (
    "Số đơn vị đã tham gia BHXH bắt buộc, BHTN",
    "Số đơn vị thuộc diện phải tham gia BHXH bắt buộc, BHTN",
)


def looks(effort: Effort, count: int) -> None:
    for _ in range(count):
        effort.look()


def test_looking_ends_when_the_time_is_up() -> None:
    with pytest.raises(EffortSpent):
        looks(Effort(seconds=-1), LOOKS_BETWEEN)


def test_looking_goes_on_while_there_is_time() -> None:
    looks(Effort(seconds=60), 100 * LOOKS_BETWEEN)


def test_a_workbook_that_takes_too_long_to_understand_is_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "Effort", lambda: Effort(seconds=-1))
    outcome = understood(long_table(*(long_row() for _ in range(20))))
    assert codes(outcome.issues) == {"workbook-too-big"}
    assert outcome.readings == ()
    assert dict(outcome.issues[0].detail) == {"reason": "took-too-long"}


def test_a_list_too_long_to_be_searched_is_named_and_the_table_above_it_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(find_blocks, "FARTHEST_TABLE", 5)
    table = [("Số đơn vị tham gia BHXH bắt buộc, BHTN năm 2017",), ("Đơn vị", PART, WHOLE)]
    list_below = [(f"Doanh nghiệp {number}", number) for number in range(7)]
    rows = [*table, ("Huyện Hương Sơn", 700, 1000), (), ("Phụ lục", "", ""), *list_below]
    outcome = understood(Table(rows), **OFFICIALLY)
    assert list(figures(outcome).values()) == ["700/1000"]
    assert ("note-skipped", "A10") in places(outcome.issues)


def test_the_headings_of_a_wide_table_are_looked_at_once_and_not_for_each_figure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = []
    kind_among = Heading.kind_among

    def counting(heading: Heading, is_known: Callable[[str], bool]) -> HeadingKind:
        looked_at.append(heading.column)
        return kind_among(heading, is_known)

    monkeypatch.setattr(Heading, "kind_among", counting)
    years = range(2010, 2018)
    headings = [f"{counted} năm {year}" for year in years for counted in (PART, WHOLE)]
    rows = [
        (name, *[700, 1000] * len(years)) for name in ("Huyện Hương Sơn", "Huyện Đức Thọ", "Huyện Can Lộc")
    ]
    outcome = understood(Table([("Đơn vị", *headings), *rows]), stage=Stage.OFFICIAL)
    assert len(figures(outcome)) == len(rows) * len(years)
    assert len(looked_at) < 5 * len(headings)
