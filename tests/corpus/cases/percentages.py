"""Shares given as percentages: formats, fractions, text, mixtures, and what a printed share may not be."""

from __future__ import annotations

from decimal import Decimal

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    NEVER_WRONG,
    NGHE_AN,
    OFFICIAL,
    QUESTION,
    READ,
    READ_OR_ASK,
    SATISFACTION,
    Case,
    Finding,
    Shelf,
    answer,
    finding,
    percents,
    shares,
)
from ..paper import Page, Shown, workbook
from ..places import (
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    NGHE_AN_PROVINCE,
    familiar,
    in_vietnamese,
    share_of,
    shortened,
    some_percents,
    some_shares,
)
from ..tables import list_values

SHELF = Shelf("percentages")


def _page(year: int, heading: str = "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN (%)") -> Page:
    page = Page("Tỷ lệ")
    page.row(f"TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM {year}")
    page.row("STT", "Đơn vị", heading)
    return page


def _fraction(text: str) -> float:
    return float(Decimal(text) / 100)


@SHELF.case("text with a decimal comma and a percent sign")
def percent_text_with_sign() -> Case:
    page = _page(2018)
    read = some_percents("with-sign", HA_TINH_UNITS)
    list_values(page, {unit: in_vietnamese(value) + "%" for unit, value in read.items()}, shortened)
    return Case(
        workbook(page),
        READ,
        year=2018,
        stage=OFFICIAL,
        figures=percents(ENROLLED, 2018, read),
        findings=[finding("value-text-number", "C:C")],
    )


@SHELF.case("text with a decimal comma, a space and a percent sign, some with one decimal only")
def percent_text_with_a_space_before_the_sign() -> Case:
    page = _page(2019)
    read = {unit: value[:4] for unit, value in some_percents("spaced", HA_TINH_UNITS, (7100, 9890)).items()}
    list_values(page, {unit: in_vietnamese(value) + " %" for unit, value in read.items()})
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=percents(ENROLLED, 2019, read))


@SHELF.case("text with a decimal comma and no sign under a heading in %")
def percent_text_without_sign() -> Case:
    page = _page(2017)
    read = some_percents("no-sign", HA_TINH_UNITS)
    list_values(page, {unit: in_vietnamese(value) for unit, value in read.items()}, familiar)
    return Case(workbook(page), READ, year=2017, stage=OFFICIAL, figures=percents(ENROLLED, 2017, read))


@SHELF.case("text with a decimal point and two decimals: no thousands can be meant")
def percent_text_with_a_point() -> Case:
    page = _page(2018)
    read = some_percents("point", HA_TINH_UNITS)
    list_values(page, {unit: f"{Decimal(value):.2f}" for unit, value in read.items()})
    return Case(
        workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=percents(ENROLLED, 2018, read)
    )


@SHELF.case("fractions under the format 0.00%")
def fractions_under_a_percent_format() -> Case:
    page = _page(2019, "Tỷ lệ tham gia")
    read = some_percents("formatted", HA_TINH_UNITS)
    list_values(page, {unit: Shown(_fraction(value), "0.00%") for unit, value in read.items()})
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=percents(ENROLLED, 2019, read))


@SHELF.case("1 under the format 0% is the full share, not one percent")
def full_share_under_a_percent_format() -> Case:
    page = Page("GDĐT")
    page.row("TỶ LỆ ĐƠN VỊ GIAO DỊCH ĐIỆN TỬ NĂM 2018")
    page.row("TT", "Đơn vị", "Tỷ lệ giao dịch điện tử")
    read = dict.fromkeys(HA_TINH_UNITS, "100") | {"Huyện Vũ Quang": "98.5", "Huyện Lộc Hà": "0"}
    list_values(page, {unit: Shown(_fraction(value), "0.0%") for unit, value in read.items()})
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=percents(ELECTRONIC, 2018, read))


