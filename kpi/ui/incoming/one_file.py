"""A workbook on one screen: as it was understood, what is asked and found, what will change, and consent."""

from __future__ import annotations

import streamlit as st

from kpi.domain.issue import Issue, Severity
from kpi.present.formats import number
from kpi.present.words import Words
from kpi.service.doubts import unexplained
from kpi.service.outcome import ImportOutcome
from kpi.ui.frame import View
from kpi.ui.incoming.changes import counts_by_change, show_changes
from kpi.ui.incoming.doubts import with_reasons
from kpi.ui.incoming.findings import show_findings
from kpi.ui.incoming.grid import show_grid
from kpi.ui.incoming.marked_copy import offer_marked_copy
from kpi.ui.incoming.progress import progress
from kpi.ui.incoming.result import show_result
from kpi.ui.incoming.workbook import Incoming, store
from kpi.ui.markup import element, show
from kpi.ui.states import notice


def show_file(view: View, incoming: Incoming) -> None:
    """Shows what the workbook would do and stores it when the person agrees to exactly that."""
    words, outcome = view.words, incoming.outcome
    show(element("h2", incoming.chosen.name, class_="k-heading"))
    if outcome is None:
        notice(words("upload.no-process", file=incoming.chosen.name), "bad")
        return
    if incoming.stored:
        show_result(outcome, view)
        return
    if not incoming.as_seen:
        notice(words("page.upload.changed-meanwhile"), "bad")
    _summary(outcome, words)
    _show_reading(incoming, outcome, view)
    show_changes(outcome, view, incoming.storable)
    if incoming.not_theirs:
        notice(words("refusal.not-your-units", units=", ".join(incoming.not_theirs)), "bad")
    elif outcome.accepted:
        _ask_consent(view, incoming, outcome)


def _summary(outcome: ImportOutcome, words: Words) -> None:
    """The first thing read: whether it can be stored, and what for it would take."""
    if not outcome.accepted:
        notice(words("cli.import-refused", rejected=number(outcome.rejected, words.language)), "bad")
        return
    notice(words("cli.import-would-store", **counts_by_change(outcome, words)))
    if outcome.replaces_illustrative:
        notice(words("page.upload.replaces-illustrative"))


def _show_reading(incoming: Incoming, outcome: ImportOutcome, view: View) -> None:
    """The grid, beside it what is asked and found; the grid alone where there is nothing to say."""
    words = view.words
    said = outcome.remembered or incoming.questions.answers() or _worth_a_column(outcome)
    if outcome.understood.grid is None or not said:
        _show_remarks(incoming, outcome, view)
        show_grid(outcome, words, incoming.slot)
        return
    wide, narrow = st.columns([3, 2], gap="medium")
    with wide:
        show_grid(outcome, words, incoming.slot)
    with narrow:
        _show_remarks(incoming, outcome, view)


def _worth_a_column(outcome: ImportOutcome) -> list[Issue]:
    return [issue for issue in outcome.issues if issue.severity is not Severity.INFO]


def _show_remarks(incoming: Incoming, outcome: ImportOutcome, view: View) -> None:
    words = view.words
    incoming.questions.show(outcome, view)
    show_findings(outcome.issues, words)
    offer_marked_copy(outcome, words, incoming.slot)


def _ask_consent(view: View, incoming: Incoming, outcome: ImportOutcome) -> None:
    """The one button that stores. Stored, the result takes the place of the preview: no second click finds it."""
    words = view.words
    upload = with_reasons(outcome, words, incoming.slot)
    agreed = st.button(words("page.upload.confirm"), type="primary", key=f"confirm.{incoming.slot}")
    if not agreed or not incoming.as_seen:
        return
    if unexplained(outcome, upload):
        notice(words("upload.reason-missing"), "bad")
        return
    with progress(words("upload.storing", file=incoming.chosen.name)):
        store(view, incoming, upload)
    st.rerun()
