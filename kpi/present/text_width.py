"""How many lines a text takes in Times New Roman: no spreadsheet grows a merged cell to its text by itself."""

from __future__ import annotations

import unicodedata

MM_IN_A_POINT = 25.4 / 72
# Thousandths of the size; accents above and below take no room.
_WIDTHS = {
    letter: width
    for width, letters in {
        250: " .,",
        278: "ijlt:;/\\'",
        333: "frI()-[]‘’",
        389: "sJ",
        444: "acez“”",
        500: "bdghknopquvxyđ0123456789–«»",
        556: "FPS",
        611: "ELTZ",
        667: "BCR",
        722: "ADGHKNOQUVXYĐw",
        778: "m",
        833: "%",
        889: "M",
        944: "W",
        1000: "…—",
    }.items()
    for letter in letters
}
_USUAL = 564  # signs such as + and =
_BOLD = 1.06


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a text on one line in mm; `size` in points."""
    letters = unicodedata.normalize("NFD", text)
    thousandths = sum(_WIDTHS.get(letter, _USUAL) for letter in letters if not unicodedata.combining(letter))
    return thousandths / 1000 * size * MM_IN_A_POINT * (_BOLD if bold else 1)


def lines_of(text: str, room: float, size: float, bold: bool = False) -> int:
    """The lines a text takes in `room` mm, broken between words."""
    space = width_of(" ", size, bold)
    lines, used = 1, -space
    for word in text.split(" "):
        wide = width_of(word, size, bold)
        if used + space + wide > room and used > 0:
            lines, used = lines + 1, -space
        used += space + wide
    return lines
