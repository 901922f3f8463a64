"""The page on units: the sentence it opens with, the province's own row, ranking, years, and changes of units."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.domain.unit import Level, ReportingUnit
from kpi.present.formats import number
from kpi.present.sentences import noun_in_full, period_text, reason_sentence, target_sentence
from kpi.present.sentences.terms import capitalised
from kpi.present.sentences.verdict import JUDGED
from kpi.present.words import Words
from kpi.ui.answers import certainty
from kpi.ui.cards import indicator_address
from kpi.ui.figures import fills_explained
from kpi.ui.frame import View
from kpi.ui.glossary import explained
from kpi.ui.lapsed import changed_units, lapsed_list
from kpi.ui.marks import heading, link, quiet, verdict_badge
from kpi.ui.markup import Markup, element, joined
from kpi.ui.multiples import small_multiples
from kpi.ui.ranking import ranking
from kpi.ui.unit_years import UnitYears, unit_year_table, units_through_the_years


def opening(view: View, indicator: Indicator, period: Period) -> Markup:
    """«Năm 2019: 1/13 đơn vị cấp huyện đạt mục tiêu.», and how many employers or people all lack together."""
    words, units = view.words, _units(view, indicator, period)
    if not units:
        return quiet(words("page.units.province-only"))
    missing = sum(e.verdict.gap_units or 0 for e in units if e.compliance in JUDGED)
    together = words(
        "page.units.together", units=number(missing, words.language), noun=noun_in_full(indicator, words)
    )
    target = capitalised(target_sentence(units[0], words))
    lead = element(
        "p", _counted(units, period, words), " ", together if missing else "", class_="k-lead small"
    )
    return joined(lead, quiet(target or words("page.card.no-target")))


def _counted(units: Sequence[Evaluation], period: Period, words: Words) -> str:
    """How many of those that could be judged meet the target, and how many could not be judged."""
    judged = [e for e in units if e.compliance in JUDGED]
    rest = len(units) - len(judged)
    headline = "headline-none" if not judged else "headline-rest" if rest else "headline"
    districts = all(e.unit.level is Level.DISTRICT for e in units)
    counted = words(
        f"page.units.{headline}",
        period=period_text(period, words),
        met=sum(e.compliance is Compliance.MET for e in judged),
        judged=len(judged),
        units=words("page.units.districts" if districts else "page.units.reporting"),
        rest=rest,
    )
    return capitalised(counted)


def province_row(view: View, indicator: Indicator, period: Period) -> Markup:
    """The province: the sum of numerators over the sum of denominators, with its coverage."""
    words = view.words
    [own] = view.kept("province", indicator.id, period, make=lambda: [_province(view, indicator, period)])
    named = link(own.unit.name, indicator_address(own, view.plan.id))
    facts = joined(verdict_badge(own, words), element("b", named), certainty(own, words), by=" ")
    return element(
        "div",
        element("p", facts),
        element("p", reason_sentence(own, words), class_="k-quiet"),
        class_="k-province",
    )


def side_by_side(view: View, indicator: Indicator, period: Period) -> Markup:
    """The ranking of the period, where any unit has a figure to be ranked by."""
    words, units = view.words, _units(view, indicator, period)
    if all(e.figure is None for e in units):
        return joined()
    return joined(
        heading(words("page.units.ranking"), _reference(words)),
        ranking(units, lambda e: indicator_address(e, view.plan.id), words),
    )


def through_years(view: View, indicator: Indicator, period: Period) -> Markup:
    """Every unit in every year as a table, then drawn small."""
    words, years = view.words, _years(view)
    rows = _rows(view, indicator, period, years)
    if not any(e and e.figure for row in rows for e in row.years):
        return joined()

    def address(evaluation: Evaluation) -> str:
        return indicator_address(evaluation, view.plan.id)

    return joined(
        heading(words("page.units.years"), _reference(words)),
        unit_year_table(rows, years, address, words),
        heading(words("page.units.multiples"), words("page.units.multiples-note")),
        small_multiples(indicator, [row for row in rows if row.measured], years, address, words),
        fills_explained(words),
    )


def changes(view: View, indicator: Indicator, period: Period) -> Markup:
    """Units that began, ended or merged since the plan's first year."""
    words, register = view.words, view.program.units
    lifetime = [p for p in view.knowledge.evaluator.periods() if p.is_year]
    changed = changed_units(register.of_province(view.plan.province), lifetime)
    if not changed or Level.DISTRICT not in indicator.levels:
        return joined()
    titled = heading(words("page.units.changes"))
    return joined(titled, quiet(words("page.units.changes-note")), lapsed_list(changed, register, words))


def _reference(words: Words) -> Markup:
    """«so với mục tiêu tỉnh»: a unit is held against the province's target for reference alone."""
    return explained(words("page.glance.against-province"), "against-province", words)


def _province(view: View, indicator: Indicator, period: Period) -> Evaluation:
    return view.knowledge.evaluator.evaluate(indicator, view.province, period)


def _units(view: View, indicator: Indicator, period: Period) -> list[Evaluation]:
    return [
        e for e in view.verdicts(period) if e.indicator.id == indicator.id and e.unit.id != view.plan.province
    ]


def _years(view: View) -> list[Period]:
    """From the plan's first year, or its first figure's, to the last year with a figure."""
    with_figures = [p for p in view.knowledge.evaluator.actuals.periods() if p.is_year]
    last = max(with_figures, default=Period(view.knowledge.as_of.year))
    return [p for p in view.knowledge.evaluator.periods() if p.is_year and p <= last]


def _rows(view: View, indicator: Indicator, period: Period, years: Sequence[Period]) -> list[UnitYears]:
    """The units that were there in any of the years or sent a figure: those there today first."""
    if Level.DISTRICT not in indicator.levels:
        return []
    actuals = view.knowledge.evaluator.actuals
    senders = set().union(*(actuals.reporting(indicator, year) for year in years))
    units = [u for u in view.program.units.of_province(view.plan.province)[1:] if _belongs(u, years, senders)]
    rows = units_through_the_years(view.knowledge, indicator.id, units, years)
    return sorted(rows, key=lambda row: row.unit.level is Level.AGENCY)


def _belongs(unit: ReportingUnit, years: Sequence[Period], senders: set[str]) -> bool:
    if unit.id in senders:
        return True
    return unit.level is Level.DISTRICT and any(unit.existed_within(year) for year in years)
