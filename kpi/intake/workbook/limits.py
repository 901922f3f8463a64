"""How much one upload may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading. A provincial report holds a few thousand cells; these leave two orders of room.

    `seconds` is wall clock for the child process, `memory_bytes` its whole address space, `answer_bytes` what
    it may send back. `text_characters` counts every cell, so that one long shared text used by many cells
    counts as often as it is shown; so does `merged_places` count every place that a merged range covers.
    """

    upload_bytes: int = 20 * MEBIBYTE
    unpacked_bytes: int = 256 * MEBIBYTE
    entries: int = 4_000
    sheets: int = 255
    cells: int = 500_000
    text_characters: int = 32_000_000
    merged_ranges: int = 50_000
    merged_places: int = 300_000
    memory_bytes: int = 768 * MEBIBYTE
    answer_bytes: int = 128 * MEBIBYTE
    seconds: float = 7.0


DEFAULT_LIMITS = Limits()
