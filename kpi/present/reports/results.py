"""What the report says on its own subject's targets: all together, one by one, and as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.outlook import OutlookState
from kpi.domain.pace import PaceState
from kpi.domain.plan import IndicatorKind
from kpi.domain.report import GapReport
from kpi.present.formats import number, points
from kpi.present.reports.document import Align, Block, Head, Heading, Paragraph, Part, Row, Table
from kpi.present.sentences import (
    actual_text,
    clause_text,
    gap_text,
    outlook_sentence,
    pace_sentence,
    period_text,
    reason_sentence,
    target_sentence,
    target_text,
    term,
    verdict_word,
)
from kpi.present.sentences.terms import capitalised, lowered, noun
from kpi.present.sentences.verdict import JUDGED
from kpi.present.words import Words

NOTHING = "–"
_WITH_A_GAP = (*JUDGED, Compliance.NOT_DUE)
_SO = " → "  # how the pages' sentences lead to their verdict; a document for signature has no arrows


def results(report: GapReport, words: Words) -> Iterator[Block]:
    """The first part of the report; of a plan without numeric targets one sentence that says so."""
    yield Heading(words("report_text.results"))
    if not report.plan.indicators:
        yield Paragraph(words("report_text.no_numeric_target"))
        return
    yield Heading(words("report_text.in_general"), 2)
    yield Paragraph(f"{counts_sentence(report.own, words)} {_standing(report, words)}")
    yield Heading(words("report_text.each_target"), 2)
    for place, evaluation in enumerate(report.own):
        yield Paragraph(
            _on_target(report, evaluation, words), f"{_letter(place, words)}) {_name(evaluation, words)}: "
        )
    yield summary_table(report.own, words)


def counts_sentence(evaluations: Sequence[Evaluation], words: Words) -> str:
    """«Trong 3 mục tiêu của năm 2019: 1 đạt, 2 chưa đạt.»; states that do not occur are left out."""
    if not evaluations:
        return words("gap_report.nothing_to_judge")
    period = period_text(evaluations[0].period, words)
    return words(
        "report_text.counts", all=len(evaluations), period=period, counts=counts_text(evaluations, words)
    )


def counts_text(evaluations: Sequence[Evaluation], words: Words) -> str:
    """«1 đạt, 2 chưa đạt»."""
    found = Counter(e.compliance for e in evaluations)
    said = (f"{found[state]} {lowered(term(state, words))}" for state in Compliance if found[state])
    return ", ".join(said)


def summary_table(evaluations: Sequence[Evaluation], words: Words) -> Table:
    """The subject's targets, a row each."""
    columns = {
        "number": (8.0, Align.CENTRE),
        "indicator": (32.0, Align.LEFT),
        "target": (21.0, Align.CENTRE),
        "actual": (19.0, Align.RIGHT),
        "points": (19.0, Align.RIGHT),
        "missing": (19.0, Align.RIGHT),
        "verdict": (22.0, Align.CENTRE),
        "clause": (20.0, Align.CENTRE),
    }
    heads = tuple(Head(words(f"report_table.{name}"), *shape) for name, shape in columns.items())

    def rows() -> Iterator[Row]:
        for place, evaluation in enumerate(evaluations, start=1):
            yield Row((str(place), *_cells(evaluation, words)))

    return Table(Part.SUMMARY, words("report_table.summary"), heads, rows)


def _cells(evaluation: Evaluation, words: Words) -> tuple[str, ...]:
    target, indicator = evaluation.target, evaluation.indicator
    return (
        words.pick(indicator.short, indicator.short_en),
        target_cell(evaluation, words),
        actual_text(evaluation, words),
        points_cell(evaluation, words),
        missing_cell(evaluation, words),
        verdict_word(evaluation, words),
        clause_text(target.clause if target else indicator.clause, words),
    )


def target_cell(evaluation: Evaluation, words: Words) -> str:
    """The demand, with its year where it is not due yet."""
    target = evaluation.target
    if target is None:
        return NOTHING
    said = target_text(target, words)
    not_due = evaluation.compliance is Compliance.NOT_DUE
    return words("report_table.due", demand=said, year=target.year) if not_due else said


def points_cell(evaluation: Evaluation, words: Words) -> str:
    """The gap in percentage points with its sign."""
    gap = evaluation.verdict.gap_points
    return NOTHING if gap is None else points(gap, words.language)


