"""The report as it will be downloaded, read on the page: the same text, tables and figures."""

from __future__ import annotations

from collections.abc import Iterable

from kpi.present.reports.document import (
    Align,
    Block,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Row,
    Table,
)
from kpi.present.words import Words
from kpi.ui.markup import Markup, element, joined

LOOKS = """<style>
.k-paper { background: #fff; color: #111; border: 1px solid #c7ced6; padding: 2.2rem clamp(1rem, 6vw, 4rem);
  max-width: 54rem; margin: .5rem auto 1.5rem; font: 1rem/1.5 "Times New Roman", "Liberation Serif", serif; }
.k-paper :is(p, h3, h4, th, td, summary, figcaption) { color: #111; font-family: inherit; }
.k-paper-head { display: grid; grid-template-columns: 2fr 3fr; gap: 1rem; text-align: center; }
.k-paper-head p, .k-paper-title p { margin: 0; }
.k-paper-title { text-align: center; margin: 1.4rem 0 1rem; }
.k-paper p.k-paper-warning { text-align: center; text-indent: 0; font-weight: 700; color: #b42318; }
.k-paper h3 { font-size: 1rem; font-weight: 700; margin: 1.1rem 0 .4rem; }
.k-paper h4 { font-size: 1rem; font-weight: 700; font-style: italic; margin: .6rem 0 .3rem; }
.k-paper p { text-indent: 1.6rem; text-align: justify; margin: 0 0 .45rem; }
.k-paper :is(.k-paper-head, .k-paper-title, .k-paper-end) p { text-indent: 0; text-align: center; }
.k-paper figure { margin: .6rem 0 1rem; overflow-x: auto; }
.k-paper figcaption { font-weight: 700; text-align: center; margin-bottom: .3rem; overflow-wrap: anywhere; }
.k-paper table { border-collapse: collapse; width: 100%; font-size: .86rem; }
.k-paper :is(th, td) { border: 1px solid #444; padding: 2px 5px; vertical-align: middle; }
.k-paper thead th { background: #e7ebf0; text-align: center; }
.k-paper .k-right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.k-paper .k-centre { text-align: center; }
.k-paper-end { display: grid; grid-template-columns: 1fr 1fr; margin-top: 1rem; }
.k-paper-end div:first-child p { text-align: left; }
@media (max-width: 40rem) { .k-paper-head, .k-paper-end { grid-template-columns: 1fr; } }
</style>"""
_FLUSH = {Align.LEFT: "", Align.CENTRE: "k-centre", Align.RIGHT: "k-right"}


def preview(document: Document, words: Words) -> Markup:
    """The whole report as one article; what follows the signature is folded."""
    return element(
        "article",
        _head(document.letterhead),
        element("p", document.opening),
        *_blocks(document.blocks, words),
        element("p", document.closing),
        _end(document.letterhead),
        _annex(document, words),
        class_="k-paper",
        aria_label=words("report_page.preview"),
        lang=words.language,
    )


def _head(head: Letterhead) -> Markup:
    left = element("div", _line(head.superior), _line(head.office), _line(head.number))
    right = element("div", _strong(head.motto), _strong(head.motto_below), _line(head.place_and_date))
    title = element("div", _strong(head.kind), _strong(head.subject), _line(head.to), class_="k-paper-title")
    warning = element("p", head.warning, class_="k-paper-warning") if head.warning else ""
    return joined(warning, element("div", left, right, class_="k-paper-head"), title)


def _end(head: Letterhead) -> Markup:
    left = element("div", *map(_line, head.recipients))
    right = element("div", *map(_line, head.signature))
    return element("div", left, right, class_="k-paper-end")


def _annex(document: Document, words: Words) -> Markup | str:
    if not document.annex:
        return ""
    return element("details", element("summary", document.annex_title), *_blocks(document.annex, words))


def _blocks(blocks: Iterable[Block], words: Words) -> list[Markup]:
    shown, tables = [], 0
    for block in blocks:
        if isinstance(block, Table):
            tables += block.part is not Part.SOURCES
            shown.append(_table(block, _caption(block, tables, words)))
        else:
            shown.append(_text(block))
    return shown


def _caption(table: Table, number: int, words: Words) -> str:
    if table.part is Part.SOURCES:
        return table.caption
    return words("report_table.caption", number=number, caption=table.caption)


def _text(block: Heading | Paragraph) -> Markup:
    if isinstance(block, Heading):
        return element("h3" if block.level == 1 else "h4", block.text)
    return element("p", element("b", block.lead) if block.lead else "", block.text)


def _table(table: Table, caption: str) -> Markup:
    head = element("tr", *(element("th", h.text, scope="col") for h in table.heads))
    body = element("tbody", *(_row(table, row) for row in table.rows))
    written = element("table", element("thead", head), body)
    return element("figure", element("figcaption", caption), written, tabindex="0")


def _row(table: Table, row: Row) -> Markup:
    cells = zip(table.heads, row.cells, strict=True)
    return element("tr", *(element("td", text or " ", class_=_FLUSH[head.align]) for head, text in cells))


def _line(text: str) -> Markup:
    return element("p", text)


def _strong(text: str) -> Markup:
    return element("p", element("b", text))
