"""Whatever is reported in a tidy table reads back as it was reported."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from office_workbooks import (
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    LONG_HEADING,
    Table,
    figures,
    request,
    understood,
    workbook,
)
from workbook_bytes import read_here

from kpi.domain.unit import Level
from kpi.intake.understand import understand
from kpi.intake.workbook.grid import Grid

UNITS = [u for u in request().units.of_province("ha-tinh") if u.level is not Level.AGENCY]
SHARES = [ENROLLED, ELECTRONIC]
STAGES = {"official": "Chính thức", "estimate": "Ước thực hiện"}


@st.composite
def reported_rows(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    """Rows of distinct keys: counts of a share, a percentage, or a growth indicator's count."""
    key = st.tuples(
        st.sampled_from([u for u in UNITS if u.exists_from is None and u.id != "huyen-loc-ha"]),
        st.sampled_from([*SHARES, GROWTH]),
        st.integers(2016, 2024),
        st.sampled_from(list(STAGES)),
    )
    keys = draw(st.lists(key, min_size=1, max_size=6, unique=True))
    return [
        (unit.name, indicator, year, *draw(_figures(indicator)), STAGES[stage])
        for unit, indicator, year, stage in keys
    ]


def _figures(indicator: str) -> st.SearchStrategy[tuple[Any, ...]]:
    counts = (
        st.tuples(st.integers(0, 10**12), st.integers(0, 10**12)).map(sorted).map(lambda pair: (*pair, None))
    )
    if indicator == GROWTH:
        return st.integers(0, 10**12).map(lambda count: (count, None, None))
    percent = st.decimals(Decimal("1.01"), 100, places=2).map(lambda share: (None, None, share))
    return counts | percent


def expected(rows: list[tuple[Any, ...]]) -> dict[tuple[str, str, str, str], str]:
    ids = {unit.name: unit.id for unit in UNITS}
    stages = {word: stage for stage, word in STAGES.items()}
    return {
        (indicator, ids[name], str(year), stages[word]): _shown(part, whole, value)
        for name, indicator, year, part, whole, value, word in rows
    }


def _shown(part: int | None, whole: int | None, value: Decimal | None) -> str:
    counts = "/".join(str(count) for count in (part, whole) if count is not None)
    return counts or f"{f'{value:f}'.rstrip('0').rstrip('.')} %"


@settings(max_examples=20)
@given(reported_rows())
def test_whatever_is_reported_reads_back_exactly(rows: list[tuple[Any, ...]]) -> None:
    outcome = understood(Table([LONG_HEADING, *rows]))
    assert figures(outcome) == expected(rows)
    assert outcome.issues == ()


@settings(max_examples=20)
@given(reported_rows(), st.permutations(range(len(LONG_HEADING))), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_changes_nothing(
    rows: list[tuple[Any, ...]], order: list[int], chance: Any
) -> None:
    shuffled = chance.sample(rows, len(rows))
    table = [tuple(row[column] for column in order) for row in (LONG_HEADING, *shuffled)]
    outcome = understood(Table(table))
    assert figures(outcome) == expected(rows)
    assert outcome.issues == ()


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(*[st.none() | st.text(max_size=8) | st.integers(-9, 10**6) | st.booleans()] * 7), max_size=4
    )
)
def test_no_content_of_a_table_makes_reading_fail(rows: list[tuple[Any, ...]]) -> None:
    grid = read_here(workbook(Table([LONG_HEADING, *rows])))
    if isinstance(grid, Grid):
        outcome = understand(grid, request())
        assert outcome.readings or any(issue.blocks for issue in outcome.issues)