def missing_cell(evaluation: Evaluation, words: Words) -> str:
    """«156 đơn vị»."""
    units = evaluation.verdict.gap_units
    if units is None:
        return NOTHING
    return f"{number(units, words.language)} {noun(evaluation.indicator, words)}".strip()


def change_in_points(evaluation: Evaluation, before: Evaluation | None) -> Fraction | None:
    """The actual minus that of the year before, in percentage points; None where one of them is lacking."""
    if before is None or evaluation.actual is None or before.actual is None:
        return None
    return evaluation.actual - before.actual


def _letter(place: int, words: Words) -> str:
    """a, b, c, d, đ, e … as documents of the language letter their points; a number once letters run out."""
    letters = words("report_text.letters")
    return letters[place] if place < len(letters) else str(place + 1)


def _standing(report: GapReport, words: Words) -> str:
    if report.closed:
        provisional = any(e.compliance in JUDGED and not e.final for e in report.own)
        return words("report_text.closed_with_estimates" if provisional else "report_text.closed")
    return words("report_text.provisional")


def _name(evaluation: Evaluation, words: Words) -> str:
    return words.pick(evaluation.indicator.name, evaluation.indicator.name_en)


def _on_target(report: GapReport, evaluation: Evaluation, words: Words) -> str:
    if evaluation.figure is None or evaluation.compliance not in _WITH_A_GAP:
        why = reason_sentence(evaluation, words).replace(_SO, "; ")
        return " ".join([why, *_reading_aids(evaluation, words)])
    return " ".join(
        [
            _achieved(evaluation, words),
            *_change(report, evaluation, words),
            capitalised(target_sentence(evaluation, words)) + ".",
            _conclusion(evaluation, words),
            *_reading_aids(evaluation, words),
        ]
    )


def _achieved(evaluation: Evaluation, words: Words) -> str:
    """«thực hiện 85,34% (2.852/3.342 đơn vị, số ước thực hiện, cộng từ 13/13 đơn vị cấp huyện).»"""
    figure, stage = evaluation.figure, evaluation.stage
    remarks = [
        _made_from(evaluation, words),
        words("report_text.stage", stage=term(stage, words)) if stage else "",
        words("why.summed", coverage=figure.coverage) if figure and figure.coverage else "",
    ]
    actual = actual_text(evaluation, words)
    return words("report_text.achieved", actual=actual, made=", ".join(filter(None, remarks)))


def _made_from(evaluation: Evaluation, words: Words) -> str:
    figure, base = evaluation.figure, evaluation.verdict.base
    if figure is None or figure.numerator is None:
        return ""
    counted = noun(evaluation.indicator, words)
    current = number(figure.numerator, words.language)
    if evaluation.indicator.kind is IndicatorKind.GROWTH and base is not None:
        return words(
            "report_text.growth",
            previous=number(base.numerator or 0, words.language),
            previous_period=period_text(base.period, words),
            current=current,
            noun=counted,
        )
    if figure.denominator is None:
        return ""
    whole = number(figure.denominator, words.language)
    return words("report_text.share", numerator=current, denominator=whole, noun=counted)


def _change(report: GapReport, evaluation: Evaluation, words: Words) -> Iterator[str]:
    before = report.year_before(evaluation)
    change = change_in_points(evaluation, before)
    if before is None or change is None:
        return
    movement = "up" if change > 0 else "down" if change < 0 else "level"
    yield words(
        f"report_text.change_{movement}",
        period=period_text(before.period, words),
        before=actual_text(before, words),
        points=points(abs(change), words.language, signed=False),
    )


def _conclusion(evaluation: Evaluation, words: Words) -> str:
    gap = gap_text(evaluation, words)
    if evaluation.compliance is Compliance.MET:
        said = gap
    else:
        said = ", ".join(filter(None, (verdict_word(evaluation, words), lowered(gap))))
    return words("report_text.conclusion", verdict=lowered(said))


def _reading_aids(evaluation: Evaluation, words: Words) -> Iterator[str]:
    if evaluation.pace.state is not PaceState.NOT_APPLICABLE:
        yield words("report_text.pace", pace=lowered(pace_sentence(evaluation, words)))
    if evaluation.outlook.state is not OutlookState.UNKNOWN:
        yield outlook_sentence(evaluation, words) + "."
