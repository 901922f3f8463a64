"""`python -m tests.corpus [NAME]`: how each kind of workbook fares, the gravest failures first.

`--not-yet` instead prints the entries that not_yet.py would need for the reader as it is now.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .cases import ALL_CASES
from .expectation import NamedCase
from .judge import Complaint, complaints, grid_of


@dataclass(frozen=True)
class Judged:
    named: NamedCase
    found: list[Complaint]


def main(arguments: Sequence[str]) -> int:
    as_entries = "--not-yet" in arguments
    wanted = next((word for word in arguments if not word.startswith("-")), "")
    judged = [_judged(named) for named in ALL_CASES if wanted in named.name]
    failures = [case for case in judged if case.found]
    lines = _entries(failures) if as_entries else [*_by_kind(judged), *_gravest_first(failures)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if failures else 0


def _judged(named: NamedCase) -> Judged:
    case = named.build()
    return Judged(named, complaints(case, grid_of(case.content)))


def _by_kind(judged: Sequence[Judged]) -> Iterable[str]:
    run = Counter(case.named.kind for case in judged)
    failed = Counter(case.named.kind for case in judged if case.found)
    yield from (f"{kind:<14}{run[kind] - failed[kind]:>4} of{run[kind]:>4}" for kind in run)
    yield f"{'all':<14}{run.total() - failed.total():>4} of{run.total():>4}"


def _gravest_first(failures: Iterable[Judged]) -> Iterable[str]:
    for case in sorted(failures, key=lambda judged: judged.found[0].seriousness):
        more = f" (+{len(case.found) - 1} more)" if case.found[1:] else ""
        yield f"{case.named.name}: {case.found[0]}{more}"


def _entries(failures: Iterable[Judged]) -> Iterable[str]:
    for case in failures:
        yield f'    "{case.named.name}": "{_reason(case.found[0])}",'


def _reason(worst: Complaint) -> str:
    """What went wrong in a few words: `not read: error:no-table-found`."""
    kind = worst.seriousness.name.lower().replace("_", " ")
    code = re.search(r"\((\w+:[a-z-]+)", worst.text)
    return f"{kind}: {code[1]}" if code else kind


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
