"""Clean definition files become exactly the facts they state."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from definition_folders import AGENCIES_FILE, FOLDER, TASKS_FILE, UNITS_FILE, written

from kpi.domain.plan import (
    BetterWhen,
    Counted,
    Indicator,
    IndicatorKind,
    Operator,
    Plan,
    Reading,
    Target,
    Term,
)
from kpi.domain.task import Agency, Recurrence, Task, TaskKind, YearlyDeadline
from kpi.domain.unit import Level, ReportingUnit
from kpi.registry.definitions import Definitions, read_definitions

ISSUED = date(2017, 5, 11)


@pytest.fixture
def clean(tmp_path: Path) -> Definitions:
    definitions, problems = read_definitions(written(tmp_path))
    assert problems == []
    return definitions


@pytest.fixture
def plan(clean: Definitions) -> Plan:
    return clean.plans["ke-hoach-2017"]


def task(plan: Plan, task_id: str) -> Task:
    return next(t for t in plan.tasks if t.id == task_id)


def test_the_head_of_a_plan_is_kept_as_written(plan: Plan) -> None:
    assert (plan.id, plan.province, plan.title, plan.title_en) == (
        "ke-hoach-2017",
        "tinh",
        "Kế hoạch mẫu",
        "A sample plan",
    )
    assert (plan.number, plan.issued) == ("1/KH-UBND", ISSUED)
    assert (plan.issuer, plan.issuer_en) == ("UBND tỉnh", "Provincial People's Committee")
    assert (plan.base_year, plan.first_year) == (2016, 2017)
    assert plan.readings == (
        Reading(
            "Văn bản không nêu năm kết thúc.",
            "Xét đến khi có văn bản thay thế.",
            "No last year is named.",
            "Judged until it is replaced.",
        ),
    )


def test_indicators_stand_in_the_order_of_the_plan(plan: Plan) -> None:
    assert [i.id for i in plan.indicators] == ["tham-gia", "tu-nguyen", "hoc-nghe"]
    assert [i.id for i in plan.measured] == ["tham-gia", "tu-nguyen", "hoc-nghe", "no-dong"]


def test_a_share_becomes_an_indicator_with_every_fact(plan: Plan) -> None:
    assert plan.indicator("tham-gia") == Indicator(
        id="tham-gia",
        kind=IndicatorKind.SHARE,
        name="Tỷ lệ đơn vị tham gia",
        name_en="Employers enrolled",
        short="Tham gia",
        short_en="Enrolled",
        clause="II.2",
        noun="đơn vị",
        noun_en="employers",
        numerator=Counted("Đã tham gia", "Enrolled", ("Số đơn vị đã tham gia",)),
        denominator=Counted("Thuộc diện", "Liable"),
        aliases=("Tỷ lệ tham gia",),
        levels=(Level.PROVINCE, Level.DISTRICT),
        better_when=BetterWhen.HIGHER,
        targets=(
            Target(Operator.ABOVE, Decimal("70.5"), "%", Term.YEAR, 2017, "II.2", ISSUED),
            Target(
                Operator.AT_LEAST,
                Decimal(100),
                "%",
                Term.FROM,
                2020,
                "II.2",
                ISSUED,
                readings=(
                    Reading(
                        "Không nêu năm kết thúc.",
                        "Xét hằng năm.",
                        "No last year is named.",
                        "Judged every year.",
                    ),
                ),
            ),
        ),
    )


def test_a_figure_is_the_decimal_as_written_and_never_a_binary_float(plan: Plan) -> None:
    indicator = plan.indicator("tham-gia")
    assert indicator is not None
    value = indicator.targets[0].value
    assert isinstance(value, Decimal)
    assert str(value) == "70.5"


def test_growth_may_be_asked_for_above_a_hundred_percent(plan: Plan) -> None:
    indicator = plan.indicator("tu-nguyen")
    assert indicator is not None
    assert (indicator.kind, indicator.denominator) == (IndicatorKind.GROWTH, None)
    assert indicator.targets[0].value == 130


def test_an_increase_has_a_base_year_and_no_figure(plan: Plan) -> None:
    indicator = plan.indicator("hoc-nghe")
    assert indicator is not None
    assert indicator.targets == (
        Target(Operator.INCREASE, None, "%", Term.BY, 2025, "II.1", None, base_year=2020),
    )


def test_a_direction_is_measured_and_has_no_target(plan: Plan) -> None:
    direction = plan.indicator("no-dong")
    assert direction is not None
    assert (direction.kind, direction.better_when, direction.targets) == (
        IndicatorKind.COUNT,
        BetterWhen.LOWER,
        (),
    )


def test_before_a_day_makes_the_day_before_the_last_in_time(plan: Plan) -> None:
    assert task(plan, "N1").last_day == date(2020, 2, 29)
    assert task(plan, "N1").deadline_text == "trước ngày 01/3/2020"


def test_by_a_day_includes_the_day(plan: Plan) -> None:
    assert task(plan, "N2").last_day == date(2025, 12, 31)
    assert task(plan, "N2").kind is TaskKind.MILESTONE


def test_before_a_day_of_every_year_recurs_from_the_first_year(plan: Plan) -> None:
    report = task(plan, "N3")
    assert (report.last_day, report.yearly) == (None, YearlyDeadline(12, 9, 2017))
    assert report.recurrence is Recurrence.YEARLY


def test_a_duty_without_a_deadline_has_no_day(plan: Plan) -> None:
    undated = task(plan, "N4")
    assert (undated.last_day, undated.yearly, undated.deadline_text) == (None, None, "")
    assert (undated.lead, undated.clause) == ((Agency("Báo", "Newspaper"),), "V")


@pytest.mark.parametrize(("named", "month", "day"), [("12-15", 12, 14), ("07-01", 6, 30), ("05-02", 5, 1)])
def test_the_last_day_of_a_yearly_duty_may_lie_in_the_month_before(
    tmp_path: Path, named: str, month: int, day: int
) -> None:
    folder = written(tmp_path, (TASKS_FILE, "12-10", named))
    plan = read_definitions(folder)[0].plans["ke-hoach-2017"]
    assert task(plan, "N3").yearly == YearlyDeadline(month, day, 2017)


def test_units_keep_their_dates_successors_and_other_names(clean: Definitions) -> None:
    assert clean.units["dong"] == ReportingUnit(
        "dong",
        "Huyện Đông",
        Level.DISTRICT,
        "tinh",
        None,
        date(2024, 12, 31),
        ("tay",),
        (),
        "Nhập vào Tây, từ 2025",
    )
    west = clean.units["tay"]
    assert (west.exists_from, west.exists_to) == (date(2015, 4, 11), None)
    assert west.aliases == ("BHXH huyện Tây", "H. Tây")
    assert (clean.units["tinh"].level, clean.units["tinh"].parent) == (Level.PROVINCE, None)


def test_a_plan_without_number_and_date_keeps_both_empty(tmp_path: Path) -> None:
    file = FOLDER + "plan.yaml"
    folder = written(
        tmp_path, (file, "number: 1/KH-UBND", "number: null"), (file, "issued: 2017-05-11", "issued: null")
    )
    definitions, problems = read_definitions(folder)
    assert problems == []
    plan = definitions.plans["ke-hoach-2017"]
    assert (plan.number, plan.issued) == ("", None)


def test_a_quoted_day_is_a_day(tmp_path: Path) -> None:
    folder = written(tmp_path, (FOLDER + "plan.yaml", "issued: 2017-05-11", 'issued: "2017-05-11"'))
    definitions, problems = read_definitions(folder)
    assert (problems, definitions.plans["ke-hoach-2017"].issued) == ([], ISSUED)


def test_a_plan_may_have_no_directions_file(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "ke-hoach-2017" / "directions.yaml").unlink()
    definitions, problems = read_definitions(folder)
    assert (problems, definitions.plans["ke-hoach-2017"].directions) == ([], ())


def test_one_plans_folder_may_be_read_alone(tmp_path: Path) -> None:
    written(tmp_path)
    for name in (UNITS_FILE, AGENCIES_FILE):
        (tmp_path / "plans" / name).write_text((tmp_path / name).read_text(encoding="utf-8"))
    definitions, problems = read_definitions(tmp_path / "plans" / "ke-hoach-2017")
    assert (problems, list(definitions.plans)) == ([], ["ke-hoach-2017"])
