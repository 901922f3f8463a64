"""`python many_units_dashboard.py` serves the pages over the plan with a hundred units and very long names."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests" / "pages")]

import many_units  # noqa: E402

import dashboard  # noqa: E402
from kpi.service import settings  # noqa: E402
from kpi.service.program import Program  # noqa: E402
from kpi.store.database import Database  # noqa: E402
from kpi.ui import opening  # noqa: E402

if __name__ == "__main__":
    program = Program(
        many_units.hard_definitions(further_indicators=20), Database.open(settings.database_url())
    )
    many_units.fill(program)
    opening._opened[settings.database_url()] = program
    dashboard.serve(dashboard.app, PROJECT / "dashboard.py")
