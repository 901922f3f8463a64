"""Whether a name without «số» or «tỷ lệ» stands over people or over a share of them: told by what stands around
it and by its figures, else asked. «Giới thiệu việc làm thành công» over 98 may be 98 people or 98 %."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kpi.domain.issue import Code
from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.words.headings import measures_count, says_count, says_share
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.numbers import NumberKind, read_number
from kpi.intake.workbook.grid import Cell

MOST_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells a count from a share: words and units of measure, the nearest first, and the figures."""

    words: Sequence[str]
    measures: Sequence[str]
    cells: Sequence[Cell]

    @property
    def kind(self) -> NumberKind | None:
        said = (_said_by(word) for word in self.words)
        measured = (_measured(measure) for measure in self.measures)
        return next((kind for kind in (*said, *measured) if kind), None) or _shown_by(self.cells)


def settled(
    meanings: Sequence[Meaning],
    evidence: Evidence,
    sheet: str,
    cell: str | None,
    found: str,
    context: Context,
) -> tuple[Meaning, ...]:
    """The meanings that are of counts, or those that are of shares; asked where nothing tells, and empty till then."""
    of_counts = tuple(m for m in meanings if m.role is not Role.VALUE)
    of_shares = tuple(m for m in meanings if m.role is Role.VALUE)
    if not of_counts or not of_shares:
        return tuple(meanings)
    kind = evidence.kind
    if kind is None:
        answer = context.meanings_chosen(list(meanings), sheet, cell, found, Code.INDICATOR_AMBIGUOUS)
        kind = _kind_of(answer)
    return {NumberKind.COUNT: of_counts, NumberKind.PERCENT: of_shares, None: ()}[kind]


def _kind_of(answer: Sequence[Meaning]) -> NumberKind | None:
    if not answer:
        return None
    return NumberKind.PERCENT if answer[0].role is Role.VALUE else NumberKind.COUNT


def _said_by(words: str) -> NumberKind | None:
    if says_share(words):
        return NumberKind.PERCENT
    return NumberKind.COUNT if says_count(words) else None


def _measured(measure: str) -> NumberKind | None:
    """«Người» or «%»; «ĐVT: người, %» tells nothing."""
    share, count = says_share(measure), measures_count(measure)
    if share is count:
        return None
    return NumberKind.PERCENT if share else NumberKind.COUNT


def _shown_by(cells: Iterable[Cell]) -> NumberKind | None:
    """A percent sign or decimals show a share; whole numbers of which most are above 100 can be none."""
    cells = list(cells)
    if any(_shows_share(cell) for cell in cells):
        return NumberKind.PERCENT
    numbers = [n for cell in cells if (n := read_number(cell, NumberKind.COUNT).number) is not None]
    above = sum(number > MOST_PERCENT for number in numbers)
    return NumberKind.COUNT if 2 * above > len(numbers) else None


def _shows_share(cell: Cell) -> bool:
    decimals = read_number(cell, NumberKind.COUNT).fault is Code.VALUE_NOT_WHOLE
    return decimals or cell.percent or cell.text.rstrip().endswith("%")
