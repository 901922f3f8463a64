"""What stands above and below a table: years, stage, part of the year, plan or achievement, the day it was signed."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from itertools import islice, takewhile

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.tables.cell_kinds import is_year
from kpi.intake.tables.head_facts import head_facts
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.measure_words import measure_of_line, scale_said
from kpi.intake.words.periods import (
    made_on_day_in,
    part_of_year_in,
    signing_date_in,
    spans_years,
    stage_said,
    until_day_in,
    years_in,
)
from kpi.intake.words.title_times import (
    main_time,
    names_whole_year,
    part_of_year_of_title,
    year_of_paper,
    years_of_title,
)
from kpi.intake.words.title_words import (
    assigns,
    notes_a_plan,
    notes_in,
    opens_with_target,
    sheet_as_line,
    speaks_of_achievement,
    speaks_of_all_figures,
    speaks_of_plan,
    unwrapped,
    with_accents,
    without_citations,
)
from kpi.intake.workbook.grid import Cell, CellKind

_NUMBERED = re.compile(
    r"\(?(?:số\s*:|số\s+\d|kèm theo|theo (?:kế hoạch|quyết định|công văn)|ban hành kèm|căn cứ|nghị quyết|quyết định số"
    r"|công văn số)"
)
_CALLED_BY_YEAR = re.compile(r"\D*(?:19|20)\d{2}\D*")  # «2017», «Năm 2017»; not «KH 157-2017», «31-12-2017»
_REMARK = re.compile(r"\(?(?:các |đây là )?(?:số|dữ) liệu\b")
_SAYS_WHICH_PART = re.compile(
    r"\d\s*t|quý [ivx\d]|\d{4}|tháng (?!12\b)\d|\S t(?!12\b)\d"
)  # «9T», «Quý 4»; not a sheet «Quý» or «T1», any table

LAST_MONTH_OF_A_PART = 9
LONGEST_TITLE = 200  # cells of text


class Title:
    """The title block above a table, and the lines below it.

    A second table's own title stands between it and the one above; the sheet's lines hold for it too. Of tables side
    by side each has its own in its `columns`, and the lines at their left in rows where it has none.
    """

    def __init__(
        self,
        view: SheetView,
        first_row: int,
        above: int = 0,
        last_row: int | None = None,
        columns: range | None = None,
    ) -> None:
        facts = head_facts(view, above, first_row)
        said = [cell for cell in view.texts_above(first_row) if cell.row not in facts] + list(facts.values())
        said.sort(key=lambda cell: (cell.row, cell.column))
        texts = [
            _readable(cell) for cell in _ends_of(said if columns is None else _in_columns(said, columns))
        ]
        self.cells = [cell for cell in texts if cell.row > above]
        self.lines = [line for cell in texts for line in cell.text.splitlines()]
        below = [] if last_row is None else _ends_of(view.texts_below(last_row))
        self._signed = [line for cell in [*texts, *below] for line in cell.text.splitlines()]
        self._above = texts
        self._view = view
        self._sheet_name = view.name
        self._sheet_line = sheet_as_line(view.name)
        self.notes = [] if last_row is None else notes_in(_lines_below(view, last_row))
        self._foot = [] if last_row is None else _foot_below(view, last_row)
        self._notes_on_all = [note for note in self.notes if speaks_of_all_figures(note)]

    @cached_property
    def _first_figure(self) -> int:
        rows = (row for row in self._view.rows for cell in self._view.in_row(row) if _is_number(cell))
        return next(rows, 0)

    @cached_property
    def dated(self) -> date | None:
        """The earliest day the paper bears: of its signing or making, or that its figures stand at."""
        signed = (day for line in self._signed if (day := signing_date_in(line)))
        texts = [*self.subjects(), *self._notes_on_all]
        stand = (day for text in texts if (day := until_day_in(text)))
        made = (day for line in self._signed if (day := made_on_day_in(line)))
        return min([*signed, *stand, *made], default=None)

    @cached_property
    def stage(self) -> Stage | None:
        """What the title says; its remarks, the sheet's name and the notes below can make an estimate of it."""
        if Stage.ESTIMATE in map(stage_said, [self._sheet_line, *self._notes_on_all, *self.remarks]):
            return Stage.ESTIMATE
        said = (stage_said(without_citations(text)) for text in self.subjects())
        return next((stage for stage in said if stage), None)

    @cached_property
    def remarks(self) -> list[str]:
        """What lines under its first say of the figures: «(Số liệu ước thực hiện)», «Số liệu năm trước»."""
        under = self.subjects()[1:]
        return [text for text in under if _REMARK.match(text.casefold()) and not until_day_in(text)]

    @cached_property
    def years(self) -> list[int]:
        """The years of the table's own lines, else of the sheet's name, else of the lines above.

        A sheet called by another year than its title's leaves open which of them it is.
        """
        own = _subjects(self.cells)
        titled = _years(own) or [day.year for text in own if (day := until_day_in(text))]
        if len(titled) == 1 and _CALLED_BY_YEAR.fullmatch(self._sheet_name):
            return list(dict.fromkeys([*titled, *years_in(self._sheet_name)]))
        return titled or years_in(self._sheet_name) or _years(_subjects(self._above))

    @cached_property
    def part_of_year(self) -> str | None:
        """The line that speaks of nine months, a quarter, or a day long before the year's end."""
        return next(
            (line for line in self._of_time if part_of_year_of_title(line) and not _near_end(line)), None
        )

    @cached_property
    def of_whole_year_too(self) -> bool:
        """Whether a line speaks of the whole year, beside a part of it: «9 tháng và ước cả năm»."""
        return any(names_whole_year(line) for line in self._of_time)

    @cached_property
    def half_or_quarter(self) -> Period | None:
        """The half-year or quarter the title is about, and nothing longer; nine months are no reporting period."""
        if self.part_of_year is None or self.of_whole_year_too:
            return None
        return part_of_year_in(main_time(self.part_of_year))

    @property
    def _of_time(self) -> list[str]:
        lines = [*(self.subjects() or _subjects(self._above)), *self._notes_on_all]
        return lines + ([self._sheet_line] if _SAYS_WHICH_PART.search(self._sheet_line) else [])

    @cached_property
    def doubtful_year(self) -> int | None:
        """The one year the title names, where it stands behind a paper's number and may be the paper's.

        The same year in the sheet's name makes it the figures'.
        """
        doubted = {year for text in self.subjects() if (year := year_of_paper(text))}
        sure = doubted != set(self.years) or doubted & set(years_in(self._sheet_name))
        return None if sure or len(doubted) != 1 else doubted.pop()

    @cached_property
    def of_several_years(self) -> bool:
        """Whether the title speaks of several years as one, «Kết quả 2016-2018», and of none alone."""
        return not self.years and any(spans_years(main_time(text)) for text in self.subjects())

    def planned(self, lists_indicators: bool) -> bool:
        """Whether the title, or the sheet's name, speaks of a plan alone: «Chỉ tiêu giao năm 2018».

        Over rows that are indicators a bare «Chỉ tiêu …» names just those.
        """
        return any(not (lists_indicators and opens_with_target(line)) for line in self._of_a_plan)

    @cached_property
    def named_as_plan(self) -> bool:
        """Whether the sheet's name is a plan's, whatever the title says: «KH 2018», «Kế hoạch giao»."""
        return speaks_of_plan(self._sheet_line) and not opens_with_target(self._sheet_line)

    @cached_property
    def _of_a_plan(self) -> list[str]:
        """The lines that make the table a plan's; none where one speaks of an achievement.

        Of a second table its own title decides, where that speaks of either.
        """
        own = unwrapped(line for cell in self.cells for line in cell.text.splitlines() if _is_subject(line))
        lines = [*unwrapped(filter(_is_subject, self.lines)), self._sheet_line]
        lines = own if any(speaks_of_plan(line) for line in own) else lines
        if any(speaks_of_achievement(line) for line in lines):
            return []
        cited = [line for line in self.lines if _NUMBERED.match(line.strip().casefold()) and assigns(line)]
        return [line for line in lines if speaks_of_plan(line)] + cited

    @cached_property
    def measures(self) -> list[str]:
        """«nghìn người»: what lines above and below, or the sheet's name, say the figures are measured in."""
        named = [
            measure for measure in [measure_of_line(self._sheet_name)] if measure and scale_said(measure)
        ]
        lines = [*self.lines, *self.notes, *self._foot]
        return [measure for line in lines if (measure := measure_of_line(line))] + named

    @cached_property
    def noted_as_plan(self) -> bool:
        """Whether a note below says that the figures are a plan's: «(*) Số kế hoạch»."""
        return any(notes_a_plan(note) for note in self.notes)

    @cached_property
    def subject_cells(self) -> list[Cell]:
        """The cells of `subjects`."""
        return [cell for cell in self.cells if _subjects([cell])]

    @cached_property
    def head(self) -> list[Cell]:
        """Such cells at the head of the sheet, above its first figure."""
        return [cell for cell in self._above if cell.row < self._first_figure and _subjects([cell])]

    def subjects(self) -> list[str]:
        """Title lines that tell what the table is about: not the letterhead, not the place and date."""
        return _subjects(self.cells)


