"""The script Streamlit runs for every view: looks, menu, page."""

from functools import cache
from pathlib import Path

import streamlit as st

from kpi.present.words import Language, Words, words_for
from kpi.ui.behaviour import behaviour
from kpi.ui.navigation import chosen_page
from kpi.ui.session import visitor, words
from kpi.ui.states import ask_to_log_in, failures_told

_ROOM = Path(__file__).parent
_LOOKS = ("looks.css", "charts.css", "print.css")


@cache
def _looks(language: Language) -> str:
    """The style sheets, and the words that style sheets put in the place of the framework's English ones."""
    sheets = "\n".join((_ROOM / name).read_text(encoding="utf-8") for name in _LOOKS)
    said = f':root{{--k-choose-file:"{words_for(language)("page.upload.choose")}"}}'
    return f"<style>{sheets}{said}</style>"


def _open_page(said: Words) -> None:
    """The page asked for, for whoever is there."""
    who = visitor()
    if who is None:
        ask_to_log_in(said)
        return
    page = chosen_page(said, who)
    st.set_page_config(page_title=f"{page.title} – {said('page.program')}")
    page.run()


said = words()
st.set_page_config(page_title=said("page.program"), page_icon="📊", layout="wide")
st.html(f"{_looks(said.language)}<script>{behaviour(said.language)}</script>", unsafe_allow_javascript=True)
with failures_told(said):
    _open_page(said)
