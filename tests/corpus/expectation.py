"""What the import of a workbook must give: outcomes, figures, findings and answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

HA_TINH, NGHE_AN = "ha-tinh-157-2017", "nghe-an-2269"
ENROLLED, GROWTH, ELECTRONIC = "employers-enrolled", "voluntary-growth", "employers-e-transactions"
COUNSELLED, REFERRED, PLACED = "unemployed-counselled", "unemployed-referred", "referred-placed"
VOCATIONAL, RETENTION = "vocational-support", "retention-training"
STAFF, SATISFACTION = "staff-trained", "satisfaction"

OFFICIAL, ESTIMATE = "official", "estimate"
ACCEPT, QUESTION, REJECT = "accept", "question", "reject"
READ = (ACCEPT,)  # any clerk reads it plainly
READ_OR_ASK = (ACCEPT, QUESTION)
ASK_OR_REFUSE = (QUESTION, REJECT)
REFUSE = (REJECT,)
NEVER_WRONG = (ACCEPT, QUESTION, REJECT)  # the contract leaves room; only a wrong reading is ruled out


@dataclass(frozen=True)
class Figure:
    """One observation. A number that is None is not checked; texts are plain decimals."""

    indicator: str
    unit: str
    period: str
    stage: str = OFFICIAL
    numerator: str | None = None
    denominator: str | None = None
    value: str | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.indicator, self.unit, self.period, self.stage


@dataclass(frozen=True)
class Finding:
    """A finding that must be there: any of `codes`, at a cell, a row (`9:9`), a column (`D:D`) or anywhere."""

    codes: tuple[str, ...]
    cell: str | None = None
    sheet: str | None = None
    when: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The choice to give to a question, by unit name, reading or words of its label."""

    codes: tuple[str, ...]
    cell: str | None
    choose: str


@dataclass(frozen=True)
class Case:
    """A workbook, how it is sent, and its right reading.

    Raises ValueError where it could be accepted without anything to hold the reading to.
    """

    content: bytes
    expect: tuple[str, ...]
    plan: str = HA_TINH
    year: int | None = None
    stage: str | None = None
    today: date = date(2026, 2, 1)
    figures: Sequence[Figure] = ()
    optional: Sequence[Figure] = ()
    findings: Sequence[Finding] = ()
    answers: Sequence[Answer] = ()
    never: Sequence[str] = ()

    def __post_init__(self) -> None:
        if ACCEPT in self.expect and not self.figures:
            raise ValueError("a case that may be accepted states no reading")
        if self.expect == READ and self.answers:
            raise ValueError("a case that is read plainly has no answers to give")

    @property
    def forbidden(self) -> set[str]:
        """The figures of `never` that are not by chance a right figure elsewhere on the paper."""
        allowed = (*self.figures, *self.optional)
        return set(self.never) - {n for f in allowed for n in (f.numerator, f.denominator, f.value) if n}


@dataclass(frozen=True)
class NamedCase:
    """A case before it is built: `build` makes workbook and expectation together."""

    name: str
    kind: str
    why: str
    build: Callable[[], Case]


@dataclass
class Shelf:
    """The cases of one kind, in the order they were written."""

    kind: str
    cases: list[NamedCase] = field(default_factory=list)

    def case(self, why: str) -> Callable[[Callable[[], Case]], Callable[[], Case]]:
        """Registers a function that builds a case under the function's name."""

        def keep(build: Callable[[], Case]) -> Callable[[], Case]:
            self.cases.append(NamedCase(build.__name__, self.kind, why, build))
            return build

        return keep

    def add(self, name: str, why: str, build: Callable[[], Case]) -> None:
        """Registers a case of a family that is written as a table."""
        self.cases.append(NamedCase(name, self.kind, why, build))


def shares(
    indicator: str, period: int | str, counted: Mapping[str, tuple[int, int]], stage: str = OFFICIAL
) -> list[Figure]:
    """Observations from {unit: (part, whole)}."""
    return [Figure(indicator, u, str(period), stage, str(n), str(d)) for u, (n, d) in counted.items()]


def counts(
    indicator: str, period: int | str, counted: Mapping[str, int], stage: str = OFFICIAL
) -> list[Figure]:
    """Observations from {unit: count}."""
    return [Figure(indicator, u, str(period), stage, str(n)) for u, n in counted.items()]


def percents(
    indicator: str, period: int | str, values: Mapping[str, str], stage: str = OFFICIAL
) -> list[Figure]:
    """Observations from {unit: percent as plain decimal text}."""
    return [Figure(indicator, u, str(period), stage, value=v) for u, v in values.items()]


def finding(
    code: str | Sequence[str], cell: str | None = None, *, sheet: str | None = None, when: Sequence[str] = ()
) -> Finding:
    return Finding((code,) if isinstance(code, str) else tuple(code), cell, sheet, tuple(when))


def answer(code: str | Sequence[str], cell: str | None, choose: str) -> Answer:
    return Answer((code,) if isinstance(code, str) else tuple(code), cell, choose)
