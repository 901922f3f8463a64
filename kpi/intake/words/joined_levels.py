"""The levels of a heading put together as offices mean them: a group completes what stands below it."""

from __future__ import annotations

from kpi.intake.words.heading_words import one_wording
from kpi.intake.words.text import fold

PLAIN_COUNTS = {one_wording(text) for text in ["Số người", "Số đơn vị"]}


def wordings(names: list[str]) -> list[str]:
    """A heading's levels put together: «BHXH tự nguyện | Số người», «Số người tham gia BHXH | BHXH tự nguyện»."""
    if not names:
        return []
    lowest = names[-2:]
    joined = [" ".join(part) for part in (names, names[::-1], lowest, lowest[::-1])]
    if one_wording(names[-1]) in PLAIN_COUNTS and len(names) > 1:
        return [f"{names[-1]} tham gia {names[-2]}", *joined]
    return [names[-1], *joined, *_run_on(lowest)]


def _run_on(lowest: list[str]) -> list[str]:
    """A level that begins with the word the one above ends in says it once more: «… BHXH | BHXH tự nguyện»."""
    above, below = lowest[0].split(), lowest[-1].split()
    if len(lowest) < 2 or not above or not below or fold(above[-1]) != fold(below[0]):
        return []
    return [" ".join([*above, *below[1:]])]
