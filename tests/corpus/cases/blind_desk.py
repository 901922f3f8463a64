"""What the cases written without a look at the reader share: a plain table, and how a file is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..expectation import NGHE_AN, OFFICIAL, Case, Figure
from ..paper import Page, workbook
from ..places import HA_TINH_UNITS, NGHE_AN_HIGHLAND, NGHE_AN_TOWNS, shortened
from ..tables import Shares, list_shares

SOME = HA_TINH_UNITS[:6]
SOME_NGHE_AN = (*NGHE_AN_TOWNS, *NGHE_AN_HIGHLAND[:4])
NOT_JUDGED = ("Xếp loại", "Ghi chú")


def paper(*titles: str, heads: Sequence[Any], name: str = "Sheet1") -> Page:
    """A sheet with title lines, an empty line and one line of headings."""
    page = Page(name)
    for title in titles:
        page.row(title)
    page.skip()
    page.row(*heads)
    return page


def by_district(
    title: str,
    heads: Sequence[str],
    read: Shares,
    columns: Sequence[str] = ("whole", "part", "percent"),
    naming: Callable[[str], str] = shortened,
    name: str = "Sheet1",
) -> tuple[Page, dict[str, int]]:
    """A numbered table of shares under `STT`, and the line of each unit."""
    page = paper(title, heads=("STT", *heads), name=name)
    return page, list_shares(page, read, naming, columns)


def sent(*pages: Page, expect: tuple[str, ...], figures: Sequence[Figure] = (), **more: Any) -> Case:
    """A file for Hà Tĩnh about 2018, called official by its sender unless told otherwise."""
    return Case(workbook(*pages), expect, figures=figures, **{"year": 2018, "stage": OFFICIAL, **more})


def sent_by_centre(
    *pages: Page, expect: tuple[str, ...], figures: Sequence[Figure] = (), **more: Any
) -> Case:
    """A file for Nghệ An about 2022, called official by its sender unless told otherwise."""
    return sent(*pages, expect=expect, figures=figures, **{"plan": NGHE_AN, "year": 2022, **more})


def line(number: int) -> str:
    """Anywhere in a row: `9:9`."""
    return f"{number}:{number}"
