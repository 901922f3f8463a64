"""Text as an XML file can hold it."""

from __future__ import annotations

import re

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def storable(text: str) -> str:
    """Text without the characters an XML file can't hold; each leaves a mark."""
    return _NO_XML.sub("\ufffd", text)
