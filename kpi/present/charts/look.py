"""What all charts share: colours that colour-blind people can tell apart, fills, number formats, plain text.

Colour is never the only sign: every bar bears the sign of its verdict, and figures that may still change are
hatched or hollow.
"""

from __future__ import annotations

from html import escape
from typing import Any

import plotly.graph_objects as go

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.observation import Stage
from kpi.present.sentences import actual_text, figure_status, verdict_sign
from kpi.present.words import Language, Words

MET, MISSED, ACTUAL, NEUTRAL = "#00674F", "#A63603", "#0B4F8A", "#5B6670"
LINE_BREAK = "<br>"
INK, PAPER, GRID = "#17202A", "#FFFFFF", "#E3E6E8"
_SEPARATORS = {Language.VIETNAMESE: ",.", Language.ENGLISH: ".,"}
_VERDICT_COLOURS = {Compliance.MET: MET, Compliance.MISSED: MISSED}


def as_text(text: str) -> str:
    """Text from data for a place where Plotly reads markup: shown as it is, never obeyed."""
    return escape(text, quote=False)


def verdict_colour(evaluation: Evaluation) -> str:
    return _VERDICT_COLOURS.get(evaluation.compliance, NEUTRAL)


def bar_label(evaluation: Evaluation, words: Words) -> str:
    """«✖ 83,11%», and on a second line, unless it is final, how firm it is: «ước»."""
    figure = f"{verdict_sign(evaluation)} {actual_text(evaluation, words)}"
    return figure if evaluation.final else f"{figure}\n{figure_status(evaluation, words)}"


def bar_marker(evaluations: list[Evaluation], colours: list[str]) -> dict[str, Any]:
    """Final figures solid, provisional ones hatched, estimates hollow, one entry a bar."""
    return {
        "color": [
            PAPER if e.stage is Stage.ESTIMATE else c for e, c in zip(evaluations, colours, strict=True)
        ],
        "line": {"color": list(colours), "width": 2},
        "pattern": {
            "shape": ["" if e.final or e.stage is Stage.ESTIMATE else "/" for e in evaluations],
            "fgcolor": [PAPER] * len(evaluations),
            "fillmode": "overlay",
            "solidity": 0.3,
        },
    }


def percent_axis(**settings: Any) -> dict[str, Any]:
    """An axis in percent, its numbers with the separators of the figure."""
    axis = {
        "tickformat": ",.0f",
        "ticksuffix": "%",
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": GRID,
        "fixedrange": True,
    }
    return axis | settings


def dressed(figure: go.Figure, words: Words, height: int) -> go.Figure:
    """The figure with the room's fonts, margins and number separators; without a legend, labels stand beside."""
    figure.update_layout(
        template="none",
        separators=_SEPARATORS[words.language],
        showlegend=False,
        height=height,
        margin={"l": 48, "r": 16, "t": 28, "b": 36},
        font={"color": INK, "size": 13},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"align": "left"},
        bargap=0.35,
    )
    return figure


def label(text: str, x: float, y: float, **settings: Any) -> dict[str, Any]:
    """An annotation with nothing but text, on a ground that keeps lines from running through it."""
    plain = {
        "text": text,
        "x": x,
        "y": y,
        "showarrow": False,
        "bgcolor": "rgba(255,255,255,0.85)",
        "borderpad": 1,
    }
    return plain | settings
