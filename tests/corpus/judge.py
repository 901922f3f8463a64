"""Runs a case through the intake and says what is wrong with the outcome, the gravest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from fractions import Fraction
from functools import cache
from typing import Any

from kpi.domain.issue import Choice, Issue, Severity
from kpi.domain.observation import Observation, Stage
from kpi.intake.request import Request
from kpi.intake.understand import Understanding, understand
from kpi.intake.workbook.grid import Grid
from kpi.intake.workbook.limits import DEFAULT_LIMITS
from kpi.intake.workbook.refusal import Refusal
from kpi.intake.workbook.spreadsheet import read_spreadsheet
from kpi.intake.workbook.wire import grid_from
from kpi.registry.definitions import load_definitions

from .expectation import ACCEPT, QUESTION, REJECT, Answer, Case, Figure, Finding

ROUNDS_OF_ANSWERS = 4


class Seriousness(IntEnum):
    """How bad a wrong outcome is; the lower the worse."""

    WRONG_FIGURE = 1  # accepted, and a figure stands where it must not or is not what the paper says
    GUESSED = 2  # accepted where a person must be asked or the file refused
    LOST_FIGURE = 3  # accepted, and a figure of the paper is not there
    COUNTS_PASSED_OVER = 4  # accepted with a rounded share though its counts stand on the paper
    ANSWER_NOT_HEEDED = 5  # a question whose right answer is not offered or does not settle it
    NOT_READ = 6  # refused or asked where any clerk would read on
    FINDING_MISSING = 7


@dataclass(frozen=True)
class Complaint:
    seriousness: Seriousness
    text: str

    def __str__(self) -> str:
        return f"{self.seriousness.name}: {self.text}"


@dataclass(frozen=True)
class Outcome:
    understanding: Understanding
    verdict: str = field(init=False)

    def __post_init__(self) -> None:
        severities = {issue.severity for issue in self.understanding.issues}
        verdict = REJECT if Severity.ERROR in severities else ACCEPT
        if verdict == ACCEPT and Severity.QUESTION in severities:
            verdict = QUESTION
        object.__setattr__(self, "verdict", verdict)

    @property
    def issues(self) -> tuple[Issue, ...]:
        return self.understanding.issues

    @property
    def figures(self) -> dict[tuple[str, str, str, str], Observation]:
        return {key_of(r.observation): r.observation for r in self.understanding.readings}

    def noted(self) -> str:
        """The findings in short."""
        grave = [i for i in self.issues if i.blocks] or self.issues
        return ", ".join(f"{i.severity.value}:{i.code.value}@{i.cell}" for i in grave[:6])


@cache
def definitions() -> Any:
    return load_definitions()


def grid_of(content: bytes) -> Grid | Issue:
    """The grid without the child process that stands guard in the program."""
    try:
        records = read_spreadsheet(content, DEFAULT_LIMITS)
    except Refusal as refusal:
        return Issue.of(refusal.code)
    return grid_from({"sheets": [record.as_json() for record in records]})


def import_case(case: Case, grid: Grid | Issue, answers: Mapping[str, str]) -> Outcome:
    if not isinstance(grid, Grid):
        return Outcome(Understanding((), (grid,)))
    stage = Stage(case.stage) if case.stage else None
    plan = definitions().plans[case.plan]
    return Outcome(
        understand(grid, Request(plan, definitions().units, case.today, case.year, stage, answers))
    )


def key_of(observation: Observation) -> tuple[str, str, str, str]:
    o = observation
    return o.indicator, definitions().units[o.unit].name, str(o.period), o.stage.value


def complaints(case: Case, grid: Grid | Issue) -> list[Complaint]:
    """Everything wrong with the outcome of a case, the gravest first; empty when it is as it must be."""
    outcome = import_case(case, grid, {})
    return sorted(_complaints(case, grid, outcome), key=lambda complaint: complaint.seriousness)


def _complaints(case: Case, grid: Grid | Issue, outcome: Outcome) -> Iterator[Complaint]:
    if outcome.verdict not in case.expect:
        grave = Seriousness.GUESSED if outcome.verdict == ACCEPT else Seriousness.NOT_READ
        allowed = "/".join(case.expect)
        yield Complaint(grave, f"{outcome.verdict} instead of {allowed} ({outcome.noted()})")
    yield from _missing_findings(case, outcome)
    if outcome.verdict == ACCEPT and ACCEPT in case.expect:
        yield from _compared(case, outcome)
    if outcome.verdict == QUESTION and QUESTION in case.expect and case.answers:
        yield from _after_answers(case, grid, outcome)


def _missing_findings(case: Case, outcome: Outcome) -> Iterator[Complaint]:
    for wanted in case.findings:
        due = not wanted.when or outcome.verdict in wanted.when
        if due and not any(_fits(wanted, issue) for issue in outcome.issues):
            where = f"{wanted.sheet or ''}!{wanted.cell or '?'}"
            text = f"no {' or '.join(wanted.codes)} at {where} ({outcome.noted()})"
            yield Complaint(Seriousness.FINDING_MISSING, text)


def _compared(case: Case, outcome: Outcome) -> Iterator[Complaint]:
    found = outcome.figures
    if len(found) != len(outcome.understanding.readings):
        yield Complaint(Seriousness.WRONG_FIGURE, "a figure came twice")
    allowed = {figure.key: figure for figure in (*case.optional, *case.figures)}
    for key, observation in found.items():
        wanted = allowed.get(key)
        if wanted is None or not _equal(wanted, observation):
            grave = Seriousness.WRONG_FIGURE
            if wanted is not None and _is_rounded(wanted, observation):
                grave = Seriousness.COUNTS_PASSED_OVER
            yield Complaint(grave, f"read {_shown(key, observation)}, right is {_right(wanted)}")
    for name in _forbidden(case, found.values()):
        yield Complaint(Seriousness.WRONG_FIGURE, f"took {name}, which is no figure of this plan")
    missing = [figure for figure in case.figures if figure.key not in found]
    if missing:
        text = f"{len(missing)} of {len(case.figures)} figures not read, such as {_right(missing[0])}"
        yield Complaint(Seriousness.LOST_FIGURE, f"{text} ({outcome.noted()})")


def _forbidden(case: Case, observations: Iterable[Observation]) -> Iterator[str]:
    taken = {str(n) for o in observations for n in (o.numerator, o.denominator, o.value) if n is not None}
    yield from sorted(taken & case.forbidden)


def _equal(wanted: Figure, o: Observation) -> bool:
    pairs = (
        (wanted.numerator, o.numerator),
        (wanted.denominator, o.denominator),
        (wanted.value, _percent(o)),
    )
    return all(want is None or (got is not None and Fraction(want) == got) for want, got in pairs)


def _percent(o: Observation) -> Fraction | None:
    if o.value is not None:
        return Fraction(o.value)
    return Fraction(100 * o.numerator, o.denominator) if o.numerator is not None and o.denominator else None


def _is_rounded(wanted: Figure, o: Observation) -> bool:
    if wanted.numerator is None or wanted.denominator is None or o.value is None:
        return False
    exact = Fraction(100 * int(wanted.numerator), int(wanted.denominator))
    return abs(exact - Fraction(o.value)) <= Fraction(1, 20)


def _right(figure: Figure | None) -> str:
    if figure is None:
        return "no such figure"
    number = figure.value or "/".join(n for n in (figure.numerator, figure.denominator) if n)
    return f"{' '.join(figure.key)} = {number}"


def _shown(key: tuple[str, ...], o: Observation) -> str:
    number = "/".join(str(n) for n in (o.numerator, o.denominator) if n is not None)
    return f"{' '.join(key)} = {number or o.value}"


def _after_answers(case: Case, grid: Grid | Issue, outcome: Outcome) -> Iterator[Complaint]:
    given: dict[str, str] = {}
    for _ in range(ROUNDS_OF_ANSWERS):
        try:
            given |= dict(_answers(case, outcome))
        except LookupError as refused:
            yield Complaint(Seriousness.ANSWER_NOT_HEEDED, str(refused))
            return
        outcome = import_case(case, grid, given)
        if outcome.verdict == ACCEPT:
            yield from _compared(case, outcome)
            return
    text = f"still {outcome.verdict} after {len(given)} answers ({outcome.noted()})"
    yield Complaint(Seriousness.ANSWER_NOT_HEEDED, text)


def _answers(case: Case, outcome: Outcome) -> Iterator[tuple[str, str]]:
    for issue in outcome.issues:
        if issue.severity is not Severity.QUESTION or not issue.key:
            continue
        for wanted in case.answers:
            if issue.code.value in wanted.codes and _cell_fits(wanted.cell, issue.cell):
                yield issue.key, _choice(issue, wanted)


def _choice(issue: Issue, wanted: Answer) -> str:
    for test in (_same_number, _same_words, _within_words):
        for choice in issue.choices:
            if any(test(wanted.choose, text) for text in (choice.choice, choice.label)):
                return choice.choice
    offered = [_named(choice) for choice in issue.choices]
    raise LookupError(f"{issue.code.value} at {issue.cell} offers {offered}, not {wanted.choose!r}")


def _named(choice: Choice) -> str:
    return choice.label or choice.choice


def _same_number(wanted: str, text: str) -> bool:
    try:
        return Decimal(wanted) == Decimal(text)
    except InvalidOperation:
        return False


def _same_words(wanted: str, text: str) -> bool:
    return _slug(wanted) == _slug(text)


def _within_words(wanted: str, text: str) -> bool:
    return _slug(wanted) in _slug(text)


def _slug(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _fits(wanted: Finding, issue: Issue) -> bool:
    return (
        issue.code.value in wanted.codes
        and (wanted.sheet is None or wanted.sheet == issue.sheet)
        and _cell_fits(wanted.cell, issue.cell)
    )


def _cell_fits(wanted: str | None, cell: str | None) -> bool:
    if wanted is None:
        return True
    letters, digits = _split(cell)
    if ":" not in wanted:
        return (letters, digits) == _split(wanted)
    first, last = wanted.split(":")
    if first.isdigit():
        return digits is not None and int(first) <= digits <= int(last)
    return letters == first


def _split(cell: str | None) -> tuple[str | None, int | None]:
    found = re.match(r"([A-Z]+)(\d+)", cell or "")
    return (found[1], int(found[2])) if found else (None, None)
