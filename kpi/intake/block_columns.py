"""What the columns of an office's table hold: which figures, of which unit, for which period, at which scale."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kpi.domain.issue import Choice, Code
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.blocks import Axis, Block
from kpi.intake.context import Context
from kpi.intake.grid import Cell
from kpi.intake.heading_words import one_wording
from kpi.intake.headings import Heading, HeadingKind, speaks_of_measure
from kpi.intake.indicator_names import Meaning
from kpi.intake.slots import Role
from kpi.intake.text import tidy
from kpi.intake.unit_names import UnitFound

_BARE_ROLES = {
    one_wording("Tử số"): Role.NUMERATOR,
    one_wording("Mẫu số"): Role.DENOMINATOR,
    one_wording("Tỷ lệ"): Role.VALUE,
}
_THOUSANDS = re.compile(r"\b(?:nghìn|ngàn|1\.?000)\s*(?:người|đơn vị|lao động|lượt)?")


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column whose figures are read.

    `meanings` are of the heading or the title, empty where the rows name the indicators; `role` is set where the
    heading names a bare role («Tử số»); `unit` is the heading's cell where columns are units; `said` is the stage
    the heading or title names; `scale` multiplies counts.
    """

    column: int
    place: str | None
    meanings: tuple[Meaning, ...]
    role: Role | None
    unit: Cell | None
    period: Period
    said: Stage | None
    scale: int

    @property
    def holds_counts(self) -> bool:
        return bool(self.meanings) and all(meaning.role is not Role.VALUE for meaning in self.meanings)


def figure_columns(block: Block, context: Context) -> list[FigureColumn]:
    """The columns of actuals that are certain; the others are left aside, and named where they hold figures."""
    found = (_figure_column(block, heading, context) for heading in block.headings)
    return [column for column in found if column is not None]


def column_of(block: Block, kind: HeadingKind, context: Context) -> int | None:
    """The column whose heading is of a kind, such as the one of years or of measures."""
    headings = (h for h in block.headings if h.levels and h.kind_among(context.indicators.knows) is kind)
    return next((heading.column for heading in headings), None)


def _figure_column(block: Block, heading: Heading, context: Context) -> FigureColumn | None:
    if not _may_hold_actuals(block, heading, context):
        return None
    unit = _unit_cell(block, heading, context)
    levels = tuple(level for level in heading.levels if unit is None or level != _one_line(unit.text))
    meanings, role = _meanings(block, levels, context)
    if not meanings and role is None and _says_something(block, levels):
        meanings = _asked(block, heading, context)
    if not meanings and (block.axis is Axis.UNITS or (role is None and _says_something(block, levels))):
        _left_aside(block, heading, context)
        return None
    if block.view.column_hidden(heading.column):
        _name(Code.HIDDEN_COLUMN, block, heading, context)
        return None
    period = _period(block, heading, context)
    if period is None or not context.wants(period):
        return None
    said = heading.stage or block.title.stage
    place = block.heading_cell(heading.column)
    return FigureColumn(heading.column, place, meanings, role, unit, period, said, _scale(block, heading))


def _may_hold_actuals(block: Block, heading: Heading, context: Context) -> bool:
    if heading.kind_among(context.indicators.knows) is not HeadingKind.FIGURE or not block.has_values(
        heading.column
    ):
        return False
    return bool(heading.levels) or heading.column > block.name_column


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unit_cell(block: Block, heading: Heading, context: Context) -> Cell | None:
    """The heading's cell that names a unit, in tables whose rows are indicators."""
    if block.axis is Axis.UNITS:
        return None
    shown = (block.view.filled(row, heading.column) for row in block.heading_rows)
    known = (UnitFound.ONE, UnitFound.AMBIGUOUS, UnitFound.ELSEWHERE)
    return next((c for c in shown if c is not None and context.names_unit(c.text, known)), None)


