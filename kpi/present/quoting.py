"""Text from a file, made fit to stand in a sentence."""

from __future__ import annotations

import re

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LONGEST_QUOTE = 80


def quotable(text: str) -> str:
    """The text on one line and of bearable length."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def undirected(text: str) -> str:
    """The text with a mark for every character that turns the direction of writing.

    Left as they are, they turn the sentence around the text too, and make «…xslx.exe» look like «…exe.xlsx».
    """
    return _TURNING.sub("\ufffd", text)
