"""Lines of a table: groups, totals, strangers, hidden ones; written blind."""

from __future__ import annotations

from ..expectation import (
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    READ,
    READ_OR_ASK,
    Case,
    Figure,
    Shelf,
    counts,
    finding,
    percents,
    shares,
)
from ..paper import Page
from ..places import (
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    bare,
    shortened,
    some_counts,
    some_percents,
    some_shares,
    total,
)
from ..tables import Shares, list_shares
from .blind_desk import SOME, by_district, line, paper, sent

SHELF = Shelf("blind rows")
WHOLE, PART = "Số đơn vị SDLĐ thuộc diện phải tham gia", "Số đơn vị SDLĐ đã đăng ký tham gia"
HEADS = ("Đơn vị", WHOLE, PART, "Tỷ lệ (%)")
TITLE = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"
PROVINCE_LIST = ("TT", "Chỉ tiêu", "ĐVT", "Kết quả thực hiện năm 2018")


def _sum(page: Page, mark: str | None, words: str, read: Shares) -> int:
    part, whole = total(read)
    return page.row(mark, words, whole, part, round(100 * part / whole, 2))


@SHELF.case("groups with sums of their own between the units")
def groups_with_sums() -> Case:
    towns, land = some_shares("groups a", HA_TINH_UNITS[:3]), some_shares("groups b", HA_TINH_UNITS[3:])
    page = paper(TITLE, heads=("STT", *HEADS))
    _sum(page, "A", "Khối thành phố, thị xã", towns)
    list_shares(page, towns, shortened)
    _sum(page, "B", "Khối các huyện", land)
    list_shares(page, land, bare)
    _sum(page, None, "TỔNG CỘNG (A+B)", towns | land)
    province = shares(ENROLLED, 2018, {HA_TINH_PROVINCE: total(towns | land)})
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, towns | land), optional=province)


@SHELF.case("the whole province first, with figures of its own")
def the_whole_province_first() -> Case:
    read = some_shares("first", HA_TINH_UNITS)
    page = paper(TITLE, heads=("STT", *HEADS))
    _sum(page, None, "TOÀN TỈNH", read)
    list_shares(page, read, shortened)
    figures = shares(ENROLLED, 2018, read | {HA_TINH_PROVINCE: total(read)})
    return sent(page, expect=READ, figures=figures)


@SHELF.case("the whole province is not the sum of its units: it stands, and the difference is named")
def the_whole_province_does_not_add_up() -> Case:
    read = some_shares("no sum", HA_TINH_UNITS)
    part, whole = total(read)
    page, _ = by_district(TITLE, HEADS, read)
    row = page.row(None, "Toàn tỉnh", whole + 40, part + 31)
    figures = shares(ENROLLED, 2018, read | {HA_TINH_PROVINCE: (part + 31, whole + 40)})
    return sent(page, expect=READ, figures=figures, findings=[finding("total-mismatch", line(row))])


@SHELF.case("a mean of percentages is nobody's value")
def a_mean_below_the_percentages() -> Case:
    read = some_percents("mean", SOME)
    head = "Tỷ lệ đơn vị SDLĐ đăng ký tham gia BHXH bắt buộc, BHTN (%)"
    page = paper("KẾT QUẢ NĂM 2018", heads=("STT", "Đơn vị", head))
    page.rows([[i, unit, float(value)] for i, (unit, value) in enumerate(read.items(), 1)])
    page.row(None, "Bình quân chung", 77.77)
    return sent(page, expect=READ, figures=percents(ENROLLED, 2018, read), never=("77.77",))


@SHELF.case("kinds of employers below each unit are parts of it")
def kinds_of_employers_below_each_unit() -> Case:
    read = some_shares("kinds", SOME, whole=(200, 640))
    page = paper(TITLE, heads=("STT", *HEADS[:3]))
    for place, (unit, (n, d)) in enumerate(read.items(), 1):
        page.row(place, unit, d, n)
        page.row(None, "- Doanh nghiệp ngoài quốc doanh", d - 100, n - 90)
        page.row(None, "- Hợp tác xã", 100, 90)
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a hidden unit is said to be hidden")
def a_hidden_unit() -> Case:
    read = some_shares("hidden unit", SOME)
    page, lines = by_district(TITLE, HEADS, read)
    page.hidden_rows.append(lines[SOME[4]])
    seen = {unit: pair for unit, pair in read.items() if unit != SOME[4]}
    return sent(
        page,
        expect=READ_OR_ASK,
        figures=shares(ENROLLED, 2018, seen),
        optional=shares(ENROLLED, 2018, {SOME[4]: read[SOME[4]]}),
        findings=[finding("hidden-row", line(lines[SOME[4]]))],
    )


@SHELF.case("last year's sheet, hidden")
def a_hidden_sheet_of_last_year() -> Case:
    read, old = some_shares("hidden sheet", SOME), some_shares("hidden sheet old", SOME)
    page, _ = by_district(TITLE, HEADS, read, name="2018")
    other, _ = by_district(TITLE.replace("2018", "2017"), HEADS, old, name="2017")
    other.hidden = True
    optional = shares(ENROLLED, 2017, old)
    return sent(page, other, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read), optional=optional)


