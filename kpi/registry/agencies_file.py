"""`data/agencies.csv`: the agencies duties are laid on, as the documents name them, and in English."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from kpi.domain.task import Agency
from kpi.registry.problem import Problem, ProblemKind

COLUMNS = ["name", "name_en"]


def read_agencies(path: Path) -> tuple[Mapping[str, Agency], list[Problem]]:
    """The agencies by name and everything wrong with the file; a broken row is left out."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        return {}, [Problem(ProblemKind.UNREADABLE, path.name, "", str(error), "csv")]
    if header != COLUMNS:
        return {}, [Problem(ProblemKind.WRONG_VALUE, path.name, "1", ",".join(header), ",".join(COLUMNS))]
    agencies: dict[str, Agency] = {}
    problems: list[Problem] = []
    for line, row in enumerate(rows, start=2):
        if len(row) != len(COLUMNS) or not all(row):
            problems.append(
                Problem(ProblemKind.WRONG_VALUE, path.name, str(line), ",".join(row), ",".join(COLUMNS))
            )
        elif row[0] in agencies:
            problems.append(Problem(ProblemKind.DUPLICATE, path.name, str(line), row[0], "name"))
        else:
            agencies[row[0]] = Agency(*row)
    return agencies, problems
