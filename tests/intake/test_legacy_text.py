"""Text of old fonts is converted where known names prove it, else the file is refused."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.domain.issue import Code, Severity
from kpi.domain.observation import Stage
from kpi.intake.request import Request
from kpi.intake.understand import understand
from kpi.intake.words.legacy_text import ENCODINGS, TCVN3, VNI, Encoding
from kpi.intake.workbook.grid import Cell, CellKind, Grid, Sheet
from kpi.registry.definitions import load_definitions

_DEFINITIONS = load_definitions()
REQUEST = Request(
    _DEFINITIONS.plans["ha-tinh-157-2017"], _DEFINITIONS.units, date(2026, 2, 1), 2018, Stage.OFFICIAL
)
_TO_TCVN3 = {
    "Thị xã Hồng Lĩnh": "ThÞ x· Hång LÜnh",
    "Huyện Hương Sơn": "HuyÖn H¬ng S¬n".replace("H¬ng", "H\u00ad¬ng"),
    "Huyện Đức Thọ": "HuyÖn §øc Thä",
    "Huyện Vũ Quang": "HuyÖn Vò Quang",
    "Nghệ An": "NghÖ An",
    "Quỳ Châu": "Quú Ch©u",
    "Số đơn vị đã tham gia": "Sè ®¬n vÞ ®· tham gia",
}


_TO_VNI = {
    "Thành phố Hà Tĩnh": "Thaønh phoá Haø Tónh",
    "Thị xã Hồng Lĩnh": "Thò xaõ Hoàng Lónh",
    "HUYỆN ĐỨC THỌ": "HUYEÄN ÑÖÙC THOÏ",
    "Huyện Vũ Quang": "Huyeän Vuõ Quang",
    "Huyện Cẩm Xuyên": "Huyeän Caåm Xuyeân",
    "Huyện Lộc Hà": "Huyeän Loäc Haø",
    "Kỳ Sơn, Quỳ Hợp, Đô Lương": "Kyø Sôn, Quyø Hôïp, Ñoâ Löông",
    "Số người tham gia BHXH tự nguyện": "Soá ngöôøi tham gia BHXH töï nguyeän",
    "Tỷ lệ được giới thiệu, ước thực hiện": "Tyû leä ñöôïc giôùi thieäu, öôùc thöïc hieän",
    "chỉ tiêu, nghĩa vụ, ị, bằng, chẵn": "chæ tieâu, nghóa vuï, ò, baèng, chaün",
}


@pytest.mark.parametrize(("modern", "legacy"), _TO_TCVN3.items())
def test_tcvn3_text_reads_as_its_font_shows_it(modern: str, legacy: str) -> None:
    assert TCVN3.converted(legacy) == modern


@pytest.mark.parametrize(("modern", "legacy"), _TO_VNI.items())
def test_vni_text_reads_as_its_font_shows_it(modern: str, legacy: str) -> None:
    assert VNI.converted(legacy) == modern


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_modern_text_in_an_old_font_is_left_alone(encoding: Encoding) -> None:
    assert not encoding.holds(Cell(1, 1, CellKind.TEXT, "Hà Tĩnh", legacy_font=True))
    assert not encoding.holds(Cell(1, 1, CellKind.TEXT, "TT", legacy_font=True))


def _sheet(names: list[str], headings: tuple[str, str, str]) -> Grid:
    cells = {(1, c): Cell(1, c, CellKind.TEXT, text, legacy_font=True) for c, text in enumerate(headings, 1)}
    for row, name in enumerate(names, 2):
        cells[row, 1] = Cell(row, 1, CellKind.TEXT, name, legacy_font=True)
        cells[row, 2] = Cell(row, 2, CellKind.NUMBER, "70")
        cells[row, 3] = Cell(row, 3, CellKind.NUMBER, "100")
    return Grid((Sheet("PL", True, cells),))


HEADINGS = ("§¬n vÞ", "Sè ®¬n vÞ ®· tham gia", "Sè ®¬n vÞ ph¶i tham gia")


def test_a_table_in_an_old_font_is_read_when_its_names_prove_the_conversion() -> None:
    names = [_TO_TCVN3[name] for name in ("Thị xã Hồng Lĩnh", "Huyện Đức Thọ", "Huyện Vũ Quang")]
    found = understand(_sheet(names, HEADINGS), REQUEST)
    assert [r.observation.unit for r in found.readings] == [
        "thi-xa-hong-linh",
        "huyen-duc-tho",
        "huyen-vu-quang",
    ]
    assert [(i.code, i.severity) for i in found.issues if i.code is Code.LEGACY_FONT] == [
        (Code.LEGACY_FONT, Severity.INFO)
    ]


def test_a_vni_table_is_read_when_its_names_prove_the_conversion() -> None:
    names = [_TO_VNI[name] for name in ("Thị xã Hồng Lĩnh", "HUYỆN ĐỨC THỌ", "Huyện Vũ Quang")]
    headings = ("Ñôn vò", "Soá ñôn vò ñaõ tham gia", "Soá ñôn vò phaûi tham gia")
    found = understand(_sheet(names, headings), REQUEST)
    assert [r.observation.unit for r in found.readings] == [
        "thi-xa-hong-linh",
        "huyen-duc-tho",
        "huyen-vu-quang",
    ]
    assert [i.severity for i in found.issues if i.code is Code.LEGACY_FONT] == [Severity.INFO]


def test_a_vni_table_of_two_names_is_refused() -> None:
    found = understand(_sheet(["HUYEÄN ÑÖÙC THOÏ", "HUYEÄN VUÕ QUANG"], ("Ñôn vò", "A", "B")), REQUEST)
    assert not found.readings
    assert any(i.blocks for i in found.issues)
