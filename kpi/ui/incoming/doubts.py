"""Figures the program warns about: whoever sends them all the same says why, and that is kept."""

from __future__ import annotations

import streamlit as st

from kpi.domain.issue import Code, Issue, Severity
from kpi.present.formats import number
from kpi.present.words import Words
from kpi.service.imports import Change, ImportOutcome

DOUBTS = {Code.SHARE_MISMATCH, Code.TOTAL_MISMATCH, Code.JUMP, Code.CHANGES_CLOSED_VALUE}
LONGEST_REASON = 500


def doubts(outcome: ImportOutcome) -> list[Issue]:
    """The warnings that want a reason; none where the workbook changes no figure."""
    if outcome.count(Change.UNCHANGED) == len(outcome.readings):
        return []
    return [i for i in outcome.issues if i.code in DOUBTS and i.severity is Severity.WARNING]


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
