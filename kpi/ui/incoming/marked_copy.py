"""«Tải bản có đánh dấu lỗi»: the person's own workbook with the cells to correct coloured and commented."""

from __future__ import annotations

from pathlib import PurePath

import streamlit as st

from kpi.domain.issue import Issue, Severity
from kpi.intake.workbook.annotated_copy import Note, annotated_copy
from kpi.intake.workbook.refusal import Fault
from kpi.present.findings import issue_sentence
from kpi.present.sentences import term
from kpi.present.words import Words
from kpi.service.outcome import ImportOutcome
from kpi.ui.incoming.progress import progress
from kpi.ui.marks import quiet
from kpi.ui.markup import show
from kpi.ui.sources import EXCEL
from kpi.ui.states import notice

MOST_CELLS_UNASKED = 20_000  # up to about a second's work, done before anyone asks
_MADE = "copy."
_MARKED = (Severity.ERROR, Severity.QUESTION, Severity.WARNING)


def offer_marked_copy(outcome: ImportOutcome, words: Words, slot: str) -> None:
    """A button for the copy, where any finding has a cell; made first on request where that takes a while."""
    marked = [i for i in outcome.issues if i.cell and i.sheet and i.severity in _MARKED]
    if not marked or outcome.understood.grid is None:
        return
    made = _made(outcome, marked, words, slot)
    if isinstance(made, bytes):
        st.download_button(
            words("upload.marked-copy"),
            made,
            _file_name(outcome.upload.file_name, words),
            EXCEL,
            key=f"copy-button.{slot}",
            on_click="ignore",
        )
        show(quiet(words("upload.marked-copy-why")))
    elif isinstance(made, Fault):
        notice(words("upload.marked-copy-failed", reason=words(f"fault.{made}")), "bad")


def _note(issue: Issue, words: Words) -> Note:
    text = f"{term(issue.severity, words)}: {issue_sentence(issue, words)}"
    return Note(issue.sheet or "", issue.cell or "", issue.severity, text)


def _made(outcome: ImportOutcome, marked: list[Issue], words: Words, slot: str) -> bytes | Fault | None:
    """The copy for exactly these findings; None until it is asked for."""
    wanted = words.language, marked
    kept = st.session_state.get(_MADE + slot)
    if kept and kept[0] == wanted:
        return kept[1]  # type: ignore[no-any-return]
    if _takes_a_while(outcome) and not st.button(words("upload.make-marked-copy"), key=f"copy-make.{slot}"):
        return None
    with progress(words("upload.making-marked-copy")):
        notes = [_note(issue, words) for issue in marked]
        made = annotated_copy(outcome.upload.content, notes, words("page.program"))
    st.session_state[_MADE + slot] = wanted, made
    return made


def _takes_a_while(outcome: ImportOutcome) -> bool:
    grid = outcome.understood.grid
    return grid is not None and sum(len(sheet.cells) for sheet in grid.sheets) > MOST_CELLS_UNASKED


def _file_name(sent: str, words: Words) -> str:
    """«bao-cao.xlsx» → «bao-cao (đánh dấu lỗi).xlsx»."""
    path = PurePath(sent.replace("\\", "/"))
    return f"{path.stem} ({words('upload.marked')}){path.suffix or '.xlsx'}"
