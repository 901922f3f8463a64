"""Work that makes objects by the hundred thousand, none of which refers back to another."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_looking_for_cycles() -> Iterator[None]:
    """Within it Python does not look for objects that hold each other alive; it counts references all the same.

    It would go through all cells and figures again each time their number has grown by a quarter. Other threads
    keep theirs too meanwhile; of two at once the one that began first looks again from its end on.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
