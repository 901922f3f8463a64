"""Known names under words that make another figure of them: a group above, a title about others, a wrong measure."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    GROWTH,
    NEVER_WRONG,
    READ,
    Case,
    Shelf,
    counts,
    finding,
    shares,
)
from ..paper import Page
from ..places import some_counts, some_shares
from .blind_desk import SOME, SOME_NGHE_AN, by_district, paper, sent, sent_by_centre

SHELF = Shelf("contradictions")
NEED, MET = "Số người có nhu cầu tư vấn", "Số người được tư vấn"


def _grouped(group: str, expect: tuple[str, ...]) -> Case:
    """The counselled and those in need below a group's name."""
    read = some_shares(f"grouped {group}", SOME_NGHE_AN)
    page = Page("Sheet1")
    page.row("BÁO CÁO NĂM 2022")
    page.skip()
    page.row("STT", "Đơn vị", group, None)
    page.row(None, None, NEED, MET)
    page.merged += ["A3:A4", "B3:B4", "C3:D3"]
    page.rows([(place, unit, whole, part) for place, (unit, (part, whole)) in enumerate(read.items(), 1)])
    figures = shares(COUNSELLED, 2022, read) if expect == READ else []
    return sent_by_centre(page, expect=expect, figures=figures)


for _name, _group in {
    "allotted": "Phân bổ",
    "an_aim": "Chỉ tiêu",
    "pledged": "Đăng ký thi đua",
    "at_the_start": "Số đầu kỳ",
    "left": "Ngừng tham gia",
    "forecast": "Dự báo",
    "possible": "Tiềm năng",
    "by_internet": "Trực tuyến",
    "a_part": "Đợt 1",
}.items():
    SHELF.add(
        f"a_group_of_{_name}",
        f"«{_group}» over known names makes other figures of them",
        lambda g=_group: _grouped(g, ASK_OR_REFUSE),
    )

for _name, _group in {
    "a_year": "Kết quả thực hiện năm 2022",
    "a_service": "Tư vấn việc làm",
    "nothing_more": "Tình hình tham gia",
}.items():
    SHELF.add(f"a_group_of_{_name}", f"«{_group}» adds nothing", lambda g=_group: _grouped(g, READ))


def _bare_names(title: str, *heads: str) -> Case:
    page, _ = by_district(title, ("Đơn vị", *heads), some_shares(title, SOME), ("whole", "part"))
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("indicator-unknown")])


@SHELF.case("those liable and those in, under a title on health insurance")
def bare_names_under_health_insurance() -> Case:
    return _bare_names("TÌNH HÌNH THAM GIA BHYT NĂM 2018", "Thuộc diện phải tham gia", "Đã tham gia")


@SHELF.case("those liable and those in, under a title on employees")
def bare_names_under_employees() -> Case:
    title = "SỐ LAO ĐỘNG THAM GIA BHXH BẮT BUỘC NĂM 2018"
    return _bare_names(title, "Thuộc diện phải tham gia", "Đã tham gia")


for _name, _title in {
    "voluntary_insurance": "KẾT QUẢ THAM GIA BHXH TỰ NGUYỆN NĂM 2018",
    "employees_themselves": "KẾT QUẢ THAM GIA BHXH CỦA NGƯỜI LAO ĐỘNG NĂM 2018",
}.items():
    SHELF.add(
        f"bare_names_under_{_name}",
        f"those liable and those in, under «{_title}»",
        lambda t=_title: _bare_names(t, "Thuộc diện phải tham gia", "Đã tham gia"),
    )


def _row_below(above: str, share: float) -> Case:
    """A rate that says neither who nor in what, right below another figure."""
    page = paper("KẾT QUẢ NĂM 2018", heads=("STT", "Chỉ tiêu", "ĐVT", "Thực hiện"))
    page.row(1, above, "Người", 3000)
    page.row(None, "Tỷ lệ tham gia", "%", share)
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("a rate below the number of people with health insurance")
def a_rate_below_health_insurance() -> Case:
    return _row_below("Số người tham gia BHYT", 83)


@SHELF.case("a rate below the number in voluntary insurance")
def a_rate_below_voluntary_insurance() -> Case:
    return _row_below("Số người tham gia BHXH tự nguyện", 1.2)


