"""What was found in a workbook, one kind after the other, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.issue import Code, Issue, Severity
from kpi.present.findings import issue_kind
from kpi.present.formats import number
from kpi.present.sentences import term
from kpi.present.words import Words
from kpi.ui.incoming.cell_links import linked_message
from kpi.ui.incoming.grid import SIGNS
from kpi.ui.marks import heading
from kpi.ui.markup import Markup, element, joined, show

MOST_OF_A_KIND, OPEN_OF_A_KIND = 100, 12
_LISTED = (Severity.ERROR, Severity.WARNING, Severity.INFO)  # questions stand with their choices


def show_findings(issues: Sequence[Issue], words: Words) -> None:
    """The kinds of findings with how many there are of each; what is only for the record a click away."""
    listed = [issue for issue in issues if issue.severity in _LISTED]
    if not listed:
        return
    show(heading(words("upload.findings"), " · ".join(tallies(listed, _LISTED, words))))
    show(joined(*(_kind(severity, code, found, words) for (severity, code), found in _by_kind(listed))))


def tallies(issues: Sequence[Issue], severities: Sequence[Severity], words: Words) -> list[str]:
    """How many findings there are of each severity, those there are none of left out: «4 lỗi», «1 ghi nhận»."""
    counts = [(s, sum(issue.severity is s for issue in issues)) for s in severities]
    return [words(f"upload.tally.{s}", count=number(n, words.language)) for s, n in counts if n]


def _by_kind(issues: Sequence[Issue]) -> list[tuple[tuple[Severity, Code], list[Issue]]]:
    kinds: dict[tuple[Severity, Code], list[Issue]] = {}
    for issue in issues:
        kinds.setdefault((issue.severity, issue.code), []).append(issue)
    return sorted(kinds.items(), key=lambda kind: _LISTED.index(kind[0][0]))


def _kind(severity: Severity, code: Code, issues: Sequence[Issue], words: Words) -> Markup:
    unfolded = severity is not Severity.INFO and len(issues) <= OPEN_OF_A_KIND
    summary = element(
        "summary",
        element("b", SIGNS[severity], title=term(severity, words)),
        issue_kind(code, words),
        " ",
        element("small", f"({number(len(issues), words.language)}) ", element("code", code)),
    )
    lines = [element("li", linked_message(issue, words)) for issue in issues[:MOST_OF_A_KIND]]
    if len(issues) > MOST_OF_A_KIND:
        lines.append(
            element(
                "li",
                words(
                    "page.upload.more-findings", count=number(len(issues) - MOST_OF_A_KIND, words.language)
                ),
            )
        )
    return element(
        "details",
        summary,
        element("ul", *lines),
        class_=f"k-kind {severity}",
        open="open" if unfolded else "",
    )
