"""What the title, the sheet's name and the notes say of all figures of a table that may make others of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kpi.domain.issue import Code
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.tables.titles import Title
from kpi.intake.words.provinces import other_province_in
from kpi.intake.words.remarks import figure_doubts
from kpi.intake.words.said import doubts
from kpi.intake.words.text import tidy, unmarked
from kpi.intake.words.title_times import without_outlook
from kpi.intake.words.title_words import speaks_of_plan
from kpi.intake.words.unit_names import split_kind

# A line of the title that begins so is a plan's, unless the one before runs on in it: «Kết quả thực hiện».
_OF_A_PLAN = re.compile(
    r"(?:(?:[ivx]+|\d+|bảng \d+|biểu \d+)[.):]\s*)?(?:kế hoạch|mục tiêu|chỉ tiêu (?:kế hoạch|giao))\b"
)
_RUNS_ON = re.compile(
    r"\b(?:thực hiện|kết quả|tình hình|đánh giá|về|theo|với|của|và|các|chỉ tiêu|hoàn thành)$"
)
# Sheets of these names hold no figures of the year.
_NO_YEARS = {
    unmarked(name)
    for name in (
        "mẫu",
        "ví dụ",
        "thử",
        "test",
        "tăng",
        "tăng giảm",
        "tăng, giảm",
        "so sánh",
        "bản cũ",
        "số cũ",
    )
}
_DAY = re.compile(
    r"(?<!\d)(?!31[-._]12)(?:0?[1-9]|[12]\d|3[01])[-._](?:0?[1-9]|1[0-2])[-._](?:20)?\d\d(?!\d)"
)
_DRAFT = re.compile(r"\b(?:nháp|cũ|không dùng|bỏ|xóa|xoá)\b")  # a sheet of this name holds no figures to send
_BATCH = re.compile(r"đợt|tuần")  # in a sheet's name the sending it came with, no part of the year


@dataclass(frozen=True, slots=True)
class Said:
    """A text about figures: where it stands, the words in it that leave them in doubt."""

    cell: str | None
    text: str
    doubt: str


def about_all(view: SheetView, title: Title, own: set[str], context: Context) -> Iterator[Said]:
    """What the title and the sheet's name say of all figures of the table."""
    for cell in title.subject_cells:
        for line in cell.text.splitlines():
            if found := doubts(without_outlook(line), own) or context.known_words.unheard(line, own):
                yield Said(cell.address, line, ", ".join(found))
    name = view.name
    own_province = split_kind(context.province.name)[1]
    for cell in title.subject_cells:
        if elsewhere := other_province_in(cell.text, own_province):
            yield Said(cell.address, cell.text, elsewhere)
    if elsewhere := other_province_in(f"tỉnh {name}", own_province):
        yield Said(None, name, elsewhere)
    draft = _DRAFT.search(tidy(name)) or _DAY.search(name)
    if unmarked(tidy(name)) in _NO_YEARS:
        yield Said(None, name, name)
    found = [words for words in doubts(name, own) if not _BATCH.match(words)]
    if found := [*found, *([draft[0]] if draft else [])]:
        yield Said(None, name, ", ".join(found))


def of_remarks(title: Title, slot: Slot, own: set[str]) -> Iterator[Said]:
    """What lines of the title say of the figures themselves."""
    for cell in title.subject_cells:
        line = " ".join(cell.text.split())
        if line in title.remarks and (found := figure_doubts(line, own, slot.period, slot.stage)):
            yield Said(cell.address, line, ", ".join(found))


def named_as_plan(view: SheetView, title: Title) -> list[Said]:
    """The sheet's name, and lines below a title of results, that are a plan's."""
    named = [Said(None, view.name, view.name)] if title.named_as_plan else []
    lines = [(cell, " ".join(cell.text.split())) for cell in title.subject_cells]
    under = ((before, cell, line) for (_, before), (cell, line) in pairwise(lines))
    planned = (
        (cell, line)
        for before, cell, line in under
        if _OF_A_PLAN.match(tidy(line)) and not _RUNS_ON.search(tidy(before))
    )
    return named + [Said(cell.address, line, line) for cell, line in planned if speaks_of_plan(line)]


def of_notes(view: SheetView, title: Title, slot: Slot, own: set[str], context: Context) -> Iterator[Said]:
    """What notes below the table say of its figures; every other note is named."""
    below = view.texts_below(slot.group) if title.notes else []
    for note in title.notes:
        cell = next((c.address for c in below if note in " ".join(c.text.split())), None)
        if found := figure_doubts(note, own, slot.period, slot.stage):
            yield Said(cell, note, ", ".join(found))
        elif cell is not None:
            context.findings.add(Code.NOTE_SKIPPED, sheet=view.name, cell=cell, found=note)