@SHELF.case("a rate beside the number in voluntary insurance")
def a_rate_beside_voluntary_insurance() -> Case:
    heads = ("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện", "Tỷ lệ tham gia (%)")
    page = paper("KẾT QUẢ NĂM 2018", heads=heads)
    page.rows([(place, unit, 300 + place, 1.2 + place) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("employers' names measured in people")
def employers_measured_in_people() -> Case:
    title = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"
    return _bare_names(title, "Số phải tham gia (người)", "Số đã tham gia (người)")


@SHELF.case("«Số … (%)» may be the count or its share")
def a_counts_name_with_a_sign_of_percent() -> Case:
    page, _ = by_district(
        "TƯ VẤN VIỆC LÀM NĂM 2022",
        ("Đơn vị", NEED, f"{MET} (%)"),
        some_shares("percent", SOME_NGHE_AN),
        ("whole", "part"),
    )
    return sent_by_centre(page, expect=ASK_OR_REFUSE, findings=[finding("indicator-unknown", "D3")])


def _under_title(title: str, heading: str = "Số lượng") -> Case:
    """A column that only the title gives a meaning."""
    page = paper(title, heads=("STT", "Đơn vị", heading))
    page.rows([(place, unit, 40 + place) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("a title about the difference of a known figure")
def a_title_on_the_difference() -> Case:
    return _under_title("CHÊNH LỆCH SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")


@SHELF.case("a title about the year's beginning")
def a_title_on_the_years_beginning() -> Case:
    return _under_title("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN ĐẦU NĂM 2018")


@SHELF.case("a title about a service near a known one")
def a_title_on_a_service_near_by() -> Case:
    page = paper("TỶ LỆ NGƯỜI THẤT NGHIỆP ĐƯỢC TƯ VẤN HỌC NGHỀ NĂM 2022", heads=("STT", "Đơn vị", "Kết quả"))
    page.rows([(place, unit, 70 + place) for place, unit in enumerate(SOME_NGHE_AN, 1)])
    return sent_by_centre(page, expect=ASK_OR_REFUSE)


@SHELF.case("what came in the month beside what was added up since the year began")
def a_month_beside_its_running_total() -> Case:
    page = Page("Sheet1")
    page.row("BÁO CÁO NĂM 2018")
    page.skip()
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện", None)
    page.row(None, None, "Thực hiện", "Lũy kế")
    page.merged += ["A3:A4", "B3:B4", "C3:D3"]
    page.rows([(place, unit, 100 + place, 1200 + place) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("«đến năm 2020» is how far a plan reaches, not the year of the figures")
def a_title_on_how_far_a_plan_reaches() -> Case:
    heads = ("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    page = paper("PHÁT TRIỂN BHXH TỰ NGUYỆN ĐẾN NĂM 2020", heads=heads)
    page.rows([(place, unit, 40 + place) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE, year=None)


@SHELF.case("a second table whose own title is a plan's, below one that reports")
def a_plan_below_a_report() -> Case:
    read, planned = some_counts("reported", SOME), some_counts("planned", SOME, (1000, 2000))
    heads = ("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    page = paper("BÁO CÁO NĂM 2018", heads=heads)
    page.rows([(place, unit, read[unit]) for place, unit in enumerate(SOME, 1)])
    page.skip()
    page.row("Phụ lục 2: Dự kiến năm 2019")
    page.row(*heads)
    page.rows([(place, unit, planned[unit]) for place, unit in enumerate(SOME, 1)])
    never = [str(count) for count in planned.values()]
    return sent(page, expect=NEVER_WRONG, figures=counts(GROWTH, 2018, read), never=never, year=None)


@SHELF.case("a share that does not say of whom, beside employees")
def a_share_beside_employees() -> Case:
    page = paper("BÁO CÁO NĂM 2018", heads=("STT", "Đơn vị", "Số lao động", "Tỷ lệ tham gia"))
    page.rows([(place, unit, 1600 + place, 90 + place) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("indicator-unknown", "D3")])


@SHELF.case("a plan's title that runs over two lines")
def a_plans_title_on_two_lines() -> Case:
    heads = ("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    page = paper("KẾ HOẠCH", "THỰC HIỆN CHỈ TIÊU BHXH TỰ NGUYỆN NĂM 2018", heads=heads)
    page.rows([(place, unit, 400 + place) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("people who «đăng ký tham gia» may only have signed up")
def who_signed_up() -> Case:
    page = paper("KẾT QUẢ NĂM 2018", heads=("Đơn vị", "Số người đăng ký tham gia BHXH tự nguyện"))
    page.rows(list(some_counts("signed up", SOME).items()))
    return sent(page, expect=ASK_OR_REFUSE)
