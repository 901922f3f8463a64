"""What a line of a title speaks of: a plan, an achievement, or neither; and a sheet's name read as such a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.intake.words.text import tidy, unmarked

# Another paper named in passing: «thực hiện Nghị quyết 28», «theo Kế hoạch 157», «so với kế hoạch», «Phòng Kế hoạch».
_CITATION = re.compile(
    r"\b(?:thực hiện|theo|tại) (?:nghị quyết|chỉ thị|quyết định|công văn|thông tư|nghị định|luật|chương trình"
    r"|kế hoạch (?:số )?\d{1,4}(?=/|\s|$)|kế hoạch của)(?:\s*(?:số\s*)?\d\S*)?"
    r"|\bkế hoạch (?:số )?\d{1,4}/\S+|\bso với (?:kế hoạch|chỉ tiêu|mục tiêu)(?: (?:được )?giao)?\b"
    r"|\b(?:sở|phòng|bộ|tài chính(?: -| và)?) kế hoạch\b|\bmục tiêu quốc gia\b"
)
# A report about the handing out of a plan: «Kết quả phân bổ chỉ tiêu» achieves nothing yet.
_ABOUT_HANDING_OUT = re.compile(
    r"\b(?:báo cáo|kết quả|tình hình) (?=(?:phân bổ|giao (?:chỉ tiêu|kế hoạch|dự toán)|đăng ký thi đua|dự kiến)\b)"
)
# «giao» alone is the assigning, not «giao dịch», «bàn giao»; «chỉ tiêu» alone may as well be any indicator.
_PLAN = re.compile(
    r"\bkế hoạch\b|\b(?<!bàn )(?<!chuyển )giao\b(?! d[ịi]ch| thông| lưu| ban)|\bphân bổ\b|\bmục tiêu\b"
    r"|\bdự (?:toán|kiến|báo)\b|\bphấn đấu\b|\bđăng ký thi đua\b"
)
# A line that begins so: «Chỉ tiêu năm 2018», «Biểu 2: Chỉ tiêu …»; not «Một số chỉ tiêu», «Chỉ tiêu chủ yếu».
_OPENS_WITH_TARGET = re.compile(
    r"(?:(?:phụ lục|phụ biểu|biểu|bảng|mẫu)?(?: số)?\s*(?:\d+|[ivx]+)?\s*[:.)-]?\s*)?chỉ tiêu\b"
    r"(?! (?:chủ yếu|chính|cơ bản|kinh tế|thống kê))"
)
_ACHIEVED = re.compile(r"\b(?:kết quả|tình hình|đánh giá|báo cáo|ước|thực hiện|tiến độ)\b")
# «Kế hoạch và kết quả thực hiện» tells of both.
_ACHIEVED_TOO = re.compile(r"(?:\bvà|,|;) (?:kết quả|tình hình|đánh giá|ước|thực hiện)\b")
# A cited paper by which the figures were assigned: «(Kèm theo Quyết định 12 về việc giao chỉ tiêu năm 2018)».
_ASSIGNED_BY = re.compile(r"\bgiao (?:\w+ ){0,2}(?:chỉ tiêu|kế hoạch|dự toán)\b")
# A note on all figures above it: «Số liệu đến 30/9/2018»; others speak of some of them, «Trong đó quý IV …».
_ABOUT_FIGURES = re.compile(
    r"(?:các |toàn bộ )?(?:số liệu|(?:tính )?(?:đến|tới)\b|lũy kế|luỹ kế|thời điểm|kỳ báo cáo)\b"
)
_NOTE = re.compile(r"(?=nguồn\s*:)|(?:ghi chú|chú thích|lưu ý|\(\*+\)|\*+)\s*[:.]?\s*")
_NOTE_OF_PLAN = re.compile(
    r"(?:đây )?(?:là )?số(?: liệu)? (?:kế hoạch|chỉ tiêu|(?:được )?giao|mục tiêu|dự kiến)\b"
)

# «KH 157» is the plan's number, «KH 2018», «KH» the plan for a year.
_SHORT_PLAN = re.compile(r"\bkh(?=\s*(?:năm |nam )?(?:19|20)\d{2}\b|\s*$)|(?<=\d)\s*kh$")
_NUMBERED_PLAN = re.compile(
    r"\bk[ếe] ho[ạa]ch (?:số |so )?(?!(?:19|20)\d{2}\b)\d+"
)  # «Kế hoạch 157», like «KH 157»
_SHEET_WORDS = [
    "kế hoạch",
    "chỉ tiêu",
    "mục tiêu",
    "dự kiến",
    "dự toán",
    "phân bổ",
    "kết quả",
    "thực hiện",
    "tình hình",
    "chính thức",
    "ước",
    "tháng",
    "quý",
    "năm",
]
_SHEET_WORD = {unmarked(word): word for word in _SHEET_WORDS}
_BARE_SHEET_WORD = re.compile(rf"\b(?:{'|'.join(_SHEET_WORD)})\b")


# Words of a title typed without accents. «nam», «quy», «den» are others too («Nam Đàn»): only before a number.
_BARE_WORDS = {
    unmarked(phrase): phrase
    for phrase in [
        *(word for word in _SHEET_WORDS if word not in ("năm", "quý")),
        *(
            "đầu năm",
            "cuối năm",
            "cả năm",
            "cùng kỳ",
            "năm trước",
            "tăng mới",
            "tăng thêm",
            "tăng giảm",
            "số tăng",
        ),
        *(
            "giao",
            "được giao",
            "báo cáo",
            "phấn đấu",
            "hội viên",
            "phụ nữ",
            "hộ nghèo",
            "doanh nghiệp",
            "học sinh",
        ),
    ]
}
_BARE_TITLE_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_BARE_WORDS, key=len, reverse=True))})\b")
_BARE_BEFORE_NUMBER = [
    (re.compile(pattern), word)
    for pattern, word in [
        (r"\bnam(?= (?:19|20)\d\d\b)", "năm"),
        (r"\bquy(?= (?:i{1,3}|iv|[1-4])\b)", "quý"),
        (r"\bden(?= (?:ngay |het )?\d)", "đến"),
        (r"\bngay(?= \d)", "ngày"),
    ]
]


def with_accents(line: str) -> str:
    """A line typed without any accent, «BAO CAO 6 THANG DAU NAM 2018», with those of the words told from here."""
    if not line.isascii():
        return line
    plain = _BARE_TITLE_WORD.sub(lambda word: _BARE_WORDS[word[0]], line.lower())
    for pattern, word in _BARE_BEFORE_NUMBER:
        plain = pattern.sub(word, plain)
    return line if plain == line.lower() else plain


def speaks_of_plan(line: str) -> bool:
    """Whether a line is about a plan: it speaks of one before, or without, an achievement."""
    plain = _in_brief(line)
    found = _OPENS_WITH_TARGET.match(plain) or _PLAN.search(plain)
    if found is None or _ACHIEVED_TOO.search(plain, found.end()):
        return False
    return not _ACHIEVED.search(plain, 0, found.start())


def speaks_of_achievement(line: str) -> bool:
    """Whether a line is about what was achieved: «Kết quả thực hiện kế hoạch»; not «thực hiện Nghị quyết 28»."""
    return not speaks_of_plan(line) and bool(_ACHIEVED.search(_in_brief(line)))


def opens_with_target(line: str) -> bool:
    """Whether only its first word makes a line a plan's: over rows of indicators «Chỉ tiêu» means just those."""
    plain = _in_brief(line)
    return bool(_OPENS_WITH_TARGET.match(plain)) and not _PLAN.search(plain)