def _near_end(line: str) -> bool:
    """Whether a line's figures stand at a day in the last quarter: reported so, they are the year's estimate."""
    day = until_day_in(line)
    return day is not None and day.month > LAST_MONTH_OF_A_PART


def _is_number(cell: Cell) -> bool:
    return cell.kind is CellKind.NUMBER and not is_year(cell)


def _in_columns(texts: list[Cell], columns: range) -> list[Cell]:
    own = {cell.row for cell in texts if cell.column in columns}
    return [c for c in texts if c.column in columns or (c.column < columns.start and c.row not in own)]


def _readable(cell: Cell) -> Cell:
    return (
        cell._replace(text="\n".join(map(with_accents, cell.text.splitlines())))
        if cell.text.isascii()
        else cell
    )


def _ends_of(texts: list[Cell]) -> list[Cell]:
    """All texts, but of a flood only its beginning and its end: what lies deep in it is no title or foot."""
    return texts if len(texts) <= 2 * LONGEST_TITLE else texts[:LONGEST_TITLE] + texts[-LONGEST_TITLE:]


def _lines_below(view: SheetView, last_row: int) -> list[str]:
    """The lines of text right below a table, until figures follow; one for each row that holds several texts."""
    below = (view.in_row(row) for row in view.rows if row > last_row)
    texts = takewhile(lambda cells: all(cell.kind is CellKind.TEXT for cell in cells), below)
    return [line for cells in islice(texts, LONGEST_TITLE) for line in _in_lines(cells)]


