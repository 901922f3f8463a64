"""Text from a file, made fit to stand in a sentence."""

from __future__ import annotations

LONGEST_QUOTE = 80


def quotable(text: str) -> str:
    """The text on one line and of bearable length."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"
