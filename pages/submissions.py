"""Lịch sử nộp: who sent what, taking it back, the way of a period to closed, who has not sent."""

from kpi.service.records import list_submissions
from kpi.service.reports import not_reported
from kpi.ui.choices import choose_period
from kpi.ui.frame import begin
from kpi.ui.glance import who_has_not_reported
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import show
from kpi.ui.period_steps import period_steps
from kpi.ui.received_papers import show_received_papers
from kpi.ui.sent import act_on_one, show_history

view = begin("submissions")
plan, words = view.plan, view.words
submissions = list_submissions(view.program, plan.id)
if submissions:
    show_history(submissions, words)
    show(heading(words("page.submissions.one")))
    act_on_one(view, submissions)
else:
    show(quiet(words("page.submissions.none")))
if plan.measured:
    show(heading(words("page.submissions.period")))
    period = choose_period(view.knowledge, words)
    period_steps(view, period)
    if plan.indicators:
        show(who_has_not_reported(not_reported(view.knowledge, period), words))
show_received_papers(view)
