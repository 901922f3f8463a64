"""The program as one thing to hand around: definitions and database."""

from __future__ import annotations

from dataclasses import dataclass

from kpi.domain.plan import Plan
from kpi.domain.unit import ReportingUnit, UnitRegister
from kpi.intake.words.unit_names import UnitFound, UnitNames
from kpi.registry.definitions import Definitions, load_definitions
from kpi.service import settings
from kpi.service.refusal import Refused, Why
from kpi.store.database import Database


@dataclass(frozen=True, slots=True)
class Program:
    """What every use case needs. Safe to share between threads."""

    definitions: Definitions
    database: Database

    @classmethod
    def open(cls, url: str | None = None) -> Program:
        """Reads the definitions and opens the database, creating it when first needed.

        Raises DefinitionsBroken, StoreUnavailable.
        """
        return cls(load_definitions(), Database.open(url or settings.database_url()))

    @property
    def units(self) -> UnitRegister:
        return self.definitions.units

    def plan(self, plan_id: str) -> Plan:
        """The plan of an id; refused if there is none."""
        try:
            return self.definitions.plans[plan_id]
        except KeyError:
            known = ", ".join(self.definitions.plans)
            raise Refused(Why.UNKNOWN_PLAN, plan=plan_id, known=known) from None

    def unit(self, plan: Plan, text: str) -> ReportingUnit:
        """The plan's unit of an id or a name; refused if there is none or the name can mean several."""
        if text == plan.province:
            return self.units[text]
        match = UnitNames(self.units, plan.province).match(text, None)
        if match.found is not UnitFound.ONE:
            near = match.units or self.units.of_province(plan.province)
            raise Refused(Why.UNKNOWN_UNIT, unit=text, known=", ".join(unit.id for unit in near))
        return match.unit
