"""The Content-Security-Policy of every answer.

Scripts: those of this host, Streamlit's one inline script and the pages' own one, both allowed by their hash;
neither 'unsafe-inline' nor 'unsafe-eval'. Streamlit forces three concessions: it hands the script of a component
(kpi/ui/incoming/grid.js) to the browser as a `blob:`, which only a script that runs already can make; it writes its
looks into the page while it runs, hence 'unsafe-inline' for styles; and these carry `data:` pictures and fonts.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import streamlit

from kpi.present.words import Language
from kpi.ui.behaviour import behaviour

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FRAMEWORK = Path(streamlit.__file__).parent / "static" / "index.html"


def content_policy(host: str, secure: bool) -> str:
    """The policy for an answer to that host, which has been looked at before."""
    websocket = f"{'wss' if secure else 'ws'}://{host}" if host else ""
    return f"{_constant_part()}; connect-src 'self' {websocket}".rstrip()


@cache
def _constant_part() -> str:
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in _inline_scripts())
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {hashes}",
            "script-src-attr 'none'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "worker-src 'none'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def _inline_scripts() -> Iterator[str]:
    yield from _INLINE.findall(_FRAMEWORK.read_text(encoding="utf-8"))
    for language in Language:
        yield behaviour(language)


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
