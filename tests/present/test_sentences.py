"""What is said of verdicts: the wording rules, on figures judged by the real evaluator."""

from datetime import date
from fractions import Fraction

import pytest
from verdict_examples import (
    ABOVE_70,
    ABOVE_80,
    ALL_FROM_2020,
    AT_LEAST_30,
    AT_LEAST_80_BY_2025,
    EAST,
    EN,
    MORE_BY_2025,
    PROVINCE,
    VI,
    WEST,
    Judged,
    growth,
    index,
    share,
    target,
)

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import BetterWhen, Counted, Indicator, IndicatorKind, Operator, Target, Term
from kpi.domain.task import Agency, Occurrence, Task, TaskKind, TaskState, TaskStatus
from kpi.domain.trend import Direction, Trend
from kpi.present.sentences import (
    actual_text,
    figure_status,
    gap_text,
    headline,
    outlook_sentence,
    pace_sentence,
    period_text,
    reason_sentence,
    target_due_text,
    target_text,
    task_state_text,
    trend_sentence,
    verdict_sign,
    verdict_word,
)

ESTIMATE = Stage.ESTIMATE


@pytest.mark.parametrize(
    ("stage", "closed", "numerator", "word"),
    [
        (Stage.OFFICIAL, True, 72, "Đạt"),
        (Stage.OFFICIAL, False, 72, "Đạt (tạm tính)"),
        (ESTIMATE, False, 72, "Đạt (tạm tính)"),
        (ESTIMATE, True, 72, "Đạt (tạm tính)"),
        (Stage.OFFICIAL, True, 65, "Không đạt"),
        (Stage.OFFICIAL, False, 65, "Chưa đạt (tạm tính)"),
        (ESTIMATE, False, 65, "Chưa đạt (tạm tính)"),
        (ESTIMATE, True, 65, "Chưa đạt (tạm tính)"),
    ],
)
def test_a_miss_is_not_met_only_once_it_is_final(
    stage: Stage, closed: bool, numerator: int, word: str
) -> None:
    judged = Judged(share(ABOVE_70)).counts(2017, numerator, 100, stage)
    if closed:
        judged.close(2017)
    assert verdict_word(judged.of(2017), VI) == word


def test_each_verdict_without_a_judgement_has_its_word_and_sign() -> None:
    early = Judged(share(AT_LEAST_80_BY_2025)).counts(2023, 85, 100).of(2023)
    absent = Judged(share(ABOVE_70)).of(2017)
    empty = Judged(share(ABOVE_70)).counts(2017, 0, 0).of(2017)
    assert [verdict_word(e, VI) for e in (early, absent, empty)] == [
        "Chưa đến hạn",
        "Chưa có số liệu",
        "Không đánh giá được",
    ]
    met, missed = (Judged(share(ABOVE_70)).counts(2017, n, 100).of(2017) for n in (71, 70))
    assert len({verdict_sign(e) for e in (met, missed, early, absent, empty)}) == 5


@pytest.mark.parametrize(
    ("demand", "text", "due"),
    [
        (ABOVE_70, "trên 70%", "năm 2017"),
        (AT_LEAST_30, "từ 30% trở lên", "từ năm 2017 trở đi"),
        (ALL_FROM_2020, "100%", "từ năm 2020 trở đi"),
        (AT_LEAST_80_BY_2025, "từ 80% trở lên", "đến năm 2025"),
        (MORE_BY_2025, "tăng so với năm 2020", "đến năm 2025"),
        (target(Operator.ABOVE, "62.50", Term.YEAR, 2018), "trên 62,5%", "năm 2018"),
    ],
)
def test_a_target_is_put_as_documents_put_it(demand: Target, text: str, due: str) -> None:
    assert target_text(demand, VI) == text
    assert target_due_text(demand, VI) == due


@pytest.mark.parametrize(
    ("demand", "numerator", "denominator", "text"),
    [
        (ABOVE_70, 70, 100, "Còn thiếu 1 đơn vị (0,00 điểm %), với mẫu số hiện tại"),
        (ABOVE_70, 6996, 10000, "Còn thiếu 5 đơn vị (0,04 điểm %), với mẫu số hiện tại"),
        (ABOVE_70, 8696, 14061, "Còn thiếu 1.147 đơn vị (8,16 điểm %), với mẫu số hiện tại"),
        (ABOVE_70, 7206, 10000, "Đạt (tạm tính), cao hơn mục tiêu 2,06 điểm %"),
    ],
)
def test_a_share_says_what_is_missing_or_by_how_much_it_is_met(
    demand: Target, numerator: int, denominator: int, text: str
) -> None:
    assert gap_text(Judged(share(demand)).counts(2017, numerator, denominator).of(2017), VI) == text


