"""The same data give the same file, byte for byte; another hour changes nothing but where the hour stands."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from sample_reports import ABOVE_70, GROWTH, a_task, district, plan_of, report_on, seen

from kpi.domain.report import GapReport
from kpi.present.formats import moment
from kpi.present.reports.bundle import write_bundle
from kpi.present.reports.word import write_word_report
from kpi.present.reports.workbook import write_gap_report
from kpi.present.words import words_for

WORDS = words_for("vi")
FIRST = report_on(
    plan_of(ABOVE_70, GROWTH),
    [seen("above-70", f"d{n}", 60 + n, 100) for n in (1, 2)],
    [district(1), district(2)],
    tasks=(a_task(),),
)
LATER = replace(FIRST, made_at=FIRST.made_at + timedelta(hours=3))
Write = Callable[[GapReport], bytes]
WRITERS: dict[str, Write] = {
    "xlsx": lambda report: write_gap_report(report, WORDS),
    "docx": lambda report: write_word_report(report, WORDS),
    "zip": lambda report: write_bundle([report], WORDS),
}


@pytest.fixture
def _another_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "America/Lima")
    time.tzset()
    monkeypatch.setattr("time.time", lambda: 2_500_000_000.0)
    yield
    monkeypatch.undo()
    time.tzset()


def files(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Every file of an archive, and of the archives within it."""
    with ZipFile(BytesIO(archive)) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            if content.startswith(b"PK"):
                yield from ((f"{name}/{inner}", text) for inner, text in files(content))
            else:
                yield name, content


def without_hour(content: bytes, report: GapReport) -> bytes:
    shown = moment(report.made_at, WORDS.language).encode()
    stamp = report.made_at.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return content.replace(shown, b"HOUR").replace(stamp, b"HOUR")


@pytest.mark.parametrize("kind", WRITERS)
def test_neither_the_clock_nor_its_zone_reaches_a_file(kind: str, request: pytest.FixtureRequest) -> None:
    before = WRITERS[kind](FIRST)
    request.getfixturevalue("_another_clock")
    assert os.environ["TZ"] == "America/Lima"
    assert WRITERS[kind](FIRST) == before


@pytest.mark.parametrize("kind", WRITERS)
def test_another_hour_changes_the_hour_alone(kind: str) -> None:
    first, later = dict(files(WRITERS[kind](FIRST))), dict(files(WRITERS[kind](LATER)))
    assert first != later
    assert {n: without_hour(c, FIRST) for n, c in first.items()} == {
        n: without_hour(c, LATER) for n, c in later.items()
    }


def test_the_second_workbook_of_a_process_is_like_the_first() -> None:
    first, second = (dict(files(WRITERS["xlsx"](FIRST)))["xl/styles.xml"] for _ in range(2))
    assert first == second
    default = second.split(b"</font>", 1)[0]
    assert (
        b"<scheme" not in default
    )  # what XlsxWriter adds where it is given the options of a workbook before
