"""Small multiples: the same few years of every unit on one scale, to see at a glance who moves."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Evaluation
from kpi.domain.plan import Indicator
from kpi.present.charts import Scale, lawful_levels
from kpi.present.sentences import actual_text, period_text, verdict_sign, verdict_word
from kpi.present.words import Words
from kpi.ui import columns
from kpi.ui.marks import link, verdict_colour
from kpi.ui.markup import Markup, element, joined

MOST_YEARS = 6


def small_multiples(
    indicator: Indicator, units: Sequence[Sequence[Evaluation]], addresses: Sequence[str], words: Words
) -> Markup:
    """A panel a unit, its last years side by side; `addresses` lead to each unit's own page."""
    shown = [years[-MOST_YEARS:] for years in units]
    everything = [value for years in shown for value in columns.heights(years, [])]
    marks = [level.percent for years in shown for level in lawful_levels(indicator, years, words)]
    scale = Scale.of([*everything, *marks])
    panels = (
        _panel(indicator, years, address, scale, words)
        for years, address in zip(shown, addresses, strict=True)
        if any(e.actual is not None for e in years)
    )
    return element("ul", *panels, class_="k-multiples")


def _panel(
    indicator: Indicator, years: Sequence[Evaluation], address: str, scale: Scale, words: Words
) -> Markup:
    levels = {level.year: level for level in lawful_levels(indicator, years, words)}
    last = next(e for e in reversed(years) if e.actual is not None)
    plots = (
        element(
            "div",
            columns.figure_bar(e, scale, verdict_colour(e)),
            columns.target_step(levels, e.period.year, scale),
            class_="k-plot",
        )
        for e in years
    )
    said = f"{verdict_sign(last)} {actual_text(last, words)}"
    ends = joined(element("small", _year(years[0])), element("small", _year(years[-1])))
    return element(
        "li",
        link(last.unit.name, address),
        element("div", *plots, class_="k-mini", aria_hidden="true"),
        element("div", ends, class_="k-mini-ends", aria_hidden="true"),
        element("span", said, class_=f"k-figure {verdict_colour(last)}", title=verdict_word(last, words)),
        element("small", period_text(last.period, words)),
    )


def _year(evaluation: Evaluation) -> str:
    return str(evaluation.period.year)