def _meanings(
    block: Block, levels: tuple[str, ...], context: Context
) -> tuple[tuple[Meaning, ...], Role | None]:
    """The known name at the lowest level that names anything; of the title, if the heading names nothing.

    A group above may complete a name («Giới thiệu việc làm | Số người»); an unknown word below a known name
    may narrow it («Trong đó: doanh nghiệp»), so then there is none. Under a title that names one indicator,
    «Tử số», «Mẫu số» and «Tỷ lệ» are its figures.
    """
    names = [level for level in levels if one_wording(level)]
    if names:
        for wording in (names[-1], " ".join(names), " ".join(reversed(names))):
            if found := context.indicators.meanings(wording):
                return tuple(found), None
        role = _BARE_ROLES.get(one_wording(names[-1]))
        if role is None or block.axis is Axis.INDICATORS:
            return (), role
        above = names[-2:-1] or block.title.subjects()
        return _with_role(above, role, context), None
    if block.axis is Axis.INDICATORS or not (levels or _only_column(block)):
        return (), None
    titled = (context.indicators.meanings(text) for text in block.title.subjects())
    return next((tuple(found) for found in titled if found), ()), None


def _only_column(block: Block) -> bool:
    """A column without any heading can take its meaning from the title only where it is the one with figures."""
    return (
        sum(block.has_values(column) for column in range(block.name_column + 1, block.view.last_column + 1))
        == 1
    )


def _with_role(names: list[str], role: Role, context: Context) -> tuple[Meaning, ...]:
    indicators = [found for name in names if (found := context.indicators.indicators(name))]
    return tuple(Meaning(indicator, role) for indicator in indicators[0]) if indicators else ()


def _says_something(block: Block, levels: tuple[str, ...]) -> bool:
    return any(one_wording(level) for level in levels)


def _asked(block: Block, heading: Heading, context: Context) -> tuple[Meaning, ...]:
    """A heading near a known name is asked about."""
    near = context.indicators.near_meanings(heading.levels[-1])
    if not near:
        return ()
    answer = context.findings.ask(
        Code.INDICATOR_UNKNOWN,
        "",
        [
            *(Choice(f"{m.indicator.id}/{m.role}", context.indicators.name_of(m)) for m in near),
            Choice("none", "–"),
        ],
        sheet=block.view.name,
        cell=block.heading_cell(heading.column),
        found=heading.text,
        expected="indicator-name",
    )
    return tuple(m for m in near if f"{m.indicator.id}/{m.role}" == answer)


def _left_aside(block: Block, heading: Heading, context: Context) -> None:
    hidden = block.view.column_hidden(heading.column)
    _name(Code.HIDDEN_COLUMN if hidden else Code.COLUMN_UNKNOWN, block, heading, context)


def _name(code: Code, block: Block, heading: Heading, context: Context) -> None:
    context.findings.add(
        code,
        sheet=block.view.name,
        cell=block.heading_cell(heading.column),
        found=heading.text,
        expected="column-name",
        name=heading.text,
    )


def _period(block: Block, heading: Heading, context: Context) -> Period | None:
    """The one year the heading names, else the title's, else the one asked for; asked where there are several."""
    years = heading.years or block.title.years or ([context.request.year] if context.request.year else [])
    if len(years) > 1 and context.request.year in years:
        years = [context.request.year]
    if len(years) == 1:
        return Period(years[0])
    place = {"sheet": block.view.name, "cell": block.heading_cell(heading.column), "expected": "year"}
    if not years:
        context.findings.add(Code.YEAR_MISSING, **place)
        return None
    choices = [Choice(str(year), str(year)) for year in years]
    found = ", ".join(str(year) for year in years)
    answer = context.findings.ask(Code.YEAR_MISSING, "", choices, found=found, **place)
    return Period(int(answer)) if answer else None


def _scale(block: Block, heading: Heading) -> int:
    """«ĐVT: nghìn người» in the heading, else in the lines above the table."""
    said = [*heading.levels, *(cell.text for cell in block.title.cells if speaks_of_measure(cell.text))]
    return 1000 if any(_THOUSANDS.search(tidy(text)) for text in said) else 1
