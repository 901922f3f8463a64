"""Units as they are written: marks, capitals, short forms, look-alikes, slips, and units out of time or place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from ..expectation import (
    ASK_OR_REFUSE,
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    OFFICIAL,
    QUESTION,
    READ,
    READ_OR_ASK,
    Answer,
    Case,
    Finding,
    Shelf,
    answer,
    counts,
    finding,
    shares,
)
from ..paper import Page, workbook
from ..places import (
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    bare,
    familiar,
    shortened,
    some_counts,
    unaccented,
)
from ..tables import list_values

SHELF = Shelf("names")
ASKED = ("unit-ambiguous", "unit-unknown")
FIRST_LINE = 3  # of the rows of units in the tables below


def _people(
    seed: str,
    naming: Callable[[str], str] | Mapping[str, str],
    expect: tuple[str, ...],
    *,
    year: int = 2018,
    asked: Mapping[str, str] | None = None,
    findings: tuple[Finding, ...] = (),
) -> Case:
    """Hà Tĩnh's voluntary counts with odd names; `asked` are units by the row number of their question."""
    read = some_counts(seed, HA_TINH_UNITS)
    page = Page("TN")
    page.row(f"SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM {year}")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    written = naming if callable(naming) else lambda unit: naming.get(unit, unit)
    list_values(page, read, written)
    return Case(
        workbook(page),
        expect,
        year=year,
        stage=OFFICIAL,
        figures=counts(GROWTH, year, read),
        findings=findings,
        answers=[_answered(rows, unit) for rows, unit in (asked or {}).items()],
    )


def _answered(rows: str, unit: str) -> Answer:
    return answer((*ASKED, "name-normalised"), rows, unit)


def _every_row() -> dict[str, str]:
    return {f"{line}:{line}": unit for line, unit in enumerate(HA_TINH_UNITS, FIRST_LINE)}


def _row_of(unit: str) -> str:
    line = FIRST_LINE + HA_TINH_UNITS.index(unit)
    return f"{line}:{line}"


@SHELF.case("letters and marks apart (NFD), as macOS and the web leave them")
def decomposed_letters() -> Case:
    return _people("nfd", lambda unit: unicodedata.normalize("NFD", unit), READ)


@SHELF.case("capitals with short kinds: TP. HÀ TĨNH, TX. KỲ ANH, H. KỲ ANH")
def capitals_with_short_kinds() -> Case:
    return _people("caps", lambda unit: shortened(unit).upper(), READ, year=2017)


@SHELF.case("other short kinds: T.P, T.X, H.")
def dotted_short_kinds() -> Case:
    return _people("t.p", lambda unit: shortened(unit, "T.P ", "T.X ", "H."), READ_OR_ASK, asked=_every_row())


@SHELF.case("short kinds without a space behind them: TP.Hà Tĩnh, Tx.Kỳ Anh, H.Kỳ Anh")
def short_kinds_without_spaces() -> Case:
    return _people("tight", lambda unit: shortened(unit, "TP.", "Tx.", "H."), READ, year=2019)


@SHELF.case("line breaks, double spaces, no-break and zero-width spaces in names")
def odd_spaces_in_names() -> Case:
    odd = {
        "Thành phố Hà Tĩnh": "Thành phố\nHà Tĩnh",
        "Thị xã Kỳ Anh": "Thị xã\u00a0Kỳ Anh ",
        "Huyện Hương Sơn": "  Huyện  Hương   Sơn",
        "Huyện Vũ Quang": "Huyện Vũ\u200b Quang",
        "Huyện Kỳ Anh": "Huyện\tKỳ Anh",
    }
    return _people("spaces", odd, READ)


@SHELF.case("«Kỳ Anh» twice without its kind, no group to tell which: a question for each")
def ky_anh_twice() -> Case:
    town, district = _row_of("Thị xã Kỳ Anh"), _row_of("Huyện Kỳ Anh")
    return _people(
        "twice",
        bare_but_the_city,
        (QUESTION,),
        year=2019,
        asked={town: "Thị xã Kỳ Anh", district: "Huyện Kỳ Anh"},
        findings=(finding("unit-ambiguous", town), finding("unit-ambiguous", district)),
    )


