"""Who owes what: agencies with how many duties they lead and how those stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kpi.domain.task import Agency, TaskState, TaskStatus
from kpi.present.formats import day
from kpi.present.sentences import agency_text
from kpi.present.words import Words
from kpi.ui.address import link_to
from kpi.ui.marks import link
from kpi.ui.markup import Markup, element
from kpi.ui.tables import table

_COLUMNS = ("agency", "duties", "overdue", "next")


@dataclass(frozen=True, slots=True)
class Owed:
    """The duties one agency leads."""

    agency: Agency
    statuses: tuple[TaskStatus, ...]

    @property
    def overdue(self) -> int:
        return sum(s.current.state is TaskState.OVERDUE for s in self.statuses)

    @property
    def next_day(self) -> date | None:
        """The next last day in time of any of them."""
        days = (s.coming.last_day for s in self.statuses if s.coming)
        return min((d for d in days if d is not None), default=None)


def agencies(statuses: Iterable[TaskStatus], words: Words) -> list[Agency]:
    """Who leads any of the duties, by name."""
    found = {agency for s in statuses for agency in s.task.lead}
    return sorted(found, key=lambda agency: agency_text(agency, words))


def owed(statuses: Sequence[TaskStatus], words: Words) -> list[Owed]:
    """By agency, those with most overdue duties first."""
    found = [Owed(a, tuple(s for s in statuses if a in s.task.lead)) for a in agencies(statuses, words)]
    return sorted(found, key=lambda o: (-o.overdue, o.next_day or date.max))


def agency_table(statuses: Sequence[TaskStatus], plan_id: str, words: Words, most: int = 1000) -> Markup:
    """A row an agency; its name leads to its duties alone."""
    rows = [_row(entry, plan_id, words) for entry in owed(statuses, words)[:most]]
    headings = [words(f"page.column.{name}") for name in _COLUMNS]
    return table(headings, rows, frozenset({1, 2}), words("page.tasks.by-agency"), class_="k-agencies")


def _row(entry: Owed, plan_id: str, words: Words) -> list[str]:
    coming = entry.next_day
    late = element("b", f"✖ {entry.overdue}", class_="k-late") if entry.overdue else Markup("0")
    return [
        link(agency_text(entry.agency, words), link_to("tasks", plan=plan_id, agency=entry.agency.name)),
        str(len(entry.statuses)),
        late,
        day(coming, words.language) if coming else "–",
    ]
