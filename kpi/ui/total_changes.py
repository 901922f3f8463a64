"""What was known of a province's figure then and now, and which units' figures made the difference."""

from __future__ import annotations

from kpi.domain.actuals import Actual
from kpi.domain.evaluation import Evaluation
from kpi.domain.plan import Indicator
from kpi.domain.unit import Level
from kpi.present.formats import moment, percent
from kpi.present.sentences import noun, term
from kpi.present.sentences.pace import mark_of
from kpi.present.words import Words
from kpi.service.total_revisions import FigureChange, Happening, TotalRevision, total_revisions
from kpi.ui.counts import figure_counts
from kpi.ui.frame import View
from kpi.ui.marks import quiet
from kpi.ui.markup import Markup, element, joined
from kpi.ui.tables import table

_COLUMNS = ("revised", "then", "now", "because", "file")


def total_changes(view: View, evaluation: Evaluation) -> Markup:
    """Every change of a figure of the province that had been known; empty for a unit, or where there was none."""
    if evaluation.unit.level is not Level.PROVINCE:
        return joined()
    found = total_revisions(
        view.program, view.plan.id, evaluation.indicator, evaluation.unit, evaluation.period
    )
    if not found:
        return joined()
    words = view.words
    rows = [_row(revision, evaluation.indicator, words) for revision in reversed(found)]
    return joined(
        quiet(words("page.revisions.total", count=len(found))),
        table([words(f"page.column.{name}") for name in _COLUMNS], rows, name=words("page.revisions.title")),
    )


def _row(revision: TotalRevision, indicator: Indicator, words: Words) -> list[str]:
    happening = revision.happening
    changes = (_change(change, indicator, words) for change in revision.changes)
    return [
        _when(happening, words),
        _figure(revision.before, indicator, words),
        element("b", _figure(revision.after, indicator, words)),
        element("ul", *changes, class_="k-changes"),
        f"{happening.file_name} (#{happening.submission})",
    ]


def _when(happening: Happening, words: Words) -> str:
    by = words("page.revisions.taken-back", by=happening.by) if happening.withdrawn else happening.by
    return f"{moment(happening.at, words.language)} · {by}"


def _figure(figure: Actual | None, indicator: Indicator, words: Words) -> str:
    """«2.852 / 3.342 đơn vị = 85,34% · 13/13 · ước»."""
    if figure is None:
        return words("page.revisions.none")
    said = [_counted(figure, indicator, words), str(figure.coverage or ""), term(figure.stage, words)]
    return " · ".join(filter(None, said))


def _counted(figure: Actual, indicator: Indicator, words: Words) -> str:
    counts = figure_counts(figure.numerator, figure.denominator, figure.value, words)
    if figure.numerator is not None:
        counts = f"{counts} {noun(indicator, words)}"
    if figure.percent is None or figure.denominator is None:
        return counts
    share = percent(figure.percent, words.language, mark_of(indicator, figure.period))
    return words("page.revisions.summed", counts=counts, percent=share)


def _change(change: FigureChange, indicator: Indicator, words: Words) -> Markup:
    """«Huyện Hương Sơn: 208 / 251 → 210 / 251»; with how firm it was where that is what changed."""
    before, after = change.before, change.after
    staged = before is not None and after is not None and before.stage is not after.stage
    told = (_part(figure, words, staged) for figure in (before, after))
    return element("li", f"{change.unit.name}: {' → '.join(told)}")


def _part(figure: Actual | None, words: Words, staged: bool) -> str:
    if figure is None:
        return words("page.revisions.none")
    counts = figure_counts(figure.numerator, figure.denominator, figure.value, words)
    return f"{counts} ({term(figure.stage, words)})" if staged else counts
