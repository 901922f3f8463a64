"""Native charts over the report's own cells: an indicator's path, and the gap of each of its units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import GapReport
from kpi.present.reports.by_unit import units_by_indicator
from kpi.present.reports.columns import Column
from kpi.present.reports.document import ChartName, Draws
from kpi.present.reports.gap_sheet import GapSheet
from kpi.present.reports.through_years import last_years
from kpi.present.reports.years_sheet import ACTUAL, TARGET, YEAR, year_cells
from kpi.present.storable import storable
from kpi.present.words import Words
from kpi.present.workbook_looks import FONT
from kpi.present.workbook_style import Book

WIDTH = 565  # pixels; a page between the margins is 605 × 971, nine columns of the usual width 576
_PATH_HEIGHT, _TALLEST = 320, 600
_PIXELS_A_UNIT, _PIXELS_AROUND = 22, 90
_ACHIEVED, _DEMANDED = "#2F6B9A", "#B4532A"
_GRID = {"visible": True, "line": {"color": "#D5DCE4"}}
_SMALL = {"name": FONT, "size": 10}
_AXIS = {"num_font": _SMALL, "major_tick_mark": "none", "minor_tick_mark": "none"}


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart that is to be put on a sheet; `height` in pixels."""

    chart: Any
    title: str
    height: int


def draw_charts(
    book: Book, report: GapReport, gaps: GapSheet, words: Words
) -> Mapping[ChartName, DrawnChart]:
    """The charts of the indicators with figures, and with gaps, in the order they are to be put on a sheet."""
    series = last_years(report)
    groups = {group[0].indicator.id: group for group in units_by_indicator(report)}
    drawn: dict[ChartName, DrawnChart] = {}
    for place, years in enumerate(series):
        indicator = years[0].indicator.id
        if any(e.actual is not None for e in years):
            drawn[Draws.PATH, indicator] = _path(book, series, place, words)
        group = groups.get(indicator, ())
        if any(e.verdict.gap_points for e in group):
            drawn[Draws.GAP, indicator] = _gap(book, group, gaps, words)
    return drawn


def _path(book: Book, series: Sequence[Sequence[Evaluation]], place: int, words: Words) -> DrawnChart:
    """Columns of what was achieved, marks of what was demanded."""

    def cells(column: int) -> str:
        return f"={year_cells(series, place, column, words)}"

    years = [e.period.year for e in series[place]]
    achieved = _known(e.actual for e in series[place])
    chart = book.chart("column")
    chart.add_series(
        {
            "name": words("years_sheet.actual"),
            "categories": cells(YEAR),
            "categories_data": years,
            "values": cells(ACTUAL),
            "values_data": achieved,
            "fill": {"color": _ACHIEVED},
            "data_labels": {"value": True, "num_format": book.localised("0.0"), "font": _SMALL},
            "gap": 60,
        }
    )
    demanded = [e.target.value if e.target else None for e in series[place]]
    if any(value is not None for value in demanded):
        marks = {"categories": cells(YEAR), "categories_data": years, "values": cells(TARGET)}
        chart.combine(_marks(book, marks | {"values_data": _known(demanded)}, words))
    chart.set_legend({"position": "bottom", "font": _SMALL})
    chart.set_x_axis(_AXIS)
    # Columns that do not start at zero would tell of larger changes than there were.
    lowest = {} if any(value is not None and value < 0 for value in achieved) else {"min": 0}
    chart.set_y_axis({**_AXIS, **lowest, "num_format": "General", "major_gridlines": _GRID})
    return _titled(chart, "chart_sheet.path", series[place][0], _PATH_HEIGHT, words)


def _marks(book: Book, cells: Mapping[str, object], words: Words) -> Any:
    line = book.chart("line")
    filled = {"fill": {"color": _DEMANDED}, "border": {"color": _DEMANDED}}
    line.add_series(
        {
            "name": words("years_sheet.target"),
            **cells,
            "line": {"color": _DEMANDED, "dash_type": "dash", "width": 1.25},
            "marker": {"type": "diamond", "size": 7, **filled},
        }
    )
    return line


def _gap(book: Book, group: Sequence[Evaluation], gaps: GapSheet, words: Words) -> DrawnChart:
    """Bars of the gap in points, one for each unit: to the left of the line what is missing."""
    first = gaps.row_of(group[0])
    chart = book.chart("bar")
    chart.add_series(
        {
            "name": words("units_sheet.points"),
            "categories": f"={gaps.cells(Column.UNIT, first, len(group))}",
            "categories_data": [storable(e.unit.name) for e in group],
            "values": f"={gaps.cells(Column.POINTS, first, len(group))}",
            "values_data": _known(e.verdict.gap_points for e in group),
            "fill": {"color": _ACHIEVED},
            "invert_if_negative": True,
            "invert_if_negative_color": _DEMANDED,
            "data_labels": {"value": True, "num_format": book.localised("+0.0;-0.0;0.0"), "font": _SMALL},
            "gap": 40,
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({**_AXIS, "reverse": True, "label_position": "low"})
    chart.set_x_axis({**_AXIS, "num_format": "0", "major_gridlines": _GRID})
    height = min(_TALLEST, _PIXELS_AROUND + _PIXELS_A_UNIT * len(group))
    return _titled(chart, "chart_sheet.gap", group[0], height, words)


def _known(figures: Iterable[Decimal | Fraction | None]) -> list[float | None]:
    """The figures a chart shows where its cells are not read: XlsxWriter would take a blank cell for a zero."""
    return [None if figure is None else float(figure) for figure in figures]


def _titled(chart: Any, key: str, evaluation: Evaluation, height: int, words: Words) -> DrawnChart:
    indicator = evaluation.indicator
    title = storable(words(key, indicator=words.pick(indicator.short, indicator.short_en)))
    chart.set_title({"name": title, "name_font": {"name": FONT, "size": 12}})
    chart.set_size({"width": WIDTH, "height": height})
    return DrawnChart(chart, title, height)
