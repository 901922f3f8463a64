"""The reports of a period in one archive: the province's and one for each unit, as workbook and as document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kpi.domain.report import GapReport
from kpi.present.reports.packing import packed
from kpi.present.reports.word import write_word_report
from kpi.present.reports.workbook import write_gap_report
from kpi.present.words import Words


def write_bundle(reports: Iterable[GapReport], words: Words) -> bytes:
    """The archive as .zip bytes. Reports are taken one at a time, so that a caller can tell how far it is."""
    return packed(file for place, report in enumerate(reports) for file in _files(place, report, words))


def _files(place: int, report: GapReport, words: Words) -> Iterator[tuple[str, bytes]]:
    """Named in their order by ids, which every system can unpack."""
    name = f"{place:02}-{report.subject}-{report.period}"
    yield f"{name}.xlsx", write_gap_report(report, words)
    yield f"{name}.docx", write_word_report(report, words)
