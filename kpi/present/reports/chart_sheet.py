"""Native charts over the report's own cells, an indicator to a page: its path, and the gap of each unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import GapReport
from kpi.present.reports.by_unit import units_by_indicator
from kpi.present.reports.columns import Column
from kpi.present.reports.gap_sheet import GapSheet
from kpi.present.reports.sheets import footer_of, warning_of
from kpi.present.reports.through_years import last_years
from kpi.present.reports.years_sheet import ACTUAL, TARGET, YEAR, year_cells
from kpi.present.words import Words
from kpi.present.workbook_style import Book, Page

_WIDTH, _PATH_HEIGHT = 600, 320  # pixels; a page between the margins is 605 × 971
_TALLEST = 600
_PIXELS_A_UNIT, _PIXELS_AROUND = 22, 90
_ROWS_ON_A_PAGE, _GAP_ROW = 47, 17  # of the usual 20 pixels
_ACHIEVED, _DEMANDED = "#2F6B9A", "#B4532A"
_GRID = {"visible": True, "line": {"color": "#D5DCE4"}}


def write_chart_sheet(book: Book, report: GapReport, gaps: GapSheet, words: Words) -> None:
    """A page for each indicator with figures; no sheet without any."""
    pages = _pages(book, report, gaps, words)
    if not pages:
        return
    pen = book.sheet(words("chart_sheet.sheet"))
    for place, charts in enumerate(pages):
        for row, chart in zip((0, _GAP_ROW), charts, strict=False):
            pen.worksheet.insert_chart(place * _ROWS_ON_A_PAGE + row, 0, chart, {"object_position": 1})
    pen.worksheet.print_area(0, 0, len(pages) * _ROWS_ON_A_PAGE - 1, 8)
    between = [place * _ROWS_ON_A_PAGE for place in range(1, len(pages))]
    page = Page(landscape=False, starts=between, fitted=False)
    pen.a4(footer_of(report, words), warning_of(report, words), page=page)


def _pages(book: Book, report: GapReport, gaps: GapSheet, words: Words) -> list[list[Any]]:
    series = last_years(report)
    groups = {group[0].indicator.id: group for group in units_by_indicator(report)}
    pages = []
    for place, years in enumerate(series):
        charts = []
        if any(e.actual is not None for e in years):
            charts.append(_path(book, series, place, words))
        group = groups.get(years[0].indicator.id, ())
        if any(e.verdict.gap_points is not None for e in group):
            charts.append(_gap(book, group, gaps, words))
        if charts:
            pages.append(charts)
    return pages


def _path(book: Book, series: Sequence[Sequence[Evaluation]], place: int, words: Words) -> Any:
    """Columns of what was achieved, marks of what was demanded."""

    def cells(column: int) -> str:
        return f"={year_cells(series, place, column, words)}"

    chart = book.chart("column")
    chart.add_series(
        {
            "name": words("years_sheet.actual"),
            "categories": cells(YEAR),
            "values": cells(ACTUAL),
            "fill": {"color": _ACHIEVED},
            "data_labels": {"value": True, "num_format": "0.0"},
            "gap": 60,
        }
    )
    if any(e.target and e.target.value is not None for e in series[place]):
        chart.combine(_marks(book, cells(YEAR), cells(TARGET), words))
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"num_format": "0", "major_gridlines": _GRID})
    return _titled(chart, "chart_sheet.path", series[place][0], _PATH_HEIGHT, words)


def _marks(book: Book, years: str, targets: str, words: Words) -> Any:
    line = book.chart("line")
    filled = {"fill": {"color": _DEMANDED}, "border": {"color": _DEMANDED}}
    line.add_series(
        {
            "name": words("years_sheet.target"),
            "categories": years,
            "values": targets,
            "line": {"color": _DEMANDED, "dash_type": "dash", "width": 1.25},
            "marker": {"type": "diamond", "size": 7, **filled},
        }
    )
    return line


def _gap(book: Book, group: Sequence[Evaluation], gaps: GapSheet, words: Words) -> Any:
    """Bars of the gap in points, one for each unit: to the left of the line what is missing."""
    first = gaps.row_of(group[0])
    chart = book.chart("bar")
    chart.add_series(
        {
            "name": words("units_sheet.points"),
            "categories": f"={gaps.cells(Column.UNIT, first, len(group))}",
            "values": f"={gaps.cells(Column.POINTS, first, len(group))}",
            "fill": {"color": _ACHIEVED},
            "invert_if_negative": True,
            "invert_if_negative_color": _DEMANDED,
            "data_labels": {"value": True, "num_format": "+0.0;-0.0;0.0"},
            "gap": 40,
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "label_position": "low", "num_font": {"size": 9}})
    chart.set_x_axis({"num_format": "0", "major_gridlines": _GRID})
    height = min(_TALLEST, _PIXELS_AROUND + _PIXELS_A_UNIT * len(group))
    return _titled(chart, "chart_sheet.gap", group[0], height, words)


def _titled(chart: Any, key: str, evaluation: Evaluation, height: int, words: Words) -> Any:
    indicator = evaluation.indicator
    name = words.pick(indicator.short, indicator.short_en)
    chart.set_title({"name": words(key, indicator=name), "name_font": {"size": 12}})
    chart.set_size({"width": _WIDTH, "height": height})
    return chart
