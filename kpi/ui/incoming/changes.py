"""What a workbook would change: each figure beside the one that stands now."""

from __future__ import annotations

from kpi.domain.observation import Observation
from kpi.present.formats import number, plain
from kpi.present.sentences import period_text, term
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.service.imports import Change, ComparedReading, ImportOutcome
from kpi.ui.frame import View
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import element, show
from kpi.ui.tables import table

MOST = 200
_ORDER = (Change.CHANGED, Change.NEW, Change.UNCHANGED)
_COLUMNS = ("change", "indicator", "unit", "period", "before", "after", "place")


def show_changes(outcome: ImportOutcome, view: View) -> None:
    """A table of every figure read, those that replace another first."""
    words = view.words
    if not outcome.readings:
        return
    ordered = sorted(outcome.readings, key=lambda c: _ORDER.index(c.change))
    show(heading(words("page.upload.changes"), str(len(ordered))))
    show(
        table(
            [words(f"page.column.{c}") for c in _COLUMNS],
            [_row(c, view) for c in ordered[:MOST]],
            frozenset({4, 5}),
        )
    )
    if len(ordered) > MOST:
        show(quiet(words("page.upload.more-changes", count=len(ordered) - MOST)))


def _row(compared: ComparedReading, view: View) -> list[str]:
    words, reading = view.words, compared.reading
    observation = reading.observation
    indicator = view.plan.indicator(observation.indicator)
    period = f"{capitalised(period_text(observation.period, words))} · {term(observation.stage, words)}"
    return [
        element("span", words(f"page.change.{compared.change}"), class_=f"k-change {compared.change}"),
        words.pick(indicator.short, indicator.short_en) if indicator else observation.indicator,
        view.program.units[observation.unit].name,
        period,
        figure_text(compared.before, words) if compared.before else "–",
        figure_text(observation, words),
        f"{reading.sheet}!{reading.cell}",
    ]


def figure_text(observation: Observation, words: Words) -> str:
    """«700 / 1.000», a count alone, or a value in percent."""
    if observation.numerator is None:
        return "–" if observation.value is None else f"{plain(observation.value, words.language)}%"
    counted = number(observation.numerator, words.language)
    if observation.denominator is None:
        return counted
    return f"{counted} / {number(observation.denominator, words.language)}"
