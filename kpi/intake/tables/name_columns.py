"""Which of several columns of units' names the figures at their right are of."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.issue import Choice, Code
from kpi.intake.context import Context
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.workbook.grid import Cell, column_letters


def columns_of_names(
    view: SheetView, heading_rows: Sequence[int], body: Sequence[int], naming: Sequence[int], context: Context
) -> list[int]:
    """The columns of names that begin a table each, of those `naming` units.

    Two with figures between them are two tables side by side; of two without, one names whose the figures are.
    """
    starts = list(naming[:1])
    for column in naming[1:]:
        between = range(starts[-1] + 1, column)
        if any(is_figure(view.cell(row, c)) for row in body for c in between):
            starts.append(column)
        elif _names_the_rows(view, heading_rows, body, (starts[-1], column), context):
            starts[-1] = column
    return starts


def _names_the_rows(
    view: SheetView, heading_rows: Sequence[int], body: Sequence[int], pair: tuple[int, int], context: Context
) -> bool:
    """Whether the second of two columns names whose the figures are: «Mã | Tên»; asked where the two name others."""
    rows = [(view.cell(row, pair[0]), view.cell(row, pair[1])) for row in body]
    other = next((b for a, b in rows if a is not None and b is not None and _differ(a, b, context)), None)
    if other is None:
        return True
    heads = [
        next((c for r in reversed(heading_rows) if (c := view.filled(r, column))), None) for column in pair
    ]
    if heads[1] is not None and Heading(pair[1], (heads[1].text,)).kind is HeadingKind.REMARK:
        return False
    letters = [column_letters(column) for column in pair]
    choices = [
        Choice(letter, head.text if head else letter) for letter, head in zip(letters, heads, strict=True)
    ]
    place, label = heads[1] or other, " / ".join(choice.label for choice in choices)
    answer = context.findings.ask(
        Code.UNIT_AMBIGUOUS, "", choices, sheet=view.name, cell=place.address, found=place.text, columns=label
    )
    return answer == letters[1]


def _differ(one: Cell, other: Cell, context: Context) -> bool:
    """Whether two names of a row are of two units."""
    first, second = ({unit.id for unit in context.units.match(c.text, None).units} for c in (one, other))
    return bool(first and second) and not first & second
