"""Officials who send at the same moment, each in a process of their own.

python -m tests.kept.at_once counting|same URL prints one JSON document.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from kpi.service.imports import import_workbook, preview
from kpi.service.outcome import Upload
from kpi.service.program import Program
from kpi.service.refusal import Refused, Why
from tests.kept.people import AN, UNITS, all_of, apart, opened, ready
from tests.service.sent_workbooks import PLAN, row, standing, workbook

OFFICIALS, TIMES = 3, 15


def together(url: str, work: Callable[[Program, int], Iterator[str]]) -> list[str]:
    """The lines each official has to tell, who all begin at the same moment."""
    start, go = os.pipe()

    def wait_and_work(official: int, told_to: int) -> None:
        program = opened(url)
        os.write(told_to, b"ready\n")
        os.close(go)
        os.read(start, 1)  # ends when the last who could write closes
        for line in work(program, official):
            os.write(told_to, f"{line}\n".encode())

    with ExitStack() as officials:
        begun = [
            officials.enter_context(apart(lambda told_to, n=n: wait_and_work(n, told_to)))
            for n in range(OFFICIALS)
        ]
        for _, reading in begun:
            assert os.read(reading, 6) == b"ready\n"
        os.close(go)
        return [line for process, reading in begun for line in all_of(process, reading).decode().split()]


def counting(url: str) -> dict[str, object]:
    """Each looks at the figure, agrees to one more than it, and looks again where another was quicker."""

    def add_one(program: Program, official: int) -> Iterator[str]:
        for number in range(TIMES):
            yield from _add_one(program, f"{official}.{number}")

    lines = together(url, add_one)
    return {"standing": list(standing(opened(url)).values()), "told": lines}


def _add_one(program: Program, author: str) -> Iterator[str]:
    while True:
        (now,) = standing(program).values() or ["0/1000"]
        count = int(now.split("/")[0]) + 1
        upload = Upload(PLAN, "Biểu.xlsx", workbook(row(part=count), author=author))
        seen = preview(program, upload)
        before = seen.readings[0].before
        if (before.numerator if before else 0) != count - 1:
            continue  # it was not the figure they had in mind any more
        try:
            import_workbook(program, upload, AN, seen.agreement)
        except Refused as refused:
            yield "refused" if refused.why is Why.CHANGED_MEANWHILE else str(refused)
        else:
            return


def same(url: str) -> dict[str, object]:
    """All send the same file, and then another one, of another unit each time."""
    uploads = [Upload(PLAN, f"{n}.xlsx", workbook(row(unit, n + 1))) for n, unit in enumerate(UNITS)]

    def send_all(program: Program, _official: int) -> Iterator[str]:
        for upload in uploads:
            outcome = import_workbook(program, upload, AN)
            yield f"{upload.file_name}:{outcome.submission}:{outcome.committed}"

    told = [line.split(":") for line in together(url, send_all)]
    return {
        "files": len(uploads),
        "answers": len(told),
        "submissions": len({(file, submission) for file, submission, _ in told}),
        "committed": sum(committed == "True" for *_, committed in told),
    }


if __name__ == "__main__":
    ready()
    print(json.dumps({"counting": counting, "same": same}[sys.argv[1]](sys.argv[2])))  # noqa: T201
