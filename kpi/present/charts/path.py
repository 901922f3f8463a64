"""One indicator of one unit through the years: what the law asks for, what was achieved, where the trend leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import plotly.graph_objects as go

from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind
from kpi.present.charts.look import (
    ACTUAL,
    INK,
    LINE_BREAK,
    PAPER,
    as_text,
    bar_label,
    bar_marker,
    dressed,
    label,
    percent_axis,
    verdict_colour,
)
from kpi.present.formats import percent
from kpi.present.sentences import actual_text, figure_status, period_text, target_text
from kpi.present.sentences.pace import mark_of
from kpi.present.words import Words

HEIGHT = 360
_HALF = 0.5  # a year reaches half a step to either side of its tick


@dataclass(frozen=True, slots=True)
class Level:
    """The lawful level of one year, in percent, and how the document puts it."""

    year: int
    percent: Fraction
    demand: str
    of_province: bool = False


def path_chart(
    indicator: Indicator, evaluations: Sequence[Evaluation], words: Words, as_of: date = date.max
) -> go.Figure:
    """Stepped target line, a bar a year, and the projection.

    `evaluations` are of one unit, one a year; parts of years are left out. `as_of` decides which revision of a
    target is drawn for years that have no evaluation yet.
    """
    yearly = sorted((e for e in evaluations if e.period.is_year), key=lambda e: e.period)
    figure = go.Figure()
    levels = lawful_levels(indicator, yearly, words, as_of)
    _draw_actuals(figure, yearly, words)
    for run in _runs(levels):
        _draw_target(figure, run, words)
    _draw_projection(figure, yearly, words)
    _scale(figure, indicator, yearly, levels)
    return dressed(figure, words, HEIGHT)


def lawful_levels(
    indicator: Indicator, yearly: Sequence[Evaluation], words: Words, as_of: date
) -> list[Level]:
    """The level in force in each year shown, years without one left out; for an increase it is its base."""
    judged = {e.period.year: e for e in yearly}
    found = (
        _judged_level(judged[year], words) if year in judged else _coming_level(indicator, year, words, as_of)
        for year in _years_shown(yearly)
    )
    return [level for level in found if level is not None]


def _judged_level(evaluation: Evaluation, words: Words) -> Level | None:
    target, base = evaluation.target, evaluation.verdict.base
    if target is None or not target.in_force(evaluation.period):
        return None
    value = target.value if target.value is not None else base.percent if base else None
    if value is None:
        return None
    demand = target_text(target, words)
    return Level(evaluation.period.year, Fraction(value), demand, evaluation.against_province_target)


def _coming_level(indicator: Indicator, year: int, words: Words, as_of: date) -> Level | None:
    target = indicator.target_for(Period(year), as_of)
    if target is None or target.value is None:
        return None
    return Level(year, Fraction(target.value), target_text(target, words))


def _years_shown(yearly: Sequence[Evaluation]) -> range:
    if not yearly:
        return range(0)
    ends = [e.outlook.period.year for e in yearly if e.outlook.period]
    return range(yearly[0].period.year, max([yearly[-1].period.year, *ends]) + 1)


def _runs(levels: Iterable[Level]) -> list[list[Level]]:
    """Levels of years that follow one another, so that no line is drawn through years without a target."""
    runs: list[list[Level]] = []
    for level in levels:
        if runs and runs[-1][-1].year + 1 == level.year:
            runs[-1].append(level)
        else:
            runs.append([level])
    return runs


def _draw_actuals(figure: go.Figure, yearly: Sequence[Evaluation], words: Words) -> None:
    shown = [e for e in yearly if e.actual is not None]
    figure.add_trace(
        go.Bar(
            name="actual",
            x=[e.period.year for e in shown],
            y=[float(e.actual or 0) for e in shown],  # for drawing alone
            marker=bar_marker(shown, [ACTUAL] * len(shown)),
            hovertext=[as_text(_hover(e, words)) for e in shown],
            hoverinfo="text",
        )
    )
    for evaluation in yearly:
        figure.add_annotation(_year_label(evaluation, words))


def _year_label(evaluation: Evaluation, words: Words) -> dict[str, object]:
    """Stands at the foot of the bar, where no target line passes."""
    measured = evaluation.actual is not None
    text = bar_label(evaluation, words) if measured else words("chart.no-figure")
    return label(
        LINE_BREAK.join(as_text(line) for line in text.splitlines()),
        evaluation.period.year,
        0,
        yanchor="bottom",
        yshift=3,
        font={"color": verdict_colour(evaluation), "size": 12 if measured else 11},
    )


def _hover(evaluation: Evaluation, words: Words) -> str:
    return words(
        "chart.hover-path",
        period=period_text(evaluation.period, words),
        actual=actual_text(evaluation, words),
        status=figure_status(evaluation, words),
    )


def _draw_target(figure: go.Figure, run: list[Level], words: Words) -> None:
    """One stepped line over years that follow one another, each new level labelled on the line itself."""
    corners = [*run, run[-1]]
    figure.add_trace(
        go.Scatter(
            name="target",
            mode="lines",
            x=[level.year - _HALF for level in run] + [run[-1].year + _HALF],
            y=[float(level.percent) for level in corners],
            line={"shape": "hv", "color": INK, "width": 2.5},
            hovertext=[as_text(words("chart.hover-target", demand=level.demand)) for level in corners],
            hoverinfo="text",
        )
    )
    for before, level in zip([None, *run], run, strict=False):
        if before is None or before.demand != level.demand:
            figure.add_annotation(_target_label(level, first=before is None, words=words))


def _target_label(level: Level, first: bool, words: Words) -> dict[str, object]:
    key = "chart.target-of-province" if level.of_province else "chart.target"
    text = words(key, demand=level.demand) if first else level.demand
    return label(
        as_text(text),
        level.year - _HALF,
        float(level.percent),
        xanchor="left",
        yanchor="bottom",
        yshift=3,
        font={"color": INK, "size": 11},
    )


def _draw_projection(figure: go.Figure, yearly: Sequence[Evaluation], words: Words) -> None:
    """From the last figure with a projection to its end, dashed and named a projection."""
    last = next((e for e in reversed(yearly) if e.actual is not None), None)
    if last is None or last.actual is None or last.outlook.projected is None or last.outlook.period is None:
        return
    end, projected = last.outlook.period, last.outlook.projected
    value = percent(projected, words.language, mark_of(last.indicator, end))
    hover = words("chart.hover-projection", period=period_text(end, words), value=value)
    figure.add_trace(
        go.Scatter(
            name="projection",
            mode="lines+markers",
            x=[last.period.year, end.year],
            y=[float(last.actual), float(projected)],
            line={"dash": "dot", "color": ACTUAL, "width": 2},
            marker={"symbol": "circle-open", "size": [0, 10], "color": ACTUAL, "line": {"width": 2}},
            hovertext=["", as_text(hover)],
            hoverinfo="text",
        )
    )
    text = as_text(words("chart.projection", value=value))
    figure.add_annotation(
        label(text, end.year, float(projected), yanchor="top", yshift=-8, font={"color": ACTUAL, "size": 12})
    )


def _scale(
    figure: go.Figure, indicator: Indicator, yearly: Sequence[Evaluation], levels: Sequence[Level]
) -> None:
    """Bars start at nought; room above the highest mark for its label."""
    heights = [float(e.actual) for e in yearly if e.actual is not None] + [float(v.percent) for v in levels]
    heights += [float(e.outlook.projected) for e in yearly if e.outlook.projected is not None]
    top, bottom = max([1.0, *heights]), min([0.0, *heights])
    if indicator.kind is not IndicatorKind.GROWTH:
        bottom = 0.0
    years = list(_years_shown(yearly))
    figure.update_yaxes(percent_axis(range=[bottom * 1.15, top * 1.18]))
    figure.update_xaxes(
        tickmode="array",
        tickvals=years,
        ticktext=[str(year) for year in years],
        range=[years[0] - _HALF - 0.05, years[-1] + _HALF + 0.05] if years else None,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        linecolor=PAPER,
    )
