"""The program the pages and routes share: opened when first needed, and again where that failed before."""

from __future__ import annotations

from kpi.service import settings
from kpi.service.program import Program

_opened: dict[str, Program] = {}


def program() -> Program:
    """The program over the database of the environment.

    Raises StoreUnavailable while the database can't be opened; the next call tries again.
    """
    url = settings.database_url()
    if url not in _opened:
        # Not under a lock: while a database does not answer, one page must not make the others wait.
        fresh = Program.open(url)
        if _opened.setdefault(url, fresh) is not fresh:
            fresh.database.close()
    return _opened[url]