@SHELF.case("a percent sign that is only printed by the format: 71.34 shown as 71.34% is 71.34")
def printed_percent_sign() -> Case:
    page = _page(2018)
    read = some_percents("printed", HA_TINH_UNITS)
    list_values(page, {unit: Shown(float(value), '0.00"%"') for unit, value in read.items()})
    return Case(
        workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=percents(ENROLLED, 2018, read)
    )


@SHELF.case("the same with the sign escaped by a backslash")
def escaped_percent_sign() -> Case:
    page = _page(2017)
    read = some_percents("escaped", HA_TINH_UNITS)
    list_values(page, {unit: Shown(float(value), "0.00\\%") for unit, value in read.items()})
    return Case(
        workbook(page), READ_OR_ASK, year=2017, stage=OFFICIAL, figures=percents(ENROLLED, 2017, read)
    )


@SHELF.case("plain numbers between 60 and 99 under a heading in %")
def plain_percent_numbers() -> Case:
    page = _page(2018)
    read = some_percents("plain", HA_TINH_UNITS)
    list_values(page, {unit: float(value) for unit, value in read.items()}, str.upper)
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=percents(ENROLLED, 2018, read))


@SHELF.case("bare fractions without a percent format: percent or fraction must be asked")
def bare_fractions() -> Case:
    page = _page(2019, "Tỷ lệ tham gia")
    read = some_percents("bare", HA_TINH_UNITS)
    list_values(page, {unit: _fraction(value) for unit, value in read.items()})
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2019,
        stage=OFFICIAL,
        figures=percents(ENROLLED, 2019, read),
        findings=[finding("scale-unclear", "C:C")],
    )


@SHELF.case("fractions and percentages mixed in one column, none formatted")
def fractions_and_percents_mixed() -> Case:
    page = _page(2018)
    read = some_percents("mixed", HA_TINH_UNITS)
    mixed = {u: _fraction(v) if place % 3 == 1 else float(v) for place, (u, v) in enumerate(read.items())}
    list_values(page, mixed)
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2018,
        stage=OFFICIAL,
        figures=percents(ENROLLED, 2018, read),
        findings=[finding(("scale-unclear", "value-ambiguous-number"), "C:C")],
    )


@SHELF.case("formatted fractions and plain percentages in one column: each is what it shows")
def formatted_fractions_beside_plain_percents() -> Case:
    page = _page(2019)
    read = some_percents("each", HA_TINH_UNITS)
    shown = {
        unit: Shown(_fraction(value), "0.00%") if place < 6 else float(value)
        for place, (unit, value) in enumerate(read.items())
    }
    list_values(page, shown)
    return Case(
        workbook(page), READ_OR_ASK, year=2019, stage=OFFICIAL, figures=percents(ENROLLED, 2019, read)
    )


@SHELF.case("71.34 under a percent format is shown as 7134%: out of range, or asked")
def percents_under_a_percent_format() -> Case:
    page = _page(2018)
    read = some_percents("twice", HA_TINH_UNITS)
    list_values(page, {unit: Shown(float(value), "0.00%") for unit, value in read.items()})
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2018,
        stage=OFFICIAL,
        findings=[finding(("value-out-of-range", "scale-unclear"), "C:C")],
    )


@SHELF.case("one share above one hundred")
def share_above_one_hundred() -> Case:
    page = _page(2017)
    read = some_percents("hundred", HA_TINH_UNITS) | {"Huyện Đức Thọ": "103.2"}
    lines = list_values(page, {unit: float(value) for unit, value in read.items()})
    cell = f"C{lines['Huyện Đức Thọ']}"
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2017,
        stage=OFFICIAL,
        findings=[finding("value-out-of-range", cell)],
    )


@SHELF.case("a negative share")
def negative_share() -> Case:
    page = _page(2017)
    read = some_percents("minus", HA_TINH_UNITS)
    lines = list_values(page, {unit: float(value) for unit, value in read.items()} | {"Huyện Đức Thọ": -71.2})
    cell = f"C{lines['Huyện Đức Thọ']}"
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2017,
        stage=OFFICIAL,
        findings=[finding(("value-negative", "value-out-of-range"), cell)],
    )


