"""The one sentence a page opens with: how many targets are met, what is missing most, how much could be judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.task import TaskStatus
from kpi.present.formats import number, points
from kpi.present.sentences.target import target_text
from kpi.present.sentences.task import task_counts_text
from kpi.present.sentences.terms import capitalised, noun_in_full, period_text
from kpi.present.sentences.verdict import JUDGED
from kpi.present.words import Words

_NOT_JUDGED = (Compliance.NOT_DUE, Compliance.NO_DATA, Compliance.NOT_ASSESSABLE)


def headline(evaluations: Sequence[Evaluation], words: Words, tasks: Sequence[TaskStatus] = ()) -> str:
    """The province's evaluations of one period in a few sentences; of a plan without figures, its tasks."""
    if not evaluations:
        return _tasks(tasks, words)
    parts = (headline_verdicts, headline_worst, headline_coverage)
    return " ".join(filter(None, (part(evaluations, words) for part in parts)))


def headline_verdicts(evaluations: Sequence[Evaluation], words: Words) -> str:
    """«Năm 2019: 1 chỉ tiêu đạt, 2 chưa đạt.»; empty without evaluations."""
    if not evaluations:
        return ""
    period = period_text(evaluations[0].period, words)
    counts = _verdict_counts(evaluations)
    if not counts:
        none_due = all(e.compliance is Compliance.NOT_DUE for e in evaluations)
        return capitalised(words("headline.none-due" if none_due else "headline.none-judged", period=period))
    said = [
        words("headline.count" if place == 0 else "headline.count-next", count=count, state=words(key))
        for place, (key, count) in enumerate(counts)
    ]
    return capitalised(words("headline.verdicts", period=period, counts=", ".join(said)))


def headline_worst(evaluations: Sequence[Evaluation], words: Words) -> str:
    """What is missing for the target missed by most points; empty where none is missed."""
    missed = [e for e in evaluations if e.compliance is Compliance.MISSED]
    worst = min(missed, key=lambda e: e.verdict.gap_points or 0, default=None)
    if worst is None or worst.target is None:
        return ""
    units = worst.verdict.gap_units
    return words(
        "headline.worst-points" if units is None else "headline.worst-units",
        units=number(units or 0, words.language),
        noun=noun_in_full(worst.indicator, words),
        points=points(abs(worst.verdict.gap_points or Fraction(0)), words.language, signed=False),
        demand=target_text(worst.target, words),
        indicator=words.pick(worst.indicator.short, worst.indicator.short_en),
    )


def headline_coverage(evaluations: Sequence[Evaluation], words: Words) -> str:
    """«Đánh giá được 12/20 chỉ tiêu (5 chưa đến hạn, 3 chưa có số liệu).»"""
    counts = Counter(e.compliance for e in evaluations)
    judged = sum(counts[state] for state in JUDGED)
    rest = [words(f"headline.rest-{state}", count=counts[state]) for state in _NOT_JUDGED if counts[state]]
    key = "headline.coverage-rest" if rest else "headline.coverage"
    return words(key, judged=judged, all=len(evaluations), rest=", ".join(rest))


def _verdict_counts(evaluations: Sequence[Evaluation]) -> list[tuple[str, int]]:
    """Word keys and how many there are of each, those that do not occur left out."""
    missed = [e for e in evaluations if e.compliance is Compliance.MISSED]
    counts = [
        ("headline.met", sum(e.compliance is Compliance.MET for e in evaluations)),
        ("headline.missed-final", sum(e.final for e in missed)),
        ("headline.missed-open", sum(not e.final for e in missed)),
    ]
    return [(key, count) for key, count in counts if count]


def _tasks(tasks: Sequence[TaskStatus], words: Words) -> str:
    if not tasks:
        return words("headline.no-tasks")
    return words("headline.tasks", all=len(tasks), counts=task_counts_text(tasks, words))
