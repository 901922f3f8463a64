"""The gap report's counts of verdicts: one sentence that follows the verdict cells when they change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kpi.domain.evaluation import Compliance
from kpi.present.reports.gap_table import answers_for
from kpi.present.reports.rows import GapRow
from kpi.present.sentences import verdict_word
from kpi.present.words import Words
from kpi.present.workbook_style import quoted


def summary_text(key: str, rows: Sequence[GapRow], words: Words) -> str:
    """The sentence as the program counts it: «Toàn tỉnh: 1 đạt, 2 chưa đạt, …»."""
    found = [row.evaluation.compliance for row in rows]
    counts = {_place(state): found.count(state) for state in Compliance}
    return words(key, counts=words("gap_report.counts", **counts))


def summary_formula(key: str, rows: Sequence[GapRow], verdict_cells: str, words: Words) -> str:
    """The same sentence as a formula that counts the words in the verdict cells."""
    known = _verdict_words(rows, words)
    counts = {_place(state): f'"&({_count(verdict_cells, known[state])})&"' for state in Compliance}
    sentence = words(key, counts="\0").replace('"', '""')
    return '"' + sentence.replace("\0", words("gap_report.counts", **counts)) + '"'


def _verdict_words(rows: Sequence[GapRow], words: Words) -> dict[Compliance, set[str]]:
    known: dict[Compliance, set[str]] = {state: set() for state in Compliance}
    for row in _of_each_kind(rows):
        known[row.evaluation.compliance].add(verdict_word(row.evaluation, words))
        if row.judged:
            answers = answers_for(row.evaluation, words)
            known[Compliance.MET].add(answers.met)
            known[Compliance.MISSED].add(answers.missed)
            known[Compliance.NO_DATA].add(answers.no_data)
            known[Compliance.NOT_ASSESSABLE].add(answers.not_assessable)
    return known


def _of_each_kind(rows: Sequence[GapRow]) -> Iterable[GapRow]:
    """One row of each kind that is worded alike."""
    return {
        (r.evaluation.compliance, r.evaluation.stage, r.evaluation.final, r.judged): r for r in rows
    }.values()


def _count(cells: str, shown: set[str]) -> str:
    return "+".join(f"COUNTIF({cells},{quoted(word)})" for word in sorted(shown)) or "0"


def _place(state: Compliance) -> str:
    return state.replace("-", "_")
