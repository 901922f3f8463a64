"""Figures as offices write them: text, separators, signs for nothing, notes beside a number."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    NEVER_WRONG,
    OFFICIAL,
    READ,
    READ_OR_ASK,
    Case,
    Finding,
    Shelf,
    counts,
    finding,
    shares,
)
from ..paper import Formula, Page, Shown, workbook
from ..places import HA_TINH_UNITS, dotted, shortened, some_counts, some_shares
from ..tables import list_shares, list_values

SHELF = Shelf("numbers")


def _people(year: int) -> Page:
    page = Page("BHXH TN")
    page.row(f"SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM {year}")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    return page


def _employers(year: int) -> Page:
    page = Page("Đơn vị")
    page.row(f"THAM GIA BHXH BẮT BUỘC, BHTN NĂM {year}")
    page.row("STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia")
    return page


def _one_odd_count(
    seed: str, odd: object, right: int | None, expect: tuple[str, ...], *findings: Finding
) -> Case:
    """Counts for all units, one of them written in an odd way; the odd one stands in C8 (Huyện Vũ Quang)."""
    page = _people(2018)
    read = some_counts(seed, HA_TINH_UNITS)
    lines = list_values(page, read | {"Huyện Vũ Quang": odd})
    assert lines["Huyện Vũ Quang"] == 8
    rest = {unit: count for unit, count in read.items() if unit != "Huyện Vũ Quang"}
    known = rest if right is None else rest | {"Huyện Vũ Quang": right}
    return Case(
        workbook(page),
        expect,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, known),
        findings=findings,
    )


@SHELF.case("all counts typed as text with dots for thousands")
def counts_as_dotted_text() -> Case:
    page = _people(2019)
    read = some_counts("dotted", HA_TINH_UNITS, (1010, 9900))
    list_values(page, {unit: dotted(count) for unit, count in read.items()})
    return Case(
        workbook(page),
        READ,
        year=2019,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2019, read),
        findings=[finding("value-text-number", "C:C")],
    )


@SHELF.case("a count «10.361» as text: ten thousand, since counts are whole")
def count_of_ten_thousand_with_a_dot() -> Case:
    return _one_odd_count("10.361", "10.361", 10361, READ, finding("value-text-number", "C8"))


@SHELF.case("a count of over a million with two dots")
def count_with_two_dots() -> Case:
    return _one_odd_count("million", "1.234.567", 1234567, READ, finding("value-text-number", "C8"))


@SHELF.case("a count «1,234» as text: not one point two; a thousand at most, or a question")
def count_with_a_comma() -> Case:
    return _one_odd_count("comma", "1,234", 1234, NEVER_WRONG)


@SHELF.case("a count of over a million with two commas")
def count_with_two_commas() -> Case:
    return _one_odd_count("commas", "1,234,567", 1234567, NEVER_WRONG)


@SHELF.case("a count with a space for thousands")
def count_with_a_space() -> Case:
    return _one_odd_count("space", "1 305", 1305, NEVER_WRONG)


@SHELF.case("a count with a no-break space for thousands")
def count_with_a_no_break_space() -> Case:
    return _one_odd_count("nbsp", "1\u00a0305", 1305, NEVER_WRONG)


@SHELF.case("digits typed as text behind an apostrophe, with a trailing space")
def count_behind_an_apostrophe() -> Case:
    return _one_odd_count("apostrophe", "413 ", 413, READ, finding("value-text-number", "C8"))


@SHELF.case("the unit of measure typed behind the number")
def count_with_its_noun() -> Case:
    return _one_odd_count("noun", "413 người", 413, NEVER_WRONG)


@SHELF.case("a footnote mark behind the number must not become a digit of it")
def count_with_a_footnote_mark() -> Case:
    return _one_odd_count("mark", "413(1)", 413, NEVER_WRONG)


@SHELF.case("an asterisk behind the number")
def count_with_an_asterisk() -> Case:
    return _one_odd_count("asterisk", "413*", 413, NEVER_WRONG)


@SHELF.case("an estimate marked in the cell itself amid results")
def count_marked_as_estimate() -> Case:
    page = _people(2018)
    read = some_counts("in-cell", HA_TINH_UNITS)
    own = {"Huyện Vũ Quang": read.pop("Huyện Vũ Quang")}
    list_values(page, read | {unit: f"{count} (ước)" for unit, count in own.items()})
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        optional=counts(GROWTH, 2018, own, ESTIMATE),
    )


@SHELF.case("«khoảng 400» is no exact count")
def approximate_count() -> Case:
    return _one_odd_count(
        "approximate", "khoảng 400", None, ASK_OR_REFUSE, finding("value-not-a-number", "C8")
    )


@SHELF.case("«trên 400» is no exact count")
def count_with_a_lower_bound() -> Case:
    return _one_odd_count("bound", "trên 400", None, ASK_OR_REFUSE, finding("value-not-a-number", "C8"))


@SHELF.case("a range of counts")
def count_as_a_range() -> Case:
    return _one_odd_count("range", "400-420", None, ASK_OR_REFUSE, finding("value-not-a-number", "C8"))


@SHELF.case("letters among the digits, as scanners leave them")
def count_with_letters_for_digits() -> Case:
    return _one_odd_count("scanned", "4l3", None, ASK_OR_REFUSE, finding("value-not-a-number", "C8"))


@SHELF.case("half a person as a number")
def count_that_is_not_whole() -> Case:
    return _one_odd_count("half", 413.5, None, ASK_OR_REFUSE, finding("value-not-whole", "C8"))


@SHELF.case("half a person as text with both separators")
def text_count_that_is_not_whole() -> Case:
    return _one_odd_count(
        "half-text", "1.305,5", None, ASK_OR_REFUSE, finding(("value-not-whole", "value-not-a-number"), "C8")
    )


@SHELF.case("a negative count")
def negative_count() -> Case:
    return _one_odd_count("negative", -12, None, ASK_OR_REFUSE, finding("value-negative", "C8"))


@SHELF.case("a negative count in an accountant's brackets")
def negative_count_in_brackets() -> Case:
    return _one_odd_count(
        "brackets", "(12)", None, ASK_OR_REFUSE, finding(("value-negative", "value-not-a-number"), "C8")
    )


@SHELF.case("a division by zero where a count belongs")
def error_for_a_count() -> Case:
    return _one_odd_count("error", Formula("#DIV/0!"), None, ASK_OR_REFUSE, finding("value-is-error", "C8"))


@SHELF.case("a lookup that found nothing where a count belongs")
def lookup_without_result() -> Case:
    return _one_odd_count("lookup", Formula("#N/A"), None, ASK_OR_REFUSE, finding("value-is-error", "C8"))


@SHELF.case("a formula saved without its result where a count belongs")
def formula_without_result() -> Case:
    return _one_odd_count(
        "unsaved", Formula("", "=SUM(E8:G8)"), None, ASK_OR_REFUSE, finding("formula-without-value", "C8")
    )


@SHELF.case("a count that turned into a date")
def date_for_a_count() -> Case:
    return _one_odd_count("date", date(2018, 10, 12), None, ASK_OR_REFUSE, finding("value-is-date", "C8"))


@SHELF.case("TRUE where a count belongs")
def boolean_for_a_count() -> Case:
    return _one_odd_count("boolean", True, None, ASK_OR_REFUSE, finding("value-is-boolean", "C8"))


@SHELF.case("a zero that was typed is a zero")
def typed_zero() -> Case:
    return _one_odd_count("zero", 0, 0, READ)


@SHELF.case("dash, x, dots, words and an empty cell: no data, never zero")
def signs_for_no_data() -> Case:
    page = _people(2017)
    signs = dict(zip(HA_TINH_UNITS[3:9], ("-", "x", "…", "...", "chưa có", "–"), strict=True))
    read = some_counts("signs", [u for u in HA_TINH_UNITS if u not in signs])
    list_values(page, {unit: signs.get(unit, read.get(unit)) for unit in HA_TINH_UNITS})
    return Case(
        workbook(page), READ, year=2017, stage=OFFICIAL, figures=counts(GROWTH, 2017, read), never=["0"]
    )


@SHELF.case("zero of zero employers, typed: a figure, though no share can be made of it")
def zero_of_zero() -> Case:
    page = _employers(2018)
    read = some_shares("zero-zero", HA_TINH_UNITS) | {"Huyện Vũ Quang": (0, 0)}
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part)
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("counts by formula with their saved results, the share by formula too")
def formulas_with_results() -> Case:
    page = Page("CT")
    page.row("GIAO DỊCH ĐIỆN TỬ NĂM 2019")
    page.row("STT", "Đơn vị", "Tổng số đơn vị SDLĐ", "Số đơn vị giao dịch điện tử", "Tỷ lệ (%)")
    read = some_shares("formulas", HA_TINH_UNITS, percent=(85, 99))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        line = page.next_row
        share = Formula(100 * part / whole, f"=D{line}/C{line}*100")
        page.row(place, unit, Formula(whole, f"=SUM(G{line}:H{line})"), Formula(part, f"=H{line}"), share)
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=shares(ELECTRONIC, 2019, read))


@SHELF.case("counts are there; only the printed share is a formula saved without its result")
def share_formula_without_result() -> Case:
    page = Page("CT")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row(
        "STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ tham gia (%)"
    )
    read = some_shares("no-result", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, Formula("", f"=D{page.next_row}/C{page.next_row}*100"))
    return Case(workbook(page), NEVER_WRONG, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a unit without data makes the printed share #DIV/0!; its counts are dashes")
def division_by_zero_in_the_printed_share() -> Case:
    page = Page("CT")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row(
        "STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ tham gia (%)"
    )
    read = some_shares("div", [u for u in HA_TINH_UNITS if u != "Huyện Lộc Hà"])
    list_shares(page, read)
    page.row(13, "Huyện Lộc Hà", None, None, Formula("#DIV/0!", "=D15/C15*100"))
    return Case(workbook(page), NEVER_WRONG, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("numbers under formats that add words or separators to what is shown")
def numbers_under_decorating_formats() -> Case:
    page = _employers(2018)
    read = some_shares("decorated", HA_TINH_UNITS, whole=(1100, 4000))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), Shown(whole, "#,##0"), Shown(part, '#,##0" đơn vị"'))
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("part typed above its whole in one row, everything else right")
def part_above_whole() -> Case:
    page = _employers(2019)
    read = some_shares("above", HA_TINH_UNITS) | {"Huyện Thạch Hà": (260, 251)}
    lines = {}
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        lines[unit] = page.row(place, unit, whole, part)
    line = lines["Huyện Thạch Hà"]
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2019,
        stage=OFFICIAL,
        findings=[finding("part-exceeds-whole", f"{line}:{line}")],
    )


@SHELF.case("seven faults of seven kinds are all reported at once")
def many_faults_at_once() -> Case:
    page = _employers(2017)
    faults = {
        4: ("n/a", 120), 5: (Formula("#REF!"), 90), 6: (-3, 81), 7: (150, 120.5),
        8: (True, 64), 9: ("khoảng 90", 130), 10: (211, 198),
    }  # fmt: skip
    for place, (unit, (part, whole)) in enumerate(some_shares("faults", HA_TINH_UNITS).items(), 1):
        odd, of = faults.get(page.next_row, (part, whole))
        page.row(place, unit, of, odd)
    codes = {
        "D4": "value-not-a-number", "D5": "value-is-error", "D6": "value-negative", "C7": "value-not-whole",
        "D8": "value-is-boolean", "D9": "value-not-a-number", "10:10": "part-exceeds-whole",
    }  # fmt: skip
    return Case(
        workbook(page),
        ("reject",),
        year=2017,
        stage=OFFICIAL,
        findings=[finding(code, cell) for cell, code in codes.items()],
    )


@SHELF.case("a cell comment with another figure is not read")
def comment_with_another_figure() -> Case:
    page = _people(2018)
    read = some_counts("comment", HA_TINH_UNITS)
    list_values(page, read)
    page.comments["C5"] = "Số cũ: 777"
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        never=["777"],
    )
