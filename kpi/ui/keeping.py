"""What was made once is kept for all sessions of this process, the longest unused let go first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

MOST = 512


class Keeping:
    """Made things by what they were made from. Safe between threads; two may make the same thing at once.

    Streamlit's own cache takes a millisecond to look a key up, which a page would spend many times. `most` bounds
    the sum of what the things weigh, each one unless `weigh` says otherwise; the latest is kept in any case.
    """

    def __init__(self, most: int = MOST, weigh: Callable[[Any], int] = lambda made: 1) -> None:
        self._most = most
        self._weigh = weigh
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What is kept under the key, made first where there is nothing; what fails is not kept."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > 1 and sum(map(self._weigh, self._made.values())) > self._most:
                self._made.popitem(last=False)
        return made
