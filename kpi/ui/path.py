"""One indicator of one unit through the years: what the law asks for, what was achieved, where the trend leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.plan import Indicator, IndicatorKind
from kpi.present.charts import Level, Scale, lawful_levels, years_shown
from kpi.present.formats import number, percent, plain
from kpi.present.sentences import actual_text, figure_status, noun, verdict_sign, verdict_word
from kpi.present.sentences.pace import mark_of
from kpi.present.sentences.terms import lowered
from kpi.present.words import Words
from kpi.ui import columns
from kpi.ui.marks import verdict_colour
from kpi.ui.markup import Markup, element, joined

_AHEAD = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class _Path:
    """What is drawn: the evaluations by year, the level of each year, and the scale they share."""

    years: range
    judged: Mapping[int, Evaluation]
    levels: Mapping[int, Level]
    scale: Scale
    words: Words

    def weight(self, year: int) -> Fraction:
        """How wide the year is: years ahead without a figure or a projection are narrow."""
        last = self.last_figure
        projected = last.outlook.period.year if last and last.outlook.period else None
        return Fraction(1) if year in self.judged or year == projected else _AHEAD

    def width(self, years: Iterable[int]) -> Fraction:
        """How many whole columns the years are wide."""
        return sum((self.weight(year) for year in years), Fraction(0))

    @property
    def last_figure(self) -> Evaluation | None:
        return next((e for e in reversed(list(self.judged.values())) if e.actual is not None), None)


def path(indicator: Indicator, evaluations: Sequence[Evaluation], words: Words) -> Markup:
    """The stepped lawful path, a bar a year, and the projection, each bearing its own figure.

    `evaluations` are of one unit, one a year; parts of years are left out.
    """
    yearly = sorted((e for e in evaluations if e.period.is_year), key=lambda e: e.period)
    if not yearly:
        return joined()
    levels = lawful_levels(indicator, yearly, words)
    drawn = _Path(
        years_shown(yearly),
        {e.period.year: e for e in yearly},
        {level.year: level for level in levels},
        Scale.of(columns.heights(yearly, levels)),
        words,
    )
    name = words("chart.path-title", indicator=words.pick(indicator.name, indicator.name_en))
    return element(
        "div",
        element(
            "div",
            _lines(drawn),
            _columns(drawn),
            class_="k-path",
            style=f"--n:{float(drawn.width(drawn.years))};--longest:{_longest(drawn)}",
        ),
        class_="k-path-frame",
        role="region",
        tabindex="0",
        aria_label=f"{name} – {yearly[0].unit.name}",
    )


def _longest(drawn: _Path) -> int:
    """How many letters the longest word under a year has: on a narrow screen its column must hold it."""
    said = (
        _count(e, drawn.words) or figure_status(e, drawn.words) for e in drawn.judged.values() if e.figure
    )
    return max((len(word) for text in said for word in text.split()), default=0)


def _lines(drawn: _Path) -> Markup:
    """The scale, behind the bars."""
    written = [
        element(
            "span",
            plain(line, drawn.words.language) + "%",
            style=f"bottom:{columns.percent(drawn.scale.place(line))}",
        )
        for line in drawn.scale.lines()
    ]
    return element("div", *written, class_="k-path-lines", aria_hidden="true")


def _columns(drawn: _Path) -> Markup:
    return element("ol", *(_column(drawn, year) for year in drawn.years), class_="k-path-years")


def _column(drawn: _Path, year: int) -> Markup:
    evaluation = drawn.judged.get(year)
    bar = columns.figure_bar(evaluation, drawn.scale, "actual") if evaluation else ""
    plot = element(
        "div",
        bar,
        columns.target_step(drawn.levels, year, drawn.scale),
        _target_label(drawn, year),
        _projection(drawn, year),
        class_="k-plot",
    )
    return element(
        "li",
        plot,
        _year(drawn, year),
        *_said(drawn, evaluation),
        _projected(drawn, year),
        style=f"flex-grow:{float(drawn.weight(year))}",
    )


def _year(drawn: _Path, year: int) -> Markup:
    """The year; of a narrow column «'27», for which there is room."""
    if drawn.weight(year) == 1:
        return element("b", str(year))
    return element("b", element("abbr", f"'{year % 100:02}", title=str(year)))


