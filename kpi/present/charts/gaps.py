"""Units side by side for one indicator and period: the worst first, each against its target mark."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import plotly.graph_objects as go

from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Stage
from kpi.present.charts.look import (
    INK,
    as_text,
    bar_marker,
    dressed,
    label,
    percent_axis,
    verdict_colour,
)
from kpi.present.formats import points
from kpi.present.sentences import (
    actual_text,
    figure_status,
    gap_text,
    target_text,
    verdict_sign,
    verdict_word,
)
from kpi.present.words import Words

ROW_HEIGHT, FRAME = 48, 84
_BAR, _ABOVE_BAR = 0.3, 0.42  # of the height of a row


def worst_first(evaluations: Sequence[Evaluation]) -> list[Evaluation]:
    """The furthest below its target first; those that could not be measured last, by name."""
    return sorted(evaluations, key=lambda e: (*_distance(e), e.unit.name))


def gap_chart(evaluations: Sequence[Evaluation], words: Words) -> go.Figure:
    """A horizontal bar a unit with its name and verdict above it, and a mark where the target is."""
    rows = worst_first(evaluations)
    figure = go.Figure()
    _draw_bars(figure, rows, words)
    _draw_marks(figure, rows, words)
    for row, evaluation in enumerate(rows):
        figure.add_annotation(_name_label(row, evaluation))
        figure.add_annotation(_verdict_label(row, evaluation, words))
    figure.update_yaxes(
        range=[len(rows) - 0.4, -1.0], showticklabels=False, showgrid=False, zeroline=False, fixedrange=True
    )
    figure.update_xaxes(percent_axis(range=_reach(rows)))
    dressed(figure, words, FRAME + ROW_HEIGHT * max(1, len(rows)))
    return figure.update_layout(margin={"l": 8, "r": 24, "t": 12, "b": 36})


def mark_in(evaluation: Evaluation) -> Fraction | None:
    """The level the unit is held against, in percent; for an increase its base."""
    target, base = evaluation.target, evaluation.verdict.base
    if target is None:
        return None
    if target.value is not None:
        return Fraction(target.value)
    return base.percent if base else None


def _distance(evaluation: Evaluation) -> tuple[bool, Fraction]:
    gap = evaluation.verdict.gap_points
    return gap is None, gap if gap is not None else Fraction(0)


def _draw_bars(figure: go.Figure, rows: list[Evaluation], words: Words) -> None:
    measured = [(row, e) for row, e in enumerate(rows) if e.actual is not None]
    shown = [e for _, e in measured]
    figure.add_trace(
        go.Bar(
            name="actual",
            orientation="h",
            x=[float(e.actual or 0) for e in shown],  # for drawing alone
            y=[row for row, _ in measured],
            width=_BAR,
            marker=bar_marker(shown, [verdict_colour(e) for e in shown]),
            hovertext=[as_text(_hover(e, words)) for e in shown],
            hoverinfo="text",
        )
    )


def _hover(evaluation: Evaluation, words: Words) -> str:
    figure = f"{actual_text(evaluation, words)} ({figure_status(evaluation, words)})"
    said = [
        f"{evaluation.unit.name}: {figure}, {verdict_word(evaluation, words)}",
        gap_text(evaluation, words),
    ]
    return ". ".join(part for part in said if part)


def _draw_marks(figure: go.Figure, rows: list[Evaluation], words: Words) -> None:
    marked = [(row, mark) for row, e in enumerate(rows) if (mark := mark_in(e)) is not None]
    figure.add_trace(
        go.Scatter(
            name="target",
            mode="markers",
            x=[float(mark) for _, mark in marked],
            y=[row for row, _ in marked],
            marker={"symbol": "line-ns-open", "size": 14, "color": INK, "line": {"width": 3}},
            hoverinfo="skip",
        )
    )
    first = next((e for e in rows if e.target is not None), None)
    if first is not None and first.target is not None and marked:
        key = "chart.target-of-province" if first.against_province_target else "chart.target"
        text = as_text(words(key, demand=target_text(first.target, words)))
        figure.add_annotation(
            label(text, float(marked[0][1]), -0.72, xanchor="right", font={"color": INK, "size": 11})
        )


def _name_label(row: int, evaluation: Evaluation) -> dict[str, object]:
    return _above_bar(
        row, as_text(evaluation.unit.name), x=0, xanchor="left", font={"color": INK, "size": 12}
    )


def _verdict_label(row: int, evaluation: Evaluation, words: Words) -> dict[str, object]:
    said, colour = as_text(_said(evaluation, words)), verdict_colour(evaluation)
    return _above_bar(row, said, x=1, xanchor="right", font={"color": colour, "size": 11})


def _above_bar(row: int, text: str, x: float, **settings: object) -> dict[str, object]:
    return label(text, x, row - _ABOVE_BAR, xref="paper", bgcolor="rgba(0,0,0,0)", **settings)


def _said(evaluation: Evaluation, words: Words) -> str:
    """«✖ 61,84% · −8,16 điểm %», or the verdict alone where there is no figure."""
    if evaluation.actual is None:
        return f"{verdict_sign(evaluation)} {verdict_word(evaluation, words)}"
    gap = evaluation.verdict.gap_points
    figure = f"{verdict_sign(evaluation)} {actual_text(evaluation, words)}"
    if evaluation.stage is Stage.ESTIMATE:
        figure += f" {figure_status(evaluation, words)}"
    if gap is None:
        return figure
    return f"{figure} · {words('chart.points', points=points(gap, words.language))}"


def _reach(rows: list[Evaluation]) -> list[float]:
    ends = [float(e.actual) for e in rows if e.actual is not None]
    ends += [float(mark) for e in rows if (mark := mark_in(e)) is not None]
    return [min([0.0, *ends]) * 1.1, max([1.0, *ends]) * 1.06]
