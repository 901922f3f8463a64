"""What the columns of an office's table hold: which figures, of which unit, for which period."""

from __future__ import annotations

from dataclasses import replace

from kpi.domain.issue import Code
from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.column_period import period_of_column
from kpi.intake.tables.contradictions import is_contradicted
from kpi.intake.tables.count_or_share import Evidence, settled
from kpi.intake.tables.counts_beside import with_counts_beside, with_other_halves, with_parts_beside
from kpi.intake.tables.figure_column import (
    FigureColumn,
    chosen,
    fits_bare,
    in_one_stage,
    in_question,
    name_aside,
    shares_of,
)
from kpi.intake.tables.part_of_year import headings_in_time
from kpi.intake.tables.titled_columns import (
    asked,
    counted_in_title,
    is_of_title,
    meanings_of_title,
    told_by_title,
)
from kpi.intake.tables.unsaid_columns import (
    without_completion_rates,
    without_running_totals,
    without_sums_of_others,
)
from kpi.intake.words.heading_words import one_wording
from kpi.intake.words.headings import Heading, HeadingKind, says_count, says_share
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.joined_levels import PLAIN_COUNTS, wordings
from kpi.intake.words.measure_words import speaks_of_measure
from kpi.intake.words.periods import period_in
from kpi.intake.words.text import fold
from kpi.intake.words.title_words import speaks_of_achievement
from kpi.intake.words.unit_names import UnitFound
from kpi.intake.workbook.grid import Cell

_BARE_ROLES = {
    one_wording("Tử số"): Role.NUMERATOR,
    one_wording("Mẫu số"): Role.DENOMINATOR,
    one_wording("Tỷ lệ"): Role.VALUE,
    one_wording("Đã tham gia"): Role.NUMERATOR,
    one_wording("Số đơn vị đã đăng ký"): Role.NUMERATOR,
    one_wording("Đã đăng ký"): Role.NUMERATOR,
}
_PLAIN_FIGURES = {one_wording(text) for text in ["Số liệu", "Số lượng", "Giá trị", "Tổng số"]}
_UNITS_OF_COLUMNS = (UnitFound.ONE, UnitFound.AMBIGUOUS, UnitFound.ELSEWHERE, UnitFound.REMARKED)


def figure_columns(block: Block, context: Context) -> list[FigureColumn]:
    """The columns of actuals that are certain; the others are left aside, and named where they hold figures."""
    if _title_rules_out(block, context):
        return []
    years_in = _column_of_years(block)
    strangers: list[Heading] = []
    headings = headings_in_time(block, context)
    columns = [_figure_column(block, heading, years_in, strangers, context) for heading in headings]
    if not any(columns) and not any(in_question(block, heading, context) for heading in headings):
        columns = _told_by_title(block, strangers, years_in, context)
    found = _roles_beside_their_counts([column for column in columns if column is not None], block)
    beside = with_parts_beside if block.axis is Axis.INDICATORS else with_counts_beside
    found = with_other_halves(beside(found, strangers, block, context), strangers, block, context)
    for heading in (s for s in strangers if not in_question(block, s, context)):
        hidden = block.view.column_hidden(heading.column)
        name_aside(Code.HIDDEN_COLUMN if hidden else Code.COLUMN_UNKNOWN, block, heading, context)
    found = without_sums_of_others(without_running_totals(found, block, context), block, context)
    found = without_completion_rates(in_one_stage(found), block, context)
    return [c for c in found if not c.by_title or is_of_title(c, found, strangers, block, context)]


def _title_rules_out(block: Block, context: Context) -> bool:
    """A title that speaks of a plan alone or of another province rules the whole table out."""
    place = {"sheet": block.view.name, "cell": block.title.cells[0].address if block.title.cells else None}
    if _is_of_a_plan(block) and not any(heading.stage for heading in block.headings):
        found = next(iter(block.title.subjects()), block.view.name)
        context.findings.add(Code.COLUMN_UNKNOWN, **place, found=found, expected="actuals")
        return True
    other = context.units.other_province(block.title.lines) if block.axis is not Axis.UNITS else None
    if other is not None:
        own = context.province.name
        context.findings.add(
            Code.PLAN_MISMATCH, **place, found=other.name, expected=own, file_plan=other.name, asked_plan=own
        )
    return other is not None


