"""What became of a workbook that was agreed to."""

from __future__ import annotations

from kpi.present.words import Words
from kpi.service.outcome import ImportOutcome
from kpi.ui.address import link_to
from kpi.ui.frame import View
from kpi.ui.incoming.changes import counts_by_change
from kpi.ui.marks import link
from kpi.ui.markup import element, show
from kpi.ui.states import notice


def show_result(outcome: ImportOutcome, view: View) -> None:
    """Stored as which submission, or that nothing changed; and the way to the verdicts."""
    words = view.words
    notice(_sentence(outcome, words), "good")
    periods = [c.reading.observation.period for c in outcome.readings]
    address = (
        link_to("", plan=view.plan.id, period=str(max(periods)))
        if periods
        else link_to("", plan=view.plan.id)
    )
    show(element("p", link(words("page.upload.see"), address, class_="k-button")))


def _sentence(outcome: ImportOutcome, words: Words) -> str:
    if not outcome.committed:
        return words("cli.import-already-stored", submission=outcome.submission)
    return words("cli.import-stored", submission=outcome.submission, **counts_by_change(outcome, words))
