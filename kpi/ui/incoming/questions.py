"""The questions of a workbook and the answers clicked. An answered question stays, so that it can be changed."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from kpi.domain.issue import Issue, Severity
from kpi.present.findings import issue_message
from kpi.present.words import Words
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import as_label, show

_ASKED = "asked."
MOST = 30


class Questions:
    """Every question asked so far about one chosen workbook. `slot` names the workbook and how it is read."""

    def __init__(self, slot: str) -> None:
        self._slot = slot
        self._asked: dict[str, Issue] = st.session_state.setdefault(_ASKED + slot, {})

    def answers(self) -> dict[str, str]:
        """The choices clicked, by question."""
        clicked = {key: st.session_state.get(self._widget(key)) for key in self._asked}
        return {key: choice for key, choice in clicked.items() if choice is not None}

    def remember(self, issues: Iterable[Issue]) -> None:
        for issue in issues:
            if issue.severity is Severity.QUESTION and issue.key:
                self._asked.setdefault(issue.key, issue)

    def show(self, words: Words) -> None:
        """The questions with their choices, a bearable number at a time."""
        if not self._asked:
            return
        show(heading(words("page.upload.questions")))
        answered = self.answers()
        open_ones = [key for key in self._asked if key not in answered]
        for key in [*answered, *open_ones[:MOST]]:
            self._ask(self._asked[key], words)
        if len(open_ones) > MOST:
            show(quiet(words("page.upload.more-questions", count=len(open_ones) - MOST)))

    def _ask(self, issue: Issue, words: Words) -> None:
        labels = {choice.choice: as_label(choice.label) for choice in issue.choices}
        st.radio(
            as_label(issue_message(issue, words)),
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            key=self._widget(issue.key or ""),
        )

    def _widget(self, key: str) -> str:
        return f"answer.{self._slot}.{key}"
