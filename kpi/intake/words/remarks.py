"""What a remark says of the very figures it stands by, not of what became of a unit: «Số kế hoạch», «Chỉ tính nữ».

«2 đơn vị giải thể», «Tăng 12 đơn vị so với 2017» explain a figure; «Số liệu 9 tháng» makes it another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.words.measure_words import says_money, scale_said, speaks_of_measure
from kpi.intake.words.periods import names_other_day, names_part_of_year, stage_said, until_day_in, years_in
from kpi.intake.words.said import doubts, words_of
from kpi.intake.words.text import tidy
from kpi.intake.words.title_words import assigns

_LABELS = ("tăng", "giảm", "mới", "lũy kế")  # each alone makes another figure
LABEL_WORDS = 3  # so short a remark labels the figure: «lượt người», «kế hoạch»
# What speaks of the figures themselves: «(*) Số liệu …», «Cột 3 là …», «Chỉ tính …», «Chưa bao gồm …».
_OF_FIGURES = re.compile(
    r"(?:(?:biểu|phụ lục|sheet|trang tính|trang)(?: [^\s,;]+){0,3} )?"
    r"(?:đây |trên )?(?:là )?(?:các |toàn bộ )?(?:số|dữ liệu|cột \d+|bảng)\b(?! (?:thứ tự|điện thoại))"
    r"|(?:chỉ|chưa|không|đã)? ?(?:bao )?gồm(?! cả đơn vị ở)\b|chỉ tính\b|(?:đã )?(?:đính chính|điều chỉnh)\b|gộp\b"
)
# What a figure leaves out, by number: «đã loại trừ 15 đơn vị ngừng hoạt động» explains it.
_COUNTED_OUT = re.compile(r"\b(?:(?:đã )?(?:loại )?trừ|(?:chưa|không) (?:bao )?gồm) \d.*")
# «Vượt kế hoạch» is said of what was achieved; «đã bao gồm khối doanh nghiệp» leaves nothing out.
_HELD_AGAINST_PLAN = re.compile(
    r"\b(?:vượt|đạt|hoàn thành|so với|bằng|dưới|trên)(?: mức| [\d.,]+ ?%)? (?:kế hoạch|chỉ tiêu|mục tiêu)"
    r"(?: (?:được )?giao| năm)?"
)
_GIVEN_BY = re.compile(r"\b(?:do|theo số liệu của) (?:[^\s,;.]+ ){1,6}(?:cung cấp|gửi)\b")
_INCLUDED_TOO = re.compile(r"(?<!chỉ )(?<!chưa )(?<!không )\b(?:đã (?:bao )?gồm|(?:bao )?gồm cả)\b.*")
# «Hai huyện mới có số liệu 10 tháng», «Nguồn: Quyết định giao chỉ tiêu»: of some figures, or of where they are from.
_IN_PASSING = re.compile(r"\b(?:số liệu|số) (?:đến |của )?(?=\d{1,2} tháng|quý\b|6 tháng)")
_SOURCE = re.compile(r"^nguồn\b")
_BEFORE = re.compile(
    r"^(?:[\W_]|\d{1,2}[.)]|ghi chú|chú thích|lưu ý)*[:.)\s]*"
)  # «(*) », «Ghi chú: », «(1) »
_PLANNED = re.compile(
    r"\bkế hoạch\b|\bkh\b|\bchỉ tiêu (?:giao|năm)\b|\b(?:được )?giao\b(?! dịch)|\bdự kiến\b|\bmục tiêu\b"
)
_WITHDRAWN = re.compile(
    r"\bsai\b|\bthiếu \d|\bchưa đủ\b|\bgộp\b|\bđiều chỉnh\b|\bkhông (?:bao )?gồm\b(?! \d)"
    r"|\bđề nghị (?:bỏ|sửa)\b|\bkhông (?:sử dụng|lấy|tính)\b|\bsố đúng\b|\bđính chính\b|\bnăm trước\b"
    r"|\bcùng kỳ\b|\bminh họa\b|\bchưa (?:kiểm tra|đối chiếu|duyệt|đầy đủ|bao gồm|gồm)\b|\bbắt buộc\b"
)


def figure_doubts(
    remark: str, own_names: Iterable[str], period: Period, stage: Stage | None, at_figure: bool = False
) -> list[str]:
    """The words of a remark that make its figure another than the indicator's of the period and stage.

    One `at_figure`, in a comment of its cell, speaks of it whatever it begins with.
    """
    plain = _BEFORE.sub("", tidy(remark))
    if (_SOURCE.match(plain) and assigns(plain)) or (_IN_PASSING.search(plain) and period.is_year):
        return [plain]
    if not at_figure and not _OF_FIGURES.match(plain) and len(plain.split()) > LABEL_WORDS:
        return []
    own = list(own_names)
    for rule in (_COUNTED_OUT, _HELD_AGAINST_PLAN, _GIVEN_BY):
        plain = rule.sub("", plain)
    found = doubts(_INCLUDED_TOO.sub("", plain), own)
    said = (m[0] for rule in (_PLANNED, _WITHDRAWN) for m in rule.finditer(plain))
    found += [words for words in said if words not in words_of(own)]
    if plain in _LABELS or (scale_said(plain) and not says_money(plain) and speaks_of_measure(plain)):
        found.append(plain)
    if stage is not Stage.ESTIMATE and stage_said(plain) is Stage.ESTIMATE:
        found.append(plain)
    return list(dict.fromkeys([*found, *_other_time(plain, period)]))


def _other_time(plain: str, period: Period) -> list[str]:
    """The remark itself, where it names another year, a part of the year or another day than its end."""
    until = until_day_in(plain)
    other_day = (until is not None and until < period.last_day) or names_other_day(plain)
    other_year = bool(years_in(plain)) and period.year not in years_in(plain)
    return [plain] if other_year or other_day or (period.is_year and names_part_of_year(plain)) else []
