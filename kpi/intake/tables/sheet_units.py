"""Whose figures a table holds whose rows name no unit: its sheet's name and its title tell, or it is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kpi.domain.issue import Choice, Code
from kpi.domain.period import Period
from kpi.domain.unit import Level, ReportingUnit
from kpi.intake.context import Context
from kpi.intake.tables.titles import Title
from kpi.intake.words.sheet_names import is_usual, names_within, shortened_in
from kpi.intake.words.text import fold_name
from kpi.intake.words.title_places import PlacesNamed, is_addressed, is_sent_to_an_office
from kpi.intake.words.unit_names import UnitFound, UnitMatch, is_whole_province, split_kind
from kpi.intake.workbook.grid import Cell

_UNNAMED = re.compile(r"(?:sheet|trang tính|table|bảng) ?\d+")  # as a program calls a sheet nobody has named
_CERTAIN = (UnitFound.ONE, UnitFound.AMBIGUOUS)


@dataclass(frozen=True)
class _Titled:
    """What the cells of a title name."""

    said: list[tuple[Cell, PlacesNamed]]

    @cached_property
    def full(self) -> list[ReportingUnit]:
        return list(dict.fromkeys(unit for _, places in self.said for unit in places.full))

    @cached_property
    def near(self) -> list[ReportingUnit]:
        """Named by bare name alone: «BHXH thị xã Kỳ Anh» above «Kỳ Anh năm 2018» is the town in both."""
        named = {split_kind(unit.name)[1] for unit in self.full}
        near = (unit for _, places in self.said for unit in places.near)
        return list(dict.fromkeys(unit for unit in near if split_kind(unit.name)[1] not in named))

    @property
    def units(self) -> list[ReportingUnit]:
        return [*self.full, *self.near]

    @cached_property
    def doubtful(self) -> Cell | None:
        """The cell that leaves in doubt whose figures follow."""
        several = len(self.full) > 1
        doubts = (
            cell
            for cell, places in reversed(self.said)
            if places.other or set(places.near) & set(self.near) or (several and places.full)
        )
        return next(doubts, None)

    def against(self, unit: ReportingUnit) -> Cell | None:
        """The cell that names something else than a unit."""
        name = split_kind(unit.name)[1]
        for cell, places in self.said:
            others = any(other != unit for other in places.full)
            if others or any(split_kind(other.name)[1] != name for other in places.near):
                return cell
            if places.other and unit.level is not Level.AGENCY:
                return cell
        return None


def unit_of_sheet(sheet: str, title: Title, period: Period, context: Context) -> ReportingUnit | None:
    """The unit a sheet's name or the title names, else the province; None while it is asked or after saying why not.

    Asked where the two contradict each other, where the title names several units or what is no unit, and where the
    sheet's name may be a unit's.
    """
    text, named = _named_by_sheet(sheet, period, context)
    titled = _named_by_title(title, context)
    if named.found is not UnitFound.UNKNOWN:
        against = titled.against(named.unit) if named.found is UnitFound.ONE else None
        if against is not None:
            return _asked([named.unit, *titled.units], sheet, against, context)
        return context.named_unit(sheet, None, text, period)
    if titled.doubtful is not None:
        offered = [*titled.units, *_offices(titled.doubtful, context), context.province]
        return _asked(offered, sheet, titled.doubtful, context)
    unit = titled.full[0] if titled.full else _inherited(title, context)
    short = shortened_in(sheet, context.units.own)
    if unit is not None and (not short or unit in short):
        return context.named_unit(sheet, None, unit.name, period)
    no_unit = context.title_places.named(sheet).other
    tells = is_usual(sheet) and not _UNNAMED.fullmatch(sheet.casefold())
    if short or no_unit or (not tells and _others_name_units(sheet, context)):
        return _asked([*([unit] if unit else []), *short, context.province], sheet, None, context)
    addressee = _addressee_of_another(title, context)
    return _asked([context.province], sheet, addressee, context) if addressee else context.province


def _addressee_of_another(title: Title, context: Context) -> Cell | None:
    """The line that sends a form to the office of the province, or of a district, where no line says from whom."""
    own = fold_name(split_kind(context.province.name)[1])
    senders = (cell for cell in title.cells if not is_addressed(cell.text))
    if any(own in fold_name(cell.text) for cell in senders):
        return None
    return next((cell for cell in title.cells if is_sent_to_an_office(cell.text)), None)


def _named_by_sheet(sheet: str, period: Period, context: Context) -> tuple[str, UnitMatch]:
    """What a sheet's name means, whole or without the usual words around: «BC Hương Sơn 2018»."""
    if is_whole_province(sheet):
        return sheet, UnitMatch(UnitFound.UNKNOWN)
    names = [sheet, *names_within(sheet)]
    outright = next((n for n in names if context.units.outright(n, period).found in _CERTAIN), None)
    matches = [(name, context.units.match(name, period)) for name in ([outright] if outright else names)]
    return next((m for m in matches if m[1].found is not UnitFound.UNKNOWN), matches[0])


def _named_by_title(title: Title, context: Context) -> _Titled:
    """What the table's own title names; where that is nothing, what the head of the sheet does."""
    for cells in (title.subject_cells, title.head):
        said = [(cell, context.title_places.named(cell.text)) for cell in cells]
        if any(places.any for _, places in said):
            return _Titled(said)
    return _Titled([])


def _inherited(title: Title, context: Context) -> ReportingUnit | None:
    """The one district that the other lines above name: «(Kèm theo công văn của BHXH huyện Đức Thọ)»."""
    return context.units.inside([line for line in title.lines if not is_addressed(line)])


def _offices(cell: Cell, context: Context) -> list[ReportingUnit]:
    """The province's own office, where a title speaks of an office."""
    said = "văn phòng" in cell.text.casefold()
    return [unit for unit in context.units.own if said and unit.level is Level.AGENCY]


def _others_name_units(sheet: str, context: Context) -> bool:
    """Whether other sheets of the file are named after units, in full or in short."""
    others = [name for name in context.sheet_names if name != sheet]
    return any(
        context.units.spells(name)
        or any(context.units.outright(n, None).found in _CERTAIN for n in names_within(name))
        or (len(name) > 2 and shortened_in(name, context.units.own))
        for name in others
    )


def _asked(
    offered: list[ReportingUnit], sheet: str, cell: Cell | None, context: Context
) -> ReportingUnit | None:
    units = {unit.id: unit for unit in offered}
    answer = context.findings.ask(
        Code.UNIT_UNKNOWN,
        "",
        [*(Choice(unit.id, unit.name) for unit in units.values()), Choice("none", "–")],
        sheet=sheet,
        cell=cell.address if cell else None,
        found=cell.text if cell else sheet,
        expected="unit-name",
    )
    return units.get(answer or "")
