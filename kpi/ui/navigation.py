"""The pages with their addresses and names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from kpi.domain.actor import Actor, Deed
from kpi.present.words import Words

_FOLDER = Path(__file__).resolve().parents[2] / "pages"
# By file, in the order of the menu; the address is the file's name but for the first, which is the root.
_PAGES = (
    "overview",
    "indicator",
    "units",
    "tasks",
    "upload",
    "submissions",
    "report",
    "plans",
    "guide",
    "admin",
)
ADDRESSES = ("/", *(f"/{name}" for name in _PAGES[1:]))


def chosen_page(words: Words, who: Actor) -> Any:
    """The page the address names; Streamlit draws the menu, without the administration for who has no part in it."""
    first, *others = _PAGES
    pages = [st.Page(_FOLDER / f"{first}.py", title=_title(first, words), default=True)]
    pages += [
        st.Page(
            _FOLDER / f"{name}.py",
            title=_title(name, words),
            url_path=name,
            visibility="hidden" if name == "admin" and not _administers(who) else "visible",
        )
        for name in others
    ]
    return st.navigation(pages, position="top")


def _administers(who: Actor) -> bool:
    return who.may(Deed.CLOSE) or who.may(Deed.SEE_RECORD)


def _title(name: str, words: Words) -> str:
    return words(f"page.title.{name}")
