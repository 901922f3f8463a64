"""Faults nobody foresaw, kept in a file for the maintainers and never shown to people."""

from __future__ import annotations

import os
import secrets
import traceback

from kpi.service import settings

_LOG = settings.PROJECT / "var" / "faults.log"
LARGEST_LOG = 5 * 1024 * 1024  # then it makes way for a new one, and only the one before it is kept


def keep_fault(number: str = "") -> tuple[str, str]:
    """Appends the exception being handled to the log, which only its owner may read.

    Gives the number it is kept under, that of the request where it has one, and where; "–" where nothing can
    be written.
    """
    number = number or secrets.token_hex(8)
    try:
        _LOG.parent.mkdir(parents=True, exist_ok=True)
        if _LOG.exists() and _LOG.stat().st_size > LARGEST_LOG:
            _LOG.replace(_LOG.with_suffix(".log.1"))
        with os.fdopen(
            os.open(_LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8"
        ) as log:
            log.write(f"{settings.now().isoformat()} {number}\n{traceback.format_exc()}\n")
    except (OSError, settings.BadSetting):
        return number, "–"
    return number, _LOG.relative_to(settings.PROJECT).as_posix()
