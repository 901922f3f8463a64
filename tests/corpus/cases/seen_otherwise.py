"""Numbers that a person sees otherwise than they are stored: formats with words or zeros, a line through."""

from __future__ import annotations

from typing import Any

from ..expectation import ASK_OR_REFUSE, GROWTH, READ, READ_OR_ASK, Case, Shelf, answer, counts, finding
from ..paper import Shown, Struck
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
    return _first(Struck(READ_2018[FIRST]))
