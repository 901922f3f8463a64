"""Counts under a heading nobody knows, beside the printed share of them: proved by the share, else asked about.

A share alone can be neither summed nor recomputed, so its counts are never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from kpi.domain.issue import Choice, Code
from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.figure_column import FigureColumn, chosen, in_question, place_of
from kpi.intake.tables.printed_shares import fitting
from kpi.intake.words.headings import Heading
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.numbers import NumberKind, read_number

MOST_ASKED = 3  # columns: among more, none is likely
FEWEST_ROWS = 2  # the printed share of a single row may fit by chance
_PARTS = (Role.NUMERATOR, Role.DENOMINATOR)
Parts = dict[Role, int]


@dataclass(frozen=True, slots=True)
class _LoneShare:
    """A column of printed shares without both its counts, and the columns of those counts that are known."""

    column: FigureColumn
    indicator: Indicator
    known: Parts


def with_counts_beside(
    columns: Sequence[FigureColumn], strangers: list[Heading], block: Block, context: Context
) -> list[FigureColumn]:
    """The columns, and among them those strangers that are the counts of a share: these are strangers no more."""
    kept, figures = list(columns), _Figures(block)
    for share in _lone_shares(columns):
        beside = {s.column: s for s in strangers if _counts_in(s, share.column, block, context)}
        fits = [parts for parts in _pairs(share, beside) if _fits(share, parts, figures)]
        proved = fits[0] if len(fits) == 1 else None
        others = {
            c for c, s in beside.items() if context.indicators.narrowing_beyond(s.levels, share.indicator)
        }
        if proved and others & set(proved.values()):
            if not chosen([Meaning(share.indicator, Role.VALUE)], block, share.column.heading, context):
                kept.remove(share.column)
            continue
        if proved and share.known:
            found = _proved(share, proved, beside, block, context)
        else:
            found = _asked(share, [s for c, s in beside.items() if c not in others], block, context)
        kept += found
        strangers[:] = [s for s in strangers if s.column not in {c.column for c in found}]
    return kept


def with_other_halves(
    columns: Sequence[FigureColumn], strangers: list[Heading], block: Block, context: Context
) -> list[FigureColumn]:
    """The columns, and strangers a person says are the other half of shares of which only one count is known.

    Asked only where the table would else hold no figure at all.
    """
    lone = [(column, half) for column in columns if (half := _other_half(column, columns)) is not None]
    if not lone or len(lone) < len(columns):
        return list(columns)
    kept = list(columns)
    for column, half in lone:
        for heading in [s for s in strangers if any(map(is_figure, block.cells_of(s.column)))][:MOST_ASKED]:
            if chosen([half], block, heading, context):
                kept.append(replace(_like(column, heading, block), meanings=(half,)))
                strangers.remove(heading)
    return kept


def _other_half(column: FigureColumn, columns: Sequence[FigureColumn]) -> Meaning | None:
    """The count that a column of one lacks to be a share; None where it stands in another, or is no part of one."""
    if len(column.meanings) != 1 or column.meanings[0].indicator.denominator is None:
        return None
    known = column.meanings[0]
    together = (m for c in columns if c.period == column.period for m in c.meanings)
    roles = {m.role for m in together if m.indicator is known.indicator}
    missing = [role for role in _PARTS if role not in roles]
    return Meaning(known.indicator, missing[0]) if roles < set(_PARTS) and len(missing) == 1 else None


def with_parts_beside(
    columns: Sequence[FigureColumn], strangers: list[Heading], block: Block, context: Context
) -> list[FigureColumn]:
    """Where rows name the indicators: the columns, and strangers a person says hold the parts of a column of shares."""
    kept = list(columns)
    for share in (c for c in columns if c.role is Role.VALUE and not c.meanings):
        known = {c.role for c in columns if (c.period, c.unit) == (share.period, share.unit)}
        missing = [role for role in _PARTS if role not in known]
        for heading in [s for s in strangers if missing and _counts_in(s, share, block, context)]:
            role = _part_chosen(missing, heading, block, context)
            if role is not None:
                kept.append(replace(_like(share, heading, block), role=role))
                strangers.remove(heading)
    return kept


def _part_chosen(missing: list[Role], heading: Heading, block: Block, context: Context) -> Role | None:
    answer = context.findings.ask(
        Code.INDICATOR_UNKNOWN,
        "",
        [*(Choice(role.value, role.value) for role in missing), Choice("none", "–")],
        sheet=block.view.name,
        cell=place_of(block, heading),
        found=heading.text or None,
        expected="column-name",
    )
    return next((role for role in missing if role == answer), None)


def _lone_shares(columns: Sequence[FigureColumn]) -> Iterator[_LoneShare]:
    for column in columns:
        indicator = column.meanings[0].indicator if len(column.meanings) == 1 else None
        if indicator is None or column.meanings[0].role is not Role.VALUE:
            continue
        if indicator.numerator is None or indicator.denominator is None:
            continue
        known: Parts = {
            m.role: other.column
            for other in columns
            if (other.period, other.unit) == (column.period, column.unit)
            for m in other.meanings
            if m.indicator is indicator and m.role is not Role.VALUE
        }
        if len(known) < len(_PARTS):
            yield _LoneShare(column, indicator, known)


def _counts_in(stranger: Heading, share: FigureColumn, block: Block, context: Context) -> bool:
    """Whether a stranger's figures, of the same year as a share's, are whole numbers; not while it is in question."""
    year = share.period.year if share.period else None
    if stranger.years and year not in stranger.years:
        return False
    if block.view.column_hidden(stranger.column) or in_question(block, stranger, context):
        return False
    figures = [cell for cell in block.cells_of(stranger.column) if is_figure(cell)]
    return bool(figures) and all(read_number(c, NumberKind.COUNT).number is not None for c in figures)


def _pairs(share: _LoneShare, beside: dict[int, Heading]) -> Iterator[Parts]:
    choices = [[share.known[role]] if role in share.known else list(beside) for role in _PARTS]
    for numerator, denominator in product(*choices):
        if numerator != denominator:
            yield {Role.NUMERATOR: numerator, Role.DENOMINATOR: denominator}


def _fits(share: _LoneShare, parts: Parts, figures: _Figures) -> bool:
    """Whether part ÷ whole is the printed share in every row, and in enough of them to be no chance."""
    printed = figures.of(share.column.column, NumberKind.PERCENT)
    part, whole = (figures.of(parts[role], NumberKind.COUNT) for role in _PARTS)
    return fitting(printed, part, whole) >= FEWEST_ROWS


class _Figures:
    """The numbers of a table's columns by row, each read once."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._read: dict[int, dict[int, Decimal]] = {}

    def of(self, column: int, kind: NumberKind) -> dict[int, Decimal]:
        if column not in self._read:
            readings = ((cell.row, read_number(cell, kind)) for cell in self._block.cells_of(column))
            self._read[column] = {row: r.number for row, r in readings if r.number is not None}
        return self._read[column]


