"""The record as a workbook: text stays text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.record import AuditEntry
from kpi.present.record_lines import entry_cells, record_headings
from kpi.present.words import Words
from kpi.present.workbook_style import Book

_WIDTHS = (8, 18, 18, 18, 22, 20, 24, 60)
_HASH_WIDTH = 68
_HEAD_ROW = 2


def write_record(entries: Sequence[AuditEntry], words: Words) -> bytes:
    """The entries as .xlsx bytes, one a row, each with the hash that chains it to the one before."""
    pen = (book := Book(words("record.title"))).sheet(words("record.sheet"))
    heads = [*zip(record_headings(words), _WIDTHS, strict=True), (words("record.hash"), _HASH_WIDTH)]
    pen.line(0, len(heads), words("record.title"), "title", height=26)
    pen.heads(_HEAD_ROW, heads)
    for row, entry in enumerate(entries, _HEAD_ROW + 1):
        for column, text in enumerate([*entry_cells(entry, words), entry.hash]):
            pen.text(row, column, text, "cell")
    pen.as_table(_HEAD_ROW, _HEAD_ROW + len(entries), len(heads))
    pen.a4(words("record.sheet"))
    return book.bytes()
