"""Names of files people send."""

from __future__ import annotations

import unicodedata


def storable(file_name: str) -> str:
    """A name any database holds and any terminal prints: NFC, no control characters, no half surrogate pairs."""
    text = unicodedata.normalize("NFC", file_name)
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in text)
