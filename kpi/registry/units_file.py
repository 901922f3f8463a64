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
    faults = {number: _faults(path.name, str(number), row) for number, row in enumerate(rows, start=2)}
    units = [_unit(row) for number, row in enumerate(rows, start=2) if not faults[number]]
    problems = [problem for found in faults.values() for problem in found]
    return UnitRegister.of(units), problems + _cross_check(path.name, units)


def _faults(file: str, line: str, row: dict[str, str]) -> list[Problem]:
    """What keeps a row from being a unit; it must have exactly one cell for each column."""
    if None in row or None in row.values():
        cells = ",".join(cell for cell in row.values() if isinstance(cell, str))
        return [Problem(ProblemKind.WRONG_VALUE, file, line, cells, ",".join(COLUMNS))]
    missing = [
        Problem(ProblemKind.MISSING_KEY, file, f"{line}.{column}", "", column)
        for column in ("id", "name")
        if not row[column]
    ]
    return missing + _unknown_level(file, line, row["level"]) + _wrong_days(file, line, row)


def _unknown_level(file: str, line: str, found: str) -> list[Problem]:
    levels = [level.value for level in Level]
    if found in levels:
        return []
    expected, near = ", ".join(levels), nearest(found, levels)
    return [Problem(ProblemKind.WRONG_VALUE, file, f"{line}.level", found, expected, near)]


def _wrong_days(file: str, line: str, row: dict[str, str]) -> list[Problem]:
    wrong = [
        Problem(ProblemKind.WRONG_VALUE, file, f"{line}.{column}", row[column], "YYYY-MM-DD")
        for column in ("exists_from", "exists_to")
        if not _is_day(row[column])
    ]
    if wrong:
        return wrong
    first, last = _day(row["exists_from"]), _day(row["exists_to"])
    if first is None or last is None or first <= last:
        return []
    return [Problem(ProblemKind.WRONG_VALUE, file, f"{line}.exists_to", str(last), f">= {first}")]


def _unit(row: dict[str, str]) -> ReportingUnit:
    return ReportingUnit(
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


def _cross_check(file: str, units: list[ReportingUnit]) -> list[Problem]:
    ids = [unit.id for unit in units]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    return (
        [Problem(ProblemKind.DUPLICATE, file, unit_id, unit_id, "id") for unit_id in twice]
        + [
            Problem(ProblemKind.UNKNOWN_NAME, file, unit.id, other, "id", nearest(other, ids))
            for unit in units
            for other in unit.successors
            if other not in ids
        ]
        + _homeless(file, units)
    )


def _homeless(file: str, units: list[ReportingUnit]) -> list[Problem]:
    """Units below no known province: no total would ever count them."""
    provinces = [unit.id for unit in units if unit.level is Level.PROVINCE]
    return [
        Problem(
            ProblemKind.UNKNOWN_NAME,
            file,
            unit.id,
            unit.parent or "",
            ", ".join(provinces),
            nearest(unit.parent or "", provinces),
        )
        for unit in units
        if unit.level is not Level.PROVINCE and unit.parent not in provinces
    ]


def _is_day(text: str) -> bool:
    try:
        _day(text)
    except ValueError:
        return False
    return True


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())