def _is_of_a_plan(block: Block) -> bool:
    """Whether only columns that say «Thực hiện», «Ước» can hold actuals: title, note or name heading is a plan's."""
    if block.title.planned(lists_indicators=block.axis is Axis.INDICATORS):
        return True
    if block.name_heading.kind is HeadingKind.PLANNED and not _lists_targets_reached(block):
        return True
    return block.title.noted_as_plan and all(h.kind is not HeadingKind.PLANNED for h in block.headings)


def _lists_targets_reached(block: Block) -> bool:
    """«Mục tiêu» over the indicators' names, below a title of what was achieved of them."""
    reached = any(map(speaks_of_achievement, block.title.subjects()))
    named = fold(block.name_heading.text) == fold("Mục tiêu")
    return block.axis is Axis.INDICATORS and named and reached


def _column_of_years(block: Block) -> int | None:
    """The column that gives the year of each row."""
    if block.axis is Axis.YEARS:
        return block.name_column
    column = block.columns_by_kind.get(HeadingKind.PERIOD)
    if column is None:
        return None
    cells = [cell for row in block.body_rows if (cell := block.view.cell(row, column)) is not None]
    return column if 2 * sum(period_in(cell.text) is not None for cell in cells) > len(cells) else None


def _figure_column(
    block: Block, heading: Heading, years_in: int | None, strangers: list[Heading], context: Context
) -> FigureColumn | None:
    """The column under a heading; None where it holds no actual, or nobody knows what, which makes it a stranger."""
    if not _may_hold_actuals(block, heading, years_in, context):
        return None
    unit = _unit_cell(block, heading, context)
    levels = [level for level in heading.levels if unit is None or level != " ".join(unit.text.split())]
    plain = _PLAIN_FIGURES | (PLAIN_COUNTS if block.axis is Axis.INDICATORS else set())
    names = [n for n in levels if one_wording(n) not in {"", *plain} and not speaks_of_measure(n)]
    meanings, role = _meanings(block, bool(levels) or unit is not None, names, bool(heading.years), context)
    if (
        names
        and role is None
        and is_contradicted(meanings, heading, block.headings, block.title.subjects(), context)
    ):
        meanings = chosen([*meanings, *shares_of(meanings)], block, heading, context)
    elif not meanings and role is None and (names or block.axis is not Axis.INDICATORS):
        meanings = asked(block, heading, names, context)
    if not meanings and role is None and (names or block.axis is not Axis.INDICATORS):
        strangers.append(heading)
        return None
    if block.view.column_hidden(heading.column):
        name_aside(Code.HIDDEN_COLUMN, block, heading, context)
        return None
    by_title = not any(context.indicators.knows(wording) for wording in [*names, *wordings(names)])
    column = FigureColumn(
        heading, block.heading_cell(heading.column), meanings, role, unit, None, None, years_in, by_title
    )
    return _in_time(column, block, context)


def _in_time(column: FigureColumn, block: Block, context: Context) -> FigureColumn | None:
    """The column with its year, its stage and, of a count or share, which of them; None where that rules it out."""
    heading, meanings, years_in = column.heading, column.meanings, column.years_in
    if block.axis is not Axis.YEARS and heading.years:
        years_in = None
    by_row = bool(years_in) or (bool(block.bands) and not heading.years)
    period = None if by_row else period_of_column(block, heading, context)
    if not by_row and (period is None or not context.wants(period)):
        return None
    if meanings and column.role is None:
        meanings = _as_share(meanings, heading)
        evidence = _evidence(block, heading, column.by_title)
        meanings = settled(meanings, evidence, block.view.name, column.place, heading.text, context)
        if not meanings:
            return None
    said = heading.stage or block.title.stage
    return replace(column, meanings=meanings, period=period, said=said, years_in=years_in)


def _told_by_title(
    block: Block, strangers: list[Heading], years_in: int | None, context: Context
) -> list[FigureColumn | None]:
    """The columns a person says the title is about, where none is known by its own heading."""
    shown = (heading for heading in strangers if not block.view.column_hidden(heading.column))
    told = ((heading, meanings) for heading in shown if (meanings := told_by_title(block, heading, context)))
    places = ((heading, block.heading_cell(heading.column), meanings) for heading, meanings in told)
    columns = (
        FigureColumn(h, place, found, None, None, None, None, years_in, False) for h, place, found in places
    )
    return [_in_time(column, block, context) for column in columns]


def _as_share(meanings: tuple[Meaning, ...], heading: Heading) -> tuple[Meaning, ...]:
    """«Kết quả (%)», «Đơn vị tham gia (%)» hold the share of what the name counts; «Số … (%)» stays a count."""
    counted = {m.indicator.id: m.indicator for m in meanings if m.role is Role.NUMERATOR}
    said = any(says_share(level) for level in heading.levels) and not says_count(heading.text)
    if not said or len(counted) != 1 or len(meanings) > 1:
        return meanings
    return tuple(Meaning(indicator, Role.VALUE) for indicator in counted.values())


