"""One chosen workbook from first look to stored, or not."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from kpi.domain.observation import Stage
from kpi.present.words import Words
from kpi.service.imports import Change, ImportOutcome, Upload, import_workbook
from kpi.ui.frame import View
from kpi.ui.incoming.changes import show_changes
from kpi.ui.incoming.findings import show_findings
from kpi.ui.incoming.questions import Questions
from kpi.ui.incoming.result import show_result
from kpi.ui.markup import element, show
from kpi.ui.session import actor, previewed
from kpi.ui.states import notice, tell_after_reload

_SEEN, _DONE = "seen.", "done."


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file as the browser sent it. `id` differs for each time a file is chosen, be it the same file."""

    id: str
    name: str
    content: bytes


def take_in(view: View, chosen: Chosen, year: int | None, stage: Stage | None) -> None:
    """Shows what the workbook would do and stores it when the person agrees to exactly that."""
    show(element("h2", chosen.name, class_="k-heading"))
    slot = f"{chosen.id}.{view.plan.id}.{year}.{stage}"
    if done := st.session_state.get(_DONE + slot):
        show_result(done, view)
        return
    questions = Questions(slot)
    upload = Upload(view.plan.id, chosen.name, chosen.content, year, stage, questions.answers())
    outcome = previewed(upload)
    questions.remember(outcome.issues)
    as_seen = _as_seen_before(outcome, slot)
    if not as_seen:
        notice(view.words("page.upload.changed-meanwhile"), "bad")
    _summary(outcome, view.words)
    questions.show(view.words)
    show_findings(outcome.issues, view.words)
    show_changes(outcome, view)
    if outcome.accepted and _agreed(view.words, slot) and as_seen:
        _store(view, outcome, slot)


def _as_seen_before(outcome: ImportOutcome, slot: str) -> bool:
    """Whether the figures a person may have agreed to are those shown before, where the same was asked before."""
    asked = tuple(sorted(outcome.upload.answers.items()))
    before = st.session_state.get(_SEEN + slot)
    st.session_state[_SEEN + slot] = asked, _facts(outcome)
    return before is None or before[0] != asked or before[1] == _facts(outcome)


def _summary(outcome: ImportOutcome, words: Words) -> None:
    """The first thing read: whether it can be stored, and what for it would take."""
    if not outcome.accepted:
        notice(words("cli.import-refused", rejected=outcome.rejected), "bad")
        return
    notice(words("cli.import-would-store", **_counts(outcome)))
    if outcome.replaces_illustrative:
        notice(words("page.upload.replaces-illustrative"))


def _agreed(words: Words, slot: str) -> bool:
    return bool(st.button(words("page.upload.confirm"), type="primary", key=f"confirm.{slot}"))


def _store(view: View, outcome: ImportOutcome, slot: str) -> None:
    """Stores the workbook and shows the result in place of the preview, so that a second click finds no button."""
    stored = import_workbook(view.program, outcome.upload, actor())
    if stored.accepted:
        st.session_state[_DONE + slot] = stored
    if _facts(stored) != _facts(outcome):
        tell_after_reload(view.words("page.upload.changed-while-storing"))
    st.rerun()


def _facts(outcome: ImportOutcome) -> tuple[object, ...]:
    """What a person agrees to: these bytes, these readings, against these figures."""
    return outcome.upload.sha256, outcome.readings, outcome.replaces_illustrative


def _counts(outcome: ImportOutcome) -> dict[str, int]:
    return {change.value: outcome.count(change) for change in Change}
