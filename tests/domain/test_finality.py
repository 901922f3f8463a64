"""Estimate, official, closed: which figure counts, and when a verdict is for good."""

from __future__ import annotations

import pytest
from builders import estimated, from_year, judged, observed, share

from kpi.domain.evaluation import Compliance
from kpi.domain.observation import Observation, Stage

INDICATOR = share(from_year(2017, ">", 70))
GUESS, OFFICIAL = estimated(INDICATOR, 2017, 72, 100), observed(INDICATOR, 2017, 65, 100)


def test_an_estimate_is_judged_and_stays_provisional_even_in_a_closed_period() -> None:
    found = judged(INDICATOR, 2017, GUESS, closed=[2017])
    assert (found.compliance, found.stage, found.final) == (Compliance.MET, Stage.ESTIMATE, False)


def test_an_official_figure_of_an_open_period_is_provisional() -> None:
    found = judged(INDICATOR, 2017, OFFICIAL, closed=[2016, 2018])
    assert (found.compliance, found.final) == (Compliance.MISSED, False)


def test_an_official_figure_of_a_closed_period_is_final() -> None:
    found = judged(INDICATOR, 2017, OFFICIAL, closed=[2017])
    assert (found.compliance, found.final) == (Compliance.MISSED, True)


@pytest.mark.parametrize("rows", [(GUESS, OFFICIAL), (OFFICIAL, GUESS)], ids=["first", "last"])
def test_the_official_figure_replaces_the_estimate(rows: tuple[Observation, ...]) -> None:
    found = judged(INDICATOR, 2017, *rows, closed=[2017])
    assert (found.stage, found.actual, found.compliance) == (Stage.OFFICIAL, 65, Compliance.MISSED)


def test_closing_a_half_year_does_not_close_the_year() -> None:
    assert not judged(INDICATOR, 2017, OFFICIAL, closed=["2017-H1", "2017-H2"]).final


def test_no_figure_is_never_final() -> None:
    assert not judged(INDICATOR, 2017, closed=[2017]).final
