"""The words of single terms: states, kinds, levels, periods, and what an indicator counts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kpi.domain.actor import Role
from kpi.domain.closing import PeriodState, Step
from kpi.domain.evaluation import Compliance
from kpi.domain.issue import Severity
from kpi.domain.measure import Reason
from kpi.domain.observation import Stage
from kpi.domain.outlook import OutlookState
from kpi.domain.pace import PaceState
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind, Operator, Term
from kpi.domain.record import Done
from kpi.domain.task import Recurrence, TaskKind, TaskState
from kpi.domain.trend import Direction
from kpi.domain.unit import Level
from kpi.present.words import Words

TABLES: Mapping[type[StrEnum], str] = {
    Compliance: "compliance",
    Stage: "stage",
    Reason: "reason",
    PaceState: "pace",
    OutlookState: "outlook",
    Direction: "direction",
    TaskKind: "task_kind",
    TaskState: "task_state",
    Recurrence: "recurrence",
    Level: "level",
    IndicatorKind: "kind",
    Operator: "operator",
    Term: "term",
    Severity: "severity",
    Role: "account.role",
    PeriodState: "closing.state",
    Step: "closing.step",
    Done: "record.done",
}


def term(member: StrEnum, words: Words) -> str:
    """The word of a state or kind by itself, as in a column or a filter: `Level.DISTRICT` → «Cấp huyện»."""
    return words(f"{TABLES[type(member)]}.{member}")


def period_text(period: Period, words: Words) -> str:
    """«năm 2017», «quý III/2017»; small, for use within a sentence."""
    return words(f"period.{period.part or 'year'}", year=period.year)


_ONE = {"people": "person"}


def noun(indicator: Indicator, words: Words, amount: int = 0) -> str:
    """What the indicator counts: «đơn vị», «người»; in English of one alone “employer”."""
    one = _ONE.get(indicator.noun_en, indicator.noun_en.removesuffix("s"))
    return words.pick(indicator.noun, one if amount == 1 else indicator.noun_en)


def noun_in_full(indicator: Indicator, words: Words) -> str:
    """The same for a sentence that stands alone or speaks of reporting units too: «đơn vị sử dụng lao động»."""
    return words.pick(indicator.noun_in_full or indicator.noun, indicator.noun_en)


def capitalised(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def lowered(sentence: str) -> str:
    """The sentence with a small first letter, to stand within another."""
    return sentence[:1].lower() + sentence[1:]
