"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """One thing looked at: well or not, and the fact found. `subject` names it and its cure in the catalogue."""

    subject: str
    well: bool
    fact: str
