"""Numbers with a word beside them in the same cell: «418 người» of people, «8.696 (ước)» that is an estimate."""

from __future__ import annotations

import re

from kpi.domain.observation import Stage
from kpi.intake.slots import Slot
from kpi.intake.words.counted_in import fits
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.measure_words import scale_said
from kpi.intake.words.text import tidy
from kpi.intake.workbook.grid import CellKind

_ESTIMATED = re.compile(r"(?:số )?ước(?: tính| thực hiện| th)?")
_LABELLED = re.compile(
    rf"(?:(?P<before>\(?{_ESTIMATED.pattern}\)?)[\s:]*)?(?P<number>\d[\d., ]*(?<=\d)(?:\s*%)?)"
    r"\s*(?P<after>(?:\(?[^\W\d_][^\d%]*)?)"
)
LONGEST_LABELLED = 40  # letters


def with_labels_read(slots: list[Slot]) -> list[Slot]:
    """The slots, each number without the word beside it: its measure, or «ước», which all figures beside it share.

    Any other word stays, and its cell is no number: «khoảng 100.000», «8,7 nghìn người».
    """
    bare = {place: alone for place, slot in enumerate(slots) if (alone := _without_label(slot)) is not None}
    if not bare:
        return slots
    estimated = {_figures_of(slots[place]) for place, alone in bare.items() if alone.stage is Stage.ESTIMATE}
    read = [bare.get(place, slot) for place, slot in enumerate(slots)]
    return [
        slot._replace(stage=Stage.ESTIMATE) if _figures_of(before) in estimated else slot
        for slot, before in zip(read, slots, strict=True)
    ]


def _without_label(slot: Slot) -> Slot | None:
    """The slot with its number alone, an estimate's where the label says so; None where there is no such label."""
    cell = slot.cell
    if cell is None or cell.kind is not CellKind.TEXT or len(cell.text) > LONGEST_LABELLED:
        return None
    found = _LABELLED.fullmatch(tidy(cell.text))
    if found is None or not (found["before"] or found["after"]):
        return None
    label = found["after"].strip(" ()")
    measure = "" if _ESTIMATED.fullmatch(label) else label
    if measure and (scale_said(measure) or not fits(measure, Meaning(slot.indicator, slot.role))):
        return None
    alone = slot._replace(cell=cell._replace(text=found["number"]))
    return alone._replace(stage=Stage.ESTIMATE) if found["before"] or not measure else alone


def _figures_of(slot: Slot) -> tuple[object, ...]:
    """What the figures of one observation have in common."""
    return slot.indicator.id, slot.unit_id, slot.period, slot.stage, slot.sheet, slot.group
