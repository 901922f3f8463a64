"""Which demand is in force in which period, and as the law stood on which day."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import by_year, from_year, in_year, increase_by, judged, observed, share

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.measure import Reason
from kpi.domain.plan import Indicator, Term

STEPS = share(
    in_year(2017, ">", 70), in_year(2018, ">", 80), in_year(2019, ">", 90), from_year(2020, ">=", 100)
)
REFERRED = share(by_year(2025, ">=", 80), by_year(2030, ">=", 90))


def at(indicator: Indicator, period: int | str, as_of: str | None = None) -> Evaluation:
    return judged(indicator, period, observed(indicator, period, 85, 100), as_of=as_of)


def demanded(indicator: Indicator, period: int | str, as_of: str | None = None) -> Decimal | None:
    found = at(indicator, period, as_of).target
    return found.value if found else None


@pytest.mark.parametrize(
    ("year", "value"),
    [(2016, None), (2017, 70), (2018, 80), (2019, 90), (2020, 100), (2021, 100), (2040, 100)],
)
def test_each_year_has_its_own_step_and_the_last_goes_on(year: int, value: int | None) -> None:
    assert demanded(STEPS, year) == value


def test_a_demand_on_one_year_is_over_when_the_year_is() -> None:
    one_year = share(in_year(2018, ">", 80))
    assert at(one_year, 2018).compliance is Compliance.MET
    assert at(one_year, 2019).verdict.reason is Reason.NO_TARGET


def test_a_demand_by_a_year_is_not_due_before_it_however_good_the_figure() -> None:
    found = at(REFERRED, 2023)
    assert found.compliance is Compliance.NOT_DUE
    assert found.target is not None
    assert (found.target.year, found.target.value) == (2025, 80)


def test_not_due_comes_before_no_data() -> None:
    assert judged(REFERRED, 2023).compliance is Compliance.NOT_DUE


def test_a_demand_by_a_year_stays_due_until_a_later_one_replaces_it() -> None:
    verdicts = {year: at(REFERRED, year).compliance for year in (2024, 2025, 2026, 2029, 2030, 2031)}
    assert verdicts == {
        2024: Compliance.NOT_DUE,
        2025: Compliance.MET,
        2026: Compliance.MET,
        2029: Compliance.MET,
        2030: Compliance.MISSED,
        2031: Compliance.MISSED,
    }


def test_after_the_due_year_a_missing_figure_is_no_data() -> None:
    assert judged(REFERRED, 2026).compliance is Compliance.NO_DATA


def test_a_demand_by_the_end_of_2017_is_still_due_in_2020() -> None:
    filing = share(by_year(2017, ">=", 100))
    assert at(filing, 2016).compliance is Compliance.NOT_DUE
    assert at(filing, 2020).compliance is Compliance.MISSED


def test_an_increase_is_not_due_before_its_year() -> None:
    support = share(increase_by(2025, 2020))
    found = at(support, 2024)
    assert found.compliance is Compliance.NOT_DUE
    assert (found.verdict.gap_points, found.verdict.gap_units) == (None, None)


@pytest.mark.parametrize("period", ["2017-H1", "2017-H2", "2017-Q3", "2020-H1", "2021-Q4"])
@pytest.mark.parametrize("term", [Term.YEAR, Term.FROM])
def test_a_half_or_a_quarter_is_never_judged(term: Term, period: str) -> None:
    indicator = share(in_year(2017, ">", 70) if term is Term.YEAR else from_year(2017, ">", 70))
    found = at(indicator, period)
    assert (found.compliance, found.verdict.reason) == (Compliance.NOT_ASSESSABLE, Reason.NO_TARGET)


@pytest.mark.parametrize("period", ["2025-H1", "2025-Q4", "2026-H1", "2031-H2"])
def test_a_part_of_a_year_gets_no_verdict_from_a_demand_by_a_year(period: str) -> None:
    assert at(REFERRED, period).compliance in (Compliance.NOT_DUE, Compliance.NOT_ASSESSABLE)


REVISED = share(
    in_year(2018, ">", 80, issued="2017-05-11"),
    from_year(2020, ">=", 100, issued="2017-05-11"),
    in_year(2018, ">", 85, issued="2018-06-01"),
    from_year(2020, ">=", 95, issued="2021-03-01"),
)


@pytest.mark.parametrize(
    ("as_of", "value"), [("2017-05-10", None), ("2017-05-11", 80), ("2018-05-31", 80), ("2018-06-01", 85)]
)
def test_a_revision_counts_from_the_day_it_was_issued(as_of: str, value: int | None) -> None:
    assert demanded(REVISED, 2018, as_of) == value


def test_the_verdict_as_it_was_known_earlier_can_always_be_asked() -> None:
    assert at(REVISED, 2018, as_of="2018-05-31").compliance is Compliance.MET
    assert at(REVISED, 2018, as_of="2018-06-01").compliance is Compliance.MISSED


def test_a_revision_of_one_year_leaves_the_others_as_they_were() -> None:
    assert demanded(REVISED, 2020, "2020-12-31") == 100
    assert demanded(REVISED, 2022, "2022-12-31") == 95


def test_a_revision_may_be_written_before_what_it_revises() -> None:
    backwards = share(*reversed(REVISED.targets))
    for as_of in ("2017-05-10", "2018-05-31", "2018-06-01", "2022-01-01"):
        assert demanded(backwards, 2018, as_of) == demanded(REVISED, 2018, as_of)


def test_a_demand_of_a_document_without_a_date_has_always_counted() -> None:
    assert at(REFERRED, 2025, as_of="1999-01-01").compliance is Compliance.MET


def test_a_dated_revision_replaces_a_demand_without_a_date() -> None:
    indicator = share(by_year(2025, ">=", 80), by_year(2025, ">=", 90, issued="2024-01-01"))
    assert demanded(indicator, 2025, "2023-12-31") == 80
    assert demanded(indicator, 2025, "2024-01-01") == 90


def test_a_revision_of_an_earlier_target_does_not_set_a_later_one_aside() -> None:
    indicator = share(
        by_year(2025, ">=", 80, issued="2021-01-01"),
        by_year(2030, ">=", 90, issued="2021-01-01"),
        by_year(2025, ">=", 75, issued="2024-06-01"),
    )
    assert {year: demanded(indicator, year) for year in (2025, 2029, 2030)} == {2025: 75, 2029: 75, 2030: 90}
