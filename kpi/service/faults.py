"""Faults nobody foresaw, kept in a file for the maintainers and never shown to people."""

from __future__ import annotations

import traceback

from kpi.service import settings

_LOG = settings.PROJECT / "var" / "faults.log"


def keep_fault() -> str:
    """Appends the exception being handled to the log; returns where, or "–" where nothing can be written."""
    try:
        _LOG.parent.mkdir(parents=True, exist_ok=True)
        with _LOG.open("a", encoding="utf-8") as log:
            log.write(f"{settings.now().isoformat()}\n{traceback.format_exc()}\n")
    except (OSError, settings.BadSetting):
        return "–"
    return _LOG.relative_to(settings.PROJECT).as_posix()
