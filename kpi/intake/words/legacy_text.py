"""Text typed in a TCVN3 (ABC) font, whose letters are other characters than they look: «NghÖ An» is «Nghệ An».

The font says that text is in the old encoding; the table says what each character stands for. VNI fonts use
another encoding and are not converted.
"""

from __future__ import annotations

from kpi.intake.workbook.grid import Cell, Grid

_CONSONANT = {"®": "đ", "§": "Đ"}
_VOWELS = {
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
_CAPITALS = {"¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư"}
_TABLE = str.maketrans(
    _CONSONANT
    | _CAPITALS
    | {old: new for modern, legacy in _VOWELS.items() for new, old in zip(modern, legacy, strict=True)}
)
_CONVERTIBLE = set(map(chr, _TABLE))


def is_legacy(cell: Cell) -> bool:
    """Whether a cell in an old font holds old text; some hold modern text in spite of the font."""
    plain = all(letter.isascii() or letter in _CONVERTIBLE for letter in cell.text)
    return cell.legacy_font and plain and not cell.text.isascii()


def converted(text: str) -> str:
    """The text a TCVN3 font shows."""
    return text.translate(_TABLE)


def legacy_cells(grid: Grid) -> list[tuple[str, Cell]]:
    """Cells in an old font whose text is not plain, each with its sheet's name."""
    return [
        (s.name, c) for s in grid.sheets for c in s.cells.values() if c.legacy_font and not c.text.isascii()
    ]
