"""The look of cells: number format and font by style index."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kpi.intake.workbook.number_formats import NumberFormat, built_in_format, custom_format
from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Fault, damaged
from kpi.intake.workbook.wire import FORMAT, STRUCK
from kpi.intake.workbook.xml_parts import Element, parse

INDEX = re.compile("[0-9]{1,9}")
LEGACY_FONTS = (".vn", "vni-", "vni ", "vni_")  # TCVN3: .VnTime, .VnArialH …; VNI: VNI-Times …


_PARTS_OF_FORMAT = ("numFmtId", "fontId", "fillId")
MOST_FORMATS = 250  # told apart that show more than the number


@dataclass(frozen=True, slots=True)
class CellStyle:
    """`look` is what every number under the style has on the wire: a line through it or no colour, and its format."""

    format: NumberFormat
    legacy_font: bool
    look: int = 0


PLAIN_STYLE = CellStyle(NumberFormat(), legacy_font=False)


class CellStyles:
    """Styles by the text of a cell's `s` attribute; a workbook without styles has the plain one alone."""

    def __init__(self, styles: list[CellStyle], formats: list[str]) -> None:
        self.formats = formats
        self._styles = {str(index): style for index, style in enumerate(styles)} or {"0": PLAIN_STYLE}

    def of(self, index: str) -> CellStyle:
        """Raises Refusal (damaged) for a style that does not exist."""
        style = self._styles.get(index)
        if style is None:
            raise damaged(Fault.STYLE_MISSING, found=index)
        return style


def is_legacy_font(name: str) -> bool:
    """Whether a font shows Vietnamese through letters of another alphabet (TCVN3, VNI)."""
    return name.strip().lower().startswith(LEGACY_FONTS)


def read_styles(package: Package, part: str | None) -> CellStyles:
    """The styles of a workbook. Raises Refusal (damaged) where a style names a font that is not there."""
    if part is None:
        return CellStyles([], [])
    reader = _StylesReader()
    parse(package.chunks(part), reader.document(), [])
    return CellStyles(reader.styles(), reader.codes)


class _StylesReader:
    def __init__(self) -> None:
        self._formats: dict[int, NumberFormat] = {}
        self.codes: list[str] = []
        self._legacy_fonts: list[bool] = []
        self._struck_fonts: set[int] = set()
        self._white_fonts: set[int] = set()
        self._painted: list[bool] = []
        self._cell_formats: list[tuple[int, ...]] = []

    def document(self) -> Element:
        font = Element(
            {
                "name": Element(opened=self._font_name),
                "strike": Element(opened=self._font_struck),
                "color": Element(opened=self._font_coloured),
            },
            opened=self._font_starts,
        )
        pattern = Element({"fgColor": Element(opened=self._fill_coloured)}, opened=self._fill_patterned)
        shaded = Element(opened=lambda _attributes: self._paint(True))
        fill = Element({"patternFill": pattern, "gradientFill": shaded}, opened=self._fill_starts)
        sheet = {
            "numFmts": Element({"numFmt": Element(opened=self._format_starts)}),
            "fonts": Element({"font": font}, complete=True),
            "fills": Element({"fill": fill}),
            "cellXfs": Element({"xf": Element(opened=self._cell_format_starts)}, complete=True),
        }
        return Element({"styleSheet": Element(sheet)}, complete=True)

    def styles(self) -> list[CellStyle]:
        """The styles in their order; `codes` gathers the formats their looks count."""
        return [self._style(*parts) for parts in self._cell_formats]

    def _style(self, number: int, font: int, fill: int) -> CellStyle:
        shown = self._format(number)
        unseen = font in self._white_fonts and not (fill < len(self._painted) and self._painted[fill])
        struck = STRUCK if unseen or font in self._struck_fonts else 0
        return CellStyle(shown, self._is_legacy(font), self._number_of(shown.code) * FORMAT | struck)

    def _number_of(self, code: str) -> int:
        """The place of a code among those told apart, from 1; the last place is that of all others."""
        if not code:
            return 0
        if code not in self.codes and len(self.codes) < MOST_FORMATS:
            self.codes.append(code)
        return self.codes.index(code) + 1 if code in self.codes else MOST_FORMATS

    def _format_starts(self, attributes: dict[str, str]) -> None:
        self._formats[_index(attributes.get("numFmtId"))] = custom_format(attributes.get("formatCode", ""))

    def _font_starts(self, _attributes: dict[str, str]) -> None:
        self._legacy_fonts.append(False)

    def _font_struck(self, attributes: dict[str, str]) -> None:
        if attributes.get("val", "1") in ("1", "true", "on"):
            self._struck_fonts.add(len(self._legacy_fonts) - 1)

    def _font_coloured(self, attributes: dict[str, str]) -> None:
        if _is_white(attributes):
            self._white_fonts.add(len(self._legacy_fonts) - 1)

    def _fill_starts(self, _attributes: dict[str, str]) -> None:
        self._painted.append(False)

    def _fill_patterned(self, attributes: dict[str, str]) -> None:
        self._paint(attributes.get("patternType", "none") != "none")

    def _fill_coloured(self, attributes: dict[str, str]) -> None:
        self._paint(self._painted[-1] and not _is_white(attributes))

    def _paint(self, painted: bool) -> None:
        self._painted[-1] = painted

    def _font_name(self, attributes: dict[str, str]) -> None:
        self._legacy_fonts[-1] |= is_legacy_font(attributes.get("val", ""))

    def _cell_format_starts(self, attributes: dict[str, str]) -> None:
        self._cell_formats.append(tuple(_index(attributes.get(part, "0")) for part in _PARTS_OF_FORMAT))

    def _format(self, number_format_id: int) -> NumberFormat:
        return self._formats.get(number_format_id) or built_in_format(number_format_id)

    def _is_legacy(self, font: int) -> bool:
        return font < len(self._legacy_fonts) and self._legacy_fonts[font]


def _is_white(colour: dict[str, str]) -> bool:
    """White by its number, by the palette of old, or as the paper's colour of the theme, neither light nor dark."""
    by_theme = colour.get("theme") == "0" and colour.get("tint", "0").strip("-0.") == ""
    return by_theme or colour.get("rgb", "")[-6:].upper() == "FFFFFF" or colour.get("indexed") in ("1", "9")


def _index(text: str | None) -> int:
    if text is None or not INDEX.fullmatch(text):
        raise damaged(Fault.STYLE_MISSING, found=text)
    return int(text)
