"""Workbooks as offices write them, made with XlsxWriter, and what the program understands of them."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter
from workbook_bytes import read_here

from kpi.domain.issue import Issue
from kpi.domain.observation import Stage
from kpi.intake.request import Request
from kpi.intake.understand import Understanding, understand
from kpi.intake.workbook.grid import Grid
from kpi.registry.definitions import load_definitions

HA_TINH, NGHE_AN = "ha-tinh-157-2017", "nghe-an-2269"
A_LATER_DAY = date(2026, 2, 1)


@dataclass(frozen=True)
class Formula:
    """A formula with the result it was saved with; an empty text stands for none."""

    result: Any = ""
    text: str = "=1+1"


@dataclass(frozen=True)
class Percent:
    """A number under a percent format: `Percent("0.7")` is shown as 70%."""

    number: str


@dataclass(frozen=True)
class Table:
    """One sheet: rows from row 1, None for an empty cell. `merged` maps a range to the text shown in it."""

    rows: Sequence[Sequence[Any]]
    name: str = "Biểu 1"
    hidden_rows: Collection[int] = ()
    hidden_columns: Collection[str] = ()
    merged: Mapping[str, str] | None = None
    font: str = "Times New Roman"
    hidden: bool = False


def workbook(*tables: Table) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        looks = {
            "percent": book.add_format({"num_format": "0.00%"}),
            "date": book.add_format({"num_format": "dd/mm/yyyy"}),
        }
        for table in tables:
            _write(book, table, looks)
    return stream.getvalue()


def _write(book: Any, table: Table, looks: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(table.name)
    text = book.add_format({"font_name": table.font})
    for at, row in enumerate(table.rows):
        for column, content in enumerate(row):
            _put(sheet, at, column, content, looks, text)
    for area, shown in (table.merged or {}).items():
        sheet.merge_range(area, shown)
    for number in table.hidden_rows:
        sheet.set_row(number - 1, None, None, {"hidden": True})
    for letter in table.hidden_columns:
        sheet.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
    if table.hidden:
        sheet.hide()


def _put(sheet: Any, row: int, column: int, content: Any, looks: Mapping[str, Any], text: Any) -> None:
    if isinstance(content, bool):
        sheet.write_boolean(row, column, content)
    elif isinstance(content, str):
        sheet.write_string(row, column, content, text)
    elif isinstance(content, int | float | Decimal):
        sheet.write_number(row, column, float(content))
    elif isinstance(content, Percent):
        sheet.write_number(row, column, float(content.number), looks["percent"])
    elif isinstance(content, date):
        sheet.write_datetime(row, column, content, looks["date"])
    elif isinstance(content, Formula):
        sheet.write_formula(row, column, content.text, None, content.result)


def understood(*tables: Table, plan: str = HA_TINH, today: date = A_LATER_DAY, **asked: Any) -> Understanding:
    """What the program understands of a workbook with these sheets; `asked` is year, stage, answers."""
    grid = read_here(workbook(*tables))
    assert isinstance(grid, Grid), grid
    return understand(grid, request(plan, today, **asked))


def request(plan: str = HA_TINH, today: date = A_LATER_DAY, **asked: Any) -> Request:
    definitions = load_definitions()
    return Request(definitions.plans[plan], definitions.units, today, **asked)


def figures(outcome: Understanding) -> dict[tuple[str, str, str, str], str]:
    """(indicator, unit, period, stage) → "700/1000", "3907" or "81.25 %"."""
    found = {}
    for reading in outcome.readings:
        o = reading.observation
        counts = "/".join(str(n) for n in (o.numerator, o.denominator) if n is not None)
        found[o.indicator, o.unit, str(o.period), o.stage.value] = counts or f"{_plain(o.value)} %"
    assert len(found) == len(outcome.readings), "an observation came twice"
    return found


def _plain(value: Decimal | None) -> str:
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def places(issues: Iterable[Issue], *severities: str) -> set[tuple[str, str | None]]:
    """(code, cell) of the issues, of these severities if any are named."""
    return {(i.code.value, i.cell) for i in issues if not severities or i.severity.value in severities}


def codes(issues: Iterable[Issue], *severities: str) -> set[str]:
    return {code for code, _ in places(issues, *severities)}


def choices_of(outcome: Understanding, code: str) -> list[str]:
    """The choices of the only question of that code."""
    (question,) = [issue for issue in outcome.issues if issue.code == code]
    return [choice.choice for choice in question.choices]


def answered(outcome: Understanding, code: str, choice: str) -> dict[str, str]:
    """The answers that give every question of that code this choice."""
    return {issue.key: choice for issue in outcome.issues if issue.code == code and issue.key}


LONG_HEADING = ("Đơn vị", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Giá trị", "Loại số liệu")
OFFICIAL = "Chính thức"
ENROLLED, GROWTH, ELECTRONIC = "employers-enrolled", "voluntary-growth", "employers-e-transactions"


def long_row(
    unit: Any = "Huyện Hương Sơn",
    indicator: Any = ENROLLED,
    year: Any = 2017,
    part: Any = 700,
    whole: Any = 1000,
    value: Any = None,
    stage: Any = OFFICIAL,
) -> tuple[Any, ...]:
    return unit, indicator, year, part, whole, value, stage


def long_table(*rows: Sequence[Any], heading: Sequence[Any] = LONG_HEADING, **facts: Any) -> Table:
    return Table([heading, *rows], name="Số liệu", **facts)


def said_of(cell: Any, column: str = "numerator", **asked: Any) -> Understanding:
    """What is understood of one cell among figures that are fine; `column` is numerator, denominator or value."""
    given = {"numerator": {"part": cell}, "denominator": {"whole": cell}}
    row = long_row(**given[column]) if column in given else long_row(part=None, whole=None, value=cell)
    return understood(long_table(row), **asked)


OFFICIALLY = {"year": 2017, "stage": Stage.OFFICIAL}
