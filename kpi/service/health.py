"""Is everything in order: versions, definitions, database, clock."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import metadata

from kpi.registry.definitions import load_definitions
from kpi.registry.problem import DefinitionsBroken
from kpi.service import settings
from kpi.service.settings import BadSetting
from kpi.store.database import Database
from kpi.store.errors import StoreUnavailable

_LIBRARIES = [
    "streamlit",
    "pandas",
    "SQLAlchemy",
    "alembic",
    "XlsxWriter",
    "python-docx",
    "pydantic",
    "babel",
    "click",
]
_OLDEST_PYTHON = (3, 11)
_FIRST_PLAUSIBLE_YEAR = 2024


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """One thing looked at: well or not, and the fact found. `subject` names it in the catalogue."""

    subject: str
    well: bool
    fact: str


def examine() -> list[HealthFinding]:
    """Looks at everything; never raises for what it finds wrong."""
    return [_python(), _libraries(), _definitions(), _database(), _clock()]


def _python() -> HealthFinding:
    return HealthFinding("python", sys.version_info[:2] >= _OLDEST_PYTHON, sys.version.split()[0])


def _libraries() -> HealthFinding:
    found, missing = [], []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    return HealthFinding("libraries", not missing, ", ".join(missing or found))


def _definitions() -> HealthFinding:
    try:
        definitions = load_definitions()
    except DefinitionsBroken as broken:
        return HealthFinding("definitions", False, str(broken))
    return HealthFinding("definitions", True, ", ".join(definitions.plans))


def _database() -> HealthFinding:
    try:
        database = Database.open(settings.database_url())
        try:
            database.ping()
        finally:
            database.close()
    except StoreUnavailable as failure:
        return HealthFinding("database", False, failure.cause)
    return HealthFinding("database", True, _without_secrets(settings.database_url()))


def _without_secrets(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _clock() -> HealthFinding:
    try:
        today = settings.today()
    except BadSetting as bad:
        return HealthFinding("clock", False, str(bad))
    return HealthFinding("clock", today.year >= _FIRST_PLAUSIBLE_YEAR, today.isoformat())
