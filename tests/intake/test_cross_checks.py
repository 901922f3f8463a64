"""Figures that do not fit together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_workbooks import (
    ENROLLED,
    Percent,
    Table,
    codes,
    figures,
    long_row,
    long_table,
    places,
    understood,
)

HUONG_SON = (ENROLLED, "huyen-huong-son", "2017", "official")


def test_a_part_above_its_whole_is_an_error_at_the_part() -> None:
    outcome = understood(long_table(long_row(part=1001, whole=1000)))
    assert places(outcome.issues, "error") == {("part-exceeds-whole", "D2")}


@pytest.mark.parametrize(("part", "whole"), [(1000, 1000), (0, 0), (0, 5)])
def test_a_part_as_large_as_its_whole_is_none(part: int, whole: int) -> None:
    assert understood(long_table(long_row(part=part, whole=whole))).issues == ()


@pytest.mark.parametrize("printed", [70, 70.0, "70,0%", "70%", Percent("0.7"), 0.7])
def test_a_printed_share_that_is_the_share_is_no_finding(printed: object) -> None:
    assert not codes(understood(long_table(long_row(value=printed))).issues, "warning", "error", "question")


@pytest.mark.parametrize(("part", "printed"), [(2, 66.67), (2, 66.7), (2, 66.6667), (1, 33.33), (1, "33,3%")])
def test_a_printed_share_may_be_rounded(part: int, printed: object) -> None:
    outcome = understood(long_table(long_row(part=part, whole=3, value=printed)))
    assert "share-mismatch" not in codes(outcome.issues)


@pytest.mark.parametrize("printed", [71, 70.1, 69.9, "70,2%", Percent("0.071"), 7, 0.07])
def test_a_printed_share_that_is_another_is_a_warning_and_the_counts_count(printed: object) -> None:
    outcome = understood(long_table(long_row(value=printed)))
    assert places(outcome.issues, "warning") == {("share-mismatch", "F2")}
    assert figures(outcome) == {HUONG_SON: "700/1000"}


@settings(max_examples=30)
@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(1, 4))
def test_a_share_rounded_by_the_office_never_warns(part: int, whole: int, places_shown: int) -> None:
    part = min(part, whole)
    printed = f"{100 * part / whole:.{places_shown}f}".replace(".", ",") + "%"
    outcome = understood(long_table(long_row(part=part, whole=whole, value=printed)))
    assert "share-mismatch" not in codes(outcome.issues)


def test_the_same_row_twice_is_noted_and_stored_once() -> None:
    outcome = understood(long_table(long_row(), long_row()))
    assert places(outcome.issues, "info") == {("duplicate-row", "D3")}
    assert figures(outcome) == {HUONG_SON: "700/1000"}


def test_two_rows_that_contradict_each_other_are_errors_at_both() -> None:
    outcome = understood(long_table(long_row(), long_row("H. Hương Sơn", part=701)))
    assert places(outcome.issues, "error") == {("duplicate-conflict", "D2"), ("duplicate-conflict", "D3")}


def test_counts_and_a_percentage_for_one_key_are_a_conflict() -> None:
    outcome = understood(long_table(long_row(), long_row(part=None, whole=None, value=70)))
    assert codes(outcome.issues, "error") == {"duplicate-conflict"}


def test_two_stages_of_a_figure_are_no_duplicate() -> None:
    assert len(understood(long_table(long_row(), long_row(stage="Ước"))).readings) == 2


def test_a_figure_on_two_sheets_is_compared_across_them() -> None:
    one, other = long_table(long_row()), long_table(long_row(part=701))
    outcome = understood(one, Table(other.rows, name="Biểu 2"))
    assert {(i.code, i.sheet, dict(i.detail)["other"]) for i in outcome.issues} == {
        ("duplicate-conflict", "Số liệu", "Biểu 2!D2"),
        ("duplicate-conflict", "Biểu 2", "Số liệu!D2"),
    }