def bare_but_the_city(unit: str) -> str:
    return unit if unit == "Thành phố Hà Tĩnh" else bare(unit)


@SHELF.case("«Kỳ Anh» once, the other with its kind: a clerk may conclude, the program may ask")
def ky_anh_once_beside_the_town() -> Case:
    written = {"Huyện Kỳ Anh": "Kỳ Anh"} | {u: bare(u) for u in HA_TINH_UNITS[3:11]}
    return _people("once", written, READ_OR_ASK, asked={_row_of("Huyện Kỳ Anh"): "Huyện Kỳ Anh"})


@SHELF.case("one «Kỳ Anh» in a table of four units: nobody can say which")
def ky_anh_alone() -> Case:
    read = some_counts("alone", ("Huyện Kỳ Anh", "Huyện Cẩm Xuyên", "Huyện Lộc Hà", "Huyện Vũ Quang"))
    page = Page("Đợt 2")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018 (BỔ SUNG)")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    list_values(page, read, bare)
    return Case(
        workbook(page),
        (QUESTION,),
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        findings=[finding("unit-ambiguous", "3:3")],
        answers=[
            answer("unit-ambiguous", "3:3", "Huyện Kỳ Anh"),
            answer("indicator-ambiguous", "A1", "whole"),
        ],
    )


@SHELF.case("groups above tell the two «Kỳ Anh» apart: towns first, districts after")
def ky_anh_told_apart_by_groups() -> Case:
    read = some_counts("grouped", HA_TINH_UNITS)
    page = Page("TN")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2017")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    page.row("I", "Thành phố, thị xã")
    list_values(page, {u: read[u] for u in HA_TINH_UNITS[:3]}, bare_but_the_city)
    page.row("II", "Các huyện")
    list_values(page, {u: read[u] for u in HA_TINH_UNITS[3:]}, bare)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2017,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2017, read),
        answers=[answer(ASKED, "6:6", "Thị xã Kỳ Anh"), answer(ASKED, "16:16", "Huyện Kỳ Anh")],
    )


@SHELF.case("the kind has a column of its own beside the name")
def kind_in_a_column_of_its_own() -> Case:
    read = some_counts("kinds", HA_TINH_UNITS)
    page = Page("TN")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2019")
    page.row("STT", "Loại", "Tên đơn vị", "Số người tham gia BHXH tự nguyện")
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, unit.removesuffix(" " + bare(unit)), bare(unit), count)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2019,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2019, read),
        answers=[
            answer(ASKED, "3:3", "Thành phố Hà Tĩnh"),
            answer(ASKED, "5:5", "Thị xã Kỳ Anh"),
            answer(ASKED, "14:14", "Huyện Kỳ Anh"),
        ],
    )


@SHELF.case("«Hà Tĩnh» alone as the first of thirteen rows, the province below: the city, or a question")
def ha_tinh_alone_among_districts() -> Case:
    read = some_counts("city", HA_TINH_UNITS)
    page = Page("TN")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    list_values(page, read, lambda unit: bare(unit) if unit == "Thành phố Hà Tĩnh" else familiar(unit))
    page.row(None, "Toàn tỉnh", sum(read.values()))
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        optional=counts(GROWTH, 2018, {HA_TINH_PROVINCE: sum(read.values())}),
        answers=[answer("unit-ambiguous", "3:3", "Thành phố Hà Tĩnh")],
    )


@SHELF.case("«Hà Tĩnh» as the only row of the table: province or city")
def ha_tinh_as_the_only_row() -> Case:
    page = Page("Sheet1")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row("STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia")
    page.row(1, "Hà Tĩnh", 3305, 2688)
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2018,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2018, {HA_TINH_PROVINCE: (2688, 3305)}),
        findings=[finding("unit-ambiguous", "3:3")],
        answers=[answer("unit-ambiguous", "3:3", HA_TINH_PROVINCE)],
    )


@SHELF.case("a slip of one letter with only one unit near: «Huyện Cẩm Xuyen»")
def slip_with_one_unit_near() -> Case:
    row = _row_of("Huyện Cẩm Xuyên")
    slip = {"Huyện Cẩm Xuyên": "Huyện Cẩm Xuyen"}
    return _people("slip", slip, READ_OR_ASK, asked={row: "Huyện Cẩm Xuyên"})


