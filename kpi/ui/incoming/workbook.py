"""One chosen workbook from first look to stored, or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from kpi.domain.issue import Severity
from kpi.domain.observation import Stage
from kpi.service.doubts import doubts
from kpi.service.imports import import_workbook
from kpi.service.outcome import ImportOutcome, Upload
from kpi.service.refusal import Refused, Why
from kpi.service.rights import foreign_units
from kpi.ui.frame import View
from kpi.ui.incoming.questions import Questions
from kpi.ui.session import actor, previewed

_SEEN, _DONE = "seen.", "done."


class State(StrEnum):
    """Where a workbook stands on its way in."""

    READY = "ready"
    DOUBTFUL = "doubtful"
    ASKED = "asked"
    REFUSED = "refused"
    UNREAD = "unread"
    STORED = "stored"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file as the browser sent it. `id` differs for each time a file is chosen, be it the same file."""

    id: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """A workbook as it stands now. `outcome` is None where the machine could not read it.

    `as_seen` is False where the figures differ from those shown before under the same answers.
    """

    chosen: Chosen
    slot: str
    questions: Questions
    outcome: ImportOutcome | None
    as_seen: bool = True
    stored: bool = False
    not_theirs: tuple[str, ...] = ()

    @property
    def storable(self) -> bool:
        """Whether it could be stored as it was read; warnings may still ask for a reason."""
        return self.outcome is not None and self.outcome.accepted and not self.not_theirs

    @property
    def state(self) -> State:
        if self.outcome is None:
            return State.UNREAD
        if self.stored:
            return State.STORED
        if self.not_theirs or any(issue.severity is Severity.ERROR for issue in self.outcome.issues):
            return State.REFUSED
        if not self.outcome.accepted:
            return State.ASKED
        return State.DOUBTFUL if doubts(self.outcome) else State.READY


def look_at(view: View, chosen: Chosen, year: int | None, stage: Stage | None) -> Incoming:
    """Reads a workbook with the answers given so far; nothing is stored."""
    slot = f"{chosen.id}.{view.plan.id}.{year}.{stage}"
    questions = Questions(slot)
    if done := st.session_state.get(_DONE + slot):
        return Incoming(chosen, slot, questions, done, stored=True)
    upload = Upload(view.plan.id, chosen.name, chosen.content, year, stage, questions.answers())
    try:
        outcome = previewed(upload)
    except OSError:
        return Incoming(chosen, slot, questions, None)
    questions.remember(outcome.issues)
    foreign = foreign_units(view.program, view.who, (c.reading.observation.unit for c in outcome.readings))
    as_seen = _as_seen_before(outcome, slot)
    return Incoming(chosen, slot, questions, outcome, as_seen, not_theirs=tuple(foreign))


def store(view: View, incoming: Incoming, upload: Upload | None = None) -> bool:
    """Stores a workbook as it was shown, with the reasons given since in `upload`.

    False where that is not what it would do any more; nothing is stored then.
    """
    assert incoming.outcome is not None
    sent = upload or incoming.outcome.upload
    try:
        stored = import_workbook(view.program, sent, actor(), incoming.outcome.agreement)
    except Refused as refused:
        if refused.why is not Why.CHANGED_MEANWHILE:
            raise
        return False
    if stored.accepted:
        st.session_state[_DONE + incoming.slot] = stored
    return stored.accepted


def _as_seen_before(outcome: ImportOutcome, slot: str) -> bool:
    """Whether the figures a person may have agreed to are those shown before, where the same was asked before."""
    asked = tuple(sorted(outcome.upload.answers.items()))
    before = st.session_state.get(_SEEN + slot)
    st.session_state[_SEEN + slot] = asked, outcome.agreement
    return before is None or before[0] != asked or before[1].covers(outcome.agreement)
