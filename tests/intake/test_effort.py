"""Understanding a workbook ends, whatever stands in it."""

from __future__ import annotations

import pytest
from office_workbooks import codes, long_row, long_table, understood

from kpi.intake import context
from kpi.intake.effort import LOOKS_BETWEEN, Effort, EffortSpent


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
