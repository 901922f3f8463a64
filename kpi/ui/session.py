"""What a page needs to know: who looks, in which language, and what is known of a plan at this moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Semaphore
from typing import TypeVar

import streamlit as st

from kpi.domain.actor import Actor
from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.domain.unit import ReportingUnit
from kpi.present.words import Words, words_for
from kpi.service import settings
from kpi.service.evaluations import Knowledge, know
from kpi.service.imports import preview
from kpi.service.outcome import ImportOutcome, Upload
from kpi.service.program import Program
from kpi.service.sessions import actor_for
from kpi.store.database import Version
from kpi.ui.address import asked_for, remember
from kpi.ui.keeping import Keeping
from kpi.ui.opening import program
from kpi.ui.web.session_cookie import NAME

# Under the state of the data they were made from: what is out of date is never asked for again.
_KNOWLEDGE, _KEPT = Keeping(16), Keeping()
# A file for each district may be looked at at once, and one that falls out is read anew at every click; yet of
# the largest workbooks, a tenth of a gigabyte each, two must do.
_FEW_CELLS, _MOST_CELLS = 25_000, 1_000_000
Stamp = tuple[str, Version, str, date]
Made = TypeVar("Made")


class NobodyThere(Exception):
    """Nobody is logged in, or not any more."""


def _cells(outcome: ImportOutcome) -> int:
    grid = outcome.understood.grid
    return max(_FEW_CELLS, sum(len(sheet.cells) for sheet in grid.sheets) if grid else 0)


_PREVIEWS = Keeping(_MOST_CELLS, _cells)
_TURNS = Semaphore(3)


def words() -> Words:
    """The catalogue of the language asked for in the address, Vietnamese where it names none."""
    chosen = words_for(asked_for("lang") or "")
    if asked_for("lang"):
        remember("lang", chosen.language)
    return chosen


def visitor() -> Actor | None:
    """Who looks at the page, found out anew on every run; None where nobody is logged in, or not any more."""
    return actor_for(program(), _token(), _address())


def actor() -> Actor:
    """Who acts. Raises NobodyThere."""
    found = visitor()
    if found is None:
        raise NobodyThere
    return found


def _token() -> str | None:
    """The session's token from the browser's cookie: never from Streamlit's session, which is no identity."""
    found = st.context.cookies.get(NAME)
    return found if isinstance(found, str) else None


def _address() -> str:
    found = st.context.ip_address  # None for this machine
    return found if isinstance(found, str) else "127.0.0.1"


def stamp(plan_id: str) -> Stamp:
    """What anything made from a plan's data is kept under: it changes with every write of any process."""
    return settings.database_url(), program().database.version(), plan_id, settings.today()


def knowledge(under: Stamp) -> Knowledge:
    """What is known of a plan, read once for each state of the data."""
    *_, plan_id, today = under
    found: Knowledge = _KNOWLEDGE.get(under, lambda: know(program(), plan_id, as_of=today))
    return found


def kept(under: Stamp, name: str, *choices: object, make: Callable[[], Made]) -> Made:
    """What `make` gives, made once for the state of the data, the language and the choices it depends on."""
    found: Made = _KEPT.get((under, name, asked_for("lang") or "", *map(str, choices)), make)
    return found


def _in_turn(opened: Program, upload: Upload) -> ImportOutcome:
    """A few at a time: a workbook being understood takes many times its size, and forty may come at once."""
    with _TURNS:
        return preview(opened, upload)


def previewed(upload: Upload) -> ImportOutcome:
    """What an upload would do to the figures as they stand now."""
    opened, answers = program(), tuple(sorted(upload.answers.items()))
    asked = (upload.sha256, upload.plan_id, upload.file_name, upload.year, upload.stage, answers)
    state = (settings.database_url(), opened.database.version(), settings.today())
    found: ImportOutcome = _PREVIEWS.get((asked, state), lambda: _in_turn(opened, upload))
    return found


def through_the_years(
    known: Knowledge, indicator: Indicator, unit: ReportingUnit, until: Period
) -> list[Evaluation]:
    """The indicator of one unit year by year, up to `until` or its last figure."""
    evaluator = known.evaluator
    figures = [p for p in evaluator.actuals.series(indicator, unit).figures if p.is_year]
    last = max([until, *figures])
    years = [p for p in evaluator.periods() if p.is_year and p <= last]
    return [evaluator.evaluate(indicator, unit, p) for p in years]
