"""Asks why figures the program warns about stand all the same."""

from __future__ import annotations

import streamlit as st

from kpi.present.formats import number
from kpi.present.words import Words
from kpi.service.doubts import doubts
from kpi.service.outcome import ImportOutcome

LONGEST_REASON = 500


def ask_reason(outcome: ImportOutcome, words: Words, slot: str) -> str:
    """Why the figures stand all the same; empty while nothing was written."""
    count = len(doubts(outcome))
    if not count:
        return ""
    written: str = st.text_input(
        words("upload.reason", count=number(count, words.language)),
        key=f"reason.{slot}",
        max_chars=LONGEST_REASON,
        placeholder=words("upload.reason-example"),
    )
    return written.strip()