@SHELF.case("two slips in one table, letters swapped and one missing")
def two_slips() -> Case:
    slips = {"Huyện Nghi Xuân": "Huyện Nghi Xaun", "Thị xã Hồng Lĩnh": "Thị xã Hồng Lnh"}
    asked = {_row_of(unit): unit for unit in slips}
    return _people("slips", slips, READ_OR_ASK, asked=asked)


@SHELF.case("«Hương Sê» is as near to Hương Sơn as to Hương Khê")
def slip_between_two_units() -> Case:
    row = _row_of("Huyện Hương Khê")
    return _people(
        "tie",
        {"Huyện Hương Khê": "Hương Sê"},
        ASK_OR_REFUSE,
        asked={row: "Huyện Hương Khê"},
        findings=(finding(ASKED, row),),
    )


@SHELF.case("names without any mark")
def names_without_marks() -> Case:
    return _people("unaccented", unaccented, READ_OR_ASK, asked=_every_row())


@SHELF.case("«Ky Anh» without mark and kind")
def ky_anh_without_mark_and_kind() -> Case:
    row = _row_of("Huyện Kỳ Anh")
    return _people(
        "ky-anh",
        {"Huyện Kỳ Anh": "Ky Anh"},
        READ_OR_ASK,
        asked={row: "Huyện Kỳ Anh"},
    )


@SHELF.case("Ð of another alphabet (U+00D0) for Đ")
def look_alike_d() -> Case:
    row = _row_of("Huyện Đức Thọ")
    return _people("eth", {"Huyện Đức Thọ": "Huyện Ðức Thọ"}, READ_OR_ASK, asked={row: "Huyện Đức Thọ"})


@SHELF.case("i for y: «Thị xã Kì Anh», «Huyện Kì Anh»")
def i_for_y() -> Case:
    odd = {"Thị xã Kỳ Anh": "Thị xã Kì Anh", "Huyện Kỳ Anh": "Huyện Kì Anh"}
    return _people("i-y", odd, READ_OR_ASK, asked={_row_of(unit): unit for unit in odd})


@SHELF.case("a wrong kind before a name that only one unit has: «Huyện Hồng Lĩnh»")
def wrong_kind_before_a_known_name() -> Case:
    row = _row_of("Thị xã Hồng Lĩnh")
    return _people(
        "kind", {"Thị xã Hồng Lĩnh": "Huyện Hồng Lĩnh"}, NEVER_WRONG, asked={row: "Thị xã Hồng Lĩnh"}
    )


@SHELF.case("«Thành phố Kỳ Anh» is no unit, and two are near")
def wrong_kind_before_a_shared_name() -> Case:
    row = _row_of("Thị xã Kỳ Anh")
    return _people(
        "city-of",
        {"Thị xã Kỳ Anh": "Thành phố Kỳ Anh"},
        ASK_OR_REFUSE,
        asked={row: "Thị xã Kỳ Anh"},
        findings=(finding(ASKED, row),),
    )


@SHELF.case("words in brackets and footnote marks behind names")
def marks_behind_names() -> Case:
    odd = {"Thị xã Kỳ Anh": "Thị xã Kỳ Anh (*)", "Huyện Hương Khê": "Huyện Hương Khê (miền núi)"}
    return _people("behind", odd, READ_OR_ASK, asked={_row_of(unit): unit for unit in odd})


@SHELF.case("the provincial office's line, where it is the sum of all others, is their total")
def the_office_as_total() -> Case:
    page = Page("Sheet1")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("Đơn vị", "Số người tham gia BHXH tự nguyện")
    read = some_counts("the office as total", HA_TINH_UNITS[:6])
    page.rows([(f"BHXH {unit}", count) for unit, count in read.items()])
    page.row("BHXH tỉnh", sum(read.values()))
    figures = counts(GROWTH, 2018, read)
    findings = [finding("subtotal-skipped", "A9")]
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=figures, findings=findings)


@SHELF.case("a tax office called by its district is not the district")
def tax_offices() -> Case:
    page = Page("Sheet1")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("Đơn vị", "Số người tham gia BHXH tự nguyện")
    page.rows([(f"Chi cục Thuế {u}", n) for u, n in some_counts("tax", HA_TINH_UNITS[:6]).items()])
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)
