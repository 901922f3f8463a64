"""Every workbook of the corpus is read as its office meant it, or asked about, or refused; never misread."""

from __future__ import annotations

import pytest

from kpi.intake.workbook.grid import Grid
from kpi.intake.workbook.guard import read_workbook

from .cases import ALL_CASES
from .expectation import GROWTH, READ, READ_OR_ASK, Case, NamedCase, answer, counts
from .judge import complaints, grid_of
from .not_yet import NOT_YET

THROUGH_THE_CHILD = [case for case in ALL_CASES if case.name not in NOT_YET][:: len(ALL_CASES) // 4]


def _marked(case: NamedCase) -> object:
    reason = NOT_YET.get(case.name)
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)] if reason else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("named", [_marked(case) for case in ALL_CASES])
def test_a_workbook_is_read_as_its_office_meant_it(named: NamedCase) -> None:
    case = named.build()
    found = complaints(case, grid_of(case.content))
    assert not found, f"{named.name} ({named.kind}: {named.why})\n" + "\n".join(map(str, found[:8]))


@pytest.mark.parametrize("named", THROUGH_THE_CHILD, ids=lambda named: named.name)
def test_the_guard_hands_on_the_same_workbook(named: NamedCase) -> None:
    content = named.build().content
    seen = read_workbook(content)
    expected = grid_of(content)
    assert seen == expected if isinstance(expected, Grid) else not isinstance(seen, Grid)


def test_every_case_has_its_own_name() -> None:
    names = [case.name for case in ALL_CASES]
    assert len(names) == len(set(names))


def test_nothing_waits_under_a_name_that_is_gone() -> None:
    assert set(NOT_YET) <= {case.name for case in ALL_CASES}


def test_a_case_states_a_reading_wherever_the_file_may_be_accepted() -> None:
    with pytest.raises(ValueError, match="no reading"):
        Case(b"", READ_OR_ASK)


def test_a_case_that_is_read_plainly_has_nothing_to_answer() -> None:
    with pytest.raises(ValueError, match="answers"):
        Case(
            b"",
            READ,
            figures=counts(GROWTH, 2017, {"Hà Tĩnh": 1}),
            answers=[answer("unit-unclear", None, "x")],
        )
