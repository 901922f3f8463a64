"""What charts show before anything is drawn: the lawful levels, the scale, the order of units."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verdict_examples import (
    ABOVE_70,
    ABOVE_80,
    ALL_FROM_2020,
    AT_LEAST_80_BY_2025,
    EAST,
    MORE_BY_2025,
    PROVINCE,
    VI,
    WEST,
    Judged,
    share,
)

from kpi.domain.evaluation import Evaluation
from kpi.domain.unit import ReportingUnit
from kpi.present.charts import Scale, lawful_levels, mark_in, worst_first, years_shown


def _path(judged: Judged, years: range) -> list[Evaluation]:
    return [judged.of(year) for year in years]


@pytest.fixture
def enrolled() -> Judged:
    judged = Judged(share(ABOVE_70, ABOVE_80, ALL_FROM_2020)).close(2016, 2017)
    return judged.counts(2016, 60, 100).counts(2017, 71, 100).counts(2018, 79, 100)


def test_the_lawful_path_has_a_gap_where_no_target_is_in_force(enrolled: Judged) -> None:
    levels = lawful_levels(enrolled.indicator, _path(enrolled, range(2016, 2021)), VI)
    assert [(level.year, level.percent, level.demand) for level in levels] == [
        (2017, 70, "trên 70%"),
        (2018, 80, "trên 80%"),
        (2020, 100, "100%"),
    ]


def test_a_level_ahead_is_shown_as_far_as_the_projection_reaches() -> None:
    judged = Judged(share(AT_LEAST_80_BY_2025))
    for year, numerator in ((2021, 60), (2022, 62), (2023, 64)):
        judged.counts(year, numerator, 100)
    path = _path(judged, range(2021, 2024))
    assert years_shown(path) == range(2021, 2026)
    assert [(level.year, level.percent) for level in lawful_levels(judged.indicator, path, VI)] == [
        (2025, 80)
    ]


def test_an_increase_is_held_against_its_base() -> None:
    judged = Judged(share(MORE_BY_2025)).counts(2020, 12, 100).counts(2025, 14, 100)
    levels = lawful_levels(judged.indicator, _path(judged, range(2020, 2026)), VI)
    assert [(level.year, level.percent) for level in levels] == [(2025, 12)]
    assert mark_in(judged.of(2025)) == 12


def test_nothing_evaluated_has_no_levels() -> None:
    assert lawful_levels(share(ABOVE_70), [], VI) == []
    assert years_shown([]) == range(0)


def test_units_stand_the_furthest_below_the_target_first_and_unmeasured_ones_last() -> None:
    judged = Judged(share(ABOVE_70)).counts(2017, 75, 100, unit=EAST).counts(2017, 50, 100, unit=WEST)
    silent = judged.of(2017, ReportingUnit("bac", "Huyện Bắc", EAST.level, "tinh"))
    evaluations = [silent, *(judged.of(2017, unit) for unit in (EAST, WEST, PROVINCE))]
    assert [e.unit.id for e in worst_first(evaluations)] == ["tay", "tinh", "dong", "bac"]


values = st.fractions(min_value=-500, max_value=500, max_denominator=1000)


@given(st.lists(values, max_size=8))
def test_every_value_and_nought_stand_within_the_scale(shown: list[Fraction]) -> None:
    scale = Scale.of(shown)
    for value in [*shown, Fraction(0)]:
        assert scale.bottom <= value <= scale.top
        assert 0 <= scale.place(value) <= 1


@given(st.lists(values, max_size=8))
def test_the_lines_of_a_scale_are_few_and_nought_is_one(shown: list[Fraction]) -> None:
    lines = Scale.of(shown).lines()
    assert Fraction(0) in lines
    assert len(lines) <= 7


def test_a_higher_value_stands_higher() -> None:
    scale = Scale.of([Fraction(70), Fraction(-10)])
    assert scale.place(Fraction(-10)) < scale.place(Fraction(0)) < scale.place(Fraction(70)) < 1
