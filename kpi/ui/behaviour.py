"""The one script of the pages' own. Nothing from data goes in here, so its hash can be allowed by name."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from kpi.present.words import Language, words_for
from kpi.ui.framework import replacements
from kpi.ui.navigation import ADDRESSES

_PAGES = f"window.kpiPages = {json.dumps(ADDRESSES)};"
_SCRIPT = Path(__file__).with_name("behaviour.js")


@cache
def behaviour(language: Language) -> str:
    """Tells the browser the language of the page, lets «In» print it, and links lead on within the session."""
    script = _SCRIPT.read_text(encoding="utf-8")
    said = replacements(words_for(language))
    return f"document.documentElement.lang = {str(language)!r}; window.kpiWords = {said};{_PAGES}{script}"
