"""`python -m tests.bench`: prints where the program stands against bare baselines."""

from __future__ import annotations

import io
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import xlsxwriter

from kpi.domain.evaluation import Evaluator
from kpi.domain.observation import SourcedObservation
from kpi.domain.period import Period
from kpi.domain.report import GapReport
from kpi.domain.unit import Level, ReportingUnit
from kpi.present.reports.bundle import write_bundle
from kpi.present.reports.workbook import write_gap_report
from kpi.present.words import words_for
from kpi.store import observations, submissions
from kpi.store.database import Database
from kpi.store.submissions import NewSubmission
from tests.bench.imports import importing
from tests.bench.measure import Comparison, compare
from tests.bench.plans import AS_OF, large_plan


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for comparison in _comparisons(Path(folder)):
            print(comparison.line(), flush=True)
        print(_bundling())


def _comparisons(folder: Path) -> Iterator[Comparison]:
    yield from importing(folder)
    yield _evaluating(folder)
    yield _reporting()


def _evaluating(folder: Path) -> Comparison:
    plan, units, reported = large_plan()
    database = Database.open(f"sqlite:///{folder / 'large'}.sqlite3")
    with database.write() as connection:
        submissions.add_submission(
            connection,
            NewSubmission(
                plan.id,
                "bench.xlsx",
                "0" * 64,
                b"",
                datetime.now(UTC),
                "bench",
                [SourcedObservation(o, "S", "A1") for o in reported],
            ),
        )

    def read() -> list[observations.StoredObservation]:
        with database.read() as connection:
            return observations.live_observations(connection, plan.id)

    known = [stored.observation for stored in read()]

    def work() -> int:
        evaluator = Evaluator(plan, units, known, [], AS_OF)
        return sum(1 for period in evaluator.periods() for _ in evaluator.evaluate_period(period))

    return compare(
        "evaluation of 21 units × 10 indicators × 15 years against one SQL read", work, read, 3.0, runs=5
    )


def _large_report(unit: ReportingUnit | None = None) -> GapReport:
    plan, units, reported = large_plan()
    evaluator = Evaluator(plan, units, reported, [], AS_OF)
    period = Period(2026)
    unit_id = unit.id if unit else None
    return GapReport(
        plan=plan,
        period=period,
        unit=unit,
        as_of=AS_OF,
        made_at=datetime(2027, 1, 31, tzinfo=UTC),
        closed=False,
        illustrative=True,
        evaluations=tuple(evaluator.evaluate_period(period, unit_id)),
        trends=(),
        tasks=(),
        not_reported=(),
        sources=(),
        previous=tuple(evaluator.evaluate_period(period.a_year_before(), unit_id)),
    )


def _reporting() -> Comparison:
    report = _large_report()
    words = words_for("vi")
    content = write_gap_report(report, words)
    cells = _Cells(content)
    return compare(
        "gap report against bare XlsxWriter", lambda: write_gap_report(report, words), cells.write, 2.0
    )


def _bundling() -> str:
    """How long the archive of a workbook and a document for the province and each unit takes, and what it needs."""
    _, units, _ = large_plan()
    subjects = [None, *(unit for unit in units.values() if unit.level is not Level.PROVINCE)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    archive = write_bundle((_large_report(unit) for unit in subjects), words_for("vi"))
    took = time.perf_counter() - start
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    size = len(archive) / 1e6
    return f"  {len(subjects)} units zipped: {took:.1f} s, {size:.1f} MB, {more:.0f} MB more memory"


class _Cells:
    """The baseline of writing: the very cells of a report, written by XlsxWriter with nothing else."""

    def __init__(self, content: bytes) -> None:
        book = openpyxl.load_workbook(io.BytesIO(content))
        self.sheets = [
            (
                s.title,
                [(c.row - 1, c.column - 1, c.value) for r in s.iter_rows() for c in r if c.value is not None],
            )
            for s in book.worksheets
        ]

    def write(self) -> None:
        book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
        for title, cells in self.sheets:
            sheet = book.add_worksheet(title)
            for row, column, value in cells:
                sheet.write(row, column, str(value) if isinstance(value, datetime) else value)
        book.close()


if __name__ == "__main__":
    main()
