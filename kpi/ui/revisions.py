"""What was known of a figure then and now: every value it had, in the order they came."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Evaluation
from kpi.present.formats import moment
from kpi.present.sentences import term
from kpi.present.words import Words
from kpi.service.evaluations import history
from kpi.store.observations import HistoryEntry
from kpi.ui.counts import sent_text
from kpi.ui.frame import View
from kpi.ui.marks import quiet
from kpi.ui.markup import Markup, element, joined
from kpi.ui.tables import table

_COLUMNS = ("sent", "stage", "reported", "file", "place", "stands")


def revisions(view: View, evaluation: Evaluation) -> Markup:
    """Each value sent for the unit itself, with by whom and whether it stands; empty where there never were two."""
    entries = history(
        view.program, view.plan.id, evaluation.indicator.id, evaluation.unit.id, evaluation.period
    )
    if len(entries) < 2:
        return joined()
    words = view.words
    rows = [_row(entry, _stands(entry, entries), words) for entry in reversed(entries)]
    headings = [words(f"page.column.{name}") for name in _COLUMNS]
    return joined(
        quiet(words("page.revisions.note", count=len(entries))),
        table(headings, rows, name=words("page.revisions.title")),
    )


def _row(entry: HistoryEntry, stands: str, words: Words) -> list[str]:
    stored = entry.stored
    source = stored.source
    return [
        f"{moment(source.received_at, words.language)} · {source.received_by}",
        term(stored.observation.stage, words),
        element("b", sent_text(stored.observation, words)),
        f"{source.file_name} (#{source.submission_id})",
        f"{stored.sheet} · {stored.cell}",
        _state(entry, stands, words),
    ]


def _stands(entry: HistoryEntry, entries: Sequence[HistoryEntry]) -> str:
    """Which word says how the entry stands: the last of its stage not taken back is the one in force."""
    if entry.withdrawn_at is not None:
        return "withdrawn"
    stage = entry.stored.observation.stage
    alive = [e for e in entries if e.withdrawn_at is None and e.stored.observation.stage is stage]
    return "in-force" if alive[-1] is entry else "replaced"


def _state(entry: HistoryEntry, stands: str, words: Words) -> Markup | str:
    if entry.withdrawn_at is None:
        return words(f"page.revisions.{stands}")
    return words(
        "page.revisions.withdrawn", by=entry.withdrawn_by or "", on=moment(entry.withdrawn_at, words.language)
    )
