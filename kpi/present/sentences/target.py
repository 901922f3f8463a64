"""How a target is put into words: its demand, when it is due, and the clause it comes from."""

from __future__ import annotations

from kpi.domain.evaluation import Evaluation
from kpi.domain.plan import Operator, Target
from kpi.present.formats import plain
from kpi.present.sentences.document import clause_text
from kpi.present.words import Words

WHOLE = 100


def target_text(target: Target, words: Words) -> str:
    """«trên 70%», «từ 30% trở lên», «100%», «tăng so với năm 2020»."""
    if target.value is None:
        return words("target.increase", base_year=target.base_year)
    value = plain(target.value, words.language)
    if target.operator is Operator.ABOVE:
        return words("target.above", value=value)
    return words("target.whole" if target.value == WHOLE else "target.at-least", value=value)


def target_due_text(target: Target, words: Words) -> str:
    """«năm 2017», «từ năm 2020 trở đi», «đến năm 2025»."""
    return words(f"target.due-{target.term}", year=target.year)


def target_sentence(evaluation: Evaluation, words: Words) -> str:
    """«mục tiêu năm 2017: trên 70% (mục II.2)»; of a district's figure it says whose target it is.

    Empty where no target is in force or to come.
    """
    target = evaluation.target
    if target is None:
        return ""
    return words(
        "target.of-province" if evaluation.against_province_target else "target.own",
        due=target_due_text(target, words),
        demand=target_text(target, words),
        clause=clause_text(target.clause, words),
    )
