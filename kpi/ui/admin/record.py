"""The record: searched, held against its chain, taken away."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import streamlit as st

from kpi.domain.period import VIETNAM
from kpi.domain.record import Done
from kpi.present.formats import moment
from kpi.present.record_lines import entry_cells, record_headings
from kpi.present.record_workbook import write_record
from kpi.present.sentences import term
from kpi.present.words import Words
from kpi.service import settings
from kpi.service.record_search import AuditQuery, Examined, examine_record, search_record
from kpi.ui.frame import View
from kpi.ui.marks import quiet
from kpi.ui.markup import show
from kpi.ui.sources import EXCEL
from kpi.ui.states import notice
from kpi.ui.tables import table

_SHOWN = 200
_EXAMINED: dict[str, Examined] = {}


def show_record(view: View) -> None:
    """Whether the chain is whole, a search, what it finds, and all of it as a workbook."""
    words, who = view.words, view.who
    _tell_chain(_examined(view), words)
    query = _asked(words)
    found = search_record(view.program, who, query, _SHOWN)
    if not found:
        show(quiet(words("admin.none")))
        return
    key = "admin.found-more" if len(found) == _SHOWN else "admin.found"
    show(quiet(words(key, count=len(found))))
    cells = [entry_cells(entry, words) for entry in found]
    show(table(record_headings(words), cells, name=words("record.title"), class_="k-record"))
    st.download_button(
        words("admin.export"),
        # Made when it is asked for, outside of the page's run: who asks is known from here.
        lambda: write_record(search_record(view.program, who, query, limit=None), words),
        "nhat-ky.xlsx",
        EXCEL,
        on_click="ignore",
        key="export-record",
    )


def _examined(view: View) -> Examined:
    """Kept for every session of this process: what was found whole need not be walked again at every click."""
    database = settings.database_url()
    _EXAMINED[database] = examine_record(view.program, _EXAMINED.get(database))
    return _EXAMINED[database]


def _tell_chain(found: Examined, words: Words) -> None:
    report = found.chain
    if report.broken_at is not None:
        notice(words("admin.broken", id=report.broken_at), "bad")
    elif report.cut_off:
        notice(words("admin.cut-off"), "bad")
    else:
        show(
            quiet(
                words(
                    "admin.whole",
                    entries=report.entries,
                    hash=report.last_hash[:12],
                    at=moment(found.all_at, words.language),
                )
            )
        )


def _asked(words: Words) -> AuditQuery:
    text_at, action_at, since_at, until_at = st.columns([2, 1, 1, 1])
    text = text_at.text_input(words("admin.search"), max_chars=100, key="record-text")
    done = action_at.selectbox(
        words("admin.action"),
        [None, *Done],
        format_func=lambda d: term(d, words) if d else words("admin.all-actions"),
    )
    since = since_at.date_input(words("admin.since"), None, format="DD/MM/YYYY")
    until = until_at.date_input(words("admin.until"), None, format="DD/MM/YYYY")
    return AuditQuery(
        action=done,
        text=text.strip(),
        since=_start_of(since) if since else None,
        until=_start_of(until + timedelta(days=1)) if until else None,
    )


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
