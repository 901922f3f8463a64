"""Is everything in order? Each check looks at one thing and says what it found; the catalogue says how to mend it."""

from __future__ import annotations

from kpi.service.health import machine, program, stored
from kpi.service.health.finding import HealthFinding

__all__ = ["HealthFinding", "examine"]


def examine() -> list[HealthFinding]:
    """Looks at everything; changes nothing stored, and never raises for what it finds wrong."""
    return [*program.look(), *machine.look(), *stored.look()]
