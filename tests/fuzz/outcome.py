"""What becomes of a file, and whether every figure read from it stands in the cell it is said to come from."""

from __future__ import annotations

import signal
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from types import FrameType

from kpi.domain.observation import ObservationKey, SourcedObservation
from kpi.intake.request import Request
from kpi.intake.understand import Understanding, understand
from kpi.intake.workbook.addresses import row_and_column
from kpi.intake.workbook.child import answer_for
from kpi.intake.workbook.grid import Cell, CellKind, Grid, Sheet
from kpi.intake.workbook.limits import MEBIBYTE, Limits
from kpi.intake.workbook.wire import grid_from

from .second_look import SecondLook

# a mutant starts from a few kilobytes; what needs more than this has been blown up
SMALL = Limits(unpacked_bytes=32 * MEBIBYTE, cells=100_000, text_characters=4_000_000)
SECONDS = 10
# the reader's own word for an exception nobody thought of: good for a child process, a fault to be found here
UNTHOUGHT_OF = "unreadable"


class NotInTime(Exception):
    """Reading went on beyond the bound."""


@dataclass(frozen=True)
class Outcome:
    """A refusal's code, or what was understood of the grid that was read."""

    refused: str | None = None
    grid: Grid | None = None
    understood: Understanding | None = None

    @property
    def accepted(self) -> bool:
        return self.understood is not None and not any(issue.blocks for issue in self.understood.issues)

    @property
    def figures(self) -> dict[ObservationKey, tuple[object, ...]]:
        readings = self.understood.readings if self.understood else ()
        return {r.observation.key: figures_of(r) for r in readings}


def outcome_of(content: bytes, request: Request) -> Outcome:
    """Read as the child reads it, then understood. Raises whatever reader or understanding raise."""
    with _bounded_time():
        answer = answer_for(content, SMALL)
        if "refused" in answer:
            assert answer["refused"]["fault"] != UNTHOUGHT_OF, answer["refused"]["found"]
            return Outcome(refused=answer["refused"]["code"])
        grid = grid_from(answer)
        return Outcome(grid=grid, understood=understand(grid, request))


@contextmanager
def _bounded_time() -> Iterator[None]:
    def strike(_signal: int, _frame: FrameType | None) -> None:
        raise NotInTime

    before = signal.signal(signal.SIGALRM, strike)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def figures_of(reading: SourcedObservation) -> tuple[object, ...]:
    o = reading.observation
    return o.numerator, o.denominator, o.value


def untraceable(content: bytes, grid: Grid, understood: Understanding) -> list[str]:
    """The figures that are not, digit by digit, in the cell the reading points to: as read, and as in the XML."""
    second_look = SecondLook(content)
    return [
        f"{reading.observation.key} = {figure} is not what stands at {reading.sheet}!{address}"
        for reading in understood.readings
        for address, figure in _figures_with_places(reading)
        if not _stands_at(grid, second_look, reading.sheet, address, figure)
    ]


def misread(content: bytes, grid: Grid) -> list[str]:
    """The cells of text that do not say, letter by letter, what stands in the XML."""
    second_look = SecondLook(content)
    return [
        f"{sheet.name}!{cell.address} reads {cell.text!r}, not {shown!r}"
        for sheet in grid.sheets
        for cell in sheet.cells.values()
        if cell.kind is CellKind.TEXT
        and (shown := second_look.texts_at(sheet.name, cell.row, cell.column))
        and "_x" not in shown[0]  # an escape for a character that XML can't hold
        and _letters(cell.text) != _letters(shown[0])
    ]


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


def _figures_with_places(reading: SourcedObservation) -> Iterator[tuple[str, int | Decimal | None]]:
    o = reading.observation
    yield reading.cell, o.value if o.numerator is None else o.numerator
    if o.denominator is not None:
        yield reading.denominator_cell or "", o.denominator


def _stands_at(grid: Grid, second_look: SecondLook, sheet: str, address: str, figure: object) -> bool:
    cell = _seen_at(grid, sheet, address)
    if cell is None or _digits(figure) != _digits(cell.text):
        return False
    in_xml = second_look.texts_at(sheet, cell.row, cell.column)
    return [_digits(_rounded(text)) for text in in_xml] == [_digits(figure)]


def _seen_at(grid: Grid, name: str, address: str) -> Cell | None:
    sheet = next((sheet for sheet in grid.sheets if sheet.name == name), None)
    if sheet is None or not sheet.visible or not address:
        return None
    row, column = row_and_column(address)
    cell = sheet.cells.get((row, column))
    return None if cell is None or _hidden(sheet, cell) or not _holds_a_number(cell) else cell


def _hidden(sheet: Sheet, cell: Cell) -> bool:
    return cell.row in sheet.hidden_rows or cell.column in sheet.hidden_columns


def _holds_a_number(cell: Cell) -> bool:
    return cell.kind in (CellKind.NUMBER, CellKind.TEXT)


def _rounded(text: str) -> object:
    """A number to the fifteen digits that Excel keeps, any other text as it is."""
    try:
        return Decimal(f"{float(text):.14e}")
    except ValueError:
        return text


def _digits(figure: object) -> str:
    """The digits that count, so that 0.7 shown as 70% and 1.5 thousand for 1500 are the same figure."""
    text = format(figure, "f") if isinstance(figure, Decimal) else str(figure)
    return "".join(c for c in text if c.isdigit()).strip("0")
