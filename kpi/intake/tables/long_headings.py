"""What the headings of a tidy list name: unit, indicator, period, stage and figures."""

from __future__ import annotations

from enum import StrEnum

from kpi.intake.words.text import bare, fold


class Column(StrEnum):
    UNIT = "unit"
    INDICATOR = "indicator"
    PERIOD = "period"
    STAGE = "stage"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    MEASURE = "measure"


_HEADINGS = {
    Column.UNIT: [
        "tên đvhc",
        "đơn vị",
        "đơn vị báo cáo",
        "tên đơn vị",
        "địa phương",
        "huyện",
        "unit",
        "unit_name",
        "reporting unit",
    ],
    Column.INDICATOR: ["chỉ tiêu", "mã chỉ tiêu", "tên chỉ tiêu", "chỉ số", "indicator"],
    Column.PERIOD: ["năm", "kỳ", "kỳ báo cáo", "năm báo cáo", "year", "period"],
    Column.STAGE: ["loại số liệu", "giai đoạn số liệu", "tình trạng số liệu", "stage"],
    Column.NUMERATOR: ["tử số", "numerator"],
    Column.DENOMINATOR: ["mẫu số", "denominator"],
    Column.MEASURE: ["đvt", "đơn vị tính"],
    Column.VALUE: ["giá trị", "giá trị (%)", "tỷ lệ", "tỷ lệ (%)", "value"],
}
_BY_HEADING = {fold(name): column for column, names in _HEADINGS.items() for name in names}
_BY_FIELD = {bare(name): column for name, column in _BY_HEADING.items()}


def column_named(heading: str) -> Column | None:
    """What a heading names; «TU_SO», «NAM» are a database's field names. «Nam» in small letters may be men."""
    is_field = heading.isascii() and heading.isupper()
    return _BY_HEADING.get(fold(heading)) or (
        _BY_FIELD.get(bare(heading.replace("_", " "))) if is_field else None
    )
