"""Where the pages of a sheet begin, so that what belongs together is not torn apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class PrintedRow(NamedTuple):
    """A row of a sheet as it is printed: its height in points, and whether the next row must be on its page."""

    height: float
    with_next: bool = False


def page_starts(rows: Iterable[PrintedRow], room: float) -> list[int]:
    """The rows, from 0, that begin a new page, on pages with `room` points for rows.

    What is taller than a page by itself begins one and is broken by the program that prints it.
    """
    starts: list[int] = []
    used = 0.0
    for first, height in _together(rows):
        if used and used + height > room:
            starts.append(first)
            used = 0.0
        used += height
        used = used % room if used > room else used
    return starts


def _together(rows: Iterable[PrintedRow]) -> Iterator[tuple[int, float]]:
    """The first row and the height of each run of rows that stay on one page."""
    first, height = 0, 0.0
    at = -1
    for at, row in enumerate(rows):
        height += row.height
        if not row.with_next:
            yield first, height
            first, height = at + 1, 0.0
    if height:
        yield first, height
