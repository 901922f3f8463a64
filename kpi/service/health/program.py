"""The program itself: its Python, its libraries, its plan definitions, its settings."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from ipaddress import ip_network
from pathlib import Path

from kpi.registry.definitions import load_definitions
from kpi.registry.problem import DefinitionsBroken, nearest
from kpi.service import settings
from kpi.service.health.finding import HealthFinding
from kpi.service.settings import BadSetting

_REQUIREMENTS = Path(__file__).resolve().parents[3] / "requirements.txt"
_PINNED = re.compile(r"^([\w.-]+)(?:\[\w+\])?==([\w.]+)", re.MULTILINE)
_OLDEST_PYTHON = (3, 11)
_READ_STRICTLY: tuple[Callable[[], object], ...] = (settings.port, settings.today, settings.oidc_service)


def look() -> list[HealthFinding]:
    return [_python(), _libraries(), _definitions(), _settings()]


def _python() -> HealthFinding:
    return HealthFinding("python", sys.version_info[:2] >= _OLDEST_PYTHON, sys.version.split()[0])


def _libraries() -> HealthFinding:
    """What the program was tested with against what is installed here, each with its version."""
    pinned = dict(_PINNED.findall(_REQUIREMENTS.read_text(encoding="utf-8")))
    installed = {name: _installed(name) for name in pinned}
    wrong = [
        f"{name} {installed[name] or '–'} (≠ {pinned[name]})"
        for name in pinned
        if installed[name] != pinned[name]
    ]
    return HealthFinding("libraries", not wrong, ", ".join(wrong or map(" ".join, pinned.items())))


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _definitions() -> HealthFinding:
    try:
        definitions = load_definitions()
    except DefinitionsBroken as broken:
        return HealthFinding("definitions", False, str(broken))
    return HealthFinding("definitions", True, ", ".join(definitions.plans))


def _settings() -> HealthFinding:
    """Names alone, where they are well: a value may hold a password."""
    given = sorted(name for name in os.environ if name.startswith("KPI_"))
    wrong = [*_unknown(given), *_unusable()]
    return HealthFinding("settings", not wrong, ", ".join(wrong or given) or "–")


def _unknown(given: list[str]) -> Iterator[str]:
    for name in given:
        if name not in settings.VARIABLES:
            near = nearest(name, settings.VARIABLES)
            yield f"{name} (→ {near}?)" if near else name


def _unusable() -> Iterator[str]:
    for read in _READ_STRICTLY:
        try:
            read()
        except BadSetting as bad:
            yield str(bad)
    for network in settings.trusted_proxies():
        try:
            ip_network(network)
        except ValueError:
            yield f"KPI_TRUSTED_PROXIES={network}"
