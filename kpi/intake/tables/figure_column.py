"""A column of figures, and what is asked or said about one."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from kpi.domain.issue import Code, Severity
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.slots import Role, roles_of
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.text import tidy
from kpi.intake.workbook.grid import Cell

REGISTERED = "đăng ký"
_OF_FIGURES = (HeadingKind.FIGURE, HeadingKind.PLANNED, HeadingKind.COMPARISON, HeadingKind.PART_OF_YEAR)


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column whose figures are read.

    `meanings` are of the heading or the title, empty where the rows name the indicators; `role` is set where the
    heading names a bare role («Tử số»); `unit` is the heading's cell where columns are units; `said` is the stage
    the heading or title names; `years_in` is the column that gives each row's year where `period` is None;
    `by_title` says that the heading alone names no indicator.
    """

    heading: Heading
    place: str | None
    meanings: tuple[Meaning, ...]
    role: Role | None
    unit: Cell | None
    period: Period | None
    said: Stage | None
    years_in: int | None
    by_title: bool

    @property
    def column(self) -> int:
        return self.heading.column

    @property
    def holds_counts(self) -> bool:
        return bool(self.meanings) and all(meaning.role is not Role.VALUE for meaning in self.meanings)


def chosen(near: list[Meaning], block: Block, heading: Heading, context: Context) -> tuple[Meaning, ...]:
    """What a person says a column holds, of the figures it may hold."""
    place = place_of(block, heading)
    return tuple(context.meanings_chosen(near, block.view.name, place, heading.text or None))


def shares_of(meanings: Iterable[Meaning]) -> list[Meaning]:
    """The shares that counts are the numerators of, where those are reported."""
    shares = (Meaning(m.indicator, Role.VALUE) for m in meanings if m.role is Role.NUMERATOR)
    return [share for share in shares if share.role in roles_of(share.indicator)]


def in_question(block: Block, heading: Heading, context: Context) -> bool:
    """Whether a person has yet to say what a column holds."""
    return context.findings.asks_at(block.view.name, place_of(block, heading))


def place_of(block: Block, heading: Heading) -> str | None:
    """The lowest cell of a heading; where there is none, the first of the figures below."""
    first = next((cell.address for cell in block.cells_of(heading.column)), None)
    return block.heading_cell(heading.column) or first


def name_aside(code: Code, block: Block, heading: Heading, context: Context) -> None:
    """A column that is left aside is named: one nobody knows, or one that is hidden."""
    hidden = {"name": heading.text} if code is Code.HIDDEN_COLUMN else {}
    context.findings.add(
        code,
        severity=Severity.WARNING,
        sheet=block.view.name,
        cell=place_of(block, heading),
        found=heading.text or None,
        expected="column-name",
        **hidden,
    )


def name_rest(block: Block, read: Container[int], context: Context) -> None:
    """Columns of figures left aside, a plan's or another year's, are told if nothing was said of them."""
    for heading in block.headings:
        kind = heading.kind_among(context.indicators.knows)
        if kind not in _OF_FIGURES or heading.column in read or not heading.levels:
            continue
        if block.view.column_hidden(heading.column) or not any(
            map(is_figure, block.cells_of(heading.column))
        ):
            continue
        told = {"found": heading.text, "expected": "column-name", "aside": heading.text}
        place = {"sheet": block.view.name, "cell": place_of(block, heading)}
        context.findings.add(Code.COLUMN_UNKNOWN, severity=Severity.INFO, **place, **told)


def fits_bare(heading: str, indicator: Indicator) -> bool:
    """Whether a bare heading may be of an indicator: «Đã đăng ký» only of one that counts who registered."""
    counted = indicator.numerator.name if indicator.numerator else ""
    return REGISTERED not in tidy(heading) or REGISTERED in tidy(counted)


def in_one_stage(columns: list[FigureColumn]) -> list[FigureColumn]:
    """A column that says no stage has that of the other figures of its share: the part estimated, all is."""
    return [replace(c, said=c.said or _stage_beside(c, columns)) for c in columns]


def _stage_beside(column: FigureColumn, columns: list[FigureColumn]) -> Stage | None:
    own = {meaning.indicator.id for meaning in column.meanings}
    beside = {
        other.said
        for other in columns
        if other.said and other.period == column.period and own & {m.indicator.id for m in other.meanings}
    }
    return beside.pop() if len(beside) == 1 else None
