"""Text of a cell as a person sees it: escapes decoded, NFC, no control characters."""

from __future__ import annotations

import re
import unicodedata

from kpi.intake.workbook.refusal import Fault, damaged

LONGEST = 32_767  # the most characters Excel keeps in a cell
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c]")  # Word's own break within a paragraph too
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """NFC text with `_xHHHH_` decoded (ST_Xstring, ECMA-376-1 section 22.9.2.19); tabs and line feeds stay.

    Raises Refusal (damaged) for more than 32,767 characters.
    """
    if len(text) > LONGEST:
        raise damaged(Fault.TEXT_TOO_LONG)
    if text.isascii() and text.isprintable() and "_x" not in text:
        return text
    decoded = _joined_surrogates(ESCAPE.sub(_escaped_character, text))
    return unicodedata.normalize("NFC", CONTROL.sub("", LINE_BREAK.sub("\n", decoded)))


def _escaped_character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def _joined_surrogates(text: str) -> str:
    """Two escapes may stand for one character outside the basic plane."""
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
