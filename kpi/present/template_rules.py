"""What may be typed into the workbook to fill in: checked by the spreadsheet while typing, told in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kpi.domain.observation import Stage
from kpi.domain.plan import Indicator
from kpi.present.template_columns import FormColumn, Holds, Role
from kpi.present.template_place import FIRST_COLUMN, FIRST_ROW, STAGE_CHOICE
from kpi.present.words import Words
from kpi.present.workbook_style import SheetPen, address

_LONGEST_MESSAGE = 255  # a spreadsheet keeps no more


def add_stage_choice(pen: SheetPen, words: Words) -> None:
    """A list of the two stages in the stage cell."""
    names = {stage: words(f"stage_word.{stage}") for stage in (Stage.OFFICIAL, Stage.ESTIMATE)}
    rule = {
        "validate": "list",
        "source": list(names.values()),
        "input_message": words("form.stage_prompt"),
        **_refusal(words("form.stage_refused", **names), words),
    }
    pen.worksheet.data_validation(*STAGE_CHOICE, *STAGE_CHOICE, rule)


def add_entry_rules(pen: SheetPen, columns: Sequence[FormColumn], rows: int, words: Words) -> None:
    """A rule for every input column: whole and not negative, a part within its whole, a percentage to 100."""
    places = {(c.indicator.id, c.role): FIRST_COLUMN + at for at, c in _inputs(columns)}
    for at, column in _inputs(columns):
        place = FIRST_COLUMN + at
        rule = _rule(column, places, words)
        pen.worksheet.data_validation(FIRST_ROW, place, FIRST_ROW + rows - 1, place, rule)


def _inputs(columns: Sequence[FormColumn]) -> list[tuple[int, FormColumn]]:
    return [(at, column) for at, column in enumerate(columns) if column.holds is Holds.INPUT]


def _rule(column: FormColumn, places: Mapping[tuple[str, Role | None], int], words: Words) -> dict[str, Any]:
    if column.role is Role.VALUE:
        limits = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
        return limits | _refusal(words("form.percentage"), words)
    pair = _part_and_whole(column.indicator, places)
    if pair is None:
        limits = {"validate": "integer", "criteria": ">=", "value": 0}
        return limits | _refusal(words("form.whole_number"), words)
    own = pair[0] if column.role is Role.NUMERATOR else pair[1]
    formula = f"=AND(ISNUMBER({own}),{own}>=0,{own}=INT({own}),OR(COUNT({pair[0]},{pair[1]})<2,{pair[0]}<={pair[1]}))"
    return {"validate": "custom", "value": formula, **_refusal(words("form.part_of_whole"), words)}


def _part_and_whole(
    indicator: Indicator, places: Mapping[tuple[str, Role | None], int]
) -> tuple[str, str] | None:
    """The cells of numerator and denominator in the first row; the spreadsheet moves them along by itself."""
    whole = places.get((indicator.id, Role.DENOMINATOR))
    if whole is None:
        return None
    return address(FIRST_ROW, places[indicator.id, Role.NUMERATOR]), address(FIRST_ROW, whole)


def _refusal(message: str, words: Words) -> dict[str, str]:
    return {"error_title": words("form.refused"), "error_message": message[:_LONGEST_MESSAGE]}
