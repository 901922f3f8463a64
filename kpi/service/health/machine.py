"""The machine: room on its disks."""

from __future__ import annotations

import shutil
from pathlib import Path

from kpi.service import settings
from kpi.service.health.finding import HealthFinding
from kpi.store.engine import sqlite_file

_LEAST_FREE = 500_000_000  # bytes
# A restore holds what was stored, what comes in its place and a backup, all at once.
_COPIES = 3


def look() -> list[HealthFinding]:
    return [_disk()]


def _disk() -> HealthFinding:
    file = sqlite_file(settings.database_url())
    needed = max(_LEAST_FREE, _COPIES * file.stat().st_size if file and file.exists() else 0)
    folders = {_existing(settings.PROJECT / "var"), *([_existing(file.parent)] if file else [])}
    free = {folder: shutil.disk_usage(folder).free for folder in sorted(folders)}
    fact = ", ".join(
        f"{folder}: {_megabytes(space)} (≥ {_megabytes(needed)})" for folder, space in free.items()
    )
    return HealthFinding("disk", all(space >= needed for space in free.values()), fact)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there already."""
    return next(place for place in (folder.absolute(), *folder.absolute().parents) if place.is_dir())


def _megabytes(size: int) -> str:
    """In whole ones, which read the same in either language."""
    return f"{size // 1_000_000} MB"
