"""What was found in a workbook, by how grave it is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kpi.domain.issue import Issue, Severity
from kpi.present.findings import issue_message
from kpi.present.sentences import term
from kpi.present.words import Words
from kpi.ui.marks import quiet
from kpi.ui.markup import Markup, element, show

MOST = 100
_LISTED = (Severity.ERROR, Severity.WARNING, Severity.INFO)  # questions stand with their choices


def show_findings(issues: Sequence[Issue], words: Words) -> None:
    """A list for each severity, what refuses the file open, the rest a click away."""
    for severity in _LISTED:
        members = [issue for issue in issues if issue.severity is severity]
        if members:
            with st.expander(
                f"{term(severity, words)} ({len(members)})", expanded=severity is not Severity.INFO
            ):
                _list(members, severity, words)


def _list(issues: Sequence[Issue], severity: Severity, words: Words) -> None:
    show(element("ul", *(_line(issue, words) for issue in issues[:MOST]), class_=f"k-findings {severity}"))
    if len(issues) > MOST:
        show(quiet(words("page.upload.more-findings", count=len(issues) - MOST)))


def _line(issue: Issue, words: Words) -> Markup:
    return element("li", issue_message(issue, words), element("code", issue.code))
