"""`python -m tests.corpus [NAME]` prints how each kind of workbook fares, the gravest failures first."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from .cases import ALL_CASES
from .judge import Complaint, complaints, grid_of


def main(arguments: Sequence[str]) -> int:
    wanted = arguments[0] if arguments else ""
    chosen = [named for named in ALL_CASES if wanted in named.name]
    judged = [
        (named, case, complaints(case, grid_of(case.content))) for named in chosen for case in [named.build()]
    ]
    passed, failed = Counter[str](), Counter[str]()
    failures: list[tuple[Complaint, str, str]] = []
    for named, _, found in judged:
        (failed if found else passed)[named.kind] += 1
        if found:
            failures.append((found[0], named.name, f"+{len(found) - 1}" if found[1:] else ""))
    lines = [
        f"{k:<14} {passed[k]:>3} passed {failed[k]:>3} failed" for k in dict.fromkeys(n.kind for n in chosen)
    ]
    lines += [
        f"{name}: {worst} {more}" for worst, name, more in sorted(failures, key=lambda f: f[0].seriousness)
    ]
    lines += [f"{passed.total()} passed, {failed.total()} failed"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
