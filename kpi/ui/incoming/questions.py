"""The questions of a workbook and the answers clicked. An answered question stays, so that it can be changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from kpi.domain.issue import Issue, Severity
from kpi.intake.findings import Settled
from kpi.present.findings import choice_text
from kpi.present.quoting import quotable
from kpi.present.words import Words
from kpi.service.outcome import ImportOutcome
from kpi.ui.frame import View
from kpi.ui.incoming.cell_links import linked_label, linked_place
from kpi.ui.incoming.evidence import evidence
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import as_label, element, show

_ASKED, _REOPENED = "asked.", "reopened."
MOST = 30
NO_ANSWER = ""  # no choice of any question; it keeps a remembered answer from being taken over
_MOST_IN_A_ROW, _SHORT = 3, 24


class Questions:
    """Every question asked so far about one chosen workbook. `slot` names the workbook and how it is read."""

    def __init__(self, slot: str) -> None:
        self._slot = slot
        self._asked: dict[str, Issue] = st.session_state.setdefault(_ASKED + slot, {})
        self._reopened: set[str] = st.session_state.setdefault(_REOPENED + slot, set())

    def answers(self) -> dict[str, str]:
        """The choices clicked, by question; a remembered answer that is to be changed counts as none."""
        clicked = {key: st.session_state.get(self._widget(key)) for key in self._asked}
        given = {key: choice for key, choice in clicked.items() if choice is not None}
        return dict.fromkeys(self._reopened, NO_ANSWER) | given

    def remember(self, issues: Iterable[Issue]) -> None:
        for issue in issues:
            if issue.severity is Severity.QUESTION and issue.key:
                self._asked.setdefault(issue.key, issue)

    def show(self, outcome: ImportOutcome, view: View) -> None:
        """The questions with their choices, a bearable number at a time, then what earlier answers settled."""
        words = view.words
        if not self._asked and not outcome.remembered:
            return
        show(heading(words("page.upload.questions")))
        answered = self.answers()
        open_ones = [key for key in self._asked if not answered.get(key)]
        for key in [k for k in self._asked if answered.get(k)] + open_ones[:MOST]:
            self._ask(self._asked[key], evidence(self._asked[key], outcome, view), words)
        if len(open_ones) > MOST:
            show(quiet(words("page.upload.more-questions", count=len(open_ones) - MOST)))
        for settled in outcome.remembered:
            self._tell(settled, words)

    def _ask(self, issue: Issue, speaks: Mapping[str, str], words: Words) -> None:
        """The choices, below each what speaks for it."""
        labels = {c.choice: as_label(choice_text(issue.code, c, words)) for c in issue.choices}
        short = len(labels) <= _MOST_IN_A_ROW and max(map(len, labels.values()), default=0) <= _SHORT
        st.radio(
            linked_label(issue, words),
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            key=self._widget(issue.key or ""),
            captions=[speaks.get(choice, "") for choice in labels] if speaks else None,
            horizontal=short and not speaks,
        )

    def _tell(self, settled: Settled, words: Words) -> None:
        """An answer taken over from an earlier workbook of this layout, and the way to give another."""
        found = f"“{quotable(settled.found or '')}” → {settled.label} "
        place = [linked_place(settled.sheet, settled.cell, words), ": "] if settled.cell else []
        said = element("div", *place, found, element("small", words("upload.remembered")))
        with st.container(horizontal=True, vertical_alignment="center"):
            show(element("div", said, class_="k-settled"))
            st.button(
                words("upload.answer-anew"),
                key=f"anew.{self._slot}.{settled.key}",
                on_click=self._reopened.add,
                args=(settled.key,),
                type="tertiary",
            )

    def _widget(self, key: str) -> str:
        return f"answer.{self._slot}.{key}"
