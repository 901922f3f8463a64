"""Text made comparable: one Unicode form, one place for the tone mark, one kind of space, dash and quote."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LOOK_ALIKES = str.maketrans(
    {"Ð": "đ", "ð": "đ", "–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "`": "'", "“": '"', "”": '"'}
    | dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad")
)
_I_OR_Y = re.compile(r"\b(qu|[bcdđghklmnpqrstvx]+)y(?=[\u0300\u0301\u0303\u0309\u0323]|\b)")


_remembered = lru_cache(maxsize=8192)  # a workbook says the same few names thousands of times


@_remembered
def tidy(text: str) -> str:
    """NFC, lower case, single plain spaces; look-alike letters, dashes and quotes made one."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES).casefold().split())


@_remembered
def fold(text: str) -> str:
    """A key under which «Hoà», «Hòa», «HÒA» and «hoà » are the same: tones moved to the end of the word."""
    words = re.split(r"[^\w']+", tidy(text), flags=re.UNICODE)
    return " ".join(_tones_last(word) for word in words if word)


@_remembered
def fold_name(text: str) -> str:
    """Like `fold`, and «Kì» is «Kỳ», «Lí» is «Lý»: for names of places."""
    return _I_OR_Y.sub(r"\1i", fold(text))


def bare(text: str) -> str:
    """Without any mark, đ as d: only to find what a name may have meant, never to accept it."""
    return " ".join(re.split(r"[^\w]+", unmarked(tidy(text)))).strip()


def unmarked(text: str) -> str:
    """The letters without marks, all else as it is."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _tones_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(c for c in letters if c in _TONES))
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES)) + tones
