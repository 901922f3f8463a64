"""Words around plain figures that make others of them: titles, groups, sheets' names, notes, texts in the row."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    QUESTION,
    READ,
    Case,
    Shelf,
    answer,
    counts,
    finding,
    shares,
)
from ..paper import Page
from ..places import HA_TINH_PROVINCE, some_counts, some_shares
from .blind_desk import SOME, by_district, paper, sent

SHELF = Shelf("said")
PEOPLE = "Số người tham gia BHXH tự nguyện"
COUNTED = some_counts("said", SOME)
READ_IN_FULL = counts(GROWTH, 2018, COUNTED)
RESULTS = "KẾT QUẢ THỰC HIỆN NĂM 2018"


def _people(*titles: str, name: str = "Sheet1", notes: tuple[str, ...] = ()) -> Page:
    page = paper(*(titles or (RESULTS,)), heads=("Đơn vị", PEOPLE), name=name)
    page.rows(list(COUNTED.items()))
    if notes:
        page.skip()
    for note in notes:
        page.row(note)
    return page


def _asked(page: Page) -> Case:
    """The file asks first, and reads everything once told that these are the whole figures."""
    return sent(page, expect=ASK_OR_REFUSE)


for _name, _title in {
    "new_people": "KẾT QUẢ PHÁT TRIỂN MỚI NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018",
    "an_increase": "KẾT QUẢ TĂNG THÊM NĂM 2018",
    "a_campaign": "KẾT QUẢ RA QUÂN PHÁT TRIỂN BHXH TỰ NGUYỆN NĂM 2018",
    "agents": "KẾT QUẢ THAM GIA BHXH TỰ NGUYỆN QUA ĐẠI LÝ BƯU ĐIỆN NĂM 2018",
    "women": "KẾT QUẢ THAM GIA BHXH TỰ NGUYỆN CỦA HỘI VIÊN PHỤ NỮ NĂM 2018",
    "the_poor": "KẾT QUẢ THAM GIA BHXH TỰ NGUYỆN CỦA HỘ NGHÈO, CẬN NGHÈO NĂM 2018",
    "means": "KẾT QUẢ BÌNH QUÂN NĂM 2018",
    "a_draft": "DỰ THẢO KẾT QUẢ NĂM 2018",
    "what_is_missing": "KẾT QUẢ, SỐ CÒN THIẾU NĂM 2018",
    "a_part_of_the_year": "KẾT QUẢ ĐỢT 1 NĂM 2018",
}.items():
    SHELF.add(f"titled_{_name}", f"above plain figures: {_title}", lambda t=_title: _asked(_people(t)))

for _name, _title in {
    "red_cross": "KẾT QUẢ THAM GIA BHXH TỰ NGUYỆN HỘI CHỮ THẬP ĐỎ NĂM 2018",
    "an_epidemic": "Người bị ảnh hưởng bởi dịch Covid-19",
    "a_channel": "Kết quả vận động trực tuyến qua Zalo",
    "a_trial": "(thử biểu mẫu, không dùng để công bố)",
    "an_older_paper": "(số liệu cũ, đã thay bằng báo cáo số 45)",
    "newcomers": "Người từ tỉnh khác chuyển đến",
    "the_larger": "(Đơn vị từ 10 lao động trở lên)",
}.items():
    SHELF.add(
        f"titled_in_words_of_no_list_{_name}",
        f"words nobody listed stand in the title: {_title}",
        lambda t=_title: _asked(_people(RESULTS, t)),
    )

for _name, _title in {
    "a_network": "BÁO CÁO TÌNH HÌNH PHÁT TRIỂN VÀ MỨC ĐỘ BAO PHỦ BHXH TỰ NGUYỆN CÁC HUYỆN, THỊ XÃ NĂM 2018",
    "a_citation": "(Ban hành kèm theo Công văn số 45/BC-BHXH ngày 12/01/2019 của BHXH tỉnh Hà Tĩnh)",
    "its_readers": "Kính gửi: Ủy ban nhân dân tỉnh; Sở Tài chính (để phối hợp chỉ đạo)",
    "a_form": "Biểu số: 02-BHXH/TN",
}.items():
    SHELF.add(
        f"titled_by_{_name}",
        f"nothing in it makes other figures: {_title}",
        lambda t=_title: sent(_people(RESULTS, t), expect=READ, figures=READ_IN_FULL),
    )

for _name, _title in {
    "a_plans_number": "KẾT QUẢ THỰC HIỆN KẾ HOẠCH SỐ 157/KH-UBND NĂM 2018",
    "its_own_subject": "KẾT QUẢ PHÁT TRIỂN NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018",
    "an_assigned_target": "KẾT QUẢ THỰC HIỆN CHỈ TIÊU GIAO NĂM 2018",
    "all_insurances": "KẾT QUẢ THU BHXH, BHYT, BHTN NĂM 2018",
}.items():
    SHELF.add(
        f"titled_by_{_name}",
        f"nothing in it makes other figures: {_title}",
        lambda t=_title: sent(_people(t), expect=READ, figures=READ_IN_FULL),
    )

for _name, _line in {"last_year": "Số liệu năm trước", "nine_months": "(Số liệu 9 tháng)"}.items():
    SHELF.add(
        f"subtitled_{_name}",
        f"a second line of the title says «{_line}»",
        lambda line=_line: _asked(_people(RESULTS, line)),
    )


@SHELF.case("a second line of the title makes estimates of results: «(Số liệu ước thực hiện)»")
def subtitled_an_estimate() -> Case:
    page = _people(RESULTS, "(Số liệu ước thực hiện)")
    return sent(page, stage=None, expect=READ, figures=counts(GROWTH, 2018, COUNTED, stage=ESTIMATE))


for _name, _sheet in {
    "a_plan": "KH 2018",
    "what_was_assigned": "Kế hoạch giao",
    "a_budget": "Dự toán",
}.items():
    SHELF.add(
        f"a_sheet_called_{_name}",
        f"results on a sheet called «{_sheet}»",
        lambda s=_sheet: _asked(_people(name=s)),
    )


for _name, _line in {
    "lets_a_letter_assign": "V/v giao kế hoạch phát triển đối tượng năm 2018",
    "names_a_half_year": "Lưu ý: biểu Sheet1 là số liệu 6 tháng đầu năm, số cả năm sẽ gửi",
}.items():

    def _with_another_sheet(line: str = _line) -> Case:
        letter = Page("CV")
        letter.row(line)
        return sent(_people(), letter, expect=ASK_OR_REFUSE)

    SHELF.add(f"another_sheet_{_name}", f"a sheet without a table says: {_line}", _with_another_sheet)


@SHELF.case("a sheet called by what it is for, «Giao dich DT», is no plan's")
def a_sheet_called_dealings() -> Case:
    return sent(_people(name="Giao dich DT"), expect=READ, figures=READ_IN_FULL)


for _name, _sheet in {"new_people": "Tăng mới", "women": "Nữ", "a_draft": "Nháp", "debtors": "Nợ"}.items():
    SHELF.add(
        f"a_sheet_of_{_name}",
        f"figures on a sheet called «{_sheet}»",
        lambda s=_sheet: _asked(_people(name=s)),
    )

for _name, _note in {
    "what_is_new": "Ghi chú: Số liệu trên là số tăng mới trong năm",
    "the_assigned": "Ghi chú: Số liệu trên là chỉ tiêu giao",
    "another_year": "Ghi chú: Số liệu năm 2017",
    "women": "Ghi chú: Chỉ tính lao động nữ",
    "occasions": "* Số liệu là lượt người",
    "what_is_not_settled": "Số liệu chưa chính thức",
    "examples": "Ghi chú: Dữ liệu minh họa",
    "two_districts": "* Thị xã Kỳ Anh và huyện Lộc Hà mới có số liệu 10 tháng.",
    "a_source_that_assigns": "Nguồn: Quyết định số 12/QĐ-BHXH về giao chỉ tiêu năm 2018.",
}.items():
    SHELF.add(f"a_note_on_{_name}", f"below the table: {_note}", lambda n=_note: _asked(_people(notes=(n,))))


for _name, _note in {
    "all_kinds": "Ghi chú: Số liệu đã bao gồm khối doanh nghiệp, hợp tác xã",
    "both": "* Số liệu bao gồm cả đơn vị ngoài nhà nước",
}.items():
    SHELF.add(
        f"a_note_that_{_name}_are_in",
        f"below the table, which leaves nothing out: {_note}",
        lambda n=_note: sent(_people(notes=(n,)), expect=READ, figures=READ_IN_FULL),
    )


@SHELF.case("a note that explains a figure is named and changes nothing")
def a_note_that_explains() -> Case:
    page = _people(notes=("Ghi chú: Huyện Đức Thọ có 12 người chuyển đi.",))
    return sent(page, expect=READ, figures=READ_IN_FULL, findings=[finding("note-skipped")])


def _with_texts(heading: str, text: str) -> Page:
    page = paper(RESULTS, heads=("Đơn vị", heading, PEOPLE))
    page.rows([(unit, text, count) for unit, count in COUNTED.items()])
    return page


for _name, _heading, _text in (
    ("sex", "Giới tính", "Nữ"),
    ("kind", "Loại số liệu", "Kế hoạch"),
    ("people", "Đối tượng", "Hộ nghèo"),
    ("employers", "Khu vực", "Ngoài nhà nước"),
    ("state", "Tình trạng", "Tạm dừng đóng"),
    ("time", "Thời gian", "9 tháng"),
    ("month", "Tháng", "11"),
    ("remark", "Ghi chú", "Số liệu 2017"),
    ("fault", "Ghi chú", "Số liệu sai, đề nghị bỏ"),
    ("half_years", "Ghi chú", "6 tháng"),
    ("short_plans", "Loại", "KH"),
    ("assigned", "Hạng mục", "Giao"),
    ("another_year", "Ghi chú", "2017"),
    ("thousands", "Ghi chú", "nghìn người"),
    ("missing_communes", "Ghi chú", "thiếu 2 xã"),
    ("sectors", "Khối", "DNNN"),
    ("channels", "Kênh", "Viettel"),
    ("marks_in_time", "Mốc", "30/6"),
):
    SHELF.add(
        f"a_column_of_{_name}",
        f"beside the figures stands «{_heading}»: «{_text}»",
        lambda h=_heading, t=_text: _asked(_with_texts(h, t)),
    )

for _name, _heading, _text in (
    ("explanations", "Ghi chú", "Tăng 12 người so với 2017"),
    ("ratings", "Đánh giá", "Đạt"),
    ("ratings_by_the_plan", "Ghi chú", "Vượt kế hoạch"),
    ("regions", "Vùng", "Đồng bằng, ven biển"),
    ("clerks", "Người nhập", "Lan"),
    ("whole_years", "Thời gian", "Cả năm"),
    ("all_kinds", "Khối", "Tất cả"),
):
    SHELF.add(
        f"a_column_of_{_name}",
        f"beside the figures stands «{_heading}»: «{_text}», which changes nothing",
        lambda h=_heading, t=_text: sent(_with_texts(h, t), expect=READ, figures=READ_IN_FULL),
    )


for _name, _group in {
    "enterprises": "I. Khối doanh nghiệp",
    "private_firms": "Khu vực ngoài nhà nước",
    "prospects": "Đối tượng tiềm năng",
}.items():

    def _below_a_group(group: str = _group) -> Case:
        page = paper(RESULTS, heads=("Đơn vị", PEOPLE))
        page.row(group)
        page.rows(list(COUNTED.items()))
        return _asked(page)

    SHELF.add(f"a_group_of_{_name}", f"districts below «{_group}» are no whole districts", _below_a_group)


@SHELF.case("rows below a heading «Chỉ tiêu giao» are planned")
def names_headed_as_assigned() -> Case:
    page = paper(RESULTS, heads=("STT", "Chỉ tiêu giao", "ĐVT", "Số lượng"))
    page.row(1, PEOPLE, "Người", 3000)
    return _asked(page)


@SHELF.case("a group above known names that makes debtors of them")
def a_group_of_debtors() -> Case:
    page = Page("Sheet1")
    page.row(RESULTS)
    page.skip()
    page.row("Đơn vị", "Nợ BHXH", None)
    page.row(None, "Số đơn vị thuộc diện tham gia BHXH, BHTN", "Số đơn vị tham gia BHXH, BHTN")
    page.merged += ["A3:A4", "B3:C3"]
    read = some_shares("debtors", SOME)
    page.rows([(unit, whole, part) for unit, (part, whole) in read.items()])
    return _asked(page)


@SHELF.case("inspected employers are not all employers")
def employers_inspected() -> Case:
    heads = ("Đơn vị", "Số đơn vị thuộc diện tham gia BHXH, BHTN", "Số đơn vị tham gia BHXH, BHTN")
    page, _ = by_district(
        "KẾT QUẢ THANH TRA NĂM 2018", heads, some_shares("inspected", SOME), ("whole", "part")
    )
    return _asked(page)


def _list(title: str, *columns: str, texts: tuple[str, ...] = ()) -> Page:
    """One figure a row, and columns of no known kind behind the year."""
    page = paper(title, heads=("Đơn vị", "Chỉ tiêu", "Năm", *columns, "Tử số", "Mẫu số"))
    read = some_shares("listed", SOME)
    page.rows([(unit, ENROLLED, 2018, *texts, part, whole) for unit, (part, whole) in read.items()])
    return page


for _name, _title in {
    "planned": "KẾ HOẠCH NĂM 2018",
    "nine_months": "BÁO CÁO 9 THÁNG NĂM 2018",
    "another_year": "SỐ LIỆU NĂM 2017",
    "expected": "ƯỚC THỰC HIỆN NĂM 2018",
    "elsewhere": "BHXH TỈNH NGHỆ AN",
}.items():
    SHELF.add(
        f"a_list_{_name}", f"a list of single figures under «{_title}»", lambda t=_title: _asked(_list(t))
    )

for _name, _heading, _text in (
    ("a_field", "Lĩnh vực", "BHYT"),
    ("a_quarter", "Quý", "III"),
    ("a_state", "Tình trạng", "Dự kiến"),
):
    SHELF.add(
        f"a_list_with_{_name}",
        f"a list of single figures, each with «{_heading}»: «{_text}»",
        lambda h=_heading, t=_text: _asked(_list(RESULTS, h, texts=(t,))),
    )


def _behind_a_cover(text: str) -> Page:
    cover = Page("Bìa")
    cover.row(text)
    return cover


for _name, _text in {
    "nine_months": "BÁO CÁO 9 THÁNG NĂM 2018",
    "another_year": "BÁO CÁO KẾT QUẢ NĂM 2019",
    "a_plan": "KẾ HOẠCH GIAO CHỈ TIÊU",
    "women": "Số liệu Biểu 1 là số lao động nữ",
}.items():
    SHELF.add(
        f"a_cover_of_{_name}",
        f"a sheet without a table says «{_text}»",
        lambda t=_text: sent(_behind_a_cover(t), _people(name="Biểu 1"), expect=ASK_OR_REFUSE),
    )


@SHELF.case("a cover that says what the table says")
def a_cover_that_agrees() -> Case:
    cover = _behind_a_cover("BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH SỐ 157/KH-UBND NĂM 2018")
    return sent(cover, _people(name="Biểu 1"), expect=READ, figures=READ_IN_FULL)


@SHELF.case("told that these are all, the program reads them")
def told_that_they_are_all() -> Case:
    read = some_shares("told", SOME)
    heads = ("Đơn vị", "Số đơn vị thuộc diện tham gia BHXH, BHTN", "Số đơn vị tham gia BHXH, BHTN")
    page, _ = by_district("ĐƠN VỊ CỦA KHU CÔNG NGHIỆP NĂM 2018", heads, read, ("whole", "part"))
    return sent(
        page,
        expect=(QUESTION,),
        figures=shares(ENROLLED, 2018, read),
        answers=[answer("indicator-ambiguous", "A1", "whole")],
    )


@SHELF.case("the province's total, «Trong đó:», then its districts: all are read")
def districts_below_their_total() -> Case:
    page = paper(RESULTS, heads=("STT", "Đơn vị", PEOPLE))
    page.row(None, "Toàn tỉnh", sum(COUNTED.values()) + 50)
    page.row(None, "Trong đó:")
    page.rows([(place, unit, count) for place, (unit, count) in enumerate(COUNTED.items(), 1)])
    whole = counts(GROWTH, 2018, {HA_TINH_PROVINCE: sum(COUNTED.values()) + 50})
    return sent(page, expect=READ, figures=[*READ_IN_FULL, *whole])


@SHELF.case("a region's name in the column of numbers does not end the table")
def a_region_among_the_numbers() -> Case:
    page = paper(RESULTS, heads=("STT", "Đơn vị", PEOPLE))
    for place, (unit, count) in enumerate(COUNTED.items(), 1):
        if place == 4:
            page.row("II. Vùng miền núi")
        page.row(place, unit, count)
    return sent(page, expect=READ, figures=READ_IN_FULL)


@SHELF.case("a column of a year after the one reported, with nothing said of its stage")
def a_year_after_the_reported_one() -> Case:
    page = paper("BÁO CÁO KẾT QUẢ NĂM 2018", heads=("Đơn vị", f"{PEOPLE} năm 2018", f"{PEOPLE} năm 2019"))
    page.rows([(unit, count, count + 10) for unit, count in COUNTED.items()])
    return sent(page, expect=ASK_OR_REFUSE, year=None)


@SHELF.case("a row that is called an estimate is one, whatever the title says")
def a_row_called_an_estimate() -> Case:
    page = paper(RESULTS, heads=("STT", "Chỉ tiêu", "ĐVT", "Số liệu"))
    page.row(1, f"Ước {PEOPLE.lower()}", "Người", 3000)
    figures = counts(GROWTH, 2018, {HA_TINH_PROVINCE: 3000}, stage=ESTIMATE)
    return sent(page, expect=READ, figures=figures, stage=None)


@SHELF.case("«Kết quả (%)» beside a number of people is no number of people")
def a_rate_beside_a_count() -> Case:
    page = paper(RESULTS, heads=("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Kết quả (%)"))
    page.row(1, PEOPLE, "Người", 500, 90)
    return _asked(page)


def _commented(cell: str, text: str) -> Page:
    page = _people()
    page.comments[cell] = text
    return page


for _name, _cell, _text in (
    ("a_figure_corrected", "B6", "Số đúng là 109"),
    ("a_heading_of_a_plan", "B3", "Số kế hoạch tỉnh giao, chưa phải số thực hiện"),
    ("a_name_of_nine_months", "A6", "mới có số liệu 9 tháng"),
    ("a_title_of_women", "A1", "Chỉ tính lao động nữ"),
):
    SHELF.add(
        f"a_comment_at_{_name}",
        f"a comment at {_cell}: {_text}",
        lambda c=_cell, t=_text: _asked(_commented(c, t)),
    )


@SHELF.case("a comment that changes no figure is told")
def a_comment_that_explains() -> Case:
    page = _commented("B6", "Chị Hà:\nđã gọi điện hỏi lại, đúng")
    return sent(page, expect=READ, figures=READ_IN_FULL, findings=[finding("note-skipped", "B6")])
