"""Days, months and quarters in headings, titles, sheets' names and notes: what they tell of is not the year."""

from __future__ import annotations

from ..expectation import ASK_OR_REFUSE, ESTIMATE, GROWTH, QUESTION, READ, Case, Shelf, counts, finding
from ..paper import Page
from ..places import some_counts
from .blind_desk import SOME, paper, sent

SHELF = Shelf("stated-days")
HEAD = "Số người tham gia BHXH tự nguyện"
PEOPLE = "SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN"
TITLE = f"{PEOPLE} NĂM 2018"
COUNTED = some_counts("stated-day", SOME)
THE_YEAR = counts(GROWTH, 2018, COUNTED)
STATED = tuple(str(count) for count in COUNTED.values())


def _page(*titles: str, head: str = HEAD, name: str = "Sheet1", note: str = "") -> Page:
    page = paper(*titles, heads=("Đơn vị", head), name=name)
    page.rows(list(COUNTED.items()))
    if note:
        page.skip()
        page.row(note)
    return page


def _refused(kind: str, page: Page) -> None:
    """A case under a name of its own: none of the figures may be the year's."""

    def build() -> Case:
        return sent(page, expect=ASK_OR_REFUSE, never=STATED, year=None)

    build.__name__ = kind
    SHELF.case(kind.replace("_", " "))(build)


for _number, _head in enumerate(
    ["30/11/2018", "01/01/2018", "Ngày 30 tháng 6 năm 2018", "2018 (9T)", "T12/2018", "T9", "10/2018"]
):
    _refused(f"a_day_or_months_in_a_heading_{_number}", _page(TITLE, head=_head))

for _number, _line in enumerate(
    [
        "Thời điểm: 30/6/2018",
        "Số liệu chốt ngày 30/9/2018",
        "Ngày chốt số liệu: 30/9/2018",
        "Tính tới 30/9/2018",
        "Tính đến ngày 30 tháng 9 năm 2018",
        "Kỳ: T9/2018",
        "Kỳ báo cáo: 10/2018",
    ]
):
    _refused(f"a_day_or_month_below_the_title_{_number}", _page(TITLE, _line))

for _number, _title in enumerate(["T9 NĂM 2018", "NĂM 2018 (9T)", "LŨY KẾ ĐẾN QUÝ III/2018"]):
    _refused(f"a_part_of_the_year_in_the_title_{_number}", _page(f"{PEOPLE} {_title}"))

for _number, _name in enumerate(["9T 2018", "6T-2018", "T9.2018", "6 thang 2018"]):
    _refused(f"a_part_of_the_year_in_the_sheets_name_{_number}", _page(PEOPLE, name=_name))

for _number, _note in enumerate(
    ["Ghi chú: Số liệu đến 30/9/2018", "Ghi chú: ĐVT nghìn người", "(*) Số kế hoạch"]
):
    _refused(f"a_note_below_the_table_{_number}", _page(TITLE, note=_note))

for _number, _passing in enumerate(
    ["TÍNH TỪ NĂM 2016", "THEO QUYẾT ĐỊNH NĂM 2016", "LÀM CĂN CỨ GIAO NĂM 2019"]
):
    _refused(f"a_year_named_in_passing_{_number}", _page(f"{PEOPLE} {_passing}"))


@SHELF.case("the year's last day in a heading, and a report's day in its title")
def the_years_last_day() -> Case:
    return sent(
        _page(TITLE, "Số liệu chốt ngày 05/01/2019", head="31/12/2018"), expect=READ, figures=THE_YEAR
    )


@SHELF.case("until the twelfth month: the year's end")
def until_the_twelfth_month() -> Case:
    return sent(_page(TITLE, "Số liệu đến 12/2018"), expect=READ, figures=THE_YEAR)


_refused("a_day_in_the_middle_of_the_year", _page(TITLE, "(Số liệu đến ngày 30/6/2018)"))


@SHELF.case("the half-year by another word")
def half_of_the_year() -> Case:
    page = _page(f"{PEOPLE} NỬA ĐẦU NĂM 2018")
    return sent(page, expect=READ, figures=counts(GROWTH, "2018-H1", COUNTED), year=None)


@SHELF.case("«Quí» is «Quý»")
def a_quarter_spelt_otherwise() -> Case:
    page = _page(f"{PEOPLE} QUÍ IV NĂM 2018")
    return sent(page, expect=READ, figures=counts(GROWTH, "2018-Q4", COUNTED), year=None)


@SHELF.case("a sheet called by another year than its title's")
def a_sheet_of_another_year() -> Case:
    asked = [finding("year-missing", "A1")]
    return sent(_page(TITLE, name="2017"), expect=(QUESTION,), year=None, findings=asked)


@SHELF.case("a sheet named for an estimate")
def a_sheet_of_an_estimate() -> Case:
    page = _page(PEOPLE, name="Uoc 2018")
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, COUNTED, ESTIMATE))


@SHELF.case("a note that speaks of some of the figures only")
def a_note_on_a_part() -> Case:
    page = _page(TITLE, note="Ghi chú: Trong đó quý IV tăng 200 người")
    return sent(page, expect=READ, figures=THE_YEAR)


for _number, _line in enumerate(
    [
        "05/12/2018",
        "Hà Tĩnh, 05/12/2018",
        "Ngày báo cáo: 05/12/2018",
        "(BÁO CÁO NGÀY 09/12/2018)",
        "Số liệu lấy ngày 15/10/2018",
        "Cập nhật ngày 20 tháng 9 năm 2018",
        "Dữ liệu trích xuất lúc 08:30 05/12/2018",
    ]
):
    _refused(
        f"a_day_on_which_the_paper_was_made_{_number}", _page(f"KẾT QUẢ THỰC HIỆN NĂM 2018: {PEOPLE}", _line)
    )
