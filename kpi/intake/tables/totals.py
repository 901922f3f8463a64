"""Lines of an office's table, and whether its printed totals are the sums of its units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kpi.domain.issue import Code
from kpi.intake.context import Context
from kpi.intake.workbook.grid import Cell

LARGEST_GROUP = 200  # no province has had as many units


class LineKind(StrEnum):
    UNIT = "unit"
    PROVINCE = "province"  # «Toàn tỉnh»: the province's own value, and a total
    TOTAL = "total"
    GROUP = "group"  # «I. Thành phố, thị xã»: the sum of the units below it
    PART = "part"  # «- Doanh nghiệp ngoài quốc doanh»: a part of the unit above it
    NAMELESS = "nameless"  # figures beside no name
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the body: its name, its cells by column, and those of them that hold whole numbers."""

    kind: LineKind
    row: int
    name: Cell
    anchor: str
    cells: Mapping[int, Cell | None]
    counts: Mapping[int, int]
    known: bool = True
    of_office: bool = False  # «BHXH tỉnh»: its own figures, or the province's

    def as_group(self) -> Line:
        return replace(self, kind=LineKind.GROUP)


def with_sums_as_groups(lines: list[Line]) -> list[Line]:
    """The lines, those nobody knows by name marked as groups where they are the sum of the units right below.

    An office's line that is the sum of all other units is their total.
    """
    lines = [replace(line, kind=LineKind.TOTAL) if _is_sum_of_all(line, lines) else line for line in lines]
    return [
        line.as_group() if _is_sum_of_a_group(line, lines[place + 1 : place + 1 + LARGEST_GROUP]) else line
        for place, line in enumerate(lines)
    ]


def _is_sum_of_all(line: Line, lines: list[Line]) -> bool:
    if line.kind is not LineKind.UNIT or not line.of_office or not line.counts:
        return False
    others = [other for other in lines if other.kind is LineKind.UNIT and other is not line]
    sums = {column: sum(other.counts.get(column, 0) for other in others) for column in line.counts}
    return len(others) > 1 and sums == line.counts


def _is_sum_of_a_group(line: Line, below: list[Line]) -> bool:
    """Whether a line nobody knows by name is, in every count, the sum of two or more units right below it."""
    if line.kind is not LineKind.UNIT or not line.counts or line.known:
        return False
    sums = dict.fromkeys(line.counts, 0)
    for number, member in enumerate(_members(below), start=1):
        sums = {column: so_far + member.counts.get(column, 0) for column, so_far in sums.items()}
        if number > 1 and sums == line.counts:
            return True
        if any(so_far > line.counts[column] for column, so_far in sums.items()):
            return False
    return False


def check_totals(sheet: str, lines: list[Line], context: Context) -> None:
    """A total, or a group's sum, that is not what its units add up to is named; columns of shares have none."""
    units = [line for line in lines if line.kind is LineKind.UNIT]
    for position, line in enumerate(lines):
        context.effort.look()
        if line.kind in (LineKind.TOTAL, LineKind.PROVINCE):
            _check(sheet, line, units, context)
        elif line.kind is LineKind.GROUP:
            _check(sheet, line, _members(lines[position + 1 :]), context)


def _members(after: list[Line]) -> list[Line]:
    members = []
    for line in after:
        if line.kind is LineKind.UNIT:
            members.append(line)
        elif line.kind is not LineKind.PART:
            break
    return members


def _check(sheet: str, total: Line, members: list[Line], context: Context) -> None:
    for column, printed in total.counts.items():
        if not members or not all(column in m.counts or m.cells[column] is None for m in members):
            continue
        computed = sum(m.counts.get(column, 0) for m in members)
        cell = total.cells[column]
        if computed != printed and cell is not None:
            context.findings.add(
                Code.TOTAL_MISMATCH,
                sheet=sheet,
                cell=cell.address,
                found=printed,
                name=total.name.text,
                printed=printed,
                computed=computed,
                about=tuple((sheet, c.address) for m in members if (c := m.cells[column]) is not None),
            )
