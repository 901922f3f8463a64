"""Units of measure that are not those of the indicator: visits, files, points, ranks; each is asked about."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ENROLLED,
    GROWTH,
    READ,
    READ_OR_ASK,
    Case,
    Shelf,
    answer,
    counts,
    finding,
    percents,
    shares,
)
from ..paper import Page
from ..places import HA_TINH_PROVINCE, NGHE_AN_PROVINCE, some_counts
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("measures")
HEADS = ("STT", "Chỉ tiêu", "ĐVT", "Năm 2022")
WANTED, ADVISED = "Số người có nhu cầu tư vấn", "Số người được tư vấn"
PLEASED = "Chỉ số hài lòng của người tham gia BHTN"
PEOPLE = "Số người tham gia BHXH tự nguyện"
READ_2018 = some_counts("measures", SOME)


def _advised(measure: str, **more: object) -> Case:
    page = paper("KẾT QUẢ NĂM 2022 TỈNH NGHỆ AN", heads=HEADS)
    page.row(1, WANTED, "Người", 200)
    page.row(2, ADVISED, measure, 71)
    return sent_by_centre(page, **{"expect": ASK_OR_REFUSE, "never": ("71",), **more})  # type: ignore[arg-type]


def _pleased(measure: str, value: float) -> Case:
    page = paper("KẾT QUẢ NĂM 2022 TỈNH NGHỆ AN", heads=HEADS)
    page.row(1, PLEASED, measure, value)
    return sent_by_centre(
        page, expect=ASK_OR_REFUSE, never=(str(value),), findings=[finding("indicator-unknown")]
    )


@SHELF.case("«Người» as the plan counts them")
def people_in_people() -> Case:
    figures = shares(COUNSELLED, 2022, {NGHE_AN_PROVINCE: (71, 200)})
    return _advised("Người", expect=READ, never=(), figures=figures)


@SHELF.case("visits are not people")
def people_in_visits() -> Case:
    return _advised("Lượt người", findings=[finding("indicator-unknown", "C5")])


@SHELF.case("files are not people")
def people_in_files() -> Case:
    return _advised("Hồ sơ", findings=[finding("indicator-unknown", "C5")])


@SHELF.case("«%» beside a number of people: 71 people or 71 %")
def people_in_percent() -> Case:
    return _advised("%", findings=[finding("indicator-unknown", "C5")])


@SHELF.case("hundreds of people")
def people_in_hundreds() -> Case:
    return _advised("Trăm người", findings=[finding("scale-unclear", "D5")])


@SHELF.case("satisfaction in points")
def satisfaction_in_points() -> Case:
    return _pleased("Điểm", 8.7)


@SHELF.case("satisfaction of 4.2 «%»: points of five, or of ten")
def satisfaction_in_points_called_percent() -> Case:
    page = paper("KẾT QUẢ NĂM 2022 TỈNH NGHỆ AN", heads=HEADS)
    page.row(1, PLEASED, "%", 4.2)
    figures = percents("satisfaction", 2022, {NGHE_AN_PROVINCE: "84"})
    answers = [answer("scale-unclear", "D4", "84")]
    return sent_by_centre(page, expect=READ_OR_ASK, figures=figures, answers=answers, never=("4.2",))


@SHELF.case("a column of measures beside units: households are not people")
def measures_beside_units() -> Case:
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("Đơn vị", "ĐVT", PEOPLE))
    page.rows([(unit, "hộ", count) for unit, count in READ_2018.items()])
    never = tuple(str(count) for count in READ_2018.values())
    return sent(page, expect=ASK_OR_REFUSE, never=never, findings=[finding("indicator-unknown", "C3")])


@SHELF.case("a column of «người» beside units is what is counted")
def people_beside_units() -> Case:
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("Đơn vị", "ĐVT", PEOPLE))
    page.rows([(unit, "người", count) for unit, count in READ_2018.items()])
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, READ_2018))


def _tidy(measure: str, *title: str) -> Page:
    page = Page("Sheet1")
    for line in title:
        page.row(line)
    page.row("Đơn vị", "Chỉ tiêu", "ĐVT", "Năm", "Tử số")
    page.rows([(unit, PEOPLE, measure, 2018, count) for unit, count in READ_2018.items()])
    return page


@SHELF.case("a tidy list whose own column says thousands")
def tidy_list_in_thousands() -> Case:
    never = tuple(str(count) for count in READ_2018.values())
    return sent(
        _tidy("Nghìn người"), expect=ASK_OR_REFUSE, never=never, findings=[finding("scale-unclear", "C2")]
    )


@SHELF.case("a tidy list whose own column says people, whatever its title says")
def tidy_list_of_people() -> Case:
    return sent(_tidy("Người", "BHXH TỰ NGUYỆN"), expect=READ, figures=counts(GROWTH, 2018, READ_2018))


@SHELF.case("a heading for those between 18 and 30 is no heading of all")
def an_age_in_brackets() -> Case:
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("Đơn vị", f"{PEOPLE} (18-30)"))
    page.rows(list(READ_2018.items()))
    never = tuple(str(count) for count in READ_2018.values())
    return sent(page, expect=ASK_OR_REFUSE, never=never)


@SHELF.case("satisfaction as a rank")
def satisfaction_as_a_rank() -> Case:
    return _pleased("hạng", 12)


@SHELF.case("satisfaction in thousandths")
def satisfaction_in_thousandths() -> Case:
    return _pleased("‰", 88)


@SHELF.case("satisfaction in percentage points: a change, not the index")
def satisfaction_in_points_of_percent() -> Case:
    return _pleased("Điểm %", 8.5)


def _direction(name: str, measure: str, **more: object) -> Case:
    page = paper("KẾT QUẢ NĂM 2018 TỈNH HÀ TĨNH", heads=("STT", "Chỉ tiêu", "ĐVT", "Năm 2018"))
    page.row(1, name, measure, 40)
    asked = {"expect": ASK_OR_REFUSE, "never": ("40",), "findings": [finding("indicator-unknown", "C4")]}
    return sent(page, **{**asked, **more})  # type: ignore[arg-type]


@SHELF.case("days counted in hours")
def days_in_hours() -> Case:
    return _direction("Số ngày giải quyết bình quân một hồ sơ BHXH", "Giờ")


@SHELF.case("unions counted in members")
def unions_in_members() -> Case:
    return _direction("Số công đoàn cơ sở", "Đoàn viên")


@SHELF.case("people for each commune")
def people_for_each_commune() -> Case:
    return _direction(PEOPLE, "Người/xã")


@SHELF.case("cases are «vụ việc» or «trường hợp» as well")
def cases_by_another_noun() -> Case:
    figures = counts("fund-abuse-cases", 2018, {HA_TINH_PROVINCE: 40})
    return _direction(
        "Số vụ trục lợi quỹ BHXH", "Trường hợp", expect=READ, figures=figures, never=(), findings=()
    )


@SHELF.case("agents are not the points they collect at, which the plan counts")
def agents_by_their_name() -> Case:
    return _direction("Số đại lý thu", "Đại lý", findings=())


@SHELF.case("«Tỷ lệ tham gia (‰)»: the heading's own measure is not per cent")
def share_in_thousandths() -> Case:
    page = paper("KẾT QUẢ NĂM 2018", heads=("Đơn vị", "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN (‰)"))
    page.rows([(SOME[0], 75), (SOME[1], 80)])
    return sent(page, expect=ASK_OR_REFUSE, never=("75", "80"), findings=[finding("indicator-unknown", "B3")])


@SHELF.case("employers measured in employees")
def employers_in_employees() -> Case:
    page = paper("BÁO CÁO TỈNH HÀ TĨNH", heads=("STT", "Chỉ tiêu", "ĐVT", "Năm 2018"))
    page.row(1, "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN", "%", 82.4)
    page.row(2, "Số đơn vị nợ BHXH", "Lao động", 312)
    figures = percents(ENROLLED, 2018, {HA_TINH_PROVINCE: "82.4"})
    return sent(
        page,
        expect=ASK_OR_REFUSE,
        figures=figures,
        never=("312",),
        findings=[finding("indicator-unknown", "C5")],
    )


def _titled(measure: str, heading: str = PEOPLE, **more: object) -> Case:
    page = paper("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018", measure, heads=("Đơn vị", heading))
    page.rows(list(READ_2018.items()))
    never = tuple(str(count) for count in READ_2018.values())
    return sent(page, **{"expect": ASK_OR_REFUSE, "never": never, **more})  # type: ignore[arg-type]


@SHELF.case("«ĐVT: lượt người» above the table")
def visits_above_the_table() -> Case:
    return _titled("ĐVT: lượt người", findings=[finding("indicator-unknown", "B4")])


@SHELF.case("«ĐVT: trăm người» above the table")
def hundreds_above_the_table() -> Case:
    return _titled("ĐVT: trăm người", findings=[finding("scale-unclear")])


@SHELF.case("«ĐVT: người, %» above people")
def people_and_percent_above_the_table() -> Case:
    return _titled("ĐVT: người, %", expect=READ, never=(), figures=counts(GROWTH, 2018, READ_2018))