def assigns(citation: str) -> bool:
    """Whether a cited paper assigns figures: «Quyết định 12 về việc giao chỉ tiêu»."""
    return bool(_ASSIGNED_BY.search(tidy(citation))) and not _ACHIEVED.search(tidy(citation))


def unwrapped(lines: Iterable[str]) -> list[str]:
    """The lines, a lone «KẾ HOẠCH» put before the one it runs on in: «Thực hiện chỉ tiêu …»."""
    joined: list[str] = []
    for line in lines:
        runs_on = bool(joined) and tidy(joined[-1]) == "kế hoạch"
        joined = [*joined[:-1], f"{joined[-1]} {line}"] if runs_on else [*joined, line]
    return joined


def without_citations(line: str) -> str:
    """The line without the papers it names: what those are to achieve, it does not say."""
    return _CITATION.sub(" ", tidy(line))


def note_in(line: str) -> str | None:
    """What a line below the table notes: «Ghi chú: …», «(*) …»; None for a signature or another table's title."""
    plain = " ".join(line.split())
    found = _NOTE.match(plain.casefold())
    return plain[found.end() :] if found else None


def notes_in(lines: Iterable[str]) -> list[str]:
    """The notes among the lines below a table, and the points listed below the word «Ghi chú»."""
    notes: list[str] = []
    listed = False
    for line in lines:
        note = note_in(line) or (line.strip() if speaks_of_all_figures(line) else None)
        if note is None and listed and line.strip().startswith(("-", "+", "•")):
            note = line.strip(" -+•")
        listed = note is not None
        notes += [note] if note else []
    return notes


def speaks_of_all_figures(note: str) -> bool:
    """Whether a note counts like a line of the title: «Số liệu đến 30/9/2018»."""
    return bool(_ABOUT_FIGURES.match(tidy(note)))


def notes_a_plan(note: str) -> bool:
    """Whether a note says that the figures are planned: «Số kế hoạch»."""
    return bool(_NOTE_OF_PLAN.match(tidy(note)))


def sheet_as_line(name: str) -> str:
    """A sheet's name as a line of a title: «KH_2018» → «kế hoạch 2018», «Uoc 2018» → «ước 2018»."""
    words = " ".join(tidy(name).replace("_", " ").split())
    plain = _SHORT_PLAN.sub("kế hoạch", _NUMBERED_PLAN.sub("", words))
    return _BARE_SHEET_WORD.sub(lambda word: _SHEET_WORD[word[0]], plain) if name.isascii() else plain


def _in_brief(line: str) -> str:
    return " ".join(_ABOUT_HANDING_OUT.sub("", without_citations(line)).split())
