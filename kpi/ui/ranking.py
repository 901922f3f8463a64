"""Units one below the other, the furthest from the target first, each with what it still lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kpi.domain.evaluation import Evaluation
from kpi.present.charts import worst_first
from kpi.present.formats import number, points
from kpi.present.sentences import actual_text, figure_status, noun
from kpi.present.words import Words
from kpi.ui.bars import Reach, thin_bar
from kpi.ui.counts import counts_text
from kpi.ui.marks import link, verdict_badge
from kpi.ui.markup import Markup, element
from kpi.ui.tables import table

Address = Callable[[Evaluation], str]
_COLUMNS = ("rank", "unit", "verdict", "missing", "gap", "actual", "bar", "counts", "status")


def ranking(evaluations: Sequence[Evaluation], address: Address, words: Words) -> Markup:
    """A row a unit: place, verdict, people and points to go, figure, bar against the mark. Every name is a link."""
    rows = worst_first(evaluations)
    reach = Reach.of(rows)
    headings = [words(f"page.column.{name}") for name in _COLUMNS]
    written = [_row(place, e, reach, address, words) for place, e in enumerate(rows, start=1)]
    return table(
        headings,
        written,
        frozenset({0, 3, 4, 5, 7}),
        words("page.units.ranking"),
        heads=1,
        class_="k-ranking",
    )


def _row(place: int, evaluation: Evaluation, reach: Reach, address: Address, words: Words) -> list[str]:
    gap = evaluation.verdict.gap_points
    return [
        str(place) if gap is not None else "–",
        link(evaluation.unit.name, address(evaluation)),
        verdict_badge(evaluation, words),
        _missing(evaluation, words),
        points(gap, words.language) if gap is not None else "–",
        actual_text(evaluation, words) if evaluation.actual is not None else "–",
        thin_bar(evaluation, reach) if evaluation.actual is not None else "–",
        counts_text(evaluation, words),
        figure_status(evaluation, words),
    ]


def _missing(evaluation: Evaluation, words: Words) -> str | Markup:
    """How many are still to be reached; 0 where the mark is reached."""
    missing = evaluation.verdict.gap_units
    if missing is None:
        return "–"
    amount = number(missing, words.language)
    return element("b", f"{amount} {noun(evaluation.indicator, words, missing)}") if missing else amount