@SHELF.case("last year's columns, hidden")
def hidden_columns_of_last_year() -> Case:
    read, old = some_counts("hidden columns", SOME), some_counts("hidden old", SOME)
    head = "Số người tham gia BHXH tự nguyện năm"
    page = paper("BHXH TỰ NGUYỆN", heads=("STT", "Đơn vị", f"{head} 2017", f"{head} 2018"))
    page.rows([[i, unit, old[unit], read[unit]] for i, unit in enumerate(SOME, 1)])
    page.hidden_columns.append("C")
    return sent(
        page,
        expect=READ_OR_ASK,
        figures=counts(GROWTH, 2018, read),
        optional=counts(GROWTH, 2017, old),
        findings=[finding("hidden-column", "C:C")],
    )


@SHELF.case("a filter was left on")
def a_filter_left_on() -> Case:
    read = some_shares("filter", SOME)
    page, lines = by_district(TITLE, HEADS, read)
    page.filtered = f"A3:E{max(lines.values())}"
    away = {unit: read[unit] for unit in SOME[1:3]}
    page.hidden_rows.extend(lines[unit] for unit in away)
    seen = {unit: pair for unit, pair in read.items() if unit not in away}
    return sent(
        page,
        expect=READ_OR_ASK,
        figures=shares(ENROLLED, 2018, seen),
        optional=shares(ENROLLED, 2018, away),
        findings=[finding("hidden-row")],
    )


@SHELF.case("the same line twice")
def the_same_line_twice() -> Case:
    read = some_shares("twice", SOME)
    page, _ = by_district(TITLE, HEADS, read)
    part, whole = read[SOME[0]]
    row = page.row(7, SOME[0], whole, part, round(100 * part / whole, 2))
    findings = [finding("duplicate-row", line(row))]
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read), findings=findings)


@SHELF.case("communes below a district are no units of the plan")
def communes_below_a_district() -> Case:
    page = paper(TITLE, heads=("STT", *HEADS[:3]))
    page.row("I", "Huyện Cẩm Xuyên", 120, 96)
    page.rows([[1, "Xã Cẩm Bình", 50, 40], [2, "Xã Cẩm Duệ", 30, 26], [3, "Thị trấn Thiên Cầm", 40, 30]])
    figures = shares(ENROLLED, 2018, {"Huyện Cẩm Xuyên": (96, 120)})
    return sent(page, expect=NEVER_WRONG, figures=figures, never=("50", "40", "30", "26"))


@SHELF.case("kinds of employers instead of units, the total for the province")
def kinds_of_employers_instead_of_units() -> Case:
    page = paper(
        "ĐƠN VỊ SDLĐ THAM GIA BHXH BẮT BUỘC, BHTN TỈNH HÀ TĨNH NĂM 2018",
        heads=("STT", "Loại hình đơn vị", WHOLE, PART),
    )
    page.rows([[1, "Doanh nghiệp nhà nước", 62, 61], [2, "Doanh nghiệp FDI", 48, 44]])
    page.rows([[3, "Doanh nghiệp ngoài quốc doanh", 2100, 1610], [4, "Hợp tác xã", 290, 170]])
    page.row(None, "Tổng cộng", 2500, 1885)
    figures = shares(ENROLLED, 2018, {HA_TINH_PROVINCE: (1885, 2500)})
    return sent(page, expect=NEVER_WRONG, figures=figures, never=("62", "48", "2100", "290"))


@SHELF.case("a list for the province with strangers among its lines")
def strangers_in_a_province_list() -> Case:
    page = paper("KẾT QUẢ THỰC HIỆN CHỈ TIÊU KINH TẾ - XÃ HỘI TỈNH HÀ TĨNH", heads=PROVINCE_LIST)
    page.row("I", "Lao động - việc làm")
    page.row(1, "Tỷ lệ lao động qua đào tạo", "%", 63.1)
    page.row(2, "Số người tham gia BHTN", "Người", 71234)
    page.row("II", "Bảo hiểm")
    page.row(1, "Tỷ lệ đơn vị SDLĐ đăng ký tham gia BHXH bắt buộc, BHTN", "%", 81.3)
    page.row(2, "Số người tham gia BHXH bắt buộc", "Người", 80123)
    page.row(3, "Số người tham gia BHXH tự nguyện", "Người", 5512)
    page.row(4, "Tỷ lệ bao phủ BHYT", "%", 88.7)
    page.row(5, "Tỷ lệ nợ BHXH", "%", 3.2)
    figures = [
        Figure(ENROLLED, HA_TINH_PROVINCE, "2018", value="81.3"),
        Figure(GROWTH, HA_TINH_PROVINCE, "2018", numerator="5512"),
    ]
    direction = Figure("arrears-rate", HA_TINH_PROVINCE, "2018", value="3.2")
    never = ("63.1", "71234", "80123", "88.7")
    return sent(page, expect=READ, figures=figures, optional=[direction], never=never)
