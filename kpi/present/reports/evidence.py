"""Where the report's figures come from, and how each verdict is computed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kpi.domain.report import GapReport, Source
from kpi.present.formats import moment
from kpi.present.reports.document import Align, Block, Head, Heading, Paragraph, Part, Row, Table
from kpi.present.sentences import period_text
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words

RULES = (
    "share",
    "growth",
    "increase",
    "strict",
    "exact",
    "whole",
    "points",
    "missing",
    "total",
    "provisional",
    "not_due",
    "no_data",
    "not_assessable",
    "pace",
    "outlook",
    "task_days",
)


def method(report: GapReport, words: Words) -> Iterator[Block]:
    """Every rule in a line; of a plan without numeric targets none is needed."""
    if not report.plan.indicators:
        return
    yield Heading(words("report_text.method"))
    for rule in rules(words):
        yield Paragraph(rule)


def rules(words: Words) -> list[str]:
    """«- Trên 70% là lớn hơn hẳn …»: the rules of judgement, a line each."""
    return [f"- {words(f'report_rule.{rule}')}" for rule in RULES]


def sources(report: GapReport, words: Words) -> Iterator[Block]:
    """The cells each figure was read from, gathered by file, indicator and period."""
    if not report.plan.indicators:
        return
    yield Heading(words("report_text.sources"))
    if not report.sources:
        yield Paragraph(words("source_sheet.none"))
        return
    for submission, own in groupby(sorted(report.sources, key=_order), key=lambda s: s.submission):
        yield _table(submission, list(own), words)


def _order(source: Source) -> tuple[int, str, str, str]:
    return source.submission, source.indicator.id, str(source.period), source.sheet


def _table(submission: int, own: list[Source], words: Words) -> Table:
    first = own[0]
    key = "report_table.sources_illustrative" if first.illustrative else "report_table.sources"
    caption = words(
        key,
        submission=submission,
        file=first.file_name,
        by=first.received_by,
        at=moment(first.received_at, words.language),
        sha256=first.sha256,
    )
    columns = {"indicator": 50.0, "year": 22.0, "sheet": 28.0, "cells": 60.0}
    heads = tuple(Head(words(f"report_table.{name}"), width, Align.LEFT) for name, width in columns.items())
    return Table(Part.SOURCES, caption, heads, lambda: _rows(own, words))


def _rows(own: list[Source], words: Words) -> Iterator[Row]:
    for (_, period, sheet), group in groupby(own, key=lambda s: (s.indicator.id, s.period, s.sheet)):
        cells = list(group)
        indicator = cells[0].indicator
        yield Row(
            (
                words.pick(indicator.short, indicator.short_en),
                capitalised(period_text(period, words)),
                sheet,
                ", ".join(source.cell for source in cells),
            )
        )
