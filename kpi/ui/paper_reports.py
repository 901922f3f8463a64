"""Reports without figures for targets: the form to fill in, sending it, and who has not."""

from __future__ import annotations

import streamlit as st

from kpi.domain.actor import Deed
from kpi.domain.paper import Sender, paper_reports, periods_of, senders_of
from kpi.domain.period import Period
from kpi.domain.task import Task
from kpi.present.paper_form import write_paper_form
from kpi.present.paper_lines import paper_name, receipt_text
from kpi.present.sentences import agency_text, period_text
from kpi.present.sentences.terms import capitalised
from kpi.service.received import SentReport, papers_not_sent, receive_report
from kpi.ui import session
from kpi.ui.frame import View
from kpi.ui.glance import names_text
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import Markup, element, show
from kpi.ui.sources import EXCEL
from kpi.ui.states import attempt, tell_after_reload


def take_paper_reports(view: View, year: int) -> None:
    """Nothing where the plan asks for no such report."""
    tasks = paper_reports(view.plan)
    if not tasks:
        return
    show(heading(view.words("paper_page.title"), view.words("paper_page.note")))
    what, when, who = st.columns([2, 1, 2])
    task = what.selectbox(
        view.words("paper_page.task"), tasks, format_func=lambda t: paper_name(t, view.words)
    )
    period = when.selectbox(
        view.words("page.choose.period"), periods_of(task, year), format_func=lambda p: _named(view, p)
    )
    sender = who.selectbox(
        view.words("paper_page.sender"),
        senders_of(task, view.plan, view.program.units, period),
        format_func=lambda s: agency_text(s, view.words),
    )
    if sender is not None:
        _form_and_file(view, task, period, sender)
    show(_missing(view, year))


def _form_and_file(view: View, task: Task, period: Period, sender: Sender) -> None:
    words = view.words
    st.download_button(
        words("paper_page.form"),
        lambda: write_paper_form(task, sender, period, words),
        f"bieu-{task.id}-{period}.xlsx".lower(),
        EXCEL,
        on_click="ignore",
        key="paper-form",
    )
    if not view.who.may(Deed.SEND):
        return
    file = st.file_uploader(words("paper_page.file"), key=f"paper.{task.id}.{period}.{sender.key}")
    if file is None or not st.button(words("paper_page.send"), key="paper-send"):
        return
    sent = SentReport(view.plan.id, task.id, sender.key, period, file.name, file.getvalue())
    receipt = attempt(lambda: receive_report(view.program, sent, session.actor()), words)
    if receipt is not None:
        tell_after_reload(
            receipt_text(receipt.number, receipt.kept, receipt.supersedes, agency_text(sender, words), words)
        )


def _missing(view: View, year: int) -> Markup:
    entries = papers_not_sent(view.program, view.plan.id, Period(year), view.knowledge.as_of)
    if not entries:
        return quiet(view.words("paper_page.all_sent"))
    said = (
        view.words(
            "paper_page.missing",
            task=view.words.pick(entry.task.deliverable, entry.task.deliverable_en),
            period=period_text(entry.period, view.words),
            missing=len(entry.senders),
            expected=entry.expected,
            names=names_text([agency_text(s, view.words) for s in entry.senders], view.words),
        )
        for entry in entries
    )
    return element("ul", *(element("li", text) for text in said))


def _named(view: View, period: Period) -> str:
    return capitalised(period_text(period, view.words))
