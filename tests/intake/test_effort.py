"""Understanding a workbook ends, whatever stands in it."""

from __future__ import annotations

import pytest
from office_workbooks import OFFICIALLY, Table, codes, figures, long_row, long_table, places, understood

from kpi.intake import context
from kpi.intake.effort import LOOKS_BETWEEN, Effort, EffortSpent
from kpi.intake.tables import blocks

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
    monkeypatch.setattr(blocks, "FARTHEST_TABLE", 5)
    table = [("Số đơn vị tham gia BHXH bắt buộc, BHTN năm 2017",), ("Đơn vị", PART, WHOLE)]
    list_below = [(f"Doanh nghiệp {number}", number) for number in range(7)]
    rows = [*table, ("Huyện Hương Sơn", 700, 1000), (), ("Phụ lục", "", ""), *list_below]
    outcome = understood(Table(rows), **OFFICIALLY)
    assert list(figures(outcome).values()) == ["700/1000"]
    assert ("note-skipped", "A10") in places(outcome.issues)