def test_a_target_of_all_is_met_and_never_exceeded() -> None:
    judged = Judged(share(ALL_FROM_2020)).counts(2020, 1000, 1000).close(2020).of(2020)
    assert gap_text(judged, VI) == "Đạt"
    assert "cao hơn" not in reason_sentence(judged, VI)


def test_a_met_mark_below_all_is_said_to_be_exactly_reached() -> None:
    judged = Judged(share(AT_LEAST_80_BY_2025)).counts(2025, 800, 1000).close(2025).of(2025)
    assert gap_text(judged, VI) == "Đạt, bằng đúng mục tiêu"


def test_an_index_has_a_gap_in_points_alone() -> None:
    judged = Judged(index(AT_LEAST_80_BY_2025)).value(2025, "79.99").of(2025)
    assert gap_text(judged, VI) == "Còn thiếu 0,01 điểm %"
    assert actual_text(judged, VI) == "79,99%"
    assert reason_sentence(judged, VI).startswith("Giá trị báo cáo năm 2025: 79,99%;")


@pytest.mark.parametrize(
    ("previous", "current", "text"),
    [
        (1000, 1299, "Còn thiếu 1 người (0,10 điểm %)"),
        (1001, 1301, "Còn thiếu 1 người (0,03 điểm %)"),
        (52826, 58852, "Còn thiếu 9.822 người (18,59 điểm %)"),
        (1500, 1900, "Còn thiếu 50 người (3,33 điểm %)"),
        (1000, 1300, "Đạt (tạm tính), bằng đúng mục tiêu"),
        (31885, 49447, "Đạt (tạm tính), cao hơn mục tiêu 25,08 điểm %"),
    ],
)
def test_growth_says_how_many_people_are_missing(previous: int, current: int, text: str) -> None:
    judged = Judged(growth(AT_LEAST_30)).counts(2018, previous).counts(2019, current).of(2019)
    assert gap_text(judged, VI) == text


@pytest.mark.parametrize(
    ("numerator", "text"),
    [
        (73, "Còn cách mốc năm 2025: 7 đơn vị (7,00 điểm %), với mẫu số hiện tại"),
        (85, "Đang trên mốc năm 2025: cao hơn 5,00 điểm %"),
        (80, "Đang ở đúng mốc năm 2025"),
    ],
)
def test_before_its_due_year_a_target_shows_the_distance_to_the_mark(numerator: int, text: str) -> None:
    early = Judged(share(AT_LEAST_80_BY_2025)).counts(2023, numerator, 100).of(2023)
    assert gap_text(early, VI) == text
    assert "→ chưa đến hạn trong năm 2023" in reason_sentence(early, VI)


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [(6996, 10000, "69,96%"), (699999, 1000000, "69,9999%"), (70, 100, "70,00%")],
)
def test_a_miss_is_never_shown_as_the_mark(numerator: int, denominator: int, shown: str) -> None:
    assert actual_text(Judged(share(ABOVE_70)).counts(2017, numerator, denominator).of(2017), VI) == shown


def test_a_placed_share_is_of_those_referred() -> None:
    judged = Judged(share(target(Operator.AT_LEAST, "60", Term.BY, 2025))).counts(2025, 479, 800).of(2025)
    assert gap_text(judged, VI) == "Còn thiếu 1 đơn vị (0,13 điểm %), với mẫu số hiện tại"


def test_the_reason_puts_the_figures_the_clause_and_the_standing_in_one_sentence() -> None:
    judged = Judged(share(ABOVE_70)).counts(2017, 8696, 14061).of(2017)
    assert reason_sentence(judged, VI) == (
        "8.696 ÷ 14.061 = 61,84%; mục tiêu năm 2017: trên 70% (mục II.2) → chưa đạt (tạm tính), "
        "còn thiếu 1.147 đơn vị (8,16 điểm %), với mẫu số hiện tại; tạm tính vì kỳ chưa khóa."
    )
    assert reason_sentence(judged, EN) == (
        "8,696 ÷ 14,061 = 61.84%; target in 2017: above 70% (clause II.2) → not yet met (provisional), "
        "employers still missing: 1,147 (8.16 percentage points), with the present denominator; "
        "provisional, since the period is not closed."
    )