def _proved(
    share: _LoneShare, parts: Parts, beside: dict[int, Heading], block: Block, context: Context
) -> list[FigureColumn]:
    """The counts the share proves, which is said."""
    found = [
        _as_count(beside[column], Meaning(share.indicator, role), share, block)
        for role, column in parts.items()
        if role not in share.known
    ]
    for column in found:
        context.findings.add(
            Code.NAME_NORMALISED,
            sheet=block.view.name,
            cell=column.place,
            found=column.heading.text,
            figure=context.indicators.name_of(column.meanings[0]),
        )
    return found


def _asked(
    share: _LoneShare, beside: Sequence[Heading], block: Block, context: Context
) -> list[FigureColumn]:
    missing = [Meaning(share.indicator, role) for role in _PARTS if role not in share.known]
    return [
        _as_count(heading, meaning, share, block)
        for heading in beside
        for meaning in chosen(missing, block, heading, context)
    ]


def _as_count(heading: Heading, meaning: Meaning, share: _LoneShare, block: Block) -> FigureColumn:
    return replace(_like(share.column, heading, block), meanings=(meaning,), role=None, by_title=False)


def _like(share: FigureColumn, heading: Heading, block: Block) -> FigureColumn:
    said = heading.stage or share.said
    return replace(share, heading=heading, place=block.heading_cell(heading.column), said=said)
