"""What a text says figures are measured in, wherever it says so: «ĐVT: nghìn người», «… năm 2018 (nghìn người)»."""

from __future__ import annotations

import math
import re

from kpi.intake.words.text import tidy, unmarked

_DIGITS = r"(?<![\d.,]){}(?= ?(?:người|lao động|đơn vị|đv|phiếu|hộ)\b)"  # «ĐVT: 100 đơn vị»
_SCALES = {
    10: re.compile(rf"\bchục\b|{_DIGITS.format('10')}"),
    100: re.compile(rf"(?<!\bphần )\btrăm\b|{_DIGITS.format('100')}"),  # «phần trăm» is per cent
    1000: re.compile(
        r"(?<!\bphần )\b(?:nghìn|ngàn|1\.?000)\b|\bng\. ?(?=người|đồng|đ\b)|'000\b|\bx ?1\.?000\b"
    ),
    10_000: re.compile(r"\bvạn\b"),
    10**6: re.compile(r"\b(?:triệu|tr\.?đ|trđ)\b"),
    10**9: re.compile(r"\b(?:tỷ|tỉ)\b(?! (?:lệ|trọng|suất|số))"),
}
_MONEY = re.compile(r"\b(?:đồng|vnđ|vnd|trđ|tr\.?đ)\b")
_SCALE = r"(?:chục|trăm|nghìn|ngàn|ng\.|vạn|triệu|tỷ|1\.?000|'000)"
_NOUN = (
    r"(?:(?:lượt )?người(?: lao động)?|lượt|lao động|đơn vị|đv|phiếu|hộ(?: gia đình)?|thẻ|sổ|hồ sơ|doanh nghiệp"
    r"|đồng|vnđ|vnd|điểm(?: %)?|ngày|giờ|vụ|cuộc|đơn|%|‰|phần trăm|phần nghìn)"
)
_PHRASE = rf"(?:{_SCALE} ?)*{_NOUN}|(?:{_SCALE} ?)+"
_LABEL = re.compile(r"\b(?:đvt|đơn vị tính|đv tính|đ\.vị tính|đơn vị đo)\b")
_WORDS = {
    unmarked(word): word
    for word in [
        "đvt",
        "đơn vị",
        "tính",
        "nghìn",
        "ngàn",
        "trăm",
        "triệu",
        "tỷ",
        "lượt",
        "người",
        "lao động",
        "đồng",
    ]
}
_BARE_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_LABELLED = re.compile(rf"{_LABEL.pattern}\s*:?\s*([^)]*)")
_UNIT_IS = re.compile(rf"\bđơn vị ?: ?({_PHRASE})\)*\.?$")  # «Đơn vị: 1.000 người»; not «Đơn vị: BHXH huyện»
_IN_BRACKETS = re.compile(rf"\(({_PHRASE})\)")
# «Số liệu tính bằng nghìn người», «(làm tròn đến nghìn người)»; without a scale it tells of a way of counting.
_REPORTED_IN = re.compile(
    rf"(?:số liệu )?(?:đã |được )?\b(?:tính|ghi|làm tròn|quy|lấy) (?:tròn )?(?:bằng|theo|đến|tới|ra) ({_SCALE}\b[^)]*)"
)
_SCALE_ALONE = re.compile(rf"((?:{_SCALE} ?)+(?:{_NOUN})?)")  # «Nghìn người» alone on a line


def measure_in(text: str) -> str | None:
    """The unit of measure a text names, be it in the brackets of a title; None where it names none."""
    plain = accented(tidy(text))
    found = next((f for form in (_LABELLED, _UNIT_IS, _REPORTED_IN) if (f := form.search(plain))), None)
    found = found or _SCALE_ALONE.fullmatch(plain) or _IN_BRACKETS.search(plain)
    return (found[1].strip(" .:;,()") or None) if found else None


def accented(plain: str) -> str:
    """A line typed without accents, «DVT: nghin nguoi», with those of the words told from here."""
    return _BARE_WORD.sub(lambda word: _WORDS[word[0]], plain) if plain.isascii() else plain


def measure_of_line(line: str) -> str | None:
    """The unit of measure a line around a table names; «Tỷ lệ tham gia (%) năm 2018» is of some of its figures."""
    found = measure_in(line)
    return None if found == "%" and not speaks_of_measure(line) and not _LABEL.search(tidy(line)) else found


def speaks_of_measure(text: str) -> bool:
    """«Đơn vị tính: người», «(nghìn người)»: a line that names the unit of measure and nothing else."""
    plain = accented(tidy(text))
    bare = plain.removeprefix("(")
    begins = any(form.match(bare) for form in (_LABEL, _UNIT_IS, _REPORTED_IN))
    return begins or bool(_IN_BRACKETS.fullmatch(plain) or _SCALE_ALONE.fullmatch(plain))


def scale_said(measure: str) -> int | None:
    """What figures in a measure are multiplied with: «nghìn người» 1000, «trăm triệu đồng» 10^8; None: no scale."""
    plain = accented(tidy(measure))
    said = [scale for scale, words in _SCALES.items() if words.search(plain)]
    return math.prod(said) if said else None


def says_money(measure: str) -> bool:
    """Whether a measure is of money: «triệu đồng»."""
    return bool(_MONEY.search(tidy(measure)))
