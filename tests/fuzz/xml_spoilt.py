"""Damage to the XML of one part by somebody who knows the format: the zip around it stays whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

TAG = re.compile(r"<[A-Za-z][^<>]*>")
ATTRIBUTE = re.compile(r' [A-Za-z:]+="[^"<>]*"')
TEXT = re.compile(r">([^<>]+)<")
NUMBERS = (
    *("0", "-1", "-0", "00", "1", "70", "100", "101", "1e3", "1e400", "-1e400", "1e-400", "NaN", "INF"),
    *("0x10", "1,5", "1.5", "2.0000000000000004", "999999999999999999", "9" * 400, " 7 ", "７", "٧", "1_000"),
    *("4294967295", "4294967296", "2147483648", "-2147483649", "18446744073709551616", "16384", "1048577"),
)
PLACES = (
    "A1",
    "D9",
    "d9",
    "A0",
    "A-1",
    "XFD1048576",
    "XFE1",
    "A1048577",
    "A1:XFD1048576",
    "C3:A1",
    "A1:",
    ":",
)
TARGETS = (
    *(
        "worksheets/sheet1.xml",
        "/xl/workbook.xml",
        "../../etc/passwd",
        "file:///etc/passwd",
        "xl/workbook.xml",
    ),
    *("https://example.invalid/x", "_rels/workbook.xml.rels", "%2e%2e/x", "", ".", "rId1", "rId99"),
)
WORDS = (
    *("s", "n", "b", "e", "d", "str", "inlineStr", "hidden", "veryHidden", "true", "External", "preserve"),
    *("=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "#REF!", "&lt;c&gt;", "_x0000_", "_x000D_", "&#10;", "&#1;"),
    *("&a;", "Huyện Hương Sơn", "Toàn tỉnh", "Tổng cộng", "Năm 2017", "ĐVT: nghìn người", "ước thực hiện"),
    *("\u0301" * 50, "\u202e123", "à" * 5000, "\ufeff", "70%", "1.234", "1.234.567", "-", "x", "…", ""),
)
HOSTILE_VALUES = (*NUMBERS, *PLACES, *TARGETS, *WORDS)
DOCUMENT_TYPES = (
    '<!DOCTYPE x [<!ENTITY a "1">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
)
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "latin-1", "cp1258", "utf-32", "utf-7")

Spoil = Callable[[str, Random], str]


def _replaced(text: str, place: re.Match[str], new: str) -> str:
    return text[: place.start()] + new + text[place.end() :]


def _one_of(pattern: re.Pattern[str], text: str, rng: Random) -> re.Match[str] | None:
    places = list(pattern.finditer(text))
    return rng.choice(places) if places else None


def attribute_changed(text: str, rng: Random) -> str:
    place = _one_of(ATTRIBUTE, text, rng)
    if place is None:
        return text
    name = place.group().partition("=")[0]
    return _replaced(text, place, f'{name}="{rng.choice(HOSTILE_VALUES)}"')


def attribute_nudged(text: str, rng: Random) -> str:
    """A number within an attribute becomes a neighbour of itself: the next row, the style or text beside."""
    places = [
        p for p in re.finditer(r"[0-9]+", text) if text[: p.start()].rfind("<") > text[: p.start()].rfind(">")
    ]
    if not places:
        return text
    place = rng.choice(places)
    return _replaced(text, place, str(int(place.group()) + rng.choice((-2, -1, 1, 2))))


def attribute_dropped(text: str, rng: Random) -> str:
    place = _one_of(ATTRIBUTE, text, rng)
    return _replaced(text, place, "") if place else text


def attribute_twice(text: str, rng: Random) -> str:
    place = _one_of(ATTRIBUTE, text, rng)
    return _replaced(text, place, place.group() * 2) if place else text


def attribute_borrowed(text: str, rng: Random) -> str:
    """An attribute of one element stands on another: a row on a cell, a type on a value."""
    place, tag = _one_of(ATTRIBUTE, text, rng), _one_of(TAG, text, rng)
    if place is None or tag is None:
        return text
    name = re.match("<[^ />]+", tag.group())
    assert name is not None
    return _replaced(text, tag, name.group() + place.group() + tag.group()[name.end() :])


def _element(text: str, rng: Random) -> tuple[int, int] | None:
    """Where some element starts and ends, its children included; of nested namesakes the first end counts."""
    tag = _one_of(TAG, text, rng)
    if tag is None or tag.group().endswith("/>"):
        return tag.span() if tag else None
    name = re.match("<([^ />]+)", tag.group())
    assert name is not None
    end = text.find(f"</{name[1]}>", tag.end())
    return (tag.start(), end + len(name[1]) + 3) if end > 0 else tag.span()


def element_twice(text: str, rng: Random) -> str:
    span = _element(text, rng)
    return (
        text[: span[1]] + text[span[0] : span[1]] * rng.choice((1, 1, 2, 500)) + text[span[1] :]
        if span
        else text
    )


def element_removed(text: str, rng: Random) -> str:
    span = _element(text, rng)
    return text[: span[0]] + text[span[1] :] if span else text


def element_moved(text: str, rng: Random) -> str:
    span, tag = _element(text, rng), _one_of(TAG, text, rng)
    if span is None or tag is None or span[0] <= tag.start() < span[1]:
        return text
    moved, at = text[span[0] : span[1]], tag.start()
    if at < span[0]:
        return text[:at] + moved + text[at : span[0]] + text[span[1] :]
    return text[: span[0]] + text[span[1] : at] + moved + text[at:]


def element_within_itself(text: str, rng: Random) -> str:
    tag = _one_of(TAG, text, rng)
    return _replaced(text, tag, tag.group() * rng.choice((2, 40, 3000))) if tag else text


def element_renamed(text: str, rng: Random) -> str:
    """All elements of one name get the name of others: rows become cells, values formulas."""
    names = sorted(set(re.findall(r"</?([A-Za-z:]+)", text)))
    if len(names) < 2:
        return text
    old, new = rng.sample(names, 2)
    return re.sub(rf"(</?){old}\b", rf"\g<1>{new}", text)


def text_changed(text: str, rng: Random) -> str:
    place = _one_of(TEXT, text, rng)
    return _replaced(text, place, f">{rng.choice(HOSTILE_VALUES)}<") if place else text


def text_swapped(text: str, rng: Random) -> str:
    """Two texts change places: figures of two cells, or a figure and a name."""
    places = list(TEXT.finditer(text))
    if len(places) < 2:
        return text
    first, second = sorted(rng.sample(places, 2), key=lambda place: place.start())
    between = text[first.end() : second.start()] if second.start() >= first.end() else None
    if between is None:
        return text
    return text[: first.start()] + second.group() + between + first.group() + text[second.end() :]


def with_a_document_type(text: str, rng: Random) -> str:
    at = text.find("?>") + 2 if text.startswith("<?xml") else 0
    return text[:at] + rng.choice(DOCUMENT_TYPES) + text[at:]


def with_something_between(text: str, rng: Random) -> str:
    """Comments, instructions, marked sections and foreign elements may stand anywhere between tags."""
    tag = _one_of(TAG, text, rng)
    between = ("<!--7-->", "<?x 7?>", "<![CDATA[7]]>", "7", "\0", '<x xmlns="urn:x">7</x>', "<c><v>7</v></c>")
    return _replaced(text, tag, tag.group() + rng.choice(between)) if tag else text


TEXT_DAMAGES: tuple[Spoil, ...] = (
    *(attribute_changed, attribute_nudged, attribute_dropped, attribute_twice, attribute_borrowed),
    *(element_twice, element_removed, element_moved, element_within_itself, element_renamed),
    *(text_changed, text_changed, text_swapped, with_a_document_type, with_something_between),
)

# what leaves the file whole and changes what it says
LIGHT_DAMAGES: tuple[Spoil, ...] = (text_changed, text_swapped, attribute_nudged, element_removed)


def encoded_otherwise(content: bytes, rng: Random) -> bytes:
    """Another encoding, which the declaration names or does not."""
    encoding, text = rng.choice(ENCODINGS), content.decode(errors="replace")
    if rng.random() < 0.5:
        text = re.sub(r"^<\?xml[^>]*\?>", f'<?xml version="1.0" encoding="{encoding}"?>', text)
    return text.encode(encoding, errors="replace")
