"""Rows of figures, one for each reporting unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .paper import Page
from .places import share_of

Shares = Mapping[str, tuple[int, int]]


def as_named(unit: str) -> str:
    return unit


def list_shares(
    page: Page,
    read: Shares,
    naming: Callable[[str], str] = as_named,
    columns: Sequence[str] = ("whole", "part", "percent"),
    first: int = 1,
) -> dict[str, int]:
    """Numbered rows of part, whole and percent in the given order; `{unit: row}`. `-` is an empty column."""
    return {
        unit: page.row(place, naming(unit), *_contents(part, whole, columns))
        for place, (unit, (part, whole)) in enumerate(read.items(), first)
    }


def _contents(part: int, whole: int, columns: Sequence[str]) -> list[Any]:
    known = {"part": part, "whole": whole, "percent": share_of(part, whole), "-": None}
    return [known[column] for column in columns]


def list_values(
    page: Page, read: Mapping[str, Any], naming: Callable[[str], str] = as_named, first: int = 1
) -> dict[str, int]:
    """Numbered rows of one value each; `{unit: row}`."""
    return {
        unit: page.row(place, naming(unit), value) for place, (unit, value) in enumerate(read.items(), first)
    }
