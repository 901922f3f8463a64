"""What was sent: the history, and taking a submission back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kpi.domain.actor import Deed
from kpi.present.formats import moment, number
from kpi.present.words import Words
from kpi.service import records
from kpi.store.submissions import StoredSubmission
from kpi.ui.frame import View
from kpi.ui.marks import illustrative_mark, quiet
from kpi.ui.markup import as_label, joined, show
from kpi.ui.session import actor
from kpi.ui.sources import SHORT_SHA, offer_original, with_reason
from kpi.ui.states import attempt, tell_after_reload
from kpi.ui.tables import table


def show_history(submissions: Sequence[StoredSubmission], words: Words) -> None:
    """Every submission, the latest first, with what it brought and how it stands."""
    columns = ("number", "file", "sent", "figures", "sha", "state")
    headings = [words(f"page.column.{name}") for name in columns]
    show(table(headings, [_row(s, words) for s in submissions], frozenset({3}), heads=1))


def act_on_one(view: View, submissions: Sequence[StoredSubmission]) -> None:
    """The workbook of one submission, and taking it back, which asks once more before it does."""
    words = view.words
    by_id = {s.id: s for s in submissions}
    chosen = st.selectbox(
        words("page.submissions.which"), list(by_id), format_func=lambda i: f"#{i} · {by_id[i].file_name}"
    )
    offer_original(view, chosen)
    if not by_id[chosen].is_live:
        show(quiet(words("page.submissions.already-undone")))
        return
    sure = words("page.submissions.sure", id=chosen, file=as_label(by_id[chosen].file_name))
    if not asked_to_take_back(view, by_id[chosen].received_by, sure, ("undo", chosen)):
        return
    taken = attempt(lambda: records.undo(view.program, chosen, actor()), words)
    if taken is not None:
        tell_after_reload(words("cli.undone", id=taken.id, file=taken.file_name))


def asked_to_take_back(
    view: View, sent_by: str, sure_text: str, what: tuple[str, int], deed: Deed = Deed.UNDO
) -> bool:
    """A button for who may take back what `sent_by` sent, which works once they say they are sure.

    `what` is the button's name and the number of what would be taken back, `deed` what their role has to allow.
    """
    if not view.who.may_take_back(sent_by, deed):
        return False
    key, number = what
    sure = st.checkbox(sure_text, key=f"sure.{key}.{number}")
    return bool(st.button(view.words("page.submissions.undo"), disabled=not sure, key=key) and sure)


def _row(sent: StoredSubmission, words: Words) -> list[str]:
    return [
        f"#{sent.id}",
        with_reason(sent.file_name, sent.reason, words),
        f"{moment(sent.received_at, words.language)} · {sent.received_by}",
        number(sent.observation_count, words.language),
        sent.sha256[:SHORT_SHA],
        _state(sent, words),
    ]


def _state(sent: StoredSubmission, words: Words) -> str:
    mark = illustrative_mark(words) if sent.illustrative else ""
    if sent.withdrawn_at is None:
        return joined(words("page.submissions.stands"), mark, by=" ")
    undone = words("cli.undone-by", by=sent.withdrawn_by, on=moment(sent.withdrawn_at, words.language))
    return joined(undone, mark, by=" ")
