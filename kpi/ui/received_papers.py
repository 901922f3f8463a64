"""The reports without figures that were received: the list, each file, and taking one back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kpi.domain.paper import ReceivedReport, counting, paper_reports
from kpi.present.paper_lines import paper_cells, paper_headings
from kpi.service.received import received_file, received_reports, undo_report
from kpi.ui.frame import View
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import as_label, show
from kpi.ui.sent import asked_to_take_back
from kpi.ui.session import actor
from kpi.ui.states import attempt, tell_after_reload
from kpi.ui.tables import table

_ANY_FILE = "application/octet-stream"  # whatever the office sent: to be kept by the browser, not opened


def show_received_papers(view: View) -> None:
    """Nothing where the plan asks for no such report and none was ever received."""
    reports = received_reports(view.program, view.plan.id)[::-1]
    if not reports and not paper_reports(view.plan):
        return
    show(heading(view.words("paper.title")))
    if not reports:
        show(quiet(view.words("paper.none")))
        return
    counts = counting(reports)
    rows = [paper_cells(r, view.plan, view.program.units, counts, view.words) for r in reports]
    show(table(paper_headings(view.words), rows))
    _act_on_one(view, reports)


def _act_on_one(view: View, reports: Sequence[ReceivedReport]) -> None:
    words = view.words
    by_id = {r.id: r for r in reports}
    chosen = by_id[
        st.selectbox(
            words("paper.one"),
            list(by_id),
            format_func=lambda i: f"#{i} · {by_id[i].file_name}",
            key="paper",
        )
    ]
    _offer_file(view, chosen)
    if not chosen.is_live:
        show(quiet(words("paper.already-undone")))
        return
    sure = words("paper.sure", number=chosen.id, file=as_label(chosen.file_name))
    if not asked_to_take_back(view, chosen.received_by, sure, ("undo-paper", chosen.id)):
        return
    taken = attempt(lambda: undo_report(view.program, chosen.id, actor()), words)
    if taken is not None:
        tell_after_reload(words("paper.undone", number=taken.id, file=taken.file_name))


def _offer_file(view: View, report: ReceivedReport) -> None:
    st.download_button(
        view.words("paper.download", file=as_label(report.file_name)),
        received_file(view.program, report.id),
        report.file_name,
        _ANY_FILE,
        key=f"paper-file.{report.id}",
        on_click="ignore",
    )
