"""What people write is text in every file the program gives back: no formula, no field, no link."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from hostile_text import HOSTILE, plant, spoilt_workbook
from page_reader import HA_TINH, HOA

from kpi.domain.period import Period
from kpi.domain.record import AuditEntry
from kpi.intake.workbook.annotated_copy import Note, annotated_copy
from kpi.present.record_workbook import write_record
from kpi.present.reports.bundle import write_bundle
from kpi.present.reports.word import write_word_report
from kpi.present.reports.workbook import write_gap_report
from kpi.present.words import Language, words_for
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.record_search import AuditQuery, search_record
from kpi.service.reports import gap_report, gap_reports

WORDS = words_for(Language.VIETNAMESE)
FORMULA = re.compile(r"<f[ >][^<]*", re.DOTALL)


@pytest.fixture
def planted(program: Program) -> Program:
    plant(program)
    return program


def parts(archive: bytes) -> Iterator[tuple[str, str]]:
    """Every XML part of a file, and of the files in it."""
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            if content.startswith(b"PK"):
                yield from parts(content)
            elif name.endswith((".xml", ".rels")):
                yield name, content.decode()


def holds_it_as_text_alone(archive: bytes) -> None:
    found = list(parts(archive))
    assert any("evil.example" in text for _, text in found), "the text is not in the file at all"
    for name, text in found:
        assert not any("HYPERLINK" in formula or "evil" in formula for formula in FORMULA.findall(text)), name
        assert "<img" not in text, name
        assert "<script" not in text, name
        assert 'TargetMode="External"' not in text, name
        assert (
            not re.search(r"instrText|fldSimple[^>]*evil|<w:hyperlink|<hyperlink", text) or "evil" not in text
        )


def record(program: Program) -> list[AuditEntry]:
    return search_record(program, HOA, AuditQuery(), None)


def test_the_report_as_a_workbook(planted: Program) -> None:
    report = gap_report(planted, know(planted, HA_TINH), Period(2017))
    holds_it_as_text_alone(write_gap_report(report, WORDS))


def test_the_report_as_a_document(planted: Program) -> None:
    report = gap_report(planted, know(planted, HA_TINH), Period(2017))
    holds_it_as_text_alone(write_word_report(report, WORDS))


def test_all_reports_in_one(planted: Program) -> None:
    holds_it_as_text_alone(write_bundle(gap_reports(planted, know(planted, HA_TINH), Period(2017)), WORDS))


def test_the_record(planted: Program) -> None:
    holds_it_as_text_alone(write_record(record(planted), WORDS))


def test_the_marked_copy_of_a_workbook() -> None:
    from hostile_text import SHEET

    from kpi.domain.issue import Severity

    made = annotated_copy(spoilt_workbook(), [Note(SHEET, "D8", Severity.ERROR, HOSTILE)], HOSTILE)
    assert isinstance(made, bytes)
    holds_it_as_text_alone(made)
