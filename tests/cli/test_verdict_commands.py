"""`evaluate`, `plans`, `units`, `tasks`, `task-done`, `report`, `template`: documents and files."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from typed_commands import ENROLLED, GROWTH, OTHER_PLAN, PLAN, row, sent, typed, written

EVALUATION = {
    "indicator",
    "unit",
    "unit_name",
    "period",
    "stage",
    "actual",
    "numerator",
    "denominator",
    "derived",
    "coverage",
    "target",
    "compliance",
    "reason_code",
    "final",
    "gap_points",
    "gap_units",
    "pace",
    "pace_ratio",
    "pace_base",
    "outlook",
    "projected",
    "reason",
}
BEYOND_THE_PROMISE = {"projected_period"}
DECIMALS = ("actual", "numerator", "denominator", "gap_points", "gap_units", "pace_ratio", "projected")
TARGETS = {
    (PLAN, ENROLLED): [(">", "70", "2017"), (">", "80", "2018"), (">", "90", "2019"), (">=", "100", "2020")],
    (PLAN, GROWTH): [(">=", "30", "2017")],
    (PLAN, "employers-e-transactions"): [(">=", "100", "2017")],
    (OTHER_PLAN, "unemployed-counselled"): [(">=", "100", "2025")],
    (OTHER_PLAN, "unemployed-referred"): [(">=", "80", "2025"), (">=", "90", "2030")],
    (OTHER_PLAN, "referred-placed"): [(">=", "60", "2025"), (">=", "70", "2030")],
    (OTHER_PLAN, "vocational-support"): [("increase", None, "2025"), ("increase", None, "2030")],
    (OTHER_PLAN, "retention-training"): [("increase", None, "2030")],
    (OTHER_PLAN, "staff-trained"): [(">=", "100", "2025")],
    (OTHER_PLAN, "satisfaction"): [(">=", "85", "2025"), (">=", "90", "2030")],
}


def given(tmp_path: Path, *rows: Any, plan: str = PLAN) -> None:
    sent("import", written(tmp_path, *rows), "--plan", plan)


def verdict(unit: str, indicator: str = ENROLLED, period: int = 2017, *more: object) -> Any:
    document = sent("evaluate", "--plan", PLAN, "--period", period, "--unit", unit, *more)
    (found,) = [e for e in document["evaluations"] if e["indicator"] == indicator]
    return found


def test_an_evaluation_answers_in_the_shape_promised(tmp_path: Path) -> None:
    given(tmp_path, row(), row("Toàn tỉnh", 3907, None, 2017, GROWTH))
    document = sent("evaluate", "--plan", PLAN, "--period", 2017)
    assert {"plan", "as_of", "evaluations"} <= set(document)
    assert (document["plan"], document["as_of"]) == (PLAN, "2018-02-15")
    assert {frozenset(e) for e in document["evaluations"]} == {frozenset(EVALUATION | BEYOND_THE_PROMISE)}
    targets = [e["target"] for e in document["evaluations"] if e["target"]]
    assert {frozenset(t) for t in targets} == {frozenset({"operator", "value", "unit", "due", "clause"})}


def test_every_decimal_is_a_short_string(tmp_path: Path) -> None:
    given(
        tmp_path,
        *(
            row(u, p, 7, y)
            for u, p, y in [("Huyện Hương Sơn", 2, 2016), ("Toàn tỉnh", 3, 2017), ("Huyện Đức Thọ", 5, 2017)]
        ),
    )
    for evaluation in sent("evaluate", "--plan", PLAN)["evaluations"]:
        for name in DECIMALS:
            figure = evaluation[name]
            assert figure is None or re.fullmatch(r"-?(0|[1-9]\d*)(\.\d{0,3}[1-9])?", figure), (name, figure)
            assert figure != "-0"


def test_seventy_does_not_meet_above_seventy_and_says_by_how_little(tmp_path: Path) -> None:
    given(tmp_path, row("Toàn tỉnh", 700, 1000))
    found = verdict("ha-tinh")
    assert (found["compliance"], found["actual"], found["gap_points"], found["gap_units"]) == (
        "missed",
        "70",
        "0",
        "1",
    )
    assert found["target"]["operator"] == ">"
    assert found["reason"]


def test_a_gap_is_rounded_half_away_from_zero(tmp_path: Path) -> None:
    given(tmp_path, row("Toàn tỉnh", None, None, value="69,99995"))
    found = verdict("ha-tinh")
    assert (found["actual"], found["gap_points"], found["compliance"], found["gap_units"]) == (
        "70",
        "-0.0001",
        "missed",
        None,
    )


def test_growth_shows_this_years_count_over_last_years(tmp_path: Path) -> None:
    given(tmp_path, row("Toàn tỉnh", 2986, None, 2016, GROWTH), row("Toàn tỉnh", 3907, None, 2017, GROWTH))
    found = verdict("ha-tinh", GROWTH)
    assert (found["actual"], found["numerator"], found["denominator"], found["compliance"]) == (
        "30.8439",
        "3907",
        "2986",
        "met",
    )


def test_without_data_what_does_not_apply_is_null() -> None:
    found = verdict("huyen-huong-son")
    assert found["compliance"] == "no-data"
    nothing = (
        "stage",
        "actual",
        "numerator",
        "denominator",
        "coverage",
        "reason_code",
        "gap_points",
        "gap_units",
    )
    assert [found[name] for name in nothing] == [None] * len(nothing)


def test_a_sum_of_units_is_marked_and_says_its_coverage(tmp_path: Path) -> None:
    given(tmp_path, row(), row("Huyện Đức Thọ", 400, 500))
    found = verdict("ha-tinh")
    assert (found["derived"], found["coverage"], found["compliance"]) == (True, "2/13", "not-assessable")
    assert (found["reason_code"], found["actual"], found["final"]) == ("incomplete-coverage", None, False)


def test_a_unit_may_be_named_and_an_unclear_name_is_wrong_usage() -> None:
    assert verdict("TX. Kỳ Anh")["unit"] == "thi-xa-ky-anh"
    answer = typed("evaluate", "--plan", PLAN, "--unit", "Kỳ Anh", "--json")
    assert answer.code == 2
    assert set(answer.document) == {"error"}
    assert "thi-xa-ky-anh" in answer.document["error"]["message"]


def test_a_target_is_not_known_before_the_day_it_was_issued(tmp_path: Path) -> None:
    given(tmp_path, row("Toàn tỉnh", 900, 1000))
    before, after = (
        verdict("ha-tinh", ENROLLED, 2017, "--as-of", day) for day in ("2017-05-10", "2017-05-11")
    )
    assert (before["compliance"], before["reason_code"]) == ("not-assessable", "no-target")
    assert after["compliance"] == "met"


def test_verdicts_are_final_once_the_period_is_closed(tmp_path: Path) -> None:
    given(tmp_path, row("Toàn tỉnh", 900, 1000))
    assert verdict("ha-tinh")["final"] is False
    typed("close", "--plan", PLAN, "--period", 2017)
    assert verdict("ha-tinh")["final"] is True


def test_a_day_too_early_is_refused_with_the_years_accepted() -> None:
    assert "năm từ 1990 đến 2100" in typed("evaluate", "--plan", PLAN, "--as-of", "1200-01-05").stderr


@pytest.mark.parametrize(
    "words",
    [("--period", "2017-5"), ("--as-of", "31/12/2017"), ("--as-of", "2017-02-30"), ("--known-on", "x")],
)
def test_a_bad_day_or_period_is_wrong_usage(words: tuple[str, str]) -> None:
    answer = typed("evaluate", "--plan", PLAN, *words)
    assert (answer.code, answer.stdout) == (2, "")
    assert words[1] in answer.stderr


def test_lines_for_people_say_the_verdict_in_the_language_asked_for(tmp_path: Path) -> None:
    given(tmp_path, row("Toàn tỉnh", 700, 1000))
    vietnamese, english = (
        typed(*lang, "evaluate", "--plan", PLAN, "--period", 2017, "--unit", "ha-tinh").stdout
        for lang in ((), ("--lang", "en"))
    )
    assert "đạt" in vietnamese.casefold()
    assert "đạt" not in english.casefold()


def test_plans_state_every_target_promised() -> None:
    plans = {p["id"]: p for p in sent("plans")["plans"]}
    assert set(plans) == {
        PLAN,
        OTHER_PLAN,
        "quang-ngai-6983-2021",
        "quang-ngai-1888-2013",
        "quang-ngai-7216-2021",
    }
    stated = {
        (plan, i["id"]): [(t["operator"], t["value"], t["due"]) for t in i["targets"]]
        for plan in plans
        for i in plans[plan]["indicators"]
    }
    assert stated == TARGETS
    assert all(t["clause"] for p in plans.values() for i in p["indicators"] for t in i["targets"])
    assert (plans[OTHER_PLAN]["number"], plans[OTHER_PLAN]["issued"]) == (None, None)


def test_units_are_listed_of_one_plan_or_of_all() -> None:
    own = {u["id"]: u for u in sent("units", "--plan", PLAN)["units"]}
    every = {u["id"] for u in sent("units")["units"]}
    assert len(own) == 15
    assert set(own) < every
    assert own["huyen-loc-ha"]["exists_to"] == "2024-12-31"
    assert own["huyen-loc-ha"]["successors"] == ["huyen-thach-ha", "thanh-pho-ha-tinh"]


def test_a_duty_is_recorded_as_done_and_listed_so() -> None:
    def state() -> tuple[str, str | None]:
        tasks = {t["id"]: t for t in sent("tasks", "--plan", PLAN, "--as-of", "2018-02-15")["tasks"]}
        return tasks["HT-N14"]["state"], tasks["HT-N14"]["done_on"]

    assert state() == ("overdue", None)
    assert typed("task-done", PLAN, "HT-N14", "--on", "2018-01-05", "--note", "cv 12").code == 0
    assert state() == ("done-late", "2018-01-05")
    assert typed("task-done", PLAN, "HT-N14", "--on", "2018-02-16").code == 1
    assert typed("task-done", PLAN, "HT-X", "--on", "2018-01-05").code == 2


def test_a_record_that_a_duty_was_done_is_taken_back_by_its_number() -> None:
    assert typed("task-done", PLAN, "HT-N14", "--on", "2018-01-05").code == 0
    tasks = {t["id"]: t for t in sent("tasks", "--plan", PLAN)["tasks"]}
    assert (tasks["HT-N14"]["record"], tasks["HT-N46"]["record"]) == (1, None)
    taken = typed("undo-task-done", 1)
    assert (taken.code, "quá hạn" in taken.stdout) == (0, True)
    assert [typed("undo-task-done", number).code for number in (1, 9)] == [1, 2]


def test_overdue_duties_say_by_how_many_days() -> None:
    tasks = {t["id"]: t for t in sent("tasks", "--plan", PLAN, "--as-of", "2018-01-10")["tasks"]}
    assert (tasks["HT-N14"]["due"], tasks["HT-N14"]["days_overdue"], tasks["HT-N14"]["days_left"]) == (
        "2017-12-31",
        10,
        None,
    )


def test_a_report_is_a_workbook_that_opens(tmp_path: Path) -> None:
    given(tmp_path, row(), row("Toàn tỉnh", 700, 1000))
    for more in ((), ("--unit", "Huyện Hương Sơn"), ("--as-of", "2018-01-31")):
        path = tmp_path / "thư mục mới" / "báo cáo.xlsx"
        answer = typed("report", "--plan", PLAN, "--period", 2017, "-o", path, *more)
        assert (answer.code, str(path) in answer.stdout) == (0, True)
        book = openpyxl.load_workbook(path)
        assert book.sheetnames


def test_a_report_is_a_document_too(tmp_path: Path) -> None:
    given(tmp_path, row(), row("Toàn tỉnh", 700, 1000))
    path = tmp_path / "báo cáo.docx"
    assert typed("report", "--plan", PLAN, "--period", 2017, "-o", path).code == 0
    assert "70,00%" in "\n".join(p.text for p in docx.Document(str(path)).paragraphs)


@pytest.mark.slow
def test_an_archive_holds_the_reports_of_the_province_and_of_every_unit(tmp_path: Path) -> None:
    given(tmp_path, row(), row("Toàn tỉnh", 700, 1000))
    path = tmp_path / "báo cáo.zip"
    answer = typed("report", "--plan", PLAN, "--period", 2017, "-o", path)
    assert (answer.code, str(path) in answer.stdout) == (0, True)
    with ZipFile(path) as archive:
        names = archive.namelist()
        assert len(names) == 2 * (1 + 13)
        assert names[:2] == ["00-ha-tinh-2017.xlsx", "00-ha-tinh-2017.docx"]
        assert openpyxl.load_workbook(BytesIO(archive.read(names[2]))).sheetnames


def test_an_archive_of_one_unit_holds_its_two_files(tmp_path: Path) -> None:
    given(tmp_path, row())
    path = tmp_path / "x.zip"
    typed("report", "--plan", PLAN, "--period", 2017, "--unit", "Huyện Hương Sơn", "-o", path)
    with ZipFile(path) as archive:
        assert archive.namelist() == ["00-huyen-huong-son-2017.xlsx", "00-huyen-huong-son-2017.docx"]


@pytest.mark.parametrize("name", ["x.pdf", "x.doc", "x"])
def test_a_report_of_another_kind_is_wrong_usage(tmp_path: Path, name: str) -> None:
    answer = typed("report", "--plan", PLAN, "--period", 2017, "-o", tmp_path / name)
    assert (answer.code, (tmp_path / name).exists()) == (2, False)
    assert ".xlsx, .docx" in answer.stderr


@pytest.mark.parametrize("command", [("report", "--period"), ("template", "--year")])
def test_a_place_that_can_not_be_written_is_the_environments_failure(
    tmp_path: Path, command: tuple[str, str]
) -> None:
    (tmp_path / "tệp").write_text("")
    answer = typed(command[0], "--plan", PLAN, command[1], 2017, "-o", tmp_path / "tệp" / "x.xlsx")
    assert answer.code == 3
    assert answer.stderr.strip()


def _inputs(sheet: Any) -> tuple[dict[str, int], int, int]:
    """The code of each input column, the column of units, and the row below the codes."""
    codes = {c.value: c for r in sheet.iter_rows() for c in r if str(c.value).startswith("kpi:")}
    unit = codes.pop("kpi:unit")
    return {code: cell.column for code, cell in codes.items()}, unit.column, unit.row + 1


@pytest.mark.parametrize(("plan", "year"), [(PLAN, 2017), (OTHER_PLAN, 2016)])
def test_a_template_filled_in_elsewhere_comes_back_exactly(tmp_path: Path, plan: str, year: int) -> None:
    path = tmp_path / "mẫu.xlsx"
    assert typed("template", "--plan", plan, "--year", year, "-o", path).code == 0
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns, unit_column, first = _inputs(sheet)
    names = {u["name"]: u for u in sent("units", "--plan", plan)["units"]}
    plans = {p["id"]: p for p in sent("plans")["plans"]}
    levels = {
        i["id"]: {*i["levels"]} | ({"agency"} if "district" in i["levels"] else set())
        for i in plans[plan]["indicators"]
    }
    filled: dict[tuple[str, str], dict[str, str]] = {}
    for at in range(first, sheet.max_row + 1):
        unit = names.get(str(sheet.cell(at, unit_column).value))
        for code, column in columns.items():
            _, indicator, role, _ = code.split(":")
            if unit is None or unit["level"] not in levels[indicator] or role == "value":
                continue
            figure = 10 * at + column + (1000 if role == "denominator" else 0)
            sheet.cell(at, column).value = figure
            filled.setdefault((indicator, unit["id"]), {})[role] = str(figure)
    book.save(path)
    document = sent("import", path, "--plan", plan, "--stage", "official")
    read = {
        (o["indicator"], o["unit"]): {r: o[r] for r in ("numerator", "denominator") if o[r] is not None}
        for o in document["observations"]
    }
    assert read == filled
    assert {(o["period"], o["stage"]) for o in document["observations"]} == {(str(year), "official")}
    assert typed("template", "--plan", plan, "--year", year, "-o", path).code == 0
    again = sent("import", path, "--plan", plan)
    assert again["counts"] == {"new": 0, "changed": 0, "unchanged": len(filled), "rejected": 0}


def test_a_template_of_another_plan_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.xlsx"
    typed("template", "--plan", OTHER_PLAN, "--year", 2017, "-o", path)
    answer = typed("import", path, "--plan", PLAN, "--json")
    assert (answer.code, [i["code"] for i in answer.document["issues"]]) == (1, ["plan-mismatch"])
