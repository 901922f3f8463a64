"""An address that leads to its cell: within the grid at once, on another sheet or part of it after drawing that."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import streamlit as st

from kpi.domain.issue import Issue
from kpi.intake.workbook.addresses import ADDRESS, row_and_column
from kpi.intake.workbook.grid import Grid
from kpi.present.findings import issue_message, issue_sentence, place_text
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.ui.incoming.sheet_place import Place
from kpi.ui.markup import Markup, as_label, element, joined

_SCRIPT = Path(__file__).parent / "grid.js"
_SOUGHT = "sought"


def cell_name(sheet: str, cell: str) -> str:
    """«PL01!C14», which is also the id of the cell on the page."""
    return f"{sheet}!{cell}"


def cell_link(sheet: str, cell: str, text: str) -> Markup:
    """The text as a link to the cell."""
    return element("a", text, href=_address(sheet, cell))


def linked_place(sheet: str | None, cell: str | None, words: Words) -> Markup:
    """The place in words, as a link where it is a cell."""
    place = place_text(sheet, cell, words)
    return cell_link(sheet, cell, place) if sheet and cell else joined(place)


def linked_message(issue: Issue, words: Words) -> Markup:
    """The finding as a sentence whose place leads to the cell."""
    place, sentence = linked_place(issue.sheet, issue.cell, words), issue_sentence(issue, words)
    return joined(place, f": {sentence}") if place else joined(capitalised(sentence))


def linked_label(issue: Issue, words: Words) -> str:
    """The same for the label of a widget, in Markdown."""
    if not (issue.sheet and issue.cell):
        return as_label(issue_message(issue, words))
    place = label_link(issue.sheet, issue.cell, place_text(issue.sheet, issue.cell, words))
    return place + as_label(f": {issue_sentence(issue, words)}")


def label_link(sheet: str, cell: str, text: str) -> str:
    """The text as a link to the cell, in Markdown."""
    return f"[{as_label(text)}]({_address(sheet, cell)})"


def _address(sheet: str, cell: str) -> str:
    return "#" + quote(cell_name(sheet, cell), safe="!")


def follow_links() -> None:
    """Lets the links of the page work; to be called first, so that the browser is ready when a link is drawn."""
    asked = _links(key="cell-links", on_sought_change=lambda: None).sought
    if asked:
        st.session_state[_SOUGHT] = asked


def sought_cell(grid: Grid) -> tuple[str, Place] | None:
    """The sheet and place of a cell the browser did not find among those drawn; given once."""
    sheet, _, cell = str(st.session_state.pop(_SOUGHT, "")).rpartition("!")
    if not ADDRESS.fullmatch(cell) or all(s.name != sheet for s in grid.sheets):
        return None
    return sheet, row_and_column(cell)


_links = st.components.v2.component("cell_links", js=_SCRIPT.read_text(encoding="utf-8"))
