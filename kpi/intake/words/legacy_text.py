"""Text typed in an old font, whose letters are other characters than they look: «NghÖ An» is «Nghệ An».

The font says that text is in an old encoding; the tables say what its characters stand for. TCVN3 (.VnTime) gives
each letter one character, VNI (VNI-Times) writes most marks as a character of their own behind the vowel.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kpi.intake.workbook.grid import Cell, Grid

_TCVN3_CONSONANTS = {"®": "đ", "§": "Đ"}
_TCVN3_VOWELS = {
    "aàảãáạ": "aµ¶·¸¹",
    "ăằẳẵắặ": "¨»¼½¾Æ",
    "âầẩẫấậ": "©ÇÈÉÊË",
    "eèẻẽéẹ": "eÌÎÏÐÑ",
    "êềểễếệ": "ªÒÓÔÕÖ",
    "iìỉĩíị": "i×ØÜÝÞ",
    "oòỏõóọ": "oßáâãä",
    "ôồổỗốộ": "«åæçèé",
    "ơờởỡớợ": "¬êëìíî",
    "uùủũúụ": "uïñòóô",
    "ưừửữứự": "\u00adõö÷øù",
    "yỳỷỹýỵ": "yúûüýþ",
}
_TCVN3_CAPITALS = {"¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư"}
_VNI_LETTERS = {
    "ñ": "đ",
    "ô": "ơ",
    "ö": "ư",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
}  # «í», «ì» are themselves
_PLAIN_MARKS, _ROOF_MARKS, _BREVE_MARKS = "øûõùï", "âàåãáä", "êèúüéë"
_VNI_VOWELS = {
    ("a", _PLAIN_MARKS): "àảãáạ",
    ("a", _ROOF_MARKS): "âầẩẫấậ",
    ("a", _BREVE_MARKS): "ăằẳẵắặ",
    ("e", _PLAIN_MARKS): "èẻẽéẹ",
    ("e", _ROOF_MARKS): "êềểễếệ",
    ("o", _PLAIN_MARKS): "òỏõóọ",
    ("o", _ROOF_MARKS): "ôồổỗốộ",
    ("ô", _PLAIN_MARKS): "ờởỡớợ",
    ("u", _PLAIN_MARKS): "ùủũúụ",
    ("ö", _PLAIN_MARKS): "ừửữứự",
    ("y", _PLAIN_MARKS[:4]): "ỳỷỹý",
}


@dataclass(frozen=True, eq=False)
class Encoding:
    """An old encoding: what its characters, or pairs of them, stand for."""

    table: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.table, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)))

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset("".join(self.table)) | set("íìÍÌ")

    def holds(self, cell: Cell) -> bool:
        """Whether a cell in an old font holds old text; some hold modern text in spite of the font."""
        plain = all(letter.isascii() or letter in self._letters for letter in cell.text)
        return cell.legacy_font and plain and not cell.text.isascii()

    def converted(self, text: str) -> str:
        """The text its font shows."""
        return self._pattern.sub(lambda found: self.table[found[0]], text)


def _tcvn3() -> dict[str, str]:
    table = _TCVN3_CONSONANTS | _TCVN3_CAPITALS
    for modern, legacy in _TCVN3_VOWELS.items():
        table |= {old: new for old, new in zip(legacy, modern, strict=True) if old != new}
    return table


def _vni() -> dict[str, str]:
    table = dict(_VNI_LETTERS)
    for (vowel, marks), modern in _VNI_VOWELS.items():
        table |= {vowel + mark: new for mark, new in zip(marks, modern, strict=True)}
    capitals = {old.upper(): new.upper() for old, new in table.items()}
    mixed = {old[0].upper() + old[1:]: new.upper() for old, new in table.items()}
    return mixed | capitals | table


TCVN3, VNI = Encoding(_tcvn3()), Encoding(_vni())
ENCODINGS = (TCVN3, VNI)


def legacy_cells(grid: Grid) -> list[tuple[str, Cell]]:
    """Cells in an old font whose text is not plain, each with its sheet's name."""
    return [
        (s.name, c) for s in grid.sheets for c in s.cells.values() if c.legacy_font and not c.text.isascii()
    ]