def test_an_estimate_and_a_settled_figure_say_so() -> None:
    estimate = Judged(share(ABOVE_70)).counts(2017, 72, 100, ESTIMATE).of(2017)
    settled = Judged(share(ABOVE_70)).counts(2017, 72, 100).close(2017).of(2017)
    assert reason_sentence(estimate, VI).endswith("tạm tính vì là số ước thực hiện.")
    assert reason_sentence(settled, VI).endswith("số chính thức, kỳ đã khóa.")
    assert (figure_status(estimate, VI), figure_status(settled, VI)) == ("ước", "chính thức")


def test_growth_shows_both_counts_and_how_firm_the_base_is() -> None:
    judged = Judged(growth(AT_LEAST_30)).counts(2018, 2000, stage=ESTIMATE).counts(2019, 2700).close(2019)
    said = reason_sentence(judged.of(2019), VI)
    assert said.startswith(
        "Từ 2.000 người (năm 2018, số ước thực hiện) đến 2.700 người (năm 2019, số chính thức): +35,00%"
    )
    assert said.endswith("tạm tính vì số gốc năm 2018 mới là số ước.")


def test_an_increase_names_its_base_year() -> None:
    judged = Judged(share(MORE_BY_2025)).counts(2020, 125, 1000).counts(2025, 140, 1000).of(2025)
    assert "số gốc năm 2020: 12,50%" in reason_sentence(judged, VI)
    assert gap_text(judged, VI) == "Đạt (tạm tính), tăng 1,50 điểm % so với năm 2020"


def test_an_increase_on_another_year_says_that_it_is_not_the_plans() -> None:
    judged = Judged(share(MORE_BY_2025)).counts(2021, 125, 1000).counts(2025, 140, 1000).of(2025)
    assert "số gốc lấy của năm 2021: 12,50%, vì chưa có số liệu của năm gốc 2020" in reason_sentence(
        judged, VI
    )


def test_an_equal_share_has_not_increased() -> None:
    judged = Judged(share(MORE_BY_2025)).counts(2020, 125, 1000).counts(2025, 125, 1000).of(2025)
    assert "chưa tăng so với năm 2020, còn thiếu 1 đơn vị (0,00 điểm %)" in reason_sentence(judged, VI)


def test_a_sum_of_units_says_its_coverage() -> None:
    judged = Judged(share(ABOVE_70)).counts(2017, 9, 10, unit=EAST).counts(2017, 10, 90, unit=WEST)
    assert reason_sentence(judged.of(2017), VI).startswith("19 ÷ 100 = 19,00%, cộng từ 2/2 đơn vị cấp huyện;")


def test_a_districts_figure_is_held_against_the_provinces_target_by_name() -> None:
    judged = Judged(share(ABOVE_70)).counts(2017, 9, 10, unit=EAST).of(2017, EAST)
    assert "so với mục tiêu tỉnh năm 2017: trên 70% (mục II.2)" in reason_sentence(judged, VI)


def test_missing_units_are_counted_and_asked_for() -> None:
    said = reason_sentence(Judged(share(ABOVE_70)).counts(2017, 9, 10, unit=EAST).of(2017), VI)
    assert "mới có số liệu của 1/2 đơn vị cấp huyện, thiếu 1 đơn vị" in said
    assert "→ không đánh giá được; đề nghị" in said


@pytest.mark.parametrize(
    ("judged", "year", "why"),
    [
        (Judged(share(ABOVE_70)).counts(2017, 0, 0), 2017, "0 ÷ 0: mẫu số bằng 0"),
        (Judged(share(ABOVE_70)).counts(2016, 5, 10), 2016, "Năm 2016 không có mục tiêu nào"),
        (Judged(growth(AT_LEAST_30)).counts(2017, 5), 2017, "thiếu số gốc năm 2016"),
        (Judged(growth(AT_LEAST_30)).counts(2016, 0).counts(2017, 5), 2017, "số gốc năm 2016 bằng 0"),
        (Judged(share(MORE_BY_2025)).counts(2025, 1, 2), 2025, "chưa có số liệu năm gốc 2020"),
        (
            Judged(share(MORE_BY_2025)).counts(2020, 0, 0).counts(2025, 1, 2),
            2025,
            "số gốc năm 2020 có mẫu số bằng 0",
        ),
        (Judged(share(ABOVE_70)).counts(2017, 5), 2017, "chưa đủ tử số và mẫu số"),
        (
            Judged(growth(AT_LEAST_30)).counts(2016, 5, unit=EAST).counts(2017, 9),
            2017,
            "số gốc năm 2016 mới có của 1/2 đơn vị cấp huyện, thiếu 1 đơn vị",
        ),
    ],
)
def test_what_cannot_be_assessed_says_why_and_what_to_do(judged: Judged, year: int, why: str) -> None:
    said = reason_sentence(judged.of(year), VI)
    assert why in said
    assert "→ không đánh giá được; " in said
    assert gap_text(judged.of(year), VI) == ""


