"""Small multiples: the same few years of every unit on one scale, to see at a glance who moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.present.charts import Scale, lawful_levels
from kpi.present.sentences import actual_text, period_text, verdict_sign, verdict_word
from kpi.present.words import Words
from kpi.ui import columns
from kpi.ui.marks import link, verdict_colour
from kpi.ui.markup import Markup, element
from kpi.ui.unit_years import UnitYears

MOST_YEARS = 6
Address = Callable[[Evaluation], str]


def small_multiples(
    indicator: Indicator, rows: Sequence[UnitYears], years: Sequence[Period], address: Address, words: Words
) -> Markup:
    """A panel for each unit with a percentage in any year, its last years side by side, all on one scale."""
    everything = [row.measured for row in rows]
    levels = [lawful_levels(indicator, evaluations, words) for evaluations in everything]
    scale = Scale.of(v for es, ls in zip(everything, levels, strict=True) for v in columns.heights(es, ls))
    shown = years[-MOST_YEARS:]
    panels = (_panel(indicator, row, shown, scale, address, words) for row in rows)
    return element("ul", *panels, class_="k-multiples")


def _panel(
    indicator: Indicator,
    row: UnitYears,
    years: Sequence[Period],
    scale: Scale,
    address: Address,
    words: Words,
) -> Markup:
    there = [e for e in row.years[-len(years) :] if e is not None]
    levels = {level.year: level for level in lawful_levels(indicator, there, words)}
    last = row.measured[-1]
    by_year = {e.period: e for e in there}
    plots = (_plot(by_year.get(year), levels, year, scale) for year in years)
    ends = (element("small", str(year)) for year in (years[0], years[-1]))
    said = f"{verdict_sign(last)} {actual_text(last, words)}"
    return element(
        "li",
        link(row.unit.name, address(last)),
        element("div", *plots, class_="k-mini", aria_hidden="true"),
        element("div", *ends, class_="k-mini-ends", aria_hidden="true"),
        element("span", said, class_=f"k-figure {verdict_colour(last)}", title=verdict_word(last, words)),
        element("small", period_text(last.period, words)),
    )


def _plot(evaluation: Evaluation | None, levels: columns.Levels, year: Period, scale: Scale) -> Markup:
    """One year of a panel; empty where the unit was not there."""
    bar = columns.figure_bar(evaluation, scale, verdict_colour(evaluation)) if evaluation else ""
    return element("div", bar, columns.target_step(levels, year.year, scale), class_="k-plot")
