"""Tables that go on below a line among their rows, and lines that end them."""

from __future__ import annotations

from ..expectation import GROWTH, READ, READ_OR_ASK, Case, Shelf, counts
from ..places import some_counts
from .blind_desk import SOME, paper, sent

SHELF = Shelf("continued")
PEOPLE = "Số người tham gia BHXH tự nguyện"
ALL = some_counts("continued", SOME)


def _with_line(line: str, *, column: int = 1, expect: tuple[str, ...] = READ) -> Case:
    page = paper(f"{PEOPLE} NĂM 2018", heads=("STT", "Đơn vị", PEOPLE))
    half = len(SOME) // 2
    rows = [(place, unit, count) for place, (unit, count) in enumerate(ALL.items(), 1)]
    page.rows(rows[:half])
    page.row(*[None] * (column - 1), line)
    page.rows(rows[half:])
    return sent(page, expect=expect, figures=counts(GROWTH, 2018, ALL))


for _name, _line in {"continued": "(tiếp theo)", "on_page_two": "Trang 2", "of_a_region": "Vùng núi"}.items():
    SHELF.add(
        f"rows_{_name}",
        f"«{_line}» among the rows loses none of those below",
        lambda words=_line: _with_line(words),
    )


@SHELF.case("the same in the column of figures")
def rows_continued_in_the_figures() -> Case:
    return _with_line("(tiếp theo)", column=3)


@SHELF.case("the same in the column of names")
def rows_continued_in_the_names() -> Case:
    return _with_line("(tiếp theo)", column=2, expect=READ_OR_ASK)
