"""Years, stages and dates in the words of headings, titles and cells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.words.text import tidy

_SIGNED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_SIGNING = re.compile(
    r"\(?(?:[^\W\d][^\d,;:]{1,40},\s*)?(?:(?:lập )?ngày\s+)?(\d{1,2})(?:\s+tháng\s+|[/.-])(\d{1,2})"
    r"(?:\s+năm\s+|[/.-])(\d{4})\.?\)?"
)
_CITED = re.compile(r"\b(?:số|kế hoạch|quyết định|nghị quyết|chỉ thị|công văn|thông tư)\b")
_DATED = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_YEAR_END = re.compile(r"\b31[/.-]12[/.-](?=\d{4}\b)")
_WHOLE_YEAR = re.compile(
    r"\b(?:lũy|luỹ) kế (?:từ đầu năm )?(?:tính )?đến (?:(?:hết|cuối) năm\b|(?:hết )?(?:ngày )?31[/.-]12\b)"
)
_SPAN = re.compile(r"\b(?:19|20)\d{2}\s*-\s*(?:19|20)\d{2}\b")
_YEAR = re.compile(r"(?<![\d/.])((?:19|20)\d{2})(?![\d/.])")
_WORDS_OF_SIDE = (
    r"(?:(?:ước thực hiện|ước th|ưth|ước|thực hiện|kế hoạch|kết quả|th|kh|năm|cùng kỳ|ck|số|số liệu)\b\.?\s*)"
)
_WHOLE_SIDE = r"(?:thực hiện|kế hoạch|th|kh|cùng kỳ|ck)\b"
_SIDE_BY_SIDE = re.compile(
    rf"(?<![\d/.-])(?:19|20)\d{{2}}\s*(?:/|:|÷|so(?: với)?\b|trên\b|vs\b\.?)\s*{_WORDS_OF_SIDE}*(?:19|20)\d{{2}}(?!\d)"
    rf"|(?<![\d/.-])(?:19|20)\d{{2}}\s*[/:÷]\s*{_WHOLE_SIDE}"
    rf"|\b{_WHOLE_SIDE}\s*[/÷]\s*{_WORDS_OF_SIDE}+(?:19|20)\d{{2}}(?!\d)"
    r"|(?<![\d/.-])(?:20)?(?:1[3-9]|2\d)\s*/\s*(?:1[3-9]|2\d)(?![\d/.-])"
)
_SIGNS_BETWEEN = ("/", ":", "÷", " so ", " trên ", " vs")  # looked for first: most texts have none
_SPELLED = r"hai|ba|bốn|tư|sáu|bảy|bẩy|tám|chín|mười(?: một)?"
_PART_OF_YEAR = re.compile(
    # «9 tháng», «09T», «T9», «tám tháng», «tháng chín», «Quý III», «Q3», «nửa đầu năm»; twelve months are the year
    rf"\b(?:0?[1-9]|10|11|(?<!mười )(?:{_SPELLED}))\s*tháng\b|\b(?:0?[1-9]|10|11)\s*t(?![^\W\d])"
    rf"|\bt\.?\s?(?:0?[1-9]|1[0-2])\b|\btháng\s*:?\s+(?:0?\d|1[0-2]|giêng|{_SPELLED})\b(?! hai\b)"
    r"|\bnăm tháng (?:đầu|cuối)\b|\bqu[ýí]\b|\bq[1-4]\b|\blũy kế\b|\bluỹ kế\b|\bnửa (?:đầu |cuối )?năm\b"
    r"|\b(?:trong|của) tháng\b|\btuần\b(?! lễ)"
)
_STANDS_AT = (  # what leads to the day figures stand at: «đến hết ngày», «Số liệu chốt ngày», «Thời điểm:»
    r"\b(?:đến|tới|tại|chốt|thời điểm|kỳ báo cáo|kỳ)(?: hết| thời điểm| số liệu| báo cáo| ngày)*\s*:?(?: ngày)?\s+"
)
_UNTIL_DAY = re.compile(rf"{_STANDS_AT}(?!31[/.-]12\b)\d{{1,2}}[/.-]\d{{1,2}}\b")
_AS_AT = re.compile(rf"{_STANDS_AT}(\d{{1,2}})[/.-](\d{{1,2}})[/.-]((?:19|20)\d{{2}})\b")
# What leads to the day a paper or its figures were made, no cited document's: «cập nhật ngày», «trích xuất lúc 08:30».
_MADE_ON = re.compile(
    r"\b(?:lập|báo cáo|in|xuất|lấy(?: số liệu)?|cập nhật|mốc(?: số liệu)?|khóa sổ)"
    r"(?: lúc| vào| ngày|\s*:|\s+\d{1,2}[:h]\d{2})*\s+(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})\b"
)
_MONTH = re.compile(r"(?<![\w/.-])(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}(?![\w/-])")  # «Kỳ báo cáo: 10/2018»
# Like a month: the year's end, «đến 12/2018», and a paper's number, «Quyết định số 10/2018».
_NO_MONTH = re.compile(
    r"\b(?:(?:đến|hết) (?=12/)|(?:số|kế hoạch|quyết định|nghị quyết|chỉ thị|công văn|thông tư):? )\d{1,2}/\d{4}\b"
)
_QUARTER = re.compile(r"qu[ýí]\s*(i{1,3}|iv|[1-4])\s*(?:[/-]|năm)?\s*(\d{4})")
_HALF_WITHIN = re.compile(r"\b(?:0?6 tháng|sáu tháng|nửa) (đầu|cuối)?\s*năm\s+((?:19|20)\d{2})\b")
_QUARTER_WITHIN = re.compile(r"\bqu[ýí]\s+(i{1,3}|iv|[1-4])\s*(?:/|-|năm)?\s*((?:19|20)\d{2})\b")
# «Lũy kế đến quý III» is nine months, no quarter; only that until the first quarter is one.
_UNTIL_QUARTER = re.compile(r"\b(?:đến|tới|hết|lũy kế|luỹ kế)\b.*\bqu[ýí]\s+(?!i\b|1\b)")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_STAGES = {
    Stage.OFFICIAL: {"chính thức", "số chính thức", "thực hiện", "official", "số liệu chính thức"},
    Stage.ESTIMATE: {
        "ước thực hiện",
        "ước",
        "ước th",
        "ước tính",
        "estimate",
        "số ước",
        "ước thực hiện cả năm",
    },
}


@lru_cache(maxsize=1024)
def period_in(text: str) -> Period | None:
    """The period a cell names: «2017», «Năm 2017», «2017-H1», «Quý III/2017»; None for anything else."""
    plain = tidy(text)
    try:
        return Period.parse(_written_period(plain))
    except ValueError:
        return None


def _written_period(plain: str) -> str:
    """«quý iii/2017» → 2017-Q3, «năm 2017» → 2017."""
    quarter = _QUARTER.fullmatch(plain)
    if quarter:
        return f"{quarter[2]}-Q{_ROMAN.get(quarter[1], quarter[1])}"
    return plain.removeprefix("năm").strip().upper()


@lru_cache(maxsize=1024)
def stage_in(text: str) -> Stage | None:
    """The stage a cell names outright: «Chính thức», «Ước thực hiện»."""
    plain = tidy(text).strip(" .:()")
    return next((stage for stage, names in _STAGES.items() if plain in names), None)


def stage_said(text: str) -> Stage | None:
    """The stage a heading or title speaks of in passing: «Ước TH 2019», «Kết quả thực hiện năm 2018»."""
    plain = tidy(text)
    if re.search(r"\bước\b|\bsơ bộ\b", plain):
        return Stage.ESTIMATE
    if re.search(r"\bchính thức\b|\bthực hiện\b|\bkết quả\b|\bth\b", plain):
        return Stage.OFFICIAL
    return None


def years_in(text: str) -> list[int]:
    """The years a text is about, in order: spans of years, document numbers and dates aside, but for 31/12."""
    plain = _SPAN.sub(" ", _DATED.sub(" ", _YEAR_END.sub(" ", _SIGNED.sub(" ", tidy(text)))))
    return list(dict.fromkeys(int(year) for year in _YEAR.findall(plain)))


def part_of_year_in(text: str) -> Period | None:
    """The half-year or quarter a title is about: «6 tháng đầu năm 2018», «Quý III năm 2018»; None for nine months."""
    plain = tidy(text)
    if half := _HALF_WITHIN.search(plain):
        return Period(int(half[2]), "H2" if half[1] == "cuối" else "H1")
    if _UNTIL_QUARTER.search(plain):
        return None
    if quarter := _QUARTER_WITHIN.search(plain):
        return Period(int(quarter[2]), f"Q{_ROMAN.get(quarter[1], quarter[1])}")
    return None


def until_day_in(text: str) -> date | None:
    """The day a title's figures stand at: «Tính đến ngày 30/11/2018»; of New Year's Day the end of the year before."""
    found = _AS_AT.search(_in_figures(tidy(text)))
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
    return day - timedelta(days=1) if day and (day.month, day.day) == (1, 1) else day


def made_on_day_in(text: str) -> date | None:
    """The day a paper or its figures were made: «Ngày báo cáo: 05/12/2018», «Số liệu lấy ngày 15/10/2018»."""
    found = _MADE_ON.search(_in_figures(tidy(text)))
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def compares_years(text: str) -> bool:
    """Whether a text holds one year, or a year's plan, against another: «2018/2017», «TH 2019/KH 2019», «18/17»."""
    plain = tidy(text)
    return any(sign in plain for sign in _SIGNS_BETWEEN) and bool(_SIDE_BY_SIDE.search(plain))


