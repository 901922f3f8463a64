"""Asks why figures the program warns about stand all the same: one reason for all, or one for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from kpi.domain.issue import Issue
from kpi.present.findings import issue_message
from kpi.present.formats import number
from kpi.present.words import Words
from kpi.service.doubts import doubt_key, doubts
from kpi.service.outcome import ImportOutcome, Upload
from kpi.ui.markup import as_label

LONGEST_REASON = 500
MOST_SINGLED_OUT = 20


def with_reasons(outcome: ImportOutcome, words: Words, slot: str) -> Upload:
    """The upload with why its doubtful figures stand; without any while nothing was written."""
    doubtful = doubts(outcome)
    if not doubtful:
        return outcome.upload
    asked = words("upload.reason", count=number(len(doubtful), words.language))
    reason = _field(asked, f"reason.{slot}", words("upload.reason-example"))
    alone = _reasons_for_each(doubtful, words, slot) if 1 < len(doubtful) <= MOST_SINGLED_OUT else {}
    return replace(outcome.upload, reason=reason, reasons=alone)


def _reasons_for_each(doubtful: Sequence[Issue], words: Words, slot: str) -> dict[str, str]:
    """What was written for one warning alone, by its key."""
    with st.expander(words("upload.reason-for-each")):
        written = {
            (key := doubt_key(doubt)): _field(as_label(issue_message(doubt, words)), f"reason.{slot}.{key}")
            for doubt in doubtful
        }
    return {key: reason for key, reason in written.items() if reason}


def _field(label: str, key: str, example: str | None = None) -> str:
    written: str = st.text_input(label, key=key, max_chars=LONGEST_REASON, placeholder=example)
    return written.strip()
