"""What reading one upload needs at hand: the request, the names, the findings; and the decisions names ask for."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from kpi.domain.issue import Choice, Code
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.domain.unit import Level, ReportingUnit
from kpi.intake.effort import Effort
from kpi.intake.findings import Findings
from kpi.intake.request import Request
from kpi.intake.words.indicator_names import IndicatorNames, Meaning
from kpi.intake.words.known_words import KnownWords
from kpi.intake.words.title_places import TitlePlaces
from kpi.intake.words.unit_names import UnitFound, UnitMatch, UnitNames, is_whole_province, split_kind
from kpi.intake.workbook.grid import Cell

WHOLE = "whole"  # the answer that figures in doubt are those of the indicator


class Context:
    """The reading of one upload."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.findings = Findings(request)
        self.effort = Effort()
        self.units = UnitNames(request.units, request.plan.province)
        self.indicators = IndicatorNames(request.plan)
        self.title_places = TitlePlaces(self.units.own)
        self.sheet_names: list[str] = []
        self.years_seen: set[int] = set()

    @cached_property
    def known_words(self) -> KnownWords:
        """What titles above figures of the plan may say without making others of them."""
        plan = self.request.plan
        places = [name for unit in self.units.own for name in (unit.name, *unit.aliases)]
        names = [*self.indicators.names_of_all(plan.measured), *(i.noun for i in plan.measured)]
        bare = [split_kind(name)[1] for name in places]
        return KnownWords([*names, plan.title, plan.title_en or ""], [*places, *bare])

    @property
    def province(self) -> ReportingUnit:
        return self.request.units[self.request.plan.province]

    def wants(self, period: Period) -> bool:
        """Whether the period is of the year asked for; any year is, where none was asked for."""
        self.years_seen.add(period.year)
        return self.request.year in (None, period.year)

    def names_unit(
        self,
        text: str,
        known: tuple[UnitFound, ...] = (UnitFound.ONE, UnitFound.AMBIGUOUS, UnitFound.REMARKED),
    ) -> bool:
        """Whether a text names a unit, or the whole province."""
        return is_whole_province(text) or self.units.outright(text, None).found in known

    def may_name_unit(self, text: str) -> bool:
        """Whether a line above figures names whose they are, even if it is no unit of the plan: «Xã Sơn Tiến»."""
        found = self.units.match(text, None).found
        return is_whole_province(text) or found is not UnitFound.UNKNOWN or self.title_places.named(text).any

    def unit(self, sheet: str, cell: Cell, period: Period) -> ReportingUnit | None:
        """The unit a cell names, or None after saying why not, or asking: of a name struck out, whether it counts."""
        unit = self.named_unit(sheet, cell.address, cell.text, period)
        if unit is None or not cell.struck:
            return unit
        choices = [Choice(unit.id, unit.name), Choice("none", "–")]
        place = {"sheet": sheet, "cell": cell.address, "found": cell.text}
        answer = self.findings.ask(Code.UNIT_AMBIGUOUS, "struck", choices, **place, struck=cell.text)
        return unit if answer == unit.id else None

    def named_unit(self, sheet: str, address: str | None, text: str, period: Period) -> ReportingUnit | None:
        """The unit a text in a cell or, without an address, about the sheet names; None as for `unit`."""
        if is_whole_province(text):
            return self.province
        match = self.units.match(text, period)
        place = {"sheet": sheet, "cell": address, "found": text}
        if match.found is UnitFound.ONE:
            if not match.exact:
                self.findings.add(Code.NAME_NORMALISED, **place, unit=match.unit.name)
            return match.unit
        if match.found in (UnitFound.AMBIGUOUS, UnitFound.NEAR, UnitFound.REMARKED):
            return self._ask_unit(sheet, address, text, match)
        self._refuse_unit(place, match, period)
        return None

    def _ask_unit(self, sheet: str, address: str | None, text: str, match: UnitMatch) -> ReportingUnit | None:
        code = Code.UNIT_AMBIGUOUS if match.found is UnitFound.AMBIGUOUS else Code.UNIT_UNKNOWN
        choices = [Choice(unit.id, unit.name) for unit in match.units]
        if match.found is UnitFound.REMARKED:
            choices.append(Choice("none", "–"))
        answer = self.findings.ask(
            code, "", choices, sheet=sheet, cell=address, found=text, expected="unit-name"
        )
        return next((unit for unit in match.units if unit.id == answer), None)

    def _refuse_unit(self, place: dict[str, str | None], match: UnitMatch, period: Period) -> None:
        if match.found is UnitFound.NOT_VALID:
            unit = match.unit
            successors = ", ".join(self.request.units[s].name for s in unit.successors)
            dates = {"until": unit.exists_to, "since": unit.exists_from, "successor": successors}
            known = {name: value for name, value in dates.items() if value}
            self.findings.add(
                Code.UNIT_NOT_VALID, **place, expected="unit-valid", unit=unit.name, period=period, **known
            )
        elif match.found is UnitFound.ELSEWHERE:
            self.findings.add(Code.UNIT_NOT_IN_PLAN, **place, expected="unit-in-plan")
        else:
            self.findings.add(Code.UNIT_UNKNOWN, **place, expected="unit-name")

    def indicator(self, sheet: str, cell: Cell) -> Indicator | None:
        """The indicator a cell names by id or name, or None after saying why not, or asking."""
        named = self.indicators.indicators(cell.text)
        if len(named) == 1:
            return named[0]
        offered = named or self.indicators.near(cell.text)
        if not offered:
            self.findings.add(
                Code.INDICATOR_UNKNOWN,
                sheet=sheet,
                cell=cell.address,
                found=cell.text,
                expected="indicator-name",
            )
            return None
        answer = self.findings.ask(
            Code.INDICATOR_AMBIGUOUS if named else Code.INDICATOR_UNKNOWN,
            "",
            [Choice(indicator.id, indicator.name) for indicator in offered],
            sheet=sheet,
            cell=cell.address,
            found=cell.text,
            expected="indicator-name",
        )
        return next((indicator for indicator in offered if indicator.id == answer), None)

    def meanings_chosen(
        self,
        offered: list[Meaning],
        sheet: str,
        cell: str | None,
        found: str | None,
        code: Code = Code.INDICATOR_UNKNOWN,
    ) -> list[Meaning]:
        """The figures a person says a heading or row holds, of those it may hold; empty while it is in question.

        One count may be a figure of two indicators: it is offered once, and taken for both.
        """
        named: dict[str, list[Meaning]] = {}
        for meaning in offered:
            named.setdefault(self.indicators.name_of(meaning), []).append(meaning)
        choices = [Choice(f"{m[0].indicator.id}/{m[0].role}", name) for name, m in named.items()]
        answer = self.findings.ask(
            code,
            "",
            [*choices, Choice("none", "–")],
            sheet=sheet,
            cell=cell,
            found=found,
            expected="indicator-name",
        )
        chosen = {choice.choice: named[choice.label] for choice in choices}
        return chosen.get(answer or "", [])

    def holds_whole(self, sheet: str, cell: str | None, text: str, doubt: str) -> bool:
        """Whether figures are in whole what they seem to be though words of a text leave it in doubt: asked.

        While it is in question they are read on, so that a person learns of their own faults at once.
        """
        answer = self.findings.ask(
            Code.INDICATOR_AMBIGUOUS,
            "",
            [Choice(WHOLE, WHOLE), Choice("none", "–")],
            sheet=sheet,
            cell=cell,
            found=text,
            expected="indicator-name",
            doubt=doubt,
        )
        return answer in (None, WHOLE)

    def reports(self, indicator: Indicator, unit: ReportingUnit | None, sheet: str, cell: str) -> bool:
        """Whether the unit's level reports the indicator; says so where it does not. A unit in question may."""
        if unit is None:
            return True
        level_fits = unit.level in indicator.levels or (
            unit.level is Level.AGENCY and Level.DISTRICT in indicator.levels
        )
        if not level_fits:
            self.findings.add(
                Code.UNIT_NOT_IN_PLAN, sheet=sheet, cell=cell, found=unit.name, indicator=indicator.name
            )
        return level_fits

    def stage(
        self, said: Stage | None, period: Period, sheet: str, cell: str | None, title_date: date | None
    ) -> Stage | None:
        """The stage of a figure: what the workbook says, else the request; asked where that contradicts a date.

        A workbook dated before the period's end, or read before it, can hold an estimate only.
        """
        stated = said or self.request.stage
        dated = min(title_date or self.request.today, self.request.today)
        too_early = dated < period.last_day
        if stated is None and too_early:
            return Stage.ESTIMATE
        if stated is not None and not (stated is Stage.OFFICIAL and too_early):
            return stated
        choices = [Choice(stage.value, stage.value) for stage in Stage]
        detail = {"date": dated.isoformat()} if too_early else {}
        answer = self.findings.ask(
            Code.STAGE_UNCLEAR,
            str(period),
            choices,
            sheet=sheet,
            cell=cell,
            expected="stage",
            period=period,
            **detail,
        )
        return Stage(answer) if answer else None

    def period_has_begun(self, period: Period, sheet: str, cell: str | None) -> bool:
        """Whether there can be figures for the period yet; says so where there can't."""
        if period.first_day <= self.request.today:
            return True
        self.findings.add(
            Code.PERIOD_IN_FUTURE, sheet=sheet, cell=cell, found=period, expected="year", period=period
        )
        return False
