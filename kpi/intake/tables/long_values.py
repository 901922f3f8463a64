"""What a list's rows share: which figure «Giá trị» holds, and the stage the title says."""

from __future__ import annotations

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.tables.titles import Title
from kpi.intake.words.headings import says_share


def role_of_value(heading: str, name: str, indicator: Indicator, context: Context) -> Role:
    """The number that a row's own name counts, «Số người tham gia …»; the share where it names that, or both."""
    named = {m.role for m in context.indicators.meanings(name) if m.indicator is indicator}
    return named.pop() if len(named) == 1 and not says_share(heading) else Role.VALUE


def stage_titled(title: Title, period: Period, context: Context) -> Stage | None:
    """What the title says of the years it names, of all where it names none; unless the sender says a stage."""
    about = not title.years or period.year in title.years
    return title.stage if about and context.request.stage is None else None
