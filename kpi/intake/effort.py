"""How long understanding one workbook may occupy the server.

The bytes were read in a child process; what they say is understood in the server's own. A small file can say so
much, in so few words, that any search through it would go on for hours.
"""

from __future__ import annotations

from time import thread_time

SECONDS = 3.0  # of processor time; 20,000 rows of figures need about one
LOOKS_BETWEEN = 8


class EffortSpent(Exception):
    """Raised in the middle of understanding; never leaves the room, where it has become an issue."""


class Effort:
    """Counts looks at a workbook's cells; asks for the time once in a while, as asking takes longer than looking."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._ends = thread_time() + seconds
        self._looks = 0

    def look(self) -> None:
        """Raises EffortSpent once the time is up."""
        self._looks += 1
        if self._looks % LOOKS_BETWEEN == 0 and thread_time() > self._ends:
            raise EffortSpent
