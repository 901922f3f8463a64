"""What a person sees of a number under its format: «200 nghìn» of 200 under «0" nghìn"», nothing of it under «;;;»."""

from __future__ import annotations

import operator
import re
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from kpi.intake.words.measure_words import scale_said

_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)\]")
_COMPARED = {
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
}
# A text, an escaped letter, padding or filling, a colour or currency, a run of digits, the end of a section, a letter.
_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[[^\]]*\]'
    r"|(?P<digits>General|@|[0#?][0#?.,/]*(?:E[+-]0+)?)|(?P<end>;)|(?P<letter>.)",
    re.DOTALL | re.IGNORECASE,
)
_NUMBER = "\0"
_RUNS = re.compile(rf"{_NUMBER}(?:\s{_NUMBER})+")  # «# ##0»: one number
_AS_NEGATIVE = re.compile(rf"[-(]\s*{_NUMBER}")  # a sign or bracket that the number itself has not
_ZEROS = re.compile(r"[.,]?(0+)")  # typed behind the digits, to make more of the number


_THREE_DECIMALS = re.compile(r"\.[0#?]{3}(?![0#?])")  # 12 under «0.000» is seen as «12.000»


class Shown(NamedTuple):
    """`text` as it is seen; `beside` the words around the number, None where its digits are not seen as they are."""

    text: str
    beside: str | None

    @property
    def scale(self) -> int | None:
        """What the words make of the number: 1000 of «nghìn», or of «000» behind it."""
        zeros = _ZEROS.fullmatch(self.beside or "")
        return 10 ** len(zeros[1]) if zeros else scale_said(self.beside or "")


def shown(number: str, code: str) -> Shown:
    """What a number in plain decimal form is seen as under a format."""
    section = _section_for(Decimal(number), code)
    seen = _RUNS.sub(_NUMBER, "".join(map(_as_seen, _TOKEN.finditer(section)))).strip()
    text, beside = seen.replace(_NUMBER, number), seen.replace(_NUMBER, "").strip()
    if seen.count(_NUMBER) != 1 or (_AS_NEGATIVE.match(seen) and not number.startswith("-")):
        return Shown(text, None)
    thousands = max(len(d) - len(d.rstrip(",")) for t in _TOKEN.finditer(section) if (d := t["digits"]))
    if thousands:  # «#,##0,» leaves three digits out; «nghìn» beside it says so
        return Shown(text, "" if scale_said(beside) == 1000**thousands else None)
    return Shown(text, beside)


def in_three_decimals(code: str) -> bool:
    """Whether a format shows a whole number like thousands of it: «12.000» of 12."""
    return bool(_THREE_DECIMALS.search(code))


def _as_seen(token: re.Match[str]) -> str:
    if token["digits"]:
        return _NUMBER
    return token["text"] or token["escaped"] or token["letter"] or ""


def _section_for(number: Decimal, code: str) -> str:
    """The part of a format that holds for a number: the first whose condition it meets, else by its sign."""
    ends = [-1, *(token.start() for token in _TOKEN.finditer(code) if token["end"]), len(code)]
    sections = [code[start + 1 : end] for start, end in pairwise(ends)]
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        met = (s for s, c in zip(sections, conditions, strict=True) if c is None or _meets(number, c))
        return next(met, "")
    return sections[1] if number < 0 and len(sections) > 1 else sections[0]


def _meets(number: Decimal, condition: re.Match[str]) -> bool:
    return bool(_COMPARED[condition[1]](number, Decimal(condition[2])))
