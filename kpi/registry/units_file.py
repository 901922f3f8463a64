"""`data/units.csv`: the reporting units with their dates and successors."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from kpi.domain.unit import Level, ReportingUnit, UnitRegister
from kpi.registry.problem import Problem, ProblemKind, nearest

COLUMNS = [
    "id",
    "name",
    "level",
    "parent",
    "exists_from",
    "exists_to",
    "successors",
    "aliases",
    "code",
    "note",
]


def read_units(path: Path) -> tuple[UnitRegister, list[Problem]]:
    """The register and everything wrong with the file; a broken row is left out of the register."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            header, rows = list(reader.fieldnames or []), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return UnitRegister(), [Problem(ProblemKind.UNREADABLE, path.name, "", str(error), "csv")]
    if header != COLUMNS:
        return UnitRegister(), [
            Problem(ProblemKind.WRONG_VALUE, path.name, "1", ",".join(header), ",".join(COLUMNS))
        ]
    units, problems = [], []
    for number, row in enumerate(rows, start=2):
        try:
            units.append(_unit(row))
        except ValueError as error:
            problems.append(Problem(ProblemKind.WRONG_VALUE, path.name, str(number), str(error), "unit"))
    return UnitRegister.of(units), problems + _cross_check(path.name, units)


def _unit(row: dict[str, str]) -> ReportingUnit:
    unit = ReportingUnit(
        id=row["id"],
        name=row["name"],
        level=Level(row["level"]),
        parent=row["parent"] or None,
        exists_from=_day(row["exists_from"]),
        exists_to=_day(row["exists_to"]),
        successors=_list(row["successors"]),
        aliases=_list(row["aliases"]),
        note=row["note"],
    )
    if not unit.id or not unit.name:
        raise ValueError("id, name")
    if unit.exists_from and unit.exists_to and unit.exists_from > unit.exists_to:
        raise ValueError("exists_from > exists_to")
    return unit


def _cross_check(file: str, units: list[ReportingUnit]) -> list[Problem]:
    ids = [unit.id for unit in units]
    problems = [
        Problem(ProblemKind.DUPLICATE, file, unit_id, unit_id, "id")
        for unit_id in {i for i in ids if ids.count(i) > 1}
    ]
    return problems + [
        Problem(ProblemKind.UNKNOWN_NAME, file, unit.id, other, "id", nearest(other, ids))
        for unit in units
        for other in (*unit.successors, *([unit.parent] if unit.parent else []))
        if other not in ids
    ]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())
