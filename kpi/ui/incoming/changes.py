"""What a workbook would change: each figure beside the one that stands now and the one of the year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kpi.domain.issue import Code, Issue
from kpi.domain.observation import Observation, ObservationKey, year_before
from kpi.present.findings import issue_message
from kpi.present.formats import number
from kpi.present.sentences import period_text, term
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.service.outcome import Change, ComparedReading, ImportOutcome
from kpi.ui.counts import sent_text
from kpi.ui.frame import View
from kpi.ui.incoming.cell_links import cell_link, cell_name
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import Markup, element, joined, show
from kpi.ui.tables import table

MOST = 200
_ORDER = (Change.CHANGED, Change.NEW, Change.UNCHANGED)
_COLUMNS = ("change", "indicator", "unit", "period", "year-before", "before", "after", "place")
_FIGURES = frozenset({4, 5, 6})


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures to hold a reading against, and the implausible jumps by cell."""

    figures: Mapping[ObservationKey, Observation]
    jumps: Mapping[tuple[str | None, str | None], Issue]

    def jump(self, compared: ComparedReading) -> Issue | None:
        return self.jumps.get((compared.reading.sheet, compared.reading.cell))


def comparison(outcome: ImportOutcome, view: View) -> Comparison:
    """What stands now, made-up figures left out, overlaid with what the workbook says of other years."""
    standing = (s.observation for s in view.knowledge.stored if not s.illustrative)
    read = (c.reading.observation for c in outcome.readings)
    figures = {o.key: o for o in (*standing, *read)}
    return Comparison(figures, {(i.sheet, i.cell): i for i in outcome.issues if i.code is Code.JUMP})


def show_changes(outcome: ImportOutcome, view: View, storable: bool) -> None:
    """A table of every figure that is new or replaces another, the doubtful ones first; the rest a click away.

    Of a file that cannot be stored as it is, the heading says so.
    """
    words = view.words
    if not outcome.readings:
        return
    against = comparison(outcome, view)
    ordered = sorted(outcome.readings, key=lambda c: (against.jump(c) is None, _ORDER.index(c.change)))
    show(
        heading(words("page.upload.changes" if storable else "page.upload.read"), counts_text(outcome, words))
    )
    stays = [c for c in ordered if c.change is Change.UNCHANGED]
    _table([c for c in ordered if c.change is not Change.UNCHANGED], against, view)
    if stays:
        summary = element("summary", words("upload.unchanged", count=len(stays)))
        show(element("details", summary, _rows_as_table(stays[:MOST], against, view), class_="k-kind"))


def counts_text(outcome: ImportOutcome, words: Words) -> str:
    """«12 mới · 1 thay đổi · 3 giữ nguyên»."""
    return " · ".join(
        f"{count} {words(f'page.change.{c}')}" for c, count in counts_by_change(outcome, words).items()
    )


def counts_by_change(outcome: ImportOutcome, words: Words) -> dict[str, str]:
    """How many figures are new, changed, unchanged, as people write it."""
    return {change.value: number(outcome.count(change), words.language) for change in Change}


def _table(changes: Sequence[ComparedReading], against: Comparison, view: View) -> None:
    if changes:
        show(_rows_as_table(changes[:MOST], against, view))
    if len(changes) > MOST:
        show(
            quiet(
                view.words("page.upload.more-changes", count=number(len(changes) - MOST, view.words.language))
            )
        )


def _rows_as_table(changes: Sequence[ComparedReading], against: Comparison, view: View) -> Markup:
    headings = [
        view.words("upload.year-before" if c == "year-before" else f"page.column.{c}") for c in _COLUMNS
    ]
    return table(headings, [_row(c, against, view) for c in changes], _FIGURES)


def _row(compared: ComparedReading, against: Comparison, view: View) -> list[str]:
    words, reading = view.words, compared.reading
    observation = reading.observation
    indicator = view.plan.indicator(observation.indicator)
    period = f"{capitalised(period_text(observation.period, words))} · {term(observation.stage, words)}"
    before = year_before(observation, against.figures)
    return [
        element("span", words(f"page.change.{compared.change}"), class_=f"k-change {compared.change}"),
        words.pick(indicator.short, indicator.short_en) if indicator else observation.indicator,
        view.program.units[observation.unit].name,
        period,
        sent_text(before, words) if before else "–",
        sent_text(compared.before, words) if compared.before else "–",
        joined(sent_text(observation, words), _jump_mark(against.jump(compared), words), by=" "),
        cell_link(reading.sheet, reading.cell, cell_name(reading.sheet, reading.cell)),
    ]


def _jump_mark(jump: Issue | None, words: Words) -> str:
    if jump is None:
        return ""
    return element(
        "span", "! ", words("upload.implausible"), class_="k-jump", title=issue_message(jump, words)
    )
