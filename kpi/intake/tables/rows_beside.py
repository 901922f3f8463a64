"""Rows whose names leave their figures in doubt: counts nobody knows near the share printed from them, another year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import FigureColumn
from kpi.intake.tables.printed_shares import fitting
from kpi.intake.words.headings import HeadingKind
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.numbers import NumberKind, read_number
from kpi.intake.words.periods import years_in

NEAR = 4  # rows above or below: a share stands by its counts
_PARTS = (Role.NUMERATOR, Role.DENOMINATOR)


def strange_parts(
    block: Block, columns: Sequence[FigureColumn], context: Context
) -> Mapping[int, list[Meaning]]:
    """What each row of an unknown name may count, as a share near by is the one it gives with another row."""
    rows = list(block.body_rows)
    names = {row: cell.text for row in rows if (cell := block.view.filled(row, block.name_column))}
    known = {row: context.indicators.meanings(name) for row, name in names.items()}
    found: dict[int, list[Meaning]] = {}
    for place, row in enumerate(rows):
        indicator = _share_of(known.get(row, []))
        if indicator is None:
            continue
        near = [r for r in rows[max(0, place - NEAR) : place + NEAR + 1] if r in names and r != row]
        for parts in _pairs(indicator, near, known):
            if _fits(block, columns, row, parts):
                for role, part in zip(_PARTS, parts, strict=True):
                    if not known[part]:
                        found.setdefault(part, []).append(Meaning(indicator, role))
    return found


def names_other_year(block: Block, name: str) -> bool:
    """Whether a row's name says a year that is not that of every column: «… năm 2021» under «Thực hiện năm 2022»."""
    of_columns = {y for h in block.headings if h.kind is HeadingKind.FIGURE for y in h.years}
    said = set(years_in(name))
    return bool(said) and not (of_columns or set(block.title.years)) <= said


def _share_of(meanings: Sequence[Meaning]) -> Indicator | None:
    shares = [m.indicator for m in meanings if m.role is Role.VALUE]
    return shares[0] if len(shares) == 1 and shares[0].denominator else None


def _pairs(
    indicator: Indicator, near: list[int], known: Mapping[int, list[Meaning]]
) -> Iterator[tuple[int, int]]:
    """Rows for part and whole: the known one, else any that is unknown; one of the two at least is."""
    of = {role: [r for r in near if Meaning(indicator, role) in known[r]] for role in _PARTS}
    strange = [r for r in near if not known[r]]
    for part in of[Role.NUMERATOR] or strange:
        for whole in of[Role.DENOMINATOR] or strange:
            if part != whole and not (known[part] and known[whole]):
                yield part, whole


def _fits(block: Block, columns: Sequence[FigureColumn], share: int, parts: tuple[int, int]) -> bool:
    printed = _numbers(block, columns, share, NumberKind.PERCENT)
    part, whole = (_numbers(block, columns, row, NumberKind.COUNT) for row in parts)
    return fitting(printed, part, whole) > 0


def _numbers(block: Block, columns: Sequence[FigureColumn], row: int, kind: NumberKind) -> dict[int, Decimal]:
    """The numbers of a row in its columns of plain figures."""
    plain = (c.column for c in columns if c.role is None and not c.meanings)
    read = ((column, read_number(block.view.cell(row, column), kind).number) for column in plain)
    return {column: number for column, number in read if number is not None}