def _index(text: object, right: str, expect: tuple[str, ...], *findings: Finding) -> Case:
    page = Page("Khảo sát")
    page.row("CHỈ SỐ HÀI LÒNG CỦA NGƯỜI THAM GIA BHTN TỈNH NGHỆ AN NĂM 2022")
    page.row("STT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2022")
    page.row(1, "Chỉ số hài lòng của người tham gia BHTN", "%", text)
    return Case(
        workbook(page),
        expect,
        plan=NGHE_AN,
        year=2022,
        stage=OFFICIAL,
        figures=percents(SATISFACTION, 2022, {NGHE_AN_PROVINCE: right}),
        findings=findings,
        answers=[answer("value-ambiguous-number", "D3", right)] if expect == (QUESTION,) else [],
    )


@SHELF.case("an index «82,375» as text: one separator and three digits are asked about")
def index_with_three_digits_behind_a_comma() -> Case:
    return _index("82,375", "82.375", (QUESTION,), finding("value-ambiguous-number", "D3"))


@SHELF.case("an index «82.375%» as text: the percent sign does not make the point plainer")
def index_with_three_digits_and_a_sign() -> Case:
    return _index("82.375%", "82.375", (QUESTION,), finding("value-ambiguous-number", "D3"))


@SHELF.case("an index «82,4» as text")
def index_with_one_decimal() -> Case:
    return _index("82,4", "82.4", READ, finding("value-text-number", "D3"))


@SHELF.case("an index as a number with three decimals is exact")
def index_as_a_number_with_three_decimals() -> Case:
    return _index(82.375, "82.375", READ)


@SHELF.case("an index «4,2/5 điểm» is on another scale")
def index_on_another_scale() -> Case:
    return _index("4,2/5 điểm", "84", ASK_OR_REFUSE, finding(("value-not-a-number", "scale-unclear"), "D3"))


@SHELF.case("an index of 4.2 in a row measured in %: never 84 or 0.042")
def index_that_looks_like_points_of_five() -> Case:
    return _index(4.2, "4.2", NEVER_WRONG)


@SHELF.case("one printed share is not part by whole")
def printed_share_that_is_wrong() -> Case:
    page = Page("PL")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ tham gia (%)")
    read = some_shares("printed-wrong", HA_TINH_UNITS)
    line = 0
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        wrong = unit == "Huyện Can Lộc"
        written = page.row(place, unit, whole, part, share_of(part, whole) - 9 * wrong)
        line = written if wrong else line
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2018, read),
        findings=[finding("share-mismatch", f"{line}:{line}")],
    )


@SHELF.case("printed shares rounded to whole percents fit their counts and are no finding")
def printed_shares_rounded_to_whole_percents() -> Case:
    page = Page("PL")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2019")
    page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ tham gia")
    read = some_shares("rounded", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, f"{round(100 * part / whole)}%")
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read))


@SHELF.case("the province's share in a list of indicators, under a percent format, with the plan beside it")
def province_share_in_a_list() -> Case:
    page = Page("CT")
    page.row("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2019 TỈNH HÀ TĨNH")
    page.row("STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2019", "Thực hiện 2019", "Ghi chú")
    page.row(
        1,
        "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN",
        "%",
        Shown(0.9, "0%"),
        Shown(0.8812, "0.00%"),
        "Chưa đạt",
    )
    page.row(2, "Tỷ lệ đơn vị giao dịch điện tử", "%", Shown(1, "0%"), Shown(0.997, "0.00%"), None)
    return Case(
        workbook(page),
        READ,
        year=2019,
        stage=OFFICIAL,
        figures=[
            *percents(ENROLLED, 2019, {HA_TINH_PROVINCE: "88.12"}),
            *percents(ELECTRONIC, 2019, {HA_TINH_PROVINCE: "99.7"}),
        ],
        never=["90", "100"],
    )
