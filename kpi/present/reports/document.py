"""A report as headings, paragraphs and tables, before it becomes a file or a page: the same for every form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Part(StrEnum):
    """The parts of a report in their order; each is a sheet of the workbook or a table of the document."""

    SUMMARY = "summary"
    UNITS = "units"
    YEARS = "years"
    TASKS = "tasks"
    UNREPORTED = "unreported"
    SOURCES = "sources"


class Draws(StrEnum):
    """What a chart shows: an indicator year by year, or the gap of each unit."""

    PATH = "path"
    GAP = "gap"


ChartName = tuple[Draws, str]  # what is drawn, of which indicator (by its id)


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 stands for «I.», 2 for «1.»."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is its first words, set apart from the rest."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading, its width in mm of the 160 between the margins of an A4 page, and its alignment."""

    text: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row as they are read; `strong` for the province's own."""

    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `make` gives its rows when they are asked for, since not every form of a report shows them all.

    `charts` draw its figures, where the form of the report has charts and there are figures.
    """

    part: Part
    caption: str
    heads: tuple[Head, ...]
    make: Callable[[], Iterable[Row]]
    charts: tuple[ChartName, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self.make())


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What an administrative document opens and ends with. What the office fills in is left as dots.

    `to` is the line of address, `warning` the mark of made-up figures, empty for real ones.
    """

    superior: str
    office: str
    number: str
    motto: str
    motto_below: str
    place_and_date: str
    kind: str
    subject: str
    to: str
    warning: str
    recipients: tuple[str, ...]
    signature: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One report, whole: `blocks` are what is signed, `annex` what follows the signature under its own title.

    `footer` stands small at the foot of every page.
    """

    letterhead: Letterhead
    opening: str
    blocks: tuple[Block, ...]
    closing: str
    annex_title: str
    annex: tuple[Block, ...]
    footer: str

    def tables(self, part: Part) -> Sequence[Table]:
        """The tables of one part, in their order."""
        return [b for b in (*self.blocks, *self.annex) if isinstance(b, Table) and b.part is part]
