"""All definitions together: the plans and the reporting units they speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kpi.domain.plan import Plan
from kpi.domain.unit import Level, UnitRegister
from kpi.registry.agencies_file import read_agencies
from kpi.registry.plan_folder import read_plan
from kpi.registry.problem import DefinitionsBroken, Problem, ProblemKind, nearest
from kpi.registry.units_file import read_units

DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Definitions:
    """Every plan by id, and the register of reporting units."""

    plans: Mapping[str, Plan]
    units: UnitRegister


@lru_cache(maxsize=1)
def load_definitions() -> Definitions:
    """The definitions the program ships with; raises DefinitionsBroken with everything wrong in them."""
    definitions, problems = read_definitions(DATA / "plans")
    if problems:
        raise DefinitionsBroken(problems)
    return definitions


def read_definitions(plans_folder: Path) -> tuple[Definitions, list[Problem]]:
    """All plans below a folder and all that is wrong in them; units and agencies come from files beside it if there."""
    units, problems = read_units(_beside(plans_folder, "units.csv"))
    agencies, found = read_agencies(_beside(plans_folder, "agencies.csv"))
    problems += found
    plans: dict[str, Plan] = {}
    for folder in _plan_folders(plans_folder):
        plan, found = read_plan(folder, plans_folder.parent, agencies)
        problems += found
        if plan is not None:
            problems += _known_province(plan, units, folder)
            plans[plan.id] = plan
    if not plans and not problems:
        problems = [Problem(ProblemKind.UNREADABLE, str(plans_folder), "", "", "plan.yaml")]
    return Definitions(plans, units), problems


def _beside(plans_folder: Path, name: str) -> Path:
    own = plans_folder.parent / name
    return own if own.exists() else DATA / name


def _plan_folders(folder: Path) -> list[Path]:
    if (folder / "plan.yaml").exists():
        return [folder]
    return sorted(path for path in folder.glob("*") if path.is_dir())


def _known_province(plan: Plan, units: UnitRegister, folder: Path) -> list[Problem]:
    provinces = [u.id for u in units.values() if u.level is Level.PROVINCE]
    if plan.province in provinces:
        return []
    file = f"{folder.parent.name}/{folder.name}/plan.yaml"
    near = nearest(plan.province, provinces)
    return [Problem(ProblemKind.UNKNOWN_NAME, file, "province", plan.province, ", ".join(provinces), near)]
