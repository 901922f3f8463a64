"""Where figures came from: file, sheet and cell, and the file itself to look into."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.report import Source
from kpi.present.formats import moment
from kpi.present.sentences import period_text, term
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.service.records import submission_file
from kpi.service.reports import sources
from kpi.ui.frame import View
from kpi.ui.marks import quiet
from kpi.ui.markup import Markup, as_label, element, joined, show
from kpi.ui.tables import table

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHORT_SHA = 12
_MOST_FILES = 10


def show_sources(view: View, evaluation: Evaluation) -> None:
    """The cells an evaluation rests on, of every unit where it is their sum, and their workbooks."""
    own = _cells(view, evaluation)
    if not own:
        show(quiet(view.words("page.sources.none")))
        return
    show(table(_headings(view.words), [_row(s, view.words) for s in own], class_="k-unbroken"))
    for submission in sorted({s.submission for s in own})[:_MOST_FILES]:
        offer_original(view, submission)


def offer_original(view: View, submission: int) -> None:
    """A button that gives the workbook exactly as it was sent."""
    stored, content = submission_file(view.program, submission)
    st.download_button(
        view.words("page.sources.download", file=as_label(f"{stored.file_name} (#{submission})")),
        content,
        stored.file_name,
        EXCEL,
        key=f"original.{submission}",
        on_click="ignore",
    )


def _cells(view: View, evaluation: Evaluation) -> list[Source]:
    """The cells of the period, and of the one it is measured against."""
    base = evaluation.verdict.base
    periods = [evaluation.period, *([base.period] if base else [])]
    return [s for period in periods for s in _cells_of(view, evaluation, period)]


def _cells_of(view: View, evaluation: Evaluation, period: Period) -> list[Source]:
    """The cells of the unit, or of all where its figure is their sum."""
    figure = evaluation.figure
    unit = None if figure is not None and figure.derived else evaluation.unit.id
    found = (s for s in sources(view.knowledge, period, unit) if s.period == period)
    return [s for s in found if s.indicator.id == evaluation.indicator.id]


def kept_reasons(view: View, evaluation: Evaluation) -> Markup:
    """Why figures of the period were kept although the program warned about them; nothing where it did not."""
    given = dict.fromkeys(s.reason for s in _cells_of(view, evaluation, evaluation.period) if s.reason)
    return with_reason("", "; ".join(given), view.words)


def with_reason(file: str, reason: str, words: Words) -> Markup:
    """The name of a file and, where the program warned about its figures, why they were kept all the same."""
    said = (
        element("small", words("upload.kept-reason", reason=reason), class_="k-kept-reason") if reason else ""
    )
    return joined(file, said, by=" ")


def _headings(words: Words) -> Sequence[str]:
    return [
        words(f"page.column.{name}") for name in ("unit", "file", "sheet", "cell", "period", "sent", "sha")
    ]


def _row(source: Source, words: Words) -> list[str]:
    sent = f"{moment(source.received_at, words.language)} · {source.received_by}"
    period = f"{capitalised(period_text(source.period, words))} · {term(source.stage, words)}"
    file = with_reason(f"{source.file_name} (#{source.submission})", source.reason, words)
    return [source.unit.name, file, source.sheet, source.cell, period, sent, source.sha256[:SHORT_SHA]]
