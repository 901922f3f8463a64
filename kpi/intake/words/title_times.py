"""The time a title is about, of all the times it names: not what is planned next, compared with, or a paper's year."""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.intake.words.periods import names_part_of_year, part_of_year_in, years_in
from kpi.intake.words.text import tidy

# A year named in passing: «tính từ năm 2016», «theo Quyết định năm 2016», «làm căn cứ giao năm 2019», «Luật BHXH 2014».
_YEAR_IN_PASSING = re.compile(
    r"\b(?:kể |tính )?từ (?:đầu )?năm (?:19|20)\d{2}\b"
    r"|\b(?:quyết định|nghị quyết|chỉ thị|công văn|thông tư) năm \d{4}\b"
    r"|(?<!tính )(?<!hết )(?<!lũy kế )\bđến năm \d{4}\b"
    r"|\b(?:căn cứ|cơ sở)\b[^,;.]*\bnăm (?:19|20)\d{2}\b"
    r"|\b(?:trước|sau) năm (?:19|20)\d{2}\b"
    r"|\(trong ngoặc[^)]*\)"
    r"|\bluật (?:(?!năm\b)[^\W\d]+ ){0,4}(?:19|20)\d{2}\b"
)
# How long something lasts: «nợ trên 6 tháng», «đóng 6 tháng một lần»; «từ 6 tháng đầu năm» is a time.
_LENGTH = re.compile(
    r"\b(?:trên|dưới|quá|hơn|đủ|ít nhất|tối thiểu|từ|mỗi|định kỳ|thời hạn|kỳ hạn|hợp đồng|phương thức(?: đóng)?|đóng)"
    r" \d{1,2}(?: đến(?: dưới)? \d{1,2})? tháng(?! (?:đầu|cuối|\d))(?: trở (?:lên|xuống))?"
)
# What comes after the report: «…, phương hướng 6 tháng cuối năm 2018», «… và kế hoạch năm 2019».
_WHAT_COMES_NEXT = re.compile(
    r"(?:\s*[,;:.–—-]|\s+và)\s*(?:đề ra )?(?:phương hướng|định hướng|nhiệm vụ|giải pháp|kế hoạch|mục tiêu|chỉ tiêu"
    r"|chương trình công tác)\b.*$"
)
# The rest of the year reported: its year is the report's. «Quý I», «6 tháng đầu năm» may begin the next.
_REST_OF_YEAR = re.compile(
    r"\bcuối năm\b|\bquý (?:ii|iii|iv|[2-4])\b|\btháng (?:0?[2-9]|1[0-2])\b|\bcả năm\b"
)
_COMPARED = re.compile(r"\bso (?:sánh )?(?:với|cùng kỳ)\b[^,;.()]*?(?<!\d)(?:19|20)\d{2}\b")
# The whole year beside a part of it: «quý IV và năm 2018», «9 tháng và ước cả năm»; not «kế hoạch cả năm».
_WHOLE_YEAR = re.compile(
    r"(?<!kế hoạch )(?<!kh )(?<!chỉ tiêu )(?<!dự toán )(?<!giao )\bcả năm\b|\bước (?:thực hiện |th )?năm\b"
    r"|\bvà năm \d{4}\b"
)
# Until the year's end, or all its months: a column of these holds the year's figures under any title.
_UNTIL_ITS_END = re.compile(
    r"\b(?:đến|hết|cuối) (?:hết |cuối )?năm\b|\b31[/.-]12\b|\b12 ?t(?:háng)?\b(?! \d)"
)
# A paper by its number and a year behind it, the paper's or the report's: «thực hiện Chỉ thị 34 năm 2016».
_NUMBERED_PAPER = re.compile(
    r"\b(?:nghị định|nghị quyết|nq|chỉ thị|ct|quyết định|qđ|thông tư|kế hoạch|kh|công văn|luật)\b"
    r" (?:(?!năm\b)[^\s,;]+ ){0,4}năm (?P<year>(?:19|20)\d{2})\b"
)


@lru_cache(maxsize=1024)
def main_time(text: str) -> str:
    """The text without the times it is not about: «Kết quả quý III, phương hướng quý IV năm 2018» → the third."""
    plain = _LENGTH.sub(" ", _YEAR_IN_PASSING.sub(" ", tidy(text)))
    uncompared = _COMPARED.sub(" ", plain)
    return without_outlook(uncompared if years_in(uncompared) else plain)


def without_outlook(text: str) -> str:
    """The report's own part, in the year that only what comes next may name: «…, nhiệm vụ quý IV năm 2018»."""
    plain = tidy(text)
    found = _WHAT_COMES_NEXT.search(plain)
    report = plain[: found.start()].removesuffix(" năm") if found else plain
    if found is None or not (years_in(report) or names_part_of_year(report)):
        return plain
    years = years_in(found[0])
    of_same_year = not years_in(report) and len(years) == 1 and _REST_OF_YEAR.search(found[0])
    return f"{report} năm {years[0]}" if of_same_year else report


def years_of_title(text: str) -> list[int]:
    """The years a title is about: those it names in passing aside, «tính từ năm 2016»."""
    return years_in(main_time(text))


def part_of_year_of_title(text: str) -> bool:
    """Whether a title is about nine months, a quarter or a month, whatever else it names."""
    return names_part_of_year(main_time(text))


def names_whole_year(text: str) -> bool:
    """Whether a title speaks of a whole year too: «9 tháng và ước cả năm», «năm 2018 và quý I năm 2019»."""
    plain = main_time(text)
    return bool(_WHOLE_YEAR.search(plain)) or (
        part_of_year_in(plain) is not None and len(years_in(plain)) > 1
    )


def until_years_end(text: str) -> bool:
    """Whether a heading says itself that its figures are a whole year's: «Cả năm 2017», «Ước TH năm 2018»."""
    plain = tidy(text)
    return bool(_WHOLE_YEAR.search(plain) or _UNTIL_ITS_END.search(plain))


def year_of_paper(text: str) -> int | None:
    """The year behind a paper's number, where a title names no other: the paper's, or that of the figures."""
    found = _NUMBERED_PAPER.search(main_time(text))
    return int(found["year"]) if found and len(years_of_title(text)) == 1 else None