def test_no_data_is_no_nought() -> None:
    said = reason_sentence(Judged(share(ABOVE_70)).of(2017), VI)
    assert "→ chưa có số liệu năm 2017; thiếu số liệu không có nghĩa là 0" in said
    assert reason_sentence(Judged(share(ABOVE_70)).of(2018), VI).startswith("Chưa có số liệu năm 2018;")


def test_pace_names_its_base_and_says_that_the_path_is_not_the_documents() -> None:
    judged = Judged(share(ABOVE_70, ABOVE_80)).counts(2016, 60, 100).counts(2017, 67, 100).of(2017)
    said = pace_sentence(judged, VI)
    assert said.startswith("Chậm nhịp: đã đi 70% quãng đường lẽ ra phải đi kể từ năm gốc 2016")
    assert "đường tham khảo, không phải của văn bản" in said


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [(60, 50, "Đi lùi: thấp hơn cả mức của năm gốc 2016"), (75, 74, "không cao hơn năm gốc 2016")],
)
def test_a_falling_pace_shows_no_negative_way(first: int, second: int, said: str) -> None:
    judged = Judged(share(ABOVE_70)).counts(2016, first, 100).counts(2017, second, 100).of(2017)
    assert said in pace_sentence(judged, VI)
    assert "−" not in pace_sentence(judged, VI)


def test_pace_of_growth_does_not_apply() -> None:
    judged = Judged(growth(AT_LEAST_30)).counts(2016, 5).counts(2017, 9).of(2017)
    assert pace_sentence(judged, VI).startswith("Không xét nhịp")


def test_every_outlook_calls_itself_a_projection() -> None:
    judged = Judged(share(AT_LEAST_80_BY_2025))
    for year, numerator in ((2021, 60), (2022, 62), (2023, 64)):
        judged.counts(year, numerator, 100)
    said = outlook_sentence(judged.of(2023), VI)
    assert said.startswith("Dự báo, không phải kết luận")
    assert "năm 2025 ở mức 68,00%, không đạt mục tiêu" in said
    assert outlook_sentence(judged.of(2021), VI).startswith("Dự báo: chưa đủ căn cứ")
    assert outlook_sentence(judged.of(2023), EN).startswith("A projection, not a verdict")


def _trend(
    better_when: BetterWhen, previous: Fraction | None, current: Fraction, direction: Direction | None
) -> Trend:
    arrears = Indicator(
        "arrears",
        IndicatorKind.COUNT,
        "Nợ đọng",
        "Nợ",
        "IV.2",
        noun="tỷ đồng",
        numerator=Counted("Nợ"),
        better_when=better_when,
    )
    before = None if previous is None else Period(2016)
    return Trend(arrears, PROVINCE, Period(2017), current, previous, before, direction)


@pytest.mark.parametrize(
    ("better_when", "previous", "direction", "said"),
    [
        (
            BetterWhen.LOWER,
            124,
            Direction.BETTER,
            "Giảm – tốt: từ 124 tỷ đồng (năm 2016) xuống 115,64 tỷ đồng",
        ),
        (BetterWhen.HIGHER, 124, Direction.WORSE, "Giảm – không tốt: từ 124 tỷ đồng"),
        (
            BetterWhen.EITHER,
            100,
            None,
            "Tăng từ 100 tỷ đồng (năm 2016) lên 115,64 tỷ đồng (năm 2017); không kết",
        ),
        (BetterWhen.HIGHER, None, None, "115,64 tỷ đồng (năm 2017); chưa có số liệu kỳ trước"),
    ],
)
def test_a_direction_is_judged_by_what_is_better(
    better_when: BetterWhen, previous: int | None, direction: Direction | None, said: str
) -> None:
    before = None if previous is None else Fraction(previous)
    trend = _trend(better_when, before, Fraction("115.64"), direction)
    assert trend_sentence(trend, VI).startswith(said)


