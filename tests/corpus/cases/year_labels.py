"""Rows that name years with a word beside: the stage is read, a plan left aside, anything else said and never lost."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    ESTIMATE,
    GROWTH,
    READ,
    Case,
    Shelf,
    counts,
    finding,
)
from ..places import HA_TINH_PROVINCE
from .blind_desk import paper, sent

SHELF = Shelf("year_labels")
PEOPLE = "Số người tham gia BHXH tự nguyện"
KNOWN = [*counts(GROWTH, 2016, {HA_TINH_PROVINCE: 800}), *counts(GROWTH, 2017, {HA_TINH_PROVINCE: 900})]
THIS = counts(GROWTH, 2018, {HA_TINH_PROVINCE: 1010})
ESTIMATED = counts(GROWTH, 2018, {HA_TINH_PROVINCE: 1010}, ESTIMATE)


def _years(last: str, **more: object) -> Case:
    """Two plain years, and below them the row under another label."""
    page = paper("SỐ LIỆU BHXH TỰ NGUYỆN TỈNH HÀ TĨNH", heads=("Năm", PEOPLE))
    page.rows([(2016, 800), (2017, 900), (last, 1010)])
    return sent(page, **{"year": None, **more})  # type: ignore[arg-type]


@SHELF.case("«TH 2018» below bare years")
def an_achieved_year() -> Case:
    return _years("TH 2018", expect=READ, figures=[*KNOWN, *THIS])


@SHELF.case("«Ước TH năm 2018» below bare years is an estimate")
def an_estimated_year() -> Case:
    return _years("Ước TH năm 2018", expect=READ, figures=[*KNOWN, *ESTIMATED])


@SHELF.case("«2018 (ước)»: the stage in brackets")
def a_stage_in_brackets() -> Case:
    return _years("2018 (ước)", expect=READ, figures=[*KNOWN, *ESTIMATED])


@SHELF.case("«2018*» with the mark of a footnote")
def a_year_with_a_mark() -> Case:
    return _years("2018*", expect=READ, figures=[*KNOWN, *THIS])


@SHELF.case("«KH 2018» is left aside, and said")
def a_planned_year() -> Case:
    return _years(
        "KH 2018", expect=READ, figures=KNOWN, never=("1010",), findings=[finding("note-skipped", "A6")]
    )


@SHELF.case("«9 tháng 2018» is left aside, and said")
def a_part_of_a_year() -> Case:
    return _years(
        "9 tháng 2018", expect=READ, figures=KNOWN, never=("1010",), findings=[finding("note-skipped", "A6")]
    )


@SHELF.case("«2018 (9T)»: what is in brackets isn't passed over")
def a_part_of_a_year_in_brackets() -> Case:
    return _years(
        "2018 (9T)", expect=READ, figures=KNOWN, never=("1010",), findings=[finding("note-skipped", "A6")]
    )


@SHELF.case("«Đầu năm 2018» is not the year's end")
def the_beginning_of_a_year() -> Case:
    return _years("Đầu năm 2018", expect=ASK_OR_REFUSE, never=("1010",))
