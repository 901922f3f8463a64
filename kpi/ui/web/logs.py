"""The log: one JSON object a line on standard error, for everything this process has to say while it serves.

The standard library does it: there is nothing here that would need another package. Messages of other libraries
take the same shape; of an exception only its kind and place, as its text may quote data (var/faults.log has it).
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import datetime
from typing import Any

import streamlit.logger

from kpi.domain.period import VIETNAM
from kpi.ui.web import request

FACTS = "facts"  # the key of `extra=` under which a message brings fields of its own
LONGEST = 500


class JsonLines(logging.Formatter):
    """A record as one line: time, level, who speaks, what, the request, further facts."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, VIETNAM).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage()[:LONGEST],
            "request": request.at_hand(),
            **getattr(record, FACTS, {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["exception"] = _kind_and_place(record.exc_info[1])
        return json.dumps(
            {name: fact for name, fact in line.items() if fact not in ("", None)}, ensure_ascii=False
        )


def _kind_and_place(failure: BaseException) -> str:
    frames = traceback.extract_tb(failure.__traceback__)
    place = f" at {frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else ""
    return type(failure).__name__ + place


def speak_json() -> None:
    """Gives every logger of the process, Streamlit's and uvicorn's too, this one shape."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.addFilter(_is_wanted)
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    # Streamlit gives each logger it makes, now or later, a handler of its own; this is where it does.
    streamlit.logger.setup_formatter = _hand_on
    streamlit.logger.update_formatter()


def _is_wanted(record: logging.LogRecord) -> bool:
    """Not uvicorn's own line for each request: it quotes the query."""
    return record.levelno > logging.INFO or not record.name.startswith("uvicorn")


def _hand_on(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True
