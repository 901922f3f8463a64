"""Text people write, as either database keeps it: PostgreSQL holds no NUL, neither holds half a surrogate pair."""

from __future__ import annotations

import re
import unicodedata

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text, with a mark for each letter no database holds."""
    return _UNSTORABLE.sub("\ufffd", text)


def storable_name(file_name: str) -> str:
    """A name any terminal prints besides: NFC, no control characters."""
    text = unicodedata.normalize("NFC", file_name)
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in text)
