"""The few words Streamlit says by itself, in English alone, and what the pages say in their place."""

from __future__ import annotations

import json

from kpi.present.words import Language, Words

_SAID = {
    "App pages": "pages",
    "Skip to main content": "skip",
    "Open": "open",
    "Choose an option": "choose",
    "Choose date": "choose-date",
    "Previous month": "previous-month",
    "Next month": "next-month",
    "Next": "next-month",
    "Today": "today",
    "day": "day",
    "month": "month",
    "year": "year",
    "No results": "no-results",
    "Link to heading": "link-to-heading",
    "Fullscreen": "fullscreen",
    "file upload": "file",
    "Clear value": "clear",
    "more": "more",
}


def replacements(words: Words) -> str:
    """A JSON object from what Streamlit says to what the page says; in English only the upload button differs."""
    said = {"upload": words("page.upload.choose")}
    if words.language is not Language.ENGLISH:
        said |= {english: words(f"framework.{key}") for english, key in _SAID.items()}
    return json.dumps(said, ensure_ascii=False)
