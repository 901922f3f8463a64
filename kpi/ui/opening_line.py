"""The sentence a page opens with, and the lines that say how firm it is and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.pace import PaceState
from kpi.domain.period import VIETNAM, Period
from kpi.domain.unit import Level
from kpi.present.formats import day
from kpi.present.sentences import period_text
from kpi.present.words import Words
from kpi.service.reports import not_reported
from kpi.ui.address import link_to
from kpi.ui.frame import View
from kpi.ui.marks import illustrative_mark, link
from kpi.ui.markup import Markup, element, joined


def opening_line(sentence: str, missing: str = "") -> Markup:
    """The page's first sentence; what is missing stands out."""
    worst = element("span", missing, class_="k-missing") if missing else ""
    return element("h1", joined(sentence, worst, by=" "), class_="k-lead")


def standing_line(view: View, period: Period, coverage: str) -> Markup:
    """«Đánh giá được 3/3 chỉ tiêu. · 12/13 huyện đã nộp · tạm tính, kỳ chưa khóa», and whether it is made up."""
    words = view.words
    closed = period in view.knowledge.evaluator.closed
    standing = words(
        "page.overview.closed" if closed else "page.overview.open", period=period_text(period, words)
    )
    mark = illustrative_mark(words) if view.illustrative else ""
    return element(
        "p",
        joined(coverage.rstrip("."), _reported(view, period), standing, by=" · "),
        mark,
        class_="k-standing",
    )


def sources_line(view: View) -> Markup:
    """How many workbooks the figures come from, the latest day, and where it is said how verdicts are made."""
    words, sources = view.words, {s.source for s in view.knowledge.stored}
    latest = max(source.received_at for source in sources).astimezone(VIETNAM).date()
    said = words("page.overview.sources", count=len(sources), day=day(latest, words.language))
    how = link(words("page.overview.how"), link_to("plans", plan=view.plan.id))
    kept = link(words("page.title.submissions"), link_to("submissions", plan=view.plan.id))
    return element("footer", joined(said, kept, how, by=" · "), class_="k-foot")


def _reported(view: View, period: Period) -> str:
    """How many of the district-level units have sent all they owe; empty where only the province reports."""
    expected = {u.id for u in view.program.units.expected_to_report(view.plan.province, period)}
    by_districts = [i for i in view.plan.indicators if Level.DISTRICT in i.levels]
    reporting = (view.knowledge.evaluator.actuals.reporting(i, period) for i in by_districts)
    senders = set().union(*reporting) & expected
    owing = {unit.id for entry in not_reported(view.knowledge, period) for unit in entry.units}
    if not by_districts or not senders:
        return ""
    return view.words("page.overview.reported", sent=len(senders - owing), expected=len(expected))


def next_mark(evaluations: Sequence[Evaluation], words: Words) -> str:
    """Where nothing is due yet: the next mark and how many keep the pace towards it; else empty."""
    coming = [e for e in evaluations if e.compliance is Compliance.NOT_DUE and e.target is not None]
    if len(coming) < len(evaluations) or not coming:
        return ""
    first = min(e.target.year for e in coming if e.target is not None)
    paced = [e for e in coming if e.pace.state is not PaceState.NOT_APPLICABLE]
    on_track = sum(e.pace.state is PaceState.ON_TRACK for e in paced)
    return words("page.overview.next-mark", year=first, on_track=on_track, paced=len(paced))
