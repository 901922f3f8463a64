"""What is wrong in a definition file: where, what was found, what is expected, and the nearest known key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import process

_NEAR_ENOUGH = 60


class ProblemKind(StrEnum):
    UNREADABLE = "unreadable"  # no such file, not UTF-8, not YAML
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_VALUE = "wrong-value"
    OVERLAP = "overlap"  # two targets in force at once
    DUPLICATE = "duplicate"
    UNKNOWN_NAME = "unknown-name"  # refers to something that is not defined
    NAME_MISMATCH = "name-mismatch"  # id and file or folder name differ


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `path` leads to it inside the file ("targets[2].value")."""

    kind: ProblemKind
    file: str
    path: str
    found: str
    expected: str
    nearest: str | None = None


class DefinitionsBroken(Exception):
    """The definitions can't be used; carries every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} definition errors")
        self.problems = problems


def nearest(found: str, known: Iterable[str]) -> str | None:
    """The known name most like the one found, None where none is near."""
    match = process.extractOne(found, list(known), score_cutoff=_NEAR_ENOUGH)
    return match[0] if match else None