@pytest.mark.parametrize(
    ("better_when", "said"),
    [(BetterWhen.HIGHER, "Chưa tăng:"), (BetterWhen.LOWER, "Chưa giảm:"), (BetterWhen.EITHER, "Không đổi:")],
)
def test_an_equal_value_has_not_moved(better_when: BetterWhen, said: str) -> None:
    trend = _trend(better_when, Fraction(12), Fraction(12), Direction.UNCHANGED)
    assert trend_sentence(trend, VI).startswith(said)


@pytest.mark.parametrize(
    ("occurrence", "said"),
    [
        (Occurrence(TaskState.OVERDUE, date(2017, 12, 9), days=12), "quá hạn 12 ngày"),
        (Occurrence(TaskState.DUE, date(2017, 12, 9), days=-15), "còn 15 ngày"),
        (Occurrence(TaskState.DUE, date(2017, 12, 9), days=0), "hôm nay là ngày cuối"),
        (Occurrence(TaskState.DONE_LATE, done_on=date(2017, 12, 12), days=3), "hoàn thành trễ 3 ngày"),
        (Occurrence(TaskState.DONE, done_on=date(2017, 12, 8)), "đã hoàn thành ngày 08/12/2017"),
        (Occurrence(TaskState.NO_DEADLINE), "văn bản không nêu ngày"),
    ],
)
def test_a_task_says_how_many_days_are_left_or_lost(occurrence: Occurrence, said: str) -> None:
    assert task_state_text(occurrence, VI) == said


def test_the_headline_counts_names_the_worst_and_says_how_much_was_judged() -> None:
    met = Judged(share(ABOVE_70)).counts(2017, 72, 100).of(2017)
    missed = Judged(share(ABOVE_70)).counts(2017, 8696, 14061).of(2017)
    nearly = Judged(share(ABOVE_70)).counts(2017, 70, 100).of(2017)
    absent = Judged(share(ABOVE_70)).of(2017)
    assert headline([met, nearly, missed, absent], VI) == (
        "Năm 2017: 1 chỉ tiêu đạt, 2 chưa đạt. "
        "Còn thiếu 1.147 đơn vị thì mới đạt mục tiêu trên 70% – Đơn vị tham gia. "
        "Đánh giá được 3/4 chỉ tiêu (1 chưa có số liệu)."
    )


def test_a_final_miss_is_not_met_in_the_headline() -> None:
    missed = Judged(share(ABOVE_70)).counts(2017, 65, 100).close(2017).of(2017)
    assert headline([missed], VI).startswith("Năm 2017: 1 chỉ tiêu không đạt.")


def test_the_headline_of_a_year_without_a_due_target_says_so() -> None:
    early = Judged(share(AT_LEAST_80_BY_2025)).of(2023)
    assert headline([early], VI) == (
        "Năm 2023: chưa có chỉ tiêu nào đến hạn. Đánh giá được 0/1 chỉ tiêu (1 chưa đến hạn)."
    )
    empty = Judged(share(ABOVE_70)).of(2017)
    assert headline([empty], VI).startswith("Năm 2017: chưa có chỉ tiêu nào đánh giá được.")


def test_a_plan_without_figures_opens_with_its_tasks() -> None:
    late, done = (
        TaskStatus(Task("t", TaskKind.TASK, "1", "Việc", (Agency("Sở"),)), occurrence, (occurrence,))
        for occurrence in (Occurrence(TaskState.OVERDUE, days=2), Occurrence(TaskState.DONE))
    )
    assert headline([], VI, [done, late, late]) == (
        "Kế hoạch không đặt chỉ tiêu bằng số. 3 nhiệm vụ: 2 quá hạn, 1 đã hoàn thành."
    )
    assert headline([], VI).endswith("không có nhiệm vụ nào.")


@pytest.mark.parametrize(
    ("period", "said"),
    [("2017", "năm 2017"), ("2017-H1", "6 tháng đầu năm 2017"), ("2017-Q3", "quý III/2017")],
)
def test_periods_are_named_as_in_reports(period: str, said: str) -> None:
    assert period_text(Period.parse(period), VI) == said
