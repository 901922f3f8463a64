"""The workbook to fill in: what it asks, what it already says, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from libreoffice import LibreOffice, libreoffice, saved  # noqa: F401  (a fixture)
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from sample_reports import ABOVE_70, BEFORE, GROWTH, INDEX, PROVINCE, YEAR, district, plan_of

from kpi.domain.actuals import Actual, Coverage
from kpi.domain.observation import Stage
from kpi.domain.plan import IndicatorKind
from kpi.domain.report import TemplateForm
from kpi.domain.unit import Level, ReportingUnit
from kpi.present.template import write_template
from kpi.present.words import words_for

WORDS = words_for("vi")
OFFICE = ReportingUnit("office", "Văn phòng BHXH tỉnh", Level.AGENCY, "province")
UNITS = (OFFICE, district(1), PROVINCE, district(2))
FORM = TemplateForm(
    plan_of(ABOVE_70, GROWTH, INDEX),
    YEAR,
    {"above-70": UNITS, "growth": UNITS, "index": (PROVINCE,)},
    {},
    {},
)


def figure(
    numerator: int | None,
    denominator: int | None = None,
    stage: Stage = Stage.OFFICIAL,
    derived: bool = False,
) -> Actual:
    coverage = Coverage(2, 2) if derived else None
    return Actual.of(YEAR, stage, numerator, denominator, coverage=coverage)


def opened(form: TemplateForm, results: bool = False) -> Workbook:
    return load_workbook(BytesIO(write_template(form, WORDS)), data_only=results)


def data_sheet(form: TemplateForm, results: bool = False) -> Worksheet:
    return opened(form, results)["Số liệu"]


def code_row(sheet: Worksheet) -> int:
    return next(c.row for row in sheet.iter_rows() for c in row if c.value == "kpi:unit")


def codes(sheet: Worksheet) -> dict[str, int]:
    return {str(c.value): c.column for c in sheet[code_row(sheet)] if c.value}


def unit_rows(sheet: Worksheet) -> dict[str, int]:
    column = codes(sheet)["kpi:unit"]
    rows = range(code_row(sheet) + 3, sheet.max_row + 1)
    return {str(sheet.cell(row, column).value): row for row in rows}


def place(sheet: Worksheet, unit: str, code: str) -> tuple[int, int]:
    return unit_rows(sheet)[unit], codes(sheet)[code]


def rule_on(sheet: Worksheet, unit: str, code: str) -> DataValidation:
    cell = sheet.cell(*place(sheet, unit, code)).coordinate
    return next(rule for rule in sheet.data_validations.dataValidation if cell in rule)


def test_every_input_column_bears_exactly_one_code_and_no_other_does() -> None:
    sheet = data_sheet(FORM)
    assert [cell.value for cell in sheet[code_row(sheet)] if cell.value] == [
        "kpi:unit",
        "kpi:above-70:numerator:2017",
        "kpi:above-70:denominator:2017",
        "kpi:growth:numerator:2017",
        "kpi:index:value:2017",
        "kpi:index:numerator:2017",
        "kpi:index:denominator:2017",
    ]


def test_the_row_of_codes_is_hidden_and_stands_above_the_header() -> None:
    sheet = data_sheet(FORM)
    row = code_row(sheet)
    assert sheet.row_dimensions[row].hidden
    assert sheet.cell(row + 1, codes(sheet)["kpi:unit"]).value == "Đơn vị"


def test_no_header_row_looks_like_the_row_of_a_unit() -> None:
    sheet = data_sheet(FORM)
    by_code = codes(sheet)
    for row in (code_row(sheet) + 1, code_row(sheet) + 2):
        inputs = [sheet.cell(row, column).value for code, column in by_code.items() if code != "kpi:unit"]
        assert sheet.cell(row, by_code["kpi:unit"]).value is None or not any(inputs)


def test_plan_period_and_version_stand_on_a_very_hidden_sheet() -> None:
    machine = opened(FORM)["_kpi"]
    assert machine.sheet_state == "veryHidden"
    assert dict(machine.iter_rows(values_only=True)) == {
        "plan": "test-plan",
        "period": "2017",
        "version": "1",
    }


def test_the_province_comes_first_then_districts_then_agencies() -> None:
    assert list(unit_rows(data_sheet(FORM))) == ["Tỉnh Thử", "Huyện 01", "Huyện 02", "Văn phòng BHXH tỉnh"]


def test_only_input_cells_of_units_that_report_are_open() -> None:
    sheet = data_sheet(FORM)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.formatColumns
    first = code_row(sheet) + 3
    open_cells = {c.coordinate for r in sheet.iter_rows(min_row=first) for c in r if not c.protection.locked}
    by_code = {code: column for code, column in codes(sheet).items() if code != "kpi:unit"}
    expected = {
        sheet.cell(row, column).coordinate
        for unit, row in unit_rows(sheet).items()
        for code, column in by_code.items()
        if "index" not in code or unit == "Tỉnh Thử"
    }
    assert open_cells == expected


def test_the_stage_is_chosen_from_a_list_and_left_open_while_nothing_is_known() -> None:
    sheet = data_sheet(FORM)
    assert (sheet["B3"].value, sheet["C3"].value) == ("Loại số liệu", None)
    rule = next(r for r in sheet.data_validations.dataValidation if "C3" in r)
    assert rule.formula1 == '"Chính thức,Ước thực hiện"'
    assert not sheet["C3"].protection.locked


def test_figures_already_reported_are_filled_in_with_their_stage() -> None:
    current = {("above-70", "d1"): figure(70, 100, Stage.ESTIMATE)}
    sheet = data_sheet(replace(FORM, current=current))
    assert sheet.cell(*place(sheet, "Huyện 01", "kpi:above-70:numerator:2017")).value == 70
    assert sheet.cell(*place(sheet, "Huyện 01", "kpi:above-70:denominator:2017")).value == 100
    assert sheet["C3"].value == "Ước thực hiện"


def test_a_sum_of_units_is_not_filled_in_as_if_the_province_had_reported_it() -> None:
    current = {("above-70", "province"): figure(70, 100, derived=True)}
    sheet = data_sheet(replace(FORM, current=current))
    assert sheet.cell(*place(sheet, "Tỉnh Thử", "kpi:above-70:numerator:2017")).value is None


def test_the_figure_of_the_year_before_stands_beside_the_input_and_is_locked() -> None:
    sheet = data_sheet(replace(FORM, previous={("growth", "d2"): figure(1000)}))
    row, column = place(sheet, "Huyện 02", "kpi:growth:numerator:2017")
    before = sheet.cell(row, column - 1)
    assert before.value == 1000
    assert before.protection.locked
    assert str(sheet.cell(code_row(sheet) + 2, column - 1).value).endswith(str(BEFORE))


def test_counts_must_be_whole_and_a_part_within_its_whole() -> None:
    sheet = data_sheet(FORM)
    row, part = place(sheet, "Tỉnh Thử", "kpi:above-70:numerator:2017")
    _, whole = place(sheet, "Tỉnh Thử", "kpi:above-70:denominator:2017")
    n, d = sheet.cell(row, part).coordinate, sheet.cell(row, whole).coordinate
    for code, own in (("numerator", n), ("denominator", d)):
        rule = rule_on(sheet, "Tỉnh Thử", f"kpi:above-70:{code}:2017")
        assert rule.type == "custom"
        for condition in (f"ISNUMBER({own})", f"{own}>=0", f"{own}=INT({own})", f"{n}<={d}"):
            assert condition in str(rule.formula1)
        assert "tử số không được lớn hơn mẫu số" in str(rule.error)


def test_a_count_without_a_whole_must_be_a_whole_number_from_nought() -> None:
    rule = rule_on(data_sheet(FORM), "Huyện 01", "kpi:growth:numerator:2017")
    assert (rule.type, rule.operator, rule.formula1) == ("whole", "greaterThanOrEqual", "0")


def test_a_percentage_must_lie_between_nought_and_a_hundred() -> None:
    rule = rule_on(data_sheet(FORM), "Tỉnh Thử", "kpi:index:value:2017")
    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "100")
    assert rule.operator in (None, "between")


def test_the_title_block_names_plan_and_year_and_no_date_that_could_be_taken_for_another() -> None:
    sheet = data_sheet(FORM)
    above = " ".join(str(c.value) for row in sheet.iter_rows(max_row=4) for c in row if c.value)
    assert "NĂM 2017" in above
    assert "Kế hoạch thử (12/KH-UBND)" in above
    assert "11/05/2017" not in above
    assert "ước" not in above.casefold().split()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_name_that_looks_like_a_formula_stays_text(start: str) -> None:
    hostile = f"{start}HYPERLINK(1)"
    unit = replace(district(1), name=hostile)
    form = replace(
        FORM, plan=plan_of(replace(ABOVE_70, name=hostile), title=hostile), units={"above-70": (unit,)}
    )
    found = [c for s in opened(form) for row in s.iter_rows() for c in row if "HYPERLINK" in str(c.value)]
    assert len(found) >= 3
    assert {cell.data_type for cell in found} == {"s"}


def test_a_plan_without_indicators_gives_a_form_that_says_so() -> None:
    sheet = data_sheet(TemplateForm(plan_of(), YEAR, {}, {}, {}))
    said = " ".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value)
    assert "không có chỉ tiêu bằng số" in said
    assert "kpi:" not in said


def test_a_count_indicator_asks_for_one_number() -> None:
    visits = replace(GROWTH, id="visits", kind=IndicatorKind.COUNT, targets=())
    form = TemplateForm(replace(plan_of(), directions=(visits,)), YEAR, {"visits": (PROVINCE,)}, {}, {})
    assert list(codes(data_sheet(form))) == ["kpi:unit", "kpi:visits:numerator:2017"]


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write_template(FORM, WORDS) == write_template(FORM, WORDS)


def test_the_saved_rates_are_those_of_the_figures_filled_in() -> None:
    current = {("above-70", "d1"): figure(3, 8), ("growth", "d1"): figure(1299)}
    form = replace(FORM, current=current, previous={("growth", "d1"): figure(1000)})
    sheet = data_sheet(form, results=True)
    share_row, share = place(sheet, "Huyện 01", "kpi:above-70:denominator:2017")
    growth_row, growth = place(sheet, "Huyện 01", "kpi:growth:numerator:2017")
    assert sheet.cell(share_row, share + 1).value == 37.5
    assert sheet.cell(growth_row, growth + 1).value == pytest.approx(29.9)


@pytest.mark.slow
def test_the_rate_follows_what_is_typed(libreoffice: LibreOffice) -> None:  # noqa: F811
    workbook = opened(replace(FORM, previous={("growth", "d1"): figure(1000)}))
    sheet = workbook["Số liệu"]
    sheet.cell(*place(sheet, "Huyện 01", "kpi:above-70:numerator:2017")).value = 7
    row, whole = place(sheet, "Huyện 01", "kpi:above-70:denominator:2017")
    sheet.cell(row, whole).value = 8
    _, count = place(sheet, "Huyện 01", "kpi:growth:numerator:2017")
    sheet.cell(row, count).value = 1300
    after = libreoffice.recalculated({"filled": saved(workbook)})["filled"]["Số liệu"]
    assert after.cell(row, whole + 1).value == 87.5
    assert after.cell(row, count + 1).value == 30
    assert after.cell(row + 1, count + 1).value in (None, "")


def test_the_guide_of_a_form_without_the_province_does_not_speak_of_its_row() -> None:
    own = replace(FORM, units=dict.fromkeys(FORM.units, (district(1),)))
    guide = load_workbook(BytesIO(write_template(own, WORDS)))[WORDS("form.guide_sheet")]
    steps = [str(row[0].value) for row in guide.iter_rows(min_row=3) if row[0].value]
    assert [step[0] for step in steps] == list("123456")
    assert not any("cả tỉnh" in step for step in steps)