def _evidence(block: Block, heading: Heading, by_title: bool) -> Evidence:
    words = [*reversed(heading.levels), *(block.title.subjects() if by_title else [])]
    return Evidence(words, block.measures_said, block.cells_of(heading.column))


def _may_hold_actuals(block: Block, heading: Heading, years_in: int | None, context: Context) -> bool:
    """A figure's column; «Năm báo cáo» over figures is this year's."""
    kind = heading.kind_among(context.indicators.knows)
    if kind is not HeadingKind.FIGURE and not (kind is HeadingKind.PERIOD and heading.column != years_in):
        return False
    if heading.stage is None and _is_of_a_plan(block):
        return False
    return block.has_values(heading.column) and (bool(heading.levels) or heading.column > block.name_column)


def _unit_cell(block: Block, heading: Heading, context: Context) -> Cell | None:
    """The heading's cell that names a unit, in tables whose rows are indicators or years."""
    if block.axis is Axis.UNITS:
        return None
    shown = (block.view.filled(row, heading.column) for row in block.heading_rows)
    return next((c for c in shown if c is not None and context.names_unit(c.text, _UNITS_OF_COLUMNS)), None)


def _meanings(
    block: Block, headed: bool, names: list[str], named_years: bool, context: Context
) -> tuple[tuple[Meaning, ...], Role | None]:
    """The known name at the lowest level that names anything; of the title, if the heading names nothing.

    A group above may complete a name («Giới thiệu việc làm | Số người»), and must not narrow it («Lao động |
    Phải tham gia»). An unknown word below a known name may narrow it («Trong đó: doanh nghiệp»): then there is
    none. «Tử số» and «Mẫu số» are the figures of the one indicator the group or the title names.
    """
    if names:
        if context.indicators.narrows(names[:-1]) or context.indicators.strange(names[:-1]):
            return (), None
        for wording in wordings(names):
            if known := context.indicators.meanings(wording):
                return tuple(known), None
        if len(names) == 1 and (counted := counted_in_title(block, names[0], context)):
            return counted, None
        role = _bare_role(names[-1])
        if role is None or block.axis is Axis.INDICATORS:
            return (), role
        found = _in_role(names[-2:-1] or block.title.subjects(), role, context)
        return tuple(m for m in found if fits_bare(names[-1], m.indicator)), role
    return meanings_of_title(block, headed, context, named_years), None


def _bare_role(name: str) -> Role | None:
    """«Đã tham gia» is the part, «% tham gia» the share."""
    role = _BARE_ROLES.get(one_wording(name))
    return Role.VALUE if role is Role.NUMERATOR and says_share(name) else role


def _in_role(names: list[str], role: Role, context: Context) -> tuple[Meaning, ...]:
    owners = [found for name in names if (found := context.indicators.whose_share(name))]
    return tuple(Meaning(indicator, role) for indicator in owners[0]) if owners else ()


def _roles_beside_their_counts(columns: list[FigureColumn], block: Block) -> list[FigureColumn]:
    """A bare «Tỷ lệ», «Đã tham gia» is of the one indicator whose counts stand under the same group; else left out."""
    if block.axis is Axis.INDICATORS:
        return _shares_beside_parts(columns)
    placed = []
    for column in columns:
        if column.meanings or column.role is None:
            placed.append(column)
            continue
        group = column.heading.levels[:-1]
        beside = {
            m.indicator.id: m.indicator
            for other in columns
            if other.heading.levels[:-1] == group and other.period == column.period
            for m in other.meanings
            if fits_bare(column.heading.text, m.indicator)
        }
        if len(beside) == 1:
            placed.append(replace(column, meanings=tuple(Meaning(i, column.role) for i in beside.values())))
    return [column for column in placed if column.meanings]


def _shares_beside_parts(columns: list[FigureColumn]) -> list[FigureColumn]:
    """Where rows name the indicators, «Kết quả (%)» beside «Tử số» is the share."""
    parts = {column.period for column in columns if column.role in (Role.NUMERATOR, Role.DENOMINATOR)}
    return [
        replace(column, role=Role.VALUE)
        if column.role is None
        and not column.meanings
        and column.period in parts
        and "%" in column.heading.text
        else column
        for column in columns
    ]
