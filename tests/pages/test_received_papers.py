"""Reports without figures on the page of what was sent: listed, downloaded, taken back."""

from __future__ import annotations

from page_reader import HA_TINH, HOA, QUANG_NGAI, Open

from kpi.domain.paper import counting
from kpi.domain.period import Period
from kpi.service.program import Program
from kpi.service.received import SentReport, receive_report, received_reports


def keep(program: Program, content: bytes) -> int:
    sent = SentReport(HA_TINH, "HT-N41", "huyen-huong-son", Period(2017, "Q3"), "danh sách.pdf", content)
    return receive_report(program, sent, HOA).number


def test_what_came_is_listed_with_what_counts_and_can_be_downloaded(
    open_page: Open, program: Program
) -> None:
    keep(program, b"1")
    keep(program, b"2")
    page = open_page("submissions", plan=HA_TINH)
    for said in ("Danh sách theo quý", "Huyện Hương Sơn", "Quý III/2017", "đang được tính", "báo cáo #2"):
        assert said in page.text
    assert "Tải tệp danh sách\\.pdf" in [b.proto.label for b in page.test.get("download_button")]


def test_a_report_is_taken_back_by_who_says_they_are_sure(open_page: Open, program: Program) -> None:
    first, second = keep(program, b"1"), keep(program, b"2")
    page = open_page("submissions", plan=HA_TINH)
    page.test.checkbox(key=f"sure.undo-paper.{second}").check()
    page.run()
    page.test.button(key="undo-paper").click()
    page.run()
    assert "Đã thu hồi báo cáo #2" in page.text
    assert [r.id for r in counting(received_reports(program, HA_TINH)).values()] == [first]


def test_a_plan_that_asks_for_no_such_report_says_nothing_of_them(open_page: Open) -> None:
    assert "Báo cáo định kỳ khác đã nhận" in open_page("submissions", plan=HA_TINH).text
    assert "Báo cáo định kỳ khác đã nhận" not in open_page("submissions", plan=QUANG_NGAI).text
