"""Figures as people type them, right and wrong, written without a look at the reader."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..expectation import (
    ASK_OR_REFUSE,
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    QUESTION,
    READ,
    READ_OR_ASK,
    REFUSE,
    SATISFACTION,
    Case,
    Figure,
    Shelf,
    answer,
    counts,
    finding,
    percents,
    shares,
)
from ..paper import Formula, Page
from ..places import (
    NGHE_AN_PROVINCE,
    dotted,
    in_vietnamese,
    shortened,
    some_counts,
    some_percents,
    some_shares,
)
from ..tables import list_values
from .blind_desk import SOME, by_district, line, paper, sent, sent_by_centre

SHELF = Shelf("blind values")
WHOLE, PART = "Số đơn vị SDLĐ thuộc diện phải tham gia", "Số đơn vị SDLĐ đã đăng ký tham gia"
HEADS = ("Đơn vị", WHOLE, PART, "Tỷ lệ (%)")
TITLE = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"
PEOPLE = "Số người tham gia BHXH tự nguyện"
SHARE = "Tỷ lệ đơn vị SDLĐ đăng ký tham gia BHXH bắt buộc, BHTN (%)"


def _people(values: dict[str, Any], extra: str = "") -> Page:
    page = paper(f"{PEOPLE.upper()} NĂM 2018", *filter(None, [extra]), heads=("STT", "Đơn vị", PEOPLE))
    list_values(page, values, shortened)
    return page


def _rates(values: dict[str, Any], head: str = SHARE) -> Page:
    page = paper("KẾT QUẢ NĂM 2018", heads=("STT", "Đơn vị", head))
    list_values(page, values, shortened)
    return page


def _one_fault(content: Any, seed: str = "fault") -> tuple[Page, str]:
    """A table of shares whose third unit has this content as its part, and the cell it stands in."""
    read = some_shares(seed, SOME)
    page, lines = by_district(TITLE, HEADS, read, ("whole", "part"))
    cell = f"D{lines[SOME[2]]}"
    page.at(cell, content)
    return page, cell


@SHELF.case("thousands kept apart by hard and thin spaces")
def thousands_apart_by_spaces() -> Case:
    read = some_counts("spaces", SOME, (1100, 9800))
    typed = {unit: f"{n // 1000}\u00a0{n % 1000:03d}" for unit, n in read.items()}
    return sent(_people(typed), expect=READ, figures=counts(GROWTH, 2018, read))


@SHELF.case("the word for people in the cell")
def the_counted_thing_in_the_cell() -> Case:
    read = some_counts("words", SOME, (1100, 9800))
    page = _people({unit: f"{dotted(n)} người" for unit, n in read.items()})
    return sent(page, expect=NEVER_WRONG, figures=counts(GROWTH, 2018, read))


@SHELF.case("percentages as text with a space before the sign")
def percentages_with_a_space() -> Case:
    read = some_percents("space", SOME)
    page = _rates({unit: f"{in_vietnamese(value)} %" for unit, value in read.items()})
    return sent(
        page, expect=READ, figures=percents(ENROLLED, 2018, read), findings=[finding("value-text-number")]
    )


@SHELF.case("fractions and percentages in one column")
def fractions_and_percentages_mixed() -> Case:
    page = _rates(dict(zip(SOME, (0.825, 79.4, 0.913, 88.1, 90.6, 0.702), strict=True)))
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("scale-unclear")])


@SHELF.case("plain fractions under a heading that says percent")
def fractions_under_a_percent_heading() -> Case:
    page = _rates(dict(zip(SOME, (0.825, 0.794, 0.913, 0.881, 0.906, 0.702), strict=True)))
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("scale-unclear")])


@SHELF.case("about so many is no figure")
def about_so_many() -> Case:
    page, cell = _one_fault("khoảng 45")
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("value-not-a-number", cell)])


@SHELF.case("a tick box in a column of counts")
def a_truth_value() -> Case:
    page, cell = _one_fault(True)
    return sent(page, expect=REFUSE, findings=[finding("value-is-boolean", cell)])


@SHELF.case("a count that the spreadsheet turned into a date")
def a_date() -> Case:
    page, cell = _one_fault(date(2018, 10, 12))
    return sent(page, expect=REFUSE, findings=[finding("value-is-date", cell)])


@SHELF.case("a formula nobody has calculated")
def a_formula_without_result() -> Case:
    page, cell = _one_fault(Formula("", "=C6-3"))
    return sent(page, expect=REFUSE, findings=[finding("formula-without-value", cell)])


@SHELF.case("division by zero in the printed share alone")
def error_in_the_printed_share_alone() -> Case:
    read = some_shares("printed error", SOME)
    page, lines = by_district(TITLE, HEADS, read)
    page.at(f"E{lines[SOME[1]]}", Formula("#DIV/0!", "=D5/0"))
    return sent(
        page,
        expect=NEVER_WRONG,
        figures=shares(ENROLLED, 2018, read),
        findings=[finding("value-is-error", f"E{lines[SOME[1]]}")],
    )


@SHELF.case("half an employer")
def half_an_employer() -> Case:
    page, cell = _one_fault(40.5)
    return sent(page, expect=REFUSE, findings=[finding("value-not-whole", cell)])


@SHELF.case("a share above the whole")
def a_share_above_the_whole() -> Case:
    page = _rates(dict(zip(SOME, (82.5, 79.4, 104.2, 88.1, 90.6, 70.2), strict=True)))
    return sent(page, expect=REFUSE, findings=[finding(("value-out-of-range", "part-exceeds-whole"), "C6")])


@SHELF.case("the letter O among the digits")
def a_letter_among_digits() -> Case:
    page, cell = _one_fault("1O5")
    return sent(page, expect=REFUSE, findings=[finding("value-not-a-number", cell)])


@SHELF.case("three digits after the comma of a percentage are always asked about")
def three_digits_after_the_comma() -> Case:
    read = some_percents("three digits", SOME) | {SOME[1]: "91.234"}
    page = _rates({unit: in_vietnamese(value) for unit, value in read.items()})
    return sent(
        page,
        expect=(QUESTION,),
        figures=percents(ENROLLED, 2018, read),
        findings=[finding("value-ambiguous-number", "C5")],
        answers=[answer("value-ambiguous-number", "C5", "91.234")],
    )


@SHELF.case("an index as a number, not as text, has one reading")
def an_index_as_a_true_number() -> Case:
    page = paper("KẾT QUẢ NĂM 2022", heads=("TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"))
    page.row(1, "Chỉ số hài lòng của người tham gia BHTN", "%", 81.125)
    figures = [Figure(SATISFACTION, NGHE_AN_PROVINCE, "2022", value="81.125")]
    return sent_by_centre(page, expect=READ, figures=figures)


@SHELF.case("thousands of people declared above the table")
def thousands_declared_above() -> Case:
    values = dict(zip(SOME, (5.6, 1.2, 2.45, 3.1, 1.9, 2.2), strict=True))
    read = {unit: round(value * 1000) for unit, value in values.items()}
    page = _people(values, "Đơn vị tính: nghìn người")
    return sent(page, expect=NEVER_WRONG, figures=counts(GROWTH, 2018, read))


@SHELF.case("signs and words for no data")
def words_for_no_data() -> Case:
    read = some_shares("no data", SOME)
    page, lines = by_district(TITLE, HEADS, read, ("whole", "part"))
    gaps = dict(zip(SOME[1:4], ("x", "chưa có", "…"), strict=True))
    for unit, sign in gaps.items():
        page.at(f"C{lines[unit]}", sign)
        page.at(f"D{lines[unit]}", sign)
    left = {unit: pair for unit, pair in read.items() if unit not in gaps}
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, left))


@SHELF.case("a part whose whole is missing is left out and named")
def a_whole_is_missing() -> Case:
    read = some_shares("missing whole", SOME)
    page, lines = by_district(TITLE, HEADS, read, ("whole", "part"))
    page.at(f"C{lines[SOME[3]]}", "-")
    left = {unit: pair for unit, pair in read.items() if unit != SOME[3]}
    return sent(
        page,
        expect=READ,
        figures=shares(ENROLLED, 2018, left),
        findings=[finding("value-missing", line(lines[SOME[3]]))],
    )


@SHELF.case("more registered than liable")
def more_registered_than_liable() -> Case:
    read = some_shares("more", SOME) | {SOME[4]: (121, 112)}
    page, lines = by_district(TITLE, HEADS, read)
    return sent(page, expect=REFUSE, findings=[finding("part-exceeds-whole", line(lines[SOME[4]]))])


@SHELF.case("a typed zero is a zero")
def a_typed_zero() -> Case:
    read = some_shares("zero", SOME) | {SOME[5]: (0, 45)}
    page, _ = by_district(TITLE, HEADS, read)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a negative count in accountants' brackets is not its absolute value")
def a_count_in_brackets() -> Case:
    page, cell = _one_fault("(45)")
    return sent(
        page, expect=ASK_OR_REFUSE, findings=[finding(("value-negative", "value-not-a-number"), cell)]
    )


@SHELF.case("English thousands as text in a count, where only one reading is whole")
def english_thousands_in_a_count() -> Case:
    read = some_counts("english", SOME, (1101, 9899))
    page = _people({unit: f"{n:,}" for unit, n in read.items()})
    return sent(page, expect=READ_OR_ASK, figures=counts(GROWTH, 2018, read))


@SHELF.case("a star of a footnote behind a figure")
def a_star_behind_a_figure() -> Case:
    read = some_counts("star", SOME, (210, 980))
    page = _people({unit: f"{n}(*)" if unit == SOME[0] else n for unit, n in read.items()})
    page.row("(*) Gồm cả lực lượng vũ trang.")
    return sent(page, expect=NEVER_WRONG, figures=counts(GROWTH, 2018, read))


@SHELF.case("part and whole in one cell")
def part_and_whole_in_one_cell() -> Case:
    read = some_shares("one cell pair", SOME)
    head = "Số đơn vị SDLĐ đã tham gia/Số đơn vị SDLĐ thuộc diện phải tham gia BHXH bắt buộc, BHTN"
    page = paper(TITLE, heads=("STT", "Đơn vị", head))
    list_values(page, {unit: f"{n}/{d}" for unit, (n, d) in read.items()})
    return sent(page, expect=NEVER_WRONG, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a printed share and a printed total that are wrong: both named, the counts stand")
def printed_share_and_total_are_wrong() -> Case:
    read = some_shares("printed", SOME)
    page, lines = by_district(TITLE, HEADS, read)
    page.at(f"E{lines[SOME[2]]}", 12.34)
    total = page.row(None, "Cộng", 9999, 8888)
    return sent(
        page,
        expect=READ,
        figures=shares(ENROLLED, 2018, read),
        findings=[
            finding("share-mismatch", line(lines[SOME[2]])),
            finding("total-mismatch", line(total)),
        ],
        never=("9999", "8888"),
    )


@SHELF.case("more than so much is no figure")
def more_than_so_much() -> Case:
    page = _rates(dict(zip(SOME, (82.5, "trên 80%", 84.2, 88.1, 90.6, 70.2), strict=True)))
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("value-not-a-number", "C5")])


@SHELF.case("a span of values is no figure")
def a_span_of_values() -> Case:
    page = _rates(dict(zip(SOME, (82.5, "80 - 85", 84.2, 88.1, 90.6, 70.2), strict=True)))
    return sent(page, expect=REFUSE, findings=[finding("value-not-a-number", "C5")])


@SHELF.case("formulas with their results, totals among them")
def formulas_with_results_and_a_total() -> Case:
    read = some_shares("formulas", SOME)
    page = paper(TITLE, heads=("STT", *HEADS))
    for place, (unit, (n, d)) in enumerate(read.items(), 1):
        row = page.next_row
        page.row(place, unit, Formula(d, f"={d - 5}+5"), n, Formula(100 * n / d, f"=D{row}/C{row}*100"))
    whole, part = sum(d for _, d in read.values()), sum(n for n, _ in read.values())
    page.row(None, "Tổng số", Formula(whole, "=SUM(C4:C9)"), Formula(part, "=SUM(D4:D9)"))
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))