def _target_label(drawn: _Path, year: int) -> Markup:
    """How the document puts a new level, on its step, no wider than the years it holds for."""
    length = columns.run_length(drawn.levels, year, drawn.years[-1])
    if not length:
        return joined()
    level = drawn.levels[year]
    first = year - 1 not in drawn.levels
    text = drawn.words("chart.target", demand=level.demand) if first else level.demand
    place = columns.percent(drawn.scale.place(level.percent))
    width = drawn.width(range(year, year + length)) / drawn.weight(year)
    return element(
        "span",
        element("span", text),
        class_="k-step-label",
        style=f"bottom:{place};width:{columns.percent(width)}",
    )


def _said(drawn: _Path, evaluation: Evaluation | None) -> list[Markup]:
    """Under the year: sign and figure, how firm it is, and of growth the count behind it."""
    words = drawn.words
    if evaluation is None:
        return []
    counted = _count(evaluation, words)
    if evaluation.actual is None:
        said = "" if counted else _why_blank(evaluation, words)
        return [element("small", said)] * bool(said) + [element("small", counted)] * bool(counted)
    figure = element(
        "span",
        f"{verdict_sign(evaluation)} {actual_text(evaluation, words)}",
        class_=f"k-figure {verdict_colour(evaluation)}",
        title=verdict_word(evaluation, words),
    )
    status = "" if evaluation.final else figure_status(evaluation, words)
    return [figure, *(element("small", text) for text in (status, counted) if text)]


def _why_blank(evaluation: Evaluation, words: Words) -> str:
    """Figures that can't be summed yet are not the same as none."""
    if evaluation.compliance is Compliance.NOT_ASSESSABLE:
        return lowered(verdict_word(evaluation, words))
    return words("chart.no-figure")


def _count(evaluation: Evaluation, words: Words) -> str:
    figure = evaluation.figure
    if evaluation.indicator.kind is not IndicatorKind.GROWTH or figure is None or figure.numerator is None:
        return ""
    return f"{number(figure.numerator, words.language)} {noun(evaluation.indicator, words)}"


def _projection(drawn: _Path, year: int) -> Markup:
    """The dashed line from the last figure to its projection, drawn from the last figure's column on."""
    last = drawn.last_figure
    if last is None or last.period.year != year or last.actual is None:
        return joined()
    if last.outlook.projected is None or last.outlook.period is None:
        return joined()
    end = last.outlook.period.year
    width = columns.percent(drawn.width(range(year, end)) - drawn.weight(year) / 2 + drawn.weight(end) / 2)
    slope = _slope(drawn.scale, last.actual, last.outlook.projected)
    return element("i", class_="k-trend", style=f"width:{width};{slope}")


def _slope(scale: Scale, start: Fraction, end: Fraction) -> str:
    """A line two pixels thick from the height of one value to that of the other."""
    left, right = (columns.percent(1 - scale.place(value)) for value in (start, end))
    return (
        f"clip-path:polygon(0 calc({left} - 1px),100% calc({right} - 1px),"
        f"100% calc({right} + 1px),0 calc({left} + 1px))"
    )


def _projected(drawn: _Path, year: int) -> Markup:
    last = drawn.last_figure
    outlook = last.outlook if last else None
    if last is None or outlook is None or outlook.projected is None or outlook.period is None:
        return joined()
    if outlook.period.year != year:
        return joined()
    value = percent(outlook.projected, drawn.words.language, mark_of(last.indicator, outlook.period))
    return element("span", drawn.words("chart.projection", value=value), class_="k-projected")
