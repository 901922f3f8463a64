"""Text from data on a page: it stays text, and turns nothing around it."""

from __future__ import annotations

import unicodedata

from kpi.ui.markup import as_label, element, joined

_KINDS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_MARKS = "\u061c\u200e\u200f"
TURNING = [c for c in map(chr, range(0x3000)) if unicodedata.bidirectional(c) in _KINDS or c in _MARKS]


def test_a_name_that_turns_the_direction_of_writing_turns_no_sentence() -> None:
    assert len(TURNING) == 12
    for turning in TURNING:
        name = f"Biểu{turning}xslx.exe"
        assert joined("Trang ", element("b", name)) == "Trang <b>Biểu\ufffdxslx.exe</b>"
        assert as_label(name) == r"Biểu�xslx\.exe"


def test_vietnamese_and_its_signs_stay_as_they_are() -> None:
    said = "Tỷ lệ đạt – «Huyện Kỳ Anh» ≥ 90 % … −4,66"
    assert joined(said) == said
