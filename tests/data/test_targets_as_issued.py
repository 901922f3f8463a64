"""The shipped plans demand exactly what the documents demand: every figure, year, operator, clause and date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi.domain.plan import BetterWhen, IndicatorKind, Operator, Plan, Term
from kpi.domain.unit import Level
from kpi.registry.definitions import DATA, load_definitions, read_definitions

PLANS = load_definitions().plans
HA_TINH, NGHE_AN = PLANS["ha-tinh-157-2017"], PLANS["nghe-an-2269"]
LETTERS = ["quang-ngai-1888-2013", "quang-ngai-6983-2021", "quang-ngai-7216-2021"]
BOTH, PROVINCE_ONLY = (Level.PROVINCE, Level.DISTRICT), (Level.PROVINCE,)
SHARE, GROWTH, INDEX = IndicatorKind.SHARE, IndicatorKind.GROWTH, IndicatorKind.INDEX

Demand = tuple[str, int | None, str, int, int | None]  # operator, value, term, year, base year
EXPECTED: dict[str, dict[str, tuple[IndicatorKind, tuple[Level, ...], list[Demand]]]] = {
    "ha-tinh-157-2017": {
        "employers-enrolled": (
            SHARE,
            BOTH,
            [
                (">", 70, "year", 2017, None),
                (">", 80, "year", 2018, None),
                (">", 90, "year", 2019, None),
                (">=", 100, "from", 2020, None),
            ],
        ),
        "voluntary-growth": (GROWTH, BOTH, [(">=", 30, "from", 2017, None)]),
        "employers-e-transactions": (SHARE, BOTH, [(">=", 100, "by", 2017, None)]),
    },
    "nghe-an-2269": {
        "unemployed-counselled": (SHARE, BOTH, [(">=", 100, "by", 2025, None)]),
        "unemployed-referred": (SHARE, BOTH, [(">=", 80, "by", 2025, None), (">=", 90, "by", 2030, None)]),
        "referred-placed": (SHARE, BOTH, [(">=", 60, "by", 2025, None), (">=", 70, "by", 2030, None)]),
        "vocational-support": (
            SHARE,
            BOTH,
            [("increase", None, "by", 2025, 2020), ("increase", None, "by", 2030, 2025)],
        ),
        "retention-training": (SHARE, BOTH, [("increase", None, "by", 2030, 2025)]),
        "staff-trained": (SHARE, PROVINCE_ONLY, [(">=", 100, "by", 2025, None)]),
        "satisfaction": (INDEX, PROVINCE_ONLY, [(">=", 85, "by", 2025, None), (">=", 90, "by", 2030, None)]),
    },
    "quang-ngai-1888-2013": {},
    "quang-ngai-6983-2021": {},
    "quang-ngai-7216-2021": {},
}
EACH = [(plan, indicator) for plan, indicators in EXPECTED.items() for indicator in indicators]


def test_the_shipped_definitions_have_no_fault() -> None:
    assert read_definitions(DATA / "plans")[1] == []


def test_exactly_the_five_documents_are_there() -> None:
    assert set(PLANS) == set(EXPECTED)


@pytest.mark.parametrize("plan", EXPECTED)
def test_a_plan_has_exactly_its_indicators(plan: str) -> None:
    assert {i.id for i in PLANS[plan].indicators} == set(EXPECTED[plan])


@pytest.mark.parametrize(("plan", "indicator_id"), EACH)
def test_an_indicator_demands_exactly_what_its_document_does(plan: str, indicator_id: str) -> None:
    indicator = PLANS[plan].indicator(indicator_id)
    assert indicator is not None
    found = [(t.operator.value, t.value, t.term.value, t.year, t.base_year) for t in indicator.targets]
    assert (indicator.kind, indicator.levels, sorted(found, key=lambda t: t[3])) == EXPECTED[plan][
        indicator_id
    ]


@pytest.mark.parametrize(("plan", "indicator_id"), EACH)
def test_more_of_every_indicator_with_a_target_is_better(plan: str, indicator_id: str) -> None:
    indicator = PLANS[plan].indicator(indicator_id)
    assert indicator is not None
    assert indicator.better_when is BetterWhen.HIGHER


@pytest.mark.parametrize(
    ("plan", "number", "issued", "base_year", "first_year"),
    [
        ("ha-tinh-157-2017", "157/KH-UBND", date(2017, 5, 11), 2016, 2017),
        ("nghe-an-2269", "", None, 2020, 2021),
        ("quang-ngai-1888-2013", "1888/UBND-VX", date(2013, 5, 27), None, 2013),
        ("quang-ngai-6983-2021", "6983/UBND-KGVX", date(2021, 12, 22), None, 2022),
        ("quang-ngai-7216-2021", "7216/UBND-KGVX", date(2021, 12, 31), None, 2022),
    ],
)
def test_number_and_date_are_those_on_the_document(
    plan: str, number: str, issued: date | None, base_year: int | None, first_year: int
) -> None:
    found = PLANS[plan]
    assert (found.number, found.issued, found.base_year, found.first_year) == (
        number,
        issued,
        base_year,
        first_year,
    )


@pytest.mark.parametrize("plan", [HA_TINH, NGHE_AN], ids=lambda plan: plan.id)
def test_every_target_bears_its_clause_and_the_date_of_its_document(plan: Plan) -> None:
    for target in (t for i in plan.indicators for t in i.targets):
        assert target.clause
        assert target.unit == "%"
        assert target.issued == plan.issued


@pytest.mark.parametrize(
    ("indicator_id", "clause"),
    [("employers-enrolled", "II.2"), ("voluntary-growth", "II.3"), ("employers-e-transactions", "IV.1")],
)
def test_the_targets_of_ha_tinh_stand_under_the_clauses_of_the_plan(indicator_id: str, clause: str) -> None:
    indicator = HA_TINH.indicator(indicator_id)
    assert indicator is not None
    assert {target.clause.split(",")[0] for target in indicator.targets} == {clause}


def test_the_targets_of_nghe_an_stand_under_the_dash_of_their_year() -> None:
    dashes = {2025: "II.1, gạch đầu dòng 1", 2030: "II.1, gạch đầu dòng 2"}
    for target in (t for i in NGHE_AN.indicators for t in i.targets):
        assert target.clause == dashes[target.year]


def test_what_goes_on_after_its_year_is_declared_as_a_reading_beside_the_target() -> None:
    enrolled, filing = HA_TINH.indicator("employers-enrolled"), HA_TINH.indicator("employers-e-transactions")
    assert enrolled is not None
    assert filing is not None
    assert next(t for t in enrolled.targets if t.term is Term.FROM).readings
    assert filing.targets[0].readings


def test_placed_people_are_counted_among_those_referred() -> None:
    placed, referred = NGHE_AN.indicator("referred-placed"), NGHE_AN.indicator("unemployed-referred")
    assert placed is not None
    assert placed.denominator is not None
    assert referred is not None
    assert referred.numerator is not None
    assert placed.denominator.name == referred.numerator.name


@pytest.mark.parametrize("plan", LETTERS)
def test_a_letter_without_figures_has_duties_and_no_target(plan: str) -> None:
    letter = PLANS[plan]
    assert letter.indicators == ()
    assert letter.tasks
    assert [d.id for d in letter.directions if d.targets] == []


@pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.id)
def test_a_direction_has_a_clause_and_no_target(plan: Plan) -> None:
    assert [d.id for d in plan.directions if d.targets or not d.clause] == []


@pytest.mark.parametrize(
    ("plan", "direction", "better_when"),
    [
        ("ha-tinh-157-2017", "arrears-rate", BetterWhen.LOWER),
        ("ha-tinh-157-2017", "employers-in-arrears", BetterWhen.LOWER),
        ("ha-tinh-157-2017", "complaints-backlog", BetterWhen.LOWER),
        ("ha-tinh-157-2017", "benefit-processing-days", BetterWhen.LOWER),
        ("ha-tinh-157-2017", "inspections", BetterWhen.HIGHER),
        ("ha-tinh-157-2017", "collection-agents", BetterWhen.HIGHER),
        ("ha-tinh-157-2017", "employers-evading", BetterWhen.EITHER),
        ("ha-tinh-157-2017", "fund-abuse-cases", BetterWhen.EITHER),
        ("nghe-an-2269", "violations", BetterWhen.EITHER),
        ("nghe-an-2269", "employers-outside", BetterWhen.LOWER),
        ("quang-ngai-1888-2013", "health-insurance-participation", BetterWhen.HIGHER),
        ("quang-ngai-6983-2021", "cashless-payments", BetterWhen.HIGHER),
        ("quang-ngai-7216-2021", "collection-inspections", BetterWhen.HIGHER),
        ("quang-ngai-7216-2021", "violations", BetterWhen.EITHER),
        ("quang-ngai-7216-2021", "procedure-days", BetterWhen.LOWER),
    ],
)
def test_findings_that_rise_with_inspections_are_neither_better_nor_worse(
    plan: str, direction: str, better_when: BetterWhen
) -> None:
    found = PLANS[plan].indicator(direction)
    assert found is not None
    assert found.better_when is better_when


def test_no_figure_became_a_binary_float() -> None:
    values = [t.value for p in PLANS.values() for i in p.measured for t in i.targets if t.value is not None]
    assert values
    assert {type(value) for value in values} == {Decimal}


def test_only_an_increase_goes_without_a_figure() -> None:
    for target in (t for p in PLANS.values() for i in p.measured for t in i.targets):
        assert (target.value is None) is (target.operator is Operator.INCREASE)
