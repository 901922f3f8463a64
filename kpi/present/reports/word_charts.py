"""The workbook's charts in the Word document: native ones, so that they stay sharp on paper and in large.

A chart has the same XML in both files. It holds the figures it draws; the cells they came from stay behind, as
nothing is embedded in a document to sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kpi.domain.report import GapReport
from kpi.present.reports.book import new_book
from kpi.present.reports.charts import WIDTH, draw_charts
from kpi.present.reports.document import ChartName
from kpi.present.reports.gap_sheet import gap_sheet_of
from kpi.present.reports.packing import unpacked
from kpi.present.reports.word_parts import node
from kpi.present.words import Words

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_EMU_IN_A_PIXEL = 9525
# What Excel takes for granted where it is not said, and a word processor takes otherwise.
_SAID = {
    b'<c:showVal val="1"/>': b'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    b'<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>',
    b'<c:plotVisOnly val="1"/>': b'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>',
}
_ROOM_AFTER = 120  # twentieths of a point


@dataclass(frozen=True, slots=True)
class WordChart:
    """A chart as its XML; `height` in pixels."""

    xml: bytes
    title: str
    height: int


def word_charts(report: GapReport, words: Words) -> Mapping[ChartName, WordChart]:
    """The report's charts, drawn in a workbook that holds nothing else."""
    book, gaps = new_book(report, words), gap_sheet_of(report, words)
    if gaps is None:
        return {}
    drawn = draw_charts(book, report, gaps, words)
    sheet = book.sheet(words("chart_sheet.sheet")).worksheet
    for row, each in enumerate(drawn.values()):
        sheet.insert_chart(row, 0, each.chart)
    files = dict(unpacked(book.bytes()))
    return {
        name: WordChart(_said(files[f"xl/charts/chart{number}.xml"]), each.title, each.height)
        for number, (name, each) in enumerate(drawn.items(), start=1)
    }


def _said(xml: bytes) -> bytes:
    for unsaid, said in _SAID.items():
        xml = xml.replace(unsaid, said)
    return xml


def chart_paragraph(made: WordDocument, number: int, chart: WordChart) -> Any:
    """Puts the chart into the document as its `number`-th, from 1; gives the paragraph that shows it."""
    place = PackURI(f"/word/charts/chart{number}.xml")
    part = PackagePart(place, _CONTENT_TYPE, chart.xml, made.part.package)
    relation = made.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph, shape = node("p"), node("pPr")
    shape.append(node("spacing", before=0, after=_ROOM_AFTER))
    shape.append(node("jc", val="center"))
    paragraph.append(shape)
    run = node("r")
    run.append(_drawing(number, chart, relation))
    paragraph.append(run)
    return paragraph


def _drawing(number: int, chart: WordChart, relation: str) -> Any:
    drawing = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'c', 'r')}>"
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{WIDTH * _EMU_IN_A_PIXEL}" cy="{chart.height * _EMU_IN_A_PIXEL}"/>'
        f'<wp:docPr id="{number}" name="{number}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    drawing.find(".//{*}docPr").set("descr", chart.title)
    return drawing
