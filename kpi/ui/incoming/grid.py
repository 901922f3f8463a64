"""The workbook as it was understood: the person's own cells, coloured by what each was taken for.

A colour never stands alone: a letter says the same, and what lies under the pointer is told in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import streamlit as st

from kpi.domain.issue import Issue, Severity
from kpi.intake.understand import Mark
from kpi.intake.workbook.grid import Cell, CellKind, column_letters
from kpi.present.findings import issue_sentence
from kpi.present.formats import machine, plain
from kpi.present.words import Words
from kpi.service.outcome import ImportOutcome
from kpi.ui.incoming.cell_links import cell_name, sought_cell
from kpi.ui.incoming.meanings import Meaning, meaning_of, meaning_text
from kpi.ui.incoming.merged_cells import Span, spans_in
from kpi.ui.incoming.sheet_place import (
    AnnotatedSheet,
    Place,
    Window,
    annotated,
    choose_sheet,
    choose_window,
    move_to,
)
from kpi.ui.marks import heading
from kpi.ui.markup import Markup, element, joined, show

LONG_TEXT, LONGEST_TEXT = 30, 160
SIGNS = {Severity.ERROR: "✖", Severity.QUESTION: "?", Severity.WARNING: "!", Severity.INFO: "·"}
_GRAVITY = list(SIGNS)


def show_grid(outcome: ImportOutcome, words: Words, slot: str) -> None:
    """The sheet chosen, a window of it, and what its colours and signs mean."""
    grid = outcome.understood.grid
    if grid and (sought := sought_cell(grid)):
        move_to(slot, *sought)
    title = st.empty()
    sheet = choose_sheet(outcome.understood, outcome.issues, words, slot)
    if sheet is None:
        return
    seen = annotated(sheet, outcome.understood, outcome.issues)
    with title:
        show(heading(words("upload.understood")))
    show(_legend(seen, words))
    place = st.container()  # the window is chosen below what it shows
    window = choose_window(seen, words, slot)
    with place:
        show(grid_markup(seen, window, words))


def grid_markup(seen: AnnotatedSheet, window: Window, words: Words) -> Markup:
    """A table with column letters and row numbers as in the spreadsheet program."""
    spans = spans_in(seen.sheet.merged, window)
    rows = [_row(seen, row, window, spans, words) for row in range(window.first_row, window.last_row + 1)]
    grid = element("table", element("thead", _letters(seen, window, words)), element("tbody", *rows))
    label = words("upload.grid-of", sheet=seen.sheet.name)
    scrolled = element("div", grid, class_="k-grid", tabindex="0", role="region", aria_label=label)
    return element("div", scrolled, element("p", words("upload.cell-how")), class_="k-sheet")


def _letters(seen: AnnotatedSheet, window: Window, words: Words) -> Markup:
    columns = range(window.first_column, window.last_column + 1)
    heads = (_head(column_letters(c), c in seen.sheet.hidden_columns, "col", words) for c in columns)
    return element("tr", element("td", " "), *heads)


def _row(
    seen: AnnotatedSheet, row: int, window: Window, spans: Mapping[Place, Span | None], words: Words
) -> Markup:
    hidden = row in seen.sheet.hidden_rows
    columns = range(window.first_column, window.last_column + 1)
    cells = (_cell(seen, (row, c), spans.get((row, c), Span((row, c))), words) for c in columns)
    return element("tr", _head(str(row), hidden, "row", words), *cells, class_="hidden" if hidden else "")


def _head(text: str, hidden: bool, scope: str, words: Words) -> Markup:
    if not hidden:
        return element("th", text, scope=scope)
    mark = element("small", words("upload.hidden"))
    return element("th", text, mark, scope=scope, class_="hidden")


def _cell(seen: AnnotatedSheet, place: Place, span: Span | None, words: Words) -> Markup:
    if span is None:  # covered by a merged range
        return joined()
    cell, mark = seen.sheet.cells.get(span.source), seen.marks.get(span.source)
    issues = [i for at in (span.source, *span.covered) for i in seen.issues.get(at, ())]
    meaning = meaning_of(mark) if mark else None
    gravest = min((i.severity for i in issues), key=_GRAVITY.index, default=None)
    signs = joined(
        element("i", words(f"upload.sign.{meaning}"), aria_hidden="true") if meaning else "",
        element("b", SIGNS[gravest], aria_hidden="true") if gravest else "",
    )
    return element(
        "td",
        _shown(cell, meaning, words) if cell else "",
        signs,
        *(element("span", id=_name(seen, at)) for at in span.covered if at in seen.issues),
        class_=_classes(cell, meaning, gravest, place[1] in seen.sheet.hidden_columns),
        id=_name(seen, span.source) if cell or issues else "",
        tabindex="-1" if cell or issues else "",
        title=_told(mark, issues, words),
        colspan=str(span.columns) if span.columns > 1 else "",
        rowspan=str(span.rows) if span.rows > 1 else "",
    )


def _name(seen: AnnotatedSheet, place: Place) -> str:
    return cell_name(seen.sheet.name, f"{column_letters(place[1])}{place[0]}")


def _told(mark: Mark | None, issues: Sequence[Issue], words: Words) -> str:
    """What the cell was taken for and what was found at it, a line each."""
    meaning = [meaning_text(mark, words)] if mark else []
    return "\n".join([*meaning, *(f"{SIGNS[i.severity]} {issue_sentence(i, words)}" for i in issues)])


def _classes(cell: Cell | None, meaning: Meaning | None, gravest: Severity | None, hidden: bool) -> str:
    flush = "figure" if cell and cell.kind is CellKind.NUMBER else ""
    wide = "long" if cell and len(cell.text) > LONG_TEXT else ""
    return " ".join(filter(None, (meaning, gravest, flush, wide, "hidden" if hidden else "")))


def _shown(cell: Cell, meaning: Meaning | None, words: Words) -> str:
    """The content as the person sees it, decimals to four; a recognised figure with its thousands told apart."""
    if cell.kind is CellKind.NO_RESULT:
        return words("upload.no-result")
    if cell.kind is not CellKind.NUMBER:
        return cell.text if len(cell.text) <= LONGEST_TEXT else cell.text[: LONGEST_TEXT - 1] + "…"
    amount = Decimal(cell.text)
    if cell.percent:
        return f"{plain(amount * 100, words.language)}%"
    if meaning is not None:
        return plain(amount, words.language)
    text = machine(amount) or ""
    return text if words.language == "en" else text.replace(".", ",")


def _legend(seen: AnnotatedSheet, words: Words) -> Markup:
    """The colours and signs in use on this sheet."""
    meanings = {meaning_of(mark) for mark in seen.marks.values()}
    severities = {issue.severity for issues in seen.issues.values() for issue in issues}
    entries = [
        element("li", element("i", words(f"upload.sign.{m}"), class_=m), words(f"upload.meaning.{m}"))
        for m in Meaning
        if m in meanings
    ]
    entries += [
        element("li", element("i", SIGNS[s], class_=s), words(f"severity.{s}"))
        for s in _GRAVITY
        if s in severities
    ]
    if not meanings:
        entries.append(element("li", words("upload.nothing-recognised")))
    return element("ul", *entries, class_="k-legend")
