"""What the name of a sheet says: nothing («Sheet1», «Biểu 1», «2018»), or a unit, in full or in short («HSon»)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.domain.unit import Level, ReportingUnit
from kpi.intake.words.text import bare, tidy
from kpi.intake.words.unit_names import split_kind

# Words that tell nothing of whose figures a sheet holds: what programs call sheets, forms, sums, what is reported.
_USUAL = frozenset(
    tidy(
        """sheet trang tinh bang table worksheet copy of ban sao cua page feuil tabelle hoja export pivot data du lieu
        so sl lieu bieu mau form pl phu luc bc bao cao th tong hop cong toan ca chung kq ket qua thuc hien ct chi tieu
        tiet nam quy q thang t chinh thuc thao uoc bhxh bhyt bhtn tn tu nguyen bb bat buoc xh yt final moi cu"""
    ).split()
)
_ROMAN = re.compile(r"q?[ivx]{1,4}")
_BETWEEN = re.compile(r"[\s_\-–.,;:()/]+")
_AFTER_KIND = re.compile(r"(?:tp|tx|h|huyen|thixa|thanhpho)(?=..)")
_SHORT_KINDS = {"tp": "thành phố", "tx": "thị xã"}


def is_usual(name: str) -> bool:
    """Whether every word of a sheet's name is one that any workbook may bear."""
    return all(_is_usual_word(word) for word in _words(name))


def names_within(name: str) -> list[str]:
    """The name, and what is left of it without usual words around: «BC Hương Sơn 2018» → «hương sơn», longest first."""
    words = _words(name)
    first = next((i for i, word in enumerate(words) if not _is_usual_word(word)), 0)
    last = next((i for i in range(len(words), 0, -1) if not _is_usual_word(words[i - 1])), len(words))
    spans = [(i, j) for i in range(first + 1) for j in range(last, len(words) + 1) if i < j]
    return [" ".join(words[i:j]) for i, j in sorted(spans, key=lambda span: span[0] - span[1])]


def shortened_in(name: str, units: Iterable[ReportingUnit]) -> list[ReportingUnit]:
    """The units a sheet's name may be short for: «HSon», «TXKA», «VP»; none where all its words are usual."""
    letters = "".join(re.sub(r"\d", "", bare(word)) for word in _words(name) if not _is_usual_word(word))
    if len(letters) < 2:
        return []
    return [unit for unit in units if _is_short_for(letters, unit)]


def _words(name: str) -> list[str]:
    return [word for word in _BETWEEN.split(tidy(name)) if word]


def _is_usual_word(word: str) -> bool:
    letters = re.sub(r"[\W\d]", "", bare(word))
    return len(letters) < 2 or letters in _USUAL or bool(_ROMAN.fullmatch(letters))


def _is_short_for(letters: str, unit: ReportingUnit) -> bool:
    if unit.level is Level.AGENCY:
        return letters.startswith(("vp", "vanphong", "khoivp", "khoivanphong"))
    kind, name = split_kind(unit.name)
    if unit.level is not Level.DISTRICT:
        return False
    if _SHORT_KINDS.get(letters) == kind:
        return True
    return any(_initials(name).fullmatch(short) for short in (letters, _AFTER_KIND.sub("", letters, count=1)))


def _initials(name: str) -> re.Pattern[str]:
    """The first letter of every word of a name, and any of those that follow it, in order."""
    words = bare(name).split()
    return re.compile("".join(word[0] + "".join(f"{letter}?" for letter in word[1:]) for word in words))
