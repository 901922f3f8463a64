"""Charts draw the figures they are given, tell firm from provisional, and take no text for markup."""

import json
from dataclasses import replace
from fractions import Fraction

import plotly.graph_objects as go
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
    share,
)

from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Stage
from kpi.domain.unit import ReportingUnit
from kpi.present.charts import gap_chart, gap_summary, path_chart, path_summary
from kpi.present.charts.look import MET, MISSED, PAPER


def _path(judged: Judged, years: range) -> list[Evaluation]:
    return [judged.of(year) for year in years]


def _traces(figure: go.Figure, name: str) -> list[dict[str, object]]:
    return [trace for trace in json.loads(figure.to_json())["data"] if trace["name"] == name]


def _texts(figure: go.Figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


@pytest.fixture
def enrolled() -> Judged:
    judged = Judged(share(ABOVE_70, ABOVE_80, ALL_FROM_2020)).close(2016, 2017)
    judged.counts(2016, 60, 100).counts(2017, 71, 100).counts(2018, 79, 100)
    return judged.counts(2020, 90, 100, Stage.ESTIMATE)


def test_bars_are_the_actuals_of_the_years_that_have_one(enrolled: Judged) -> None:
    figure = path_chart(enrolled.indicator, _path(enrolled, range(2016, 2021)), VI)
    (bars,) = _traces(figure, "actual")
    assert bars["x"] == [2016, 2017, 2018, 2020]
    assert bars["y"] == [60.0, 71.0, 79.0, 90.0]


def test_the_lawful_line_steps_and_has_a_gap_where_no_target_is_in_force(enrolled: Judged) -> None:
    figure = path_chart(enrolled.indicator, _path(enrolled, range(2016, 2021)), VI)
    steps, later = _traces(figure, "target")
    assert (steps["x"], steps["y"]) == ([2016.5, 2017.5, 2018.5], [70.0, 80.0, 80.0])
    assert (later["x"], later["y"]) == ([2019.5, 2020.5], [100.0, 100.0])
    assert all(trace["line"]["shape"] == "hv" for trace in (steps, later))  # type: ignore[index]


def test_each_level_of_the_line_is_labelled_on_it_and_no_legend_is_drawn(enrolled: Judged) -> None:
    figure = path_chart(enrolled.indicator, _path(enrolled, range(2016, 2021)), VI)
    assert {"mục tiêu: trên 70%", "trên 80%", "mục tiêu: 100%"} <= set(_texts(figure))
    assert figure.layout.showlegend is False


def test_final_provisional_and_estimated_bars_are_told_apart_by_fill_and_by_word(enrolled: Judged) -> None:
    figure = path_chart(enrolled.indicator, _path(enrolled, range(2017, 2021)), VI)
    (bars,) = _traces(figure, "actual")
    marker = bars["marker"]
    assert marker["pattern"]["shape"] == ["", "/", ""]  # type: ignore[index]
    assert [colour == PAPER for colour in marker["color"]] == [False, False, True]  # type: ignore[index]
    labels = {"✔ 71,00%", "✖ 79,00%<br>tạm tính", "✖ 90,00%<br>ước", "chưa có số liệu"}
    assert labels <= set(_texts(figure))


def test_growth_is_drawn_against_its_percentage_line() -> None:
    judged = Judged(growth(AT_LEAST_30)).counts(2016, 1000).counts(2017, 1299).counts(2018, 1000)
    figure = path_chart(judged.indicator, _path(judged, range(2017, 2019)), VI)
    (bars,), (line,) = _traces(figure, "actual"), _traces(figure, "target")
    assert bars["y"] == pytest.approx([29.9, -23.0177], abs=1e-4)
    assert line["y"] == [30.0, 30.0, 30.0]
    assert figure.layout.yaxis.range[0] < -23


def test_a_projection_is_dashed_and_named_one() -> None:
    judged = Judged(share(AT_LEAST_80_BY_2025))
    for year, numerator in ((2021, 60), (2022, 62), (2023, 64)):
        judged.counts(year, numerator, 100)
    figure = path_chart(judged.indicator, _path(judged, range(2021, 2024)), VI)
    (projection,) = _traces(figure, "projection")
    assert (projection["x"], projection["y"]) == ([2023, 2025], [64.0, 68.0])
    assert projection["line"]["dash"] == "dot"  # type: ignore[index]
    assert "dự báo 68,00%" in _texts(figure)
    (line,) = _traces(figure, "target")
    assert line["x"] == [2024.5, 2025.5]


def test_an_increase_is_held_against_its_base() -> None:
    judged = Judged(share(MORE_BY_2025)).counts(2020, 12, 100).counts(2025, 14, 100)
    (line,) = _traces(path_chart(judged.indicator, _path(judged, range(2020, 2026)), VI), "target")
    assert line["y"] == [12.0, 12.0]


def test_numbers_on_axes_follow_the_language(enrolled: Judged) -> None:
    years = _path(enrolled, range(2016, 2021))
    assert path_chart(enrolled.indicator, years, VI).layout.separators == ",."
    assert path_chart(enrolled.indicator, years, EN).layout.separators == ".,"


def test_a_chart_of_nothing_is_an_empty_chart() -> None:
    assert _traces(path_chart(share(ABOVE_70), [], VI), "actual")[0]["x"] == []
    assert _traces(gap_chart([], VI), "actual")[0]["x"] == []
    assert gap_summary([], VI) == ""
    assert path_summary(share(ABOVE_70), [], VI) == "Tỷ lệ đơn vị tham gia"


@pytest.fixture
def units() -> list[Evaluation]:
    judged = Judged(share(ABOVE_70)).counts(2017, 75, 100, unit=EAST).counts(2017, 50, 100, unit=WEST)
    return [judged.of(2017, unit) for unit in (EAST, WEST, PROVINCE)]


def test_units_are_drawn_the_worst_first_against_the_mark(units: list[Evaluation]) -> None:
    figure = gap_chart(units, VI)
    (bars,), (marks,) = _traces(figure, "actual"), _traces(figure, "target")
    assert bars["x"] == [50.0, 62.5, 75.0]
    assert marks["x"] == [70.0, 70.0, 70.0]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert bars["marker"]["line"]["color"] == [MISSED, MISSED, MET]  # type: ignore[index]


def test_units_that_cannot_be_measured_stand_last_with_their_verdict(units: list[Evaluation]) -> None:
    silent = Judged(share(ABOVE_70)).of(2017, ReportingUnit("bac", "Huyện Bắc", EAST.level, "tinh"))
    figure = gap_chart([silent, *units], VI)
    assert _texts(figure)[-2:] == ["Huyện Bắc", "– Chưa có số liệu"]
    assert len(_traces(figure, "actual")[0]["x"]) == 3  # type: ignore[arg-type]


def test_a_districts_mark_is_named_the_provinces(units: list[Evaluation]) -> None:
    assert "mục tiêu tỉnh: trên 70%" in _texts(gap_chart(units, VI))


def test_names_from_data_are_never_markup(units: list[Evaluation]) -> None:
    figure = gap_chart(units, VI)
    assert "Huyện &lt;b&gt;Tây&lt;/b&gt; &amp; Nam" in _texts(figure)
    assert "<b>" not in figure.to_json()
    assert "\\u003cb\\u003e" not in figure.to_json()


def test_demands_from_data_are_escaped_on_the_path_too(enrolled: Judged) -> None:
    shown = replace(VI, sentences=VI.sentences | {"target.above": "<a href='x'>{value}</a>"})
    figure = path_chart(enrolled.indicator, _path(enrolled, range(2017, 2018)), shown)
    assert any("&lt;a href" in text for text in _texts(figure))
    assert not any("<a" in text for text in _texts(figure))


def test_traces_are_plain_lists(units: list[Evaluation], enrolled: Judged) -> None:
    for figure in (
        gap_chart(units, VI),
        path_chart(enrolled.indicator, _path(enrolled, range(2016, 2021)), VI),
    ):
        assert "bdata" not in figure.to_json()


def test_the_summaries_say_what_the_charts_show(units: list[Evaluation], enrolled: Judged) -> None:
    lines = gap_summary(units, VI).splitlines()
    assert lines[0].endswith("so với mục tiêu tỉnh năm 2017: trên 70% (mục II.2)")
    assert lines[1] == "Huyện <b>Tây</b> & Nam: 50,00% (tạm tính) – Chưa đạt (tạm tính)"
    path = path_summary(enrolled.indicator, _path(enrolled, range(2017, 2020)), VI).splitlines()
    assert path[1] == "năm 2017: 71,00% (chính thức), mục tiêu năm 2017: trên 70% (mục II.2) – Đạt"
    assert path[3] == "năm 2019: Chưa có số liệu"
    assert path[-1].startswith("Dự báo")


def test_a_near_miss_is_labelled_with_enough_decimals() -> None:
    judged = Judged(share(ABOVE_70)).counts(2017, 699_999, 1_000_000)
    figure = path_chart(judged.indicator, _path(judged, range(2017, 2018)), VI)
    assert any("69,9999%" in text for text in _texts(figure))
    assert Fraction(_traces(figure, "actual")[0]["y"][0]) < 70  # type: ignore[index]
