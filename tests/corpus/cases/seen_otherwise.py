"""Numbers that a person sees otherwise than they are stored: formats with words or zeros, a line through."""

from __future__ import annotations

from typing import Any

from ..expectation import (
    ASK_OR_REFUSE,
    ESTIMATE,
    GROWTH,
    READ,
    READ_OR_ASK,
    Case,
    Shelf,
    answer,
    counts,
    finding,
)
from ..paper import STRUCK, WHITE, Drawn, Formula, Shown
from ..places import some_counts
from .blind_desk import SOME, paper, sent

SHELF = Shelf("seen_otherwise")
PEOPLE = "Số người tham gia BHXH tự nguyện"
READ_2018 = some_counts("seen otherwise", SOME, (1001, 4999))
FIRST = next(iter(READ_2018))


def _first(content: Any, **more: Any) -> Case:
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("Đơn vị", PEOPLE))
    page.rows([(unit, content if unit == FIRST else count) for unit, count in READ_2018.items()])
    asked = {"expect": ASK_OR_REFUSE, "findings": [finding("value-ambiguous-number", "B4")]}
    return sent(page, **{**asked, "figures": counts(GROWTH, 2018, READ_2018), **more})


def _under(look: str, **more: Any) -> Case:
    return _first(Shown(READ_2018[FIRST], look), **more)


def _read(look: str) -> Case:
    return _under(look, expect=READ, findings=())


@SHELF.case("«1234 nghìn» of 1234: the answer is a thousand times as many")
def thousands_in_the_format() -> Case:
    count = READ_2018[FIRST]
    figures = counts(GROWTH, 2018, {**READ_2018, FIRST: 1000 * count})
    answers = [answer("value-ambiguous-number", "B4", str(1000 * count))]
    return _under('0" nghìn"', expect=READ_OR_ASK, figures=figures, answers=answers)


for name, look in {
    "zeros_in_the_format": '0".000"',
    "an_estimate_in_the_format": '#,##0" (ước)"',
    "about_in_the_format": '"khoảng "0',
    "another_noun_in_the_format": '0" xã"',
    "a_dash_for_any_number": '"-"',
    "nothing_for_any_number": ";;;",
    "a_dash_under_a_condition": '[<9999]"-";0',
    "brackets_in_the_format": "(0)",
    "thousands_left_out_by_the_format": "#,##0,",
    "per_cent_in_the_format": '0" %"',
    "decimals_that_look_like_thousands": "0.000",
}.items():
    SHELF.add(name, f"a format that shows something else: {look}", lambda look=look: _under(look))  # type: ignore[misc]

for name, look in {
    "people_in_the_format": '#,##0" người"',
    "currency_in_the_format": "#,##0 [$₫-42A]",
    "accounting_format": '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-',
    "spaces_in_the_format": "#\\ ##0",
    "a_dash_for_zero_alone": '[=0]"-";#,##0',
    "leading_zeros": "000000",
}.items():
    SHELF.add(name, f"a format that shows the number: {look}", lambda look=look: _read(look))  # type: ignore[misc]


@SHELF.case("a number with a line through it: struck out, or kept")
def struck_out() -> Case:
    return _first(Drawn(READ_2018[FIRST], STRUCK))


@SHELF.case("a number as white as the paper, which nobody sees")
def white_on_white() -> Case:
    return _first(Drawn(READ_2018[FIRST], WHITE))


@SHELF.case("white letters on a coloured ground are seen")
def white_on_blue() -> Case:
    return _first(Drawn(READ_2018[FIRST], {**WHITE, "bg_color": "#1F4E79"}), expect=READ, findings=())


@SHELF.case("the name of a unit with a line through it: its row struck out, or kept")
def a_name_struck_out() -> Case:
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("Đơn vị", PEOPLE))
    page.rows([(Drawn(u, STRUCK) if u == FIRST else u, count) for u, count in READ_2018.items()])
    figures = counts(GROWTH, 2018, READ_2018)
    return sent(page, expect=ASK_OR_REFUSE, figures=figures, findings=[finding("unit-ambiguous", "A4")])


@SHELF.case("a number fetched from another file: read, and named")
def from_another_file() -> Case:
    fetched = Formula(READ_2018[FIRST], "='[BC 2017.xlsx]Biểu 1'!B5")
    return _first(fetched, expect=READ, findings=[finding("note-skipped", "B4")])


def _labelled(label: str, **more: Any) -> Case:
    return _first(label.format(READ_2018[FIRST]), expect=READ, findings=(), **more)


for name, label in {"people_behind": "{} người", "employees_behind": "{} lao động"}.items():
    SHELF.add(name, f"the number's own measure beside it: {label}", lambda text=label: _labelled(text))  # type: ignore[misc]

for name, label in {"estimated": "{} (ước)", "estimated_before": "ước {}"}.items():

    def _as_estimate(text: str = label) -> Case:
        rest = {unit: count for unit, count in READ_2018.items() if unit != FIRST}
        figures = counts(GROWTH, 2018, rest)
        figures += counts(GROWTH, 2018, {FIRST: READ_2018[FIRST]}, stage=ESTIMATE)
        return _labelled(text, figures=figures)

    SHELF.add(name, f"a single estimate among results: {label}", _as_estimate)

for name, label in {
    "employers_behind": "{} đơn vị",
    "occasions_behind": "{} lượt",
    "thousands_behind": "{} nghìn người",
    "women_behind": "{} (nữ)",
    "about_before": "khoảng {}",
    "more_than_before": "hơn {}",
    "a_star_behind": "{}*",
}.items():

    def _refused(text: str = label) -> Case:
        figures: list[Any] = []
        found = [finding("value-not-a-number", "B4")]
        return _first(text.format(READ_2018[FIRST]), figures=figures, findings=found)

    SHELF.add(name, f"words that make another number, or none, of it: {label}", _refused)
