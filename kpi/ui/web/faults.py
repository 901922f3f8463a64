"""A fault nobody foresaw, met by a route or a page: kept for the maintainers under the number of its request."""

from __future__ import annotations

import logging

from kpi.service.faults import keep_fault
from kpi.ui.web import request
from kpi.ui.web.logs import FACTS

_LOG = logging.getLogger("kpi.web")


def keep() -> tuple[str, str]:
    """Keeps the exception being handled; gives the number to tell the person, and where its details are."""
    number, where = keep_fault(request.at_hand() or request.of_the_page())
    _LOG.error("fault", exc_info=True, extra={FACTS: {"request": number}})
    return number, where
