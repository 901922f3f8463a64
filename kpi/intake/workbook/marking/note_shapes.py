"""The boxes that comments show in, drawn in VML; without one Excel shows no comment (ECMA-376-4 section 8.1).

Programs write VML that is no XML (`<br>`), so a drawing that is there is never parsed: ours are put before
its last end tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.intake.workbook.marking.part_edits import EditedPart
from kpi.intake.workbook.refusal import Fault, damaged

NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
DECLARED = {prefix: f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items()}
NO_SHAPES = f"<xml{''.join(DECLARED.values())}></xml>".encode()
ROOT = re.compile(rb"<[^?!<>][^<>]*>")
SHAPE_NUMBER = re.compile(rb"_x0000_s([0-9]{1,9})\b")
FIRST_SHAPE, SHAPES_A_BLOCK = 1025, 1024
BOX = b'id="_x0000_t202"'
BOX_TYPE = (
    '<v:shapetype{} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
WIDTH, LINE_HEIGHT, CHARACTERS_A_LINE = 320, 18, 42  # pixels, and what fits into that width
MOST_LINES = 40  # a box taller than a screen can't be read


def with_shapes(content: bytes, notes: Iterable[tuple[int, int, str]]) -> bytes:
    """The drawing with a box for each note, given by its row and column from 1 and what it says.

    Raises Refusal (damaged) where the content has no end tag.
    """
    drawing = EditedPart(content)
    root, end = ROOT.search(drawing.content), drawing.content.rfind(b"</")
    if root is None or end < 0:
        raise damaged(Fault.XML_MALFORMED, found="vml")
    undeclared = _undeclared(root[0])
    numbers = [int(number) for number in SHAPE_NUMBER.findall(drawing.content)]
    first = max([FIRST_SHAPE - 1, *numbers]) + 1
    shapes = [_shape(undeclared, number, *note) for number, note in enumerate(notes, first)]
    if content is NO_SHAPES:
        drawing.insert(end, _layout(first + len(shapes)))
    if BOX not in drawing.content:
        drawing.insert(end, BOX_TYPE.format(undeclared))
    drawing.insert(end, "".join(shapes))
    return drawing.applied()


def _undeclared(root: bytes) -> str:
    """Declarations of the namespaces that the root does not give the names used here."""
    return "".join(
        DECLARED[prefix]
        for prefix, name in NAMESPACES.items()
        if not re.search(rf"""\sxmlns:{prefix}\s*=\s*["']{name}["']""".encode(), root)
    )


def _layout(end_of_numbers: int) -> str:
    blocks = range(FIRST_SHAPE // SHAPES_A_BLOCK, end_of_numbers // SHAPES_A_BLOCK + 1)
    data = ",".join(map(str, blocks))
    return f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{data}"/></o:shapelayout>'


def _shape(declarations: str, number: int, row: int, column: int, text: str) -> str:
    lines = sum(1 + len(line) // CHARACTERS_A_LINE for line in text.split("\n"))
    height = LINE_HEIGHT * (min(lines, MOST_LINES) + 1)
    return (
        f'<v:shape{declarations} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
        f'margin-left:59.25pt;margin-top:1.5pt;width:{WIDTH}px;height:{height}px;z-index:1;visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column>"
        "</x:ClientData></v:shape>"
    )