def spans_years(text: str) -> bool:
    """Whether a text speaks of several years as one: «giai đoạn 2016-2019»."""
    return bool(_SPAN.search(tidy(text)))


def names_part_of_year(text: str) -> bool:
    """Whether words speak of nine months, a month, a quarter, a day before the last or a running total."""
    plain = _YEAR_END.sub(" ", _WHOLE_YEAR.sub(" ", _in_figures(tidy(text))))
    return bool(
        _PART_OF_YEAR.search(plain) or _UNTIL_DAY.search(plain) or _MONTH.search(_NO_MONTH.sub(" ", plain))
    )


def names_other_day(text: str) -> bool:
    """Whether a heading bears a day that is not the year's last: «30/11/2018»."""
    return bool(_DATED.search(_YEAR_END.sub(" ", _in_figures(tidy(text)))))


def _in_figures(plain: str) -> str:
    """«ngày 30 tháng 9 năm 2018» → «ngày 30/9/2018»."""
    return _SIGNED.sub(r"ngày \1/\2/\3", plain)


def signing_date_in(text: str) -> date | None:
    """The day a line of place and date bears: «Hà Tĩnh, ngày 12 tháng 02 năm 2019»; no cited document's date."""
    plain = tidy(text)
    found = None if _CITED.search(plain) else _SIGNING.fullmatch(plain)
    if not found:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
