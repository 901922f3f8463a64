"""The workbook to fill in: a row for each unit, a column for each figure, checks while typing.

A hidden row of codes above the header says what each input column is, so that the sheet can be read back
after columns or rows were moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil

from kpi.domain.report import TemplateForm
from kpi.domain.unit import Level
from kpi.present.sentences import period_text
from kpi.present.template_columns import UNIT_CODE, FormColumn, Holds, form_columns
from kpi.present.template_place import (
    CODE_ROW,
    FIRST_COLUMN,
    GROUP_ROW,
    HEAD_ROW,
    HINT_ROW,
    NUMBER_COLUMN,
    PLAN_ROW,
    STAGE_CHOICE,
    STAGE_LABEL,
    TITLE_ROW,
    UNIT_COLUMN,
)
from kpi.present.template_rows import FormRows, forms_by_unit, units_of
from kpi.present.template_rules import add_entry_rules, add_stage_choice
from kpi.present.words import Words
from kpi.present.workbook_looks import locale_of
from kpi.present.workbook_style import Book, Page, SheetPen, address

MACHINE_SHEET = "_kpi"
VERSION = 1
_STEPS, _STEP_ON_PROVINCE = 7, 4
_GUIDE_WIDTH = 110
_TITLE_COLUMNS = 10
_COLUMNS_ON_A_PAGE = 15
_FORM_PAGE = Page(left=10, right=10, top=15, bottom=15)


def write_template(form: TemplateForm, words: Words, each_unit: bool = False) -> bytes:
    """The workbook to fill in, as .xlsx bytes; the same form gives the same bytes.

    Input cells are open and yellow, all others locked without a password. Figures already reported for the
    period are filled in, those of the period before stand beside them in grey. With `each_unit` every unit has
    a sheet of its own, named after it.
    """
    book = Book(words.pick(form.plan.title, form.plan.title_en), locale=locale_of(words))
    if each_unit:
        for name, own in forms_by_unit(form, (words("form.guide_sheet"), MACHINE_SHEET)):
            _write_form_sheet(book, name, own, words)
    else:
        _write_form_sheet(book, words("form.sheet"), form, words)
    _write_guide(book, form, words, each_unit)
    _write_machine_sheet(book, form)
    return book.bytes()


def _write_form_sheet(book: Book, name: str, form: TemplateForm, words: Words) -> None:
    pen = book.sheet(name)
    columns = form_columns(form, words)
    _write_title_block(pen, form, bool(columns), words)
    if columns:
        _write_stage(pen, form, words)
        _write_codes(pen, form, columns)
        _write_header(pen, columns, words)
        FormRows(pen, form, columns).write()
        add_entry_rules(pen, columns, len(units_of(form)), words)
        pen.as_table(HEAD_ROW, HEAD_ROW, FIRST_COLUMN + len(columns), pinned_columns=FIRST_COLUMN)
    pen.worksheet.protect("", {"format_columns": True, "format_rows": True})
    pages_wide = max(1, ceil(len(columns) / _COLUMNS_ON_A_PAGE))
    pen.a4(words.pick(form.plan.short, form.plan.short_en), page=_FORM_PAGE, pages_wide=pages_wide)
    pen.worksheet.repeat_columns(NUMBER_COLUMN, UNIT_COLUMN)


def _write_title_block(pen: SheetPen, form: TemplateForm, has_columns: bool, words: Words) -> None:
    plan = form.plan
    period = period_text(form.period, words).upper()
    key = "form.plan" if plan.number else "form.plan_without_number"
    named = words(key, title=words.pick(plan.title, plan.title_en), number=plan.number)
    hint = words("form.hint" if has_columns else "form.no_indicators")
    pen.line(TITLE_ROW, _TITLE_COLUMNS, words("form.title", period=period), "title", height=26)
    pen.line(PLAN_ROW, _TITLE_COLUMNS, named, "subtitle", "strong", height=34)
    pen.line(HINT_ROW, _TITLE_COLUMNS, hint, "hint", height=34)


def _write_stage(pen: SheetPen, form: TemplateForm, words: Words) -> None:
    """The stage's label and choice, filled in where all that is known already is of one stage."""
    stages = {figure.stage for figure in form.current.values()}
    known = words(f"stage_word.{stages.pop()}") if len(stages) == 1 else ""
    pen.text(*STAGE_LABEL, words("form.stage"), "head")
    pen.text(*STAGE_CHOICE, known, "cell", "middle", "input", "centre")
    pen.worksheet.set_row(STAGE_LABEL[0], 22)
    add_stage_choice(pen, words)


def _write_codes(pen: SheetPen, form: TemplateForm, columns: Sequence[FormColumn]) -> None:
    pen.text(CODE_ROW, UNIT_COLUMN, UNIT_CODE)
    for place, column in enumerate(columns, start=FIRST_COLUMN):
        code = column.code(form.period)
        if code:
            pen.text(CODE_ROW, place, code)
    pen.worksheet.set_row(CODE_ROW, None, None, {"hidden": True})


def _write_header(pen: SheetPen, columns: Sequence[FormColumn], words: Words) -> None:
    """Indicators over their columns. The two rows never have a unit and a coded column filled together.

    Thus nothing that goes by the codes takes a header row for a unit's row.
    """
    heads = [("", 6.0), ("", 30.0), *((column.title, _width(column)) for column in columns)]
    pen.heads(HEAD_ROW, heads, height=96)
    pen.down(GROUP_ROW, HEAD_ROW, NUMBER_COLUMN, words("form.number"), "head", "group")
    pen.down(GROUP_ROW, HEAD_ROW, UNIT_COLUMN, words("form.unit"), "head", "group")
    at = FIRST_COLUMN
    for indicator, group in groupby(columns, key=lambda column: column.indicator):
        width = len(list(group))
        pen.across(GROUP_ROW, at, width, words.pick(indicator.name, indicator.name_en), "head", "group")
        at += width
    pen.worksheet.set_row(GROUP_ROW, 36)


def _width(column: FormColumn) -> float:
    return {Holds.INPUT: 18.0, Holds.EARLIER: 15.0, Holds.RATE: 11.0}[column.holds]


def _write_guide(book: Book, form: TemplateForm, words: Words, each_unit: bool) -> None:
    pen = book.sheet(words("form.guide_sheet"))
    pen.worksheet.set_column(0, 0, _GUIDE_WIDTH)
    pen.text(0, 0, words("form_guide.title"), "title")
    province = next((u.name for u in units_of(form) if u.level is Level.PROVINCE), "")
    facts = {
        "sheet": words("form.sheet_of_each_unit" if each_unit else "form.sheet"),
        "cell": address(*STAGE_CHOICE),
        "official": words("stage_word.official"),
        "estimate": words("stage_word.estimate"),
        "province": province,
    }
    steps = [step for step in range(1, _STEPS + 1) if province or step != _STEP_ON_PROVINCE]
    for place, step in enumerate(steps, start=1):
        pen.text(place + 1, 0, f"{place}. {words(f'form_guide.step{step}', **facts)}", "subtitle")
        pen.worksheet.set_row(place + 1, 34)
    pen.a4(page=_FORM_PAGE)


def _write_machine_sheet(book: Book, form: TemplateForm) -> None:
    pen = book.sheet(MACHINE_SHEET)
    facts = {"plan": form.plan.id, "period": str(form.period), "version": str(VERSION)}
    for row, (key, value) in enumerate(facts.items()):
        pen.text(row, 0, key)
        pen.text(row, 1, value)
    pen.worksheet.very_hidden()
