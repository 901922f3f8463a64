"""Lines of titles tell a plan from an achievement."""

from __future__ import annotations

import pytest

from kpi.intake.words.title_words import assigns, sheet_as_line, speaks_of_achievement, speaks_of_plan


@pytest.mark.parametrize(
    "line",
    [
        "CHỈ TIÊU SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018",
        "Biểu 2: Chỉ tiêu năm 2018",
        "PHÂN BỔ CHỈ TIÊU NĂM 2018",
        "KẾT QUẢ PHÂN BỔ CHỈ TIÊU NĂM 2018",
        "SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN ĐƯỢC GIAO NĂM 2018",
        "MỤC TIÊU ĐẾN NĂM 2025",
        "DỰ KIẾN NĂM 2018",
        "ĐĂNG KÝ THI ĐUA NĂM 2018",
        "KẾ HOẠCH THỰC HIỆN CHỈ TIÊU BHXH TỰ NGUYỆN NĂM 2018",
        "GIAO CHỈ TIÊU PHÁT TRIỂN BHXH TỰ NGUYỆN NĂM 2018 THỰC HIỆN NGHỊ QUYẾT 28",
    ],
)
def test_a_line_that_speaks_of_a_plan_before_any_achievement_is_a_plans(line: str) -> None:
    assert speaks_of_plan(line)
    assert not speaks_of_achievement(line)


@pytest.mark.parametrize(
    "line",
    [
        "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2018",
        "THỰC HIỆN KẾ HOẠCH NĂM 2018",
        "KẾ HOẠCH VÀ KẾT QUẢ THỰC HIỆN NĂM 2018",
        "TIẾN ĐỘ THỰC HIỆN MỤC TIÊU ĐẾN NĂM 2025",
        "ƯỚC THỰC HIỆN KẾ HOẠCH NĂM 2018",
    ],
)
def test_a_line_that_speaks_of_an_achievement_first_is_no_plans(line: str) -> None:
    assert speaks_of_achievement(line)
    assert not speaks_of_plan(line)


@pytest.mark.parametrize(
    "line",
    [
        "MỘT SỐ CHỈ TIÊU CHỦ YẾU NĂM 2018",
        "CHỈ TIÊU CHỦ YẾU NĂM 2018",
        "BIỂU TỔNG HỢP CHỈ TIÊU NGÀNH BHXH NĂM 2019",
        "TỔNG HỢP CÁC CHỈ TIÊU THEO KẾ HOẠCH 157/KH-UBND NĂM 2019",
        "ĐƠN VỊ GIAO DỊCH ĐIỆN TỬ NĂM 2018",
        "PHÒNG TÀI CHÍNH - KẾ HOẠCH",
        "Thực hiện Chỉ thị 34/CT-TTg",
    ],
)
def test_indicators_offices_and_cited_papers_are_neither(line: str) -> None:
    assert not speaks_of_plan(line)
    assert not speaks_of_achievement(line)


def test_a_cited_decision_assigns_where_it_hands_out_a_plan() -> None:
    assert assigns("(Kèm theo Quyết định số 12/QĐ-BHXH về việc giao chỉ tiêu năm 2018)")
    assert not assigns("(Kèm theo Quyết định số 12/QĐ-BHXH ngày 5/1/2018)")
    assert not assigns("(Kèm theo Báo cáo số 12 về kết quả giao chỉ tiêu)")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("KH 2018", "kế hoạch 2018"),
        ("KH_2018", "kế hoạch 2018"),
        ("Uoc 2018", "ước 2018"),
        ("KH157", "kh157"),
        ("BC KH 157", "bc kh 157"),
        ("Ke hoach 157", ""),
        ("Quế Phong", "quế phong"),
    ],
)
def test_a_sheets_name_is_read_as_a_title_would_say_it(name: str, line: str) -> None:
    assert sheet_as_line(name) == line
