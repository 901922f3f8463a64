"""Which actuals stand, now and as known on an earlier day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_submissions import NOON, PLAN, actual, numerators, standing, submit, take_back, workbook

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.store.database import Database
from kpi.store.observations import has_figures, history, live_observations
from kpi.store.submissions import add_submission, withdraw


def test_an_observation_comes_back_with_its_cells_and_its_submission(database: Database) -> None:
    sent = actual(7, 9, "77.8", stage=Stage.ESTIMATE)
    submission_id = submit(database, sent, illustrative=True)
    with database.read() as connection:
        (stored,) = live_observations(connection, PLAN)
    assert stored.observation == sent.observation
    assert (stored.sheet, stored.cell, stored.denominator_cell) == ("Biểu 1", "D7", "E7")
    assert (stored.submission_id, stored.illustrative) == (submission_id, True)
    assert (stored.source.file_name, stored.source.received_by) == ("Biểu số 1.xlsx", "an")
    assert stored.source.received_at == NOON


def test_a_later_submission_supersedes_an_earlier_one(database: Database) -> None:
    submit(database, actual(1), actual(5, unit="thach-ha"))
    submit(database, actual(2))
    assert sorted(numerators(standing(database))) == [2, 5]


def test_of_one_key_given_twice_in_a_submission_the_later_row_stands(database: Database) -> None:
    submit(database, actual(1), actual(2))
    assert numerators(standing(database)) == [2]


def test_an_estimate_and_an_official_value_stand_side_by_side(database: Database) -> None:
    submit(database, actual(1, stage=Stage.ESTIMATE), actual(2, stage=Stage.OFFICIAL))
    assert numerators(standing(database)) == [1, 2]


def test_undoing_a_submission_gives_back_the_earlier_value(database: Database) -> None:
    submit(database, actual(1))
    take_back(database, submit(database, actual(2)))
    assert numerators(standing(database)) == [1]


def test_undoing_the_earlier_submission_leaves_the_later_value(database: Database) -> None:
    earlier = submit(database, actual(1))
    submit(database, actual(2))
    take_back(database, earlier)
    assert numerators(standing(database)) == [2]


def test_undoing_the_only_submission_leaves_no_data(database: Database) -> None:
    take_back(database, submit(database, actual(0)))
    assert standing(database) == []


def test_another_plans_observations_do_not_show(database: Database) -> None:
    submit(database, actual(1), plan="nghe-an-2269")
    assert standing(database) == []


def test_observations_can_be_asked_for_one_indicator_and_unit(database: Database) -> None:
    units = [actual(1, unit="a"), actual(2, unit="b"), actual(3, unit="b", indicator="other")]
    submit(database, *units)
    with database.read() as connection:
        of_unit = live_observations(connection, PLAN, unit="b")
        of_both = live_observations(connection, PLAN, unit="b", indicator="other")
    assert [s.observation.numerator for s in of_unit] == [2, 3]
    assert [s.observation.numerator for s in of_both] == [3]


@pytest.mark.parametrize("count", [0, 1, 2**53 + 1, 9 * 10**18])
def test_a_whole_number_comes_back_to_the_last_digit(database: Database, count: int) -> None:
    submit(database, actual(count, count))
    (found,) = standing(database)
    assert (found.numerator, found.denominator) == (count, count)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("69.96", "69.96"),
        ("70.00", "70"),
        ("0.1", "0.1"),
        ("1E+2", "100"),
        ("-0", "0"),
        ("1234567890123456789012345678901234.5000000001", "1234567890123456789012345678901234.5000000001"),
    ],
)
def test_a_decimal_comes_back_to_the_last_digit(database: Database, given_text: str, kept: str) -> None:
    submit(database, actual(None, None, given_text))
    (found,) = standing(database)
    assert str(found.value) == kept


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_a_value_that_is_not_finite_is_refused(database: Database, value: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        submit(database, actual(None, None, value))


def test_missing_parts_come_back_as_missing_and_not_as_zero(database: Database) -> None:
    submit(database, actual(None, None, "91.5"))
    (found,) = standing(database)
    assert (found.numerator, found.denominator, found.value) == (None, None, Decimal("91.5"))


@pytest.mark.parametrize("period", ["2017", "2017-H1", "2017-Q3"])
def test_every_kind_of_period_comes_back(database: Database, period: str) -> None:
    submit(database, actual(period=period))
    assert [o.period for o in standing(database)] == [Period.parse(period)]


def test_a_later_submission_is_not_known_on_an_earlier_day(database: Database) -> None:
    submit(database, actual(1), received_at=datetime(2018, 1, 10, 5, tzinfo=UTC))
    submit(database, actual(2), received_at=datetime(2018, 1, 12, 5, tzinfo=UTC))
    assert standing(database, date(2018, 1, 9)) == []
    assert numerators(standing(database, date(2018, 1, 11))) == [1]
    assert numerators(standing(database, date(2018, 1, 12))) == [2]


def test_a_later_undo_is_not_known_on_an_earlier_day(database: Database) -> None:
    submission = submit(database, actual(1), received_at=datetime(2018, 1, 10, 5, tzinfo=UTC))
    take_back(database, submission, at=datetime(2018, 1, 12, 5, tzinfo=UTC))
    assert numerators(standing(database, date(2018, 1, 11))) == [1]
    assert standing(database, date(2018, 1, 12)) == []


def test_a_day_ends_at_midnight_in_vietnam(database: Database) -> None:
    last_minute = datetime(2018, 1, 10, 16, 59, tzinfo=UTC)  # 23:59 there
    submit(database, actual(1), received_at=last_minute)
    submit(database, actual(2), received_at=last_minute.replace(hour=17, minute=0))
    assert numerators(standing(database, date(2018, 1, 10))) == [1]
    assert numerators(standing(database, date(2018, 1, 11))) == [2]


def test_history_shows_superseded_and_withdrawn_values_in_order(database: Database) -> None:
    first = submit(database, actual(1, stage=Stage.ESTIMATE), actual(9, unit="thach-ha"))
    second = submit(database, actual(2))
    third = submit(database, actual(3))
    take_back(database, second)
    with database.read() as connection:
        entries = history(connection, PLAN, "employers-enrolled", "ha-tinh", Period(2017))
    assert [(e.stored.submission_id, e.stored.observation.numerator) for e in entries] == [
        (first, 1),
        (second, 2),
        (third, 3),
    ]
    assert [(e.withdrawn_at, e.withdrawn_by) for e in entries] == [(None, None), (NOON, "binh"), (None, None)]


_units = st.sampled_from("abc")
_steps = st.lists(st.one_of(st.lists(_units, max_size=3), st.integers(0, 5)), max_size=8)


@given(steps=_steps)
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    database=None,
)
def test_any_order_of_submissions_and_undos_leaves_the_newest_live_value_of_each_unit(
    database: Database, steps: list[list[str] | int]
) -> None:
    """A list of units is a submission about them, a number an undo of that submission where it still stands."""
    plan = f"plan-{database.version()}"
    sent: dict[int, dict[str, int]] = {}
    with database.write() as connection:
        for number, step in enumerate(steps):
            if isinstance(step, list):
                actuals = [actual(number, unit=unit) for unit in step]
                submission_id = add_submission(connection, workbook(*actuals, plan=plan))
                sent[submission_id] = dict.fromkeys(step, number)
            elif step < len(sent):
                submission_id = list(sent)[step]
                withdraw(connection, submission_id, NOON, "binh")
                del sent[submission_id]
    expected: dict[str, int] = {}
    for values in sent.values():
        expected |= values
    assert {o.unit: o.numerator for o in standing(database, plan=plan)} == expected


def test_a_period_has_figures_while_one_stands(database: Database) -> None:
    sent = submit(database, actual())
    with database.read() as connection:
        assert has_figures(connection, PLAN, Period(2017))
        assert not has_figures(connection, PLAN, Period(2016))
        assert not has_figures(connection, "nghe-an-2269", Period(2017))
    take_back(database, sent)
    with database.read() as connection:
        assert not has_figures(connection, PLAN, Period(2017))
