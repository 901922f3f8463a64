"""Texts around a table that may make other figures of those it seems to hold: asked about, each once.

The title, the group above a column, the sheet's name, notes below, the words in a row beside its figures.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from kpi.domain.observation import Stage
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.cell_kinds import is_figure, is_value, is_year
from kpi.intake.tables.figure_column import FigureColumn
from kpi.intake.tables.said_of_table import Said, about_all, named_as_plan, of_notes, of_remarks
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.tables.titles import Title
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.measure_words import scale_said
from kpi.intake.words.periods import period_in
from kpi.intake.words.remarks import figure_doubts
from kpi.intake.words.said import doubts
from kpi.intake.words.text import fold, tidy
from kpi.intake.words.unit_names import names_kind_alone
from kpi.intake.workbook.grid import Cell, CellKind

_TIMES = {
    fold(text)
    for text in (
        *("Tháng", "Quý", "Kỳ", "Thời điểm", "Thời gian", "Thời kỳ", "Giai đoạn", "Mốc", "Mốc thời gian"),
        *("Ngày số liệu", "Ngày chốt", "Tính đến", "Số liệu đến"),
    )
}
_WHOLE_TIME = {fold(text) for text in ("Cả năm", "Năm", "12 tháng", "Cuối năm", "31/12")}
# What a report by indicators tells of beside its figures: above rows that name each, no word of whose they are.
_ACTIVITIES = {"thanh tra", "kiểm tra", "hội nghị", "tập huấn", "đối thoại"}
# Of these there are many in a district: a list of them has the figures of each.
_LISTED = re.compile(r"(?:tên )?(?:xã|phường|thôn|doanh nghiệp|công ty|đại lý|trường|bệnh viện)\b")
# Over a column of figures beside those read: what they were corrected to.
_CORRECTED = re.compile(r"\b(?:điều chỉnh|rà soát|đính chính|hiệu chỉnh|sửa đổi|sửa lại)\b")
# Over a column of names: what is no district, though it may be called like one.
_NO_DISTRICTS = re.compile(
    rf"{_LISTED.pattern}|.*\b(?:nơi|quê quán|trụ sở|địa chỉ"
    r"|bưu điện|hội|chi cục|khu công nghiệp)\b"
)
# Over a column that tells which people or employers each row is of.
_KINDS = {
    fold(text)
    for text in (
        *(
            "Khối",
            "Loại hình",
            "Kênh",
            "Đối tượng",
            "Nhóm đối tượng",
            "Nhóm",
            "Độ tuổi",
            "Giới tính",
            "Dân tộc",
        ),
        *("Thành phần kinh tế", "Ngành", "Ngành nghề", "Loại đơn vị", "Loại doanh nghiệp", "Phương thức"),
    )
}
_ALL_KINDS = {
    fold(text) for text in ("Tất cả", "Toàn bộ", "Tổng", "Tổng số", "Cộng", "Tổng cộng", "Chung", "Cả hai")
}
_MADE_ON = {fold(f"Ngày {done}") for done in ("báo cáo", "lập", "gửi", "nhận", "nộp", "ký", "cập nhật")}
Places = dict[tuple[int, str], str]  # a column and a text in it, and the cell it first stands in
_BESIDE = (HeadingKind.FIGURE, HeadingKind.REMARK, HeadingKind.PERIOD)


def without_qualified(
    block: Block, slots: list[Slot], columns: Sequence[FigureColumn], context: Context
) -> list[Slot]:
    """The slots, but those of which a person says that they are a part, or of something else."""
    if not slots:
        return slots
    own = context.indicators.names_of_all(slot.indicator for slot in slots)
    own |= _ACTIVITIES if block.axis is Axis.INDICATORS else set()
    headings = {column.column: column for column in columns}
    planned = named_as_plan(block.view, block.title) if not any(c.heading.stage for c in columns) else []
    whole = are_whole(slots[0], block.view, block.title, own, context, planned)
    if not whole or not _are_districts(block, context) or _others_beside(block, headings, context):
        return []
    beside = [h for h in block.headings if h.column not in headings and _may_qualify(h)]
    places: Places = {}
    return [
        slot
        for slot in slots
        if all(
            _is_whole(said, block.view, context)
            for said in (
                *_of_group(slot, block, headings[slot.column], context),
                *(_beside(slot, slot.cell.row, block.view, beside, own, places) if slot.cell else ()),
            )
        )
    ]


def _are_districts(block: Block, context: Context) -> bool:
    """Whether names of districts are those of districts: not below «Xã», «Nơi chuyển đến», «Chi cục Thuế»."""
    levels = block.name_heading.levels
    if (
        block.axis is not Axis.UNITS
        or not levels
        or not all(_NO_DISTRICTS.match(tidy(each)) for each in levels)
    ):
        return True
    place = block.heading_cell(block.name_column)
    return context.holds_whole(block.view.name, place, block.name_heading.text, levels[-1])


def _others_beside(block: Block, read: Container[int], context: Context) -> bool:
    """Whether a column beside says that the figures are others', as a person says.

    Each row is of one of its names, «Xã», «Doanh nghiệp»; or it holds what the figures were corrected to.
    """
    wholes = [
        context.holds_whole(block.view.name, block.heading_cell(h.column), h.text, h.levels[-1])
        for h in block.headings
        if h.column not in read and h.levels and (_lists_others(block, h) or _corrects(block, h))
    ]
    return not all(wholes)


def _lists_others(block: Block, heading: Heading) -> bool:
    cells = block.cells_of(heading.column)
    names = any(cell.kind is CellKind.TEXT and not is_value(cell) for cell in cells)
    return block.axis is Axis.UNITS and names and bool(_LISTED.match(tidy(heading.levels[-1])))


def _corrects(block: Block, heading: Heading) -> bool:
    of_figures = heading.kind is HeadingKind.FIGURE and any(map(is_figure, block.cells_of(heading.column)))
    return of_figures and bool(_CORRECTED.search(tidy(heading.levels[-1])))


def are_whole(
    slot: Slot, view: SheetView, title: Title, own: set[str], context: Context, others: Sequence[Said] = ()
) -> bool:
    """Whether title, sheet's name and notes leave the figures of a table what they seem to be, or a person does.

    `slot` is one of its figures; `own` are the names of what it holds; `others` leave it in doubt besides.
    """
    said = [*about_all(view, title, own, context), *of_remarks(title, slot, own)]
    said += [*of_notes(view, title, slot, own, context), *others]
    wholes = [_is_whole(each, view, context) for each in said]
    return all(wholes)


def _is_whole(said: Said, view: SheetView, context: Context) -> bool:
    return context.holds_whole(view.name, said.cell, said.text, said.doubt)


def _of_group(slot: Slot, block: Block, column: FigureColumn, context: Context) -> Iterator[Said]:
    """What the groups above a column say of its figures, and the title of a year later than its own."""
    own = context.indicators.names_of(slot.indicator)
    if column.heading.stage is None and block.title.years and slot.period.year > max(block.title.years):
        yield Said(column.place, column.heading.text, str(slot.period))
    for level in column.heading.levels[:-1]:
        if found := doubts(level, own):
            yield Said(column.place, level, ", ".join(found))


def _beside(
    slot: Slot, row: int, view: SheetView, headings: Sequence[Heading], own: set[str], places: Places
) -> Iterator[Said]:
    """What the cells under other headings say of a figure in their row; the same words once, where they first stand."""
    for heading in headings:
        cell = view.filled(row, heading.column)
        if cell is not None and (found := _doubts_beside(cell, heading, slot, own)):
            place = places.setdefault((heading.column, cell.text), cell.address)
            yield Said(place, cell.text, ", ".join(found))


def without_qualified_rows(
    slots: list[Slot], view: SheetView, heading_row: int, known: frozenset[int], context: Context
) -> list[Slot]:
    """The slots of a list of one figure a row, but those that words around make others, as a person says.

    Its title says nothing of what each row is about, but that they are planned, in thousands, of nine months.
    `known` are the columns that were read.
    """
    if not slots:
        return slots
    title = Title(view, heading_row, 0, slots[-1].group)
    names = context.indicators.names_of_all(context.request.plan.measured)
    others = [*named_as_plan(view, title), *_rules_a_list_out(title, view, slots)]
    if not are_whole(slots[0], view, title, names, context, others):
        return []
    heads = (c for c in view.in_row(heading_row) if c.column not in known)
    beside = [h for cell in heads if _may_qualify(h := Heading(cell.column, (cell.text,)))]
    beside = [heading for heading in beside if not view.column_hidden(heading.column)]
    places: Places = {}
    return (
        [slot for slot in slots if _is_whole_beside(slot, view, beside, places, context)] if beside else slots
    )


def _rules_a_list_out(title: Title, view: SheetView, slots: Sequence[Slot]) -> list[Said]:
    """The lines that say of every figure below that it is planned, of another time, expected or in thousands."""
    other_year = bool(title.years) and all(slot.period.year not in title.years for slot in slots)
    expected = title.stage is Stage.ESTIMATE and all(slot.stage is Stage.OFFICIAL for slot in slots)
    about = title.subjects()[:1] or [view.name]
    against = about if other_year or expected or title.planned(lists_indicators=True) else []
    part = [title.part_of_year] if title.part_of_year else []
    place = title.cells[0].address if title.cells else None
    return [Said(place, line, line) for line in [*against, *part, *filter(scale_said, title.measures)]]


def _is_whole_beside(
    slot: Slot, view: SheetView, beside: Sequence[Heading], places: Places, context: Context
) -> bool:
    own = set(context.indicators.names_of(slot.indicator))
    return all(
        _is_whole(said, view, context) for said in _beside(slot, slot.group, view, beside, own, places)
    )


def _may_qualify(heading: Heading) -> bool:
    return heading.kind in _BESIDE or _is_of_time(heading)


def _is_of_time(heading: Heading) -> bool:
    return bool(heading.levels) and fold(heading.levels[-1]) in _TIMES


def _doubts_beside(cell: Cell, heading: Heading, slot: Slot, own: set[str]) -> list[str]:
    if _is_of_time(heading):
        whole = fold(cell.text) in _WHOLE_TIME or period_in(cell.text) == slot.period
        return [] if whole else [heading.levels[-1]]
    if heading.kind is HeadingKind.REMARK and is_year(cell):
        return [] if cell.text.strip() == str(slot.period.year) else [cell.text]
    name = fold(heading.levels[-1]) if heading.levels else ""
    if cell.kind is not CellKind.TEXT or is_figure(cell) or name in _MADE_ON:
        return []
    if name in _KINDS and not (fold(cell.text) in _ALL_KINDS or names_kind_alone(cell.text)):
        return [cell.text]
    of_figure = figure_doubts(cell.text, own, slot.period, slot.stage)
    return of_figure or (doubts(cell.text, own) if heading.kind is HeadingKind.FIGURE else [])
