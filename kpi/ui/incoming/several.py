"""Several workbooks at once: all read in one go, each with its own state, one looked at, the ready ones stored."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kpi.domain.issue import Severity
from kpi.domain.observation import Stage
from kpi.present.words import Words
from kpi.ui.frame import View
from kpi.ui.incoming.changes import counts_text
from kpi.ui.incoming.findings import tallies
from kpi.ui.incoming.one_file import show_file
from kpi.ui.incoming.progress import progress
from kpi.ui.incoming.workbook import Chosen, Incoming, State, look_at, store
from kpi.ui.markup import as_label
from kpi.ui.states import tell_after_reload

_LOOKED_AT = "looked-at"
_SIGNS = {
    State.READY: "○",
    State.DOUBTFUL: "!",
    State.ASKED: "?",
    State.REFUSED: "✖",
    State.UNREAD: "✖",
    State.STORED: "✔",
}
_NEEDS_A_PERSON = (State.ASKED, State.DOUBTFUL, State.REFUSED, State.UNREAD)


def take_in(view: View, files: Sequence[Chosen], year: int | None, stage: Stage | None) -> None:
    """Reads all of them, then shows one: the only one, or the one chosen."""
    incoming = [_read(view, file, place, len(files), year, stage) for place, file in enumerate(files, 1)]
    if not incoming:
        return
    if len(incoming) == 1:
        show_file(view, incoming[0])
        return
    looked_at = _choose(incoming, view.words)
    _offer_to_store_ready(view, incoming)
    show_file(view, looked_at)


def _read(
    view: View, file: Chosen, place: int, among: int, year: int | None, stage: Stage | None
) -> Incoming:
    said = view.words("upload.reading", file=file.name, place=place, all=among)
    with progress(said, place - 1, among):
        return look_at(view, file, year, stage)


def _choose(incoming: Sequence[Incoming], words: Words) -> Incoming:
    """The list of files with their states, which is also how one of them is looked at."""
    by_id = {one.chosen.id: one for one in incoming}
    first = next((one for one in incoming if one.state in _NEEDS_A_PERSON), incoming[0])
    current = st.session_state.get(_LOOKED_AT)
    # Set on every run: a label that changes with the state makes another widget, which would start anew.
    st.session_state[_LOOKED_AT] = current if current in by_id else first.chosen.id
    chosen = st.radio(
        words("upload.which-file"),
        list(by_id),
        format_func=lambda key: _line(by_id[key], words),
        key=_LOOKED_AT,
    )
    return by_id[chosen]


def _line(one: Incoming, words: Words) -> str:
    """«✖ bao-cao.xlsx – cần sửa: 3 lỗi», «✖ bao-cao.xlsx – không phụ trách: Huyện Can Lộc»."""
    state = words("upload.not-theirs" if one.not_theirs else f"upload.state.{one.state}")
    said = f"{_SIGNS[one.state]} {one.chosen.name} – {state}"
    return as_label(": ".join(filter(None, (said, _detail(one, words)))))


def _detail(one: Incoming, words: Words) -> str:
    outcome = one.outcome
    if outcome is None:
        return ""
    if one.not_theirs:
        return ", ".join(one.not_theirs)
    if outcome.accepted:
        return counts_text(outcome, words)
    return ", ".join(tallies(outcome.issues, (Severity.ERROR, Severity.QUESTION), words))


def _offer_to_store_ready(view: View, incoming: Sequence[Incoming]) -> None:
    """One button for all files nothing is to be said about."""
    words = view.words
    ready = [one for one in incoming if one.state is State.READY and one.as_seen]
    if len(ready) < 2 or not st.button(words("upload.confirm-ready", count=len(ready)), key="confirm-ready"):
        return
    for one in ready:
        with progress(words("upload.storing", file=one.chosen.name)):
            as_shown = _store_as_shown(view, one)
        if not as_shown:
            tell_after_reload(words("refusal.changed-meanwhile", file=as_label(one.chosen.name)))
    st.rerun()


def _store_as_shown(view: View, one: Incoming) -> bool:
    """Stores a file unless those stored before it changed what it would do."""
    outcome = one.outcome
    assert outcome is not None
    now = look_at(view, one.chosen, outcome.upload.year, outcome.upload.stage)
    return now.state is State.READY and now.as_seen and store(view, now)
