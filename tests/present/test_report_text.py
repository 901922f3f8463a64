"""The text of the report: in the words of an administrative document, every figure the evaluation's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sample_reports import (
    ABOVE_70,
    BEFORE,
    GROWTH,
    INDEX,
    NOT_DUE,
    YEAR,
    a_task,
    district,
    every_rule_report,
    plan_of,
    report_on,
    seen,
)

from kpi.domain.report import GapReport, NotReported
from kpi.present.formats import number, points
from kpi.present.reports.composition import compose
from kpi.present.reports.document import Document, Heading, Paragraph, Part
from kpi.present.reports.letterhead import written_day
from kpi.present.sentences import actual_text, verdict_word
from kpi.present.words import words_for

WORDS = words_for("vi")


def composed(report: GapReport) -> Document:
    return compose(report, WORDS)


def text_of(document: Document) -> str:
    blocks = (*document.blocks, *document.annex)
    said = [f"{b.lead}{b.text}" for b in blocks if isinstance(b, Paragraph)]
    return "\n".join([document.opening, *said, document.closing])


def two_years_of(numerator: int, before: int) -> GapReport:
    figures = [
        seen("above-70", "province", before, 100, period=BEFORE),
        seen("above-70", "province", numerator, 100),
    ]
    return report_on(plan_of(ABOVE_70), figures)


def test_every_figure_of_the_tables_is_the_evaluations_own() -> None:
    report = every_rule_report()
    document = composed(report)
    rows = {(t.caption, row.cells[1]): row.cells for t in document.tables(Part.UNITS) for row in t.rows}
    told = [e for e in report.of_units if _has_table(report, e)]
    assert len(rows) == len(told) > 100
    for e in told:
        cells = rows[f"{e.indicator.short}, năm 2017, theo đơn vị", e.unit.name]
        gap, units = e.verdict.gap_points, e.verdict.gap_units
        assert cells[4] == actual_text(e, WORDS)
        assert cells[5] == ("–" if gap is None else points(gap, WORDS.language))
        assert cells[6] == ("–" if units is None else number(units, WORDS.language))
        assert cells[8] == verdict_word(e, WORDS)


def _has_table(report: GapReport, evaluation: object) -> bool:
    of_indicator = [e for e in report.of_units if e.indicator is evaluation.indicator]  # type: ignore[attr-defined]
    return any(e.figure for e in of_indicator)


def test_a_miss_is_told_with_target_clause_gap_and_change_on_last_year() -> None:
    said = text_of(composed(two_years_of(65, 60)))
    for expected in (
        "65,00%",
        "65/100",
        "trên 70%",
        "mục II.2",
        "5,00 điểm %",
        "tăng 5,00 điểm %",
        "không đạt",
    ):
        assert expected in said


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (65, 60, "So với năm 2016 (60,00%), tăng"),
        (60, 65, "giảm 5,00 điểm %"),
        (60, 60, "Bằng mức của năm 2016"),
    ],
)
def test_a_difference_of_percentages_is_told_in_points(now: int, before: int, said: str) -> None:
    assert said in text_of(composed(two_years_of(now, before)))


def test_nothing_for_signature_carries_arrows_or_division_signs() -> None:
    report = every_rule_report()
    later = report_on(plan_of(NOT_DUE, INDEX, GROWTH), [seen("not-due", "province", 5, 10)], [district(1)])
    for document in (composed(report), composed(later)):
        assert not {"→", "÷"} & set(text_of(document))


def test_the_counts_of_the_opening_are_those_of_the_verdicts() -> None:
    figures = [seen("above-70", "province", 71, 100), seen("growth", "province", 1)]
    said = text_of(composed(report_on(plan_of(ABOVE_70, GROWTH, INDEX), figures)))
    assert "Trong 3 mục tiêu được xem xét năm 2017: 1 đạt, 1 chưa có số liệu, 1 không đánh giá được." in said


def test_the_farthest_units_are_named_the_worst_first() -> None:
    shares = [seen("above-70", f"d{n}", 10 * n, 100) for n in range(1, 6)]
    said = text_of(composed(report_on(plan_of(ABOVE_70), shares, [district(n) for n in range(1, 6)])))
    assert "Xa mục tiêu nhất: Huyện 01 (thiếu 60,00 điểm %, tức 61 đơn vị); Huyện 02" in said
    assert "Huyện 04" not in said


def test_units_without_any_figure_get_a_sentence_and_no_table() -> None:
    document = composed(report_on(plan_of(ABOVE_70), [], [district(1)]))
    assert "Chưa có đơn vị nào nộp số liệu" in text_of(document)
    assert document.tables(Part.UNITS) == []


def test_headings_are_numbered_without_a_gap_whatever_parts_there_are() -> None:
    for report in (report_on(plan_of(), tasks=(a_task(),)), every_rule_report()):
        firsts = [
            b.text.split(".")[0] for b in composed(report).blocks if isinstance(b, Heading) and b.level == 1
        ]
        assert firsts == ["I", "II", "III", "IV", "V"][: len(firsts)]


def test_a_plan_without_figures_lists_all_its_tasks_and_no_method() -> None:
    document = composed(report_on(plan_of(), tasks=(a_task(), a_task("Việc không hạn", last_day=None))))
    assert [len(t.rows) for t in document.tables(Part.TASKS)] == [2]
    assert document.annex == ()


def test_tasks_without_a_day_are_counted_and_left_out_of_the_table() -> None:
    tasks = (a_task(), a_task("Việc không hạn", last_day=None))
    document = composed(report_on(plan_of(ABOVE_70), tasks=tasks))
    (table,) = document.tables(Part.TASKS)
    assert [row.cells[-1] for row in table.rows] == ["53"]
    assert "2 nhiệm vụ: 1 quá hạn, 1 không nêu thời hạn" in text_of(document)


def test_who_owes_a_figure_is_named() -> None:
    owing = NotReported(ABOVE_70, (district(2), district(3)), 13)
    report = replace(report_on(plan_of(ABOVE_70)), not_reported=(owing,))
    assert "2/13 đơn vị chưa nộp số liệu, gồm Huyện 02, Huyện 03." in text_of(composed(report))


def test_what_only_the_office_knows_is_left_as_dots() -> None:
    head = composed(report_on(plan_of(ABOVE_70))).letterhead
    for blank in (head.office, head.number, head.place_and_date, head.signature[0]):
        assert "…" in blank
    assert head.superior == "UBND TỈNH THỬ"
    assert head.to == "Kính gửi: Ủy ban nhân dân tỉnh Thử."


def test_the_day_of_the_document_is_written_out() -> None:
    assert "ngày 11 tháng 5 năm 2017" in composed(report_on(plan_of(ABOVE_70))).opening
    assert written_day(date(2017, 2, 9), WORDS) == "09 tháng 02 năm 2017"
    undated = replace(plan_of(ABOVE_70), number="", issued=None)
    assert "không ghi số và ngày" in composed(report_on(undated)).opening


def test_a_report_of_one_unit_speaks_of_that_unit_alone() -> None:
    whole = report_on(plan_of(ABOVE_70), [seen("above-70", "d1", 65, 100)], [district(1)])
    own = tuple(e for e in whole.evaluations if e.unit.id == "d1")
    document = composed(replace(whole, unit=district(1), evaluations=own, years=()))
    assert document.letterhead.subject.endswith("Huyện 01")
    assert [row.cells[3] for t in document.tables(Part.SUMMARY) for row in t.rows] == ["65,00%"]
    assert document.tables(Part.UNITS) == []


def test_the_year_before_is_the_year_before_and_no_earlier_one() -> None:
    figures = [seen("above-70", "province", 60, 100, period=BEFORE), seen("above-70", "province", 65, 100)]
    report = report_on(plan_of(ABOVE_70), figures)
    first, second = (row.cells for row in composed(report).tables(Part.YEARS)[0].rows)
    assert (first[1], first[5]) == ("2016", "–")
    assert (second[1], second[3], second[5]) == (str(YEAR), "65,00%", "+5,00")
