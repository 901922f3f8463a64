"""The report as a Word document: the same text, figures and order as the workbook's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kpi.domain.report import GapReport
from kpi.present.reports.composition import compose
from kpi.present.reports.document import (
    Block,
    ChartName,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Table,
)
from kpi.present.reports.packing import packed, unpacked
from kpi.present.reports.word_charts import WordChart, chart_paragraph, word_charts
from kpi.present.reports.word_parts import (
    Look,
    page_number,
    paragraph,
    plain_table,
    rule,
    ruled_table,
)
from kpi.present.storable import storable
from kpi.present.words import Words
from kpi.present.workbook_looks import FONT

_LEFT_OF_HEAD, _RIGHT_OF_HEAD = 60.0, 100.0
_BODY = Look(13, align="both", after=6, first_line=10)
_HEADINGS = {
    1: Look(13, bold=True, before=8, after=6, first_line=10, keep_with_next=True),
    2: Look(13, bold=True, italic=True, after=6, first_line=10, keep_with_next=True),
}
_TITLE = Look(14, bold=True, align="center")
_SMALL = Look(9, align="center")
_WARNING = Look(12, bold=True, align="center", before=4, after=4, colour="B42318")


def write_word_report(report: GapReport, words: Words) -> bytes:
    """The report as .docx bytes: A4 with the margins of Nghị định 30/2020/NĐ-CP; the same report, the same bytes.

    No macro and no link, and no field but the page's number.
    """
    made = docx.Document()
    written = compose(report, words)
    _describe(made, report, written)
    _set_page(made, written)
    _write(made, written, word_charts(report, words), words)
    content = BytesIO()
    made.save(content)
    return packed(unpacked(content.getvalue()))


def _describe(made: WordDocument, report: GapReport, written: Document) -> None:
    facts = made.core_properties
    facts.title, facts.author, facts.comments = storable(written.letterhead.subject)[:255], "", ""
    facts.created = facts.modified = report.made_at.replace(tzinfo=None)
    facts.last_modified_by = ""


def _set_page(made: WordDocument, written: Document) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    style = made.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(13)
    fonts = style.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    _fill(section.header, page_number(Look(13)), *_warning(written.letterhead))
    _fill(section.first_page_header, *_warning(written.letterhead))
    for footer in (section.footer, section.first_page_footer):
        _fill(footer, paragraph(written.footer, _SMALL))


def _fill(place: Any, *paragraphs: Any) -> None:
    """Puts the paragraphs into a header or footer in the place of its empty one."""
    place.is_linked_to_previous = False
    element = place._element
    if paragraphs:
        for child in list(element):
            element.remove(child)
    element.extend(paragraphs)


def _warning(head: Letterhead) -> list[Any]:
    return [paragraph(head.warning, _WARNING)] if head.warning else []


def _write(
    made: WordDocument, written: Document, charts: Mapping[ChartName, WordChart], words: Words
) -> None:
    body = made.element.body
    blocks = _Blocks(made, charts, words)
    pieces = [
        *_opening(written),
        *blocks.pieces(written.blocks),
        *_end(written),
        *_annex(written, blocks),
    ]
    last = body[-1]  # the section's own settings, which stay last
    for piece in pieces:
        last.addprevious(piece)


def _opening(written: Document) -> list[Any]:
    head = written.letterhead
    left = [
        paragraph(head.superior, Look(12, align="center")),
        paragraph(head.office, Look(12, bold=True, align="center")),
        rule(_LEFT_OF_HEAD, 20),
        paragraph(head.number, Look(13, align="center", before=4)),
    ]
    right = [
        paragraph(head.motto, Look(12, bold=True, align="center")),
        paragraph(head.motto_below, Look(13, bold=True, align="center")),
        rule(_RIGHT_OF_HEAD, 23),
        paragraph(head.place_and_date, Look(13, italic=True, align="center", before=4)),
    ]
    return [
        plain_table([(_LEFT_OF_HEAD, left), (_RIGHT_OF_HEAD, right)]),
        paragraph(head.kind, replace(_TITLE, before=16)),
        paragraph(head.subject, _TITLE),
        rule(160, 62),
        paragraph(head.to, Look(13, align="center", before=8, after=10)),
        paragraph(written.opening, _BODY),
    ]


def _annex(written: Document, blocks: _Blocks) -> list[Any]:
    """What follows the signature, on a page of its own; nothing where there is none."""
    if not written.annex:
        return []
    title = paragraph(written.annex_title, replace(_TITLE, page_break_before=True, after=6))
    return [title, *blocks.pieces(written.annex)]


class _Blocks:
    """Headings, paragraphs, tables and charts; tables and charts are numbered through the document."""

    def __init__(self, made: WordDocument, charts: Mapping[ChartName, WordChart], words: Words) -> None:
        self._made, self._charts, self._words = made, charts, words
        self._tables = self._drawn = 0

    def pieces(self, blocks: Sequence[Block]) -> Iterator[Any]:
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block)
                yield from self._charts_of(block)
            else:
                yield _text(block)

    def _table(self, table: Table) -> Iterator[Any]:
        """The table under its caption; sources are told by their file and bear no number."""
        if table.part is Part.SOURCES:
            yield paragraph(table.caption, Look(11, before=4, after=3, keep_with_next=True))
        else:
            self._tables += 1
            said = self._words("report_table.caption", number=self._tables, caption=table.caption)
            yield paragraph(said, Look(12, bold=True, align="center", before=4, after=3, keep_with_next=True))
        yield ruled_table(table)
        yield paragraph("", Look(6))

    def _charts_of(self, table: Table) -> Iterator[Any]:
        for name in table.charts:
            if name in self._charts:
                self._drawn += 1
                yield chart_paragraph(self._made, self._drawn, self._charts[name])


def _text(block: Block) -> Any:
    if isinstance(block, Heading):
        return paragraph(block.text, _HEADINGS[block.level])
    assert isinstance(block, Paragraph)
    return paragraph(block.text, _BODY, block.lead)


def _end(written: Document) -> list[Any]:
    head = written.letterhead
    first, *others = head.recipients
    left = [
        paragraph(first, Look(12, bold=True, italic=True, keep_with_next=True)),
        *(paragraph(line, Look(11, keep_with_next=True)) for line in others),
    ]
    signatory, signing = head.signature
    right = [
        paragraph(signatory, Look(13, bold=True, align="center", keep_with_next=True)),
        paragraph(signing, Look(12, italic=True, align="center", after=60, keep_with_next=True)),
        paragraph("", Look(13)),
    ]
    return [
        paragraph(
            written.closing, Look(13, align="both", before=6, after=10, first_line=10, keep_with_next=True)
        ),
        plain_table([(80.0, left), (80.0, right)]),
        paragraph("", Look(2)),
    ]