def _foot_below(view: SheetView, last_row: int) -> list[str]:
    """The lines of text below a table; where figures follow, only those right below it, with an empty row after."""
    below = [row for row in view.rows if row > last_row][:LONGEST_TITLE]
    figures = next((row for row in below if len(view.in_row(row)) > 1 and _holds_number(view, row)), None)
    if figures is not None:
        below = [row for place, row in enumerate(below) if row == last_row + 1 + place]
        below = below if below and below[-1] + 1 < figures else []
    texts = [c for row in below for c in view.in_row(row) if c.kind is CellKind.TEXT]
    return [line for cell in texts for line in cell.text.splitlines()]


def _holds_number(view: SheetView, row: int) -> bool:
    return any(_is_number(cell) for cell in view.in_row(row))


def _in_lines(cells: list[Cell]) -> list[str]:
    return cells[0].text.splitlines() if len(cells) == 1 else [" ".join(cell.text for cell in cells)]


def _subjects(cells: list[Cell]) -> list[str]:
    texts = (" ".join(cell.text.split()) for cell in cells)
    return [text for text in texts if _is_subject(text)]


def _is_subject(text: str) -> bool:
    plain = text.strip()
    return not signing_date_in(plain) and not _NUMBERED.match(plain.casefold())


def _years(texts: list[str]) -> list[int]:
    return list(dict.fromkeys(year for text in texts for year in years_of_title(text)))
