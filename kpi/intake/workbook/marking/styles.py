"""Grounds for marked cells: each look is a copy of the cell's own with another fill (ECMA-376-1 section 18.8)."""

from __future__ import annotations

from kpi.intake.workbook.marking.part_edits import BYTES, EditedPart, Place, Places, needed
from kpi.intake.workbook.refusal import Fault, damaged
from kpi.intake.workbook.xml_parts import SPREADSHEET, Element

GROUNDS = {"error": "FFF8CBAD", "question": "FFBDD7EE", "warning": "FFFFE699"}
NO_STYLES = (
    f'<styleSheet xmlns="{SPREADSHEET[0]}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills/>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs/></styleSheet>'
).encode()
BEFORE_FILLS = ("numFmts", "fonts")
BEFORE_CELL_FORMATS = (*BEFORE_FILLS, "fills", "borders", "cellStyleXfs")
RESERVED = ("none", "gray125")  # every program shows these as the first two fills, whatever the file says


class MarkedStyles:
    """The styles of a workbook, and the looks added to them for marked cells."""

    def __init__(self, content: bytes) -> None:
        """Raises Refusal where the content is no styles part."""
        self._part = EditedPart(content)
        self._root, self._fills, self._formats = (Places(self._part) for _ in range(3))
        self._blocks = {name: Places(self._part) for name in (*BEFORE_CELL_FORMATS, "cellXfs")}
        self._part.parse(self._document())
        if self._stylesheet.tag.childless:
            raise damaged(Fault.STYLE_MISSING)
        self._grounds: dict[str, int] = {}
        self._looks: dict[tuple[int, str], int] = {}

    def of(self, style: str, severity: str) -> str:
        """The index of a look like `style` on the ground of this severity; the first style stands for unknown ones."""
        known = style.isdecimal() and int(style) < len(self._formats.found)
        first_ground = max(len(self._fills.found), len(RESERVED))
        self._grounds.setdefault(severity, first_ground + len(self._grounds))
        first_look = max(len(self._formats.found), 1)
        look = (int(style) if known else 0, severity)
        return str(self._looks.setdefault(look, first_look + len(self._looks)))

    def applied(self) -> bytes:
        """The part with all that was added. Asked once, at the end."""
        self._extend("fills", len(self._fills.found), self._new_fills(), BEFORE_FILLS)
        self._extend("cellXfs", len(self._formats.found), self._new_formats(), BEFORE_CELL_FORMATS)
        return self._part.applied()

    def _document(self) -> Element:
        items = {"fills": {"fill": self._fills}, "cellXfs": {"xf": self._formats}}
        blocks = {
            name: _noted(block, {item: _noted(places) for item, places in items.get(name, {}).items()})
            for name, block in self._blocks.items()
        }
        return Element({"styleSheet": _noted(self._root, blocks)}, complete=True)

    def _new_fills(self) -> list[str]:
        fill, pattern, colour, behind = map(self._named, ("fill", "patternFill", "fgColor", "bgColor"))
        missing = RESERVED[len(self._fills.found) :]
        reserved = [f'<{fill}><{pattern} patternType="{kind}"/></{fill}>' for kind in missing]
        return reserved + [
            f'<{fill}><{pattern} patternType="solid"><{colour} rgb="{GROUNDS[severity]}"/>'
            f'<{behind} indexed="64"/></{pattern}></{fill}>'
            for severity in self._grounds
        ]

    def _new_formats(self) -> list[str]:
        """Copies of formats as they stand, all their bytes but the fill's; a plain one first where there is none."""
        plain = f"<{self._named('xf')}/>"
        if not self._formats.found:
            return [
                plain,
                *(f'{plain[:-2]} fillId="{self._grounds[s]}" applyFill="1"/>' for _, s in self._looks),
            ]
        return [self._copied(self._formats.found[style], severity) for style, severity in self._looks]

    def _copied(self, own: Place, severity: str) -> str:
        tag = own.tag.with_attributes(fillId=str(self._grounds[severity]), applyFill="1")
        return tag + self._part.content[own.tag.end : own.end].decode(BYTES)

    def _extend(self, name: str, present: int, added: list[str], before: tuple[str, ...]) -> None:
        """Put items into a block, or the whole block where the order of the styles wants it."""
        block, count = self._blocks[name].last, str(present + len(added))
        if block is not None:
            self._part.extend(block, "".join(added), count=count)
            return
        whole = f'<{self._named(name)} count="{count}">{"".join(added)}</{self._named(name)}>'
        ends = [places.last.end for key in before if (places := self._blocks[key]).last]
        self._part.insert(max(ends, default=self._stylesheet.tag.end), whole)

    @property
    def _stylesheet(self) -> Place:
        return needed(self._root, "styleSheet")

    def _named(self, name: str) -> str:
        return self._stylesheet.tag.beside(name)


def _noted(places: Places, children: dict[str, Element] | None = None) -> Element:
    return Element(children, opened=places.opened, closed=places.closed)
