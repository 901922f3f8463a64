"""What holds for every figure: laws of the judgement, tried on sizes from one employer to far beyond any province."""

from __future__ import annotations

from fractions import Fraction

from builders import (
    EAST,
    NORTH,
    OFFICE,
    PROVINCE,
    WEST,
    by_year,
    evaluator,
    from_year,
    growth,
    increase_by,
    judged,
    observed,
    share,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.observation import Observation, Stage
from kpi.domain.outlook import OutlookState
from kpi.domain.pace import PaceState
from kpi.domain.period import Period
from kpi.domain.plan import Indicator

law = settings(max_examples=60)

sizes = st.one_of(st.integers(1, 50), st.integers(51, 400_000), st.integers(10**15, 10**30))
percents = st.integers(0, 9999).map(lambda hundredths: f"{hundredths / 100:.2f}")
demands = st.one_of(
    st.tuples(st.just(">"), percents),
    st.tuples(st.just(">="), percents),
    st.just((">=", "100")),
)


@st.composite
def parts_of_wholes(draw: st.DrawFn, whole: st.SearchStrategy[int] = sizes) -> tuple[int, int]:
    """A numerator within its denominator, often close to a round percentage."""
    denominator = draw(whole)
    near = denominator * draw(st.integers(0, 100)) // 100 + draw(st.integers(-1, 1))
    numerator = draw(st.one_of(st.integers(0, denominator), st.just(near)))
    return min(max(numerator, 0), denominator), denominator


def share_verdict(demand: tuple[str, str], numerator: int, denominator: int) -> Evaluation:
    indicator = share(from_year(2017, *demand))
    return judged(indicator, 2017, observed(indicator, 2017, numerator, denominator))


def growth_verdict(demand: tuple[str, str], before: int, now: int) -> Evaluation:
    indicator = growth(from_year(2017, *demand))
    return judged(indicator, 2017, observed(indicator, 2016, before), observed(indicator, 2017, now))


def increase_verdict(base: tuple[int, int], now: tuple[int, int]) -> Evaluation:
    indicator = share(increase_by(2025, 2020))
    return judged(indicator, 2025, observed(indicator, 2020, *base), observed(indicator, 2025, *now))


def assert_gap_agrees(found: Evaluation) -> None:
    points, units = found.verdict.gap_points, found.verdict.gap_units
    assert points is not None
    assert units is not None
    if found.compliance is Compliance.MET:
        assert points >= 0
        assert units == 0
    else:
        assert found.compliance is Compliance.MISSED
        assert points <= 0
        assert units >= 1


@law
@given(demands, parts_of_wholes())
def test_a_share_is_judged_as_whole_numbers_multiplied_out_would_be(
    demand: tuple[str, str], part: tuple[int, int]
) -> None:
    hundredths = int(Fraction(demand[1]) * 100)
    left, right = 10_000 * part[0], hundredths * part[1]
    expected = left >= right if demand[0] == ">=" else left > right
    assert (share_verdict(demand, *part).compliance is Compliance.MET) is expected


@law
@given(demands, parts_of_wholes())
def test_points_and_units_missing_from_a_share_agree(demand: tuple[str, str], part: tuple[int, int]) -> None:
    assert_gap_agrees(share_verdict(demand, *part))


@law
@given(demands, sizes, sizes)
def test_points_and_units_missing_from_growth_agree(demand: tuple[str, str], before: int, now: int) -> None:
    assert_gap_agrees(growth_verdict(demand, before, now))


@law
@given(parts_of_wholes(), parts_of_wholes())
def test_points_and_units_missing_from_an_increase_agree(base: tuple[int, int], now: tuple[int, int]) -> None:
    assume(base[0] < base[1])  # more than all is out of reach: no number of people would do
    assert_gap_agrees(increase_verdict(base, now))


@law
@given(demands, parts_of_wholes())
def test_what_a_share_misses_would_meet_it_and_one_fewer_would_not(
    demand: tuple[str, str], part: tuple[int, int]
) -> None:
    missing = share_verdict(demand, *part).verdict.gap_units
    assert missing is not None
    assert share_verdict(demand, part[0] + missing, part[1]).compliance is Compliance.MET
    if missing:
        assert share_verdict(demand, part[0] + missing - 1, part[1]).compliance is Compliance.MISSED
        assert part[0] + missing <= part[1]


@law
@given(demands, sizes, sizes)
def test_what_growth_misses_would_meet_it_and_one_fewer_would_not(
    demand: tuple[str, str], before: int, now: int
) -> None:
    missing = growth_verdict(demand, before, now).verdict.gap_units
    assert missing is not None
    assert growth_verdict(demand, before, now + missing).compliance is Compliance.MET
    if missing:
        assert growth_verdict(demand, before, now + missing - 1).compliance is Compliance.MISSED


@law
@given(parts_of_wholes(), parts_of_wholes())
def test_what_an_increase_misses_would_meet_it_and_one_fewer_would_not(
    base: tuple[int, int], now: tuple[int, int]
) -> None:
    assume(base[0] < base[1])
    missing = increase_verdict(base, now).verdict.gap_units
    assert missing is not None
    assert increase_verdict(base, (now[0] + missing, now[1])).compliance is Compliance.MET
    if missing:
        assert increase_verdict(base, (now[0] + missing - 1, now[1])).compliance is Compliance.MISSED


@law
@given(demands, parts_of_wholes(), sizes)
def test_more_in_the_numerator_never_turns_met_into_missed(
    demand: tuple[str, str], part: tuple[int, int], more: int
) -> None:
    numerator, denominator = part
    before, after = (share_verdict(demand, n, denominator) for n in (numerator, numerator + more))
    assert (before.compliance, after.compliance) != (Compliance.MET, Compliance.MISSED)


@law
@given(demands, sizes, sizes, sizes)
def test_more_people_never_turn_met_growth_into_missed(
    demand: tuple[str, str], base: int, now: int, more: int
) -> None:
    before, after = (growth_verdict(demand, base, count) for count in (now, now + more))
    assert (before.compliance, after.compliance) != (Compliance.MET, Compliance.MISSED)


@law
@given(demands, parts_of_wholes(), st.integers(2, 10**12))
def test_a_share_is_the_same_whatever_the_scale(
    demand: tuple[str, str], part: tuple[int, int], factor: int
) -> None:
    small, large = share_verdict(demand, *part), share_verdict(demand, part[0] * factor, part[1] * factor)
    assert small.compliance is large.compliance
    assert small.verdict.gap_points == large.verdict.gap_points


SHARE = share(from_year(2017, ">", 70), by_year(2025, ">=", 80))
DISTRICTS = EAST, WEST, NORTH
three_parts = st.lists(parts_of_wholes(st.integers(0, 400_000)), min_size=3, max_size=3)


def reports(indicator: Indicator, parts: list[tuple[int, int]], stage: Stage) -> list[Observation]:
    return [
        observed(indicator, 2017, *part, unit=unit, stage=stage)
        for unit, part in zip(DISTRICTS, parts, strict=False)
    ]


@law
@given(demands, three_parts)
def test_a_province_split_into_districts_is_judged_as_their_sum(
    demand: tuple[str, str], parts: list[tuple[int, int]]
) -> None:
    indicator = share(from_year(2017, *demand))
    total = observed(indicator, 2017, sum(n for n, _ in parts), sum(d for _, d in parts))
    split = judged(indicator, 2017, *reports(indicator, parts, Stage.OFFICIAL))
    whole = judged(indicator, 2017, total)
    assert split.verdict == whole.verdict
    assert split.actual == whole.actual


@law
@given(three_parts, parts_of_wholes(), st.integers(0, 2), st.booleans())
def test_a_total_that_lacks_a_unit_never_gives_a_verdict(
    parts: list[tuple[int, int]], office: tuple[int, int], lacking: int, with_office: bool
) -> None:
    rows = reports(SHARE, parts, Stage.OFFICIAL)
    del rows[lacking]
    rows += [observed(SHARE, 2017, *office, unit=OFFICE)] if with_office else []
    found = judged(SHARE, 2017, *rows, closed=[2017])
    assert found.compliance is Compliance.NOT_ASSESSABLE
    assert (found.actual, found.verdict.gap_points, found.verdict.gap_units) == (None, None, None)
    assert found.pace.state is PaceState.NOT_APPLICABLE
    assert found.outlook.state is OutlookState.UNKNOWN


observations = st.builds(
    lambda year, unit, stage, part: observed(SHARE, year, *part, unit=unit, stage=stage),
    st.integers(2015, 2025),
    st.sampled_from([PROVINCE, OFFICE, *DISTRICTS]),
    st.sampled_from(list(Stage)),
    parts_of_wholes(st.integers(0, 20_000)),
)
sets_of_observations = st.lists(observations, max_size=30, unique_by=lambda o: o.key)


@law
@given(sets_of_observations, st.randoms(use_true_random=False))
def test_the_order_of_the_observations_never_matters(rows: list[Observation], chance: object) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (evaluator(SHARE, order, base_year=2016) for order in (rows, shuffled))
    for year in (2016, 2017, 2020, 2025):
        assert list(one.evaluate_period(Period(year))) == list(other.evaluate_period(Period(year)))


@law
@given(sets_of_observations, st.lists(st.integers(2015, 2025)))
def test_an_estimate_is_never_final_and_a_final_verdict_is_of_a_closed_period(
    rows: list[Observation], closed: list[int]
) -> None:
    court = evaluator(SHARE, rows, closed=closed)
    for year in range(2015, 2026):
        for found in court.evaluate_period(Period(year)):
            assert not found.final or (found.stage is Stage.OFFICIAL and year in closed)


@law
@given(sets_of_observations, st.integers(2015, 2025))
def test_nothing_that_happens_later_changes_what_was_said_of_a_year(
    rows: list[Observation], year: int
) -> None:
    until = [row for row in rows if row.period.year <= year]
    with_later, without = (
        evaluator(SHARE, known).evaluate(SHARE, PROVINCE, Period(year)) for known in (rows, until)
    )
    assert with_later.verdict == without.verdict
    assert with_later.outlook == without.outlook
